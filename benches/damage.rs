//! Mistakes in a line: those that people make, and those that only programs and bad luck make.

use crate::dice::SplitMix64;

/// One way to spoil a line. What does not fit a line leaves it as it is.
type DamageFn = fn(&str, &mut SplitMix64) -> String;

const DAMAGE_FNS: [DamageFn; 28] = [
    drop_character,
    insert_character,
    replace_character,
    repeat_character,
    swap_characters,
    drop_word,
    repeat_word,
    swap_words,
    move_word_to_end,
    insert_word,
    replace_word,
    glue_words,
    misspell_word,
    translate_word,
    rewrite_number,
    rewrite_date,
    rewrite_number,
    rewrite_date,
    change_blank,
    change_indent,
    change_sigil,
    change_colon,
    change_case,
    quote_word,
    glue_bar,
    insert_semicolon,
    insert_look_alike,
    insert_invisible,
];

/// How often a line is tried before it is left whole: many kinds of damage do not fit it.
const ATTEMPTS: usize = 8;

/// Characters that mean something in a journal, and some that do not.
const CHARACTERS: [char; 32] = [
    'a', 'e', 'n', 'X', '0', '1', '5', '9', '#', '@', '|', ';', ':', '>', '.', ',', '-', '+', '/',
    '_', '%', '€', '$', '"', '\'', '(', ')', '*', '\\', '=', 'é', '😀',
];
const BLANKS: [&str; 8] = [
    "\t", "  ", "\u{a0}", "\u{202f}", "\u{2009}", "\u{3000}", "      ", " \t ",
];
const LOOK_ALIKES: [(char, char); 20] = [
    ('a', 'а'),
    ('e', 'е'),
    ('o', 'о'),
    ('p', 'р'),
    ('c', 'с'),
    ('i', 'і'),
    ('x', 'х'),
    ('A', 'Α'),
    ('B', 'В'),
    ('0', 'O'),
    ('1', 'l'),
    ('2', '２'),
    ('5', '٥'),
    ('-', '–'),
    ('-', '−'),
    ('#', '＃'),
    ('@', '＠'),
    ('.', '․'),
    ('|', '｜'),
    (':', '：'),
];
/// Characters that nobody sees, or that turn the direction of writing.
const INVISIBLE_CHARACTERS: [char; 12] = [
    '\0', '\r', '\u{1b}', '\u{7}', '\u{7f}', '\u{85}', '\u{200b}', '\u{200e}', '\u{202e}',
    '\u{2066}', '\u{2028}', '\u{feff}',
];
/// Bytes that are no UTF-8, or only a part of it.
const BAD_BYTES: [&[u8]; 5] = [b"\xff", b"\xc3", b"\xe9", b"\xe2\x82", b"\xed\xa0\x80"];
const SIGILS: [&str; 8] = ["", "#", "@", "##", "@@", "# ", "@ ", "$"];
/// Words of the language that may come where they do not belong.
const WORDS: [&str; 76] = [
    "due",
    "vat",
    "for",
    "of",
    "by",
    "until",
    "via",
    "to",
    "policy",
    "from",
    "on",
    "within",
    "before",
    "after",
    "gap",
    "deadline",
    "fee",
    "letter",
    "limit",
    "invoice",
    "payment",
    "credit",
    "phone",
    "promise",
    "customer",
    "business",
    "include",
    "format",
    "void",
    "sent",
    "hold",
    "balance",
    "settle",
    "email",
    "post",
    "agency",
    "court",
    "upheld",
    "none",
    "statutory",
    "yes",
    "on-account",
    "x",
    "item:",
    "due:",
    "for:",
    "name:",
    "id:",
    "x-own:",
    ">",
    "|",
    ";",
    "#",
    "@",
    "#2026-001",
    "@jansen",
    "#?",
    "100.00",
    "100,00",
    "0",
    "-5.00",
    "1.210",
    "€",
    "€5",
    "EUR",
    "USD",
    "EURO",
    "21%",
    "21 %",
    "30 days",
    "30d",
    "2026-01-31",
    "yesterday",
    "days",
    "=======",
    "<<<<<<<",
];
const DUTCH_WORDS: [(&str, &str); 32] = [
    ("invoice", "factuur"),
    ("payment", "betaling"),
    ("credit", "creditnota"),
    ("customer", "klant"),
    ("business", "bedrijf"),
    ("policy", "beleid"),
    ("promise", "belofte"),
    ("plan", "regeling"),
    ("dispute", "betwisting"),
    ("note", "notitie"),
    ("phone", "telefoon"),
    ("letter", "brief"),
    ("sent", "verstuurd"),
    ("agreed", "akkoord"),
    ("balance", "saldo"),
    ("writeoff", "afboeking"),
    ("handover", "overdracht"),
    ("due", "vervaldatum"),
    ("vat", "btw"),
    ("for", "voor"),
    ("by", "uiterlijk"),
    ("until", "tot"),
    ("from", "vanaf"),
    ("name:", "naam:"),
    ("address:", "adres:"),
    ("terms:", "termijn:"),
    ("item:", "regel:"),
    ("outcome:", "uitkomst:"),
    ("days", "dagen"),
    ("month", "maand"),
    ("yes", "ja"),
    ("no", "nee"),
];

/// Spoils a line in one to three ways; sometimes it is no text any more.
pub fn damage_line(line: &str, dice: &mut SplitMix64) -> Vec<u8> {
    let mut damaged = line.to_owned();
    for _ in 0..dice.pick_one(&[1, 1, 1, 2, 3]) {
        damaged = damage_once(&damaged, dice);
    }
    let mut bytes = damaged.into_bytes();
    if dice.next_below(40) == 0 {
        let at = dice.next_index(bytes.len() + 1);
        bytes.splice(at..at, dice.pick_one(&BAD_BYTES).iter().copied());
    }
    bytes
}

fn damage_once(line: &str, dice: &mut SplitMix64) -> String {
    for _ in 0..ATTEMPTS {
        let place = dice.next_index(DAMAGE_FNS.len());
        let damaged = DAMAGE_FNS.get(place).map(|damage| damage(line, dice));
        if let Some(damaged) = damaged.filter(|damaged| damaged != line) {
            return damaged;
        }
    }
    line.to_owned()
}

/// Changes the characters of a line around a place among them.
fn edit_at_character(
    line: &str,
    dice: &mut SplitMix64,
    change: impl FnOnce(&mut Vec<char>, usize, &mut SplitMix64),
) -> String {
    let mut characters: Vec<char> = line.chars().collect();
    if !characters.is_empty() {
        let at = dice.next_index(characters.len());
        change(&mut characters, at, dice);
    }
    characters.into_iter().collect()
}

/// Changes the words of a line around one of them. Blanks that follow each other are words of no length.
fn edit_at_word(
    line: &str,
    dice: &mut SplitMix64,
    change: impl FnOnce(&mut Vec<String>, usize, &mut SplitMix64),
) -> String {
    let mut words: Vec<String> = line.split(' ').map(str::to_owned).collect();
    let full: Vec<usize> = (0..words.len())
        .filter(|at| words.get(*at).is_some_and(|word| !word.is_empty()))
        .collect();
    if !full.is_empty() {
        let at = dice.pick_one(&full);
        change(&mut words, at, dice);
    }
    words.join(" ")
}

/// Writes one of the words that fit anew.
fn rewrite_word(
    line: &str,
    dice: &mut SplitMix64,
    fits: impl Fn(&str) -> bool,
    rewrite: impl FnOnce(&str, &mut SplitMix64) -> String,
) -> String {
    let mut words: Vec<String> = line.split(' ').map(str::to_owned).collect();
    let mut fitting: Vec<&mut String> = words.iter_mut().filter(|word| fits(word)).collect();
    let place = dice.next_index(fitting.len());
    if let Some(word) = fitting.get_mut(place) {
        **word = rewrite(word, dice);
    }
    words.join(" ")
}

fn drop_character(line: &str, dice: &mut SplitMix64) -> String {
    edit_at_character(line, dice, |characters, at, _| {
        characters.remove(at);
    })
}

fn insert_character(line: &str, dice: &mut SplitMix64) -> String {
    edit_at_character(line, dice, |characters, at, dice| {
        characters.insert(at, dice.pick_one(&CHARACTERS));
    })
}

fn replace_character(line: &str, dice: &mut SplitMix64) -> String {
    edit_at_character(line, dice, |characters, at, dice| {
        characters.splice(at..=at, [dice.pick_one(&CHARACTERS)]);
    })
}

fn repeat_character(line: &str, dice: &mut SplitMix64) -> String {
    edit_at_character(line, dice, |characters, at, _| {
        characters.extend_from_within(at..=at);
        if let Some(tail) = characters.get_mut(at..) {
            tail.rotate_right(1);
        }
    })
}

fn swap_characters(line: &str, dice: &mut SplitMix64) -> String {
    edit_at_character(line, dice, |characters, at, _| {
        if at > 0 {
            characters.swap(at - 1, at);
        }
    })
}

fn drop_word(line: &str, dice: &mut SplitMix64) -> String {
    edit_at_word(line, dice, |words, at, _| {
        words.remove(at);
    })
}

fn repeat_word(line: &str, dice: &mut SplitMix64) -> String {
    edit_at_word(line, dice, |words, at, dice| {
        let word = words.get(at).cloned().unwrap_or_default();
        words.insert(dice.next_index(words.len() + 1), word);
    })
}

fn swap_words(line: &str, dice: &mut SplitMix64) -> String {
    edit_at_word(line, dice, |words, at, dice| {
        let other = dice.next_index(words.len());
        words.swap(at, other);
    })
}

fn move_word_to_end(line: &str, dice: &mut SplitMix64) -> String {
    edit_at_word(line, dice, |words, at, _| {
        let word = words.remove(at);
        words.push(word);
    })
}

fn insert_word(line: &str, dice: &mut SplitMix64) -> String {
    edit_at_word(line, dice, |words, at, dice| {
        words.insert(at, dice.pick_one(&WORDS).to_owned());
    })
}

fn replace_word(line: &str, dice: &mut SplitMix64) -> String {
    rewrite_word(
        line,
        dice,
        |word| !word.is_empty(),
        |_, dice| dice.pick_one(&WORDS).to_owned(),
    )
}

fn glue_words(line: &str, dice: &mut SplitMix64) -> String {
    edit_at_word(line, dice, |words, at, _| {
        if at + 1 < words.len() {
            let next = words.remove(at + 1);
            words
                .iter_mut()
                .skip(at)
                .take(1)
                .for_each(|word| word.push_str(&next));
        }
    })
}

fn misspell_word(line: &str, dice: &mut SplitMix64) -> String {
    let fits = |word: &str| word.len() > 2 && word.starts_with(|c: char| c.is_ascii_lowercase());
    rewrite_word(line, dice, fits, |word, dice| {
        let slip = dice.pick_one(&[0, 1, 2, 3]);
        match slip {
            0 => drop_character(word, dice),
            1 => repeat_character(word, dice),
            2 => swap_characters(word, dice),
            _ => replace_character(word, dice),
        }
    })
}

fn translate_word(line: &str, dice: &mut SplitMix64) -> String {
    let dutch = |word: &str| DUTCH_WORDS.iter().find(|(english, _)| *english == word);
    rewrite_word(
        line,
        dice,
        |word| dutch(word).is_some(),
        |word, _| dutch(word).map_or(word, |(_, dutch)| dutch).to_owned(),
    )
}

fn is_date(word: &str) -> bool {
    let mut parts = word.split('-');
    let numbers = parts.all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()));
    numbers && word.len() == 10 && word.matches('-').count() == 2
}

fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit()) && !is_date(word)
}

fn rewrite_number(line: &str, dice: &mut SplitMix64) -> String {
    rewrite_word(line, dice, is_number, |word, dice| {
        let swapped = |c| match c {
            '.' => ',',
            ',' => '.',
            other => other,
        };
        match dice.next_below(22) {
            0 => word.chars().map(swapped).collect(),
            1 => word.replace(['.', ','], ""),
            2 => format!("1.{word}"),
            3 => format!("1,{word}"),
            4 => format!("{word}.5"),
            5 => format!("{word},5"),
            6 => format!("-{word}"),
            7 => format!("+{word}"),
            8 => format!("({word})"),
            9 => format!("€{word}"),
            10 => format!("€ {word}"),
            11 => format!("{word} EUR"),
            12 => format!("EUR {word}"),
            13 => format!("{word}EUR"),
            14 => format!("{word} eur"),
            15 => format!("1'{word}"),
            16 => format!("1 {word}"),
            17 => format!("{word},-"),
            18 => format!("00{word}"),
            19 => format!("1234567890123456{word}"),
            20 => "0.00".to_owned(),
            _ => format!("{word}%"),
        }
    })
}

fn rewrite_date(line: &str, dice: &mut SplitMix64) -> String {
    rewrite_word(line, dice, is_date, |word, dice| {
        let (year, rest) = word.split_once('-').unwrap_or((word, ""));
        let (month, day) = rest.split_once('-').unwrap_or((rest, ""));
        let short = year.get(2..).unwrap_or(year);
        match dice.next_below(20) {
            0 => format!("{day}-{month}-{year}"),
            1 => format!("{month}-{day}-{year}"),
            2 => format!("{day}/{month}/{year}"),
            3 => format!("{year}/{month}/{day}"),
            4 => format!("{year}.{month}.{day}"),
            5 => format!("{day}.{month}.{short}"),
            6 => format!("{year}{month}{day}"),
            7 => format!("{short}-{month}-{day}"),
            8 => format!("{year}-02-30"),
            9 => format!("{year}-13-{day}"),
            10 => format!("{year}-{month}-00"),
            11 => format!("1899-{month}-{day}"),
            12 => format!("2201-{month}-{day}"),
            13 => format!("{day} jan {year}"),
            14 => format!("{day} januari {year}"),
            15 => format!("{word}T10:00"),
            16 => format!("{year}-{month}"),
            17 => format!("{word}="),
            18 => format!("{year}-{}-{day}", month.trim_start_matches('0')),
            _ => format!("{year}–{month}–{day}"),
        }
    })
}

fn change_blank(line: &str, dice: &mut SplitMix64) -> String {
    let blanks: Vec<usize> = line.match_indices(' ').map(|(at, _)| at).collect();
    let at = dice.pick_one(&blanks);
    match (line.get(..at), line.get(at + 1..)) {
        (Some(before), Some(behind)) if !blanks.is_empty() => {
            format!("{before}{}{behind}", dice.pick_one(&BLANKS))
        }
        _ => line.to_owned(),
    }
}

fn change_indent(line: &str, dice: &mut SplitMix64) -> String {
    format!(
        "{}{}",
        dice.pick_one(&["", " ", "  ", "    ", "\t", "\u{a0}"]),
        line.trim_start()
    )
}

fn change_sigil(line: &str, dice: &mut SplitMix64) -> String {
    let fits = |word: &str| word.starts_with(['#', '@']);
    rewrite_word(line, dice, fits, |word, dice| {
        format!(
            "{}{}",
            dice.pick_one(&SIGILS),
            word.trim_start_matches(['#', '@'])
        )
    })
}

fn change_colon(line: &str, dice: &mut SplitMix64) -> String {
    let Some((key, value)) = line.split_once(": ") else {
        return line.to_owned();
    };
    let colon = dice.pick_one(&["", " ", " : ", ":", "::", "= ", ": : ", ":  ", ";"]);
    format!("{key}{colon}{value}")
}

fn change_case(line: &str, dice: &mut SplitMix64) -> String {
    rewrite_word(
        line,
        dice,
        |word| word.contains(char::is_alphabetic),
        |word, dice| match dice.next_below(3) {
            0 => word.to_lowercase(),
            1 => word.to_uppercase(),
            _ => capitalise(word),
        },
    )
}

fn capitalise(word: &str) -> String {
    let mut characters = word.chars();
    let first = characters.next();
    let first = first.map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + characters.as_str()
}

fn quote_word(line: &str, dice: &mut SplitMix64) -> String {
    let (open, close) =
        dice.pick_one(&[("\"", "\""), ("'", "'"), ("“", "”"), ("\"", ""), ("`", "`")]);
    rewrite_word(
        line,
        dice,
        |word| !word.is_empty(),
        |word, _| format!("{open}{word}{close}"),
    )
}

/// Free text whose mark has lost a blank, or a mark that is glued to a word.
fn glue_bar(line: &str, dice: &mut SplitMix64) -> String {
    if line.contains(" | ") {
        let bar = dice.pick_one(&["|", " |", "| ", " || ", " ", " | | "]);
        return line.replacen(" | ", bar, 1);
    }
    rewrite_word(
        line,
        dice,
        |word| !word.is_empty(),
        |word, dice| match dice.next_below(3) {
            0 => format!("|{word}"),
            1 => format!("{word}|"),
            _ => format!("{word}|{word}"),
        },
    )
}

fn insert_semicolon(line: &str, dice: &mut SplitMix64) -> String {
    let semicolon = dice.pick_one(&["; ", ";", " ; ", " ;"]);
    edit_at_word(line, dice, |words, at, _| {
        words
            .iter_mut()
            .skip(at)
            .take(1)
            .for_each(|word| word.insert_str(0, semicolon));
    })
}

fn insert_look_alike(line: &str, dice: &mut SplitMix64) -> String {
    let (usual, look_alike) = dice.pick_one(&LOOK_ALIKES);
    let places: Vec<usize> = line.match_indices(usual).map(|(at, _)| at).collect();
    let at = dice.pick_one(&places);
    match (line.get(..at), line.get(at..)) {
        (Some(before), Some(behind)) if !places.is_empty() => {
            let behind = behind.strip_prefix(usual).unwrap_or(behind);
            format!("{before}{look_alike}{behind}")
        }
        _ => line.to_owned(),
    }
}

fn insert_invisible(line: &str, dice: &mut SplitMix64) -> String {
    edit_at_character(line, dice, |characters, at, dice| {
        characters.insert(at, dice.pick_one(&INVISIBLE_CHARACTERS));
    })
}
