//! What else there is of a product: pictures, files, reviews, a copy, and its end.

use super::{MUG, form_at, office, save, send, shown, stored};
use crate::{
    catalog::support::fixture,
    order::reviews::{guest_order, pay, send as review},
    support::{Answer, Browser, PASSWORD},
};
use awning::{admin::staff::role::Role, catalog::store};
use std::fs;

/// Sends `form` with `files` as a browser does; what was answered.
async fn upload(
    browser: &mut Browser,
    path: &str,
    form: &[(String, String)],
    files: &[(&str, &str, &[u8])],
) -> Answer {
    let mut body = Vec::new();
    for (name, value) in form {
        let part =
            format!("--cut\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        body.extend(part.into_bytes());
    }
    for (name, file, bytes) in files {
        let part = format!(
            "--cut\r\ncontent-disposition: form-data; name=\"{name}\"; filename=\"{file}\"\r\n\
             content-type: application/octet-stream\r\n\r\n"
        );
        body.extend(part.into_bytes());
        body.extend(*bytes);
        body.extend(b"\r\n");
    }
    body.extend(b"--cut--\r\n");
    let kind = "multipart/form-data; boundary=cut";
    browser.send_bytes(path, kind, body).await
}

/// A picture of one colour.
fn picture(shade: u8) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    let picture = image::RgbImage::from_pixel(8, 8, image::Rgb([shade, 0, 0]));
    picture
        .write_to(&mut bytes, image::ImageFormat::Png)
        .expect("a picture");
    bytes.into_inner()
}

#[tokio::test]
async fn pictures_come_at_once_stand_in_an_order_and_survive_a_mistake() {
    let office = office().await;
    let mut editor = office.signed_in(Role::Editor).await;
    let (path, mut form) = (
        "/products/1203",
        form_at(&mut editor, "/products/1203").await,
    );
    super::set(&mut form, "price", "nothing");
    let all = [picture(10), picture(20), picture(30)];
    let files: Vec<_> = all
        .iter()
        .map(|it| ("images.file", "a.png", it.as_slice()))
        .collect();
    let refused = upload(&mut editor, path, &form, &files).await;
    assert_eq!(refused.status, 422);
    let mut form = super::form_in(&refused, path);
    super::set(&mut form, "price", "5");
    super::set(&mut form, "images.2.alt.en", "The third");
    super::set(&mut form, "images.2.place", "1");
    let broken = upload(
        &mut editor,
        path,
        &form,
        &[("images.file", "b.png", b"no picture")],
    )
    .await;
    assert_eq!(broken.status, 422);
    assert!(
        broken.body.contains("no JPEG, PNG, WebP or GIF"),
        "{}",
        broken.body
    );
    let form = super::form_in(&broken, path);
    let saved = upload(&mut editor, path, &form, &[]).await;
    assert_eq!(saved.status, 303, "{}", saved.body);
    let images = stored(&office, 1203).await.images;
    let alts: Vec<_> = images
        .iter()
        .map(|it| it.alt.get("en").to_owned())
        .collect();
    assert_eq!(alts, ["The third", "", ""]);
    save(&mut editor, path, &[("images.0.drop", "yes")]).await;
    assert_eq!(stored(&office, 1203).await.images, images[1..]);
}

#[tokio::test]
async fn files_come_and_go_as_the_command_line_has_it() {
    let office = office().await;
    let mut editor = office.signed_in(Role::Editor).await;
    let path = "/products/1201/files";
    let files = [
        ("file", "C:\\x\\song.mp3", b"la".as_slice()),
        ("file", "text.pdf", b"words".as_slice()),
    ];
    let added = upload(&mut editor, path, &[], &files).await;
    assert_eq!(
        added.header("location"),
        "/products/1201?said=files-added",
        "{}",
        added.body
    );
    let there = store::files(&office.shop.db.read, &[1201])
        .await
        .expect("files");
    let names: Vec<_> = there.iter().map(|it| (it.name.as_str(), it.size)).collect();
    assert_eq!(names, [("song.mp3", 2), ("text.pdf", 5)]);
    let kept = office.shop.state.files.path(&there[0].hash);
    assert!(kept.exists() && editor.get(MUG).await.body.contains("song.mp3"));
    let nothing = upload(&mut editor, path, &[], &[("file", "", b"")]).await;
    assert_eq!(nothing.status, 422);
    let foreign = [("file", there[0].id.to_string())];
    let foreign: Vec<_> = foreign
        .iter()
        .map(|(name, it)| (*name, it.as_str()))
        .collect();
    let other = editor
        .send_form("/products/1202/files/remove", &foreign)
        .await;
    assert_eq!(other.header("location"), "/products/1202?said=too-late");
    let gone = editor
        .send_form("/products/1201/files/remove", &foreign)
        .await;
    assert_eq!(
        gone.header("location"),
        "/products/1201?said=file-removed",
        "{}",
        gone.body
    );
    assert!(!kept.exists());
}

#[tokio::test]
async fn a_copy_is_hidden_and_has_nothing_that_is_the_ones_own() {
    let office = office().await;
    let mut editor = office.signed_in(Role::Editor).await;
    let copied = editor.send_form("/products/1202/copy", &[]).await;
    assert_eq!(copied.status, 303);
    let path = copied
        .header("location")
        .split('?')
        .next()
        .unwrap_or_default();
    let id = path
        .rsplit('/')
        .next()
        .and_then(|it| it.parse().ok())
        .expect("a number");
    let (copy, shirt) = (stored(&office, id).await, stored(&office, 1202).await);
    assert_eq!(copy.name.get("en"), "Tide Shirt (copy)");
    assert_eq!(
        (copy.enabled, copy.sku.as_str(), copy.price),
        (false, "", shirt.price)
    );
    let own: Vec<_> = copy
        .variations
        .iter()
        .map(|it| (it.sku.as_str(), it.stock))
        .collect();
    assert_eq!(own, [("", Some(0)), ("", Some(0))]);
    assert!(
        copy.variations
            .iter()
            .all(|it| shirt.variations.iter().all(|other| other.id != it.id))
    );
}

#[tokio::test]
async fn it_is_deleted_by_who_proves_who_they_are() {
    let office = office().await;
    let mut editor = office.signed_in(Role::Editor).await;
    let mut shopper = office.shop.browser();
    shopper.post("cart/add", &[("product", "1201")]).await;
    let page = editor.get("/products/1201/delete").await;
    assert!(page.body.contains("It lies in one cart"), "{}", page.body);
    office.forget_proofs().await;
    let asked = editor.send_form("/products/1201/delete", &[]).await;
    assert_eq!(asked.status, 403);
    assert_eq!(
        office
            .shop
            .count("SELECT COUNT(*) FROM products WHERE id = 1201")
            .await,
        1
    );
    let form = [("confirm_password", PASSWORD)];
    let gone = editor.send_form("/products/1201/delete", &form).await;
    assert_eq!(
        gone.header("location"),
        "/products?said=product-deleted",
        "{}",
        gone.body
    );
    assert_eq!(shown(&office, "/Blue-Mug-Saucer-p1201").await.status, 404);
    assert_eq!(editor.get(MUG).await.status, 404);
    let again = editor.send_form("/products/1201/delete", &[]).await;
    assert_eq!(again.status, 404);
}

#[tokio::test]
async fn reviews_wait_and_are_published_or_rejected() {
    let office = office().await;
    let shop = &office.shop;
    let (mut buyer, number) = guest_order(shop, "ada@example.com").await;
    pay(shop, &number);
    let words = [
        ("product", "1201"),
        ("stars", "4"),
        ("title", "Holds <b>tea</b>"),
        ("text", "It does."),
        ("name", "Ada L."),
    ];
    review(&mut buyer, &words).await;
    let mut editor = office.signed_in(Role::Editor).await;
    let list = editor.get("/reviews").await;
    assert!(
        list.body.contains("Holds &lt;b&gt;tea&lt;/b&gt;"),
        "{}",
        list.body
    );
    assert!(editor.get(MUG).await.body.contains("It does."));
    let id = shop.count("SELECT id FROM reviews").await.to_string();
    let done = editor
        .send_form("/reviews", &[("publish", &id), ("to", MUG)])
        .await;
    assert_eq!(
        done.header("location"),
        "/products/1201?said=reviews-published"
    );
    assert!(
        shown(&office, "/Blue-Mug-Saucer-p1201")
            .await
            .body
            .contains("It does.")
    );
    assert!(!editor.get("/reviews").await.body.contains("It does."));
    let ticked = [
        ("id", id.as_str()),
        ("act", "reject"),
        ("to", "https://evil.example"),
    ];
    let done = editor.send_form("/reviews", &ticked).await;
    assert_eq!(done.header("location"), "/reviews?said=reviews-rejected");
    assert!(
        editor
            .get("/reviews?tab=rejected")
            .await
            .body
            .contains("It does.")
    );
    assert!(
        !shown(&office, "/Blue-Mug-Saucer-p1201")
            .await
            .body
            .contains("It does.")
    );
    // Twice is once in the log, which does not say whose it is.
    editor.send_form("/reviews", &ticked).await;
    assert_eq!(
        shop.count("SELECT COUNT(*) FROM audit WHERE verb LIKE 'review.%'")
            .await,
        2
    );
    assert_eq!(
        shop.count("SELECT COUNT(*) FROM audit WHERE after LIKE '%Ada%' OR target LIKE '%Ada%'")
            .await,
        0
    );
    let nothing = editor.send_form("/reviews", &[("act", "publish")]).await;
    assert_eq!(nothing.header("location"), "/reviews?said=nothing-ticked");
    assert_eq!(
        editor.send_form("/reviews", &[("act", "eat")]).await.status,
        400
    );
}

#[tokio::test]
async fn the_form_takes_a_picture_of_the_fixture_for_a_variation() {
    let office = office().await;
    let mut editor = office.signed_in(Role::Editor).await;
    let path = "/products/1202";
    let form = form_at(&mut editor, path).await;
    let mug = fs::read(fixture("mug.png")).expect("a picture");
    let saved = upload(
        &mut editor,
        path,
        &form,
        &[("images.file", "mug.png", &mug)],
    )
    .await;
    assert_eq!(saved.status, 303, "{}", saved.body);
    let hash = stored(&office, 1202).await.images[0].hash.clone();
    save(&mut editor, path, &[("variations.0.image", &hash)]).await;
    assert_eq!(stored(&office, 1202).await.variations[0].image, Some(hash));
    let form = form_at(&mut editor, path).await;
    let wrong = send(&mut editor, path, &form, &[("variations.0.image", "abc")]).await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.body.contains("no such picture"), "{}", wrong.body);
}
