//! Texts in, what is said about their days, ages and hours out.

use crossfoot::lint;
use crossfoot::read::{Format, read};
use crossfoot::report::{Run, concise};
use crossfoot::rulebook::built_in;

/// The findings of a text, one a line, without their places.
fn told(text: &str) -> String {
    let rulebook = built_in().expect("the rules can be read");
    let documents = [read("text.txt", text.as_bytes(), Format::Plain)];
    let found = lint(&documents, &rulebook);
    let told = concise::concise(&Run::new(&documents, &found, &rulebook, None));
    told.lines().filter_map(|line| line.splitn(4, ':').nth(3)).map(str::trim).collect::<Vec<_>>().join("\n")
}

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(told(text), expected, "in {text:?}");
}

#[test]
fn days_have_their_weekdays() {
    check("The pool opens on Monday, 5 March 2024.", "error[weekday]: 5 March 2024 is a Tuesday, not a Monday");
    check("The pool opens on Tuesday, 5 March 2024.", "");
    check("The pool opens on Thursday, Dec. 24, 2027.", "error[weekday]: December 24, 2027 is a Friday, not a Thursday");
    check("The pool is shut from Monday 2 to Monday 8 March.", "error[weekday]: 8 March is a Sunday, not a Monday");
}

#[test]
fn without_a_year_a_weekday_is_not_told_from_another() {
    check("The pool opens on Monday, 5 March, at nine.", "");
    check("The pool is shut from Monday 26 February to Monday 4 March.", "");
}

#[test]
fn old_dates_may_be_of_the_old_calendar() {
    check("The shots fell on Sunday, 9 January 1905.", "");
    check("The decree is of 29 February 1900.", "");
    check("The shots fell on Wednesday, 9 January 1905.", "error[weekday]: 9 January 1905 is a Monday, not a Wednesday");
}

#[test]
fn short_names_of_weekdays_with_a_small_letter_are_other_words() {
    check("Ninety pupils sat 5 March 2024 papers.", "");
}

#[test]
fn every_day_of_the_calendar_exists() {
    check("Send it by 31 April 2025.", "error[impossible-date]: there is no 31 April 2025");
    check("Send it by 29 February 2025.", "error[impossible-date]: there is no 29 February 2025");
    check("Send it by 29 February 2024, or by 29 February.", "");
    check("Room 31 April to June: see table 31 June 2019.", "");
    check("In April we sold 40 boats and in June 31.", "");
}

#[test]
fn an_age_lasts_until_the_next_birthday() {
    check("Born in 1961, she was 54 when elected in 2016.", "");
    check("Born in 1961, she was 55 when elected in 2016.", "");
    check("Born in 1961, she was 58 when elected in 2016.", "warning[age]: 1961 to 2016 makes an age of 54 to 55, not 58");
    check("Born on 3 May 1950, he died on 2 May 2010, aged 59.", "");
    check("Born on 3 May 1950, he died on 3 May 2010, aged 59.", "warning[age]: 3 May 1950 to 3 May 2010 makes an age of 60, not 59");
}

#[test]
fn times_of_day_in_two_zones_are_one_moment() {
    check("It starts at 9 a.m. Beijing time (0300 GMT).", "warning[clock]: 9 a.m. Beijing time is 0100 there, not 0300 GMT");
    check("It starts at 9 a.m. Beijing time (0100 GMT).", "");
    check("It starts at 9 a.m. New York time (1400 GMT), in summer at 1300 GMT.", "");
    check("It starts at 9 a.m. UTC+8 (0300 GMT).", "");
}

#[test]
fn no_day_or_hour_makes_it_panic() {
    for text in
        ["Monday 0 May 0000", "9999-99-99", "99:99 GMT (9999 GMT)", "Sunday 31 April to Monday 99 June 2199", "(9999–0000) died aged 0"]
    {
        let _ = told(text);
    }
}
