//! Why letters were not written: a reason that several share is told once.

use crate::cli::escape;
use crate::cli::exit::Failure;
use crate::letter::compose::LetterDraft;
use crate::pipeline::Outcome;
use std::fmt::Write;

/// How many letters are named beside a reason; of the others the number is told.
const MAX_NAMED: usize = 6;

/// Reasons, each with the letters that it keeps back, in the order in which they came up.
#[derive(Default)]
pub struct RefusalLines {
    reasons: Vec<(String, Vec<String>)>,
}

impl RefusalLines {
    /// Takes down why a letter is not written.
    pub fn add(&mut self, outcome: &Outcome, draft: &LetterDraft, why: &[String]) {
        let id = outcome.journal.customer_id(draft.summary.customer);
        let letter = format!("`{}` to @{id}", draft.summary.stage);
        for why in why {
            let why = escape::escape_line(why).to_string();
            match self.reasons.iter_mut().find(|(known, _)| *known == why) {
                Some((_, letters)) => letters.push(letter.clone()),
                None => self.reasons.push((why, vec![letter.clone()])),
            }
        }
    }

    /// A line for each reason.
    pub fn print(&self) -> String {
        let mut lines = String::new();
        for (why, letters) in &self.reasons {
            let named = letters.iter().take(MAX_NAMED).map(String::as_str);
            let named = named.collect::<Vec<_>>().join(", ");
            let more = match letters.len().saturating_sub(MAX_NAMED) {
                0 => String::new(),
                more => format!(" and {more} more"),
            };
            let _infallible = writeln!(lines, "no letter {named}{more}: {why}");
        }
        lines
    }
}

/// The letters are there, and the journal does not tell of them.
pub fn not_recorded_failure(stop: Failure, written: usize) -> Failure {
    let letters = if written == 1 {
        "letter is"
    } else {
        "letters are"
    };
    let message = format!(
        "{written} {letters} written and not recorded: {}",
        stop.message
    );
    let again = "the same command, given again, leaves what is written as it is and records it";
    let help = match &stop.help {
        Some(mend) => format!("{mend}; {again}"),
        None => again.to_owned(),
    };
    Failure { message, ..stop }.with_help(help)
}
