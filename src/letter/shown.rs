//! The invoices of a letter as it shows them, and how the amount it asks is made up.

use super::lines::Line;
use super::says::Says;
use super::templates::given::Given;
use crate::document::letter::{LetterBlock, LetterTable};
use crate::language::letters::LetterWords;
use crate::language::phrases::Language;
use crate::value::currency::Currency;
use crate::value::money::{Minor, Money};
use chrono::NaiveDate;

/// Invoices as a letter shows them.
#[derive(Clone, Copy, Debug)]
pub struct Items<'a, 'j> {
    /// Them, in the order of the letter; all of one currency.
    pub lines: &'a [Line<'j>],
    /// That currency.
    pub currency: Currency,
    /// The language of the letter.
    pub language: &'static Language,
}

impl Says<'_, '_> {
    /// The invoices of the letter.
    pub const fn items(&self) -> Items<'_, '_> {
        Items {
            lines: self.lines,
            currency: self.sums.currency,
            language: self.language,
        }
    }

    /// How the amount is made up, where it is more than the sum of the invoices, or less.
    pub fn made_up(&self) -> Vec<LetterBlock> {
        let (say, sums) = (&self.say().sum, self.sums);
        let parts = [
            (say.open, sums.open),
            (say.disputed, -sums.disputed),
            (say.fee, sums.charges.fee + sums.fee),
            (say.costs, sums.charges.costs),
            (say.interest, sums.charges.interest),
        ];
        let parts: Vec<_> = parts
            .into_iter()
            .filter(|(_, minor)| !minor.is_zero())
            .collect();
        if parts.len() < 2 {
            return Vec::new();
        }
        let rows = parts.into_iter();
        let rows: Vec<Vec<String>> = rows
            .map(|(label, minor)| vec![label.to_owned(), self.money(minor)])
            .collect();
        vec![LetterBlock::Table(LetterTable {
            headings: vec![say.heading.to_owned(), self.say().label.amount.to_owned()],
            right_aligned: vec![false, true],
            rows,
            total: vec![say.total.to_owned(), self.money(sums.total())],
        })]
    }
}

impl Items<'_, '_> {
    const fn say(&self) -> &'static LetterWords {
        &self.language.say.letter
    }

    fn money(&self, minor: Minor) -> String {
        self.language.amount(Money::new(minor, self.currency))
    }

    /// Each invoice by itself, for templates that go through them.
    pub fn rows(&self) -> Vec<Vec<(&'static str, Given)>> {
        self.lines.iter().map(|line| self.row(line)).collect()
    }

    fn row(&self, line: &Line<'_>) -> Vec<(&'static str, Given)> {
        let day = |day: NaiveDate| (self.say().style.day)(day);
        let paid = Some(line.paid()).filter(|paid| paid.is_positive());
        let late = usize::try_from(line.days).unwrap_or_default();
        vec![
            ("number", Given::Words(self.name(line))),
            ("about", Given::Words(line.told.about.clone())),
            ("order", Given::words(line.told.order.clone())),
            ("date", Given::Words(day(line.date))),
            ("due_date", Given::words(line.due.map(day))),
            ("days_late", Given::Count(late)),
            ("total", Given::Words(self.money(line.total))),
            ("paid", Given::words(paid.map(|paid| self.money(paid)))),
            ("open", Given::Words(self.money(line.open))),
        ]
    }

    /// The invoices: one by its particulars, several in a table with what is to be said of each below it.
    pub fn shown(&self) -> Vec<LetterBlock> {
        if let [only] = self.lines {
            return vec![LetterBlock::Facts(self.particulars(only))];
        }
        let mut parts = vec![LetterBlock::Table(self.table())];
        let points: Vec<String> = self
            .lines
            .iter()
            .filter_map(|line| self.point(line))
            .collect();
        if !points.is_empty() {
            parts.push(LetterBlock::Paragraph(format!(
                "{}:",
                self.say().sentence.details
            )));
            parts.push(LetterBlock::Points(points));
        }
        parts
    }

    fn name(&self, line: &Line<'_>) -> String {
        match line.place {
            (_, 0 | 1) => line.number.to_owned(),
            (place, count) => (self.say().style.instalment)(line.number, place, count),
        }
    }

    fn particulars(&self, line: &Line<'_>) -> Vec<(String, String)> {
        let (label, style) = (&self.say().label, &self.say().style);
        let day = |day: NaiveDate| (style.day)(day);
        let told = &line.told;
        let about = (!told.about.is_empty()).then(|| told.about.clone());
        let late = (line.days > 0).then(|| (label.days_late)(line.days));
        let paid = line.paid();
        let paid = paid.is_positive().then(|| self.money(paid));
        let facts = [
            (label.invoice, Some(self.name(line))),
            (label.about, about),
            (label.order, told.order.clone()),
            (label.delivered, told.delivered.map(day)),
            (label.invoice_date, Some(day(line.date))),
            (label.sent, self.sent(line)),
            (label.due, line.due.map(day)),
            (label.days, late),
            (label.total, Some(self.money(line.total))),
            (label.paid, paid),
            (label.open, Some(self.money(line.open))),
        ];
        let facts = facts.into_iter();
        facts
            .filter_map(|(label, value)| Some((label.to_owned(), value?)))
            .collect()
    }

    /// How and when an invoice went.
    fn sent(&self, line: &Line<'_>) -> Option<String> {
        let style = &self.say().style;
        let (ways, day) = line.told.sent.as_ref()?;
        let ways: Vec<&str> = ways.iter().map(|way| (style.channel)(*way)).collect();
        Some((style.sent)(&self.language.list(&ways), *day))
    }

    /// A table of them, however many there are.
    pub fn table(&self) -> LetterTable {
        let (label, style) = (&self.say().label, &self.say().style);
        let paid = self.lines.iter().any(|line| line.paid().is_positive());
        let late = self.lines.iter().any(|line| line.days > 0);
        let sign = sign(&self.currency);
        let digits = |minor: Minor| self.language.digits(Money::new(minor, self.currency));
        let mut columns: Vec<(String, bool, Vec<String>, String)> = Vec::new();
        let mut column =
            |heading: String, right, cell: &dyn Fn(&Line<'_>) -> String, total: String| {
                columns.push((heading, right, self.lines.iter().map(cell).collect(), total));
            };
        let none = String::new;
        column(
            label.invoice.to_owned(),
            false,
            &|line| self.name(line),
            none(),
        );
        column(
            label.date_column.to_owned(),
            false,
            &|line| (style.short_day)(line.date),
            none(),
        );
        let due = |line: &Line<'_>| {
            line.due
                .map(|day| (style.short_day)(day))
                .unwrap_or_default()
        };
        column(label.due_column.to_owned(), false, &due, none());
        if late {
            column(
                label.days_column.to_owned(),
                true,
                &|line| line.days.max(0).to_string(),
                none(),
            );
        }
        if paid {
            column(
                (label.amount_in)(sign),
                true,
                &|line| digits(line.total),
                none(),
            );
            column(
                (label.paid_in)(sign),
                true,
                &|line| digits(line.paid()),
                none(),
            );
        }
        column(
            (label.open_in)(sign),
            true,
            &|line| digits(line.open),
            digits(self.lines.iter().map(|line| line.open).sum()),
        );
        turned(columns, self.say().sum.sum)
    }

    /// What is to be said of an invoice beside its figures.
    fn point(&self, line: &Line<'_>) -> Option<String> {
        let label = &self.say().label;
        let told = &line.told;
        let named = |label: &str, value: String| format!("{} {value}", lower_first(label));
        let parts = [
            (!told.about.is_empty()).then(|| told.about.clone()),
            told.order.clone().map(|order| named(label.order, order)),
            told.delivered
                .map(|day| named(label.delivered, (self.say().style.day)(day))),
            self.sent(line).map(|sent| named(label.sent, sent)),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        (!parts.is_empty()).then(|| format!("{}: {}", self.name(line), parts.join("; ")))
    }
}

/// How the heading of a column names a currency.
fn sign(currency: &Currency) -> &str {
    if *currency == Currency::EUR {
        "€"
    } else {
        currency.code()
    }
}

/// Columns as a table; the first cell of the last row says that it is the sum.
fn turned(columns: Vec<(String, bool, Vec<String>, String)>, total: &str) -> LetterTable {
    let mut table = LetterTable::default();
    for (heading, right, cells, sum) in columns {
        let first = table.headings.is_empty();
        table.headings.push(heading);
        table.right_aligned.push(right);
        table.total.push(if first { total.to_owned() } else { sum });
        table
            .rows
            .resize(cells.len().max(table.rows.len()), Vec::new());
        for (row, cell) in table.rows.iter_mut().zip(cells) {
            row.push(cell);
        }
    }
    table
}

/// `Uw order` inside a sentence: `uw order`.
fn lower_first(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|first| first.to_lowercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}
