//! The ways in which people get a printed number wrong.

use crate::model::slip::{Grouping, Slip, run_length, write};

/// Every slip of every kind that can be made in the first run of digits of `printed`, as the whole text printed instead.
/// Texts without digits ("three") have none.
pub fn slips(printed: &str) -> Vec<(Slip, String)> {
    let Some(start) = printed.find(|letter: char| letter.is_ascii_digit()) else { return Vec::new() };
    let (before, rest) = printed.split_at(start);
    let end = run_length(rest);
    let (run, after) = rest.split_at(end);
    let (whole, decimals) = run.split_once('.').unwrap_or((run, ""));
    let grouping = Grouping::of(whole);
    let digits: Vec<char> = whole.chars().filter(char::is_ascii_digit).chain(decimals.chars()).collect();
    let point = digits.len() - decimals.len();
    let mut found: Vec<(Slip, String)> = Vec::new();
    let mut add = |slip: Slip, digits: &[char], point: usize| {
        let text = format!("{before}{}{after}", write(digits, point, grouping));
        if text != printed && !found.iter().any(|(_, known)| *known == text) {
            found.push((slip, text));
        }
    };
    for place in 0..digits.len() {
        let mut changed = digits.clone();
        if place + 1 < digits.len() {
            changed.swap(place, place + 1);
            add(Slip::SwappedDigits, &changed, point);
        }
        // Neighbouring keys, and the digit that differs most.
        for distance in [1, 5, 9] {
            let mut changed = digits.clone();
            if let Some(digit) = changed.get_mut(place) {
                *digit = shifted(*digit, distance);
            }
            add(Slip::WrongDigit, &changed, point);
        }
        if point > 1 || place >= point {
            let mut changed = digits.clone();
            changed.remove(place);
            add(Slip::MissingDigit, &changed, if place < point { point - 1 } else { point });
        }
        let mut changed = digits.clone();
        if let Some(digit) = digits.get(place) {
            changed.insert(place, *digit);
        }
        add(Slip::DoubledDigit, &changed, if place < point { point + 1 } else { point });
    }
    if !decimals.is_empty() {
        add(Slip::MovedPoint, &digits, point + 1);
        if point > 1 {
            add(Slip::MovedPoint, &digits, point - 1);
        }
    }
    found
}

fn shifted(digit: char, distance: u32) -> char {
    let value = digit.to_digit(10).unwrap_or(0);
    char::from_digit((value + distance) % 10, 10).unwrap_or(digit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(printed: &str, kind: Slip) -> Vec<String> {
        slips(printed).into_iter().filter(|(slip, _)| *slip == kind).map(|(_, text)| text).collect()
    }

    #[test]
    fn digits_are_swapped_across_separators() {
        assert_eq!(made("1,315 cases", Slip::SwappedDigits), ["3,115 cases", "1,135 cases", "1,351 cases"]);
        assert_eq!(made("$8.89 billion", Slip::SwappedDigits), ["$8.98 billion"].map(str::to_owned).into_iter().rev().collect::<Vec<_>>());
    }

    #[test]
    fn missing_and_doubled_digits_are_grouped_anew() {
        assert_eq!(made("1,234", Slip::MissingDigit), ["234", "134", "124", "123"]);
        assert_eq!(made("12", Slip::DoubledDigit), ["112", "122"]);
    }

    #[test]
    fn the_point_moves_both_ways() {
        assert_eq!(made("24.62%", Slip::MovedPoint), ["246.2%", "2.462%"]);
    }

    #[test]
    fn words_have_no_digits_to_slip_on() {
        assert!(slips("three").is_empty());
    }
}
