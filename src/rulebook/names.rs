//! Names that a writer may misspell, and what was probably meant.

use strsim::damerau_levenshtein;

/// The known name that is nearest to a misspelt one, as a question; nothing if none is near.
pub fn did_you_mean<'n>(misspelt: &str, known: impl IntoIterator<Item = &'n str>) -> Option<String> {
    // A third of the letters may be wrong: more, and the guess would puzzle rather than help.
    let limit = (misspelt.chars().count() / 3).max(1);
    let nearest = known.into_iter().map(|name| (damerau_levenshtein(misspelt, name), name)).min()?;
    (nearest.0 <= limit).then(|| format!("did you mean `{}`?", nearest.1))
}

/// "`a`, `b` or `c`", for a message that lists what could have been written.
pub fn one_of<'n>(known: impl IntoIterator<Item = &'n str>) -> String {
    let quoted: Vec<String> = known.into_iter().map(|name| format!("`{name}`")).collect();
    match quoted.split_last() {
        None => String::from("nothing"),
        Some((only, [])) => only.clone(),
        Some((last, before)) => format!("{} or {last}", before.join(", ")),
    }
}
