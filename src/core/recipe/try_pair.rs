//! The test of the pair from a command line. The secret is typed at a prompt, or pasted there: it is in no text, no argument of a
//! process and no history of a shell; and the token that comes back is not shown.

use super::{Ingredients, Part, Recipe};
use crate::{Text, scope};

pub(super) fn recipe(with: &Ingredients) -> Recipe {
    let mut parts = vec![Part::say("recipe_test_why")];
    parts.extend(with.stand_in(true));
    parts.extend(by_command(with));
    Recipe {
        id: "test".to_owned(),
        title: Text::plain("recipe_test"),
        parts,
        checked: None,
        beside: false,
        open: false,
    }
}

/// The two commands, and how to read what they print.
pub(crate) fn by_command(with: &Ingredients) -> Vec<Part> {
    vec![
        Part::copy("recipe_test_curl", curl(with)),
        Part::copy("recipe_test_powershell", powershell(with)),
        Part::say("recipe_test_read"),
    ]
}

fn address(with: &Ingredients) -> String {
    [with.cloud.sign_in(), with.tenant_id(), "/oauth2/v2.0/token"].concat()
}

/// In brackets, so that a shell reads all of it before the prompt comes up: pasted line by line, the prompt would take the next
/// line for the secret. `@-` is curl's standard input.
fn curl(with: &Ingredients) -> String {
    let (id, scope, address) = (with.client_id(), scope(with.cloud, with.dynamics), address(with));
    format!(
        "(\n\
         read -rsp 'Client secret: ' secret; echo\n\
         printf %s \"$secret\" | curl --silent --show-error --data grant_type=client_credentials --data-urlencode client_id={id} \
         --data-urlencode scope={scope} --data-urlencode client_secret@- {address} | sed 's/\"access_token\":\"[^\"]*\"/\"it\":\"works\"/'\n\
         )"
    )
}

fn powershell(with: &Ingredients) -> String {
    let (id, scope, address) = (with.client_id(), scope(with.cloud, with.dynamics), address(with));
    format!(
        "& {{\n\
         $secret = Read-Host -AsSecureString 'Client secret'\n\
         $body = @{{ grant_type = 'client_credentials'; client_id = '{id}'; scope = '{scope}'; client_secret = [Net.NetworkCredential]::new('', $secret).Password }}\n\
         try {{ $null = Invoke-RestMethod -Method Post -Uri '{address}' -Body $body; 'It works.' }} catch {{ if ($_.ErrorDetails) {{ $_.ErrorDetails.Message }} else {{ $_.Exception.Message }} }}\n\
         }}"
    )
}

#[cfg(test)]
mod tests {
    use std::io::Write;
    use std::process::{Command, Stdio};

    use super::*;

    /// What `curl` is given when a shell runs the lines and a person types `typed`: its arguments, and what it reads.
    #[test]
    fn the_secret_is_read_at_the_prompt_and_is_in_no_argument() {
        let script = format!(
            "curl() {{ printf '%s\\n' \"$@\" >&2; printf 'read:' >&2; cat >&2; printf '{{\"access_token\":\"a.b-c\"}}'; }}\n{}",
            curl(&Ingredients::default())
        );
        let mut shell = Command::new("bash")
            .args(["-c", &script])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let typed = r#"it's $a "quoted" \ % one"#;
        shell.stdin.take().unwrap().write_all(format!("{typed}\n").as_bytes()).unwrap();
        let output = shell.wait_with_output().unwrap();
        let given = String::from_utf8(output.stderr).unwrap();
        let (arguments, read) = given.split_once("read:").unwrap();
        assert_eq!(read, typed);
        assert!(!arguments.contains("quoted"), "{arguments}");
        assert!(
            arguments.contains("\nscope=https://graph.microsoft.com/.default\n"),
            "{arguments}"
        );
        let printed = String::from_utf8(output.stdout).unwrap();
        assert_eq!(printed.trim(), r#"{"it":"works"}"#);
    }
}
