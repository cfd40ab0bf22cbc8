//! What reports share: their definition, their input, and the parts of pages that several of them show.

pub mod age_buckets;
pub mod allocation_history;
pub mod contact_summary;
pub mod customer_cells;
pub mod instalment;
pub mod invoice_line_cells;
pub mod invoice_line_rows;
pub mod invoice_status;
pub mod labels;
pub mod lookup;
pub mod open_items;
pub mod page;
pub mod report_definition;
pub mod report_flag;
pub mod report_input;
pub mod source_column;
pub mod statement_row;
pub mod timeline;
pub mod unknown_payers;
pub mod vat_code_cell;
pub mod vat_of_line;
