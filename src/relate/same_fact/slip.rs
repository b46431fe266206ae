//! Whether one figure looks like another gone wrong.

use crate::model::number::{Hedge, Number};

/// A figure as its digits without noughts around them, and the power of ten of its last digit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    digits: Vec<u8>,
    power: i32,
}

/// How many digits of a figure are looked at.
const LONGEST: usize = 20;
/// How many decimals.
const DECIMALS: usize = 6;

/// The figure of a number.
pub fn figure(number: &Number) -> Figure {
    let written = number.value.abs().to_decimal(DECIMALS);
    let (whole, decimals) = written.split_once('.').unwrap_or((&written, ""));
    let digits: Vec<u8> = whole.bytes().chain(decimals.bytes()).take(LONGEST).collect();
    let leading = digits.iter().take_while(|digit| **digit == b'0').count();
    let trailing = digits.iter().rev().take_while(|digit| **digit == b'0').count();
    let kept = digits.get(leading..digits.len().saturating_sub(trailing).max(leading)).unwrap_or_default().to_vec();
    Figure { digits: kept, power: trailing as i32 - decimals.len() as i32 }
}

impl Figure {
    /// How many digits say something: those between the noughts.
    pub fn digits(&self) -> usize {
        self.digits.len()
    }

    /// Keys of which two figures share one if a slip makes one of the other.
    pub fn keys(&self) -> Vec<(Vec<u8>, i32)> {
        let digits = &self.digits;
        let end = self.power + digits.len() as i32;
        // The point moved.
        let mut keys = vec![(digits.clone(), i32::MAX), (digits.clone(), i32::MIN)];
        // Two digits swapped.
        let mut sorted = digits.clone();
        sorted.sort_unstable();
        keys.push((sorted, end));
        for place in 0..digits.len() {
            // One digit wrong.
            let mut masked = digits.clone();
            if let Some(digit) = masked.get_mut(place) {
                *digit = b'*';
            }
            keys.push((masked, end));
            // One digit too many.
            let mut shorter = digits.clone();
            shorter.remove(place);
            keys.push((shorter, i32::MIN));
        }
        keys
    }

    /// Whether a slip of the pen makes one of the other: a digit wrong, missing or too many, two neighbours swapped, the
    /// point moved.
    pub fn slipped(&self, other: &Figure) -> bool {
        if self.digits == other.digits {
            return self.power != other.power;
        }
        let (one, two) = (&self.digits, &other.digits);
        let wrong: Vec<usize> = one.iter().zip(two).enumerate().filter(|(_, (one, two))| one != two).map(|(at, _)| at).collect();
        let same_end = self.power + one.len() as i32 == other.power + two.len() as i32;
        if same_end && one.len() == two.len() {
            return match wrong.as_slice() {
                [_] => true,
                [first, second] => second - first == 1 && one.get(*first) == two.get(*second) && one.get(*second) == two.get(*first),
                _ => false,
            };
        }
        let (short, long) = if one.len() < two.len() { (one, two) } else { (two, one) };
        // "2.4" for "2.14": one digit too few.
        long.len() == short.len() + 1
            && (0..long.len()).any(|left_out| {
                let kept = long.iter().enumerate().filter(|(at, _)| *at != left_out).map(|(_, digit)| digit);
                kept.eq(short)
            })
    }
}

/// Whether a number is printed bare, so that another of equal fineness must be equal.
pub fn bare(number: &Number) -> bool {
    matches!(number.hedge, Hedge::None | Hedge::Exactly)
}
