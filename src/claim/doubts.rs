//! What in the journal makes the figures of a claim doubtful: terms that are void or that nobody is known to have agreed
//! to, a policy that did not hold yet, a rate below that of the law, a credit note for what was never owed (SPEC.md 12).

use super::claim_index::ClaimIndex;
use super::invoice_claim::InvoiceClaim;
use super::invoice_events::{EventEffect, InterestBasis};
use super::model::{ClaimGround, ClaimRow};
use super::parties::ClaimParties;
use super::remark::{AgreedPolicyTerms, ClaimRemark, LateCredit};
use crate::journal::model::{
    CustomerIx, DueBasis, Invoice, InvoiceDetailFlags, Journal, MovementKind,
};
use crate::policy::jurisdiction::law::{Law, TermLimit};
use crate::policy::replay::{Debt, replay_debt};
use crate::value::calendar::{Duration, days_between};
use crate::value::vocabulary::{CompanySize, CustomerKind};
use chrono::NaiveDate;

/// What is doubtful about the figures of one invoice, under the law that holds.
pub fn doubts_about(
    docket: &ClaimIndex<'_>,
    (law, parties): (&Law, &ClaimParties),
    case: &InvoiceClaim,
) -> Vec<ClaimRemark> {
    let mut doubts = Vec::new();
    doubts.extend(missing_version(docket.journal, case));
    if case.overdue_count(docket.ledger.as_of) > 0 {
        let terms = terms_doubt(docket, (law, parties), case);
        doubts.extend(terms.or_else(|| terms_of_other_version(docket, case)));
        doubts.extend(low_rate(docket, (law, parties), case));
    }
    doubts.extend(late_credits(docket.journal, case));
    doubts
}

/// The policy of an invoice has no version yet on its day, so that the built-in one holds.
fn missing_version(journal: &Journal, case: &InvoiceClaim) -> Option<ClaimRemark> {
    let invoice = &journal.invoices[case.invoice];
    let name = journal.policy_name_of_invoice(case.invoice)?;
    if invoice.policy.is_some() || !journal.has_policy(name) {
        return None;
    }
    let mut versions = journal.policies.iter();
    let (first, _) = versions.find(|(_, policy)| *policy.name == *name)?;
    Some(ClaimRemark::NoPolicyVersion(case.invoice, first))
}

/// Terms that are longer than the law allows, or shorter than what it gives a business that agreed to none.
fn terms_doubt(
    docket: &ClaimIndex<'_>,
    (law, parties): (&Law, &ClaimParties),
    case: &InvoiceClaim,
) -> Option<ClaimRemark> {
    let journal = docket.journal;
    let invoice = &journal.invoices[case.invoice];
    // The day of the invoice itself: what a plan lets be paid later is no term.
    let due = journal.first_due_date(case.invoice)?;
    if parties.is_consumer() || invoice.due_basis == DueBasis::Instalments {
        return None;
    }
    let start = start_of_terms(journal, invoice, due)?;
    let days = days_between(start, due);
    let from = |days: i64| {
        Duration::Days(u32::try_from(days).ok()?)
            .date_after(start)?
            .succ_opt()
    };
    let limit = term_limit(journal, law, parties.customer).filter(|limit| days > limit.days);
    if let Some(limit) = limit {
        return Some(ClaimRemark::TermsTooLong(
            case.invoice,
            days,
            limit,
            from(limit.days)?,
        ));
    }
    let by_law = *law.default_term.value();
    let agreed = parties.has_agreed_terms_by(docket, invoice.date);
    (!agreed && days < by_law).then_some(())?;
    Some(ClaimRemark::BusinessTermsNotAgreed(
        case.invoice,
        days,
        from(by_law)?,
    ))
}

/// The time to pay of a version of the policy that the customer did not accept, where the one that he accepted gives more.
fn terms_of_other_version(docket: &ClaimIndex<'_>, case: &InvoiceClaim) -> Option<ClaimRemark> {
    let journal = docket.journal;
    let invoice = &journal.invoices[case.invoice];
    let due = journal.first_due_date(case.invoice)?;
    let asked = journal.policies[invoice.policy?].terms?;
    let accepted = case.agreed.accepted?;
    let agreed = journal.policies[accepted.version].terms?;
    let of_customer = journal.customers[invoice.customer?].terms;
    let names_policy = invoice.detail_flags.has(InvoiceDetailFlags::POLICY);
    let is_of_policy = !invoice.detail_flags.has(InvoiceDetailFlags::TERMS)
        && (names_policy || of_customer.is_none())
        && invoice.due_basis != DueBasis::Instalments
        && journal.terms_of_invoice(invoice) == Some(asked);
    let start = Some(invoice.date).filter(|_| is_of_policy && asked != agreed)?;
    // A due date that was written is no term of a policy.
    (asked.date_after(start) == Some(due)).then_some(())?;
    let by_agreement = agreed.date_after(start).filter(|day| *day > due)?;
    Some(ClaimRemark::OtherTermsAgreed(AgreedPolicyTerms {
        invoice: case.invoice,
        days: days_between(start, due),
        agreed_days: days_between(start, by_agreement),
        agreed_on: accepted.agreed_on,
        from: by_agreement.succ_opt()?,
    }))
}

/// The day from which the days to pay were counted; `None` where the journal does not keep it.
fn start_of_terms(journal: &Journal, invoice: &Invoice, due: NaiveDate) -> Option<NaiveDate> {
    if !invoice.detail_flags.has(InvoiceDetailFlags::TERMS)
        || !matches!(invoice.due_basis, DueBasis::Received | DueBasis::Sent)
    {
        return Some(invoice.date);
    }
    let terms = journal.terms_of_invoice(invoice)?;
    let start = (!terms.runs_to_month_end).then(|| terms.time.date_before(due))??;
    Some(start.max(invoice.date))
}

/// The longest time to pay that the law gives a customer; `None` where it is no business.
pub fn term_limit(journal: &Journal, law: &Law, customer: CustomerIx) -> Option<TermLimit> {
    let customer = &journal.customers[customer];
    let business = journal.business.as_ref();
    let is_large = business.is_some_and(|business| business.size == Some(CompanySize::Large));
    let limits = law.term_limits.value();
    (customer.kind == Some(CustomerKind::Business)).then_some(())?;
    let large_customer = customer.size == Some(CompanySize::Large) && !is_large;
    Some(if large_customer {
        limits.large_customer
    } else {
        limits.business
    })
}

/// A rate of the policy below that of the law on the day of the claim.
fn low_rate(
    docket: &ClaimIndex<'_>,
    (law, parties): (&Law, &ClaimParties),
    case: &InvoiceClaim,
) -> Option<ClaimRemark> {
    let journal = docket.journal;
    let policy = &journal.policies[journal.invoices[case.invoice].policy?];
    let rate = policy.interest.agreed_rate()?;
    let day = case.last_day_of_accrual(docket.ledger.as_of);
    let by_law = law.interest_table(parties.debtor).row_on(day).ok()?;
    let by_law = *by_law.cited.value();
    (rate < by_law).then_some(ClaimRemark::RateBelowStatutory(rate, by_law))
}

/// Credit notes of after the due day, with the interest over what they took off.
fn late_credits(journal: &Journal, case: &InvoiceClaim) -> Vec<ClaimRemark> {
    let Some(first) = case
        .instalments
        .first()
        .filter(|_| case.interest == InterestBasis::Calculated)
    else {
        return Vec::new();
    };
    let credits = case.events.iter().filter_map(|happening| {
        let EventEffect::Credit(amount) = happening.effect else {
            return None;
        };
        // What was conceded before is known to be never owed.
        let is_note = !happening.was_never_owed
            && journal.movements[happening.entry].kind == MovementKind::Credit;
        (is_note && amount.is_positive()).then_some((happening.date, amount))
    });
    let doubts = credits.filter_map(|(date, amount)| {
        let debt = Debt {
            principal: amount,
            ..first.debt
        };
        let through = case.last_day_of_accrual(date);
        let balance = replay_debt(&[debt], &[], through).ok()?;
        let interest = balance.parts.first()?.interest;
        interest.is_positive().then(|| {
            ClaimRemark::LateCredit(LateCredit {
                invoice: case.invoice,
                date,
                amount: case.money(amount),
                interest: case.money(interest),
            })
        })
    });
    doubts.collect()
}

/// The remark that the rows of an invoice rest on a policy that nobody is known to have agreed to.
pub fn policy_remark(
    rows: &[ClaimRow],
    case: &InvoiceClaim,
    is_consumer: bool,
) -> Option<ClaimRemark> {
    let policy = rows.iter().find_map(|row| match row.ground {
        ClaimGround::Policy {
            policy,
            agreed: false,
        } => Some(policy),
        _ => None,
    })?;
    Some(ClaimRemark::PolicyNotAgreed {
        policy,
        accepted: case.agreed.accepted,
        is_rate_unannounced: is_consumer && case.has_policy_rate && !case.agreed.interest,
    })
}
