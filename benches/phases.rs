//! The way from text to a ledger, up to a step: for counting the instructions of each step.

use crate::generate::AS_OF;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::process::Command;
use tegoed::check::CheckScope;
use tegoed::journal::resolver::Resolver;
use tegoed::ledger;
use tegoed::load::{Roots, load_journal};
use tegoed::pipeline::{PipelineOptions, run};
use tegoed::policy::jurisdiction::JURISDICTIONS;
use tegoed::syntax::reader::NullVisitor;
use tegoed::text::source::Files;

/// The argument that makes this program go the way up to a step.
pub const UP_TO: &str = "--up-to";

/// A step, with all before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Start, and nothing else.
    Start,
    /// Read the file and take its lines apart.
    Parse,
    /// Find out who is who.
    Resolve,
    /// Carry every entry out.
    Post,
    /// Look for whatever keeps the figures from being trusted.
    Errors,
    /// Look for everything.
    All,
}

impl Phase {
    /// Every step, in the order of the way.
    pub const ALL: [Self; 6] = [
        Self::Start,
        Self::Parse,
        Self::Resolve,
        Self::Post,
        Self::Errors,
        Self::All,
    ];

    /// What it adds to the one before.
    pub const fn about(self) -> &'static str {
        match self {
            Self::Start => "start of the process",
            Self::Parse => "parse: read the file, take every line apart",
            Self::Resolve => "resolve: who is who, sums of an entry, due days",
            Self::Post => "post: carry every entry out, in order",
            Self::Errors => "the checks before a report",
            Self::All => "all checks, beside those",
        }
    }

    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Parse => "parse",
            Self::Resolve => "resolve",
            Self::Post => "post",
            Self::Errors => "errors",
            Self::All => "all",
        }
    }
}

/// Goes the way up to a step.
///
/// # Errors
/// The file cannot be read.
pub fn run_up_to(step: &str, file: &str) -> io::Result<()> {
    let step = Phase::ALL
        .into_iter()
        .find(|known| known.name() == step)
        .ok_or_else(|| io::Error::other("expected a step"))?;
    let roots = Roots::from_file(file);
    let as_of = AS_OF.parse().map_err(io::Error::other)?;
    let reach = match step {
        Phase::Start => return Ok(()),
        Phase::Parse => return load_journal(&roots, &PlainFiles, |_| NullVisitor).map(drop),
        Phase::Resolve | Phase::Post => {
            let mut loaded = load_journal(&roots, &PlainFiles, |dialect| {
                Resolver::new(dialect, JURISDICTIONS)
            })?;
            let journal = loaded.visitor.finish(as_of, &mut loaded.sink);
            if step == Phase::Post {
                ledger::post(&journal, as_of);
            }
            return Ok(());
        }
        Phase::Errors => CheckScope::Errors,
        Phase::All => CheckScope::All,
    };
    run(
        &roots,
        &PlainFiles,
        PipelineOptions {
            as_of,
            scope: reach,
        },
    )
    .map(drop)
}

/// How many instructions this program takes up to a step, as valgrind counts them. `None` without valgrind.
pub fn count_instructions(step: Phase, file: &str) -> Option<u64> {
    let counted = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(std::env::current_exe().ok()?)
        .args([UP_TO, step.name(), file])
        .output()
        .ok()?;
    let told = String::from_utf8_lossy(&counted.stderr).into_owned();
    let collected = told
        .lines()
        .find_map(|line| line.split_once("Collected : "))?;
    collected.1.trim().parse().ok()
}

/// Plain files, without includes.
struct PlainFiles;

impl Files for PlainFiles {
    fn open(&self, path: &Path) -> io::Result<Box<dyn Read + '_>> {
        Ok(Box::new(File::open(path)?))
    }

    fn find_matching(&self, _directory: &Path, _pattern: &str) -> io::Result<Vec<PathBuf>> {
        Ok(Vec::new())
    }

    fn canonicalize(&self, path: &Path) -> io::Result<PathBuf> {
        path.canonicalize()
    }
}
