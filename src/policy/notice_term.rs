//! The fourteen-day letter to a consumer: when it is taken to have arrived, and from when it costs him.

use super::jurisdiction::citation::{Citation, CitationLevel};
use super::jurisdiction::law::Law;
use chrono::{Days, NaiveDate};

/// How the letter went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeliveryMethod {
    /// By ordinary post.
    Post,
    /// By e-mail: there the same day.
    Email,
}

/// The day a letter arrived.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LetterReceipt {
    /// It is known. The creditor bears the burden of proving it.
    Known(NaiveDate),
    /// It is presumed: a page says so, with the rule.
    Presumed(NaiveDate, Citation),
}

impl LetterReceipt {
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
pub struct NoticeTerm {
    /// The day it arrived.
    pub receipt: LetterReceipt,
    /// The last day as counted.
    pub nominal_last_day: NaiveDate,
    /// The last day: the counted one, or the next working day (NL: Algemene termijnenwet art. 1).
    pub last_day: NaiveDate,
    /// The first day on which the costs may be asked.
    pub costs_from: NaiveDate,
}

/// The day a letter arrives, unless it is known: by post the second delivery day after posting, Sundays, Mondays
/// and holidays not counted (NL: HR 25-11-2016, ECLI:NL:HR:2016:2704); by e-mail the same day.
pub fn presumed_receipt(law: &Law, sent: NaiveDate, way: DeliveryMethod) -> Option<LetterReceipt> {
    let rule = law.post_days.citation();
    match way {
        DeliveryMethod::Email => Some(LetterReceipt::Presumed(sent, EMAIL_CITATION)),
        DeliveryMethod::Post => {
            let days = *law.post_days.value();
            let arrived = law.calendar.delivery_days_after(sent, days)?;
            Some(LetterReceipt::Presumed(arrived, rule))
        }
    }
}

/// E-mail is read as arriving when it is sent; no text was found that says so of this letter.
const EMAIL_CITATION: Citation = Citation {
    source: "assumed: e-mail arrives the day it is sent",
    level: CitationLevel::Unread,
};

/// The term of a letter that arrived: fourteen days, from the day after receipt (NL: BW 6:96 lid 6).
///
/// ```
/// use tegoed::policy::notice_term::{DeliveryMethod, notice_term, presumed_receipt};
/// use tegoed::policy::jurisdiction::nl::LAW;
/// use tegoed::value::calendar::date_from_ymd;
/// let posted = date_from_ymd(2026, 9, 4).ok_or("no such day")?;
/// let receipt = presumed_receipt(&LAW, posted, DeliveryMethod::Post).ok_or("too late")?;
/// let term = notice_term(&LAW, receipt).ok_or("too late")?;
/// assert_eq!(Some(term.receipt.day()), date_from_ymd(2026, 9, 8));
/// assert_eq!(Some(term.last_day), date_from_ymd(2026, 9, 22));
/// assert_eq!(Some(term.costs_from), date_from_ymd(2026, 9, 23));
/// # Ok::<(), &str>(())
/// ```
pub fn notice_term(law: &Law, receipt: LetterReceipt) -> Option<NoticeTerm> {
    let received = receipt.day();
    let counted = received.checked_add_days(Days::new(*law.notice_days.value()))?;
    let last_day = law.calendar.roll_to_working_day(counted)?;
    Some(NoticeTerm {
        receipt,
        nominal_last_day: counted,
        last_day,
        costs_from: last_day.succ_opt()?,
    })
}
