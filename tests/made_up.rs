//! What can be added without changing the program: a report, an export and a language that stand in this file alone, run the way
//! the command line runs the built-in ones.

use clap::Command;
use clap::builder::PossibleValue;
use include_dir::{Dir, DirEntry, File};
use std::ffi::OsString;
use std::fs;
use tegoed::cli::arguments::command_line::build_command_line;
use tegoed::cli::exit::ExitStatus;
use tegoed::cli::registry::Registry;
use tegoed::cli::run_words;
use tegoed::document::{Block, Cell, Document, Table};
use tegoed::language::en::ENGLISH;
use tegoed::language::letters::{FrameWords, LetterWords};
use tegoed::language::nl::DUTCH;
use tegoed::language::phrases::{Headings, Language, Phrases, Titles};
use tegoed::report::ageing::AGEING;
use tegoed::report::export::export_definition::{Export, ExportWriter};
use tegoed::report::export::json::JSON;
use tegoed::report::shared::page::{PageBasis, column, start_page};
use tegoed::report::shared::report_definition::{Report, ReportFn};
use tegoed::report::shared::report_flag::{FlagValue, ReportFlag};
use tegoed::report::shared::report_input::ReportInput;

const JOURNAL: &str = "\
format 1

business
  name: Drukkerij Van Dam
  address: Industrieweg 30
  address: 2031 CE Haarlem
  iban: NL91ABNA0417164300
  email: administratie@drukkerijvandam.example

2026-02-28 bank-through

customer @jansen
  name: Jansen B.V.
  address: Kerkstraat 1
  address: 1234 AB Haarlem
  email: jansen@jansen.example
  kind: business

2026-01-05 invoice #1 @jansen 1210.00 due 2026-02-04 | Folders
2026-01-06 invoice #2 @jansen 100.00 due 2026-03-06 | Cards
2026-01-20 payment #2 100.00
";

/// Runs the program in a folder with that journal. What it writes to `-o` is the answer.
fn run(registry: Registry, words: &[&str], output: &str) -> String {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("room");
    let journal = folder.path().join("main.tegoed");
    let written = folder.path().join(output);
    fs::write(&journal, JOURNAL).expect("room");
    let mut all: Vec<OsString> = ["tegoed", "--as-of", "2026-03-01", "--no-config"]
        .iter()
        .map(OsString::from)
        .collect();
    all.extend(words.iter().map(OsString::from));
    all.extend([
        "-f".into(),
        journal.into(),
        "-o".into(),
        written.clone().into(),
    ]);
    assert_eq!(run_words(&all, registry), ExitStatus::Success, "{words:?}");
    fs::read_to_string(&written).expect("what was written")
}

static OPEN_COUNT: Report = Report {
    name: "open-count",
    aliases: &["oc"],
    about: "how many invoices of each customer are open",
    flags: &[ReportFlag::new(
        "with-paid",
        "Count paid invoices too",
        FlagValue::Switch(|options| options.include_closed = true),
    )],
    columns: "Columns of csv and json, one row a customer:\n  customer\n  invoice_count    how many invoices are counted",
    write: ReportFn::All(write_open_count),
};

fn write_open_count(input: ReportInput<'_>) -> Vec<Document> {
    let mut page = start_page(
        input,
        "open-count",
        "Open invoices, counted",
        PageBasis::Entries,
    );
    let journal = input.day.journal;
    let counts = journal.customers.iter().map(|(customer, _)| {
        let items = input.day.ledger.items.iter().filter(|(item, state)| {
            let invoice = &journal.invoices[journal.items[*item].invoice];
            invoice.customer == Some(customer)
                && (state.open.is_positive() || input.options.include_closed)
        });
        vec![
            Cell::text(journal.customer_id(customer)),
            Cell::count(items.count()),
        ]
    });
    page.blocks.push(Block::Table(Table {
        columns: vec![
            column("customer", "customer"),
            column("invoice_count", "invoices"),
        ],
        rows: counts.collect(),
        totals: Vec::new(),
    }));
    vec![page]
}

const WITH_A_REPORT: Registry = Registry {
    reports: &[&AGEING, &OPEN_COUNT],
    ..Registry::BUILT_IN
};

#[test]
fn a_made_up_report_is_a_command_with_text_csv_and_json() {
    let csv = run(WITH_A_REPORT, &["open-count"], "counts.csv");
    assert_eq!(csv, "customer,invoice_count\r\njansen,1\r\n");
    let csv = run(WITH_A_REPORT, &["oc", "--with-paid"], "counts.csv");
    assert_eq!(csv, "customer,invoice_count\r\njansen,2\r\n");
    let json = run(WITH_A_REPORT, &["open-count"], "counts.json");
    assert!(
        json.contains(r#"{"customer":"jansen","invoice_count":"1"}"#),
        "{json}"
    );
    let text = run(WITH_A_REPORT, &["open-count", "-O", "text"], "counts.txt");
    assert!(text.starts_with("Open invoices, counted"), "{text}");
    assert!(text.contains("jansen           1"), "{text}");
}

/// The long help of a command.
fn help_of(mut program: Command, name: &str) -> String {
    let command = program.find_subcommand_mut(name).expect("a command");
    command.render_long_help().to_string()
}

#[test]
fn the_help_of_a_made_up_report_shows_its_flag_and_its_columns() {
    let program = build_command_line(WITH_A_REPORT);
    assert!(program.find_subcommand("statement").is_none());
    let help = help_of(program, "open-count");
    for words in [
        "How many invoices of each customer are open",
        "--with-paid",
        "Count paid invoices too",
        "invoice_count  how many invoices are counted",
        "--lang <LANG>",
    ] {
        assert!(help.contains(words), "{words} is not in\n{help}");
    }
    let page = run(WITH_A_REPORT, &["man"], "tegoed.1");
    assert!(page.contains("open\\-count"), "{page}");
}

static OPEN_NUMBERS: Export = Export {
    name: "open-numbers",
    about: "Numbers of open invoices, a line each",
    options: &[],
    writer: ExportWriter::Text {
        extension: "lst",
        write: write_open_numbers,
    },
};

fn write_open_numbers(input: ReportInput<'_>) -> String {
    let (journal, ledger) = (input.day.journal, input.day.ledger);
    let open = ledger.items.iter().filter(|(_, it)| it.open.is_positive());
    let numbers = open.map(|(item, _)| journal.invoice_no(journal.items[item].invoice));
    numbers.flat_map(|number| [number, "\n"]).collect()
}

const WITH_AN_EXPORT: Registry = Registry {
    exports: &[&JSON, &OPEN_NUMBERS],
    ..Registry::BUILT_IN
};

#[test]
fn a_made_up_export_is_written_named_and_refuses_what_it_does_not_take() {
    assert_eq!(
        run(WITH_AN_EXPORT, &["export", "open-numbers"], "numbers.lst"),
        "1\n"
    );
    assert!(run(WITH_AN_EXPORT, &["export", "json"], "all.json").starts_with("{\"schema\""));
    let program = build_command_line(WITH_AN_EXPORT);
    let command = program.find_subcommand("export").expect("a command");
    let target = command.get_arguments().find(|arg| arg.get_id() == "target");
    let names = target.expect("an argument").get_possible_values();
    let names: Vec<&str> = names.iter().map(PossibleValue::get_name).collect();
    assert_eq!(names, ["json", "open-numbers"]);
    for words in [
        ["open-numbers", "--period", "2026"],
        ["open-numbers", "--dialect", "excel-nl"],
        ["open-numbers", "-O", "csv"],
        ["csv", "--out", "x"],
    ] {
        let words = [&["tegoed", "export"], &words[..]].concat();
        let words: Vec<OsString> = words.iter().map(OsString::from).collect();
        assert_eq!(run_words(&words, WITH_AN_EXPORT), ExitStatus::Usage);
    }
}

/// English but for a few words, figures and letters of its own.
static MADE_UP: Language = Language {
    tag: "xx",
    decimal_mark: '·',
    group_mark: '\'',
    excel: None,
    phrases: Phrases {
        title: Titles {
            ageing: "Ixen",
            ..ENGLISH.phrases.title
        },
        heading: Headings {
            balance: "Balanx",
            ..ENGLISH.phrases.heading
        },
        letter: LetterWords {
            frame: FrameWords {
                payment: "Pax",
                closing: "Xooi,",
                ..ENGLISH.phrases.letter.frame
            },
            ..ENGLISH.phrases.letter
        },
        ..ENGLISH.phrases
    },
    letter_templates: Dir::new("", MADE_UP_TEMPLATES),
};

const MADE_UP_TEMPLATES: &[DirEntry<'static>] = &[DirEntry::File(File::new(
    "reminder.txt",
    b"subject: Xreminder {{ invoice_names }}\n\nXay {{ amount }}.\n",
))];

const WITH_A_LANGUAGE: Registry = Registry {
    languages: &[&ENGLISH, &DUTCH, &MADE_UP],
    ..Registry::BUILT_IN
};

#[test]
fn a_report_is_printed_in_a_made_up_language() {
    let page = run(
        WITH_A_LANGUAGE,
        &["aging", "--lang", "xx", "-O", "text"],
        "ageing.txt",
    );
    assert!(page.starts_with("Ixen\n"), "{page}");
    assert!(page.contains("Balanx"), "{page}");
    assert!(page.contains("1'210·00"), "{page}");
}

#[test]
fn a_letter_is_written_in_a_made_up_language() {
    let words = ["letters", "reminder", "jansen", "--lang", "xx"];
    let letter = run(WITH_A_LANGUAGE, &words, "letter.txt");
    for words in ["Xreminder invoice 1", "Xay €1'210·00.", "Pax", "Xooi,"] {
        assert!(letter.contains(words), "{words} is not in\n{letter}");
    }
    let page = run(
        WITH_A_LANGUAGE,
        &[&words[..], &["--format", "html"]].concat(),
        "letter.html",
    );
    assert!(page.contains("<html lang=\"xx\">"), "{page}");
}

#[test]
fn a_language_that_is_taken_out_of_the_list_is_gone() {
    const ENGLISH_ALONE: Registry = Registry {
        languages: &[&ENGLISH],
        ..Registry::BUILT_IN
    };
    let help = help_of(build_command_line(ENGLISH_ALONE), "aging");
    assert!(
        help.contains("Language of reports: en [default: that of the business, else en]"),
        "{help}"
    );
    let words = [
        "tegoed",
        "aging",
        "--lang",
        "nl",
        "-f",
        "examples/01-one-invoice.tegoed",
    ];
    assert_eq!(
        run_words(&words.map(OsString::from), ENGLISH_ALONE),
        ExitStatus::Usage
    );
    let page = run(ENGLISH_ALONE, &["aging", "-O", "text"], "ageing.txt");
    assert!(page.starts_with("Ageing of receivables"), "{page}");
}
