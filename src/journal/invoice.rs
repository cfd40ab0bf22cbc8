//! `invoice`: its number, its total, its instalments.

use super::description;
use super::due::Waiting;
use super::kinds;
use super::model::{DueBasis, Invoice, InvoiceIx, Item, NumberUse, Says};
use super::movement::free;
use super::resolve::Resolver;
use crate::syntax::entry::{Amount, Argument, Detail, Entry, State, Text, Value};
use crate::syntax::kinds::REPEATED;
use crate::text::diagnostic::{Diagnostic, Sink};
use crate::text::span::{Span, Spanned};
use crate::value::currency::Currency;
use crate::value::money::{Minor, Money};
use crate::value::share::{self, Share, line_total, part};
use chrono::NaiveDate;

/// What the header of an invoice says.
#[derive(Default)]
struct Header {
    number: Option<Span>,
    customer: Option<Span>,
    amount: Option<Spanned<Amount>>,
    due: Option<NaiveDate>,
    rate: Option<Share>,
}

impl Header {
    /// All of it in one walk along its arguments.
    fn of(entry: &Entry) -> Self {
        let mut header = Self::default();
        for Argument {
            clause,
            value,
            span,
        } in entry.header_arguments()
        {
            match (clause, value) {
                (None, Value::Invoice) => header.number = header.number.or(Some(*span)),
                (None, Value::Customer) => header.customer = Some(*span),
                (None, Value::Amount(amount)) => header.amount = Some(Spanned::new(*amount, *span)),
                (Some("due"), Value::Date(day)) => header.due = Some(*day),
                (Some("vat"), Value::Share(rate)) => header.rate = Some(*rate),
                _ => {}
            }
        }
        header
    }
}

/// Takes down an invoice.
pub fn resolve(
    resolver: &mut Resolver,
    entry: &Entry,
    date: NaiveDate,
    text: Text<'_>,
    sink: &mut Sink,
) {
    let header = Header::of(entry);
    let Some(span) = header.number else {
        return;
    };
    let customer = header.customer.map(|span| resolver.customer(span, text));
    let number = resolver.number(span, text);
    if !free(resolver, number, text.slice(span), span, sink) {
        return;
    }
    let rate = header.rate.or_else(|| detail_rate(entry));
    let amount = header.amount;
    resolver.journal.invoices[number] = Invoice {
        used: NumberUse::Invoice,
        due_basis: DueBasis::Written,
        says: says(entry, text),
        currency: amount.map_or(resolver.journal.currency, |amount| amount.node.currency),
        vat: rate.and_then(Share::hundredths),
        item_count: 0,
        first_item: None,
        customer,
        policy: None,
        date,
        origin: entry.span.origin(),
        amount: amount.map(|amount| amount.node.minor),
    };
    resolver.owners[number] = customer;
    if let Some(policy) = entry.detail_value("policy") {
        let name = text.slice(policy.span);
        resolver.mentions.policy(name, policy.span);
        resolver.own_policy.push((number, name.into()));
    }
    if let Some(reference) = entry.details("ref").next() {
        let reference = text.slice(reference.value).into();
        resolver.journal.references.insert(number, reference);
    }
    if let (Some(_), Some(second)) = (header.rate, entry.details("vat").next()) {
        sink.push(
            REPEATED
                .at(
                    second.key_span,
                    "expected the VAT rate once, found it in the header and here",
                )
                .help("leave one of the two out"),
        );
    }
    keep_line_rates(resolver, number, entry, rate);
    if let Some(amount) = amount {
        check_lines(entry, amount, rate, sink);
        instalments(resolver, entry, (number, span), (amount, header.due), sink);
    }
}

/// What checks ask of every invoice.
fn says(entry: &Entry, text: Text<'_>) -> Says {
    let mut says = Says::NOTHING;
    if entry
        .text
        .is_some_and(|words| description::tells(text.slice(words)))
    {
        says = says.and(Says::WORDS);
    }
    if entry.state == State::DetailMissing {
        says = says.and(Says::DETAILS);
    }
    for detail in &entry.details {
        says = says.and(Says::DETAILS);
        match detail.key.word() {
            "item" => says = says.and(Says::LINES),
            "terms" | "received" | "sent" => says = says.and(Says::TERMS),
            _ => {}
        }
    }
    says
}

fn instalments(
    resolver: &mut Resolver,
    entry: &Entry,
    (number, at): (InvoiceIx, Span),
    (amount, written): (Spanned<Amount>, Option<NaiveDate>),
    sink: &mut Sink,
) {
    let terms: Vec<&Detail> = entry.details("due").collect();
    if let (Some(_), Some(first)) = (written, terms.first()) {
        sink.push(
            REPEATED
                .at(
                    first.span,
                    "expected either `due` in the header or `due:` lines, found both",
                )
                .help("leave one of the two out"),
        );
        return;
    }
    if terms.is_empty() {
        let due = written.or_else(|| wait_for_terms(resolver, entry, number, at));
        push_items(resolver, number, &[(amount.node.minor, due)]);
        return;
    }
    if let Some(beyond) = terms.get(usize::from(MOST_INSTALMENTS)) {
        sink.missing.figures = true;
        sink.push(too_many_instalments(beyond.span));
        return;
    }
    resolver.journal.invoices[number].due_basis = DueBasis::Instalments;
    let items = divide(entry, &terms, amount, sink);
    push_items(resolver, number, &items);
}

/// How many instalments an invoice can have: as many as [`Invoice::item_count`] counts.
const MOST_INSTALMENTS: u16 = u16::MAX;

fn too_many_instalments(beyond: Span) -> Diagnostic {
    REPEATED
        .at(
            beyond,
            format!("expected at most {MOST_INSTALMENTS} `due:` lines, found one more"),
        )
        .help("make the parts larger, or move some of them to an invoice of their own")
}

fn push_items(resolver: &mut Resolver, number: InvoiceIx, items: &[(i64, Option<NaiveDate>)]) {
    let first = resolver.journal.items.next();
    for (amount, due) in items {
        resolver.journal.items.push(Item {
            invoice: number,
            due: *due,
            amount: *amount,
        });
    }
    let invoice = &mut resolver.journal.invoices[number];
    invoice.first_item = Some(first);
    invoice.item_count = u16::try_from(items.len()).unwrap_or(MOST_INSTALMENTS);
}

/// Without a written day the due date rests on terms, which may be declared further on.
fn wait_for_terms(
    resolver: &mut Resolver,
    entry: &Entry,
    number: InvoiceIx,
    at: Span,
) -> Option<NaiveDate> {
    let issued = resolver.journal.invoices[number].date;
    let received = entry
        .detail_date("received")
        .map(|day| (day, DueBasis::Received));
    let sent = entry.detail_date("sent").map(|day| (day, DueBasis::Sent));
    let (start, basis) = received.or(sent).unwrap_or((issued, DueBasis::Issued));
    resolver.journal.invoices[number].due_basis = basis;
    resolver.waiting.push(Waiting {
        invoice: number,
        start,
        terms: entry
            .detail_value("terms")
            .and_then(|argument| argument.value.duration()),
        at,
        incomplete: entry.state == State::DetailMissing,
    });
    None
}

/// Instalments in minor units: each share rounded by itself; where shares make up the whole, the last takes the rest.
fn divide(
    entry: &Entry,
    terms: &[&Detail],
    amount: Spanned<Amount>,
    sink: &mut Sink,
) -> Vec<(i64, Option<NaiveDate>)> {
    let total = Minor::from(amount.node.minor);
    let delivered = entry.detail_date("delivered");
    let mut items: Vec<(Minor, Option<NaiveDate>)> = Vec::new();
    let mut shares = Share::ZERO;
    let mut sum = Minor::ZERO;
    for term in terms {
        let arguments = entry.arguments_of(term);
        let (size, share) = term_size(arguments, total);
        shares = shares.plus(share);
        sum += size;
        items.push((size, term_day(arguments, delivered)));
    }
    if shares.is_whole()
        && let Some(last) = items.last_mut()
    {
        last.0 += total - sum;
        sum = total;
    }
    if sum != total && entry.state != State::DetailMissing {
        let written = Money::new(total, amount.node.currency);
        let found = Money::new(sum, amount.node.currency);
        sink.push(
            kinds::INSTALMENTS_DO_NOT_ADD_UP
                .at(
                    amount.span,
                    format!("expected instalments that add up to {written}, found {found}"),
                )
                .note(if sum < total {
                    let short = Money::new(total - sum, amount.node.currency);
                    format!("{short} too little")
                } else {
                    let over = Money::new(sum - total, amount.node.currency);
                    format!("{over} too much")
                })
                .help("mend an instalment or the total"),
        );
    }
    items
        .into_iter()
        .map(|(size, day)| (i64::try_from(size.0).unwrap_or(i64::MAX), day))
        .collect()
}

fn term_size(arguments: &[Argument], total: Minor) -> (Minor, Share) {
    for argument in arguments {
        match argument.value {
            Value::Share(share) => return (part(share, total).unwrap_or_default(), share),
            Value::Amount(amount) => return (amount.minor.into(), Share::ZERO),
            _ => {}
        }
    }
    (Minor::ZERO, Share::ZERO)
}

fn term_day(arguments: &[Argument], delivered: Option<NaiveDate>) -> Option<NaiveDate> {
    arguments
        .iter()
        .find_map(|argument| argument.value.date())
        .or(delivered)
}

fn detail_rate(entry: &Entry) -> Option<Share> {
    entry.detail_value("vat")?.value.share()
}

/// Whether the lines of an invoice or credit note give its total: net lines to the cent, VAT per rate on
/// their sum, half away from zero (SPEC.md, "Lines of an invoice"). `default` is the rate of lines without one.
pub fn check_lines(
    entry: &Entry,
    amount: Spanned<Amount>,
    default: Option<Share>,
    sink: &mut Sink,
) {
    if entry.details.is_empty() || entry.state == State::DetailMissing {
        return;
    }
    let currency = amount.node.currency;
    let mut net: Vec<(Option<Share>, Minor)> = Vec::new();
    let mut count = 0_i128;
    for (detail, sign) in lines(entry) {
        let Some((rate, line)) = line(entry.arguments_of(detail), default, currency) else {
            return;
        };
        let line = if sign { line } else { -line };
        match net.iter_mut().find(|(known, _)| *known == rate) {
            Some((_, sum)) => *sum += line,
            None => net.push((rate, line)),
        }
        count = count.saturating_add(1);
    }
    if count == 0 {
        return;
    }
    let gross: Minor = net
        .iter()
        .map(|(rate, net)| *net + rate.and_then(|rate| part(rate, *net)).unwrap_or_default())
        .fold(Minor::ZERO, |sum, rate| sum + rate);
    let off = gross - Minor::from(amount.node.minor);
    if off.is_zero() {
        return;
    }
    let kind = if off.0.unsigned_abs() <= count.unsigned_abs() {
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
        .note(per_rate(net, currency))
        .help("mend a line or the total; lines are net, the total includes VAT"),
    );
}

fn lines(entry: &Entry) -> impl Iterator<Item = (&Detail, bool)> {
    entry
        .details
        .iter()
        .filter_map(|detail| match detail.key.word() {
            "item" => Some((detail, true)),
            "less" => Some((detail, false)),
            _ => None,
        })
}

/// Keeps the VAT rates that lines name beside that of the header, so that a check need not read the entry again.
pub fn keep_line_rates(
    resolver: &mut Resolver,
    number: InvoiceIx,
    entry: &Entry,
    header: Option<Share>,
) {
    let kept = &mut resolver.journal.line_rates;
    for (detail, _) in lines(entry) {
        let rates = entry.arguments_of(detail).iter();
        let own = rates.filter_map(|argument| argument.value.share());
        for rate in own.filter(|rate| Some(*rate) != header) {
            let named = rate.hundredths().map(|hundredths| (number, hundredths));
            if named.as_ref() != kept.last() {
                kept.extend(named);
            }
        }
    }
}

fn line(
    arguments: &[Argument],
    default: Option<Share>,
    currency: Currency,
) -> Option<(Option<Share>, Minor)> {
    let mut quantity = share::ONE;
    let mut price = None;
    let mut rate = default;
    for argument in arguments {
        match argument.value {
            Value::Quantity(written) => quantity = written,
            Value::Price(written) => price = Some(written),
            Value::Share(written) => rate = Some(written),
            _ => {}
        }
    }
    Some((rate, line_total(quantity, price?, currency)?))
}

fn per_rate(mut net: Vec<(Option<Share>, Minor)>, currency: Currency) -> String {
    net.sort_unstable();
    let each: Vec<String> = net
        .iter()
        .map(|(rate, net)| {
            let shown = Money::new(*net, currency);
            match rate {
                Some(rate) => {
                    let vat = Money::new(part(*rate, *net).unwrap_or_default(), currency);
                    format!("{shown} + {vat} VAT at {}%", rate.0.normalize())
                }
                None => format!("{shown} without VAT"),
            }
        })
        .collect();
    each.join(", ")
}
