//! What the journal means: who is who, what was invoiced, what moved, what was said.
//!
//! Records are small and hold no text: a big journal has millions of them. What a person typed is looked up
//! again at a record's `origin`.

use crate::newtype_index;
use crate::policy::jurisdiction::law::Law;
use crate::policy::jurisdiction::law_list::{ContractParties, LawBasis, LawList};
use crate::syntax::dialect::Dialect;
use crate::text::include_table::IncludeTable;
use crate::text::span::{Origin, Span};
use crate::value::calendar::{Duration, PaymentTerms};
use crate::value::channel::{Channel, Exclusion};
use crate::value::currency::Currency;
use crate::value::index_vec::{Idx, IndexVec};
use crate::value::key_name::KeyName;
use crate::value::money::{Minor, Minor64, Money};
use crate::value::share::Share;
use crate::value::vat_code::VatCode;
use crate::value::vocabulary::{
    Charge, CompanySize, CustomerKind, OutsideCollector, PaymentReference, UnreferencedRule,
    VatBasis, VatReturn, VatScheme,
};
use chrono::NaiveDate;
use std::collections::BTreeMap;

use super::account_numbers::Accounts;
use super::bank_coverage::BankThrough;
use super::contact_details::ContactDetails;
use super::customer_ids::CustomerIds;
use super::event_details::EventDetails;
use super::fields::Fields;
use super::invoice_numbers::InvoiceNumbers;
use super::ladder::{CostTerms, InterestTerms, Stage};
use super::limits::Limits;
use super::vat_filing::VatFiling;

newtype_index! {
    /// The index of a customer in [`Journal::customers`].
    CustomerIx
}
newtype_index! {
    /// The index of an invoice or credit number in [`Journal::invoices`].
    InvoiceIx
}
newtype_index! {
    /// One instalment of one invoice: the unit that ages.
    ItemIx
}
newtype_index! {
    /// An entry that moves money.
    MovementIx
}
newtype_index! {
    /// A version of a policy.
    PolicyIx
}

/// Whose account, in which currency.
pub type AccountKey = (CustomerIx, Currency);
/// Something of each customer in each currency.
pub type ByAccount<T> = BTreeMap<AccountKey, T>;

/// Everything the journal says, as of no day in particular.
#[derive(Debug)]
pub struct Journal {
    /// The currency of amounts without a code.
    pub currency: Currency,
    /// The declared mark before the decimals, `.` or `,`; `None` where no line declares one, which means `.`.
    pub decimal_mark: Option<char>,
    /// The laws that may hold for its invoices.
    pub laws: LawList,
    /// Who writes the invoices, when the journal says so.
    pub business: Option<Business>,
    /// The numbers of the accounts of the general ledger.
    pub accounts: Accounts,
    /// By name, then by day in force; no two of a name begin on the same day. [`Journal::policy_on`] rests on it.
    pub policies: IndexVec<PolicyIx, Policy>,
    /// Everybody mentioned. Iterate in the order of [`Journal::customers_by_id`] for output.
    pub customers: IndexVec<CustomerIx, Customer>,
    /// Their ids, each at the number of its customer.
    pub customer_ids: CustomerIds,
    /// Every number mentioned: invoices, credits, voided numbers.
    pub invoices: IndexVec<InvoiceIx, Invoice>,
    /// The numbers as first written, each at the number of its invoice.
    pub invoice_numbers: InvoiceNumbers,
    /// All instalments; those of one invoice stand together, in the order written.
    pub items: IndexVec<ItemIx, Item>,
    /// Entries that move money, but invoices, in the order read.
    pub movements: IndexVec<MovementIx, Movement>,
    /// Payments of which nobody knows yet who paid, in the order read. They are in nobody's balance.
    pub unknown_payments: Vec<UnknownPayment>,
    /// What of them went back, by day.
    pub unknown_returns: Vec<UnknownReturn>,
    /// Contacts, letters, promises and the like, in the order read.
    pub events: Vec<Event>,
    /// Amounts of events that are in another currency than their invoice, and count as not written.
    pub currency_faults: Vec<CurrencyFault>,
    /// `balance` lines, in the order read.
    pub assertions: Vec<BalanceAssertion>,
    /// `bank-through` lines: bank data are complete up to these days.
    pub bank_through: Vec<BankThrough>,
    /// The VAT returns that were filed, in the order in which they stand, each `include` followed where it stands.
    pub vat_filings: Vec<VatFiling>,
    /// Which of two entries stands before the other.
    pub includes: IncludeTable,
    /// The bank's reference of every entry that has one, in the order read.
    pub bank_ids: Vec<BankId>,
    /// `allow:` lines.
    pub allow_lines: Vec<AllowLine>,
    /// The latest day of a dated entry, also where nothing else of it could be used; `None` where there is none.
    pub latest: Option<NaiveDate>,
    /// Whether some entry names a document.
    pub has_documents: bool,
    /// What of invoices and credit notes stands at each rate of VAT, where that is not the total at the rate of the header.
    /// Those of one entry stand together.
    pub vat_subtotals: Vec<VatSubtotal>,
    /// The days of delivery that invoices name, in the order read.
    pub deliveries: Vec<NamedDelivery>,
    /// References that invoices ask payments to carry, where they are not their numbers: `ref:`.
    pub references: BTreeMap<InvoiceIx, Box<str>>,
    /// The policies that invoices name, where no version holds on the day of the invoice.
    pub policies_without_version: BTreeMap<InvoiceIx, Box<str>>,
    /// Parts of invoices that wait for a milestone, and its name.
    pub milestones: BTreeMap<ItemIx, Box<str>>,
}

/// An amount of a promise, plan or dispute in another currency than an invoice it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CurrencyFault {
    /// Where the entry stands.
    pub origin: Origin,
    /// The invoice.
    pub invoice: InvoiceIx,
    /// What was written.
    pub amount: Money,
}

/// A day of delivery that an invoice names: `delivered:`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NamedDelivery {
    /// The invoice.
    pub invoice: InvoiceIx,
    /// When it was delivered.
    pub delivered: NaiveDate,
    /// When the invoice went out: its date, or the later day on which it was sent.
    pub went_out: NaiveDate,
}

/// What of an invoice or a credit note stands at one rate of VAT: the sum of its lines, or a `vat:` line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VatSubtotal {
    /// The number of the invoice or the credit note.
    pub number: InvoiceIx,
    /// The rate; `None` where neither line nor header names one.
    pub code: Option<VatCode>,
    /// The amount without VAT, in minor units.
    pub net: Minor64,
    /// The VAT, in minor units.
    pub vat: Minor64,
}

/// The bank's reference of an entry: `bank_id:`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct BankId {
    /// The hash in two halves, the high one first: so the record takes twelve bytes.
    halves: [u32; 2],
    /// The entry.
    pub origin: Origin,
}

impl BankId {
    /// The reference with this hash, of an entry.
    pub fn new(hash: u64, origin: Origin) -> Self {
        let halves = [hash >> 32, hash & u64::from(u32::MAX)];
        Self {
            halves: halves.map(|half| u32::try_from(half).unwrap_or_default()),
            origin,
        }
    }

    /// `hash_bank_id` of its letters. It stands for them, so it has 64 bits.
    pub fn hash(self) -> u64 {
        let [high, low] = self.halves.map(u64::from);
        high << 32 | low
    }
}

/// An `allow:` line: silences findings of one kind at its entry.
#[derive(Clone, Debug)]
pub struct AllowLine {
    /// The code or name, as written.
    pub code: Box<str>,
    /// Where the line stands.
    pub span: Span,
    /// The entry it belongs to.
    pub entry: Span,
}

/// Who writes the invoices.
#[derive(Debug, Default)]
pub struct Business {
    /// Every key and its value as written, in order: `name`, `address`, `iban` …
    pub fields: Fields,
    /// The name of the policy that holds where a customer has none of their own.
    pub policy: Option<Box<str>>,
    /// Whether VAT is charged and deducted; `None` where it does not say so, which means that it is.
    pub vat_scheme: Option<VatScheme>,
    /// When VAT is owed.
    pub vat_basis: VatBasis,
    /// Who collects, where it is somebody else.
    pub collector: Option<OutsideCollector>,
    /// Large or small; `None` where it does not say so.
    pub size: Option<CompanySize>,
    /// What payments are asked to carry; `None`: the number of the invoice.
    pub reference: Option<PaymentReference>,
    /// Where it stands.
    pub origin: Option<Origin>,
}

/// A customer, declared or only mentioned.
#[derive(Debug, Default)]
pub struct Customer {
    /// Where it is declared; `None` while it is only mentioned.
    pub origin: Option<Origin>,
    /// Private person, business or government; `None` when not written.
    pub kind: Option<CustomerKind>,
    /// What `no:` lines rule out, in the order written.
    pub exclusions: Box<[Exclusion]>,
    /// Large or small; `None` where it is not written.
    pub size: Option<CompanySize>,
    /// Terms that go before those of a policy.
    pub terms: Option<PaymentTerms>,
    /// Name of the customer's own policy.
    pub policy: Option<Box<str>>,
    /// The credit limit; `None` where none is written.
    pub limits: Option<Box<Limits>>,
    /// Every key and its value as written, in order: `name`, `address` …
    pub fields: Fields,
}

/// One version of a policy.
#[derive(Debug, Default)]
pub struct Policy {
    /// Its name.
    pub name: Box<str>,
    /// The first day it holds; `None` from the beginning.
    pub from: Option<NaiveDate>,
    /// The time to pay, from the date of the invoice.
    pub terms: Option<PaymentTerms>,
    /// Early-payment discount: this share, when paid within this time of the invoice date.
    pub discount: Option<(Share, Duration)>,
    /// What happens to money without a reference.
    pub unreferenced: UnreferencedRule,
    /// Late interest that it claims.
    pub interest: InterestTerms,
    /// Collection costs that it claims.
    pub costs: CostTerms,
    /// The steps of escalation it writes, in order; see [`Policy::ladder`].
    pub stages: Vec<Stage>,
    /// How long a payment may be on its way before a letter goes out.
    pub bank_buffer: Option<Duration>,
    /// How old bank data may be before letters wait for newer ones.
    pub bank_stale: Option<Duration>,
    /// A letter about less is not sent.
    pub minimum: Option<Money>,
    /// What is open up to this much asks for no letter.
    pub tolerance: Option<Money>,
    /// How long a term of a plan may be late.
    pub plan_grace: Option<Duration>,
    /// Time between the end of a dispute and the next step.
    pub restart_gap: Option<Duration>,
    /// How soon after the delivery an invoice goes out.
    pub invoice_within: Option<Duration>,
    /// Below this amount one collects oneself.
    pub self_below: Option<Money>,
    /// How long a payment plan may run, from its day to the last term.
    pub plan_longest: Option<Duration>,
    /// How many plans there may be about one invoice.
    pub plan_most: Option<u32>,
    /// Whether a deadline that a letter names rolls to a working day.
    pub workdays: bool,
    /// Whether its terms are printed on invoices.
    pub on_invoices: bool,
    /// The paths of documents that state it to customers, as written.
    pub documents: Vec<Box<str>>,
    /// Whether some line of it could not be read.
    pub incomplete: bool,
    /// Where it stands; `None` for the built-in one.
    pub origin: Option<Origin>,
}

/// What a number turned out to be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NumberUse {
    /// Mentioned, never issued.
    #[default]
    Unknown,
    /// An invoice.
    Invoice,
    /// A credit note.
    Credit,
    /// A number that was never used, explained by `void`.
    Skipped,
}

/// On what the due date rests.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DueBasis {
    /// The header names the day.
    #[default]
    Written,
    /// `due:` lines name instalments.
    Instalments,
    /// Terms from the day the invoice was received.
    Received,
    /// Terms from the day the invoice was sent.
    Sent,
    /// Terms from the invoice date.
    Issued,
    /// Nothing says when it is due (D007).
    Missing,
}

/// An invoice, or another use of a number.
#[derive(Clone, Copy, Debug)]
pub struct Invoice {
    /// What the number is. The rest has meaning for invoices (and customer, date, origin for credits) only.
    pub number_use: NumberUse,
    /// On what the due date rests.
    pub due_basis: DueBasis,
    /// What else its entry has.
    pub detail_flags: InvoiceDetailFlags,
    /// What currency it is in.
    pub currency: Currency,
    /// What VAT it bears, by its header.
    pub vat: Option<VatCode>,
    /// How many instalments it has; 0 when its amount could not be read or its parts were refused.
    pub item_count: u16,
    /// Its first instalment; the others follow.
    pub first_item: Option<ItemIx>,
    /// Who owes it.
    pub customer: Option<CustomerIx>,
    /// The policy whose terms of money hold for it: the version in force on the invoice date.
    pub policy: Option<PolicyIx>,
    /// Its date.
    pub date: NaiveDate,
    /// Where it stands.
    pub origin: Origin,
    /// In minor units; 0 where [`InvoiceDetailFlags::AMOUNT`] is missing. An `Option` of it would take eight bytes more.
    pub(super) minor: Minor64,
}

const _: () = assert!(size_of::<Invoice>() <= 40, "an invoice grew");

impl Invoice {
    /// The total in minor units of its currency, VAT included; `None` when it could not be read.
    pub fn amount(&self) -> Option<Minor64> {
        let is_readable = self.detail_flags.has(InvoiceDetailFlags::AMOUNT);
        is_readable.then_some(self.minor)
    }

    /// Notes the total, in minor units.
    pub(super) fn set_amount(&mut self, minor: Minor64) {
        self.detail_flags = self.detail_flags.union(InvoiceDetailFlags::AMOUNT);
        self.minor = minor;
    }
}

/// What the entry of an invoice has, a bit each. Checks ask for it of every invoice, and to read a million entries again
/// takes longer than to read them at first; so it is kept, in one byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvoiceDetailFlags(u8);

impl InvoiceDetailFlags {
    /// Nothing of all that.
    pub const NONE: Self = Self(0);
    /// Some detail, whether it could be read or not.
    pub const DETAILS: Self = Self(1);
    /// Lines: `item:`.
    pub const LINES: Self = Self(2);
    /// Terms of its own, or a day to count them from: `terms:`, `received:`, `sent:`.
    pub const TERMS: Self = Self(4);
    /// The words that describe what was delivered.
    pub const WORDS: Self = Self(8);
    /// An amount that could be read.
    pub const AMOUNT: Self = Self(16);
    /// A policy of its own: `policy:`.
    pub const POLICY: Self = Self(32);

    /// Both together.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// These flags where a condition holds, else unchanged.
    #[must_use]
    pub const fn union_if(self, condition: bool, other: Self) -> Self {
        if condition { self.union(other) } else { self }
    }

    /// Whether all of these are among them.
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }
}

/// One instalment of one invoice; an undivided invoice has one.
#[derive(Clone, Copy, Debug)]
pub struct Item {
    /// Of which invoice.
    pub invoice: InvoiceIx,
    /// The day it is due; `None` while it waits for a delivery that has no date.
    pub due: Option<NaiveDate>,
    /// How much, in minor units of the invoice's currency.
    pub amount: Minor64,
}

/// What kind of entry moves money. The order is that inside a day (SPEC.md, "Same-day order").
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MovementKind {
    /// Lowers what is owed on an invoice, or stands on account.
    Credit,
    /// A payment that bounced.
    Reversal,
    /// Money received.
    Payment,
    /// Money on account, used for an invoice.
    Apply,
    /// Money on account, paid back.
    Refund,
    /// A charge claimed: a fee.
    Fee,
    /// A charge claimed: collection costs.
    Costs,
    /// A charge claimed: interest.
    Interest,
    /// A charge no longer claimed.
    Waive,
    /// Less accepted as full, if it comes in time.
    Settle,
    /// Money given up.
    Writeoff,
    /// An invoice that was wrong.
    Void,
}

impl MovementKind {
    /// The part of a debt that a charge of this kind claims; `None` for what is no charge.
    pub const fn charged_component(self) -> Option<Component> {
        match self {
            Self::Fee => Some(Component::Fee),
            Self::Costs => Some(Component::Costs),
            Self::Interest => Some(Component::Interest),
            Self::Credit
            | Self::Reversal
            | Self::Payment
            | Self::Apply
            | Self::Refund
            | Self::Waive
            | Self::Settle
            | Self::Writeoff
            | Self::Void => None,
        }
    }
}

/// What of an invoice a movement touches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Component {
    /// Claimed collection costs.
    Costs,
    /// Claimed fees.
    Fee,
    /// Claimed interest.
    Interest,
    /// The invoice itself.
    Principal,
}

impl From<Charge> for Component {
    fn from(charge: Charge) -> Self {
        match charge {
            Charge::Costs => Self::Costs,
            Charge::Fee => Self::Fee,
            Charge::Interest => Self::Interest,
        }
    }
}

/// An entry that moves money.
#[derive(Debug)]
pub struct Movement {
    /// What kind.
    pub kind: MovementKind,
    /// The currency of `amount`.
    pub currency: Currency,
    /// Its day.
    pub date: NaiveDate,
    /// Whose; derived from the invoice where only that is named.
    pub customer: Option<CustomerIx>,
    /// The first invoice named.
    pub invoice: Option<InvoiceIx>,
    /// Where it stands.
    pub origin: Origin,
    /// Minor units, above zero; 0 where the entry names none (`writeoff` of everything, `void`).
    pub amount: Minor64,
    /// What few entries have.
    pub extra: Option<Box<MovementExtra>>,
}

/// What few movements have.
#[derive(Debug, Default)]
pub struct MovementExtra {
    /// Invoices named after the first, in the order written.
    pub further_invoices: Vec<InvoiceIx>,
    /// `for:` lines: which invoice, how much, where the line stands.
    pub designations: Vec<Designation>,
    /// `on-account`: never spread.
    pub on_account: bool,
    /// `ref:` names exactly this one invoice: kept from being spread, never allocated by it.
    pub referenced_invoice: Option<InvoiceIx>,
    /// `of DATE`: which payment or money on account is meant.
    pub of_date: Option<NaiveDate>,
    /// `of: ID`: which payment is meant, by its bank reference.
    pub of_bank_id: Option<Box<str>>,
    /// `bank_id:`: the bank's reference of this entry, for reversals that name it.
    pub bank_id: Option<Box<str>>,
    /// `by DATE` of a settlement.
    pub settlement_deadline: Option<NaiveDate>,
    /// Which charge a `waive` takes off; `None`: costs, then fee, then interest.
    pub waived_component: Option<Component>,
    /// What an agency kept, in minor units.
    pub commission: Minor64,
    /// What VAT a credit note bears, by its header.
    pub vat: Option<VatCode>,
    /// The number of a credit note.
    pub credit_number: Option<InvoiceIx>,
}

/// One `for:` line of a payment.
#[derive(Clone, Copy, Debug)]
pub struct Designation {
    /// What it pays.
    pub invoice: InvoiceIx,
    /// How much, in minor units of the payment's currency.
    pub amount: Minor64,
    /// Where the line stands.
    pub origin: Origin,
}

/// An entry that moves no money.
#[derive(Debug)]
pub struct Event {
    /// Its day.
    pub date: NaiveDate,
    /// Who; derived from the invoice where only that is named.
    pub customer: Option<CustomerIx>,
    /// The first invoice named.
    pub invoice: Option<InvoiceIx>,
    /// Where it stands.
    pub origin: Origin,
    /// `follow-up:`.
    pub follow_up: Option<NaiveDate>,
    /// What a contact note says about the talk; empty on other events.
    pub contact: ContactDetails,
    /// What it says, by its keyword.
    pub details: EventDetails,
    /// What few events have.
    pub extra: Option<Box<EventExtra>>,
}

/// A journal has up to millions of events, and most say nothing that is boxed.
const _: () = assert!(size_of::<Event>() <= 48, "an event grew");

/// What few events of any kind have.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EventExtra {
    /// Invoices named after the first, in the order written.
    pub further_invoices: Box<[InvoiceIx]>,
    /// `spent:`, the time it took, in minutes; 0 where the key is missing.
    pub minutes: u32,
    /// `cost:`, what it cost beside time; `None` where the key is missing.
    pub cost: Option<Money>,
    /// `owner:`, who of us looks after it; `None` where the key is missing.
    pub owner: Option<Box<str>>,
    /// `vat:` of a note, what was done about the VAT on a bad debt; `None` where the key is missing.
    pub vat_return: Option<VatReturn>,
}

/// A payment of which nobody knows yet who paid: `payment unknown`.
#[derive(Clone, Copy, Debug)]
pub struct UnknownPayment {
    /// The day it came in.
    pub date: NaiveDate,
    /// How much.
    pub amount: Money,
    /// Where it stands.
    pub origin: Origin,
    /// The day it went back; `None` while it is here.
    pub returned: Option<NaiveDate>,
}

/// Money of an unknown payer that went back: `reversal unknown`, `refund unknown`.
#[derive(Clone, Copy, Debug)]
pub struct UnknownReturn {
    /// The day it went back.
    pub date: NaiveDate,
    /// The day of the payment; `None` means the oldest of this amount.
    pub of: Option<NaiveDate>,
    /// How much: the whole payment.
    pub amount: Money,
    /// Where it stands.
    pub origin: Origin,
    /// Whether there is such a payment.
    pub is_matched: bool,
}

/// A `balance` line: what should be owed at the end of its day.
#[derive(Clone, Copy, Debug)]
pub struct BalanceAssertion {
    /// The end of this day.
    pub date: NaiveDate,
    /// Of whom; `None`: of all.
    pub customer: Option<CustomerIx>,
    /// The amount to pay.
    pub amount: Money,
    /// Where it stands.
    pub origin: Origin,
}

impl Journal {
    /// Takes down where files are included, and puts what was filed in that order.
    pub fn set_includes(&mut self, order: IncludeTable) {
        self.vat_filings
            .sort_by(|one, other| order.compare(one.origin, other.origin));
        self.includes = order;
    }

    /// Every dated entry: its day and its place.
    pub fn dated_entries(&self) -> impl Iterator<Item = (NaiveDate, Origin)> + '_ {
        let issued = self.invoices.as_slice().iter();
        let invoices = issued.filter(|number| number.number_use == NumberUse::Invoice);
        let movements = self.movements.as_slice().iter();
        // A settlement is counted among what moves money.
        let said = self.events.iter().filter(|it| it.settlement().is_none());
        invoices
            .map(|invoice| (invoice.date, invoice.origin))
            .chain(movements.map(|movement| (movement.date, movement.origin)))
            .chain(
                self.unknown_payments
                    .iter()
                    .map(|payment| (payment.date, payment.origin)),
            )
            .chain(
                self.unknown_returns
                    .iter()
                    .map(|back| (back.date, back.origin)),
            )
            .chain(said.map(|event| (event.date, event.origin)))
            .chain(
                self.assertions
                    .iter()
                    .map(|asserted| (asserted.date, asserted.origin)),
            )
            .chain(
                self.bank_through
                    .iter()
                    .map(|known| (known.date, known.origin)),
            )
            .chain(
                self.vat_filings
                    .iter()
                    .map(|filed| (filed.date, filed.origin)),
            )
    }

    /// Payments up to a day of which nobody knows who paid, and that did not go back, the earliest first.
    pub fn unknown_payments_by(&self, as_of: NaiveDate) -> Vec<&UnknownPayment> {
        let all = self.unknown_payments.iter();
        let mut known: Vec<&UnknownPayment> = all
            .filter(|it| it.date <= as_of && it.returned.is_none_or(|day| day > as_of))
            .collect();
        known.sort_by_key(|payment| payment.date);
        known
    }

    /// An amount as this journal writes it: with its decimal mark, and the currency where it is another one.
    pub fn format_money(&self, money: Money) -> String {
        money.to_journal_text(self.decimal_mark.unwrap_or('.'), self.currency)
    }

    /// How it writes amounts: what entries for it are printed with.
    pub const fn dialect(&self) -> Dialect {
        Dialect {
            mark: self.decimal_mark,
            currency: self.currency,
        }
    }

    /// Whether some version of some policy is of a sort: most journals have none that asks for the work of a check.
    pub fn any_policy(&self, is_meant: impl Fn(&Policy) -> bool) -> bool {
        self.policies.as_slice().iter().any(is_meant)
    }

    /// The id of a customer.
    pub fn customer_id(&self, customer: CustomerIx) -> &str {
        self.customer_ids.get(customer)
    }

    /// The name of a customer for people; the id where none is written.
    pub fn customer_name(&self, customer: CustomerIx) -> &str {
        let name = self.customers[customer].value(KeyName::Name);
        name.unwrap_or_else(|| self.customer_id(customer))
    }

    /// The number of an invoice as first written.
    pub fn invoice_no(&self, invoice: InvoiceIx) -> &str {
        self.invoice_numbers.get(invoice)
    }

    /// The place of an invoice among others by its number, as one counts: `2` before `10`.
    pub fn invoice_order(&self, invoice: InvoiceIx) -> (usize, &str) {
        let number = self.invoice_no(invoice);
        (number.len(), number)
    }

    /// The instalments of an invoice, in the order written.
    pub fn items_of(&self, invoice: InvoiceIx) -> impl DoubleEndedIterator<Item = ItemIx> + use<> {
        let Invoice {
            first_item,
            item_count,
            ..
        } = self.invoices[invoice];
        let first = first_item.map_or(0, Idx::index);
        let count = if first_item.is_some() {
            u32::from(item_count)
        } else {
            0
        };
        (first..first.saturating_add(count)).map(ItemIx::new)
    }

    /// How many instalments of its invoice stand before an instalment.
    pub fn place_in_invoice(&self, item: ItemIx) -> usize {
        let first = self.invoices[self.items[item].invoice].first_item;
        let before = item.index().saturating_sub(first.map_or(0, Idx::index));
        before as usize
    }

    /// The order in which instalments of one invoice are settled: by due date, then as written; those that wait for a
    /// delivery come last.
    pub fn settlement_order(&self, item: ItemIx) -> (bool, Option<NaiveDate>, ItemIx) {
        let due = self.items[item].due;
        (due.is_none(), due, item)
    }

    /// The instalment of an invoice that is settled first; `None` where it has none.
    pub fn first_instalment(&self, invoice: InvoiceIx) -> Option<ItemIx> {
        let items = self.items_of(invoice);
        items.min_by_key(|item| self.settlement_order(*item))
    }

    /// The day on which the first part of an invoice is due; `None` where no part has a due date.
    pub fn first_due_date(&self, invoice: InvoiceIx) -> Option<NaiveDate> {
        let items = self.items_of(invoice);
        items.filter_map(|item| self.items[item].due).min()
    }

    /// Everybody, ordered by id: the order of every report.
    pub fn customers_by_id(&self) -> Vec<CustomerIx> {
        let all = self.customers.iter();
        let mut all: Vec<(&str, CustomerIx)> = all
            .map(|(customer, _)| (self.customer_id(customer), customer))
            .collect();
        all.sort_unstable();
        all.into_iter().map(|(_, customer)| customer).collect()
    }

    /// The name of the policy that holds for a customer: their own, else that of the business.
    pub fn policy_name(&self, customer: CustomerIx) -> Option<&str> {
        let own = self.customers[customer].policy.as_deref();
        own.or_else(|| self.business.as_ref()?.policy.as_deref())
    }

    /// The first value of a key of the business, as written; `None` where there is none.
    pub fn business_value(&self, key: KeyName) -> Option<&str> {
        self.business.as_ref()?.values(key).next()
    }

    /// The country of the business, as written; `None` where it does not say so.
    pub fn home_country(&self) -> Option<&str> {
        self.business_value(KeyName::Country)
    }

    /// The time to pay of an invoice that gives none itself: the nearer word wins. Those of a policy that the invoice names
    /// come before those of its customer, and these before those of his policy (SPEC.md 6.2).
    pub fn terms_of_invoice(&self, invoice: &Invoice) -> Option<PaymentTerms> {
        let customer = || self.customers[invoice.customer?].terms;
        let policy = || self.policies[invoice.policy?].terms;
        if invoice.detail_flags.has(InvoiceDetailFlags::POLICY) {
            policy().or_else(customer)
        } else {
            customer().or_else(policy)
        }
    }

    /// The policy that holds for a customer on a day; `None` where the journal has none for it.
    pub fn customer_policy_on(&self, customer: CustomerIx, day: NaiveDate) -> Option<&Policy> {
        let version = self.policy_on(self.policy_name(customer)?, day)?;
        Some(&self.policies[version])
    }

    /// The country of a customer: their own, else that of the business, else that of the first law (SPEC.md 5.5).
    pub fn country_of(&self, customer: CustomerIx) -> &str {
        let own = self.customers[customer].value(KeyName::Country);
        self.laws.country_between(self.home_country(), own)
    }

    /// The law that holds between the business and a customer: for claims, letters, last days to pay, holidays and
    /// limitation alike. `None` where none is known to hold (SPEC.md 5.5).
    pub fn law_for_customer(&self, customer: CustomerIx) -> Option<&'static Law> {
        let (country, _) = self.governing_country(customer)?;
        self.laws.law_of_country(country)
    }

    /// The country whose law holds between the business and a customer, and why; `None` where a law was chosen beside that
    /// of a consumer's own country.
    pub fn governing_country(&self, customer: CustomerIx) -> Option<(&str, LawBasis)> {
        let record = &self.customers[customer];
        self.laws.governing_country(ContractParties {
            seller: self.home_country(),
            customer: record.value(KeyName::Country),
            is_consumer: matches!(record.kind, Some(CustomerKind::Consumer) | None),
            chosen: self.chosen_law(customer),
        })
    }

    /// The country whose law was chosen with a customer: what he says himself, else the business for all of them.
    pub fn chosen_law(&self, customer: CustomerIx) -> Option<&str> {
        let own = self.customers[customer].value(KeyName::Law);
        own.or_else(|| self.business_value(KeyName::Law))
    }

    /// The law of the country of the business; `None` where it is not known.
    pub fn home_law(&self) -> Option<&'static Law> {
        let home = self.laws.country_between(self.home_country(), None);
        self.laws.law_of_country(home)
    }

    /// Whether invoices of this business carry VAT: unless its scheme says otherwise, they do.
    pub fn is_vat_charged(&self) -> bool {
        let scheme = self.business.as_ref().and_then(|own| own.vat_scheme);
        match scheme {
            Some(VatScheme::Exempt | VatScheme::Kor) => false,
            Some(VatScheme::Normal) | None => true,
        }
    }

    /// The version of a policy that is in force on a day: the latest that began by then.
    pub fn policy_on(&self, name: &str, day: NaiveDate) -> Option<PolicyIx> {
        let versions = self.policies.as_slice();
        let later =
            versions.partition_point(|policy| (&*policy.name, policy.from) <= (name, Some(day)));
        let latest = later.checked_sub(1)?;
        let is_named = *versions.get(latest)?.name == *name;
        is_named.then(|| PolicyIx::new(u32::try_from(latest).unwrap_or(u32::MAX)))
    }

    /// The name of the policy of an invoice: its own, else that of its customer or the business. `None` where none is named.
    pub fn policy_name_of_invoice(&self, invoice: InvoiceIx) -> Option<&str> {
        let record = &self.invoices[invoice];
        if let Some(version) = record.policy {
            return Some(&self.policies[version].name);
        }
        let own = self.policies_without_version.get(&invoice);
        let of_customer = || self.policy_name(record.customer?);
        own.map(|name| &**name).or_else(of_customer)
    }

    /// Whether some version of a policy has this name.
    pub fn has_policy(&self, name: &str) -> bool {
        let versions = self.policies.as_slice();
        let first = versions.partition_point(|policy| *policy.name < *name);
        versions
            .get(first)
            .is_some_and(|policy| *policy.name == *name)
    }
}

impl Customer {
    /// Whether a `no:` line rules something out.
    pub fn has_exclusion(&self, what: Exclusion) -> bool {
        self.exclusions.contains(&what)
    }

    /// The channels of a step that the customer does not refuse.
    pub fn usable_channels(&self, stage: &Stage) -> Vec<Channel> {
        let channels = stage.channels.iter().copied();
        channels
            .filter(|channel| !self.has_exclusion(Exclusion::Channel(*channel)))
            .collect()
    }

    /// Whether a step is a call and no letter: it has no other channel, or the customer refuses the others.
    pub fn takes_as_call(&self, stage: &Stage) -> bool {
        self.usable_channels(stage) == [Channel::Phone]
    }

    /// The values of a key, as written, in order.
    pub fn values(&self, key: KeyName) -> impl Iterator<Item = &str> {
        self.fields.values(key)
    }

    /// The first value of a key, as written.
    pub fn value(&self, key: KeyName) -> Option<&str> {
        self.values(key).next()
    }
}

impl Business {
    /// The values of a key, as written, in order.
    pub fn values(&self, key: KeyName) -> impl Iterator<Item = &str> {
        self.fields.values(key)
    }
}

impl Movement {
    /// Its amount.
    pub fn minor(&self) -> Minor {
        self.amount.into()
    }

    /// The day of the payment that it reverses, applies or pays back (`of`); `None` where it names none.
    pub fn of_date(&self) -> Option<NaiveDate> {
        self.extra.as_ref()?.of_date
    }

    /// The last day to accept what a settlement offers; `None` for other entries.
    pub fn settlement_deadline(&self) -> Option<NaiveDate> {
        self.extra.as_ref()?.settlement_deadline
    }

    /// The day on which its money was received. A reversal has that of the payment that it undoes; `None` where no
    /// money was received.
    pub fn paid_on(&self) -> Option<NaiveDate> {
        match self.kind {
            MovementKind::Payment => Some(self.date),
            MovementKind::Reversal => Some(self.of_date().unwrap_or(self.date)),
            _ => None,
        }
    }

    /// What an agency kept of the money; `None` where it kept nothing.
    pub fn commission(&self) -> Option<Minor> {
        let kept = Minor::from(self.extra.as_ref()?.commission);
        kept.is_positive().then_some(kept)
    }

    /// Every invoice its header names, in the order written.
    pub fn invoices(&self) -> impl Iterator<Item = InvoiceIx> + '_ {
        let further = self
            .extra
            .iter()
            .flat_map(|more| more.further_invoices.iter().copied());
        self.invoice.into_iter().chain(further)
    }

    /// Every invoice it names, in its header and then in its `for:` lines; one named twice comes twice.
    pub fn all_invoices(&self) -> impl Iterator<Item = InvoiceIx> + '_ {
        let lines = self.designations().iter().map(|line| line.invoice);
        self.invoices().chain(lines)
    }

    /// What its `for:` lines add up to.
    pub fn designated_amount(&self) -> Minor {
        let lines = self.designations().iter();
        lines.map(|line| Minor::from(line.amount)).sum()
    }

    /// Its `for:` lines.
    pub fn designations(&self) -> &[Designation] {
        self.extra.as_ref().map_or(&[], |more| &more.designations)
    }
}
