//! Files for the browser, inside the binary: hashed names, cached for ever, compressed once.

use super::{
    config::{Config, ConfigError},
    scripts::Scripts,
};
use axum::{
    body::{Body, Bytes},
    extract::{Path, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use rust_embed::RustEmbed;
use std::{
    collections::HashMap,
    sync::{Arc, OnceLock},
};

/// What cargo-leptos built. In debug builds the files are read from disk when the shop starts.
#[derive(RustEmbed)]
#[folder = "target/site"]
#[allow_missing = true]
struct Site;

/// The page's scripts, as `end2end/scripts.mjs` built them: cargo-leptos empties its own folder.
#[derive(RustEmbed)]
#[folder = "target/scripts"]
#[allow_missing = true]
pub struct PageScripts;

/// One file, with its precompressed forms.
#[derive(Clone)]
pub(super) struct Asset {
    pub(super) plain: Bytes,
    brotli: Arc<OnceLock<Bytes>>,
    gzip: Option<Bytes>,
    content_type: &'static str,
}

/// Every file by its public name, and the public URL of every file.
#[derive(Clone, Default)]
pub struct Bundle {
    by_public_name: Arc<HashMap<String, Asset>>,
    urls: Arc<HashMap<String, String>>,
    /// `storefront_api/js/bootstrap.ts`, which is inlined into every page.
    pub bootstrap: Arc<str>,
    /// The merchant's.
    pub scripts: Scripts,
}

impl Bundle {
    /// The browser's files and the merchant's scripts.
    pub fn load(config: &Config) -> Result<Self, ConfigError> {
        let (mut by_public_name, mut urls) = (HashMap::new(), HashMap::new());
        for (name, hash, asset) in files::<Site>().chain(files::<PageScripts>()) {
            let public = public_name(&name, &hash);
            urls.insert(name, format!("/assets/{public}"));
            by_public_name.insert(public, asset);
        }
        if PageScripts::get("bootstrap.js").is_none() {
            tracing::warn!(
                "the page's scripts are not built, so that pages do without: run `make scripts`"
            );
        }
        Ok(Self {
            bootstrap: bootstrap(config).into(),
            by_public_name: Arc::new(by_public_name),
            urls: Arc::new(urls),
            scripts: Scripts::load(config)?,
        })
    }

    /// The assets for `config`, which replaces `before`. If its scripts cannot be loaded on this machine, the former ones stay:
    /// the other settings do not wait for them.
    pub(super) fn with_config(&self, config: &Config, before: &Config) -> Self {
        if config.scripts != before.scripts
            && let Err(error) = self.scripts.set(config)
        {
            tracing::error!(%error, "the scripts stay those of before");
        }
        Self {
            bootstrap: bootstrap(config).into(),
            ..self.clone()
        }
    }

    /// Where the browser finds the file `name` of the bundle.
    pub fn url(&self, name: &str) -> String {
        self.urls
            .get(name)
            .cloned()
            .unwrap_or_else(|| format!("/assets/{name}"))
    }

    /// The script that loads the bundle and hydrates the page, once the page is whole and its own script has
    /// run; a slow script of the merchant's does not hold it up.
    pub fn hydration_script(&self) -> String {
        let (js, wasm) = (self.url("pkg/awning.js"), self.url("pkg/awning.wasm"));
        format!(
            "import('{js}').then(async bundle=>{{await bundle.default({{module_or_path:'{wasm}'}});await __awning.ready;bundle.hydrate()}})"
        )
    }
}

/// `storefront_api/js/bootstrap.ts`, and what the settings want before and after it.
fn bootstrap(config: &Config) -> String {
    let own = PageScripts::get("bootstrap.js").map(|file| bytes(file.data));
    let own = own.unwrap_or_default();
    api_hosts(config) + &String::from_utf8_lossy(&own) + &debug_script(config)
}

/// `storefront_api/js/api_hosts.ts` with its hosts, where the settings name any; else nothing.
fn api_hosts(config: &Config) -> String {
    let file = PageScripts::get("api_hosts.js").filter(|_| !config.api_hosts.is_empty());
    let script = file.map(|file| bytes(file.data)).unwrap_or_default();
    // A host holds letters, digits, dots and dashes: the settings are looked at.
    let known = format!("{} {}", config.store_id, config.api_hosts.join(" "));
    String::from_utf8_lossy(&script).replace("__STORE_AND_HOSTS__", &known)
}

/// `storefront_api/js/debug.ts`, where the settings want it; else nothing.
fn debug_script(config: &Config) -> String {
    let file = PageScripts::get("debug.js").filter(|_| config.debug_scripts);
    let script = file.map(|file| bytes(file.data)).unwrap_or_default();
    String::from_utf8_lossy(&script).into_owned()
}

/// Every file of `F`: its name, the SHA-256 of its contents, and itself with its compressed forms.
fn files<F: RustEmbed>() -> impl Iterator<Item = (String, [u8; 32], Asset)> {
    let names = F::iter().filter(|name| !name.ends_with(".br") && !name.ends_with(".gz"));
    names.filter_map(|name| {
        let packed = |end: &str| F::get(&format!("{name}{end}")).map(|it| bytes(it.data));
        let file = F::get(&name)?;
        let hash = file.metadata.sha256_hash();
        let asset = Asset {
            plain: bytes(file.data),
            brotli: Arc::new(packed(".br").map_or_else(OnceLock::new, OnceLock::from)),
            gzip: packed(".gz"),
            content_type: content_type(&name),
        };
        Some((name.into_owned(), hash, asset))
    })
}

/// `GET /assets/{name}`.
pub async fn serve(
    State(bundle): State<Bundle>,
    Path(name): Path<String>,
    headers: HeaderMap,
) -> Response {
    let known = bundle.by_public_name.get(&name).cloned();
    let Some(asset) = known.or_else(|| bundle.scripts.asset(&name)) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let (body, coding) = match (asset.brotli.get(), &asset.gzip) {
        (Some(brotli), _) if accepts(&headers, "br") => (brotli, Some("br")),
        (_, Some(gzip)) if accepts(&headers, "gzip") => (gzip, Some("gzip")),
        _ => (&asset.plain, None),
    };
    let mut response = Response::new(Body::from(body.clone()));
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static(asset.content_type),
    );
    headers.insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static("public, max-age=31536000, immutable"),
    );
    headers.insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
    if let Some(coding) = coding {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(coding));
    }
    response
}

/// Returns `true` if a request with `headers` accepts an answer in `coding`.
pub fn accepts(headers: &HeaderMap, coding: &str) -> bool {
    let accepted = headers
        .get(header::ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    accepted.split(',').map(str::trim).any(|item| {
        let (name, quality) = item.split_once(';').unwrap_or((item, ""));
        name.trim() == coding && !matches!(quality.trim(), "q=0" | "q=0.0" | "q=0.00" | "q=0.000")
    })
}

impl Asset {
    /// A script that no build has compressed: it is served as it is until [`Self::compress`] has run.
    pub(super) fn script(plain: Bytes) -> Self {
        Self {
            plain,
            brotli: Arc::default(),
            gzip: None,
            content_type: "text/javascript; charset=utf-8",
        }
    }

    /// Compresses it, unless that is done; takes a tenth of a second for 30 kB.
    pub(super) fn compress(&self) {
        self.brotli.get_or_init(|| compressed(&self.plain));
    }
}

/// `plain` in brotli, as small as it gets.
fn compressed(plain: &[u8]) -> Bytes {
    let mut small = Vec::new();
    let settings = brotli::enc::BrotliEncoderParams::default();
    let _ = brotli::BrotliCompress(&mut &*plain, &mut small, &settings);
    small.into()
}

fn bytes(data: std::borrow::Cow<'static, [u8]>) -> Bytes {
    match data {
        std::borrow::Cow::Borrowed(data) => Bytes::from_static(data),
        std::borrow::Cow::Owned(data) => Bytes::from(data),
    }
}

/// `awning.js` becomes `awning.<hash>.js` by the SHA-256 of its contents: new contents, new name.
pub(super) fn public_name(name: &str, hash: &[u8]) -> String {
    let name = name.rsplit('/').next().unwrap_or(name);
    let hash = URL_SAFE_NO_PAD.encode(&hash[..9]);
    match name.rsplit_once('.') {
        Some((stem, extension)) => format!("{stem}.{hash}.{extension}"),
        None => format!("{name}.{hash}"),
    }
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "woff2" => "font/woff2",
        "png" => "image/png",
        "webp" => "image/webp",
        _ => "application/octet-stream",
    }
}
