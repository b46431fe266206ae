//! Units, scales and numerals as they are met beside the plain ones: sentences in, claims out.

mod shared;
use shared::claims;

#[test]
fn powers_are_part_of_their_number() {
    insta::assert_snapshot!(claims("The cell held 2.4×10^5 spores, the sea 10⁹ of them and the flask 3.5e4. A cube has 2^3 corners; the gap is 4.5x10-3 m wide."), @r"
    2.4×10^5 | amount [235000 245000] spore
    10⁹ | amount [500000000 1500000000]
    3.5e4 | amount [34500 35500]
    2^3 | amount [8 8] corner
    4.5x10-3 m | amount [0.0044 0.0045] m
    ");
}

#[test]
fn decimals_behind_a_comma_and_groups_behind_full_stops() {
    insta::assert_snapshot!(claims("Add 2,5 kg of rye and 0,75 kg of salt. The barn cost €1.250,40, the farm 1.250.000 euros."), @r"
    2,5 kg | amount [2.45 2.55] kg
    0,75 kg | amount [0.745 0.755] kg
    €1.250,40 | money [1250.4 1250.4] EUR
    1.250.000 euros | money [1245000 1255000] EUR
    ");
}

#[test]
fn a_decimal_without_its_nought_begins_a_sentence() {
    insta::assert_snapshot!(claims("Point zero four five is what it showed. Minus point three is lower. At that point five boats left."), @r"
    Point zero four five | amount [0.0445 0.0455]
    Minus point three | amount [-0.35 -0.25]
    five | amount [5 5] boat
    ");
}

#[test]
fn spoken_noughts() {
    insta::assert_snapshot!(claims("The reading was fourteen point oh six."), @"fourteen point oh six | amount [14.055 14.065]");
}

#[test]
fn the_half_of_a_scale() {
    insta::assert_snapshot!(claims("A million and a half trees, two and half years, one hundred and two thirds metres."), @r"
    A million and a half | amount [1250000 1750000] tree
    two and half years | duration [2.25 2.75] year
    one hundred and two thirds metres | amount [100.5 100.8333] m
    ");
}

#[test]
fn ordinals_of_several_words() {
    insta::assert_snapshot!(claims("The one hundred and twelfth concert was the three hundredth evening of the thousandth week."), @r"
    one hundred and twelfth | ordinal [112 112] concert
    three hundredth | ordinal [300 300] evening
    thousandth | ordinal [1000 1000] week
    ");
}

#[test]
fn parts_of_any_size() {
    insta::assert_snapshot!(claims("She owns seven seventeenths of it and three one thousandths of that. A quarter mile on, the half litre was gone."), @r"
    seven seventeenths | percent [40.5882 41.4215] percent
    three one thousandths | percent [0.15 0.645] percent
    A quarter mile | amount [0.125 0.375] mile
    half litre | amount [0.25 0.75] litre
    ");
}

#[test]
fn how_far_a_number_may_be_off() {
    insta::assert_snapshot!(claims("The beam is 8 ± 0.5 m long. It drew 12 (+/-2) volts. Support is 44% plus or minus 3 points."), @r"
    8 ± 0.5 m | amount [7.5 8.5] m
    12 (+/-2) volts | amount [10 14] V
    44% plus or minus 3 points | percent [41 47] percent
    ");
}

#[test]
fn smaller_units_add_up() {
    insta::assert_snapshot!(claims(r#"It took 3 hours, 4 minutes and 30 seconds, or 1h 10m for some. He is 6'1" tall, she five foot nine. It weighs 2 lb 4 oz."#), @r#"
    3 hours, 4 minutes and 30 seconds | duration [3.0748 3.0751] hour
    1h 10m | duration [1.1583 1.175] hour
    6'1" | amount [6.0416 6.125] foot
    five foot nine | amount [5.7083 5.7916] foot
    2 lb 4 oz | amount [2.2187 2.2812] lb
    "#);
}

#[test]
fn below_zero() {
    insta::assert_snapshot!(claims("It was twelve degrees below zero, then 3 °C below zero."), @r"
    twelve degrees below zero | amount [-12 -12] degree
    3 °C below zero | amount [-3.5 -2.5] °C
    ");
}

#[test]
fn scales_that_another_number_names() {
    insta::assert_snapshot!(claims("Prices rose from $1.4 to $1.7 billion. Two to four million birds came. The plant cost MEUR 45, the link 25G of that."), @r"
    $1.4 | money [1350000000 1450000000] USD
    $1.7 billion | money [1650000000 1750000000] USD
    Two | amount [1500000 2500000] bird
    four million | amount [3500000 4500000] bird
    MEUR 45 | money [44500000 45500000] EUR
    25G | amount [24500000000 25500000000]
    ");
}

#[test]
fn an_article_counts_one_where_a_hedge_says_so() {
    insta::assert_snapshot!(claims("It is more than a mile to the well, and fish cost less than a dollar. They ran a mile. A couple of hundred goats came."), @r"
    more than a mile | amount [1! ..] mile
    less than a dollar | money [.. 1!] USD
    A couple of hundred | amount [.. ..] goat
    ");
}

#[test]
fn mixed_numbers_with_a_hyphen() {
    insta::assert_snapshot!(claims("A 5-3/8 inch pipe and 2 3/8 inches of rain."), @r"
    5-3/8 inch | amount [5.3125 5.4375] inch
    2 3/8 inches | amount [2.3125 2.4375] inch
    ");
}

#[test]
fn units_with_powers() {
    insta::assert_snapshot!(claims("The hall has 450 m^2, the tank 12 m^3, the tile 40 cm². It fell at 9.8 m/s² and uses 6.5 l of oil."), @r"
    450 m^2 | amount [445 455] m²
    12 m^3 | amount [11.5 12.5] m³
    40 cm² | amount [35 45] cm²
    9.8 m/s² | amount [9.75 9.85] m/s²
    6.5 l | amount [6.45 6.55] litre
    ");
}

#[test]
fn what_looks_like_a_measure_and_is_none() {
    insta::assert_snapshot!(claims("The band has 5G, the trip is 2h30 long, and Psalm 23 and Scene 4 were read. It is one of a kind, at the same price, in 10² villages. Ring 0800 55 66 77 or (020) 7946-0958."), @"");
}

#[test]
fn numbers_of_things_with_a_slash_a_dash_or_a_letter() {
    insta::assert_snapshot!(claims("Under Regulation 2019/817 and ruling 52/2024 the kernel 5.4.17-rc2 and flat 7C were sold. Call 555-0187. The score was 10/10."), @"");
}

#[test]
fn what_is_joined_to_a_number_is_not_what_it_counts() {
    insta::assert_snapshot!(claims("Exports were 247 billion and imports 71 billion. Guests brought 24 or more dogs and 12 small cats and birds."), @r"
    247 billion | amount [246500000000 247500000000]
    71 billion | amount [70500000000 71500000000]
    24 or more | amount [24 ..] dog
    12 | amount [12 12] cat
    ");
}

#[test]
fn for_each_of_them_is_no_denominator() {
    insta::assert_snapshot!(claims("They sold 13,668 for each of the 306 fixtures, or 41 for each stand."), @r"
    13,668 | amount [13667.5 13668.5]
    306 | amount [306 306] fixture
    41 for each stand | rate [40.5 41.5] /stand
    ");
}

#[test]
fn only_what_shrinks_turns_a_hedge_around() {
    insta::assert_snapshot!(claims("Fewer than half as many came, more than half as many stayed, and sales more than halved or almost halved."), @r"
    Fewer than half as many | times [.. 0.5!] times
    more than half as many | times [0.5! ..] times
    more than halved | times [.. 0.5!] times
    almost halved | times [0.5! ..] times
    ");
}

#[test]
fn the_whole_of_a_year_counts_nothing() {
    insta::assert_snapshot!(claims("During the whole of 2025 firms gave notice of 412 closures, and in the first half of 2026 towns of 97."), @r"
    412 | amount [412 412] closure
    97 | amount [96.5 97.5]
    ");
}
