//! What an assistant said with a command, as the words of a command line.

use super::assistant_tool::AssistantTool;
use super::json_rpc::JsonRpcError;
use super::tool_schema::{allowed_arguments, is_required, is_switch, property_name, takes_several};
use clap::{Arg, Command};
use serde_json::{Map, Value};
use std::ffi::OsString;

/// The words that run a command.
///
/// # Errors
/// Something is said that the command does not know, or cannot be read.
pub fn tool_words(
    tool: &AssistantTool,
    command: &Command,
    said: &Map<String, Value>,
) -> Result<Vec<OsString>, JsonRpcError> {
    let known: Vec<(String, &Arg)> = allowed_arguments(tool, command)
        .map(|argument| (property_name(argument), argument))
        .collect();
    if let Some(name) = said
        .keys()
        .find(|name| known.iter().all(|it| it.0 != **name))
    {
        let names: Vec<&str> = known.iter().map(|it| &*it.0).collect();
        return Err(JsonRpcError::invalid_parameters(format!(
            "`{}` knows {}, found `{name}`",
            tool.command,
            names.join(", ")
        )));
    }
    let mut flags = vec![OsString::from(tool.command)];
    // Behind this nothing is a flag.
    let mut values = vec![OsString::from("--")];
    for (name, argument) in known {
        let Some(value) = said.get(&name).filter(|value| !value.is_null()) else {
            if is_required(tool, argument) {
                return Err(JsonRpcError::invalid_parameters(format!(
                    "expected `{name}` with `{}`, found none",
                    tool.command
                )));
            }
            continue;
        };
        let given = read_values(argument, &name, value)?;
        match argument.get_long() {
            Some(flag) if is_switch(argument) => {
                flags.extend(given.iter().map(|_| format!("--{flag}").into()));
            }
            Some(flag) => {
                flags.extend(given.iter().map(|value| format!("--{flag}={value}").into()));
            }
            None => values.extend(given.into_iter().map(OsString::from)),
        }
    }
    flags.append(&mut values);
    Ok(flags)
}

/// The values of an argument; of a switch that is off, none.
fn read_values(argument: &Arg, name: &str, said: &Value) -> Result<Vec<String>, JsonRpcError> {
    let expected = |what: &str| {
        JsonRpcError::invalid_parameters(format!("expected `{name}` to be {what}, found {said}"))
    };
    if is_switch(argument) {
        let is_on = said.as_bool().ok_or_else(|| expected("true or false"))?;
        return Ok(is_on.then(String::new).into_iter().collect());
    }
    match said {
        Value::Array(all) if takes_several(argument) => {
            let each = all.iter().map(as_word).collect::<Option<Vec<String>>>();
            each.ok_or_else(|| expected("a list of texts"))
        }
        one => {
            let word = as_word(one).ok_or_else(|| expected("a text"))?;
            Ok(vec![word])
        }
    }
}

/// A text or a number, as it would be typed.
fn as_word(value: &Value) -> Option<String> {
    match value {
        Value::String(word) if !word.contains('\0') => Some(word.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}
