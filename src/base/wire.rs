//! What crosses between server and browser: JSON, read in the browser by its own parser, which
//! comes for free where `serde_json` would be a tenth of the bundle.

use leptos::server_fn::{Bytes, ContentType, Decodes, Encodes, Format, FormatType, codec::Post};
use serde::{Serialize, de::DeserializeOwned};

/// The codec of every server function's answer.
pub type Wire = Post<WireJson>;

/// JSON, written by the server and read by the browser.
pub struct WireJson;

impl ContentType for WireJson {
    const CONTENT_TYPE: &'static str = "application/json";
}

impl FormatType for WireJson {
    const FORMAT_TYPE: Format = Format::Text;
}

#[cfg(feature = "ssr")]
impl<T: Serialize> Encodes<T> for WireJson {
    type Error = serde_json::Error;

    fn encode(output: &T) -> Result<Bytes, Self::Error> {
        serde_json::to_vec(output).map(Bytes::from)
    }
}

#[cfg(feature = "ssr")]
impl<T: DeserializeOwned> Decodes<T> for WireJson {
    type Error = serde_json::Error;

    fn decode(bytes: Bytes) -> Result<T, Self::Error> {
        serde_json::from_slice(&bytes)
    }
}

/// The browser only reads.
#[cfg(not(feature = "ssr"))]
impl<T: Serialize> Encodes<T> for WireJson {
    type Error = &'static str;

    fn encode(_output: &T) -> Result<Bytes, Self::Error> {
        Err("only the server writes")
    }
}

#[cfg(all(feature = "hydrate", not(feature = "ssr")))]
impl<T: DeserializeOwned> Decodes<T> for WireJson {
    type Error = &'static str;

    fn decode(bytes: Bytes) -> Result<T, Self::Error> {
        str::from_utf8(&bytes)
            .ok()
            .and_then(read)
            .ok_or("not what the shop writes")
    }
}

/// The value written as `json`, if it is one.
#[cfg(feature = "hydrate")]
pub fn read<T: DeserializeOwned>(json: &str) -> Option<T> {
    serde_wasm_bindgen::from_value(js_sys::JSON::parse(json).ok()?).ok()
}
