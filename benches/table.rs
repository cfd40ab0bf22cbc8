//! The tables, as Markdown.

use crate::generate::Shape;
use crate::letters::Written;
use crate::measure::Cost;
use crate::phases::Step;
use std::fmt;
use std::io::{self, Write};

/// What one command cost on one file.
#[derive(Clone, Copy, Debug)]
pub struct Row {
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
pub struct Counted {
    /// How many invoices.
    pub invoices: u64,
    /// How long the file is.
    pub bytes: u64,
    /// Each step, and the instructions up to its end; `None` where they could not be counted.
    pub steps: Vec<(Step, Option<u64>)>,
}

const MISSING: &str = "not there";

/// A number by another one, with one or two decimals.
struct Ratio(u64, u64);

impl fmt::Display for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hundredths = self.0.saturating_mul(100) / self.1.max(1);
        write!(f, "{}.{:02}", hundredths / 100, hundredths % 100)
    }
}

/// The table by size.
///
/// # Errors
/// It cannot be written.
pub fn sizes(rows: &[Row], out: &mut impl Write) -> io::Result<()> {
    writeln!(
        out,
        "| invoices | file, MB | command | CPU, ms | × `wc -l` | × `md5sum` | exponent | peak, MB | peak × file |"
    )?;
    writeln!(out, "|--:|--:|---|--:|--:|--:|--:|--:|--:|")?;
    for row in rows {
        let Row {
            name,
            invoices,
            bytes,
            ..
        } = row;
        write!(
            out,
            "| {invoices} | {} | `{name}` |",
            Ratio(*bytes, 1_000_000)
        )?;
        let Some(cost) = row.cost else {
            writeln!(out, " {MISSING} | | | | | |")?;
            continue;
        };
        let beside =
            |other: &str| of(rows, other, *invoices).map(|other| Ratio(cost.time, other.time));
        let smaller =
            of(rows, name, invoices / 10).map(|smaller| exponent(cost.time, smaller.time));
        writeln!(
            out,
            " {} | {} | {} | {} | {} | {} |",
            Ratio(cost.time, 1_000),
            cell(beside("wc -l")),
            cell(beside("md5sum")),
            cell(smaller),
            Ratio(cost.memory, 1_000),
            Ratio(cost.memory.saturating_mul(1_024), *bytes),
        )?;
    }
    writeln!(out)
}

fn of(rows: &[Row], name: &str, invoices: u64) -> Option<Cost> {
    let row = rows
        .iter()
        .find(|row| row.name == name && row.invoices == invoices)?;
    row.cost
}

fn cell(value: Option<impl fmt::Display>) -> String {
    value.map_or(String::new(), |value| value.to_string())
}

/// The power of the size with which the time grows when the size grows tenfold.
#[allow(
    clippy::float_arithmetic,
    clippy::cast_precision_loss,
    reason = "a figure to look at, of times that are not exact themselves"
)]
fn exponent(time: u64, smaller: u64) -> String {
    format!("{:.2}", (time as f64 / smaller.max(1) as f64).log10())
}

/// What it costs to begin.
///
/// # Errors
/// It cannot be written.
pub fn start(cost: Option<Cost>, out: &mut impl Write) -> io::Result<()> {
    let time = cost.map_or(MISSING.to_owned(), |cost| {
        format!("{} ms of CPU", Ratio(cost.time, 1_000))
    });
    writeln!(out, "`aging` of a journal of ten lines: {time}.\n")
}

/// The table by shape.
///
/// # Errors
/// It cannot be written.
pub fn shapes(rows: &[(Shape, Row)], out: &mut impl Write) -> io::Result<()> {
    writeln!(
        out,
        "| shape | file, MB | `check`: CPU, ms | × normal | peak, MB |"
    )?;
    writeln!(out, "|---|--:|--:|--:|--:|")?;
    let normal = rows.iter().find(|(shape, _)| *shape == Shape::Normal);
    let normal = normal.and_then(|(_, row)| row.cost);
    for (shape, row) in rows {
        write!(
            out,
            "| {} | {} |",
            shape.about(),
            Ratio(row.bytes, 1_000_000)
        )?;
        match row.cost {
            Some(cost) => writeln!(
                out,
                " {} | {} | {} |",
                Ratio(cost.time, 1_000),
                cell(normal.map(|normal| Ratio(cost.time, normal.time))),
                Ratio(cost.memory, 1_000)
            )?,
            None => writeln!(out, " {MISSING} | | |")?,
        }
    }
    writeln!(out)
}

/// The table of letters.
///
/// # Errors
/// It cannot be written.
pub fn letters(rows: &[Written], out: &mut impl Write) -> io::Result<()> {
    writeln!(
        out,
        "| letters | work | CPU, ms | × `next` | letters in a second | peak, MB |"
    )?;
    writeln!(out, "|--:|---|--:|--:|--:|--:|")?;
    let mut next = None;
    for row in rows {
        if row.about == "`next`" {
            next = row.cost;
        }
        write!(out, "| {} | {} |", row.letters, row.about)?;
        match row.cost {
            Some(cost) => writeln!(
                out,
                " {} | {} | {} | {} |",
                Ratio(cost.time, 1_000),
                cell(next.map(|next| Ratio(cost.time, next.time))),
                row.letters.saturating_mul(1_000_000) / cost.time.max(1),
                Ratio(cost.memory, 1_000)
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
pub fn counts(counted: &Counted, out: &mut impl Write) -> io::Result<()> {
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
            Ratio(own, 1_000_000),
            own / counted.invoices.max(1),
            Ratio(own, counted.bytes)
        )?;
    }
    Ok(())
}
