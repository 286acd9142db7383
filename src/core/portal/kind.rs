//! What an element is to a person, whatever markup makes it.

use crate::Node;

/// What an element is to a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Something to press.
    Button,
    /// Something that leads elsewhere.
    Link,
    /// A tab of a tab strip.
    Tab,
    /// One of several, one chosen.
    Radio,
    /// A box to tick.
    Checkbox,
    /// A line to type into.
    Field,
    /// A closed drop-down.
    Choice,
    /// An entry of an open drop-down or list box.
    Option,
    /// A heading.
    Heading,
    /// A row of a table or grid.
    Row,
    /// A cell of a table or grid.
    Cell,
    /// The head of a column.
    ColumnHead,
    /// A table or grid.
    Grid,
    /// A dialog or a pane that acts as one.
    Dialog,
    /// A frame, seen from outside.
    Frame,
    /// A picture.
    Image,
    /// Anything else.
    Other,
}

impl Kind {
    /// By the role first, then by the element's own nature.
    #[must_use]
    pub fn of(node: &Node) -> Self {
        Self::by_role(&node.role).or_else(|| Self::by_tag(node)).unwrap_or(Self::Other)
    }

    /// Whether a person can do something with it.
    #[must_use]
    pub const fn is_control(self) -> bool {
        matches!(
            self,
            Self::Button
                | Self::Link
                | Self::Tab
                | Self::Radio
                | Self::Checkbox
                | Self::Field
                | Self::Choice
                | Self::Option
        )
    }

    fn by_role(role: &str) -> Option<Self> {
        Some(match role {
            "button" | "menuitem" | "menuitemradio" | "menuitemcheckbox" | "switch" => Self::Button,
            "link" => Self::Link,
            "tab" => Self::Tab,
            "radio" => Self::Radio,
            "checkbox" => Self::Checkbox,
            "textbox" | "searchbox" => Self::Field,
            "combobox" => Self::Choice,
            "option" | "treeitem" => Self::Option,
            "heading" => Self::Heading,
            "row" => Self::Row,
            "cell" | "gridcell" | "rowheader" => Self::Cell,
            "columnheader" => Self::ColumnHead,
            "grid" | "table" | "treegrid" => Self::Grid,
            "dialog" | "alertdialog" => Self::Dialog,
            "img" | "image" => Self::Image,
            _ => return None,
        })
    }

    fn by_tag(node: &Node) -> Option<Self> {
        let kind = |name: &str| {
            node.marks.iter().any(|mark| {
                mark.strip_prefix("type=").is_some_and(|kind| kind.eq_ignore_ascii_case(name))
            })
        };
        Some(match node.tag.as_str() {
            "button" | "summary" => Self::Button,
            "a" => Self::Link,
            "select" => Self::Choice,
            "textarea" => Self::Field,
            "input" if kind("radio") => Self::Radio,
            "input" if kind("checkbox") => Self::Checkbox,
            "input" if kind("button") || kind("submit") || kind("reset") || kind("image") => {
                Self::Button
            }
            "input" => Self::Field,
            "option" => Self::Option,
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Self::Heading,
            "tr" => Self::Row,
            "td" => Self::Cell,
            "th" => Self::ColumnHead,
            "table" => Self::Grid,
            "dialog" => Self::Dialog,
            "iframe" | "frame" => Self::Frame,
            "img" | "svg" => Self::Image,
            _ if kind("button") => Self::Button,
            _ => return None,
        })
    }
}
