//! Reads the start of a header, its date and its keyword, and finds where its arguments and its free text stand.

use super::combinators::{cut_with, finish, or_mistake, spanned};
use super::date::{day_in_words, wrong_date};
use super::directive::keyword;
use super::directive::payment::{ON_ACCOUNT, PAYMENT};
use super::input::Input;
use super::kinds;
use super::lines::{SourceLine, split_at_bar, split_free_text, text_behind_bar};
use super::mistakes::header_habits::meant_entry;
use super::mistakes::suggestion;
use super::mistakes::unusual_char;
use super::mistakes::wrong_column;
use super::rule::{Expected, Fault, Parsed, Rule};
use super::table::{ArgumentForm, Directive};
use super::token::{self, blanks};
use crate::text::diagnostic::{Diagnostic, Sink};
use crate::text::edit::Edit;
use crate::text::hint::{Help, Note};
use crate::text::problem::{Found, Wanted};
use crate::text::span::{Span, Spanned};
use chrono::NaiveDate;
use nom::Parser;
use nom::branch::alt;
use nom::character::complete::one_of;
use nom::combinator::{all_consuming, consumed, opt, peek, recognize};
use nom::sequence::{preceded, terminated};
use std::cell::Cell;

/// A header whose arguments are still to be read.
pub struct Header<'t> {
    /// The date; `None` for declarations.
    pub date: Option<Spanned<NaiveDate>>,
    /// The table of its keyword.
    pub directive: &'static Directive,
    /// The place of the keyword.
    pub keyword: Span,
    /// The text behind the keyword, without the free text.
    pub arguments: Input<'t>,
    /// The place of the free text behind `|`; `None` where there is none.
    pub text: Option<Span>,
}

impl<'t> Header<'t> {
    /// `header = ( declaration | date , sp , entry ) , [ sp , free-text ] ;` up to its arguments.
    ///
    /// # Errors
    /// The date or the keyword cannot be read, a date is missing or misplaced, or a character is not allowed here.
    pub fn read(line: &SourceLine<'t>, last: &LastDateCache, sink: &Sink) -> Result<Self, Fault> {
        let (head, free) = split_at_bar(line.input());
        let keyword = cut_with(spanned(keyword), |word| no_keyword(word.word(), head, sink));
        let begins = (opt(leading_date(last)), preceded(blanks, keyword)).parse(head);
        let (
            arguments,
            (
                date,
                Spanned {
                    node: directive,
                    span: keyword,
                },
            ),
        ) = finish(begins)?;
        if !line.is_plain_to(head.text.len()) {
            unusual_char::refuse_misplaced_chars(head.without_blanks_behind())?;
        }
        if !line.is_plain()
            && let Some(found) = unusual_char::inner_tab(line.text, line.place)
        {
            return Err(Box::new(found));
        }
        require_date(directive, date.as_ref(), keyword)?;
        Ok(Self {
            date,
            directive,
            keyword,
            arguments,
            text: text_behind_bar(free),
        })
    }
}

/// The words of a header, split without judging them, as the formatter needs them.
pub struct HeaderWords<'t> {
    /// The table of the keyword; `None` where the header has no keyword.
    pub directive: Option<&'static Directive>,
    /// All words, including date and keyword. A path counts as one word.
    pub words: Vec<&'t str>,
    /// The free text behind `|`; `None` where there is none.
    pub text: Option<Input<'t>>,
}

/// Splits a header into its words.
pub fn header_words(line: Input<'_>) -> HeaderWords<'_> {
    let (head, text) = split_free_text(line);
    let day = terminated(token::date, peek(one_of(" \t")));
    let begins = (opt(terminated(recognize(day), blanks)), consumed(keyword)).parse(head);
    let Ok((arguments, (day, (word, directive)))) = begins else {
        let words = head.words().map(|word| word.text).collect();
        return HeaderWords {
            directive: None,
            words,
            text,
        };
    };
    let mut words: Vec<&str> = day.iter().map(|day| day.text).collect();
    words.push(word.text);
    let slots = directive.slots.iter();
    if slots
        .flat_map(|slot| slot.forms)
        .any(|form| *form == ArgumentForm::Path)
    {
        words.push(arguments.trimmed().text);
    } else {
        words.extend(arguments.words().map(|word| word.text));
    }
    HeaderWords {
        directive: Some(directive),
        words,
        text,
    }
}

/// The date of the previous entry, as text and as value. Entries of one day stand together, and a big journal has a
/// hundred times as many entries as days, so most dates need not be parsed.
#[derive(Debug)]
pub struct LastDateCache(Cell<Option<([u8; 10], NaiveDate)>>);

impl LastDateCache {
    /// An empty cache.
    pub const fn empty() -> Self {
        Self(Cell::new(None))
    }

    /// Returns the cached date if a header begins with the same text.
    fn parse_repeated_date<'t>(&self, head: Input<'t>) -> Parsed<'t, NaiveDate> {
        match self.0.get() {
            Some((written, day)) if head.text.as_bytes().first_chunk() == Some(&written) => {
                Ok((head.split(10).1, day))
            }
            _ => Expected::no_match(),
        }
    }

    /// Parses a date and stores it in the cache.
    fn parse_and_cache_date<'t>(&self, head: Input<'t>) -> Parsed<'t, NaiveDate> {
        let (rest, day) = token::date(head)?;
        let written = head.text.as_bytes().first_chunk();
        self.0.set(written.map(|written| (*written, day)));
        Ok((rest, day))
    }
}

/// Part of `header`: `date , sp`, of which the blank is left. A line that begins with a digit is meant to begin with a day.
pub fn leading_date<'t>(last: &LastDateCache) -> impl Rule<'t, Spanned<NaiveDate>> {
    let date = alt((
        |head| last.parse_repeated_date(head),
        |head| last.parse_and_cache_date(head),
    ));
    let written = terminated(spanned(date), peek(one_of(" \t")));
    or_mistake(written, |head| {
        head.text
            .starts_with(|c: char| c.is_ascii_digit())
            .then(|| day_in_words(head).unwrap_or_else(|| no_date(head.word())))
    })
}

fn no_date(word: Input<'_>) -> Diagnostic {
    if !word.text.is_ascii()
        && let Some(strange) = unusual_char::find_misplaced_char(word.text, word.place)
    {
        return strange;
    }
    if all_consuming(token::date).parse(word).is_ok() {
        let end = word.span().end;
        let problem = Wanted::KeywordBehindDate.but_found(Found::EndOfLine);
        return kinds::MISSING_ARGUMENT.at(Span::new(end, end), problem);
    }
    let (day, behind) = word.split(10);
    if all_consuming(token::date).parse(day).is_ok() && behind.text.starts_with(char::is_alphabetic)
    {
        let written = format!("{} {}", day.text, behind.text);
        let problem = Wanted::CalendarDay.but_found_word(word.text);
        return kinds::BAD_DATE
            .at(word.span(), problem)
            .help(Help::Write(written.as_str().into()))
            .suggested_fix(vec![Edit::replace(behind.first(0).span(), " ")]);
    }
    wrong_date(word)
}

/// The finding about a word that is no keyword.
fn no_keyword(whole: Input<'_>, head: Input<'_>, sink: &Sink) -> Diagnostic {
    let (word, span) = (whole.text, whole.span());
    let dated = head.text.starts_with(|c: char| c.is_ascii_digit());
    let strange =
        || unusual_char::find_misplaced_char(word, span.start).filter(|_| !word.is_ascii());
    let misplaced = || wrong_column::detail_in_column_1(word, span).filter(|_| !dated);
    strange()
        .or_else(misplaced)
        .or_else(|| down_payment(word, span, head))
        .or_else(|| meant_entry(whole, head))
        .unwrap_or_else(|| unknown_keyword(word, span, sink))
}

/// The finding about a payment before the invoice, which a journal calls a payment on account.
fn down_payment(word: &str, span: Span, head: Input<'_>) -> Option<Diagnostic> {
    if !suggestion::is_down_payment(word) {
        return None;
    }
    let end = head.trimmed().span().end;
    let mut edits = vec![Edit::replace(span, PAYMENT.word())];
    // Money that names its invoice waits for nothing.
    let waits = !head.text.contains('#');
    if waits && !head.text.contains(ON_ACCOUNT) {
        edits.push(Edit::replace(Span::new(end, end), format!(" {ON_ACCOUNT}")));
    }
    let written = if waits {
        format!("{} … {ON_ACCOUNT}", PAYMENT.word())
    } else {
        PAYMENT.word().to_owned()
    };
    let found = kinds::UNKNOWN_KEYWORD.at(span, Wanted::Keyword.but_found_word(word));
    Some(
        found
            .note(Note::InJournal(written.as_str().into()))
            .help(Help::Write(written.as_str().into()))
            .suggested_fix(edits),
    )
}

fn unknown_keyword(word: &str, span: Span, sink: &Sink) -> Diagnostic {
    if word.is_empty() {
        return kinds::MISSING_ARGUMENT.at(span, Wanted::Keyword.but_found(Found::EndOfLine));
    }
    let found = kinds::UNKNOWN_KEYWORD.at(span, Wanted::Keyword.but_found_word(word));
    if sink.is_full_of(&kinds::UNKNOWN_KEYWORD) {
        return found;
    }
    if let Some(directive) = suggestion::directive_from_dutch(word) {
        let english = suggestion::keyword_with_stage(directive, word);
        return found
            .note(Note::InJournal(english.as_str().into()))
            .help(Help::Write(english.as_str().into()))
            .suggested_fix(vec![Edit::replace(span, english)]);
    }
    if let Some(keyword) = suggestion::leading_keyword(word) {
        let (keyword, behind) = word.split_at_checked(keyword.len()).unwrap_or((word, ""));
        let end = Span::from_length(span.start, keyword.len()).end;
        let written = format!("{keyword} {behind}");
        return found
            .help(Help::Write(written.as_str().into()))
            .suggested_fix(vec![Edit::replace(Span::new(end, end), " ")]);
    }
    match suggestion::nearest_keyword(word) {
        Some(near) => found
            .help(Help::DidYouMean(near))
            .suggested_fix(vec![Edit::replace(span, near)]),
        None => found.help(Help::BeginLine),
    }
}

fn require_date(
    directive: &Directive,
    date: Option<&Spanned<NaiveDate>>,
    keyword: Span,
) -> Result<(), Fault> {
    let word = directive.word();
    match (directive.kind.is_dated(), date) {
        (true, None) => Err(Box::new(
            kinds::MISSING_ARGUMENT
                .at(keyword, Wanted::DateBefore(word).but_found(Found::Nothing))
                .help(Help::WriteDayBefore(word)),
        )),
        (false, Some(date)) => Err(Box::new(
            kinds::UNEXPECTED_ARGUMENT
                .at(date.span, Wanted::NoDateBefore(word).but_found(Found::One))
                .help(Help::LeaveDateOut),
        )),
        _ => Ok(()),
    }
}
