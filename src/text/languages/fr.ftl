# The words of the interface in French.

## The language itself, and how it writes days, numbers and prices

format_name = Français
format_locale = fr_FR
format_weekdays = lun. mar. mer. jeu. ven. sam. dim.
format_months = janvier février mars avril mai juin juillet août septembre octobre novembre décembre
format_day = { $day ->
    [1] { $weekday } 1er
   *[other] { $weekday } { $day }
}
format_day_of_month = { $day } { $month }
format_days_from_to = { $first } – { $last }
format_date = { $day ->
    [1] 1er { $month } { $year }
   *[other] { $day } { $month } { $year }
}
format_decimal = ,
format_group = { "\u202F" }
format_grouped_from = 4
format_price = { $amount }{ "\u00A0" }{ $symbol }
format_price_of_letters = { $amount }{ "\u00A0" }{ $symbol }

## The account widget in the header, and what is said in its live region: the browser says these too

widget_account = Compte
widget_account_of = Compte de { $customer }
widget_orders = Commandes
widget_addresses = Adresses
widget_sessions = Appareils connectés
widget_sign_in = Se connecter
widget_sign_out = Se déconnecter
widget_signing_in = Connexion en cours…
widget_signing_out = Déconnexion en cours…
widget_create_account = Créer un compte
widget_email = E-mail
widget_password = Mot de passe
widget_forgot_password = Mot de passe oublié ?
widget_email_me_a_code = Recevoir un code par e-mail
widget_code = Code à six chiffres
widget_code_sent = Nous avons envoyé un code à { $email }. Il est valable 10 minutes.
widget_another_way = Se connecter autrement
widget_wrong_code = Ce n’est pas le code du dernier e-mail.
widget_code_over = Ce code n’est plus valable. Veuillez en demander un nouveau.
widget_no_account_yet = Nouveau client ?
widget_said_signed_in = Vous êtes connecté.
widget_said_registered = Votre compte est créé et vous êtes connecté.
widget_said_registration_sent = Nous vous avons envoyé un e-mail. Le lien qu’il contient ouvre votre compte.
widget_said_link_over = Ce lien a déjà été utilisé ou a expiré. Veuillez recréer votre compte.
widget_said_signed_out = Vous êtes déconnecté.
widget_said_session_ended = Votre session avait expiré. Vous êtes déconnecté.
widget_said_session_closed = Cette session est terminée.
widget_said_others_closed = Toutes les autres sessions sont terminées.
widget_said_password_changed = Votre mot de passe est modifié. Toutes les autres sessions sont terminées.
widget_failed_no_session = Personne n’était connecté.
widget_failed_unavailable = La boutique n’a pas pu vous déconnecter. Vous êtes toujours connecté. Veuillez réessayer.
widget_failed_still_signed_in = La déconnexion n’a pas abouti. Vous êtes toujours connecté. Veuillez réessayer.
widget_failed_unreachable = La boutique est injoignable. Vous êtes peut-être encore connecté. Nous vérifierons dès que vous serez de nouveau en ligne.
widget_wrong_credentials = L’e-mail ou le mot de passe est incorrect.
widget_too_many_attempts = { $minutes ->
    [one] Trop de tentatives. Veuillez patienter { $minutes } minute avant de réessayer.
   *[other] Trop de tentatives. Veuillez patienter { $minutes } minutes avant de réessayer.
}
widget_bad_email = Veuillez saisir une adresse e-mail, par exemple nom@example.com.
widget_email_taken = Un compte existe déjà avec cet e-mail. Veuillez vous connecter.
widget_bad_name = Veuillez saisir votre nom, en 120 caractères au maximum.
widget_bad_new_password = Veuillez choisir un mot de passe d’au moins 10 caractères.
widget_wrong_current_password = Ce n’est pas votre mot de passe actuel.
widget_unreachable = La boutique est injoignable. Veuillez réessayer ; ce que vous avez saisi est conservé.
widget_sold_out = Épuisé
widget_said_added = Ajouté à votre panier.
widget_said_removed = Retiré de votre panier.
widget_said_not_available = Ce produit n’est plus disponible.
widget_said_not_enough = Il n’en reste pas autant. Votre panier est inchangé.
widget_said_wrong_quantity = Veuillez choisir une quantité dans les limites indiquées.
widget_said_wrong_price = Veuillez indiquer un prix dans les limites.
widget_said_not_offered = Ce choix n’est plus proposé. Veuillez choisir à nouveau.
widget_said_choose_first = Veuillez d’abord choisir ce qui est marqué d’un astérisque.
widget_said_quantity = La quantité est modifiée.
widget_favourites = Favoris
widget_said_favourite = Ajouté à vos favoris.
widget_said_no_favourite = Retiré de vos favoris.
widget_said_alert = Nous vous écrirons une fois, dès son retour en stock.
widget_said_no_alert = Nous ne vous écrirons pas à ce sujet.

## Frame, catalogue, account pages

shop_close = Fermer
shop_new_password = Nouveau mot de passe
shop_current_password = Mot de passe actuel
shop_name = Nom
shop_new_password_hint = Au moins 10 caractères. Trois ou quatre mots pris au hasard conviennent bien.
shop_have_account = Vous avez déjà un compte ?
shop_sign_in_lead = Heureux de vous revoir.
shop_register_lead = Avec un compte, la boutique vous reconnaît à votre retour.
shop_account_lead = Vous êtes connecté en tant que { $customer }.
shop_customer_since = Client depuis le { $date }
shop_group = Groupe de clients : { $group }
shop_sessions_lead = Ces navigateurs sont connectés à votre compte. Déconnectez ceux que vous ne connaissez pas.
shop_this_session = Ce navigateur
shop_last_seen = Dernière utilisation : { $date }
shop_sign_out_here = Se déconnecter ici
shop_end_session = Déconnecter ce navigateur
shop_end_other_sessions = Se déconnecter partout ailleurs
shop_only_session = Vous n’êtes connecté nulle part ailleurs.
shop_unknown_device = Navigateur inconnu
shop_change_password = Modifier le mot de passe
shop_change_password_lead = Cela vous déconnecte partout ailleurs.
shop_sign_out_question = Se déconnecter ?
shop_sign_out_lead = Vous êtes connecté en tant que { $customer }. Votre compte conserve tout ; ce navigateur l’oublie.
shop_stay_signed_in = Rester connecté
shop_nobody_signed_in = Personne n’est connecté ici.
shop_known_subject = Votre compte chez { $shop }
shop_known_text =
    Quelqu’un, sans doute vous, a voulu créer un compte avec cette adresse e-mail. Vous en avez déjà un. Connectez-vous ici :
    { $link }

    Si ce n’était pas vous, vous n’avez rien à faire.
shop_confirm_subject = Ouvrez votre compte chez { $shop }
shop_confirm_text =
    Un clic, et votre compte est ouvert :
    { $link }

    Le lien fonctionne une fois, pendant un jour. Si vous n’avez pas demandé de compte, vous n’avez rien à faire.
shop_confirm_title = Ouvrir votre compte
shop_confirm_lead = Un clic confirme votre adresse e-mail.
shop_confirm_button = Ouvrir le compte
shop_skip_to_content = Aller au contenu
shop_footer_menu = Boutique
shop_prices_note = Tous les prix sont TTC, hors frais de livraison.
shop_home = Accueil
shop_not_found_title = Page introuvable
shop_not_found_lead = Elle a peut-être été déplacée, ou l’adresse contient une faute de frappe.
shop_back_to_shop = Retour à la boutique
shop_opens_soon = Nous préparons la boutique. Revenez bientôt.
shop_categories = Catégories
shop_featured = À la une
shop_newest = Nouveautés
shop_all_products = Tous les produits
shop_all_of = Tout dans { $category }
shop_breadcrumbs = Vous êtes ici
shop_was = Avant
shop_on_sale = En promotion
shop_choose = Choisir
shop_details = Voir
shop_add_to_cart = Ajouter au panier
shop_products = { $count ->
    [0] Aucun produit
    [one] Un produit
   *[other] { $count } produits
}
shop_sort_by = Trier par
shop_by_us = Recommandés
shop_by_relevance = Pertinence
shop_by_newest = Nouveautés
shop_by_price_up = Prix croissant
shop_by_price_down = Prix décroissant
shop_by_name = Nom, de A à Z
shop_by_name_down = Nom, de Z à A
shop_apply = Appliquer
shop_nothing_found = Aucun produit ne correspond. Essayez avec moins de filtres ou un autre mot.
shop_clear_filters = Effacer les filtres
shop_pages = Pages
shop_page_of = Page { $page } sur { $pages }
shop_earlier = Page précédente
shop_show_more = Afficher plus
shop_filters = Filtres
shop_in_stock_only = En stock
shop_on_sale_only = En promotion
shop_price = Prix
shop_price_from = De
shop_price_to = À
shop_search_results = Résultats pour « { $keyword } »
shop_search_corrected = Aucun résultat pour « { $keyword } ». Voici des résultats proches.
shop_search = Rechercher
shop_search_products = Rechercher un produit
shop_menu = Menu
shop_description = Description
shop_in_stock = En stock
shop_left_in_stock = plus que { $count }
shop_quantity = Quantité
shop_quantity_limits = De { $least } à { $most } par commande.
shop_update_price = Actualiser le prix
shop_name_your_price = Votre prix
shop_price_at_least = Au moins { $price }.
shop_price_at_most = Au plus { $price }.
shop_subscription = Fréquence
shop_buy_once = Une seule fois
shop_every_days = { $count ->
    [1] Chaque jour
   *[other] Tous les { $count } jours
}
shop_every_weeks = { $count ->
    [1] Chaque semaine
   *[other] Toutes les { $count } semaines
}
shop_every_months = { $count ->
    [1] Chaque mois
   *[other] Tous les { $count } mois
}
shop_every_years = { $count ->
    [1] Chaque année
   *[other] Tous les { $count } ans
}
shop_wholesale = Tarifs dégressifs
shop_from_quantity = À partir de { $quantity }
shop_weight = Poids
shop_please_choose = Veuillez choisir
shop_files_later = L’envoi de fichiers n’est pas encore possible ici.
shop_picture_of = Image { $number }
shop_pictures = Images de { $product }
shop_language = Langue
shop_cart = Votre panier
shop_cart_count = { $count ->
    [one] Panier, { $count } article
   *[other] Panier, { $count } articles
}
shop_cart_empty = Votre panier est vide.
shop_total = Total
shop_page_about = À propos
shop_page_shipping = Livraison et paiement
shop_page_returns = Retours
shop_page_terms = Conditions générales de vente
shop_page_privacy = Protection des données
shop_page_impressum = Mentions légales
shop_consent_title = Que peut enregistrer cette boutique ?
shop_consent_lead = Ce dont la boutique a besoin pour fonctionner est toujours enregistré ; pour les statistiques et la personnalisation, seulement ce que vous acceptez. Vous pouvez changer d’avis à tout moment.
shop_consent_more = En savoir plus
shop_consent_choose = Choisir
shop_consent_accept = Accepter
shop_consent_decline = Refuser
shop_consent_keep = Enregistrer mon choix
shop_consent_kept = Votre choix est enregistré.
shop_consent_analytics = Statistiques : comment la boutique est utilisée, pour l’améliorer
shop_consent_personalisation = Personnalisation : ce que vous avez consulté, et ce que les outils de la boutique retiennent de vous
shop_consent_settings = Paramètres des cookies
shop_consent_necessary = Ce dont la boutique a besoin pour fonctionner
shop_consent_session = Qui est connecté sur cet appareil, et le fait que vous êtes déjà venu, pour que personne ne se fasse passer pour vous.
shop_consent_cart = Votre panier, les commandes passées dans ce navigateur et la langue que vous avez choisie.
shop_consent_answer = Votre réponse ici, pendant six mois.
shop_fault_title = Une erreur s’est produite
shop_fault_too_many = Trop de demandes ont été envoyées en peu de temps depuis le même endroit. Rien n’a été modifié. Veuillez réessayer dans une heure.
shop_fault_disk_full = La boutique n’a plus de place pour enregistrer quoi que ce soit. Rien n’a été modifié. Veuillez réessayer plus tard ou prévenir la boutique.
shop_fault_unavailable = La boutique est surchargée ou en maintenance. Rien n’a été modifié. Veuillez réessayer dans une minute.
shop_fault_internal = Une erreur s’est produite de notre côté. Rien n’a été modifié. Veuillez réessayer ; si elle persiste, indiquez ce numéro à la boutique.
shop_fault_bad_request = La boutique n’a pas compris cette demande. Veuillez revenir en arrière, recharger la page et réessayer.
shop_fault_forbidden = Cette demande venait d’un autre site ; la boutique l’a donc refusée. Rien n’a été modifié. Veuillez utiliser les pages de la boutique.
shop_fault_timeout = Cela a pris trop de temps et la boutique a abandonné. Veuillez réessayer.
shop_fault_too_large = La demande est trop volumineuse pour la boutique.
shop_fault_method = Cette adresse n’accepte pas une telle demande. Veuillez utiliser les pages de la boutique.
shop_fault_not_found = Il n’y a rien à cette adresse.
shop_fault_id = Demande { $id }

## Account pages, and e-mails about accounts

account_code_subject = { $code } est votre code pour { $shop }
account_code_text = Votre code est { $code }. Saisissez-le là où vous l’avez demandé.
account_code_link =
    Ou connectez-vous avec ce lien, dans le navigateur de votre choix :
    { $link }
account_code_opens = Il n’existe pas encore de compte avec cette adresse e-mail. Utiliser le code ou le lien en ouvre un.
account_code_joins = Votre commande { $order } figurera ensuite dans votre compte.
account_code_opens_for = Cela vous ouvre un compte, avec votre commande { $order }.
account_code_warning = Tous deux fonctionnent une fois, pendant 10 minutes. Personne de la boutique ne vous demandera jamais ce code. Si vous ne l’avez pas demandé, vous n’avez rien à faire.
account_reset_title = Définir un nouveau mot de passe
account_reset_lead = Indiquez-nous votre adresse e-mail, et nous vous enverrons un lien pour définir un nouveau mot de passe.
account_reset_send = Envoyer le lien
account_reset_new_lead = Choisissez un nouveau mot de passe. Vous serez déconnecté partout ailleurs.
account_reset_save = Enregistrer et se connecter
account_reset_subject = Votre mot de passe pour { $shop }
account_reset_text =
    Définissez ici un nouveau mot de passe :
    { $link }

    Le lien fonctionne une fois, pendant une heure. Si vous ne l’avez pas demandé, vous n’avez rien à faire : votre mot de passe reste le même.
account_no_account_text =
    Quelqu’un, sans doute vous, a voulu définir un nouveau mot de passe. Il n’existe pas de compte avec cette adresse e-mail. Vous pouvez en créer un ici :
    { $link }

    Si ce n’était pas vous, vous n’avez rien à faire.
account_told_reset_sent = S’il existe un compte avec cette adresse, un lien vient d’y être envoyé. Veuillez consulter votre messagerie.
account_password_changed_subject = Votre mot de passe pour { $shop } a été modifié
account_password_changed_text =
    Le mot de passe de votre compte a été modifié, et tous les autres navigateurs ont été déconnectés.

    Si ce n’était pas vous, définissez-en un nouveau immédiatement :
    { $link }
account_no_password_lead = Vous vous connectez par e-mail et n’avez pas de mot de passe. Si vous en souhaitez un, nous vous enverrons un lien pour le définir.
account_no_password_button = M’envoyer le lien
account_details = Vos informations
account_change_name = Enregistrer le nom
account_told_name_changed = Votre nom est modifié.
account_new_email = Nouvelle adresse e-mail
account_change_email = Modifier l’adresse e-mail
account_change_email_lead = Nous envoyons un lien à la nouvelle adresse. Dès que vous cliquez dessus, l’adresse est modifiée et tous les autres navigateurs sont déconnectés.
account_new_email_lead = Un clic, et { $email } est l’adresse e-mail de votre compte.
account_new_email_button = Utiliser cette adresse
account_new_address_subject = Votre adresse e-mail chez { $shop }
account_new_address_text =
    Un clic, et ceci est l’adresse e-mail de votre compte :
    { $link }

    Le lien fonctionne une fois, pendant un jour. Si vous ne l’avez pas demandé, vous n’avez rien à faire.
account_address_taken_text =
    Quelqu’un, sans doute vous, a voulu utiliser cette adresse e-mail pour un autre compte. Elle a déjà un compte. Connectez-vous ici :
    { $link }

    Si ce n’était pas vous, vous n’avez rien à faire.
account_address_changed_subject = Votre adresse e-mail chez { $shop } a été modifiée
account_address_changed_text =
    L’adresse e-mail de votre compte est désormais { $email }. Tous les autres navigateurs ont été déconnectés.

    Si ce n’était pas vous, veuillez nous écrire immédiatement.
account_told_new_email_sent = Nous avons envoyé un lien à la nouvelle adresse. Votre compte garde l’ancienne tant que vous n’avez pas cliqué dessus.
account_told_email_changed = L’adresse e-mail est modifiée. Tous les autres navigateurs sont déconnectés.
account_again_title = Veuillez vous reconnecter
account_again_lead = Ce qui suit ne concerne que vous. Nous vous demandons donc de nouveau qui vous êtes si vous vous êtes connecté il y a plus de dix minutes.
account_offer_title = La prochaine fois, sans rien saisir
account_offer_lead = En un clic, vous obtenez un compte pour { $email } : avec cette commande et son adresse, et sans mot de passe à retenir.
account_offer_button = Ouvrir mon compte
account_default_address = Par défaut
account_make_default = Utiliser par défaut
account_no_addresses = Vous n’avez pas encore d’adresse enregistrée.
account_seen_from = Connecté depuis le réseau { $network }
account_book_full = Votre carnet d’adresses est plein. Supprimez une adresse, puis enregistrez de nouveau celle-ci.
account_address_gone = Cette adresse a été supprimée entre-temps. Enregistrez-la de nouveau pour la conserver.
account_link_lead = Un clic, et vous êtes connecté en tant que { $email } dans ce navigateur.
account_link_over = Ce lien a déjà été utilisé ou a expiré.
account_code_registers = Nouveau client ? Le code ouvre votre compte.
account_ask_again = En demander un nouveau
account_told_account_kept = Votre compte est conservé.
account_deletion_subject = Votre compte chez { $shop } sera supprimé
account_deletion_text =
    Vous nous avez demandé de supprimer votre compte. Ce sera fait le { $date }.

    Vous avez changé d’avis, ou ce n’était pas vous ? Connectez-vous avant cette date et choisissez « Garder mon compte » :
    { $link }
account_deleted_subject = Votre compte chez { $shop } est supprimé
account_deleted_text =
    Votre compte est supprimé, et avec lui ce que nous conservions à votre sujet. Les commandes et les factures restent, avec nom et adresse, aussi longtemps que la loi fiscale l’exige ; votre adresse e-mail et votre numéro de téléphone en sont retirés 30 jours après la clôture de la commande.

    Ceci est notre dernier e-mail à ce sujet. Nous ne le conservons pas non plus.
account_staff_title = La boutique vue par un client
account_staff_lead = Vous allez voir la boutique telle que { $email } la voit, pendant une heure. Vous pouvez acheter pour cette personne ; son mot de passe, son adresse e-mail et son compte restent hors d’atteinte. Le client n’en est pas averti, et le journal garde qui vous êtes.
account_staff_begin = Entrer dans la boutique
account_staff_end = Terminer
account_staff_bar = { $staff } est connecté en tant que { $customer }, comme membre de l’équipe.
account_joined_subject = Vos comptes chez { $shop } n’en font plus qu’un
account_joined_text =
    Votre compte avec cette adresse e-mail a été réuni avec l’autre, { $email }. Les commandes, les adresses et tout le reste s’y trouvent désormais. Cette adresse n’ouvre plus de compte ; connectez-vous avec l’autre :
    { $link }

    Si vous n’avez pas d’autre compte ici, écrivez-nous immédiatement.

## Cart, checkout and orders

checkout_update = Mettre à jour
checkout_coupon_apply = Appliquer
checkout_quantity_of = Quantité de { $product }
checkout_qty = Qté : { $quantity }
checkout_remove_it = Supprimer { $name }
checkout_undo = Annuler
checkout_was_removed = « { $product } » a été retiré de votre panier.
checkout_keep_shopping = Continuer mes achats
checkout_each = { $price } l’unité
checkout_gone = Cet article n’est plus en vente.
checkout_sold_out_now = Cet article est épuisé.
checkout_only_left = Il n’en reste que { $count }.
checkout_short_lead = Une partie de votre commande n’est plus disponible comme vous le souhaitiez. Choisissez comment continuer :
checkout_take_instead = Passer à { $count }
checkout_remove = Supprimer
checkout_coupon = Code promo
checkout_coupon_code = Code promo
checkout_coupon_holds = Code promo « { $coupon } » appliqué.
checkout_coupon_unknown = Ce code promo n’existe pas ou a expiré.
checkout_coupon_too_little = Le montant de votre commande est insuffisant pour ce code promo.
checkout_take_off = Retirer le code promo
checkout_you_save = Vous économisez { $amount }
checkout_your_email = Votre e-mail
checkout_email_lead = Nous y envoyons la confirmation de commande.
checkout_agree = J’accepte les conditions générales de vente et j’ai lu la politique de retour.
checkout_please_agree = Veuillez accepter les conditions générales de vente pour continuer.
checkout_checkout = Passer commande
checkout_added = Ajouté à votre panier
checkout_view_cart = Voir le panier
checkout_until_free = Plus que { $amount } pour la livraison gratuite.
checkout_delivery_is_free = La livraison est gratuite pour cette commande.
checkout_go_on = Continuer
checkout_back = Retour
checkout_change = Modifier
checkout_please_answer = Veuillez répondre à cette question.
checkout_please_check = Veuillez vérifier ce qui est signalé ci-dessous.
checkout_items = Sous-total
checkout_discount = Remise
checkout_coupon_named = Code promo « { $coupon } »
checkout_shipping = Livraison
checkout_handling = Frais de traitement
checkout_tax_at = { $tax } { $rate }{ "\u00A0" }%
checkout_tax_within = Dont { $tax }
checkout_free = Gratuit
checkout_free_from = gratuit à partir de { $price }
checkout_price_from = à partir de { $price }
checkout_returns = Retours
checkout_withdraw_online = Vous pouvez vous rétracter en ligne.
checkout_later = Calculé à l’étape suivante
checkout_after_address = Une fois l’adresse saisie
checkout_not_chosen = Pas encore choisi
checkout_summary = Votre commande
checkout_address = Adresse
checkout_shipping_address = Adresse de livraison
checkout_billing_address = Adresse de facturation
checkout_same_address = L’adresse de facturation est identique
checkout_full_name = Prénom et nom
checkout_company = Société (facultatif)
checkout_street = Numéro et rue
checkout_street_2 = Appartement, étage (facultatif)
checkout_city = Ville
checkout_country = Pays
checkout_state = État ou région
checkout_postal_code = Code postal
checkout_phone = Téléphone (facultatif)
checkout_choose_country = Choisissez un pays
checkout_choose_state = Choisissez une région
checkout_other_country = Adapter les champs à ce pays
checkout_wrong_email = Veuillez saisir une adresse e-mail, par exemple nom@example.com.
checkout_wrong_name = Veuillez saisir un nom.
checkout_wrong_street = Veuillez saisir le numéro et la rue.
checkout_wrong_city = Veuillez saisir une ville.
checkout_wrong_country = Veuillez choisir un pays.
checkout_wrong_state = Veuillez choisir une région.
checkout_wrong_postal_code = Ce code postal n’existe pas dans ce pays.
checkout_saved_addresses = Vos adresses
checkout_change_address = Modifier une adresse
checkout_new_address = Nouvelle adresse
checkout_keep_address = Enregistrer l’adresse
checkout_use_address = Utiliser cette adresse
checkout_delivery_title = Comment souhaitez-vous être livré ?
checkout_no_delivery = Nous ne livrons pas encore à cet endroit. Veuillez choisir une autre adresse.
checkout_choose_delivery = Veuillez choisir un mode de livraison.
checkout_payment_title = Comment souhaitez-vous payer ?
checkout_payment = Paiement
checkout_no_payment = Aucun moyen de paiement n’est proposé pour cette livraison.
checkout_choose_payment = Veuillez choisir un moyen de paiement.
checkout_payment_test = Mode test : aucun montant n’est débité.
checkout_review_title = Vérifiez votre commande
checkout_comments = Remarques sur la commande (facultatif)
checkout_place_order = Commander et payer { $total }
checkout_total_changed = Le total a changé entre-temps. Veuillez le vérifier et commander de nouveau.
checkout_cart_changed = Votre panier a changé entre-temps. Veuillez le vérifier et commander de nouveau.
checkout_thanks = Merci, { $name }
checkout_thanks_lead = Nous avons bien reçu votre commande { $order }. Une confirmation est en route vers { $email }.
checkout_received = Nous avons bien reçu votre commande { $order }.
checkout_order = Commande { $number }
checkout_orders = Commandes
checkout_no_orders = Aucune commande trouvée.
checkout_no_orders_yet = Vous n’avez pas encore passé de commande.
checkout_all_orders = Toutes les commandes
checkout_edit_addresses = Modifier les adresses
checkout_placed_on = Passée le { $date }
checkout_from_day = Du
checkout_to_day = Au
checkout_search_orders = Rechercher une commande
checkout_show = Afficher
checkout_order_again = Commander à nouveau
checkout_ordered_again = Ce qui est encore disponible est dans votre panier.
checkout_status_awaiting_payment = En attente de paiement
checkout_status_paid = Payée
checkout_status_cancelled = Annulée
checkout_status_refunded = Remboursée
checkout_status_partially_refunded = Partiellement remboursée
checkout_status_incomplete = Incomplète
checkout_status_awaiting_processing = En attente de traitement
checkout_status_processing = En cours de traitement
checkout_status_shipped = Expédiée
checkout_status_delivered = Livrée
checkout_status_will_not_deliver = Ne sera pas livrée
checkout_status_returned = Retournée
checkout_status_ready_for_pickup = Prête à être retirée
checkout_pickup_at = À retirer à
checkout_find_order = Retrouver une commande
checkout_find_order_lead = Commandé sans compte ? Le numéro et votre e-mail suffisent.
checkout_see_order_lead = Pour voir la commande { $order }, saisissez l’e-mail avec lequel elle a été passée.
checkout_order_number = Numéro de commande
checkout_order_not_found = Aucune commande ne correspond à ce numéro et à cet e-mail.
checkout_letter_subject = Votre commande { $order } chez { $shop }
checkout_letter_lead = Merci pour votre commande. En voici le récapitulatif.
checkout_letter_look = Consultez votre commande à tout moment : { $link }
checkout_pay_subject = Merci de régler votre commande { $order } chez { $shop }
checkout_pay_lead = Merci pour votre commande. Nous l’avons enregistrée pour vous. Voici un récapitulatif, et comment la régler.
checkout_pay_link = Votre commande, et comment la régler : { $link }
checkout_status_subject = Votre commande { $order } : { $status }
checkout_parcel = Votre colis : { $number }
checkout_withdraw = Se rétracter de cette commande
checkout_withdraw_lead = Vous pouvez vous rétracter sans donner de motif. Le bouton suivant envoie votre rétractation ; nous la confirmons aussitôt par e-mail.
checkout_withdraw_confirm = Confirmer la rétractation
checkout_withdrawn = Vous vous êtes rétracté de cette commande le { $date }.
checkout_withdraw_subject = Votre rétractation de la commande { $order }
checkout_withdraw_receipt = Nous avons reçu votre rétractation de la commande { $order } le { $date }.
checkout_news_subject = Nouvelle commande { $order } : { $total }
checkout_news_look = Voir la commande dans l’administration : { $link }
checkout_withdrawn_subject = Rétractation de la commande { $order }
checkout_withdrawn_news = { $email } s’est rétracté de la commande { $order } le { $date }.
checkout_share = Partager
checkout_share_on = Partager sur { $network }
checkout_tax_on_top = { $tax } en sus
checkout_per_unit = { $price } par { $unit }
checkout_whole_text = Afficher tout le texte

## What follows an order: payments online, downloads, invoices, subscriptions

after_sale_payment_waiting = Nous attendons votre paiement
after_sale_payment_waiting_lead = La commande { $order } sera passée dès que votre paiement de { $total } sera confirmé. Cela peut prendre une minute.
after_sale_look_again = Vérifier à nouveau
after_sale_cancel_payment = Annuler le paiement
after_sale_go_on_to_pay = Continuer vers le paiement
after_sale_payment_held = Nous vérifions votre paiement
after_sale_payment_held_lead = Un paiement est arrivé pour la commande { $order }, mais il ne lui correspond plus. Vous aurez de nos nouvelles, et vous recevrez soit votre commande, soit votre remboursement.
after_sale_payment_failed = Le paiement n’a pas abouti
after_sale_payment_failed_lead = Vous n’avez pas été débité. Votre panier est intact : vous pouvez réessayer ou payer autrement.
after_sale_payment_failed_order = La commande { $order } n’a pas été passée.
after_sale_try_again = Réessayer
after_sale_charge_failed_way =
    Pour confirmer ou payer autrement :
    { $link }
after_sale_charge_failed_text = Nous n’avons pas pu prélever { $amount } pour votre abonnement. Votre banque souhaite peut-être que vous confirmiez le paiement, ou la carte n’est plus valable.
after_sale_charge_failed_subject = Merci de payer la commande { $order }
after_sale_put_back = Remettre tout dans le panier
after_sale_payment_failed_way =
    Pour remettre vos articles dans le panier et payer :
    { $link }
after_sale_payment_failed_text = Le paiement de la commande { $order } n’a pas abouti. Rien n’a été débité et la commande n’a pas été passée.
after_sale_payment_failed_subject = Votre commande chez { $shop } n’a pas été passée
after_sale_pay_again = Le paiement n’a pas abouti et rien n’a été débité. Vous pouvez réessayer.
after_sale_pay_now = Payer { $total } par { $method }
after_sale_pay_title = Cette commande n’est pas encore payée
after_sale_downloads = Téléchargements
after_sale_downloads_later = Vous pourrez télécharger ces fichiers dès que la commande sera payée.
after_sale_download_left = { $count ->
    [one] { $count } téléchargement restant
   *[other] { $count } téléchargements restants
}
after_sale_download_until = jusqu’au { $date }
after_sale_download_error = Ce téléchargement n’est pas disponible
after_sale_download_expired = Le lien a expiré.
after_sale_download_invalid = Le lien n’est pas valable. Il n’a peut-être pas été copié en entier, ou la commande a été annulée.
after_sale_download_used = Le lien a été utilisé autant de fois que possible.
after_sale_download_error_way = Votre commande indique ce que vous pouvez encore télécharger. S’il manque quelque chose, écrivez-nous.
after_sale_invoice = Facture
after_sale_invoice_number = Facture { $number }
after_sale_invoice_print = Imprimer
after_sale_invoice_date = Date de facturation
after_sale_invoice_delivered = Date de livraison
after_sale_invoice_order = Commande
after_sale_invoice_payment = Paiement
after_sale_invoice_vat_id = N° de TVA
after_sale_invoice_item = Article
after_sale_invoice_quantity = Quantité
after_sale_invoice_net = HT
after_sale_invoice_rate = Taux de TVA
after_sale_invoice_tax = TVA
after_sale_invoice_gross = TTC
after_sale_invoice_tax_on = { $tax } sur { $net }
after_sale_invoice_total = Total, payé
after_sale_parcels = Colis
after_sale_parcel_holds = Dans ce colis :
after_sale_parcel_rest = Le reste suit dans un autre colis.
after_sale_parcel_sent = Expédié le { $date }
after_sale_parcel_ready = Prêt à être retiré depuis le { $date }
after_sale_parcel_arrived = Arrivé le { $date }
after_sale_parcel_subject = Un colis de votre commande { $order } est en route
after_sale_refund_subject = Remboursement de votre commande { $order } : { $amount }
after_sale_refund_text = Nous vous avons remboursé { $amount }. Selon votre mode de paiement, quelques jours peuvent être nécessaires.
after_sale_refund_on = Remboursé le { $date } : { $amount }
after_sale_credit_note = Avoir
after_sale_credit_note_number = Avoir { $number }
after_sale_credit_note_date = Date de l’avoir
after_sale_credit_note_for = Pour la facture { $number } du { $date }
after_sale_credit_note_line = Remboursement partiel
after_sale_credit_note_total = Total, remboursé
after_sale_withdrawal_open = Nous avons reçu votre rétractation et vous répondrons par e-mail.
after_sale_withdrawal_accepted = Nous avons accepté votre rétractation.
after_sale_withdrawal_refused = Nous n’avons pas pu accepter votre rétractation.
after_sale_withdrawal_settled = Votre rétractation est réglée.
after_sale_withdrawal_accepted_subject = Votre rétractation de la commande { $order } est acceptée
after_sale_withdrawal_refused_subject = Votre rétractation de la commande { $order } n’a pas pu être acceptée
after_sale_message_subject = À propos de votre commande { $order }
after_sale_subscriptions = Abonnements
after_sale_no_subscriptions = Vous n’avez aucun abonnement.
after_sale_all_subscriptions = Tous les abonnements
after_sale_manage_subscription = Gérer l’abonnement
after_sale_subscriptions_lead = Voyez ce qui vient ensuite, suspendez ou résiliez.
after_sale_subscription_find_lead = Abonné sans compte ? Retrouvez la première commande avec son numéro et votre e-mail, ou ouvrez le lien de notre e-mail sur l’abonnement.
after_sale_subscription_notice = Abonnement : { $product } · { $interval } · { $price } à chaque fois, livraison en sus. Il se poursuit jusqu’à ce que vous le résiliiez, ce que vous pouvez faire à tout moment.
after_sale_subscription_terms = { $product } · { $interval } · { $price } à chaque fois
after_sale_subscription_active = Actif
after_sale_subscription_paused = Suspendu
after_sale_subscription_cancelled = Résilié
after_sale_subscription_next = Prochaine commande le { $date }
after_sale_subscription_paused_lead = Rien n’est commandé tant que vous ne le reprenez pas ; la date prévue était le { $date }.
after_sale_subscription_ended = Résilié le { $date }. Nous vous avons envoyé une confirmation par e-mail.
after_sale_subscription_pause = Suspendre
after_sale_subscription_resume = Reprendre
after_sale_subscription_cancel = Résilier l’abonnement
after_sale_subscription_cancel_question = Résilier cet abonnement ?
after_sale_subscription_cancel_lead = Il prend fin immédiatement : plus rien n’est commandé ni débité. Ce que vous avez déjà commandé sera livré. Nous le confirmons par e-mail.
after_sale_subscription_cancel_now = Résilier maintenant
after_sale_subscription_keep = Garder l’abonnement
after_sale_subscription_sold_out = C’est épuisé pour le moment.
after_sale_subscription_not_sold = Ce n’est plus vendu tel que vous l’avez choisi.
after_sale_subscription_not_payable = Ce n’est plus payable comme auparavant.
after_sale_subscription_trouble_again = Nous réessayons chaque jour, et rien ne vous est débité d’ici là.
after_sale_subscription_begun = Votre abonnement chez { $shop }
after_sale_subscription_begun_way = Consultez, suspendez ou résiliez votre abonnement à tout moment : { $link }
after_sale_subscription_renewed_lead = Votre abonnement continue. Voici la commande de cette fois.
after_sale_subscription_cancelled_subject = Votre abonnement chez { $shop } est résilié
after_sale_subscription_cancelled_receipt = Nous avons reçu votre résiliation le { $date }. L’abonnement est terminé, et plus rien n’est commandé.
after_sale_subscription_cancelled_news = L’abonnement { $number } a été résilié
after_sale_subscription_trouble_subject = Votre abonnement chez { $shop } n’a pas pu continuer aujourd’hui
after_sale_subscription_trouble_news = L’abonnement { $number } n’a pas pu être renouvelé

## Favourites, and e-mails about what is back in stock

favourites_save = Ajouter aux favoris
favourites_save_one = Ajouter { $product } aux favoris
favourites_saved = Dans vos favoris
favourites_of_guest = Ils sont conservés dans ce navigateur. Avec un compte, vous les retrouvez partout.
favourites_empty = Vous n’avez pas encore de favoris. Touchez le cœur d’un produit, et vous le retrouverez ici.
favourites_remove = Supprimer
favourites_remove_one = Retirer { $product } de vos favoris
favourites_alert_title = Me prévenir de son retour
favourites_alert_lead = Un e-mail, dès que vous pouvez de nouveau l’acheter.
favourites_alert_hint = Si vous êtes connecté et laissez ce champ vide, nous écrivons à l’adresse de votre compte.
favourites_alert_button = Me prévenir
favourites_alert_asked = Nous vous préviendrons de son retour.
favourites_alert_stop = Ne plus me prévenir
favourites_mail_subject = { $product } est de retour
favourites_mail_text =
    « { $product } » est de nouveau en vente :
    { $link }
favourites_mail_once = Vous nous aviez demandé de vous prévenir. C’est le seul e-mail à ce sujet.
favourites_mail_stop = Vous attendez autre chose et ne voulez plus en être informé ? Un clic : { $link }
favourites_stop_title = Ne plus recevoir ces e-mails
favourites_stop_lead = Nous ne vous écrirons alors plus lorsqu’un produit revient en stock.
favourites_stop_button = Arrêter ces e-mails
favourites_related = Vous aimerez aussi
favourites_recent = Vus récemment

## What is kept of a customer, and the deletion of an account

data_title = Vos données
data_lead = Tout ce que { $shop } conserve à votre sujet, au { $date }.
data_as_json = Télécharger en JSON
data_as_html = Télécharger en page web
data_guest_orders = Les commandes passées sans vous connecter n’en font pas partie. La page d’une telle commande propose de l’ajouter à votre compte.
data_card_lead = Voyez tout ce que cette boutique conserve à votre sujet, emportez-le ou supprimez votre compte.
data_see = Voir vos données
data_delete = Supprimer le compte
data_delete_title = Supprimer votre compte
data_delete_lead = Votre compte est supprimé un jour après votre demande. D’ici là, vous pouvez changer d’avis.
data_goes_title = Ce qui est supprimé
data_goes = Vos nom, adresse e-mail et mot de passe, vos adresses, votre panier, vos favoris et vos avis, la liste de vos appareils et les e-mails que nous vous avons envoyés. Les abonnements prennent fin. La connexion depuis un autre site ne vous connaît plus.
data_stays_title = Ce qui reste
data_stays = { $years ->
    [one] Les commandes et les factures, parce que la loi fiscale l’exige : avec nom et adresse pendant { $years } an. Plus personne ne les voit dans un compte. L’adresse e-mail, le numéro de téléphone et les remarques en sont retirés 30 jours après l’expédition, le retrait ou l’annulation de la commande, et en tout cas au bout d’un an. D’une commande jamais conclue, il ne reste alors rien.
   *[other] Les commandes et les factures, parce que la loi fiscale l’exige : avec nom et adresse pendant { $years } ans. Plus personne ne les voit dans un compte. L’adresse e-mail, le numéro de téléphone et les remarques en sont retirés 30 jours après l’expédition, le retrait ou l’annulation de la commande, et en tout cas au bout d’un an. D’une commande jamais conclue, il ne reste alors rien.
}
data_see_first = Voir et télécharger d’abord vos données
data_delete_button = Supprimer mon compte
data_due = Votre compte sera supprimé le { $date }. D’ici là, il fonctionne comme avant.
data_keep = Garder mon compte
data_yes = Oui
data_no = Non
data_account = Compte
data_addresses = Adresses
data_sessions = Appareils connectés
data_devices = Appareils connectés auparavant
data_sign_ons = Connexion depuis un autre site
data_requests = Codes et liens demandés
data_emails = E-mails envoyés
data_alerts = E-mails de retour en stock
data_id = Numéro
data_email = E-mail
data_name = Nom
data_registered = Client depuis
data_has_password = A un mot de passe
data_will_be_deleted = Sera supprimé le
data_group = Groupe de clients
data_is_billing = Adresse de facturation
data_company = Société
data_street = Rue
data_postal_code = Code postal
data_city = Ville
data_region = Région
data_country = Pays
data_phone = Téléphone
data_browser = Navigateur
data_network = Réseau
data_began = Début
data_last_used = Dernière utilisation
data_ends = Se termine au plus tard
data_app = Site
data_user = Connu là-bas sous le nom
data_asked = Demandé le
data_subject = Objet
data_written = Rédigé le
data_sent = Envoyé le
data_text = Texte
data_product = Produit
data_product_id = Numéro de produit
data_sku = Référence
data_options = Options
data_quantity = Quantité
data_price = Prix unitaire
data_items = Articles
data_total = Total
data_currency = Devise
data_coupon = Code promo
data_delivery_address = Adresse de livraison
data_billing_address = Adresse de facturation
data_fields = Autres réponses
data_comments = Remarques
data_referer = Venu de
data_number = Numéro de commande
data_placed = Passée le
data_payment_status = Paiement
data_paid = Payée le
data_fulfillment_status = Livraison
data_shipped = Expédiée le
data_withdrawn = Rétractation le
data_invoice = Facture
data_interval = Fréquence
data_status = État
data_next = Prochaine commande
data_ended = Terminé le
data_added = Ajouté le
data_stars = Étoiles
data_headline = Titre
data_changed = Modifié le
data_notes = Notes de la boutique
data_tax_exempt = Aucune taxe n’est facturée
data_tax_id = Numéro fiscal
data_reminder_agreed = Rappel accepté
data_parcels = Colis
data_carrier = Transporteur
data_tracking = Numéro de colis
data_arrived = Arrivé
data_refunded = Remboursé le
data_payments = Paiements en ligne
data_provider = Prestataire de paiement
data_reference = Référence chez lui
data_refunds = Remboursements
data_amount = Montant
data_reason = Motif

## Around a product: delivery, reviews, videos

product_delivery_time = Livraison estimée
product_arrives = Livraison { $days }
product_ready = Prêt { $days }
product_way_arrives = { $way } : { $days }
product_order_until = Pour une commande passée avant { $day }, { $hour } h
product_reviews = Avis
product_out_of_five = { $stars } étoiles sur 5
product_no_reviews = Aucun avis pour le moment.
product_write_review = Écrire un avis
product_buyers_only = Les avis sont rédigés par des clients qui ont acheté ce produit ici.
product_stars = { $count ->
    [one] { $count } étoile
   *[other] { $count } étoiles
}
product_review_by = { $name }, { $date }
product_newer_reviews = Avis plus récents
product_older_reviews = Avis plus anciens
product_review_of = Donner un avis sur { $product }
product_back_to_product = Retour au produit
product_review_for_guests = Les avis sont rédigés par des clients qui ont acheté le produit. Connectez-vous ou retrouvez votre commande par son numéro pour écrire le vôtre.
product_review_for_customers = Les avis sont rédigés par des clients qui ont acheté le produit. Dès que l’une de vos commandes le contenant est payée ou expédiée, vous pouvez en écrire un ici.
product_review_stars = Combien d’étoiles lui donnez-vous ?
product_review_title = Titre (facultatif)
product_review_text = Qu’en pensez-vous ?
product_review_name = Votre nom, tel que tout le monde le voit
product_review_name_hint = Votre adresse e-mail n’est pas affichée.
product_send_review = Envoyer l’avis
product_change_review = Modifier l’avis
product_remove_review = Supprimer mon avis
product_review_thanks = Merci.
product_review_pending = Votre avis sera visible ici dès que nous l’aurons lu.
product_review_published = Votre avis est visible sur la page du produit.
product_review_rejected = Votre avis n’est pas affiché. Vous pouvez le modifier, et nous le relirons.
product_review_removed = Votre avis est supprimé.
product_review_of_other_order = Cette adresse e-mail a déjà donné un avis sur ce produit. Retrouvez la commande à partir de laquelle il a été écrit pour le modifier.
product_wrong_stars = Veuillez choisir de une à cinq étoiles.
product_wrong_title = Veuillez utiliser au plus 120 caractères.
product_wrong_text = Veuillez écrire quelques mots, en 4 000 caractères au maximum.
product_wrong_name = Veuillez saisir un nom, en 60 caractères au maximum.
product_news_subject = Avis sur { $product } : { $stars } étoiles sur 5
product_news_pending =
    Personne ne le voit encore. Pour le publier : awning reviews publish { $review }
    Pour le refuser : awning reviews reject { $review }
product_news_published = Les clients le voient. Pour le retirer : awning reviews reject { $review }
product_video_of = Vidéo de { $product }
product_play_video = Lire la vidéo de { $product } sur { $host }
product_open_video = Ouvrir la vidéo
product_video_host = Lue depuis { $host }, qui apprend alors votre visite.
product_low_subject = { $count ->
    [one] Stock bas : un article de votre boutique
   *[other] Stock bas : { $count } articles de votre boutique
}
product_low_lead = Il reste peu d’exemplaires de ces articles :
product_low_line = { $product } : { $left } en stock
product_low_link = Leur stock, et comment il a changé : { $link }

## Ce que les clients demandent, et les e-mails à ce sujet

contact_title = Nous poser une question
contact_lead = Nous répondons par e-mail, et vous retrouvez aussi notre réponse ici.
contact_your_name = Votre nom
contact_topic = De quoi s’agit-il ?
contact_order_number = Numéro de commande, s’il s’agit d’une commande
contact_message = Votre message
contact_send = Envoyer
contact_privacy = Nous utilisons votre nom et votre adresse pour vous répondre, et pour rien d’autre.
contact_leave_empty = Laissez ce champ vide
contact_thanks = Merci. Nous avons votre message et répondons par e-mail.
contact_once_more = Veuillez l’envoyer encore une fois : le formulaire est resté ouvert trop longtemps ou a été envoyé trop vite.
contact_ask_about = Poser une question à ce sujet
contact_wrong_name = Veuillez indiquer votre nom.
contact_wrong_email = Veuillez indiquer votre adresse e-mail.
contact_wrong_topic = Veuillez dire en quelques mots de quoi il s’agit.
contact_wrong_text = Veuillez écrire un message de 6 000 caractères au plus.
contact_questions = Vos questions
contact_questions_lead = Ce que vous nous avez demandé, et nos réponses.
contact_all_questions = Toutes les questions
contact_no_questions = Vous ne nous avez encore rien demandé.
contact_messages = Messages
contact_status_open = En attente de notre réponse
contact_status_answered = Répondu
contact_status_closed = Terminé
contact_reply = Écrivez-nous
contact_reply_send = Envoyer
contact_reply_thanks = Merci. Nous avons votre message et répondons par e-mail.
contact_link_over = Ce lien n’ouvre plus de question. Peut-être n’a-t-il pas été copié en entier.
contact_received_lead = Merci de votre message. Nous vous répondrons.
contact_about_product = À propos de { $product }
contact_about_order = À propos de la commande { $order }
contact_received_subject = Votre message à { $shop }
contact_received_look = Votre message et notre réponse se trouvent ici : { $link }
contact_answer_subject = Notre réponse : { $subject }
contact_answer_look = Lisez tout et répondez-nous ici : { $link }
contact_news_subject = { $name } demande : { $subject }
contact_news_look = Répondre dans l’administration : { $link }

reminder_agree = Me rappeler une fois par e-mail si je ne termine pas cette commande
reminder_mail_lead = Vous avez mis quelque chose dans votre panier et demandé un rappel. C'est toujours là :
reminder_mail_prices = Les prix sont ceux d'aujourd'hui, hors livraison.
reminder_mail_button = Revenir à votre panier
reminder_mail_until = Le lien est valable 30 jours, sur tous les appareils. C'est le seul rappel de ce panier.
reminder_mail_stop_lead = Vous ne voulez plus de rappel d'aucun panier ?
reminder_mail_stop = Arrêter ces rappels
reminder_back_lead = Voici ce que contenait votre panier, aux prix d'aujourd'hui.
reminder_back_besides = Votre panier contient déjà quelque chose ici. Cela y reste, et rien n'est compté deux fois.
reminder_back_button = Continuer avec ce panier
reminder_back_gone = Un article qu'il contenait n'est plus vendu.
reminder_back_nothing = Plus rien de ce panier ne peut être acheté.
reminder_back_over = Ce lien est trop ancien, ou n'a pas été copié en entier.
reminder_back_ordered = Ce panier a déjà été commandé. Merci !
reminder_stop_title = Plus de rappels
reminder_stop_lead = Nous ne vous écrirons plus au sujet des paniers que vous laissez. Les e-mails sur vos commandes continuent d'arriver.
reminder_stop_button = Arrêter les rappels
reminder_stopped = C'est fait. Nous ne vous rappellerons plus vos paniers.
reminder_mail_subject = Votre panier chez { $shop }
