//! The table of paths, and everything that goes by it.

use crate::support::{Answer, Shop};
use awning::base::paths::{SEGMENTS, ShopPath};
use std::{fs, path::Path};

/// What the page tells scripts that it is.
fn page_type(page: &Answer) -> Option<&str> {
    let (_, rest) = page.body.split_once("\\\"type\\\":\\\"")?;
    rest.split_once("\\\"").map(|(page_type, _)| page_type)
}

#[tokio::test]
async fn every_page_of_the_table_is_served_and_says_its_type() {
    let shop = Shop::open().await;
    let mut guest = shop.browser();
    let mut ada = shop.customer("ada@example.com").await;
    for (browser, is_signed_in) in [(&mut guest, false), (&mut ada, true)] {
        for path in ShopPath::ALL {
            let page = browser.get(path.text()).await;
            match page.status {
                200 => {
                    let wanted = path.page_type(is_signed_in);
                    assert_eq!(page_type(&page), Some(wanted), "{path:?} {is_signed_in}");
                }
                // A step that comes too early, an order that nobody placed, a customer's own addresses.
                status => {
                    assert_eq!(status, 303, "{path:?}");
                    let leads = page.header("location").split(['?', '#']).next();
                    let leads = leads.and_then(ShopPath::at);
                    assert!(leads.is_some_and(|to| to != *path), "{path:?}");
                }
            }
        }
    }
}

/// Addresses of a shop that stood below a base lead on; what is nowhere does not.
#[tokio::test]
async fn a_page_below_a_base_is_where_it_is() {
    let shop = Shop::open().await;
    let mut browser = shop.browser();
    for (path, leads) in [
        ("/store/cart", "/cart"),
        ("/en/store/account/orders?x=1", "/account/orders?x=1"),
        ("/store/search?keyword=a%20b", "/search?keyword=a%20b"),
    ] {
        let page = browser.get(path).await;
        assert_eq!(
            (page.status, page.header("location")),
            (301, leads),
            "{path}"
        );
    }
    for path in [
        "/store/",
        "/store//",
        "/store/nothing",
        "/store/Blue-Mug-p999",
        "//cart/",
    ] {
        assert_eq!(browser.get(path).await.status, 404, "{path}");
    }
}

#[tokio::test]
async fn robots_stay_out_of_what_is_the_visitors_own_and_of_no_product() {
    let shop = Shop::open().await;
    let robots = shop.browser().get("/robots.txt").await.body;
    for (segment, is_hidden) in SEGMENTS {
        for end in ["$", "?", "/"] {
            let line = format!("Disallow: /{segment}{end}\n");
            assert_eq!(robots.contains(&line), is_hidden, "{line}");
        }
        let prefix = format!("Disallow: /{segment}\n");
        assert!(!robots.contains(&prefix), "/{segment}ridge is a product");
    }
}

/// Whatever the router answers stands below a segment that no product's slug may be, and there is no
/// segment that nothing stands below.
#[test]
fn every_route_begins_with_a_segment_of_the_table() {
    let mut routes = Vec::new();
    literals_of_routes(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
        &mut routes,
    );
    routes.extend(ShopPath::ALL.iter().map(|path| path.text().to_owned()));
    routes.push(awning::base::paths::TEXT_PAGE_PREFIX.to_owned());
    let segment = |route: &str| route.split('/').nth(1).unwrap_or_default().to_owned();
    for route in routes.iter().filter(|route| *route != "/") {
        let first = segment(route);
        assert!(SEGMENTS.iter().any(|(it, _)| *it == first), "{route}");
    }
    for (own, _) in SEGMENTS {
        assert!(routes.iter().any(|route| segment(route) == own), "{own}");
    }
}

/// The paths in `.route("/…"` below `folder`; the demo's test provider is a server with paths of its own.
fn literals_of_routes(folder: &Path, routes: &mut Vec<String>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let others = ["src/tests", "src/benches", "src/demo/test_provider"];
        if others.iter().any(|other| path.ends_with(other)) {
            continue;
        }
        if path.is_dir() {
            literals_of_routes(&path, routes);
        } else if path.extension().is_some_and(|it| it == "rs") {
            let source = fs::read_to_string(&path).expect("a text");
            // Those of REST stand below `/api`, where they are nested, and the back office at another address.
            let elsewhere = ["rest_api", "admin"];
            if path
                .components()
                .any(|it| elsewhere.iter().any(|room| it.as_os_str() == *room))
            {
                continue;
            }
            let calls = source.split(".route(").skip(1);
            let literal = |call: &str| {
                let (path, _) = call.trim_start().strip_prefix('"')?.split_once('"')?;
                Some(path.to_owned())
            };
            routes.extend(calls.filter_map(literal));
        }
    }
}
