# The words of the interface in Italian.

## The language itself, and how it writes days, numbers and prices

format_name = Italiano
format_locale = it_IT
format_weekdays = lun mar mer gio ven sab dom
format_months = gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
format_day = { $weekday } { $day }
format_day_of_month = { $day } { $month }
format_days_from_to = { $first } – { $last }
format_date = { $day ->
    [1] 1º { $month } { $year }
   *[other] { $day } { $month } { $year }
}
format_decimal = ,
format_group = .
format_grouped_from = 5
format_price = { $amount }{ "\u00A0" }{ $symbol }
format_price_of_letters = { $amount }{ "\u00A0" }{ $symbol }

## The account widget in the header, and what is said in its live region: the browser says these too

widget_account = Account
widget_account_of = Account di { $customer }
widget_orders = Ordini
widget_addresses = Indirizzi
widget_sessions = Dispositivi connessi
widget_sign_in = Accedi
widget_sign_out = Esci
widget_signing_in = Accesso in corso…
widget_signing_out = Uscita in corso…
widget_create_account = Crea un account
widget_email = E-mail
widget_password = Password
widget_forgot_password = Password dimenticata?
widget_email_me_a_code = Ricevi un codice via e-mail
widget_code = Codice di sei cifre
widget_code_sent = Abbiamo inviato un codice a { $email }. È valido per 10 minuti.
widget_another_way = Accedi in un altro modo
widget_wrong_code = Non è il codice dell’e-mail più recente.
widget_code_over = Questo codice non è più valido. La preghiamo di richiederne uno nuovo.
widget_no_account_yet = È la prima volta qui?
widget_said_signed_in = Accesso effettuato.
widget_said_registered = Il Suo account è pronto e l’accesso è stato effettuato.
widget_said_registration_sent = Le abbiamo inviato un’e-mail. Il link che contiene apre il Suo account.
widget_said_link_over = Questo link è già stato usato o è scaduto. La preghiamo di creare di nuovo il Suo account.
widget_said_signed_out = Uscita effettuata.
widget_said_session_ended = La Sua sessione era scaduta. L’uscita è stata effettuata.
widget_said_session_closed = Questa sessione è terminata.
widget_said_others_closed = Tutte le altre sessioni sono terminate.
widget_said_password_changed = La password è stata modificata. Tutte le altre sessioni sono terminate.
widget_failed_no_session = Nessun accesso era attivo.
widget_failed_unavailable = Il negozio non è riuscito a completare l’uscita. L’accesso è ancora attivo. La preghiamo di riprovare.
widget_failed_still_signed_in = L’uscita non è andata a buon fine. L’accesso è ancora attivo. La preghiamo di riprovare.
widget_failed_unreachable = Il negozio non è raggiungibile. L’accesso potrebbe essere ancora attivo. Verificheremo appena sarà di nuovo online.
widget_wrong_credentials = E-mail o password errata.
widget_too_many_attempts = { $minutes ->
    [one] Troppi tentativi. Attenda { $minutes } minuto e riprovi.
   *[other] Troppi tentativi. Attenda { $minutes } minuti e riprovi.
}
widget_bad_email = Inserisca un indirizzo e-mail, per esempio nome@example.com.
widget_email_taken = Esiste già un account con questa e-mail. La preghiamo di accedere.
widget_bad_name = Inserisca il Suo nome, al massimo 120 caratteri.
widget_bad_new_password = Scelga una password di almeno 10 caratteri.
widget_wrong_current_password = Non è la Sua password attuale.
widget_unreachable = Il negozio non è raggiungibile. La preghiamo di riprovare; ciò che ha scritto non va perso.
widget_sold_out = Esaurito
widget_said_added = Aggiunto al carrello.
widget_said_removed = Rimosso dal carrello.
widget_said_not_available = Questo prodotto non è più disponibile.
widget_said_not_enough = Non ne restano così tanti. Il carrello è invariato.
widget_said_wrong_quantity = Scelga una quantità entro i limiti.
widget_said_wrong_price = Indichi un prezzo entro i limiti.
widget_said_not_offered = Questa scelta non è più disponibile. La preghiamo di scegliere di nuovo.
widget_said_choose_first = Scelga prima ciò che è contrassegnato da un asterisco.
widget_said_quantity = La quantità è stata modificata.
widget_favourites = Preferiti
widget_said_favourite = Aggiunto ai preferiti.
widget_said_no_favourite = Rimosso dai preferiti.
widget_said_alert = Le scriveremo una volta, quando sarà di nuovo disponibile.
widget_said_no_alert = Non Le scriveremo al riguardo.

## Frame, catalogue, account pages

shop_close = Chiudi
shop_new_password = Nuova password
shop_current_password = Password attuale
shop_name = Nome
shop_new_password_hint = Almeno 10 caratteri. Tre o quattro parole a caso vanno bene.
shop_have_account = Ha già un account?
shop_sign_in_lead = Bentornato. È un piacere rivederLa.
shop_register_lead = Con un account il negozio La riconosce quando torna.
shop_account_lead = Accesso effettuato come { $customer }.
shop_customer_since = Cliente dal { $date }
shop_group = Gruppo di clienti: { $group }
shop_sessions_lead = Questi browser hanno accesso al Suo account. Disconnetta quelli che non riconosce.
shop_this_session = Questo browser
shop_last_seen = Ultimo utilizzo: { $date }
shop_sign_out_here = Esci da qui
shop_end_session = Disconnetti questo browser
shop_end_other_sessions = Esci da tutti gli altri
shop_only_session = Non ha effettuato l’accesso altrove.
shop_unknown_device = Browser sconosciuto
shop_change_password = Modifica password
shop_change_password_lead = La modifica comporta l’uscita da tutti gli altri dispositivi.
shop_sign_out_question = Vuole uscire?
shop_sign_out_lead = Accesso effettuato come { $customer }. Il Suo account conserva tutto; questo browser lo dimentica.
shop_stay_signed_in = Mantieni l’accesso
shop_nobody_signed_in = Qui nessuno ha effettuato l’accesso.
shop_known_subject = Il Suo account presso { $shop }
shop_known_text =
    Qualcuno, probabilmente Lei, ha cercato di creare un account con questo indirizzo e-mail. Ne ha già uno. Acceda qui:
    { $link }

    Se non è stato Lei, non deve fare nulla.
shop_confirm_subject = Apra il Suo account presso { $shop }
shop_confirm_text =
    Un clic e il Suo account è aperto:
    { $link }

    Il link funziona una sola volta, entro un giorno. Se non ha richiesto un account, non deve fare nulla.
shop_confirm_title = Apra il Suo account
shop_confirm_lead = Con un clic conferma il Suo indirizzo e-mail.
shop_confirm_button = Apri account
shop_skip_to_content = Vai al contenuto
shop_footer_menu = Negozio
shop_prices_note = Tutti i prezzi sono IVA inclusa, spese di spedizione escluse.
shop_home = Home
shop_not_found_title = Pagina non trovata
shop_not_found_lead = Forse è stata spostata, o l’indirizzo contiene un errore di battitura.
shop_back_to_shop = Torna al negozio
shop_opens_soon = Stiamo preparando il negozio. Torni a trovarci presto.
shop_categories = Categorie
shop_featured = In evidenza
shop_newest = Novità
shop_all_products = Tutti i prodotti
shop_all_of = Tutto in { $category }
shop_breadcrumbs = Lei è qui
shop_was = Prima
shop_on_sale = In offerta
shop_choose = Scegli
shop_details = Dettagli
shop_add_to_cart = Aggiungi al carrello
shop_products = { $count ->
    [0] Nessun prodotto
    [one] Un prodotto
   *[other] { $count } prodotti
}
shop_sort_by = Ordina per
shop_by_us = Consigliati
shop_by_relevance = Pertinenza
shop_by_newest = Novità
shop_by_price_up = Prezzo crescente
shop_by_price_down = Prezzo decrescente
shop_by_name = Nome, dalla A alla Z
shop_by_name_down = Nome, dalla Z alla A
shop_apply = Applica
shop_nothing_found = Nessun prodotto corrisponde. Provi con meno filtri o con un’altra parola.
shop_clear_filters = Cancella filtri
shop_pages = Pagine
shop_page_of = Pagina { $page } di { $pages }
shop_earlier = Pagina precedente
shop_show_more = Mostra altri
shop_filters = Filtri
shop_in_stock_only = Disponibile
shop_on_sale_only = In offerta
shop_price = Prezzo
shop_price_from = Da
shop_price_to = A
shop_search_results = Risultati per «{ $keyword }»
shop_search_corrected = Nessun risultato per «{ $keyword }». Ecco risultati simili.
shop_search = Cerca
shop_search_products = Cerca prodotti
shop_menu = Menu
shop_description = Descrizione
shop_in_stock = Disponibile
shop_left_in_stock = { $count ->
    [one] ne resta { $count }
   *[other] ne restano { $count }
}
shop_quantity = Quantità
shop_quantity_limits = Da { $least } a { $most } per ordine.
shop_update_price = Aggiorna prezzo
shop_name_your_price = Il Suo prezzo
shop_price_at_least = Almeno { $price }.
shop_price_at_most = Al massimo { $price }.
shop_subscription = Frequenza
shop_buy_once = Una sola volta
shop_every_days = { $count ->
    [one] Ogni giorno
   *[other] Ogni { $count } giorni
}
shop_every_weeks = { $count ->
    [one] Ogni settimana
   *[other] Ogni { $count } settimane
}
shop_every_months = { $count ->
    [one] Ogni mese
   *[other] Ogni { $count } mesi
}
shop_every_years = { $count ->
    [one] Ogni anno
   *[other] Ogni { $count } anni
}
shop_wholesale = Sconti quantità
shop_from_quantity = Da { $quantity }
shop_weight = Peso
shop_please_choose = Scegliere
shop_files_later = Qui non è ancora possibile caricare file.
shop_picture_of = Immagine { $number }
shop_pictures = Immagini di { $product }
shop_language = Lingua
shop_cart = Il Suo carrello
shop_cart_count = { $count ->
    [one] Carrello, { $count } articolo
   *[other] Carrello, { $count } articoli
}
shop_cart_empty = Il carrello è vuoto.
shop_total = Totale
shop_page_about = Chi siamo
shop_page_shipping = Spedizione e pagamento
shop_page_returns = Resi
shop_page_terms = Condizioni di vendita
shop_page_privacy = Privacy
shop_page_impressum = Note legali
shop_consent_title = Che cosa può salvare questo negozio?
shop_consent_lead = Ciò che serve al negozio per funzionare viene salvato in ogni caso; per statistiche e personalizzazione solo ciò che accetta. Può cambiare idea in qualsiasi momento.
shop_consent_more = Di che cosa si tratta
shop_consent_choose = Scegli
shop_consent_accept = Accetta
shop_consent_decline = Rifiuta
shop_consent_keep = Salva la scelta
shop_consent_kept = La Sua scelta è stata salvata.
shop_consent_analytics = Statistiche: come viene usato il negozio, per migliorarlo
shop_consent_personalisation = Personalizzazione: ciò che ha guardato e ciò che gli strumenti del negozio ricordano di Lei
shop_consent_settings = Impostazioni dei cookie
shop_consent_necessary = Ciò che serve al negozio per funzionare
shop_consent_session = Chi ha effettuato l’accesso su questo dispositivo e che Lei è già stato qui, così che nessun altro possa fingersi Lei.
shop_consent_cart = Il Suo carrello, gli ordini effettuati in questo browser e la lingua scelta.
shop_consent_answer = La Sua risposta qui, per sei mesi.
shop_fault_title = Qualcosa non ha funzionato
shop_fault_too_many = Sono arrivate troppe richieste dallo stesso luogo in poco tempo. Non è stato modificato nulla. La preghiamo di riprovare tra un’ora.
shop_fault_disk_full = Il negozio non ha più spazio per salvare nulla. Non è stato modificato nulla. La preghiamo di riprovare più tardi o di avvisare il negozio.
shop_fault_unavailable = Il negozio è sovraccarico o in manutenzione. Non è stato modificato nulla. La preghiamo di riprovare tra un minuto.
shop_fault_internal = Si è verificato un errore da parte nostra. Non è stato modificato nulla. La preghiamo di riprovare; se persiste, comunichi questo numero al negozio.
shop_fault_bad_request = Il negozio non ha capito questa richiesta. La preghiamo di tornare indietro, ricaricare la pagina e riprovare.
shop_fault_forbidden = Questa richiesta proveniva da un altro sito, perciò il negozio l’ha rifiutata. Non è stato modificato nulla. La preghiamo di usare le pagine del negozio.
shop_fault_timeout = L’operazione ha richiesto troppo tempo ed è stata interrotta. La preghiamo di riprovare.
shop_fault_too_large = Ciò che è stato inviato è troppo grande per il negozio.
shop_fault_method = Questo indirizzo non accetta una richiesta del genere. La preghiamo di usare le pagine del negozio.
shop_fault_not_found = A questo indirizzo non c’è nulla.
shop_fault_id = Richiesta { $id }

## Account pages, and e-mails about accounts

account_code_subject = { $code } è il Suo codice per { $shop }
account_code_text = Il Suo codice è { $code }. Lo inserisca dove l’ha richiesto.
account_code_link =
    Oppure acceda con questo link, nel browser che preferisce:
    { $link }
account_code_opens = Non esiste ancora un account con questo indirizzo e-mail. Usando il codice o il link se ne apre uno.
account_code_joins = Il Suo ordine { $order } comparirà poi nel Suo account.
account_code_opens_for = In questo modo si apre un account per Lei, con il Suo ordine { $order }.
account_code_warning = Entrambi funzionano una sola volta, entro 10 minuti. Nessuno del negozio Le chiederà mai il codice. Se non l’ha richiesto Lei, non deve fare nulla.
account_reset_title = Imposta una nuova password
account_reset_lead = Ci indichi il Suo indirizzo e-mail e Le invieremo un link per impostare una nuova password.
account_reset_send = Invia il link
account_reset_new_lead = Scelga una nuova password. Verrà effettuata l’uscita da tutti gli altri dispositivi.
account_reset_save = Salva e accedi
account_reset_subject = La Sua password per { $shop }
account_reset_text =
    Imposti qui una nuova password:
    { $link }

    Il link funziona una sola volta, entro un’ora. Se non l’ha richiesto Lei, non deve fare nulla: la Sua password resta invariata.
account_no_account_text =
    Qualcuno, probabilmente Lei, ha cercato di impostare una nuova password. Non esiste un account con questo indirizzo e-mail. Può crearne uno qui:
    { $link }

    Se non è stato Lei, non deve fare nulla.
account_told_reset_sent = Se esiste un account con questo indirizzo, un link è in arrivo. La preghiamo di controllare la posta.
account_password_changed_subject = La Sua password per { $shop } è stata modificata
account_password_changed_text =
    La password del Suo account è stata modificata e tutti gli altri browser sono stati disconnessi.

    Se non è stato Lei, ne imposti subito una nuova:
    { $link }
account_no_password_lead = Accede via e-mail e non ha una password. Se ne desidera una, Le inviamo un link per impostarla.
account_no_password_button = Inviami il link
account_details = I Suoi dati
account_change_name = Salva nome
account_told_name_changed = Il Suo nome è stato modificato.
account_new_email = Nuovo indirizzo e-mail
account_change_email = Modifica indirizzo e-mail
account_change_email_lead = Inviamo un link al nuovo indirizzo. Con un clic sul link l’indirizzo viene modificato e tutti gli altri browser vengono disconnessi.
account_new_email_lead = Un clic e { $email } è l’indirizzo e-mail del Suo account.
account_new_email_button = Usa questo indirizzo
account_new_address_subject = Il Suo indirizzo e-mail presso { $shop }
account_new_address_text =
    Un clic e questo è l’indirizzo e-mail del Suo account:
    { $link }

    Il link funziona una sola volta, entro un giorno. Se non l’ha richiesto Lei, non deve fare nulla.
account_address_taken_text =
    Qualcuno, probabilmente Lei, ha cercato di usare questo indirizzo e-mail per un altro account. Ha già un account. Acceda qui:
    { $link }

    Se non è stato Lei, non deve fare nulla.
account_address_changed_subject = Il Suo indirizzo e-mail presso { $shop } è stato modificato
account_address_changed_text =
    Da ora l’indirizzo e-mail del Suo account è { $email }. Tutti gli altri browser sono stati disconnessi.

    Se non è stato Lei, ci scriva subito.
account_told_new_email_sent = Abbiamo inviato un link al nuovo indirizzo. Il Suo account mantiene quello precedente finché non fa clic sul link.
account_told_email_changed = L’indirizzo e-mail è stato modificato. Tutti gli altri browser sono stati disconnessi.
account_again_title = La preghiamo di accedere di nuovo
account_again_lead = Ciò che segue riguarda solo Lei. Per questo chiediamo di nuovo chi è se ha effettuato l’accesso da più di dieci minuti.
account_offer_title = La prossima volta senza digitare
account_offer_lead = Con un clic ottiene un account per { $email }: con questo ordine e il suo indirizzo, e senza password da ricordare.
account_offer_button = Apri il mio account
account_default_address = Predefinito
account_make_default = Imposta come predefinito
account_no_addresses = Non ha ancora indirizzi salvati.
account_seen_from = Accesso dalla rete { $network }
account_book_full = La Sua rubrica è piena. Rimuova un indirizzo, poi salvi di nuovo questo.
account_address_gone = Questo indirizzo è stato rimosso nel frattempo. Lo salvi di nuovo per conservarlo come nuovo.
account_link_lead = Un clic e accede come { $email } in questo browser.
account_link_over = Questo link è già stato usato o è scaduto.
account_code_registers = È la prima volta qui? Il codice apre il Suo account.
account_ask_again = Richiedine uno nuovo
account_told_account_kept = Il Suo account resta attivo.
account_deletion_subject = Il Suo account presso { $shop } verrà eliminato
account_deletion_text =
    Ci ha chiesto di eliminare il Suo account. L’eliminazione avverrà il { $date }.

    Ha cambiato idea, o non è stato Lei? Acceda prima di allora e scelga «Mantieni il mio account»:
    { $link }
account_deleted_subject = Il Suo account presso { $shop } è stato eliminato
account_deleted_text =
    Il Suo account è stato eliminato e, con esso, ciò che conservavamo su di Lei. Ordini e fatture restano, con nome e indirizzo, per il tempo richiesto dalla normativa fiscale; indirizzo e-mail e numero di telefono ne vengono rimossi 30 giorni dopo la chiusura dell’ordine.

    Questa è la nostra ultima e-mail al riguardo. Non conserviamo nemmeno questa.
account_staff_title = Il negozio visto da un cliente
account_staff_lead = Sta per vedere il negozio come lo vede { $email }, per un’ora. Può acquistare per questa persona; password, indirizzo e-mail e account restano fuori portata. Il cliente non viene avvisato, e il registro conserva chi è Lei.
account_staff_begin = Entra nel negozio
account_staff_end = Termina
account_staff_bar = { $staff } ha effettuato l’accesso come { $customer }, come membro dello staff.
account_joined_subject = I Suoi account presso { $shop } ora sono uno solo
account_joined_text =
    Il Suo account con questo indirizzo e-mail è stato unito all’altro, { $email }. Ordini, indirizzi e tutto il resto ora si trovano lì. Questo indirizzo non apre più alcun account; acceda con l’altro:
    { $link }

    Se non ha un altro account qui, ci scriva subito.

## Cart, checkout and orders

checkout_update = Aggiorna
checkout_coupon_apply = Applica
checkout_quantity_of = Quantità di { $product }
checkout_qty = Qtà: { $quantity }
checkout_remove_it = Rimuovi { $name }
checkout_undo = Annulla
checkout_was_removed = «{ $product }» è stato rimosso dal carrello.
checkout_keep_shopping = Continua lo shopping
checkout_each = { $price } cad.
checkout_gone = Questo articolo non è più in vendita.
checkout_sold_out_now = Questo articolo è esaurito.
checkout_only_left = { $count ->
    [one] Ne resta solo { $count }.
   *[other] Ne restano solo { $count }.
}
checkout_short_lead = Una parte dell’ordine non è più disponibile come desiderato. Scelga come proseguire:
checkout_take_instead = Passa a { $count }
checkout_remove = Rimuovi
checkout_coupon = Buono sconto
checkout_coupon_code = Codice sconto
checkout_coupon_holds = Buono «{ $coupon }» applicato.
checkout_coupon_unknown = Questo buono non esiste o è scaduto.
checkout_coupon_too_little = L’importo dell’ordine è troppo basso per questo buono.
checkout_take_off = Rimuovi buono
checkout_you_save = Risparmia { $amount }
checkout_your_email = La Sua e-mail
checkout_email_lead = Qui inviamo la conferma dell’ordine.
checkout_agree = Accetto le condizioni di vendita e ho letto l’informativa sui resi.
checkout_please_agree = Per continuare, accetti le condizioni di vendita.
checkout_checkout = Vai alla cassa
checkout_added = Aggiunto al carrello
checkout_view_cart = Vedi il carrello
checkout_until_free = Ancora { $amount } per la spedizione gratuita.
checkout_delivery_is_free = La spedizione di questo ordine è gratuita.
checkout_go_on = Continua
checkout_back = Indietro
checkout_change = Modifica
checkout_please_answer = La preghiamo di rispondere.
checkout_please_check = Verifichi quanto segnalato qui sotto.
checkout_items = Subtotale
checkout_discount = Sconto
checkout_coupon_named = Buono «{ $coupon }»
checkout_shipping = Spedizione
checkout_handling = Spese di gestione
checkout_tax_at = { $tax } { $rate }%
checkout_tax_within = Inclusa { $tax }
checkout_free = Gratis
checkout_free_from = gratis da { $price }
checkout_price_from = da { $price }
checkout_returns = Resi
checkout_withdraw_online = Può recedere dall’ordine online.
checkout_later = Calcolata alla cassa
checkout_after_address = Dopo l’indirizzo
checkout_not_chosen = Non ancora scelto
checkout_summary = Il Suo ordine
checkout_address = Indirizzo
checkout_shipping_address = Indirizzo di spedizione
checkout_billing_address = Indirizzo di fatturazione
checkout_same_address = L’indirizzo di fatturazione è lo stesso
checkout_full_name = Nome e cognome
checkout_company = Azienda (facoltativo)
checkout_street = Via e numero civico
checkout_street_2 = Interno, piano (facoltativo)
checkout_city = Città
checkout_country = Paese
checkout_state = Provincia o regione
checkout_postal_code = CAP
checkout_phone = Telefono (facoltativo)
checkout_choose_country = Scelga un Paese
checkout_choose_state = Scelga una provincia o regione
checkout_other_country = Aggiorna i campi per questo Paese
checkout_wrong_email = Inserisca un indirizzo e-mail, per esempio nome@example.com.
checkout_wrong_name = Inserisca un nome.
checkout_wrong_street = Inserisca via e numero civico.
checkout_wrong_city = Inserisca una città.
checkout_wrong_country = Scelga un Paese.
checkout_wrong_state = Scelga una provincia o regione.
checkout_wrong_postal_code = Non è un codice postale di questo Paese.
checkout_saved_addresses = I Suoi indirizzi
checkout_change_address = Modifica un indirizzo
checkout_new_address = Nuovo indirizzo
checkout_keep_address = Salva indirizzo
checkout_use_address = Usa questo indirizzo
checkout_delivery_title = Come desidera riceverlo?
checkout_no_delivery = Non consegniamo ancora in questa zona. Scelga un altro indirizzo.
checkout_choose_delivery = Scelga una modalità di consegna.
checkout_payment_title = Come desidera pagare?
checkout_payment = Pagamento
checkout_no_payment = Non ci sono metodi di pagamento per questa consegna.
checkout_choose_payment = Scelga un metodo di pagamento.
checkout_payment_test = Modalità di prova: non viene addebitato nulla.
checkout_review_title = Controlli l’ordine
checkout_comments = Note sull’ordine (facoltativo)
checkout_place_order = Ordina e paga { $total }
checkout_total_changed = Il totale è cambiato nel frattempo. Lo controlli e ordini di nuovo.
checkout_cart_changed = Qualcosa nel carrello è cambiato nel frattempo. Lo controlli e ordini di nuovo.
checkout_thanks = Grazie, { $name }
checkout_thanks_lead = Abbiamo ricevuto il Suo ordine { $order }. Una conferma è in arrivo a { $email }.
checkout_received = Abbiamo ricevuto il Suo ordine { $order }.
checkout_order = Ordine { $number }
checkout_orders = Ordini
checkout_no_orders = Nessun ordine trovato.
checkout_no_orders_yet = Non ha ancora effettuato ordini.
checkout_all_orders = Tutti gli ordini
checkout_edit_addresses = Modifica indirizzi
checkout_placed_on = Effettuato il { $date }
checkout_from_day = Dal
checkout_to_day = Al
checkout_search_orders = Cerca ordini
checkout_show = Mostra
checkout_order_again = Ordina di nuovo
checkout_ordered_again = Ciò che è ancora disponibile è nel carrello.
checkout_status_awaiting_payment = In attesa di pagamento
checkout_status_paid = Pagato
checkout_status_cancelled = Annullato
checkout_status_refunded = Rimborsato
checkout_status_partially_refunded = Rimborsato in parte
checkout_status_incomplete = Incompleto
checkout_status_awaiting_processing = In attesa di lavorazione
checkout_status_processing = In lavorazione
checkout_status_shipped = Spedito
checkout_status_delivered = Consegnato
checkout_status_will_not_deliver = Non verrà consegnato
checkout_status_returned = Reso
checkout_status_ready_for_pickup = Pronto per il ritiro
checkout_pickup_at = Ritiro presso
checkout_find_order = Trova un ordine
checkout_find_order_lead = Ha ordinato come ospite? Bastano il numero e la Sua e-mail.
checkout_see_order_lead = Per vedere l’ordine { $order }, inserisca l’e-mail con cui è stato effettuato.
checkout_order_number = Numero d’ordine
checkout_order_not_found = Nessun ordine trovato con questo numero e questa e-mail.
checkout_letter_subject = Il Suo ordine { $order } presso { $shop }
checkout_letter_lead = Grazie per il Suo ordine. Ecco il riepilogo.
checkout_letter_look = Veda il Suo ordine in qualsiasi momento: { $link }
checkout_pay_subject = Paghi il Suo ordine { $order } presso { $shop }
checkout_pay_lead = Grazie per il Suo ordine. Lo abbiamo registrato per Lei. Ecco un riepilogo e come pagarlo.
checkout_pay_link = Il Suo ordine, e come pagarlo: { $link }
checkout_status_subject = Il Suo ordine { $order }: { $status }
checkout_parcel = Il Suo pacco: { $number }
checkout_withdraw = Recedi da questo ordine
checkout_withdraw_lead = Può recedere senza indicare il motivo. Il pulsante seguente invia il recesso; lo confermiamo subito via e-mail.
checkout_withdraw_confirm = Conferma recesso
checkout_withdrawn = Ha receduto da questo ordine il { $date }.
checkout_withdraw_subject = Il Suo recesso dall’ordine { $order }
checkout_withdraw_receipt = Abbiamo ricevuto il Suo recesso dall’ordine { $order } il { $date }.
checkout_news_subject = Nuovo ordine { $order }: { $total }
checkout_news_look = Vedi l’ordine nell’amministrazione: { $link }
checkout_withdrawn_subject = Recesso dall’ordine { $order }
checkout_withdrawn_news = { $email } ha receduto dall’ordine { $order } il { $date }.
checkout_share = Condividi
checkout_share_on = Condividi su { $network }
checkout_tax_on_top = Più { $tax }
checkout_per_unit = { $price } per { $unit }
checkout_whole_text = Mostra tutto il testo

## What follows an order: payments online, downloads, invoices, subscriptions

after_sale_payment_waiting = Siamo in attesa del pagamento
after_sale_payment_waiting_lead = L’ordine { $order } sarà effettuato non appena il pagamento di { $total } sarà confermato. Può richiedere un minuto.
after_sale_look_again = Controlla di nuovo
after_sale_cancel_payment = Annulla il pagamento
after_sale_go_on_to_pay = Prosegui al pagamento
after_sale_payment_held = Stiamo verificando il Suo pagamento
after_sale_payment_held_lead = È arrivato un pagamento per l’ordine { $order } che non gli corrisponde più. La contatteremo e riceverà l’ordine oppure il rimborso.
after_sale_payment_failed = Il pagamento non è andato a buon fine
after_sale_payment_failed_lead = Non Le è stato addebitato nulla. Il carrello è invariato: può riprovare o pagare in un altro modo.
after_sale_payment_failed_order = L’ordine { $order } non è stato effettuato.
after_sale_try_again = Riprova
after_sale_charge_failed_way =
    Per confermare o pagare in altro modo:
    { $link }
after_sale_charge_failed_text = Non siamo riusciti ad addebitare { $amount } per il suo abbonamento. Forse la sua banca vuole che confermi il pagamento, oppure la carta non è più valida.
after_sale_charge_failed_subject = Paghi l’ordine { $order }, per favore
after_sale_put_back = Rimetti tutto nel carrello
after_sale_payment_failed_way =
    Per rimettere tutto nel carrello e pagare:
    { $link }
after_sale_payment_failed_text = Il pagamento dell’ordine { $order } non è andato a buon fine. Non le è stato addebitato nulla e l’ordine non è stato effettuato.
after_sale_payment_failed_subject = Il suo ordine da { $shop } non è stato effettuato
after_sale_pay_again = Il pagamento non è andato a buon fine e non le è stato addebitato nulla. Può riprovare.
after_sale_pay_now = Paga { $total } con { $method }
after_sale_pay_title = Questo ordine non è ancora pagato
after_sale_downloads = Download
after_sale_downloads_later = Potrà scaricare questi file quando l’ordine sarà pagato.
after_sale_download_left = { $count ->
    [one] { $count } download rimasto
   *[other] { $count } download rimasti
}
after_sale_download_until = fino al { $date }
after_sale_download_error = Questo download non è disponibile
after_sale_download_expired = Il link è scaduto.
after_sale_download_invalid = Il link non è valido. Forse non è stato copiato per intero, o l’ordine è stato annullato.
after_sale_download_used = Il link è stato usato il numero massimo di volte.
after_sale_download_error_way = Il Suo ordine mostra che cosa può ancora scaricare. Se manca qualcosa, ci scriva.
after_sale_invoice = Fattura
after_sale_invoice_number = Fattura { $number }
after_sale_invoice_print = Stampa
after_sale_invoice_date = Data della fattura
after_sale_invoice_delivered = Data di consegna
after_sale_invoice_order = Ordine
after_sale_invoice_payment = Pagamento
after_sale_invoice_vat_id = Partita IVA
after_sale_invoice_item = Articolo
after_sale_invoice_quantity = Quantità
after_sale_invoice_net = Imponibile
after_sale_invoice_rate = Aliquota
after_sale_invoice_tax = Imposta
after_sale_invoice_gross = Totale lordo
after_sale_invoice_tax_on = { $tax } su { $net }
after_sale_invoice_total = Totale, pagato
after_sale_parcels = Pacchi
after_sale_parcel_holds = In questo pacco:
after_sale_parcel_rest = Il resto arriverà in un altro pacco.
after_sale_parcel_sent = Spedito il { $date }
after_sale_parcel_ready = Pronto per il ritiro dal { $date }
after_sale_parcel_arrived = Arrivato il { $date }
after_sale_parcel_subject = Un pacco del Suo ordine { $order } è in viaggio
after_sale_refund_subject = Rimborso per il Suo ordine { $order }: { $amount }
after_sale_refund_text = Le abbiamo rimborsato { $amount }. A seconda del metodo di pagamento, possono volerci alcuni giorni.
after_sale_refund_on = Rimborsato il { $date }: { $amount }
after_sale_credit_note = Nota di credito
after_sale_credit_note_number = Nota di credito { $number }
after_sale_credit_note_date = Data della nota di credito
after_sale_credit_note_for = Per la fattura { $number } del { $date }
after_sale_credit_note_line = Rimborso parziale
after_sale_credit_note_total = Totale, rimborsato
after_sale_withdrawal_open = Abbiamo ricevuto il Suo recesso e Le risponderemo per e-mail.
after_sale_withdrawal_accepted = Abbiamo accettato il Suo recesso.
after_sale_withdrawal_refused = Non abbiamo potuto accettare il Suo recesso.
after_sale_withdrawal_settled = Il Suo recesso è concluso.
after_sale_withdrawal_accepted_subject = Il Suo recesso dall’ordine { $order } è accettato
after_sale_withdrawal_refused_subject = Il Suo recesso dall’ordine { $order } non ha potuto essere accettato
after_sale_message_subject = Informazioni sul Suo ordine { $order }
after_sale_subscriptions = Abbonamenti
after_sale_no_subscriptions = Non ha abbonamenti.
after_sale_all_subscriptions = Tutti gli abbonamenti
after_sale_manage_subscription = Gestisci abbonamento
after_sale_subscriptions_lead = Veda che cosa arriva, lo sospenda o lo disdica.
after_sale_subscription_find_lead = Si è abbonato come ospite? Trovi il primo ordine con il numero e la Sua e-mail, oppure apra il link nella nostra e-mail sull’abbonamento.
after_sale_subscription_notice = Abbonamento: { $product } · { $interval } · { $price } ogni volta, più la spedizione. Continua finché non lo disdice, cosa possibile in qualsiasi momento.
after_sale_subscription_terms = { $product } · { $interval } · { $price } ogni volta
after_sale_subscription_active = Attivo
after_sale_subscription_paused = Sospeso
after_sale_subscription_cancelled = Disdetto
after_sale_subscription_next = Prossimo ordine il { $date }
after_sale_subscription_paused_lead = Non viene ordinato nulla finché non lo riattiva; la data prevista era il { $date }.
after_sale_subscription_ended = Disdetto il { $date }. Le abbiamo inviato una conferma via e-mail.
after_sale_subscription_pause = Sospendi
after_sale_subscription_resume = Riattiva
after_sale_subscription_cancel = Disdici abbonamento
after_sale_subscription_cancel_question = Disdire questo abbonamento?
after_sale_subscription_cancel_lead = Termina subito: non viene ordinato né addebitato altro. Ciò che ha già ordinato arriverà. Lo confermiamo via e-mail.
after_sale_subscription_cancel_now = Disdici ora
after_sale_subscription_keep = Mantieni abbonamento
after_sale_subscription_sold_out = Al momento è esaurito.
after_sale_subscription_not_sold = Non è più in vendita come l’aveva scelto.
after_sale_subscription_not_payable = Non si può più pagare come prima.
after_sale_subscription_trouble_again = Riproviamo ogni giorno e fino ad allora non Le viene addebitato nulla.
after_sale_subscription_begun = Il Suo abbonamento presso { $shop }
after_sale_subscription_begun_way = Veda, sospenda o disdica l’abbonamento in qualsiasi momento: { $link }
after_sale_subscription_renewed_lead = Il Suo abbonamento continua. Ecco l’ordine di questa volta.
after_sale_subscription_cancelled_subject = Il Suo abbonamento presso { $shop } è stato disdetto
after_sale_subscription_cancelled_receipt = Abbiamo ricevuto la Sua disdetta il { $date }. L’abbonamento è terminato e non viene ordinato altro.
after_sale_subscription_cancelled_news = L’abbonamento { $number } è stato disdetto
after_sale_subscription_trouble_subject = Il Suo abbonamento presso { $shop } oggi non è potuto proseguire
after_sale_subscription_trouble_news = Non è stato possibile rinnovare l’abbonamento { $number }

## Favourites, and e-mails about what is back in stock

favourites_save = Aggiungi ai preferiti
favourites_save_one = Aggiungi { $product } ai preferiti
favourites_saved = Nei Suoi preferiti
favourites_of_guest = Sono salvati in questo browser. Con un account li ha ovunque.
favourites_empty = Non ha ancora preferiti. Prema il cuore di un prodotto e lo ritroverà qui.
favourites_remove = Rimuovi
favourites_remove_one = Rimuovi { $product } dai preferiti
favourites_alert_title = Avvisami quando torna disponibile
favourites_alert_lead = Una sola e-mail, appena potrà acquistarlo di nuovo.
favourites_alert_hint = Se ha effettuato l’accesso e lascia vuoto il campo, scriviamo all’indirizzo del Suo account.
favourites_alert_button = Avvisami
favourites_alert_asked = La avviseremo quando tornerà disponibile.
favourites_alert_stop = Non avvisarmi
favourites_mail_subject = { $product } è di nuovo disponibile
favourites_mail_text =
    «{ $product }» si può acquistare di nuovo:
    { $link }
favourites_mail_once = Ci ha chiesto di avvisarLa. Questa è l’unica e-mail al riguardo.
favourites_mail_stop = Attende altro e non desidera più avvisi? Un clic: { $link }
favourites_stop_title = Niente più e-mail di questo tipo
favourites_stop_lead = In questo caso non Le scriveremo più quando qualcosa torna disponibile.
favourites_stop_button = Non inviare più queste e-mail
favourites_related = Potrebbe interessarLe anche
favourites_recent = Visti di recente

## What is kept of a customer, and the deletion of an account

data_title = I Suoi dati
data_lead = Tutto ciò che { $shop } conserva su di Lei, aggiornato al { $date }.
data_as_json = Scarica come JSON
data_as_html = Scarica come pagina
data_guest_orders = Gli ordini effettuati senza accedere non ne fanno parte. La pagina di un ordine di questo tipo propone di aggiungerlo al Suo account.
data_card_lead = Veda tutto ciò che questo negozio conserva su di Lei, lo porti con sé o elimini il Suo account.
data_see = Vedi i Suoi dati
data_delete = Elimina account
data_delete_title = Elimina il Suo account
data_delete_lead = L’account viene eliminato un giorno dopo la richiesta. Fino ad allora può cambiare idea.
data_goes_title = Che cosa viene eliminato
data_goes = Nome, indirizzo e-mail e password, indirizzi, carrello, preferiti e recensioni, l’elenco dei dispositivi e le e-mail che Le abbiamo inviato. Gli abbonamenti terminano. L’accesso da un altro sito non La riconosce più.
data_stays_title = Che cosa resta
data_stays = { $years ->
    [one] Ordini e fatture, perché lo richiede la normativa fiscale: con nome e indirizzo per { $years } anno. Nessuno può più vederli in un account. Indirizzo e-mail, numero di telefono e note ne vengono rimossi 30 giorni dopo che un ordine è stato spedito, ritirato o annullato, e comunque dopo un anno. Di un ordine mai concluso non resta allora nulla.
   *[other] Ordini e fatture, perché lo richiede la normativa fiscale: con nome e indirizzo per { $years } anni. Nessuno può più vederli in un account. Indirizzo e-mail, numero di telefono e note ne vengono rimossi 30 giorni dopo che un ordine è stato spedito, ritirato o annullato, e comunque dopo un anno. Di un ordine mai concluso non resta allora nulla.
}
data_see_first = Prima veda e scarichi i Suoi dati
data_delete_button = Elimina il mio account
data_due = Il Suo account verrà eliminato il { $date }. Fino ad allora funziona come prima.
data_keep = Mantieni il mio account
data_yes = Sì
data_no = No
data_account = Account
data_addresses = Indirizzi
data_sessions = Dispositivi connessi
data_devices = Dispositivi connessi in passato
data_sign_ons = Accesso da un altro sito
data_requests = Codici e link richiesti
data_emails = E-mail inviate
data_alerts = E-mail di nuova disponibilità
data_id = Numero
data_email = E-mail
data_name = Nome
data_registered = Cliente dal
data_has_password = Ha una password
data_will_be_deleted = Verrà eliminato il
data_group = Gruppo di clienti
data_is_billing = Indirizzo di fatturazione
data_company = Azienda
data_street = Via
data_postal_code = CAP
data_city = Città
data_region = Regione
data_country = Paese
data_phone = Telefono
data_browser = Browser
data_network = Rete
data_began = Inizio
data_last_used = Ultimo utilizzo
data_ends = Termina al più tardi
data_app = Sito
data_user = Conosciuto là come
data_asked = Richiesto
data_subject = Oggetto
data_written = Scritto
data_sent = Inviato
data_text = Testo
data_product = Prodotto
data_product_id = Numero del prodotto
data_sku = Codice articolo
data_options = Opzioni
data_quantity = Quantità
data_price = Prezzo unitario
data_items = Articoli
data_total = Totale
data_currency = Valuta
data_coupon = Buono sconto
data_delivery_address = Indirizzo di spedizione
data_billing_address = Indirizzo di fatturazione
data_fields = Altre risposte
data_comments = Note
data_referer = Provenienza
data_number = Numero d’ordine
data_placed = Effettuato
data_payment_status = Pagamento
data_paid = Pagato
data_fulfillment_status = Consegna
data_shipped = Spedito
data_withdrawn = Recesso
data_invoice = Fattura
data_interval = Frequenza
data_status = Stato
data_next = Prossimo ordine
data_ended = Terminato
data_added = Aggiunto
data_stars = Stelle
data_headline = Titolo
data_changed = Modificato
data_notes = Note del negozio
data_tax_exempt = Non viene applicata alcuna imposta
data_tax_id = Codice fiscale o partita IVA
data_reminder_agreed = Promemoria accettato
data_parcels = Pacchi
data_carrier = Corriere
data_tracking = Numero del pacco
data_arrived = Arrivato
data_refunded = Rimborsato
data_payments = Pagamenti online
data_provider = Servizio di pagamento
data_reference = Riferimento presso il servizio
data_refunds = Rimborsi
data_amount = Importo
data_reason = Motivo

## Around a product: delivery, reviews, videos

product_delivery_time = Consegna prevista
product_arrives = Arriva { $days }
product_ready = Pronto { $days }
product_way_arrives = { $way }: { $days }
product_order_until = Ordinando entro { $day }, ore { $hour }
product_reviews = Recensioni
product_out_of_five = { $stars } stelle su 5
product_no_reviews = Ancora nessuna recensione.
product_write_review = Scrivi una recensione
product_buyers_only = Le recensioni sono scritte da clienti che hanno acquistato qui questo prodotto.
product_stars = { $count ->
    [one] { $count } stella
   *[other] { $count } stelle
}
product_review_by = { $name }, { $date }
product_newer_reviews = Recensioni più recenti
product_older_reviews = Recensioni meno recenti
product_review_of = Recensisci { $product }
product_back_to_product = Torna al prodotto
product_review_for_guests = Le recensioni sono scritte da clienti che hanno acquistato il prodotto. Acceda o trovi il Suo ordine con il numero, e potrà scrivere la Sua.
product_review_for_customers = Le recensioni sono scritte da clienti che hanno acquistato il prodotto. Non appena un Suo ordine che lo contiene è pagato o in viaggio, può scriverne una qui.
product_review_stars = Quante stelle gli dà?
product_review_title = Titolo (facoltativo)
product_review_text = Che cosa ne pensa?
product_review_name = Il Suo nome, come lo vedono tutti
product_review_name_hint = Il Suo indirizzo e-mail non viene mostrato.
product_send_review = Invia recensione
product_change_review = Modifica recensione
product_remove_review = Elimina la mia recensione
product_review_thanks = Grazie.
product_review_pending = La Sua recensione sarà visibile qui dopo che l’avremo letta.
product_review_published = La Sua recensione è visibile nella pagina del prodotto.
product_review_rejected = La Sua recensione non viene mostrata. Può modificarla e la leggeremo di nuovo.
product_review_removed = La Sua recensione è stata eliminata.
product_review_of_other_order = Con questo indirizzo e-mail il prodotto è già stato recensito. Trovi l’ordine da cui è stata scritta la recensione per modificarla.
product_wrong_stars = Scelga da una a cinque stelle.
product_wrong_title = Usi al massimo 120 caratteri.
product_wrong_text = Scriva qualche parola, al massimo 4000 caratteri.
product_wrong_name = Inserisca un nome, al massimo 60 caratteri.
product_news_subject = Recensione di { $product }: { $stars } stelle su 5
product_news_pending =
    Nessuno la vede ancora. Per pubblicarla: awning reviews publish { $review }
    Per rifiutarla: awning reviews reject { $review }
product_news_published = I clienti la vedono. Per ritirarla: awning reviews reject { $review }
product_video_of = Video di { $product }
product_play_video = Riproduci il video di { $product } da { $host }
product_open_video = Apri il video
product_video_host = Viene riprodotto da { $host }, che viene così a sapere della Sua visita.
product_low_subject = { $count ->
    [one] Scorte in esaurimento: un articolo del Suo negozio
   *[other] Scorte in esaurimento: { $count } articoli del Suo negozio
}
product_low_lead = Di questi articoli restano pochi pezzi:
product_low_line = { $product }: ne restano { $left }
product_low_link = Le scorte, e perché sono quelle che sono: { $link }

## Ciò che i clienti chiedono, e le e-mail al riguardo

contact_title = Ci chieda qualcosa
contact_lead = Rispondiamo per e-mail, e trova la nostra risposta anche qui.
contact_your_name = Il Suo nome
contact_topic = Di che cosa si tratta?
contact_order_number = Numero d’ordine, se si tratta di un ordine
contact_message = Il Suo messaggio
contact_send = Invia
contact_privacy = Usiamo il Suo nome e il Suo indirizzo per risponderLe, e per nient’altro.
contact_leave_empty = Lasci vuoto questo campo
contact_thanks = Grazie. Abbiamo il Suo messaggio e rispondiamo per e-mail.
contact_once_more = Lo invii ancora una volta: il modulo è rimasto aperto troppo a lungo o è stato inviato troppo in fretta.
contact_ask_about = Chiedi informazioni
contact_wrong_name = Inserisca il Suo nome.
contact_wrong_email = Inserisca il Suo indirizzo e-mail.
contact_wrong_topic = Dica in poche parole di che cosa si tratta.
contact_wrong_text = Scriva un messaggio di non più di 6.000 caratteri.
contact_questions = Le Sue domande
contact_questions_lead = Ciò che ci ha chiesto, e le nostre risposte.
contact_all_questions = Tutte le domande
contact_no_questions = Non ci ha ancora chiesto nulla.
contact_messages = Messaggi
contact_status_open = In attesa della nostra risposta
contact_status_answered = Risposta data
contact_status_closed = Chiusa
contact_reply = Ci scriva
contact_reply_send = Invia
contact_reply_thanks = Grazie. Abbiamo il Suo messaggio e rispondiamo per e-mail.
contact_link_over = Questo link non apre più alcuna domanda. Forse non è stato copiato per intero.
contact_received_lead = Grazie del Suo messaggio. Le risponderemo.
contact_about_product = Su { $product }
contact_about_order = Sull’ordine { $order }
contact_received_subject = Il Suo messaggio a { $shop }
contact_received_look = Il Suo messaggio e la nostra risposta sono qui: { $link }
contact_answer_subject = La nostra risposta: { $subject }
contact_answer_look = Legga tutto e ci risponda qui: { $link }
contact_news_subject = { $name } chiede: { $subject }
contact_news_look = Rispondere nell’amministrazione: { $link }

reminder_agree = Ricordatemelo una volta per e-mail se non completo questo ordine
reminder_mail_lead = Ha messo qualcosa nel carrello e ci ha chiesto di ricordarglielo. È ancora lì:
reminder_mail_prices = I prezzi sono quelli di oggi, senza consegna.
reminder_mail_button = Torni al carrello
reminder_mail_until = Il link vale 30 giorni, su ogni dispositivo. Questo è l'unico promemoria di questo carrello.
reminder_mail_stop_lead = Non vuole ricevere promemoria di nessun carrello?
reminder_mail_stop = Niente più promemoria
reminder_back_lead = Questo era nel Suo carrello, ai prezzi di oggi.
reminder_back_besides = Qui c'è già qualcosa nel Suo carrello. Vi resta, e nulla viene raddoppiato.
reminder_back_button = Continui con questo carrello
reminder_back_gone = Qualcosa che vi era dentro non è più in vendita.
reminder_back_nothing = Nulla di questo si può più acquistare.
reminder_back_over = Questo link è troppo vecchio, o non è stato copiato per intero.
reminder_back_ordered = Questo carrello è già stato ordinato. Grazie!
reminder_stop_title = Niente più promemoria
reminder_stop_lead = Non Le scriveremo più dei carrelli che lascia. Le e-mail sui Suoi ordini continuano ad arrivare.
reminder_stop_button = Disattiva i promemoria
reminder_stopped = Fatto. Non Le ricorderemo più i carrelli.
reminder_mail_subject = Il Suo carrello da { $shop }
