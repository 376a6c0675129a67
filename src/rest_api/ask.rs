//! Who asks: looked at before anything is answered (`spec/rest.md` 1).

use super::{
    answer,
    fault::Fault,
    limits::{CountedCalls, WRONG_OF_ADDRESS, WRONG_OF_TOKEN},
    state::RestState,
};
use crate::{
    base::{date, language::LanguageCode},
    catalog::{Product, snapshot::CatalogSnapshot, store},
    content::apps::{Access, Scope, hash},
    platform::client_address,
    request::{answer::ForPrograms, state::AppState},
    text::Language,
};
use axum::{
    extract::{ConnectInfo, Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use std::{
    collections::HashMap,
    net::{IpAddr, Ipv4Addr, SocketAddr},
    sync::Arc,
};

/// Where it is, before the shop's id.
pub const PREFIX: &str = "/api/v3";

/// Most parameters that count.
const MAX_PARAMETERS: usize = 200;

/// A request whose token is known.
#[derive(Clone)]
pub struct Ask {
    /// The shop.
    pub shop: AppState,
    /// What its programs share.
    pub rest: RestState,
    /// Whose token it is.
    pub access: Arc<Access>,
    /// Scheme and host of the shop.
    pub origin: String,
    /// Its query.
    pub parameters: Arc<Parameters>,
}

/// The parameters of a query, decoded.
#[derive(Debug, Default)]
pub struct Parameters(Vec<(String, String)>);

impl Parameters {
    /// The parameters of `query`.
    pub fn read(query: &str) -> Self {
        let pairs = form_urlencoded::parse(query.as_bytes()).into_owned();
        Self(pairs.take(MAX_PARAMETERS).collect())
    }

    /// The fields of a JSON object, as a query would have them.
    pub fn of_json(object: &serde_json::Value) -> Self {
        use serde_json::Value;
        let text = |value: &Value| match value {
            Value::String(text) => Some(text.clone()),
            Value::Bool(_) | Value::Number(_) => Some(value.to_string()),
            _ => None,
        };
        let fields = object.as_object().into_iter().flatten();
        let pairs = fields.filter_map(|(name, value)| Some((name.clone(), text(value)?)));
        Self(pairs.take(MAX_PARAMETERS).collect())
    }

    /// These, and then `others`.
    pub fn before(mut self, others: &Self) -> Self {
        self.0.extend(others.0.iter().cloned());
        self
    }

    /// The first value of `name`.
    pub fn get(&self, name: &str) -> Option<&str> {
        let mut all = self.0.iter();
        all.find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }

    /// The value of `name` as the yes or no that it is.
    pub fn flag(&self, name: &str) -> Result<Option<bool>, Fault> {
        match self.get(name) {
            None | Some("") => Ok(None),
            Some("true") => Ok(Some(true)),
            Some("false") => Ok(Some(false)),
            Some(_) => Err(Fault::unreadable(format!("{name}: expected true or false"))),
        }
    }

    /// The value of `name` as a whole number.
    pub fn number<N: std::str::FromStr>(&self, name: &str) -> Result<Option<N>, Fault> {
        match self.get(name) {
            None | Some("") => Ok(None),
            Some(text) => match text.trim().parse() {
                Ok(number) => Ok(Some(number)),
                Err(_) => Err(Fault::unreadable(format!("{name}: expected a number"))),
            },
        }
    }

    /// Every parameter.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (&**name, &**value))
    }
}

impl Ask {
    /// Fails with 403 if the token lacks `scope`.
    pub fn require(&self, scope: Scope) -> Result<(), Fault> {
        if self.access.may(scope) {
            return Ok(());
        }
        Err(Fault::forbidden(format!(
            "the token lacks the scope {}",
            scope.0
        )))
    }

    /// Whether hidden products and categories are seen.
    pub fn sees_hidden(&self) -> bool {
        self.access.is_secret && self.access.may(Scope::CATALOG)
    }

    /// The catalogue that the token opens.
    pub async fn catalog(&self) -> Result<Arc<CatalogSnapshot>, Fault> {
        if self.sees_hidden() {
            return Ok(self.rest.merchants_catalog().await?);
        }
        if self.access.is_secret && !self.access.may(Scope::STOREFRONT) {
            self.require(Scope::CATALOG)?;
        }
        self.require(Scope::STOREFRONT)?;
        Ok(self.shop.catalog.snapshot())
    }

    /// The products `ids` of `snapshot`, each with its stock; the merchant's programs see the current stock.
    pub async fn products(
        &self,
        snapshot: &CatalogSnapshot,
        ids: &[i64],
    ) -> Result<HashMap<i64, Arc<Product>>, Fault> {
        let db = &self.shop.db.read;
        if self.sees_hidden() {
            let products = store::products(db, ids).await?.into_iter();
            return Ok(products.map(|(id, it)| (id, Arc::new(it))).collect());
        }
        let sales = self.shop.catalog.sales();
        Ok(snapshot.products(db, sales, ids).await?)
    }

    /// The language that texts are wanted in.
    pub fn language(&self) -> Language {
        let config = &self.shop.config;
        let asked = self.parameters.get("lang").and_then(LanguageCode::of);
        let offered = asked.and_then(|code| config.offered(code));
        offered.unwrap_or_else(|| config.own_language())
    }
}

/// Answers preflights, refuses who may not ask, and finishes what is answered to who may.
pub async fn layer(State(rest): State<RestState>, request: Request, next: Next) -> Response {
    let mut response = if request.method() == Method::OPTIONS {
        preflight()
    } else {
        match known(rest, &request) {
            Ok(ask) => answered(ask, request, next).await,
            Err(fault) => for_any_site(fault.into_response()),
        }
    };
    response.extensions_mut().insert(ForPrograms);
    let policy = HeaderValue::from_static("cross-origin");
    let name = HeaderName::from_static("cross-origin-resource-policy");
    response.headers_mut().insert(name, policy);
    response
}

async fn answered(ask: Ask, mut request: Request, next: Next) -> Response {
    let is_public = !ask.access.is_secret;
    let wanted = answer::AnswerFormat::of(&ask, request.headers());
    request.extensions_mut().insert(ask);
    let response = match wanted {
        Ok(wanted) => wanted.finish(next.run(request).await),
        Err(fault) => fault.into_response(),
    };
    if is_public {
        for_any_site(response)
    } else {
        response
    }
}

/// Who asks, by the token alone.
fn known(rest: RestState, request: &Request) -> Result<Ask, Fault> {
    let shop = rest.shop.current();
    let config = &shop.config;
    let headers = request.headers();
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>();
    let peer = peer.map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |info| info.0.ip());
    let address = client_address::address(headers, peer, config.trusted_proxies);
    let now = date::now();
    let tries = CountedCalls::Wrong(address.clone());
    if let Some(seconds) = rest.limits.reached(&tries, WRONG_OF_ADDRESS, now) {
        return Err(Fault::too_many(seconds));
    }
    let parameters = Parameters::read(request.uri().query().unwrap_or_default());
    let Some(token) = token(headers, &parameters) else {
        return Err(Fault::forbidden(
            "expected a token: Authorization: Bearer TOKEN, or ?token=TOKEN",
        ));
    };
    let tokens = Arc::clone(&shop.catalog.snapshot().tokens);
    let Some(access) = tokens.access(token) else {
        rest.limits.count(tries, WRONG_OF_ADDRESS, now);
        let wrong = CountedCalls::WrongToken(hash(token), address.clone());
        return Err(match rest.limits.count(wrong, WRONG_OF_TOKEN, now) {
            Some(seconds) => Fault::too_many(seconds),
            None => Fault::forbidden("the token is not known"),
        });
    };
    let counted = if access.is_secret {
        CountedCalls::Token(hash(token))
    } else {
        CountedCalls::PublicToken(hash(token), address)
    };
    let most = config.api_requests_per_minute;
    if let Some(seconds) = rest.limits.count(counted, most, now) {
        return Err(Fault::too_many(seconds));
    }
    if store_of(request) != Some(config.store_id) {
        return Err(Fault::forbidden("the token is of another store"));
    }
    Ok(Ask {
        access: Arc::clone(access),
        origin: origin(headers, &config.public_url),
        parameters: Arc::new(parameters),
        shop: shop.clone(),
        rest: rest.clone(),
    })
}

/// The token of the header, else that of the query, which no log has: what is logged of a request has no query.
fn token<'a>(headers: &'a HeaderMap, parameters: &'a Parameters) -> Option<&'a str> {
    let header = headers.get(header::AUTHORIZATION);
    let bearer = header.and_then(|header| {
        let (scheme, token) = header.to_str().ok()?.split_once(' ')?;
        scheme
            .eq_ignore_ascii_case("bearer")
            .then_some(token.trim())
    });
    bearer.or(parameters.get("token"))
}

/// The store that the path names.
fn store_of(request: &Request) -> Option<u32> {
    let whole = request
        .extensions()
        .get::<axum::extract::OriginalUri>()
        .map_or(request.uri().path(), |uri| uri.path());
    let rest = whole.strip_prefix(PREFIX)?.strip_prefix('/')?;
    rest.split('/').next()?.parse().ok()
}

fn origin(headers: &HeaderMap, public_url: &str) -> String {
    let host = headers
        .get(header::HOST)
        .and_then(|host| host.to_str().ok());
    match public_url {
        "" => format!("http://{}", host.unwrap_or("localhost")),
        url => url.to_owned(),
    }
}

/// A browser asks whether a page of another site may send the header with the token.
fn preflight() -> Response {
    let headers = [
        (header::ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD, POST"),
        (
            header::ACCESS_CONTROL_ALLOW_HEADERS,
            "Authorization, Content-Type",
        ),
        (header::ACCESS_CONTROL_MAX_AGE, "86400"),
        (header::CACHE_CONTROL, "no-store"),
    ];
    for_any_site((StatusCode::NO_CONTENT, headers).into_response())
}

/// Pages of any site may read the answer; none of them sends a cookie for it.
fn for_any_site(mut response: Response) -> Response {
    let headers = response.headers_mut();
    let (all, shown) = ("*", "Retry-After, ETag");
    headers.insert(
        header::ACCESS_CONTROL_ALLOW_ORIGIN,
        HeaderValue::from_static(all),
    );
    headers.insert(
        header::ACCESS_CONTROL_EXPOSE_HEADERS,
        HeaderValue::from_static(shown),
    );
    response
}
