//! Dutch words for the keys, values and clause words of a journal. Keywords have theirs in their tables.

use crate::language::{LANGUAGES, find_language};

/// Dutch words, each list behind the word of a journal that it stands for. One word may stand for several: which one is
/// meant follows from what may stand at the place.
#[rustfmt::skip]
const WORDS: &[(&str, &[&str])] = &[
    // Keys.
    ("accelerate", &["opeisbaar", "ineens", "ineens opeisbaar"]),
    ("address", &["adres", "adresregel", "straat", "postadres", "woonplaats", "plaats", "postcode", "stad", "city", "town", "zip", "zipcode", "street"]),
    ("allow", &["toestaan", "accepteer", "accepteren"]),
    ("attn", &["tav", "t.a.v.", "t.a.v", "contactpersoon", "ter attentie van"]),
    ("balance", &["saldo", "banksaldo"]),
    ("bad-debt", &["oninbaar", "afboeking", "dubieuze debiteuren"]),
    ("bank", &["bankrekening", "rekening"]),
    ("bank-buffer", &["bankmarge", "buffer"]),
    ("bounced", &["teruggekomen", "onbestelbaar", "retour", "onbezorgd"]),
    ("collector", &["incasso", "incassant", "incassobureau"]),
    ("commission", &["provisie", "commissie"]),
    ("cost", &["kosten", "uitgave"]),
    ("costs", &["kosten", "incassokosten"]),
    ("country", &["land", "landcode"]),
    ("credit-limit", &["kredietlimiet", "limiet", "krediet", "kredietgrens"]),
    ("deadline", &["termijn", "uiterlijk", "betalen voor", "betaaltermijn", "uiterste datum", "betalingstermijn"]),
    ("debtors", &["debiteuren", "debiteurenrekening"]),
    ("delivered", &["geleverd", "levering", "leverdatum", "opgeleverd", "oplevering"]),
    ("differences", &["betalingsverschillen", "afronding"]),
    ("direction", &["richting"]),
    ("discount", &["korting", "betalingskorting"]),
    ("document", &["bestand", "bijlage", "stuk", "kopie"]),
    ("due", &["termijn", "vervaldatum", "vervaldag", "vervalt", "verval", "deel", "deelbetaling", "betaaldatum"]),
    ("email", &["mail", "e-mail", "mailadres", "e-mailadres", "emailadres", "mailen"]),
    ("follow-up", &["opvolgen", "opvolging", "terugbellen", "nabellen", "herinner", "vervolg"]),
    ("for", &["voor"]),
    ("function", &["functie"]),
    ("iban", &["rekening", "rekeningnummer", "bankrekening", "bankrekeningnummer"]),
    ("id", &["kenmerk", "transactie", "transactienummer", "referentie", "bankreferentie"]),
    ("income", &["omzet", "opbrengst", "opbrengsten"]),
    ("interest", &["rente", "wettelijke rente"]),
    ("invoice-within", &["factureren binnen", "factuur binnen"]),
    ("item", &["regel", "post", "artikel", "factuurregel"]),
    ("kind", &["soort", "type", "klantsoort", "klanttype"]),
    ("kvk", &["kvk-nummer", "kvknummer", "handelsregister", "inschrijving"]),
    ("language", &["taal"]),
    ("law", &["recht", "rechtskeuze", "toepasselijk recht"]),
    ("less", &["minus", "af", "aftrek"]),
    ("method", &["betaalwijze", "wijze", "methode"]),
    ("methods", &["betaalwijzen", "betaalmethoden"]),
    ("minimum", &["ondergrens", "minimaal"]),
    ("name", &["naam", "bedrijfsnaam", "klantnaam"]),
    ("no", &["geen", "niet"]),
    ("note", &["notitie", "opmerking", "memo", "aantekening"]),
    ("on-invoices", &["op facturen", "op de factuur"]),
    ("order", &["bestelling", "bestelnummer", "opdracht", "ordernummer", "inkoopnummer"]),
    ("outcome", &["resultaat", "uitkomst", "uitslag", "afloop"]),
    ("owner", &["eigenaar", "verantwoordelijke", "behandelaar", "wie"]),
    ("phone", &["telefoon", "telefoonnummer", "tel", "tel.", "mobiel", "gsm", "bellen"]),
    ("plan-longest", &["langste regeling", "regeling hoogstens"]),
    ("plan-most", &["aantal regelingen", "regelingen"]),
    ("policy", &["beleid"]),
    ("prepaid", &["vooruitbetaald", "vooruitontvangen", "vooruitbetalingen"]),
    ("provision", &["voorziening"]),
    ("reason", &["reden", "oorzaak"]),
    ("received", &["ontvangen", "ontvangst", "ontvangstdatum"]),
    ("ref", &["betalingskenmerk", "referentie", "kenmerk", "omschrijving", "betaalkenmerk"]),
    ("satisfied", &["tevreden"]),
    ("self-below", &["zelf onder", "zelf beneden"]),
    ("sent", &["verzonden", "verstuurd", "verzenddatum"]),
    ("sent-by", &["namens", "verstuurd door", "gemachtigde", "boekhouder", "accountant", "on-behalf-of"]),
    ("signatory", &["ondertekenaar", "afzender"]),
    ("signed", &["getekend", "ondertekend", "akkoord"]),
    ("size", &["grootte", "omvang"]),
    ("spent", &["tijd", "besteed", "duur", "bestede tijd"]),
    ("stage", &["stap", "fase", "trap"]),
    ("suspense", &["tussenrekening", "kruisposten", "vraagposten"]),
    ("terms", &["betaaltermijn", "betalingstermijn", "termijn", "voorwaarden", "betalingsvoorwaarden", "betalingsconditie"]),
    ("tolerance", &["tolerantie", "verschil"]),
    ("trial", &["proef", "proeftijd", "proefperiode"]),
    ("vat", &["btw", "btw-tarief", "omzetbelasting"]),
    ("vat-id", &["btw-nummer", "btwnummer", "btw-id", "btw", "btw-nr", "btwnr", "btw nummer", "btw-identificatienummer"]),
    ("vat-scheme", &["btw-regeling", "btwregeling"]),
    ("verified", &["gecontroleerd", "nagegaan", "geverifieerd"]),
    ("website", &["site", "webadres"]),
    ("with", &["met", "gesproken met", "gesprekspartner"]),
    ("workdays", &["werkdagen"]),
    ("milestone", &["mijlpaal", "fase", "bouwtermijn"]),
    ("monthly", &["maandelijks", "per maand", "elke maand", "iedere maand", "per month", "each month", "every month", "a month"]),
    ("weekly", &["wekelijks", "per week", "elke week", "iedere week", "each week", "every week", "a week"]),
    // Clause words.
    ("times", &["keer", "maal"]),
    ("vat", &["btw", "tarief", "btw-tarief", "omzetbelasting"]),
    ("due", &["uiterlijk", "vervaldatum", "betalen voor", "te betalen voor"]),
    ("via", &["per", "middels", "met"]),
    ("of", &["van"]),
    ("by", &["uiterlijk", "op", "voor", "vóór"]),
    ("on", &["op", "per"]),
    ("until", &["tot", "t/m", "tm", "totdat"]),
    ("from", &["vanaf", "sinds", "per"]),
    ("to", &["aan", "naar"]),
    ("after", &["na"]),
    ("before", &["voor", "vóór"]),
    ("gap", &["tussenpoos", "tussentijd"]),
    ("limit", &["limiet", "tot"]),
    ("letter", &["brief", "sjabloon"]),
    ("fee", &["kosten", "toeslag"]),
    ("within", &["binnen"]),
    // Kinds of customers, sizes, schemes of VAT.
    ("business", &["zakelijk", "bedrijf", "onderneming", "ondernemer", "bv", "b.v.", "zzp", "zzp'er", "firma"]),
    ("consumer", &["particulier", "particuliere klant", "consument", "privé", "prive", "privépersoon"]),
    ("government", &["overheid", "gemeente", "overheidsinstantie", "instelling", "gov", "govt"]),
    ("large", &["groot", "grootbedrijf"]),
    ("sme", &["klein", "mkb", "middelgroot", "kleinbedrijf", "midden"]),
    ("normal", &["normaal", "gewoon", "belast"]),
    ("exempt", &["vrijgesteld", "vrijstelling"]),
    ("kor", &["kleineondernemersregeling", "kleine-ondernemersregeling"]),
    // Reasons, directions, outcomes of disputes and of contacts.
    ("forgot", &["vergeten", "over het hoofd gezien", "ontschoten"]),
    ("admin", &["administratie", "administratief", "kwijt", "factuur kwijt", "niet ontvangen", "zoek"]),
    ("cashflow", &["geldgebrek", "geen geld", "liquiditeit", "krap", "krap bij kas", "betalingsproblemen"]),
    ("dissatisfied", &["ontevreden", "niet tevreden"]),
    ("dispute", &["betwisting", "betwist", "geschil", "klacht", "oneens", "niet mee eens"]),
    ("none", &["geen", "onbekend", "niet gegeven", "geen reden"]),
    ("in", &["inkomend", "binnenkomend", "ontvangen"]),
    ("out", &["uitgaand", "uit"]),
    ("upheld", &["gegrond", "toegewezen", "gelijk", "terecht", "erkend", "toegegeven"]),
    ("rejected", &["ongegrond", "afgewezen", "onterecht", "niet terecht"]),
    ("withdrawn", &["ingetrokken"]),
    ("settled", &["geschikt", "schikking"]),
    ("no-answer", &["geen gehoor", "niet bereikt", "niet opgenomen", "nam niet op", "neemt niet op", "geen antwoord",
        "niet bereikbaar", "niemand thuis", "no answer", "geen reactie"]),
    ("voicemail", &["ingesproken", "voicemail ingesproken", "boodschap ingesproken"]),
    ("busy", &["in gesprek", "bezet"]),
    // Who takes over, charges, languages, yes and no, channels, rest.
    ("agency", &["incassobureau", "incasso", "deurwaarder"]),
    ("lawyer", &["advocaat", "jurist"]),
    ("court", &["rechter", "rechtbank", "kantonrechter"]),
    ("costs", &["incassokosten", "kosten", "wik"]),
    ("fee", &["aanmaningskosten", "toeslag", "administratiekosten"]),
    ("interest", &["rente"]),
    ("statutory", &["wettelijk", "wettelijke"]),
    ("yes", &["ja", "j"]),
    ("no", &["nee", "neen", "n"]),
    ("email", &["mail", "e-mail", "mailtje", "per mail", "per e-mail"]),
    ("phone", &["telefoon", "telefonisch", "gebeld", "bellen"]),
    ("post", &["brief", "per post", "aangetekend", "briefpost"]),
    ("visit", &["bezoek", "langs", "persoonlijk"]),
    ("chat", &["whatsapp", "app", "sms", "appje"]),
    ("delivery", &["levering", "oplevering"]),
    ("on-account", &["voorschot", "aanbetaling", "op rekening", "vooruitbetaling", "on account"]),
    ("unknown", &["onbekend", "onbekende", "betaler onbekend", "payer unknown"]),
    ("hold", &["wachten", "vasthouden"]),
    ("oldest", &["oudste"]),
    ("third-party", &["derde", "derden"]),
    ("yearly", &["jaarlijks", "per jaar"]),
    ("number", &["nummer", "factuurnummer"]),
];

/// What may come of a contact, in the words that a journal uses for it: the key takes any word.
pub const OUTCOMES: [&str; 3] = ["no-answer", "voicemail", "busy"];

/// The word of a journal, out of those that may stand at a place, that a Dutch one stands for.
///
/// ```
/// use tegoed::syntax::mistakes::dutch_words::from_dutch;
/// assert_eq!(from_dutch("Particulier", ["business", "consumer"]), Some("consumer"));
/// assert_eq!(from_dutch("op", ["by"]), Some("by"));
/// assert_eq!(from_dutch("op", ["on"]), Some("on"));
/// assert_eq!(from_dutch("stairs", ["on"]), None);
/// ```
pub fn from_dutch<'c>(
    word: &str,
    candidates: impl IntoIterator<Item = &'c str>,
) -> Option<&'c str> {
    let word = word.trim_end_matches(':').to_lowercase();
    // The list is walked once, however many words may stand at the place.
    let stands_for = |(english, dutch): &(&'static str, &[&str])| {
        (*english == word || dutch.contains(&word.as_str())).then_some(*english)
    };
    let meant: Vec<&str> = WORDS
        .iter()
        .filter_map(stands_for)
        .chain(language_tag(&word))
        .collect();
    if meant.is_empty() {
        return None;
    }
    candidates
        .into_iter()
        .find(|candidate| meant.contains(candidate))
}

/// Whether a word is Dutch for a clause word.
pub fn is_dutch_clause(word: &str, clauses: impl IntoIterator<Item = &'static str>) -> bool {
    from_dutch(word, clauses).is_some()
}

/// The tag of a language, by the name that its speakers or the Dutch give it.
fn language_tag(word: &str) -> Option<&'static str> {
    let locale = match word {
        "engels" | "english" => "en-GB",
        "nederlands" | "nederland" | "dutch" => "nl-NL",
        _ => return None,
    };
    find_language(LANGUAGES, locale).map(|language| language.tag)
}
