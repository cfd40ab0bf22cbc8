//! Reads a layout: words are looked up, and what nobody knows is told with the nearest that is known.

use super::layout_text::{ColumnText, FileText, LayoutText, Word};
use crate::bookkeeping::bookkeeping_entry::BookkeepingKind;
use crate::document::csv_form::{CsvForm, DateForm, TextEncoding};
use crate::load::kinds::UNREADABLE_LAYOUT;
use crate::report::accountant::layout::layout_model::{
    Layout, LayoutColumn, LayoutFile, LayoutSource, LayoutValue, VatLines,
};
use crate::report::accountant::layout::layout_source::{WORD_COLUMNS, column_keys};
use crate::syntax::mistakes::suggestion::nearest;
use crate::text::diagnostic::Diagnostic;
use crate::text::span::{Span, byte_length};
use std::collections::BTreeMap;
use std::ops::Range;
use toml::Spanned;

/// The marks between fields, and what each is called.
const SEPARATORS: [(&str, u8); 4] = [(";", b';'), (",", b','), ("|", b'|'), ("tab", b'\t')];
/// The word of a column that counts its rows.
const ROW: &str = "row";

/// Reads the text of a layout; `name` is what its files are named for.
///
/// ```
/// use tegoed::cli::layouts::read_layout::read_layout;
/// let text = r#"
/// program = "Ours"
///
/// [[file]]
/// name = "entries"
/// rows = "journal"
/// separator = ";"
/// decimal = ","
/// date = "DD-MM-YYYY"
/// encoding = "utf-8"
/// columns = [{ heading = "Datum", from = "dtae" }]
/// "#;
/// let fault = read_layout("ours", text).unwrap_err();
/// assert_eq!(fault.help.unwrap(), "did you mean `date`?".into());
/// ```
///
/// # Errors
/// What is wrong with it first, with the place in the text.
pub fn read_layout(name: &str, text: &str) -> Result<Layout, Box<Diagnostic>> {
    let parsed: LayoutText = toml::from_str(text).map_err(|fault| toml_fault(text, &fault))?;
    let mut files: Vec<LayoutFile> = Vec::with_capacity(parsed.file.len());
    for file in &parsed.file {
        let read = read_file(file, &parsed)?;
        if files.iter().any(|known| known.name == read.name) {
            let found = quoted(file.name.get_ref());
            return Err(fault(file.name.span(), "a name for each file", &found)
                .help("name them apart")
                .into());
        }
        files.push(read);
    }
    if files.is_empty() {
        return Err(fault(0..0, "a file, `[[file]]`", "none").into());
    }
    Ok(Layout {
        name: name.to_owned(),
        program: parsed.program,
        tried: parsed.tried,
        not_verified: parsed.not_verified,
        codes: parsed.codes,
        files,
    })
}

fn read_file(file: &FileText, layout: &LayoutText) -> Result<LayoutFile, Box<Diagnostic>> {
    let is_plain = |sign: char| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == '-';
    let name = file.name.get_ref();
    if name.is_empty() || !name.chars().all(is_plain) {
        let wanted = "a name of small letters, digits and dashes";
        return Err(fault(file.name.span(), wanted, &quoted(name))
            .help("name what is in it: `bookings`")
            .into());
    }
    let source = look_up(&file.rows, "a table", LayoutSource::WORDS)?;
    let source = LayoutSource::from_word(source).unwrap_or(LayoutSource::Journal);
    let vat = read_vat(file, source)?;
    let mut columns = Vec::with_capacity(file.columns.len());
    for column in &file.columns {
        columns.push(read_column(column, source, &layout.codes)?);
    }
    if columns.is_empty() {
        return Err(fault(file.name.span(), "a file with columns", "none").into());
    }
    Ok(LayoutFile {
        name: name.clone(),
        source,
        vat,
        only: read_only(file, source)?,
        form: read_form(file)?,
        columns,
    })
}

fn read_vat(file: &FileText, source: LayoutSource) -> Result<VatLines, Box<Diagnostic>> {
    let Some(word) = &file.vat else {
        return Ok(VatLines::OwnLines);
    };
    if source != LayoutSource::Journal {
        let found = format!("it with `{}`", source.word());
        return Err(fault(word.span(), "`vat` with rows of `journal`", &found)
            .help("take it out")
            .into());
    }
    let found = look_up(word, "where VAT stands", VatLines::WORDS)?;
    Ok(VatLines::from_word(found).unwrap_or(VatLines::OwnLines))
}

/// Which rows: a column, and its words where their list is closed.
fn read_only(
    file: &FileText,
    source: LayoutSource,
) -> Result<Vec<(&'static str, Vec<String>)>, Box<Diagnostic>> {
    let mut only = Vec::with_capacity(file.only.len());
    for (column, words) in &file.only {
        let key = look_up(column, &columns_of(source), column_keys(source))?;
        if (source, key) == (LayoutSource::Journal, "kind") {
            for word in words {
                look_up(word, "a kind of entry", BookkeepingKind::WORDS)?;
            }
        }
        let words = words.iter().map(|word| word.get_ref().clone());
        only.push((key, words.collect()));
    }
    Ok(only)
}

fn read_form(file: &FileText) -> Result<CsvForm, Box<Diagnostic>> {
    let names = SEPARATORS.map(|(name, _)| name);
    let separator = look_up(&file.separator, "a separator", &names)?;
    let mut separators = SEPARATORS.iter();
    let separator = separators.find(|(name, _)| *name == separator);
    let separator = separator.map_or(b';', |(_, byte)| *byte);
    let decimal = look_up(&file.decimal, "a decimal mark", &[",", "."])?;
    let decimal_mark = if decimal == "," { ',' } else { '.' };
    if decimal.as_bytes() == [separator] {
        let wanted = "another mark before decimals than between fields";
        return Err(fault(file.decimal.span(), wanted, &quoted(decimal))
            .help("take `;` between fields")
            .into());
    }
    let date = read_date_form(&file.date)?;
    let encoding = look_up(&file.encoding, "an encoding", TextEncoding::WORDS)?;
    Ok(CsvForm {
        separator,
        decimal_mark,
        date_form: date,
        encoding: TextEncoding::from_word(encoding).unwrap_or(TextEncoding::Utf8),
        has_headings: file.headings.unwrap_or(true),
    })
}

fn read_date_form(word: &Word) -> Result<DateForm, Box<Diagnostic>> {
    // A year is `J` in Dutch.
    let in_english = word.get_ref().replace('J', "Y");
    if in_english != *word.get_ref() && DateForm::from_word(&in_english).is_some() {
        let found = quoted(word.get_ref());
        return Err(fault(word.span(), "a form of days", &found)
            .help(format!("did you mean `{in_english}`?"))
            .into());
    }
    let found = look_up(word, "a form of days", DateForm::WORDS)?;
    Ok(DateForm::from_word(found).unwrap_or(DateForm::YearMonthDay))
}

fn read_column(
    column: &Spanned<ColumnText>,
    source: LayoutSource,
    codes: &BTreeMap<String, BTreeMap<String, String>>,
) -> Result<LayoutColumn, Box<Diagnostic>> {
    let own = column.get_ref();
    let value = read_value(column, source)?;
    let date_form = own.date.as_ref().map(read_date_form).transpose()?;
    let list = match &own.codes {
        Some(list) => {
            let known: Vec<&str> = codes.keys().map(String::as_str).collect();
            let wanted = "a list of codes of this layout, `[codes.NAME]`";
            Some(look_up(list, wanted, &known)?.to_owned())
        }
        None => None,
    };
    let is_words = matches!(&value, LayoutValue::Field(key) if WORD_COLUMNS.contains(key));
    if let Some(max) = own.max.as_ref().filter(|_| !is_words) {
        let wanted = "`max` on a column of words, which may be cut";
        return Err(fault(max.span(), wanted, "it on another")
            .help(format!("it stands with {}", WORD_COLUMNS.join(", ")))
            .into());
    }
    Ok(LayoutColumn {
        heading: own.heading.clone(),
        value,
        codes: list,
        max: own.max.as_ref().map(|max| *max.get_ref()),
        date_form,
    })
}

fn read_value(
    column: &Spanned<ColumnText>,
    source: LayoutSource,
) -> Result<LayoutValue, Box<Diagnostic>> {
    let own = column.get_ref();
    let key = |word: &Word| look_up(word, &columns_of(source), column_keys(source));
    match (&own.from, &own.less, &own.value) {
        (None, None, None) => Ok(LayoutValue::Nothing),
        (None, None, Some(words)) => Ok(LayoutValue::Constant(words.clone())),
        (Some(from), None, None) if from.get_ref() == ROW => Ok(LayoutValue::RowNumber),
        (Some(from), None, None) => key(from).map(LayoutValue::Field),
        (Some(from), Some(less), None) => Ok(LayoutValue::Difference(key(from)?, key(less)?)),
        _ => {
            let wanted = "`from`, `from` with `less`, or `value`";
            Err(fault(column.span(), wanted, "other keys together")
                .help("keep one of them")
                .into())
        }
    }
}

fn columns_of(source: LayoutSource) -> String {
    format!("a column of `{}`", source.word())
}

/// The known word that a word is.
fn look_up<'k>(word: &Word, wanted: &str, known: &[&'k str]) -> Result<&'k str, Box<Diagnostic>> {
    let found = word.get_ref().as_str();
    if let Some(own) = known.iter().find(|own| **own == found) {
        return Ok(own);
    }
    let stop = fault(word.span(), wanted, &quoted(found));
    let alike = nearest(found, known.iter().copied());
    Err(Box::new(match alike {
        Some(alike) => stop.help(format!("did you mean `{alike}`?")),
        None if known.is_empty() => stop,
        None => stop.help(format!("write one of {}", known.join(", "))),
    }))
}

/// What TOML itself does not take, in its own words.
fn toml_fault(text: &str, error: &toml::de::Error) -> Box<Diagnostic> {
    let place = error.span().unwrap_or(text.len()..text.len());
    let words = error.message().replace('\n', ", ");
    let named: Vec<&str> = words.split('`').skip(1).step_by(2).collect();
    let help = match named.split_first() {
        Some((found, known)) if words.starts_with("unknown field") => {
            nearest(found, known.iter().copied()).map(|alike| format!("did you mean `{alike}`?"))
        }
        _ => None,
    };
    let stop = fault(place, "a layout in TOML", &words);
    Box::new(stop.help(help.unwrap_or_else(|| {
        "the file that `--layout snelstart` writes beside its tables is an example".to_owned()
    })))
}

fn fault(place: Range<usize>, wanted: &str, found: &str) -> Diagnostic {
    let span = Span::new(byte_length(place.start), byte_length(place.end));
    UNREADABLE_LAYOUT.at(span, format!("expected {wanted}, found {found}"))
}

fn quoted(word: &str) -> String {
    format!("`{word}`")
}
