//! What is said of a letter that went out while something held the letters of its invoice back.

use super::rule::{Subject, dated};
use crate::dunning::hold::Hold;
use crate::journal::model::InvoiceIx;
use crate::text::diagnostic::{DiagnosticKind, Sink};

/// What one check says of such letters.
pub struct HeldBack {
    /// The kind of its findings.
    pub kind: &'static DiagnosticKind,
    /// Which holds it is about.
    pub holds: &'static [Hold],
    /// What is said at the entry that began the hold.
    pub begun: &'static str,
    /// The mend, for an invoice.
    pub help: fn(&Subject<'_>, InvoiceIx) -> String,
}

impl HeldBack {
    /// Looks at every letter about an invoice that was open. A dispute about a part holds nothing back.
    pub fn look(&self, subject: &Subject<'_>, sink: &mut Sink) {
        for letter in subject
            .letters()
            .iter()
            .filter(|letter| letter.closed.is_none())
        {
            let mut holds = letter.standing.active_holds(letter.event.date);
            let held =
                holds.find(|held| held.covers_whole_invoice && self.holds.contains(&held.hold));
            let Some(held) = held else {
                continue;
            };
            let number = subject.number(letter.invoice);
            let through = held.through.map(|day| format!(" through {day}"));
            let until = through.unwrap_or_default();
            sink.push(
                self.kind
                    .at(
                        subject.mention_of(letter.event.origin, letter.invoice),
                        format!("expected no letter about {number}{until}, found this"),
                    )
                    .related(dated(held.event.origin), self.begun)
                    .help((self.help)(subject, letter.invoice)),
            );
        }
    }
}
