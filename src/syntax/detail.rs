//! One indented line: `key: value`, or `> words`.

use super::attempt::{At, Attempt};
use super::dialect::Dialect;
use super::directive::{COMMON, EFFORT};
use super::entry::{Argument, Detail, DetailKey, Entry, Value};
use super::form;
use super::grammar::{Key, KeyValue, Place, Times};
use super::kinds;
use super::lines::{Line, bar};
use super::misfit::Owner;
use super::share;
use super::strange;
use super::suggest;
use super::token;
use super::words::{Fault, Words};
use crate::text::edit::Edit;
use crate::text::span::Span;

fn length(text: &str) -> u32 {
    u32::try_from(text.len()).unwrap_or(u32::MAX)
}

/// Letters and their place.
#[derive(Clone, Copy)]
struct Part<'t> {
    text: &'t str,
    place: u32,
}

impl Part<'_> {
    fn span(self) -> Span {
        Span::new(self.place, self.place.saturating_add(length(self.text)))
    }

    fn trimmed(self) -> Self {
        let start = token::behind_blanks(self.text);
        let place = self
            .place
            .saturating_add(length(self.text).saturating_sub(length(start)));
        Self {
            text: token::without_blanks_behind(start),
            place,
        }
    }

    fn split(self, at: usize) -> (Self, Self) {
        let (before, behind) = self.text.split_at_checked(at).unwrap_or((self.text, ""));
        (
            Self {
                text: before,
                place: self.place,
            },
            Self {
                text: behind,
                place: self.place.saturating_add(length(before)),
            },
        )
    }

    /// Without its first character, which is one byte long.
    fn behind_first(self) -> Self {
        self.split(1).1
    }
}

/// Reads a detail line into its entry.
///
/// # Errors
/// What is wrong with the line; the entry is then unchanged.
pub fn read(
    line: &Line<'_>,
    entry: &mut Entry,
    dialect: Dialect,
    remarks: &mut Vec<Fault>,
) -> Result<(), Fault> {
    let whole = Part {
        text: line.text,
        place: line.place,
    }
    .trimmed();
    let before = entry.arguments.len();
    let result = read_part(whole, entry, dialect, remarks);
    match result {
        Ok(detail) => {
            entry.span.end = whole.span().end;
            entry.details.push(detail);
            Ok(())
        }
        Err(fault) => {
            entry.arguments.truncate(before);
            Err(fault)
        }
    }
}

fn read_part(
    whole: Part<'_>,
    entry: &mut Entry,
    dialect: Dialect,
    remarks: &mut Vec<Fault>,
) -> Result<Detail, Fault> {
    let first = entry.arguments.len();
    if whole.text.starts_with('>') {
        return Ok(Detail {
            span: whole.span(),
            key: DetailKey::Words,
            key_span: Span::new(whole.place, whole.place),
            value: whole.behind_first().trimmed().span(),
            text: None,
            arguments: first..first,
        });
    }
    let (key_part, value) = split_key(whole, entry)?;
    let key = find_key(key_part, entry)?;
    let mut detail = Detail {
        span: whole.span(),
        key,
        key_span: key_part.span(),
        value: value.span(),
        text: None,
        arguments: first..first,
    };
    if let DetailKey::Known(known) = key {
        refuse_second(known, key_part, entry)?;
        match known.value {
            KeyValue::Text => refuse_empty(known, value)?,
            KeyValue::Slots(slots) => {
                refuse_strange(value)?;
                Words::new(value.text, value.place, dialect, Owner::Key(known.word)).fit(
                    slots,
                    &mut entry.arguments,
                    remarks,
                )?;
            }
            KeyValue::Line => {
                detail.text = invoice_line(value, dialect, &mut entry.arguments, remarks)?;
            }
        }
    }
    detail.arguments = first..entry.arguments.len();
    Ok(detail)
}

fn split_key<'t>(whole: Part<'t>, entry: &Entry) -> Result<(Part<'t>, Part<'t>), Fault> {
    let colon = memchr::memchr(b':', whole.text.as_bytes());
    let word = token::word(whole.text).map_or("", |(_, word)| word);
    let attached = colon.filter(|at| *at < word.len());
    if let Some(at) = attached {
        let (key, value) = whole.split(at);
        return Ok((key, value.behind_first().trimmed()));
    }
    let (first, _) = whole.split(word.len());
    if word.starts_with(';') {
        return Err(Box::new(
            kinds::INLINE_COMMENT.at(first.span(), "expected a key, found a comment"),
        ));
    }
    let found = kinds::UNKNOWN_KEY.at(
        first.span(),
        format!("expected `key: value` or `> words`, found `{word}`"),
    );
    if known_keys(entry).any(|key| key.word == word) {
        let end = first.span().end;
        return Err(Box::new(
            found
                .help(format!("a colon ends the key: `{word}:`"))
                .suggested_fix(vec![Edit::replace(Span::new(end, end), ":")]),
        ));
    }
    Err(Box::new(
        found
            .help(format!("write `> {}` for free text", whole.text))
            .suggested_fix(vec![Edit::replace(
                Span::new(whole.place, whole.place),
                "> ",
            )]),
    ))
}

fn known_keys(entry: &Entry) -> impl Iterator<Item = &'static Key> + use<> {
    let place = entry.directive.place;
    let common: &'static [Key] = if place.is_dated() { &COMMON } else { &[] };
    let effort: &'static [Key] = if place == Place::Contact {
        &EFFORT
    } else {
        &[]
    };
    entry.directive.keys.iter().chain(common).chain(effort)
}

fn find_key(part: Part<'_>, entry: &Entry) -> Result<DetailKey, Fault> {
    if let Some(key) = known_keys(entry).find(|key| key.word == part.text) {
        return Ok(DetailKey::Known(key));
    }
    let own = part.text.strip_prefix("x-").unwrap_or_default();
    if !own.is_empty()
        && own
            .chars()
            .all(|c| c.is_alphanumeric() || "-_.".contains(c))
    {
        return Ok(DetailKey::Own);
    }
    let owner = entry.directive.word;
    let found = kinds::UNKNOWN_KEY.at(
        part.span(),
        format!("expected a key that `{owner}` knows, found `{}`", part.text),
    );
    let near = suggest::nearest(
        &part.text.to_lowercase(),
        known_keys(entry).map(|key| key.word),
    );
    let Some(near) = near else {
        let all: Vec<&str> = known_keys(entry).map(|key| key.word).collect();
        let all = all.join(", ");
        return Err(Box::new(found.help(format!(
            "its keys are: {all}; a key of your own starts with `x-`"
        ))));
    };
    Err(Box::new(
        found
            .help(format!(
                "did you mean `{near}:`? A key of your own starts with `x-`"
            ))
            .suggested_fix(vec![Edit::replace(part.span(), near)]),
    ))
}

/// A key that may stand once is looked for among the details before it: there are few.
fn refuse_second(key: &'static Key, part: Part<'_>, entry: &Entry) -> Result<(), Fault> {
    if key.times == Times::Any {
        return Ok(());
    }
    let Some(first) = entry.details(key.word).next() else {
        return Ok(());
    };
    Err(Box::new(
        kinds::REPEATED
            .at(
                part.span(),
                format!("expected `{}:` once, found it again", key.word),
            )
            .related(first.key_span, "first here")
            .help("leave one of the two out"),
    ))
}

fn refuse_empty(key: &Key, value: Part<'_>) -> Result<(), Fault> {
    if !value.text.is_empty() {
        return Ok(());
    }
    Err(Box::new(
        kinds::MISSING_ARGUMENT
            .at(
                value.span(),
                format!(
                    "expected words after `{}:`, found the end of the line",
                    key.word
                ),
            )
            .help("write the value, or leave the line out"),
    ))
}

fn refuse_strange(value: Part<'_>) -> Result<(), Fault> {
    if strange::is_plain(value.text) {
        return Ok(());
    }
    strange::among_arguments(value.text, value.place).map_or(Ok(()), |found| Err(Box::new(found)))
}

/// `[QTY [UNIT] x] PRICE [vat RATE] | text`; returns where the text stands.
fn invoice_line(
    value: Part<'_>,
    dialect: Dialect,
    arguments: &mut Vec<Argument>,
    remarks: &mut Vec<Fault>,
) -> Result<Option<Span>, Fault> {
    let (head, text) = match bar(value.text) {
        Some(at) => {
            let (head, text) = value.split(at);
            (head.trimmed(), Some(text.behind_first().trimmed().span()))
        }
        None => (value, None),
    };
    refuse_strange(head)?;
    let mut words = parts(head);
    let mut quantity_words: Vec<Part<'_>> = Vec::new();
    if let Some(times) = words.iter().position(|word| word.text == "x") {
        quantity_words = words.drain(..=times).collect();
        quantity_words.pop();
    }
    read_quantity(&quantity_words, head, dialect, arguments, remarks)?;
    read_price(&words, head, dialect, arguments, remarks)?;
    Ok(text)
}

fn parts(head: Part<'_>) -> Vec<Part<'_>> {
    let mut found = Vec::new();
    let mut rest = head.trimmed();
    while !rest.text.is_empty() {
        let word = token::word(rest.text).map_or("", |(_, word)| word);
        let (first, behind) = rest.split(word.len());
        found.push(first);
        rest = behind.trimmed();
    }
    found
}

fn read_quantity(
    words: &[Part<'_>],
    head: Part<'_>,
    dialect: Dialect,
    arguments: &mut Vec<Argument>,
    remarks: &mut Vec<Fault>,
) -> Result<(), Fault> {
    match words {
        [] if !head.text.starts_with("x ") => Ok(()),
        [quantity, unit @ ..] if unit.len() <= 1 => {
            let (value, remark) = share::decimal(quantity.text, quantity.span(), dialect)?;
            remarks.extend(remark);
            arguments.push(Argument {
                clause: None,
                value: Value::Quantity(value),
                span: quantity.span(),
            });
            arguments.extend(unit.iter().map(|unit| Argument {
                clause: Some("unit"),
                value: Value::Name,
                span: unit.span(),
            }));
            Ok(())
        }
        _ => Err(Box::new(
            kinds::BAD_VALUE
                .at(
                    head.span(),
                    "expected a quantity, one word as unit, then `x` and a price",
                )
                .help("write for example `5 hours x 80.00 | advice`"),
        )),
    }
}

fn read_price(
    words: &[Part<'_>],
    head: Part<'_>,
    dialect: Dialect,
    arguments: &mut Vec<Argument>,
    remarks: &mut Vec<Fault>,
) -> Result<(), Fault> {
    let end = Span::new(head.span().end, head.span().end);
    let [price, rest @ ..] = words else {
        return Err(Box::new(kinds::MISSING_ARGUMENT.at(
            end,
            "expected a price such as 100.00, found the end of the line",
        )));
    };
    let (value, remark) = share::decimal(price.text, price.span(), dialect)?;
    remarks.extend(remark);
    arguments.push(Argument {
        clause: None,
        value: Value::Price(value),
        span: price.span(),
    });
    match rest {
        [] => Ok(()),
        [vat, rate] if vat.text == "vat" => {
            let at = At {
                text: rate.text,
                place: rate.place,
            };
            match form::attempt(super::grammar::Form::Share, at, dialect) {
                Attempt::Yes {
                    value,
                    length,
                    remark,
                } => {
                    remarks.extend(remark);
                    arguments.push(Argument {
                        clause: Some("vat"),
                        value,
                        span: at.span(length),
                    });
                    Ok(())
                }
                Attempt::Fault(fault) => Err(fault),
                Attempt::No => Err(Box::new(kinds::BAD_VALUE.at(
                    rate.span(),
                    format!(
                        "expected a share such as 21% after `vat`, found `{}`",
                        rate.text
                    ),
                ))),
            }
        }
        [word, ..] => Err(Box::new(
            kinds::BAD_VALUE
                .at(
                    word.span(),
                    format!(
                        "expected `vat` and a rate, or ` | ` and a text, found `{}`",
                        word.text
                    ),
                )
                .help("the text of a line stands behind ` | `"),
        )),
    }
}
