//! The test of a pair: one request to Microsoft's sign-in service, and what came of it. The core names the request; the shell
//! makes it, lets go of the token unread, and says the outcome and the numbers of Microsoft's refusal.

use serde::{Deserialize, Serialize};

use crate::record::read_into_default;
use crate::{Cloud, Text, Tone};

/// How a request for a token ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Outcome {
    /// Microsoft gave a token: the pair works.
    Granted,
    /// Microsoft refused and, mostly, said by number why.
    Refused,
    /// The host may not be reached: the person did not allow it, or has taken it back.
    NotAllowed,
    /// There was no way to Microsoft.
    #[default]
    Offline,
    /// No answer came in time.
    TimedOut,
    /// The answer led elsewhere.
    Redirected,
    /// The answer was longer than any answer of Microsoft's.
    TooLong,
    /// The answer was none of Microsoft's.
    Strange,
}

/// What is remembered of a test: neither a token nor anything of the secret.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Trial {
    /// The client ID of the pair that was tested.
    pub client_id: String,
    /// How it ended.
    pub outcome: Outcome,
    /// The numbers of Microsoft's refusal.
    pub codes: Vec<u32>,
}

read_into_default! {
    Trial { client_id, outcome, codes }
}

impl Trial {
    /// Whether the outcome says something about the pair.
    #[must_use]
    pub fn is_telling(&self) -> bool {
        let by_browser = || self.codes.iter().any(|code| matches!(code, 9_002_326 | 9_002_327));
        match self.outcome {
            Outcome::Granted => true,
            Outcome::Refused => !self.codes.is_empty() && !by_browser(),
            _ => false,
        }
    }

    /// The sentence for it.
    #[must_use]
    pub fn text(&self) -> Text {
        Text::plain(match self.outcome {
            Outcome::Granted => "test_granted",
            Outcome::Refused if self.codes.is_empty() => "test_refused_unsaid",
            Outcome::Refused if !self.is_telling() => "test_cannot",
            Outcome::Refused => "test_refused",
            Outcome::NotAllowed => "test_not_allowed",
            Outcome::Offline => "test_offline",
            Outcome::TimedOut => "test_timed_out",
            Outcome::Redirected => "test_redirected",
            Outcome::TooLong => "test_too_long",
            Outcome::Strange => "test_strange",
        })
    }

    /// How it is meant.
    #[must_use]
    pub fn tone(&self) -> Tone {
        match self.outcome {
            Outcome::Granted => Tone::Good,
            // What says nothing of the pair does not speak against it.
            Outcome::Refused if self.is_telling() => Tone::Bad,
            _ => Tone::Warn,
        }
    }
}

/// Where a token of this tenant is asked for; `None` for what is no tenant's ID.
#[must_use]
pub fn token_address(cloud: Cloud, tenant_id: &str) -> Option<String> {
    let tenant_id = crate::parse_guid(tenant_id)?;
    Some([cloud.sign_in(), &tenant_id, "/oauth2/v2.0/token"].concat())
}

/// What the token is asked for: this organisation's Dynamics where its address is known, else Microsoft Graph, which every
/// tenant has.
#[must_use]
pub fn scope(cloud: Cloud, dynamics: Option<&str>) -> String {
    let scope = |host: &str| ["https://", host, "/.default"].concat();
    let host = dynamics.and_then(|url| url.strip_prefix("https://")?.split('/').next());
    let plain = |host: &&str| {
        host.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.'))
            && [".dynamics.com", ".dynamics.us", ".microsoftdynamics.us", ".dynamics.cn"]
                .iter()
                .any(|end| host.ends_with(end))
    };
    match host.filter(plain) {
        // The services' address of an organisation is another one than that of the organisation itself.
        Some(host) => scope(&host.replacen(".api.", ".", 1)),
        None => scope(cloud.graph()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_asked_for_at_the_tenant_s_own_address() {
        let tenant = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
        let of = |cloud| token_address(cloud, tenant).unwrap();
        assert_eq!(
            of(Cloud::World),
            format!("https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token")
        );
        assert!(of(Cloud::China).starts_with("https://login.partner.microsoftonline.cn/"));
        for stranger in ["", "common", "evil.example/", "../x", "contoso.onmicrosoft.com"] {
            assert_eq!(token_address(Cloud::World, stranger), None, "{stranger}");
        }
    }

    #[test]
    fn the_token_is_for_dynamics_where_its_address_is_known() {
        for (url, expected) in [
            (
                Some("https://contoso.api.crm4.dynamics.com/XRMServices/2011/Organization.svc"),
                "https://contoso.crm4.dynamics.com/.default",
            ),
            (Some("https://contoso.crm.dynamics.com"), "https://contoso.crm.dynamics.com/.default"),
            (Some("https://crm.contoso.example/"), "https://graph.microsoft.com/.default"),
            (Some("https://x y.dynamics.com/"), "https://graph.microsoft.com/.default"),
            (Some("https://evil.example?.dynamics.com"), "https://graph.microsoft.com/.default"),
            (Some("http://contoso.crm.dynamics.com/"), "https://graph.microsoft.com/.default"),
            (None, "https://graph.microsoft.com/.default"),
        ] {
            assert_eq!(scope(Cloud::World, url), expected, "{url:?}");
        }
        assert_eq!(scope(Cloud::Government, None), "https://graph.microsoft.us/.default");
    }

    #[test]
    fn a_refusal_of_the_browser_says_nothing_of_the_pair() {
        let refused = |codes: &[u32]| Trial {
            outcome: Outcome::Refused,
            codes: codes.to_vec(),
            ..Trial::default()
        };
        let wrong = refused(&[7_000_215]);
        assert!(wrong.is_telling());
        assert_eq!(wrong.tone(), Tone::Bad);
        for silent in [refused(&[]), refused(&[9_002_326]), refused(&[9_002_327])] {
            assert!(!silent.is_telling(), "{silent:?}");
            assert_eq!(silent.tone(), Tone::Warn, "{silent:?}");
        }
        assert!(!Trial::default().is_telling());
    }
}
