//! The rules that the program carries, and what is said about mistakes in rules.

use crossfoot::read::{Format, read};
use crossfoot::rulebook::lint::{Outcome, test_rules};
use crossfoot::rulebook::{RuleSource, build, built_in, built_in_files};
use crossfoot::{Lint, lint};

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

#[test]
fn the_examples_of_the_built_in_rules_pass() {
    let rulebook = built_in().expect("the rules can be read");
    let tested = test_rules(&rulebook, |text, _language| {
        let document = read("example.txt", text.as_bytes(), Format::Plain);
        let Lint { claims, checked, findings, .. } = lint(&[document], &rulebook);
        Outcome { claims, checked, findings }
    });
    assert!(tested.failures.is_empty(), "{}\n{}", mistakes(&tested.failures), tested.summary());
}

/// The mistakes that are told in one rule, beside the built-in languages.
fn told(rule: &str) -> String {
    let mut files: Vec<RuleSource> = built_in_files().into_iter().filter(|file| !file.path.starts_with("rules/checks/")).collect();
    files.push(RuleSource::new("rules/checks/growth.toml", rule));
    match build(&files) {
        Ok(_) => String::from("no mistake"),
        Err(reports) => mistakes(&reports),
    }
}

#[test]
fn a_unit_with_an_unknown_prefix_is_told() {
    let units = "[prefixes]\nkilo = { symbol = \"k\", power = 3 }\n\n[measure.length]\nm = { names = [\"metre\"], prefixes = [\"kilo\", \"killo\"] }\n";
    let mut files = built_in_files();
    files.push(RuleSource::new("rules/units.toml", units));
    let told = build(&files).err().map(|reports| mistakes(&reports)).unwrap_or_default();
    assert!(told.contains("There is no prefix `killo`.") && told.contains("did you mean `kilo`?"), "{told}");
}

/// A rule without a mistake, for tests to put one in.
const RULE: &str = r#"severity = "error"
what = "A percentage that does not follow."
why = "A reader divides."
reach = "sentence"
unless = ["comparable-basis"]

[equation]
holds = "now = before * (1 + change)"
requires = "before > 0"

[equation.roles]
before = { is = "amount" }
now = { is = "amount", same = { as = "before", in = ["unit"] } }
change = { is = "percent", sign = "direction" }

[phrases]
en = ["from {before} to {now} .. <direction> [by|of] {change}"]

[message]
en = "{before} to {now} is {computed}, not {change}"

[[example]]
lang = "en"
fires = "Sales went from 20 to 30, up ⟦40%⟧."

[[example]]
lang = "en"
silent = "Sales went from 20 to 30, up 50%."
"#;

/// What is told when one thing in the rule is written otherwise.
fn told_with(right: &str, wrong: &str) -> String {
    assert!(RULE.contains(right), "the rule has no {right}");
    told(&RULE.replacen(right, wrong, 1))
}

#[test]
fn a_rule_without_a_mistake_is_read() {
    assert_eq!(told(RULE), "no mistake");
}

#[test]
fn a_misspelt_key_is_shown_with_the_likely_one() {
    insta::assert_snapshot!(told_with("severity =", "serverity ="));
}

#[test]
fn broken_toml_is_shown_where_it_breaks() {
    insta::assert_snapshot!(told_with("why = \"A reader divides.\"", "why = A reader divides."));
}

#[test]
fn an_unknown_role_of_an_equation_is_shown_with_the_likely_one() {
    insta::assert_snapshot!(told_with("now = before * (1 + change)", "now = befor * (1 + change)"));
}

#[test]
fn an_equation_that_breaks_off_says_what_was_expected() {
    insta::assert_snapshot!(told_with("(1 + change)\"", "(1 + change\""));
}

#[test]
fn a_hyphen_that_was_meant_as_a_minus_is_explained() {
    insta::assert_snapshot!(told_with("before * (1 + change)", "now-before"));
}

#[test]
fn a_chain_of_comparisons_is_no_reading() {
    insta::assert_snapshot!(told_with("now = before * (1 + change)", "before <= now <= change"));
}

#[test]
fn an_unknown_group_and_an_unknown_role_of_a_phrase_are_both_shown() {
    insta::assert_snapshot!(told_with("{now} .. <direction>", "{nwo} .. <directoin>"));
}

#[test]
fn a_phrase_with_an_open_bracket_says_what_was_expected() {
    insta::assert_snapshot!(told_with("[by|of] {change}", "[by|of {change}"));
}

#[test]
fn a_phrase_without_a_direction_is_told() {
    insta::assert_snapshot!(told_with("<direction> [by|of]", "by"));
}

#[test]
fn a_role_that_no_equation_uses_is_told() {
    insta::assert_snapshot!(told_with("now = before * (1 + change)", "now = before"));
}

#[test]
fn a_message_can_only_name_roles() {
    insta::assert_snapshot!(told_with("not {change}", "not {chnage}"));
}

#[test]
fn what_a_language_misses_is_told() {
    let rule = RULE.replace("fires = ", "silent = ").replace(['⟦', '⟧'], "");
    insta::assert_snapshot!(told(&rule));
}

#[test]
fn mistakes_of_all_files_are_told_at_once() {
    let files = [
        RuleSource::new("mine/one.toml", "severity = 1"),
        RuleSource::new("mine/two.toml", ""),
        RuleSource::new("mine/three.toml", "what = true"),
    ];
    assert_eq!(build(&files).err().map(|reports| reports.len()), Some(3));
}

#[test]
fn a_broken_language_is_told_without_the_rules_that_miss_it() {
    let files = [RuleSource::new("mine/lang/en.toml", "code = 3"), RuleSource::new("mine/percent-change.toml", RULE)];
    assert_eq!(build(&files).err().map(|reports| reports.len()), Some(1));
}

#[test]
fn a_later_rule_of_the_same_name_replaces_the_earlier() {
    let mut files = built_in_files();
    files.push(RuleSource::new("mine/percent-change.toml", RULE));
    let rulebook = build(&files).expect("the rules can be read");
    let rules: Vec<_> = rulebook.rules.iter().filter(|rule| rule.id == "percent-change").collect();
    assert_eq!(rules.iter().map(|rule| rule.origin.as_str()).collect::<Vec<_>>(), ["mine/percent-change.toml"]);
}

proptest::proptest! {
    #[test]
    fn no_equation_and_no_phrase_makes_the_reader_panic(equation in "[a-z0-9<>=+*/(){}. -]{0,60}", phrase in "[a-z{}<>|.+\\[\\]() ’-]{0,60}") {
        let _ = told(&RULE.replace("now = before * (1 + change)", &equation).replace("from {before}", &phrase));
    }
}

#[test]
fn endless_brackets_are_refused() {
    insta::assert_snapshot!(told_with("(1 + change)", &format!("{}change", "(".repeat(40))));
}

#[test]
fn a_role_that_measures_what_no_unit_does_is_told() {
    let told = told_with(r#"now = { is = "amount","#, r#"now = { is = "amount", measure = "lenght","#);
    assert!(told.contains("No unit measures `lenght`") && told.contains("did you mean `length`?"), "{told}");
}
