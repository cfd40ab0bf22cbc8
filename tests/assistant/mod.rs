//! An assistant asks the built program through the Model Context Protocol.

mod damaged_messages;
mod dialogue;
mod proposals;
mod same_answers;
