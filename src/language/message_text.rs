//! What a finding says, as words.

use super::en::ENGLISH;
use crate::text::diagnostic::Findings;
use crate::text::message::Message;
use std::borrow::Cow;

/// The words of a message. In English, whatever the language of reports: checks make their words themselves, and know no
/// other language yet.
pub fn message_text(message: &Message) -> Cow<'_, str> {
    ENGLISH.phrases.finding.message_text(message)
}

/// Words the findings of the reader with examples as this journal writes them: `1210,00`. Checks ask the journal itself.
pub fn use_decimal_mark(findings: &mut Findings) {
    let Some(mark) = findings.decimal_mark.filter(|mark| *mark != '.') else {
        return;
    };
    let words = |message: &mut Message| {
        let made = ENGLISH
            .phrases
            .finding
            .message_text_with_mark(message, mark);
        let made = made.into_owned();
        *message = Message::Words(made);
    };
    for finding in &mut findings.diagnostics {
        words(&mut finding.message);
        finding.help.iter_mut().for_each(words);
    }
}
