//! The sentences of Dutch law in Dutch.

use super::vat_return;
use crate::policy::jurisdiction::legal_words::{
    LegalRemarkWords, LegalWords, NoCostsWords, NoticeWords,
};
use crate::value::calendar::Duration;

/// The sentences of Dutch law in Dutch.
pub const DUTCH: LegalWords = LegalWords {
    tag: "nl",
    register: "KvK",
    notice_letter: "een veertiendagenbrief",
    collector_registration: "Wie voor een ander bij een consument int, moet bij Justis geregistreerd staan (Wki, sinds 1 \
                             april 2024; advocaten en deurwaarders niet): vraag een incassobureau naar zijn nummer.",
    notice: NOTICE,
    remark: REMARKS,
    no_costs: NO_COSTS,
    vat_boxes: vat_return::DUTCH_NAMES,
    collecting_for_others: Some(
        "Wie als bedrijf voor anderen incasseert bij natuurlijke personen, moet in het register van Justis staan en aan \
        kwaliteitseisen voldoen (Wki, sinds 1 april 2024; wie er al was sinds 1 april 2025; de wet is niet gelezen)",
    ),
};

/// What the last letter to a consumer must say (BW 6:96 lid 6), in the order of the letter.
const NOTICE: NoticeWords = NoticeWords {
    request: |amount, term| request_from(amount, term, "deze brief bij u is bezorgd"),
    request_by_mail: |amount, term| request_from(amount, term, "u dit bericht heeft ontvangen"),
    costs: |costs| {
        format!(
            "Ontvangen wij het volledige bedrag niet binnen deze termijn, dan bent u ons ook \
             incassokosten verschuldigd. Die bedragen {costs}."
        )
    },
    costs_with_vat: |costs, rate, tax, together| {
        format!(
            "Ontvangen wij het volledige bedrag niet binnen deze termijn, dan bent u ons ook \
             incassokosten verschuldigd. Die bedragen {together}: {costs} vermeerderd met {tax} \
             btw ({rate}). Wij laten de incasso door een derde verrichten en kunnen de btw die deze \
             ons in rekening brengt niet verrekenen; daarom zijn de kosten met die btw verhoogd."
        )
    },
    ground: "Deze kosten zijn berekend volgens artikel 6:96 van het Burgerlijk Wetboek en het \
             Besluit vergoeding voor buitengerechtelijke incassokosten.",
    ground_of_less: "Dat is minder dan artikel 6:96 van het Burgerlijk Wetboek en het Besluit \
                     vergoeding voor buitengerechtelijke incassokosten toestaan.",
    statutory_interest: "Vanaf de dag na de vervaldatum kunnen wij ook aanspraak maken op de \
                         wettelijke rente.",
    agreed_interest: "Vanaf de dag na de vervaldatum kunnen wij ook aanspraak maken op de \
                      overeengekomen rente.",
};

/// The request to pay within a time from the day after something happened.
fn request_from(amount: &str, term: Duration, event: &str) -> String {
    format!(
        "Wij geven u nog één keer de gelegenheid om zonder bijkomende kosten te betalen. Wij \
         verzoeken u {amount} te betalen binnen {} vanaf de dag nadat {event}.",
        term_in_words(term)
    )
}

/// A time to pay, with its number as a word where that is usual.
fn term_in_words(term: Duration) -> String {
    match term {
        Duration::Days(14) => "veertien dagen".to_owned(),
        Duration::Days(1) => "één dag".to_owned(),
        Duration::Months(1) => "één maand".to_owned(),
        Duration::Days(count) => format!("{count} dagen"),
        Duration::Months(count) => format!("{count} maanden"),
        Duration::Minutes(count) => format!("{count} minuten"),
    }
}

const REMARKS: LegalRemarkWords = LegalRemarkWords {
    day_count: "Hoe dagen meetellen zegt de wet niet; dit is gebruikelijk.",
    chosen_law: |country| {
        format!(
            "Berekend naar Nederlands recht, dat volgens het journaal is afgesproken (`law:`; Rome I art. 3, onbevestigd: \
             niet nagezocht). Zonder die afspraak kan voor een klant in {country} ander recht gelden."
        )
    },
    law_of_seller: |country| {
        format!(
            "Berekend naar Nederlands recht, dat van de verkoper: tussen bedrijven beheerst dat een koop of een dienst \
             waarvoor geen ander recht is afgesproken (Rome I art. 4, onbevestigd: niet nagezocht). Is het recht van \
             {country} afgesproken, schrijf dan `law: {country}` onder de klant: dan worden alleen hoofdsom en \
             geschreven kosten gevorderd."
        )
    },
    law_of_consumer: |country| {
        format!(
            "Berekend naar Nederlands recht, dat van de consument: het geldt als een verkoper uit {country} hier met \
             consumenten zaken doet (Rome I art. 6, onbevestigd: niet nagezocht)."
        )
    },
    letter: |sent, came, last| {
        format!("Veertiendagenbrief van {sent}: ontvangen op {came}, laatste dag {last}.")
    },
    letter_by_post: |sent, came, last| {
        format!(
            "Veertiendagenbrief van {sent}: vermoedelijk ontvangen op {came}, de tweede bezorgdag \
             (ECLI:NL:HR:2016:2704); laatste dag {last}. De ontvangst moet u bewijzen: `received:` legt haar vast."
        )
    },
    letter_by_mail: |sent, came, last| {
        format!(
            "Veertiendagenbrief van {sent} per e-mail: aangenomen is dat hij dezelfde dag aankwam, {came} (onbevestigd: \
             niet nagezocht); laatste dag {last}. De ontvangst moet u bewijzen: `received:` legt haar vast."
        )
    },
    announced_more: |sent, announced, lawful| {
        format!(
            "De brief van {sent} kondigde {announced} aan; de wet geeft {lawful}. Meer dan de wet geeft wordt niet \
             gevorderd, en een rechter kan alles afwijzen (ECLI:NL:RBROT:2020:9162, onbevestigd: één bron)."
        )
    },
    fee_within_scale: |fees, scale| {
        format!(
            "Aanmaankosten van {fees} waarvan niets laat zien dat ze zijn afgesproken, vallen binnen wat de staffel voor \
             al het innen geeft, {scale} (BIK art. 2): ze gaan af van de incassokosten."
        )
    },
    joint_demand: |sent, earlier| {
        format!(
            "De veertiendagenbrief van {sent} had één kunnen zijn met {}: hun facturen waren toen alle te laat. De \
             hoofdsommen worden opgeteld, en hij geeft wat de som meer geeft dan de andere (BW 6:96 lid 7).",
            if sent == earlier {
                "een andere van die dag".to_owned()
            } else {
                format!("die van {earlier}")
            }
        )
    },
    paid_within_term: |before, after| {
        format!(
            "Binnen de veertien dagen is een deel betaald: de kosten zijn berekend over de rest, {after} in plaats van \
             {before} (ECLI:NL:HR:2016:2704)."
        )
    },
    too_much: "een consument is niet meer verschuldigd dan de wet geeft en de brief aankondigde (BW 6:96 lid 5)",
    above_scale: |invoice, written, scale| {
        format!(
            "Op {invoice} staan kosten van {written}; de staffel geeft {scale}. Bedrijven mogen meer afspreken, en een \
             rechter kan dat matigen tot de staffel (ECLI:NL:HR:2015:1868)."
        )
    },
    vat_must_be_declared: "Btw over de kosten mag alleen als de aanmaning zegt dat een derde incasseert en dat u diens \
        btw niet kunt aftrekken (BIK art. 2 lid 3).",
    vat_deducted: "Geen btw over de kosten: u trekt de btw af die de incassant rekent (BIK art. 2 lid 3).",
    consumer_rate: "Rente tegen een percentage dat met een consument is afgesproken: een rechter kan een hoger \
        percentage dan het wettelijke als oneerlijk beding terzijde stellen (onbevestigd: niet nagezocht).",
    terms_not_agreed: "Het journaal zegt niet dat deze consument met de betaaltermijn instemde (`agreed`). Een \
        vervaldag die alleen op de factuur staat, brengt niemand in verzuim: dan loopt de rente pas na een \
        ingebrekestelling (BW 6:82, onbevestigd: niet nagezocht).",
    terms_too_long: |invoice, days, most, from| {
        format!(
            "{invoice} geeft {days} dagen om te betalen, waar de wet {most} dagen toestaat: meer kan nietig zijn, en de rente \
             loopt dan vanaf {from} (BW 6:119a). Hier is gerekend vanaf de vervaldag."
        )
    },
    business_terms_not_agreed: |invoice, days, from| {
        format!(
            "Het journaal zegt niet dat de klant met de {days} dagen van {invoice} akkoord ging (`agreed`). Zonder afspraak \
             geeft de wet 30 dagen na ontvangst: rente en kosten zijn dan pas vanaf {from} verschuldigd (BW 6:119a lid 2)."
        )
    },
    rate_below_statutory: |agreed, by_law| {
        format!(
            "De rente van het beleid, {agreed}, is lager dan de wettelijke, {by_law}: alleen een hogere komt in de plaats \
             van de wettelijke (BW 6:119 lid 3). Er is met de lagere gerekend; `interest: statutory` vraagt de wettelijke."
        )
    },
    late_credit: |invoice, amount, date, interest| {
        format!(
            "{amount} van {invoice} is op {date} gecrediteerd, na de vervaldag, en tot dan is daarover {interest} rente \
             gerekend. Zegt de creditnota dat het nooit verschuldigd was, dan is die er niet: dat gaat eraf (BW 6:119)."
        )
    },
    old_contract: |before| {
        format!(
            "Contracten van vóór {before} dragen misschien nog de oude opslag van 7 punten in plaats van 8 (onbevestigd: \
             één bron)."
        )
    },
    barred: |invoice, last| {
        format!(
            "{invoice} is verjaard sinds {last}: de klant mag weigeren, en het journaal kent niets dat de verjaring \
             stuitte (BW 3:307)."
        )
    },
    limitation_end: |invoice, last| {
        format!(
            "{invoice} verjaart na {last}. Een schriftelijke aanmaning waarin u zich uw recht voorbehoudt, stuit dat (BW \
             3:317)."
        )
    },
    sale_barred: |invoice, last| {
        format!(
            "Gaat {invoice} over een roerende zaak die aan een consument is verkocht, dan is zij verjaard sinds {last} \
             (BW 7:28)."
        )
    },
    sale_limitation_end: |invoice, last| {
        format!(
            "Gaat {invoice} over een roerende zaak die aan een consument is verkocht, dan verjaart zij na {last} (BW \
             7:28). Een schriftelijke aanmaning waarin u zich uw recht voorbehoudt, stuit dat (BW 3:317)."
        )
    },
    without_demand: |least| {
        format!(
            "Zonder aanmaning is een bedrijf {least} verschuldigd (BW 6:96 lid 4). Er staat geen brief in het journaal: \
             meer kan betwist worden als er niets is gedaan om te innen (onbevestigd: niet nagezocht)."
        )
    },
    repeated_costs: "Van deze consument worden binnen zes maanden meer dan eens kosten gevraagd: sinds 1 oktober 2024 zijn \
        die begrensd bij kleine terugkerende schulden (Wki; het besluit is niet gelezen).",
};

const NO_COSTS: NoCostsWords = NoCostsWords {
    no_letter: "een consument is ze pas verschuldigd als een veertiendagenbrief is verlopen, en die is niet verstuurd \
        (BW 6:96 lid 6)",
    letter_too_early: |sent| {
        format!(
            "de veertiendagenbrief van {sent} ging uit voordat het bedrag te laat was (BW 6:96 lid 6)"
        )
    },
    no_amount: |sent| {
        format!(
            "het journaal zegt niet welk bedrag de veertiendagenbrief van {sent} aankondigde; schrijf het als `costs:`"
        )
    },
    term_too_short: |sent, named, lawful| {
        format!(
            "de brief van {sent} noemde {named} als laatste dag, de wet geeft tot en met {lawful}; alleen een nieuwe \
             brief herstelt dat (ECLI:NL:HR:2016:2704)"
        )
    },
    term_running: |sent, from| {
        format!(
            "de veertiendagenbrief van {sent} is niet verlopen; kosten kunnen vanaf {from} gevraagd worden"
        )
    },
    no_scale: "de debiteur was in verzuim vóór 1 juli 2012, toen de staffel inging (BIK art. 3)",
    joint_demand: |earlier| {
        format!(
            "de brief had één kunnen zijn met die van {earlier}, en de kosten van beide samen zitten in de vordering van \
             die brief (BW 6:96 lid 7)"
        )
    },
    paid_in_time: "alles wat de brief vroeg, is binnen de veertien dagen betaald",
};
