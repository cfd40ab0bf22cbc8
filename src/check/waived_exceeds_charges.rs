//! P017: more charges are waived than were claimed.

use super::shared::check_input::CheckInput;
use crate::journal::model::{Component, Movement};
use crate::ledger::model::FaultKind;
use crate::text::diagnostic::Sink;

crate::check_rule! {
    "P017" "waived-exceeds-charges" Error, needs Figures, page "waived_exceeds_charges.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let faults = input.ledger_faults(|fault| match fault {
        FaultKind::WaivedExceedsCharges { claimed } => Some(claimed),
        _ => None,
    });
    for (_, waiver, claimed) in faults {
        let what = charge_label(waiver);
        let expected = if claimed.is_zero() {
            format!("{what} to waive, of which none is open")
        } else {
            let most = input.format_money(claimed, waiver.currency);
            format!("at most the {most} of {what} open")
        };
        let found = input.format_money(waiver.minor(), waiver.currency);
        let excess = input.format_money(waiver.minor() - claimed, waiver.currency);
        sink.push(
            KIND.at(
                input.amount_span(waiver.origin),
                format!("expected {expected}, found {found}"),
            )
            .note(format!("{excess} too much"))
            .help("mend the amount or the kind of charge; what is left of the invoice itself is a `credit` or a `writeoff`"),
        );
    }
}

fn charge_label(waiver: &Movement) -> &'static str {
    match waiver.extra.as_ref().and_then(|more| more.waived_component) {
        Some(Component::Costs) => "costs",
        Some(Component::Fee) => "fees",
        Some(Component::Interest) => "interest",
        _ => "charges",
    }
}
