//! V013: turnover near the limit of the scheme for small businesses, or beyond it.

use super::shared::check_input::{CheckInput, date_span};
use crate::text::diagnostic::Sink;
use crate::vat::small_business::turnover_under_scheme;

crate::check_rule! {
    "V013" "small-business-limit" Advice, needs Figures, page "small_business_limit.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let journal = input.day.journal;
    let breakdown = input.day.vat_breakdown();
    let Some((limit, years)) = turnover_under_scheme(journal, input.day.ledger, breakdown) else {
        return;
    };
    for (year, turnover) in years {
        // The invoice that passes the limit, else the one that comes near it: later ones move nothing.
        let Some(number) = turnover.passed.or(turnover.near) else {
            continue;
        };
        sink.push_with(&KIND, || {
            let money = |minor| input.format_money(minor, journal.currency);
            let expected = if turnover.passed.is_some() {
                "at most"
            } else {
                "well below"
            };
            let found = KIND.at(
                date_span(journal.invoices[number].origin),
                format!(
                    "expected turnover {expected} {} in {year}, found {}",
                    money(limit),
                    money(turnover.sum)
                ),
            );
            found.help(if turnover.passed.is_some() {
                "from this invoice on VAT is owed: tell the tax office, take `vat-scheme: kor` out, and write the rate on this \
                 invoice and on later ones"
            } else {
                "from the invoice that passes the limit on, VAT is owed: leave the scheme before that"
            })
        });
    }
}
