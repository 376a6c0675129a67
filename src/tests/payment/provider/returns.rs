//! Money that goes back: by whoever took it, once, however its answers get lost; and money that the merchant decides about.

use super::{BACK, PayShop, SOLD, pay_shop, result};
use crate::{
    admin::support::{fields, pairs, set},
    support::Browser,
};
use awning::{
    admin::staff::role::Role,
    demo::test_provider::{RefundState, State, faults::Fault},
};

const BACK_TO: &str = "SELECT count(*) FROM payment_returns WHERE state =";

/// A shop with an order that is paid by `method`, its number, and its owner in the back office.
async fn paid(method: &str) -> (PayShop, String, Browser) {
    let it = pay_shop().await;
    let (_, number) = it.ordered(method).await;
    it.becomes(State::Paid).await;
    it.work_off().await;
    assert_eq!(it.books().await, SOLD);
    let owner = it.office.signed_in(Role::Owner).await;
    (it, number, owner)
}

/// Sends the form at `path` that posts there, with these fields.
async fn send(browser: &mut Browser, path: &str, typed: &[(&str, &str)]) -> u16 {
    let page = browser.get(path).await.body;
    let mut form = fields(&page, path);
    for (name, value) in typed {
        set(&mut form, name, value);
    }
    browser.send_form(path, &pairs(&form)).await.status
}

/// Clicks `does` in the card of the payment on the order's page.
async fn decide(browser: &mut Browser, number: &str, does: &str) -> u16 {
    let page = browser.get(&format!("/orders/{number}")).await.body;
    let path = format!("/orders/{number}/payment");
    let mut form = fields(&page, &path);
    set(&mut form, "does", does);
    browser.send_form(&path, &pairs(&form)).await.status
}

impl PayShop {
    /// What went back at the provider: how much, and how far each is.
    fn gone(&self) -> Vec<(i64, RefundState)> {
        let payment = self.payment();
        payment
            .refunds
            .iter()
            .map(|it| (it.amount, it.state))
            .collect()
    }

    /// One euro comes, which is not what was to be paid.
    async fn another_amount_comes(&self) {
        let key = self.payment().key;
        let wrong = self
            .provider
            .change(&key, |it| (it.amount, it.state) = (100, State::Paid));
        wrong.await.expect("a payment");
        self.work_off().await;
    }

    async fn backs(&self, state: &str) -> i64 {
        self.office
            .shop
            .count(&format!("{BACK_TO} '{state}'"))
            .await
    }
}

#[tokio::test]
async fn what_is_refunded_goes_back_by_whoever_took_it() {
    for method in ["card", "ideal"] {
        let (it, number, mut owner) = paid(method).await;
        let path = format!("/orders/{number}/refund");
        for amount in ["2.50", "1.00"] {
            assert_eq!(
                send(&mut owner, &path, &[("amount", amount)]).await,
                303,
                "{method}"
            );
            it.work_off().await;
        }
        let both = vec![(250, RefundState::Done), (100, RefundState::Done)];
        assert_eq!((it.gone(), it.backs("DONE").await), (both, 2), "{method}");
        let page = owner.get(&format!("/orders/{number}")).await.body;
        assert!(page.contains("It went."), "{page}");
        // A message about it changes nothing that is written already.
        it.provider
            .change(&it.payment().key, |_| {})
            .await
            .expect("a payment");
        it.work_off().await;
        assert_eq!(it.gone().len(), 2, "{method}");
    }
}

#[tokio::test]
async fn money_goes_back_once_though_the_answer_is_lost() {
    for method in ["card", "ideal"] {
        let (it, number, mut owner) = paid(method).await;
        let path = format!("/orders/{number}/refund");
        // It looks first, which goes well; then it asks, and the answer is lost.
        let faults = match method {
            "card" => vec![Fault::None, Fault::None, Fault::LoseAnswer],
            _ => vec![Fault::None, Fault::LoseAnswer],
        };
        it.provider.faults().of_requests(faults);
        assert_eq!(send(&mut owner, &path, &[("amount", "2.50")]).await, 303);
        it.work_off().await;
        assert_eq!(
            (it.backs("ASKED").await, it.gone().len()),
            (1, 1),
            "{method}: nobody knows"
        );
        it.sweep_in(20 * 60).await;
        assert_eq!(
            (it.backs("DONE").await, it.gone().len()),
            (1, 1),
            "{method}: it was found"
        );
    }
}

#[tokio::test]
async fn the_same_form_twice_gives_money_back_once() {
    let (it, number, mut owner) = paid("card").await;
    let path = format!("/orders/{number}/refund");
    let page = owner.get(&path).await.body;
    let mut form = fields(&page, &path);
    set(&mut form, "amount", "2.50");
    let sent = (0..4).map(|_| {
        let (mut owner, path, form) = (owner.clone(), path.clone(), form.clone());
        async move { owner.send_form(&path, &pairs(&form)).await.status }
    });
    let sent = futures::future::join_all(sent).await;
    assert!(sent.iter().all(|status| *status == 303), "{sent:?}");
    it.work_off().await;
    assert_eq!(it.gone(), [(250, RefundState::Done)]);
}

#[tokio::test]
async fn money_that_is_on_its_way_is_looked_after_and_money_that_failed_is_seen() {
    let (it, number, mut owner) = paid("card").await;
    let path = format!("/orders/{number}/refund");
    let states = [RefundState::Pending, RefundState::Failed];
    it.provider.faults().of_refunds(states);
    send(&mut owner, &path, &[("amount", "2.50")]).await;
    it.work_off().await;
    assert_eq!(it.backs("PENDING").await, 1);
    let key = it.payment().key;
    let arrived = it
        .provider
        .change(&key, |it| it.refunds[0].state = RefundState::Done);
    arrived.await.expect("a payment");
    it.sweep_in(20 * 60).await;
    assert_eq!(it.backs("DONE").await, 1);
    send(&mut owner, &path, &[("amount", "1.00")]).await;
    it.work_off().await;
    assert_eq!(it.backs("FAILED").await, 1);
    // It is told of on the first page, in the list, and where it can be mended.
    let today = owner.get("/").await.body;
    assert!(today.contains("payments to look at"), "{today}");
    let list = owner.get("/payments").await.body;
    assert!(
        list.contains(&number) && list.contains("did not get there"),
        "{list}"
    );
    assert_eq!(decide(&mut owner, &number, "again").await, 303);
    it.work_off().await;
    assert_eq!((it.backs("FAILED").await, it.backs("DONE").await), (0, 2));
    let list = owner.get("/payments").await.body;
    assert!(
        list.contains("every payment is where it should be"),
        "{list}"
    );
}

#[tokio::test]
async fn what_was_paid_by_hand_goes_back_by_hand() {
    let it = pay_shop().await;
    let mut browser = it.ready_to_pay().await;
    let placed = super::buy(&mut browser, "bank").await;
    let number = crate::support::checkout::ordered(&placed);
    let mut owner = it.office.signed_in(Role::Owner).await;
    let page = owner.get(&format!("/orders/{number}")).await.body;
    let path = format!("/orders/{number}/paid");
    owner.send_form(&path, &pairs(&fields(&page, &path))).await;
    let path = format!("/orders/{number}/refund");
    assert_eq!(send(&mut owner, &path, &[("amount", "2.50")]).await, 303);
    assert_eq!(
        it.office
            .shop
            .count("SELECT count(*) FROM payment_returns")
            .await,
        0
    );
}

/// The order is over, the goods are with somebody else, and the money is there.
async fn late() -> (PayShop, String, Browser, Browser) {
    let it = pay_shop().await;
    let (shopper, number) = it.ordered("card").await;
    it.becomes(State::Expired).await;
    it.work_off().await;
    it.office
        .shop
        .execute("UPDATE products SET stock = 0 WHERE id = 1201")
        .await;
    it.becomes(State::Paid).await;
    it.work_off().await;
    assert_eq!(it.state().await, "PAID_LATE");
    let owner = it.office.signed_in(Role::Owner).await;
    (it, number, owner, shopper)
}

#[tokio::test]
async fn money_that_is_late_is_accepted_by_the_merchant() {
    let (it, number, mut owner, mut shopper) = late().await;
    let page = owner.get(&format!("/orders/{number}")).await.body;
    assert!(
        page.contains("The money came after the order was over"),
        "{page}"
    );
    assert_eq!(decide(&mut owner, &number, "accept").await, 303);
    assert_eq!(
        (it.state().await.as_str(), it.books().await),
        ("PAID", (0, 1, 1, 1))
    );
    let answer = shopper.get(&result(&number)).await;
    assert!(
        answer
            .header("location")
            .starts_with("/checkout/order-confirmation")
    );
    let again = owner
        .send_form(&format!("/orders/{number}/payment"), &[("does", "return")])
        .await;
    assert_eq!(again.status, 303, "it says how it stands");
    it.work_off().await;
    assert!(
        it.gone().is_empty(),
        "what was accepted does not go back by an old form"
    );
}

#[tokio::test]
async fn money_that_is_late_goes_back_as_the_merchant_wants() {
    let (it, number, mut owner, _) = late().await;
    let total = it.payment().amount;
    assert_eq!(decide(&mut owner, &number, "return").await, 303);
    it.work_off().await;
    assert_eq!(
        (it.state().await.as_str(), it.gone()),
        ("RETURNED", vec![(total, RefundState::Done)])
    );
    assert_eq!(
        it.books().await,
        (0, 0, 0, 1),
        "the shopper is told, and nothing else moved"
    );
    // Said once more by the provider, it is not late money again.
    it.becomes(State::Paid).await;
    it.work_off().await;
    assert_eq!(it.state().await, "RETURNED");
}

#[tokio::test]
async fn another_amount_goes_back_and_so_do_the_goods() {
    let it = pay_shop().await;
    let (_, number) = it.ordered("card").await;
    it.another_amount_comes().await;
    let mut owner = it.office.signed_in(Role::Owner).await;
    let page = owner.get(&format!("/orders/{number}")).await.body;
    assert!(page.contains("€1.00 came"), "{page}");
    assert_eq!(decide(&mut owner, &number, "return").await, 303);
    it.work_off().await;
    assert_eq!(
        (it.state().await.as_str(), it.gone()),
        ("RETURNED", vec![(100, RefundState::Done)])
    );
    let (stock, uses, paid, _) = it.books().await;
    assert_eq!((stock, uses, paid, 0), BACK);
}

/// The goods are back in stock by then, the order may be cancelled, and what is accepted is sold and sent all the same.
#[tokio::test]
async fn another_amount_that_is_late_is_accepted_and_the_order_is_to_be_sent() {
    let it = pay_shop().await;
    let (_, number) = it.ordered("card").await;
    it.becomes(State::Expired).await;
    it.work_off().await;
    assert_eq!(it.books().await, BACK);
    let mut owner = it.office.signed_in(Role::Owner).await;
    let cancel = format!("/orders/{number}/cancel");
    assert_eq!(send(&mut owner, &cancel, &[]).await, 303);
    it.another_amount_comes().await;
    assert_eq!(it.state().await, "MISMATCH");
    assert_eq!(decide(&mut owner, &number, "accept").await, 303);
    let (stock, uses, paid, _) = it.books().await;
    assert_eq!((stock, uses, paid), (SOLD.0, SOLD.1, SOLD.2));
    let status = it.text("SELECT fulfillment_status FROM orders").await;
    assert_eq!(status, "AWAITING_PROCESSING");
}

#[tokio::test]
async fn another_amount_in_time_takes_the_goods_once() {
    let it = pay_shop().await;
    let (_, number) = it.ordered("card").await;
    it.another_amount_comes().await;
    let mut owner = it.office.signed_in(Role::Owner).await;
    assert_eq!(decide(&mut owner, &number, "accept").await, 303);
    assert_eq!(it.books().await, SOLD);
}

#[tokio::test]
async fn keys_are_typed_once_and_never_shown() {
    let it = pay_shop().await;
    let mut owner = it.office.signed_in(Role::Owner).await;
    let page = owner.get("/payments/keys").await.body;
    assert!(
        page.contains("Test mode") && page.contains("/hooks/stripe"),
        "{page}"
    );
    let form = [
        ("provider", "stripe"),
        ("secret", "pk_live_1"),
        ("hook", ""),
    ];
    let refused = owner.send_form("/payments/keys", &form).await;
    assert!(
        refused.status == 422 && refused.body.contains("publishable key"),
        "{}",
        refused.body
    );
    let form = [
        ("provider", "stripe"),
        ("secret", "sk_live_geheim"),
        ("hook", "whsec_geheim"),
    ];
    assert_eq!(owner.send_form("/payments/keys", &form).await.status, 303);
    let page = owner.get("/payments/keys").await.body;
    assert!(page.contains("Live") && !page.contains("geheim"), "{page}");
    let log = "SELECT count(*) FROM audit WHERE verb = 'payment.keys' AND target = 'stripe' AND who <> ''";
    assert_eq!(it.office.shop.count(log).await, 1);
    let told = "SELECT count(*) FROM audit WHERE coalesce(before, '') || coalesce(after, '') LIKE '%geheim%'";
    assert_eq!(it.office.shop.count(told).await, 0);
    let remove = [("provider", "mollie")];
    assert_eq!(
        owner
            .send_form("/payments/keys/remove", &remove)
            .await
            .status,
        303
    );
    let mut shopper = it.ready_to_pay().await;
    let page = shopper.get("/checkout/payment").await.body;
    assert!(
        page.contains("Card") && !page.contains("iDEAL"),
        "who cannot be asked is not offered"
    );
}

/// A merchant who sends the money besides would give it back twice.
#[tokio::test]
async fn nobody_is_told_to_send_money_that_the_provider_sends() {
    let (it, number, mut owner) = paid("card").await;
    // Whoever took the money has it, whatever becomes of the way to pay.
    it.set_method("card", |method| method.provider = None);
    for page in ["refund", "cancel"] {
        let page = owner.get(&format!("/orders/{number}/{page}")).await.body;
        assert!(!page.contains("You send the money yourself"), "{page}");
        assert!(page.contains("to what it was paid with"), "{page}");
    }
}
