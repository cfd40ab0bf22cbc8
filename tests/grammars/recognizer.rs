//! Recognizes journals by `grammar/tegoed.ebnf` as it is written: an interpreter of the page, with what its comments say
//! about arguments in any order and about keys.

use super::notation::{Rule, literal, name, names_in, read_choice, sequence};
use crate::grammar_page::{GrammarRules, page_rules};
use std::collections::{BTreeMap, BTreeSet};
use tegoed::syntax::directive::DIRECTIVES;
use tegoed::syntax::table::DirectiveKind;

/// Where a rule that begins at a place may end.
type Ends = BTreeSet<usize>;

/// An argument of a keyword or key: its rule, the clause word before it, how often it may stand.
struct Argument {
    clause: Option<String>,
    rule: Rule,
    required: bool,
    repeatable: bool,
}

/// The page, ready to recognize.
pub struct Page {
    rules: BTreeMap<String, Rule>,
    clause_words: BTreeSet<String>,
    /// The rules whose arguments stand in any order, with the keyword of each.
    keywords: BTreeMap<String, String>,
}

impl Page {
    pub fn read() -> Self {
        let text: GrammarRules = page_rules();
        let parse = |(name, text): (&String, &String)| {
            let parts: Vec<&str> = text.split(' ').collect();
            let mut rest = parts.as_slice();
            let rule = read_choice(&mut rest);
            assert!(rest.is_empty(), "`{name}`: {rest:?} is left");
            (name.clone(), rule)
        };
        let rules: BTreeMap<String, Rule> = text.iter().map(parse).collect();
        let literals = |rule: &Rule| -> Vec<String> {
            match rule {
                Rule::Choice(ways) => ways.iter().filter_map(literal).collect(),
                other => literal(other).into_iter().collect(),
            }
        };
        let clause_words = literals(&rules["clause-word"]).into_iter().collect();
        let mut keywords = BTreeMap::new();
        for list in ["declaration", "entry"] {
            for name in names_in(&rules[list]) {
                let parts = sequence(&rules[&name]);
                keywords.insert(name, literal(&parts[0]).expect("a keyword comes first"));
            }
        }
        Self {
            rules,
            clause_words,
            keywords,
        }
    }

    /// The first line that is not of the language, from 0.
    pub fn first_wrong_line(&self, text: &str) -> Option<usize> {
        let mut keyword: Option<String> = None;
        let mut lines = text.split('\n').enumerate();
        lines.find_map(|(number, line)| {
            let line = line.strip_suffix('\r').unwrap_or(line);
            (!self.fits(line.trim_end_matches([' ', '\t']), line, &mut keyword)).then_some(number)
        })
    }

    /// Whether a line is of the language. `bare` is without its last blanks; `keyword` is that of the entry it stands in.
    fn fits(&self, bare: &str, line: &str, keyword: &mut Option<String>) -> bool {
        let whole = |name: &str, text: &str| {
            self.ends(&Rule::Name(name.to_owned()), text, 0)
                .contains(&text.len())
        };
        if whole("blank-line", line) || whole("comment", line) {
            return true;
        }
        if whole("heading", line) {
            *keyword = None;
            return true;
        }
        if whole("conflict", line) {
            return false;
        }
        if line.starts_with([' ', '\t']) {
            return keyword
                .as_ref()
                .is_some_and(|keyword| self.fits_detail(bare, keyword));
        }
        *keyword = self.keyword_of_header(bare);
        keyword.is_some()
    }

    /// The keyword of a header; `None` where the line is none.
    fn keyword_of_header(&self, line: &str) -> Option<String> {
        let begin = |dated: bool| -> Ends {
            if dated {
                let rule = sequence(&Rule::Sequence(vec![name("date"), name("sp")])).to_vec();
                self.ends_of_sequence(&rule, line, 0)
            } else {
                Ends::from([0])
            }
        };
        let free = [name("sp"), name("free-text")];
        let mut likely = self
            .keywords
            .iter()
            .filter(|(_, word)| line.contains(word.as_str()));
        likely.find_map(|(rule, word)| {
            let dated = names_in(&self.rules["entry"]).contains(rule);
            let ends: Ends = begin(dated)
                .into_iter()
                .flat_map(|at| self.ends(&name(rule), line, at))
                .collect();
            let fits = ends.iter().any(|end| {
                *end == line.len()
                    || self
                        .ends_of_sequence(&free, line, *end)
                        .contains(&line.len())
            });
            fits.then(|| word.clone())
        })
    }

    /// Whether a line is a detail of this keyword.
    fn fits_detail(&self, line: &str, keyword: &str) -> bool {
        let directive = DIRECTIVES.iter().find(|it| it.word() == keyword).unwrap();
        let own = match keyword {
            "phone" | "email" | "letter" | "visit" | "chat" => "contact-key".to_owned(),
            word => format!("{word}-key"),
        };
        let mut names = vec![own.as_str(), "own-key", "words"];
        if directive.kind.is_dated() {
            names.push("common-key");
        }
        if directive.kind == DirectiveKind::Contact {
            names.push("effort-key");
        }
        let known = names.into_iter().filter(|it| self.rules.contains_key(*it));
        let starts = self.ends(&name("indent"), line, 0);
        known.into_iter().any(|key| {
            let rule = &self.rules[key];
            let ways = match rule {
                Rule::Choice(ways) => ways.as_slice(),
                alone => std::slice::from_ref(alone),
            };
            let is_table = key.ends_with("-key") && key != "own-key";
            starts.iter().any(|at| {
                ways.iter().any(|way| {
                    let ends = if is_table {
                        self.ends_of_key(sequence(way), line, *at)
                    } else {
                        self.ends(way, line, *at)
                    };
                    ends.contains(&line.len())
                })
            })
        })
    }

    /// `key , ":" , value`: what stands before the colon as written, then arguments in any order.
    fn ends_of_key(&self, parts: &[Rule], line: &str, at: usize) -> Ends {
        let colon = parts
            .iter()
            .position(|part| literal(part).as_deref() == Some(":"));
        let (head, value) = parts.split_at(colon.expect("a colon") + 1);
        let starts = self.ends_of_sequence(head, line, at);
        let starts = starts
            .into_iter()
            .flat_map(|at| self.ends(&Rule::Optional(Box::new(name("sp"))), line, at));
        let starts: Ends = starts.collect();
        let ways: Vec<&[Rule]> = match value {
            [Rule::Choice(ways)] => ways.iter().map(sequence).collect(),
            _ => vec![value],
        };
        starts
            .iter()
            .flat_map(|at| {
                ways.iter()
                    .flat_map(|way| self.ends_of_arguments(&self.arguments(way), line, *at, false))
            })
            .collect()
    }

    /// The arguments of a keyword or key, each with the clause word before it.
    fn arguments(&self, parts: &[Rule]) -> Vec<Argument> {
        let mut found: Vec<Argument> = Vec::new();
        let mut rest = parts;
        while let [part, behind @ ..] = rest {
            rest = behind;
            let (inner, required, repeatable) = match part {
                Rule::Optional(inner) => (&**inner, false, false),
                Rule::Repeated(inner) => {
                    // `x , { x }`
                    if let Some(last) = found.last_mut()
                        && format!("{:?}", last.rule) == format!("{inner:?}")
                    {
                        last.repeatable = true;
                        continue;
                    }
                    (&**inner, false, true)
                }
                other => (other, true, false),
            };
            let clause = |rule: &Rule| literal(rule).filter(|it| self.clause_words.contains(it));
            let mut argument = Argument {
                clause: None,
                rule: inner.clone(),
                required,
                repeatable,
            };
            match sequence(inner) {
                [word, value] | [word, value, Rule::Repeated(_)] if clause(word).is_some() => {
                    argument.clause = clause(word);
                    argument.repeatable = sequence(inner).len() == 3;
                    argument.rule = value.clone();
                }
                [word] if clause(word).is_some() && !rest.is_empty() => {
                    argument.clause = clause(word);
                    argument.rule = rest[0].clone();
                    rest = &rest[1..];
                }
                _ => {}
            }
            found.push(argument);
        }
        found
    }

    /// Where arguments in any order may end. `blank`: one stands before the first.
    fn ends_of_arguments(
        &self,
        arguments: &[Argument],
        line: &str,
        at: usize,
        blank: bool,
    ) -> Ends {
        let mut found = Ends::new();
        let mut waiting = vec![(at, 0_u32)];
        let mut seen = BTreeSet::new();
        while let Some((at, filled)) = waiting.pop() {
            if !seen.insert((at, filled)) {
                continue;
            }
            let missing = |(place, it): (usize, &Argument)| it.required && filled >> place & 1 == 0;
            if !arguments.iter().enumerate().any(missing) {
                found.insert(at);
            }
            let starts = if blank || filled != 0 {
                self.ends(&name("sp"), line, at)
            } else {
                Ends::from([at])
            };
            for start in starts {
                let word = line[start..].split([' ', '\t']).next().unwrap_or_default();
                let is_clause = |it: &Argument| it.clause.as_deref() == Some(word);
                let announced = arguments.iter().any(is_clause);
                for (place, argument) in arguments.iter().enumerate() {
                    let is_filled = filled >> place & 1 == 1;
                    let again = argument.repeatable && argument.clause.is_none();
                    if (is_filled && !again)
                        || announced != is_clause(argument)
                        || (!announced && argument.clause.is_some())
                    {
                        continue;
                    }
                    let ends = self.ends_of_argument(argument, line, start);
                    waiting.extend(ends.into_iter().map(|end| (end, filled | 1 << place)));
                }
            }
        }
        found
    }

    /// Where one argument may end: at the end of a word.
    fn ends_of_argument(&self, argument: &Argument, line: &str, at: usize) -> Ends {
        let value = |at| -> Ends {
            let ends = self.ends(&argument.rule, line, at).into_iter();
            ends.filter(|end| is_word_end(line, *end)).collect()
        };
        let Some(clause) = &argument.clause else {
            return value(at);
        };
        let mut found = Ends::new();
        let mut waiting = vec![at + clause.len()];
        while let Some(at) = waiting.pop() {
            for end in self.ends(&name("sp"), line, at).into_iter().flat_map(value) {
                if found.insert(end) && argument.repeatable {
                    waiting.push(end);
                }
            }
        }
        found
    }

    // The rules as they are written --------------------------------------------------------------------------------

    fn ends(&self, rule: &Rule, text: &str, at: usize) -> Ends {
        match rule {
            Rule::Literal(word) if text[at..].starts_with(word.as_str()) => {
                Ends::from([at + word.len()])
            }
            Rule::Literal(_) => Ends::new(),
            Rule::Sequence(parts) => self.ends_of_sequence(parts, text, at),
            Rule::Choice(ways) => ways
                .iter()
                .flat_map(|way| self.ends(way, text, at))
                .collect(),
            Rule::Optional(inner) => {
                let mut ends = self.ends(inner, text, at);
                ends.insert(at);
                ends
            }
            Rule::Repeated(inner) => {
                let (mut ends, mut waiting) = (Ends::from([at]), vec![at]);
                while let Some(at) = waiting.pop() {
                    let further = self.ends(inner, text, at);
                    waiting.extend(further.into_iter().filter(|end| ends.insert(*end)));
                }
                ends
            }
            Rule::Name(rule) => self.ends_of_name(rule, text, at),
            Rule::Told(words) => told(words, &text[at..])
                .map(|length| at + length)
                .into_iter()
                .collect(),
        }
    }

    fn ends_of_name(&self, rule: &str, text: &str, at: usize) -> Ends {
        let found = self.rules.get(rule);
        let found = found.unwrap_or_else(|| panic!("no rule `{rule}`"));
        match self.keywords.get(rule) {
            Some(word) if text[at..].starts_with(word.as_str()) => {
                let arguments = self.arguments(&sequence(found)[1..]);
                let ends = self.ends_of_arguments(&arguments, text, at + word.len(), true);
                ends.into_iter()
                    .filter(|end| is_word_end(text, *end))
                    .collect()
            }
            Some(_) => Ends::new(),
            // What the page says in a comment: a path has no quotes; as an argument it has nothing that is no character.
            None if rule == "path" && text[at..].starts_with(['"', '\'']) => Ends::new(),
            None if rule == "path" => text[at..]
                .char_indices()
                .take_while(|(_, c)| *c == ' ' || told("any but a blank", &c.to_string()).is_some())
                .map(|(place, c)| at + place + c.len_utf8())
                .collect(),
            None => self.ends(found, text, at),
        }
    }

    fn ends_of_sequence(&self, parts: &[Rule], text: &str, at: usize) -> Ends {
        parts.iter().fold(Ends::from([at]), |starts, part| {
            let ends = starts.into_iter().flat_map(|at| self.ends(part, text, at));
            ends.collect()
        })
    }
}

fn is_word_end(line: &str, at: usize) -> bool {
    at == line.len() || line[at..].starts_with([' ', '\t'])
}

/// How long what the page tells in words is at the start of a text.
fn told(words: &str, text: &str) -> Option<usize> {
    let first = text.chars().next()?;
    let letter = |is: bool| is.then(|| first.len_utf8());
    let is_curly = |c| "“”„‟‘’‚«»".contains(c);
    match words {
        "characters to the end of the line" => Some(text.len()),
        "the same without a tab, and without blanks around it" => {
            let fits = !text.contains('\t') && text.trim_matches([' ', '\t']) == text;
            fits.then_some(text.len())
        }
        "a tab" => letter(first == '\t'),
        "a to z" => letter(first.is_ascii_lowercase()),
        "A to Z" => letter(first.is_ascii_uppercase()),
        "0 to 9" => letter(first.is_ascii_digit()),
        "a letter or digit of any script" => letter(first.is_alphanumeric()),
        _ if words.starts_with("any but a blank") => {
            letter(!first.is_whitespace() && !is_curly(first))
        }
        _ => panic!("? {words} ? is not known"),
    }
}
