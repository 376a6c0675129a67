use crate::text::after_sale::AfterSaleTexts;

pub static TEXTS: AfterSaleTexts = AfterSaleTexts {
    payment_waiting: "Wir warten auf Ihre Zahlung",
    payment_waiting_lead: "Ihre Bestellung {} gilt, sobald Ihre Zahlung von {} bestätigt ist. Das kann eine Minute dauern.",
    look_again: "Noch einmal nachsehen",
    cancel_payment: "Zahlung abbrechen",
    payment_failed: "Die Zahlung hat nicht geklappt",
    payment_failed_lead: "Es wurde nichts abgebucht. Ihr Warenkorb ist, wie er war: Sie können es noch einmal versuchen oder anders bezahlen.",
    payment_failed_order: "Die Bestellung {} wurde nicht aufgegeben.",
    try_again: "Noch einmal versuchen",
};
