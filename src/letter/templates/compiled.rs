//! A template made ready once, and then filled for each letter. It reads no file, calls nothing, and runs out of fuel.

use super::fault::{Fault, Sort};
use super::given::Given;
use super::laid_out::{BLOCK, Block, CLOSE, JOINED, OPEN, Written, laid_out};
use super::lines::lines;
use super::pieces::{Unclosed, pieces};
use super::speech::unclosed;
use minijinja::value::{Object, ObjectRepr, Value, ValueKind};
use minijinja::{Environment, Error, ErrorKind, Output, State, UndefinedBehavior};
use std::fmt::Write as _;
use std::io;
use std::ops::Range;
use std::sync::Arc;

/// How many steps filling a template may take. A letter takes some hundreds; loops inside loops over a thousand
/// invoices end here.
const FUEL: u64 = 200_000;
/// How long a letter may become, in bytes.
const LONGEST: usize = 1 << 20;
/// How deep conditions may stand inside each other.
const DEEPEST: usize = 64;
/// The name under which the one template of an environment goes.
const NAME: &str = "letter";

/// A template made ready.
#[derive(Debug)]
pub struct Compiled {
    environment: Environment<'static>,
    /// The variables it names, in the order of the alphabet.
    pub names: Vec<String>,
}

impl Compiled {
    /// Makes a template ready.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn new(text: &str) -> Result<Self, Fault> {
        let mut environment = Environment::empty();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_fuel(Some(FUEL));
        environment.set_recursion_limit(DEEPEST);
        environment.set_debug(false);
        environment.set_formatter(put);
        let told = |error: &Error| fault(error, text);
        environment
            .add_template_owned(NAME, joined(text)?)
            .map_err(|error| told(&error))?;
        let template = environment.get_template(NAME);
        let named = template.map_err(|error| told(&error))?;
        let mut names: Vec<String> = named.undeclared_variables(false).into_iter().collect();
        names.sort();
        Ok(Self { environment, names })
    }

    /// Fills it. `give` answers what stands for a name, in this one letter; `None` for a name it does not know.
    ///
    /// # Errors
    /// An unknown name, no fuel left, a block inside a sentence, something left to be filled in. The place is that in
    /// the text, as far as it is known.
    pub fn write(
        &self,
        text: &str,
        mut give: impl FnMut(&str) -> Option<(&'static str, Given)>,
    ) -> Result<Written, Fault> {
        let mut blocks: Vec<Block> = Vec::new();
        let mut values: Vec<(&str, Value)> = Vec::new();
        for name in &self.names {
            if let Some((name, given)) = give(name) {
                values.push((name, value(name, given, &mut blocks)));
            }
        }
        let mut yielded = Limited(Vec::new());
        self.environment
            .get_template(NAME)
            .and_then(|template| {
                template.render_captured_to(Value::from_pairs(values), &mut yielded)
            })
            .map_err(|error| fault(&error, text))?;
        let yielded = String::from_utf8_lossy(&yielded.0);
        laid_out(&yielded, &blocks)
    }
}

/// The text in which lines that only decide something end without a line end, so that they leave no empty line.
fn joined(text: &str) -> Result<String, Fault> {
    let cut = pieces(text).map_err(|Unclosed(span)| unclosed(&span))?;
    let mut bytes = text.as_bytes().to_vec();
    for line in lines(text, &cut) {
        if line.only_decides(text) {
            for at in line.end {
                if let (Some(byte), Ok(joined)) = (bytes.get_mut(at), u8::try_from(JOINED)) {
                    *byte = joined;
                }
            }
        }
    }
    // Only line ends were replaced, by characters as short.
    Ok(String::from_utf8(bytes).unwrap_or_default())
}

/// A block inside a template: only its number; what it shows comes afterwards.
#[derive(Debug)]
struct Numbered(usize);

impl Object for Numbered {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Plain
    }
}

/// What the template works with. A block that shows nothing is as empty as words that say nothing.
fn value(name: &'static str, given: Given, blocks: &mut Vec<Block>) -> Value {
    match given {
        Given::Words(words) => Value::from(words),
        Given::Count(count) => Value::from(count),
        Given::Holds(holds) => Value::from(holds),
        Given::Parts(parts) if parts.is_empty() => Value::from(""),
        Given::Parts(parts) => {
            let number = blocks.len();
            blocks.push((name, parts));
            Value::from_object(Numbered(number))
        }
        Given::List(all) => {
            let rows = all.into_iter().map(|row| {
                let fields = row.into_iter();
                Value::from_pairs(fields.map(|(name, given)| (name, value(name, given, blocks))))
            });
            Value::from(rows.collect::<Vec<Value>>())
        }
    }
}

/// Puts a value into the letter: words between marks, with no line end or other sign that cannot be seen.
fn put(output: &mut Output<'_>, _: &mut State<'_, '_>, value: &Value) -> Result<(), Error> {
    if let Some(Numbered(number)) = value.downcast_object_ref() {
        return Ok(write!(output, "{BLOCK}{number}{BLOCK}")?);
    }
    output.write_char(OPEN)?;
    match (value.as_str(), value.kind()) {
        (Some(words), _) if words.contains(char::is_control) => {
            let plain = |sign: char| if sign.is_control() { ' ' } else { sign };
            output.write_str(&words.chars().map(plain).collect::<String>())?;
        }
        (Some(words), _) => output.write_str(words)?,
        (None, ValueKind::Number) => write!(output, "{value}")?,
        (None, ValueKind::Undefined) => return Err(ErrorKind::UndefinedError.into()),
        (None, ValueKind::Bool) => return Err(unprintable("yes or no")),
        (None, _) => return Err(unprintable("a list")),
    }
    Ok(output.write_char(CLOSE)?)
}

fn unprintable(what: &str) -> Error {
    Error::new(
        ErrorKind::NonPrimitive,
        format!("expected words, found {what}"),
    )
}

/// Takes no more than a letter can hold.
struct Limited(Vec<u8>);

impl io::Write for Limited {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.len().saturating_add(bytes.len()) > LONGEST {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// What went wrong, in our words.
fn fault(error: &Error, text: &str) -> Fault {
    let span = span(error, text);
    let said = text.get(span.clone()).unwrap_or_default().trim();
    let detail = error.detail().unwrap_or_default();
    match error.kind() {
        ErrorKind::OutOfFuel | ErrorKind::WriteFailure => Fault::new(
            Sort::Syntax,
            span,
            "expected a letter, found a template that goes on and on",
            "take out loops inside loops",
        ),
        ErrorKind::UndefinedError => Fault::new(
            Sort::UnknownVariable,
            span,
            format!("expected a variable of this letter, found `{said}`"),
            "name one that `letters --init-templates` describes",
        ),
        ErrorKind::NonPrimitive => Fault::new(
            Sort::Misused,
            span,
            detail.to_owned(),
            "ask for it with `{% if … %}` or go through it with `{% for … %}`",
        ),
        kind => Fault::new(
            Sort::Syntax,
            span,
            if detail.is_empty() {
                kind.to_string()
            } else {
                detail.to_owned()
            },
            "mend what stands between the braces",
        ),
    }
}

fn span(error: &Error, text: &str) -> Range<usize> {
    let found = error.range().unwrap_or_default();
    let end = found.end.min(text.len());
    found.start.min(end)..end
}
