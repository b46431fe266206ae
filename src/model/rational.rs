//! Exact fractions: `i128` while they fit, big integers when they don't.

use std::cmp::Ordering;
use std::fmt;
use std::ops::{Add, Mul, Neg, Sub};

use num_bigint::BigInt;
use num_rational::{BigRational, Ratio};
use num_traits::{CheckedAdd, CheckedMul, CheckedSub, Signed, ToPrimitive, Zero};

/// The largest power of ten that is computed; what lies beyond is not a number anyone prints.
pub const LARGEST_POWER: i32 = 12_000;

/// The largest power that any number may be raised to.
pub const LARGEST_EXPONENT: u32 = 64;

/// An exact rational number.
///
/// Rounded arithmetic would move the ends of intervals and with them verdicts, so there is none here.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Rational(Store);

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Store {
    Small(Ratio<i128>),
    // Only what doesn't fit `Small` is kept here, so that equal numbers are equally stored.
    Big(Box<BigRational>),
}

impl Rational {
    /// A whole number.
    pub fn whole(value: i128) -> Self {
        Rational(Store::Small(Ratio::from_integer(value)))
    }

    /// `numerator / denominator`, or nothing for a denominator of nought.
    pub fn fraction(numerator: i128, denominator: i128) -> Option<Self> {
        Rational::whole(numerator).divide(&Rational::whole(denominator))
    }

    /// Nought.
    pub fn zero() -> Self {
        Rational::whole(0)
    }

    /// One.
    pub fn one() -> Self {
        Rational::whole(1)
    }

    /// One half.
    pub fn half() -> Self {
        Rational(Store::Small(Ratio::new_raw(1, 2)))
    }

    /// Ten to a power between minus and plus [`LARGEST_POWER`]; nothing beyond that.
    pub fn power_of_ten(power: i32) -> Option<Self> {
        if power.abs() > LARGEST_POWER {
            return None;
        }
        if power.abs() <= 38 {
            let ten = 10_i128.pow(power.unsigned_abs());
            return Some(Rational(Store::Small(if power < 0 { Ratio::new_raw(1, ten) } else { Ratio::from_integer(ten) })));
        }
        let ten = BigInt::from(10).pow(power.unsigned_abs());
        let big = BigRational::from_integer(ten);
        Some(Rational::from_big(if power < 0 { big.recip() } else { big }))
    }

    /// The number multiplied with itself so many times, its inverse for a power below nought. Nothing for nought to such a
    /// power, nor for a power beyond [`LARGEST_EXPONENT`].
    pub fn power(&self, power: i32) -> Option<Self> {
        if power.unsigned_abs() > LARGEST_EXPONENT {
            return None;
        }
        let product = (0..power.unsigned_abs()).fold(Rational::one(), |product, _| &product * self);
        if power < 0 { Rational::one().divide(&product) } else { Some(product) }
    }

    /// The number written with these ASCII digits before and after the decimal point.
    /// Nothing if a character is not a digit or there are more than [`LARGEST_POWER`] of them.
    pub fn from_digits(whole: &str, decimals: &str) -> Option<Self> {
        if whole.len() + decimals.len() > LARGEST_POWER as usize || (whole.is_empty() && decimals.is_empty()) {
            return None;
        }
        let digits = format!("{whole}{decimals}");
        if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let mantissa = match digits.parse::<i128>() {
            Ok(small) => Rational::whole(small),
            Err(_) => Rational::from_big(BigRational::from_integer(BigInt::parse_bytes(digits.as_bytes(), 10)?)),
        };
        Some(&mantissa * &Rational::power_of_ten(-(decimals.len() as i32))?)
    }

    /// The quotient, or nothing when the divisor is nought.
    pub fn divide(&self, divisor: &Rational) -> Option<Self> {
        if divisor.is_zero() {
            return None;
        }
        let inverse = match &divisor.0 {
            Store::Small(small) if *small.numer() != i128::MIN => Rational(Store::Small(small.recip())),
            Store::Small(_) | Store::Big(_) => Rational::from_big(divisor.to_big().recip()),
        };
        Some(self * &inverse)
    }

    /// Whether this is nought.
    pub fn is_zero(&self) -> bool {
        matches!(&self.0, Store::Small(small) if small.is_zero())
    }

    /// Whether this is below nought.
    pub fn is_negative(&self) -> bool {
        match &self.0 {
            Store::Small(small) => small.is_negative(),
            Store::Big(big) => big.is_negative(),
        }
    }

    /// Whether this has no fractional part.
    pub fn is_whole(&self) -> bool {
        match &self.0 {
            Store::Small(small) => small.is_integer(),
            Store::Big(big) => big.is_integer(),
        }
    }

    /// The distance from nought.
    pub fn abs(&self) -> Self {
        if self.is_negative() { -self.clone() } else { self.clone() }
    }

    /// The largest whole number not above this.
    pub fn floor(&self) -> Self {
        match &self.0 {
            Store::Small(small) => Rational(Store::Small(small.floor())),
            Store::Big(big) => Rational::from_big(big.floor()),
        }
    }

    /// The nearest multiple of ten to this power (`-1` for tenths), ties away from nought.
    pub fn round_to(&self, power: i32) -> Self {
        let (Some(unit), Some(inverse)) = (Rational::power_of_ten(power), Rational::power_of_ten(-power)) else {
            return self.clone();
        };
        let scaled = &self.abs() * &inverse;
        let rounded = &(&scaled + &Rational::half()).floor() * &unit;
        if self.is_negative() { -rounded } else { rounded }
    }

    /// This as a whole number of the machine, if it is one and fits.
    pub fn to_whole(&self) -> Option<i128> {
        match &self.0 {
            Store::Small(small) if small.is_integer() => Some(*small.numer()),
            Store::Small(_) | Store::Big(_) => None,
        }
    }

    /// The power of ten of the leading digit: 2 for 367, -1 for 0.5; nothing for nought.
    pub fn magnitude(&self) -> Option<i32> {
        if self.is_zero() {
            return None;
        }
        let value = self.abs();
        let digits = |number: &BigInt| number.to_string().len() as i32;
        let big = value.to_big();
        let mut power = digits(big.numer()) - digits(big.denom());
        let reached = |power: i32| Rational::power_of_ten(power).is_some_and(|ten| ten <= value);
        while !reached(power) {
            power -= 1;
        }
        while reached(power + 1) {
            power += 1;
        }
        Some(power)
    }

    /// A plain decimal string, cut (not rounded) after `places` decimals, without trailing noughts.
    pub fn to_decimal(&self, places: usize) -> String {
        let scale = BigInt::from(10).pow(places as u32);
        let big = self.to_big();
        let scaled = (big.numer() * &scale) / big.denom();
        let digits = format!("{:0>width$}", scaled.magnitude().to_string(), width = places + 1);
        let (whole, decimals) = digits.split_at(digits.len() - places);
        let decimals = decimals.trim_end_matches('0');
        let sign = if scaled.is_negative() { "-" } else { "" };
        if decimals.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{decimals}") }
    }

    /// The nearest floating-point number. For drawing and sorting only, never for a verdict.
    pub fn approximate(&self) -> f64 {
        self.to_big().to_f64().unwrap_or(f64::NAN)
    }

    fn to_big(&self) -> BigRational {
        match &self.0 {
            Store::Small(small) => BigRational::new_raw(BigInt::from(*small.numer()), BigInt::from(*small.denom())),
            Store::Big(big) => (**big).clone(),
        }
    }

    fn from_big(big: BigRational) -> Self {
        match (big.numer().to_i128(), big.denom().to_i128()) {
            (Some(numerator), Some(denominator)) => Rational(Store::Small(Ratio::new_raw(numerator, denominator))),
            (Some(_), None) | (None, Some(_)) | (None, None) => Rational(Store::Big(Box::new(big))),
        }
    }

    fn combine(
        &self,
        other: &Rational,
        small: impl Fn(&Ratio<i128>, &Ratio<i128>) -> Option<Ratio<i128>>,
        big: impl Fn(BigRational, BigRational) -> BigRational,
    ) -> Rational {
        if let (Store::Small(left), Store::Small(right)) = (&self.0, &other.0)
            && let Some(result) = small(left, right)
        {
            return Rational(Store::Small(result));
        }
        Rational::from_big(big(self.to_big(), other.to_big()))
    }
}

impl Add for &Rational {
    type Output = Rational;
    fn add(self, other: &Rational) -> Rational {
        self.combine(other, |left, right| left.checked_add(right), |left, right| left + right)
    }
}

impl Sub for &Rational {
    type Output = Rational;
    fn sub(self, other: &Rational) -> Rational {
        self.combine(other, |left, right| left.checked_sub(right), |left, right| left - right)
    }
}

impl Mul for &Rational {
    type Output = Rational;
    fn mul(self, other: &Rational) -> Rational {
        self.combine(other, |left, right| left.checked_mul(right), |left, right| left * right)
    }
}

impl Neg for Rational {
    type Output = Rational;
    fn neg(self) -> Rational {
        &Rational::zero() - &self
    }
}

impl PartialOrd for Rational {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Rational {
    fn cmp(&self, other: &Self) -> Ordering {
        match (&self.0, &other.0) {
            (Store::Small(left), Store::Small(right)) => left.cmp(right),
            (Store::Small(_), Store::Big(_)) | (Store::Big(_), Store::Small(_)) | (Store::Big(_), Store::Big(_)) => {
                self.to_big().cmp(&other.to_big())
            }
        }
    }
}

impl fmt::Display for Rational {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.to_decimal(12))
    }
}
