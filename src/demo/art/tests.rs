//! What the demo shop's pictures look like, asked from outside.

use awning_demo_art::{HEIGHT, Series, WIDTH, icon, mark, print};

#[test]
fn one_sees_through_the_mark_and_the_corners_of_the_icon() {
    for (file, place, seen) in [
        (mark(), (190, 30), 0),
        (mark(), (190, 150), 255),
        (icon(), (2, 2), 0),
        (icon(), (190, 30), 255),
    ] {
        let picture = image::load_from_memory(&file.expect("drawn")).expect("a picture");
        assert_eq!(picture.to_rgba8().get_pixel(place.0, place.1)[3], seen);
    }
}

#[test]
fn a_seed_draws_one_picture_and_another_seed_another() {
    for series in Series::ALL {
        let picture = print(series, 7).expect("drawn");
        assert!(picture == print(series, 7).expect("drawn"), "{series:?}");
        assert!(picture != print(series, 8).expect("drawn"), "{series:?}");
        let drawn = image::load_from_memory(&picture)
            .expect("a picture")
            .to_rgb8();
        let paper = *drawn.get_pixel(3, 3);
        let inked = drawn
            .pixels()
            .filter(|pixel| pixel.0.iter().zip(paper.0).any(|(a, b)| a.abs_diff(b) > 40))
            .count();
        let share = inked as f32 / (WIDTH * HEIGHT);
        assert!((0.05..0.95).contains(&share), "{series:?}: {share}");
    }
}
