//! The rows of a file for a program: columns of a table under other names, and what was left out on the way.

use super::layout_difference::{LayoutDifference, LayoutDifferences};
use super::layout_model::{Layout, LayoutColumn, LayoutFile, LayoutValue};
use super::layout_source::draw_source;
use crate::document::{Cell, Column, ColumnVisibility, Table};
use crate::report::accountant::accountant_input::AccountantInput;
use crate::value::currency::Currency;
use crate::value::money::Money;

/// A file for a program, and where it has less than the table it is of.
#[derive(Clone, Debug)]
pub struct LayoutTable {
    /// Its rows.
    pub table: Table,
    /// What it has not, counted.
    pub differences: LayoutDifferences,
}

/// What is needed to make a row out of a row.
struct RowWriter<'a> {
    layout: &'a Layout,
    file: &'a LayoutFile,
    columns: &'a [Column],
    /// The one currency of a file that has no column for it.
    currency: Option<Currency>,
    differences: LayoutDifferences,
}

impl LayoutTable {
    /// Draws a file of a layout.
    pub fn draw(input: &AccountantInput<'_>, layout: &Layout, file: &LayoutFile) -> Self {
        let source = draw_source(input, file.source, file.vat);
        let journal = input.journal();
        let home = journal
            .home_law()
            .map_or(journal.currency, |law| law.currency);
        let mut writer = RowWriter {
            layout,
            file,
            columns: &source.columns,
            currency: (!file.has_currency()).then_some(home),
            differences: LayoutDifferences::new(),
        };
        let mut rows = Vec::new();
        for row in &source.rows {
            if writer.is_asked(row) {
                let number = rows.len().saturating_add(1);
                rows.push(writer.write_row(row, number));
            }
        }
        let columns = file.columns.iter().map(column_of_program).collect();
        Self {
            differences: writer.differences,
            table: Table::new(columns, rows),
        }
    }
}

fn column_of_program(column: &LayoutColumn) -> Column {
    let key = match &column.value {
        LayoutValue::Field(key) => key,
        _ => column.heading.as_str(),
    };
    Column {
        key: key.to_owned(),
        heading: column.heading.clone(),
        visibility: ColumnVisibility::Always,
    }
}

impl RowWriter<'_> {
    fn cell<'r>(&self, row: &'r [Cell], key: &str) -> &'r Cell {
        let place = self.columns.iter().position(|column| column.key == key);
        place
            .and_then(|place| row.get(place))
            .unwrap_or(&Cell::Empty)
    }

    fn note(&mut self, difference: LayoutDifference) {
        let count = self.differences.entry(difference).or_default();
        *count = count.saturating_add(1);
    }

    /// Whether a row belongs in the file; what does not is counted.
    fn is_asked(&mut self, row: &[Cell]) -> bool {
        let (file, columns) = (self.file, self.columns);
        for (key, words) in &file.only {
            let cell = self.cell(row, key);
            let word = code_of(cell).unwrap_or_default();
            if !words.iter().any(|asked| asked == word) {
                let named = columns.iter().find(|column| column.key == *key);
                let value = label_of(cell).unwrap_or_default().to_owned();
                self.note(LayoutDifference::NotAsked {
                    column: named.map_or_else(String::new, |it| it.heading.clone()),
                    value,
                });
                return false;
            }
        }
        match (self.cell(row, "currency"), self.currency) {
            (Cell::Currency(own), Some(home)) if *own != home => {
                self.note(LayoutDifference::OtherCurrency(*own));
                false
            }
            _ => true,
        }
    }

    fn write_row(&mut self, row: &[Cell], number: usize) -> Vec<Cell> {
        let file = self.file;
        let cells = file.columns.iter().map(|column| {
            let cell = match &column.value {
                LayoutValue::Nothing => Cell::Empty,
                LayoutValue::Constant(words) => Cell::text(words),
                LayoutValue::RowNumber => Cell::count(number),
                LayoutValue::Field(key) => self.cell(row, key).clone(),
                LayoutValue::Difference(more, less) => {
                    difference(self.cell(row, more), self.cell(row, less))
                }
            };
            self.finish_cell(column, cell)
        });
        cells.collect()
    }

    /// The cell as the program takes it.
    fn finish_cell(&mut self, column: &LayoutColumn, cell: Cell) -> Cell {
        if let Some(list) = &column.codes {
            return self.translate(list, &cell);
        }
        match &cell {
            Cell::Date(day) => {
                let form = column.date_form.unwrap_or(self.file.form.date_form);
                Cell::text(&form.write(*day))
            }
            Cell::Text(words) => self.finish_words(column, words),
            Cell::Word(word) => self.finish_words(column, &word.label),
            _ => cell,
        }
    }

    fn finish_words(&mut self, column: &LayoutColumn, words: &str) -> Cell {
        let mut words = words.to_owned();
        if let Some(max) = column.max
            && let Some((end, _)) = words.char_indices().nth(max)
        {
            words.truncate(end);
            self.note(LayoutDifference::Cut {
                heading: column.heading.clone(),
                max,
            });
        }
        let kept = self.file.form.encoding.replace_missing(&words);
        if kept != words {
            self.note(LayoutDifference::MissingSigns);
        }
        Cell::text(&kept)
    }

    /// What the program calls a word of ours; nothing where the layout does not say.
    fn translate(&mut self, list: &str, cell: &Cell) -> Cell {
        let Some(word) = code_of(cell) else {
            self.note(LayoutDifference::NoWord {
                list: list.to_owned(),
            });
            return Cell::Empty;
        };
        let codes = self.layout.codes.get(list);
        let code = codes.and_then(|codes| codes.get(word));
        if let Some(code) = code.filter(|code| !code.is_empty()) {
            return Cell::text(code);
        }
        self.note(LayoutDifference::NoCode {
            list: list.to_owned(),
            word: word.to_owned(),
        });
        Cell::Empty
    }
}

fn code_of(cell: &Cell) -> Option<&str> {
    match cell {
        Cell::Text(words) => Some(words),
        Cell::Word(word) => Some(&word.code),
        Cell::Currency(currency) => Some(currency.code()),
        _ => None,
    }
}

fn label_of(cell: &Cell) -> Option<&str> {
    match cell {
        Cell::Word(word) => Some(&word.label),
        other => code_of(other),
    }
}

/// One amount less another; nothing where neither is there.
fn difference(more: &Cell, less: &Cell) -> Cell {
    let money = |cell: &Cell| match cell {
        Cell::Money(amount) => Some(amount.to_money()),
        _ => None,
    };
    match (money(more), money(less)) {
        (Some(more), Some(less)) => Money::new(more.minor - less.minor, more.currency).into(),
        (Some(more), None) => more.into(),
        (None, Some(less)) => Money::new(-less.minor, less.currency).into(),
        (None, None) => Cell::Empty,
    }
}
