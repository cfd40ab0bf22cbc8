//! P003: a payment that nobody said the purpose of.

use super::shared::check_input::CheckInput;
use crate::ledger::allocation_proposal::{AllocationPlan, AllocationProposal};
use crate::ledger::unallocated::{UnallocatedMoney, UnallocatedReason, unallocated_money};
use crate::syntax::directive::payment::DesignationLine;
use crate::text::diagnostic::{Diagnostic, Sink};
use crate::text::edit::Edit;
use crate::text::span::{Span, Spanned};
use crate::value::money::Money;

crate::check_rule! {
    "P003" "unallocated-payment" Warning, needs Figures, page "unallocated_payment.md", Journal(run)
}

/// More lines than this are not proposed.
const MAX_LINES: usize = 12;

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let waiting: Vec<UnallocatedMoney<'_>> =
        unallocated_money(input.day.journal, input.last_day.ledger)
            .filter(|money| money.reason == UnallocatedReason::Unspecified)
            .collect();
    if waiting.is_empty() {
        return;
    }
    let accounts = waiting.iter().map(|money| (money.customer, money.currency));
    let mut plan = AllocationPlan::for_accounts(input.day.journal, input.last_day.ledger, accounts);
    for (money, proposal) in waiting.iter().zip(plan.propose(&waiting)) {
        sink.push_with(&KIND, || finding(input, money, &proposal));
    }
}

fn finding(
    input: &CheckInput<'_>,
    money: &UnallocatedMoney<'_>,
    proposal: &AllocationProposal,
) -> Diagnostic {
    let left = input.format_money(money.remaining, money.currency);
    let found = KIND
        .at(
            input.amount_span(money.movement.origin),
            format!(
                "expected an invoice, `for:` lines or `on-account`, found {left} that nobody placed"
            ),
        )
        .note("waits on account");
    let lines = &proposal.lines;
    if lines.is_empty() || lines.len() > MAX_LINES {
        return found.help("say what it is for, or write `on-account` where it waits on purpose");
    }
    let written: Vec<String> = lines
        .iter()
        .map(|(invoice, part)| {
            let part = Spanned::without_span(Money::new(*part, money.currency).into());
            let line = DesignationLine::new(input.invoice_id(*invoice), part);
            line.print_alone(input.day.journal.dialect())
        })
        .collect();
    let at = input.span_of(money.movement.origin, |entry| {
        Some(Span::new(entry.header.end, entry.header.end))
    });
    let text = format!("\n  {}", written.join("\n  "));
    found
        .help(format!(
            "if it is for {}, write {}; or `on-account`",
            if proposal.is_exact {
                "what is open for just this amount"
            } else {
                "what is open longest"
            },
            written
                .iter()
                .map(|line| format!("`{line}`"))
                .collect::<Vec<_>>()
                .join(" and ")
        ))
        .deciding_fix(vec![Edit::replace(at, text)])
}
