//! The remedies for an invoice that is not paid, and the estimates needed to assess them.

use crate::value::money::Minor;
use crate::value::share::Share;

/// A way to proceed with an invoice that is not paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Remedy {
    /// The business goes on collecting itself.
    SelfCollection,
    /// A collection agency collects.
    Agency,
    /// A lawyer writes a letter.
    Lawyer,
    /// The business goes to court.
    Court,
    /// The business gives up the claim.
    Stop,
}

impl Remedy {
    /// All remedies, in the order in which they are assessed.
    pub const ALL: [Self; 5] = [
        Self::SelfCollection,
        Self::Agency,
        Self::Lawyer,
        Self::Court,
        Self::Stop,
    ];

    /// The code for programs.
    pub const fn code(self) -> &'static str {
        match self {
            Self::SelfCollection => "self",
            Self::Agency => "agency",
            Self::Lawyer => "lawyer",
            Self::Court => "court",
            Self::Stop => "stop",
        }
    }

    /// Whether somebody outside the business carries it out.
    pub const fn is_outside(self) -> bool {
        matches!(self, Self::Agency | Self::Lawyer | Self::Court)
    }
}

/// Estimates that a person must give, because the journal does not hold them. None of them is ever made up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Estimates<Amount> {
    /// The chance of payment by remedy; `None` as remedy holds for all remedies without a chance of their own.
    pub chances: Vec<(Option<Remedy>, Share)>,
    /// The own time that a remedy will take, in minutes.
    pub minutes: Vec<(Remedy, u32)>,
    /// The value of an hour of own time; `None` where it is not given.
    pub hourly_rate: Option<Amount>,
    /// The commission of an agency in per cent.
    pub agency_share: Option<Share>,
    /// The fee of a lawyer.
    pub lawyer_fee: Option<Amount>,
    /// The open amount below which nobody outside is asked.
    pub threshold: Option<Amount>,
    /// Whether the claimant is a natural person, whom courts charge less.
    pub is_natural_person: bool,
}

impl<Amount: Copy> Estimates<Amount> {
    /// The chance of a remedy; `None` where it is not given.
    pub fn chance_of(&self, remedy: Remedy) -> Option<Share> {
        let of = |whose| {
            let mut said = self.chances.iter().rev();
            said.find(|(one, _)| *one == whose)
                .map(|(_, chance)| *chance)
        };
        of(Some(remedy)).or_else(|| of(None))
    }

    /// The own time of a remedy in minutes; `None` where it is not given.
    pub fn minutes_for(&self, remedy: Remedy) -> Option<u32> {
        let mut said = self.minutes.iter().rev();
        said.find(|(one, _)| *one == remedy)
            .map(|(_, minutes)| *minutes)
    }

    /// The same estimates, with amounts in minor units of a currency.
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
