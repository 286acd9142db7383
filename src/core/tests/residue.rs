//! Nothing of a secret is left in memory that was given back: an allocator looks into every block
//! before it is freed or moved. A panic would leave copies; there is none to be had.
#![allow(unsafe_code, reason = "an allocator cannot be written without")]

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering};

use keyferry_core::{
    Custody, Fingerprint, Form, Known, Moment, Provenance, Screen, Secret, Source, Verdict, unpack,
    weigh,
};

/// Finds the middle of the secret in whatever is given back.
struct Customs;

/// The letters that give the secret away, each raised by one so that the search is no find.
const MARK: &[u8; 12] = b"Sftjevf`GfSs";
static FOUND: AtomicUsize = AtomicUsize::new(0);

// SAFETY: every call goes on to the system's allocator with the arguments as they came.
unsafe impl GlobalAlloc for Customs {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: as above.
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        // SAFETY: the block is still the caller's, was zeroed when it was handed out, and is as
        // long as its layout says.
        let bytes = unsafe { std::slice::from_raw_parts(block, layout.size()) };
        let marked =
            |part: &[u8]| part.iter().zip(MARK).all(|(byte, mark)| byte.wrapping_add(1) == *mark);
        if bytes.windows(MARK.len()).any(marked) {
            FOUND.fetch_add(1, Ordering::SeqCst);
        }
        // SAFETY: as above.
        unsafe { System.dealloc(block, layout) }
    }
}

#[global_allocator]
static CUSTOMS: Customs = Customs;

/// A whole secret of the previous kind, with something before and after it. It is made in one
/// block, so that the test itself leaves nothing behind.
fn paste(before: &str, after: &str) -> Secret {
    let mut text = String::with_capacity(before.len() + 40 + after.len());
    text.push_str(before);
    text.push_str("abc7");
    text.push_str("Q~");
    text.extend(MARK.iter().map(|mark| char::from(mark - 1)));
    text.push_str("0123456789-_.ABCDEF");
    text.push_str(after);
    Secret::new(text)
}

#[track_caller]
fn check(what: impl Fn()) {
    let before = FOUND.load(Ordering::SeqCst);
    (0..200).for_each(|_| what());
    assert_eq!(FOUND.load(Ordering::SeqCst) - before, 0, "copies left by 200 calls");
}

const GUID: &str = "0d9c3a5e-7b1f-4e28-9a60-5c1d2e3f4a5b";
const NOW: Moment = Moment(1_800_000_000_000);

fn provenance() -> Provenance {
    Provenance {
        client_id: GUID.to_owned(),
        tenant_id: None,
        secret_id: None,
        practice: false,
        source: Source::Paste,
    }
}

/// One test, for the count is one for all threads.
#[test]
fn no_entry_point_leaves_a_copy() {
    // The customs do find what is there.
    let plain = paste("", "").expose().to_owned();
    drop(plain);
    assert_eq!(FOUND.load(Ordering::SeqCst), 1);

    let known = Known { client_id: Some(GUID.to_owned()), ..Known::default() };
    check(|| drop(paste("", "")));
    check(|| assert_eq!(weigh(&paste(" \u{201c}", "\u{201d}\n"), &known), Verdict::Previous));
    check(|| assert_eq!(weigh(&paste("", "more"), &known), Verdict::Extra(4)));
    check(|| {
        let value = paste("\u{feff}", "\r\n").trimmed();
        let print = Fingerprint::of(&value, Verdict::Previous).unwrap();
        assert_eq!((print.hint.as_str(), print.length), ("abc", 37));
    });
    for (before, after) in [
        ("", ""),
        ("Client ID: 0d9c3a5e-7b1f-4e28-9a60-5c1d2e3f4a5b\nValue: ", "\n"),
        ("{\"appId\":\"0d9c3a5e-7b1f-4e28-9a60-5c1d2e3f4a5b\",\"password\":\"", "\"}"),
        (
            "Description\tExpires\tValue\tSecret ID\nMarketo\t12/31/2027\t",
            "\t0d9c3a5e-7b1f-4e28-9a60-5c1d2e3f4a5b",
        ),
        ("\\u0041 Value", " tail"),
        ("secret=", "\\u007e"),
        ("a b c ", "more and more"),
    ] {
        check(|| drop(unpack(paste(before, after), &known)));
    }
    check(|| {
        let mut custody = Custody::default();
        for _ in 0..2 {
            custody.capture(&paste(" ", " "), provenance(), NOW).unwrap();
            let other = "1d9c3a5e-7b1f-4e28-9a60-5c1d2e3f4a5b".to_owned();
            custody
                .capture(&paste(" ", " "), Provenance { client_id: other, ..provenance() }, NOW)
                .unwrap();
            let chosen = custody.held(NOW).map(|pair| pair.number).max().unwrap();
            assert!(custody.choose(chosen, NOW));
        }
        let form = Form {
            screen: Screen::EditCredentials,
            document: "D".to_owned(),
            field: 1,
            practice: false,
        };
        assert!(custody.release(&form, NOW).is_ok());
        assert!(custody.record().is_some());
        assert!(custody.sweep(Moment(0)));
    });
}
