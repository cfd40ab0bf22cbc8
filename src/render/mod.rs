//! Pages to bytes. Learns a medium; forgets the types of cells.

pub mod address_window;
pub mod cell_writer;
pub mod column_heading;
pub mod csv;
pub mod csv_rows;
pub mod envelope_size;
pub mod escape_controls;
pub mod json;
pub mod letter_eml;
pub mod letter_html;
pub mod letter_md;
pub mod letter_medium;
#[cfg(feature = "pdf")]
pub mod letter_pdf;
pub mod letter_text;
pub mod medium;
pub mod payment_code;
pub mod sql_schema;
pub mod strip_controls;
pub mod text;
pub mod text_column;
pub mod text_table;
pub mod unbreakable;
pub mod wrap;
#[cfg(feature = "xlsx")]
pub mod xlsx;

use letter_medium::LetterMedium;
use medium::Medium;

/// Every medium a report can be had in, the one for people first.
pub static MEDIA: &[&Medium] = &[
    &text::TEXT,
    &csv::CSV,
    &json::JSON,
    #[cfg(feature = "xlsx")]
    &xlsx::XLSX,
];

/// Every medium a letter can be had in, the usual one first.
pub static LETTER_MEDIA: &[&LetterMedium] = &[
    &letter_text::TEXT,
    &letter_md::MARKDOWN,
    &letter_html::HTML,
    &letter_eml::EML,
    #[cfg(feature = "pdf")]
    &letter_pdf::PDF,
];
