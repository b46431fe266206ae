//! Parts: "three quarters", "half a million", `1/4`, `2 1/4`, `½`.

use nom::branch::alt;
use nom::character::complete::{anychar, char};
use nom::combinator::{not, opt, peek};
use nom::error::Error;
use nom::sequence::{pair, preceded, terminated};
use nom::{IResult, Parser};

use super::phrase::{fail, gap, phrase, spaces};
use super::{Form, Numeral, Scale, Shape, compound, spelled, western};
use crate::model::number::{Hedge, Number, Precision};
use crate::model::numeral_words::NumeralWords;
use crate::model::rational::Rational;

/// A part, with the scale word that it may be a part of.
pub fn fraction<'i>(words: &NumeralWords) -> impl Parser<&'i str, Output = Numeral, Error = Error<&'i str>> {
    move |input: &'i str| {
        let (rest, part) = digits(input)
            .or_else(|_| compound(input, words))
            .or_else(|_| long_fraction(input, words))
            .or_else(|_| spelled_fraction(input, words))?;
        let unscaled = part.scale == Scale::Plain;
        if unscaled && let Ok((after, factor)) = of_a_scale(rest, words) {
            // "half a million" is told apart from 0.4 and 0.6 million.
            let step = &Rational::power_of_ten(-1).unwrap_or_else(Rational::one) * &factor;
            let number = Number { value: &part.number.value * &factor, step: step.clone(), round_step: step, ..part.number };
            return Ok((after, Numeral { number, shape: Shape::Cardinal, scale: Scale::Scaled, ..part }));
        }
        Ok((rest, part))
    }
}

/// "and a half", "and three fifths", "and 1/2" behind a whole number, as a part of its scale if that is given: of a million in
/// "six million and a half".
pub fn joined_fraction<'i>(
    words: &NumeralWords,
    scale: Option<&Rational>,
) -> impl Parser<&'i str, Output = Number, Error = Error<&'i str>> {
    move |input: &'i str| {
        let (rest, _) = (gap, phrase(&words.joiners), gap).parse(input)?;
        let (rest, part) = spelled_fraction(rest, words).or_else(|_| slashed(rest)).or_else(|_| vulgar(rest))?;
        match part.shape {
            Shape::Fraction(denominator) | Shape::ArticleFraction(denominator) => {
                // "one billion and a half million" names a scale of its own.
                let (rest, own) = match scale {
                    Some(_) => of_a_scale(rest, words).map_or((rest, None), |(rest, own)| (rest, Some(own))),
                    None => (rest, None),
                };
                let whole = own.as_ref().or(scale).cloned().unwrap_or_else(Rational::one);
                let step = &Rational::fraction(1, denominator).unwrap_or_else(Rational::one) * &whole;
                let value = &part.number.value * &whole;
                Ok((rest, Number { value, step: step.clone(), round_step: step, ..part.number }))
            }
            // "two and half years", but "two and half the".
            Shape::BareFraction(denominator) if bare_part_of_one(rest, words) => {
                let step = Rational::fraction(1, denominator).unwrap_or_else(Rational::one);
                Ok((rest, Number { step: step.clone(), round_step: step, ..part.number }))
            }
            Shape::BareFraction(_) | Shape::Cardinal | Shape::Ordinal | Shape::Multiple => fail(input),
        }
    }
}

/// Whether a part without its article is one of a unit: nothing follows that could be its whole.
fn bare_part_of_one(rest: &str, words: &NumeralWords) -> bool {
    let next = rest.trim_start_matches(|letter: char| letter.is_whitespace() || letter == '-');
    let whole = phrase(&words.articles).parse(next).is_ok() || phrase(&words.shares_after).parse(next).is_ok();
    next.starts_with(char::is_alphabetic) && !whole
}

/// One of so many parts, named without a numerator: "quarter".
pub fn bare_part(below: i128) -> Option<Numeral> {
    part(1, below, Form::Words, Shape::BareFraction(below))
}

fn part(above: i128, below: i128, form: Form, shape: Shape) -> Option<Numeral> {
    let value = Rational::fraction(above, below)?;
    let number = Number { value, step: Rational::one(), round_step: Rational::one(), precision: Precision::Rounded, hedge: Hedge::None };
    Some(Numeral { number, form, shape, scale: Scale::Plain })
}

/// "three twenty-firsts": a longer denominator.
fn compound<'i>(input: &'i str, words: &NumeralWords) -> IResult<&'i str, Numeral> {
    let (rest, (above, below)) = compound::compound_fraction(words).parse(input)?;
    found(input, rest, part(above, below, Form::Words, Shape::Fraction(below)))
}

/// "one hundred and thirty-two fifths": a longer numerator, which a plural must follow.
fn long_fraction<'i>(input: &'i str, words: &NumeralWords) -> IResult<&'i str, Numeral> {
    let (rest, above) = spelled::cardinal(words).parse(input)?;
    let (rest, denominator) = preceded(gap, phrase(&words.fractions)).parse(rest)?;
    let word = input.get(..input.len() - rest.len()).unwrap_or("");
    // "two million fifths" isn't said.
    let whole = above.form == Form::Words && above.number.step == Rational::one() && words.ordinals.longest_before(word).is_none();
    match above.number.value.to_whole().filter(|above| whole && *above > 1) {
        Some(above) => found(input, rest, part(above, i128::from(denominator), Form::Words, Shape::Fraction(i128::from(denominator)))),
        None => fail(input),
    }
}

fn spelled_fraction<'i>(input: &'i str, words: &NumeralWords) -> IResult<&'i str, Numeral> {
    // "three quarters", "one-eighth"
    if let Ok((rest, above)) = spelled::small(input, words)
        && let Ok((rest, denominator)) = preceded(gap, phrase(&words.fractions)).parse(rest)
    {
        let word = input.get(..input.len() - rest.len()).unwrap_or("");
        // "twenty fifth" is an ordinal: what looks like one is a denominator only for a single part.
        let ordinal = words.ordinals.longest_before(word).is_some();
        let numeral = part(i128::from(above), i128::from(denominator), Form::Words, Shape::Fraction(i128::from(denominator)));
        return match numeral {
            Some(numeral) if above == 1 || !ordinal => Ok((rest, numeral)),
            Some(_) | None => fail(input),
        };
    }
    // "a third"
    if let Ok((rest, denominator)) = preceded(pair(phrase(&words.articles), gap), phrase(&words.fractions)).parse(input) {
        let shape = Shape::ArticleFraction(i128::from(denominator));
        return found(input, rest, part(1, i128::from(denominator), Form::Words, shape));
    }
    if let Ok((rest, denominator)) = preceded(pair(phrase(&words.articles), gap), compound::single_part(words)).parse(input) {
        return found(input, rest, part(1, denominator, Form::Words, Shape::ArticleFraction(denominator)));
    }
    // "quarter million"
    if let Ok((rest, denominator)) = phrase(&words.fractions).parse(input)
        && spelled::spaced_scale(rest, words).is_ok()
    {
        return found(input, rest, part(1, i128::from(denominator), Form::Words, Shape::BareFraction(i128::from(denominator))));
    }
    let (rest, denominator) = phrase(&words.bare_fractions).parse(input)?;
    found(input, rest, part(1, i128::from(denominator), Form::Words, Shape::BareFraction(i128::from(denominator))))
}

fn found<'i>(input: &'i str, rest: &'i str, numeral: Option<Numeral>) -> IResult<&'i str, Numeral> {
    match numeral {
        Some(numeral) => Ok((rest, numeral)),
        None => fail(input),
    }
}

/// " a million", " of a million", " million".
fn of_a_scale<'i>(input: &'i str, words: &NumeralWords) -> IResult<&'i str, Rational> {
    let of = opt(preceded(gap, phrase(&words.shares_after)));
    let (rest, _) = pair(of, preceded(gap, phrase(&words.articles))).parse(input).map_or((input, None), |(rest, _)| (rest, Some(())));
    spelled::spaced_scale(rest, words)
}

/// `1/4`, `2 1/4`, `½`, `2½`.
fn digits(input: &str) -> IResult<&str, Numeral> {
    if let Ok((rest, numeral)) = slashed(input) {
        return Ok((rest, numeral));
    }
    if let Ok((rest, numeral)) = vulgar(input) {
        return Ok((rest, numeral));
    }
    let (rest, digits) = western::digits(input)?;
    // "8 1/2" and "8-1/2" are alike.
    let (rest, _) = alt((terminated(char('-'), peek(slashed)).map(|_| ()), spaces.map(|_| ()))).parse(rest)?;
    let (rest, fraction) = slashed(rest).or_else(|_| vulgar(rest))?;
    match (digits.number(), digits.decimals.is_empty()) {
        (Some(whole), true) => {
            let value = &whole.value + &fraction.number.value;
            // "2 3/8" is told apart from 2 1/4 and 2 1/2.
            let step = match fraction.shape {
                Shape::Fraction(below) => Rational::fraction(1, below).unwrap_or_else(Rational::one),
                Shape::ArticleFraction(_) | Shape::BareFraction(_) | Shape::Cardinal | Shape::Ordinal | Shape::Multiple => Rational::one(),
            };
            let number = Number { value, step: step.clone(), round_step: step, ..fraction.number };
            Ok((rest, Numeral { number, shape: Shape::Cardinal, ..fraction }))
        }
        (Some(_), false) | (None, _) => fail(input),
    }
}

/// Less than one, in numbers of at most two digits or a hundred, or one part of up to 999: "24/7" and "2021/22" are none.
fn slashed(input: &str) -> IResult<&str, Numeral> {
    let (rest, (above, _, below)) = (western::digits, char('/'), western::digits).parse(input)?;
    not(peek(char('/'))).parse(rest)?;
    let small = |digits: &western::Digits| digits.decimals.is_empty() && digits.power == 0 && digits.whole.len() <= 3;
    let value = |digits: &western::Digits| if small(digits) { digits.whole.parse::<i128>().ok() } else { None };
    match value(&above).zip(value(&below)) {
        Some((above, below)) if 0 < above && above < below && (below <= 100 || above == 1) => {
            found(input, rest, part(above, below, Form::Digits, Shape::Fraction(below)))
        }
        Some(_) | None => fail(input),
    }
}

fn vulgar(input: &str) -> IResult<&str, Numeral> {
    let (rest, letter) = anychar(input)?;
    let (above, below) = match letter {
        '½' => (1, 2),
        '⅓' => (1, 3),
        '⅔' => (2, 3),
        '¼' => (1, 4),
        '¾' => (3, 4),
        '⅕' => (1, 5),
        '⅖' => (2, 5),
        '⅗' => (3, 5),
        '⅘' => (4, 5),
        '⅙' => (1, 6),
        '⅚' => (5, 6),
        '⅛' => (1, 8),
        '⅜' => (3, 8),
        '⅝' => (5, 8),
        '⅞' => (7, 8),
        _ => return fail(input),
    };
    found(input, rest, part(above, below, Form::Digits, Shape::Fraction(below)))
}
