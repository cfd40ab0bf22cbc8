//! Stages, holds, gates and the morning's work list: journals in, pages out.

mod rules;
mod walk;
