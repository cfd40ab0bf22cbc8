//! The names that `--explain` takes: of boxes, of what stands in none, and of sums of several.

use crate::language::LANGUAGES;
use crate::policy::jurisdiction::JURISDICTIONS;
use crate::report::shared::report_flag::UsageError;
use crate::vat::vat_entry::{VatEntry, VatPlace};
use crate::vat::vat_return::VatRowKind;

/// Amounts of periods that had been filed.
const LATE: &str = "late";
/// VAT on bad debts, asked back and owed again.
const RELIEF: &str = "relief";
/// The VAT of all boxes.
const ALL_VAT: &str = "5a";
/// Words that a person may write before the name of a box.
const BEFORE_BOX: [&str; 3] = ["rubriek", "box", "vak"];

/// The name of a row as the program knows it, from what a person typed: `1A`, `box 1a`, or the words that a page has for it.
///
/// # Errors
/// There is no such row: which there are.
pub fn find_row_name(typed: &str) -> Result<&'static str, UsageError> {
    let asked = typed.trim().to_lowercase();
    let bare = BEFORE_BOX.iter().find_map(|word| asked.strip_prefix(word));
    let bare = bare.unwrap_or(&asked).replace([' ', '.'], "");
    let mut boxes = JURISDICTIONS.0.iter().flat_map(|law| law.vat_boxes);
    if let Some(found) = boxes.find(|it| it.name == bare) {
        return Ok(found.name);
    }
    let mut words = VatPlace::OUTSIDE.iter().map(|place| place.code());
    if let Some(found) = words.find(|word| is_called(word, &asked)) {
        return Ok(found);
    }
    let sums = [LATE, RELIEF, ALL_VAT];
    let found = sums
        .into_iter()
        .find(|word| is_called(word, &asked) || *word == bare);
    found.ok_or_else(|| unknown_row(typed, &bare))
}

/// Whether a word, or the words that a page has for it in some language, is what was asked.
fn is_called(word: &str, asked: &str) -> bool {
    let said = LANGUAGES.iter();
    let mut said = said.filter_map(|known| (known.phrases.vat.vat_return.outside)(word));
    word == asked || word == asked.replace([' ', '_'], "-") || said.any(|label| label == asked)
}

fn unknown_row(typed: &str, bare: &str) -> UsageError {
    let mut others = JURISDICTIONS.0.iter().flat_map(|law| law.vat_other_boxes);
    if others.any(|name| *name == bare) {
        return UsageError {
            message: format!("expected a box of sales, found `{typed}`"),
            help: Some(
                "private use, VAT charged to the business and input VAT are not in this journal; boxes of sales: 1a 1b 1c 1e 3a 3b 3c, \
                 and their VAT together: 5a",
            ),
        };
    }
    UsageError {
        message: format!("expected a box such as 1a, found `{typed}`"),
        help: Some(
            "boxes: 1a 1b 1c 1e 3a 3b 3c, their VAT together 5a; what stands in none: unknown, exempt, margin, abroad, other-currency; \
             bad debts: relief; of periods filed before: late",
        ),
    }
}

/// Whether an amount is part of the row.
pub fn is_in_row(entry: &VatEntry, name: &str) -> bool {
    let VatPlace::InBox(_) = entry.place else {
        return entry.place.code() == name || name == LATE && entry.is_late();
    };
    match name {
        LATE => entry.is_late(),
        RELIEF => VatRowKind::of_entry(entry.kind) != VatRowKind::Sales,
        ALL_VAT => !entry.part.vat.is_zero(),
        name => entry.place.code() == name,
    }
}
