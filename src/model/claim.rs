//! What a text says in numbers.

use super::clock::Clock;
use super::document::Span;
use super::number::Number;
use super::period::Period;
use super::unit::Unit;

/// What kind of statement a claim makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// So many of something.
    Amount,
    /// So much of a currency.
    Money,
    /// So many hundredths.
    Percent,
    /// A difference of percentages.
    PercentagePoint,
    /// A hundredth of a percentage point.
    BasisPoint,
    /// So many times.
    Times,
    /// One number to another: 2.5:1.
    Ratio,
    /// So many per so many.
    Rate,
    /// A place in an order: "ranked 35th", "top 10".
    Rank,
    /// A number in a sequence: "the 22nd forum".
    Ordinal,
    /// An index or a score.
    Index,
    /// A day.
    Date,
    /// A month, a quarter, a year or a stretch of them.
    Period,
    /// A time of day with its zone.
    Clock,
    /// So many years, months, days.
    Duration,
    /// So many years old.
    Age,
    /// A list of names, counted ("Lyon, Nice and Brest"); no claim of its own, only the other side of one ("three cities").
    Names,
}

impl Kind {
    /// The name that other programs read.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Amount => "amount",
            Kind::Money => "money",
            Kind::Percent => "percent",
            Kind::PercentagePoint => "percentage-point",
            Kind::BasisPoint => "basis-point",
            Kind::Times => "times",
            Kind::Ratio => "ratio",
            Kind::Rate => "rate",
            Kind::Rank => "rank",
            Kind::Ordinal => "ordinal",
            Kind::Index => "index",
            Kind::Date => "date",
            Kind::Period => "period",
            Kind::Clock => "clock",
            Kind::Duration => "duration",
            Kind::Age => "age",
            Kind::Names => "names",
        }
    }
}

/// A number or a time that a text states, with all that it says about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Which document of the run, from 0.
    pub document: usize,
    /// Which sentence of the document, from 0.
    pub sentence: usize,
    /// The words of the number with its scale, unit and currency (not its hedge), in the document's prose.
    pub span: Span,
    /// The same together with the words of its hedge.
    pub hedged: Span,
    /// What kind of statement it is.
    pub kind: Kind,
    /// The number; dates and periods have none.
    pub number: Option<Number>,
    /// For dates and periods what they say; for numbers the time they are said to be of, where that is known.
    pub period: Option<Period>,
    /// For times of day what they say.
    pub clock: Option<Clock>,
    /// What it is counted in.
    pub unit: Unit,
    /// The words that say what is counted ("invention patents"), in the document's prose.
    pub subject: Option<Span>,
    /// The number of its language in the rulebook.
    pub language: usize,
}
