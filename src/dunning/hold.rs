//! Why letters wait.

use super::arrangement_status::next_day;
use crate::journal::model::Event;
use crate::value::money::Minor;
use chrono::NaiveDate;

/// Why letters wait, in the order in which reports name them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hold {
    /// The customer promised to pay by a day that has not passed.
    Promise,
    /// The customer disputes it.
    Dispute,
    /// The customer was right, and the credit note is not there yet.
    Conceded,
    /// Instalments were agreed.
    Plan,
    /// Less is accepted as full until a day that has not passed.
    Settlement,
    /// We decided to wait.
    Hold,
    /// Somebody else collects it.
    Handover,
    /// The customer is insolvent.
    Insolvency,
}

impl Hold {
    /// The code for programs.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Promise => "promise",
            Self::Dispute => "dispute",
            Self::Conceded => "conceded",
            Self::Plan => "plan",
            Self::Settlement => "settlement",
            Self::Hold => "hold",
            Self::Handover => "handover",
            Self::Insolvency => "insolvency",
        }
    }
}

/// A hold that an invoice had, and how long it lasts or lasted.
#[derive(Clone, Copy, Debug)]
pub struct HoldPeriod<'j> {
    /// Why.
    pub hold: Hold,
    /// The entry that began it.
    pub event: &'j Event,
    /// The first day on which it stands no more; `None` while nobody knows.
    pub over_from: Option<NaiveDate>,
    /// The last day on which the next step is not possible for its sake; `None` while nobody knows. After a dispute
    /// that is later than the day on which it is over.
    pub through: Option<NaiveDate>,
    /// Whether it stops the letters of the whole invoice; a dispute may be about a part.
    pub covers_whole_invoice: bool,
    /// How much it keeps back where that is not the whole invoice; `None` where the entry says so.
    pub amount: Option<Minor>,
}

impl<'j> HoldPeriod<'j> {
    /// A hold of which nobody knows the end.
    pub const fn new(hold: Hold, event: &'j Event) -> Self {
        Self {
            hold,
            event,
            over_from: None,
            through: None,
            covers_whole_invoice: true,
            amount: None,
        }
    }

    /// The same, ended on a day by what happened then.
    pub const fn ended_on(self, on: Option<NaiveDate>) -> Self {
        Self {
            over_from: on,
            through: on,
            ..self
        }
    }

    /// The same, lasting through a day.
    pub fn lasting_through(self, through: Option<NaiveDate>) -> Self {
        Self {
            over_from: through.map(next_day),
            through,
            ..self
        }
    }

    /// Whether it stands at the end of a day.
    pub fn is_active_on(&self, on: NaiveDate) -> bool {
        self.over_from.is_none_or(|over| on < over)
    }
}
