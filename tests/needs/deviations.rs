//! S4-02: every deviation from the policy, with its reason, or that nobody wrote one.

use super::small_firm::{assert_says, assert_says_not, journal, journal_with, page, page_as, told};

const NOTHING: &str = "geen stap overgeslagen";
const INVOICE: &str = "2026-01-12 invoice #1 @b 100.00\n";

#[test]
fn a_step_that_a_letter_passed_over_is_a_deviation_without_reason() {
    let letter = format!("{INVOICE}2026-02-16 sent final #1 via post\n");
    let text = journal_with("  stage: demand 7 days after due via email\n", "", &letter);
    let list = page(&text, "2026-02-20", "deviations", None, "nl");
    assert_says(
        &list,
        &[
            "1 niet gedaan herinnering (niet opgeschreven)",
            "1 niet gedaan aanmaning (niet opgeschreven)",
        ],
    );
    assert_says_not(&list, &[NOTHING]);
    let csv = page_as(&text, "2026-02-20", "deviations", None, "en", "csv");
    assert_says(&csv, &["2026-02-16,b,Bakker B.V.,1,left-out,demand,"]);
    // Who looked at it and accepted it is told once.
    let accepted = text.replace(
        "#1 via post\n",
        "#1 via post\n  allow: E001 he is moving abroad\n",
    );
    let list = page(&accepted, "2026-02-20", "deviations", None, "en");
    assert_says(&list, &["E001", "he is moving abroad"]);
    assert_says_not(&list, &["left out"]);
}

#[test]
fn a_letter_before_its_day_is_a_deviation() {
    let text = journal(&format!("{INVOICE}2026-01-27 sent reminder #1 via email\n"));
    let list = page(&text, "2026-02-20", "deviations", None, "en");
    assert_says(
        &list,
        &["2026-01-27 b Bakker B.V. 1 too early reminder 2026-01-29 (none written)"],
    );
    let in_time = text.replace("2026-01-27 sent", "2026-01-29 sent");
    let list = page(&in_time, "2026-02-20", "deviations", None, "nl");
    assert_says(&list, &[NOTHING]);
}

#[test]
fn a_fee_of_the_policy_that_was_not_asked_is_told() {
    let fee = "  stage: demand 7 days after due via email fee 25.00\n";
    let letters = format!(
        "{INVOICE}2026-01-30 sent reminder #1 via email\n2026-02-10 sent demand #1 via email\n"
    );
    let without = journal_with(fee, "", &letters);
    let list = page(&without, "2026-02-20", "deviations", None, "en");
    assert_says(&list, &["no fee asked demand", "25.00", "(none written)"]);
    let finding = told(&without, "2026-02-20", "E016");
    assert_says(
        &finding,
        &["25.00", "`demand`", "2026-02-10 fee #1 25.00", "behind `|`"],
    );
    let with = format!("{without}2026-02-10 fee #1 25.00\n");
    let reason = without.replace(
        "sent demand #1 via email",
        "sent demand #1 via email | A good customer",
    );
    let consumer = without.replace("kind: business", "kind: consumer");
    for sound in [&with, &reason, &consumer] {
        assert_eq!(told(sound, "2026-02-20", "E016"), "");
    }
    assert_says(
        &page(&reason, "2026-02-20", "deviations", None, "en"),
        &["no fee asked", "A good customer"],
    );
    assert_says(
        &page(&with, "2026-02-20", "deviations", None, "nl"),
        &[NOTHING],
    );
}

#[test]
fn what_was_given_up_and_other_terms_are_deviations() {
    let writeoff = format!("{INVOICE}2026-03-01 writeoff #1 40.00 | Not worth it\n");
    let list = page(&journal(&writeoff), "2026-03-02", "deviations", None, "en");
    assert_says(&list, &["write-off", "40.00", "Not worth it"]);

    let own = "2026-01-12 invoice #1 @b 100.00\n  terms: 7 days\n2026-01-12 invoice #2 @b 100.00 due 2026-03-01\n\
               2026-01-12 invoice #3 @b 100.00 due 2026-01-26\n";
    let list = page(&journal(own), "2026-03-02", "deviations", None, "nl");
    assert_says(
        &list,
        &[
            "1 andere termijn vervalt 2026-01-19 in",
            "2 andere termijn vervalt 2026-03-01 in",
        ],
    );
    assert_says_not(&list, &["3 andere termijn"]);
    let customer = journal_with("", "  terms: 60 days\n", INVOICE);
    let list = page(&customer, "2026-03-02", "deviations", None, "nl");
    assert_says(&list, &["andere termijn 60 dagen in plaats van 14 dagen"]);
}

#[test]
fn a_plan_beyond_the_policy_is_a_deviation() {
    let plan = format!(
        "{INVOICE}2026-02-10 plan #1 | He asked for time\n  due: 50.00 on 2026-03-01\n  due: 50.00 on 2026-12-01\n"
    );
    let text = journal_with("  plan-longest: 6 months\n", "", &plan);
    let list = page(&text, "2026-02-20", "deviations", None, "en");
    assert_says(&list, &["plan", "2026-12-01", "He asked for time"]);
    let list = page(&journal(&plan), "2026-02-20", "deviations", None, "nl");
    assert_says(&list, &[NOTHING]);
}
