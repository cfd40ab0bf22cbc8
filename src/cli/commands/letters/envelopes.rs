//! The envelopes of letters on disk: in a folder of their own, each with the name of its letter.

use super::letter_format::LetterFormat;
use crate::cli::arguments::args::LettersFlags;
use crate::cli::command_context::CommandContext;
use crate::cli::exit::Failure;
use crate::cli::files::output_guard::OutputGuard;
use crate::cli::files::writer::new_file::{FileAccess, create_file};
use crate::cli::output::existing_file_policy;
use crate::document::letter::Letter;
use crate::render::LETTER_MEDIA;
use crate::render::envelope_size::{ENVELOPE_SIZES, EnvelopeSize};
use crate::render::letter_medium::EnvelopeFn;
use std::path::{Path, PathBuf};

/// The size of the envelopes that are asked for; `None` where none are.
pub fn envelope_size(
    flags: &LettersFlags,
    format: LetterFormat,
) -> Result<Option<EnvelopeSize>, Failure> {
    let Some(asked) = flags.envelope.as_deref() else {
        return Ok(None);
    };
    let prints = match format {
        LetterFormat::One(medium) => medium.write_envelope.is_some(),
        LetterFormat::ByChannel => envelope_writer().is_some(),
    };
    if !prints {
        return Err(Failure::usage(
            "expected `--format pdf` with `--envelope`: an envelope is a page to print",
        )
        .with_help("write `tegoed letters --format pdf --envelope --out DIR`"));
    }
    let size = ENVELOPE_SIZES
        .iter()
        .find(|size| size.name.eq_ignore_ascii_case(asked));
    let names: Vec<&str> = ENVELOPE_SIZES.iter().map(|size| size.name).collect();
    let unknown = || {
        let names = names.join(", ");
        Failure::usage(format!(
            "expected a size of envelopes ({names}), found `{asked}`"
        ))
    };
    size.copied().map(Some).ok_or_else(unknown)
}

/// What writes envelopes; `None` in a program that was built without a medium for paper.
fn envelope_writer() -> Option<EnvelopeFn> {
    LETTER_MEDIA.iter().find_map(|medium| medium.write_envelope)
}

/// What became of an envelope.
pub enum EnvelopeOutcome {
    /// It was written, or stood there already, byte for byte.
    Written {
        /// Where.
        path: PathBuf,
        /// Whether it stood there.
        same: bool,
    },
    /// Its address does not fit.
    Refused(String),
    /// The disk refused.
    Failed(Failure),
}

/// Writes the envelope of a letter, into the folder and under the name of it.
pub fn write_envelope_file(
    letter: &Letter,
    size: EnvelopeSize,
    (folder, name): (&Path, &str),
    dry_run: bool,
    guard: &OutputGuard,
    context: &CommandContext,
) -> Result<EnvelopeOutcome, Failure> {
    let written = envelope_writer().map(|write| write(letter, size));
    let bytes = match written {
        Some(Ok(bytes)) => bytes,
        Some(Err(why)) => return Ok(EnvelopeOutcome::Refused(why)),
        None => {
            return Ok(EnvelopeOutcome::Refused(
                "nothing here writes envelopes".to_owned(),
            ));
        }
    };
    let folder = folder.join("envelopes");
    let path = folder.join(format!("{name}.pdf"));
    guard.refuse(&path)?;
    let found = context.disk.read_file(&path);
    let same = found.is_ok_and(|found| found == bytes);
    if !same && !dry_run {
        guard.refuse_in(&folder, &path)?;
        let made = std::fs::create_dir_all(&folder)
            .map_err(|error| Failure::file_error("make", &folder, error));
        let policy = existing_file_policy(context.global_flags.force);
        let written = made.and_then(|()| create_file(&path, &bytes, policy, FileAccess::Usual));
        if let Err(stop) = written {
            return Ok(EnvelopeOutcome::Failed(stop));
        }
    }
    Ok(EnvelopeOutcome::Written { path, same })
}
