//! Letters and dashes that look like another sign: what was meant where one stands.

/// The ASCII character that a look-alike resembles.
pub const fn ascii_twin(strange: char) -> Option<char> {
    Some(match strange {
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        'А' | 'Α' => 'A',
        'В' | 'Β' => 'B',
        'Е' | 'Ε' => 'E',
        'І' | 'Ι' => 'I',
        'К' | 'Κ' => 'K',
        'М' | 'Μ' => 'M',
        'Н' | 'Η' => 'H',
        'О' | 'Ο' => 'O',
        'Р' | 'Ρ' => 'P',
        'С' => 'C',
        'Т' | 'Τ' => 'T',
        'Х' | 'Χ' => 'X',
        'а' => 'a',
        'е' => 'e',
        'о' | 'ο' => 'o',
        'р' => 'p',
        'с' => 'c',
        'х' => 'x',
        'і' => 'i',
        _ => return None,
    })
}
