//! Laws of VAT, over random invoices of several rates, paid and credited in random parts.

use super::quarter::read_return;
use crate::ledger::shelf::read_journal;
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::fmt::Write;
use tegoed::journal::model::Journal;
use tegoed::policy::jurisdiction::nl::LAW;
use tegoed::value::vat_code::VatCode;
use tegoed::value::vocabulary::VatBasis;
use tegoed::vat::cash_basis::is_by_invoice;
use tegoed::vat::eu_listing::list_eu_supplies;
use tegoed::vat::vat_entry::{VatEntry, VatPlace};
use tegoed::vat::vat_return::VatReturn;

/// The rates that invoices may have, as written, in hundredths of a per cent.
const RATES: [(&str, i64); 7] = [
    ("21%", 2100),
    ("9%", 900),
    ("0% reverse-charge", 0),
    ("0% eu-goods", 0),
    ("0% eu-services", 0),
    ("0% export", 0),
    ("exempt", 0),
];

/// What happens to an invoice, in the order of days.
#[derive(Clone, Debug)]
enum Event {
    Pay(u32),
    Bounce,
    Credit(u32),
}

/// An invoice of random rates, and all that happens to it.
#[derive(Clone, Debug)]
pub struct RandomInvoice {
    /// Rates by their places in the list, and net amounts in cents.
    parts: BTreeMap<usize, u32>,
    events: Vec<Event>,
    /// What ends it: paid in full, or credited in full.
    ends_paid: bool,
}

pub fn random_invoice() -> impl Strategy<Value = RandomInvoice> {
    let parts = prop::collection::btree_map(0..RATES.len(), 1..200_000_u32, 1..4);
    let event = prop_oneof![
        3 => (1..60_000_u32).prop_map(Event::Pay),
        1 => Just(Event::Bounce),
        1 => (1..40_000_u32).prop_map(Event::Credit),
    ];
    let events = prop::collection::vec(event, 0..6);
    (parts, events, any::<bool>()).prop_map(|(parts, events, ends_paid)| RandomInvoice {
        parts,
        events,
        ends_paid,
    })
}

fn vat_on(net: u32, rate: i64) -> i64 {
    (i64::from(net) * rate * 2 + 10_000) / 20_000
}

fn in_euros(cents: i64) -> String {
    format!("{}.{:02}", cents / 100, cents % 100)
}

impl RandomInvoice {
    fn total(&self) -> i64 {
        let parts = self.parts.iter();
        parts
            .map(|(rate, net)| i64::from(*net) + vat_on(*net, RATES[*rate].1))
            .sum()
    }

    /// The invoice and all that happens to it, until nothing is open; a day for each.
    pub fn write(&self, number: usize, out: &mut String) {
        let total = self.total();
        let month = number % 9 + 1;
        writeln!(
            out,
            "2026-{month:02}-03 invoice #{number} @k {} due 2026-12-30 | Work",
            in_euros(total)
        )
        .unwrap();
        for (rate, net) in &self.parts {
            let (code, rate) = RATES[*rate];
            let vat = vat_on(*net, rate);
            let vat = if rate > 0 {
                in_euros(vat) + " "
            } else {
                String::new()
            };
            writeln!(out, "  vat: {code} {vat}of {}", in_euros((*net).into())).unwrap();
        }
        let (mut open, mut day, mut credits) = (total, 4, 0);
        let mut paid: Vec<(i64, u32)> = Vec::new();
        let mut act = |event: &Event, open: &mut i64, day: &mut u32| match event {
            Event::Pay(cents) if *open > 0 => {
                let amount = i64::from(*cents).min(*open);
                writeln!(
                    out,
                    "2026-{month:02}-{day:02} payment #{number} {}",
                    in_euros(amount)
                )
                .unwrap();
                paid.push((amount, *day));
                *open -= amount;
                *day += 1;
            }
            Event::Bounce => {
                if let Some((amount, on)) = paid.pop() {
                    writeln!(
                        out,
                        "2026-{month:02}-{day:02} reversal #{number} {} of 2026-{month:02}-{on:02}",
                        in_euros(amount)
                    )
                    .unwrap();
                    *open += amount;
                    *day += 1;
                }
            }
            Event::Credit(cents) if *open > 0 => {
                let amount = i64::from(*cents).min(*open);
                credits += 1;
                writeln!(
                    out,
                    "2026-{month:02}-{day:02} credit #C{number}-{credits} for #{number} {}",
                    in_euros(amount)
                )
                .unwrap();
                *open -= amount;
                *day += 1;
            }
            Event::Pay(_) | Event::Credit(_) => {}
        };
        for event in &self.events {
            act(event, &mut open, &mut day);
        }
        let rest = u32::try_from(open).unwrap();
        let last = if self.ends_paid {
            Event::Pay(rest)
        } else {
            Event::Credit(rest)
        };
        act(&last, &mut open, &mut day);
        assert_eq!(open, 0);
    }
}

/// A journal of invoices and all that happens to them.
pub fn write_journal(invoices: &[RandomInvoice]) -> String {
    let mut text = "format 1\ncustomer @k\n  name: K\n  kind: business\n  country: DE\n  vat-id: DE123456789\n".to_owned();
    for (number, invoice) in invoices.iter().enumerate() {
        invoice.write(number, &mut text);
    }
    text
}

/// Net and VAT in cents, by number of the invoice and code.
fn sums<'e>(
    journal: &Journal,
    entries: impl Iterator<Item = &'e VatEntry>,
) -> BTreeMap<(String, Option<VatCode>), (i128, i128)> {
    let mut sums: BTreeMap<(String, Option<VatCode>), (i128, i128)> = BTreeMap::new();
    for entry in entries {
        let about = journal.invoice_no(entry.invoice.unwrap_or(entry.number));
        let sum = sums.entry((about.to_owned(), entry.part.code)).or_default();
        sum.0 += entry.part.net.0;
        sum.1 += entry.part.vat.0;
    }
    sums.retain(|_, sum| *sum != (0, 0));
    sums
}

fn year(journal: &Journal, basis: VatBasis) -> VatReturn {
    read_return(journal, "2026-12-31", "2026", basis)
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn boxes_hold_what_their_entries_say_and_the_listing_is_box_3b(
        invoices in prop::collection::vec(random_invoice(), 1..5),
    ) {
        let journal = read_journal(&write_journal(&invoices));
        let found = year(&journal, VatBasis::Invoice);
        for row in found.rows(&LAW) {
            let entries = found.entries_of((row.vat_box, row.kind));
            let (net, vat) = entries.fold((0, 0), |(net, vat), entry| {
                (net + entry.part.net.0, vat + entry.part.vat.0)
            });
            prop_assert_eq!((row.net.0, row.vat.0), (net, vat));
        }
        let listed: i128 = list_eu_supplies(&journal, &found.entries)
            .iter()
            .map(|supply| supply.goods.0 + supply.services.0)
            .sum();
        let in_euros: i128 = list_eu_supplies(&journal, &found.entries)
            .iter()
            .map(|supply| supply.rounded_goods.0 + supply.rounded_services.0)
            .sum();
        prop_assert_eq!(in_euros, listed.div_euclid(100) * 100);
        let rows = found.rows(&LAW);
        let within = rows.iter().find(|row| row.vat_box.name == "3b").unwrap();
        prop_assert_eq!(listed, within.net.0);
        let unknown = found.entries_at(VatPlace::Unknown).count();
        prop_assert_eq!(unknown, 0);
    }

    #[test]
    fn quarters_add_up_to_the_year(invoices in prop::collection::vec(random_invoice(), 1..5)) {
        let journal = read_journal(&write_journal(&invoices));
        for basis in [VatBasis::Invoice, VatBasis::Cash] {
            let whole = year(&journal, basis);
            let quarters = ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"]
                .map(|quarter| read_return(&journal, "2026-12-31", quarter, basis));
            let all = quarters.iter().flat_map(|quarter| &quarter.entries);
            prop_assert_eq!(sums(&journal, all), sums(&journal, whole.entries.iter()));
        }
    }

    #[test]
    fn what_was_paid_in_the_end_has_the_vat_of_its_invoice_whatever_the_parts(
        invoices in prop::collection::vec(random_invoice(), 1..5),
    ) {
        let journal = read_journal(&write_journal(&invoices));
        let by_invoice = sums(&journal, year(&journal, VatBasis::Invoice).entries.iter());
        let by_receipt = sums(&journal, year(&journal, VatBasis::Cash).entries.iter());
        prop_assert_eq!(by_receipt, by_invoice);
    }

    #[test]
    fn what_was_credited_whole_leaves_nothing_in_any_box(mut invoice in random_invoice()) {
        invoice.ends_paid = false;
        invoice.events.retain(|event| matches!(event, Event::Credit(_)));
        let journal = read_journal(&write_journal(&[invoice]));
        let left = sums(&journal, year(&journal, VatBasis::Invoice).entries.iter());
        prop_assert!(left.is_empty(), "{:?}", left);
    }

    #[test]
    fn what_was_lost_and_credited_leaves_the_vat_of_the_money_kept(
        net in 1_000..200_000_u32,
        reduced in any::<bool>(),
        events in prop::collection::vec(random_loss(), 0..7),
        paid_out in any::<bool>(),
    ) {
        let rate = if reduced { 900 } else { 2_100 };
        let total = i64::from(net) + vat_on(net, rate);
        let (text, kept, charged) = write_losses((total, rate), &events, paid_out);
        let journal = read_journal(&text);
        let owed = kept.min(charged);
        let inside = i128::from((owed * rate * 2 + 10_000 + rate) / (2 * (10_000 + rate)));
        for basis in [VatBasis::Invoice, VatBasis::Cash] {
            let vat: i128 = ["2026", "2027"]
                .iter()
                .flat_map(|year| read_return(&journal, "2027-12-31", year, basis).entries)
                .map(|entry| entry.part.vat.0)
                .sum();
            // Each credit note is rounded by itself.
            let slack = i128::try_from(events.len()).unwrap() + 1;
            prop_assert!((vat - inside).abs() <= slack, "{:?}: {} for {}\n{}", basis, vat, inside, text);
        }
    }
}

/// What may happen to an invoice that is not paid whole, in cents.
#[derive(Clone, Copy, Debug)]
enum Loss {
    Pay(u32),
    Credit(u32),
    WriteOff(u32),
    Settle(u32),
}

fn random_loss() -> impl Strategy<Value = Loss> {
    prop_oneof![
        (1..90_000_u32).prop_map(Loss::Pay),
        (1..90_000_u32).prop_map(Loss::Credit),
        (1..90_000_u32).prop_map(Loss::WriteOff),
        (1..90_000_u32).prop_map(Loss::Settle),
    ]
}

/// An invoice of a total and a rate with what happens to it, all of it given up in the end; the money that was kept, and
/// what credit notes left of the invoice.
fn write_losses((total, rate): (i64, i64), events: &[Loss], paid_out: bool) -> (String, i64, i64) {
    let mut text = format!(
        "format 1\ncustomer @k\n  name: K\n  kind: business\n2026-01-01 invoice #1 @k {} vat {}% due 2026-06-30 | Work\n",
        in_euros(total),
        rate / 100
    );
    let (mut open, mut kept, mut credited, mut given_up, mut account) = (total, 0, 0, 0, 0);
    let credits = i64::from(u32::MAX);
    for (place, event) in events.iter().enumerate() {
        let day = format!("2026-02-{:02}", 2 * place + 1);
        match *event {
            Loss::Pay(cents) if open + given_up > 0 => {
                // What was settled is gone: only what is open or written off takes money.
                let amount = i64::from(cents).min(open);
                if amount > 0 {
                    writeln!(text, "{day} payment #1 {}", in_euros(amount)).unwrap();
                    open -= amount;
                    kept += amount;
                }
            }
            Loss::Credit(cents) => {
                let amount = i64::from(cents).min(total - credited).min(credits);
                if amount > 0 {
                    writeln!(text, "{day} credit #C{place} for #1 {}", in_euros(amount)).unwrap();
                    credited += amount;
                    account += (amount - open).max(0);
                    open = (open - amount).max(0);
                }
            }
            Loss::WriteOff(cents) if open > 0 => {
                let amount = i64::from(cents).min(open);
                writeln!(text, "{day} writeoff #1 {}", in_euros(amount)).unwrap();
                open -= amount;
                given_up += amount;
            }
            Loss::Settle(cents) if open > 1 => {
                let amount = i64::from(cents).min(open - 1);
                let next = format!("2026-02-{:02}", 2 * place + 2);
                writeln!(text, "{day} settle #1 {} by {next}", in_euros(amount)).unwrap();
                writeln!(text, "{next} payment #1 {}", in_euros(amount)).unwrap();
                kept += amount;
                open = 0;
            }
            _ => {}
        }
    }
    if open > 0 {
        writeln!(text, "2026-03-20 writeoff #1 {}", in_euros(open)).unwrap();
    }
    // More than was kept is no money of this invoice: nobody pays it out.
    if paid_out && account > 0 && account <= kept {
        writeln!(text, "2026-04-01 refund @k {}", in_euros(account)).unwrap();
        kept -= account;
    }
    (text, kept, total - credited)
}

/// What takes from an invoice that nobody pays, in cents, and whether a credit note names one of its rates.
#[derive(Clone, Copy, Debug)]
enum Unpaid {
    WriteOff(u32),
    Credit(u32, bool),
}

fn random_unpaid() -> impl Strategy<Value = Unpaid> {
    prop_oneof![
        (1..90_000_u32).prop_map(Unpaid::WriteOff),
        (1..90_000_u32, any::<bool>()).prop_map(|(cents, named)| Unpaid::Credit(cents, named)),
    ]
}

/// An invoice of some rates, of which losses and credit notes take something until the end.
fn write_unpaid(parts: &BTreeMap<usize, u32>, events: &[Unpaid]) -> String {
    let invoice = RandomInvoice {
        parts: parts.clone(),
        events: Vec::new(),
        ends_paid: false,
    };
    let mut text = write_journal(std::slice::from_ref(&invoice));
    text.truncate(text.find("2026-01-04").unwrap_or(text.len()));
    let mut open = invoice.total();
    let rate = RATES[*parts.keys().next().unwrap()].0;
    for (place, event) in events.iter().enumerate() {
        let day = format!("2026-02-{:02}", place + 1);
        let (Unpaid::WriteOff(cents) | Unpaid::Credit(cents, _)) = *event;
        let amount = i64::from(cents).min(open);
        if amount == 0 {
            break;
        }
        open -= amount;
        let amount = in_euros(amount);
        match event {
            Unpaid::WriteOff(_) => writeln!(text, "{day} writeoff #0 {amount}"),
            Unpaid::Credit(_, true) => {
                writeln!(text, "{day} credit #C{place} for #0 {amount} vat {rate}")
            }
            Unpaid::Credit(_, false) => writeln!(text, "{day} credit #C{place} for #0 {amount}"),
        }
        .unwrap();
    }
    text
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn by_receipt_nothing_stands_in_a_box_while_nobody_paid(
        parts in prop::collection::btree_map(0..RATES.len(), 1..200_000_u32, 1..4),
        events in prop::collection::vec(random_unpaid(), 1..7),
    ) {
        let text = write_unpaid(&parts, &events);
        let journal = read_journal(&text);
        let own = |entry: &&VatEntry| !is_by_invoice(entry.part.code);
        let found = year(&journal, VatBasis::Cash);
        let declared: Vec<_> = found.entries.iter().filter(own).collect();
        prop_assert!(declared.is_empty(), "{:?}\n{}", declared, text);
    }
}
