//! The words of `claim` in Dutch.

use crate::language::claim::{
    ClaimHeadings, ClaimLineWords, ClaimRemarkWords, ClaimTotalWords, ClaimWords,
    DifferenceCauseWords, LawDoubtWords,
};
use crate::value::exact_amount::DayCount;
use chrono::NaiveDate;

/// The words of `claim`.
pub const CLAIM: ClaimWords = ClaimWords {
    title: |name| format!("Vordering op {name}"),
    debtor: "Debiteur",
    law: "Recht",
    count: "Dagtelling",
    day_count: |count| match count {
        DayCount::Days365 => "werkelijke dagen, elk jaar 365",
        DayCount::CalendarYear => "werkelijke dagen, het jaar 365 of 366",
    },
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
        written_off: "niet gevorderd",
        contested: "betwist",
        conceded: "toegegeven",
        waiver: "kwijtschelding",
        total: "Totaal",
        provisional: "voorlopig",
        instalment: |place, count| format!("termijn {place}/{count}"),
        plan_part: |agreed| format!("termijn van de regeling van {agreed}"),
        policy: |name| format!("overeengekomen: beleid {name}"),
        policy_not_agreed: |name| format!("beleid {name}, zonder akkoord"),
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
    cause: DifferenceCauseWords {
        interest: "berekende rente",
        costs: "nog niet geschreven kosten",
        recorded_interest: "geschreven rente die niet nog eens meetelt",
        refused_charges: "geschreven kosten die niet gevraagd mogen worden",
        waiting_money: "wat op rekening staat en nog geplaatst moet worden",
        not_asked: "wat openstaat en nu niet gevraagd mag worden",
        allocation_order: "geld dat volgens de wettelijke volgorde elders naartoe ging",
    },
    doubt: LawDoubtWords {
        single: "onbevestigd: één bron",
        disputed: "onbevestigd: bronnen spreken elkaar tegen",
        unread: "onbevestigd: niet nagezocht",
    },
};

/// From when a version of a policy is.
fn version_label(from: Option<NaiveDate>) -> String {
    from.map_or_else(
        || "vanaf het begin".to_owned(),
        |from| format!("vanaf {from}"),
    )
}

const REMARKS: ClaimRemarkWords = ClaimRemarkWords {
    not_advice: "Bijeengebracht uit openbare bronnen door mensen die geen jurist zijn; geen juridisch advies.",
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
    never_owed: |invoice| format!("{invoice} vroeg niets: er is nooit iets verschuldigd geweest."),
    still_owed_by_law: |invoice, rest| {
        format!(
            "{invoice} is te laat betaald: volgens de wet gaan rente en kosten voor, dus {rest} daarvan kan op deze dag nog \
             gevraagd worden. Dat wordt niet gevorderd; wie het wil, schrijft `interest` of `costs`."
        )
    },
    future: |invoice| format!("{invoice} is van na deze dag: er wordt niets gevorderd."),
    unreadable: |invoice| {
        format!("Het bedrag van {invoice} is onleesbaar: er wordt niets gevorderd.")
    },
    not_due: |what, due, open| match due {
        Some(due) => format!("{what} vervalt op {due}: {open} wordt nog niet gevorderd."),
        None => {
            format!("{what} wacht op levering of een mijlpaal: {open} wordt nog niet gevorderd.")
        }
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
    no_costs: |invoice, why| format!("Geen incassokosten op {invoice}: {why}."),
    costs_not_asked: "het beleid vraagt ze niet",
    costs_recorded_on: |invoice| format!("die van de gezamenlijke aanmaning staan op {invoice}"),
    not_in_writing: |sent| {
        format!("de aanmaning van {sent} ging mondeling: een telefoontje of bezoek is geen brief")
    },
    charge_not_claimed: |invoice, amount, why| {
        format!("Van de kosten op {invoice} wordt {amount} niet gevorderd: {why}.")
    },
    vat_no_rate: "Geen btw over de kosten: er is geen tarief bekend voor die dag.",
    policy_not_agreed: |name| {
        format!(
            "Het journaal zegt niet dat de klant beleid {name} aanvaardde (`agreed`): een eigen rentepercentage of een \
             eigen bedrag aan kosten is alleen verschuldigd wie dat aanvaardde. Zonder dat kan worden gevraagd wat de wet \
             geeft."
        )
    },
    letter_announces_law: "De brief aan een consument kondigt de wettelijke rente aan zolang het journaal geen akkoord met een andere \
         kent: vraag dan ook niet meer, of schrijf het akkoord op (`agreed`).",
    other_version_agreed: |name, on, accepted, this| {
        format!(
            "Op {on} aanvaardde de klant de versie van beleid {name} {}; deze vordering berust op die {}, en dat hij die \
             aanvaardde zegt het journaal niet. Een eigen rentepercentage of een eigen bedrag aan kosten is alleen \
             verschuldigd wie dat aanvaardde.",
            version_label(accepted),
            version_label(this)
        )
    },
    other_terms_agreed: |invoice, days, (agreed, on), from| {
        format!(
            "De {days} dagen van {invoice} staan in een versie van het beleid die de klant niet aanvaardde: op {on} ging hij \
             akkoord met {agreed} dagen (`agreed`). Geldt dat nog, dan zijn rente en kosten pas vanaf {from} verschuldigd."
        )
    },
    no_policy_version: |invoice, policy, from| {
        format!(
            "Op de dag van {invoice} geldt geen versie van policy {policy}: de eerste is van {from}. Er is gerekend met het \
             ingebouwde beleid, met rente en kosten naar de wet."
        )
    },
    disputed: |invoice, since| {
        format!(
            "{invoice} is betwist sinds {since}: mocht de klant terecht wachten, dan is daarover geen rente verschuldigd."
        )
    },
    contested: |invoice, since, amount| {
        format!(
            "Van {invoice} is {amount} betwist sinds {since}: dat wordt niet gevorderd, ook geen rente en kosten erover, zolang \
             er niet over beslist is (`resolve`) en de zaak niet uit handen is gegeven (`handover`)."
        )
    },
    conceded: |invoice, on, amount, open| {
        let open = open.map_or_else(String::new, |open| format!(" Daarvan staat {open} open."));
        format!(
            "Van {invoice} is op {on} {amount} toegegeven: dat is niet verschuldigd en wordt niet gevorderd, ook geen rente \
             erover.{open} De creditnota staat er nog niet."
        )
    },
    in_plan: |invoice, agreed, asked, later, next| {
        let asked = asked.map_or_else(
            || "er is nu niets van gemist, en niets wordt gevorderd".to_owned(),
            |asked| format!("gevorderd wordt wat daarvan gemist is, {asked}, met rente vanaf de dag na elke termijn"),
        );
        let deferred = if later.is_empty() {
            String::new()
        } else {
            format!(" Nog niet opeisbaar is {later}.")
        };
        let next = next.map_or_else(String::new, |next| {
            format!(" De volgende termijn is van {next}.")
        });
        format!(
            "Voor {invoice} loopt de betalingsregeling van {agreed}: {asked}.{deferred}{next} Wie alles \
             wil vorderen, beëindigt de regeling (`release`)."
        )
    },
    settlement: |invoice, made, amount, by| {
        format!(
            "Voor {invoice} geldt het schikkingsvoorstel van {made} nog: is uiterlijk op {by} {amount} betaald, dan is er niets \
             meer verschuldigd. Tot die dag wachten de brieven; gevorderd wordt hier wat er zonder de schikking openstaat."
        )
    },
    written_off: |invoice, amount| {
        format!(
            "Van {invoice} is {amount} afgeboekt in de eigen boeken. De klant blijft dat verschuldigd; het wordt hier niet \
             gevorderd zolang de afboeking (`writeoff`) er staat."
        )
    },
    insolvent: |since| {
        format!(
            "De klant is insolvent sinds {since}: dit is een vordering om in te dienen. De rente is berekend tot en met de dag \
             ervoor, en wat vanaf die dag in rekening is gebracht blijft erbuiten."
        )
    },
    insolvent_charge: "de klant was toen al insolvent",
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
    costs_exceed_principal: |costs, principal| {
        format!(
            "De kosten, {costs}, zijn meer dan de hoofdsom die nog openstaat, {principal}: bedenk of dat in verhouding is \
             voordat u ze vraagt."
        )
    },
    waiting_money: |amount, came| {
        format!("{amount} staat sinds {came} op rekening van deze klant.")
    },
    money_pays: |invoices| {
        format!(
            "Volgens de wettelijke volgorde hoort het bij {invoices}, en het telt vanaf die dag, of vanaf de dag dat wat het \
             betaalt opeisbaar werd: plaats het met `apply`, of met het kenmerk dat eraan ontbreekt."
        )
    },
    money_left_over: |amount| {
        format!(
            "{amount} is meer dan deze klant schuldig is: betaal het terug met `refund`, of houd het met opzet op rekening."
        )
    },
    differs_from_books: |booked, claimed, causes| {
        format!(
            "In de boeken staat {booked} open, deze vordering is {claimed}: {causes}. De boeken kennen alleen wat \
             geschreven is."
        )
    },
};
