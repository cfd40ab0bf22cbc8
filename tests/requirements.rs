//! The page of requirements: every point is answered once, and everything an answer names exists.

use crate::journals::repository_path;
use crate::reports::shelf::TestJournal;
use std::collections::{BTreeMap, BTreeSet};
use tegoed::catalogue;
use tegoed::cli::arguments::command_line::build_command_line;
use tegoed::cli::registry::Registry;
use tegoed::document::Block;
use tegoed::report::REPORTS;
use tegoed::report::shared::report_definition::ReportFn;
use tegoed::report::shared::report_input::{GroupBy, ReportOptions};
use tegoed::syntax::directive::{COMMON_KEYS, DIRECTIVES, EFFORT_KEYS};
use tegoed::syntax::table::{ArgumentForm, Directive, DirectiveKind, Key, Slot};

/// How many points each article has.
const SERIES: [(&str, usize); 5] = [("S0", 46), ("S1", 33), ("S2", 25), ("S3", 33), ("S4", 25)];

/// A line of the page.
struct RequirementAnswer {
    id: String,
    what: String,
    how: String,
}

impl RequirementAnswer {
    fn parse_line(line: &str) -> Option<Self> {
        let inside = line.strip_prefix("| ")?.strip_suffix(" |")?;
        let cells: Vec<&str> = inside.split(" | ").collect();
        let [id, what, how] = cells[..] else {
            return None;
        };
        let is_id = id.starts_with('S') && id[1..].starts_with(|c: char| c.is_ascii_digit());
        is_id.then(|| Self {
            id: id.to_owned(),
            what: what.to_owned(),
            how: how.to_owned(),
        })
    }

    /// What it names: the pieces between backticks.
    fn named_items(&self) -> impl Iterator<Item = &str> {
        self.how.split('`').skip(1).step_by(2)
    }

    fn status(&self) -> RequirementStatus {
        match self.how.split_once("not yet: ") {
            None => RequirementStatus::Done,
            Some(("", _)) => RequirementStatus::NotYet,
            Some(_) => RequirementStatus::Partly,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum RequirementStatus {
    Done,
    Partly,
    NotYet,
}

fn requirements_page() -> String {
    std::fs::read_to_string(repository_path("tests/requirements.md")).expect("the page")
}

fn all_answers() -> Vec<RequirementAnswer> {
    requirements_page()
        .lines()
        .filter_map(RequirementAnswer::parse_line)
        .collect()
}

#[test]
fn every_point_is_answered_once() {
    let found: Vec<String> = all_answers().into_iter().map(|answer| answer.id).collect();
    let points = |(series, count): (&'static str, usize)| {
        (1..=count).map(move |point| format!("{series}-{point:02}"))
    };
    let expected: Vec<String> = SERIES.into_iter().flat_map(points).collect();
    assert_eq!(expected.len(), 162);
    assert_eq!(found, expected);
}

#[test]
fn every_answer_names_what_does_it_or_says_why_nothing_does() {
    for answer in all_answers() {
        let id = &answer.id;
        assert!(answer.what.len() >= 10, "{id}: what is it?");
        assert!(
            answer.how.matches('`').count() % 2 == 0,
            "{id}: a backtick too many"
        );
        let reason = answer.how.split_once("not yet: ").map(|(_, reason)| reason);
        if let Some(reason) = reason {
            assert!(reason.split(' ').count() >= 2, "{id}: why not yet?");
        }
        if answer.status() != RequirementStatus::NotYet {
            assert!(answer.named_items().next().is_some(), "{id} names nothing");
        }
    }
}

/// A keyword, a key, a clause, a value, a column, a command, a task, a section or an example that exists is no answer: a
/// test runs the program and looks at what comes out. A finding counts by its journal in `tests/diagnostics`, whose
/// snapshot the tests compare.
#[test]
fn every_answer_names_a_test_that_runs_it() {
    let shelf = NameIndex::new();
    let mut unseen = Vec::new();
    for answer in all_answers() {
        let is_run = answer.named_items().any(|named| {
            named.split_once(':').is_some_and(|(kind, name)| {
                is_run_by_test(kind, name) && shelf.has_name(kind, name)
            })
        });
        if answer.status() != RequirementStatus::NotYet && !is_run {
            unseen.push(answer.id);
        }
    }
    assert!(unseen.is_empty(), "no test runs: {unseen:?}");
}

/// Whether what is named is looked at by a test, and does not only exist.
fn is_run_by_test(kind: &str, name: &str) -> bool {
    match kind {
        "test" | "letter" | "seen" => true,
        "check" => has_diagnostics_journal(name),
        _ => false,
    }
}

/// Whether the snapshots of diagnostics hold one of a journal that yields this finding.
fn has_diagnostics_journal(code: &str) -> bool {
    let folder = repository_path("tests/snapshots/diagnostics");
    let files = std::fs::read_dir(folder).expect("the snapshots");
    let start = format!("{}-", code.to_lowercase());
    let mut files = files.map(|file| file.expect("a snapshot").path());
    files.any(|path| {
        let named = path.file_name().and_then(|name| name.to_str());
        named.is_some_and(|name| name.starts_with(&start))
            && std::fs::read_to_string(&path).is_ok_and(|text| text.contains(&format!("[{code}]")))
    })
}

/// A row that names what exists and nothing that runs it is refused.
#[test]
fn what_only_exists_is_no_answer() {
    for (kind, name) in [
        ("keyword", "agreed"),
        ("key", "invoice.delivered"),
        ("clause", "policy.fee"),
        ("value", "phone.reason=forgot"),
        ("column", "behaviour.pattern"),
        ("command", "advice --chance"),
        ("task", "send"),
        ("doc", "SPEC 6"),
        ("example", "01-one-invoice"),
        ("check", "Z999"),
    ] {
        assert!(!is_run_by_test(kind, name), "{kind}:{name}");
    }
}

#[test]
fn the_page_counts_its_answers_right() {
    let mut stands: BTreeMap<RequirementStatus, usize> = BTreeMap::new();
    for answer in all_answers() {
        *stands.entry(answer.status()).or_default() += 1;
    }
    let of = |stand| stands.get(&stand).copied().unwrap_or_default();
    let sentence = format!(
        "Of 162 points {} are answered, {} in part, and {} not yet.",
        of(RequirementStatus::Done),
        of(RequirementStatus::Partly),
        of(RequirementStatus::NotYet)
    );
    assert!(
        requirements_page().contains(&sentence),
        "expected: {sentence}"
    );
}

#[test]
fn everything_an_answer_names_exists() {
    let shelf = NameIndex::new();
    let mut wrong = Vec::new();
    let mut seen = 0;
    for answer in all_answers() {
        for named in answer.named_items() {
            seen += 1;
            let stands = named
                .split_once(':')
                .is_some_and(|(kind, name)| shelf.has_name(kind, name));
            if !stands {
                wrong.push(format!("{}: `{named}`", answer.id));
            }
        }
    }
    assert!(wrong.is_empty(), "named, and not there: {wrong:#?}");
    assert!(seen > 162, "only {seen} names");
}

/// A look-up that never fails proves nothing: what is not there is not found.
#[test]
fn what_does_not_exist_is_not_found() {
    let shelf = NameIndex::new();
    let absent = [
        ("command", "dun"),
        ("command", "advice --luck"),
        ("check", "Z999"),
        ("keyword", "factuur"),
        ("key", "invoice.shipped"),
        ("key", "payment.cost"),
        ("key", "*.delivered"),
        ("value", "phone.reason=lazy"),
        ("value", "handover.to=bailiff"),
        ("clause", "invoice.until"),
        ("column", "behaviour.mood"),
        ("column", "moods.since"),
        ("task", "dance"),
        ("doc", "SPEC 99.1"),
        ("doc", "README 1"),
        ("letter", "reminder-business-nl Betaal nu meteen"),
        ("letter", "love Beste"),
        ("example", "99-none"),
        ("test", "insight/advice.rs nothing_of_the_sort"),
        ("test", "none.rs t8_seeds"),
        ("seen", "cli/advice.md a unicorn"),
        ("seen", "requirements.md S0-01"),
        ("wish", "any"),
    ];
    for (kind, name) in absent {
        assert!(!shelf.has_name(kind, name), "{kind}:{name}");
    }
}

/// Everything that an answer may name.
struct NameIndex {
    commands: clap::Command,
    columns: BTreeSet<(&'static str, String)>,
    sections: BTreeSet<String>,
}

impl NameIndex {
    fn new() -> Self {
        let spec = std::fs::read_to_string(repository_path("grammar/SPEC.md")).expect("SPEC.md");
        let headings = spec.lines().filter(|line| line.starts_with("##"));
        let numbers = headings.filter_map(|line| line.split(' ').nth(1));
        Self {
            commands: build_command_line(Registry::BUILT_IN),
            columns: all_columns(),
            sections: numbers
                .map(|number| number.trim_end_matches('.').to_owned())
                .collect(),
        }
    }

    fn has_name(&self, kind: &str, name: &str) -> bool {
        match kind {
            "command" => self.has_command(name),
            "check" => catalogue::all_kinds().iter().any(|kind| kind.code == name),
            "keyword" => find_directive(name).is_some(),
            "key" => name
                .split_once('.')
                .is_some_and(|(word, key)| is_key(word, key)),
            "value" => is_value(name).unwrap_or(false),
            "clause" => is_clause(name).unwrap_or(false),
            "column" => name.split_once('.').is_some_and(|(report, column)| {
                let known = |(of, key): &(&str, String)| *of == report && key == column;
                self.columns.iter().any(known)
            }),
            "task" => task_names().contains(&name),
            "doc" => name
                .strip_prefix("SPEC ")
                .is_some_and(|section| self.sections.contains(section)),
            "letter" => name
                .split_once(' ')
                .is_some_and(|(letter, words)| is_said_in_letter(letter, words)),
            "seen" => name
                .split_once(' ')
                .is_some_and(|(file, words)| is_seen(file, words)),
            "example" => repository_path(&format!("examples/{name}.tegoed")).is_file(),
            "test" => name
                .split_once(' ')
                .is_some_and(|(file, test)| is_test(file, test)),
            _ => false,
        }
    }

    fn has_command(&self, name: &str) -> bool {
        let mut words = name.split(' ');
        let Some(command) = words
            .next()
            .and_then(|word| self.commands.find_subcommand(word))
        else {
            return false;
        };
        words.all(|word| {
            let flag = word.strip_prefix("--");
            flag.is_some()
                && command
                    .get_arguments()
                    .any(|known| known.get_long() == flag)
        })
    }
}

fn find_directive(word: &str) -> Option<&'static Directive> {
    DIRECTIVES
        .iter()
        .find(|known| known.word() == word)
        .copied()
}

/// The keys a keyword takes, with those of every dated entry.
fn directive_keys(directive: &'static Directive) -> impl Iterator<Item = &'static Key> {
    let common = COMMON_KEYS.iter().filter(|_| directive.kind.is_dated());
    let effort = EFFORT_KEYS
        .iter()
        .filter(|_| directive.kind == DirectiveKind::Contact);
    directive.keys.iter().chain(common).chain(effort)
}

fn is_key(word: &str, key: &str) -> bool {
    if word == "*" {
        return COMMON_KEYS.iter().any(|known| known.word() == key);
    }
    find_directive(word).is_some_and(|it| directive_keys(it).any(|known| known.word() == key))
}

/// The arguments of a header, and those of the values below it.
fn directive_slots(directive: &'static Directive) -> impl Iterator<Item = &'static Slot> {
    let of_keys = directive_keys(directive).flat_map(|key| key.value.ways());
    directive.slots.iter().chain(of_keys.flatten())
}

fn is_clause(name: &str) -> Option<bool> {
    let (word, clause) = name.split_once('.')?;
    Some(
        directive_slots(find_directive(word)?)
            .any(|slot| slot.clause.is_some_and(|known| known.word() == clause)),
    )
}

/// `phone.reason=forgot`: a word of a closed list, of a key or behind a clause word.
fn is_value(name: &str) -> Option<bool> {
    let (place, value) = name.split_once('=')?;
    let (word, place) = place.split_once('.')?;
    let directive = find_directive(word)?;
    let of_key = directive_keys(directive)
        .filter(|key| key.word() == place)
        .flat_map(|key| key.value.ways())
        .flatten();
    let of_clause = directive
        .slots
        .iter()
        .filter(|slot| slot.clause.is_some_and(|known| known.word() == place));
    let mut forms = of_key.chain(of_clause).flat_map(|slot| slot.forms);
    Some(forms.any(
        |form| matches!(form, ArgumentForm::Word(words) | ArgumentForm::List(words) if words.contains(&value)),
    ))
}

/// Whether a letter that the tests keep says these words, wherever its lines end.
fn is_said_in_letter(letter: &str, words: &str) -> bool {
    let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    std::fs::read_to_string(repository_path(&format!(
        "tests/snapshots/letters/{letter}.snap"
    )))
    .is_ok_and(|text| one_line(&text).contains(&one_line(words)))
}

/// Whether a transcript or a snapshot below `tests` shows these words, wherever its lines end.
fn is_seen(file: &str, words: &str) -> bool {
    let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let compared = file.starts_with("cli/") || file.starts_with("snapshots/");
    compared
        && std::fs::read_to_string(repository_path(&format!("tests/{file}")))
            .is_ok_and(|text| one_line(&text).contains(&one_line(words)))
}

fn is_test(file: &str, test: &str) -> bool {
    std::fs::read_to_string(repository_path(&format!("tests/{file}")))
        .is_ok_and(|text| text.contains(&format!("fn {test}()")))
}

/// The tasks of the work list, as its help lists them.
fn task_names() -> Vec<&'static str> {
    let next = REPORTS.iter().find(|report| report.name == "next");
    let help = next.expect("a report").columns;
    let help = help.split("\n  action ").nth(1);
    let list = help.and_then(|help| help.split("\n  stage ").next());
    let words = list.expect("a list of actions").split([',', ' ', '\n']);
    words
        .filter(|word| !word.is_empty() && *word != "or")
        .collect()
}

/// The columns of every report, found in the pages of a firm's year.
fn all_columns() -> BTreeSet<(&'static str, String)> {
    let book = TestJournal::from_example("06-small-firm-one-year.tegoed");
    let journal = &book.outcome.journal;
    let open = book
        .outcome
        .ledger
        .items
        .iter()
        .find(|(_, item)| item.open.is_positive());
    let invoice = journal.items[open.expect("something is open").0].invoice;
    let customer = journal.invoices[invoice].customer.expect("a customer");
    let number = journal.invoice_no(invoice).to_owned();
    let id = journal.customer_id(customer).to_owned();
    let mut found = BTreeSet::new();
    for report in REPORTS {
        let subjects = match report.write {
            ReportFn::Customers(_) => vec![None, Some(id.clone())],
            ReportFn::Customer(_) => vec![Some(id.clone())],
            ReportFn::Subject(_) => vec![Some(id.clone()), Some(number.clone())],
            ReportFn::All(_) | ReportFn::Invoices(..) => vec![None],
        };
        for (subject, by) in subjects
            .iter()
            .flat_map(|it| [(it, GroupBy::Customer), (it, GroupBy::Invoice)])
        {
            let ask = ReportOptions {
                subject: subject.clone(),
                invoices: vec![number.clone()],
                group_by: by,
                buckets: vec![30, 60, 90],
                ..ReportOptions::default()
            };
            let pages = book.report_pages(report.name, &ask, "en").expect("pages");
            for block in pages.into_iter().flat_map(|page| page.blocks) {
                if let Block::Table(table) = block {
                    found.extend(table.columns.into_iter().map(|it| (report.name, it.key)));
                }
            }
        }
    }
    found
}
