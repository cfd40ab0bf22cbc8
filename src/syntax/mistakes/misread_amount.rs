//! Amounts that were read as something else, and something else that was read as an amount.

use super::unexpected_word::UnexpectedWord;
use super::word_explanation::repeated_argument;
use crate::syntax::kinds;
use crate::syntax::table::Slot;
use crate::text::argument_form::ArgumentForm;
use crate::text::diagnostic::Diagnostic;
use crate::text::edit::Edit;
use crate::text::hint::Help;
use crate::text::problem::Wanted;
use crate::text::span::Span;

impl UnexpectedWord<'_> {
    /// The finding about a blank between the thousands of an amount: `1 210.00`.
    pub fn thousands_apart(&self, slot: &Slot) -> Option<Diagnostic> {
        let before = self.taken.last().filter(|it| it.value.amount().is_some())?;
        let (start, word) = (before.span.end, self.text());
        let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
        let parties = [ArgumentForm::Invoice, ArgumentForm::Customer];
        let is_named = parties.iter().any(|form| self.has_argument(form));
        let is_near = is_named && self.input.place == start.saturating_add(1);
        let before_length = start.saturating_sub(before.span.start);
        if !is_near || before_length > 3 || digits(word) != 3 || before.clause != slot.clause {
            return None;
        }
        let blank = Span::new(start, self.input.place);
        Some(
            repeated_argument(slot, self.open_slots.owner, self.span())
                .suggested_fix(vec![Edit::replace(blank, "")]),
        )
    }

    /// The finding about an invoice number without `#`, which was read as the amount: `invoice 17 @jansen 121.00`.
    pub fn number_taken_for_amount(&self, slot: &Slot) -> Option<Diagnostic> {
        let forms = &[ArgumentForm::Invoice];
        let awaits = self.waiting_arguments().any(|slot| slot.forms == forms);
        if !awaits || slot.clause.is_some() || slot.forms.contains(&ArgumentForm::Invoice) {
            return None;
        }
        let mut taken = self.taken.iter();
        let (amount, span) = taken.find_map(|it| Some((it.value.amount()?, it.span)))?;
        let unit = 10_i64.checked_pow(amount.currency.decimals())?;
        let number = amount.minor.0.checked_div(unit)?.to_string();
        let length = span.end.saturating_sub(span.start) as usize;
        (number.len() == length).then(|| {
            let wanted = Wanted::ArgumentOf {
                owner: self.open_slots.owner,
                clause: None,
                forms,
            };
            let start = Span::new(span.start, span.start);
            kinds::BAD_VALUE
                .at(span, wanted.but_found_word(&number))
                .help(Help::Write(format!("#{number}").as_str().into()))
                .suggested_fix(vec![Edit::replace(start, "#")])
        })
    }
}
