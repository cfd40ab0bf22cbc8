//! Letters: what it costs to write all that are due in a journal as usual.

use super::generate::Shape;
use super::measure::Cost;
use super::{ask, in_turn, journal, name};
use std::io;

/// Invoices that leave some ten thousand letters to write.
const TEXTS: u64 = 140_000;
/// The same for some thousand letters as PDF: one takes a hundred times as long as one in plain characters.
const PAGES: u64 = 14_000;

/// The work list, which the letters follow from.
pub const WORK_LIST: &str = "`next`";
/// Letters in plain characters.
pub const AS_TEXT: &str = "`letters --format text`";
/// Letters as PDF.
pub const AS_PDF: &str = "`letters --format pdf`";

/// What one kind of work cost.
pub struct Written {
    /// What was done.
    pub about: &'static str,
    /// How many letters are due.
    pub letters: u64,
    /// What it cost; `None` where it could not be run.
    pub cost: Option<Cost>,
}

impl Written {
    /// How many letters are written in a second.
    pub fn in_a_second(&self) -> Option<u64> {
        let cost = self.cost?;
        Some(self.letters.saturating_mul(1_000_000) / cost.time.max(1))
    }
}

/// Measures the work list and the letters that follow from it.
///
/// # Errors
/// A journal cannot be written, or the folder of the letters not be read.
pub fn measure(runs: usize) -> io::Result<Vec<Written>> {
    let texts = written(TEXTS, "text", AS_TEXT, runs)?;
    let pages = written(PAGES, "pdf", AS_PDF, runs)?;
    Ok(texts.into_iter().chain(pages).collect())
}

fn written(
    invoices: u64,
    format: &str,
    about: &'static str,
    runs: usize,
) -> io::Result<[Written; 2]> {
    let path = journal(Shape::Normal, invoices)?;
    let folder = path.with_extension(format);
    let choice = ["--format", format, "--force", "--out", name(&folder)];
    let letters = [&ask("letters", name(&path))[..], &choice].concat();
    // Every run writes the letters anew; what the run before wrote would be found word for word.
    let away = ["rm", "-rf", name(&folder)];
    let commands = [ask("next", name(&path)), away.to_vec(), letters];
    let costs = in_turn(&commands, runs);
    let count = std::fs::read_dir(&folder)?.count() as u64;
    let cost = |place: usize| costs.get(place).copied().flatten();
    let row = |about, cost| Written {
        about,
        letters: count,
        cost,
    };
    Ok([row(WORK_LIST, cost(0)), row(about, cost(2))])
}
