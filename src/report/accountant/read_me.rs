//! `read-me`: what the other tables rest on, what they add up to, and what is not in them.

use super::accountant_input::AccountantInput;
use super::accountant_table::accountant_table;
use super::changed_entries;
use super::journal::vat_not_due;
use super::layout::layout_table::LayoutTable;
use super::open_items::count_open_items;
use super::provision_summary::ProvisionSummary;
use super::receipts::kept_in_period;
use super::vat_pages::return_page;
use super::vat_summary::vat_summary_rows;
use crate::bookkeeping::customer_movement::total_movements;
use crate::bookkeeping::number_gaps::{GapReason, find_number_gaps};
use crate::document::{Block, Cell, Table};
use crate::journal::model::{MovementKind, NumberUse};
use crate::value::currency::Currency;
use crate::value::key_name::KeyName;
use crate::value::money::{Money, Totals};
use std::collections::BTreeSet;

/// One thing a row.
pub fn table(input: &AccountantInput<'_>) -> Table {
    let mut page = ReadMe {
        input: *input,
        part: Cell::Empty,
        rows: Vec::new(),
    };
    page.add_about();
    page.add_files();
    page.add_tables();
    page.add_layout();
    page.add_counts();
    page.add_debtors();
    page.add_vat();
    page.add_choices();
    page.add_left_out();
    accountant_table(
        input,
        &["part", "subject", "value", "currency", "note"],
        page.rows,
    )
}

/// The rows so far.
struct ReadMe<'a> {
    input: AccountantInput<'a>,
    part: Cell,
    rows: Vec<Vec<Cell>>,
}

impl ReadMe<'_> {
    fn start(&mut self, code: &'static str, words: &'static str) {
        self.part = Cell::word(code, words);
    }

    fn push(&mut self, subject: &str, value: Cell, note: &str) {
        let currency = match &value {
            Cell::Money(amount) => Cell::Currency(amount.to_money().currency),
            _ => Cell::Empty,
        };
        let cells = vec![
            self.part.clone(),
            Cell::text(subject),
            value,
            currency,
            Cell::text(note),
        ];
        self.rows.push(cells);
    }

    fn add_about(&mut self) {
        let say = &self.input.words().read_me;
        let journal = self.input.journal();
        self.start("about", say.about);
        let value = |key| Cell::text(journal.business_value(key).unwrap_or_default());
        let named = [
            (say.business, KeyName::Name),
            (say.vat_id, KeyName::VatId),
            (say.trade_register, KeyName::Kvk),
        ];
        for (label, key) in named {
            self.push(label, value(key), "");
        }
        let (period, asked) = (self.input.period, self.input.asked_period);
        let note = if period == asked { "" } else { say.not_over };
        self.push(say.period, Cell::text(&asked.to_string()), "");
        self.push(say.first_day, Cell::Date(period.first), "");
        self.push(say.last_day, Cell::Date(period.last), note);
        let known = Cell::Date(self.input.asked.day.as_of());
        self.push(say.known_on, known, say.known_on_note);
        let program = concat!("tegoed ", env!("CARGO_PKG_VERSION"));
        self.push(say.program, Cell::text(program), "");
    }

    fn add_files(&mut self) {
        let say = &self.input.words().read_me;
        self.start("files", say.files);
        for file in self.input.files {
            self.push(
                &file.path,
                Cell::text(&file.sha256),
                &(say.file_note)(file.bytes),
            );
        }
    }

    fn add_tables(&mut self) {
        let words = self.input.words();
        self.start("tables", words.read_me.tables);
        let changed = (changed_entries::NAME, &words.changed_entries);
        let changed = self.input.earlier.map(|_| changed);
        for (name, own) in words.tables.named().into_iter().chain(changed) {
            self.push(name, Cell::text(own.title), own.about);
        }
    }

    /// The files for a program: how many rows, what nobody verified, and what is not in them.
    fn add_layout(&mut self) {
        let Some(layout) = self.input.layout else {
            return;
        };
        let say = &self.input.words().layout;
        self.start("layout", say.part);
        let tried = (say.tried)(&layout.program, layout.tried.as_deref());
        for file in &layout.files {
            let drawn = LayoutTable::draw(&self.input, layout, file);
            let name = layout.file_name(file);
            self.push(&name, Cell::count(drawn.table.rows.len()), &tried);
            for (difference, count) in &drawn.differences {
                self.push(&name, Cell::count(*count), &difference.describe(say));
            }
        }
        let tag = self.input.asked.language.tag;
        for words in layout.not_verified_in(tag) {
            self.push(say.not_verified, Cell::Empty, words);
        }
        self.push(&layout.copy_name(), Cell::Empty, say.copy_note);
    }

    fn add_counts(&mut self) {
        let say = &self.input.words().read_me;
        let (journal, period) = (self.input.journal(), self.input.period);
        self.start("counts", say.counts);
        let invoices = journal.invoices.iter();
        let issued = invoices
            .filter(|(_, it)| it.number_use == NumberUse::Invoice && period.contains(it.date));
        self.push(say.invoices, Cell::count(issued.count()), "");
        let of_kind = |kind: MovementKind| {
            let all = journal.movements.iter();
            Cell::count(
                all.filter(|(_, it)| it.kind == kind && period.contains(it.date))
                    .count(),
            )
        };
        self.push(say.credit_notes, of_kind(MovementKind::Credit), "");
        self.push(say.receipts, of_kind(MovementKind::Payment), "");
        let open = count_open_items(&self.input);
        self.push(say.open_items, Cell::count(open.open), "");
        let findings = Cell::count(self.input.findings.rows.len());
        self.push(say.findings, findings, "");
        let (series, gaps) = find_number_gaps(journal, period, self.input.asked.day.as_of());
        for row in series {
            let number = |invoice| journal.invoice_no(invoice);
            let words = (say.series)(number(row.first), number(row.last));
            self.push(&words, Cell::count(row.count), say.series_note);
        }
        let gaps = gaps.iter();
        let unexplained = gaps.filter(|gap| gap.explanation == GapReason::Nothing);
        let missing: u64 = unexplained.map(|gap| gap.count).sum();
        let missing = Cell::Number(i64::try_from(missing).unwrap_or(i64::MAX));
        self.push(say.numbers_missing, missing, say.numbers_missing_note);
    }

    fn add_debtors(&mut self) {
        let say = &self.input.words().read_me;
        self.start("debtors", say.debtors);
        for total in total_movements(self.input.movements) {
            let money = |minor| Cell::from(Money::new(minor, total.currency));
            self.push(say.opening, money(total.opening), "");
            for (kind, amount) in &total.changes {
                let words = self.input.words().heading(kind.code()).unwrap_or_default();
                self.push(words, money(*amount), "");
            }
            self.push(say.closing, money(total.closing), say.agrees);
        }
    }

    /// What the return says of amounts that stand in no box, or in another period.
    fn add_vat(&mut self) {
        let say = &self.input.words().read_me;
        self.start("vat", say.vat);
        let Some(page) = return_page(&self.input) else {
            return self.push(say.vat, Cell::Empty, say.no_law);
        };
        for fact in page.basis.iter().filter(|fact| fact.key == "vat_basis") {
            self.push(say.vat_basis, fact.value.clone(), "");
        }
        for sum in vat_not_due(&self.input).iter() {
            self.push(say.vat_not_due, sum.into(), say.vat_not_due_note);
        }
        for (subject, value, note) in vat_summary_rows(&self.input) {
            self.push(&subject, value, &note);
        }
        for block in &page.blocks {
            if let Block::Paragraph(words) = block {
                self.push(&page.title, Cell::Empty, words);
            }
        }
    }

    /// What agencies kept is booked whole: their invoices say the VAT in it.
    fn add_kept(&mut self) {
        let say = &self.input.words().read_me;
        for sum in kept_in_period(&self.input).iter() {
            self.push(say.kept, sum.into(), say.kept_note);
        }
    }

    fn add_choices(&mut self) {
        let say = &self.input.words().read_me;
        self.start("choices", say.choices);
        if self.input.provision.is_empty() {
            return self.push(say.share, Cell::Empty, say.no_shares);
        }
        for rule in self.input.provision {
            let share = Cell::text(&rule.to_string());
            self.push(say.share, share, say.provision_basis);
        }
        let summary = ProvisionSummary::new(&self.input);
        for (subject, amounts, note) in [
            (say.proposed, summary.proposed, say.proposed_note),
            (say.no_share, summary.without_share, say.no_share_note),
        ] {
            let count = Cell::count(amounts.len());
            self.push(subject, count, &note(&self.sums_of(amounts)));
        }
    }

    fn add_left_out(&mut self) {
        let say = &self.input.words().read_me;
        self.start("left-out", say.left_out);
        if self.input.findings.has_errors {
            self.push(say.with_errors, Cell::Empty, say.with_errors_note);
        }
        if let Some(earlier) = self.input.earlier {
            let count = Cell::count(earlier.entries().count());
            self.push(say.earlier_entries, count, say.earlier_entries_note);
        }
        let later = self.input.asked.day.ledger.entries_after;
        self.push(
            say.entries_later,
            Cell::count(later),
            say.entries_later_note,
        );
        let unknown = self
            .input
            .journal()
            .unknown_payments_by(self.input.period.last);
        let unknown: Vec<Money> = unknown.into_iter().map(|it| it.amount).collect();
        if !unknown.is_empty() {
            let count = Cell::count(unknown.len());
            self.push(
                say.unknown_payers,
                count,
                &(say.unknown_payers_note)(&self.sums_of(unknown)),
            );
        }
        let open = count_open_items(&self.input);
        if open.without_due_date > 0 {
            self.push(
                say.no_due_date,
                Cell::count(open.without_due_date),
                say.no_due_date_note,
            );
        }
        if !open.without_vat.is_empty() {
            let count = Cell::count(open.without_vat.len());
            self.push(
                say.vat_unknown,
                count,
                &(say.vat_unknown_note)(&self.sums_of(open.without_vat)),
            );
        }
        self.add_kept();
        self.add_other_currencies();
        if self.input.findings.unlisted > 0 {
            let count = Cell::count(self.input.findings.unlisted);
            self.push(say.findings_unlisted, count, "");
        }
        self.push(say.never, Cell::Empty, say.never_note);
    }

    /// Amounts added up by currency, in words.
    fn sums_of(&self, amounts: Vec<Money>) -> String {
        let sums: Totals = amounts.into_iter().collect();
        let language = self.input.asked.language;
        let sums: Vec<String> = sums.iter().map(|sum| language.format_money(sum)).collect();
        sums.join(", ")
    }

    fn add_other_currencies(&mut self) {
        let say = &self.input.words().read_me;
        let journal = self.input.journal();
        let Some(law) = journal.home_law() else {
            return;
        };
        let invoices = journal.invoices.iter();
        let issued = invoices.filter(|(_, it)| {
            it.number_use != NumberUse::Skipped
                && it.currency != law.currency
                && self.input.period.contains(it.date)
        });
        let others: Vec<Currency> = issued.map(|(_, it)| it.currency).collect();
        let codes: BTreeSet<&str> = others.iter().map(Currency::code).collect();
        if !others.is_empty() {
            let codes: Vec<&str> = codes.into_iter().collect();
            let note = (say.other_currency_note)(&codes.join(", "));
            self.push(say.other_currency, Cell::count(others.len()), &note);
        }
    }
}
