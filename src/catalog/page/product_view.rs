use super::{
    breadcrumbs::Breadcrumbs,
    card::CardsForm,
    delivery_time::DeliveryTimes,
    gallery::Gallery,
    heart::{Heart, back_in_stock},
    options::{Choosing, OptionField},
    price_notes::{Taxes, UnitPrice},
    product::ProductPage,
    product_rows::{RecentPlace, RelatedProducts},
    reviews::{RatingLink, ReviewsSection},
    share::ShareButtons,
    terms::TermsOfSale,
};
use crate::{
    base::{html, paths::ShopPath, shop::Shop},
    catalog::product::Product,
    text::Language,
    ui::Slot,
};
use leptos::{attr::custom::custom_attribute, prelude::*};

/// The form that the controls of a product belong to, and what a script puts between them does not.
pub const FORM: &str = "product-form";
/// Most that may be put into the cart at once.
pub(super) const MAX_OF_ONE: i64 = 9_999;
/// Characters from which on a description can be folded.
const LONG: usize = 250;

/// A product page (`spec/dom.md` 3).
#[component]
pub fn ProductView(product_page: ProductPage) -> impl IntoView {
    let code = expect_context::<Language>().code();
    let product = product_page.product.clone();
    let name = product.name.get(code).to_owned();
    let subtitle = product.subtitle.get(code).to_owned();
    let description = product.description.get(code).to_owned();
    let shown = product_page
        .selection
        .offer(&product)
        .variation
        .and_then(|it| it.image.clone());
    view! {
        <div class="ec-store ec-store__product-page ecwid-productBrowser ecwid-productBrowser-ProductPage" data-product-id=product.id>
            <Breadcrumbs trail=product_page.trail.clone()/>
            <div class="product-details ecwid-productBrowser-details">
                <div class="product-details__gallery">
                    <Gallery images=product.images.clone() name=name.clone() shown/>
                </div>
                <div class="product-details__sidebar">
                    <div class="product-details__breadcrumbs"><Breadcrumbs trail=product_page.trail.clone()/></div>
                    <h1 class="product-details__product-title ec-header-h3 ecwid-productBrowser-head">{name.clone()}</h1>
                    <RatingLink reviews=product_page.reviews.clone()/>
                    {(!subtitle.is_empty()).then(|| view! { <p class="product-details__product-subtitle">{subtitle}</p> })}
                    <Price product_page=product_page.clone()/>
                    <Buy product_page=product_page.clone()/>
                    <DeliveryTimes times=product_page.delivery_times.clone()/>
                    {back_in_stock(product.id, &product_page.selection.offer(&product))}
                    <TermsOfSale terms=product_page.terms.clone()/>
                    <Wholesale product=product.clone()/>
                    <Attributes product=product.clone()/>
                    <div class="product-details__favourites"><Heart id=product.id/></div>
                    {product_page.takes_questions.then(|| view! { <AskAbout id=product.id/> })}
                    <ShareButtons url=format!("{}{}", product_page.origin, product_page.path) name image=product.images.first().cloned() origin=product_page.origin/>
                </div>
                <Description html=description/>
                <ReviewsSection reviews=product_page.reviews.clone()/>
            </div>
            <CardsForm/>
            <RelatedProducts cards=product_page.related links=product_page.links/>
            <RecentPlace id=product.id/>
        </div>
    }
}

/// The way to ask something about it.
#[component]
fn AskAbout(id: i64) -> impl IntoView {
    let c = expect_context::<Language>().contact_texts();
    let to = format!("{}?product={id}", ShopPath::Contact.text());
    view! { <p class="product-details__ask"><a href=to rel="nofollow">{c.ask_about}</a></p> }
}

/// What the merchant says of it; a long text can be folded (`spec/config.md` 4.4).
#[component]
fn Description(html: String) -> impl IntoView {
    let language = expect_context::<Language>();
    let is_long = html::plain(&html).chars().count() > LONG;
    let unfolds = is_long.then(|| view! {
        <label class="product-details__unfold"><input type="checkbox"/> {language.checkout_texts().whole_text}</label>
    });
    (!html.is_empty()).then(|| view! {
        <div class="product-details__product-description" id="product-description" itemprop="description">
            <h2 class="sr-only">{language.texts().description}</h2>
            <div class="prose ecwid-productBrowser-details-descr" inner_html=html></div>
            {unfolds}
        </div>
    })
}

/// SKU, price and stock, as the choice has them.
#[component]
fn Price(product_page: ProductPage) -> impl IntoView {
    let t = expect_context::<Language>().texts();
    let prices = expect_context::<Shop>().prices;
    let offer = product_page.selection.offer(&product_page.product);
    let sku = offer.sku.to_owned();
    let was = offer
        .compare_to
        .map(|was| prices.minor(was))
        .unwrap_or_default();
    let left = offer.stock.filter(|left| *left > 0);
    let left = left
        .map(|left| format!(" ({})", t.left_in_stock(left)))
        .unwrap_or_default();
    let uncounted = left.is_empty();
    let (is_out, not_dearer) = (offer.stock == Some(0), was.is_empty());
    let content = custom_attribute("content", prices.plain(offer.price));
    let price = view! {
        <div class="product-details__product-price ec-price-item" itemprop="price">
            <span class="details-product-price__value ec-price-item ecwid-productBrowser-price">{prices.minor(offer.price)}</span>
            <s class="product-details__product-compare-price details-product-price-compare" hidden=not_dearer>
                <span class="sr-only">{t.was} " "</span>
                <span class="details-product-price-compare__value">{was}</span>
            </s>
        </div>
    };
    view! {
        {(!sku.is_empty()).then(|| view! {
            <div class="product-details__product-sku ec-text-muted">"SKU: " <span itemprop="sku">{sku}</span></div>
        })}
        {price.add_any_attr(content)}
        <UnitPrice content=product_page.product.content.clone() price=offer.price/>
        <Taxes taxes=product_page.taxes.0.clone() within=product_page.taxes.1/>
        <p class=if is_out { "product-details__product-stock product-details__product-stock--out" } else { "product-details__product-stock" }
            role="status">
            <span>{if is_out { t.sold_out } else { t.in_stock }}</span>
            <span class="product-details__product-stock-number" hidden=uncounted>{left}</span>
        </p>
    }
}

/// What is chosen, how many, and into the cart. Without scripts the same form asks for the price.
#[component]
fn Buy(product_page: ProductPage) -> impl IntoView {
    let t = expect_context::<Language>().texts();
    let product = product_page.product.clone();
    let choosing = Choosing {
        product: product.clone(),
        selection: product_page.selection.clone(),
        form: FORM.to_owned(),
    };
    let fields: Vec<_> = (0..product.options.len())
        .map(|index| view! { <OptionField choosing=choosing.clone() index/> })
        .collect();
    let has_options = !fields.is_empty();
    let extra =
        view! { <NamedPrice product=product.clone()/> <Subscribe product=product.clone()/> };
    let update = has_options.then(|| view! {
        <noscript>
            <button class="button button--quiet" type="submit" form=FORM formmethod="get" formaction=product_page.path.clone()>{t.update_price}</button>
        </noscript>
    });
    view! {
        <form hidden id=FORM method="post" action="/api/cart/add" data-step="" data-stay="" data-product-id=product.id
            data-live-url=product_page.live_url()>
            <input type="hidden" name="product" value=product.id/>
        </form>
        <div class="product-details__form">
            <div class="product-details__product-options details-product-options" id="product-options">{fields}</div>
            {extra}
            {update}
            <Cart product_page=product_page.clone()/>
            <Slot name="product"/>
        </div>
    }
}

#[component]
fn Cart(product_page: ProductPage) -> impl IntoView {
    let t = expect_context::<Language>().texts();
    let product = &product_page.product;
    let stock = product_page.selection.offer(product).stock;
    let sold_out = stock == Some(0);
    let least = product.min_quantity.unwrap_or(1);
    let most = product
        .max_quantity
        .unwrap_or(MAX_OF_ONE)
        .min(stock.unwrap_or(MAX_OF_ONE))
        .max(least);
    let limits = (product.min_quantity.is_some() || product.max_quantity.is_some())
        .then(|| t.quantity_limits(least, most));
    view! {
        <div class="product-details-module product-details__action-panel details-product-purchase" id="product-purchase">
            <div class="details-product-purchase__qty">
                <label for="quantity">{t.quantity}</label>
                <input class="form-control__text" type="number" form=FORM id="quantity" name="quantity" min=least max=most
                    value=product_page.quantity inputmode="numeric" required aria-describedby=limits.is_some().then_some("quantity-limits")/>
                {limits.map(|text| view! { <p class="muted" id="quantity-limits">{text}</p> })}
            </div>
            <div class="details-product-purchase__controls">
                <div class="details-product-purchase__add-buttons">
                    <div class="form-control form-control--button details-product-purchase__add-to-bag">
                        <button class="form-control__button" type="submit" form=FORM disabled=sold_out>
                            <span class="form-control__button-text">{if sold_out { t.sold_out } else { t.add_to_cart }}</span>
                        </button>
                    </div>
                </div>
            </div>
        </div>
    }
}

#[component]
fn NamedPrice(product: Product) -> impl IntoView {
    let t = expect_context::<Language>().texts();
    let prices = expect_context::<Shop>().prices;
    product.name_your_price.map(|range| {
        let most = range.most.map(|most| t.price_at_most(prices.minor(most)));
        let hint = format!("{} {}", t.price_at_least(prices.minor(range.least)), most.unwrap_or_default());
        view! {
            <div class="product-details-module details-product-price-custom">
                <label for="price">{t.name_your_price}</label>
                <input class="form-control__text" type="text" form=FORM id="price" name="price" inputmode="decimal" required
                    value=prices.plain(product.price) aria-describedby="price-hint"/>
                <p class="muted" id="price-hint">{hint}</p>
            </div>
        }
    })
}

#[component]
fn Subscribe(product: Product) -> impl IntoView {
    let t = expect_context::<Language>().texts();
    let prices = expect_context::<Shop>().prices;
    product.subscription.map(|subscription| {
        let once = subscription.once.map(|price| {
            (String::new(), format!("{}: {}", t.buy_once, prices.minor(price)))
        });
        let every = subscription.every.iter().map(|interval| {
            let text = format!("{}: {}", interval.text(t), prices.minor(product.price));
            (format!("{:?}-{}", interval.unit, interval.count).to_uppercase(), text)
        });
        let choices = every.chain(once).enumerate().map(|(index, (value, text))| view! {
            <label class="form-control form-control--radio form-control--radio-row">
                <input class="form-control__radio" type="radio" form=FORM name="subscription" value=value checked=index == 0/>
                <span>{text}</span>
            </label>
        });
        view! {
            <fieldset class="product-details-module details-product-subscription">
                <legend class="details-product-option__title">{t.subscription}</legend>
                {choices.collect_view()}
            </fieldset>
        }
    })
}

#[component]
fn Wholesale(product: Product) -> impl IntoView {
    let t = expect_context::<Language>().texts();
    let prices = expect_context::<Shop>().prices;
    let lower = product
        .wholesale
        .iter()
        .filter(|step| step.price < product.price);
    let rows: Vec<_> = lower.map(|step| view! {
        <tr><th scope="row">{t.from_quantity(step.quantity)}</th><td>{prices.minor(step.price)}</td></tr>
    }).collect();
    (!rows.is_empty()).then(|| {
        view! {
            <table class="product-details__wholesale details-product-wholesale">
                <caption>{t.wholesale}</caption>
                <tbody>{rows}</tbody>
            </table>
        }
    })
}

#[component]
fn Attributes(product: Product) -> impl IntoView {
    let t = expect_context::<Language>().texts();
    let shop = expect_context::<Shop>();
    let weight = product.weight.map(|grams| {
        (
            t.weight.to_owned(),
            shop.weight.shown(grams, shop.prices.decimal),
            "details-product-weight",
        )
    });
    let facts = product.attributes.into_iter().filter(|it| it.shown);
    let facts = facts.map(|it| (it.name, it.value, ""));
    let rows: Vec<_> = facts
        .chain(weight)
        .map(|(name, value, class)| {
            view! {
                <div class=format!("details-product-attribute {class}")>
                    <dt class="details-product-attribute__title">{name} ":"</dt>
                    <dd class="details-product-attribute__value">{value}</dd>
                </div>
            }
        })
        .collect();
    (!rows.is_empty())
        .then(|| view! { <dl class="product-details__product-attributes">{rows}</dl> })
}
