//! Journals held in memory, and those of the repository.

use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use tegoed::check::Reach;
use tegoed::journal::model::Journal;
use tegoed::load::Roots;
use tegoed::pipeline::{Options, Outcome, run};
use tegoed::text::source::Files;
use tegoed::value::calendar::{AsOf, day};

/// Files by path.
pub struct Shelf(pub BTreeMap<PathBuf, String>);

impl Files for Shelf {
    fn open(&self, path: &Path) -> io::Result<Box<dyn io::Read + '_>> {
        let text = self.0.get(path).ok_or(io::ErrorKind::NotFound)?;
        Ok(Box::new(text.as_bytes()))
    }

    fn matching(&self, directory: &Path, pattern: &str) -> io::Result<Vec<PathBuf>> {
        Ok(vec![directory.join(pattern)])
    }

    fn canonical(&self, path: &Path) -> io::Result<PathBuf> {
        if path.as_os_str().is_empty() || self.0.contains_key(path) {
            Ok(path.to_path_buf())
        } else {
            Err(io::ErrorKind::NotFound.into())
        }
    }
}

/// The files of the repository.
pub struct Disk;

impl Files for Disk {
    fn open(&self, path: &Path) -> io::Result<Box<dyn io::Read + '_>> {
        Ok(Box::new(std::fs::File::open(path)?))
    }

    fn matching(&self, directory: &Path, pattern: &str) -> io::Result<Vec<PathBuf>> {
        let whole = directory.join(pattern);
        let Some((stem, tail)) = pattern.rsplit('/').next().and_then(|it| it.split_once('*'))
        else {
            return Ok(vec![whole]);
        };
        let mut found: Vec<PathBuf> = std::fs::read_dir(whole.parent().unwrap())?
            .map(|entry| entry.unwrap().path())
            .filter(|path| {
                let name = path.file_name().unwrap().to_string_lossy();
                name.starts_with(stem) && name.ends_with(tail)
            })
            .collect();
        found.sort();
        Ok(found)
    }

    fn canonical(&self, path: &Path) -> io::Result<PathBuf> {
        std::fs::canonicalize(path)
    }
}

fn read_from(root: &Path, files: &dyn Files) -> Outcome {
    let options = Options {
        as_of: AsOf(on("2200-12-31")),
        reach: Reach::Errors,
    };
    run(&Roots::one(root), files, options).unwrap()
}

/// What a text means.
pub fn read(text: &str) -> Journal {
    read_split(&[text.to_owned()])
}

/// What a text means that is split over several files; the first includes the others.
pub fn read_split(parts: &[String]) -> Journal {
    let mut files = BTreeMap::new();
    let mut root = parts[0].clone();
    for (place, part) in parts.iter().enumerate().skip(1) {
        let name = format!("part-{place}.tegoed");
        root.push_str(&format!("include {name}\n"));
        files.insert(PathBuf::from(name), part.clone());
    }
    files.insert(PathBuf::from("root.tegoed"), root);
    read_from(Path::new("root.tegoed"), &Shelf(files)).journal
}

/// What a text means, and every finding in it, as `CODE line`.
pub fn read_with_findings(text: &str) -> (Journal, Vec<String>) {
    let files = BTreeMap::from([(PathBuf::from("root.tegoed"), text.to_owned())]);
    let outcome = read_from(Path::new("root.tegoed"), &Shelf(files));
    let findings = outcome
        .findings
        .diagnostics
        .iter()
        .map(|diagnostic| format!("{} {}", diagnostic.kind.code, diagnostic.message))
        .collect();
    (outcome.journal, findings)
}

/// A journal of the repository.
pub fn read_file(path: &Path) -> Outcome {
    read_from(path, &Disk)
}

/// Every sound journal of the repository.
pub fn corpus() -> Vec<PathBuf> {
    let mut found = Vec::new();
    for folder in ["examples", "examples/vectors", "grammar/cases/valid"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|it| it == "tegoed") {
                found.push(path);
            }
        }
    }
    found.sort();
    assert!(found.len() > 50, "the corpus is gone");
    found
}

/// A day from its text.
pub fn on(text: &str) -> NaiveDate {
    let mut parts = text.split('-').map(|part| part.parse::<u32>().unwrap());
    let mut next = || parts.next().unwrap();
    day(next().try_into().unwrap(), next(), next()).unwrap()
}
