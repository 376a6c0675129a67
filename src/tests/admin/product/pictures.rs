//! What of a picture is seen in lists.

use super::{MUG, form_at, form_in, office, save, send, shown, stored};
use crate::admin::import::checked;
use awning::{
    admin::staff::role::Role,
    platform::images::{Focus, Image},
};

fn picture() -> String {
    let image = Image {
        hash: format!("{:064x}", 7),
        width: 1_600,
        height: 400,
        ..Image::default()
    };
    serde_json::to_string(&image).expect("JSON")
}

#[tokio::test]
async fn a_picture_is_cropped_where_the_merchant_says() {
    let office = office().await;
    let mut editor = office.signed_in(Role::Editor).await;
    let picture = picture();
    let wide = [("images.rows", "1"), ("images.0", picture.as_str())];
    save(&mut editor, MUG, &wide).await;
    let page = editor.get(MUG).await.body;
    assert!(page.contains("aria-label=\"How lists show it\""), "{page}");
    let unsaid = shown(&office, "/search?keyword=mug").await.body;
    assert!(!unsaid.contains("focus-x-"), "the middle needs no word");
    save(
        &mut editor,
        MUG,
        &[("images.0.x", "12"), ("images.0.y", "90 %")],
    )
    .await;
    let image = stored(&office, 1201).await.images.remove(0);
    assert_eq!(image.focus, Some(Focus { x: 12, y: 90 }));
    let seen = "class=\"grid-product__picture focus-x-10 focus-y-90\"";
    let category = stored(&office, 1201).await.categories[0];
    for path in [
        "/search?keyword=mug".to_owned(),
        format!("/Cards-c{category}"),
    ] {
        let mut page = shown(&office, &path).await;
        if page.status == 301 {
            page = shown(&office, page.header("location")).await;
        }
        assert!(page.body.contains(seen), "{path}: {}", page.body);
    }
    // A form that says nothing else of it keeps it; what is no percentage is said at its field, and kept.
    save(&mut editor, MUG, &[("sku", "MUG-2")]).await;
    assert_eq!(stored(&office, 1201).await.images[0].focus, image.focus);
    let form = form_at(&mut editor, MUG).await;
    let wrong = send(&mut editor, MUG, &form, &[("images.0.x", "120")]).await;
    assert_eq!(wrong.status, 422, "{}", wrong.body);
    assert!(
        wrong
            .body
            .contains("Please type a whole number from 0 to 100."),
        "{}",
        wrong.body
    );
    let again = form_in(&wrong, MUG);
    assert!(again.contains(&("images.0.x".to_owned(), "120".to_owned())));
    assert!(again.contains(&("images.0.y".to_owned(), "90".to_owned())));
    // All of it is shown instead, in lists alone.
    save(&mut editor, MUG, &[("images.0.whole", "yes")]).await;
    let list = shown(&office, "/search?keyword=mug").await.body;
    assert!(
        list.contains("class=\"grid-product__picture shown-whole\""),
        "{list}"
    );
    // Back to the middle.
    let mut form = form_at(&mut editor, MUG).await;
    form.retain(|(name, _)| name != "images.0.whole");
    let middle = [("images.0.x", ""), ("images.0.y", "50")];
    assert_eq!(send(&mut editor, MUG, &form, &middle).await.status, 303);
    let image = stored(&office, 1201).await.images.remove(0);
    assert_eq!((image.focus, image.whole), (None, false));
}

#[tokio::test]
async fn a_file_brings_and_takes_along_what_is_seen_of_a_picture() {
    let office = office().await;
    let mut editor = office.signed_in(Role::Editor).await;
    let picture = picture();
    let wanted = [
        ("images.rows", "1"),
        ("images.0", picture.as_str()),
        ("images.0.x", "0"),
    ];
    save(&mut editor, MUG, &wanted).await;
    let file = editor.get("/import/export").await.body;
    let line = file.lines().find(|line| line.contains("\"id\":1201"));
    let line = line.expect("the mug");
    assert!(line.contains("\"focus\":{\"x\":0,\"y\":50}"), "{line}");
    let out_of_it = line.replace("{\"x\":0,\"y\":50}", "{\"x\":0,\"y\":101}");
    let id = checked(&office, &mut editor, &out_of_it, "changed").await;
    let report = editor.get(&format!("/import/task?id={id}")).await.body;
    assert!(report.contains("from 0 to 100"), "{report}");
}
