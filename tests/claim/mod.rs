//! What may be asked: journals as a person writes them, and the claim as the owner and his lawyer would read it.

pub mod checks;
mod doubts;
pub mod figures;
mod joint_costs;
mod law_of_contract;
mod left_out;
mod not_asked;
mod one_and_none;
mod one_sum;
mod pages;
mod second;
mod terms_and_money;
