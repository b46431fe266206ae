//! Sentences in, times out.

use proptest::prelude::*;

use super::{TimeClaim, time_at};
use crate::model::period::{Anchor, Part, Period};
use crate::model::time_words::{TimeFile, TimeWords};

fn english() -> TimeWords {
    let file: toml::Table = toml::from_str(include_str!("../../../rules/lang/en.toml")).expect("the language file is TOML");
    let time: TimeFile = file["time"].clone().try_into().expect("the table of time is as declared");
    TimeWords::new(&time)
}

/// All times of a text, from left to right.
fn scan(text: &str, words: &TimeWords) -> Vec<TimeClaim> {
    let mut claims: Vec<TimeClaim> = Vec::new();
    let mut inside = false;
    for (at, letter) in text.char_indices() {
        let begins = letter.is_alphanumeric() && !inside;
        inside = letter.is_alphanumeric();
        if begins && claims.last().is_none_or(|claim| claim.end <= at) {
            let word: String = text[at..].chars().take_while(|letter| letter.is_alphanumeric()).collect();
            let claim = time_at(text, at, words);
            assert!(claim.is_none() || words.may_begin(&word), "{word} begins a time and may not");
            claims.extend(claim);
        }
    }
    claims
}

fn describe(period: &Period) -> String {
    let part = match period.part {
        Part::Whole => "",
        Part::Start => " start",
        Part::Middle => " middle",
        Part::End => " end",
    };
    let relative = period.relative.map(|relative| {
        let from = match relative.from {
            Anchor::Document => "document",
            Anchor::Context => "context",
        };
        format!(" {from}{:+} {:?}", relative.offset, relative.unit).to_lowercase()
    });
    let weekday = period.first.weekday.map(|weekday| format!(" weekday {weekday}"));
    let parts = [period.iso(), Some(part.to_owned()), relative, weekday];
    parts.into_iter().flatten().collect::<String>().trim().to_owned()
}

/// The times of a text as "words = value", separated by semicolons.
fn times(text: &str) -> String {
    let claims = scan(text, &english());
    let told = claims.iter().map(|claim| format!("{} = {}", &text[claim.start..claim.end], describe(&claim.period)));
    told.collect::<Vec<_>>().join("; ")
}

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(times(text), expected, "in {text:?}");
}

#[test]
fn dates_in_digits() {
    check("The bridge opened on 2018-09-30.", "2018-09-30 = 2018-09-30");
    check("The bridge opened on 2018.9.30", "2018.9.30 = 2018-09-30");
    check("Signed 25/12/2019, filed 03/04/2020.", "25/12/2019 = 2019-12-25; 03/04/2020 = 2020-03-04");
    check("Snapshot 2018-nov-3 and 3-Nov-2018", "2018-nov-3 = 2018-11-03; 3-Nov-2018 = 2018-11-03");
    check("The dump of 20180930 is lost.", "20180930 = 2018-09-30");
    check("It was sent on 4/22 with 3/4 of the others.", "4/22 = XXXX-04-22");
    check("It was printed in 11/2017.", "11/2017 = 2017-11");
}

#[test]
fn dates_with_the_name_of_the_month() {
    check("The vote is on 7 October 2012.", "7 October 2012 = 2012-10-07");
    check("The vote is on October 7th, 2012, they said.", "October 7th, 2012 = 2012-10-07");
    check("On Nov. 3 the ferry sank.", "Nov. 3 = XXXX-11-03");
    check("due the 9th day of April", "9th day of April = XXXX-04-09");
    check("since the twenty third of August 1999", "twenty third of August 1999 = 1999-08-23");
    check("On Jan. 6 this year the rules changed.", "Jan. 6 this year = XXXX-01-06 document+0 year");
}

#[test]
fn weekdays_stay_with_their_dates() {
    check("Monday, 4 March 2024", "Monday, 4 March 2024 = 2024-03-04 weekday 1");
    check("on 4 March 2024 (Monday)", "4 March 2024 (Monday) = 2024-03-04 weekday 1");
    check("They met on Monday.", "");
}

#[test]
fn months() {
    check("Prices fell in June 2013 and again in July.", "June 2013 = 2013-06; July = XXXX-07");
    check("In June 30 children were counted.", "June = XXXX-06");
    check("On June 30 children were counted.", "June 30 = XXXX-06-30");
    check("the second May holiday", "");
    check("by mid-November", "mid-November = XXXX-11 middle");
    check("Sales from Jan-Feb 2017", "Jan-Feb 2017 = 2017-01/2017-02");
}

#[test]
fn words_that_are_also_months() {
    check("The rate may rise, and they march on; Theresa May said so.", "");
    check("The rate rose in May.", "May = XXXX-05");
    check("May 2014 saw a rise.", "May 2014 = 2014-05");
    check("By March 2014 it may fall.", "March 2014 = 2014-03");
}

#[test]
fn quarters_and_halves() {
    check("in Q1 2014 and 2015 Q3", "Q1 2014 = 2014-01/2014-03; 2015 Q3 = 2015-07/2015-09");
    check("Quarter 4 2013 was wet", "Quarter 4 2013 = 2013-10/2013-12");
    check("the third quarter of 2016", "third quarter of 2016 = 2016-07/2016-09");
    check("in the first half of this year", "first half of this year = XXXX-01/XXXX-06 document+0 year");
    check("the 3rd quarter of 2016, 2Q24, Q3'23", "3rd quarter of 2016 = 2016-07/2016-09; 2Q24 = 2024-04/2024-06; Q3'23 = 2023-07/2023-09");
    check("Q3 FY2008", "Q3 FY2008 = 2008-07/2008-09");
    check("In H2 2016", "H2 2016 = 2016-07/2016-12");
    check("the first three quarters of 2023", "first three quarters of 2023 = 2023-01/2023-09");
    check("the first half of the sample", "");
    check("the third and fourth quarters of 2015", "third and fourth quarters of 2015 = 2015-07/2015-12");
    check("a quarter of respondents, half of 2,013 people", "");
}

#[test]
fn years() {
    check("It grew in 2012, and (2013) too.", "2012 = 2012; 2013 = 2013");
    check("The 2010 census and 2013 figures", "2010 = 2010; 2013 = 2013");
    check("2018 is an extraordinary year", "2018 = 2018");
    check("parishes recorded since 1841", "1841 = 1841");
    check("They left in nineteen ninety six.", "nineteen ninety six = 1996");
    check("built in two thousand and fifteen", "two thousand and fifteen = 2015");
    check("In 2013 births rose.", "2013 = 2013");
}

#[test]
fn quantities_are_no_years() {
    check("2,013 people, 2000 people, 1800 metres, $2000, 2010 km and £1999", "");
    check("more than 2000 came, and 1500 stayed", "");
    check("rose from 850 to 2020 in a decade", "");
    check("a 2000-page report, COVID-2019, No. 2013, page 1999", "");
    check("2012.5 and 1,2013 and 3.2014 and 20145", "");
    check("in 2000 cases", "");
    check("It costs two thousand and twelve dollars, minus two thousand ten.", "");
}

#[test]
fn decades_and_split_years() {
    check("During the 1970s and the late 1990s", "1970s = 1970-01/1979-12; late 1990s = 1990-01/1999-12");
    check("spending in 2013/14 and 2008-11", "2013/14 = 2013/2014; 2008-11 = 2008-01/2011-12");
    check("fiscal year 2008 and FY24", "fiscal year 2008 = 2008; FY24 = 2024");
}

#[test]
fn ranges() {
    check("from 2012 to 2021", "2012 to 2021 = 2012-01/2021-12");
    check("between May 2015 and June 2018", "May 2015 and June 2018 = 2015-05/2018-06");
    check("in May 2015 and June 2018", "May 2015 = 2015-05; June 2018 = 2018-06");
    check("April 2011 to March 2012", "April 2011 to March 2012 = 2011-04/2012-03");
    check("November to February 2017", "November to February 2017 = 2016-11/2017-02");
    check("5-7 May 2020", "5-7 May 2020 = 2020-05-05/2020-05-07");
    check("held November 19 to 20", "November 19 to 20 = XXXX-11-19/XXXX-11-20");
    check("from 15 on 5 May to 20 in June", "5 May = XXXX-05-05; June = XXXX-06");
    check("from 2007 to the end of 2008", "2007 to the end of 2008 = 2007-01/2008-12");
    check("From January to May this year", "January to May this year = XXXX-01/XXXX-05 document+0 year");
    check("from 820 in 2012 to 2,890 in 2021", "2012 = 2012; 2021 = 2021");
}

#[test]
fn lengths_with_their_end() {
    check("in the year ending June 2013", "year ending June 2013 = 2012-07/2013-06");
    check("the year to 31 March 2014", "year to 31 March 2014 = 2013-04/2014-03");
    check("the three months to May 2014", "three months to May 2014 = 2014-03/2014-05");
    check("the week ending 7 January 2018", "week ending 7 January 2018 = 2018-01-01/2018-01-07");
}

#[test]
fn relative_times() {
    check("Last year it fell; this year it rose.", "Last year = document-1 year; this year = document+0 year");
    check("up on the previous quarter and a year earlier", "previous quarter = context-1 quarter; a year earlier = context-1 year");
    check("the same period of last year", "same period of last year = context-1 year");
    check("As of this June", "this June = XXXX-06 document+0 year");
    check("by the end of last year", "end of last year = end document-1 year");
    check("growth over the last year, year on year, for years", "");
    check("up from 30 the year before.", "year before = context-1 year");
    check("the year before 2015", "2015 = 2015");
}

#[test]
fn parts_of_times() {
    check("By the end of 2017", "end of 2017 = 2017 end");
    check("at the beginning of June 2020", "beginning of June 2020 = 2020-06 start");
    check("Records start in 1971.", "1971 = 1971");
    check("in mid-2013", "mid-2013 = 2013 middle");
}

fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("the".to_owned()),
        prop::sample::select(vec![
            "May",
            "june",
            "Q3",
            "H1",
            "first half",
            "year ending",
            "last",
            "ago",
            "between",
            "and",
            "from",
            "to",
            "end of"
        ])
        .prop_map(str::to_owned),
        prop::sample::select(vec![
            "–", "-", "/", ".", ",", "'", "’s", "%", "$", "(", "二〇", "é", "twenty", "thousand", "th", "2", "\u{a0}"
        ])
        .prop_map(str::to_owned),
        (0_u32..30_000).prop_map(|number| number.to_string()),
        ".{0,3}",
    ];
    prop::collection::vec((piece, prop::sample::select(vec!["", " "])), 0..14)
        .prop_map(|pieces| pieces.into_iter().map(|(a, b)| a + b).collect())
}

proptest! {
    #[test]
    fn nothing_panics_and_spans_are_whole_characters(text in pieces()) {
        let words = english();
        for (at, _) in text.char_indices() {
            if let Some(claim) = time_at(&text, at, &words) {
                prop_assert_eq!(claim.start, at);
                prop_assert!(claim.end > at && text.is_char_boundary(claim.end));
            }
        }
        prop_assert_eq!(time_at(&text, text.len() + 1, &words), None);
    }

    #[test]
    fn a_printed_date_reads_back(year in 1900_i32..2100, month in 1_usize..=12, day in 1_u8..=28, form in 0_usize..5) {
        const NAMES: [&str; 12] = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
        let name = NAMES[month - 1];
        let printed = match form {
            0 => format!("{year}-{month:02}-{day:02}"),
            1 => format!("{day} {name} {year}"),
            2 => format!("{name} {day}, {year}"),
            3 => format!("{year}{month:02}{day:02}"),
            _ => format!("the {day}th of {}. {year}", if month == 5 { "May".to_owned() } else { name[..3].to_owned() }).replace("May.", "May"),
        };
        let expected = format!("{year}-{month:02}-{day:02}");
        let text = format!("It was signed on {printed} by both.");
        let claims = scan(&text, &english());
        let values: Vec<Option<String>> = claims.iter().map(|claim| claim.period.iso()).collect();
        prop_assert_eq!(values, vec![Some(expected)], "{}", text);
    }
}
