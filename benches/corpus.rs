//! The journals of the repository, and journals made of their entries with damaged lines among them.

use crate::damage::damage_line;
use crate::dice::SplitMix64;
use std::io;
use std::path::{Path, PathBuf};

const FOLDERS: [&str; 3] = ["tests", "examples", "grammar"];
/// Whole entries behind one with a damaged line.
const WHOLE_ENTRIES_BEHIND: usize = 2;

/// Every journal of the repository, in the order of their names.
///
/// # Errors
/// A folder cannot be read.
pub fn find_journals() -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for folder in FOLDERS {
        collect_journals(Path::new(folder), &mut found)?;
    }
    found.sort();
    Ok(found)
}

fn collect_journals(folder: &Path, found: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in folder.read_dir()? {
        let path = entry?.path();
        if path.is_dir() {
            collect_journals(&path, found)?;
        } else if path.extension().is_some_and(|it| it == "tegoed") {
            found.push(path);
        }
    }
    Ok(())
}

/// A header and its details; what else stands among them stays with them.
type EntryLines = Vec<String>;

/// Entries of journals that declare the same decimal mark.
struct DecimalMarkGroup {
    /// The line that declares it; empty where none does.
    mark_line: &'static str,
    entries: Vec<EntryLines>,
    /// Every line that may be damaged: its entry, and its place in it.
    lines: Vec<(usize, usize)>,
}

/// What damaged journals are made of.
pub struct DamageCorpus {
    groups: Vec<DecimalMarkGroup>,
    texts: Vec<String>,
}

impl DamageCorpus {
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
            groups: kins
                .map(|mark| DecimalMarkGroup::from_texts(mark, &texts))
                .into(),
            texts,
        })
    }

    /// A journal with so many damaged lines, each in an entry of its own, with whole entries around it.
    pub fn with_damaged_lines(&self, count: u64, dice: &mut SplitMix64) -> Vec<u8> {
        let place = dice.next_index(self.groups.len());
        let mut journal = Vec::new();
        if let Some(kin) = self.groups.get(place) {
            journal.extend_from_slice(b"format 1\n");
            journal.extend_from_slice(kin.mark_line.as_bytes());
            journal.push(b'\n');
            for _ in 0..count {
                kin.write_damaged(dice, &mut journal);
            }
        }
        journal
    }

    /// A journal of the repository with one damaged line.
    pub fn with_one_damaged_line(&self, dice: &mut SplitMix64) -> Vec<u8> {
        let place = dice.next_index(self.texts.len());
        let text = self.texts.get(place).map_or("", String::as_str);
        let full: Vec<usize> = (0..)
            .zip(text.lines())
            .filter(|(_, line)| is_damageable(line))
            .map(|(at, _)| at)
            .collect();
        let lines: EntryLines = text.lines().map(str::to_owned).collect();
        let mut journal = Vec::new();
        write_entry(&lines, Some(dice.pick_one(&full)), dice, &mut journal);
        journal
    }
}

impl DecimalMarkGroup {
    fn from_texts(mark: &'static str, texts: &[String]) -> Self {
        let kindred = texts.iter().filter(|text| decimal_mark_line(text) == mark);
        let entries: Vec<EntryLines> = kindred.flat_map(|text| split_entries(text)).collect();
        let mut lines = Vec::new();
        for (number, entry) in entries.iter().enumerate() {
            let full = entry.iter().enumerate();
            let full = full.filter(|(_, line)| is_damageable(line));
            lines.extend(full.map(|(at, _)| (number, at)));
        }
        Self {
            mark_line: mark,
            entries,
            lines,
        }
    }

    /// Writes an entry with one damaged line, and a few whole ones that stand behind it in its journal.
    fn write_damaged(&self, dice: &mut SplitMix64, out: &mut Vec<u8>) {
        let (number, at) = dice.pick_one(&self.lines);
        let mut entries = self.entries.iter().skip(number);
        for entry in entries.by_ref().take(1) {
            write_entry(entry, Some(at), dice, out);
        }
        for entry in entries.take(WHOLE_ENTRIES_BEHIND) {
            write_entry(entry, None, dice, out);
        }
    }
}

/// The line that declares the decimal mark of a journal; empty where none does.
fn decimal_mark_line(text: &str) -> &str {
    let mut lines = text.lines();
    let declared = lines.find(|line| line.starts_with("decimal-mark "));
    declared.unwrap_or_default()
}

fn split_entries(text: &str) -> Vec<EntryLines> {
    let mut entries: Vec<EntryLines> = Vec::new();
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

fn is_damageable(line: &str) -> bool {
    !line.trim().is_empty() && !line.trim_start().starts_with(';')
}

fn write_entry(
    lines: &EntryLines,
    damaged: Option<usize>,
    dice: &mut SplitMix64,
    out: &mut Vec<u8>,
) {
    for (at, line) in lines.iter().enumerate() {
        if damaged == Some(at) {
            out.extend(damage_line(line, dice));
        } else {
            out.extend_from_slice(line.as_bytes());
        }
        out.push(b'\n');
    }
}
