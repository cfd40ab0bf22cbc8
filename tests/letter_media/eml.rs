//! Drafts of mail, opened by a parser of another maker.

use super::letters::{
    ARABIC, HEBREW, HOSTILE, eleven_invoice_letter, hostile_letter, owned_words, reminder_letter,
};
use super::save_letter;
use mailparse::{DispositionType, MailHeader, MailHeaderMap, ParsedMail, parse_mail};
use proptest::prelude::{ProptestConfig, any, prop_assert_eq, proptest};
use tegoed::document::letter::Letter;
use tegoed::render::letter_eml::EML;
use tegoed::render::letter_medium::Attachment;

/// Every header of a draft, in its order.
const HEADERS: [&str; 9] = [
    "X-Unsent",
    "Date",
    "From",
    "To",
    "Subject",
    "Message-ID",
    "Content-Language",
    "MIME-Version",
    "Content-Type",
];

fn write_draft(letter: &Letter, attachments: &[Attachment]) -> Vec<u8> {
    (EML.write)(letter, attachments).expect("a draft")
}

fn draft_refusal(letter: &Letter) -> String {
    (EML.write)(letter, &[]).expect_err("no draft")
}

fn invoice_attachment(name: &str) -> Attachment {
    Attachment {
        name: name.to_owned(),
        bytes: b"%PDF-1.7\n\xff\x00\r\n.\r\n--=_whole\n".to_vec(),
    }
}

fn header_names(mail: &ParsedMail<'_>) -> Vec<String> {
    mail.headers.iter().map(MailHeader::get_key).collect()
}

fn header_value(mail: &ParsedMail<'_>, name: &str) -> String {
    mail.headers.get_first_value(name).expect("a header")
}

#[test]
fn a_reminder_as_a_draft() {
    let bytes = write_draft(&reminder_letter(), &[invoice_attachment("2026-0042.pdf")]);
    save_letter("reminder.eml", &bytes);
    let text = String::from_utf8(bytes)
        .expect("ASCII")
        .replace("\r\n", "\n");
    // The page is held by a snapshot of its own.
    let (before, page) = text.split_once("Content-Type: text/html").expect("a page");
    let (_, behind) = page.split_once("--=_said").expect("its end");
    insta::assert_snapshot!(format!("{before}…\n--=_said{behind}"));
}

#[test]
fn a_parser_finds_every_header_once_and_the_words_as_they_were() {
    let mut letter = reminder_letter();
    letter.recipient[0] = "Café \"Zoë\" & Zn., <B.V.>".to_owned();
    letter.subject = format!("Factuur 2026-0042 — € 1.210,00 🧾 {HEBREW}");
    let bytes = write_draft(&letter, &[]);
    let mail = parse_mail(&bytes).expect("a mail");
    assert_eq!(header_names(&mail), HEADERS);
    assert_eq!(header_value(&mail, "Subject"), letter.subject);
    let to = mailparse::addrparse_header(mail.headers.get_first_header("To").expect("To"));
    let to = to.expect("addresses").extract_single_info().expect("one");
    assert_eq!(
        to.display_name.as_deref(),
        Some(letter.recipient[0].as_str())
    );
    assert_eq!(to.addr, "administratie@jansen.example");
    assert_eq!(
        header_value(&mail, "From"),
        "\"Timmerwerken De Linde\" <administratie@delinde.example>"
    );
    assert_eq!(header_value(&mail, "X-Unsent"), "1");
    assert_eq!(
        header_value(&mail, "Date"),
        "Sat, 14 Feb 2026 12:00:00 +0000"
    );
}

#[test]
fn it_is_said_as_text_and_as_a_page_and_the_enclosures_are_whole() {
    let enclosed = [
        invoice_attachment("Factuur 2026-0042.pdf"),
        invoice_attachment("été & <zoé>.xml"),
    ];
    let bytes = write_draft(&reminder_letter(), &enclosed);
    let mail = parse_mail(&bytes).expect("a mail");
    assert_eq!(mail.ctype.mimetype, "multipart/mixed");
    let [said, first, second] = mail.subparts.as_slice() else {
        panic!("three parts, found {}", mail.subparts.len());
    };
    let kinds: Vec<&str> = said
        .subparts
        .iter()
        .map(|part| part.ctype.mimetype.as_str())
        .collect();
    assert_eq!(kinds, ["text/plain", "text/html"]);
    let text = said.subparts[0].get_body().expect("text");
    for words in [
        "Geachte mevrouw De Wit,",
        "€ 1.210,00",
        "NL91 ABNA 0417 1643 00",
        "Anneke van der Linde",
    ] {
        assert!(text.contains(words), "{words} in\n{text}");
    }
    let page = said.subparts[1].get_body().expect("a page");
    assert!(page.contains("NL91 ABNA 0417 1643 00") && page.contains("</html>"));
    for (part, attachment) in [first, second].into_iter().zip(&enclosed) {
        let told = part.get_content_disposition();
        assert_eq!(told.disposition, DispositionType::Attachment);
        assert_eq!(told.params.get("filename"), Some(&attachment.name));
        assert_eq!(part.get_body_raw().expect("bytes"), attachment.bytes);
    }
    assert_eq!(
        (
            first.ctype.mimetype.as_str(),
            second.ctype.mimetype.as_str()
        ),
        ("application/pdf", "application/xml")
    );
}

#[test]
fn the_same_letter_is_the_same_draft_and_another_is_another() {
    let one = write_draft(&reminder_letter(), &[invoice_attachment("a.pdf")]);
    assert_eq!(
        one,
        write_draft(&reminder_letter(), &[invoice_attachment("a.pdf")])
    );
    let id = |bytes: &[u8]| header_value(&parse_mail(bytes).expect("a mail"), "Message-ID");
    let other = write_draft(&reminder_letter(), &[invoice_attachment("b.pdf")]);
    assert_ne!(id(&one), id(&other));
    assert_ne!(
        id(&one),
        id(&write_draft(
            &eleven_invoice_letter(),
            &[invoice_attachment("a.pdf")]
        ))
    );
    assert!(id(&one).ends_with("@delinde.example>"));
}

#[test]
fn a_line_end_in_a_name_is_refused_and_begins_no_header() {
    for end in ["\n", "\r\n", "\r", "\0", "\u{85}", "\u{2028}"] {
        let forged = format!("Jansen{end}Bcc: all@x.example");
        let mut letter = reminder_letter();
        letter.recipient[0].clone_from(&forged);
        assert!(
            draft_refusal(&letter).starts_with("the name of the recipient holds \\u{"),
            "{end:?}"
        );
        let mut letter = reminder_letter();
        letter.sender.name.clone_from(&forged);
        assert!(
            draft_refusal(&letter).starts_with("the name of the sender holds \\u{"),
            "{end:?}"
        );
        let mut letter = reminder_letter();
        letter.subject.clone_from(&forged);
        assert!(
            draft_refusal(&letter).starts_with("the subject holds \\u{"),
            "{end:?}"
        );
        let refused = (EML.write)(&reminder_letter(), &[invoice_attachment(&forged)]);
        assert!(refused.is_err_and(|why| why.starts_with("the name of an enclosure holds")));
    }
}

#[test]
fn a_draft_without_a_true_address_is_refused() {
    let mut letter = reminder_letter();
    for wrong in [
        "",
        "jansen",
        "@x.example",
        "a@",
        "a@b@c.example",
        "a b@c.example",
        "Jan <a@b.example>",
        "a@b.example,c@d.example",
        "a@b.example\nBcc: x@y.example",
        "jan@müller.example",
    ] {
        letter.mail_to = owned_words(&[wrong]);
        assert!(
            draft_refusal(&letter).ends_with("is no e-mail address"),
            "{wrong}"
        );
    }
    letter.mail_to.clear();
    assert_eq!(
        draft_refusal(&letter),
        "it goes by post, not by mail: `--format pdf` makes pages to print"
    );
    letter = reminder_letter();
    letter.sender.mail = None;
    assert_eq!(
        draft_refusal(&letter),
        "the business has no e-mail address to send from"
    );
}

#[test]
fn several_addresses_and_long_names_keep_every_line_short() {
    let mut letter = hostile_letter();
    letter.recipient[0] = format!("{} {ARABIC} {}", "é".repeat(150), "x".repeat(150));
    letter.subject = format!(
        "{HOSTILE} {} 👩\u{200d}💻 {}",
        "ü ".repeat(100),
        "y".repeat(300)
    );
    let bytes = write_draft(
        &letter,
        &[invoice_attachment(&format!("{}.pdf", "ø".repeat(120)))],
    );
    let text = std::str::from_utf8(&bytes).expect("ASCII");
    assert!(text.is_ascii());
    // RFC 5322, 2.1.1: must not be longer than 998, should not be longer than 78.
    let longest = text.split("\r\n").map(str::len).max();
    assert!(longest <= Some(78), "{longest:?}");
    assert!(
        !text.replace("\r\n", "").contains(['\r', '\n']),
        "every line ends as mail asks"
    );
    let mail = parse_mail(&bytes).expect("a mail");
    assert_eq!(header_names(&mail), HEADERS);
    assert_eq!(header_value(&mail, "Subject"), letter.subject);
    letter.mail_to = owned_words(&["a@x.example", "b@x.example"]);
    let bytes = write_draft(&letter, &[]);
    assert_eq!(
        header_value(&parse_mail(&bytes).expect("a mail"), "To"),
        "<a@x.example>, <b@x.example>"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn whatever_the_names_there_are_no_more_headers(name in any::<String>(), subject in any::<String>(), file in any::<String>()) {
        let mut letter = reminder_letter();
        letter.recipient[0] = name;
        letter.subject = subject;
        if let Ok(bytes) = (EML.write)(&letter, &[invoice_attachment(&file)]) {
            let mail = parse_mail(&bytes).expect("a mail");
            prop_assert_eq!(header_names(&mail), HEADERS);
            prop_assert_eq!(mail.subparts.len(), 2);
        }
    }
}
