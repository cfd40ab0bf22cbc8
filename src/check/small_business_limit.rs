//! V013: turnover near the limit of the scheme for small businesses.

use super::shared::check_input::{CheckInput, date_span};
use crate::journal::model::{InvoiceIx, NumberUse};
use crate::ledger::model::Status;
use crate::ledger::vat_breakdown::VatPart;
use crate::text::diagnostic::Sink;
use crate::text::span::Origin;
use crate::value::money::Minor;
use crate::value::vocabulary::VatScheme;
use chrono::Datelike;
use std::collections::BTreeMap;

crate::check_rule! {
    "V013" "small-business-limit" Advice, needs Figures, page "small_business_limit.md", Journal(run)
}

/// From how many per cent of the limit it is told.
const NEAR: i128 = 80;

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let journal = input.day.journal;
    let scheme = journal.business.as_ref().and_then(|own| own.vat_scheme);
    let limit = journal.home_law().and_then(|law| law.small_business_limit);
    let (Some(limit), Some(VatScheme::Kor)) = (limit, scheme) else {
        return;
    };
    let (limit, currency) = (*limit.value(), journal.currency);
    let mut years: BTreeMap<i32, (Minor, Origin)> = BTreeMap::new();
    for (number, record) in journal.invoices.iter() {
        let counts = record.number_use == NumberUse::Invoice
            && record.currency == currency
            && record.date <= input.day.as_of()
            && !is_void(input, number);
        if !counts {
            continue;
        }
        let left = input.day.vat_breakdown().left_of_invoice(journal, number);
        let year = years.entry(record.date.year());
        let (sum, near) = year.or_insert((Minor::ZERO, record.origin));
        // The invoice that comes near the limit: later ones move nothing.
        if !is_near(*sum, limit) {
            *near = record.origin;
        }
        *sum += left.iter().map(VatPart::gross).sum();
    }
    for (year, (sum, near)) in years {
        if !is_near(sum, limit) {
            continue;
        }
        sink.push_with(&KIND, || {
            let money = |minor| input.format_money(minor, currency);
            KIND.at(
                date_span(near),
                format!(
                    "expected turnover well below {} in {year}, found {}",
                    money(limit),
                    money(sum)
                ),
            )
            .help("from the invoice that passes the limit on, VAT is owed: leave the scheme before that")
        });
    }
}

/// A voided invoice is no turnover.
fn is_void(input: &CheckInput<'_>, number: InvoiceIx) -> bool {
    let mut items = input.day.journal.items_of(number);
    items.any(|item| input.day.ledger.items[item].status == Status::Void)
}

fn is_near(sum: Minor, limit: Minor) -> bool {
    sum.0.saturating_mul(100) >= limit.0.saturating_mul(NEAR)
}
