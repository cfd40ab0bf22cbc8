//! How people pay, and what that leads one to expect: from journals as a person would type them.

mod advice;
mod behaviour;
mod forecast;
mod later;
mod laws;
mod limits;
mod written;
