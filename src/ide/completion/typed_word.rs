//! The word that is being typed.

use crate::text::span::Span;

/// The last word of a line, which ends where something is to be completed.
#[derive(Clone, Copy, Debug)]
pub struct TypedWord<'t> {
    /// Its letters; empty behind a blank.
    pub text: &'t str,
    /// Where it stands.
    pub span: Span,
}

impl<'t> TypedWord<'t> {
    /// The word at the end of a line that ends at a place.
    pub fn at_end(line: &'t str, place: u32) -> Self {
        let text = line.rsplit([' ', '\t']).next().unwrap_or(line);
        let length = u32::try_from(text.len()).unwrap_or_default();
        Self {
            text,
            span: Span::new(place.saturating_sub(length), place),
        }
    }
}
