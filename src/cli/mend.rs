//! Mends a journal in memory: applies the edits that findings offer, reads again, until none is left.

use super::desk::Desk;
use super::exit::Stop;
use super::overlay::Overlay;
use super::select::Selection;
use crate::check::Reach;
use crate::pipeline::Outcome;
use crate::text::diagnostic::{Applicability, Diagnostic};
use crate::text::edit::{self, Edit};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// A mend may bring the next to light; after this many rounds we stop.
const ROUNDS: usize = 10;

/// Files with their new text, and what the journal then says.
pub struct Mended {
    /// New texts by path.
    pub texts: BTreeMap<PathBuf, Vec<u8>>,
    /// How many findings were mended.
    pub count: usize,
}

/// Which mends may be applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Boldness {
    /// Those that are certain.
    Certain,
    /// Also those that a person should choose.
    Choices,
}

/// Works out the mended texts; nothing is written.
pub fn mend(
    outcome: &Outcome,
    selection: &Selection,
    boldness: Boldness,
    desk: &Desk,
) -> Result<Mended, Stop> {
    let mut overlay = Overlay::new(&desk.disk);
    let mut count = round(outcome, selection, boldness, &mut overlay);
    let mut applied = count;
    for _ in 1..ROUNDS {
        if applied == 0 {
            break;
        }
        let outcome = desk.read_through(&overlay, Reach::All)?;
        applied = round(&outcome, selection, boldness, &mut overlay);
        count = count.saturating_add(applied);
    }
    Ok(Mended {
        texts: overlay.texts,
        count,
    })
}

/// Applies what one reading offers; answers how many findings that mends.
fn round(
    outcome: &Outcome,
    selection: &Selection,
    boldness: Boldness,
    overlay: &mut Overlay<'_>,
) -> usize {
    let chosen: Vec<&Diagnostic> = outcome
        .findings
        .diagnostics
        .iter()
        .filter(|finding| selection.takes(finding.kind) && allowed(finding, boldness))
        .collect();
    if chosen.is_empty() {
        return 0;
    }
    let (edits, count) = compatible(&chosen);
    for source in outcome.sources.all() {
        let here: Vec<Edit> = edits
            .iter()
            .filter(|edit| source.base <= edit.span.start && edit.span.end <= source.end())
            .cloned()
            .collect();
        if let (false, Ok(text)) = (here.is_empty(), std::str::from_utf8(source.bytes())) {
            let (mended, _) = edit::apply(text, source.base, &here);
            overlay
                .texts
                .insert(source.path.clone(), mended.into_bytes());
        }
    }
    count
}

fn allowed(finding: &Diagnostic, boldness: Boldness) -> bool {
    finding.fix.as_ref().is_some_and(|fix| {
        boldness == Boldness::Choices || fix.applicability == Applicability::Safe
    })
}

/// The edits of as many findings as do not touch each other. A mend is applied whole or not at all; one that
/// touches another waits for the next round.
fn compatible(findings: &[&Diagnostic]) -> (Vec<Edit>, usize) {
    let mut accepted: Vec<Edit> = Vec::new();
    let mut count = 0_usize;
    for fix in findings.iter().filter_map(|finding| finding.fix.as_ref()) {
        let free = fix.edits.iter().all(|edit| {
            let mut others = accepted.iter();
            others.all(|other| !touches(edit, other))
        });
        if free && !fix.edits.is_empty() {
            accepted.extend(fix.edits.iter().cloned());
            count = count.saturating_add(1);
        }
    }
    (accepted, count)
}

fn touches(one: &Edit, other: &Edit) -> bool {
    one.span.start <= other.span.end && other.span.start <= one.span.end
}
