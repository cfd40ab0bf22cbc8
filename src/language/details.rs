//! The words of details: what stands below an entry, and the words of the language that are values.

use crate::value::channel::Channel;
use crate::value::key_name::KeyName;
use crate::value::vocabulary::{DisputeOutcome, HandoverRecipient};

/// The labels of keys, and of values that are words of the language.
#[derive(Clone, Copy, Debug)]
pub struct DetailWords {
    /// What a key of an invoice or a customer is called; `None` where it has no other name than its own.
    pub key: fn(KeyName) -> Option<&'static str>,
    /// A way to reach somebody, as a noun.
    pub channel: fn(Channel) -> &'static str,
    /// How a dispute ended.
    pub dispute_outcome: fn(DisputeOutcome) -> &'static str,
    /// To whom something was handed over.
    pub recipient: fn(HandoverRecipient) -> &'static str,
    /// A letter that came back.
    pub bounced: &'static str,
}
