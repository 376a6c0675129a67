use crate::{
    support::checkout::{place, selling, up_to_review},
    support::database,
};

/// More buyers than there are mugs: as many orders as mugs, and never a mug below none.
#[tokio::test(flavor = "multi_thread")]
async fn no_more_is_sold_than_there_is() {
    let shop = selling().await;
    let mut buyers = Vec::new();
    for number in 0..20 {
        let mut browser = shop.browser();
        up_to_review(&mut browser, &format!("buyer-{number}@example.com")).await;
        buyers.push(browser);
    }
    let placing = buyers.into_iter().map(|mut browser| {
        tokio::spawn(async move {
            let answer = place(&mut browser).await;
            answer
                .header("location")
                .starts_with("/checkout/order-confirmation")
        })
    });
    let placing: Vec<_> = placing.collect();
    let mut placed = 0;
    for one in placing {
        placed += i64::from(one.await.expect("no panic"));
    }
    assert_eq!(placed, 7);
    assert_eq!(shop.count("SELECT count(*) FROM orders").await, 7);
    assert_eq!(shop.count("SELECT count(*) FROM letters").await, 7);
    assert_eq!(
        shop.count("SELECT stock FROM products WHERE id = 1201")
            .await,
        0
    );
    assert_eq!(
        shop.count("SELECT count(*) FROM carts").await,
        13,
        "who got none keeps the cart"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_killed_server_loses_no_confirmed_order_and_leaves_none_by_half() {
    let report = crate::checkout::kills::survived(10).await;
    assert!(
        report.orders >= report.confirmed && report.orders > 0,
        "{report:?}"
    );
}

/// The server is killed while shoppers pay at a provider that keeps running (a thousand kills are in `make bench`).
#[tokio::test(flavor = "multi_thread")]
async fn a_killed_server_loses_no_money() {
    let report = crate::payment::kills::survived(10).await;
    assert!(
        report.paid > 0 && report.thanked <= report.paid && report.left > 0,
        "some paid, and some did not: {report:?}"
    );
}

/// More at once than one address may have connections: what an instance does not take is sent again. Without a server to test on
/// there is nothing to share.
#[tokio::test(flavor = "multi_thread")]
async fn three_instances_place_what_is_paid_once() {
    if database::server().is_some() {
        let report = crate::payment::kills::at_instances(120).await;
        assert_eq!((report.paid, report.left), (120, 0));
    }
}
