//! What VAT an invoice or a credit note bears: what its lines or its `vat:` lines add up to at each rate, and whether
//! that is its total (SPEC.md 6.2).

use super::kinds;
use super::model::{InvoiceIx, VatSubtotal};
use super::resolver::Resolver;
use crate::syntax::directive::invoice::InvoiceLine;
use crate::syntax::directive::vat_line::VatLine;
use crate::syntax::entry::{Amount, Entry, EntryState};
use crate::syntax::kinds::{BAD_VALUE, MISSING_ARGUMENT, REPEATED};
use crate::text::diagnostic::{Diagnostic, Sink};
use crate::text::span::{Span, Spanned};
use crate::value::currency::Currency;
use crate::value::money::{Minor, Minor64, Money};
use crate::value::rounding::{line_total, share_of_amount};
use crate::value::share;
use crate::value::vat_code::VatCode;

/// What an entry says of its VAT.
pub struct VatSource<'a, 't> {
    /// The entry.
    pub entry: &'a Entry,
    /// Its number.
    pub number: InvoiceIx,
    /// Its total; `None` where it could not be read.
    pub amount: Option<Spanned<Amount>>,
    /// The `vat` clause of the header.
    pub header: Option<VatCode>,
    /// The `vat:` lines.
    pub vat_lines: &'a [VatLine],
    /// The lines, without VAT.
    pub lines: &'a [InvoiceLine<'t>],
}

/// An amount at one rate.
struct Subtotal {
    code: Option<VatCode>,
    net: Minor,
    vat: Minor,
}

/// Notes what VAT stands in an entry and checks that it adds up. Answers the rate of the header, or of the one `vat:`
/// line that says it for all lines.
pub fn resolve_vat(
    resolver: &mut Resolver,
    source: &VatSource<'_, '_>,
    sink: &mut Sink,
) -> Option<VatCode> {
    if source.lines.is_empty() && source.vat_lines.is_empty() {
        return source.header;
    }
    if let Some(contradiction) = find_contradiction(source) {
        sink.push(contradiction);
        return source.header;
    }
    let of_all = source.vat_lines.iter().find(|line| line.net.is_none());
    let rate = source.header.or(of_all.map(|line| line.code));
    if let Some(amount) = source.amount {
        let subtotals = if of_all.is_none() && !source.vat_lines.is_empty() {
            Some(read_subtotals(source.vat_lines))
        } else {
            sum_by_rate(source.lines, rate, amount.node.currency)
        };
        let subtotals = subtotals.filter(|all| !all.is_empty());
        if let Some(subtotals) = subtotals {
            check_total(resolver, source, (amount, &subtotals), sink);
            let is_header_enough = subtotals
                .iter()
                .all(|it| it.code.is_some() && it.code == rate);
            if !is_header_enough {
                let kept = subtotals.iter().map(|it| keep_subtotal(source.number, it));
                resolver.journal.vat_subtotals.extend(kept);
            }
        }
    }
    rate
}

fn keep_subtotal(number: InvoiceIx, subtotal: &Subtotal) -> VatSubtotal {
    VatSubtotal {
        number,
        code: subtotal.code,
        net: Minor64::saturating_from(subtotal.net),
        vat: Minor64::saturating_from(subtotal.vat),
    }
}

/// A rate stands in the header, in one `vat:` line, in the lines, or in `vat:` lines with amounts: in one of these.
fn find_contradiction(source: &VatSource<'_, '_>) -> Option<Diagnostic> {
    let first = source.vat_lines.first()?;
    if source.header.is_some() {
        return Some(told_twice(first.span.span, "in the header and here"));
    }
    let mut with_net = source.vat_lines.iter().filter(|line| line.net.is_some());
    if let Some(line) = with_net.next().filter(|_| !source.lines.is_empty()) {
        return Some(told_twice(
            line.span.span,
            "in the lines of the entry and here",
        ));
    }
    let mut seen: Vec<VatCode> = Vec::new();
    for line in source.vat_lines {
        if source.vat_lines.len() > 1 && line.net.is_none() {
            return Some(
                MISSING_ARGUMENT
                    .at(line.span.span, "expected the VAT and the net amount where several `vat:` lines stand, found a rate alone")
                    .help("write each as `vat: 21% 21.00 of 100.00`"),
            );
        }
        if seen.contains(&line.code) {
            let found = format!("expected each rate once, found {} again", line.code);
            return Some(
                REPEATED
                    .at(line.span.span, found)
                    .help("add the two lines up"),
            );
        }
        seen.push(line.code);
        if let Some(fault) = find_amount_fault(source, line) {
            return Some(fault);
        }
    }
    None
}

fn told_twice(span: Span, places: &str) -> Diagnostic {
    let found = format!("expected the VAT once, found it {places}");
    REPEATED.at(span, found).help("leave one of the two out")
}

/// VAT is written where there is some, and in the currency of the entry.
fn find_amount_fault(source: &VatSource<'_, '_>, line: &VatLine) -> Option<Diagnostic> {
    let net = line.net?;
    let vat = line.vat.filter(|vat| !vat.minor.is_zero());
    if line.code.is_taxed() && line.vat.is_none() && !net.node.minor.is_zero() {
        return Some(
            MISSING_ARGUMENT
                .at(
                    line.span.span,
                    format!(
                        "expected the VAT at {}, found the net amount alone",
                        line.code
                    ),
                )
                .help("write the VAT as the invoice has it: `vat: 21% 21.00 of 100.00`"),
        );
    }
    if !line.code.is_taxed() && vat.is_some() {
        let found = format!("expected no VAT at {}, found an amount of it", line.code);
        return Some(
            BAD_VALUE
                .at(line.span.span, found)
                .help("leave the amount out, or write the rate that was charged"),
        );
    }
    let currency = source.amount?.node.currency;
    let amounts = [Some(net.node), line.vat].into_iter().flatten();
    let mut others = amounts.filter(|amount| amount.currency != currency);
    others.next().map(|other| {
        let (wanted, found) = (currency.code(), other.currency.code());
        BAD_VALUE
            .at(
                line.span.span,
                format!("expected {wanted}, the currency of the entry, found {found}"),
            )
            .help("write the amounts in the currency of the entry")
    })
}

fn read_subtotals(lines: &[VatLine]) -> Vec<Subtotal> {
    let each = lines.iter().filter_map(|line| {
        Some(Subtotal {
            code: Some(line.code),
            net: line.net?.node.minor.into(),
            vat: line.vat.map_or(Minor::ZERO, |vat| vat.minor.into()),
        })
    });
    each.collect()
}

/// What lines add up to at each rate: net lines to the cent, VAT once a rate on their sum, half away from zero. `None`
/// where a figure is too large.
fn sum_by_rate(
    lines: &[InvoiceLine<'_>],
    default: Option<VatCode>,
    currency: Currency,
) -> Option<Vec<Subtotal>> {
    let mut all: Vec<Subtotal> = Vec::new();
    for line in lines {
        let code = line.vat.or(default);
        let quantity = line.quantity.unwrap_or(share::ONE);
        let total = line_total(quantity, line.price, currency)?;
        let net = if line.is_less { -total } else { total };
        match all.iter_mut().find(|known| known.code == code) {
            Some(known) => known.net += net,
            None => all.push(Subtotal {
                code,
                net,
                vat: Minor::ZERO,
            }),
        }
    }
    for subtotal in &mut all {
        let rate = subtotal.code.map(VatCode::rate);
        let vat = rate.and_then(|rate| share_of_amount(rate, subtotal.net));
        subtotal.vat = vat.unwrap_or_default();
    }
    Some(all)
}

/// Whether the parts give the total of the entry.
fn check_total(
    resolver: &Resolver,
    source: &VatSource<'_, '_>,
    (amount, subtotals): (Spanned<Amount>, &[Subtotal]),
    sink: &mut Sink,
) {
    if source.entry.state == EntryState::DetailMissing {
        return;
    }
    let gross = subtotals.iter().map(|it| it.net + it.vat);
    let gross: Minor = gross.fold(Minor::ZERO, |sum, each| sum + each);
    let off = gross - Minor::from(amount.node.minor);
    if off.is_zero() {
        return;
    }
    let lines = source.lines.len().max(subtotals.len());
    let kind = if off.0.unsigned_abs() <= lines as u128 {
        &kinds::TOTAL_OFF_BY_CENTS
    } else {
        &kinds::TOTAL_MISMATCH
    };
    sink.unreadable.wrong_figures |= kind == &kinds::TOTAL_MISMATCH;
    let money = |minor| {
        let money = Money::new(minor, amount.node.currency);
        resolver.journal.format_money(money)
    };
    sink.push(
        kind.at(
            amount.span,
            format!(
                "expected the total of the lines, {}, found {}",
                money(gross),
                money(amount.node.minor.into())
            ),
        )
        .note(describe_subtotals(subtotals, money))
        .help("mend a line or the total; lines are net, the total includes VAT"),
    );
}

fn describe_subtotals(subtotals: &[Subtotal], money: impl Fn(Minor) -> String) -> String {
    let mut sorted: Vec<&Subtotal> = subtotals.iter().collect();
    sorted.sort_unstable_by_key(|it| (it.code, it.net));
    let each = sorted.iter().map(|it| {
        let net = money(it.net);
        match it.code {
            Some(code @ VatCode::Rate(_)) => format!("{net} + {} VAT at {code}", money(it.vat)),
            Some(code) => format!("{net} at {code}"),
            None => format!("{net} without VAT"),
        }
    });
    each.collect::<Vec<_>>().join(", ")
}
