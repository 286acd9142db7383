//! Hosts that are no part of every journey. The browser is asked for a group of them when it is
//! needed, and a person may take it back at any time.

use serde::{Deserialize, Serialize};

use crate::address::host_of;

/// A group of hosts that is allowed, or taken back, at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Reach {
    /// The portals of Azure for the US government.
    Government,
    /// The portals of Azure in China.
    China,
}

impl Reach {
    /// Every group, in the order in which a person reads of them.
    pub const ALL: &'static [Self] = &[Self::Government, Self::China];

    /// Its name, as it crosses.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Government => "Government",
            Self::China => "China",
        }
    }

    /// The match patterns that the browser is asked for. The `reactblade` hosts are inferred.
    #[must_use]
    pub const fn origins(self) -> &'static [&'static str] {
        match self {
            Self::Government => &[
                "https://portal.azure.us/*",
                "https://entra.microsoft.us/*",
                "https://*.reactblade.azureportal.usgovcloudapi.net/*",
            ],
            Self::China => &[
                "https://portal.azure.cn/*",
                "https://entra.microsoftonline.cn/*",
                "https://*.reactblade.azureportal.chinacloudapi.cn/*",
            ],
        }
    }

    /// The group that an address belongs to; `None` where nothing has to be asked for.
    #[must_use]
    pub fn of(url: &str) -> Option<Self> {
        let (host, _) = host_of(url)?;
        let covers = |pattern: &&str| {
            let of = pattern.trim_start_matches("https://").trim_end_matches("/*");
            match of.strip_prefix("*.") {
                Some(parent) => host.strip_suffix(parent).is_some_and(|sub| sub.ends_with('.')),
                None => host == of,
            }
        };
        Self::ALL.iter().copied().find(|reach| reach.origins().iter().any(covers))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Page, Site, portal_of};

    #[test]
    fn an_address_belongs_to_one_group_or_none() {
        for (url, expected) in [
            ("https://portal.azure.us/#home", Some(Reach::Government)),
            ("https://entra.microsoft.us/", Some(Reach::Government)),
            (
                "https://sandbox-1.reactblade.azureportal.usgovcloudapi.net/x",
                Some(Reach::Government),
            ),
            ("https://portal.azure.cn/", Some(Reach::China)),
            ("https://entra.microsoftonline.cn/", Some(Reach::China)),
            ("https://sandbox-1.reactblade.azureportal.chinacloudapi.cn/", Some(Reach::China)),
            ("https://login.microsoftonline.us/", None),
            ("https://portal.azure.com/", None),
            ("https://app-ab13.marketo.com/", None),
            ("https://portal.azure.us.evil.example/", None),
            ("https://xportal.azure.us/", None),
            ("https://a.portal.azure.us/", None),
            ("https://xreactblade.azureportal.usgovcloudapi.net/", None),
            ("http://portal.azure.us/", None),
        ] {
            assert_eq!(Reach::of(url), expected, "{url}");
        }
    }

    #[test]
    fn each_of_its_hosts_is_a_portal_of_azure() {
        for reach in Reach::ALL {
            for pattern in reach.origins() {
                let url = pattern.replace("*.", "sandbox-1.").replace("/*", "/");
                let top_url = url.contains("sandbox").then(|| "https://portal.azure.us/".into());
                let page = Page { url: url.clone(), top_url, ..Page::default() };
                let site = portal_of(&page, "").map(|portal| portal.site);
                assert_eq!(site, Some(Site::Azure), "{url}");
                assert_eq!(Reach::of(&url), Some(*reach));
            }
        }
    }

    #[test]
    fn a_name_is_what_crosses() {
        for reach in Reach::ALL {
            assert_eq!(serde_json::to_value(reach).unwrap(), reach.name());
        }
    }
}
