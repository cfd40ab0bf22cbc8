//! The words of spreadsheets for what pages leave to programs, in English.

use crate::language::sheet_words::SheetWords;

/// The words in place of keys and codes.
pub const SHEET: SheetWords = SheetWords {
    headings: HEADINGS,
    codes: CODES,
};

const HEADINGS: &[(&str, &str)] = &[
    ("basis", "Rests on"),
    ("box", "Box"),
    ("code", "Code"),
    ("cost", "Cost"),
    ("declared_on", "Declared on"),
    ("detail", "Detail"),
    ("expected_date", "Expected on"),
    ("figures", "Figures"),
    ("for_invoice", "For invoice"),
    ("goods_exact", "Goods, exact"),
    ("key", "Kind"),
    ("kind", "Kind"),
    ("late", "Of an earlier period"),
    ("period", "Period"),
    ("reason_code", "Why, code"),
    ("refused_code", "Not written, code"),
    ("satisfied", "Satisfied"),
    ("services_exact", "Services, exact"),
    ("through", "Week through"),
    ("verified", "Verified"),
    ("week", "Week of"),
];

const CODES: &[(&str, &str)] = &[
    ("abroad", "taxed abroad"),
    ("claimed", "charged"),
    ("exempt", "exempt"),
    ("expected", "expected"),
    ("invoiced", "invoiced"),
    ("margin", "margin scheme"),
    ("no", "no"),
    ("other-currency", "in another currency"),
    ("principal", "principal"),
    ("relief", "VAT back on bad debt"),
    ("relief-undone", "VAT owed again"),
    ("reversed", "bounced"),
    ("sales", "sales"),
    ("send", "send"),
    ("unknown", "without a rate"),
    ("void", "void"),
    ("waived", "waived"),
    ("written-off", "written off"),
    ("yes", "yes"),
];
