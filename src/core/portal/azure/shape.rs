//! Controls by form and place: what is left where no label is in a language that is known.

use super::signs::Region;
use super::surface::Surface;
use super::view::{View, widget};
use crate::Node;
use crate::lexicon::AzureTerm as Term;
use crate::portal::{Kind, Part, alone};

fn all<'s>(view: &View<'s>, surface: Surface<'s>, kind: Kind) -> Vec<Part<'s>> {
    surface
        .parts(view)
        .filter(|part| widget(*part) == kind && !is_search(*part) && !part.is(Node::READONLY))
        .collect()
}

/// A drop-down of the portal's own kit is a box in a box: the inner one is meant.
fn only(parts: Vec<Part<'_>>) -> Option<Part<'_>> {
    alone(parts.into_iter())
}

fn is_search(part: Part<'_>) -> bool {
    let search = |part: Part<'_>| {
        part.role == "searchbox"
            || part.role == "search"
            || part.has_mark("type=search")
            || part.marks.iter().any(|mark| mark.to_ascii_lowercase().contains("search"))
    };
    search(part) || part.above().take(3).any(search)
}

fn is_address(part: Part<'_>) -> bool {
    part.hint.contains("https://") || part.has_mark("type=url")
}

/// The first command of the bar that is not a way back.
pub fn first_command<'s>(view: &View<'s>, surface: Surface<'s>) -> Option<Part<'s>> {
    let bar = surface.parts(view).find(|part| {
        part.has_mark("fxs-commandBar")
            || part.has_mark("id=__bladeCommandBar")
            || part.has_mark_like("ms-CommandBar")
    })?;
    let first = bar.below().find(|part| widget(*part) == Kind::Button)?;
    first.and_below().rfind(|part| widget(*part) == Kind::Button)
}

/// The name: of the form's two fields the first, when the second asks for an address.
pub fn first_of_two_fields<'s>(view: &View<'s>, surface: Surface<'s>) -> Option<Part<'s>> {
    match *all(view, surface, Kind::Field) {
        [name, address] if is_address(address) && !is_address(name) => Some(name),
        _ => None,
    }
}

/// The field with an address as its hint.
pub fn address_field<'s>(view: &View<'s>, surface: Surface<'s>) -> Option<Part<'s>> {
    only(all(view, surface, Kind::Field).into_iter().filter(|part| is_address(*part)).collect())
}

/// The drop-down right before the field for the address.
pub fn platform<'s>(view: &View<'s>, surface: Surface<'s>) -> Option<Part<'s>> {
    let address = address_field(view, surface)?;
    let before: Vec<_> = all(view, surface, Kind::Choice)
        .into_iter()
        .filter(|part| part.index() < address.index())
        .collect();
    let radios = !all(view, surface, Kind::Radio).is_empty();
    // The account types are radios, or they are a drop-down of their own before this one.
    if radios { only(before) } else { None }
}

/// The first of three or four radios in the form's only group: the order has never changed.
pub fn first_account_type<'s>(view: &View<'s>, surface: Surface<'s>) -> Option<Part<'s>> {
    let radios = all(view, surface, Kind::Radio);
    let names: Vec<_> = radios.iter().filter_map(|radio| radio.attribute("name")).collect();
    let one_group = names.windows(2).all(|pair| pair.first() == pair.last());
    let first = radios.first().copied()?;
    let is_another = view.says_within(first, Term::OtherAccounts);
    ((3..=4).contains(&radios.len()) && one_group && !is_another).then_some(first)
}

/// The first button of the only footer, it is the main one in both kits; without a footer, the surface's only main button.
pub fn first_in_footer<'s>(view: &View<'s>, surface: Surface<'s>) -> Option<Part<'s>> {
    let is_main = |part: &Part<'s>| {
        ["fxs-button-primary", "fxs-portal-button-primary", "ms-Button--primary"]
            .iter()
            .any(|mark| part.has_mark(mark))
    };
    let (foot, rest): (Vec<_>, Vec<_>) =
        all(view, surface, Kind::Button).into_iter().partition(|part| Region::Footer.holds(*part));
    let first = foot.first().copied();
    let main: Vec<_> =
        if first.is_some() { foot } else { rest }.into_iter().filter(is_main).collect();
    if main.is_empty() { first } else { only(main) }
}

/// The surface's only field.
pub fn only_field<'s>(view: &View<'s>, surface: Surface<'s>) -> Option<Part<'s>> {
    only(all(view, surface, Kind::Field))
}

/// The surface's only drop-down.
pub fn only_choice<'s>(view: &View<'s>, surface: Surface<'s>) -> Option<Part<'s>> {
    only(all(view, surface, Kind::Choice))
}

/// The chosen tab, over a table that is one of secrets by what stands in it.
pub fn tab_of_secrets<'s>(view: &View<'s>, surface: Surface<'s>) -> Option<Part<'s>> {
    let table = first_secret(view, surface)?;
    only(
        all(view, surface, Kind::Tab)
            .into_iter()
            .filter(|tab| tab.is(Node::SELECTED) && tab.index() < table.index())
            .collect(),
    )
}

/// The only button between the tabs and the table of secrets.
pub fn command_of_secrets<'s>(view: &View<'s>, surface: Surface<'s>) -> Option<Part<'s>> {
    let table = first_secret(view, surface)?;
    let tabs = all(view, surface, Kind::Tab).last().copied()?;
    let between = |part: &Part<'s>| {
        part.index() > tabs.index() && part.index() < table.index() && !part.is_in(tabs)
    };
    let in_grid = |part: &Part<'s>| {
        part.above().any(|above| matches!(above.kind(), Kind::Grid | Kind::Row | Kind::ColumnHead))
    };
    only(
        all(view, surface, Kind::Button)
            .into_iter()
            .filter(|part| between(part) && !in_grid(part))
            .collect(),
    )
}

/// The first cell that holds a secret by its signature, or a masked one.
fn first_secret<'s>(view: &View<'s>, surface: Surface<'s>) -> Option<Part<'s>> {
    super::secrets::first_cell(view, |part| surface.holds(part))
}
