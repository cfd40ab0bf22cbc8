//! P012: more is applied or paid back than stands on account.

use super::shared::check_input::CheckInput;
use crate::journal::model::{Movement, MovementKind};
use crate::ledger::model::FaultKind;
use crate::text::diagnostic::Sink;
use crate::value::money::Minor;

crate::check_rule! {
    "P012" "overspent" Error, needs Figures, page "overspent.md", Journal(run)
}

fn run(subject: &CheckInput<'_>, sink: &mut Sink) {
    let faults = subject.ledger_faults(|fault| match fault {
        FaultKind::Overspent { available } => Some(available),
        _ => None,
    });
    for (_, movement, available) in faults {
        let verb = if movement.kind == MovementKind::Refund {
            "paid back"
        } else {
            "used"
        };
        let short = subject.format_money(movement.minor() - available, movement.currency);
        sink.push(
            KIND.at(
                subject.amount_span(movement.origin),
                format!(
                    "expected {}, found {} {verb}",
                    describe_on_account(subject, movement, available),
                    subject.format_money(movement.minor(), movement.currency)
                ),
            )
            .note(format!("{short} too much"))
            .help(help_text(subject, movement, available)),
        );
    }
}

fn describe_on_account(subject: &CheckInput<'_>, movement: &Movement, available: Minor) -> String {
    let of = movement
        .of_date()
        .map(|day| format!(" from {day}"))
        .unwrap_or_default();
    if available.is_zero() {
        let currency = movement.currency.code();
        return format!("money on account{of} in {currency}, of which there is none");
    }
    let money = subject.format_money(available, movement.currency);
    format!("at most the {money} on account{of}")
}

fn help_text(subject: &CheckInput<'_>, movement: &Movement, available: Minor) -> String {
    let who = movement
        .customer
        .map(|customer| subject.day.journal.customer_id(customer))
        .unwrap_or_default();
    let look = format!(
        "`tegoed statement {who} --as-of {}` shows what came in",
        movement.date
    );
    if available.is_zero() {
        return format!("write the payment it comes from, or mend the date; {look}");
    }
    let most = subject.format_money(available, movement.currency);
    format!("lower it to {most}, or mend the date; {look}")
}
