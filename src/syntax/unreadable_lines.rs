//! Lines that cannot be read: what is invisible in them, and what may be missing without them.

use super::directive::keyword;
use super::input::Input;
use super::keyword::Keyword;
use super::kinds;
use super::lines::SourceLine;
use super::mistakes::unusual_char;
use super::table::Directive;
use crate::text::diagnostic::Diagnostic;
use crate::text::hint::Help;
use crate::text::problem::{Found, Wanted};
use crate::text::span::Span;
use nom::Parser;
use nom::combinator::all_consuming;

/// A byte that is not UTF-8, which the text represents by a stand-in.
#[derive(Clone, Copy, Debug)]
pub struct NotUtf8 {
    /// The place of the byte.
    pub place: u32,
    /// The byte.
    pub byte: u8,
}

impl NotUtf8 {
    /// The character that stands for the byte in the text; one byte long, so that no place moves.
    pub const STAND_IN: char = '\u{1A}';

    fn to_diagnostic(self) -> Diagnostic {
        let span = Span::new(self.place, self.place.saturating_add(1));
        kinds::NOT_UTF8
            .at(span, Wanted::Utf8.but_found(Found::Byte(self.byte)))
            .help(Help::SaveAsUtf8)
    }
}

/// Whether an entry with this keyword is there to be remembered: no sum, no term and no step rests on its details.
pub const fn tells_only(directive: &Directive) -> bool {
    matches!(
        directive.keyword,
        Keyword::Phone
            | Keyword::Email
            | Keyword::Letter
            | Keyword::Visit
            | Keyword::Chat
            | Keyword::Note
    )
}

/// Whether an unreadable header may declare a name, or how amounts are written. Every header may, except those with a
/// known keyword that declares nothing.
pub fn can_declare(header: Input<'_>) -> bool {
    let declares = |directive: &Directive| {
        let keyword = directive.keyword;
        !directive.kind.is_dated()
            || matches!(keyword, Keyword::Invoice | Keyword::Credit | Keyword::Void)
    };
    // The keyword is the first word, or the second one behind a date.
    header.words().take(2).all(|word| {
        let known = all_consuming(keyword).parse(word);
        known.map_or(true, |(_, directive)| declares(directive))
    })
}

/// The finding about the first invisible thing in a line: a byte that is not UTF-8, or a hidden character.
pub fn find_invisible(line: &SourceLine<'_>, not_utf8: &[NotUtf8]) -> Option<Diagnostic> {
    let first = not_utf8.partition_point(|bad| bad.place < line.place);
    let bad = not_utf8
        .get(first)
        .filter(|bad| bad.place < line.span().end);
    bad.map(|bad| bad.to_diagnostic())
        .or_else(|| unusual_char::find_hidden_char(line.from_first_unusual_char()))
}
