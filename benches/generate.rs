//! Journals of any length, the same ones each time: a business that writes invoices for four years.
//!
//! Nothing is kept but one small record per entry: what an invoice says follows from its number and the seed.

use crate::dice::SplitMix64;
use chrono::{Days, NaiveDate};
use std::fmt;
use std::io::{self, Write};
use tegoed::value::calendar::date_from_ymd;

/// What is unusual about a journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JournalShape {
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

impl JournalShape {
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

impl fmt::Display for JournalShape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// The journal that is wanted.
#[derive(Clone, Copy, Debug)]
pub struct JournalPlan {
    /// What is unusual.
    pub shape: JournalShape,
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
enum PlannedEntry {
    Invoice(u64),
    Payment(u64),
    Note(u64),
}

/// What follows from the number of an invoice.
struct GeneratedInvoice {
    date: NaiveDate,
    customer: u64,
    cents: u64,
    lines: Vec<(u64, u64)>,
    random: SplitMix64,
}

/// Amounts in cents, as written.
struct Cents(u64);

impl fmt::Display for Cents {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:02}", self.0 / 100, self.0 % 100)
    }
}

/// A customer's id.
struct CustomerName(u64);

impl fmt::Display for CustomerName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = SplitMix64(self.0).pick_one(&SURNAMES);
        write!(f, "{name}-{}", self.0)
    }
}

/// Writes the journal.
///
/// # Errors
/// It cannot be written.
pub fn write_journal(plan: JournalPlan, out: &mut impl Write) -> io::Result<()> {
    writeln!(
        out,
        "format 1\ncurrency EUR\n\nbusiness\n  name: Four Years Ltd\n  address: Long Lane 1\n  \
         address: 3511 AB Utrecht\n  iban: NL91 ABNA 0417 1643 00\n  kvk: 12345678\n  \
         email: office@fouryears.example\n  language: en"
    )?;
    plan.write_policies(out)?;
    if plan.shape != JournalShape::Reverse {
        plan.write_customers(out)?;
    }
    let mut days = plan.entries();
    if plan.shape == JournalShape::Reverse {
        days.reverse();
        for entries in &mut days {
            entries.reverse();
        }
    }
    for entry in days.into_iter().flatten() {
        match entry {
            PlannedEntry::Invoice(number) => plan.write_invoice(number, out)?,
            PlannedEntry::Payment(number) => plan.write_payment(number, out)?,
            PlannedEntry::Note(number) => plan.write_note(number, out)?,
        }
    }
    if plan.shape == JournalShape::Reverse {
        plan.write_customers(out)?;
    }
    Ok(())
}

impl JournalPlan {
    fn random_for(&self, about: u64, number: u64) -> SplitMix64 {
        let mut dice = SplitMix64(self.seed ^ about.rotate_left(48) ^ number);
        dice.next_below(2);
        dice
    }

    fn customer_count(&self) -> u64 {
        (self.invoices / 10).max(1)
    }

    /// What stands on each day: an invoice on its own, its payment and its note some weeks later.
    fn entries(&self) -> Vec<Vec<PlannedEntry>> {
        let mut days: Vec<Vec<PlannedEntry>> = Vec::new();
        days.resize_with(usize::try_from(DAYS).unwrap_or(0), Vec::new);
        let mut put = |day: u64, entry| {
            let day = usize::try_from(day.min(DAYS.saturating_sub(1))).unwrap_or(0);
            days.get_mut(day)
                .into_iter()
                .for_each(|day| day.push(entry));
        };
        for number in 0..self.invoices {
            put(self.day_of(number), PlannedEntry::Invoice(number));
            if self.has_payment(number) {
                put(self.day_paid(number), PlannedEntry::Payment(number));
            }
            if number.is_multiple_of(2) {
                put(self.day_noted(number), PlannedEntry::Note(number));
            }
        }
        days
    }

    fn has_payment(&self, number: u64) -> bool {
        if self.shape == JournalShape::ForLines {
            let next = number + 1;
            return next.is_multiple_of(LINES_OF_PAYMENT) || next == self.invoices;
        }
        number % 10 != self.random_for(2, number / 10).next_below(10)
    }

    fn day_of(&self, number: u64) -> u64 {
        let number = match self.shape {
            JournalShape::Spread => number / EQUAL_INVOICES * EQUAL_INVOICES,
            _ => number,
        };
        number * DAYS / self.invoices.max(1)
    }

    fn day_paid(&self, number: u64) -> u64 {
        self.day_of(number) + 5 + self.random_for(6, number).next_below(55)
    }

    fn day_noted(&self, number: u64) -> u64 {
        self.day_of(number) + 10 + self.random_for(7, number).next_below(40)
    }

    /// What the business adds about its policy, and the policy itself.
    fn write_policies(&self, out: &mut impl Write) -> io::Result<()> {
        match self.shape {
            JournalShape::Versions => {
                writeln!(out, "  policy: standard\n")?;
                (0..VERSIONS).try_for_each(|version| write_version(version, out))
            }
            JournalShape::Spread => writeln!(
                out,
                "  policy: standard\n\npolicy standard\n  terms: 30 days\n  unreferenced: oldest\n"
            ),
            _ => writeln!(out),
        }
    }

    fn write_customers(&self, out: &mut impl Write) -> io::Result<()> {
        for customer in 0..self.customer_count() {
            let mut dice = self.random_for(3, customer);
            let (id, house) = (CustomerName(customer), dice.next_below(300));
            let wrong = self.shape == JournalShape::Wrong;
            let keyword = if wrong { "custommer" } else { "customer" };
            writeln!(out, "{keyword} @{id}\n  name: Firma {id}")?;
            writeln!(
                out,
                "  address: Dorpsstraat {house}\n  address: {} AB Utrecht",
                1000 + house
            )?;
            writeln!(out, "  email: administratie@{id}.example\n  kind: business")?;
            writeln!(out, "  terms: {} days\n", dice.pick_one(&[14, 30, 30, 60]))?;
        }
        Ok(())
    }

    fn invoice_details(&self, number: u64) -> GeneratedInvoice {
        let mut dice = self.random_for(4, number);
        let customer = dice.next_below(self.customer_count());
        let lines: Vec<(u64, u64)> = (0..dice.pick_one(&[0, 0, 0, 0, 1, 2]))
            .map(|_| (1 + dice.next_below(20), 500 + dice.next_below(12_000)))
            .collect();
        let net: u64 = lines.iter().map(|(count, price)| count * price).sum();
        let written = net + (net * 21 + 50) / 100;
        GeneratedInvoice {
            date: Self::date_of_day(self.day_of(number)),
            customer: match self.shape {
                JournalShape::OneCustomer => 0,
                JournalShape::ForLines => number / LINES_OF_PAYMENT,
                JournalShape::Spread => number / EQUAL_INVOICES,
                _ => customer,
            },
            cents: match (self.shape, number) {
                (JournalShape::Payments, 0) => self.invoices * 1_000,
                _ if lines.is_empty() => 5_000 + dice.next_below(500_000),
                _ => written,
            },
            lines: if self.shape == JournalShape::Payments && number == 0 {
                Vec::new()
            } else {
                lines
            },
            random: dice,
        }
    }

    fn date_of_day(number: u64) -> NaiveDate {
        let number = number.min(DAYS.saturating_sub(1));
        let first = date_from_ymd(2022, 1, 1).unwrap_or_default();
        first.checked_add_days(Days::new(number)).unwrap_or(first)
    }

    fn invoice_number(&self, number: u64) -> String {
        let date = Self::date_of_day(self.day_of(number));
        format!("#{}-{number:06}", date.format("%Y"))
    }

    fn write_invoice(&self, number: u64, out: &mut impl Write) -> io::Result<()> {
        let GeneratedInvoice {
            date,
            customer,
            cents,
            lines,
            random: mut dice,
        } = self.invoice_details(number);
        let (id, words) = (CustomerName(customer), dice.pick_one(&WORK));
        let (no, cents) = (self.invoice_number(number), Cents(cents));
        if self.shape == JournalShape::Wrong {
            write_wrong(out, number, date, &no, &id, &cents)?;
        } else {
            write!(out, "{date} invoice {no} @{id} {cents}")?;
            if dice.next_below(4) > 0 || self.shape == JournalShape::Spread {
                let due = date.checked_add_days(Days::new(30)).unwrap_or(date);
                write!(out, " due {due}")?;
            }
            if !lines.is_empty() {
                write!(out, " vat 21%")?;
            }
            writeln!(out, " | {words}")?;
        }
        let (order, item) = if self.shape == JournalShape::Wrong {
            ("ordr", "itm")
        } else {
            ("order", "item")
        };
        if !lines.is_empty() {
            writeln!(out, "  {order}: PO-{}", dice.next_below(100_000))?;
        }
        for (count, price) in lines {
            writeln!(
                out,
                "  {item}: {count} x {} | {}",
                Cents(price),
                dice.pick_one(&WORK)
            )?;
        }
        Ok(())
    }

    fn write_payment(&self, number: u64, out: &mut impl Write) -> io::Result<()> {
        match self.shape {
            JournalShape::ForLines => self.write_payment_with_lines(number, out),
            JournalShape::Spread => self.write_payment_of_customer(number, out),
            _ => self.write_payment_of_invoice(number, out),
        }
    }

    /// One payment for all invoices of a customer, of which this is the last one.
    fn write_payment_with_lines(&self, number: u64, out: &mut impl Write) -> io::Result<()> {
        let date = Self::date_of_day(self.day_paid(number));
        let first = number / LINES_OF_PAYMENT * LINES_OF_PAYMENT;
        let whole = (first..=number).map(|number| self.invoice_details(number).cents);
        let (id, whole) = (
            CustomerName(self.invoice_details(number).customer),
            Cents(whole.sum()),
        );
        writeln!(
            out,
            "{date} payment @{id} {whole}\n  id: {date}/{number:06}"
        )?;
        for number in first..=number {
            let cents = Cents(self.invoice_details(number).cents);
            writeln!(out, "  for: {} {cents}", self.invoice_number(number))?;
        }
        Ok(())
    }

    fn write_payment_of_customer(&self, number: u64, out: &mut impl Write) -> io::Result<()> {
        let date = Self::date_of_day(self.day_paid(number));
        let invoice = self.invoice_details(number);
        let (id, cents) = (CustomerName(invoice.customer), Cents(invoice.cents));
        writeln!(
            out,
            "{date} payment @{id} {cents}\n  id: {date}/{number:06}"
        )
    }

    fn write_payment_of_invoice(&self, number: u64, out: &mut impl Write) -> io::Result<()> {
        let mut dice = self.random_for(1, number);
        let date = Self::date_of_day(self.day_paid(number));
        let whole = self.invoice_details(number).cents;
        let on_first = self.shape == JournalShape::Payments && number.is_multiple_of(2);
        let cents = Cents(match dice.next_below(20) {
            _ if on_first => 1_000,
            0 => whole / 2,
            _ => whole,
        });
        let no = self.invoice_number(if on_first { 0 } else { number });
        if self.shape == JournalShape::Wrong {
            let keyword = dice.pick_one(&["paymnet", "betaling", "payment #?", "payment"]);
            writeln!(out, "{date} {keyword} {no} {cents},5")?;
        } else {
            writeln!(out, "{date} payment {no} {cents}")?;
        }
        writeln!(out, "  id: {date}/{number:06}")?;
        if dice.next_below(10) == 0 {
            writeln!(out, "  ref: invoice {no}, with thanks")?;
        }
        Ok(())
    }

    fn write_note(&self, number: u64, out: &mut impl Write) -> io::Result<()> {
        let mut dice = self.random_for(5, number);
        let date = Self::date_of_day(self.day_noted(number));
        let about = if self.shape == JournalShape::Notes {
            0
        } else {
            number
        };
        let id = CustomerName(self.invoice_details(about).customer);
        let no = self.invoice_number(about);
        let keyword = dice.pick_one(&["phone", "phone", "email", "note"]);
        let words = dice.pick_one(&TALK);
        if self.shape == JournalShape::Wrong {
            return writeln!(out, "{date} {keyword} \"{id}\" {no} | {words}");
        }
        writeln!(out, "{date} {keyword} @{id} {no} | {words}")?;
        writeln!(out, "  outcome: {}", dice.pick_one(&OUTCOMES))?;
        if dice.next_below(2) == 0 {
            let later = date.checked_add_days(Days::new(7)).unwrap_or(date);
            writeln!(out, "  follow-up: {later}")?;
        }
        Ok(())
    }
}

/// A version of the policy, a week after the one before it.
fn write_version(version: u64, out: &mut impl Write) -> io::Result<()> {
    let from = JournalPlan::date_of_day(version * 7);
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
    id: &CustomerName,
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
