//! The balances of independent programs, hledger, Ledger and beancount, on exports of the same journals, at four month
//! ends.
//!
//! They reckon with double entry and know nothing of open items, so they share no idea with the ledger they judge.

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
use tegoed::value::currency::Currency;
use tegoed::value::money::{Minor, Money};

/// Balance by customer and currency, without those at nothing.
type Balances = BTreeMap<(String, String), String>;

/// Whether a program answers; where it does not, its balances are not compared, and that is said.
fn is_installed(program: &str, arguments: &[&str]) -> bool {
    let answer = Command::new(program).args(arguments).output();
    let here = answer.is_ok_and(|answer| answer.status.success());
    let required = std::env::var_os("TEGOED_REQUIRE_TOOLS").is_some() && program != "python3";
    assert!(here || !required, "{program} is required and not installed");
    if !here {
        eprintln!("{program} {arguments:?} does not answer: its balances were not compared");
    }
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

/// Balances that a program printed as `customer,currency,amount`, those at nothing left out.
fn balances_of_rows<'r>(rows: impl Iterator<Item = [&'r str; 3]>) -> Balances {
    let moved = rows.filter(|row| row[2].contains(|digit| ('1'..='9').contains(&digit)));
    let named = moved.map(|[account, currency, amount]| {
        let customer = account.rsplit(':').next().expect("an account");
        (
            (customer.to_owned(), currency.to_owned()),
            amount.to_owned(),
        )
    });
    named.collect()
}

/// What a program prints; it must find nothing wrong.
fn print_of(program: &mut Command) -> String {
    let output = program.output().expect("the program runs");
    assert!(
        output.status.success(),
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).expect("UTF-8")
}

fn hledger_balances(export: &Path, day: NaiveDate) -> Balances {
    let after = day.succ_opt().expect("not the end of time").to_string();
    let mut check = Command::new("hledger");
    print_of(check.arg("-f").arg(export).args(["check", "-s"]));
    let printed = print_of(
        Command::new("hledger")
            .arg("-f")
            .arg(export)
            .args(["balance", "assets:receivable", "--depth", "3", "--flat"])
            .args(["--layout=bare", "--no-total", "-O", "csv", "-e", &after]),
    );
    let rows = printed.lines().skip(1).map(|line| {
        let mut cells = line.split(',').map(|cell| cell.trim_matches('"'));
        [(); 3].map(|()| cells.next().expect("three cells"))
    });
    balances_of_rows(rows)
}

fn ledger_balances(export: &Path, day: NaiveDate) -> Balances {
    let after = day.succ_opt().expect("not the end of time").to_string();
    let printed = print_of(
        Command::new("ledger")
            .arg("--pedantic")
            .arg("-f")
            .arg(export)
            .args(["csv", "^assets:receivable:", "-e", &after])
            .args([
                "--csv-format",
                "%(account)|%(commodity)|%(quantity(amount))\n",
            ]),
    );
    let mut sums: BTreeMap<(String, String), i128> = BTreeMap::new();
    for line in printed.lines() {
        let cells: Vec<&str> = line.split('|').collect();
        let customer = cells[0].split(':').nth(2).expect("a customer");
        let (whole, part) = cells[2].split_once('.').unwrap_or((cells[2], ""));
        let digits = decimals_of(cells[1]);
        let minor: i128 = format!("{whole}{part:0<digits$}")
            .parse()
            .expect("a figure");
        *sums
            .entry((customer.to_owned(), cells[1].to_owned()))
            .or_default() += minor;
    }
    let open = sums.into_iter().filter(|(_, minor)| *minor != 0);
    open.map(|(account, minor)| {
        let currency = Currency::from_code(&account.1).expect("a currency");
        let amount = Money::new(Minor(minor), currency).to_string();
        (account, amount)
    })
    .collect()
}

fn decimals_of(code: &str) -> usize {
    let currency = Currency::from_code(code).expect("a currency");
    currency.decimals().try_into().expect("a few digits")
}

/// Sums the debtors of a customer, by the tag of each entry, at the end of the days named.
const BEANCOUNT_SUMS: &str = r#"
import sys, datetime, collections
from beancount import loader
entries, errors, _ = loader.load_file(sys.argv[1])
assert not errors, errors
for day in sys.argv[2:]:
    sums = collections.defaultdict(int)
    for entry in entries:
        if type(entry).__name__ == "Transaction" and str(entry.date) <= day:
            for posting in entry.postings:
                parts = posting.account.split(":")
                if parts[:2] == ["Assets", "Receivable"]:
                    sums[parts[2], posting.units.currency] += posting.units.number
    for (name, currency), amount in sorted(sums.items()):
        print(day, name, currency, amount)
"#;

fn beancount_balances(export: &Path, days: &[NaiveDate]) -> BTreeMap<NaiveDate, Balances> {
    let printed = print_of(
        Command::new("python3")
            .args(["-c", BEANCOUNT_SUMS])
            .arg(export)
            .args(days.iter().map(ToString::to_string)),
    );
    let of_day = |day: &NaiveDate| {
        let lines = printed
            .lines()
            .filter(|line| line.starts_with(&day.to_string()));
        balances_of_rows(lines.map(|line| {
            let mut words = line.split(' ').skip(1);
            [(); 3].map(|()| words.next().expect("three words"))
        }))
    };
    days.iter().map(|day| (*day, of_day(day))).collect()
}

/// The customers as beancount names them.
fn in_beancount(balances: Balances) -> Balances {
    let renamed = balances.into_iter().map(|((customer, currency), amount)| {
        let name = customer.replace('.', "Dot").replace('_', "Line");
        let (first, rest) = name.split_at(1);
        ((first.to_ascii_uppercase() + rest, currency), amount)
    });
    renamed.collect()
}

/// Exports every sound example, and hands file, journal and month ends to a comparison.
fn compare_examples(target: &str, compare: impl Fn(&Path, &MemoryFiles, &Path, &[NaiveDate])) {
    let examples = MemoryFiles::from_folder(&repository_path("examples"));
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut compared = 0;
    for (name, bytes) in journals_below("examples") {
        if !String::from_utf8_lossy(&bytes).contains("; as of ") {
            continue;
        }
        let export = folder.path().join(format!("export.{target}"));
        let made = Command::new(env!("CARGO_BIN_EXE_tegoed"))
            .args(["export", target, "--force", "--as-of", "2100-01-01", "-f"])
            .arg(repository_path(&name))
            .arg("-o")
            .arg(&export)
            .status()
            .expect("tegoed runs");
        assert!(made.success(), "{name}");
        let root = name.strip_prefix("examples/").expect("below examples");
        let days = month_ends(as_of_comment(&bytes));
        compared += days.len();
        compare(&export, &examples, Path::new(root), &days);
    }
    assert!(compared >= 60, "only {compared} month ends compared");
}

#[test]
fn balances_at_month_ends_are_those_of_hledger() {
    if !is_installed("hledger", &["--version"]) {
        return;
    }
    compare_examples("hledger", |export, examples, root, days| {
        for day in days {
            let expected = tegoed_balances(examples, root, *day);
            assert_eq!(
                expected,
                hledger_balances(export, *day),
                "{} on {day}",
                root.display()
            );
        }
    });
}

#[test]
fn balances_at_month_ends_are_those_of_ledger() {
    if !is_installed("ledger", &["--version"]) {
        return;
    }
    compare_examples("ledger", |export, examples, root, days| {
        for day in days {
            let expected = tegoed_balances(examples, root, *day);
            assert_eq!(
                expected,
                ledger_balances(export, *day),
                "{} on {day}",
                root.display()
            );
        }
    });
}

#[test]
fn balances_at_month_ends_are_those_of_beancount() {
    if !is_installed("python3", &["-c", "import beancount"]) {
        return;
    }
    compare_examples("beancount", |export, examples, root, days| {
        for (day, found) in beancount_balances(export, days) {
            let expected = in_beancount(tegoed_balances(examples, root, day));
            assert_eq!(expected, found, "{} on {day}", root.display());
        }
    });
}

/// Names and texts of which each has something that a program may take for its own, mixed rates, and an agency's share.
const ODD_NAMES: &str = "format 1\n\
    customer @1-a_b.c\n  name: Zeil; \"Touw\" \\ (Co) | Ltd\n\
    customer @on\n  name: X\n\
    2026-01-05 invoice #z/1.2_3 @1-a_b.c 230.00 due 2026-02-04 | Touw; \"dik\" \\ (2x) | extra\n\
    \x20 item: 100.00 vat 21% | Touw\n  item: 100.00 vat 9% | Garen\n\
    2026-01-06 invoice #on-account-with-a-number-that-is-longer-than-any-column @on 1000.00 due 2026-02-05 | Mast\n\
    2026-02-20 payment #z/1.2_3 100.00\n  id: b(1); \"x\", y\n  commission: 15.00\n\
    2026-02-21 payment @on 5.00 on-account\n\
    2026-02-22 payment unknown 7.00\n  id: ?;(\n\
    2026-02-23 payment @on 9.00 USD on-account\n\
    2026-02-24 payment @on 900 JPY on-account\n";

#[test]
fn no_name_or_text_disturbs_a_program() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let root = folder.path().join("main.tegoed");
    std::fs::write(&root, ODD_NAMES).expect("a file");
    let export = |target: &str| {
        let file = folder.path().join(format!("export.{target}"));
        let mut tegoed = Command::new(env!("CARGO_BIN_EXE_tegoed"));
        let arguments = ["export", target, "--as-of", "2026-03-01", "-f"];
        print_of(tegoed.args(arguments).arg(&root).arg("-o").arg(&file));
        file
    };
    let files = MemoryFiles::default().with_file("main.tegoed", ODD_NAMES);
    let day = NaiveDate::from_ymd_opt(2026, 3, 1).expect("a day");
    let expected = tegoed_balances(&files, Path::new("main.tegoed"), day);
    assert_eq!(expected.len(), 4, "{expected:?}");
    let hledger = export("hledger");
    let text = std::fs::read_to_string(&hledger).expect("text");
    for line in [
        "assets:bank                                            85.00 EUR",
        "expenses:collection                                    15.00 EUR",
        "income:9%                                            -100.00 EUR  ; vat: 9%",
        "liabilities:vat:1b                                     -9.00 EUR  ; vat: 9%",
        "income:unknown                                      -1000.00 EUR  ; vat: unknown",
        "liabilities:suspense                                   -7.00 EUR",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    if is_installed("hledger", &["--version"]) {
        assert_eq!(expected, hledger_balances(&hledger, day));
    }
    if is_installed("ledger", &["--version"]) {
        assert_eq!(expected, ledger_balances(&export("ledger"), day));
    }
    if is_installed("python3", &["-c", "import beancount"]) {
        let found = beancount_balances(&export("beancount"), &[day]);
        assert_eq!(in_beancount(expected), found[&day]);
    }
}

/// What names of files and of customers, and texts, may have in them: the books stay readable.
#[test]
fn odd_names_and_long_texts_leave_the_books_readable() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let long = "woord ".repeat(900);
    let main = format!(
        "format 1\n\ncustomer @p\n  name: A | B; C (D)\n  kind: business\n  terms: 30 days\n\ninclude *.inc\n\n\
         2026-01-02 invoice #9 @p 121.00 vat 21%\n2026-01-03 invoice #10 @p 50.00 vat 9% | {long}\n"
    );
    let path = |name: &str| folder.path().join(name);
    std::fs::write(path("main.tegoed"), main).expect("written");
    let more = "2026-01-05 invoice #1 @p 121.00 vat 21% | Hek | rood\n";
    std::fs::write(path("two\nlines.inc"), more).expect("written");
    for (target, program) in [("hledger", "hledger"), ("ledger", "ledger")] {
        let mut tegoed = Command::new(env!("CARGO_BIN_EXE_tegoed"));
        let tegoed = tegoed.args(["export", target, "--as-of", "2026-03-01", "-f"]);
        let books = print_of(tegoed.arg(path("main.tegoed")));
        assert!(books.contains("* (9) A / B, C (D)\n"), "{books}");
        assert!(books.contains("two lines.inc:1"), "{books}");
        std::fs::write(path(target), books).expect("written");
        if is_installed(program, &["--version"]) {
            let printed = print_of(
                Command::new(program)
                    .arg("-f")
                    .arg(path(target))
                    .arg("print"),
            );
            assert!(printed.contains("rood"), "{printed}");
        }
    }
}
