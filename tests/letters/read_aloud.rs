//! Every built-in letter in both languages, as its reader gets it.

use super::shelf::{BUSINESS, assert_letter_snapshot, due_drafts, print_due};

/// A customer of each kind, with the same debt: 1,210.00 due on 4 February 2026, 210.00 paid.
fn same_debt_journal(kind: &str, language: &str) -> String {
    let (name, attention) = match kind {
        "consumer" => ("A. van Leeuwen", ""),
        _ => ("Jansen Bouw B.V.", "  attn: Petra de Wit\n"),
    };
    format!(
        "{BUSINESS}  policy: usual

policy usual
  terms: 30 days
  stage: courtesy 7 days before due via email
  stage: reminder 3 days after due deadline 7 days via email phone
  stage: demand 14 days after due gap 10 days deadline 7 days via email
  stage: final 28 days after due gap 10 days deadline 14 days via post
  stage: handover 45 days after due gap 14 days
  bank-buffer: 2 days
  workdays: yes

customer @jansen
  name: {name}
{attention}  address: Havenstraat 8
  address: 1411 AB Naarden
  kind: {kind}
  email: post@jansen.example
  language: {language}

2026-01-02 agreed @jansen
2026-01-05 invoice #2026-001 @jansen 1210.00 vat 21% due 2026-02-04 | Visitekaartjes en briefpapier
  order: PO-778
  delivered: 2026-01-03
  sent: 2026-01-05 via email
2026-01-20 payment #2026-001 210.00
"
    )
}

const REMINDED: &str = "2026-02-07 sent reminder #2026-001 via email\n  deadline: 2026-02-16\n";
const CALLED: &str =
    "2026-02-10 phone @jansen #2026-001 | Zei iets dat niemand aangaat\n  reason: forgot\n";
const DEMANDED: &str = "2026-02-20 sent demand #2026-001 via email\n  deadline: 2026-02-27\n";

#[test]
fn each_built_in_letter_to_a_business_and_to_a_consumer() {
    let steps: [(&str, &str, &[&str]); 4] = [
        ("courtesy", "2026-01-30", &[]),
        ("reminder", "2026-02-07", &[]),
        ("demand", "2026-02-20", &[REMINDED]),
        ("final", "2026-03-06", &[REMINDED, CALLED, DEMANDED]),
    ];
    for (step, day, before) in steps {
        for kind in ["business", "consumer"] {
            for language in ["nl", "en"] {
                let text = same_debt_journal(kind, language) + &before.concat();
                let letter = print_due(&text, day, "text");
                assert!(!letter.contains("niemand aangaat"), "{letter}");
                assert_letter_snapshot(&format!("{step}-{kind}-{language}"), &letter);
            }
        }
    }
}

/// Belgian law is not known here: where it holds, the last letter asks, and claims nothing. It holds for a Belgian consumer,
/// and for what a Belgian sells to a business.
#[test]
fn where_no_law_is_known_the_last_letter_claims_nothing() {
    let at_home = |country: &str| format!("  kvk: 63456789\n  country: {country}\n");
    for (seller, customer) in [("BE", "BE"), ("BE", "NL"), ("NL", "BE")] {
        for kind in ["business", "consumer"] {
            let governing = if kind == "consumer" { customer } else { seller };
            if governing == "NL" {
                continue;
            }
            for language in ["nl", "en"] {
                let text = same_debt_journal(kind, language) + REMINDED + CALLED + DEMANDED;
                let text = text
                    .replace("  kvk: 63456789\n", &at_home(seller))
                    .replace("  kind: ", &format!("  country: {customer}\n  kind: "));
                let letter = print_due(&text, "2026-03-06", "text");
                for claimed in [
                    "verzuim", "rente", "kosten", "veertien", "default", "interest", "costs",
                    "fourteen",
                ] {
                    assert!(!letter.contains(claimed), "{claimed}: {letter}");
                }
                if (seller, customer) == ("BE", "BE") {
                    assert_letter_snapshot(&format!("final-no-law-{kind}-{language}"), &letter);
                }
            }
        }
    }
}

#[test]
fn the_last_letter_to_a_consumer_takes_no_invoice_along_that_was_not_reminded_of() {
    for country in ["NL", "BE"] {
        let text = same_debt_journal("consumer", "nl") + REMINDED + CALLED + DEMANDED;
        let text = text.replace("  kind: ", &format!("  country: {country}\n  kind: "))
            + "2026-02-01 invoice #2026-002 @jansen 605.00 vat 21% due 2026-02-26 | Briefpapier\n";
        let drafts = due_drafts(&text, "2026-03-08");
        let invoices: Vec<usize> = drafts
            .iter()
            .map(|draft| draft.summary.invoices.len())
            .collect();
        assert_eq!(invoices, [1, 1], "{country}");
    }
}

/// The vector of the articles: delivered on 1 October, mailed on the 3rd, due a month later; 25.00 after thirty days.
#[test]
fn a_thousand_bottles() {
    let text = format!(
        "{BUSINESS}  policy: late

policy late
  terms: 31 days
  stage: reminder 30 days after due deadline 7 days via email fee 25.00

customer @k
  name: Wijnhandel De Kurk
  kind: business
  address: Havenkade 3
  email: inkoop@dekurk.example

2025-09-24 agreed @k policy late
2025-10-03 invoice #2025-001 @k 250.00 vat 21% due 2025-11-03 | 1.000 flessen
  order: contract 17
  delivered: 2025-10-01
  sent: 2025-10-03 via email
"
    );
    let drafts = due_drafts(&text, "2025-12-03");
    assert_eq!(drafts[0].summary.total.to_string(), "275.00");
    assert_eq!(drafts[0].summary.days_late, 30);
    assert_letter_snapshot(
        "a-thousand-bottles",
        &print_due(&text, "2025-12-03", "text"),
    );
}

/// Eleven invoices at two steps, with accents, signs of mark-up, emoji, and letters from right to left.
#[test]
fn a_customer_with_eleven_invoices() {
    let mut text = format!(
        "{BUSINESS}
customer @olu
  name: Café “Ölü” & Zn. <B.V.> שלום 🍷
  attn: *Zoë* d'Été
  address: 's-Gravenweg 1 | achter
  address: 1000 AA Nergenshuizen
  kind: business
  email: zoe@olu.example

"
    );
    for number in 1..=11 {
        let day = 10 + number;
        let due = if number < 10 {
            "2026-02-04"
        } else {
            "2026-02-25"
        };
        text += &format!(
            "2026-01-{day} invoice #2026-{number:03} @olu {number}234.56 due {due} | Bierviltjes & _glazen_, {number}e levering\n  sent: 2026-01-{day} via post\n"
        );
    }
    text += "2026-02-01 payment #2026-003 34.56\n2026-02-09 sent reminder";
    for number in 1..=9 {
        text += &format!(" #2026-{number:03}");
    }
    text += " via email\n";
    assert_letter_snapshot("eleven-invoices", &print_due(&text, "2026-03-02", "text"));
    assert_letter_snapshot(
        "eleven-invoices-markdown",
        &print_due(&text, "2026-03-02", "md"),
    );
}

/// The first reminder and the demand, by why it is not paid.
#[test]
fn by_the_reason_that_was_given() {
    let mut said = String::new();
    for reason in ["forgot", "admin", "cashflow", "dissatisfied", "none"] {
        for (day, before) in [
            ("2026-02-07", ""),
            ("2026-02-20", REMINDED),
            ("2026-03-06", DEMANDED),
        ] {
            let text = same_debt_journal("business", "nl")
                + &format!("2026-02-05 phone @jansen | Belde\n  reason: {reason}\n")
                + if before == DEMANDED { REMINDED } else { "" }
                + before;
            let letter = print_due(&text, day, "md");
            let from = letter
                .find("Geachte")
                .or_else(|| letter.find("Beste"))
                .unwrap();
            let to = letter.find("Factuur: ").unwrap();
            said += &format!("{reason}, {day}\n\n{}\n", &letter[from..to]);
        }
    }
    assert_letter_snapshot("by-reason", &said);
}
