//! The keys of an app: its tokens, and the secret that it signs with.

use super::{change::Change, entity::Model};
use crate::{base::error::AppError, platform::cookies::Token};

/// What lets an app in, or proves that something is from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// The token that stands in every page.
    Public,
    /// The token for the merchant's own programs.
    Secret,
    /// What single sign-on is signed with.
    Client,
}

impl Key {
    /// Every key.
    pub const ALL: [Self; 3] = [Self::Public, Self::Secret, Self::Client];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Public => "public token",
            Self::Secret => "secret token",
            Self::Client => "client secret",
        }
    }

    /// The key of this name.
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|key| key.name() == name)
    }

    /// How every one begins.
    pub fn beginning(self) -> &'static str {
        match self {
            Self::Public => "public_",
            Self::Secret => "secret_",
            Self::Client => "",
        }
    }

    /// A new one, made up.
    pub fn made(self) -> Result<String, AppError> {
        let random = Token::random().map_err(AppError::internal)?;
        Ok(format!("{}{}", self.beginning(), random.text()))
    }
}

impl Model {
    /// The keys that the app has.
    pub fn keys(&self) -> Vec<Key> {
        let has = |key: &Key| match key {
            Key::Public => self.token.is_some(),
            Key::Secret => self.secret_token_hash.is_some(),
            Key::Client => self.client_secret.is_some(),
        };
        Key::ALL.into_iter().filter(has).collect()
    }
}

impl Change {
    /// Why no app can be called `client_id`, for the merchant.
    pub fn fault_of_id(client_id: &str) -> Option<String> {
        const MAX_LENGTH: usize = 100;
        let is_plain = client_id.bytes().all(|byte| byte.is_ascii_graphic());
        let fits = (1..=MAX_LENGTH).contains(&client_id.len());
        (!is_plain || !fits).then(|| {
            format!("a client id is at most {MAX_LENGTH} letters, digits and signs, without spaces")
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_made_can_be_entered_and_is_another_one_each_time() {
        for key in Key::ALL {
            let (one, other) = (key.made().expect("one"), key.made().expect("another"));
            assert_ne!(one, other);
            assert!(one.len() > key.beginning().len() + 30, "{one}");
            assert_eq!(Change::of_key(key, one).fault(), None, "{}", key.name());
            assert_eq!(Key::of_name(key.name()), Some(key));
        }
    }

    #[test]
    fn a_client_id_is_one_word() {
        assert_eq!(Change::fault_of_id("custom-app-1003-1"), None);
        for odd in ["", "a b", "a\nb", "ä", &"a".repeat(101)] {
            assert!(Change::fault_of_id(odd).is_some(), "{odd:?}");
        }
    }
}
