//! De woorden van details.

use crate::language::details::DetailWords;
use crate::value::channel::Channel;
use crate::value::key_name::KeyName;
use crate::value::vocabulary::{DisputeOutcome, HandoverRecipient};

pub const DETAILS: DetailWords = DetailWords {
    key: |key| {
        Some(match key {
            KeyName::Order => "Bestelling",
            KeyName::Ref => "Betalingskenmerk",
            KeyName::Delivered => "Geleverd",
            KeyName::Received => "Ontvangen",
            KeyName::Sent => "Verstuurd",
            KeyName::Id => "Kenmerk van de bank",
            KeyName::Allow => "Toegestaan",
            KeyName::Method => "Betaalwijze",
            KeyName::CreditLimit => "Kredietlimiet",
            KeyName::Trial => "Proef",
            KeyName::Kvk => "Handelsregister",
            KeyName::VatId => "Btw-nummer",
            KeyName::Iban => "IBAN",
            KeyName::Size => "Omvang",
            KeyName::No => "Niet",
            KeyName::Note => "Notitie",
            _ => return None,
        })
    },
    channel: |channel| match channel {
        Channel::Email => "e-mail",
        Channel::Phone => "telefoon",
        Channel::Post => "post",
        Channel::Visit => "bezoek",
        Channel::Chat => "chat",
    },
    dispute_outcome: |outcome| match outcome {
        DisputeOutcome::Upheld => "toegegeven",
        DisputeOutcome::Rejected => "afgewezen",
        DisputeOutcome::Withdrawn => "ingetrokken",
        DisputeOutcome::Settled => "geschikt",
    },
    recipient: |recipient| match recipient {
        HandoverRecipient::Agency => "incassobureau",
        HandoverRecipient::Lawyer => "advocaat",
        HandoverRecipient::Court => "rechter",
    },
    bounced: "teruggekomen",
};
