//! What to say about a number that cannot be read one way.

use crate::syntax::kinds;
use crate::syntax::number::{self, NumberFault};
use crate::text::diagnostic::Diagnostic;
use crate::text::edit::Edit;
use crate::text::span::Span;

/// The number can only be read with the other mark.
pub fn wrong_mark(number: &str, span: Span, mark: Option<char>) -> Diagnostic {
    if let Some(mark) = mark {
        let other = number::other(mark);
        let mended: String = number
            .chars()
            .map(|c| match c {
                c if c == mark => other,
                c if c == other => mark,
                c => c,
            })
            .collect();
        return kinds::WRONG_DECIMAL_MARK
            .at(
                span,
                format!("expected `{mark}` before the decimals, found `{number}`"),
            )
            .note(format!("this journal declares `decimal-mark {mark}`"))
            .help(format!("write `{mended}`"))
            .safe_fix(vec![Edit::replace(span, mended)]);
    }
    kinds::WRONG_DECIMAL_MARK
        .at(
            span,
            format!("expected `.` before the decimals, found `{number}`"),
        )
        .note("the first amount that can only be read with a comma")
        .help("declare `decimal-mark ,` in the root file")
        .suggested_fix(vec![Edit::in_front("decimal-mark ,\n")])
}

/// The number cannot be read at all, or in two ways.
pub fn wrong_number(problem: &NumberFault, number: &str, span: Span, expected: &str) -> Diagnostic {
    match problem {
        NumberFault::Ambiguous { whole, decimal } => kinds::AMBIGUOUS_AMOUNT
            .at(span, format!("expected an amount with one reading, found `{number}`"))
            .note(format!("is it {whole}, or {decimal}?"))
            .help(format!(
                "declare `decimal-mark ,` or `decimal-mark .` in the root file, or write `{whole}.00`"
            ))
            .suggested_fix(vec![Edit::replace(span, format!("{whole}.00"))]),
        NumberFault::Grouping => kinds::BAD_GROUPING
            .at(span, format!("expected groups of three digits, found `{number}`"))
            .help("leave the group marks out"),
        NumberFault::TooLarge => kinds::AMOUNT_TOO_LARGE
            .at(span, format!("expected at most fifteen digits before the decimals, found `{number}`"))
            .help("write the amount; a reference of the bank stands behind `id:` on a line of its own"),
        NumberFault::OtherMark(_) | NumberFault::NotANumber => {
            kinds::BAD_VALUE.at(span, format!("expected {expected}, found `{number}`"))
        }
    }
}
