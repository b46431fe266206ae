//! What roles can ask of their numbers: small rules and a sentence in, the numbers that play and the verdict out.

use crossfoot::model::relation::Verdict;
use crossfoot::read::{Format, read};
use crossfoot::rulebook::{RuleSource, build, built_in_files};
use crossfoot::{Lint, lint};

/// What a rule with this table and these phrases makes of a text, a line for each relation: who plays, and the verdict.
fn checked(table: &str, phrases: &str, text: &str) -> String {
    let head = "severity = \"error\"\nwhat = \"A number that does not follow.\"\nwhy = \"A reader reckons.\"\nreach = \"sentence\"\n";
    let tail = "[message]\nen = \"no\"\n\n[[example]]\nlang = \"en\"\nfires = \"⟦2⟧\"\n\n[[example]]\nlang = \"en\"\nsilent = \"2\"\n";
    let rule = format!("{head}\n{table}\n\n[phrases]\nen = [{phrases}]\n\n{tail}");
    let mut files: Vec<RuleSource> = built_in_files().into_iter().filter(|file| !file.path.starts_with("rules/checks/")).collect();
    files.push(RuleSource::new("rules/checks/tried.toml", &rule));
    let rulebook = build(&files).unwrap_or_else(|reports| panic!("{reports:?}"));
    let document = read("text.txt", text.as_bytes(), Format::Plain);
    let Lint { claims, checked, .. } = lint(&[document], &rulebook);
    let word = |claim: &usize| claims.get(*claim).and_then(|claim| text.get(claim.span.range())).unwrap_or("?");
    let line = |verdict: &Verdict, players: Vec<&str>| {
        let verdict = match verdict {
            Verdict::Holds => "holds",
            Verdict::Broken(_) => "broken",
            Verdict::Vacuous | Verdict::CannotTell | Verdict::NotAsked => "nothing to tell",
        };
        format!("{}: {verdict}", players.join(" | "))
    };
    let lines = checked.iter().map(|relation| line(&relation.verdict, relation.binding.roles.iter().flatten().map(word).collect()));
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn a_count_is_no_multiple_of_the_units_beside_it() {
    let table = r#"[equation]
holds = "total = n * each"
[equation.roles]
n = { is = "count" }
each = { is = "amount" }
total = { is = "amount", same = { as = "each", in = ["unit"] } }"#;
    let tried = |text: &str| checked(table, r#""{n} doses of {each} make {total}""#, text);
    insta::assert_snapshot!(tried("Two doses of 40 mg make 80 mg."), @"Two | 40 mg | 80 mg: holds");
    insta::assert_snapshot!(tried("Two doses of 40 mg make 90 mg."), @"Two | 40 mg | 90 mg: broken");
    insta::assert_snapshot!(tried("2 kg doses of 40 mg make 80 mg."), @"");
}

#[test]
fn a_rate_is_reckoned_with_its_denominator() {
    let table = r#"[equation]
holds = "rate = cases / population"
[equation.roles]
cases = { is = "amount" }
population = { is = "amount", divides = "rate" }
rate = { is = "rate" }"#;
    let phrases = r#""{cases} .. {population} .. or {rate}", "{population} .. at {rate} .. {cases}""#;
    let tried = |text: &str| checked(table, phrases, text);
    insta::assert_snapshot!(tried("There were 3,870 cases in a population of 4.62 million, or 84 per 100,000."), @"3,870 | 4.62 million | 84 per 100,000: holds");
    insta::assert_snapshot!(tried("There were 3,870 cases in a population of 4.62 million, or 48 per 100,000."), @"3,870 | 4.62 million | 48 per 100,000: broken");
    insta::assert_snapshot!(tried("They sold 38.46 million tonnes at 3,685 yuan per tonne for 141.7 billion yuan."), @"141.7 billion yuan | 38.46 million tonnes | 3,685 yuan per tonne: holds");
    insta::assert_snapshot!(tried("They sold 38.46 million at 3,685 yuan per tonne for 141.7 billion yuan."), @"141.7 billion yuan | 38.46 million | 3,685 yuan per tonne: holds");
    insta::assert_snapshot!(tried("They sold 38.46 million litres at 3,685 yuan per tonne for 141.7 billion yuan."), @"");
}

#[test]
fn a_role_may_ask_for_what_its_rates_are_told_by() {
    let table = r#"[equation]
holds = "year = month"
[equation.roles]
year = { is = "rate", per = ["year"] }
month = { is = "rate", per = ["month"], differ = { from = "year", in = ["per"] } }"#;
    let tried = |text: &str| checked(table, r#""{year} or {month}""#, text);
    insta::assert_snapshot!(tried("The bill is 1,488 florins a year, or 124 florins a month."), @"1,488 florins a year | 124 florins a month: holds");
    insta::assert_snapshot!(tried("The bill is 1,488 florins a year, or 142 florins a month."), @"1,488 florins a year | 142 florins a month: broken");
    insta::assert_snapshot!(tried("The bill is 1,488 florins a year, or 124 florins a week."), @"");
}

#[test]
fn parts_of_a_whole_may_have_to_share_its_denominator() {
    let table = r#"[equation]
holds = "part <= whole"
[equation.roles]
whole = { is = "amount" }
part = { is = "amount", same = { as = "whole", in = ["unit", "per"] } }"#;
    let tried = |text: &str| checked(table, r#""{part} of {whole}""#, text);
    insta::assert_snapshot!(tried("It cost £327,000 of £1,890 per tonne, and £30 of £40."), @"£40 | £30: holds");
}

#[test]
fn one_quantity_in_two_units() {
    let table = r#"[equation]
holds = "one = other"
[equation.roles]
one = { is = "amount" }
other = { is = "amount", same = { as = "one", in = ["unit"] }, differ = { from = "one", in = ["unit"] } }"#;
    let tried = |text: &str| checked(table, r#""{one} ( {other} )""#, text);
    insta::assert_snapshot!(tried("The mule carried 11 kg (24 lb), the horse 412 kg (380 kg)."), @"11 kg | 24 lb: holds");
    insta::assert_snapshot!(tried("The mule carried 11 kg (42 lb)."), @"11 kg | 42 lb: broken");
}

#[test]
fn a_quantity_that_is_told_again_in_another_unit_is_passed_over() {
    let table = r#"[equation]
holds = "now > before"
[equation.roles]
before = { is = "amount" }
now = { is = "amount", same = { as = "before", in = ["unit"] } }"#;
    let table = table.replace("now > before", "now >= before");
    let tried = |text: &str| checked(&table, r#""{now} & up from {before}""#, text);
    insta::assert_snapshot!(tried("Winds reached 10.7 mph (17.2 km/h) up from 9.8 mph (15.8 km/h)."), @"9.8 mph | 10.7 mph: holds");
    insta::assert_snapshot!(tried("Sales were 5.2bn yuan (about $730m) up from 4.8bn yuan ($0.7bn)."), @"4.8bn yuan | 5.2bn yuan: holds");
    insta::assert_snapshot!(tried("Loans were 5.2bn yuan (4.9bn yuan) up from 4.8bn yuan."), @"4.8bn yuan | 4.9bn yuan: holds");
}

#[test]
fn a_role_may_ask_for_what_its_numbers_measure() {
    let table = r#"[equation]
any = ["celsius * 9 = (fahrenheit - 32) * 5", "celsius * 9 = fahrenheit * 5"]
[equation.roles]
celsius = { is = "amount", measure = "temperature" }
fahrenheit = { is = "amount", measure = "fahrenheit", differ = { from = "celsius", in = ["unit"] } }"#;
    let tried = |text: &str| checked(table, r#""{celsius} ( {fahrenheit} )""#, text);
    insta::assert_snapshot!(tried("It was 31.0 °C (87.8 °F) and 12 km (7.5 miles) away."), @"31.0 °C | 87.8 °F: holds");
    insta::assert_snapshot!(tried("It was 31.0 °C (78.8 °F), a rise of 1.4 °C (2.5 °F)."), @r"
    31.0 °C | 78.8 °F: broken
    1.4 °C | 2.5 °F: holds
    ");
}

/// Parts in a list stay below their whole.
const PARTS: &str = r#"[equation]
holds = "sum(part) <= whole"
[equation.roles]
whole = { is = "amount" }
part = { is = "amount", many = true, same = { as = "whole", in = ["unit"] } }"#;

#[test]
fn adverbs_and_reasons_stand_inside_lists() {
    let tried = |text: &str| checked(PARTS, r#""{whole} .. of which {part}+", "{whole} : {part}+""#, text);
    insta::assert_snapshot!(tried("They owe £63.0 million, of which £24.0 million falls in May, £21.5 million in the year after and £17.0 million later."), @"£63.0 million | £24.0 million | £21.5 million | £17.0 million: holds");
    insta::assert_snapshot!(tried("We lost 1,833: 1,102 because the ink ran, 478 because they burned, and 244 for other reasons."), @"1,833 | 1,102 | 478 | 244: holds");
    insta::assert_snapshot!(tried("We lost 1,833: 1,102 because the ink ran, 478 of them in May."), @"");
}

#[test]
fn stretches_of_time_in_words_are_passed_like_words() {
    let tried = |text: &str| checked(PARTS, r#""{whole} , {part} of them .. and {part}""#, text);
    insta::assert_snapshot!(tried("There were 9,840, 4,310 of them in the first six months and 5,530 in the second."), @"9,840 | 4,310 | 5,530: holds");
}

#[test]
fn of_readings_that_only_bound_the_one_with_most_numbers_counts() {
    let tried = |text: &str| checked(PARTS, r#""of {whole} .. {part} .. [{part}] .. and {part}""#, text);
    insta::assert_snapshot!(tried("Of 16 boats, ten sank, seven burned and two were sold."), @"16 | ten | seven | two: broken");
    insta::assert_snapshot!(tried("Of 16 boats, ten sank, four burned and two were sold."), @"16 | ten | four | two: holds");
}
