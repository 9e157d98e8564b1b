//! Where a result can be posted: each an address that a link leads to, and nothing more.

/// A network, or mail.
pub(super) struct Network {
    /// What events call it.
    pub(super) id: &'static str,
    /// Its own name, the same in every language; empty for mail, which has none.
    pub(super) name: &'static str,
    /// The address that opens a post with this text and link.
    pub(super) address: fn(&str, &str) -> String,
}

/// In the order in which they are offered.
pub(super) const NETWORKS: [Network; 7] = [
    Network {
        id: "linkedin",
        name: "LinkedIn",
        address: |_, link| {
            format!("https://www.linkedin.com/sharing/share-offsite/?url={}", encoded(link))
        },
    },
    Network {
        id: "whatsapp",
        name: "WhatsApp",
        address: |text, link| format!("https://wa.me/?text={}", both(text, link)),
    },
    Network {
        id: "email",
        name: "",
        address: |text, link| {
            format!("mailto:?subject={}&body={}", encoded(text), both(text, link))
        },
    },
    Network {
        id: "bluesky",
        name: "Bluesky",
        address: |text, link| format!("https://bsky.app/intent/compose?text={}", both(text, link)),
    },
    Network {
        id: "x",
        name: "X",
        address: |text, link| {
            format!("https://x.com/intent/post?text={}&url={}", encoded(text), encoded(link))
        },
    },
    Network {
        id: "threads",
        name: "Threads",
        address: |text, link| {
            let (text, link) = (encoded(text), encoded(link));
            format!("https://www.threads.net/intent/post?text={text}&url={link}")
        },
    },
    Network {
        id: "reddit",
        name: "Reddit",
        address: |text, link| {
            let (text, link) = (encoded(text), encoded(link));
            format!("https://www.reddit.com/submit?title={text}&url={link}")
        },
    },
];

/// The address that opens a post on a Mastodon server.
pub(super) fn mastodon(server: &str, text: &str, link: &str) -> String {
    format!("https://{server}/share?text={}", both(text, link))
}

fn both(text: &str, link: &str) -> String {
    encoded(&format!("{text} {link}"))
}

/// A text as the value of a query: everything but unreserved characters as the percent signs of its
/// UTF-8 (RFC 3986, sections 2.1 and 2.3).
fn encoded(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(byte.into());
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}
