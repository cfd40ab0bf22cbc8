//! The words of letters in Dutch.

use super::extra_letters::EXTRA_LETTER_WORDS;
use super::long_date::long_date;
use super::templates::TEMPLATES;
use crate::language::countries::dutch_name;
use crate::language::letter_text::strip_initials;
use crate::language::letters::{
    AnnouncedClaimWords, AttemptWords, FrameWords, LetterLabels, LetterListWords, LetterSentences,
    LetterTotalWords, LetterWords, RefusalWords, StyleWords, Warmth,
};
use crate::value::channel::Channel;

/// The words of letters.
pub const LETTERS: LetterWords = LetterWords {
    frame: FrameWords {
        subject: "Betreft",
        payment: "Betaalgegevens",
        enclosures: "Bijlagen",
        scan: "Scan met uw bank-app om te betalen",
        page: |page, of| format!("pagina {page} van {of}"),
        closing: "Met vriendelijke groet,",
        invoice_enclosed: |count| match count {
            1 => "Factuur ingesloten",
            _ => "Facturen ingesloten",
        },
    },
    list: LetterListWords {
        title: "Brieven die weg kunnen",
        no_letters: |day| format!("Er zijn geen brieven te versturen op {day}."),
        letter: "Brief",
        amount: "Te betalen",
        deadline: "Uiterlijk op",
        refusal_heading: "Niet geschreven",
        refusal: REFUSALS,
    },
    label: LABELS,
    style: STYLE,
    announced_claim: ANNOUNCED_CLAIM,
    attempt: ATTEMPTS,
    totals: LetterTotalWords {
        heading: "Opbouw van het bedrag",
        open: "Openstaand factuurbedrag",
        fee: "Aanmaningskosten",
        costs: "Incassokosten",
        interest: "Rente",
        disputed: "Nog in bespreking, nu niet gevraagd",
        conceded: "Nog te crediteren, niet gevraagd",
        deferred: "Volgens de regeling later te betalen",
        on_account: "Uw tegoed bij ons",
        total: "Totaal te betalen",
        table_total: "Totaal",
    },
    sentence: SENTENCES,
    template: TEMPLATES,
    extra_letter: EXTRA_LETTER_WORDS,
};

const REFUSALS: RefusalWords = RefusalWords {
    no_business_name: "er is geen afzender: zet `name:` onder `business`",
    no_iban: "er is geen rekening om op te betalen: zet `iban:` onder `business`",
    no_name: "de klant heeft geen naam: zet er `name:` bij",
    no_address: "hij gaat per post en de klant heeft geen adres: zet er `address:` bij",
    no_email: "hij gaat per e-mail en de klant heeft geen mailadres: zet er `email:` bij",
    no_channel: "de klant wil geen e-mail en geen post (`no:`): bel of ga langs",
    no_language: "er is geen taal om in te schrijven: zet `language:` bij de klant of onder `business`",
    no_letter: |name, built_in| {
        format!(
            "er is geen brief `{name}`: schrijf zijn sjabloon (`letters --init-templates`), of zet een ingebouwde \
             achter `letter`: {built_in}"
        )
    },
    bank_stale: |through| {
        let end = through.map_or_else(|| "te lang geleden".to_owned(), |day| format!("op {day}"));
        format!(
            "de bankgegevens eindigen {end}: werk ze bij met `bank-through` (of geef `--even-so`)"
        )
    },
    unallocated: |amount| {
        format!(
            "van deze klant wacht {amount} op een bestemming: zeg waarvoor het is (of geef `--even-so`)"
        )
    },
    fee_not_allowed: |stage, fee, letter| {
        let why = match letter {
            Some(letter) => format!("een consument is pas kosten verschuldigd na {letter}"),
            None => "er is geen recht bekend waarop een consument ze verschuldigd is".to_owned(),
        };
        format!(
            "stap `{stage}` rekent {fee}, en {why}: geef de klant een policy zonder, of zet er `kind: business` bij als dat zo is"
        )
    },
    charges_not_owed: |invoice, amount| {
        format!(
            "{amount} van de kosten op #{invoice} mag van deze klant niet worden gevraagd: `tegoed claim {invoice}` \
             zegt waarom; scheld ze kwijt met `waive`, of schrijf de boeking lager"
        )
    },
    not_calculable: |invoice| {
        format!(
            "wat voor #{invoice} gevraagd mag worden is niet te berekenen: `tegoed claim {invoice}` zegt waarom"
        )
    },
    nothing_to_pay: "er valt niets te vragen: wat openstaat is in bespreking, toegegeven of gedekt door geld op rekening",
    invalid_template: |file, line, message| {
        format!("zijn sjabloon {file} klopt niet, regel {line}: {message}")
    },
};

const LABELS: LetterLabels = LetterLabels {
    phone: "Telefoon",
    email: "E-mail",
    website: "Website",
    kvk: "KvK",
    vat_id: "Btw-id",
    our_reference: "Ons kenmerk",
    your_reference: "Uw kenmerk",
    invoice: "Factuur",
    description: "Omschrijving",
    order: "Uw order",
    delivered: "Geleverd op",
    invoice_date: "Factuurdatum",
    sent: "Verstuurd",
    due: "Vervaldatum",
    days: "Dagen te laat",
    days_late: |days| match days {
        1 => "1 dag".to_owned(),
        _ => format!("{days} dagen"),
    },
    total: "Factuurbedrag",
    instalment_total: "Bedrag van dit deel",
    paid: "Al betaald",
    paid_to_charges: "Betaald aan kosten en rente",
    settled: "Gecrediteerd of verrekend",
    not_asked: "Hier niet gevraagd",
    open: "Nog te betalen",
    amount: "Bedrag",
    iban: "IBAN",
    bic: "BIC",
    account_name: "Ten name van",
    payment_reference: "Onder vermelding van",
    by: "Uiterlijk op",
    methods: "Betalen kan via",
    by_due_date: "de vervaldatum van elke factuur",
    date_column: "Datum",
    due_column: "Vervallen",
    days_column: "Te laat",
    amount_in: |sign| format!("Bedrag {sign}"),
    paid_in: |sign| format!("Betaald {sign}"),
    settled_in: |sign| format!("Verrekend {sign}"),
    not_asked_in: |sign| format!("Niet gevraagd {sign}"),
    open_in: |sign| format!("Open {sign}"),
    copy: |number| format!("Kopie factuur {number}"),
    agreement: "Overeengekomen voorwaarden",
    policy: "Onze betalingsvoorwaarden",
    correspondence: |day| format!("Onze brief van {}", long_date(day)),
};

const STYLE: StyleWords = StyleWords {
    day: long_date,
    short_day: |day| day.format("%d-%m-%Y").to_string(),
    dateline: |place, day| match place {
        Some(place) => format!("{place}, {}", long_date(day)),
        None => long_date(day),
    },
    sign_gap: "\u{a0}",
    country: dutch_name,
    attention: |name| format!("T.a.v. {name}"),
    salutation: |name, warmth| {
        let word = match warmth {
            Warmth::Friendly => "Beste",
            Warmth::Formal => "Geachte",
        };
        match name {
            Some(name) => format!("{word} {},", salutation_name(name)),
            None => "Geachte heer, mevrouw,".to_owned(),
        }
    },
    instalment: |number, place, count| format!("{number} ({place}/{count})"),
    channel: |channel| match channel {
        Channel::Email => "per e-mail",
        Channel::Post => "per post",
        Channel::Phone => "telefonisch",
        Channel::Visit => "persoonlijk",
        Channel::Chat => "per chatbericht",
    },
    sent: |ways, day| match ways {
        "" => format!("op {}", long_date(day)),
        _ => format!("{ways} op {}", long_date(day)),
    },
    percent: |digits| format!("{digits}%"),
    conjunction: "en",
};

/// The name in a salutation: `De heer J. van Smit` becomes `heer Van Smit`.
pub(super) fn salutation_name(name: &str) -> String {
    let (first, rest) = name.split_once(' ').unwrap_or((name, ""));
    match first.to_lowercase().as_str() {
        "mevrouw" | "mevr." | "mw." => format!("mevrouw {}", family_name(rest)),
        "fam." | "fam" | "familie" => format!("familie {rest}"),
        "dhr." | "meneer" => format!("heer {}", family_name(rest)),
        "de" => match rest.strip_prefix("heer ") {
            Some(rest) => format!("heer {}", family_name(rest)),
            None => name.to_owned(),
        },
        _ => name.to_owned(),
    }
}

/// The name behind `heer` or `mevrouw`: without initials and titles, and with a capital.
fn family_name(name: &str) -> String {
    let name = strip_initials(name);
    let mut letters = name.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

const ANNOUNCED_CLAIM: AnnouncedClaimWords = AnnouncedClaimWords {
    interest: |from, to, rate, base| {
        let (from, to) = (from.format("%d-%m-%Y"), to.format("%d-%m-%Y"));
        format!("Rente {from} t/m {to}, {rate} over {base}")
    },
    interest_sum: "Rente",
    costs: "Buitengerechtelijke incassokosten",
    vat: "Btw over de incassokosten",
    principal: "Openstaand factuurbedrag",
    allocated_principal: "Hoofdsom, na betalingen die eerst op kosten en rente zijn geboekt",
    principal_less_credit: "Hoofdsom, na aftrek van uw tegoed",
    other_principal: "Hoofdsom",
    total: |day| format!("Totaal per {}", long_date(day)),
};

const ATTEMPTS: AttemptWords = AttemptWords {
    letter: |stage, ways| match ways {
        "" => stage.to_owned(),
        _ => format!("{stage} {ways}"),
    },
    deadline: |words, day| format!("{words}, te betalen uiterlijk op {}", long_date(day)),
    phone: "telefonisch contact",
    phone_in_vain: "vergeefs geprobeerd u te bellen",
    visit: "bezoek",
    visit_in_vain: "vergeefs bezoek",
    plan: "betalingsregeling afgesproken",
    plan_offer: "betalingsregeling aangeboden",
    email: "e-mail",
    other: "brief",
    chat: "chatbericht",
    promise: |amount, day| {
        let amount =
            amount.map_or_else(|| "te betalen".to_owned(), |it| format!("{it} te betalen"));
        match day {
            Some(day) => format!("u zegde toe {amount}, uiterlijk op {}", long_date(day)),
            None => format!("u zegde toe {amount}"),
        }
    },
    forgot: "u gaf aan dat de betaling was vergeten",
    admin: "u gaf aan dat dit nog niet was verwerkt",
    cashflow: "u gaf aan dat betalen op dat moment niet lukte",
    dissatisfied: "u gaf aan niet tevreden te zijn",
};

const SENTENCES: LetterSentences = LetterSentences {
    contact: |phone, mail| match (phone, mail) {
        (Some(phone), Some(mail)) => format!("telefonisch op {phone} of via {mail}"),
        (Some(phone), None) => format!("telefonisch op {phone}"),
        (None, Some(mail)) => format!("via {mail}"),
        (None, None) => String::new(),
    },
    invoice_names: |numbers| match numbers {
        [] => "factuur".to_owned(),
        [one] => format!("factuur {one}"),
        [one, other] => format!("facturen {one} en {other}"),
        [one, rest @ ..] => format!("facturen {one} en {} andere", rest.len()),
    },
    named_invoices: |count, numbers| match count {
        1 => format!("factuur {numbers}"),
        _ => format!("facturen {numbers}"),
    },
    our_invoices: |numbers| match numbers {
        [one] => format!("onze factuur {one}"),
        _ => "de onderstaande facturen".to_owned(),
    },
    details: "Bijzonderheden per factuur",
    also_overdue_point: |number, open, due| {
        format!("factuur {number}: {open}, vervallen op {}", long_date(due))
    },
    announced_point: |number, open, due| {
        format!("factuur {number}: {open}, vervalt op {}", long_date(due))
    },
    bank_stale: |day| {
        format!(
            "Betalingen na {} zijn in deze brief nog niet verwerkt.",
            long_date(day)
        )
    },
    unallocated: |amount| {
        format!(
            "Van u ontvingen wij {amount} waarvan wij nog niet weten voor welke factuur het is. Dat trekken wij af van wat u ons schuldig bent: deze brief vraagt niet meer dan daarna overblijft."
        )
    },
    unallocated_beside: |amount| {
        format!(
            "Van u ontvingen wij {amount} waarvan wij nog niet weten voor welke factuur het is; dat is in deze brief nog niet verwerkt."
        )
    },
    on_account: |amount| {
        format!(
            "U heeft bij ons nog {amount} tegoed. Dat trekken wij af van wat u ons schuldig bent: deze brief vraagt niet meer dan daarna overblijft."
        )
    },
    on_account_beside: |amount| {
        format!("U heeft bij ons nog {amount} tegoed; dat staat naast de bedragen in deze brief.")
    },
    on_account_elsewhere: |amount, invoices| {
        format!(
            "U heeft bij ons {amount} tegoed dat wij aftrekken van {invoices}; in deze brief is het niet verrekend."
        )
    },
};
