use crate::text::product::ProductTexts;

pub static TEXTS: ProductTexts = ProductTexts {
    weekdays: "Mon Tue Wed Thu Fri Sat Sun",
    months: "January February March April May June July August September October November December",
    day: "{} {}",
    day_of_month: "{} {}",
    days_from_to: "{} – {}",
    delivery_time: "Estimated delivery",
    arrives: "Arrives {}",
    ready: "Ready {}",
    way_arrives: "{}: {}",
    order_until: "If you order by {}, {}:00",
};
