//! Forms and dialogs that are known by what they consist of.

use super::route::{Route, guid};
use super::shape;
use super::surface::Surface;
use super::view::{View, is_data, widget};
use crate::lexicon::plain_words;
use crate::portal::{Kind, Part};

/// The pane that adds a secret: one field, one drop-down that shows a number of days, two buttons, no table.
pub fn is_secret_form<'s>(view: &View<'s>, surface: Surface<'s>) -> bool {
    let count = |kind| {
        surface
            .parts(view)
            .filter(|part| {
                widget(*part) == kind && !part.above().any(|above| widget(above) == kind)
            })
            .count()
    };
    count(Kind::Field) == 1
        && count(Kind::Choice) == 1
        && count(Kind::Button) >= 2
        && count(Kind::Row) == 0
        && surface.parts(view).any(|part| {
            widget(part) == Kind::Choice && part.full_text().contains(|c: char| c.is_ascii_digit())
        })
}

/// The table of secrets: a cell of it is masked, or holds what bears the signature of a secret.
pub fn has_secrets<'s>(view: &View<'s>, surface: Surface<'s>) -> bool {
    super::secrets::first_cell(view, |part| surface.holds(part)).is_some()
}

/// The form that registers an app: a name, an address and the account types.
pub fn is_register_form<'s>(view: &View<'s>, surface: Surface<'s>) -> bool {
    let name = shape::first_of_two_fields(view, surface);
    name.is_some() && shape::first_account_type(view, surface).is_some()
}

/// The ID that the address names, in words or in a field.
pub fn shows_own_id<'s>(view: &View<'s>, surface: Surface<'s>) -> bool {
    let page = view.scene.page();
    let Route::App { client_id: Some(own), .. } =
        Route::of(page.top_url.as_deref().unwrap_or(&page.url))
    else {
        return false;
    };
    let is_own = |text: &str| guid(text).as_ref() == Some(&own);
    surface.parts(view).any(|part| !is_data(part) && (is_own(&part.text) || is_own(&part.value)))
}

/// The question whether to grant; not the one whether to revoke.
pub fn asks_for_consent<'s>(_: &View<'s>, surface: Surface<'s>) -> bool {
    let words = plain_words(&surface.root.map(Part::full_text).unwrap_or_default());
    let any = |words_of: &[&str]| words_of.iter().any(|word| words.contains(word));
    any(CONSENT) && any(GRANT) && !any(REVOKE)
}

const CONSENT: &[&str] = &[
    "consent",
    "medgivande",
    "einwilligung",
    "zustimmung",
    "consenso",
    "toestemming",
    "同意",
    "동의",
];
const GRANT: &[&str] = &[
    "grant", "bevilja", "erteil", "gewahr", "accord", "conced", "fornir", "verlen", "付与", "与え",
    "부여", "허용", "授予", "授与", "授與",
];
const REVOKE: &[&str] = &[
    "revoke",
    "remove",
    "withdraw",
    "aterkall",
    "ta bort",
    "widerruf",
    "entfern",
    "revoqu",
    "retir",
    "supprim",
    "revoc",
    "quitar",
    "elimin",
    "rimuov",
    "revog",
    "remov",
    "intrek",
    "verwijder",
    "取り消",
    "削除",
    "철회",
    "취소",
    "제거",
    "撤销",
    "撤銷",
    "删除",
    "移除",
];
