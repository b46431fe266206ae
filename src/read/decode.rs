//! From stored bytes to text, whatever the encoding, with the way back.

use encoding_rs::{GB18030, WINDOWS_1252};

use crate::model::document::{Storage, StoredRun};
use crate::model::word_table::is_han;

/// The text of a file, and where its characters stand in the bytes.
///
/// A byte order mark decides; then what is clearly UTF-16; then valid UTF-8; then what reads as Chinese in GB18030; then
/// UTF-8 with a few damaged bytes; and Windows-1252 for the rest, in which every byte means something.
pub fn decode(bytes: &[u8]) -> (String, Storage) {
    match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => match std::str::from_utf8(rest) {
            Ok(text) => (text.to_owned(), Storage::Utf8 { prefix: 3 }),
            Err(_) => damaged_utf8(rest, 3),
        },
        [0xff, 0xfe, rest @ ..] => utf16(rest, 2, Order::Little),
        [0xfe, 0xff, rest @ ..] => utf16(rest, 2, Order::Big),
        _ => unmarked(bytes),
    }
}

fn unmarked(bytes: &[u8]) -> (String, Storage) {
    let as_utf8 = std::str::from_utf8(bytes);
    if let Some(order) = clearly_utf16(bytes, as_utf8.is_ok()) {
        return utf16(bytes, 0, order);
    }
    if let Ok(text) = as_utf8 {
        return (text.to_owned(), Storage::Utf8 { prefix: 0 });
    }
    if let Some(chinese) = chinese(bytes) {
        return chinese;
    }
    if mostly_utf8(bytes) {
        return damaged_utf8(bytes, 0);
    }
    let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
    let mut runs = Runs::after(0);
    for character in text.chars() {
        runs.push(character, 1);
    }
    (text.into_owned(), runs.into_storage())
}

/// Collects where characters stand, one run for neighbours of the same widths.
struct Runs {
    runs: Vec<StoredRun>,
    source: usize,
    stored: usize,
}

impl Runs {
    fn after(prefix: usize) -> Self {
        Runs { runs: Vec::new(), source: 0, stored: prefix }
    }

    fn push(&mut self, character: char, stored_width: u8) {
        self.push_width(character.len_utf8(), character.len_utf8() as u8, stored_width);
    }

    fn push_width(&mut self, length: usize, source_width: u8, stored_width: u8) {
        let same = self.runs.last().is_some_and(|run| run.source_width == source_width && run.stored_width == stored_width);
        if !same {
            self.runs.push(StoredRun { source: self.source, stored: self.stored, source_width, stored_width });
        }
        self.source += length;
        self.stored += length / usize::from(source_width) * usize::from(stored_width);
    }

    /// The end of the text is a run too, so that a place just behind the last character is found.
    fn into_storage(mut self) -> Storage {
        self.runs.push(StoredRun { source: self.source, stored: self.stored, source_width: 1, stored_width: 1 });
        Storage::Other(self.runs)
    }
}

/// Which byte of a UTF-16 unit comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Order {
    Little,
    Big,
}

impl Order {
    fn unit(self, pair: [u8; 2]) -> u16 {
        match self {
            Order::Little => u16::from_le_bytes(pair),
            Order::Big => u16::from_be_bytes(pair),
        }
    }
}

fn units(bytes: &[u8], order: Order) -> impl Iterator<Item = u16> {
    bytes.chunks_exact(2).filter_map(move |pair| <[u8; 2]>::try_from(pair).ok()).map(move |pair| order.unit(pair))
}

fn utf16(bytes: &[u8], prefix: usize, order: Order) -> (String, Storage) {
    let mut text = String::with_capacity(bytes.len());
    let mut runs = Runs::after(prefix);
    for unit in char::decode_utf16(units(bytes, order)) {
        let (character, width) = match unit {
            Ok(character) => (character, character.len_utf16() as u8 * 2),
            Err(_) => (char::REPLACEMENT_CHARACTER, 2),
        };
        text.push(character);
        runs.push(character, width);
    }
    if bytes.len() % 2 == 1 {
        text.push(char::REPLACEMENT_CHARACTER);
        runs.push(char::REPLACEMENT_CHARACTER, 1);
    }
    (text, runs.into_storage())
}

/// UTF-16 gives itself away by the nought beside every ASCII character, always on the same side.
///
/// Text that is also valid UTF-8 must show it for half of its characters, because a stray NUL is no proof; other text for
/// some, as the spaces, digits and line ends of Chinese text do.
fn clearly_utf16(bytes: &[u8], valid_utf8: bool) -> Option<Order> {
    if bytes.len() < 2 || bytes.len() % 2 == 1 {
        return None;
    }
    let noughts = |side: usize| bytes.iter().skip(side).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd) = (noughts(0), noughts(1));
    let (order, many, few) = if odd > even { (Order::Little, odd, even) } else { (Order::Big, even, odd) };
    let count = bytes.len() / 2;
    let enough = if valid_utf8 { many * 2 >= count } else { many * 100 >= count && many > 0 };
    if !enough || few * 50 > many {
        return None;
    }
    let odd_characters = char::decode_utf16(units(bytes, order)).filter(|unit| match unit {
        Ok(character) => character.is_control() && !matches!(character, '\t' | '\n' | '\r' | '\u{c}'),
        Err(_) => true,
    });
    if odd_characters.count() * 100 > count { None } else { Some(order) }
}

/// GB18030, if the bytes can be read so and come out as Chinese.
///
/// French in Windows-1252 can often be read as GB18030 as well, an accented letter and its neighbour making one rare
/// character; but then the second byte is an ASCII letter, which it hardly ever is in real Chinese.
fn chinese(bytes: &[u8]) -> Option<(String, Storage)> {
    let text = GB18030.decode_without_bom_handling_and_without_replacement(bytes)?;
    let mut runs = Runs::after(0);
    let (mut wide, mut common, mut han) = (0, 0, 0);
    let mut at = 0;
    for character in text.chars() {
        let (first, second) = (bytes.get(at)?, bytes.get(at + 1));
        let width = match (first, second) {
            (0..=0x80, _) => 1,
            (_, Some(b'0'..=b'9')) => 4,
            (_, _) => 2,
        };
        if width > 1 {
            wide += 1;
            common += usize::from(width == 4 || second.is_some_and(|byte| *byte >= 0xa1));
            han += usize::from(is_han(character) || matches!(character, '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ffef}'));
        }
        runs.push(character, width);
        at += usize::from(width);
    }
    let plausible = wide > 0 && han * 2 > wide && common * 4 > wide * 3;
    plausible.then(|| (text.into_owned(), runs.into_storage()))
}

/// Whether the bytes are UTF-8 but for a few: many times as many characters beyond ASCII as damaged places.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut damaged, mut sound) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        damaged += usize::from(!chunk.invalid().is_empty());
        sound += chunk.valid().chars().filter(|character| !character.is_ascii()).count();
    }
    sound > damaged * 10
}

fn damaged_utf8(bytes: &[u8], prefix: usize) -> (String, Storage) {
    let mut text = String::with_capacity(bytes.len());
    let mut runs = Runs::after(prefix);
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        runs.push_width(chunk.valid().len(), 1, 1);
        if !chunk.invalid().is_empty() {
            text.push(char::REPLACEMENT_CHARACTER);
            // At most three bytes are one invalid sequence.
            runs.push(char::REPLACEMENT_CHARACTER, chunk.invalid().len() as u8);
        }
    }
    (text, runs.into_storage())
}
