//! The headings of tables that are written for spreadsheets and programs alone, in Dutch.

use crate::language::export::ExportWords;

/// The headings.
pub const EXPORT: ExportWords = ExportWords {
    closed: "Afgesloten op",
    payment_file: "Bestand van de boeking",
    payment_line: "Regel van de boeking",
    word: "Stap of woord",
    channel: "Hoe",
    reason: "Reden",
    outcome: "Uitkomst",
    with: "Met",
    spent: "Bestede tijd",
    follow_up: "Terugkomen op",
    number: "Nummer",
    for_invoice: "Bij factuur",
    net: "Zonder btw",
    vat: "Btw",
    vat_codes: "Btw-tarieven",
    code: "Btw-code",
    rate: "Tarief",
    document: "Documenten",
    order: "Ordernummer",
    disputed: "Betwist",
    last_payment: "Laatste betaling",
    commission: "Provisie",
    vat_id: "Btw-nummer",
    kvk: "Handelsregister",
    quantity: "Aantal",
    unit: "Eenheid",
    price: "Prijs",
    line_no: "Regelnr.",
    vat_table: "Btw per factuur",
};
