//! Letters as web pages.

use super::letters::{ARABIC, HEBREW, eleven_invoice_letter, hostile_letter, reminder_letter};
use super::save_letter;
use tegoed::document::letter::Letter;
use tegoed::render::letter_html::{HTML, html_for_mail};

fn html_page(letter: &Letter) -> String {
    let out = (HTML.write)(letter, &[]).expect("a page carries everything");
    String::from_utf8(out).expect("UTF-8")
}

/// The page without its style, and the square without its dots: what a reader reads.
fn without_style(page: &str) -> String {
    let (before, rest) = page.split_once("<style>\n").expect("a style");
    let (_, behind) = rest.split_once("</style>\n").expect("its end");
    let mut shown = format!("{before}{behind}");
    if let Some((before, rest)) = shown.clone().split_once("<svg ") {
        let (_, behind) = rest.split_once("</svg>").expect("its end");
        shown = format!("{before}<svg>…</svg>{behind}");
    }
    shown
}

#[test]
fn a_reminder_as_a_page() {
    insta::assert_snapshot!(without_style(&html_page(&reminder_letter())));
}

#[test]
fn names_that_are_markup_as_a_page() {
    insta::assert_snapshot!(without_style(&html_page(&hostile_letter())));
}

#[test]
fn a_reminder_inside_a_mail() {
    insta::assert_snapshot!(without_style(&html_for_mail(&reminder_letter())));
}

#[test]
fn the_same_letter_is_the_same_page() {
    assert_eq!(
        html_page(&eleven_invoice_letter()),
        html_page(&eleven_invoice_letter())
    );
}

#[test]
fn a_page_needs_nothing_else() {
    for (name, letter) in [
        ("reminder", reminder_letter()),
        ("eleven", eleven_invoice_letter()),
        ("hostile", hostile_letter()),
    ] {
        save_letter(&format!("{name}.html"), html_page(&letter).as_bytes());
        for page in [html_page(&letter), html_for_mail(&letter)] {
            for outside in [
                "<script", "<link", "<img", "<iframe", "src=", "href=", "url(", "@import", "http:",
                "https:",
            ] {
                assert!(!page.contains(outside), "{outside}");
            }
            assert!(page.contains("<html lang=\"nl\">"));
            assert!(page.contains("default-src &#39;none&#39;"));
        }
    }
}

#[test]
fn a_page_prints_on_a4_with_headings_on_every_sheet() {
    let page = html_page(&eleven_invoice_letter());
    assert!(page.contains("@page { size: A4;"));
    assert!(page.contains("thead { display: table-header-group; }"));
    assert_eq!(
        page.matches("<td class=\"right\"><bdi>€ 1.210,00</bdi></td></tr>")
            .count(),
        11
    );
}

#[test]
fn names_from_right_to_left_turn_nothing_around_them() {
    let page = html_page(&hostile_letter());
    for name in [HEBREW, ARABIC] {
        assert!(page.contains(&format!("<bdi>{name}</bdi>")), "{name}");
    }
    assert!(
        page.contains("<bdi>De Linde</bdi>"),
        "the override and the bell are gone"
    );
    let steers =
        |sign: char| matches!(sign, '\u{202a}'..='\u{202e}') || (sign.is_control() && sign != '\n');
    assert!(!page.contains(steers));
}

#[test]
fn a_payment_without_a_code_is_still_printed() {
    let mut letter = reminder_letter();
    letter.payment.as_mut().expect("a payment").amount.currency =
        tegoed::value::currency::Currency::from_code("USD").expect("a currency");
    let page = html_page(&letter);
    assert!(!page.contains("<svg") && page.contains("NL91 ABNA 0417 1643 00"));
}
