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

/// `text` as it stands in a `textarea`, whose content Leptos writes as it is: nothing in it can end the element.
pub fn in_textarea(text: &str) -> String {
    // Parsers drop one line's end right behind the tag.
    let first = if text.starts_with('\n') { "\n" } else { "" };
    format!("{first}{}", escaped(text))
}

/// `json` as it stands in a script element: nothing in it can end the element.
pub fn in_script(json: &str) -> String {
    json.replace('<', "\\u003c")
}

/// `typed` as HTML: it is that already if there is a tag or a character reference in it, else lines of text with empty ones
/// between paragraphs.
#[cfg(feature = "ssr")]
pub fn of_typed(typed: &str) -> String {
    let is_tag =
        |rest: &str| rest.starts_with(|it: char| it.is_ascii_alphabetic() || "/!".contains(it));
    let is_reference = |rest: &str| {
        let end = rest.find(';').filter(|end| (1..10).contains(end));
        end.is_some_and(|end| {
            rest[..end]
                .bytes()
                .all(|it| it.is_ascii_alphanumeric() || it == b'#')
        })
    };
    let is_html = typed
        .match_indices('<')
        .any(|(at, _)| is_tag(&typed[at + 1..]))
        || typed
            .match_indices('&')
            .any(|(at, _)| is_reference(&typed[at + 1..]));
    if is_html {
        return typed.to_owned();
    }
    let text = typed.replace("\r\n", "\n");
    let paragraphs = text.split("\n\n").map(str::trim);
    let paragraphs = paragraphs.filter(|text| !text.is_empty());
    paragraphs
        .map(|text| format!("<p>{}</p>", escaped(text).replace('\n', "<br>")))
        .collect()
}

/// `html` as it was typed, if it is what [`of_typed`] makes of lines of text; else as it is.
#[cfg(feature = "ssr")]
pub fn as_typed(html: &str) -> String {
    let lines = html.replace("<br>", "\n").replace("</p><p>", "\n\n");
    let lines = lines.trim_start_matches("<p>").trim_end_matches("</p>");
    let references = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&amp;", "&"),
    ];
    let text = references
        .iter()
        .fold(lines.to_owned(), |text, (reference, it)| {
            text.replace(reference, it)
        });
    match of_typed(&text) == html {
        true => text,
        false => html.to_owned(),
    }
}

/// `html` without its tags.
#[cfg(feature = "ssr")]
pub fn plain(html: &str) -> String {
    ammonia::Builder::empty()
        .clean(&html.replace('<', " <"))
        .to_string()
}

/// Texts of `html` that was cleaned when it was stored: what stands between tags and character references.
#[cfg(feature = "ssr")]
pub fn texts(html: &str) -> impl Iterator<Item = &str> {
    let mut rest = html;
    std::iter::from_fn(move || {
        let (text, markup) = rest.split_at(rest.find(['<', '&']).unwrap_or(rest.len()));
        rest = after_markup(markup);
        (!text.is_empty() || !markup.is_empty()).then_some(text)
    })
}

/// What comes after the tag or the reference that `markup` begins with.
#[cfg(feature = "ssr")]
fn after_markup(markup: &str) -> &str {
    let end = match markup.as_bytes().first() {
        Some(b'&') => markup.find(';'),
        _ => {
            let mut is_quoted = false;
            markup.bytes().position(|byte| {
                is_quoted ^= byte == b'"';
                byte == b'>' && !is_quoted
            })
        }
    };
    end.map_or("", |end| &markup[end + 1..])
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn words(texts: &[&str]) -> Vec<String> {
        let words = texts
            .iter()
            .flat_map(|text| text.split(|it: char| !it.is_alphanumeric()));
        words
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect()
    }

    #[test]
    fn what_was_typed_comes_back_and_html_stays() {
        for typed in [
            "Big",
            "One\nline\n\nanother",
            "5 > 4 & \"so\"",
            "",
            "<b>bold</b>",
        ] {
            assert_eq!(as_typed(&of_typed(typed)), typed);
        }
        for html in [
            "<p>One</p><ul><li>two</li></ul>",
            "<p class=\"a\">x</p>",
            "a &nbsp; b",
            "Plain",
        ] {
            assert_eq!(
                of_typed(&as_typed(html)).replace("<p>Plain</p>", "Plain"),
                html
            );
        }
    }

    #[test]
    fn plain_lines_become_paragraphs_and_html_stays() {
        for (typed, html) in [
            (
                "Big & blue\r\nmug\n\n5 < 6",
                "<p>Big &amp; blue<br>mug</p><p>5 &lt; 6</p>",
            ),
            ("<p>Big</p>\n\nblue", "<p>Big</p>\n\nblue"),
            ("a &amp; b", "a &amp; b"),
            ("AT&T; or not", "AT&T; or not"),
            ("  ", ""),
        ] {
            assert_eq!(of_typed(typed), html);
        }
    }

    #[test]
    fn texts_stand_between_tags() {
        let html = "<p title=\"a &gt; b > c\">Big&nbsp;<b>blue</b> mug &amp; more</p>";
        assert_eq!(
            words(&texts(html).collect::<Vec<_>>()),
            ["Big", "blue", "mug", "more"]
        );
        assert_eq!(texts("plain").collect::<Vec<_>>(), ["plain"]);
        assert_eq!(texts("").count(), 0);
    }

    proptest! {
        #[test]
        fn of_clean_html_they_are_what_a_parser_finds(html in "([a-c ]|<p>|</p>|<b>|<a title=\"|\">|&|;|<|>|'|\"){0,20}") {
            let clean = ammonia::clean(&html);
            let mut parsed = plain(&clean);
            for reference in ["&amp;", "&lt;", "&gt;", "&nbsp;"] {
                parsed = parsed.replace(reference, " ");
            }
            prop_assert_eq!(words(&texts(&clean).collect::<Vec<_>>()), words(&[&parsed]));
        }
    }
}
