//! `init`: begins a journal in a folder, and tells git how to treat it.

use crate::cli::arguments::args::InitFlags;
use crate::cli::console::Console;
use crate::cli::escape;
use crate::cli::exit::{CommandResult, ExitStatus, Failure};
use crate::cli::files::repository;
use crate::cli::files::repository::{ATTRIBUTES_LINE, GitRepository};
use crate::cli::files::writer::new_file::{ExistingFile, FileAccess, create_file};
use crate::cli::files::writer::replace::{FileChange, replace_file};
use crate::cli::prompt::ask_question;
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
    let journal = crate::cli::files::disk::normalise_path(&folder.join(&flags.journal));
    if journal.symlink_metadata().is_ok() {
        return Err(
            Failure::usage(format!("{} exists already", journal.display()))
                .with_help("`tegoed init --journal FILE` begins another one"),
        );
    }
    let answers = ask_answers(flags)?;
    std::fs::create_dir_all(folder).map_err(|error| Failure::file_error("make", folder, error))?;
    create_file(
        &journal,
        answers.journal_text().as_bytes(),
        ExistingFile::Refuse,
        FileAccess::Usual,
    )?;
    let mut words = format!("wrote {}\n", escape::escape_path(&journal));
    words.push_str(&write_attributes(folder)?);
    if let Some(repository) = GitRepository::find_containing(folder) {
        words.push_str(&write_hook(&repository, &flags.journal)?);
        words.push_str("to name the entry above each change in `git diff`, run once:\n  ");
        words.push_str(HUNK_HEADERS);
        words.push('\n');
    }
    console.print(words.as_bytes())?;
    Ok(ExitStatus::Success)
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
    let path = crate::cli::files::disk::normalise_path(&folder.join(".gitattributes"));
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
    if String::from_utf8_lossy(&before).contains("*.tegoed") {
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
fn write_hook(repository: &GitRepository, journal: &Path) -> Result<String, Failure> {
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
