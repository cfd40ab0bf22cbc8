//! What is said of a letter that went out while something held the letters of its invoice back.

use super::check_input::{CheckInput, date_span};
use crate::dunning::hold::Hold;
use crate::journal::model::InvoiceIx;
use crate::text::diagnostic::{DiagnosticKind, Sink};

/// What one check says of such letters.
pub struct HoldCheck {
    /// The kind of its findings.
    pub kind: &'static DiagnosticKind,
    /// Which holds it is about.
    pub holds: &'static [Hold],
    /// What is said at the entry that began the hold.
    pub hold_note: &'static str,
    /// The mend, for an invoice.
    pub help: fn(&CheckInput<'_>, InvoiceIx) -> String,
}

impl HoldCheck {
    /// Looks at every letter about an invoice that was open. A dispute about a part holds nothing back.
    pub fn check_letters(&self, input: &CheckInput<'_>, sink: &mut Sink) {
        for letter in input.open_stage_events() {
            let mut holds = letter.ladder_position.active_holds(letter.event.date);
            // Of one day nobody knows which came first: a letter in the morning, a promise on the phone.
            let held = holds.find(|held| {
                held.covers_whole_invoice
                    && self.holds.contains(&held.hold)
                    && held.event.date < letter.event.date
            });
            let Some(held) = held else {
                continue;
            };
            let number = input.format_invoice(letter.invoice);
            let through = held.through.map(|day| format!(" through {day}"));
            let until = through.unwrap_or_default();
            sink.push(
                self.kind
                    .at(
                        input.mention_span(letter.event.origin, letter.invoice),
                        format!("expected no letter about {number}{until}, found this"),
                    )
                    .related(date_span(held.event.origin), self.hold_note)
                    .help((self.help)(input, letter.invoice)),
            );
        }
    }
}
