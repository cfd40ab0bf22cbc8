//! The marks: what is wanted, what was measured, and whether it is met.

use crate::generate::Shape;
use crate::letters::{AS_PDF, AS_TEXT, Written};
use crate::measure::Cost;
use crate::table::{Hundredths, Row, beside_normal, exponent, of, ratio};
use std::io::{self, Write};

const MILLION: u64 = 1_000_000;

/// What a figure should be.
#[derive(Clone, Copy, Debug)]
enum Wanted {
    AtMost(Hundredths),
    AtLeast(Hundredths),
}

/// A mark and what was measured.
#[derive(Clone, Debug)]
pub struct Mark {
    about: String,
    wanted: Wanted,
    /// `None` where it was not measured.
    measured: Option<Hundredths>,
}

/// Everything that was measured.
pub struct Measured {
    /// Every command at every size.
    pub sizes: Vec<Row>,
    /// What it costs to report on ten lines.
    pub start: Option<Cost>,
    /// Unusual journals, and the usual one.
    pub shapes: Vec<(Shape, Row)>,
    /// Letters, and the work list before each kind.
    pub letters: Vec<Written>,
}

impl Measured {
    /// Every mark.
    pub fn marks(&self) -> Vec<Mark> {
        let beside = |name, other| self.time_by(name, other);
        let million = "a million invoices";
        let peak = of(&self.sizes, "aging", MILLION).zip(self.bytes());
        let peak = peak.map(|(cost, bytes)| ratio(cost.memory.saturating_mul(1_024), bytes));
        let mut marks = vec![
            at_most(
                21_00,
                format!("{million}: `aging` × `wc -l`"),
                beside("aging", "wc -l"),
            ),
            at_most(
                3_00,
                format!("{million}: `aging` × `md5sum`"),
                beside("aging", "md5sum"),
            ),
            at_most(1_10, format!("{million}: `aging`, peak × file"), peak),
            at_most(
                2_40,
                format!("{million}: `check` × `aging`"),
                beside("check", "aging"),
            ),
            at_most(
                1_50,
                format!("{million}: `stages` × `aging`"),
                beside("stages", "aging"),
            ),
            at_most(
                1_50,
                format!("{million}: `next` × `aging`"),
                beside("next", "aging"),
            ),
            at_most(
                1_10,
                "exponent of `aging` from 10,000 to 100,000 invoices".to_owned(),
                self.exponent(100_000),
            ),
            at_most(
                1_30,
                "exponent of `aging` from 100,000 to 1,000,000 invoices".to_owned(),
                self.exponent(MILLION),
            ),
            at_most(
                3_00,
                "ten lines: `aging`, ms".to_owned(),
                self.start.map(|cost| ratio(cost.time, 1_000)),
            ),
            at_most(
                20_00,
                "letters as text × `next`".to_owned(),
                self.texts_by_work_list(),
            ),
            at_least(
                20_00,
                "letters as PDF in a second".to_owned(),
                self.pages_in_a_second(),
            ),
        ];
        marks.extend(self.shape_marks());
        marks
    }

    fn time_by(&self, name: &str, other: &str) -> Option<Hundredths> {
        let time = |name| of(&self.sizes, name, MILLION).map(|cost| cost.time);
        Some(ratio(time(name)?, time(other)?))
    }

    fn bytes(&self) -> Option<u64> {
        let row = self.sizes.iter().find(|row| row.invoices == MILLION)?;
        Some(row.bytes)
    }

    fn exponent(&self, invoices: u64) -> Option<Hundredths> {
        let time = |invoices| of(&self.sizes, "aging", invoices).map(|cost| cost.time);
        Some(exponent(time(invoices)?, time(invoices / 10)?))
    }

    /// Each unusual journal beside the usual one.
    fn shape_marks(&self) -> impl Iterator<Item = Mark> {
        let unusual = self.shapes.iter();
        let unusual = unusual.filter(|(shape, _)| *shape != Shape::Normal);
        unusual.map(|(shape, row)| {
            let about = format!("{}: `{}` × normal", shape.about(), row.name);
            at_most(2_00, about, beside_normal(&self.shapes, row))
        })
    }

    fn written(&self, about: &str) -> Option<usize> {
        self.letters.iter().position(|row| row.about == about)
    }

    /// The work list stands right before the letters that follow from it.
    fn texts_by_work_list(&self) -> Option<Hundredths> {
        let texts = self.written(AS_TEXT)?;
        let time = |place: usize| Some(self.letters.get(place)?.cost?.time);
        Some(ratio(time(texts)?, time(texts.checked_sub(1)?)?))
    }

    fn pages_in_a_second(&self) -> Option<Hundredths> {
        let pages = self.letters.get(self.written(AS_PDF)?)?.in_a_second()?;
        Some(Hundredths(pages.saturating_mul(100)))
    }
}

fn at_most(hundredths: u64, about: String, measured: Option<Hundredths>) -> Mark {
    Mark {
        about,
        wanted: Wanted::AtMost(Hundredths(hundredths)),
        measured,
    }
}

fn at_least(hundredths: u64, about: String, measured: Option<Hundredths>) -> Mark {
    Mark {
        about,
        wanted: Wanted::AtLeast(Hundredths(hundredths)),
        measured,
    }
}

impl Mark {
    /// `None` where nothing was measured.
    fn is_met(&self) -> Option<bool> {
        let measured = self.measured?;
        Some(match self.wanted {
            Wanted::AtMost(most) => measured <= most,
            Wanted::AtLeast(least) => measured >= least,
        })
    }
}

/// The table of marks.
///
/// # Errors
/// It cannot be written.
pub fn write(marks: &[Mark], out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "| mark | wanted | measured | met |")?;
    writeln!(out, "|---|--:|--:|---|")?;
    for mark in marks {
        let wanted = match mark.wanted {
            Wanted::AtMost(most) => format!("at most {most}"),
            Wanted::AtLeast(least) => format!("at least {least}"),
        };
        let measured = mark.measured.map(|it| it.to_string()).unwrap_or_default();
        let met = match mark.is_met() {
            Some(true) => "yes",
            Some(false) => "no",
            None => "not measured",
        };
        writeln!(out, "| {} | {wanted} | {measured} | {met} |", mark.about)?;
    }
    Ok(())
}
