//! Points and stretches of time as printed, with what is left unsaid left open.

/// A day, month or year, as far as it is printed; what is `None` was not said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Moment {
    /// The year of the common era.
    pub year: Option<i32>,
    /// The month, 1 to 12.
    pub month: Option<u8>,
    /// The day of the month, 1 to 31 (31 April is kept as printed, for a check to find).
    pub day: Option<u8>,
    /// The weekday printed beside it, Monday = 1 to Sunday = 7.
    pub weekday: Option<u8>,
}

/// A stretch of time from the beginning of one moment to the end of another; for a single day, month or year both are the same.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Period {
    /// Where it begins.
    pub first: Moment,
    /// Where it ends, inside.
    pub last: Moment,
    /// Which part of it is meant: "by the *end* of 2017".
    pub part: Part,
    /// What it is counted from, if that is said and not the date: "last year", "this June".
    pub relative: Option<Relative>,
    /// What it was called if its months were not named: a quarter or a half by its number.
    pub numbered: Option<TimeUnit>,
    /// A fiscal, financial, academic or lunar year, whose months are not known.
    pub calendar: Calendar,
}

/// Which part of a period is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// All of it.
    Whole,
    /// Its beginning: "at the start of 2008".
    Start,
    /// Its middle: "mid-November".
    Middle,
    /// Its end: "by the end of 2017".
    End,
}

/// Whether a year is the calendar's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Calendar {
    /// January to December.
    Civil,
    /// A year of another kind: fiscal, academic, lunar.
    Other,
}

/// A time said by its distance from another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Relative {
    /// From what it is counted.
    pub from: Anchor,
    /// How many of `unit` later (negative: earlier).
    pub offset: i32,
    /// In what it is counted.
    pub unit: TimeUnit,
}

/// From what a relative time is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Anchor {
    /// The date of the document: "last year", "this June".
    Document,
    /// The period spoken of before: "a year earlier", "the same period of the previous year".
    Context,
}

/// Units of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TimeUnit {
    /// A day.
    Day,
    /// Seven days.
    Week,
    /// A calendar month.
    Month,
    /// Three calendar months.
    Quarter,
    /// Six calendar months.
    Half,
    /// A year.
    Year,
}

impl Moment {
    /// A year.
    pub fn year(year: i32) -> Self {
        Moment { year: Some(year), ..Moment::default() }
    }

    /// A month of a year, or of an unsaid one.
    pub fn month(year: Option<i32>, month: u8) -> Self {
        Moment { year, month: Some(month), ..Moment::default() }
    }

    /// A day of a month.
    pub fn day(year: Option<i32>, month: u8, day: u8) -> Self {
        Moment { year, month: Some(month), day: Some(day), weekday: None }
    }

    /// The moment with this month if its year is known and its month is not.
    fn to_the_month(self, month: u8) -> Self {
        Moment { month: self.month.or(self.year.map(|_| month)), ..self }
    }

    /// The moment by ISO 8601-2, with an X for each digit of a year that is not said.
    fn iso(&self) -> Option<String> {
        let year = self.year.map_or_else(|| String::from("XXXX"), |year| format!("{year:04}"));
        match (self.year, self.month, self.day) {
            (_, Some(month), Some(day)) => Some(format!("{year}-{month:02}-{day:02}")),
            (_, Some(month), None) => Some(format!("{year}-{month:02}")),
            (Some(_), None, None) => Some(year),
            (None, None, _) | (Some(_), None, Some(_)) => None,
        }
    }
}

impl Period {
    /// A single day, month or year.
    pub fn single(moment: Moment) -> Self {
        Period::between(moment, moment)
    }

    /// From the beginning of one moment to the end of another.
    pub fn between(first: Moment, last: Moment) -> Self {
        Period { first, last, part: Part::Whole, relative: None, numbered: None, calendar: Calendar::Civil }
    }

    /// A time counted from another, nothing else being known.
    pub fn relative(relative: Relative) -> Self {
        Period { relative: Some(relative), ..Period::single(Moment::default()) }
    }

    /// Whether both ends are the same day.
    pub fn is_day(&self) -> bool {
        self.first == self.last && self.first.day.is_some()
    }

    /// The period as other programs read it, by ISO 8601-2: "2015-05-13", "XXXX-10-02", "2024-01/2024-06".
    ///
    /// The ends of a stretch are given to the month at least, so that "1970/1979" can't be taken for one year of two
    /// names: the years of the calendar from 1970 to 1979 are "1970-01/1979-12", the fiscal year 2013/14 is "2013/2014".
    /// Nothing for a period of which neither year nor month is known, as of "last year".
    pub fn iso(&self) -> Option<String> {
        if self.first == self.last {
            return self.first.iso();
        }
        let (first, last) = match self.calendar {
            Calendar::Civil => (self.first.to_the_month(1), self.last.to_the_month(12)),
            Calendar::Other => (self.first, self.last),
        };
        Some(format!("{}/{}", first.iso()?, last.iso()?))
    }
}
