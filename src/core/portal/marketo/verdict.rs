//! What words say of a check: passed, failed, or nothing that is certain.

/// Words in a picture's file name, class, alternative text or title.
const PASSED: &[&str] = &[
    "check",
    "checked",
    "checkmark",
    "tick",
    "ok",
    "okay",
    "success",
    "successful",
    "succeeded",
    "valid",
    "green",
    "pass",
    "passed",
    "done",
    "\u{2713}",
    "\u{2714}",
    "\u{2705}",
];
const FAILED: &[&str] = &[
    "delete", "red", "x", "cross", "fail", "failed", "failure", "error", "cancel", "invalid",
    "wrong", "bad", "\u{d7}", "\u{2717}", "\u{2718}", "\u{2715}", "\u{2716}", "\u{274c}",
];
/// Those that are more often the name of the list, or of a thing to do, than a verdict.
const WEAK: &[&str] =
    &["check", "checked", "tick", "done", "x", "red", "green", "cross", "delete", "cancel"];
/// Words that turn the next one round.
const NOT: &[&str] = &["not", "no", "non", "nicht", "nao", "pas", "un", "nok", "missing"];
/// Words of what is still under way.
const UNDER_WAY: &[&str] =
    &["pending", "loading", "waiting", "wait", "busy", "running", "progress", "spinner"];
/// Words of a mark that is switched off, or stands for none.
const SWITCHED_OFF: &[&str] = &[
    "off",
    "empty",
    "gray",
    "grey",
    "disabled",
    "todo",
    "skipped",
    "skip",
    "unknown",
    "blank",
    "none",
    "inactive",
    "unchecked",
    "neutral",
    "outline",
];
/// Words of what holds a check, or its verdict: beside them a weak word is a name.
const HOLDER: &[&str] = &[
    "result",
    "row",
    "item",
    "name",
    "label",
    "cell",
    "col",
    "column",
    "list",
    "step",
    "text",
    "status",
    "container",
    "wrapper",
    "box",
    "group",
];
/// Words that a verdict may stand with in a phrase without changing it.
const AROUND: &[&str] = &[
    "icon",
    "image",
    "picture",
    "img",
    "mark",
    "sign",
    "symbol",
    "status",
    "result",
    "state",
    "test",
    "the",
    "is",
    "was",
    "it",
    "has",
    "this",
    "check",
    "validation",
    "successfully",
];

/// What one name, or one part of a row, says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// Nothing about a check.
    Nothing,
    /// That it passed.
    Passed,
    /// That it failed.
    Failed,
    /// That it is not known yet, or two things.
    Open,
}

impl Mark {
    /// What two say together.
    pub(super) fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Nothing, one) | (one, Self::Nothing) => one,
            (one, other) if one == other => one,
            _ => Self::Open,
        }
    }
}

fn has(words: &[String], list: &[&str]) -> bool {
    words.iter().any(|word| list.contains(&word.as_str()))
}

/// What the words of a file's name or a class say.
pub(super) fn name(words: &[String]) -> Mark {
    match (has(words, PASSED), has(words, FAILED)) {
        _ if has(words, UNDER_WAY) => Mark::Open,
        (false, false) => Mark::Nothing,
        _ if has(words, HOLDER) && has(words, WEAK) => Mark::Nothing,
        _ if has(words, SWITCHED_OFF) || has(words, NOT) => Mark::Open,
        (true, false) => Mark::Passed,
        (false, true) => Mark::Failed,
        (true, true) => Mark::Open,
    }
}

/// What a class says that a text stands in: its words are verdicts, and none of those that name the list.
pub(super) fn strong(words: &[String]) -> Mark {
    if has(words, WEAK) || words.len() > 2 { Mark::Nothing } else { name(words) }
}

/// What a phrase says; `None`: it has the word of a verdict, and others that may say anything.
pub(super) fn phrase(words: &[String]) -> Option<Mark> {
    let (passed, failed) = (has(words, PASSED), has(words, FAILED));
    if has(words, UNDER_WAY) {
        return Some(Mark::Open);
    }
    if !passed && !failed {
        return Some(Mark::Nothing);
    }
    if has(words, SWITCHED_OFF) {
        return Some(Mark::Open);
    }
    let known = [PASSED, FAILED, NOT, AROUND];
    let plain = words.iter().all(|word| known.iter().any(|list| list.contains(&word.as_str())));
    match (passed, failed, has(words, NOT)) {
        _ if !plain => None,
        (true, false, true) => {
            let strong =
                |word: &String| PASSED.contains(&word.as_str()) && !WEAK.contains(&word.as_str());
            // "Not checked" tells of no failure.
            Some(if words.iter().any(strong) { Mark::Failed } else { Mark::Open })
        }
        (true, false, false) => Some(Mark::Passed),
        (false, true, false) => Some(Mark::Failed),
        _ => Some(Mark::Open),
    }
}

/// What a text says that is nothing but a verdict.
pub(super) fn verdict(words: &[String]) -> Mark {
    let only_weak = words.iter().all(|word| word == "check");
    match words.len() {
        1..=3 if !only_weak => phrase(words).unwrap_or(Mark::Nothing),
        _ => Mark::Nothing,
    }
}

/// Words of a name: parted by anything but letters and digits, where a capital begins one, and before a number.
pub(super) fn split(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut before = ' ';
    for c in name.chars().filter(|c| *c != '\u{fe0f}') {
        let number =
            c.is_ascii_digit() && words.last().is_some_and(|word| word.chars().count() > 1);
        if (c.is_ascii() && !c.is_alphanumeric())
            || (c.is_uppercase() && !before.is_uppercase())
            || (number && !before.is_ascii_digit())
        {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut().filter(|_| c.is_alphanumeric() || !c.is_ascii()) {
            word.extend(c.to_lowercase());
        }
        before = c;
    }
    words.retain(|word| !word.trim().is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, expected: &[&str]) {
        assert_eq!(split(name), expected, "{name}");
    }

    #[test]
    fn names_are_split_into_words() {
        check("mkiOk", &["mki", "ok"]);
        check("green-check.png", &["green", "check", "png"]);
        check("red-x.png", &["red", "x", "png"]);
        check("icon_invalid_16", &["icon", "invalid", "16"]);
        check("mkiOk16", &["mki", "ok", "16"]);
        check("OK", &["ok"]);
        check("x4", &["x4"]);
        check("\u{2714}\u{fe0f}", &["\u{2714}"]);
        check("", &[]);
    }
}
