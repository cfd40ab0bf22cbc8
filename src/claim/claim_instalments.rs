//! The parts of an invoice that a claim is made of: its instalments less what is not asked, or what a plan that goes on let
//! fall due.

use super::claim_index::ClaimIndex;
use super::not_asked::RunningPlan;
use super::parties::ClaimParties;
use crate::journal::ladder::InterestTerms;
use crate::journal::model::{InvoiceIx, ItemIx, Policy};
use crate::policy::interest::InterestMethod;
use crate::policy::replay::Debt;
use crate::value::money::Minor;
use crate::value::share::Share;
use chrono::NaiveDate;

/// An instalment of an invoice, or what is missing of a part of a plan.
#[derive(Clone, Copy, Debug)]
pub struct ClaimInstalment {
    /// The number of the instalment, from 1.
    pub number: usize,
    /// The open item of the instalment; of a plan, the first of the invoice.
    pub item: ItemIx,
    /// The instalment as a debt in the statutory order, less what is not asked of it.
    pub debt: Debt,
    /// What the customer contests of it, or was conceded to him.
    pub kept_back: Minor,
}

/// The instalments of an invoice, in the order in which they are paid.
pub fn build_instalments(
    docket: &ClaimIndex<'_>,
    party: &ClaimParties,
    number: InvoiceIx,
    policy: &Policy,
) -> Vec<ClaimInstalment> {
    let journal = docket.journal;
    let lawful = party.law;
    let lawful = lawful.filter(|law| law.currency == journal.invoices[number].currency);
    let count = party.day_count();
    let interest = |due: Option<NaiveDate>| match (policy.interest, lawful, due) {
        (InterestTerms::Statutory, Some(law), Some(due)) => {
            InterestMethod::statutory(law, party.debtor, due, count)
        }
        (InterestTerms::Yearly(share), Some(_), _) => InterestMethod::agreed(share, count),
        _ => InterestMethod::agreed(Share::ZERO, count),
    };
    let kept = docket.not_asked_of(number);
    if let Some(plan) = kept.and_then(|kept| kept.plan.as_ref()) {
        let item = journal.first_instalment(number);
        return item.map_or_else(Vec::new, |item| plan_instalments(plan, item, interest));
    }
    let items = journal.items_of(number).enumerate();
    let mut parts: Vec<ClaimInstalment> = items
        .map(|(place, item)| {
            let due = journal.items[item].due;
            let debt = Debt {
                principal: journal.items[item].amount.into(),
                due,
                interest_method: interest(due),
            };
            ClaimInstalment {
                number: place.saturating_add(1),
                item,
                debt,
                kept_back: Minor::ZERO,
            }
        })
        .collect();
    parts.sort_by_key(|part| journal.settlement_order(part.item));
    if let Some(kept) = kept {
        keep_back(&mut parts, kept.disputed + kept.conceded);
    }
    parts
}

/// What is missing of the parts of a plan, each due on its own day: the plan gave time, and until that day the customer is
/// not in default (NL: BW 6:39, 6:82, 6:83).
fn plan_instalments(
    plan: &RunningPlan<'_>,
    item: ItemIx,
    interest: impl Fn(Option<NaiveDate>) -> InterestMethod,
) -> Vec<ClaimInstalment> {
    let shares = plan.missing.iter().enumerate();
    let parts = shares.map(|(place, share)| ClaimInstalment {
        number: place.saturating_add(1),
        item,
        debt: Debt {
            principal: share.missing,
            due: Some(share.due),
            interest_method: interest(Some(share.due)),
        },
        kept_back: Minor::ZERO,
    });
    parts.collect()
}

/// Leaves an amount out of the principal, the earliest part first: it bears no interest either (NL: BW 6:119).
fn keep_back(parts: &mut [ClaimInstalment], mut amount: Minor) {
    for part in parts {
        part.kept_back = amount.min(part.debt.principal).max(Minor::ZERO);
        part.debt.principal -= part.kept_back;
        amount -= part.kept_back;
    }
}
