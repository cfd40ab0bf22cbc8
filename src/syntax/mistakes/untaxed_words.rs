//! Words that say why no VAT is charged, where `vat` was forgotten or has another rate already: `verlegd`, `21% exempt`.

use super::meaning_words::code_of;
use super::unexpected_word::UnexpectedWord;
use super::vat_words::{TAX, UNION_WORDS};
use crate::syntax::clause::Clause;
use crate::syntax::entry::ArgumentValue;
use crate::syntax::kinds;
use crate::text::argument_form::SlotOwner;
use crate::text::diagnostic::Diagnostic;
use crate::text::edit::Edit;
use crate::text::hint::Help;
use crate::text::problem::Wanted;
use crate::text::span::Span;
use crate::value::vat_code::VatCode;

/// The finding about such a word, or about `btw` behind its rate.
pub fn word_about_vat(misfit: &UnexpectedWord<'_>) -> Option<Diagnostic> {
    let has_vat = misfit.clauses().any(|clause| clause == Clause::Vat.word());
    let small = misfit.text().to_lowercase();
    let word = small.trim_matches(|c: char| !c.is_alphanumeric());
    if !has_vat {
        return None;
    }
    match written_code(misfit) {
        Some(code) => beside_written(misfit, word, code),
        None if UNION_WORDS.contains(&word) => {
            Some(nothing_more(misfit).help(Help::NameUnionSupply))
        }
        None => {
            let code = code_of(word).map(|code| (format!("vat {code}"), misfit.span()));
            let (written, span) = code.or_else(|| rate_before_tax(misfit))?;
            let found = nothing_more(misfit).help(Help::Write(written.as_str().into()));
            Some(found.suggested_fix(vec![Edit::replace(span, written)]))
        }
    }
}

/// What `vat` has already.
fn written_code(misfit: &UnexpectedWord<'_>) -> Option<VatCode> {
    let mut taken = misfit.taken.iter();
    taken.find_map(|argument| match argument.value {
        ArgumentValue::Vat(code) if argument.clause == Some(Clause::Vat) => Some(code),
        _ => None,
    })
}

fn beside_written(misfit: &UnexpectedWord<'_>, word: &str, code: VatCode) -> Option<Diagnostic> {
    if code == VatCode::Rate(0) && UNION_WORDS.contains(&word) {
        let problem = Wanted::ReasonBehindZero.but_found_word(misfit.text());
        let found = kinds::BAD_VALUE.at(misfit.span(), problem);
        return Some(found.help(Help::NameUnionSupply));
    }
    if TAX.contains(&word) && word != Clause::Vat.word() {
        let before = Span::new(misfit.span().start.saturating_sub(1), misfit.span().end);
        let found = nothing_more(misfit).help(Help::LeaveOut(misfit.text().into()));
        return Some(found.suggested_fix(vec![Edit::replace(before, "")]));
    }
    let contradicts = code_of(word).is_some() && misfit.is_header();
    contradicts.then(|| nothing_more(misfit).help(Help::OneRateOrLines))
}

/// `21% btw`, and where it stands.
fn rate_before_tax(misfit: &UnexpectedWord<'_>) -> Option<(String, Span)> {
    let rate = misfit.text();
    let behind = misfit.input.split(rate.len()).1.behind_blanks();
    let tax = behind.word();
    let is_rate = rate.starts_with(|c: char| c.is_ascii_digit()) && rate.ends_with('%');
    let is_tax = TAX.contains(&&*tax.text.to_lowercase());
    let span = Span::new(misfit.span().start, tax.span().end);
    (is_rate && is_tax).then(|| (format!("vat {rate}"), span))
}

fn nothing_more(misfit: &UnexpectedWord<'_>) -> Diagnostic {
    let owner: SlotOwner = misfit.open_slots.owner;
    let problem = Wanted::NothingMore(owner).but_found_word(misfit.text());
    kinds::UNEXPECTED_ARGUMENT.at(misfit.span(), problem)
}
