//! The lines of an invoice or a credit note: whether they give its total, and what of it stands at which rate of VAT.

use super::kinds;
use super::model::{InvoiceIx, Journal, LineSum};
use super::resolver::Resolver;
use crate::syntax::directive::invoice::InvoiceLine;
use crate::syntax::entry::{Amount, Entry, EntryState};
use crate::text::diagnostic::Sink;
use crate::text::span::Spanned;
use crate::value::currency::Currency;
use crate::value::money::{Minor, Minor64, Money};
use crate::value::rounding::{line_total, share_of_amount};
use crate::value::share::{self, Share};

/// Whether the lines of an invoice or credit note give its total: net lines to the cent, VAT per rate on
/// their sum, half away from zero (SPEC.md, "Lines of an invoice"). `default` is the rate of lines without one.
pub fn check_lines(
    journal: &Journal,
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
    let Some(net) = sum_by_rate(lines, default, currency) else {
        return;
    };
    let gross: Minor = net
        .iter()
        .map(|(rate, net)| add_vat(*rate, *net))
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
    sink.unreadable.wrong_figures |= kind == &kinds::TOTAL_MISMATCH;
    let money = |minor| journal.format_money(Money::new(minor, currency));
    sink.push(
        kind.at(
            amount.span,
            format!(
                "expected the total of the lines, {}, found {}",
                money(gross),
                money(amount.node.minor.into())
            ),
        )
        .note(describe_vat_by_rate(net, money))
        .help("mend a line or the total; lines are net, the total includes VAT"),
    );
}

/// What lines add up to at each rate, without VAT; `None` where a figure is too large.
fn sum_by_rate(
    lines: &[InvoiceLine<'_>],
    default: Option<Share>,
    currency: Currency,
) -> Option<Vec<(Option<Share>, Minor)>> {
    let mut net: Vec<(Option<Share>, Minor)> = Vec::new();
    for line in lines {
        let rate = line.vat.or(default);
        let quantity = line.quantity.unwrap_or(share::ONE);
        let total = line_total(quantity, line.price, currency)?;
        let line = if line.is_less { -total } else { total };
        match net.iter_mut().find(|(known, _)| *known == rate) {
            Some((_, sum)) => *sum += line,
            None => net.push((rate, line)),
        }
    }
    Some(net)
}

fn add_vat(rate: Option<Share>, net: Minor) -> Minor {
    let vat = rate.and_then(|rate| share_of_amount(rate, net));
    net + vat.unwrap_or_default()
}

/// Keeps what the lines of an entry add up to at each rate of VAT, where that is not simply its total at the rate of its
/// header: what VAT is in it must be known without reading the entry again.
pub fn keep_line_sums(
    resolver: &mut Resolver,
    number: InvoiceIx,
    lines: &[InvoiceLine<'_>],
    header: Option<Share>,
    currency: Currency,
) {
    let is_at_header_rate = |line: &InvoiceLine<'_>| {
        let rate = line.vat.or(header);
        rate.is_some() && rate == header
    };
    if lines.iter().all(is_at_header_rate) {
        return;
    }
    let sums = sum_by_rate(lines, header, currency);
    for (rate, net) in sums.into_iter().flatten() {
        let hundredths = rate.unwrap_or(Share::ZERO).hundredths();
        let gross = Minor64::saturating_from(add_vat(rate, net));
        let kept = hundredths.map(|rate| LineSum {
            number,
            rate,
            gross,
        });
        resolver.journal.line_sums.extend(kept);
    }
}

fn describe_vat_by_rate(
    mut net: Vec<(Option<Share>, Minor)>,
    money: impl Fn(Minor) -> String,
) -> String {
    net.sort_unstable();
    let each: Vec<String> = net
        .iter()
        .map(|(rate, net)| {
            let shown = money(*net);
            match rate {
                Some(rate) => {
                    let vat = money(share_of_amount(*rate, *net).unwrap_or_default());
                    format!("{shown} + {vat} VAT at {}%", rate.0.normalize())
                }
                None => format!("{shown} without VAT"),
            }
        })
        .collect();
    each.join(", ")
}
