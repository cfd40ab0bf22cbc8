//! The findings about numbers that cannot be read in exactly one way.

use crate::syntax::kinds;
use crate::syntax::number::{self, NumberFault};
use crate::text::diagnostic::Diagnostic;
use crate::text::edit::Edit;
use crate::text::hint::{Help, Note};
use crate::text::problem::Wanted;
use crate::text::span::Span;

/// The finding about a number that can only be read with the other decimal mark.
pub fn wrong_mark(number: &str, span: Span, mark: Option<char>) -> Diagnostic {
    if let Some(mark) = mark {
        let other = number::other_mark(mark);
        let mended: String = number
            .chars()
            .map(|c| match c {
                c if c == mark => other,
                c if c == other => mark,
                c => c,
            })
            .collect();
        return kinds::WRONG_DECIMAL_MARK
            .at(span, Wanted::DecimalMark(mark).but_found_word(number))
            .note(Note::DeclaredMark(mark))
            .help(Help::Write(mended.as_str().into()))
            .safe_fix(vec![Edit::replace(span, mended)]);
    }
    kinds::WRONG_DECIMAL_MARK
        .at(span, Wanted::DecimalMark('.').but_found_word(number))
        .note(Note::FirstWithComma)
        .help(Help::DeclareComma)
        .suggested_fix(vec![Edit::insert_at_start("decimal-mark ,\n")])
}

/// The finding about a number that cannot be read at all, or in two ways. `wanted` is what should stand there instead.
pub fn wrong_number(
    problem: &NumberFault,
    number: &str,
    span: Span,
    wanted: &Wanted,
) -> Diagnostic {
    match problem {
        NumberFault::Ambiguous { whole, decimal } => kinds::AMBIGUOUS_AMOUNT
            .at(span, Wanted::AmountOfOneReading.but_found_word(number))
            .note(Note::TwoReadings {
                whole: whole.as_str().into(),
                decimal: decimal.as_str().into(),
            })
            .help(Help::DeclareMarkOrWriteCents(whole.as_str().into()))
            .deciding_fix(vec![Edit::replace(span, format!("{whole}.00"))]),
        NumberFault::Grouping => kinds::BAD_GROUPING
            .at(span, Wanted::GroupsOfThree.but_found_word(number))
            .help(Help::LeaveGroupMarksOut),
        NumberFault::TooLarge => kinds::AMOUNT_TOO_LARGE
            .at(span, Wanted::FifteenDigits.but_found_word(number))
            .help(Help::WriteAmountNotReference),
        NumberFault::OtherMark(_) | NumberFault::NotANumber => {
            kinds::BAD_VALUE.at(span, wanted.clone().but_found_word(number))
        }
    }
}
