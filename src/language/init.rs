//! The words of `init`: what it asks a person at the terminal, and what a new journal says of itself.

/// The words of a new journal.
#[derive(Clone, Copy, Debug)]
pub struct InitWords {
    /// The comment at the top, a line each.
    pub introduction: &'static [&'static str],
    /// The comment above the lines of the business that are still to be filled in.
    pub fill_in: &'static [&'static str],
    /// The comment above the example, and the example, in a journal whose decimal mark is given.
    pub example: fn(char) -> String,
    /// What to do next, told when the journal is there.
    pub next_steps: &'static str,
    /// What is asked at the terminal.
    pub question: InitInputWords,
}

/// What `init` asks at the terminal, each without the colon behind it.
#[derive(Clone, Copy, Debug)]
pub struct InitInputWords {
    /// The name of the business.
    pub name: &'static str,
    /// The first line of its address.
    pub street: &'static str,
    /// The second.
    pub town: &'static str,
    /// Its number in the trade register.
    pub kvk: &'static str,
    /// Its VAT number.
    pub vat_id: &'static str,
    /// The account that customers pay to.
    pub iban: &'static str,
    /// Its address for mail.
    pub email: &'static str,
    /// Its number for questions.
    pub phone: &'static str,
    /// The mark before the decimals.
    pub decimal_mark: &'static str,
    /// The currency of amounts without a code.
    pub currency: &'static str,
    /// Whether to install the git hook.
    pub hook: &'static str,
    /// The letter that says yes to that.
    pub yes: char,
    /// Said once, before the questions.
    pub may_be_left_out: &'static str,
}
