//! What a template may say between braces: names, comparisons, `if` and `for`. No arithmetic, no calls, no other file.

use super::fault::{TemplateFault, TemplateFaultKind};
use super::lexer::{PieceKind as Is, TemplatePiece, Token, TokenKind, tokenize};
use std::ops::Range;

/// What a statement may begin with.
const STATEMENTS: [&str; 6] = ["if", "elif", "else", "endif", "for", "endfor"];
/// What would read another file, or write one.
const FILE_STATEMENTS: [&str; 5] = ["include", "import", "from", "extends", "block"];
/// Words of the language that are no variables.
pub const RESERVED_WORDS: [&str; 12] = [
    "and", "or", "not", "in", "if", "elif", "else", "for", "true", "false", "endif", "endfor",
];
/// Signs that compare and order.
const OPERATORS: [&str; 10] = ["==", "!=", "<", ">", "<=", ">=", "(", ")", ",", "."];

/// What is strange between the braces of a piece.
pub fn find_restriction_faults(text: &str, piece: &TemplatePiece) -> Vec<TemplateFault> {
    let tokens = tokenize(text, piece);
    let mut found = Vec::new();
    match (piece.kind, tokens.first()) {
        (Is::Words | Is::Comment, _) => return found,
        (_, None) => found.push(TemplateFault::new(
            TemplateFaultKind::Syntax,
            piece.span.clone(),
            "expected a name between the braces, found none",
            "name what is to stand there, or take the braces out",
        )),
        (_, Some(first)) if matches!(first.text, "-" | "+") => {
            found.push(whitespace_control_fault(first));
            return found;
        }
        (Is::Statement, Some(first)) if !STATEMENTS.contains(&first.text) => {
            found.push(statement_fault(first));
            return found;
        }
        _ => {}
    }
    let edge = tokens.last().filter(|last| matches!(last.text, "-" | "+"));
    if let Some(edge) = edge {
        found.push(whitespace_control_fault(edge));
        return found;
    }
    for (place, token) in tokens.iter().enumerate() {
        let next = tokens.get(place.saturating_add(1));
        found.extend(token_fault(token, next));
    }
    found
}

/// `{%-` and `-%}`, which would glue lines together.
fn whitespace_control_fault(sign: &Token<'_>) -> TemplateFault {
    TemplateFault::new(
        TemplateFaultKind::Syntax,
        sign.span.clone(),
        format!("expected plain braces, found `{}` inside them", sign.text),
        "take it out: a line that only decides something leaves no empty line anyway",
    )
}

fn statement_fault(first: &Token<'_>) -> TemplateFault {
    let word = first.text;
    if FILE_STATEMENTS.contains(&word) {
        return TemplateFault::new(
            TemplateFaultKind::Syntax,
            first.span.clone(),
            format!(
                "expected one template by itself, found `{word}`: a letter reads no other file"
            ),
            "write here what the other file says",
        );
    }
    TemplateFault::new(
        TemplateFaultKind::Syntax,
        first.span.clone(),
        format!("expected `{}`, found `{word}`", STATEMENTS.join("`, `")),
        "take it out: letters decide with `if` and go through lists with `for`, nothing else",
    )
}

fn token_fault(token: &Token<'_>, next: Option<&Token<'_>>) -> Option<TemplateFault> {
    let word = token.text;
    let (message, help) = match token.kind {
        TokenKind::Sign if word == "|" => (
            "expected a name, found `|`: letters have no filters".to_owned(),
            "take it out: amounts and days are finished words",
        ),
        TokenKind::Sign if !OPERATORS.contains(&word) => (
            format!("expected a name or a comparison, found `{word}`"),
            "take it out: letters do not reckon, and amounts are finished words",
        ),
        TokenKind::Name if word == "is" => (
            "expected a comparison, found `is`".to_owned(),
            "write `{% if name %}`: what is not there is empty",
        ),
        TokenKind::Name
            if !RESERVED_WORDS.contains(&word) && next.is_some_and(|next| next.text == "(") =>
        {
            (
                format!("expected a name, found the call `{word}(…)`"),
                "name a variable instead: letters call nothing",
            )
        }
        _ => return None,
    };
    Some(TemplateFault::new(
        TemplateFaultKind::Syntax,
        token.span.clone(),
        message,
        help,
    ))
}

/// A character that cannot be seen, or one that stands for bytes that are no text.
pub fn hidden_character_fault(text: &str) -> Option<TemplateFault> {
    let is_hidden = |sign: char| {
        sign == char::REPLACEMENT_CHARACTER
            || (sign.is_control() && !matches!(sign, '\n' | '\r' | '\t'))
    };
    let (at, sign) = text.char_indices().find(|(_, sign)| is_hidden(*sign))?;
    let found = if sign == char::REPLACEMENT_CHARACTER {
        "bytes that are not UTF-8".to_owned()
    } else {
        format!("the control character U+{:04X}", u32::from(sign))
    };
    Some(TemplateFault::new(
        TemplateFaultKind::Syntax,
        at..at.saturating_add(sign.len_utf8()),
        format!("expected plain text, found {found}"),
        "take it out, or save the file as UTF-8",
    ))
}

/// Braces that are not closed.
pub fn unclosed_braces_fault(span: &Range<usize>) -> TemplateFault {
    TemplateFault::new(
        TemplateFaultKind::Syntax,
        span.clone(),
        "expected the end of these braces, found the end of the template",
        "close `{{` with `}}`, `{%` with `%}` and `{#` with `#}`",
    )
}
