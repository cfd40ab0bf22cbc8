//! V017: a `box:` line of a filed VAT return that the form does not have, or that is not in its currency.

use super::shared::check_input::CheckInput;
use super::shared::filed_boxes::filed_box_span;
use crate::journal::vat_filing::{FiledBox, VatFiling};
use crate::policy::jurisdiction::law::Law;
use crate::text::diagnostic::{Diagnostic, Sink};

crate::check_rule! {
    "V017" "filed-box-unlikely" Warning, needs Names, page "filed_box_unlikely.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let journal = input.day.journal;
    let Some(law) = journal.home_law() else {
        return;
    };
    for filing in &journal.vat_filings {
        for filed in &filing.boxes {
            if let Some(found) = find_fault(input, law, (filing, filed)) {
                sink.push(found);
            }
        }
    }
}

fn find_fault(
    input: &CheckInput<'_>,
    law: &Law,
    (filing, filed): (&VatFiling, &FiledBox),
) -> Option<Diagnostic> {
    let at = |amount| filed_box_span(input, (filing, filed), amount);
    let known = law.vat_boxes.iter().find(|it| it.name == &*filed.name);
    let is_other = law.vat_other_boxes.contains(&&*filed.name);
    if known.is_none() && !is_other {
        let names: Vec<&str> = law.vat_boxes.iter().map(|it| it.name).collect();
        let told = format!("expected a box of the return, found {}", filed.name);
        return Some(
            KIND.at(at(None), told)
                .help(format!("boxes about sales: {}", names.join(" "))),
        );
    }
    let foreign = [Some(filed.net), filed.vat].into_iter().flatten();
    let mut foreign = foreign.filter(|amount| amount.currency != law.currency);
    if let Some(amount) = foreign.next() {
        let told = format!(
            "expected amounts in {}, the currency of the return, found {}",
            law.currency.code(),
            input.format_money(amount.minor, amount.currency)
        );
        return Some(
            KIND.at(at(Some(amount)), told)
                .help("copy the amounts from the return"),
        );
    }
    let vat = filed
        .vat
        .filter(|_| known.is_some_and(|it| !it.has_vat()))?;
    let told = format!(
        "expected no VAT in box {}, found {}",
        filed.name,
        input.format_money(vat.minor, vat.currency)
    );
    Some(
        KIND.at(at(Some(vat)), told)
            .help("write the amount without VAT alone: nothing is owed in this box"),
    )
}
