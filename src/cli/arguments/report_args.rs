//! What each report can be asked, and how the words of the command line become its question.

use super::advice_args::AdviceFlags;
use super::columns;
use super::days::{read_day, read_period};
use crate::cli::exit::Failure;
use crate::ledger::ageing::AgeingBasis;
use crate::report::shared::report_definition::{Report, ReportFn};
use crate::report::shared::report_input::{GroupBy, ReportOptions};
use chrono::NaiveDate;
use clap::{Arg, ArgMatches, Args, Command, FromArgMatches, ValueEnum};

/// The customer or invoice a report is asked about.
const SUBJECT_ARG: &str = "subject";
/// The invoices a report is asked about.
const INVOICES_ARG: &str = "invoices";

/// Flags of `apply_aging_flags`.
#[derive(Args, Debug)]
struct AgingFlags {
    /// One row per customer, or per open item
    #[arg(long, value_name = "WHAT", default_value = "customer")]
    by: GroupByArg,
    /// Upper bounds of the buckets in days [default: 30,60,90]
    #[arg(long, value_name = "DAYS", value_delimiter = ',')]
    buckets: Option<Vec<u32>>,
    /// From which day age counts
    #[arg(long, value_name = "DAY", default_value = "due")]
    age_by: AgeByArg,
    /// Only open items that became late on this day or later: 2026-03-02, yesterday
    #[arg(long, value_name = "DAY")]
    late_since: Option<String>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum GroupByArg {
    /// One row per customer and currency
    Customer,
    /// One row per open item
    Invoice,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum AgeByArg {
    /// The due date
    Due,
    /// The invoice date
    Invoice,
}

/// Flags of `apply_statement_flags`.
#[derive(Args, Debug)]
struct StatementFlags {
    /// First day, part of it
    #[arg(long, value_name = "DATE")]
    from: Option<String>,
    /// Last day, part of it
    #[arg(long, value_name = "DATE")]
    to: Option<String>,
    /// Both at once: 2026, 2026-Q1, 2026-03, thisyear, lastmonth
    #[arg(short, long, value_name = "PERIOD", conflicts_with_all = ["from", "to"])]
    period: Option<String>,
}

/// Flags of `show`.
#[derive(Args, Debug)]
struct ShowFlags {
    /// Every figure with its sources
    #[arg(long)]
    explain: bool,
}

/// Flags of `behaviour`.
#[derive(Args, Debug)]
struct BehaviourFlags {
    /// Every customer, one row each; so it is too when none is named
    #[arg(long, conflicts_with = SUBJECT_ARG)]
    all: bool,
}

/// Flags of `stages`.
#[derive(Args, Debug)]
struct StagesFlags {
    /// Closed items too
    #[arg(long)]
    all: bool,
}

/// Flags of `next`.
#[derive(Args, Debug)]
struct NextFlags {
    /// Look ahead to this day, with what is known today
    #[arg(long = "for", value_name = "DAY")]
    ahead: Option<String>,
}

/// Flags of `apply_forecast_flags`.
#[derive(Args, Debug)]
struct ForecastFlags {
    /// How many weeks, that of the day first [default: 13]
    #[arg(long, value_name = "COUNT", value_parser = clap::value_parser!(u32).range(1..=104))]
    weeks: Option<u32>,
    /// One row per week, or per open item with why it is expected then
    #[arg(long, value_name = "WHAT", default_value = "week")]
    by: ForecastGroupArg,
    /// Each item and why it is expected then, below the weeks
    #[arg(long)]
    explain: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum ForecastGroupArg {
    /// One row per week and currency
    Week,
    /// One row per open item
    Invoice,
}

/// The command of a report: its other names, whom it can be asked about, its flags.
pub fn report_command(report: &Report) -> Command {
    let command = Command::new(report.name);
    let command = match report.write {
        ReportFn::All(_) => command,
        ReportFn::Customers(_) => command.arg(
            Arg::new(SUBJECT_ARG)
                .value_name("CUSTOMER")
                .help("A customer, or a part of the name; none: all"),
        ),
        ReportFn::Customer(_) => command.arg(
            Arg::new(SUBJECT_ARG)
                .value_name("CUSTOMER")
                .help("The customer")
                .required(true),
        ),
        ReportFn::Subject(_) => command.arg(
            Arg::new(SUBJECT_ARG)
                .value_name("ID")
                .help("A customer or an invoice, without @ or #")
                .required(true),
        ),
        ReportFn::Invoices(_) => command.arg(
            Arg::new(INVOICES_ARG)
                .value_name("INVOICE")
                .help("An invoice, without #; several of one customer make one demand")
                .num_args(1..)
                .required(true),
        ),
    };
    let command = match report.name {
        "aging" => AgingFlags::augment_args(command.visible_aliases(["age", "ageing"])),
        "balance" => command.visible_alias("bal"),
        "statement" => StatementFlags::augment_args(command.visible_aliases(["register", "areg"])),
        "show" => ShowFlags::augment_args(command),
        "stages" => StagesFlags::augment_args(command).after_long_help(columns::STAGES),
        "next" => {
            NextFlags::augment_args(command.visible_alias("todo")).after_long_help(columns::NEXT)
        }
        "behaviour" => BehaviourFlags::augment_args(command.visible_alias("behavior"))
            .after_long_help(columns::BEHAVIOUR),
        "forecast" => ForecastFlags::augment_args(command).after_long_help(columns::FORECAST),
        "advice" => AdviceFlags::augment_args(command)
            .mut_arg(INVOICES_ARG, |arg| {
                arg.help("An invoice, without #; a page each")
            })
            .after_long_help(columns::ADVICE),
        _ => command,
    };
    command.about(capitalise(report.about))
}

/// Lists of commands begin each line with a capital.
fn capitalise(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

/// Reads the flags of a report.
pub fn read_options(
    report: &Report,
    matches: &ArgMatches,
    today: NaiveDate,
    usual_buckets: &[u32],
) -> Result<ReportOptions, Failure> {
    let mut ask = default_options(usual_buckets)?;
    match report.write {
        ReportFn::All(_) => {}
        ReportFn::Invoices(_) => {
            let asked = matches
                .get_many::<String>(INVOICES_ARG)
                .into_iter()
                .flatten();
            ask.invoices = asked.map(|id| strip_sigil(id)).collect();
        }
        ReportFn::Customers(_) | ReportFn::Customer(_) | ReportFn::Subject(_) => {
            ask.subject = matches
                .get_one::<String>(SUBJECT_ARG)
                .map(|id| strip_sigil(id));
        }
    }
    match report.name {
        "aging" => apply_aging_flags(parse_flags(matches)?, today, &mut ask)?,
        "statement" => apply_statement_flags(parse_flags(matches)?, today, &mut ask)?,
        "show" => ask.explain = parse_flags::<ShowFlags>(matches)?.explain,
        "stages" => ask.include_closed = parse_flags::<StagesFlags>(matches)?.all,
        "forecast" => apply_forecast_flags(&parse_flags(matches)?, &mut ask),
        "advice" => ask.estimates = parse_flags::<AdviceFlags>(matches)?.to_estimates()?,
        _ => {}
    }
    Ok(ask)
}

/// The day a report looks ahead to, where it was asked to; not before the day it reports on.
pub fn look_ahead_day(
    report: &Report,
    matches: &ArgMatches,
    today: NaiveDate,
    as_of: NaiveDate,
) -> Result<Option<NaiveDate>, Failure> {
    if report.name != "next" {
        return Ok(None);
    }
    let Some(words) = parse_flags::<NextFlags>(matches)?.ahead else {
        return Ok(None);
    };
    let day = read_day(&words, today)?;
    if day < as_of {
        return Err(Failure::usage(format!(
            "expected a day to look ahead to, from {as_of} on, found {day}"
        )));
    }
    Ok(Some(day))
}

/// A question that asks nothing in particular.
pub fn default_options(buckets: &[u32]) -> Result<ReportOptions, Failure> {
    Ok(ReportOptions {
        buckets: check_buckets(buckets.to_vec())?,
        ..ReportOptions::default()
    })
}

fn parse_flags<F: FromArgMatches>(matches: &ArgMatches) -> Result<F, Failure> {
    F::from_arg_matches(matches).map_err(|error| Failure::usage(error.to_string()))
}

fn apply_aging_flags(
    flags: AgingFlags,
    today: NaiveDate,
    ask: &mut ReportOptions,
) -> Result<(), Failure> {
    ask.group_by = match flags.by {
        GroupByArg::Customer => GroupBy::Customer,
        GroupByArg::Invoice => GroupBy::Invoice,
    };
    ask.age_by = match flags.age_by {
        AgeByArg::Due => AgeingBasis::Due,
        AgeByArg::Invoice => AgeingBasis::Invoice,
    };
    if let Some(buckets) = flags.buckets {
        ask.buckets = check_buckets(buckets)?;
    }
    if let Some(words) = flags.late_since {
        ask.from = Some(read_day(&words, today)?);
        ask.group_by = GroupBy::Invoice;
    }
    Ok(())
}

fn apply_forecast_flags(flags: &ForecastFlags, ask: &mut ReportOptions) {
    ask.weeks = flags.weeks;
    ask.explain = flags.explain;
    if flags.by == ForecastGroupArg::Invoice {
        ask.group_by = GroupBy::Invoice;
    }
}

fn apply_statement_flags(
    flags: StatementFlags,
    today: NaiveDate,
    ask: &mut ReportOptions,
) -> Result<(), Failure> {
    let day = |words: Option<String>| words.map(|words| read_day(&words, today)).transpose();
    (ask.from, ask.to) = match flags.period {
        Some(words) => {
            let (first, last) = read_period(&words, today)?;
            (Some(first), Some(last))
        }
        None => (day(flags.from)?, day(flags.to)?),
    };
    match (ask.from, ask.to) {
        (Some(first), Some(last)) if last < first => Err(Failure::usage(format!(
            "expected the last day not before the first, found {first} to {last}"
        ))),
        _ => Ok(()),
    }
}

/// Ids are bare on the command line; a sigil that came through the shell does no harm.
fn strip_sigil(id: &str) -> String {
    id.strip_prefix(['#', '@']).unwrap_or(id).to_owned()
}

fn check_buckets(buckets: Vec<u32>) -> Result<Vec<u32>, Failure> {
    let rises = buckets.is_sorted_by(|a, b| a < b) && buckets.first() != Some(&0);
    if rises {
        Ok(buckets)
    } else {
        Err(Failure::usage(
            "expected buckets that rise, such as 30,60,90, from 1 day on",
        ))
    }
}
