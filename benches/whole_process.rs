//! Times whole processes and counts instructions; prints the tables of `README.md` beside this file.
//!
//! `cargo bench` measures everything. Behind `--` stand choices: `--sizes 10000,100000`, `--shapes notes,wrong`,
//! `--runs 5`, `--no-counts`, `--editor` for the language server alone, `--write SHAPE COUNT` to make a journal and nothing else.

mod dice;
mod editor;
mod generate;
mod letters;
mod marks;
mod measure;
mod phases;
mod table;

use generate::{AS_OF, FIRST_CUSTOMER, FIRST_INVOICE, JournalPlan, JournalShape};
use marks::Measurements;
use measure::{Cost, measure_cost, median_cost};
use phases::{Phase, count_instructions};
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use table::{CommandCost, InstructionCounts};

const SEED: u64 = 20_260_131;
/// How many invoices the shapes are compared with.
const SHAPE_INVOICES: u64 = 100_000;
/// How many invoices the instructions are counted with: a counted one takes fifty times as long.
const COUNTED_INVOICES: u64 = 10_000;
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
struct BenchmarkOptions {
    sizes: Vec<u64>,
    shapes: Vec<JournalShape>,
    runs: usize,
    counts_instructions: bool,
}

fn main() -> io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.split_first() {
        Some((first, command)) if first == measure::ONE_COMMAND => {
            return measure::print_cost(command);
        }
        Some((first, [step, file])) if first == phases::UP_TO => {
            return phases::run_up_to(step, file);
        }
        Some((first, [shape, count, ..])) if first == "--write" => {
            let shape = parse_shapes(shape)
                .first()
                .copied()
                .unwrap_or(JournalShape::Normal);
            let path = generate_journal(shape, count.parse().map_err(io::Error::other)?)?;
            return writeln!(io::stdout(), "{}", path.display());
        }
        _ => {}
    }
    // `cargo test --benches` only asks whether this runs.
    if !arguments.iter().any(|argument| argument == "--bench") {
        return Ok(());
    }
    if arguments.iter().any(|argument| argument == "--editor") {
        let runs = BenchmarkOptions::from_arguments(&arguments).runs;
        return editor::write_editor(&editor::measure_editor(runs)?, &mut io::stdout());
    }
    run_report(
        &BenchmarkOptions::from_arguments(&arguments),
        &mut io::stdout(),
    )
}

impl BenchmarkOptions {
    fn from_arguments(arguments: &[String]) -> Self {
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
            shapes: value("--shapes").map_or(JournalShape::ALL.to_vec(), parse_shapes),
            runs: value("--runs")
                .and_then(|runs| runs.parse().ok())
                .unwrap_or(5),
            counts_instructions: !arguments.iter().any(|argument| argument == "--no-counts"),
        }
    }
}

fn parse_shapes(names: &str) -> Vec<JournalShape> {
    let named = |name| {
        JournalShape::ALL
            .into_iter()
            .find(|shape| shape.name() == name)
    };
    names.split(',').filter_map(named).collect()
}

fn run_report(choice: &BenchmarkOptions, out: &mut impl Write) -> io::Result<()> {
    let mut sizes = Vec::new();
    for size in &choice.sizes {
        sizes.extend(measure_sizes(*size, choice.runs)?);
    }
    table::write_sizes(&sizes, out)?;
    let start = measure_start(choice.runs)?;
    table::write_start(start, out)?;
    let shapes = measure_shapes(choice)?;
    table::write_shapes(&shapes, out)?;
    let letters = letters::measure_letters(choice.runs)?;
    table::write_letters(&letters, out)?;
    editor::write_editor(&editor::measure_editor(choice.runs)?, out)?;
    if choice.counts_instructions {
        table::write_counts(&count_phases()?, out)?;
    }
    let measured = Measurements {
        sizes,
        start,
        shapes,
        letters,
    };
    marks::write_goals(&measured.goals(), out)
}

/// Writes a journal for the measurements and says where it stands.
fn generate_journal(shape: JournalShape, invoices: u64) -> io::Result<PathBuf> {
    let path =
        PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{shape}-{invoices}.tegoed"));
    let mut out = BufWriter::new(File::create(&path)?);
    let plan = JournalPlan {
        shape,
        invoices,
        seed: SEED,
    };
    generate::write_journal(plan, &mut out)?;
    out.flush()?;
    Ok(path)
}

/// Runs commands in turn, several times over, so that a busy moment of the machine falls on all of them.
fn run_in_turn(commands: &[Vec<&str>], runs: usize) -> Vec<Option<Cost>> {
    let mut costs: Vec<Vec<Cost>> = vec![Vec::new(); commands.len()];
    for _ in 0..runs {
        for (command, costs) in commands.iter().zip(&mut costs) {
            costs.extend(measure_cost(command));
        }
    }
    costs.iter().map(|costs| median_cost(costs)).collect()
}

/// The folder that exports are written to, again and again.
const EXPORT_FOLDER: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/export");

/// The period of the accountant's export.
const EXPORT_PERIOD: &str = "2025";

/// A command by the words that it begins with.
fn command_for<'a>(report: &'a str, file: &'a str) -> Vec<&'a str> {
    let to_folder = ["--out", EXPORT_FOLDER, "--force"];
    let to_accountant = ["--period", EXPORT_PERIOD, "--out", EXPORT_FOLDER, "--force"];
    let about: &[&str] = match report {
        "statement" => &[FIRST_CUSTOMER],
        "show" => &[FIRST_INVOICE],
        "export csv" => &to_folder,
        "export accountant" => &to_accountant,
        _ => &[],
    };
    let usual = ["-f", file, "--as-of", AS_OF, "--no-config"];
    [PROGRAM]
        .into_iter()
        .chain(report.split(' '))
        .chain(about.iter().copied())
        .chain(usual)
        .collect()
}

/// The commands that are measured at every size.
const REPORTS: [&str; 4] = ["check", "aging", "stages", "next"];
/// Those that are measured up to [`SHAPE_INVOICES`] invoices.
const SMALLER_REPORTS: [&str; 6] = [
    "letters",
    "show",
    "statement",
    "export json",
    "export csv",
    "export accountant",
];

/// The commands that a shape may make slow; those of the normal one are what the others are compared with.
const fn reports_for_shape(shape: JournalShape) -> &'static [&'static str] {
    match shape {
        JournalShape::Normal => &["check", "aging", "next", "show", "export json"],
        JournalShape::OneCustomer | JournalShape::Versions => &["check", "next"],
        JournalShape::ForLines => &["show", "export json"],
        JournalShape::Spread => &["aging"],
        JournalShape::Payments
        | JournalShape::Notes
        | JournalShape::Reverse
        | JournalShape::Wrong => &["check"],
    }
}

fn measure_sizes(invoices: u64, runs: usize) -> io::Result<Vec<CommandCost>> {
    let path = generate_journal(JournalShape::Normal, invoices)?;
    let (file, bytes) = (path_text(&path), path.metadata()?.len());
    let smaller = SMALLER_REPORTS
        .into_iter()
        .filter(|_| invoices <= SHAPE_INVOICES);
    let reports: Vec<&str> = REPORTS.into_iter().chain(smaller).collect();
    let mut commands = vec![vec!["wc", "-l", file], vec!["md5sum", file]];
    commands.extend(reports.iter().map(|report| command_for(report, file)));
    let costs = run_in_turn(&commands, runs);
    let row = |(name, cost)| CommandCost {
        name,
        invoices,
        bytes,
        cost,
    };
    let names = ["wc -l", "md5sum"].into_iter().chain(reports);
    Ok(names.zip(costs).map(row).collect())
}

fn measure_start(runs: usize) -> io::Result<Option<Cost>> {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("ten-lines.tegoed");
    std::fs::write(&path, TEN_LINES)?;
    let costs = run_in_turn(
        &[command_for("aging", path_text(&path))],
        runs.saturating_mul(4),
    );
    Ok(costs.into_iter().flatten().next())
}

fn measure_shapes(choice: &BenchmarkOptions) -> io::Result<Vec<(JournalShape, CommandCost)>> {
    let mut files = Vec::new();
    for shape in &choice.shapes {
        let path = generate_journal(*shape, SHAPE_INVOICES)?;
        let bytes = path.metadata()?.len();
        files.push((*shape, path, bytes));
    }
    let measured = || {
        files.iter().flat_map(|(shape, path, bytes)| {
            let reports = reports_for_shape(*shape).iter();
            reports.map(move |report| (*shape, *report, path_text(path), *bytes))
        })
    };
    let commands: Vec<_> = measured()
        .map(|(_, report, file, _)| command_for(report, file))
        .collect();
    let costs = run_in_turn(&commands, choice.runs);
    let row = |((shape, name, _, bytes), cost)| {
        let row = CommandCost {
            name,
            invoices: SHAPE_INVOICES,
            bytes,
            cost,
        };
        (shape, row)
    };
    Ok(measured().zip(costs).map(row).collect())
}

fn count_phases() -> io::Result<InstructionCounts> {
    let path = generate_journal(JournalShape::Normal, COUNTED_INVOICES)?;
    let count = |step: Phase| (step, count_instructions(step, path_text(&path)));
    Ok(InstructionCounts {
        invoices: COUNTED_INVOICES,
        bytes: path.metadata()?.len(),
        steps: Phase::ALL.into_iter().map(count).collect(),
    })
}

fn path_text(path: &Path) -> &str {
    path.to_str().unwrap_or_default()
}
