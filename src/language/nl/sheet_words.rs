//! The words of spreadsheets for what pages leave to programs, in Dutch.

use crate::language::sheet_words::SheetWords;

/// The words in place of keys and codes.
pub const SHEET: SheetWords = SheetWords {
    headings: HEADINGS,
    codes: CODES,
};

const HEADINGS: &[(&str, &str)] = &[
    ("basis", "Berust op"),
    ("box", "Rubriek"),
    ("code", "Code"),
    ("cost", "Kosten"),
    ("declared_on", "Aangegeven op"),
    ("detail", "Bijzonderheid"),
    ("expected_date", "Verwacht op"),
    ("figures", "Cijfers"),
    ("for_invoice", "Bij factuur"),
    ("goods_exact", "Goederen, exact"),
    ("key", "Soort"),
    ("kind", "Soort"),
    ("late", "Uit eerder tijdvak"),
    ("period", "Periode"),
    ("reason_code", "Waarom, code"),
    ("refused_code", "Niet geschreven, code"),
    ("satisfied", "Tevreden"),
    ("services_exact", "Diensten, exact"),
    ("through", "Week tot en met"),
    ("verified", "Nagegaan"),
    ("week", "Week van"),
];

const CODES: &[(&str, &str)] = &[
    ("abroad", "belast in het buitenland"),
    ("claimed", "in rekening gebracht"),
    ("exempt", "vrijgesteld"),
    ("expected", "verwacht"),
    ("invoiced", "gefactureerd"),
    ("margin", "margeregeling"),
    ("no", "nee"),
    ("other-currency", "in een andere munt"),
    ("principal", "hoofdsom"),
    ("relief", "btw terug over oninbaar"),
    ("relief-undone", "btw weer verschuldigd"),
    ("reversed", "gestorneerd"),
    ("sales", "verkopen"),
    ("send", "versturen"),
    ("unknown", "zonder tarief"),
    ("void", "geannuleerd"),
    ("waived", "kwijtgescholden"),
    ("written-off", "afgeboekt"),
    ("yes", "ja"),
];
