//! `init`: begins a journal in a folder, and tells git how to treat it.

use crate::cli::arguments::args::InitFlags;
use crate::cli::console::Console;
use crate::cli::emit::message_text::message_text;
use crate::cli::escape;
use crate::cli::exit::{CommandResult, ExitStatus, Failure};
use crate::cli::files::disk::normalise_path;
use crate::cli::files::repository;
use crate::cli::files::repository::{ATTRIBUTES_LINE, GitRepository};
use crate::cli::files::writer::leftovers::sweep_leftovers;
use crate::cli::files::writer::new_file::{ExistingFile, FileAccess, create_file};
use crate::cli::files::writer::replace::{FileChange, replace_file};
use crate::cli::prompt::ask_question;
use crate::format::layout_errors;
use crate::journal::built_in_policy::BUILT_IN_POLICY;
use crate::journal::policy_text::to_declaration;
use crate::render::escape_controls;
use crate::syntax::dialect::Dialect;
use crate::syntax::directive::TypedEntry;
use crate::syntax::directive::business::BusinessDeclaration;
use crate::syntax::directive::currency::CurrencyDeclaration;
use crate::syntax::directive::decimal_mark::DecimalMarkDeclaration;
use crate::syntax::directive::format::{FormatDeclaration, VERSION};
use crate::syntax::directive::policy::PolicyDeclaration;
use crate::syntax::journal_entry::JournalEntry;
use crate::text::span::Spanned;
use crate::value::calendar::Duration;
use crate::value::currency::Currency;
use std::io;
use std::path::Path;

/// What tells git how to treat files.
const ATTRIBUTES_FILE: &str = ".gitattributes";
/// How it names journals.
const ATTRIBUTES_PATTERN: &str = "*.tegoed";
/// How git finds the entry above a changed line.
const HUNK_HEADERS: &str = "git config diff.tegoed.xfuncname \
'^([0-9]{4}-[0-9]{2}-[0-9]{2} .*|(customer|policy) .*|business.*)$'";

/// What is asked before a journal can begin.
struct InitAnswers {
    name: Option<String>,
    decimal_mark: char,
    currency: Currency,
}

/// Begins a journal.
pub fn run(flags: &InitFlags, console: &mut Console) -> CommandResult {
    let folder = flags.folder.as_deref().unwrap_or(Path::new("."));
    refuse_journal_name(&flags.journal)?;
    let journal = normalise_path(&folder.join(&flags.journal));
    let exists = journal.symlink_metadata().is_ok();
    let exists_already = || {
        Failure::usage(format!("{} exists already", journal.display()))
            .with_help("`tegoed init --journal FILE` begins another one")
    };
    if exists && has_attributes(folder) {
        return Err(exists_already());
    }
    let text = ask_answers(flags)?.journal_text();
    refuse_unsound(&text)?;
    // A run that was stopped is taken up where it ended.
    if exists && !std::fs::read(&journal).is_ok_and(|found| found == text.as_bytes()) {
        return Err(exists_already());
    }
    std::fs::create_dir_all(folder).map_err(|error| Failure::file_error("make", folder, error))?;
    sweep_leftovers(folder, console);
    if !exists {
        create_file(
            &journal,
            text.as_bytes(),
            ExistingFile::Refuse,
            FileAccess::Usual,
        )?;
        console.print(format!("wrote {}\n", escape::escape_path(&journal)).as_bytes())?;
    }
    console.print(write_attributes(folder)?.as_bytes())?;
    if let Some(repository) = GitRepository::find_containing(folder) {
        let mut words = write_hook(&repository, &flags.journal, console)?;
        words.push_str("to name the entry above each change in `git diff`, run once:\n  ");
        words.push_str(HUNK_HEADERS);
        words.push('\n');
        console.print(words.as_bytes())?;
    }
    Ok(ExitStatus::Success)
}

/// A journal that `tegoed` finds by itself is a file in this folder, with the extension of journals.
fn refuse_journal_name(name: &Path) -> Result<(), Failure> {
    let is_plain = name.file_name() == Some(name.as_os_str())
        && name.extension().is_some_and(|end| end == "tegoed")
        && !name
            .to_string_lossy()
            .chars()
            .any(escape_controls::is_hidden)
        && !name.as_os_str().as_encoded_bytes().starts_with(b".");
    if is_plain {
        return Ok(());
    }
    Err(Failure::usage(format!(
        "expected the name of a journal, such as main.tegoed, found `{}`",
        name.display()
    ))
    .with_help("name the folder first: `tegoed init FOLDER --journal NAME.tegoed`"))
}

/// Looks at a journal before it is written: what somebody answered must read back.
fn refuse_unsound(text: &str) -> Result<(), Failure> {
    let errors = layout_errors(text);
    let Some(first) = errors.first() else {
        return Ok(());
    };
    Err(Failure::usage(format!(
        "expected a name that reads back from a journal, found one that does not: {}",
        message_text(&first.message)
    ))
    .with_help("begin without `--name`, and write it into the journal by hand"))
}

/// Whether git is told of journals in a folder.
fn has_attributes(folder: &Path) -> bool {
    let text = std::fs::read(folder.join(ATTRIBUTES_FILE)).unwrap_or_default();
    String::from_utf8_lossy(&text).contains(ATTRIBUTES_PATTERN)
}

fn ask_answers(flags: &InitFlags) -> Result<InitAnswers, Failure> {
    let given = |flag: &Option<String>, question: &str, usual: Option<&str>| {
        flag.clone().or_else(|| ask_question(question, usual))
    };
    let name = given(&flags.name, "Name of the business", None);
    let mark = given(
        &flags.decimal_mark,
        "Mark before the decimals, . or ,",
        Some("."),
    );
    let currency = given(&flags.currency, "Currency", Some("EUR")).unwrap_or_default();
    let decimal_mark = match mark.as_deref() {
        Some(".") => '.',
        Some(",") => ',',
        other => {
            let found = other.unwrap_or_default();
            return Err(Failure::usage(format!(
                "expected a decimal mark, . or , and found `{found}`"
            )));
        }
    };
    let Some(currency) = Currency::from_code(&currency) else {
        return Err(Failure::usage(format!(
            "expected a currency such as EUR, found `{currency}`"
        )));
    };
    let one_line = name
        .as_ref()
        .is_none_or(|name| !name.chars().any(escape_controls::is_hidden));
    if !one_line {
        return Err(Failure::usage(
            "expected a name on one line, without hidden characters",
        ));
    }
    Ok(InitAnswers {
        name: name
            .map(|name| name.trim().to_owned())
            .filter(|name| !name.is_empty()),
        decimal_mark,
        currency,
    })
}

impl InitAnswers {
    /// The text of the new journal.
    fn journal_text(&self) -> String {
        let decimal_mark = self.decimal_mark;
        let settings = self.print_declarations(&self.setting_declarations());
        let business = self.name.as_ref().map_or_else(String::new, |name| {
            let [business, policy] = self.business_declarations(name);
            format!(
                "\n{}\n{}",
                self.print_declarations(&[business]),
                self.print_declarations(&[policy])
            )
        });
        format!(
            "; What is owed to us. `tegoed check` looks for mistakes, `tegoed aging` tells who is late.\n\
             {settings}\
             {business}\n\
             ; A customer, an invoice and its payment look like this:\n\
             ;\n\
             ; customer @jansen\n\
             ;   name: Jansen Bouw B.V.\n\
             ;   kind: business\n\
             ;\n\
             ; 2026-01-05 invoice #2026-001 @jansen 1210{decimal_mark}00 vat 21% due 2026-02-04 | new kitchen\n\
             ; 2026-02-03 payment #2026-001 1210{decimal_mark}00\n"
        )
    }

    fn print_declarations(&self, declarations: &[TypedEntry<'_>]) -> String {
        let dialect = Dialect {
            mark: Some(self.decimal_mark),
            currency: self.currency,
        };
        let entries = declarations.iter().cloned();
        entries
            .map(|declaration| JournalEntry::new(None, declaration).print(dialect))
            .collect()
    }

    fn setting_declarations(&self) -> [TypedEntry<'static>; 3] {
        [
            TypedEntry::Format(FormatDeclaration {
                version: Spanned::without_span(VERSION),
            }),
            TypedEntry::DecimalMark(DecimalMarkDeclaration {
                mark: self.decimal_mark,
            }),
            TypedEntry::Currency(CurrencyDeclaration {
                currency: self.currency,
            }),
        ]
    }

    /// The business, and the built-in policy with the usual terms, spelled out: to be changed, and to be agreed on.
    fn business_declarations<'t>(&self, name: &'t str) -> [TypedEntry<'t>; 2] {
        let policy = PolicyDeclaration {
            terms: Some(Duration::Days(30)),
            ..to_declaration(&BUILT_IN_POLICY, self.currency)
        };
        let business = BusinessDeclaration {
            name: Some(Spanned::without_span(name)),
            policy: Some(policy.name),
            ..BusinessDeclaration::default()
        };
        [TypedEntry::Business(business), TypedEntry::Policy(policy)]
    }
}

/// Sees to the line of `.gitattributes`; an existing file gets it added.
fn write_attributes(folder: &Path) -> Result<String, Failure> {
    let path = normalise_path(&folder.join(ATTRIBUTES_FILE));
    let line = format!("{ATTRIBUTES_LINE}\n");
    let before = match std::fs::read(&path) {
        Ok(before) => before,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            create_file(
                &path,
                line.as_bytes(),
                ExistingFile::Refuse,
                FileAccess::Usual,
            )?;
            return Ok(format!("wrote {}\n", escape::escape_path(&path)));
        }
        Err(error) => return Err(Failure::file_error("read", &path, error)),
    };
    if String::from_utf8_lossy(&before).contains(ATTRIBUTES_PATTERN) {
        return Ok(String::new());
    }
    let mut after = before.clone();
    if !(after.is_empty() || after.ends_with(b"\n")) {
        after.push(b'\n');
    }
    after.extend_from_slice(line.as_bytes());
    let change = FileChange {
        path: &path,
        before: &before,
        after: &after,
    };
    replace_file(change, |_| Ok(()))?;
    Ok(format!("added a line to {}\n", escape::escape_path(&path)))
}

/// Puts a hook that checks the journal before each commit, unless there is one.
fn write_hook(
    repository: &GitRepository,
    journal: &Path,
    console: &Console,
) -> Result<String, Failure> {
    let path = &repository.hook_path;
    if path.symlink_metadata().is_ok() {
        return Ok(format!(
            "left {} as it is; let it run `tegoed fmt --check` and `tegoed check`\n",
            escape::escape_path(path)
        ));
    }
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)
            .map_err(|error| Failure::file_error("make", folder, error))?;
        sweep_leftovers(folder, console);
    }
    let script = repository::hook_script(&repository.prefix.join(journal));
    create_file(
        path,
        script.as_bytes(),
        ExistingFile::Refuse,
        FileAccess::Executable,
    )?;
    Ok(format!("wrote {}\n", escape::escape_path(path)))
}
