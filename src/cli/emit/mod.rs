//! What was found, for people and for programs. Learns lines and columns; forgets nothing that was found.

pub mod concise;
pub mod excerpt;
pub mod json;
pub mod people;
pub mod statistics;
pub mod summary;
pub mod verdict;

use crate::language::en::ENGLISH;
use crate::text::message::Message;
use std::borrow::Cow;

/// What a finding says. In English, whatever the language of reports: checks make their words themselves, and know no
/// other language yet.
pub fn words(message: &Message) -> Cow<'_, str> {
    ENGLISH.say.finding.words(message)
}
