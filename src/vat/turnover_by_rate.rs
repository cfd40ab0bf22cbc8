//! The turnover of a return by rate: who books by rate sees the boxes taken apart, and what stands in none.

use super::vat_entry::{VatEntry, VatPlace};
use super::vat_return::{VatReturn, VatRowKind};
use crate::policy::jurisdiction::law::Law;
use crate::value::currency::Currency;
use crate::value::money::Minor;
use crate::value::vat_code::VatCode;
use std::collections::BTreeMap;

/// What was sold at one rate, in one place of a return.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RateTurnover {
    /// The rate; `None` where the journal does not say it.
    pub code: Option<VatCode>,
    /// The box, or why it stands in none.
    pub place: VatPlace,
    /// The currency of both amounts.
    pub currency: Currency,
    /// Without VAT, in minor units; with the VAT that may be in it where the rate is not known.
    pub net: Minor,
    /// The VAT, in minor units.
    pub vat: Minor,
}

impl VatReturn {
    /// What was sold at each rate: by box in the order of the form, then what stands in none (SPEC.md 12.2). The rates of a box
    /// together are its row; VAT on bad debts is not among them.
    pub fn turnover_by_rate(&self, law: &Law) -> Vec<RateTurnover> {
        let boxes = law.vat_boxes.iter().map(VatPlace::InBox);
        let mut turnover = Vec::new();
        for place in boxes.chain(VatPlace::OUTSIDE) {
            let sold = self.entries_at(place).filter(|it| is_sale(it));
            let mut rates: BTreeMap<_, (Minor, Minor)> = BTreeMap::new();
            for entry in sold {
                let (net, vat) = rates.entry((entry.currency, entry.part.code)).or_default();
                *net += entry.part.net;
                *vat += entry.part.vat;
            }
            let rates = rates.into_iter();
            turnover.extend(rates.map(|((currency, code), (net, vat))| RateTurnover {
                code,
                place,
                currency,
                net,
                vat,
            }));
        }
        turnover
    }
}

fn is_sale(entry: &VatEntry) -> bool {
    VatRowKind::of_entry(entry.kind) == VatRowKind::Sales
}
