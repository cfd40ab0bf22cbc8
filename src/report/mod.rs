//! Pages from what is owed: the bridge between reading and writing. Learns the reader's language; forgets accounts.

pub mod accountant;
pub mod advice;
pub mod ageing;
pub mod balance;
pub mod behaviour;
pub mod call;
pub mod claim;
pub mod customers;
pub mod deviations;
pub mod dossier;
pub mod export;
pub mod files;
pub mod forecast;
pub mod invoices;
pub mod letters;
pub mod policy;
pub mod recovery;
pub mod shared;
pub mod show;
pub mod stages;
pub mod statement;
pub mod stats;
pub mod unbilled;
pub mod vat;
pub mod worklist;

use shared::report_definition::Report;

/// Every report. A new one is a file or a folder beside this one, and a line here. (`accountant`, `dossier`, `export`,
/// `letters` and `policy` write what the commands of these names show, each in its own way.)
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
    &recovery::RECOVERY,
    &deviations::DEVIATIONS,
    &advice::ADVICE,
    &customers::CUSTOMERS,
    &invoices::INVOICES,
    &unbilled::UNBILLED,
    &vat::VAT,
    &stats::STATS,
    &files::FILES,
];
