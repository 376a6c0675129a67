# The words of the interface in English: every other language falls back to them.

## The language itself, and how it writes days, numbers and prices

format_name = English
format_locale = en_US
format_weekdays = Mon Tue Wed Thu Fri Sat Sun
format_months = January February March April May June July August September October November December
format_day = { $weekday } { $day }
format_day_of_month = { $day } { $month }
format_days_from_to = { $first } – { $last }
format_date = { $day } { $month } { $year }
format_decimal = .
format_group = ,
# From how many digits on the groups of three are set apart: 4 for 1,234 and 5 for 1234 beside 12,345.
format_grouped_from = 4
format_price = { $symbol }{ $amount }
# The same where the symbol is made of letters.
format_price_of_letters = { $symbol }{ "\u00A0" }{ $amount }

## The account widget in the header, and what is said in its live region: the browser says these too

widget_account = Account
widget_account_of = Account of { $customer }
widget_orders = Orders
widget_addresses = Addresses
widget_sessions = Signed-in devices
widget_sign_in = Sign in
widget_sign_out = Sign out
widget_signing_in = Signing in…
widget_signing_out = Signing out…
widget_create_account = Create account
widget_email = Email
widget_password = Password
widget_forgot_password = Forgot your password?
widget_email_me_a_code = Email me a code
widget_code = Six-digit code
widget_code_sent = We have sent a code to { $email }. It holds for 10 minutes.
widget_another_way = Sign in another way
widget_wrong_code = That is not the code in the newest email.
widget_code_over = This code is used up. Please ask for a new one.
widget_no_account_yet = New here?
widget_said_signed_in = You are signed in.
widget_said_registered = Your account is ready, and you are signed in.
widget_said_registration_sent = We have sent you an email. Its link opens your account.
widget_said_link_over = This link has been used already, or is too old. Please create your account again.
widget_said_signed_out = You are signed out.
widget_said_session_ended = Your session had ended. You are signed out.
widget_said_session_closed = That session has ended.
widget_said_others_closed = All other sessions have ended.
widget_said_password_changed = Your password is changed. All other sessions have ended.
widget_failed_no_session = Nobody was signed in.
widget_failed_unavailable = The shop could not sign you out just now. You are still signed in. Please try again.
widget_failed_still_signed_in = Signing out did not get through. You are still signed in. Please try again.
widget_failed_unreachable = The shop could not be reached. You may still be signed in. We will check as soon as you are back online.
widget_wrong_credentials = Email or password is wrong.
widget_too_many_attempts = { $minutes ->
    [one] Too many attempts. Please wait { $minutes } minute and try again.
   *[other] Too many attempts. Please wait { $minutes } minutes and try again.
}
widget_bad_email = Please enter an email address, like name@example.com.
widget_email_taken = This email already has an account. Sign in instead.
widget_bad_name = Please enter your name, up to 120 characters.
widget_bad_new_password = Please choose a password of at least 10 characters.
widget_wrong_current_password = That is not your current password.
widget_unreachable = The shop could not be reached. Please try again; nothing you typed is lost.
widget_sold_out = Sold out
widget_said_added = Added to your cart.
widget_said_removed = Removed from your cart.
widget_said_not_available = This product is no longer available.
widget_said_not_enough = There are not that many left. Your cart is unchanged.
widget_said_wrong_quantity = Please choose a quantity within the limits.
widget_said_wrong_price = Please name a price within the limits.
widget_said_not_offered = What was chosen is no longer offered. Please choose again.
widget_said_choose_first = Please choose what is marked with a star first.
widget_said_quantity = The quantity is changed.
widget_favourites = Favourites
widget_said_favourite = Added to your favourites.
widget_said_no_favourite = Removed from your favourites.
widget_said_alert = We email you once, when it is back.
widget_said_no_alert = We do not write to you about it.

## Frame, catalogue, account pages

shop_close = Close
shop_new_password = New password
shop_current_password = Current password
shop_name = Name
shop_new_password_hint = At least 10 characters. Three or four random words do well.
shop_have_account = Already have an account?
shop_sign_in_lead = Welcome back. It is good to see you.
shop_register_lead = With an account the shop knows you when you come back.
shop_account_lead = You are signed in as { $customer }.
shop_customer_since = Customer since { $date }
shop_group = Customer group: { $group }
shop_sessions_lead = These browsers are signed in to your account. Sign out the ones you do not know.
shop_this_session = This browser
shop_last_seen = Last used { $date }
shop_sign_out_here = Sign out here
shop_end_session = Sign out this browser
shop_end_other_sessions = Sign out everywhere else
shop_only_session = You are signed in nowhere else.
shop_unknown_device = Unknown browser
shop_change_password = Change password
shop_change_password_lead = Changing it signs you out everywhere else.
shop_sign_out_question = Sign out?
shop_sign_out_lead = You are signed in as { $customer }. Your account keeps everything; this browser forgets it.
shop_stay_signed_in = Stay signed in
shop_nobody_signed_in = Nobody is signed in here.
shop_known_subject = Your account at { $shop }
shop_known_text =
    Somebody, probably you, wanted to create an account with this email address. You have one already. Sign in here:
    { $link }

    If it was not you, there is nothing to do.
shop_confirm_subject = Open your account at { $shop }
shop_confirm_text =
    One click, and your account is open:
    { $link }

    The link works once, within a day. If you did not ask for an account, there is nothing to do.
shop_confirm_title = Open your account
shop_confirm_lead = Your email address is confirmed with one click.
shop_confirm_button = Open account
shop_skip_to_content = Skip to content
shop_footer_menu = Shop
shop_prices_note = All prices include tax, plus delivery.
shop_home = Home
shop_not_found_title = Page not found
shop_not_found_lead = It may have moved, or there is a typo in the address.
shop_back_to_shop = Back to the shop
shop_opens_soon = We are getting things ready here. Please come back soon.
shop_categories = Categories
shop_featured = Featured
shop_newest = New
shop_all_products = All products
shop_all_of = All of { $category }
shop_breadcrumbs = You are here
shop_was = Was
shop_on_sale = On sale
shop_choose = Choose
shop_details = Details
shop_add_to_cart = Add to cart
shop_products = { $count ->
    [0] No products
    [one] One product
   *[other] { $count } products
}
shop_sort_by = Sort by
shop_by_us = Recommended
shop_by_relevance = Best match
shop_by_newest = Newest
shop_by_price_up = Price, low to high
shop_by_price_down = Price, high to low
shop_by_name = Name, A to Z
shop_by_name_down = Name, Z to A
shop_apply = Apply
shop_nothing_found = Nothing fits all of this. Try fewer filters or another word.
shop_clear_filters = Clear filters
shop_pages = Pages
shop_page_of = Page { $page } of { $pages }
shop_earlier = Previous page
shop_show_more = Show more
shop_filters = Filters
shop_in_stock_only = In stock
shop_on_sale_only = On sale
shop_price = Price
shop_price_from = From
shop_price_to = To
shop_search_results = Results for “{ $keyword }”
shop_search_corrected = No results for “{ $keyword }”. Showing similar ones.
shop_search = Search
shop_search_products = Search products
shop_menu = Menu
shop_description = Description
shop_in_stock = In stock
shop_left_in_stock = { $count } left
shop_quantity = Quantity
shop_quantity_limits = { $least } to { $most } per order.
shop_update_price = Update price
shop_name_your_price = Name your price
shop_price_at_least = At least { $price }.
shop_price_at_most = At most { $price }.
shop_subscription = How often
shop_buy_once = Just once
shop_every_days = { $count ->
    [one] Every day
   *[other] Every { $count } days
}
shop_every_weeks = { $count ->
    [one] Every week
   *[other] Every { $count } weeks
}
shop_every_months = { $count ->
    [one] Every month
   *[other] Every { $count } months
}
shop_every_years = { $count ->
    [one] Every year
   *[other] Every { $count } years
}
shop_wholesale = Bulk prices
shop_from_quantity = From { $quantity }
shop_weight = Weight
shop_please_choose = Please choose
shop_files_later = Files cannot be uploaded here yet.
shop_picture_of = Picture { $number }
shop_pictures = Pictures of { $product }
shop_language = Language
shop_cart = Your cart
shop_cart_count = { $count ->
    [one] Cart, { $count } item
   *[other] Cart, { $count } items
}
shop_cart_empty = Your cart is empty.
shop_total = Total
shop_page_about = About us
shop_page_shipping = Shipping and payment
shop_page_returns = Returns
shop_page_terms = Terms
shop_page_privacy = Privacy
shop_page_impressum = Legal notice
shop_consent_title = What may this shop store?
shop_consent_lead = What the shop needs to work is stored in any case; for analytics and personalisation only what you agree to. You can change your mind at any time.
shop_consent_more = What that is
shop_consent_choose = Choose
shop_consent_accept = Accept
shop_consent_decline = Decline
shop_consent_keep = Keep this choice
shop_consent_kept = Your choice is kept.
shop_consent_analytics = Analytics: how the shop is used, to make it better
shop_consent_personalisation = Personalisation: what you looked at, and what the shop's helpers remember of you
shop_consent_settings = Cookie settings
shop_consent_necessary = What the shop needs to work
shop_consent_session = Who is signed in on this device, and that you were here before, so that nobody else can pretend it.
shop_consent_cart = Your cart, the orders you placed in this browser, and the language you chose.
shop_consent_answer = What you answered here, for half a year.
shop_fault_title = That did not work
shop_fault_too_many = That was more than the shop takes from one place in a short time. Nothing was changed. Please try again in an hour.
shop_fault_disk_full = The shop has no room left to store anything. Nothing was changed. Please try again later, or tell the shop.
shop_fault_unavailable = The shop is busy or being serviced. Nothing was changed. Please try again in a minute.
shop_fault_internal = Something broke on our side. Nothing was changed. Please try again; if it stays, tell the shop this number.
shop_fault_bad_request = The shop did not understand this request. Please go back, reload the page and try again.
shop_fault_forbidden = This request came from another website, so the shop refused it. Nothing was changed. Please use the shop's own pages.
shop_fault_timeout = This took too long, so the shop gave up. Please try again.
shop_fault_too_large = What was sent is too large for the shop.
shop_fault_method = This address takes no such request. Please use the shop's own pages.
shop_fault_not_found = There is nothing at this address.
shop_fault_id = Request { $id }

## Account pages, and e-mails about accounts

account_code_subject = { $code } is your code for { $shop }
account_code_text = Your code is { $code }. Enter it where you asked for it.
account_code_link =
    Or sign in with this link, in whatever browser you like:
    { $link }
account_code_opens = There is no account with this email address yet. Using the code or the link opens one.
account_code_joins = Your order { $order } will then stand in your account.
account_code_opens_for = This opens an account for you, with your order { $order } in it.
account_code_warning = Both work once, within 10 minutes. Nobody from the shop will ever ask you for the code. If it was not you who asked, there is nothing to do.
account_reset_title = Set a new password
account_reset_lead = Tell us your email address, and we send you a link to set a new password.
account_reset_send = Send the link
account_reset_new_lead = Choose a new password. It signs you out everywhere else.
account_reset_save = Save and sign in
account_reset_subject = Your password for { $shop }
account_reset_text =
    Set a new password here:
    { $link }

    The link works once, within an hour. If it was not you who asked, there is nothing to do: your password stays as it is.
account_no_account_text =
    Somebody, probably you, wanted to set a new password. There is no account with this email address. You can create one here:
    { $link }

    If it was not you, there is nothing to do.
account_told_reset_sent = If there is an account with this address, a link is on its way to it. Please look into your mail.
account_password_changed_subject = Your password for { $shop } was changed
account_password_changed_text =
    The password of your account was changed, and all other browsers were signed out.

    If it was not you, set a new one at once:
    { $link }
account_no_password_lead = You sign in by email and have no password. If you want one, we send you a link to set it.
account_no_password_button = Send me the link
account_details = Your details
account_change_name = Save name
account_told_name_changed = Your name is changed.
account_new_email = New email address
account_change_email = Change email address
account_change_email_lead = We send a link to the new address. Once it is clicked, the address is changed and all other browsers are signed out.
account_new_email_lead = One click, and { $email } is the email address of your account.
account_new_email_button = Use this address
account_new_address_subject = Your email address at { $shop }
account_new_address_text =
    One click, and this is the email address of your account:
    { $link }

    The link works once, within a day. If it was not you who asked, there is nothing to do.
account_address_taken_text =
    Somebody, probably you, wanted to use this email address for another account. It has an account already. Sign in here:
    { $link }

    If it was not you, there is nothing to do.
account_address_changed_subject = Your email address at { $shop } was changed
account_address_changed_text =
    Your account has the email address { $email } from now on. All other browsers were signed out.

    If it was not you, please write to us at once.
account_told_new_email_sent = We have sent a link to the new address. Your account keeps the old one until it is clicked.
account_told_email_changed = The email address is changed. All other browsers are signed out.
account_again_title = Please sign in once more
account_again_lead = What comes next is for you alone. So we ask again who you are if you signed in more than ten minutes ago.
account_offer_title = Next time without typing
account_offer_lead = With one click you get an account for { $email }: with this order and its address in it, and without a password to remember.
account_offer_button = Open my account
account_default_address = Default
account_make_default = Make default
account_no_addresses = You have no saved addresses yet.
account_seen_from = Signed in from the network { $network }
account_book_full = Your address book is full. Remove an address, then save this one again.
account_address_gone = This address was removed meanwhile. Save it again to keep it as a new one.
account_link_lead = One click, and you are signed in as { $email } in this browser.
account_link_over = This link has been used already, or is too old.
account_code_registers = New here? The code opens your account.
account_ask_again = Ask for a new one
account_told_account_kept = Your account stays.
account_deletion_subject = Your account at { $shop } will be deleted
account_deletion_text =
    You asked us to delete your account. That happens on { $date }.

    Did you change your mind, or was it not you? Sign in before then and choose “Keep my account”:
    { $link }
account_deleted_subject = Your account at { $shop } is deleted
account_deleted_text =
    Your account is deleted, and with it what we kept about you. Orders and invoices stay, with name and address, for as long as tax law asks; your email address and telephone number are taken out of them 30 days after the order is closed.

    This is our last email about it. We do not keep it either.
account_staff_title = The shop as a customer
account_staff_lead = You are about to see the shop as { $email } sees it, for an hour. You can shop for them; their password, email address and account stay out of reach. The customer is not told, and the log keeps who you are.
account_staff_begin = Go into the shop
account_staff_end = End
account_staff_bar = { $staff } is signed in as { $customer }, as a member of staff.
account_joined_subject = Your accounts at { $shop } are one now
account_joined_text =
    Your account with this email address was joined with your other one, { $email }. Orders, addresses and everything else are there now. This address opens no account any more; sign in with the other one:
    { $link }

    If you have no other account here, please write to us at once.

## Cart, checkout and orders

checkout_update = Update
checkout_coupon_apply = Apply
checkout_quantity_of = Quantity of { $product }
checkout_qty = Qty: { $quantity }
checkout_remove_it = Remove { $name }
checkout_undo = Undo
checkout_was_removed = “{ $product }” was removed from your cart.
checkout_keep_shopping = Keep shopping
checkout_each = { $price } each
checkout_gone = This is no longer sold.
checkout_sold_out_now = This has sold out.
checkout_only_left = Only { $count } left.
checkout_short_lead = Some of your order is no longer available as you wanted it. Choose how to go on:
checkout_take_instead = Change to { $count }
checkout_remove = Remove
checkout_coupon = Coupon
checkout_coupon_code = Coupon code
checkout_coupon_holds = Coupon “{ $coupon }” applied.
checkout_coupon_unknown = This coupon does not exist or has expired.
checkout_coupon_too_little = Your order is too small for this coupon.
checkout_take_off = Remove coupon
checkout_you_save = You save { $amount }
checkout_your_email = Your email
checkout_email_lead = We send your order confirmation there.
checkout_agree = I agree to the terms and have read the returns policy.
checkout_please_agree = Please agree to the terms to go on.
checkout_checkout = Checkout
checkout_added = Added to your cart
checkout_view_cart = View cart
checkout_until_free = { $amount } more and delivery is free.
checkout_delivery_is_free = Delivery is free for this order.
checkout_go_on = Continue
checkout_back = Back
checkout_change = Change
checkout_please_answer = Please answer this.
checkout_please_check = Please check what is marked below.
checkout_items = Subtotal
checkout_discount = Discount
checkout_coupon_named = Coupon “{ $coupon }”
checkout_shipping = Delivery
checkout_handling = Handling
checkout_tax_at = { $rate }% { $tax }
checkout_tax_within = Including { $tax }
checkout_free = Free
checkout_free_from = free from { $price }
checkout_price_from = from { $price }
checkout_returns = Returns
checkout_withdraw_online = You can withdraw from your order online.
checkout_later = Calculated at checkout
checkout_after_address = Once there is an address
checkout_not_chosen = Not chosen yet
checkout_summary = Your order
checkout_address = Address
checkout_shipping_address = Delivery address
checkout_billing_address = Billing address
checkout_same_address = Billing address is the same
checkout_full_name = Full name
checkout_company = Company (optional)
checkout_street = Street and number
checkout_street_2 = Flat, floor (optional)
checkout_city = Town
checkout_country = Country
checkout_state = State or region
checkout_postal_code = Postal code
checkout_phone = Phone (optional)
checkout_choose_country = Choose a country
checkout_choose_state = Choose a region
checkout_other_country = Update the fields for this country
checkout_wrong_email = Please enter an email address, like name@example.com.
checkout_wrong_name = Please enter a name.
checkout_wrong_street = Please enter street and number.
checkout_wrong_city = Please enter a town.
checkout_wrong_country = Please choose a country.
checkout_wrong_state = Please choose a region.
checkout_wrong_postal_code = This is not a postal code of that country.
checkout_saved_addresses = Your addresses
checkout_change_address = Change an address
checkout_new_address = New address
checkout_keep_address = Save address
checkout_use_address = Use this address
checkout_delivery_title = How would you like to get it?
checkout_no_delivery = We do not deliver there yet. Please choose another address.
checkout_choose_delivery = Please choose a way of delivery.
checkout_payment_title = How would you like to pay?
checkout_payment = Payment
checkout_no_payment = There is no payment method for this delivery.
checkout_choose_payment = Please choose a payment method.
checkout_payment_test = Test mode: no money is taken.
checkout_review_title = Check your order
checkout_comments = Anything we should know? (optional)
checkout_place_order = Buy now for { $total }
checkout_total_changed = The total has changed since you looked. Please check it and order again.
checkout_cart_changed = Something in your cart has changed since you looked. Please check it and order again.
checkout_thanks = Thank you, { $name }
checkout_thanks_lead = We have received your order { $order }. A confirmation is on its way to { $email }.
checkout_received = We have received your order { $order }.
checkout_order = Order { $number }
checkout_orders = Orders
checkout_no_orders = No orders found.
checkout_no_orders_yet = You have not ordered anything yet.
checkout_all_orders = All orders
checkout_edit_addresses = Edit addresses
checkout_placed_on = Placed on { $date }
checkout_from_day = From
checkout_to_day = To
checkout_search_orders = Search orders
checkout_show = Show
checkout_order_again = Order again
checkout_ordered_again = What is still available is in your cart.
checkout_status_awaiting_payment = Awaiting payment
checkout_status_paid = Paid
checkout_status_cancelled = Cancelled
checkout_status_refunded = Refunded
checkout_status_partially_refunded = Partially refunded
checkout_status_incomplete = Incomplete
checkout_status_awaiting_processing = Awaiting processing
checkout_status_processing = In progress
checkout_status_shipped = Shipped
checkout_status_delivered = Delivered
checkout_status_will_not_deliver = Will not be delivered
checkout_status_returned = Returned
checkout_status_ready_for_pickup = Ready for pickup
checkout_pickup_at = Pick up at
checkout_find_order = Find an order
checkout_find_order_lead = Ordered as a guest? The number and your email are enough.
checkout_see_order_lead = To see order { $order }, enter the email it was placed with.
checkout_order_number = Order number
checkout_order_not_found = We found no order with this number and email.
checkout_letter_subject = Your order { $order } at { $shop }
checkout_letter_lead = Thank you for your order. Here is a summary.
checkout_letter_look = See your order at any time: { $link }
checkout_pay_subject = Please pay your order { $order } at { $shop }
checkout_pay_lead = Thank you for your order. We have written it down for you. Here is a summary, and how to pay it.
checkout_pay_link = See your order, and how to pay it, here: { $link }
checkout_status_subject = Your order { $order }: { $status }
checkout_parcel = Your parcel: { $number }
checkout_withdraw = Withdraw from this order
checkout_withdraw_lead = You can withdraw without giving a reason. The next button sends your withdrawal; we confirm it at once by email.
checkout_withdraw_confirm = Confirm withdrawal
checkout_withdrawn = You withdrew from this order on { $date }.
checkout_withdraw_subject = Your withdrawal from order { $order }
checkout_withdraw_receipt = We received your withdrawal from order { $order } on { $date }.
checkout_news_subject = New order { $order }: { $total }
checkout_news_look = See the order in the back office: { $link }
checkout_withdrawn_subject = Withdrawal from order { $order }
checkout_withdrawn_news = { $email } withdrew from order { $order } on { $date }.
checkout_share = Share
checkout_share_on = Share on { $network }
checkout_tax_on_top = Plus { $tax }
checkout_per_unit = { $price } per { $unit }
checkout_whole_text = Show the full text

## What follows an order: payments online, downloads, invoices, subscriptions

after_sale_payment_waiting = We are waiting for your payment
after_sale_payment_waiting_lead = Order { $order } is placed once your payment of { $total } is confirmed. That may take a minute.
after_sale_look_again = Check again
after_sale_cancel_payment = Cancel the payment
after_sale_go_on_to_pay = Continue to the payment
after_sale_payment_held = We are looking into your payment
after_sale_payment_held_lead = A payment for order { $order } has arrived that does not fit the order any more. You will hear from us, and you will get either your order or your money back.
after_sale_payment_failed = The payment did not go through
after_sale_payment_failed_lead = You have not been charged. Your cart is as it was, so you can try again or pay another way.
after_sale_payment_failed_order = Order { $order } was not placed.
after_sale_try_again = Try again
after_sale_charge_failed_way =
    To confirm or to pay another way:
    { $link }
after_sale_charge_failed_text = We could not take { $amount } for your subscription. Your bank may want you to confirm the payment, or the card is no longer valid.
after_sale_charge_failed_subject = Please pay for order { $order }
after_sale_put_back = Put everything into the cart again
after_sale_payment_failed_way =
    To put what you chose into the cart again and pay:
    { $link }
after_sale_payment_failed_text = The payment for order { $order } did not go through. You have not been charged, and the order was not placed.
after_sale_payment_failed_subject = Your order at { $shop } was not placed
after_sale_pay_again = The payment did not go through, and you have not been charged. You can try again.
after_sale_pay_now = Pay { $total } by { $method }
after_sale_pay_title = This order is not paid yet
after_sale_downloads = Downloads
after_sale_downloads_later = You can download these files once the order is paid.
after_sale_download_left = { $count ->
    [one] { $count } download left
   *[other] { $count } downloads left
}
after_sale_download_until = until { $date }
after_sale_download_error = This download is not available
after_sale_download_expired = The link has expired.
after_sale_download_invalid = The link is not valid. Perhaps it was not copied whole, or the order has been cancelled.
after_sale_download_used = The link has been used as often as it may be.
after_sale_download_error_way = Your order shows what you can still download. If something is missing, please write to us.
after_sale_invoice = Invoice
after_sale_invoice_number = Invoice { $number }
after_sale_invoice_print = Print
after_sale_invoice_date = Invoice date
after_sale_invoice_delivered = Date of delivery
after_sale_invoice_order = Order
after_sale_invoice_payment = Payment
after_sale_invoice_vat_id = VAT number
after_sale_invoice_item = Item
after_sale_invoice_quantity = Quantity
after_sale_invoice_net = Net
after_sale_invoice_rate = Tax rate
after_sale_invoice_tax = Tax
after_sale_invoice_gross = Gross
after_sale_invoice_tax_on = { $tax } on { $net }
after_sale_invoice_total = Total, paid
after_sale_parcels = Parcels
after_sale_parcel_holds = In this parcel:
after_sale_parcel_rest = The rest follows in another parcel.
after_sale_parcel_sent = Sent on { $date }
after_sale_parcel_ready = Ready for you on { $date }
after_sale_parcel_arrived = Arrived on { $date }
after_sale_parcel_subject = A parcel of your order { $order } is on its way
after_sale_refund_subject = Refund for your order { $order }: { $amount }
after_sale_refund_text = We have refunded { $amount }. Depending on how you paid, it may take a few days to reach you.
after_sale_refund_on = Refunded on { $date }: { $amount }
after_sale_credit_note = Credit note
after_sale_credit_note_number = Credit note { $number }
after_sale_credit_note_date = Date of the credit note
after_sale_credit_note_for = For invoice { $number } of { $date }
after_sale_credit_note_line = Partial refund
after_sale_credit_note_total = Total, refunded
after_sale_withdrawal_open = We have received your withdrawal and will answer it by email.
after_sale_withdrawal_accepted = We have accepted your withdrawal.
after_sale_withdrawal_refused = We could not accept your withdrawal.
after_sale_withdrawal_settled = Your withdrawal is settled.
after_sale_withdrawal_accepted_subject = Your withdrawal from order { $order } is accepted
after_sale_withdrawal_refused_subject = Your withdrawal from order { $order } could not be accepted
after_sale_message_subject = About your order { $order }
after_sale_subscriptions = Subscriptions
after_sale_no_subscriptions = You have no subscriptions.
after_sale_all_subscriptions = All subscriptions
after_sale_manage_subscription = Manage subscription
after_sale_subscriptions_lead = See what is next, pause it or cancel it.
after_sale_subscription_find_lead = Subscribed as a guest? Find the first order by its number and your email, or open the link in our email about the subscription.
after_sale_subscription_notice = Subscription: { $product } · { $interval } · { $price } each time, plus delivery. It goes on until you cancel it, which you can do at any time.
after_sale_subscription_terms = { $product } · { $interval } · { $price } each time
after_sale_subscription_active = Active
after_sale_subscription_paused = Paused
after_sale_subscription_cancelled = Cancelled
after_sale_subscription_next = Next order on { $date }
after_sale_subscription_paused_lead = Nothing is ordered until you resume it; the date was { $date }.
after_sale_subscription_ended = Cancelled on { $date }. We have sent you a confirmation by email.
after_sale_subscription_pause = Pause
after_sale_subscription_resume = Resume
after_sale_subscription_cancel = Cancel subscription
after_sale_subscription_cancel_question = Cancel this subscription?
after_sale_subscription_cancel_lead = It ends at once: nothing more is ordered or charged. What you have ordered already still comes. We confirm this by email.
after_sale_subscription_cancel_now = Cancel now
after_sale_subscription_keep = Keep subscription
after_sale_subscription_sold_out = This has sold out for now.
after_sale_subscription_not_sold = This is no longer sold as you chose it.
after_sale_subscription_not_payable = This can no longer be paid as before.
after_sale_subscription_trouble_again = We try again every day, and you are charged for nothing until then.
after_sale_subscription_begun = Your subscription at { $shop }
after_sale_subscription_begun_way = See, pause or cancel your subscription at any time: { $link }
after_sale_subscription_renewed_lead = Your subscription goes on. Here is the order for this time.
after_sale_subscription_cancelled_subject = Your subscription at { $shop } is cancelled
after_sale_subscription_cancelled_receipt = We received your cancellation on { $date }. The subscription has ended, and nothing more is ordered.
after_sale_subscription_cancelled_news = Subscription { $number } was cancelled
after_sale_subscription_trouble_subject = Your subscription at { $shop } could not go on today
after_sale_subscription_trouble_news = Subscription { $number } could not be renewed

## Favourites, and e-mails about what is back in stock

favourites_save = Add to favourites
favourites_save_one = Add { $product } to favourites
favourites_saved = In your favourites
favourites_of_guest = They are kept in this browser. With an account you have them everywhere.
favourites_empty = You have no favourites yet. Press the heart of a product, and you find it here again.
favourites_remove = Remove
favourites_remove_one = Remove { $product } from your favourites
favourites_alert_title = Tell me when it is back
favourites_alert_lead = One email, as soon as you can buy it again.
favourites_alert_hint = If you are signed in and leave this empty, we write to your account’s address.
favourites_alert_button = Tell me
favourites_alert_asked = We tell you when it is back.
favourites_alert_stop = Do not tell me
favourites_mail_subject = { $product } is back
favourites_mail_text =
    “{ $product }” can be bought again:
    { $link }
favourites_mail_once = You asked us to tell you. This is the only email about it.
favourites_mail_stop = You wait for something else, and no longer want to hear of it? One click: { $link }
favourites_stop_title = No more of these emails
favourites_stop_lead = We then write to you about nothing that comes back in stock.
favourites_stop_button = Stop these emails
favourites_related = You may also like
favourites_recent = Recently viewed

## What is kept of a customer, and the deletion of an account

data_title = Your data
data_lead = Everything { $shop } keeps about you, as of { $date }.
data_as_json = Download as JSON
data_as_html = Download as a page
data_guest_orders = Orders you placed without signing in are not part of it. The page of such an order offers to put it into your account.
data_card_lead = See everything this shop keeps about you, take it with you, or delete your account.
data_see = See your data
data_delete = Delete account
data_delete_title = Delete your account
data_delete_lead = Your account is deleted one day after you ask for it. Until then you can change your mind.
data_goes_title = What is deleted
data_goes = Your name, email address and password, your addresses, cart, favourites and reviews, the list of your devices, and the emails we sent you. Subscriptions end. Single sign-on no longer knows you.
data_stays_title = What stays
data_stays = Orders and invoices, because tax law asks for them: with name and address for { $years } years. Nobody can see them in an account any more. Email address, telephone number and comments are taken out of them 30 days after an order has been sent, fetched or cancelled, and after a year in any case. Of an order that was never bought, nothing is kept then.
data_see_first = See and download your data first
data_delete_button = Delete my account
data_due = Your account will be deleted on { $date }. Until then it works as before.
data_keep = Keep my account
data_yes = Yes
data_no = No
data_account = Account
data_addresses = Addresses
data_sessions = Signed-in devices
data_devices = Devices that were signed in before
data_sign_ons = Sign-in by another site
data_requests = Codes and links asked for
data_emails = Emails we sent
data_alerts = Back-in-stock emails
data_id = Number
data_email = Email
data_name = Name
data_registered = Customer since
data_has_password = Has a password
data_will_be_deleted = Will be deleted on
data_group = Customer group
data_is_billing = Billing address
data_company = Company
data_street = Street
data_postal_code = Postal code
data_city = Town
data_region = Region
data_country = Country
data_phone = Phone
data_browser = Browser
data_network = Network
data_began = Began
data_last_used = Last used
data_ends = Ends at the latest
data_app = Site
data_user = Known there as
data_asked = Asked for
data_subject = Subject
data_written = Written
data_sent = Sent
data_text = Text
data_product = Product
data_product_id = Product number
data_sku = SKU
data_options = Options
data_quantity = Quantity
data_price = Price of one
data_items = Items
data_total = Total
data_currency = Currency
data_coupon = Coupon
data_delivery_address = Delivery address
data_billing_address = Billing address
data_fields = Further answers
data_comments = Comments
data_referer = Came from
data_number = Order number
data_placed = Placed
data_payment_status = Payment
data_paid = Paid
data_fulfillment_status = Delivery
data_shipped = Sent
data_withdrawn = Withdrawn
data_invoice = Invoice
data_interval = How often
data_status = Status
data_next = Next order
data_ended = Ended
data_added = Added
data_stars = Stars
data_headline = Title
data_changed = Changed
data_notes = Notes of the shop
data_tax_exempt = No tax is charged
data_tax_id = Tax number
data_reminder_agreed = Agreed to a reminder
data_parcels = Parcels
data_carrier = Carrier
data_tracking = Parcel number
data_arrived = Arrived
data_refunded = Refunded
data_payments = Online payments
data_provider = Payment provider
data_reference = Reference there
data_refunds = Paid back
data_amount = Amount
data_reason = Reason

## Around a product: delivery, reviews, videos

product_delivery_time = Estimated delivery
product_arrives = Arrives { $days }
product_ready = Ready { $days }
product_way_arrives = { $way }: { $days }
product_order_until = If you order by { $day }, { $hour }:00
product_reviews = Reviews
product_out_of_five = { $stars } out of 5 stars
product_no_reviews = No reviews yet.
product_write_review = Write a review
product_buyers_only = Reviews are written by customers who bought this here.
product_stars = { $count ->
    [one] { $count } star
   *[other] { $count } stars
}
product_review_by = { $name }, { $date }
product_newer_reviews = Newer reviews
product_older_reviews = Older reviews
product_review_of = Review { $product }
product_back_to_product = Back to the product
product_review_for_guests = Reviews are written by customers who bought the product. Sign in, or find your order by its number, and you can write yours.
product_review_for_customers = Reviews are written by customers who bought the product. As soon as an order of yours with it is paid or on its way, you can write one here.
product_review_stars = How many stars do you give it?
product_review_title = Title (optional)
product_review_text = What do you think of it?
product_review_name = Your name, as everybody sees it
product_review_name_hint = Your email address is not shown.
product_send_review = Send review
product_change_review = Change review
product_remove_review = Delete my review
product_review_thanks = Thank you.
product_review_pending = Your review will be seen here once we have read it.
product_review_published = Your review can be seen on the product’s page.
product_review_rejected = Your review is not shown. You can change it, and we will read it again.
product_review_removed = Your review is deleted.
product_review_of_other_order = This email address has reviewed the product already. Find the order it was written from to change it.
product_wrong_stars = Please choose one to five stars.
product_wrong_title = Please use at most 120 characters.
product_wrong_text = Please write a few words, up to 4,000 characters.
product_wrong_name = Please enter a name, up to 60 characters.
product_news_subject = Review of { $product }: { $stars } out of 5 stars
product_news_pending =
    Nobody sees it yet. To publish it: awning reviews publish { $review }
    To reject it: awning reviews reject { $review }
product_news_published = Shoppers see it. To take it back: awning reviews reject { $review }
product_video_of = Video of { $product }
product_play_video = Play the video of { $product } from { $host }
product_open_video = Open the video
product_video_host = Plays from { $host }, which then learns that you were here.
product_low_subject = { $count ->
    [one] Running low: one thing in your shop
   *[other] Running low: { $count } things in your shop
}
product_low_lead = There are few left of these:
product_low_line = { $product }: { $left } left
product_low_link = Their stock, and why it is what it is: { $link }

## What customers ask, and the emails about it

contact_title = Ask us something
contact_lead = We answer by email, and you find our answer here too.
contact_your_name = Your name
contact_topic = What is it about?
contact_order_number = Order number, if it is about one
contact_message = Your message
contact_send = Send
contact_privacy = We use your name and your address to answer you, and for nothing else.
contact_leave_empty = Please leave this empty
contact_thanks = Thank you. We have your message and answer by email.
contact_once_more = Please send it once more: the form lay open for too long, or was sent too quickly.
contact_ask_about = Ask about this
contact_wrong_name = Please enter your name.
contact_wrong_email = Please enter your email address.
contact_wrong_topic = Please say in a few words what it is about.
contact_wrong_text = Please write a message of at most 6,000 characters.
contact_questions = Your questions
contact_questions_lead = What you asked us, and our answers.
contact_all_questions = All questions
contact_no_questions = You have not asked us anything yet.
contact_messages = Messages
contact_status_open = Waiting for our answer
contact_status_answered = Answered
contact_status_closed = Closed
contact_reply = Write to us
contact_reply_send = Send
contact_reply_thanks = Thank you. We have your message and answer by email.
contact_link_over = This link does not open a question any more. Perhaps it was not copied whole.
contact_received_lead = Thank you for your message. We will answer you.
contact_about_product = About { $product }
contact_about_order = About order { $order }
contact_received_subject = Your message to { $shop }
contact_received_look = Your message and our answer stand here: { $link }
contact_answer_subject = Our answer: { $subject }
contact_answer_look = Read everything, and answer us, here: { $link }
contact_news_subject = { $name } asks: { $subject }
contact_news_look = Answer in the back office: { $link }

reminder_agree = Remind me once by email if I do not finish this order
reminder_mail_lead = You put something into your cart and asked us to remind you of it. It is still there:
reminder_mail_prices = Prices are those of today, without delivery.
reminder_mail_button = Back to your cart
reminder_mail_until = The link works for 30 days, on every device. This is the only reminder of this cart.
reminder_mail_stop_lead = You do not want to be reminded of any cart?
reminder_mail_stop = Stop these reminders
reminder_back_lead = This was in your cart, at the prices of today.
reminder_back_besides = There is something in your cart here already. It stays there, and nothing is doubled.
reminder_back_button = Continue with this cart
reminder_back_gone = Something that was in it is not sold any more.
reminder_back_nothing = Nothing of it can be bought any more.
reminder_back_over = This link is too old, or was not copied whole.
reminder_back_ordered = This cart has been ordered already. Thank you!
reminder_stop_title = No more reminders
reminder_stop_lead = We will not write to you any more about carts that you leave. Emails about your orders still come.
reminder_stop_button = Stop reminders
reminder_stopped = Done. We will not remind you of carts any more.
reminder_mail_subject = Your cart at { $shop }
