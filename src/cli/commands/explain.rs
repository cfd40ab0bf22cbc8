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
use std::borrow::Cow;
use std::fmt::Write;

/// A page for programs. What is neither a code nor has a severity, a keyword or a page about several, has its name alone.
#[derive(Serialize)]
struct ExplainRow {
    code: Option<&'static str>,
    name: &'static str,
    severity: Option<&'static str>,
    explain: Cow<'static, str>,
}

impl ExplainRow {
    fn of_kind(kind: &'static DiagnosticKind) -> Self {
        Self {
            code: Some(kind.code),
            name: kind.name,
            severity: Some(kind.severity.word()),
            explain: kind.explanation.into(),
        }
    }

    const fn of_page(name: &'static str, page: Cow<'static, str>) -> Self {
        Self {
            code: None,
            name,
            severity: None,
            explain: page,
        }
    }
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
    let single_page = match (topic, keyword) {
        (Some(topic), _) => Some((topic.name, Cow::Borrowed(topic.page))),
        (None, Some(directive)) if asked.is_some() => {
            let page = keyword_page::format_keyword(directive);
            Some((directive.word(), Cow::Owned(page)))
        }
        _ => None,
    };
    let kinds = match (asked, &single_page) {
        (Some(_), Some(_)) => Vec::new(),
        (Some(code), None) => vec![finding_filter::find_kind(code)?],
        (None, _) => catalogue::all_kinds(),
    };
    let (words, reader) = match global.output_format.as_deref() {
        None | Some("text") => {
            let words = match single_page {
                Some((_, page)) => page.into_owned(),
                None if asked.is_none() && !flags.all => format_contents(&kinds),
                None => format_pages(&kinds),
            };
            (words, Audience::People)
        }
        Some("json") => {
            let page = single_page.map(|(name, page)| ExplainRow::of_page(name, page));
            let rows = kinds.into_iter().map(ExplainRow::of_kind).chain(page);
            (to_json(rows)?, Audience::Programs)
        }
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

fn to_json(rows: impl Iterator<Item = ExplainRow>) -> Result<String, Failure> {
    let entries: Vec<String> = rows
        .map(|row| serde_json::to_string(&row))
        .collect::<Result<_, _>>()
        .map_err(|error| Failure::internal(format!("no JSON: {error}")))?;
    Ok(format!(
        "{{\"schema\":1,\"command\":\"explain\",\"rows\":[\n{}\n]}}\n",
        entries.join(",\n")
    ))
}
