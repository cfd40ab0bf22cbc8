//! The words of `claim` in Dutch.

use crate::language::claim::{
    ClaimHeadings, ClaimLineWords, ClaimRemarkWords, ClaimTotalWords, ClaimWords,
    DifferenceCauseWords, DoubtWords, NoCostsWords,
};

/// The words of `claim`.
pub const CLAIM: ClaimWords = ClaimWords {
    title: |name| format!("Vordering op {name}"),
    debtor: "Debiteur",
    law: "Recht",
    count: "Dagtelling",
    heading: ClaimHeadings {
        from: "Van",
        to: "T/m",
        days: "Dagen",
        base: "Over",
        rate: "Jaarrente",
        source: "Grond",
    },
    line: ClaimLineWords {
        principal: "hoofdsom",
        interest: "rente",
        costs: "incassokosten",
        fee: "aanmaankosten",
        vat: "btw over kosten",
        payment: "betaling",
        reversal: "storno",
        credit: "creditering",
        waiver: "kwijtschelding",
        total: "Totaal",
        instalment: |place, count| format!("termijn {place}/{count}"),
        policy: |name| format!("overeengekomen: beleid {name}"),
    },
    open: ClaimTotalWords {
        title: "Te betalen",
        principal: "Hoofdsom",
        interest: "Rente",
        costs: "Kosten",
        total: "Samen",
        per_day: |amount| format!("Elke dag later komt er {amount} bij."),
        remarks: "Let op",
    },
    remark: REMARKS,
    no_costs: NO_COSTS,
    cause: DifferenceCauseWords {
        interest: "berekende rente",
        costs: "nog niet geschreven kosten",
        recorded_interest: "geschreven rente die niet nog eens meetelt",
        refused_charges: "geschreven kosten die niet gevraagd mogen worden",
        allocation_order: "geld dat volgens de wettelijke volgorde elders naartoe ging",
    },
    doubt: DoubtWords {
        single: "onbevestigd: één bron",
        disputed: "onbevestigd: bronnen spreken elkaar tegen",
        unread: "onbevestigd: niet nagezocht",
    },
};

const REMARKS: ClaimRemarkWords = ClaimRemarkWords {
    not_advice: |count| {
        format!(
            "Bijeengebracht uit openbare bronnen door mensen die geen jurist zijn; geen juridisch advies. Rente volgens \
             {count}: hoe dagen tellen, zegt de wet niet."
        )
    },
    kind_unknown: "Het journaal zegt niet wat voor klant dit is. Hij is behandeld als consument: de laagste vordering \
        is de veilige. Schrijf `kind: business`, `consumer` of `government`.",
    no_rules: |country| {
        format!(
            "Geen regels voor {country}: alleen hoofdsom en geschreven kosten en rente worden gevorderd, in de volgorde \
             van de boeken."
        )
    },
    other_currency: |code| {
        format!(
            "Geen regels voor vorderingen in {code}: alleen hoofdsom en geschreven kosten en rente worden gevorderd, in \
             de volgorde van de boeken."
        )
    },
    closed: |invoice, status| format!("{invoice} is {status}: er wordt niets gevorderd."),
    future: |invoice| format!("{invoice} is van na deze dag: er wordt niets gevorderd."),
    unreadable: |invoice| {
        format!("Het bedrag van {invoice} is onleesbaar: er wordt niets gevorderd.")
    },
    not_due: |what, due, open| match due {
        Some(due) => format!("{what} vervalt op {due}: {open} wordt nog niet gevorderd."),
        None => format!("{what} vervalt bij levering: {open} wordt nog niet gevorderd."),
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
    letter_names_more: |sent, others| {
        format!(
            "De brief van {sent} noemt ook {others}: de kosten ervan kunnen maar één keer gevorderd worden, het best in \
             één vordering."
        )
    },
    announced_less: |sent, announced, lawful| {
        format!(
            "De brief van {sent} kondigde {announced} aan; de wet geeft {lawful}. Meer dan aangekondigd wordt niet \
             gevorderd."
        )
    },
    announced_more: |sent, announced, lawful| {
        format!(
            "De brief van {sent} kondigde {announced} aan; de wet geeft {lawful}. Meer dan de wet geeft wordt niet \
             gevorderd, en een rechter kan alles afwijzen (ECLI:NL:RBROT:2020:9162, onbevestigd: één bron)."
        )
    },
    paid_within_term: |before, after| {
        format!(
            "Binnen de veertien dagen is een deel betaald: de kosten zijn berekend over de rest, {after} in plaats van \
             {before} (ECLI:NL:HR:2016:2704)."
        )
    },
    no_costs: |invoice, why| format!("Geen incassokosten op {invoice}: {why}."),
    charge_not_claimed: |invoice, amount, why| {
        format!("Van de kosten op {invoice} wordt {amount} niet gevorderd: {why}.")
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
    vat_no_rate: "Geen btw over de kosten: er is geen tarief bekend voor die dag.",
    consumer_rate: "Rente tegen een percentage dat met een consument is afgesproken: een rechter kan een hoger \
        percentage dan het wettelijke als oneerlijk beding terzijde stellen (onbevestigd: niet nagezocht).",
    terms_not_agreed: "Het journaal zegt niet dat deze consument met de betaaltermijn instemde (`agreed`). Een \
        vervaldag die alleen op de factuur staat, brengt niemand in verzuim: dan loopt de rente pas na een \
        ingebrekestelling (BW 6:82, onbevestigd: niet nagezocht).",
    disputed: |invoice, since| {
        format!(
            "{invoice} is betwist sinds {since}: mocht de klant terecht wachten, dan is daarover geen rente verschuldigd."
        )
    },
    insolvent: |since| {
        format!(
            "De klant is insolvent sinds {since}: dit is een vordering om in te dienen. Of de rente na die dag doorloopt, \
             is niet nagezocht."
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
    rates_not_checked: |until| {
        format!(
            "Voorlopig: de wettelijke rente is nagekeken tot en met {until}. Kijk of er sindsdien een nieuw percentage \
             is vastgesteld."
        )
    },
    commercial_rates_not_checked: |until| {
        format!(
            "Voorlopig: de wettelijke handelsrente is nagekeken tot en met {until}. Kijk of er sindsdien een nieuw \
             percentage is vastgesteld."
        )
    },
    differs_from_books: |booked, claimed, causes| {
        format!(
            "In de boeken staat {booked} open, deze vordering is {claimed}: {causes}. De boeken kennen alleen wat \
             geschreven is."
        )
    },
};

const NO_COSTS: NoCostsWords = NoCostsWords {
    policy: "het beleid vraagt ze niet",
    no_letter: "een consument is ze pas verschuldigd als een veertiendagenbrief is verlopen, en die is niet verstuurd \
        (BW 6:96 lid 6)",
    letter_too_early: |sent| {
        format!(
            "de veertiendagenbrief van {sent} ging uit voordat de factuur te laat was (BW 6:96 lid 6)"
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
    paid_in_time: "alles is binnen de veertien dagen betaald",
    recorded_on: |invoice| format!("die van de gezamenlijke aanmaning staan op {invoice}"),
};
