//! The runs: each to the end of every order in which its events can happen.

use super::{
    Bounds, Times,
    checks::{AGAIN, JOINED, TOLD, TRUTH, UNREACHABLE},
};
use stateright::{Checker, Expectation, HasDiscoveries, Model};

const NOTHING: Times = Times {
    sign_outs: 0,
    forms: 0,
    sign_ins: 0,
    looks: 0,
    page_loads: 0,
    ends: 0,
    losses: 0,
    doubles: 0,
};

const OURS: Bounds = Bounds {
    times: NOTHING,
    is_one_customer: false,
    late_replies_set_cookies: false,
    checks_remove_cookies: false,
};

/// Checks every state that can be reached within `times`; `reaches` says which states must be among them.
fn holds(bounds: Bounds, reaches: &[&'static str]) {
    let checker = bounds
        .checker()
        .finish_when(HasDiscoveries::AnyFailures)
        .spawn_bfs()
        .join();
    for property in bounds.properties() {
        if property.expectation == Expectation::Always {
            checker.assert_no_discovery(property.name);
        }
    }
    for name in reaches {
        checker.assert_any_discovery(name);
    }
    assert!(checker.is_done());
    println!(
        "{} states, at most {} steps: {:?}",
        checker.unique_state_count(),
        checker.max_depth(),
        bounds.times
    );
}

#[test]
fn two_tabs_a_script_and_a_form() {
    let times = Times {
        sign_outs: 2,
        forms: 1,
        sign_ins: 1,
        ..NOTHING
    };
    holds(Bounds { times, ..OURS }, &[TOLD, JOINED, AGAIN]);
}

#[test]
fn answers_get_lost() {
    let times = Times {
        sign_outs: 2,
        sign_ins: 1,
        losses: 1,
        ..NOTHING
    };
    holds(Bounds { times, ..OURS }, &[TOLD, JOINED, AGAIN]);
}

#[test]
fn nobody_answers() {
    let times = Times {
        sign_outs: 1,
        looks: 1,
        losses: 3,
        ..NOTHING
    };
    holds(Bounds { times, ..OURS }, &[TOLD, UNREACHABLE]);
}

#[test]
fn the_session_ends_elsewhere() {
    let times = Times {
        sign_outs: 1,
        sign_ins: 1,
        looks: 1,
        ends: 1,
        losses: 1,
        ..NOTHING
    };
    holds(Bounds { times, ..OURS }, &[TOLD, AGAIN]);
}

#[test]
fn a_proxy_tries_twice() {
    let times = Times {
        sign_outs: 1,
        forms: 1,
        ends: 1,
        losses: 1,
        doubles: 1,
        ..NOTHING
    };
    holds(Bounds { times, ..OURS }, &[TOLD]);
}

#[test]
fn pages_come_late() {
    let times = Times {
        sign_outs: 1,
        sign_ins: 1,
        page_loads: 1,
        losses: 1,
        ..NOTHING
    };
    holds(Bounds { times, ..OURS }, &[TOLD, AGAIN]);
}

#[test]
fn the_same_customer_comes_again() {
    let times = Times {
        sign_outs: 2,
        sign_ins: 2,
        ..NOTHING
    };
    holds(
        Bounds {
            times,
            is_one_customer: true,
            ..OURS
        },
        &[TOLD, AGAIN],
    );
}

#[test]
fn a_reply_that_was_given_up_must_not_change_the_cookie() {
    let times = Times {
        sign_outs: 1,
        sign_ins: 1,
        losses: 1,
        ..NOTHING
    };
    let bounds = Bounds {
        times,
        late_replies_set_cookies: true,
        ..OURS
    };
    bounds
        .checker()
        .spawn_bfs()
        .join()
        .assert_any_discovery(TRUTH);
}

#[test]
fn a_check_must_not_remove_the_cookie() {
    let times = Times {
        sign_outs: 2,
        sign_ins: 1,
        looks: 1,
        ..NOTHING
    };
    let bounds = Bounds {
        times,
        checks_remove_cookies: true,
        ..OURS
    };
    bounds
        .checker()
        .spawn_bfs()
        .join()
        .assert_any_discovery(TRUTH);
}
