//! What the server says of itself when an editor begins.

use super::client::EditorAbilities;
use super::features::FEATURES;
use super::protocol::{
    InitializeResult, ServerCapabilities, ServerInfo, TextDocumentSync, TextDocumentSyncKind,
    TextDocumentSyncOptions, WorkspaceFoldersServerCapabilities, WorkspaceOptions,
};

/// What it answers, and how it wants to be told of texts and folders.
pub fn introduction(client: &EditorAbilities) -> InitializeResult {
    let mut capabilities = ServerCapabilities {
        position_encoding: Some(client.unit.kind()),
        text_document_sync: Some(TextDocumentSync::from(TextDocumentSyncOptions {
            open_close: Some(true),
            change: Some(TextDocumentSyncKind::Incremental),
            save: Some(true.into()),
            ..TextDocumentSyncOptions::default()
        })),
        workspace: Some(WorkspaceOptions {
            workspace_folders: Some(WorkspaceFoldersServerCapabilities {
                supported: Some(true),
                change_notifications: Some(true.into()),
            }),
            ..WorkspaceOptions::default()
        }),
        ..ServerCapabilities::default()
    };
    for feature in FEATURES {
        (feature.declare)(&mut capabilities);
    }
    InitializeResult {
        capabilities,
        server_info: Some(ServerInfo {
            name: env!("CARGO_PKG_NAME").to_owned(),
            version: Some(env!("CARGO_PKG_VERSION").to_owned()),
        }),
    }
}
