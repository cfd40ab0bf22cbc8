//! The language server as an editor meets it: a process of its own, asked through the protocol, timed by the clock from
//! the message to the answer.

use super::generate::{AS_OF, JournalShape};
use super::table::{Hundredths, ratio};
use super::{PROGRAM, generate_journal};
use serde_json::{Value, json};
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::Instant;

/// How many entries, and how long findings may take behind an edit and an answer behind a request, in milliseconds.
const SIZES: [(u64, u64, u64); 2] = [(10_000, 50, 5), (100_000, 300, 10)];
/// Of ten invoices there are 25 entries: nine payments, five notes, a customer.
const INVOICES_OF_25_ENTRIES: u64 = 10;

/// What an editor waits for.
pub struct EditorCost {
    /// How many entries the journal has.
    pub entries: u64,
    /// What is asked.
    pub about: &'static str,
    /// The middle one of several times, in microseconds; `None` where nothing was answered.
    pub time: Option<u64>,
    /// How long it may take, in milliseconds; `None` where nothing is wanted.
    pub limit: Option<u64>,
}

/// Opens journals, edits them and asks about places in them.
///
/// # Errors
/// A journal cannot be written, or the server not be started.
pub fn measure_editor(runs: usize) -> io::Result<Vec<EditorCost>> {
    let mut rows = Vec::new();
    for (entries, findings_limit, answer_limit) in SIZES {
        let invoices = entries * INVOICES_OF_25_ENTRIES / 25;
        let path = generate_journal(JournalShape::Normal, invoices)?;
        let mut editor = MeasuredEditor::open(&path)?;
        let mut row = |about, limit, time| {
            rows.push(EditorCost {
                entries,
                about,
                time,
                limit,
            });
        };
        row("opened: findings", None, editor.opened);
        let at_end = middle(runs, || editor.edit(editor.lines));
        row("edited at the end: findings", Some(findings_limit), at_end);
        let in_middle = middle(runs, || editor.edit(editor.lines / 2));
        row(
            "edited in the middle: findings",
            Some(findings_limit),
            in_middle,
        );
        for (about, method, added) in REQUESTS {
            let first = middle(runs, || {
                editor.edit(editor.lines)?;
                editor.ask(method, added)
            });
            row(about, Some(answer_limit), first);
        }
    }
    Ok(rows)
}

/// What is asked right behind an edit, with what is sent beside the place.
const REQUESTS: [(&str, &str, Params); 4] = [
    (
        "hover of an invoice, first behind an edit",
        "textDocument/hover",
        no_params,
    ),
    (
        "completion of an invoice, first behind an edit",
        "textDocument/completion",
        no_params,
    ),
    (
        "code actions at an invoice, first behind an edit",
        "textDocument/codeAction",
        action_params,
    ),
    (
        "outline, first behind an edit",
        "textDocument/documentSymbol",
        no_params,
    ),
];

/// Adds to the parameters of a request, which have a place.
type Params = fn(&mut Value);

fn no_params(_: &mut Value) {}

fn action_params(params: &mut Value) {
    params["range"] = json!({"start": params["position"], "end": params["position"]});
    params["context"] = json!({"diagnostics": []});
}

/// The middle one of several times; `None` where one was not taken.
fn middle(runs: usize, mut measure: impl FnMut() -> Option<u64>) -> Option<u64> {
    let times: Option<Vec<u64>> = (0..runs).map(|_| measure()).collect();
    let mut times = times?;
    times.sort_unstable();
    times.get(times.len() / 2).copied()
}

/// An editor with one document open.
struct MeasuredEditor {
    server: Child,
    to_server: ChildStdin,
    from_server: BufReader<ChildStdout>,
    uri: String,
    lines: usize,
    /// A place in the middle, in the number of an invoice that a payment names.
    place: Value,
    opened: Option<u64>,
    last_id: u64,
}

impl MeasuredEditor {
    fn open(path: &Path) -> io::Result<Self> {
        let text = std::fs::read_to_string(path)?;
        let mut server = Command::new(PROGRAM)
            .args(["lsp", "--no-config", "--as-of", AS_OF])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let missing = || io::Error::other("the server has no pipe");
        let to_server = server.stdin.take().ok_or_else(missing)?;
        let from_server = server.stdout.take().ok_or_else(missing)?;
        let lines = text.matches('\n').count();
        let paid = text.lines().enumerate().skip(lines / 2);
        let mut paid = paid.filter_map(|(line, words)| Some((line, words.find(" payment #")?)));
        let (line, column) = paid.next().unwrap_or_default();
        let mut editor = Self {
            server,
            to_server,
            from_server: BufReader::new(from_server),
            uri: format!("file://{}", path.display()),
            lines,
            place: json!({"line": line, "character": column + 12}),
            opened: None,
            last_id: 0,
        };
        editor.request("initialize", &json!({"capabilities": {}}));
        editor.tell("initialized", &json!({}));
        let document =
            json!({"uri": editor.uri, "languageId": "tegoed", "version": 1, "text": text});
        editor.opened = editor.time(|editor| {
            editor.tell("textDocument/didOpen", &json!({"textDocument": document}));
            editor.wait_for_findings()
        });
        Ok(editor)
    }

    /// Adds a comment at the start of a line, and waits for the findings.
    fn edit(&mut self, line: usize) -> Option<u64> {
        let at = json!({"line": line, "character": 0});
        let change = json!({"range": {"start": at, "end": at}, "text": ";"});
        let document = json!({"uri": self.uri, "version": 2});
        let params = json!({"textDocument": document, "contentChanges": [change]});
        self.time(|editor| {
            editor.tell("textDocument/didChange", &params);
            editor.wait_for_findings()
        })
    }

    fn ask(&mut self, method: &str, added: Params) -> Option<u64> {
        let mut params = json!({"textDocument": {"uri": self.uri}, "position": self.place});
        added(&mut params);
        self.time(|editor| editor.request(method, &params))
    }

    fn time(&mut self, work: impl FnOnce(&mut Self) -> Option<()>) -> Option<u64> {
        let start = Instant::now();
        work(self)?;
        u64::try_from(start.elapsed().as_micros()).ok()
    }

    fn request(&mut self, method: &str, params: &Value) -> Option<()> {
        self.last_id += 1;
        let id = self.last_id;
        self.send(&json!({"jsonrpc": "2.0", "id": id, "method": method, "params": params}))?;
        let head = format!("{{\"jsonrpc\":\"2.0\",\"id\":{id},");
        while !self.receive()?.starts_with(head.as_bytes()) {}
        Some(())
    }

    fn tell(&mut self, method: &str, params: &Value) -> Option<()> {
        self.send(&json!({"jsonrpc": "2.0", "method": method, "params": params}))
    }

    fn wait_for_findings(&mut self) -> Option<()> {
        let name = b"textDocument/publishDiagnostics";
        while memchr::memmem::find(&self.receive()?, name).is_none() {}
        Some(())
    }

    fn send(&mut self, message: &Value) -> Option<()> {
        let words = message.to_string();
        write!(
            self.to_server,
            "Content-Length: {}\r\n\r\n{words}",
            words.len()
        )
        .ok()?;
        self.to_server.flush().ok()
    }

    /// A message as it came: to read what it says is the work of the editor.
    fn receive(&mut self) -> Option<Vec<u8>> {
        let mut length = 0;
        loop {
            let mut line = String::new();
            self.from_server.read_line(&mut line).ok()?;
            match line.trim_end().split_once(": ") {
                Some(("Content-Length", bytes)) => length = bytes.parse().ok()?,
                Some(_) => {}
                None => break,
            }
        }
        let mut message = vec![0; length];
        self.from_server.read_exact(&mut message).ok()?;
        (length > 0).then_some(message)
    }
}

impl Drop for MeasuredEditor {
    fn drop(&mut self) {
        let _gone = self.server.kill();
        let _status = self.server.wait();
    }
}

/// The table of an editor.
///
/// # Errors
/// It cannot be written.
pub fn write_editor(rows: &[EditorCost], out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "| entries | in an editor | ms | at most | met |")?;
    writeln!(out, "|--:|---|--:|--:|---|")?;
    for row in rows {
        let time = row.time.map(|time| ratio(time, 1_000));
        let shown = time.map_or("not there".to_owned(), |time| time.to_string());
        let limit = row.limit.map_or(String::new(), |limit| limit.to_string());
        let met = match (time, row.limit) {
            (Some(time), Some(limit)) if time <= Hundredths(limit * 100) => "yes",
            (_, Some(_)) => "no",
            (_, None) => "",
        };
        let about = row.about;
        writeln!(
            out,
            "| {} | {about} | {shown} | {limit} | {met} |",
            row.entries
        )?;
    }
    writeln!(out)
}
