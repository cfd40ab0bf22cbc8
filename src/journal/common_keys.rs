//! What every dated entry may carry: the bank's reference, and `allow:` lines.

use super::model::{AllowLine, BankId};
use super::resolver::Resolver;
use crate::syntax::entry_fields::EntryFields;
use crate::value::key_name::KeyName;
use rustc_hash::FxHasher;
use std::hash::Hasher;

/// Takes down `id:` and `allow:`, and that there is a `document:`.
pub fn resolve(resolver: &mut Resolver, fields: EntryFields<'_, '_>) {
    let entry = fields.entry;
    for detail in &entry.details {
        match detail.key.name() {
            Some(KeyName::Id) => {
                let hash = hash_bank_id(fields.words(detail.value).node);
                let id = BankId::new(hash, entry.span.origin());
                resolver.journal.bank_ids.push(id);
            }
            Some(KeyName::Document) => resolver.journal.has_documents = true,
            Some(KeyName::Allow) => {
                let words = fields.words(detail.value).node;
                let code = words.split([' ', '\t']).next().unwrap_or_default();
                resolver.journal.allow_lines.push(AllowLine {
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
pub fn hash_bank_id(id: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(id.as_bytes());
    hasher.write_usize(id.len());
    hasher.finish()
}
