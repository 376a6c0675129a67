use super::*;
use proptest::prelude::*;
use sea_orm::Iterable;

const DUE: (i64, &str) = (1250, "EUR");

fn there(amount: i64, currency: &str) -> Money {
    Money::There(amount, currency.to_owned())
}

fn every_money() -> Vec<Money> {
    vec![
        Money::Asked,
        Money::Processing,
        there(1250, "EUR"),
        there(1249, "EUR"),
        there(1250, "USD"),
        Money::Refused,
        Money::Expired,
        Money::CalledOff,
    ]
}

#[test]
fn every_state_goes_where_the_money_says() {
    use PaymentState::*;
    let row = |state: PaymentState| -> Vec<Option<PaymentState>> {
        every_money()
            .iter()
            .map(|money| state.after(money, DUE.0, DUE.1))
            .collect()
    };
    let mismatch = Some(Mismatch);
    // Asked, at it, all there, too little, another currency, refused, time up, called off.
    let open = |asked, at_it| {
        let ended = [Some(Failed), Some(Expired), Some(Cancelled)];
        let mut row = vec![asked, at_it, Some(Paid), mismatch, mismatch];
        row.extend(ended);
        row
    };
    assert_eq!(row(Started), open(Some(Waiting), Some(Processing)));
    assert_eq!(row(Waiting), open(None, Some(Processing)));
    assert_eq!(row(Processing), open(None, None));
    for ended in [Failed, Expired, Cancelled] {
        let late = vec![None, None, Some(Paid), mismatch, mismatch, None, None, None];
        assert_eq!(row(ended), late, "{ended:?}");
    }
    for settled in [Paid, PaidLate, Mismatch, Returned] {
        assert!(row(settled).iter().all(Option::is_none), "{settled:?}");
    }
}

#[test]
fn what_is_open_waits_and_nothing_else_does() {
    for state in PaymentState::iter() {
        assert_eq!(
            state.is_open(),
            state.outcome() == PaymentOutcome::Waiting,
            "{state:?}"
        );
    }
}

fn any_money() -> impl Strategy<Value = Money> {
    proptest::sample::select(every_money())
}

proptest! {
    /// Whatever is said in whatever order: what ended is never open again, and what is paid stays paid.
    #[test]
    fn states_only_go_forward(said in proptest::collection::vec(any_money(), 0..12)) {
        let mut state = PaymentState::Started;
        for money in &said {
            let Some(next) = state.after(money, DUE.0, DUE.1) else { continue };
            prop_assert!(state.is_open() || !next.is_open(), "{:?} to {:?}", state, next);
            prop_assert!(state != PaymentState::Paid, "left what is paid for {:?}", next);
            state = next;
        }
        // No money is taken for the right money, and none that came is forgotten.
        let came = said.iter().any(|it| matches!(it, Money::There(..)));
        let is_known = matches!(state, PaymentState::Paid | PaymentState::Mismatch);
        prop_assert_eq!(came, is_known);
    }
}
