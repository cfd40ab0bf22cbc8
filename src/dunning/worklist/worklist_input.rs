//! What a source of tasks looks at, and what a source is.

use super::task::Task;
use crate::dunning::dunning_state::{DunningState, ItemPosition};
use crate::journal::history::EventHistory;
use std::cell::OnceCell;

/// What a source of tasks looks at.
#[derive(Debug)]
pub struct WorklistInput<'d, 'j> {
    /// Stages, holds and blockers of every open item.
    pub dunning: &'d DunningState<'j>,
    /// What was said about each invoice and each customer.
    pub history: EventHistory<'j>,
    positions: OnceCell<Vec<ItemPosition<'j>>>,
}

impl<'d, 'j> WorklistInput<'d, 'j> {
    /// The morning of the day of a ledger.
    pub fn new(dunning: &'d DunningState<'j>) -> Self {
        Self {
            dunning,
            history: EventHistory::new(dunning.journal, dunning.as_of()),
            positions: OnceCell::new(),
        }
    }

    /// Where every open item stands; worked out when the first source asks.
    pub fn positions(&self) -> &[ItemPosition<'j>] {
        self.positions
            .get_or_init(|| self.dunning.open_positions(|_| true))
    }
}

/// Finds tasks of one kind.
pub type TaskSource = for<'d, 'j> fn(&WorklistInput<'d, 'j>, &mut Vec<Task<'j>>);
