//! HTML that is written as text: heads of pages, and what is the same for every visitor.

/// `text` as it stands in an element or in a quoted attribute.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            other => out.push(other),
        }
    }
    out
}

/// `json` as it stands in a script element: nothing in it can end the element.
pub fn in_script(json: &str) -> String {
    json.replace('<', "\\u003c")
}

/// `html` without its tags.
#[cfg(feature = "ssr")]
pub fn plain(html: &str) -> String {
    ammonia::Builder::empty()
        .clean(&html.replace('<', " <"))
        .to_string()
}
