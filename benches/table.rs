//! The tables, as Markdown.

use crate::generate::JournalShape;
use crate::letters::{LetterCost, WORK_LIST};
use crate::measure::Cost;
use crate::phases::Phase;
use std::fmt;
use std::io::{self, Write};

/// What one command cost on one file.
#[derive(Clone, Copy, Debug)]
pub struct CommandCost {
    /// The command.
    pub name: &'static str,
    /// How many invoices there are in the file.
    pub invoices: u64,
    /// How long the file is.
    pub bytes: u64,
    /// What it cost; `None` where it could not be run.
    pub cost: Option<Cost>,
}

/// The instructions up to each step.
#[derive(Clone, Debug)]
pub struct InstructionCounts {
    /// How many invoices.
    pub invoices: u64,
    /// How long the file is.
    pub bytes: u64,
    /// Each step, and the instructions up to its end; `None` where they could not be counted.
    pub steps: Vec<(Phase, Option<u64>)>,
}

const MISSING: &str = "not there";

/// A figure in hundredths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hundredths(pub u64);

impl fmt::Display for Hundredths {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:02}", self.0 / 100, self.0 % 100)
    }
}

/// A number by another one, rounded up: what is told to be 5.00 is not above 5.
pub fn ratio(number: u64, by: u64) -> Hundredths {
    Hundredths(number.saturating_mul(100).div_ceil(by.max(1)))
}

/// The power of the size with which the time grows when the size grows tenfold, rounded up.
#[allow(
    clippy::float_arithmetic,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a figure to look at, of times that are not exact themselves"
)]
pub fn growth_exponent(time: u64, smaller: u64) -> Hundredths {
    let power = (time.max(1) as f64 / smaller.max(1) as f64).log10();
    Hundredths((power * 100.0).ceil() as u64)
}

/// The table by size.
///
/// # Errors
/// It cannot be written.
pub fn write_sizes(rows: &[CommandCost], out: &mut impl Write) -> io::Result<()> {
    writeln!(
        out,
        "| invoices | file, MB | command | CPU, ms | × `wc -l` | × `md5sum` | exponent | peak, MB | peak × file |"
    )?;
    writeln!(out, "|--:|--:|---|--:|--:|--:|--:|--:|--:|")?;
    for row in rows {
        let CommandCost {
            name,
            invoices,
            bytes,
            ..
        } = row;
        write!(
            out,
            "| {invoices} | {} | `{name}` |",
            ratio(*bytes, 1_000_000)
        )?;
        let Some(cost) = row.cost else {
            writeln!(out, " {MISSING} | | | | | |")?;
            continue;
        };
        let beside =
            |other: &str| cost_of(rows, other, *invoices).map(|other| ratio(cost.time, other.time));
        let smaller = cost_of(rows, name, invoices / 10)
            .map(|smaller| growth_exponent(cost.time, smaller.time));
        writeln!(
            out,
            " {} | {} | {} | {} | {} | {} |",
            ratio(cost.time, 1_000),
            format_cell(beside("wc -l")),
            format_cell(beside("md5sum")),
            format_cell(smaller),
            ratio(cost.memory, 1_000),
            ratio(cost.memory.saturating_mul(1_024), *bytes),
        )?;
    }
    writeln!(out)
}

/// What a command cost with so many invoices.
pub fn cost_of(rows: &[CommandCost], name: &str, invoices: u64) -> Option<Cost> {
    let row = rows
        .iter()
        .find(|row| row.name == name && row.invoices == invoices)?;
    row.cost
}

fn format_cell(value: Option<impl fmt::Display>) -> String {
    value.map_or(String::new(), |value| value.to_string())
}

/// What it costs to begin.
///
/// # Errors
/// It cannot be written.
pub fn write_start(cost: Option<Cost>, out: &mut impl Write) -> io::Result<()> {
    let time = cost.map_or(MISSING.to_owned(), |cost| {
        format!("{} ms of CPU", ratio(cost.time, 1_000))
    });
    writeln!(out, "`aging` of a journal of ten lines: {time}.\n")
}

/// The table by shape.
///
/// # Errors
/// It cannot be written.
pub fn write_shapes(rows: &[(JournalShape, CommandCost)], out: &mut impl Write) -> io::Result<()> {
    writeln!(
        out,
        "| shape | file, MB | command | CPU, ms | × normal | peak, MB |"
    )?;
    writeln!(out, "|---|--:|---|--:|--:|--:|")?;
    for (shape, row) in rows {
        write!(
            out,
            "| {} | {} | `{}` |",
            shape.about(),
            ratio(row.bytes, 1_000_000),
            row.name
        )?;
        match row.cost {
            Some(cost) => writeln!(
                out,
                " {} | {} | {} |",
                ratio(cost.time, 1_000),
                format_cell(ratio_to_normal(rows, row)),
                ratio(cost.memory, 1_000)
            )?,
            None => writeln!(out, " {MISSING} | | |")?,
        }
    }
    writeln!(out)
}

/// The time of a command by that of the same command on the journal as usual.
pub fn ratio_to_normal(
    rows: &[(JournalShape, CommandCost)],
    row: &CommandCost,
) -> Option<Hundredths> {
    let mut usual = rows
        .iter()
        .filter(|(shape, _)| *shape == JournalShape::Normal);
    let (_, usual) = usual.find(|(_, usual)| usual.name == row.name)?;
    Some(ratio(row.cost?.time, usual.cost?.time))
}

/// The table of letters.
///
/// # Errors
/// It cannot be written.
pub fn write_letters(rows: &[LetterCost], out: &mut impl Write) -> io::Result<()> {
    writeln!(
        out,
        "| letters | work | CPU, ms | × `next` | letters in a second | peak, MB |"
    )?;
    writeln!(out, "|--:|---|--:|--:|--:|--:|")?;
    let mut next = None;
    for row in rows {
        if row.about == WORK_LIST {
            next = row.cost;
        }
        write!(out, "| {} | {} |", row.letters, row.about)?;
        match row.cost {
            Some(cost) => writeln!(
                out,
                " {} | {} | {} | {} |",
                ratio(cost.time, 1_000),
                format_cell(next.map(|next| ratio(cost.time, next.time))),
                row.letters_per_second().unwrap_or(0),
                ratio(cost.memory, 1_000)
            )?,
            None => writeln!(out, " {MISSING} | | | |")?,
        }
    }
    writeln!(out)
}

/// The table of instructions.
///
/// # Errors
/// It cannot be written.
pub fn write_counts(counted: &InstructionCounts, out: &mut impl Write) -> io::Result<()> {
    writeln!(
        out,
        "| step | instructions, millions | per invoice | per byte |"
    )?;
    writeln!(out, "|---|--:|--:|--:|")?;
    let mut before = 0;
    for (step, instructions) in &counted.steps {
        let Some(instructions) = instructions else {
            writeln!(out, "| {} | valgrind is {MISSING} | | |", step.about())?;
            continue;
        };
        let own = instructions.saturating_sub(before);
        before = *instructions;
        writeln!(
            out,
            "| {} | {} | {} | {} |",
            step.about(),
            ratio(own, 1_000_000),
            own / counted.invoices.max(1),
            ratio(own, counted.bytes)
        )?;
    }
    writeln!(out)
}
