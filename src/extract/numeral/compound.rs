//! Parts with a denominator of several words: "three twenty-firsts", "one two hundred and fifth".

use nom::combinator::opt;
use nom::error::Error;
use nom::sequence::{pair, preceded};
use nom::{IResult, Parser};

use super::phrase::{fail, gap, phrase};
use super::{Form, Numeral, spelled};
use crate::model::numeral_words::{NumberWord, NumeralWords};

/// What stands above and below in such a part. The numerator is the shortest one that leaves a denominator behind it.
pub fn compound_fraction<'i>(words: &NumeralWords) -> impl Parser<&'i str, Output = (i128, i128), Error = Error<&'i str>> {
    move |input: &'i str| {
        let (mut rest, mut word) = number_word(input, words)?;
        for _ in 0..LONGEST_NUMERATOR {
            let (after, next) =
                preceded(gap, number_word_ahead(words)).parse(rest).map_or((rest, None), |(after, next)| (after, Some(next)));
            let begins = match (&word, &next) {
                // "twenty-five" isn't torn apart.
                (NumberWord::Ten(_), Some(NumberWord::One(ones))) => *ones >= 10,
                (_, Some(NumberWord::One(_) | NumberWord::Ten(_))) => true,
                (_, Some(NumberWord::Hundred(_) | NumberWord::Scale(_) | NumberWord::Collective(_)) | None) => false,
            };
            let numerator = input.get(..input.len() - rest.len()).unwrap_or("");
            if begins
                && let Ok((end, (below, grammar))) = denominator(after, words)
                && let Ok(("", above)) = spelled::cardinal(words).parse(numerator)
                && let Some(above) = counted(&above)
                && is_part(above, grammar, end, words)
            {
                return Ok((end, (above, below)));
            }
            (rest, word) = preceded(pair(gap, opt(pair(phrase(&words.joiners), gap))), |input| number_word(input, words)).parse(rest)?;
        }
        fail(input)
    }
}

/// In words; longer numerators are not looked for.
const LONGEST_NUMERATOR: usize = 10;

/// Whether a denominator is written for one part or for several.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Grammar {
    Singular,
    Plural,
}

/// "one twenty-fifth" is a part only where nothing follows that it could be the how-manieth of.
fn is_part(above: i128, grammar: Grammar, end: &str, words: &NumeralWords) -> bool {
    match grammar {
        Grammar::Plural => above > 0,
        Grammar::Singular => {
            let next = end.trim_start_matches(|letter: char| letter.is_whitespace() || letter == '-');
            above == 1 && (!next.starts_with(char::is_alphanumeric) || phrase(&words.shares_after).parse(next).is_ok())
        }
    }
}

fn number_word<'i>(input: &'i str, words: &NumeralWords) -> IResult<&'i str, NumberWord> {
    phrase(&words.numbers).parse(input)
}

/// The number word that comes, left where it is.
fn number_word_ahead<'i>(words: &NumeralWords) -> impl Parser<&'i str, Output = NumberWord, Error = Error<&'i str>> {
    move |input: &'i str| number_word(input, words).map(|(_, word)| (input, word))
}

/// A whole number in words, as far as it counts parts.
fn counted(numeral: &Numeral) -> Option<i128> {
    numeral.number.value.to_whole().filter(|_| numeral.form == Form::Words)
}

/// "twenty-first", "one hundred and twenty-fifth", "three thousandth": ordinals of several words.
pub fn long_ordinal<'i>(words: &NumeralWords) -> impl Parser<&'i str, Output = i128, Error = Error<&'i str>> {
    move |input: &'i str| {
        if let Ok((rest, (value, Grammar::Singular))) = denominator(input, words) {
            return Ok((rest, value));
        }
        let (rest, head) = spelled::small(input, words)?;
        let (rest, scale) = preceded(gap, phrase(&words.ordinals)).parse(rest)?;
        if scale >= 100 { Ok((rest, i128::from(head) * i128::from(scale))) } else { fail(input) }
    }
}

/// "twenty firsts", "one hundred and fifth": a round number, and an ordinal in the places that it leaves free.
fn denominator<'i>(input: &'i str, words: &NumeralWords) -> IResult<&'i str, (i128, Grammar)> {
    if let Ok(found) = one_round(input, words) {
        return Ok(found);
    }
    let (rest, head) = spelled::cardinal(words).parse(input)?;
    let Some(head) = counted(&head).filter(|head| *head >= 20) else { return fail(input) };
    let (rest, joiner) = preceded(gap, opt(pair(phrase(&words.joiners), gap))).parse(rest)?;
    let (rest, (last, grammar)) = ordinal(rest, words)?;
    let fits = if head % 100 == 0 { last < 100 } else { head % 10 == 0 && last < 10 && joiner.is_none() };
    // "one ten fifths" has no free place, for its ten is a word of its own.
    if fits && head % 100 != 10 { Ok((rest, (head + last, grammar))) } else { fail(input) }
}

/// "one thousandths", of which there are several: a round denominator with its one.
fn one_round<'i>(input: &'i str, words: &NumeralWords) -> IResult<&'i str, (i128, Grammar)> {
    let (rest, one) = spelled::small(input, words)?;
    let (rest, below) = preceded(gap, phrase(&words.fractions)).parse(rest)?;
    let word = input.get(..input.len() - rest.len()).unwrap_or("");
    let several = words.ordinals.longest_before(word).is_none();
    if one == 1 && below >= 100 && several { Ok((rest, (i128::from(below), Grammar::Plural))) } else { fail(input) }
}

/// "a twenty-first": one part with such a denominator.
pub fn single_part<'i>(words: &NumeralWords) -> impl Parser<&'i str, Output = i128, Error = Error<&'i str>> {
    move |input: &'i str| match denominator(input, words)? {
        (rest, (below, Grammar::Singular)) => Ok((rest, below)),
        (_, (_, Grammar::Plural)) => fail(input),
    }
}

/// The last word of a denominator.
fn ordinal<'i>(input: &'i str, words: &NumeralWords) -> IResult<&'i str, (i128, Grammar)> {
    if let Ok((rest, value)) = phrase(&words.ordinal_plurals).parse(input) {
        return Ok((rest, (i128::from(value), Grammar::Plural)));
    }
    let (rest, value) = phrase(&words.ordinals).parse(input)?;
    Ok((rest, (i128::from(value), Grammar::Singular)))
}

#[cfg(test)]
mod tests {
    use nom::Parser as _;

    use super::compound_fraction;
    use crate::model::numeral_words::{NumeralFile, NumeralWords};

    #[test]
    fn the_numerator_leaves_as_much_as_a_denominator_takes() {
        let pairs = |pairs: &[(&str, u32)]| pairs.iter().map(|(word, value)| (word.to_string(), *value)).collect();
        let words = NumeralWords::new(&NumeralFile {
            ones: pairs(&[("one", 1), ("four", 4)]),
            tens: pairs(&[("forty", 40)]),
            hundreds: pairs(&[("hundred", 100)]),
            scales: [("thousand".to_string(), 3)].into(),
            ordinals: pairs(&[("fourth", 4)]),
            ordinal_plurals: pairs(&[("fourths", 4)]),
            joiners: vec!["and".to_string()],
            shares_after: vec!["of".to_string()],
            ..NumeralFile::default()
        });
        let read = |text: &str| compound_fraction(&words).parse(text).ok().map(|(_, parts)| parts);
        assert_eq!(read("four forty-fourths"), Some((4, 44)));
        assert_eq!(read("four hundred forty fourths"), Some((400, 44)));
        assert_eq!(read("one hundred one thousand and fourths"), Some((100, 1004)));
        assert_eq!(read("one four hundred fourth of it"), Some((1, 404)));
        // The denominator is one word, or it is an ordinal.
        for other in
            ["four hundred and forty fourths", "forty four fourths", "one hundred fourths", "one forty-fourth day", "four forty-fourth"]
        {
            assert_eq!(read(other), None, "{other}");
        }
    }
}
