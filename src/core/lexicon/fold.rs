//! Two labels are the same when they fold to the same.

/// Folds a label: case, accents, width, quotes, spaces and the word for "and" are made one;
/// glyphs, a leading `+`, `✓` or `*`, a trailing `:` or `*` and a count in brackets are dropped.
#[must_use]
pub fn fold(label: &str) -> String {
    let squashed = squash(label);
    let mut folded = unlead(&squashed);
    loop {
        let shorter = uncounted(folded.trim_end_matches([':', '*']));
        if shorter.len() == folded.len() || shorter.is_empty() {
            break;
        }
        folded = shorter;
    }
    if folded.is_empty() { squashed } else { folded.to_owned() }
}

/// Without the ornaments that stand before a label.
pub(super) fn unlead(squashed: &str) -> &str {
    squashed.trim_start_matches(['+', '*', '\u{2713}', '\u{2714}', '\u{2022}'])
}

/// Without a count in brackets at the end.
fn uncounted(squashed: &str) -> &str {
    let Some((rest, count)) = squashed.strip_suffix(')').and_then(|inner| inner.rsplit_once('('))
    else {
        return squashed;
    };
    if !count.is_empty() && count.chars().all(|digit| digit.is_numeric()) { rest } else { squashed }
}

/// In lower case, without accents and glyphs; the words stay apart.
#[must_use]
pub fn plain_words(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    for c in text.chars().filter_map(wide).filter(|c| !is_silent(*c)) {
        words.extend(c.to_lowercase().map(plain));
    }
    words
}

/// Folds everything but the ends.
pub(super) fn squash(text: &str) -> String {
    plain_words(text)
        .split_whitespace()
        .map(|word| if AND.contains(&word) { "&" } else { word })
        .collect()
}

const AND: &[&str] = &["and", "och", "und", "et", "y", "e", "en", "\u{bc0f}"];

/// Full-width forms as plain ones.
fn wide(c: char) -> Option<char> {
    match u32::from(c) {
        code @ 0xFF01..=0xFF5E => char::from_u32(code - 0xFEE0),
        0x3000 => Some(' '),
        _ => Some(c),
    }
}

/// Soft hyphens, zero-width and direction marks, variation selectors, combining accents, icon glyphs.
const fn is_silent(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{300}'..='\u{36f}' | '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}')
}

/// Quotes, dashes and accented Latin letters as plain ones.
const fn plain(c: char) -> char {
    match c {
        '\u{2018}' | '\u{2019}' | '\u{201b}' | '\u{2bc}' | '\u{b4}' | '\u{60}' | '\u{2032}' => '\'',
        '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{ab}' | '\u{bb}' => '"',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => 'a',
        'ç' => 'c',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ñ' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        'ý' | 'ÿ' => 'y',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn same(one: &str, other: &str) {
        assert_eq!(fold(one), fold(other), "{one:?} and {other:?}");
    }

    #[test]
    fn what_is_the_same() {
        same("New registration", "  NEW\u{a0}Registration ");
        same("New registration", "+ New registration");
        same("Grant admin consent", "\u{2713} Grant admin consent");
        same("Name", "* Name");
        same("Client Id", "Client Id:*");
        same("Client secrets", "Client secrets (3)");
        same("Client secrets", "Client secrets\u{ff08}12\u{ff09}");
        same("Certifikat och hemligheter", "Certifikat & hemligheter");
        same("Certificats et secrets", "Certificats & secrets");
        same("Vue d\u{2019}ensemble", "Vue d'ensemble");
        same("Ny klient hemlighet", "Ny klienthemlighet");
        same("クライアント シークレット", "クライアントシークレット");
        same("重定向 URI (可选)", "重定向 URI\u{ff08}可选\u{ff09}");
        same(
            "Certi\u{ad}ficates & secrets",
            "\u{e8c8}Certificates &amp; secrets".replace("&amp;", "&").as_str(),
        );
        same("Übersicht", "U\u{308}bersicht");
        same("ＡＰＩ", "api");
    }

    #[test]
    fn what_is_not() {
        assert_ne!(fold("Add"), fold("Add a permission"));
        assert_ne!(fold("Client secret"), fold("Client secrets"));
        assert_ne!(fold("Application (client) ID"), fold("Application ID"));
        assert_ne!(fold("*"), "");
        assert_ne!(fold("(3)"), "");
    }
}
