//! `explain`: what a code means, with an example of the fault and its mend.

use super::args::{ExplainFlags, Global};
use super::console::Console;
use super::exit::{Code, Ended, Stop};
use super::output::{Reader, hand_over, unknown_format};
use super::select;
use crate::catalogue;
use crate::text::diagnostic::DiagnosticKind;
use crate::text::source::Sources;
use serde::Serialize;

#[derive(Serialize)]
struct Entry {
    code: &'static str,
    name: &'static str,
    severity: &'static str,
    explain: &'static str,
}

/// Prints the page of a code, or of all.
pub fn run(flags: &ExplainFlags, global: &Global, console: &mut Console) -> Ended {
    let kinds = match &flags.code {
        Some(code) => vec![select::kind(code)?],
        None => catalogue::all_kinds(),
    };
    let (words, reader) = match global.output_format.as_deref() {
        None | Some("text") => (pages(&kinds), Reader::Person),
        Some("json") => (json(&kinds)?, Reader::Program),
        Some(other) => return Err(unknown_format(other, &["text", "json"])),
    };
    let none = Sources::default();
    hand_over(words.as_bytes(), reader, &none, global, console)?;
    Ok(Code::Fine)
}

fn pages(kinds: &[&'static DiagnosticKind]) -> String {
    let pages: Vec<String> = kinds.iter().map(|kind| page(kind)).collect();
    pages.join("\n")
}

fn page(kind: &DiagnosticKind) -> String {
    format!(
        "{} {} ({})\n\n{}\n",
        kind.code,
        kind.name,
        kind.severity.word(),
        kind.explanation.trim()
    )
}

fn json(kinds: &[&'static DiagnosticKind]) -> Result<String, Stop> {
    let entries: Vec<String> = kinds
        .iter()
        .map(|kind| {
            serde_json::to_string(&Entry {
                code: kind.code,
                name: kind.name,
                severity: kind.severity.word(),
                explain: kind.explanation,
            })
        })
        .collect::<Result<_, _>>()
        .map_err(|error| Stop::broken(format!("no JSON: {error}")))?;
    Ok(format!(
        "{{\"schema\":1,\"command\":\"explain\",\"rows\":[\n{}\n]}}\n",
        entries.join(",\n")
    ))
}
