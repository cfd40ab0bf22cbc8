//! What is said beside a problem, as data: a note at its place, and the mend.

use super::argument_form::ArgumentForm;
use super::quotation::Quotation;
use chrono::NaiveDate;

/// What is said of a place, beside the underline.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Note {
    /// With the day in front it is the date that was understood, else this one.
    DayFirst(NaiveDate),
    /// The last day of the month.
    MonthEnds(NaiveDate),
    /// Days count from 01.
    DaysFrom1,
    /// Months go from 01 to 12.
    MonthsTo12,
    /// What the word is in a journal.
    InJournal(Quotation),
    /// The character changes the direction in which the line is shown.
    ChangesDirection,
    /// The decimal mark that the journal declares.
    DeclaredMark(char),
    /// The first amount that can only be read with a comma.
    FirstWithComma,
    /// Both readings of a number.
    TwoReadings {
        /// The mark taken for a group mark.
        whole: Box<str>,
        /// The mark taken for the decimal mark.
        decimal: Box<str>,
    },
    /// Where it stands first.
    FirstHere,
}

/// How to mend it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Help {
    /// Add an argument.
    AddArgument {
        /// The clause word before it.
        clause: Option<&'static str>,
        /// What it may look like.
        forms: &'static [ArgumentForm],
    },
    /// This word may be meant.
    DidYouMean(&'static str),
    /// This key may be meant.
    DidYouMeanKey(&'static str),
    /// The keys there are.
    KnownKeys(Box<[&'static str]>),
    /// The clause words there are; may be none.
    KnownClauses(Box<[&'static str]>),
    /// Write this instead.
    Write(Quotation),
    /// Write this amount, with its cents.
    WriteCents(Quotation),
    /// Write this number with a unit of time.
    WriteUnit(Quotation),
    /// Write the day that is meant, perhaps this one.
    WriteDay(NaiveDate),
    /// Write a day in front of this keyword.
    WriteDayBefore(&'static str),
    /// Write this line as free text.
    WriteFreeText(Quotation),
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
    /// An entry begins in column 1.
    BeginEntryInColumn1,
    /// Begin the line in column 1, or write its header.
    BeginInColumn1,
    /// What lines begin with.
    BeginLine,
    /// Declare the comma as decimal mark.
    DeclareComma,
    /// Delete it.
    Delete,
    /// Where free text stands.
    FreeTextBehindBar,
    /// Indent the detail.
    Indent,
    /// Leave the date of a declaration out.
    LeaveDateOut,
    /// Leave the group marks out.
    LeaveGroupMarksOut,
    /// Leave one of two amounts out.
    LeaveOneAmountOut,
    /// Leave one of the two out.
    LeaveOneOut,
    /// Write one minus.
    WriteOneMinus,
    /// Leave the quotation marks out.
    LeaveQuotesOut,
    /// Move the comment behind the bar.
    MoveBehindBar,
    /// Name them all behind the first clause word.
    NameAllBehindFirst,
    /// Put free text behind the bar.
    PutFreeTextBehindBar,
    /// Put the rest of the line, free text, behind a bar.
    PutRestBehindBar,
    /// Replace the tab by a blank.
    ReplaceTab,
    /// Choose a side of a merge and delete the markers.
    ResolveConflict,
    /// Round the amount.
    RoundAmount,
    /// Save the file as UTF-8.
    SaveAsUtf8,
    /// Where the text of an invoice line stands.
    TextBehindBar,
    /// Type the blank again.
    TypeBlankAgain,
    /// Type the character again.
    TypeCharacterAgain,
    /// Use the code of ISO 4217.
    UseIsoCode,
    /// Use the keyword that lowers an amount or pays it back.
    UseOtherKeyword,
    /// Write the amount, or leave the entry out.
    WriteAmount,
    /// Write the amount, not a reference.
    WriteAmountNotReference,
    /// Write the code of the currency behind the amount.
    WriteCodeBehindAmount,
    /// Write a day, not terms.
    WriteDayNotTerms,
    /// How an invoice line is written.
    WriteItemLine,
    /// Write the value, or leave the line out.
    WriteValue,
}
