//! The books: what each event posts, and laws over random journals.

pub mod books;
mod events;
mod laws;
