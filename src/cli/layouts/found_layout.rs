//! The layout that was asked for, by its name or by its file.

use super::built_in::BUILT_IN;
use super::read_layout::read_layout;
use crate::cli::console::Console;
use crate::cli::emit::first_findings::draw_findings;
use crate::cli::exit::Failure;
use crate::cli::files::disk::read_beginning;
use crate::render::medium::TerminalStyle;
use crate::report::accountant::layout::layout_model::Layout;
use crate::syntax::mistakes::suggestion::nearest;
use crate::text::diagnostic::Diagnostic;
use crate::text::source::Sources;
use crate::text::span::byte_length;
use std::path::Path;

/// How long the text of a layout may be, in bytes.
const MAX_LAYOUT_BYTES: usize = 64 * 1024;

/// A layout, and the text that says it.
pub struct FoundLayout {
    /// What it says.
    pub layout: Layout,
    /// Its text.
    pub text: String,
}

/// The layout with a name, else the one of a file; `None` where it cannot be understood, which was told.
///
/// # Errors
/// There is none.
pub fn find_layout(asked: &str, console: &Console) -> Result<Option<FoundLayout>, Failure> {
    if let Some((name, text)) = BUILT_IN.iter().find(|(name, _)| *name == asked) {
        return Ok(understand(
            name,
            Path::new(asked),
            (*text).to_owned(),
            console,
        ));
    }
    let path = Path::new(asked);
    let is_path = path.extension().is_some() || path.components().count() > 1 || path.exists();
    if !is_path {
        return Err(unknown_layout(asked));
    }
    let text = read_text(path)?;
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    Ok(understand(&stem, path, text, console))
}

fn understand(name: &str, path: &Path, text: String, console: &Console) -> Option<FoundLayout> {
    match read_layout(name, &text) {
        Ok(layout) => Some(FoundLayout { layout, text }),
        Err(fault) => {
            let drawn = draw_fault(&fault, path, text, console.error_colours());
            console.print_to_stderr(&drawn);
            None
        }
    }
}

/// The finding with the lines of the layout that it is about.
fn draw_fault(fault: &Diagnostic, path: &Path, text: String, style: TerminalStyle) -> String {
    let mut sources = Sources::default();
    sources.add(
        path.to_owned(),
        byte_length(text.len()),
        Some(text.into_bytes()),
    );
    draw_findings(std::iter::once(fault), &sources, style)
}

fn unknown_layout(asked: &str) -> Failure {
    let names: Vec<&str> = BUILT_IN.iter().map(|(name, _)| *name).collect();
    let stop = Failure::usage(format!(
        "expected a layout ({}) or a file with one, found `{asked}`",
        names.join(", ")
    ));
    match nearest(asked, names) {
        Some(alike) => stop.with_help(format!("did you mean {alike}?")),
        None => stop.with_help("an office's own is a file: `--layout office.toml`"),
    }
}

fn read_text(path: &Path) -> Result<String, Failure> {
    let bytes = read_beginning(path, MAX_LAYOUT_BYTES.saturating_add(1))
        .map_err(|error| Failure::file_error("read", path, error))?;
    if bytes.len() > MAX_LAYOUT_BYTES {
        return Err(Failure::usage(format!(
            "expected a layout of at most 64 kB, found a longer file: {}",
            path.display()
        )));
    }
    String::from_utf8(bytes)
        .map_err(|_| Failure::file_error("read", path, "it is not text in UTF-8"))
}
