//! V011: a VAT return that was filed with other figures than the journal has.

use super::shared::check_input::CheckInput;
use crate::journal::vat_filing::{FiledBox, VatFiling};
use crate::policy::jurisdiction::law::Law;
use crate::text::diagnostic::Sink;
use crate::value::money::{Minor, Money};
use crate::vat::vat_return::VatReturn;

crate::check_rule! {
    "V011" "filed-return-differs" Advice, needs Figures, page "filed_return_differs.md", Journal(run)
}

/// What rounding to whole units may make of an amount, in minor units.
const ROUNDING: u128 = 100;

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let journal = input.day.journal;
    let Some(law) = journal.home_law().filter(|_| journal.is_vat_charged()) else {
        return;
    };
    let basis = journal.business.as_ref().map(|own| own.vat_basis);
    for filing in journal.vat_filings.iter().filter(|it| !it.boxes.is_empty()) {
        let (day, period) = (input.last_day, (filing.period, basis.unwrap_or_default()));
        let source = (day.journal, day.ledger);
        let computed = VatReturn::new(source, law, input.day.vat_breakdown(), period);
        for filed in &filing.boxes {
            compare_box(input, (law, &computed), (filing, filed), sink);
        }
    }
}

fn compare_box(
    input: &CheckInput<'_>,
    (law, computed): (&'static Law, &VatReturn),
    (filing, filed): (&VatFiling, &FiledBox),
    sink: &mut Sink,
) {
    let rows = computed.rows(law);
    let rows = rows.iter().filter(|row| row.vat_box.name == &*filed.name);
    let (mut net, mut vat) = (Minor::ZERO, Minor::ZERO);
    for row in rows {
        net += row.net;
        vat += row.vat;
    }
    let pairs = [
        ("without VAT", Some(filed.net), net),
        ("of VAT", filed.vat, vat),
    ];
    for (what, filed_amount, now) in pairs {
        let Some(amount) = filed_amount.filter(|amount| differs(*amount, now)) else {
            continue;
        };
        sink.push_with(&KIND, || {
            let money = |minor| input.format_money(minor, law.currency);
            KIND.at(
                input.span_of(filing.origin, |entry| {
                    let mut all = entry.arguments.iter();
                    let found = all.find(|it| it.value.amount().map(Money::from) == Some(amount));
                    found.map(|it| it.span)
                }),
                format!(
                    "expected {} {what} in box {}, as the journal has it, found {} filed",
                    money(now),
                    filed.name,
                    money(amount.minor)
                ),
            )
            .help(format!(
                "`tegoed vat --period {} --explain {}` lists each amount; something of it was changed or added since",
                filing.period, filed.name
            ))
        });
    }
}

fn differs(filed: Money, now: Minor) -> bool {
    (filed.minor - now).0.unsigned_abs() >= ROUNDING
}
