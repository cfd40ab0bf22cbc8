//! The words for stages, holds and tasks in Dutch.

use super::long_date::long_date;
use crate::language::dunning::{
    ActionWords, BlockerWords, DunningHeadings, DunningWords, RemedyOfReason, TaskReasonWords,
    WaitWords,
};

/// The words for stages, holds and tasks.
pub const DUNNING: DunningWords = DunningWords {
    worklist: "Werklijst",
    stages: "Stand per openstaande post",
    heading: DunningHeadings {
        since: "Sinds",
        action: "Wat te doen",
        channel: "Hoe",
        owner: "Wie",
        reason: "Waarom",
        stage_date: "Verstuurd op",
        hold_until: "Opgeschort t/m",
        not_asked: "Nu niet te vragen",
        next_stage: "Volgende stap",
        next_date: "Mogelijk vanaf",
        blocked_by: "Wacht op",
    },
    stage: |name| {
        Some(match name {
            "courtesy" => "herinnering vooraf",
            "reminder" => "herinnering",
            "demand" => "aanmaning",
            "final" => "laatste aanmaning",
            "handover" => "overdracht",
            "suspension" => "opschorting",
            "promise-broken" => "toezegging niet nagekomen",
            "instalment-missed" => "termijn niet betaald",
            _ => return None,
        })
    },
    blocker: BlockerWords {
        bank_stale: "nieuwe bankgegevens",
        unallocated_money: "geld zonder bestemming",
        credit_covers_overdue: "tegoed dekt de schuld",
        below_tolerance: "te weinig open",
        below_minimum: "te klein voor een brief",
        no_agency: "klant niet overdragen",
        self_below: "klein: zelf innen",
        no_channel: "geen toegestane weg",
        barred: "vordering verjaard",
    },
    action: ActionWords {
        bank: "bank bijwerken",
        find_payer: "betaler zoeken",
        allocate: "betaling toewijzen",
        use_credit: "tegoed verrekenen",
        refund: "terugbetalen of houden",
        promise_broken: "toezegging niet nagekomen",
        instalment_missed: "termijn niet betaald",
        settlement_lapsed: "schikking verlopen",
        send: |stage, ways| match ways {
            "" => format!("{stage} sturen"),
            _ => format!("{stage} sturen ({ways})"),
        },
        phone: "bellen",
        follow_up: "terugkomen op",
        invoice: "factuur maken",
        propose_plan: "regeling voorstellen",
        send_invoice: "factuur opnieuw sturen",
        open_dispute: "klacht vastleggen",
        dispute: "klacht beantwoorden",
        credit_note: "creditnota sturen",
        hold: "pauze zonder einde",
        handover: "overdragen",
        write_costs: "kosten boeken",
        file_claim: "vordering indienen",
        suspension: "geleverd ondanks opschorting",
        resume: "werk hervatten",
        decide: "beslissen",
        close: "afsluiten",
        limitation: "verjaring stuiten",
        vat_reclaim: "btw terugvragen",
        vat_due_again: "btw weer afdragen",
    },
    reason: TaskReasonWords {
        due: |day| format!("vervaldag {day}"),
        gap: |day| format!("vorige brief {day}"),
        skipped: |day| format!("stap overgeslagen op {day}"),
        deadline: |sent, until| format!("brief van {sent} gaf tijd t/m {until}"),
        hold_over: |hold, day| format!("{hold} van {day} voorbij"),
        plan_part_missed: |day| format!("termijn van {day} gemist"),
        reversal: |day| format!("betaling gestorneerd op {day}"),
        call_open: |day| format!("brief verstuurd op {day}, nog niet gebeld"),
        letter_spoken: |day| format!("op {day} gezegd, dat is geen brief: stuur hem schriftelijk"),
        letter_too_short: |day| {
            format!("brief van {day} gaf een te korte termijn: stuur een nieuwe")
        },
        letter_asked_less: |day| {
            format!("brief van {day} vroeg niet alles wat nu gevraagd wordt: stuur een nieuwe")
        },
        call_missed: |day| format!("geen gehoor op {day}, opnieuw bellen"),
        barred_handover: "mag niet naar een incassobureau: overleggen, een regeling treffen, naar advocaat of rechter gaan, of afboeken",
        self_below: "minder dan `self-below` van het beleid, dus niemand anders erbij: overleggen, een regeling treffen, of afboeken",
        delivered: |day, words| match words {
            "" => format!("geleverd op {day}, nog geen factuur"),
            _ => format!("geleverd op {day}, nog geen factuur: {words}"),
        },
        barred_step: |step| {
            format!(
                "geen toegestane weg voor de stap {step}: overleggen, een ander adres vragen, een regeling treffen, naar advocaat of rechter gaan, of afboeken"
            )
        },
        below_minimum: |day| {
            format!(
                "minder dan het minimum voor een brief, vervaldag {day}: telefonisch vragen, meenemen in de volgende brief, of afboeken"
            )
        },
        broken_promise: |promised, by, received| {
            let promised = promised.map_or_else(|| "te betalen".to_owned(), str::to_owned);
            let by = by.map_or_else(String::new, |by| format!(" uiterlijk {by}"));
            format!("beloofd {promised}{by}, ontvangen {received}")
        },
        nothing_received: "niets",
        missed_instalments: |missing, days, count| {
            let parts = if count > 1 { "termijnen" } else { "termijn" };
            match missing {
                Some(missing) => format!("{missing} van de {parts} van {days} niet ontvangen"),
                None => format!("de {parts} van {days} te laat ontvangen"),
            }
        },
        costs_owed: |entry| {
            format!(
                "{entry}\nde termijn van de laatste brief is voorbij; wie ervan afziet, legt dat vast met een `note`"
            )
        },
        all_due: |amount| format!("daardoor is alles opeisbaar: {amount}"),
        reason_given: |day, reason, remedy| {
            let help = match remedy {
                RemedyOfReason::Plan => {
                    "termijnen afspreken op vaste dagen, en vastleggen met `plan` of `promise`"
                }
                RemedyOfReason::Invoice => {
                    "stuur de factuur met alle gegevens nog een keer, en leg dat vast met `email`"
                }
                RemedyOfReason::Dispute => "vraag wat er mis is, en leg het vast met `dispute`",
            };
            format!("{day}, {reason}: {help}")
        },
        untrue_stories: |count, day| {
            format!(
                "{count} keer klopte het verhaal niet, het laatst op {day}: overweeg stappen over te slaan (`skip …` met de reden), of leg vast waarom niet (`note`)"
            )
        },
        no_reason_told: |count, day| {
            format!(
                "{count} keer wilde de klant niet zeggen waarom hij niet betaalt, het laatst op {day}: overweeg stappen over te slaan (`skip …` met de reden), of leg vast waarom niet (`note`)"
            )
        },
        delivered_meanwhile: |day| {
            format!(
                "het werk is opgeschort sinds de brief van {day}: verder leveren, met de reden in een `note`, of de opschorting opheffen met `release`"
            )
        },
        suspension_paid: |day| {
            format!(
                "alles van de brief van {day} is voldaan: laat het de klant weten, en leg dat vast (of `release`)"
            )
        },
        appointment: |day, words| {
            let words = words.trim_end_matches('.');
            let about = if words.is_empty() { "" } else { ": " };
            format!(
                "afspraak voor {day}{about}{words}; schrijf op of die doorging (`outcome: held` of `missed`)"
            )
        },
        appointment_missed: |day, told, words| {
            let words = words.trim_end_matches('.');
            let about = if words.is_empty() { "" } else { ": " };
            let told = if told == day {
                String::new()
            } else {
                format!(", opgeschreven op {told}")
            };
            format!(
                "de afspraak voor {day} ging niet door{told}{about}{words}; maak een nieuwe, met de dag als `follow-up:`"
            )
        },
        ways_for_a_plan: "bellen, de regeling aanpassen (`plan`) of beëindigen (`release`)",
        follow_up_noted: |day, words| match words {
            "" => format!("genoteerd op {day}"),
            _ => format!("{day}: {words}"),
        },
        open_entry: |day, words| match words {
            "" => format!("sinds {day}"),
            _ => format!("sinds {day}: {words}"),
        },
        ladder_exhausted: |day| {
            format!(
                "alle stappen gedaan, de laatste op {day}: bellen, een regeling treffen, uit handen geven, naar de rechter gaan, of afboeken"
            )
        },
        payer_unknown: |text, candidate| {
            let asked = "wie betaalde? Vervang `unknown` door de klant of de factuur";
            let quoted = match text {
                "" => asked.to_owned(),
                text => format!("„{text}”: {asked}"),
            };
            match candidate {
                Some((number, name)) => {
                    format!("{quoted}; #{number} van {name} staat open voor precies dit bedrag")
                }
                None => quoted,
            }
        },
        nothing_open_for_payment: |refund| {
            format!("er staat niets voor open: `{refund}`, of `on-account` om het te houden")
        },
        nothing_open_for_credit: |refund, customer| {
            format!("er staat niets voor open: `{refund}`, of `note @{customer}` om het te houden")
        },
        only_charges: "hoofdsom betaald, kosten of rente open: vorderen (`claim`), of kwijtschelden (`waive`)",
        lapsed_settlement: |amount, by| format!("{amount} uiterlijk {by} niet ontvangen"),
        below_tolerance: |line| format!("te weinig om aan te manen: {line}"),
        bank_ends: |day| format!("bankgegevens lopen t/m {day}"),
        vat: |vat| format!("{vat} btw"),
        vat_at_rate: |vat, rate| format!("{vat} tegen {rate}"),
        vat_of_insolvent: |day| format!("insolvent sinds {day}"),
        vat_written_off: |day| format!("afgeboekt op {day}"),
        vat_settled: |day| format!("geschikt voor minder op {day}"),
        vat_credit_paid_out: |day| {
            format!("opgegeven, en het geld van een creditnota ervoor uitbetaald op {day}")
        },
        limitation_end: |day| format!("verjaart na {day}"),
        barred_claim: |day| {
            format!(
                "verjaard na {day}: een aanmaning, betaling of toezegging zoeken die het journaal mist, in der minne vragen, of afboeken"
            )
        },
    },
    nothing_to_do: |day| format!("Op {} is er niets te doen.", long_date(day)),
    nothing_for_owner: |day, name| {
        format!("Op {} is er voor {name} niets te doen.", long_date(day))
    },
    unknown_owner: |name| {
        format!(
            "Geen `owner` in het journaal heet \"{name}\": om wiens taken het gaat, is niet bekend."
        )
    },
    bank_unknown: "Er staat geen `bank-through` in het journaal: of alle ontvangsten geboekt zijn, is niet bekend.",
    known_on: "Met wat bekend is op",
    suspended_since: "Opgeschort sinds",
    only_charges: "alleen kosten",
    wait: WaitWords {
        heading: |stage| format!("Volgende stap: {stage}"),
        ladder_exhausted: "Alle stappen zijn gedaan.",
        after_due: |time, due| format!("{time} na de vervaldag {due}"),
        before_due: |time, due| format!("{time} voor de vervaldag {due}"),
        gap: |time, day| format!("{time} na de brief van {day}"),
        skipped: |time, day| format!("{time} nadat een stap werd overgeslagen op {day}"),
        deadline: |sent, until, buffer| match buffer {
            "" => format!("brief van {sent} gaf tijd t/m {until}"),
            _ => format!("brief van {sent} gaf tijd t/m {until}, en {buffer} voor de bank"),
        },
        hold: |hold, day| format!("{hold} van {day}"),
        reversal: |day| format!("storno van {day}"),
        possible_from: |day| format!("mogelijk vanaf {day}"),
        unknown: "nog onbekend",
    },
};
