//! Templates that somebody made to keep the program busy, or to end it: each is refused where it goes too far.

use super::room::{LetterTestFolder, three_reminders_journal};
use std::fs;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// What `tegoed` says of a folder whose reminder holds this.
fn run_with_template(text: &str, words: &[&str]) -> (i32, String) {
    let room = LetterTestFolder::with_journal(&three_reminders_journal());
    fs::write(room.path("tegoed.toml"), "templates = \"brieven\"\n").expect("settings");
    fs::create_dir_all(room.path("brieven/nl")).expect("a folder");
    fs::write(room.path("brieven/nl/reminder.txt"), text).expect("a template");
    let start = Instant::now();
    let output = Command::new(env!("CARGO_BIN_EXE_tegoed"))
        .current_dir(room.0.path())
        .args(words)
        .args(["--as-of", "2026-02-07", "-f", "main.tegoed"])
        .env_remove("TEGOED_FILE")
        .env("NO_COLOR", "1")
        .stdin(Stdio::null())
        .output()
        .expect("the program runs");
    assert!(
        start.elapsed() < Duration::from_secs(20),
        "{:?}",
        start.elapsed()
    );
    let said = [output.stdout, output.stderr].concat();
    let code = output.status.code().expect("it ends by itself");
    (code, String::from_utf8_lossy(&said).into_owned())
}

const HEAD: &str = "subject: factuur en herinnering\n\n";

fn wrap(inside: &str) -> String {
    format!("{HEAD}{inside}\n")
}

#[test]
fn a_template_that_goes_too_far_is_a_finding_and_no_letter() {
    let deep = [
        wrap(&format!(
            "{{% if {}many %}}x{{% endif %}}",
            "not ".repeat(30_000)
        )),
        wrap(&format!(
            "{{% if {}many %}}x{{% endif %}}",
            "not ".repeat(9_000)
        )),
        wrap(&format!(
            "{{% if {}many %}}x{{% endif %}}",
            "many or ".repeat(7_000)
        )),
        wrap(&format!(
            "{{% if {}many %}}x{{% endif %}}",
            "many and ".repeat(6_000)
        )),
        wrap(&format!(
            "{{% if {}many{} %}}x{{% endif %}}",
            "(".repeat(20_000),
            ")".repeat(20_000)
        )),
        wrap(&format!(
            "{{% if many {}%}}x{{% endif %}}",
            "== many ".repeat(6_000)
        )),
        wrap(&format!("{{{{ amount{} }}}}", ".a".repeat(30_000))),
        wrap(&format!(
            "{{% if many %}}{}{{% endif %}}",
            "{% elif many %}".repeat(4_000)
        )),
        wrap(&format!(
            "{}{}",
            "{% if many %}".repeat(2_000),
            "{% endif %}".repeat(2_000)
        )),
        wrap(&format!(
            "{}{}",
            "{% for a in lines %}".repeat(1_500),
            "{% endfor %}".repeat(1_500)
        )),
        wrap(&"tekst ".repeat(20_000)),
        wrap(&"é".repeat(2_000_000)),
    ];
    for text in deep {
        let start: String = text.chars().skip(HEAD.len()).take(40).collect();
        let (code, said) = run_with_template(&text, &["check", "-O", "concise"]);
        assert_eq!(code, 1, "{start}: {said}");
        assert!(said.contains("brieven/nl/reminder.txt:"), "{start}: {said}");
        assert!(
            said.contains("error[L001] template-syntax: expected"),
            "{start}: {said}"
        );
        let (code, said) = run_with_template(&text, &["letters", "reminder", "jansen"]);
        assert_eq!(code, 1, "{start}: {said}");
        assert!(
            said.contains("no letter `reminder` to @jansen"),
            "{start}: {said}"
        );
    }
}

#[test]
fn what_is_told_names_the_limit() {
    let (_, said) = run_with_template(&wrap(&"x ".repeat(40_000)), &["check"]);
    assert!(
        said.contains("expected a template of at most 64 kB, found a longer one"),
        "{said}"
    );
    let nots = wrap(&format!(
        "{{% if {}many %}}x{{% endif %}}",
        "not ".repeat(200)
    ));
    let (_, said) = run_with_template(&nots, &["check"]);
    assert!(
        said.contains("at most 100 names and signs between two braces, found 202"),
        "{said}"
    );
}

#[test]
fn a_template_as_long_as_may_be_is_read_in_no_time() {
    let mut text = HEAD.to_owned();
    while text.len() < 64_000 {
        let name = text.len();
        text += &format!("{{{{ naam{name} }}}} {{% if many %}}veel{{% endif %}}\n");
    }
    let (code, said) = run_with_template(&text, &["check", "-O", "concise"]);
    assert_eq!(code, 1);
    assert!(said.contains("L002"), "{said}");
    let plain = wrap(
        &"{% for line in lines %}\n{{ line.open }}\n{% endfor %}\n\n{{ invoices }}\n\n".repeat(700),
    );
    let (code, said) = run_with_template(&plain, &["letters", "reminder", "jansen"]);
    assert!(code <= 1, "{said}");
}

#[test]
fn settings_and_folders_have_limits_that_are_told() {
    let room = LetterTestFolder::with_journal(&three_reminders_journal());
    fs::write(room.path("tegoed.toml"), "# x\n".repeat(20_000)).expect("settings");
    let (code, _, error) = room.run_letters(&[]);
    assert_eq!(code, 2);
    assert!(error.contains("at most 64 kB"), "{error}");
    fs::write(room.path("tegoed.toml"), "templates = \"t\"\n").expect("settings");
    fs::create_dir_all(room.path("t/nl")).expect("a folder");
    for number in 0..=200 {
        fs::write(room.path(&format!("t/nl/b{number}.txt")), "").expect("a template");
    }
    let (code, _, error) = room.run_letters(&[]);
    assert_eq!(code, 2);
    assert!(
        error.contains("at most 200 templates in t/nl, found 201"),
        "{error}"
    );
}
