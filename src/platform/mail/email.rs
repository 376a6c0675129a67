use crate::base::html::escaped;

/// An e-mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Email {
    /// Subject.
    pub subject: String,
    /// As plain text.
    pub text: String,
    /// As HTML.
    pub html: String,
}

/// A paragraph of an e-mail.
pub enum EmailPart {
    /// A paragraph.
    Text(String),
    /// A table of labels and values.
    Rows(Vec<(String, String)>),
}

impl Email {
    /// An e-mail of nothing but `text`.
    pub fn plain(subject: String, text: &str) -> Self {
        Self::of(subject, &[EmailPart::Text(text.to_owned())])
    }

    /// The e-mail that `parts` make, as text and as HTML.
    pub fn of(subject: String, parts: &[EmailPart]) -> Self {
        let text = parts.iter().map(|part| match part {
            EmailPart::Text(text) => format!("{text}\n"),
            EmailPart::Rows(rows) => rows
                .iter()
                .map(|(label, value)| format!("{label}: {value}\n"))
                .collect(),
        });
        let html = parts.iter().map(|part| match part {
        EmailPart::Text(text) => format!("<p>{}</p>", escaped(text).replace('\n', "<br>")),
        EmailPart::Rows(rows) => {
            let row = |(label, value): &(String, String)| {
                format!(
                    "<tr><td style=\"padding:4px 24px 4px 0\">{}</td><td style=\"text-align:right\">{}</td></tr>",
                    escaped(label),
                    escaped(value)
                )
            };
            format!("<table>{}</table>", rows.iter().map(row).collect::<String>())
        }
    });
        Self {
            text: text.collect::<Vec<_>>().join("\n"),
            html: format!(
                "<!DOCTYPE html><html><body style=\"font-family:Georgia,serif;color:#222\">{}</body></html>",
                html.collect::<String>()
            ),
            subject,
        }
    }
}
