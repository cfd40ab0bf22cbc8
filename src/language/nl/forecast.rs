//! The words of `forecast` in Dutch.

use crate::language::forecast::{ForecastKinds, ForecastLabels, ForecastReasons, ForecastWords};
use crate::language::habits::format_count;

use super::habits::format_lateness;

/// The words of `forecast`.
pub const FORECAST: ForecastWords = ForecastWords {
    title: "Verwachte ontvangsten",
    items: "Waar het op berust",
    label: ForecastLabels {
        week: "Week van",
        promised: "Toegezegd",
        planned: "Volgens regeling",
        by_habit: "Naar gewoonte",
        by_terms: "Op vervaldatum",
        amount: "Bedrag",
        items: "Posten",
        cumulative: "Opgeteld",
        expected: "Verwacht op",
        reason: "Waarom",
    },
    kind: ForecastKinds {
        later: "later",
        unknown: "onbekend",
        disputed: "betwist",
        conceded: "te crediteren",
        held: "pauze",
        handed_over: "overgedragen",
        insolvent: "insolvent",
    },
    reason: ForecastReasons {
        promise: "toegezegd",
        plan: "termijn van de regeling",
        missed_part: "een termijn van de regeling is gemist",
        usual_days: |days, items| {
            let items = format_count(items, "post", "posten");
            format!("gewoonlijk {} ({items})", format_lateness(days))
        },
        usual_when_late: |days, items| {
            let items = format_count(items, "eerdere post", "eerdere posten");
            format!("als {items} die zo laat waren: {}", format_lateness(days))
        },
        due_date: "vervaldatum; nog te weinig gegevens",
        too_few: "te laat; nog te weinig gegevens",
        too_late: |items, of| {
            format!("later dan gewoonlijk: zo laat waren {items} van {of} posten")
        },
        broken_promise: "toezegging niet nagekomen",
        no_due_date: "vervalt pas bij levering of een mijlpaal",
        disputed: "betwist",
        conceded: "toegegeven: er volgt een creditnota",
        held: "wij wachten",
        handed_over: "een ander int",
        insolvent: "insolvent; vordering indienen",
    },
    basis: "Berust op toezeggingen, regelingen en hoe laat elke klant gewoonlijk betaalt; niet op gevoel.",
    liquidity: |late, expected| {
        format!("Te laat is {late}. In deze weken komt naar verwachting {expected} binnen.")
    },
    waits_for_work: |amount| {
        format!(
            "{amount} vervalt pas als het werk zover is of geleverd is. Leg dat vast zodra het zo is."
        )
    },
    unknown_date: |amount| {
        format!("Van {amount} is niet te zeggen wanneer het komt. Bel, en leg een toezegging vast.")
    },
    on_account: |amount| {
        format!("Op rekening staat {amount}; dat is al binnen en komt niet nog eens.")
    },
};
