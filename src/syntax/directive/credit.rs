//! `credit`: a credit note.

use super::invoice::InvoiceLine;
use super::vat_line::{VAT_KEY, VatLine};
use crate::syntax::clause::Clause;
use crate::syntax::entry::Amount;
use crate::syntax::entry_fields::{EntryFields, Id};
use crate::syntax::keyword::Keyword;
use crate::syntax::print::Printer;
use crate::syntax::table::KeyValue::Line;
use crate::syntax::table::{
    ArgumentForm, Directive, DirectiveKind, one, optional, repeatable_key, with_clause,
};
use crate::text::span::Spanned;
use crate::value::key_name::KeyName;
use crate::value::vat_code::VatCode;

/// `credit = "credit" , invoice , [ customer ] , amount , [ "for" , invoice ] , [ "vat" , vat-code ] ;`
///
/// `credit-key = "vat" , ":" , ( vat-code | vat-code , [ amount-or-zero ] , "of" , amount-or-zero ) | "item" , ":" , item-line | "less" , ":" , item-line ;`
pub static CREDIT: Directive = Directive {
    keyword: Keyword::Credit,
    about: "a credit note: lowers an invoice, or stands on account",
    dutch: &[
        "creditnota",
        "creditfactuur",
        "creditering",
        "korting",
        "tegoed",
    ],
    kind: DirectiveKind::Money,
    slots: &[
        one(&[ArgumentForm::Invoice]),
        optional(&[ArgumentForm::Customer]),
        one(&[ArgumentForm::Amount]),
        with_clause(Clause::For, optional(&[ArgumentForm::Invoice])),
        with_clause(Clause::Vat, optional(&[ArgumentForm::Vat])),
    ],
    keys: &[
        VAT_KEY,
        repeatable_key(KeyName::Item, Line, "a line of the credit note, net"),
        repeatable_key(KeyName::Less, Line, "a line that is taken off, net"),
    ],
};

/// The typed node of a `credit` entry.
#[derive(Clone, Debug, PartialEq)]
pub struct CreditEntry<'t> {
    /// The number of the credit note.
    pub number: Id<'t>,
    /// The customer it is for; `None` means the one who owes the invoice.
    pub customer: Option<Id<'t>>,
    /// The amount including VAT; `None` where it could not be read.
    pub amount: Option<Spanned<Amount>>,
    /// The invoice that it lowers; `None` where the credit stands on account.
    pub invoice: Option<Id<'t>>,
    /// What VAT it bears, in the header.
    pub vat: Option<VatCode>,
    /// The `vat:` lines.
    pub vat_lines: Vec<VatLine>,
    /// The lines of the credit note; may be empty.
    pub lines: Vec<InvoiceLine<'t>>,
}

impl<'t> CreditEntry<'t> {
    /// Builds the typed node from an entry that was read. Returns `None` where its number could not be read.
    pub fn read(fields: EntryFields<'_, 't>) -> Option<Self> {
        Some(Self {
            number: fields.invoice()?,
            customer: fields.customer(),
            amount: fields.amount(),
            invoice: fields.invoice_behind(Clause::For),
            vat: fields.vat(),
            vat_lines: VatLine::read_all(fields),
            lines: InvoiceLine::read_all(fields),
        })
    }

    /// Prints the arguments and details, in the order of the table.
    pub fn print(&self, out: &mut Printer) {
        out.invoice(Some(self.number));
        out.customer(self.customer);
        out.argument(self.amount.map(|amount| amount.node));
        out.clause_invoice(Clause::For, self.invoice);
        out.clause(Clause::Vat, self.vat);
        VatLine::print_all(&self.vat_lines, out);
        InvoiceLine::print_all(&self.lines, out);
    }
}
