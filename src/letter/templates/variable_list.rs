//! Lists of variables: what each means, and how the facts of a letter answer it. The value is put into words here, by
//! what the variable holds.

use super::variable::{TemplateValue, Variable, VariableKind};
use crate::document::letter::LetterBlock;
use crate::language::phrases::Language;
use crate::value::currency::Currency;
use crate::value::money::{Minor, Money};
use chrono::NaiveDate;

/// One of the things that a list goes through, each part by its name.
pub type ListRow = Vec<(&'static str, TemplateValue)>;

/// How values become words: in which language, and in which currency an amount is.
#[derive(Clone, Copy, Debug)]
pub struct ValueFormat {
    /// The language of the letter.
    pub language: &'static Language,
    /// The currency of the letter.
    pub currency: Currency,
}

/// A variable, and how the facts `T` of a letter answer it.
pub struct VariableDef<T> {
    /// The variable.
    pub variable: Variable,
    answer: Answer<T>,
}

enum Answer<T> {
    Words(fn(&T) -> String),
    OneOf(fn(&T) -> Option<&'static str>),
    Amount(fn(&T) -> Minor),
    Money(fn(&T) -> Option<Money>),
    Day(fn(&T) -> Option<NaiveDate>),
    Count(fn(&T) -> usize),
    Bool(fn(&T) -> bool),
    Block(fn(&T) -> Vec<LetterBlock>),
    List(fn(&T) -> Vec<ListRow>),
}

impl<T> VariableDef<T> {
    const fn new(
        (name, kind): (&'static str, VariableKind),
        example: &'static str,
        meaning: &'static str,
        answer: Answer<T>,
    ) -> Self {
        let variable = Variable {
            name,
            kind,
            example,
            meaning,
        };
        Self { variable, answer }
    }

    fn answer(&self, facts: &T, format: ValueFormat) -> TemplateValue {
        let money = |amount: Money| format.language.format_amount(amount);
        match self.answer {
            Answer::Words(get) => TemplateValue::Words(get(facts)),
            Answer::OneOf(get) => TemplateValue::words_or_empty(get(facts)),
            Answer::Amount(get) => {
                let amount = Some(get(facts)).filter(|amount| amount.is_positive());
                let amount = amount.map(|amount| Money::new(amount, format.currency));
                TemplateValue::words_or_empty(amount.map(money))
            }
            Answer::Money(get) => TemplateValue::words_or_empty(get(facts).map(money)),
            Answer::Day(get) => {
                let style = &format.language.phrases.letter.style;
                TemplateValue::words_or_empty(get(facts).map(style.day))
            }
            Answer::Count(get) => TemplateValue::Count(get(facts)),
            Answer::Bool(get) => TemplateValue::Bool(get(facts)),
            Answer::Block(get) => TemplateValue::Blocks(get(facts)),
            Answer::List(get) => TemplateValue::List(get(facts)),
        }
    }
}

/// A constructor of variables that hold one thing, which is put into words in one way.
macro_rules! variable_constructor {
    ($about:literal, $name:ident: $kind:ident, $answer:ident($value:ty)) => {
        #[doc = $about]
        pub const fn $name<T>(
            name: &'static str,
            example: &'static str,
            meaning: &'static str,
            get: fn(&T) -> $value,
        ) -> VariableDef<T> {
            let answer = Answer::$answer(get);
            VariableDef::new((name, VariableKind::$kind), example, meaning, answer)
        }
    };
}

variable_constructor!("A variable that holds words.", words: Words, Words(String));
variable_constructor!(
    "A variable that holds an amount in the currency of the letter; empty where it is not above zero.",
    amount: Amount, Amount(Minor)
);
variable_constructor!(
    "A variable that holds an amount in a currency of its own.",
    money: Amount, Money(Option<Money>)
);
variable_constructor!("A variable that holds a day.", day: Day, Day(Option<NaiveDate>));
variable_constructor!("A variable that holds a number.", count: Count, Count(usize));

/// A variable that holds one of some words, or none; the first of them is its example.
pub const fn one_of<T>(
    name: &'static str,
    known: &'static [&'static str],
    example: &'static str,
    meaning: &'static str,
    get: fn(&T) -> Option<&'static str>,
) -> VariableDef<T> {
    VariableDef::new(
        (name, VariableKind::OneOf(known)),
        example,
        meaning,
        Answer::OneOf(get),
    )
}

/// A variable that is true or false.
pub const fn flag<T>(
    name: &'static str,
    meaning: &'static str,
    get: fn(&T) -> bool,
) -> VariableDef<T> {
    VariableDef::new((name, VariableKind::Bool), "", meaning, Answer::Bool(get))
}

/// A variable that holds tables, points or paragraphs.
pub const fn block<T>(
    name: &'static str,
    meaning: &'static str,
    get: fn(&T) -> Vec<LetterBlock>,
) -> VariableDef<T> {
    VariableDef::new((name, VariableKind::Block), "", meaning, Answer::Block(get))
}

/// A variable that holds several of the same, each with some fields.
pub const fn list<T>(
    name: &'static str,
    fields: &'static [Variable],
    meaning: &'static str,
    get: fn(&T) -> Vec<ListRow>,
) -> VariableDef<T> {
    VariableDef::new(
        (name, VariableKind::List(fields)),
        "",
        meaning,
        Answer::List(get),
    )
}

/// The variables of a list.
pub fn variables_of<T>(list: &'static [VariableDef<T>]) -> Vec<&'static Variable> {
    list.iter().map(|known| &known.variable).collect()
}

/// What stands for a name of a list; `None` for a name that it does not have.
pub fn find_value<T>(
    list: &[VariableDef<T>],
    name: &str,
    facts: &T,
    format: ValueFormat,
) -> Option<(&'static str, TemplateValue)> {
    let known = list.iter().find(|known| known.variable.name == name)?;
    Some((known.variable.name, known.answer(facts, format)))
}
