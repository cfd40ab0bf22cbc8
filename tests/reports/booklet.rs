//! One booklet for each example: a page for every report and reader, and for every customer and invoice, as it stands on
//! the screen.

use super::shelf::{TestJournal, example_names};
use std::collections::BTreeMap;
use std::fmt::Write;
use tegoed::journal::model::NumberUse;
use tegoed::report::shared::report_input::{GroupBy, ReportOptions};

/// A command as a person types it, and what it asks.
type TypedCommand = (String, &'static str, ReportOptions);

fn all_commands(book: &TestJournal) -> Vec<TypedCommand> {
    let plain = |report: &'static str| (report.to_owned(), report, ReportOptions::default());
    let by_invoice = ReportOptions {
        group_by: GroupBy::Invoice,
        ..ReportOptions::default()
    };
    let mut all = vec![
        plain("aging"),
        ("aging --by invoice".to_owned(), "aging", by_invoice),
        plain("balance"),
    ];
    let about = |report: &'static str, id: &str, explain| {
        let flag = if explain { " --explain" } else { "" };
        let ask = ReportOptions {
            subject: Some(id.to_owned()),
            explain,
            ..ReportOptions::default()
        };
        (format!("{report} {id}{flag}"), report, ask)
    };
    let journal = &book.outcome.journal;
    let as_of = book.outcome.ledger.as_of;
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
    let items = ReportOptions {
        group_by: GroupBy::Invoice,
        ..ReportOptions::default()
    };
    all.push(("forecast --by invoice".to_owned(), "forecast", items));
    all
}

/// The pages of a booklet by name: that of the report, or of the customer or invoice it is about.
fn print_booklet(book: &TestJournal, tag: &str, medium: &str) -> BTreeMap<String, String> {
    let mut pages: BTreeMap<String, String> = BTreeMap::new();
    for (typed, report, ask) in all_commands(book) {
        let page = book.print_report(report, &ask, tag, medium);
        let name = ask.subject.as_deref().unwrap_or(report).to_owned();
        let _ = writeln!(pages.entry(name).or_default(), "$ tegoed {typed}\n{page}\n");
    }
    pages
}

#[test]
fn every_report_of_every_example_reads_well() {
    let mut settings = insta::Settings::clone_current();
    settings.set_omit_expression(true);
    settings.set_prepend_module_to_snapshot(false);
    for name in &example_names() {
        let book = TestJournal::from_example(name);
        let stem = name.trim_end_matches(".tegoed");
        settings.set_snapshot_path(format!("../snapshots/reports/{stem}"));
        settings.bind(|| {
            for (tag, medium, kind) in [
                ("nl", "text", "nl"),
                ("en", "text", "en"),
                ("en", "csv", "csv"),
            ] {
                for (page, text) in print_booklet(&book, tag, medium) {
                    insta::assert_snapshot!(format!("{page}.{kind}"), text);
                }
            }
        });
    }
}
