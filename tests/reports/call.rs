//! The guide to a call: what it says of whom, and when there is nothing to call about.

use super::shelf::TestJournal;
use tegoed::report::shared::report_input::ReportOptions;

const BUSINESS: &str = "format 1
business
  name: Drukkerij Van Dam
  policy: usual

policy usual
  terms: 30 days
  stage: reminder 3 days after due via email phone

customer @jansen
  name: Jansen Bouw B.V.
  attn: Mw. P. de Wit
  kind: business
  phone: 035 555 04 10

customer @smit
  name: Dhr. J. van Smit
  kind: consumer
  phone: 06 5550 4242

customer @stil
  name: Stil
  kind: business
  no: phone,visit

2026-01-05 invoice #2026-001 @jansen 1210.00 due 2026-02-04 | Visitekaartjes
2026-01-12 invoice #2026-002 @jansen 363.00 due 2026-02-11 | Briefpapier
2026-01-05 invoice #2026-003 @smit 100.00 due 2026-02-04 | Trouwkaarten
2026-01-05 invoice #2026-004 @stil 100.00 due 2026-02-04 | Kaarten
2026-02-06 promise #2026-001 1210.00 by 2026-02-13
";

fn call_guide(more: &str, on: &str, whom: &str, language: &str) -> String {
    let ask = ReportOptions {
        subject: Some(whom.to_owned()),
        ..ReportOptions::default()
    };
    TestJournal::from_text(&format!("{BUSINESS}{more}"), on)
        .print_report("call", &ask, language, "text")
}

#[test]
fn what_to_say_to_a_business_and_to_a_person() {
    insta::with_settings!({
        snapshot_path => "../snapshots/reports",
        prepend_module_to_snapshot => false,
        omit_expression => true,
    }, {
        let pages = ["nl", "en"].map(|tag| call_guide("", "2026-02-20", "jansen", tag));
        insta::assert_snapshot!("call-business", pages.join("\n\n"));
        let pages = ["nl", "en"].map(|tag| call_guide("", "2026-02-20", "smit", tag));
        insta::assert_snapshot!("call-consumer", pages.join("\n\n"));
    });
}

#[test]
fn nothing_late_is_no_reason_to_call() {
    let early = call_guide("", "2026-02-04", "jansen", "nl");
    assert!(early.contains("er is geen reden om te bellen"), "{early}");
    assert!(!early.contains("Zo kunt u het zeggen"), "{early}");
}

#[test]
fn who_does_not_want_to_be_called_is_not() {
    let page = call_guide("", "2026-02-20", "stil", "nl");
    assert!(page.contains("wil niet gebeld worden"), "{page}");
    assert!(!page.contains("Zo kunt u het zeggen"), "{page}");
}

#[test]
fn what_is_held_is_not_asked() {
    let disputed = "2026-02-16 dispute #2026-001\n2026-02-16 dispute #2026-002\n";
    let held = call_guide(disputed, "2026-02-20", "jansen", "nl");
    assert!(held.contains("Alles wat te laat is, ligt stil"), "{held}");
    // One of two: only the other is spoken about.
    let disputed = "2026-02-16 dispute #2026-001\n";
    let one = call_guide(disputed, "2026-02-20", "jansen", "nl");
    assert!(one.contains("Ik bel over factuur 2026-002."), "{one}");
    assert!(
        one.contains("`2026-02-20 phone @jansen #2026-002 | …`"),
        "{one}"
    );
}
