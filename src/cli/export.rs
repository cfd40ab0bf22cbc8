//! `export`: everything for other programs, as tables or as an hledger journal.

use super::args::{ExportFlags, Target};
use super::asks;
use super::desk::Desk;
use super::exit::{Code, Ended, Stop, keep_until_exit};
use super::output::{Reader, existing, hand_over, look, not_the_journal};
use super::report::{scoped, tell_errors};
use super::writer::create::{Access, Existing, create};
use crate::check::Reach;
use crate::document::Document;
use crate::language::phrases::Language;
use crate::pipeline::Outcome;
use crate::render::MEDIA;
use crate::report::{export, hledger};
use std::path::{Path, PathBuf};

/// The name of the file in a folder, where there is but one.
const ONE_FILE: &str = "export";

/// A file to be written.
struct Exported {
    name: String,
    bytes: Vec<u8>,
}

/// Writes everything. A journal with errors gives nothing, unless `--even-so`.
pub fn run(flags: &ExportFlags, desk: &mut Desk) -> Ended {
    refuse_other_forms(flags, desk)?;
    let outcome = desk.read(Reach::Errors)?;
    let sound = tell_errors(&outcome, desk)?;
    if sound == Code::Findings && !desk.global.even_so {
        return Ok(Code::Findings);
    }
    let files = exported(flags.target, &outcome, desk)?;
    match (&flags.out, files.first()) {
        (Some(folder), _) => put(folder, &files, &outcome, desk)?,
        (None, Some(only)) => hand_over(
            &only.bytes,
            Reader::Program,
            &outcome.sources,
            &desk.global,
            &mut desk.console,
        )?,
        (None, None) => {}
    }
    Ok(sound)
}

/// The target is the form; tables need a folder.
fn refuse_other_forms(flags: &ExportFlags, desk: &Desk) -> Result<(), Stop> {
    if desk.global.output_format.is_some() {
        return Err(
            Stop::usage("expected the form behind `export`, found `--output-format`")
                .help("write `tegoed export csv`, `export json` or `export hledger`"),
        );
    }
    if desk.global.dialect.is_some() && flags.target != Target::Csv {
        return Err(Stop::usage("expected `export csv` with `--dialect`"));
    }
    if flags.out.is_some() && desk.global.output.is_some() {
        return Err(Stop::usage(
            "expected a folder with `--out` or a file with `-o`, found both",
        ));
    }
    if flags.target == Target::Csv && flags.out.is_none() {
        return Err(
            Stop::usage("expected a folder for the tables, one file each, found none")
                .help("write `tegoed export csv --out DIR`"),
        );
    }
    Ok(())
}

fn exported(target: Target, outcome: &Outcome, desk: &Desk) -> Result<Vec<Exported>, Stop> {
    let ask = asks::usual(desk.settings.buckets.as_deref().unwrap_or_default())?;
    let language = desk.language(outcome)?;
    match target {
        Target::Hledger => {
            let text = scoped(outcome, &ask, desk, hledger::write)?;
            Ok(vec![Exported {
                name: format!("{ONE_FILE}.journal"),
                bytes: text.into_bytes(),
            }])
        }
        Target::Json => {
            let pages = keep_until_exit(scoped(outcome, &ask, desk, export::pages)?);
            Ok(vec![drawn(ONE_FILE, &pages, "json", language, desk)?])
        }
        Target::Csv => {
            let pages = keep_until_exit(scoped(outcome, &ask, desk, export::pages)?);
            let tables = pages.iter().map(|page| {
                drawn(
                    page.page_name,
                    std::slice::from_ref(page),
                    "csv",
                    language,
                    desk,
                )
            });
            tables.collect()
        }
    }
}

fn drawn(
    name: &str,
    pages: &[Document],
    medium: &str,
    language: &'static Language,
    desk: &Desk,
) -> Result<Exported, Stop> {
    let found = MEDIA.iter().find(|each| each.name == medium);
    let medium = found.ok_or_else(|| Stop::broken(format!("no medium {medium}")))?;
    let mut bytes = Vec::new();
    (medium.write)(pages, look(language, desk), &mut bytes)
        .map_err(|error| Stop::broken(format!("cannot write the tables: {error}")))?;
    Ok(Exported {
        name: format!("{name}.{}", medium.extension),
        bytes,
    })
}

/// Writes the files into a folder. None is written while one of them is there already.
fn put(folder: &Path, files: &[Exported], outcome: &Outcome, desk: &Desk) -> Result<(), Stop> {
    let existing = existing(desk.global.force);
    let paths: Vec<PathBuf> = files.iter().map(|file| folder.join(&file.name)).collect();
    for path in &paths {
        not_the_journal(path, &outcome.sources)?;
        if existing == Existing::Refuse && path.symlink_metadata().is_ok() {
            return Err(Stop::usage(format!("{} exists already", path.display()))
                .help("`--force` overwrites it"));
        }
    }
    std::fs::create_dir_all(folder).map_err(|error| Stop::file("make", folder, error))?;
    for (path, file) in paths.iter().zip(files) {
        create(path, &file.bytes, existing, Access::Usual)?;
    }
    Ok(())
}
