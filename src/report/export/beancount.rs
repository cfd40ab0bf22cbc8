//! `export beancount`: the books as text that beancount reads. An account is opened before its first entry, and each part
//! of its name begins with a capital or a digit.

use super::export_definition::{Export, ExportWriter};
use super::text_books::{BooksFormat, BooksHeader, EntryTag, TextEntry, write_books};
use crate::report::shared::report_input::ReportInput;
use std::collections::BTreeSet;
use std::fmt::Write;

/// For beancount.
pub static BEANCOUNT: Export = Export {
    name: "beancount",
    about: "beancount: the same",
    options: &[],
    writer: ExportWriter::Text {
        extension: "beancount",
        write,
    },
};

/// Everything up to the day of the ledger, as text that beancount reads.
pub fn write(input: ReportInput<'_>) -> String {
    write_books(input, &mut BeancountText::default())
}

#[derive(Default)]
struct BeancountText {
    /// The accounts that were opened.
    opened: BTreeSet<String>,
}

impl BooksFormat for BeancountText {
    fn write_header(&mut self, header: &BooksHeader, out: &mut String) {
        // Writing to a string cannot fail.
        let _ = writeln!(
            out,
            "; {} as of {}, written by tegoed",
            header.root_file, header.as_of
        );
        for currency in &header.currencies {
            let _ = writeln!(out, "option \"operating_currency\" \"{}\"", currency.code());
        }
    }

    fn write_entry(&mut self, entry: &TextEntry, out: &mut String) {
        let accounts: Vec<String> = entry
            .lines
            .iter()
            .map(|line| account_name(&line.account))
            .collect();
        for account in &accounts {
            if !self.opened.contains(account) {
                let _ = writeln!(out, "{} open {account}", entry.date);
                self.opened.insert(account.clone());
            }
        }
        let (payee, text) = (quoted(&entry.payee), quoted(&entry.text));
        let _ = writeln!(out, "{} * {payee} {text}", entry.date);
        let _ = writeln!(out, "  code: {}", quoted(&entry.code));
        write_tags(&entry.tags, "  ", out);
        for (line, account) in entry.lines.iter().zip(&accounts) {
            let figure = line.amount.to_string();
            let code = line.amount.currency.code();
            let _ = writeln!(out, "  {account:<44}  {figure:>14} {code}");
            write_tags(&line.tags, "    ", out);
        }
    }
}

fn write_tags(tags: &[EntryTag], indent: &str, out: &mut String) {
    for (key, value) in tags {
        let _ = writeln!(out, "{indent}{key}: {}", quoted(value));
    }
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

fn account_name(path: &[String]) -> String {
    let parts: Vec<String> = path.iter().map(|part| part_name(part)).collect();
    parts.join(":")
}

/// A part of a name: a capital first, and words for characters that beancount does not take. Ids and numbers differ in
/// more than capitals, so no two become one.
fn part_name(part: &str) -> String {
    let mut name = String::with_capacity(part.len());
    for c in part.to_ascii_lowercase().chars() {
        match c {
            'a'..='z' if name.is_empty() => name.push(c.to_ascii_uppercase()),
            'a'..='z' | '0'..='9' | '-' => name.push(c),
            '.' => name.push_str("Dot"),
            '_' => name.push_str("Line"),
            '/' => name.push_str("Slash"),
            ' ' => name.push_str("Blank"),
            _ => {}
        }
    }
    name
}
