//! Letters as sheets of paper: how many there are, what stands on the last, what cannot be set or posted.

use super::shelf::{BUSINESS, drafts_despite_blockers, occasion_drafts};
use std::fs;
use std::process::Command;
use tegoed::document::letter::Letter;
use tegoed::letter::compose::LetterDraft;
use tegoed::render::letter_html::HTML;
use tegoed::render::letter_pdf::PDF;
use tegoed::render::letter_text::TEXT;

/// A customer with one invoice, reminded of step by step.
fn one_invoice_journal(kind: &str, language: &str, more: &str) -> String {
    format!(
        "{BUSINESS}  website: drukkerijvandam.example\n  policy: usual\n\npolicy usual\n  terms: 30 days\n\
         \x20 stage: courtesy 7 days before due via email\n\
         \x20 stage: reminder 3 days after due deadline 7 days via email\n\
         \x20 stage: demand 14 days after due gap 10 days deadline 7 days via email\n\
         \x20 stage: suspension 20 days after due gap 2 days deadline 7 days via email\n\
         \x20 stage: final 28 days after due gap 2 days deadline 14 days via post\n\
         \x20 stage: handover 45 days after due gap 14 days\n\
         \n\
         customer @zwaan\n  name: Zwaan Meubelen\n  attn: mevrouw S. Zwaan\n  address: Lange Nieuwstraat 214 bis\n\
         \x20 address: 3512 PN Utrecht\n  kind: {kind}\n  language: {language}\n  email: info@zwaan.example\n{more}\n\
         2026-01-02 agreed @zwaan\n\
         2026-01-05 invoice #2026-0117 @zwaan 1936.00 vat 21% due 2026-02-04 | Catalogus najaar, 2.500 exemplaren\n\
         \x20 order: PO-2025-4711\n"
    )
}

const REMINDED: &str = "2026-02-07 sent reminder #2026-0117 via email\n  deadline: 2026-02-14\n";
const DEMANDED: &str = "2026-02-19 sent demand #2026-0117 via email\n  deadline: 2026-02-26\n";
const CREDITED: &str =
    "2026-01-12 credit #C-9 @zwaan 150.00 vat 21% | Retour\n2026-02-10 payment #2026-0117 86.00\n";
const SUSPENDED: &str = "2026-02-28 sent suspension #2026-0117 via email\n  deadline: 2026-03-07\n";

/// The words of each sheet; `None` where the machine cannot read them and need not.
fn sheets(letter: &Letter) -> Option<Vec<String>> {
    let bytes = (PDF.write)(letter, &[]).expect("a PDF");
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder");
    let path = folder.path().join("letter.pdf");
    fs::write(&path, bytes).expect("a file");
    let Ok(output) = Command::new("pdftotext")
        .arg("-layout")
        .arg(&path)
        .arg("-")
        .output()
    else {
        let required = std::env::var_os("TEGOED_REQUIRE_TOOLS").is_some();
        assert!(!required, "pdftotext is required and not installed");
        return None;
    };
    let said = String::from_utf8(output.stdout).expect("UTF-8");
    Some(said.split_terminator('\u{c}').map(str::to_owned).collect())
}

fn only_letter(drafts: &[LetterDraft]) -> &Letter {
    assert_eq!(drafts.len(), 1);
    drafts[0].letter.as_ref().expect("a letter")
}

#[test]
fn a_letter_about_one_invoice_is_one_sheet() {
    let steps: [(&str, &[&str]); 6] = [
        ("2026-01-30", &[]),
        ("2026-02-07", &[]),
        ("2026-02-19", &[REMINDED]),
        ("2026-02-28", &[REMINDED, DEMANDED]),
        ("2026-03-12", &[REMINDED, DEMANDED, SUSPENDED]),
        ("2026-03-12", &[REMINDED, DEMANDED, SUSPENDED, CREDITED]),
    ];
    for (day, before) in steps {
        for kind in ["business", "consumer"] {
            for language in ["nl", "en"] {
                let text = one_invoice_journal(kind, language, "") + &before.concat();
                let drafts = drafts_despite_blockers(&text, day);
                let Some(sheets) = sheets(only_letter(&drafts)) else {
                    return;
                };
                let last = sheets.last().expect("a sheet");
                assert!(last.contains("NL91 ABNA 0417 1643 00"), "{day}: {last}");
                assert_eq!(sheets.len(), 1, "{day} {kind} {language}: {sheets:?}");
            }
        }
    }
}

#[test]
fn so_is_a_letter_beside_the_steps() {
    let text = one_invoice_journal("business", "nl", "")
        + "2026-02-10 plan #2026-0117\n  due: 968.00 on 2026-02-20\n  due: 968.00 on 2026-03-20\n";
    let promised = one_invoice_journal("business", "en", "")
        + "2026-02-10 promise #2026-0117 1936.00 by 2026-02-20\n";
    for (text, day, name) in [
        (&text, "2026-02-24", "instalment-missed"),
        (&promised, "2026-02-11", "promise"),
        (&promised, "2026-02-24", "promise-broken"),
        (&promised, "2026-02-11", "statement"),
    ] {
        let Ok(drafts) = occasion_drafts(text, day, name, "zwaan") else {
            panic!("no {name}");
        };
        let Some(sheets) = sheets(only_letter(&drafts)) else {
            return;
        };
        assert_eq!(sheets.len(), 1, "{name}: {sheets:?}");
    }
}

#[test]
fn a_second_sheet_holds_how_to_pay_or_words_and_never_a_name_alone() {
    for count in (2..40).step_by(3) {
        let mut text = one_invoice_journal("business", "nl", "");
        for number in 2..=count {
            text += &format!(
                "2026-01-05 invoice #2026-1{number:03} @zwaan {number}.50 vat 21% due 2026-02-04 | Deel {number}\n"
            );
        }
        for (name, mark) in [("", "IBAN"), ("statement", "Zwaan Meubelen")] {
            let drafts = if name.is_empty() {
                drafts_despite_blockers(&text, "2026-02-07")
            } else {
                occasion_drafts(&text, "2026-02-07", name, "zwaan").expect("a statement")
            };
            let letter = only_letter(&drafts);
            let Some(sheets) = sheets(letter) else {
                return;
            };
            let last = sheets.last().expect("a sheet");
            let words = last.split_whitespace().count();
            assert!(words > 25, "{count} {name}: {last}");
            assert!(
                last.contains("Met vriendelijke groet") && last.contains("Drukkerij Van Dam"),
                "{last}"
            );
            if letter.payment.is_some() {
                assert!(last.contains("IBAN"), "{count} {name} {mark}: {last}");
            }
        }
    }
}

/// How months begin, in Dutch and in English.
const MONTHS: [&str; 15] = [
    "jan", "feb", "maart", "mar", "apr", "mei", "may", "jun", "jul", "aug", "sep", "okt", "oct",
    "nov", "dec",
];

#[test]
fn no_number_date_or_reference_is_broken() {
    for before in [
        &[][..],
        &[REMINDED],
        &[REMINDED, DEMANDED],
        &[REMINDED, DEMANDED, SUSPENDED],
    ] {
        let day = ["2026-02-07", "2026-02-19", "2026-02-28", "2026-03-12"][before.len()];
        for language in ["nl", "en"] {
            let text = one_invoice_journal("business", language, "") + &before.concat();
            let drafts = drafts_despite_blockers(&text, day);
            let letter = only_letter(&drafts);
            let plain = (TEXT.write)(letter, &[]).expect("text");
            let mut pages = sheets(letter).unwrap_or_default();
            pages.push(String::from_utf8(plain).expect("UTF-8"));
            for line in pages.iter().flat_map(|page| page.lines()).map(str::trim) {
                let words: Vec<&str> = line.split_whitespace().collect();
                let ends_in_month = matches!(words.as_slice(), [.., day, month]
                    if day.parse::<u8>().is_ok() && MONTHS.iter().any(|known| month.to_lowercase().starts_with(known))
                    && words.len() > 6);
                assert!(!ends_in_month && !line.ends_with('€'), "{line}");
            }
        }
    }
}

#[test]
fn an_address_abroad_names_the_country_and_numbers_are_dialled_from_there() {
    for (country, language, line, home) in [
        ("FR", "en", "FRANCE", "NETHERLANDS"),
        ("FR", "nl", "FRANKRIJK", "NEDERLAND"),
        ("be", "nl", "BELGIË", "NEDERLAND"),
        ("UK", "en", "UNITED KINGDOM", "NETHERLANDS"),
    ] {
        let text = one_invoice_journal("business", language, &format!("  country: {country}\n"));
        let drafts = drafts_despite_blockers(&text, "2026-02-07");
        let letter = only_letter(&drafts);
        assert_eq!(letter.recipient.last().map(String::as_str), Some(line));
        assert_eq!(letter.sender.address.last().map(String::as_str), Some(home));
        assert!(
            letter.dateline.starts_with("Haarlem, "),
            "{}",
            letter.dateline
        );
        for medium in [&TEXT, &HTML] {
            let said = (medium.write)(letter, &[]).expect("a letter");
            let said = String::from_utf8(said).expect("UTF-8");
            assert!(
                said.contains(line) && said.contains("+31 23 555 07 70"),
                "{said}"
            );
            assert!(
                !said.contains("op 023") && !said.contains(" on 023"),
                "{said}"
            );
        }
    }
    // Who names the country in the address has it once; at home it is not named.
    let named = one_invoice_journal("business", "en", "  address: France\n  country: FR\n");
    let drafts = drafts_despite_blockers(&named, "2026-02-07");
    let lines = &only_letter(&drafts).recipient;
    assert_eq!(lines.last().map(String::as_str), Some("France"));
    let home = one_invoice_journal("business", "nl", "  country: NL\n");
    let drafts = drafts_despite_blockers(&home, "2026-02-07");
    let letter = only_letter(&drafts);
    assert_eq!(
        letter.recipient.last().map(String::as_str),
        Some("3512 PN Utrecht")
    );
    assert!(
        letter
            .sender
            .particulars
            .iter()
            .any(|(_, value)| value == "023 555 07 70")
    );
}

#[test]
fn what_the_fonts_lack_is_told_and_not_set() {
    for (words, sign) in [("山田工業", "山"), ("บริษัท", "บ"), ("हिन्दी", "ह")]
    {
        for place in ["name: Zwaan Meubelen", "address: Lange Nieuwstraat 214 bis"] {
            let (key, _) = place.split_once(' ').expect("a key");
            let text =
                one_invoice_journal("business", "nl", "").replace(place, &format!("{key} {words}"));
            let drafts = drafts_despite_blockers(&text, "2026-02-07");
            let letter = only_letter(&drafts);
            let why = (PDF.write)(letter, &[]).expect_err("no letter");
            assert!(
                why.contains(&format!("`{sign}`")) && why.contains(words),
                "{why}"
            );
            let page =
                String::from_utf8((HTML.write)(letter, &[]).expect("a page")).expect("UTF-8");
            assert!(page.contains(words));
        }
    }
    let text = one_invoice_journal("business", "nl", "")
        .replace("Zwaan Meubelen", "Żółć Ľupták Ελλάς Ђорђе דוד محمد");
    let drafts = drafts_despite_blockers(&text, "2026-02-07");
    assert!((PDF.write)(only_letter(&drafts), &[]).is_ok());
}

#[test]
fn a_long_address_stays_in_the_window_or_is_refused() {
    for more in 0..8 {
        let lines: String = (0..more)
            .map(|number| format!("  address: Gebouw {number}\n"))
            .collect();
        let text = one_invoice_journal("business", "nl", &lines);
        let drafts = drafts_despite_blockers(&text, "2026-02-07");
        let letter = only_letter(&drafts);
        for medium in [&PDF, &HTML] {
            let written = (medium.write)(letter, &[]);
            // The name, for whose attention, two lines of the address, and these.
            let fits = 4 + more <= 7;
            assert_eq!(written.is_ok(), fits, "{more}");
            if let Err(why) = written {
                assert!(why.contains(&format!("takes {} lines", 4 + more)), "{why}");
            }
        }
        assert!((TEXT.write)(letter, &[]).is_ok());
    }
}
