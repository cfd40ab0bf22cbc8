//! Letters: what it costs to write all that are due in a journal as usual.

use super::generate::JournalShape;
use super::measure::Cost;
use super::{command_for, generate_journal, path_text, run_in_turn};
use std::io;

/// Invoices that leave some ten thousand letters to write.
const INVOICES_FOR_TEXT: u64 = 140_000;
/// The same for some thousand letters as PDF: one takes a hundred times as long as one in plain characters.
const INVOICES_FOR_PDF: u64 = 14_000;

/// The work list, which the letters follow from.
pub const WORK_LIST: &str = "`next`";
/// Letters in plain characters.
pub const AS_TEXT: &str = "`letters --format text`";
/// Letters as PDF.
pub const AS_PDF: &str = "`letters --format pdf`";

/// What one kind of work cost.
pub struct LetterCost {
    /// What was done.
    pub about: &'static str,
    /// How many letters are due.
    pub letters: u64,
    /// What it cost; `None` where it could not be run.
    pub cost: Option<Cost>,
}

impl LetterCost {
    /// How many letters are written in a second.
    pub fn letters_per_second(&self) -> Option<u64> {
        let cost = self.cost?;
        Some(self.letters.saturating_mul(1_000_000) / cost.time.max(1))
    }
}

/// Measures the work list and the letters that follow from it.
///
/// # Errors
/// A journal cannot be written, or the folder of the letters not be read.
pub fn measure_letters(runs: usize) -> io::Result<Vec<LetterCost>> {
    let texts = measure_medium(INVOICES_FOR_TEXT, "text", AS_TEXT, runs)?;
    let pages = measure_medium(INVOICES_FOR_PDF, "pdf", AS_PDF, runs)?;
    Ok(texts.into_iter().chain(pages).collect())
}

fn measure_medium(
    invoices: u64,
    format: &str,
    about: &'static str,
    runs: usize,
) -> io::Result<[LetterCost; 2]> {
    let path = generate_journal(JournalShape::Normal, invoices)?;
    let folder = path.with_extension(format);
    let choice = ["--format", format, "--force", "--out", path_text(&folder)];
    let letters = [&command_for("letters", path_text(&path))[..], &choice].concat();
    // Every run writes the letters anew; what the run before wrote would be found word for word.
    let away = ["rm", "-rf", path_text(&folder)];
    let commands = [
        command_for("next", path_text(&path)),
        away.to_vec(),
        letters,
    ];
    let costs = run_in_turn(&commands, runs);
    let count = std::fs::read_dir(&folder)?.count() as u64;
    let cost = |place: usize| costs.get(place).copied().flatten();
    let row = |about, cost| LetterCost {
        about,
        letters: count,
        cost,
    };
    Ok([row(WORK_LIST, cost(0)), row(about, cost(2))])
}
