//! The kinds of findings that reading a journal can have: S what is written, D days, A amounts.

crate::kinds! {
    /// No such keyword.
    UNKNOWN_KEYWORD = "S001" "unknown-keyword" Error None;
    /// No such clause word here.
    UNKNOWN_CLAUSE = "S002" "unknown-clause" Error None;
    /// No such key here.
    UNKNOWN_KEY = "S003" "unknown-key" Error None;
    /// A detail without a header.
    ORPHAN_INDENT = "S004" "orphan-indent" Error None;
    /// A comment behind something else.
    INLINE_COMMENT = "S005" "inline-comment" Error None;
    /// A merge that was not finished.
    CONFLICT_MARKER = "S006" "conflict-marker" Error None;
    /// Bytes that are not UTF-8.
    NOT_UTF8 = "S007" "not-utf8" Error None;
    /// A character that nobody can see.
    CONTROL_CHARACTER = "S008" "control-character" Error None;
    /// No `format 1`.
    MISSING_FORMAT = "S009" "missing-format" Warning Names;
    /// An argument is not there.
    MISSING_ARGUMENT = "S010" "missing-argument" Error None;
    /// A word that does not belong.
    UNEXPECTED_ARGUMENT = "S011" "unexpected-argument" Error None;
    /// A value that cannot be read.
    BAD_VALUE = "S012" "bad-value" Error None;
    /// Once too often.
    REPEATED = "S013" "repeated" Error None;
    /// A tab where a blank should be.
    TAB = "S014" "tab" Error None;
    /// A blank that is not a blank.
    LOOK_ALIKE_BLANK = "S015" "look-alike-blank" Error None;
    /// Quotes.
    QUOTES = "S016" "quotes" Error None;
    /// A declaration in the wrong place, or twice.
    MISPLACED_DECLARATION = "S017" "misplaced-declaration" Error None;
    /// A version of the language from the future.
    UNKNOWN_FORMAT = "S018" "unknown-format" Error None;
    /// A letter that looks like another.
    LOOK_ALIKE = "S019" "look-alike" Error None;
    /// No such day.
    BAD_DATE = "D001" "bad-date" Error None;
    /// A date in another order.
    DATE_ORDER_FORMAT = "D002" "date-order-format" Error None;
    /// An amount with two readings.
    AMBIGUOUS_AMOUNT = "A001" "ambiguous-amount" Error DecimalMark;
    /// An amount with the other decimal mark.
    WRONG_DECIMAL_MARK = "A002" "wrong-decimal-mark" Error DecimalMark;
    /// Group marks in the wrong places.
    BAD_GROUPING = "A003" "bad-grouping" Error None;
    /// More decimals than the currency has.
    TOO_MANY_DECIMALS = "A004" "too-many-decimals" Error None;
    /// Nothing, or less.
    ZERO_OR_NEGATIVE = "A005" "zero-or-negative" Error None;
    /// More than fifteen digits.
    AMOUNT_TOO_LARGE = "A008" "amount-too-large" Error None;
}
