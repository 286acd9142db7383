//! Which portal an address belongs to. Exact hosts only: whatever merely looks like one is nobody's.

use crate::{Page, Site};

/// The portal that a frame belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Portal {
    /// Azure or Marketo.
    pub site: Site,
    /// One of the extension's own practice pages, where only made-up pairs exist.
    pub practice: bool,
}

/// The portal of a frame: by its own address, and by the top frame's where it is a frame in another page.
///
/// `own_origin` is the extension's (`chrome-extension://…`); empty for none.
#[must_use]
pub fn portal_of(page: &Page, own_origin: &str) -> Option<Portal> {
    let own = frame(&page.url, own_origin)?;
    let Some(top) = page.top_url.as_deref().filter(|top| *top != page.url) else {
        return own.stands_alone.then_some(own.portal);
    };
    let top = frame(top, own_origin)?;
    (top.stands_alone && top.portal == own.portal).then_some(own.portal)
}

/// The portal at an address that a person can open: a top frame's.
#[must_use]
pub fn portal_at(url: &str, own_origin: &str) -> Option<Portal> {
    frame(url, own_origin).filter(|frame| frame.stands_alone).map(|frame| frame.portal)
}

struct Frame {
    portal: Portal,
    /// Not only as a frame inside another page.
    stands_alone: bool,
}

fn frame(url: &str, own_origin: &str) -> Option<Frame> {
    let practice = |site| Frame { portal: Portal { site, practice: true }, stands_alone: true };
    let real =
        |site, stands_alone| Frame { portal: Portal { site, practice: false }, stands_alone };
    if let Some(path) = own_path(url, own_origin) {
        return match path.strip_prefix("practice/")?.split(['/', '?', '#']).next()? {
            "azure" => Some(practice(Site::Azure)),
            "marketo" => Some(practice(Site::Marketo)),
            _ => None,
        };
    }
    let (host, rest) = host_of(url)?;
    if is_azure(host) {
        Some(real(Site::Azure, true))
    } else if is_react_blade(host) {
        Some(real(Site::Azure, false))
    } else if is_marketo(host) || (host == ADOBE_SHELL && rest.contains("/marketo-engage")) {
        Some(real(Site::Marketo, true))
    } else {
        None
    }
}

const ADOBE_SHELL: &str = "experience.adobe.com";

fn own_path<'u>(url: &'u str, own_origin: &str) -> Option<&'u str> {
    let origin = own_origin.trim_end_matches('/');
    if origin.is_empty() {
        return None;
    }
    url.strip_prefix(origin)?.strip_prefix('/')
}

/// The host of an `https:` address without user, port or trailing dot, and what follows it.
pub(crate) fn host_of(url: &str) -> Option<(&str, &str)> {
    let rest = url.strip_prefix("https://")?;
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (host, rest) = rest.split_at_checked(end)?;
    let plain = |byte: u8| {
        byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'.' || byte == b'-'
    };
    (!host.is_empty()
        && host.bytes().all(plain)
        && !host.starts_with(['.', '-'])
        && !host.ends_with(['.', '-'])
        && !host.contains(".."))
    .then_some((host, rest))
}

fn is_azure(host: &str) -> bool {
    matches!(
        host,
        "portal.azure.com"
            | "entra.microsoft.com"
            | "portal.azure.us"
            | "entra.microsoft.us"
            | "portal.azure.cn"
            | "entra.microsoftonline.cn"
    ) || host.strip_suffix(".portal.azure.com").is_some_and(is_label)
}

/// The hosts of the portal's React blades. The sovereign ones are inferred from those of its other extensions.
fn is_react_blade(host: &str) -> bool {
    let Some((sandbox, rest)) = host.split_once('.') else { return false };
    let numbers = |text: &str| {
        text.split('-')
            .all(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
    };
    sandbox.strip_prefix("sandbox-").is_some_and(numbers)
        && matches!(
            rest,
            "reactblade.portal.azure.net"
                | "reactblade-ms.portal.azure.net"
                | "reactblade-rc.portal.azure.net"
                | "reactblade.azureportal.usgovcloudapi.net"
                | "reactblade.azureportal.chinacloudapi.cn"
        )
}

fn is_marketo(host: &str) -> bool {
    let Some(pod) = host.strip_suffix(".marketo.com") else { return false };
    pod.strip_prefix("app-")
        .or_else(|| pod.strip_prefix("engage-"))
        .is_some_and(|name| is_label(name) && !name.contains('-'))
}

fn is_label(name: &str) -> bool {
    !name.is_empty() && !name.contains('.') && !name.starts_with('-') && !name.ends_with('-')
}

#[cfg(test)]
mod tests {
    use super::*;

    const OWN: &str = "chrome-extension://abcdefghijklmnop";

    #[track_caller]
    fn check(url: &str, top_url: Option<&str>, expected: Option<(Site, bool)>) {
        let page = Page { url: url.into(), top_url: top_url.map(Into::into), ..Page::default() };
        let found = portal_of(&page, OWN).map(|portal| (portal.site, portal.practice));
        assert_eq!(found, expected, "{url} in {top_url:?}");
    }

    #[test]
    fn azure_hosts() {
        for url in [
            "https://portal.azure.com/",
            "https://portal.azure.com",
            "https://portal.azure.com#view/x",
            "https://portal.azure.com/?l=sv.sv-se#@contoso.onmicrosoft.com/blade/x",
            "https://ms.portal.azure.com/#home",
            "https://preview.portal.azure.com/#home",
            "https://fujitsu.portal.azure.com/#home",
            "https://entra.microsoft.com/#view/x",
            "https://portal.azure.us/#home",
            "https://portal.azure.cn/#home",
            "https://entra.microsoft.us/#home",
            "https://entra.microsoftonline.cn/#home",
        ] {
            check(url, None, Some((Site::Azure, false)));
        }
    }

    #[test]
    fn react_blades_only_inside_azure() {
        for url in [
            "https://sandbox-1.reactblade.portal.azure.net/x?y",
            "https://sandbox-22-5.reactblade.portal.azure.net/",
            "https://sandbox-3.reactblade-ms.portal.azure.net/",
            "https://sandbox-3.reactblade-rc.portal.azure.net/",
        ] {
            check(url, Some("https://portal.azure.com/#view/x"), Some((Site::Azure, false)));
            check(url, None, None);
            check(url, Some("https://evil.example/"), None);
            check(url, Some("https://app-ab13.marketo.com/#DY0A1"), None);
            check(url, Some("https://sandbox-9.reactblade.portal.azure.net/"), None);
        }
        check(
            "https://sandbox-1.reactblade.azureportal.usgovcloudapi.net/",
            Some("https://portal.azure.us/"),
            Some((Site::Azure, false)),
        );
    }

    #[test]
    fn marketo_hosts() {
        for url in [
            "https://app-ab13.marketo.com/#DY0A1",
            "https://app-sjp.marketo.com/",
            "https://engage-ab.marketo.com/?munchkinId=123-ABC-456#/classic/DY0A1",
            "https://experience.adobe.com/#/@contoso/so:123-ABC-456/marketo-engage/classic/DY0A1",
        ] {
            check(url, None, Some((Site::Marketo, false)));
        }
        check(
            "https://engage-ab.marketo.com/#/classic/DY0A1",
            Some(
                "https://experience.adobe.com/#/@contoso/so:123-ABC-456/marketo-engage/classic/DY0A1",
            ),
            Some((Site::Marketo, false)),
        );
        check(
            "https://engage-ab.marketo.com/#/classic/DY0A1",
            Some("https://partner.example/"),
            None,
        );
    }

    #[test]
    fn practice_pages_are_the_extensions_own() {
        check(
            "chrome-extension://abcdefghijklmnop/practice/azure/index.html#view/x",
            None,
            Some((Site::Azure, true)),
        );
        check(
            "chrome-extension://abcdefghijklmnop/practice/marketo/",
            None,
            Some((Site::Marketo, true)),
        );
        check(
            "chrome-extension://abcdefghijklmnop/practice/azure/blade.html",
            Some("chrome-extension://abcdefghijklmnop/practice/azure/index.html"),
            Some((Site::Azure, true)),
        );
        for url in [
            "chrome-extension://abcdefghijklmnop/panel.html",
            "chrome-extension://abcdefghijklmnop/practice/",
            "chrome-extension://abcdefghijklmnop/practice/azurex/",
            "chrome-extension://abcdefghijklmnopq/practice/azure/",
            "chrome-extension://ponmlkjihgfedcba/practice/azure/",
            "moz-extension://abcdefghijklmnop/practice/azure/",
        ] {
            check(url, None, None);
        }
        let page = Page { url: "/practice/azure/".into(), ..Page::default() };
        assert_eq!(portal_of(&page, ""), None, "no origin of its own: no practice pages");
    }

    #[test]
    fn nobody_else() {
        for url in [
            "http://portal.azure.com/",
            "https://portal.azure.com./",
            "https://portal.azure.com:444/",
            "https://user@portal.azure.com/",
            "https://portal.azure.com@evil.example/",
            "https://portal.azure.com.evil.example/",
            "https://portal-azure.com/",
            "https://xportal.azure.com/",
            "https://a.b.portal.azure.com/",
            "https://.portal.azure.com/",
            "https://evil.example/#portal.azure.com",
            "https://evil.example/portal.azure.com/",
            "https://PORTAL.azure.com.evil.example/",
            "https://portal.azure.com\\.evil.example/",
            "https://p\u{43e}rtal.azure.com/",
            "https://xn--prtal-wqa.azure.com/",
            "https://learn.microsoft.com/entra/",
            "https://login.microsoftonline.com/",
            "https://www.marketo.com/",
            "https://login.marketo.com/",
            "https://app.marketo.com/",
            "https://app-.marketo.com/",
            "https://app-ab13.marketo.com.evil.example/",
            "https://app-ab-13.marketo.com/",
            "https://xapp-ab13.marketo.com/",
            "https://a.app-ab13.marketo.com/",
            "https://app-ab13.marketo.co/",
            "https://app-ab13-marketo.com/",
            "https://pages.marketodesigner.com/",
            "https://info.contoso.com/lp/marketo.html",
            "https://experience.adobe.com/#/@contoso/aem",
            "https://experience.adobe.com.evil.example/#/marketo-engage",
            "file:///tmp/portal.azure.com/index.html",
            "about:blank",
            "data:text/html,https://portal.azure.com",
            "https://",
            "",
        ] {
            check(url, None, None);
        }
    }
}
