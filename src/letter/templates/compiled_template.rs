//! A template made ready once, and then filled for each letter. It reads no file, calls nothing, and runs out of fuel.

use super::fault::{TemplateFault, TemplateFaultKind};
use super::layout::{
    BLOCK_MARK, JOINED_LINE_END, LetterText, TemplateBlock, VALUE_END, VALUE_START, lay_out,
};
use super::lexer::{UnclosedBraces, split_pieces};
use super::limits::{find_depth_fault, length_fault};
use super::lines::split_lines;
use super::restrictions::unclosed_braces_fault;
use super::variable::TemplateValue;
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
const MAX_LETTER_BYTES: usize = 1 << 20;
/// How deep conditions may stand inside each other.
const MAX_NESTING: usize = 64;
/// The name under which the one template of an environment goes.
const TEMPLATE_NAME: &str = "letter";

/// A template made ready.
#[derive(Debug)]
pub struct CompiledTemplate {
    environment: Environment<'static>,
    /// The variables it names, in the order of the alphabet.
    pub variable_names: Vec<String>,
}

impl CompiledTemplate {
    /// Makes a template ready.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn new(text: &str) -> Result<Self, TemplateFault> {
        let mut environment = Environment::empty();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_fuel(Some(FUEL));
        environment.set_recursion_limit(MAX_NESTING);
        environment.set_debug(false);
        environment.set_formatter(write_value);
        let to_fault = |error: &Error| fault_from_error(error, text);
        environment
            .add_template_owned(TEMPLATE_NAME, join_statement_lines(text)?)
            .map_err(|error| to_fault(&error))?;
        let template = environment.get_template(TEMPLATE_NAME);
        let named = template.map_err(|error| to_fault(&error))?;
        let mut names: Vec<String> = named.undeclared_variables(false).into_iter().collect();
        names.sort();
        Ok(Self {
            environment,
            variable_names: names,
        })
    }

    /// Fills it. `give` answers what stands for a name, in this one letter; `None` for a name it does not know.
    ///
    /// # Errors
    /// An unknown name, no fuel left, a block inside a sentence, something left to be filled in. The place is that in
    /// the text, as far as it is known.
    pub fn fill(
        &self,
        text: &str,
        mut give: impl FnMut(&str) -> Option<(&'static str, TemplateValue)>,
    ) -> Result<LetterText, TemplateFault> {
        let mut blocks: Vec<TemplateBlock> = Vec::new();
        let mut values: Vec<(&str, Value)> = Vec::new();
        for name in &self.variable_names {
            if let Some((name, given)) = give(name) {
                values.push((name, to_engine_value(name, given, &mut blocks)));
            }
        }
        let mut yielded = LimitedBuffer(Vec::new());
        self.environment
            .get_template(TEMPLATE_NAME)
            .and_then(|template| {
                template.render_captured_to(Value::from_pairs(values), &mut yielded)
            })
            .map_err(|error| fault_from_error(&error, text))?;
        let yielded = String::from_utf8_lossy(&yielded.0);
        lay_out(&yielded, &blocks)
    }
}

/// The text in which lines that only decide something end without a line end, so that they leave no empty line.
fn join_statement_lines(text: &str) -> Result<String, TemplateFault> {
    let pieces = split_pieces(text).map_err(|UnclosedBraces(span)| unclosed_braces_fault(&span))?;
    // What the engine reads it takes apart by calling itself: one too deep would end the program.
    if let Some(fault) = length_fault(text).or_else(|| find_depth_fault(text, &pieces)) {
        return Err(fault);
    }
    let mut bytes = text.as_bytes().to_vec();
    for line in split_lines(text, &pieces) {
        if line.is_statement_only(text) {
            for at in line.end {
                if let (Some(byte), Ok(joined)) = (bytes.get_mut(at), u8::try_from(JOINED_LINE_END))
                {
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
struct BlockPlaceholder(usize);

impl Object for BlockPlaceholder {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Plain
    }
}

/// What the template works with. A block that shows nothing is as empty as words that say nothing.
fn to_engine_value(
    name: &'static str,
    given: TemplateValue,
    blocks: &mut Vec<TemplateBlock>,
) -> Value {
    match given {
        TemplateValue::Words(words) => Value::from(words),
        TemplateValue::Count(count) => Value::from(count),
        TemplateValue::Bool(holds) => Value::from(holds),
        TemplateValue::Blocks(parts) if parts.is_empty() => Value::from(""),
        TemplateValue::Blocks(parts) => {
            let number = blocks.len();
            blocks.push((name, parts));
            Value::from_object(BlockPlaceholder(number))
        }
        TemplateValue::List(all) => {
            let rows = all.into_iter().map(|row| {
                let fields = row.into_iter();
                Value::from_pairs(
                    fields.map(|(name, given)| (name, to_engine_value(name, given, blocks))),
                )
            });
            Value::from(rows.collect::<Vec<Value>>())
        }
    }
}

/// Puts a value into the letter: words between marks, with no line end or other sign that cannot be seen.
fn write_value(output: &mut Output<'_>, _: &mut State<'_, '_>, value: &Value) -> Result<(), Error> {
    if let Some(BlockPlaceholder(number)) = value.downcast_object_ref() {
        return Ok(write!(output, "{BLOCK_MARK}{number}{BLOCK_MARK}")?);
    }
    output.write_char(VALUE_START)?;
    match (value.as_str(), value.kind()) {
        (Some(words), _) if words.contains(char::is_control) => {
            let plain = |sign: char| if sign.is_control() { ' ' } else { sign };
            output.write_str(&words.chars().map(plain).collect::<String>())?;
        }
        (Some(words), _) => output.write_str(words)?,
        (None, ValueKind::Number) => write!(output, "{value}")?,
        (None, ValueKind::Undefined) => return Err(ErrorKind::UndefinedError.into()),
        (None, ValueKind::Bool) => return Err(unprintable_error("yes or no")),
        (None, _) => return Err(unprintable_error("a list")),
    }
    Ok(output.write_char(VALUE_END)?)
}

fn unprintable_error(what: &str) -> Error {
    Error::new(
        ErrorKind::NonPrimitive,
        format!("expected words, found {what}"),
    )
}

/// Takes no more than a letter can hold.
struct LimitedBuffer(Vec<u8>);

impl io::Write for LimitedBuffer {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.len().saturating_add(bytes.len()) > MAX_LETTER_BYTES {
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
fn fault_from_error(error: &Error, text: &str) -> TemplateFault {
    let span = error_span(error, text);
    let quoted = text.get(span.clone()).unwrap_or_default().trim();
    let detail = error.detail().unwrap_or_default();
    match error.kind() {
        ErrorKind::OutOfFuel | ErrorKind::WriteFailure => TemplateFault::new(
            TemplateFaultKind::Syntax,
            span,
            "expected a letter, found a template that goes on and on",
            "take out loops inside loops",
        ),
        ErrorKind::UndefinedError => TemplateFault::new(
            TemplateFaultKind::UnknownVariable,
            span,
            format!("expected a variable of this letter, found `{quoted}`"),
            "name one that `letters --init-templates` describes",
        ),
        ErrorKind::NonPrimitive => TemplateFault::new(
            TemplateFaultKind::Misused,
            span,
            detail.to_owned(),
            "ask for it with `{% if … %}` or go through it with `{% for … %}`",
        ),
        kind => TemplateFault::new(
            TemplateFaultKind::Syntax,
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

fn error_span(error: &Error, text: &str) -> Range<usize> {
    let found = error.range().unwrap_or_default();
    let end = found.end.min(text.len());
    found.start.min(end)..end
}
