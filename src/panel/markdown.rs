//! Text as Markdown that a renderer shows as it is: what a person called an app makes no link, no image and no HTML.
//!
//! Written for GitHub's Markdown, which makes more of a text than any other: tables, links out of bare addresses, names after `@`.

use std::fmt::Write;

/// A document in the making.
#[derive(Default)]
pub struct Markdown(String);

impl Markdown {
    /// A heading; 1 is the highest level.
    pub fn heading(&mut self, level: usize, text: &str) {
        let marks = "#".repeat(level);
        self.block(&format!("{marks} {}", plain(text)));
    }

    /// A paragraph.
    pub fn paragraph(&mut self, text: &str) {
        self.block(&plain(text));
    }

    /// A table of two columns without heads.
    pub fn table<'a>(&mut self, rows: impl IntoIterator<Item = (&'a str, &'a str)>) {
        let mut table = String::from("| | |\n| --- | --- |");
        for (name, value) in rows {
            // Writing into a string cannot fail.
            let _ = write!(table, "\n| {} | {} |", plain(name), plain(value));
        }
        self.block(&table);
    }

    /// The document.
    pub fn text(self) -> String {
        self.0
    }

    fn block(&mut self, block: &str) {
        if !self.0.is_empty() {
            self.0.push('\n');
        }
        self.0.push_str(block);
        self.0.push('\n');
    }
}

/// One line that means nothing but itself. Signs that turn the direction of writing around are left out: they would turn what
/// stands beside them too.
fn plain(text: &str) -> String {
    let mut line = String::new();
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let bare = match letter {
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' => continue,
            _ if letter.is_control() || letter.is_whitespace() => {
                if !line.is_empty() && !line.ends_with(' ') {
                    line.push(' ');
                }
                continue;
            }
            // `https://` and `www.` become links by themselves.
            ':' => letters.peek() != Some(&'/'),
            '.' => !line.to_ascii_lowercase().ends_with("www"),
            // At the beginning of a line these make lists and rules; numbers do with a dot or bracket after them.
            '-' | '+' | '=' => !line.is_empty(),
            ')' => !line.bytes().all(|byte| byte.is_ascii_digit()),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '$' | '@'
            | '!' | '^' => false,
            _ => true,
        };
        let bare = bare && !(letter == '.' && line.bytes().all(|byte| byte.is_ascii_digit()));
        if !bare {
            line.push('\\');
        }
        line.push(letter);
    }
    line.truncate(line.trim_end().len());
    line
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Options, Parser, Tag};

    use super::*;

    /// What a reader sees of it, and every tag and bit of HTML that a renderer makes.
    fn rendered(markdown: &str) -> (String, Vec<String>) {
        let mut words = String::new();
        let mut made = Vec::new();
        for event in Parser::new_ext(markdown, Options::all() - Options::ENABLE_SMART_PUNCTUATION) {
            match event {
                Event::Text(text) => words.push_str(&text),
                Event::Start(Tag::Table(_) | Tag::TableHead | Tag::TableRow | Tag::TableCell)
                | Event::End(_) => {}
                Event::Start(tag) => made.push(format!("{tag:?}")),
                other => made.push(format!("{other:?}")),
            }
        }
        (words, made)
    }

    #[track_caller]
    fn check(name: &str) {
        let mut document = Markdown::default();
        document.table([("App", name), ("End", "of it")]);
        let text = document.text();
        // Renderers that make links out of bare addresses.
        let bare = text.replace("\\:", "").replace("\\.", "").replace("\\@", "").to_lowercase();
        assert!(!bare.contains("://") && !bare.contains("www.") && !bare.contains('@'), "{text}");
        let (words, made) = rendered(&text);
        assert_eq!(made, [""; 0], "{name:?}: {text}");
        let bare = |text: &str| text.split_whitespace().collect::<String>();
        let turns = |letter: &char| {
            !matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}')
                && !letter.is_control()
        };
        let expected: String = name
            .chars()
            .map(|it| if it.is_whitespace() { ' ' } else { it })
            .filter(turns)
            .collect();
        assert_eq!(bare(&words), bare(&format!("App{expected}Endof it")), "{text}");

        let mut document = Markdown::default();
        document.paragraph(name);
        let (_, made) = rendered(&document.text());
        assert!(made.iter().all(|tag| tag == "Paragraph"), "{name:?}: {made:?}");
    }

    #[test]
    fn a_name_is_never_more_than_a_name() {
        for name in [
            "Marketo Integration",
            "a | b | c",
            "<img src=x onerror=alert(1)>",
            "<script>alert(1)</script>",
            "&lt;b&gt; &#60; &amp;",
            "[click](https://evil.example)",
            "![x](https://evil.example/x.png)",
            "[x]: https://evil.example",
            "https://evil.example www.evil.example WWW.evil.example a@evil.example",
            "<https://evil.example>",
            "`code` ``` ~~~ *a* _b_ **c** ~~d~~ ^e^ $f$ $$g$$",
            "# head",
            "- [ ] task",
            "1. list",
            "1) list",
            "+ list",
            "> quote",
            "---",
            "===",
            "a\n\n# b\r\n| --- |",
            "\\| \\\\|",
            "line\u{2028}line\u{2029}\u{85}\u{0}end",
            "\u{202e}nwod edispu\u{202c} \u{2066}x\u{2069}",
            "[^1] [[wiki]] > [!NOTE]",
            "Términos: 12:30, 5/6",
            "",
        ] {
            check(name);
        }
    }

    #[test]
    fn what_is_harmless_stays_readable() {
        for name in
            ["3f2504e0-4f89-11d3-9a0c-0305e82c3301", "May 22, 2027", "22 maj 2027", "Kanna (test)"]
        {
            assert_eq!(plain(name), name);
        }
    }

    proptest! {
        #[test]
        fn nor_is_any_other(name in "([ -~]|\\PC|[*_|`<>&#\\[\\]()!:/.\\\\\n-]){0,24}") {
            check(&name);
        }
    }
}
