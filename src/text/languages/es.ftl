# The words of the interface in Spanish.

## The language itself, and how it writes days, numbers and prices

format_name = Español
format_locale = es_ES
format_weekdays = lun mar mié jue vie sáb dom
format_months = enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
format_day = { $weekday } { $day }
format_day_of_month = { $day } de { $month }
format_days_from_to = { $first } – { $last }
format_date = { $day } de { $month } de { $year }
format_decimal = ,
format_group = .
format_grouped_from = 5
format_price = { $amount }{ "\u00A0" }{ $symbol }
format_price_of_letters = { $amount }{ "\u00A0" }{ $symbol }

## The account widget in the header, and what is said in its live region: the browser says these too

widget_account = Cuenta
widget_account_of = Cuenta de { $customer }
widget_orders = Pedidos
widget_addresses = Direcciones
widget_sessions = Dispositivos conectados
widget_sign_in = Iniciar sesión
widget_sign_out = Cerrar sesión
widget_signing_in = Iniciando sesión…
widget_signing_out = Cerrando sesión…
widget_create_account = Crear cuenta
widget_email = Correo electrónico
widget_password = Contraseña
widget_forgot_password = ¿Ha olvidado su contraseña?
widget_email_me_a_code = Enviarme un código por correo
widget_code = Código de seis cifras
widget_code_sent = Hemos enviado un código a { $email }. Es válido durante 10 minutos.
widget_another_way = Iniciar sesión de otra forma
widget_wrong_code = Ese no es el código del correo más reciente.
widget_code_over = Este código ya no es válido. Solicite uno nuevo.
widget_no_account_yet = ¿Es su primera vez aquí?
widget_said_signed_in = Ha iniciado sesión.
widget_said_registered = Su cuenta está lista y ha iniciado sesión.
widget_said_registration_sent = Le hemos enviado un correo. Su enlace abre la cuenta.
widget_said_link_over = Este enlace ya se ha usado o ha caducado. Vuelva a crear su cuenta.
widget_said_signed_out = Ha cerrado sesión.
widget_said_session_ended = Su sesión había caducado. Ya no tiene la sesión iniciada.
widget_said_session_closed = Esa sesión se ha cerrado.
widget_said_others_closed = Se han cerrado todas las demás sesiones.
widget_said_password_changed = Su contraseña se ha cambiado. Se han cerrado todas las demás sesiones.
widget_failed_no_session = No había ninguna sesión iniciada.
widget_failed_unavailable = La tienda no ha podido cerrar su sesión en este momento. Sigue iniciada. Inténtelo de nuevo.
widget_failed_still_signed_in = El cierre de sesión no se ha completado. La sesión sigue iniciada. Inténtelo de nuevo.
widget_failed_unreachable = No se ha podido contactar con la tienda. Es posible que su sesión siga iniciada. Lo comprobaremos en cuanto vuelva a tener conexión.
widget_wrong_credentials = El correo electrónico o la contraseña no son correctos.
widget_too_many_attempts = { $minutes ->
    [one] Demasiados intentos. Espere { $minutes } minuto e inténtelo de nuevo.
   *[other] Demasiados intentos. Espere { $minutes } minutos e inténtelo de nuevo.
}
widget_bad_email = Introduzca una dirección de correo electrónico, como nombre@example.com.
widget_email_taken = Ya existe una cuenta con este correo. Inicie sesión.
widget_bad_name = Introduzca su nombre, con un máximo de 120 caracteres.
widget_bad_new_password = Elija una contraseña de al menos 10 caracteres.
widget_wrong_current_password = Esa no es su contraseña actual.
widget_unreachable = No se ha podido contactar con la tienda. Inténtelo de nuevo; lo que ha escrito no se pierde.
widget_sold_out = Agotado
widget_said_added = Añadido a su carrito.
widget_said_removed = Eliminado de su carrito.
widget_said_not_available = Este producto ya no está disponible.
widget_said_not_enough = No quedan tantas unidades. Su carrito no ha cambiado.
widget_said_wrong_quantity = Elija una cantidad dentro de los límites.
widget_said_wrong_price = Indique un precio dentro de los límites.
widget_said_not_offered = Lo que eligió ya no se ofrece. Elija de nuevo.
widget_said_choose_first = Elija primero lo marcado con un asterisco.
widget_said_quantity = La cantidad se ha cambiado.
widget_favourites = Favoritos
widget_said_favourite = Añadido a sus favoritos.
widget_said_no_favourite = Eliminado de sus favoritos.
widget_said_alert = Le escribiremos una vez, cuando vuelva a estar disponible.
widget_said_no_alert = No le escribiremos sobre ello.

## Frame, catalogue, account pages

shop_close = Cerrar
shop_new_password = Nueva contraseña
shop_current_password = Contraseña actual
shop_name = Nombre
shop_new_password_hint = Al menos 10 caracteres. Tres o cuatro palabras al azar van bien.
shop_have_account = ¿Ya tiene una cuenta?
shop_sign_in_lead = Nos alegra volver a verle.
shop_register_lead = Con una cuenta, la tienda le reconoce cuando vuelve.
shop_account_lead = Ha iniciado sesión como { $customer }.
shop_customer_since = Cliente desde { $date }
shop_group = Grupo de clientes: { $group }
shop_sessions_lead = Estos navegadores tienen la sesión iniciada en su cuenta. Cierre la sesión en los que no reconozca.
shop_this_session = Este navegador
shop_last_seen = Último uso: { $date }
shop_sign_out_here = Cerrar sesión aquí
shop_end_session = Cerrar sesión en este navegador
shop_end_other_sessions = Cerrar todas las demás sesiones
shop_only_session = No tiene la sesión iniciada en ningún otro sitio.
shop_unknown_device = Navegador desconocido
shop_change_password = Cambiar contraseña
shop_change_password_lead = Al cambiarla se cierran todas las demás sesiones.
shop_sign_out_question = ¿Cerrar sesión?
shop_sign_out_lead = Ha iniciado sesión como { $customer }. Su cuenta lo conserva todo; este navegador lo olvida.
shop_stay_signed_in = Mantener la sesión iniciada
shop_nobody_signed_in = Aquí no hay ninguna sesión iniciada.
shop_known_subject = Su cuenta en { $shop }
shop_known_text =
    Alguien, probablemente usted, ha querido crear una cuenta con esta dirección de correo. Ya tiene una. Inicie sesión aquí:
    { $link }

    Si no ha sido usted, no tiene que hacer nada.
shop_confirm_subject = Abra su cuenta en { $shop }
shop_confirm_text =
    Un clic y su cuenta estará abierta:
    { $link }

    El enlace funciona una sola vez, durante un día. Si no ha solicitado una cuenta, no tiene que hacer nada.
shop_confirm_title = Abrir su cuenta
shop_confirm_lead = Con un clic se confirma su dirección de correo.
shop_confirm_button = Abrir cuenta
shop_skip_to_content = Ir al contenido
shop_footer_menu = Tienda
shop_prices_note = Todos los precios incluyen impuestos; los gastos de envío no están incluidos.
shop_home = Inicio
shop_not_found_title = Página no encontrada
shop_not_found_lead = Puede que se haya movido o que haya un error en la dirección.
shop_back_to_shop = Volver a la tienda
shop_opens_soon = Estamos preparando la tienda. Vuelva pronto.
shop_categories = Categorías
shop_featured = Destacados
shop_newest = Novedades
shop_all_products = Todos los productos
shop_all_of = Todo en { $category }
shop_breadcrumbs = Está usted aquí
shop_was = Antes
shop_on_sale = En oferta
shop_choose = Elegir
shop_details = Ver
shop_add_to_cart = Añadir al carrito
shop_products = { $count ->
    [0] Ningún producto
    [one] Un producto
   *[other] { $count } productos
}
shop_sort_by = Ordenar por
shop_by_us = Recomendados
shop_by_relevance = Relevancia
shop_by_newest = Novedades
shop_by_price_up = Precio: de menor a mayor
shop_by_price_down = Precio: de mayor a menor
shop_by_name = Nombre, de la A a la Z
shop_by_name_down = Nombre, de la Z a la A
shop_apply = Aplicar
shop_nothing_found = Nada coincide con todo esto. Pruebe con menos filtros o con otra palabra.
shop_clear_filters = Borrar filtros
shop_pages = Páginas
shop_page_of = Página { $page } de { $pages }
shop_earlier = Página anterior
shop_show_more = Mostrar más
shop_filters = Filtros
shop_in_stock_only = Disponible
shop_on_sale_only = En oferta
shop_price = Precio
shop_price_from = Desde
shop_price_to = Hasta
shop_search_results = Resultados de «{ $keyword }»
shop_search_corrected = No hay resultados de «{ $keyword }». Mostramos otros parecidos.
shop_search = Buscar
shop_search_products = Buscar productos
shop_menu = Menú
shop_description = Descripción
shop_in_stock = Disponible
shop_left_in_stock = { $count ->
    [one] queda { $count }
   *[other] quedan { $count }
}
shop_quantity = Cantidad
shop_quantity_limits = De { $least } a { $most } por pedido.
shop_update_price = Actualizar precio
shop_name_your_price = Su precio
shop_price_at_least = Como mínimo { $price }.
shop_price_at_most = Como máximo { $price }.
shop_subscription = Frecuencia
shop_buy_once = Solo una vez
shop_every_days = { $count ->
    [one] Cada día
   *[other] Cada { $count } días
}
shop_every_weeks = { $count ->
    [one] Cada semana
   *[other] Cada { $count } semanas
}
shop_every_months = { $count ->
    [one] Cada mes
   *[other] Cada { $count } meses
}
shop_every_years = { $count ->
    [one] Cada año
   *[other] Cada { $count } años
}
shop_wholesale = Descuentos por cantidad
shop_from_quantity = Desde { $quantity }
shop_weight = Peso
shop_please_choose = Elija una opción
shop_files_later = Aquí todavía no se pueden subir archivos.
shop_picture_of = Imagen { $number }
shop_pictures = Imágenes de { $product }
shop_language = Idioma
shop_cart = Su carrito
shop_cart_count = { $count ->
    [one] Carrito, { $count } artículo
   *[other] Carrito, { $count } artículos
}
shop_cart_empty = Su carrito está vacío.
shop_total = Total
shop_page_about = Quiénes somos
shop_page_shipping = Envío y pago
shop_page_returns = Devoluciones
shop_page_terms = Condiciones de venta
shop_page_privacy = Privacidad
shop_page_impressum = Aviso legal
shop_consent_title = ¿Qué puede guardar esta tienda?
shop_consent_lead = Lo que la tienda necesita para funcionar se guarda siempre; para análisis y personalización, solo lo que usted acepte. Puede cambiar de opinión en cualquier momento.
shop_consent_more = Más información
shop_consent_choose = Elegir
shop_consent_accept = Aceptar
shop_consent_decline = Rechazar
shop_consent_keep = Guardar mi elección
shop_consent_kept = Su elección se ha guardado.
shop_consent_analytics = Análisis: cómo se usa la tienda, para mejorarla
shop_consent_personalisation = Personalización: lo que ha visto y lo que las herramientas de la tienda recuerdan de usted
shop_consent_settings = Configuración de cookies
shop_consent_necessary = Lo que la tienda necesita para funcionar
shop_consent_session = Quién tiene la sesión iniciada en este dispositivo y que ya ha estado aquí, para que nadie pueda hacerse pasar por usted.
shop_consent_cart = Su carrito, los pedidos realizados en este navegador y el idioma que ha elegido.
shop_consent_answer = Lo que ha respondido aquí, durante medio año.
shop_fault_title = No ha funcionado
shop_fault_too_many = Se han recibido demasiadas solicitudes desde un mismo lugar en poco tiempo. No se ha cambiado nada. Inténtelo de nuevo dentro de una hora.
shop_fault_disk_full = La tienda no tiene espacio para guardar nada más. No se ha cambiado nada. Inténtelo más tarde o avise a la tienda.
shop_fault_unavailable = La tienda está saturada o en mantenimiento. No se ha cambiado nada. Inténtelo de nuevo dentro de un minuto.
shop_fault_internal = Se ha producido un error por nuestra parte. No se ha cambiado nada. Inténtelo de nuevo; si persiste, indique este número a la tienda.
shop_fault_bad_request = La tienda no ha entendido esta solicitud. Vuelva atrás, recargue la página e inténtelo de nuevo.
shop_fault_forbidden = Esta solicitud procedía de otro sitio web, por lo que la tienda la ha rechazado. No se ha cambiado nada. Utilice las páginas de la tienda.
shop_fault_timeout = Ha tardado demasiado y la tienda lo ha dejado. Inténtelo de nuevo.
shop_fault_too_large = Lo enviado es demasiado grande para la tienda.
shop_fault_method = Esta dirección no admite una solicitud así. Utilice las páginas de la tienda.
shop_fault_not_found = No hay nada en esta dirección.
shop_fault_id = Solicitud { $id }

## Account pages, and e-mails about accounts

account_code_subject = { $code } es su código para { $shop }
account_code_text = Su código es { $code }. Introdúzcalo donde lo ha solicitado.
account_code_link =
    O inicie sesión con este enlace, en el navegador que prefiera:
    { $link }
account_code_opens = Todavía no hay ninguna cuenta con esta dirección de correo. Al usar el código o el enlace se abre una.
account_code_joins = Su pedido { $order } quedará después en su cuenta.
account_code_opens_for = Así se abre una cuenta para usted, con su pedido { $order }.
account_code_warning = Ambos funcionan una sola vez, durante 10 minutos. Nadie de la tienda le pedirá nunca el código. Si no lo ha solicitado usted, no tiene que hacer nada.
account_reset_title = Establecer una nueva contraseña
account_reset_lead = Indíquenos su dirección de correo y le enviaremos un enlace para establecer una nueva contraseña.
account_reset_send = Enviar el enlace
account_reset_new_lead = Elija una nueva contraseña. Se cerrarán todas las demás sesiones.
account_reset_save = Guardar e iniciar sesión
account_reset_subject = Su contraseña para { $shop }
account_reset_text =
    Establezca aquí una nueva contraseña:
    { $link }

    El enlace funciona una sola vez, durante una hora. Si no lo ha solicitado usted, no tiene que hacer nada: su contraseña sigue siendo la misma.
account_no_account_text =
    Alguien, probablemente usted, ha querido establecer una nueva contraseña. No hay ninguna cuenta con esta dirección de correo. Puede crear una aquí:
    { $link }

    Si no ha sido usted, no tiene que hacer nada.
account_told_reset_sent = Si hay una cuenta con esta dirección, le hemos enviado un enlace. Consulte su correo.
account_password_changed_subject = Su contraseña para { $shop } se ha cambiado
account_password_changed_text =
    La contraseña de su cuenta se ha cambiado y se han cerrado las sesiones de todos los demás navegadores.

    Si no ha sido usted, establezca una nueva de inmediato:
    { $link }
account_no_password_lead = Inicia sesión por correo y no tiene contraseña. Si quiere una, le enviaremos un enlace para establecerla.
account_no_password_button = Enviarme el enlace
account_details = Sus datos
account_change_name = Guardar nombre
account_told_name_changed = Su nombre se ha cambiado.
account_new_email = Nueva dirección de correo
account_change_email = Cambiar dirección de correo
account_change_email_lead = Enviamos un enlace a la nueva dirección. Al hacer clic en él, la dirección se cambia y se cierran las sesiones de todos los demás navegadores.
account_new_email_lead = Un clic, y { $email } será la dirección de correo de su cuenta.
account_new_email_button = Usar esta dirección
account_new_address_subject = Su dirección de correo en { $shop }
account_new_address_text =
    Un clic, y esta será la dirección de correo de su cuenta:
    { $link }

    El enlace funciona una sola vez, durante un día. Si no lo ha solicitado usted, no tiene que hacer nada.
account_address_taken_text =
    Alguien, probablemente usted, ha querido usar esta dirección de correo para otra cuenta. Ya tiene una cuenta. Inicie sesión aquí:
    { $link }

    Si no ha sido usted, no tiene que hacer nada.
account_address_changed_subject = Su dirección de correo en { $shop } se ha cambiado
account_address_changed_text =
    Su cuenta tiene ahora la dirección de correo { $email }. Se han cerrado las sesiones de todos los demás navegadores.

    Si no ha sido usted, escríbanos de inmediato.
account_told_new_email_sent = Hemos enviado un enlace a la nueva dirección. Su cuenta conserva la antigua hasta que haga clic en él.
account_told_email_changed = La dirección de correo se ha cambiado. Se han cerrado las sesiones de todos los demás navegadores.
account_again_title = Inicie sesión una vez más
account_again_lead = Lo que sigue es solo para usted. Por eso volvemos a preguntar quién es si inició sesión hace más de diez minutos.
account_offer_title = La próxima vez, sin escribir nada
account_offer_lead = Con un clic obtiene una cuenta para { $email }: con este pedido y su dirección, y sin contraseña que recordar.
account_offer_button = Abrir mi cuenta
account_default_address = Predeterminada
account_make_default = Usar como predeterminada
account_no_addresses = Todavía no tiene direcciones guardadas.
account_seen_from = Sesión iniciada desde la red { $network }
account_book_full = Su libreta de direcciones está llena. Elimine una dirección y vuelva a guardar esta.
account_address_gone = Esta dirección se ha eliminado entretanto. Guárdela de nuevo para conservarla.
account_link_lead = Un clic, y habrá iniciado sesión como { $email } en este navegador.
account_link_over = Este enlace ya se ha usado o ha caducado.
account_code_registers = ¿Es su primera vez aquí? El código abre su cuenta.
account_ask_again = Solicitar uno nuevo
account_told_account_kept = Su cuenta se conserva.
account_deletion_subject = Su cuenta en { $shop } se eliminará
account_deletion_text =
    Nos ha pedido que eliminemos su cuenta. Se hará el { $date }.

    ¿Ha cambiado de opinión o no ha sido usted? Inicie sesión antes de esa fecha y elija «Conservar mi cuenta»:
    { $link }
account_deleted_subject = Su cuenta en { $shop } se ha eliminado
account_deleted_text =
    Su cuenta se ha eliminado y, con ella, lo que guardábamos sobre usted. Los pedidos y las facturas se conservan, con nombre y dirección, mientras lo exija la legislación fiscal; su correo electrónico y su teléfono se borran de ellos 30 días después de cerrarse el pedido.

    Este es nuestro último correo al respecto. Tampoco lo conservamos.
account_staff_title = La tienda vista por un cliente
account_staff_lead = Va a ver la tienda tal como la ve { $email }, durante una hora. Puede comprar en su nombre; su contraseña, su correo electrónico y su cuenta quedan fuera de su alcance. No se avisa al cliente, y el registro guarda quién es usted.
account_staff_begin = Entrar en la tienda
account_staff_end = Terminar
account_staff_bar = { $staff } ha iniciado sesión como { $customer }, como miembro del equipo.
account_joined_subject = Sus cuentas en { $shop } ahora son una sola
account_joined_text =
    Su cuenta con esta dirección de correo electrónico se ha unido a la otra, { $email }. Los pedidos, las direcciones y todo lo demás están ahora allí. Esta dirección ya no abre ninguna cuenta; inicie sesión con la otra:
    { $link }

    Si no tiene otra cuenta aquí, escríbanos de inmediato.

## Cart, checkout and orders

checkout_update = Actualizar
checkout_coupon_apply = Aplicar
checkout_quantity_of = Cantidad de { $product }
checkout_qty = Cant.: { $quantity }
checkout_remove_it = Eliminar { $name }
checkout_undo = Deshacer
checkout_was_removed = «{ $product }» se ha eliminado de su carrito.
checkout_keep_shopping = Seguir comprando
checkout_each = { $price } por unidad
checkout_gone = Este artículo ya no se vende.
checkout_sold_out_now = Este artículo se ha agotado.
checkout_only_left = { $count ->
    [one] Solo queda { $count }.
   *[other] Solo quedan { $count }.
}
checkout_short_lead = Parte de su pedido ya no está disponible como usted quería. Elija cómo continuar:
checkout_take_instead = Cambiar a { $count }
checkout_remove = Eliminar
checkout_coupon = Cupón
checkout_coupon_code = Código de cupón
checkout_coupon_holds = Cupón «{ $coupon }» aplicado.
checkout_coupon_unknown = Este cupón no existe o ha caducado.
checkout_coupon_too_little = El importe de su pedido es insuficiente para este cupón.
checkout_take_off = Quitar cupón
checkout_you_save = Ahorra { $amount }
checkout_your_email = Su correo electrónico
checkout_email_lead = Ahí le enviaremos la confirmación del pedido.
checkout_agree = Acepto las condiciones de venta y he leído la política de devoluciones.
checkout_please_agree = Acepte las condiciones de venta para continuar.
checkout_checkout = Tramitar pedido
checkout_added = Añadido a su carrito
checkout_view_cart = Ver carrito
checkout_until_free = Faltan { $amount } para el envío gratis.
checkout_delivery_is_free = El envío de este pedido es gratis.
checkout_go_on = Continuar
checkout_back = Volver
checkout_change = Cambiar
checkout_please_answer = Responda a esta pregunta.
checkout_please_check = Revise lo que está marcado a continuación.
checkout_items = Subtotal
checkout_discount = Descuento
checkout_coupon_named = Cupón «{ $coupon }»
checkout_shipping = Envío
checkout_handling = Gastos de gestión
checkout_tax_at = { $tax } { $rate }{ "\u00A0" }%
checkout_tax_within = { $tax } incluido
checkout_free = Gratis
checkout_free_from = gratis a partir de { $price }
checkout_price_from = desde { $price }
checkout_returns = Devoluciones
checkout_withdraw_online = Puede desistir de su pedido en línea.
checkout_later = Se calcula al tramitar el pedido
checkout_after_address = Cuando haya una dirección
checkout_not_chosen = Sin elegir
checkout_summary = Su pedido
checkout_address = Dirección
checkout_shipping_address = Dirección de envío
checkout_billing_address = Dirección de facturación
checkout_same_address = La dirección de facturación es la misma
checkout_full_name = Nombre y apellidos
checkout_company = Empresa (opcional)
checkout_street = Calle y número
checkout_street_2 = Piso, puerta (opcional)
checkout_city = Localidad
checkout_country = País
checkout_state = Provincia o región
checkout_postal_code = Código postal
checkout_phone = Teléfono (opcional)
checkout_choose_country = Elija un país
checkout_choose_state = Elija una región
checkout_other_country = Actualizar los campos para este país
checkout_wrong_email = Introduzca una dirección de correo electrónico, como nombre@example.com.
checkout_wrong_name = Introduzca un nombre.
checkout_wrong_street = Introduzca calle y número.
checkout_wrong_city = Introduzca una localidad.
checkout_wrong_country = Elija un país.
checkout_wrong_state = Elija una región.
checkout_wrong_postal_code = No es un código postal de ese país.
checkout_saved_addresses = Sus direcciones
checkout_change_address = Modificar una dirección
checkout_new_address = Nueva dirección
checkout_keep_address = Guardar dirección
checkout_use_address = Usar esta dirección
checkout_delivery_title = ¿Cómo desea recibirlo?
checkout_no_delivery = Todavía no enviamos ahí. Elija otra dirección.
checkout_choose_delivery = Elija una forma de envío.
checkout_payment_title = ¿Cómo desea pagar?
checkout_payment = Pago
checkout_no_payment = No hay ninguna forma de pago para este envío.
checkout_choose_payment = Elija una forma de pago.
checkout_payment_test = Modo de prueba: no se cobra nada.
checkout_review_title = Revise su pedido
checkout_comments = ¿Algo que debamos saber? (opcional)
checkout_place_order = Pedir y pagar { $total }
checkout_total_changed = El total ha cambiado entretanto. Revíselo y vuelva a realizar el pedido.
checkout_cart_changed = Algo de su carrito ha cambiado entretanto. Revíselo y vuelva a realizar el pedido.
checkout_thanks = Gracias, { $name }
checkout_thanks_lead = Hemos recibido su pedido { $order }. Hemos enviado una confirmación a { $email }.
checkout_received = Hemos recibido su pedido { $order }.
checkout_order = Pedido { $number }
checkout_orders = Pedidos
checkout_no_orders = No se han encontrado pedidos.
checkout_no_orders_yet = Todavía no ha realizado ningún pedido.
checkout_all_orders = Todos los pedidos
checkout_edit_addresses = Editar direcciones
checkout_placed_on = Realizado el { $date }
checkout_from_day = Desde
checkout_to_day = Hasta
checkout_search_orders = Buscar pedidos
checkout_show = Mostrar
checkout_order_again = Volver a pedir
checkout_ordered_again = Lo que sigue disponible está en su carrito.
checkout_status_awaiting_payment = Pendiente de pago
checkout_status_paid = Pagado
checkout_status_cancelled = Cancelado
checkout_status_refunded = Reembolsado
checkout_status_partially_refunded = Reembolsado parcialmente
checkout_status_incomplete = Incompleto
checkout_status_awaiting_processing = Pendiente de preparación
checkout_status_processing = En preparación
checkout_status_shipped = Enviado
checkout_status_delivered = Entregado
checkout_status_will_not_deliver = No se entregará
checkout_status_returned = Devuelto
checkout_status_ready_for_pickup = Listo para recoger
checkout_pickup_at = Recogida en
checkout_find_order = Buscar un pedido
checkout_find_order_lead = ¿Ha pedido como invitado? Bastan el número y su correo electrónico.
checkout_see_order_lead = Para ver el pedido { $order }, introduzca el correo electrónico con el que se realizó.
checkout_order_number = Número de pedido
checkout_order_not_found = No hemos encontrado ningún pedido con este número y correo electrónico.
checkout_letter_subject = Su pedido { $order } en { $shop }
checkout_letter_lead = Gracias por su pedido. Este es el resumen.
checkout_letter_look = Consulte su pedido en cualquier momento: { $link }
checkout_pay_subject = Pague su pedido { $order } en { $shop }
checkout_pay_lead = Gracias por su pedido. Lo hemos anotado por usted. Aquí tiene un resumen y cómo pagarlo.
checkout_pay_link = Vea su pedido, y cómo pagarlo, aquí: { $link }
checkout_status_subject = Su pedido { $order }: { $status }
checkout_parcel = Su paquete: { $number }
checkout_withdraw = Desistir de este pedido
checkout_withdraw_lead = Puede desistir sin indicar el motivo. El siguiente botón envía su desistimiento; lo confirmamos de inmediato por correo electrónico.
checkout_withdraw_confirm = Confirmar desistimiento
checkout_withdrawn = Desistió de este pedido el { $date }.
checkout_withdraw_subject = Su desistimiento del pedido { $order }
checkout_withdraw_receipt = Hemos recibido su desistimiento del pedido { $order } el { $date }.
checkout_news_subject = Nuevo pedido { $order }: { $total }
checkout_news_look = Ver el pedido en la administración: { $link }
checkout_withdrawn_subject = Desistimiento del pedido { $order }
checkout_withdrawn_news = { $email } desistió del pedido { $order } el { $date }.
checkout_share = Compartir
checkout_share_on = Compartir en { $network }
checkout_tax_on_top = Más { $tax }
checkout_per_unit = { $price } por { $unit }
checkout_whole_text = Mostrar el texto completo

## What follows an order: payments online, downloads, invoices, subscriptions

after_sale_payment_waiting = Estamos esperando su pago
after_sale_payment_waiting_lead = El pedido { $order } quedará realizado cuando se confirme su pago de { $total }. Puede tardar un minuto.
after_sale_look_again = Comprobar de nuevo
after_sale_cancel_payment = Cancelar el pago
after_sale_go_on_to_pay = Continuar con el pago
after_sale_payment_held = Estamos revisando su pago
after_sale_payment_held_lead = Ha llegado un pago por el pedido { $order } que ya no se corresponde con él. Tendrá noticias nuestras y recibirá su pedido o la devolución de su dinero.
after_sale_payment_failed = El pago no se ha completado
after_sale_payment_failed_lead = No se le ha cobrado nada. Su carrito sigue igual: puede intentarlo de nuevo o pagar de otra forma.
after_sale_payment_failed_order = El pedido { $order } no se ha realizado.
after_sale_try_again = Intentarlo de nuevo
after_sale_charge_failed_way =
    Para confirmar o pagar de otra forma:
    { $link }
after_sale_charge_failed_text = No hemos podido cobrar { $amount } por su suscripción. Puede que su banco quiera que confirme el pago, o que la tarjeta ya no sea válida.
after_sale_charge_failed_subject = Pague el pedido { $order }, por favor
after_sale_put_back = Volver a poner todo en la cesta
after_sale_payment_failed_way =
    Para volver a poner sus artículos en la cesta y pagar:
    { $link }
after_sale_payment_failed_text = El pago del pedido { $order } no se completó. No se le ha cobrado nada y el pedido no se realizó.
after_sale_payment_failed_subject = Su pedido en { $shop } no se realizó
after_sale_pay_again = El pago no se completó y no se le ha cobrado nada. Puede intentarlo de nuevo.
after_sale_pay_now = Pagar { $total } con { $method }
after_sale_pay_title = Este pedido aún no está pagado
after_sale_downloads = Descargas
after_sale_downloads_later = Podrá descargar estos archivos cuando el pedido esté pagado.
after_sale_download_left = { $count ->
    [one] queda { $count } descarga
   *[other] quedan { $count } descargas
}
after_sale_download_until = hasta el { $date }
after_sale_download_error = Esta descarga no está disponible
after_sale_download_expired = El enlace ha caducado.
after_sale_download_invalid = El enlace no es válido. Quizá no se copió entero o el pedido se ha cancelado.
after_sale_download_used = El enlace ya se ha usado tantas veces como era posible.
after_sale_download_error_way = Su pedido muestra lo que todavía puede descargar. Si falta algo, escríbanos.
after_sale_invoice = Factura
after_sale_invoice_number = Factura { $number }
after_sale_invoice_print = Imprimir
after_sale_invoice_date = Fecha de la factura
after_sale_invoice_delivered = Fecha de entrega
after_sale_invoice_order = Pedido
after_sale_invoice_payment = Pago
after_sale_invoice_vat_id = NIF-IVA
after_sale_invoice_item = Artículo
after_sale_invoice_quantity = Cantidad
after_sale_invoice_net = Base imponible
after_sale_invoice_rate = Tipo impositivo
after_sale_invoice_tax = Impuesto
after_sale_invoice_gross = Importe total
after_sale_invoice_tax_on = { $tax } sobre { $net }
after_sale_invoice_total = Total, pagado
after_sale_parcels = Paquetes
after_sale_parcel_holds = En este paquete:
after_sale_parcel_rest = El resto llegará en otro paquete.
after_sale_parcel_sent = Enviado el { $date }
after_sale_parcel_ready = Listo para recoger desde el { $date }
after_sale_parcel_arrived = Entregado el { $date }
after_sale_parcel_subject = Un paquete de su pedido { $order } está en camino
after_sale_refund_subject = Reembolso de su pedido { $order }: { $amount }
after_sale_refund_text = Le hemos reembolsado { $amount }. Según la forma de pago, puede tardar unos días en llegarle.
after_sale_refund_on = Reembolsado el { $date }: { $amount }
after_sale_credit_note = Factura rectificativa
after_sale_credit_note_number = Factura rectificativa { $number }
after_sale_credit_note_date = Fecha de la factura rectificativa
after_sale_credit_note_for = Rectifica la factura { $number } del { $date }
after_sale_credit_note_line = Reembolso parcial
after_sale_credit_note_total = Total, reembolsado
after_sale_withdrawal_open = Hemos recibido su desistimiento y le responderemos por correo electrónico.
after_sale_withdrawal_accepted = Hemos aceptado su desistimiento.
after_sale_withdrawal_refused = No hemos podido aceptar su desistimiento.
after_sale_withdrawal_settled = Su desistimiento está resuelto.
after_sale_withdrawal_accepted_subject = Su desistimiento del pedido { $order } está aceptado
after_sale_withdrawal_refused_subject = No se ha podido aceptar su desistimiento del pedido { $order }
after_sale_message_subject = Sobre su pedido { $order }
after_sale_subscriptions = Suscripciones
after_sale_no_subscriptions = No tiene suscripciones.
after_sale_all_subscriptions = Todas las suscripciones
after_sale_manage_subscription = Gestionar suscripción
after_sale_subscriptions_lead = Vea lo que viene a continuación, páusela o cancélela.
after_sale_subscription_find_lead = ¿Se suscribió como invitado? Busque el primer pedido por su número y su correo electrónico, o abra el enlace de nuestro correo sobre la suscripción.
after_sale_subscription_notice = Suscripción: { $product } · { $interval } · { $price } cada vez, más el envío. Continúa hasta que la cancele, lo que puede hacer en cualquier momento.
after_sale_subscription_terms = { $product } · { $interval } · { $price } cada vez
after_sale_subscription_active = Activa
after_sale_subscription_paused = En pausa
after_sale_subscription_cancelled = Cancelada
after_sale_subscription_next = Próximo pedido el { $date }
after_sale_subscription_paused_lead = No se pide nada hasta que la reanude; la fecha prevista era el { $date }.
after_sale_subscription_ended = Cancelada el { $date }. Le hemos enviado una confirmación por correo electrónico.
after_sale_subscription_pause = Pausar
after_sale_subscription_resume = Reanudar
after_sale_subscription_cancel = Cancelar suscripción
after_sale_subscription_cancel_question = ¿Cancelar esta suscripción?
after_sale_subscription_cancel_lead = Termina de inmediato: no se pide ni se cobra nada más. Lo que ya ha pedido le llegará. Se lo confirmamos por correo electrónico.
after_sale_subscription_cancel_now = Cancelar ahora
after_sale_subscription_keep = Conservar suscripción
after_sale_subscription_sold_out = Está agotado por ahora.
after_sale_subscription_not_sold = Ya no se vende tal como lo eligió.
after_sale_subscription_not_payable = Ya no se puede pagar como antes.
after_sale_subscription_trouble_again = Lo intentamos de nuevo cada día y, mientras tanto, no se le cobra nada.
after_sale_subscription_begun = Su suscripción en { $shop }
after_sale_subscription_begun_way = Consulte, pause o cancele su suscripción en cualquier momento: { $link }
after_sale_subscription_renewed_lead = Su suscripción continúa. Este es el pedido de esta vez.
after_sale_subscription_cancelled_subject = Su suscripción en { $shop } se ha cancelado
after_sale_subscription_cancelled_receipt = Hemos recibido su cancelación el { $date }. La suscripción ha terminado y no se pide nada más.
after_sale_subscription_cancelled_news = La suscripción { $number } se ha cancelado
after_sale_subscription_trouble_subject = Su suscripción en { $shop } no ha podido continuar hoy
after_sale_subscription_trouble_news = La suscripción { $number } no se ha podido renovar

## Favourites, and e-mails about what is back in stock

favourites_save = Añadir a favoritos
favourites_save_one = Añadir { $product } a favoritos
favourites_saved = En sus favoritos
favourites_of_guest = Se guardan en este navegador. Con una cuenta los tiene en todas partes.
favourites_empty = Todavía no tiene favoritos. Pulse el corazón de un producto y lo encontrará aquí.
favourites_remove = Eliminar
favourites_remove_one = Eliminar { $product } de sus favoritos
favourites_alert_title = Avisarme cuando vuelva a estar disponible
favourites_alert_lead = Un solo correo, en cuanto pueda comprarlo de nuevo.
favourites_alert_hint = Si ha iniciado sesión y lo deja vacío, escribimos a la dirección de su cuenta.
favourites_alert_button = Avisarme
favourites_alert_asked = Le avisaremos cuando vuelva a estar disponible.
favourites_alert_stop = No avisarme
favourites_mail_subject = { $product } vuelve a estar disponible
favourites_mail_text =
    «{ $product }» se puede comprar de nuevo:
    { $link }
favourites_mail_once = Nos pidió que le avisáramos. Este es el único correo al respecto.
favourites_mail_stop = ¿Espera otra cosa y ya no quiere más avisos? Un clic: { $link }
favourites_stop_title = No recibir más estos correos
favourites_stop_lead = Entonces no le escribiremos cuando algo vuelva a estar disponible.
favourites_stop_button = No recibir estos correos
favourites_related = También le puede gustar
favourites_recent = Vistos recientemente

## What is kept of a customer, and the deletion of an account

data_title = Sus datos
data_lead = Todo lo que { $shop } guarda sobre usted, a fecha de { $date }.
data_as_json = Descargar como JSON
data_as_html = Descargar como página
data_guest_orders = Los pedidos que realizó sin iniciar sesión no están incluidos. La página de un pedido así ofrece añadirlo a su cuenta.
data_card_lead = Vea todo lo que esta tienda guarda sobre usted, lléveselo o elimine su cuenta.
data_see = Ver sus datos
data_delete = Eliminar cuenta
data_delete_title = Eliminar su cuenta
data_delete_lead = Su cuenta se elimina un día después de pedirlo. Hasta entonces puede cambiar de opinión.
data_goes_title = Qué se elimina
data_goes = Su nombre, correo electrónico y contraseña, sus direcciones, carrito, favoritos y opiniones, la lista de sus dispositivos y los correos que le hemos enviado. Las suscripciones terminan. El inicio de sesión desde otro sitio ya no le reconoce.
data_stays_title = Qué se conserva
data_stays = { $years ->
    [one] Los pedidos y las facturas, porque lo exige la legislación fiscal: con nombre y dirección durante { $years } año. Nadie puede verlos ya en una cuenta. El correo electrónico, el teléfono y los comentarios se borran de ellos 30 días después de que un pedido se haya enviado, recogido o cancelado y, en cualquier caso, al cabo de un año. De un pedido que nunca se compró no se conserva entonces nada.
   *[other] Los pedidos y las facturas, porque lo exige la legislación fiscal: con nombre y dirección durante { $years } años. Nadie puede verlos ya en una cuenta. El correo electrónico, el teléfono y los comentarios se borran de ellos 30 días después de que un pedido se haya enviado, recogido o cancelado y, en cualquier caso, al cabo de un año. De un pedido que nunca se compró no se conserva entonces nada.
}
data_see_first = Ver y descargar antes sus datos
data_delete_button = Eliminar mi cuenta
data_due = Su cuenta se eliminará el { $date }. Hasta entonces funciona como siempre.
data_keep = Conservar mi cuenta
data_yes = Sí
data_no = No
data_account = Cuenta
data_addresses = Direcciones
data_sessions = Dispositivos conectados
data_devices = Dispositivos conectados anteriormente
data_sign_ons = Inicio de sesión desde otro sitio
data_requests = Códigos y enlaces solicitados
data_emails = Correos enviados
data_alerts = Correos de aviso de disponibilidad
data_id = Número
data_email = Correo electrónico
data_name = Nombre
data_registered = Cliente desde
data_has_password = Tiene contraseña
data_will_be_deleted = Se eliminará el
data_group = Grupo de clientes
data_is_billing = Dirección de facturación
data_company = Empresa
data_street = Calle
data_postal_code = Código postal
data_city = Localidad
data_region = Región
data_country = País
data_phone = Teléfono
data_browser = Navegador
data_network = Red
data_began = Inicio
data_last_used = Último uso
data_ends = Termina como muy tarde
data_app = Sitio
data_user = Conocido allí como
data_asked = Solicitado
data_subject = Asunto
data_written = Redactado
data_sent = Enviado
data_text = Texto
data_product = Producto
data_product_id = Número de producto
data_sku = Referencia
data_options = Opciones
data_quantity = Cantidad
data_price = Precio por unidad
data_items = Artículos
data_total = Total
data_currency = Moneda
data_coupon = Cupón
data_delivery_address = Dirección de envío
data_billing_address = Dirección de facturación
data_fields = Otras respuestas
data_comments = Comentarios
data_referer = Procedencia
data_number = Número de pedido
data_placed = Realizado
data_payment_status = Pago
data_paid = Pagado
data_fulfillment_status = Envío
data_shipped = Enviado
data_withdrawn = Desistido
data_invoice = Factura
data_interval = Frecuencia
data_status = Estado
data_next = Próximo pedido
data_ended = Terminado
data_added = Añadido
data_stars = Estrellas
data_headline = Título
data_changed = Modificado
data_notes = Notas de la tienda
data_tax_exempt = No se cobran impuestos
data_tax_id = Número fiscal
data_reminder_agreed = Recordatorio aceptado
data_parcels = Paquetes
data_carrier = Transportista
data_tracking = Número de paquete
data_arrived = Llegó
data_refunded = Reembolsado
data_payments = Pagos en línea
data_provider = Proveedor de pagos
data_reference = Referencia allí
data_refunds = Reembolsos
data_amount = Importe
data_reason = Motivo

## Around a product: delivery, reviews, videos

product_delivery_time = Entrega estimada
product_arrives = Llega el { $days }
product_ready = Listo el { $days }
product_way_arrives = { $way }: { $days }
product_order_until = Si pide antes del { $day }, { $hour }:00
product_reviews = Opiniones
product_out_of_five = { $stars } de 5 estrellas
product_no_reviews = Todavía no hay opiniones.
product_write_review = Escribir una opinión
product_buyers_only = Las opiniones son de clientes que han comprado este producto aquí.
product_stars = { $count ->
    [one] { $count } estrella
   *[other] { $count } estrellas
}
product_review_by = { $name }, { $date }
product_newer_reviews = Opiniones más recientes
product_older_reviews = Opiniones más antiguas
product_review_of = Opinar sobre { $product }
product_back_to_product = Volver al producto
product_review_for_guests = Las opiniones son de clientes que han comprado el producto. Inicie sesión o busque su pedido por su número para escribir la suya.
product_review_for_customers = Las opiniones son de clientes que han comprado el producto. En cuanto un pedido suyo con él esté pagado o en camino, podrá escribir una aquí.
product_review_stars = ¿Cuántas estrellas le da?
product_review_title = Título (opcional)
product_review_text = ¿Qué le parece?
product_review_name = Su nombre, tal como lo verán todos
product_review_name_hint = Su dirección de correo no se muestra.
product_send_review = Enviar opinión
product_change_review = Modificar opinión
product_remove_review = Eliminar mi opinión
product_review_thanks = Gracias.
product_review_pending = Su opinión se verá aquí cuando la hayamos leído.
product_review_published = Su opinión puede verse en la página del producto.
product_review_rejected = Su opinión no se muestra. Puede modificarla y la leeremos de nuevo.
product_review_removed = Su opinión se ha eliminado.
product_review_of_other_order = Con esta dirección de correo ya se ha opinado sobre el producto. Busque el pedido desde el que se escribió para modificar la opinión.
product_wrong_stars = Elija de una a cinco estrellas.
product_wrong_title = Use como máximo 120 caracteres.
product_wrong_text = Escriba unas palabras, con un máximo de 4000 caracteres.
product_wrong_name = Introduzca un nombre de como máximo 60 caracteres.
product_news_subject = Opinión sobre { $product }: { $stars } de 5 estrellas
product_news_pending =
    Todavía no la ve nadie. Para publicarla: awning reviews publish { $review }
    Para rechazarla: awning reviews reject { $review }
product_news_published = Los clientes la ven. Para retirarla: awning reviews reject { $review }
product_video_of = Vídeo de { $product }
product_play_video = Reproducir el vídeo de { $product } en { $host }
product_open_video = Abrir el vídeo
product_video_host = Se reproduce desde { $host }, que entonces sabrá que usted ha estado aquí.
product_low_subject = { $count ->
    [one] Quedan pocas unidades: un artículo de su tienda
   *[other] Quedan pocas unidades: { $count } artículos de su tienda
}
product_low_lead = De estos artículos quedan pocas unidades:
product_low_line = { $product }: quedan { $left }
product_low_link = Sus existencias, y por qué son las que son: { $link }

## Lo que preguntan los clientes, y los correos sobre ello

contact_title = Pregúntenos algo
contact_lead = Respondemos por correo electrónico, y también encontrará aquí nuestra respuesta.
contact_your_name = Su nombre
contact_topic = ¿De qué se trata?
contact_order_number = Número de pedido, si se trata de uno
contact_message = Su mensaje
contact_send = Enviar
contact_privacy = Usamos su nombre y su dirección para responderle, y para nada más.
contact_leave_empty = Deje este campo vacío
contact_thanks = Gracias. Tenemos su mensaje y respondemos por correo electrónico.
contact_once_more = Envíelo otra vez, por favor: el formulario estuvo abierto demasiado tiempo o se envió demasiado rápido.
contact_ask_about = Preguntar sobre esto
contact_wrong_name = Escriba su nombre, por favor.
contact_wrong_email = Escriba su dirección de correo electrónico, por favor.
contact_wrong_topic = Diga en pocas palabras de qué se trata, por favor.
contact_wrong_text = Escriba un mensaje de 6.000 caracteres como máximo, por favor.
contact_questions = Sus preguntas
contact_questions_lead = Lo que nos preguntó, y nuestras respuestas.
contact_all_questions = Todas las preguntas
contact_no_questions = Todavía no nos ha preguntado nada.
contact_messages = Mensajes
contact_status_open = A la espera de nuestra respuesta
contact_status_answered = Respondida
contact_status_closed = Cerrada
contact_reply = Escríbanos
contact_reply_send = Enviar
contact_reply_thanks = Gracias. Tenemos su mensaje y respondemos por correo electrónico.
contact_link_over = Este enlace ya no abre ninguna pregunta. Quizá no se copió entero.
contact_received_lead = Gracias por su mensaje. Le responderemos.
contact_about_product = Sobre { $product }
contact_about_order = Sobre el pedido { $order }
contact_received_subject = Su mensaje a { $shop }
contact_received_look = Su mensaje y nuestra respuesta están aquí: { $link }
contact_answer_subject = Nuestra respuesta: { $subject }
contact_answer_look = Lea todo y respóndanos aquí: { $link }
contact_news_subject = { $name } pregunta: { $subject }
contact_news_look = Responder en la administración: { $link }

reminder_agree = Recuérdenmelo una vez por correo electrónico si no termino este pedido
reminder_mail_lead = Puso algo en su carrito y nos pidió que se lo recordáramos. Sigue ahí:
reminder_mail_prices = Los precios son los de hoy, sin envío.
reminder_mail_button = Volver a su carrito
reminder_mail_until = El enlace funciona durante 30 días, en cualquier dispositivo. Es el único recordatorio de este carrito.
reminder_mail_stop_lead = ¿No quiere que le recordemos ningún carrito?
reminder_mail_stop = No más recordatorios
reminder_back_lead = Esto había en su carrito, a los precios de hoy.
reminder_back_besides = Aquí ya hay algo en su carrito. Se queda en él, y nada se duplica.
reminder_back_button = Continuar con este carrito
reminder_back_gone = Algo que había en él ya no se vende.
reminder_back_nothing = Ya no se puede comprar nada de esto.
reminder_back_over = Este enlace es demasiado antiguo o no se copió entero.
reminder_back_ordered = Este carrito ya se ha pedido. ¡Gracias!
reminder_stop_title = No más recordatorios
reminder_stop_lead = No le escribiremos más sobre los carritos que deje. Los correos sobre sus pedidos seguirán llegando.
reminder_stop_button = Cancelar los recordatorios
reminder_stopped = Hecho. No le recordaremos más sus carritos.
reminder_mail_subject = Su carrito en { $shop }
