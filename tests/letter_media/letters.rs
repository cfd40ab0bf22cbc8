//! Letters to write in every medium, made by hand.

use chrono::NaiveDate;
use tegoed::document::letter::{
    Enclosure, Letter, LetterBlock, LetterTable, PaymentInstructions, Sender,
};
use tegoed::language::nl::DUTCH;
use tegoed::value::currency::Currency;
use tegoed::value::money::{Minor, Money};

/// Right to left, with a number inside that runs from left to right.
pub const HEBREW: &str = "דוד כהן 12 בע״מ";
/// Letters that join, from right to left.
pub const ARABIC: &str = "محمد العلي";
/// What no medium may take for its own: markup, quotes, a template, a field of a spreadsheet.
pub const HOSTILE: &str = "<script>alert(1)</script> & \"Zn.\" 'B.V.' {{ 7*7 }} #set text(red)";

pub fn owned_words(words: &[&str]) -> Vec<String> {
    words.iter().map(|line| (*line).to_owned()).collect()
}

pub fn owned_pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    let owned = |(label, value): &(&str, &str)| ((*label).to_owned(), (*value).to_owned());
    pairs.iter().map(owned).collect()
}

pub fn euros(cents: i128) -> Money {
    Money::new(Minor(cents), Currency::EUR)
}

/// A transfer of € 1,210.00 for one invoice.
pub fn sample_payment() -> PaymentInstructions {
    PaymentInstructions {
        amount: euros(121_000),
        iban: "NL91ABNA0417164300".to_owned(),
        bic: None,
        name: "Timmerwerken De Linde".to_owned(),
        reference: "factuur 2026-0042".to_owned(),
        deadline: NaiveDate::from_ymd_opt(2026, 2, 28),
        labelled_lines: owned_pairs(&[
            ("Te betalen", "€ 1.210,00"),
            ("Rekening", "NL91 ABNA 0417 1643 00"),
            ("Ten name van", "Timmerwerken De Linde"),
            ("Onder vermelding van", "factuur 2026-0042"),
            ("Uiterlijk op", "28 februari 2026"),
        ]),
    }
}

fn sample_sender() -> Sender {
    Sender {
        name: "Timmerwerken De Linde".to_owned(),
        address: owned_words(&["Lindelaan 4", "3571 AB Utrecht"]),
        particulars: owned_pairs(&[
            ("Telefoon", "030 123 45 67"),
            ("E-mail", "administratie@delinde.example"),
            ("KvK", "12345678"),
            ("Btw", "NL001234567B01"),
        ]),
        mail: Some("administratie@delinde.example".to_owned()),
    }
}

/// A reminder of one invoice, as a Dutch owner would send it.
pub fn reminder_letter() -> Letter {
    Letter {
        language: &DUTCH,
        sender: sample_sender(),
        recipient: owned_words(&[
            "Bakkerij Jansen B.V.",
            "t.a.v. mevrouw De Wit",
            "Dorpsstraat 12",
            "1234 AB  Amersfoort",
        ]),
        mail_to: owned_words(&["administratie@jansen.example"]),
        date: NaiveDate::from_ymd_opt(2026, 2, 14).expect("a day"),
        dateline: "Utrecht, 14 februari 2026".to_owned(),
        references: owned_pairs(&[
            ("Ons kenmerk", "jansen/herinnering-1"),
            ("Uw kenmerk", "order 4711"),
        ]),
        subject: "Herinnering: factuur 2026-0042 van € 1.210,00 staat nog open".to_owned(),
        salutation: "Geachte mevrouw De Wit,".to_owned(),
        body: vec![
            LetterBlock::Paragraph(
                "Onze factuur 2026-0042 van 15 december 2025 is op 14 januari 2026 vervallen. In onze \
                 administratie staat hij nog open. Misschien is hij u ontgaan; daarom sturen wij u deze herinnering."
                    .to_owned(),
            ),
            LetterBlock::Table(invoice_table(&["2026-0042"])),
            LetterBlock::Paragraph(
                "Wilt u het bedrag uiterlijk op 28 februari 2026 overmaken? Klopt er iets niet, bel ons dan gerust: \
                 030 123 45 67."
                    .to_owned(),
            ),
        ],
        closing: "Met vriendelijke groet,".to_owned(),
        signature: owned_words(&["Anneke van der Linde", "Timmerwerken De Linde"]),
        payment: Some(sample_payment()),
        enclosures: vec![Enclosure {
            name: "Factuur 2026-0042".to_owned(),
            path: "facturen/2026-0042.pdf".to_owned(),
            is_invoice: true,
        }],
        footer: owned_words(&["Betalingen tot en met 13 februari 2026 zijn verwerkt."]),
    }
}

fn invoice_table(numbers: &[&str]) -> LetterTable {
    let row = |number: &&str| {
        owned_words(&[
            number,
            "15 december 2025",
            "14 januari 2026",
            "31",
            "€ 1.210,00",
        ])
    };
    LetterTable {
        headings: owned_words(&["Factuur", "Datum", "Vervallen op", "Dagen te laat", "Open"]),
        right_aligned: vec![false, false, false, true, true],
        rows: numbers.iter().map(row).collect(),
        total: match numbers {
            [_] => Vec::new(),
            _ => owned_words(&["Totaal", "", "", "", "€ 13.310,00"]),
        },
    }
}

/// Eleven invoices, each with what was tried: more than a page holds.
pub fn eleven_invoice_letter() -> Letter {
    let numbers: Vec<String> = (42..53).map(|number| format!("2026-00{number}")).collect();
    let numbers: Vec<&str> = numbers.iter().map(String::as_str).collect();
    let mut letter = reminder_letter();
    letter.subject = String::from("Aanmaning: elf facturen, samen € 13.310,00");
    letter.body.truncate(1);
    letter
        .body
        .push(LetterBlock::Table(invoice_table(&numbers)));
    letter
        .body
        .push(LetterBlock::Heading("Wat er aan voorafging".to_owned()));
    let tried = |number: &&str| {
        format!("Factuur {number}: herinnering per e-mail op 28 januari 2026, geen antwoord")
    };
    letter
        .body
        .push(LetterBlock::Points(numbers.iter().map(tried).collect()));
    letter.body.push(LetterBlock::Facts(owned_pairs(&[
        ("Hoofdsom", "€ 13.310,00"),
        ("Rente", "€ 112,07"),
    ])));
    if let Some(payment) = &mut letter.payment {
        payment.amount = euros(1_331_000);
        payment.labelled_lines[0].1 = String::from("€ 13.310,00");
    }
    letter
}

/// Names in every field that a careless medium would trip over.
pub fn hostile_letter() -> Letter {
    let mut letter = reminder_letter();
    letter.sender.name = String::from("Müller & Søn <b>");
    letter.recipient = owned_words(&[
        HOSTILE,
        HEBREW,
        ARABIC,
        "Zoë 👩\u{200d}💻 Šťastný",
        "De \u{202e}Linde\u{7}",
    ]);
    letter.recipient.push("x".repeat(300));
    letter.references = owned_pairs(&[("A & B", HOSTILE)]);
    letter.subject = format!("Factuur {HOSTILE}");
    letter.salutation = format!("Geachte {HEBREW},");
    letter.body = vec![
        LetterBlock::Paragraph(HOSTILE.to_owned()),
        LetterBlock::Points(owned_words(&[HOSTILE, ARABIC])),
        LetterBlock::Heading(HOSTILE.to_owned()),
        LetterBlock::Facts(owned_pairs(&[(HOSTILE, HEBREW)])),
        LetterBlock::Table(LetterTable {
            headings: owned_words(&[HOSTILE, "Open"]),
            right_aligned: vec![false, true],
            rows: vec![owned_words(&[ARABIC, "€ 1,00"])],
            total: owned_words(&[HEBREW, "€ 1,00"]),
        }),
    ];
    letter.signature = owned_words(&[HOSTILE, "Anneke\r\nBcc: all@x.example"]);
    letter.enclosures[0].name = String::from(HOSTILE);
    letter.footer = owned_words(&[HOSTILE]);
    if let Some(payment) = &mut letter.payment {
        payment.labelled_lines = owned_pairs(&[(HOSTILE, HOSTILE)]);
    }
    letter
}
