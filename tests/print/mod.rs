//! What the printer of journal text writes reads back as what was meant, for every keyword, and `fmt` leaves it alone.

mod nodes;

use crate::journals::{self, MemoryFiles};
use nodes::{NodeGenerator, TextPool};
use proptest::prelude::*;
use tegoed::format;
use tegoed::syntax::dialect::Dialect;
use tegoed::syntax::entry::{Entry, SourceText};
use tegoed::syntax::entry_fields::EntryFields;
use tegoed::syntax::journal_entry::JournalEntry;
use tegoed::syntax::keyword::Keyword;
use tegoed::syntax::print::to_one_line;
use tegoed::syntax::reader::{EntryVisitor, JournalReader};
use tegoed::text::diagnostic::{Sink, UnreadableParts};
use tegoed::value::currency::Currency;

/// Every mark, with currencies of two, three and no decimals.
fn dialects() -> impl Iterator<Item = Dialect> {
    let currencies = ["EUR", "BHD", "JPY"].map(|code| Currency::from_code(code).unwrap());
    [None, Some('.'), Some(',')]
        .into_iter()
        .flat_map(move |mark| currencies.map(|currency| Dialect { mark, currency }))
}

/// Compares the entries of a text with the one that is expected.
struct EntryComparison<'e> {
    expected: &'e JournalEntry<'e>,
    printed: &'e str,
    entries: usize,
}

impl EntryVisitor for EntryComparison<'_> {
    fn visit_entry(&mut self, entry: &Entry, text: SourceText<'_>, _: &mut Sink) {
        self.entries += 1;
        let read = JournalEntry::read(EntryFields { entry, text });
        assert_eq!(read.as_ref(), Some(self.expected), "{}", self.printed);
    }
}

/// A text is this entry, nothing is found in it, and it is laid out.
fn assert_reads_as(printed: &str, expected: &JournalEntry<'_>, dialect: Dialect) {
    let mut comparison = EntryComparison {
        expected,
        printed,
        entries: 0,
    };
    let text = SourceText {
        str: printed,
        base: 0,
    };
    let mut sink = Sink::default();
    JournalReader::new(dialect).read(text, &[], &mut comparison, &mut sink);
    sink.unreadable = UnreadableParts::default();
    let findings = sink.into_findings().diagnostics;
    assert!(findings.is_empty(), "{printed}\n{findings:?}");
    assert_eq!(comparison.entries, 1, "{printed}");
    assert_eq!(format::format_journal(printed), printed);
}

fn text_strategy() -> impl Strategy<Value = Vec<String>> {
    let text = "\\PC{1,40}".prop_map(|text| to_one_line(&text));
    prop::collection::vec(text.prop_filter("words", |text| !text.is_empty()), 6)
}

/// What may stand in the data of a customer or a bank.
fn hostile_text_strategy() -> impl Strategy<Value = Vec<String>> {
    let known: Vec<String> = [
        "",
        " ",
        " \t ",
        "paid\n2026-01-01 void #1",
        "paid\r\n2026-01-01 void #1\r\n",
        "\n  allow: P001 not me",
        "|",
        " | ",
        "| a | b |",
        "\u{202E}txet\u{2066}",
        "nul\0",
        "; a comment",
        "# heading",
        "#1 @a 10.00 due 2026-01-01",
        "@a",
        "a\tb\t",
        "x:",
        "x-own: value",
        "> words",
        ">",
        "<<<<<<< ours",
        "=======",
        "🧾👩‍👩‍👧‍👦",
        "\u{FEFF}mark",
        "line\u{2028}two\u{85}three",
        "\u{A0}blank\u{3000}",
        "“quoted”",
    ]
    .map(str::to_owned)
    .into();
    let text = prop_oneof![
        4 => prop::sample::select(known),
        2 => prop::collection::vec(any::<char>(), 0..12).prop_map(String::from_iter),
        1 => "[ |;#@>:x\t\n-]{0,8}",
        1 => (0..5000_usize).prop_map(|length| "very long ".repeat(length)),
    ];
    prop::collection::vec(text, 6)
}

fn choice_strategy() -> impl Strategy<Value = Vec<u32>> {
    prop::collection::vec(any::<u32>(), 0..300)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_printed_reads_back(letters in nodes::text_pool_strategy(text_strategy()), choices in choice_strategy()) {
        for dialect in dialects() {
            for keyword in Keyword::ALL {
                let entry = NodeGenerator::new(&letters, &choices).entry(*keyword);
                assert_reads_as(&entry.print(dialect), &entry, dialect);
            }
        }
    }

    #[test]
    fn hostile_text_is_text(letters in nodes::text_pool_strategy(hostile_text_strategy()), choices in choice_strategy()) {
        let seen = TextPool {
            texts: letters.texts.iter().map(|text| to_one_line(text)).collect(),
            ..letters.clone()
        };
        for keyword in Keyword::ALL {
            let printed = NodeGenerator::new(&letters, &choices).entry(*keyword).print(Dialect::default());
            let expected = NodeGenerator::new(&seen, &choices).without_empty_texts().entry(*keyword);
            assert_reads_as(&printed, &expected, Dialect::default());
        }
    }

    /// Ids, names and paths are letters that the language knows; others are a mistake, but never an entry of their own.
    #[test]
    fn hostile_names_begin_no_entry(hostile in hostile_text_strategy(), choices in choice_strategy()) {
        let letters = TextPool {
            texts: hostile.clone(),
            invoices: hostile.clone(),
            customers: hostile.clone(),
            names: hostile.clone(),
            paths: hostile.clone(),
            units: hostile.clone(),
            own_keys: hostile,
        };
        for keyword in Keyword::ALL {
            let printed = NodeGenerator::new(&letters, &choices).entry(*keyword).print(Dialect::default());
            let mut lines = printed.lines();
            let header = lines.next().unwrap_or_default();
            let begins = if header.starts_with(|c: char| c.is_ascii_digit()) {
                header.get(11..).unwrap_or_default()
            } else {
                header
            };
            prop_assert!(begins.starts_with(keyword.word()), "{printed}");
            prop_assert!(lines.all(|line| line.starts_with("  ")), "{printed}");
            let (said, _) = journals::record_entries(&printed, Dialect::default());
            prop_assert!(said.len() <= 1, "{printed}");
        }
    }
}

/// Each of these was printed as something that could not be read, or was read otherwise.
#[test]
fn a_policy_is_printed_so_that_it_can_be_read() {
    let policy =
        "policy p\n  terms: 5300 weeks\n  tolerance: 01.234 BHD\n  interest: 010.125% yearly\n";
    let outcome = journals::run_checks(
        "main.tegoed",
        &MemoryFiles::single(format!("format 1\n{policy}")),
    );
    assert_eq!(journals::error_findings(&outcome).count(), 0);
    let written = outcome.journal.policies.as_slice().first().unwrap();
    let printed = tegoed::journal::policy_text::print_policy(written, outcome.journal.dialect());
    for line in policy.lines() {
        assert!(printed.contains(line), "{printed}");
    }
    let again = journals::run_checks(
        "main.tegoed",
        &MemoryFiles::single(format!("format 1\n{printed}")),
    );
    assert_eq!(journals::error_findings(&again).count(), 0, "{printed}");
}

/// The first policy of a journal as text.
fn printed_policy(text: &str) -> String {
    let outcome = journals::run_checks(
        "main.tegoed",
        &MemoryFiles::single(format!("format 1\n{text}")),
    );
    assert_eq!(journals::error_findings(&outcome).count(), 0);
    let written = outcome.journal.policies.as_slice().first().unwrap();
    tegoed::journal::policy_text::print_policy(written, outcome.journal.dialect())
}

/// Whatever a policy can say is on its page: each key and each clause of a step.
#[test]
fn a_policy_is_printed_whole() {
    let is_said = |printed: &str, key: &str| {
        let begins = format!("  {key}: ");
        printed.lines().any(|line| line.starts_with(&begins))
    };
    let lines = [
        "terms: 21 days",
        "discount: 2% within 8 days",
        "stage: nudge 3 days before due via email post fee 5.00 letter reminder",
        "stage: final 9 days after due gap 4 days deadline 14 days",
        "stage: handover 30 days after due to lawyer",
        "bank-buffer: 2 days",
        "bank-stale: 9 days",
        "minimum: 15.00",
        "tolerance: 0.10",
        "plan-grace: 3 days",
        "restart-gap: 4 days",
        "invoice-within: 5 days",
        "self-below: 75.00",
        "plan-longest: 6 months",
        "plan-most: 2",
        "interest: 7% yearly",
        "costs: none",
        "unreferenced: oldest",
        "workdays: no",
        "on-invoices: yes",
        "document: terms.pdf",
    ];
    let written: String = lines.map(|line| format!("  {line}\n")).concat();
    let printed = printed_policy(&format!("policy p\n{written}"));
    assert_eq!(printed, format!("policy p\n{written}"));
    let bare = printed_policy("policy q\n  stage: handover 30 days after due\n");
    assert!(
        bare.contains("handover 30 days after due to agency"),
        "{bare}"
    );
    let keys = tegoed::syntax::directive::policy::POLICY.keys;
    let words = keys.iter().map(|key| key.name.word());
    let (mut unwritten, mut silent) = (Vec::new(), Vec::new());
    for word in words {
        if !lines
            .iter()
            .any(|line| line.starts_with(&format!("{word}: ")))
        {
            unwritten.push(word);
        }
        if !is_said(&bare, word) {
            silent.push(word);
        }
    }
    assert!(unwritten.is_empty(), "{unwritten:?}");
    // What stands for nothing where it is not written.
    let nothing = [
        "terms",
        "discount",
        "bank-stale",
        "self-below",
        "plan-longest",
        "plan-most",
        "document",
    ];
    assert_eq!(silent, nothing);
}

/// The name of a folder may hold a line end.
#[test]
fn the_record_of_a_letter_is_one_entry() {
    let text = "format 1\ncustomer @a\n2026-01-05 invoice #1 @a 10.00 due 2026-02-04\n";
    let outcome = journals::run_checks("main.tegoed", &MemoryFiles::single(text));
    let (invoice, _) = outcome.journal.invoices.iter().next().unwrap();
    let record = tegoed::letter::record::SentRecord {
        date: tegoed::value::calendar::date_from_ymd(2026, 2, 8).unwrap(),
        stage: "reminder".to_owned(),
        invoices: vec![invoice],
        channels: Vec::new(),
        deadline: None,
        announced_costs: None,
        fee: None,
    };
    let document = ("out\n2026-02-08 void #1\n/letter.txt", "abc");
    let printed = record.to_journal_text(&outcome.journal, Some(document));
    assert_eq!(
        printed,
        "2026-02-08 sent reminder #1\n  document: out 2026-02-08 void #1 /letter.txt\n  x-sha256: abc\n"
    );
}
