//! The templates of a run: those that are built in, and before them the user's own. Each is made ready when it is
//! first needed, and then kept.

use super::built_in::{BUILT_IN_TEMPLATES, letter_variables};
use crate::journal::ladder::FINAL_NOTICE_LETTER;
use crate::language::LanguageList;
use crate::language::phrases::Language;
use crate::letter::facts::letter_kind::STATUTORY_NOTICE;
use crate::letter::templates::compiled_template::CompiledTemplate;
use crate::letter::templates::fault::TemplateFault;
use crate::letter::templates::layout::LetterText;
use crate::letter::templates::lint::{TemplateRequirements, find_faults};
use crate::letter::templates::variable::TemplateValue;
use std::cell::OnceCell;

/// A template of the user's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UserTemplate {
    /// The name of its file, as people are shown it.
    pub file_name: String,
    /// Its language, after whose tag the folder it stands in is named.
    pub language: &'static Language,
    /// The letter: the name of the file without its ending.
    pub letter: String,
    /// What it says.
    pub text: String,
}

impl UserTemplate {
    /// What it is for. A letter that is not built in is one of a step of one's own, and asks for money.
    pub fn requirements(&self) -> TemplateRequirements {
        let built_in = BUILT_IN_TEMPLATES
            .iter()
            .find(|letter| letter.name == self.letter);
        TemplateRequirements {
            subject_words: self.language.phrases.letter.template.subject_words,
            variables: letter_variables(built_in.and_then(|letter| letter.extra_letter)),
            required_block: (self.letter == FINAL_NOTICE_LETTER).then_some(STATUTORY_NOTICE),
        }
    }
}

/// The templates of a run.
#[derive(Debug)]
pub struct TemplateSet {
    /// The languages that letters are written in.
    pub languages: LanguageList,
    templates: Vec<Template>,
}

/// One template.
#[derive(Debug)]
pub struct Template {
    language: &'static Language,
    /// The letter.
    letter: String,
    source: TemplateSource,
    compiled: OnceCell<Result<CompiledTemplate, TemplateFault>>,
}

#[derive(Debug)]
enum TemplateSource {
    BuiltIn(&'static str),
    User(UserTemplate),
}

impl TemplateSet {
    /// The user's own, and those that are built in for some languages.
    pub fn new(own: Vec<UserTemplate>, languages: LanguageList) -> Self {
        let own = own.into_iter().map(|own| Template {
            language: own.language,
            letter: own.letter.clone(),
            source: TemplateSource::User(own),
            compiled: OnceCell::new(),
        });
        let built_in = languages.iter().flat_map(|language| {
            BUILT_IN_TEMPLATES.iter().filter_map(|letter| {
                Some(Template {
                    language,
                    letter: letter.name.to_owned(),
                    source: TemplateSource::BuiltIn(language.letter_template(letter.name)?),
                    compiled: OnceCell::new(),
                })
            })
        });
        Self {
            languages,
            templates: own.chain(built_in).collect(),
        }
    }

    /// The template of a letter in a language.
    pub fn find_template(&self, language: &Language, letter: &str) -> Option<&Template> {
        self.templates
            .iter()
            .find(|template| template.language == language && template.letter == letter)
    }
}

impl Template {
    /// What it says.
    pub fn text(&self) -> &str {
        match &self.source {
            TemplateSource::BuiltIn(text) => text,
            TemplateSource::User(own) => &own.text,
        }
    }

    /// A template of the user's own is held to all its rules first, also where this letter would not meet them.
    fn compile(&self) -> Result<CompiledTemplate, TemplateFault> {
        if let TemplateSource::User(own) = &self.source {
            let found = find_faults(&own.text, &own.requirements());
            if let Some(fault) = found.into_iter().find(|fault| fault.kind.is_fatal()) {
                return Err(fault);
            }
        }
        CompiledTemplate::new(self.text())
    }

    /// Its file, as people are shown it.
    pub fn file_name(&self) -> String {
        match &self.source {
            TemplateSource::User(own) => own.file_name.clone(),
            TemplateSource::BuiltIn(_) => format!("{}/{}.txt", self.language.tag, self.letter),
        }
    }

    /// Fills it for one letter.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn fill(
        &self,
        give: impl FnMut(&str) -> Option<(&'static str, TemplateValue)>,
    ) -> Result<LetterText, TemplateFault> {
        let compiled = self.compiled.get_or_init(|| self.compile());
        match compiled {
            Ok(compiled) => compiled.fill(self.text(), give),
            Err(fault) => Err(fault.clone()),
        }
    }
}
