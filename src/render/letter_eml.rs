//! Letters as drafts of mail: what a mail program opens, shows as not sent yet, and sends when its owner says so.
//!
//! RFC 5322 (headers), RFC 2045 to 2047 and 2231 (words other than plain English, attachments). A field that holds a
//! line end is refused, not mended: what follows it would be read as a header of its own.

use super::letter_html;
use super::letter_medium::{Attachment, LetterMedium};
use super::letter_text;
use super::strip_controls::strip_controls;
use crate::document::letter::Letter;
use crate::value::mail_address::is_mail_address;
use chrono::{NaiveDate, NaiveTime};
use mail_builder::MessageBuilder;
use mail_builder::headers::address::Address;
use mail_builder::headers::content_type::ContentType;
use mail_builder::headers::date::Date;
use mail_builder::headers::message_id::MessageId;
use mail_builder::headers::raw::Raw;
use mail_builder::headers::text::Text;
use mail_builder::mime::MimePart;
use std::fmt::Write;

/// A draft that a mail program opens, as text and as a page, with the enclosures inside.
pub static EML: LetterMedium = LetterMedium {
    name: "eml",
    extension: "eml",
    is_read_as_text: false,
    embeds_enclosures: true,
    shows_payment_code: false,
    write,
    write_envelope: None,
};

fn write(letter: &Letter, attachments: &[Attachment]) -> Result<Vec<u8>, String> {
    let draft = MailDraft::new(letter, attachments)?;
    let mut out = Vec::new();
    draft.build_message().serialize(&mut out);
    Ok(out)
}

/// What goes into the mail, every field of its headers found fit.
struct MailDraft<'a> {
    letter: &'a Letter,
    from: (&'a str, &'a str),
    to: Vec<(&'a str, &'a str)>,
    text: String,
    html: String,
    attachments: &'a [Attachment],
    content_hash: String,
}

impl<'a> MailDraft<'a> {
    fn new(letter: &'a Letter, attachments: &'a [Attachment]) -> Result<Self, String> {
        let sender = letter.sender.mail.as_deref();
        let sender = sender.ok_or("the business has no e-mail address to send from")?;
        if letter.mail_to.is_empty() {
            return Err(
                "it goes by post, not by mail: `--format pdf` makes pages to print".to_owned(),
            );
        }
        for attachment in attachments {
            check_header("the name of an enclosure", &attachment.name)?;
        }
        let mut draft = Self {
            letter,
            from: (
                check_header("the name of the sender", &letter.sender.name)?,
                check_address("the sender", sender)?,
            ),
            to: recipients(letter)?,
            text: letter_text::text_for_mail(letter),
            html: letter_html::html_for_mail(letter),
            attachments,
            content_hash: String::new(),
        };
        check_header("the subject", &letter.subject)?;
        draft.content_hash = draft.compute_content_hash();
        Ok(draft)
    }

    /// A number of everything in the mail, so that the same letter is the same bytes, and another letter another mail.
    fn compute_content_hash(&self) -> String {
        let letter = self.letter;
        let date = letter.date.to_string();
        let heads = [date.as_str(), &letter.subject, self.from.0, self.from.1];
        let to = self.to.iter().flat_map(|(name, at)| [*name, *at]);
        let said = heads
            .into_iter()
            .chain(to)
            .chain([&*self.text, &*self.html]);
        let enclosed = self.attachments.iter();
        let enclosed = enclosed.flat_map(|it| [it.name.as_bytes(), &it.bytes]);
        let mut number = FNV_START;
        for part in said.map(str::as_bytes).chain(enclosed) {
            for byte in part.iter().chain(&[0]) {
                number = (number ^ u128::from(*byte)).wrapping_mul(FNV_PRIME);
            }
        }
        format!("{number:032x}")
    }

    fn build_message(&self) -> MessageBuilder<'_> {
        let (_, domain) = self.from.1.split_once('@').unwrap_or_default();
        let to: Vec<Address<'_>> = self.to.iter().map(|to| mail_address(*to)).collect();
        MessageBuilder::new()
            .header("X-Unsent", Raw::new("1"))
            .date(Date::new(noon_timestamp(self.letter.date)))
            .from(mail_address(self.from))
            .to(Address::new_list(to))
            .subject(Text::new(strip_controls(&self.letter.subject)))
            .message_id(MessageId::new(format!("{}@{domain}", self.content_hash)))
            .header("Content-Language", Raw::new(self.letter.language.tag))
            .body(self.build_body())
    }

    fn build_body(&self) -> MimePart<'_> {
        let said = vec![
            MimePart::new("text/plain", self.text.as_str()),
            MimePart::new("text/html", self.html.as_str()),
        ];
        let said = MimePart::new(self.multipart_type("multipart/alternative", "said"), said);
        if self.attachments.is_empty() {
            return said;
        }
        let enclosed = self.attachments.iter().map(|attachment| {
            MimePart::new(mime_type(&attachment.name), attachment.bytes.as_slice())
                .attachment(attachment.name.as_str())
        });
        let parts: Vec<MimePart<'_>> = [said].into_iter().chain(enclosed).collect();
        MimePart::new(self.multipart_type("multipart/mixed", "whole"), parts)
    }

    /// A mail of several parts, with a mark between them that no part can hold by accident.
    fn multipart_type(&self, kind: &'static str, name: &str) -> ContentType<'static> {
        let mut mark = String::new();
        // Writing to a string cannot fail. `=_` stands in no text that is encoded for mail.
        let _ = write!(mark, "=_{name}_{}", self.content_hash);
        ContentType::new(kind).attribute("boundary", mark)
    }
}

/// Where the hash FNV-1a of 128 bits begins, and what it multiplies by.
const FNV_START: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
const FNV_PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;

/// Noon of a day at Greenwich, in seconds since 1970: the same day nearly everywhere.
fn noon_timestamp(day: NaiveDate) -> i64 {
    let noon = NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default();
    day.and_time(noon).and_utc().timestamp()
}

/// Who it goes to; the name of the customer stands with the address where there is one.
fn recipients(letter: &Letter) -> Result<Vec<(&str, &str)>, String> {
    let name = match (letter.mail_to.as_slice(), letter.recipient.first()) {
        ([_], Some(name)) => check_header("the name of the recipient", name)?,
        _ => "",
    };
    let to = letter.mail_to.iter();
    to.map(|to| Ok((name, check_address("the recipient", to)?)))
        .collect()
}

fn mail_address<'a>((name, at): (&'a str, &'a str)) -> Address<'a> {
    let name = Some(name).filter(|name| !name.is_empty());
    Address::new_address(name.map(strip_controls), at)
}

/// Whether a mail program would read other words than are written: `=?utf-8?Q?…?=` (RFC 2047).
fn is_encoded_word(words: &str) -> bool {
    let start = words.split_once("=?");
    start.is_some_and(|(_, rest)| rest.contains("?="))
}

/// Words that fit in a header.
fn check_header<'a>(field: &str, words: &'a str) -> Result<&'a str, String> {
    let breaks = |sign: &char| sign.is_control() || matches!(sign, '\u{2028}' | '\u{2029}');
    if is_encoded_word(words) {
        return Err(format!(
            "{field} holds `=?` and `?=`, which a mail program reads as words in code: write it without them"
        ));
    }
    match words.chars().find(breaks) {
        Some(sign) => Err(format!(
            "{field} holds {}, which would begin another header of the mail",
            sign.escape_unicode()
        )),
        None => Ok(words),
    }
}

/// An address that every mail server takes.
fn check_address<'a>(whose: &str, at: &'a str) -> Result<&'a str, String> {
    if is_mail_address(at) {
        Ok(at)
    } else {
        Err(format!(
            "\"{}\", where {whose} gets mail, is no e-mail address",
            at.escape_debug()
        ))
    }
}

/// What kind of file it is, by its name.
fn mime_type(name: &str) -> &'static str {
    let (_, extension) = name.rsplit_once('.').unwrap_or_default();
    match extension.to_ascii_lowercase().as_str() {
        "pdf" => "application/pdf",
        "xml" => "application/xml",
        "zip" => "application/zip",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        _ => "application/octet-stream",
    }
}
