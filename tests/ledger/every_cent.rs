//! Every cent that came in is in one place, and what is asked of a customer knows of each: over random journals.

use super::figures::days_to_ask;
use super::random::random_journal;
use super::shelf::read_journal;
use chrono::NaiveDate;
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::rc::Rc;
use tegoed::claim::build_customer_claims;
use tegoed::claim::claim_index::ClaimIndex;
use tegoed::claim::model::CustomerClaims;
use tegoed::claim::remark::ClaimRemark;
use tegoed::dunning::dunning_state::{DunningState, ItemPosition};
use tegoed::dunning::ladder_position::LadderRules;
use tegoed::journal::history::EventHistory;
use tegoed::journal::model::{AccountKey, CustomerIx, InvoiceIx, Journal, NumberUse};
use tegoed::ledger::model::Ledger;
use tegoed::ledger::posting::post::post;
use tegoed::value::currency::Currency;

/// What stands on account, by account, in cents.
fn on_account(ledger: &Ledger) -> BTreeMap<AccountKey, i128> {
    let accounts = ledger.on_account.iter();
    let sums = accounts.map(|(account, credits)| {
        let left = credits.iter().map(|credit| credit.remaining.0);
        (*account, left.sum())
    });
    sums.filter(|(_, sum)| *sum > 0).collect()
}

fn invoices_of(journal: &Journal, customer: CustomerIx, day: NaiveDate) -> Vec<InvoiceIx> {
    let all = journal.invoices.iter();
    let own = all.filter(|(_, invoice)| {
        invoice.customer == Some(customer)
            && invoice.number_use == NumberUse::Invoice
            && invoice.date <= day
    });
    own.map(|(number, _)| number).collect()
}

/// Each credit on account is named once in a claim, with what it pays and what is left; and while some is left nothing is
/// claimed.
fn assert_claim_knows_every_cent(claims: &CustomerClaims, waits: &BTreeMap<AccountKey, i128>) {
    let (mut named, mut left) = (BTreeMap::new(), BTreeMap::<Currency, i128>::new());
    for remark in &claims.remarks {
        if let ClaimRemark::WaitingMoney(used) = remark {
            let parts: i128 = used.parts.iter().map(|(_, part)| part.minor.0).sum();
            assert_eq!(used.amount.minor.0, parts + used.left_over.minor.0);
            assert!(used.left_over.minor.0 >= 0);
            *named.entry(used.amount.currency).or_insert(0) += used.amount.minor.0;
            *left.entry(used.amount.currency).or_default() += used.left_over.minor.0;
        }
    }
    for claim in &claims.claims {
        let waits = waits.get(&(claims.customer, claim.currency));
        assert_eq!(named.get(&claim.currency), waits);
        assert!(claim.total.0 >= 0, "{}", claim.total.0);
        if left.get(&claim.currency).is_some_and(|left| *left > 0) {
            assert_eq!(claim.total.0, 0, "claimed beside money that is left over");
        }
    }
}

/// What is asked and what covers it: no more than is here, and nothing is asked while some of it covers nothing.
fn assert_asked_knows_every_cent(dunning: &DunningState<'_>, customer: CustomerIx) {
    let positions = dunning.open_positions(|other| other == Some(customer));
    let mut by_currency: BTreeMap<Currency, Vec<&ItemPosition<'_>>> = BTreeMap::new();
    for position in &positions {
        let currency = dunning.journal.invoices[position.invoice].currency;
        by_currency.entry(currency).or_default().push(position);
    }
    for (currency, positions) in by_currency {
        let here = dunning.money_in_hand_of(Some(customer), currency);
        let covered = dunning.covered_of_all(&positions);
        let asked = dunning.amount_asked(&positions);
        assert!(covered <= here);
        assert!(covered == here || asked.is_zero(), "{asked:?} of {here:?}");
    }
}

fn assert_every_cent(journal: &Journal, day: NaiveDate) {
    let ledger = post(journal, day);
    let waits = on_account(&ledger);
    let history = Rc::new(EventHistory::new(journal, day));
    let rules = Rc::new(LadderRules::new(journal, &ledger));
    let dunning = DunningState::new(Rc::clone(&history), rules, BTreeSet::new(), day);
    let claims = ClaimIndex::new(journal, &ledger, history, dunning.not_claimed());
    for (customer, _) in journal.customers.iter() {
        assert_asked_knows_every_cent(&dunning, customer);
        let invoices = invoices_of(journal, customer, day);
        // Rates of long ago are not known.
        if let Ok(Some(answer)) = build_customer_claims(&claims, &invoices) {
            assert_claim_knows_every_cent(&answer, &waits);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: ProptestConfig::default().cases.div_ceil(8),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn what_is_asked_and_claimed_knows_every_cent(story in random_journal()) {
        let journal = read_journal(&story.full_text());
        for day in days_to_ask(&journal).into_iter().step_by(4) {
            assert_every_cent(&journal, day);
        }
    }
}
