//! The words of `advice` in Dutch.

use crate::language::advice::{
    AdviceLabels, AdviceRemarks, AdviceWords, CostWords, EffortSummary, RemedyWords, VerdictWords,
    format_minutes,
};
use crate::language::habits::format_count;

/// The words of `advice`.
pub const ADVICE: AdviceWords = AdviceWords {
    title: |invoice| format!("Wat te doen met factuur {invoice}"),
    label: AdviceLabels {
        open: "Openstaand",
        effort: "Al besteed",
        letter: "Laatste brief",
        relation: "Relatie",
        place: "Plaats",
        remedy: "Weg",
        chance: "Kans",
        expected: "Verwacht",
        cost: "Kosten",
        result: "Levert op",
        break_even: "Minstens (%)",
        verdict: "Oordeel",
        why: "Waaruit de kosten bestaan",
    },
    remedy: RemedyWords {
        self_collection: "zelf doorgaan",
        agency: "incassobureau",
        lawyer: "advocaat",
        court: "rechter",
        stop: "stoppen",
    },
    verdict: VerdictWords {
        best: "beste",
        worthwhile: "de moeite waard",
        not_worthwhile: "niet de moeite waard",
        worthwhile_from_chance: |least| match least {
            0 => "bij elke kans".to_owned(),
            _ => format!("vanaf {least}% kans"),
        },
        cost_unknown: "kosten onbekend",
        below_threshold: "te klein voor hulp",
        not_yet: "nog niet",
        no_handover: "niet bij deze klant",
        insolvent: "klant is insolvent",
        no_further_cost: "kost niets meer",
    },
    cost: CostWords {
        time: |minutes, worth| time_with_value(minutes, worth),
        time_as_before: |minutes, worth| format!("nog eens {}", time_with_value(minutes, worth)),
        fee: |fee| format!("{fee} vast"),
        share: |share| format!("{share} van wat binnenkomt"),
        court: |fee| format!("{fee} griffierecht"),
    },
    remark: REMARKS,
    asked: |asked| format!("; nu te vragen {asked}"),
    open: |amount, late| match late {
        Some(days) if days > 0 => {
            let days = format_count(usize::try_from(days).unwrap_or(0), "dag", "dagen");
            format!("{amount}, {days} te laat")
        }
        _ => format!("{amount}, nog niet te laat"),
    },
    effort: |it| {
        let EffortSummary {
            minutes,
            worth,
            costs,
            percent,
            is_at_least,
        } = it;
        let mut parts: Vec<String> = Vec::new();
        if *minutes > 0 {
            parts.push(time_with_value(*minutes, worth.as_deref()));
        }
        parts.extend(costs.iter().cloned());
        let sum = parts.join(" en ");
        match (sum.is_empty(), percent) {
            (true, _) => "niets opgeschreven".to_owned(),
            (_, Some(percent)) => {
                let least = if *is_at_least { "ten minste " } else { "" };
                format!("{sum}; {least}{percent}% van wat openstaat")
            }
            _ => sum,
        }
    },
    relation: |invoices, since, turnover, pattern| {
        let invoices = format_count(invoices, "factuur", "facturen");
        format!("{invoices} sinds {since}, samen {turnover}; {pattern}")
    },
    no_letter: "geen",
    nothing_open: "Van deze factuur staat niets open.",
};

const REMARKS: AdviceRemarks = AdviceRemarks {
    best: |remedy, amount| format!("Het beste: {remedy}; dat levert naar verwachting {amount} op."),
    best_stop: "Het beste: stoppen. Geen andere weg brengt meer op dan hij kost.",
    plan_goes_on: |day| {
        format!(
            "Er loopt een betalingsregeling van {day}: vraag alleen wat daarvan gemist is, of beslis dat zij eindigt (`release`)."
        )
    },
    conceded: "Er is een bedrag toegegeven: schrijf eerst de creditnota.",
    no_chance: "Kansen worden hier niet verzonnen. Geef ze zelf: `--chance self=60% --chance agency=70%`, of `--chance \
                60%` voor alles. Tot dan staat er hoe groot de kans minstens moet zijn.",
    no_hourly_rate: "Eigen tijd kost hier niets. Met `--hour 60` telt een uur voor 60.",
    no_agency_share: "Wat een incassobureau houdt staat nergens: geef het met `--agency 15%`.",
    no_lawyer_fee: "Wat een advocaat vraagt staat nergens: geef het met `--lawyer 250`.",
    court_source: |source, doubt| match doubt {
        Some(doubt) => format!("Griffierecht volgens {source} ({doubt})."),
        None => format!("Griffierecht volgens {source}."),
    },
    court_stale: |day| {
        format!("De griffierechten zijn gecontroleerd tot en met {day}; het bedrag is voorlopig.")
    },
    court_fee_before_table: |day| match day {
        Some(day) => format!("Griffierechten zijn hier bekend vanaf {day}."),
        None => "Griffierechten zijn hier niet bekend.".to_owned(),
    },
    no_law: "Van het land van deze klant, of van deze valuta, zijn geen griffierechten bekend.",
    court_fee_of_whole: |[claim, fee, open, lower]| {
        format!(
            "Het griffierecht volgt alles wat gevorderd wordt: {fee} voor {claim}, rente en kosten inbegrepen. Wie alleen \
             de {open} vordert, betaalt {lower}."
        )
    },
    needs_lawyer: "Een vordering van deze hoogte gaat naar de rechter voor grotere vorderingen: een advocaat is daar \
                   verplicht.",
    court_without_bailiff: "Wat de deurwaarder voor de dagvaarding vraagt, is niet meegerekend.",
    court_fee_recovery: "Wie wint krijgt het griffierecht meestal terug; daar is niet op gerekend.",
    court_place: |place| {
        format!("De rechter zit bij de klant: {place}. Tel reistijd mee met `--time court=3h`.")
    },
    insolvent: |day| {
        format!(
            "De klant is insolvent sinds {day}: dien de vordering in bij de curator of bewindvoerder."
        )
    },
    no_handover: "Deze klant gaat niet naar een incassobureau: zo staat het bij de klant (`no: agency`).",
    steps_left: |stage, day| match day {
        Some(day) => format!("Eerst zelf: de stap {stage} kan vanaf {day}. Daarna pas een ander."),
        None => format!("Eerst zelf: de stap {stage} is nog niet gezet. Daarna pas een ander."),
    },
    below_threshold: |least| {
        format!("Onder {least} is hulp van buiten te duur: zelf doorgaan of stoppen.")
    },
    disputed: "De factuur wordt betwist: los eerst het geschil op.",
    handed_over: "De factuur is al uit handen gegeven.",
    effort_exceeds_open: "Er is al meer aan besteed dan er openstaat.",
    relation: |turnover| {
        format!("Uit handen geven kan u de klant kosten; hij kocht tot nu toe voor {turnover}.")
    },
    vat: |amount, day| {
        format!(
            "Er zit {amount} btw in. Blijft het onbetaald, dan kan die terug, uiterlijk op {day}."
        )
    },
    vat_now: |amount, day| format!("{amount} btw kan worden teruggevraagd, sinds {day}."),
    vat_again: |amount, day| format!("{amount} btw moet weer worden afgedragen, sinds {day}."),
    decision_entry: |line| format!("Leg het besluit vast, met de reden:\n{line}"),
    decision_text: "Besloten: … omdat …",
    not_advice: "Verzameld uit openbare bronnen door mensen die geen jurist zijn; geen juridisch advies.",
};

fn time_with_value(minutes: u64, worth: Option<&str>) -> String {
    let time = format_minutes(minutes, "uur", ["minuut", "minuten"]);
    worth.map_or_else(|| time.clone(), |worth| format!("{time} ({worth})"))
}
