# The words of the interface in Polish.

## The language itself, and how it writes days, numbers and prices

format_name = Polski
format_locale = pl_PL
format_weekdays = pon. wt. śr. czw. pt. sob. niedz.
format_months = stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia
format_day = { $weekday } { $day }
format_day_of_month = { $day } { $month }
format_days_from_to = { $first } – { $last }
format_date = { $day } { $month } { $year }
format_decimal = ,
format_group = { "\u00A0" }
format_grouped_from = 5
format_price = { $amount }{ "\u00A0" }{ $symbol }
format_price_of_letters = { $amount }{ "\u00A0" }{ $symbol }

## The account widget in the header, and what is said in its live region: the browser says these too

widget_account = Konto
widget_account_of = Konto: { $customer }
widget_orders = Zamówienia
widget_addresses = Adresy
widget_sessions = Zalogowane urządzenia
widget_sign_in = Zaloguj się
widget_sign_out = Wyloguj się
widget_signing_in = Logowanie…
widget_signing_out = Wylogowywanie…
widget_create_account = Załóż konto
widget_email = E-mail
widget_password = Hasło
widget_forgot_password = Nie pamiętasz hasła?
widget_email_me_a_code = Wyślij kod e-mailem
widget_code = Sześciocyfrowy kod
widget_code_sent = Wysłaliśmy kod na adres { $email }. Jest ważny 10 minut.
widget_another_way = Zaloguj się inaczej
widget_wrong_code = To nie jest kod z najnowszej wiadomości.
widget_code_over = Ten kod stracił ważność. Prosimy o pobranie nowego.
widget_no_account_yet = Pierwszy raz tutaj?
widget_said_signed_in = Zalogowano.
widget_said_registered = Konto jest gotowe. Zalogowano.
widget_said_registration_sent = Wysłaliśmy wiadomość e-mail. Zawarty w niej link otwiera konto.
widget_said_link_over = Ten link został już użyty lub stracił ważność. Prosimy o ponowne założenie konta.
widget_said_signed_out = Wylogowano.
widget_said_session_ended = Sesja wygasła. Wylogowano.
widget_said_session_closed = Ta sesja została zakończona.
widget_said_others_closed = Wszystkie pozostałe sesje zostały zakończone.
widget_said_password_changed = Hasło zostało zmienione. Wszystkie pozostałe sesje zostały zakończone.
widget_failed_no_session = Nikt nie był zalogowany.
widget_failed_unavailable = Sklep nie mógł teraz zakończyć sesji. Sesja nadal trwa. Prosimy spróbować ponownie.
widget_failed_still_signed_in = Wylogowanie nie powiodło się. Sesja nadal trwa. Prosimy spróbować ponownie.
widget_failed_unreachable = Nie udało się połączyć ze sklepem. Sesja być może nadal trwa. Sprawdzimy to po przywróceniu połączenia.
widget_wrong_credentials = Nieprawidłowy e-mail lub hasło.
widget_too_many_attempts = { $minutes ->
    [one] Zbyt wiele prób. Prosimy odczekać { $minutes } minutę i spróbować ponownie.
    [few] Zbyt wiele prób. Prosimy odczekać { $minutes } minuty i spróbować ponownie.
    [many] Zbyt wiele prób. Prosimy odczekać { $minutes } minut i spróbować ponownie.
   *[other] Zbyt wiele prób. Prosimy odczekać { $minutes } minuty i spróbować ponownie.
}
widget_bad_email = Prosimy podać adres e-mail, na przykład imie@example.com.
widget_email_taken = Konto z tym adresem e-mail już istnieje. Prosimy się zalogować.
widget_bad_name = Prosimy podać imię i nazwisko, maksymalnie 120 znaków.
widget_bad_new_password = Prosimy wybrać hasło o długości co najmniej 10 znaków.
widget_wrong_current_password = To nie jest obecne hasło.
widget_unreachable = Nie udało się połączyć ze sklepem. Prosimy spróbować ponownie; wpisane dane nie przepadły.
widget_sold_out = Wyprzedane
widget_said_added = Dodano do koszyka.
widget_said_removed = Usunięto z koszyka.
widget_said_not_available = Ten produkt nie jest już dostępny.
widget_said_not_enough = Nie ma już tylu sztuk. Koszyk pozostał bez zmian.
widget_said_wrong_quantity = Prosimy wybrać ilość w podanych granicach.
widget_said_wrong_price = Prosimy podać cenę w podanych granicach.
widget_said_not_offered = Tego wariantu już nie oferujemy. Prosimy wybrać ponownie.
widget_said_choose_first = Prosimy najpierw wybrać to, co oznaczono gwiazdką.
widget_said_quantity = Ilość została zmieniona.
widget_favourites = Ulubione
widget_said_favourite = Dodano do ulubionych.
widget_said_no_favourite = Usunięto z ulubionych.
widget_said_alert = Napiszemy jeden raz, gdy produkt znów będzie dostępny.
widget_said_no_alert = Nie będziemy o tym pisać.

## Frame, catalogue, account pages

shop_close = Zamknij
shop_new_password = Nowe hasło
shop_current_password = Obecne hasło
shop_name = Imię i nazwisko
shop_new_password_hint = Co najmniej 10 znaków. Dobrze sprawdzają się trzy lub cztery przypadkowe słowa.
shop_have_account = Masz już konto?
shop_sign_in_lead = Witamy ponownie. Miło znów się spotkać.
shop_register_lead = Dzięki kontu sklep rozpozna Cię przy następnej wizycie.
shop_account_lead = Zalogowano jako { $customer }.
shop_customer_since = Z nami od { $date }
shop_group = Grupa klientów: { $group }
shop_sessions_lead = Te przeglądarki są zalogowane na koncie. Prosimy wylogować te, które są nieznane.
shop_this_session = Ta przeglądarka
shop_last_seen = Ostatnio używana: { $date }
shop_sign_out_here = Wyloguj się tutaj
shop_end_session = Wyloguj tę przeglądarkę
shop_end_other_sessions = Wyloguj wszędzie indziej
shop_only_session = Nie ma innych zalogowanych urządzeń.
shop_unknown_device = Nieznana przeglądarka
shop_change_password = Zmień hasło
shop_change_password_lead = Zmiana hasła wylogowuje wszędzie indziej.
shop_sign_out_question = Wylogować się?
shop_sign_out_lead = Zalogowano jako { $customer }. Konto zachowa wszystko; ta przeglądarka o tym zapomni.
shop_stay_signed_in = Nie wylogowuj
shop_nobody_signed_in = Nikt nie jest tu zalogowany.
shop_known_subject = Konto w sklepie { $shop }
shop_known_text =
    Ktoś, zapewne Ty, próbował założyć konto z tym adresem e-mail. Takie konto już istnieje. Zalogować się można tutaj:
    { $link }

    Jeśli to nie Ty, nie trzeba nic robić.
shop_confirm_subject = Otwórz konto w sklepie { $shop }
shop_confirm_text =
    Jedno kliknięcie i konto jest otwarte:
    { $link }

    Link działa jeden raz, w ciągu jednego dnia. Jeśli to nie Ty prosisz o konto, nie trzeba nic robić.
shop_confirm_title = Otwórz konto
shop_confirm_lead = Jedno kliknięcie potwierdza adres e-mail.
shop_confirm_button = Otwórz konto
shop_skip_to_content = Przejdź do treści
shop_footer_menu = Sklep
shop_prices_note = Wszystkie ceny zawierają VAT i nie obejmują kosztów dostawy.
shop_home = Strona główna
shop_not_found_title = Nie znaleziono strony
shop_not_found_lead = Być może została przeniesiona lub w adresie jest literówka.
shop_back_to_shop = Wróć do sklepu
shop_opens_soon = Właśnie urządzamy sklep. Zapraszamy wkrótce.
shop_categories = Kategorie
shop_featured = Polecane
shop_newest = Nowości
shop_all_products = Wszystkie produkty
shop_all_of = Wszystko w kategorii { $category }
shop_breadcrumbs = Jesteś tutaj
shop_was = Wcześniej
shop_on_sale = Promocja
shop_choose = Wybierz
shop_details = Zobacz
shop_add_to_cart = Dodaj do koszyka
shop_products = { $count ->
    [0] Brak produktów
    [one] Jeden produkt
    [few] { $count } produkty
    [many] { $count } produktów
   *[other] { $count } produktu
}
shop_sort_by = Sortuj według
shop_by_us = Polecane
shop_by_relevance = Trafność
shop_by_newest = Najnowsze
shop_by_price_up = Cena rosnąco
shop_by_price_down = Cena malejąco
shop_by_name = Nazwa od A do Z
shop_by_name_down = Nazwa od Z do A
shop_apply = Zastosuj
shop_nothing_found = Nic nie spełnia wszystkich warunków. Prosimy użyć mniej filtrów lub innego słowa.
shop_clear_filters = Wyczyść filtry
shop_pages = Strony
shop_page_of = Strona { $page } z { $pages }
shop_earlier = Poprzednia strona
shop_show_more = Pokaż więcej
shop_filters = Filtry
shop_in_stock_only = Dostępne
shop_on_sale_only = Promocja
shop_price = Cena
shop_price_from = Od
shop_price_to = Do
shop_search_results = Wyniki dla „{ $keyword }”
shop_search_corrected = Brak wyników dla „{ $keyword }”. Oto podobne.
shop_search = Szukaj
shop_search_products = Szukaj produktów
shop_menu = Menu
shop_description = Opis
shop_in_stock = Dostępny
shop_left_in_stock = { $count ->
    [one] została { $count } sztuka
    [few] zostały { $count } sztuki
    [many] zostało { $count } sztuk
   *[other] zostało { $count } sztuki
}
shop_quantity = Ilość
shop_quantity_limits = Od { $least } do { $most } na zamówienie.
shop_update_price = Zaktualizuj cenę
shop_name_your_price = Twoja cena
shop_price_at_least = Co najmniej { $price }.
shop_price_at_most = Najwyżej { $price }.
shop_subscription = Jak często
shop_buy_once = Jednorazowo
shop_every_days = { $count ->
    [one] Codziennie
   *[other] Co { $count } dni
}
shop_every_weeks = { $count ->
    [one] Co tydzień
    [few] Co { $count } tygodnie
    [many] Co { $count } tygodni
   *[other] Co { $count } tygodnia
}
shop_every_months = { $count ->
    [one] Co miesiąc
    [few] Co { $count } miesiące
    [many] Co { $count } miesięcy
   *[other] Co { $count } miesiąca
}
shop_every_years = { $count ->
    [one] Co rok
    [few] Co { $count } lata
    [many] Co { $count } lat
   *[other] Co { $count } roku
}
shop_wholesale = Ceny hurtowe
shop_from_quantity = Od { $quantity } szt.
shop_weight = Waga
shop_please_choose = Wybierz
shop_files_later = Nie można tu jeszcze przesyłać plików.
shop_picture_of = Zdjęcie { $number }
shop_pictures = Zdjęcia: { $product }
shop_language = Język
shop_cart = Twój koszyk
shop_cart_count = { $count ->
    [one] Koszyk, { $count } produkt
    [few] Koszyk, { $count } produkty
    [many] Koszyk, { $count } produktów
   *[other] Koszyk, { $count } produktu
}
shop_cart_empty = Koszyk jest pusty.
shop_total = Razem
shop_page_about = O nas
shop_page_shipping = Dostawa i płatność
shop_page_returns = Zwroty
shop_page_terms = Regulamin
shop_page_privacy = Polityka prywatności
shop_page_impressum = Dane firmy
shop_consent_title = Co ten sklep może zapisywać?
shop_consent_lead = To, czego sklep potrzebuje do działania, zapisujemy zawsze; do analityki i personalizacji tylko to, na co wyrazisz zgodę. Decyzję można zmienić w każdej chwili.
shop_consent_more = Co to jest
shop_consent_choose = Wybierz
shop_consent_accept = Zgadzam się
shop_consent_decline = Odmawiam
shop_consent_keep = Zapisz wybór
shop_consent_kept = Wybór został zapisany.
shop_consent_analytics = Analityka: jak używany jest sklep, aby go ulepszać
shop_consent_personalisation = Personalizacja: oglądane produkty oraz to, co zapamiętują narzędzia sklepu
shop_consent_settings = Ustawienia plików cookie
shop_consent_necessary = To, czego sklep potrzebuje do działania
shop_consent_session = Kto jest zalogowany na tym urządzeniu i że było ono tu już wcześniej, aby nikt nie mógł się podszyć.
shop_consent_cart = Koszyk, zamówienia złożone w tej przeglądarce i wybrany język.
shop_consent_answer = Udzielona tu odpowiedź, przez pół roku.
shop_fault_title = To się nie udało
shop_fault_too_many = W krótkim czasie z jednego miejsca nadeszło zbyt wiele żądań. Nic nie zostało zmienione. Prosimy spróbować ponownie za godzinę.
shop_fault_disk_full = Sklep nie ma już miejsca na zapis danych. Nic nie zostało zmienione. Prosimy spróbować później lub powiadomić sklep.
shop_fault_unavailable = Sklep jest przeciążony lub trwa przerwa techniczna. Nic nie zostało zmienione. Prosimy spróbować ponownie za minutę.
shop_fault_internal = Po naszej stronie wystąpił błąd. Nic nie zostało zmienione. Prosimy spróbować ponownie; jeśli błąd się powtórzy, prosimy podać sklepowi ten numer.
shop_fault_bad_request = Sklep nie zrozumiał tego żądania. Prosimy wrócić, odświeżyć stronę i spróbować ponownie.
shop_fault_forbidden = To żądanie nadeszło z innej strony internetowej, więc sklep je odrzucił. Nic nie zostało zmienione. Prosimy korzystać ze stron sklepu.
shop_fault_timeout = Trwało to zbyt długo i zostało przerwane. Prosimy spróbować ponownie.
shop_fault_too_large = Przesłane dane są dla sklepu zbyt duże.
shop_fault_method = Ten adres nie przyjmuje takich żądań. Prosimy korzystać ze stron sklepu.
shop_fault_not_found = Pod tym adresem nic nie ma.
shop_fault_id = Żądanie { $id }

## Account pages, and e-mails about accounts

account_code_subject = { $code } to kod do sklepu { $shop }
account_code_text = Kod: { $code }. Prosimy wpisać go tam, skąd wysłano prośbę.
account_code_link =
    Można też zalogować się tym linkiem, w dowolnej przeglądarce:
    { $link }
account_code_opens = Nie ma jeszcze konta z tym adresem e-mail. Użycie kodu lub linku je założy.
account_code_joins = Zamówienie { $order } znajdzie się potem na koncie.
account_code_opens_for = W ten sposób powstanie konto z zamówieniem { $order }.
account_code_warning = Kod i link działają jeden raz, w ciągu 10 minut. Nikt ze sklepu nigdy nie zapyta o ten kod. Jeśli to nie Ty o niego prosisz, nie trzeba nic robić.
account_reset_title = Ustaw nowe hasło
account_reset_lead = Prosimy podać adres e-mail, a wyślemy link do ustawienia nowego hasła.
account_reset_send = Wyślij link
account_reset_new_lead = Prosimy wybrać nowe hasło. Nastąpi wylogowanie wszędzie indziej.
account_reset_save = Zapisz i zaloguj się
account_reset_subject = Hasło do sklepu { $shop }
account_reset_text =
    Nowe hasło można ustawić tutaj:
    { $link }

    Link działa jeden raz, w ciągu godziny. Jeśli to nie Ty o niego prosisz, nie trzeba nic robić: hasło pozostaje bez zmian.
account_no_account_text =
    Ktoś, zapewne Ty, próbował ustawić nowe hasło. Nie ma konta z tym adresem e-mail. Założyć je można tutaj:
    { $link }

    Jeśli to nie Ty, nie trzeba nic robić.
account_told_reset_sent = Jeśli istnieje konto z tym adresem, link jest już w drodze. Prosimy sprawdzić pocztę.
account_password_changed_subject = Hasło do sklepu { $shop } zostało zmienione
account_password_changed_text =
    Hasło do konta zostało zmienione, a wszystkie inne przeglądarki zostały wylogowane.

    Jeśli to nie Ty, prosimy natychmiast ustawić nowe:
    { $link }
account_no_password_lead = Logowanie odbywa się przez e-mail, bez hasła. Jeśli hasło jest potrzebne, wyślemy link do jego ustawienia.
account_no_password_button = Wyślij mi link
account_details = Twoje dane
account_change_name = Zapisz imię i nazwisko
account_told_name_changed = Imię i nazwisko zostały zmienione.
account_new_email = Nowy adres e-mail
account_change_email = Zmień adres e-mail
account_change_email_lead = Wyślemy link na nowy adres. Po jego kliknięciu adres zostanie zmieniony, a wszystkie inne przeglądarki wylogowane.
account_new_email_lead = Jedno kliknięcie i { $email } będzie adresem e-mail konta.
account_new_email_button = Użyj tego adresu
account_new_address_subject = Adres e-mail w sklepie { $shop }
account_new_address_text =
    Jedno kliknięcie i to będzie adres e-mail konta:
    { $link }

    Link działa jeden raz, w ciągu jednego dnia. Jeśli to nie Ty o niego prosisz, nie trzeba nic robić.
account_address_taken_text =
    Ktoś, zapewne Ty, próbował użyć tego adresu e-mail dla innego konta. Jest już przypisany do konta. Zalogować się można tutaj:
    { $link }

    Jeśli to nie Ty, nie trzeba nic robić.
account_address_changed_subject = Adres e-mail w sklepie { $shop } został zmieniony
account_address_changed_text =
    Adresem e-mail konta jest teraz { $email }. Wszystkie inne przeglądarki zostały wylogowane.

    Jeśli to nie Ty, prosimy natychmiast do nas napisać.
account_told_new_email_sent = Wysłaliśmy link na nowy adres. Do czasu jego kliknięcia konto zachowuje stary adres.
account_told_email_changed = Adres e-mail został zmieniony. Wszystkie inne przeglądarki zostały wylogowane.
account_again_title = Prosimy zalogować się jeszcze raz
account_again_lead = To, co następuje, jest tylko dla Ciebie. Dlatego pytamy ponownie, jeśli od zalogowania minęło więcej niż dziesięć minut.
account_offer_title = Następnym razem bez wpisywania
account_offer_lead = Jedno kliknięcie zakłada konto dla { $email }: z tym zamówieniem i adresem, i bez hasła do zapamiętania.
account_offer_button = Załóż moje konto
account_default_address = Domyślny
account_make_default = Ustaw jako domyślny
account_no_addresses = Nie ma jeszcze zapisanych adresów.
account_seen_from = Zalogowano z sieci { $network }
account_book_full = Książka adresowa jest pełna. Prosimy usunąć jeden adres, a potem zapisać ten ponownie.
account_address_gone = Ten adres został w międzyczasie usunięty. Aby go zachować, prosimy zapisać go ponownie.
account_link_lead = Jedno kliknięcie loguje w tej przeglądarce jako { $email }.
account_link_over = Ten link został już użyty lub stracił ważność.
account_code_registers = Pierwszy raz tutaj? Kod założy konto.
account_ask_again = Poproś o nowy
account_told_account_kept = Konto pozostaje.
account_deletion_subject = Konto w sklepie { $shop } zostanie usunięte
account_deletion_text =
    Otrzymaliśmy prośbę o usunięcie konta. Nastąpi to { $date }.

    Zmiana zdania, a może to nie Ty? Przed tym terminem prosimy się zalogować i wybrać „Zachowaj moje konto”:
    { $link }
account_deleted_subject = Konto w sklepie { $shop } zostało usunięte
account_deleted_text =
    Konto zostało usunięte, a wraz z nim przechowywane przez nas dane. Zamówienia i faktury pozostają, z imieniem, nazwiskiem i adresem, tak długo, jak wymaga tego prawo podatkowe; adres e-mail i numer telefonu są z nich usuwane 30 dni po zakończeniu zamówienia.

    To nasza ostatnia wiadomość w tej sprawie. Jej również nie przechowujemy.
account_staff_title = Sklep oczami klienta
account_staff_lead = Za chwilę zobaczą Państwo sklep tak, jak widzi go { $email }, przez godzinę. Można robić zakupy dla tej osoby; hasło, adres e-mail i konto pozostają niedostępne. Klient nie zostanie o tym powiadomiony, a dziennik zapisuje, kto to robi.
account_staff_begin = Przejdź do sklepu
account_staff_end = Zakończ
account_staff_bar = { $staff } jest w sklepie jako { $customer }, jako pracownik.
account_joined_subject = Państwa konta w { $shop } są teraz jednym
account_joined_text =
    Konto z tym adresem e-mail zostało połączone z drugim, { $email }. Zamówienia, adresy i wszystko inne są teraz tam. Ten adres nie otwiera już żadnego konta; prosimy logować się drugim:
    { $link }

    Jeśli nie mają Państwo tu innego konta, prosimy natychmiast do nas napisać.

## Cart, checkout and orders

checkout_update = Zaktualizuj
checkout_coupon_apply = Zastosuj
checkout_quantity_of = Ilość: { $product }
checkout_qty = Ilość: { $quantity }
checkout_remove_it = Usuń: { $name }
checkout_undo = Cofnij
checkout_was_removed = Usunięto z koszyka: „{ $product }”.
checkout_keep_shopping = Kontynuuj zakupy
checkout_each = { $price } za szt.
checkout_gone = Ten produkt nie jest już sprzedawany.
checkout_sold_out_now = Ten produkt został wyprzedany.
checkout_only_left = { $count ->
    [one] Została tylko { $count } sztuka.
    [few] Zostały tylko { $count } sztuki.
    [many] Zostało tylko { $count } sztuk.
   *[other] Zostało tylko { $count } sztuki.
}
checkout_short_lead = Część zamówienia nie jest już dostępna w wybranej postaci. Prosimy wybrać, co dalej:
checkout_take_instead = Zmień na { $count }
checkout_remove = Usuń
checkout_coupon = Kupon
checkout_coupon_code = Kod kuponu
checkout_coupon_holds = Zastosowano kupon „{ $coupon }”.
checkout_coupon_unknown = Ten kupon nie istnieje lub stracił ważność.
checkout_coupon_too_little = Wartość zamówienia jest zbyt niska dla tego kuponu.
checkout_take_off = Usuń kupon
checkout_you_save = Oszczędzasz { $amount }
checkout_your_email = Twój e-mail
checkout_email_lead = Tam wyślemy potwierdzenie zamówienia.
checkout_agree = Akceptuję regulamin i znam zasady zwrotów.
checkout_please_agree = Aby przejść dalej, prosimy zaakceptować regulamin.
checkout_checkout = Przejdź do kasy
checkout_added = Dodano do koszyka
checkout_view_cart = Zobacz koszyk
checkout_until_free = Do darmowej dostawy brakuje { $amount }.
checkout_delivery_is_free = Dostawa tego zamówienia jest darmowa.
checkout_go_on = Dalej
checkout_back = Wstecz
checkout_change = Zmień
checkout_please_answer = Prosimy o odpowiedź.
checkout_please_check = Prosimy sprawdzić pola oznaczone poniżej.
checkout_items = Suma częściowa
checkout_discount = Rabat
checkout_coupon_named = Kupon „{ $coupon }”
checkout_shipping = Dostawa
checkout_handling = Opłata manipulacyjna
checkout_tax_at = { $tax } { $rate }%
checkout_tax_within = W tym { $tax }
checkout_free = Za darmo
checkout_free_from = za darmo od { $price }
checkout_price_from = od { $price }
checkout_returns = Zwroty
checkout_withdraw_online = Od zamówienia można odstąpić online.
checkout_later = Obliczymy przy kasie
checkout_after_address = Po podaniu adresu
checkout_not_chosen = Jeszcze nie wybrano
checkout_summary = Twoje zamówienie
checkout_address = Adres
checkout_shipping_address = Adres dostawy
checkout_billing_address = Adres do faktury
checkout_same_address = Adres do faktury jest taki sam
checkout_full_name = Imię i nazwisko
checkout_company = Firma (opcjonalnie)
checkout_street = Ulica i numer
checkout_street_2 = Mieszkanie, piętro (opcjonalnie)
checkout_city = Miejscowość
checkout_country = Kraj
checkout_state = Województwo lub region
checkout_postal_code = Kod pocztowy
checkout_phone = Telefon (opcjonalnie)
checkout_choose_country = Wybierz kraj
checkout_choose_state = Wybierz region
checkout_other_country = Dostosuj pola do tego kraju
checkout_wrong_email = Prosimy podać adres e-mail, na przykład imie@example.com.
checkout_wrong_name = Prosimy podać imię i nazwisko.
checkout_wrong_street = Prosimy podać ulicę i numer.
checkout_wrong_city = Prosimy podać miejscowość.
checkout_wrong_country = Prosimy wybrać kraj.
checkout_wrong_state = Prosimy wybrać region.
checkout_wrong_postal_code = To nie jest kod pocztowy tego kraju.
checkout_saved_addresses = Twoje adresy
checkout_change_address = Zmień adres
checkout_new_address = Nowy adres
checkout_keep_address = Zapisz adres
checkout_use_address = Użyj tego adresu
checkout_delivery_title = Jaki sposób dostawy wybierasz?
checkout_no_delivery = Nie dostarczamy tam jeszcze. Prosimy wybrać inny adres.
checkout_choose_delivery = Prosimy wybrać sposób dostawy.
checkout_payment_title = Jaki sposób płatności wybierasz?
checkout_payment = Płatność
checkout_no_payment = Dla tej dostawy nie ma sposobu płatności.
checkout_choose_payment = Prosimy wybrać sposób płatności.
checkout_payment_test = Tryb testowy: pieniądze nie zostaną pobrane.
checkout_review_title = Sprawdź zamówienie
checkout_comments = Uwagi do zamówienia (opcjonalnie)
checkout_place_order = Zamawiam z obowiązkiem zapłaty: { $total }
checkout_total_changed = Kwota zmieniła się w międzyczasie. Prosimy ją sprawdzić i zamówić ponownie.
checkout_cart_changed = Zawartość koszyka zmieniła się w międzyczasie. Prosimy ją sprawdzić i zamówić ponownie.
checkout_thanks = Dziękujemy, { $name }
checkout_thanks_lead = Otrzymaliśmy zamówienie { $order }. Potwierdzenie jest w drodze na adres { $email }.
checkout_received = Otrzymaliśmy zamówienie { $order }.
checkout_order = Zamówienie { $number }
checkout_orders = Zamówienia
checkout_no_orders = Nie znaleziono zamówień.
checkout_no_orders_yet = Nie ma jeszcze żadnych zamówień.
checkout_all_orders = Wszystkie zamówienia
checkout_edit_addresses = Edytuj adresy
checkout_placed_on = Złożone { $date }
checkout_from_day = Od
checkout_to_day = Do
checkout_search_orders = Szukaj zamówień
checkout_show = Pokaż
checkout_order_again = Zamów ponownie
checkout_ordered_again = To, co nadal jest dostępne, znajduje się w koszyku.
checkout_status_awaiting_payment = Oczekuje na płatność
checkout_status_paid = Opłacone
checkout_status_cancelled = Anulowane
checkout_status_refunded = Zwrócono płatność
checkout_status_partially_refunded = Zwrócono część płatności
checkout_status_incomplete = Niekompletne
checkout_status_awaiting_processing = Oczekuje na realizację
checkout_status_processing = W realizacji
checkout_status_shipped = Wysłane
checkout_status_delivered = Dostarczone
checkout_status_will_not_deliver = Nie zostanie dostarczone
checkout_status_returned = Zwrócone
checkout_status_ready_for_pickup = Gotowe do odbioru
checkout_pickup_at = Odbiór pod adresem
checkout_find_order = Znajdź zamówienie
checkout_find_order_lead = Zamówienie bez konta? Wystarczą numer i adres e-mail.
checkout_see_order_lead = Aby zobaczyć zamówienie { $order }, prosimy podać adres e-mail, z którym je złożono.
checkout_order_number = Numer zamówienia
checkout_order_not_found = Nie znaleźliśmy zamówienia o tym numerze i adresie e-mail.
checkout_letter_subject = Zamówienie { $order } w sklepie { $shop }
checkout_letter_lead = Dziękujemy za zamówienie. Oto podsumowanie.
checkout_letter_look = Zamówienie można zobaczyć w każdej chwili: { $link }
checkout_pay_subject = Prosimy o opłacenie zamówienia { $order } w sklepie { $shop }
checkout_pay_lead = Dziękujemy za zamówienie. Zapisaliśmy je dla Państwa. Oto podsumowanie i sposób zapłaty.
checkout_pay_link = Zamówienie i sposób zapłaty są tutaj: { $link }
checkout_status_subject = Zamówienie { $order }: { $status }
checkout_parcel = Twoja paczka: { $number }
checkout_withdraw = Odstąp od umowy
checkout_withdraw_lead = Można odstąpić bez podania przyczyny. Następny przycisk wysyła oświadczenie o odstąpieniu; natychmiast potwierdzimy je e-mailem.
checkout_withdraw_confirm = Potwierdź odstąpienie
checkout_withdrawn = Odstąpiono od tego zamówienia { $date }.
checkout_withdraw_subject = Odstąpienie od zamówienia { $order }
checkout_withdraw_receipt = Otrzymaliśmy odstąpienie od zamówienia { $order } dnia { $date }.
checkout_news_subject = Nowe zamówienie { $order }: { $total }
checkout_news_look = Zobacz zamówienie w panelu: { $link }
checkout_withdrawn_subject = Odstąpienie od zamówienia { $order }
checkout_withdrawn_news = { $email } odstępuje od zamówienia { $order } ({ $date }).
checkout_share = Udostępnij
checkout_share_on = Udostępnij w serwisie { $network }
checkout_tax_on_top = Plus { $tax }
checkout_per_unit = { $price } za { $unit }
checkout_whole_text = Pokaż cały tekst

## What follows an order: payments online, downloads, invoices, subscriptions

after_sale_payment_waiting = Czekamy na płatność
after_sale_payment_waiting_lead = Zamówienie { $order } zostanie złożone, gdy płatność { $total } zostanie potwierdzona. Może to potrwać minutę.
after_sale_look_again = Sprawdź ponownie
after_sale_cancel_payment = Anuluj płatność
after_sale_go_on_to_pay = Przejdź do płatności
after_sale_payment_held = Sprawdzamy płatność
after_sale_payment_held_lead = Dotarła płatność za zamówienie { $order }, która już do niego nie pasuje. Otrzymają Państwo od nas wiadomość oraz zamówienie albo zwrot pieniędzy.
after_sale_payment_failed = Płatność nie powiodła się
after_sale_payment_failed_lead = Nic nie zostało pobrane. Koszyk pozostał bez zmian: można spróbować ponownie lub zapłacić inaczej.
after_sale_payment_failed_order = Zamówienie { $order } nie zostało złożone.
after_sale_try_again = Spróbuj ponownie
after_sale_charge_failed_way =
    Aby potwierdzić lub zapłacić inaczej:
    { $link }
after_sale_charge_failed_text = Nie udało się pobrać { $amount } za subskrypcję. Być może bank chce potwierdzenia płatności albo karta straciła ważność.
after_sale_charge_failed_subject = Prosimy o opłacenie zamówienia { $order }
after_sale_put_back = Włóż wszystko ponownie do koszyka
after_sale_payment_failed_way =
    Aby ponownie włożyć wszystko do koszyka i zapłacić:
    { $link }
after_sale_payment_failed_text = Płatność za zamówienie { $order } nie powiodła się. Nic nie zostało pobrane, a zamówienie nie zostało złożone.
after_sale_payment_failed_subject = Zamówienie w sklepie { $shop } nie zostało złożone
after_sale_pay_again = Płatność nie powiodła się i nic nie zostało pobrane. Można spróbować ponownie.
after_sale_pay_now = Zapłać { $total }: { $method }
after_sale_pay_title = To zamówienie nie jest jeszcze opłacone
after_sale_downloads = Pliki do pobrania
after_sale_downloads_later = Pliki będzie można pobrać po opłaceniu zamówienia.
after_sale_download_left = { $count ->
    [one] pozostało { $count } pobranie
    [few] pozostały { $count } pobrania
    [many] pozostało { $count } pobrań
   *[other] pozostało { $count } pobrania
}
after_sale_download_until = do { $date }
after_sale_download_error = Ten plik nie jest dostępny
after_sale_download_expired = Link wygasł.
after_sale_download_invalid = Link jest nieprawidłowy. Być może nie został skopiowany w całości lub zamówienie anulowano.
after_sale_download_used = Link został już użyty dozwoloną liczbę razy.
after_sale_download_error_way = Zamówienie pokazuje, co jeszcze można pobrać. Jeśli czegoś brakuje, prosimy do nas napisać.
after_sale_invoice = Faktura
after_sale_invoice_number = Faktura { $number }
after_sale_invoice_print = Drukuj
after_sale_invoice_date = Data wystawienia
after_sale_invoice_delivered = Data dostawy
after_sale_invoice_order = Zamówienie
after_sale_invoice_payment = Płatność
after_sale_invoice_vat_id = NIP
after_sale_invoice_item = Pozycja
after_sale_invoice_quantity = Ilość
after_sale_invoice_net = Netto
after_sale_invoice_rate = Stawka podatku
after_sale_invoice_tax = Podatek
after_sale_invoice_gross = Brutto
after_sale_invoice_tax_on = { $tax } od { $net }
after_sale_invoice_total = Razem, zapłacono
after_sale_parcels = Paczki
after_sale_parcel_holds = W tej paczce:
after_sale_parcel_rest = Reszta zostanie wysłana w kolejnej paczce.
after_sale_parcel_sent = Wysłano dnia { $date }
after_sale_parcel_ready = Do odbioru od { $date }
after_sale_parcel_arrived = Dostarczono dnia { $date }
after_sale_parcel_subject = Paczka z zamówienia { $order } jest w drodze
after_sale_refund_subject = Zwrot płatności za zamówienie { $order }: { $amount }
after_sale_refund_text = Zwróciliśmy { $amount }. W zależności od sposobu płatności może to potrwać kilka dni.
after_sale_refund_on = Zwrócono dnia { $date }: { $amount }
after_sale_credit_note = Faktura korygująca
after_sale_credit_note_number = Faktura korygująca { $number }
after_sale_credit_note_date = Data wystawienia korekty
after_sale_credit_note_for = Do faktury { $number } z dnia { $date }
after_sale_credit_note_line = Częściowy zwrot płatności
after_sale_credit_note_total = Razem, zwrócono
after_sale_withdrawal_open = Otrzymaliśmy odstąpienie od umowy i odpowiemy e-mailem.
after_sale_withdrawal_accepted = Przyjęliśmy odstąpienie od umowy.
after_sale_withdrawal_refused = Nie mogliśmy przyjąć odstąpienia od umowy.
after_sale_withdrawal_settled = Odstąpienie od umowy zostało rozliczone.
after_sale_withdrawal_accepted_subject = Przyjęliśmy odstąpienie od zamówienia { $order }
after_sale_withdrawal_refused_subject = Nie mogliśmy przyjąć odstąpienia od zamówienia { $order }
after_sale_message_subject = W sprawie zamówienia { $order }
after_sale_subscriptions = Subskrypcje
after_sale_no_subscriptions = Nie ma żadnych subskrypcji.
after_sale_all_subscriptions = Wszystkie subskrypcje
after_sale_manage_subscription = Zarządzaj subskrypcją
after_sale_subscriptions_lead = Zobacz, co dalej, wstrzymaj lub anuluj.
after_sale_subscription_find_lead = Subskrypcja bez konta? Pierwsze zamówienie można znaleźć po numerze i adresie e-mail albo otworzyć link z naszej wiadomości o subskrypcji.
after_sale_subscription_notice = Subskrypcja: { $product } · { $interval } · każdorazowo { $price } plus dostawa. Trwa do anulowania, które jest możliwe w każdej chwili.
after_sale_subscription_terms = { $product } · { $interval } · każdorazowo { $price }
after_sale_subscription_active = Aktywna
after_sale_subscription_paused = Wstrzymana
after_sale_subscription_cancelled = Anulowana
after_sale_subscription_next = Następne zamówienie: { $date }
after_sale_subscription_paused_lead = Nic nie zostanie zamówione do czasu wznowienia; planowany termin: { $date }.
after_sale_subscription_ended = Anulowano { $date }. Wysłaliśmy potwierdzenie e-mailem.
after_sale_subscription_pause = Wstrzymaj
after_sale_subscription_resume = Wznów
after_sale_subscription_cancel = Anuluj subskrypcję
after_sale_subscription_cancel_question = Anulować tę subskrypcję?
after_sale_subscription_cancel_lead = Kończy się natychmiast: nic więcej nie zostanie zamówione ani pobrane. To, co już zamówiono, dotrze. Potwierdzimy to e-mailem.
after_sale_subscription_cancel_now = Anuluj teraz
after_sale_subscription_keep = Zachowaj subskrypcję
after_sale_subscription_sold_out = To jest na razie wyprzedane.
after_sale_subscription_not_sold = Tego nie sprzedajemy już w wybranej postaci.
after_sale_subscription_not_payable = Nie można już zapłacić jak dotychczas.
after_sale_subscription_trouble_again = Próbujemy codziennie; do tego czasu nic nie zostanie pobrane.
after_sale_subscription_begun = Subskrypcja w sklepie { $shop }
after_sale_subscription_begun_way = Subskrypcję można zobaczyć, wstrzymać lub anulować w każdej chwili: { $link }
after_sale_subscription_renewed_lead = Subskrypcja trwa. Oto zamówienie na ten raz.
after_sale_subscription_cancelled_subject = Subskrypcja w sklepie { $shop } została anulowana
after_sale_subscription_cancelled_receipt = Otrzymaliśmy anulowanie { $date }. Subskrypcja została zakończona i nic więcej nie zostanie zamówione.
after_sale_subscription_cancelled_news = Subskrypcja { $number } została anulowana
after_sale_subscription_trouble_subject = Subskrypcja w sklepie { $shop } nie mogła być dziś kontynuowana
after_sale_subscription_trouble_news = Nie udało się odnowić subskrypcji { $number }

## Favourites, and e-mails about what is back in stock

favourites_save = Dodaj do ulubionych
favourites_save_one = Dodaj do ulubionych: { $product }
favourites_saved = W ulubionych
favourites_of_guest = Są zapisane w tej przeglądarce. Z kontem są dostępne wszędzie.
favourites_empty = Nie ma jeszcze ulubionych. Wystarczy nacisnąć serce przy produkcie, a znajdzie się on tutaj.
favourites_remove = Usuń
favourites_remove_one = Usuń z ulubionych: { $product }
favourites_alert_title = Powiadom mnie o dostępności
favourites_alert_lead = Jedna wiadomość, gdy tylko znów będzie można kupić.
favourites_alert_hint = Po zalogowaniu można zostawić puste pole: napiszemy na adres konta.
favourites_alert_button = Powiadom mnie
favourites_alert_asked = Powiadomimy, gdy znów będzie dostępny.
favourites_alert_stop = Nie powiadamiaj mnie
favourites_mail_subject = Znów dostępny: { $product }
favourites_mail_text =
    „{ $product }” można znów kupić:
    { $link }
favourites_mail_once = To wiadomość na Twoją prośbę. Jest jedyną w tej sprawie.
favourites_mail_stop = Czekasz na coś innego i nie chcesz już powiadomień? Jedno kliknięcie: { $link }
favourites_stop_title = Koniec z tymi wiadomościami
favourites_stop_lead = Nie będziemy już pisać, gdy coś znów będzie dostępne.
favourites_stop_button = Nie wysyłaj tych wiadomości
favourites_related = Może się też spodobać
favourites_recent = Ostatnio oglądane

## What is kept of a customer, and the deletion of an account

data_title = Twoje dane
data_lead = Wszystko, co { $shop } przechowuje na Twój temat, stan na { $date }.
data_as_json = Pobierz jako JSON
data_as_html = Pobierz jako stronę
data_guest_orders = Zamówienia złożone bez logowania nie są uwzględnione. Na stronie takiego zamówienia można przenieść je na konto.
data_card_lead = Zobacz wszystko, co ten sklep przechowuje na Twój temat, pobierz to lub usuń konto.
data_see = Zobacz dane
data_delete = Usuń konto
data_delete_title = Usunięcie konta
data_delete_lead = Konto zostanie usunięte jeden dzień po prośbie. Do tego czasu można zmienić zdanie.
data_goes_title = Co zostanie usunięte
data_goes = Imię i nazwisko, adres e-mail i hasło, adresy, koszyk, ulubione i opinie, lista urządzeń oraz wysłane przez nas wiadomości. Subskrypcje się kończą. Logowanie przez inną stronę przestaje działać.
data_stays_title = Co pozostaje
data_stays = { $years ->
    [one] Zamówienia i faktury, ponieważ wymaga tego prawo podatkowe: z imieniem, nazwiskiem i adresem przez { $years } rok. Nikt nie zobaczy ich już na koncie. Adres e-mail, numer telefonu i uwagi są z nich usuwane 30 dni po wysłaniu, odbiorze lub anulowaniu zamówienia, a najpóźniej po roku. Po zamówieniu, które nie doszło do skutku, nic wtedy nie pozostaje.
    [few] Zamówienia i faktury, ponieważ wymaga tego prawo podatkowe: z imieniem, nazwiskiem i adresem przez { $years } lata. Nikt nie zobaczy ich już na koncie. Adres e-mail, numer telefonu i uwagi są z nich usuwane 30 dni po wysłaniu, odbiorze lub anulowaniu zamówienia, a najpóźniej po roku. Po zamówieniu, które nie doszło do skutku, nic wtedy nie pozostaje.
   *[other] Zamówienia i faktury, ponieważ wymaga tego prawo podatkowe: z imieniem, nazwiskiem i adresem przez { $years } lat. Nikt nie zobaczy ich już na koncie. Adres e-mail, numer telefonu i uwagi są z nich usuwane 30 dni po wysłaniu, odbiorze lub anulowaniu zamówienia, a najpóźniej po roku. Po zamówieniu, które nie doszło do skutku, nic wtedy nie pozostaje.
}
data_see_first = Najpierw zobacz i pobierz swoje dane
data_delete_button = Usuń moje konto
data_due = Konto zostanie usunięte { $date }. Do tego czasu działa jak dotychczas.
data_keep = Zachowaj moje konto
data_yes = Tak
data_no = Nie
data_account = Konto
data_addresses = Adresy
data_sessions = Zalogowane urządzenia
data_devices = Urządzenia zalogowane wcześniej
data_sign_ons = Logowanie przez inną stronę
data_requests = Zamówione kody i linki
data_emails = Wysłane wiadomości
data_alerts = Powiadomienia o dostępności
data_id = Numer
data_email = E-mail
data_name = Imię i nazwisko
data_registered = Z nami od
data_has_password = Ma hasło
data_will_be_deleted = Zostanie usunięte
data_group = Grupa klientów
data_is_billing = Adres do faktury
data_company = Firma
data_street = Ulica
data_postal_code = Kod pocztowy
data_city = Miejscowość
data_region = Region
data_country = Kraj
data_phone = Telefon
data_browser = Przeglądarka
data_network = Sieć
data_began = Początek
data_last_used = Ostatnie użycie
data_ends = Koniec najpóźniej
data_app = Strona
data_user = Identyfikator na tej stronie
data_asked = Data prośby
data_subject = Temat
data_written = Napisano
data_sent = Wysłano
data_text = Treść
data_product = Produkt
data_product_id = Numer produktu
data_sku = Kod produktu
data_options = Opcje
data_quantity = Ilość
data_price = Cena jednostkowa
data_items = Pozycje
data_total = Razem
data_currency = Waluta
data_coupon = Kupon
data_delivery_address = Adres dostawy
data_billing_address = Adres do faktury
data_fields = Inne odpowiedzi
data_comments = Uwagi
data_referer = Strona odsyłająca
data_number = Numer zamówienia
data_placed = Złożono
data_payment_status = Płatność
data_paid = Zapłacono
data_fulfillment_status = Dostawa
data_shipped = Wysłano
data_withdrawn = Odstąpiono
data_invoice = Faktura
data_interval = Jak często
data_status = Stan
data_next = Następne zamówienie
data_ended = Zakończono
data_added = Dodano
data_stars = Gwiazdki
data_headline = Tytuł
data_changed = Zmieniono
data_notes = Notatki sklepu
data_tax_exempt = Podatek nie jest naliczany
data_tax_id = Numer podatkowy
data_reminder_agreed = Zgoda na przypomnienie
data_parcels = Paczki
data_carrier = Przewoźnik
data_tracking = Numer paczki
data_arrived = Dotarła
data_refunded = Zwrócono
data_payments = Płatności online
data_provider = Operator płatności
data_reference = Numer u operatora
data_refunds = Zwroty pieniędzy
data_amount = Kwota
data_reason = Powód

## Around a product: delivery, reviews, videos

product_delivery_time = Przewidywana dostawa
product_arrives = Dostawa { $days }
product_ready = Do odbioru { $days }
product_way_arrives = { $way }: { $days }
product_order_until = Przy zamówieniu do { $day }, godz. { $hour }
product_reviews = Opinie
product_out_of_five = { $stars } na 5 gwiazdek
product_no_reviews = Nie ma jeszcze opinii.
product_write_review = Napisz opinię
product_buyers_only = Opinie piszą klienci, którzy kupili tu ten produkt.
product_stars = { $count ->
    [one] { $count } gwiazdka
    [few] { $count } gwiazdki
    [many] { $count } gwiazdek
   *[other] { $count } gwiazdki
}
product_review_by = { $name }, { $date }
product_newer_reviews = Nowsze opinie
product_older_reviews = Starsze opinie
product_review_of = Oceń: { $product }
product_back_to_product = Wróć do produktu
product_review_for_guests = Opinie piszą klienci, którzy kupili produkt. Aby napisać swoją, prosimy się zalogować lub znaleźć zamówienie po numerze.
product_review_for_customers = Opinie piszą klienci, którzy kupili produkt. Gdy zamówienie z nim będzie opłacone lub w drodze, będzie można napisać opinię tutaj.
product_review_stars = Ile gwiazdek?
product_review_title = Tytuł (opcjonalnie)
product_review_text = Co sądzisz o produkcie?
product_review_name = Imię lub pseudonim widoczny dla wszystkich
product_review_name_hint = Adres e-mail nie jest pokazywany.
product_send_review = Wyślij opinię
product_change_review = Zmień opinię
product_remove_review = Usuń moją opinię
product_review_thanks = Dziękujemy.
product_review_pending = Opinia pojawi się tutaj, gdy ją przeczytamy.
product_review_published = Opinia jest widoczna na stronie produktu.
product_review_rejected = Opinia nie jest pokazywana. Można ją zmienić, a przeczytamy ją ponownie.
product_review_removed = Opinia została usunięta.
product_review_of_other_order = Z tego adresu e-mail oceniono już ten produkt. Aby zmienić opinię, prosimy znaleźć zamówienie, z którego ją napisano.
product_wrong_stars = Prosimy wybrać od jednej do pięciu gwiazdek.
product_wrong_title = Maksymalnie 120 znaków.
product_wrong_text = Prosimy napisać kilka słów, maksymalnie 4000 znaków.
product_wrong_name = Prosimy podać imię lub pseudonim, maksymalnie 60 znaków.
product_news_subject = Opinia o produkcie { $product }: { $stars } na 5 gwiazdek
product_news_pending =
    Nikt jej jeszcze nie widzi. Aby ją opublikować: awning reviews publish { $review }
    Aby ją odrzucić: awning reviews reject { $review }
product_news_published = Klienci ją widzą. Aby ją wycofać: awning reviews reject { $review }
product_video_of = Film: { $product }
product_play_video = Odtwórz film: { $product } z { $host }
product_open_video = Otwórz film
product_video_host = Odtwarzany z { $host }, który dowie się wtedy o tej wizycie.
product_low_subject = { $count ->
    [one] Kończy się zapas: jeden artykuł w sklepie
    [few] Kończy się zapas: { $count } artykuły w sklepie
    [many] Kończy się zapas: { $count } artykułów w sklepie
   *[other] Kończy się zapas: { $count } artykułu w sklepie
}
product_low_lead = Tych artykułów zostało niewiele:
product_low_line = { $product }: zostało { $left }
product_low_link = Ich stan i skąd się wziął: { $link }

## Pytania klientów i e-maile o nich

contact_title = Zadaj nam pytanie
contact_lead = Odpowiadamy e-mailem, a naszą odpowiedź znajdziesz także tutaj.
contact_your_name = Imię i nazwisko
contact_topic = Czego dotyczy pytanie?
contact_order_number = Numer zamówienia, jeśli chodzi o zamówienie
contact_message = Wiadomość
contact_send = Wyślij
contact_privacy = Używamy tych danych tylko po to, aby odpowiedzieć.
contact_leave_empty = Pozostaw to pole puste
contact_thanks = Dziękujemy. Mamy Twoją wiadomość i odpowiemy e-mailem.
contact_once_more = Wyślij jeszcze raz: formularz był otwarty zbyt długo albo został wysłany zbyt szybko.
contact_ask_about = Zapytaj o to
contact_wrong_name = Podaj imię i nazwisko.
contact_wrong_email = Podaj adres e-mail.
contact_wrong_topic = Napisz w kilku słowach, czego dotyczy pytanie.
contact_wrong_text = Napisz wiadomość o długości do 6000 znaków.
contact_questions = Twoje pytania
contact_questions_lead = Twoje pytania i nasze odpowiedzi.
contact_all_questions = Wszystkie pytania
contact_no_questions = Nie masz jeszcze żadnych pytań.
contact_messages = Wiadomości
contact_status_open = Czeka na naszą odpowiedź
contact_status_answered = Z odpowiedzią
contact_status_closed = Zamknięte
contact_reply = Napisz do nas
contact_reply_send = Wyślij
contact_reply_thanks = Dziękujemy. Mamy Twoją wiadomość i odpowiemy e-mailem.
contact_link_over = Ten link nie otwiera już żadnego pytania. Być może nie został skopiowany w całości.
contact_received_lead = Dziękujemy za wiadomość. Odpowiemy na nią.
contact_about_product = Dotyczy: { $product }
contact_about_order = Dotyczy zamówienia { $order }
contact_received_subject = Twoja wiadomość do sklepu { $shop }
contact_received_look = Twoja wiadomość i nasza odpowiedź są tutaj: { $link }
contact_answer_subject = Nasza odpowiedź: { $subject }
contact_answer_look = Tutaj przeczytasz wszystko i odpowiesz nam: { $link }
contact_news_subject = { $name } pyta: { $subject }
contact_news_look = Odpowiedz w panelu: { $link }

reminder_agree = Przypomnijcie mi raz e-mailem, jeśli nie dokończę tego zamówienia
reminder_mail_lead = W Twoim koszyku coś zostało. Zgodnie z życzeniem przypominamy o tym:
reminder_mail_prices = Ceny są dzisiejsze, bez dostawy.
reminder_mail_button = Wróć do koszyka
reminder_mail_until = Link działa przez 30 dni, na każdym urządzeniu. To jedyne przypomnienie o tym koszyku.
reminder_mail_stop_lead = Nie chcesz przypomnień o żadnym koszyku?
reminder_mail_stop = Bez dalszych przypomnień
reminder_back_lead = To było w Twoim koszyku, po dzisiejszych cenach.
reminder_back_besides = W Twoim koszyku tutaj już coś jest. Zostaje w nim i nic się nie podwoi.
reminder_back_button = Kontynuuj z tym koszykiem
reminder_back_gone = Coś, co w nim było, nie jest już sprzedawane.
reminder_back_nothing = Nic z tego nie można już kupić.
reminder_back_over = Ten link jest za stary albo nie został skopiowany w całości.
reminder_back_ordered = Ten koszyk został już zamówiony. Dziękujemy!
reminder_stop_title = Bez dalszych przypomnień
reminder_stop_lead = Nie będziemy już pisać o pozostawionych koszykach. E-maile o zamówieniach nadal będą przychodzić.
reminder_stop_button = Wyłącz przypomnienia
reminder_stopped = Gotowe. Nie będziemy już przypominać o koszykach.
reminder_mail_subject = Twój koszyk w { $shop }
