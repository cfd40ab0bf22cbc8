//! Where a report goes and in which form: the terminal, a file, a medium from the list.

use super::args::{Dialect, Global};
use super::console::{Colours, Console};
use super::desk::Desk;
use super::exit::Stop;
use super::writer::create::{Access, Existing, create};
use crate::document::Document;
use crate::language::phrases::Language;
use crate::render::MEDIA;
use crate::render::medium::{self, Ink, Look, Medium};
use crate::syntax::mistakes::suggestion::nearest;
use crate::text::source::Sources;
use std::io::IsTerminal;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

/// The medium that was asked for: `--output-format` wins over the extension of `-o`, text is the usual one.
pub fn medium(desk: &Desk) -> Result<&'static Medium, Stop> {
    let medium = chosen(desk)?;
    if desk.global.dialect.is_some() && medium.name != "csv" {
        return Err(Stop::usage(format!(
            "expected csv with `--dialect`, found {}",
            medium.name
        ))
        .help("add `--output-format csv`"));
    }
    Ok(medium)
}

fn chosen(desk: &Desk) -> Result<&'static Medium, Stop> {
    let names = || MEDIA.iter().map(|medium| medium.name);
    if let Some(name) = &desk.global.output_format {
        let found = MEDIA.iter().find(|medium| medium.name == name);
        return found
            .copied()
            .ok_or_else(|| unknown_format(name, &names().collect::<Vec<_>>()));
    }
    let Some(extension) = desk.global.output.as_deref().and_then(Path::extension) else {
        return MEDIA
            .first()
            .copied()
            .ok_or_else(|| Stop::broken("no media"));
    };
    let found = MEDIA.iter().find(|medium| extension == medium.extension);
    found.copied().ok_or_else(|| {
        let known: Vec<&str> = MEDIA.iter().map(|medium| medium.extension).collect();
        Stop::usage(format!(
            "expected an output file that ends in {}, found `{}`",
            known.join(", "),
            extension.display()
        ))
        .help("say the form with `--output-format`")
    })
}

/// There is no such form of output.
pub fn unknown_format(name: &str, known: &[&str]) -> Stop {
    let stop = Stop::usage(format!(
        "expected an output format ({}), found `{name}`",
        known.join(", ")
    ));
    match nearest(name, known.iter().copied()) {
        Some(like) => stop.help(format!("did you mean {like}?")),
        None => stop,
    }
}

/// Turns pages into bytes and sends them where they belong.
pub fn deliver(
    pages: &[Document],
    medium: &Medium,
    language: &'static Language,
    sources: &Sources,
    desk: &mut Desk,
) -> Result<(), Stop> {
    let mut bytes = Vec::new();
    (medium.write)(pages, look(language, desk), &mut bytes)
        .map_err(|error| Stop::broken(format!("cannot write the pages: {error}")))?;
    let reader = if medium.name == "text" {
        Reader::Person
    } else {
        Reader::Program
    };
    hand_over(&bytes, reader, sources, &desk.global, &mut desk.console)
}

/// Who reads the output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// Page by page, where it is long.
    Person,
    /// As it is.
    Program,
}

/// Sends output to standard output, or to the file of `-o`. That file is never a part of the journal.
pub fn hand_over(
    bytes: &[u8],
    reader: Reader,
    sources: &Sources,
    global: &Global,
    console: &mut Console,
) -> Result<(), Stop> {
    let Some(path) = &global.output else {
        return match reader {
            Reader::Person => console.page(bytes),
            Reader::Program => console.print(bytes),
        };
    };
    not_the_journal(path, sources)?;
    create(path, bytes, existing(global.force), Access::Usual)
}

/// Refuses a file that is part of the journal, however it is spelled.
pub fn not_the_journal(path: &Path, sources: &Sources) -> Result<(), Stop> {
    if sources
        .as_slice()
        .iter()
        .any(|source| same(&source.path, path))
    {
        return Err(Stop::usage(format!(
            "{} is part of the journal: no output goes there",
            path.display()
        )));
    }
    Ok(())
}

/// What `--force` means.
pub const fn existing(force: bool) -> Existing {
    if force {
        Existing::Replace
    } else {
        Existing::Refuse
    }
}

/// Whether two paths are one file, however they are spelled.
fn same(one: &Path, other: &Path) -> bool {
    match (std::fs::metadata(one), std::fs::metadata(other)) {
        (Ok(one), Ok(other)) => (one.dev(), one.ino()) == (other.dev(), other.ino()),
        _ => false,
    }
}

/// What a medium must be told beside the pages.
pub fn look(language: &'static Language, desk: &Desk) -> Look {
    let to_file = desk.global.output.is_some();
    Look {
        language,
        width: if to_file { None } else { width() },
        ink: match desk.console.out() {
            Colours::Coloured => Ink::Colour,
            Colours::Plain => Ink::Plain,
        },
        dialect: match desk.global.dialect {
            Some(Dialect::ExcelNl) => medium::Dialect::ExcelNl,
            None => medium::Dialect::Plain,
        },
    }
}

/// How wide the terminal is, where output goes to one.
pub fn width() -> Option<usize> {
    let terminal = std::io::stdout().is_terminal();
    let size = terminal.then(terminal_size::terminal_size).flatten();
    size.map(|(width, _)| usize::from(width.0))
}
