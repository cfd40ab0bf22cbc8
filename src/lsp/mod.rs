//! The language server: the only room that knows the protocol of editors. It keeps the texts of open documents, reads
//! their journals with the same reader and the same checks as the command line, and turns what the room `ide` answers into
//! messages.
//!
//! The server is synchronous: texts change between messages, never while one is answered. A change reads the whole journal
//! again; what follows from it is worked out when it is first asked for, and kept until the next change.

mod changed_text;
mod client;
mod diagnostics;
mod document_files;
mod document_uri;
mod features;
mod host;
mod introduction;
mod loading_progress;
mod message_queue;
mod open_document;
mod open_journal;
mod positions;
mod protocol;
mod request_context;
mod server;
mod watched_files;

pub use host::{EditorHost, JournalSettings};
pub use protocol::Connection;
pub use server::{EditorError, serve, serve_stdio};
