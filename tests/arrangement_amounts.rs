//! Arrangements in another currency than their invoice (A007), and disputes that end in more than they bear (E027).

use crate::journals::{check_text, finding_place};

/// Where findings of a code stand.
fn places(text: &str, code: &str) -> Vec<String> {
    let outcome = check_text(text);
    let found = outcome.findings.diagnostics.iter();
    let found = found.filter(|found| found.kind.code == code);
    found.map(|found| finding_place(&outcome, found)).collect()
}

#[test]
fn what_is_promised_planned_or_contested_is_in_the_currency_of_the_invoice() {
    let text = "format 1\n\
        \n\
        customer @galerie\n\
        \x20\x20name: Galerie Oost B.V.\n\
        \x20\x20address: Kade 12\n\
        \x20\x20address: 1411 AB Naarden\n\
        \x20\x20email: post@galerieoost.example\n\
        \x20\x20kind: business\n\
        \n\
        2026-03-02 agreed @galerie\n\
        2026-03-05 invoice #31 @galerie 363.00 vat 21% due 2026-04-04 | Frames\n\
        2026-03-06 invoice #32 @galerie 90.00 USD vat 21% due 2026-04-05 | Prints\n\
        2026-03-10 dispute #31 45 JPY | Scratches\n\
        2026-03-12 resolve #31 settled 30 JPY\n\
        2026-04-06 promise #31 #32 150.00 by 2026-04-20\n\
        2026-04-08 plan #31\n\
        \x20\x20due: 163.00 on 2026-04-20\n\
        \x20\x20due: 200 JPY on 2026-05-20\n";
    assert_eq!(
        places(text, "A007"),
        ["A007 13:24", "A007 14:32", "A007 15:28", "A007 18:8"]
    );
}

#[test]
fn a_dispute_ends_in_no_more_than_it_bears() {
    let text = "format 1\n\
        \n\
        customer @galerie\n\
        \x20\x20name: Galerie Oost B.V.\n\
        \x20\x20address: Kade 12\n\
        \x20\x20address: 1411 AB Naarden\n\
        \x20\x20email: post@galerieoost.example\n\
        \x20\x20kind: business\n\
        \n\
        2026-03-02 agreed @galerie\n\
        2026-03-05 invoice #41 @galerie 363.00 vat 21% due 2026-04-24 | Frames\n\
        2026-03-05 invoice #42 @galerie 242.00 vat 21% due 2026-04-24 | Glass\n\
        2026-03-05 invoice #43 @galerie 121.00 vat 21% due 2026-04-24 | Hooks\n\
        2026-03-05 invoice #44 @galerie 484.00 vat 21% due 2026-04-24 | Prints\n\
        2026-03-16 dispute #41 60.00 | Scratches\n\
        2026-03-20 resolve #41 settled 75.00\n\
        2026-03-20 resolve #42 settled 12.50\n\
        2026-03-21 dispute #43 | All bent\n\
        2026-03-21 dispute #44 90.00 | Fades\n\
        2026-03-22 resolve #43 upheld 130.00\n\
        2026-03-23 resolve #44 upheld 40.00\n\
        2026-03-24 resolve #44 settled 55.00\n";
    assert_eq!(
        places(text, "E027"),
        ["E027 16:32", "E027 17:12", "E027 20:31", "E027 22:12"]
    );
}

#[test]
fn a_plan_in_another_currency_is_one_mistake() {
    let text = "format 1\n\
        customer @galerie\n\
        \x20\x20name: Galerie Oost B.V.\n\
        \x20\x20kind: business\n\
        2026-03-05 invoice #51 @galerie 363.00 vat 21% due 2026-04-04 | Frames\n\
        2026-04-08 plan #51\n\
        \x20\x20due: 363.00 USD on 2026-04-20\n";
    assert_eq!(places(text, "A007"), ["A007 7:8"]);
    assert!(places(text, "P010").is_empty());
}
