//! A template cut in pieces, where each stands: words, `{{ … }}`, `{% … %}`, `{# … #}`, and the tokens inside.

use std::ops::Range;

/// A piece of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// What it is.
    pub sort: Sort,
    /// Where it stands, with its braces.
    pub span: Range<usize>,
}

/// What a piece is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// Words as they stand.
    Words,
    /// `{{ … }}`: something is put here.
    Output,
    /// `{% … %}`: something is decided here.
    Statement,
    /// `{# … #}`: not part of the letter.
    Comment,
}

/// A token inside braces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token<'t> {
    /// What it is.
    pub sort: TokenSort,
    /// Its text.
    pub text: &'t str,
    /// Where it stands.
    pub span: Range<usize>,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenSort {
    /// A name or a word of the language.
    Name,
    /// Words between quotes.
    Text,
    /// A number.
    Number,
    /// A sign: `==`, `(`, `.`
    Sign,
}

/// The piece that is not closed, from its braces to the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unclosed(pub Range<usize>);

/// Cuts a text in pieces; together they are the whole text.
///
/// ```
/// use tegoed::letter::templates::pieces::pieces;
/// let found = pieces("a {{ b }}\n").map(|all| all.len());
/// assert_eq!(found, Ok(3));
/// assert!(pieces("a {{ b").is_err());
/// ```
pub fn pieces(text: &str) -> Result<Vec<Piece>, Unclosed> {
    let mut found = Vec::new();
    let mut at = 0_usize;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let (sort, start) =
            next_open(rest).map_or((Sort::Words, rest.len()), |(sort, start)| (sort, start));
        let open = at.saturating_add(start);
        if open > at {
            found.push(Piece {
                sort: Sort::Words,
                span: at..open,
            });
        }
        at = open;
        if sort != Sort::Words {
            let end = end_of(text, open, sort).ok_or(Unclosed(open..text.len()))?;
            found.push(Piece {
                sort,
                span: open..end,
            });
            at = end;
        }
    }
    Ok(found)
}

/// The first braces of a text, and where they open.
fn next_open(text: &str) -> Option<(Sort, usize)> {
    let mut braces = text.match_indices('{');
    braces.find_map(|(at, _)| {
        let behind = text.get(at..)?.chars().nth(1)?;
        let sort = match behind {
            '{' => Sort::Output,
            '%' => Sort::Statement,
            '#' => Sort::Comment,
            _ => return None,
        };
        Some((sort, at))
    })
}

/// Where the braces that open at a place end. What stands between quotes closes nothing.
fn end_of(text: &str, open: usize, sort: Sort) -> Option<usize> {
    let close = match sort {
        Sort::Output => "}}",
        Sort::Statement => "%}",
        _ => "#}",
    };
    let inside = open.saturating_add(2);
    let rest = text.get(inside..)?;
    let mut quote: Option<char> = None;
    for (at, sign) in rest.char_indices() {
        match quote {
            Some(mark) if sign == mark => quote = None,
            None if sort != Sort::Comment && matches!(sign, '"' | '\'') => quote = Some(sign),
            None if rest.get(at..).is_some_and(|rest| rest.starts_with(close)) => {
                return Some(inside.saturating_add(at).saturating_add(close.len()));
            }
            Some(_) | None => {}
        }
    }
    None
}

/// The tokens inside the braces of a piece; none where it decides nothing and puts nothing in.
pub fn tokens<'t>(text: &'t str, piece: &Piece) -> Vec<Token<'t>> {
    if matches!(piece.sort, Sort::Words | Sort::Comment) {
        return Vec::new();
    }
    let (start, end) = (
        piece.span.start.saturating_add(2),
        piece.span.end.saturating_sub(2),
    );
    let body = text.get(start..end).unwrap_or_default();
    let mut found = Vec::new();
    let mut at = 0_usize;
    while let Some(rest) = body.get(at..).filter(|rest| !rest.is_empty()) {
        let (sort, length) = token(rest);
        if let (Some(sort), Some(words)) = (sort, rest.get(..length)) {
            let from = start.saturating_add(at);
            found.push(Token {
                sort,
                text: words,
                span: from..from.saturating_add(length),
            });
        }
        at = at.saturating_add(length.max(1));
    }
    found
}

/// What a text begins with, and how long it is; blanks are nothing.
fn token(text: &str) -> (Option<TokenSort>, usize) {
    let first = text.chars().next().unwrap_or(' ');
    let run = |of: fn(char) -> bool| text.find(|sign| !of(sign)).unwrap_or(text.len());
    match first {
        blank if blank.is_whitespace() => (None, run(char::is_whitespace)),
        '"' | '\'' => {
            let closing = text.char_indices().skip(1).find(|(_, sign)| *sign == first);
            let length = closing.map_or(text.len(), |(at, _)| at.saturating_add(1));
            (Some(TokenSort::Text), length)
        }
        digit if digit.is_ascii_digit() => (Some(TokenSort::Number), run(|c| c.is_ascii_digit())),
        letter if letter.is_alphabetic() || letter == '_' => (
            Some(TokenSort::Name),
            run(|sign| sign.is_alphanumeric() || sign == '_'),
        ),
        _ => {
            let double = ["==", "!=", "<=", ">=", "**", "//"];
            let found = double.into_iter().find(|sign| text.starts_with(sign));
            (
                Some(TokenSort::Sign),
                found.map_or(first.len_utf8(), str::len),
            )
        }
    }
}
