//! Categories as people choose them: by their names from the root down.

use crate::{
    base::error::AppError,
    catalog::{Category, store},
};
use leptos::prelude::*;
use sea_orm::ConnectionTrait;
use std::collections::HashMap;

/// Deepest that names are looked for: a ring of categories has no end.
const DEEPEST: usize = 12;

/// Every category with its names, in their order.
pub struct Categories(Vec<(i64, String)>);

impl Categories {
    /// Those in the database, called as in `language`.
    pub async fn read(db: &impl ConnectionTrait, language: &str) -> Result<Self, AppError> {
        let all = store::categories(db).await?;
        let by_id: HashMap<i64, &Category> = all.iter().map(|it| (it.id, it)).collect();
        let path = |category: &Category| {
            let mut names = vec![category.name.get(language)];
            let mut above = category.parent;
            while let Some(parent) = above.and_then(|id| by_id.get(&id)) {
                if names.len() == DEEPEST {
                    break;
                }
                names.push(parent.name.get(language));
                above = parent.parent;
            }
            names.reverse();
            names.join(" › ")
        };
        let mut named: Vec<(i64, String)> = all.iter().map(|it| (it.id, path(it))).collect();
        named.sort_by_cached_key(|(_, name)| name.to_lowercase());
        Ok(Self(named))
    }

    /// What the category `id` is called.
    pub fn name(&self, id: i64) -> Option<&str> {
        let found = self.0.iter().find(|(it, _)| *it == id);
        found.map(|(_, name)| name.as_str())
    }

    /// Names by their numbers.
    pub fn names(&self) -> HashMap<i64, String> {
        self.0.iter().cloned().collect()
    }

    /// A choice of one, or of none, which is called `nothing`.
    pub fn select(
        &self,
        name: &'static str,
        label: &'static str,
        nothing: &'static str,
        chosen: Option<i64>,
    ) -> impl IntoView + use<> {
        let option = |(id, title): &(i64, String)| {
            let is_chosen = Some(*id) == chosen;
            view! { <option value=id.to_string() selected=is_chosen>{title.clone()}</option> }
        };
        view! {
            <div class="field"><label for=name>{label}</label>
                <select id=name name=name><option value="">{nothing}</option>{self.0.iter().map(option).collect_view()}</select></div>
        }
    }
}
