//! What each report can be asked, and how the words of the command line become its question.

use super::columns;
use super::days::{read_day, read_period};
use super::estimates::AdviceFlags;
use super::exit::Stop;
use crate::report::scope::{AgeBy, Ask, By, Report, Write};
use chrono::NaiveDate;
use clap::{Arg, ArgMatches, Args, Command, FromArgMatches, ValueEnum};

/// The customer or invoice a report is asked about.
const SUBJECT: &str = "subject";
/// The invoices a report is asked about.
const INVOICES: &str = "invoices";

/// Flags of `aging`.
#[derive(Args, Debug)]
struct AgingFlags {
    /// One row per customer, or per open item
    #[arg(long, value_name = "WHAT", default_value = "customer")]
    by: ByWord,
    /// Upper bounds of the buckets in days [default: 30,60,90]
    #[arg(long, value_name = "DAYS", value_delimiter = ',')]
    buckets: Option<Vec<u32>>,
    /// From which day age counts
    #[arg(long, value_name = "DAY", default_value = "due")]
    age_by: AgeByWord,
    /// Only open items that became late on this day or later: 2026-03-02, yesterday
    #[arg(long, value_name = "DAY")]
    late_since: Option<String>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum ByWord {
    /// One row per customer and currency
    Customer,
    /// One row per open item
    Invoice,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum AgeByWord {
    /// The due date
    Due,
    /// The invoice date
    Invoice,
}

/// Flags of `statement`.
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
    #[arg(long, conflicts_with = SUBJECT)]
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

/// Flags of `forecast`.
#[derive(Args, Debug)]
struct ForecastFlags {
    /// How many weeks, that of the day first [default: 13]
    #[arg(long, value_name = "COUNT", value_parser = clap::value_parser!(u32).range(1..=104))]
    weeks: Option<u32>,
    /// One row per week, or per open item with why it is expected then
    #[arg(long, value_name = "WHAT", default_value = "week")]
    by: ForecastWord,
    /// Each item and why it is expected then, below the weeks
    #[arg(long)]
    explain: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum ForecastWord {
    /// One row per week and currency
    Week,
    /// One row per open item
    Invoice,
}

/// The command of a report: its other names, whom it can be asked about, its flags.
pub fn command(report: &Report) -> Command {
    let command = Command::new(report.name);
    let command = match report.write {
        Write::All(_) => command,
        Write::Customers(_) => command.arg(
            Arg::new(SUBJECT)
                .value_name("CUSTOMER")
                .help("A customer, or a part of the name; none: all"),
        ),
        Write::Customer(_) => command.arg(
            Arg::new(SUBJECT)
                .value_name("CUSTOMER")
                .help("The customer")
                .required(true),
        ),
        Write::Subject(_) => command.arg(
            Arg::new(SUBJECT)
                .value_name("ID")
                .help("A customer or an invoice, without @ or #")
                .required(true),
        ),
        Write::Invoices(_) => command.arg(
            Arg::new(INVOICES)
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
            .mut_arg(INVOICES, |arg| {
                arg.help("An invoice, without #; a page each")
            })
            .after_long_help(columns::ADVICE),
        _ => command,
    };
    command.about(capitalised(report.about))
}

/// Lists of commands begin each line with a capital.
fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

/// Reads the flags of a report.
pub fn read(
    report: &Report,
    matches: &ArgMatches,
    today: NaiveDate,
    usual_buckets: &[u32],
) -> Result<Ask, Stop> {
    let mut ask = usual(usual_buckets)?;
    match report.write {
        Write::All(_) => {}
        Write::Invoices(_) => {
            let asked = matches.get_many::<String>(INVOICES).into_iter().flatten();
            ask.invoices = asked.map(|id| bare(id)).collect();
        }
        Write::Customers(_) | Write::Customer(_) | Write::Subject(_) => {
            ask.subject = matches.get_one::<String>(SUBJECT).map(|id| bare(id));
        }
    }
    match report.name {
        "aging" => aging(taken(matches)?, today, &mut ask)?,
        "statement" => statement(taken(matches)?, today, &mut ask)?,
        "show" => ask.explain = taken::<ShowFlags>(matches)?.explain,
        "stages" => ask.all = taken::<StagesFlags>(matches)?.all,
        "forecast" => forecast(&taken(matches)?, &mut ask),
        "advice" => ask.estimates = taken::<AdviceFlags>(matches)?.read()?,
        _ => {}
    }
    Ok(ask)
}

/// The day a report looks ahead to, where it was asked to; not before the day it reports on.
pub fn ahead(
    report: &Report,
    matches: &ArgMatches,
    today: NaiveDate,
    as_of: NaiveDate,
) -> Result<Option<NaiveDate>, Stop> {
    if report.name != "next" {
        return Ok(None);
    }
    let Some(words) = taken::<NextFlags>(matches)?.ahead else {
        return Ok(None);
    };
    let day = read_day(&words, today)?;
    if day < as_of {
        return Err(Stop::usage(format!(
            "expected a day to look ahead to, from {as_of} on, found {day}"
        )));
    }
    Ok(Some(day))
}

/// A question that asks nothing in particular.
pub fn usual(buckets: &[u32]) -> Result<Ask, Stop> {
    Ok(Ask {
        buckets: rising(buckets.to_vec())?,
        ..Ask::default()
    })
}

fn taken<F: FromArgMatches>(matches: &ArgMatches) -> Result<F, Stop> {
    F::from_arg_matches(matches).map_err(|error| Stop::usage(error.to_string()))
}

fn aging(flags: AgingFlags, today: NaiveDate, ask: &mut Ask) -> Result<(), Stop> {
    ask.by = match flags.by {
        ByWord::Customer => By::Customer,
        ByWord::Invoice => By::Invoice,
    };
    ask.age_by = match flags.age_by {
        AgeByWord::Due => AgeBy::Due,
        AgeByWord::Invoice => AgeBy::Invoice,
    };
    if let Some(buckets) = flags.buckets {
        ask.buckets = rising(buckets)?;
    }
    if let Some(words) = flags.late_since {
        ask.from = Some(read_day(&words, today)?);
        ask.by = By::Invoice;
    }
    Ok(())
}

fn forecast(flags: &ForecastFlags, ask: &mut Ask) {
    ask.weeks = flags.weeks;
    ask.explain = flags.explain;
    if flags.by == ForecastWord::Invoice {
        ask.by = By::Invoice;
    }
}

fn statement(flags: StatementFlags, today: NaiveDate, ask: &mut Ask) -> Result<(), Stop> {
    let day = |words: Option<String>| words.map(|words| read_day(&words, today)).transpose();
    (ask.from, ask.to) = match flags.period {
        Some(words) => {
            let (first, last) = read_period(&words, today)?;
            (Some(first), Some(last))
        }
        None => (day(flags.from)?, day(flags.to)?),
    };
    match (ask.from, ask.to) {
        (Some(first), Some(last)) if last < first => Err(Stop::usage(format!(
            "expected the last day not before the first, found {first} to {last}"
        ))),
        _ => Ok(()),
    }
}

/// Ids are bare on the command line; a sigil that came through the shell does no harm.
fn bare(id: &str) -> String {
    id.strip_prefix(['#', '@']).unwrap_or(id).to_owned()
}

fn rising(buckets: Vec<u32>) -> Result<Vec<u32>, Stop> {
    let rises = buckets.is_sorted_by(|a, b| a < b) && buckets.first() != Some(&0);
    if rises {
        Ok(buckets)
    } else {
        Err(Stop::usage(
            "expected buckets that rise, such as 30,60,90, from 1 day on",
        ))
    }
}
