//! Letters as PDF, read by the programs most readers are made of: their words, their fonts, their pictures.

use super::code::decode_pgm;
use super::letters::{
    ARABIC, HOSTILE, eleven_invoice_letter, hostile_letter, reminder_letter, sample_payment,
};
use super::save_letter;
use std::process::Command;
use std::time::Instant;
use tegoed::document::letter::{Letter, LetterBlock};
use tegoed::language::LANGUAGES;
use tegoed::letter::facts::letter_kind::LetterKind;
use tegoed::letter::library::built_in::BUILT_IN_KINDS;
use tegoed::render::envelope_size::ENVELOPE_SIZES;
use tegoed::render::letter_pdf::PDF;
use tegoed::render::letter_pdf::envelope::write_envelope;
use tegoed::render::letter_pdf::fonts::TYPEFACES;
use tegoed::render::payment_code::payload;

fn write_pdf(letter: &Letter) -> Vec<u8> {
    (PDF.write)(letter, &[]).expect("a PDF")
}

/// What a program of poppler says about a letter; `None` where the machine has none and need not.
fn run_poppler(program: &str, name: &str, arguments: &[&str], letter: &Letter) -> Option<Vec<u8>> {
    run_poppler_on(program, name, arguments, &write_pdf(letter))
}

/// The same of a file that was written.
fn run_poppler_on(program: &str, name: &str, arguments: &[&str], bytes: &[u8]) -> Option<Vec<u8>> {
    let file = save_letter(&format!("{name}.pdf"), bytes);
    let mut command = Command::new(program);
    command.args(arguments).arg(file);
    if program == "pdftotext" {
        command.arg("-");
    }
    let Ok(output) = command.output() else {
        let required = std::env::var_os("TEGOED_REQUIRE_TOOLS").is_some();
        assert!(!required, "{program} is required and not installed");
        eprintln!("{program} is not installed: nothing is shown about {name}");
        return None;
    };
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success() && said.is_empty(),
        "{program} on {name}: {said}"
    );
    Some(output.stdout)
}

/// The words of a letter as they stand on its pages, a form feed behind each page.
fn pdf_text(name: &str, letter: &Letter) -> Option<String> {
    let said = run_poppler("pdftotext", name, &["-layout"], letter)?;
    Some(String::from_utf8(said).expect("UTF-8"))
}

#[test]
fn a_reminder_on_paper() {
    let Some(said) = pdf_text("reminder", &reminder_letter()) else {
        return;
    };
    assert_eq!(said.matches('\u{c}').count(), 1, "one page");
    insta::assert_snapshot!(said);
}

/// An empty box in place of a picture says nothing, and looks like a fault.
#[test]
fn pictures_that_no_font_holds_are_left_out() {
    let mut letter = reminder_letter();
    letter.salutation = String::from("Geachte 👩\u{200d}💻 mevrouw De Wit 😀,");
    letter.signature = vec![String::from("⏰ Anneke ❤️ de Linde")];
    let Some(said) = pdf_text("pictures", &letter) else {
        return;
    };
    let words = said.replace('\u{200d}', "");
    assert!(words.contains("Geachte mevrouw De Wit,"), "{words}");
    assert!(words.contains("Anneke de Linde"), "{words}");
}

#[test]
fn other_signs_that_no_font_holds_are_named() {
    let mut letter = reminder_letter();
    letter.subject = String::from("Factuur 〒 5");
    let refused = (PDF.write)(&letter, &[]).expect_err("no font has it");
    assert!(
        refused.starts_with("the built-in fonts have no sign for `〒`"),
        "{refused}"
    );
}

#[test]
fn eleven_invoices_take_two_pages_that_say_so() {
    let Some(said) = pdf_text("eleven", &eleven_invoice_letter()) else {
        return;
    };
    let pages: Vec<&str> = said.split_terminator('\u{c}').collect();
    assert_eq!(pages.len(), 2);
    assert!(pages[0].contains("pagina 1 van 2") && pages[1].contains("pagina 2 van 2"));
    assert_eq!(said.matches("geen antwoord").count(), 11);
    insta::assert_snapshot!(said);
}

#[test]
fn a_table_over_pages_has_its_headings_on_each_and_no_row_twice() {
    let mut letter = eleven_invoice_letter();
    let rows = 120;
    for part in &mut letter.body {
        if let LetterBlock::Table(table) = part {
            let row = table.rows[0].clone();
            table.rows = (0..rows).map(|_| row.clone()).collect();
            for (number, row) in table.rows.iter_mut().enumerate() {
                row[0] = format!("R-{number:03}");
            }
        }
    }
    let Some(said) = pdf_text("long", &letter) else {
        return;
    };
    let pages: Vec<&str> = said.split_terminator('\u{c}').collect();
    assert!(pages.len() >= 4, "{} pages", pages.len());
    for page in pages.iter().filter(|page| page.contains("R-")) {
        assert_eq!(page.matches("Vervallen op").count(), 1, "{page}");
    }
    for number in 0..rows {
        assert_eq!(
            said.matches(&format!("R-{number:03}")).count(),
            1,
            "row {number}"
        );
    }
}

#[test]
fn the_address_stands_in_the_window_and_nothing_else_does() {
    // The window of a DIN 680 envelope over the folded sheet: 20 to 110 mm from the left, 45 to 90 mm from the top.
    let dots = |millimetres: f64| (millimetres / 25.4 * 72.0).round().to_string();
    let window = [("-x", 20.0), ("-y", 45.0), ("-W", 90.0), ("-H", 45.0)];
    let window = window.map(|(name, place)| [name.to_owned(), dots(place)]);
    let mut arguments: Vec<&str> = window.iter().flatten().map(String::as_str).collect();
    arguments.extend(["-r", "72", "-layout"]);
    let Some(said) = run_poppler("pdftotext", "window", &arguments, &reminder_letter()) else {
        return;
    };
    let said = String::from_utf8(said).expect("UTF-8");
    let lines: Vec<&str> = said
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    assert_eq!(
        lines,
        [
            "Timmerwerken De Linde · Lindelaan 4 · 3571 AB Utrecht",
            "Bakkerij Jansen B.V.",
            "t.a.v. mevrouw De Wit",
            "Dorpsstraat 12",
            "1234 AB Amersfoort",
        ]
    );
}

#[test]
fn the_code_is_read_from_the_page_as_it_is_printed() {
    let arguments = ["-gray", "-r", "200", "-singlefile"];
    let Some(picture) = run_poppler("pdftoppm", "code", &arguments, &reminder_letter()) else {
        return;
    };
    assert_eq!(
        decode_pgm(&picture),
        payload(&sample_payment()).expect("a code")
    );
}

#[test]
fn every_font_is_inside_and_its_words_can_be_copied() {
    let Some(told) = run_poppler("pdffonts", "hostile-fonts", &[], &hostile_letter()) else {
        return;
    };
    let told = String::from_utf8(told).expect("UTF-8");
    let fonts: Vec<&str> = told.lines().skip(2).collect();
    for font in [
        "NotoSans-Regular",
        "NotoSans-Bold",
        "NotoSansHebrew",
        "NotoSansArabic",
    ] {
        assert!(
            fonts.iter().any(|line| line.contains(font)),
            "{font}\n{told}"
        );
    }
    for line in &fonts {
        // Embedded, a subset, with its characters.
        assert_eq!(line.matches(" yes").count(), 3, "{line}");
    }
}

#[test]
fn names_are_nothing_but_names() {
    let Some(said) = pdf_text("hostile-names", &hostile_letter()) else {
        return;
    };
    // The program marks where words turn; it writes the parts of a line in the order they are seen.
    let said: String = said
        .chars()
        .filter(|sign| !('\u{202a}'..='\u{202e}').contains(sign))
        .collect();
    let plain = said.split_whitespace().collect::<Vec<_>>().join(" ");
    for name in [
        HOSTILE,
        "Müller & Søn <b>",
        "Šťastný",
        "De Linde",
        "דוד כהן",
        "בע״מ",
        ARABIC,
    ] {
        assert!(plain.contains(name), "{name} in\n{plain}");
    }
    let letters = said.matches('x').count();
    assert!(letters >= 300, "the long name is whole: {letters}");
}

#[test]
fn the_same_letter_is_the_same_file_and_tells_no_clock() {
    let one = write_pdf(&eleven_invoice_letter());
    assert_eq!(one, write_pdf(&eleven_invoice_letter()));
    assert!(one.starts_with(b"%PDF-1."));
    let day = b"D:20260214";
    assert!(
        one.windows(day.len()).any(|window| window == day),
        "the day of the letter"
    );
}

#[test]
fn nothing_is_too_long_for_paper() {
    let mut letter = reminder_letter();
    letter.sender.name = "n".repeat(2000);
    letter.recipient = vec!["r ".repeat(4000)];
    letter.subject = "s ".repeat(4000);
    letter.signature = vec!["g ".repeat(9000)];
    letter.payment.as_mut().expect("a payment").labelled_lines =
        vec![("l".repeat(500), "v".repeat(9000))];
    let before = Instant::now();
    assert!(write_pdf(&letter).len() > 10_000);
    assert!(before.elapsed().as_secs() < 60);
}

/// The signs of amounts, and every sign of the wording.
#[test]
fn no_sign_of_a_letter_is_an_empty_box() {
    let texts = |kind: &&LetterKind| {
        let texts = LANGUAGES.iter();
        let name = kind.name;
        texts.filter_map(move |language| language.letter_template(name))
    };
    let wording: String = BUILT_IN_KINDS.iter().flat_map(texts).collect();
    let signs = "€\u{a0}1.234,56 \u{2212}0 ’“”–…•".chars();
    for sign in signs
        .chain(wording.chars())
        .filter(|sign| !sign.is_control())
    {
        for bold in [0, 1] {
            let face = &TYPEFACES[bold].face;
            assert!(face.glyph_index(sign).is_some(), "{sign:?}");
        }
    }
}

/// S0-14: the envelope says that an invoice is enclosed where one is, in every size, and stays above the strip of the post.
#[test]
fn an_envelope_says_that_the_invoice_is_enclosed() {
    for size in ENVELOPE_SIZES {
        let bytes = write_envelope(&reminder_letter(), *size).expect("an envelope");
        let name = format!("envelope-{}", size.name.replace('/', "-"));
        let Some(said) = run_poppler_on("pdftotext", &name, &["-layout"], &bytes) else {
            return;
        };
        let said = String::from_utf8(said).expect("UTF-8");
        assert_eq!(said.matches('\u{c}').count(), 1, "one page");
        for words in [
            "Factuur ingesloten",
            "Bakkerij Jansen B.V.",
            "1234 AB Amersfoort",
            "Timmerwerken De Linde",
        ] {
            let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(said.contains(words), "{}: {words}\n{said}", size.name);
        }
    }
    let mut plain = reminder_letter();
    plain.enclosures.clear();
    let [usual, ..] = ENVELOPE_SIZES else {
        panic!("a size")
    };
    let bytes = write_envelope(&plain, *usual).expect("an envelope");
    if let Some(said) = run_poppler_on("pdftotext", "envelope-plain", &[], &bytes) {
        assert!(!String::from_utf8_lossy(&said).contains("ingesloten"));
    }
    plain.recipient = vec!["Een regel".to_owned(); 16];
    let why = write_envelope(&plain, *usual).expect_err("too many lines");
    assert!(why.contains("16 lines"), "{why}");
}
