//! `stats`: how much there is of everything, and what it adds up to.

use super::shared::page::{PageBasis, column, column_visible, start_page};
use super::shared::report_definition::{Report, ReportFn};
use super::shared::report_input::ReportInput;
use crate::document::{Cell, ColumnVisibility, Document, Table};
use crate::insight::first_contact::days_to_first_contact;
use crate::insight::invoice_lag::days_to_invoice;
use crate::journal::model::{Journal, MovementKind, NumberUse};
use crate::language::enum_labels::StatisticsWords;
use crate::ledger::model::{AllocationRule, Ledger};
use crate::value::currency::Currency;
use crate::value::money::{Minor, Money, Totals};
use chrono::NaiveDate;

/// How much there is of everything.
pub static STATS: Report = Report {
    name: "stats",
    aliases: &[],
    about: "how much there is of everything, and what it adds up to",
    flags: &[],
    columns: "",
    write: ReportFn::All(write),
};

fn write(input: ReportInput<'_>) -> Vec<Document> {
    let head = &input.language.phrases.heading;
    let title = input.language.phrases.title.stats;
    let mut page = start_page(input, "stats", title, PageBasis::Entries);
    let mut rows = count_rows(input);
    let say = &input.language.phrases.figure;
    let journal = input.day.journal;
    let medians = [
        (
            "days_to_first_contact",
            say.first_contact,
            days_to_first_contact(journal, input.day.ledger, input.day.history()),
        ),
        (
            "days_to_invoice",
            say.days_to_invoice,
            days_to_invoice(journal, input.day.as_of()),
        ),
    ];
    rows.extend(medians.into_iter().filter_map(|(code, said, days)| {
        Some(vec![
            Cell::word(code, said),
            Cell::Empty,
            Cell::Halves(days?.0),
        ])
    }));
    rows.extend(sum_rows(input));
    page.push_table(Table::new(
        vec![
            column("figure", head.figure),
            column_visible("currency", head.currency, ColumnVisibility::WhenUsed),
            column("value", head.value),
        ],
        rows,
    ));
    vec![page]
}

/// Every dated entry's day.
fn entry_days(journal: &Journal) -> impl Iterator<Item = NaiveDate> + '_ {
    journal.dated_entries().map(|(day, _)| day)
}

fn count_rows(input: ReportInput<'_>) -> Vec<Vec<Cell>> {
    let (journal, as_of) = (input.day.journal, input.day.as_of());
    let say = &input.language.phrases.figure;
    let until = || entry_days(journal).filter(|day| *day <= as_of);
    let of_kind = |kind| {
        let all = journal.movements.as_slice().iter();
        all.filter(|movement| movement.kind == kind && movement.date <= as_of)
            .count()
    };
    let events = input.day.history().events();
    let contacts = events.clone().filter(|event| {
        event.is_contact() && event.has_reached_customer() && !event.may_lie_ahead(as_of)
    });
    let letters = events.filter(|event| event.sent_letter().is_some());
    let invoices = journal
        .invoices
        .as_slice()
        .iter()
        .filter(|invoice| invoice.number_use == NumberUse::Invoice && invoice.date <= as_of);
    let files = input.day.source_lookup.source_files().len();
    let row = |code, said, value| vec![Cell::word(code, said), Cell::Empty, value];
    let count = |code, said, count| row(code, said, Cell::count(count));
    vec![
        count("files", say.files, files),
        count("entries", say.entries, until().count()),
        row("first_entry", say.first_entry, until().min().into()),
        row("last_entry", say.last_entry, until().max().into()),
        count("customers", say.customers, journal.customers.len()),
        count("invoices", say.invoices, invoices.count()),
        count("credits", say.credits, of_kind(MovementKind::Credit)),
        count("payments", say.payments, of_kind(MovementKind::Payment)),
        count("letters", say.letters, letters.count()),
        count("contacts", say.contacts, contacts.count()),
    ]
}

/// The code of what agencies keep of what came in.
const COMMISSION: &str = "commission";
/// The code of what came in without that.
const RECEIVED_NET: &str = "received_net";

/// A sum over the journal: its word for programs, for people, and its figures by currency.
struct StatisticsTotal {
    code: &'static str,
    label: &'static str,
    totals: Totals,
}

fn sum_rows(input: ReportInput<'_>) -> Vec<Vec<Cell>> {
    let sums = all_sums(
        input.day.journal,
        input.day.ledger,
        &input.language.phrases.figure,
    );
    let mut currencies: Vec<Currency> = sums
        .iter()
        .flat_map(|sum| sum.totals.iter().map(|money| money.currency))
        .collect();
    currencies.sort_unstable();
    currencies.dedup();
    let rows = currencies.iter().flat_map(|currency| {
        let row = |sum: &StatisticsTotal| {
            let money = Money::new(sum.totals.amount_in(*currency), *currency);
            vec![
                Cell::word(sum.code, sum.label),
                Cell::Currency(*currency),
                money.into(),
            ]
        };
        // What an agency keeps is told where one keeps something.
        let is_told = |sum: &&StatisticsTotal| {
            let is_agency = matches!(sum.code, COMMISSION | RECEIVED_NET);
            !is_agency || has_commission(&sums, *currency)
        };
        sums.iter().filter(is_told).map(row).collect::<Vec<_>>()
    });
    rows.collect()
}

fn has_commission(sums: &[StatisticsTotal], currency: Currency) -> bool {
    let mut kept = sums.iter().filter(|sum| sum.code == COMMISSION);
    kept.any(|sum| !sum.totals.amount_in(currency).is_zero())
}

fn all_sums(journal: &Journal, ledger: &Ledger, say: &StatisticsWords) -> Vec<StatisticsTotal> {
    let moved = |kind| movement_totals(journal, ledger, kind);
    let stepped = |rule, sign| allocation_totals(journal, ledger, rule, sign);
    let sum = |code, said, totals| StatisticsTotal {
        code,
        label: said,
        totals,
    };
    let open = open_totals(journal, ledger);
    let charges = charge_totals(journal, ledger);
    let on_account = on_account_totals(ledger);
    let unknown = journal.unknown_payments_by(ledger.as_of).into_iter();
    let unknown = unknown.map(|payment| payment.amount).collect();
    let balance = open
        .iter()
        .chain(charges.iter())
        .chain(on_account.iter())
        .collect();
    vec![
        sum("invoiced", say.invoiced, invoiced_totals(journal, ledger)),
        sum("credited", say.credited, moved(MovementKind::Credit)),
        sum("claimed", say.claimed, stepped(AllocationRule::Claimed, -1)),
        sum("waived", say.waived, stepped(AllocationRule::Waived, 1)),
        sum("received", say.received, moved(MovementKind::Payment)),
        sum(
            COMMISSION,
            say.commission,
            commission_totals(journal, ledger),
        ),
        sum(RECEIVED_NET, say.received_net, net_totals(journal, ledger)),
        sum("reversed", say.reversed, moved(MovementKind::Reversal)),
        sum("refunded", say.refunded, moved(MovementKind::Refund)),
        sum(
            "discounts",
            say.discounts,
            stepped(AllocationRule::Discount, 1),
        ),
        sum(
            "settlements",
            say.settlements,
            stepped(AllocationRule::Settlement, 1),
        ),
        sum(
            "written_off",
            say.written_off,
            stepped(AllocationRule::WrittenOff, 1),
        ),
        sum("open", say.open, open),
        sum("charges", say.charges, charges),
        sum("unallocated", say.unallocated, on_account),
        sum("balance", say.balance, balance),
        sum("payer_unknown", say.payer_unknown, unknown),
    ]
}

fn invoiced_totals(journal: &Journal, ledger: &Ledger) -> Totals {
    let all = journal.invoices.as_slice().iter();
    all.filter(|invoice| invoice.number_use == NumberUse::Invoice && invoice.date <= ledger.as_of)
        .filter_map(|invoice| Some(Money::new(invoice.amount()?.into(), invoice.currency)))
        .collect()
}

fn movement_totals(journal: &Journal, ledger: &Ledger, kind: MovementKind) -> Totals {
    let all = journal.movements.as_slice().iter();
    all.filter(|movement| movement.kind == kind && movement.date <= ledger.as_of)
        .map(|movement| Money::new(movement.minor(), movement.currency))
        .collect()
}

/// What agencies and lawyers kept of payments.
fn commission_totals(journal: &Journal, ledger: &Ledger) -> Totals {
    let all = journal.movements.as_slice().iter();
    let counted = all.filter(|movement| movement.date <= ledger.as_of);
    counted
        .filter_map(|movement| Some(Money::new(movement.commission()?, movement.currency)))
        .collect()
}

/// What came in, less what they kept.
fn net_totals(journal: &Journal, ledger: &Ledger) -> Totals {
    let kept = commission_totals(journal, ledger);
    let received = movement_totals(journal, ledger, MovementKind::Payment);
    let kept = kept
        .iter()
        .map(|money| Money::new(-money.minor, money.currency));
    received.iter().chain(kept).collect()
}

fn allocation_totals(
    journal: &Journal,
    ledger: &Ledger,
    rule: AllocationRule,
    sign: i128,
) -> Totals {
    let steps = ledger.allocations.iter().filter(|step| step.rule == rule);
    steps
        .map(|step| {
            let invoice = &journal.invoices[journal.items[step.item].invoice];
            let minor = Minor(i128::from(step.amount.0).saturating_mul(sign));
            Money::new(minor, invoice.currency)
        })
        .collect()
}

fn open_totals(journal: &Journal, ledger: &Ledger) -> Totals {
    let items = journal
        .items
        .iter()
        .filter(|(number, _)| !ledger.items[*number].open.is_zero());
    items
        .map(|(number, item)| {
            let invoice = &journal.invoices[item.invoice];
            Money::new(ledger.items[number].open.into(), invoice.currency)
        })
        .collect()
}

fn charge_totals(journal: &Journal, ledger: &Ledger) -> Totals {
    let all = ledger.charges.iter();
    all.map(|(invoice, charges)| Money::new(charges.sum(), journal.invoices[*invoice].currency))
        .collect()
}

fn on_account_totals(ledger: &Ledger) -> Totals {
    let all = ledger.on_account.iter();
    all.flat_map(|((_, currency), credits)| {
        credits
            .iter()
            .map(|credit| Money::new(-credit.remaining, *currency))
    })
    .collect()
}
