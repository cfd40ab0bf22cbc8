//! S1-18: an appointment is planned, then held or missed.

use super::small_firm::{assert_says, assert_says_not, journal, page, told};

const PLANNED: &str = "2026-01-12 invoice #1 @b 100.00\n2026-01-30 visit #1 | Afspraak op kantoor\n  follow-up: 2026-02-10\n";

#[test]
fn one_that_was_missed_is_made_again_and_not_asked_about() {
    for outcome in ["missed", "afgezegd"] {
        let text = journal(&format!(
            "{PLANNED}2026-02-10 visit #1 | Was er niet\n  outcome: {outcome}\n"
        ));
        let next = page(&text, "2026-02-11", "next", None, "nl");
        assert_says(
            &next,
            &[
                "de afspraak voor 2026-02-10 ging niet door",
                "maak een nieuwe",
            ],
        );
        assert_says_not(&next, &["schrijf op of die doorging"]);
        let finding = told(&text, "2026-02-11", "C002");
        assert_says(
            &finding,
            &[
                "found one on 2026-02-10 that did not take place",
                "make a new appointment",
            ],
        );
        assert_says_not(&finding, &["found none"]);
        let again = text.replace(
            &format!("outcome: {outcome}\n"),
            &format!("outcome: {outcome}\n  follow-up: 2026-02-20\n"),
        );
        assert_eq!(told(&again, "2026-02-11", "C002"), "");
    }
    let unsaid = page(&journal(PLANNED), "2026-02-11", "next", None, "nl");
    assert_says(&unsaid, &["schrijf op of die doorging"]);
    assert_says(
        &told(&journal(PLANNED), "2026-02-11", "C002"),
        &["found none"],
    );
}

#[test]
fn what_became_of_it_is_told_in_the_language_of_the_page() {
    let of = |outcome: &str, tag: &str| {
        let text = journal(&format!(
            "{PLANNED}2026-02-10 visit #1\n  outcome: {outcome}\n"
        ));
        page(&text, "2026-02-11", "show", Some("1"), tag)
    };
    assert_says(&of("held", "nl"), &["doorgegaan"]);
    assert_says_not(&of("held", "nl"), &["held"]);
    assert_says(&of("cancelled", "nl"), &["afgezegd"]);
    assert_says(&of("missed", "nl"), &["niemand bereikt"]);
    assert_says(&of("verzet", "en"), &["moved"]);
    assert_says(&of("offer-made", "nl"), &["offer-made"]);
}

#[test]
fn one_that_is_dated_on_its_own_day_is_told_how_it_is_written() {
    let ahead = |entry: &str| journal(&format!("2026-01-12 invoice #1 @b 100.00\n{entry}"));
    let visit = ahead("2026-02-10 visit #1 | Afspraak op kantoor, tien uur\n");
    assert_says(
        &told(&visit, "2026-02-01", "D003"),
        &["`outcome: planned`", "`follow-up: 2026-02-10`"],
    );
    let payment = ahead("2026-02-10 payment #1 100.00\n");
    assert_says_not(&told(&payment, "2026-02-01", "D003"), &["outcome"]);
}
