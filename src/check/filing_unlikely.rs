//! V016: a `filed` line whose period cannot be that of a VAT return that was filed then.

use super::shared::check_input::CheckInput;
use crate::journal::vat_filing::VatFiling;
use crate::text::diagnostic::{Diagnostic, Sink};
use crate::value::period::Period;

crate::check_rule! {
    "V016" "filing-unlikely" Advice, needs Names, page "filing_unlikely.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let filings = &input.day.journal.vat_filings;
    let mut latest: Option<&VatFiling> = None;
    let mut in_order: Vec<&VatFiling> = filings.iter().collect();
    in_order.sort_by_key(|filing| (filing.period, filing.date, filing.origin));
    for filing in in_order {
        if let Some(told) = find_fault(input, filing) {
            sink.push(told);
        }
        let other = latest.filter(|other| filing.period.first <= other.period.last);
        if let Some(other) = other {
            sink.push(overlap(input, filing, other));
        }
        if latest.is_none_or(|other| other.period.last <= filing.period.last) {
            latest = Some(filing);
        }
    }
}

/// A period for which nobody files, or one that was not over.
fn find_fault(input: &CheckInput<'_>, filing: &VatFiling) -> Option<Diagnostic> {
    let Period { first, last } = filing.period;
    let at = || {
        input.span_of(filing.origin, |entry| {
            let mut all = entry.header_arguments().iter();
            let period = all.find(|it| it.value.period().is_some());
            period.map(|it| it.span)
        })
    };
    if first == last {
        let told = format!("expected a year, a quarter or a month, found the day {first}");
        let help = "write the period of the return, as in `filed 2026-Q1`";
        return Some(KIND.at(at(), told).help(help));
    }
    let is_early = filing.date <= last;
    is_early.then(|| {
        let told = format!(
            "expected the return of {} filed after {last}, found {}",
            filing.period, filing.date
        );
        KIND.at(at(), told).help(
            "mend the day or the period: what is written behind this line counts as too late for its return",
        )
    })
}

/// Two returns about the same days.
fn overlap(input: &CheckInput<'_>, filing: &VatFiling, other: &VatFiling) -> Diagnostic {
    let (before, later) = if filing.stands_before(&input.day.journal.includes, other.origin) {
        (filing, other)
    } else {
        (other, filing)
    };
    let at = input.keyword_span(later.origin);
    let related =
        |told: Diagnostic| told.related(input.keyword_span(before.origin), "the other return");
    if later.period == before.period {
        let told = format!("expected one return of {}, found a second", later.period);
        return related(KIND.at(at, told)).help(
            "if it corrects the first, leave it, with `allow: V016` and why: what stands between the two was declared with it; \
             else leave one out",
        );
    }
    let told = format!(
        "expected periods that do not overlap, found {} beside {}",
        later.period, before.period
    );
    related(KIND.at(at, told))
        .help("mend the period that was not filed: a day belongs in one return")
}
