//! Opschriften in brieven naast de stappen, in het Nederlands.

use crate::language::occasions::OccasionWords;

/// What is said in Dutch.
pub const OCCASIONS: OccasionWords = OccasionWords {
    by: "Uiterlijk op",
    promised: "Toegezegd",
    received: "Ontvangen",
    term: "Termijn",
    signature: &["Naam", "Plaats en datum", "Handtekening"],
    agreed_plan: "Overeengekomen betalingsregeling",
    disputed: "Betwist bedrag",
    objection: "Uw bezwaar",
    open: "Nog open",
    to_pay: "Te betalen",
    remitted: "Kwijtschelding",
    state: "Stand",
    paid_in_full: "volledig betaald",
    paid_in_part: "deels betaald",
    what: "Omschrijving",
    payment: "Betaling",
    applied: "Verrekening",
    credit: "Creditnota",
    reversal: "Teruggeboekte betaling",
    given_up: "Kwijtschelding",
    on_account: "Tegoed",
    open_invoices: "Openstaande facturen",
    charges: "Bijkomende kosten en rente",
    balance: "Per saldo te betalen",
    balance_in_favour: "Per saldo in uw voordeel",
};
