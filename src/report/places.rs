//! Where entries stand: file and line for programs; for people the line alone, where there is but one file.

use super::page::shown;
use super::scope::Scope;
use crate::document::{Cell, Column, Shown};
use crate::journal::archive::Quote;

/// How places are shown in this journal.
#[derive(Clone, Copy, Debug)]
pub struct Places {
    single: bool,
}

impl Places {
    /// Looks how many files the journal has.
    pub fn of(scope: Scope<'_>) -> Self {
        Self {
            single: scope.archive.volumes().len() < 2,
        }
    }

    /// The columns, in the order of [`Places::cells`].
    pub fn columns(self, scope: Scope<'_>) -> [Column; 3] {
        let head = &scope.language.say.heading;
        let heading = if self.single { head.line } else { head.place };
        [
            shown("file", head.file, Shown::Programs),
            shown("line", head.line, Shown::Programs),
            shown("place", heading, Shown::People),
        ]
    }

    /// A place in running text: `line 43`, or `2026.tegoed:43` where there are several files.
    pub fn said(self, scope: Scope<'_>, quote: &Quote) -> String {
        if self.single {
            let line = scope.language.say.heading.line.to_lowercase();
            format!("{line} {}", quote.line)
        } else {
            format!("{}:{}", quote.file, quote.line)
        }
    }

    /// File, line, and what people read.
    pub fn cells(self, quote: &Quote) -> [Cell; 3] {
        if quote.file.is_empty() {
            return [Cell::Empty, Cell::Empty, Cell::Empty];
        }
        let line = Cell::Number(quote.line.into());
        let place = if self.single {
            line.clone()
        } else {
            whole(quote)
        };
        [Cell::text(&quote.file), line, place]
    }
}

/// `2026.tegoed:43`
pub fn whole(quote: &Quote) -> Cell {
    if quote.file.is_empty() {
        return Cell::Empty;
    }
    Cell::text(&format!("{}:{}", quote.file, quote.line))
}
