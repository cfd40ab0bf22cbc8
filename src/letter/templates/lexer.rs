//! A template cut in pieces, where each stands: words, `{{ … }}`, `{% … %}`, `{# … #}`, and the tokens inside.

use std::ops::Range;

/// A piece of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplatePiece {
    /// What it is.
    pub kind: PieceKind,
    /// Where it stands, with its braces.
    pub span: Range<usize>,
}

/// What a piece is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PieceKind {
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
    pub kind: TokenKind,
    /// Its text.
    pub text: &'t str,
    /// Where it stands.
    pub span: Range<usize>,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
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
pub struct UnclosedBraces(pub Range<usize>);

/// Cuts a text in pieces; together they are the whole text.
///
/// ```
/// use tegoed::letter::templates::lexer::split_pieces;
/// let found = split_pieces("a {{ b }}\n").map(|all| all.len());
/// assert_eq!(found, Ok(3));
/// assert!(split_pieces("a {{ b").is_err());
/// ```
pub fn split_pieces(text: &str) -> Result<Vec<TemplatePiece>, UnclosedBraces> {
    let mut found = Vec::new();
    let mut at = 0_usize;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let (kind, start) = find_opening_braces(rest)
            .map_or((PieceKind::Words, rest.len()), |(kind, start)| {
                (kind, start)
            });
        let open = at.saturating_add(start);
        if open > at {
            found.push(TemplatePiece {
                kind: PieceKind::Words,
                span: at..open,
            });
        }
        at = open;
        if kind != PieceKind::Words {
            let end =
                find_closing_braces(text, open, kind).ok_or(UnclosedBraces(open..text.len()))?;
            found.push(TemplatePiece {
                kind,
                span: open..end,
            });
            at = end;
        }
    }
    Ok(found)
}

/// The first braces of a text, and where they open.
fn find_opening_braces(text: &str) -> Option<(PieceKind, usize)> {
    let mut braces = text.match_indices('{');
    braces.find_map(|(at, _)| {
        let behind = text.get(at..)?.chars().nth(1)?;
        let kind = match behind {
            '{' => PieceKind::Output,
            '%' => PieceKind::Statement,
            '#' => PieceKind::Comment,
            _ => return None,
        };
        Some((kind, at))
    })
}

/// Where the braces that open at a place end. What stands between quotes closes nothing.
fn find_closing_braces(text: &str, open: usize, kind: PieceKind) -> Option<usize> {
    let close = match kind {
        PieceKind::Output => "}}",
        PieceKind::Statement => "%}",
        _ => "#}",
    };
    let inside = open.saturating_add(2);
    let rest = text.get(inside..)?;
    let mut quote: Option<char> = None;
    for (at, sign) in rest.char_indices() {
        match quote {
            Some(mark) if sign == mark => quote = None,
            None if kind != PieceKind::Comment && matches!(sign, '"' | '\'') => quote = Some(sign),
            None if rest.get(at..).is_some_and(|rest| rest.starts_with(close)) => {
                return Some(inside.saturating_add(at).saturating_add(close.len()));
            }
            Some(_) | None => {}
        }
    }
    None
}

/// The tokens inside the braces of a piece; none where it decides nothing and puts nothing in.
pub fn tokenize<'t>(text: &'t str, piece: &TemplatePiece) -> Vec<Token<'t>> {
    if matches!(piece.kind, PieceKind::Words | PieceKind::Comment) {
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
        let (kind, length) = read_token(rest);
        if let (Some(kind), Some(words)) = (kind, rest.get(..length)) {
            let from = start.saturating_add(at);
            found.push(Token {
                kind,
                text: words,
                span: from..from.saturating_add(length),
            });
        }
        at = at.saturating_add(length.max(1));
    }
    found
}

/// What a text begins with, and how long it is; blanks are nothing.
fn read_token(text: &str) -> (Option<TokenKind>, usize) {
    let first = text.chars().next().unwrap_or(' ');
    let run = |of: fn(char) -> bool| text.find(|sign| !of(sign)).unwrap_or(text.len());
    match first {
        blank if blank.is_whitespace() => (None, run(char::is_whitespace)),
        '"' | '\'' => {
            let closing = text.char_indices().skip(1).find(|(_, sign)| *sign == first);
            let length = closing.map_or(text.len(), |(at, _)| at.saturating_add(1));
            (Some(TokenKind::Text), length)
        }
        digit if digit.is_ascii_digit() => (Some(TokenKind::Number), run(|c| c.is_ascii_digit())),
        letter if letter.is_alphabetic() || letter == '_' => (
            Some(TokenKind::Name),
            run(|sign| sign.is_alphanumeric() || sign == '_'),
        ),
        _ => {
            let double = ["==", "!=", "<=", ">=", "**", "//"];
            let found = double.into_iter().find(|sign| text.starts_with(sign));
            (
                Some(TokenKind::Sign),
                found.map_or(first.len_utf8(), str::len),
            )
        }
    }
}
