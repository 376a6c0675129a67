# The words of the interface in German.

## The language itself, and how it writes days, numbers and prices

format_name = Deutsch
format_locale = de_DE
format_weekdays = Mo. Di. Mi. Do. Fr. Sa. So.
format_months = Januar Februar März April Mai Juni Juli August September Oktober November Dezember
format_day = { $weekday }, { $day }.
format_day_of_month = { $day } { $month }
format_days_from_to = { $first } – { $last }
format_date = { $day }. { $month } { $year }
format_decimal = ,
format_group = .
format_grouped_from = 4
format_price = { $amount }{ "\u00A0" }{ $symbol }
format_price_of_letters = { $amount }{ "\u00A0" }{ $symbol }

## The account widget in the header, and what is said in its live region: the browser says these too

widget_account = Konto
widget_account_of = Konto von { $customer }
widget_orders = Bestellungen
widget_addresses = Adressen
widget_sessions = Angemeldete Geräte
widget_sign_in = Anmelden
widget_sign_out = Abmelden
widget_signing_in = Anmeldung läuft …
widget_signing_out = Abmeldung läuft …
widget_create_account = Konto anlegen
widget_email = E-Mail
widget_password = Passwort
widget_forgot_password = Passwort vergessen?
widget_email_me_a_code = Code per E-Mail senden
widget_code = Sechsstelliger Code
widget_code_sent = Wir haben einen Code an { $email } geschickt. Er gilt 10 Minuten.
widget_another_way = Anders anmelden
widget_wrong_code = Das ist nicht der Code aus der neuesten E-Mail.
widget_code_over = Dieser Code ist verbraucht. Bitte fordern Sie einen neuen an.
widget_no_account_yet = Neu hier?
widget_said_signed_in = Sie sind angemeldet.
widget_said_registered = Ihr Konto ist angelegt und Sie sind angemeldet.
widget_said_registration_sent = Wir haben Ihnen eine E-Mail geschickt. Der Link darin öffnet Ihr Konto.
widget_said_link_over = Dieser Link wurde schon benutzt oder ist zu alt. Bitte legen Sie Ihr Konto noch einmal an.
widget_said_signed_out = Sie sind abgemeldet.
widget_said_session_ended = Ihre Sitzung war beendet. Sie sind abgemeldet.
widget_said_session_closed = Dieser Browser ist abgemeldet.
widget_said_others_closed = Alle anderen Browser sind abgemeldet.
widget_said_password_changed = Ihr Passwort ist geändert. Alle anderen Sitzungen sind beendet.
widget_failed_no_session = Es war niemand angemeldet.
widget_failed_unavailable = Der Shop konnte Sie gerade nicht abmelden. Sie sind noch angemeldet. Bitte versuchen Sie es erneut.
widget_failed_still_signed_in = Die Abmeldung kam nicht an. Sie sind noch angemeldet. Bitte versuchen Sie es erneut.
widget_failed_unreachable = Der Shop war nicht erreichbar. Sie sind vielleicht noch angemeldet. Wir prüfen es, sobald Sie wieder online sind.
widget_wrong_credentials = E-Mail oder Passwort ist falsch.
widget_too_many_attempts = { $minutes ->
    [one] Zu viele Versuche. Bitte warten Sie { $minutes } Minute und versuchen Sie es erneut.
   *[other] Zu viele Versuche. Bitte warten Sie { $minutes } Minuten und versuchen Sie es erneut.
}
widget_bad_email = Bitte geben Sie eine gültige E-Mail-Adresse ein, zum Beispiel name@example.com.
widget_email_taken = Zu dieser E-Mail-Adresse gibt es schon ein Konto. Bitte melden Sie sich an.
widget_bad_name = Bitte geben Sie Ihren Namen ein, höchstens 120 Zeichen.
widget_bad_new_password = Bitte wählen Sie ein Passwort mit mindestens 10 Zeichen.
widget_wrong_current_password = Das ist nicht Ihr aktuelles Passwort.
widget_unreachable = Der Shop war nicht erreichbar. Bitte versuchen Sie es erneut; Ihre Eingaben bleiben erhalten.
widget_sold_out = Ausverkauft
widget_said_added = In den Warenkorb gelegt.
widget_said_removed = Aus dem Warenkorb entfernt.
widget_said_not_available = Dieses Produkt ist nicht mehr erhältlich.
widget_said_not_enough = So viele sind nicht mehr verfügbar. Ihr Warenkorb ist unverändert.
widget_said_wrong_quantity = Bitte wählen Sie eine zulässige Menge.
widget_said_wrong_price = Bitte geben Sie einen zulässigen Preis ein.
widget_said_not_offered = Diese Auswahl wird nicht mehr angeboten. Bitte wählen Sie neu.
widget_said_choose_first = Bitte treffen Sie zuerst jede mit * markierte Auswahl.
widget_said_quantity = Die Menge ist geändert.
widget_favourites = Merkliste
widget_said_favourite = Auf Ihrer Merkliste.
widget_said_no_favourite = Von Ihrer Merkliste entfernt.
widget_said_alert = Wir schreiben Ihnen einmal, wenn es wieder da ist.
widget_said_no_alert = Wir schreiben Ihnen dazu nicht.

## Frame, catalogue, account pages

shop_close = Schließen
shop_new_password = Neues Passwort
shop_current_password = Aktuelles Passwort
shop_name = Name
shop_new_password_hint = Mindestens 10 Zeichen. Drei oder vier zufällige Wörter sind gut.
shop_have_account = Sie haben schon ein Konto?
shop_sign_in_lead = Willkommen zurück. Schön, Sie zu sehen.
shop_register_lead = Mit einem Konto müssen Sie Ihre Adresse nicht noch einmal eingeben.
shop_account_lead = Sie sind angemeldet als { $customer }.
shop_customer_since = Kunde seit { $date }
shop_group = Kundengruppe: { $group }
shop_sessions_lead = Diese Browser sind in Ihrem Konto angemeldet. Melden Sie ab, was Sie nicht kennen.
shop_this_session = Dieser Browser
shop_last_seen = Zuletzt verwendet { $date }
shop_sign_out_here = Hier abmelden
shop_end_session = Diesen Browser abmelden
shop_end_other_sessions = Überall sonst abmelden
shop_only_session = Sie sind sonst nirgends angemeldet.
shop_unknown_device = Unbekannter Browser
shop_change_password = Passwort ändern
shop_change_password_lead = Dabei werden Sie überall sonst abgemeldet.
shop_sign_out_question = Abmelden?
shop_sign_out_lead = Sie sind angemeldet als { $customer }. Ihr Konto behält alles; dieser Browser vergisst es.
shop_stay_signed_in = Angemeldet bleiben
shop_nobody_signed_in = Hier ist niemand angemeldet.
shop_known_subject = Ihr Konto bei { $shop }
shop_known_text =
    Jemand, vermutlich Sie selbst, wollte mit dieser E-Mail-Adresse ein Konto anlegen. Sie haben bereits eines. Hier melden Sie sich an:
    { $link }

    Waren Sie es nicht, brauchen Sie nichts zu tun.
shop_confirm_subject = Öffnen Sie Ihr Konto bei { $shop }
shop_confirm_text =
    Ein Klick, und Ihr Konto ist offen:
    { $link }

    Der Link gilt einmal und einen Tag lang. Haben Sie kein Konto gewünscht, brauchen Sie nichts zu tun.
shop_confirm_title = Konto öffnen
shop_confirm_lead = Mit einem Klick bestätigen Sie Ihre E-Mail-Adresse.
shop_confirm_button = Konto öffnen
shop_skip_to_content = Zum Inhalt
shop_footer_menu = Shop
shop_prices_note = Alle Preise inkl. MwSt., zzgl. Versand.
shop_home = Startseite
shop_not_found_title = Seite nicht gefunden
shop_not_found_lead = Sie ist umgezogen, oder die Adresse enthält einen Tippfehler.
shop_back_to_shop = Zurück zum Shop
shop_opens_soon = Wir richten den Laden gerade ein. Bitte schauen Sie bald wieder vorbei.
shop_categories = Kategorien
shop_featured = Empfohlen
shop_newest = Neu
shop_all_products = Alle Produkte
shop_all_of = Alles in { $category }
shop_breadcrumbs = Sie sind hier
shop_was = Vorher
shop_on_sale = Reduziert
shop_choose = Auswählen
shop_details = Ansehen
shop_add_to_cart = In den Warenkorb
shop_products = { $count ->
    [0] Keine Produkte
    [one] Ein Produkt
   *[other] { $count } Produkte
}
shop_sort_by = Sortieren
shop_by_us = Empfohlen
shop_by_relevance = Beste Treffer
shop_by_newest = Neueste
shop_by_price_up = Preis aufsteigend
shop_by_price_down = Preis absteigend
shop_by_name = Name, A bis Z
shop_by_name_down = Name, Z bis A
shop_apply = Anwenden
shop_nothing_found = Dazu passt kein Produkt. Versuchen Sie es mit weniger Filtern oder einem anderen Wort.
shop_clear_filters = Filter löschen
shop_pages = Seiten
shop_page_of = Seite { $page } von { $pages }
shop_earlier = Vorige Seite
shop_show_more = Mehr anzeigen
shop_filters = Filter
shop_in_stock_only = Auf Lager
shop_on_sale_only = Reduziert
shop_price = Preis
shop_price_from = Von
shop_price_to = Bis
shop_search_results = Treffer für „{ $keyword }“
shop_search_corrected = Keine Treffer für „{ $keyword }“. Ähnliche Ergebnisse:
shop_search = Suchen
shop_search_products = Produkte suchen
shop_menu = Menü
shop_description = Beschreibung
shop_in_stock = Auf Lager
shop_left_in_stock = noch { $count }
shop_quantity = Menge
shop_quantity_limits = { $least } bis { $most } pro Bestellung.
shop_update_price = Preis aktualisieren
shop_name_your_price = Ihr Preis
shop_price_at_least = Mindestens { $price }.
shop_price_at_most = Höchstens { $price }.
shop_subscription = Lieferrhythmus
shop_buy_once = Einmalig
shop_every_days = { $count ->
    [one] Jeden Tag
   *[other] Alle { $count } Tage
}
shop_every_weeks = { $count ->
    [one] Jede Woche
   *[other] Alle { $count } Wochen
}
shop_every_months = { $count ->
    [one] Jeden Monat
   *[other] Alle { $count } Monate
}
shop_every_years = { $count ->
    [one] Jedes Jahr
   *[other] Alle { $count } Jahre
}
shop_wholesale = Staffelpreise
shop_from_quantity = Ab { $quantity }
shop_weight = Gewicht
shop_please_choose = Bitte wählen
shop_files_later = Dateien lassen sich hier noch nicht hochladen.
shop_picture_of = Bild { $number }
shop_pictures = Bilder von { $product }
shop_language = Sprache
shop_cart = Ihr Warenkorb
shop_cart_count = Warenkorb, { $count } Artikel
shop_cart_empty = Ihr Warenkorb ist leer.
shop_total = Summe
shop_page_about = Über uns
shop_page_shipping = Versand und Zahlung
shop_page_returns = Widerruf und Rückgabe
shop_page_terms = AGB
shop_page_privacy = Datenschutz
shop_page_impressum = Impressum
shop_consent_title = Was darf dieser Shop speichern?
shop_consent_lead = Was der Shop braucht, um zu funktionieren, speichert er immer; für Statistik und Personalisierung nur, was Sie erlauben. Sie können es jederzeit ändern.
shop_consent_more = Was das ist
shop_consent_choose = Auswählen
shop_consent_accept = Zustimmen
shop_consent_decline = Ablehnen
shop_consent_keep = Auswahl speichern
shop_consent_kept = Ihre Auswahl ist gespeichert.
shop_consent_analytics = Statistik: wie der Shop genutzt wird, um ihn zu verbessern
shop_consent_personalisation = Personalisierung: was Sie angesehen haben, und was sich die Helfer des Shops von Ihnen merken
shop_consent_settings = Cookie-Einstellungen
shop_consent_necessary = Was der Shop braucht
shop_consent_session = Wer auf diesem Gerät angemeldet ist, und dass Sie schon hier waren, damit niemand anders das vorgibt.
shop_consent_cart = Ihr Warenkorb, die Bestellungen aus diesem Browser und die Sprache, die Sie gewählt haben.
shop_consent_answer = Was Sie hier geantwortet haben, für ein halbes Jahr.
shop_fault_title = Das hat nicht geklappt
shop_fault_too_many = Das war mehr, als der Shop in kurzer Zeit von einer Stelle annimmt. Es wurde nichts geändert. Bitte versuchen Sie es in einer Stunde erneut.
shop_fault_disk_full = Der Shop kann gerade nichts mehr speichern. Es wurde nichts geändert. Bitte versuchen Sie es später erneut oder sagen Sie dem Shop Bescheid.
shop_fault_unavailable = Der Shop ist ausgelastet oder wird gewartet. Es wurde nichts geändert. Bitte versuchen Sie es in einer Minute erneut.
shop_fault_internal = Bei uns ist ein Fehler aufgetreten. Es wurde nichts geändert. Bitte versuchen Sie es erneut; tritt er wieder auf, nennen Sie dem Shop diese Nummer.
shop_fault_bad_request = Der Shop hat diese Anfrage nicht verstanden. Bitte gehen Sie zurück, laden Sie die Seite neu und versuchen Sie es erneut.
shop_fault_forbidden = Diese Anfrage kam von einer anderen Website und wurde deshalb abgelehnt. Es wurde nichts geändert. Bitte benutzen Sie die Seiten des Shops.
shop_fault_timeout = Das hat zu lange gedauert. Bitte versuchen Sie es erneut.
shop_fault_too_large = Die Anfrage ist zu groß.
shop_fault_method = Diese Adresse nimmt keine solche Anfrage an. Bitte benutzen Sie die Seiten des Shops.
shop_fault_not_found = Unter dieser Adresse gibt es nichts.
shop_fault_id = Anfrage { $id }

## Account pages, and e-mails about accounts

account_code_subject = { $code } ist Ihr Code für { $shop }
account_code_text = Ihr Code lautet { $code }. Geben Sie ihn dort ein, wo Sie ihn angefordert haben.
account_code_link =
    Oder melden Sie sich mit diesem Link an, in welchem Browser Sie möchten:
    { $link }
account_code_opens = Zu dieser E-Mail-Adresse gibt es noch kein Konto. Mit dem Code oder dem Link wird eines angelegt.
account_code_joins = Ihre Bestellung { $order } steht danach in Ihrem Konto.
account_code_opens_for = Damit wird ein Konto für Sie angelegt, in dem Ihre Bestellung { $order } steht.
account_code_warning = Beide gelten einmal und 10 Minuten lang. Niemand vom Shop wird Sie je nach dem Code fragen. Haben Sie ihn nicht angefordert, brauchen Sie nichts zu tun.
account_reset_title = Neues Passwort setzen
account_reset_lead = Nennen Sie uns Ihre E-Mail-Adresse, und wir schicken Ihnen einen Link, mit dem Sie ein neues Passwort setzen.
account_reset_send = Link senden
account_reset_new_lead = Wählen Sie ein neues Passwort. Sie werden dabei überall sonst abgemeldet.
account_reset_save = Speichern und anmelden
account_reset_subject = Ihr Passwort für { $shop }
account_reset_text =
    Hier setzen Sie ein neues Passwort:
    { $link }

    Der Link gilt einmal und eine Stunde lang. Haben Sie ihn nicht angefordert, brauchen Sie nichts zu tun: Ihr Passwort bleibt, wie es ist.
account_no_account_text =
    Jemand, vermutlich Sie selbst, wollte ein neues Passwort setzen. Zu dieser E-Mail-Adresse gibt es kein Konto. Hier können Sie eines anlegen:
    { $link }

    Waren Sie es nicht, brauchen Sie nichts zu tun.
account_told_reset_sent = Wenn es zu dieser Adresse ein Konto gibt, ist ein Link dorthin unterwegs. Bitte sehen Sie in Ihrem Postfach nach.
account_password_changed_subject = Ihr Passwort für { $shop } wurde geändert
account_password_changed_text =
    Das Passwort Ihres Kontos wurde geändert, und alle anderen Browser wurden abgemeldet.

    Waren Sie es nicht, setzen Sie sofort ein neues:
    { $link }
account_no_password_lead = Sie melden sich per E-Mail an und haben kein Passwort. Wenn Sie eines möchten, schicken wir Ihnen einen Link dafür.
account_no_password_button = Link senden
account_details = Ihre Angaben
account_change_name = Namen speichern
account_told_name_changed = Ihr Name ist geändert.
account_new_email = Neue E-Mail-Adresse
account_change_email = E-Mail-Adresse ändern
account_change_email_lead = Wir schicken einen Link an die neue Adresse. Mit dem Klick darauf ist sie geändert, und alle anderen Browser werden abgemeldet.
account_new_email_lead = Ein Klick, und { $email } ist die E-Mail-Adresse Ihres Kontos.
account_new_email_button = Diese Adresse verwenden
account_new_address_subject = Ihre E-Mail-Adresse bei { $shop }
account_new_address_text =
    Ein Klick, und dies ist die E-Mail-Adresse Ihres Kontos:
    { $link }

    Der Link gilt einmal und einen Tag lang. Haben Sie ihn nicht angefordert, brauchen Sie nichts zu tun.
account_address_taken_text =
    Jemand, vermutlich Sie selbst, wollte diese E-Mail-Adresse für ein anderes Konto verwenden. Es gibt schon ein Konto mit ihr. Hier melden Sie sich an:
    { $link }

    Waren Sie es nicht, brauchen Sie nichts zu tun.
account_address_changed_subject = Ihre E-Mail-Adresse bei { $shop } wurde geändert
account_address_changed_text =
    Ihr Konto hat ab jetzt die E-Mail-Adresse { $email }. Alle anderen Browser wurden abgemeldet.

    Waren Sie es nicht, schreiben Sie uns bitte sofort.
account_told_new_email_sent = Wir haben einen Link an die neue Adresse geschickt. Bis zum Klick darauf behält Ihr Konto die alte.
account_told_email_changed = Die E-Mail-Adresse ist geändert. Alle anderen Browser sind abgemeldet.
account_again_title = Bitte melden Sie sich noch einmal an
account_again_lead = Was jetzt kommt, ist nur für Sie. Deshalb fragen wir noch einmal, wer Sie sind, wenn Ihre Anmeldung länger als zehn Minuten her ist.
account_offer_title = Beim nächsten Mal ohne Tippen
account_offer_lead = Mit einem Klick bekommen Sie ein Konto für { $email }: mit dieser Bestellung und ihrer Adresse darin, und ohne Passwort, das man sich merken muss.
account_offer_button = Mein Konto anlegen
account_default_address = Standard
account_make_default = Als Standard verwenden
account_no_addresses = Sie haben noch keine Adressen gespeichert.
account_seen_from = Angemeldet aus dem Netz { $network }
account_book_full = Ihr Adressbuch ist voll. Entfernen Sie eine Adresse und speichern Sie diese dann noch einmal.
account_address_gone = Diese Adresse wurde inzwischen entfernt. Speichern Sie sie noch einmal, um sie als neue zu behalten.
account_link_lead = Ein Klick, und Sie sind in diesem Browser als { $email } angemeldet.
account_link_over = Dieser Link wurde schon benutzt oder ist zu alt.
account_code_registers = Neu hier? Mit dem Code wird Ihr Konto angelegt.
account_ask_again = Neuen anfordern
account_told_account_kept = Ihr Konto bleibt bestehen.
account_deletion_subject = Ihr Konto bei { $shop } wird gelöscht
account_deletion_text =
    Sie haben uns gebeten, Ihr Konto zu löschen. Das geschieht am { $date }.

    Haben Sie es sich anders überlegt, oder waren Sie das nicht? Melden Sie sich bis dahin an und wählen Sie „Konto behalten“:
    { $link }
account_deleted_subject = Ihr Konto bei { $shop } ist gelöscht
account_deleted_text =
    Ihr Konto ist gelöscht, und mit ihm, was wir dazu gespeichert hatten. Bestellungen und Rechnungen bleiben mit Name und Anschrift so lange, wie das Steuerrecht es verlangt; Ihre E-Mail-Adresse und Telefonnummer werden 30 Tage, nachdem die Bestellung abgeschlossen ist, daraus entfernt.

    Dies ist unsere letzte E-Mail dazu. Wir bewahren auch sie nicht auf.
account_staff_title = Der Shop aus Sicht eines Kunden
account_staff_lead = Sie sehen den Shop gleich so, wie { $email } ihn sieht, für eine Stunde. Sie können für diese Person einkaufen; Passwort, E-Mail-Adresse und Konto bleiben unerreichbar. Der Kunde erfährt davon nichts, und das Protokoll hält fest, wer Sie sind.
account_staff_begin = In den Shop gehen
account_staff_end = Beenden
account_staff_bar = { $staff } ist als { $customer } angemeldet, als Mitarbeiter.
account_joined_subject = Ihre Konten bei { $shop } sind jetzt eines
account_joined_text =
    Ihr Konto mit dieser E-Mail-Adresse wurde mit Ihrem anderen, { $email }, zusammengelegt. Bestellungen, Adressen und alles andere stehen jetzt dort. Diese Adresse öffnet kein Konto mehr; melden Sie sich mit der anderen an:
    { $link }

    Falls Sie hier kein anderes Konto haben, schreiben Sie uns bitte sofort.

## Cart, checkout and orders

checkout_update = Aktualisieren
checkout_coupon_apply = Einlösen
checkout_quantity_of = Menge von { $product }
checkout_qty = Menge: { $quantity }
checkout_remove_it = { $name } entfernen
checkout_undo = Rückgängig
checkout_was_removed = „{ $product }“ wurde aus Ihrem Warenkorb entfernt.
checkout_keep_shopping = Weiter einkaufen
checkout_each = je { $price }
checkout_gone = Dieser Artikel wird nicht mehr verkauft.
checkout_sold_out_now = Dieser Artikel ist ausverkauft.
checkout_only_left = Nur noch { $count } verfügbar.
checkout_short_lead = Ein Teil Ihrer Bestellung ist nicht mehr wie gewünscht lieferbar. Bitte wählen Sie, wie es weitergeht:
checkout_take_instead = Auf { $count } ändern
checkout_remove = Entfernen
checkout_coupon = Gutschein
checkout_coupon_code = Gutscheincode
checkout_coupon_holds = Gutschein „{ $coupon }“ eingelöst.
checkout_coupon_unknown = Diesen Gutschein gibt es nicht, oder er ist abgelaufen.
checkout_coupon_too_little = Ihr Bestellwert ist für diesen Gutschein zu niedrig.
checkout_take_off = Gutschein entfernen
checkout_you_save = Sie sparen { $amount }
checkout_your_email = Ihre E-Mail-Adresse
checkout_email_lead = Dorthin senden wir die Bestellbestätigung.
checkout_agree = Ich stimme den AGB zu und habe die Widerrufsbelehrung gelesen.
checkout_please_agree = Bitte stimmen Sie den AGB zu, um fortzufahren.
checkout_checkout = Zur Kasse
checkout_added = In Ihren Warenkorb gelegt
checkout_view_cart = Warenkorb ansehen
checkout_until_free = Noch { $amount } bis zur kostenlosen Lieferung.
checkout_delivery_is_free = Die Lieferung ist für diese Bestellung kostenlos.
checkout_go_on = Weiter
checkout_back = Zurück
checkout_change = Ändern
checkout_please_answer = Bitte füllen Sie dieses Feld aus.
checkout_please_check = Bitte prüfen Sie, was unten markiert ist.
checkout_items = Zwischensumme
checkout_discount = Rabatt
checkout_coupon_named = Gutschein „{ $coupon }“
checkout_shipping = Versand
checkout_handling = Bearbeitungsgebühr
checkout_tax_at = { $rate }{ "\u00A0" }% { $tax }
checkout_tax_within = inkl. { $tax }
checkout_free = Kostenlos
checkout_free_from = kostenlos ab { $price }
checkout_price_from = ab { $price }
checkout_returns = Rückgabe
checkout_withdraw_online = Sie können Ihre Bestellung online widerrufen.
checkout_later = Wird an der Kasse berechnet
checkout_after_address = Sobald es eine Adresse gibt
checkout_not_chosen = Noch nicht gewählt
checkout_summary = Ihre Bestellung
checkout_address = Adresse
checkout_shipping_address = Lieferadresse
checkout_billing_address = Rechnungsadresse
checkout_same_address = Rechnungsadresse ist gleich der Lieferadresse
checkout_full_name = Vor- und Nachname
checkout_company = Firma (optional)
checkout_street = Straße und Hausnummer
checkout_street_2 = Wohnung, Etage (optional)
checkout_city = Ort
checkout_country = Land
checkout_state = Bundesland oder Region
checkout_postal_code = Postleitzahl
checkout_phone = Telefon (optional)
checkout_choose_country = Bitte Land wählen
checkout_choose_state = Bitte Region wählen
checkout_other_country = Felder für dieses Land anzeigen
checkout_wrong_email = Bitte geben Sie eine gültige E-Mail-Adresse ein, zum Beispiel name@example.com.
checkout_wrong_name = Bitte geben Sie einen Namen ein.
checkout_wrong_street = Bitte geben Sie Straße und Hausnummer ein.
checkout_wrong_city = Bitte geben Sie einen Ort ein.
checkout_wrong_country = Bitte wählen Sie ein Land.
checkout_wrong_state = Bitte wählen Sie eine Region.
checkout_wrong_postal_code = Diese Postleitzahl passt nicht zum gewählten Land.
checkout_saved_addresses = Ihre Adressen
checkout_change_address = Adresse ändern
checkout_new_address = Neue Adresse
checkout_keep_address = Adresse speichern
checkout_use_address = Diese Adresse verwenden
checkout_delivery_title = Wie möchten Sie Ihre Bestellung erhalten?
checkout_no_delivery = Dorthin liefern wir noch nicht. Bitte wählen Sie eine andere Adresse.
checkout_choose_delivery = Bitte wählen Sie eine Versandart.
checkout_payment_title = Wie möchten Sie bezahlen?
checkout_payment = Zahlung
checkout_no_payment = Für diesen Versand gibt es keine Zahlungsart.
checkout_choose_payment = Bitte wählen Sie eine Zahlungsart.
checkout_payment_test = Testbetrieb: Es wird kein Geld abgebucht.
checkout_review_title = Bestellung prüfen
checkout_comments = Anmerkungen zur Bestellung (optional)
checkout_place_order = Für { $total } zahlungspflichtig bestellen
checkout_total_changed = Die Gesamtsumme hat sich inzwischen geändert. Bitte prüfen Sie sie und bestellen Sie noch einmal.
checkout_cart_changed = In Ihrem Warenkorb hat sich inzwischen etwas geändert. Bitte prüfen Sie ihn und bestellen Sie noch einmal.
checkout_thanks = Vielen Dank, { $name }
checkout_thanks_lead = Wir haben Ihre Bestellung { $order } erhalten. Eine Bestätigung ist unterwegs an { $email }.
checkout_received = Wir haben Ihre Bestellung { $order } erhalten.
checkout_order = Bestellung { $number }
checkout_orders = Bestellungen
checkout_no_orders = Keine Bestellungen gefunden.
checkout_no_orders_yet = Sie haben noch nichts bestellt.
checkout_all_orders = Alle Bestellungen
checkout_edit_addresses = Adressen bearbeiten
checkout_placed_on = Bestellt am { $date }
checkout_from_day = Von
checkout_to_day = Bis
checkout_search_orders = Bestellungen suchen
checkout_show = Anzeigen
checkout_order_again = Erneut bestellen
checkout_ordered_again = Was noch erhältlich ist, liegt in Ihrem Warenkorb.
checkout_status_awaiting_payment = Wartet auf Zahlung
checkout_status_paid = Bezahlt
checkout_status_cancelled = Storniert
checkout_status_refunded = Erstattet
checkout_status_partially_refunded = Teilweise erstattet
checkout_status_incomplete = Unvollständig
checkout_status_awaiting_processing = Wartet auf Bearbeitung
checkout_status_processing = In Bearbeitung
checkout_status_shipped = Versandt
checkout_status_delivered = Zugestellt
checkout_status_will_not_deliver = Wird nicht zugestellt
checkout_status_returned = Zurückgesandt
checkout_status_ready_for_pickup = Abholbereit
checkout_pickup_at = Abholung bei
checkout_find_order = Bestellung finden
checkout_find_order_lead = Als Gast bestellt? Bestellnummer und E-Mail-Adresse genügen.
checkout_see_order_lead = Um die Bestellung { $order } anzusehen, geben Sie die E-Mail-Adresse ein, mit der sie aufgegeben wurde.
checkout_order_number = Bestellnummer
checkout_order_not_found = Zu dieser Nummer und E-Mail-Adresse haben wir keine Bestellung gefunden.
checkout_letter_subject = Ihre Bestellung { $order } bei { $shop }
checkout_letter_lead = Vielen Dank für Ihre Bestellung. Hier ist die Übersicht.
checkout_letter_look = Ihre Bestellung jederzeit ansehen: { $link }
checkout_pay_subject = Bitte bezahlen Sie Ihre Bestellung { $order } bei { $shop }
checkout_pay_lead = Vielen Dank für Ihre Bestellung. Wir haben sie für Sie aufgenommen. Hier ist eine Übersicht, und wie Sie bezahlen.
checkout_pay_link = Ihre Bestellung, und wie Sie sie bezahlen, sehen Sie hier: { $link }
checkout_status_subject = Ihre Bestellung { $order }: { $status }
checkout_parcel = Ihre Sendung: { $number }
checkout_withdraw = Vertrag widerrufen
checkout_withdraw_lead = Sie können ohne Angabe von Gründen widerrufen. Mit dem nächsten Knopf senden Sie Ihren Widerruf ab; wir bestätigen ihn sofort per E-Mail.
checkout_withdraw_confirm = Widerruf bestätigen
checkout_withdrawn = Sie haben diese Bestellung am { $date } widerrufen.
checkout_withdraw_subject = Ihr Widerruf der Bestellung { $order }
checkout_withdraw_receipt = Wir haben Ihren Widerruf der Bestellung { $order } am { $date } erhalten.
checkout_news_subject = Neue Bestellung { $order }: { $total }
checkout_news_look = Die Bestellung im Back Office ansehen: { $link }
checkout_withdrawn_subject = Widerruf der Bestellung { $order }
checkout_withdrawn_news = { $email } hat die Bestellung { $order } am { $date } widerrufen.
checkout_share = Teilen
checkout_share_on = Auf { $network } teilen
checkout_tax_on_top = zzgl. { $tax }
checkout_per_unit = { $price } je { $unit }
checkout_whole_text = Ganzen Text anzeigen

## What follows an order: payments online, downloads, invoices, subscriptions

after_sale_payment_waiting = Wir warten auf Ihre Zahlung
after_sale_payment_waiting_lead = Ihre Bestellung { $order } gilt, sobald Ihre Zahlung von { $total } bestätigt ist. Das kann eine Minute dauern.
after_sale_look_again = Noch einmal nachsehen
after_sale_cancel_payment = Zahlung abbrechen
after_sale_go_on_to_pay = Weiter zur Zahlung
after_sale_payment_held = Wir prüfen Ihre Zahlung
after_sale_payment_held_lead = Für die Bestellung { $order } ist eine Zahlung eingegangen, die nicht mehr zu ihr passt. Sie hören von uns und bekommen entweder Ihre Bestellung oder Ihr Geld zurück.
after_sale_payment_failed = Die Zahlung hat nicht geklappt
after_sale_payment_failed_lead = Es wurde nichts abgebucht. Ihr Warenkorb ist, wie er war: Sie können es noch einmal versuchen oder anders bezahlen.
after_sale_payment_failed_order = Die Bestellung { $order } wurde nicht aufgegeben.
after_sale_try_again = Noch einmal versuchen
after_sale_charge_failed_way =
    Hier bestätigen Sie die Zahlung oder bezahlen anders:
    { $link }
after_sale_charge_failed_text = Wir konnten { $amount } für Ihr Abonnement nicht abbuchen. Vielleicht möchte Ihre Bank, dass Sie die Zahlung bestätigen, oder die Karte gilt nicht mehr.
after_sale_charge_failed_subject = Bitte bezahlen Sie die Bestellung { $order }
after_sale_put_back = Alles noch einmal in den Warenkorb legen
after_sale_payment_failed_way =
    Hier legen Sie alles noch einmal in den Warenkorb und bezahlen:
    { $link }
after_sale_payment_failed_text = Die Zahlung für die Bestellung { $order } hat nicht geklappt. Es wurde nichts abgebucht, und die Bestellung wurde nicht aufgegeben.
after_sale_payment_failed_subject = Ihre Bestellung bei { $shop } wurde nicht aufgegeben
after_sale_pay_again = Die Zahlung hat nicht geklappt, und es wurde nichts abgebucht. Sie können es noch einmal versuchen.
after_sale_pay_now = { $total } bezahlen mit { $method }
after_sale_pay_title = Diese Bestellung ist noch nicht bezahlt
after_sale_downloads = Downloads
after_sale_downloads_later = Sie können diese Dateien herunterladen, sobald die Bestellung bezahlt ist.
after_sale_download_left = { $count ->
    [one] noch { $count } Download
   *[other] noch { $count } Downloads
}
after_sale_download_until = bis { $date }
after_sale_download_error = Dieser Download ist nicht verfügbar
after_sale_download_expired = Der Link ist abgelaufen.
after_sale_download_invalid = Der Link gilt nicht. Vielleicht wurde er nicht ganz kopiert, oder die Bestellung ist storniert.
after_sale_download_used = Der Link wurde schon so oft benutzt, wie es geht.
after_sale_download_error_way = Ihre Bestellung zeigt, was Sie noch herunterladen können. Fehlt etwas, schreiben Sie uns bitte.
after_sale_invoice = Rechnung
after_sale_invoice_number = Rechnung { $number }
after_sale_invoice_print = Drucken
after_sale_invoice_date = Rechnungsdatum
after_sale_invoice_delivered = Lieferdatum
after_sale_invoice_order = Bestellung
after_sale_invoice_payment = Zahlung
after_sale_invoice_vat_id = USt-IdNr.
after_sale_invoice_item = Artikel
after_sale_invoice_quantity = Menge
after_sale_invoice_net = Netto
after_sale_invoice_rate = Steuersatz
after_sale_invoice_tax = Steuer
after_sale_invoice_gross = Brutto
after_sale_invoice_tax_on = { $tax } auf { $net }
after_sale_invoice_total = Gesamtbetrag, bezahlt
after_sale_parcels = Pakete
after_sale_parcel_holds = In diesem Paket:
after_sale_parcel_rest = Der Rest folgt in einem weiteren Paket.
after_sale_parcel_sent = Versandt am { $date }
after_sale_parcel_ready = Abholbereit seit { $date }
after_sale_parcel_arrived = Angekommen am { $date }
after_sale_parcel_subject = Ein Paket Ihrer Bestellung { $order } ist unterwegs
after_sale_refund_subject = Erstattung zu Ihrer Bestellung { $order }: { $amount }
after_sale_refund_text = Wir haben Ihnen { $amount } erstattet. Je nach Zahlungsart kann es einige Tage dauern, bis der Betrag bei Ihnen ist.
after_sale_refund_on = Erstattet am { $date }: { $amount }
after_sale_credit_note = Gutschrift
after_sale_credit_note_number = Gutschrift { $number }
after_sale_credit_note_date = Datum der Gutschrift
after_sale_credit_note_for = Zur Rechnung { $number } vom { $date }
after_sale_credit_note_line = Teilerstattung
after_sale_credit_note_total = Gesamtbetrag, erstattet
after_sale_withdrawal_open = Wir haben Ihren Widerruf erhalten und antworten Ihnen per E-Mail.
after_sale_withdrawal_accepted = Wir haben Ihren Widerruf angenommen.
after_sale_withdrawal_refused = Wir konnten Ihren Widerruf nicht annehmen.
after_sale_withdrawal_settled = Ihr Widerruf ist abgeschlossen.
after_sale_withdrawal_accepted_subject = Ihr Widerruf der Bestellung { $order } ist angenommen
after_sale_withdrawal_refused_subject = Ihr Widerruf der Bestellung { $order } konnte nicht angenommen werden
after_sale_message_subject = Zu Ihrer Bestellung { $order }
after_sale_subscriptions = Abonnements
after_sale_no_subscriptions = Sie haben keine Abonnements.
after_sale_all_subscriptions = Alle Abonnements
after_sale_manage_subscription = Abonnement verwalten
after_sale_subscriptions_lead = Sehen Sie, was als Nächstes kommt, pausieren oder kündigen Sie.
after_sale_subscription_find_lead = Als Gast abonniert? Finden Sie die erste Bestellung mit ihrer Nummer und Ihrer E-Mail-Adresse, oder öffnen Sie den Link in unserer E-Mail zum Abonnement.
after_sale_subscription_notice = Abonnement: { $product } · { $interval } · jeweils { $price }, zuzüglich Versand. Es läuft, bis Sie es kündigen, und das können Sie jederzeit.
after_sale_subscription_terms = { $product } · { $interval } · jeweils { $price }
after_sale_subscription_active = Läuft
after_sale_subscription_paused = Pausiert
after_sale_subscription_cancelled = Gekündigt
after_sale_subscription_next = Nächste Bestellung am { $date }
after_sale_subscription_paused_lead = Es wird nichts bestellt, bis Sie es fortsetzen; der Termin war der { $date }.
after_sale_subscription_ended = Gekündigt am { $date }. Eine Bestätigung haben wir Ihnen per E-Mail geschickt.
after_sale_subscription_pause = Pausieren
after_sale_subscription_resume = Fortsetzen
after_sale_subscription_cancel = Abonnement kündigen
after_sale_subscription_cancel_question = Dieses Abonnement kündigen?
after_sale_subscription_cancel_lead = Es endet sofort: Es wird nichts mehr bestellt und nichts mehr berechnet. Was schon bestellt ist, kommt noch. Wir bestätigen das per E-Mail.
after_sale_subscription_cancel_now = Jetzt kündigen
after_sale_subscription_keep = Abonnement behalten
after_sale_subscription_sold_out = Das ist zurzeit ausverkauft.
after_sale_subscription_not_sold = Das gibt es so nicht mehr, wie Sie es gewählt haben.
after_sale_subscription_not_payable = Das kann nicht mehr wie bisher bezahlt werden.
after_sale_subscription_trouble_again = Wir versuchen es jeden Tag wieder; bis dahin wird nichts berechnet.
after_sale_subscription_begun = Ihr Abonnement bei { $shop }
after_sale_subscription_begun_way = Hier sehen, pausieren oder kündigen Sie Ihr Abonnement jederzeit: { $link }
after_sale_subscription_renewed_lead = Ihr Abonnement geht weiter. Das ist die Bestellung für dieses Mal.
after_sale_subscription_cancelled_subject = Ihr Abonnement bei { $shop } ist gekündigt
after_sale_subscription_cancelled_receipt = Ihre Kündigung ist am { $date } bei uns eingegangen. Das Abonnement ist beendet, es wird nichts mehr bestellt.
after_sale_subscription_cancelled_news = Abonnement { $number } wurde gekündigt
after_sale_subscription_trouble_subject = Ihr Abonnement bei { $shop } konnte heute nicht weitergehen
after_sale_subscription_trouble_news = Abonnement { $number } konnte nicht verlängert werden

## Favourites, and e-mails about what is back in stock

favourites_save = Auf die Merkliste
favourites_save_one = { $product } auf die Merkliste setzen
favourites_saved = Auf Ihrer Merkliste
favourites_of_guest = Sie liegt in diesem Browser. Mit einem Konto haben Sie sie überall.
favourites_empty = Ihre Merkliste ist noch leer. Tippen Sie bei einem Produkt auf das Herz, und Sie finden es hier wieder.
favourites_remove = Entfernen
favourites_remove_one = { $product } von der Merkliste entfernen
favourites_alert_title = Bescheid geben, wenn es wieder da ist
favourites_alert_lead = Eine E-Mail, sobald Sie es wieder kaufen können.
favourites_alert_hint = Sind Sie angemeldet und lassen das Feld leer, schreiben wir an die Adresse Ihres Kontos.
favourites_alert_button = Bescheid geben
favourites_alert_asked = Wir geben Bescheid, wenn es wieder da ist.
favourites_alert_stop = Keinen Bescheid mehr
favourites_mail_subject = { $product } ist wieder da
favourites_mail_text =
    „{ $product }“ gibt es wieder zu kaufen:
    { $link }
favourites_mail_once = Sie haben uns gebeten, Bescheid zu geben. Das ist die einzige E-Mail dazu.
favourites_mail_stop = Sie warten noch auf anderes und möchten davon nichts mehr hören? Ein Klick: { $link }
favourites_stop_title = Keine dieser E-Mails mehr
favourites_stop_lead = Wir schreiben Ihnen dann nicht mehr, wenn etwas wieder da ist.
favourites_stop_button = E-Mails abbestellen
favourites_related = Das könnte Ihnen auch gefallen
favourites_recent = Zuletzt angesehen

## What is kept of a customer, and the deletion of an account

data_title = Ihre Daten
data_lead = Alles, was { $shop } über Sie gespeichert hat, Stand { $date }.
data_as_json = Als JSON herunterladen
data_as_html = Als Seite herunterladen
data_guest_orders = Bestellungen, die Sie ohne Anmeldung aufgegeben haben, gehören nicht dazu. Die Seite einer solchen Bestellung bietet an, sie in Ihr Konto zu übernehmen.
data_card_lead = Sehen Sie, was dieser Shop über Sie gespeichert hat, nehmen Sie es mit, oder löschen Sie Ihr Konto.
data_see = Daten ansehen
data_delete = Konto löschen
data_delete_title = Konto löschen
data_delete_lead = Ihr Konto wird einen Tag nach Ihrer Bitte gelöscht. Bis dahin können Sie es sich anders überlegen.
data_goes_title = Was gelöscht wird
data_goes = Ihr Name, Ihre E-Mail-Adresse und Ihr Passwort, Ihre Adressen, Ihr Warenkorb, Ihre Merkliste und Bewertungen, die Liste Ihrer Geräte und die E-Mails, die wir Ihnen geschickt haben. Abos enden. Die Anmeldung über eine andere Website kennt Sie nicht mehr.
data_stays_title = Was bleibt
data_stays = Bestellungen und Rechnungen, weil das Steuerrecht sie verlangt: mit Name und Anschrift { $years } Jahre lang. In einem Konto sind sie für niemanden mehr zu sehen. E-Mail-Adresse, Telefonnummer und Bemerkungen werden 30 Tage nach Versand, Abholung oder Stornierung daraus entfernt, spätestens nach einem Jahr. Von einer Bestellung, die nie zustande kam, bleibt dann nichts.
data_see_first = Daten vorher ansehen und herunterladen
data_delete_button = Mein Konto löschen
data_due = Ihr Konto wird am { $date } gelöscht. Bis dahin funktioniert es wie bisher.
data_keep = Konto behalten
data_yes = Ja
data_no = Nein
data_account = Konto
data_addresses = Adressen
data_sessions = Angemeldete Geräte
data_devices = Geräte, die früher angemeldet waren
data_sign_ons = Anmeldung über eine andere Website
data_requests = Angeforderte Codes und Links
data_emails = E-Mails an Sie
data_alerts = E-Mails über wieder Lieferbares
data_id = Nummer
data_email = E-Mail
data_name = Name
data_registered = Kunde seit
data_has_password = Hat ein Passwort
data_will_be_deleted = Wird gelöscht am
data_group = Kundengruppe
data_is_billing = Rechnungsadresse
data_company = Firma
data_street = Straße
data_postal_code = Postleitzahl
data_city = Ort
data_region = Region
data_country = Land
data_phone = Telefon
data_browser = Browser
data_network = Netz
data_began = Begonnen
data_last_used = Zuletzt verwendet
data_ends = Endet spätestens
data_app = Website
data_user = Dort bekannt als
data_asked = Angefordert
data_subject = Betreff
data_written = Geschrieben
data_sent = Gesendet
data_text = Text
data_product = Produkt
data_product_id = Produktnummer
data_sku = Artikelnummer
data_options = Optionen
data_quantity = Menge
data_price = Einzelpreis
data_items = Artikel
data_total = Summe
data_currency = Währung
data_coupon = Gutschein
data_delivery_address = Lieferadresse
data_billing_address = Rechnungsadresse
data_fields = Weitere Antworten
data_comments = Bemerkungen
data_referer = Gekommen von
data_number = Bestellnummer
data_placed = Aufgegeben
data_payment_status = Zahlung
data_paid = Bezahlt
data_fulfillment_status = Lieferung
data_shipped = Versendet
data_withdrawn = Widerrufen
data_invoice = Rechnung
data_interval = Wie oft
data_status = Stand
data_next = Nächste Bestellung
data_ended = Beendet
data_added = Hinzugefügt
data_stars = Sterne
data_headline = Titel
data_changed = Geändert
data_notes = Notizen des Shops
data_tax_exempt = Es wird keine Steuer berechnet
data_tax_id = Steuernummer
data_reminder_agreed = Erinnerung zugestimmt
data_parcels = Pakete
data_carrier = Versanddienst
data_tracking = Paketnummer
data_arrived = Angekommen
data_refunded = Erstattet
data_payments = Online-Zahlungen
data_provider = Zahlungsdienst
data_reference = Kennung dort
data_refunds = Erstattet
data_amount = Betrag
data_reason = Grund

## Around a product: delivery, reviews, videos

product_delivery_time = Voraussichtliche Lieferung
product_arrives = Ankunft { $days }
product_ready = Abholbereit { $days }
product_way_arrives = { $way }: { $days }
product_order_until = Bei Bestellung bis { $day }, { $hour } Uhr
product_reviews = Bewertungen
product_out_of_five = { $stars } von 5 Sternen
product_no_reviews = Noch keine Bewertungen.
product_write_review = Bewertung schreiben
product_buyers_only = Bewertungen schreiben Kundinnen und Kunden, die das Produkt hier gekauft haben.
product_stars = { $count ->
    [one] { $count } Stern
   *[other] { $count } Sterne
}
product_review_by = { $name }, { $date }
product_newer_reviews = Neuere Bewertungen
product_older_reviews = Ältere Bewertungen
product_review_of = { $product } bewerten
product_back_to_product = Zurück zum Produkt
product_review_for_guests = Bewertungen schreiben alle, die das Produkt gekauft haben. Melden Sie sich an oder finden Sie Ihre Bestellung über ihre Nummer, dann können Sie Ihre schreiben.
product_review_for_customers = Bewertungen schreiben alle, die das Produkt gekauft haben. Sobald eine Ihrer Bestellungen mit ihm bezahlt oder unterwegs ist, können Sie hier eine schreiben.
product_review_stars = Wie viele Sterne geben Sie?
product_review_title = Titel (freiwillig)
product_review_text = Was halten Sie davon?
product_review_name = Ihr Name, wie ihn alle sehen
product_review_name_hint = Ihre E-Mail-Adresse wird nicht gezeigt.
product_send_review = Bewertung absenden
product_change_review = Bewertung ändern
product_remove_review = Meine Bewertung löschen
product_review_thanks = Vielen Dank.
product_review_pending = Ihre Bewertung erscheint, sobald wir sie gelesen haben.
product_review_published = Ihre Bewertung steht auf der Seite des Produkts.
product_review_rejected = Ihre Bewertung wird nicht gezeigt. Sie können sie ändern, dann lesen wir sie noch einmal.
product_review_removed = Ihre Bewertung ist gelöscht.
product_review_of_other_order = Mit dieser E-Mail-Adresse wurde das Produkt schon bewertet. Finden Sie die Bestellung, mit der das geschah, um die Bewertung zu ändern.
product_wrong_stars = Bitte wählen Sie einen bis fünf Sterne.
product_wrong_title = Bitte höchstens 120 Zeichen.
product_wrong_text = Bitte schreiben Sie ein paar Worte, höchstens 4000 Zeichen.
product_wrong_name = Bitte geben Sie einen Namen ein, höchstens 60 Zeichen.
product_news_subject = Bewertung von { $product }: { $stars } von 5 Sternen
product_news_pending =
    Noch sieht sie niemand. Veröffentlichen: awning reviews publish { $review }
    Ablehnen: awning reviews reject { $review }
product_news_published = Sie ist zu sehen. Zurücknehmen: awning reviews reject { $review }
product_video_of = Video zu { $product }
product_play_video = Das Video zu { $product } von { $host } abspielen
product_open_video = Video öffnen
product_video_host = Wird von { $host } abgespielt, das dann von Ihrem Besuch erfährt.
product_low_subject = { $count ->
    [one] Geht zur Neige: ein Artikel in Ihrem Shop
   *[other] Geht zur Neige: { $count } Artikel in Ihrem Shop
}
product_low_lead = Hiervon sind nur noch wenige da:
product_low_line = { $product }: noch { $left }
product_low_link = Ihr Bestand, und wie er zustande kam: { $link }

## Was Kunden fragen, und die E-Mails dazu

contact_title = Fragen Sie uns etwas
contact_lead = Wir antworten per E-Mail, und Sie finden unsere Antwort auch hier.
contact_your_name = Ihr Name
contact_topic = Worum geht es?
contact_order_number = Bestellnummer, falls es um eine Bestellung geht
contact_message = Ihre Nachricht
contact_send = Senden
contact_privacy = Wir verwenden Ihren Namen und Ihre Adresse, um Ihnen zu antworten, und für nichts anderes.
contact_leave_empty = Bitte lassen Sie dieses Feld leer
contact_thanks = Danke. Ihre Nachricht ist bei uns, und wir antworten per E-Mail.
contact_once_more = Bitte senden Sie es noch einmal: Das Formular war zu lange offen oder wurde zu schnell gesendet.
contact_ask_about = Etwas dazu fragen
contact_wrong_name = Bitte geben Sie Ihren Namen an.
contact_wrong_email = Bitte geben Sie Ihre E-Mail-Adresse an.
contact_wrong_topic = Bitte sagen Sie in wenigen Worten, worum es geht.
contact_wrong_text = Bitte schreiben Sie eine Nachricht von höchstens 6.000 Zeichen.
contact_questions = Ihre Fragen
contact_questions_lead = Was Sie uns gefragt haben, und unsere Antworten.
contact_all_questions = Alle Fragen
contact_no_questions = Sie haben uns noch nichts gefragt.
contact_messages = Nachrichten
contact_status_open = Wartet auf unsere Antwort
contact_status_answered = Beantwortet
contact_status_closed = Abgeschlossen
contact_reply = Schreiben Sie uns
contact_reply_send = Senden
contact_reply_thanks = Danke. Ihre Nachricht ist bei uns, und wir antworten per E-Mail.
contact_link_over = Dieser Link öffnet keine Frage mehr. Vielleicht wurde er nicht ganz kopiert.
contact_received_lead = Danke für Ihre Nachricht. Wir antworten Ihnen.
contact_about_product = Zu { $product }
contact_about_order = Zur Bestellung { $order }
contact_received_subject = Ihre Nachricht an { $shop }
contact_received_look = Ihre Nachricht und unsere Antwort stehen hier: { $link }
contact_answer_subject = Unsere Antwort: { $subject }
contact_answer_look = Hier lesen Sie alles und antworten uns: { $link }
contact_news_subject = { $name } fragt: { $subject }
contact_news_look = Im Back Office antworten: { $link }

reminder_agree = Erinnern Sie mich einmal per E-Mail, falls ich diese Bestellung nicht abschließe
reminder_mail_lead = Sie haben etwas in Ihren Warenkorb gelegt und um eine Erinnerung gebeten. Es liegt noch darin:
reminder_mail_prices = Die Preise sind die von heute, ohne Versand.
reminder_mail_button = Zurück zum Warenkorb
reminder_mail_until = Der Link gilt 30 Tage lang, auf jedem Gerät. Dies ist die einzige Erinnerung an diesen Warenkorb.
reminder_mail_stop_lead = Sie möchten an keinen Warenkorb erinnert werden?
reminder_mail_stop = Keine Erinnerungen mehr
reminder_back_lead = Das lag in Ihrem Warenkorb, zu den Preisen von heute.
reminder_back_besides = In Ihrem Warenkorb hier liegt schon etwas. Es bleibt darin, und nichts wird verdoppelt.
reminder_back_button = Mit diesem Warenkorb weitermachen
reminder_back_gone = Etwas, das darin lag, wird nicht mehr verkauft.
reminder_back_nothing = Nichts davon kann noch gekauft werden.
reminder_back_over = Dieser Link ist zu alt oder wurde nicht ganz kopiert.
reminder_back_ordered = Dieser Warenkorb wurde schon bestellt. Vielen Dank!
reminder_stop_title = Keine Erinnerungen mehr
reminder_stop_lead = Wir schreiben Ihnen nicht mehr über Warenkörbe, die Sie stehen lassen. E-Mails zu Ihren Bestellungen kommen weiterhin.
reminder_stop_button = Erinnerungen abbestellen
reminder_stopped = Erledigt. Wir erinnern Sie nicht mehr an Warenkörbe.
reminder_mail_subject = Ihr Warenkorb bei { $shop }
