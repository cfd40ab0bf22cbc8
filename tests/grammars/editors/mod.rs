//! The colours that editors show, asked of the editors themselves: what the parser of the program sees as a keyword, a key,
//! a day, an amount or a name has the colour of one.
//!
//! An editor that is not installed is left out, and that is said.

use super::three_readings::{Shape, parser_reading};
use crate::journals::repository_path;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

/// Which colours a kind of thing may have.
type Colours = &'static [(&'static str, &'static [&'static str])];

const VIM: Colours = &[
    (
        "keyword",
        &["tegoedEntry", "tegoedDeclaration", "tegoedIncludeWord"],
    ),
    ("key", &["tegoedKey", "tegoedTextKey", "tegoedOwnKey"]),
    ("date", &["tegoedLeadingDate", "tegoedDate"]),
    ("invoice", &["tegoedInvoice"]),
    ("customer", &["tegoedCustomer"]),
    ("amount", &["tegoedAmount"]),
    ("price", &["tegoedAmount"]),
    ("quantity", &["tegoedAmount"]),
    ("share", &["tegoedShare"]),
    ("duration", &["tegoedDuration"]),
    ("word", &["tegoedWord", "tegoedClause"]),
    (
        "text",
        &["tegoedFreeText", "tegoedTextValue", "tegoedWords"],
    ),
];

const EMACS: Colours = &[
    ("keyword", &["font-lock-keyword-face"]),
    ("key", &["font-lock-variable-name-face"]),
    ("date", &["font-lock-constant-face"]),
    ("invoice", &["font-lock-function-name-face"]),
    ("customer", &["font-lock-type-face"]),
    ("amount", &["font-lock-constant-face"]),
    ("price", &["font-lock-constant-face"]),
    ("quantity", &["font-lock-constant-face"]),
    ("share", &["font-lock-constant-face"]),
    ("duration", &["font-lock-constant-face"]),
    (
        "word",
        &["font-lock-constant-face", "font-lock-builtin-face"],
    ),
    ("text", &["font-lock-string-face"]),
];

const TREE_SITTER: Colours = &[
    ("keyword", &["keyword"]),
    ("key", &["property"]),
    ("date", &["string.special"]),
    ("invoice", &["label"]),
    ("customer", &["type"]),
    ("amount", &["number"]),
    ("price", &["number"]),
    ("quantity", &["number"]),
    ("share", &["number"]),
    ("duration", &["number"]),
    ("word", &["constant.builtin"]),
    ("text", &["string"]),
];

const TEXTMATE: Colours = &[
    ("keyword", &["keyword.control.tegoed"]),
    (
        "key",
        &[
            "variable.other.property.tegoed",
            "variable.other.property.own.tegoed",
        ],
    ),
    ("date", &["constant.other.date.tegoed"]),
    ("invoice", &["entity.name.tag.invoice.tegoed"]),
    ("customer", &["entity.name.type.customer.tegoed"]),
    ("amount", &["constant.numeric.amount.tegoed"]),
    ("price", &["constant.numeric.amount.tegoed"]),
    ("quantity", &["constant.numeric.amount.tegoed"]),
    ("share", &["constant.numeric.share.tegoed"]),
    ("duration", &["constant.numeric.duration.tegoed"]),
    (
        "word",
        &["constant.language.tegoed", "keyword.operator.word.tegoed"],
    ),
    (
        "text",
        &["string.unquoted.tegoed", "string.unquoted.words.tegoed"],
    ),
];

/// What is asked of an editor: a kind of thing, and the line and the byte in it, both from 1.
struct Question {
    shape: Shape,
    line: usize,
    byte: usize,
}

/// The journal that everything is asked of: the one that shows the whole language.
fn language_tour() -> String {
    fs::read_to_string(repository_path("examples/00-language-tour.tegoed")).unwrap()
}

fn questions(text: &str, colours: Colours) -> Vec<Question> {
    let known = parser_reading(text).shapes.into_iter();
    let known = known.filter(|(kind, _)| colours.iter().any(|(it, _)| it == kind));
    let asked: Vec<Question> = known
        .map(|shape| {
            let before = &text[..shape.1.start];
            let line_start = before.rfind('\n').map_or(0, |at| at + 1);
            Question {
                line: before.matches('\n').count() + 1,
                byte: shape.1.start - line_start + 1,
                shape,
            }
        })
        .collect();
    assert!(asked.len() > 200, "only {} questions", asked.len());
    asked
}

/// Asks an editor: `run` gets a folder with `journal.tegoed` and `asked`, a line and a byte in each of its lines, and lets
/// the editor write the colours of the places into `told`.
fn compare(editor: &str, colours: Colours, run: impl FnOnce(&Path) -> Command) {
    let text = language_tour();
    let asked = questions(&text, colours);
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("room");
    let mut places = String::new();
    for question in &asked {
        let _ = writeln!(places, "{} {}", question.line, question.byte);
    }
    fs::write(folder.path().join("journal.tegoed"), &text).unwrap();
    fs::write(folder.path().join("asked"), places).unwrap();
    let output = run(folder.path())
        .current_dir(folder.path())
        .env("HOME", folder.path())
        .stdin(Stdio::null())
        .output()
        .expect("it runs");
    let told = fs::read_to_string(folder.path().join("told")).unwrap_or_else(|_| {
        panic!(
            "{editor} said {}{}",
            String::from_utf8_lossy(&output.stdout),
            String::from_utf8_lossy(&output.stderr)
        )
    });
    let told: Vec<&str> = told.lines().collect();
    assert_eq!(told.len(), asked.len(), "{editor}");
    let wrong: Vec<String> = asked
        .iter()
        .zip(told)
        .filter_map(|(question, told)| {
            let (kind, at) = &question.shape;
            let (_, fitting) = colours.iter().find(|(it, _)| it == kind)?;
            let line = text.lines().nth(question.line - 1)?;
            let words = &text[at.clone()];
            (!fitting.contains(&told)).then(|| format!("{line}\n  {kind} {words:?} is {told:?}"))
        })
        .collect();
    assert!(
        wrong.is_empty(),
        "{editor}, {} of {}:\n{}",
        wrong.len(),
        asked.len(),
        wrong[..wrong.len().min(30)].join("\n")
    );
}

fn is_installed(program: &str) -> bool {
    let answer = Command::new(program).arg("--version").output();
    let here = answer.is_ok_and(|answer| answer.status.success());
    if !here {
        eprintln!("{program} is not installed: its colours were not compared");
    }
    here
}

fn script(name: &str) -> std::path::PathBuf {
    repository_path("tests/grammars/editors").join(name)
}

#[test]
fn vim_colours_what_the_parser_sees() {
    if !is_installed("vim") {
        return;
    }
    compare("vim", VIM, |_| {
        let grammar = repository_path("grammar/vim");
        let mut vim = Command::new("vim");
        vim.args(["-u", "NONE", "-i", "NONE", "-n", "-es", "--not-a-term"]);
        vim.arg("--cmd");
        vim.arg(format!("set encoding=utf-8 rtp^={}", grammar.display()));
        vim.arg("-S").arg(script("vim_colours.vim"));
        vim
    });
}

#[test]
fn emacs_colours_what_the_parser_sees() {
    if !is_installed("emacs") {
        return;
    }
    compare("emacs", EMACS, |_| {
        let mut emacs = Command::new("emacs");
        emacs.args(["--batch", "-Q", "-L"]);
        emacs.arg(repository_path("grammar/emacs"));
        emacs.arg("-l").arg(script("emacs_colours.el"));
        emacs
    });
}

#[test]
fn neovim_colours_what_the_parser_sees() {
    if !is_installed("nvim") {
        return;
    }
    compare("nvim", TREE_SITTER, |folder| {
        let grammar = repository_path("grammar/tree-sitter");
        fs::create_dir_all(folder.join("site/parser")).unwrap();
        let compiled = Command::new("cc")
            .args(["-shared", "-fPIC", "-O1", "-o"])
            .arg(folder.join("site/parser/tegoed.so"))
            .arg("-I")
            .arg(grammar.join("src"))
            .arg(grammar.join("src/parser.c"))
            .status()
            .expect("a C compiler, which the tests need");
        assert!(compiled.success());
        fs::create_dir_all(folder.join("site/queries/tegoed")).unwrap();
        for query in fs::read_dir(grammar.join("queries")).unwrap() {
            let path = query.unwrap().path();
            let name = path.file_name().unwrap();
            fs::copy(&path, folder.join("site/queries/tegoed").join(name)).unwrap();
        }
        let mut nvim = Command::new("nvim");
        nvim.args(["--headless", "-u", "NONE", "-i", "NONE", "-n", "--cmd"]);
        nvim.arg(format!("set rtp^={}", folder.join("site").display()));
        nvim.arg("-c");
        nvim.arg(format!(
            "luafile {}",
            script("neovim_colours.lua").display()
        ));
        nvim
    });
}

/// Where `npm install --prefix target/textmate vscode-textmate vscode-oniguruma` puts its packages.
const TEXTMATE_PACKAGES: &str = "target/textmate/node_modules";

#[test]
fn textmate_colours_what_the_parser_sees() {
    let packages = repository_path(TEXTMATE_PACKAGES);
    if !packages.is_dir() || !is_installed("node") {
        eprintln!("{TEXTMATE_PACKAGES} is missing: the colours of TextMate were not compared");
        return;
    }
    compare("vscode-textmate", TEXTMATE, |_| {
        let mut node = Command::new("node");
        node.arg(script("textmate_colours.js"));
        node.arg(&packages);
        node.arg(repository_path("grammar/textmate/tegoed.tmLanguage.json"));
        node
    });
}

#[test]
fn vim_folds_entries_and_finds_what_check_tells() {
    if !is_installed("vim") {
        return;
    }
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("room");
    let journal = "format 1\n\n# Customers\n\n; The first.\ncustomer @a\n  name: A\n  ; between\n  kind: business\n\n2026-01-05 invoce #1\n";
    fs::write(folder.path().join("journal.tegoed"), journal).unwrap();
    let program = Path::new(env!("CARGO_BIN_EXE_tegoed")).parent().unwrap();
    let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap());
    let mut vim = Command::new("vim");
    vim.args(["-u", "NONE", "-i", "NONE", "-n", "-es", "--not-a-term"]);
    vim.arg("--cmd");
    vim.arg(format!(
        "set encoding=utf-8 rtp^={}",
        repository_path("grammar/vim").display()
    ));
    vim.arg("-S").arg(script("vim_findings.vim"));
    let answer = vim
        .current_dir(folder.path())
        .env("PATH", path)
        .stdin(Stdio::null())
        .output();
    answer.expect("it runs");
    let told = fs::read_to_string(folder.path().join("told")).expect("what Vim says");
    let told: Vec<&str> = told.lines().collect();
    let folds = ["1", "1", "1", "1", "1", "2", "2", "2", "2", "1", "1"];
    assert_eq!(told[..folds.len()], folds);
    let name = folder.path().join("journal.tegoed");
    let name = name.canonicalize().unwrap();
    let found = told[folds.len()].strip_prefix(&*name.to_string_lossy());
    let found = found.or_else(|| told[folds.len()].strip_prefix("journal.tegoed"));
    assert_eq!(found, Some(":11:12:e"), "{told:?}");
    assert_eq!(told.last(), Some(&"tegoed fmt -"));
}

#[test]
fn settings_of_helix_and_vs_code_name_what_is_there() {
    let read = |path: &str| fs::read_to_string(repository_path(path)).unwrap();
    let helix: toml::Table = read("grammar/helix/languages.toml").parse().unwrap();
    let source = &helix["grammar"][0]["source"]["path"];
    let folder = source
        .as_str()
        .unwrap()
        .strip_prefix("REPOSITORY/")
        .unwrap();
    assert!(repository_path(folder).join("src/parser.c").is_file());
    let manifest: serde_json::Value =
        serde_json::from_str(&read("grammar/vscode/package.json")).unwrap();
    let language = &manifest["contributes"]["languages"][0];
    let configuration = language["configuration"].as_str().unwrap();
    let configuration = read(&format!("grammar/vscode/{configuration}"));
    assert!(serde_json::from_str::<serde_json::Value>(&configuration).is_ok());
    let grammar: serde_json::Value =
        serde_json::from_str(&read("grammar/textmate/tegoed.tmLanguage.json")).unwrap();
    let grammars = &manifest["contributes"]["grammars"][0];
    assert_eq!(grammars["scopeName"], grammar["scopeName"]);
    assert_eq!(grammars["language"], language["id"]);
}
