//! The invoices of a letter as it shows them.

use super::invoice_lines::LetterLine;
use crate::document::letter::{LetterBlock, LetterTable};
use crate::language::letters::LetterWords;
use crate::language::phrases::Language;
use crate::letter::templates::variable::TemplateValue;
use crate::value::currency::Currency;
use crate::value::money::{Minor, Money};
use chrono::NaiveDate;

/// Invoices as a letter shows them.
#[derive(Clone, Copy, Debug)]
pub struct InvoiceTable<'a, 'j> {
    /// Them, in the order of the letter; all of one currency.
    pub lines: &'a [LetterLine<'j>],
    /// That currency.
    pub currency: Currency,
    /// The language of the letter.
    pub language: &'static Language,
}

impl InvoiceTable<'_, '_> {
    const fn words(&self) -> &'static LetterWords {
        &self.language.phrases.letter
    }

    fn format_amount(&self, minor: Minor) -> String {
        self.language
            .format_amount(Money::new(minor, self.currency))
    }

    /// Each invoice by itself, for templates that go through them.
    pub fn template_rows(&self) -> Vec<Vec<(&'static str, TemplateValue)>> {
        self.lines
            .iter()
            .map(|line| self.template_row(line))
            .collect()
    }

    fn template_row(&self, line: &LetterLine<'_>) -> Vec<(&'static str, TemplateValue)> {
        let day = |day: NaiveDate| (self.words().style.day)(day);
        let paid = Some(line.paid_amount()).filter(|paid| paid.is_positive());
        let late = usize::try_from(line.days_late).unwrap_or_default();
        vec![
            ("number", TemplateValue::Words(self.line_label(line))),
            (
                "about",
                TemplateValue::Words(line.particulars.description.clone()),
            ),
            (
                "order",
                TemplateValue::words_or_empty(line.particulars.order_number.clone()),
            ),
            ("date", TemplateValue::Words(day(line.date))),
            ("due_date", TemplateValue::words_or_empty(line.due.map(day))),
            ("days_late", TemplateValue::Count(late)),
            (
                "total",
                TemplateValue::Words(self.format_amount(line.total)),
            ),
            (
                "paid",
                TemplateValue::words_or_empty(paid.map(|paid| self.format_amount(paid))),
            ),
            ("open", TemplateValue::Words(self.format_amount(line.open))),
        ]
    }

    /// The invoices: one by its particulars, several in a table with what is to be said of each below it.
    pub fn to_parts(&self) -> Vec<LetterBlock> {
        if let [only] = self.lines {
            return vec![LetterBlock::Facts(self.line_facts(only))];
        }
        let mut parts = vec![LetterBlock::Table(self.to_table())];
        let points: Vec<String> = self
            .lines
            .iter()
            .filter_map(|line| self.details_point(line))
            .collect();
        if !points.is_empty() {
            parts.push(LetterBlock::Paragraph(format!(
                "{}:",
                self.words().sentence.details
            )));
            parts.push(LetterBlock::Points(points));
        }
        parts
    }

    fn line_label(&self, line: &LetterLine<'_>) -> String {
        match line.instalment {
            (_, 0 | 1) => line.number.to_owned(),
            (place, count) => (self.words().style.instalment)(line.number, place, count),
        }
    }

    fn line_facts(&self, line: &LetterLine<'_>) -> Vec<(String, String)> {
        let (label, style) = (&self.words().label, &self.words().style);
        let day = |day: NaiveDate| (style.day)(day);
        let told = &line.particulars;
        let about = (!told.description.is_empty()).then(|| told.description.clone());
        let late = (line.days_late > 0).then(|| (label.days_late)(line.days_late));
        let paid = line.paid_amount();
        let paid = paid.is_positive().then(|| self.format_amount(paid));
        let facts = [
            (label.invoice, Some(self.line_label(line))),
            (label.description, about),
            (label.order, told.order_number.clone()),
            (label.delivered, told.delivery_date.map(day)),
            (label.invoice_date, Some(day(line.date))),
            (label.sent, self.format_dispatch(line)),
            (label.due, line.due.map(day)),
            (label.days, late),
            (label.total, Some(self.format_amount(line.total))),
            (label.paid, paid),
            (label.open, Some(self.format_amount(line.open))),
        ];
        let facts = facts.into_iter();
        facts
            .filter_map(|(label, value)| Some((label.to_owned(), value?)))
            .collect()
    }

    /// How and when an invoice went.
    fn format_dispatch(&self, line: &LetterLine<'_>) -> Option<String> {
        let style = &self.words().style;
        let (ways, day) = line.particulars.dispatch.as_ref()?;
        let ways: Vec<&str> = ways.iter().map(|way| (style.channel)(*way)).collect();
        Some((style.sent)(&self.language.join_words(&ways), *day))
    }

    /// A table of them, however many there are.
    pub fn to_table(&self) -> LetterTable {
        let (label, style) = (&self.words().label, &self.words().style);
        let paid = self
            .lines
            .iter()
            .any(|line| line.paid_amount().is_positive());
        let late = self.lines.iter().any(|line| line.days_late > 0);
        let sign = currency_sign(&self.currency);
        let digits = |minor: Minor| {
            self.language
                .format_digits(Money::new(minor, self.currency))
        };
        let mut columns: Vec<(String, bool, Vec<String>, String)> = Vec::new();
        let mut column =
            |heading: String, right, cell: &dyn Fn(&LetterLine<'_>) -> String, total: String| {
                columns.push((heading, right, self.lines.iter().map(cell).collect(), total));
            };
        let none = String::new;
        column(
            label.invoice.to_owned(),
            false,
            &|line| self.line_label(line),
            none(),
        );
        column(
            label.date_column.to_owned(),
            false,
            &|line| (style.short_day)(line.date),
            none(),
        );
        let due = |line: &LetterLine<'_>| {
            line.due
                .map(|day| (style.short_day)(day))
                .unwrap_or_default()
        };
        column(label.due_column.to_owned(), false, &due, none());
        if late {
            column(
                label.days_column.to_owned(),
                true,
                &|line| line.days_late.max(0).to_string(),
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
                &|line| digits(line.paid_amount()),
                none(),
            );
        }
        column(
            (label.open_in)(sign),
            true,
            &|line| digits(line.open),
            digits(self.lines.iter().map(|line| line.open).sum()),
        );
        table_from_columns(columns, self.words().totals.table_total)
    }

    /// What is to be said of an invoice beside its figures.
    fn details_point(&self, line: &LetterLine<'_>) -> Option<String> {
        let label = &self.words().label;
        let told = &line.particulars;
        let named = |label: &str, value: String| format!("{} {value}", lowercase_first(label));
        let parts = [
            (!told.description.is_empty()).then(|| told.description.clone()),
            told.order_number
                .clone()
                .map(|order| named(label.order, order)),
            told.delivery_date
                .map(|day| named(label.delivered, (self.words().style.day)(day))),
            self.format_dispatch(line)
                .map(|sent| named(label.sent, sent)),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        (!parts.is_empty()).then(|| format!("{}: {}", self.line_label(line), parts.join("; ")))
    }
}

/// How the heading of a column names a currency.
fn currency_sign(currency: &Currency) -> &str {
    if *currency == Currency::EUR {
        "€"
    } else {
        currency.code()
    }
}

/// Columns as a table; the first cell of the last row says that it is the sum.
fn table_from_columns(
    columns: Vec<(String, bool, Vec<String>, String)>,
    total: &str,
) -> LetterTable {
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
fn lowercase_first(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|first| first.to_lowercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}
