//! The lines of an invoice or a credit note: whether they give its total, and the VAT rates that they name.

use super::kinds;
use super::model::InvoiceIx;
use super::resolver::Resolver;
use crate::syntax::directive::invoice::InvoiceLine;
use crate::syntax::entry::{Amount, Entry, EntryState};
use crate::text::diagnostic::Sink;
use crate::text::span::Spanned;
use crate::value::currency::Currency;
use crate::value::money::{Minor, Money};
use crate::value::rounding::{line_total, share_of_amount};
use crate::value::share::{self, Share};

/// Whether the lines of an invoice or credit note give its total: net lines to the cent, VAT per rate on
/// their sum, half away from zero (SPEC.md, "Lines of an invoice"). `default` is the rate of lines without one.
pub fn check_lines(
    entry: &Entry,
    lines: &[InvoiceLine<'_>],
    amount: Spanned<Amount>,
    default: Option<Share>,
    sink: &mut Sink,
) {
    if lines.is_empty() || entry.state == EntryState::DetailMissing {
        return;
    }
    let currency = amount.node.currency;
    let mut net: Vec<(Option<Share>, Minor)> = Vec::new();
    for line in lines {
        let rate = line.vat.or(default);
        let quantity = line.quantity.unwrap_or(share::ONE);
        let Some(total) = line_total(quantity, line.price, currency) else {
            return;
        };
        let line = if line.is_less { -total } else { total };
        match net.iter_mut().find(|(known, _)| *known == rate) {
            Some((_, sum)) => *sum += line,
            None => net.push((rate, line)),
        }
    }
    let gross: Minor = net
        .iter()
        .map(|(rate, net)| {
            *net + rate
                .and_then(|rate| share_of_amount(rate, *net))
                .unwrap_or_default()
        })
        .fold(Minor::ZERO, |sum, rate| sum + rate);
    let off = gross - Minor::from(amount.node.minor);
    if off.is_zero() {
        return;
    }
    let kind = if off.0.unsigned_abs() <= lines.len() as u128 {
        &kinds::TOTAL_OFF_BY_CENTS
    } else {
        &kinds::TOTAL_MISMATCH
    };
    let money = |minor| Money::new(minor, currency);
    sink.push(
        kind.at(
            amount.span,
            format!(
                "expected the total of the lines, {}, found {}",
                money(gross),
                money(amount.node.minor.into())
            ),
        )
        .note(describe_vat_by_rate(net, currency))
        .help("mend a line or the total; lines are net, the total includes VAT"),
    );
}

/// Keeps the VAT rates that lines name beside that of the header, so that a check need not read the entry again.
pub fn keep_line_rates(
    resolver: &mut Resolver,
    number: InvoiceIx,
    lines: &[InvoiceLine<'_>],
    header: Option<Share>,
) {
    let kept = &mut resolver.journal.line_rates;
    let own = lines.iter().filter_map(|line| line.vat);
    for rate in own.filter(|rate| Some(*rate) != header) {
        let named = rate.hundredths().map(|hundredths| (number, hundredths));
        if named.as_ref() != kept.last() {
            kept.extend(named);
        }
    }
}

fn describe_vat_by_rate(mut net: Vec<(Option<Share>, Minor)>, currency: Currency) -> String {
    net.sort_unstable();
    let each: Vec<String> = net
        .iter()
        .map(|(rate, net)| {
            let shown = Money::new(*net, currency);
            match rate {
                Some(rate) => {
                    let vat =
                        Money::new(share_of_amount(*rate, *net).unwrap_or_default(), currency);
                    format!("{shown} + {vat} VAT at {}%", rate.0.normalize())
                }
                None => format!("{shown} without VAT"),
            }
        })
        .collect();
    each.join(", ")
}
