//! The loop of the server: texts change, journals are read, findings are told, requests are answered.

use super::changed_text::apply_changes;
use super::client::EditorAbilities;
use super::diagnostics::diagnostics_by_file;
use super::document_files::DocumentFiles;
use super::document_uri::to_path;
use super::features::FEATURES;
use super::host::EditorHost;
use super::introduction::introduction;
use super::loading_progress::FilesInProgress;
use super::message_queue::MessageQueue;
use super::open_document::{OpenDocument, OpenDocuments};
use super::open_journal::{OpenJournal, find_journal};
use super::protocol::{
    Connection, DidChangeTextDocumentParams, DidChangeWatchedFilesParams,
    DidChangeWorkspaceFoldersParams, DidCloseTextDocumentParams, DidOpenTextDocumentParams,
    ErrorCode, InitializeParams, LspRequestMethod, Message, NotificationMessage, ProtocolError,
    PublishDiagnosticsParams, RequestMessage, Response, Uri,
};
use super::request_context::{EditorRequest, RequestContext, ViewedJournal};
use super::watched_files::watch_files;
use crate::day::Day;
use crate::ide::journal_view::{JournalView, ViewBasis};
use crate::report::shared::report_input::ReportOptions;
use serde::de::DeserializeOwned;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fmt;

/// Why the server ended otherwise than asked.
#[derive(Debug)]
pub struct EditorError(String);

impl fmt::Display for EditorError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl From<ProtocolError> for EditorError {
    fn from(error: ProtocolError) -> Self {
        Self(error.to_string())
    }
}

/// Serves the editor at standard input and output until it says `exit`, or is gone.
///
/// # Errors
/// What it sends is no message of the protocol.
pub fn serve_stdio(host: &dyn EditorHost) -> Result<(), EditorError> {
    let (connection, threads) = Connection::stdio();
    let end = serve(&connection, host);
    drop(connection);
    let closed = threads.join();
    end?;
    closed.map_err(|error| EditorError(error.to_string()))
}

/// Serves the editor at a connection.
///
/// # Errors
/// What it sends first is no `initialize`.
pub fn serve(connection: &Connection, host: &dyn EditorHost) -> Result<(), EditorError> {
    let (id, params) = connection.initialize_start()?;
    let params: InitializeParams = match serde_json::from_value(params) {
        Ok(params) => params,
        Err(error) => {
            let code = ErrorCode::InvalidParams as i32;
            let refused = Response::new_err(id, code, error.to_string());
            let _gone = connection.sender.send(refused.into());
            return Err(EditorError(format!("`initialize` cannot be read: {error}")));
        }
    };
    let client = EditorAbilities::new(&params);
    let said = serde_json::to_value(introduction(&client));
    let said = said.map_err(|error| EditorError(error.to_string()))?;
    connection.initialize_finish(id, said)?;
    let mut server = Server {
        host,
        client,
        queue: MessageQueue::new(connection),
        documents: OpenDocuments::default(),
        journals: Vec::new(),
        told: BTreeSet::new(),
        is_shut_down: false,
    };
    if server.client.watches_files {
        watch_files(&server.queue);
    }
    while server.serve_texts() {}
    Ok(())
}

struct Server<'c> {
    host: &'c dyn EditorHost,
    client: EditorAbilities,
    queue: MessageQueue<'c>,
    documents: OpenDocuments,
    journals: Vec<OpenJournal>,
    /// The files for which the editor shows findings.
    told: BTreeSet<String>,
    is_shut_down: bool,
}

impl Server<'_> {
    /// Reads the journals as they are now and answers from them until a text changes. Whether the editor is still there.
    fn serve_texts(&mut self) -> bool {
        let is_settled = !self.queue.has_change_next();
        if is_settled {
            self.read_journals();
        }
        let change = self.answer_until_change(is_settled);
        change.map(|change| self.take_change(change)).is_some()
    }

    /// Reads the journals whose texts changed, looks for those of documents that none of them has any more, and forgets
    /// those that no open document belongs to.
    fn read_journals(&mut self) {
        let files = files_of(&self.documents, self.host, &self.client);
        for journal in self.journals.iter_mut().filter(|it| it.read.is_none()) {
            journal.read(&files, self.host);
        }
        for document in self.documents.iter() {
            let mut known = self.journals.iter();
            if !known.any(|it| it.has_document(document, &files)) {
                let mut found = find_journal(document, &files);
                if self.client.shows_progress {
                    let loading = FilesInProgress::new(&files, &self.queue);
                    found.read(&loading, self.host);
                    loading.end();
                } else {
                    found.read(&files, self.host);
                }
                self.journals.push(found);
            }
        }
        self.journals.retain(|journal| {
            let mut open = self.documents.iter();
            open.any(|document| journal.has_document(document, &files))
        });
    }

    /// Answers from the journals as they are, until something changes; `None` when the editor is gone. Findings are told
    /// where no change waits.
    fn answer_until_change(&mut self, is_settled: bool) -> Option<NotificationMessage> {
        let files = files_of(&self.documents, self.host, &self.client);
        let today = self.host.today();
        let options = ReportOptions {
            for_people: true,
            ..ReportOptions::default()
        };
        let read = self.journals.iter().filter_map(|journal| {
            let read = journal.read.as_ref()?;
            Some((journal, read, read.outcome.journal_text(&files)))
        });
        let read: Vec<_> = read.collect();
        let days: Vec<(Day<'_>, Option<Day<'_>>)> = read
            .iter()
            .map(|(_, read, text)| {
                let day = |ledger| Day::new(&read.outcome.journal, ledger, text);
                let last_day = read.pending.last_ledger().map(day);
                (day(&read.outcome.ledger), last_day)
            })
            .collect();
        let both = read.iter().zip(&days);
        let views = both.map(|((journal, read, text), (day, last_day))| {
            let last_day = last_day.as_ref().unwrap_or(day);
            ViewedJournal::new(JournalView::new(ViewBasis {
                outcome: &read.outcome,
                findings: journal.findings(read, *text, day, last_day),
                day,
                language: journal.language,
                templates: &journal.templates,
                options: &options,
                today,
                files_on_disk: &files,
            }))
        });
        let views: Vec<ViewedJournal<'_>> = views.collect();
        let outbox = RefCell::default();
        let context = RequestContext {
            journals: &views,
            documents: &self.documents,
            files: &files,
            client: &self.client,
            outbox: &outbox,
        };
        if is_settled {
            tell_findings(&context, &mut self.told, &self.queue);
        }
        answer_requests(&context, &mut self.queue, &mut self.is_shut_down)
    }

    /// Takes in a change. What cannot be read changes nothing.
    fn take_change(&mut self, message: NotificationMessage) {
        let NotificationMessage { method, params } = message;
        match method.as_str() {
            "textDocument/didOpen" => {
                if let Some(opened) = read_params::<DidOpenTextDocumentParams>(params) {
                    let document = opened.text_document;
                    self.open(document.uri, document.version, document.text);
                }
            }
            "textDocument/didChange" => {
                if let Some(changed) = read_params::<DidChangeTextDocumentParams>(params) {
                    self.change(changed);
                }
            }
            "textDocument/didClose" => {
                if let Some(closed) = read_params::<DidCloseTextDocumentParams>(params) {
                    self.documents.close(&closed.text_document.uri);
                    // A text on disk may include other files than the one that was open.
                    self.journals.clear();
                }
            }
            "workspace/didChangeWatchedFiles" => {
                let changed = read_params::<DidChangeWatchedFilesParams>(params);
                let mut changed = changed.into_iter().flat_map(|it| it.changes);
                // The text of an open document goes before that on disk.
                if changed.all(|file| self.documents.find(&file.uri).is_some()) {
                    return;
                }
                self.journals.clear();
            }
            "workspace/didChangeWorkspaceFolders" => {
                if let Some(changed) = read_params::<DidChangeWorkspaceFoldersParams>(params) {
                    self.client.change_folders(&changed.event);
                    self.journals.clear();
                }
            }
            _ => {}
        }
        for journal in &mut self.journals {
            journal.read = None;
        }
    }

    fn open(&mut self, uri: Uri, version: i32, text: String) {
        let path = to_path(&uri);
        let real_path = self.host.files().canonicalize(&path);
        self.documents.open(OpenDocument {
            real_path: real_path.unwrap_or_else(|_| path.clone()),
            uri,
            path,
            version,
            text,
        });
        // It may say `format` now, or be included by another file than before.
        self.journals.clear();
    }

    fn change(&mut self, changed: DidChangeTextDocumentParams) {
        let unit = self.client.unit;
        let changed_document = changed.text_document;
        let uri = &changed_document.text_document_identifier.uri;
        let Some(document) = self.documents.find_mut(uri) else {
            return;
        };
        document.version = changed_document.version;
        apply_changes(&mut document.text, changed.content_changes, unit);
        if self.journals.iter().any(|journal| journal.is_part) {
            self.journals.clear();
        }
    }
}

fn files_of<'a>(
    documents: &'a OpenDocuments,
    host: &'a dyn EditorHost,
    client: &'a EditorAbilities,
) -> DocumentFiles<'a> {
    DocumentFiles {
        documents,
        stored: host.files(),
        only_below: (!client.is_trusted).then_some(&client.folders),
    }
}

fn read_params<T: DeserializeOwned>(params: serde_json::Value) -> Option<T> {
    serde_json::from_value(params).ok()
}

/// Whether what the server knows may be other after a message.
fn is_change(message: &NotificationMessage) -> bool {
    matches!(
        message.method.as_str(),
        "textDocument/didOpen"
            | "textDocument/didChange"
            | "textDocument/didClose"
            | "textDocument/didSave"
            | "workspace/didChangeWatchedFiles"
            | "workspace/didChangeWorkspaceFolders"
    )
}

/// Answers requests until a text changes; `None` when the editor is gone.
fn answer_requests(
    context: &RequestContext<'_, '_>,
    queue: &mut MessageQueue<'_>,
    is_shut_down: &mut bool,
) -> Option<NotificationMessage> {
    loop {
        match queue.next()? {
            Message::Request(request) if request.method == "shutdown" => {
                *is_shut_down = true;
                queue.send(Response::new_ok(request.id, ()));
            }
            Message::Request(request) => {
                let answer = answer(context, request, *is_shut_down);
                for EditorRequest { method, params } in context.outbox.take() {
                    queue.ask(method, params);
                }
                queue.send(answer);
            }
            Message::Notification(message) if message.method == "exit" => return None,
            Message::Notification(message) if is_change(&message) => return Some(message),
            Message::Notification(_) | Message::Response(_) => {}
        }
    }
}

/// Answers a request.
fn answer(
    context: &RequestContext<'_, '_>,
    request: RequestMessage,
    is_shut_down: bool,
) -> Response {
    let RequestMessage { id, method, params } = request;
    if is_shut_down {
        let words = "the server was asked to shut down".to_owned();
        return Response::new_err(id, ErrorCode::InvalidRequest as i32, words);
    }
    let asked = LspRequestMethod::from(method.as_str());
    let Some(feature) = FEATURES.iter().find(|feature| feature.method == asked) else {
        let words = format!("no such request: {method}");
        return Response::new_err(id, ErrorCode::MethodNotFound as i32, words);
    };
    match (feature.answer)(context, params) {
        Ok(answer) => Response::new_ok(id, answer),
        Err(error) => Response::new_err(id, error.code as i32, error.message),
    }
}

/// Tells the findings of every file; of one that has none any more, that it has none.
fn tell_findings(
    context: &RequestContext<'_, '_>,
    told: &mut BTreeSet<String>,
    queue: &MessageQueue<'_>,
) {
    let mut before = std::mem::take(told);
    for journal in context.journals {
        for file in diagnostics_by_file(context, journal) {
            let uri = file.uri.as_ref().to_owned();
            before.remove(&uri);
            if !told.contains(&uri) {
                told.insert(uri);
                publish(queue, file);
            }
        }
    }
    for uri in before {
        publish(
            queue,
            PublishDiagnosticsParams {
                uri: Uri::from(uri),
                version: None,
                diagnostics: Vec::new(),
            },
        );
    }
}

fn publish(queue: &MessageQueue<'_>, file: PublishDiagnosticsParams) {
    let method = "textDocument/publishDiagnostics".to_owned();
    queue.send(NotificationMessage::new(method, file));
}
