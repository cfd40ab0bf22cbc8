//! Journals of any length, the same ones each time: a business that writes invoices for four years.
//!
//! Nothing is kept but one small record per entry: what an invoice says follows from its number and the seed.

use crate::dice::Dice;
use chrono::{Days, NaiveDate};
use std::fmt;
use std::io::{self, Write};
use tegoed::value::calendar::date_from_ymd;

/// What is unusual about a journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Nothing.
    Normal,
    /// One customer owns every invoice.
    OneCustomer,
    /// Half as many payments as there are invoices, all on one invoice.
    Payments,
    /// Every contact note is about one invoice.
    Notes,
    /// The newest entry comes first, and who is who last of all.
    Reverse,
    /// No line can be read as it is meant.
    Wrong,
    /// Payments have thousands of `for:` lines, and there are no others.
    ForLines,
    /// There are two hundred versions of the policy.
    Versions,
    /// No payment names an invoice; the policy spreads it over invoices that are due on the same day.
    Spread,
}

impl Shape {
    /// Every shape, the normal one first.
    pub const ALL: [Self; 9] = [
        Self::Normal,
        Self::OneCustomer,
        Self::Payments,
        Self::Notes,
        Self::Reverse,
        Self::Wrong,
        Self::ForLines,
        Self::Versions,
        Self::Spread,
    ];

    /// Its name on the command line and in file names.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Normal => "normal",
            Self::OneCustomer => "one-customer",
            Self::Payments => "payments",
            Self::Notes => "notes",
            Self::Reverse => "reverse",
            Self::Wrong => "wrong",
            Self::ForLines => "for-lines",
            Self::Versions => "versions",
            Self::Spread => "spread",
        }
    }

    /// What is unusual, in a table.
    pub const fn about(self) -> &'static str {
        match self {
            Self::Normal => "as usual",
            Self::OneCustomer => "one customer owns every invoice",
            Self::Payments => "half as many payments as invoices, all on one invoice",
            Self::Notes => "all contact notes about one invoice",
            Self::Reverse => "the newest entry first, the customers last",
            Self::Wrong => "every line wrong",
            Self::ForLines => "two thousand `for:` lines in each payment",
            Self::Versions => "two hundred versions of the policy",
            Self::Spread => "no payment names an invoice, each is spread over ten equal ones",
        }
    }
}

impl fmt::Display for Shape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// The journal that is wanted.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    /// What is unusual.
    pub shape: Shape,
    /// How many invoices. There are nine payments to ten of them, five contact notes, and one customer.
    pub invoices: u64,
    /// Another seed is another journal of the same kind.
    pub seed: u64,
}

/// The day to report on: the last one of the journal.
pub const AS_OF: &str = "2025-12-31";
const DAYS: u64 = 1461;
/// A customer that every journal has.
pub const FIRST_CUSTOMER: &str = "dekker-0";
/// An invoice that every journal has.
pub const FIRST_INVOICE: &str = "2022-000000";
const LINES_OF_PAYMENT: u64 = 2_000;
const VERSIONS: u64 = 200;
/// How many invoices of a customer are due on the same day where payments are spread.
const EQUAL_INVOICES: u64 = 10;

const SURNAMES: [&str; 8] = [
    "bakker", "jansen", "devries", "mulder", "smit", "visser", "peters", "dekker",
];
const WORK: [&str; 8] = [
    "Work on the roof",
    "Advice, second quarter",
    "Façade, first part",
    "Repair of the boiler",
    "Painting",
    "Website, maintenance",
    "Delivery 40 chairs",
    "Translation of the manual",
];
const TALK: [&str; 8] = [
    "Petra: was never booked",
    "will pay at the end of the month",
    "no answer",
    "asked for a copy",
    "content with the work, waits for his own customers",
    "number of the order is missing",
    "on holiday until the 12th",
    "paid this morning, he says",
];
const OUTCOMES: [&str; 4] = ["promised", "resend", "callback", "none"];

/// What stands in a journal on one day.
#[derive(Clone, Copy, Debug)]
enum Entry {
    Invoice(u64),
    Payment(u64),
    Note(u64),
}

/// What follows from the number of an invoice.
struct Invoice {
    date: NaiveDate,
    customer: u64,
    cents: u64,
    lines: Vec<(u64, u64)>,
    dice: Dice,
}

/// Amounts in cents, as written.
struct Cents(u64);

impl fmt::Display for Cents {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:02}", self.0 / 100, self.0 % 100)
    }
}

/// A customer's id.
struct Id(u64);

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = Dice(self.0).pick(&SURNAMES);
        write!(f, "{name}-{}", self.0)
    }
}

/// Writes the journal.
///
/// # Errors
/// It cannot be written.
pub fn write(plan: Plan, out: &mut impl Write) -> io::Result<()> {
    writeln!(
        out,
        "format 1\ncurrency EUR\n\nbusiness\n  name: Four Years Ltd\n  address: Long Lane 1\n  \
         address: 3511 AB Utrecht\n  iban: NL91 ABNA 0417 1643 00\n  kvk: 12345678\n  \
         email: office@fouryears.example\n  language: en"
    )?;
    plan.policy(out)?;
    if plan.shape != Shape::Reverse {
        plan.customers(out)?;
    }
    let mut days = plan.entries();
    if plan.shape == Shape::Reverse {
        days.reverse();
        for entries in &mut days {
            entries.reverse();
        }
    }
    for entry in days.into_iter().flatten() {
        match entry {
            Entry::Invoice(number) => plan.invoice(number, out)?,
            Entry::Payment(number) => plan.payment(number, out)?,
            Entry::Note(number) => plan.note(number, out)?,
        }
    }
    if plan.shape == Shape::Reverse {
        plan.customers(out)?;
    }
    Ok(())
}

impl Plan {
    fn dice(&self, about: u64, number: u64) -> Dice {
        let mut dice = Dice(self.seed ^ about.rotate_left(48) ^ number);
        dice.throw(2);
        dice
    }

    fn customer_count(&self) -> u64 {
        (self.invoices / 10).max(1)
    }

    /// What stands on each day: an invoice on its own, its payment and its note some weeks later.
    fn entries(&self) -> Vec<Vec<Entry>> {
        let mut days: Vec<Vec<Entry>> = Vec::new();
        days.resize_with(usize::try_from(DAYS).unwrap_or(0), Vec::new);
        let mut put = |day: u64, entry| {
            let day = usize::try_from(day.min(DAYS.saturating_sub(1))).unwrap_or(0);
            days.get_mut(day)
                .into_iter()
                .for_each(|day| day.push(entry));
        };
        for number in 0..self.invoices {
            put(self.day_of(number), Entry::Invoice(number));
            if self.has_payment(number) {
                put(self.day_paid(number), Entry::Payment(number));
            }
            if number.is_multiple_of(2) {
                put(self.day_noted(number), Entry::Note(number));
            }
        }
        days
    }

    fn has_payment(&self, number: u64) -> bool {
        if self.shape == Shape::ForLines {
            let next = number + 1;
            return next.is_multiple_of(LINES_OF_PAYMENT) || next == self.invoices;
        }
        number % 10 != self.dice(2, number / 10).throw(10)
    }

    fn day_of(&self, number: u64) -> u64 {
        let number = match self.shape {
            Shape::Spread => number / EQUAL_INVOICES * EQUAL_INVOICES,
            _ => number,
        };
        number * DAYS / self.invoices.max(1)
    }

    fn day_paid(&self, number: u64) -> u64 {
        self.day_of(number) + 5 + self.dice(6, number).throw(55)
    }

    fn day_noted(&self, number: u64) -> u64 {
        self.day_of(number) + 10 + self.dice(7, number).throw(40)
    }

    /// What the business adds about its policy, and the policy itself.
    fn policy(&self, out: &mut impl Write) -> io::Result<()> {
        match self.shape {
            Shape::Versions => {
                writeln!(out, "  policy: standard\n")?;
                (0..VERSIONS).try_for_each(|version| write_version(version, out))
            }
            Shape::Spread => writeln!(
                out,
                "  policy: standard\n\npolicy standard\n  terms: 30 days\n  unreferenced: oldest\n"
            ),
            _ => writeln!(out),
        }
    }

    fn customers(&self, out: &mut impl Write) -> io::Result<()> {
        for customer in 0..self.customer_count() {
            let mut dice = self.dice(3, customer);
            let (id, house) = (Id(customer), dice.throw(300));
            let wrong = self.shape == Shape::Wrong;
            let keyword = if wrong { "custommer" } else { "customer" };
            writeln!(out, "{keyword} @{id}\n  name: Firma {id}")?;
            writeln!(
                out,
                "  address: Dorpsstraat {house}\n  address: {} AB Utrecht",
                1000 + house
            )?;
            writeln!(out, "  email: administratie@{id}.example\n  kind: business")?;
            writeln!(out, "  terms: {} days\n", dice.pick(&[14, 30, 30, 60]))?;
        }
        Ok(())
    }

    fn details_of(&self, number: u64) -> Invoice {
        let mut dice = self.dice(4, number);
        let customer = dice.throw(self.customer_count());
        let lines: Vec<(u64, u64)> = (0..dice.pick(&[0, 0, 0, 0, 1, 2]))
            .map(|_| (1 + dice.throw(20), 500 + dice.throw(12_000)))
            .collect();
        let net: u64 = lines.iter().map(|(count, price)| count * price).sum();
        let written = net + (net * 21 + 50) / 100;
        Invoice {
            date: Self::date(self.day_of(number)),
            customer: match self.shape {
                Shape::OneCustomer => 0,
                Shape::ForLines => number / LINES_OF_PAYMENT,
                Shape::Spread => number / EQUAL_INVOICES,
                _ => customer,
            },
            cents: match (self.shape, number) {
                (Shape::Payments, 0) => self.invoices * 1_000,
                _ if lines.is_empty() => 5_000 + dice.throw(500_000),
                _ => written,
            },
            lines: if self.shape == Shape::Payments && number == 0 {
                Vec::new()
            } else {
                lines
            },
            dice,
        }
    }

    fn date(number: u64) -> NaiveDate {
        let number = number.min(DAYS.saturating_sub(1));
        let first = date_from_ymd(2022, 1, 1).unwrap_or_default();
        first.checked_add_days(Days::new(number)).unwrap_or(first)
    }

    fn number_of(&self, number: u64) -> String {
        let date = Self::date(self.day_of(number));
        format!("#{}-{number:06}", date.format("%Y"))
    }

    fn invoice(&self, number: u64, out: &mut impl Write) -> io::Result<()> {
        let Invoice {
            date,
            customer,
            cents,
            lines,
            mut dice,
        } = self.details_of(number);
        let (id, words) = (Id(customer), dice.pick(&WORK));
        let (no, cents) = (self.number_of(number), Cents(cents));
        if self.shape == Shape::Wrong {
            write_wrong(out, number, date, &no, &id, &cents)?;
        } else {
            write!(out, "{date} invoice {no} @{id} {cents}")?;
            if dice.throw(4) > 0 || self.shape == Shape::Spread {
                let due = date.checked_add_days(Days::new(30)).unwrap_or(date);
                write!(out, " due {due}")?;
            }
            if !lines.is_empty() {
                write!(out, " vat 21%")?;
            }
            writeln!(out, " | {words}")?;
        }
        let (order, item) = if self.shape == Shape::Wrong {
            ("ordr", "itm")
        } else {
            ("order", "item")
        };
        if !lines.is_empty() {
            writeln!(out, "  {order}: PO-{}", dice.throw(100_000))?;
        }
        for (count, price) in lines {
            writeln!(
                out,
                "  {item}: {count} x {} | {}",
                Cents(price),
                dice.pick(&WORK)
            )?;
        }
        Ok(())
    }

    fn payment(&self, number: u64, out: &mut impl Write) -> io::Result<()> {
        match self.shape {
            Shape::ForLines => self.payment_with_lines(number, out),
            Shape::Spread => self.payment_of_customer(number, out),
            _ => self.payment_of_invoice(number, out),
        }
    }

    /// One payment for all invoices of a customer, of which this is the last one.
    fn payment_with_lines(&self, number: u64, out: &mut impl Write) -> io::Result<()> {
        let date = Self::date(self.day_paid(number));
        let first = number / LINES_OF_PAYMENT * LINES_OF_PAYMENT;
        let whole = (first..=number).map(|number| self.details_of(number).cents);
        let (id, whole) = (Id(self.details_of(number).customer), Cents(whole.sum()));
        writeln!(
            out,
            "{date} payment @{id} {whole}\n  id: {date}/{number:06}"
        )?;
        for number in first..=number {
            let cents = Cents(self.details_of(number).cents);
            writeln!(out, "  for: {} {cents}", self.number_of(number))?;
        }
        Ok(())
    }

    fn payment_of_customer(&self, number: u64, out: &mut impl Write) -> io::Result<()> {
        let date = Self::date(self.day_paid(number));
        let invoice = self.details_of(number);
        let (id, cents) = (Id(invoice.customer), Cents(invoice.cents));
        writeln!(
            out,
            "{date} payment @{id} {cents}\n  id: {date}/{number:06}"
        )
    }

    fn payment_of_invoice(&self, number: u64, out: &mut impl Write) -> io::Result<()> {
        let mut dice = self.dice(1, number);
        let date = Self::date(self.day_paid(number));
        let whole = self.details_of(number).cents;
        let on_first = self.shape == Shape::Payments && number.is_multiple_of(2);
        let cents = Cents(match dice.throw(20) {
            _ if on_first => 1_000,
            0 => whole / 2,
            _ => whole,
        });
        let no = self.number_of(if on_first { 0 } else { number });
        if self.shape == Shape::Wrong {
            let keyword = dice.pick(&["paymnet", "betaling", "payment #?", "payment"]);
            writeln!(out, "{date} {keyword} {no} {cents},5")?;
        } else {
            writeln!(out, "{date} payment {no} {cents}")?;
        }
        writeln!(out, "  id: {date}/{number:06}")?;
        if dice.throw(10) == 0 {
            writeln!(out, "  ref: invoice {no}, with thanks")?;
        }
        Ok(())
    }

    fn note(&self, number: u64, out: &mut impl Write) -> io::Result<()> {
        let mut dice = self.dice(5, number);
        let date = Self::date(self.day_noted(number));
        let about = if self.shape == Shape::Notes {
            0
        } else {
            number
        };
        let id = Id(self.details_of(about).customer);
        let no = self.number_of(about);
        let keyword = dice.pick(&["phone", "phone", "email", "note"]);
        let words = dice.pick(&TALK);
        if self.shape == Shape::Wrong {
            return writeln!(out, "{date} {keyword} \"{id}\" {no} | {words}");
        }
        writeln!(out, "{date} {keyword} @{id} {no} | {words}")?;
        writeln!(out, "  outcome: {}", dice.pick(&OUTCOMES))?;
        if dice.throw(2) == 0 {
            let later = date.checked_add_days(Days::new(7)).unwrap_or(date);
            writeln!(out, "  follow-up: {later}")?;
        }
        Ok(())
    }
}

/// A version of the policy, a week after the one before it.
fn write_version(version: u64, out: &mut impl Write) -> io::Result<()> {
    let from = Plan::date(version * 7);
    let days = 14 + version % 30;
    writeln!(
        out,
        "policy standard from {from}\n  terms: {days} days\n  \
         stage: reminder 3 days after due deadline 7 days via email\n  \
         stage: demand 14 days after due gap 10 days deadline 7 days via email fee 25.00\n  \
         stage: handover 45 days after due gap 14 days\n  bank-buffer: 2 days\n"
    )
}

/// An invoice with one of the mistakes that people make.
fn write_wrong(
    out: &mut impl Write,
    number: u64,
    date: NaiveDate,
    no: &str,
    id: &Id,
    cents: &Cents,
) -> io::Result<()> {
    match number % 6 {
        0 => writeln!(out, "{date} invioce {no} @{id} {cents}"),
        1 => writeln!(out, "2025-02-30 invoice {no} @{id} {cents}"),
        2 => writeln!(out, "{date} invoice {no} @{id} 1.{cents}"),
        3 => writeln!(out, "{date} invoice {no} @{id} {cents} deu 2025-01-31"),
        4 => writeln!(out, "{date} invoice {no} @{id} {cents} ; paid"),
        _ => writeln!(out, "{date} invoice {no} @nobody {cents} due 2025-01-31"),
    }
}
