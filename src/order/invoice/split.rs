//! Shares of amounts, and a tax that is known as a whole, split among what it is charged on.

/// `tax` split among `amounts` by their size, some of which may be taken off: the parts add up to it exactly.
pub fn split(tax: i64, amounts: &[i64]) -> Vec<i64> {
    let whole: i128 = amounts.iter().map(|amount| i128::from(*amount)).sum();
    let (mut passed, mut given) = (0_i128, 0_i64);
    let count = amounts.len();
    let part = |(index, amount): (usize, &i64)| {
        passed += i128::from(*amount);
        let until = if index + 1 == count || whole == 0 {
            if index + 1 == count { tax } else { 0 }
        } else {
            rounded(i128::from(tax) * passed, whole)
        };
        let part = until - given;
        given = until;
        part
    };
    amounts.iter().enumerate().map(part).collect()
}

/// The share of `amount` that `part` is of `whole`, to the nearest; 0 of nothing.
pub fn share(amount: i64, part: i64, whole: i64) -> i64 {
    match whole {
        0 => 0,
        whole => rounded(i128::from(amount) * i128::from(part), i128::from(whole)),
    }
}

/// `product / whole`, to the nearest; halves away from below.
fn rounded(product: i128, whole: i128) -> i64 {
    let halves = (2 * product * whole.signum() + whole.abs()).div_euclid(2 * whole.abs());
    i64::try_from(halves).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn parts_are_in_proportion() {
        assert_eq!(split(300, &[1_000, 2_000]), [100, 200]);
        assert_eq!(split(90, &[1_000, -100]), [100, -10]);
        assert_eq!(split(1, &[1, 1, 1]), [0, 1, 0]);
        assert_eq!(split(0, &[5, -5]), [0, 0]);
        assert_eq!(split(7, &[]), [0_i64; 0]);
    }

    #[test]
    fn a_share_is_to_the_nearest() {
        let shares = [
            (491, 983, 2_950),
            (1, 1, 2),
            (-1, 1, 2),
            (10, -5, -10),
            (7, 3, 0),
        ];
        let shares = shares.map(|(amount, part, whole)| share(amount, part, whole));
        assert_eq!(shares, [164, 1, 0, 5, 0]);
    }

    proptest! {
        #[test]
        fn parts_add_up(tax in 0..10_000_000_i64, amounts in prop::collection::vec(-10_000..1_000_000_i64, 1..30)) {
            prop_assert_eq!(split(tax, &amounts).iter().sum::<i64>(), tax);
        }
    }
}
