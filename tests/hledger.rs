//! The balances of an independent program: hledger, on the export of the same journals, at four month ends.
//!
//! It reckons with double entry and knows nothing of open items, so it shares no idea with the ledger it judges.

use crate::journals::{MemoryFiles, as_of_comment, journals_below, repository_path};
use chrono::{Datelike, Months, NaiveDate};
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;
use tegoed::check::CheckScope;
use tegoed::ledger::ageing::{AgeingBasis, Buckets, build_ageing};
use tegoed::load::Roots;
use tegoed::pipeline::{PipelineOptions, run};
use tegoed::value::calendar::month_end;
use tegoed::value::money::Money;

/// Balance by customer and currency, without those at nothing.
type Balances = BTreeMap<(String, String), String>;

fn has_hledger() -> bool {
    let here = Command::new("hledger").arg("--version").output().is_ok();
    let required = std::env::var_os("TEGOED_REQUIRE_TOOLS").is_some();
    assert!(here || !required, "hledger is required and not installed");
    here
}

/// The end of the month of a day, and of the three before.
fn month_ends(last: NaiveDate) -> Vec<NaiveDate> {
    (0..4)
        .filter_map(|back| last.checked_sub_months(Months::new(back)))
        .filter_map(|day| month_end(day.year(), day.month()))
        .collect()
}

fn tegoed_balances(files: &MemoryFiles, root: &Path, day: NaiveDate) -> Balances {
    let options = PipelineOptions {
        as_of: day,
        scope: CheckScope::Errors,
    };
    let outcome =
        run(&Roots::from_file(root), files, options).expect("a journal in memory can be read");
    let rows = build_ageing(
        &outcome.journal,
        &outcome.ledger,
        &Buckets::default(),
        AgeingBasis::Due,
    );
    rows.into_iter()
        .filter(|row| !row.balance.is_zero())
        .map(|row| {
            let customer = outcome.journal.customer_id(row.customer).to_owned();
            let balance = Money::new(row.balance, row.currency).to_string();
            ((customer, row.currency.code().to_owned()), balance)
        })
        .collect()
}

fn hledger_balances(export: &Path, day: NaiveDate) -> Balances {
    let after = day.succ_opt().expect("not the end of time");
    let output = Command::new("hledger")
        .arg("-f")
        .arg(export)
        .args(["balance", "assets:receivable", "--depth", "3", "--flat"])
        .args([
            "--layout=bare",
            "--no-total",
            "-O",
            "csv",
            "-e",
            &after.to_string(),
        ])
        .output()
        .expect("hledger runs");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let mut reader = csv::Reader::from_reader(output.stdout.as_slice());
    reader
        .records()
        .map(|row| row.expect("hledger writes CSV"))
        .filter(|row| row[2].chars().any(|digit| ('1'..='9').contains(&digit)))
        .map(|row| {
            let customer = row[0].rsplit(':').next().expect("an account").to_owned();
            ((customer, row[1].to_owned()), row[2].to_owned())
        })
        .collect()
}

#[test]
fn balances_at_month_ends_are_those_of_hledger() {
    if !has_hledger() {
        eprintln!("hledger is not installed: its balances were not compared");
        return;
    }
    let examples = MemoryFiles::from_folder(&repository_path("examples"));
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut compared = 0;
    for (name, bytes) in journals_below("examples") {
        if !String::from_utf8_lossy(&bytes).contains("; as of ") {
            continue;
        }
        let export = folder.path().join("export.journal");
        let made = Command::new(env!("CARGO_BIN_EXE_tegoed"))
            .args([
                "export",
                "hledger",
                "--force",
                "--as-of",
                "2100-01-01",
                "-f",
            ])
            .arg(repository_path(&name))
            .arg("-o")
            .arg(&export)
            .status()
            .expect("tegoed runs");
        assert!(made.success(), "{name}");
        let root = name.strip_prefix("examples/").expect("below examples");
        for day in month_ends(as_of_comment(&bytes)) {
            assert_eq!(
                tegoed_balances(&examples, Path::new(root), day),
                hledger_balances(&export, day),
                "{name} on {day}"
            );
            compared += 1;
        }
    }
    assert!(compared >= 60, "only {compared} month ends compared");
}
