//! The lines of a template: which words and which braces stand on each, and which hold decisions only.

use super::lexer::{PieceKind, TemplatePiece};
use std::ops::Range;

/// A line of a template. Braces that go on over a line end belong to one line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TemplateLine<'p> {
    /// Where its words stand, between the braces, without the line end.
    pub words: Vec<Range<usize>>,
    /// Its braces.
    pub braces: Vec<&'p TemplatePiece>,
    /// Where the line end stands; empty behind the last line.
    pub end: Range<usize>,
}

impl TemplateLine<'_> {
    /// Its words, with nothing where braces stand.
    pub fn plain_text(&self, text: &str) -> String {
        let words = self.words.iter();
        words
            .filter_map(|span| text.get(span.clone()))
            .collect::<String>()
    }

    /// Whether nothing stands on it.
    pub fn is_blank(&self, text: &str) -> bool {
        self.braces.is_empty() && self.plain_text(text).trim().is_empty()
    }

    /// Whether it holds decisions or comments and nothing else: then it is no line of the letter.
    pub fn is_statement_only(&self, text: &str) -> bool {
        let decides = |piece: &&TemplatePiece| {
            matches!(piece.kind, PieceKind::Statement | PieceKind::Comment)
        };
        !self.braces.is_empty()
            && self.braces.iter().all(decides)
            && self.plain_text(text).trim().is_empty()
    }

    /// Where it begins.
    pub fn start(&self) -> usize {
        let words = self.words.first().map(|span| span.start);
        let braces = self.braces.first().map(|piece| piece.span.start);
        words
            .into_iter()
            .chain(braces)
            .min()
            .unwrap_or(self.end.start)
    }
}

/// The lines that pieces make.
pub fn split_lines<'p>(text: &str, pieces: &'p [TemplatePiece]) -> Vec<TemplateLine<'p>> {
    let mut all = Vec::new();
    let mut line = TemplateLine::default();
    for piece in pieces {
        if piece.kind != PieceKind::Words {
            line.braces.push(piece);
            continue;
        }
        let mut at = piece.span.start;
        let words = text.get(piece.span.clone()).unwrap_or_default();
        for part in words.split_inclusive('\n') {
            let end = at.saturating_add(part.len());
            let end_of_words = end.saturating_sub(usize::from(part.ends_with('\n')));
            if end_of_words > at {
                line.words.push(at..end_of_words);
            }
            line.end = end_of_words..end;
            if end > end_of_words {
                all.push(std::mem::take(&mut line));
            }
            at = end;
        }
    }
    line.end = text.len()..text.len();
    if !line.words.is_empty() || !line.braces.is_empty() {
        all.push(line);
    }
    all
}
