//! The texts of the account widget, and what is said in its live region: on both sides.

#[cfg(not(feature = "ssr"))]
use super::browser::widget_texts as texts;
#[cfg(feature = "ssr")]
use super::table::texts;

texts! {
    WidgetTexts, "widget";
    account, orders, addresses, sessions, sign_in, sign_out, signing_in, signing_out, create_account, email, password,
    forgot_password, email_me_a_code, code, another_way, wrong_code, code_over, no_account_yet, said_signed_in,
    said_registered, said_registration_sent, said_link_over, said_signed_out, said_session_ended, said_session_closed,
    said_others_closed, said_password_changed, failed_no_session, failed_unavailable, failed_still_signed_in,
    failed_unreachable, wrong_credentials, bad_email, email_taken, bad_name, bad_new_password, wrong_current_password,
    unreachable, sold_out, said_added, said_removed, said_not_available, said_not_enough, said_wrong_quantity,
    said_wrong_price, said_not_offered, said_choose_first, said_quantity, favourites, said_favourite, said_no_favourite,
    said_alert, said_no_alert;
    account_of(customer), code_sent(email), too_many_attempts(minutes)
}
