//! The words about VAT in Dutch.

use crate::language::habits::format_count;
use crate::language::vat::{EuListingWords, VatReturnWords, VatWords};
use crate::value::vocabulary::VatBasis;

/// Why an amount bears no VAT.
pub const VAT: VatWords = VatWords {
    reverse_charge: "verlegd",
    export: "export",
    eu_goods: "goederen binnen de EU",
    eu_services: "diensten binnen de EU",
    eu_distance: "afstandsverkopen binnen de EU",
    exempt: "vrijgesteld",
    margin: "margeregeling",
    abroad: "belast in het buitenland",
    unknown: "niet vermeld",
    vat_return: RETURN,
    listing: LISTING,
};

const RETURN: VatReturnWords = VatReturnWords {
    title: |period| format!("Btw-aangifte {period}"),
    explanation: |name, period| format!("Btw-aangifte {period}, {name}"),
    outside: |word| {
        Some(match word {
            "unknown" => "zonder tarief",
            "exempt" => "vrijgesteld",
            "margin" => "margeregeling",
            "abroad" => "belast in het buitenland",
            "other-currency" => "in een andere munt",
            "late" => "uit eerder aangegeven tijdvakken",
            "relief" => "oninbaar",
            _ => return None,
        })
    },
    basis: "Btw verschuldigd",
    by_invoice: "bij facturering",
    by_receipt: "bij ontvangst (kasstelsel)",
    vat_box: "Rubriek",
    about: "Waarover",
    net: "Omzet",
    vat: "Btw",
    rounded_net: "Omzet, euro's",
    rounded_vat: "Btw, euro's",
    documents: "Facturen",
    rate: "Tarief",
    total: "Btw over verkopen",
    relief: "oninbaar, terug te vragen",
    relief_undone: "oninbaar, toch betaald",
    kinds: [
        "factuur",
        "creditnota",
        "vervallen",
        "ontvangst",
        "oninbaar",
        "toch betaald",
    ],
    unknown: |count, sum| {
        let invoices = format_count(count, "factuur of creditnota", "facturen en creditnota's");
        format!(
            "Zonder btw-tarief: {invoices}, {sum}. In geen rubriek zolang het tarief er niet staat (`--explain unknown`)."
        )
    },
    exempt: |count, sum| {
        let invoices = format_count(count, "factuur of creditnota", "facturen en creditnota's");
        format!("Vrijgesteld: {invoices}, {sum}. In geen rubriek.")
    },
    margin: |count, sum| {
        let invoices = format_count(count, "factuur of creditnota", "facturen en creditnota's");
        format!(
            "Onder de margeregeling: {invoices}, {sum}. De marge staat niet in het journaal: tel die zelf bij de rubriek op (`--explain margin`)."
        )
    },
    abroad: |count, sum| {
        let invoices = format_count(count, "factuur of creditnota", "facturen en creditnota's");
        format!(
            "Belast in het buitenland, of nergens: {invoices}, {sum}. In geen rubriek van deze aangifte; verkopen met btw van een \
             ander EU-land horen in die van het éénloketsysteem (`--explain abroad`)."
        )
    },
    other_currency: |count, sum| {
        let invoices = format_count(count, "factuur of creditnota", "facturen en creditnota's");
        format!(
            "In een andere munt: {invoices}, {sum}. Reken om en tel erbij op (`--explain other-currency`)."
        )
    },
    late: |count, vat| {
        let amounts = format_count(count, "bedrag", "bedragen");
        format!(
            "Daarbij: {amounts} uit tijdvakken die al waren aangegeven toen ze werden geschreven, met {vat} btw (`--explain late`)."
        )
    },
    declared_later: |count, vat| {
        let amounts = format_count(count, "bedrag", "bedragen");
        format!(
            "Voor een latere aangifte: {amounts} van dit tijdvak, geschreven nadat het was aangegeven, met {vat} btw."
        )
    },
    bad_debts: "Btw over oninbare vorderingen gaat af van de rubriek waarin zij was aangegeven (1a, 1b), waarvan de regels samen de \
        rubriek in hele euro's zijn, of staat naar keuze in 5b.",
    input_vat: "Voorbelasting (5b) en inkopen staan niet in dit journaal.",
    no_return: "De onderneming brengt geen btw in rekening (`vat-scheme`): er valt niets aan te geven.",
    supplies_under_scheme: "Er is aan ondernemers in andere EU-landen geleverd: `--icp` toont het; vraag de Belastingdienst of hij die opgaaf verlangt.",
    of_statement: |net, vat, unknown| {
        let left_out = match unknown {
            0 => String::new(),
            1 => " Eén factuur of creditnota zonder tarief is niet meegeteld.".to_owned(),
            count => {
                format!(" {count} facturen en creditnota's zonder tarief zijn niet meegeteld.")
            }
        };
        format!("Facturen min creditnota's: {net} zonder btw, {vat} btw.{left_out}")
    },
    charged_under_scheme: "De onderneming brengt geen btw in rekening (`vat-scheme`), en toch staat er btw op facturen: die is \
        verschuldigd. Wat onbelast is, heeft geen tarief nodig.",
    passed_limit: |invoice, day| {
        format!(
            "Met factuur {invoice} van {day} kwam de omzet van het jaar boven de grens van de kleineondernemersregeling \
             (`vat-scheme: kor`): vanaf die factuur is btw verschuldigd, ook waar die er niet op staat. Meld het de \
             Belastingdienst, haal de regeling weg en schrijf de tarieven; tot dan kloppen deze rubrieken niet."
        )
    },
    not_over: |last, day| {
        format!("Het tijdvak eindigt op {last}: dit is wat het journaal op {day} weet.")
    },
    discounts: |count, sum| {
        let invoices = format_count(count, "factuur", "facturen");
        format!(
            "Betalingskorting: op {invoices}, {sum}. Omzet en btw staan er zoals gefactureerd; een creditnota voor de korting \
             verlaagt ze."
        )
    },
    waiting_money: |basis, count, sum| {
        let payments = format_count(count, "betaling", "betalingen");
        let until = match basis {
            VatBasis::Invoice => "",
            VatBasis::Cash => " zolang het geld niet voor een factuur is gebruikt",
        };
        format!(
            "Op rekening: {payments} uit dit tijdvak, {sum}, in geen rubriek{until}. Is het vooruitbetaald voor werk dat is \
             afgesproken, dan kan de btw al in dit tijdvak verschuldigd zijn: vraag het de Belastingdienst."
        )
    },
    unknown_payers: |basis, count, sum| {
        let payments = format_count(count, "betaling", "betalingen");
        let of_invoices = match basis {
            VatBasis::Invoice => "",
            VatBasis::Cash => {
                " Is het voor een factuur, dan is de btw in dit tijdvak verschuldigd."
            }
        };
        format!(
            "Van onbekende betalers: {payments} uit dit tijdvak, {sum}, in geen rubriek. Zoek uit wie wat heeft \
             betaald.{of_invoices} Is het vooruitbetaald voor werk dat is afgesproken, dan kan de btw ook in dit tijdvak \
             verschuldigd zijn."
        )
    },
    no_law: "De btw-aangifte van dit land is het programma niet bekend.",
    nothing: "Hier staat niets.",
};

const LISTING: EuListingWords = EuListingWords {
    title: |period| format!("Opgaaf ICP {period}"),
    country: "Land",
    vat_id: "Btw-nummer",
    goods: "Goederen, hele euro's",
    services: "Diensten, hele euro's",
    problem: "Probleem",
    missing: "geen btw-nummer",
    own_country: "een btw-nummer van het eigen land",
    not_of_union: "geen btw-nummer van een EU-land",
    malformed: "geen btw-nummer van dat land",
    goods_only: "een btw-nummer alleen voor goederen",
    by_month: |limit, quarter, parts| {
        format!(
            "In {quarter} ging voor meer dan {limit} aan goederen naar andere EU-landen: de opgaaf gaat vanaf dan per maand, tot vier \
             kwartalen op rij daaronder blijven. Dit kwartaal wordt opgegeven als {parts}."
        )
    },
    under_scheme: "De onderneming brengt geen btw in rekening (`vat-scheme`): vraag de Belastingdienst of hij deze opgaaf verlangt.",
    nothing: "Er is niets geleverd aan ondernemers in andere landen van de Europese Unie.",
};
