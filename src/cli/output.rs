//! Where a report goes and in which form: the terminal, a file, a medium from the list.

use super::arguments::args::GlobalFlags;
use super::command_context::CommandContext;
use super::console::Console;
use super::exit::Failure;
use super::files::folder_of_files::FolderOfFiles;
use super::files::output_guard::OutputGuard;
use super::files::writer::leftovers::sweep_leftovers;
use super::files::writer::new_file::{ExistingFile, FileAccess, create_file};
use super::locale::{wants_plain_signs, with_plain_signs};
use crate::document::Document;
use crate::language::phrases::Language;
use crate::render::MEDIA;
use crate::render::medium::{Audience, Medium, Pages, RenderOptions};
use crate::syntax::mistakes::suggestion::nearest;
use crate::text::source::Sources;
use std::borrow::Cow;
use std::io::{self, ErrorKind, IsTerminal};
use std::path::Path;

/// The medium that was asked for: `--output-format` wins over the extension of `-o`, text is the usual one.
pub fn chosen_medium(context: &CommandContext) -> Result<&'static Medium, Failure> {
    let medium = find_medium(context)?;
    if context.global_flags.dialect.is_some() && medium.name != "csv" {
        return Err(Failure::usage(format!(
            "expected csv with `--dialect`, found {}",
            medium.name
        ))
        .with_help("add `--output-format csv`"));
    }
    Ok(medium)
}

fn find_medium(context: &CommandContext) -> Result<&'static Medium, Failure> {
    let names = || MEDIA.iter().map(|medium| medium.name);
    if let Some(name) = &context.global_flags.output_format {
        let found = MEDIA.iter().find(|medium| medium.name == name);
        return found
            .copied()
            .ok_or_else(|| unknown_format(name, &names().collect::<Vec<_>>()));
    }
    let Some(extension) = context
        .global_flags
        .output
        .as_deref()
        .and_then(Path::extension)
    else {
        return MEDIA
            .first()
            .copied()
            .ok_or_else(|| Failure::internal("no media"));
    };
    let found = MEDIA.iter().find(|medium| extension == medium.extension);
    found.copied().ok_or_else(|| {
        let known: Vec<&str> = MEDIA.iter().map(|medium| medium.extension).collect();
        Failure::usage(format!(
            "expected an output file that ends in {}, found `{}`",
            known.join(", "),
            extension.display()
        ))
        .with_help("say the form with `--output-format`")
    })
}

/// There is no such form of output.
pub fn unknown_format(name: &str, known: &[&str]) -> Failure {
    let stop = Failure::usage(format!(
        "expected an output format ({}), found `{name}`",
        known.join(", ")
    ));
    match nearest(name, known.iter().copied()) {
        Some(like) => stop.with_help(format!("did you mean {like}?")),
        None => stop,
    }
}

/// Turns pages into bytes and sends them where they belong.
pub fn output_pages(
    pages: &[Document],
    medium: &Medium,
    language: &'static Language,
    sources: &Sources,
    context: &mut CommandContext,
) -> Result<(), Failure> {
    let bytes = render_pages(pages, medium, render_options(language, context))?;
    output_bytes(&bytes, medium.audience, sources, context)
}

/// Sends the output of a command where it belongs.
pub fn output_bytes(
    bytes: &[u8],
    reader: Audience,
    sources: &Sources,
    context: &mut CommandContext,
) -> Result<(), Failure> {
    let CommandContext {
        global_flags,
        console,
        ..
    } = context;
    write_output(bytes, reader, sources, global_flags, console)
}

/// The pages as bytes.
pub fn render_pages(
    pages: &[Document],
    medium: &Medium,
    options: RenderOptions,
) -> Result<Vec<u8>, Failure> {
    render_drawn(&mut pages.iter().map(Cow::Borrowed), medium, options)
}

/// Pages as bytes, each drawn, written and dropped before the next.
pub fn render_drawn(
    pages: &mut Pages<'_>,
    medium: &Medium,
    options: RenderOptions,
) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    (medium.write)(pages, options, &mut bytes).map_err(|error| render_failure(&error))?;
    Ok(bytes)
}

/// Why pages could not be made.
pub fn render_failure(error: &io::Error) -> Failure {
    let words = format!("cannot write the pages: {error}");
    match error.kind() {
        ErrorKind::Other => Failure::internal(words),
        _ => Failure::environment(words),
    }
}

/// A medium that a command knows by name.
pub fn medium_named(name: &str) -> Result<&'static Medium, Failure> {
    let found = MEDIA.iter().find(|medium| medium.name == name).copied();
    found.ok_or_else(|| Failure::internal(format!("no medium {name}")))
}

/// Sends output to standard output, or to the file of `-o`. That file is never a part of the journal.
pub fn write_output(
    bytes: &[u8],
    reader: Audience,
    sources: &Sources,
    global: &GlobalFlags,
    console: &mut Console,
) -> Result<(), Failure> {
    let Some(path) = &global.output else {
        return match reader {
            Audience::People if wants_plain_signs() => {
                console.print_paged(&with_plain_signs(bytes))
            }
            Audience::People => console.print_paged(bytes),
            Audience::Applications if std::io::stdout().is_terminal() => Err(Failure::usage(
                "expected a file for this form of the output: it is no text for a terminal",
            )
            .with_help("write `-o FILE`")),
            Audience::Programs | Audience::Applications => console.print(bytes),
        };
    };
    let guard = OutputGuard::new(sources, None);
    guard.refuse(path)?;
    guard.refuse_document(path)?;
    sweep_leftovers(path.parent().unwrap_or(Path::new("")), console);
    create_file(
        path,
        bytes,
        existing_file_policy(global.force),
        FileAccess::Usual,
    )
}

/// What `--force` means.
pub const fn existing_file_policy(force: bool) -> ExistingFile {
    if force {
        ExistingFile::Replace
    } else {
        ExistingFile::Refuse
    }
}

/// What a medium needs beside the pages.
pub fn render_options(language: &'static Language, context: &CommandContext) -> RenderOptions {
    let to_file = context.global_flags.output.is_some();
    RenderOptions {
        language,
        width: if to_file { None } else { terminal_width() },
        style: context.console.out_colours(),
        csv_dialect: context.global_flags.dialect.unwrap_or_default(),
    }
}

/// How wide the terminal is, where output goes to one.
pub fn terminal_width() -> Option<usize> {
    let terminal = std::io::stdout().is_terminal();
    let size = terminal.then(terminal_size::terminal_size).flatten();
    size.map(|(width, _)| usize::from(width.0))
}

/// Writes files into a folder, each made when its turn comes. None is written while one of them is there already.
pub fn write_folder(
    folder: &Path,
    names: &[String],
    sources: &Sources,
    context: &CommandContext,
    make: impl FnMut(usize) -> Result<Vec<u8>, Failure>,
) -> Result<(), Failure> {
    let files = FolderOfFiles {
        folder,
        existing: existing_file_policy(context.global_flags.force),
        guard: &context.output_guard(sources)?,
        console: &context.console,
    };
    files.write(names, make)
}
