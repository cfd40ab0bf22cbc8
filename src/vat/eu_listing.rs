//! The listing of supplies to businesses in other countries of the European Union (opgaaf ICP): for each number for VAT, goods
//! and services apart.

use super::vat_entry::VatEntry;
use super::vat_return::in_whole_euros;
use crate::journal::model::{CustomerIx, InvoiceIx, Journal};
use crate::policy::jurisdiction::union_vat_id::{
    UnionVatIdProblem, check_union_vat_id, is_for_goods_only,
};
use crate::value::currency::Currency;
use crate::value::key_name::KeyName;
use crate::value::money::Minor;
use crate::value::vat_code::{VatCode, ZeroRate};
use std::collections::{BTreeMap, BTreeSet};

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
    /// Goods in whole units.
    pub rounded_goods: Minor,
    /// Services in whole units.
    pub rounded_services: Minor,
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
                rounded_goods: Minor::ZERO,
                rounded_services: Minor::ZERO,
                documents: Vec::new(),
                problem: vat_id_problem(journal, (entry.customer, reason)),
            });
        if supply.problem.is_none() {
            supply.problem = vat_id_problem(journal, (entry.customer, reason));
        }
        match reason {
            ZeroRate::EuGoods => supply.goods += entry.part.net,
            _ => supply.services += entry.part.net,
        }
        if supply.documents.last() != Some(&entry.number) {
            supply.documents.push(entry.number);
        }
    }
    let mut all: Vec<EuSupply> = all.into_values().collect();
    round_together(&mut all);
    all
}

/// Rounds the amounts of each currency to whole units that add up to the total in whole units, as the box of the return has
/// it: each is cut, and what the cuts took of the total goes back, a unit each, to the amounts that lost most.
fn round_together(all: &mut [EuSupply]) {
    let currencies: BTreeSet<Currency> = all.iter().map(|supply| supply.currency).collect();
    for currency in currencies {
        let own = all.iter_mut().filter(|supply| supply.currency == currency);
        let mut amounts: Vec<(Minor, &mut Minor)> = own
            .flat_map(|supply| {
                [
                    (supply.goods, &mut supply.rounded_goods),
                    (supply.services, &mut supply.rounded_services),
                ]
            })
            .collect();
        let total: Minor = amounts.iter().map(|(exact, _)| *exact).sum();
        let mut missing = in_whole_euros(total);
        for (exact, rounded) in &mut amounts {
            **rounded = in_whole_euros(*exact);
            missing -= **rounded;
        }
        amounts.sort_by_key(|(exact, rounded)| **rounded - *exact);
        for (_, rounded) in amounts {
            if missing.is_positive() {
                *rounded += ONE_UNIT;
                missing -= ONE_UNIT;
            }
        }
    }
}

/// A whole unit of a currency with cents.
const ONE_UNIT: Minor = Minor(100);

/// What is wrong with the number for VAT of a customer who is supplied without VAT for a reason; `None` where nothing is.
pub fn vat_id_problem(
    journal: &Journal,
    (customer, reason): (Option<CustomerIx>, ZeroRate),
) -> Option<UnionVatIdProblem> {
    let number = customer.and_then(|customer| journal.customers[customer].value(KeyName::VatId));
    let home = journal.home_law()?.identifiers.vat_prefix;
    let goods_only = || {
        let services = reason == ZeroRate::EuServices && number.is_some_and(is_for_goods_only);
        services.then_some(UnionVatIdProblem::GoodsOnly)
    };
    check_union_vat_id(number, home).or_else(goods_only)
}
