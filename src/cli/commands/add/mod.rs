//! `add`: a new entry, in one line or by questions; shown, checked with the whole journal, and written where it belongs.

mod answer_reader;
mod conversation;
mod entry_context;
mod entry_failure;
mod line_editor;
mod new_findings;
mod write_entries;

use crate::add::day_word::read_day_word;
use crate::add::given_words::GivenWords;
use crate::add::missing_argument::missing_argument;
use crate::add::new_entry::NewEntry;
use crate::add::new_entry_error::NewEntryError;
use crate::check::CheckScope;
use crate::cli::arguments::add_args::{AddFlags, read_add_flags, read_writing};
use crate::cli::command_context::CommandContext;
use crate::cli::exit::{CommandResult, Failure};
use crate::cli::output::unknown_format;
use crate::cli::prompt::InputSource;
use crate::pipeline::Outcome;
use crate::syntax::keyword_page::find_directive;
use crate::syntax::mistakes::suggestion::nearest_keyword;
use crate::syntax::table::Directive;
use clap::ArgMatches;
use conversation::{ask_for_entries, ask_for_missing};
use entry_context::entry_context;
use entry_failure::to_failure;
use write_entries::write_entries;

/// Adds an entry.
pub fn run(matches: &ArgMatches, context: &mut CommandContext) -> CommandResult {
    let format = context.global_flags.output_format.as_deref();
    if let Some(other) = format.filter(|name| !["text", "json"].contains(name)) {
        return Err(unknown_format(other, &["text", "json"]));
    }
    let mut writing = read_writing(matches);
    let Some((keyword, matches)) = matches.subcommand() else {
        return ask_for_entries(None, writing, context);
    };
    let directive = named_directive(keyword)?;
    let flags = read_add_flags(directive, matches);
    writing.dry_run |= flags.writing.dry_run;
    writing.yes |= flags.writing.yes;
    let has_answers = InputSource::find().is_answered();
    if has_answers && flags.given == GivenWords::default() && flags.date.is_none() {
        return ask_for_entries(Some(directive), writing, context);
    }
    let outcome = context.read_journal(CheckScope::Errors)?;
    let entry = one_line(directive, &flags, &outcome, context).map_err(to_failure)?;
    match missing_argument(&entry, &entry_context(&outcome, context)) {
        None => write_entries(&[entry], writing, &outcome, context),
        Some(_) if InputSource::find() == InputSource::Terminal => {
            ask_for_missing(entry, writing, &outcome, context)
        }
        Some(missing) => Err(to_failure(missing)),
    }
}

fn named_directive(word: &str) -> Result<&'static Directive, Failure> {
    find_directive(word).ok_or_else(|| {
        let wrong = Failure::usage(format!("no such keyword: {word}"));
        match nearest_keyword(word) {
            Some(near) => wrong.with_help(format!("did you mean {near}?")),
            None => wrong.with_help("`tegoed add --help` lists them"),
        }
    })
}

/// The entry of one command line.
fn one_line(
    directive: &'static Directive,
    flags: &AddFlags,
    outcome: &Outcome,
    context: &CommandContext,
) -> Result<NewEntry, NewEntryError> {
    let made_with = entry_context(outcome, context);
    let date = match &flags.date {
        Some(words) => read_day_word(words, made_with.today)?,
        None => made_with.today,
    };
    flags.given.entry(directive, date, &made_with)
}
