//! P012: more is applied or paid back than stands on account.

use super::shared::check_input::CheckInput;
use crate::journal::model::{Movement, MovementKind};
use crate::ledger::model::FaultKind;
use crate::text::diagnostic::Sink;
use crate::value::money::Minor;

crate::check_rule! {
    "P012" "overspent" Error, needs Figures, page "overspent.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let faults = input.ledger_faults(|fault| match fault {
        FaultKind::Overspent { available } => Some(available),
        _ => None,
    });
    for (_, movement, available) in faults {
        sink.unreadable.wrong_figures = true;
        let verb = if movement.kind == MovementKind::Refund {
            "paid back"
        } else {
            "used"
        };
        let short = input.format_money(movement.minor() - available, movement.currency);
        sink.push(
            KIND.at(
                input.amount_span(movement.origin),
                format!(
                    "expected {}, found {} {verb}",
                    describe_on_account(input, movement, available),
                    input.format_money(movement.minor(), movement.currency)
                ),
            )
            .note(format!("{short} too much"))
            .help(help_text(input, movement, available)),
        );
    }
}

fn describe_on_account(input: &CheckInput<'_>, movement: &Movement, available: Minor) -> String {
    let of = movement
        .of_date()
        .map(|day| format!(" from {day}"))
        .unwrap_or_default();
    if available.is_zero() {
        let currency = movement.currency.code();
        return format!("money on account{of} in {currency}, of which there is none");
    }
    let money = input.format_money(available, movement.currency);
    format!("at most the {money} on account{of}")
}

fn help_text(input: &CheckInput<'_>, movement: &Movement, available: Minor) -> String {
    let who = movement
        .customer
        .map(|customer| input.day.journal.customer_id(customer))
        .unwrap_or_default();
    let look = format!(
        "`tegoed statement {who} --as-of {}` shows what came in",
        movement.date
    );
    if available.is_zero() {
        return format!("write the payment it comes from, or mend the date; {look}");
    }
    let most = input.format_money(available, movement.currency);
    format!("lower it to {most}, or mend the date; {look}")
}
