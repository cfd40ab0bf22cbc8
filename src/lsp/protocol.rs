//! The types of the protocol. No other file names the crates they come from.

pub use gen_lsp_types::{
    BaseSymbolInformation, Code, CodeAction, CodeActionKind, CodeActionOptions, CodeActionRequest,
    CodeActionResponse, CodeLens, CodeLensOptions, CodeLensRequest, Command, CompletionItem,
    CompletionItemKind, CompletionList, CompletionOptions, CompletionRequest, CompletionResponse,
    Contents, Definition, DefinitionRequest, DefinitionResponse, Diagnostic,
    DiagnosticRelatedInformation, DiagnosticSeverity, DiagnosticTag, DidChangeTextDocumentParams,
    DidChangeWatchedFilesParams, DidChangeWorkspaceFoldersParams, DidCloseTextDocumentParams,
    DidOpenTextDocumentParams, DocumentFormattingRequest, DocumentHighlight, DocumentHighlightKind,
    DocumentHighlightRequest, DocumentLink, DocumentLinkOptions, DocumentLinkRequest,
    DocumentOnTypeFormattingOptions, DocumentOnTypeFormattingRequest,
    DocumentRangeFormattingRequest, DocumentSymbol, DocumentSymbolRequest, DocumentSymbolResponse,
    ExecuteCommandOptions, ExecuteCommandRequest, FoldingRange, FoldingRangeKind,
    FoldingRangeRequest, Hover, HoverRequest, InitializeParams, InitializeResult, InlayHint,
    InlayHintRequest, InsertTextFormat, Label as InlayHintLabel, Location, LspRequestMethod,
    MarkupContent, MarkupKind, Message as DiagnosticMessage, Position, PositionEncodingKind,
    PrepareRenamePlaceholder, PrepareRenameRequest, PrepareRenameResult, PublishDiagnosticsParams,
    Range, ReferencesRequest, RenameOptions, RenameRequest, Request, SemanticToken, SemanticTokens,
    SemanticTokensLegend, SemanticTokensOptions, SemanticTokensRequest, ServerCapabilities,
    ServerInfo, SymbolKind, TextDocumentContentChangeEvent, TextDocumentIdentifier,
    TextDocumentPositionParams, TextDocumentSync, TextDocumentSyncKind, TextDocumentSyncOptions,
    TextEdit, Uri, WorkspaceEdit, WorkspaceFolder, WorkspaceFolders, WorkspaceFoldersChangeEvent,
    WorkspaceFoldersServerCapabilities, WorkspaceOptions, WorkspaceSymbol, WorkspaceSymbolLocation,
    WorkspaceSymbolRequest, WorkspaceSymbolResponse,
};
pub use lsp_server::{
    Connection, ErrorCode, Message, Notification as NotificationMessage, ProtocolError,
    Request as RequestMessage, RequestId, Response,
};
