//! `lsp`: the language server, at standard input and output.

use crate::cli::arguments::args::GlobalFlags;
use crate::cli::arguments::days::read_day;
use crate::cli::clock;
use crate::cli::exit::{CommandResult, ExitStatus, Failure};
use crate::cli::files::disk::Disk;
use crate::cli::registry::Registry;
use crate::cli::settings::Settings;
use crate::cli::templates::template_folder::read_templates;
use crate::language::find_language;
use crate::lsp::{EditorHost, JournalSettings, serve_stdio};
use crate::text::source::Files;
use chrono::NaiveDate;
use std::path::Path;

/// The disk, the clock and the settings, for the server.
struct DiskHost {
    disk: Disk,
    registry: Registry,
    /// The day that was asked for; `None` where it is that of the clock.
    as_of: Option<NaiveDate>,
    reads_settings: bool,
}

impl EditorHost for DiskHost {
    fn files(&self) -> &dyn Files {
        &self.disk
    }

    fn today(&self) -> NaiveDate {
        self.as_of.unwrap_or_else(clock::today)
    }

    fn settings(&self, root: &Path) -> JournalSettings {
        let read = Settings::read_beside(root, None);
        let settings = read.ok().filter(|_| self.reads_settings);
        let settings = settings.unwrap_or_default();
        let languages = self.registry.languages;
        let tag = settings.lang.as_deref();
        JournalSettings {
            templates: read_templates(&settings, languages).unwrap_or_default(),
            language: tag.and_then(|tag| find_language(languages, tag)),
        }
    }
}

/// Serves the editor that started the program.
pub fn run(global: &GlobalFlags, registry: Registry) -> CommandResult {
    let as_of = global.as_of.as_deref();
    let as_of = as_of.map(|words| read_day(words, clock::today()));
    let host = DiskHost {
        disk: Disk::default(),
        registry,
        as_of: as_of.transpose()?,
        reads_settings: !global.no_config,
    };
    serve_stdio(&host).map_err(|error| {
        Failure::environment(format!("the editor cannot be served: {error}"))
            .with_help("an editor starts this command itself; it is not meant to be typed")
    })?;
    Ok(ExitStatus::Success)
}
