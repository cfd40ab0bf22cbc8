//! Questions and answers about new entries, at a terminal or through a pipe.

use super::answer_reader::{AnswerReader, tab_offers};
use super::entry_context::entry_context;
use super::entry_failure::to_failure;
use super::line_editor::{LineEditor, TypedAnswer};
use super::write_entries::{CheckedEntries, check_entries, is_yes, write_entries};
use crate::add::interview::Interview;
use crate::add::new_entry::NewEntry;
use crate::add::question::{InterviewStop, Question};
use crate::check::CheckScope;
use crate::cli::arguments::add_args::AddWriting;
use crate::cli::command_context::CommandContext;
use crate::cli::exit::{CommandResult, ExitStatus, Failure};
use crate::cli::files::disk::STANDARD_INPUT;
use crate::cli::prompt::InputSource;
use crate::day::Day;
use crate::ide::journal_view::{JournalView, ViewBasis};
use crate::language::add::AddWords;
use crate::letter::library::template_set::TemplateSet;
use crate::pipeline::Outcome;
use crate::report::shared::report_input::ReportOptions;
use crate::syntax::table::Directive;
use crate::text::diagnostic::Severity;
use std::path::Path;

/// What is said where somebody leaves.
const NOTHING_WRITTEN: &str = "nothing was written";

/// How a conversation about one entry ended.
enum Conversation {
    /// It was written, or refused.
    Done(ExitStatus),
    /// There is no entry: the end was asked for where the first question stood.
    Ended,
}

/// What a conversation is about.
struct EntryConversation<'a> {
    /// The keyword, where the command line names it.
    directive: Option<&'static Directive>,
    /// What the command line says of the entry, which lacks something.
    started: Option<NewEntry>,
    writing: AddWriting,
    outcome: &'a Outcome,
    context: &'a CommandContext,
    words: &'a AddWords,
}

/// Asks for entries until there are no more; of one keyword for one.
pub fn ask_for_entries(
    directive: Option<&'static Directive>,
    writing: AddWriting,
    context: &CommandContext,
) -> CommandResult {
    let source = InputSource::find();
    if !source.is_answered() {
        return Err(Failure::usage("there is nobody to ask, and no keyword")
            .with_help("`tegoed add --help` shows how to write an entry in one line"));
    }
    let mut roots = context.roots.files.iter();
    if roots.any(|root| root == Path::new(STANDARD_INPUT)) {
        return Err(Failure::usage(
            "the journal comes through standard input, where answers would come from",
        )
        .with_help("name its file with `-f FILE`"));
    }
    let mut is_first = true;
    loop {
        let outcome = context.read_journal(CheckScope::Errors)?;
        let words = &context.language(&outcome)?.phrases.add;
        if is_first && source == InputSource::Terminal {
            context
                .console
                .print_to_stderr(&format!("{}\n", words.introduction));
        }
        is_first = false;
        let conversation = EntryConversation {
            directive,
            started: None,
            writing,
            outcome: &outcome,
            context,
            words,
        };
        match conversation.talk(source)? {
            Conversation::Ended => return Ok(ExitStatus::Success),
            Conversation::Done(status) if directive.is_some() => return Ok(status),
            Conversation::Done(ExitStatus::Success) => {}
            Conversation::Done(status) if source == InputSource::Pipe => return Ok(status),
            Conversation::Done(ExitStatus::Left) => return Ok(ExitStatus::Left),
            Conversation::Done(_) => {}
        }
    }
}

/// Asks at the terminal for what an entry of one command line lacks, and writes it.
pub fn ask_for_missing(
    entry: NewEntry,
    writing: AddWriting,
    outcome: &Outcome,
    context: &CommandContext,
) -> CommandResult {
    let conversation = EntryConversation {
        directive: Some(entry.directive),
        started: Some(entry),
        writing,
        outcome,
        context,
        words: &context.language(outcome)?.phrases.add,
    };
    match conversation.talk(InputSource::Terminal)? {
        Conversation::Done(status) => Ok(status),
        Conversation::Ended => Ok(ExitStatus::Success),
    }
}

impl EntryConversation<'_> {
    /// Asks until there is an entry, and writes it.
    fn talk(&self, source: InputSource) -> Result<Conversation, Failure> {
        let text = self.outcome.journal_text(&self.context.disk);
        let day = Day::new(&self.outcome.journal, &self.outcome.ledger, &text);
        let options = ReportOptions::default();
        // No letter is shown at a question.
        let templates = TemplateSet::built_in();
        let view = JournalView::new(ViewBasis {
            outcome: self.outcome,
            day: &day,
            language: self.context.language(self.outcome)?,
            templates: &templates,
            findings: &self.outcome.findings,
            options: &options,
            today: self.context.as_of,
            files_on_disk: &self.context.disk,
        });
        let mut reader = open_reader(source)?;
        let mut answers: Vec<String> = Vec::new();
        loop {
            match self.entries(&answers) {
                Ok(entries) => {
                    if let Some(status) = self.finish(&entries, &view, &mut reader)? {
                        return Ok(Conversation::Done(status));
                    }
                    answers.pop();
                }
                Err(InterviewStop::Wrong(error)) => {
                    let failure = to_failure(error);
                    if source != InputSource::Terminal {
                        return Err(failure);
                    }
                    self.context.console.print_error(&failure);
                    answers.pop();
                }
                Err(InterviewStop::Ask(question)) => {
                    let answer = self.read(&question, &view, &mut reader)?;
                    if let Some(end) = self.take(answer, &question, source, &mut answers)? {
                        return Ok(end);
                    }
                }
            }
        }
    }

    /// Takes an answer down, or goes back; how the conversation ends where that was asked for.
    fn take(
        &self,
        answer: TypedAnswer,
        question: &Question,
        source: InputSource,
        answers: &mut Vec<String>,
    ) -> Result<Option<Conversation>, Failure> {
        let is_first = answers.is_empty();
        match answer {
            TypedAnswer::Words(words) if words.trim() == "<" => {
                answers.pop();
            }
            TypedAnswer::Words(words) if words.trim() == "." && is_first => {
                return Ok(Some(Conversation::Ended));
            }
            TypedAnswer::Words(words) => answers.push(words),
            TypedAnswer::End if is_first && self.directive.is_none() => {
                return Ok(Some(Conversation::Ended));
            }
            TypedAnswer::End if source == InputSource::Pipe => return Err(unanswered(question)),
            TypedAnswer::End | TypedAnswer::Interrupted => {
                self.say_nothing_written();
                return Ok(Some(Conversation::Done(ExitStatus::Left)));
            }
        }
        Ok(None)
    }

    fn entries(&self, answers: &[String]) -> Result<Vec<NewEntry>, InterviewStop> {
        let interview = Interview {
            context: entry_context(self.outcome, self.context),
            words: self.words,
        };
        match &self.started {
            Some(entry) => {
                let whole = interview.completed(entry.clone(), answers)?;
                Ok(vec![whole])
            }
            None => interview.entries(self.directive, answers),
        }
    }

    fn read<'v>(
        &self,
        question: &Question,
        view: &'v JournalView<'_>,
        reader: &mut AnswerReader<'v>,
    ) -> Result<TypedAnswer, Failure> {
        let before = question.before.clone();
        let offers = Box::new(move |typed: &str| tab_offers(view, &before, typed));
        reader.read(question, self.words, offers, &self.context.console)
    }

    /// Shows the entries and writes them; at a terminal only when that is wanted. `None`: back to the last question.
    fn finish<'v>(
        &self,
        entries: &[NewEntry],
        view: &'v JournalView<'_>,
        reader: &mut AnswerReader<'v>,
    ) -> Result<Option<ExitStatus>, Failure> {
        // The journal may have been written while the answers were thought over.
        let outcome = self.context.read_journal(CheckScope::Errors)?;
        let is_asked = matches!(reader, AnswerReader::Terminal(_)) && self.started.is_none();
        if !is_asked {
            let written = write_entries(entries, self.writing, &outcome, self.context);
            return written.map(Some);
        }
        let checked = check_entries(entries, &outcome, self.context)?;
        if checked.has(Severity::Error) {
            checked.refuse(self.context)?;
            return Ok(None);
        }
        if self.writing.dry_run {
            return checked.write(self.writing, self.context).map(Some);
        }
        self.confirm(&checked, view, reader)
    }

    fn confirm<'v>(
        &self,
        checked: &CheckedEntries<'_>,
        view: &'v JournalView<'_>,
        reader: &mut AnswerReader<'v>,
    ) -> Result<Option<ExitStatus>, Failure> {
        let words = self.words;
        let has_warnings = checked.has(Severity::Warning) && !self.writing.yes;
        let (asks, usual) = if has_warnings {
            (words.write_all_the_same, words.no)
        } else {
            (words.write, words.yes)
        };
        let question = Question::new(asks, "").usually(Some(usual.to_owned()));
        match self.read(&question, view, reader)? {
            TypedAnswer::Words(answer) if answer.trim() == "<" => Ok(None),
            TypedAnswer::Words(answer) => {
                let answer = if answer.trim().is_empty() {
                    usual
                } else {
                    answer.trim()
                };
                if is_yes(answer, words) {
                    return checked.write(self.writing, self.context).map(Some);
                }
                self.say_nothing_written();
                Ok(Some(ExitStatus::Findings))
            }
            TypedAnswer::End | TypedAnswer::Interrupted => {
                self.say_nothing_written();
                Ok(Some(ExitStatus::Left))
            }
        }
    }

    fn say_nothing_written(&self) {
        let words = format!("{NOTHING_WRITTEN}\n");
        self.context.console.print_to_stderr(&words);
    }
}

fn open_reader<'v>(source: InputSource) -> Result<AnswerReader<'v>, Failure> {
    if source != InputSource::Terminal {
        return Ok(AnswerReader::Pipe);
    }
    let editor = LineEditor::new();
    let editor = editor
        .map_err(|error| Failure::environment(format!("cannot ask at this terminal: {error}")))?;
    Ok(AnswerReader::Terminal(Box::new(editor)))
}

fn unanswered(question: &Question) -> Failure {
    Failure::usage(format!(
        "the answers ended before the entry was whole; {NOTHING_WRITTEN}"
    ))
    .with_help(format!("asked was: {}", question.asks))
}
