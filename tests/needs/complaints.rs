//! S2-18 and S2-19: what a complaint was right about is not asked, nor interest over it, before and after its credit note.

use super::small_firm::{assert_says, assert_says_not, journal, page};

#[test]
fn what_was_never_owed_bears_no_interest_after_its_credit_note_either() {
    let upheld = journal(
        "2026-01-02 agreed @b\n2026-01-12 invoice #1 @b 1000.00 vat 21%\n2026-02-02 dispute #1 300.00 | Deur klemt\n\
         2026-02-06 resolve #1 upheld 300.00 | Klopt\n",
    );
    let credited = format!("{upheld}2026-02-07 credit #C1 for #1 300.00 vat 21% | Deur\n");
    let before = page(&upheld, "2026-03-10", "claim", Some("1"), "nl");
    let after = page(&credited, "2026-03-10", "claim", Some("1"), "nl");
    // Interest over 700.00 from 27 January to 10 March, at the rates of business.
    let interest = "700,00";
    assert_says(&before, &[interest]);
    assert_says(&after, &[interest, "-300,00"]);
    assert_says_not(&after, &["1.000,00 10,15%", "Zegt de creditnota"]);
    // A note that answers no complaint is asked about.
    let unasked = upheld.replace(
        "2026-02-02 dispute #1 300.00 | Deur klemt\n2026-02-06 resolve #1 upheld 300.00 | Klopt\n",
        "",
    );
    let unasked = format!("{unasked}2026-02-07 credit #C1 for #1 300.00 vat 21% | Deur\n");
    let page = page(&unasked, "2026-03-10", "claim", Some("1"), "nl");
    assert_says(&page, &["Zegt de creditnota"]);
}
