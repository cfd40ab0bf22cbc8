//! The listing of supplies to businesses in other countries of the European Union (opgaaf ICP): for each number for VAT, goods
//! and services apart.

use super::vat_entry::VatEntry;
use crate::journal::model::{CustomerIx, InvoiceIx, Journal};
use crate::policy::jurisdiction::union_vat_id::{UnionVatIdProblem, check_union_vat_id};
use crate::value::currency::Currency;
use crate::value::key_name::KeyName;
use crate::value::money::Minor;
use crate::value::vat_code::{VatCode, ZeroRate};
use std::collections::BTreeMap;

/// What was supplied to one customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EuSupply {
    /// The customer; `None` where no invoice says.
    pub customer: Option<CustomerIx>,
    /// The currency of the amounts.
    pub currency: Currency,
    /// Goods, without VAT.
    pub goods: Minor,
    /// Services, without VAT.
    pub services: Minor,
    /// The invoices and credit notes behind it, in the order of days.
    pub documents: Vec<InvoiceIx>,
    /// Why it cannot be listed as it is; `None` where it can.
    pub problem: Option<UnionVatIdProblem>,
}

/// The listing of the entries of a return, by customer and currency.
pub fn list_eu_supplies(journal: &Journal, entries: &[VatEntry]) -> Vec<EuSupply> {
    let mut all: BTreeMap<(Option<CustomerIx>, Currency), EuSupply> = BTreeMap::new();
    for entry in entries {
        let Some(VatCode::Zero(reason)) = entry.part.code else {
            continue;
        };
        if !matches!(reason, ZeroRate::EuGoods | ZeroRate::EuServices) {
            continue;
        }
        let supply = all
            .entry((entry.customer, entry.currency))
            .or_insert_with(|| EuSupply {
                customer: entry.customer,
                currency: entry.currency,
                goods: Minor::ZERO,
                services: Minor::ZERO,
                documents: Vec::new(),
                problem: vat_id_problem(journal, entry.customer),
            });
        match reason {
            ZeroRate::EuGoods => supply.goods += entry.part.net,
            _ => supply.services += entry.part.net,
        }
        if supply.documents.last() != Some(&entry.number) {
            supply.documents.push(entry.number);
        }
    }
    all.into_values().collect()
}

/// What is wrong with the number for VAT of a customer who is supplied without VAT; `None` where nothing is.
pub fn vat_id_problem(
    journal: &Journal,
    customer: Option<CustomerIx>,
) -> Option<UnionVatIdProblem> {
    let number = customer.and_then(|customer| journal.customers[customer].value(KeyName::VatId));
    let home = journal.home_law()?.identifiers.vat_prefix;
    check_union_vat_id(number, home)
}
