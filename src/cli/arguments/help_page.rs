//! Help as one reads it on a terminal: what a command writes and takes is said, and no line is wider than the screen.

use super::add_args::ADD;
use super::args::GlobalFlags;
use crate::cli::output::terminal_width;
use crate::language::LanguageList;
use crate::render::MEDIA;
use crate::render::wrap::{display_width, wrap_text};
use clap::builder::StyledStr;
use clap::{Args, Command};

/// How wide help is where it goes to no terminal.
const USUAL_WIDTH: usize = 80;
/// Wider lines are hard to read.
const MAX_WIDTH: usize = 100;
/// Blanks before a term of a list, and at least behind it.
const INDENT: usize = 2;

/// A command that is no report: the forms that `-O` knows, and the flags of every command that say nothing to it.
struct CommandForms {
    command: &'static str,
    forms: &'static [&'static str],
    idle_flags: &'static [&'static str],
}

const COMMAND_FORMS: &[CommandForms] = &[
    CommandForms {
        command: "check",
        forms: &["text", "concise (a line a finding)", "json"],
        idle_flags: &["lang", "dialect", "even_so"],
    },
    CommandForms {
        command: ADD,
        forms: &["text", "json"],
        idle_flags: &["output", "force", "dialect", "even_so", "no_pager"],
    },
    CommandForms {
        command: "fmt",
        forms: &[],
        idle_flags: &["as_of", "output", "force", "lang", "dialect", "even_so"],
    },
    CommandForms {
        command: "explain",
        forms: &["text", "json"],
        idle_flags: &[
            "files",
            "root",
            "as_of",
            "lang",
            "dialect",
            "even_so",
            "no_config",
        ],
    },
    CommandForms {
        command: "export",
        forms: &[],
        idle_flags: &[],
    },
    CommandForms {
        command: "dossier",
        forms: &[],
        idle_flags: &["output"],
    },
    CommandForms {
        command: "policy",
        forms: &[],
        idle_flags: &["lang", "dialect", "even_so"],
    },
    CommandForms {
        command: "init",
        forms: &[],
        idle_flags: &[
            "files",
            "root",
            "as_of",
            "output",
            "force",
            "dialect",
            "no_pager",
            "even_so",
            "no_config",
        ],
    },
    CommandForms {
        command: "completions",
        forms: &[],
        idle_flags: &[
            "files",
            "root",
            "as_of",
            "lang",
            "dialect",
            "even_so",
            "no_config",
        ],
    },
    CommandForms {
        command: "man",
        forms: &[],
        idle_flags: &[
            "files",
            "root",
            "as_of",
            "lang",
            "dialect",
            "even_so",
            "no_config",
        ],
    },
];

/// How wide help is.
pub fn help_width() -> usize {
    terminal_width().map_or(USUAL_WIDTH, |width| width.clamp(INDENT, MAX_WIDTH))
}

/// The flags of every command behind the name of one, and the rest of its help. (Clap's own way to hand flags on forgets
/// those in front of the name.)
pub fn complete_help(command: Command, languages: LanguageList) -> Command {
    let name = command.get_name().to_owned();
    let command = complete_help_as(command, &name, languages);
    if name != ADD {
        return command;
    }
    command.mut_subcommands(|keyword| complete_help_as(keyword, ADD, languages))
}

/// The same with the forms and flags of a command of this name.
fn complete_help_as(command: Command, name: &str, languages: LanguageList) -> Command {
    let about = command.get_about().cloned();
    let mut command = GlobalFlags::augment_args(command).about(about.unwrap_or_default());
    let usual_forms = || MEDIA.iter().map(|medium| medium.name).collect();
    let own = COMMAND_FORMS.iter().find(|it| it.command == name);
    let forms: Vec<&str> = own.map_or_else(usual_forms, |own| own.forms.to_vec());
    command = match forms.as_slice() {
        [] => command.mut_arg("output_format", |flag| flag.hide(true)),
        [usual, ..] => {
            let help = format!(
                "Form of the output: {} [default: {usual}]",
                forms.join(", ")
            );
            command.mut_arg("output_format", |flag| flag.help(help))
        }
    };
    for flag in own.map_or(&[][..], |own| own.idle_flags) {
        command = command.mut_arg(flag, |flag| flag.hide(true));
    }
    lay_out_after_help(describe_language_flag(command, languages))
}

/// The help of `--lang` names the languages there are, the default one last.
pub fn describe_language_flag(command: Command, languages: LanguageList) -> Command {
    let tags: Vec<&str> = languages.iter().rev().map(|it| it.tag).collect();
    let usual = languages.first().map_or("", |language| language.tag);
    command.mut_arg("lang", |flag| {
        flag.help(format!(
            "Language of reports: {} [default: that of the business, else {usual}]",
            tags.join(", ")
        ))
    })
}

/// Wraps what stands below the flags.
pub fn lay_out_after_help(command: Command) -> Command {
    let Some(text) = command.get_after_help().map(StyledStr::to_string) else {
        return command;
    };
    command.after_help(lay_out(&text, help_width()))
}

/// A list or a paragraph of a help text.
enum HelpBlock {
    Paragraph(String),
    /// Terms, each with what it means.
    List(Vec<(String, String)>),
    Blank,
}

/// Wraps paragraphs, and lists of terms so that what they mean stands under each other. A term stands behind two blanks,
/// what it means behind two more or in the column of the terms before it; lines that begin further on belong to it.
///
/// ```
/// use tegoed::cli::arguments::help_page::lay_out;
/// let text = "Columns:\n  day    the first on which\n         it can be done\n  a, b";
/// assert_eq!(lay_out(text, 24), "Columns:\n  day  the first on\n       which it can be\n       done\n  a, b");
/// ```
pub fn lay_out(text: &str, width: usize) -> String {
    let mut lines = Vec::new();
    for block in read_blocks(text) {
        match block {
            HelpBlock::Blank => lines.push(String::new()),
            HelpBlock::Paragraph(words) => lines.extend(wrap_text(&words, width)),
            HelpBlock::List(terms) => lines.extend(list_lines(&terms, width)),
        }
    }
    lines.join("\n")
}

fn read_blocks(text: &str) -> Vec<HelpBlock> {
    let mut blocks = Vec::new();
    let mut column = None;
    for line in text.lines() {
        let words = line.trim_start();
        let indent = line.len().saturating_sub(words.len());
        match (indent, blocks.last_mut()) {
            _ if words.is_empty() => blocks.push(HelpBlock::Blank),
            (0, Some(HelpBlock::Paragraph(before))) => join(before, words),
            (0, _) => blocks.push(HelpBlock::Paragraph(words.to_owned())),
            (INDENT, Some(HelpBlock::List(terms))) => terms.push(split_term(words, &mut column)),
            (INDENT, _) => {
                column = None;
                blocks.push(HelpBlock::List(vec![split_term(words, &mut column)]));
            }
            (_, Some(HelpBlock::List(terms))) => {
                if let Some((_, meaning)) = terms.last_mut() {
                    join(meaning, words);
                }
            }
            _ => blocks.push(HelpBlock::Paragraph(words.to_owned())),
        }
    }
    blocks
}

fn join(before: &mut String, words: &str) {
    if !before.is_empty() {
        before.push(' ');
    }
    before.push_str(words);
}

/// A term and what it means. Where one blank parts them, the column of the terms before it tells which.
fn split_term(words: &str, column: &mut Option<usize>) -> (String, String) {
    let parts = words.split_once("  ").or_else(|| {
        let (term, meaning) = words.split_at_checked((*column)?)?;
        term.ends_with(' ').then_some((term, meaning))
    });
    let Some((term, meaning)) = parts else {
        return (words.to_owned(), String::new());
    };
    let meaning = meaning.trim_start();
    *column = words.len().checked_sub(meaning.len());
    (term.trim_end().to_owned(), meaning.to_owned())
}

fn list_lines(terms: &[(String, String)], width: usize) -> Vec<String> {
    let explained = terms.iter().filter(|(_, meaning)| !meaning.is_empty());
    let widest = explained.map(|(term, _)| display_width(term)).max();
    let column = widest.unwrap_or(0).saturating_add(INDENT);
    let room = width.saturating_sub(column.saturating_add(INDENT));
    let mut lines = Vec::new();
    for (term, meaning) in terms {
        let mut shown = term.as_str();
        for line in wrap_text(meaning, room) {
            let line = format!("{:INDENT$}{shown:column$}{line}", "");
            lines.push(line.trim_end().to_owned());
            shown = "";
        }
    }
    lines
}
