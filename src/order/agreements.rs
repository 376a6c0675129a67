//! What shoppers agree to, and are to have in writing with their order.

use crate::{
    base::error::AppError,
    content::pages::{self, Replaced, TextPage},
    platform::config::Config,
    text::Language,
};
use regex::{Captures, Regex};
use sea_orm::ConnectionTrait;
use std::sync::LazyLock;

/// The pages that the law wants in the confirmation where shoppers may withdraw.
const IN_WRITING: [&str; 2] = ["terms", "returns"];

/// The shop's terms and how to withdraw, in `language`, with links to `origin`; nothing of what the shop has no page for, and
/// nothing at all where shoppers cannot withdraw.
pub async fn agreed(
    db: &impl ConnectionTrait,
    config: &Config,
    language: Language,
    origin: &str,
) -> Result<Vec<TextPage>, AppError> {
    let mut agreed = Vec::new();
    if config.withdrawal {
        for slug in IN_WRITING {
            let page = pages::get(db, &Replaced::default(), slug, language).await?;
            agreed.extend(page.map(|page| elsewhere(page, origin)));
        }
    }
    Ok(agreed)
}

/// Returns `page` for an e-mail: links are absolute, with `origin`, and the plain text shows URLs instead of Markdown.
fn elsewhere(page: TextPage, origin: &str) -> TextPage {
    static PATH: LazyLock<Regex> =
        LazyLock::new(|| Regex::new("href=\"/([^/])").expect("an expression"));
    static LINK: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"\[([^\]]+)\]\(([^)\s]+)\)").expect("an expression"));
    static MARKS: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"(?m)^#{1,6} +|\*\*").expect("an expression"));
    let html = PATH.replace_all(&page.html, |found: &Captures<'_>| {
        format!("href=\"{origin}/{}", &found[1])
    });
    let text = LINK.replace_all(&page.markdown, |found: &Captures<'_>| {
        let (name, to) = (&found[1], &found[2]);
        let is_path = to.starts_with('/') && !to.starts_with("//");
        format!("{name} ({}{to})", if is_path { origin } else { "" })
    });
    TextPage {
        title: page.title,
        html: html.into_owned(),
        markdown: MARKS.replace_all(&text, "").into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_agreed_to_can_be_followed_from_a_mailbox() {
        let page = pages::shown(
            "# Terms\n\n## Who\n\n**You**: see [how](/pages/returns) and [them](https://law.example/a?b).",
        );
        let read = elsewhere(page, "https://shop.example");
        assert_eq!(
            read.markdown,
            "Who\n\nYou: see how (https://shop.example/pages/returns) and them (https://law.example/a?b)."
        );
        assert!(
            read.html
                .contains("href=\"https://shop.example/pages/returns\""),
            "{}",
            read.html
        );
        assert!(
            read.html.contains("href=\"https://law.example/a?b\""),
            "{}",
            read.html
        );
    }
}
