//! `explain`: what a code means, with an example of the fault and its mend.

use crate::catalogue;
use crate::cli::arguments::args::{ExplainFlags, GlobalFlags};
use crate::cli::console::Console;
use crate::cli::exit::{CommandResult, ExitStatus, Failure};
use crate::cli::finding_filter;
use crate::cli::output::{unknown_format, write_output};
use crate::render::medium::Audience;
use crate::syntax::keyword_page;
use crate::text::diagnostic::DiagnosticKind;
use crate::text::source::Sources;
use serde::Serialize;
use std::fmt::Write;

#[derive(Serialize)]
struct ExplainRow {
    code: &'static str,
    name: &'static str,
    severity: &'static str,
    explain: &'static str,
}

/// Something that is neither a keyword nor a code, and has a page.
struct Topic {
    name: &'static str,
    about: &'static str,
    page: &'static str,
}

/// Every page that is neither of a keyword nor of a code.
const TOPICS: &[Topic] = &[Topic {
    name: "tone",
    about: "how letters sound that are answered",
    page: include_str!("explain_tone.md"),
}];

/// Words that ask for the list of keywords and codes.
const CONTENTS: [&str; 3] = ["entries", "keywords", "codes"];

fn find_topic(word: &str) -> Option<&'static Topic> {
    TOPICS
        .iter()
        .find(|topic| topic.name.eq_ignore_ascii_case(word))
}

/// Prints the page of a code or of a keyword, the pages of all codes, or what there is to explain.
pub fn run(flags: &ExplainFlags, global: &GlobalFlags, console: &mut Console) -> CommandResult {
    let keyword = flags.code.as_deref().and_then(keyword_page::find_directive);
    let topic = flags.code.as_deref().and_then(find_topic);
    // The list of all forms has names of its own, for who looks for them.
    let asked = flags.code.as_deref();
    let asked = asked.filter(|word| !CONTENTS.contains(word));
    if let (Some(topic), None | Some("text")) = (topic, global.output_format.as_deref()) {
        let none = Sources::default();
        write_output(
            topic.page.as_bytes(),
            Audience::People,
            &none,
            global,
            console,
        )?;
        return Ok(ExitStatus::Success);
    }
    let kinds = match (asked, keyword) {
        (Some(_), Some(_)) => Vec::new(),
        (Some(code), None) => vec![finding_filter::find_kind(code)?],
        (None, _) => catalogue::all_kinds(),
    };
    let (words, reader) = match global.output_format.as_deref() {
        None | Some("text") => match keyword {
            Some(directive) => (keyword_page::format_keyword(directive), Audience::People),
            None if asked.is_none() && !flags.all => (format_contents(&kinds), Audience::People),
            None => (format_pages(&kinds), Audience::People),
        },
        Some("json") if keyword.is_some() => {
            return Err(Failure::usage("the form of a keyword is for people")
                .with_help("leave `-O json` out"));
        }
        Some("json") => (to_json(&kinds)?, Audience::Programs),
        Some(other) => return Err(unknown_format(other, &["text", "json"])),
    };
    let none = Sources::default();
    write_output(words.as_bytes(), reader, &none, global, console)?;
    Ok(ExitStatus::Success)
}

/// Every keyword and every code, a line each.
fn format_contents(kinds: &[&'static DiagnosticKind]) -> String {
    let mut words = format!(
        "Keywords of a journal, each with its form: `tegoed explain invoice`\n\n{}\n\
         Pages about more than one of them: `tegoed explain tone`\n\n{}\n\
         Codes of findings, each with its page: `tegoed explain R001`\n\n",
        keyword_page::list_keywords(),
        list_topics()
    );
    for kind in kinds {
        let _ = writeln!(
            words,
            "  {} {} ({})",
            kind.code,
            kind.name,
            kind.severity.word()
        );
    }
    words
}

fn list_topics() -> String {
    let lines = TOPICS
        .iter()
        .map(|topic| format!("  {:<14} {}\n", topic.name, topic.about));
    lines.collect()
}

fn format_pages(kinds: &[&'static DiagnosticKind]) -> String {
    let pages: Vec<String> = kinds.iter().map(|kind| format_page(kind)).collect();
    pages.join("\n")
}

fn format_page(kind: &DiagnosticKind) -> String {
    format!(
        "{} {} ({})\n\n{}\n",
        kind.code,
        kind.name,
        kind.severity.word(),
        kind.explanation.trim()
    )
}

fn to_json(kinds: &[&'static DiagnosticKind]) -> Result<String, Failure> {
    let entries: Vec<String> = kinds
        .iter()
        .map(|kind| {
            serde_json::to_string(&ExplainRow {
                code: kind.code,
                name: kind.name,
                severity: kind.severity.word(),
                explain: kind.explanation,
            })
        })
        .collect::<Result<_, _>>()
        .map_err(|error| Failure::internal(format!("no JSON: {error}")))?;
    Ok(format!(
        "{{\"schema\":1,\"command\":\"explain\",\"rows\":[\n{}\n]}}\n",
        entries.join(",\n")
    ))
}
