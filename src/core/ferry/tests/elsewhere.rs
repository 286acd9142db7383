//! Portals beyond those of every journey.

use super::voyage::*;
use super::*;
use crate::{Cloud, Reach};

const GOVERNMENT: &str = "https://portal.azure.us/";

fn page(url: &str, top_url: Option<&str>) -> Event {
    let hash = "#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/Overview/appId/";
    let page = Page {
        url: [url, hash, APP].concat(),
        top_url: top_url.map(Into::into),
        ..Page::default()
    };
    Event::Saw { place: Place { frame: u64::from(top_url.is_some()), ..place(1) }, page }
}

fn allow(voyage: &mut Voyage, reaches: &[Reach]) {
    voyage.tell(Event::Allowed { reaches: reaches.to_vec() });
}

fn azure_url(voyage: &Voyage) -> Option<String> {
    voyage.ferry.logbook.voyage.as_ref().unwrap().azure_url.clone()
}

#[test]
fn a_page_is_seen_only_where_it_is_allowed() {
    let mut voyage = Voyage::begin();
    voyage.tell(page(GOVERNMENT, None));
    assert_eq!(azure_url(&voyage), None);

    allow(&mut voyage, &[Reach::China]);
    voyage.tell(page(GOVERNMENT, None));
    assert_eq!(azure_url(&voyage), None);

    allow(&mut voyage, &[Reach::Government]);
    voyage.tell(page(GOVERNMENT, None));
    assert_eq!(azure_url(&voyage).as_deref(), Some(GOVERNMENT));
    assert_eq!(voyage.ferry.view(NOW).elsewhere.cloud, Cloud::Government);
    assert!(voyage.ferry.lookout.picture(1).is_some());

    allow(&mut voyage, &[]);
    assert!(voyage.ferry.lookout.picture(1).is_none(), "taken back, forgotten");
    assert_eq!(voyage.ferry.view(NOW).elsewhere.asks, Some(Reach::Government));
}

#[test]
fn the_way_to_azure_follows_the_cloud() {
    let mut voyage = Voyage::begin();
    for (cloud, expected) in [
        (Cloud::Government, "https://portal.azure.us/#"),
        (Cloud::China, "https://portal.azure.cn/#"),
        (Cloud::World, "https://portal.azure.com/#"),
    ] {
        voyage.tell(Event::Asked { command: Command::Locate { cloud } });
        let effects = voyage
            .ferry
            .handle(Event::Asked { command: Command::Press { button: Button::OpenAzure } }, NOW);
        let opened = effects.iter().find_map(|effect| match effect {
            Effect::Open { url } => Some(url.as_str()),
            _ => None,
        });
        assert!(opened.is_some_and(|url| url.starts_with(expected)), "{opened:?}");
        assert_eq!(voyage.ferry.view(NOW).elsewhere.asks, cloud.reach());
    }
}
