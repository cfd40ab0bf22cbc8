//! The words about VAT in English.

use crate::language::habits::format_count;
use crate::language::vat::{EuListingWords, VatReturnWords, VatWords};
use crate::value::vocabulary::VatBasis;

/// Why an amount bears no VAT.
pub const VAT: VatWords = VatWords {
    reverse_charge: "reverse charge",
    export: "export",
    eu_goods: "goods within the EU",
    eu_services: "services within the EU",
    eu_distance: "distance sales within the EU",
    exempt: "exempt",
    margin: "margin scheme",
    abroad: "taxed abroad",
    unknown: "not stated",
    vat_return: RETURN,
    listing: LISTING,
};

const RETURN: VatReturnWords = VatReturnWords {
    title: |period| format!("VAT return {period}"),
    explanation: |name, period| format!("VAT return {period}, {name}"),
    outside: |word| {
        Some(match word {
            "unknown" => "without a rate",
            "exempt" => "exempt",
            "margin" => "margin scheme",
            "abroad" => "taxed abroad",
            "other-currency" => "in another currency",
            "late" => "of periods filed before",
            "relief" => "bad debts",
            _ => return None,
        })
    },
    basis: "VAT is owed",
    by_invoice: "when it is invoiced",
    by_receipt: "when it is paid (cash scheme)",
    vat_box: "Box",
    about: "About",
    net: "Net",
    vat: "VAT",
    rounded_net: "Net, euros",
    rounded_vat: "VAT, euros",
    documents: "Invoices",
    rate: "Rate",
    total: "VAT on sales",
    relief: "bad debts, asked back",
    relief_undone: "bad debts paid after all",
    kinds: [
        "invoice",
        "credit note",
        "void",
        "receipt",
        "bad debt",
        "bad debt paid",
    ],
    unknown: |count, sum| {
        let invoices = format_count(count, "invoice or credit note", "invoices and credit notes");
        format!(
            "Without a rate of VAT: {invoices}, {sum}. In no box until the rate is written (`--explain unknown`)."
        )
    },
    exempt: |count, sum| {
        let invoices = format_count(count, "invoice or credit note", "invoices and credit notes");
        format!("Exempt: {invoices}, {sum}. In no box.")
    },
    margin: |count, sum| {
        let invoices = format_count(count, "invoice or credit note", "invoices and credit notes");
        format!(
            "Under the margin scheme: {invoices}, {sum}. The margin is not in the journal: add it to its box (`--explain margin`)."
        )
    },
    abroad: |count, sum| {
        let invoices = format_count(count, "invoice or credit note", "invoices and credit notes");
        format!(
            "Taxed abroad, or nowhere: {invoices}, {sum}. In no box of this return; sales with the VAT of another EU country \
             belong in that of the one-stop shop (`--explain abroad`)."
        )
    },
    other_currency: |count, sum| {
        let invoices = format_count(count, "invoice or credit note", "invoices and credit notes");
        format!(
            "In another currency: {invoices}, {sum}. Convert and add them (`--explain other-currency`)."
        )
    },
    late: |count, vat| {
        let amounts = format_count(count, "amount", "amounts");
        format!(
            "Among these: {amounts} of periods that were filed before they were written, with {vat} of VAT (`--explain late`)."
        )
    },
    declared_later: |count, vat| {
        let amounts = format_count(count, "amount", "amounts");
        format!(
            "Left to a later return: {amounts} of this period, written after it was filed, with {vat} of VAT."
        )
    },
    bad_debts: "VAT on bad debts is asked back in the box it was declared in (1a, 1b), whose rows add up to that box in whole euros, \
        or by choice in 5b.",
    input_vat: "Input VAT (5b) and purchases are not in this journal.",
    no_return: "The business charges no VAT (`vat-scheme`): there is nothing to declare.",
    supplies_under_scheme: "Businesses in other EU countries were supplied: `--icp` lists it; ask the tax office whether it wants that listing.",
    of_statement: |net, vat, unknown| {
        let left_out = match unknown {
            0 => String::new(),
            1 => " One invoice or credit note without a rate is not in it.".to_owned(),
            count => format!(" {count} invoices and credit notes without a rate are not in it."),
        };
        format!("Invoices less credit notes: {net} without VAT, {vat} of VAT.{left_out}")
    },
    charged_under_scheme: "The business charges no VAT (`vat-scheme`), and yet VAT stands on invoices: that is owed. What is \
        untaxed needs no rate.",
    passed_limit: |invoice, day| {
        format!(
            "With invoice {invoice} of {day} the turnover of the year passed the limit of the scheme for small businesses \
             (`vat-scheme: kor`): from that invoice on VAT is owed, also where none stands on it. Tell the tax office, take \
             the scheme out and write the rates; these boxes are wrong until then."
        )
    },
    not_over: |last, day| {
        format!("The period ends on {last}: this is what the journal knows on {day}.")
    },
    discounts: |count, sum| {
        let invoices = format_count(count, "invoice", "invoices");
        format!(
            "Discounts for paying early: on {invoices}, {sum}. Net and VAT stand as invoiced; a credit note for the discount lowers \
             them."
        )
    },
    waiting_money: |basis, count, sum| {
        let payments = format_count(count, "payment", "payments");
        let until = match basis {
            VatBasis::Invoice => "",
            VatBasis::Cash => " until the money is used for an invoice",
        };
        format!(
            "On account: {payments} of this period, {sum}, in no box{until}. If it was paid beforehand for work that is agreed on, \
             its VAT may be owed in this period already: ask the tax office."
        )
    },
    unknown_payers: |basis, count, sum| {
        let payments = format_count(count, "payment", "payments");
        let of_invoices = match basis {
            VatBasis::Invoice => "",
            VatBasis::Cash => " If it is for an invoice, its VAT is owed in this period.",
        };
        format!(
            "Of unknown payers: {payments} of this period, {sum}, in no box. Find out who paid what for.{of_invoices} If it was paid \
             beforehand for work that is agreed on, its VAT may be owed in this period as well."
        )
    },
    no_law: "The VAT return of this country is not known to the program.",
    nothing: "Nothing stands here.",
};

const LISTING: EuListingWords = EuListingWords {
    title: |period| format!("EU supplies {period}"),
    country: "Country",
    vat_id: "VAT number",
    goods: "Goods, whole euros",
    services: "Services, whole euros",
    problem: "Problem",
    missing: "no VAT number",
    own_country: "a VAT number of the own country",
    not_of_union: "no VAT number of an EU country",
    malformed: "no VAT number of that country",
    goods_only: "a VAT number for goods alone",
    by_month: |limit, quarter, parts| {
        format!(
            "More than {limit} of goods went to other EU countries in {quarter}: the listing goes by month from then on, until four \
             quarters in a row stay within that. This quarter is listed as {parts}."
        )
    },
    under_scheme: "The business charges no VAT (`vat-scheme`): ask the tax office whether it wants this listing.",
    nothing: "Nothing was supplied to businesses in other countries of the European Union.",
};
