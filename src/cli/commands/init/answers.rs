//! What is asked before a journal can begin: of the flags, else of a person at the terminal or of a pipe.

use super::soundness::has_fault;
use crate::cli::arguments::args::{GlobalFlags, InitFlags};
use crate::cli::command_context::find_asked_language;
use crate::cli::console::Console;
use crate::cli::exit::Failure;
use crate::cli::files::repository::GitRepository;
use crate::cli::prompt::InputSource;
use crate::language::en::ENGLISH;
use crate::language::init::{InitInputField, InitInputWords};
use crate::language::phrases::Language;
use crate::language::{LanguageList, find_language};
use crate::render::escape_controls;
use crate::value::currency::Currency;
use crate::value::key_name::KeyName;
use std::path::Path;

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
    /// Whether the git hook is to be installed.
    pub wants_hook: bool,
}

impl InitInput {
    /// The values of a key of the business.
    pub fn values(&self, key: KeyName) -> impl Iterator<Item = &str> {
        let all = self.business.iter();
        all.filter(move |(name, _)| *name == key)
            .map(|(_, value)| &**value)
    }
}

/// The flags that are answers, and where the rest of the answers comes from.
pub struct InitInputReader<'a> {
    /// The flags of the command.
    pub flags: &'a InitFlags,
    /// Who is asked what the flags do not say.
    pub source: InputSource,
    /// Where questions go.
    pub console: &'a Console,
}

impl<'a> InitInputReader<'a> {
    /// A person is always asked. A pipe is read where no flag is an answer: with one, standard input is somebody else's.
    pub fn new(flags: &'a InitFlags, console: &'a Console) -> Self {
        let source = match InputSource::find() {
            InputSource::Pipe if has_answers(flags) => InputSource::Nobody,
            found => found,
        };
        Self {
            flags,
            source,
            console,
        }
    }

    /// The language of the journal: as the flag has it, else as answered, else English.
    pub fn ask_language(
        &self,
        global: &GlobalFlags,
        languages: LanguageList,
    ) -> Result<&'static Language, Failure> {
        let read = |tag: &str| find_asked_language(languages, tag);
        if let Some(tag) = &global.lang {
            return read(tag);
        }
        let tags: Vec<&str> = languages.iter().map(|language| language.tag).collect();
        let question = format!("Language / taal ({})", tags.join(", "));
        let usual = ["LC_ALL", "LC_MESSAGES", "LANG"]
            .into_iter()
            .filter_map(|name| std::env::var(name).ok())
            .find_map(|tag| find_language(languages, &tag));
        let usual = usual.filter(|_| self.source.is_answered());
        let usual = usual.unwrap_or(&ENGLISH).tag;
        let asked = self
            .source
            .ask(&question, Some(usual), read, self.console)?;
        Ok(asked.unwrap_or(&ENGLISH))
    }

    /// Asks what the flags do not say. What is left empty becomes a line to fill in. No answer is lost to a mistake in a
    /// later one: flags are looked at before the first question, and a wrong answer is asked for again.
    pub fn ask_answers(
        &self,
        language: &'static Language,
        folder: &Path,
    ) -> Result<InitInput, Failure> {
        let question = &language.phrases.init.question;
        let flags = self.flags;
        let read_mark =
            |words: &str| find_mark(words, language).ok_or(question.decimal_mark.expected);
        let read_currency = |code: &str| {
            Currency::from_code(&code.to_ascii_uppercase()).ok_or(question.currency.expected)
        };
        let given_mark = read_flag(
            question,
            "--decimal-mark",
            flags.decimal_mark.as_deref(),
            read_mark,
        )?;
        let given_currency = read_flag(
            question,
            "--currency",
            flags.currency.as_deref(),
            read_currency,
        )?;
        let given = self.read_business_flags(question)?;
        if self.source.is_answered() {
            let words = format!("{}\n", question.may_be_left_out);
            self.console.print_to_stderr(&words);
        }
        let business = self.ask_business(question, &given)?;
        let mark = match given_mark {
            None => self.ask(
                question,
                &question.decimal_mark,
                question.marks.first().map(|(name, _)| *name),
                read_mark,
            )?,
            given => given,
        };
        let currency = match given_currency {
            None => self.ask(question, &question.currency, Some("EUR"), read_currency)?,
            given => given,
        };
        Ok(InitInput {
            language,
            business,
            decimal_mark: mark.unwrap_or(language.decimal_mark),
            currency: currency.unwrap_or(Currency::EUR),
            wants_hook: self.ask_hook(question, folder)?,
        })
    }

    /// Asks before it puts a hook into a repository: commits of others may pass there. Where nobody answers there is
    /// none, unless a flag asks for it.
    fn ask_hook(&self, question: &InitInputWords, folder: &Path) -> Result<bool, Failure> {
        if self.flags.hook || self.flags.no_hook || !self.source.is_answered() {
            return Ok(self.flags.hook);
        }
        // The folder may be made only when all is answered.
        let mut folders = folder.ancestors().filter(|folder| folder.is_dir());
        let repository = GitRepository::find_containing(folders.next().unwrap_or(Path::new(".")));
        if repository.is_none_or(|found| found.hook_path.symlink_metadata().is_ok()) {
            return Ok(false);
        }
        let read = |words: &str| {
            let is_word = |word: &str| {
                word.eq_ignore_ascii_case(words)
                    || word
                        .get(..1)
                        .is_some_and(|first| first.eq_ignore_ascii_case(words))
            };
            if is_word(question.yes) || is_word(ENGLISH.phrases.init.question.yes) {
                return Ok(true);
            }
            let is_no = is_word(question.no);
            if is_no {
                Ok(false)
            } else {
                Err(question.hook.expected)
            }
        };
        let wants = self.ask(question, &question.hook, Some(question.no), read)?;
        Ok(wants.unwrap_or(false))
    }

    /// What the flags say of the business. An empty one leaves its line to be filled in, and is not asked.
    fn read_business_flags(
        &self,
        question: &InitInputWords,
    ) -> Result<Vec<(KeyName, Option<String>)>, Failure> {
        let flags = self.flags;
        let single = [
            (KeyName::Name, &flags.name, &question.name),
            (KeyName::Kvk, &flags.kvk, &question.kvk),
            (KeyName::VatId, &flags.vat_id, &question.vat_id),
            (KeyName::Iban, &flags.iban, &question.iban),
            (KeyName::Email, &flags.email, &question.email),
            (KeyName::Phone, &flags.phone, &question.phone),
        ];
        let single = single
            .into_iter()
            .filter_map(|(key, value, question)| Some((key, value.as_deref()?, question)));
        let addresses = flags.address.iter();
        let addresses = addresses.map(|line| (KeyName::Address, &**line, &question.street));
        let given = single.chain(addresses).map(|(key, value, asked)| {
            let read = |value: &str| read_value(key, value, asked);
            let flag = format!("--{}", key.word());
            let value = read_flag(question, &flag, Some(value), read);
            let value = value.map_err(|stop| stop.with_help(question.leave_out))?;
            Ok((key, value.flatten()))
        });
        given.collect()
    }

    /// The lines of the business, in the order of the journal: those of the flags, and what was answered.
    fn ask_business(
        &self,
        question: &InitInputWords,
        given: &[(KeyName, Option<String>)],
    ) -> Result<Vec<(KeyName, String)>, Failure> {
        let mut answers = Vec::new();
        for (key, questions) in [
            (KeyName::Name, &[&question.name][..]),
            (KeyName::Address, &[&question.street, &question.town]),
            (KeyName::Kvk, &[&question.kvk]),
            (KeyName::VatId, &[&question.vat_id]),
            (KeyName::Iban, &[&question.iban]),
            (KeyName::Email, &[&question.email]),
            (KeyName::Phone, &[&question.phone]),
        ] {
            let known = given.iter().filter(|(name, _)| *name == key);
            if known.clone().next().is_some() {
                let values = known.filter_map(|(_, value)| value.clone());
                answers.extend(values.map(|value| (key, value)));
                continue;
            }
            for asked in questions {
                let read = |value: &str| read_value(key, value, asked);
                let value = self.ask(question, asked, None, read)?.flatten();
                answers.extend(value.map(|value| (key, value)));
            }
        }
        Ok(answers)
    }

    fn ask<T>(
        &self,
        words: &InitInputWords,
        question: &InitInputField,
        usual: Option<&str>,
        read: impl Fn(&str) -> Result<T, &'static str>,
    ) -> Result<Option<T>, Failure> {
        let read = |answer: &str| {
            let wrong = |expected| Failure::usage((words.wrong)(question.asks, answer, expected));
            read(answer).map_err(wrong)
        };
        self.source.ask(question.asks, usual, read, self.console)
    }
}

/// Whether a flag answers one of the questions.
fn has_answers(flags: &InitFlags) -> bool {
    let single = [
        &flags.name,
        &flags.kvk,
        &flags.vat_id,
        &flags.iban,
        &flags.email,
        &flags.phone,
        &flags.decimal_mark,
        &flags.currency,
    ];
    !flags.address.is_empty() || single.into_iter().any(Option::is_some)
}

/// The value of a flag; what is wrong with it names the flag.
fn read_flag<T>(
    words: &InitInputWords,
    flag: &str,
    value: Option<&str>,
    read: impl Fn(&str) -> Result<T, &'static str>,
) -> Result<Option<T>, Failure> {
    let Some(value) = value else { return Ok(None) };
    let wrong = |expected| Failure::usage((words.wrong)(&format!("`{flag}`"), value, expected));
    read(value).map(Some).map_err(wrong)
}

/// A value of the business as a journal can hold it; `None` where nothing was said; else what it must be.
fn read_value(
    key: KeyName,
    value: &str,
    question: &InitInputField,
) -> Result<Option<String>, &'static str> {
    let is_unreadable =
        |sign: char| sign == char::REPLACEMENT_CHARACTER || escape_controls::is_hidden(sign);
    let value = value.trim();
    if value.chars().any(is_unreadable) || has_fault(key, value) {
        return Err(question.expected);
    }
    Ok(Some(value.to_owned()).filter(|value| !value.is_empty()))
}

/// A mark as it is, or its name in English or in the language of the answers.
fn find_mark(words: &str, language: &Language) -> Option<char> {
    let languages = [language, &ENGLISH];
    let names = languages
        .iter()
        .flat_map(|language| language.phrases.init.question.marks);
    let mut marks = [(",", ','), (".", '.')].into_iter().chain(names);
    let found = marks.find(|(name, _)| name.eq_ignore_ascii_case(words.trim()));
    found.map(|(_, mark)| mark)
}
