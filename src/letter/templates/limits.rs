//! How long and how deep a template may be. A letter needs a fraction of it; what a stranger put into a folder must not
//! keep the program busy, or end it.

use super::fault::{TemplateFault, TemplateFaultKind};
use super::lexer::{PieceKind, TemplatePiece, Token, tokenize};
use std::ops::Range;

/// How long a template may be, in bytes: some twenty times the longest that is built in.
pub const MAX_TEMPLATE_BYTES: usize = 64 * 1024;
/// How many names and signs may stand between two braces.
const MAX_TOKENS: usize = 100;
/// How many decisions may stand inside each other. Each `elif` counts as one more.
const MAX_NESTING: usize = 64;

/// That a template is longer than it may be; the place is where it should have ended.
pub fn length_fault(text: &str) -> Option<TemplateFault> {
    (text.len() > MAX_TEMPLATE_BYTES).then(|| {
        let at = text.floor_char_boundary(MAX_TEMPLATE_BYTES);
        let behind = text.ceil_char_boundary(at.saturating_add(1));
        TemplateFault::new(
            TemplateFaultKind::Syntax,
            at..behind,
            "expected a template of at most 64 kB, found a longer one",
            "shorten it: a letter is a page or two",
        )
    })
}

/// The first braces that hold too much, or stand too deep.
pub fn find_depth_fault(text: &str, pieces: &[TemplatePiece]) -> Option<TemplateFault> {
    let mut open: Vec<usize> = Vec::new();
    for piece in pieces {
        let said = tokenize(text, piece);
        if let Some(token) = said.get(MAX_TOKENS) {
            return Some(too_long_fault(said.len(), token.span.clone()));
        }
        if piece.kind != PieceKind::Statement {
            continue;
        }
        match said.first().map(|first: &Token<'_>| first.text) {
            Some("if" | "for") => open.push(1),
            Some("elif") => {
                if let Some(depth) = open.last_mut() {
                    *depth = depth.saturating_add(1);
                }
            }
            Some("endif" | "endfor") => {
                open.pop();
            }
            _ => {}
        }
        if open.iter().sum::<usize>() > MAX_NESTING {
            return Some(too_deep_fault(piece.span.clone()));
        }
    }
    None
}

fn too_long_fault(found: usize, span: Range<usize>) -> TemplateFault {
    TemplateFault::new(
        TemplateFaultKind::Syntax,
        span,
        format!("expected at most {MAX_TOKENS} names and signs between two braces, found {found}"),
        "take it apart, or ask for less",
    )
}

fn too_deep_fault(span: Range<usize>) -> TemplateFault {
    TemplateFault::new(
        TemplateFaultKind::Syntax,
        span,
        format!(
            "expected at most {MAX_NESTING} decisions inside each other, `elif` among them, found one more"
        ),
        "close one with `{% endif %}` or `{% endfor %}` first",
    )
}

#[cfg(test)]
mod tests {
    use super::{MAX_TEMPLATE_BYTES, find_depth_fault, length_fault};
    use crate::letter::templates::lexer::split_pieces;

    fn is_too_deep(text: &str) -> bool {
        split_pieces(text).is_ok_and(|pieces| find_depth_fault(text, &pieces).is_some())
    }

    #[test]
    fn what_fits_is_allowed_and_one_more_is_not() {
        let nested = |count: usize| "{% if many %}".repeat(count) + &"{% endif %}".repeat(count);
        assert!(!is_too_deep(&nested(64)) && is_too_deep(&nested(65)));
        let chain = |count: usize| {
            format!(
                "{{% if many %}}{}{{% endif %}}",
                "{% elif many %}".repeat(count)
            )
        };
        assert!(!is_too_deep(&chain(63)) && is_too_deep(&chain(64)));
        assert!(!is_too_deep(&"{% if many %}x{% endif %}".repeat(500)));
        let not = |count: usize| format!("{{% if {}many %}}x{{% endif %}}", "not ".repeat(count));
        assert!(!is_too_deep(&not(98)) && is_too_deep(&not(99)));
    }

    #[test]
    fn the_end_of_a_long_template_is_the_place() {
        assert_eq!(length_fault(&"x".repeat(MAX_TEMPLATE_BYTES)), None);
        let fault = length_fault(&"é".repeat(MAX_TEMPLATE_BYTES));
        assert_eq!(fault.map(|fault| fault.span), Some(65_536..65_538));
    }
}
