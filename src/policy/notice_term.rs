//! The term of the fourteen-day letter to a consumer: when the letter is presumed to arrive, and from which day costs
//! are owed.

use super::jurisdiction::citation::Citation;
use super::jurisdiction::law::Law;
use chrono::{Days, NaiveDate};

/// How a letter was delivered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeliveryMethod {
    /// By ordinary post.
    Post,
    /// By e-mail, which arrives the same day.
    Email,
}

/// The day on which a letter arrived.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LetterReceipt {
    /// The day is known. The creditor bears the burden of proof.
    Known(NaiveDate),
    /// The day is presumed, by this rule, which pages print.
    Presumed(NaiveDate, Citation),
}

impl LetterReceipt {
    /// The day of arrival.
    pub const fn day(self) -> NaiveDate {
        match self {
            Self::Known(day) | Self::Presumed(day, _) => day,
        }
    }
}

/// The term that a fourteen-day letter gives.
///
/// A letter names these days only where the receipt is known. Otherwise it says "within fourteen days, counted from the
/// day after this letter was delivered to you": a date that is too early beside that sentence makes the claim for costs
/// fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoticeTerm {
    /// The day on which the letter arrived.
    pub receipt: LetterReceipt,
    /// The last day as counted, before it moves to a working day.
    pub nominal_last_day: NaiveDate,
    /// The last day to pay: the counted one, or the next working day (NL: Algemene termijnenwet art. 1); a later one
    /// where the letter gave more time.
    pub last_day: NaiveDate,
    /// The first day on which costs are owed.
    pub costs_from: NaiveDate,
}

impl NoticeTerm {
    /// The same term where a later last day was given than the law asks for; an earlier one changes nothing. A day that
    /// somebody chose stands as it is: only what the law counts moves to a working day. `None` past the end of the
    /// calendar.
    pub fn extended_through(self, given: NaiveDate) -> Option<Self> {
        let last_day = self.last_day.max(given);
        Some(Self {
            last_day,
            costs_from: last_day.succ_opt()?,
            ..self
        })
    }
}

/// The day on which a letter is presumed to arrive: by post after the delivery days of the law (NL: the second,
/// HR 25-11-2016, ECLI:NL:HR:2016:2704); by e-mail the same day.
pub fn presumed_receipt(law: &Law, sent: NaiveDate, way: DeliveryMethod) -> Option<LetterReceipt> {
    let rule = law.post_days.citation();
    match way {
        DeliveryMethod::Email => Some(LetterReceipt::Presumed(sent, law.email_receipt)),
        DeliveryMethod::Post => {
            let days = *law.post_days.value();
            let arrived = law.calendar.delivery_days_after(sent, days)?;
            Some(LetterReceipt::Presumed(arrived, rule))
        }
    }
}

/// The term of a letter that arrived: fourteen days from the day after receipt (NL: BW 6:96 lid 6). `None` past the end
/// of the calendar.
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
