//! Prints journal text. Everything that adds to a journal or proposes an entry uses this printer.
//!
//! Printed entries read back as the same entries. Free text of a person or a bank cannot become syntax and cannot begin
//! a second entry: invisible characters and line ends become blanks. An id or a name with a blank inside would read
//! back as something else, so code that takes ids from outside compares what is read back.

use super::amount_column::{AmountColumn, AmountLine};
use super::clause::Clause;
use super::dialect::Dialect;
use super::duration::MAX_COUNT;
use super::entry::Amount;
use super::entry_fields::{Id, InvoiceIds, NO, SpannedText, YES};
use super::keyword::Keyword;
use super::mistakes::unusual_char::is_hidden;
use crate::value::calendar::{Duration, PaymentTerms};
use crate::value::key_name::KeyName;
use crate::value::money::Money;
use crate::value::period::Period;
use crate::value::share::{Quantity, Share};
use crate::value::vat_code::VatCode;
use chrono::NaiveDate;

/// Writes one entry: its header, then its details, a line each.
#[derive(Clone, Debug)]
pub struct Printer {
    dialect: Dialect,
    header: String,
    /// What follows the arguments of the header: empty, or ` | text`.
    text: String,
    details: String,
    /// The last details, held back until their amounts can be aligned.
    column: AmountColumn,
}

/// A value that can be printed as an argument.
pub trait PrintArgument {
    /// Appends the value to `out`, as a journal of this dialect writes it.
    fn print(&self, dialect: Dialect, out: &mut String);
}

/// A value as a journal of this dialect writes it.
pub fn print_argument(value: &impl PrintArgument, dialect: Dialect) -> String {
    let mut words = String::new();
    value.print(dialect, &mut words);
    words
}

impl Printer {
    /// A printer for a journal of this dialect.
    pub fn new(dialect: Dialect) -> Self {
        Self {
            dialect,
            header: String::new(),
            text: String::new(),
            details: String::new(),
            column: AmountColumn::default(),
        }
    }

    /// The printed entry, each line with its line end.
    pub fn finish(mut self) -> String {
        self.column.write(&mut self.details);
        self.header + &self.text + "\n" + &self.details
    }

    /// The printed header, without a line end.
    pub fn finish_header(self) -> String {
        self.header + &self.text
    }

    // The header, from left to right.

    /// The keyword.
    pub fn keyword(&mut self, keyword: Keyword) {
        self.argument(Some(keyword.word()));
    }

    /// An argument without a clause word. `None` prints nothing, here and in the functions below.
    pub fn argument(&mut self, argument: Option<impl PrintArgument>) {
        if let Some(argument) = argument {
            self.push_blank();
            argument.print(self.dialect, &mut self.header);
        }
    }

    /// A name, or a word of a closed list.
    pub fn name(&mut self, name: Option<SpannedText<'_>>) {
        self.argument(name.map(|name| name.node));
    }

    /// An invoice.
    pub fn invoice(&mut self, id: Option<Id<'_>>) {
        self.argument(id.map(InvoiceId));
    }

    /// Invoices, one behind the other.
    pub fn invoices(&mut self, ids: &InvoiceIds<'_>) {
        ids.iter().for_each(|id| self.invoice(Some(id)));
    }

    /// A customer.
    pub fn customer(&mut self, id: Option<Id<'_>>) {
        self.argument(id.map(CustomerId));
    }

    /// An argument behind its clause word.
    pub fn clause(&mut self, clause: Clause, argument: Option<impl PrintArgument>) {
        if argument.is_some() {
            self.argument(Some(clause.word()));
            self.argument(argument);
        }
    }

    /// An invoice behind its clause word.
    pub fn clause_invoice(&mut self, clause: Clause, id: Option<Id<'_>>) {
        self.clause(clause, id.map(InvoiceId));
    }

    /// Several words behind one clause word.
    pub fn clause_words(&mut self, clause: Clause, words: impl Iterator<Item = &'static str>) {
        let mut words = words.peekable();
        if words.peek().is_some() {
            self.argument(Some(clause.word()));
        }
        words.for_each(|word| self.argument(Some(word)));
    }

    /// The free text, printed behind the arguments and ` | `.
    pub fn free_text(&mut self, text: Option<&str>) {
        let text = text.map(to_one_line).unwrap_or_default();
        if !text.is_empty() {
            self.text = format!(" | {text}");
        }
    }

    // The details, from top to bottom.

    /// A detail whose value is one argument.
    pub fn key(&mut self, key: KeyName, value: Option<impl PrintArgument>) {
        if value.is_some() {
            self.line(key, |line| line.argument(value));
        }
    }

    /// A detail whose value is yes or no.
    pub fn yes_no(&mut self, key: KeyName, value: Option<bool>) {
        self.key(key, value.map(|yes| if yes { YES } else { NO }));
    }

    /// A detail whose value is free text; nothing is printed where the text has no visible character.
    pub fn text(&mut self, key: KeyName, text: Option<SpannedText<'_>>) {
        let text = text.map(|text| to_one_line(text.node)).unwrap_or_default();
        if !text.is_empty() {
            self.detail(&[key.word(), ": ", &text]);
        }
    }

    /// One detail for each text, all with the same key.
    pub fn texts(&mut self, key: KeyName, texts: &[SpannedText<'_>]) {
        for text in texts {
            self.text(key, Some(*text));
        }
    }

    /// A detail with a key that the user made up: `x-…`.
    pub fn own_key(&mut self, key: &str, text: &str) {
        let text = to_one_line(text);
        self.detail(&[&to_one_line(key), ":", blank_before(&text), &text]);
    }

    /// A text as `> words` lines.
    pub fn words(&mut self, text: &str) {
        let text = to_one_line(text);
        self.detail(&[">", blank_before(&text), &text]);
    }

    /// A detail whose key has a rate of VAT before its colon, where there is one.
    pub fn rated_line(&mut self, key: KeyName, rate: Option<VatCode>, value: SpannedText<'_>) {
        let mut line = Self::new(self.dialect);
        line.argument(Some(key.word()));
        line.argument(rate);
        let mut written = Self::new(self.dialect);
        written.name(Some(value));
        self.detail(&[&line.header, ": ", &written.header]);
    }

    /// A detail of several arguments: its value is what `write` prints into the header of an empty printer.
    pub fn line(&mut self, key: KeyName, write: impl FnOnce(&mut Self)) {
        let mut line = Self::new(self.dialect);
        write(&mut line);
        let words: Vec<&str> = line.header.split(' ').collect();
        match AmountLine::from_words(key, &words, &line.text, "\n") {
            Some(aligned) => self.column.push(aligned, &mut self.details),
            None => self.detail(&[key.word(), ": ", &line.header, &line.text]),
        }
    }

    /// A detail that consists of these parts.
    fn detail(&mut self, parts: &[&str]) {
        self.column.write(&mut self.details);
        self.details.push_str("  ");
        self.details.extend(parts.iter().copied());
        self.details.push('\n');
    }

    fn push_blank(&mut self) {
        if !self.header.is_empty() {
            self.header.push(' ');
        }
    }
}

/// One detail without its indentation, for proposals inside a sentence.
pub fn print_detail(dialect: Dialect, write: impl FnOnce(&mut Printer)) -> String {
    let mut out = Printer::new(dialect);
    write(&mut out);
    out.finish().trim().to_owned()
}

/// The blank between a mark and a text; empty before an empty text.
const fn blank_before(text: &str) -> &'static str {
    if text.is_empty() { "" } else { " " }
}

/// The text on one line that begins and ends with a visible character. Characters that a journal refuses, and line
/// ends, become blanks.
///
/// ```
/// use tegoed::syntax::print::to_one_line;
/// assert_eq!(to_one_line("paid\n2026-01-01 void #1\u{202E} "), "paid 2026-01-01 void #1");
/// ```
pub fn to_one_line(text: &str) -> String {
    let seen = |c: char| {
        if is_hidden(c) || c == '\t' { ' ' } else { c }
    };
    let text: String = text.chars().map(seen).collect();
    text.trim_matches([' ', '\t']).to_owned()
}

struct InvoiceId<'t>(Id<'t>);
struct CustomerId<'t>(Id<'t>);

impl PrintArgument for InvoiceId<'_> {
    fn print(&self, _: Dialect, out: &mut String) {
        out.extend(["#", &to_one_line(self.0.node)]);
    }
}

impl PrintArgument for CustomerId<'_> {
    fn print(&self, _: Dialect, out: &mut String) {
        out.extend(["@", &to_one_line(self.0.node)]);
    }
}

/// A word, a name or a path, whose characters the caller has checked. Wrong characters make a wrong entry, but can
/// never begin a line of their own.
impl PrintArgument for &str {
    fn print(&self, _: Dialect, out: &mut String) {
        out.push_str(&to_one_line(self));
    }
}

impl PrintArgument for u32 {
    fn print(&self, _: Dialect, out: &mut String) {
        out.push_str(&self.to_string());
    }
}

impl PrintArgument for NaiveDate {
    fn print(&self, _: Dialect, out: &mut String) {
        out.push_str(&self.to_string());
    }
}

impl PrintArgument for Amount {
    fn print(&self, dialect: Dialect, out: &mut String) {
        let money = Money::from(*self);
        let written = money.to_journal_text(dialect.mark.unwrap_or('.'), dialect.currency);
        out.push_str(&unambiguous_number(&written, dialect));
    }
}

impl PrintArgument for Share {
    fn print(&self, dialect: Dialect, out: &mut String) {
        self.0.print(dialect, out);
        out.push('%');
    }
}

impl PrintArgument for Period {
    fn print(&self, _: Dialect, out: &mut String) {
        out.push_str(&self.to_string());
    }
}

impl PrintArgument for VatCode {
    fn print(&self, dialect: Dialect, out: &mut String) {
        match self {
            Self::Rate(_) => self.rate().print(dialect, out),
            code => out.push_str(&code.to_string()),
        }
    }
}

/// A quantity or a price, printed with as few decimals as it needs.
impl PrintArgument for Quantity {
    fn print(&self, dialect: Dialect, out: &mut String) {
        let digits = self.normalize().to_string();
        let mark = dialect.mark.unwrap_or('.').to_string();
        out.push_str(&unambiguous_number(&digits.replace('.', &mark), dialect));
    }
}

impl PrintArgument for Duration {
    fn print(&self, _: Dialect, out: &mut String) {
        let (count, unit) = written_duration(*self);
        let many = if count == 1 || unit == "min" { "" } else { "s" };
        out.extend([&count.to_string(), " ", unit, many]);
    }
}

impl PrintArgument for PaymentTerms {
    fn print(&self, dialect: Dialect, out: &mut String) {
        self.time.print(dialect, out);
        if self.runs_to_month_end {
            out.push_str(" end of month");
        }
    }
}

/// The count and unit to print. A count longer than a journal may write came from a larger unit, so it is converted
/// back.
const fn written_duration(time: Duration) -> (u32, &'static str) {
    match time {
        Duration::Days(days) if days > MAX_COUNT => (days / 7, "week"),
        Duration::Days(days) => (days, "day"),
        Duration::Months(months) if months > MAX_COUNT => (months / 12, "year"),
        Duration::Months(months) => (months, "month"),
        Duration::Minutes(minutes) if minutes > MAX_COUNT => (minutes / 60, "hour"),
        Duration::Minutes(minutes) => (minutes, "min"),
    }
}

/// The number written so that it has one reading. Where no line declares the mark, one to three digits before exactly
/// three decimals have two (A001); a leading zero leaves one.
fn unambiguous_number(number: &str, dialect: Dialect) -> String {
    let (sign, digits) = match number.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", number),
    };
    let has_two_readings = digits.split_once('.').is_some_and(|(whole, behind)| {
        let decimals = behind.bytes().take_while(u8::is_ascii_digit).count();
        decimals == 3 && whole.len() <= 3 && !whole.starts_with('0')
    });
    if dialect.mark.is_none() && has_two_readings {
        format!("{sign}0{digits}")
    } else {
        number.to_owned()
    }
}
