//! Tables and grids, whatever markup makes them.

use super::{Kind, Part, Scene};

/// The column of a cell of which nobody can tell where it stands.
pub const ASTRAY: usize = usize::MAX;

/// One row: its cells in their order.
pub struct Row<'s> {
    /// Its cells with the column that each is in.
    pub cells: Vec<(usize, Part<'s>)>,
}

/// The heads of columns, with the column that each is over.
pub fn heads<'s>(scene: &'s Scene<'s>, holds: impl Fn(Part<'s>) -> bool) -> Vec<(usize, Part<'s>)> {
    let heads: Vec<Part<'s>> = scene
        .parts()
        .filter(|part| is_head(*part) && !part.above().any(is_head) && holds(*part))
        .skip_while(|part| part.and_below().all(is_wordless))
        .collect();
    // A grid of its own may hold the heads; count within the row, or within what holds them.
    heads
        .iter()
        .map(|head| {
            let group = head.parent();
            let before = heads
                .iter()
                .filter(|other| other.index() < head.index() && other.parent() == group)
                .count();
            (column(*head).unwrap_or(before), *head)
        })
        .collect()
}

/// The rows that hold cells.
pub fn rows<'s>(scene: &'s Scene<'s>, holds: impl Fn(Part<'s>) -> bool) -> Vec<Row<'s>> {
    scene
        .parts()
        .filter(|part| is_row(*part) && holds(*part))
        .filter_map(|part| {
            let cells: Vec<Part<'s>> = part
                .below()
                .filter(|cell| {
                    is_cell(*cell)
                        && !is_selection(*cell)
                        && cell
                            .above()
                            .take_while(|above| *above != part)
                            .all(|above| !is_cell(above) && !is_row(above))
                })
                .collect();
            // Where a cell says that it stands in another column than it seems to, one before it is not seen.
            let slipped = cells
                .iter()
                .enumerate()
                .any(|(at, cell)| column(*cell).is_some_and(|own| own != at));
            let cells: Vec<_> = cells
                .into_iter()
                .enumerate()
                .map(|(at, cell)| (column(cell).unwrap_or(if slipped { ASTRAY } else { at }), cell))
                .collect();
            (!cells.is_empty()).then_some(Row { cells })
        })
        .collect()
}

fn is_row(part: Part<'_>) -> bool {
    part.kind() == Kind::Row || part.has_mark("fxc-gc-row-content")
}

/// A cell that only serves to choose its row; often no head stands over it, or one without words.
fn is_selection(part: Part<'_>) -> bool {
    let has_box = part.and_below().any(|part| matches!(part.kind(), Kind::Checkbox | Kind::Radio));
    has_box && part.and_below().all(|part| part.text.is_empty() && part.sealed.is_none())
}

fn is_wordless(part: Part<'_>) -> bool {
    part.text.is_empty() && part.label.is_empty() && part.title.is_empty()
}

fn is_cell(part: Part<'_>) -> bool {
    part.kind() == Kind::Cell
        || heads_a_row(part)
        || part.has_mark("fxc-gc-cell")
        || part.attribute("data-automationid") == Some("DetailsRowCell")
}

/// Whether it is the head of a row and of no column: beside it stands a cell.
pub fn heads_a_row(part: Part<'_>) -> bool {
    part.kind() == Kind::ColumnHead
        && part.parent().is_some_and(|row| row.children().any(|cell| cell.kind() == Kind::Cell))
}

fn is_head(part: Part<'_>) -> bool {
    (part.kind() == Kind::ColumnHead && !heads_a_row(part)) || part.has_mark("fxc-gc-columnheader")
}

/// The column that a cell or head says it is in, from 0.
fn column(part: Part<'_>) -> Option<usize> {
    if let Some(index) = part.attribute("aria-colindex") {
        return index.parse::<usize>().ok()?.checked_sub(1);
    }
    part.node()
        .marks
        .iter()
        .find_map(|mark| mark.strip_prefix("fxc-gc-columncell_")?.rsplit('_').next()?.parse().ok())
}
