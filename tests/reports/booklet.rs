//! One booklet for each example and reader: every report one after the other, as it stands on the page.

use super::shelf::{Book, examples};
use std::fmt::Write;
use tegoed::journal::model::NumberUse;
use tegoed::report::scope::{Ask, By};

/// A command as a person types it, and what it asks.
type Command = (String, &'static str, Ask);

fn commands(book: &Book) -> Vec<Command> {
    let plain = |report: &'static str| (report.to_owned(), report, Ask::default());
    let by_invoice = Ask {
        by: By::Invoice,
        ..Ask::default()
    };
    let mut all = vec![
        plain("aging"),
        ("aging --by invoice".to_owned(), "aging", by_invoice),
        plain("balance"),
    ];
    let about = |report: &'static str, id: &str, explain| {
        let flag = if explain { " --explain" } else { "" };
        let ask = Ask {
            subject: Some(id.to_owned()),
            explain,
            ..Ask::default()
        };
        (format!("{report} {id}{flag}"), report, ask)
    };
    let journal = &book.outcome.journal;
    let as_of = book.outcome.ledger.as_of.0;
    for customer in journal.customers_by_id() {
        all.push(about("statement", journal.customer_id(customer), false));
        all.push(about("show", journal.customer_id(customer), false));
    }
    let issued = journal
        .invoices
        .iter()
        .filter(|(_, invoice)| invoice.number_use != NumberUse::Unknown && invoice.date <= as_of);
    for (number, _) in issued.take(6) {
        all.push(about("show", journal.invoice_no(number), true));
    }
    all.extend(
        [
            "invoices",
            "customers",
            "stats",
            "files",
            "next",
            "stages",
            "behaviour",
            "forecast",
        ]
        .map(plain),
    );
    let items = Ask {
        by: By::Invoice,
        ..Ask::default()
    };
    all.push(("forecast --by invoice".to_owned(), "forecast", items));
    all
}

fn booklet(book: &Book, tag: &str, medium: &str) -> String {
    let mut text = String::new();
    for (typed, report, ask) in commands(book) {
        let page = book.print(report, &ask, tag, medium);
        let _ = writeln!(text, "$ tegoed {typed}\n{page}\n");
    }
    text
}

#[test]
fn every_report_of_every_example_reads_well() {
    let mut settings = insta::Settings::clone_current();
    settings.set_omit_expression(true);
    settings.set_prepend_module_to_snapshot(false);
    settings.set_snapshot_path("../snapshots/reports");
    settings.bind(|| {
        for name in &examples() {
            let book = Book::example(name);
            let stem = name.trim_end_matches(".tegoed");
            for (tag, medium, kind) in [
                ("nl", "text", "nl"),
                ("en", "text", "en"),
                ("en", "csv", "csv"),
            ] {
                insta::assert_snapshot!(format!("{stem}.{kind}"), booklet(&book, tag, medium));
            }
        }
    });
}
