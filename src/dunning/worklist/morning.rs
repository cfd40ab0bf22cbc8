//! What a source of tasks looks at, and what a source is.

use super::last_words::LastWords;
use super::task::Task;
use crate::dunning::position::{Dunning, Position};

/// What a source of tasks looks at.
#[derive(Debug)]
pub struct Morning<'d, 'j> {
    /// Stages, holds and gates.
    pub dunning: &'d Dunning<'j>,
    /// Where every open item stands.
    pub positions: &'d [Position<'j>],
    /// When somebody was last heard of.
    pub last_words: LastWords,
}

/// Finds tasks of one kind.
pub type Source = for<'d, 'j> fn(&Morning<'d, 'j>, &mut Vec<Task<'j>>);
