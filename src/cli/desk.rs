//! What lies ready for every command: the journal that is meant, the day, taste, and where words go.

use super::args::{Color, Global};
use super::clock;
use super::console::{Console, Leads, Paging};
use super::days::read_day;
use super::disk::Disk;
use super::escape;
use super::exit::{Stop, keep_until_exit};
use super::input::{self, VARIABLE};
use super::settings::Settings;
use super::templates::folder::templates;
use crate::check::Reach;
use crate::language::phrases::Language;
use crate::language::{self, LANGUAGES};
use crate::load::Roots;
use crate::pipeline::{self, CheckOutcome, Outcome, PipelineOptions};
use crate::text::source::Files;
use crate::value::calendar::AsOf;
use crate::value::key_name::KeyName;
use chrono::NaiveDate;
use std::io;
use std::mem::ManuallyDrop;
use std::path::{Path, PathBuf};

/// What lies ready.
pub struct Desk {
    /// Flags of every command.
    pub global: Global,
    /// The files that make the journal.
    pub roots: Roots,
    /// Where they are read.
    pub disk: Disk,
    /// Taste.
    pub settings: Settings,
    /// The day it is.
    pub today: NaiveDate,
    /// The day to report on.
    pub as_of: AsOf,
    /// Where words go.
    pub console: Console,
}

impl Desk {
    /// Finds the journal and reads the settings beside it. `files` go before those of `-f`.
    pub fn new(global: Global, files: &[PathBuf]) -> Result<Self, Stop> {
        let named = if files.is_empty() {
            &global.files
        } else {
            files
        };
        let files = input::find(named, std::env::var_os(VARIABLE))?;
        let settings = if global.no_config {
            Settings::default()
        } else {
            Settings::beside(first(&files), global.root.as_deref())?
        };
        let today = clock::today();
        let as_of = match &global.as_of {
            Some(words) => read_day(words, today)?,
            None => today,
        };
        Ok(Self {
            disk: Disk::default(),
            console: console(&global, settings.color),
            roots: Roots {
                files,
                directory: global.root.clone(),
            },
            settings,
            today,
            as_of: AsOf(as_of),
            global,
        })
    }

    /// Reads the journal from the disk, to be kept until the process ends.
    pub fn read(&self, reach: Reach) -> Result<ManuallyDrop<Outcome>, Stop> {
        let options = PipelineOptions {
            as_of: self.as_of,
            scope: reach,
        };
        let outcome = pipeline::run(&self.roots, &self.disk, options).map_err(unreadable)?;
        Ok(keep_until_exit(outcome))
    }

    /// Looks for all there is to say about the journal, in these files, and about the templates of its letters.
    pub fn check(&self, files: &dyn Files) -> Result<CheckOutcome, Stop> {
        let templates = templates(self)?;
        pipeline::check_journal(&self.roots, files, self.as_of, &templates).map_err(unreadable)
    }

    /// The name of the root file, as people know it.
    pub fn file(&self) -> String {
        escape::path(self.root())
    }

    fn root(&self) -> &Path {
        first(&self.roots.files)
    }

    /// The language of reports: as asked, as set, as the business has it, English.
    pub fn language(&self, outcome: &Outcome) -> Result<&'static Language, Stop> {
        let asked = self
            .global
            .lang
            .as_deref()
            .or(self.settings.lang.as_deref());
        if let Some(tag) = asked {
            return language::find_language(tag).ok_or_else(|| no_language(tag));
        }
        let business = outcome.journal.business.iter();
        let written = business
            .flat_map(|business| business.fields.values(KeyName::Language))
            .next();
        Ok(written
            .and_then(language::find_language)
            .unwrap_or(&language::en::ENGLISH))
    }
}

#[allow(clippy::needless_pass_by_value, reason = "it maps an error")]
fn unreadable(error: io::Error) -> Stop {
    Stop::environment(error.to_string())
}

fn first(files: &[PathBuf]) -> &Path {
    files.first().map_or(Path::new(""), PathBuf::as_path)
}

/// The console as the flags and the settings want it.
pub fn console(global: &Global, settings: Option<Color>) -> Console {
    let paging = if global.no_pager {
        Paging::Never
    } else {
        Paging::WhenTall
    };
    let leads = match global.output {
        Some(_) => Leads::ToFile,
        None => Leads::ToStandardOutput,
    };
    let color = global.color.or(settings).unwrap_or(Color::Auto);
    Console::new(color, paging, leads)
}

fn no_language(tag: &str) -> Stop {
    let known: Vec<&str> = LANGUAGES.iter().map(|language| language.tag).collect();
    Stop::usage(format!(
        "expected a language of reports ({}), found `{tag}`",
        known.join(", ")
    ))
}
