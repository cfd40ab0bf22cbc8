//! The kinds of findings about the text of a journal: S for syntax, D for dates, A for amounts.

crate::kinds! {
    /// A word where a keyword should stand is no keyword.
    UNKNOWN_KEYWORD = "S001" "unknown-keyword" Error None;
    /// A clause word that the keyword or key does not have.
    UNKNOWN_CLAUSE = "S002" "unknown-clause" Error None;
    /// A key that the keyword does not have.
    UNKNOWN_KEY = "S003" "unknown-key" Error None;
    /// A detail without a header above it.
    ORPHAN_INDENT = "S004" "orphan-indent" Error None;
    /// A comment behind something else on a line.
    INLINE_COMMENT = "S005" "inline-comment" Error None;
    /// A conflict marker of git.
    CONFLICT_MARKER = "S006" "conflict-marker" Error None;
    /// Bytes that are not UTF-8.
    NOT_UTF8 = "S007" "not-utf8" Error None;
    /// An invisible character.
    CONTROL_CHARACTER = "S008" "control-character" Error None;
    /// The root file does not declare `format 1`.
    MISSING_FORMAT = "S009" "missing-format" Warning Names;
    /// An argument is missing.
    MISSING_ARGUMENT = "S010" "missing-argument" Error None;
    /// An argument does not belong here.
    UNEXPECTED_ARGUMENT = "S011" "unexpected-argument" Error None;
    /// A value that cannot be read.
    BAD_VALUE = "S012" "bad-value" Error None;
    /// Something that may stand once stands twice.
    REPEATED = "S013" "repeated" Error None;
    /// A tab where a blank should be.
    TAB = "S014" "tab" Error None;
    /// A blank other than that of the keyboard.
    LOOK_ALIKE_BLANK = "S015" "look-alike-blank" Error None;
    /// Quotation marks around a value.
    QUOTES = "S016" "quotes" Error None;
    /// A declaration in the wrong place, or twice.
    MISPLACED_DECLARATION = "S017" "misplaced-declaration" Error None;
    /// The journal declares a later version of the language.
    UNKNOWN_FORMAT = "S018" "unknown-format" Error None;
    /// A character that looks like another.
    LOOK_ALIKE = "S019" "look-alike" Error None;
    /// A day that does not exist in the calendar.
    BAD_DATE = "D001" "bad-date" Error None;
    /// A date in another order than year, month, day.
    DATE_ORDER_FORMAT = "D002" "date-order-format" Error None;
    /// An amount with two readings.
    AMBIGUOUS_AMOUNT = "A001" "ambiguous-amount" Error DecimalMark;
    /// An amount with the other decimal mark.
    WRONG_DECIMAL_MARK = "A002" "wrong-decimal-mark" Error DecimalMark;
    /// Group marks in the wrong places.
    BAD_GROUPING = "A003" "bad-grouping" Error None;
    /// More decimals than the currency has.
    TOO_MANY_DECIMALS = "A004" "too-many-decimals" Error None;
    /// A zero or negative amount where it must be above zero.
    ZERO_OR_NEGATIVE = "A005" "zero-or-negative" Error None;
    /// More than fifteen digits before the decimals.
    AMOUNT_TOO_LARGE = "A008" "amount-too-large" Error None;
}
