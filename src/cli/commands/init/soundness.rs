//! What `check` would say of a new journal, asked before it is written.

use crate::cli::exit::Failure;
use crate::cli::files::disk::Disk;
use crate::cli::files::overlay::Overlay;
use crate::language::message_text::message_text;
use crate::load::Roots;
use crate::pipeline;
use crate::text::diagnostic::Severity;
use crate::value::calendar::{FIRST_YEAR, date_from_ymd};
use crate::value::key_name::KeyName;
use std::path::Path;

/// Looks at a journal before it is written: what somebody answered must read back.
pub fn refuse_unsound(text: &str) -> Result<(), Failure> {
    let Some(fault) = find_fault_in_text(text)? else {
        return Ok(());
    };
    Err(Failure::usage(format!(
        "expected answers that read back from a journal, found one that does not: {fault}"
    ))
    .with_help("leave it out, and write it into the journal by hand"))
}

/// Whether `check` would say something of a value of the business.
pub fn has_fault(key: KeyName, value: &str) -> bool {
    let text = format!("format 1\nbusiness\n  {}: {value}\n", key.word());
    !matches!(find_fault_in_text(&text), Ok(None))
}

/// The first thing that `check` would say of a text, as a warning or an error.
fn find_fault_in_text(text: &str) -> Result<Option<String>, Failure> {
    let disk = Disk::default();
    let root = Path::new("main.tegoed");
    let mut files = Overlay::new(&disk);
    files
        .texts
        .insert(root.to_owned(), text.as_bytes().to_vec());
    let day = date_from_ymd(FIRST_YEAR, 1, 1).unwrap_or_default();
    let checked = pipeline::check_journal(&Roots::from_file(root), &files, day, &[]);
    let checked = checked.map_err(|error| Failure::internal(error.to_string()))?;
    let mut found = checked.findings.diagnostics.iter();
    let fault = found.find(|finding| finding.kind.severity <= Severity::Warning);
    Ok(fault.map(|finding| message_text(&finding.message).into_owned()))
}
