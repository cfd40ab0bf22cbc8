//! What the editor at the other end can do, and where it works.

use super::document_uri::to_path;
use super::positions::ColumnUnit;
use super::protocol::{InitializeParams, WorkspaceFolders};
use std::path::PathBuf;

/// The editor at the other end.
#[derive(Clone, Debug)]
pub struct EditorAbilities {
    /// What it counts columns in.
    pub unit: ColumnUnit,
    /// Whether it fills in the places of a snippet.
    pub has_snippets: bool,
    /// Whether words are to be shown behind the lines of invoices.
    pub wants_inlay_hints: bool,
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
        let document = abilities.text_document.as_ref();
        let snippets = document.and_then(|it| {
            it.completion
                .as_ref()?
                .completion_item
                .as_ref()?
                .snippet_support
        });
        let asked = params.initialization_options.as_ref();
        let asked = asked.and_then(|it| serde_json::to_value(it).ok());
        let option = |name: &str| asked.as_ref()?.get(name)?.as_bool();
        Self {
            unit: ColumnUnit::from_offer(offered),
            has_snippets: snippets.unwrap_or_default(),
            wants_inlay_hints: option("inlayHints").unwrap_or_default(),
            folders: folders(params),
            is_trusted: option("trusted").unwrap_or(true),
        }
    }
}

#[allow(deprecated, reason = "editors that know no folders send the root")]
fn folders(params: &InitializeParams) -> Vec<PathBuf> {
    let listed = &params.workspace_folders_initialize_params.workspace_folders;
    match listed {
        Some(WorkspaceFolders::WorkspaceFolderList(all)) if !all.is_empty() => {
            all.iter().map(|folder| to_path(&folder.uri)).collect()
        }
        _ => params.root_uri.iter().map(to_path).collect(),
    }
}
