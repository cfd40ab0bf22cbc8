//! What the proposals for provisions add up to, and which items have none though there is a doubt about them.

use super::accountant_input::AccountantInput;
use super::open_items;
use crate::document::Cell;
use crate::value::money::Money;

/// The proposals of `open-items`, as its rows have them.
#[derive(Clone, Debug, Default)]
pub struct ProvisionSummary {
    /// What is proposed, item by item.
    pub proposed: Vec<Money>,
    /// What is open of items with a reason for doubt, being late among them, and without a share.
    pub without_share: Vec<Money>,
}

impl ProvisionSummary {
    /// Adds up the rows.
    pub fn new(input: &AccountantInput<'_>) -> Self {
        let table = open_items::table(input);
        let place = |key: &str| table.columns.iter().position(|column| column.key == key);
        let places = ["balance", "provision", "reason"].map(place);
        let mut summary = Self::default();
        for row in &table.rows {
            let cells = places.map(|place| place.and_then(|place| row.get(place)));
            match cells {
                [_, Some(Cell::Money(provision)), _] => {
                    summary.proposed.push(provision.to_money());
                }
                [Some(Cell::Money(balance)), _, Some(Cell::Word(_))] => {
                    summary.without_share.push(balance.to_money());
                }
                _ => {}
            }
        }
        summary
    }
}
