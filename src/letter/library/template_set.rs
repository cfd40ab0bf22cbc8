//! The templates of a run: those that are built in, and before them the user's own. Each is made ready when it is
//! first needed, and then kept.

use super::built_in::{BUILT_IN_KINDS, kind_of_template};
use crate::journal::ladder::FINAL_NOTICE_LETTER;
use crate::language::phrases::Language;
use crate::language::{LANGUAGES, LanguageList};
use crate::letter::facts::letter_kind::LetterKind;
use crate::letter::templates::compiled_template::CompiledTemplate;
use crate::letter::templates::fault::TemplateFault;
use crate::letter::templates::layout::LetterText;
use crate::letter::templates::lint::{TemplateRequirements, find_faults};
use crate::letter::templates::variable::TemplateValue;
use crate::worklist::letter_level::STATUTORY_NOTICE;
use std::borrow::Cow;
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
    /// What it is for, as a letter of a kind.
    pub fn requirements(&self, kind: &LetterKind) -> TemplateRequirements {
        TemplateRequirements {
            subject_words: self.language.phrases.letter.template.subject_words,
            variables: kind.template_variables(),
            required_block: (self.letter == FINAL_NOTICE_LETTER).then_some(STATUTORY_NOTICE),
            article: "",
        }
    }
}

/// The templates of a run, and the kinds of letters that they word.
#[derive(Debug)]
pub struct TemplateSet {
    /// The kinds.
    pub kinds: Vec<&'static LetterKind>,
    /// The languages that letters are written in.
    pub languages: LanguageList,
    templates: Vec<Template>,
}

/// One template.
#[derive(Debug)]
pub struct Template {
    language: &'static Language,
    letter: Cow<'static, str>,
    /// Its file, as people are shown it.
    pub file_name: String,
    /// What it says.
    pub text: Cow<'static, str>,
    kind: &'static LetterKind,
    /// What it is held to before the first letter; `None` where it is built in.
    requirements: Option<TemplateRequirements>,
    compiled: OnceCell<Result<CompiledTemplate, TemplateFault>>,
}

impl TemplateSet {
    /// The templates of the built-in kinds alone.
    pub fn built_in() -> Self {
        Self::new(BUILT_IN_KINDS, Vec::new(), LANGUAGES)
    }

    /// The user's own templates, and behind them those that some languages have for some kinds.
    pub fn new(
        kinds: &[&'static LetterKind],
        user_templates: Vec<UserTemplate>,
        languages: LanguageList,
    ) -> Self {
        let own = user_templates.into_iter().map(|own| {
            let kind = kind_of_template(kinds, &own.letter);
            Template {
                requirements: Some(own.requirements(kind)),
                language: own.language,
                letter: own.letter.into(),
                file_name: own.file_name,
                text: own.text.into(),
                kind,
                compiled: OnceCell::new(),
            }
        });
        let built_in = kinds.iter().flat_map(|kind| {
            languages.iter().filter_map(|language| {
                Some(Template {
                    language,
                    letter: kind.name.into(),
                    file_name: format!("{}/{}.txt", language.tag, kind.name),
                    text: language.letter_template(kind.name)?.into(),
                    kind,
                    requirements: None,
                    compiled: OnceCell::new(),
                })
            })
        });
        Self {
            languages,
            templates: own.chain(built_in).collect(),
            kinds: kinds.to_vec(),
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
    /// A template of the user's own is held to all its rules first, also where this letter would not meet them.
    fn compile(&self) -> Result<CompiledTemplate, TemplateFault> {
        let requirements = self.requirements.iter();
        let mut faults = requirements.flat_map(|held_to| find_faults(&self.text, held_to));
        match faults.find(|fault| fault.kind.is_fatal()) {
            Some(fault) => Err(fault),
            None => CompiledTemplate::new(&self.text),
        }
    }

    /// Whether it cannot be at fault in a letter of a kind: it is built in, and worded for what that kind knows.
    pub fn is_sound_for(&self, kind: &LetterKind, required_block: Option<&str>) -> bool {
        let knows_the_same = self.kind.name == kind.name || (self.kind.is_step && kind.is_step);
        let has_block = required_block.is_none() || self.letter == FINAL_NOTICE_LETTER;
        self.requirements.is_none() && knows_the_same && has_block
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
            Ok(compiled) => compiled.fill(&self.text, give),
            Err(fault) => Err(fault.clone()),
        }
    }
}
