//! E003: a letter about what the customer disputes.

use super::shared::check_input::CheckInput;
use super::shared::hold_check::HoldCheck;
use crate::dunning::hold::Hold;
use crate::syntax::directive::TypedEntry;
use crate::syntax::directive::resolve::ResolveEntry;
use crate::syntax::journal_entry::JournalEntry;
use crate::text::diagnostic::Sink;
use crate::value::vocabulary::DisputeOutcome;

crate::check_rule! {
    "E003" "stage-while-disputed" Warning, needs Figures, page "stage_while_disputed.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let held_back = HoldCheck {
        kind: &KIND,
        holds: &[Hold::Dispute],
        hold_note: "disputed here",
        help: |input, invoice| {
            let resolve = TypedEntry::Resolve(ResolveEntry {
                invoice: input.invoice_id(invoice),
                customer: None,
                outcome: DisputeOutcome::Rejected,
                amount: None,
            });
            let entry = input.print_entry(&JournalEntry::new(None, resolve));
            format!(
                "answer the complaint first: `{entry}`, `withdrawn`, `settled`, or `upheld` with a credit note"
            )
        },
    };
    held_back.check_letters(input, sink);
}
