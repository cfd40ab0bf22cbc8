//! `explain`: what a code means, with an example of the fault and its mend.

use super::args::ExplainFlags;
use super::console::Console;
use super::exit::{Code, Ended, Stop};
use super::output::unknown_format;
use super::select;
use crate::catalogue;
use crate::text::diagnostic::Kind;
use serde::Serialize;

#[derive(Serialize)]
struct Entry {
    code: &'static str,
    name: &'static str,
    severity: &'static str,
    explain: &'static str,
}

/// Prints the page of a code, or of all.
pub fn run(flags: &ExplainFlags, format: Option<&str>, console: &mut Console) -> Ended {
    let kinds = match &flags.code {
        Some(code) => vec![select::kind(code)?],
        None => catalogue::kinds(),
    };
    match format {
        None | Some("text") => console.page(pages(&kinds).as_bytes())?,
        Some("json") => console.print(json(&kinds)?.as_bytes())?,
        Some(other) => return Err(unknown_format(other, &["text", "json"])),
    }
    Ok(Code::Fine)
}

fn pages(kinds: &[&'static Kind]) -> String {
    let pages: Vec<String> = kinds.iter().map(|kind| page(kind)).collect();
    pages.join("\n")
}

fn page(kind: &Kind) -> String {
    format!(
        "{} {} ({})\n\n{}\n",
        kind.code,
        kind.name,
        kind.severity.word(),
        kind.explain.trim()
    )
}

fn json(kinds: &[&'static Kind]) -> Result<String, Stop> {
    let entries: Vec<String> = kinds
        .iter()
        .map(|kind| {
            serde_json::to_string(&Entry {
                code: kind.code,
                name: kind.name,
                severity: kind.severity.word(),
                explain: kind.explain,
            })
        })
        .collect::<Result<_, _>>()
        .map_err(|error| Stop::broken(format!("no JSON: {error}")))?;
    Ok(format!(
        "{{\"schema\":1,\"command\":\"explain\",\"rows\":[\n{}\n]}}\n",
        entries.join(",\n")
    ))
}
