//! The words of what an accountant is given.

/// The words of `export accountant`.
#[derive(Clone, Copy, Debug)]
pub struct AccountantWords {
    /// What each table is called, and what it has.
    pub tables: AccountantTables,
    /// The table of what changed of the entries of an earlier export.
    pub changed_entries: TableWords,
    /// The headings of columns, by their keys.
    pub headings: &'static [(&'static str, &'static str)],
    /// The words of the first table, which says what the others rest on.
    pub read_me: SummaryWords,
    /// What it says of files for a program.
    pub layout: LayoutWords,
    /// Why an item may not come in.
    pub doubt: DoubtWords,
    /// What explains a number that is no invoice.
    pub gap: GapWords,
    /// The words of the tables by their codes, where no other page has them.
    pub words: &'static [(&'static str, &'static str)],
    /// Nothing became of an item: it is still open.
    pub still_open: &'static str,
    /// Money of which nobody knows who paid it came in; it went back.
    pub payer_unknown: &'static str,
    /// It went back.
    pub unknown_returned: &'static str,
}

/// The tables of an accountant.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs, reason = "each is named for its table")]
pub struct AccountantTables {
    pub read_me: TableWords,
    pub journal: TableWords,
    pub vat: TableWords,
    pub vat_return: TableWords,
    pub icp: TableWords,
    pub open_items: TableWords,
    pub movement: TableWords,
    pub after_date: TableWords,
    pub receipts: TableWords,
    pub credit_notes: TableWords,
    pub written_off: TableWords,
    pub number_gaps: TableWords,
    pub customers: TableWords,
    pub findings: TableWords,
    pub invoice_lines: TableWords,
}

impl AccountantWords {
    /// The heading of a column; none where other exports have it.
    pub fn heading(&self, key: &str) -> Option<&'static str> {
        let mut own = self.headings.iter();
        own.find(|(known, _)| *known == key)
            .map(|(_, words)| *words)
    }

    /// What a code of the tables is called; nothing where it has no words.
    pub fn word(&self, code: &str) -> &'static str {
        let mut own = self.words.iter();
        own.find(|(known, _)| *known == code)
            .map_or("", |(_, words)| *words)
    }
}

impl AccountantTables {
    /// The names of all tables, in the order in which they are written.
    pub const fn named(&self) -> [(&'static str, &TableWords); 15] {
        [
            ("read-me", &self.read_me),
            ("journal", &self.journal),
            ("vat", &self.vat),
            ("vat-return", &self.vat_return),
            ("icp", &self.icp),
            ("open-items", &self.open_items),
            ("movement", &self.movement),
            ("after-date", &self.after_date),
            ("receipts", &self.receipts),
            ("credit-notes", &self.credit_notes),
            ("written-off", &self.written_off),
            ("number-gaps", &self.number_gaps),
            ("customers", &self.customers),
            ("findings", &self.findings),
            ("invoice-lines", &self.invoice_lines),
        ]
    }
}

/// What a table is called, and what it has.
#[derive(Clone, Copy, Debug)]
pub struct TableWords {
    /// Its title.
    pub title: &'static str,
    /// What it has, in a sentence.
    pub about: &'static str,
}

/// The words of the first table.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs, reason = "each is named for what it says")]
pub struct SummaryWords {
    pub about: &'static str,
    pub files: &'static str,
    pub tables: &'static str,
    pub counts: &'static str,
    pub debtors: &'static str,
    pub vat: &'static str,
    pub choices: &'static str,
    pub left_out: &'static str,
    pub business: &'static str,
    pub vat_id: &'static str,
    pub trade_register: &'static str,
    pub period: &'static str,
    pub first_day: &'static str,
    pub last_day: &'static str,
    pub known_on: &'static str,
    pub known_on_note: &'static str,
    pub not_over: &'static str,
    pub program: &'static str,
    pub vat_basis: &'static str,
    pub vat_not_due: &'static str,
    pub vat_not_due_note: &'static str,
    pub turnover: fn(&str) -> String,
    pub turnover_without_rate: &'static str,
    pub turnover_in_box: fn(&str, Option<&str>) -> String,
    pub turnover_outside: fn(&str) -> String,
    pub turnover_unknown: &'static str,
    pub vat_booked: &'static str,
    pub vat_booked_note: &'static str,
    pub vat_declared: &'static str,
    pub vat_of_earlier: &'static str,
    pub vat_declared_later: &'static str,
    pub file_note: fn(u64) -> String,
    pub opening: &'static str,
    pub closing: &'static str,
    pub agrees: &'static str,
    pub invoices: &'static str,
    pub credit_notes: &'static str,
    pub receipts: &'static str,
    pub open_items: &'static str,
    pub findings: &'static str,
    pub findings_unlisted: &'static str,
    pub series: fn(&str, &str) -> String,
    pub series_note: &'static str,
    pub share: &'static str,
    pub no_shares: &'static str,
    pub provision_basis: &'static str,
    pub earlier_entries: &'static str,
    pub earlier_entries_note: &'static str,
    pub proposed: &'static str,
    pub proposed_note: fn(&str) -> String,
    pub no_share: &'static str,
    pub no_share_note: fn(&str) -> String,
    pub numbers_missing: &'static str,
    pub numbers_missing_note: &'static str,
    pub entries_later: &'static str,
    pub entries_later_note: &'static str,
    pub unknown_payers: &'static str,
    pub unknown_payers_note: fn(&str) -> String,
    pub no_due_date: &'static str,
    pub no_due_date_note: &'static str,
    pub vat_unknown: &'static str,
    pub vat_unknown_note: fn(&str) -> String,
    pub other_currency: &'static str,
    pub other_currency_note: fn(&str) -> String,
    pub no_law: &'static str,
    pub with_errors: &'static str,
    pub with_errors_note: &'static str,
    pub never: &'static str,
    pub never_note: &'static str,
    pub kept: &'static str,
    pub kept_note: &'static str,
}

/// What is said of files for the program of a bookkeeper.
#[derive(Clone, Copy, Debug)]
pub struct LayoutWords {
    /// What this part of the page is called.
    pub part: &'static str,
    /// For which program, and whether the file was tried with it: with which version, and when.
    pub tried: fn(&str, Option<&str>) -> String,
    /// What nobody has verified.
    pub not_verified: &'static str,
    /// What the copy of the layout is for.
    pub copy_note: &'static str,
    /// Rows in another currency are left out.
    pub other_currency: fn(&str) -> String,
    /// Rows are left out by the words of a column.
    pub not_asked: fn(&str, &str) -> String,
    /// Cells are empty: a list has no code for a word.
    pub no_code: fn(&str, &str) -> String,
    /// Cells are empty: the table has no word for a list.
    pub no_word: fn(&str) -> String,
    /// Words were cut at so many characters.
    pub cut: fn(&str, usize) -> String,
    /// Texts have `?` where the encoding lacks a character.
    pub missing_signs: &'static str,
}

/// Why an item may not come in.
#[derive(Clone, Copy, Debug)]
pub struct DoubtWords {
    /// The customer is insolvent.
    pub insolvent: &'static str,
    /// Somebody else collects it.
    pub handed_over: &'static str,
    /// The customer disputes it.
    pub disputed: &'static str,
    /// It can soon be claimed no more, or cannot already.
    pub limitation: &'static str,
    /// A part of its invoice was written off.
    pub part_written_off: &'static str,
    /// So many days late.
    pub late: fn(i64) -> String,
}

/// What explains a number that is no invoice.
#[derive(Clone, Copy, Debug)]
pub struct GapWords {
    /// Nothing in the journal.
    pub nothing: &'static str,
    /// A `void` says that it was never used.
    pub never_used: &'static str,
    /// It is a credit note.
    pub credit_note: &'static str,
}
