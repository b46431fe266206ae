//! Numbers in words, and in digits with scale words: terms that each end in a scale, the scales falling.

use nom::combinator::{not, opt, peek};
use nom::error::Error;
use nom::sequence::{pair, preceded};
use nom::{IResult, Parser};

use super::phrase::{fail, gap, phrase, spaces};
use super::{Form, Numeral, Scale, Shape, fraction, western};
use crate::model::number::{Number, Precision};
use crate::model::numeral_words::{NumberWord, NumeralWords};
use crate::model::rational::Rational;

/// `sixteen`, `one hundred and sixteen`, `five point two million`, `15.3 trillion`, `4 thousand 3 hundred and 21`.
pub fn cardinal<'i>(words: &NumeralWords) -> impl Parser<&'i str, Output = Numeral, Error = Error<&'i str>> {
    move |input: &'i str| {
        let (mut rest, first) = term(input, words)?;
        let form = first.form;
        let mut scale = first.scale;
        let mut number = first.number;
        let mut multiplier = first.multiplier;
        // A number with decimals says all it has to say: "1.62 million two years earlier".
        let open_ended = form == Form::Words || first.group.is_whole();
        while multiplier > Rational::one() && open_ended {
            if let Ok((after, part)) = fraction::joined_fraction(words, Some(&multiplier)).parse(rest)
                && phrase(&words.shares_after).parse(after.trim_start()).is_err()
            {
                let value = &number.value + &part.value;
                (number, rest) = (Number { value, ..part }, after);
                break;
            }
            let Ok((after, next)) = next_term(rest, form, words) else { break };
            if next.number.value < multiplier {
                let value = &number.value + &next.number.value;
                (number, multiplier) = (Number { value, ..next.number }, next.multiplier);
            } else if next.group < multiplier && next.factor > multiplier {
                // "two thousand eight hundred million": the last scale is that of all before it.
                let value = &next.number.value + &(&number.value * &next.factor);
                (number, multiplier) = (Number { value, ..next.number }, next.factor);
            } else {
                break;
            }
            if next.scale == Scale::Scaled {
                scale = Scale::Scaled;
            }
            rest = after;
        }
        Ok((rest, Numeral { number, form, shape: Shape::Cardinal, scale }))
    }
}

/// What ends in one scale: "three hundred and twelve thousand".
struct Term {
    number: Number,
    form: Form,
    /// The product of its scales with its hundred; what follows must be less.
    multiplier: Rational,
    /// What stands before its scales.
    group: Rational,
    /// The product of its scales.
    factor: Rational,
    scale: Scale,
}

fn next_term<'i>(input: &'i str, form: Form, words: &NumeralWords) -> IResult<&'i str, Term> {
    let (rest, joiner) = joiner(input, words)?;
    let (rest, next) = term(rest, words)?;
    let continues = next.form == form
        && match (form, joiner) {
            // "1.2 million two years earlier", "15.3 billion and three companies", "48 million, 12% more" are two numbers each.
            (Form::Digits, Joiner::Gap) => next.group.is_whole(),
            (Form::Digits, Joiner::Word | Joiner::Comma) => false,
            (Form::Words, Joiner::Gap | Joiner::Word) => true,
            // "two thousand, three hundred" is one number, "in one million, three of them" are two.
            (Form::Words, Joiner::Comma) => next.number.value >= Rational::whole(100),
        };
    if continues { Ok((rest, next)) } else { fail(input) }
}

/// What stands between two terms of a number.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joiner {
    Gap,
    Word,
    Comma,
}

fn joiner<'i>(input: &'i str, words: &NumeralWords) -> IResult<&'i str, Joiner> {
    let comma = opt(nom::character::complete::char(','));
    let (rest, (comma, _, word)) = (comma, gap, opt(pair(phrase(&words.joiners), gap))).parse(input)?;
    let joiner = match (comma, word) {
        (Some(_), _) => Joiner::Comma,
        (None, Some(_)) => Joiner::Word,
        (None, None) => Joiner::Gap,
    };
    Ok((rest, joiner))
}

fn term<'i>(input: &'i str, words: &NumeralWords) -> IResult<&'i str, Term> {
    let (mut rest, mut group) = group(input, words).or_else(|_| unsaid_one(input, words))?;
    if group.number.step == Rational::one()
        && group.number.value >= Rational::one()
        && group.multiplier < Rational::whole(100)
        && let Ok((after, part)) = fraction::joined_fraction(words, None).parse(rest)
    {
        let value = &group.number.value + &part.value;
        (group.number, rest) = (Number { value, ..part }, after);
    }
    let mut scale = Scale::Plain;
    let head = group.number.value.clone();
    let mut product = Rational::one();
    for _ in 0..MOST_SCALES {
        let next = if group.form == Form::Digits {
            attached_scale(rest, words).or_else(|_| spaced_scale(rest, words))
        } else {
            spaced_scale(rest, words)
        };
        let Ok((after, factor)) = next else { break };
        scale = Scale::Scaled;
        group.number = scaled(&group.number, &factor);
        group.multiplier = &group.multiplier * &factor;
        product = &product * &factor;
        rest = after;
    }
    Ok((rest, Term { number: group.number, form: group.form, multiplier: group.multiplier, group: head, factor: product, scale }))
}

/// "three hundred thousand million" has two scales behind each other; more than a few are no number.
const MOST_SCALES: usize = 4;

/// The number with all its places moved up by a scale.
pub fn scaled(number: &Number, factor: &Rational) -> Number {
    Number {
        value: &number.value * factor,
        step: &number.step * factor,
        round_step: &number.round_step * factor,
        precision: Precision::Rounded,
        hedge: number.hedge.clone(),
    }
}

/// "million" behind a gap, "dozen".
pub fn spaced_scale<'i>(input: &'i str, words: &NumeralWords) -> IResult<&'i str, Rational> {
    let (rest, word) = preceded(gap, phrase(&words.numbers)).parse(input)?;
    match factor(&word) {
        Some(factor) => Ok((rest, factor)),
        None => fail(input),
    }
}

fn factor(word: &NumberWord) -> Option<Rational> {
    match word {
        NumberWord::Scale(power) => Rational::power_of_ten(i32::from(*power)),
        NumberWord::Collective(size) => Some(Rational::whole(i128::from(*size))),
        NumberWord::One(_) | NumberWord::Ten(_) | NumberWord::Hundred(_) => None,
    }
}

/// "million" right behind the digits, as in "2million".
fn attached_scale<'i>(input: &'i str, words: &NumeralWords) -> IResult<&'i str, Rational> {
    let (rest, word) = phrase(&words.numbers).parse(input)?;
    match factor(&word) {
        Some(factor) => Ok((rest, factor)),
        None => fail(input),
    }
}

/// What stands before a scale.
struct Group {
    number: Number,
    form: Form,
    multiplier: Rational,
}

fn whole(value: u32, multiplier: Rational, form: Form, input: &str) -> IResult<&str, Group> {
    match Number::written(&value.to_string(), "", &Rational::one()) {
        Some(number) => Ok((input, Group { number, form, multiplier })),
        None => fail(input),
    }
}

fn group<'i>(input: &'i str, words: &NumeralWords) -> IResult<&'i str, Group> {
    if let Ok((rest, digits)) = western::digits(input) {
        return digit_group(input, rest, &digits, words);
    }
    if let Ok((rest, size)) = preceded(pair(phrase(&words.articles), gap), hundred(words)).parse(input) {
        return hundreds(rest, size, Form::Words, words);
    }
    if let Ok((rest, _)) = (phrase(&words.articles), peek(|input| spaced_scale(input, words))).parse(input) {
        return whole(1, Rational::one(), Form::Words, rest);
    }
    let (rest, head) = small(input, words)?;
    if let Ok((rest, size)) = preceded(gap, hundred(words)).parse(rest) {
        return hundreds(rest, head * size, Form::Words, words);
    }
    point(rest, head, words)
}

/// Digits, which may count hundreds: "3 hundred and 21".
fn digit_group<'i>(input: &'i str, rest: &'i str, digits: &western::Digits, words: &NumeralWords) -> IResult<&'i str, Group> {
    let Some(number) = digits.number() else { return fail(input) };
    if let Ok((after, exponent)) = western::exponent(rest)
        && let Some(value) = number.value.power(exponent)
    {
        return Ok((after, Group { number: Number::exact(value), form: Form::Digits, multiplier: Rational::one() }));
    }
    if let Ok((after, size)) = preceded(gap, hundred(words)).parse(rest) {
        return match number.value.to_whole().and_then(|value| u32::try_from(value).ok()) {
            Some(head) if head < 100 => hundreds(after, head * size, Form::Digits, words),
            Some(_) | None => {
                let size = Rational::whole(i128::from(size));
                Ok((after, Group { number: scaled(&number, &size), form: Form::Digits, multiplier: size }))
            }
        };
    }
    if let Ok((after, decimals)) = spoken_decimals(rest, words)
        && digits.decimals.is_empty()
        && let Some(number) = Number::written(&digits.whole, &decimals, &Rational::one())
    {
        return Ok((after, Group { number, form: Form::Digits, multiplier: Rational::one() }));
    }
    Ok((rest, Group { number, form: Form::Digits, multiplier: Rational::one() }))
}

/// What may follow hundreds: "and sixteen", "twelve", but not another hundred.
fn hundreds<'i>(input: &'i str, head: u32, form: Form, words: &NumeralWords) -> IResult<&'i str, Group> {
    let tail = preceded(pair(gap, opt(pair(phrase(&words.joiners), gap))), |input| small_or_digits(input, form, words));
    let no_hundred = not(peek(preceded(gap, hundred(words))));
    // "one hundred and three quarters", but "one hundred and thirty fifths".
    if form == Form::Words
        && let Ok((rest, part)) = fraction::joined_fraction(words, None).parse(input)
        && part.value < Rational::one()
        && phrase(&words.shares_after).parse(rest.trim_start()).is_err()
    {
        let value = &Rational::whole(i128::from(head)) + &part.value;
        return Ok((rest, Group { number: Number { value, ..part }, form, multiplier: Rational::one() }));
    }
    match (tail, no_hundred).parse(input) {
        Ok((rest, (tail, ()))) if tail < 100 => {
            let (rest, group) = point(rest, head + tail, words)?;
            Ok((rest, Group { form, multiplier: Rational::one(), ..group }))
        }
        Ok(_) | Err(_) => {
            let (rest, group) = point(input, head, words)?;
            Ok((rest, Group { form, multiplier: Rational::whole(100), ..group }))
        }
    }
}

fn small_or_digits<'i>(input: &'i str, form: Form, words: &NumeralWords) -> IResult<&'i str, u32> {
    let Ok((rest, digits)) = western::digits(input) else { return small(input, words) };
    if form == Form::Words {
        return fail(input);
    }
    match digits.whole.parse::<u32>() {
        Ok(value) if digits.decimals.is_empty() && digits.whole.len() <= 2 => Ok((rest, value)),
        Ok(_) | Err(_) => fail(input),
    }
}

/// "thousand nine hundred" leaves its one unsaid; a scale word alone is no number.
fn unsaid_one<'i>(input: &'i str, words: &NumeralWords) -> IResult<&'i str, Group> {
    let (rest, word) = phrase(&words.numbers).parse(input)?;
    let continued = (gap, opt(pair(phrase(&words.joiners), gap)), |input| small(input, words)).parse(rest).is_ok();
    match word {
        NumberWord::Scale(power) if continued => match Rational::power_of_ten(i32::from(power)) {
            Some(factor) => {
                let (_, one) = whole(1, factor.clone(), Form::Words, input)?;
                Ok((rest, Group { number: scaled(&one.number, &factor), ..one }))
            }
            None => fail(input),
        },
        NumberWord::Scale(_) | NumberWord::One(_) | NumberWord::Ten(_) | NumberWord::Hundred(_) | NumberWord::Collective(_) => fail(input),
    }
}

/// "hundred", as so many.
pub fn hundred<'i>(words: &NumeralWords) -> impl Parser<&'i str, Output = u32, Error = Error<&'i str>> {
    move |input: &'i str| match phrase(&words.numbers).parse(input)? {
        (rest, NumberWord::Hundred(size)) => Ok((rest, size)),
        (_, NumberWord::One(_) | NumberWord::Ten(_) | NumberWord::Scale(_) | NumberWord::Collective(_)) => fail(input),
    }
}

/// Below a hundred: "sixteen", "twenty-one", "fifty".
pub fn small<'i>(input: &'i str, words: &NumeralWords) -> IResult<&'i str, u32> {
    let (rest, word) = phrase(&words.numbers).parse(input)?;
    match word {
        NumberWord::One(value) => Ok((rest, value)),
        NumberWord::Ten(tens) => match preceded(gap, phrase(&words.numbers)).parse(rest) {
            Ok((after, NumberWord::One(value))) if (1..10).contains(&value) => Ok((after, tens + value)),
            Ok(_) | Err(_) => Ok((rest, tens)),
        },
        NumberWord::Hundred(_) | NumberWord::Scale(_) | NumberWord::Collective(_) => fail(input),
    }
}

/// A group with the decimals that may follow it: "five point two".
fn point<'i>(input: &'i str, head: u32, words: &NumeralWords) -> IResult<&'i str, Group> {
    match spoken_decimals(input, words) {
        Ok((rest, decimals)) => match Number::written(&head.to_string(), &decimals, &Rational::one()) {
            Some(number) => Ok((rest, Group { number, form: Form::Words, multiplier: Rational::one() })),
            None => whole(head, Rational::one(), Form::Words, input),
        },
        Err(_) => whole(head, Rational::one(), Form::Words, input),
    }
}

/// The digits of " point two five", " point seventy-one".
fn spoken_decimals<'i>(input: &'i str, words: &NumeralWords) -> IResult<&'i str, String> {
    preceded(gap, |input| point_and_decimals(input, words)).parse(input)
}

/// The digits of "point two five".
pub fn point_and_decimals<'i>(input: &'i str, words: &NumeralWords) -> IResult<&'i str, String> {
    let (mut rest, _) = (phrase(&words.points), spaces).parse(input)?;
    let mut decimals = String::new();
    if let Ok((after, digits)) = western::digits(rest)
        && digits.decimals.is_empty()
    {
        return Ok((after, digits.whole));
    }
    let place = |input: &'i str| small(input, words).or_else(|_| phrase(&words.spoken_noughts).parse(input).map(|(rest, ())| (rest, 0)));
    while let Ok((after, value)) = place(rest) {
        decimals.push_str(&value.to_string());
        rest = after;
        match gap(rest) {
            Ok((after, _)) if place(after).is_ok() => rest = after,
            Ok(_) | Err(_) => break,
        }
    }
    if decimals.is_empty() { fail(input) } else { Ok((rest, decimals)) }
}

/// A scale word without a number before it: "thousand" in "per thousand".
pub fn lone_scale<'i>(input: &'i str, words: &NumeralWords) -> IResult<&'i str, Rational> {
    let (rest, word) = phrase(&words.numbers).parse(input)?;
    match word {
        NumberWord::Scale(power) => match Rational::power_of_ten(i32::from(power)) {
            Some(factor) => Ok((rest, factor)),
            None => fail(input),
        },
        NumberWord::Hundred(size) => Ok((rest, Rational::whole(i128::from(size)))),
        NumberWord::One(_) | NumberWord::Ten(_) | NumberWord::Collective(_) => fail(input),
    }
}
