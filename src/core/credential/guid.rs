//! GUIDs: the shape of a client ID, tenant ID, object ID and Secret ID.

/// The digits in each of the five groups.
const GROUPS: [usize; 5] = [8, 4, 4, 4, 12];

/// The GUID that the text is, in lower case and without braces; `None` where it is anything else.
///
/// Takes what survives a mail or a chat: white space and braces around it, and the dashes that
/// word processors put in place of hyphens.
#[must_use]
pub fn parse_guid(text: &str) -> Option<String> {
    let bare = unwrapped(text.trim_matches(super::trim::is_blank));
    let mut guid = String::with_capacity(36);
    let mut groups = 0;
    for (group, size) in bare.split(is_dash).zip(GROUPS) {
        if group.len() != size || !group.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        if groups > 0 {
            guid.push('-');
        }
        guid.extend(group.chars().map(|digit| digit.to_ascii_lowercase()));
        groups += 1;
    }
    // `zip` stops at five groups; a sixth must not go unnoticed.
    (groups == GROUPS.len() && bare.split(is_dash).count() == groups).then_some(guid)
}

/// Whether the text is a GUID, in whatever dress.
#[must_use]
pub fn is_guid(text: &str) -> bool {
    parse_guid(text).is_some()
}

fn unwrapped(text: &str) -> &str {
    [('{', '}'), ('(', ')'), ('[', ']'), ('"', '"'), ('\'', '\''), ('<', '>')]
        .into_iter()
        .find_map(|(open, close)| text.strip_prefix(open)?.strip_suffix(close))
        .unwrap_or(text)
}

const fn is_dash(letter: char) -> bool {
    matches!(letter, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe63}' | '\u{ff0d}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const GUID: &str = "0d9c3a5e-7b1f-4e28-9a60-5c1d2e3f4a5b";

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(parse_guid(text).as_deref(), expected, "{text:?}");
    }

    #[test]
    fn reads_a_guid_in_any_dress() {
        for text in [
            GUID.to_owned(),
            GUID.to_uppercase(),
            format!("  {GUID}\r\n"),
            format!("\u{feff}{GUID}\u{200b}"),
            format!("{{{GUID}}}"),
            format!("({GUID})"),
            format!("\"{GUID}\""),
            GUID.replace('-', "\u{2011}"),
            GUID.replace('-', "\u{2013}"),
        ] {
            check(&text, Some(GUID));
        }
    }

    #[test]
    fn takes_nothing_else_for_a_guid() {
        for text in [
            String::new(),
            "-".to_owned(),
            GUID.replace('-', ""),
            GUID.replace('0', "g"),
            format!("{GUID}-"),
            format!("-{GUID}"),
            format!("{GUID}-0000"),
            format!("{GUID}0"),
            format!("{{{GUID}"),
            format!("{GUID} {GUID}"),
            GUID.replacen('-', "", 1),
            GUID.replace('5', "\u{ff15}"),
        ] {
            check(&text, None);
        }
    }

    proptest! {
        #[test]
        fn a_guid_that_was_read_reads_as_itself(text in "\\PC{0,40}|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}") {
            if let Some(guid) = parse_guid(&text) {
                prop_assert_eq!(parse_guid(&guid), Some(guid.clone()));
                prop_assert_eq!(guid.len(), 36);
            }
        }
    }
}
