//! Which of the built-in letters a step writes or goes by, and what follows it.

use crate::day::Day;
use crate::dunning::dunning_state::ItemPosition;
use crate::journal::ladder::{FINAL_NOTICE_LETTER, FINAL_STAGE, HANDOVER_STAGE, Stage};
use crate::value::channel::Exclusion;
use crate::value::vocabulary::HandoverRecipient;

/// The built-in letters, from the friendliest on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LetterLevel {
    /// Before the due date.
    Courtesy,
    /// The first after it.
    Reminder,
    /// The second.
    Demand,
    /// The last, to a business or a public body.
    Final,
    /// The last, to a consumer or to somebody of whom nothing else is written: fourteen days, and what it costs after
    /// them (NL: BW 6:96 lid 6).
    FourteenDays,
}

impl LetterLevel {
    /// The letter of a step: that which it names, else that of its own name; `None` where neither is built in.
    /// `needs_notice`: whether the law asks for a letter of fourteen days before costs are owed.
    fn for_stage(stage: &Stage, needs_notice: bool) -> Option<Self> {
        let named = Self::from_name(letter_name(stage), needs_notice);
        named.or_else(|| Self::from_name(&stage.name, needs_notice))
    }

    fn from_name(letter: &str, needs_notice: bool) -> Option<Self> {
        Some(match letter {
            "courtesy" => Self::Courtesy,
            "reminder" => Self::Reminder,
            "demand" => Self::Demand,
            FINAL_STAGE | FINAL_NOTICE_LETTER if needs_notice => Self::FourteenDays,
            FINAL_STAGE | FINAL_NOTICE_LETTER => Self::Final,
            _ => return None,
        })
    }

    /// The letter that the step of an item is, or goes by where it is one of one's own: before the due date the
    /// courtesy, as the first step after it the reminder, later the demand.
    pub fn for_item(item: &LetterItem<'_, '_>, needs_notice: bool) -> Self {
        Self::for_stage(item.stage, needs_notice).unwrap_or_else(|| {
            let ladder = item.position.ladder_position.policy.ladder();
            let mut before = ladder.iter().take(item.stage_index);
            if item.stage.threshold.is_before() {
                Self::Courtesy
            } else if before.all(|stage| stage.threshold.is_before()) {
                Self::Reminder
            } else {
                Self::Demand
            }
        })
    }

    /// The name of its built-in template.
    pub const fn template_name(self) -> &'static str {
        match self {
            Self::Courtesy => "courtesy",
            Self::Reminder => "reminder",
            Self::Demand => "demand",
            Self::Final => FINAL_STAGE,
            Self::FourteenDays => FINAL_NOTICE_LETTER,
        }
    }

    /// Whether it stands alone: a letter about money not yet due asks for nothing else, and the fourteen-day letter
    /// names one amount only.
    pub const fn is_sent_alone(self) -> bool {
        matches!(self, Self::Courtesy | Self::FourteenDays)
    }
}

/// An item and the step that a letter takes for it.
#[derive(Clone, Copy, Debug)]
pub struct LetterItem<'d, 'j> {
    /// The item.
    pub position: &'d ItemPosition<'j>,
    /// The step.
    pub stage: &'j Stage,
    /// Its place in the ladder.
    pub stage_index: usize,
}

/// The block without which the fourteen-day letter has no effect (NL: BW 6:96 lid 6).
pub const STATUTORY_NOTICE: &str = "statutory_notice";

/// The name of the letter of a step.
pub fn letter_name(stage: &Stage) -> &str {
    stage.letter.as_deref().unwrap_or(&stage.name)
}

/// What follows a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FollowingStep {
    /// Nothing of which a letter could speak.
    Nothing,
    /// A demand.
    Demand,
    /// A last letter.
    FinalLetter,
    /// Somebody else collects.
    Handover(HandoverRecipient),
}

impl FollowingStep {
    /// What follows the step at a place of a ladder. Of what the policy does not have as its next step no letter
    /// speaks, nor of handing over whom the journal says not to hand over, or what the policy leaves to the business
    /// itself.
    pub fn after_step(day: &Day<'_>, position: &ItemPosition<'_>, place: usize) -> Self {
        let next = position.ladder_position.stage(place.saturating_add(1));
        let Some(next) = next else {
            return Self::Nothing;
        };
        if *next.name == *HANDOVER_STAGE {
            let excluded = position.customer.is_some_and(|customer| {
                day.journal.customers[customer].has_exclusion(Exclusion::Agency)
            });
            let kept = excluded && next.recipient == HandoverRecipient::Agency;
            return if kept || is_left_to_business(day, position) {
                Self::Nothing
            } else {
                Self::Handover(next.recipient)
            };
        }
        match LetterLevel::for_stage(next, false) {
            Some(LetterLevel::Demand) => Self::Demand,
            Some(LetterLevel::Final | LetterLevel::FourteenDays) => Self::FinalLetter,
            _ => Self::Nothing,
        }
    }

    /// The word by which templates ask for it.
    pub const fn template_word(self) -> Option<&'static str> {
        match self {
            Self::Nothing => None,
            Self::Demand => Some("demand"),
            Self::FinalLetter => Some("final"),
            Self::Handover(HandoverRecipient::Agency) => Some("handover"),
            Self::Handover(HandoverRecipient::Lawyer) => Some("lawyer"),
            Self::Handover(HandoverRecipient::Court) => Some("court"),
        }
    }
}

/// Whether what is open of an invoice is less than what the policy hands over.
fn is_left_to_business(day: &Day<'_>, position: &ItemPosition<'_>) -> bool {
    let currency = day.journal.invoices[position.invoice].currency;
    let open = day.ledger.open_principal(day.journal, position.invoice);
    let own = position.ladder_position.policy.self_below;
    own.is_some_and(|own| own.currency == currency && open < own.minor)
}
