use crate::text::after_sale::AfterSaleTexts;

pub static TEXTS: AfterSaleTexts = AfterSaleTexts {
    payment_waiting: "We are waiting for your payment",
    payment_waiting_lead: "Order {} is placed once your payment of {} is confirmed. That may take a minute.",
    look_again: "Check again",
    cancel_payment: "Cancel the payment",
    payment_failed: "The payment did not go through",
    payment_failed_lead: "You have not been charged. Your cart is as it was, so you can try again or pay another way.",
    payment_failed_order: "Order {} was not placed.",
    try_again: "Try again",
};
