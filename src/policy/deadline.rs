//! The fourteen-day letter to a consumer: when it is taken to have arrived, and from when it costs him.

use super::jurisdiction::cited::{Citation, Level};
use super::jurisdiction::law::Law;
use chrono::{Days, NaiveDate};

/// How the letter went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// By ordinary post.
    Post,
    /// By e-mail: there the same day.
    Email,
}

/// The day a letter arrived.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Receipt {
    /// It is known. The creditor bears the burden of proving it.
    Known(NaiveDate),
    /// It is presumed: a page says so, with the rule.
    Presumed(NaiveDate, Citation),
}

impl Receipt {
    /// The day.
    pub const fn day(self) -> NaiveDate {
        match self {
            Self::Known(day) | Self::Presumed(day, _) => day,
        }
    }
}

/// The term that a fourteen-day letter gives.
///
/// A letter names these days only where the receipt is known. Otherwise it says "within fourteen days, counted from
/// the day after this letter was delivered to you": too early a day beside that sentence costs the claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The day it arrived.
    pub receipt: Receipt,
    /// The first day of the term.
    pub first_day: NaiveDate,
    /// The last day as counted.
    pub counted: NaiveDate,
    /// The last day: the counted one, or the next working day (NL: Algemene termijnenwet art. 1).
    pub last_day: NaiveDate,
    /// The first day on which the costs may be asked.
    pub costs_from: NaiveDate,
    /// Where the term is written.
    pub citation: Citation,
}

/// The day a letter arrives, unless it is known: by post the second delivery day after posting, Sundays, Mondays
/// and holidays not counted (NL: HR 25-11-2016, ECLI:NL:HR:2016:2704); by e-mail the same day.
pub fn receipt(law: &Law, sent: NaiveDate, way: Way) -> Option<Receipt> {
    let rule = law.post_days.citation();
    match way {
        Way::Email => Some(Receipt::Presumed(sent, EMAIL)),
        Way::Post => {
            let days = *law.post_days.value();
            let arrived = law.calendar.delivery_days_after(sent, days)?;
            Some(Receipt::Presumed(arrived, rule))
        }
    }
}

/// E-mail is read as arriving when it is sent; no text was found that says so of this letter.
const EMAIL: Citation = Citation {
    source: "assumed: e-mail arrives the day it is sent",
    level: Level::Unread,
};

/// The term of a letter that arrived: fourteen days, from the day after receipt (NL: BW 6:96 lid 6).
///
/// ```
/// use tegoed::policy::deadline::{Way, notice, receipt};
/// use tegoed::policy::jurisdiction::nl::LAW;
/// use tegoed::value::calendar::day;
/// let posted = day(2026, 9, 4).ok_or("no such day")?;
/// let notice = receipt(&LAW, posted, Way::Post).and_then(|receipt| notice(&LAW, receipt)).ok_or("too late")?;
/// assert_eq!(Some(notice.receipt.day()), day(2026, 9, 8));
/// assert_eq!(Some(notice.last_day), day(2026, 9, 22));
/// assert_eq!(Some(notice.costs_from), day(2026, 9, 23));
/// # Ok::<(), &str>(())
/// ```
pub fn notice(law: &Law, receipt: Receipt) -> Option<Notice> {
    let received = receipt.day();
    let counted = received.checked_add_days(Days::new(*law.notice_days.value()))?;
    let last_day = law.calendar.roll(counted)?;
    Some(Notice {
        receipt,
        first_day: received.succ_opt()?,
        counted,
        last_day,
        costs_from: last_day.succ_opt()?,
        citation: law.notice_days.citation(),
    })
}
