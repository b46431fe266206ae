//! The rules that the program carries, and what is said about mistakes in rules.

use crossfoot::rulebook::{build, built_in_files};

/// All mistakes as they are shown, without colours.
fn mistakes(reports: &[miette::Report]) -> String {
    let handler = miette::GraphicalReportHandler::new_themed(miette::GraphicalTheme::unicode_nocolor()).with_width(120);
    let mut text = String::new();
    for report in reports {
        let _ = handler.render_report(&mut text, report.as_ref());
    }
    text
}

#[test]
fn the_built_in_rules_can_be_read() {
    if let Err(reports) = build(&built_in_files()) {
        panic!("{}", mistakes(&reports));
    }
}
