//! Forms and dialogs that are known by what they consist of.

use super::surface::Surface;
use super::view::{View, widget};
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
