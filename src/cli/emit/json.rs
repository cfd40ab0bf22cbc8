//! Findings for programs, one a line. Names of fields are a contract: one may come behind the others, none may change.

use super::selected_findings::SelectedFindings;
use crate::cli::exit::Failure;
use crate::language::message_text::message_text;
use crate::text::diagnostic::{Applicability, Diagnostic, Fix, Label};
use crate::text::source::Sources;
use crate::text::span::{Origin, Span};
use serde::Serialize;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The version of the shape below; raised when a program could misread it.
const SCHEMA: u32 = 1;

#[derive(Serialize)]
struct FindingsHeader<'a> {
    schema: u32,
    command: &'a str,
    as_of: String,
    file: &'a str,
    counts: &'a BTreeMap<&'static str, usize>,
    withheld: usize,
}

#[derive(Serialize)]
struct JsonFinding<'a> {
    code: &'a str,
    name: &'a str,
    severity: &'a str,
    #[serde(flatten)]
    place: JsonSpan,
    message: Cow<'a, str>,
    help: Option<Cow<'a, str>>,
    related: Vec<RelatedRow<'a>>,
    fix: Option<FixRow<'a>>,
}

#[derive(Serialize)]
struct JsonSpan {
    file: Option<String>,
    start: Option<JsonPosition>,
    end: Option<JsonPosition>,
}

#[derive(Serialize)]
struct JsonPosition {
    line: u32,
    column: u32,
    offset: u32,
}

#[derive(Serialize)]
struct RelatedRow<'a> {
    #[serde(flatten)]
    place: JsonSpan,
    message: Cow<'a, str>,
}

#[derive(Serialize)]
struct FixRow<'a> {
    applicability: &'a str,
    edits: Vec<EditRow<'a>>,
}

#[derive(Serialize)]
struct EditRow<'a> {
    #[serde(flatten)]
    place: JsonSpan,
    text: &'a str,
}

/// Writes every finding, one a line.
pub fn write(
    verdict: &SelectedFindings<'_>,
    sources: &Sources,
    as_of: chrono::NaiveDate,
    file: &str,
) -> Result<String, Failure> {
    let head = FindingsHeader {
        schema: SCHEMA,
        command: "check",
        as_of: as_of.to_string(),
        file,
        counts: &verdict.counts,
        withheld: verdict.withheld,
    };
    let head = to_json(&head)?;
    let mut output = head.strip_suffix('}').unwrap_or(&head).to_owned();
    output.push_str(",\"rows\":[");
    for (place, finding) in verdict.findings.iter().enumerate() {
        output.push_str(if place == 0 { "\n" } else { ",\n" });
        output.push_str(&to_json(&finding_row(finding, sources))?);
    }
    output.push_str(if verdict.findings.is_empty() {
        "]}\n"
    } else {
        "\n]}\n"
    });
    Ok(output)
}

fn to_json(value: &impl Serialize) -> Result<String, Failure> {
    serde_json::to_string(value).map_err(|error| Failure::internal(format!("no JSON: {error}")))
}

fn finding_row<'a>(finding: &'a Diagnostic, sources: &Sources) -> JsonFinding<'a> {
    JsonFinding {
        code: finding.kind.code,
        name: finding.kind.name,
        severity: finding.kind.severity.word(),
        place: json_span(finding.primary.span, sources),
        message: message_text(&finding.message),
        help: finding.help.as_ref().map(message_text),
        related: finding
            .related
            .iter()
            .map(|label| related_row(label, sources))
            .collect(),
        fix: finding.fix.as_ref().map(|fix| fix_row(fix, sources)),
    }
}

fn related_row<'a>(label: &'a Label, sources: &Sources) -> RelatedRow<'a> {
    RelatedRow {
        place: json_span(label.span, sources),
        message: label.note.as_ref().map(message_text).unwrap_or_default(),
    }
}

fn fix_row<'a>(fix: &'a Fix, sources: &Sources) -> FixRow<'a> {
    FixRow {
        applicability: match fix.applicability {
            Applicability::Safe => "safe",
            Applicability::Unsafe => "choose",
            Applicability::Decision => "decide",
        },
        edits: fix
            .edits
            .iter()
            .map(|edit| EditRow {
                place: json_span(edit.span, sources),
                text: &edit.text,
            })
            .collect(),
    }
}

fn json_span(span: Span, sources: &Sources) -> JsonSpan {
    let source = sources.source(span.origin());
    JsonSpan {
        file: source.map(|source| source.path.to_string_lossy().into_owned()),
        start: json_position(span.start, sources),
        end: json_position(span.end, sources),
    }
}

fn json_position(at: u32, sources: &Sources) -> Option<JsonPosition> {
    let (_, position) = sources.locate(Origin(at))?;
    Some(JsonPosition {
        line: position.line,
        column: position.column,
        offset: position.offset,
    })
}
