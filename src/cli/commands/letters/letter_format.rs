//! In which form letters are written: one for all, or for each the form of the way it goes.

use crate::cli::arguments::args::{GlobalFlags, LettersFlags};
use crate::cli::exit::Failure;
use crate::cli::output::unknown_format;
use crate::render::LETTER_MEDIA;
use crate::render::letter_medium::LetterMedium;
use crate::value::channel::Channel;
use std::ffi::OsStr;
use std::path::Path;

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
    /// The form that was asked for: by `--format`, or by the extension of the file of `-o`; the first of the list where none
    /// was. Letters that are only listed have none: their list has the forms of reports.
    ///
    /// # Errors
    /// There is no such form of letters, or two were asked for.
    pub fn chosen(flags: &LettersFlags, global: &GlobalFlags) -> Result<Self, Failure> {
        let asked = flags.format.as_deref().map(Self::named).transpose()?;
        if flags.stage.is_none() && flags.out.is_none() {
            return Ok(asked.unwrap_or(Self::One(
                LETTER_MEDIA.first().copied().ok_or_else(no_media)?,
            )));
        }
        let extension = global.output.as_deref().and_then(Path::extension);
        let by_output = match &global.output_format {
            Some(name) => Some(Self::of_output_format(name)?),
            None => extension.map(Self::of_extension).transpose()?,
        };
        match (asked, by_output) {
            (Some(Self::One(asked)), Some(other)) if asked.name != other.name => {
                Err(Failure::usage(format!(
                    "expected one form of a letter, found `--format {}` and an output of {}",
                    asked.name, other.name
                ))
                .with_help("leave `--format` out: the extension of `-o` says the form"))
            }
            (Some(asked), _) => Ok(asked),
            (None, Some(other)) => Ok(Self::One(other)),
            (None, None) => Ok(Self::One(
                LETTER_MEDIA.first().copied().ok_or_else(no_media)?,
            )),
        }
    }

    fn named(asked: &str) -> Result<Self, Failure> {
        if asked == BY_CHANNEL {
            return Ok(Self::ByChannel);
        }
        let mut media = LETTER_MEDIA.iter().copied();
        let found = media.find(|medium| medium.name == asked);
        found.map(Self::One).ok_or_else(|| {
            let known = LETTER_MEDIA.iter().map(|medium| medium.name);
            unknown_format(asked, &known.chain([BY_CHANNEL]).collect::<Vec<_>>())
        })
    }

    /// A letter is no report, and has no csv and no json.
    fn of_output_format(name: &str) -> Result<&'static LetterMedium, Failure> {
        let mut media = LETTER_MEDIA.iter().copied();
        media.find(|medium| medium.name == name).ok_or_else(|| {
            let known: Vec<&str> = LETTER_MEDIA.iter().map(|it| it.name).collect();
            let failure = unknown_format(name, &known);
            failure.with_help(format!(
                "`tegoed letters -O {name}` lists the letters that are due"
            ))
        })
    }

    fn of_extension(extension: &OsStr) -> Result<&'static LetterMedium, Failure> {
        let mut media = LETTER_MEDIA.iter().copied();
        let found = media.find(|medium| extension == medium.extension);
        found.ok_or_else(|| {
            let known: Vec<&str> = LETTER_MEDIA.iter().map(|it| it.extension).collect();
            Failure::usage(format!(
                "expected a letter in a file that ends in {}, found `{}`",
                known.join(", "),
                extension.display()
            ))
            .with_help("`tegoed letters -o FILE.csv` lists the letters that are due")
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

fn no_media() -> Failure {
    Failure::internal("no forms of letters")
}

fn medium_of(channel: Channel) -> Option<&'static LetterMedium> {
    let name = match channel {
        Channel::Email => "eml",
        Channel::Post => "pdf",
        Channel::Phone | Channel::Visit | Channel::Chat => return None,
    };
    LETTER_MEDIA.iter().copied().find(|it| it.name == name)
}
