//! EBNF as `grammar/tegoed.ebnf` is written in it.

/// A right side of the page.
#[derive(Clone, Debug)]
pub enum Rule {
    Sequence(Vec<Rule>),
    Choice(Vec<Rule>),
    Optional(Box<Rule>),
    Repeated(Box<Rule>),
    Literal(String),
    Name(String),
    /// Words between `?`.
    Told(String),
}

/// A rule by its name.
pub fn name(rule: &str) -> Rule {
    Rule::Name(rule.to_owned())
}

/// The word of a rule that is one.
pub fn literal(rule: &Rule) -> Option<String> {
    match rule {
        Rule::Literal(word) => Some(word.clone()),
        Rule::Sequence(parts) if parts.len() == 1 => literal(&parts[0]),
        _ => None,
    }
}

/// The parts of a rule, one after the other.
pub fn sequence(rule: &Rule) -> &[Rule] {
    match rule {
        Rule::Sequence(parts) => parts,
        alone => std::slice::from_ref(alone),
    }
}

/// The names in a choice or a sequence.
pub fn names_in(rule: &Rule) -> Vec<String> {
    match rule {
        Rule::Name(name) => vec![name.clone()],
        Rule::Sequence(parts) | Rule::Choice(parts) => parts.iter().flat_map(names_in).collect(),
        _ => Vec::new(),
    }
}

/// Reads what stands between `=` and `;`.
pub fn read_choice(rest: &mut &[&str]) -> Rule {
    let mut ways = vec![read_sequence(rest)];
    while let ["|", behind @ ..] = *rest {
        *rest = behind;
        ways.push(read_sequence(rest));
    }
    if ways.len() == 1 {
        ways.remove(0)
    } else {
        Rule::Choice(ways)
    }
}

fn read_sequence(rest: &mut &[&str]) -> Rule {
    let mut parts = vec![read_part(rest)];
    while let [",", behind @ ..] = *rest {
        *rest = behind;
        parts.push(read_part(rest));
    }
    if parts.len() == 1 {
        parts.remove(0)
    } else {
        Rule::Sequence(parts)
    }
}

fn read_part(rest: &mut &[&str]) -> Rule {
    let [part, behind @ ..] = *rest else {
        panic!("a rule ends too early");
    };
    *rest = behind;
    let mut inner = |end: &str| {
        let rule = read_choice(rest);
        assert_eq!(rest.first(), Some(&end));
        *rest = &rest[1..];
        rule
    };
    match *part {
        "(" => inner(")"),
        "[" => Rule::Optional(Box::new(inner("]"))),
        "{" => Rule::Repeated(Box::new(inner("}"))),
        text if text.starts_with('"') => Rule::Literal(text.trim_matches('"').replace('␣', " ")),
        text if text.starts_with('?') => {
            Rule::Told(text.trim_matches('?').replace('␣', " ").trim().to_owned())
        }
        text => name(text),
    }
}
