//! The commands behind `add`: one for each keyword, with the flags that the tables of the parser give it.

use crate::add::entry_flag::{EntryFlag, flags_of};
use crate::add::given_words::GivenWords;
use crate::syntax::directive::DIRECTIVES;
use crate::syntax::keyword_page::header_form;
use crate::syntax::table::Directive;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use std::ffi::OsString;

/// The name of the command.
pub const ADD: &str = "add";

/// The words behind the keyword.
const WORDS_ARG: &str = "words";
const DATE_ARG: &str = "date";
const TEXT_ARG: &str = "text";
const NOTES_ARG: &str = "notes";
const OWN_ARG: &str = "own";
const DRY_RUN_ARG: &str = "dry-run";
const YES_ARG: &str = "yes";

/// What `tegoed add --help` shows below the keywords.
const ADD_HELP: &str = "Without a keyword, and where something is missing, it asks: one question a line, Enter for what
stands in [ ], Tab for names with what is open, `<` for the question before, `.` to end. Answers may come through a pipe,
one a line. Dutch keywords are understood (betaling, gebeld).

  tegoed add phone jansen \"half is on its way\" --follow-up 2026-04-07
  tegoed add promise 2026-0041 329,00 by +7
  tegoed add payment jansen 1.210,00 --date yesterday

The entry is shown, checked with the whole journal, and put behind the entries of its day. Where it would be an error, nothing
is written (exit code 1). Ctrl-C and Ctrl-D leave without writing (exit code 130); so does the end of the answers of a
pipe (2).";

/// What was typed behind a keyword.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddFlags {
    /// The day, in words; `None`: the day it is.
    pub date: Option<String>,
    /// What the entry is to say.
    pub given: GivenWords,
    /// What to do with it.
    pub writing: AddWriting,
}

/// What to do with an entry that was made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AddWriting {
    /// Show it, and write nothing.
    pub dry_run: bool,
    /// Write it also where warnings are found.
    pub yes: bool,
}

/// `add`, with a command for each keyword. Where words of a command line are given, only keywords among them have flags.
pub fn add_command(words: Option<&[OsString]>) -> Command {
    let is_named = |directive: &Directive| {
        words.is_none_or(|words| {
            let mut names =
                std::iter::once(directive.word()).chain(directive.dutch.iter().copied());
            names.any(|name| words.iter().any(|word| word == name))
        })
    };
    let keywords = DIRECTIVES.iter().copied().enumerate();
    let keywords = keywords.map(|(place, directive)| {
        let command = keyword_command(directive).display_order(place);
        if is_named(directive) {
            command.args(keyword_args(directive))
        } else {
            command
        }
    });
    Command::new(ADD)
        .about("Add an entry to the journal: in one line, or by answering questions")
        .display_order(3)
        .after_help(ADD_HELP)
        .subcommand_value_name("KEYWORD")
        .subcommand_help_heading("Keywords")
        .disable_help_subcommand(true)
        .allow_external_subcommands(true)
        .args(writing_args())
        .subcommands(keywords)
}

fn keyword_command(directive: &'static Directive) -> Command {
    Command::new(directive.word())
        .about(directive.about)
        .aliases(directive.dutch.iter().copied())
}

fn keyword_args(directive: &'static Directive) -> Vec<Arg> {
    let form = header_form(directive);
    let words = Arg::new(WORDS_ARG)
        .value_name("WORD")
        .num_args(0..)
        .help(format!(
            "As in the journal, ids without # and @: {}",
            form.replace(" [| TEXT]", " [TEXT]")
                .trim_start_matches("DATE ")
        ));
    let mut args = vec![words];
    args.extend(flags_of(directive).into_iter().map(|flag| flag_arg(&flag)));
    if directive.kind.is_dated() {
        args.push(
            Arg::new(DATE_ARG)
                .long(DATE_ARG)
                .value_name("DATE")
                .allow_hyphen_values(true)
                .help("The day: 2026-03-31, today, yesterday, gisteren, -2 [default: today]"),
        );
        args.push(
            Arg::new(TEXT_ARG)
                .long(TEXT_ARG)
                .value_name("TEXT")
                .help("The words behind |, where they do not stand among the others"),
        );
    }
    args.push(
        Arg::new(NOTES_ARG)
            .long("more")
            .value_name("TEXT")
            .action(ArgAction::Append)
            .help("More words, in a line `> words` below"),
    );
    args.push(
        Arg::new(OWN_ARG)
            .long("own")
            .value_name("KEY=TEXT")
            .action(ArgAction::Append)
            .help("A key of your own, such as x-ref=12"),
    );
    args.extend(writing_args());
    args
}

fn writing_args() -> [Arg; 2] {
    [
        Arg::new(DRY_RUN_ARG)
            .long(DRY_RUN_ARG)
            .action(ArgAction::SetTrue)
            .help("Show the entry, and write nothing"),
        Arg::new(YES_ARG)
            .long(YES_ARG)
            .action(ArgAction::SetTrue)
            .help("Write it also where the check warns, without asking"),
    ]
}

fn flag_arg(flag: &EntryFlag) -> Arg {
    Arg::new(flag.name)
        .long(flag.name)
        .value_name(flag.value)
        .action(if flag.is_repeatable {
            ArgAction::Append
        } else {
            ArgAction::Set
        })
        .value_parser(value_parser!(String))
        .allow_hyphen_values(true)
        .help(flag.about.clone())
}

/// What was typed behind `add` itself.
pub fn read_writing(matches: &ArgMatches) -> AddWriting {
    AddWriting {
        dry_run: matches.get_flag(DRY_RUN_ARG),
        yes: matches.get_flag(YES_ARG),
    }
}

/// What was typed behind a keyword.
pub fn read_add_flags(directive: &'static Directive, matches: &ArgMatches) -> AddFlags {
    let all = |name: &str| -> Vec<String> {
        let values = matches.try_get_many::<String>(name).ok().flatten();
        values.into_iter().flatten().cloned().collect()
    };
    let flags = flags_of(directive);
    let flags = flags.iter().flat_map(|flag| {
        let values = all(flag.name).into_iter();
        values.map(|value| (flag.name, value))
    });
    AddFlags {
        date: all(DATE_ARG).pop(),
        given: GivenWords {
            words: all(WORDS_ARG),
            text: all(TEXT_ARG).pop(),
            notes: all(NOTES_ARG),
            own: all(OWN_ARG),
            flags: flags.collect(),
        },
        writing: read_writing(matches),
    }
}
