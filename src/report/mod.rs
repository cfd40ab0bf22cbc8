//! Pages from what is owed: the bridge between reading and writing. Learns the reader's language; forgets accounts.

pub mod advice;
pub mod advice_case;
pub mod advice_remarks;
pub mod ageing;
pub mod allocations;
pub mod balance;
pub mod behaviour;
pub mod call;
pub mod claim;
pub mod claim_remarks;
pub mod contacts;
pub mod customer_page;
pub mod customers;
pub mod dossier;
pub mod due;
pub mod export;
pub mod files;
pub mod find;
pub mod forecast;
pub mod forecast_items;
pub mod habit_page;
pub mod habit_rows;
pub mod hledger;
pub mod invoice_page;
pub mod invoices;
pub mod items;
pub mod known;
pub mod letters;
pub mod limits;
pub mod lines;
pub mod next_step;
pub mod open_items;
pub mod page;
pub mod particulars;
pub mod places;
pub mod policy;
pub mod reasons;
pub mod scope;
pub mod show;
pub mod stages;
pub mod statement;
pub mod stats;
pub mod status;
pub mod steps;
pub mod story;
pub mod transactions;
pub mod who;
pub mod words;
pub mod worklist;

use scope::Report;

/// Every report.
pub static REPORTS: &[&Report] = &[
    &ageing::AGEING,
    &balance::BALANCE,
    &statement::STATEMENT,
    &show::SHOW,
    &worklist::NEXT,
    &call::CALL,
    &stages::STAGES,
    &claim::CLAIM,
    &behaviour::BEHAVIOUR,
    &forecast::FORECAST,
    &advice::ADVICE,
    &customers::CUSTOMERS,
    &invoices::INVOICES,
    &stats::STATS,
    &files::FILES,
];
