//! Runs the program itself, as a person would.

use crate::cli::arguments::args::GlobalFlags;
use std::env::current_exe;
use std::ffi::OsString;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};

/// The program, and what was said of every command when it was started.
pub struct Subprocess {
    program: PathBuf,
    /// The flags of every command.
    pub global_flags: GlobalFlags,
}

impl Subprocess {
    /// The program that runs.
    ///
    /// # Errors
    /// Where it lies is not known.
    pub fn new(global_flags: GlobalFlags) -> io::Result<Self> {
        Ok(Self {
            program: current_exe()?,
            global_flags,
        })
    }

    /// Runs it on the journal, or on that and what is on standard input. What it prints is JSON.
    ///
    /// # Errors
    /// It cannot be started.
    pub fn run(&self, words: &[OsString], input: &str) -> io::Result<Output> {
        let mut child = Command::new(&self.program)
            .args(self.usual_words())
            .args(words)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()?;
        let entry = child.stdin.take();
        std::thread::scope(|scope| {
            scope.spawn(move || {
                // A run that ends before it has read everything says why itself.
                let _told_by_the_run = entry.map(|mut entry| entry.write_all(input.as_bytes()));
            });
            Child::wait_with_output(child)
        })
    }

    fn usual_words(&self) -> Vec<OsString> {
        let flags = &self.global_flags;
        let mut words: Vec<OsString> = ["-O", "json", "--no-pager"].map(OsString::from).to_vec();
        let mut push = |flag: &str, value: OsString| words.extend([OsString::from(flag), value]);
        for file in &flags.files {
            push("-f", file.clone().into_os_string());
        }
        if let Some(folder) = &flags.root {
            push("--root", folder.clone().into_os_string());
        }
        if let Some(day) = &flags.as_of {
            push("--as-of", day.into());
        }
        if let Some(language) = &flags.lang {
            push("--lang", language.into());
        }
        let switches = [
            (flags.no_config, "--no-config"),
            (flags.even_so, "--even-so"),
        ];
        words.extend(
            switches
                .into_iter()
                .filter(|(is_on, _)| *is_on)
                .map(|(_, word)| OsString::from(word)),
        );
        words
    }
}
