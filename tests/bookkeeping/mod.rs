//! The books: what each event posts, and laws over random journals.

pub mod books;
mod entry_ids;
mod events;
mod laws;
