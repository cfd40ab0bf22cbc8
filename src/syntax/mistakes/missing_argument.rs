//! The findings about missing arguments.

use super::common_mistakes;
use super::dutch_words::from_dutch;
use super::suggestion::nearest;
use super::vat_words;
use super::word_explanation::near_word;
use crate::syntax::clause::Clause;
use crate::syntax::date::{day_in_words, wrong_date};
use crate::syntax::entry::Argument;
use crate::syntax::input::Input;
use crate::syntax::kinds;
use crate::syntax::parse_context::ParseContext;
use crate::syntax::table::Slot;
use crate::syntax::value;
use crate::text::argument_form::{ArgumentForm, SlotOwner};
use crate::text::diagnostic::Diagnostic;
use crate::text::edit::Edit;
use crate::text::hint::Help;
use crate::text::problem::{Found, Wanted};
use crate::text::span::Span;
use nom::Parser;
use nom::combinator::consumed;

/// The finding about a required argument, where the line ends without it.
#[cold]
pub fn argument(slot: &Slot, end: u32, owner: SlotOwner) -> Diagnostic {
    let (clause, forms) = (slot.clause.map(Clause::word), slot.forms);
    let wanted = Wanted::ArgumentOf {
        owner,
        clause,
        forms,
    };
    kinds::MISSING_ARGUMENT
        .at(Span::new(end, end), wanted.but_found(Found::EndOfArguments))
        .help(Help::AddArgument { clause, forms })
}

/// The finding about a value behind a clause word, where something else stands or nothing.
#[cold]
pub fn behind_clause(
    slot: &Slot,
    at: Input<'_>,
    taken: &[Argument],
    context: &ParseContext,
) -> Diagnostic {
    let clause = slot.clause.map_or("", Clause::word);
    let forms = slot.forms;
    let wanted = Wanted::ValueBehind { clause, forms };
    if at.text.is_empty() {
        let end = Span::new(at.place, at.place);
        return kinds::MISSING_ARGUMENT.at(end, wanted.but_found(Found::EndOfLine));
    }
    let (found, span) = (at.word().text, at.word().span());
    if slot.forms.contains(&ArgumentForm::Date)
        && let Ok((written, _)) =
            consumed(|at| value::value_of_form(&ArgumentForm::Duration, context, at))
                .parse(at)
                .map(|(_, found)| found)
    {
        let span = written.span();
        return kinds::BAD_VALUE
            .at(span, wanted.but_found(Found::Duration))
            .help(Help::WriteDayNotTerms);
    }
    if looks_like_digits_date(slot, found) {
        return day_in_words(at).unwrap_or_else(|| wrong_date(at.word()));
    }
    let found_other = kinds::BAD_VALUE.at(span, wanted.but_found_word(found));
    if let Some((span, written)) = common_mistakes::dutch_duration(forms, at) {
        return found_other
            .help(Help::Write(written.as_str().into()))
            .suggested_fix(vec![Edit::replace(span, written)]);
    }
    if let Some(written) = milestone_word(forms, found) {
        return found_other
            .help(Help::Write(written.as_str().into()))
            .suggested_fix(vec![Edit::replace(span, written)]);
    }
    let found_other = vat_words::add_rate_fix(forms, at, taken, context, found_other);
    let found_other = vat_words::add_code_fix(forms, at.word(), found_other);
    near_word(found_other, forms, found, span)
}

/// For the Dutch word, or a name alone, where a milestone may stand: write the word `milestone`.
fn milestone_word(forms: &[ArgumentForm], found: &str) -> Option<String> {
    if !forms.contains(&ArgumentForm::Milestone) || !found.starts_with(char::is_alphabetic) {
        return None;
    }
    if from_dutch(found, [value::MILESTONE]).is_some() {
        return Some(value::MILESTONE.to_owned());
    }
    let words = forms.iter().flat_map(|form| match form {
        ArgumentForm::Word(list) => *list,
        _ => &[],
    });
    let is_other = from_dutch(found, words.clone().copied()).is_some()
        || nearest(found, words.copied().chain([value::MILESTONE])).is_some();
    (!is_other).then(|| format!("{} {found}", value::MILESTONE))
}

fn looks_like_digits_date(slot: &Slot, found: &str) -> bool {
    slot.forms.contains(&ArgumentForm::Date) && found.starts_with(|c: char| c.is_ascii_digit())
}
