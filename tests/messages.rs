//! What is said about common slips: each with the finding, its help and its mend, in a journal with a decimal comma.

use crate::journals::{self, MemoryFiles};
use std::fmt::Write;
use tegoed::language::message_text::{message_text, use_decimal_mark};

/// The findings about an entry or two, without those about what a small journal lacks.
fn told(entries: &str) -> String {
    let text = format!(
        "; as of 2026-06-30\nformat 1\ndecimal-mark ,\n\npolicy huis\n  terms: 30 days\n\ncustomer @vliet\n  name: Vliet Optiek\n  \
         kind: business\n  policy: huis\n\n2025-12-01 agreed @vliet\n{entries}\n"
    );
    let files = MemoryFiles::default().with_file("j.tegoed", text);
    let mut outcome = journals::run_checks("j.tegoed", &files);
    use_decimal_mark(&mut outcome.findings);
    let mut words = String::new();
    for found in &outcome.findings.diagnostics {
        let _ = write!(
            words,
            "  {} {}",
            found.kind.code,
            message_text(&found.message)
        );
        if let Some(note) = &found.primary.note {
            let _ = write!(words, " ({})", message_text(note));
        }
        if let Some(help) = &found.help {
            let _ = write!(words, "; {}", message_text(help));
        }
        if let Some(fix) = &found.fix {
            let edits: Vec<&str> = fix.edits.iter().map(|edit| &*edit.text).collect();
            let _ = write!(words, " [{}]", edits.join("|"));
        }
        words.push('\n');
    }
    words
}

/// The invoice of the journals below.
pub const INVOICE: &str = "2026-05-04 invoice #1 @vliet 605,00 vat 21% | Etalage\n";

#[test]
fn slips_are_told_with_what_was_meant() {
    let mut words = String::new();
    for (about, entries) in [
        (
            "a promise on a day",
            format!("{INVOICE}2026-06-08 promise #1 605,00 on 2026-07-03"),
        ),
        (
            "a hold by a day",
            format!("{INVOICE}2026-06-08 hold #1 by 2026-07-20 | Vraagt uitstel"),
        ),
        (
            "a settlement until a day",
            format!("{INVOICE}2026-06-08 settle #1 500,00 until 2026-07-20"),
        ),
        (
            "a credit note with the number of its invoice",
            format!("{INVOICE}2026-06-08 credit #1 121,00 vat 21%"),
        ),
        ("an invoice twice", format!("{INVOICE}{INVOICE}")),
        (
            "a plan without parts",
            format!("{INVOICE}2026-06-08 plan #1\n  signed: yes"),
        ),
        (
            "parts in the header of a plan",
            format!("{INVOICE}2026-06-08 plan #1 3 x 201,67"),
        ),
        (
            "parts in the header of a plan, an amount alone",
            format!("{INVOICE}2026-06-08 plan #1 201,67"),
        ),
        (
            "no day and no terms",
            "customer @los\n  kind: business\n2026-05-04 invoice #2 @los 605,00 vat 21% | Etalage"
                .to_owned(),
        ),
        (
            "due before it was written",
            "2026-05-04 invoice #3 @vliet 605,00 due 2026-04-03 vat 21% | Etalage".to_owned(),
        ),
        (
            "money given up, and nobody says why",
            format!("{INVOICE}2026-06-08 writeoff #1 5,00"),
        ),
        (
            "a rate that is on no line",
            "2026-05-04 invoice #4 @vliet 1210,00 | Etalage\n  item: 1000,00 vat 21% | Kast\n\
             2026-06-08 credit #C1 for #4 109,00 vat 9% | Te veel\n"
                .to_owned(),
        ),
        (
            "a rate on a line of the credit note that is not the invoice's",
            "2026-05-04 invoice #5 @vliet 1210,00 vat 21% | Etalage\n\
             2026-06-08 credit #C2 for #5 109,00 | Te veel\n  item: 100,00 vat 9% | Lamp"
                .to_owned(),
        ),
        (
            "more for invoices than came in",
            format!("{INVOICE}2026-06-08 payment @vliet 100,00\n  for: #1 250,50"),
        ),
        (
            "lines that give another total",
            "2026-05-04 invoice #6 @vliet 605,00 | Etalage\n  item: 400,00 vat 21% | Kast"
                .to_owned(),
        ),
        (
            "parts that give another total",
            "2026-05-04 invoice #7 @vliet 605,00 vat 21% | Etalage\n  due: 500,00 on 2026-06-01"
                .to_owned(),
        ),
    ] {
        let _ = writeln!(words, "{about}\n{}", told(&entries));
    }
    insta::assert_snapshot!(words);
}

#[test]
fn what_stands_beside_a_slip_is_told_too() {
    let mut words = String::new();
    for (about, entries) in [
        (
            "an account of the chart under a Dutch word, with a rate",
            "accounts\n  omzet 21%: 8000\n  incom 9%: 8010\n  btw: 1500".to_owned(),
        ),
        (
            "several slips on a line",
            "2026-05-04 invoice #8 @vliet 605.00 vat21% deu 2026-13-20 | Etalage\n\
             2026-06-08 betaling @vliet 50,00 op rekening\n\
             2026-06-08 promise #8 vijftig by vrijdag"
                .to_owned(),
        ),
        (
            "a comment behind what a line says",
            format!(
                "{INVOICE}2026-06-08 payment #1 10,00 ; per kas\n2026-06-08 phone ; @vliet #1\n\
                 2026-06-08 plan #1\n  due: 302,50 on 2026-07-10 ; eerste\n  due: 302,50 ; on 2026-08-10"
            ),
        ),
        (
            "parts each month",
            format!("{INVOICE}2026-06-08 plan #1\n  due: 100,00 per month from 2026-07-01 times 6\n  due: 5,00 via month"),
        ),
        (
            "who paid is not known",
            "2026-06-01 payment onbekend 50,00\n2026-06-02 payment unkown 50,00\n2026-06-03 payment 50,00".to_owned(),
        ),
        (
            "money of nobody that goes back",
            "2026-06-01 payment unknown 50,00\n2026-06-02 payment unknown 60,00\n2026-06-05 reversal unknown 50,00 of 2026-06-01\n\
             2026-06-06 refund unknown 60,00\n2026-06-07 refund unknown 60,00\n2026-06-07 reversal unknown #1 60,00 of 2026-06-02"
                .to_owned(),
        ),
        (
            "a number without its sign, thousands apart, a keyword twice, glued words",
            format!(
                "{INVOICE}2026-06-08 invoice 17 @vliet 121,00\n2026-06-08 invoice #18 @vliet 1 210,00\n\
                 2026-06-08 payment payment #1 10,00\n2026-06-08 payment#1 10,00\n2026-06-08credit #C9 for #1 10,00"
            ),
        ),
        (
            "wrong values, each with a right one",
            format!("{INVOICE}2026-06-08 resolve #1 misschien\n2026-06-08 promise #1 10,00 by ooit\n2026-06-08 handover #1 to wie"),
        ),
        (
            "handed over twice",
            format!("{INVOICE}2026-06-20 handover #1 to agency\n2026-06-25 handover #1 to agency"),
        ),
    ] {
        let _ = writeln!(words, "{about}\n{}", told(&entries));
    }
    insta::assert_snapshot!(words);
}

/// What people write by habit, each with what it is about. The law over mends reads them too.
pub const HABITS: &[(&str, &str)] = &[
    (
        "words that carry a meaning are no free text",
        "2026-05-05 invoice #2 @vliet 242,00 vat 21% verlegd | Kast\n\
         2026-05-05 invoice #3 @vliet 242,00 vat 21% Vrijgesteld, | Les\n\
         2026-05-05 invoice #4 @vliet 242,00 vat 21% reeds voldaan\n\
         2026-05-06 payment #1 60,50 storno\n\
         2026-05-06 payment #1 60,50 bounced | Rekening leeg\n\
         2026-05-06 dispute #1 gedeeltelijk | Kras\n\
         2026-05-06 dispute #1 about half of it\n\
         2026-05-06 hold @vliet maand\n\
         2026-05-06 hold tomorrow @vliet\n\
         2026-05-06 promise #1 60,50 maandag\n\
         2026-05-06 promise morgen #1 60,50\n\
         2026-05-06 plan #1 helft\n\
         2026-05-06 sent reminder #1 retour",
    ),
    (
        "the same words below an entry, and in a call",
        "2026-05-06 invoice #2 @vliet 242,00 vat 21% | Kast\n  half betaald\n\
         2026-05-06 phone #1 belooft vrijdag\n\
         2026-05-06 phone #1 | Belt\n  betaalt vrijdag",
    ),
    (
        "the bank up to a day",
        "2026-06-18 bank-through 2026-06-17\n\
         2026-06-19 bank bijgewerkt t/m 17-6-2026\n\
         2026-06-20 bank",
    ),
    (
        "a discount on an invoice, the letter of a stage",
        "2026-06-18 korting #1 12,10\n2026-06-18 brief sommatie #1\n2026-06-18 letter aanmaning #1",
    ),
    (
        "terms behind the amount",
        "2026-05-05 invoice #2 @vliet 242,00 vat 21% 21 dagen | Kast\n\
         2026-05-05 invoice #3 @vliet 242,00 vat 21% betaaltermijn 1 week\n\
         2026-05-05 invoice #4 @vliet 242,00 vat 21% due 21 days | Kast",
    ),
    (
        "words before an invoice or a customer",
        "2026-06-18 payment #1 van @vliet 12,10\n\
         2026-06-18 payment 12,10 @vliet factuur #1\n\
         2026-06-18 invoice #5 aan @vliet 242,00 vat 21% | Kast",
    ),
    (
        "rates by their names",
        "2026-06-18 invoice #5 @vliet 242,00 vat laag | Kast\n2026-06-18 invoice #6 @vliet 242,00 btw hoog",
    ),
    (
        "words about VAT",
        "2026-06-18 invoice #5 @vliet 242,00 vrijgesteld | Les\n\
         2026-06-18 invoice #6 @vliet 242,00 due 2026-07-18 verlegd\n\
         2026-06-18 invoice #7 @vliet 242,00 btw verlegd | Kast\n\
         2026-06-18 invoice #8 @vliet 242,00 21% btw | Kast\n\
         2026-06-18 invoice #9 @vliet 242,00 vat 21% btw | Kast\n\
         2026-06-18 invoice #10 @vliet 242,00 intracommunautair | Kast\n\
         2026-06-18 invoice #11 @vliet 242,00 vat 0% icp | Kast\n\
         2026-06-18 invoice #12 @vliet 242,00 vat 0% eu goods | Kast\n\
         2026-06-18 invoice #13 @vliet 242,00 vat 0% eu-diensten | Zetwerk\n\
         2026-06-18 invoice #14 @vliet 242,00 vat geen | Kast\n\
         2026-06-18 invoice #15 @vliet 242,00 vat kor | Kast\n\
         2026-06-18 invoice #16 @vliet 242,00 marge | Kast",
    ),
    (
        "two things about the VAT of one invoice",
        "2026-06-18 invoice #5 @vliet 242,00 vat 21% exempt | Kast\n\
         2026-06-18 invoice #6 @vliet 242,00 vat 21% vat 9% | Kast\n\
         2026-06-18 invoice #7 @vliet 242,00 vat 21% | Kast\n  vat: 9% 18,00 of 200,00\n\
         2026-06-18 invoice #8 @vliet 242,00 | Kast\n  vat: verlegd\n\
         2026-06-18 invoice #9 @vliet 242,00 | Kast\n  vat: exempt of 121,00\n  item: 100,00 vat 21% | Kast",
    ),
    (
        "days in words and with a short year",
        "18-6-26 payment #1 12,10\n\
         18 juni 2026 payment #1 12,10\n\
         1-jun-2026 payment #1 12,10\n\
         2026-06-18 promise #1 12,10 by 3 juli 2026\n\
         2026-06-18 promise #1 12,10 by 26-07-03\n\
         2026-06-18 plan #1\n  due: 12,10 on 1 aug. 2026",
    ),
    (
        "keys of a customer and of the business",
        "customer @gem\n  kind: gov\n  btw: NL123456782B12\n  postcode: 3511 AB\n  plaats: Utrecht\n\
         business\n  btw: NL123456782B12\n  plaats: Utrecht",
    ),
];

#[test]
fn habits_lead_to_what_a_journal_says() {
    let mut words = String::new();
    for (about, entries) in HABITS {
        let told = told(&format!("{INVOICE}{entries}"));
        let _ = writeln!(words, "{about}\n{told}");
    }
    insta::assert_snapshot!(words);
}

#[test]
fn addresses_of_mail_that_no_server_takes_are_told() {
    for (address, is_told) in [
        ("balie@vliet.example", false),
        ("van.der.vliet+rekening@post.vliet.example", false),
        (".balie@vliet.example", true),
        ("balie..2@vliet.example", true),
        ("balie.@vliet.example", true),
        ("balie@vliet", true),
        ("balie@vliet..example", true),
        ("balie vliet@vliet.example", true),
        ("balie(at)vliet.example", true),
    ] {
        let said = told(&format!("customer @adres\n  email: {address}"));
        assert_eq!(said.contains("C005"), is_told, "{address}: {said}");
    }
}

#[test]
fn a_pattern_in_the_root_leaves_the_root_out() {
    let files = MemoryFiles::default()
        .with_file("main.tegoed", "format 1\ninclude *.tegoed\n")
        .with_file("mei.tegoed", "customer @vliet\n  kind: business\n");
    let outcome = journals::run_checks("main.tegoed", &files);
    assert_eq!(journals::error_places(&outcome), Vec::<String>::new());
    assert_eq!(outcome.sources.as_slice().len(), 2);
    // By its own name it is still a ring.
    let files = MemoryFiles::default().with_file("main.tegoed", "format 1\ninclude main.tegoed\n");
    let outcome = journals::run_checks("main.tegoed", &files);
    let mut codes = outcome
        .findings
        .diagnostics
        .iter()
        .map(|found| found.kind.code);
    assert!(codes.any(|code| code == "I003"));
}

#[test]
fn a_day_in_another_order_is_told_with_the_one_that_was_meant() {
    use tegoed::cli::arguments::days::read_day;
    use tegoed::value::calendar::date_from_ymd;
    let today = date_from_ymd(2026, 6, 30).unwrap();
    for (words, help) in [
        ("30-11-2026", Some("write 2026-11-30")),
        ("3/4/2026", Some("write 2026-04-03")),
        ("3.4.2026", Some("write 2026-04-03")),
        ("2026/4/3", Some("write 2026-04-03")),
        ("2026-4-3", Some("write 2026-04-03")),
        ("2026-11", Some("write 2026-11-30, its last day")),
        ("2026", Some("write 2026-12-31, its last day")),
        ("2026-Q1", Some("write 2026-03-31, its last day")),
        ("lastmonth", Some("write 2026-05-31, its last day")),
        ("gisteren", Some("write yesterday")),
        ("Vandaag", Some("write today")),
        ("morgen", Some("write tomorrow")),
        ("31-02-2026", None),
        ("soon", None),
    ] {
        let stop = read_day(words, today).unwrap_err();
        assert_eq!(stop.help.as_deref(), help, "{words}");
    }
}
