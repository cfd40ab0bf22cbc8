//! The words of findings in English: one line in lower case, expected first, found second.

use super::argument_forms::{form_example, form_name, form_noun};
use crate::language::findings::FindingWords;
use crate::text::argument_form::{ArgumentForm, SlotOwner};
use crate::text::hint::{Help, Note};
use crate::text::problem::{Found, Problem, Wanted};
use std::borrow::Cow;

/// The words of findings.
pub const FINDINGS: FindingWords = FindingWords {
    describe_problem,
    describe_note,
    describe_help,
};

type FindingText = Cow<'static, str>;

fn describe_problem(problem: &Problem, mark: char) -> String {
    let wanted = describe_wanted(&problem.expected, mark);
    match &problem.found {
        Some(what) => format!("expected {wanted}, found {}", describe_found(what)),
        None => format!("expected {wanted}"),
    }
}

#[allow(clippy::too_many_lines, reason = "a table: a line for each")]
fn describe_wanted(wanted: &Wanted, mark: char) -> FindingText {
    match wanted {
        Wanted::Argument(forms) => describe_forms(forms, mark).into(),
        Wanted::ArgumentOf {
            owner: of,
            clause: Some(clause),
            forms,
        } => format!(
            "`{clause}` and {} in {}",
            describe_forms(forms, mark),
            describe_slot_owner(*of)
        )
        .into(),
        Wanted::ArgumentOf {
            owner: of,
            clause: None,
            forms,
        } => format!(
            "{} in {}",
            describe_forms(forms, mark),
            describe_slot_owner(*of)
        )
        .into(),
        Wanted::ValueBehind { clause, forms } => {
            format!("{} after `{clause}`", describe_forms(forms, mark)).into()
        }
        Wanted::OneArgument { owner: of, form } => {
            format!("one {} in {}", form_noun(*form), describe_slot_owner(*of)).into()
        }
        Wanted::OneClause { owner: of, clause } => {
            format!("`{clause}` once in {}", describe_slot_owner(*of)).into()
        }
        Wanted::NothingMore(of) => format!("nothing more in {}", describe_slot_owner(*of)).into(),
        Wanted::ClauseOf(of) => format!("a word that {} knows", describe_slot_owner(*of)).into(),
        Wanted::KeyOf(keyword) => format!("a key that `{keyword}` knows").into(),
        Wanted::OneKey(key) => format!("`{key}:` once").into(),
        Wanted::WordsBehindKey(key) => format!("words after `{key}:`").into(),
        Wanted::DateBefore(keyword) => format!("a date before `{keyword}`").into(),
        Wanted::NoDateBefore(keyword) => format!("no date before `{keyword}`").into(),
        Wanted::Decimals { most: 0, currency } => format!("no decimals in {currency}").into(),
        Wanted::Decimals { most, currency } => {
            format!("at most {most} decimals in {currency}").into()
        }
        Wanted::DecimalMark(mark) => format!("`{mark}` before the decimals").into(),
        Wanted::AmountAboveZero => "an amount above zero".into(),
        Wanted::AmountOfOneReading => "an amount with one reading".into(),
        Wanted::AmountWithVat => "an amount that includes VAT".into(),
        Wanted::Arguments => "arguments".into(),
        Wanted::Blank => "a blank".into(),
        Wanted::CalendarDay => "a day of the calendar".into(),
        Wanted::CurrencyOfIso => "a currency of ISO 4217 such as EUR".into(),
        Wanted::CustomerId => {
            "a customer id of small letters, digits, dots and dashes such as @jansen".into()
        }
        Wanted::DateInOrder => "a date as year-month-day".into(),
        Wanted::Detail => "`key: value` or `> words`".into(),
        Wanted::Repetitions(most) => format!("a number of times from 1 to {most}").into(),
        Wanted::DurationOfHundredYears => "a length of time of at most a hundred years".into(),
        Wanted::Entry => "an entry".into(),
        Wanted::FifteenDigits => "at most fifteen digits before the decimals".into(),
        Wanted::FourDecimals => "at most four decimals in a share".into(),
        Wanted::GroupsOfThree => "groups of three digits".into(),
        Wanted::HeaderAbove => "a header in column 1 before this line".into(),
        Wanted::IdLetters => "letters a to z and digits in an id".into(),
        Wanted::InvoiceNumber => {
            "an invoice number of letters, digits, dots, dashes and slashes such as #2026-001"
                .into()
        }
        Wanted::Key => "a key".into(),
        Wanted::Keyword => "a keyword".into(),
        Wanted::KeywordBehindDate => "a keyword after the date".into(),
        Wanted::LineFeed => "a line feed behind the carriage return".into(),
        Wanted::Number => format!("a number such as {}", with_mark("12.50", mark)).into(),
        Wanted::OneCurrency => "one currency".into(),
        Wanted::Price => format!("a price such as {}", with_mark("100.00", mark)).into(),
        Wanted::Quantity => "a quantity, one word as unit, then `x` and a price".into(),
        Wanted::SixDecimals => "at most six decimals here".into(),
        Wanted::SomethingElse => "something else".into(),
        Wanted::Text => "text".into(),
        Wanted::Utf8 => "UTF-8".into(),
        Wanted::VatOrText => "`vat` and a rate, or ` | ` and a text".into(),
        Wanted::VatRate => {
            "a rate of VAT with at most two decimals such as 21%, `exempt` or `margin`".into()
        }
        Wanted::SmallerVatRate => "a rate of VAT up to 655% such as 21%".into(),
        Wanted::ReasonBehindZero => "the reason of a rate behind 0% alone".into(),
        Wanted::VisibleCharacters => "characters that can be seen".into(),
        Wanted::Word => "a word".into(),
        Wanted::Year => "a year from 1900 to 2200".into(),
    }
}

fn describe_found(found: &Found) -> FindingText {
    match found {
        Found::Word(word) => format!("`{word}`").into(),
        Found::Key(key) => format!("the key `{key}`").into(),
        Found::Entry(keyword) => format!("an entry: `{keyword}`").into(),
        Found::DurationOf { count, unit } => format!("`{count} {unit}`").into(),
        Found::Duration => "a length of time".into(),
        Found::TwoCurrencies { number, code } => format!("`€ {number}` in `{code}`").into(),
        Found::Byte(byte) => format!("the byte 0x{byte:02X}").into(),
        Found::Character(strange) => code_point(*strange).into(),
        Found::LookAlike {
            character: strange,
            lookalike: twin,
        } => format!("{}, which looks like `{twin}`", code_point(*strange)).into(),
        Found::LookAlikeBlank(strange) => {
            format!("{}, which only looks like one", code_point(*strange)).into()
        }
        Found::QuotationMark(mark) => format!("the quote `{mark}`").into(),
        Found::Again => "it again".into(),
        Found::Comment => "a comment".into(),
        Found::CommentBehindArguments => "a comment: `;` only starts a line of its own".into(),
        Found::ConflictMarker => "what git leaves of a merge that failed".into(),
        Found::EndOfArguments => "the end of its arguments".into(),
        Found::EndOfLine => "the end of the line".into(),
        Found::Minus => "a minus".into(),
        Found::Nothing => "none".into(),
        Found::Nul => "a NUL byte: is this a text file?".into(),
        Found::One => "one".into(),
        Found::Second => "a second".into(),
        Found::Tab => "a tab: a tab may only indent".into(),
        Found::Zero => "zero".into(),
    }
}

fn describe_note(note: &Note) -> String {
    match note {
        Note::DayFirst(else_day) => format!("is the day first? Else it is {else_day}"),
        Note::MonthEnds(last) => format!("this month ends on {last}"),
        Note::DaysFrom1 => "days count from 01".to_owned(),
        Note::MonthsTo12 => "months go from 01 to 12".to_owned(),
        Note::InJournal(words) => format!("this is `{words}` in a journal"),
        Note::ChangesDirection => "changes the direction in which the line is shown".to_owned(),
        Note::DeclaredMark(mark) => format!("this journal declares `decimal-mark {mark}`"),
        Note::FirstWithComma => "the first amount that can only be read with a comma".to_owned(),
        Note::TwoReadings { whole, decimal } => format!("is it {whole}, or {decimal}?"),
        Note::FirstHere => "first here".to_owned(),
    }
}

fn describe_help(help: &Help, mark: char) -> String {
    help_words(help, mark).into_owned()
}

#[allow(clippy::too_many_lines, reason = "a table: a line for each")]
fn help_words(help: &Help, mark: char) -> FindingText {
    match help {
        Help::AddArgument { clause, forms } => describe_missing_argument(*clause, forms, mark).into(),
        Help::DidYouMean(near) => format!("did you mean `{near}`?").into(),
        Help::DidYouMeanKey(near) => {
            format!("did you mean `{near}:`? A key of your own starts with `x-`").into()
        }
        Help::KnownKeys(keys) => {
            let keys = keys.join(", ");
            format!("its keys are: {keys}; a key of your own starts with `x-`").into()
        }
        Help::KeyOrFreeText(keys) => {
            let keys = keys.join(", ");
            format!("begin the line with a key ({keys}), or with `>` where it is free text").into()
        }
        Help::KnownClauses(words) if words.is_empty() => help_words(&Help::FreeTextBehindBar, mark),
        Help::KnownClauses(words) => {
            let words = words.join(", ");
            format!("its words are: {words}; free text stands behind ` | `").into()
        }
        Help::Write(words) => format!("write `{words}`").into(),
        Help::WriteCents(amount) => format!("write the cents: `{amount}`").into(),
        Help::WriteUnit(number) => format!("write its unit too, as in `{number} days`").into(),
        Help::WriteDay(day) => {
            format!("write the day that is meant, for example `{day}`").into()
        }
        Help::WriteDayBefore(keyword) => {
            format!("write the day in front: `2026-01-31 {keyword} …`").into()
        }
        Help::WriteDayInFront => "the day of an entry stands in front of it, as in `2026-01-31`".into(),
        Help::WriteAmountOfPart => format!(
            "write the amount that is meant, as in `{}`; free text stands behind ` | `",
            with_mark("60.50", mark)
        )
        .into(),
        Help::EnterPayment => format!(
            "money that came in is an entry of its own, as in `2026-01-31 payment #2026-001 {}`",
            with_mark("100.00", mark)
        )
        .into(),
        Help::EnterReversal => format!(
            "money that bounced is an entry of its own, which names the day of the payment, as in `2026-01-31 reversal \
             #2026-001 {} of 2026-01-20`",
            with_mark("100.00", mark)
        )
        .into(),
        Help::WriteRate => "write the rate itself, as in `vat 21%` or `vat 9%`".into(),
        Help::WriteFreeText(line) => format!("write `> {line}` for free text").into(),
        Help::WriteLineBelow(line) => {
            format!("write it on an indented line below: `{line}`").into()
        }
        Help::PutPlaceBehindPostcode => {
            "the place stands behind the postcode, on one `address:` line".into()
        }
        Help::WriteKeyBelow(key) => {
            format!("write it on an indented line below: `{key}: …`").into()
        }
        Help::DeclareMarkOrWriteCents(whole) => format!(
            "declare `decimal-mark ,` or `decimal-mark .` in the root file, or write `{whole}.00`"
        )
        .into(),
        Help::EndKey(key) => format!("a colon ends the key: `{key}:`").into(),
        Help::LeaveOut(word) => format!("leave `{word}` out").into(),
        Help::LeaveMarkOut(mark) => {
            format!("leave the `{mark}` out: a blank is enough between arguments").into()
        }
        Help::AmountsIncludeVat => {
            "the amount includes VAT: write all that is to be paid, and the rate behind it, as in `vat 21%`"
                .into()
        }
        Help::WriteAmountWithVat(line) => {
            format!("the amount includes VAT: write `{line}`").into()
        }
        Help::WriteDayFrom(day) => format!("write a day on or after {day}").into(),
        Help::NameUnionSupply => {
            "write `vat 0% eu-goods` for goods, `vat 0% eu-services` for services".into()
        }
        Help::OneRateOrLines => format!(
            "leave one of the two out; an invoice of several rates has each on a line below, as the paper says it: `vat: 21% {} of {}`",
            with_mark("21.00", mark),
            with_mark("100.00", mark)
        )
        .into(),
        Help::SayWhyNoVat => {
            "say why: `0% reverse-charge`, `0% export`, `0% eu-goods`, `0% eu-services`, `exempt`, `margin` or `abroad`; a business that \
             never charges VAT says so once, with `vat-scheme:`"
                .into()
        }
        Help::SchemeOfBusiness => {
            "leave it out, and write it once for all invoices, below `business`: `vat-scheme: kor`".into()
        }
        Help::WriteRateNotAmount => {
            "write the rate, as in `vat 21%`, not the amount of the VAT".into()
        }
        Help::BarBetweenBlanks => "the `|` of free text has a blank on both sides".into(),
        Help::BeginEntryInColumn1 => "begin an entry in column 1".into(),
        Help::BeginInColumn1 => {
            "begin the line in column 1, or write the header it belongs to".into()
        }
        Help::BeginLine => "start a comment with `;`, an entry with its date and a keyword".into(),
        Help::DeclareComma => "declare `decimal-mark ,` in the root file".into(),
        Help::Delete => "delete it".into(),
        Help::FreeTextBehindBar => "free text stands behind ` | `".into(),
        Help::Indent => "indent it: a detail stands below its header".into(),
        Help::LeaveDateOut => "a declaration holds for the whole journal; leave the date out".into(),
        Help::LeaveGroupMarksOut => "leave the group marks out".into(),
        Help::WriteOneMinus => "write one minus".into(),
        Help::LeaveOneAmountOut => {
            "leave one of the two out; there are no blanks inside an amount".into()
        }
        Help::LeaveOneOut => "leave one of the two out".into(),
        Help::LeaveQuotesOut => "leave the quotes out; free text stands behind ` | `".into(),
        Help::MoveBehindBar => "move it behind `|`".into(),
        Help::PutCommentBelow => "put it on a line of its own".into(),
        Help::NameAllBehindFirst => "name them all behind the first one".into(),
        Help::PutFreeTextBehindBar => "put free text behind ` | `".into(),
        Help::PutRestBehindBar => "put free text behind `|`".into(),
        Help::ReplaceTab => "replace it by a blank".into(),
        Help::ResolveConflict => {
            "choose what should stand here and delete the marker lines, from `<<<<<<<` to `>>>>>>>`"
                .into()
        }
        Help::RoundAmount => "round the amount to what is really owed".into(),
        Help::SaveAsUtf8 => {
            "save the file as UTF-8 in your editor, or convert it: `iconv -f WINDOWS-1252 -t UTF-8`"
                .into()
        }
        Help::WriteTermsToMonthEnd => "write `30 days end of month` for the end of the month in which those days end; what is counted \
             from the end of a month is written as a day: `due` on the invoice"
            .into(),
        Help::ForExample(lines) => {
            let words = |line: &str| -> Vec<String> {
                line.split(' ').map(|word| with_mark(word, mark)).collect()
            };
            let lines: Vec<String> = lines.iter().map(|line| words(line).join(" ")).collect();
            format!("for example `{}`", lines.join("` or `")).into()
        }
        Help::TextBehindBar => "the text of a line stands behind ` | `".into(),
        Help::TypeBlankAgain => "type the blank again".into(),
        Help::TypeCharacterAgain => "type the character again from the keyboard".into(),
        Help::UseIsoCode => "use the code that banks use, three capitals".into(),
        Help::UseOtherKeyword => {
            "say what happened with another keyword: `credit` lowers an invoice, `refund` pays money back"
                .into()
        }
        Help::WriteAmount => "write the amount, or leave the entry out".into(),
        Help::WriteAmountNotReference => {
            "write the amount; a reference of the bank stands behind `id:` on a line of its own"
                .into()
        }
        Help::WriteCodeBehindAmount => format!(
            "write the currency as three capitals behind the amount, as in `{} USD`",
            with_mark("100.00", mark)
        )
        .into(),
        Help::WriteDayNotTerms => {
            "write the day; terms of an invoice stand in a line below, `terms: 30 days`".into()
        }
        Help::WriteItemLine => format!(
            "write for example `5 hours x {} | advice`",
            with_mark("80.00", mark)
        )
        .into(),
        Help::WriteValue => "write the value, or leave the line out".into(),
    }
}

/// The help for a missing argument: its clause word, and an example.
fn describe_missing_argument(clause: Option<&str>, forms: &[ArgumentForm], mark: char) -> String {
    let example = forms.first().and_then(|form| form_example(*form));
    let example = example.map(|example| with_mark(example, mark));
    match (clause, example) {
        (Some(clause), Some(example)) => format!("add `{clause} {example}`"),
        (None, Some(example)) => format!("add it, for example `{example}`"),
        (Some(clause), None) => format!("add `{clause}` and one of them"),
        (None, None) => "add it".to_owned(),
    }
}

/// An example as a journal with this decimal mark writes it. Only amounts have cents behind a point.
fn with_mark(example: &str, mark: char) -> String {
    match example.rsplit_once('.') {
        Some((whole, cents))
            if cents.len() == 2 && cents.bytes().all(|byte| byte.is_ascii_digit()) =>
        {
            format!("{whole}{mark}{cents}")
        }
        _ => example.to_owned(),
    }
}

fn code_point(character: char) -> String {
    format!("U+{:04X}", u32::from(character))
}

fn describe_slot_owner(owner: SlotOwner) -> String {
    match owner {
        SlotOwner::Keyword(word) => format!("`{word}`"),
        SlotOwner::Key(word) => format!("`{word}:`"),
    }
}

/// Describes forms: "an amount such as 1210.00", or "one of `upheld`, `rejected`".
fn describe_forms(forms: &[ArgumentForm], mark: char) -> String {
    let each: Vec<String> = forms
        .iter()
        .map(|form| describe_form(*form, mark))
        .collect();
    each.join(" or ")
}

fn describe_form(form: ArgumentForm, mark: char) -> String {
    match form {
        ArgumentForm::Word([only]) => format!("`{only}`"),
        ArgumentForm::Word(list) | ArgumentForm::List(list) => {
            format!("one of `{}`", list.join("`, `"))
        }
        form => match form_example(form) {
            Some(example) => format!("{} such as {}", form_name(form), with_mark(example, mark)),
            None => form_name(form).to_owned(),
        },
    }
}
