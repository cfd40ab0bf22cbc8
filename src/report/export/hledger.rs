//! `export hledger` and `export ledger`: the books as text that both programs read. One tag a line, because Ledger takes
//! `customer: a, invoice: b` for one.

use super::export_definition::{Export, ExportWriter};
use super::text_books::{BooksFormat, BooksHeader, TextEntry, TextLine, write_books};
use crate::report::shared::report_input::ReportInput;
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
    write_books(input, &mut LedgerText { is_hledger: true })
}

/// The same for Ledger.
pub fn write_for_ledger(input: ReportInput<'_>) -> String {
    write_books(input, &mut LedgerText { is_hledger: false })
}

/// The text of both; hledger is told the decimal mark.
struct LedgerText {
    is_hledger: bool,
}

impl BooksFormat for LedgerText {
    fn write_header(&mut self, header: &BooksHeader<'_>, out: &mut String) {
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
    }

    fn write_entry(&mut self, entry: &TextEntry, out: &mut String) {
        let mut words = entry.payee.clone();
        if !entry.text.is_empty() {
            words = format!("{} | {}", words.replace('|', "/"), entry.text);
        }
        let code = entry.code.replace(['(', ')'], "-");
        let words = words.replace(';', ",");
        let _ = writeln!(out, "{} * ({code}) {words}", entry.date);
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
