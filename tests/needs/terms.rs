//! S0-02, S2-01, S3-01: who sells, by which policy, and that the customer agreed to it.

use super::small_firm::{assert_says, assert_says_not, journal, journal_with, told};

const DAY: &str = "2026-03-01";

#[test]
fn work_on_credit_without_an_agreement_is_told_before_it_is_invoiced() {
    let delivered = journal("2026-02-20 delivered @b 605.00 | Trap\n");
    assert_says(
        &told(&delivered, DAY, "D015"),
        &[
            "expected an agreement of @b to the terms before work on credit, found none",
            "2026-02-20 agreed @b",
        ],
    );
    let agreed = journal("2026-02-01 agreed @b\n2026-02-20 delivered @b 605.00 | Trap\n");
    for code in ["D015", "D011"] {
        assert_eq!(told(&agreed, DAY, code), "");
    }
    // Where others agreed, his is missing.
    let other = agreed.replace("agreed @b", "agreed @c");
    let other = format!("{other}\ncustomer @c\n  name: C\n  kind: business\n");
    assert_says(
        &told(&other, DAY, "D011"),
        &["expected an agreement of @b on or before the delivery on 2026-02-20, found none"],
    );
}

#[test]
fn a_fee_that_nobody_accepted_is_told() {
    let fee = "  stage: demand 7 days after due via email fee 25.00\n";
    let entries = "2026-01-12 invoice #1 @b 100.00\n2026-02-10 fee #1 25.00\n";
    let charged = journal_with(fee, "", entries);
    assert_says(
        &told(&charged, DAY, "D011"),
        &[
            "expected an agreement of @b to the fees of `policy s` on or before 2026-01-12, found none",
        ],
    );
    assert_eq!(told(&charged, DAY, "D015"), "");
    let agreed = journal_with(fee, "", &format!("2026-01-02 agreed @b\n{entries}"));
    assert_eq!(told(&agreed, DAY, "D011"), "");
    let consumer = charged.replace("kind: business", "kind: consumer");
    assert_eq!(told(&consumer, DAY, "D011"), "");
}

#[test]
fn a_policy_that_nobody_has_is_to_be_named() {
    let unnamed = |entries: &str| journal(entries).replace("  policy: s\n", "");
    let invoice = unnamed("2026-01-12 invoice #1 @b 100.00 due 2026-02-12\n");
    assert_says(
        &told(&invoice, DAY, "E026"),
        &[
            "expected a policy that holds for @b before the first invoice, found `s`",
            "`policy: s` under `business`",
        ],
    );
    let delivery = unnamed("2026-02-20 delivered @b 605.00 | Trap\n");
    assert_says(
        &told(&delivery, DAY, "E026"),
        &["before the first delivery on credit"],
    );
    let without_day = unnamed("2026-01-12 invoice #1 @b 100.00\n");
    assert_says(
        &told(&without_day, DAY, "D007"),
        &["`policy: s` under `business`"],
    );
    let named = journal("2026-01-12 invoice #1 @b 100.00\n");
    assert_eq!(told(&named, DAY, "E026"), "");
}

#[test]
fn a_word_that_stands_for_a_name_is_told_as_it_stands() {
    let with_name = |name: &str| {
        let sender = format!(
            "name: {name}\n  kvk: 12345678\n  vat-id: NL001234567B89\n  email: a@a.example"
        );
        journal("2026-01-12 invoice #1 @b 100.00\n").replace("name: De Jong B.V.", &sender)
    };
    for name in [
        "Mijn bedrijf",
        "[naam]",
        "Test",
        "NN",
        "Jouw naam",
        "B.V.",
        "V.O.F.",
        "Eenmanszaak",
        "<name>",
    ] {
        let finding = told(&with_name(name), DAY, "C010");
        let said = format!("found `{name}`, which stands for a name");
        assert_says(&finding, &[&said, "write the full name"]);
        assert_says_not(&finding, &["no `name:`"]);
    }
    for name in ["De Jong B.V.", "ING", "Test & Zoon", "Stichting De Kade"] {
        assert_eq!(told(&with_name(name), DAY, "C010"), "", "{name}");
    }
}

/// S2-06: what the law allows counts from the receipt.
#[test]
fn long_terms_are_counted_from_the_receipt() {
    let invoice = |due: &str, received: &str| {
        journal(&format!(
            "2026-01-12 invoice #1 @b 100.00 due {due}\n{received}"
        ))
    };
    let received = "  received: 2026-01-20\n";
    assert_says(&told(&invoice("2026-02-16", ""), DAY, "D010"), &["D010"]);
    assert_eq!(told(&invoice("2026-02-16", received), DAY, "D010"), "");
    assert_says(&told(&invoice("2026-03-16", ""), DAY, "D009"), &["D009"]);
    assert_eq!(told(&invoice("2026-03-16", received), DAY, "D009"), "");
}
