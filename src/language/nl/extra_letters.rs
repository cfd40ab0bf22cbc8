//! The labels of letters outside the ladder, in Dutch.

use crate::language::extra_letters::{ExtraLetterWords, ItemStatusWords};

/// The labels of letters outside the ladder.
pub const EXTRA_LETTER_WORDS: ExtraLetterWords = ExtraLetterWords {
    by: "Uiterlijk op",
    promised: "Toegezegd",
    received: "Ontvangen",
    instalment: "Termijn",
    signature: &["Naam", "Plaats en datum", "Handtekening"],
    agreed_plan: "Overeengekomen betalingsregeling",
    disputed: "Betwist bedrag",
    objection: "Uw bezwaar",
    open: "Nog open",
    to_pay: "Te betalen",
    remitted: "Kwijtschelding",
    status: "Stand",
    paid_in_full: "volledig betaald",
    paid_in_part: "deels betaald",
    movement: "Omschrijving",
    payment: "Betaling",
    applied: "Verrekening",
    credit: "Creditnota",
    reversal: "Teruggeboekte betaling",
    item_status: ItemStatusWords {
        disputed: "betwist",
        partly_disputed: "deels betwist",
        conceded: "wordt gecrediteerd",
        partly_conceded: "deels te crediteren",
        in_plan: "in regeling",
        promised: "toegezegd",
        handed_over: "uit handen gegeven",
        not_due: "niet vervallen",
    },
    discount: "Betalingskorting",
    adjustment: "Correctie",
    waived: "Kwijtschelding",
    on_account: "Tegoed",
    open_invoices: "Openstaande facturen",
    charges: "Bijkomende kosten en rente",
    balance: "Per saldo open",
    balance_in_favour: "Per saldo in uw voordeel",
};
