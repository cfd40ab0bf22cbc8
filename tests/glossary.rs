//! The glossary: its terms stand in order, its items exist, and public types are named with its words.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Words of programming, of text and of numbers, which no accountant has to explain.
const CRAFT_WORDS: &str = "
    ability access action add answer checked choice allow announced applicability arg argument as assistant attachment audience availability available before block
    braces broken builder built by byte cache calculation calendar cardinality case cause caution cell change check cited claimable
    code coded color colour column command common compiled completed completion console content context copy cover csv dark
    data dated decimal declaration def detail diagnostic dialect difference digit directive disk doubt drafter edit
    editor effect element encoding end error event exact excel excerpt existing exit explain export failure feature field file filter finder first fix
    fixed flag fmt fn folder font form format found frame future git given global glyph group guard heading help hint highlight host hover id idx in
    include index init input instruction intended intern interview json key kind label language last leftover level link list loaded location log
    lookup mark match member mention message method minor64 name named nearness new next no node non not null number of offer on option origin
    outline output overlay own owner packed page paging parse parsed parser pattern pay pdf pending phrase piece pipeline placed placement planned
    pool position prerequisite print printer problem progress promised question queue quotation quote range read reader received recovered recent registry
    render repository requested requirement resolver result root row rule run running scope section selected sensitive
    rpc sentence server set setting shaped sheet shell side signal sink size slot sound source span spanned stale start state stated statistics
    stop string style subject subprocess sum summary support tab table tag target template temporary terminal text through timing title to token
    trigger typed typeface unclosed unexpected unit unreadable unrecovered usage use user utf8 value variable vec view viewed visibility
    visitor tool wait wanted warmth watched wildcard with word worklist writer writing written";

struct Term {
    words: String,
    items: Vec<String>,
}

fn glossary() -> Vec<Term> {
    let text = fs::read_to_string("grammar/GLOSSARY.md").expect("the glossary stands");
    let rows = text
        .lines()
        .skip_while(|line| !line.starts_with("|---"))
        .skip(1);
    let cells = rows.map(|line| line.split('|').map(str::trim).collect::<Vec<_>>());
    cells
        .map(|cells| match cells.as_slice() {
            ["", term, dutch, meaning, items, ""] => {
                assert!(
                    !dutch.is_empty() && !meaning.is_empty(),
                    "`{term}` has no meaning"
                );
                let items = items.split('`').skip(1).step_by(2).map(str::to_owned);
                Term {
                    words: (*term).to_owned(),
                    items: items.collect(),
                }
            }
            _ => panic!("not four cells: {cells:?}"),
        })
        .collect()
}

fn source_files() -> Vec<PathBuf> {
    fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).expect("src can be read") {
            let path = entry.expect("src can be read").path();
            if path.is_dir() {
                collect(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    collect(Path::new("src"), &mut found);
    found.sort();
    found
}

/// The name of a type that a line declares, and whether it is public.
fn declared_type(line: &str) -> Option<(&str, bool)> {
    let line = line.trim_start();
    let (line, public) = match line.strip_prefix("pub ") {
        Some(rest) => (rest, true),
        None => (line, false),
    };
    let kinds = ["struct ", "enum ", "trait ", "type "];
    let name = kinds.iter().find_map(|kind| line.strip_prefix(kind))?;
    let length = name
        .find(|c: char| !c.is_ascii_alphanumeric())
        .unwrap_or(name.len());
    Some((&name[..length], public))
}

/// Types declared in `src`, also by a macro of ours, each with its file.
fn types() -> BTreeMap<String, (PathBuf, bool)> {
    let mut types = BTreeMap::new();
    for path in source_files() {
        let text = fs::read_to_string(&path).expect("source is UTF-8");
        for line in text.lines() {
            if let Some((name, public)) = declared_type(line) {
                types.insert(name.to_owned(), (path.clone(), public));
            }
            let by_macro = line
                .strip_prefix("    ")
                .and_then(|line| line.strip_suffix(" {"));
            let is_name = |name: &&str| name.chars().all(|c| c.is_ascii_alphanumeric());
            if let Some(name) = by_macro
                .filter(is_name)
                .filter(|it| it.starts_with(char::is_uppercase))
            {
                types
                    .entry(name.to_owned())
                    .or_insert((path.clone(), false));
            }
        }
    }
    types
}

/// One name, one meaning: no two types of `src` are called the same.
#[test]
fn no_two_types_have_the_same_name() {
    let mut files: BTreeMap<String, Vec<PathBuf>> = BTreeMap::new();
    for path in source_files() {
        let text = fs::read_to_string(&path).expect("source is UTF-8");
        let own_items = text.lines().filter(|line| !line.starts_with(' '));
        for (name, _) in own_items.filter_map(declared_type) {
            files.entry(name.to_owned()).or_default().push(path.clone());
        }
    }
    files.retain(|_, declared_in| declared_in.len() > 1);
    assert!(files.is_empty(), "{files:#?}");
}

/// `InvoiceDetailFlags` is `invoice`, `detail`, `flags`.
fn words_of(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for c in name.chars() {
        match words.last_mut() {
            Some(word) if !c.is_ascii_uppercase() => word.push(c),
            _ => words.push(c.to_string()),
        }
    }
    words.iter().map(|word| word.to_ascii_lowercase()).collect()
}

/// A word without the ending of its number: `entries` and `entry` are one.
fn stem(word: &str) -> String {
    let word = word.to_ascii_lowercase();
    if let Some(singular) = word.strip_suffix("ies") {
        return format!("{singular}y");
    }
    word.strip_suffix('s').unwrap_or(&word).to_owned()
}

fn known_words() -> BTreeSet<String> {
    let terms = glossary();
    let terms = terms
        .iter()
        .flat_map(|term| term.words.split(|c: char| !c.is_ascii_alphabetic()));
    terms
        .chain(CRAFT_WORDS.split_whitespace())
        .filter(|word| !word.is_empty())
        .map(stem)
        .collect()
}

#[test]
fn terms_stand_in_order_and_once() {
    let terms: Vec<String> = glossary()
        .iter()
        .map(|term| term.words.to_ascii_lowercase())
        .collect();
    assert!(
        terms.len() > 100,
        "expected the whole trade, found {} terms",
        terms.len()
    );
    for pair in terms.windows(2) {
        assert!(
            pair[0] < pair[1],
            "`{}` stands before `{}`",
            pair[0],
            pair[1]
        );
    }
}

#[test]
fn items_of_the_glossary_exist() {
    let types = types();
    for term in glossary() {
        for item in &term.items {
            assert!(
                types.contains_key(item),
                "`{}`: there is no `{item}`",
                term.words
            );
        }
    }
}

#[test]
fn public_types_are_named_with_words_of_the_trade_or_the_craft() {
    let known = known_words();
    let mut wrong = Vec::new();
    for (name, (path, public)) in types() {
        if !public {
            continue;
        }
        for word in words_of(&name)
            .iter()
            .filter(|word| !known.contains(&stem(word)))
        {
            let near = known
                .iter()
                .min_by_key(|other| strsim::osa_distance(other, word));
            wrong.push(format!(
                "{}: `{name}`: `{word}` is in no glossary; the nearest term is `{}`",
                path.display(),
                near.map_or("", String::as_str)
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_type_outside_of_the_glossary_is_seen() {
    let known = known_words();
    let unknown = |name: &str| {
        words_of(name)
            .iter()
            .any(|word| !known.contains(&stem(word)))
    };
    for name in ["Told", "Morning", "LetterShelf", "Desk", "Says"] {
        assert!(unknown(name), "`{name}` passes");
    }
    for name in ["PaymentPlan", "OpenItems", "InvoiceDetailFlags", "Entries"] {
        assert!(!unknown(name), "`{name}` is refused");
    }
}
