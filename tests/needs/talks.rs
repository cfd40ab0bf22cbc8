//! S4-15 and S0-44: who tells nothing or untrue stories, and what all the talking has cost.

use super::small_firm::{assert_says, assert_says_not, journal, page, page_as};

const REMINDED: &str = "2026-01-12 invoice #1 @b 100.00\n2026-01-30 sent reminder #1 via email\n";

#[test]
fn who_will_not_say_why_has_the_short_way_considered() {
    let twice = format!(
        "{REMINDED}2026-02-02 phone #1 | Wil niets zeggen\n  reason: none\n2026-02-05 phone #1 | Weer niets\n  reason: none\n"
    );
    let next = page_as(&journal(&twice), "2026-02-08", "next", None, "en", "csv");
    assert_says(
        &next,
        &[",decide,", "2 times the customer would not tell why"],
    );
    let dutch = page_as(&journal(&twice), "2026-02-08", "next", None, "nl", "csv");
    assert_says(&dutch, &["2 keer wilde de klant niet zeggen waarom"]);
    let decided = format!("{twice}2026-02-06 note #1 | We wachten op zijn vakantie\n");
    let next = page_as(&journal(&decided), "2026-02-08", "next", None, "en", "csv");
    assert_says_not(&next, &[",decide,"]);
    let once = twice.replacen("  reason: none\n", "  reason: forgot\n", 1);
    let next = page_as(&journal(&once), "2026-02-08", "next", None, "en", "csv");
    assert_says_not(&next, &[",decide,"]);
}

#[test]
fn no_plan_is_proposed_on_a_story_that_did_not_check_out() {
    let told = |verified: &str| {
        let entries = format!(
            "{REMINDED}2026-02-02 phone #1 | Zit krap\n  reason: cashflow\n  verified: {verified}\n"
        );
        page_as(&journal(&entries), "2026-02-08", "next", None, "en", "csv")
    };
    assert_says(&told("yes"), &[",propose-plan,"]);
    assert_says_not(&told("no"), &[",propose-plan,"]);
}

#[test]
fn more_than_is_open_is_told_also_where_time_has_no_price() {
    let visit = "2026-01-12 invoice #1 @b 100.00\n2026-02-12 visit #1 | Niemand\n  cost: 120.00\n";
    let costs = page(&journal(visit), "2026-02-20", "advice", Some("1"), "nl");
    assert_says(
        &costs,
        &[
            "120,00 EUR; 120% van wat openstaat",
            "Er is al meer aan besteed dan er openstaat.",
        ],
    );
    let timed = journal(&format!("{visit}  spent: 5 min\n"));
    let both = page(&timed, "2026-02-20", "advice", Some("1"), "nl");
    assert_says(
        &both,
        &[
            "ten minste 120% van wat openstaat",
            "Er is al meer aan besteed dan er openstaat.",
        ],
    );
    let english = page(&timed, "2026-02-20", "advice", Some("1"), "en");
    assert_says(&english, &["at least 120% of what is open"]);
}

#[test]
fn a_name_that_ends_in_a_point_ends_no_sentence_twice() {
    let late = journal("2026-01-12 invoice #1 @b 100.00\n");
    for tag in ["nl", "en"] {
        let call = page(&late, "2026-02-20", "call", Some("b"), tag);
        assert_says(&call, &["De Jong B.V. "]);
        assert_says_not(&call, &["B.V.."]);
    }
}
