//! `vat`: each amount of the return of the period, and of what stands in no box.

use super::accountant_input::AccountantInput;
use super::accountant_table::{table_with_totals, word_cell};
use crate::document::{Cell, Table};
use crate::journal::model::Journal;
use crate::report::shared::customer_cells::customer_cells;
use crate::report::shared::source_column::file_and_line_cells;
use crate::report::shared::vat_code_cell::vat_code_cell;
use crate::value::key_name::KeyName;
use crate::value::money::{Minor, Money};
use crate::value::vat_code::{VatCode, ZeroRate};
use crate::value::vocabulary::VatBasis;
use crate::vat::vat_entry::{VatEntry, VatPlace};
use crate::vat::vat_return::{VatEntries, VatReturn};

/// In the order of days and of the journal.
pub fn table(input: &AccountantInput<'_>) -> Table {
    let keys = [
        "date",
        "declared_on",
        "period",
        "kind",
        "invoice",
        "for_invoice",
        "customer",
        "name",
        "country",
        "vat_id",
        "code",
        "rate",
        "net",
        "vat",
        "gross",
        "currency",
        "box",
        "icp",
        "basis",
        "reason",
        "file",
        "line",
    ];
    let found = vat_return(input);
    let entries = found.iter().flat_map(|found| &found.entries);
    let basis = found.as_ref().map(|found| basis_cell(input, found.basis));
    let basis = basis.unwrap_or(Cell::Empty);
    table_with_totals(
        input,
        &keys,
        entries.map(|entry| row(input, entry, &basis)).collect(),
    )
}

/// The return of the period, as `vat` has it; `None` where the law of the business is not known.
pub fn vat_return(input: &AccountantInput<'_>) -> Option<VatReturn> {
    let day = input.asked.day;
    let law = day.journal.home_law()?;
    let own = day.journal.business.as_ref().map(|own| own.vat_basis);
    let basis = own.unwrap_or_default();
    let entries = VatEntries::new((day.journal, day.ledger), law, day.vat_breakdown(), basis);
    Some(entries.of_period(input.asked_period))
}

/// When VAT is owed.
fn basis_cell(input: &AccountantInput<'_>, basis: VatBasis) -> Cell {
    let say = &input.asked.language.phrases.vat.vat_return;
    match basis {
        VatBasis::Invoice => Cell::word("invoice", say.by_invoice),
        VatBasis::Cash => Cell::word("cash", say.by_receipt),
    }
}

fn row(input: &AccountantInput<'_>, entry: &VatEntry, basis: &Cell) -> Vec<Cell> {
    let journal = input.journal();
    let money = |minor: Minor| Cell::from(Money::new(minor, entry.currency));
    let [id, name] = customer_cells(journal, entry.customer);
    let origin = entry.origin;
    let [file, line] = file_and_line_cells(input.asked.day.source_lookup.file_and_line(origin));
    let code = entry.part.code;
    let (vat_box, reason) = match entry.place {
        VatPlace::InBox(vat_box) => (vat_box.name, ""),
        outside => ("", outside.code()),
    };
    let late = if entry.is_late() { "late" } else { "" };
    let reasons = [reason, late].into_iter().filter(|word| !word.is_empty());
    let reasons: Vec<&'static str> = reasons.collect();
    let known = |minor: Minor| code.map_or(Cell::Empty, |_| money(minor));
    vec![
        Cell::Date(entry.date),
        Cell::Date(entry.declared_on),
        Cell::text(&input.asked_period.to_string()),
        word_cell(input, entry.kind.code()),
        Cell::text(journal.invoice_no(entry.number)),
        entry
            .invoice
            .map_or(Cell::Empty, |it| Cell::text(journal.invoice_no(it))),
        id,
        name,
        customer_value(journal, entry, KeyName::Country),
        customer_value(journal, entry, KeyName::VatId),
        vat_code_cell(input.asked.language, code),
        code.map_or(Cell::Empty, |code| Cell::Share(code.rate())),
        known(entry.part.net),
        known(entry.part.vat),
        money(entry.part.gross()),
        Cell::Currency(entry.currency),
        Cell::text(vat_box),
        listing_word(code).map_or(Cell::Empty, |word| word_cell(input, word)),
        basis.clone(),
        reasons_cell(input, &reasons),
        file,
        line,
    ]
}

fn customer_value(journal: &Journal, entry: &VatEntry, key: KeyName) -> Cell {
    let record = entry.customer.map(|customer| &journal.customers[customer]);
    let value = record.and_then(|record| record.value(key));
    value.map_or(Cell::Empty, Cell::text)
}

/// Why an amount stands in no box, or in the return of a later period.
fn reasons_cell(input: &AccountantInput<'_>, reasons: &[&'static str]) -> Cell {
    let words: Vec<&str> = reasons.iter().map(|it| input.words().word(it)).collect();
    if reasons.is_empty() {
        Cell::Empty
    } else {
        Cell::word(reasons.join(" "), words.join(", "))
    }
}

/// How an amount stands in the listing of supplies within the Union; `None` where it does not.
const fn listing_word(code: Option<VatCode>) -> Option<&'static str> {
    match code {
        Some(VatCode::Zero(ZeroRate::EuGoods)) => Some("goods"),
        Some(VatCode::Zero(ZeroRate::EuServices)) => Some("services"),
        _ => None,
    }
}
