//! What is asked before a journal can begin: of the flags, else of a person at the terminal.

use super::soundness::find_fault;
use crate::cli::arguments::args::{GlobalFlags, InitFlags};
use crate::cli::command_context::find_asked_language;
use crate::cli::console::Console;
use crate::cli::exit::Failure;
use crate::cli::prompt::{ask_question, is_answered};
use crate::language::en::ENGLISH;
use crate::language::init::InitInputWords;
use crate::language::phrases::Language;
use crate::language::{LanguageList, find_language};
use crate::render::escape_controls;
use crate::value::currency::Currency;
use crate::value::key_name::KeyName;

/// What a journal begins with.
pub struct InitInput {
    /// The language of the journal's comments, and of reports and letters.
    pub language: &'static Language,
    /// What is known of the business: key and value, in the order of the lines.
    pub business: Vec<(KeyName, String)>,
    /// The mark before the decimals.
    pub decimal_mark: char,
    /// The currency of amounts without a code.
    pub currency: Currency,
}

impl InitInput {
    /// The values of a key of the business.
    pub fn values(&self, key: KeyName) -> impl Iterator<Item = &str> {
        let all = self.business.iter();
        all.filter(move |(name, _)| *name == key)
            .map(|(_, value)| &**value)
    }
}

/// Asks what the flags do not say. What a person leaves empty becomes a line to fill in.
pub fn ask_answers(
    flags: &InitFlags,
    global: &GlobalFlags,
    languages: LanguageList,
    console: &Console,
) -> Result<InitInput, Failure> {
    let language = ask_language(global, languages)?;
    let question = &language.phrases.init.question;
    if is_answered() {
        console.print_to_stderr(&format!("{}\n", question.may_be_left_out));
    }
    let business = ask_business(flags, question, console)?;
    let usual_mark = if language.decimal_mark == ',' {
        ","
    } else {
        "."
    };
    let mark = flags
        .decimal_mark
        .clone()
        .or_else(|| ask_question(question.decimal_mark, Some(usual_mark)));
    let currency = flags
        .currency
        .clone()
        .or_else(|| ask_question(question.currency, Some("EUR")));
    Ok(InitInput {
        language,
        business,
        decimal_mark: read_mark(&mark.unwrap_or_default())?,
        currency: read_currency(&currency.unwrap_or_default())?,
    })
}

/// As asked for, else as a person says, else English.
fn ask_language(
    global: &GlobalFlags,
    languages: LanguageList,
) -> Result<&'static Language, Failure> {
    let tags: Vec<&str> = languages.iter().map(|language| language.tag).collect();
    let question = format!("Language / taal ({})", tags.join(", "));
    let usual = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(|name| std::env::var(name).ok())
        .find_map(|tag| find_language(languages, &tag));
    let usual = usual.unwrap_or(&ENGLISH).tag;
    let asked = global.lang.clone();
    let asked = asked.or_else(|| is_answered().then(|| ask_question(&question, Some(usual)))?);
    asked.map_or(Ok(&ENGLISH), |tag| find_asked_language(languages, &tag))
}

fn ask_business(
    flags: &InitFlags,
    question: &InitInputWords,
    console: &Console,
) -> Result<Vec<(KeyName, String)>, Failure> {
    let mut lines = flags.address.iter().cloned();
    let given_address = !flags.address.is_empty();
    let asked = [
        (KeyName::Name, flags.name.clone(), question.name),
        (KeyName::Address, lines.next(), question.street),
        (KeyName::Address, lines.next(), question.town),
        (KeyName::Kvk, flags.kvk.clone(), question.kvk),
        (KeyName::VatId, flags.vat_id.clone(), question.vat_id),
        (KeyName::Iban, flags.iban.clone(), question.iban),
        (KeyName::Email, flags.email.clone(), question.email),
        (KeyName::Phone, flags.phone.clone(), question.phone),
    ];
    let mut answers = Vec::new();
    for (key, given, question) in asked {
        let is_asked = given.is_none() && !(key == KeyName::Address && given_address);
        let answer = match given {
            Some(value) => read_value(key, &value)?,
            None if is_asked => ask_value(key, question, console),
            None => None,
        };
        answers.extend(answer.map(|value| (key, value)));
    }
    for line in lines {
        answers.extend(read_value(KeyName::Address, &line)?.map(|line| (KeyName::Address, line)));
    }
    Ok(answers)
}

/// Asks a person until the answer is right, or left empty.
fn ask_value(key: KeyName, question: &str, console: &Console) -> Option<String> {
    loop {
        let answer = ask_question(question, None)?;
        match read_value(key, &answer) {
            Ok(value) => return value,
            Err(stop) => console.print_error(&stop),
        }
    }
}

/// A value of the business as a journal can hold it; `None` where nothing was said.
fn read_value(key: KeyName, value: &str) -> Result<Option<String>, Failure> {
    let word = key.word();
    if value.chars().any(escape_controls::is_hidden) {
        return Err(Failure::usage(format!(
            "expected `{word}` on one line, without hidden characters"
        )));
    }
    let value = value.trim();
    if value.is_empty() {
        return Ok(None);
    }
    match find_fault(key, value)? {
        Some(fault) => Err(Failure::usage(format!("`{word}`: {fault}"))
            .with_help("leave it out for now: it becomes a line to fill in")),
        None => Ok(Some(value.to_owned())),
    }
}

fn read_mark(mark: &str) -> Result<char, Failure> {
    match mark {
        "." => Ok('.'),
        "," => Ok(','),
        other => Err(Failure::usage(format!(
            "expected a decimal mark, . or , and found `{other}`"
        ))),
    }
}

fn read_currency(code: &str) -> Result<Currency, Failure> {
    Currency::from_code(code)
        .ok_or_else(|| Failure::usage(format!("expected a currency such as EUR, found `{code}`")))
}
