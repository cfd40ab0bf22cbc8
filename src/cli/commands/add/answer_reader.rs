//! Where answers come from: a person at the terminal, or a pipe, one a line.

use super::line_editor::{LineEditor, TabOffer, TabOffers, TypedAnswer};
use crate::add::question::Question;
use crate::cli::console::Console;
use crate::cli::exit::Failure;
use crate::ide::completion::candidate::{Candidate, CandidateKind};
use crate::ide::completion::complete_entry;
use crate::ide::journal_view::JournalView;
use crate::language::add::AddWords;
use std::io::{self, BufRead};

/// Where answers come from.
pub enum AnswerReader<'a> {
    /// A person at the terminal.
    Terminal(Box<LineEditor<'a>>),
    /// A pipe or a file. What is asked stands on standard error.
    Pipe,
}

impl<'a> AnswerReader<'a> {
    /// The answer to a question.
    pub fn read(
        &mut self,
        question: &Question,
        words: &AddWords,
        offers: TabOffers<'a>,
        console: &Console,
    ) -> Result<TypedAnswer, Failure> {
        let prompt = prompt(question, words);
        match self {
            Self::Terminal(editor) => editor
                .read(&format!("{prompt}: "), offers)
                .map_err(|error| Failure::environment(format!("cannot ask: {error}"))),
            Self::Pipe => {
                console.print_to_stderr(&format!("{prompt}:\n"));
                read_line()
            }
        }
    }
}

/// A question with its usual answer.
fn prompt(question: &Question, words: &AddWords) -> String {
    let asks = &question.asks;
    match &question.usual {
        Some(usual) => format!("{asks} [{usual}]"),
        None if question.is_optional => format!("{asks} ({})", words.may_be_left_out),
        None => asks.clone(),
    }
}

fn read_line() -> Result<TypedAnswer, Failure> {
    let mut answer = Vec::new();
    let read = io::stdin().lock().read_until(b'\n', &mut answer);
    let length =
        read.map_err(|error| Failure::environment(format!("cannot read the answers: {error}")))?;
    let words = String::from_utf8_lossy(&answer).trim().to_owned();
    Ok(if length == 0 {
        TypedAnswer::End
    } else {
        TypedAnswer::Words(words)
    })
}

/// What Tab offers behind a text of a journal and the beginning of an answer: what an editor would there.
pub fn tab_offers(view: &JournalView<'_>, before: &str, typed: &str) -> Vec<TabOffer> {
    let whole = format!("{before}{typed}");
    let mut found = complete_entry(view, &whole);
    found.retain(|candidate| candidate.kind != CandidateKind::Snippet);
    keep_likeliest(&mut found, typed.rsplit(' ').next().unwrap_or_default());
    let each = found.into_iter().filter_map(|candidate| {
        let start = (candidate.span.start as usize).checked_sub(before.len())?;
        Some(TabOffer {
            start,
            shown: shown(&candidate),
            written: candidate.insert.trim_end_matches(' ').to_owned(),
        })
    });
    each.collect()
}

/// Where an id begins as typed, invoices of a customer whose name does so are not meant; nor keywords that another word leads
/// to.
fn keep_likeliest(found: &mut Vec<Candidate>, typed: &str) {
    let typed = typed.to_lowercase();
    let letters = |word: &str| word.trim_start_matches(['#', '@']).to_lowercase();
    let begins = |it: &Candidate| letters(&it.label).starts_with(&letters(&typed));
    let kinds: Vec<CandidateKind> = found
        .iter()
        .filter(|it| begins(it))
        .map(|it| it.kind)
        .collect();
    if !kinds.is_empty() {
        found.retain(|it| {
            let is_keyword = it.kind == CandidateKind::Keyword;
            kinds.contains(&it.kind) && (!is_keyword || begins(it))
        });
    }
}

fn shown(candidate: &Candidate) -> String {
    if candidate.detail.is_empty() {
        candidate.label.clone()
    } else {
        format!("{}  {}", candidate.label, candidate.detail)
    }
}
