//! The command line: the only room that knows the disk, the clock, colours and exit codes.

pub mod args;
pub mod asks;
pub mod check;
pub mod clock;
pub mod columns;
pub mod completions;
pub mod console;
pub mod days;
pub mod desk;
pub mod disk;
pub mod documents;
pub mod dossier;
pub mod emit;
pub mod escape;
pub mod estimates;
pub mod exit;
pub mod explain;
pub mod export;
pub mod fmt;
pub mod grammar;
pub mod init;
pub mod input;
pub mod letters;
pub mod man;
pub mod mend;
pub mod output;
pub mod overlay;
pub mod pager;
pub mod patch;
pub mod policy;
pub mod prompt;
pub mod report;
pub mod repository;
pub mod select;
pub mod settings;
pub mod templates;
pub mod wildcard;
pub mod writer;

use crate::report::REPORTS;
use args::{Color, Command, Global};
use clap::{ArgMatches, FromArgMatches};
use console::{Colours, Console, Leads, Paging};
use desk::Desk;
use exit::{Code, Ended, Stop};
use grammar::{Answer, answer, grammar, grammar_for};
use std::process::ExitCode;

/// Runs the program as it was called.
pub fn run() -> ExitCode {
    exit::tame_panics();
    writer::calm::outlive_size_limits();
    let words: Vec<_> = std::env::args_os().collect();
    exit::guarded(|| match grammar_for(&words).try_get_matches_from(&words) {
        Ok(matches) => carry_out(&matches),
        Err(error) => reply(error),
    })
    .into()
}

/// Answers words that are no command: help, version, a mistake.
fn reply(error: clap::Error) -> Code {
    let mut console = Console::new(Color::Auto, Paging::Never, Leads::ToStandardOutput);
    let drawn = |error: &clap::Error, colours: Colours| match colours {
        Colours::Coloured => error.render().ansi().to_string(),
        Colours::Plain => error.render().to_string(),
    };
    match answer(error) {
        Answer::Asked(help) => match console.print(drawn(&help, console.out()).as_bytes()) {
            Ok(()) => Code::Fine,
            Err(stop) => lament(&stop, &console),
        },
        Answer::Refused(error) => {
            console.tell(&drawn(&error, console.error()));
            Code::Usage
        }
        Answer::NoSuchCommand(stop) => lament(&stop, &console),
    }
}

fn lament(stop: &Stop, console: &Console) -> Code {
    console.lament(stop);
    stop.code
}

fn carry_out(matches: &ArgMatches) -> Code {
    let mut console = Console::new(Color::Auto, Paging::Never, Leads::ToStandardOutput);
    let ended = global(matches).and_then(|global| {
        console = desk::console(&global, None);
        dispatch(matches, global, &mut console)
    });
    ended.unwrap_or_else(|stop| lament(&stop, &console))
}

/// The flags of every command, from before and behind its name.
fn global(matches: &ArgMatches) -> Result<Global, Stop> {
    let taken = |matches: &ArgMatches| {
        Global::from_arg_matches(matches).map_err(|error| Stop::broken(error.to_string()))
    };
    let before = taken(matches)?;
    match matches.subcommand() {
        Some((_, behind)) => Ok(before.joined(taken(behind)?)),
        None => Ok(before),
    }
}

fn dispatch(matches: &ArgMatches, global: Global, console: &mut Console) -> Ended {
    if let Some((name, matches)) = matches.subcommand()
        && let Some(report) = REPORTS.iter().find(|report| report.name == name)
    {
        return report::run(report, matches, &mut Desk::new(global, &[])?);
    }
    let command =
        Command::from_arg_matches(matches).map_err(|error| Stop::broken(error.to_string()))?;
    match command {
        Command::Check(flags) => check::run(&flags, &mut Desk::new(global, &[])?),
        Command::Fmt(flags) => fmt::run(&flags, &mut fmt::desk(&flags, global)?),
        Command::Explain(flags) => explain::run(&flags, &global, console),
        Command::Export(flags) => export::run(&flags, &mut Desk::new(global, &[])?),
        Command::Letters(flags) => letters::run(&flags, &mut Desk::new(global, &[])?),
        Command::Dossier(flags) => dossier::run(&flags, &mut Desk::new(global, &[])?),
        Command::Policy(flags) => policy::run(&flags, &mut Desk::new(global, &[])?),
        Command::Init(flags) => init::run(&flags, console),
        Command::Completions { shell } => completions::run(shell, grammar(), &global, console),
        Command::Man { folder } => man::run(folder.as_deref(), grammar(), &global, console),
    }
}
