//! What a number is counted in.

use std::sync::Arc;

use super::rational::Rational;

/// The kind of thing that a unit measures; only numbers of one dimension can be added or compared.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Dimension {
    /// Things that can be counted, or a bare number.
    Count,
    /// Money of one currency.
    Money,
    /// Hundredths of something: percent.
    Share,
    /// Differences between percentages: percentage points, basis points.
    Points,
    /// Multiples: times, -fold.
    Times,
    /// Time: durations and ages.
    Time,
    /// A physical quantity, by name: "length", "area".
    Measure(Arc<str>),
}

/// A unit in its normal form.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Unit {
    /// What it measures.
    pub dimension: Dimension,
    /// The normal name: "CNY", "percent", "km", or the singular of what is counted ("patent"); empty for a bare number.
    pub name: Arc<str>,
    /// How many of the dimension's base unit one of it is (1,000 for km if metres are the base); one for counts and money.
    pub factor: Rational,
    /// "per 10,000 people": how many of what.
    pub per: Option<Per>,
}

/// The denominator of a rate.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Per {
    /// How many.
    pub size: Rational,
    /// Of what, in the normal form of unit names.
    pub name: Arc<str>,
    /// What that measures.
    pub dimension: Dimension,
    /// How many of the dimension's base unit one of it is; one for what is counted.
    pub factor: Rational,
}

impl Per {
    /// So many of a unit.
    pub fn unit(size: Rational, unit: &Unit) -> Self {
        Per { size, name: unit.name.clone(), dimension: unit.dimension.clone(), factor: unit.factor.clone() }
    }

    /// So many things of that name.
    pub fn counted(size: Rational, name: &str) -> Self {
        Per { size, name: Arc::from(name), dimension: Dimension::Count, factor: Rational::one() }
    }

    /// Whether numbers in a unit are multiples of this denominator: tonnes of "per kilogram", patients of "per patient" and
    /// a bare number of anything.
    pub fn divides(&self, unit: &Unit) -> bool {
        let bare = |dimension: &Dimension, name: &str| *dimension == Dimension::Count && name.is_empty();
        let measured = self.dimension != Dimension::Count && self.dimension == unit.dimension;
        let same = measured || self.dimension == unit.dimension && self.name == unit.name;
        unit.per.is_none() && (same || bare(&self.dimension, &self.name) || bare(&unit.dimension, &unit.name))
    }
}

impl Unit {
    /// A bare number.
    pub fn none() -> Self {
        Unit::of(Dimension::Count, "")
    }

    /// A unit that is the base of its dimension.
    pub fn of(dimension: Dimension, name: &str) -> Self {
        Unit { dimension, name: Arc::from(name), factor: Rational::one(), per: None }
    }

    /// Whether numbers in the two units can be added or compared at all. Things counted by different names can
    /// (patients are people); money only in one currency, of which pence and cents may be parts; rates only per the
    /// same thing.
    pub fn comparable(&self, other: &Unit) -> bool {
        let one = Rational::one();
        let part_of_it = (self.factor == one) != (other.factor == one);
        let same_money = self.dimension != Dimension::Money || self.name == other.name || part_of_it;
        let same_per = match (&self.per, &other.per) {
            (Some(one), Some(two)) => one.name == two.name && one.size == two.size,
            (None, None) => true,
            // "1.85 children per woman, from 1.94 in 2012": the second leaves the denominator unsaid.
            (Some(_), None) => other.name.is_empty() || self.name == other.name,
            (None, Some(_)) => self.name.is_empty() || self.name == other.name,
        };
        // "35 hectares, or 16.4% of the island's 214": the second leaves its unit unsaid.
        let unsaid = |unit: &Unit| unit.dimension == Dimension::Count && unit.name.is_empty() && unit.per.is_none();
        let elided = |unit: &Unit| matches!(unit.dimension, Dimension::Money | Dimension::Measure(_));
        unsaid(self) && elided(other) || unsaid(other) && elided(self) || self.dimension == other.dimension && same_money && same_per
    }

    /// The normal form of the unit with its denominator: "patent/10000 person"; empty for a bare number.
    pub fn normal(&self) -> String {
        match &self.per {
            None => self.name.to_string(),
            Some(per) if per.size == Rational::one() => format!("{}/{}", self.name, per.name),
            Some(per) => format!("{}/{} {}", self.name, per.size.to_decimal(6), per.name),
        }
    }
}
