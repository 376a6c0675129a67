use super::*;

fn prices() -> PriceFormat {
    PriceFormat::of("EUR").expect("a format")
}

fn rules(text: &str) -> Vec<Rule> {
    let table: toml::Table = toml::from_str(&format!("it = {text}")).expect("TOML");
    table["it"].clone().try_into().expect("rules")
}

#[test]
fn the_best_of_each_kind_counts_and_never_more_than_there_is() {
    let rules = rules(
        "[{from='50', off={percent='5'}}, {from='100', off={percent='10'}}, {group='Friends', off={percent='10'}}, {group='Friends', from='100', off={amount='2'}}]",
    );
    let off = |group, subtotal| without_code(&rules, group, subtotal, &prices());
    assert_eq!(off(None, 4_999), Discounts::default());
    assert_eq!(off(None, 5_000).volume, 250);
    assert_eq!(
        off(Some("Friends"), 10_000),
        Discounts {
            volume: 1_000,
            group: 1_000,
            group_volume: 200
        }
    );
    let all = self::rules("[{off={amount='70'}}, {group='Friends', off={amount='70'}}]");
    assert_eq!(
        without_code(&all, Some("Friends"), 10_000, &prices()).total(),
        10_000
    );
}

#[test]
fn each_discount_says_what_became_of_it() {
    let rules = rules(
        "[{from='50', off={percent='5'}}, {from='100', off={percent='10'}}, {group='Friends', off={amount='2'}}, {from='200', off={free_shipping=true}}, {off={free_shipping=true}}]",
    );
    use Verdict::{Beaten, FreesShipping, OtherGroup, TakesOff, TooLittle};
    let of = |group, subtotal| verdicts(&rules, group, subtotal, &prices());
    assert_eq!(
        of(None, 4_900),
        [
            TooLittle(100),
            TooLittle(5_100),
            OtherGroup,
            TooLittle(15_100),
            FreesShipping
        ]
    );
    assert_eq!(
        of(Some("Friends"), 10_000),
        [
            Beaten,
            TakesOff(1_000),
            TakesOff(200),
            TooLittle(10_000),
            FreesShipping
        ]
    );
    // What is said is what is calculated: together they are what is taken off, whatever the rules.
    for subtotal in [0, 1, 4_999, 5_000, 12_345, 30_000] {
        for group in [None, Some("Friends"), Some("Others")] {
            let off = |verdict: &Verdict| match verdict {
                TakesOff(off) => *off,
                _ => 0,
            };
            let said: i64 = of(group, subtotal).iter().map(off).sum();
            let given = without_code(&rules, group, subtotal, &prices());
            assert_eq!(said, given.total(), "{group:?} {subtotal}");
        }
    }
}

#[test]
fn the_merchant_is_told_why_a_coupon_does_not_hold() {
    let coupon: Coupon = toml::from_str(
        "code='A'\nname='A'\noff={percent='10'}\nstarts='2026-11-01'\nends='2026-11-30'\nuses=2\nfrom='20'",
    )
    .expect("a coupon");
    let why = |day, used, subtotal| coupon.refusal(day, used, subtotal, &prices());
    assert_eq!(why("2026-10-31", 0, 2_000), Some(CouponRefusal::TooEarly));
    assert_eq!(why("2026-12-01", 0, 2_000), Some(CouponRefusal::Over));
    assert_eq!(why("2026-11-30", 2, 2_000), Some(CouponRefusal::UsedUp));
    assert_eq!(
        why("2026-11-30", 1, 1_500),
        Some(CouponRefusal::TooLittle(500))
    );
    assert_eq!(why("2026-11-30", 1, 2_000), None);
}

#[test]
fn a_coupon_has_its_time_and_its_limits() {
    let coupons: Vec<Coupon> = vec![
        toml::from_str("code='INK10'\nname='Ink'\noff={percent='10'}\nstarts='2026-11-01'\nends='2026-11-30'\nuses=2\nfrom='20'")
            .expect("a coupon"),
    ];
    let find = |code, day, used, subtotal| {
        coupon(&coupons, code, day, used, subtotal, &prices()).map(|it| it.name.as_str())
    };
    assert_eq!(find(" ink10 ", "2026-11-30", 1, 2_000), Ok("Ink"));
    assert_eq!(
        find("INK10", "2026-12-01", 0, 2_000),
        Err(CouponProblem::Unknown)
    );
    assert_eq!(
        find("INK10", "2026-10-31", 0, 2_000),
        Err(CouponProblem::Unknown)
    );
    assert_eq!(
        find("INK10", "2026-11-02", 2, 2_000),
        Err(CouponProblem::Unknown)
    );
    assert_eq!(
        find("INK10", "2026-11-02", 0, 1_999),
        Err(CouponProblem::TooLittle)
    );
    assert_eq!(
        find("INK20", "2026-11-02", 0, 2_000),
        Err(CouponProblem::Unknown)
    );
}
