//! The invoices of a letter as it shows them.

use super::invoice_lines::LetterLine;
use super::letter_table::{TableColumn, build_table_of};
use crate::document::letter::{LetterBlock, LetterTable};
use crate::language::letters::LetterWords;
use crate::language::phrases::Language;
use crate::letter::templates::variable::TemplateValue;
use crate::value::currency::Currency;
use crate::value::money::{Minor, Money};
use chrono::NaiveDate;

/// Invoices as a letter shows them.
#[derive(Clone, Copy)]
pub struct InvoiceTable<'a, 'j> {
    /// The invoices item by item, in the order of the letter; all of one currency.
    pub lines: &'a [LetterLine<'a, 'j>],
    /// Their currency.
    pub currency: Currency,
    /// The language of the letter.
    pub language: &'static Language,
    /// Whether nothing is taken off what is open of them: then that is still to be paid.
    pub is_asked_whole: bool,
}

impl<'a, 'j> InvoiceTable<'a, 'j> {
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

    fn template_row(&self, line: &LetterLine<'_, '_>) -> Vec<(&'static str, TemplateValue)> {
        let words = TemplateValue::Words;
        let or_empty = |words: Option<String>| TemplateValue::words_or_empty(words);
        let day = self.words().style.day;
        let settled = Some(line.paid_amount() + line.set_off()).filter(|sum| sum.is_positive());
        let late = usize::try_from(line.days_late).unwrap_or_default();
        let particulars = line.particulars();
        vec![
            ("number", words(self.line_label(line))),
            ("about", words(particulars.description.clone())),
            ("order", or_empty(particulars.order_number.clone())),
            ("date", words(day(line.date))),
            ("due_date", or_empty(line.payable_on.map(day))),
            ("days_late", TemplateValue::Count(late)),
            ("total", words(self.format_amount(line.total))),
            ("paid", or_empty(settled.map(|sum| self.format_amount(sum)))),
            ("open", words(self.format_amount(line.open))),
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

    /// The number of an item of an invoice, with its part where the invoice has several.
    pub fn line_label(&self, line: &LetterLine<'_, '_>) -> String {
        match line.instalment {
            (_, 0 | 1) => line.number.to_owned(),
            (place, count) => (self.words().style.instalment)(line.number, place, count),
        }
    }

    fn line_facts(&self, line: &LetterLine<'_, '_>) -> Vec<(String, String)> {
        let (label, style) = (&self.words().label, &self.words().style);
        let day = |day: NaiveDate| (style.day)(day);
        let particulars = line.particulars();
        let about = (!particulars.description.is_empty()).then(|| particulars.description.clone());
        let late =
            (line.days_late > 0 && !line.is_in_plan).then(|| (label.days_late)(line.days_late));
        // Of a plan the letter asks a part: what is open is not what is to be paid.
        let open = if self.is_asked_whole && !line.is_in_plan {
            label.open
        } else {
            self.words().totals.open
        };
        let total = match line.instalment {
            (_, 0 | 1) => label.total,
            _ => label.instalment_total,
        };
        let positive = |minor: Minor| minor.is_positive().then(|| self.format_amount(minor));
        let facts = [
            (label.invoice, Some(self.line_label(line))),
            (label.description, about),
            (label.order, particulars.order_number.clone()),
            (label.delivered, particulars.delivery_date.map(day)),
            (label.invoice_date, Some(day(line.date))),
            (label.sent, self.format_dispatch(line)),
            (label.due, line.due.filter(|_| !line.is_in_plan).map(day)),
            (label.days, late),
            (total, Some(self.format_amount(line.total))),
            (label.paid, positive(line.paid_amount())),
            (label.paid_to_charges, positive(line.paid_to_charges())),
            (label.settled, positive(line.set_off())),
            (label.not_asked, positive(line.written_off())),
            (open, Some(self.format_amount(line.open))),
            (label.discount, self.format_discount(line)),
        ];
        let facts = facts.into_iter();
        facts
            .filter_map(|(label, value)| Some((label.to_owned(), value?)))
            .collect()
    }

    /// How much is enough, and until when, while the discount for paying early can be taken.
    fn format_discount(&self, line: &LetterLine<'_, '_>) -> Option<String> {
        let offer = line.discount_offer()?;
        let enough = self.format_amount(offer.enough.minor);
        let say = self.words().label.discount_until;
        Some(say(&enough, &(self.words().style.day)(offer.last_day)))
    }

    /// How and when an invoice went.
    fn format_dispatch(&self, line: &LetterLine<'_, '_>) -> Option<String> {
        let style = &self.words().style;
        let (ways, day) = line.particulars().dispatch.as_ref()?;
        let ways: Vec<&str> = ways.iter().map(|way| (style.channel)(*way)).collect();
        Some((style.sent)(&self.language.join_words(&ways), *day))
    }

    /// A table of them, however many there are.
    pub fn to_table(&self) -> LetterTable {
        let (label, style) = (&self.words().label, &self.words().style);
        let late = self
            .lines
            .iter()
            .any(|line| line.days_late > 0 && !line.is_in_plan);
        let reductions = self.reduction_columns();
        let sign = currency_sign(&self.currency);
        let digits = |minor: Minor| {
            self.language
                .format_digits(Money::new(minor, self.currency))
        };
        let sum = self
            .lines
            .iter()
            .map(|line: &LetterLine<'a, 'j>| line.open)
            .sum();
        let table_total = self.words().totals.table_total.to_owned();
        let mut columns = vec![
            TableColumn::words(label.invoice, |line: &LetterLine<'a, 'j>| {
                self.line_label(line)
            })
            .with_total(table_total),
            TableColumn::words(label.date_column, |line: &LetterLine<'a, 'j>| {
                (style.short_day)(line.date)
            }),
            TableColumn::words(label.due_column, |line: &LetterLine<'a, 'j>| {
                line.payable_on.map(style.short_day).unwrap_or_default()
            }),
        ];
        // Beside the amount, what was paid and what was set off there is no room for it on a page of text.
        if late && reductions.len() < 3 {
            columns.push(TableColumn::amounts(
                label.days_column,
                |line: &LetterLine<'a, 'j>| line.days_late.max(0).to_string(),
            ));
        }
        columns.extend(reductions);
        let open = TableColumn::amounts(&(label.open_in)(sign), |line: &LetterLine<'a, 'j>| {
            digits(line.open)
        });
        columns.push(open.with_total(digits(sum)));
        build_table_of(self.lines, &columns)
    }

    /// What was invoiced, what was paid, what was credited or set off, and what is left out of the letter; none where nothing was.
    fn reduction_columns(&self) -> Vec<TableColumn<'a, LetterLine<'a, 'j>>> {
        type Part<'a, 'j> = fn(&LetterLine<'a, 'j>) -> Minor;
        let label = &self.words().label;
        let (language, currency, lines) = (self.language, self.currency, self.lines);
        let column = |heading: fn(&str) -> String, part: Part<'a, 'j>| {
            let heading = heading(currency_sign(&currency));
            TableColumn::amounts(&heading, move |line: &LetterLine<'a, 'j>| {
                language.format_digits(Money::new(part(line), currency))
            })
        };
        let any = |part: Part<'a, 'j>| lines.iter().any(|line| part(line).is_positive());
        let paid = any(LetterLine::paid_amount);
        let settled = any(LetterLine::set_off);
        let left_out = any(LetterLine::written_off);
        let columns = [
            (paid || settled || left_out)
                .then(|| column(label.amount_in, |line: &LetterLine<'a, 'j>| line.total)),
            paid.then(|| column(label.paid_in, LetterLine::paid_amount)),
            settled.then(|| column(label.settled_in, LetterLine::set_off)),
            left_out.then(|| column(label.not_asked_in, LetterLine::written_off)),
        ];
        columns.into_iter().flatten().collect()
    }

    /// What is to be said of an invoice beside its figures.
    fn details_point(&self, line: &LetterLine<'_, '_>) -> Option<String> {
        let label = &self.words().label;
        let particulars = line.particulars();
        let named = |label: &str, value: String| format!("{} {value}", lowercase_first(label));
        let parts = [
            (!particulars.description.is_empty()).then(|| particulars.description.clone()),
            particulars
                .order_number
                .clone()
                .map(|order| named(label.order, order)),
            particulars
                .delivery_date
                .map(|day| named(label.delivered, (self.words().style.day)(day))),
            self.format_dispatch(line)
                .map(|sent| named(label.sent, sent)),
            self.format_discount(line)
                .map(|offer| named(label.discount, offer)),
            line.paid_to_charges().is_positive().then(|| {
                let amount = self.format_amount(line.paid_to_charges());
                named(label.paid_to_charges, amount)
            }),
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

/// `Uw order` inside a sentence: `uw order`.
fn lowercase_first(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|first| first.to_lowercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}
