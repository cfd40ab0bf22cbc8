//! The whole command line: our commands, and one for every report in the list of reports.

use super::add_args::add_command;
use super::args::CommandLine;
use super::days::read_period;
use super::help_page::{complete_help, describe_language_flag, help_width, lay_out_after_help};
use super::report_args;
use crate::cli::exit::Failure;
use crate::cli::registry::Registry;
use crate::syntax::mistakes::suggestion::nearest;
use chrono::NaiveDate;
use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, CommandFactory};
use std::ffi::OsString;

/// Reports stand behind `check` and `fmt` in the help, before the rest.
const FIRST_REPORT: usize = 10;

/// Every command and flag.
pub fn build_command_line(registry: Registry) -> Command {
    build_commands(registry, None)
        .mut_subcommands(|command| complete_help(command, registry.languages))
}

/// The grammar of some words: flags of every command stand behind those alone that are named. To make them for all
/// takes a third of the time of a run on a small journal.
pub fn build_command_line_for(words: &[OsString], registry: Registry) -> Command {
    build_commands(registry, Some(words)).mut_subcommands(|command| {
        if is_named(&command, words) {
            complete_help(command, registry.languages)
        } else {
            command
        }
    })
}

fn is_named(command: &Command, words: &[OsString]) -> bool {
    let mut names = std::iter::once(command.get_name()).chain(command.get_all_aliases());
    names.any(|name| words.iter().any(|word| word == name))
}

/// All commands; those behind `add` with the flags of the keywords among some words alone, where words are given.
fn build_commands(registry: Registry, words: Option<&[OsString]>) -> Command {
    let reports = registry.reports.iter().enumerate().map(|(place, report)| {
        report_args::report_command(report).display_order(FIRST_REPORT.saturating_add(place))
    });
    let program = CommandLine::command().term_width(help_width());
    describe_language_flag(lay_out_after_help(program), registry.languages)
        .mut_subcommand("export", |command| {
            command.mut_arg("target", |arg| arg.value_parser(export_names(registry)))
        })
        .subcommand(add_command(words))
        .subcommands(reports)
}

/// What may stand behind `export`.
fn export_names(registry: Registry) -> PossibleValuesParser {
    let exports = registry.exports.iter();
    exports
        .map(|export| PossibleValue::new(export.name).help(export.about))
        .into()
}

/// Where words of the command line parser go.
pub enum ParserMessage {
    /// Help or version: what was asked for.
    Information(clap::Error),
    /// The command line cannot be understood.
    UsageError(clap::Error),
    /// It can be, so far that the mend is known.
    Refused(Failure),
}

/// What to say when the words could not be taken apart.
pub fn to_parser_message(error: clap::Error, registry: Registry) -> ParserMessage {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => ParserMessage::Information(error),
        ErrorKind::InvalidSubcommand => match error.get(ContextKind::InvalidSubcommand) {
            Some(ContextValue::String(word)) => {
                ParserMessage::Refused(unknown_command(word, registry))
            }
            _ => ParserMessage::UsageError(error),
        },
        ErrorKind::UnknownArgument => match bare_period(&error, registry) {
            Some(stop) => ParserMessage::Refused(stop),
            None => ParserMessage::UsageError(error),
        },
        _ => ParserMessage::UsageError(error),
    }
}

/// For a period without its option, as in `tegoed vat 2026-Q1`.
fn bare_period(error: &clap::Error, registry: Registry) -> Option<Failure> {
    let Some(ContextValue::String(word)) = error.get(ContextKind::InvalidArg) else {
        return None;
    };
    let Some(ContextValue::StyledStr(usage)) = error.get(ContextKind::Usage) else {
        return None;
    };
    read_period(word, NaiveDate::default()).ok()?;
    let usage = usage.to_string();
    let grammar = build_command_line(registry);
    let mut named = usage.split_whitespace();
    let takes = named.any(|name| {
        let command = grammar.find_subcommand(name);
        command.is_some_and(|command| {
            command
                .get_arguments()
                .any(|argument| argument.get_long() == Some("period"))
        })
    });
    takes.then(|| {
        Failure::usage(format!("unexpected argument: {word}"))
            .with_help(format!("write `--period {word}`"))
    })
}

fn unknown_command(word: &str, registry: Registry) -> Failure {
    let stop = Failure::usage(format!("no such command: {word}"));
    let grammar = build_command_line(registry);
    let names = grammar
        .get_subcommands()
        .flat_map(|command| std::iter::once(command.get_name()).chain(command.get_all_aliases()));
    match nearest(word, names) {
        Some(name) => stop.with_help(format!("a command with a similar name exists: {name}")),
        None => stop.with_help("`tegoed --help` lists the commands"),
    }
}
