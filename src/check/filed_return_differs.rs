//! V011: a VAT return that was filed with other figures than the journal has.

use super::shared::check_input::CheckInput;
use super::shared::filed_boxes::filed_box_span;
use crate::journal::vat_filing::{FiledBox, VatFiling};
use crate::policy::jurisdiction::law::Law;
use crate::text::diagnostic::Sink;
use crate::value::money::{Minor, Money};
use crate::value::period::Period;
use crate::vat::vat_return::{VatReturnRow, VatRowKind};
use std::collections::BTreeSet;

crate::check_rule! {
    "V011" "filed-return-differs" Advice, needs Figures, page "filed_return_differs.md", Journal(run)
}

/// What rounding to whole units may make of an amount, in minor units.
const ROUNDING: u128 = 100;

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let journal = input.day.journal;
    let filings = &journal.vat_filings;
    if filings.iter().all(|it| it.boxes.is_empty()) {
        return;
    }
    let (Some(entries), Some(law)) = (input.vat_entries(), journal.home_law()) else {
        return;
    };
    let mut corrected: BTreeSet<Period> = BTreeSet::new();
    for filing in filings.iter().rev() {
        // Of several returns of a period the last is the one that counts.
        if !corrected.insert(filing.period) {
            continue;
        }
        if filing.boxes.is_empty() {
            continue;
        }
        let rows = entries.of_period(filing.period).rows(law);
        let named = filing.boxes.iter().map(|filed| (&*filed.name, Some(filed)));
        let left_out = law.vat_boxes.iter().map(|it| (it.name, None));
        let left_out =
            left_out.filter(|(name, _)| !filing.boxes.iter().any(|it| &*it.name == *name));
        let differences: Vec<FiledDifference<'_>> = named
            .chain(left_out)
            .flat_map(|(name, filed)| differences_in_box((law, &rows), name, filed))
            .collect();
        tell(input, law, filing, &differences, sink);
    }
}

/// An amount that was filed, and what the journal has.
struct FiledDifference<'f> {
    /// The name of the box.
    name: &'f str,
    /// Its line; `None` where the entry leaves it out, so that nothing was filed in it.
    filed: Option<&'f FiledBox>,
    what: &'static str,
    amount: Money,
    now: Minor,
}

/// The amounts of a box that differ by more than rounding. In a box that was left out stood nothing.
fn differences_in_box<'f>(
    (law, rows): (&'static Law, &[VatReturnRow]),
    name: &'f str,
    filed: Option<&'f FiledBox>,
) -> Vec<FiledDifference<'f>> {
    let own = || rows.iter().filter(|row| row.vat_box.name == name);
    let Some(has_vat) = own().next().map(|row| row.vat_box.has_vat()) else {
        return Vec::new();
    };
    let net: Minor = own().map(|row| row.net).sum();
    let vat: Minor = own().map(|row| row.vat).sum();
    // The VAT on bad debts may as well be asked back with the input VAT, beside this box.
    let sales = own().filter(|row| row.kind == VatRowKind::Sales);
    let (of_sales, sold) = sales.fold((Minor::ZERO, Minor::ZERO), |(vat, net), row| {
        (vat + row.vat, net + row.net)
    });
    let nothing = Money::new(Minor::ZERO, law.currency);
    let filed_net = filed.map_or(nothing, |filed| filed.net);
    let filed_vat = filed.map_or(Some(nothing), |filed| filed.vat);
    let pairs = [
        ("without VAT", Some(filed_net), [net, sold]),
        ("of VAT", filed_vat.filter(|_| has_vat), [vat, of_sales]),
    ];
    let differing = pairs.into_iter().filter_map(|(what, filed_amount, known)| {
        let amount = filed_amount.filter(|it| it.currency == law.currency)?;
        let now = known.first().copied().unwrap_or_default();
        let is_same = known.iter().any(|now| !differs(amount, *now));
        (!is_same).then_some(FiledDifference {
            name,
            filed,
            what,
            amount,
            now,
        })
    });
    differing.collect()
}

/// One finding for each return: what was changed in the journal shows in several amounts of it.
fn tell(
    input: &CheckInput<'_>,
    law: &Law,
    filing: &VatFiling,
    differences: &[FiledDifference<'_>],
    sink: &mut Sink,
) {
    let Some((first, others)) = differences.split_first() else {
        return;
    };
    sink.push_with(&KIND, || {
        let money = |minor| input.format_money(minor, law.currency);
        let span = |it: &FiledDifference<'_>| match it.filed {
            Some(filed) => filed_box_span(input, (filing, filed), Some(it.amount)),
            None => input.keyword_span(filing.origin),
        };
        let filed = match first.filed {
            Some(_) => format!("{} filed", money(first.amount.minor)),
            None => "a return without that box".to_owned(),
        };
        let found = KIND.at(
            span(first),
            format!(
                "expected {} {} in box {}, as the journal has it, found {filed}",
                money(first.now),
                first.what,
                first.name,
            ),
        );
        let with_others = others.iter().fold(found, |found, it| {
            let left_out = match it.filed {
                Some(_) => String::new(),
                None => format!(", in box {}, which is left out", it.name),
            };
            let told = format!("{} {} in the journal{left_out}", money(it.now), it.what);
            found.related(span(it), told)
        });
        with_others.help(format!(
            "`tegoed vat --period {} --explain {}` lists each amount; something of it was changed or added since",
            filing.period, first.name
        ))
    });
}

fn differs(filed: Money, now: Minor) -> bool {
    (filed.minor - now).0.unsigned_abs() >= ROUNDING
}
