//! The sum behind a verdict: "367,000 ÷ 106,000 − 1 = 246.2% (244.1% to 248.3%)".

use super::Run;
use super::symbols::{comparison, negated, render, signed, solved_for};
use super::table::one_line;
use crate::model::claim::Kind;
use crate::model::rational::Rational;
use crate::model::relation::{Checked, Verdict};
use crate::model::rule::{Check, Equation, Expression, RoleKind, Sign};

/// The role of one time with two ends whose length is asked for; the time itself says it better than its two ends.
fn stretch(expression: &Expression) -> Option<usize> {
    match expression {
        Expression::Subtract(left, right) => match (&**left, &**right) {
            (Expression::Maximum(last), Expression::Minimum(first)) if last == first => Some(*last),
            (_, _) => None,
        },
        Expression::Add(left, right) if matches!(**right, Expression::Constant(_)) => stretch(left),
        Expression::Add(..) | Expression::Constant(_) | Expression::Role(_) | Expression::Sum(_) | Expression::Count(_) => None,
        Expression::Minimum(_) | Expression::Maximum(_) | Expression::Multiply(..) | Expression::Divide(..) | Expression::Negate(_) => None,
    }
}

impl Run<'_> {
    /// The equation of a relation with the printed numbers in it, solved for the stated one where that can be.
    pub(super) fn arithmetic(&self, checked: &Checked) -> String {
        let Some(rule) = self.rule(checked) else { return String::new() };
        if let Check::Restatement(_) = rule.check {
            let broken = matches!(checked.verdict, Verdict::Broken(_));
            let mut claims: Vec<usize> = checked.binding.roles.iter().flatten().copied().collect();
            claims.sort_unstable();
            let mut printed: Vec<String> =
                claims.iter().filter_map(|claim| self.claims.get(*claim)).map(|claim| self.printed(claim)).collect();
            printed.dedup();
            return printed.join(if broken { " ≠ " } else { " = " });
        }
        let Some(equation) = rule.check.equations().any.get(checked.equation) else { return self.answer(checked) };
        let words = |role: usize| self.players(checked, role).map(|claim| one_line(self.words(claim, claim.span))).collect::<Vec<_>>();
        let turned = |role: usize| checked.binding.direction < 0 && rule.roles.get(role).is_some_and(|role| role.sign == Sign::Direction);
        let direction = |role: usize| {
            let is_direction = rule.roles.get(role).is_some_and(|role| role.is == RoleKind::Direction);
            is_direction.then(|| Rational::whole(checked.binding.direction.into()))
        };
        let stated = rule.stated_role();
        let computed = self.computed(checked, stated);
        if let (Some(solved), Some(computed)) = (solved_for(equation, stated), computed) {
            let solved = signed(&solved, &turned, &direction);
            // A number that goes against its direction word is told with the sign it has, which is that of the equation.
            let solved = if turned(stated) && !self.goes_against(checked, stated) { negated(solved) } else { solved };
            let sum = stretch(&solved).map_or_else(|| render(&solved, &words), |role| words(role).join(" "));
            let implied = self.implied(checked, stated).filter(|implied| *implied != computed);
            return match implied {
                // A number that stands for itself needs no arithmetic.
                _ if sum == computed => computed,
                Some(implied) => format!("{sum} = {computed} ({implied})"),
                None => format!("{sum} = {computed}"),
            };
        }
        let broken = matches!(checked.verdict, Verdict::Broken(_));
        let Equation { left, right, .. } = equation;
        let side = |side: &Expression| render(&signed(side, &turned, &direction), &words);
        // Parts that don't go with their whole are added up: a comparison would not show by how much they miss it.
        if let (true, Expression::Sum(role)) = (broken, left)
            && let Some(sum) = self.sum(checked, *role)
        {
            return format!("{} = {sum}", side(left));
        }
        let side_beside = |side_of: &Expression, other: &Expression| match side_of {
            // Percentages are compared with a percentage: "147% > 100%", not "> 1".
            Expression::Constant(value) if self.is_percentage(checked, other) => format!("{}%", value * &Rational::whole(100)),
            other => side(other),
        };
        format!("{} {} {}", side_beside(left, right), comparison(equation, broken), side_beside(right, left))
    }

    /// What the calendar answers, beside what is printed.
    fn answer(&self, checked: &Checked) -> String {
        let Some(role) = self.rule(checked).map(|rule| rule.stated_role()) else { return String::new() };
        let date = self.misnamed(checked, role).map(|misnamed| misnamed.date);
        let printed =
            || checked.binding.roles.iter().flatten().filter_map(|claim| self.claims.get(*claim)).map(|claim| self.printed(claim));
        match (self.by_calendar(checked, role), checked.verdict == Verdict::Holds) {
            (Some(answer), false) => format!("{} = {answer}", date.unwrap_or_else(|| printed().next().unwrap_or_default())),
            (Some(_) | None, _) => printed().collect::<Vec<_>>().join(" = "),
        }
    }

    /// Whether an expression is a percentage or a sum of them.
    fn is_percentage(&self, checked: &Checked, expression: &Expression) -> bool {
        match expression {
            Expression::Role(role) | Expression::Sum(role) | Expression::Minimum(role) | Expression::Maximum(role) => {
                self.players(checked, *role).all(|claim| claim.kind == Kind::Percent)
            }
            Expression::Add(left, right) | Expression::Subtract(left, right) => {
                self.is_percentage(checked, left) && self.is_percentage(checked, right)
            }
            Expression::Negate(inner) => self.is_percentage(checked, inner),
            Expression::Constant(_) | Expression::Count(_) | Expression::Multiply(..) | Expression::Divide(..) => false,
        }
    }
}
