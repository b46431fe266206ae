//! Texts in, reports out.

use crossfoot::lint;
use crossfoot::model::document::Document;
use crossfoot::read::{Format, read};
use crossfoot::report::pretty::{Paint, pretty};
use crossfoot::report::{Run, concise, plain, relations};
use crossfoot::rulebook::built_in;

/// What `render` makes of these texts.
fn report(texts: &[(&str, &str)], messages: Option<&str>, render: impl Fn(&Run) -> String) -> String {
    let rulebook = built_in().expect("the rules can be read");
    let read = |(path, text): &(&str, &str)| read(path, text.as_bytes(), Format::of_path(path).expect("a format"));
    let documents: Vec<Document> = texts.iter().map(read).collect();
    let found = lint(&documents, &rulebook);
    render(&Run::new(&documents, &found, &rulebook, messages.map(str::to_owned)))
}

fn drawn(path: &str, text: &str) -> String {
    report(&[(path, text)], None, |run| pretty(run, Paint::None).expect("a drawing"))
}

const LOANS: &str = "Library loans rose from 106,400 to 133,100, an increase of 52.1 percent.";

#[test]
fn a_finding_is_drawn_into_its_line() {
    insta::assert_snapshot!(drawn("loans.txt", &format!("The year in figures\n\n{LOANS}\n")));
}

#[test]
fn columns_count_characters_and_marks_stand_below_wide_ones() {
    insta::assert_snapshot!(drawn("chinese.txt", &format!("图书馆（Zürich 分馆）：“借阅量” — {LOANS}\n")));
}

#[test]
fn a_long_line_is_cut_to_what_stands_near() {
    let filler = "The council met on Tuesday and heard the reports of its committees, which were long. ";
    insta::assert_snapshot!(drawn(
        "long.md",
        &format!("{0}{0}**Library** loans rose from *106,400* to 133,100, an increase of 52.1 percent. {0}{0}\n", filler)
    ));
}

#[test]
fn a_quotation_is_the_speakers() {
    insta::assert_snapshot!(drawn("speech.txt", &format!("“{LOANS}” the librarian said.\n")));
}

#[test]
fn a_finding_in_plain_sentences() {
    let text = format!("{LOANS}\n\nOf the 1,250 pupils asked, 340 (37.2%) walk to school.\n");
    insta::assert_snapshot!(report(&[("a.txt", &text), ("b.txt", "Nothing here.\n")], None, plain::plain));
}

#[test]
fn a_finding_in_one_line() {
    let text = format!("{LOANS}\n\nOf the 1,250 pupils asked, 340 (37.2%) walk to school.\n");
    insta::assert_snapshot!(report(&[("a.txt", &text), ("b.md", &text)], None, concise::concise));
}

#[test]
fn the_sum_shows_scale_words_units_and_the_real_direction() {
    let text = "\
Revenue rose from 8.19 billion yuan to 8.89 billion yuan, an increase of 18.5%.

Revenue fell from 412,300 euros to 398,700 euros, a drop of 13.3%.

The rate rose from 61.3% to 64.8%, an increase of 4.5 percentage points.

The library fell from 14th to 9th place.

Of the 1,250 pupils asked, 340 (37.2%) walk to school.

Library loans fell from 106,400 to 133,100, a drop of 25.1 percent.
";
    insta::assert_snapshot!(report(&[("sums.txt", text)], None, relations::text));
}

#[test]
fn the_program_speaks_the_language_asked_for() {
    insta::assert_snapshot!(report(&[("loans.txt", "It has 12 rooms.\n")], Some("zh"), plain::plain), @r"
    1个文件，1个数字和时间：没有可核对的关系
    0个错误，0个警告，0个提示
    ");
}

#[test]
fn nothing_wrong_is_said_in_two_lines() {
    let text = "Library loans rose from 106,400 to 133,100, an increase of 25.1 percent, in 12 towns.\n";
    insta::assert_snapshot!(report(&[("a.txt", text)], None, plain::plain), @r"
    1 document with 4 numbers and times: 3 took part in a check, 1 stand alone
    0 errors, 0 warnings, 0 notes
    ");
    assert_eq!(report(&[], None, plain::plain), "");
}
