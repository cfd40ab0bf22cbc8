//! Written charges that a consumer does not owe, by invoice: what the books claim and no letter, call or task may ask
//! (SPEC.md 12; NL: BW 6:96 lid 5 and 6).

use super::build::build_customer_claims;
use super::claim_index::ClaimIndex;
use super::parties::ClaimParties;
use super::remark::ClaimRemark;
use crate::journal::model::{CustomerIx, InvoiceIx, Journal, MovementKind, NumberUse};
use crate::value::money::Minor;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// The consumers to whom costs or a fee were charged by a day, under a law that limits them. Empty in most journals.
pub fn charged_consumers(journal: &Journal, as_of: NaiveDate) -> BTreeSet<CustomerIx> {
    let movements = journal.movements.as_slice().iter();
    let charges = movements.filter(|movement| {
        matches!(movement.kind, MovementKind::Costs | MovementKind::Fee) && movement.date <= as_of
    });
    let charged: BTreeSet<CustomerIx> = charges.filter_map(|charge| charge.customer).collect();
    let needs_notice = |customer: &CustomerIx| {
        ClaimParties::for_customer(journal, *customer).needs_notice_letter()
    };
    charged.into_iter().filter(needs_notice).collect()
}

/// What of the written charges of some consumers may not be asked on the day of the claims, by invoice. Of invoices for
/// which nothing can be reckoned nothing is told.
pub fn charges_not_owed(
    docket: &ClaimIndex<'_>,
    customers: &BTreeSet<CustomerIx>,
) -> BTreeMap<InvoiceIx, Minor> {
    let journal = docket.journal;
    let mut invoices: BTreeMap<CustomerIx, Vec<InvoiceIx>> = BTreeMap::new();
    for (number, invoice) in journal.invoices.iter() {
        let charged = invoice.customer.filter(|it| customers.contains(it));
        if let Some(customer) = charged.filter(|_| invoice.number_use == NumberUse::Invoice) {
            invoices.entry(customer).or_default().push(number);
        }
    }
    let mut refused: BTreeMap<InvoiceIx, Minor> = BTreeMap::new();
    for of_customer in invoices.values() {
        let claims = build_customer_claims(docket, of_customer).ok().flatten();
        for remark in claims.into_iter().flat_map(|claims| claims.remarks) {
            if let ClaimRemark::ChargeNotClaimed(charge) = remark {
                *refused.entry(charge.invoice).or_default() += charge.amount.minor;
            }
        }
    }
    refused
}
