use crate::base::error::AppError;
use askama::Template;

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
struct NoteHtml<'a> {
    paragraphs: &'a [&'a str],
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
        Self::of(subject, &NoteText { paragraphs }, &NoteHtml { paragraphs })
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
            "<p>&#60;b&#62;Ada&#60;/b&#62; &#38;<br/>Co</p><p>Bye</p>"
        );
    }
}
