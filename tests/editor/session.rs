//! An editor: it opens documents, changes them and asks.

use crate::journals::MemoryFiles;

use chrono::NaiveDate;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};
use std::thread::{JoinHandle, spawn};
use tegoed::lsp::{Connection, EditorHost, JournalSettings, serve};
use tegoed::text::source::Files;
use tegoed::value::calendar::date_from_ymd;

/// Files by path.
pub fn stored(files: &[(&str, &str)]) -> MemoryFiles {
    let none = MemoryFiles::default();
    let each = files.iter();
    each.fold(none, |all, (path, text)| all.with_file(path, text))
}

/// The day of all tests here.
pub fn today() -> NaiveDate {
    date_from_ymd(2026, 3, 10).expect("a day")
}

/// Stored files that may change, and that count how often one of them is opened.
#[derive(Clone, Default)]
struct CountedFiles {
    stored: Arc<Mutex<MemoryFiles>>,
    opened: Arc<AtomicUsize>,
}

impl CountedFiles {
    fn stored(&self) -> MutexGuard<'_, MemoryFiles> {
        self.stored.lock().expect("nobody panics with it")
    }
}

impl Files for CountedFiles {
    fn open(&self, path: &Path) -> io::Result<Box<dyn io::Read + '_>> {
        self.opened.fetch_add(1, Ordering::Relaxed);
        let mut bytes = Vec::new();
        self.stored().open(path)?.read_to_end(&mut bytes)?;
        Ok(Box::new(io::Cursor::new(bytes)))
    }

    fn find_matching(&self, directory: &Path, pattern: &str) -> io::Result<Vec<PathBuf>> {
        self.stored().find_matching(directory, pattern)
    }

    fn canonicalize(&self, path: &Path) -> io::Result<PathBuf> {
        self.stored().canonicalize(path)
    }

    fn link_target(&self, path: &Path) -> Option<PathBuf> {
        self.stored().link_target(path)
    }
}

struct MemoryHost(CountedFiles);

impl EditorHost for MemoryHost {
    fn files(&self) -> &dyn Files {
        &self.0
    }

    fn today(&self) -> NaiveDate {
        today()
    }

    fn settings(&self, _: &Path) -> JournalSettings {
        JournalSettings::default()
    }
}

/// An editor with a server at the other end.
pub struct Session {
    connection: Connection,
    server: JoinHandle<Result<(), String>>,
    last_id: i32,
    files: CountedFiles,
    /// The findings that the server told last, by document.
    pub findings: BTreeMap<String, Vec<Value>>,
    /// What it told or asked beside findings, in order.
    pub told: Vec<Value>,
    /// What it said of itself.
    pub introduction: Value,
}

/// What an editor says of itself: it has snippets and counts in UTF-16.
pub fn usual_client() -> Value {
    json!({
        "capabilities": {
            "textDocument": {"completion": {"completionItem": {"snippetSupport": true}}}
        }
    })
}

#[allow(
    clippy::needless_pass_by_value,
    reason = "messages are made where they are sent"
)]
impl Session {
    /// Begins one over some files.
    pub fn start(files: &[(&str, &str)], client: Value) -> Self {
        let (connection, other_end) = Connection::memory();
        let files = CountedFiles {
            stored: Arc::new(Mutex::new(stored(files))),
            opened: Arc::default(),
        };
        let host_files = files.clone();
        let server = spawn(move || {
            let host = MemoryHost(host_files);
            serve(&other_end, &host).map_err(|error| error.to_string())
        });
        let mut session = Self {
            connection,
            server,
            last_id: 0,
            files,
            findings: BTreeMap::new(),
            told: Vec::new(),
            introduction: Value::Null,
        };
        session.introduction = session.ask("initialize", client).expect("it answers");
        session.tell("initialized", json!({}));
        session
    }

    /// Begins one with all files open.
    pub fn with_open(files: &[(&str, &str)]) -> Self {
        let session = Self::start(files, usual_client());
        for (path, text) in files {
            session.open(path, text);
        }
        session
    }

    /// Sends anything.
    pub fn send(&self, message: Value) {
        let message = serde_json::from_value(message).expect("a message");
        self.connection
            .sender
            .send(message)
            .expect("the server is there");
    }

    /// Tells something.
    pub fn tell(&self, method: &str, params: Value) {
        self.send(json!({"jsonrpc": "2.0", "method": method, "params": params}));
    }

    /// Asks, and waits for the answer: the result, or the words of the error.
    pub fn ask(&mut self, method: &str, params: Value) -> Result<Value, String> {
        self.last_id += 1;
        let id = self.last_id;
        self.send(json!({"jsonrpc": "2.0", "id": id, "method": method, "params": params}));
        let answer = self.answer_to(id);
        match answer.get("error") {
            Some(error) => Err(error["message"].as_str().expect("words").to_owned()),
            None => Ok(answer["result"].clone()),
        }
    }

    /// Waits for the answer to what was asked with an id.
    pub fn answer_to(&mut self, id: i32) -> Value {
        loop {
            let message = self
                .connection
                .receiver
                .recv()
                .expect("the server is there");
            let message = serde_json::to_value(message).expect("a message");
            if message["id"] == id && message["method"].is_null() {
                return message;
            }
            self.take_in(&message);
        }
    }

    fn take_in(&mut self, message: &Value) {
        if message["method"] == "textDocument/publishDiagnostics" {
            let uri = message["params"]["uri"].as_str().expect("an address");
            let all = message["params"]["diagnostics"].as_array().expect("a list");
            self.findings.insert(uri.to_owned(), all.clone());
        } else if message["method"].is_string() {
            self.told.push(message.clone());
        }
    }

    /// Opens a document.
    pub fn open(&self, path: &str, text: &str) {
        let document =
            json!({"uri": uri(path), "languageId": "tegoed", "version": 1, "text": text});
        self.tell("textDocument/didOpen", json!({"textDocument": document}));
    }

    /// Stores a file, as git does: past the editor, which only tells that it changed.
    pub fn store(&self, path: &str, text: &str) {
        let mut stored = self.files.stored();
        *stored = std::mem::take(&mut *stored).with_file(path, text);
        drop(stored);
        let changed = json!({"changes": [{"uri": uri(path), "type": 2}]});
        self.tell("workspace/didChangeWatchedFiles", changed);
    }

    /// Replaces the whole text of a document.
    pub fn replace(&self, path: &str, text: &str) {
        self.change(path, json!([{"text": text}]));
    }

    /// Changes a document.
    pub fn change(&self, path: &str, changes: Value) {
        let document = json!({"uri": uri(path), "version": 2});
        let change = json!({"textDocument": document, "contentChanges": changes});
        self.tell("textDocument/didChange", change);
    }

    /// Waits until the server has dealt with all that was sent: it answers a request behind it.
    pub fn settle(&mut self) {
        let nothing = self.ask("workspace/nothing", json!({}));
        nothing.expect_err("there is no such request");
    }

    /// How often the server opened a stored file since this was asked last.
    pub fn files_opened(&mut self) -> usize {
        self.settle();
        self.files.opened.swap(0, Ordering::Relaxed)
    }

    /// Is gone without a word.
    pub fn leave(self) {
        drop(self.connection);
        let end = self.server.join().expect("the server does not panic");
        end.expect("it ends in order");
    }

    /// Ends it in order.
    pub fn end(mut self) {
        self.ask("shutdown", Value::Null).expect("it answers");
        self.tell("exit", Value::Null);
        let end = self.server.join().expect("the server does not panic");
        end.expect("it ends in order");
    }
}

/// Serves an editor over no files.
pub fn serve_nothing(connection: &Connection) -> Result<(), String> {
    let host = MemoryHost(CountedFiles::default());
    serve(connection, &host).map_err(|error| error.to_string())
}

/// The address of a file.
pub fn uri(path: &str) -> String {
    format!("file://{path}")
}

/// A place in a document, behind the first time that some words stand in its text; `|` in the words is the place itself.
pub fn place(path: &str, text: &str, words: &str) -> Value {
    let before = words.find('|').expect("a mark for the place");
    let letters = words.replacen('|', "", 1);
    let start = text.find(&letters).expect("the words stand in the text");
    let above = &text[..start + before];
    let line = above.matches('\n').count();
    let column = above
        .rsplit('\n')
        .next()
        .expect("a line")
        .encode_utf16()
        .count();
    json!({
        "textDocument": {"uri": uri(path)},
        "position": {"line": line, "character": column},
    })
}
