//! One entry of the books: its lines add up to nothing.

use crate::journal::model::{Component, CustomerIx, InvoiceIx, ItemIx, MovementIx};
use crate::ledger::vat_breakdown::VatPart;
use crate::text::span::Origin;
use crate::value::currency::Currency;
use crate::value::ledger_account::LedgerAccount;
use crate::value::money::Minor;
use crate::vat::vat_entry::{VatEntry, VatPlace};
use crate::word_enum;
use chrono::NaiveDate;

/// An entry of the books.
#[derive(Clone, Debug)]
pub struct BookkeepingEntry {
    /// The same from export to export: `inv-2026-001`, `pay-` and the bank's reference, else `pay-2026-02-01-jansen-121.00-1`.
    /// Empty where the walk was to name no entries of its day.
    pub id: String,
    /// Its day.
    pub date: NaiveDate,
    /// What it is.
    pub kind: BookkeepingKind,
    /// What of the journal it posts.
    pub source: EntrySource,
    /// The customer; `None` where nobody knows who.
    pub customer: Option<CustomerIx>,
    /// The invoice or the credit note that it posts, or the one invoice that it names; `None` where it names none or several.
    pub number: Option<InvoiceIx>,
    /// The currency of all its lines.
    pub currency: Currency,
    /// Where the entry of the journal stands.
    pub origin: Origin,
    /// Its lines. They add up to nothing. One of nothing stands only for turnover without VAT that is declared with its receipt.
    pub lines: Vec<EntryLine>,
}

/// One line: an account and an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EntryLine {
    /// The account.
    pub account: LedgerAccount,
    /// In minor units: debit above zero, credit below.
    pub amount: Minor,
    /// Whose, on accounts of customers.
    pub customer: Option<CustomerIx>,
    /// For which invoice, on accounts of customers; `None` for money on account.
    pub invoice: Option<InvoiceIx>,
    /// Which instalment, in the entry of an invoice.
    pub item: Option<ItemIx>,
    /// Which part of the debt, on accounts of customers.
    pub component: Component,
    /// The rate that a line of turnover or VAT is of; both lines of a rate have the same part.
    pub vat: Option<LineVat>,
}

/// What of VAT a line is about: above zero sold, below zero taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineVat {
    /// The rate, the amount without VAT, and the VAT.
    pub part: VatPart,
    /// Where it belongs in the return.
    pub place: VatPlace,
    /// What of it this line declares.
    pub declares: ReturnAmount,
}

/// What of a rate a line of an entry declares in the return, so that each amount stands once in the books.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReturnAmount {
    /// The amount without VAT: turnover.
    Net,
    /// The VAT.
    Vat,
    /// Both: what comes in, where VAT is owed when it is paid.
    Whole,
    /// Nothing: what is owed only when it is paid.
    Nothing,
}

/// What of the journal an entry posts. In this order within a day, but for movements, which go by their kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EntrySource {
    /// An invoice.
    Invoice(InvoiceIx),
    /// An entry that moves money, or what follows from it on a later day.
    Movement(MovementIx),
    /// A payment of which nobody knows who paid, by its place in the journal.
    UnknownPayment(usize),
    /// Such a payment that went back, by its place in the journal.
    UnknownReturn(usize),
    /// VAT on a debt of this invoice that follows from the law alone.
    Relief(InvoiceIx),
}

word_enum! {
    /// What an entry of the books is.
    BookkeepingKind {
        /// An invoice.
        Invoice = "invoice",
        /// A credit note.
        Credit = "credit",
        /// A payment that bounced.
        Reversal = "reversal",
        /// Money received.
        Payment = "payment",
        /// Money on account, moved to an invoice or back from it.
        Apply = "apply",
        /// Money paid back.
        Refund = "refund",
        /// A fee charged.
        Fee = "fee",
        /// Collection costs charged.
        Costs = "costs",
        /// Interest charged.
        Interest = "interest",
        /// A charge no longer claimed.
        Waive = "waive",
        /// Less accepted as full.
        Settle = "settle",
        /// Money given up.
        Writeoff = "writeoff",
        /// A write-off that money lessened, or that counts again.
        Recovery = "recovery",
        /// An invoice that was wrong.
        Void = "void",
        /// VAT on a bad debt that is asked back.
        Relief = "relief",
        /// A payment of which nobody knows who paid.
        UnknownPayment = "payment-unknown",
        /// Such a payment that went back.
        UnknownReturn = "return-unknown",
    }
}

word_enum! {
    /// The book of a bookkeeper that an entry goes into.
    Daybook {
        /// Invoices, credit notes, and invoices that were wrong.
        Sales = "sales",
        /// Money that came in or went back.
        Bank = "bank",
        /// All else.
        Memorial = "memorial",
    }
}

impl BookkeepingKind {
    /// The daybook of an entry: that of the bank has the entries that move the bank, and no others.
    pub const fn daybook(self) -> Daybook {
        match self {
            Self::Invoice | Self::Credit | Self::Void => Daybook::Sales,
            Self::Payment
            | Self::Reversal
            | Self::Refund
            | Self::UnknownPayment
            | Self::UnknownReturn => Daybook::Bank,
            Self::Apply
            | Self::Fee
            | Self::Costs
            | Self::Interest
            | Self::Waive
            | Self::Settle
            | Self::Writeoff
            | Self::Recovery
            | Self::Relief => Daybook::Memorial,
        }
    }
}

impl LineVat {
    /// Of an amount of a return.
    pub const fn of_entry(entry: &VatEntry, declares: ReturnAmount) -> Self {
        Self {
            part: entry.part,
            place: entry.place,
            declares,
        }
    }

    /// Whether both are of one rate of one document.
    pub fn is_same_part(&self, other: &Self) -> bool {
        (self.part, self.place) == (other.part, other.place)
    }

    /// The amount without VAT, and the VAT, as far as this line declares them.
    pub const fn declared(&self) -> (Option<Minor>, Option<Minor>) {
        let (net, vat) = (Some(self.part.net), Some(self.part.vat));
        match self.declares {
            ReturnAmount::Net => (net, None),
            ReturnAmount::Vat => (None, vat),
            ReturnAmount::Whole => (net, vat),
            ReturnAmount::Nothing => (None, None),
        }
    }
}

impl EntryLine {
    /// A line of an account that is of no customer.
    pub const fn new(account: LedgerAccount, amount: Minor) -> Self {
        Self {
            account,
            amount,
            customer: None,
            invoice: None,
            item: None,
            component: Component::Principal,
            vat: None,
        }
    }

    /// What a customer owes on an invoice.
    pub const fn debtor(
        customer: Option<CustomerIx>,
        (invoice, component): (InvoiceIx, Component),
        amount: Minor,
    ) -> Self {
        Self {
            customer,
            invoice: Some(invoice),
            component,
            ..Self::new(LedgerAccount::Debtors, amount)
        }
    }

    /// Whether it says something: it moves an amount, or declares what bears no VAT.
    pub fn says_something(&self) -> bool {
        let declares =
            |vat: LineVat| vat.declares == ReturnAmount::Whole && !vat.part.net.is_zero();
        !self.amount.is_zero() || self.vat.is_some_and(declares)
    }

    /// Whether two lines may be one.
    fn is_alike(&self, other: &Self) -> bool {
        let without_amount = |line: &Self| Self {
            amount: Minor::ZERO,
            ..*line
        };
        self.vat.is_none() && without_amount(self) == without_amount(other)
    }
}

impl BookkeepingEntry {
    /// Adds a line, or its amount to a line that is alike.
    pub fn add(&mut self, line: EntryLine) {
        match self.lines.iter_mut().find(|known| known.is_alike(&line)) {
            Some(known) => known.amount += line.amount,
            None => self.lines.push(line),
        }
    }

    /// What its lines add up to: nothing.
    pub fn sum(&self) -> Minor {
        self.lines.iter().map(|line| line.amount).sum()
    }
}
