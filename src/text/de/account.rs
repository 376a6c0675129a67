use crate::text::account::AccountTexts;

pub static TEXTS: AccountTexts = AccountTexts {
    code_subject: "{} ist Ihr Code für {}",
    code_text: "Ihr Code lautet {}. Geben Sie ihn dort ein, wo Sie ihn angefordert haben.",
    code_link: "Oder melden Sie sich mit diesem Link an, in welchem Browser Sie möchten:\n{}",
    code_opens: "Zu dieser E-Mail-Adresse gibt es noch kein Konto. Mit dem Code oder dem Link wird eines angelegt.",
    code_joins: "Ihre Bestellung {} steht danach in Ihrem Konto.",
    code_opens_for: "Damit wird ein Konto für Sie angelegt, in dem Ihre Bestellung {} steht.",
    code_warning: "Beide gelten einmal und 10 Minuten lang. Niemand vom Shop wird Sie je nach dem Code fragen. Haben Sie ihn nicht angefordert, brauchen Sie nichts zu tun.",
    link_lead: "Ein Klick, und Sie sind in diesem Browser als {} angemeldet.",
    link_over: "Dieser Link wurde schon benutzt oder ist zu alt.",
    code_registers: "Neu hier? Mit dem Code wird Ihr Konto angelegt.",
    ask_again: "Neuen anfordern",
};
