use super::*;
use proptest::prelude::*;
use sea_orm::Iterable;

/// Every state of an order of three things, of which some are sent.
fn states() -> Vec<State> {
    let withdrawals = [
        None,
        Some(WithdrawalState::Open),
        Some(WithdrawalState::Accepted),
        Some(WithdrawalState::Refused),
        Some(WithdrawalState::Settled),
    ];
    let mut all = Vec::new();
    for payment in PaymentStatus::iter() {
        for fulfillment in FulfillmentStatus::iter() {
            for sent in 0..=3 {
                for (is_delivered, is_pickup) in [(true, false), (true, true), (false, false)] {
                    for (withdrawal, refundable) in
                        withdrawals.iter().flat_map(|it| [(*it, 0), (*it, 500)])
                    {
                        all.push(State {
                            payment,
                            fulfillment,
                            is_delivered,
                            is_pickup,
                            sent,
                            left: 3 - sent,
                            refundable,
                            withdrawal,
                        });
                    }
                }
            }
        }
    }
    all
}

#[test]
fn what_is_off_is_neither_paid_nor_sent() {
    use PaymentStatus::{Cancelled, Refunded};
    for state in states() {
        if matches!(state.payment, Cancelled | Refunded) {
            for step in [Step::Pay, Step::Send, Step::Refund] {
                assert!(!state.can(step), "{step:?} {state:?}");
            }
        }
        if state.is_over() {
            for step in [Step::Send, Step::Unsend, Step::Deliver, Step::TakeBack] {
                assert!(!state.can(step), "{step:?} {state:?}");
            }
        }
    }
}

#[test]
fn money_goes_back_only_where_it_came_in() {
    use PaymentStatus::{Paid, PartiallyRefunded};
    for state in states() {
        let was_paid = matches!(state.payment, Paid | PartiallyRefunded);
        assert_eq!(
            state.can(Step::Refund),
            was_paid && state.refundable > 0,
            "{state:?}"
        );
    }
}

#[test]
fn what_is_cancelled_once_is_not_cancelled_again() {
    let states = states().into_iter().filter(|it| it.can(Step::Cancel));
    for (state, arrived) in states.flat_map(|it| [(it, false), (it, true)]) {
        let after = State {
            payment: state.payment_after_cancel(),
            fulfillment: state.fulfillment_without_rest(arrived),
            ..state
        };
        assert!(!after.can(Step::Cancel), "{state:?} {after:?}");
        assert!(!after.can(Step::Send), "{state:?} {after:?}");
        let has_arrived = state.waits_for_parcels() && state.sent > 0 && arrived;
        assert!(!has_arrived || after.fulfillment == FulfillmentStatus::Delivered);
        // Money that came in is never forgotten by it.
        let kept = after.payment == state.payment || after.payment == PaymentStatus::Cancelled;
        assert!(kept && state.can(Step::Refund) == after.can(Step::Refund));
    }
}

#[test]
fn a_parcel_can_be_taken_back_where_it_could_be_sent() {
    for state in states().into_iter().filter(|it| it.can(Step::Send)) {
        let sent = state.sent + 1;
        let after = State {
            fulfillment: state.fulfillment_with(sent, 3 - sent, false),
            sent,
            left: 3 - sent,
            ..state
        };
        assert!(
            after.can(Step::Unsend) && after.can(Step::Deliver),
            "{after:?}"
        );
        assert_eq!(after.can(Step::Send), after.left > 0, "{after:?}");
        let undone = State {
            fulfillment: after.fulfillment_with(state.sent, state.left, false),
            sent: state.sent,
            left: state.left,
            ..after
        };
        assert!(undone.can(Step::Send), "{undone:?}");
    }
}

#[test]
fn each_step_that_is_refused_says_why() {
    for state in states() {
        for step in Step::ALL {
            let refusal = state.refusal(step);
            assert_eq!(refusal.is_none(), state.can(step));
            // Those are about the request, not about the order.
            assert!(!matches!(
                refusal,
                Some(OrderActionError::Gone | OrderActionError::Changed | OrderActionError::Nobody)
            ));
        }
    }
}

proptest! {
    /// Refunds one after the other never give more back than came in, and the last one says so.
    #[test]
    fn refunds_end(total in 1..100_000_i64, parts in prop::collection::vec(1..50_000_i64, 1..20)) {
        let mut state = State {
            payment: PaymentStatus::Paid,
            fulfillment: FulfillmentStatus::Shipped,
            is_delivered: true,
            is_pickup: false,
            sent: 1,
            left: 0,
            refundable: total,
            withdrawal: None,
        };
        let mut given = 0;
        for part in parts {
            if !state.can(Step::Refund) {
                break;
            }
            let amount = part.min(state.refundable);
            state.payment = state.payment_after_refund(amount);
            state.refundable -= amount;
            given += amount;
            prop_assert_eq!(state.payment == PaymentStatus::Refunded, given == total);
        }
        prop_assert!(given <= total);
        prop_assert_eq!(state.can(Step::Refund), given < total);
    }
}
