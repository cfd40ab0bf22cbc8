//! The marks: what is wanted, what was measured, and whether it is met.

use crate::generate::JournalShape;
use crate::letters::{AS_PDF, AS_TEXT, LetterCost};
use crate::measure::Cost;
use crate::table::{CommandCost, Hundredths, cost_of, growth_exponent, ratio, ratio_to_normal};
use std::io::{self, Write};

const MILLION: u64 = 1_000_000;
const HUNDRED_THOUSAND: u64 = 100_000;

/// How much time a command may take beside `aging`, with a hundred thousand invoices.
const BESIDE_AGEING: [(&str, u64); 7] = [
    ("check", 2_40),
    ("stages", 1_70),
    ("next", 1_70),
    ("letters", 3_00),
    ("show", 1_10),
    ("export csv", 8_00),
    ("export accountant", 10_00),
];

/// How much memory a command may hold beside the size of the journal, with a hundred thousand invoices.
const BESIDE_FILE: [(&str, u64); 3] = [("stages", 4_00), ("letters", 6_00), ("export csv", 6_00)];

/// What a figure should be.
#[derive(Clone, Copy, Debug)]
enum GoalLimit {
    AtMost(Hundredths),
    AtLeast(Hundredths),
}

/// A mark and what was measured.
#[derive(Clone, Debug)]
pub struct Goal {
    about: String,
    limit: GoalLimit,
    /// `None` where it was not measured.
    measured: Option<Hundredths>,
}

/// Everything that was measured.
pub struct Measurements {
    /// Every command at every size.
    pub sizes: Vec<CommandCost>,
    /// What it costs to report on ten lines.
    pub start: Option<Cost>,
    /// Unusual journals, and the usual one.
    pub shapes: Vec<(JournalShape, CommandCost)>,
    /// Letters, and the work list before each kind.
    pub letters: Vec<LetterCost>,
}

impl Measurements {
    /// Every mark.
    pub fn goals(&self) -> Vec<Goal> {
        let beside = |name, other| self.time_ratio((name, other), MILLION);
        let million = "a million invoices";
        let peak = self.memory_ratio("aging", MILLION);
        let mut marks = vec![
            goal_at_most(
                21_00,
                format!("{million}: `aging` × `wc -l`"),
                beside("aging", "wc -l"),
            ),
            goal_at_most(
                3_00,
                format!("{million}: `aging` × `md5sum`"),
                beside("aging", "md5sum"),
            ),
            goal_at_most(1_10, format!("{million}: `aging`, peak × file"), peak),
            goal_at_most(
                2_40,
                format!("{million}: `check` × `aging`"),
                beside("check", "aging"),
            ),
            goal_at_most(
                1_50,
                format!("{million}: `stages` × `aging`"),
                beside("stages", "aging"),
            ),
            goal_at_most(
                1_50,
                format!("{million}: `next` × `aging`"),
                beside("next", "aging"),
            ),
            goal_at_most(
                1_10,
                "exponent of `aging` from 10,000 to 100,000 invoices".to_owned(),
                self.growth_exponent(HUNDRED_THOUSAND),
            ),
            goal_at_most(
                1_30,
                "exponent of `aging` from 100,000 to 1,000,000 invoices".to_owned(),
                self.growth_exponent(MILLION),
            ),
            goal_at_most(
                3_00,
                "ten lines: `aging`, ms".to_owned(),
                self.start.map(|cost| ratio(cost.time, 1_000)),
            ),
            goal_at_most(
                20_00,
                "letters as text × `next`".to_owned(),
                self.text_letters_by_work_list(),
            ),
            goal_at_least(
                20_00,
                "letters as PDF in a second".to_owned(),
                self.pdf_letters_per_second(),
            ),
        ];
        marks.extend(self.command_goals());
        marks.extend(self.shape_goals());
        marks
    }

    fn time_ratio(&self, (name, other): (&str, &str), invoices: u64) -> Option<Hundredths> {
        let time = |name| cost_of(&self.sizes, name, invoices).map(|cost| cost.time);
        Some(ratio(time(name)?, time(other)?))
    }

    /// The most memory a command held, beside the size of the journal.
    fn memory_ratio(&self, name: &str, invoices: u64) -> Option<Hundredths> {
        let cost = cost_of(&self.sizes, name, invoices)?;
        let mut rows = self.sizes.iter();
        let file = rows.find(|row| row.invoices == invoices)?;
        Some(ratio(cost.memory.saturating_mul(1_024), file.bytes))
    }

    /// What commands may cost beside `aging` and beside the journal.
    fn command_goals(&self) -> impl Iterator<Item = Goal> {
        let times = BESIDE_AGEING.into_iter().map(|(name, most)| {
            let about = format!("100,000 invoices: `{name}` × `aging`");
            let measured = self.time_ratio((name, "aging"), HUNDRED_THOUSAND);
            goal_at_most(most, about, measured)
        });
        let peaks = BESIDE_FILE.into_iter().map(|(name, most)| {
            let about = format!("100,000 invoices: `{name}`, peak × file");
            goal_at_most(most, about, self.memory_ratio(name, HUNDRED_THOUSAND))
        });
        times.chain(peaks)
    }

    fn growth_exponent(&self, invoices: u64) -> Option<Hundredths> {
        let time = |invoices| cost_of(&self.sizes, "aging", invoices).map(|cost| cost.time);
        Some(growth_exponent(time(invoices)?, time(invoices / 10)?))
    }

    /// Each unusual journal beside the usual one.
    fn shape_goals(&self) -> impl Iterator<Item = Goal> {
        let unusual = self.shapes.iter();
        let unusual = unusual.filter(|(shape, _)| *shape != JournalShape::Normal);
        unusual.map(|(shape, row)| {
            let about = format!("{}: `{}` × normal", shape.about(), row.name);
            goal_at_most(2_00, about, ratio_to_normal(&self.shapes, row))
        })
    }

    fn letter_row(&self, about: &str) -> Option<usize> {
        self.letters.iter().position(|row| row.about == about)
    }

    /// The work list stands right before the letters that follow from it.
    fn text_letters_by_work_list(&self) -> Option<Hundredths> {
        let texts = self.letter_row(AS_TEXT)?;
        let time = |place: usize| Some(self.letters.get(place)?.cost?.time);
        Some(ratio(time(texts)?, time(texts.checked_sub(1)?)?))
    }

    fn pdf_letters_per_second(&self) -> Option<Hundredths> {
        let pages = self
            .letters
            .get(self.letter_row(AS_PDF)?)?
            .letters_per_second()?;
        Some(Hundredths(pages.saturating_mul(100)))
    }
}

fn goal_at_most(hundredths: u64, about: String, measured: Option<Hundredths>) -> Goal {
    Goal {
        about,
        limit: GoalLimit::AtMost(Hundredths(hundredths)),
        measured,
    }
}

fn goal_at_least(hundredths: u64, about: String, measured: Option<Hundredths>) -> Goal {
    Goal {
        about,
        limit: GoalLimit::AtLeast(Hundredths(hundredths)),
        measured,
    }
}

impl Goal {
    /// `None` where nothing was measured.
    fn is_met(&self) -> Option<bool> {
        let measured = self.measured?;
        Some(match self.limit {
            GoalLimit::AtMost(most) => measured <= most,
            GoalLimit::AtLeast(least) => measured >= least,
        })
    }
}

/// The table of marks.
///
/// # Errors
/// It cannot be written.
pub fn write_goals(marks: &[Goal], out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "| mark | wanted | measured | met |")?;
    writeln!(out, "|---|--:|--:|---|")?;
    for mark in marks {
        let wanted = match mark.limit {
            GoalLimit::AtMost(most) => format!("at most {most}"),
            GoalLimit::AtLeast(least) => format!("at least {least}"),
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
