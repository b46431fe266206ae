//! What a finding says: the messages of its rules, filled in.

use super::Run;
use super::figure::{Figure, Signs};
use super::table::one_line;
use super::texts::{Texts, fill, fill_in};
use crate::model::claim::Claim;
use crate::model::finding::{Finding, Voice};
use crate::model::interval::{End, Interval};
use crate::model::rational::Rational;
use crate::model::relation::{Checked, Implied, Wording};
use crate::model::rule::{Message, Question, Rule, Sign};

/// What a finding says to a reader.
#[derive(Clone, Debug, Default)]
pub struct Told {
    /// What is wrong, in one sentence without a full stop.
    pub message: String,
    /// The sum that shows it.
    pub arithmetic: String,
    /// What each number would have to be.
    pub implied: Option<String>,
    /// What to do, and what else the same numbers break.
    pub hints: Vec<String>,
}

impl Told {
    /// Everything that helps, in one text.
    pub fn help(&self) -> Option<String> {
        let all: Vec<&str> = self.implied.iter().chain(&self.hints).map(String::as_str).collect();
        if all.is_empty() { None } else { Some(all.join(" ")) }
    }
}

impl Run<'_> {
    /// What a finding says.
    pub(super) fn told(&self, finding: &Finding) -> Told {
        let texts = self.texts(&finding.main);
        let mut hints: Vec<String> = self.template(&finding.main).and_then(|message| message.hint.clone()).into_iter().collect();
        if finding.voice == Voice::Quoted {
            hints.push(texts.quoted.to_owned());
        }
        let message = self.message(&finding.main);
        for other in &finding.others {
            let also = self.message(other);
            let also = fill_in(texts.also, &[("message", also.trim_end_matches(['.', '。']).to_owned())]);
            if !also.contains(&message) && !hints.contains(&also) {
                hints.push(also);
            }
        }
        Told { message, arithmetic: self.arithmetic(&finding.main), implied: self.right_if(&finding.main), hints }
    }

    /// The rule of a relation.
    pub(super) fn rule(&self, checked: &Checked) -> Option<&Rule> {
        self.rulebook.rules.get(checked.rule)
    }

    /// The claims that play a role.
    pub(super) fn players<'s>(&'s self, checked: &'s Checked, role: usize) -> impl Iterator<Item = &'s Claim> + 's {
        checked.binding.roles.get(role).into_iter().flatten().filter_map(|claim| self.claims.get(*claim))
    }

    /// The only claim that plays a role.
    pub(super) fn player<'s>(&'s self, checked: &'s Checked, role: usize) -> Option<&'s Claim> {
        let mut players = self.players(checked, role);
        players.next().filter(|_| players.next().is_none())
    }

    /// The words that go with a relation's message: those of the language that its rule has one in.
    pub(super) fn texts(&self, checked: &Checked) -> &'static Texts {
        Texts::of(self.template(checked).map_or("", |message| &message.language))
    }

    fn language(&self, checked: &Checked) -> &str {
        if let Some(language) = &self.messages {
            return language;
        }
        let claim = checked.binding.roles.iter().flatten().find_map(|claim| self.claims.get(*claim));
        claim.and_then(|claim| self.rulebook.languages.get(claim.language)).map_or("", |language| &language.code)
    }

    fn template(&self, checked: &Checked) -> Option<&Message> {
        let messages = &self.rule(checked)?.messages;
        let language = self.language(checked);
        let fitting = |language: &str| messages.iter().find(|message| message.language == language);
        fitting(language).or_else(|| fitting("en")).or(messages.first())
    }

    fn message(&self, checked: &Checked) -> String {
        let Some(rule) = self.rule(checked) else { return String::new() };
        let texts = self.texts(checked);
        let template = match (self.template(checked), checked.wording) {
            (Some(message), Wording::Loose) => message.tolerated.as_ref().unwrap_or(&message.broken),
            (Some(message), Wording::Plain) => &message.broken,
            (None, _) => &rule.what,
        };
        let place = |name: &str| rule.roles.iter().position(|role| role.name == name);
        fill(template, |name| match (name, name.strip_prefix("implied.")) {
            (name, None) if name.starts_with("sum.") => self.sum(checked, place(name.strip_prefix("sum.")?)?),
            ("date" | "weekday", _) => {
                let misnamed = self.misnamed(checked, rule.stated_role())?;
                Some(if name == "date" { misnamed.date } else { misnamed.weekday })
            }
            (name, None) if name.starts_with("line.") => self.line(checked, place(name.strip_prefix("line.")?)?),
            ("computed", _) => Some(self.computed(checked, rule.stated_role()).unwrap_or_else(|| texts.another.to_owned())),
            (_, Some(role)) => self.implied(checked, place(role)?).or_else(|| Some(texts.another.to_owned())),
            (role, None) => {
                let role = place(role)?;
                let printed: Vec<String> = self.players(checked, role).map(|claim| self.printed(claim)).collect();
                Some(texts.list(&printed))
            }
        })
    }

    /// The line that the first number in a role stands in.
    fn line(&self, checked: &Checked, role: usize) -> Option<String> {
        self.players(checked, role).next().map(|claim| self.location(claim).line.to_string())
    }

    /// What the numbers in a role add up to as printed, written as the first of them is.
    pub(super) fn sum(&self, checked: &Checked, role: usize) -> Option<String> {
        let first = self.players(checked, role).next()?;
        let sum = self.players(checked, role).try_fold(Rational::zero(), |sum, claim| Some(&sum + &claim.number.as_ref()?.value))?;
        Some(Figure::of(first, self.words(first, first.span)).render(&sum, Signs::Minus))
    }

    /// A claim's number with its hedge, on one line.
    pub(super) fn printed(&self, claim: &Claim) -> String {
        one_line(self.words(claim, claim.hedged))
    }

    /// What the others, exactly as printed, make of the number in a role.
    pub(super) fn computed(&self, checked: &Checked, role: usize) -> Option<String> {
        if let Some(answer) = self.by_calendar(checked, role) {
            return Some(answer);
        }
        match checked.implied.get(role)?.as_ref()? {
            Implied { nominal: Some(nominal), .. } => {
                let claim = self.player(checked, role)?;
                if let Some(time) = self.implied_time(checked, claim, nominal) {
                    return Some(time);
                }
                let figure = Figure::of(claim, self.words(claim, claim.span));
                match self.against(checked, role, nominal.is_negative()) {
                    Some(turn) => Some(figure.render(&(nominal * &turn), Signs::Both)),
                    None => Some(figure.render(nominal, Signs::Minus)),
                }
            }
            Implied { nominal: None, .. } => self.implied(checked, role),
        }
    }

    /// What the others, as they may have been before rounding, make of the number in a role.
    pub(super) fn implied(&self, checked: &Checked, role: usize) -> Option<String> {
        if let Some(misnamed) = self.rule(checked)?.check.question().and_then(|_| self.misnamed(checked, role)) {
            return Some(misnamed.nearest);
        }
        let interval = &checked.implied.get(role)?.as_ref()?.interval;
        let claim = self.player(checked, role)?;
        let texts = self.texts(checked);
        let time = |end: &Option<End>| end.as_ref().and_then(|end| self.implied_time(checked, claim, &end.value));
        match (time(&interval.low), time(&interval.high)) {
            (Some(low), Some(high)) if low == high => return Some(low),
            (Some(low), Some(high)) => return Some(fill_in(texts.range, &[("low", low), ("high", high)])),
            (Some(low), None) => return Some(fill_in(texts.not_before, &[("low", low)])),
            (None, Some(high)) => return Some(fill_in(texts.not_after, &[("high", high)])),
            (None, None) => {}
        }
        let figure = Figure::of(claim, self.words(claim, claim.span));
        let below_nought = interval.high.as_ref().is_some_and(|high| high.value.is_negative());
        match self.against(checked, role, below_nought) {
            Some(turn) => figure.render_interval(&interval.multiply(&Interval::point(turn)), Signs::Both, texts),
            None => figure.render_interval(interval, Signs::Minus, texts),
        }
    }

    /// Whether the others make of the number in a role one that goes against its direction word.
    pub(super) fn goes_against(&self, checked: &Checked, role: usize) -> bool {
        let nominal = checked.implied.get(role).and_then(|implied| implied.as_ref()?.nominal.as_ref());
        self.against(checked, role, nominal.is_some_and(Rational::is_negative)).is_some()
    }

    /// A number that goes against the direction word which gives its role a sign is told with the sign that it really has:
    /// what to multiply it with for that.
    fn against(&self, checked: &Checked, role: usize, negative: bool) -> Option<Rational> {
        let role = self.rule(checked)?.roles.get(role)?;
        (negative && role.sign == Sign::Direction).then(|| Rational::whole(if checked.binding.direction < 0 { -1 } else { 1 }))
    }

    /// "For 264.2% to be right, 106,000 would have to be 100,769 to 100,797, or 367,000 …".
    fn right_if(&self, checked: &Checked) -> Option<String> {
        let rule = self.rule(checked)?;
        let texts = self.texts(checked);
        let stated = rule.stated_role();
        if rule.check.question() == Some(Question::Weekday) {
            let misnamed = self.misnamed(checked, stated)?;
            let other = fill_in(texts.would_be, &[("number", misnamed.date), ("implied", misnamed.nearest)]);
            return Some(fill_in(texts.right_if, &[("stated", misnamed.weekday), ("others", other)]));
        }
        let others = (0..rule.roles.len()).filter(|role| *role != stated).filter_map(|role| {
            let claim = self.player(checked, role)?;
            let interval = &checked.implied.get(role)?.as_ref()?.interval;
            // A number of the wrong sign is no way to put the text right.
            let impossible = interval.high.as_ref().is_some_and(|high| high.value.is_negative());
            let impossible = impossible && claim.number.as_ref().is_some_and(|own| !own.value.is_negative());
            let implied = self.implied(checked, role).filter(|_| !impossible)?;
            Some(fill_in(texts.would_be, &[("number", self.printed(claim)), ("implied", implied)]))
        });
        let others: Vec<String> = others.collect();
        let stated: Vec<String> = self.players(checked, stated).map(|claim| self.printed(claim)).collect();
        if others.is_empty() || stated.is_empty() {
            return None;
        }
        Some(fill_in(texts.right_if, &[("stated", texts.list(&stated)), ("others", others.join(texts.or))]))
    }
}
