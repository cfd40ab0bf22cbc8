//! What an assistant may use: the commands that only read, and of each the words that it may say.

use crate::cli::watch::WATCH;

/// A command that an assistant may use.
#[derive(Clone, Copy, Debug)]
pub struct AssistantTool {
    /// The name of the command.
    pub command: &'static str,
    /// What it is for, where the help of the command tells of what an assistant may not do.
    pub about: Option<&'static str>,
    /// What may be said with it.
    pub arguments: ToolArguments,
    /// What must be said although a person may leave it out, because the answer would be very long.
    pub required: &'static [&'static str],
}

/// What may be said with a command, beside the day and the language.
#[derive(Clone, Copy, Debug)]
pub enum ToolArguments {
    /// All that it knows: it writes nothing whatever is said.
    All,
    /// These alone, by their names: others would write.
    Only(&'static [&'static str]),
}

/// The commands that an assistant may use.
pub const ASSISTANT_TOOLS: [AssistantTool; 9] = [
    reads("next"),
    reads("aging"),
    reads("statement"),
    reads("show"),
    reads("claim"),
    reads("call"),
    AssistantTool {
        command: "letters",
        about: Some("The letters that are due, and those that are refused; none is written"),
        arguments: ToolArguments::Only(&["only"]),
        required: &[],
    },
    AssistantTool {
        command: "check",
        about: None,
        arguments: ToolArguments::Only(&["codes"]),
        required: &[],
    },
    AssistantTool {
        command: "explain",
        about: None,
        arguments: ToolArguments::Only(&["code"]),
        required: &["code"],
    },
];

const fn reads(command: &'static str) -> AssistantTool {
    AssistantTool {
        command,
        about: None,
        arguments: ToolArguments::All,
        required: &[],
    }
}

impl AssistantTool {
    /// Whether an argument of the command may be said.
    pub fn allows(&self, argument: &str) -> bool {
        match self.arguments {
            // A run that does not end by itself is no answer.
            ToolArguments::All => argument != WATCH,
            ToolArguments::Only(names) => names.contains(&argument),
        }
    }
}
