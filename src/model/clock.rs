//! Times of day in their zones.

/// The minutes of a day.
const DAY: i32 = 24 * 60;

/// A time of day with the zone that it is told in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Clock {
    /// Minutes since midnight.
    pub minutes: u16,
    /// How it is told.
    pub style: Style,
    /// How far its zone is ahead of universal time.
    pub zone: Zone,
}

/// How a time of day is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Style {
    /// "0300"
    Digits,
    /// "03:00"
    Colon,
    /// "3 a.m."
    HalfDay,
}

/// How far a zone may be ahead of universal time, in minutes: one that may or may not have summer time, or whose name
/// is that of several zones, has more than one offset.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Zone {
    offsets: [i16; 3],
}

impl Zone {
    /// A zone with these offsets, up to three; nothing without any.
    pub fn new(offsets: &[i16]) -> Option<Self> {
        let first = *offsets.first()?;
        let at = |place: usize| offsets.get(place).copied().unwrap_or(first);
        Some(Zone { offsets: [first, at(1), at(2)] })
    }
}

impl Clock {
    /// The times of day in another zone that this may be, in minutes since midnight, each once.
    pub fn elsewhere(&self, zone: Zone) -> Vec<u16> {
        let mut found = Vec::new();
        for here in self.zone.offsets {
            for there in zone.offsets {
                let minutes = (i32::from(self.minutes) - i32::from(here) + i32::from(there)).rem_euclid(DAY);
                let minutes = u16::try_from(minutes).unwrap_or_default();
                if !found.contains(&minutes) {
                    found.push(minutes);
                }
            }
        }
        found
    }
}
