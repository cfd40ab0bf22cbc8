//! Invoices, credit notes and voids: debtors to turnover and VAT, each rate on accounts of its own. An amount whose rate is
//! unknown is turnover as a whole, on an account of its own.

use super::bookkeeping_entry::{EntryLine, LineVat, ReturnAmount};
use crate::journal::model::{Component, CustomerIx, InvoiceIx, Journal, MovementIx};
use crate::ledger::vat_breakdown::{VatBreakdown, VatPart};
use crate::policy::jurisdiction::law::Law;
use crate::policy::vat_relief::VatAmount;
use crate::text::span::Origin;
use crate::value::ledger_account::LedgerAccount;
use crate::value::money::Minor;
use crate::value::vat_code::VatCode;
use crate::value::vocabulary::VatBasis;
use crate::vat::cash_basis::is_by_invoice;
use crate::vat::vat_entry::{VatEntry, VatEntryKind, VatPlace};
use chrono::NaiveDate;

/// How a business charges VAT.
#[derive(Clone, Copy)]
pub struct SalesVat<'a> {
    journal: &'a Journal,
    breakdown: &'a VatBreakdown,
    law: Option<&'static Law>,
    /// When it is owed.
    pub basis: VatBasis,
}

/// The document of an amount: its number, the invoice it is about, its day and its place.
type DocumentOrigin = (InvoiceIx, Option<InvoiceIx>, NaiveDate, Origin);

impl<'a> SalesVat<'a> {
    /// As the journal says it.
    pub fn new(journal: &'a Journal, breakdown: &'a VatBreakdown) -> Self {
        let business = journal.business.as_ref();
        Self {
            journal,
            breakdown,
            law: journal.home_law(),
            basis: business.map(|own| own.vat_basis).unwrap_or_default(),
        }
    }

    /// Turnover and VAT of an invoice, credit.
    pub fn invoice_lines(&self, invoice: InvoiceIx, total: Minor) -> Vec<EntryLine> {
        let record = &self.journal.invoices[invoice];
        let document = (invoice, Some(invoice), record.date, record.origin);
        let parts = self.breakdown.of_invoice(self.journal, invoice);
        self.lines_of_parts(document, parts, total)
    }

    /// Turnover and VAT that a credit note takes back, debit.
    pub fn credit_lines(&self, note: MovementIx) -> Vec<EntryLine> {
        let movement = &self.journal.movements[note];
        let extra = movement.extra.as_ref();
        let number = extra.and_then(|extra| extra.credit_number);
        let Some(number) = number.or(movement.invoice) else {
            return vec![EntryLine::new(
                LedgerAccount::Income(None),
                movement.minor(),
            )];
        };
        let document = (number, movement.invoice, movement.date, movement.origin);
        let parts = self.breakdown.of_credit_note(self.journal, note);
        let taken_back = parts.into_iter().map(VatPart::negative).collect();
        self.lines_of_parts(document, taken_back, -movement.minor())
    }

    /// Turnover and VAT that a void takes back, debit: what no credit note took.
    pub fn void_lines(
        &self,
        invoice: InvoiceIx,
        (date, origin): (NaiveDate, Origin),
    ) -> Vec<EntryLine> {
        let document = (invoice, Some(invoice), date, origin);
        let parts = self.breakdown.uncredited_of_invoice(self.journal, invoice);
        let total: Minor = parts.iter().map(VatPart::gross).sum();
        let taken_back = parts.into_iter().map(VatPart::negative).collect();
        self.lines_of_parts(document, taken_back, -total)
    }

    /// The credit lines of what was sold; what the parts do not explain is turnover of an unknown rate.
    fn lines_of_parts(
        &self,
        document: DocumentOrigin,
        parts: Vec<VatPart>,
        total: Minor,
    ) -> Vec<EntryLine> {
        let explained: Minor = parts.iter().map(VatPart::gross).sum();
        let mut lines = Vec::new();
        for part in parts {
            lines.extend(self.lines_of_part(document, part));
        }
        let rest = total - explained;
        if !rest.is_zero() {
            lines.push(EntryLine::new(LedgerAccount::Income(None), -rest));
        }
        lines
    }

    fn lines_of_part(
        &self,
        document: DocumentOrigin,
        part: VatPart,
    ) -> impl Iterator<Item = EntryLine> {
        let place = self.place_of(document, part);
        let is_declared = self.basis == VatBasis::Invoice || is_by_invoice(part.code);
        let vat_of = |declares: ReturnAmount| {
            Some(LineVat {
                part,
                place,
                declares: if is_declared {
                    declares
                } else {
                    ReturnAmount::Nothing
                },
            })
        };
        let turnover = EntryLine {
            vat: vat_of(ReturnAmount::Net),
            ..EntryLine::new(LedgerAccount::Income(part.code), -part.net)
        };
        let account = part.code.map(|code| self.vat_account(code));
        let tax = account.map(|account| EntryLine {
            vat: vat_of(ReturnAmount::Vat),
            ..EntryLine::new(account, -part.vat)
        });
        std::iter::once(turnover).chain(tax)
    }

    const fn vat_account(&self, code: VatCode) -> LedgerAccount {
        match self.basis {
            VatBasis::Invoice => LedgerAccount::Vat(code),
            VatBasis::Cash => LedgerAccount::VatNotDue,
        }
    }

    fn place_of(&self, (number, invoice, date, origin): DocumentOrigin, part: VatPart) -> VatPlace {
        self.law.map_or(VatPlace::Unknown, |law| {
            let source = (VatEntryKind::Invoice, number, origin);
            VatEntry::of_part(self.journal, law, source, (invoice, date, part)).place
        })
    }

    /// VAT on a bad debt at a rate, on its day.
    pub fn vat_entry(
        &self,
        source: (VatEntryKind, InvoiceIx, Origin),
        (date, rate): (NaiveDate, &VatAmount),
    ) -> Option<VatEntry> {
        let part = VatPart {
            code: VatCode::from_percent(rate.rate.0),
            net: rate.net,
            vat: rate.amount,
        };
        let is_asked_back = source.0 == VatEntryKind::Relief;
        let part = if is_asked_back { part.negative() } else { part };
        let about = (Some(source.1), date, part);
        Some(VatEntry::of_part(self.journal, self.law?, source, about))
    }
}

/// The account on which a receipt declares VAT. What bears none is turnover that is declared now, and nothing moves.
pub const fn account_of_receipt(code: VatCode, vat: Minor) -> LedgerAccount {
    if vat.is_zero() {
        LedgerAccount::Income(Some(code))
    } else {
        LedgerAccount::Vat(code)
    }
}

/// The lines of an invoice on the account of its customer: one an instalment.
pub fn debtor_lines(journal: &Journal, customer: CustomerIx, invoice: InvoiceIx) -> Vec<EntryLine> {
    let part = (invoice, Component::Principal);
    let items = journal.items_of(invoice);
    let lines = items.map(|item| EntryLine {
        item: Some(item),
        ..EntryLine::debtor(Some(customer), part, journal.items[item].amount.into())
    });
    lines.collect()
}
