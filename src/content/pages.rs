//! The merchant's pages of text, in Markdown: about, terms and the like (`spec/pages.md` 1.1).

use crate::{
    base::error::AppError,
    text::{Language, Texts},
};
use pulldown_cmark::{Options, Parser, html};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, sea_query::OnConflict,
};
use std::collections::BTreeMap;

/// The pages that a shop commonly has, in the order the footer names them; there can be others.
const COMMON: [&str; 6] = [
    "about",
    "shipping-payment",
    "returns",
    "terms",
    "privacy-policy",
    "impressum",
];
/// Longest slug.
const MAX_LENGTH: usize = 100;
/// What the markup of a buy card (`spec/js-api.md` 8.1) needs besides what texts may have.
const BUY_CARD: [&str; 9] = [
    "class",
    "content",
    "customprop",
    "data-customprop",
    "data-single-product-id",
    "data-spw-price-location",
    "itemprop",
    "itemscope",
    "itemtype",
];

/// Whether a page can have this slug.
pub fn is_slug(slug: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    !slug.is_empty() && slug.len() <= MAX_LENGTH && slug.bytes().all(plain)
}

/// What a page is called in `t` where its text has no heading.
fn name(slug: &str, t: &Texts) -> String {
    let names = [
        t.page_about,
        t.page_shipping,
        t.page_returns,
        t.page_terms,
        t.page_privacy,
        t.page_impressum,
    ];
    let known = COMMON.iter().zip(names).find(|(known, _)| **known == slug);
    known.map_or(slug, |(_, name)| name).to_owned()
}

/// Rows of `pages`.
pub mod entity {
    #![expect(missing_docs, reason = "columns are named for what they hold")]
    use sea_orm::entity::prelude::*;

    /// A page in one language.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "pages")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub slug: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub language: String,
        #[sea_orm(column_type = "Text")]
        pub markdown: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Stores a page.
pub async fn put(
    db: &impl ConnectionTrait,
    slug: &str,
    language: &str,
    markdown: &str,
) -> Result<(), AppError> {
    let row = entity::ActiveModel {
        slug: Set(slug.to_owned()),
        language: Set(language.to_owned()),
        markdown: Set(markdown.to_owned()),
    };
    let replace = OnConflict::columns([entity::Column::Slug, entity::Column::Language])
        .update_column(entity::Column::Markdown)
        .to_owned();
    entity::Entity::insert(row)
        .on_conflict(replace)
        .exec_without_returning(db)
        .await?;
    // The footer of every page names it.
    super::version::touch_texts(db).await
}

/// The Markdown of the page `slug` in `language` and no other, if there is one.
pub async fn markdown(
    db: &impl ConnectionTrait,
    slug: &str,
    language: &str,
) -> Result<Option<String>, AppError> {
    let key = (slug.to_owned(), language.to_owned());
    let found = entity::Entity::find_by_id(key).one(db).await?;
    Ok(found.map(|page| page.markdown))
}

/// Takes the page `slug` in `language` away.
pub async fn remove(db: &impl ConnectionTrait, slug: &str, language: &str) -> Result<(), AppError> {
    let key = (slug.to_owned(), language.to_owned());
    entity::Entity::delete_by_id(key).exec(db).await?;
    super::version::touch_texts(db).await
}

/// Every page in every language.
pub async fn all(db: &impl ConnectionTrait) -> Result<Vec<entity::Model>, AppError> {
    let mut all = entity::Entity::find().all(db).await?;
    // Engines have orders of text of their own.
    all.sort_by(|one, other| (&one.slug, &one.language).cmp(&(&other.slug, &other.language)));
    Ok(all)
}

/// A page, to be linked to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageLink {
    /// Its slug.
    pub slug: String,
    /// Its first heading by the code of the language it is in; empty if it has none.
    titles: Vec<(String, String)>,
}

impl PageLink {
    /// What it is called: as the language's readers know it, or by its own heading.
    pub fn title(&self, language: Language) -> String {
        let t = language.texts();
        if COMMON.contains(&self.slug.as_str()) {
            return name(&self.slug, t);
        }
        let own = self.titles.iter().find(|(code, _)| code == language.code());
        let title = own.or(self.titles.first()).map(|(_, title)| title.as_str());
        title
            .filter(|it| !it.is_empty())
            .unwrap_or(&self.slug)
            .to_owned()
    }
}

/// Every page there is, the common ones first.
pub async fn listed(db: &impl ConnectionTrait) -> Result<Vec<PageLink>, AppError> {
    let mut listed: Vec<PageLink> = Vec::new();
    for row in all(db).await? {
        let title = (row.language, shown(&row.markdown).title);
        match listed.iter_mut().find(|it| it.slug == row.slug) {
            Some(known) => known.titles.push(title),
            None => listed.push(PageLink {
                slug: row.slug,
                titles: vec![title],
            }),
        }
    }
    let place = |slug: &str| COMMON.iter().position(|it| *it == slug);
    listed.sort_by_key(|it| (place(&it.slug).unwrap_or(COMMON.len()), it.slug.clone()));
    Ok(listed)
}

/// A page as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextPage {
    /// Its first heading, or what its like is called.
    pub title: String,
    /// The rest, as sanitised HTML.
    pub html: String,
    /// The page's text as the merchant wrote it, in Markdown.
    pub markdown: String,
}

/// Pages that are other than they are stored, by slug and language: drafts, where they are to be seen.
pub type Replaced = BTreeMap<(String, String), String>;

/// The page `slug` in `language`, or in another if there is none in it; those in `replaced` as they are there.
pub async fn get(
    db: &impl ConnectionTrait,
    replaced: &Replaced,
    slug: &str,
    language: Language,
) -> Result<Option<TextPage>, AppError> {
    let mut rows = entity::Entity::find()
        .filter(entity::Column::Slug.eq(slug))
        .all(db)
        .await?;
    for ((slug, language), markdown) in replaced.iter().filter(|((it, _), _)| it == slug) {
        rows.retain(|row| row.language != *language);
        rows.push(entity::Model {
            slug: slug.clone(),
            language: language.clone(),
            markdown: markdown.clone(),
        });
    }
    rows.sort_by(|one, other| one.language.cmp(&other.language));
    let own = rows.iter().find(|row| row.language == language.code());
    let mut found = own.or(rows.first()).map(|row| shown(&row.markdown));
    if let Some(untitled) = found.as_mut().filter(|it| it.title.is_empty()) {
        untitled.title = name(slug, language.texts());
    }
    Ok(found)
}

/// The Markdown as HTML that can do no harm.
pub fn shown(markdown: &str) -> TextPage {
    let (first, rest) = markdown
        .trim_start()
        .split_once('\n')
        .unwrap_or((markdown.trim(), ""));
    let (title, body) = match first.strip_prefix("# ") {
        Some(title) => (title.trim(), rest),
        None => ("", markdown),
    };
    let mut written = String::new();
    html::push_html(&mut written, Parser::new_ext(body, Options::ENABLE_TABLES));
    TextPage {
        title: title.to_owned(),
        html: ammonia::Builder::default()
            .add_generic_attributes(BUY_CARD)
            .clean(&written)
            .to_string(),
        markdown: body.trim().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_becomes_harmless_html() {
        let page =
            shown("# About us\n\nWe *print*. <script>alert(1)</script> [x](javascript:alert(1))\n");
        assert_eq!(page.title, "About us");
        assert!(page.html.contains("<em>print</em>"), "{}", page.html);
        assert!(!page.html.contains("script"), "{}", page.html);
        assert_eq!(shown("plain").html, "<p>plain</p>\n");
    }

    #[test]
    fn a_page_may_hold_a_buy_card() {
        let card = r#"<div class="ecsp ecsp-Product ec-Product-7" data-single-product-id="7"><div customprop="qty"></div></div>"#;
        assert_eq!(shown(card).html, card);
        assert!(
            !shown(&card.replace("class", "onclick"))
                .html
                .contains("onclick")
        );
    }
}
