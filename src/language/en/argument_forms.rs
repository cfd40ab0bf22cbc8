//! What the forms of arguments are called.

use crate::text::argument_form::ArgumentForm;

/// The name of a form, with its article.
pub const fn form_name(form: ArgumentForm) -> &'static str {
    match form {
        ArgumentForm::Invoice => "an invoice",
        ArgumentForm::Customer => "a customer",
        ArgumentForm::Amount | ArgumentForm::AmountOrZero | ArgumentForm::Balance => "an amount",
        ArgumentForm::Date => "a date",
        ArgumentForm::Duration => "a length of time",
        ArgumentForm::Terms => "the time to pay",
        ArgumentForm::Spent => "time spent",
        ArgumentForm::Share => "a share",
        ArgumentForm::Vat => "a rate of VAT",
        ArgumentForm::Period => "a period",
        ArgumentForm::VatBox => "a box of the return",
        ArgumentForm::LedgerAccount => "the number of an account",
        ArgumentForm::Word(_) | ArgumentForm::List(_) => "one of its words",
        ArgumentForm::Name => "a name",
        ArgumentForm::Milestone => "a milestone",
        ArgumentForm::Count => "a whole number",
        ArgumentForm::Repetitions => "a number",
        ArgumentForm::Mark => "a decimal mark, . or ,",
        ArgumentForm::Currency => "a currency of three capitals",
        ArgumentForm::Path => "a path",
    }
}

/// An example of a form; `None` where the name says enough.
pub const fn form_example(form: ArgumentForm) -> Option<&'static str> {
    match form {
        ArgumentForm::Word(_)
        | ArgumentForm::List(_)
        | ArgumentForm::Name
        | ArgumentForm::Count
        | ArgumentForm::Mark => None,
        form => Some(form.example()),
    }
}

/// The name of a form without an article, to follow "one".
pub const fn form_noun(form: ArgumentForm) -> &'static str {
    match form {
        ArgumentForm::Invoice => "invoice",
        ArgumentForm::Customer => "customer",
        ArgumentForm::Amount | ArgumentForm::AmountOrZero | ArgumentForm::Balance => "amount",
        ArgumentForm::Date => "date",
        ArgumentForm::Duration | ArgumentForm::Terms | ArgumentForm::Spent => "length of time",
        ArgumentForm::Share => "share",
        ArgumentForm::Vat => "rate of VAT",
        ArgumentForm::Period => "period",
        ArgumentForm::VatBox => "box",
        ArgumentForm::LedgerAccount => "account",
        ArgumentForm::Count | ArgumentForm::Repetitions => "number",
        ArgumentForm::Mark => "decimal mark",
        ArgumentForm::Currency => "currency",
        ArgumentForm::Path => "path",
        ArgumentForm::Word(_)
        | ArgumentForm::List(_)
        | ArgumentForm::Name
        | ArgumentForm::Milestone => "word",
    }
}
