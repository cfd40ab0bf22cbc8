//! What a source of tasks looks at, and what a source is.

use super::last_words::LastWords;
use super::task::Task;
use crate::dunning::position::{Dunning, Position};
use std::cell::OnceCell;

/// What a source of tasks looks at.
#[derive(Debug)]
pub struct Morning<'d, 'j> {
    /// Stages, holds and gates.
    pub dunning: &'d Dunning<'j>,
    /// When somebody was last heard of.
    pub last_words: LastWords,
    positions: OnceCell<Vec<Position<'j>>>,
}

impl<'d, 'j> Morning<'d, 'j> {
    /// The morning of the day of a ledger.
    pub fn of(dunning: &'d Dunning<'j>) -> Self {
        Self {
            dunning,
            last_words: LastWords::of(dunning.journal, dunning.on()),
            positions: OnceCell::new(),
        }
    }

    /// Where every open item stands; worked out when the first source asks.
    pub fn positions(&self) -> &[Position<'j>] {
        self.positions.get_or_init(|| self.dunning.open(|_| true))
    }
}

/// Finds tasks of one kind.
pub type Source = for<'d, 'j> fn(&Morning<'d, 'j>, &mut Vec<Task<'j>>);
