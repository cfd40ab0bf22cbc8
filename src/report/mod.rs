//! Pages from what is owed: the bridge between reading and writing. Learns the reader's language; forgets accounts.

pub mod advice;
pub mod advice_case;
pub mod advice_remarks;
pub mod ageing;
pub mod allocation_history;
pub mod allocations;
pub mod balance;
pub mod behaviour;
pub mod call;
pub mod claim;
pub mod claim_remarks;
pub mod contact_summary;
pub mod contacts;
pub mod credit_limit_facts;
pub mod customer_cells;
pub mod customer_page;
pub mod customers;
pub mod dossier;
pub mod due_dates;
pub mod export;
pub mod files;
pub mod forecast;
pub mod forecast_items;
pub mod habit_page;
pub mod habit_rows;
pub mod hledger;
pub mod invoice_page;
pub mod invoice_status;
pub mod invoices;
pub mod items;
pub mod labels;
pub mod letters;
pub mod lookup;
pub mod next_step;
pub mod open_items;
pub mod page;
pub mod payer_data;
pub mod policy;
pub mod report_input;
pub mod show;
pub mod source_column;
pub mod stages;
pub mod statement;
pub mod statement_row;
pub mod stats;
pub mod task_reasons;
pub mod timeline;
pub mod transactions;
pub mod worklist;

use report_input::Report;

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
