//! The design settings (`spec/config.md` 4): one table that the shop's own settings and the page's
//! `ec.storefront` are both read by. The style sheet does the rest.

use serde_json::{Map, Value, json};
use toml::Table;

/// What a setting may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// True or false.
    Flag,
    /// One of these words, in any case.
    OneOf(&'static [&'static str]),
    /// A number.
    Number,
    /// Any text.
    Text,
}

use Kind::{Flag, Number, OneOf, Text};

const SHOWN: Kind = OneOf(&["SHOW", "HIDE", "SHOW_ON_HOVER"]);
const POSITION: Kind = OneOf(&["AUTO", "COVER", "FIT"]);
const SIDE: Kind = OneOf(&["LEFT", "RIGHT"]);
const RATIO: Kind = OneOf(&[
    "PORTRAIT_0667",
    "PORTRAIT_075",
    "SQUARE_1",
    "SQUARE",
    "LANDSCAPE_1333",
    "LANDSCAPE_15",
]);
const THUMBNAIL: Kind = OneOf(&[
    "AUTO",
    "PORTRAIT_0667",
    "PORTRAIT_075",
    "SQUARE_1",
    "LANDSCAPE_1333",
    "LANDSCAPE_15",
]);
const COLUMNS: Kind = OneOf(&[
    "TWO_COLUMNS_SIDEBAR_ON_THE_LEFT",
    "TWO_COLUMNS_SIDEBAR_ON_THE_RIGHT",
    "THREE_COLUMNS_SIDEBAR_ON_THE_RIGHT",
    "THREE_COLUMNS_SIDEBAR_ON_THE_LEFT",
]);
const SHAPE: Kind = OneOf(&["CIRCLE", "SQUARE", "ROUNDED_SQUARE"]);
const GALLERY: Kind = OneOf(&[
    "IMAGE_SINGLE_THUMBNAILS_HORIZONTAL",
    "IMAGE_SINGLE_THUMBNAILS_VERTICAL",
    "IMAGE_FEED",
]);

/// Every setting that the shop follows.
const TABLE: &[(&str, Kind)] = &[
    // general
    ("enable_catalog_on_one_page", Flag),
    ("hide_category_block_show_all_enabled_products", Flag),
    ("enable_page_transitions", Flag),
    ("show_signin_link_with_unified_account_page", Flag),
    ("show_signin_link", Flag),
    ("show_breadcrumbs", Flag),
    ("breadcrumbs_have_home_item", Flag),
    ("breadcrumbs_home_url", Text),
    ("breadcrumbs_separator", Text),
    ("show_footer_menu", Flag),
    ("show_sku", Flag),
    ("show_root_categories", Flag),
    // lists
    ("product_list_show_sort_viewas_options", Flag),
    ("enable_simple_category_list", Flag),
    ("product_list_title_behavior", SHOWN),
    ("product_list_sku_behavior", SHOWN),
    ("product_list_price_behavior", SHOWN),
    ("product_list_subtitles_behavior", SHOWN),
    ("product_list_buybutton_behavior", SHOWN),
    ("product_list_show_frame", Flag),
    (
        "product_list_product_info_layout",
        OneOf(&["CENTER", "LEFT", "JUSTIFY", "RIGHT"]),
    ),
    (
        "product_list_category_title_behavior",
        OneOf(&["SHOW_ON_IMAGE", "SHOW_BELOW_IMAGE", "HIDE", "SHOW_ON_HOVER"]),
    ),
    ("product_list_show_product_images", Flag),
    ("product_list_show_price_ranges", Flag),
    ("product_filters_visible_on_catalog_pages", Flag),
    ("product_filters_position_on_catalog_pages", SIDE),
    ("product_filters_position_category_page", SIDE),
    ("product_filters_position_search_page", SIDE),
    ("product_filters_opened_by_default_on_catalog_pages", Flag),
    ("product_filters_opened_by_default_on_category_page", Flag),
    (
        "product_filters_orientation",
        OneOf(&["VERTICAL", "HORIZONTAL"]),
    ),
    (
        "product_list_image_size",
        OneOf(&["SMALL", "MEDIUM", "LARGE"]),
    ),
    ("product_list_image_aspect_ratio", RATIO),
    ("product_list_category_image_aspect_ratio", RATIO),
    ("product_list_image_has_shadow", Flag),
    ("product_list_show_additional_image_on_hover", Flag),
    ("product_list_image_position", POSITION),
    ("product_list_category_image_position", POSITION),
    ("product_list_show_on_sale_label", Flag),
    ("product_list_show_sold_out_label", Flag),
    (
        "product_list_swatches_product_option_behavior",
        OneOf(&["SHOW", "HIDE"]),
    ),
    ("product_list_swatches_product_option_shape", SHAPE),
    ("product_list_category_cell_spacing", Number),
    ("product_list_cell_spacing", Number),
    // cart and checkout
    ("shopping_cart_show_qty_inputs", Flag),
    ("shopping_cart_show_qty_inputs_on_mobile", Flag),
    ("shopping_cart_show_sku", Flag),
    ("shopping_cart_show_weight", Flag),
    ("checkout_show_state_input", Flag),
    ("checkout_show_address_line_2", Flag),
    ("shopping_cart_products_collapsed_on_desktop", Flag),
    ("shopping_cart_products_collapsed_on_mobile", Flag),
    ("checkout_expand_billing_address_form", Flag),
    // product page: what is seen
    ("product_details_show_product_name", Flag),
    ("product_details_show_breadcrumbs", Flag),
    ("product_details_show_product_sku", Flag),
    ("product_details_show_product_price", Flag),
    ("product_details_show_sale_price", Flag),
    ("product_details_show_product_options", Flag),
    ("product_details_hide_price_modifiers", Flag),
    ("product_details_show_buy_button", Flag),
    ("product_details_show_qty", Flag),
    ("product_details_show_attributes", Flag),
    ("product_details_show_weight", Flag),
    ("product_details_show_number_of_items_in_stock", Flag),
    ("product_details_show_in_stock_label", Flag),
    ("product_details_show_wholesale_prices", Flag),
    ("product_details_show_product_description", Flag),
    ("product_details_show_subtitle", Flag),
    (
        "product_details_show_image_alt_text_as_visible_description",
        Flag,
    ),
    ("product_details_show_price_per_unit", Flag),
    ("product_details_show_tax", Flag),
    ("product_details_show_share_buttons", Flag),
    ("product_details_show_facebook_share_button", Flag),
    ("product_details_show_pinterest_share_button", Flag),
    ("product_details_show_twitter_share_button", Flag),
    ("product_details_show_vk_share_button", Flag),
    ("product_details_show_navigation_arrows", Flag),
    ("product_details_show_product_photo_zoom", Flag),
    // product page: where it is
    (
        "product_details_show_breadcrumbs_position",
        OneOf(&["PRODUCT_DETAILS_SIDEBAR", "NAVIGATION_CONTAINER"]),
    ),
    (
        "product_details_swatches_product_option_size",
        OneOf(&["SMALL", "MEDIUM", "LARGE"]),
    ),
    ("product_details_swatches_product_option_shape", SHAPE),
    ("product_details_additional_images_preview_on_click", Flag),
    ("product_details_cut_product_description_in_sidebar", Flag),
    ("product_details_description_compact_view", Flag),
    ("product_details_position_breadcrumbs", Number),
    ("product_details_position_share_buttons", Number),
    ("product_details_layout", COLUMNS),
    ("product_details_gallery_layout", GALLERY),
    ("product_details_thumbnails_aspect_ratio", THUMBNAIL),
    ("product_details_additional_images_has_shadow", Flag),
    ("product_details_image_carousel", Flag),
    (
        "product_details_show_product_name_always_first_on_mobile",
        Flag,
    ),
    (
        "product_details_two_columns_with_right_sidebar_show_product_description_on_sidebar",
        Flag,
    ),
    (
        "product_details_two_columns_with_left_sidebar_show_product_description_on_sidebar",
        Flag,
    ),
    ("product_details_add_to_cart_quantity_compact_view", Flag),
    ("product_details_position_product_name", Number),
    ("product_details_position_subtitle", Number),
    ("product_details_position_product_sku", Number),
    ("product_details_position_product_price", Number),
    ("product_details_position_product_options", Number),
    ("product_details_position_buy_button", Number),
    ("product_details_position_wholesale_prices", Number),
    ("product_details_position_product_description", Number),
];

impl Kind {
    fn name(self) -> String {
        match self {
            Flag => "flag".to_owned(),
            Number => "number".to_owned(),
            Text => "text".to_owned(),
            OneOf(words) => words.join(" "),
        }
    }

    fn allows(self, value: &toml::Value) -> bool {
        match self {
            Flag => value.is_bool(),
            Number => value.is_integer() || value.is_float(),
            Text => value.is_str(),
            OneOf(words) => value
                .as_str()
                .is_some_and(|text| words.contains(&text.to_uppercase().as_str())),
        }
    }
}

/// What is wrong with the shop's own design settings: key, value, and what is allowed.
pub fn wrong(settings: &Table) -> Option<(String, String, String)> {
    settings.iter().find_map(
        |(key, value)| match TABLE.iter().find(|(known, _)| known == key) {
            None => Some((
                key.clone(),
                value.to_string(),
                "there is no such design setting".to_owned(),
            )),
            Some((_, kind)) if !kind.allows(value) => Some((
                key.clone(),
                value.to_string(),
                format!("expected {}", kind.name().replace(' ', ", ")),
            )),
            Some(_) => None,
        },
    )
}

/// Whether the shop's own settings turn `key` on; what is not set is off.
pub fn is_on(settings: &Table, key: &str) -> bool {
    settings.get(key).and_then(toml::Value::as_bool) == Some(true)
}

/// The shop's own design settings, for the page.
pub fn settings(settings: &Table) -> Value {
    let each = settings
        .iter()
        .map(|(key, value)| (key.clone(), json!(value)));
    Value::Object(each.collect())
}

/// The same as classes of the root element, so that they hold with scripts off.
pub fn classes(settings: &Table) -> String {
    let class = |(key, value): (&String, &toml::Value)| {
        let text = match value {
            toml::Value::Boolean(flag) => flag.to_string(),
            toml::Value::String(word)
                if TABLE
                    .iter()
                    .any(|(known, kind)| known == key && *kind != Text) =>
            {
                word.clone()
            }
            _ => return None,
        };
        Some(format!("ec-{key}--{}", text.to_uppercase()))
    };
    settings
        .iter()
        .filter_map(class)
        .collect::<Vec<_>>()
        .join(" ")
}

/// The page's own script: it lets pages follow the settings, and keeps them up to date.
pub fn script() -> String {
    let table: Map<String, Value> = TABLE
        .iter()
        .map(|(key, kind)| ((*key).to_owned(), json!(kind.name())))
        .collect();
    let design = crate::storefront_api::shortened(include_str!("../storefront_api/design.js"));
    let design = design.replacen("TABLE", &Value::Object(table).to_string(), 1);
    design
        + &crate::storefront_api::shortened(include_str!("../site/patch.js"))
        + &crate::storefront_api::shortened(include_str!("../site/live.js"))
        + &crate::storefront_api::shortened(include_str!("../storefront_api/cart.js"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(text: &str) -> Table {
        toml::from_str(text).expect("TOML")
    }

    #[test]
    fn settings_become_classes() {
        let own = table(
            "show_sku = false\nproduct_list_sku_behavior = \"hide\"\nbreadcrumbs_separator = \"/\"\nproduct_list_cell_spacing = 8",
        );
        assert_eq!(wrong(&own), None);
        assert_eq!(
            classes(&own),
            "ec-show_sku--FALSE ec-product_list_sku_behavior--HIDE"
        );
    }

    #[test]
    fn wrong_ones_are_named_with_what_is_allowed() {
        for (text, said) in [
            ("show_skew = true", "no such design setting"),
            ("show_sku = \"no\"", "flag"),
            (
                "product_list_sku_behavior = \"NEVER\"",
                "SHOW, HIDE, SHOW_ON_HOVER",
            ),
        ] {
            let (_, _, why) = wrong(&table(text)).expect("wrong");
            assert!(why.contains(said), "{why}");
        }
    }

    #[test]
    fn the_script_knows_every_key() {
        let script = script();
        assert!(TABLE.iter().all(|(key, _)| script.contains(key)) && !script.contains("TABLE"));
    }
}
