//! `export hledger` and `export ledger`: the books as text that both programs read. One tag a line, because Ledger takes
//! `customer: a, invoice: b` for one. An account is declared before its first entry, for who has them checked
//! (`hledger check -s`, `ledger --strict`).

use super::export_definition::{Export, ExportWriter};
use super::text_books::{BooksFormat, BooksHeader, TAG_KEYS, TextEntry, TextLine, write_books};
use crate::report::shared::report_input::ReportInput;
use std::collections::BTreeSet;
use std::fmt::Write;

/// For hledger.
pub static HLEDGER: Export = Export {
    name: "hledger",
    about: "hledger: double entry, with VAT",
    options: &[],
    writer: ExportWriter::Text {
        extension: "journal",
        write,
    },
};

/// Everything up to the day of the ledger, as text that hledger reads.
pub fn write(input: ReportInput<'_>) -> String {
    write_books(input, &mut LedgerText::new(true))
}

/// The same for Ledger.
pub fn write_for_ledger(input: ReportInput<'_>) -> String {
    write_books(input, &mut LedgerText::new(false))
}

/// The text of both; hledger is told the decimal mark.
struct LedgerText {
    is_hledger: bool,
    /// The accounts that were declared.
    declared: BTreeSet<String>,
}

/// Ledger reads no line of more than 4096 bytes, and prints no word of 1024 characters or more. What is longer is cut:
/// `source:` says where the whole of it stands.
const MAX_LEDGER_LINE: usize = 1000;

impl LedgerText {
    const fn new(is_hledger: bool) -> Self {
        Self {
            is_hledger,
            declared: BTreeSet::new(),
        }
    }

    /// The first line of an entry: who, behind a `|` what.
    fn first_line(&self, entry: &TextEntry) -> String {
        // What stands before the first `|` is who, also where nothing stands behind it.
        let mut words = entry.payee.replace('|', "/");
        if !entry.text.is_empty() {
            words = format!("{words} | {}", entry.text);
        }
        let code = entry.code.replace(['(', ')'], "-");
        let line = format!("{} * ({code}) {}", entry.date, words.replace(';', ","));
        if self.is_hledger || line.len() <= MAX_LEDGER_LINE {
            return line;
        }
        let end = line.floor_char_boundary(MAX_LEDGER_LINE);
        format!("{}…", line.get(..end).unwrap_or_default())
    }
}

impl BooksFormat for LedgerText {
    fn write_header(&mut self, header: &BooksHeader, out: &mut String) {
        // Writing to a string cannot fail.
        let _ = writeln!(
            out,
            "; {} as of {}, written by tegoed",
            header.root_file, header.as_of
        );
        if self.is_hledger {
            out.push_str("decimal-mark .\n");
        }
        for currency in &header.currencies {
            let (code, part) = (currency.code(), "0".repeat(currency.decimals() as usize));
            // A mark that nothing follows tells hledger what the mark is; Ledger takes it and the code for one word.
            let _ = match part.as_str() {
                _ if self.is_hledger => writeln!(out, "commodity 1000.{part} {code}"),
                "" => writeln!(out, "commodity {code}\n    format 1000 {code}"),
                _ => writeln!(out, "commodity {code}\n    format 1000.{part} {code}"),
            };
        }
        for key in TAG_KEYS {
            let _ = writeln!(out, "tag {key}");
        }
    }

    fn write_entry(&mut self, entry: &TextEntry, out: &mut String) {
        for line in &entry.lines {
            let account = line.account.join(":");
            if !self.declared.contains(&account) {
                let _ = writeln!(out, "account {account}");
                self.declared.insert(account);
            }
        }
        let _ = writeln!(out, "{}", self.first_line(entry));
        for (key, value) in &entry.tags {
            let _ = writeln!(out, "    ; {key}: {value}");
        }
        for line in &entry.lines {
            write_line(line, out);
        }
    }
}

fn write_line(line: &TextLine, out: &mut String) {
    let account = line.account.join(":");
    let figure = line.amount.to_string();
    let code = line.amount.currency.code();
    let _ = write!(out, "    {account:<44}  {figure:>14} {code}");
    let mut tags = line.tags.iter();
    if let Some((key, value)) = tags.next() {
        let _ = write!(out, "  ; {key}: {value}");
    }
    out.push('\n');
    for (key, value) in tags {
        let _ = writeln!(out, "      ; {key}: {value}");
    }
}
