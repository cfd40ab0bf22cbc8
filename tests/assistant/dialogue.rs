//! An assistant: it starts the program over a folder, sends lines and takes what comes back.

use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

/// A folder with a journal in it, and the program.
pub struct Assistant {
    folder: TempDir,
}

impl Assistant {
    /// Over the journal of an example.
    pub fn new() -> Self {
        let folder = TempDir::new().expect("a folder");
        let journal = include_str!("../../examples/03-reminders.tegoed");
        fs::write(folder.path().join("main.tegoed"), journal).expect("a file");
        Self { folder }
    }

    fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tegoed"));
        command
            .current_dir(self.folder.path())
            .env("TEGOED_FILE", "")
            .env("NO_COLOR", "1");
        command
    }

    /// What the command line answers.
    pub fn command_line(&self, words: &[&str]) -> Output {
        self.command().args(words).output().expect("it runs")
    }

    /// Sends lines, and gives the answers in their order.
    pub fn send_lines(&self, lines: &[u8]) -> Vec<Value> {
        let mut server = self
            .command()
            .args(["mcp", "--as-of", "2026-06-30"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("it starts");
        let mut input = server.stdin.take().expect("an input");
        let lines = lines.to_vec();
        let sent = std::thread::spawn(move || input.write_all(&lines));
        let output = server.wait_with_output().expect("it ends");
        sent.join().expect("a thread").expect("it reads everything");
        assert!(output.status.success(), "{output:?}");
        let text = String::from_utf8(output.stdout).expect("text");
        let answers = text.lines().map(serde_json::from_str);
        answers.collect::<Result<_, _>>().expect("JSON")
    }

    /// Asks, one after the other; of each the result, or the error.
    pub fn ask(&self, requests: &[(&str, Value)]) -> Vec<Value> {
        let lines = requests.iter().enumerate().map(|(id, (method, params))| {
            let message = json!({"jsonrpc": "2.0", "id": id, "method": method, "params": params});
            format!("{message}\n")
        });
        let lines: String = lines.collect();
        let answers = self.send_lines(lines.as_bytes());
        assert_eq!(answers.len(), requests.len());
        let answers = answers.into_iter().enumerate().map(|(id, mut answer)| {
            assert_eq!(answer["id"], id);
            let result = answer["result"].take();
            if result.is_null() {
                answer["error"].take()
            } else {
                result
            }
        });
        answers.collect()
    }

    /// Uses one tool.
    pub fn call(&self, tool: &str, arguments: impl Into<Value>) -> Value {
        let call = json!({"name": tool, "arguments": arguments.into()});
        self.ask(&[("tools/call", call)]).remove(0)
    }

    /// Every file of the folder, with its bytes.
    pub fn files(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let files = fs::read_dir(self.folder.path()).expect("a folder");
        let files = files.map(|file| file.expect("a file").path());
        let files = files.map(|path| (path.clone(), fs::read(&path).expect("bytes")));
        files.collect()
    }
}
