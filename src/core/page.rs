//! The digest of one frame, made by the content script's *sight*.

use serde::{Deserialize, Serialize};

use crate::SecretKind;
use crate::record::read_into_default;

/// The digest of one frame: what is visible in the open blade, pane or window. Never a secret.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Page {
    /// The frame's live address, with its fragment.
    pub url: String,
    /// The address of the top frame; `None` in the top frame itself. Filled in by the background.
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub top_url: Option<String>,
    /// The frame's `window.name`.
    pub frame_name: String,
    /// The language that the document declares.
    pub lang: String,
    /// The frame's inner width and height in CSS pixels; 0 x 0 for a prewarmed frame.
    pub size: [i32; 2],
    /// The visible elements that mean something, in document order.
    pub nodes: Vec<Node>,
}

/// One visible element: a control, a text, or a part of the page's structure.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(optional_fields))]
pub struct Node {
    /// The handle of the element; the same element keeps it as long as its document lives.
    pub id: u32,
    /// The index in [`Page::nodes`] of the nearest ancestor that is there too.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub up: Option<u32>,
    /// The element's name in lower case.
    pub tag: String,
    /// Its `role` attribute.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>", optional))]
    pub role: String,
    /// A leaf or a control: all its visible text. Anything else: the text that stands directly in it.
    /// White space is folded; a secret is cut out and described by [`sealed`](Self::sealed).
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>", optional))]
    pub text: String,
    /// The name given by `aria-label`, `aria-labelledby` or a `<label>`.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>", optional))]
    pub label: String,
    /// The `title` attribute.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>", optional))]
    pub title: String,
    /// What a field holds, where it cannot be a secret (a GUID, an address, a user name) or is read-only.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>", optional))]
    pub value: String,
    /// The field's placeholder.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>", optional))]
    pub hint: String,
    /// Class names of the portals' widget kits as they are, and other attributes as `name=value`
    /// (`data-telemetryname=Menu-Credentials`, `type=password`).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", ts(as = "Option<Vec<String>>", optional))]
    pub marks: Vec<String>,
    /// A sum of the constants below.
    pub state: u32,
    /// The fingerprint of the secret that stood in the text, the title or the value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sealed: Option<Sealed>,
    /// Left, top, width and height in CSS pixels, relative to the frame.
    pub rect: [i32; 4],
}

read_into_default! {
    Page { url, top_url, frame_name, lang, size, nodes }
    Node { id, up, tag, role, text, label, title, value, hint, marks, state, sealed, rect }
}

impl Node {
    /// It cannot be used: `disabled` or `aria-disabled`, also by an ancestor.
    pub const DISABLED: u32 = 1;
    /// A box or radio that is on.
    pub const CHECKED: u32 = 2;
    /// A tab, row or option that is selected.
    pub const SELECTED: u32 = 4;
    /// A drop-down or group that is open.
    pub const EXPANDED: u32 = 8;
    /// A field that holds something.
    pub const FILLED: u32 = 16;
    /// A field that cannot be changed.
    pub const READONLY: u32 = 32;
    /// Something else lies over its middle.
    pub const COVERED: u32 = 64;

    /// Whether a state is set.
    #[must_use]
    pub const fn is(&self, state: u32) -> bool {
        self.state & state != 0
    }
}

/// What stands in place of a secret: nothing else of it leaves the frame.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(optional_fields))]
pub struct Sealed {
    /// The generation, by its signature.
    pub kind: SecretKind,
    /// The number of characters.
    pub length: u32,
    /// The first three characters.
    pub hint: String,
    /// Whether Entra's checksum fits; absent for kinds that have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checksum: Option<bool>,
}
