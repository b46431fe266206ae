//! Properties of intervals and of what printed numbers stand for.

use crossfoot::model::interval::{Bound, End, Interval};
use crossfoot::model::number::{Hedge, Number, Reading};
use crossfoot::model::rational::Rational;
use proptest::prelude::*;

fn rational() -> impl Strategy<Value = Rational> {
    (-2_000_i128..2_000, 1_i128..60).prop_map(|(top, bottom)| Rational::fraction(top, bottom).unwrap_or_else(Rational::zero))
}

fn end() -> impl Strategy<Value = Option<End>> {
    prop_oneof![
        1 => Just(None),
        3 => rational().prop_map(|value| Some(End { value, bound: Bound::Closed })),
        2 => rational().prop_map(|value| Some(End { value, bound: Bound::Open })),
    ]
}

/// An interval with a number inside it.
fn inhabited() -> impl Strategy<Value = (Interval, Rational)> {
    (rational(), end(), end()).prop_map(|(inside, low, high)| {
        let keep = |end: Option<End>, fits: fn(&Rational, &Rational) -> bool| {
            end.filter(|end| fits(&end.value, &inside) || (end.bound == Bound::Closed && end.value == inside))
        };
        let low = keep(low, |end, inside| end < inside);
        let high = keep(high, |end, inside| end > inside);
        (Interval { low, high }, inside.clone())
    })
}

proptest! {
    #[test]
    fn sums_differences_and_products_contain_every_pointwise_result((one, left) in inhabited(), (two, right) in inhabited()) {
        prop_assert!(one.add(&two).contains(&(&left + &right)));
        prop_assert!(one.subtract(&two).contains(&(&left - &right)));
        prop_assert!(one.multiply(&two).contains(&(&left * &right)));
    }

    #[test]
    fn quotients_contain_every_pointwise_result((one, left) in inhabited(), (two, right) in inhabited()) {
        if let (Some(quotients), Some(quotient)) = (one.divide(&two), left.divide(&right)) {
            prop_assert!(quotients.contains(&quotient), "{one:?} / {two:?} = {quotients:?} lacks {quotient}");
        }
    }

    #[test]
    fn an_intersection_holds_just_what_both_hold((one, left) in inhabited(), (two, _) in inhabited()) {
        let both = one.intersect(&two);
        prop_assert_eq!(both.as_ref().is_some_and(|both| both.contains(&left)), two.contains(&left));
        prop_assert_eq!(one.intersect(&two), two.intersect(&one));
    }

    #[test]
    fn a_hull_holds_both((one, left) in inhabited(), (two, right) in inhabited()) {
        let hull = one.hull(&two);
        prop_assert!(hull.contains(&left) && hull.contains(&right) && hull.covers(&one) && hull.covers(&two));
    }

    #[test]
    fn open_ends_stay_outside(low in rational(), width in 1_i128..100) {
        let high = &low + &Rational::whole(width);
        let inner = Interval::above(low.clone()).intersect(&Interval::below(high.clone())).expect("not empty");
        prop_assert!(!inner.contains(&low) && !inner.contains(&high));
        prop_assert!(!inner.add(&inner).contains(&(&low + &low)));
        prop_assert!(Interval::above(low.clone()).intersect(&Interval::at_most(low)).is_none());
    }

    /// What rounds to a printed number is inside what the number stands for, however coarsely it was rounded.
    #[test]
    fn unrounding_contains_what_was_rounded(units in 1_i128..100_000_000, power in -3_i32..6, decimals in 0_usize..4) {
        let scale = Rational::power_of_ten(power).expect("a small power");
        let exact = &Rational::whole(units) * &scale;
        let printed = exact.round_to(-(decimals as i32)).to_decimal(decimals);
        let (whole, fraction) = printed.split_once('.').unwrap_or((&printed, ""));
        let fraction = format!("{fraction:0<decimals$}");
        let number = Number::written(whole, &fraction, &Rational::one()).expect("digits");
        for reading in [Reading::Hard, Reading::Plausible, Reading::Expected] {
            prop_assert!(number.interval(reading, None).contains(&exact), "{printed} lacks {exact}");
        }
    }

    #[test]
    fn narrower_readings_lie_inside_wider_ones(value in 1_u32..5_000_000, hedge in 0_usize..6) {
        let hedges = [Hedge::None, Hedge::Above, Hedge::AtLeast, Hedge::Below, Hedge::AtMost, Hedge::About];
        let number = Number::written(&value.to_string(), "", &Rational::one()).expect("digits").hedged(hedges[hedge].clone());
        let hard = number.interval(Reading::Hard, None);
        let plausible = number.interval(Reading::Plausible, None);
        prop_assert!(hard.covers(&plausible));
        prop_assert!(plausible.covers(&number.interval(Reading::Expected, None)));
    }
}

fn shown(interval: &Interval) -> String {
    let low = interval.low.as_ref().map_or("(…".to_owned(), |end| match end.bound {
        Bound::Closed => format!("[{}", end.value),
        Bound::Open => format!("({}", end.value),
    });
    let high = interval.high.as_ref().map_or("…)".to_owned(), |end| match end.bound {
        Bound::Closed => format!("{}]", end.value),
        Bound::Open => format!("{})", end.value),
    });
    format!("{low}, {high}")
}

fn read(whole: &str, decimals: &str, scale: i128, hedge: Hedge, reading: Reading) -> String {
    let number = Number::written(whole, decimals, &Rational::whole(scale)).expect("digits").hedged(hedge);
    shown(&number.interval(reading, None))
}

#[test]
fn trailing_noughts_are_rounding_in_the_hard_reading() {
    assert_eq!(read("4000", "", 1, Hedge::None, Reading::Hard), "[3500, 4500]");
    assert_eq!(read("4000", "", 1, Hedge::None, Reading::Plausible), "[3950, 4050]");
    assert_eq!(read("47000", "", 1, Hedge::None, Reading::Plausible), "[46500, 47500]");
    assert_eq!(read("15", "3", 1_000_000_000_000, Hedge::None, Reading::Hard), "[15250000000000, 15350000000000]");
    assert_eq!(read("1", "", 1_000_000_000, Hedge::None, Reading::Plausible), "[950000000, 1050000000]");
}

#[test]
fn a_round_figure_shares_the_grid_of_its_neighbours() {
    let number = Number::written("7000", "", &Rational::one()).expect("digits");
    let grid = Rational::whole(1000);
    assert_eq!(shown(&number.interval(Reading::Plausible, Some(&grid))), "[6500, 7500]");
}

#[test]
fn hedges_cut_and_widen() {
    assert_eq!(read("80600", "", 1, Hedge::Above, Reading::Hard), "(80600, …)");
    assert_eq!(read("15000", "", 1, Hedge::Above, Reading::Plausible), "(15000, 30000]");
    assert_eq!(read("10", "", 1, Hedge::Below, Reading::Plausible), "[5, 10)");
    assert_eq!(read("100", "", 1, Hedge::About, Reading::Hard), "(…, …)");
    assert_eq!(read("100", "", 1, Hedge::About, Reading::Plausible), "[50, 200]");
    assert_eq!(read("300", "", 1, Hedge::Odd, Reading::Hard), "(300, 400)");
}

#[test]
fn simple_fractions_reach_half_way_to_their_neighbours() {
    let third = Number {
        value: Rational::fraction(100, 3).expect("a third"),
        step: Rational::whole(100),
        ..Number::exact(Rational::one()).hedged(Hedge::Simple(3))
    };
    let interval = third.interval(Reading::Hard, None);
    assert!(interval.contains(&Rational::whole(34)) && interval.contains(&Rational::whole(30)));
    assert!(!interval.contains(&Rational::whole(45)) && !interval.contains(&Rational::whole(28)));
}

#[test]
fn numbers_too_big_for_the_machine_stay_exact() {
    let digits = "9".repeat(60);
    let big = Rational::from_digits(&digits, "").expect("digits");
    let next = &big + &Rational::one();
    assert_eq!(next.magnitude(), Some(60));
    assert_eq!(&next - &Rational::one(), big);
    assert_eq!(next.divide(&next), Some(Rational::one()));
}
