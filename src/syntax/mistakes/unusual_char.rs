//! Characters that do not belong in a journal, or not at this place.

use crate::syntax::blank;
use crate::syntax::input::Input;
use crate::syntax::kinds;
use crate::syntax::rule::Fault;
use crate::text::diagnostic::Diagnostic;
use crate::text::edit::Edit;
use crate::text::hint::{Help, Note};
use crate::text::problem::{Found, Wanted};
use crate::text::span::Span;

/// Whether a byte is printable ASCII.
const fn is_printable(byte: u8) -> bool {
    matches!(byte, b' '..=b'~')
}

/// The number of bytes at the start of a text that are printable ASCII or line ends. None of those can be a wrong
/// character.
pub fn count_plain_bytes(text: &str) -> usize {
    let is_plain = |byte: &u8| matches!(*byte, b' '..=b'~' | b'\n');
    // Each block is examined to its end, so that the compiler can use vector instructions; `all` would stop early and
    // compare byte by byte.
    let (blocks, _) = text.as_bytes().as_chunks::<64>();
    let strange = |block: &[u8; 64]| !block.iter().fold(true, |all, byte| all & is_plain(byte));
    let first = blocks.iter().position(strange).unwrap_or(blocks.len());
    let before = first.saturating_mul(64);
    let rest = text.as_bytes().get(before..).unwrap_or_default();
    let plain = rest.iter().position(|byte| !is_plain(byte));
    before.saturating_add(plain.unwrap_or(rest.len()))
}

/// The characters of a line that are not printable ASCII, with their byte offsets.
fn unusual_chars(letters: &str) -> impl Iterator<Item = (usize, char)> {
    let mut at = 0_usize;
    std::iter::from_fn(move || {
        let mut rest = letters.as_bytes().get(at..)?.iter();
        let start = at.saturating_add(rest.position(|byte| !is_printable(*byte))?);
        let found = letters.get(start..)?.chars().next()?;
        at = start.saturating_add(found.len_utf8());
        Some((start, found))
    })
}

/// Whether a character is invisible, or changes how other characters are shown.
pub const fn is_hidden(c: char) -> bool {
    !matches!(c, ' '..='~')
        && matches!(c,
        '\0'..='\u{8}' | '\u{A}'..='\u{1F}' | '\u{7F}'..='\u{9F}'
        | '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180E}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}

/// Whether a character is a blank other than that of the keyboard.
const fn is_other_blank(c: char) -> bool {
    matches!(
        c,
        '\u{A0}' | '\u{1680}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}'
    )
}

const fn is_other_quote(c: char) -> bool {
    matches!(c, '“' | '”' | '„' | '‟' | '‘' | '’' | '‚' | '«' | '»')
}

fn span_of(place: u32, at: usize, c: char) -> Span {
    let start = place.saturating_add(u32::try_from(at).unwrap_or(u32::MAX));
    Span::new(
        start,
        start.saturating_add(u32::try_from(c.len_utf8()).unwrap_or(1)),
    )
}

/// The finding about the first hidden character of a line.
pub fn find_hidden_char(line: Input<'_>) -> Option<Diagnostic> {
    let (at, c) = unusual_chars(line.text).find(|(_, c)| is_hidden(*c))?;
    let span = span_of(line.place, at, c);
    let problem = match c {
        '\r' => Wanted::LineFeed.but_found(Found::Nothing),
        '\0' => Wanted::Text.but_found(Found::Nul),
        _ => Wanted::VisibleCharacters.but_found(Found::Character(c)),
    };
    let found = kinds::CONTROL_CHARACTER
        .at(span, problem)
        .help(Help::Delete)
        .suggested_fix(vec![Edit::replace(span, "")]);
    Some(if is_direction_control(c) {
        found.note(Note::ChangesDirection)
    } else {
        found
    })
}

const fn is_direction_control(c: char) -> bool {
    matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// The finding about the first character that may not stand among arguments: a tab, another blank, a typographic quote.
pub fn find_misplaced_char(letters: &str, place: u32) -> Option<Diagnostic> {
    let out_of_place = |c| c == '\t' || is_other_blank(c) || is_other_quote(c);
    let (at, c) = unusual_chars(letters).find(|(_, c)| out_of_place(*c))?;
    let span = span_of(place, at, c);
    Some(if c == '\t' {
        tab_found(span)
    } else if is_other_quote(c) {
        quotation_mark(c, span)
    } else {
        let (before, from) = letters.split_at_checked(at).unwrap_or((letters, ""));
        let behind = from.trim_start_matches(is_other_blank);
        let run = Span::from_length(span.start, from.len().saturating_sub(behind.len()));
        let found =
            kinds::LOOK_ALIKE_BLANK.at(span, Wanted::Blank.but_found(Found::LookAlikeBlank(c)));
        if is_group(before, behind) {
            found
                .help(Help::LeaveGroupMarksOut)
                .suggested_fix(vec![Edit::replace(run, "")])
        } else {
            found
                .help(Help::TypeBlankAgain)
                .safe_fix(vec![Edit::replace(run, " ")])
        }
    })
}

/// Whether what stands between two texts groups the digits of one number: `1 210.00`.
fn is_group(before: &str, behind: &str) -> bool {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let word = before.rsplit([' ', '\t']).next().unwrap_or_default();
    let word = word.trim_start_matches(['€', '-']);
    (1..=3).contains(&word.len()) && digits(word) == word.len() && digits(behind) == 3
}

/// The finding about a quotation mark where a word should stand.
pub fn quotation_mark(mark: char, span: Span) -> Diagnostic {
    kinds::QUOTES
        .at(span, Wanted::Word.but_found(Found::QuotationMark(mark)))
        .help(Help::LeaveQuotesOut)
}

/// Checks that a value has no character that may not stand among arguments.
///
/// # Errors
/// The finding about the first such character.
pub fn refuse_misplaced_chars(value: Input<'_>) -> Result<(), Fault> {
    find_misplaced_char(value.text, value.place).map_or(Ok(()), |found| Err(Box::new(found)))
}

/// The finding about a tab outside the indentation.
pub fn tab_found(span: Span) -> Diagnostic {
    kinds::TAB
        .at(span, Wanted::Blank.but_found(Found::Tab))
        .help(Help::ReplaceTab)
        .safe_fix(vec![Edit::replace(span, " ")])
}

/// The finding about the first tab behind the indentation of a line.
pub fn inner_tab(letters: &str, place: u32) -> Option<Diagnostic> {
    let inner = blank::behind_blanks(letters);
    let at = memchr::memchr(b'\t', blank::without_blanks_behind(inner).as_bytes())?;
    let before = letters.len().saturating_sub(inner.len());
    let start = Span::from_length(place, before.saturating_add(at)).end;
    Some(tab_found(Span::from_length(start, 1)))
}
