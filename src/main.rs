//! The program `crossfoot`: everything is in the library's doors.

use std::process::ExitCode;

fn main() -> ExitCode {
    crossfoot::doors::cli::main()
}
