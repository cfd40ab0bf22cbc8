//! `letters --init-templates`: the built-in templates and what their variables mean, written to start from.

use super::folder::{inside, named};
use crate::cli::desk::Desk;
use crate::cli::escape;
use crate::cli::exit::{Code, Ended, Stop};
use crate::cli::writer::create::{Access, Existing, create};
use crate::language::phrases::Language;
use crate::letter::templates::built_in::BUILT_IN_TEMPLATES;
use crate::letter::templates::reference_page::render_reference_page;
use std::path::Path;

/// Writes what is not there yet. A file that stands there is somebody's own words: it stays, also with `--force`.
pub fn run(language: &'static Language, only_say: bool, desk: &mut Desk) -> Ended {
    let Some(folder) = named(&desk.settings)? else {
        return Err(
            Stop::usage("expected a folder for templates in tegoed.toml, found none")
                .help("write `templates = \"brieven\"` in tegoed.toml, beside the journal"),
        );
    };
    if folder.symlink_metadata().is_ok() {
        inside(&folder, &desk.settings)?;
    }
    let mut code = Code::Fine;
    for (name, text) in files(language) {
        let path = folder.join(name);
        let words = match desk.disk.read(&path) {
            Ok(found) if found == text.as_bytes() => "stands as it is",
            _ if path.symlink_metadata().is_ok() => {
                code = Code::Findings;
                "exists already, and is left as it is"
            }
            _ => {
                if !only_say {
                    write(&folder, &path, &text, desk)?;
                }
                if only_say {
                    "would be written"
                } else {
                    "is written"
                }
            }
        };
        let line = format!("{} {words}\n", escape::path(&path));
        desk.console.print(line.as_bytes())?;
    }
    Ok(code)
}

/// Every file, by its path in the folder, and what it says.
fn files(language: &'static Language) -> impl Iterator<Item = (String, String)> {
    let templates = BUILT_IN_TEMPLATES.iter().flat_map(|letter| {
        let texts = letter.texts.iter();
        texts.map(|(tag, text)| (format!("{tag}/{}.txt", letter.name), (*text).to_owned()))
    });
    let about = language.phrases.letter.template.file.to_owned();
    templates.chain([(about, render_reference_page(language))])
}

fn write(folder: &Path, path: &Path, text: &str, desk: &Desk) -> Result<(), Stop> {
    let own = path.parent().unwrap_or(folder);
    std::fs::create_dir_all(own).map_err(|error| Stop::file("make", own, error))?;
    inside(own, &desk.settings)?;
    create(path, text.as_bytes(), Existing::Refuse, Access::Usual)
}
