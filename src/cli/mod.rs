//! The command line: the only room that knows the disk, the clock, colours and exit codes.

pub mod arguments;
pub mod clock;
pub mod command_context;
pub mod commands;
pub mod console;
pub mod emit;
pub mod escape;
pub mod exit;
pub mod files;
pub mod finding_filter;
pub mod fix;
pub mod layouts;
pub mod locale;
pub mod output;
pub mod pager;
pub mod prompt;
pub mod registry;
pub mod report_pages;
pub mod settings;
pub mod sound_journal;
pub mod templates;
pub mod unified_diff;
pub mod watch;
pub mod watched_files;

use commands::letters;

use crate::render::medium::TerminalStyle;
use arguments::add_args::ADD;
use arguments::args::{Command, GlobalFlags};
use arguments::color::Color;
use arguments::command_line::{
    ParserMessage, build_command_line, build_command_line_for, to_parser_message,
};
use arguments::report_args::asks_to_watch;
use clap::{ArgMatches, FromArgMatches};
use command_context::CommandContext;
use commands::{add, check, completions, dossier, explain, export, fmt, init, man, policy, report};
use console::{Console, OutputTarget, Paging};
use emit::failure_json::asks_for_json;
use exit::{CommandResult, ExitStatus, Failure};
use files::writer::signal_guard;
use registry::Registry;
use std::ffi::OsString;
use std::process::ExitCode;

/// Runs the program as it was called.
pub fn run() -> ExitCode {
    exit::install_panic_hook();
    signal_guard::block_size_limit_signal();
    let words: Vec<_> = std::env::args_os().collect();
    exit::catch_panics(|| run_words(&words, Registry::BUILT_IN)).into()
}

/// Runs the words of a command line, the name of the program first, with the reports and languages of some lists.
pub fn run_words(words: &[OsString], registry: Registry) -> ExitStatus {
    match build_command_line_for(words, registry).try_get_matches_from(words) {
        Ok(matches) => run_command(&matches, registry),
        Err(error) => answer_parser_error(error, words, registry),
    }
}

/// Answers words that are no command: help, version, a mistake.
fn answer_parser_error(error: clap::Error, words: &[OsString], registry: Registry) -> ExitStatus {
    let as_json = asks_for_json(words.iter().filter_map(|word| word.to_str()));
    let console = Console::new(Color::Auto, Paging::Never, OutputTarget::StandardOutput);
    let console = console.with_failures_as_json(as_json);
    let drawn = |error: &clap::Error, colours: TerminalStyle| match colours {
        TerminalStyle::Ansi => error.render().ansi().to_string(),
        TerminalStyle::Plain => error.render().to_string(),
    };
    match to_parser_message(error, registry) {
        ParserMessage::Information(help) => {
            match console.print(drawn(&help, console.out_colours()).as_bytes()) {
                Ok(()) => ExitStatus::Success,
                Err(stop) => print_failure(&stop, &console),
            }
        }
        ParserMessage::UsageError(error) if as_json => {
            let words = drawn(&error, TerminalStyle::Plain);
            let words = words.trim().trim_start_matches("error: ");
            print_failure(&Failure::usage(words), &console)
        }
        ParserMessage::UsageError(error) => {
            console.print_to_stderr(&drawn(&error, console.error_colours()));
            ExitStatus::Usage
        }
        ParserMessage::Refused(stop) => print_failure(&stop, &console),
    }
}

fn print_failure(stop: &Failure, console: &Console) -> ExitStatus {
    console.print_error(stop);
    stop.status
}

fn run_command(matches: &ArgMatches, registry: Registry) -> ExitStatus {
    let mut console = Console::new(Color::Auto, Paging::Never, OutputTarget::StandardOutput);
    let ended = global_flags(matches).and_then(|global| {
        console = command_context::make_console(&global, None);
        dispatch_command(matches, global, &mut console, registry)
    });
    ended.unwrap_or_else(|stop| print_failure(&stop, &console))
}

/// The flags of every command, from before and behind its name.
fn global_flags(matches: &ArgMatches) -> Result<GlobalFlags, Failure> {
    let taken = |matches: &ArgMatches| {
        GlobalFlags::from_arg_matches(matches).map_err(|error| Failure::internal(error.to_string()))
    };
    let mut flags = taken(matches)?;
    let mut behind = matches.subcommand();
    while let Some((_, matches)) = behind {
        // Words behind `add` that are no keyword have no flags.
        let switch = matches.try_get_one::<bool>("force");
        if switch.is_ok_and(|switch| switch.is_some()) {
            flags = flags.merge(taken(matches)?);
        }
        behind = matches.subcommand();
    }
    Ok(flags)
}

fn dispatch_command(
    matches: &ArgMatches,
    global: GlobalFlags,
    console: &mut Console,
    registry: Registry,
) -> CommandResult {
    let context = |global| CommandContext::new(global, &[], registry);
    if let Some((name, matches)) = matches.subcommand()
        && let Some(report) = registry.reports.iter().find(|report| report.name == name)
    {
        if asks_to_watch(matches) {
            return watch::watch(global, registry);
        }
        return report::run(report, matches, &mut context(global)?);
    }
    if let Some((ADD, matches)) = matches.subcommand() {
        return add::run(matches, &mut context(global)?);
    }
    let command =
        Command::from_arg_matches(matches).map_err(|error| Failure::internal(error.to_string()))?;
    match command {
        Command::Check(flags) if flags.watch => watch::watch(global, registry),
        Command::Check(flags) => check::run(&flags, &mut context(global)?),
        Command::Fmt(flags) => fmt::run(&flags, &mut fmt::fmt_context(&flags, global, registry)?),
        Command::Explain(flags) => explain::run(&flags, &global, console),
        Command::Export(flags) => export::run(&flags, &mut context(global)?),
        Command::Letters(flags) => letters::run(&flags, &mut context(global)?),
        Command::Dossier(flags) => dossier::run(&flags, &mut context(global)?),
        Command::Policy(flags) => policy::run(&flags, &mut context(global)?),
        #[cfg(feature = "lsp")]
        Command::Lsp => commands::lsp::run(&global, registry),
        Command::Mcp => commands::mcp::run(global, registry),
        Command::Init(flags) => init::run(&flags, &global, registry, console),
        Command::Completions { shell } => {
            completions::run(shell, build_command_line(registry), &global, console)
        }
        Command::Man { folder } => man::run(
            folder.as_deref(),
            build_command_line(registry),
            &global,
            console,
        ),
    }
}
