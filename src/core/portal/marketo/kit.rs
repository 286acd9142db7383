//! Marketo's two widget kits as one table: Ext 3 (`x-`) and Ext 4 (`x4-`) side by side.
//!
//! No generated id stands here. What is not Ext has a role instead.

use crate::portal::{Kind, Part};

/// A piece of the widget kits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    Window,
    MessageBox,
    WindowTitle,
    Tree,
    ChosenTreeNode,
    TabStrip,
    ActiveTab,
    Toolbar,
    Button,
    /// A tab or a tree node, as far as it can be pressed.
    Pressable,
    Section,
    SectionTitle,
    FormRow,
    EmptyField,
    Mask,
    Masked,
    Hidden,
    Greyed,
    Menu,
    Navigation,
}

/// The classes of each piece.
const CLASSES: &[(Piece, &[&str])] = &[
    (
        Piece::Window,
        &[
            "x-window",
            "x-window-plain",
            "x-window-dlg",
            "x4-window",
            "x4-window-default",
            "x4-message-box",
        ],
    ),
    (Piece::MessageBox, &["x-window-dlg", "x4-message-box"]),
    (Piece::WindowTitle, &["x-window-header-text", "x4-window-header-text"]),
    (
        Piece::Tree,
        &[
            "x-tree",
            "x-tree-root-ct",
            "x-tree-node",
            "x-tree-node-el",
            "x-tree-node-anchor",
            "x4-tree-panel",
            "x4-tree-view",
        ],
    ),
    (Piece::ChosenTreeNode, &["x-tree-selected", "x4-grid-row-selected"]),
    (Piece::TabStrip, &["x-tab-strip", "x-tab-strip-wrap", "x-tab-panel-header", "x4-tab-bar"]),
    (Piece::ActiveTab, &["x-tab-strip-active", "x4-tab-active", "x4-tab-top-active"]),
    (Piece::Toolbar, &["x-toolbar", "x-panel-tbar", "x4-toolbar"]),
    (
        Piece::Button,
        &[
            "x-btn",
            "x-btn-text",
            "x4-btn",
            "x4-btn-center",
            "x-menu-item",
            "x4-menu-item",
            "x4-menu-item-link",
            "mktButton",
            "mktButtonPositive",
            "mktButtonNegative",
        ],
    ),
    (
        Piece::Pressable,
        &["x-tab-right", "x4-tab", "x4-tab-center", "x-tree-node-anchor", "x4-grid-cell-inner"],
    ),
    (Piece::Section, &["x-panel", "x4-panel", "x-fieldset", "x4-fieldset"]),
    (
        Piece::SectionTitle,
        &[
            "x-panel-header-text",
            "x4-panel-header-text",
            "x-fieldset-header-text",
            "x4-fieldset-header-text",
        ],
    ),
    (Piece::FormRow, &["x-form-item", "x4-form-item", "x4-field"]),
    (Piece::EmptyField, &["x-form-empty-field", "x4-form-empty-field"]),
    (Piece::Mask, &["ext-el-mask", "x4-mask", "ext-el-mask-msg", "x4-mask-msg"]),
    (Piece::Masked, &["x-masked", "x4-masked"]),
    (
        Piece::Hidden,
        &[
            "x-hide-display",
            "x-hide-offsets",
            "x-hide-visibility",
            "x-hidden",
            "x4-hide-display",
            "x4-hide-offsets",
            "x4-hide-visibility",
            "x4-hidden-offsets",
        ],
    ),
    (
        Piece::Greyed,
        &[
            "x-item-disabled",
            "x-btn-disabled",
            "x4-item-disabled",
            "x4-disabled",
            "x4-btn-disabled",
            "x4-tab-disabled",
        ],
    ),
    (Piece::Menu, &["x-menu", "x4-menu"]),
    (Piece::Navigation, &["mkt-top-nav", "mkt3-topNav"]),
];

/// Whether an element is such a piece.
pub(super) fn is(part: Part<'_>, piece: Piece) -> bool {
    let classes =
        CLASSES.iter().find(|(of, _)| *of == piece).map_or(&[][..], |(_, classes)| classes);
    classes.iter().any(|class| part.has_mark(class)) || by_role(part, piece)
}

/// Whether it or something above it is such a piece.
pub(super) fn inside(part: Part<'_>, piece: Piece) -> bool {
    part.closest(|part| is(part, piece)).is_some()
}

fn by_role(part: Part<'_>, piece: Piece) -> bool {
    match piece {
        Piece::Window => {
            part.kind() == Kind::Dialog
                && (part.has_mark("aria-modal=true")
                    || part.below().filter(|below| below.kind() == Kind::Field).take(2).count()
                        == 2)
        }
        Piece::MessageBox => part.role == "alertdialog",
        Piece::Tree => part.role == "tree" || part.role == "treeitem",
        Piece::TabStrip => part.role == "tablist",
        Piece::ActiveTab => part.kind() == Kind::Tab && part.is(crate::Node::SELECTED),
        Piece::Toolbar => part.role == "toolbar",
        Piece::Navigation => {
            part.role == "navigation"
                || part.role == "banner"
                || part.tag == "nav"
                || part.tag == "header"
        }
        Piece::Masked => part.has_mark("aria-busy=true"),
        _ => false,
    }
}
