//! What an editor may ask about a journal, in plain data: places in the text, words, edits. The protocol of editors is
//! known to the room `lsp` alone.
//!
//! Each question is a file. All are asked of a [`journal_view::JournalView`], which holds what the command line works
//! with too: what an editor says is what `check` and the reports say.

pub mod code_actions;
pub mod code_lenses;
pub mod completion;
pub mod customer_declaration;
pub mod due_letters;
pub mod editor_action;
pub mod hover;
pub mod inlay_hints;
pub mod inserted_entries;
pub mod invoice_words;
pub mod journal_view;
pub mod line_layout;
pub mod links;
pub mod mention;
pub mod navigation;
pub mod note_entries;
pub mod note_facts;
pub mod outline;
pub mod payment_entry;
pub mod payment_placement;
pub mod rename;
pub mod sort_entries;
pub mod tokens;
