//! The merchant's pages of text, in Markdown: about, terms and the like (`spec/pages.md` 1.1).

use crate::{error::AppError, text::Language};
use pulldown_cmark::{Options, Parser, html};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
    sea_query::OnConflict,
};

/// The pages there can be: slug, and its title where the Markdown has none.
pub const PAGES: [&str; 5] = [
    "about",
    "shipping-payment",
    "returns",
    "terms",
    "privacy-policy",
];

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
    Ok(())
}

/// Every page in every language.
pub async fn all(db: &impl ConnectionTrait) -> Result<Vec<entity::Model>, AppError> {
    let all = entity::Entity::find()
        .order_by_asc(entity::Column::Slug)
        .order_by_asc(entity::Column::Language);
    Ok(all.all(db).await?)
}

/// A page as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Its first heading.
    pub title: String,
    /// The rest, as sanitised HTML.
    pub html: String,
}

/// The page `slug` in `language`, or in another if there is none in it.
pub async fn get(
    db: &impl ConnectionTrait,
    slug: &str,
    language: Language,
) -> Result<Option<Shown>, AppError> {
    let rows = entity::Entity::find()
        .filter(entity::Column::Slug.eq(slug))
        .all(db)
        .await?;
    let own = rows.iter().find(|row| row.language == language.code());
    Ok(own.or(rows.first()).map(|row| shown(&row.markdown)))
}

/// The Markdown as HTML that can do no harm.
pub fn shown(markdown: &str) -> Shown {
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
    Shown {
        title: title.to_owned(),
        html: ammonia::clean(&written),
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
}
