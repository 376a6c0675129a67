use crate::text::product::ProductTexts;

pub static TEXTS: ProductTexts = ProductTexts {
    weekdays: "Mo. Di. Mi. Do. Fr. Sa. So.",
    months: "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    day: "{}, {}.",
    day_of_month: "{} {}",
    days_from_to: "{} – {}",
    delivery_time: "Voraussichtliche Lieferung",
    arrives: "Ankunft {}",
    ready: "Abholbereit {}",
    way_arrives: "{}: {}",
    order_until: "Bei Bestellung bis {}, {} Uhr",
};
