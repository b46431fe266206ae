//! Sentences in, claims out: each claim as its words, its kind, what it stands for and what it is counted in.

use crossfoot::extract::extract;
use crossfoot::model::claim::Kind;
use crossfoot::read::{Format, read};
use crossfoot::rulebook::built_in;

mod shared;
use shared::claims;

#[test]
fn digits_with_separators_scales_and_currencies() {
    insta::assert_snapshot!(claims("The fund raised $1.25m, then RMB 48 million, 3.5 billion yuan and £40,000. It has 1 234 567 members."), @r"
    $1.25m | money [1245000 1255000] USD
    RMB 48 million | money [47500000 48500000] CNY
    3.5 billion yuan | money [3450000000 3550000000] CNY
    £40,000 | money [35000 45000] GBP
    1 234 567 | amount [1234567 1234567] member
    ");
}

#[test]
fn numbers_in_words() {
    insta::assert_snapshot!(claims("Twenty-one ships, one hundred and sixteen trucks, half a million parcels, a dozen drivers and two hundred and two thousand letters."), @r"
    Twenty-one | amount [21 21] ship
    one hundred and sixteen | amount [116 116] truck
    half a million | amount [450000 550000] parcel
    a dozen | amount [6 18] driver
    two hundred and two thousand | amount [201500 202500] letter
    ");
}

#[test]
fn hedges_before_and_after() {
    insta::assert_snapshot!(claims("More than 300 clubs, nearly 50 teams, at least 12 coaches, up to 40 players, about 900 fans, 200-odd flags and 70 or more drums."), @r"
    More than 300 | amount [300! ..] club
    nearly 50 | amount [.. 50!] team
    at least 12 | amount [12 ..] coach
    up to 40 | amount [.. 40] player
    about 900 | amount [.. ..] fan
    200-odd | amount [200! 300!] flag
    70 or more | amount [70 ..] drum
    ");
}

#[test]
fn a_comparison_with_the_number_before_is_no_hedge() {
    insta::assert_snapshot!(claims("The rate was 0.8 percentage points above 4.7%. In 2021, more than 60 towns joined. Prices went up to 40 pence."), @r"
    0.8 percentage points | percentage-point [0.75 0.85] percentage point
    4.7% | percent [4.65 4.75] percent
    more than 60 | amount [60! ..] town
    40 pence | money [35 45] penny
    ");
}

#[test]
fn shares_in_words() {
    insta::assert_snapshot!(claims("A third of tenants moved. One in four stayed. Sales fell by half. Two thirds of them, or more than a quarter of all homes. \
        He ate five twenty-firsts of it, she one three hundred and fifth; ninety millionths. Two out of five hundred left."), @r"
    A third | percent [29.1666 41.6666] percent
    One in four | percent [22.5 29.1666] percent
    half | percent [41.6666 58.3333] percent
    Two thirds | percent [58.3333 70.8333] percent
    more than a quarter | percent [25! ..] percent
    five twenty-firsts | percent [23.6694 24.4047] percent
    one three hundred and fifth | percent [0.1639 0.6589] percent
    ninety millionths | percent [0.0045 0.4995] percent
    Two out of five hundred | percent [0.2 0.695] percent
    ");
}

#[test]
fn multiples_and_ratios() {
    insta::assert_snapshot!(claims("Output doubled, exports nearly tripled and debt halved. It is 3.5 times the old level, twice that of Brill, a tenfold rise at odds of 2.5:1."), @r"
    doubled | times [1.5 2.5] times
    nearly tripled | times [.. 3!] times
    halved | times [0.3333 0.6666] times
    3.5 times | times [3.45 3.55] times
    twice | times [1.5 2.5] times
    tenfold | times [9.5 10.5] times
    2.5:1 | ratio [2.45 2.55]
    ");
}

#[test]
fn ranges_and_changes() {
    insta::assert_snapshot!(claims("Between 20 and 30 boats. It costs between $26 and $31 million. Fees rose from 400 to 700 crowns. Some 30–40 pupils aged 16 to 18 stayed 3 to 5 days."), @r"
    Between 20 and 30 | amount [20 30] boat
    between $26 and $31 million | money [26000000 31000000] USD
    400 | amount [350 450] crown
    700 | amount [650 750] crown
    Some 30–40 | amount [30 40] pupil
    16 to 18 | age [16 18] year
    3 to 5 days | duration [3 5] day
    ");
}

#[test]
fn ranks_and_ordinals() {
    insta::assert_snapshot!(claims("The city ranked 35th, its port is No. 3 in the world and among the top 10. The 22nd forum came second. First, we look at the third place."), @r"
    35th | rank [35 35]
    No. 3 | rank [3 3]
    the top 10 | rank [10 10]
    22nd | ordinal [22 22] forum
    second | rank [2 2]
    third place | rank [3 3]
    ");
}

#[test]
fn rates() {
    insta::assert_snapshot!(claims("The density is 5.2 nurses per 1,000 people. Patents per 10,000 residents rose from 0.6 to 2.4. Wages are £478 a week, and growth is 0.4% a year."), @r"
    5.2 nurses per 1,000 people | rate [5.15 5.25] nurse/1000 person
    0.6 | rate [0.55 0.65] /10000 resident
    2.4 | rate [2.35 2.45] /10000 resident
    £478 a week | rate [477.5 478.5] GBP/week
    0.4% | percent [0.35 0.45] percent
    ");
}

#[test]
fn ages_and_durations() {
    insta::assert_snapshot!(claims("A 54-year-old miner, aged 54, worked for ten consecutive years and over the past 15 years, then for over 3 years. People aged 65 and over wait 18 months."), @r"
    54-year-old | age [54 54] year
    54 | age [54 54] year
    ten consecutive years | duration [10 10] year
    15 years | duration [14.5 15.5] year
    over 3 years | duration [3! ..] year
    65 and over | age [65 ..] year
    18 months | duration [17.5 18.5] month
    ");
}

#[test]
fn points_and_compound_units() {
    insta::assert_snapshot!(claims("It rose 0.3 percentage points or 25 bps. The ticket costs 3 dollars 50 cents, the wall is 5 feet 2 inches high over 1.6 km."), @r"
    0.3 percentage points | percentage-point [0.25 0.35] percentage point
    25 bps | basis-point [24.5 25.5] basis point
    3 dollars 50 cents | money [3.5 3.5] USD
    5 feet 2 inches | amount [5.125 5.2083] foot
    over 1.6 km | amount [1.6! ..] km
    ");
}

#[test]
fn a_number_ends_where_another_begins() {
    insta::assert_snapshot!(claims("Rents brought in 41.6 million, 8.2% more, and fees 3 million, 5 percent less. There were 2.04 million two years earlier, \
        and 18,230 twelve months earlier. The crossing took 7 hours, 45 minutes. The town has two thousand, three hundred wells at 12.4 per 100, 000 people."), @r"
    41.6 million | amount [41550000 41650000]
    8.2% | percent [8.15 8.25] percent
    3 million | amount [2500000 3500000]
    5 percent | percent [4.5 5.5] percent
    2.04 million | amount [2035000 2045000]
    18,230 | amount [18225 18235]
    7 hours, 45 minutes | duration [7.7416 7.7583] hour
    two thousand, three hundred | amount [2250 2350] well
    12.4 per 100, 000 people | rate [12.35 12.45] /100000 person
    ");
}

#[test]
fn shares_with_what_they_are_shares_of() {
    insta::assert_snapshot!(claims("One tenant in six (16.2%) moved, roughly one shop in three closed and one ferry in 14 was late. A fifth (21%) said no. \
        Half, 60, said yes. Three teams in 15 towns and one case in 12 districts remain. Of the oaks, one in eleven fell, in two halves."), @r"
    One tenant in six | percent [15.4761 18.3333] percent
    16.2% | percent [16.15 16.25] percent
    roughly one shop in three | percent [.. ..] percent
    one ferry in 14 | percent [6.9047 7.4175] percent
    A fifth | percent [18.3333 22.5] percent
    21% | percent [20.5 21.5] percent
    Half | percent [41.6666 58.3333] percent
    60 | amount [55 65]
    Three | amount [3 3] team
    15 | amount [15 15] town
    one | amount [1 1] case
    12 | amount [12 12] district
    one in eleven | percent [8.7121 9.5454] percent
    ");
}

#[test]
fn the_last_number_of_a_list_says_the_unit() {
    insta::assert_snapshot!(claims("Freight grew from 48.7 to 52.3 thousand tonnes. The gap narrowed from 12.0 in May to 9.5 percentage points. \
        They won 31.5, 22.0 and 14.5 per cent. The fund sold shares for 1.3 and 1.7 million euros. The index reached 188.4 and 6.2% of it was rent. \
        Errors fell by 3 to 45%. Stocks rose to 6.4 from 5.9 million barrels. About 3.5 to 4.2 million people and 2.1 and 2.6 million cars came."), @r"
    48.7 | amount [48650 48750] tonne
    52.3 thousand tonnes | amount [52250 52350] tonne
    12.0 | percentage-point [11.95 12.05] percentage point
    9.5 percentage points | percentage-point [9.45 9.55] percentage point
    31.5 | percent [31.45 31.55] percent
    22.0 | percent [21.95 22.05] percent
    14.5 per cent | percent [14.45 14.55] percent
    1.3 | money [1250000 1350000] EUR
    1.7 million euros | money [1650000 1750000] EUR
    188.4 | amount [188.35 188.45]
    6.2% | percent [6.15 6.25] percent
    3 | amount [2.5 3.5]
    45% | percent [44.5 45.5] percent
    6.4 | amount [6350000 6450000] barrel
    5.9 million barrels | amount [5850000 5950000] barrel
    About 3.5 | amount [.. ..] person
    4.2 million | amount [4150000 4250000] person
    2.1 | amount [2050000 2150000] car
    2.6 million | amount [2550000 2650000] car
    ");
}

#[test]
fn multiples_in_other_words() {
    insta::assert_snapshot!(claims("Traffic grew by a factor of 1.8 and will double again. Half as many came, but they paid half as much again. Losses more than halved. \
        The odds are a ratio of 3.5 to 1. Nobody rose to double figures."), @r"
    1.8 | times [1.75 1.85] times
    double | times [1.5 2.5] times
    Half as many | times [0.3333 0.6666] times
    half as much again | times [1 2] times
    more than halved | times [.. 0.5!] times
    3.5 to 1 | ratio [3.45 3.55]
    ");
}

#[test]
fn ages_without_their_word() {
    insta::assert_snapshot!(claims("Children under 14 pay nothing. The under 18 fare is for the 16 to 18 age group. Pupils aged between one and four years stay at home. \
        The nurses work in two age groups."), @r"
    under 14 | age [.. 14!] year
    18 | age [18 18] year
    16 to 18 age group | age [16 18] year
    between one and four years | age [1 4] year
    two | amount [2 2] group
    ");
}

#[test]
fn stretches_of_time() {
    insta::assert_snapshot!(claims("An hour and a half, an hour and 20 minutes, 6 feet 1 in, an 18-month pilot, a three-month average, the 12 month rate. Sales fell for two quarters, \
        and grew in six of eight quarters. A third of a year is three quarters of half."), @r"
    An hour and a half | duration [1.25 1.75] hour
    an hour and 20 minutes | duration [1.325 1.3416] hour
    6 feet 1 in | amount [6.0416 6.125] foot
    18-month | duration [17.5 18.5] month
    two quarters | duration [2 2] quarter
    six | amount [6 6]
    eight quarters | duration [8 8] quarter
    A third of a year | duration [0.1666 0.5] year
    three quarters | percent [70.8333 77.5] percent
    ");
}

#[test]
fn a_rate_around_its_verb() {
    insta::assert_snapshot!(claims("Last year 9.7 people moved per thousand residents. One village grew by 80 pence, 35p more, 120 MEUR in all, at 3p.m., and they number 318."), @r"
    9.7 | rate [9.65 9.75] person/1000 resident
    One | amount [1 1] village
    80 pence | money [75 85] penny
    35p | money [34.5 35.5] penny
    120 MEUR | money [115000000 125000000] EUR
    318 | amount [317.5 318.5]
    ");
}

#[test]
fn a_year_before_a_hedge_or_a_title_is_a_year() {
    assert_eq!(claims("Further 2015 deaths statistics came out in 2016."), "");
    insta::assert_snapshot!(claims("In 2019 more than 70 harbours closed."), @"more than 70 | amount [70! ..] harbour");
}

#[test]
fn what_is_no_number() {
    let text = "See Figure 1, Tables 4 and 5 and Chart 8.1. The G20 met over COVID-19 in Room 1302 at No. 8 Golf Avenue. \
                Call +44 (0)20 7946 0018 or write to team2021@example.com. Version 1.2.3 of report_2021.pdf is at example.com/7. \
                Which one of them works 24/7? The 14th Five-Year Plan names a third party.";
    assert_eq!(claims(text), "");
}

/// The only number of a text, as a decimal.
fn value(text: &str, rulebook: &crossfoot::model::rulebook::Rulebook) -> Option<String> {
    let document = read("text.txt", text.as_bytes(), Format::Plain);
    let found = extract(&document, 0, rulebook);
    match found.claims.as_slice() {
        [claim] => claim.number.as_ref().map(|number| number.value.to_decimal(6)),
        _ => None,
    }
}

const ONES: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 10] = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// A whole number in English words.
fn spelled(number: u64) -> String {
    let joined = |high: u64, name: &str, low: u64, joiner: &str| match low {
        0 => format!("{} {name}", spelled(high)),
        low => format!("{} {name} {joiner}{}", spelled(high), spelled(low)),
    };
    match number {
        0..20 => ONES[number as usize].to_string(),
        20..100 if number.is_multiple_of(10) => TENS[(number / 10) as usize].to_string(),
        20..100 => format!("{}-{}", TENS[(number / 10) as usize], ONES[(number % 10) as usize]),
        100..1_000 => joined(number / 100, "hundred", number % 100, "and "),
        1_000..1_000_000 => joined(number / 1_000, "thousand", number % 1_000, if number % 1_000 < 100 { "and " } else { "" }),
        1_000_000..1_000_000_000 => joined(number / 1_000_000, "million", number % 1_000_000, ""),
        _ => joined(number / 1_000_000_000, "billion", number % 1_000_000_000, ""),
    }
}

/// A whole number in digits with commas between the thousands.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[test]
fn a_printed_number_is_read_back() {
    let rulebook = built_in().unwrap_or_else(|report| panic!("{report:?}"));
    proptest::proptest!(proptest::prelude::ProptestConfig::with_cases(200), |(number in 2_u64..2_000_000_000_000, decimals in 1_u32..1000)| {
        let sentence = |printed: &str| format!("The total was {printed} tonnes.");
        proptest::prop_assert_eq!(value(&sentence(&grouped(number)), &rulebook), Some(number.to_string()));
        proptest::prop_assert_eq!(value(&sentence(&number.to_string()), &rulebook), Some(number.to_string()));
        proptest::prop_assert_eq!(value(&sentence(&spelled(number)), &rulebook), Some(number.to_string()), "{}", spelled(number));
        let printed = format!("{}.{decimals:03}", grouped(number));
        let wanted = printed.replace(',', "").trim_end_matches('0').trim_end_matches('.').to_string();
        proptest::prop_assert_eq!(value(&sentence(&printed), &rulebook), Some(wanted));
    });
}

#[test]
fn any_text_is_read_without_a_panic_and_in_order() {
    let rulebook = built_in().unwrap_or_else(|report| panic!("{report:?}"));
    let pieces =
        "([0-9]{1,5}|[,.%$€½–-]| |\\PC|one|hundred|million|and|a third|per|more than|between|to|th|of|aged|years|yuan|No\\.|\n){0,40}";
    proptest::proptest!(proptest::prelude::ProptestConfig::with_cases(400), |(text in pieces)| {
        let document = read("text.txt", text.as_bytes(), Format::Plain);
        let found = extract(&document, 0, &rulebook);
        let mut end = 0;
        // Lists of names are words and numbers of the sentence once more.
        for claim in found.claims.iter().filter(|claim| claim.kind != Kind::Names) {
            proptest::prop_assert!(document.prose.get(claim.span.range()).is_some() && document.prose.get(claim.hedged.range()).is_some());
            proptest::prop_assert!(claim.hedged.covers(claim.span) && claim.hedged.start >= end, "{:?}", claim);
            end = claim.hedged.end;
        }
        for sentence in &found.sentences {
            let in_order = sentence.items.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start);
            proptest::prop_assert!(in_order, "{:?}", sentence.items);
        }
    });
}

#[test]
fn long_runs_of_the_same_are_read_in_one_pass() {
    let rulebook = built_in().unwrap_or_else(|report| panic!("{report:?}"));
    for piece in ["(", "half of a ", "one and ", "1,", "a million and ", "1 to ", "$"] {
        // A text of this length takes a moment if it is read once, and hours if every place looks at the whole rest.
        let text = piece.repeat(30_000);
        let document = read("text.txt", text.as_bytes(), Format::Plain);
        let found = extract(&document, 0, &rulebook);
        assert!(!found.sentences.is_empty(), "{piece:?}");
    }
}
