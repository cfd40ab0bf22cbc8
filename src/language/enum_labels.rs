//! Labels of enums: entries, statuses, holds, rules. Beside its label each variant has a code, which is never
//! translated.

/// The labels of entries, and of movements that the ledger derives.
#[derive(Clone, Copy, Debug)]
#[allow(
    missing_docs,
    reason = "each is the keyword of the journal it translates"
)]
pub struct EntryWords {
    pub opening: &'static str,
    pub invoice: &'static str,
    pub credit: &'static str,
    pub reversal: &'static str,
    pub payment: &'static str,
    pub apply: &'static str,
    pub refund: &'static str,
    pub fee: &'static str,
    pub costs: &'static str,
    pub interest: &'static str,
    pub waive: &'static str,
    pub settle: &'static str,
    pub writeoff: &'static str,
    pub void: &'static str,
    pub discount: &'static str,
    pub settlement: &'static str,
    pub recovery: &'static str,
    pub agreed: &'static str,
    pub dispute: &'static str,
    pub resolve: &'static str,
    pub hold: &'static str,
    pub release: &'static str,
    pub promise: &'static str,
    pub plan: &'static str,
    pub insolvent: &'static str,
    pub delivered: &'static str,
    pub sent: &'static str,
    pub skip: &'static str,
    /// A part of the work is done.
    pub milestone: &'static str,
    pub phone: &'static str,
    pub email: &'static str,
    pub letter: &'static str,
    pub visit: &'static str,
    pub chat: &'static str,
    pub note: &'static str,
    pub handover: &'static str,
    pub returned: &'static str,
}

/// The labels of the statuses of items and invoices.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs, reason = "each is the status it translates")]
pub struct StatusWords {
    pub not_due: &'static str,
    pub overdue: &'static str,
    pub paid: &'static str,
    pub credited: &'static str,
    pub settled: &'static str,
    pub written_off: &'static str,
    pub void: &'static str,
    pub unreadable: &'static str,
}

/// The labels of holds.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs, reason = "each is the hold it translates")]
pub struct HoldWords {
    pub promise: &'static str,
    pub dispute: &'static str,
    pub conceded: &'static str,
    pub plan: &'static str,
    /// A plan that nobody signed.
    pub offer: &'static str,
    pub hold: &'static str,
    pub handover: &'static str,
    pub insolvency: &'static str,
}

/// The labels of the components of a debt.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs, reason = "each is the component it translates")]
pub struct ComponentWords {
    pub principal: &'static str,
    pub costs: &'static str,
    pub fee: &'static str,
    pub interest: &'static str,
}

/// The labels of the rules by which money is allocated.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs, reason = "each is the rule it translates")]
pub struct AllocationRuleWords {
    pub named: &'static str,
    pub designated: &'static str,
    pub applied: &'static str,
    pub oldest: &'static str,
    pub discount: &'static str,
    pub settlement: &'static str,
    pub recovered: &'static str,
}

/// The labels of what a due date is based on.
#[derive(Clone, Copy, Debug)]
pub struct DueBasisWords {
    /// The due date in the header of the invoice.
    pub written: &'static str,
    /// The `due:` lines of the invoice.
    pub instalments: &'static str,
    /// Terms from the day on which the invoice was received.
    pub received: &'static str,
    /// Terms from the day on which the invoice was sent.
    pub sent: &'static str,
    /// Terms from the invoice date.
    pub issued: &'static str,
    /// A delivery that has no date yet.
    pub delivery: &'static str,
    /// A milestone that is not reached, by its name.
    pub milestone: fn(&str) -> String,
    /// Nothing gives a due date.
    pub missing: &'static str,
}

/// The labels of kinds of customers.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs, reason = "each is the kind it translates")]
pub struct CustomerKindWords {
    pub business: &'static str,
    pub consumer: &'static str,
    pub government: &'static str,
}

/// The labels of the figures in `stats`.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs, reason = "each is the figure it names")]
pub struct StatisticsWords {
    pub files: &'static str,
    pub entries: &'static str,
    pub first_entry: &'static str,
    pub last_entry: &'static str,
    pub customers: &'static str,
    pub invoices: &'static str,
    pub credits: &'static str,
    pub payments: &'static str,
    pub letters: &'static str,
    pub contacts: &'static str,
    pub first_contact: &'static str,
    pub days_to_invoice: &'static str,
    pub invoiced: &'static str,
    pub credited: &'static str,
    pub claimed: &'static str,
    pub waived: &'static str,
    pub received: &'static str,
    pub commission: &'static str,
    pub received_net: &'static str,
    pub reversed: &'static str,
    pub refunded: &'static str,
    pub discounts: &'static str,
    pub settlements: &'static str,
    pub written_off: &'static str,
    pub open: &'static str,
    pub charges: &'static str,
    pub unallocated: &'static str,
    pub payer_unknown: &'static str,
    pub balance: &'static str,
}
