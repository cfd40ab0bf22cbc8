//! `vat --icp`: the listing of supplies to businesses in other countries of the European Union.

use super::return_page::start_return_page;
use crate::document::{Cell, ColumnVisibility, Document, Table};
use crate::policy::jurisdiction::law::Law;
use crate::policy::jurisdiction::union_vat_id::{UnionVatIdProblem, plain_number};
use crate::report::shared::customer_cells::customer_cells;
use crate::report::shared::page::{add_table, add_totals, column, column_visible};
use crate::report::shared::report_input::ReportInput;
use crate::value::key_name::KeyName;
use crate::value::money::{Minor, Money};
use crate::vat::eu_listing::{EuSupply, list_eu_supplies};
use crate::vat::listing_periods::ListingPeriods;
use crate::vat::vat_return::VatReturn;

/// The page of the listing; a customer without a number that holds stands in it with what is the matter.
pub fn write(
    input: ReportInput<'_>,
    law: &Law,
    found: &VatReturn,
    monthly: Option<ListingPeriods>,
) -> Document {
    let say = &input.language.phrases.vat.listing;
    let head = &input.language.phrases.heading;
    let period = found.period.to_string();
    let mut page = start_return_page(input, &(say.title)(&period), found);
    let supplies = list_eu_supplies(input.day.journal, &found.entries);
    if supplies.is_empty() {
        page.push_paragraph(say.nothing);
    } else if !input.day.journal.is_vat_charged() {
        page.push_paragraph(say.under_scheme);
    }
    if let Some(monthly) = monthly {
        let limit = Money::new(monthly.limit, law.currency);
        let parts = monthly.parts.iter().map(ToString::to_string);
        page.push_paragraph((say.by_month)(
            &input.language.format_money(limit),
            &monthly.passed_in.to_string(),
            &parts.collect::<Vec<_>>().join(", "),
        ));
    }
    let rows = supplies.iter();
    let mut table = Table::new(
        vec![
            column_visible("period", "", ColumnVisibility::Programs),
            column("country", say.country),
            column("vat_id", say.vat_id),
            column("customer", head.customer),
            column_visible("name", head.name, ColumnVisibility::WhenRoom),
            column("currency", head.currency),
            column("goods", say.goods),
            column("services", say.services),
            column_visible("invoices", head.invoice, ColumnVisibility::Programs),
            column_visible("problem", say.problem, ColumnVisibility::WhenUsed),
            column_visible("goods_exact", "", ColumnVisibility::Programs),
            column_visible("services_exact", "", ColumnVisibility::Programs),
        ],
        rows.map(|supply| row(input, &period, supply)),
    );
    add_totals(input, &mut table);
    add_table(input, &mut page, table);
    page
}

fn row(input: ReportInput<'_>, period: &str, supply: &EuSupply) -> Vec<Cell> {
    let say = &input.language.phrases.vat.listing;
    let journal = input.day.journal;
    let record = supply.customer.map(|customer| &journal.customers[customer]);
    let value = |key| record.and_then(|record| record.value(key));
    let vat_id = value(KeyName::VatId).map(plain_number).unwrap_or_default();
    // The tax office knows a customer by the country of the number.
    let country = vat_id.get(..2).or_else(|| value(KeyName::Country));
    let money = |minor: Minor| Cell::from(Money::new(minor, supply.currency));
    let [id, name] = customer_cells(journal, supply.customer);
    let numbers = supply.documents.iter();
    let numbers: Vec<&str> = numbers.map(|number| journal.invoice_no(*number)).collect();
    let problem = supply.problem.map_or(Cell::Empty, |problem| match problem {
        UnionVatIdProblem::Missing => Cell::word("missing", say.missing),
        UnionVatIdProblem::OwnCountry => Cell::word("own-country", say.own_country),
        UnionVatIdProblem::NotOfUnion => Cell::word("not-of-union", say.not_of_union),
        UnionVatIdProblem::Malformed => Cell::word("malformed", say.malformed),
        UnionVatIdProblem::GoodsOnly => Cell::word("goods-only", say.goods_only),
    });
    vec![
        Cell::text(period),
        country.map_or(Cell::Empty, Cell::text),
        Cell::text(&vat_id),
        id,
        name,
        Cell::Currency(supply.currency),
        money(supply.rounded_goods),
        money(supply.rounded_services),
        Cell::text(&numbers.join(" ")),
        problem,
        money(supply.goods),
        money(supply.services),
    ]
}
