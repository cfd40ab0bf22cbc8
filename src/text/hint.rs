//! What is said beside a problem, as data: a note at a place, and the help. `language` makes words of both.

use super::argument_form::ArgumentForm;
use super::quotation::Quotation;
use chrono::NaiveDate;

/// What is said beside the underline.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Note {
    /// The date that results if the month stands first; the fix assumes that the day does.
    DayFirst(NaiveDate),
    /// The last day of the month, for a day that the month does not have.
    MonthEnds(NaiveDate),
    /// Days count from 01, for a day 00.
    DaysFrom1,
    /// Months go from 01 to 12, for another month.
    MonthsTo12,
    /// The word that a journal uses for this one.
    InJournal(Quotation),
    /// The character changes the direction in which the rest of the line is shown.
    ChangesDirection,
    /// The decimal mark that the journal declares.
    DeclaredMark(char),
    /// Marks the first amount of the journal that can only be read with a decimal comma.
    FirstWithComma,
    /// Both readings of a number such as `1.210`.
    TwoReadings {
        /// The number if the mark groups thousands.
        whole: Box<str>,
        /// The number if the mark stands before the decimals.
        decimal: Box<str>,
    },
    /// Marks where the repeated thing stands first.
    FirstHere,
}

/// What the user should do about a problem.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Help {
    /// Add an argument that is missing.
    AddArgument {
        /// The clause word that stands before the argument; `None` where it has none.
        clause: Option<&'static str>,
        /// The forms that the argument may have.
        forms: &'static [ArgumentForm],
    },
    /// Probably this word is meant.
    DidYouMean(&'static str),
    /// Probably this key is meant.
    DidYouMeanKey(&'static str),
    /// The keys that may stand here, for a line that says something but names no key.
    KeyOrFreeText(Box<[&'static str]>),
    /// The keys that may stand here.
    KnownKeys(Box<[&'static str]>),
    /// The clause words that may stand here; empty where there are none.
    KnownClauses(Box<[&'static str]>),
    /// Write this instead.
    Write(Quotation),
    /// Write this amount with its decimals.
    WriteCents(Quotation),
    /// Write this number with a unit of time.
    WriteUnit(Quotation),
    /// Write the day that is meant, perhaps this one.
    WriteDay(NaiveDate),
    /// Write a day in front of this keyword.
    WriteDayBefore(&'static str),
    /// Write this line as free text.
    WriteFreeText(Quotation),
    /// Write the day of an entry in front of it.
    WriteDayInFront,
    /// Write how much of an amount is meant.
    WriteAmountOfPart,
    /// Enter the money that came in.
    EnterPayment,
    /// Enter that a payment bounced.
    EnterReversal,
    /// Write the rate of VAT instead of its name.
    WriteRate,
    /// Write this line below, indented.
    WriteLineBelow(Quotation),
    /// Write the place of an address behind its postcode.
    PutPlaceBehindPostcode,
    /// Write this key on a line of its own.
    WriteKeyBelow(&'static str),
    /// Declare the decimal mark, or write this number with its cents.
    DeclareMarkOrWriteCents(Box<str>),
    /// End this key with a colon.
    EndKey(&'static str),
    /// Leave this word out.
    LeaveOut(Quotation),
    /// Leave this mark out.
    LeaveMarkOut(char),
    /// Free text has its bar between blanks.
    BarBetweenBlanks,
    /// Write the entry without indentation.
    BeginEntryInColumn1,
    /// Write the line without indentation, or write the header it belongs to.
    BeginInColumn1,
    /// Start the line with a date, a declaration or a comment.
    BeginLine,
    /// Declare the comma as decimal mark.
    DeclareComma,
    /// Delete what is underlined.
    Delete,
    /// Write free text behind ` | `.
    FreeTextBehindBar,
    /// Indent the detail.
    Indent,
    /// Leave the date of a declaration out.
    LeaveDateOut,
    /// Leave the group marks out.
    LeaveGroupMarksOut,
    /// Leave one of two amounts out.
    LeaveOneAmountOut,
    /// Leave out one of the two things that exclude each other.
    LeaveOneOut,
    /// Write one minus.
    WriteOneMinus,
    /// Leave the quotation marks out.
    LeaveQuotesOut,
    /// Move the comment behind the bar.
    MoveBehindBar,
    /// Put the comment on a line of its own.
    PutCommentBelow,
    /// Name all values behind the first of the repeated clause words.
    NameAllBehindFirst,
    /// Put the free text behind ` | `.
    PutFreeTextBehindBar,
    /// Put the rest of the line behind ` | `, as free text.
    PutRestBehindBar,
    /// Replace the tab by a blank.
    ReplaceTab,
    /// The amount of an invoice includes VAT.
    AmountsIncludeVat,
    /// The amount with VAT, and the rate, of an amount that was said to be without.
    WriteAmountWithVat(Quotation),
    /// Write a day on or after this one.
    WriteDayFrom(NaiveDate),
    /// Say whether a supply within the European Union is of goods or of services.
    NameUnionSupply,
    /// Say one thing of the VAT, or each rate on a line of its own.
    OneRateOrLines,
    /// Say why no VAT is charged.
    SayWhyNoVat,
    /// The scheme for small businesses stands with the business.
    SchemeOfBusiness,
    /// Write the rate of VAT, not the amount of it.
    WriteRateNotAmount,
    /// Choose a side of a merge and delete the markers.
    ResolveConflict,
    /// Round the amount.
    RoundAmount,
    /// Save the file as UTF-8.
    SaveAsUtf8,
    /// Write the text of an invoice line behind ` | `.
    TextBehindBar,
    /// Type the blank again, as an ordinary one.
    TypeBlankAgain,
    /// Type the character again.
    TypeCharacterAgain,
    /// Write the currency as its code of ISO 4217.
    UseIsoCode,
    /// Use the keyword that lowers an amount or pays it back, instead of a negative amount.
    UseOtherKeyword,
    /// Write an amount, or leave the entry out.
    WriteAmount,
    /// Write an amount here, not a reference.
    WriteAmountNotReference,
    /// Write the code of the currency behind the amount.
    WriteCodeBehindAmount,
    /// Write a date here, not a length of time.
    WriteDayNotTerms,
    /// Write the length of time, then the end of the month; what is counted from a month's end is a day.
    WriteTermsToMonthEnd,
    /// Lines of this kind.
    ForExample(Box<[Box<str>]>),
    /// Write the invoice line as `quantity x price vat rate | text`.
    WriteItemLine,
    /// Write the value, or leave the line out.
    WriteValue,
}
