//! What a finding says, as words.

use crate::language::en::ENGLISH;
use crate::text::message::Message;
use std::borrow::Cow;

/// The words of a message. In English, whatever the language of reports: checks make their words themselves, and know no
/// other language yet.
pub fn message_text(message: &Message) -> Cow<'_, str> {
    ENGLISH.phrases.finding.message_text(message)
}
