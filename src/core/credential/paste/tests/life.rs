//! Pastes from real life: where each comes from, what it looks like, what Keyferry makes of it, and what it finds in it.

use super::super::*;
use super::*;

/// Where it comes from, the template, the verdict, and what is found (see [`check`]).
const PASTES: &[(&str, &str, Verdict, &str)] = &[
    // Azure itself.
    ("the value's copy button", "<S>", Verified, "S"),
    ("the value, marked with the mouse and a space too many", " <S> ", Verified, "S"),
    ("the value, line break included", "<S>\r\n", Verified, "S"),
    ("the cell, its button included", "<S>Copy to clipboard", Verified, "S"),
    ("the Secret ID's copy button", "<K>", Guid, ""),
    ("the Secret ID in capitals and braces", "{<K^>}", Guid, ""),
    ("the value a day later", "abc******************", Masked, ""),
    (
        "the value a day later, in the new portal",
        "abc\u{25cf}\u{25cf}\u{25cf}\u{25cf}\u{25cf}\u{25cf}",
        Masked,
        "",
    ),
    ("the word in place of the value", "Hidden", Masked, ""),
    ("a row of the table", "Marketo\t12/31/2027\t<S>\t<K>", Verified, "KS"),
    ("a row of the table, a cell on each line", "Marketo\n12/31/2027\n<S>\n<K>", Verified, "KS"),
    ("both columns at once", "<S>\t<K>", Verified, "KS"),
    ("both columns at once, one below the other", "<S>\n<K>", Verified, "S?"),
    ("both columns with their headings", "Value\tSecret ID\n<S>\t<K>", Verified, "KS"),
    (
        "two rows, the older one masked",
        "Old\t1/31/2026\tabc******************\t<O>\nMarketo\t12/31/2027\t<S>\t<K>",
        Verified,
        "KS",
    ),
    (
        "the table in Swedish",
        "Beskrivning\tUpph\u{f6}r att g\u{e4}lla\tV\u{e4}rde\tHemligt ID\nMarketo\t2027-12-31\t<S>\t<K>",
        Verified,
        "KS",
    ),
    (
        "the overview, all of it",
        "Display name\n:\nMarketo\nApplication (client) ID\n:\n<C>\nObject ID\n:\n<O>\nDirectory (tenant) ID\n:\n<T>\n\
         Supported account types\n:\nMy organization only\nClient credentials\n:\n0 certificate, 1 secret",
        Missing,
        "CTO",
    ),
    (
        "overview and secret in Swedish",
        "Program-ID (klient)\t<C>\nObjekt-ID\t<O>\nKatalog-ID (klientorganisation)\t<T>\nV\u{e4}rde\t<S>",
        Verified,
        "CTOS",
    ),
    // Excel and other sheets.
    ("Excel, two cells of a row", "<C>\t<S>\r\n", Verified, "CS"),
    ("Excel, two cells of a column", "<C>\r\n<S>\r\n", Verified, "CS"),
    ("Excel, the secret's cell first", "<S>\r\n<C>\r\n", Verified, "S?"),
    ("Excel with headings", "Client ID\tClient secret\n<C>\t<S>\n", Verified, "CS"),
    ("Excel, labels beside", "Client ID\t<C>\nClient secret\t<S>\n", Verified, "CS"),
    (
        "Excel, an empty column between",
        "Client ID\t\t<C>\r\nClient secret\t\t<S>\r\n",
        Verified,
        "CS",
    ),
    ("Excel, a cell with a line break in it", "\"<S20>\n<S-20>\"", Dirty, ""),
    ("Excel, cells in quotes", "\"<C>\"\t\"<S>\"", Verified, "CS"),
    ("a CSV file", "App name,Client ID,Tenant ID,Secret\nMarketo,<C>,<T>,<S>", Verified, "CTS"),
    (
        "a CSV file from Europe",
        "App name;Client ID;Tenant ID;Secret\nMarketo;<C>;<T>;<S>",
        Verified,
        "CTS",
    ),
    // Teams and other chats.
    (
        "Teams, name and time above",
        "[09:12] Kim Larsson\nClient ID:\u{a0}<C>\nSecret:\u{a0}<S>",
        Verified,
        "CS",
    ),
    ("Teams, in one line", "Kim Larsson 09:12\nhere is the pair <C> / <S>", Verified, "CS"),
    ("Teams, wrapped by a no-break space", "<S20>\u{a0}<S-20>", Dirty, ""),
    ("Teams, a zero-width space at the end", "<S>\u{200b}", Verified, "S"),
    ("Slack, as code", "`<S>`", Verified, "S"),
    (
        "Slack, as a list",
        "\u{2022} Client ID: \u{201c}<C>\u{201d}\n\u{2022} Secret: \u{201c}<S>\u{201d}",
        Verified,
        "CS",
    ),
    // Outlook and other mail.
    ("Outlook, a line for each", "Client ID: <C>\nClient secret: <S>", Verified, "CS"),
    (
        "Outlook, quoted in an answer",
        "> Client ID: <C>\n> Client Secret: <S>\n>\n> Regards",
        Verified,
        "CS",
    ),
    (
        "Outlook, a table as plain text",
        "Client ID\n\n<C>\n\nClient Secret\n\n<S>\n\n",
        Verified,
        "CS",
    ),
    (
        "Outlook with its head",
        "From: kim@contoso.com\nSent: 2026-11-23\nClient ID = <C>\nClient Secret = <S>",
        Verified,
        "CS",
    ),
    (
        "a mail in prose",
        "Hi!\nHere you go:\nid <C> and the secret <S>\nRegards, Kim",
        Verified,
        "CS",
    ),
    ("a mail, wrapped at 76 letters", "The secret is <S20>\n<S-20>", Dirty, ""),
    ("a mail, quoted-printable", "<S20>=\r\n<S-20>", Dirty, ""),
    ("a mail with the wrong ID", "Client ID: <C>\nClient secret: <K>", Guid, "C"),
    ("a mail that names the Secret ID", "Client ID: <C>\nSecret ID: <K>", Missing, "CK"),
    (
        "a mail with a user's password too",
        "Client ID: <C>\nSecret: <S>\nUsername: sync@contoso.com\nPassword: correct-horse-battery",
        Verified,
        "CS",
    ),
    ("a mail with a full stop", "The client secret is <S>.", Verified, "S"),
    // Word, PDF, OneNote.
    ("Word, curly quotes", "\u{201c}<S>\u{201d}", Verified, "S"),
    ("Word, German quotes", "\u{201e}<S>\u{201c}", Verified, "S"),
    ("Word, French quotes", "\u{ab}\u{a0}<S>\u{a0}\u{bb}", Verified, "S"),
    (
        "Word, dashes for hyphens",
        "Client ID \u{2013} <C>\nClient secret \u{2013} <S>",
        Verified,
        "CS",
    ),
    ("Word, a soft hyphen inside", "Client ID: <C>\nClient secret: <S20>\u{ad}<S-20>", Dirty, "C"),
    ("Word, soft hyphens around", "\u{ad}<S>\u{ad}", Verified, "S"),
    ("a PDF, hyphenated", "<S20>-\r\n<S-20>", Dirty, ""),
    ("a PDF, with a ligature's space", "<S20> <S-20>", Dirty, ""),
    ("a PDF in columns", "Client ID          Client secret\n<C>          <S>", Verified, "CS"),
    ("OneNote, cut for display", "<S20>\u{2026}", Masked, ""),
    // Notepad, editors, scripts.
    ("Notepad, with a byte order mark", "\u{feff}<S>", Verified, "S"),
    (
        "a note with both banks",
        "Marketo: https://app-sj01.marketo.com\nDynamics: https://contoso.crm.dynamics.com\nID <C>\nSecret <S>",
        Verified,
        "CS",
    ),
    ("a label before it", "Value: <S>", Verified, "S"),
    ("a label glued to it", "Value<S>", Verified, "S"),
    (
        "an env file",
        "# Marketo\nTENANT_ID=<T>\nCLIENT_ID=<C>\nCLIENT_SECRET=<S>\n",
        Verified,
        "CTS",
    ),
    (
        "a shell's export",
        "export ARM_CLIENT_ID=<C>\nexport ARM_CLIENT_SECRET='<S>'",
        Verified,
        "CS",
    ),
    (
        "PowerShell",
        "$clientId = \"<C>\"\n$clientSecret = \"<S>\"\n$tenantId = \"<T>\"",
        Verified,
        "CTS",
    ),
    ("YAML", "azure:\n  clientId: <C>\n  clientSecret: '<S>'\n", Verified, "CS"),
    ("JSON", "{\"client_id\": \"<C>\", \"client_secret\": \"<S>\"}", Verified, "CS"),
    (
        "JSON within a string",
        "{\\\"appId\\\":\\\"<C>\\\",\\\"password\\\":\\\"<S>\\\"}",
        Verified,
        "CS",
    ),
    ("JSON, one line of it", "\"password\": \"<S>\",", Verified, "S"),
    ("JSON with an escape", "{\"appId\":\"<C>\",\"password\":\"<Su>\"}", Verified, "CS"),
    ("Terraform, kept to itself", "client_id = \"<C>\"\nclient_secret = <sensitive>", Masked, "C"),
    // The web.
    ("a form's body", "client_id=<C>&client_secret=<S>", Verified, "CS"),
    ("an address, percent-encoded", "<S%>", Dirty, ""),
    ("HTML, an ampersand for a character", "<S&>", Dirty, ""),
    ("HTML's quotes", "&quot;<S>&quot;", Verified, "S"),
    ("HTML's table", "<td><C></td><td><S></td>", Verified, "CS"),
    ("Markdown", "**Client ID:** `<C>`\n**Secret:** `<S>`", Verified, "CS"),
    ("Markdown, escaped", "<S\\>", Dirty, ""),
    (
        "Markdown's table",
        "| Name | Client ID | Secret |\n|---|---|---|\n| Marketo | <C> | <S> |",
        Verified,
        "CS",
    ),
    ("a wiki's table", "||Client ID||Secret||\n|<C>|<S>|", Verified, "CS"),
    ("a password manager's export", "name,username,password\nMarketo,<C>,<S>", Verified, "CS"),
    ("the portal's address in place of the secret", "https://portal.azure.com/#home", Foreign, ""),
    // Keyboards and scripts of the world.
    (
        "right-to-left marks around",
        "\u{200f}Client ID: \u{200e}<C>\u{200f}\nSecret: \u{200e}<S>\u{200f}",
        Verified,
        "CS",
    ),
    ("a right-to-left mark inside", "<S20>\u{200f}<S-20>", Dirty, ""),
    ("a full-width tilde", "<S\u{ff5e}>", Dirty, ""),
    ("ideographic spaces around", "\u{3000}<S>\u{3000}", Verified, "S"),
    ("German labels", "Anwendungs-ID (Client): <C>\nWert: <S>", Verified, "CS"),
    ("Swedish labels", "Program-ID (klient): <C>\nKlienthemlighet: <S>", Verified, "CS"),
    // Terminals: the prompt, what the command says besides, its colours and the line ends of Windows.
    (
        "az in PowerShell, with the prompt and the warning",
        "PS C:\\Users\\kim> az ad app credential reset --id <O> --append\r\nThe output includes credentials that you must protect. \
         Be sure that you do not include these credentials in your code or check the credentials into your source control. \
         For more information, see https://aka.ms/azadsp-cli\r\n{\r\n  \"appId\": \"<C>\",\r\n  \"password\": \"<S>\",\r\n  \"tenant\": \"<T>\"\r\n}\r\nPS C:\\Users\\kim>",
        Verified,
        "CTS",
    ),
    (
        "az in the Cloud Shell, in colours",
        "kim [ ~ ]$ az ad app credential reset --id <C>\n\u{1b}[33mWARNING: The output includes credentials\u{1b}[0m\n\
         {\n  \u{1b}[94m\"appId\"\u{1b}[39;49;00m: \u{1b}[33m\"<C>\"\u{1b}[39;49;00m,\n  \u{1b}[94m\"password\"\u{1b}[39;49;00m: \
         \u{1b}[33m\"<S>\"\u{1b}[39;49;00m,\n  \u{1b}[94m\"tenant\"\u{1b}[39;49;00m: \u{1b}[33m\"<T>\"\u{1b}[39;49;00m\n}\n",
        Verified,
        "CTS",
    ),
    (
        "az in colours whose escapes were lost on the way",
        "[94m\"appId\"[39;49;00m: [33m\"<C>\"[39;49;00m,\n[94m\"password\"[39;49;00m: [33m\"<S>\"[39;49;00m",
        Verified,
        "CS",
    ),
    (
        "az as a table",
        "AppId                                 Password                                  Tenant\n\
         ------------------------------------  ----------------------------------------  ------------------------------------\n\
         <C>  <S>  <T>\n",
        Verified,
        "CTS",
    ),
    ("az as tab-separated values", "<C>\t<S>\t<T>\n", Verified, "CTS"),
    ("az as YAML", "appId: <C>\npassword: <S>\ntenant: <T>\n", Verified, "CTS"),
    (
        "az, quoted in Teams",
        "Kim Larsson, Tuesday 09:12\n> {\n>   \"appId\": \"<C>\",\n>   \"displayName\": \"Marketo sync\",\n>   \"password\": \"<S>\",\n>   \"tenant\": \"<T>\"\n> }\nhere you go",
        Verified,
        "CTS",
    ),
    (
        "az sp create-for-rbac with a name in the way",
        "Creating 'Contributor' role assignment under scope '/subscriptions/<O>'\n{\n  \"appId\": \"<C>\",\n  \"displayName\": \"azure-cli-2026-11-24\",\n  \
         \"password\": \"<S>\",\n  \"tenant\": \"<T>\"\n}",
        Verified,
        "CTS",
    ),
    (
        "az, HTML-escaped",
        "{&quot;appId&quot;: &quot;<C>&quot;, &quot;password&quot;: &quot;<S>&quot;, &quot;tenant&quot;: &quot;<T>&quot;}",
        Verified,
        "CTS",
    ),
    (
        "Graph PowerShell as a list, with the prompt",
        "PS> Add-MgApplicationPassword -ApplicationId <O> | fl\r\n\r\nCustomKeyIdentifier  :\r\nDisplayName          : Marketo sync\r\n\
         EndDateTime          : 11/23/2028 7:40:00 AM\r\nHint                 : abc\r\nKeyId                : <K>\r\n\
         SecretText           : <S>\r\nStartDateTime        : 11/23/2026 7:40:00 AM\r\nAdditionalProperties : {[@odata.context, https://graph.microsoft.com]}",
        Verified,
        "OKS",
    ),
    // What goes wrong.
    ("three letters lost", "<S37>", Truncated(3), ""),
    ("the first letters lost", "<S-37>", Shifted, ""),
    ("nothing copied", " \n\u{feff}", Empty, ""),
    ("two secrets", "<S> <other>", Several, ""),
    ("the app's name", "Marketo", Foreign, ""),
];

#[test]
fn pastes_from_real_life_are_read_as_a_person_would() {
    for (from, template, verdict, holds) in PASTES {
        println!("{from}");
        check(template, *verdict, holds);
    }
    assert!(PASTES.len() >= 60);
    println!("figure security pastes-from-real-life {}", PASTES.len());
}
