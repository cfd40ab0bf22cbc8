//! What a policy says of collecting: the steps of its ladder, the interest and the costs that it claims.

use crate::value::calendar::Duration;
use crate::value::channel::Channel;
use crate::value::money::Money;
use crate::value::share::Share;
use crate::value::vocabulary::HandoverRecipient;
use chrono::NaiveDate;

/// One step of a ladder (SPEC.md 11.1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stage {
    /// Its name: `reminder`.
    pub name: Box<str>,
    /// When it may come, measured from the due date.
    pub threshold: Threshold,
    /// How long after the step before it.
    pub gap: Option<Duration>,
    /// The time that its letter gives to pay.
    pub deadline: Option<Duration>,
    /// How it goes out, in the order written; `phone` beside another channel asks for a call as well.
    pub channels: Vec<Channel>,
    /// The fee that belongs to it.
    pub fee: Option<Money>,
    /// The template of its letter, where it is not the one of its name.
    pub letter: Option<Box<str>>,
    /// Of the step `handover`: who collects from then on.
    pub recipient: HandoverRecipient,
}

/// The day from which a step may come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Threshold {
    /// So long before the due date; when that passes, the step lapses.
    Before(Duration),
    /// So long after the due date.
    After(Duration),
}

impl Threshold {
    /// The day it names for an item due on a day; `None` outside 1900 to 2200.
    pub fn earliest_day(self, due: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::Before(time) => time.date_before(due),
            Self::After(time) => time.date_after(due),
        }
    }

    /// Whether the step asks for money that is not yet due.
    pub const fn is_before(self) -> bool {
        matches!(self, Self::Before(_))
    }
}

impl Stage {
    /// Whether a call belongs to it, beside a letter or alone.
    pub fn has_call(&self) -> bool {
        self.channels.contains(&Channel::Phone)
    }

    /// Whether its letter to a consumer is the one that gives the days of the law: by its name, or by its letter.
    pub fn gives_notice(&self) -> bool {
        let letter = self.letter.as_deref();
        *self.name == *FINAL_STAGE || matches!(letter, Some(FINAL_STAGE | FINAL_NOTICE_LETTER))
    }
}

/// Late interest that a policy claims.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum InterestTerms {
    /// None.
    None,
    /// What the law gives.
    #[default]
    Statutory,
    /// A share of the principal a year, agreed.
    Yearly(Share),
}

impl InterestTerms {
    /// The share a year that was agreed. It decides the order of `unreferenced: oldest`.
    pub const fn agreed_rate(self) -> Option<Share> {
        match self {
            Self::Yearly(share) => Some(share),
            Self::None | Self::Statutory => None,
        }
    }
}

/// Collection costs that a policy claims.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CostTerms {
    /// None.
    None,
    /// What the law gives.
    #[default]
    Statutory,
    /// An amount.
    Fixed(Money),
}

/// The step before the due date, and the template of its letter.
pub const COURTESY_STAGE: &str = "courtesy";
/// The first step after the due date, and the template of its letter.
pub const REMINDER_STAGE: &str = "reminder";
/// The name of the step whose letter stops the work, and of its template.
pub const SUSPENSION_STAGE: &str = "suspension";
/// The name of the step that is completed by a `handover` entry, not by a letter.
pub const HANDOVER_STAGE: &str = "handover";
/// The name of the step whose letter gives a consumer the fourteen days of the law.
pub const FINAL_STAGE: &str = "final";
/// The name of that letter: what `letter` of a step may say for it.
pub const FINAL_NOTICE_LETTER: &str = "final-notice";
