//! A folder of its own for each test, with a journal in it, where the program writes letters.

use super::shelf::BUSINESS;
use std::fs;
use std::process::{Command, Stdio};

/// A folder with a journal, in which the program runs on 7 February 2026.
pub struct LetterTestFolder(pub tempfile::TempDir);

/// Three businesses whose reminder is due on that day.
pub fn three_reminders_journal() -> String {
    let mut text = format!("{BUSINESS}\n");
    for id in ["a..b", "jansen", "zon.ny"] {
        text += &format!(
            "customer @{id}\n  name: Firma {id}\n  kind: business\n  email: {id}@firma.example\n\
             2026-01-05 invoice #{id} @{id} 121.00 vat 21% due 2026-02-04 | Drukwerk\n",
        );
    }
    text
}

impl LetterTestFolder {
    /// A folder with this journal.
    pub fn with_journal(text: &str) -> Self {
        let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder");
        fs::write(folder.path().join("main.tegoed"), text).expect("a journal");
        Self(folder)
    }

    /// A file in the folder.
    pub fn path(&self, name: &str) -> std::path::PathBuf {
        self.0.path().join(name)
    }

    /// `tegoed letters` with these words: how it ended, what it printed, what it said.
    pub fn run_letters(&self, words: &[&str]) -> (i32, String, String) {
        self.run_letters_by(Command::new(env!("CARGO_BIN_EXE_tegoed")), words)
    }

    /// The same, started by another program, whose words end with the path of this one.
    pub fn run_letters_by(&self, mut command: Command, words: &[&str]) -> (i32, String, String) {
        command
            .current_dir(self.0.path())
            .arg("letters")
            .args(words)
            .args(["--as-of", "2026-02-07", "-f", "main.tegoed"])
            .env_remove("TEGOED_FILE")
            .stdin(Stdio::null());
        let output = command.output().expect("the program runs");
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let code = output.status.code().expect("it ends by itself");
        (code, text(&output.stdout), text(&output.stderr))
    }

    /// The journal as it stands.
    pub fn journal_text(&self) -> String {
        fs::read_to_string(self.path("main.tegoed")).expect("the journal")
    }

    /// The files in the folder of letters, by name.
    pub fn written_files(&self) -> Vec<String> {
        let Ok(folder) = fs::read_dir(self.path("uit")) else {
            return Vec::new();
        };
        let mut names: Vec<String> = folder
            .map(|entry| {
                entry
                    .expect("an entry")
                    .file_name()
                    .to_string_lossy()
                    .into_owned()
            })
            .collect();
        names.sort();
        names
    }
}
