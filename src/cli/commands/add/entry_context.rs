//! What an entry is made with, of the journal that was read.

use crate::add::new_entry_context::NewEntryContext;
use crate::cli::command_context::CommandContext;
use crate::pipeline::Outcome;

/// What an entry is made with: the journal, what is open, and the day.
pub const fn entry_context<'a>(
    outcome: &'a Outcome,
    context: &CommandContext,
) -> NewEntryContext<'a> {
    NewEntryContext {
        journal: &outcome.journal,
        ledger: &outcome.ledger,
        today: context.as_of,
    }
}
