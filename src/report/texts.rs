//! What the program itself says (rules bring their own messages), together for each language.

/// Words for one and for several.
pub type Counted = (&'static str, &'static str);

/// The words of one language. In templates a name in braces is filled in.
pub struct Texts {
    /// The language code.
    pub language: &'static str,
    /// "error", "warning", "note", in this order.
    pub severities: [Counted; 3],
    /// What was read.
    pub documents: Counted,
    /// Numbers and times.
    pub claims: Counted,
    /// Checks.
    pub checks: Counted,
    /// The line with {documents}, {claims}, {checked} and {alone}.
    pub coverage: &'static str,
    /// The same where nothing was found to check: {documents}, {claims}.
    pub uncovered: &'static str,
    /// Added where some {checks} were too coarse.
    pub coarse: &'static str,
    /// The last line: {errors}, {warnings}, {notes}.
    pub verdict: &'static str,
    /// From {low} to {high}.
    pub range: &'static str,
    /// Above {low}, and at least {low}.
    pub above: [&'static str; 2],
    /// Below {high}, and at most {high}.
    pub below: [&'static str; 2],
    /// A time, {low} or later.
    pub not_before: &'static str,
    /// A time, {high} or earlier.
    pub not_after: &'static str,
    /// Between the members of a list, and before the last.
    pub list: [&'static str; 2],
    /// For {stated} to be right, {others}.
    pub right_if: &'static str,
    /// {number} would have to be {implied}.
    pub would_be: &'static str,
    /// Between alternatives.
    pub or: &'static str,
    /// A finding inside a quotation.
    pub quoted: &'static str,
    /// Another relation that the same numbers break: {message}.
    pub also: &'static str,
    /// Nothing can be said in numbers.
    pub another: &'static str,
    /// A line of the plain report: the {text} at {place} is the {role}.
    pub label: &'static str,
}

const ENGLISH: Texts = Texts {
    language: "en",
    severities: [("error", "errors"), ("warning", "warnings"), ("note", "notes")],
    documents: ("document", "documents"),
    claims: ("number or time", "numbers and times"),
    checks: ("check was", "checks were"),
    coverage: "{documents} with {claims}: {checked} took part in a check, {alone} stand alone",
    uncovered: "{documents} with {claims}: none is tied to another in a way that can be checked",
    coarse: "; {checks} too coarse to tell",
    verdict: "{errors}, {warnings}, {notes}",
    range: "{low} to {high}",
    above: ["more than {low}", "at least {low}"],
    below: ["less than {high}", "at most {high}"],
    not_before: "{low} or later",
    not_after: "{high} or earlier",
    list: [", ", " and "],
    right_if: "For {stated} to be right, {others}.",
    would_be: "{number} would have to be {implied}",
    or: ", or ",
    quoted: "It stands in a quotation, so the words are the speaker's: confirm them, don't correct them.",
    also: "Also: {message}.",
    another: "another number",
    label: "{role}: {text}, at {place}",
};

const CHINESE: Texts = Texts {
    language: "zh",
    severities: [("个错误", "个错误"), ("个警告", "个警告"), ("个提示", "个提示")],
    documents: ("个文件", "个文件"),
    claims: ("个数字和时间", "个数字和时间"),
    checks: ("项核对", "项核对"),
    coverage: "{documents}，{claims}：{checked}个参与核对，{alone}个没有可核对的关系",
    uncovered: "{documents}，{claims}：没有可核对的关系",
    coarse: "；{checks}精度不足，无法判断",
    verdict: "{errors}，{warnings}，{notes}",
    range: "{low}至{high}",
    above: ["大于{low}", "不小于{low}"],
    below: ["小于{high}", "不大于{high}"],
    not_before: "{low}或以后",
    not_after: "{high}或以前",
    list: ["、", "和"],
    right_if: "若{stated}无误，则{others}。",
    would_be: "{number}应为{implied}",
    or: "，或",
    quoted: "该处为引语，是说话人的原话：请核实，不要径改。",
    also: "另外：{message}。",
    another: "另一个数",
    label: "{role}：{text}，位于{place}",
};

impl Texts {
    /// The words of a language; English where there are none.
    pub fn of(language: &str) -> &'static Texts {
        [&CHINESE].into_iter().find(|texts| texts.language == language).unwrap_or(&ENGLISH)
    }

    /// So many of something: "1 error", "2 errors".
    pub fn count(&self, number: usize, what: Counted) -> String {
        let word = if number == 1 { what.0 } else { what.1 };
        let gap = if word.is_ascii() { " " } else { "" };
        format!("{number}{gap}{word}")
    }

    /// "a, b and c".
    pub fn list(&self, members: &[String]) -> String {
        let [between, last] = self.list;
        match members.split_last() {
            None => String::new(),
            Some((only, [])) => only.clone(),
            Some((end, before)) => format!("{}{last}{end}", before.join(between)),
        }
    }
}

/// A template with the names in braces filled in; a name that `value` doesn't know stays as it is.
pub fn fill(template: &str, value: impl Fn(&str) -> Option<String>) -> String {
    let mut text = String::with_capacity(template.len());
    let mut rest = template;
    while let Some(open) = rest.find('{') {
        let (before, braced) = rest.split_at(open);
        text.push_str(before);
        let Some(close) = braced.find('}') else {
            rest = braced;
            break;
        };
        let name = braced.get(1..close).unwrap_or("");
        match value(name) {
            Some(value) => text.push_str(&value),
            None => text.push_str(braced.get(..=close).unwrap_or("")),
        }
        rest = braced.get(close + 1..).unwrap_or("");
    }
    text.push_str(rest);
    text
}

/// The same with a short list of names.
pub fn fill_in(template: &str, values: &[(&str, String)]) -> String {
    fill(template, |name| values.iter().find(|(known, _)| *known == name).map(|(_, value)| value.clone()))
}
