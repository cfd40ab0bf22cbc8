//! The headings of tables that are written for spreadsheets and programs alone, in English.

use crate::language::export::ExportWords;

/// The headings.
pub const EXPORT: ExportWords = ExportWords {
    closed: "Closed on",
    payment_file: "File of the entry",
    payment_line: "Line of the entry",
    word: "Step or word",
    channel: "Way",
    reason: "Reason",
    outcome: "Outcome",
    with: "With",
    spent: "Time spent",
    follow_up: "Follow-up",
    number: "Number",
    for_invoice: "For invoice",
    net: "Without VAT",
    vat: "VAT",
    vat_codes: "VAT rates",
    code: "VAT code",
    rate: "Rate",
    document: "Documents",
    order: "Order",
    disputed: "Contested",
    last_payment: "Last payment",
    commission: "Commission",
    vat_id: "VAT number",
    kvk: "Trade register",
    quantity: "Quantity",
    unit: "Unit",
    price: "Price",
    line_no: "No.",
    vat_table: "VAT by invoice",
};
