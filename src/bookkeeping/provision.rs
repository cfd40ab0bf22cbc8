//! What of open items is not likely to come in: named one by one where something is known of them, by age where shares were
//! given. No share is built in: which one is right is for the annual accounts to say.

use crate::value::exact_amount::ExactAmount;
use crate::value::money::Minor;
use crate::value::share::{Share, decimal_from_digits};
use std::fmt;

/// Why an item may not come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DoubtReason {
    /// The customer is insolvent.
    Insolvent,
    /// Somebody else collects it.
    HandedOver,
    /// The customer disputes it.
    Disputed,
    /// It can soon be claimed no more, or cannot already.
    LimitationNear,
    /// A part of its invoice was written off.
    WrittenOffInPart,
    /// It is late.
    Late,
}

/// A share for some items.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProvisionRule {
    scope: ProvisionScope,
    share: Share,
}

/// Which items a share is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ProvisionScope {
    /// So many days late, from the first number to the last.
    Days(i64, Option<i64>),
    /// Those with a reason.
    Reason(DoubtReason),
}

impl DoubtReason {
    /// Every reason, the gravest first.
    pub const ALL: [Self; 6] = [
        Self::Insolvent,
        Self::HandedOver,
        Self::Disputed,
        Self::LimitationNear,
        Self::WrittenOffInPart,
        Self::Late,
    ];

    /// The word for programs, and for a share on the command line.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Insolvent => "insolvent",
            Self::HandedOver => "handed-over",
            Self::Disputed => "disputed",
            Self::LimitationNear => "limitation",
            Self::WrittenOffInPart => "part-written-off",
            Self::Late => "late",
        }
    }
}

impl ProvisionRule {
    /// Reads `31-60:10%`, `90+:50%` (more than 90 days), or `insolvent:100%`; `None` for other words.
    ///
    /// ```
    /// use tegoed::bookkeeping::provision::{DoubtReason, ProvisionRule, provision_share};
    /// let rules: Option<Vec<_>> = ["31-60:10%", "90+:50%"].into_iter().map(ProvisionRule::from_text).collect();
    /// let rules = rules.ok_or("no rules")?;
    /// let share = |days| provision_share(&rules, &[DoubtReason::Late], days).map(|share| share.to_digits());
    /// assert_eq!((share(60), share(90), share(91)), (Some("10.00".to_owned()), None, Some("50.00".to_owned())));
    /// assert_eq!(ProvisionRule::from_text("60-31:10%"), None);
    /// # Ok::<(), &str>(())
    /// ```
    pub fn from_text(words: &str) -> Option<Self> {
        let (scope, share) = words.split_once(':')?;
        Some(Self {
            scope: read_scope(scope)?,
            share: read_share(share.strip_suffix('%')?)?,
        })
    }

    /// Whether some item could fall under both.
    pub fn overlaps(&self, other: &Self) -> bool {
        match (self.scope, other.scope) {
            (ProvisionScope::Days(first, last), ProvisionScope::Days(begin, end)) => {
                last.is_none_or(|last| begin <= last) && end.is_none_or(|end| first <= end)
            }
            (ProvisionScope::Reason(one), ProvisionScope::Reason(two)) => one == two,
            _ => false,
        }
    }

    fn is_for(&self, reasons: &[DoubtReason], days_late: i64) -> bool {
        match self.scope {
            ProvisionScope::Reason(reason) => reasons.contains(&reason),
            ProvisionScope::Days(first, last) => {
                first <= days_late && last.is_none_or(|last| days_late <= last)
            }
        }
    }
}

/// Writes it as it is read.
impl fmt::Display for ProvisionRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.scope {
            ProvisionScope::Days(first, Some(last)) => write!(f, "{first}-{last}")?,
            ProvisionScope::Days(first, None) => write!(f, "{}+", first.saturating_sub(1))?,
            ProvisionScope::Reason(reason) => f.write_str(reason.code())?,
        }
        write!(f, ":{}%", self.share.0.normalize())
    }
}

/// The share that some rules give an item: of its gravest reason, else by its age where nothing else is known of it.
pub fn provision_share(
    rules: &[ProvisionRule],
    reasons: &[DoubtReason],
    days_late: i64,
) -> Option<Share> {
    let rule_of = |reason: &DoubtReason| {
        let mut own = rules.iter();
        own.find(|rule| rule.scope == ProvisionScope::Reason(*reason))
    };
    let named = || reasons.iter().filter(|it| **it != DoubtReason::Late);
    let rule = if named().next().is_some() {
        named().find_map(rule_of)
    } else {
        rules.iter().find(|rule| rule.is_for(reasons, days_late))
    };
    rule.map(|rule| rule.share)
}

/// The share of an amount, in whole minor units.
pub fn provision_of(basis: Minor, share: Share) -> Option<Minor> {
    ExactAmount::from_minor(basis)?.share(share)?.to_minor()
}

fn read_scope(words: &str) -> Option<ProvisionScope> {
    let mut reasons = DoubtReason::ALL.into_iter();
    if let Some(reason) = reasons.find(|reason| reason.code() == words) {
        return Some(ProvisionScope::Reason(reason));
    }
    if let Some(days) = words.strip_suffix('+') {
        return Some(ProvisionScope::Days(read_days(days)?.checked_add(1)?, None));
    }
    let (first, last) = words.split_once('-')?;
    let (first, last) = (read_days(first)?, read_days(last)?);
    (first <= last).then_some(ProvisionScope::Days(first, Some(last)))
}

fn read_days(digits: &str) -> Option<i64> {
    let is_plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_plain.then(|| digits.parse().ok()).flatten()
}

/// A percentage with at most two decimals, up to 100.
fn read_share(words: &str) -> Option<Share> {
    let (whole, behind) = words.split_once(['.', ',']).unwrap_or((words, ""));
    let decimals = u32::try_from(behind.len()).ok()?;
    let digits = read_days(&format!("{whole}{behind}"))?;
    let share = Share(decimal_from_digits(digits.into(), decimals)?);
    (decimals <= 2 && share <= Share::from_hundredths(10_000)).then_some(share)
}
