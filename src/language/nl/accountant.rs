//! The words of what an accountant is given, in Dutch.

use crate::language::accountant::{
    AccountantTables, AccountantWords, DoubtWords, GapWords, LayoutWords, SummaryWords, TableWords,
};

/// The words of `export accountant`.
pub const ACCOUNTANT: AccountantWords = AccountantWords {
    tables: TABLES,
    changed_entries: TableWords {
        title: "Gewijzigde boekingen",
        about: "Boekingen uit eerdere exports die niet meer zijn zoals ze waren: hun regels toen (was), om terug te nemen, en nu (now); late: nieuwe van voor de periode.",
    },
    headings: HEADINGS,
    read_me: READ_ME,
    layout: LAYOUT,
    doubt: DoubtWords {
        insolvent: "insolvent",
        handed_over: "uit handen gegeven",
        disputed: "betwist",
        limitation: "verjaring nabij of voorbij",
        part_written_off: "deels afgeboekt",
        late: |days| format!("{days} {} te laat", if days == 1 { "dag" } else { "dagen" }),
    },
    gap: GapWords {
        nothing: "niet verklaard in het journaal",
        never_used: "nooit gebruikt (void)",
        credit_note: "creditnota",
    },
    words: WORDS,
    still_open: "nog open",
    payer_unknown: "betaler onbekend",
    unknown_returned: "terugbetaald, betaler onbekend",
};

const TABLES: AccountantTables = AccountantTables {
    read_me: TableWords {
        title: "Lees mij",
        about: "Waar de andere tabellen op berusten, en wat er niet in staat.",
    },
    journal: TableWords {
        title: "Journaalposten",
        about: "De boekingen van de periode, elk in zichzelf in evenwicht, met grootboekrekeningen en btw-codes.",
    },
    vat: TableWords {
        title: "Btw per boeking",
        about: "Elk bedrag van de aangifte, met rubriek en plaats in het journaal.",
    },
    vat_return: TableWords {
        title: "Btw-aangifte",
        about: "De rubrieken van de aangifte, exact en in hele euro's.",
    },
    icp: TableWords {
        title: "Opgaaf ICP",
        about: "De opgaaf intracommunautaire prestaties, een regel per klant.",
    },
    open_items: TableWords {
        title: "Openstaande posten",
        about: "Wat op de laatste dag openstaat, met ouderdom, kosten en rente, twijfels en voorstellen voor een voorziening. De kolom Saldo (balance) telt op tot de rekening debiteuren.",
    },
    movement: TableWords {
        title: "Verloop debiteuren",
        about: "Beginsaldo, wat het veranderde en eindsaldo, per klant. Bedragen onder nul verlagen het saldo: beginsaldo en alle kolommen samen zijn het eindsaldo.",
    },
    after_date: TableWords {
        title: "Afloopcontrole",
        about: "Wat er na de laatste dag van de openstaande posten werd.",
    },
    receipts: TableWords {
        title: "Ontvangsten",
        about: "Geld dat binnenkwam of terugging: bruto, wat ervan werd ingehouden, en netto op de bank.",
    },
    credit_notes: TableWords {
        title: "Creditnota's",
        about: "Die van de periode, en latere over facturen tot en met de laatste dag.",
    },
    written_off: TableWords {
        title: "Afgeboekt",
        about: "Wat debiteuren verlaagde zonder geld of creditnota: afgeboekt, geschikt, kwijtgescholden, korting, vervallen; en wat daarvan toch binnenkwam. In het kasstelsel wordt de btw daarin nooit verschuldigd, en is er niets terug te vragen.",
    },
    number_gaps: TableWords {
        title: "Nummerhiaten",
        about: "Nummers in de factuurreeksen die geen factuur zijn, en de verklaring ervan.",
    },
    customers: TableWords {
        title: "Klanten",
        about: "Iedereen die het journaal noemt.",
    },
    findings: TableWords {
        title: "Bevindingen",
        about: "Waar de controle van het journaal voor waarschuwt en wat zij aanraadt.",
    },
    invoice_lines: TableWords {
        title: "Factuurregels",
        about: "De regels van de facturen en creditnota's van de periode zoals ze zijn opgeschreven; die van een creditnota onder nul. Facturen zonder regels staan er niet in.",
    },
};

const READ_ME: SummaryWords = SummaryWords {
    about: "algemeen",
    files: "bestanden",
    tables: "tabellen",
    counts: "aantallen",
    debtors: "debiteuren",
    vat: "btw",
    choices: "keuzes",
    left_out: "niet erin",
    business: "Bedrijf",
    vat_id: "Btw-nummer",
    trade_register: "Handelsregister",
    period: "Periode",
    first_day: "Eerste dag",
    last_day: "Laatste dag",
    known_on: "Bekend op",
    known_on_note: "Boekingen met een latere datum staan in geen tabel; wat later is geschreven met een dag in de periode wel.",
    not_over: "De periode is nog niet voorbij: de tabellen eindigen met deze dag.",
    program: "Programma",
    vat_basis: "Btw verschuldigd",
    vat_not_due: "Btw nog niet verschuldigd",
    vat_not_due_note: "Verschuldigd zodra wat op de laatste dag openstaat wordt betaald: het saldo van die rekening in de boeken.",
    turnover: |rate| format!("Omzet, {rate}"),
    turnover_without_rate: "Omzet zonder tarief",
    turnover_in_box: |name, vat| match vat {
        Some(vat) => format!("Rubriek {name}, met {vat} btw."),
        None => format!("Rubriek {name}."),
    },
    turnover_outside: |why| format!("In geen rubriek: {why}."),
    turnover_unknown: "In geen rubriek; er kan btw in zitten.",
    vat_booked: "Btw op de rekeningen van de periode",
    vat_booked_note: "Verschuldigde en teruggevraagde btw in de journaalposten van de periode; wat na de aangifte is geboekt, wordt later aangegeven.",
    vat_declared: "Btw van de aangifte",
    vat_of_earlier: "waarvan geboekt in eerdere periodes",
    vat_declared_later: "Geboekt in de periode, later aangegeven",
    file_note: |bytes| format!("SHA-256 van {bytes} bytes"),
    opening: "Beginsaldo",
    closing: "Eindsaldo",
    agrees: "Hetzelfde in het verloop, in de openstaande posten en op de rekening debiteuren van de journaalposten.",
    invoices: "Facturen van de periode",
    credit_notes: "Creditnota's van de periode",
    receipts: "Betalingen van de periode",
    open_items: "Openstaande posten op de laatste dag",
    findings: "Bevindingen",
    findings_unlisted: "Bevindingen van soorten met meer dan er staan",
    series: |first, last| format!("Nummers {first} tot en met {last}"),
    series_note: "nummers gebruikt in de periode",
    share: "Percentage voor de voorziening",
    no_shares: "Er zijn geen percentages gegeven (--provision), dus er worden er geen voorgesteld; posten met een twijfel zijn genoemd.",
    provision_basis: "Een voorstel: het percentage van wat openstaat met kosten en rente en zonder btw, elke post op zichzelf. Of zij genomen mag worden is aan de jaarrekening.",
    earlier_entries: "Boekingen uit eerdere exports",
    earlier_entries_note: "Niet in journal (--since-entry); changed-entries heeft die niet meer zijn zoals ze waren. De andere tabellen zijn van de hele periode.",
    proposed: "Posten met een voorgestelde voorziening",
    proposed_note: |sums| {
        if sums.is_empty() {
            "Er is niets voorgesteld.".to_owned()
        } else {
            format!("{sums} voorgesteld.")
        }
    },
    no_share: "Posten te laat of met een twijfel, zonder percentage",
    no_share_note: |sums| {
        if sums.is_empty() {
            String::new()
        } else {
            format!(
                "{sums} open, niets voorgesteld: voor hun ouderdom, of voor een van hun twijfels, is geen percentage gegeven."
            )
        }
    },
    numbers_missing: "Ontbrekende nummers zonder verklaring",
    numbers_missing_note: "In number-gaps.",
    entries_later: "Boekingen met een datum na de dag",
    entries_later_note: "Niet bekend op de gevraagde dag.",
    unknown_payers: "Betalingen van onbekende betalers",
    unknown_payers_note: |sums| {
        format!(
            "{sums} op de laatste dag in niemands saldo: wel in ontvangsten, niet in openstaande posten of verloop."
        )
    },
    no_due_date: "Openstaande posten zonder vervaldatum",
    no_due_date_note: "Zij hebben geen ouderdom en gelden als niet te laat.",
    vat_unknown: "Openstaande posten zonder btw-tarief",
    vat_unknown_note: |sums| {
        format!("{sums} open; een voorgestelde voorziening is van het bedrag met btw.")
    },
    other_currency: "Stukken in andere valuta",
    other_currency_note: |codes| {
        format!(
            "In {codes}: staan er in hun eigen valuta, nooit omgerekend en nooit bij euro's opgeteld."
        )
    },
    no_law: "Het programma kent het recht van het land van het bedrijf niet: geen aangifte en geen opgaaf.",
    with_errors: "Het journaal bevat fouten",
    with_errors_note: "Op verzoek toch geschreven (--even-so): de cijfers zijn niet te vertrouwen.",
    never: "Nooit erin",
    never_note: "Inkopen en voorbelasting (5b), privégebruik (1d), bankkosten, koersverschillen: die staan niet in een debiteurenjournaal.",
    kept: "Ingehouden door wie incasseert",
    kept_note: "Als kosten geboekt, met de btw die erin kan zitten: de factuur van wie incasseert zegt hoeveel dat is.",
};

const LAYOUT: LayoutWords = LayoutWords {
    part: "bestanden voor een programma",
    tried: |program, tried| match tried {
        Some(tried) => format!("Regels voor {program}; ingelezen door {tried}."),
        None => format!("Regels voor {program}; niet geverifieerd met het programma zelf."),
    },
    not_verified: "Niet geverifieerd",
    copy_note: "De indeling zoals zij is gebruikt: wijzig een kopie en vraag erom met `--layout BESTAND`.",
    other_currency: |code| {
        format!("Regels weggelaten: in {code}, en het bestand heeft geen kolom voor de valuta.")
    },
    not_asked: |column, value| format!("Regels weggelaten door de indeling: {column} is {value}."),
    no_code: |list, word| {
        format!("Cellen leeg gelaten: geen code voor `{word}` onder [codes.{list}].")
    },
    no_word: |list| {
        format!("Cellen leeg gelaten: in de tabel staat niets dat [codes.{list}] kan noemen.")
    },
    cut: |heading, max| format!("Teksten afgekapt op {max} tekens: {heading}."),
    missing_signs: "Teksten met `?` voor tekens die de tekenset niet heeft.",
};

/// The words of the tables by their codes.
const WORDS: &[(&str, &str)] = &[
    ("abroad", "belast in het buitenland"),
    ("advice", "advies"),
    ("apply", "verrekening"),
    ("bank", "bank"),
    ("costs", "incassokosten"),
    ("credit", "creditnota"),
    ("error", "fout"),
    ("exempt", "vrijgesteld"),
    ("fee", "aanmaningskosten"),
    ("goods", "goederen"),
    ("interest", "rente"),
    ("invoice", "factuur"),
    ("late", "na de aangifte geboekt"),
    ("margin", "margeregeling"),
    ("memorial", "memoriaal"),
    ("no", "nee"),
    ("on-account", "op rekening"),
    ("other-currency", "andere valuta"),
    ("payment", "betaling"),
    ("payment-unknown", "betaling, betaler onbekend"),
    ("receipt", "ontvangst"),
    ("recovery", "na afboeking ontvangen"),
    ("refund", "terugbetaling"),
    ("relief", "btw terug over oninbaar"),
    ("relief-undone", "btw weer verschuldigd"),
    ("return-unknown", "terugbetaald, betaler onbekend"),
    ("reversal", "stornering"),
    ("sales", "verkopen"),
    ("services", "diensten"),
    ("settle", "schikking"),
    ("unknown", "tarief onbekend"),
    ("void", "annulering"),
    ("waive", "kwijtschelding"),
    ("warning", "waarschuwing"),
    ("writeoff", "afboeking"),
    ("yes", "ja"),
];

/// The headings of columns by their keys, where other exports have none.
const HEADINGS: &[(&str, &str)] = &[
    ("part", "Deel"),
    ("subject", "Onderwerp"),
    ("value", "Waarde"),
    ("note", "Toelichting"),
    ("entry", "Boeking"),
    ("change", "Wijziging"),
    ("no", "Nr."),
    ("period", "Periode"),
    ("kind", "Soort"),
    ("account", "Rekening"),
    ("rgs", "RGS"),
    ("account_name", "Naam rekening"),
    ("vat_code", "Btw-code"),
    ("vat_net", "Btw-grondslag"),
    ("vat_amount", "Btw-bedrag"),
    ("id", "Bankkenmerk"),
    ("box", "Rubriek"),
    ("declared_on", "Aangegeven op"),
    ("return_period", "Btw-aangifte"),
    ("daybook", "Dagboek"),
    ("for_invoice", "Bij factuur"),
    ("country", "Land"),
    ("vat_id", "Btw-nummer"),
    ("code", "Code"),
    ("rate", "Tarief"),
    ("net", "Netto"),
    ("vat", "Btw"),
    ("gross", "Bruto"),
    ("icp", "ICP"),
    ("goods_exact", "Goederen, exact"),
    ("services_exact", "Diensten, exact"),
    ("basis", "Btw verschuldigd"),
    ("reason", "Reden"),
    ("days_late", "Dagen te laat"),
    ("vat_in_open", "Btw in open"),
    ("charges", "Kosten en rente"),
    ("on_account", "Op rekening"),
    ("balance", "Saldo"),
    ("stage", "Stap"),
    ("dispute", "Betwist sinds"),
    ("plan", "Regeling sinds"),
    ("plan_missed", "Regeling gemist sinds"),
    ("insolvent", "Insolvent sinds"),
    ("handed_over", "Uit handen op"),
    ("relief_date", "Btw terug vanaf"),
    ("provision_share", "Voorziening %"),
    ("provision", "Voorziening"),
    ("opening", "Beginsaldo"),
    ("invoices", "Facturen"),
    ("credit_notes", "Creditnota's"),
    ("payments", "Betalingen"),
    ("reversals", "Storneringen"),
    ("refunds", "Terugbetalingen"),
    ("waived", "Kwijtgescholden"),
    ("discounts", "Kortingen"),
    ("settled", "Geschikt"),
    ("written_off", "Afgeboekt"),
    ("void", "Vervallen"),
    ("closing", "Eindsaldo"),
    ("how", "Hoe"),
    ("entry_date", "Datum boeking"),
    ("still_open", "Nu nog open"),
    ("kept", "Ingehouden"),
    ("returned", "Teruggegaan"),
    ("net_on_bank", "Netto op bank"),
    ("placed", "Afgeletterd"),
    ("of_date", "Van"),
    ("number", "Nummer"),
    ("invoice_period", "Periode factuur"),
    ("after_period", "Na de periode"),
    ("recovered", "Alsnog ontvangen"),
    ("relief_undone_period", "Btw weer verschuldigd in"),
    ("vat_relief_period", "Btw terug in"),
    ("from", "Van"),
    ("to", "Tot"),
    ("missing", "Ontbreekt"),
    ("missing_to", "Ontbreekt tot en met"),
    ("count", "Aantal"),
    ("explained_by", "Verklaard door"),
    ("explanation", "Verklaring"),
    ("trade_register", "Handelsregister"),
    ("address", "Adres"),
    ("attn", "Ter attentie van"),
    ("iban", "IBAN"),
    ("severity", "Ernst"),
    ("message", "Melding"),
    ("mend", "Oplossing"),
];
