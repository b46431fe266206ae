//! Ordinals ("35th", "twenty-first") and multiples in one word ("doubled").

use nom::combinator::verify;
use nom::error::Error;
use nom::sequence::pair;
use nom::{IResult, Parser};

use super::phrase::{fail, gap, phrase};
use super::{Form, Numeral, Scale, Shape, compound, western};
use crate::model::number::{Hedge, Number, Precision};
use crate::model::numeral_words::NumeralWords;
use crate::model::rational::Rational;

/// "35th", "third", "twenty-first".
pub fn ordinal<'i>(words: &NumeralWords) -> impl Parser<&'i str, Output = Numeral, Error = Error<&'i str>> {
    move |input: &'i str| {
        let (rest, (value, form)) = digit_ordinal(input, words).or_else(|_| spelled_ordinal(input, words))?;
        Ok((rest, Numeral { number: Number::exact(value), form, shape: Shape::Ordinal, scale: Scale::Plain }))
    }
}

fn digit_ordinal<'i>(input: &'i str, words: &NumeralWords) -> IResult<&'i str, (Rational, Form)> {
    let whole = verify(western::digits, |digits| digits.decimals.is_empty() && digits.power == 0);
    let (rest, (digits, ())) = pair(whole, phrase(&words.ordinal_endings)).parse(input)?;
    match digits.number() {
        Some(number) => Ok((rest, (number.value, Form::Digits))),
        None => fail(input),
    }
}

fn spelled_ordinal<'i>(input: &'i str, words: &NumeralWords) -> IResult<&'i str, (Rational, Form)> {
    if let Ok((rest, value)) = phrase(&words.ordinals).parse(input) {
        return Ok((rest, (Rational::whole(i128::from(value)), Form::Words)));
    }
    let (rest, value) = compound::long_ordinal(words).parse(input)?;
    Ok((rest, (Rational::whole(value), Form::Words)))
}

/// "doubled", "halved". Its step says how far what is so called may be from it.
pub fn multiple<'i>(words: &NumeralWords) -> impl Parser<&'i str, Output = Numeral, Error = Error<&'i str>> {
    move |input: &'i str| {
        let (rest, value) = phrase(&words.multiples).parse(input).or_else(|_| multiple_of(input, words))?;
        Ok((rest, multiple_by(value)))
    }
}

/// A multiple in words.
pub fn multiple_by(value: Rational) -> Numeral {
    let number = Number { step: give(&value), round_step: give(&value), precision: Precision::Rounded, hedge: Hedge::Multiple, value };
    Numeral { number, form: Form::Words, shape: Shape::Multiple, scale: Scale::Plain }
}

/// "twice" before "the", "that", "as".
fn multiple_of<'i>(input: &'i str, words: &NumeralWords) -> IResult<&'i str, Rational> {
    let (rest, value) = phrase(&words.multiples_before).parse(input)?;
    let (_, _) = pair(gap, phrase(&words.multiples_of)).parse(rest)?;
    Ok((rest, value))
}

/// A multiple reaches half of one to both sides, a part 1/n up to 1/(n - ½).
fn give(value: &Rational) -> Rational {
    let one = Rational::one();
    let Some(inverse) = one.divide(value) else { return one };
    if inverse <= one {
        return one;
    }
    let reach = one.divide(&(&inverse - &Rational::half())).unwrap_or_else(Rational::one);
    &(&reach - value) * &Rational::whole(2)
}
