//! The words of details.

use crate::language::details::DetailWords;
use crate::value::channel::Channel;
use crate::value::key_name::KeyName;
use crate::value::vocabulary::{DisputeOutcome, HandoverRecipient};

pub const DETAILS: DetailWords = DetailWords {
    key: |key| {
        Some(match key {
            KeyName::Order => "Order",
            KeyName::Ref => "Payment reference",
            KeyName::Delivered => "Delivered",
            KeyName::Received => "Received",
            KeyName::Sent => "Sent",
            KeyName::Id => "Bank reference",
            KeyName::Allow => "Accepted",
            KeyName::Method => "Method",
            KeyName::CreditLimit => "Credit limit",
            KeyName::Trial => "Trial",
            KeyName::Kvk => "Trade register",
            KeyName::VatId => "VAT number",
            KeyName::Iban => "IBAN",
            KeyName::Size => "Size",
            KeyName::No => "Not",
            KeyName::Note => "Note",
            _ => return None,
        })
    },
    channel: |channel| match channel {
        Channel::Email => "email",
        Channel::Phone => "phone",
        Channel::Post => "post",
        Channel::Visit => "visit",
        Channel::Chat => "chat",
    },
    dispute_outcome: |outcome| match outcome {
        DisputeOutcome::Upheld => "upheld",
        DisputeOutcome::Rejected => "rejected",
        DisputeOutcome::Withdrawn => "withdrawn",
        DisputeOutcome::Settled => "settled",
    },
    recipient: |recipient| match recipient {
        HandoverRecipient::Agency => "agency",
        HandoverRecipient::Lawyer => "lawyer",
        HandoverRecipient::Court => "court",
    },
    bounced: "came back",
};
