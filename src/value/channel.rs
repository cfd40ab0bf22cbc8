//! The channels by which a customer can be reached, and those that a customer rules out.

use super::key_name::KeyName;
use crate::word_enum;

word_enum! {
    /// How a letter travels, or how a person is reached.
    Channel {
        /// By e-mail.
        Email = "email",
        /// By telephone.
        Phone = "phone",
        /// By post.
        Post = "post",
        /// In person.
        Visit = "visit",
        /// By chat message.
        Chat = "chat",
    }
}

impl Channel {
    /// The words of some channels in their order, as one text with `between` between them.
    ///
    /// ```
    /// use tegoed::value::channel::Channel;
    /// assert_eq!(Channel::join(&[Channel::Email, Channel::Phone], ", "), "email, phone");
    /// ```
    pub fn join(channels: &[Self], between: &str) -> String {
        let words: Vec<&str> = channels.iter().map(|channel| channel.word()).collect();
        words.join(between)
    }

    /// The key of a customer that holds the address for this channel; `None` where a journal keeps no such address.
    pub const fn address_key(self) -> Option<KeyName> {
        match self {
            Self::Email => Some(KeyName::Email),
            Self::Phone => Some(KeyName::Phone),
            Self::Post => Some(KeyName::Address),
            Self::Visit | Self::Chat => None,
        }
    }
}

/// Something that a `no:` line of a customer rules out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exclusion {
    /// Handing invoices over to a collection agency.
    Agency,
    /// Reaching the customer by this channel.
    Channel(Channel),
}

impl Exclusion {
    /// The words that a `no:` line may have, the usual ones first.
    pub const WORDS: &'static [&'static str] = &[
        Self::Agency.word(),
        Channel::Post.word(),
        Channel::Email.word(),
        Channel::Phone.word(),
        Channel::Visit.word(),
        Channel::Chat.word(),
    ];

    /// The word on a `no:` line.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Agency => "agency",
            Self::Channel(channel) => channel.word(),
        }
    }

    /// The exclusion that a word of a `no:` line stands for; `None` for other words.
    ///
    /// ```
    /// use tegoed::value::channel::{Channel, Exclusion};
    /// assert_eq!(Exclusion::from_word("agency"), Some(Exclusion::Agency));
    /// assert_eq!(Exclusion::from_word("post"), Some(Exclusion::Channel(Channel::Post)));
    /// assert_eq!(Exclusion::from_word("fax"), None);
    /// ```
    pub fn from_word(word: &str) -> Option<Self> {
        if word == Self::Agency.word() {
            return Some(Self::Agency);
        }
        Channel::from_word(word).map(Self::Channel)
    }
}
