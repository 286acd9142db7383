//! The classifier by hand; by the hundred thousand in `proof.rs`.
#![expect(clippy::string_slice, reason = "the values are made here, of ASCII")]

use super::specimen::{self, Dice};
use super::*;

fn known() -> Known {
    let mut dice = Dice::new(7);
    Known {
        client_id: Some(dice.guid()),
        tenant_id: Some(dice.guid()),
        object_id: Some(dice.guid()),
        secret_id: Some(dice.guid()),
    }
}

fn verdict(text: impl Into<String>) -> Verdict {
    weigh(&Secret::new(text.into()), &known())
}

#[test]
fn tells_a_guid_from_its_neighbours() {
    let known = known();
    for (guid, expected) in [
        (known.client_id.clone(), Verdict::IsClientId),
        (known.tenant_id.clone(), Verdict::IsTenantId),
        (known.object_id.clone(), Verdict::IsObjectId),
        (known.secret_id.clone(), Verdict::SecretId),
    ] {
        let guid = guid.unwrap();
        assert_eq!(verdict(guid.to_uppercase()), expected);
        assert_eq!(verdict(format!("{{{guid}}} ")), expected);
    }
}

#[test]
fn addresses_and_words_are_no_secrets() {
    for text in [
        "https://contoso.crm.dynamics.com/",
        "contoso.onmicrosoft.com",
        "marketo-sync@contoso.onmicrosoft.com",
        "Marketo",
        "12/31/2027",
        "Nyckelf\u{e4}rja f\u{f6}r".replace(' ', "").as_str(),
    ] {
        assert_eq!(verdict(text), Verdict::Foreign, "{text:?}");
    }
}

#[test]
fn every_trimmed_value_that_is_kept_weighs_the_same() {
    for round in 0..10_000 {
        for value in [specimen::current(round), specimen::previous(round), specimen::legacy(round)]
        {
            let text = Secret::new(format!("\u{feff}\u{201c}{value}\u{201d}\r\n"));
            let verdict = weigh(&text, &Known::default());
            let clean = text.trimmed();
            assert!(verdict.accepts());
            assert_eq!(clean.expose(), value);
            assert_eq!(weigh(&clean, &Known::default()), verdict);
            let print = Fingerprint::of(&clean, verdict).unwrap();
            assert_eq!((print.hint.as_str(), print.length as usize), (&value[..3], value.len()));
        }
    }
}
