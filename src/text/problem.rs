//! What is wrong at a place, as data: what was wanted there, and what was found. A language makes words of it.

use super::argument_form::{ArgumentForm, SlotOwner};
use super::quotation::Quotation;

/// Expected this, found that.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// What should stand there.
    pub expected: Wanted,
    /// What stands there; `None` where the underlined words say enough.
    pub found: Option<Found>,
}

/// What should stand at a place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wanted {
    /// An argument in one of these forms.
    Argument(&'static [ArgumentForm]),
    /// An argument of a keyword or key.
    ArgumentOf {
        /// Whose it is.
        owner: SlotOwner,
        /// The clause word it stands behind, which is wanted too.
        clause: Option<&'static str>,
        /// What it may look like.
        forms: &'static [ArgumentForm],
    },
    /// The value behind a clause word that stands there.
    ValueBehind {
        /// The clause word.
        clause: &'static str,
        /// What the value may look like.
        forms: &'static [ArgumentForm],
    },
    /// An argument of this form no more than once.
    OneArgument {
        /// Whose it is.
        owner: SlotOwner,
        /// What it looks like.
        form: ArgumentForm,
    },
    /// A clause word no more than once.
    OneClause {
        /// Whose it is.
        owner: SlotOwner,
        /// The clause word.
        clause: &'static str,
    },
    /// The end: all its arguments stand there.
    NothingMore(SlotOwner),
    /// One of the clause words of a keyword or key.
    ClauseOf(SlotOwner),
    /// One of the keys of this keyword.
    KeyOf(&'static str),
    /// This key no more than once.
    OneKey(&'static str),
    /// Words behind this key.
    WordsBehindKey(&'static str),
    /// A date in front of this keyword.
    DateBefore(&'static str),
    /// No date in front of this keyword.
    NoDateBefore(&'static str),
    /// No more decimals than a currency has.
    Decimals {
        /// How many it has; may be none.
        most: u32,
        /// Its code.
        currency: Box<str>,
    },
    /// This mark before the decimals.
    DecimalMark(char),
    /// An amount that is neither nothing nor less.
    AmountAboveZero,
    /// An amount that can be read in one way only.
    AmountOfOneReading,
    /// Arguments, not a comment.
    Arguments,
    /// A blank, the one of the keyboard.
    Blank,
    /// A day that the calendar has.
    CalendarDay,
    /// A currency that ISO 4217 lists.
    CurrencyOfIso,
    /// An id of a customer.
    CustomerId,
    /// A date as year, month and day.
    DateInOrder,
    /// A key and its value, or words behind `>`.
    Detail,
    /// A length of time of at most a hundred years.
    DurationOfHundredYears,
    /// An entry.
    Entry,
    /// At most fifteen digits before the decimals.
    FifteenDigits,
    /// At most four decimals, in a share.
    FourDecimals,
    /// Group marks with three digits between them.
    GroupsOfThree,
    /// A header above a detail.
    HeaderAbove,
    /// Letters that an id may have.
    IdLetters,
    /// The number of an invoice.
    InvoiceNumber,
    /// A key.
    Key,
    /// A keyword.
    Keyword,
    /// A keyword behind the date.
    KeywordBehindDate,
    /// A line feed behind a carriage return.
    LineFeed,
    /// A number with decimals.
    Number,
    /// One currency, not two.
    OneCurrency,
    /// A price, on an invoice line.
    Price,
    /// A quantity and its unit, on an invoice line.
    Quantity,
    /// At most six decimals.
    SixDecimals,
    /// Something else; what, no rule can tell.
    SomethingElse,
    /// Text, not bytes of another kind.
    Text,
    /// UTF-8.
    Utf8,
    /// A rate of VAT or the text, on an invoice line.
    VatOrText,
    /// A rate of VAT, on an invoice line.
    VatShare,
    /// Characters that can be seen.
    VisibleCharacters,
    /// A word.
    Word,
    /// A year that the calendar here covers.
    Year,
}

/// What stands at a place instead.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Found {
    /// This word.
    Word(Quotation),
    /// The word of a key.
    Key(Quotation),
    /// An entry with this keyword.
    Entry(&'static str),
    /// So many of a unit of time.
    DurationOf {
        /// How many.
        count: u32,
        /// The unit as written.
        unit: Quotation,
    },
    /// A length of time.
    Duration,
    /// Two currencies: a `€` before the number, a code behind it.
    TwoCurrencies {
        /// The number.
        number: Quotation,
        /// The code.
        code: Quotation,
    },
    /// A byte that is not UTF-8.
    Byte(u8),
    /// A character that is shown by its number.
    Character(char),
    /// A character that looks like another one.
    LookAlike {
        /// The character.
        character: char,
        /// What it looks like.
        lookalike: char,
    },
    /// A character that looks like a blank.
    LookAlikeBlank(char),
    /// A quotation mark.
    QuotationMark(char),
    /// The same once more.
    Again,
    /// A comment.
    Comment,
    /// A comment behind arguments.
    CommentBehindArguments,
    /// What git leaves in a file where a merge failed.
    ConflictMarker,
    /// The end of the arguments.
    EndOfArguments,
    /// The end of the line.
    EndOfLine,
    /// A minus.
    Minus,
    /// None of what was wanted.
    Nothing,
    /// A NUL byte.
    Nul,
    /// One of what was not wanted.
    One,
    /// A second one.
    Second,
    /// A tab.
    Tab,
    /// Zero.
    Zero,
}

impl Wanted {
    /// It was wanted, but that was found.
    pub const fn but_found(self, found: Found) -> Problem {
        Problem {
            expected: self,
            found: Some(found),
        }
    }

    /// It was wanted, but this word was found.
    pub fn but_found_word(self, word: &str) -> Problem {
        self.but_found(Found::Word(word.into()))
    }
}

impl From<Wanted> for Problem {
    fn from(wanted: Wanted) -> Self {
        Self {
            expected: wanted,
            found: None,
        }
    }
}
