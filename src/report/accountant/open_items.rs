//! `open-items`: what is open on the last day, with age, charges, doubts, and proposals for provisions.

use super::accountant_input::AccountantInput;
use super::accountant_table::accountant_table;
use super::journal::account_cells;
use crate::bookkeeping::provision::{DoubtReason, provision_of, provision_share};
use crate::bookkeeping::vat_share::VatShares;
use crate::document::{Cell, Table};
use crate::dunning::dunning_state::ItemPosition;
use crate::dunning::hold::Hold;
use crate::journal::model::{AccountKey, CustomerIx, InvoiceIx, ItemIx};
use crate::language::accountant::DoubtWords;
use crate::ledger::ageing::{AgeingBasis, days_late};
use crate::ledger::model::{AllocationRule, OnAccountCredit};
use crate::policy::vat_relief::relief_day;
use crate::report::customers::field_cell;
use crate::report::shared::age_buckets::{bucket_headings, buckets};
use crate::report::shared::customer_cells::customer_cells;
use crate::report::shared::instalment::divided_instalment_cell;
use crate::report::shared::labels;
use crate::report::shared::open_items::open_invoices;
use crate::report::shared::page::add_totals;
use crate::report::shared::source_column::quote_cells;
use crate::text::span::Origin;
use crate::value::key_name::KeyName;
use crate::value::ledger_account::LedgerAccount;
use crate::value::money::{Minor, Money};
use crate::value::vocabulary::{OnAccountPlace, VatBasis};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// Its columns.
pub const KEYS: [&str; 32] = [
    "customer",
    "name",
    "kind",
    "country",
    "invoice",
    "part",
    "invoice_date",
    "due_date",
    "days_late",
    "bucket",
    "currency",
    "amount",
    "open",
    "vat_in_open",
    "charges",
    "on_account",
    "balance",
    "stage",
    "dispute",
    "plan",
    "insolvent",
    "handed_over",
    "relief_date",
    "provision_share",
    "provision",
    "reason",
    "file",
    "line",
    "account",
    "account_name",
    "text",
    "plan_missed",
];

/// Money on account first, then what is open, both by customer.
pub fn table(input: &AccountantInput<'_>) -> Table {
    let writer = AccountantItemRows::new(*input);
    let mut rows = writer.on_account_rows();
    let customers = input.journal().customers_by_id();
    for (_, invoice) in open_invoices(input.closing, &customers) {
        writer.add_invoice(&mut rows, invoice);
    }
    let mut table = accountant_table(input, &KEYS, rows);
    add_totals(input.closing, &mut table);
    table
}

/// How many items are open on the last day; of which so many without a due date, and without a rate of VAT what sums.
pub fn count_open_items(input: &AccountantInput<'_>) -> OpenItemCounts {
    let (journal, ledger) = (input.journal(), input.closing_ledger());
    let shares = VatShares::new(
        journal,
        input.asked.day.vat_breakdown(),
        input.closing_ledger(),
    );
    let mut counts = OpenItemCounts::default();
    let items = ledger.items.iter();
    for (item, state) in items.filter(|(_, state)| state.open.is_positive()) {
        counts.open = counts.open.saturating_add(1);
        let record = &journal.items[item];
        if record.due.is_none() {
            counts.without_due_date = counts.without_due_date.saturating_add(1);
        }
        if shares.vat_in(record.invoice, state.open.into()).is_none() {
            let currency = journal.invoices[record.invoice].currency;
            counts
                .without_vat
                .push(Money::new(state.open.into(), currency));
        }
    }
    counts
}

/// How many items are open, and what is not known of them.
#[derive(Clone, Debug, Default)]
pub struct OpenItemCounts {
    /// All.
    pub open: usize,
    /// Those without a due date.
    pub without_due_date: usize,
    /// What is open of those without a rate of VAT.
    pub without_vat: Vec<Money>,
}

/// Writes rows; what many share is worked out once.
struct AccountantItemRows<'a> {
    input: AccountantInput<'a>,
    shares: VatShares<'a>,
    bucket_words: Vec<Cell>,
    positions: BTreeMap<ItemIx, &'a ItemPosition<'a>>,
    near_limitation: BTreeSet<InvoiceIx>,
    part_written_off: BTreeSet<InvoiceIx>,
}

/// What one row is about.
struct OpenItem<'a> {
    invoice: InvoiceIx,
    item: ItemIx,
    place: usize,
    charges: Minor,
    position: Option<&'a ItemPosition<'a>>,
}

impl<'a> AccountantItemRows<'a> {
    fn new(input: AccountantInput<'a>) -> Self {
        let (journal, day) = (input.journal(), input.closing.day);
        let keys = buckets(input.closing).keys().into_iter();
        let words = keys.zip(bucket_headings(input.closing));
        let steps = day.ledger.allocations.iter();
        let written_off = steps.filter(|step| step.rule == AllocationRule::WrittenOff);
        Self {
            input,
            shares: VatShares::new(
                journal,
                input.asked.day.vat_breakdown(),
                input.closing_ledger(),
            ),
            bucket_words: words.map(|(code, said)| Cell::word(code, said)).collect(),
            positions: day.positions().iter().map(|it| (it.item, it)).collect(),
            near_limitation: day.expiring_claims().iter().map(|it| it.invoice).collect(),
            part_written_off: written_off
                .map(|step| journal.items[step.item].invoice)
                .collect(),
        }
    }

    /// Money on account lowers what its customer owes.
    fn on_account_rows(&self) -> Vec<Vec<Cell>> {
        let accounts = self.input.closing_ledger().on_account.iter();
        let mut accounts: Vec<(&AccountKey, &Vec<OnAccountCredit>)> = accounts.collect();
        let journal = self.input.journal();
        accounts
            .sort_by_key(|((customer, currency), _)| (journal.customer_id(*customer), *currency));
        let credits = accounts.into_iter();
        let credits =
            credits.flat_map(|(account, credits)| credits.iter().map(move |it| (account, it)));
        let left = credits.filter(|(_, credit)| !credit.remaining.is_zero());
        left.map(|(account, credit)| self.on_account_row(*account, credit))
            .collect()
    }

    fn on_account_row(
        &self,
        (customer, currency): AccountKey,
        credit: &OnAccountCredit,
    ) -> Vec<Cell> {
        let journal = self.input.journal();
        let money = |minor: Minor| Cell::from(Money::new(minor, currency));
        let movement = &journal.movements[credit.movement];
        let mut cells = self.customer_cells(Some(customer));
        cells.extend([
            Cell::Empty,
            Cell::Empty,
            Cell::Date(credit.date),
            Cell::Empty,
        ]);
        cells.extend([Cell::Empty, Cell::Empty, Cell::Currency(currency)]);
        cells.extend([
            Cell::Empty,
            money(Minor::ZERO),
            Cell::Empty,
            money(Minor::ZERO),
        ]);
        cells.extend([money(credit.remaining), money(-credit.remaining)]);
        cells.extend(vec![Cell::Empty; 9]);
        let account = match journal.accounts.on_account {
            OnAccountPlace::Debtors => LedgerAccount::Debtors,
            OnAccountPlace::Prepaid => LedgerAccount::Prepaid,
        };
        cells.extend(self.source_cells(account, movement.origin));
        cells.push(Cell::Empty);
        cells
    }

    fn customer_cells(&self, customer: Option<CustomerIx>) -> Vec<Cell> {
        let journal = self.input.journal();
        let [id, name] = customer_cells(journal, customer);
        let record = customer.map(|customer| &journal.customers[customer]);
        let kind = record.and_then(|record| record.kind);
        let kind = kind.map(|kind| labels::customer_kind_label(kind, self.input.asked.language));
        vec![
            id,
            name,
            kind.map_or(Cell::Empty, labels::label_cell),
            record.map_or(Cell::Empty, |record| field_cell(record, KeyName::Country)),
        ]
    }

    /// Where the entry stands, the account that what is open of it is on, and its words.
    fn source_cells(&self, account: LedgerAccount, origin: Origin) -> [Cell; 5] {
        let quote = self.input.asked.day.source_lookup.quote_header(origin);
        let [file, line] = quote_cells(&quote);
        let [number, _, name] = account_cells(&self.input, account, self.input.period.last);
        [file, line, number, name, Cell::text(&quote.text)]
    }

    /// The open items of an invoice. Its charges stand on the first row, which is there for their sake where nothing else is
    /// open.
    fn add_invoice(&self, rows: &mut Vec<Vec<Cell>>, invoice: InvoiceIx) {
        let (journal, ledger) = (self.input.journal(), self.input.closing_ledger());
        let items = || journal.items_of(invoice).enumerate();
        let first = items().find(|(_, item)| !ledger.items[*item].open.is_zero());
        let first = first.or_else(|| items().next()).map(|(place, _)| place);
        for (place, item) in items() {
            let is_first = first == Some(place);
            if is_first || !ledger.items[item].open.is_zero() {
                let charges = if is_first {
                    ledger.charges_on(invoice)
                } else {
                    Minor::ZERO
                };
                rows.push(self.item_row(&OpenItem {
                    invoice,
                    item,
                    place,
                    charges,
                    position: self.positions.get(&item).copied(),
                }));
            }
        }
    }

    fn item_row(&self, own: &OpenItem<'_>) -> Vec<Cell> {
        let (journal, ledger) = (self.input.journal(), self.input.closing_ledger());
        let (record, item) = (&journal.invoices[own.invoice], &journal.items[own.item]);
        let money = |minor: Minor| Cell::from(Money::new(minor, record.currency));
        let open = Minor::from(ledger.items[own.item].open);
        let late = days_late(journal, ledger, own.item, AgeingBasis::Due);
        let bucket = buckets(self.input.closing).bucket_index(late);
        let vat = self.shares.vat_of_item(own.item);
        let mut cells = self.customer_cells(record.customer);
        cells.extend([
            Cell::text(journal.invoice_no(own.invoice)),
            divided_instalment_cell(own.place, record.item_count),
            Cell::Date(record.date),
            item.due.into(),
            item.due.map_or(Cell::Empty, |_| Cell::Number(late)),
            self.bucket_words
                .get(bucket)
                .cloned()
                .unwrap_or(Cell::Empty),
            Cell::Currency(record.currency),
            money(item.amount.into()),
            money(open),
            vat.map_or(Cell::Empty, money),
            money(own.charges),
            money(Minor::ZERO),
            money(open + own.charges),
        ]);
        let stage = own.position.and_then(|it| it.ladder_position.done_stage());
        let language = self.input.asked.language;
        cells.push(stage.map_or(Cell::Empty, |stage| {
            labels::stage_cell(&stage.name, language)
        }));
        let holds = [Hold::Dispute, Hold::Plan, Hold::Insolvency, Hold::Handover];
        cells.extend(holds.map(|hold| self.hold_day(own, hold).into()));
        cells.push(self.relief_date(own, vat.unwrap_or_default()).into());
        cells.extend(self.provision_cells(own, open - vat.unwrap_or_default() + own.charges, late));
        cells.extend(self.source_cells(LedgerAccount::Debtors, record.origin));
        cells.push(self.missed_plan_day(own).into());
        cells
    }

    /// The day of the entry that holds back the letters of an item for a reason.
    fn hold_day(&self, own: &OpenItem<'_>, hold: Hold) -> Option<NaiveDate> {
        let position = &own.position?.ladder_position;
        let mut holds = position.active_holds(self.input.period.last);
        holds
            .find(|held| held.hold == hold)
            .map(|held| held.event.date)
    }

    /// Since when a part of the plan of an item is missing; `None` where none is, or the plan was ended.
    fn missed_plan_day(&self, own: &OpenItem<'_>) -> Option<NaiveDate> {
        let position = own.position?;
        let dunning = self.input.closing.day.dunning();
        dunning.plan_with_missed_parts(position)?;
        let mut holds = position.ladder_position.holds.iter();
        holds.find(|held| held.hold == Hold::Plan)?.over_from
    }

    /// The day from which the VAT in what is open can be asked back; `None` where there is none, or it is owed when paid.
    fn relief_date(&self, own: &OpenItem<'_>, vat: Minor) -> Option<NaiveDate> {
        let journal = self.input.journal();
        let by_receipt = journal.business.as_ref().map(|it| it.vat_basis) == Some(VatBasis::Cash);
        let law = journal.home_law().filter(|law| {
            let currency = journal.invoices[own.invoice].currency;
            vat.is_positive() && !by_receipt && journal.is_vat_charged() && currency == law.currency
        })?;
        let passed = journal.items[own.item]
            .due
            .and_then(|due| relief_day(law, due));
        let insolvent = self.hold_day(own, Hold::Insolvency);
        passed.into_iter().chain(insolvent).min()
    }

    /// The share, the amount, and why.
    fn provision_cells(&self, own: &OpenItem<'_>, basis: Minor, late: i64) -> [Cell; 3] {
        let currency = self.input.journal().invoices[own.invoice].currency;
        let reasons = self.doubts(own, late);
        let share = provision_share(self.input.provision, &reasons, late);
        let amount = share.and_then(|share| provision_of(basis, share));
        let codes: Vec<&str> = reasons.iter().map(|reason| reason.code()).collect();
        let say = &self.input.words().doubt;
        let words: Vec<String> = reasons
            .iter()
            .map(|reason| doubt_words(say, *reason, late))
            .collect();
        [
            share.map_or(Cell::Empty, Cell::Share),
            amount.map_or(Cell::Empty, |amount| Money::new(amount, currency).into()),
            if codes.is_empty() {
                Cell::Empty
            } else {
                Cell::word(codes.join(" "), words.join(", "))
            },
        ]
    }

    fn doubts(&self, own: &OpenItem<'_>, late: i64) -> Vec<DoubtReason> {
        let is_held = |hold| self.hold_day(own, hold).is_some();
        let applies = |reason: &DoubtReason| match reason {
            DoubtReason::Insolvent => is_held(Hold::Insolvency),
            DoubtReason::HandedOver => is_held(Hold::Handover),
            DoubtReason::Disputed => is_held(Hold::Dispute),
            DoubtReason::LimitationNear => self.near_limitation.contains(&own.invoice),
            DoubtReason::WrittenOffInPart => self.part_written_off.contains(&own.invoice),
            DoubtReason::Late => late > 0,
        };
        DoubtReason::ALL.into_iter().filter(applies).collect()
    }
}

fn doubt_words(say: &DoubtWords, reason: DoubtReason, late: i64) -> String {
    let words = match reason {
        DoubtReason::Insolvent => say.insolvent,
        DoubtReason::HandedOver => say.handed_over,
        DoubtReason::Disputed => say.disputed,
        DoubtReason::LimitationNear => say.limitation,
        DoubtReason::WrittenOffInPart => say.part_written_off,
        DoubtReason::Late => return (say.late)(late),
    };
    words.to_owned()
}
