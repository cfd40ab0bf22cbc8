//! The language as written down and the language as read are one.

use crate::journals::{self, MemoryFiles, RecordedDetail, RecordedEntry};
use serde_json::{Value as Json, json};
use std::path::Path;
use tegoed::syntax::dialect::Dialect;
use tegoed::syntax::entry::ArgumentValue;
use tegoed::syntax::kinds::KINDS;
use tegoed::syntax::parse_context::ParseContext;
use tegoed::syntax::table::ArgumentForm;
use tegoed::syntax::value::value_of_form;
use tegoed::value::money::Money;

fn read_cases(folder: &str) -> (MemoryFiles, Vec<String>) {
    let files = MemoryFiles::from_folder(&journals::repository_path(&format!(
        "grammar/cases/{folder}"
    )));
    let names = files.0.keys().filter(|name| {
        name.extension().is_some_and(|end| end == "tegoed") && !name.starts_with("parts")
    });
    let names = names.map(|name| name.to_string_lossy().into_owned());
    let names = names.collect();
    (files, names)
}

#[test]
fn examples_in_the_description_can_be_read() {
    let mut count = 0;
    for page in ["README.md", "grammar/SPEC.md"] {
        let text = std::fs::read_to_string(journals::repository_path(page)).unwrap_or_default();
        for (line, fence) in code_fences(&text) {
            count += 1;
            let outcome = journals::check_text(&fence);
            let wrong: Vec<String> = journals::error_findings(&outcome)
                .filter(|found| KINDS.contains(&found.kind))
                .map(|found| {
                    format!(
                        "{} {}",
                        journals::finding_place(&outcome, found),
                        journals::finding_message(found)
                    )
                })
                .collect();
            assert!(wrong.is_empty(), "{page}:{line}: {wrong:#?}");
        }
    }
    assert!(count >= 10, "only {count} examples");
}

/// The journals shown on a page, with the line above each.
fn code_fences(page: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut lines = page.lines().enumerate();
    while let Some((number, line)) = lines.next() {
        if line.trim() == "```tegoed" {
            let inner: Vec<&str> = lines
                .by_ref()
                .map(|(_, line)| line)
                .take_while(|line| line.trim() != "```")
                .collect();
            found.push((number + 1, inner.join("\n") + "\n"));
        }
    }
    found
}

#[test]
fn valid_cases_mean_what_stands_beside_them() {
    let (files, names) = read_cases("valid");
    assert!(names.len() >= 60, "only {} valid cases", names.len());
    let mut wrong = Vec::new();
    for name in names {
        let outcome = journals::run_checks(&name, &files);
        for found in journals::error_findings(&outcome) {
            let place = journals::finding_place(&outcome, found);
            wrong.push(format!(
                "{name}: {place} {}",
                journals::finding_message(found)
            ));
        }
        let text = String::from_utf8(files.0[Path::new(&name)].clone()).unwrap();
        let (said, _) = journals::record_entries(&text, outcome.dialect);
        let meaning = json!({ "entries": said.iter().map(entry_to_json).collect::<Vec<Json>>() });
        let beside = &files.0[Path::new(&name.replace(".tegoed", ".json"))];
        let expected: Json = serde_json::from_slice(beside).unwrap();
        let pairs = json_entries(&meaning).zip(json_entries(&expected));
        wrong.extend(
            pairs
                .filter(|(read, beside)| read != beside)
                .map(|(read, beside)| format!("{name}: read as {read}\n    expected {beside}")),
        );
        let (read, beside) = (
            json_entries(&meaning).count(),
            json_entries(&expected).count(),
        );
        if read != beside {
            wrong.push(format!("{name}: {read} entries, expected {beside}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn json_entries(meaning: &Json) -> impl Iterator<Item = &Json> {
    meaning["entries"].as_array().unwrap().iter()
}

/// An entry as the cases write it (grammar/cases/README.md).
fn entry_to_json(said: &RecordedEntry) -> Json {
    let mut entry = serde_json::Map::new();
    let mut put = |field: &str, value: Json| {
        let empty = match &value {
            Json::Null => true,
            Json::String(text) => text.is_empty(),
            Json::Array(all) => all.is_empty(),
            Json::Object(all) => all.is_empty(),
            _ => false,
        };
        if !empty {
            entry.insert(field.to_owned(), value);
        }
    };
    put("line", json!(said.lines.0));
    put("date", json!(said.date.map(|date| date.to_string())));
    put("keyword", json!(said.keyword));
    let mut invoices = Vec::new();
    let mut words = Vec::new();
    let mut clauses = serde_json::Map::new();
    for (clause, value, letters) in &said.header {
        let shown = letters.trim_start_matches(['#', '@']);
        match (clause, value) {
            (Some(clause), _) => {
                let before = clauses.get(*clause).and_then(Json::as_str);
                let whole = before.map_or(shown.to_owned(), |before| format!("{before} {shown}"));
                clauses.insert((*clause).to_owned(), json!(whole));
            }
            (None, ArgumentValue::Invoice) => invoices.push(shown),
            (None, ArgumentValue::Customer) => put("customer", json!(shown)),
            (None, ArgumentValue::Amount(amount)) => {
                let money = Money::new(amount.minor.into(), amount.currency);
                put(
                    "amount",
                    json!(format!("{money} {}", amount.currency.code())),
                );
            }
            (None, _) => words.push(letters.as_str()),
        }
    }
    put("invoices", json!(invoices));
    put("words", json!(words));
    put("clauses", Json::Object(clauses));
    put("text", json!(said.text));
    put(
        "details",
        Json::Array(said.details.iter().map(detail_to_json).collect()),
    );
    Json::Object(entry)
}

fn detail_to_json(detail: &RecordedDetail) -> Json {
    if detail.key.is_empty() {
        return json!({ "line": detail.line, "text": detail.value });
    }
    json!({ "line": detail.line, "key": detail.key, "value": detail.value })
}

#[test]
fn invalid_cases_yield_the_one_error_they_expect() {
    let (files, names) = read_cases("invalid");
    assert!(names.len() >= 120, "only {} invalid cases", names.len());
    let mut wrong = Vec::new();
    for name in names {
        let outcome = journals::run_checks(&name, &files);
        let text = String::from_utf8_lossy(&files.0[Path::new(&name)]).into_owned();
        let first = text.trim_start_matches('\u{feff}').lines().next().unwrap();
        let found: Vec<String> = if first.starts_with("; expect-warning ") {
            let all = outcome.findings.diagnostics.iter();
            all.map(|found| journals::finding_place(&outcome, found))
                .collect()
        } else {
            journals::error_places(&outcome)
        };
        let expected = first
            .trim_start_matches("; expect-warning ")
            .trim_start_matches("; expect ")
            .replace(" at ", " ");
        if found != [expected.trim()] {
            let messages: Vec<_> = journals::error_findings(&outcome)
                .map(journals::finding_message)
                .collect();
            wrong.push(format!(
                "{name}: expected {expected}, found {found:?} {messages:?}"
            ));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} cases:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

/// An amount that may be below zero, in cents, where one stands there to its end.
fn parse_cents(written: &str) -> Option<i64> {
    let reading = ParseContext::new(Dialect::default());
    match value_of_form(&ArgumentForm::Balance, &reading, written.into()) {
        Ok((rest, ArgumentValue::Amount(amount))) if rest.text.is_empty() => Some(amount.minor.0),
        _ => None,
    }
}

#[test]
fn a_minus_stands_once() {
    let below_zero = [
        "-5.00",
        "−5.00",
        "€ -5.00",
        "€-5.00",
        "€ −5.00",
        "-€ 5.00",
        "-€5.00",
        "−€  5.00",
        "-5.00 EUR",
        "-€ 5.00 EUR",
    ];
    for written in below_zero {
        assert_eq!(parse_cents(written), Some(-500), "`{written}`");
    }
    for written in ["5.00", "€ 5.00", "€5.00", "€   5.00", "5.00 EUR"] {
        assert_eq!(parse_cents(written), Some(500), "`{written}`");
    }
    let refused = [
        "--5.00",
        "---5.00",
        "-−5.00",
        "−-5.00",
        "-- --5.00",
        "- 5.00",
        "- -5.00",
        "€ --5.00",
        "€ - 5.00",
        "-€ -5.00",
        "-€-5.00",
        "€-€5.00",
        "-€€5.00",
        "€€5.00",
        "-",
        "--",
        "€",
        "-€",
        "€-",
        "5.00-",
        "-€ 5.00 USD",
        "+5.00",
        "-+5.00",
    ];
    for written in refused {
        assert_eq!(parse_cents(written), None, "`{written}`");
    }
}
