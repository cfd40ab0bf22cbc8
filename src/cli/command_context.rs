//! What every command is given: the files of the journal, the as-of day, the settings, and the console.

use super::arguments::args::GlobalFlags;
use super::arguments::color::Color;
use super::arguments::days::read_day;
use super::clock;
use super::console::{Console, OutputTarget, Paging};
use super::emit::failure_json::JSON_FORMAT;
use super::escape;
use super::exit::{Failure, keep_until_exit};
use super::files::disk::Disk;
use super::files::journal_lookup;
use super::files::journal_lookup::{FoundRoots, JOURNAL_VARIABLE};
use super::files::output_guard::OutputGuard;
use super::registry::Registry;
use super::settings::Settings;
use super::templates::template_folder::{read_templates, template_folder};
use crate::check::CheckScope;
use crate::language::en::ENGLISH;
use crate::language::message_text::use_decimal_mark;
use crate::language::phrases::Language;
use crate::language::{LanguageList, find_language};
use crate::load::Roots;
use crate::pipeline::{self, CheckOutcome, Outcome, PipelineOptions};
use crate::render::medium::CsvDialect;
use crate::text::source::{Files, Sources};
use crate::value::key_name::KeyName;
use chrono::NaiveDate;
use std::io;
use std::mem::ManuallyDrop;
use std::path::{Path, PathBuf};

/// What every command is given.
pub struct CommandContext {
    /// Flags of every command.
    pub global_flags: GlobalFlags,
    /// The files that make the journal.
    pub roots: Roots,
    /// Files that lie nearer than the journal, and may be parts of it.
    passed_over: Vec<PathBuf>,
    /// Empty ones among them.
    passed_over_empty: Vec<PathBuf>,
    /// The disk they are read from.
    pub disk: Disk,
    /// The settings of `tegoed.toml`.
    pub settings: Settings,
    /// The day it is.
    pub today: NaiveDate,
    /// The day to report on.
    pub as_of: NaiveDate,
    /// Standard output and standard error.
    pub console: Console,
    /// The reports and languages there are.
    pub registry: Registry,
}

impl CommandContext {
    /// Finds the journal and reads the settings beside it. `files` go before those of `-f`.
    pub fn new(
        global: GlobalFlags,
        files: &[PathBuf],
        registry: Registry,
    ) -> Result<Self, Failure> {
        let named = if files.is_empty() {
            &global.files
        } else {
            files
        };
        let found = journal_lookup::find_roots(named, std::env::var_os(JOURNAL_VARIABLE))?;
        let FoundRoots {
            files,
            passed_over,
            passed_over_empty,
        } = found;
        let settings = if global.no_config {
            Settings::default()
        } else {
            Settings::read_beside(first_file(&files), global.root.as_deref())?
        };
        let today = clock::today();
        let as_of = match &global.as_of {
            Some(words) => read_day(words, today)?,
            None => today,
        };
        Ok(Self {
            disk: Disk::default(),
            console: make_console(&global, settings.color),
            roots: Roots {
                files,
                directory: global.root.clone(),
            },
            passed_over,
            passed_over_empty,
            settings,
            today,
            as_of,
            global_flags: global,
            registry,
        })
    }

    /// Reads the journal from the disk, to be kept until the process ends.
    pub fn read_journal(&self, reach: CheckScope) -> Result<ManuallyDrop<Outcome>, Failure> {
        let options = PipelineOptions {
            as_of: self.as_of,
            scope: reach,
        };
        let outcome = pipeline::run(&self.roots, &self.disk, options);
        let mut outcome = outcome.map_err(read_failure)?;
        self.tell_passed_over(&outcome.sources)?;
        use_decimal_mark(&mut outcome.findings);
        Ok(keep_until_exit(outcome))
    }

    /// Names the files that lie nearer than the journal and are no part of it: it may not be the one that was meant.
    ///
    /// # Errors
    /// One of them is empty: the figures of another journal would be those of another administration.
    pub fn tell_passed_over(&self, sources: &Sources) -> Result<(), Failure> {
        let is_part = |path: &PathBuf| {
            let found = path.canonicalize();
            found.is_ok_and(|found| {
                let mut all = sources.as_slice().iter();
                all.any(|source| source.path.canonicalize().is_ok_and(|it| it == found))
            })
        };
        let mut empty = self.passed_over_empty.iter();
        if let Some(path) = empty.find(|path| !is_part(path)) {
            return Err(journal_lookup::broken_root_failure(path, "it is empty"));
        }
        for path in self.passed_over.iter().filter(|path| !is_part(path)) {
            self.console.print_to_stderr(&format!(
                "note: {} has no `format` line and is no part of {}, which is read; `-f FILE` names another journal\n",
                escape::escape_path(path),
                self.root_file_name()
            ));
        }
        Ok(())
    }

    /// Looks for all there is to say about the journal, in these files, and about the templates of its letters.
    pub fn check_journal(&self, files: &dyn Files) -> Result<CheckOutcome, Failure> {
        let templates = read_templates(&self.settings, self.registry.languages)?;
        let checked = pipeline::check_journal(&self.roots, files, self.as_of, &templates);
        let mut checked = checked.map_err(read_failure)?;
        use_decimal_mark(&mut checked.findings);
        Ok(checked)
    }

    /// What no output of this journal is written over.
    pub fn output_guard(&self, sources: &Sources) -> Result<OutputGuard, Failure> {
        Ok(OutputGuard::new(sources, template_folder(&self.settings)?))
    }

    /// The name of the root file, as people know it.
    pub fn root_file_name(&self) -> String {
        escape::escape_path(self.root_path())
    }

    fn root_path(&self) -> &Path {
        first_file(&self.roots.files)
    }

    /// The language of reports: as asked, as set, that of the spreadsheet they are for, as the business has it, English.
    pub fn language(&self, outcome: &Outcome) -> Result<&'static Language, Failure> {
        let asked = self
            .global_flags
            .lang
            .as_deref()
            .or(self.settings.lang.as_deref());
        let languages = self.registry.languages;
        if let Some(tag) = asked {
            return find_asked_language(languages, tag);
        }
        if let Some(CsvDialect::Excel(_, language)) = self.global_flags.dialect {
            return Ok(language);
        }
        let written = outcome.journal.business_value(KeyName::Language);
        Ok(written
            .and_then(|tag| find_language(languages, tag))
            .unwrap_or(&ENGLISH))
    }
}

#[allow(clippy::needless_pass_by_value, reason = "it maps an error")]
fn read_failure(error: io::Error) -> Failure {
    Failure::environment(error.to_string())
}

fn first_file(files: &[PathBuf]) -> &Path {
    files.first().map_or(Path::new(""), PathBuf::as_path)
}

/// The console as the flags and the settings want it.
pub fn make_console(global: &GlobalFlags, settings: Option<Color>) -> Console {
    let paging = if global.no_pager {
        Paging::Never
    } else {
        Paging::WhenTall
    };
    let leads = match global.output {
        Some(_) => OutputTarget::File,
        None => OutputTarget::StandardOutput,
    };
    let color = global.color.or(settings).unwrap_or(Color::Auto);
    let as_json = global.output_format.as_deref() == Some(JSON_FORMAT);
    Console::new(color, paging, leads).with_failures_as_json(as_json)
}

/// The language that somebody asked for on the command line or in the settings.
pub fn find_asked_language(
    languages: LanguageList,
    tag: &str,
) -> Result<&'static Language, Failure> {
    find_language(languages, tag).ok_or_else(|| {
        let known: Vec<&str> = languages.iter().map(|language| language.tag).collect();
        Failure::usage(format!(
            "expected a language of reports ({}), found `{tag}`",
            known.join(", ")
        ))
    })
}
