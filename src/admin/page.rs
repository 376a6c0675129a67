//! The document around every page of the back office: its head, its menu, its policy.

use super::{assets, request::AdminRequest, screens::SCREENS, staff::role::Right};
use crate::base::html::escaped;
use axum::{
    http::{HeaderValue, StatusCode, Uri, header},
    response::{Html, IntoResponse, Response},
};
use leptos::{prelude::*, reactive::owner::Owner};
use nanoid::nanoid;

/// Where the keys of payment providers are, among the screens of settings.
pub const CARD_PAYMENTS: &str = "/payments/keys";

/// What stands in a document.
pub struct Body {
    title: String,
    html: String,
    /// What can be shown in a frame, besides what stands in it: pages of the back office, and of the shop at this origin if it
    /// is not empty.
    frames: Option<String>,
    /// Seconds after which it is loaded anew where scripts are off.
    refresh: Option<u32>,
}

impl Body {
    /// The page called `title` that shows `view`.
    pub fn of(title: &str, view: impl IntoView + 'static) -> Self {
        Self {
            title: title.to_owned(),
            html: drawn(view),
            frames: None,
            refresh: None,
        }
    }

    /// Makes browsers without scripts reload the page every so many `seconds`, because it shows something in progress.
    pub fn refreshing(self, seconds: u32) -> Self {
        Self {
            refresh: Some(seconds),
            ..self
        }
    }

    /// Lets the page show pages of the shop at `origin` in a frame.
    pub fn framing_shop(self, origin: String) -> Self {
        Self {
            frames: Some(origin),
            ..self
        }
    }

    /// Lets the page show another page of the back office in a frame.
    pub fn framing_own(self) -> Self {
        self.framing_shop(String::new())
    }
}

/// `view` as HTML.
pub fn drawn(view: impl IntoView + 'static) -> String {
    let owner = Owner::new_root(None);
    let html = owner.with(|| view.into_view().to_html());
    owner.cleanup();
    // Marks for hydration, which there is none of here; text of others never holds them, for it is escaped.
    html.replace("<!>", "")
}

/// The answer that shows `body`, with the menu of whoever `asked`.
pub fn response(request: &AdminRequest, status: StatusCode, body: Body) -> Response {
    let shop = &request.state.shop.config.store_name;
    let said = request.flash().map_or_else(
        || "<div class=\"said\" role=\"status\"></div>".to_owned(),
        |said| {
            let class = if said.warns() {
                "said said--warns"
            } else {
                "said"
            };
            format!(
                "<div class=\"{class}\" role=\"status\">{}</div>",
                said.text()
            )
        },
    );
    let menu = match request.signed {
        Some(_) => drawn(menu(request)),
        None => String::new(),
    };
    let title = format!("{} · {shop}", body.title);
    let (html, nonce) = document(&title, shop, &menu, &said, &body);
    sent(status, html, nonce, body.frames.as_deref())
}

fn document(title: &str, shop: &str, menu: &str, said: &str, body: &Body) -> (String, String) {
    let nonce = nanoid!();
    let refresh = body.refresh.map_or(String::new(), |seconds| {
        format!("<noscript><meta http-equiv=\"refresh\" content=\"{seconds}\"></noscript>")
    });
    let html = format!(
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"color-scheme\" content=\"light dark\">\
         <meta name=\"robots\" content=\"noindex\"><title>{title}</title><link rel=\"icon\" href=\"data:,\">\
         <link rel=\"stylesheet\" href=\"{style}\"><script nonce=\"{nonce}\" src=\"{script}\" defer></script>{refresh}</head><body>\
         <a class=\"skip\" href=\"#main\">Skip to the content</a>\
         <header class=\"bar\"><a class=\"bar__shop\" href=\"/\">{shop}</a><span class=\"bar__office\">Back office</span></header>\
         <div class=\"desk\">{menu}<main class=\"desk__main\" id=\"main\"><h1>{heading}</h1>\
         {said}{html}</main></div></body></html>",
        title = escaped(title),
        style = assets::style_url(),
        script = assets::script_url(),
        shop = escaped(shop),
        heading = escaped(&body.title),
        html = body.html,
    );
    (html, nonce)
}

fn sent(status: StatusCode, html: String, nonce: String, frames: Option<&str>) -> Response {
    // A form that fills the frame is answered with a way to the shop.
    let (frames, forms) = match frames {
        Some(origin) => (
            format!("frame-src 'self' {origin}; "),
            format!("'self' {origin}"),
        ),
        None => (String::new(), "'self'".to_owned()),
    };
    let policy = format!(
        "default-src 'none'; script-src 'nonce-{nonce}'; style-src 'self'; img-src 'self' data:; connect-src 'self'; worker-src 'self'; \
         {frames}form-action {forms}; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'"
    );
    let mut response = (status, Html(html)).into_response();
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    response
}

/// What one may go to, and the way out.
fn menu(request: &AdminRequest) -> impl IntoView + use<> {
    let link = |path: &'static str, name: &'static str| {
        let current = (request.path == path).then_some("page");
        view! { <li><a href=path aria-current=current>{name}</a></li> }
    };
    let screens = |group: &'static str| {
        let own = SCREENS.iter().filter(move |screen| screen.group == group);
        own.filter(|screen| request.may(screen.see))
            .map(|screen| link(screen.path, screen.title))
            .collect_view()
    };
    let texts = |group: &'static str| {
        (group == "Shop").then(|| {
            let drafts = request
                .may(Right::ChangeContent)
                .then(|| link("/drafts", "Drafts"));
            (link("/pages", "Pages"), link("/labels", "Words"), drafts)
        })
    };
    let keys = |group: &'static str| {
        let keys = match group {
            "Selling" => Some(link(CARD_PAYMENTS, "Card payments")),
            "Extensions" => Some(link("/apps", "Apps")),
            _ => None,
        };
        keys.filter(|_| request.may(Right::ManageKeys))
    };
    let groups = ["Shop", "Selling", "Extensions"].map(|group| {
        let has_any = SCREENS.iter().any(|it| it.group == group && request.may(it.see));
        has_any.then(|| {
            view! { <li class="menu__group"><span class="menu__name">{group}</span><ul>{screens(group)}{texts(group)}{keys(group)}</ul></li> }
        })
    });
    let name = request.signed.as_ref().map(|it| it.staff.name.clone());
    let shop = request.state.shop_origin();
    view! {
        <nav class="menu" aria-label="Back office">
            <details class="menu__fold">
                <summary>"Menu"</summary>
                <ul>
                    {link("/", "Today")}
                    {request.may(Right::SeeOrders).then(|| link("/orders", "Orders"))}
                    {request.may(Right::SeeCustomers).then(|| link("/carts", "Carts"))}
                    {request.may(Right::SeeProducts).then(|| (link("/products", "Products"), link("/stock", "Stock history")))}
                    {request.may(Right::ChangeStock).then(|| link("/stock/takes", "Stocktaking"))}
                    {request.may(Right::SeeProducts).then(|| (link("/categories", "Categories"), link("/reviews", "Reviews")))}
                    {request.may(Right::SeeCustomers).then(|| link("/customers", "Customers"))}
                    {request.may(Right::SeeQuestions).then(|| link("/questions", "Questions"))}
                    {request.may(Right::SeeReports).then(|| link("/reports", "Reports"))}
                    {request.may(Right::ChangeSettings).then(|| link("/guide", "Set up your shop"))}
                    {request.may(Right::ChangeContent).then(|| link("/import", "Import and export"))}
                    {groups}
                    <li class="menu__group"><span class="menu__name">"Office"</span><ul>
                        {request.may(Right::ManageStaff).then(|| link("/staff", "Staff"))}
                        {request.may(Right::SeeAudit).then(|| link("/audit", "Who changed what"))}
                        {link("/account", "Your account")}
                        {link("/about", "About")}
                    </ul></li>
                    <li><a href=shop target="_blank" rel="noopener">"Open the shop"</a></li>
                </ul>
                <form class="menu__out" method="post" action="/sign-out">
                    <p>{name}</p>
                    <button class="button button--plain" type="submit">"Sign out"</button>
                </form>
            </details>
        </nav>
    }
}

/// The page for whoever may not: it says whom to ask.
pub fn forbidden(request: &AdminRequest) -> Response {
    let role = request.signed.as_ref().map(|it| it.staff.role().name());
    let text = format!(
        "Your role here ({}) does not allow this. An owner of the shop can change that under Staff.",
        role.unwrap_or_default()
    );
    request.page_with(
        StatusCode::FORBIDDEN,
        "Not yours to do",
        view! { <p>{text}</p> },
    )
}

/// Asks for `uri` once more, from the back office itself: then the browser sends the session's cookie.
pub fn once_more(uri: &Uri) -> Response {
    let path = uri.path_and_query().map_or("/", |it| it.as_str());
    let path = escaped(path);
    let html = format!(
        "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><meta http-equiv=\"refresh\" content=\"0;url={path}\">\
         <title>Back office</title><p><a href=\"{path}\">Go on to the back office</a></p></html>"
    );
    Html(html).into_response()
}

/// The page for what went wrong, with the number by which the log knows it.
pub fn fault(status: StatusCode, id: &str) -> Response {
    let (title, advice) = match status {
        StatusCode::NOT_FOUND => (
            "There is nothing here",
            "It has moved, or there is a mistake in the address.",
        ),
        StatusCode::FORBIDDEN => (
            "Refused",
            "This did not come from a page of the back office. Open it from the menu, and try again.",
        ),
        StatusCode::PAYLOAD_TOO_LARGE => ("That was too large", "Please send less at once."),
        StatusCode::METHOD_NOT_ALLOWED => (
            "There is nothing here",
            "This address only takes forms. Open it from the menu.",
        ),
        StatusCode::SERVICE_UNAVAILABLE | StatusCode::GATEWAY_TIMEOUT => (
            "Please try again",
            "The shop is busy just now; nothing was changed.",
        ),
        status if status.is_client_error() => (
            "That could not be read",
            "Please go back, and try once more.",
        ),
        _ => (
            "Something went wrong",
            "Nothing was changed. If it happens again, the log says more.",
        ),
    };
    let body = Body::of(
        title,
        view! { <p>{advice}</p><p><a href="/">"Back to the start"</a></p><p class="note">{id.to_owned()}</p> },
    );
    let (html, nonce) = document(title, "Awning", "", "", &body);
    sent(status, html, nonce, None)
}
