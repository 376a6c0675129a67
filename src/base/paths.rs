//! The shop's own paths: the one table that the page table, the router's test, scripts, reserved slugs
//! and `robots.txt` go by.

/// First segments of the shop's own paths, which no product's slug may be, and whether search engines
/// are told to stay out.
pub const SEGMENTS: [(&str, bool); 22] = [
    ("account", true),
    ("api", true),
    ("assets", false),
    ("cart", true),
    ("checkout", true),
    ("contact", false),
    ("download", true),
    ("downloadError", true),
    ("cookies", true),
    ("favicon.ico", false),
    ("favicon.svg", false),
    ("healthz", false),
    ("hooks", false),
    ("readyz", false),
    ("images", false),
    ("pages", false),
    ("robots.txt", false),
    ("search", true),
    ("sitemap", false),
    ("sitemap.xml", false),
    ("storefront.d.ts", false),
    ("videos", false),
];

/// What the public id of an order follows.
pub const ORDER_PREFIX: &str = "/account/orders/";
/// What the slug of a page of text follows.
pub const TEXT_PAGE_PREFIX: &str = "/pages/";

/// Declares the pages that stand at one path: their names, paths and types.
macro_rules! paths {
    ($($(#[$doc:meta])* $name:ident = $path:literal, $page_type:literal, $of_guests:literal;)*) => {
        /// A page that stands at one path.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum ShopPath {
            $($(#[$doc])* $name,)*
        }

        impl ShopPath {
            /// Every one of them.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// The path itself.
            pub const fn text(self) -> &'static str {
                match self {
                    $(Self::$name => $path,)*
                }
            }

            /// Its `page.type` (`spec/pages.md` 2) for customers who are signed in, and for guests.
            const fn page_types(self) -> (&'static str, &'static str) {
                match self {
                    $(Self::$name => ($page_type, $of_guests),)*
                }
            }
        }
    };
}

paths! {
    /// The first page.
    Home = "/", "CATEGORY", "CATEGORY";
    /// What was searched for.
    Search = "/search", "SEARCH", "SEARCH";
    /// The cart.
    Cart = "/cart", "CART", "CART";
    /// The link in an e-mail that brings a cart back.
    CartAgain = "/cart/again", "SITE", "SITE";
    /// The link in such an e-mail that stops further ones.
    StopReminders = "/cart/no-reminders", "SITE", "SITE";
    /// The step of the checkout that is due.
    Checkout = "/checkout", "CHECKOUT_ADDRESS", "CHECKOUT_ADDRESS";
    /// Where the order goes.
    CheckoutAddress = "/checkout/address", "CHECKOUT_ADDRESS", "CHECKOUT_ADDRESS";
    /// Addresses that the customer keeps, to choose from.
    CheckoutAddressBook = "/checkout/address-book", "CHECKOUT_ADDRESS_BOOK", "CHECKOUT_ADDRESS_BOOK";
    /// How the order gets there.
    CheckoutDelivery = "/checkout/shipping", "CHECKOUT_DELIVERY", "CHECKOUT_DELIVERY";
    /// How the order is paid.
    CheckoutPayment = "/checkout/payment", "CHECKOUT_PAYMENT_DETAILS", "CHECKOUT_PAYMENT_DETAILS";
    /// Everything once more.
    CheckoutReview = "/checkout/place-order", "CHECKOUT_PLACE_ORDER", "CHECKOUT_PLACE_ORDER";
    /// The order is made, and its payment under way.
    CheckoutResult = "/checkout/result", "CHECKOUT_RESULT", "CHECKOUT_RESULT";
    /// The payment failed.
    OrderFailure = "/checkout/failure", "ORDER_FAILURE", "ORDER_FAILURE";
    /// The order is placed.
    OrderConfirmation = "/checkout/order-confirmation", "ORDER_CONFIRMATION", "ORDER_CONFIRMATION";
    /// A link that gives no file.
    DownloadError = "/downloadError", "DOWNLOAD_ERROR", "DOWNLOAD_ERROR";
    /// The customer's account, or the way to sign in.
    Account = "/account", "ACCOUNT_SETTINGS", "SIGN_IN";
    /// A new account.
    Register = "/account/register", "SIGN_IN", "SIGN_IN";
    /// The link in the e-mail that proves an address.
    ConfirmRegistration = "/account/confirm", "SIGN_IN", "SIGN_IN";
    /// Where a code from an e-mail is typed.
    SignInCode = "/account/code", "SIGN_IN", "SIGN_IN";
    /// The link in an e-mail that signs in.
    SignInLink = "/account/link", "SIGN_IN", "SIGN_IN";
    /// Another password, by a link in an e-mail.
    ResetPassword = "/account/reset-password", "RESET_PASSWORD", "RESET_PASSWORD";
    /// The link in the e-mail to an account's new address.
    NewEmail = "/account/new-email", "ACCOUNT_SETTINGS", "SIGN_IN";
    /// Signing in once more, for what needs it.
    SignInAgain = "/account/sign-in-again", "SIGN_IN", "SIGN_IN";
    /// Sign-out without scripts.
    SignOut = "/account/sign-out", "ACCOUNT_SETTINGS", "SIGN_IN";
    /// What the shop keeps of the customer.
    PersonalData = "/account/data", "ACCOUNT_SETTINGS", "SIGN_IN";
    /// The account's deletion.
    DeleteAccount = "/account/delete", "ACCOUNT_SETTINGS", "SIGN_IN";
    /// Addresses that the customer keeps.
    AddressBook = "/account/address-book", "ADDRESS_BOOK", "SIGN_IN";
    /// What may be stored in this browser.
    Cookies = "/cookies", "SITE", "SITE";
    /// What the customer gets again and again.
    Subscriptions = "/account/subscription", "ACCOUNT_SUBSCRIPTION", "SIGN_IN";
    /// What a buyer says of a product.
    Review = "/account/review", "ORDERS", "SIGN_IN";
    /// Products that a shopper keeps, signed in or not.
    Favourites = "/account/favorites", "FAVORITES", "FAVORITES";
    /// The link in an e-mail about what is back in stock.
    StopAlerts = "/account/back-in-stock", "SITE", "SITE";
    /// Where shoppers ask something.
    Contact = "/contact", "SITE", "SITE";
    /// What the customer asked, and what was answered.
    Questions = "/account/questions", "ACCOUNT_SETTINGS", "SIGN_IN";
    /// The customer's orders, or the way to find one.
    Orders = "/account/orders", "ORDERS", "SIGN_IN";
}

impl ShopPath {
    /// The page at `path`, if that is one of these.
    pub fn at(path: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|it| it.text() == path)
    }

    /// Its `page.type` (`spec/pages.md` 2).
    pub fn page_type(self, is_signed_in: bool) -> &'static str {
        let (page_type, of_guests) = self.page_types();
        if is_signed_in { page_type } else { of_guests }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_is_found_at_its_path_and_below_a_segment_of_the_shop() {
        for page in ShopPath::ALL {
            assert_eq!(ShopPath::at(page.text()), Some(*page));
            let first = page.text().split('/').nth(1).unwrap_or_default();
            let is_own = SEGMENTS.iter().any(|(segment, _)| *segment == first);
            assert!(is_own || *page == ShopPath::Home, "{page:?}");
        }
    }
}
