//! What an argument of the journal looks like, and whose it is: what tables are made of, and what problems speak of.

/// What an argument looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ArgumentForm {
    /// `#2026-001`
    Invoice,
    /// `@jansen`
    Customer,
    /// `1210.00`, `1210.00 USD`, `€ 1210.00`; above zero.
    Amount,
    /// An amount that may be nothing.
    AmountOrZero,
    /// An amount that may be nothing or below.
    Balance,
    /// `2026-01-31`
    Date,
    /// `30 days`, `2 weeks`, `1 month`
    Duration,
    /// `20 min`, `2 hours`
    Spent,
    /// `30%`
    Share,
    /// One word of a closed list.
    Word(&'static [&'static str]),
    /// Words of a closed list with commas between: `agency,post`.
    List(&'static [&'static str]),
    /// A name: a policy, a stage, a template.
    Name,
    /// A whole number.
    Count,
    /// `.` or `,`
    Mark,
    /// `EUR`
    Currency,
    /// A path or pattern: the rest of the line.
    Path,
}

/// The keyword or key whose arguments they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SlotOwner {
    /// A keyword.
    Keyword(&'static str),
    /// A key.
    Key(&'static str),
}
