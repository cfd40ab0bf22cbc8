//! `letters`: lists the letters that are due, writes them into a folder, and records in the journal what was written.

pub mod attachments;
pub mod envelopes;
pub mod file_names;
pub mod journal_records;
pub mod letter_folder;
pub mod letter_format;
pub mod notes;
pub mod record_forecast;
pub mod refusal_lines;
pub mod sent_letters;

use crate::check::CheckScope;
use crate::cli::arguments::args::LettersFlags;
use crate::cli::arguments::report_args;
use crate::cli::command_context::CommandContext;
use crate::cli::escape;
use crate::cli::exit::{CommandResult, ExitStatus, Failure};
use crate::cli::output::{chosen_medium, output_bytes, output_pages};
use crate::cli::report_pages::{not_found_failure, with_report_input};
use crate::cli::sound_journal::{print_errors, report_errors};
use crate::cli::templates::init_templates;
use crate::cli::templates::template_folder::read_templates;
use crate::journal::model::CustomerIx;
use crate::language::find_language;
use crate::language::phrases::Language;
use crate::letter::compose::{LetterDraft, LetterSummary};
use crate::letter::draft::{Drafter, LetterOptions};
use crate::letter::facts::letter_content::NotAvailable;
use crate::letter::facts::letter_kind::LetterKind;
use crate::letter::facts::refusal::LetterRefusal;
use crate::letter::library::built_in::find_requested_kind;
use crate::letter::library::template_set::{TemplateSet, UserTemplate};
use crate::pipeline::{self, Outcome};
use crate::render::medium::Audience;
use crate::report::letters;
use crate::report::shared::lookup;
use crate::report::shared::report_input::ReportInput;
use crate::text::diagnostic::Severity;
use crate::worklist::letter_schedule::StepNotNext;
use envelopes::envelope_size;
use letter_folder::LetterFolder;
use letter_format::LetterFormat;
use notes::{tell_missing_code, tell_notes};
use refusal_lines::RefusalLines;
use std::path::Path;

/// Lists, prints or writes letters.
pub fn run(flags: &LettersFlags, context: &mut CommandContext) -> CommandResult {
    refuse_conflicting_flags(flags)?;
    let format = LetterFormat::chosen(flags, &context.global_flags)?;
    let envelope = envelope_size(flags, format)?;
    let outcome = context.read_journal(CheckScope::Errors)?;
    if flags.init_templates {
        return init_templates::run(context.language(&outcome)?, flags.dry_run, context);
    }
    let sound = report_errors(&outcome, context)?;
    if sound == ExitStatus::Findings && !context.global_flags.even_so {
        return Ok(ExitStatus::Findings);
    }
    let languages = context.registry.languages;
    let user_templates = read_templates(&context.settings, languages)?;
    let kinds = context.registry.letter_kinds;
    let templates = TemplateSet::new(kinds, user_templates.clone(), languages);
    let options = letter_options(flags, context);
    let ended = if flags.out.is_none() && flags.stage.is_none() {
        let listed = with_drafter(&outcome, &templates, options, context, |input, drafter| {
            let letters = drafter.list_due_letters(wanted_customers(input, flags)?);
            Ok((letters::pages(input, &letters), letters))
        });
        let (pages, letters) = listed?;
        show_template_faults(&user_templates, &letters, &outcome, context);
        tell_notes(&letters.iter().collect::<Vec<_>>(), &outcome, context);
        output_pages(
            &pages,
            chosen_medium(context)?,
            context.language(&outcome)?,
            &outcome.sources,
            context,
        )?;
        ExitStatus::Success
    } else {
        let drafts = with_drafter(&outcome, &templates, options, context, |input, drafter| {
            requested_drafts(input, flags, &templates, drafter)
        })?;
        let letters = drafts.iter().map(|draft| &draft.summary);
        show_template_faults(&user_templates, letters.clone(), &outcome, context);
        tell_notes(&letters.collect::<Vec<_>>(), &outcome, context);
        match &flags.out {
            Some(folder) => LetterFolder::new(folder, flags, format, &outcome, context)?
                .with_envelopes(envelope)
                .write_letters(&drafts)?,
            None => print_letters(&drafts, format, &outcome, context)?,
        }
    };
    Ok(if ended == ExitStatus::Success {
        sound
    } else {
        ended
    })
}

fn refuse_conflicting_flags(flags: &LettersFlags) -> Result<(), Failure> {
    if flags.out.is_none() && flags.record {
        return Err(Failure::usage(
            "expected a folder with `--record`: only what was written is recorded",
        )
        .with_help("write `tegoed letters --out DIR --record`"));
    }
    if let (Some(stage), None) = (&flags.stage, &flags.customer) {
        return Err(Failure::usage(format!(
            "expected a letter and a customer, found `{stage}` alone"
        ))
        .with_help(
            "write `tegoed letters STAGE CUSTOMER`, such as `tegoed letters statement linde`: the customer by id or \
             part of the name (`tegoed customers` lists them); `tegoed letters --only CUSTOMER` lists what is due to one",
        ));
    }
    if flags.only.is_some() && flags.stage.is_some() {
        return Err(Failure::usage(
            "expected `--only CUSTOMER` or `letters STAGE CUSTOMER`, found both",
        ));
    }
    Ok(())
}

fn letter_options(flags: &LettersFlags, context: &CommandContext) -> LetterOptions {
    LetterOptions {
        language: letter_language(context),
        override_blockers: context.global_flags.even_so,
        without_enclosures: flags.no_enclosures,
    }
}

/// The language that was asked for.
fn letter_language(context: &CommandContext) -> Option<&'static Language> {
    let asked = context.global_flags.lang.as_deref();
    let asked = asked.or(context.settings.lang.as_deref());
    asked.and_then(|tag| find_language(context.registry.languages, tag))
}

/// Does something with the drafter of a journal.
fn with_drafter<T>(
    outcome: &Outcome,
    templates: &TemplateSet,
    options: LetterOptions,
    context: &CommandContext,
    run: impl FnOnce(ReportInput<'_>, &Drafter<'_, '_>) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let report_options = report_args::default_options(&[])?;
    with_report_input(outcome, &report_options, context, |input| {
        run(input, &Drafter::new(input.day, templates, options))
    })?
}

/// The letters that were asked for: one step to one customer, or all that are due.
fn requested_drafts(
    input: ReportInput<'_>,
    flags: &LettersFlags,
    templates: &TemplateSet,
    drafter: &Drafter<'_, '_>,
) -> Result<Vec<LetterDraft>, Failure> {
    let (Some(stage), Some(customer)) = (&flags.stage, &flags.customer) else {
        return Ok(drafter.draft_due_letters(wanted_customers(input, flags)?));
    };
    let customer = find_customer(input, customer)?;
    if let Some(kind) = find_requested_kind(&templates.kinds, stage)
        && !drafter.has_letter_step(customer, stage)
    {
        let drafts = drafter.draft_letters_of_kind(kind, customer);
        return drafts.map_err(|absent| not_available_failure(input, customer, kind, absent));
    }
    let drafts = drafter.draft_step_letters(customer, stage);
    drafts.map_err(|not| not_next_failure(input, customer, stage, not))
}

fn find_customer(input: ReportInput<'_>, asked: &str) -> Result<CustomerIx, Failure> {
    lookup::find_customer(input.day.journal, asked).map_err(|it| not_found_failure(&it))
}

/// The customers whose letters are asked for.
fn wanted_customers(
    input: ReportInput<'_>,
    flags: &LettersFlags,
) -> Result<impl Fn(CustomerIx) -> bool, Failure> {
    let only = flags.only.as_deref();
    let only = only.map(|only| find_customer(input, only)).transpose()?;
    Ok(move |customer| only.is_none_or(|only| only == customer))
}

/// Draws what is wrong with templates of the user's own, where a letter could not be written for it.
fn show_template_faults<'l>(
    user_templates: &[UserTemplate],
    letters: impl IntoIterator<Item = &'l LetterSummary>,
    outcome: &Outcome,
    context: &CommandContext,
) {
    let mut why = letters.into_iter().flat_map(|letter| &letter.refusals);
    if !why.any(|why| matches!(why, LetterRefusal::InvalidTemplate(..))) {
        return;
    }
    let checked = pipeline::lint_templates(&outcome.journal, user_templates);
    if checked.findings.has_at_least(Severity::Error) {
        let folder = context
            .settings
            .templates
            .as_deref()
            .unwrap_or(Path::new(""));
        print_errors(
            &checked.findings,
            &checked.sources,
            &escape::escape_path(folder),
            context,
        );
    }
}

/// A letter of a step that is not next would refer to letters that were never sent.
fn not_next_failure(
    input: ReportInput<'_>,
    customer: CustomerIx,
    stage: &str,
    not: StepNotNext<'_>,
) -> Failure {
    let id = input.day.journal.customer_id(customer);
    let next = match (not.next_step, not.possible_from) {
        (Some(next), Some(from)) => format!("next is `{next}`, possible from {from}"),
        (Some(next), None) => format!("next is `{next}`, once what holds it is over"),
        (None, _) => "no step is next".to_owned(),
    };
    let kept = not
        .blocker
        .map(|blocker| format!(" (kept back: {})", blocker.code()))
        .unwrap_or_default();
    Failure::findings(format!("no letter `{stage}` to @{id}: {next}{kept}")).with_help(format!(
        "`tegoed stages` and `tegoed show {id} --explain` say why"
    ))
}

/// A letter beside the steps is about an entry, which must be there.
fn not_available_failure(
    input: ReportInput<'_>,
    customer: CustomerIx,
    kind: &LetterKind,
    absent: NotAvailable,
) -> Failure {
    let id = input.day.journal.customer_id(customer);
    let name = kind.name;
    let (why, help) = match absent {
        NotAvailable::NoEntry => (
            kind.unavailable_reason.to_owned(),
            format!("`tegoed show {id}` tells all that there is"),
        ),
        NotAvailable::UseOther(other) => (
            kind.unavailable_reason.to_owned(),
            format!("`tegoed letters {other} {id}` tells of what there is"),
        ),
        NotAvailable::Missing(what) => (
            format!("its entry does not say `{what}`"),
            "add it: the letter names that day".to_owned(),
        ),
    };
    Failure::findings(format!("no letter `{name}` to @{id}: {why}")).with_help(help)
}

/// Prints letters, one below the other.
fn print_letters(
    drafts: &[LetterDraft],
    format: LetterFormat,
    outcome: &Outcome,
    context: &mut CommandContext,
) -> Result<ExitStatus, Failure> {
    let LetterFormat::One(medium) = format else {
        return Err(Failure::usage(
            "expected a folder with `--format channel`: its letters are several files",
        )
        .with_help("write `tegoed letters --format channel --out DIR`"));
    };
    let written = drafts.iter().filter(|draft| draft.letter.is_some());
    if !medium.is_read_as_text && written.count() > 1 {
        return Err(Failure::usage(format!(
            "expected a folder with `--format {}`: there are several letters, each a file of its own",
            medium.name
        ))
        .with_help("write `--out DIR`"));
    }
    let mut bytes = Vec::new();
    let mut refused = RefusalLines::default();
    let mut code = ExitStatus::Success;
    for draft in drafts {
        match letter_folder::render_letter(draft, medium, &outcome.sources, context) {
            Ok(letter) => {
                bytes.extend(letter);
                let id = outcome.journal.customer_id(draft.summary.customer);
                tell_missing_code(draft, medium, &format!("the letter to @{id}"), context);
            }
            Err(why) => {
                code = ExitStatus::Findings;
                refused.add(outcome, draft, &why);
            }
        }
    }
    context.console.print_to_stderr(&refused.print());
    let reader = match medium.name {
        "text" => Audience::People,
        _ if medium.write_envelope.is_some() => Audience::Applications,
        _ => Audience::Programs,
    };
    if !bytes.is_empty() {
        output_bytes(&bytes, reader, &outcome.sources, context)?;
    }
    Ok(code)
}
