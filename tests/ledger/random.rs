//! Journals nobody would write: every keyword that moves money, in any order, on few days, so that everything
//! meets everything.

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use tegoed::value::calendar::date_from_ymd;

/// A journal in the making: a few numbers per entry, from which its text is told.
#[derive(Clone)]
pub struct RandomJournal {
    policies: u8,
    entries: Vec<RandomEntry>,
}

/// What failed is shown as the journal it is.
impl std::fmt::Debug for RandomJournal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "\n{}", self.full_text())
    }
}

/// One entry in the making.
#[derive(Clone, Debug)]
struct RandomEntry {
    kind: u8,
    day: u8,
    who: u8,
    pick: u8,
    other: u8,
    amount: u16,
    flags: u8,
}

/// An entry as text, and its day.
#[derive(Clone, Debug)]
pub struct DatedText {
    pub date: NaiveDate,
    pub text: String,
}

#[derive(Clone, Debug)]
struct RandomInvoice {
    number: String,
    who: u8,
    dollars: bool,
    cents: u32,
    day: u8,
}

#[derive(Clone, Debug)]
struct RandomPayment {
    who: u8,
    amount: String,
    day: u8,
    first: Option<String>,
    id: String,
}

pub fn random_journal() -> impl Strategy<Value = RandomJournal> {
    let deed = (
        0..40_u8,
        0..16_u8,
        any::<u8>(),
        any::<u8>(),
        any::<u8>(),
        any::<u16>(),
        any::<u8>(),
    );
    let deed = deed.prop_map(|(kind, day, who, pick, other, amount, flags)| RandomEntry {
        kind,
        day,
        who,
        pick,
        other,
        amount,
        flags,
    });
    let deeds = prop::collection::vec(deed, 1..28);
    (any::<u8>(), deeds).prop_map(|(policies, deeds)| RandomJournal {
        policies,
        entries: deeds,
    })
}

fn date_of_day(day_no: u8) -> NaiveDate {
    date_from_ymd(2026, 1, 1).unwrap() + Days::new(day_no.into())
}

fn format_amount(cents: u32, dollars: bool) -> String {
    let code = if dollars { " USD" } else { "" };
    format!("{}.{:02}{code}", cents / 100, cents % 100)
}

impl RandomJournal {
    /// What stands before the entries.
    pub fn header_text(&self) -> String {
        let bit = |place: u8| self.policies >> place & 1 == 1;
        let or = |yes, no, place| if bit(place) { yes } else { no };
        format!(
            "format 1\nbusiness\n  name: Vector\n  policy: house\n\
             policy house\n  terms: 14 days\n  unreferenced: {}\n{}\
             policy house from 2026-01-09\n  terms: 7 days\n  unreferenced: {}\n  interest: {} yearly\n\
             policy own\n  terms: 0 days\n  unreferenced: {}\n{}\
             customer @a\n  name: A\ncustomer @b\n  name: B\n  policy: own\n",
            or("oldest", "hold", 0),
            or("  discount: 10% within 8 days\n", "", 1),
            or("oldest", "hold", 2),
            or("8%", "3%", 3),
            or("oldest", "hold", 4),
            or("  discount: 2.5% within 5 days\n", "", 5),
        )
    }

    /// Every entry, in the order thought of.
    pub fn dated_texts(&self) -> Vec<DatedText> {
        let invoices: Vec<RandomInvoice> = self
            .entries
            .iter()
            .enumerate()
            .filter_map(random_invoice)
            .collect();
        let mut payments: Vec<RandomPayment> = Vec::new();
        for (place, deed) in self.entries.iter().enumerate() {
            if (10..20).contains(&deed.kind) {
                let twin = payments.last().filter(|_| deed.amount % 5 == 0);
                let twin = twin.map(|twin| RandomPayment {
                    id: format!("b{place}"),
                    ..twin.clone()
                });
                payments.push(twin.unwrap_or_else(|| random_payment(place, deed, &invoices)));
            }
        }
        let mut paid = payments.iter();
        let mut told = Vec::new();
        for (place, deed) in self.entries.iter().enumerate() {
            let text = match deed.kind {
                0..10 => Some(invoice_text(deed, &random_invoice((place, deed)).unwrap())),
                10..20 => Some(payment_text(deed, paid.next().unwrap(), &invoices)),
                _ => other_text(place, deed, &invoices, &payments),
            };
            if let Some((day, text)) = text {
                let date = date_of_day(day);
                told.push(DatedText {
                    date,
                    text: format!("{date} {text}\n"),
                });
            }
        }
        told
    }

    /// The whole text.
    pub fn full_text(&self) -> String {
        let entries: String = self
            .dated_texts()
            .into_iter()
            .map(|told| told.text)
            .collect();
        self.header_text() + &entries
    }
}

fn random_invoice((place, deed): (usize, &RandomEntry)) -> Option<RandomInvoice> {
    (deed.kind < 10).then(|| RandomInvoice {
        number: format!("{}{place}", if deed.flags & 1 == 0 { "F" } else { "e" }),
        who: deed.who % 2,
        dollars: deed.flags % 16 == 15,
        cents: if deed.amount % 50 == 0 {
            0
        } else {
            u32::from(deed.amount % 7 + 1) * 1111
        },
        day: deed.day,
    })
}

fn invoice_text(deed: &RandomEntry, invoice: &RandomInvoice) -> (u8, String) {
    let who = customer_of(invoice.who);
    let RandomInvoice {
        number,
        dollars,
        cents,
        day,
        ..
    } = invoice;
    let amount = format_amount(*cents, *dollars);
    let parts: u32 = match deed.flags >> 4 {
        0..4 => return (*day, format!("invoice #{number} {who} {amount}")),
        4..8 => {
            let due = date_of_day(day + deed.other % 12);
            return (*day, format!("invoice #{number} {who} {amount} due {due}"));
        }
        8..12 => 2,
        12..15 => 3,
        _ => 11,
    };
    let mut text = format!("invoice #{number} {who} {amount}");
    for part in 0..parts {
        let cents = if part == 0 {
            cents - cents / parts * (parts - 1)
        } else {
            cents / parts
        };
        if cents == 0 {
            return (*day, format!("invoice #{number} {who} {amount}"));
        }
        let offset = u8::try_from(u32::from(deed.other) * (part + 1) % 13).unwrap();
        text.extend([format!(
            "\n  due: {} on {}",
            format_amount(cents, *dollars),
            date_of_day(day + offset)
        )]);
    }
    (*day, text)
}

const fn customer_of(who: u8) -> &'static str {
    ["@a", "@b"][(who % 2) as usize]
}

/// One of the invoices of a customer; rarely one of anybody's.
fn pick_invoice(invoices: &[RandomInvoice], who: u8, pick: u8) -> Option<&RandomInvoice> {
    let mine: Vec<&RandomInvoice> = invoices.iter().filter(|it| it.who == who % 2).collect();
    let place = usize::from(pick);
    mine.get(place % mine.len().max(1)).copied()
}

/// An amount near that of an invoice.
fn amount_near(deed: &RandomEntry, invoice: Option<&RandomInvoice>) -> u32 {
    let whole = invoice.map_or(1500, |it| it.cents);
    let cents = match deed.amount % 9 {
        0..3 => whole,
        3 => whole / 2,
        4 => whole * 9 / 10,
        5 => whole * 39 / 40,
        6 => whole * 3 / 2,
        7 => 1000,
        _ => u32::from(deed.amount % 3000),
    };
    cents.max(1)
}

fn random_payment(place: usize, deed: &RandomEntry, invoices: &[RandomInvoice]) -> RandomPayment {
    let first = pick_invoice(invoices, deed.who, deed.pick);
    let cents = amount_near(deed, first);
    let dollars = first.is_some_and(|it| it.dollars) && deed.flags % 8 != 7;
    let named = deed.flags % 4 != 3;
    RandomPayment {
        who: deed.who,
        amount: format_amount(cents, dollars),
        day: deed.day,
        first: first.filter(|_| named).map(|it| it.number.clone()),
        id: format!("b{place}"),
    }
}

fn payment_text(
    deed: &RandomEntry,
    payment: &RandomPayment,
    invoices: &[RandomInvoice],
) -> (u8, String) {
    let mut names = String::new();
    let mut lines = String::new();
    let second = pick_invoice(invoices, deed.who, deed.other);
    let any = invoices.get(usize::from(deed.other) % invoices.len().max(1));
    if let Some(first) = &payment.first {
        match (deed.flags >> 2) % 8 {
            0..4 => names = format!("#{first} "),
            4 | 5 => {
                names = format!("#{first} ");
                if let Some(second) = second.filter(|it| it.number != *first) {
                    names.extend([format!("#{} ", second.number)]);
                }
            }
            6 => {
                let dollars = payment.amount.ends_with("USD");
                lines = format!(
                    "\n  for: #{first} {}",
                    format_amount(u32::from(deed.amount % 1500) + 1, dollars)
                );
                if let Some(second) = second.filter(|it| it.number != *first) {
                    lines.extend([format!(
                        "\n  for: #{} {}",
                        second.number,
                        format_amount(300, dollars)
                    )]);
                }
            }
            _ => {
                if let Some(any) = any {
                    names = format!("#{first} ");
                    if any.number != *first {
                        names.extend([format!("#{} ", any.number)]);
                    }
                }
            }
        }
    } else if deed.flags >= 0xf0 {
        names.push_str("on-account ");
    } else if deed.flags >= 0xe0
        && let Some(any) = any
    {
        lines = format!("\n  ref: {}", any.number);
    }
    let RandomPayment {
        amount,
        day,
        id,
        who,
        ..
    } = payment;
    let who = self::customer_of(*who);
    let (names, on_account) = match names.strip_suffix("on-account ") {
        Some(_) => (String::new(), " on-account"),
        None => (names, ""),
    };
    (
        *day,
        format!("payment {names}{who} {amount}{on_account}\n  id: {id}{lines}"),
    )
}

fn other_text(
    place: usize,
    deed: &RandomEntry,
    invoices: &[RandomInvoice],
    payments: &[RandomPayment],
) -> Option<(u8, String)> {
    let who = customer_of(deed.who);
    let day = deed.day;
    if (20..24).contains(&deed.kind) {
        return reversal_text(deed, payments);
    }
    let named = pick_invoice(invoices, deed.who, deed.pick);
    let dollars = named.is_some_and(|it| it.dollars);
    let amount = format_amount(amount_near(deed, named), dollars);
    let small = format_amount(u32::from(deed.amount % 400) + 1, dollars);
    if (24..27).contains(&deed.kind) && (deed.flags < 40 || named.is_none()) {
        return Some((day, format!("credit #K{place} {who} {amount}")));
    }
    if (27..29).contains(&deed.kind) && deed.flags < 100 {
        return Some((day, format!("refund {who} {small}")));
    }
    let number = &named?.number;
    let of = if deed.flags < 60 {
        format!(" of {}", date_of_day(deed.other % 16))
    } else {
        String::new()
    };
    let text = match deed.kind {
        24..27 => format!("credit #K{place} for #{number} {who} {amount}"),
        27..31 => format!("apply {who} {amount} for #{number}{of}"),
        31 => format!("fee #{number} {who} {small}"),
        32 => format!("costs #{number} {who} {small}"),
        33 => format!("interest #{number} {who} {small}"),
        34 => {
            let which = ["", " costs", " fee", " interest"][usize::from(deed.flags % 4)];
            format!(
                "waive #{number} {who} {}{which}",
                format_amount(u32::from(deed.amount % 90) + 1, dollars)
            )
        }
        35 | 36 => format!(
            "settle #{number} {who} {} by {}",
            if deed.flags < 128 { small } else { amount },
            date_of_day(day + deed.other % 20)
        ),
        37 | 38 if deed.flags < 128 => format!("writeoff #{number} {who} {small}"),
        37 | 38 => format!("writeoff #{number} {who}"),
        _ => format!("void #{number} {who}"),
    };
    Some((day, text))
}

fn reversal_text(deed: &RandomEntry, payments: &[RandomPayment]) -> Option<(u8, String)> {
    let payment = payments.get(usize::from(deed.pick) % payments.len().max(1))?;
    let RandomPayment {
        amount,
        day,
        id,
        first,
        ..
    } = payment;
    let who = match first {
        Some(first) if deed.flags.is_multiple_of(2) => {
            format!("#{first} {}", customer_of(payment.who))
        }
        _ => customer_of(payment.who).to_owned(),
    };
    let of = date_of_day(*day);
    let by_id = if deed.flags.is_multiple_of(3) {
        format!("\n  of: {id}")
    } else {
        String::new()
    };
    let day = (day + deed.day % 7).saturating_sub(u8::from(deed.other > 240));
    Some((day, format!("reversal {who} {amount} of {of}{by_id}")))
}
