//! The words of `init`: what it asks, what it says of an answer and of what it did, and what a new journal says of itself.

/// The words of a new journal.
#[derive(Clone, Copy, Debug)]
pub struct InitWords {
    /// The comment at the top, a line each.
    pub introduction: &'static [&'static str],
    /// The comment above the lines of the business that are still to be filled in.
    pub fill_in: &'static [&'static str],
    /// The comment above the example, and the example, in a journal whose decimal mark is given.
    pub example: fn(char) -> String,
    /// What is asked.
    pub question: InitInputWords,
    /// What was done, and what comes next.
    pub message: InitMessageWords,
}

/// A question, and what an answer to it must be.
#[derive(Clone, Copy, Debug)]
pub struct InitInputField {
    /// What is asked, without the colon behind it.
    pub asks: &'static str,
    /// What an answer must be, with an example.
    pub expected: &'static str,
}

/// What `init` asks.
#[derive(Clone, Copy, Debug)]
pub struct InitInputWords {
    /// The name of the business.
    pub name: InitInputField,
    /// The first line of its address.
    pub street: InitInputField,
    /// The second.
    pub town: InitInputField,
    /// Its number in the trade register.
    pub kvk: InitInputField,
    /// Its VAT number.
    pub vat_id: InitInputField,
    /// The account that customers pay to.
    pub iban: InitInputField,
    /// Its address for mail.
    pub email: InitInputField,
    /// Its number for questions.
    pub phone: InitInputField,
    /// The mark before the decimals.
    pub decimal_mark: InitInputField,
    /// The words for the marks, that of the language first.
    pub marks: [(&'static str, char); 2],
    /// The currency of amounts without a code.
    pub currency: InitInputField,
    /// Whether to install the git hook.
    pub hook: InitInputField,
    /// The words that say yes to that, the first letter of each as well; the usual answer is no.
    pub yes: &'static str,
    /// The word that says no.
    pub no: &'static str,
    /// Said once, before the questions.
    pub may_be_left_out: &'static str,
    /// What is wrong with an answer: the question or flag, the answer, what it must be.
    pub wrong: fn(&str, &str, &str) -> String,
    /// What to do with a value that is not known yet.
    pub leave_out: &'static str,
}

/// What `init` says of what it did or did not do. Files come as they are shown.
#[derive(Clone, Copy, Debug)]
pub struct InitMessageWords {
    /// The words before a failure and before its mend.
    pub failure: [&'static str; 2],
    /// A file was written.
    pub wrote: fn(&str) -> String,
    /// A file got a line more.
    pub added_line: fn(&str) -> String,
    /// A hook is there already.
    pub left_hook: fn(&str) -> String,
    /// No hook was installed.
    pub no_hook: &'static str,
    /// Above the command that lets `git diff` name entries.
    pub hunk_headers: &'static str,
    /// The journal is there already, and what begins another one.
    pub exists_already: fn(&str) -> [String; 2],
    /// That is no name of a journal, and how to give one.
    pub wrong_file_name: fn(&str) -> [String; 2],
    /// What to do next, told when the journal is there.
    pub next_steps: &'static str,
}
