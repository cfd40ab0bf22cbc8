//! E004: a letter while letters were to wait.

use super::shared::check_input::CheckInput;
use super::shared::hold_check::HoldCheck;
use crate::dunning::hold::Hold;
use crate::syntax::directive::TypedEntry;
use crate::syntax::directive::invoices_entry::InvoicesEntry;
use crate::syntax::entry_fields::InvoiceIds;
use crate::syntax::journal_entry::JournalEntry;
use crate::text::diagnostic::Sink;

crate::check_rule! {
    "E004" "stage-while-held" Warning, needs Figures, page "stage_while_held.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let held_back = HoldCheck {
        kind: &KIND,
        holds: &[Hold::Hold, Hold::Plan, Hold::Settlement, Hold::Insolvency],
        hold_note: "held here",
        help: |input, invoice| {
            let release = TypedEntry::Release(InvoicesEntry {
                invoices: InvoiceIds::one(input.invoice_id(invoice)),
                customer: None,
            });
            let entry = input.print_entry(&JournalEntry::new(None, release));
            format!("wait until it ends, or end it: `{entry}`")
        },
    };
    held_back.check_letters(input, sink);
}
