//! The journals of the repository, and journals made of their entries with damaged lines among them.

use crate::damage::damage;
use crate::dice::Dice;
use std::io;
use std::path::{Path, PathBuf};

const FOLDERS: [&str; 3] = ["tests", "examples", "grammar"];
/// Whole entries behind one with a damaged line.
const WHOLE_BEHIND: usize = 2;

/// Every journal of the repository, in the order of their names.
///
/// # Errors
/// A folder cannot be read.
pub fn journals() -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for folder in FOLDERS {
        gather(Path::new(folder), &mut found)?;
    }
    found.sort();
    Ok(found)
}

fn gather(folder: &Path, found: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in folder.read_dir()? {
        let path = entry?.path();
        if path.is_dir() {
            gather(&path, found)?;
        } else if path.extension().is_some_and(|it| it == "tegoed") {
            found.push(path);
        }
    }
    Ok(())
}

/// A header and its details; what else stands among them stays with them.
type Entry = Vec<String>;

/// Entries of journals that declare the same decimal mark.
struct Kin {
    /// The line that declares it; empty where none does.
    mark: &'static str,
    entries: Vec<Entry>,
    /// Every line that may be damaged: its entry, and its place in it.
    lines: Vec<(usize, usize)>,
}

/// What damaged journals are made of.
pub struct Corpus {
    kins: Vec<Kin>,
    texts: Vec<String>,
}

impl Corpus {
    /// Reads the journals.
    ///
    /// # Errors
    /// One cannot be read.
    pub fn read(journals: &[PathBuf]) -> io::Result<Self> {
        let mut texts = Vec::new();
        for path in journals {
            texts.push(String::from_utf8_lossy(&std::fs::read(path)?).into_owned());
        }
        let kins = ["decimal-mark ,", "decimal-mark .", ""];
        Ok(Self {
            kins: kins.map(|mark| Kin::of(mark, &texts)).into(),
            texts,
        })
    }

    /// A journal with so many damaged lines, each in an entry of its own, with whole entries around it.
    pub fn with_damaged_lines(&self, count: u64, dice: &mut Dice) -> Vec<u8> {
        let place = dice.place(self.kins.len());
        let mut journal = Vec::new();
        if let Some(kin) = self.kins.get(place) {
            journal.extend_from_slice(b"format 1\n");
            journal.extend_from_slice(kin.mark.as_bytes());
            journal.push(b'\n');
            for _ in 0..count {
                kin.write_damaged(dice, &mut journal);
            }
        }
        journal
    }

    /// A journal of the repository with one damaged line.
    pub fn with_one_damaged_line(&self, dice: &mut Dice) -> Vec<u8> {
        let place = dice.place(self.texts.len());
        let text = self.texts.get(place).map_or("", String::as_str);
        let full: Vec<usize> = (0..)
            .zip(text.lines())
            .filter(|(_, line)| may_be_damaged(line))
            .map(|(at, _)| at)
            .collect();
        let lines: Entry = text.lines().map(str::to_owned).collect();
        let mut journal = Vec::new();
        write(&lines, Some(dice.pick(&full)), dice, &mut journal);
        journal
    }
}

impl Kin {
    fn of(mark: &'static str, texts: &[String]) -> Self {
        let kindred = texts.iter().filter(|text| mark_of(text) == mark);
        let entries: Vec<Entry> = kindred.flat_map(|text| entries(text)).collect();
        let mut lines = Vec::new();
        for (number, entry) in entries.iter().enumerate() {
            let full = entry.iter().enumerate();
            let full = full.filter(|(_, line)| may_be_damaged(line));
            lines.extend(full.map(|(at, _)| (number, at)));
        }
        Self {
            mark,
            entries,
            lines,
        }
    }

    /// Writes an entry with one damaged line, and a few whole ones that stand behind it in its journal.
    fn write_damaged(&self, dice: &mut Dice, out: &mut Vec<u8>) {
        let (number, at) = dice.pick(&self.lines);
        let mut entries = self.entries.iter().skip(number);
        for entry in entries.by_ref().take(1) {
            write(entry, Some(at), dice, out);
        }
        for entry in entries.take(WHOLE_BEHIND) {
            write(entry, None, dice, out);
        }
    }
}

/// The line that declares the decimal mark of a journal; empty where none does.
fn mark_of(text: &str) -> &str {
    let mut lines = text.lines();
    let declared = lines.find(|line| line.starts_with("decimal-mark "));
    declared.unwrap_or_default()
}

fn entries(text: &str) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for line in text.lines() {
        match entries.last_mut() {
            Some(entry) if !line.starts_with(|c: char| c.is_ascii_alphanumeric()) => {
                entry.push(line.to_owned());
            }
            _ => entries.push(vec![line.to_owned()]),
        }
    }
    entries
}

fn may_be_damaged(line: &str) -> bool {
    !line.trim().is_empty() && !line.trim_start().starts_with(';')
}

fn write(lines: &Entry, damaged: Option<usize>, dice: &mut Dice, out: &mut Vec<u8>) {
    for (at, line) in lines.iter().enumerate() {
        if damaged == Some(at) {
            out.extend(damage(line, dice));
        } else {
            out.extend_from_slice(line.as_bytes());
        }
        out.push(b'\n');
    }
}
