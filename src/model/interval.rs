//! Intervals of exact rationals with open, closed or absent ends.

use std::cmp::Ordering;

use super::rational::Rational;

/// One end of an interval: its value, and whether the value itself belongs to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct End {
    /// Where the interval ends.
    pub value: Rational,
    /// Whether the end itself is inside.
    pub bound: Bound,
}

/// Whether an end belongs to its interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// The end is inside.
    Closed,
    /// The end is just outside.
    Open,
}

impl Bound {
    fn and(self, other: Bound) -> Bound {
        match (self, other) {
            (Bound::Closed, Bound::Closed) => Bound::Closed,
            (Bound::Open, Bound::Closed | Bound::Open) | (Bound::Closed, Bound::Open) => Bound::Open,
        }
    }
}

/// A non-empty set of numbers without gaps; an absent end means that it has none on that side.
///
/// The operations contain every pointwise result (natural interval extension), and are exact where each
/// operand is used once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interval {
    /// The lower end.
    pub low: Option<End>,
    /// The upper end.
    pub high: Option<End>,
}

fn closed(value: Rational) -> Option<End> {
    Some(End { value, bound: Bound::Closed })
}

fn open(value: Rational) -> Option<End> {
    Some(End { value, bound: Bound::Open })
}

impl Interval {
    /// All numbers.
    pub fn everything() -> Self {
        Interval { low: None, high: None }
    }

    /// Just this number.
    pub fn point(value: Rational) -> Self {
        Interval { low: closed(value.clone()), high: closed(value) }
    }

    /// From `low` to `high`, both inside; in order whichever is given first.
    pub fn closed(low: Rational, high: Rational) -> Self {
        let (low, high) = if low <= high { (low, high) } else { (high, low) };
        Interval { low: closed(low), high: closed(high) }
    }

    /// `centre` give or take half of `step`, ends inside: what a figure rounded to `step` may have been.
    pub fn around(centre: &Rational, step: &Rational) -> Self {
        let half = &step.abs() * &Rational::half();
        Interval::closed(centre - &half, centre + &half)
    }

    /// Everything above `value`, without it.
    pub fn above(value: Rational) -> Self {
        Interval { low: open(value), high: None }
    }

    /// Everything from `value` up.
    pub fn at_least(value: Rational) -> Self {
        Interval { low: closed(value), high: None }
    }

    /// Everything below `value`, without it.
    pub fn below(value: Rational) -> Self {
        Interval { low: None, high: open(value) }
    }

    /// Everything up to and with `value`.
    pub fn at_most(value: Rational) -> Self {
        Interval { low: None, high: closed(value) }
    }

    /// The numbers in both, if there are any.
    pub fn intersect(&self, other: &Interval) -> Option<Interval> {
        let low = tighter(&self.low, &other.low, Ordering::Greater);
        let high = tighter(&self.high, &other.high, Ordering::Less);
        if let (Some(low), Some(high)) = (&low, &high) {
            let empty = match low.value.cmp(&high.value) {
                Ordering::Greater => true,
                Ordering::Equal => low.bound.and(high.bound) == Bound::Open,
                Ordering::Less => false,
            };
            if empty {
                return None;
            }
        }
        Some(Interval { low, high })
    }

    /// Whether there is a number in both.
    pub fn meets(&self, other: &Interval) -> bool {
        self.intersect(other).is_some()
    }

    /// Whether `value` is inside.
    pub fn contains(&self, value: &Rational) -> bool {
        self.meets(&Interval::point(value.clone()))
    }

    /// Whether every number of `other` is inside.
    pub fn covers(&self, other: &Interval) -> bool {
        self.intersect(other).as_ref() == Some(other)
    }

    /// The smallest interval that holds both.
    pub fn hull(&self, other: &Interval) -> Interval {
        Interval { low: looser(&self.low, &other.low, Ordering::Less), high: looser(&self.high, &other.high, Ordering::Greater) }
    }

    /// The distance between the ends, if there are two.
    pub fn width(&self) -> Option<Rational> {
        match (&self.low, &self.high) {
            (Some(low), Some(high)) => Some(&high.value - &low.value),
            (Some(_), None) | (None, Some(_)) | (None, None) => None,
        }
    }

    /// Whether no number of `self` is at most some number of `other`: `self <= other` can't hold.
    pub fn wholly_above(&self, other: &Interval) -> bool {
        match (&self.low, &other.high) {
            (Some(low), Some(high)) => match low.value.cmp(&high.value) {
                Ordering::Greater => true,
                Ordering::Equal => low.bound.and(high.bound) == Bound::Open,
                Ordering::Less => false,
            },
            (Some(_), None) | (None, Some(_)) | (None, None) => false,
        }
    }

    /// All sums.
    pub fn add(&self, other: &Interval) -> Interval {
        Interval { low: add_ends(&self.low, &other.low), high: add_ends(&self.high, &other.high) }
    }

    /// All differences.
    pub fn subtract(&self, other: &Interval) -> Interval {
        self.add(&other.negate())
    }

    /// All opposites.
    pub fn negate(&self) -> Interval {
        let flip = |end: &Option<End>| end.as_ref().map(|end| End { value: -end.value.clone(), bound: end.bound });
        Interval { low: flip(&self.high), high: flip(&self.low) }
    }

    /// All products.
    pub fn multiply(&self, other: &Interval) -> Interval {
        let zero = Rational::zero();
        if *self == Interval::point(zero.clone()) || *other == Interval::point(zero.clone()) {
            return Interval::point(zero);
        }
        let left = [Corner::lower(&self.low), Corner::upper(&self.high)];
        let right = [Corner::lower(&other.low), Corner::upper(&other.high)];
        let mut products = left.iter().flat_map(|one| right.iter().map(move |two| one.multiply(two)));
        let Some(first) = products.next() else { return Interval::everything() };
        let (low, high) = products.fold((first.clone(), first), |(low, high), corner| {
            (low.extreme(corner.clone(), Ordering::Less), high.extreme(corner, Ordering::Greater))
        });
        Interval { low: low.into_end(), high: high.into_end() }
    }

    /// All quotients; nothing if the divisor may be nought, because then there is no telling.
    pub fn divide(&self, divisor: &Interval) -> Option<Interval> {
        if divisor.contains(&Rational::zero()) {
            return None;
        }
        Some(self.multiply(&divisor.invert()?))
    }

    fn invert(&self) -> Option<Interval> {
        // The interval doesn't contain nought, so both ends lie on one side of it; an end at nought is open there.
        let positive = match (&self.low, &self.high) {
            (Some(low), _) if !low.value.is_negative() => true,
            (_, Some(high)) if high.value.is_negative() || high.value.is_zero() => false,
            (Some(_), _) | (None, _) => return None,
        };
        let turn = |end: &Option<End>| -> Option<End> {
            match end {
                Some(end) if end.value.is_zero() => None,
                Some(end) => Rational::one().divide(&end.value).map(|value| End { value, bound: end.bound }),
                None => open(Rational::zero()),
            }
        };
        let (low, high) = (turn(&self.high), turn(&self.low));
        // An unbounded end turns into an open nought on the inner side.
        Some(if positive || low.is_some() || high.is_some() { Interval { low, high } } else { Interval::everything() })
    }
}

/// A value at a corner of a product: finite with its bound, or infinite with a sign.
#[derive(Clone)]
enum Corner {
    Finite(Rational, Bound),
    Infinite(Ordering),
}

impl Corner {
    fn lower(end: &Option<End>) -> Corner {
        end.as_ref().map_or(Corner::Infinite(Ordering::Less), |end| Corner::Finite(end.value.clone(), end.bound))
    }

    fn upper(end: &Option<End>) -> Corner {
        end.as_ref().map_or(Corner::Infinite(Ordering::Greater), |end| Corner::Finite(end.value.clone(), end.bound))
    }

    fn sign(&self) -> Ordering {
        match self {
            Corner::Finite(value, _) => value.cmp(&Rational::zero()),
            Corner::Infinite(sign) => *sign,
        }
    }

    fn multiply(&self, other: &Corner) -> Corner {
        match (self, other) {
            (Corner::Finite(left, one), Corner::Finite(right, two)) => {
                let product = left * right;
                // Nought times anything is nought, reached whenever the nought itself is inside.
                let bound = match (left.is_zero(), right.is_zero()) {
                    (true, true) => {
                        if *one == Bound::Closed {
                            *one
                        } else {
                            *two
                        }
                    }
                    (true, false) => *one,
                    (false, true) => *two,
                    (false, false) => one.and(*two),
                };
                Corner::Finite(product, bound)
            }
            (Corner::Finite(_, bound), Corner::Infinite(_)) if self.sign() == Ordering::Equal => Corner::Finite(Rational::zero(), *bound),
            (Corner::Infinite(_), Corner::Finite(_, bound)) if other.sign() == Ordering::Equal => Corner::Finite(Rational::zero(), *bound),
            (Corner::Infinite(_), _) | (Corner::Finite(..), Corner::Infinite(_)) => {
                Corner::Infinite(if self.sign() == other.sign() { Ordering::Greater } else { Ordering::Less })
            }
        }
    }

    /// Whichever of the two lies further in the `wanted` direction; of equals the closed one.
    fn extreme(self, other: Corner, wanted: Ordering) -> Corner {
        let order = match (&other, &self) {
            (Corner::Infinite(sign), _) => *sign,
            (Corner::Finite(..), Corner::Infinite(sign)) => sign.reverse(),
            (Corner::Finite(one, _), Corner::Finite(two, _)) => one.cmp(two),
        };
        if order == wanted {
            return other;
        }
        match (&self, &other) {
            (Corner::Finite(one, Bound::Open), Corner::Finite(two, Bound::Closed)) if one == two => other,
            (Corner::Finite(..) | Corner::Infinite(_), Corner::Finite(..) | Corner::Infinite(_)) => self,
        }
    }

    fn into_end(self) -> Option<End> {
        match self {
            Corner::Finite(value, bound) => Some(End { value, bound }),
            Corner::Infinite(_) => None,
        }
    }
}

fn add_ends(one: &Option<End>, two: &Option<End>) -> Option<End> {
    let (one, two) = (one.as_ref()?, two.as_ref()?);
    Some(End { value: &one.value + &two.value, bound: one.bound.and(two.bound) })
}

fn tighter(one: &Option<End>, two: &Option<End>, wanted: Ordering) -> Option<End> {
    match (one, two) {
        (Some(one), Some(two)) => Some(match one.value.cmp(&two.value) {
            Ordering::Equal => End { value: one.value.clone(), bound: one.bound.and(two.bound) },
            order if order == wanted => one.clone(),
            Ordering::Less | Ordering::Greater => two.clone(),
        }),
        (Some(end), None) | (None, Some(end)) => Some(end.clone()),
        (None, None) => None,
    }
}

fn looser(one: &Option<End>, two: &Option<End>, wanted: Ordering) -> Option<End> {
    let (one, two) = (one.as_ref()?, two.as_ref()?);
    Some(match one.value.cmp(&two.value) {
        Ordering::Equal => {
            let bound = if one.bound == Bound::Closed { one.bound } else { two.bound };
            End { value: one.value.clone(), bound }
        }
        order if order == wanted => one.clone(),
        Ordering::Less | Ordering::Greater => two.clone(),
    })
}
