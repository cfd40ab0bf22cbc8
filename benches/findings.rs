//! What a program finds in a journal, and how that differs from what another program finds.

use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt;
use tegoed::text::diagnostic::KEPT_PER_KIND;

/// A finding, as told to programs and as drawn for people.
#[derive(Clone, Debug)]
pub struct Finding {
    /// Its line of JSON, all that is compared beside the drawing.
    row: String,
    fields: Value,
    /// `None` where it is not drawn: people are shown the first findings only.
    drawing: Option<String>,
}

/// The file a finding is in, and its line from 1; empty and 0 where it stands nowhere.
pub type FindingPlace = (String, u64);

/// Two programs say different things about one place.
#[derive(Clone, Debug)]
pub struct Difference {
    /// Where it is.
    pub place: FindingPlace,
    /// What the old program finds; `None` where it finds nothing more.
    pub old: Option<Finding>,
    /// What the new program finds; `None` where it finds nothing more.
    pub new: Option<Finding>,
}

/// The fields of a finding beside its code, and what differs where one of them does.
const COMPARED_FIELDS: [(&str, &str); 9] = [
    ("name", "name"),
    ("severity", "severity"),
    ("file", "place"),
    ("start", "place"),
    ("end", "place"),
    ("message", "message"),
    ("related", "notes elsewhere"),
    ("help", "help"),
    ("fix", "fix"),
];

/// Takes the rows of `check` as JSON together with what it draws for people, which has the words under a line as well.
pub fn read_findings(json: &[u8], people: &[u8]) -> Vec<Finding> {
    let json = String::from_utf8_lossy(json);
    let mut drawings = split_drawings(&String::from_utf8_lossy(people)).into_iter();
    let rows = json.lines().skip(1).filter(|line| line.starts_with('{'));
    rows.map(|row| row.trim_end_matches(','))
        .map(|row| Finding {
            row: row.to_owned(),
            fields: serde_json::from_str(row).unwrap_or_default(),
            drawing: drawings.next(),
        })
        .collect()
}

/// What is drawn for people, one text a finding; the summary is left out.
fn split_drawings(people: &str) -> Vec<String> {
    let begins_finding = |line: &str| {
        let word = line.split('[').next().unwrap_or_default();
        word.len() < line.len() && !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase())
    };
    let (all, _summary) = people.rsplit_once("\n\n").unwrap_or_default();
    let mut drawings: Vec<String> = Vec::new();
    for line in all.lines() {
        if begins_finding(line) {
            drawings.push(String::new());
        }
        if let Some(drawing) = drawings.last_mut() {
            drawing.push_str(line);
            drawing.push('\n');
        }
    }
    drawings
}

/// Whether a program kept no more findings of some code: some may not have been told.
pub fn is_truncated(findings: &[Finding]) -> bool {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for finding in findings {
        *counts.entry(finding.code()).or_default() += 1;
    }
    counts.values().any(|count| *count >= KEPT_PER_KIND)
}

/// Pairs the findings of each line and returns the pairs that are not equal.
pub fn find_differences(old: Vec<Finding>, new: Vec<Finding>) -> Vec<Difference> {
    let mut places: BTreeMap<FindingPlace, (Vec<Finding>, Vec<Finding>)> = BTreeMap::new();
    for finding in old {
        places.entry(finding.place()).or_default().0.push(finding);
    }
    for finding in new {
        places.entry(finding.place()).or_default().1.push(finding);
    }
    let mut differences = Vec::new();
    for (place, (mut old, mut new)) in places {
        take_pairs(&mut old, &mut new, Finding::equals);
        let mut pairs = take_pairs(&mut old, &mut new, Finding::has_code_of);
        pairs.extend(take_pairs(&mut old, &mut new, |_, _| true));
        let pairs = pairs.into_iter().map(|(old, new)| (Some(old), Some(new)));
        let lost = old.into_iter().map(|old| (Some(old), None));
        let gained = new.into_iter().map(|new| (None, Some(new)));
        let different = pairs.chain(lost).chain(gained);
        differences.extend(different.map(|(old, new)| Difference {
            place: place.clone(),
            old,
            new,
        }));
    }
    differences
}

/// Takes out of both lists what belongs together.
fn take_pairs(
    old: &mut Vec<Finding>,
    new: &mut Vec<Finding>,
    belong: impl Fn(&Finding, &Finding) -> bool,
) -> Vec<(Finding, Finding)> {
    let mut pairs = Vec::new();
    for finding in std::mem::take(old) {
        match new.iter().position(|other| belong(&finding, other)) {
            Some(place) => pairs.push((finding, new.remove(place))),
            None => old.push(finding),
        }
    }
    pairs
}

impl Finding {
    /// Its code, such as `R001`.
    fn code(&self) -> &str {
        let code = self.fields.get("code").and_then(Value::as_str);
        code.unwrap_or_default()
    }

    fn place(&self) -> FindingPlace {
        let file = self.fields.get("file").and_then(Value::as_str);
        let line = self.fields.pointer("/start/line").and_then(Value::as_u64);
        (file.unwrap_or_default().to_owned(), line.unwrap_or(0))
    }

    fn has_code_of(&self, other: &Self) -> bool {
        self.code() == other.code()
    }

    /// As drawn where that is wanted and at hand, else as told to programs.
    fn text(&self, drawn: bool) -> &str {
        let drawing = self.drawing.as_deref().filter(|_| drawn);
        drawing.unwrap_or(&self.row)
    }

    fn equals(&self, other: &Self) -> bool {
        self.row == other.row && !self.has_other_drawing(other)
    }

    /// Whether its drawing is at hand.
    pub fn is_drawn(&self) -> bool {
        self.drawing.is_some()
    }

    fn has_other_drawing(&self, other: &Self) -> bool {
        self.is_drawn() && other.is_drawn() && self.drawing != other.drawing
    }
}

impl Difference {
    /// The codes, and in which fields two findings of one code differ: `R001: help, fix`; `S011 → nothing`.
    pub fn group_name(&self) -> String {
        match (&self.old, &self.new) {
            (Some(old), Some(new)) if old.has_code_of(new) => {
                format!("{}: {}", old.code(), differing_fields(old, new))
            }
            (old, new) => {
                let code = |finding: &Option<Finding>| {
                    let code = finding.as_ref().map(|finding| finding.code().to_owned());
                    code.unwrap_or("nothing".to_owned())
                };
                format!("{} → {}", code(old), code(new))
            }
        }
    }
}

fn differing_fields(old: &Finding, new: &Finding) -> String {
    let mut fields: Vec<&str> = COMPARED_FIELDS
        .into_iter()
        .filter(|(field, _)| old.fields.get(field) != new.fields.get(field))
        .map(|(_, name)| name)
        .collect();
    fields.dedup();
    match (fields.is_empty(), old.row == new.row) {
        (true, true) => "drawing for people".to_owned(),
        (true, false) => "form of the JSON".to_owned(),
        (false, _) => fields.join(", "),
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let both = self.old.as_ref().zip(self.new.as_ref());
        let drawn = both.is_none_or(|(old, new)| old.has_other_drawing(new));
        for (mark, finding) in [('-', &self.old), ('+', &self.new)] {
            let told = finding.as_ref().map(|finding| finding.text(drawn));
            for line in told.unwrap_or("nothing").lines() {
                writeln!(f, "  {mark} {line}")?;
            }
        }
        Ok(())
    }
}
