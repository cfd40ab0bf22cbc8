//! E010: more is written off than is open.

use super::shared::check_input::CheckInput;
use crate::ledger::model::FaultKind;
use crate::text::diagnostic::Sink;
use crate::text::edit::Edit;

crate::check_rule! {
    "E010" "writeoff-exceeds-open" Error, needs Figures, page "writeoff_exceeds_open.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let faults = input.ledger_faults(|fault| match fault {
        FaultKind::WriteoffExceedsOpen { open } => Some(open),
        _ => None,
    });
    for (_, writeoff, open) in faults {
        let at = input.amount_span(writeoff.origin);
        let found = input.format_money(writeoff.minor(), writeoff.currency);
        let most = input.format_money(open, writeoff.currency);
        let excess = input.format_money(writeoff.minor() - open, writeoff.currency);
        let finding = KIND
            .at(
                at,
                format!("expected at most the {most} that is open, found {found} written off"),
            )
            .note(format!("{excess} too much"));
        sink.push(if open.is_positive() {
            finding
                .help(format!(
                    "write off {most}, or leave the amount out: then all of it is meant"
                ))
                .deciding_fix(vec![Edit::replace(at, most)])
        } else {
            finding.help("nothing is open on that day: take the entry out, or mend its date")
        });
    }
}
