//! What the journal means. Learns who is who; forgets comments, spelling and files.

mod balance_assertion;
pub mod bank_coverage;
mod business;
mod common_keys;
pub mod contact_details;
mod customer;
pub mod customer_ids;
pub mod description;
mod due_date;
mod event;
pub mod event_details;
pub mod fields;
mod intern_table;
mod invoice;
pub mod invoice_numbers;
pub mod kinds;
pub mod ladder;
pub mod limits;
mod mentions;
pub mod model;
mod movement;
mod policy;
pub mod policy_text;
mod reference_matching;
pub mod resolver;
mod second_pass;
pub mod source_lookup;
