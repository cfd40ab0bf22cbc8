//! The words of `behaviour` in Dutch.

use crate::language::habits::{
    DsoCalculation, HabitLabels, HabitWords, LimitWords, NonPaymentReasonWords, PatternWords,
    format_count, format_half,
};

/// The words of `behaviour`.
pub const HABITS: HabitWords = HabitWords {
    title: "Betaalgedrag",
    label: LABELS,
    pattern: PatternWords {
        too_few: "te weinig gegevens",
        quiet: "laatste 12 maanden niets",
        on_time: "op tijd",
        one_off: "eenmalig te laat",
        occasional: "soms te laat",
        recurring: "steeds weer te laat",
    },
    of_recent: |late, count| format!("{late} van {count} in de laatste 12 maanden"),
    too_few: |settled, enough| {
        let items = format_count(settled, "post", "posten");
        format!("{items} betaald; cijfers vanaf {enough}")
    },
    settled: |settled, on_time, percent| {
        let items = format_count(settled, "post", "posten");
        match percent {
            Some(percent) => format!("{items}, waarvan {on_time} op tijd ({percent}%)"),
            None => format!("{items}, waarvan {on_time} op tijd"),
        }
    },
    format_lateness,
    days: |days| format!("{days} dagen na de vervaldatum"),
    trend: |days, [last, before]| {
        let (last, before) = (format_lateness(last), format_lateness(before));
        format!("{days}; mediaan {last}, daarvoor {before}")
    },
    overdue: |count, amount, days| {
        let items = format_count(count, "post", "posten");
        let days = format_count(usize::try_from(days).unwrap_or(0), "dag", "dagen");
        format!("{items}, {amount}, tot {days}")
    },
    lost: |count| format_count(count, "post", "posten"),
    promises: |kept, broken| format!("{kept} nagekomen, {broken} niet"),
    turnover: |count, amount| {
        let invoices = format_count(count, "factuur", "facturen");
        format!("{invoices}, samen {amount} met btw")
    },
    dso: |it| {
        let DsoCalculation {
            days,
            open,
            invoiced,
            period,
            from,
            to,
        } = it;
        format!(
            "DSO {days} dagen = {open} open ÷ {invoiced} gefactureerd × {period} dagen ({from} t/m {to}; \
             met btw, creditnota's eraf)"
        )
    },
    no_invoices: "Aan deze klant is nog niets gefactureerd.",
    no_friendly_contact: "geen: deze klant hoort alleen rekeningen",
    items: "Betaalde posten",
    reasons: "Redenen die klanten geven",
    no_reasons: "Er is voor niemand een reden opgeschreven.",
    reason: NonPaymentReasonWords {
        forgot: "vergeten",
        admin: "administratie",
        cashflow: "geldgebrek",
        dissatisfied: "ontevreden",
        dispute: "betwist",
        none: "geen reden",
    },
    reason_counts: |times, verified, refuted| {
        let checked = [(verified, "klopte"), (refuted, "klopte niet")];
        let checked = checked.iter().filter(|(count, _)| *count > 0);
        let checked: Vec<String> = checked
            .map(|(count, word)| format!("{count} {word}"))
            .collect();
        if checked.is_empty() {
            format!("{times}×")
        } else {
            format!("{times}× ({})", checked.join(", "))
        }
    },
    reason_advice: NonPaymentReasonWords {
        forgot: "Wat helpt als iemand het vergeet: een vriendelijke herinnering een week voor de vervaldatum.",
        admin: "Wat helpt bij een rommelige administratie: stuur de factuur opnieuw met alle gegevens, en vraag wie \
                haar goedkeurt en wanneer er betaald wordt.",
        cashflow: "Wat helpt bij geldgebrek: spreek termijnen af op vaste dagen, en vraag bij nieuw werk een \
                   aanbetaling.",
        dissatisfied: "Wat helpt bij ontevredenheid: los eerst de klacht op; tot dan helpt geen brief.",
        dispute: "Wat helpt bij een betwisting: los eerst het geschil op; over de rest mag u gewoon vragen.",
        none: "Wie geen reden geeft: vraag ernaar en zoek uit of het klopt voor u verdere stappen zet.",
    },
    limit: LIMITS,
};

const LIMITS: LimitWords = LimitWords {
    credit_limit: "Kredietlimiet",
    of_limit: |limit, owed| format!("{limit}, waarvan {owed} in gebruik"),
    above_limit: |limit, owed| format!("{limit}, maar er staat {owed} open"),
    exceeded: "Boven de limiet",
    exceeded_with: |invoice, owed, day| format!("{day} met factuur #{invoice}: {owed}"),
    trial: "Proefperiode",
    not_begun: |limit| format!("begint bij de eerste factuur, limiet {limit}"),
    trial_dates: |limit, from, over| format!("{from} tot {over}, limiet {limit}"),
    passed: |day, settled| {
        let items = format_count(settled, "post", "posten");
        format!("geslaagd op {day}: {items} betaald, geen te laat")
    },
    failed_above: |day, invoice, owed| {
        format!("niet geslaagd: op {day} stond er {owed} open, met factuur #{invoice}")
    },
    failed_late: |day, invoice| {
        format!(
            "niet geslaagd: factuur #{invoice} was op {day} te laat, ook met marge voor de bank"
        )
    },
    running: |settled| {
        let items = format_count(settled, "post", "posten");
        format!("loopt nog: {items} betaald, geen te laat")
    },
    unproven: "de tijd is om, maar er is nog niets betaald",
};

const LABELS: HabitLabels = HabitLabels {
    settled: "Betaald",
    on_time: "Op tijd",
    on_time_share: "Op tijd (%)",
    median: "Mediaan dagen",
    weighted: "Gewogen dagen",
    worst: "Langst dagen",
    last_five: "Laatste vijf",
    pattern: "Patroon",
    overdue: "Nu te laat",
    promises_kept: "Nagekomen",
    promises_broken: "Niet nagekomen",
    promises: "Toezeggingen",
    reasons: "Redenen",
    reason: "Reden",
    times: "Keer",
    verified: "Klopte",
    refuted: "Klopte niet",
    since: "Klant sinds",
    friendly_contact: "Laatste vriendelijke contact",
    turnover: "Omzet",
    dso: "DSO",
    settled_on: "Betaald op",
    days: "Dagen te laat",
    median_fact: "Mediaan",
    weighted_fact: "Gewogen naar bedrag",
    worst_fact: "Langst",
    written_off: "Afgeboekt",
    insolvent: "Insolvent sinds",
};

/// The days late as text, from a number of halves: 7 means 3.5 days.
pub fn format_lateness(halves: i64) -> String {
    let days = format_half(halves, ',');
    let days = if days == "1" {
        "1 dag".to_owned()
    } else {
        format!("{days} dagen")
    };
    match halves {
        0 => "op de vervaldatum".to_owned(),
        1.. => format!("{days} na de vervaldatum"),
        _ => format!("{days} voor de vervaldatum"),
    }
}
