//! `letters --init-templates`: the built-in templates and what their variables mean, written to start from.

use super::template_folder::{resolve_inside, template_folder};
use crate::cli::command_context::CommandContext;
use crate::cli::escape;
use crate::cli::exit::{CommandResult, ExitStatus, Failure};
use crate::cli::files::writer::leftovers::sweep_leftovers;
use crate::cli::files::writer::new_file::{ExistingFile, FileAccess, create_file};
use crate::cli::registry::Registry;
use crate::language::phrases::Language;
use crate::letter::library::reference_page::render_reference_page;
use std::path::Path;

/// Writes what is not there yet. A file that stands there is somebody's own words: it stays, also with `--force`.
pub fn run(
    language: &'static Language,
    only_say: bool,
    context: &mut CommandContext,
) -> CommandResult {
    let Some(folder) = template_folder(&context.settings)? else {
        return Err(
            Failure::usage("expected a folder for templates in tegoed.toml, found none")
                .with_help("write `templates = \"brieven\"` in tegoed.toml, beside the journal"),
        );
    };
    if folder.symlink_metadata().is_ok() {
        resolve_inside(&folder, &context.settings)?;
    }
    let mut code = ExitStatus::Success;
    for (name, text) in built_in_files(language, context.registry) {
        let path = folder.join(name);
        let words = match context.disk.read_file(&path) {
            Ok(found) if found == text.as_bytes() => "stands as it is",
            _ if path.symlink_metadata().is_ok() => {
                code = ExitStatus::Findings;
                "exists already, and is left as it is"
            }
            _ => {
                if !only_say {
                    write_file(&folder, &path, &text, context)?;
                }
                if only_say {
                    "would be written"
                } else {
                    "is written"
                }
            }
        };
        let line = format!("{} {words}\n", escape::escape_path(&path));
        context.console.print(line.as_bytes())?;
    }
    Ok(code)
}

/// Every file, by its path in the folder, and what it says.
fn built_in_files(
    language: &'static Language,
    registry: Registry,
) -> impl Iterator<Item = (String, String)> {
    let templates = registry.letter_kinds.iter().flat_map(move |letter| {
        registry.languages.iter().rev().filter_map(|language| {
            let text = language.letter_template(letter.name)?;
            let path = format!("{}/{}.txt", language.tag, letter.name);
            Some((path, text.to_owned()))
        })
    });
    let about = language.phrases.letter.template.file.to_owned();
    templates.chain([(about, render_reference_page(language))])
}

fn write_file(
    folder: &Path,
    path: &Path,
    text: &str,
    context: &CommandContext,
) -> Result<(), Failure> {
    let own = path.parent().unwrap_or(folder);
    std::fs::create_dir_all(own).map_err(|error| Failure::file_error("make", own, error))?;
    resolve_inside(own, &context.settings)?;
    sweep_leftovers(own, &context.console);
    create_file(
        path,
        text.as_bytes(),
        ExistingFile::Refuse,
        FileAccess::Usual,
    )
}
