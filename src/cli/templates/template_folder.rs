//! The folder of templates that `tegoed.toml` names: found below the folder of the journal, read, and handed down.

use crate::cli::exit::Failure;
use crate::cli::files::disk::{normalise_path, read_beginning};
use crate::cli::settings::Settings;
use crate::language::LanguageList;
use crate::language::phrases::Language;
use crate::letter::library::template_set::UserTemplate;
use crate::letter::templates::limits::MAX_TEMPLATE_BYTES;
use std::io;
use std::path::{Component, Path, PathBuf};

/// How many templates there may be in one language.
const MAX_TEMPLATES: usize = 200;

/// The folder of templates, where one is named; it need not be there yet.
///
/// # Errors
/// It is outside the folder of the journal.
pub fn template_folder(settings: &Settings) -> Result<Option<PathBuf>, Failure> {
    let (Some(named), Some(beside)) = (&settings.templates, &settings.path) else {
        return Ok(None);
    };
    let inside = |part: Component<'_>| matches!(part, Component::Normal(_) | Component::CurDir);
    let empty = named.as_os_str().is_empty();
    if empty || !named.components().all(inside) {
        return Err(outside_failure(named));
    }
    let folder = beside.parent().unwrap_or(Path::new("")).join(named);
    Ok(Some(normalise_path(&folder)))
}

fn outside_failure(named: &Path) -> Failure {
    Failure::usage(format!(
        "expected a folder below that of the journal for `templates`, found `{}`",
        named.display()
    ))
    .with_help("name it as it lies beside tegoed.toml: `templates = \"brieven\"`")
}

/// Every template of the user's own; none where no folder is named.
///
/// # Errors
/// The folder is not there, leads out of that of the journal, or something in it cannot be read.
pub fn read_templates(
    settings: &Settings,
    languages: LanguageList,
) -> Result<Vec<UserTemplate>, Failure> {
    let Some(folder) = template_folder(settings)? else {
        return Ok(Vec::new());
    };
    if !folder.is_dir() {
        let missing = format!(
            "expected a folder of templates at {}, found none",
            folder.display()
        );
        return Err(
            Failure::usage(missing).with_help("`tegoed letters --init-templates` writes it")
        );
    }
    let root = resolve_inside(&folder, settings)?;
    let mut found = Vec::new();
    for language in languages {
        for path in template_files(&folder.join(language.tag))? {
            found.push(read_template(&root, &path, language)?);
        }
    }
    Ok(found)
}

/// Where a folder is, links followed.
///
/// # Errors
/// It is outside the folder in which `tegoed.toml` stands.
pub fn resolve_inside(folder: &Path, settings: &Settings) -> Result<PathBuf, Failure> {
    let beside = settings.path.as_deref().and_then(Path::parent);
    let beside = beside.filter(|beside| !beside.as_os_str().is_empty());
    let (root, found) = (
        canonical_path(beside.unwrap_or(Path::new(".")))?,
        canonical_path(folder)?,
    );
    if found.starts_with(root) {
        Ok(found)
    } else {
        Err(outside_failure(folder))
    }
}

fn canonical_path(path: &Path) -> Result<PathBuf, Failure> {
    path.canonicalize()
        .map_err(|error| Failure::file_error("read", path, error))
}

/// The templates of a language, by name.
fn template_files(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let refused = |error: io::Error| Failure::file_error("read", folder, error);
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(refused(error)),
    };
    let mut found = Vec::new();
    for entry in entries {
        let path = entry.map_err(refused)?.path();
        let hidden = path
            .file_name()
            .is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
        if !hidden && path.extension().is_some_and(|end| end == "txt") {
            found.push(path);
        }
    }
    if found.len() > MAX_TEMPLATES {
        let (count, folder) = (found.len(), folder.display());
        return Err(Failure::usage(format!(
            "expected at most {MAX_TEMPLATES} templates in {folder}, found {count}"
        ))
        .with_help("keep those that letters go by"));
    }
    found.sort();
    Ok(found)
}

fn read_template(
    root: &Path,
    path: &Path,
    language: &'static Language,
) -> Result<UserTemplate, Failure> {
    if !canonical_path(path)?.starts_with(root) {
        return Err(Failure::usage(format!(
            "expected a template inside its folder, found a link out of it: {}",
            path.display()
        ))
        .with_help("put the file itself there"));
    }
    let refused = |error: io::Error| Failure::file_error("read", path, error);
    // One byte more than it may have: that it is too long is found where it should have ended.
    let most = MAX_TEMPLATE_BYTES.saturating_add(1);
    let bytes = read_beginning(path, most).map_err(refused)?;
    let letter = path.file_stem().unwrap_or_default();
    Ok(UserTemplate {
        file_name: path.display().to_string(),
        language,
        letter: letter.to_string_lossy().into_owned(),
        // Bytes that are no text are found as such, where they stand.
        text: String::from_utf8_lossy(&bytes).into_owned(),
    })
}
