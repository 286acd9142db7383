//! Pastes put together at random.

use super::super::*;
use super::*;

#[test]
fn random_pastes_are_read_without_a_panic_and_nothing_is_made_up() {
    const PARTS: &[&str] = &[
        "<S>",
        "<P>",
        "<C>",
        "<T>",
        "<S20>",
        "<S-20>",
        "<S%>",
        "<Su>",
        "Client ID",
        "Secret ID",
        "Value",
        "secret",
        "password",
        "tenant",
        ":",
        "=",
        " ",
        "\t",
        "\n",
        "|",
        ",",
        "\"",
        "{",
        "}",
        "\\",
        "\\u00",
        "*",
        "\u{2026}",
        "12/31/2027",
        "\u{feff}",
        "\u{1f511}",
        "Marketo",
        "8Q",
        "~",
        "--",
        "/Date(",
        "&amp;",
    ];
    let mut dice = Dice::new(3);
    let values = values(1);
    let mut kept = 0;
    for _ in 0..30_000 {
        let count = dice.below(20);
        let template: String = (0..count).map(|_| *dice.pick(PARTS)).collect();
        let text = filled(&template, &values);
        let pasted = unpack(Secret::new(text.clone()), &Known::default());
        assert_eq!(pasted.secret.is_some(), pasted.verdict.accepts(), "{template}");
        if let Some(secret) = &pasted.secret {
            let plain = text.replace("\\u007e", "~");
            assert!(plain.contains(secret.expose()) || text.contains('\\'), "{template}");
            kept += 1;
        }
        for (id, found) in [("C", &pasted.client_id), ("T", &pasted.tenant_id)] {
            let real = values.ids.iter().any(|(_, guid)| found.as_ref() == Some(guid));
            assert!(found.is_none() || real, "{id} of {template}");
        }
    }
    assert!(kept > 3_000);
}
