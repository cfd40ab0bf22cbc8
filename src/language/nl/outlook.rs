//! What may be expected to come in, in Dutch.

use crate::language::habits::many;
use crate::language::outlook::{OutlookKinds, OutlookLabels, OutlookReasons, OutlookWords};

use super::habits::lateness;

/// What `forecast` says.
pub const OUTLOOK: OutlookWords = OutlookWords {
    title: "Verwachte ontvangsten",
    items: "Waar het op berust",
    label: OutlookLabels {
        week: "Week van",
        promised: "Toegezegd",
        planned: "Volgens regeling",
        by_habit: "Naar gewoonte",
        by_terms: "Op vervaldatum",
        amount: "Bedrag",
        items: "Posten",
        cumulative: "Opgeteld",
        expected: "Verwacht op",
        why: "Waarom",
    },
    kind: OutlookKinds {
        later: "later",
        unknown: "onbekend",
        disputed: "betwist",
        held: "pauze",
        handed_over: "overgedragen",
        insolvent: "insolvent",
    },
    why: OutlookReasons {
        promised: "toegezegd",
        planned: "termijn van de regeling",
        usual: |days, items| {
            let items = many(items, "post", "posten");
            format!("gewoonlijk {} ({items})", lateness(days))
        },
        recovered: |days, items| {
            let items = many(items, "eerdere post", "eerdere posten");
            format!("als {items} die zo laat waren: {}", lateness(days))
        },
        due: "vervaldatum; nog te weinig gegevens",
        too_few: "te laat; nog te weinig gegevens",
        too_late: |items, of| {
            format!("later dan gewoonlijk: zo laat waren {items} van {of} posten")
        },
        broken: "toezegging niet nagekomen",
        no_due_date: "vervalt pas bij levering",
        disputed: "betwist",
        held: "wij wachten",
        handed_over: "een ander int",
        insolvent: "insolvent; vordering indienen",
    },
    rests: "Berust op toezeggingen, regelingen en hoe laat elke klant gewoonlijk betaalt; niet op gevoel.",
    liquidity: |late, expected| {
        format!("Te laat is {late}. In deze weken komt naar verwachting {expected} binnen.")
    },
    ask: |amount| {
        format!("Van {amount} is niet te zeggen wanneer het komt. Bel, en leg een toezegging vast.")
    },
    on_account: |amount| {
        format!("Op rekening staat {amount}; dat is al binnen en komt niet nog eens.")
    },
};
