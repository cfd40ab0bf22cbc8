//! What holds for every journal, on every day.

use super::figures::{days_to_ask, ledger_lines, post_as_of};
use super::oracle::{Deposit, Oracle};
use super::random::{DatedText, RandomJournal, random_journal};
use super::shelf::{
    corpus_journals, last_day, parse_day, read_journal, read_split, read_with_errors,
};
use chrono::NaiveDate;
use proptest::prelude::*;
use std::collections::BTreeMap;
use tegoed::journal::model::{Component, InvoiceIx, ItemIx, Journal, NumberUse};
use tegoed::ledger::ageing::{AgeingBasis, Buckets, build_ageing};
use tegoed::ledger::model::{Charges, FaultEntry, FaultKind, Ledger, Status};
use tegoed::ledger::statement::build_statement;
use tegoed::value::money::Minor;

fn post_ledger(journal: &Journal, day: NaiveDate) -> Ledger {
    tegoed::ledger::post(journal, day)
}

/// Everything that must hold of one ledger.
fn assert_laws(journal: &Journal, ledger: &Ledger) {
    assert_steps_explain_open(journal, ledger);
    assert_pages_add_up(journal, ledger);
    assert_money_conserved(journal, ledger);
    assert_oracle_agrees(journal, ledger);
}

fn assert_steps_explain_open(journal: &Journal, ledger: &Ledger) {
    let mut settled: BTreeMap<ItemIx, i128> = BTreeMap::new();
    let mut charged: BTreeMap<(InvoiceIx, Component), i128> = BTreeMap::new();
    for step in &ledger.allocations {
        assert!(step.date <= ledger.as_of && !step.amount.is_zero());
        if step.component == Component::Principal {
            *settled.entry(step.item).or_default() += i128::from(step.amount.0);
        } else {
            let invoice = journal.items[step.item].invoice;
            *charged.entry((invoice, step.component)).or_default() -= i128::from(step.amount.0);
        }
    }
    for (item, state) in ledger.items.iter() {
        let amount = journal.items[item].amount.0;
        let settled = settled.get(&item).copied().unwrap_or(0);
        let future = state.status == Status::Future;
        assert_eq!(
            future,
            journal.invoices[journal.items[item].invoice].date > ledger.as_of
        );
        assert!((0..=amount).contains(&state.open.0));
        assert_eq!(
            i128::from(state.open.0),
            if future {
                0
            } else {
                i128::from(amount) - settled
            }
        );
        assert_eq!(state.status == Status::Open, state.open.is_positive());
        assert_eq!(state.closed.is_none(), future || state.open.is_positive());
    }
    for ((invoice, component), sum) in charged {
        let charges = ledger.charges.get(&invoice).copied().unwrap_or_default();
        assert_eq!(charges.amount_of(component), Minor(sum));
        assert!(sum >= 0);
    }
}

fn assert_pages_add_up(journal: &Journal, ledger: &Ledger) {
    for (invoice, written) in journal.invoices.iter() {
        if let (NumberUse::Invoice, Some(amount)) = (written.number_use, written.amount()) {
            let parts: i64 = journal
                .items_of(invoice)
                .map(|item| journal.items[item].amount.0)
                .sum();
            assert_eq!(parts, amount.0, "parts of {}", journal.invoice_no(invoice));
        }
    }
    for basis in [AgeingBasis::Due, AgeingBasis::Invoice] {
        for buckets in [Buckets::default(), Buckets::new(&[5]).unwrap()] {
            for row in build_ageing(journal, ledger, &buckets, basis) {
                let mut sum = row.charges + row.unallocated;
                for bucket in &row.buckets {
                    sum += *bucket;
                }
                assert_eq!(sum, row.balance);
                assert!(row.unallocated <= Minor::ZERO);
                let lines = build_statement(journal, ledger, row.customer, row.currency);
                assert_eq!(lines.last().map(|line| line.balance), Some(row.balance));
                let mut balance = Minor::ZERO;
                for line in lines {
                    balance += line.amount;
                    assert_eq!(balance, line.balance);
                    assert!(line.date <= ledger.as_of);
                }
            }
        }
    }
}

/// Law 1: what was invoiced, charged, paid back and reversed, less what came in, was credited or closed otherwise, is
/// what is open less what is on account.
fn assert_money_conserved(journal: &Journal, ledger: &Ledger) {
    use tegoed::journal::model::MovementKind::{Credit, Payment, Refund, Reversal, Void, Writeoff};
    use tegoed::ledger::model::AllocationRule;
    let mut sums = BTreeMap::new();
    let mut add = |customer, currency, amount: i128| {
        if let Some(customer) = customer {
            *sums.entry((customer, currency)).or_insert(0_i128) += amount;
        }
    };
    for (invoice, written) in journal.invoices.iter() {
        if written.number_use == NumberUse::Invoice && written.date <= ledger.as_of {
            add(
                written.customer,
                written.currency,
                written.amount().map_or(0, |amount| amount.0.into()),
            );
            let charges = ledger
                .charges
                .get(&invoice)
                .map_or(0, |charges| charges.sum().0);
            let open: i64 = journal
                .items_of(invoice)
                .map(|item| ledger.items[item].open.0)
                .sum();
            add(
                written.customer,
                written.currency,
                -charges - i128::from(open),
            );
        }
    }
    for ((customer, currency), credits) in &ledger.on_account {
        for credit in credits {
            add(Some(*customer), *currency, credit.remaining.0);
        }
    }
    for (ix, movement) in journal
        .movements
        .iter()
        .filter(|(_, it)| it.date <= ledger.as_of)
    {
        let idle = || {
            ledger
                .faults
                .iter()
                .any(|fault| fault.entry == FaultEntry::Movement(ix))
        };
        let amount = match movement.kind {
            Payment | Credit => -movement.amount.0,
            Reversal | Refund if !idle() => movement.amount.0,
            _ => continue,
        };
        add(movement.customer, movement.currency, amount.into());
    }
    for step in &ledger.allocations {
        let from = journal.movements[step.movement].kind;
        let written = &journal.invoices[journal.items[step.item].invoice];
        let counts = match step.rule {
            AllocationRule::Claimed
            | AllocationRule::Waived
            | AllocationRule::Discount
            | AllocationRule::Settlement
            | AllocationRule::WrittenOff => true,
            AllocationRule::Recovered => from == Writeoff,
            AllocationRule::Voided => from == Void,
            _ => false,
        };
        if counts {
            add(
                written.customer,
                written.currency,
                -i128::from(step.amount.0),
            );
        }
    }
    assert!(sums.values().all(|sum| *sum == 0), "{sums:?}");
}

fn assert_oracle_agrees(journal: &Journal, ledger: &Ledger) {
    let oracle = Oracle::new(journal, ledger.as_of);
    for (item, state) in ledger
        .items
        .iter()
        .filter(|(_, it)| it.status != Status::Future)
    {
        let no = journal.invoice_no(journal.items[item].invoice);
        let ours = (Minor::from(state.open), state.status, state.closed);
        assert_eq!(ours, oracle.open[&item], "{no} on {:?}", ledger.as_of);
    }
    for (invoice, _) in journal.invoices.iter() {
        let charges = ledger
            .charges
            .get(&invoice)
            .map_or(Minor::ZERO, Charges::sum);
        assert_eq!(
            charges,
            oracle.charges_sum(invoice),
            "charges of {}",
            journal.invoice_no(invoice)
        );
    }
    let ours: BTreeMap<_, Vec<_>> = ledger
        .on_account
        .iter()
        .map(|(owner, credits)| {
            let credits = credits.iter().map(|it| Deposit {
                from: it.movement,
                since: it.date,
                left: it.remaining,
            });
            (*owner, credits.collect())
        })
        .collect();
    assert_eq!(
        ours,
        oracle.on_account(),
        "on account on {:?}",
        ledger.as_of
    );
    let mut ours: Vec<String> = ledger
        .faults
        .iter()
        .filter_map(|fault| match fault.entry {
            FaultEntry::Movement(ix) => Some(format!("{:?}", (ix, fault.kind))),
            FaultEntry::Assertion(_) => None,
        })
        .collect();
    let mut theirs: Vec<String> = oracle
        .faults
        .iter()
        .map(|fault| format!("{fault:?}"))
        .collect();
    ours.sort();
    theirs.sort();
    assert_eq!(ours, theirs);
}

/// The entries in an order of their own, over this many files.
fn scatter_entries(story: &RandomJournal, seed: u64, files: usize) -> Vec<String> {
    let mut told: Vec<DatedText> = story.dated_texts();
    let mut state = seed | 1;
    let mut next = |below: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % below
    };
    for place in (1..told.len()).rev() {
        told.swap(place, next(place + 1));
    }
    let mut parts = vec![String::new(); files];
    for told in told {
        parts[next(files)].push_str(&told.text);
    }
    parts[0].insert_str(0, &story.header_text());
    parts
}

/// A quarter of the usual number of journals, each of which is asked about on many days. `PROPTEST_CASES` asks for
/// more; what fails is mended, not kept in a file.
fn proptest_config() -> ProptestConfig {
    let usual = ProptestConfig::default();
    ProptestConfig {
        cases: usual.cases.div_ceil(4),
        failure_persistence: None,
        ..usual
    }
}

proptest! {
    #![proptest_config(proptest_config())]

    #[test]
    fn balances_of_random_journals_keep_the_laws(story in random_journal()) {
        let journal = read_journal(&story.full_text());
        for day in days_to_ask(&journal) {
            assert_laws(&journal, &post_ledger(&journal, day));
        }
    }

    #[test]
    fn an_entry_changes_no_earlier_day(story in random_journal()) {
        let whole = read_journal(&story.full_text());
        for day in days_to_ask(&whole).into_iter().step_by(3) {
            let told = story.dated_texts().into_iter().filter(|told| told.date <= day);
            let text: String = told.map(|told| told.text).collect();
            let cut = read_journal(&(story.header_text() + &text));
            let then = ledger_lines(&cut, &post_ledger(&cut, day));
            prop_assert_eq!(then, ledger_lines(&whole, &post_ledger(&whole, day)), "as of {}", day);
            prop_assert_eq!(post_ledger(&cut, day).entries_after, 0);
        }
    }

    #[test]
    fn where_an_entry_stands_changes_nothing(story in random_journal(), seed: u64, files in 1..4_usize) {
        let (one, other) = (read_journal(&story.full_text()), read_split(&scatter_entries(&story, seed, files)));
        for day in days_to_ask(&one).into_iter().step_by(3) {
            prop_assert_eq!(ledger_lines(&one, &post_ledger(&one, day)), ledger_lines(&other, &post_ledger(&other, day)));
        }
    }

    #[test]
    fn a_balance_line_holds_what_the_ageing_says(story in random_journal(), off in 0..2_i128) {
        let journal = read_journal(&story.full_text());
        let mut text = story.full_text();
        for day in days_to_ask(&journal) {
            let rows = build_ageing(&journal, &post_ledger(&journal, day), &Buckets::default(), AgeingBasis::Due);
            for row in rows {
                let amount = tegoed::value::money::Money::new(row.balance + Minor(off), row.currency);
                let who = journal.customer_id(row.customer);
                text.extend([format!("{day} balance @{who} {amount} {:?}\n", row.currency)]);
            }
        }
        let asserted = read_journal(&text);
        let ledger = post_ledger(&asserted, parse_day("2026-12-31"));
        let differing = ledger.faults.iter().filter(|it| matches!(it.kind, FaultKind::BalanceDiffers { .. }));
        let expected = if off == 0 { 0 } else { asserted.assertions.len() };
        prop_assert_eq!(differing.count(), expected);
    }
}

#[test]
fn every_journal_of_the_repository_keeps_the_laws() {
    for (name, journal) in corpus_journals() {
        for day in days_to_ask(&journal) {
            assert_laws(&journal, &post_ledger(&journal, day));
        }
        let ledger = post_ledger(&journal, last_day());
        assert!(ledger.faults.is_empty(), "{name}: {:?}", ledger.faults);
        assert_eq!(ledger.entries_after, 0, "{name}");
    }
}

/// The generator must tell sound stories mostly, and use every keyword: otherwise the laws hold for nothing.
#[test]
fn random_journals_are_journals() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let mut rules: BTreeMap<String, usize> = BTreeMap::new();
    let mut faults: BTreeMap<String, usize> = BTreeMap::new();
    for _ in 0..400 {
        let story = random_journal().new_tree(&mut runner).unwrap().current();
        let (journal, errors) = read_with_errors(&story.full_text());
        for code in errors {
            let of_money = [
                "A007", "E010", "P001", "P012", "P013", "P014", "P015", "P016", "P017", "R005",
            ];
            assert!(of_money.contains(&code), "{code} in {story:?}");
        }
        let ledger = post_as_of(&journal, "2026-12-31");
        for step in &ledger.allocations {
            *rules.entry(format!("{:?}", step.rule)).or_default() += 1;
        }
        for fault in &ledger.faults {
            let words = format!("{:?}", fault.kind);
            *faults
                .entry(words.split(' ').next().unwrap().to_owned())
                .or_default() += 1;
        }
    }
    assert_eq!(rules.len(), 12, "every rule was used: {rules:?}");
    assert_eq!(faults.len(), 10, "every fault was made: {faults:?}");
}
