//! Laws of the books: every entry adds up to nothing, debtors are the balances of the ledger, and VAT is the return.

use super::books::{Books, half_the_cases, read_books};
use crate::ledger::figures::days_to_ask;
use crate::ledger::random::{RandomJournal, random_journal};
use crate::ledger::shelf::{parse_day, read_journal};
use crate::vat::laws::{random_invoice, write_journal};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use tegoed::bookkeeping::vat_share::VatShares;
use tegoed::journal::model::{AccountKey, Component, InvoiceIx};
use tegoed::ledger::ageing::{AgeingBasis, Buckets, build_ageing};
use tegoed::ledger::vat_breakdown::VatBreakdown;
use tegoed::policy::jurisdiction::nl::LAW;
use tegoed::value::ledger_account::LedgerAccount;
use tegoed::value::period::Period;
use tegoed::value::vocabulary::VatBasis;
use tegoed::vat::vat_entry::VatPlace;
use tegoed::vat::vat_return::{VatEntries, VatRowKind};

const RATES: [&str; 6] = [
    "",
    " vat 21%",
    " vat 9%",
    " vat 0% eu-services",
    " vat exempt",
    " vat 21%",
];

/// A random journal whose invoices and credit notes bear VAT, and whose payments sometimes came through an agency.
pub fn with_vat(story: &RandomJournal, basis: &str, choice: usize) -> String {
    let header = story.header_text().replace(
        "  name: Vector\n",
        &format!("  name: Vector\n  vat-basis: {basis}\n"),
    );
    let entries = story
        .dated_texts()
        .into_iter()
        .enumerate()
        .map(|(place, told)| {
            let (first, rest) = told.text.split_once('\n').unwrap();
            let rate = RATES[(place + choice) % RATES.len()];
            if first.contains(" invoice #") || first.contains(" credit #") && place % 2 == 0 {
                let (before, due) = first
                    .split_once(" due ")
                    .map_or((first, String::new()), |(before, due)| {
                        (before, format!(" due {due}"))
                    });
                format!("{before}{rate}{due}\n{rest}")
            } else if first.contains(" payment ") && place % 3 == 0 && !first.contains("USD") {
                format!("{first}\n  commission: 0.01\n{rest}")
            } else {
                told.text
            }
        });
    header + &entries.collect::<String>()
}

fn debtors(books: &Books) -> BTreeMap<AccountKey, i128> {
    let mut sums = BTreeMap::new();
    for entry in &books.entries {
        for line in &entry.lines {
            if matches!(
                line.account,
                LedgerAccount::Debtors | LedgerAccount::Prepaid
            ) {
                *sums
                    .entry((line.customer.unwrap(), entry.currency))
                    .or_insert(0) += line.amount.0;
            }
        }
    }
    sums.retain(|_, sum| *sum != 0);
    sums
}

/// What stands on the account of debtors for each part of an invoice.
fn debtors_by_invoice(books: &Books) -> BTreeMap<(InvoiceIx, Component), i128> {
    let mut sums = BTreeMap::new();
    for line in books.entries.iter().flat_map(|entry| &entry.lines) {
        if let Some(invoice) = line.invoice {
            assert_eq!(line.account, LedgerAccount::Debtors);
            *sums.entry((invoice, line.component)).or_insert(0) += line.amount.0;
        }
    }
    sums.retain(|_, sum| *sum != 0);
    sums
}

/// What is open of each part of an invoice.
fn open_by_invoice(books: &Books) -> BTreeMap<(InvoiceIx, Component), i128> {
    let mut sums = BTreeMap::new();
    for (item, state) in books.ledger.items.iter() {
        let invoice = books.journal.items[item].invoice;
        *sums.entry((invoice, Component::Principal)).or_insert(0) += i128::from(state.open.0);
    }
    for (invoice, charges) in &books.ledger.charges {
        for component in [Component::Costs, Component::Fee, Component::Interest] {
            sums.insert((*invoice, component), charges.amount_of(component).0);
        }
    }
    sums.retain(|_, sum| *sum != 0);
    sums
}

fn balances(books: &Books) -> BTreeMap<AccountKey, i128> {
    let rows = build_ageing(
        &books.journal,
        &books.ledger,
        &Buckets::default(),
        AgeingBasis::Due,
    );
    let rows = rows.into_iter().filter(|row| !row.balance.is_zero());
    rows.map(|row| ((row.customer, row.currency), row.balance.0))
        .collect()
}

/// Credit of VAT accounts, of VAT asked back and of turnover within a period, by box.
type BoxSums = BTreeMap<&'static str, [i128; 3]>;

fn sums_of_lines(books: &Books, period: Period) -> BoxSums {
    let mut sums = BoxSums::new();
    for entry in books
        .entries
        .iter()
        .filter(|entry| period.contains(entry.date))
    {
        for line in &entry.lines {
            let Some(vat) = line.vat else { continue };
            let VatPlace::InBox(vat_box) = vat.place else {
                continue;
            };
            let place = match line.account {
                LedgerAccount::Vat(_) => 0,
                LedgerAccount::VatReclaimed => 1,
                LedgerAccount::Income(_) => 2,
                _ => continue,
            };
            sums.entry(vat_box.name).or_default()[place] -= line.amount.0;
        }
    }
    sums.retain(|_, sums| *sums != [0; 3]);
    sums
}

fn sums_of_return(books: &Books, period: Period, basis: VatBasis) -> BoxSums {
    let breakdown = VatBreakdown::new(&books.journal);
    let entries = VatEntries::new((&books.journal, &books.ledger), &LAW, &breakdown, basis);
    let found = entries.of_period(period);
    let mut sums = BoxSums::new();
    for row in found.rows(&LAW) {
        let sum = sums.entry(row.vat_box.name).or_default();
        match row.kind {
            VatRowKind::Sales => {
                sum[0] += row.vat.0;
                sum[2] += row.net.0;
            }
            VatRowKind::ReliefUndone => sum[0] += row.vat.0,
            VatRowKind::Relief => sum[1] += row.vat.0,
        }
    }
    sums.retain(|_, sums| *sums != [0; 3]);
    sums
}

fn assert_sound(books: &Books) -> Result<(), TestCaseError> {
    let mut ids = BTreeSet::new();
    for entry in &books.entries {
        prop_assert_eq!(entry.sum().0, 0, "{} {}", entry.id, books.write());
        prop_assert!(
            ids.insert(&entry.id),
            "{} comes twice\n{}",
            entry.id,
            books.write()
        );
    }
    prop_assert!(books.entries.is_sorted_by_key(|entry| entry.date));
    prop_assert_eq!(debtors(books), balances(books), "{}", books.write());
    prop_assert_eq!(
        debtors_by_invoice(books),
        open_by_invoice(books),
        "{}",
        books.write()
    );
    Ok(())
}

/// A journal without its credit notes: what of one stands on account has VAT too, which waits until it is paid out.
fn without_credit_notes(text: &str) -> String {
    let mut is_left_out = false;
    let lines = text.lines().filter(|line| {
        is_left_out = line.contains(" credit #") || is_left_out && line.starts_with(' ');
        !is_left_out
    });
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// What an account comes to.
fn balance_of(books: &Books, account: LedgerAccount) -> i128 {
    let lines = books.entries.iter().flat_map(|entry| &entry.lines);
    let own = lines.filter(|line| line.account == account);
    own.map(|line| line.amount.0).sum()
}

/// VAT that waits until it is paid, and that in what is open of invoices.
fn vat_that_waits(books: &Books) -> (i128, i128) {
    let lines = books.entries.iter().flat_map(|entry| &entry.lines);
    let waits = lines.filter(|line| line.account == LedgerAccount::VatNotDue);
    let waits = waits.map(|line| -line.amount.0).sum();
    let breakdown = VatBreakdown::new(&books.journal);
    let shares = VatShares::new(&books.journal, &breakdown, &books.ledger);
    let items = books.ledger.items.iter();
    let in_open = items.filter_map(|(item, _)| shares.vat_of_item(item));
    (waits, in_open.map(|vat| vat.0).sum())
}

proptest! {
    #![proptest_config(half_the_cases())]

    #[test]
    fn entries_balance_and_debtors_are_the_balances_of_the_ledger(story in random_journal(), choice in 0..6_usize) {
        for basis in ["invoice", "cash"] {
            let text = with_vat(&story, basis, choice);
            for day in days_to_ask(&read_journal(&text)).into_iter().step_by(3) {
                assert_sound(&read_books(&text, day))?;
            }
            assert_sound(&read_books(&text, parse_day("2028-01-01")))?;
        }
    }

    #[test]
    fn what_was_posted_by_a_day_is_posted_alike_on_a_later_one(story in random_journal(), choice in 0..6_usize) {
        let text = with_vat(&story, "invoice", choice);
        let whole = read_books(&text, parse_day("2028-01-01"));
        for day in days_to_ask(&read_journal(&text)).into_iter().step_by(3) {
            let known = read_books(&text, day).write();
            prop_assert!(whole.write().starts_with(&known), "{}\n{}", known, whole.write());
        }
    }

    #[test]
    fn vat_accounts_of_a_period_are_its_return(story in random_journal(), choice in 0..6_usize) {
        let books = read_books(&with_vat(&story, "invoice", choice), parse_day("2028-01-01"));
        for period in ["2026-01", "2026-02", "2026-03", "2027-Q1", "2027"] {
            let period = Period::from_text(period).unwrap();
            prop_assert_eq!(sums_of_lines(&books, period), sums_of_return(&books, period, VatBasis::Invoice), "{}", books.write());
        }
        let books = read_books(&with_vat(&story, "cash", choice), parse_day("2028-01-01"));
        for period in ["2026-01", "2026-02", "2027"] {
            let period = Period::from_text(period).unwrap();
            let vat_only = |sums: BoxSums| -> BTreeMap<_, _> {
                sums.into_iter().map(|(name, sums)| (name, sums[0])).filter(|(_, sum)| *sum != 0).collect()
            };
            prop_assert_eq!(
                vat_only(sums_of_lines(&books, period)),
                vat_only(sums_of_return(&books, period, VatBasis::Cash)),
                "{}", books.write()
            );
        }
    }

    #[test]
    fn by_receipt_only_the_vat_in_what_is_open_waits(story in random_journal(), choice in 0..6_usize) {
        let text = without_credit_notes(&with_vat(&story, "cash", choice));
        for day in days_to_ask(&read_journal(&text)).into_iter().step_by(3) {
            let books = read_books(&text, day);
            let (waits, in_open) = vat_that_waits(&books);
            prop_assert_eq!(waits, in_open, "{}\n{}", text, books.write());
        }
    }

    /// Nothing is given up here, so nothing is lost; what was asked back and is not owed again is a provision until nothing
    /// stands any more.
    #[test]
    fn vat_asked_back_of_what_stands_is_a_provision_and_no_loss(
        invoices in prop::collection::vec(random_invoice(), 1..4),
        (month, day) in (1..12_u32, 1..28_u32),
    ) {
        let text = write_journal(&invoices)
            .replacen("format 1\n", "format 1\nbusiness\n  name: B\n  country: NL\n  vat-basis: invoice\n", 1)
            + &format!("2026-{month:02}-{day:02} insolvent @k\n");
        let days = days_to_ask(&read_journal(&text));
        for day in days.into_iter().step_by(3).chain([parse_day("2027-12-31")]) {
            let books = read_books(&text, day);
            let provision = balance_of(&books, LedgerAccount::Provision);
            prop_assert_eq!(balance_of(&books, LedgerAccount::BadDebt), 0, "{} {}\n{}", day, text, books.write());
            prop_assert!(provision <= 0, "{} {}\n{}", day, text, books.write());
            if books.ledger.items.iter().all(|(_, item)| item.open.is_zero()) {
                prop_assert_eq!(provision, 0, "{} {}\n{}", day, text, books.write());
            }
        }
    }

    #[test]
    fn by_receipt_what_waits_is_the_vat_in_open_items_of_several_rates(
        invoices in prop::collection::vec(random_invoice(), 1..4),
    ) {
        let text = write_journal(&invoices).replacen(
            "format 1\n", "format 1\nbusiness\n  name: B\n  country: NL\n  vat-basis: cash\n", 1,
        );
        let days = days_to_ask(&read_journal(&text));
        for day in days.into_iter().step_by(5).chain([parse_day("2027-12-31")]) {
            let books = read_books(&text, day);
            let (waits, in_open) = vat_that_waits(&books);
            prop_assert_eq!(waits, in_open, "{} {}\n{}", day, text, books.write());
        }
    }
}

/// A credit note for one of several rates leaves another share of VAT in what is open; what waits is as much.
#[test]
fn by_receipt_a_credit_note_for_one_rate_changes_what_waits() {
    let text = "format 1\nbusiness\n  name: B\n  country: NL\n  vat-basis: cash\n\
        customer @c\n  name: C\n  kind: business\n  terms: 30 days\n\
        2026-01-05 invoice #I @c 230.00\n  vat: 21% 21.00 of 100.00\n  vat: 9% 9.00 of 100.00\n\
        2026-02-02 payment #I 100.00\n\
        2026-02-03 credit #K for #I 40.00 vat 21%\n\
        2026-02-04 payment #I 30.00\n";
    for day in ["2026-01-31", "2026-02-02", "2026-02-03", "2026-03-01"] {
        let (waits, in_open) = vat_that_waits(&read_books(text, parse_day(day)));
        assert_eq!(waits, in_open, "{day}");
    }
}
