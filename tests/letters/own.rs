//! Templates of one's own on disk: they come before the built-in ones, and what is wrong with one is told.

use super::room::{LetterTestFolder, three_reminders_journal};
use std::fs;
use std::os::unix::fs::symlink;
use std::process::{Command, Stdio};

const REMINDER: &str = "brieven/nl/reminder.txt";
const SOUND: &str =
    "subject: Uw {{ invoice_names }}\n\nDag {{ customer_name }}, u vergat {{ amount }}.\n";

/// A folder with a journal, the settings, and a template.
fn folder_with_template(text: &str, file: &str, template: &str) -> LetterTestFolder {
    let room = LetterTestFolder::with_journal(text);
    fs::write(room.path("tegoed.toml"), "templates = \"brieven\"\n").expect("settings");
    fs::create_dir_all(room.path("brieven/nl")).expect("a folder");
    fs::write(room.path(file), template).expect("a template");
    room
}

fn folder_with_reminder(template: &str) -> LetterTestFolder {
    folder_with_template(&three_reminders_journal(), REMINDER, template)
}

fn run_check(room: &LetterTestFolder) -> (i32, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_tegoed"))
        .current_dir(room.path(""))
        .args(["check", "L", "--as-of", "2026-02-07", "-f", "main.tegoed"])
        .env_remove("TEGOED_FILE")
        .stdin(Stdio::null())
        .output()
        .expect("the program runs");
    let code = output.status.code().expect("it ends by itself");
    (code, String::from_utf8(output.stdout).expect("UTF-8"))
}

/// That letters are refused for the template, that nothing was written, and that others were.
fn assert_refused(template: &str, why: &str) {
    let english = three_reminders_journal().replace("@jansen\n", "@jansen\n  language: en\n");
    let room = folder_with_template(&english, REMINDER, template);
    let (code, _, error) = room.run_letters(&["--out", "uit", "--record"]);
    assert_eq!(code, 1, "{error}");
    assert!(error.contains(why), "{error}");
    assert!(
        error.contains(": its template brieven/nl/reminder.txt is not right"),
        "{error}"
    );
    assert_eq!(room.written_files(), ["2026-02-07-jansen-reminder.txt"]);
    assert_eq!(room.journal_text().matches(" sent reminder ").count(), 1);
}

#[test]
fn a_template_of_ones_own_comes_before_the_built_in_one() {
    let room = folder_with_reminder(SOUND);
    let (code, letter, error) = room.run_letters(&["reminder", "jansen"]);
    assert_eq!((code, error.as_str()), (0, ""));
    assert!(
        letter.contains("Betreft      Uw factuur jansen"),
        "{letter}"
    );
    assert!(
        letter.contains("Dag Firma jansen, u vergat €\u{a0}121,00."),
        "{letter}"
    );
    assert!(!letter.contains("ontsnapt"));
    assert_eq!(
        run_check(&room),
        (0, "main.tegoed: no findings\n".to_owned())
    );
    let (_, letter, _) = room.run_letters(&["reminder", "jansen", "--no-config"]);
    assert!(letter.contains("ontsnapt"), "{letter}");
}

#[test]
fn a_step_of_ones_own_has_a_letter_of_its_own() {
    let steps = "  policy: mine\n\npolicy mine\n  stage: seintje 3 days after due deadline 7 days via email\n";
    let text =
        three_reminders_journal().replace("  language: nl\n", &format!("  language: nl\n{steps}"));
    let room = folder_with_template(&text, "brieven/nl/seintje.txt", SOUND);
    let (code, letter, error) = room.run_letters(&["seintje", "jansen"]);
    assert_eq!((code, error.as_str()), (0, ""));
    assert!(letter.contains("u vergat"), "{letter}");
    assert!(letter.contains("14 februari 2026"), "{letter}");
    let (code, _, error) = room.run_letters(&["seintje", "jansen", "--no-config"]);
    assert_eq!(code, 1);
    assert!(
        error.contains("there is no letter `seintje`: write its template"),
        "{error}"
    );
}

#[test]
fn a_template_that_is_wrong_keeps_back_its_letters_and_no_others() {
    assert_refused(
        "subject: factuur\n\nBetaal {{ amout }}.\n",
        "error[L002] template-unknown-variable: expected a variable of this letter, found `amout`\n \
         --> brieven/nl/reminder.txt:3:11",
    );
    assert_refused(
        "subject: factuur\n\n{% include \"/etc/passwd\" %}\n",
        "error[L001] template-syntax: expected one template by itself, found `include`",
    );
    assert_refused(
        "subject: factuur\n\nBeste [naam],\n",
        "error[L005] template-placeholder: expected a finished letter, found `[naam]`",
    );
    assert_refused(
        "\u{feff}Beste klant,\n",
        "error[L003] template-without-subject",
    );
}

#[test]
fn a_template_without_end_is_refused_when_it_is_filled() {
    let deep = "{% for a in lines %}".repeat(16) + "x" + &"{% endfor %}".repeat(16);
    let mut text = three_reminders_journal();
    for number in 1..=9 {
        text += &format!("2026-01-05 invoice #{number} @jansen 100.00 due 2026-02-04 | Meer\n");
    }
    let room = folder_with_template(&text, REMINDER, &format!("subject: factuur\n\n{deep}\n"));
    let (code, _, error) = room.run_letters(&["reminder", "jansen", "--out", "uit"]);
    assert_eq!(code, 1);
    assert!(
        error.contains("found a template that goes on and on"),
        "{error}"
    );
    assert!(room.written_files().is_empty());
}

#[test]
fn check_draws_what_is_wrong_with_templates() {
    let room = folder_with_reminder("subject: Dag\n\nBetaal {{ amout }}.\n");
    let (code, words) = run_check(&room);
    assert_eq!(code, 1);
    for said in [
        "warning[L004]",
        "error[L002]",
        "3 | Betaal {{ amout }}.",
        "= help: write `amount`",
    ] {
        assert!(words.contains(said), "{words}");
    }
}

#[test]
fn the_folder_lies_with_the_journal() {
    for (named, code) in [
        ("../brieven", 2),
        ("/tmp", 2),
        ("", 2),
        ("brieven/../..", 2),
        ("weg", 2),
    ] {
        let room = folder_with_reminder(SOUND);
        fs::write(
            room.path("tegoed.toml"),
            format!("templates = \"{named}\"\n"),
        )
        .expect("settings");
        let (found, _, error) = room.run_letters(&["--out", "uit"]);
        assert_eq!(found, code, "{named}: {error}");
        assert!(error.contains("templates"), "{error}");
        assert!(room.written_files().is_empty());
    }
}

#[test]
fn no_link_leads_out_of_the_folder() {
    let room = folder_with_reminder(SOUND);
    fs::remove_file(room.path(REMINDER)).expect("the template");
    symlink("/etc/hostname", room.path(REMINDER)).expect("a link");
    let (code, _, error) = room.run_letters(&["--out", "uit"]);
    assert_eq!(code, 2);
    assert!(
        error.contains("found a link out of it: brieven/nl/reminder.txt"),
        "{error}"
    );

    let room = folder_with_reminder(SOUND);
    fs::remove_dir_all(room.path("brieven")).expect("the folder");
    symlink("/tmp", room.path("brieven")).expect("a link");
    let (code, _, error) = room.run_letters(&["--out", "uit"]);
    assert_eq!(code, 2, "{error}");
    assert!(
        error.contains("expected a folder below that of the journal"),
        "{error}"
    );
}

#[test]
fn a_fourteen_day_letter_of_ones_own_is_held_to_the_law() {
    let policy = "  policy: short\n\npolicy short\n  stage: final 3 days after due deadline 14 days via email\n";
    let text = three_reminders_journal()
        .replace("  language: nl\n", &format!("  language: nl\n{policy}"))
        .replace("kind: business", "kind: consumer");
    let file = "brieven/nl/final-notice.txt";
    let with = "subject: factuur\n\nLaatste kans.\n\n{{ statutory_notice }}\n";
    let sound = folder_with_template(&text, file, with);
    let (code, letter, error) = sound.run_letters(&["final", "jansen"]);
    assert_eq!((code, error.as_str()), (0, ""));
    assert!(
        letter.contains("Laatste kans.") && letter.contains("veertien dagen"),
        "{letter}"
    );
    for without in [
        "subject: factuur\n\nBetaal {{ amount }}.\n",
        "subject: factuur\n\n{% if many %}\n{{ statutory_notice }}\n{% endif %}\n",
    ] {
        let room = folder_with_template(&text, file, without);
        let (code, _, error) = room.run_letters(&["final", "jansen"]);
        assert_eq!(code, 1);
        assert!(
            error.contains("expected `{{ statutory_notice }}`, without which no collection"),
            "{error}"
        );
    }
    // Whatever it is called.
    let named = text.replace("via email\n", "via email letter mijn-brief\n");
    let room = folder_with_template(&named, "brieven/nl/mijn-brief.txt", SOUND);
    let (code, _, error) = room.run_letters(&["final", "jansen"]);
    assert_eq!(code, 1);
    assert!(
        error.contains("its template brieven/nl/mijn-brief.txt is not right"),
        "{error}"
    );
}
