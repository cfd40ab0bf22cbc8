//! How a header begins: its day and its keyword; and where its arguments and its free text stand.

use super::day::wrong_date;
use super::directive::DIRECTIVES;
use super::grammar::Directive;
use super::kinds;
use super::lines::{Line, bar};
use super::misplaced;
use super::part::Part;
use super::strange;
use super::suggest;
use super::token;
use super::words::Fault;
use crate::text::diagnostic::{Diagnostic, Sink};
use crate::text::edit::Edit;
use crate::text::span::{Span, Spanned};
use chrono::NaiveDate;

/// A header whose arguments are still to be read.
pub struct Header<'t> {
    /// The day in front, on dated entries.
    pub date: Option<Spanned<NaiveDate>>,
    /// What its keyword means.
    pub directive: &'static Directive,
    /// Where the keyword stands.
    pub keyword: Span,
    /// What is behind the keyword.
    pub arguments: &'t str,
    /// The free text behind `|`.
    pub text: Option<Span>,
}

impl<'t> Header<'t> {
    /// Takes a header apart.
    ///
    /// # Errors
    /// It has no day or keyword that can be read, one where it should have none, or a character that has no place here.
    pub fn read(line: &Line<'t>, last: &mut LastDay, sink: &Sink) -> Result<Self, Fault> {
        let bar = bar(line.text).unwrap_or(line.text.len());
        let (head, free) = line.text.split_at_checked(bar).unwrap_or((line.text, ""));
        let (date, behind) = read_date(head, line.place, last)?;
        let (directive, keyword, arguments) = read_keyword(behind, head, line.place, sink)?;
        if !line.is_plain_to(head.len()) {
            strange::refuse(Part {
                text: head,
                place: line.place,
            })?;
        }
        if !line.is_plain()
            && let Some(found) = strange::inner_tab(line.text, line.place)
        {
            return Err(Box::new(found));
        }
        require_date(directive, date.as_ref(), keyword)?;
        Ok(Self {
            date,
            directive,
            keyword,
            arguments,
            text: free_text(free, Span::of(line.place, head.len()).end),
        })
    }
}

/// The day of the entry before, as written and as meant. Entries of one day stand together: a big journal has a
/// hundred times as many entries as days, and most headers need no day taken apart.
#[derive(Debug)]
pub struct LastDay(Option<([u8; 10], NaiveDate)>);

impl LastDay {
    /// None yet.
    pub const NONE: Self = Self(None);

    /// The same day, if a header begins with it once more, and what is behind it.
    fn again<'t>(&self, head: &'t str) -> Option<(NaiveDate, &'t str)> {
        let (written, day) = self.0.as_ref()?;
        let begins = head.as_bytes().first_chunk() == Some(written);
        let behind = head.get(10..).filter(|_| begins)?;
        behind.starts_with([' ', '\t']).then_some((*day, behind))
    }

    fn note(&mut self, head: &str, day: NaiveDate) {
        self.0 = head.as_bytes().first_chunk().map(|written| (*written, day));
    }
}

/// Where the words behind a bar stand.
fn free_text(free: &str, place: u32) -> Option<Span> {
    if free.is_empty() {
        return None;
    }
    let bar = Part {
        text: token::without_blanks_behind(free),
        place,
    };
    Some(bar.behind_first().behind_blanks().span())
}

/// The day in front, and what is behind it.
fn read_date<'t>(
    head: &'t str,
    place: u32,
    last: &mut LastDay,
) -> Result<(Option<Spanned<NaiveDate>>, &'t str), Fault> {
    let spanned = |day| Some(Spanned::new(day, Span::of(place, 10)));
    if let Some((day, rest)) = last.again(head) {
        return Ok((spanned(day), rest));
    }
    if !head.starts_with(|c: char| c.is_ascii_digit()) {
        return Ok((None, head));
    }
    match token::date(head) {
        Ok((rest, day)) if rest.starts_with([' ', '\t']) => {
            last.note(head, day);
            Ok((spanned(day), rest))
        }
        _ => Err(no_date(head, place)),
    }
}

fn no_date(head: &str, place: u32) -> Fault {
    let word = token::word(head).map_or(head, |(_, word)| word);
    let span = Span::of(place, word.len());
    if let Ok(("", _)) = token::date(word) {
        let end = Span::new(span.end, span.end);
        return Box::new(kinds::MISSING_ARGUMENT.at(
            end,
            "expected a keyword after the date, found the end of the line",
        ));
    }
    Box::new(wrong_date(word, span))
}

fn read_keyword<'t>(
    behind: &'t str,
    head: &str,
    place: u32,
    sink: &Sink,
) -> Result<(&'static Directive, Span, &'t str), Fault> {
    let start = token::behind_blanks(behind);
    let before = head.len().saturating_sub(start.len());
    let place = Span::of(place, before).end;
    let known = DIRECTIVES
        .iter()
        .find(|known| token::begins_with_word(start, known.word));
    if let Some(directive) = known {
        let length = directive.word.len();
        let rest = start.get(length..).unwrap_or_default();
        return Ok((directive, Span::of(place, length), rest));
    }
    let word = token::word(start).map_or("", |(_, word)| word);
    let span = Span::of(place, word.len());
    Err(no_keyword(word, span, head, sink))
}

/// What to say about a word that is no keyword.
fn no_keyword(word: &str, span: Span, head: &str, sink: &Sink) -> Fault {
    if !word.is_ascii()
        && let Some(found) = strange::among_arguments(word, span.start)
    {
        return Box::new(found);
    }
    let dated = head.starts_with(|c: char| c.is_ascii_digit());
    if !dated && let Some(found) = misplaced::detail_in_column_1(word, span) {
        return Box::new(found);
    }
    Box::new(unknown_keyword(word, span, sink))
}

fn unknown_keyword(word: &str, span: Span, sink: &Sink) -> Diagnostic {
    if word.is_empty() {
        return kinds::MISSING_ARGUMENT.at(span, "expected a keyword, found the end of the line");
    }
    let found = kinds::UNKNOWN_KEYWORD.at(span, format!("expected a keyword, found `{word}`"));
    if sink.is_full_of(&kinds::UNKNOWN_KEYWORD) {
        return found;
    }
    if let Some(directive) = suggest::translated(word) {
        let english = suggest::with_stage(directive, word);
        return found
            .note(format!("this is `{english}` in a journal"))
            .help(format!("write `{english}`"))
            .suggested_fix(vec![Edit::replace(span, english)]);
    }
    match suggest::keyword(word) {
        Some(near) => found
            .help(format!("did you mean `{near}`?"))
            .suggested_fix(vec![Edit::replace(span, near)]),
        None => found.help("start a comment with `;`, an entry with its date and a keyword"),
    }
}

fn require_date(
    directive: &Directive,
    date: Option<&Spanned<NaiveDate>>,
    keyword: Span,
) -> Result<(), Fault> {
    match (directive.place.is_dated(), date) {
        (true, None) => Err(Box::new(
            kinds::MISSING_ARGUMENT
                .at(
                    keyword,
                    format!("expected a date before `{}`, found none", directive.word),
                )
                .help(format!(
                    "write the day in front: `2026-01-31 {} …`",
                    directive.word
                )),
        )),
        (false, Some(date)) => Err(Box::new(
            kinds::UNEXPECTED_ARGUMENT
                .at(
                    date.span,
                    format!("expected no date before `{}`, found one", directive.word),
                )
                .help("a declaration holds for the whole journal; leave the date out"),
        )),
        _ => Ok(()),
    }
}
