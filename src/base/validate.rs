//! Small checks of what people type, the same on both sides.

/// Longest e-mail address accepted, in bytes (RFC 5321).
pub const EMAIL_MAX: usize = 254;
/// Longest name accepted, in characters.
pub const NAME_MAX: usize = 120;
/// Shortest password accepted for a new account, in characters.
pub const PASSWORD_MIN: usize = 10;
/// Longest password accepted, in bytes: more would only buy hashing time.
pub const PASSWORD_MAX: usize = 256;

/// The address as it is stored and compared: trimmed, lower case. `None` if it cannot be one.
pub fn email(text: &str) -> Option<String> {
    let text = text.trim();
    let (local, domain) = text.rsplit_once('@')?;
    let shape = !local.is_empty()
        && domain.contains('.')
        && domain.split('.').all(|label| !label.is_empty())
        && text.len() <= EMAIL_MAX
        && !text
            .chars()
            .any(|c| c.is_whitespace() || c.is_control() || "<>(),;:\"[]\\".contains(c))
        && !local.contains('@');
    shape.then(|| text.to_lowercase())
}

/// The e-mail address as it is stored; `None` also if the mail library refuses it, as no e-mail would ever arrive.
#[cfg(feature = "ssr")]
pub fn mailbox(text: &str) -> Option<String> {
    email(text).filter(|address| address.parse::<lettre::Address>().is_ok())
}

/// The name as it is stored: trimmed, runs of white space folded. `None` if empty, too long or unprintable.
pub fn name(text: &str) -> Option<String> {
    let folded = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let fits = !folded.is_empty()
        && folded.chars().count() <= NAME_MAX
        && !folded.chars().any(char::is_control);
    fits.then_some(folded)
}

/// Whether a new password is long enough and not absurdly long.
pub fn new_password(text: &str) -> bool {
    text.chars().count() >= PASSWORD_MIN && text.len() <= PASSWORD_MAX
}

/// A return URL as it may be followed: a path of this shop, never another origin. `None` otherwise.
pub fn return_path(text: &str) -> Option<&str> {
    let own = text.starts_with('/')
        && !text.starts_with("//")
        && !text.starts_with("/api/")
        && text.len() <= 1024
        && text
            .bytes()
            .all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    own.then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn accepts_addresses_and_stores_them_lower_case() {
        assert_eq!(email(" Ada@Example.COM "), Some("ada@example.com".into()));
        assert_eq!(
            email("o'hara+shop@mail.example.co"),
            Some("o'hara+shop@mail.example.co".into())
        );
        for bad in [
            "",
            "ada",
            "ada@",
            "@example.com",
            "ada@example",
            "a da@example.com",
            "ada@exa..com",
            "a@b@c.de",
            "ada@example.com\n.x",
        ] {
            assert_eq!(email(bad), None, "{bad:?}");
        }
    }

    #[cfg(feature = "ssr")]
    #[test]
    fn letters_can_be_addressed_to_a_mailbox() {
        assert_eq!(mailbox(" Ada@Example.COM "), Some("ada@example.com".into()));
        for bad in ["ada.@example.com", "a..da@example.com", "ada@-example.com"] {
            assert_eq!(email(bad), Some(bad.into()), "it may be an old account");
            assert_eq!(mailbox(bad), None, "{bad:?}");
        }
    }

    #[test]
    fn folds_names() {
        assert_eq!(name("  Ada \t Lovelace "), Some("Ada Lovelace".into()));
        assert_eq!(name(" \n "), None);
        assert_eq!(name(&"x".repeat(NAME_MAX + 1)), None);
        assert_eq!(name("a\u{7}b"), None);
    }

    #[test]
    fn follows_own_paths_only() {
        assert_eq!(
            return_path("/account?tab=sessions#list"),
            Some("/account?tab=sessions#list")
        );
        for bad in [
            "",
            "account",
            "//evil.example",
            "/\\evil.example",
            "https://evil.example",
            "/a\\b",
            "/a\nb",
            "javascript:alert(1)",
            "/api/account/sign_out",
        ] {
            assert_eq!(return_path(bad), None, "{bad:?}");
        }
    }

    proptest! {
        #[test]
        fn a_followed_path_stays_on_this_origin(text in "[/\\\\a-z:.@?#%\\n\\t ]{0,24}") {
            if let Some(path) = return_path(&text) {
                prop_assert!(path.starts_with('/') && !path.starts_with("//"));
                prop_assert!(!path.contains(['\\', '\n', '\r', '\t', ' ']));
            }
        }

        #[test]
        fn no_text_is_a_panic(text in any::<String>()) {
            let _ = (email(&text), name(&text), new_password(&text), return_path(&text));
        }
    }
}
