//! A file that is made here as an address that a link can save.

use std::fmt::Write;

/// The address of a text of this media type.
pub fn data_url(media_type: &str, text: &str) -> String {
    let mut address = format!("data:{media_type};charset=utf-8,");
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~') {
            address.push(char::from(byte));
        } else {
            // Writing into a string cannot fail.
            let _ = write!(address, "%{byte:02X}");
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_holds_nothing_that_ends_it() {
        let address = data_url("text/plain", "å \"#<>%\n🔑");
        assert_eq!(
            address,
            "data:text/plain;charset=utf-8,%C3%A5%20%22%23%3C%3E%25%0A%F0%9F%94%91"
        );
    }
}
