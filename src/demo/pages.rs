//! The demo shop's pages of text.

use crate::{base::error::AppError, content::pages, platform::db::Db};

const PAGES: [(&str, &str, &str); 7] = [
    (
        "about",
        "en",
        "# About Tide & Line\n\nTide & Line is a print studio with one room, one press and no stockroom. We write small programs that draw, keep the few results worth keeping, and print them on cotton paper when somebody wants one.\n\n## The studio\n\nKade 14, Rotterdam. Thursdays and Fridays from eleven to six, and whenever the light is on.\n\n*This is the demo shop that comes with Awning. Nothing here is for sale, however much you would like it to be.*\n",
    ),
    (
        "shipping-payment",
        "en",
        "# Shipping and payment\n\n| Where | How long | How much |\n|---|---|---|\n| Netherlands | 1–2 working days | €6 |\n| European Union | 3–5 working days | €12 |\n| Elsewhere | 5–10 working days | €24 |\n\nPrints travel flat in a board folder, never rolled. Framed work goes by courier.\n\nYou may pay by bank transfer, or in cash when you collect.\n",
    ),
    (
        "returns",
        "en",
        "# Returns\n\nYou have fourteen days from delivery to change your mind, and need give no reason. Send the print back in its folder; we pay you back within a week of its arrival.\n\nIf something arrives damaged, a photograph is enough. Keep the pieces; make something of them.\n",
    ),
    (
        "terms",
        "en",
        "# Terms\n\nA contract comes about when we confirm your order. Prices include VAT. Work in an edition is printed once for each number, and the number is yours.\n",
    ),
    (
        "privacy-policy",
        "en",
        "# Privacy and cookies\n\nThis shop keeps what it needs to send you a parcel and to know you when you come back, and nothing else. It sets a cookie when you sign in and one when you put something into your cart. Whether anything else may be stored you decide, when you come and under “Cookie settings”. Your account shows everything we keep about you, and deletes it when you want.\n",
    ),
    (
        "impressum",
        "en",
        "# Legal notice\n\nTide & Line, Kade 14, 3011 Rotterdam, Netherlands\n\nE-mail: shop@example.com\n\n*This is the demo shop that comes with Awning; your own shop tells here who runs it.*\n",
    ),
    (
        "impressum",
        "de",
        "# Impressum\n\nTide & Line, Kade 14, 3011 Rotterdam, Niederlande\n\nE-Mail: shop@example.com\n\n*Das ist der Demo-Shop von Awning; in Ihrem Shop steht hier, wer ihn betreibt.*\n",
    ),
];

/// Stores the pages.
pub async fn seed(db: &Db) -> Result<(), AppError> {
    for (slug, language, markdown) in PAGES {
        pages::put(&db.write, slug, language, markdown).await?;
    }
    Ok(())
}
