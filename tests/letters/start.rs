//! `letters --init-templates`: the built-in templates and what they may name, written to start from, over nothing.

use super::room::{LetterTestFolder, three_reminders_journal};
use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use tegoed::language::LANGUAGES;
use tegoed::letter::library::built_in::BUILT_IN_KINDS;
use tegoed::letter::library::reference_page::render_reference_page;
use tegoed::letter::templates::variable::{Variable, VariableKind};

const INIT: &[&str] = &["--init-templates"];

fn folder_with_settings() -> LetterTestFolder {
    let room = LetterTestFolder::with_journal(&three_reminders_journal());
    fs::write(room.path("tegoed.toml"), "templates = \"brieven\"\n").expect("settings");
    room
}

fn count_files(folder: &Path) -> usize {
    fs::read_dir(folder).map_or(0, Iterator::count)
}

#[test]
fn letters_from_the_files_are_the_built_in_ones() {
    let room = folder_with_settings();
    let (_, before, _) = room.run_letters(&["reminder", "jansen", "--no-config"]);
    let (code, said, error) = room.run_letters(INIT);
    assert_eq!((code, error.as_str()), (0, ""));
    assert_eq!(said.lines().count(), 2 * BUILT_IN_KINDS.len() + 1);
    assert_eq!(count_files(&room.path("brieven/nl")), BUILT_IN_KINDS.len());
    assert!(room.path("brieven/VARIABELEN.md").is_file());
    let (code, after, error) = room.run_letters(&["reminder", "jansen"]);
    assert_eq!((code, error.as_str(), after), (0, "", before));
    let (code, said, _) = room.run_letters(INIT);
    assert_eq!(code, 0);
    assert!(
        said.lines().all(|line| line.ends_with(" stands as it is")),
        "{said}"
    );
}

#[test]
fn what_somebody_wrote_is_never_written_over() {
    let room = folder_with_settings();
    fs::create_dir_all(room.path("brieven/nl")).expect("a folder");
    let mine = room.path("brieven/nl/reminder.txt");
    fs::write(&mine, "subject: factuur\n\nMijn eigen woorden.\n").expect("a template");
    let (code, said, _) = room.run_letters(&["--init-templates", "--force"]);
    assert_eq!(code, 1);
    assert!(
        said.contains("brieven/nl/reminder.txt exists already, and is left as it is\n"),
        "{said}"
    );
    assert!(
        fs::read_to_string(&mine)
            .expect("a template")
            .contains("Mijn eigen woorden.")
    );
    assert_eq!(count_files(&room.path("brieven/nl")), BUILT_IN_KINDS.len());
}

#[test]
fn nothing_is_written_where_that_is_not_wanted() {
    let room = folder_with_settings();
    let (code, said, _) = room.run_letters(&["--init-templates", "--dry-run"]);
    assert_eq!(code, 0);
    assert!(
        said.contains("brieven/nl/reminder.txt would be written\n"),
        "{said}"
    );
    assert!(!room.path("brieven").exists());

    fs::write(room.path("tegoed.toml"), "").expect("settings");
    let (code, _, error) = room.run_letters(INIT);
    assert_eq!(code, 2);
    assert!(error.contains("templates = \"brieven\""), "{error}");

    let elsewhere = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder");
    fs::write(room.path("tegoed.toml"), "templates = \"brieven\"\n").expect("settings");
    symlink(elsewhere.path(), room.path("brieven")).expect("a link");
    let (code, _, error) = room.run_letters(INIT);
    assert_eq!(code, 2, "{error}");
    assert_eq!(count_files(elsewhere.path()), 0);
}

/// Every variable that a letter has, with the parts of those that are lists.
fn all_variables() -> Vec<&'static Variable> {
    let all = BUILT_IN_KINDS
        .iter()
        .flat_map(|kind| kind.template_variables());
    let with_fields = all.flat_map(|variable| {
        let fields = match variable.kind {
            VariableKind::List(fields) => fields,
            _ => &[],
        };
        std::iter::once(variable).chain(fields)
    });
    with_fields.collect()
}

#[test]
fn the_description_names_every_letter_and_every_variable() {
    for language in LANGUAGES {
        let said = render_reference_page(language);
        for letter in BUILT_IN_KINDS {
            assert!(
                said.contains(&format!("`{}`", letter.name)),
                "{}",
                letter.name
            );
        }
        for variable in all_variables() {
            assert!(
                said.contains(&format!("`{}` |", variable.name)),
                "{}",
                variable.name
            );
        }
    }
}

#[test]
fn every_meaning_is_said_in_every_language() {
    let meant = |tag: &str| {
        let language = LANGUAGES.iter().find(|language| language.tag == tag);
        language
            .expect("a language")
            .phrases
            .letter
            .template
            .translate_meaning
    };
    let meanings: BTreeSet<&'static str> = all_variables()
        .iter()
        .map(|variable| variable.meaning)
        .collect();
    for meaning in &meanings {
        assert_ne!(meant("nl")(meaning), *meaning, "no Dutch for this");
    }
    let dutch = include_str!("../../src/language/nl/meanings.txt");
    let english = dutch.lines().step_by(2);
    for line in english {
        assert!(meanings.contains(line), "no variable means: {line}");
    }
}
