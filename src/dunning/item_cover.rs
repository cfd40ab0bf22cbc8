//! Which items the money covers that is here already, and how much of each.

use crate::journal::model::{ByAccount, ItemIx};
use crate::value::money::Minor;
use std::collections::{BTreeMap, BTreeSet};

/// Money that is here already, and what it covers of what is asked.
#[derive(Debug, Default)]
pub struct ItemCover {
    /// All of the money, by account; only accounts that have some.
    pub sums: ByAccount<Minor>,
    /// How much of each item it covers, charges included.
    pub covered: BTreeMap<ItemIx, Minor>,
    /// Items of which nothing is left to ask.
    pub fully_covered: BTreeSet<ItemIx>,
}

impl ItemCover {
    /// Lets the money of each account cover what is asked of its items, in their order.
    pub fn new(sums: ByAccount<Minor>, asked: ByAccount<Vec<(ItemIx, Minor)>>) -> Self {
        let mut found = Self {
            sums,
            ..Self::default()
        };
        for (account, items) in asked {
            let mut left = found.sums.get(&account).copied().unwrap_or_default();
            for (item, asked) in items {
                let used = left.min(asked);
                left -= used;
                if used.is_positive() {
                    found.covered.insert(item, used);
                }
                if used == asked {
                    found.fully_covered.insert(item);
                }
            }
        }
        found
    }
}
