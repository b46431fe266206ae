//! What several files of tests read texts with.

use crossfoot::extract::extract;
use crossfoot::model::interval::{Bound, End};
use crossfoot::model::number::Reading;
use crossfoot::read::{Format, read};
use crossfoot::rulebook::built_in;

/// The claims of a text with numbers, one a line: the words, the kind, what they stand for and what they are counted in.
pub fn claims(text: &str) -> String {
    let rulebook = built_in().unwrap_or_else(|report| panic!("{report:?}"));
    let document = read("text.txt", text.as_bytes(), Format::Plain);
    let mut lines = Vec::new();
    for claim in &extract(&document, 0, &rulebook).claims {
        let Some(interval) = claim.number.as_ref().map(|number| number.interval(Reading::Hard, None)) else { continue };
        let end = |end: &Option<End>| {
            let open = |end: &End| if end.bound == Bound::Open { "!" } else { "" };
            end.as_ref().map_or("..".to_string(), |end| format!("{}{}", end.value.to_decimal(4), open(end)))
        };
        let range = format!("[{} {}]", end(&interval.low), end(&interval.high));
        lines.push([document.words(claim.hedged), "|", claim.kind.name(), &range, &claim.unit.normal()].join(" ").trim_end().to_string());
    }
    lines.join("\n")
}
