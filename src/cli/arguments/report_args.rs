//! The commands of reports: made of what each report says of itself, and read back into its options.

use super::days::{read_day, read_period};
use crate::cli::exit::Failure;
use crate::cli::watch::{WATCH, WATCH_HELP};
use crate::report::shared::age_buckets::set_buckets;
use crate::report::shared::report_definition::{Report, ReportFn};
use crate::report::shared::report_flag::{FlagValue, ReportFlag, UsageError};
use crate::report::shared::report_input::ReportOptions;
use chrono::NaiveDate;
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

/// The customer or invoice a report is asked about.
const SUBJECT_ARG: &str = "subject";
/// The invoices a report is asked about.
const INVOICES_ARG: &str = "invoices";

/// The command of a report: its other names, whom it can be asked about, its flags.
pub fn report_command(report: &Report) -> Command {
    let command = Command::new(report.name)
        .about(capitalise(report.about))
        .visible_aliases(report.aliases)
        .args(subject_arg(&report.write))
        .args(report.flags.iter().map(flag_arg))
        .args(watch_arg(report));
    if report.columns.is_empty() {
        command
    } else {
        command.after_help(report.columns)
    }
}

/// Reports that are kept on a screen while the journal is worked on.
const WATCHED_REPORTS: [&str; 2] = ["aging", "next"];

fn watch_arg(report: &Report) -> Option<Arg> {
    WATCHED_REPORTS.contains(&report.name).then(|| {
        Arg::new(WATCH)
            .long(WATCH)
            .action(ArgAction::SetTrue)
            .help(WATCH_HELP)
    })
}

/// Whether a report is to be run again whenever the journal changes.
pub fn asks_to_watch(matches: &ArgMatches) -> bool {
    let flag = matches.try_get_one::<bool>(WATCH);
    flag.is_ok_and(|flag| flag.copied().unwrap_or(false))
}

/// Lists of commands begin each line with a capital.
fn capitalise(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

/// What a report can be asked about.
fn subject_arg(write: &ReportFn) -> Option<Arg> {
    let subject = |name, help| Arg::new(SUBJECT_ARG).value_name(name).help(help);
    match write {
        ReportFn::All(_) => None,
        ReportFn::Customers(_) => Some(subject(
            "CUSTOMER",
            "Customers whose id or name contains this [default: all]",
        )),
        ReportFn::Customer(_) => {
            Some(subject("CUSTOMER", "The customer, by id or part of the name").required(true))
        }
        ReportFn::Subject(_) => {
            let help = "An invoice, or a customer by id or part of the name, without # or @";
            Some(subject("ID", help).required(true))
        }
        ReportFn::Invoices(_, several) => Some(
            Arg::new(INVOICES_ARG)
                .value_name("INVOICE")
                .help(format!(
                    "An invoice, without #; {several}; or a customer by id or part of the name: all that is late"
                ))
                .num_args(1..)
                .required(true),
        ),
    }
}

fn flag_arg(flag: &ReportFlag) -> Arg {
    let arg = Arg::new(flag.name)
        .long(flag.name)
        .short(flag.short)
        .help(flag.help)
        .conflicts_with_all(flag.conflicts_with);
    match &flag.value {
        FlagValue::Switch(_) => arg.action(ArgAction::SetTrue),
        FlagValue::Choice(name, choices) => {
            let usual = choices.first().map(|choice| choice.word);
            let words = choices.iter().map(|choice| choice.word);
            arg.value_name(name)
                .default_value(usual)
                .value_parser(PossibleValuesParser::new(words))
        }
        FlagValue::Day(name, _) | FlagValue::Period(name, _) | FlagValue::Words(name, _) => {
            arg.value_name(name)
        }
        FlagValue::Count(name, bounds, _) => {
            let (least, most) = (i64::from(*bounds.start()), i64::from(*bounds.end()));
            arg.value_name(name)
                .value_parser(value_parser!(u32).range(least..=most))
        }
        FlagValue::Numbers(name, _) => arg
            .value_name(name)
            .value_parser(value_parser!(u32))
            .value_delimiter(',')
            .action(ArgAction::Append),
        FlagValue::RepeatedWords(name, _) => arg.value_name(name).action(ArgAction::Append),
    }
}

/// Reads the flags of a report.
pub fn read_options(
    report: &Report,
    matches: &ArgMatches,
    today: NaiveDate,
    usual_buckets: &[u32],
) -> Result<ReportOptions, Failure> {
    let mut options = default_options(usual_buckets)?;
    match report.write {
        ReportFn::All(_) => {}
        ReportFn::Invoices(..) => {
            options.invoices = all_words(matches, INVOICES_ARG).map(strip_sigil).collect();
        }
        ReportFn::Customers(_) | ReportFn::Customer(_) | ReportFn::Subject(_) => {
            options.subject = all_words(matches, SUBJECT_ARG).map(strip_sigil).next();
        }
    }
    for flag in report.flags {
        apply_flag(flag, matches, today, &mut options)?;
    }
    Ok(options)
}

fn apply_flag(
    flag: &ReportFlag,
    matches: &ArgMatches,
    today: NaiveDate,
    options: &mut ReportOptions,
) -> Result<(), Failure> {
    let words = || all_words(matches, flag.name);
    match &flag.value {
        FlagValue::Switch(set) => {
            if matches.get_flag(flag.name) {
                set(options);
            }
        }
        FlagValue::Choice(_, choices) => {
            let chosen = words().next();
            for choice in choices.iter().filter(|choice| chosen == Some(choice.word)) {
                (choice.set)(options);
            }
        }
        FlagValue::Day(_, set) => {
            for words in words() {
                set(options, read_day(words, today)?).map_err(usage_failure)?;
            }
        }
        FlagValue::Period(_, set) => {
            for words in words() {
                set(options, read_period(words, today)?).map_err(usage_failure)?;
            }
        }
        FlagValue::Words(_, set) | FlagValue::RepeatedWords(_, set) => {
            for words in words() {
                set(options, words).map_err(usage_failure)?;
            }
        }
        FlagValue::Count(_, _, set) => {
            if let Some(count) = matches.get_one::<u32>(flag.name) {
                set(options, *count).map_err(usage_failure)?;
            }
        }
        FlagValue::Numbers(_, set) => {
            if let Some(numbers) = matches.get_many::<u32>(flag.name) {
                set(options, numbers.copied().collect()).map_err(usage_failure)?;
            }
        }
    }
    Ok(())
}

/// What was typed for an argument, in order.
fn all_words<'m>(matches: &'m ArgMatches, name: &str) -> impl Iterator<Item = &'m str> {
    let words = matches.get_many::<String>(name).into_iter().flatten();
    words.map(String::as_str)
}

fn usage_failure(error: UsageError) -> Failure {
    let stop = Failure::usage(error.message);
    match error.help {
        Some(help) => stop.with_help(help),
        None => stop,
    }
}

/// A question that asks nothing in particular.
pub fn default_options(buckets: &[u32]) -> Result<ReportOptions, Failure> {
    let mut options = ReportOptions::default();
    set_buckets(&mut options, buckets.to_vec()).map_err(usage_failure)?;
    Ok(options)
}

/// Ids are bare on the command line; a sigil that came through the shell does no harm.
fn strip_sigil(id: &str) -> String {
    id.strip_prefix(['#', '@']).unwrap_or(id).to_owned()
}
