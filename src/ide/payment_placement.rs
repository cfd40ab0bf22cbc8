//! What a payment may be for that nobody placed: `for:` lines, the best reason first.

use super::editor_action::EditorAction;
use super::journal_view::JournalView;
use crate::journal::model::InvoiceIx;
use crate::ledger::allocation_proposal::{AllocationPlan, AllocationProposal, ProposalReason};
use crate::ledger::unallocated::{UnallocatedMoney, UnallocatedReason, unallocated_money};
use crate::syntax::directive::payment::{DesignationLine, ON_ACCOUNT};
use crate::syntax::entry::Entry;
use crate::syntax::keyword::Keyword;
use crate::text::edit::Edit;
use crate::text::span::{Span, Spanned};
use crate::value::money::{Minor, Money};

/// More lines than this are not proposed.
const MAX_LINES: usize = 12;

/// The ways in which the payment of an entry may be placed, each with its reason, and to leave it on account; nothing
/// where it is placed.
pub fn place_payment<'a>(view: &JournalView<'a>, entry: &Entry) -> Vec<EditorAction<'a>> {
    if entry.directive.keyword != Keyword::Payment {
        return Vec::new();
    }
    let (journal, ledger) = (&view.outcome.journal, &view.outcome.ledger);
    let mut waiting = unallocated_money(journal, ledger);
    let waiting = waiting.find(|money| {
        money.reason == UnallocatedReason::Unspecified
            && money.movement.origin == entry.span.origin()
    });
    let Some(money) = waiting else {
        return Vec::new();
    };
    let choices = AllocationPlan::list_choices(journal, ledger, &money).into_iter();
    let few = choices.filter(|(_, proposal)| proposal.lines.len() <= MAX_LINES);
    let mut actions: Vec<EditorAction<'a>> = few
        .map(|(reason, proposal)| placement(view, entry, &money, (reason, &proposal)))
        .collect();
    actions.extend(keep_on_account(entry));
    actions
}

fn placement<'a>(
    view: &JournalView<'a>,
    entry: &Entry,
    money: &UnallocatedMoney<'_>,
    (reason, proposal): (ProposalReason, &AllocationProposal),
) -> EditorAction<'a> {
    let journal = &view.outcome.journal;
    let line = |(invoice, part): &(InvoiceIx, Minor)| {
        let part = Spanned::without_span(Money::new(*part, money.currency).into());
        let id = Spanned::without_span(journal.invoice_no(*invoice));
        let line = DesignationLine::new(id, part);
        format!("\n  {}", line.print_alone(journal.dialect()))
    };
    let lines: String = proposal.lines.iter().map(line).collect();
    let numbers = proposal.lines.iter();
    let numbers = numbers.map(|(invoice, _)| format!("#{}", journal.invoice_no(*invoice)));
    let numbers = numbers.collect::<Vec<_>>().join(", ");
    let why = match reason {
        ProposalReason::Reference => "its reference names it",
        ProposalReason::ExactSum => "this much is open, to the cent",
        ProposalReason::DueEarliest => "due earliest",
    };
    let place = Span::new(entry.header.end, entry.header.end);
    let title = format!("Place this payment on {numbers} ({why})");
    EditorAction::entry(title, vec![Edit::replace(place, lines)])
}

fn keep_on_account<'a>(entry: &Entry) -> Option<EditorAction<'a>> {
    let behind = entry.header_arguments().last()?.span.end;
    let place = Span::new(behind, behind);
    Some(EditorAction::entry(
        "Leave this payment on account".to_owned(),
        vec![Edit::replace(place, format!(" {ON_ACCOUNT}"))],
    ))
}
