//! The git repository around a folder, if there is one: where its hooks are.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The line of `.gitattributes` that makes journals text with one kind of line end.
pub const ATTRIBUTES_LINE: &str = "*.tegoed text eol=lf diff=tegoed";

/// What we need to know of a repository.
pub struct GitRepository {
    /// Where its pre-commit hook stands or would stand.
    pub hook_path: PathBuf,
    /// The folder as seen from the top of the repository.
    pub prefix: PathBuf,
}

impl GitRepository {
    /// The repository that a folder belongs to, as git itself sees it.
    pub fn find_containing(folder: &Path) -> Option<Self> {
        let hook = ask_git(folder, &["--git-path", "hooks/pre-commit"])?;
        let prefix = ask_git(folder, &["--show-prefix"])?;
        Some(Self {
            hook_path: relative_to_here(&folder.join(hook)),
            prefix: PathBuf::from(prefix),
        })
    }
}

/// The path as seen from here, where it lies below.
fn relative_to_here(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default();
    let folder = path.parent().and_then(|folder| folder.canonicalize().ok());
    let here = std::env::current_dir().and_then(|here| here.canonicalize());
    match (folder, here) {
        (Some(folder), Ok(here)) => {
            let path = folder.join(name);
            path.strip_prefix(here).map_or(path.clone(), Path::to_owned)
        }
        _ => path.to_owned(),
    }
}

fn ask_git(folder: &Path, question: &[&str]) -> Option<String> {
    let answer = Command::new("git")
        .arg("-C")
        .arg(folder)
        .arg("rev-parse")
        .args(question)
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    let words = String::from_utf8(answer.stdout).ok()?;
    answer
        .status
        .success()
        .then(|| words.trim_end_matches('\n').to_owned())
}

/// The hook: no commit while the journal has errors or is not laid out. Git runs it at the top of the repository.
pub fn hook_script(journal: &Path) -> String {
    let quoted = journal.to_string_lossy().replace('\'', r"'\''");
    format!(
        "#!/bin/sh\n\
         # Keeps errors and untidy layout out of the history of the journal.\n\
         tegoed --file '{quoted}' fmt --check || exit\n\
         exec tegoed --file '{quoted}' check --output-format concise\n"
    )
}
