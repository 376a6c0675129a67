//! `Cart`, `CartProduct` and `CalculatedOrder` as scripts get them (`spec/js-api.md` 6.1, 6.4).

use super::{Cart, Line};
use crate::{
    base::{html::plain, money::PriceFormat, person::Person, units::WeightUnit},
    catalog::{option::ProductOption, product::Interval},
    platform::{
        images::{self, Image},
        shop_view::ShopView,
    },
    pricing::payment::PaymentMethod,
};
use serde_json::{Map, Value, json};

/// Characters of a description that scripts get.
const SHORT: usize = 120;

/// `Cart`.
pub fn cart_object(cart: &Cart, view: &ShopView<'_>) -> Value {
    let prices = view.prices;
    let amount = |minor| number(prices, minor);
    let items: Vec<Value> = cart.sold().map(|line| item(line, view)).collect();
    let mut object = Map::new();
    let mut put = |name: &str, value: Value| object.insert(name.to_owned(), value);
    put("items", json!(items));
    put("productsQuantity", json!(cart.quantity()));
    put("weight", weight(view.weight, cart.weight()));
    // Nothing was ever put in: there is no more to say.
    let Some(row) = &cart.row else {
        return Value::Object(object);
    };
    put("id", json!(row.public_id));
    put("cartId", json!(row.uuid));
    put("orderId", json!(row.id));
    put("subtotal", amount(cart.totals.items));
    put("total", amount(cart.totals.total));
    put("tax", amount(cart.totals.tax()));
    put("isPricesIncludeTax", json!(cart.totals.prices_include_tax));
    let code = view.language.code();
    if let Some(coupon) = cart.good_coupon() {
        put("couponName", json!(coupon.name));
    }
    if !cart.details.shipping.is_empty() {
        put("shippingPerson", json!(cart.details.shipping));
        put("billingPerson", json!(cart.billed()));
        if let Some(method) = cart.method() {
            put("shippingMethod", json!(method.title.get(code)));
        }
        if let Some(payment) = cart.payment() {
            put("paymentMethod", json!(payment.title.get(code)));
            put("paymentModule", json!(payment.module()));
        }
    }
    Value::Object(object)
}

fn item(line: &Line, view: &ShopView<'_>) -> Value {
    json!({
        "quantity": line.quantity,
        "product": product(line, view),
        "options": options(line, view.language.code()),
    })
}

/// Answers by the names of their options; several are joined with commas.
pub fn options(line: &Line, language: &str) -> Map<String, Value> {
    let answered = line.product.options.iter().zip(&line.chosen.answers);
    let given = answered.filter(|(_, answer)| !answer.is_empty());
    let text = |(option, answer): (&ProductOption, &Vec<String>)| {
        let label = |text: &String| {
            let choice = option.choices.iter().find(|choice| choice.text == *text);
            choice.map_or(text.clone(), |choice| choice.label(language).to_owned())
        };
        let answer: Vec<String> = answer.iter().map(label).collect();
        (option.label(language).to_owned(), json!(answer.join(", ")))
    };
    given.map(text).collect()
}

/// `CartProduct`.
pub fn product(line: &Line, view: &ShopView<'_>) -> Value {
    let (prices, origin) = (view.prices, view.origin);
    let mut object = short(line, view);
    let mut put = |name: &str, value: Value| object.insert(name.to_owned(), value);
    if let Some(variation) = line.variation {
        put("variation", json!(variation));
    }
    put(
        "isCustomerSetPrice",
        json!(line.product.name_your_price.is_some()),
    );
    if let (Some(price), Some(_)) = (line.chosen.price, line.product.name_your_price) {
        put("selectedPrice", number(prices, price));
    }
    if let Some(image) = image(line) {
        put("mediaItem", media_item(image, origin));
    }
    if let Some(interval) = Interval::parse(&line.chosen.subscription) {
        put(
            "recurringChargeSettings",
            json!({
                "recurringIntervalCount": interval.count,
                "recurringSubscriptionInterval": interval.unit,
                "signUpFee": 0,
                "subscriptionPriceWithSignUpFee": number(prices, line.price),
            }),
        );
    }
    Value::Object(object)
}

/// What every script is told of a product in a cart or an order.
pub fn short(line: &Line, view: &ShopView<'_>) -> Map<String, Value> {
    let (code, prices) = (view.language.code(), view.prices);
    let description = plain(line.product.description.get(code));
    let description: String = description.trim().chars().take(SHORT).collect();
    let object = json!({
        "id": line.product.id,
        "name": line.product.name.get(code),
        "sku": line.sku,
        "price": number(prices, line.price),
        "weight": weight(view.weight, line.product.weight.unwrap_or(0)),
        "shortDescription": description,
        "url": format!("{}{}", view.origin, line.path),
    });
    match object {
        Value::Object(object) => object,
        _ => Map::new(),
    }
}

/// The picture of what is in `line`: its variation's, or the product's first.
pub fn image(line: &Line) -> Option<&Image> {
    let variations = &line.product.variations;
    let variation = variations.iter().find(|it| Some(it.id) == line.variation);
    let own = variation.and_then(|it| it.image.as_ref());
    let images = &line.product.images;
    let shown = images.iter().find(|image| Some(&image.hash) == own);
    shown.or(images.first())
}

/// `MediaItem`: a video with the picture that stands for it, or a picture.
fn media_item(image: &Image, origin: &str) -> Value {
    let mut object = picture(image, origin);
    if let Some(video) = &image.video {
        let url = video.url();
        let url = if url.starts_with('/') {
            format!("{origin}{url}")
        } else {
            url
        };
        object["type"] = json!("VIDEO");
        object["videoInfo"] = json!({
            "embedHtml": video.embed_html(origin),
            "url": url,
            "width": video.width,
            "height": video.height,
        });
    }
    object
}

fn picture(image: &Image, origin: &str) -> Value {
    let url = |width| format!("{origin}{}", images::url(&image.hash, width, "jpg"));
    let mut object = json!({
        "type": "PICTURE",
        "id": image.hash,
        "isMain": true,
        "width": image.width,
        "height": image.height,
        "image160pxUrl": url(160),
        "image400pxUrl": url(400),
        "image800pxUrl": url(800),
    });
    if let Some(border) = &image.border {
        object["borderInfo"] = json!({
            "dominatingColor": {
                "isDark": !border.color.is_light(),
                "isFullyTransparent": border.transparent,
                "rbgHexValue": border.color,
            },
            "homogeneity": border.even,
        });
    }
    object
}

/// `CalculatedOrder`.
pub fn calculated(cart: &Cart, view: &ShopView<'_>) -> Value {
    let it = &cart.totals;
    let amount = |minor| number(view.prices, minor);
    json!({
        "cart": cart_object(cart, view),
        "subtotal": amount(it.goods()),
        "subtotalWithoutTax": amount(it.goods_without_tax()),
        "total": amount(it.total),
        "totalWithoutTax": amount(it.total - it.tax()),
        "tax": amount(it.tax()),
        "couponDiscount": amount(it.coupon),
        "volumeDiscount": amount(it.discounts.volume),
        "customerGroupDiscount": amount(it.discounts.group),
        "customerGroupVolumeDiscount": amount(it.discounts.group_volume),
        "discount": amount(it.discounts.total()),
        "shipping": amount(it.shipping),
        "shippingWithoutTax": amount(it.without_tax(it.shipping, it.shipping_tax)),
        "handlingFee": amount(it.handling),
        "handlingFeeWithoutTax": amount(it.without_tax(it.handling, it.handling_tax)),
        "pricesIncludeTax": it.prices_include_tax,
    })
}

/// A `Person` as a script may pass it; what is no text is left out.
pub fn person(value: &Value) -> Person {
    let text = |name: &str| match value.get(name) {
        Some(Value::String(text)) => text.trim().chars().take(255).collect(),
        Some(Value::Number(number)) => number.to_string(),
        _ => String::new(),
    };
    Person {
        name: text("name"),
        company_name: text("companyName"),
        street: text("street"),
        city: text("city"),
        country_code: text("countryCode").to_uppercase(),
        country_name: text("countryName"),
        postal_code: text("postalCode"),
        state_or_province_code: text("stateOrProvinceCode"),
        state_or_province_name: text("stateOrProvinceName"),
        phone: text("phone"),
    }
}

/// An amount in minor units as scripts have numbers.
pub fn number(prices: &PriceFormat, minor: i64) -> Value {
    shortest(&prices.plain(minor))
}

/// Grams as scripts have weights: in the shop's unit.
pub fn weight(unit: WeightUnit, grams: i64) -> Value {
    shortest(&unit.amount(grams))
}

/// A plain decimal number without zeros at its end.
fn shortest(decimal: &str) -> Value {
    let short = match decimal.contains('.') {
        true => decimal.trim_end_matches('0').trim_end_matches('.'),
        false => decimal,
    };
    serde_json::from_str(short).unwrap_or_else(|_| json!(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_and_weights_are_plain_numbers() {
        let prices = PriceFormat::of("EUR").expect("a format");
        for (minor, said) in [
            (0, "0"),
            (1_000, "10"),
            (1_250, "12.5"),
            (-5, "-0.05"),
            (100_000, "1000"),
        ] {
            assert_eq!(number(&prices, minor).to_string(), said);
        }
        let yen = PriceFormat::of("JPY").expect("a format");
        assert_eq!(number(&yen, 1_500).to_string(), "1500");
        for (grams, said) in [(0, "0"), (350, "0.35"), (2_000, "2")] {
            assert_eq!(weight(WeightUnit::Kg, grams).to_string(), said);
        }
    }
}
