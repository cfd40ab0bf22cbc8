//! What is wrong at a place, as data: what was expected there, and what was found. `language` makes words of it.

use super::argument_form::{ArgumentForm, SlotOwner};
use super::quotation::Quotation;

/// One problem: what was expected and what was found instead.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// What should stand there.
    pub expected: Wanted,
    /// What stands there; `None` where the underlined text says enough.
    pub found: Option<Found>,
}

/// What should stand at a place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wanted {
    /// An argument in one of these forms.
    Argument(&'static [ArgumentForm]),
    /// An argument of a keyword or key, together with its clause word.
    ArgumentOf {
        /// The keyword or key that lacks it.
        owner: SlotOwner,
        /// The clause word before the argument, missing as well; `None` where it has none.
        clause: Option<&'static str>,
        /// The forms that the argument may have.
        forms: &'static [ArgumentForm],
    },
    /// The value behind a clause word that is present.
    ValueBehind {
        /// The clause word that is present.
        clause: &'static str,
        /// The forms that the value may have.
        forms: &'static [ArgumentForm],
    },
    /// At most one argument of this form.
    OneArgument {
        /// The keyword or key that has it twice.
        owner: SlotOwner,
        /// The form that stands twice.
        form: ArgumentForm,
    },
    /// At most one clause with this word.
    OneClause {
        /// The keyword or key that has it twice.
        owner: SlotOwner,
        /// The clause word that stands twice.
        clause: &'static str,
    },
    /// The end of the arguments: the keyword or key has all that it takes.
    NothingMore(SlotOwner),
    /// One of the clause words of a keyword or key.
    ClauseOf(SlotOwner),
    /// One of the keys of this keyword.
    KeyOf(&'static str),
    /// This key at most once.
    OneKey(&'static str),
    /// Some text behind this key.
    WordsBehindKey(&'static str),
    /// A date in front of this keyword.
    DateBefore(&'static str),
    /// No date in front of this keyword.
    NoDateBefore(&'static str),
    /// At most as many decimals as the currency has.
    Decimals {
        /// How many decimals the currency has; may be 0.
        most: u32,
        /// Its ISO 4217 code.
        currency: Box<str>,
    },
    /// This mark before the decimals.
    DecimalMark(char),
    /// An amount above zero.
    AmountAboveZero,
    /// An amount that includes VAT.
    AmountWithVat,
    /// An amount that can be read in only one way.
    AmountOfOneReading,
    /// Arguments, not a comment.
    Arguments,
    /// A blank as the space bar types it.
    Blank,
    /// A day that exists in the calendar.
    CalendarDay,
    /// A currency that ISO 4217 lists.
    CurrencyOfIso,
    /// An id of a customer.
    CustomerId,
    /// A date in the order year, month, day.
    DateInOrder,
    /// A key and its value, or words behind `>`.
    Detail,
    /// A length of time of at most a hundred years.
    DurationOfHundredYears,
    /// How often, from once to this often.
    Repetitions(u32),
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
    /// A character that an id may contain.
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
    /// Something else than what stands here; no rule can say what.
    SomethingElse,
    /// Readable text rather than other bytes.
    Text,
    /// Text encoded as UTF-8.
    Utf8,
    /// A rate of VAT or the free text, on an invoice line.
    VatOrText,
    /// A rate of VAT with at most two decimals, or a word for none.
    VatRate,
    /// A rate of VAT that is not beyond what one can be.
    SmallerVatRate,
    /// A reason why no VAT is charged, which stands behind 0% alone.
    ReasonBehindZero,
    /// Characters that can be seen.
    VisibleCharacters,
    /// A word.
    Word,
    /// A year in the range that the program supports.
    Year,
}

/// What stands at a place instead of what was expected.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Found {
    /// This word, quoted as written.
    Word(Quotation),
    /// This word, which is a key.
    Key(Quotation),
    /// An entry with this keyword.
    Entry(&'static str),
    /// A length of time with its count and unit.
    DurationOf {
        /// The number of units.
        count: u32,
        /// The unit, as written.
        unit: Quotation,
    },
    /// A length of time, quoted nowhere in the message.
    Duration,
    /// Two different currencies: a `€` before the number and a code behind it.
    TwoCurrencies {
        /// The number between them, as written.
        number: Quotation,
        /// The code, as written.
        code: Quotation,
    },
    /// A byte that is not UTF-8.
    Byte(u8),
    /// A character that cannot be seen, shown by its Unicode number.
    Character(char),
    /// A character that looks like another one.
    LookAlike {
        /// The character that stands there.
        character: char,
        /// The character that it resembles.
        lookalike: char,
    },
    /// A character that looks like a blank.
    LookAlikeBlank(char),
    /// A quotation mark.
    QuotationMark(char),
    /// Something that may stand once, a second time.
    Again,
    /// A comment.
    Comment,
    /// A comment behind arguments.
    CommentBehindArguments,
    /// A marker that git leaves in a file after a merge with conflicts.
    ConflictMarker,
    /// The end of the arguments.
    EndOfArguments,
    /// The end of the line.
    EndOfLine,
    /// A minus.
    Minus,
    /// None of what was expected.
    Nothing,
    /// A NUL byte.
    Nul,
    /// One of what was not expected.
    One,
    /// A second one of what may stand once.
    Second,
    /// A tab.
    Tab,
    /// Zero.
    Zero,
}

impl Wanted {
    /// A problem: this was expected, and that was found.
    pub const fn but_found(self, found: Found) -> Problem {
        Problem {
            expected: self,
            found: Some(found),
        }
    }

    /// A problem: this was expected, and this word was found.
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
