//! `dossier`: what an agency or a lawyer needs of a customer, in a folder with a manifest that `sha256sum -c` reads.

pub mod copies;
pub mod folder;
pub mod part;

use super::args::DossierFlags;
use super::asks;
use super::desk::Desk;
use super::exit::{Code, Ended, Stop};
use super::letters::fingerprint::fingerprint;
use super::output::not_the_journal;
use super::report::{not_found, refused, scoped, tell_errors};
use crate::check::Reach;
use crate::journal::model::CustomerIx;
use crate::language::phrases::Language;
use crate::pipeline::Outcome;
use crate::render::MEDIA;
use crate::render::medium::{Dialect, Ink, Look};
use crate::report::dossier::{self, Paper};
use crate::report::find;
use copies::Copies;
use folder::Folder;
use part::Part;

/// The list of all files with their fingerprints.
const MANIFEST: &str = "MANIFEST.sha256";

/// Gathers the dossier of a customer. A journal with errors gives none, unless `--even-so`.
pub fn run(flags: &DossierFlags, desk: &mut Desk) -> Ended {
    if desk.global.output.is_some() || desk.global.output_format.is_some() {
        return Err(Stop::usage(
            "expected a folder with `--out`: a dossier has many files, each in its own form",
        ));
    }
    let outcome = desk.read(Reach::Errors)?;
    let sound = tell_errors(&outcome, desk)?;
    if sound == Code::Findings && !desk.global.even_so {
        return Ok(Code::Findings);
    }
    let customer = find::customer(&outcome.journal, &flags.customer);
    let customer = customer.map_err(|missing| not_found(&missing))?;
    let (files, missing) = gathered(customer, &outcome, desk)?;
    for file in &files {
        not_the_journal(&flags.out.join(&file.name), &outcome.sources)?;
    }
    Folder::new(&flags.out, desk.global.force).fill(&files)?;
    for words in missing {
        desk.console.tell(&words);
    }
    Ok(sound)
}

/// Every file of the dossier, the manifest last; and what is to be said of documents that are missing.
fn gathered(
    customer: CustomerIx,
    outcome: &Outcome,
    desk: &Desk,
) -> Result<(Vec<Part>, Vec<String>), Stop> {
    let ask = asks::usual(desk.settings.buckets.as_deref().unwrap_or_default())?;
    let language = desk.language(outcome)?;
    let named = scoped(outcome, &ask, desk, |scope| {
        dossier::documents(scope, customer)
    })?;
    let copies = Copies::of(named, desk)?;
    let papers = scoped(outcome, &ask, desk, |scope| {
        let mut papers = dossier::papers(scope, customer)?;
        papers.push(dossier::list(scope, customer, &copies.list));
        Ok(papers)
    })?;
    let papers = papers.map_err(refused)?;
    let drawn = papers.iter().map(|paper| drawn(paper, language));
    let mut files = drawn.collect::<Result<Vec<Part>, Stop>>()?;
    let missing = copies.missing();
    files.extend(copies.files);
    files.sort_by(|one, other| one.name.cmp(&other.name));
    files.push(manifest(&files));
    Ok((files, missing))
}

fn drawn(paper: &Paper, language: &'static Language) -> Result<Part, Stop> {
    let found = MEDIA.iter().find(|medium| medium.name == paper.medium);
    let medium = found.ok_or_else(|| Stop::broken(format!("no medium {}", paper.medium)))?;
    // Papers are the same wherever they are made: no edge of a terminal, no colours.
    let look = Look {
        language,
        width: None,
        ink: Ink::Plain,
        dialect: Dialect::Plain,
    };
    let mut bytes = Vec::new();
    (medium.write)(&paper.pages, look, &mut bytes)
        .map_err(|error| Stop::broken(format!("cannot write the papers: {error}")))?;
    if !paper.below.is_empty() {
        bytes.push(b'\n');
        bytes.extend_from_slice(paper.below.as_bytes());
    }
    Ok(Part {
        name: paper.file.to_owned(),
        bytes,
    })
}

fn manifest(files: &[Part]) -> Part {
    let lines = files
        .iter()
        .map(|file| format!("{}  {}\n", fingerprint(&file.bytes), file.name));
    Part {
        name: MANIFEST.to_owned(),
        bytes: lines.collect::<String>().into_bytes(),
    }
}
