use crate::base::{error::AppError, html::escaped};
use askama::Template;
use regex::Regex;
use std::sync::LazyLock;

/// An e-mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Email {
    /// Subject.
    pub subject: String,
    /// As plain text.
    pub text: String,
    /// As HTML, without the frame that every e-mail stands in.
    pub html: String,
}

#[derive(Template)]
#[template(path = "platform/mail/note.txt")]
struct NoteText<'a> {
    paragraphs: &'a [&'a str],
}

#[derive(Template)]
#[template(path = "platform/mail/note.html")]
struct NoteHtml {
    paragraphs: Vec<String>,
}

/// `text` as HTML: its lines are lines, and its links can be followed.
pub fn html_of(text: &str) -> String {
    // What ends a sentence is no part of a link.
    static LINK: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r#"https?://[^\s<>"]*[^\s<>".,;:!?)]"#).expect("an expression")
    });
    let text = escaped(text);
    let linked = LINK.replace_all(&text, r#"<a href="$0">$0</a>"#);
    linked.replace('\n', "<br>")
}

impl Email {
    /// The e-mail that both templates make.
    pub fn of(
        subject: String,
        text: &impl Template,
        html: &impl Template,
    ) -> Result<Self, AppError> {
        Ok(Self {
            subject,
            text: text.render().map_err(AppError::internal)?,
            html: html.render().map_err(AppError::internal)?,
        })
    }

    /// An e-mail of nothing but `paragraphs`.
    pub fn note(subject: String, paragraphs: &[&str]) -> Result<Self, AppError> {
        let html = NoteHtml {
            paragraphs: paragraphs.iter().map(|it| html_of(it)).collect(),
        };
        Self::of(subject, &NoteText { paragraphs }, &html)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_is_text_as_it_was_written_and_html_that_holds_no_other_markup() {
        let note = Email::note("Hello".to_owned(), &["<b>Ada</b> &\nCo", "Bye"]);
        let note = note.expect("a template");
        assert_eq!(note.text, "<b>Ada</b> &\nCo\n\nBye\n");
        assert_eq!(
            note.html.trim(),
            "<p>&lt;b&gt;Ada&lt;/b&gt; &amp;<br>Co</p><p>Bye</p>"
        );
    }

    #[test]
    fn links_can_be_followed_and_hold_nothing_else() {
        let link = "https://shop.example/account/pay/A1/x_-y?a=1&b=2";
        let escaped = link.replace('&', "&amp;");
        assert_eq!(
            html_of(&format!("See ({link}).\nBye")),
            format!("See (<a href=\"{escaped}\">{escaped}</a>).<br>Bye")
        );
        assert_eq!(
            html_of("https://a.example/\"><script>"),
            "<a href=\"https://a.example/&quot;&gt;&lt;script&gt\">https://a.example/&quot;&gt;&lt;script&gt</a>;"
        );
    }
}
