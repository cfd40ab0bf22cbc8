//! Dutch, in the terms that bookkeepers use: all phrases, and the forms of numbers and dates.

mod accountant;
mod add;
mod advice;
mod call;
mod claim;
mod details;
mod dossier;
mod dunning;
mod editor;
mod export;
mod extra_letters;
mod forecast;
mod habits;
mod init;
mod letters;
mod long_date;
mod overviews;
mod sheet_words;
mod templates;
mod tone;
mod variable_meanings;
mod vat;

use super::en::findings::FINDINGS;
use super::enum_labels::{
    AllocationRuleWords, ComponentWords, CustomerKindWords, DueBasisWords, EntryWords, HoldWords,
    StatisticsWords, StatusWords,
};
use super::phrases::{BasisLines, ExcelDialect, Headings, Language, Phrases, Sentences, Titles};
use crate::value::appointment_outcome::AppointmentOutcome;
use crate::value::calendar::Duration;
use include_dir::include_dir;
use long_date::long_date;

/// The Dutch language.
pub static DUTCH: Language = Language {
    tag: "nl",
    decimal_mark: ',',
    group_mark: '.',
    excel: Some(ExcelDialect {
        name: "excel-nl",
        about: "What a Dutch Excel opens by a double click",
        separator: b';',
        part_of: " van ",
    }),
    phrases: Phrases {
        format_duration,
        end_of_month: "einde maand",
        // Findings are in English until they are translated.
        finding: FINDINGS,
        title: TITLES,
        basis: BASIS,
        heading: HEADINGS,
        sentence: SENTENCES,
        entry: ENTRIES,
        detail: details::DETAILS,
        status: StatusWords {
            not_due: "niet vervallen",
            overdue: "vervallen",
            paid: "betaald",
            credited: "gecrediteerd",
            settled: "geschikt",
            written_off: "afgeboekt",
            void: "geannuleerd",
            unreadable: "onleesbaar",
        },
        hold: HoldWords {
            promise: "toezegging",
            dispute: "betwist",
            conceded: "erkend, wacht op creditnota",
            plan: "regeling",
            offer: "voorstel voor een regeling",
            hold: "pauze",
            handover: "overgedragen",
            insolvency: "insolvent",
        },
        component: ComponentWords {
            principal: "hoofdsom",
            costs: "incassokosten",
            fee: "aanmaankosten",
            interest: "rente",
        },
        rule: RULES,
        due: DueBasisWords {
            written: "staat op de factuur",
            instalments: "per termijn afgesproken",
            received: "termijn vanaf ontvangst van de factuur",
            sent: "termijn vanaf verzending van de factuur",
            issued: "termijn vanaf de factuurdatum",
            delivery: "bij levering",
            milestone: |name| format!("bij mijlpaal {name}"),
            missing: "nergens vermeld",
        },
        kind: CustomerKindWords {
            business: "zakelijk",
            consumer: "particulier",
            government: "overheid",
        },
        figure: FIGURES,
        claim: claim::CLAIM,
        habit: habits::HABITS,
        dunning: dunning::DUNNING,
        vat: vat::VAT,
        advice: advice::ADVICE,
        forecast: forecast::FORECAST,
        letter: letters::LETTERS,
        call: call::CALL,
        dossier: dossier::DOSSIER,
        accountant: accountant::ACCOUNTANT,
        overview: overviews::OVERVIEWS,
        export: export::EXPORT,
        sheet: sheet_words::SHEET,
        tone: tone::TONE,
        editor: editor::EDITOR,
        add: add::ADD,
        init: init::INIT,
    },
    letter_templates: include_dir!("$CARGO_MANIFEST_DIR/src/language/nl/letter_templates"),
};

const TITLES: Titles = Titles {
    ageing: "Ouderdomsanalyse debiteuren",
    balance: "Openstaande saldi",
    statement: |name| format!("Rekeningoverzicht {name}"),
    invoice: "Factuur",
    credit: "Creditnota",
    customer: "Klant",
    customers: "Klanten",
    invoices: "Facturen",
    stats: "Kerncijfers",
    files: "Bestanden",
    items: "Termijnen",
    transactions: "Mutaties",
    allocations: "Verrekeningen",
    contacts: "Contacten",
    lines: "Factuurregels",
    open_items: "Openstaande posten",
    movements: "Verloop",
    due_dates: "Vervaldatums",
    about_workbook: "Toelichting",
};

const BASIS: BasisLines = BasisLines {
    business: "Administratie",
    as_of: "Peildatum",
    late_since: "Te laat sinds",
    basis: "Grondslag",
    since_due: "dagen na de vervaldatum",
    since_invoice: "dagen na de factuurdatum",
    entries: "alle boekingen tot en met de peildatum",
    file: "Bestand",
    bank_through: "Bank bijgewerkt t/m",
    entries_after: "Niet meegeteld",
    entries_count: |count| match count {
        1 => "1 boeking na de peildatum".to_owned(),
        _ => format!("{count} boekingen na de peildatum"),
    },
    amounts_in: "Bedragen in",
    period: "Periode",
    period_days: |from, to| match from {
        Some(from) => format!("{from} t/m {to}"),
        None => format!("begin t/m {to}"),
    },
};

const HEADINGS: Headings = Headings {
    customer: "Klant",
    name: "Naam",
    currency: "Valuta",
    not_due: "Niet vervallen",
    zero_days: "0 dagen",
    bucket_days: |from, to| format!("{from}–{to} dagen"),
    bucket_over: |days| format!("> {days} dagen"),
    charges: "Kosten en rente",
    unallocated: "Op rekening",
    covered: "Gedekt",
    balance: "Saldo",
    invoice: "Factuur",
    instalment: "Termijn",
    instalments: "Termijnen",
    vat_included: "Waarvan btw",
    invoice_date: "Factuurdatum",
    due_date: "Vervaldatum",
    days: "Dagen te laat",
    age: "Dagen oud",
    bucket: "Ouderdom",
    stage: "Laatste brief",
    hold: "Opgeschort",
    amount: "Bedrag",
    open: "Openstaand",
    date: "Datum",
    entry: "Boeking",
    text: "Omschrijving",
    debit: "Debet",
    credit: "Credit",
    file: "Bestand",
    line: "Regel",
    source: "Vindplaats",
    kind: "Soort",
    country: "Land",
    law: "Afgesproken recht",
    language: "Taal",
    email: "E-mail",
    phone: "Telefoon",
    attn: "T.a.v.",
    address: "Adres",
    terms: "Betaaltermijn",
    policy: "Beleid",
    invoices: "Facturen",
    open_invoices: "Waarvan open",
    first: "Eerste factuur",
    last: "Laatste factuur",
    status: "Status",
    component: "Onderdeel",
    rule: "Waarom",
    figure: "Gegeven",
    value: "Waarde",
    entries: "Boekingen",
    bytes: "Bytes",
    detail: "Bijzonderheid",
    named_amount: "Genoemd bedrag",
    until: "Uiterlijk",
    total: "Totaal",
};

const SENTENCES: Sentences = Sentences {
    nothing_open: |day| format!("Op {} staat er niets open.", long_date(day)),
    payers_unknown: |count, sum| {
        let payments = if count == 1 { "betaling" } else { "betalingen" };
        format!("Betaler onbekend, in niemands saldo: {count} {payments}, {sum}.")
    },
    nothing_late: |day| format!("Sinds {} is er niets te laat geworden.", long_date(day)),
    nothing_happened: "Geen mutaties in deze periode.",
    and_others: |count| format!("en {count} andere"),
    no_customers: "Er is nog geen klant.",
    no_invoices: |day| format!("Tot en met {} is er geen factuur.", long_date(day)),
    days_late: |days| match days {
        1 => "1 dag te laat".to_owned(),
        _ => format!("{days} dagen te laat"),
    },
    due_in: |days| match days {
        0 => "vervalt vandaag".to_owned(),
        1 => "vervalt over 1 dag".to_owned(),
        _ => format!("vervalt over {days} dagen"),
    },
    by: |day| format!("uiterlijk {day}"),
    until: |day| format!("t/m {day}"),
    follow_up: |day| format!("terugkomen op {day}"),
    since: |day| format!("sinds {day}"),
    nobody_reached: "niemand bereikt",
    appointment: "afspraak",
    appointment_outcome: |became| match became {
        AppointmentOutcome::Held => "doorgegaan",
        AppointmentOutcome::CalledOff => "afgezegd",
        AppointmentOutcome::Moved => "verzet",
    },
    promise_kept: "nagekomen",
    promise_broken: "niet nagekomen",
    promise_open: "loopt nog",
    received: |amount, by| format!("{amount} ontvangen t/m {by}"),
    nothing_received: |by| format!("niets ontvangen t/m {by}"),
};

const ENTRIES: EntryWords = EntryWords {
    opening: "beginsaldo",
    invoice: "factuur",
    credit: "creditnota",
    reversal: "storno",
    payment: "betaling",
    apply: "verrekening",
    refund: "terugbetaling",
    fee: "aanmaankosten",
    costs: "incassokosten",
    interest: "rente",
    waive: "kwijtschelding",
    settle: "schikkingsvoorstel",
    writeoff: "afboeking",
    void: "annulering",
    discount: "betalingskorting",
    settlement: "schikking",
    recovery: "ontvangst na afboeking",
    agreed: "akkoord",
    dispute: "betwisting",
    resolve: "afhandeling",
    hold: "pauze",
    release: "vrijgave",
    promise: "toezegging",
    plan: "betalingsregeling",
    insolvent: "insolventie",
    delivered: "geleverd",
    sent: "verstuurd",
    skip: "overgeslagen",
    milestone: "mijlpaal",
    phone: "telefoon",
    email: "e-mail",
    letter: "brief",
    visit: "bezoek",
    chat: "chat",
    note: "notitie",
    handover: "overdracht",
    returned: "teruggenomen",
};

const RULES: AllocationRuleWords = AllocationRuleWords {
    named: "noemt de factuur",
    designated: "volgens de for:-regel",
    applied: "van de rekening gehaald",
    oldest: "oudste eerst, wettelijke volgorde",
    discount: "op tijd voor de korting",
    settlement: "schikking gehaald",
    recovered: "alsnog betaald na afboeking",
};

const FIGURES: StatisticsWords = StatisticsWords {
    files: "Bestanden",
    entries: "Boekingen",
    first_entry: "Eerste boeking",
    last_entry: "Laatste boeking",
    customers: "Klanten",
    invoices: "Facturen",
    credits: "Creditnota's",
    payments: "Betalingen",
    letters: "Verstuurde brieven",
    contacts: "Contacten",
    first_contact: "Dagen van te laat tot eerste contact (mediaan)",
    days_to_invoice: "Dagen van levering tot factuur (mediaan)",
    invoiced: "Gefactureerd",
    credited: "Gecrediteerd",
    claimed: "Kosten en rente in rekening gebracht",
    waived: "Kosten en rente kwijtgescholden",
    received: "Ontvangen",
    commission: "Ingehouden door incassobureaus",
    received_net: "Netto ontvangen",
    reversed: "Gestorneerd",
    refunded: "Terugbetaald",
    discounts: "Betalingskorting",
    settlements: "Kwijtgescholden bij schikking",
    written_off: "Afgeboekt",
    open: "Hoofdsom openstaand",
    charges: "Kosten en rente openstaand",
    unallocated: "Op rekening",
    payer_unknown: "Betaler onbekend",
    balance: "Saldo",
};

fn format_duration(time: Duration) -> String {
    let (count, one, many) = match time {
        Duration::Days(count) => (count, "dag", "dagen"),
        Duration::Months(count) => (count, "maand", "maanden"),
        Duration::Minutes(count) => (count, "minuut", "minuten"),
    };
    format!("{count} {}", if count == 1 { one } else { many })
}
