//! How the VAT in an amount was reckoned.

use super::check_input::CheckInput;
use crate::policy::vat_relief::VatAmount;
use crate::value::money::Money;
use crate::value::vat_code::VatCode;

/// So much of it is VAT; where it has several rates, with the sum by rate.
pub fn describe_vat(input: &CheckInput<'_>, vat: Money, rates: &[VatAmount]) -> String {
    let money = |minor| input.format_money(minor, vat.currency);
    let charged = rates.iter().filter(|it| !it.amount.is_zero());
    let each: Vec<String> = charged
        .filter_map(|it| {
            let rate = VatCode::from_percent(it.rate.0)?;
            Some(format!("{} at {rate}", money(it.amount)))
        })
        .collect();
    let whole = money(vat.minor);
    if each.len() > 1 {
        format!("{whole} of it is VAT: {}", each.join(" and "))
    } else {
        format!("{whole} of it is VAT")
    }
}
