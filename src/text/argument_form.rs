//! The forms that an argument of the journal may have, and the keyword or key that an argument belongs to. The tables
//! of the syntax and the problems found in a line are both made of these.

/// The form of an argument: which characters it consists of and what they mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ArgumentForm {
    /// The number of an invoice: `#2026-001`.
    Invoice,
    /// The id of a customer: `@jansen`.
    Customer,
    /// An amount above zero: `1210.00`, `1210.00 USD`, `€ 1210.00`.
    Amount,
    /// An amount that may be zero.
    AmountOrZero,
    /// An amount that may be zero or negative.
    Balance,
    /// A date: `2026-01-31`.
    Date,
    /// A length of time in whole days or more: `30 days`, `2 weeks`, `1 month`.
    Duration,
    /// The time to pay: `30 days`, `30 days end of month`.
    Terms,
    /// Time spent, in minutes or hours: `20 min`, `2 hours`.
    Spent,
    /// A percentage: `30%`.
    Share,
    /// What VAT an amount bears: `21%`, `0% eu-goods`, `exempt`.
    Vat,
    /// A year, a quarter, a month or a day: `2026-Q1`.
    Period,
    /// A box of a VAT return: `1a`.
    VatBox,
    /// An account of the general ledger: `8000`.
    LedgerAccount,
    /// One word of a closed list.
    Word(&'static [&'static str]),
    /// Words of a closed list with commas between: `agency,post`.
    List(&'static [&'static str]),
    /// A name that the user chose, of a policy, a stage or a template.
    Name,
    /// A part of the work: `milestone halfway`.
    Milestone,
    /// A whole number, zero or above.
    Count,
    /// How often something comes back, at least once: `6`.
    Repetitions,
    /// A decimal mark: `.` or `,`.
    Mark,
    /// A currency code of ISO 4217: `EUR`.
    Currency,
    /// A path or a glob pattern, which takes the rest of the line.
    Path,
}

impl ArgumentForm {
    /// Something of this form, with the point as decimal mark.
    pub const fn example(self) -> &'static str {
        match self {
            Self::Invoice => "#2026-001",
            Self::Customer => "@jansen",
            Self::Amount | Self::AmountOrZero | Self::Balance => "1210.00",
            Self::Date => "2026-01-31",
            Self::Duration | Self::Terms => "30 days",
            Self::Spent => "20 min",
            Self::Share | Self::Vat => "21%",
            Self::Period => "2026-Q1",
            Self::VatBox => "1a",
            Self::LedgerAccount => "8000",
            Self::Word([first, ..]) | Self::List([first, ..]) => first,
            Self::Word([]) | Self::List([]) => "",
            Self::Name => "standard",
            Self::Milestone => "milestone halfway",
            Self::Count => "1",
            Self::Repetitions => "6",
            Self::Mark => ",",
            Self::Currency => "EUR",
            Self::Path => "2025/*.tegoed",
        }
    }
}

/// The keyword or key that an argument belongs to, named in messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SlotOwner {
    /// The keyword of an entry, such as `invoice`.
    Keyword(&'static str),
    /// The key of a detail, such as `terms`, without its colon.
    Key(&'static str),
}
