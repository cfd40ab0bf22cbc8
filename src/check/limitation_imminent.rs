//! D013: an open invoice that is barred within a month.

use super::shared::check_input::CheckInput;
use crate::policy::limitation::Nearness;
use crate::text::diagnostic::Sink;

crate::check_rule! {
    "D013" "limitation-imminent" Warning, needs Figures, page "limitation_imminent.md", Journal(run)
}

fn run(subject: &CheckInput<'_>, sink: &mut Sink) {
    let claims = subject.day.expiring_claims().iter();
    for claim in claims.filter(|claim| claim.nearness == Nearness::OneMonth) {
        let invoice = &subject.day.journal.invoices[claim.invoice];
        let no = subject.format_invoice(claim.invoice);
        let last = claim.limitation.last_day;
        sink.push_with(&KIND, || {
            KIND.at(
                subject.mention_span(invoice.origin, claim.invoice),
                format!("expected {no} paid or demanded in writing by {last}, found neither"),
            )
            .help(
                "send a demand in writing that reserves your right now, and write it down as `sent`: a new term begins",
            )
        });
    }
}
