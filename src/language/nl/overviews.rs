//! The words of the lists over all customers in Dutch.

use super::long_date::long_date;
use crate::language::overviews::{
    DetailPageWords, DeviationWords, ListWords, RecoveryWords, UnbilledWords,
};

/// The words of the lists over all customers.
pub const OVERVIEWS: ListWords = ListWords {
    show: DetailPageWords {
        policy: "beleid",
        documents: "Documenten",
        plans: "Betalingsregelingen",
        plan: "Regeling van",
        part_paid: "betaald",
        part_missed: "gemist",
        part_open: "komt nog",
        plan_offered: "voorgesteld, niet getekend",
        plan_replaced: |day| format!("vervangen op {day}"),
        plan_ended: |day| format!("beëindigd op {day}"),
        agreed_version: |from| format!("versie vanaf {from}"),
        with: |name| format!("met {name}"),
        verified: |so| {
            if so {
                "nagegaan: klopt"
            } else {
                "nagegaan: klopt niet"
            }
        },
        satisfied: |so| {
            if so {
                "tevreden over het werk"
            } else {
                "niet tevreden over het werk"
            }
        },
        cost: |amount| format!("kosten {amount}"),
        spent: |minutes| format!("{minutes} min"),
        first_contact: "Eerste contact",
        contacted: |day, days| match days {
            0 => format!("{day}, op de eerste dag dat hij te laat was"),
            1 => format!("{day}, 1 dag nadat hij te laat werd"),
            _ => format!("{day}, {days} dagen nadat hij te laat werd"),
        },
        commission: |commission| format!("provisie {commission}"),
        less: "aftrek",
        vat_rate: "Btw-tarief",
        net: "Zonder btw",
        vat: "Btw",
    },
    unbilled: UnbilledWords {
        title: "Geleverd, te factureren",
        days: "Dagen geleden",
        invoice_by: "Factuur uiterlijk",
        nothing: |day| {
            format!(
                "Op {} is er niets geleverds meer te factureren.",
                long_date(day)
            )
        },
        hint: "Een factuur haalt een levering van deze lijst door de dag ervan te noemen: `delivered: DAG` eronder.",
    },
    deviation: DeviationWords {
        title: "Afwijkingen van het beleid",
        what: "Wat",
        reason: "Reden",
        no_reason: "(niet opgeschreven)",
        accepted: "melding aanvaard",
        left_out: "niet gedaan",
        too_early: "te vroeg",
        no_fee: "vergoeding niet gevraagd",
        terms: "andere termijn",
        in_place_of: |own, of_policy| format!("{own} in plaats van {of_policy}"),
        due_in_place_of: |due, by_policy| format!("vervalt {due} in plaats van {by_policy}"),
        nothing: |day| {
            format!(
                "Tot en met {} is er geen stap overgeslagen of te vroeg gezet, geen vergoeding van een stap achterwege gelaten, niets kwijtgescholden, afgeboekt, gepauzeerd of geschikt, geen andere termijn gegeven, geen regeling of overdracht tegen het beleid in gemaakt en geen melding aanvaard.",
                long_date(day)
            )
        },
    },
    recovery: RecoveryWords {
        title: "Wat er binnenkwam van wat te laat was",
        class: |days| match days {
            0 => "te laat".to_owned(),
            _ => format!("meer dan {days} dagen te laat"),
        },
        later_than: "Hoe laat",
        items: "Posten",
        owed: "Toen open",
        received: "Sindsdien binnen",
        percent: "In procenten",
        nothing: |day| format!("Tot en met {} was er niets te laat.", long_date(day)),
        basis: "Elke post telt mee in elke regel waarvoor hij laat genoeg was, met wat er op dat moment van open stond; creditnota's gaan eraf. Wat nog open staat kan nog binnenkomen. Bij minder dan drie posten staat er geen aandeel.",
        advice: |items, days, percent| {
            let late = match days {
                0 => "te laat waren".to_owned(),
                _ => format!("meer dan {days} dagen te laat waren"),
            };
            format!(
                "Van {items} posten die {late} kwam tot nu toe {percent}% van wat open stond binnen (`tegoed recovery`). Geldt dat hier ook: `--chance {percent}%`."
            )
        },
    },
};
