//! What may be claimed on a day, by law and agreement. Knows the law; does not change the ledger.
//!
//! The ledger shows what the entries record. This room replays the same payments in the statutory order (BW 6:44), and
//! adds what the law grants without an entry (SPEC.md section 12). The two views are never mixed; where they differ,
//! the claim says so.
//!
//! | To find | look in |
//! |---|---|
//! | the entries and allocations that claims are built from, found by invoice and customer | [`claim_index`] |
//! | the parties of a claim, and which law governs it | [`parties`] |
//! | what a customer agreed to, and to which version | [`agreement`] |
//! | the events of an invoice, from the allocations of the ledger | [`invoice_events`] |
//! | an invoice prepared for the replay in the statutory order | [`invoice_claim`] |
//! | its parts, or what a plan let fall due | [`claim_instalments`]; what is not asked of it: [`not_asked`]
//! | the charges that entries record on it: lowered, moved, left out | [`recorded_charges`] |
//! | why nothing can be claimed for an invoice, and since when it is disputed | [`obstacles`] |
//! | the fourteen-day letter, and what it allows | [`fourteen_day_letter`] |
//! | what such a letter asked of an invoice | [`letter_scope`]; what it asked first, and what was left: [`letter_demand`] |
//! | whose invoices a claim is about | [`claimed_customer`]; by the letter that asked them first: [`letter_group`] |
//! | letters that could have been one demand | [`joint_demands`]; what stood in each: [`notice_letter`] |
//! | money that waits, and the order in which it pays | [`waiting_money`]; put to invoices as the law does: [`placement`] |
//! | which costs may be asked | [`costs`]; of whom: [`consumer_costs`], [`business_costs`] |
//! | charges that a consumer does not owe, for whoever asks money | [`charges_not_owed`] |
//! | the lines of a claim | [`rows`]; what is said beside them: [`remark`]; why the books differ: [`book_difference`] |
//! | what the law still gives where the invoice was paid late | [`paid_late`] |
//! | what makes its figures doubtful: void terms, no agreement, a late credit note | [`doubts`] |
//! | until when it can be claimed at all | [`limitation`], and what renews that term: [`interruptions`]; what ends soon: [`expiring_claims`] |
//! | VAT on what nobody pays | [`bad_debt_vat`], of one invoice over time [`vat_timeline`], of its parts [`instalment_vat`]; in a return that was filed: `filed_relief` |
#![deny(clippy::arithmetic_side_effects)]

pub mod agreement;
pub mod bad_debt_vat;
pub mod book_difference;
pub mod build;
pub mod business_costs;
pub mod charges_not_owed;
pub mod claim_index;
pub mod claim_instalments;
pub mod claimed_customer;
pub mod consumer_costs;
pub mod costs;
pub mod doubts;
pub mod expiring_claims;
mod filed_relief;
pub mod fourteen_day_letter;
pub mod instalment_vat;
pub mod interruptions;
pub mod invoice_claim;
pub mod invoice_events;
pub mod joint_demands;
pub mod letter_demand;
pub mod letter_group;
pub mod letter_scope;
pub mod limitation;
pub mod model;
pub mod not_asked;
pub mod notice_letter;
pub mod obstacles;
pub mod paid_late;
pub mod parties;
pub mod placement;
pub mod recorded_charges;
pub mod remark;
pub mod rows;
pub mod vat_facts;
pub mod vat_timeline;
pub mod waiting_money;

pub use build::build_customer_claims;
