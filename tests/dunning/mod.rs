//! Stages, holds, gates and the morning's work list: journals in, pages out.

mod arrangements;
mod bad_debt_vat;
mod concessions;
mod money_to_place;
mod nothing_forgotten;
mod one_list;
mod policies;
mod rules;
mod vectors;
mod walk;
mod who_does_what;
