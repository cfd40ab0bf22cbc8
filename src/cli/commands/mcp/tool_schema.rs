//! What an assistant is told of a command: what it is for, and what may be said with it, as the help has it.

use super::assistant_tool::AssistantTool;
use clap::builder::{PossibleValue, StyledStr};
use clap::{Arg, ArgAction, Command};
use serde_json::{Map, Value, json};

/// The flags of every command that an assistant may say.
const COMMON_FLAGS: [&str; 2] = ["as_of", "lang"];

/// So begins what the help says of the fields of a row.
const COLUMNS: &str = "Columns of csv and json";

/// A tool as the protocol lists it.
pub fn describe_tool(tool: &AssistantTool, command: &Command) -> Value {
    let (mut properties, mut required) = (Map::new(), Vec::new());
    for argument in allowed_arguments(tool, command) {
        if is_required(tool, argument) {
            required.push(property_name(argument));
        }
        properties.insert(property_name(argument), property(argument));
    }
    let about = match tool.about {
        Some(about) => Some(about.to_owned()),
        None => command.get_about().map(StyledStr::to_string),
    };
    let help = command.get_after_help().map(StyledStr::to_string);
    let columns = help.and_then(|help| Some(help.get(help.find(COLUMNS)?..)?.to_owned()));
    let description: Vec<String> = about.into_iter().chain(columns).collect();
    tool_entry(
        tool.command,
        &description.join("\n\n"),
        &json!({
            "type": "object",
            "properties": properties,
            "required": required,
            "additionalProperties": false,
        }),
    )
}

/// A tool of the protocol that only reads.
pub fn tool_entry(name: &str, description: &str, input: &Value) -> Value {
    json!({
        "name": name,
        "description": description,
        "inputSchema": input,
        "annotations": {"readOnlyHint": true, "idempotentHint": true, "openWorldHint": false},
    })
}

/// The arguments of a command that an assistant may say.
pub fn allowed_arguments<'c>(
    tool: &AssistantTool,
    command: &'c Command,
) -> impl Iterator<Item = &'c Arg> {
    command.get_arguments().filter(move |argument| {
        let name = argument.get_id().as_str();
        // The flags of every command stand under a heading of their own.
        if argument.get_help_heading().is_some() {
            return COMMON_FLAGS.contains(&name);
        }
        name != "help" && tool.allows(name)
    })
}

/// What an argument is called: its flag, or the word that stands for it in the help.
pub fn property_name(argument: &Arg) -> String {
    let of_value = argument.get_value_names().and_then(<[_]>::first);
    match (argument.get_long(), of_value) {
        (Some(flag), _) => flag.replace('-', "_"),
        (None, Some(name)) => name.to_lowercase(),
        (None, None) => argument.get_id().as_str().to_owned(),
    }
}

/// Whether an argument must be said.
pub fn is_required(tool: &AssistantTool, argument: &Arg) -> bool {
    argument.is_required_set() || tool.required.contains(&argument.get_id().as_str())
}

/// Whether an argument is a switch, which has no value.
pub fn is_switch(argument: &Arg) -> bool {
    matches!(argument.get_action(), ArgAction::SetTrue)
}

/// Whether several values may be given.
pub fn takes_several(argument: &Arg) -> bool {
    let values = argument.get_num_args();
    matches!(argument.get_action(), ArgAction::Append)
        || values.is_some_and(|range| range.max_values() > 1)
}

fn property(argument: &Arg) -> Value {
    let mut property = if is_switch(argument) {
        json!({"type": "boolean"})
    } else if takes_several(argument) {
        json!({"type": "array", "items": {"type": "string"}})
    } else {
        json!({"type": "string"})
    };
    let choices = argument.get_possible_values();
    let choices: Vec<&str> = choices.iter().map(PossibleValue::get_name).collect();
    if let Some(property) = property.as_object_mut() {
        if !choices.is_empty() && !is_switch(argument) {
            property.insert("enum".to_owned(), json!(choices));
        }
        if let Some(help) = argument.get_help() {
            property.insert("description".to_owned(), json!(help.to_string()));
        }
    }
    property
}
