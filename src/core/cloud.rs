//! Microsoft's clouds: the same portals, sign-in service and products, each under names of its own.

use serde::{Deserialize, Serialize};

use crate::Reach;

/// One of Microsoft's clouds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Cloud {
    /// The one for everybody.
    #[default]
    World,
    /// The US government's (GCC High and DoD; GCC is in the worldwide one).
    Government,
    /// The one in China, run by 21Vianet.
    China,
}

impl Cloud {
    /// Every cloud, in the order in which it is offered.
    pub const ALL: &'static [Self] = &[Self::World, Self::Government, Self::China];

    /// The cloud of a portal's address.
    #[must_use]
    pub fn of(url: &str) -> Self {
        match Reach::of(url) {
            Some(Reach::Government) => Self::Government,
            Some(Reach::China) => Self::China,
            _ => Self::World,
        }
    }

    /// Its name, as it crosses.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::World => "World",
            Self::Government => "Government",
            Self::China => "China",
        }
    }

    /// Where its Azure portal opens.
    #[must_use]
    pub const fn portal(self) -> &'static str {
        match self {
            Self::World => "https://portal.azure.com/",
            Self::Government => "https://portal.azure.us/",
            Self::China => "https://portal.azure.cn/",
        }
    }

    /// Its sign-in service, for tokens and for consent.
    #[must_use]
    pub const fn sign_in(self) -> &'static str {
        match self {
            Self::World => "https://login.microsoftonline.com/",
            Self::Government => "https://login.microsoftonline.us/",
            Self::China => "https://login.partner.microsoftonline.cn/",
        }
    }

    /// The match pattern of the sign-in service, which the browser is asked for before a pair is tested there.
    #[must_use]
    pub const fn sign_in_origin(self) -> &'static str {
        match self {
            Self::World => "https://login.microsoftonline.com/*",
            Self::Government => "https://login.microsoftonline.us/*",
            Self::China => "https://login.partner.microsoftonline.cn/*",
        }
    }

    /// The host of its Microsoft Graph.
    #[must_use]
    pub const fn graph(self) -> &'static str {
        match self {
            Self::World => "graph.microsoft.com",
            Self::Government => "graph.microsoft.us",
            Self::China => "microsoftgraph.chinacloudapi.cn",
        }
    }

    /// What must be allowed before Keyferry sees its portals; nothing for the worldwide one.
    #[must_use]
    pub const fn reach(self) -> Option<Reach> {
        match self {
            Self::World => None,
            Self::Government => Some(Reach::Government),
            Self::China => Some(Reach::China),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Site, portal_at};

    #[test]
    fn each_cloud_has_a_portal_and_a_sign_in_service_of_its_own() {
        for cloud in Cloud::ALL {
            assert_eq!(Cloud::of(cloud.portal()), *cloud);
            assert_eq!(Reach::of(cloud.portal()), cloud.reach());
            assert!(cloud.sign_in().starts_with("https://login."));
            assert_eq!(cloud.sign_in_origin(), format!("{}*", cloud.sign_in()));
            // No portal: no content script ever runs there.
            assert_eq!(portal_at(cloud.sign_in(), "").map(|it| it.site), None);
            assert_eq!(portal_at(cloud.portal(), "").map(|it| it.site), Some(Site::Azure));
            assert_eq!(serde_json::to_value(cloud).unwrap(), cloud.name());
        }
    }
}
