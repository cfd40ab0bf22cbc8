//! A line typed at a terminal, with editing keys, earlier answers on the arrows, and Tab.

use rustyline::completion::{Completer, Pair};
use rustyline::config::{Behavior, CompletionType, Config};
use rustyline::error::ReadlineError;
use rustyline::highlight::Highlighter;
use rustyline::hint::Hinter;
use rustyline::history::DefaultHistory;
use rustyline::validate::Validator;
use rustyline::{Context, Editor, Helper};

/// What came of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TypedAnswer {
    /// These words; empty where nothing was typed.
    Words(String),
    /// The end of the input: Ctrl-D, or the pipe has no more lines.
    End,
    /// Ctrl-C.
    Interrupted,
}

/// One thing that Tab offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TabOffer {
    /// Where the word that it replaces begins in the line.
    pub start: usize,
    /// What is shown.
    pub shown: String,
    /// What is written.
    pub written: String,
}

/// What Tab offers behind the beginning of a line.
pub type TabOffers<'a> = Box<dyn Fn(&str) -> Vec<TabOffer> + 'a>;

/// Asks at a terminal. Answers of earlier questions of this run are kept.
pub struct LineEditor<'a> {
    editor: Editor<TabHelper<'a>, DefaultHistory>,
}

struct TabHelper<'a>(TabOffers<'a>);

impl<'a> LineEditor<'a> {
    /// An editor of the terminal that the program runs in.
    ///
    /// # Errors
    /// The terminal cannot be used.
    pub fn new() -> Result<Self, ReadlineError> {
        let config = Config::builder()
            .completion_type(CompletionType::List)
            .behavior(Behavior::PreferTerm)
            .auto_add_history(true)
            .build();
        Ok(Self {
            editor: Editor::with_config(config)?,
        })
    }

    /// Asks one question.
    ///
    /// # Errors
    /// The terminal refused.
    pub fn read(
        &mut self,
        prompt: &str,
        offers: TabOffers<'a>,
    ) -> Result<TypedAnswer, ReadlineError> {
        self.editor.set_helper(Some(TabHelper(offers)));
        match self.editor.readline(prompt) {
            Ok(words) => Ok(TypedAnswer::Words(words)),
            Err(ReadlineError::Eof) => Ok(TypedAnswer::End),
            Err(ReadlineError::Interrupted) => Ok(TypedAnswer::Interrupted),
            Err(error) => Err(error),
        }
    }
}

impl Completer for TabHelper<'_> {
    type Candidate = Pair;

    fn complete(
        &self,
        line: &str,
        place: usize,
        _: &Context<'_>,
    ) -> rustyline::Result<(usize, Vec<Pair>)> {
        let offers = (self.0)(line.get(..place).unwrap_or(line));
        let start = offers.first().map_or(place, |first| first.start);
        let pairs = offers.into_iter().map(|offer| Pair {
            display: offer.shown,
            replacement: offer.written,
        });
        Ok((start, pairs.collect()))
    }
}

impl Hinter for TabHelper<'_> {
    type Hint = String;
}

impl Highlighter for TabHelper<'_> {}
impl Validator for TabHelper<'_> {}
impl Helper for TabHelper<'_> {}
