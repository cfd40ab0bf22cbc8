//! Compares what two builds of the program say: about every journal of the repository, and about damaged lines.
//!
//! `cargo bench --bench differential -- --old PATH` compares the build of this tree with the one at PATH. Further
//! choices: `--new PATH`, `--lines N`, `--seed S`, `--show N`, `--by-code`.

mod corpus;
mod damage;
mod dice;
mod findings;

use corpus::DamageCorpus;
use dice::SplitMix64;
use findings::Difference;
use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Output, Stdio};

/// Damaged lines in one journal. People are shown no more than a hundred findings of it, and only what they are shown
/// has the words under a line.
const LINES_OF_JOURNAL: u64 = 40;
/// Of so many damaged lines one stands alone, in a journal of the repository: findings that may be a consequence of
/// other unreadable lines are told there.
const SINGLE_EVERY: u64 = 50;
/// The day to report on where a journal does not say.
const DEFAULT_DAY: &str = "2026-12-31";
/// The reports that are asked of every journal.
const REPORTS: [&[&str]; 13] = [
    &["aging"],
    &["aging", "--by", "invoice"],
    &["balance"],
    &["stages", "--all"],
    &["next"],
    &["letters"],
    &["forecast", "--explain"],
    &["behaviour"],
    &["customers"],
    &["invoices"],
    &["stats"],
    &["policy"],
    &["export", "json"],
];
/// The reports about one customer.
const CUSTOMER_REPORTS: [&[&str]; 3] = [&["statement"], &["show"], &["call"]];
/// The reports about one invoice.
const INVOICE_REPORTS: [&[&str]; 3] = [&["show", "--explain"], &["claim"], &["advice"]];

/// What is to be compared.
struct ComparisonOptions {
    old: PathBuf,
    new: PathBuf,
    lines: u64,
    seed: u64,
    max_shown: usize,
    by_code: bool,
}

fn main() -> io::Result<ExitCode> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let out = &mut io::stdout();
    // `cargo test --benches` only asks whether this runs, and `cargo bench` without a name has no other build at hand.
    let Some(choice) = ComparisonOptions::from_arguments(&arguments) else {
        writeln!(out, "no other build to compare with: --old PATH")?;
        return Ok(ExitCode::SUCCESS);
    };
    let mut comparison = Comparison::new(choice)?;
    let journals = corpus::find_journals()?;
    comparison.compare_repository(&journals, out)?;
    comparison.compare_damaged(&DamageCorpus::read(&journals)?, out)?;
    comparison.write_report(out)?;
    Ok(if comparison.groups.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

impl ComparisonOptions {
    fn from_arguments(arguments: &[String]) -> Option<Self> {
        let value = |flag: &str| {
            let place = arguments.iter().position(|argument| argument == flag)?;
            arguments.get(place + 1).cloned()
        };
        let number = |flag| value(flag).and_then(|number| number.parse().ok());
        Some(Self {
            old: value("--old")?.into(),
            new: value("--new")
                .unwrap_or(env!("CARGO_BIN_EXE_tegoed").to_owned())
                .into(),
            lines: number("--lines").unwrap_or(200_000),
            seed: number("--seed").unwrap_or(1),
            max_shown: number("--show")
                .and_then(|count| usize::try_from(count).ok())
                .unwrap_or(10),
            by_code: arguments.iter().any(|argument| argument == "--by-code"),
        })
    }
}

/// Differences that are alike.
struct DifferenceGroup {
    count: u64,
    example: String,
}

/// What was compared, and what differed.
struct Comparison {
    options: ComparisonOptions,
    /// Where damaged journals are written; those with differences stay.
    folder: PathBuf,
    outputs: u64,
    findings: u64,
    /// How many of the findings were compared as drawn for people too.
    drawn_findings: u64,
    /// The first differences, for people.
    first_differences: Vec<String>,
    groups: BTreeMap<String, DifferenceGroup>,
    /// Journals with more findings of a code than a program keeps.
    truncated_journals: u64,
}

/// A journal on the disk.
struct ComparedJournal {
    path: PathBuf,
    text: String,
    /// The day to report on: what follows `; as of`.
    day: String,
}

impl ComparedJournal {
    fn read(path: &Path) -> io::Result<Self> {
        let text = String::from_utf8_lossy(&fs::read(path)?).into_owned();
        let day = text.lines().find_map(|line| line.strip_prefix("; as of "));
        Ok(Self {
            path: path.to_owned(),
            day: day.unwrap_or(DEFAULT_DAY).trim().to_owned(),
            text,
        })
    }

    /// The first word with this sigil, without it.
    fn first_name(&self, sigil: char) -> Option<&str> {
        let mut words = self.text.split_whitespace();
        words.find_map(|word| word.strip_prefix(sigil).filter(|name| !name.is_empty()))
    }

    fn line(&self, number: u64) -> &str {
        let place = usize::try_from(number).unwrap_or(usize::MAX);
        // The lines of the program end where line feeds are, unlike those of `str::lines`.
        let line = self.text.split('\n').nth(place.wrapping_sub(1));
        line.unwrap_or_default()
    }
}

impl Comparison {
    fn new(mut choice: ComparisonOptions) -> io::Result<Self> {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("differential");
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        fs::create_dir_all(&folder)?;
        choice.old = copy_program(&choice.old, &folder.join("old"))?;
        choice.new = copy_program(&choice.new, &folder.join("new"))?;
        Ok(Self {
            options: choice,
            folder,
            outputs: 0,
            findings: 0,
            drawn_findings: 0,
            first_differences: Vec::new(),
            groups: BTreeMap::new(),
            truncated_journals: 0,
        })
    }

    /// Compares the findings and the reports of every journal of the repository.
    fn compare_repository(&mut self, journals: &[PathBuf], out: &mut impl Write) -> io::Result<()> {
        for path in journals {
            let journal = ComparedJournal::read(path)?;
            self.compare_findings(&journal)?;
            for report in REPORTS {
                self.compare_report(&journal, report)?;
            }
            self.compare_reports_about(&journal, '@', CUSTOMER_REPORTS)?;
            self.compare_reports_about(&journal, '#', INVOICE_REPORTS)?;
        }
        writeln!(
            out,
            "{} journals of the repository: {} outputs compared, {} findings in them",
            journals.len(),
            self.outputs,
            self.findings
        )
    }

    /// Compares reports about the first customer or invoice of a journal, where it has one.
    fn compare_reports_about(
        &mut self,
        journal: &ComparedJournal,
        sigil: char,
        reports: [&[&str]; 3],
    ) -> io::Result<()> {
        for report in reports {
            if let Some(name) = journal.first_name(sigil) {
                self.compare_report(journal, &[report, &[name]].concat())?;
            }
        }
        Ok(())
    }

    /// Compares the findings about damaged lines.
    fn compare_damaged(&mut self, corpus: &DamageCorpus, out: &mut impl Write) -> io::Result<()> {
        let (findings, drawn) = (self.findings, self.drawn_findings);
        let alone = self.options.lines / SINGLE_EVERY;
        let together = self.options.lines - alone;
        let journals = together.div_ceil(LINES_OF_JOURNAL);
        let mut dice = SplitMix64(self.options.seed);
        for number in 0..journals {
            let count = LINES_OF_JOURNAL.min(together - number * LINES_OF_JOURNAL);
            let bytes = corpus.with_damaged_lines(count, &mut dice);
            self.compare_temporary(&format!("together-{number}"), &bytes)?;
        }
        for number in 0..alone {
            let bytes = corpus.with_one_damaged_line(&mut dice);
            self.compare_temporary(&format!("alone-{number}"), &bytes)?;
        }
        writeln!(
            out,
            "{} damaged lines in {} journals: {} findings compared, {} of them as drawn for people too",
            self.options.lines,
            journals + alone,
            self.findings - findings,
            self.drawn_findings - drawn
        )
    }

    /// Compares the findings about a journal that is kept only where the programs differ about it.
    fn compare_temporary(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let path = self.folder.join(name).with_extension("tegoed");
        fs::write(&path, bytes)?;
        let before = self.differences();
        self.compare_findings(&ComparedJournal::read(&path)?)?;
        if self.differences() == before {
            fs::remove_file(&path)?;
        }
        Ok(())
    }

    /// Compares what `check` finds, finding by finding, and where that is equal whatever else it says.
    fn compare_findings(&mut self, journal: &ComparedJournal) -> io::Result<()> {
        let (old_json, new_json) = self.run_both(journal, &["check", "--output-format", "json"])?;
        let (old_people, new_people) = self.run_both(journal, &["check"])?;
        let old = findings::read_findings(&old_json.stdout, &old_people.stdout);
        let new = findings::read_findings(&new_json.stdout, &new_people.stdout);
        self.findings += old.len() as u64;
        self.drawn_findings += old.iter().filter(|finding| finding.is_drawn()).count() as u64;
        self.truncated_journals +=
            u64::from(findings::is_truncated(&old) || findings::is_truncated(&new));
        let differences = findings::find_differences(old, new);
        if differences.is_empty() {
            self.compare_outputs(journal, "check as JSON", &old_json, &new_json);
            self.compare_outputs(journal, "check", &old_people, &new_people);
        } else if old_json.status != new_json.status {
            self.add_difference("check: exit code".to_owned(), || {
                let (path, old, new) = (journal.path.display(), old_json.status, new_json.status);
                format!("{path}: {old}, now {new}\n")
            });
        }
        for difference in differences {
            self.add_difference(difference.group_name(), || {
                describe_difference(journal, &difference)
            });
        }
        Ok(())
    }

    fn compare_report(&mut self, journal: &ComparedJournal, report: &[&str]) -> io::Result<()> {
        let (old, new) = self.run_both(journal, report)?;
        let name = report.first().copied().unwrap_or_default();
        self.compare_outputs(journal, name, &old, &new);
        Ok(())
    }

    fn compare_outputs(
        &mut self,
        journal: &ComparedJournal,
        name: &str,
        old: &Output,
        new: &Output,
    ) {
        self.outputs += 1;
        for (part, old, new) in [
            ("output", &old.stdout, &new.stdout),
            ("standard error", &old.stderr, &new.stderr),
        ] {
            if old != new {
                self.add_difference(format!("{name}: {part}"), || {
                    let (old, new) = first_other_line(old, new);
                    let path = journal.path.display();
                    format!("{path}: {name}\n  - {old}\n  + {new}\n")
                });
            }
        }
        if old.status != new.status {
            self.add_difference(format!("{name}: exit code"), || {
                let path = journal.path.display();
                format!("{path}: {name}: {}, now {}\n", old.status, new.status)
            });
        }
    }

    /// Runs both programs at the same time.
    fn run_both(
        &self,
        journal: &ComparedJournal,
        arguments: &[&str],
    ) -> io::Result<(Output, Output)> {
        let start = |program: &Path| {
            Command::new(program)
                .args(arguments)
                .arg("-f")
                .arg(&journal.path)
                .args(["--as-of", &journal.day, "--no-config", "--even-so"])
                .stdin(Stdio::null())
                .stdout(Stdio::piped())
                .stderr(Stdio::piped())
                .spawn()
        };
        let (old, new) = (start(&self.options.old)?, start(&self.options.new)?);
        Ok((old.wait_with_output()?, new.wait_with_output()?))
    }

    /// Takes a difference, which is told in words only where it will be shown.
    fn add_difference(&mut self, group: String, told: impl Fn() -> String) {
        if self.first_differences.len() < self.options.max_shown {
            self.first_differences.push(format!("{group}\n{}", told()));
        }
        let group = self.groups.entry(group).or_insert_with(|| DifferenceGroup {
            count: 0,
            example: told(),
        });
        group.count += 1;
    }

    fn differences(&self) -> u64 {
        self.groups.values().map(|group| group.count).sum()
    }

    fn write_report(&self, out: &mut impl Write) -> io::Result<()> {
        if self.truncated_journals > 0 {
            let cut = self.truncated_journals;
            writeln!(out, "of {cut} journals not every finding was compared")?;
        }
        let differences = self.differences();
        if differences == 0 {
            return writeln!(out, "no differences");
        }
        writeln!(out, "{differences} differences\n")?;
        if self.options.by_code {
            return self.write_groups(out);
        }
        for told in &self.first_differences {
            writeln!(out, "{told}")?;
        }
        let folder = self.folder.display();
        writeln!(out, "damaged journals with differences are in {folder}")
    }

    /// Every kind of difference with an example, the most frequent first.
    fn write_groups(&self, out: &mut impl Write) -> io::Result<()> {
        let mut groups: Vec<(&String, &DifferenceGroup)> = self.groups.iter().collect();
        groups.sort_by_key(|(_, group)| std::cmp::Reverse(group.count));
        for (name, group) in &groups {
            writeln!(out, "{:>8}  {name}", group.count)?;
        }
        for (name, group) in groups {
            writeln!(out, "\n{name}, for example\n{}", group.example)?;
        }
        Ok(())
    }
}

/// A copy of a program under the usual name, which it repeats where it is asked in a wrong way.
fn copy_program(program: &Path, folder: &Path) -> io::Result<PathBuf> {
    fs::create_dir_all(folder)?;
    let copy = folder.join("tegoed");
    fs::copy(program, &copy)?;
    Ok(copy)
}

/// The line, and what each program finds in it.
fn describe_difference(journal: &ComparedJournal, difference: &Difference) -> String {
    let (file, number) = &difference.place;
    let line = if journal.path == Path::new(file) {
        journal.line(*number)
    } else {
        ""
    };
    format!("{file}:{number}\n    {}\n{difference}", line.escape_debug())
}

/// The first lines that differ.
fn first_other_line(old: &[u8], new: &[u8]) -> (String, String) {
    let (old, new) = (String::from_utf8_lossy(old), String::from_utf8_lossy(new));
    let same = old.lines().zip(new.lines());
    let same = same.take_while(|(old, new)| old == new).count();
    let line = |text: &str| text.lines().nth(same).unwrap_or("(no line)").to_owned();
    (line(&old), line(&new))
}
