//! Reads one detail: an indented line with `key: value`, or `> words`.

use super::arguments::arguments;
use super::combinators::alt_of_words;
use super::combinators::{cut_with, finish, spanned};
use super::detail_faults::{refuse_empty, refuse_second};
use super::directive::{COMMON_KEYS, EFFORT_KEYS};
use super::entry::{Argument, Detail, DetailKey, Entry};
use super::input::Input;
use super::item_line;
use super::kinds;
use super::lines::SourceLine;
use super::mistakes::dutch_phrase::dutch_phrase;
use super::mistakes::dutch_words::from_dutch;
use super::mistakes::keyless_detail;
use super::mistakes::meaning_words::holds_meaning;
use super::mistakes::month_end::explain_month_end;
use super::mistakes::stated_facts::holds_fact;
use super::mistakes::suggestion;
use super::mistakes::unusual_char;
use super::parse_context::ParseContext;
use super::rule::{Fault, Parsed, Rule};
use super::table::{Directive, DirectiveKind, Key, KeyValue, RATE, Slot};
use super::token::blanks;
use crate::text::argument_form::SlotOwner;
use crate::text::diagnostic::Diagnostic;
use crate::text::edit::Edit;
use crate::text::hint::Help;
use crate::text::problem::{Found, Wanted};
use crate::text::span::Span;
use crate::value::key_name::KeyName;
use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::{tag, take_till1};
use nom::combinator::{map, verify};
use nom::sequence::terminated;

/// Reads a detail line into its entry.
///
/// # Errors
/// The finding about the line; the entry is then unchanged.
pub fn read(line: &SourceLine<'_>, entry: &mut Entry, context: &ParseContext) -> Result<(), Fault> {
    let whole = line.input().trimmed();
    let before = entry.arguments.len();
    match detail(whole, line.is_plain(), entry, context) {
        Ok(detail) => {
            entry.span.end = whole.span().end;
            entry.details.push(detail);
            Ok(())
        }
        Err(fault) => {
            entry.arguments.truncate(before);
            Err(fault)
        }
    }
}

/// `detail = indent , key ;` without its indentation.
fn detail(
    whole: Input<'_>,
    plain: bool,
    entry: &mut Entry,
    context: &ParseContext,
) -> Result<Detail, Fault> {
    let first = entry.arguments.len();
    let (value, (key, word)) = match rated_key(whole, entry.directive) {
        Ok((value, (key, word, rate))) => {
            let owner = SlotOwner::Key(key.word());
            finish(arguments(RATE, owner, context, &mut entry.arguments).parse(rate))?;
            let word = Span::new(word.start, rate.trimmed().span().end);
            (value, (DetailKey::Known(key), word))
        }
        Err(_) => finish(terminated(key(entry, context), blanks).parse(whole))?,
    };
    let mut text = None;
    if let DetailKey::Known(known) = key {
        refuse_second(known, word, (entry, first))?;
        match known.value {
            KeyValue::Text => refuse_empty(known, value)?,
            KeyValue::Slots(_) | KeyValue::OneOf(_) | KeyValue::Rated(_) => {
                if !plain {
                    unusual_char::refuse_misplaced_chars(value)?;
                }
                one_way(known, value, context, &mut entry.arguments)?;
            }
            KeyValue::Line => {
                let read = item_line::read(value, plain, context, &mut entry.arguments);
                text = read.map_err(with_line_example)?;
            }
        }
    }
    Ok(Detail {
        span: whole.span(),
        key,
        key_span: word,
        value: value.span(),
        text,
        arguments: first..entry.arguments.len(),
    })
}

/// The arguments of a key, in the first of its ways that fits; else the fault of the way that fits furthest.
fn one_way(
    key: &'static Key,
    value: Input<'_>,
    context: &ParseContext,
    taken: &mut Vec<Argument>,
) -> Result<(), Fault> {
    let owner = SlotOwner::Key(key.word());
    let (arguments_before, remarks_before) = (taken.len(), context.remark_count());
    let mut best: Option<(Fault, &'static [Slot])> = None;
    for slots in key.value.ways() {
        let Err(fault) = finish(arguments(slots, owner, context, taken).parse(value)) else {
            return Ok(());
        };
        if best
            .as_ref()
            .is_none_or(|(other, _)| nearness(&fault) > nearness(other))
        {
            best = Some((fault, slots));
        }
        taken.truncate(arguments_before);
        context.truncate_remarks(remarks_before);
    }
    let Some((fault, slots)) = best else {
        return Ok(());
    };
    let told = dutch_phrase(key, slots, value);
    let told = told.or_else(|| explain_month_end(slots, value));
    Err(told.unwrap_or_else(|| with_example(key, fault)))
}

/// How near a way came to the line: by the place of its fault, then by what is known about it.
fn nearness(fault: &Fault) -> (u32, bool, bool) {
    let is_value = fault.kind == &kinds::BAD_VALUE;
    (fault.primary.span.start, fault.fix.is_some(), is_value)
}

/// Shows a line of this kind, where nothing better can be said about a word that fits nowhere.
fn with_example(key: &Key, fault: Fault) -> Fault {
    let fits_nowhere = [&kinds::UNKNOWN_CLAUSE, &kinds::UNEXPECTED_ARGUMENT].contains(&fault.kind);
    let is_bare = fault.kind == &kinds::BAD_VALUE && fault.help.is_none();
    if !(fits_nowhere || is_bare) || fault.fix.is_some() {
        return fault;
    }
    Box::new(fault.help(Help::ForExample(key.examples())))
}

/// Shows a line of an invoice, where nothing better is known about one.
fn with_line_example(fault: Fault) -> Fault {
    if fault.help.is_some() || fault.kind != &kinds::BAD_VALUE {
        return fault;
    }
    Box::new(fault.help(Help::WriteItemLine))
}

/// The parts of a detail, split without judging them, as the formatter needs them.
pub enum DetailParts<'t> {
    /// `> words`: the text behind the `>`.
    Words(Input<'t>),
    /// `key: value`: the key and the value.
    KeyValue(Input<'t>, Input<'t>),
    /// Anything else: the whole line.
    Unreadable(Input<'t>),
}

/// Splits a detail into its parts, without the blanks around them.
pub fn detail_parts(line: Input<'_>) -> DetailParts<'_> {
    let line = line.trimmed();
    if let Ok((text, _)) = words(line) {
        return DetailParts::Words(text.trimmed());
    }
    match before_colon(line) {
        Ok((value, key)) => DetailParts::KeyValue(key, value.trimmed()),
        Err(_) => DetailParts::Unreadable(line),
    }
}

/// The text before the first colon.
fn before_colon(line: Input<'_>) -> Parsed<'_, Input<'_>> {
    terminated(take_till1(|byte| byte == b':'), tag(":")).parse(line)
}

/// `words = ">" , [ [ sp ] , text ] ;` without its text: a key without letters.
fn words(line: Input<'_>) -> Parsed<'_, (DetailKey, Span)> {
    map(tag(">"), |mark: Input<'_>| {
        (DetailKey::Words, mark.first(0).span())
    })
    .parse(line)
}

/// `key = known-key | own-key | words ;` up to its value.
fn key<'t>(entry: &Entry, context: &ParseContext) -> impl Rule<'t, (DetailKey, Span)> {
    let word = alt_of_words(
        known_keys(entry.directive),
        |key| Some(key.word()),
        |next| next == Some(b':'),
    );
    let known = terminated(spanned(word), tag(":"));
    let known = known.map(|key| (DetailKey::Known(key.node), key.span));
    cut_with(alt((known, words, own_key)), |line| {
        no_key(line, entry, context)
    })
}

/// A key with a rate of VAT before its colon: the key, its place, and the rate as written.
fn rated_key<'t>(
    line: Input<'t>,
    directive: &Directive,
) -> Parsed<'t, (&'static Key, Span, Input<'t>)> {
    let word = alt_of_words(
        rated_keys(directive),
        |key| Some(key.word()),
        |next| next == Some(b' '),
    );
    let parts = (terminated(spanned(word), blanks), before_colon);
    let named = map(parts, |(key, rate)| (key.node, key.span, rate));
    terminated(named, blanks).parse(line)
}

/// `own-key = "x-" , own-letter , { own-letter } , ":" , [ [ sp ] , text ] ;` without its text.
fn own_key(line: Input<'_>) -> Parsed<'_, (DetailKey, Span)> {
    let is_own = |word: &Input<'_>| {
        let own = word.text.strip_prefix("x-").unwrap_or_default();
        !own.is_empty() && own.chars().all(is_own_key_char)
    };
    let word = terminated(verify(key_word, is_own), tag(":"));
    map(word, |word: Input<'_>| (DetailKey::Own, word.span())).parse(line)
}

/// The text before the first colon or blank.
pub fn key_word(line: Input<'_>) -> Parsed<'_, Input<'_>> {
    take_till1(|byte| matches!(byte, b':' | b' ' | b'\t'))(line)
}

fn is_own_key_char(c: char) -> bool {
    c.is_alphanumeric() || "-_.".contains(c)
}

/// The finding about a line that begins with no key.
fn no_key(line: Input<'_>, entry: &Entry, context: &ParseContext) -> Diagnostic {
    let (behind, word) = key_word(line).unwrap_or((line, line.first(0)));
    if behind.text.starts_with(':') {
        unknown_key(word, line, entry, context)
    } else {
        no_colon(word, line, entry, context)
    }
}

/// The finding about a line whose first word has no colon.
fn no_colon(
    first: Input<'_>,
    whole: Input<'_>,
    entry: &Entry,
    context: &ParseContext,
) -> Diagnostic {
    let word = first.text;
    if word.starts_with(';') {
        return kinds::INLINE_COMMENT.at(first.span(), Wanted::Key.but_found(Found::Comment));
    }
    let found = kinds::UNKNOWN_KEY.at(first.span(), Wanted::Detail.but_found_word(word));
    if let Some(key) = known_keys(entry.directive).find(|key| key.word() == word) {
        let end = first.span().end;
        return found
            .help(Help::EndKey(key.word()))
            .suggested_fix(vec![Edit::replace(Span::new(end, end), ":")]);
    }
    if let Some(key) = meant_rated_key(word, whole, entry.directive) {
        return found
            .help(Help::DidYouMean(key))
            .suggested_fix(vec![Edit::replace(first.span(), key)]);
    }
    if let Some(line) = keyless_detail::with_its_key(whole, entry.directive, context) {
        return found
            .help(Help::Write(line.as_str().into()))
            .suggested_fix(vec![Edit::replace(whole.span(), line)]);
    }
    let keys = known_keys(entry.directive).map(Key::word);
    if let Some(key) = from_dutch(word, keys.clone()) {
        let written = format!("{key}:");
        return found
            .help(Help::Write(written.as_str().into()))
            .suggested_fix(vec![Edit::replace(first.span(), written)]);
    }
    if holds_fact(whole.text, entry.directive.slots) || holds_meaning(whole.text, entry.directive) {
        return found.help(Help::KeyOrFreeText(keys.collect()));
    }
    let start = Span::new(whole.place, whole.place);
    found
        .help(Help::WriteFreeText(whole.text.into()))
        .suggested_fix(vec![Edit::replace(start, "> ")])
}

/// Another word for a key that has a rate before its colon, or a slip in one: `omzet 21%:`.
fn meant_rated_key(word: &str, line: Input<'_>, directive: &Directive) -> Option<&'static str> {
    let (_, name) = before_colon(line).ok()?;
    let rated = rated_keys(directive).map(Key::word);
    let small = word.to_lowercase();
    let near = from_dutch(&small, rated.clone());
    let near = near.or_else(|| suggestion::nearest(&small, rated));
    near.filter(|_| name.text.ends_with('%'))
}

fn rated_keys(directive: &Directive) -> impl Iterator<Item = &'static Key> + Clone + use<> {
    let keys = directive.keys.iter();
    keys.filter(|key| matches!(key.value, KeyValue::Rated(_)))
}

/// The keys that a keyword shares with other keywords of its kind.
fn shared_keys(directive: &Directive) -> impl Iterator<Item = &'static Key> + Clone + use<> {
    let common: &'static [Key] = if directive.kind.is_dated() {
        &COMMON_KEYS
    } else {
        &[]
    };
    let effort: &'static [Key] = if directive.kind == DirectiveKind::Contact {
        &EFFORT_KEYS
    } else {
        &[]
    };
    common.iter().chain(effort)
}

/// Every key that may stand under a keyword.
pub fn known_keys(directive: &Directive) -> impl Iterator<Item = &'static Key> + Clone + use<> {
    directive.keys.iter().chain(shared_keys(directive))
}

fn unknown_key(
    part: Input<'_>,
    whole: Input<'_>,
    entry: &Entry,
    context: &ParseContext,
) -> Diagnostic {
    let wanted = Wanted::KeyOf(entry.directive.word());
    let found = kinds::UNKNOWN_KEY.at(part.span(), wanted.but_found_word(part.text));
    if part.text.starts_with(|c: char| c.is_ascii_digit())
        && let Some(line) = keyless_detail::with_its_key(whole, entry.directive, context)
    {
        return found
            .help(Help::Write(line.as_str().into()))
            .suggested_fix(vec![Edit::replace(whole.span(), line)]);
    }
    let known = known_keys(entry.directive).map(Key::word);
    let small = part.text.to_lowercase();
    let near = from_dutch(&small, known.clone());
    match near.or_else(|| suggestion::nearest(&small, known.clone())) {
        Some(near) => match end_of_postcode_above(&small, near, whole, context) {
            Some(end) => {
                let value = whole.split(part.text.len().saturating_add(1)).1;
                let between = Span::new(end, value.behind_blanks().place);
                found
                    .help(Help::PutPlaceBehindPostcode)
                    .suggested_fix(vec![Edit::replace(between, " ")])
            }
            None => found
                .help(Help::DidYouMeanKey(near))
                .suggested_fix(vec![Edit::replace(part.span(), near)]),
        },
        None => found.help(Help::KnownKeys(known.collect())),
    }
}

/// For the place of an address: where its postcode ends, on the line above.
fn end_of_postcode_above(
    word: &str,
    near: &str,
    whole: Input<'_>,
    context: &ParseContext,
) -> Option<u32> {
    match word {
        _ if near != KeyName::Address.word() => None,
        "postcode" | "zip" | "zipcode" => {
            context.set_postcode_end(whole.span().end);
            None
        }
        "plaats" | "woonplaats" | "stad" | "city" | "town" => {
            context.postcode_end_above(whole.place)
        }
        _ => None,
    }
}
