//! Journal lines that an assistant proposes: laid out, and checked with the journal as if they stood at its end. Nothing is
//! written.

use super::json_rpc::JsonRpcError;
use super::subprocess::Subprocess;
use super::tool_schema::tool_entry;
use crate::cli::exit::Failure;
use crate::cli::files::journal_lookup::{JOURNAL_VARIABLE, find_roots};
use serde_json::{Value, json};
use std::ffi::OsString;
use std::process::Output;

/// The name of the tool.
pub const PROPOSE: &str = "propose";

const ABOUT: &str = "Check journal lines before a person writes them into the journal; nothing is written. `lines` is the \
text of one or more entries, such as `2026-03-09 payment #2026-001 121.00`; the tool `explain` with a keyword shows how an \
entry is written. Where they bring no error, the answer is `lines`, laid out as they are to be written, and `findings`: what \
else the check says of them. Where they do, the answer is an error with `findings` that say what to mend.";

/// The tool as the protocol lists it.
pub fn describe_propose() -> Value {
    tool_entry(
        PROPOSE,
        ABOUT,
        &json!({
            "type": "object",
            "properties": {
                "lines": {"type": "string", "description": "The entries, as they would stand in the journal"},
                "as_of": {"type": "string", "description": "The day to check on: 2026-03-31, today, yesterday [default: today]"},
            },
            "required": ["lines"],
            "additionalProperties": false,
        }),
    )
}

/// What came of a proposal.
pub enum ProposalResult {
    /// The lines may be written: what is said of them.
    Passed(Value),
    /// They bring errors.
    Failed(Value),
    /// The journal could not be checked: why.
    NotChecked(Output),
}

/// Checks lines with the journal.
///
/// # Errors
/// No lines were given, or the program cannot be run.
pub fn check_proposal(
    process: &Subprocess,
    lines: &str,
    as_of: Option<&str>,
) -> Result<ProposalResult, JsonRpcError> {
    if lines.trim().is_empty() {
        return Err(JsonRpcError::invalid_parameters(
            "expected `lines` with at least one entry, found none",
        ));
    }
    let mut check: Vec<OsString> = vec!["check".into()];
    check.extend(as_of.map(|day| format!("--as-of={day}").into()));
    let before = run(process, &check, "")?;
    let Some(known) = findings_of(&before) else {
        return Ok(ProposalResult::NotChecked(before));
    };
    let flags = &process.global_flags;
    let roots = find_roots(&flags.files, std::env::var_os(JOURNAL_VARIABLE));
    let roots = roots.map_err(|stop: Failure| JsonRpcError::internal(stop.message))?;
    if flags.files.is_empty() {
        for root in roots.files {
            check.extend([OsString::from("-f"), root.into_os_string()]);
        }
    }
    check.extend(["-f", "-"].map(OsString::from));
    let after = run(process, &check, lines)?;
    let Some(findings) = findings_of(&after) else {
        return Ok(ProposalResult::NotChecked(after));
    };
    let findings = without_known(findings, known);
    if findings
        .iter()
        .any(|finding| finding["severity"] == "error")
    {
        return Ok(ProposalResult::Failed(json!({"findings": findings})));
    }
    let laid_out = ["fmt", "-", "-O", "text"].map(OsString::from);
    let laid_out = run(process, &laid_out, lines)?;
    let laid_out = String::from_utf8_lossy(&laid_out.stdout).into_owned();
    Ok(ProposalResult::Passed(
        json!({"lines": laid_out, "findings": findings}),
    ))
}

fn run(process: &Subprocess, words: &[OsString], input: &str) -> Result<Output, JsonRpcError> {
    let output = process.run(words, input);
    output.map_err(|error| JsonRpcError::internal(format!("the program cannot be run: {error}")))
}

/// The findings that a check printed; `None` where it printed none, and says why elsewhere.
fn findings_of(output: &Output) -> Option<Vec<Value>> {
    let page: Value = serde_json::from_slice(&output.stdout).ok()?;
    page.get("rows")?.as_array().cloned()
}

/// The findings that were not there before, each as often as it came up.
fn without_known(findings: Vec<Value>, mut known: Vec<Value>) -> Vec<Value> {
    let mut new = findings;
    new.retain(|finding| {
        let place = known.iter().position(|it| it == finding);
        place.map(|place| known.swap_remove(place)).is_none()
    });
    new
}
