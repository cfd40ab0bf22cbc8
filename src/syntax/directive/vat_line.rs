//! `vat:` lines of an invoice or a credit note: one rate for all of it, or what of it stands at each rate.

use crate::syntax::clause::Clause;
use crate::syntax::entry::{Amount, Detail};
use crate::syntax::entry_fields::EntryFields;
use crate::syntax::print::Printer;
use crate::syntax::table::KeyValue::OneOf;
use crate::syntax::table::{ArgumentForm, Key, one, optional, repeatable_key, with_clause};
use crate::text::span::Spanned;
use crate::value::key_name::KeyName;
use crate::value::vat_code::VatCode;

/// `vat:` of an invoice and of a credit note.
pub const VAT_KEY: Key = repeatable_key(
    KeyName::Vat,
    OneOf(&[
        &[one(&[ArgumentForm::Vat])],
        &[
            one(&[ArgumentForm::Vat]),
            optional(&[ArgumentForm::AmountOrZero]),
            with_clause(Clause::Of, one(&[ArgumentForm::AmountOrZero])),
        ],
    ]),
    "21%, 0% with a reason (reverse-charge, export, eu-goods, eu-services, eu-distance), exempt, margin or abroad, for lines without their own; or the VAT and the net amount at that rate",
);

/// A `vat:` line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct VatLine {
    /// The rate, or why there is none.
    pub code: VatCode,
    /// The amount of VAT; `None` where the line has none.
    pub vat: Option<Amount>,
    /// The amount without VAT; `None` where the line says a rate alone.
    pub net: Option<Spanned<Amount>>,
    /// The place of the line.
    pub span: Spanned<()>,
}

impl VatLine {
    /// Reads every `vat:` line of an entry, in order.
    pub fn read_all(fields: EntryFields<'_, '_>) -> Vec<Self> {
        let details = fields.entry.details.iter();
        let lines = details.filter(|detail| detail.key.name() == Some(KeyName::Vat));
        lines.filter_map(|line| Self::read(fields, line)).collect()
    }

    /// Reads one `vat:` line; `None` where its rate could not be read.
    pub fn read(fields: EntryFields<'_, '_>, detail: &Detail) -> Option<Self> {
        let arguments = fields.arguments_of(detail);
        let net = arguments.iter().find(|it| it.clause == Some(Clause::Of));
        let mut outside = arguments.iter().filter(|it| it.clause.is_none());
        Some(Self {
            code: arguments.iter().find_map(|it| it.value.vat())?,
            vat: outside.find_map(|it| it.value.amount()),
            net: net.and_then(|it| Some(Spanned::new(it.value.amount()?, it.span))),
            span: Spanned::new((), detail.span),
        })
    }

    /// Prints the lines, one below the other.
    pub fn print_all(lines: &[Self], out: &mut Printer) {
        for line in lines {
            out.line(KeyName::Vat, |out| {
                out.argument(Some(line.code));
                out.argument(line.vat);
                out.clause(Clause::Of, line.net.map(|net| net.node));
            });
        }
    }
}
