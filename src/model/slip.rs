//! Slips of the pen: the kinds, and edits of the digits of a printed number.

/// What kind of slip was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Slip {
    /// Two neighbouring digits swapped.
    SwappedDigits,
    /// One digit wrong.
    WrongDigit,
    /// One digit missing.
    MissingDigit,
    /// One digit doubled.
    DoubledDigit,
    /// The decimal point moved by one place.
    MovedPoint,
    /// Thousand, million or billion for each other.
    ScaleWord,
    /// Two numbers of the sentence changed places.
    FromTo,
    /// Up for down.
    UpDown,
}

impl Slip {
    /// The name that truth files and reports use.
    pub fn name(self) -> &'static str {
        match self {
            Slip::SwappedDigits => "swapped-digits",
            Slip::WrongDigit => "wrong-digit",
            Slip::MissingDigit => "missing-digit",
            Slip::DoubledDigit => "doubled-digit",
            Slip::MovedPoint => "moved-point",
            Slip::ScaleWord => "scale-word",
            Slip::FromTo => "from-to",
            Slip::UpDown => "up-down",
        }
    }

    /// Whether few other numbers come about in this way, so that it says much when one explains a contradiction.
    pub fn is_telling(self) -> bool {
        match self {
            Slip::SwappedDigits | Slip::DoubledDigit | Slip::MovedPoint | Slip::ScaleWord | Slip::FromTo | Slip::UpDown => true,
            Slip::WrongDigit | Slip::MissingDigit => false,
        }
    }
}

/// A change in the digits of a number; places count from its last written digit, 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edit {
    /// The digit at the place and the one before it change places.
    Swap(usize),
    /// The digit at the place becomes another.
    Set(usize, u8),
    /// A digit comes in, so that it stands at the place.
    Insert(usize, u8),
    /// The digit at the place goes.
    Remove(usize),
    /// The number becomes so many powers of ten larger; its digits stay.
    Shift(i32),
}

impl Edit {
    /// The digits (the last first) after the edit; nothing if there is no such place.
    pub fn applied<T: Copy + From<u8>>(self, digits: &[T]) -> Option<Vec<T>> {
        let mut changed = digits.to_vec();
        match self {
            Edit::Swap(place) if place + 1 < digits.len() => changed.swap(place, place + 1),
            Edit::Set(place, digit) => *changed.get_mut(place)? = digit.into(),
            Edit::Insert(place, digit) if place <= digits.len() => changed.insert(place, digit.into()),
            Edit::Remove(place) if place < digits.len() && digits.len() > 1 => {
                changed.remove(place);
            }
            Edit::Shift(_) => {}
            Edit::Swap(_) | Edit::Insert(..) | Edit::Remove(_) => return None,
        }
        Some(changed)
    }

    /// A printed number with the edit made in its first run of digits, separators of thousands set anew.
    ///
    /// Nothing if no digits are printed, or if the edit is about another word than the number.
    pub fn rewrite(self, printed: &str) -> Option<String> {
        let start = printed.find(|letter: char| letter.is_ascii_digit())?;
        let length = run_length(printed.get(start..)?);
        let (before, rest) = printed.split_at(start);
        let (run, after) = rest.split_at(length);
        let (whole, decimals) = run.split_once('.').unwrap_or((run, ""));
        let grouping = Grouping::of(whole);
        let digits: Vec<u8> = run.bytes().filter(u8::is_ascii_digit).rev().collect();
        let point = match self {
            Edit::Shift(power @ (1 | -1)) => decimals.len().checked_add_signed(isize::try_from(-power).ok()?)?,
            Edit::Shift(_) => return None,
            Edit::Swap(_) | Edit::Set(..) | Edit::Insert(..) | Edit::Remove(_) => decimals.len(),
        };
        let printed_digit = |edit: Edit| match edit {
            Edit::Set(place, digit) => Edit::Set(place, b'0' + digit),
            Edit::Insert(place, digit) => Edit::Insert(place, b'0' + digit),
            Edit::Swap(_) | Edit::Remove(_) | Edit::Shift(_) => edit,
        };
        let digits = printed_digit(self).applied(&digits)?;
        if digits.len() <= point {
            return None;
        }
        let digits: Vec<char> = digits.iter().rev().map(|digit| char::from(*digit)).collect();
        Some(format!("{before}{}{after}", write(&digits, digits.len() - point, grouping)))
    }
}

/// The length of the run of digits that a text begins with, separators and a point inside.
pub fn run_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let digit = |place: usize| bytes.get(place).is_some_and(u8::is_ascii_digit);
    let mut end = 0;
    let mut pointed = false;
    loop {
        match bytes.get(end) {
            Some(byte) if byte.is_ascii_digit() => end += 1,
            Some(b',') if digit(end + 1) && !pointed => end += 1,
            Some(b'.') if digit(end + 1) && !pointed => {
                pointed = true;
                end += 1;
            }
            Some(_) | None => return end,
        }
    }
}

/// Whether thousands are set off by commas.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grouping {
    /// They are.
    Commas,
    /// They aren't.
    None,
}

impl Grouping {
    /// That of the whole part of a number as printed.
    pub fn of(whole: &str) -> Self {
        if whole.contains(',') { Grouping::Commas } else { Grouping::None }
    }
}

/// The digits with a point after `point` of them.
pub fn write(digits: &[char], point: usize, grouping: Grouping) -> String {
    let mut text = String::new();
    for (place, digit) in digits.iter().enumerate() {
        if place == point && place > 0 {
            text.push('.');
        } else if grouping == Grouping::Commas && place > 0 && place < point && (point - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(*digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_show_in_the_text_as_printed() {
        assert_eq!(Edit::Swap(0).rewrite("1,351 cases").as_deref(), Some("1,315 cases"));
        assert_eq!(Edit::Swap(2).rewrite("264.2%").as_deref(), Some("624.2%"));
        assert_eq!(Edit::Insert(0, 7).rewrite("123").as_deref(), Some("1237"));
        assert_eq!(Edit::Insert(3, 4).rewrite("1,234").as_deref(), Some("14,234"));
        assert_eq!(Edit::Remove(0).rewrite("1,233").as_deref(), Some("123"));
        assert_eq!(Edit::Shift(-1).rewrite("$24.62").as_deref(), Some("$2.462"));
    }

    #[test]
    fn words_have_no_digits_to_edit() {
        assert_eq!(Edit::Set(0, 4).rewrite("three"), None);
    }
}
