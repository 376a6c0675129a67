//! The store's settings as the merchant changes them in a browser.

use super::support::{Office, fields, pairs, set};
use awning::{
    admin::{screens::SCREENS, staff::role::Role},
    app::background::SettingsWatch,
    content::settings::{self, Edit},
    platform::{
        audit::Actor,
        config::{Config, SettingSources},
    },
};

/// Settings of every shape: what is optional is there and is not, in languages of the shop and others.
const RICH: &str = r##"
store_name = "Ada <\"&\"> Sons"
footer_note = { en = "Since 1951", fr = "Depuis 1951" }
languages = ["de", "en"]
holidays = ["2026-12-25", "2026-12-26"]
seller = { name = "Ada", address = "1 Road\nTown", vat_id = "DE1", note = "" }
taxes = [{ name = "VAT", rate = "19", zones = ["DE", "US-NY"], on_shipping = true }, { name = "Low", rate = "7.5" }]
shipping = [
  { id = "a", title = { en = "A", de = "Ä" }, description = { de = "Schnell" }, by = "weight", rates = [{ price = "1" }, { from = "500", price = "2.50" }], free_from = "80", zones = ["DE"], days = [2, 4] },
  { id = "b", title = { en = "B" }, rates = [{ price = "0" }], pickup = true },
]
payment = [{ id = "bank", title = { en = "Bank" }, instructions = { en = "One\ntwo\n\n- three" }, when = "sent", zones = ["AT"], app = "my-app" }]
discounts = [{ from = "100", off = { percent = "5" } }, { group = "Friends", off = { amount = "10" } }, { off = { free_shipping = true } }]
coupons = [{ code = "TEN", name = "Ten", off = { percent = "10" }, from = "20", starts = "2026-01-01", ends = "2026-12-31", uses = 100 }, { code = "X", name = "X", off = { amount = "1" } }]
notify = ["a@shop.example", "b@shop.example"]
scripts = ["https://a.example/a.js", { src = "https://b.example/b.js", needs = "analytics" }]
script_origins = ["https://chat.example"]
api_hosts = ["app.ecwid.com"]
storefront = { show_sku = false, product_list_image_size = "LARGE", product_list_cell_spacing = 8, breadcrumbs_separator = "/" }
home = [
  { type = "hero", eyebrow = { en = "New" }, title = { en = "T", de = "T" }, text = { en = "a\nb" }, pictures = [{ hash = "00", width = 4, height = 3, alt = { en = "A \"mug\"" } }, { hash = "01", width = 1, height = 1 }], link = { label = { en = "See" }, url = "/search" } },
  { type = "text", text = { en = "**b**" }, picture = { hash = "00", width = 4, height = 3 } },
  { type = "categories" }, { type = "products", title = { en = "P" }, ids = [1, 22] }, { type = "newest" },
  { type = "on_sale", title = { en = "S" }, count = 4 }, { type = "category", id = 7, count = 3 }, { type = "catalog" },
  { type = "columns", title = { en = "C" }, columns = [{ title = { en = "1" }, text = { en = "x" } }] },
  { type = "band", title = { en = "B" } }, { type = "quotes", quotes = [{ text = { en = "Good" }, by = "Eve" }] },
  { type = "logos", title = { en = "L" }, logos = [{ picture = { hash = "00", width = 4, height = 3, alt = { en = "Eve" } }, url = "https://eve.example" }, { picture = { hash = "01", width = 1, height = 1 } }] },
]

[brand]
logo = { hash = "0000000000000000000000000000000000000000000000000000000000000000", width = 4, height = 3, alt = { en = "Ada" } }
name_beside_logo = true
accent = "#205072"
fonts = "classic"
radius = 3

[[header_menu]]
label = { en = "More" }
children = [{ page = "about" }, { label = { en = "Sale" }, url = "/search?on_sale=true" }, { category = 7 }]

[[footer_menu]]
label = { en = "Write to us" }
url = "mailto:ada@shop.example"

[extra_fields.gift]
title = "Gift wrap"
type = "radio_buttons"
checkoutDisplaySection = "payment_details"
required = false
surchargeType = "ABSOLUTE"
options = [{ title = "Yes", surcharge = 3.5, surchargeTaxable = true }, { title = "No" }]
overrides = [{ conditions = { shippingMethod = "A" }, fieldsToOverride = { available = false } }]

[extra_fields.day]
title = "When"
type = "datetime"
datePickerOptions = { showTime = true, disallowDates = [["2026-12-24", "2026-12-26"]] }
options = []
"##;

/// What a form says and nobody changed is what is stored: nothing is lost, whatever its shape.
#[tokio::test]
async fn every_screen_saved_as_it_is_changes_nothing() {
    let office = Office::open().await;
    let mut owner = office.signed_in(Role::Owner).await;
    let rich: toml::Table = toml::from_str(RICH).expect("TOML");
    let own = SettingSources::default();
    for values in [toml::Table::new(), rich] {
        let (edit, actor) = (Edit::of(values), Actor::command_line());
        let stored = settings::change(&office.shop.db, &own, &edit, &actor, 1);
        let config = stored.await.expect("stored");
        let written = toml::Table::try_from(&config).expect("a table");
        assert_eq!(Config::from_table(written).expect("settings"), config);
        office.shop.state.set_config(config).expect("taken");
        let before = settings::with_versions(&office.shop.db.read)
            .await
            .expect("settings");
        for screen in SCREENS.iter() {
            let page = owner.get(screen.path).await;
            assert_eq!(page.status, 200, "{}", screen.path);
            let form = fields(&page.body, screen.path);
            let form: Vec<_> = form.into_iter().filter(|(name, _)| name != "act").collect();
            let answer = owner.send_form(screen.path, &pairs(&form)).await;
            let problem = answer
                .body
                .split("role=\"alert\"")
                .nth(1)
                .unwrap_or_default();
            let problem: String = problem.chars().take(400).collect();
            assert_eq!(answer.status, 303, "{}: {problem}", screen.path);
            let after = settings::with_versions(&office.shop.db.read)
                .await
                .expect("settings");
            assert_eq!(after, before, "{} {form:#?}", screen.path);
        }
    }
}

#[tokio::test]
async fn a_change_is_shown_to_shoppers_noted_and_undone() {
    let office = Office::open().await;
    let mut manager = office.signed_in(Role::Manager).await;
    let page = manager.get("/settings/store").await;
    let mut form = fields(&page.body, "/settings/store");
    set(&mut form, "store_name", "Ada & Sons");
    let saved = manager.send_form("/settings/store", &pairs(&form)).await;
    assert_eq!(saved.status, 303, "{}", saved.body);
    let given = SettingSources::default().with(toml::Table::from_iter([(
        "database".to_owned(),
        office.shop.config.database.clone().into(),
    )]));
    SettingsWatch::of(given)
        .look(&office.shop.state)
        .await
        .expect("looked");
    let home = office.shop.browser().get("/").await;
    assert!(home.body.contains("Ada &amp; Sons"), "{}", home.body);
    let page = manager.get("/settings/store").await;
    assert!(
        page.body.contains("Changed lately") && page.body.contains("manager@shop.example"),
        "{}",
        page.body
    );
    let id = office
        .shop
        .count("SELECT id FROM audit WHERE verb = 'settings.change'")
        .await
        .to_string();
    let undone = manager
        .send_form("/settings/store/undo", &[("id", &id)])
        .await;
    assert_eq!(
        undone.header("location"),
        "/settings/store?said=undone",
        "{}",
        undone.body
    );
    assert_eq!(office.shop.count("SELECT COUNT(*) FROM settings").await, 0);
    let twice = manager
        .send_form("/settings/store/undo", &[("id", &id)])
        .await;
    assert_eq!(twice.status, 409);
    // Nobody undoes what stands on another screen, whose right is another one.
    let elsewhere = manager
        .send_form("/settings/taxes/undo", &[("id", &id)])
        .await;
    assert_eq!(elsewhere.status, 400);
}

#[tokio::test]
async fn wrong_values_are_said_where_they_stand_and_nothing_is_lost() {
    let office = Office::open().await;
    let mut manager = office.signed_in(Role::Manager).await;
    let page = manager.get("/settings/taxes").await;
    let mut form = fields(&page.body, "/settings/taxes");
    set(&mut form, "act", "add taxes");
    let added = manager.send_form("/settings/taxes", &pairs(&form)).await;
    assert_eq!(added.status, 200);
    assert!(added.body.contains("Not saved yet"), "{}", added.body);
    let mut form = fields(&added.body, "/settings/taxes");
    set(&mut form, "taxes.0.name", "VAT <19>");
    set(&mut form, "taxes.0.rate", "nineteen");
    let refused = manager.send_form("/settings/taxes", &pairs(&form)).await;
    assert_eq!(refused.status, 422);
    assert!(
        refused.body.contains("href=\"#taxes.0.rate\""),
        "{}",
        refused.body
    );
    let mut form = fields(&refused.body, "/settings/taxes");
    assert!(
        form.contains(&("taxes.0.name".to_owned(), "VAT <19>".to_owned())),
        "{form:?}"
    );
    set(&mut form, "taxes.0.rate", "190");
    let refused = manager.send_form("/settings/taxes", &pairs(&form)).await;
    assert!(
        refused.body.contains("percentage from 0 to 100"),
        "{}",
        refused.body
    );
    let mut form = fields(&refused.body, "/settings/taxes");
    set(&mut form, "taxes.0.rate", "19,5 %");
    set(&mut form, "taxes.0.zones", "Deutschlandd, FR");
    let refused = manager.send_form("/settings/taxes", &pairs(&form)).await;
    assert_eq!(refused.status, 422, "nobody is taxed in no country");
    assert!(refused.body.contains("href=\"#taxes.0.zones\""));
    let mut form = fields(&refused.body, "/settings/taxes");
    set(&mut form, "taxes.0.zones", "Deutschland, fr");
    assert_eq!(
        manager
            .send_form("/settings/taxes", &pairs(&form))
            .await
            .status,
        303
    );
    let stored = settings::all(&office.shop.db.read).await.expect("settings");
    assert_eq!(stored["taxes"][0]["rate"].as_str(), Some("19.5"));
    let zones = stored["taxes"][0]["zones"].as_array().expect("countries");
    let zones: Vec<_> = zones.iter().filter_map(|it| it.as_str()).collect();
    assert_eq!(zones, ["DE", "FR"]);
    assert_eq!(
        office.shop.count("SELECT COUNT(*) FROM settings").await,
        1,
        "what is as by default is not stored"
    );
}

#[tokio::test]
async fn whoever_saves_second_sees_both() {
    let office = Office::open().await;
    let mut one = office.signed_in(Role::Manager).await;
    let mut other = office.signed_in(Role::Owner).await;
    let path = "/settings/store";
    let open = |html: &str| fields(html, path);
    let (mut first, mut second) = (
        open(&one.get(path).await.body),
        open(&other.get(path).await.body),
    );
    set(&mut first, "store_name", "First");
    set(&mut second, "store_name", "Second");
    set(&mut second, "invoice_prefix", "2026-");
    assert_eq!(one.send_form(path, &pairs(&first)).await.status, 303);
    let stale = other.send_form(path, &pairs(&second)).await;
    assert_eq!(stale.status, 409);
    assert!(
        stale.body.contains("value=\"First\"") && stale.body.contains("value=\"Second\""),
        "{}",
        stale.body
    );
    let merged = open(&stale.body);
    assert_eq!(other.send_form(path, &pairs(&merged)).await.status, 303);
    let stored = settings::all(&office.shop.db.read).await.expect("settings");
    assert_eq!(
        (
            stored["store_name"].as_str(),
            stored["invoice_prefix"].as_str()
        ),
        (Some("Second"), Some("2026-"))
    );
}

#[tokio::test]
async fn what_is_set_on_the_machine_says_where_and_stays() {
    let given = SettingSources::read(
        "none".as_ref(),
        std::iter::empty(),
        &["store_name=Fixed".to_owned()],
    )
    .expect("settings");
    let office = Office::with(|_| {}, given).await;
    let mut manager = office.signed_in(Role::Manager).await;
    let page = manager.get("/settings/store").await;
    assert!(
        page.body.contains("Set in the command line"),
        "{}",
        page.body
    );
    let mut form = fields(&page.body, "/settings/store");
    assert!(
        !form.iter().any(|(name, _)| name == "store_name"),
        "{form:?}"
    );
    set(&mut form, "store_name", "Other");
    set(&mut form, "invoice_prefix", "A-");
    assert_eq!(
        manager
            .send_form("/settings/store", &pairs(&form))
            .await
            .status,
        303
    );
    let stored = settings::all(&office.shop.db.read).await.expect("settings");
    assert_eq!(stored.keys().collect::<Vec<_>>(), ["invoice_prefix"]);
    assert_eq!(
        manager
            .send_form("/settings/store", &[("reset", "invoice_prefix")])
            .await
            .status,
        303
    );
    assert_eq!(office.shop.count("SELECT COUNT(*) FROM settings").await, 0);
    assert_eq!(
        manager
            .send_form("/settings/taxes", &[("reset", "invoice_prefix")])
            .await
            .status,
        400
    );
}

#[tokio::test]
async fn a_row_that_is_added_meanwhile_hides_nobody_elses_change() {
    let office = Office::open().await;
    let mut one = office.signed_in(Role::Manager).await;
    let mut other = office.signed_in(Role::Owner).await;
    let path = "/settings/taxes";
    let mut first = fields(&one.get(path).await.body, path);
    let mut second = fields(&other.get(path).await.body, path);
    set(&mut second, "prices_include_tax", "yes");
    second.retain(|(name, _)| name != "prices_include_tax");
    assert_eq!(other.send_form(path, &pairs(&second)).await.status, 303);
    set(&mut first, "act", "add taxes");
    let added = one.send_form(path, &pairs(&first)).await;
    let mut first = fields(&added.body, path);
    set(&mut first, "taxes.0.name", "VAT");
    set(&mut first, "taxes.0.rate", "1,200");
    let odd = one.send_form(path, &pairs(&first)).await;
    assert_eq!(odd.status, 422, "1,200 may be two numbers");
    let mut first = fields(&odd.body, path);
    set(&mut first, "taxes.0.rate", "19");
    let stale = one.send_form(path, &pairs(&first)).await;
    assert_eq!(stale.status, 409, "{}", stale.body);
}

/// As a browser sends a form with files.
#[tokio::test]
async fn pictures_come_with_the_form_and_a_lost_session_loses_no_text() {
    let office = Office::open().await;
    let mut editor = office.signed_in(Role::Editor).await;
    let path = "/settings/brand";
    let body = |form: &[(String, String)]| {
        let mut body = Vec::new();
        for (name, value) in form {
            body.extend(
                format!(
                    "--cut\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
                )
                .bytes(),
            );
        }
        let file = "Content-Disposition: form-data; name=\"brand.logo.file\"; filename=\"mug.png\"\r\nContent-Type: image/png";
        body.extend(format!("--cut\r\n{file}\r\n\r\n").bytes());
        body.extend(include_bytes!("../fixtures/mug.png"));
        body.extend(b"\r\n--cut--\r\n");
        body
    };
    let mut form = fields(&editor.get(path).await.body, path);
    set(&mut form, "brand.accent", "#205072");
    let kind = "multipart/form-data; boundary=cut";
    let saved = editor.send_bytes(path, kind, body(&form)).await;
    assert_eq!(saved.status, 303, "{}", saved.body);
    let stored = settings::all(&office.shop.db.read).await.expect("settings");
    assert_eq!(stored["brand"]["logo"]["width"].as_integer(), Some(12));
    let before = stored["brand"].clone();
    let mut form = fields(&editor.get(path).await.body, path);
    set(&mut form, "brand.accent", "#7a1f1f");
    office.shop.execute("DELETE FROM staff_sessions").await;
    let asked = editor.send_bytes(path, kind, body(&form)).await;
    assert_eq!(asked.status, 401);
    let mut again = fields(&asked.body, "/sign-in");
    set(&mut again, "email", "editor@shop.example");
    set(&mut again, "password", crate::support::PASSWORD);
    let welcome = editor.send_form("/sign-in", &pairs(&again)).await;
    let kept = fields(&welcome.body, path);
    assert_eq!(editor.send_form(path, &pairs(&kept)).await.status, 303);
    let after = settings::all(&office.shop.db.read).await.expect("settings")["brand"].clone();
    assert_eq!(
        (after["accent"].as_str(), after["logo"] == before["logo"]),
        (Some("#7a1f1f"), true)
    );
}

#[tokio::test]
async fn every_design_setting_has_its_picture_and_the_page_stays_small() {
    let office = Office::open().await;
    let mut owner = office.signed_in(Role::Owner).await;
    let page = owner.get("/settings/design").await.body;
    let pictures = page.matches("class=\"sketches\"").count();
    assert_eq!(pictures, 118);
    assert!(
        !page.contains("style="),
        "the policy lets no style be drawn"
    );
    assert!(page.len() < 160_000, "{} bytes", page.len());
}
