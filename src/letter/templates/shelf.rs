//! The templates of a run: those that are built in, and before them the user's own. Each is made ready when it is
//! first needed, and then kept.

use super::built_in::BUILT_IN;
use super::compiled::Compiled;
use super::fault::Fault;
use super::given::Given;
use super::laid_out::Written;
use super::lint::{Purpose, faults};
use crate::journal::ladder::FINAL_NOTICE_LETTER;
use crate::letter::variables::Knows;
use crate::letter::variables::demanding::STATUTORY_NOTICE;
use std::cell::OnceCell;

/// A template of the user's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Own {
    /// The name of its file, as people are shown it.
    pub file: String,
    /// The tag of its language: the folder it stands in.
    pub language: String,
    /// The letter: the name of the file without its ending.
    pub letter: String,
    /// What it says.
    pub text: String,
}

impl Own {
    /// What it is for. A letter that is not built in is one of a step of one's own, and asks for money.
    pub fn purpose(&self) -> Purpose {
        let built_in = BUILT_IN.iter().find(|letter| letter.name == self.letter);
        let knows = built_in.map_or(Knows::Demanding, |letter| letter.knows);
        Purpose {
            dutch: self.language == "nl",
            variables: knows.variables(),
            must_hold: (self.letter == FINAL_NOTICE_LETTER).then_some(STATUTORY_NOTICE),
        }
    }
}

/// The templates of a run.
#[derive(Debug)]
pub struct Shelf {
    all: Vec<Template>,
}

/// One template.
#[derive(Debug)]
pub struct Template {
    /// The template of the user's own; `None` where it is built in.
    pub own: Option<Own>,
    /// The tag of its language.
    language: String,
    /// The letter.
    letter: String,
    text: &'static str,
    compiled: OnceCell<Result<Compiled, Fault>>,
}

impl Shelf {
    /// The built-in templates alone.
    pub fn built_in() -> Self {
        Self::with(Vec::new())
    }

    /// The user's own, and those that are built in.
    pub fn with(own: Vec<Own>) -> Self {
        let own = own.into_iter().map(|own| Template {
            language: own.language.clone(),
            letter: own.letter.clone(),
            own: Some(own),
            text: "",
            compiled: OnceCell::new(),
        });
        let built_in = BUILT_IN.iter().flat_map(|letter| {
            letter.texts.iter().map(|(language, text)| Template {
                own: None,
                language: (*language).to_owned(),
                letter: letter.name.to_owned(),
                text,
                compiled: OnceCell::new(),
            })
        });
        Self {
            all: own.chain(built_in).collect(),
        }
    }

    /// The template of a letter in a language.
    pub fn find(&self, language: &str, letter: &str) -> Option<&Template> {
        self.all
            .iter()
            .find(|template| template.language == language && template.letter == letter)
    }
}

impl Template {
    /// What it says.
    pub fn text(&self) -> &str {
        self.own.as_ref().map_or(self.text, |own| &own.text)
    }

    /// A template of the user's own is held to all its rules first, also where this letter would not meet them.
    fn compile(&self) -> Result<Compiled, Fault> {
        if let Some(own) = &self.own {
            let found = faults(&own.text, &own.purpose());
            if let Some(fault) = found.into_iter().find(|fault| fault.sort.refuses()) {
                return Err(fault);
            }
        }
        Compiled::new(self.text())
    }

    /// Its file, as people are shown it.
    pub fn file(&self) -> String {
        match &self.own {
            Some(own) => own.file.clone(),
            None => format!("{}/{}.txt", self.language, self.letter),
        }
    }

    /// Fills it for one letter.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn write(
        &self,
        give: impl FnMut(&str) -> Option<(&'static str, Given)>,
    ) -> Result<Written, Fault> {
        let compiled = self.compiled.get_or_init(|| self.compile());
        match compiled {
            Ok(compiled) => compiled.write(self.text(), give),
            Err(fault) => Err(fault.clone()),
        }
    }
}
