//! What one may do about an invoice that is not paid, and what has to be known to weigh it.

use crate::value::money::Minor;
use crate::value::share::Share;

/// What one may do about an invoice that is not paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Remedy {
    /// Go on oneself.
    SelfCollection,
    /// A collection agency.
    Agency,
    /// A lawyer, for a letter.
    Lawyer,
    /// The court.
    Court,
    /// Let it go.
    Stop,
}

impl Remedy {
    /// All of them, in the order in which one weighs them.
    pub const ALL: [Self; 5] = [
        Self::SelfCollection,
        Self::Agency,
        Self::Lawyer,
        Self::Court,
        Self::Stop,
    ];

    /// The word programs know it by.
    pub const fn code(self) -> &'static str {
        match self {
            Self::SelfCollection => "self",
            Self::Agency => "agency",
            Self::Lawyer => "lawyer",
            Self::Court => "court",
            Self::Stop => "stop",
        }
    }

    /// Whether somebody else does it.
    pub const fn is_outside(self) -> bool {
        matches!(self, Self::Agency | Self::Lawyer | Self::Court)
    }
}

/// What the journal does not say, and a person must: nothing of it is ever made up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Estimates<Amount> {
    /// The chance that it is paid: for one remedy, or for all of which nothing else is said.
    pub chances: Vec<(Option<Remedy>, Share)>,
    /// Time one will spend oneself, in minutes: for one remedy.
    pub minutes: Vec<(Remedy, u32)>,
    /// What an hour of one's own is worth.
    pub hourly_rate: Option<Amount>,
    /// The share that an agency keeps.
    pub agency_share: Option<Share>,
    /// What a lawyer asks.
    pub lawyer_fee: Option<Amount>,
    /// For less than this nobody else is asked.
    pub threshold: Option<Amount>,
    /// Whether the claimant is a natural person, of whom a court asks less.
    pub is_natural_person: bool,
}

impl<Amount: Copy> Estimates<Amount> {
    /// The chance of a remedy.
    pub fn chance_of(&self, remedy: Remedy) -> Option<Share> {
        let of = |whose| {
            let mut said = self.chances.iter().rev();
            said.find(|(one, _)| *one == whose)
                .map(|(_, chance)| *chance)
        };
        of(Some(remedy)).or_else(|| of(None))
    }

    /// The time of a remedy, in minutes.
    pub fn minutes_for(&self, remedy: Remedy) -> Option<u32> {
        let mut said = self.minutes.iter().rev();
        said.find(|(one, _)| *one == remedy)
            .map(|(_, minutes)| *minutes)
    }

    /// The same with amounts in minor units of a currency.
    pub fn to_minor(&self, minor: impl Fn(Amount) -> Option<Minor>) -> Estimates<Minor> {
        Estimates {
            chances: self.chances.clone(),
            minutes: self.minutes.clone(),
            hourly_rate: self.hourly_rate.and_then(&minor),
            agency_share: self.agency_share,
            lawyer_fee: self.lawyer_fee.and_then(&minor),
            threshold: self.threshold.and_then(&minor),
            is_natural_person: self.is_natural_person,
        }
    }
}
