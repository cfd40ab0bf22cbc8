//! The words of `call` in Dutch.

use super::letters::salutation_name;
use super::long_date::long_date;
use crate::language::call::{CallWords, MissedTerms};

/// The words of `call`.
pub const CALL: CallWords = CallWords {
    title: |name| format!("Bellen met {name}"),
    nothing_overdue: "Van deze klant is niets te laat: er is geen reden om te bellen.",
    nothing_overdue_but_noted: "Van deze klant is niets te laat. Bel alleen over wat is afgesproken of genoteerd.",
    all_on_hold: "Alles wat te laat is, ligt stil. Bel alleen over wat hieronder staat.",
    all_covered: "Wat te laat is en gevraagd wordt, is gedekt door wat al op rekening staat: wijs dat eerst toe, er is geen reden om te bellen.",
    money_in_hand: |amount| {
        format!(
            "Voor deze klant staat {amount} op rekening, bij geen factuur. Wat hieronder gevraagd wordt, is wat overblijft als \
             dat eraf gaat; wijs het eerst toe (`for:` of `apply`)."
        )
    },
    money_taken_off: |amount| {
        format!("„U heeft bij ons nog {amount} tegoed; dat heb ik er al afgehaald.”")
    },
    money_for_others: |amount, invoices| {
        format!(
            "„U heeft bij ons {amount} tegoed dat afgaat van {invoices}; in wat ik noemde is het niet verrekend.”"
        )
    },
    charges_not_owed: |number, amount| {
        format!(
            "In de boeken staat {amount} aan kosten op #{number} die deze klant niet verschuldigd is: `tegoed claim \
             {number}` zegt waarom. Vraag er niet om."
        )
    },
    discount: |number, enough, day| {
        format!(
            "Voor factuur {number} is {enough} genoeg bij betaling tot en met {}: dat is de betalingskorting.",
            long_date(day)
        )
    },
    not_by_phone: "Deze klant wil niet gebeld worden (`no: phone`). Schrijf liever.",
    preparation_heading: "Voor u belt",
    preparation: [
        "Kijk of het geld niet vanochtend is binnengekomen. Zeg alleen tegen de klant zelf waarover u belt, niet tegen een \
         huisgenoot, op het werk of op een antwoordapparaat.",
        "Kijk of het geld niet vanochtend is binnengekomen. Vraag naar degene die over de betalingen gaat, en zeg op een \
         antwoordapparaat alleen wie u bent en hoe u te bereiken bent.",
    ],
    script_heading: "Zo kunt u het zeggen",
    greeting: |business, whom| {
        // `De Jong B.V.` has the point of the sentence already.
        let business = business.trim_end_matches('.');
        let whom = whom.map_or_else(
            || "degene die over de betalingen gaat".to_owned(),
            name_in_sentence,
        );
        format!("„Goedemorgen, u spreekt met … van {business}. Spreek ik met {whom}?”")
    },
    invoice: |number, due, open| {
        format!(
            "„Ik bel over factuur {number}. Die had op {} betaald moeten zijn; er staat nog {open} open.”",
            long_date(due)
        )
    },
    invoices: |count, open, due| {
        format!(
            "„Ik bel over {count} facturen, samen {open}. De oudste had op {} betaald moeten zijn.”",
            long_date(due)
        )
    },
    invoice_in_parts: |number, due, open| {
        format!(
            "„Ik bel over factuur {number}. Daarvan zijn delen over tijd, het eerste sinds {}; het gaat om {open}.”",
            long_date(due)
        )
    },
    broken_promise: |made, by| {
        format!(
            "„Op {} zei u toe uiterlijk op {} te betalen. Wat is er tussengekomen?”",
            long_date(made),
            long_date(by)
        )
    },
    missed_plan: |made, missed, amount| {
        let (made, terms) = (long_date(made), missed_terms(missed));
        format!(
            "„Op {made} spraken wij een betalingsregeling af. {terms}; het gaat om {amount}. Wat is er tussengekomen?”"
        )
    },
    ended_plan: |made, missed, amount| {
        let (made, terms) = (long_date(made), missed_terms(missed));
        format!(
            "„Op {made} spraken wij een betalingsregeling af. {terms}, en volgens de regeling is dan alles te betalen wat nog openstaat: {amount}. Wat is er tussengekomen?”"
        )
    },
    question_of_several: "„Heeft u de facturen ontvangen, en is alles naar wens geleverd?”",
    question_of_disputed: "„Over uw klacht zijn wij nog in gesprek; dat deel vraag ik nu niet. Is er verder nog iets niet in orde?”",
    questions: [
        "„Heeft u de factuur ontvangen, en is alles naar wens geleverd?”",
        "„Wat is de reden dat er nog niet betaald is?”",
        "„Op welke dag kan ik de betaling verwachten, en welk bedrag?”",
        "„Dan noteer ik: dit bedrag, uiterlijk op die dag. Ik bevestig het u per e-mail. Dank u wel.”",
    ],
    question_advice: [
        "Wacht het antwoord af.",
        "Luister; vul niets in.",
        "Noem zelf geen dag.",
        "",
    ],
    held_heading: "Wat stilligt",
    held: |number, why, since, text| {
        let day = long_date(since);
        match text {
            "" => format!("Factuur {number}: {why} (sinds {day})."),
            _ => format!("Factuur {number}: {why} (sinds {day}): „{text}”."),
        }
    },
    last_time: |said| format!("Wat de klant de vorige keer zei: {said}."),
    answers_heading: "Wat u kunt horen, en wat dan helpt",
    answers: [
        (
            "forgot",
            "Vergeten",
            "Vraag of het vandaag kan, en stuur de factuur nog een keer.",
        ),
        (
            "admin",
            "Niet ontvangen, zoek, wacht op akkoord",
            "Vraag wat er ontbreekt en wie erover gaat; stuur het terwijl u belt.",
        ),
        (
            "cashflow",
            "Het geld is er nu niet",
            "Vraag wat wel kan: een deel vandaag, de rest in termijnen op betaaldagen. Leg het vast.",
        ),
        (
            "dissatisfied",
            "Niet tevreden",
            "Vraag wat er mis is en wat het zou oplossen; beloof wanneer u terugbelt. Wat niet betwist is, kan nu betaald worden.",
        ),
        (
            "none",
            "Geen reden, of boos",
            "Blijf rustig, herhaal het bedrag en de dag, en zeg wat de volgende stap is, niet meer dan dat.",
        ),
    ],
    record_heading: "Daarna in het journaal",
    record_instructions: [
        "Schrijf het meteen op, met daaronder `reason:` en het woord voor wat u hoorde:",
        "Zegde de klant iets toe, schrijf dan een regel eronder: de dag, `promise`, het bedrag en `by` met de dag. Nam niemand op: `outcome: no-answer`.",
    ],
};

/// The name within a sentence: `Dhr. J. van Dam` becomes `de heer Van Dam`.
fn name_in_sentence(whom: &str) -> String {
    let name = salutation_name(whom);
    if name.starts_with("heer ") {
        format!("de {name}")
    } else {
        name
    }
}

fn missed_terms(missed: MissedTerms<'_>) -> String {
    let (days, fully) = (
        missed.days,
        if missed.is_part_paid { "volledig " } else { "" },
    );
    match missed.count {
        1 => format!("De termijn van {days} is niet {fully}binnen"),
        _ => format!("De termijnen van {days} zijn niet {fully}binnen"),
    }
}
