//! The points of `requirements.md` that no other test runs: a small journal in, a page out, and what it must say.

mod appointments;
mod complaints;
mod deviations;
mod one_transaction;
mod parts;
mod small_firm;
mod talks;
mod terms;

use crate::journals::repository_path;
use crate::letters::shelf::{BUSINESS, print_due};
use crate::reports::shelf::TestJournal;
use tegoed::language::LANGUAGES;
use tegoed::letter::library::built_in::BUILT_IN_KINDS;
use tegoed::letter::tone::{ToneFaultKind, find_tone_faults};
use tegoed::report::shared::report_input::{GroupBy, ReportOptions};

/// The journal that the points are tried on, as of its last day.
fn story() -> TestJournal {
    let text = std::fs::read_to_string(repository_path("tests/needs/story.tegoed"));
    TestJournal::from_text(&text.expect("the story"), "2026-05-29")
}

fn about(subject: &str) -> ReportOptions {
    ReportOptions {
        subject: Some(subject.to_owned()),
        ..ReportOptions::default()
    }
}

fn about_invoice(number: &str) -> ReportOptions {
    ReportOptions {
        invoices: vec![number.to_owned()],
        ..ReportOptions::default()
    }
}

fn reasons_of(customer: Option<&str>) -> ReportOptions {
    ReportOptions {
        subject: customer.map(str::to_owned),
        group_by: GroupBy::Reason,
        ..ReportOptions::default()
    }
}

fn by_invoice() -> ReportOptions {
    ReportOptions {
        group_by: GroupBy::Invoice,
        buckets: vec![30, 60, 90],
        ..ReportOptions::default()
    }
}

/// A report of a journal of its own says each of these words.
fn assert_page(text: &str, day: &str, report: &str, ask: &ReportOptions, words: &[&str]) {
    let page = TestJournal::from_text(text, day).print_report(report, ask, "en", "text");
    assert_words(&page, words);
}

/// A page says each of these words, wherever its lines end.
fn assert_words(page: &str, words: &[&str]) {
    let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let said = one_line(page);
    for words in words {
        assert!(said.contains(&one_line(words)), "expected: {words}\n{page}");
    }
}

/// A report of the story says each of these words, wherever its lines end.
fn assert_said(report: &str, ask: &ReportOptions, medium: &str, words: &[&str]) {
    assert_words(&story().print_report(report, ask, "en", medium), words);
}

/// S0-03.
#[test]
fn the_agreement_tells_what_is_delivered() {
    assert_said(
        "show",
        &about("bouw"),
        "text",
        &[
            "agreement: standard – Mrs Spijker signed for the",
            "offers/balk-signed.pdf",
        ],
    );
}

/// S0-16.
#[test]
fn every_step_from_terms_to_money_is_on_the_page() {
    assert_said(
        "show",
        &about("weg"),
        "text",
        &[
            "agreement",
            "invoice: Facade",
            "sent: reminder",
            "sent: demand",
            "sent: final",
            "handover: agency",
            "payment",
        ],
    );
}

/// S0-17.
#[test]
fn contract_invoice_and_receipt_are_told_apart() {
    assert_said(
        "show",
        &about("1"),
        "text",
        &[
            "agreement     offers/balk-signed.pdf",
            "invoice       invoices/1.pdf",
            "payment plan  https://dekwast.example/plans/1",
            "policy        terms/2026.pdf",
        ],
    );
}

/// S0-20.
#[test]
fn a_document_is_a_file_an_address_or_a_place() {
    assert_said(
        "show",
        &about("bouw"),
        "text",
        &[
            "invoices/1.pdf",
            "https://dekwast.example/plans/1",
            "shelf 4, binder 2026",
        ],
    );
}

/// S0-28.
#[test]
fn calls_visits_mails_and_chats_stand_beside_letters() {
    assert_said(
        "show",
        &about("praat"),
        "text",
        &[
            "sent: reminder",
            "phone: forgot",
            "visit: dissatisfied",
            "e-mail: Our new brochure",
        ],
    );
}

/// S0-35.
#[test]
fn each_part_has_its_own_age() {
    assert_said("aging", &by_invoice(), "csv", &["2/3"]);
}

/// S0-36.
#[test]
fn a_plan_that_was_replaced_stays_visible() {
    assert_said(
        "show",
        &about("1"),
        "text",
        &[
            "2026-02-11  1        2026-03-25  605.00  replaced on 2026-03-20",
            "2026-03-20  1        2026-06-25  302.50 0.00  to come",
        ],
    );
}

/// S0-39.
#[test]
fn a_lawyer_and_what_he_costs() {
    assert_said(
        "advice",
        &about_invoice("31"),
        "text",
        &["Spent so far  45 minutes and 403.50 EUR"],
    );
}

/// S0-43.
#[test]
fn the_court_is_where_the_customer_is() {
    assert_said(
        "advice",
        &about_invoice("11"),
        "text",
        &["1011 AA Amsterdam", "--time"],
    );
}

/// S0-44.
#[test]
fn what_was_spent_stands_beside_what_is_open() {
    assert_said("advice", &about_invoice("31"), "text", &["Spent so far"]);
}

/// S1-01.
#[test]
fn forgotten() {
    assert_said(
        "behaviour",
        &reasons_of(Some("praat")),
        "csv",
        &["praat,Praatgraag,forgot,1,1,0,EUR,484.00"],
    );
}

/// S1-02.
#[test]
fn processed_wrongly() {
    assert_said(
        "behaviour",
        &reasons_of(Some("praat")),
        "csv",
        &["praat,Praatgraag,admin,1,0,1,EUR,484.00"],
    );
}

/// S1-03.
#[test]
fn no_money() {
    assert_said(
        "behaviour",
        &reasons_of(Some("bouw")),
        "csv",
        &["bouw,Bouwbedrijf Balk,cashflow,1,0,0,EUR,1210.00"],
    );
}

/// S1-04.
#[test]
fn doubts_about_the_work() {
    assert_said(
        "behaviour",
        &reasons_of(Some("praat")),
        "csv",
        &["praat,Praatgraag,dissatisfied,1,0,0,EUR,484.00"],
    );
}

/// S1-05.
#[test]
fn each_reason_by_customer_and_in_all() {
    assert_said(
        "behaviour",
        &reasons_of(None),
        "text",
        &["bouw", "no money", "praat", "Total", "Reason"],
    );
}

/// S1-07.
#[test]
fn since_when_and_how_many_invoices() {
    assert_said(
        "behaviour",
        &about("bouw"),
        "text",
        &["Customer since", "2026-01-05", "2 invoices"],
    );
}

/// S1-11.
#[test]
fn days_from_late_to_the_first_contact_of_one_invoice() {
    assert_said(
        "show",
        &about("11"),
        "text",
        &["First contact", "2026-02-14, 2 days after it fell late"],
    );
}

/// S1-20.
#[test]
fn a_deposit_in_advance() {
    assert_said(
        "show",
        &about("2"),
        "text",
        &["payment: 1/3 – Deposit", "1/3 2026-01-06 300.00 0.00"],
    );
}

/// S1-25.
#[test]
fn contacts_that_are_not_about_money() {
    assert_said(
        "show",
        &about("praat"),
        "text",
        &["e-mail: Our new brochure of paint"],
    );
}

/// S1-26.
#[test]
fn something_new_is_told_and_asked() {
    assert_said(
        "show",
        &about("praat"),
        "text",
        &["Our new brochure of paint", "Content with"],
    );
}

/// S1-27.
#[test]
fn a_follow_up_comes_back() {
    assert_said(
        "next",
        &ReportOptions::default(),
        "text",
        &["follow up", "2026-05-06: Content with the hall"],
    );
}

/// S1-28.
#[test]
fn when_one_last_spoke_without_asking_for_money() {
    assert_said(
        "behaviour",
        &about("praat"),
        "text",
        &["Last friendly contact  2026-05-06"],
    );
}

/// S1-30.
#[test]
fn what_the_customer_is_worth() {
    assert_said(
        "advice",
        &about_invoice("11"),
        "text",
        &[
            "Relation",
            "1 invoice since 2026-01-12, together 484.00 EUR",
        ],
    );
}

/// S2-17.
#[test]
fn an_offer_to_who_is_content_is_kept() {
    assert_said(
        "show",
        &about("praat"),
        "text",
        &["offer-made", "offered the shed for 300.00"],
    );
}

/// S2-25.
#[test]
fn never_handed_over_and_why() {
    assert_said(
        "show",
        &about("praat"),
        "text",
        &["no", "agency", "An old friend: never to an agency"],
    );
}

/// S4-05.
#[test]
fn a_trial_lasts_as_long_as_the_business_needs() {
    assert_said("show", &about("nieuw"), "text", &["1,500.00", "2026-01-20"]);
}

/// S4-07.
#[test]
fn a_little_less_for_who_pays_by_a_day() {
    assert_said(
        "show",
        &about("21"),
        "text",
        &["early-payment discount", "-12.10"],
    );
}

/// S4-09.
#[test]
fn customers_are_known_before_they_are_late() {
    assert_said(
        "behaviour",
        &about("praat"),
        "text",
        &["Last friendly contact"],
    );
}

/// S4-10.
#[test]
fn lasting_facts() {
    assert_said(
        "show",
        &about("bouw"),
        "text",
        &["Mrs Spijker", "Pays on the 25th", "Attention"],
    );
}

/// S4-13.
#[test]
fn the_answer_to_why_is_kept() {
    assert_said(
        "show",
        &about("1"),
        "text",
        &["phone: no money – Balk first has to be paid himself"],
    );
}

/// S4-14.
#[test]
fn whether_it_was_true() {
    assert_said(
        "behaviour",
        &reasons_of(Some("praat")),
        "csv",
        &["forgot,1,1,0", "admin,1,0,1"],
    );
}

/// S4-18.
#[test]
fn a_part_now_and_the_rest_later() {
    assert_said("show", &about("2"), "text", &["payment: 1/3", "700.00"]);
}

/// S4-21.
#[test]
fn whatever_else_helps() {
    assert_said(
        "deviations",
        &ReportOptions::default(),
        "text",
        &["hold", "Until Mr Toga has spoken with him", "2026-06-30"],
    );
}

/// S4-02.
#[test]
fn every_deviation_with_its_reason() {
    assert_said(
        "deviations",
        &ReportOptions::default(),
        "text",
        &["skipped", "He is with the agency already"],
    );
}

/// S0-45.
#[test]
fn let_go_with_day_amount_and_reason() {
    assert_said(
        "show",
        &about("32"),
        "text",
        &[
            "2026-05-18",
            "write-off",
            "-60.50",
            "More trouble than it is worth",
        ],
    );
}

/// S1-19.
#[test]
fn delivered_and_not_invoiced() {
    assert_said(
        "unbilled",
        &ReportOptions::default(),
        "text",
        &["bouw", "Skirting boards", "484.00", "2026-05-15"],
    );
}

/// S0-11.
#[test]
fn who_agreed_when_to_what_and_in_which_paper() {
    assert_said(
        "show",
        &about("bouw"),
        "text",
        &[
            "2026-01-02 agreement: standard – Mrs Spijker signed",
            "2026-01-02 agreement offers/balk-signed.pdf",
        ],
    );
}

/// S0-18.
#[test]
fn all_of_one_transaction_is_on_one_page() {
    let words = [
        "Delivered",
        "2026-01-03",
        "invoice: Stairs",
        "phone: no money",
        "Payment plans",
        "missed",
        "Documents",
        "agreement offers/balk-signed.pdf",
        "invoice invoices/1.pdf",
    ];
    let page = story().print_report("show", &about("1"), "en", "text");
    assert_words(&page, &words);
}

/// S0-37, S0-38: what an agency keeps, of the hand-over and of the money: gross, commission, net.
#[test]
fn the_share_of_the_agency_is_told() {
    assert_said(
        "show",
        &about("31"),
        "text",
        &[
            "handover: agency, commission 15% – Incasso Noord",
            "payment: commission 150.00 EUR -1,000.00",
        ],
    );
    let none = ReportOptions::default();
    assert_said(
        "stats",
        &none,
        "csv",
        &["commission,EUR,150.00", "received_net,EUR,3073.90"],
    );
}

const SMALL_SUMS: &str = "format 1
policy standard
  terms: 30 days
  stage: reminder 3 days after due via email
  stage: handover 20 days after due
  self-below: 250.00
business
  name: Fietsenmaker Vos
  policy: standard
customer @klein
  name: Klein
  kind: business
  phone: 020 555 01 02

2026-01-02 agreed @klein
2026-01-05 invoice #1 @klein 121.00 vat 21% | Bell
2026-01-05 invoice #2 @klein 605.00 vat 21% | Bicycle
2026-02-10 sent reminder #1 #2 via email
2026-02-12 phone #1 #2 | Will look at it
";

/// S0-41: the policy says below which amount one goes on oneself; the work list and the advice keep to it.
#[test]
fn small_amounts_are_collected_by_oneself() {
    let day = "2026-03-20";
    let none = ReportOptions::default();
    assert_page(
        SMALL_SUMS,
        day,
        "next",
        &none,
        &[
            "decide",
            "less than `self-below` of the policy, so nobody else is asked",
            "hand over",
        ],
    );
    assert_page(
        SMALL_SUMS,
        day,
        "advice",
        &about_invoice("1"),
        &["collection agency too small for help"],
    );
    let larger = TestJournal::from_text(SMALL_SUMS, day);
    let larger = larger.print_report("advice", &about_invoice("2"), "en", "text");
    assert!(!larger.contains("too small"), "{larger}");
    assert_page(SMALL_SUMS, day, "stages", &none, &["ourselves"]);
}

const LAG: &str = "format 1
customer @a
  name: A
  kind: business

2026-03-05 invoice #1 @a 10.00 due 2026-04-01 | One
  delivered: 2026-03-04
2026-03-06 invoice #2 @a 10.00 due 2026-04-01 | Two
  delivered: 2026-03-04
  sent: 2026-03-08
2026-03-20 invoice #3 @a 10.00 due 2026-04-01 | Three
  delivered: 2026-03-10
";

/// S0-13: how many days lie between the work and its invoice.
#[test]
fn the_days_between_work_and_invoice_are_known() {
    let none = ReportOptions::default();
    assert_page(
        LAG,
        "2026-03-31",
        "stats",
        &none,
        &["Days from delivery to invoice (median) 4"],
    );
}

const MORNING: &str = "format 1
policy standard
  terms: 30 days
  stage: reminder 3 days after due deadline 7 days via email phone
  stage: handover 20 days after due gap 5 days
business
  name: Fietsenmaker Vos
  policy: standard
customer @laat
  name: Laat
  kind: business
  email: laat@example.org
  phone: 020 555 01 02

2026-01-02 agreed @laat
2026-01-05 invoice #1 @laat 605.00 vat 21%
  item: 5 hours x 60.00 | Frame
  item: 2 x 100.00 | Wheels
";

/// S1-17, S2-09, S2-13: the reminder after the term, and a call beside it.
#[test]
fn a_reminder_after_the_term_and_a_call_beside_it() {
    let none = ReportOptions::default();
    assert_page(
        MORNING,
        "2026-02-08",
        "next",
        &none,
        &["2026-02-07 send reminder (email) laat"],
    );
    let sent = format!("{MORNING}2026-02-08 sent reminder #1 via email\n");
    assert_page(
        &sent,
        "2026-02-09",
        "next",
        &none,
        &["call laat", "letter sent on 2026-02-08, not called yet"],
    );
}

/// S2-21: since when a claim could be handed over.
#[test]
fn since_when_it_could_be_handed_over() {
    let text =
        format!("{MORNING}2026-02-08 sent reminder #1 via email\n2026-02-09 phone #1 | Later\n");
    let none = ReportOptions::default();
    assert_page(
        &text,
        "2026-03-10",
        "next",
        &none,
        &["2026-02-24 hand over laat"],
    );
}

/// S1-23: lines with their words, quantity, price and total.
#[test]
fn the_lines_of_an_invoice_are_shown() {
    assert_page(
        MORNING,
        "2026-02-08",
        "show",
        &about("1"),
        &[
            "Frame 5 hours 60.00 300.00 21%",
            "Wheels 2 100.00 200.00 21%",
            "21% 500.00 105.00 605.00",
            "605.00",
        ],
    );
}

/// S2-16: what matters is noted, word for word.
#[test]
fn what_was_said_is_kept_word_for_word() {
    assert_said(
        "show",
        &about("praat"),
        "text",
        &["He wants it green, and not before July"],
    );
}

/// S1-21: a part on delivery is not due before it.
#[test]
fn a_part_on_delivery_waits_for_it() {
    assert_said(
        "show",
        &about("2"),
        "text",
        &["3/3 on delivery 400.00 400.00"],
    );
}

/// S3-02, S2-06: when a payment is late, counted from the day the invoice was received.
#[test]
fn late_is_counted_from_the_receipt() {
    assert_said(
        "show",
        &about("31"),
        "text",
        &["Due date 2026-02-11", "Received 2026-01-12"],
    );
}

/// S4-03: a new customer acknowledges the policy.
#[test]
fn a_new_customer_acknowledges_the_policy() {
    assert_said(
        "show",
        &about("nieuw"),
        "text",
        &[
            "By return of mail",
            "agreement mail/2026-01-02-nieuwkoop.eml",
        ],
    );
}

/// S4-20: a part a month, on the pay day.
#[test]
fn small_sums_on_pay_days() {
    assert_said(
        "show",
        &about("1"),
        "text",
        &[
            "2026-04-25 302.50 302.50 paid",
            "2026-05-25 302.50 0.00 missed",
            "2026-06-25 302.50 0.00 to come",
        ],
    );
}

const OLD_AND_NEW: &str = "format 1
customer @a
  name: A
  kind: business
customer @b
  name: B
  kind: business

2026-01-01 invoice #1 @a 100.00 due 2026-01-10 | One
2026-01-01 invoice #2 @a 100.00 due 2026-01-10 | Two
2026-01-01 invoice #3 @b 100.00 due 2026-01-10 | Three
2026-01-01 invoice #4 @b 100.00 due 2026-01-10 | Four
2026-01-01 invoice #5 @b 50.00 due 2026-01-10 | Five
2026-01-09 payment #5 50.00
2026-01-20 payment #1 100.00
2026-02-20 payment #2 60.00
2026-03-01 credit #C3 for #3 20.00 | Too much
2026-03-20 writeoff #2 | The rest
2026-04-20 payment #3 20.00
2026-05-01 writeoff #3 | The rest
";

/// S2-23: the older, the less comes in: in per cent, by how late it was, with the number of items; and offered to advice.
#[test]
fn the_older_the_less_comes_in() {
    let none = ReportOptions::default();
    // Late: 1 to 4, of 380.00 without the credit note 180.00 came in. Over 30 days: 2 to 4, of 280.00 came 80.00.
    assert_page(
        OLD_AND_NEW,
        "2026-05-29",
        "recovery",
        &none,
        &[
            "late 4 380.00 180.00 47 100.00",
            "over 30 days late 3 280.00 80.00 28 100.00",
            "over 60 days late 3 220.00 20.00 9 100.00",
            "over 90 days late 2 180.00 20.00 100.00",
        ],
    );
    let text = format!("{OLD_AND_NEW}2026-05-20 writeoff #4 50.00 | Half of it\n");
    let few = TestJournal::from_text(&text, "2026-02-15");
    let few = few.print_report("advice", &about_invoice("4"), "en", "text");
    assert!(!few.contains("came in so far"), "{few}");
    let more = "2026-04-01 invoice #6 @a 10.00 due 2026-05-10 | Six\n";
    assert_page(
        &format!("{OLD_AND_NEW}{more}"),
        "2026-05-29",
        "advice",
        &about_invoice("6"),
        &[
            "Of 5 items that were late, 46% of what was open came in so far",
            "`--chance 46%`",
        ],
    );
}

/// S3-31: a last letter names the lawyer or the court only where the policy has them next.
#[test]
fn a_last_letter_names_who_is_next() {
    let text = |next: &str| {
        format!(
            "{BUSINESS}  policy: standard\npolicy standard\n  terms: 30 days\n  stage: final 3 days after due \
             deadline 14 days via email\n{next}customer @laat\n  name: Laat B.V.\n  address: Kade 1\n  address: \
             1011 AA Amsterdam\n  kind: business\n  email: laat@example.org\n\n2026-01-05 invoice #1 @laat 605.00 \
             vat 21% | Folders\n"
        )
    };
    for (next, words) in [
        (
            "  stage: handover 40 days after due\n",
            "ter incasso uit handen",
        ),
        (
            "  stage: handover 40 days after due to lawyer\n",
            "uit handen aan onze advocaat",
        ),
        (
            "  stage: handover 40 days after due to court\n",
            "leggen wij de vordering voor aan de rechter",
        ),
    ] {
        let letter = print_due(&text(next), "2026-02-10", "text");
        assert_words(&letter, &[words]);
        let named = ["ter incasso", "advocaat", "rechter"].into_iter();
        assert_eq!(
            named.filter(|word| letter.contains(word)).count(),
            1,
            "{letter}"
        );
    }
    // Neither where no step follows, nor where the amount is one that stays with the business.
    let kept = text("  stage: handover 40 days after due to court\n  self-below: 1000.00\n");
    for letter in [
        print_due(&text(""), "2026-02-10", "text"),
        print_due(&kept, "2026-02-10", "text"),
    ] {
        for word in ["ter incasso", "advocaat", "rechter"] {
            assert!(!letter.contains(word), "{letter}");
        }
    }
}

/// S3-07: the words of every built-in letter have a calm tone, in both languages.
#[test]
fn every_built_in_letter_is_calm() {
    for language in LANGUAGES {
        for kind in BUILT_IN_KINDS {
            let text = language.letter_template(kind.name).expect("a template");
            let found = find_tone_faults(text, &language.phrases.tone).into_iter();
            let loud: Vec<_> = found
                .filter(|(kind, _)| *kind != ToneFaultKind::Escalation)
                .collect();
            assert_eq!(loud, [], "{} {}", language.tag, kind.name);
        }
    }
}
