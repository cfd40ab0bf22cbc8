//! The policy and the ladder that hold where a journal writes none (SPEC.md 5.6).

use super::ladder::{FINAL_STAGE, HANDOVER_STAGE, Stage, Threshold};
use super::model::Policy;
use crate::value::calendar::Duration;
use crate::value::channel::Channel;
use crate::value::currency::Currency;
use crate::value::money::Minor;
use crate::value::vocabulary::HandoverRecipient;
use std::sync::LazyLock;

/// The ladder of a policy that writes none (SPEC.md 5.6).
static BUILT_IN_STAGES: LazyLock<Vec<Stage>> = LazyLock::new(|| {
    use Threshold::{After, Before};
    let days = |days| Some(Duration::Days(days));
    vec![
        built_in_stage(
            "courtesy",
            Before(Duration::Days(7)),
            None,
            None,
            &[Channel::Email],
        ),
        built_in_stage(
            "reminder",
            After(Duration::Days(3)),
            None,
            days(7),
            &[Channel::Email, Channel::Phone],
        ),
        built_in_stage(
            "demand",
            After(Duration::Days(14)),
            days(10),
            days(7),
            &[Channel::Email],
        ),
        built_in_stage(
            FINAL_STAGE,
            After(Duration::Days(28)),
            days(10),
            days(14),
            &[Channel::Post],
        ),
        built_in_stage(
            HANDOVER_STAGE,
            After(Duration::Days(45)),
            days(14),
            None,
            &[],
        ),
    ]
});

/// The policy of an invoice for which the journal has none (SPEC.md 5.6). It has no terms: when something is due is
/// never assumed.
pub static BUILT_IN_POLICY: LazyLock<Policy> = LazyLock::new(|| Policy {
    name: "standard".into(),
    bank_buffer: Some(Duration::Days(2)),
    workdays: true,
    ..Policy::default()
});

impl Policy {
    /// The steps of escalation, in order: those it writes, else the built-in ones.
    ///
    /// ```
    /// use tegoed::journal::built_in_policy::BUILT_IN_POLICY;
    /// let names: Vec<&str> = BUILT_IN_POLICY.ladder().iter().map(|stage| &*stage.name).collect();
    /// assert_eq!(names, ["courtesy", "reminder", "demand", "final", "handover"]);
    /// ```
    pub fn ladder(&self) -> &[Stage] {
        if self.stages.is_empty() {
            &BUILT_IN_STAGES
        } else {
            &self.stages
        }
    }

    /// The largest fee of its steps in a currency; zero where none has one.
    pub fn largest_fee(&self, currency: Currency) -> Minor {
        let fees = self.ladder().iter().filter_map(|stage| stage.fee);
        let own = fees.filter(|fee| fee.currency == currency);
        own.map(|fee| fee.minor).max().unwrap_or_default()
    }
}

fn built_in_stage(
    name: &str,
    threshold: Threshold,
    gap: Option<Duration>,
    deadline: Option<Duration>,
    channels: &[Channel],
) -> Stage {
    Stage {
        name: name.into(),
        threshold,
        gap,
        deadline,
        channels: channels.to_vec(),
        fee: None,
        letter: None,
        recipient: HandoverRecipient::Agency,
    }
}
