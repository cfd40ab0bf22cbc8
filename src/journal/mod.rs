//! What the journal means. Learns who is who; forgets comments, spelling and files.

pub mod archive;
mod assertion;
pub mod bank_coverage;
mod business;
mod common_keys;
pub mod contact_details;
mod customer;
pub mod description;
mod due;
mod event;
pub mod event_details;
pub mod fields;
mod finish;
mod invoice;
pub mod kinds;
pub mod ladder;
pub mod limits;
mod mentions;
pub mod model;
mod movement;
pub mod names;
pub mod numbers;
mod policy;
pub mod policy_text;
mod references;
pub mod resolve;
mod slots;
