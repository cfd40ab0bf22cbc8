//! `dossier`: what an agency or a lawyer needs of a customer, in a folder with a manifest that `sha256sum -c` reads.

pub mod document_copies;
pub mod dossier_folder;

use crate::cli::arguments::args::DossierFlags;
use crate::cli::arguments::report_args;
use crate::cli::command_context::CommandContext;
use crate::cli::exit::{CommandResult, ExitStatus, Failure};
use crate::cli::files::named_file::NamedFile;
use crate::cli::files::sha256::sha256_hex;
use crate::cli::files::writer::leftovers::sweep_leftovers;
use crate::cli::output::{medium_named, render_pages};
use crate::cli::report_pages::{not_found_failure, to_failure, with_report_input};
use crate::cli::sound_journal::{SoundJournal, read_sound_journal};
use crate::journal::model::CustomerIx;
use crate::language::phrases::Language;
use crate::pipeline::Outcome;
use crate::render::medium::{CsvDialect, RenderOptions, TerminalStyle};
use crate::report::dossier::{self, DossierSection};
use crate::report::shared::lookup;
use document_copies::{DOCUMENTS_FOLDER, DocumentCopies};
use dossier_folder::DossierFolder;

/// The list of all files with their fingerprints.
const MANIFEST_NAME: &str = "MANIFEST.sha256";

/// Gathers the dossier of a customer. A journal with errors gives none, unless `--even-so`.
pub fn run(flags: &DossierFlags, context: &mut CommandContext) -> CommandResult {
    if context.global_flags.output.is_some() || context.global_flags.output_format.is_some() {
        return Err(Failure::usage(
            "expected a folder with `--out`: a dossier has many files, each in its own form",
        ));
    }
    let Some(SoundJournal { outcome, status }) = read_sound_journal(context)? else {
        return Ok(ExitStatus::Findings);
    };
    let customer = lookup::find_customer(&outcome.journal, &flags.customer);
    let customer = customer.map_err(|missing| not_found_failure(&missing))?;
    let (files, missing) = collect_files(customer, &outcome, context)?;
    let guard = context.output_guard(&outcome.sources)?;
    for file in &files {
        guard.refuse_in(&flags.out, &flags.out.join(&file.name))?;
    }
    for folder in [flags.out.clone(), flags.out.join(DOCUMENTS_FOLDER)] {
        sweep_leftovers(&folder, &context.console);
    }
    DossierFolder::new(&flags.out, context.global_flags.force).write_files(&files)?;
    for words in missing {
        context.console.print_to_stderr(&words);
    }
    Ok(status)
}

/// Every file of the dossier, the manifest last; and what is to be said of documents that are missing.
fn collect_files(
    customer: CustomerIx,
    outcome: &Outcome,
    context: &CommandContext,
) -> Result<(Vec<NamedFile>, Vec<String>), Failure> {
    let ask =
        report_args::default_options(context.settings.buckets.as_deref().unwrap_or_default())?;
    let language = context.language(outcome)?;
    let named = with_report_input(outcome, &ask, context, |input| {
        dossier::named_documents(input, customer)
    })?;
    let copies = DocumentCopies::copy_documents(named, context)?;
    let papers = with_report_input(outcome, &ask, context, |input| {
        let mut papers = dossier::dossier_sections(input, customer)?;
        papers.push(dossier::document_list(input, customer, &copies.outcomes));
        Ok(papers)
    })?;
    let papers = papers.map_err(to_failure)?;
    let drawn = papers.iter().map(|paper| render_section(paper, language));
    let mut files = drawn.collect::<Result<Vec<NamedFile>, Failure>>()?;
    let missing = copies.missing_notices();
    files.extend(copies.files);
    files.sort_by(|one, other| one.name.cmp(&other.name));
    files.push(build_manifest(&files));
    Ok((files, missing))
}

fn render_section(
    paper: &DossierSection,
    language: &'static Language,
) -> Result<NamedFile, Failure> {
    // Papers are the same wherever they are made: no edge of a terminal, no colours.
    let look = RenderOptions {
        language,
        width: None,
        style: TerminalStyle::Plain,
        csv_dialect: CsvDialect::Plain,
    };
    let mut bytes = render_pages(&paper.pages, medium_named(paper.medium)?, look)?;
    if !paper.appendix.is_empty() {
        bytes.push(b'\n');
        bytes.extend_from_slice(paper.appendix.as_bytes());
    }
    Ok(NamedFile {
        name: paper.file.to_owned(),
        bytes,
    })
}

fn build_manifest(files: &[NamedFile]) -> NamedFile {
    let lines = files
        .iter()
        .map(|file| format!("{}  {}\n", sha256_hex(&file.bytes), file.name));
    NamedFile {
        name: MANIFEST_NAME.to_owned(),
        bytes: lines.collect::<String>().into_bytes(),
    }
}
