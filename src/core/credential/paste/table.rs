//! A heading that names the columns below it.

use super::label::{Label, label_before};
use super::words::{Word, is_rule};

/// The columns of a table whose heading was read.
pub(super) struct Heading {
    columns: Vec<(usize, Label)>,
    /// Columns are counted in cells (tabs, bars, commas) or in characters.
    in_cells: bool,
}

impl Heading {
    /// The heading that a line is: no value, and two labels or more, or one with a rule below.
    pub(super) fn read(line: &[Word<'_>], below: &[Word<'_>]) -> Option<Self> {
        if line.iter().any(|word| word.is_value() || word.text.ends_with([':', '='])) {
            return None;
        }
        let in_cells = line.iter().any(|word| word.cell > 0);
        let (mut columns, mut labels) = (Vec::new(), 0);
        let mut rest = line;
        while let Some((word, others)) = rest.split_first() {
            let belongs = |(before, next): (&Word<'_>, &Word<'_>)| match in_cells {
                true => next.cell == word.cell,
                false => next.column == before.column + before.text.chars().count() + 1,
            };
            let most = 1 + rest.iter().zip(others).take_while(|pair| belongs(*pair)).count();
            let name = if in_cells {
                named(rest, most)
            } else {
                (1..=most.min(3)).rev().find_map(|count| named_exactly(rest, count))
            };
            let label = name.map(|(label, _)| label);
            labels += usize::from(label.is_some());
            let column = if in_cells { word.cell } else { word.column };
            columns.push((column, label.unwrap_or(Label::OtherId)));
            let taken = if in_cells { most } else { name.map_or(1, |(_, count)| count) };
            rest = rest.get(taken..).unwrap_or_default();
        }
        let enough = if is_ruled(below) { 1 } else { 2 };
        (labels >= enough).then_some(Self { columns, in_cells })
    }

    /// The label of the column that a word stands in.
    pub(super) fn label(&self, word: &Word<'_>) -> Option<Label> {
        let at = if self.in_cells { word.cell } else { word.column };
        let column = self.columns.iter().rev().find(|(column, _)| *column <= at);
        column.filter(|(column, _)| !self.in_cells || *column == at).map(|(_, label)| *label)
    }
}

/// The label that the first so many words end with.
fn named(words: &[Word<'_>], count: usize) -> Option<(Label, usize)> {
    let texts: Vec<&str> = words.get(..count)?.iter().map(|word| word.text).collect();
    Some((label_before(&texts)?, count))
}

/// The label that needs all of the first so many words.
fn named_exactly(words: &[Word<'_>], count: usize) -> Option<(Label, usize)> {
    let (label, _) = named(words, count)?;
    let without_first = named(words.get(1..)?, count - 1).map(|(label, _)| label);
    (without_first != Some(label)).then_some((label, count))
}

/// Whether the next line is a rule.
fn is_ruled(below: &[Word<'_>]) -> bool {
    let line = below.first().map(|word| word.line);
    line.is_some()
        && below.iter().take_while(|word| Some(word.line) == line).all(|word| is_rule(word.text))
}
