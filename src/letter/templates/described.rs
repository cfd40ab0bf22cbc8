//! The description of templates: how one is made, and every variable with what it holds and means. It is written from
//! the lists by which letters are filled and templates are checked.

use super::built_in::BUILT_IN;
use super::given::{Sort, Variable};
use crate::language::phrases::Language;
use crate::language::templates::TemplateWords;
use crate::letter::variables::Knows;
use std::collections::BTreeSet;
use std::fmt::Write;

/// The description, as Markdown.
pub fn described(language: &Language) -> String {
    let say = &language.say.letter.template;
    let mut text = format!("{}\n## {}\n", say.how, say.variables);
    let _ = write!(
        text,
        "\n| {} | {} | {} | {} |\n|---|---|---|---|\n",
        say.name, say.holds, say.letters, say.meaning
    );
    for (variable, letters) in rows() {
        row(say, "", variable, &group(say, &letters), &mut text);
        if let Sort::List(fields) = variable.sort {
            let of = format!("{}: ", variable.name);
            for field in fields {
                row(say, &of, field, "", &mut text);
            }
        }
    }
    text
}

/// Every variable once, with the letters that have it. Variables of one name that mean different things are several.
fn rows() -> Vec<(&'static Variable, BTreeSet<&'static str>)> {
    let mut rows: Vec<(&'static Variable, BTreeSet<&'static str>)> = Vec::new();
    for letter in BUILT_IN {
        for variable in letter.knows.variables() {
            let same = |known: &Variable| {
                (known.name, known.sort, known.meaning)
                    == (variable.name, variable.sort, variable.meaning)
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

fn row(say: &TemplateWords, of: &str, variable: &Variable, letters: &str, text: &mut String) {
    let holds = match variable.sort {
        Sort::Word(words) => format!("`{}`", words.join("`, `")),
        sort => (say.sort)(sort.word()).to_owned(),
    };
    let meaning = (say.meant)(variable.meaning);
    let name = variable.name;
    let _ = write!(text, "| {of}`{name}` | {holds} | {letters} | {meaning}");
    let shown = !variable.example.is_empty() && !matches!(variable.sort, Sort::Word(_));
    if shown {
        let _ = write!(text, ". {}: {}", say.example, variable.example);
    }
    text.push_str(" |\n");
}

/// Which letters those are, in short.
fn group(say: &TemplateWords, letters: &BTreeSet<&'static str>) -> String {
    let of = |knows: fn(Knows) -> bool| -> BTreeSet<&'static str> {
        let some = BUILT_IN.iter().filter(|letter| knows(letter.knows));
        some.map(|letter| letter.name).collect()
    };
    let (steps, beside) = (
        of(|knows| knows == Knows::Demanding),
        of(|knows| knows != Knows::Demanding),
    );
    let mut left: BTreeSet<&str> = letters.clone();
    let mut said: Vec<&str> = Vec::new();
    if letters.len() == BUILT_IN.len() {
        return say.every.to_owned();
    }
    for (all, word) in [(&steps, say.steps), (&beside, say.beside)] {
        if all.is_subset(&left) {
            left.retain(|letter| !all.contains(letter));
            said.push(word);
        }
    }
    said.extend(left);
    said.join(", ")
}
