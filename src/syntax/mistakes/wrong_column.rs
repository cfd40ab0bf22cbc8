//! Lines that begin in the wrong column: a detail without indentation, an entry with indentation.

use crate::syntax::directive::{COMMON_KEYS, DIRECTIVES, keyword};
use crate::syntax::input::Input;
use crate::syntax::keyword::Keyword;
use crate::syntax::kinds;
use crate::syntax::lines::SourceLine;
use crate::syntax::table::Directive;
use crate::syntax::token::{self, blanks, whole_word};
use crate::text::diagnostic::Diagnostic;
use crate::text::edit::Edit;
use crate::text::hint::Help;
use crate::text::problem::{Found, Wanted};
use crate::text::span::Span;
use nom::Parser;
use nom::bytes::complete::tag;
use nom::combinator::opt;
use nom::sequence::{preceded, terminated};

/// The finding about a detail in column 1, recognized by its first word.
pub fn detail_in_column_1(word: &str, span: Span) -> Option<Diagnostic> {
    let key = word.strip_suffix(':')?;
    let mut keys = DIRECTIVES.iter().flat_map(|directive| directive.keys);
    let known = keys.any(|known| known.word() == key)
        || COMMON_KEYS.iter().any(|known| known.word() == key);
    // `policy:` may be a detail without its blanks or a declaration with a colon: a person knows.
    let declares = |directive: &&&Directive| directive.word() == key && !directive.kind.is_dated();
    let is_declaration = DIRECTIVES.iter().find(declares).is_some();
    known.then(|| {
        let found = kinds::UNKNOWN_KEYWORD
            .at(span, Wanted::Keyword.but_found(Found::Key(word.into())))
            .help(Help::Indent);
        if is_declaration {
            found
        } else {
            found.suggested_fix(vec![Edit::replace(Span::new(span.start, span.start), "  ")])
        }
    })
}

/// The finding about a header that is indented; `None` where the line is no header.
pub fn indented_header(line: &SourceLine<'_>) -> Option<Diagnostic> {
    let header = line.input().behind_blanks();
    let day = opt(terminated(whole_word(token::date), blanks));
    let (behind, (day, known)) = (day, keyword).parse(header).ok()?;
    let dated = known.kind.is_dated();
    let begins = match day {
        Some(_) => dated,
        None if dated => behind.words().any(|word| word.text.starts_with(['#', '@'])),
        None => known.keyword == Keyword::Customer && has_sigil(behind, "@"),
    };
    if !begins {
        return None;
    }
    let found = kinds::UNKNOWN_KEY.at(
        header.word().span(),
        Wanted::Detail.but_found(Found::Entry(known.word())),
    );
    Some(if dated && day.is_none() {
        found.help(Help::WriteDayBefore(known.word()))
    } else {
        found
            .help(Help::BeginEntryInColumn1)
            .suggested_fix(vec![Edit::replace(Span::new(line.place, header.place), "")])
    })
}

/// Whether this sigil comes next.
fn has_sigil(behind: Input<'_>, sigil: &str) -> bool {
    preceded(blanks, tag(sigil)).parse(behind).is_ok()
}
