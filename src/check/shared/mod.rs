//! What rules share: their definition, their input, and what several of them look for.

pub mod check_input;
pub mod consumer_costs;
pub mod days_to_pay;
pub mod duplicates;
pub mod filed_boxes;
pub mod handover_periods;
pub mod hold_check;
pub mod message_words;
pub mod proposed_entries;
pub mod rule;
pub mod sensitive_words;
pub mod similar_numbers;
pub mod template_check_input;
pub mod vat_codes;
pub mod vat_sum;
