//! The headings of tables that are written for spreadsheets and programs alone.

/// The headings of columns that no page for reading has.
#[derive(Clone, Copy, Debug)]
pub struct ExportWords {
    /// The day on which something was closed.
    pub closed: &'static str,
    /// The file of the entry that settled or claimed something.
    pub payment_file: &'static str,
    /// The line of that entry.
    pub payment_line: &'static str,
    /// The word of an entry: a step, a reason, what was promised.
    pub word: &'static str,
    /// The ways that a contact went.
    pub channel: &'static str,
    /// The reason that somebody gave.
    pub reason: &'static str,
    /// How a contact ended.
    pub outcome: &'static str,
    /// With whom somebody spoke.
    pub with: &'static str,
    /// The time it took.
    pub spent: &'static str,
    /// The day to come back to it.
    pub follow_up: &'static str,
    /// The number of an invoice or a credit note.
    pub number: &'static str,
    /// The invoice that a credit note lowers.
    pub for_invoice: &'static str,
    /// An amount without VAT.
    pub net: &'static str,
    /// The VAT on it.
    pub vat: &'static str,
    /// What it bears: rates, or why there is none.
    pub vat_codes: &'static str,
    /// One of them.
    pub code: &'static str,
    /// The rate in per cent.
    pub rate: &'static str,
    /// The documents that an entry names.
    pub document: &'static str,
    /// The number of the customer's order.
    pub order: &'static str,
    /// What of an open amount is contested.
    pub disputed: &'static str,
    /// The day on which money last came in.
    pub last_payment: &'static str,
    /// What an agency kept of a payment.
    pub commission: &'static str,
    /// The VAT number.
    pub vat_id: &'static str,
    /// The number in the trade register.
    pub kvk: &'static str,
    /// How many of something.
    pub quantity: &'static str,
    /// Of what: hours, metres.
    pub unit: &'static str,
    /// What one of it costs.
    pub price: &'static str,
    /// Which line of the invoice.
    pub line_no: &'static str,
    /// The title of the table of VAT.
    pub vat_table: &'static str,
}
