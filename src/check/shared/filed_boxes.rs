//! Where the boxes of a filed VAT return stand.

use super::check_input::CheckInput;
use crate::journal::vat_filing::{FiledBox, VatFiling};
use crate::text::span::Span;
use crate::value::key_name::KeyName;
use crate::value::money::Money;

/// The place of an amount of a `box:` line; of the name of the box where no amount is meant.
pub fn filed_box_span(
    input: &CheckInput<'_>,
    (filing, filed): (&VatFiling, &FiledBox),
    amount: Option<Money>,
) -> Span {
    let written = input.journal_text.read_entry(filing.origin);
    let found = written.and_then(|written| {
        let mut lines = written.entry.details(KeyName::Box);
        let line = lines.find(|line| {
            let words = written.slice(line.value);
            words.split_whitespace().next() == Some(&*filed.name)
        })?;
        let mut arguments = written.entry.arguments_of(line).iter();
        let argument = arguments.find(|it| it.value.amount().map(Money::from) == amount)?;
        Some(argument.span)
    });
    found.unwrap_or_else(|| input.keyword_span(filing.origin))
}
