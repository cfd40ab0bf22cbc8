//! Reads one argument that stands alone: a word of a command line, or an answer to a question.

use super::dialect::Dialect;
use super::entry::ArgumentValue;
use super::input::Input;
use super::parse_context::ParseContext;
use super::rule::{Expected, Fault};
use super::value::value_of_form;
use crate::text::argument_form::ArgumentForm;
use nom::combinator::all_consuming;
use nom::{Err, Parser};

/// The value of a text that is an argument of this form from its first byte to its last. `None` where it is none.
///
/// # Errors
/// It was meant as one, and is wrong.
///
/// ```
/// use tegoed::syntax::{dialect::Dialect, table::ArgumentForm, whole_argument::whole_argument};
/// let is_amount = |text| whole_argument(ArgumentForm::Amount, Dialect::default(), text).is_ok_and(|it| it.is_some());
/// assert!(is_amount("1.234,56") && is_amount("300 USD"));
/// assert!(!is_amount("2026-001") && !is_amount("3 tiles"));
/// ```
pub fn whole_argument(
    form: ArgumentForm,
    dialect: Dialect,
    text: &str,
) -> Result<Option<ArgumentValue>, Fault> {
    let context = ParseContext::new(dialect);
    let read = all_consuming(|input| value_of_form(&form, &context, input));
    match { read }.parse(Input::from(text)) {
        Ok((_, value)) => Ok(Some(value)),
        Err(Err::Failure(Expected::Invalid(fault))) => Err(fault),
        Err(_) => Ok(None),
    }
}
