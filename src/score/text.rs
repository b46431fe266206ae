//! Scores as text.

use std::fmt::Write as _;

use crate::model::rulebook::Rulebook;

use super::tally::{Halves, Share, Slips, Tally};
use super::truth::Half;

/// The scores against marked truth, each half of the corpus by itself.
pub fn halves(halves: &Halves) -> String {
    let mut text = String::new();
    for (half, tally) in halves {
        let name = match half {
            Half::Before => "texts seen while the rules were made",
            Half::After => "texts not seen by the rules",
        };
        // Writing to a string can't fail.
        let _ = writeln!(text, "{name}: {} with {} numbers", tally.texts, tally.numbers);
        write_tally(&mut text, tally);
    }
    text
}

fn write_tally(text: &mut String, tally: &Tally) {
    let _ = writeln!(text, "  relations that hold, tied together and checked   {}", shown(tally.relations));
    for (rule, share) in &tally.by_rule {
        let _ = writeln!(text, "    {rule:<45}  {}", shown(*share));
    }
    let _ = writeln!(text, "  errors planted, found                            {}", shown(tally.errors));
    for (slip, share) in &tally.by_slip {
        let _ = writeln!(text, "    {slip:<45}  {}", shown(*share));
    }
    let per_thousand = if tally.numbers == 0 { 0.0 } else { 1_000.0 * tally.false_alarms as f64 / tally.numbers as f64 };
    let _ =
        writeln!(text, "  false alarms                                     {} ({per_thousand:.2} in 1,000 numbers)", tally.false_alarms);
    let _ = writeln!(text, "  by genre: errors planted, found; false alarms");
    for (genre, (share, alarms)) in &tally.by_genre {
        let _ = writeln!(text, "    {genre:<45}  {}; {alarms}", shown(*share));
    }
}

/// The score of slips made on purpose.
pub fn slips(slips: &Slips, rulebook: &Rulebook) -> String {
    let mut text = String::new();
    let _ = writeln!(text, "slips made in {} relations that hold: {}", slips.relations, slips.made);
    let _ = writeln!(text, "  slips that can be caught, caught                 {}", shown(slips.catchable));
    for (slip, share) in &slips.by_slip {
        let _ = writeln!(text, "    {slip:<45}  {}", shown(*share));
    }
    let _ = writeln!(text, "  by rule");
    for (rule, share) in &slips.by_rule {
        let id = rulebook.rules.get(*rule).map_or("", |rule| rule.id.as_str());
        let _ = writeln!(text, "    {id:<45}  {}", shown(*share));
    }
    text
}

fn shown(share: Share) -> String {
    match share.there {
        0 => "none there".to_owned(),
        there => format!("{:>5} of {there:>5}  {:5.1}%", share.seen, 100.0 * share.seen as f64 / there as f64),
    }
}
