//! D012: an open invoice that is barred within half a year, or is already.

use super::shared::check_input::CheckInput;
use crate::policy::limitation::Nearness;
use crate::text::diagnostic::Sink;

crate::check_rule! {
    "D012" "limitation-near" Advice, needs Figures, page "limitation_near.md", Journal(run)
}

fn run(subject: &CheckInput<'_>, sink: &mut Sink) {
    for (number, life, nearness) in subject.day.expiring_claims() {
        let invoice = &subject.day.journal.invoices[*number];
        let no = subject.format_invoice(*number);
        let last = life.last_day;
        let (found, help) = match nearness {
            Nearness::Barred => (
                format!(
                    "expected {no} claimed or given up by {last}, found it open: the customer may refuse to pay"
                ),
                "give it up with `writeoff`, or look for a demand or a payment that the journal lacks",
            ),
            Nearness::SixMonths => (
                format!("expected {no} paid or demanded in writing by {last}, found neither"),
                "send a demand in writing that reserves your right, and write it down as `sent`: a new term begins",
            ),
            Nearness::Far | Nearness::OneMonth => continue,
        };
        sink.push_with(&KIND, || {
            let at = subject.mention_span(invoice.origin, *number);
            let finding = KIND.at(at, found).help(help);
            match life.interrupted_on {
                Some(day) => finding.note(format!("kept alive on {day}")),
                None => finding,
            }
        });
    }
}
