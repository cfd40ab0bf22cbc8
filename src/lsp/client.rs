//! What the editor at the other end can do, and where it works.

use super::document_uri::to_path;
use super::positions::ColumnUnit;
use super::protocol::{
    InitializeParams, WorkspaceFolder, WorkspaceFolders, WorkspaceFoldersChangeEvent,
};
use serde_json::Value;
use std::path::PathBuf;

/// The editor at the other end.
#[derive(Clone, Debug)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each stands for itself; an editor has any of the combinations"
)]
pub struct EditorAbilities {
    /// What it counts columns in.
    pub unit: ColumnUnit,
    /// Whether it fills in the places of a snippet.
    pub has_snippets: bool,
    /// Whether words are to be shown behind the lines of invoices.
    pub wants_inlay_hints: bool,
    /// Whether the ageing of customers is to be shown above their declarations.
    pub wants_code_lenses: bool,
    /// Whether it draws some findings otherwise than others.
    pub has_diagnostic_tags: bool,
    /// Whether it makes edits that it did not ask for.
    pub applies_edits: bool,
    /// Whether it shows a document that it is asked to show.
    pub shows_documents: bool,
    /// Whether it shows what takes long.
    pub shows_progress: bool,
    /// Whether it tells of files that change on disk where it is asked to.
    pub watches_files: bool,
    /// The folders it has open.
    pub folders: Vec<PathBuf>,
    /// Whether the user trusts them: else nothing outside is read.
    pub is_trusted: bool,
}

impl EditorAbilities {
    /// What it says of itself.
    pub fn new(params: &InitializeParams) -> Self {
        let abilities = &params.capabilities;
        let general = abilities.general.as_ref();
        let offered = general.and_then(|it| it.position_encodings.as_deref());
        let asked = params.initialization_options.as_ref();
        let asked = asked.and_then(|it| serde_json::to_value(it).ok());
        let option = |name: &str| asked.as_ref()?.get(name)?.as_bool();
        let said = serde_json::to_value(abilities).unwrap_or_default();
        let has = |path: &str| said.pointer(path).is_some_and(|it| !is_no(it));
        Self {
            unit: ColumnUnit::from_offer(offered),
            has_snippets: has("/textDocument/completion/completionItem/snippetSupport"),
            wants_inlay_hints: option("inlayHints").unwrap_or_default(),
            wants_code_lenses: option("codeLens").unwrap_or_default(),
            has_diagnostic_tags: has("/textDocument/publishDiagnostics/tagSupport"),
            applies_edits: has("/workspace/applyEdit"),
            shows_documents: has("/window/showDocument/support"),
            shows_progress: has("/window/workDoneProgress"),
            watches_files: has("/workspace/didChangeWatchedFiles/dynamicRegistration"),
            folders: folders(params),
            is_trusted: option("trusted").unwrap_or(true),
        }
    }

    /// Takes in that folders were opened and closed.
    pub fn change_folders(&mut self, change: &WorkspaceFoldersChangeEvent) {
        let removed: Vec<PathBuf> = paths(&change.removed).collect();
        self.folders.retain(|folder| !removed.contains(folder));
        self.folders.extend(paths(&change.added));
    }
}

/// Whether something that an editor says of itself is a no.
fn is_no(said: &Value) -> bool {
    matches!(said, Value::Null | Value::Bool(false))
}

#[allow(deprecated, reason = "editors that know no folders send the root")]
fn folders(params: &InitializeParams) -> Vec<PathBuf> {
    let listed = &params.workspace_folders_initialize_params.workspace_folders;
    match listed {
        Some(WorkspaceFolders::WorkspaceFolderList(all)) if !all.is_empty() => paths(all).collect(),
        _ => params.root_uri.iter().map(to_path).collect(),
    }
}

fn paths(folders: &[WorkspaceFolder]) -> impl Iterator<Item = PathBuf> {
    folders.iter().map(|folder| to_path(&folder.uri))
}
