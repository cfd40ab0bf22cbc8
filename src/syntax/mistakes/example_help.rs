//! An example of the right form, for a wrong value about which nothing better is known.

use crate::syntax::kinds;
use crate::syntax::rule::Fault;
use crate::text::argument_form::ArgumentForm;
use crate::text::hint::Help;
use crate::text::message::Message;
use crate::text::problem::{Problem, Wanted};

/// The finding with an example of what should stand there, where it has neither help nor a mend.
pub fn add_example(fault: Fault) -> Fault {
    if fault.kind != &kinds::BAD_VALUE || fault.help.is_some() {
        return fault;
    }
    let Message::Problem(Problem { expected, .. }) = &fault.message else {
        return fault;
    };
    let (clause, forms): (Option<&str>, &[ArgumentForm]) = match expected {
        Wanted::Argument(forms) => (None, forms),
        Wanted::ArgumentOf { clause, forms, .. } => (*clause, forms),
        Wanted::ValueBehind { clause, forms } => (Some(clause), forms),
        Wanted::InvoiceNumber => (None, &[ArgumentForm::Invoice]),
        Wanted::CustomerId => (None, &[ArgumentForm::Customer]),
        _ => return fault,
    };
    let Some(value) = forms.first().map(|form| form.example()) else {
        return fault;
    };
    let words = clause.map_or_else(|| value.to_owned(), |clause| format!("{clause} {value}"));
    Box::new(fault.help(Help::ForExample(Box::new([words.into()]))))
}
