//! Why a command stopped, for programs that read JSON: one object on a line of standard error, where people find words.

use crate::cli::exit::Failure;
use serde_json::{Value, json};

/// The version of the shape below; raised when a program could misread it.
const SCHEMA: u32 = 1;

/// The name by which `--output-format` asks for JSON.
pub const JSON_FORMAT: &str = "json";

/// Whether words of the command line ask for JSON, also where they are no command.
///
/// ```
/// use tegoed::cli::emit::failure_json::asks_for_json;
/// assert!(asks_for_json(["aging", "-O", "json", "--bogus"]));
/// assert!(asks_for_json(["aging", "--output-format=json"]));
/// assert!(!asks_for_json(["export", "json"]));
/// ```
pub fn asks_for_json<'w>(words: impl IntoIterator<Item = &'w str>) -> bool {
    let mut before = "";
    for word in words {
        let value = match before {
            "-O" | "--output-format" => Some(word),
            _ => word
                .strip_prefix("-O")
                .or_else(|| word.strip_prefix("--output-format=")),
        };
        if value.is_some_and(|value| value.trim_start_matches('=') == JSON_FORMAT) {
            return true;
        }
        before = word;
    }
    false
}

/// The failure as JSON on one line; `findings` is what `check` says of the journal as JSON, where that is the reason.
pub fn failure_json(stop: &Failure, findings: Option<&str>) -> String {
    let mut object = json!({
        "schema": SCHEMA,
        "error": {
            "exit": stop.status.code(),
            "message": stop.message,
            "help": stop.help,
        },
    });
    let findings = findings.and_then(|findings| serde_json::from_str::<Value>(findings).ok());
    if let (Some(object), Some(findings)) = (object.as_object_mut(), findings) {
        object.insert("findings".to_owned(), findings);
    }
    format!("{object}\n")
}
