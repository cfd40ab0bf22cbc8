//! Charges that the books claim from a consumer and the law does not: no letter may ask for them.

use super::build::build_customer_claims;
use super::claim_index::ClaimIndex;
use super::model::ClaimError;
use super::parties::ClaimParties;
use super::remark::ClaimRemark;
use crate::journal::model::{CustomerIx, InvoiceIx};
use crate::value::money::Money;

/// The charges on some invoices of a customer that are not owed, by invoice. A business may owe what was agreed.
///
/// # Errors
/// What may be asked cannot be reckoned.
pub fn charges_not_owed(
    index: &ClaimIndex<'_>,
    customer: CustomerIx,
    invoices: impl Iterator<Item = InvoiceIx>,
) -> Result<Vec<(InvoiceIx, Money)>, ClaimError> {
    let mut charged: Vec<InvoiceIx> = invoices
        .filter(|invoice| index.ledger.charges_on(*invoice).is_positive())
        .collect();
    charged.sort_unstable();
    charged.dedup();
    if charged.is_empty() || !ClaimParties::for_customer(index.journal, customer).is_consumer() {
        return Ok(Vec::new());
    }
    let answer = build_customer_claims(index, &charged)?;
    let remarks = answer.map_or_else(Vec::new, |answer| answer.remarks);
    let refused = remarks.iter().filter_map(|remark| match remark {
        ClaimRemark::ChargeNotClaimed(refused) => Some((refused.invoice, refused.amount)),
        _ => None,
    });
    Ok(refused.collect())
}
