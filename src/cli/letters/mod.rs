//! `letters`: lists the letters that are due, writes them into a folder, and records in the journal what was written.

pub mod attached;
pub mod fingerprint;
pub mod names;
pub mod posted;
pub mod record;
pub mod written;

use super::args::LettersFlags;
use super::asks;
use super::desk::Desk;
use super::escape;
use super::exit::{Code, Ended, Stop};
use super::output::{Reader, deliver, hand_over, medium, unknown_format};
use super::report::{draw_errors, not_found, scoped, tell_errors};
use super::templates::folder::templates;
use super::templates::init;
use crate::check::Reach;
use crate::dunning::dunning_state::DunningState;
use crate::journal::model::CustomerIx;
use crate::language;
use crate::letter::draft::{Drafter, LetterDraft, LetterOptions, StepNotNext};
use crate::letter::extra_letters;
use crate::letter::extra_letters::extra_letter::ExtraLetter;
use crate::letter::extra_letters::letter_content::NotAvailable;
use crate::letter::refusal::LetterRefusal;
use crate::letter::templates::template_set::{TemplateSet, UserTemplate};
use crate::pipeline::{self, Outcome};
use crate::render::LETTER_MEDIA;
use crate::render::letter_medium::LetterMedium;
use crate::report::scope::Scope;
use crate::report::{find, letters};
use crate::text::diagnostic::Severity;
use std::path::Path;
use written::Folder;

/// Lists, prints or writes letters.
pub fn run(flags: &LettersFlags, desk: &mut Desk) -> Ended {
    refuse_what_does_not_fit(flags)?;
    let form = form(flags)?;
    let outcome = desk.read(Reach::Errors)?;
    if flags.init_templates {
        return init::run(desk.language(&outcome)?, flags.dry_run, desk);
    }
    let sound = tell_errors(&outcome, desk)?;
    if sound == Code::Findings && !desk.global.even_so {
        return Ok(Code::Findings);
    }
    let ask = asks::usual(&[])?;
    let wishes = wishes(flags, desk);
    let own = templates(desk)?;
    let shelf = TemplateSet::with_user_templates(own.clone());
    let drafts = scoped(&outcome, &ask, desk, |scope| {
        drafts(scope, flags, &shelf, wishes)
    })??;
    show_faults(&own, &drafts, &outcome, desk);
    let ended = match (&flags.out, flags.one.is_empty()) {
        (Some(folder), _) => Folder::new(folder, flags, form, &outcome, desk).write(&drafts)?,
        (None, false) => print(&drafts, form, &outcome, desk)?,
        (None, true) => {
            let pages = scoped(&outcome, &ask, desk, |scope| letters::pages(scope, &drafts))?;
            deliver(
                &pages,
                medium(desk)?,
                desk.language(&outcome)?,
                &outcome.sources,
                desk,
            )?;
            Code::Fine
        }
    };
    Ok(if ended == Code::Fine { sound } else { ended })
}

fn refuse_what_does_not_fit(flags: &LettersFlags) -> Result<(), Stop> {
    if flags.out.is_none() && flags.record {
        return Err(Stop::usage(
            "expected a folder with `--record`: only what was written is recorded",
        )
        .help("write `tegoed letters --out DIR --record`"));
    }
    if flags.only.is_some() && !flags.one.is_empty() {
        return Err(Stop::usage(
            "expected `--only CUSTOMER` or `letters STAGE CUSTOMER`, found both",
        ));
    }
    Ok(())
}

/// The medium of the letters.
fn form(flags: &LettersFlags) -> Result<&'static LetterMedium, Stop> {
    let known = || LETTER_MEDIA.iter().map(|medium| medium.name);
    let asked = flags.format.as_deref();
    let found = LETTER_MEDIA
        .iter()
        .find(|medium| asked.is_none_or(|asked| medium.name == asked));
    let found = found.copied();
    found.ok_or_else(|| unknown_format(asked.unwrap_or_default(), &known().collect::<Vec<_>>()))
}

fn wishes(flags: &LettersFlags, desk: &Desk) -> LetterOptions {
    let asked = desk.global.lang.as_deref();
    let asked = asked.or(desk.settings.lang.as_deref());
    LetterOptions {
        language: asked.and_then(language::find_language),
        override_blockers: desk.global.even_so,
        without_enclosures: flags.no_enclosures,
    }
}

/// The letters that were asked for: one step to one customer, or all that are due.
fn drafts(
    scope: Scope<'_>,
    flags: &LettersFlags,
    shelf: &TemplateSet,
    wishes: LetterOptions,
) -> Result<Vec<LetterDraft>, Stop> {
    let dunning = DunningState::new(scope.journal, scope.ledger, scope.ledger.as_of.0);
    let drafter = Drafter::new(&dunning, scope.archive, shelf, wishes);
    let who = |asked: &str| find::customer(scope.journal, asked).map_err(|it| not_found(&it));
    if let [stage, customer] = flags.one.as_slice() {
        let customer = who(customer)?;
        if let Some(occasion) = extra_letters::find_extra_letter(stage)
            && !drafter.has_letter_step(customer, stage)
        {
            let drafts = drafter.draft_extra_letters(occasion, customer);
            return drafts.map_err(|absent| no_occasion(scope, customer, occasion, absent));
        }
        let drafts = drafter.draft_step_letters(customer, stage);
        return drafts.map_err(|not| not_next(scope, customer, stage, not));
    }
    let only = flags.only.as_deref().map(who).transpose()?;
    Ok(drafter.draft_due_letters(|customer| only.is_none_or(|only| only == customer)))
}

/// Draws what is wrong with templates of the user's own, where a letter could not be written for it.
fn show_faults(own: &[UserTemplate], drafts: &[LetterDraft], outcome: &Outcome, desk: &Desk) {
    let refused = drafts
        .iter()
        .filter_map(|draft| draft.letter.as_ref().err());
    let mut why = refused.flatten();
    if !why.any(|why| matches!(why, LetterRefusal::InvalidTemplate(..))) {
        return;
    }
    let checked = pipeline::lint_templates(&outcome.journal, own);
    if checked.findings.has_at_least(Severity::Error) {
        let folder = desk.settings.templates.as_deref().unwrap_or(Path::new(""));
        draw_errors(
            &checked.findings,
            &checked.sources,
            &escape::path(folder),
            desk,
        );
    }
}

/// A letter of a step that is not next would refer to letters that were never sent.
fn not_next(scope: Scope<'_>, customer: CustomerIx, stage: &str, not: StepNotNext<'_>) -> Stop {
    let id = scope.journal.customer_id(customer);
    let next = match (not.next_step, not.possible_from) {
        (Some(next), Some(from)) => format!("next is `{next}`, possible from {from}"),
        (Some(next), None) => format!("next is `{next}`, once what holds it is over"),
        (None, _) => "no step is next".to_owned(),
    };
    let kept = not
        .blocker
        .map(|gate| format!(" (kept back: {})", gate.code()))
        .unwrap_or_default();
    Stop::findings(format!("no letter `{stage}` to @{id}: {next}{kept}")).help(format!(
        "`tegoed stages` and `tegoed show {id} --explain` say why"
    ))
}

/// A letter beside the steps tells of an entry that must be there.
fn no_occasion(
    scope: Scope<'_>,
    customer: CustomerIx,
    occasion: &ExtraLetter,
    absent: NotAvailable,
) -> Stop {
    let id = scope.journal.customer_id(customer);
    let name = occasion.name;
    let (why, help) = match absent {
        NotAvailable::NoEntry => (
            occasion.unavailable_reason.to_owned(),
            format!("`tegoed show {id}` tells all that there is"),
        ),
        NotAvailable::UseOther(other) => (
            occasion.unavailable_reason.to_owned(),
            format!("`tegoed letters {other} {id}` tells of what there is"),
        ),
        NotAvailable::Missing(what) => (
            format!("its entry does not say `{what}`"),
            "add it: the letter names that day".to_owned(),
        ),
    };
    Stop::findings(format!("no letter `{name}` to @{id}: {why}")).help(help)
}

/// Prints letters, one below the other.
fn print(
    drafts: &[LetterDraft],
    form: &LetterMedium,
    outcome: &Outcome,
    desk: &mut Desk,
) -> Result<Code, Stop> {
    let mut bytes = Vec::new();
    let mut code = Code::Fine;
    for draft in drafts {
        match written::bytes(draft, form, &outcome.sources, desk) {
            Ok(letter) => {
                bytes.extend(letter);
            }
            Err(why) => {
                code = Code::Findings;
                desk.console.tell(&written::refused(outcome, draft, &why));
            }
        }
    }
    let reader = if form.name == "text" {
        Reader::Person
    } else {
        Reader::Program
    };
    if !bytes.is_empty() {
        hand_over(
            &bytes,
            reader,
            &outcome.sources,
            &desk.global,
            &mut desk.console,
        )?;
    }
    Ok(code)
}
