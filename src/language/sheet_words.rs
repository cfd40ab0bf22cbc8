//! The words of spreadsheets for what pages leave to programs: columns without a heading of their own, and codes that no page
//! says.

/// What a spreadsheet shows people in place of keys and codes.
#[derive(Clone, Copy, Debug)]
pub struct SheetWords {
    /// Columns by their keys, where a page gives them no heading or that of another column.
    pub headings: &'static [(&'static str, &'static str)],
    /// Words of the program by their codes, where a page says nothing in their place.
    pub codes: &'static [(&'static str, &'static str)],
}

impl SheetWords {
    /// What a column is called; `None` where only its key is known.
    pub fn heading(&self, key: &str) -> Option<&'static str> {
        find(self.headings, key)
    }

    /// What a code is called; `None` where it stands as it is.
    pub fn code(&self, code: &str) -> Option<&'static str> {
        find(self.codes, code)
    }
}

fn find(all: &[(&'static str, &'static str)], asked: &str) -> Option<&'static str> {
    let mut all = all.iter();
    all.find(|(known, _)| *known == asked)
        .map(|(_, words)| *words)
}
