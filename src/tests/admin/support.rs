use crate::support::{Answer, Browser, PASSWORD, Shop};
use awning::{
    admin::{
        AdminState, router,
        staff::{
            role::Role,
            store::{self, NewStaff},
        },
    },
    platform::{
        audit::Actor,
        config::{Config, SettingSources},
    },
};
use axum::Router;
use regex::Regex;
use std::{collections::BTreeMap, sync::LazyLock};

/// A shop with its back office.
pub struct Office {
    /// The shop.
    pub shop: Shop,
    /// Its back office.
    pub router: Router,
}

impl Office {
    /// The back office of a shop that belongs to nobody.
    pub async fn open() -> Self {
        Self::with(|_| {}, SettingSources::default()).await
    }

    /// The back office of a shop with settings changed by `change`, where some are `given` outside of the database.
    pub async fn with(change: impl FnOnce(&mut Config), given: SettingSources) -> Self {
        Self::of(Shop::with(change).await, given)
    }

    /// The back office of `shop`, where some settings are `given` outside of the database.
    pub fn of(shop: Shop, given: SettingSources) -> Self {
        let [front, back] =
            ["127.0.0.1:3000", "127.0.0.1:3080"].map(|it| it.parse().expect("an address"));
        let state = AdminState::new(shop.state.clone(), given, front, back);
        Self {
            router: router(state),
            shop,
        }
    }

    /// A browser that has never been here, on pages of the back office itself.
    pub fn browser(&self) -> Browser {
        let mut browser = Browser::new(self.router.clone());
        browser
            .headers
            .push(("sec-fetch-site", "same-origin".to_owned()));
        browser
    }

    /// Lets somebody of this role in, whose address begins with its name.
    pub async fn hire(&self, role: Role) -> String {
        let email = format!("{}@shop.example", role.code());
        let hash = self
            .shop
            .state
            .passwords
            .hash(PASSWORD)
            .await
            .expect("a hash");
        let new = NewStaff {
            email: &email,
            name: role.name(),
            role,
            password_hash: hash,
        };
        let added = store::add(&self.shop.db.write, new, &Actor::command_line(), 1).await;
        added.expect("stored").expect("added");
        email
    }

    /// A browser in which somebody of this role is signed in.
    pub async fn signed_in(&self, role: Role) -> Browser {
        let email = self.hire(role).await;
        let mut browser = self.browser();
        let answer = sign_in(&mut browser, &email, PASSWORD).await;
        assert_eq!(answer.status, 303, "{}", answer.body);
        browser
    }

    /// Lets time pass for every proof of who somebody is.
    pub async fn forget_proofs(&self) {
        self.shop
            .execute("UPDATE staff_sessions SET proved_at = 1")
            .await;
    }
}

/// Posts the form to sign in.
pub async fn sign_in(browser: &mut Browser, email: &str, password: &str) -> Answer {
    let form = [("email", email), ("password", password)];
    browser.send_form("/sign-in", &form).await
}

static FIELD: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"<(input|select|textarea)\b([^>]*)>").expect("a pattern"));
static ATTRIBUTE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r#"([\w-]+)(?:="([^"]*)")?"#).expect("a pattern"));
static OPTION: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"<option([^>]*)>").expect("a pattern"));

/// The attributes of a tag.
fn attributes(tag: &str) -> BTreeMap<String, String> {
    let each = ATTRIBUTE.captures_iter(tag);
    let value = |it: &regex::Captures<'_>| {
        it.get(2)
            .map_or_else(String::new, |it| unescaped(it.as_str()))
    };
    each.map(|it| (it[1].to_owned(), value(&it))).collect()
}

/// Every field of the form in `html` that posts to `action`, as a browser without scripts sends it.
pub fn fields(html: &str, action: &str) -> Vec<(String, String)> {
    let start = html
        .find(&format!("method=\"post\" action=\"{action}\""))
        .expect("a form");
    let form = &html[start..];
    let form = &form[..form.find("</form>").expect("its end")];
    let mut fields = Vec::new();
    for found in FIELD.captures_iter(form) {
        let kind = &found[1];
        let attributes = attributes(&found[2]);
        let Some(name) = attributes
            .get("name")
            .filter(|_| !attributes.contains_key("disabled"))
        else {
            continue;
        };
        let value = attributes.get("value").cloned().unwrap_or_default();
        let rest = &form[found.get(0).expect("all of it").end()..];
        let content = |end: &str| rest.split(end).next().unwrap_or_default();
        let value = match (kind, attributes.get("type").map(String::as_str)) {
            ("input", Some("file")) => continue,
            ("input", Some("checkbox")) if !attributes.contains_key("checked") => continue,
            ("input", _) => value,
            ("textarea", _) => unescaped(content("</textarea>")),
            _ => chosen(content("</select>")),
        };
        fields.push((name.clone(), value));
    }
    fields
}

/// The value of the option that is chosen, or of the first.
fn chosen(options: &str) -> String {
    let all: Vec<_> = OPTION
        .captures_iter(options)
        .map(|it| attributes(&it[1]))
        .collect();
    let chosen = all
        .iter()
        .find(|it| it.contains_key("selected"))
        .or(all.first());
    chosen
        .and_then(|it| it.get("value").cloned())
        .unwrap_or_default()
}

fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&#x27;", "'")
        .replace("&amp;", "&")
}

/// `form` with `name` set to `value`.
pub fn set(form: &mut Vec<(String, String)>, name: &str, value: &str) {
    form.retain(|(key, _)| key != name);
    form.push((name.to_owned(), value.to_owned()));
}

/// `form` as it is sent.
pub fn pairs(form: &[(String, String)]) -> Vec<(&str, &str)> {
    form.iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect()
}
