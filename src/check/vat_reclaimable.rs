//! V005: VAT on an invoice that nobody paid within a year.

use super::rule::{Rule, Run, Subject};
use super::vat::{law_of, rate_of, whole};
use crate::policy::vat_relief::{quarter, relief_day, vat_inside};
use crate::text::diagnostic::{Depends, Kind, Severity, Sink};
use crate::value::money::Minor;

/// The check.
pub static RULE: Rule = Rule {
    kind: &KIND,
    run: Run::Journal(run),
};

static KIND: Kind = Kind {
    code: "V005",
    name: "vat-reclaimable",
    severity: Severity::Advice,
    depends: Depends::OnFigures,
    explain: include_str!("vat_reclaimable.md"),
};

fn run(subject: &Subject<'_>, sink: &mut Sink) {
    let Some(law) = law_of(subject.journal) else {
        return;
    };
    for (item, record) in subject.journal.items.iter() {
        let state = subject.today.items[item];
        if state.open <= 0 {
            continue;
        }
        let relief = record.due.and_then(|due| relief_day(law, due));
        let Some(relief) = relief.filter(|day| *day <= subject.as_of.0) else {
            continue;
        };
        let invoice = &subject.journal.invoices[record.invoice];
        let Some(rate) = rate_of(law, invoice) else {
            continue;
        };
        sink.push_with(&KIND, || {
            let (year, quarter) = quarter(relief);
            let no = subject.number(record.invoice);
            let open = Minor::from(state.open);
            let inside = vat_inside(&[whole(rate, invoice)], open).unwrap_or_default();
            let vat = inside.first().map_or(Minor::ZERO, |vat| vat.amount);
            KIND.at(
                subject.mention_of(invoice.origin, record.invoice),
                format!("expected {no} paid within a year of its due date, found {} open", subject.money(open, invoice.currency)),
            )
            .note(format!("{} of it is VAT", subject.money(vat, invoice.currency)))
            .help(format!(
                "ask the VAT back in the return of {year}-Q{quarter}, the quarter of {relief}; a later return may be refused"
            ))
        });
    }
}
