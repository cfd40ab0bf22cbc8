//! The labels of letters outside the ladder, in Dutch.

use super::long_date::long_date;
use crate::language::extra_letters::{ArrangementWords, ExtraLetterWords, ItemStatusWords};

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
        kept_back: "nu niet gevraagd",
        conceded: "wordt gecrediteerd",
        partly_conceded: "deels te crediteren",
        in_plan: "in regeling",
        plan_offered: "regeling voorgesteld",
        settlement_offered: "schikking voorgesteld",
        promised: "toegezegd",
        handed_over: "uit handen gegeven",
        not_due: "niet vervallen",
    },
    arrangement: ArrangementWords {
        plan: |made, invoices, later, next| {
            let made = long_date(made);
            let next = next.map_or_else(String::new, |day| {
                format!("; de eerstvolgende termijn is die van {}", long_date(day))
            });
            format!(
                "Van {invoices} is {later} volgens de betalingsregeling van {made} later te betalen{next}."
            )
        },
        plan_offer: |made, invoices| {
            format!(
                "Voor {invoices} hebben wij u op {} een betalingsregeling voorgesteld.",
                long_date(made)
            )
        },
        settlement: |made, invoices, amount, by| {
            format!(
                "Ons voorstel van {} geldt nog: betaalt u voor {invoices} uiterlijk op {} {amount}, dan schelden wij de rest kwijt.",
                long_date(made),
                long_date(by)
            )
        },
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
