//! A printed number and the intervals it stands for.
//!
//! Conventions: a figure stands for everything that rounds to it (unrounding); round figures are read as
//! approximations and others as precise (Williams and Power, 2013); approximators widen or cut the interval
//! (their legal sense in Chinese is that of the Civil Code, article 1259).

use super::claim::Kind;
use super::interval::Interval;
use super::rational::Rational;

/// A number as printed: its value, how finely it is written, and what the words around it make of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// The value with its scale word, in the unit of its claim (12.7 for "12.7%").
    pub value: Rational,
    /// One unit in the last written place times the scale word: 10,000 for "3.45 million".
    pub step: Rational,
    /// The same if trailing noughts of a whole number are taken for rounding: 100 for "1,200".
    pub round_step: Rational,
    /// Whether the figure can be rounded at all.
    pub precision: Precision,
    /// What the words around it make of it.
    pub hedge: Hedge,
}

/// Whether a figure may have been rounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Precision {
    /// It stands for all that rounds to it.
    Rounded,
    /// It is what it says: ordinals, ranks, years, counts of people and things without trailing noughts.
    Exact,
}

/// What an approximator or a range makes of a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hedge {
    /// Nothing: a bare number.
    None,
    /// "exactly": no rounding either.
    Exactly,
    /// "more than", "over", "exceeding".
    Above,
    /// "at least", "or more".
    AtLeast,
    /// "nearly", "almost", "just under".
    Below,
    /// "up to", "at most".
    AtMost,
    /// "about", "around", "roughly".
    About,
    /// "300-odd", "300-plus": above, by less than one in the last place that isn't nought.
    Odd,
    /// "30–40", "between 26 and 31", "several hundred": from one number to another.
    Within(Rational, Rational),
    /// A fraction in words ("a third", "one in four"): anything that is nearer to it than to the next simple fraction.
    /// Holds the denominator.
    Simple(i128),
    /// A multiple in one word ("doubled", "tripled", "halved"), give or take a half (of the denominator's inverse).
    Multiple,
}

/// How generously a printed number is read; each reading lies inside the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reading {
    /// What the number can't be outside of if it is true: noughts and scale words may be rounding, a hedge sets a hard bound.
    Hard,
    /// What writers do: two figures are meant at least, a hedged figure lies between half and twice what is said.
    Plausible,
    /// What readers expect of a hedge.
    Expected,
}

impl Number {
    /// A number of which every digit is written and none is rounded away: `one`, `7`, `1996`.
    pub fn exact(value: Rational) -> Self {
        let step = Rational::one();
        Number { value, step: step.clone(), round_step: step, precision: Precision::Exact, hedge: Hedge::None }
    }

    /// A number written with digits before and after the point, times a scale (1,000,000 for "million").
    ///
    /// Nothing if `whole` or `decimals` hold anything but ASCII digits, or too many.
    pub fn written(whole: &str, decimals: &str, scale: &Rational) -> Option<Self> {
        let value = &Rational::from_digits(whole, decimals)? * scale;
        let step = &Rational::power_of_ten(-(decimals.len() as i32))? * scale;
        let noughts = if decimals.is_empty() { whole.len() - whole.trim_end_matches('0').len() } else { 0 };
        let noughts = if value.is_zero() { 0 } else { noughts };
        let round_step = &step * &Rational::power_of_ten(noughts as i32)?;
        Some(Number { value, step, round_step, precision: Precision::Rounded, hedge: Hedge::None })
    }

    /// Whether the number was a fraction in words ("a third", "more than half"): then its step is the whole.
    pub fn is_simple_fraction(&self, kind: Kind) -> bool {
        matches!(self.hedge, Hedge::Simple(_)) || kind == Kind::Percent && self.step == Rational::whole(100)
    }

    /// The same number with another hedge.
    pub fn hedged(self, hedge: Hedge) -> Self {
        Number { hedge, ..self }
    }

    /// The step of the narrow reading: trailing noughts are rounding, but two figures are meant at least.
    /// `grid` is the coarsest such step among the figures printed beside it, which it may share.
    pub fn narrow_step(&self, grid: Option<&Rational>) -> Rational {
        let two_figures = self.value.magnitude().and_then(|power| Rational::power_of_ten(power - 1)).unwrap_or_else(|| self.step.clone());
        // Only a scale word hides a second figure ("1 billion"); a bare 7 has no finer place than its own.
        let two_figures = if self.step > Rational::one() { two_figures } else { two_figures.max(self.step.clone()) };
        let own = two_figures.min(self.round_step.clone());
        match grid {
            Some(grid) => own.max(grid.clone().min(self.round_step.clone())),
            None => own,
        }
    }

    /// The numbers that this one may stand for.
    pub fn interval(&self, reading: Reading, grid: Option<&Rational>) -> Interval {
        let value = &self.value;
        match &self.hedge {
            Hedge::None if self.precision == Precision::Exact => Interval::point(value.clone()),
            Hedge::Exactly => Interval::point(value.clone()),
            Hedge::None => match reading {
                Reading::Hard => Interval::around(value, &self.round_step),
                Reading::Plausible | Reading::Expected => Interval::around(value, &self.narrow_step(grid)),
            },
            Hedge::Above => self.cut(Interval::above(value.clone()), reading, Interval::closed(value.clone(), value + &self.round_step)),
            Hedge::AtLeast => {
                self.cut(Interval::at_least(value.clone()), reading, Interval::closed(value.clone(), value + &self.round_step))
            }
            Hedge::Below => self.cut(Interval::below(value.clone()), reading, Interval::closed(value - &self.round_step, value.clone())),
            Hedge::AtMost => self.cut(Interval::at_most(value.clone()), reading, Interval::closed(value - &self.round_step, value.clone())),
            Hedge::About => self.cut(Interval::everything(), reading, Interval::around(value, &self.round_step)),
            Hedge::Odd => {
                let above = Interval::above(value.clone());
                above.intersect(&Interval::below(value + &self.round_step)).unwrap_or(above)
            }
            Hedge::Within(low, high) => Interval::closed(low.clone(), high.clone()),
            Hedge::Simple(denominator) => self.simple_fraction(*denominator, reading),
            Hedge::Multiple => {
                let give = match reading {
                    Reading::Hard | Reading::Plausible => &self.step * &Rational::half(),
                    Reading::Expected => value.divide(&Rational::whole(10)).unwrap_or_else(Rational::zero),
                };
                Interval::closed(value - &give, value + &give)
            }
        }
    }

    /// A hedged number: the hard bound, within half and twice the value, or within what is expected.
    fn cut(&self, hard: Interval, reading: Reading, expected: Interval) -> Interval {
        let fraction = self.step == Rational::whole(100);
        let plausible = if fraction {
            // "More than a quarter" is meant to be nearer to a quarter than to a half: twice the way to the next fraction.
            let reach = &self.next_fraction() * &Rational::whole(2);
            Interval::closed(&self.value - &reach, &self.value + &reach)
        } else {
            Interval::closed(&self.value * &Rational::half(), &self.value * &Rational::whole(2))
        };
        let wanted = match reading {
            Reading::Hard => return hard,
            Reading::Plausible => plausible,
            Reading::Expected => expected,
        };
        hard.intersect(&wanted).unwrap_or(hard)
    }

    /// How far it is, in percent, from a fraction in words to the next simple one: from a third to a half, from two fifths to
    /// three.
    fn next_fraction(&self) -> Rational {
        let unit = &self.round_step;
        let parts = self.value.divide(unit).unwrap_or_else(Rational::one);
        let wholes = self.step.divide(unit).and_then(|wholes| wholes.to_whole()).unwrap_or(1);
        match (parts == Rational::one(), wholes) {
            (true, 3..) => unit.divide(&Rational::whole(wholes - 1)).unwrap_or_else(|| unit.clone()),
            (true, 2) => Rational::fraction(100, 6).unwrap_or_else(|| unit.clone()),
            (true, _) | (false, _) => unit.clone(),
        }
    }

    /// Between the middles to the neighbouring fractions with denominators up to one more:
    /// a third lies between (1/4 + 1/3) / 2 and (1/3 + 1/2) / 2.
    fn simple_fraction(&self, denominator: i128, reading: Reading) -> Interval {
        let denominator = denominator.clamp(2, 100);
        // The value of a claim in percent is a hundred times the fraction; its step says which.
        let Some(fraction) = self.value.divide(&self.step) else { return Interval::point(self.value.clone()) };
        if reading == Reading::Expected {
            let points = Rational::fraction(if denominator == 2 { 1 } else { 2 }, 100).unwrap_or_else(Rational::zero);
            return Interval::closed(&(&fraction - &points) * &self.step, &(&fraction + &points) * &self.step);
        }
        let (mut below, mut above) = (fraction.floor(), &fraction.floor() + &Rational::one());
        for bottom in 2..=denominator + 1 {
            let scaled = (&fraction * &Rational::whole(bottom)).floor();
            for top in [&scaled - &Rational::one(), scaled.clone(), &scaled + &Rational::one()] {
                let Some(candidate) = top.divide(&Rational::whole(bottom)) else { continue };
                if candidate < fraction && candidate > below {
                    below = candidate;
                } else if candidate > fraction && candidate < above {
                    above = candidate;
                }
            }
        }
        let middle = |other: &Rational| &(&(&fraction + other) * &Rational::half()) * &self.step;
        Interval::closed(middle(&below), middle(&above))
    }
}
