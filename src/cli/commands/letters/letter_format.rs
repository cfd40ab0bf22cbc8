//! In which form letters are written: one for all, or for each the form of the way it goes.

use crate::cli::exit::Failure;
use crate::cli::output::unknown_format;
use crate::render::LETTER_MEDIA;
use crate::render::letter_medium::LetterMedium;
use crate::value::channel::Channel;

/// What `--format` says for the form of the way that a letter goes.
const BY_CHANNEL: &str = "channel";

/// The form of letters.
#[derive(Clone, Copy, Debug)]
pub enum LetterFormat {
    /// One for all of them.
    One(&'static LetterMedium),
    /// A draft of a mail for what goes by mail, pages for what goes by post, text for the rest.
    ByChannel,
}

impl LetterFormat {
    /// The form that was asked for; the first of the list where none was.
    pub fn from_flag(asked: Option<&str>) -> Result<Self, Failure> {
        if asked == Some(BY_CHANNEL) {
            return Ok(Self::ByChannel);
        }
        let known = || LETTER_MEDIA.iter().map(|medium| medium.name);
        let mut media = LETTER_MEDIA.iter().copied();
        let found = media.find(|medium| asked.is_none_or(|asked| medium.name == asked));
        found.map(Self::One).ok_or_else(|| {
            let names: Vec<&str> = known().chain([BY_CHANNEL]).collect();
            unknown_format(asked.unwrap_or_default(), &names)
        })
    }

    /// The forms of a letter that goes these ways, each once.
    pub fn media(self, channels: &[Channel]) -> Vec<&'static LetterMedium> {
        if let Self::One(medium) = self {
            return vec![medium];
        }
        let mut media: Vec<&'static LetterMedium> = Vec::new();
        for medium in channels.iter().filter_map(|channel| medium_of(*channel)) {
            if !media.iter().any(|known| known.name == medium.name) {
                media.push(medium);
            }
        }
        if media.is_empty() {
            media.extend(LETTER_MEDIA.first());
        }
        media
    }

    /// The extensions that its files may have.
    pub fn extensions(self) -> Vec<&'static str> {
        match self {
            Self::One(medium) => vec![medium.extension],
            Self::ByChannel => LETTER_MEDIA.iter().map(|medium| medium.extension).collect(),
        }
    }
}

fn medium_of(channel: Channel) -> Option<&'static LetterMedium> {
    let name = match channel {
        Channel::Email => "eml",
        Channel::Post => "pdf",
        Channel::Phone | Channel::Visit | Channel::Chat => return None,
    };
    LETTER_MEDIA.iter().copied().find(|it| it.name == name)
}
