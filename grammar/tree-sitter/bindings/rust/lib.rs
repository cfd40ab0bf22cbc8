//! The tegoed journal language for tree-sitter.
//!
//! ```text
//! let mut parser = tree_sitter::Parser::new();
//! parser.set_language(&tree_sitter_tegoed::LANGUAGE.into())?;
//! let tree = parser.parse(journal, None);
//! ```

use tree_sitter_language::LanguageFn;

unsafe extern "C" {
    fn tree_sitter_tegoed() -> *const ();
}

/// The language, for `tree_sitter::Parser::set_language`.
#[allow(
    unsafe_code,
    reason = "the parser is C; the function is the one that its file defines"
)]
pub const LANGUAGE: LanguageFn = unsafe { LanguageFn::from_raw(tree_sitter_tegoed) };

/// Which captures colour a text.
pub const HIGHLIGHTS_QUERY: &str = include_str!("../../queries/highlights.scm");
/// What may be folded.
pub const FOLDS_QUERY: &str = include_str!("../../queries/folds.scm");
/// Which parts are in another language.
pub const INJECTIONS_QUERY: &str = include_str!("../../queries/injections.scm");
/// What an editor can select as one thing.
pub const TEXT_OBJECTS_QUERY: &str = include_str!("../../queries/textobjects.scm");
/// The kinds of nodes, as tree-sitter describes them.
pub const NODE_TYPES: &str = include_str!("../../src/node-types.json");
