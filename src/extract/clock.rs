//! Times of day with the zone that they are told in: "9 a.m. Beijing time", "14:30 CEST", "0300 GMT".

use super::view::View;
use crate::model::clock::{Clock, Style};
use crate::model::time_words::TimeWords;

/// The time of day that begins at `at`, and where it ends; nothing without a zone, because then it is tied to no other.
pub fn clock(view: &View<'_>, at: usize, words: &TimeWords) -> Option<(usize, Clock)> {
    let rest = view.from(at);
    let (hours, behind) = digits(rest);
    let (hours, minutes, style, behind) = match (hours.len(), behind.strip_prefix([':', '.']).map(digits)) {
        (1 | 2, Some((minutes, behind))) if minutes.len() == 2 => (hours, minutes, Style::Colon, behind),
        (1 | 2, None | Some(_)) => (hours, "0", Style::HalfDay, behind),
        (4, _) => (hours.get(..2)?, hours.get(2..)?, Style::Digits, behind),
        (_, _) => return None,
    };
    let (hours, minutes): (u16, u16) = (hours.parse().ok()?, minutes.parse().ok()?);
    let spaced = behind.trim_start();
    let halves = [(&words.before_noon, 0), (&words.after_noon, 12)];
    let half = halves.into_iter().find_map(|(half, added)| half.longest(spaced).map(|(length, ())| (length, added)));
    let (hours, style, behind) = match half {
        Some((length, added)) if (1..=12).contains(&hours) && style != Style::Digits => {
            (hours % 12 + added, Style::HalfDay, spaced.get(length..)?)
        }
        Some(_) => return None,
        // "9 GMT" is no time of day that anyone writes.
        None if style == Style::HalfDay => return None,
        None => (hours, style, behind),
    };
    let spaced = behind.trim_start();
    let (length, zone) = words.zones.longest(spaced.strip_prefix('(').unwrap_or(spaced))?;
    let opened = spaced.starts_with('(');
    let after = spaced.get(length + usize::from(opened)..)?;
    let after = if opened { after.strip_prefix(')')? } else { after };
    // "UTC+8" is another zone than UTC.
    if hours >= 24 || minutes >= 60 || after.starts_with(['+', '-', '−', '±']) {
        return None;
    }
    Some((view.text.len() - after.len(), Clock { minutes: hours * 60 + minutes, style, zone: *zone }))
}

/// The digits that a text begins with, and the rest.
fn digits(text: &str) -> (&str, &str) {
    let end = text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len());
    text.split_at(end)
}
