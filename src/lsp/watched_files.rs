//! Files that change on disk while an editor is open: by git, by a bank import, by the program itself.

use super::message_queue::MessageQueue;
use crate::load::journal_file_kind::JOURNAL_EXTENSION;
use serde_json::json;

/// The file beside a journal that says where templates are, and in which language pages are.
const SETTINGS_FILE: &str = "tegoed.toml";

/// Asks the editor to tell of changes of journals and settings.
pub fn watch_files(queue: &MessageQueue<'_>) {
    let journals = format!("**/*.{JOURNAL_EXTENSION}");
    let settings = format!("**/{SETTINGS_FILE}");
    let params = json!({"registrations": [{
        "id": "journals",
        "method": "workspace/didChangeWatchedFiles",
        "registerOptions": {"watchers": [{"globPattern": journals}, {"globPattern": settings}]},
    }]});
    queue.ask("client/registerCapability", params);
}
