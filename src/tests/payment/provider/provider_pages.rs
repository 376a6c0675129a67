//! How shoppers get to where they pay, and back.

use super::{BACK, HELD, SOLD, buy, pay_shop, result, thanks};
use awning::{
    base::money::Amount,
    demo::test_provider::{
        State,
        faults::{Delivery, Fault},
    },
    platform::config::{ProviderName, ReadyProvider},
};

#[tokio::test]
async fn the_last_button_leads_to_the_provider_and_its_page_may() {
    let it = pay_shop().await;
    let mut browser = it.ready_to_pay().await;
    let page = browser.get("/checkout/payment").await;
    let policy = page.header("content-security-policy").to_owned();
    let allowed = format!("form-action 'self' {};", it.provider.url());
    assert!(policy.contains(&allowed), "{policy}");
    for other in ["/cart", "/", "/checkout/address"] {
        let policy = browser.get(other).await;
        let policy = policy.header("content-security-policy");
        assert!(policy.contains("form-action 'self';"), "{other}: {policy}");
    }
    browser.headers.push(("sec-fetch-mode", "navigate".into()));
    browser
        .headers
        .push(("sec-fetch-site", "same-origin".into()));
    let answer = buy(&mut browser, "card").await;
    let page = format!("{}/pay/{}", it.provider.url(), it.payment().id);
    assert_eq!(
        (answer.status, answer.header("location")),
        (303, page.as_str())
    );
    assert_eq!(it.books().await, HELD);
    // What is asked for is the whole total, once.
    let asked = it.payment();
    let total = it.office.shop.count("SELECT total FROM orders").await;
    assert_eq!((asked.amount, asked.currency.as_str()), (total, "EUR"));
}

/// Of a currency with three decimal places, Stripe takes no amount whose last digit is not 0.
#[tokio::test]
async fn a_provider_is_offered_for_amounts_that_it_takes() {
    let it = pay_shop().await;
    let mut config = it.office.shop.state.current().config.clone();
    config.currency = "KWD".into();
    it.office.shop.state.set_config(config).expect("settings");
    // 2.450 and 5.000 for the post; with the coupon, a tenth less of the mug.
    let mut browser = it.office.shop.browser();
    browser.post("cart/add", &[("product", "1201")]).await;
    let mut even = it.answered(browser).await;
    let mut odd = it.ready_to_pay().await;
    assert_eq!(it.total(&mut even).await, 7_450);
    assert_eq!(it.total(&mut odd).await, 7_205);
    for (browser, is_taken) in [(&mut even, true), (&mut odd, false)] {
        let page = browser.get("/checkout/payment").await.body;
        assert_eq!(page.contains("value=\"card\""), is_taken, "{page}");
        assert!(page.contains("value=\"ideal\""), "{page}");
        let thanks = buy(browser, "bank").await.header("location").to_owned();
        browser.get(&thanks).await;
        let number = thanks.split('=').next_back().expect("a number");
        let order = browser.get(&format!("/account/orders/{number}")).await.body;
        assert_eq!(order.contains("value=\"card\""), is_taken, "{order}");
        assert!(order.contains("value=\"ideal\""), "{order}");
    }
}

#[tokio::test]
async fn a_script_gets_a_page_that_says_where_to() {
    let it = pay_shop().await;
    let (mut browser, number) = it.ordered("card").await;
    let page = browser.get(&format!("{}&pay", result(&number))).await.body;
    let link = format!(
        "href=\"{}/pay/{}\" data-pays",
        it.provider.url(),
        it.payment().id
    );
    assert!(page.contains(&link), "{page}");
    // Who comes back by themselves is not led away again.
    let page = browser.get(&result(&number)).await.body;
    assert!(page.contains("/pay/") && !page.contains("data-pays"));
}

#[tokio::test]
async fn whoever_comes_back_having_paid_is_thanked() {
    for method in ["card", "ideal"] {
        let it = pay_shop().await;
        let (mut browser, number) = it.ordered(method).await;
        it.provider.faults().of_messages([Delivery::Lost]);
        it.becomes(State::Paid).await;
        for _ in 0..3 {
            let answer = browser.get(&result(&number)).await;
            assert_eq!(answer.header("location"), thanks(&number), "{method}");
        }
        let page = browser.get(&thanks(&number)).await.body;
        assert!(
            page.contains("Thank you") && page.contains("data-paid-online"),
            "{method}"
        );
        assert_eq!(it.books().await, SOLD, "{method}");
        // One of the staff has nothing to do but to pack.
        let module = it
            .office
            .shop
            .count("SELECT count(*) FROM orders WHERE paid_at IS NOT NULL")
            .await;
        assert_eq!(module, 1);
    }
}

#[tokio::test]
async fn another_tab_and_the_way_back_lead_to_the_payment_that_is_under_way() {
    let it = pay_shop().await;
    for is_customer in [false, true] {
        let browser = match is_customer {
            true => it.office.shop.customer("ada@example.com").await,
            false => it.office.shop.browser(),
        };
        let mut browser = it.ready_to_pay_in(browser).await;
        let number = it.order(&mut browser, "card").await;
        let known = it.provider.payments().len();
        for page in ["/cart", "/checkout/payment", "/checkout/address"] {
            let mut answer = browser.get(page).await;
            while answer.status == 303 && !answer.header("location").contains("result") {
                answer = browser.get(answer.header("location")).await;
            }
            assert_eq!(answer.header("location"), result(&number), "{page}");
        }
        let page = browser.get(&result(&number)).await.body;
        assert!(page.contains("Continue to the payment") && page.contains("Cancel the payment"));
        // The button that is still on the page behind leads to the same payment.
        let form = [
            ("key", number.as_str()),
            ("total", "0"),
            ("payment", "card"),
        ];
        let again = browser.post("checkout/place", &form).await;
        assert_eq!(again.header("location"), format!("{}&pay", result(&number)));
        assert_eq!(it.provider.payments().len(), known, "no second payment");
        browser
            .post("checkout/cancel-payment", &[("order", &number)])
            .await;
    }
}

#[tokio::test]
async fn what_is_called_off_is_not_paid_any_more_before_it_is_given_back() {
    for method in ["card", "ideal"] {
        let it = pay_shop().await;
        let (mut browser, number) = it.ordered(method).await;
        let form = [("order", number.as_str())];
        // While the provider cannot be asked, nothing is given back: it might be paid this moment.
        it.provider.faults().of_requests([Fault::Fail, Fault::Fail]);
        let answer = browser.post("checkout/cancel-payment", &form).await;
        let page = browser.get(answer.header("location")).await;
        assert_eq!((page.status, it.books().await), (200, HELD), "{method}");
        browser.post("checkout/cancel-payment", &form).await;
        assert_ne!(
            it.payment().state,
            State::Open,
            "{method}: nobody can pay it now"
        );
        assert_eq!(
            (it.state().await.as_str(), it.books().await),
            ("CANCELLED", BACK)
        );
        let page = browser.get("/cart").await.body;
        assert!(
            page.contains("Blue Mug") && page.contains("ada@example.com"),
            "{method}"
        );
        // Another attempt is another order, and another payment.
        let again = it.order(&mut browser, "card").await;
        assert_ne!(again, number);
        assert_eq!(it.provider.payments().len(), 2);
    }
}

#[tokio::test]
async fn a_payment_that_is_refused_before_it_begins_leaves_the_cart() {
    let it = pay_shop().await;
    let mut browser = it.ready_to_pay().await;
    it.provider.faults().of_requests([Fault::Refuse]);
    let answer = buy(&mut browser, "card").await;
    let page = browser.get(answer.header("location")).await;
    assert!(
        page.header("location").starts_with("/checkout/failure"),
        "{}",
        page.status
    );
    assert_eq!(
        (it.state().await.as_str(), it.books().await),
        ("FAILED", BACK)
    );
    assert!(browser.get("/cart").await.body.contains("Blue Mug"));
}

#[tokio::test]
async fn a_refusal_at_the_provider_leaves_the_cart() {
    let it = pay_shop().await;
    let (mut browser, number) = it.ordered("ideal").await;
    it.becomes(State::Failed).await;
    let answer = browser.get(&result(&number)).await;
    assert!(answer.header("location").starts_with("/checkout/failure"));
    assert_eq!(
        (it.state().await.as_str(), it.books().await),
        ("FAILED", BACK)
    );
}

#[tokio::test]
async fn what_cannot_be_asked_is_not_offered() {
    let it = pay_shop().await;
    let mut browser = it.ready_to_pay().await;
    assert!(
        browser
            .get("/checkout/payment")
            .await
            .body
            .contains("iDEAL")
    );
    let ready = vec![ReadyProvider {
        name: ProviderName::Stripe,
        is_test: true,
    }];
    it.office
        .shop
        .state
        .set_ready_providers(ready)
        .expect("ready");
    let page = browser.get("/checkout/payment").await.body;
    assert!(page.contains("Card") && !page.contains("iDEAL"));
}

#[tokio::test]
async fn nobody_else_sees_a_payment() {
    let it = pay_shop().await;
    let (_, number) = it.ordered("card").await;
    let mut eve = it.office.shop.browser();
    let answer = eve.get(&result(&number)).await;
    assert_eq!(answer.header("location"), "/account/orders");
    let answer = eve
        .post("checkout/cancel-payment", &[("order", &number)])
        .await;
    assert_eq!((answer.status, it.books().await), (400, HELD));
}

#[tokio::test]
async fn whoever_pays_in_test_mode_reads_it() {
    let it = pay_shop().await;
    let mut browser = it.ready_to_pay().await;
    let page = browser.get("/checkout/payment").await.body;
    assert_eq!(
        page.matches("no money is taken").count(),
        2,
        "at both cards"
    );
    let live = ProviderName::ALL.map(|name| ReadyProvider {
        name,
        is_test: false,
    });
    let state = &it.office.shop.state;
    state.set_ready_providers(live.to_vec()).expect("ready");
    let page = browser.get("/checkout/payment").await.body;
    assert!(page.contains("iDEAL") && !page.contains("no money is taken"));
}

#[tokio::test]
async fn a_way_to_pay_is_for_orders_of_its_amount() {
    let it = pay_shop().await;
    let mut browser = it.ready_to_pay().await;
    for (from, up_to, is_offered) in [
        (None, Some(-1), false),
        (None, Some(0), true),
        (Some(0), None, true),
        (Some(1), None, false),
    ] {
        it.set_method("card", |card| (card.from, card.up_to) = (None, None));
        let total = it.total(&mut browser).await;
        it.set_method("card", |card| {
            let text = |minor: i64| format!("{}.{:02}", minor / 100, minor % 100);
            let amount = |besides: i64| Amount::try_from(text(total + besides)).expect("an amount");
            (card.from, card.up_to) = (from.map(amount), up_to.map(amount));
        });
        let page = browser.get("/checkout/payment").await.body;
        let is_there = page.contains("value=\"card\"");
        assert_eq!(is_there, is_offered, "{total}: {from:?} to {up_to:?}");
        assert!(page.contains("value=\"bank\""));
        // Nor can it be chosen behind the page's back.
        let answer = buy(&mut browser, "card").await;
        assert_eq!(answer.header("location").contains("result"), is_offered);
        if is_offered {
            browser = it.ready_to_pay().await;
        }
    }
}
