//! A policy as journal text, with every default spelled out: ready to paste, and read back as the same policy.

use super::deliveries::USUAL_TIME;
use super::model::Policy;
use super::policy_lines::{to_costs_line, to_interest_line, to_stage_line};
use crate::syntax::dialect::Dialect;
use crate::syntax::directive::TypedEntry;
use crate::syntax::directive::policy::PolicyDeclaration;
use crate::syntax::journal_entry::JournalEntry;
use crate::text::span::Spanned;
use crate::value::calendar::Duration;
use crate::value::currency::Currency;
use crate::value::money::{Minor, Money};

/// The declaration of a policy (SPEC.md 5.6), as a journal of this dialect writes it.
pub fn print_policy(policy: &Policy, dialect: Dialect) -> String {
    let declaration = TypedEntry::Policy(to_declaration(policy, dialect.currency));
    JournalEntry::new(None, declaration).print(dialect)
}

/// The declaration of a policy. Keys that stand for nothing are left out: terms and a discount that are not agreed, bank data
/// that never grow stale, limits that are not set. `currency`: that of sums of nothing.
pub fn to_declaration(policy: &Policy, currency: Currency) -> PolicyDeclaration<'_> {
    let time = |time: Option<Duration>| Some(time.unwrap_or(Duration::Days(0)));
    let sum = |sum: Option<Money>| Some(sum.unwrap_or(Money::new(Minor::ZERO, currency)).into());
    let documents = policy.documents.iter();
    PolicyDeclaration {
        name: Spanned::without_span(&policy.name),
        from: policy.from,
        terms: policy.terms,
        discount: policy.discount,
        stages: policy.ladder().iter().map(to_stage_line).collect(),
        bank_buffer: time(policy.bank_buffer),
        bank_stale: policy.bank_stale,
        minimum: sum(policy.minimum),
        tolerance: sum(policy.tolerance),
        plan_grace: time(policy.plan_grace),
        restart_gap: time(policy.restart_gap),
        invoice_within: Some(policy.invoice_within.unwrap_or(USUAL_TIME)),
        self_below: policy.self_below.map(Into::into),
        plan_longest: policy.plan_longest,
        plan_most: policy.plan_most,
        interest: Some(to_interest_line(policy.interest)),
        costs: Some(to_costs_line(policy.costs)),
        unreferenced: Some(policy.unreferenced),
        workdays: Some(policy.workdays),
        on_invoices: Some(policy.on_invoices),
        documents: documents
            .map(|path| Spanned::without_span(&**path))
            .collect(),
    }
}
