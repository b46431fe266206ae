//! The parts that numbers play in a rule.

use super::unit::Dimension;

/// A part that a number can play in a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// Its name in equations, phrases and messages.
    pub name: String,
    /// What kinds of claims can play it.
    pub is: RoleKind,
    /// Whether it is played by one number or by a list.
    pub many: Many,
    /// Whether every phrase fills it.
    pub presence: Presence,
    /// Whether a direction word gives it its sign.
    pub sign: Sign,
    /// What its numbers must measure: `measure = "temperature"`.
    pub measure: Option<Dimension>,
    /// The units of time or other things one of which its rates must be told by: `per = ["month"]`. None: by any, or by none.
    pub per: Vec<String>,
    /// How its claims and those of other roles go together.
    pub ties: Vec<Tie>,
}

/// How the claims of a role must go together with those of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tie {
    /// The other role, by index in [`Rule::roles`](super::rule::Rule::roles).
    pub other: usize,
    /// What must hold of each claim of the one and each of the other.
    pub by: TiedBy,
}

/// What must hold of the units of two claims.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TiedBy {
    /// `same = { as = "before", in = ["unit"] }`: they can be compared.
    SameUnit,
    /// `same = { as = "before", in = ["noun"] }`: they count the same thing, where both say what.
    SameNoun,
    /// `same = { as = "before", in = ["per"] }`: they have the same denominator, or neither has one.
    SamePer,
    /// `differ = { from = "before", in = ["unit"] }`: one quantity is told in two units, or two currencies.
    OtherUnit,
    /// `differ = { from = "before", in = ["per"] }`: both are rates, and their denominators differ.
    OtherPer,
    /// `divides = "rate"`: it counts what the other's rate is told per.
    Denominator,
}

impl Role {
    /// Whether its numbers say in other units what another role's say.
    pub fn restates(&self) -> bool {
        self.ties.iter().any(|tie| tie.by == TiedBy::OtherUnit)
    }

    /// Whether it can only be played where a word says up or down.
    pub fn needs_direction(&self) -> bool {
        self.is == RoleKind::Direction || self.sign == Sign::Direction
    }
}

/// Whether a role is played by one claim or several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Many {
    /// One.
    One,
    /// A list of at least two, or as the phrase says.
    Several,
}

/// Whether a role is filled by every phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// It is.
    Required,
    /// It may be left open; an equation that names it isn't asked then.
    Optional,
}

/// Where the sign of a role comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// As printed.
    Printed,
    /// `sign = "direction"`: plus or minus by the nearest signed word of the phrase.
    Direction,
}

/// What kinds of claims can play a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RoleKind {
    /// `amount`: amounts, money, rates, indices, measures; not percentages.
    Amount,
    /// `count`: so many things, or a bare number, which is reckoned as printed whatever the units of other roles.
    Count,
    /// `rate`: so many per so many, with its denominator reckoned in.
    Rate,
    /// `money`
    Money,
    /// `percent`
    Percent,
    /// `points`: percentage points and basis points.
    Points,
    /// `level`: an amount or a percentage.
    Level,
    /// `times`
    Times,
    /// `fraction`: a share as a simple fraction in words ("a third", "one in four").
    Fraction,
    /// `rank`: ranks and ordinals.
    Rank,
    /// `duration`
    Duration,
    /// `time`: dates and periods.
    Time,
    /// `day`: dates, and stretches whose ends are days.
    Day,
    /// `quarter`: a quarter or half of a year by its number.
    Quarter,
    /// `years`: ages and stretches in years, and bare numbers that may be one.
    Years,
    /// `clock`: times of day with their zone.
    Clock,
    /// `direction`: no claim at all but the sign (1 or -1) of the phrase's signed word.
    Direction,
    /// `names`: a list of names, which counts as many as it has.
    Names,
    /// `any`: every number and time.
    Any,
}
