//! What every dated entry may carry: the bank's reference, and `allow:` lines.

use super::model::Allow;
use super::resolve::Resolver;
use crate::syntax::entry::{Entry, Text};
use rustc_hash::FxHasher;
use std::hash::Hasher;

/// Takes down `id:` and `allow:`, and that there is a `document:`.
pub fn resolve(resolver: &mut Resolver, entry: &Entry, text: Text<'_>) {
    for detail in &entry.details {
        match detail.key.word() {
            "id" => {
                let id = text.slice(detail.value);
                resolver
                    .journal
                    .bank_ids
                    .push((id_hash(id), entry.span.origin()));
            }
            "document" => resolver.journal.documents = true,
            "allow" => {
                let words = text.slice(detail.value);
                let code = words.split([' ', '\t']).next().unwrap_or_default();
                resolver.journal.allows.push(Allow {
                    code: code.into(),
                    span: detail.span,
                    entry: entry.span,
                });
            }
            _ => {}
        }
    }
}

/// A number for the letters of a bank's reference. Equal numbers only hint at equal letters.
pub fn id_hash(id: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(id.as_bytes());
    hasher.write_usize(id.len());
    hasher.finish()
}
