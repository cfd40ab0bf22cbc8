//! What holds for every journal, on every day.

use super::figures::{days, post, words};
use super::oracle::{Deposit, Oracle};
use super::random::{Story, Told, story};
use super::shelf::{corpus, last_day, on, read, read_split, read_with_errors};
use chrono::NaiveDate;
use proptest::prelude::*;
use std::collections::BTreeMap;
use tegoed::journal::model::{Component, InvoiceIx, ItemIx, Journal, NumberUse};
use tegoed::ledger::ageing::{AgeingBasis, Buckets, build_ageing};
use tegoed::ledger::model::{Charges, FaultEntry, FaultKind, Ledger, Status};
use tegoed::ledger::statement::build_statement;
use tegoed::value::calendar::AsOf;
use tegoed::value::money::Minor;

fn ledger(journal: &Journal, day: NaiveDate) -> Ledger {
    tegoed::ledger::post(journal, AsOf(day))
}

/// Everything that must hold of one ledger.
fn keeps_the_laws(journal: &Journal, ledger: &Ledger) {
    steps_explain_what_is_open(journal, ledger);
    pages_add_up(journal, ledger);
    money_is_conserved(journal, ledger);
    agrees_with_the_oracle(journal, ledger);
}

fn steps_explain_what_is_open(journal: &Journal, ledger: &Ledger) {
    let mut settled: BTreeMap<ItemIx, i128> = BTreeMap::new();
    let mut charged: BTreeMap<(InvoiceIx, Component), i128> = BTreeMap::new();
    for step in &ledger.allocations {
        assert!(step.date <= ledger.as_of.0 && step.amount != 0);
        if step.component == Component::Principal {
            *settled.entry(step.item).or_default() += i128::from(step.amount);
        } else {
            let invoice = journal.items[step.item].invoice;
            *charged.entry((invoice, step.component)).or_default() -= i128::from(step.amount);
        }
    }
    for (item, state) in ledger.items.iter() {
        let amount = journal.items[item].amount;
        let settled = settled.get(&item).copied().unwrap_or(0);
        let future = state.status == Status::Future;
        assert_eq!(
            future,
            journal.invoices[journal.items[item].invoice].date > ledger.as_of.0
        );
        assert!((0..=amount).contains(&state.open));
        assert_eq!(
            i128::from(state.open),
            if future {
                0
            } else {
                i128::from(amount) - settled
            }
        );
        assert_eq!(state.status == Status::Open, state.open > 0);
        assert_eq!(state.closed.is_none(), future || state.open > 0);
    }
    for ((invoice, component), sum) in charged {
        let charges = ledger.charges.get(&invoice).copied().unwrap_or_default();
        assert_eq!(charges.amount_of(component), Minor(sum));
        assert!(sum >= 0);
    }
}

fn pages_add_up(journal: &Journal, ledger: &Ledger) {
    for (invoice, written) in journal.invoices.iter() {
        if let (NumberUse::Invoice, Some(amount)) = (written.number_use, written.amount()) {
            let parts: i64 = journal
                .items_of(invoice)
                .map(|item| journal.items[item].amount)
                .sum();
            assert_eq!(parts, amount, "parts of {}", journal.invoice_no(invoice));
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
                    assert!(line.date <= ledger.as_of.0);
                }
            }
        }
    }
}

/// Law 1: what was invoiced, charged, paid back and reversed, less what came in, was credited or closed otherwise, is
/// what is open less what is on account.
fn money_is_conserved(journal: &Journal, ledger: &Ledger) {
    use tegoed::journal::model::MovementKind::{Credit, Payment, Refund, Reversal, Void, Writeoff};
    use tegoed::ledger::model::AllocationRule;
    let mut sums = BTreeMap::new();
    let mut add = |customer, currency, amount: i128| {
        if let Some(customer) = customer {
            *sums.entry((customer, currency)).or_insert(0_i128) += amount;
        }
    };
    for (invoice, written) in journal.invoices.iter() {
        if written.number_use == NumberUse::Invoice && written.date <= ledger.as_of.0 {
            add(
                written.customer,
                written.currency,
                written.amount().unwrap_or(0).into(),
            );
            let charges = ledger
                .charges
                .get(&invoice)
                .map_or(0, |charges| charges.sum().0);
            let open: i64 = journal
                .items_of(invoice)
                .map(|item| ledger.items[item].open)
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
        .filter(|(_, it)| it.date <= ledger.as_of.0)
    {
        let idle = || {
            ledger
                .faults
                .iter()
                .any(|fault| fault.entry == FaultEntry::Movement(ix))
        };
        let amount = match movement.kind {
            Payment | Credit => -movement.amount,
            Reversal | Refund if !idle() => movement.amount,
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
            add(written.customer, written.currency, -i128::from(step.amount));
        }
    }
    assert!(sums.values().all(|sum| *sum == 0), "{sums:?}");
}

fn agrees_with_the_oracle(journal: &Journal, ledger: &Ledger) {
    let oracle = Oracle::new(journal, ledger.as_of.0);
    for (item, state) in ledger
        .items
        .iter()
        .filter(|(_, it)| it.status != Status::Future)
    {
        let no = journal.invoice_no(journal.items[item].invoice);
        let ours = (Minor::from(state.open), state.status, state.closed);
        assert_eq!(ours, oracle.open[&item], "{no} on {:?}", ledger.as_of.0);
    }
    for (invoice, _) in journal.invoices.iter() {
        let charges = ledger
            .charges
            .get(&invoice)
            .map_or(Minor::ZERO, Charges::sum);
        assert_eq!(
            charges,
            oracle.all_charges(invoice),
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
        ledger.as_of.0
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
fn scattered(story: &Story, seed: u64, files: usize) -> Vec<String> {
    let mut told: Vec<Told> = story.tell();
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
    parts[0].insert_str(0, &story.head());
    parts
}

/// A quarter of the usual number of journals, each of which is asked about on many days. `PROPTEST_CASES` asks for
/// more; what fails is mended, not kept in a file.
fn config() -> ProptestConfig {
    let usual = ProptestConfig::default();
    ProptestConfig {
        cases: usual.cases.div_ceil(4),
        failure_persistence: None,
        ..usual
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn balances_of_random_journals_keep_the_laws(story in story()) {
        let journal = read(&story.text());
        for day in days(&journal) {
            keeps_the_laws(&journal, &ledger(&journal, day));
        }
    }

    #[test]
    fn an_entry_changes_no_earlier_day(story in story()) {
        let whole = read(&story.text());
        for day in days(&whole).into_iter().step_by(3) {
            let told = story.tell().into_iter().filter(|told| told.date <= day);
            let text: String = told.map(|told| told.text).collect();
            let cut = read(&(story.head() + &text));
            let then = words(&cut, &ledger(&cut, day));
            prop_assert_eq!(then, words(&whole, &ledger(&whole, day)), "as of {}", day);
            prop_assert_eq!(ledger(&cut, day).entries_after, 0);
        }
    }

    #[test]
    fn where_an_entry_stands_changes_nothing(story in story(), seed: u64, files in 1..4_usize) {
        let (one, other) = (read(&story.text()), read_split(&scattered(&story, seed, files)));
        for day in days(&one).into_iter().step_by(3) {
            prop_assert_eq!(words(&one, &ledger(&one, day)), words(&other, &ledger(&other, day)));
        }
    }

    #[test]
    fn a_balance_line_holds_what_the_ageing_says(story in story(), off in 0..2_i128) {
        let journal = read(&story.text());
        let mut text = story.text();
        for day in days(&journal) {
            let rows = build_ageing(&journal, &ledger(&journal, day), &Buckets::default(), AgeingBasis::Due);
            for row in rows {
                let amount = tegoed::value::money::Money::new(row.balance + Minor(off), row.currency);
                let who = journal.customer_id(row.customer);
                text.extend([format!("{day} balance @{who} {amount} {:?}\n", row.currency)]);
            }
        }
        let asserted = read(&text);
        let ledger = ledger(&asserted, on("2026-12-31"));
        let differing = ledger.faults.iter().filter(|it| matches!(it.kind, FaultKind::BalanceDiffers { .. }));
        let expected = if off == 0 { 0 } else { asserted.assertions.len() };
        prop_assert_eq!(differing.count(), expected);
    }
}

#[test]
fn every_journal_of_the_repository_keeps_the_laws() {
    for (name, journal) in corpus() {
        for day in days(&journal) {
            keeps_the_laws(&journal, &ledger(&journal, day));
        }
        let ledger = ledger(&journal, last_day());
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
        let story = story().new_tree(&mut runner).unwrap().current();
        let (journal, errors) = read_with_errors(&story.text());
        for code in errors {
            let of_money = [
                "A007", "E010", "P001", "P012", "P013", "P014", "P015", "P016", "P017", "R005",
            ];
            assert!(of_money.contains(&code), "{code} in {story:?}");
        }
        let ledger = post(&journal, "2026-12-31");
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
