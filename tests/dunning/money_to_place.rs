//! What the work list proposes for money that waits: one plan, and nothing forgotten.

use crate::dunning::rules::report_rows;
use crate::journals::check_text;
use tegoed::text::diagnostic::Severity;

const HEAD: &str = "customer @bakfiets
  name: Bakfiets
  kind: business
  terms: 14 days
";

fn proposals(entries: &str, on: &str) -> Vec<String> {
    let columns = ["action", "amount", "reason"];
    let rows = report_rows(&format!("{HEAD}{entries}"), "next", on, &columns);
    let money = ["allocate", "use-credit", "refund"];
    let rows = rows.into_iter().map(|row| row.join(" "));
    rows.filter(|row| money.iter().any(|action| row.starts_with(action)))
        .collect()
}

const INVOICES: &str = "2026-03-02 invoice #31 @bakfiets 640.00
2026-03-03 invoice #32 @bakfiets 275.00
2026-03-04 invoice #33 @bakfiets 90.00
2026-03-05 invoice #34 @bakfiets 90.00
";

#[test]
fn proposals_are_one_plan() {
    let paid = format!(
        "{INVOICES}2026-03-10 payment @bakfiets 50.00 | voorschot
2026-03-11 payment @bakfiets 275.00
2026-03-12 payment @bakfiets 730.00 | twee facturen
"
    );
    assert_eq!(
        proposals(&paid, "2026-03-13"),
        [
            "allocate 50.00 for: #34 50.00",
            "allocate 275.00 for: #32 275.00",
            "allocate 730.00 for: #31 640.00\nfor: #33 90.00",
        ]
    );
    // More than all of it: what is left over has nothing to pay.
    let more = format!("{paid}2026-03-13 payment @bakfiets 60.00\n");
    let told = proposals(&more, "2026-03-14");
    assert_eq!(told[3], "allocate 60.00 for: #34 40.00", "{told:?}");
    let most = format!("{more}2026-03-13 payment @bakfiets 5.00\n");
    let told = proposals(&most, "2026-03-14");
    assert!(
        told[4].starts_with("allocate 5.00 nothing is open for it"),
        "{told:?}"
    );
}

#[test]
fn a_reference_goes_first_and_the_fewest_open_parts_make_a_sum() {
    let paid = format!(
        "{INVOICES}2026-03-06 invoice #35 @bakfiets 185.00
2026-03-10 payment @bakfiets 90.00
2026-03-11 payment @bakfiets 90.00
  ref: 33
2026-03-12 payment @bakfiets 275.00
"
    );
    // 275.00 is one invoice, and 90.00 and 185.00 together: the one is meant. #33 is named, so the other 90.00 is #34.
    assert_eq!(
        proposals(&paid, "2026-03-13"),
        [
            "allocate 90.00 for: #34 90.00",
            "allocate 90.00 for: #33 90.00",
            "allocate 275.00 for: #32 275.00",
        ]
    );
}

#[test]
fn credit_is_used_for_every_late_invoice_that_no_payment_is_proposed_for() {
    let paid = format!(
        "{INVOICES}2026-03-10 payment @bakfiets 640.00
2026-03-11 credit #C3 @bakfiets 300.00
"
    );
    assert_eq!(
        proposals(&paid, "2026-04-10"),
        [
            "allocate 640.00 for: #31 640.00",
            "use-credit 300.00 apply @bakfiets 275.00 for #32\napply @bakfiets 25.00 for #33",
        ]
    );
}

#[test]
fn money_in_favour_with_nothing_to_pay_is_given_back_or_kept() {
    let credit = "2026-03-02 credit #C3 @bakfiets 45.00\n";
    let overpaid = "2026-03-02 invoice #31 @bakfiets 640.00\n2026-03-03 payment #31 685.00\n";
    for came in [credit, overpaid] {
        let told = proposals(came, "2026-03-20");
        let [only] = told.as_slice() else {
            panic!("{told:?}");
        };
        assert!(
            only.starts_with("refund 45.00 nothing is open for it: `refund @bakfiets 45.00`"),
            "{only}"
        );
        for answer in [
            "2026-03-12 refund @bakfiets 45.00\n",
            "2026-03-12 note @bakfiets | Blijft staan voor de volgende beurt\n",
            "2026-03-12 invoice #40 @bakfiets 50.00\n",
        ] {
            let text = format!("{came}{answer}");
            assert!(proposals(&text, "2026-03-20").is_empty(), "{answer}");
        }
    }
    let kept = "2026-03-02 payment @bakfiets 45.00 on-account\n";
    assert!(proposals(kept, "2026-03-20").is_empty());
}

#[test]
fn money_of_an_unknown_payer_is_nobodys_and_waits_in_sight() {
    let columns = ["action", "invoice", "amount", "reason"];
    let unknown = format!(
        "{HEAD}{INVOICES}2026-03-08 payment unknown 275.00 | Spoed\n2026-03-09 payment unknown 7.50\n"
    );
    let rows = report_rows(&unknown, "next", "2026-03-10", &columns);
    let rows: Vec<String> = rows.into_iter().map(|row| row.join(" ")).collect();
    let found: Vec<&String> = rows
        .iter()
        .filter(|row| row.starts_with("find-payer"))
        .collect();
    assert_eq!(found.len(), 2, "{rows:?}");
    assert!(
        found[0].starts_with("find-payer 32 275.00 “Spoed”: who paid?"),
        "{found:?}"
    );
    assert!(
        found[0].ends_with("#32 of Bakfiets is open for just this amount"),
        "{found:?}"
    );
    assert!(
        found[1].starts_with("find-payer  7.50 who paid?"),
        "{found:?}"
    );
    let balance = |text: &str| report_rows(text, "balance", "2026-03-10", &["customer", "balance"]);
    assert_eq!(balance(&unknown), [["bakfiets", "1095.00"]]);
    // Placed, it pays, and nobody looks for anybody.
    let placed = unknown
        .replace("unknown 275.00", "#32 275.00")
        .replace("unknown 7.50", "@bakfiets 7.50");
    assert_eq!(balance(&placed), [["bakfiets", "812.50"]]);
    let rows = report_rows(&placed, "next", "2026-03-10", &columns);
    assert!(rows.iter().all(|row| row[0] != "find-payer"), "{rows:?}");
}

#[test]
fn who_is_unknown_is_not_named_beside_it() {
    for (line, code) in [
        ("payment unknown 5.00", ""),
        ("payment #31 unknown 5.00", "S011"),
        ("payment unknown 5.00 on-account", "S011"),
        ("payment unknown 5.00\n  for: #31 5.00", "S011"),
        ("payment @bakfiets unknown 5.00", "S013"),
        ("payment unknown", "S010"),
        ("payment 5.00", "S010"),
    ] {
        let outcome = check_text(format!(
            "; as of 2026-03-20\nformat 1\n{HEAD}{INVOICES}2026-03-08 {line}\n"
        ));
        let found = outcome.findings.diagnostics.iter();
        let found = found.filter(|found| found.kind.severity == Severity::Error);
        let codes: Vec<&str> = found.map(|found| found.kind.code).collect();
        assert_eq!(codes.join(" "), code, "{line}");
    }
}
