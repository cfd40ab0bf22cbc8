//! The description of templates: how one is made, and every variable with what it holds and means. It is written from
//! the lists by which letters are filled and templates are checked.

use super::built_in::BUILT_IN_KINDS;
use crate::language::phrases::Language;
use crate::language::templates::TemplateWords;
use crate::letter::templates::variable::{Variable, VariableKind};
use std::collections::BTreeSet;
use std::fmt::Write;

/// The description, as Markdown.
pub fn render_reference_page(language: &Language) -> String {
    let say = &language.phrases.letter.template;
    let mut text = format!("{}\n## {}\n", say.guide, say.variables);
    let _ = write!(
        text,
        "\n| {} | {} | {} | {} |\n|---|---|---|---|\n",
        say.name, say.value_kind, say.letters, say.meaning
    );
    for (variable, letters) in collect_rows() {
        write_row(
            say,
            "",
            variable,
            &letters_in_short(say, &letters),
            &mut text,
        );
        if let VariableKind::List(fields) = variable.kind {
            let of = format!("{}: ", variable.name);
            for field in fields {
                write_row(say, &of, field, "", &mut text);
            }
        }
    }
    text
}

/// Every variable once, with the letters that have it. Variables of one name that mean different things are several.
fn collect_rows() -> Vec<(&'static Variable, BTreeSet<&'static str>)> {
    let mut rows: Vec<(&'static Variable, BTreeSet<&'static str>)> = Vec::new();
    for letter in BUILT_IN_KINDS {
        for variable in letter.template_variables() {
            let same = |known: &Variable| {
                (known.name, known.kind, known.meaning)
                    == (variable.name, variable.kind, variable.meaning)
            };
            match rows.iter_mut().find(|(known, _)| same(known)) {
                Some((_, letters)) => {
                    letters.insert(letter.name);
                }
                None => rows.push((variable, BTreeSet::from([letter.name]))),
            }
        }
    }
    rows
}

fn write_row(say: &TemplateWords, of: &str, variable: &Variable, letters: &str, text: &mut String) {
    let holds = match variable.kind {
        VariableKind::OneOf(words) => format!("`{}`", words.join("`, `")),
        kind => (say.kind_label)(kind.label()).to_owned(),
    };
    let meaning = (say.translate_meaning)(variable.meaning);
    let name = variable.name;
    let _ = write!(text, "| {of}`{name}` | {holds} | {letters} | {meaning}");
    let shown = !variable.example.is_empty() && !matches!(variable.kind, VariableKind::OneOf(_));
    if shown {
        let _ = write!(text, ". {}: {}", say.example, variable.example);
    }
    text.push_str(" |\n");
}

/// The names of some letters; all of a sort in one word.
fn letters_in_short(say: &TemplateWords, letters: &BTreeSet<&'static str>) -> String {
    let letters_that = |are_steps: bool| -> BTreeSet<&'static str> {
        let some = BUILT_IN_KINDS.iter();
        let some = some.filter(|letter| letter.is_step == are_steps);
        some.map(|letter| letter.name).collect()
    };
    let (steps, beside) = (letters_that(true), letters_that(false));
    let mut left: BTreeSet<&str> = letters.clone();
    let mut named: Vec<&str> = Vec::new();
    if letters.len() == BUILT_IN_KINDS.len() {
        return say.all_letters.to_owned();
    }
    for (all, word) in [(&steps, say.step_letters), (&beside, say.extra_letters)] {
        if all.is_subset(&left) {
            left.retain(|letter| !all.contains(letter));
            named.push(word);
        }
    }
    named.extend(left);
    named.join(", ")
}
