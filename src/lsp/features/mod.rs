//! The requests that the server answers, a file each: what it says of itself, and how it answers.

mod code_actions;
mod completion;
mod definition;
mod document_symbols;
pub mod feature;
mod folding;
mod formatting;
mod highlight;
mod hover;
mod inlay_hints;
mod links;
mod prepare_rename;
mod references;
mod rename;
mod semantic_tokens;
mod workspace_symbols;

use feature::Feature;

/// All of them.
pub static FEATURES: &[&Feature] = &[
    &code_actions::CODE_ACTIONS,
    &completion::COMPLETION,
    &definition::DEFINITION,
    &document_symbols::DOCUMENT_SYMBOLS,
    &folding::FOLDING,
    &formatting::FORMATTING,
    &highlight::HIGHLIGHT,
    &hover::HOVER,
    &inlay_hints::INLAY_HINTS,
    &links::LINKS,
    &prepare_rename::PREPARE_RENAME,
    &references::REFERENCES,
    &rename::RENAME,
    &semantic_tokens::SEMANTIC_TOKENS,
    &workspace_symbols::WORKSPACE_SYMBOLS,
];
