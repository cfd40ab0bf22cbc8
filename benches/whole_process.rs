//! Times whole processes and counts instructions; prints the tables of `README.md` beside this file.
//!
//! `cargo bench` measures everything. Behind `--` stand choices: `--sizes 10000,100000`, `--shapes notes,wrong`,
//! `--runs 5`, `--no-counts`, `--write SHAPE COUNT` to make a journal and nothing else.

mod dice;
mod generate;
mod letters;
mod marks;
mod measure;
mod phases;
mod table;

use generate::{AS_OF, FIRST_CUSTOMER, FIRST_INVOICE, Plan, Shape};
use marks::Measured;
use measure::{Cost, cost, median};
use phases::{Step, instructions};
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use table::{Counted, Row};

const SEED: u64 = 20_260_131;
/// How many invoices the shapes are compared with.
const SHAPED: u64 = 100_000;
/// How many invoices the instructions are counted with: a counted one takes fifty times as long.
const COUNTED: u64 = 10_000;
const PROGRAM: &str = env!("CARGO_BIN_EXE_tegoed");
const TEN_LINES: &str = "\
format 1
currency EUR
customer @jansen
  name: Jansen Bouw
customer @devries
2025-01-05 invoice #2025-001 @jansen 1210.00 due 2025-02-04 | Office
2025-01-08 invoice #2025-002 @devries 250.00 due 2025-01-22 | Kitchen
2025-02-01 payment #2025-001 1000.00
2025-02-08 phone @jansen #2025-001 | Petra: the rest next week
  follow-up: 2025-02-15
";

/// What is to be measured.
struct Choice {
    sizes: Vec<u64>,
    shapes: Vec<Shape>,
    runs: usize,
    counts: bool,
}

fn main() -> io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.split_first() {
        Some((first, command)) if first == measure::ONE => return measure::tell(command),
        Some((first, [step, file])) if first == phases::UP_TO => return phases::go(step, file),
        Some((first, [shape, count, ..])) if first == "--write" => {
            let shape = shapes(shape).first().copied().unwrap_or(Shape::Normal);
            let path = journal(shape, count.parse().map_err(io::Error::other)?)?;
            return writeln!(io::stdout(), "{}", path.display());
        }
        _ => {}
    }
    // `cargo test --benches` only asks whether this runs.
    if !arguments.iter().any(|argument| argument == "--bench") {
        return Ok(());
    }
    report(&Choice::read(&arguments), &mut io::stdout())
}

impl Choice {
    fn read(arguments: &[String]) -> Self {
        let value = |flag: &str| {
            let place = arguments.iter().position(|argument| argument == flag)?;
            arguments.get(place + 1).map(String::as_str)
        };
        let sizes = value("--sizes").unwrap_or("10000,100000,1000000");
        Self {
            sizes: sizes
                .split(',')
                .filter_map(|size| size.parse().ok())
                .collect(),
            shapes: value("--shapes").map_or(Shape::ALL.to_vec(), shapes),
            runs: value("--runs")
                .and_then(|runs| runs.parse().ok())
                .unwrap_or(5),
            counts: !arguments.iter().any(|argument| argument == "--no-counts"),
        }
    }
}

fn shapes(names: &str) -> Vec<Shape> {
    let named = |name| Shape::ALL.into_iter().find(|shape| shape.name() == name);
    names.split(',').filter_map(named).collect()
}

fn report(choice: &Choice, out: &mut impl Write) -> io::Result<()> {
    let mut sizes = Vec::new();
    for size in &choice.sizes {
        sizes.extend(sized(*size, choice.runs)?);
    }
    table::sizes(&sizes, out)?;
    let start = small(choice.runs)?;
    table::start(start, out)?;
    let shapes = shaped(choice)?;
    table::shapes(&shapes, out)?;
    let letters = letters::measure(choice.runs)?;
    table::letters(&letters, out)?;
    if choice.counts {
        table::counts(&counted()?, out)?;
    }
    let measured = Measured {
        sizes,
        start,
        shapes,
        letters,
    };
    marks::write(&measured.marks(), out)
}

/// Writes a journal for the measurements and says where it stands.
fn journal(shape: Shape, invoices: u64) -> io::Result<PathBuf> {
    let path =
        PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{shape}-{invoices}.tegoed"));
    let mut out = BufWriter::new(File::create(&path)?);
    let plan = Plan {
        shape,
        invoices,
        seed: SEED,
    };
    generate::write(plan, &mut out)?;
    out.flush()?;
    Ok(path)
}

/// Runs commands in turn, several times over, so that a busy moment of the machine falls on all of them.
fn in_turn(commands: &[Vec<&str>], runs: usize) -> Vec<Option<Cost>> {
    let mut costs: Vec<Vec<Cost>> = vec![Vec::new(); commands.len()];
    for _ in 0..runs {
        for (command, costs) in commands.iter().zip(&mut costs) {
            costs.extend(cost(command));
        }
    }
    costs.iter().map(|costs| median(costs)).collect()
}

fn ask<'a>(report: &'a str, file: &'a str) -> Vec<&'a str> {
    let about = match report {
        "export" => Some("json"),
        "statement" => Some(FIRST_CUSTOMER),
        "show" => Some(FIRST_INVOICE),
        _ => None,
    };
    let usual = ["-f", file, "--as-of", AS_OF, "--no-config"];
    [PROGRAM, report]
        .into_iter()
        .chain(about)
        .chain(usual)
        .collect()
}

/// The commands that are measured at every size.
const REPORTS: [&str; 4] = ["check", "aging", "stages", "next"];
/// Those that are measured up to [`SHAPED`] invoices.
const SMALLER_REPORTS: [&str; 4] = ["letters", "show", "statement", "export"];

/// The commands that a shape may make slow; those of the normal one are what the others are compared with.
const fn reports_of(shape: Shape) -> &'static [&'static str] {
    match shape {
        Shape::Normal => &["check", "aging", "next", "show", "export"],
        Shape::OneCustomer | Shape::Versions => &["check", "next"],
        Shape::ForLines => &["show", "export"],
        Shape::Spread => &["aging"],
        Shape::Payments | Shape::Notes | Shape::Reverse | Shape::Wrong => &["check"],
    }
}

fn sized(invoices: u64, runs: usize) -> io::Result<Vec<Row>> {
    let path = journal(Shape::Normal, invoices)?;
    let (file, bytes) = (name(&path), path.metadata()?.len());
    let smaller = SMALLER_REPORTS.into_iter().filter(|_| invoices <= SHAPED);
    let reports: Vec<&str> = REPORTS.into_iter().chain(smaller).collect();
    let mut commands = vec![vec!["wc", "-l", file], vec!["md5sum", file]];
    commands.extend(reports.iter().map(|report| ask(report, file)));
    let costs = in_turn(&commands, runs);
    let row = |(name, cost)| Row {
        name,
        invoices,
        bytes,
        cost,
    };
    let names = ["wc -l", "md5sum"].into_iter().chain(reports);
    Ok(names.zip(costs).map(row).collect())
}

fn small(runs: usize) -> io::Result<Option<Cost>> {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("ten-lines.tegoed");
    std::fs::write(&path, TEN_LINES)?;
    let costs = in_turn(&[ask("aging", name(&path))], runs.saturating_mul(4));
    Ok(costs.into_iter().flatten().next())
}

fn shaped(choice: &Choice) -> io::Result<Vec<(Shape, Row)>> {
    let mut files = Vec::new();
    for shape in &choice.shapes {
        let path = journal(*shape, SHAPED)?;
        let bytes = path.metadata()?.len();
        files.push((*shape, path, bytes));
    }
    let measured = || {
        files.iter().flat_map(|(shape, path, bytes)| {
            let reports = reports_of(*shape).iter();
            reports.map(move |report| (*shape, *report, name(path), *bytes))
        })
    };
    let commands: Vec<_> = measured()
        .map(|(_, report, file, _)| ask(report, file))
        .collect();
    let costs = in_turn(&commands, choice.runs);
    let row = |((shape, name, _, bytes), cost)| {
        let row = Row {
            name,
            invoices: SHAPED,
            bytes,
            cost,
        };
        (shape, row)
    };
    Ok(measured().zip(costs).map(row).collect())
}

fn counted() -> io::Result<Counted> {
    let path = journal(Shape::Normal, COUNTED)?;
    let count = |step: Step| (step, instructions(step, name(&path)));
    Ok(Counted {
        invoices: COUNTED,
        bytes: path.metadata()?.len(),
        steps: Step::ALL.into_iter().map(count).collect(),
    })
}

fn name(path: &Path) -> &str {
    path.to_str().unwrap_or_default()
}
