//! Findings for programs. Names of fields are a contract: one may come behind the others, none may change.

use super::verdict::Verdict;
use super::words::words;
use crate::cli::exit::Stop;
use crate::text::diagnostic::{Applicability, Diagnostic, Fix, Label};
use crate::text::source::Sources;
use crate::text::span::{Origin, Span};
use serde::Serialize;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The version of the shape below; raised when a program could misread it.
const SCHEMA: u32 = 1;

#[derive(Serialize)]
struct Head<'a> {
    schema: u32,
    command: &'a str,
    as_of: String,
    file: &'a str,
    counts: &'a BTreeMap<&'static str, usize>,
    withheld: usize,
}

#[derive(Serialize)]
struct Row<'a> {
    code: &'a str,
    name: &'a str,
    severity: &'a str,
    #[serde(flatten)]
    place: Stretch,
    message: Cow<'a, str>,
    help: Option<Cow<'a, str>>,
    related: Vec<Related<'a>>,
    fix: Option<Mend<'a>>,
}

#[derive(Serialize)]
struct Stretch {
    file: Option<String>,
    start: Option<Place>,
    end: Option<Place>,
}

#[derive(Serialize)]
struct Place {
    line: u32,
    column: u32,
    offset: u32,
}

#[derive(Serialize)]
struct Related<'a> {
    #[serde(flatten)]
    place: Stretch,
    message: Cow<'a, str>,
}

#[derive(Serialize)]
struct Mend<'a> {
    applicability: &'a str,
    edits: Vec<Replacement<'a>>,
}

#[derive(Serialize)]
struct Replacement<'a> {
    #[serde(flatten)]
    place: Stretch,
    text: &'a str,
}

/// Writes every finding, one a line.
pub fn write(
    verdict: &Verdict<'_>,
    sources: &Sources,
    as_of: chrono::NaiveDate,
    file: &str,
) -> Result<String, Stop> {
    let head = Head {
        schema: SCHEMA,
        command: "check",
        as_of: as_of.to_string(),
        file,
        counts: &verdict.counts,
        withheld: verdict.withheld,
    };
    let head = text(&head)?;
    let mut output = head.strip_suffix('}').unwrap_or(&head).to_owned();
    output.push_str(",\"rows\":[");
    for (place, finding) in verdict.findings.iter().enumerate() {
        output.push_str(if place == 0 { "\n" } else { ",\n" });
        output.push_str(&text(&row(finding, sources))?);
    }
    output.push_str(if verdict.findings.is_empty() {
        "]}\n"
    } else {
        "\n]}\n"
    });
    Ok(output)
}

fn text(value: &impl Serialize) -> Result<String, Stop> {
    serde_json::to_string(value).map_err(|error| Stop::broken(format!("no JSON: {error}")))
}

fn row<'a>(finding: &'a Diagnostic, sources: &Sources) -> Row<'a> {
    Row {
        code: finding.kind.code,
        name: finding.kind.name,
        severity: finding.kind.severity.word(),
        place: stretch(finding.primary.span, sources),
        message: words(&finding.message),
        help: finding.help.as_ref().map(words),
        related: finding
            .related
            .iter()
            .map(|label| related(label, sources))
            .collect(),
        fix: finding.fix.as_ref().map(|fix| mend(fix, sources)),
    }
}

fn related<'a>(label: &'a Label, sources: &Sources) -> Related<'a> {
    Related {
        place: stretch(label.span, sources),
        message: label.note.as_ref().map(words).unwrap_or_default(),
    }
}

fn mend<'a>(fix: &'a Fix, sources: &Sources) -> Mend<'a> {
    Mend {
        applicability: match fix.applicability {
            Applicability::Safe => "safe",
            Applicability::Unsafe => "choose",
        },
        edits: fix
            .edits
            .iter()
            .map(|edit| Replacement {
                place: stretch(edit.span, sources),
                text: &edit.text,
            })
            .collect(),
    }
}

fn stretch(span: Span, sources: &Sources) -> Stretch {
    let source = sources.source(span.origin());
    Stretch {
        file: source.map(|source| source.path.to_string_lossy().into_owned()),
        start: place(span.start, sources),
        end: place(span.end, sources),
    }
}

fn place(at: u32, sources: &Sources) -> Option<Place> {
    let (_, position) = sources.locate(Origin(at))?;
    Some(Place {
        line: position.line,
        column: position.column,
        offset: position.offset,
    })
}
