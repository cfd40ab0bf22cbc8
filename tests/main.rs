//! One binary for all tests, so that it links once; one file a kind of proof.
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stderr,
    clippy::arithmetic_side_effects,
    clippy::disallowed_methods,
    reason = "a test that meets the unexpected must fail loudly"
)]

mod accountant;
mod add;
mod agreed_days;
mod arrangement_amounts;
mod assistant;
mod bookkeeping;
mod catalogue;
mod claim;
mod cli;
mod diagnostics;
mod dossier;
mod dunning;
#[cfg(feature = "lsp")]
mod editor;
mod examples;
mod faults;
mod first_steps;
mod format;
mod glossary;
mod grammar_page;
mod grammars;
mod hledger;
mod house;
mod imports;
mod insight;
mod journals;
mod law;
mod ledger;
mod leftovers;
mod letter_media;
mod letters;
mod made_up;
mod mends;
mod messages;
mod needs;
mod offer;
mod print;
mod refusals;
mod reports;
mod requirements;
mod sizes;
mod spec;
mod syntax;
mod told_once;
mod vat;
