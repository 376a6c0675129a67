# The words of the interface in Dutch.

## The language itself, and how it writes days, numbers and prices

format_name = Nederlands
format_locale = nl_NL
format_weekdays = ma di wo do vr za zo
format_months = januari februari maart april mei juni juli augustus september oktober november december
format_day = { $weekday } { $day }
format_day_of_month = { $day } { $month }
format_days_from_to = { $first } – { $last }
format_date = { $day } { $month } { $year }
format_decimal = ,
format_group = .
format_grouped_from = 4
format_price = { $symbol }{ "\u00A0" }{ $amount }
format_price_of_letters = { $symbol }{ "\u00A0" }{ $amount }

## The account widget in the header, and what is said in its live region: the browser says these too

widget_account = Account
widget_account_of = Account van { $customer }
widget_orders = Bestellingen
widget_addresses = Adressen
widget_sessions = Ingelogde apparaten
widget_sign_in = Inloggen
widget_sign_out = Uitloggen
widget_signing_in = Bezig met inloggen…
widget_signing_out = Bezig met uitloggen…
widget_create_account = Account aanmaken
widget_email = E-mail
widget_password = Wachtwoord
widget_forgot_password = Wachtwoord vergeten?
widget_email_me_a_code = Stuur mij een code per e-mail
widget_code = Zescijferige code
widget_code_sent = We hebben een code naar { $email } gestuurd. Die is 10 minuten geldig.
widget_another_way = Op een andere manier inloggen
widget_wrong_code = Dit is niet de code uit de nieuwste e-mail.
widget_code_over = Deze code is niet meer geldig. Vraag een nieuwe aan.
widget_no_account_yet = Nieuw hier?
widget_said_signed_in = U bent ingelogd.
widget_said_registered = Uw account is klaar en u bent ingelogd.
widget_said_registration_sent = We hebben u een e-mail gestuurd. De link daarin opent uw account.
widget_said_link_over = Deze link is al gebruikt of is verlopen. Maak uw account opnieuw aan.
widget_said_signed_out = U bent uitgelogd.
widget_said_session_ended = Uw sessie was verlopen. U bent uitgelogd.
widget_said_session_closed = Die sessie is beëindigd.
widget_said_others_closed = Alle andere sessies zijn beëindigd.
widget_said_password_changed = Uw wachtwoord is gewijzigd. Alle andere sessies zijn beëindigd.
widget_failed_no_session = Er was niemand ingelogd.
widget_failed_unavailable = De winkel kon u nu niet uitloggen. U bent nog ingelogd. Probeer het opnieuw.
widget_failed_still_signed_in = Het uitloggen is niet gelukt. U bent nog ingelogd. Probeer het opnieuw.
widget_failed_unreachable = De winkel is niet bereikbaar. Misschien bent u nog ingelogd. We controleren het zodra u weer online bent.
widget_wrong_credentials = E-mail of wachtwoord is onjuist.
widget_too_many_attempts = { $minutes ->
    [one] Te veel pogingen. Wacht { $minutes } minuut en probeer het opnieuw.
   *[other] Te veel pogingen. Wacht { $minutes } minuten en probeer het opnieuw.
}
widget_bad_email = Vul een e-mailadres in, zoals naam@example.com.
widget_email_taken = Er is al een account met dit e-mailadres. Log in.
widget_bad_name = Vul uw naam in, maximaal 120 tekens.
widget_bad_new_password = Kies een wachtwoord van minimaal 10 tekens.
widget_wrong_current_password = Dit is niet uw huidige wachtwoord.
widget_unreachable = De winkel is niet bereikbaar. Probeer het opnieuw; wat u hebt ingevuld gaat niet verloren.
widget_sold_out = Uitverkocht
widget_said_added = Toegevoegd aan uw winkelwagen.
widget_said_removed = Verwijderd uit uw winkelwagen.
widget_said_not_available = Dit product is niet meer verkrijgbaar.
widget_said_not_enough = Zo veel zijn er niet meer. Uw winkelwagen is ongewijzigd.
widget_said_wrong_quantity = Kies een aantal binnen de grenzen.
widget_said_wrong_price = Noem een prijs binnen de grenzen.
widget_said_not_offered = Deze keuze wordt niet meer aangeboden. Kies opnieuw.
widget_said_choose_first = Kies eerst wat met een sterretje is gemarkeerd.
widget_said_quantity = Het aantal is gewijzigd.
widget_favourites = Favorieten
widget_said_favourite = Toegevoegd aan uw favorieten.
widget_said_no_favourite = Verwijderd uit uw favorieten.
widget_said_alert = We mailen u één keer, zodra het er weer is.
widget_said_no_alert = We schrijven u hier niet over.

## Frame, catalogue, account pages

shop_close = Sluiten
shop_new_password = Nieuw wachtwoord
shop_current_password = Huidig wachtwoord
shop_name = Naam
shop_new_password_hint = Minimaal 10 tekens. Drie of vier willekeurige woorden werken goed.
shop_have_account = Hebt u al een account?
shop_sign_in_lead = Welkom terug. Fijn dat u er weer bent.
shop_register_lead = Met een account herkent de winkel u wanneer u terugkomt.
shop_account_lead = U bent ingelogd als { $customer }.
shop_customer_since = Klant sinds { $date }
shop_group = Klantengroep: { $group }
shop_sessions_lead = Deze browsers zijn ingelogd op uw account. Log uit wat u niet herkent.
shop_this_session = Deze browser
shop_last_seen = Laatst gebruikt: { $date }
shop_sign_out_here = Hier uitloggen
shop_end_session = Deze browser uitloggen
shop_end_other_sessions = Overal elders uitloggen
shop_only_session = U bent nergens anders ingelogd.
shop_unknown_device = Onbekende browser
shop_change_password = Wachtwoord wijzigen
shop_change_password_lead = Daarmee wordt u overal elders uitgelogd.
shop_sign_out_question = Uitloggen?
shop_sign_out_lead = U bent ingelogd als { $customer }. Uw account bewaart alles; deze browser vergeet het.
shop_stay_signed_in = Ingelogd blijven
shop_nobody_signed_in = Hier is niemand ingelogd.
shop_known_subject = Uw account bij { $shop }
shop_known_text =
    Iemand, waarschijnlijk u, wilde een account aanmaken met dit e-mailadres. U hebt er al een. Log hier in:
    { $link }

    Was u het niet, dan hoeft u niets te doen.
shop_confirm_subject = Open uw account bij { $shop }
shop_confirm_text =
    Eén klik en uw account is open:
    { $link }

    De link werkt één keer, binnen een dag. Hebt u geen account aangevraagd, dan hoeft u niets te doen.
shop_confirm_title = Uw account openen
shop_confirm_lead = Met één klik bevestigt u uw e-mailadres.
shop_confirm_button = Account openen
shop_skip_to_content = Naar de inhoud
shop_footer_menu = Winkel
shop_prices_note = Alle prijzen zijn inclusief btw en exclusief verzendkosten.
shop_home = Home
shop_not_found_title = Pagina niet gevonden
shop_not_found_lead = Misschien is ze verplaatst, of staat er een typefout in het adres.
shop_back_to_shop = Terug naar de winkel
shop_opens_soon = We richten de winkel nog in. Kom binnenkort terug.
shop_categories = Categorieën
shop_featured = Uitgelicht
shop_newest = Nieuw
shop_all_products = Alle producten
shop_all_of = Alles in { $category }
shop_breadcrumbs = U bent hier
shop_was = Was
shop_on_sale = Aanbieding
shop_choose = Kiezen
shop_details = Bekijken
shop_add_to_cart = In winkelwagen
shop_products = { $count ->
    [0] Geen producten
    [one] Eén product
   *[other] { $count } producten
}
shop_sort_by = Sorteren op
shop_by_us = Aanbevolen
shop_by_relevance = Relevantie
shop_by_newest = Nieuwste
shop_by_price_up = Prijs laag naar hoog
shop_by_price_down = Prijs hoog naar laag
shop_by_name = Naam A tot Z
shop_by_name_down = Naam Z tot A
shop_apply = Toepassen
shop_nothing_found = Niets voldoet aan dit alles. Probeer minder filters of een ander woord.
shop_clear_filters = Filters wissen
shop_pages = Pagina’s
shop_page_of = Pagina { $page } van { $pages }
shop_earlier = Vorige pagina
shop_show_more = Meer tonen
shop_filters = Filters
shop_in_stock_only = Op voorraad
shop_on_sale_only = Aanbieding
shop_price = Prijs
shop_price_from = Van
shop_price_to = Tot
shop_search_results = Resultaten voor ‘{ $keyword }’
shop_search_corrected = Geen resultaten voor ‘{ $keyword }’. Dit lijkt erop.
shop_search = Zoeken
shop_search_products = Producten zoeken
shop_menu = Menu
shop_description = Beschrijving
shop_in_stock = Op voorraad
shop_left_in_stock = nog { $count }
shop_quantity = Aantal
shop_quantity_limits = { $least } tot { $most } per bestelling.
shop_update_price = Prijs bijwerken
shop_name_your_price = Uw prijs
shop_price_at_least = Minimaal { $price }.
shop_price_at_most = Maximaal { $price }.
shop_subscription = Hoe vaak
shop_buy_once = Eenmalig
shop_every_days = { $count ->
    [one] Elke dag
   *[other] Elke { $count } dagen
}
shop_every_weeks = { $count ->
    [one] Elke week
   *[other] Elke { $count } weken
}
shop_every_months = { $count ->
    [one] Elke maand
   *[other] Elke { $count } maanden
}
shop_every_years = { $count ->
    [one] Elk jaar
   *[other] Elke { $count } jaar
}
shop_wholesale = Staffelprijzen
shop_from_quantity = Vanaf { $quantity }
shop_weight = Gewicht
shop_please_choose = Maak een keuze
shop_files_later = Bestanden kunnen hier nog niet worden geüpload.
shop_picture_of = Afbeelding { $number }
shop_pictures = Afbeeldingen van { $product }
shop_language = Taal
shop_cart = Uw winkelwagen
shop_cart_count = { $count ->
    [one] Winkelwagen, { $count } artikel
   *[other] Winkelwagen, { $count } artikelen
}
shop_cart_empty = Uw winkelwagen is leeg.
shop_total = Totaal
shop_page_about = Over ons
shop_page_shipping = Verzending en betaling
shop_page_returns = Retourneren
shop_page_terms = Algemene voorwaarden
shop_page_privacy = Privacy
shop_page_impressum = Bedrijfsgegevens
shop_consent_title = Wat mag deze winkel opslaan?
shop_consent_lead = Wat de winkel nodig heeft om te werken, wordt altijd opgeslagen; voor statistieken en personalisatie alleen waar u mee instemt. U kunt zich op elk moment bedenken.
shop_consent_more = Wat is dat
shop_consent_choose = Kiezen
shop_consent_accept = Accepteren
shop_consent_decline = Weigeren
shop_consent_keep = Keuze opslaan
shop_consent_kept = Uw keuze is opgeslagen.
shop_consent_analytics = Statistieken: hoe de winkel wordt gebruikt, om die te verbeteren
shop_consent_personalisation = Personalisatie: wat u hebt bekeken en wat de hulpmiddelen van de winkel van u onthouden
shop_consent_settings = Cookie-instellingen
shop_consent_necessary = Wat de winkel nodig heeft om te werken
shop_consent_session = Wie op dit apparaat is ingelogd en dat u hier eerder was, zodat niemand anders zich voor u kan uitgeven.
shop_consent_cart = Uw winkelwagen, de bestellingen uit deze browser en de taal die u hebt gekozen.
shop_consent_answer = Wat u hier hebt geantwoord, een half jaar lang.
shop_fault_title = Dat is niet gelukt
shop_fault_too_many = Er kwamen in korte tijd te veel verzoeken van één plek. Er is niets gewijzigd. Probeer het over een uur opnieuw.
shop_fault_disk_full = De winkel heeft geen ruimte meer om iets op te slaan. Er is niets gewijzigd. Probeer het later opnieuw of laat het de winkel weten.
shop_fault_unavailable = De winkel is overbelast of in onderhoud. Er is niets gewijzigd. Probeer het over een minuut opnieuw.
shop_fault_internal = Er ging aan onze kant iets mis. Er is niets gewijzigd. Probeer het opnieuw; blijft het zo, geef de winkel dan dit nummer door.
shop_fault_bad_request = De winkel heeft dit verzoek niet begrepen. Ga terug, laad de pagina opnieuw en probeer het nog eens.
shop_fault_forbidden = Dit verzoek kwam van een andere website en is daarom geweigerd. Er is niets gewijzigd. Gebruik de pagina’s van de winkel zelf.
shop_fault_timeout = Dit duurde te lang en is afgebroken. Probeer het opnieuw.
shop_fault_too_large = Wat is verstuurd, is te groot voor de winkel.
shop_fault_method = Dit adres neemt zo’n verzoek niet aan. Gebruik de pagina’s van de winkel zelf.
shop_fault_not_found = Op dit adres is niets te vinden.
shop_fault_id = Verzoek { $id }

## Account pages, and e-mails about accounts

account_code_subject = { $code } is uw code voor { $shop }
account_code_text = Uw code is { $code }. Vul hem in waar u erom hebt gevraagd.
account_code_link =
    Of log in met deze link, in welke browser u maar wilt:
    { $link }
account_code_opens = Er is nog geen account met dit e-mailadres. Met de code of de link wordt er een aangemaakt.
account_code_joins = Uw bestelling { $order } staat daarna in uw account.
account_code_opens_for = Hiermee wordt een account voor u aangemaakt, met uw bestelling { $order } erin.
account_code_warning = Beide werken één keer, binnen 10 minuten. Niemand van de winkel zal u ooit om de code vragen. Hebt u er niet om gevraagd, dan hoeft u niets te doen.
account_reset_title = Nieuw wachtwoord instellen
account_reset_lead = Geef ons uw e-mailadres, dan sturen we u een link om een nieuw wachtwoord in te stellen.
account_reset_send = Link versturen
account_reset_new_lead = Kies een nieuw wachtwoord. U wordt overal elders uitgelogd.
account_reset_save = Opslaan en inloggen
account_reset_subject = Uw wachtwoord voor { $shop }
account_reset_text =
    Stel hier een nieuw wachtwoord in:
    { $link }

    De link werkt één keer, binnen een uur. Hebt u er niet om gevraagd, dan hoeft u niets te doen: uw wachtwoord blijft zoals het is.
account_no_account_text =
    Iemand, waarschijnlijk u, wilde een nieuw wachtwoord instellen. Er is geen account met dit e-mailadres. U kunt er hier een aanmaken:
    { $link }

    Was u het niet, dan hoeft u niets te doen.
account_told_reset_sent = Als er een account met dit adres is, is er een link naartoe onderweg. Kijk in uw mailbox.
account_password_changed_subject = Uw wachtwoord voor { $shop } is gewijzigd
account_password_changed_text =
    Het wachtwoord van uw account is gewijzigd en alle andere browsers zijn uitgelogd.

    Was u het niet, stel dan meteen een nieuw wachtwoord in:
    { $link }
account_no_password_lead = U logt in per e-mail en hebt geen wachtwoord. Wilt u er een, dan sturen we u een link om het in te stellen.
account_no_password_button = Stuur mij de link
account_details = Uw gegevens
account_change_name = Naam opslaan
account_told_name_changed = Uw naam is gewijzigd.
account_new_email = Nieuw e-mailadres
account_change_email = E-mailadres wijzigen
account_change_email_lead = We sturen een link naar het nieuwe adres. Zodra u erop klikt, is het adres gewijzigd en zijn alle andere browsers uitgelogd.
account_new_email_lead = Eén klik en { $email } is het e-mailadres van uw account.
account_new_email_button = Dit adres gebruiken
account_new_address_subject = Uw e-mailadres bij { $shop }
account_new_address_text =
    Eén klik en dit is het e-mailadres van uw account:
    { $link }

    De link werkt één keer, binnen een dag. Hebt u er niet om gevraagd, dan hoeft u niets te doen.
account_address_taken_text =
    Iemand, waarschijnlijk u, wilde dit e-mailadres voor een ander account gebruiken. Er is al een account mee. Log hier in:
    { $link }

    Was u het niet, dan hoeft u niets te doen.
account_address_changed_subject = Uw e-mailadres bij { $shop } is gewijzigd
account_address_changed_text =
    Uw account heeft vanaf nu het e-mailadres { $email }. Alle andere browsers zijn uitgelogd.

    Was u het niet, schrijf ons dan meteen.
account_told_new_email_sent = We hebben een link naar het nieuwe adres gestuurd. Uw account houdt het oude tot u erop klikt.
account_told_email_changed = Het e-mailadres is gewijzigd. Alle andere browsers zijn uitgelogd.
account_again_title = Log nog een keer in
account_again_lead = Wat nu komt, is alleen voor u. Daarom vragen we opnieuw wie u bent als u meer dan tien minuten geleden hebt ingelogd.
account_offer_title = De volgende keer zonder typen
account_offer_lead = Met één klik krijgt u een account voor { $email }: met deze bestelling en het adres erin, en zonder wachtwoord om te onthouden.
account_offer_button = Mijn account openen
account_default_address = Standaard
account_make_default = Als standaard instellen
account_no_addresses = U hebt nog geen adressen opgeslagen.
account_seen_from = Ingelogd vanaf het netwerk { $network }
account_book_full = Uw adresboek is vol. Verwijder een adres en sla dit adres dan opnieuw op.
account_address_gone = Dit adres is intussen verwijderd. Sla het opnieuw op om het te bewaren.
account_link_lead = Eén klik en u bent in deze browser ingelogd als { $email }.
account_link_over = Deze link is al gebruikt of is verlopen.
account_code_registers = Nieuw hier? De code opent uw account.
account_ask_again = Nieuwe aanvragen
account_told_account_kept = Uw account blijft bestaan.
account_deletion_subject = Uw account bij { $shop } wordt verwijderd
account_deletion_text =
    U hebt ons gevraagd uw account te verwijderen. Dat gebeurt op { $date }.

    Hebt u zich bedacht, of was u het niet? Log voor die tijd in en kies ‘Mijn account houden’:
    { $link }
account_deleted_subject = Uw account bij { $shop } is verwijderd
account_deleted_text =
    Uw account is verwijderd, en daarmee wat we over u bewaarden. Bestellingen en facturen blijven, met naam en adres, zo lang als de belastingwet vraagt; uw e-mailadres en telefoonnummer worden er 30 dagen na afronding van de bestelling uit verwijderd.

    Dit is onze laatste e-mail hierover. Ook die bewaren we niet.
account_staff_title = De winkel zoals een klant die ziet
account_staff_lead = U ziet de winkel zo meteen zoals { $email } die ziet, een uur lang. U kunt voor deze persoon winkelen; wachtwoord, e-mailadres en account blijven buiten bereik. De klant krijgt geen bericht, en het logboek bewaart wie u bent.
account_staff_begin = De winkel in
account_staff_end = Beëindigen
account_staff_bar = { $staff } is ingelogd als { $customer }, als medewerker.
account_joined_subject = Uw accounts bij { $shop } zijn nu één account
account_joined_text =
    Uw account met dit e-mailadres is samengevoegd met uw andere, { $email }. Bestellingen, adressen en al het andere staan nu daar. Met dit adres opent u geen account meer; log in met het andere:
    { $link }

    Hebt u hier geen ander account, schrijf ons dan meteen.

## Cart, checkout and orders

checkout_update = Bijwerken
checkout_coupon_apply = Toepassen
checkout_quantity_of = Aantal van { $product }
checkout_qty = Aantal: { $quantity }
checkout_remove_it = { $name } verwijderen
checkout_undo = Ongedaan maken
checkout_was_removed = ‘{ $product }’ is uit uw winkelwagen verwijderd.
checkout_keep_shopping = Verder winkelen
checkout_each = { $price } per stuk
checkout_gone = Dit artikel wordt niet meer verkocht.
checkout_sold_out_now = Dit artikel is uitverkocht.
checkout_only_left = Nog maar { $count } op voorraad.
checkout_short_lead = Een deel van uw bestelling is niet meer verkrijgbaar zoals u wilde. Kies hoe u verdergaat:
checkout_take_instead = Wijzigen in { $count }
checkout_remove = Verwijderen
checkout_coupon = Kortingsbon
checkout_coupon_code = Kortingscode
checkout_coupon_holds = Kortingsbon ‘{ $coupon }’ toegepast.
checkout_coupon_unknown = Deze kortingscode bestaat niet of is verlopen.
checkout_coupon_too_little = Uw bestelbedrag is te laag voor deze kortingsbon.
checkout_take_off = Kortingsbon verwijderen
checkout_you_save = U bespaart { $amount }
checkout_your_email = Uw e-mailadres
checkout_email_lead = Daar sturen we de bevestiging van uw bestelling naartoe.
checkout_agree = Ik ga akkoord met de algemene voorwaarden en heb het retourbeleid gelezen.
checkout_please_agree = Ga akkoord met de algemene voorwaarden om verder te gaan.
checkout_checkout = Afrekenen
checkout_added = Toegevoegd aan uw winkelwagen
checkout_view_cart = Winkelwagen bekijken
checkout_until_free = Nog { $amount } tot gratis verzending.
checkout_delivery_is_free = De verzending van deze bestelling is gratis.
checkout_go_on = Verder
checkout_back = Terug
checkout_change = Wijzigen
checkout_please_answer = Beantwoord deze vraag.
checkout_please_check = Controleer wat hieronder is gemarkeerd.
checkout_items = Subtotaal
checkout_discount = Korting
checkout_coupon_named = Kortingsbon ‘{ $coupon }’
checkout_shipping = Verzending
checkout_handling = Behandelingskosten
checkout_tax_at = { $rate }% { $tax }
checkout_tax_within = Inclusief { $tax }
checkout_free = Gratis
checkout_free_from = gratis vanaf { $price }
checkout_price_from = vanaf { $price }
checkout_returns = Retourneren
checkout_withdraw_online = U kunt uw bestelling online herroepen.
checkout_later = Wordt bij het afrekenen berekend
checkout_after_address = Zodra er een adres is
checkout_not_chosen = Nog niet gekozen
checkout_summary = Uw bestelling
checkout_address = Adres
checkout_shipping_address = Bezorgadres
checkout_billing_address = Factuuradres
checkout_same_address = Het factuuradres is hetzelfde
checkout_full_name = Voor- en achternaam
checkout_company = Bedrijf (optioneel)
checkout_street = Straat en huisnummer
checkout_street_2 = Appartement, verdieping (optioneel)
checkout_city = Plaats
checkout_country = Land
checkout_state = Provincie of regio
checkout_postal_code = Postcode
checkout_phone = Telefoon (optioneel)
checkout_choose_country = Kies een land
checkout_choose_state = Kies een regio
checkout_other_country = Velden voor dit land tonen
checkout_wrong_email = Vul een e-mailadres in, zoals naam@example.com.
checkout_wrong_name = Vul een naam in.
checkout_wrong_street = Vul straat en huisnummer in.
checkout_wrong_city = Vul een plaats in.
checkout_wrong_country = Kies een land.
checkout_wrong_state = Kies een regio.
checkout_wrong_postal_code = Dit is geen postcode van dat land.
checkout_saved_addresses = Uw adressen
checkout_change_address = Adres wijzigen
checkout_new_address = Nieuw adres
checkout_keep_address = Adres opslaan
checkout_use_address = Dit adres gebruiken
checkout_delivery_title = Hoe wilt u het ontvangen?
checkout_no_delivery = We bezorgen daar nog niet. Kies een ander adres.
checkout_choose_delivery = Kies een verzendwijze.
checkout_payment_title = Hoe wilt u betalen?
checkout_payment = Betaling
checkout_no_payment = Er is geen betaalmethode voor deze verzending.
checkout_choose_payment = Kies een betaalmethode.
checkout_payment_test = Testmodus: er wordt geen geld afgeschreven.
checkout_review_title = Controleer uw bestelling
checkout_comments = Opmerkingen bij de bestelling (optioneel)
checkout_place_order = Bestelling van { $total } plaatsen en betalen
checkout_total_changed = Het totaal is intussen gewijzigd. Controleer het en bestel opnieuw.
checkout_cart_changed = Er is intussen iets in uw winkelwagen gewijzigd. Controleer die en bestel opnieuw.
checkout_thanks = Bedankt, { $name }
checkout_thanks_lead = We hebben uw bestelling { $order } ontvangen. Een bevestiging is onderweg naar { $email }.
checkout_received = We hebben uw bestelling { $order } ontvangen.
checkout_order = Bestelling { $number }
checkout_orders = Bestellingen
checkout_no_orders = Geen bestellingen gevonden.
checkout_no_orders_yet = U hebt nog niets besteld.
checkout_all_orders = Alle bestellingen
checkout_edit_addresses = Adressen bewerken
checkout_placed_on = Geplaatst op { $date }
checkout_from_day = Van
checkout_to_day = Tot
checkout_search_orders = Bestellingen zoeken
checkout_show = Tonen
checkout_order_again = Opnieuw bestellen
checkout_ordered_again = Wat nog verkrijgbaar is, ligt in uw winkelwagen.
checkout_status_awaiting_payment = Wacht op betaling
checkout_status_paid = Betaald
checkout_status_cancelled = Geannuleerd
checkout_status_refunded = Terugbetaald
checkout_status_partially_refunded = Gedeeltelijk terugbetaald
checkout_status_incomplete = Onvolledig
checkout_status_awaiting_processing = Wacht op verwerking
checkout_status_processing = In behandeling
checkout_status_shipped = Verzonden
checkout_status_delivered = Bezorgd
checkout_status_will_not_deliver = Wordt niet bezorgd
checkout_status_returned = Geretourneerd
checkout_status_ready_for_pickup = Klaar om op te halen
checkout_pickup_at = Ophalen bij
checkout_find_order = Bestelling zoeken
checkout_find_order_lead = Als gast besteld? Het nummer en uw e-mailadres zijn genoeg.
checkout_see_order_lead = Vul het e-mailadres in waarmee bestelling { $order } is geplaatst om die te bekijken.
checkout_order_number = Bestelnummer
checkout_order_not_found = We hebben geen bestelling met dit nummer en e-mailadres gevonden.
checkout_letter_subject = Uw bestelling { $order } bij { $shop }
checkout_letter_lead = Bedankt voor uw bestelling. Hier is het overzicht.
checkout_letter_look = Bekijk uw bestelling op elk moment: { $link }
checkout_pay_subject = Betaal uw bestelling { $order } bij { $shop }
checkout_pay_lead = Dank u wel voor uw bestelling. Wij hebben die voor u genoteerd. Hier vindt u een overzicht, en hoe u betaalt.
checkout_pay_link = Bekijk uw bestelling, en hoe u betaalt, hier: { $link }
checkout_status_subject = Uw bestelling { $order }: { $status }
checkout_parcel = Uw pakket: { $number }
checkout_withdraw = Deze bestelling herroepen
checkout_withdraw_lead = U kunt herroepen zonder opgave van redenen. Met de volgende knop verstuurt u uw herroeping; we bevestigen die meteen per e-mail.
checkout_withdraw_confirm = Herroeping bevestigen
checkout_withdrawn = U hebt deze bestelling op { $date } herroepen.
checkout_withdraw_subject = Uw herroeping van bestelling { $order }
checkout_withdraw_receipt = We hebben uw herroeping van bestelling { $order } op { $date } ontvangen.
checkout_news_subject = Nieuwe bestelling { $order }: { $total }
checkout_news_look = De bestelling in de backoffice bekijken: { $link }
checkout_withdrawn_subject = Herroeping van bestelling { $order }
checkout_withdrawn_news = { $email } heeft bestelling { $order } op { $date } herroepen.
checkout_share = Delen
checkout_share_on = Delen op { $network }
checkout_tax_on_top = Exclusief { $tax }
checkout_per_unit = { $price } per { $unit }
checkout_whole_text = Volledige tekst tonen

## What follows an order: payments online, downloads, invoices, subscriptions

after_sale_payment_waiting = We wachten op uw betaling
after_sale_payment_waiting_lead = Bestelling { $order } is geplaatst zodra uw betaling van { $total } is bevestigd. Dat kan een minuut duren.
after_sale_look_again = Opnieuw controleren
after_sale_cancel_payment = Betaling annuleren
after_sale_go_on_to_pay = Verder naar de betaling
after_sale_payment_held = We kijken uw betaling na
after_sale_payment_held_lead = Er is een betaling voor bestelling { $order } binnengekomen die er niet meer bij past. U hoort van ons en u krijgt uw bestelling of uw geld terug.
after_sale_payment_failed = De betaling is niet gelukt
after_sale_payment_failed_lead = Er is niets afgeschreven. Uw winkelwagen is zoals die was: u kunt het opnieuw proberen of anders betalen.
after_sale_payment_failed_order = Bestelling { $order } is niet geplaatst.
after_sale_try_again = Opnieuw proberen
after_sale_charge_failed_way =
    Hier bevestigt u de betaling of betaalt u anders:
    { $link }
after_sale_charge_failed_text = We konden { $amount } voor uw abonnement niet afschrijven. Misschien wil uw bank dat u de betaling bevestigt, of is de kaart niet meer geldig.
after_sale_charge_failed_subject = Betaal alstublieft bestelling { $order }
after_sale_put_back = Alles opnieuw in de winkelwagen leggen
after_sale_payment_failed_way =
    Hier legt u alles opnieuw in de winkelwagen en betaalt u:
    { $link }
after_sale_payment_failed_text = De betaling voor bestelling { $order } is niet gelukt. Er is niets afgeschreven en de bestelling is niet geplaatst.
after_sale_payment_failed_subject = Uw bestelling bij { $shop } is niet geplaatst
after_sale_pay_again = De betaling is niet gelukt en er is niets afgeschreven. U kunt het opnieuw proberen.
after_sale_pay_now = { $total } betalen met { $method }
after_sale_pay_title = Deze bestelling is nog niet betaald
after_sale_downloads = Downloads
after_sale_downloads_later = U kunt deze bestanden downloaden zodra de bestelling is betaald.
after_sale_download_left = { $count ->
    [one] nog { $count } download
   *[other] nog { $count } downloads
}
after_sale_download_until = tot { $date }
after_sale_download_error = Deze download is niet beschikbaar
after_sale_download_expired = De link is verlopen.
after_sale_download_invalid = De link is niet geldig. Misschien is hij niet helemaal gekopieerd, of is de bestelling geannuleerd.
after_sale_download_used = De link is zo vaak gebruikt als mag.
after_sale_download_error_way = Uw bestelling toont wat u nog kunt downloaden. Ontbreekt er iets, schrijf ons dan.
after_sale_invoice = Factuur
after_sale_invoice_number = Factuur { $number }
after_sale_invoice_print = Afdrukken
after_sale_invoice_date = Factuurdatum
after_sale_invoice_delivered = Leverdatum
after_sale_invoice_order = Bestelling
after_sale_invoice_payment = Betaling
after_sale_invoice_vat_id = Btw-nummer
after_sale_invoice_item = Artikel
after_sale_invoice_quantity = Aantal
after_sale_invoice_net = Netto
after_sale_invoice_rate = Btw-tarief
after_sale_invoice_tax = Btw
after_sale_invoice_gross = Bruto
after_sale_invoice_tax_on = { $tax } over { $net }
after_sale_invoice_total = Totaal, betaald
after_sale_parcels = Pakketten
after_sale_parcel_holds = In dit pakket:
after_sale_parcel_rest = De rest volgt in een ander pakket.
after_sale_parcel_sent = Verzonden op { $date }
after_sale_parcel_ready = Klaar om af te halen sinds { $date }
after_sale_parcel_arrived = Aangekomen op { $date }
after_sale_parcel_subject = Een pakket van uw bestelling { $order } is onderweg
after_sale_refund_subject = Terugbetaling van uw bestelling { $order }: { $amount }
after_sale_refund_text = We hebben { $amount } terugbetaald. Afhankelijk van uw betaalwijze kan het enkele dagen duren.
after_sale_refund_on = Terugbetaald op { $date }: { $amount }
after_sale_credit_note = Creditnota
after_sale_credit_note_number = Creditnota { $number }
after_sale_credit_note_date = Datum van de creditnota
after_sale_credit_note_for = Bij factuur { $number } van { $date }
after_sale_credit_note_line = Gedeeltelijke terugbetaling
after_sale_credit_note_total = Totaal, terugbetaald
after_sale_withdrawal_open = We hebben uw herroeping ontvangen en antwoorden per e-mail.
after_sale_withdrawal_accepted = We hebben uw herroeping aanvaard.
after_sale_withdrawal_refused = We konden uw herroeping niet aanvaarden.
after_sale_withdrawal_settled = Uw herroeping is afgehandeld.
after_sale_withdrawal_accepted_subject = Uw herroeping van bestelling { $order } is aanvaard
after_sale_withdrawal_refused_subject = Uw herroeping van bestelling { $order } kon niet worden aanvaard
after_sale_message_subject = Over uw bestelling { $order }
after_sale_subscriptions = Abonnementen
after_sale_no_subscriptions = U hebt geen abonnementen.
after_sale_all_subscriptions = Alle abonnementen
after_sale_manage_subscription = Abonnement beheren
after_sale_subscriptions_lead = Bekijk wat er komt, pauzeer of zeg op.
after_sale_subscription_find_lead = Als gast geabonneerd? Zoek de eerste bestelling met het nummer en uw e-mailadres, of open de link in onze e-mail over het abonnement.
after_sale_subscription_notice = Abonnement: { $product } · { $interval } · telkens { $price }, plus verzending. Het loopt door tot u het opzegt, en dat kan op elk moment.
after_sale_subscription_terms = { $product } · { $interval } · telkens { $price }
after_sale_subscription_active = Actief
after_sale_subscription_paused = Gepauzeerd
after_sale_subscription_cancelled = Opgezegd
after_sale_subscription_next = Volgende bestelling op { $date }
after_sale_subscription_paused_lead = Er wordt niets besteld tot u het hervat; de datum was { $date }.
after_sale_subscription_ended = Opgezegd op { $date }. We hebben u een bevestiging per e-mail gestuurd.
after_sale_subscription_pause = Pauzeren
after_sale_subscription_resume = Hervatten
after_sale_subscription_cancel = Abonnement opzeggen
after_sale_subscription_cancel_question = Dit abonnement opzeggen?
after_sale_subscription_cancel_lead = Het eindigt meteen: er wordt niets meer besteld of in rekening gebracht. Wat u al hebt besteld, komt nog. We bevestigen dit per e-mail.
after_sale_subscription_cancel_now = Nu opzeggen
after_sale_subscription_keep = Abonnement houden
after_sale_subscription_sold_out = Dit is voorlopig uitverkocht.
after_sale_subscription_not_sold = Dit wordt niet meer verkocht zoals u het koos.
after_sale_subscription_not_payable = Dit kan niet meer worden betaald zoals voorheen.
after_sale_subscription_trouble_again = We proberen het elke dag opnieuw; tot die tijd wordt niets in rekening gebracht.
after_sale_subscription_begun = Uw abonnement bij { $shop }
after_sale_subscription_begun_way = Bekijk, pauzeer of zeg uw abonnement op elk moment op: { $link }
after_sale_subscription_renewed_lead = Uw abonnement loopt door. Dit is de bestelling van deze keer.
after_sale_subscription_cancelled_subject = Uw abonnement bij { $shop } is opgezegd
after_sale_subscription_cancelled_receipt = We hebben uw opzegging op { $date } ontvangen. Het abonnement is beëindigd en er wordt niets meer besteld.
after_sale_subscription_cancelled_news = Abonnement { $number } is opgezegd
after_sale_subscription_trouble_subject = Uw abonnement bij { $shop } kon vandaag niet doorgaan
after_sale_subscription_trouble_news = Abonnement { $number } kon niet worden verlengd

## Favourites, and e-mails about what is back in stock

favourites_save = Aan favorieten toevoegen
favourites_save_one = { $product } aan favorieten toevoegen
favourites_saved = Bij uw favorieten
favourites_of_guest = Ze worden in deze browser bewaard. Met een account hebt u ze overal.
favourites_empty = U hebt nog geen favorieten. Druk op het hart van een product en u vindt het hier terug.
favourites_remove = Verwijderen
favourites_remove_one = { $product } uit uw favorieten verwijderen
favourites_alert_title = Laat het weten als het er weer is
favourites_alert_lead = Eén e-mail, zodra u het weer kunt kopen.
favourites_alert_hint = Bent u ingelogd en laat u dit leeg, dan schrijven we naar het adres van uw account.
favourites_alert_button = Laat het me weten
favourites_alert_asked = We laten het weten als het er weer is.
favourites_alert_stop = Niet meer laten weten
favourites_mail_subject = { $product } is er weer
favourites_mail_text =
    ‘{ $product }’ is weer te koop:
    { $link }
favourites_mail_once = U vroeg ons het te laten weten. Dit is de enige e-mail erover.
favourites_mail_stop = Wacht u op iets anders en wilt u daar niets meer over horen? Eén klik: { $link }
favourites_stop_title = Geen e-mails meer hierover
favourites_stop_lead = We schrijven u dan niet meer wanneer iets weer op voorraad is.
favourites_stop_button = Deze e-mails stoppen
favourites_related = Misschien ook iets voor u
favourites_recent = Onlangs bekeken

## What is kept of a customer, and the deletion of an account

data_title = Uw gegevens
data_lead = Alles wat { $shop } over u bewaart, op { $date }.
data_as_json = Downloaden als JSON
data_as_html = Downloaden als pagina
data_guest_orders = Bestellingen die u zonder inloggen hebt geplaatst, horen er niet bij. De pagina van zo’n bestelling biedt aan om die in uw account te zetten.
data_card_lead = Bekijk alles wat deze winkel over u bewaart, neem het mee of verwijder uw account.
data_see = Uw gegevens bekijken
data_delete = Account verwijderen
data_delete_title = Uw account verwijderen
data_delete_lead = Uw account wordt één dag na uw verzoek verwijderd. Tot die tijd kunt u zich bedenken.
data_goes_title = Wat wordt verwijderd
data_goes = Uw naam, e-mailadres en wachtwoord, uw adressen, winkelwagen, favorieten en beoordelingen, de lijst van uw apparaten en de e-mails die we u hebben gestuurd. Abonnementen eindigen. Inloggen via een andere site kent u niet meer.
data_stays_title = Wat blijft
data_stays = Bestellingen en facturen, omdat de belastingwet erom vraagt: { $years } jaar lang met naam en adres. Niemand kan ze nog in een account zien. E-mailadres, telefoonnummer en opmerkingen worden er 30 dagen nadat een bestelling is verzonden, opgehaald of geannuleerd uit verwijderd, en in elk geval na een jaar. Van een bestelling die nooit is gekocht, wordt dan niets bewaard.
data_see_first = Eerst uw gegevens bekijken en downloaden
data_delete_button = Mijn account verwijderen
data_due = Uw account wordt op { $date } verwijderd. Tot die tijd werkt het zoals voorheen.
data_keep = Mijn account houden
data_yes = Ja
data_no = Nee
data_account = Account
data_addresses = Adressen
data_sessions = Ingelogde apparaten
data_devices = Apparaten die eerder waren ingelogd
data_sign_ons = Inloggen via een andere site
data_requests = Aangevraagde codes en links
data_emails = Verstuurde e-mails
data_alerts = E-mails over nieuwe voorraad
data_id = Nummer
data_email = E-mail
data_name = Naam
data_registered = Klant sinds
data_has_password = Heeft een wachtwoord
data_will_be_deleted = Wordt verwijderd op
data_group = Klantengroep
data_is_billing = Factuuradres
data_company = Bedrijf
data_street = Straat
data_postal_code = Postcode
data_city = Plaats
data_region = Regio
data_country = Land
data_phone = Telefoon
data_browser = Browser
data_network = Netwerk
data_began = Begonnen
data_last_used = Laatst gebruikt
data_ends = Eindigt uiterlijk
data_app = Site
data_user = Daar bekend als
data_asked = Aangevraagd
data_subject = Onderwerp
data_written = Geschreven
data_sent = Verstuurd
data_text = Tekst
data_product = Product
data_product_id = Productnummer
data_sku = Artikelnummer
data_options = Opties
data_quantity = Aantal
data_price = Prijs per stuk
data_items = Artikelen
data_total = Totaal
data_currency = Valuta
data_coupon = Kortingsbon
data_delivery_address = Bezorgadres
data_billing_address = Factuuradres
data_fields = Verdere antwoorden
data_comments = Opmerkingen
data_referer = Gekomen van
data_number = Bestelnummer
data_placed = Geplaatst
data_payment_status = Betaling
data_paid = Betaald
data_fulfillment_status = Bezorging
data_shipped = Verzonden
data_withdrawn = Herroepen
data_invoice = Factuur
data_interval = Hoe vaak
data_status = Status
data_next = Volgende bestelling
data_ended = Geëindigd
data_added = Toegevoegd
data_stars = Sterren
data_headline = Titel
data_changed = Gewijzigd
data_notes = Notities van de winkel
data_tax_exempt = Er wordt geen belasting berekend
data_tax_id = Belastingnummer
data_reminder_agreed = Met een herinnering ingestemd
data_parcels = Pakketten
data_carrier = Vervoerder
data_tracking = Pakketnummer
data_arrived = Aangekomen
data_refunded = Terugbetaald
data_payments = Online betalingen
data_provider = Betaaldienst
data_reference = Kenmerk daar
data_refunds = Terugbetaald
data_amount = Bedrag
data_reason = Reden

## Around a product: delivery, reviews, videos

product_delivery_time = Verwachte bezorging
product_arrives = Bezorgd { $days }
product_ready = Klaar { $days }
product_way_arrives = { $way }: { $days }
product_order_until = Als u bestelt voor { $day }, { $hour }.00 uur
product_reviews = Beoordelingen
product_out_of_five = { $stars } van 5 sterren
product_no_reviews = Nog geen beoordelingen.
product_write_review = Beoordeling schrijven
product_buyers_only = Beoordelingen zijn geschreven door klanten die dit hier hebben gekocht.
product_stars = { $count ->
    [one] { $count } ster
   *[other] { $count } sterren
}
product_review_by = { $name }, { $date }
product_newer_reviews = Nieuwere beoordelingen
product_older_reviews = Oudere beoordelingen
product_review_of = { $product } beoordelen
product_back_to_product = Terug naar het product
product_review_for_guests = Beoordelingen zijn geschreven door klanten die het product hebben gekocht. Log in, of zoek uw bestelling met het nummer, dan kunt u de uwe schrijven.
product_review_for_customers = Beoordelingen zijn geschreven door klanten die het product hebben gekocht. Zodra een bestelling van u ermee is betaald of onderweg is, kunt u er hier een schrijven.
product_review_stars = Hoeveel sterren geeft u?
product_review_title = Titel (optioneel)
product_review_text = Wat vindt u ervan?
product_review_name = Uw naam, zoals iedereen die ziet
product_review_name_hint = Uw e-mailadres wordt niet getoond.
product_send_review = Beoordeling versturen
product_change_review = Beoordeling wijzigen
product_remove_review = Mijn beoordeling verwijderen
product_review_thanks = Bedankt.
product_review_pending = Uw beoordeling is hier te zien zodra we die hebben gelezen.
product_review_published = Uw beoordeling is te zien op de pagina van het product.
product_review_rejected = Uw beoordeling wordt niet getoond. U kunt haar wijzigen, dan lezen we haar opnieuw.
product_review_removed = Uw beoordeling is verwijderd.
product_review_of_other_order = Met dit e-mailadres is het product al beoordeeld. Zoek de bestelling waarmee dat is gedaan om de beoordeling te wijzigen.
product_wrong_stars = Kies een tot vijf sterren.
product_wrong_title = Gebruik maximaal 120 tekens.
product_wrong_text = Schrijf een paar woorden, maximaal 4000 tekens.
product_wrong_name = Vul een naam in, maximaal 60 tekens.
product_news_subject = Beoordeling van { $product }: { $stars } van 5 sterren
product_news_pending =
    Nog niemand ziet haar. Publiceren: awning reviews publish { $review }
    Afwijzen: awning reviews reject { $review }
product_news_published = Klanten zien haar. Terugtrekken: awning reviews reject { $review }
product_video_of = Video van { $product }
product_play_video = De video van { $product } afspelen via { $host }
product_open_video = Video openen
product_video_host = Wordt afgespeeld vanaf { $host }, dat dan weet dat u hier was.
product_low_subject = { $count ->
    [one] Bijna op: één artikel in uw winkel
   *[other] Bijna op: { $count } artikelen in uw winkel
}
product_low_lead = Hiervan zijn er nog maar weinig:
product_low_line = { $product }: nog { $left }
product_low_link = De voorraad, en hoe die zo kwam: { $link }

## Wat klanten vragen, en de e-mails daarover

contact_title = Stel ons een vraag
contact_lead = We antwoorden per e-mail, en u vindt ons antwoord ook hier.
contact_your_name = Uw naam
contact_topic = Waar gaat het over?
contact_order_number = Bestelnummer, als het over een bestelling gaat
contact_message = Uw bericht
contact_send = Versturen
contact_privacy = We gebruiken uw naam en uw adres om u te antwoorden, en voor niets anders.
contact_leave_empty = Laat dit veld leeg
contact_thanks = Bedankt. We hebben uw bericht en antwoorden per e-mail.
contact_once_more = Verstuur het nog een keer: het formulier stond te lang open of werd te snel verstuurd.
contact_ask_about = Hierover iets vragen
contact_wrong_name = Vul uw naam in.
contact_wrong_email = Vul uw e-mailadres in.
contact_wrong_topic = Zeg in een paar woorden waar het over gaat.
contact_wrong_text = Schrijf een bericht van hoogstens 6.000 tekens.
contact_questions = Uw vragen
contact_questions_lead = Wat u ons hebt gevraagd, en onze antwoorden.
contact_all_questions = Alle vragen
contact_no_questions = U hebt ons nog niets gevraagd.
contact_messages = Berichten
contact_status_open = Wacht op ons antwoord
contact_status_answered = Beantwoord
contact_status_closed = Afgesloten
contact_reply = Schrijf ons
contact_reply_send = Versturen
contact_reply_thanks = Bedankt. We hebben uw bericht en antwoorden per e-mail.
contact_link_over = Deze link opent geen vraag meer. Misschien is hij niet helemaal gekopieerd.
contact_received_lead = Bedankt voor uw bericht. We antwoorden u.
contact_about_product = Over { $product }
contact_about_order = Over bestelling { $order }
contact_received_subject = Uw bericht aan { $shop }
contact_received_look = Uw bericht en ons antwoord staan hier: { $link }
contact_answer_subject = Ons antwoord: { $subject }
contact_answer_look = Lees hier alles en antwoord ons: { $link }
contact_news_subject = { $name } vraagt: { $subject }
contact_news_look = Antwoorden in de backoffice: { $link }

reminder_agree = Herinner mij één keer per e-mail als ik deze bestelling niet afrond
reminder_mail_lead = U hebt iets in uw winkelwagen gelegd en om een herinnering gevraagd. Het ligt er nog:
reminder_mail_prices = De prijzen zijn die van vandaag, zonder bezorging.
reminder_mail_button = Terug naar uw winkelwagen
reminder_mail_until = De link werkt 30 dagen, op elk apparaat. Dit is de enige herinnering aan deze winkelwagen.
reminder_mail_stop_lead = Wilt u aan geen enkele winkelwagen herinnerd worden?
reminder_mail_stop = Geen herinneringen meer
reminder_back_lead = Dit lag in uw winkelwagen, tegen de prijzen van vandaag.
reminder_back_besides = Hier ligt al iets in uw winkelwagen. Dat blijft erin, en niets wordt verdubbeld.
reminder_back_button = Verder met deze winkelwagen
reminder_back_gone = Iets wat erin lag, wordt niet meer verkocht.
reminder_back_nothing = Niets hiervan is nog te koop.
reminder_back_over = Deze link is te oud, of is niet helemaal gekopieerd.
reminder_back_ordered = Deze winkelwagen is al besteld. Bedankt!
reminder_stop_title = Geen herinneringen meer
reminder_stop_lead = We schrijven u niet meer over winkelwagens die u laat staan. E-mails over uw bestellingen blijven komen.
reminder_stop_button = Herinneringen stoppen
reminder_stopped = Gedaan. We herinneren u niet meer aan winkelwagens.
reminder_mail_subject = Uw winkelwagen bij { $shop }
