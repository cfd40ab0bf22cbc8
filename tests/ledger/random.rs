//! Journals nobody would write: every keyword that moves money, in any order, on few days, so that everything
//! meets everything.

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use tegoed::value::calendar::date_from_ymd;

/// A journal in the making: a few numbers per entry, from which its text is told.
#[derive(Clone)]
pub struct Story {
    policies: u8,
    deeds: Vec<Deed>,
}

/// What failed is shown as the journal it is.
impl std::fmt::Debug for Story {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "\n{}", self.text())
    }
}

/// One entry in the making.
#[derive(Clone, Debug)]
struct Deed {
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
pub struct Told {
    pub date: NaiveDate,
    pub text: String,
}

#[derive(Clone, Debug)]
struct Invoice {
    number: String,
    who: u8,
    dollars: bool,
    cents: u32,
    day: u8,
}

#[derive(Clone, Debug)]
struct Payment {
    who: u8,
    amount: String,
    day: u8,
    first: Option<String>,
    id: String,
}

pub fn story() -> impl Strategy<Value = Story> {
    let deed = (
        0..40_u8,
        0..16_u8,
        any::<u8>(),
        any::<u8>(),
        any::<u8>(),
        any::<u16>(),
        any::<u8>(),
    );
    let deed = deed.prop_map(|(kind, day, who, pick, other, amount, flags)| Deed {
        kind,
        day,
        who,
        pick,
        other,
        amount,
        flags,
    });
    let deeds = prop::collection::vec(deed, 1..28);
    (any::<u8>(), deeds).prop_map(|(policies, deeds)| Story { policies, deeds })
}

fn date(day_no: u8) -> NaiveDate {
    date_from_ymd(2026, 1, 1).unwrap() + Days::new(day_no.into())
}

fn money(cents: u32, dollars: bool) -> String {
    let code = if dollars { " USD" } else { "" };
    format!("{}.{:02}{code}", cents / 100, cents % 100)
}

impl Story {
    /// What stands before the entries.
    pub fn head(&self) -> String {
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
    pub fn tell(&self) -> Vec<Told> {
        let invoices: Vec<Invoice> = self.deeds.iter().enumerate().filter_map(invoice).collect();
        let mut payments: Vec<Payment> = Vec::new();
        for (place, deed) in self.deeds.iter().enumerate() {
            if (10..20).contains(&deed.kind) {
                let twin = payments.last().filter(|_| deed.amount % 5 == 0);
                let twin = twin.map(|twin| Payment {
                    id: format!("b{place}"),
                    ..twin.clone()
                });
                payments.push(twin.unwrap_or_else(|| payment(place, deed, &invoices)));
            }
        }
        let mut paid = payments.iter();
        let mut told = Vec::new();
        for (place, deed) in self.deeds.iter().enumerate() {
            let text = match deed.kind {
                0..10 => Some(invoice_text(deed, &invoice((place, deed)).unwrap())),
                10..20 => Some(payment_text(deed, paid.next().unwrap(), &invoices)),
                _ => other_text(place, deed, &invoices, &payments),
            };
            if let Some((day, text)) = text {
                let date = date(day);
                told.push(Told {
                    date,
                    text: format!("{date} {text}\n"),
                });
            }
        }
        told
    }

    /// The whole text.
    pub fn text(&self) -> String {
        let entries: String = self.tell().into_iter().map(|told| told.text).collect();
        self.head() + &entries
    }
}

fn invoice((place, deed): (usize, &Deed)) -> Option<Invoice> {
    (deed.kind < 10).then(|| Invoice {
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

fn invoice_text(deed: &Deed, invoice: &Invoice) -> (u8, String) {
    let who = who(invoice.who);
    let Invoice {
        number,
        dollars,
        cents,
        day,
        ..
    } = invoice;
    let amount = money(*cents, *dollars);
    let parts: u32 = match deed.flags >> 4 {
        0..4 => return (*day, format!("invoice #{number} {who} {amount}")),
        4..8 => {
            let due = date(day + deed.other % 12);
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
            money(cents, *dollars),
            date(day + offset)
        )]);
    }
    (*day, text)
}

const fn who(who: u8) -> &'static str {
    ["@a", "@b"][(who % 2) as usize]
}

/// One of the invoices of a customer; rarely one of anybody's.
fn pick(invoices: &[Invoice], who: u8, pick: u8) -> Option<&Invoice> {
    let mine: Vec<&Invoice> = invoices.iter().filter(|it| it.who == who % 2).collect();
    let place = usize::from(pick);
    mine.get(place % mine.len().max(1)).copied()
}

/// An amount near that of an invoice.
fn near(deed: &Deed, invoice: Option<&Invoice>) -> u32 {
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

fn payment(place: usize, deed: &Deed, invoices: &[Invoice]) -> Payment {
    let first = pick(invoices, deed.who, deed.pick);
    let cents = near(deed, first);
    let dollars = first.is_some_and(|it| it.dollars) && deed.flags % 8 != 7;
    let named = deed.flags % 4 != 3;
    Payment {
        who: deed.who,
        amount: money(cents, dollars),
        day: deed.day,
        first: first.filter(|_| named).map(|it| it.number.clone()),
        id: format!("b{place}"),
    }
}

fn payment_text(deed: &Deed, payment: &Payment, invoices: &[Invoice]) -> (u8, String) {
    let mut names = String::new();
    let mut lines = String::new();
    let second = pick(invoices, deed.who, deed.other);
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
                    money(u32::from(deed.amount % 1500) + 1, dollars)
                );
                if let Some(second) = second.filter(|it| it.number != *first) {
                    lines.extend([format!(
                        "\n  for: #{} {}",
                        second.number,
                        money(300, dollars)
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
    let Payment {
        amount,
        day,
        id,
        who,
        ..
    } = payment;
    let who = self::who(*who);
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
    deed: &Deed,
    invoices: &[Invoice],
    payments: &[Payment],
) -> Option<(u8, String)> {
    let who = who(deed.who);
    let day = deed.day;
    if (20..24).contains(&deed.kind) {
        return reversal(deed, payments);
    }
    let named = pick(invoices, deed.who, deed.pick);
    let dollars = named.is_some_and(|it| it.dollars);
    let amount = money(near(deed, named), dollars);
    let small = money(u32::from(deed.amount % 400) + 1, dollars);
    if (24..27).contains(&deed.kind) && (deed.flags < 40 || named.is_none()) {
        return Some((day, format!("credit #K{place} {who} {amount}")));
    }
    if (27..29).contains(&deed.kind) && deed.flags < 100 {
        return Some((day, format!("refund {who} {small}")));
    }
    let number = &named?.number;
    let of = if deed.flags < 60 {
        format!(" of {}", date(deed.other % 16))
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
                money(u32::from(deed.amount % 90) + 1, dollars)
            )
        }
        35 | 36 => format!(
            "settle #{number} {who} {} by {}",
            if deed.flags < 128 { small } else { amount },
            date(day + deed.other % 20)
        ),
        37 | 38 if deed.flags < 128 => format!("writeoff #{number} {who} {small}"),
        37 | 38 => format!("writeoff #{number} {who}"),
        _ => format!("void #{number} {who}"),
    };
    Some((day, text))
}

fn reversal(deed: &Deed, payments: &[Payment]) -> Option<(u8, String)> {
    let payment = payments.get(usize::from(deed.pick) % payments.len().max(1))?;
    let Payment {
        amount,
        day,
        id,
        first,
        ..
    } = payment;
    let who = match first {
        Some(first) if deed.flags.is_multiple_of(2) => format!("#{first} {}", who(payment.who)),
        _ => who(payment.who).to_owned(),
    };
    let of = date(*day);
    let by_id = if deed.flags.is_multiple_of(3) {
        format!("\n  of: {id}")
    } else {
        String::new()
    };
    let day = (day + deed.day % 7).saturating_sub(u8::from(deed.other > 240));
    Some((day, format!("reversal {who} {amount} of {of}{by_id}")))
}
