//! Disk, command line and editor: the only rooms besides `main.rs` that meet the world.
//!
//! Invariant: nothing here decides anything about numbers.

pub mod cli;
pub mod disk;
mod options;
mod problem;
mod rules;
mod score;
mod terminal;
