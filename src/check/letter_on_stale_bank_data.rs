//! E014: a letter while bank data were older than the policy allows.

use super::shared::check_input::CheckInput;
use crate::journal::bank_coverage::{BankCoverage, missed_bank_day};
use crate::text::diagnostic::Sink;

crate::check_rule! {
    "E014" "letter-on-stale-bank-data" Warning, needs Figures, page "letter_on_stale_bank_data.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let coverage = BankCoverage::from_lines(&input.day.journal.bank_through);
    for letter in input
        .open_stage_events()
        .filter(|letter| letter.event.is_letter())
    {
        let sent = letter.event.date;
        let through = coverage.last_complete_day(sent);
        let most = letter.ladder_position.policy.bank_stale;
        if let Some(through) = through
            && let Some(oldest) = missed_bank_day(through, most, sent)
        {
            sink.push(
                KIND.at(
                    input.mention_span(letter.event.origin, letter.invoice),
                    format!("expected bank data from {oldest} on before a letter, found them through {through}"),
                )
                .help("enter what the bank knows, then `bank-through` on its last day"),
            );
        }
    }
}
