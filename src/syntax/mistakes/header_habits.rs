//! Habits that a whole header shows, not one word of it: a bank that is up to date to a day, a letter of a stage, a
//! discount on an invoice, terms behind the amount.

use super::common_mistakes::dutch_duration;
use super::dutch_words::from_dutch;
use super::suggestion;
use crate::syntax::date::read_day;
use crate::syntax::duration::{DATE_UNITS, duration};
use crate::syntax::input::Input;
use crate::syntax::keyword::Keyword;
use crate::syntax::kinds;
use crate::syntax::lines::split_at_bar;
use crate::syntax::table::{Directive, Key};
use crate::text::argument_form::{ArgumentForm, SlotOwner};
use crate::text::diagnostic::Diagnostic;
use crate::text::edit::Edit;
use crate::text::hint::Help;
use crate::text::problem::{Problem, Wanted};
use crate::text::span::Span;
use crate::value::key_name::KeyName;
use nom::Parser;
use nom::combinator::consumed;

/// Words for a credit note that name the act rather than the paper: behind them stands the number of the invoice.
const DISCOUNTS: [&str; 4] = ["korting", "creditering", "tegoed", "discount"];
/// Words for the bank, before the day up to which it is in the journal.
const BANK: [&str; 4] = ["bank", "bankafschrift", "bankmutaties", "bank-through"];
/// The words of a letter, before the word of its stage.
const LETTERS: [&str; 2] = ["brief", "letter"];

/// The finding about a word that is no keyword, in a header that shows what was meant.
pub fn meant_entry(word: Input<'_>, head: Input<'_>) -> Option<Diagnostic> {
    let small = word.text.trim_end_matches(':').to_lowercase();
    let found =
        || kinds::UNKNOWN_KEYWORD.at(word.span(), Wanted::Keyword.but_found_word(word.text));
    let behind = behind_word(word, head);
    if DISCOUNTS.contains(&small.as_str()) {
        return credit_of_invoice(behind)
            .map(|written| found().help(Help::Write(written.as_str().into())));
    }
    if BANK.contains(&small.as_str()) {
        return Some(match bank_line(head) {
            Some(written) => with_mend(found(), head.trimmed().span(), written),
            None => found().help(Help::WriteDayBefore(Keyword::BankThrough.word())),
        });
    }
    let (span, written) = letter_of_stage(word, head)?;
    Some(with_mend(found(), span, written))
}

/// The finding about a word that fits nowhere, where the header as a whole shows what was meant; else the finding itself.
pub fn explain_header(
    found: Diagnostic,
    line: Input<'_>,
    keyword: Span,
    directive: &'static Directive,
) -> Diagnostic {
    let head = split_at_bar(line).0;
    let meant = match directive.keyword {
        Keyword::BankThrough => bank_line(head).map(|written| (head.trimmed().span(), written)),
        Keyword::Letter => letter_of_stage(word_at(head, keyword), head),
        _ => None,
    };
    if let Some((span, written)) = meant {
        return with_mend(found.without_fix(), span, written);
    }
    let below = terms_in_header(&found, line, directive);
    let below = below.or_else(|| answer_in_header(&found, line, directive));
    below.unwrap_or(found)
}

fn with_mend(found: Diagnostic, span: Span, written: String) -> Diagnostic {
    found
        .help(Help::Write(written.as_str().into()))
        .suggested_fix(vec![Edit::replace(span, written)])
}

fn word_at(head: Input<'_>, span: Span) -> Input<'_> {
    split_at(head, span.start).word()
}

fn behind_word<'t>(word: Input<'_>, head: Input<'t>) -> Input<'t> {
    split_at(head, word.span().end).trimmed()
}

/// `korting #2 10,00` is a credit note with a number of its own. The number is for a person to choose.
fn credit_of_invoice(behind: Input<'_>) -> Option<String> {
    let names = behind.text.starts_with('#') && !behind.words().any(|word| is_for(word.text));
    names.then(|| format!("credit #NUMBER for {}", behind.text))
}

fn is_for(word: &str) -> bool {
    from_dutch(word, ["for"]).is_some()
}

/// `2026-06-15 bank bijgewerkt t/m 14-6-2026` and `2026-06-15 bank-through 2026-06-14`: the day in front is the day up to
/// which the bank is in the journal.
fn bank_line(head: Input<'_>) -> Option<String> {
    let is_day = |word: &Input<'_>| read_day(word.text).is_some();
    let says_nothing = |word: &Input<'_>| {
        let small = word.text.to_lowercase();
        BANK.contains(&small.as_str())
            || [
                "bij",
                "bijgewerkt",
                "ingelezen",
                "verwerkt",
                "geboekt",
                "is",
                "up",
                "to",
                "date",
                "updated",
                "through",
                "until",
                "tot",
                "met",
                "t/m",
                "tm",
            ]
            .contains(&small.as_str())
    };
    let mut words = head.words();
    let day = head.words().filter(is_day).last()?;
    words
        .all(|word| is_day(&word) || says_nothing(&word))
        .then_some(())?;
    Some(format!("{} bank-through", read_day(day.text)?))
}

/// `brief aanmaning #2`: the letter of a stage that went out.
fn letter_of_stage(word: Input<'_>, head: Input<'_>) -> Option<(Span, String)> {
    let small = word.text.trim_end_matches(':').to_lowercase();
    let next = behind_word(word, head).word();
    let stage = match next.text.to_lowercase().as_str() {
        english @ ("reminder" | "demand") => english.to_owned(),
        dutch => suggestion::stage_from_dutch(dutch)?.to_owned(),
    };
    LETTERS.contains(&small.as_str()).then(|| {
        let span = Span::new(word.place, next.span().end);
        (span, format!("sent {stage}"))
    })
}

/// `… vat 21% 14 dagen` and `… termijn 14 dagen`: the terms stand on a line of their own.
fn terms_in_header(
    found: &Diagnostic,
    line: Input<'_>,
    directive: &'static Directive,
) -> Option<Diagnostic> {
    let takes = |key: &&Key| key.name == KeyName::Terms;
    let key = directive.keys.iter().find(takes)?;
    let head = split_at_bar(line).0;
    let start = found.primary.span.start;
    let before = head.first(start.saturating_sub(head.place) as usize);
    // `due 30 days`: the clause word goes with what stands behind it.
    let due = before.words().last().filter(|word| word.text == "due");
    let at = split_at(head, due.map_or(start, |due| due.place));
    let named = due.is_some() || from_dutch(at.word().text, [key.word()]).is_some();
    let length = if named {
        at.split(at.word().text.len()).1.behind_blanks()
    } else {
        at
    };
    let (end, written) = read_length(length)?;
    let span = Span::new(at.place, end);
    let words = at.first(span.end.saturating_sub(span.start) as usize);
    let owner = SlotOwner::Keyword(directive.word());
    let problem = Wanted::NothingMore(owner).but_found_word(words.text);
    let below = format!("{}: {written}", key.word());
    Some(moved_below(line, span, problem, &below))
}

/// `sent reminder #2 retour`, `plan #2 getekend`: what is so stands on a line of its own.
fn answer_in_header(
    found: &Diagnostic,
    line: Input<'_>,
    directive: &'static Directive,
) -> Option<Diagnostic> {
    let word = split_at(split_at_bar(line).0, found.primary.span.start).word();
    let is_answer = |key: &&Key| {
        matches!(
            key.name,
            KeyName::Bounced | KeyName::Signed | KeyName::Accelerate
        ) && from_dutch(word.text, [key.word()]).is_some()
    };
    let key = directive.keys.iter().find(is_answer)?;
    let owner = SlotOwner::Keyword(directive.word());
    let problem = Wanted::NothingMore(owner).but_found_word(word.text);
    let below = format!("{}: yes", key.word());
    Some(moved_below(line, word.span(), problem, &below))
}

/// That words of a header stand on a line below it.
fn moved_below(line: Input<'_>, span: Span, problem: Problem, below: &str) -> Diagnostic {
    let line_end = line.without_blanks_behind().span().end;
    kinds::UNEXPECTED_ARGUMENT
        .at(span, problem)
        .help(Help::WriteLineBelow(below.into()))
        .suggested_fix(vec![
            Edit::replace(Span::new(span.start.saturating_sub(1), span.end), ""),
            Edit::replace(Span::new(line_end, line_end), format!("\n  {below}")),
        ])
}

fn split_at(head: Input<'_>, start: u32) -> Input<'_> {
    head.split(start.saturating_sub(head.place) as usize).1
}

/// A length of time, in English or Dutch: its end, and what to write.
fn read_length(at: Input<'_>) -> Option<(u32, String)> {
    if let Some((span, written)) = dutch_duration(&[ArgumentForm::Terms], at) {
        return Some((span.end, written));
    }
    let (_, (written, _)) = consumed(duration(&DATE_UNITS)).parse(at).ok()?;
    Some((written.span().end, written.text.to_owned()))
}
