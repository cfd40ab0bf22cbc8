//! `tegoed.toml` beside the journal: taste only. What figures rest on stays in the journal itself.

use super::arguments::color::Color;
use super::exit::Failure;
use super::files::disk::{STANDARD_INPUT, read_beginning};
use serde::Deserialize;
use std::io;
use std::path::{Path, PathBuf};

/// The name of the file.
pub const SETTINGS_FILE: &str = "tegoed.toml";
/// How long it may be, in bytes.
const MAX_SETTINGS_BYTES: usize = 64 * 1024;

/// What may be set. Nothing here can run a command or change an amount.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Language of reports.
    pub lang: Option<String>,
    /// When to use colours.
    pub color: Option<Color>,
    /// Upper bounds of the buckets of the ageing report, in days.
    pub buckets: Option<Vec<u32>>,
    /// The folder with templates of letters, beside this file or below.
    pub templates: Option<PathBuf>,
    /// Where they were read, if anywhere.
    #[serde(skip)]
    pub path: Option<PathBuf>,
}

impl Settings {
    /// Reads the settings beside a root file, or in the folder that stands for that of standard input; none there
    /// means none set.
    pub fn read_beside(root: &Path, input_folder: Option<&Path>) -> Result<Self, Failure> {
        let path = match input_folder {
            Some(folder) if root == STANDARD_INPUT => folder.join(SETTINGS_FILE),
            _ => root.with_file_name(SETTINGS_FILE),
        };
        let bytes = match read_beginning(&path, MAX_SETTINGS_BYTES.saturating_add(1)) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Self::default()),
            Err(error) => return Err(Failure::file_error("read", &path, error)),
        };
        if bytes.len() > MAX_SETTINGS_BYTES {
            return Err(Failure::usage(format!(
                "expected settings of at most 64 kB, found a longer file: {}",
                path.display()
            )));
        }
        let text = String::from_utf8(bytes)
            .map_err(|_| Failure::file_error("read", &path, "it is not text in UTF-8"))?;
        let mut settings: Self =
            toml::from_str(&text).map_err(|fault| settings_failure(&path, &text, &fault))?;
        settings.path = Some(path);
        Ok(settings)
    }
}

fn settings_failure(path: &Path, text: &str, fault: &toml::de::Error) -> Failure {
    let start = fault.span().map_or(0, |span| span.start);
    let before = text.get(..start).unwrap_or_default();
    let line = before.matches('\n').count().saturating_add(1);
    let message = fault.message().replace('\n', "; ");
    Failure::usage(format!("{}:{line}: {message}", path.display())).with_help(
        "the settings are lang, color, buckets and templates; `--no-config` leaves the file unread",
    )
}
