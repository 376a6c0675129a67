# The words of the interface in Portuguese, as Portugal writes it.

## The language itself, and how it writes days, numbers and prices

format_name = Português
format_locale = pt_PT
format_weekdays = seg. ter. qua. qui. sex. sáb. dom.
format_months = janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro
format_day = { $weekday } { $day }
format_day_of_month = { $day } de { $month }
format_days_from_to = { $first } – { $last }
format_date = { $day } de { $month } de { $year }
format_decimal = ,
format_group = { "\u00A0" }
format_grouped_from = 5
format_price = { $amount }{ "\u00A0" }{ $symbol }
format_price_of_letters = { $amount }{ "\u00A0" }{ $symbol }

## The account widget in the header, and what is said in its live region: the browser says these too

widget_account = Conta
widget_account_of = Conta de { $customer }
widget_orders = Encomendas
widget_addresses = Moradas
widget_sessions = Dispositivos com sessão iniciada
widget_sign_in = Iniciar sessão
widget_sign_out = Terminar sessão
widget_signing_in = A iniciar sessão…
widget_signing_out = A terminar sessão…
widget_create_account = Criar conta
widget_email = E-mail
widget_password = Palavra-passe
widget_forgot_password = Esqueceu-se da palavra-passe?
widget_email_me_a_code = Receber um código por e-mail
widget_code = Código de seis algarismos
widget_code_sent = Enviámos um código para { $email }. É válido durante 10 minutos.
widget_another_way = Iniciar sessão de outra forma
widget_wrong_code = Este não é o código do e-mail mais recente.
widget_code_over = Este código já não é válido. Peça um novo.
widget_no_account_yet = É a primeira vez aqui?
widget_said_signed_in = Sessão iniciada.
widget_said_registered = A sua conta está pronta e a sessão iniciada.
widget_said_registration_sent = Enviámos-lhe um e-mail. A ligação que contém abre a sua conta.
widget_said_link_over = Esta ligação já foi usada ou expirou. Crie novamente a sua conta.
widget_said_signed_out = Sessão terminada.
widget_said_session_ended = A sua sessão tinha expirado. Já não tem a sessão iniciada.
widget_said_session_closed = Essa sessão foi terminada.
widget_said_others_closed = Todas as outras sessões foram terminadas.
widget_said_password_changed = A palavra-passe foi alterada. Todas as outras sessões foram terminadas.
widget_failed_no_session = Não havia nenhuma sessão iniciada.
widget_failed_unavailable = A loja não conseguiu terminar a sua sessão neste momento. A sessão continua iniciada. Tente novamente.
widget_failed_still_signed_in = Não foi possível terminar a sessão. A sessão continua iniciada. Tente novamente.
widget_failed_unreachable = Não foi possível contactar a loja. A sua sessão pode ainda estar iniciada. Verificaremos assim que voltar a ter ligação.
widget_wrong_credentials = O e-mail ou a palavra-passe não estão corretos.
widget_too_many_attempts = { $minutes ->
    [one] Demasiadas tentativas. Aguarde { $minutes } minuto e tente novamente.
   *[other] Demasiadas tentativas. Aguarde { $minutes } minutos e tente novamente.
}
widget_bad_email = Introduza um endereço de e-mail, como nome@example.com.
widget_email_taken = Já existe uma conta com este e-mail. Inicie sessão.
widget_bad_name = Introduza o seu nome, no máximo com 120 caracteres.
widget_bad_new_password = Escolha uma palavra-passe com pelo menos 10 caracteres.
widget_wrong_current_password = Esta não é a sua palavra-passe atual.
widget_unreachable = Não foi possível contactar a loja. Tente novamente; o que escreveu não se perdeu.
widget_sold_out = Esgotado
widget_said_added = Adicionado ao seu carrinho.
widget_said_removed = Removido do seu carrinho.
widget_said_not_available = Este produto já não está disponível.
widget_said_not_enough = Já não há tantas unidades. O seu carrinho não foi alterado.
widget_said_wrong_quantity = Escolha uma quantidade dentro dos limites.
widget_said_wrong_price = Indique um preço dentro dos limites.
widget_said_not_offered = O que escolheu já não está disponível. Escolha novamente.
widget_said_choose_first = Escolha primeiro o que está assinalado com um asterisco.
widget_said_quantity = A quantidade foi alterada.
widget_favourites = Favoritos
widget_said_favourite = Adicionado aos seus favoritos.
widget_said_no_favourite = Removido dos seus favoritos.
widget_said_alert = Escrevemos-lhe uma vez, quando voltar a estar disponível.
widget_said_no_alert = Não lhe escreveremos sobre isto.

## Frame, catalogue, account pages

shop_close = Fechar
shop_new_password = Nova palavra-passe
shop_current_password = Palavra-passe atual
shop_name = Nome
shop_new_password_hint = Pelo menos 10 caracteres. Três ou quatro palavras ao acaso servem bem.
shop_have_account = Já tem conta?
shop_sign_in_lead = É bom vê-lo de volta.
shop_register_lead = Com uma conta, a loja reconhece-o quando voltar.
shop_account_lead = Sessão iniciada como { $customer }.
shop_customer_since = Cliente desde { $date }
shop_group = Grupo de clientes: { $group }
shop_sessions_lead = Estes navegadores têm sessão iniciada na sua conta. Termine a sessão nos que não reconhece.
shop_this_session = Este navegador
shop_last_seen = Última utilização: { $date }
shop_sign_out_here = Terminar sessão aqui
shop_end_session = Terminar sessão neste navegador
shop_end_other_sessions = Terminar todas as outras sessões
shop_only_session = Não tem sessão iniciada em mais nenhum lado.
shop_unknown_device = Navegador desconhecido
shop_change_password = Alterar palavra-passe
shop_change_password_lead = Ao alterá-la, todas as outras sessões são terminadas.
shop_sign_out_question = Terminar sessão?
shop_sign_out_lead = Sessão iniciada como { $customer }. A sua conta guarda tudo; este navegador esquece.
shop_stay_signed_in = Manter a sessão iniciada
shop_nobody_signed_in = Não há nenhuma sessão iniciada aqui.
shop_known_subject = A sua conta em { $shop }
shop_known_text =
    Alguém, provavelmente o próprio, quis criar uma conta com este endereço de e-mail. Já tem uma. Inicie sessão aqui:
    { $link }

    Se não foi o próprio, não precisa de fazer nada.
shop_confirm_subject = Abra a sua conta em { $shop }
shop_confirm_text =
    Um clique, e a sua conta está aberta:
    { $link }

    A ligação funciona uma vez, durante um dia. Se não pediu uma conta, não precisa de fazer nada.
shop_confirm_title = Abrir a sua conta
shop_confirm_lead = Com um clique, o seu endereço de e-mail fica confirmado.
shop_confirm_button = Abrir conta
shop_skip_to_content = Saltar para o conteúdo
shop_footer_menu = Loja
shop_prices_note = Todos os preços incluem impostos; os portes de envio não estão incluídos.
shop_home = Início
shop_not_found_title = Página não encontrada
shop_not_found_lead = Pode ter mudado de lugar, ou há um erro no endereço.
shop_back_to_shop = Voltar à loja
shop_opens_soon = Estamos a preparar a loja. Volte em breve.
shop_categories = Categorias
shop_featured = Destaques
shop_newest = Novidades
shop_all_products = Todos os produtos
shop_all_of = Tudo em { $category }
shop_breadcrumbs = Está aqui
shop_was = Antes
shop_on_sale = Em promoção
shop_choose = Escolher
shop_details = Ver
shop_add_to_cart = Adicionar ao carrinho
shop_products = { $count ->
    [0] Nenhum produto
    [one] Um produto
   *[other] { $count } produtos
}
shop_sort_by = Ordenar por
shop_by_us = Recomendados
shop_by_relevance = Relevância
shop_by_newest = Novidades
shop_by_price_up = Preço: do mais baixo ao mais alto
shop_by_price_down = Preço: do mais alto ao mais baixo
shop_by_name = Nome, de A a Z
shop_by_name_down = Nome, de Z a A
shop_apply = Aplicar
shop_nothing_found = Nada corresponde a tudo isto. Experimente menos filtros ou outra palavra.
shop_clear_filters = Limpar filtros
shop_pages = Páginas
shop_page_of = Página { $page } de { $pages }
shop_earlier = Página anterior
shop_show_more = Mostrar mais
shop_filters = Filtros
shop_in_stock_only = Em stock
shop_on_sale_only = Em promoção
shop_price = Preço
shop_price_from = De
shop_price_to = Até
shop_search_results = Resultados para «{ $keyword }»
shop_search_corrected = Sem resultados para «{ $keyword }». Mostramos outros semelhantes.
shop_search = Pesquisar
shop_search_products = Pesquisar produtos
shop_menu = Menu
shop_description = Descrição
shop_in_stock = Em stock
shop_left_in_stock = { $count ->
    [one] resta { $count }
   *[other] restam { $count }
}
shop_quantity = Quantidade
shop_quantity_limits = De { $least } a { $most } por encomenda.
shop_update_price = Atualizar preço
shop_name_your_price = O seu preço
shop_price_at_least = No mínimo { $price }.
shop_price_at_most = No máximo { $price }.
shop_subscription = Frequência
shop_buy_once = Apenas uma vez
shop_every_days = { $count ->
    [one] Todos os dias
   *[other] A cada { $count } dias
}
shop_every_weeks = { $count ->
    [one] Todas as semanas
   *[other] A cada { $count } semanas
}
shop_every_months = { $count ->
    [one] Todos os meses
   *[other] A cada { $count } meses
}
shop_every_years = { $count ->
    [one] Todos os anos
   *[other] A cada { $count } anos
}
shop_wholesale = Descontos por quantidade
shop_from_quantity = A partir de { $quantity }
shop_weight = Peso
shop_please_choose = Escolha
shop_files_later = Ainda não é possível carregar ficheiros aqui.
shop_picture_of = Imagem { $number }
shop_pictures = Imagens de { $product }
shop_language = Idioma
shop_cart = O seu carrinho
shop_cart_count = { $count ->
    [one] Carrinho, { $count } artigo
   *[other] Carrinho, { $count } artigos
}
shop_cart_empty = O seu carrinho está vazio.
shop_total = Total
shop_page_about = Sobre nós
shop_page_shipping = Envio e pagamento
shop_page_returns = Devoluções
shop_page_terms = Termos e condições
shop_page_privacy = Privacidade
shop_page_impressum = Informação legal
shop_consent_title = O que pode esta loja guardar?
shop_consent_lead = O que a loja precisa para funcionar é sempre guardado; para estatísticas e personalização, só o que aceitar. Pode mudar de ideias a qualquer momento.
shop_consent_more = O que é isso
shop_consent_choose = Escolher
shop_consent_accept = Aceitar
shop_consent_decline = Recusar
shop_consent_keep = Guardar esta escolha
shop_consent_kept = A sua escolha foi guardada.
shop_consent_analytics = Estatísticas: como a loja é usada, para a melhorar
shop_consent_personalisation = Personalização: o que viu e o que as ferramentas da loja recordam de si
shop_consent_settings = Definições de cookies
shop_consent_necessary = O que a loja precisa para funcionar
shop_consent_session = Quem tem sessão iniciada neste dispositivo e que já esteve aqui, para que ninguém se possa fazer passar por si.
shop_consent_cart = O seu carrinho, as encomendas feitas neste navegador e o idioma que escolheu.
shop_consent_answer = O que respondeu aqui, durante meio ano.
shop_fault_title = Não funcionou
shop_fault_too_many = A loja recebeu demasiados pedidos do mesmo lugar em pouco tempo. Nada foi alterado. Tente novamente dentro de uma hora.
shop_fault_disk_full = A loja já não tem espaço para guardar nada. Nada foi alterado. Tente mais tarde ou avise a loja.
shop_fault_unavailable = A loja está sobrecarregada ou em manutenção. Nada foi alterado. Tente novamente dentro de um minuto.
shop_fault_internal = Ocorreu um erro do nosso lado. Nada foi alterado. Tente novamente; se persistir, indique este número à loja.
shop_fault_bad_request = A loja não compreendeu este pedido. Volte atrás, recarregue a página e tente novamente.
shop_fault_forbidden = Este pedido veio de outro site, por isso a loja recusou-o. Nada foi alterado. Utilize as páginas da própria loja.
shop_fault_timeout = Demorou demasiado e a loja desistiu. Tente novamente.
shop_fault_too_large = O que foi enviado é demasiado grande para a loja.
shop_fault_method = Este endereço não aceita um pedido destes. Utilize as páginas da própria loja.
shop_fault_not_found = Não há nada neste endereço.
shop_fault_id = Pedido { $id }

## Account pages, and e-mails about accounts

account_code_subject = { $code } é o seu código para { $shop }
account_code_text = O seu código é { $code }. Introduza-o onde o pediu.
account_code_link =
    Ou inicie sessão com esta ligação, no navegador que preferir:
    { $link }
account_code_opens = Ainda não existe uma conta com este endereço de e-mail. Usar o código ou a ligação abre uma.
account_code_joins = A sua encomenda { $order } ficará depois na sua conta.
account_code_opens_for = Assim abre-se uma conta para si, com a sua encomenda { $order }.
account_code_warning = Ambos funcionam uma vez, durante 10 minutos. Ninguém da loja lhe pedirá o código. Se não o pediu, não precisa de fazer nada.
account_reset_title = Definir nova palavra-passe
account_reset_lead = Indique-nos o seu endereço de e-mail e enviamos-lhe uma ligação para definir uma nova palavra-passe.
account_reset_send = Enviar a ligação
account_reset_new_lead = Escolha uma nova palavra-passe. Todas as outras sessões serão terminadas.
account_reset_save = Guardar e iniciar sessão
account_reset_subject = A sua palavra-passe para { $shop }
account_reset_text =
    Defina aqui uma nova palavra-passe:
    { $link }

    A ligação funciona uma vez, durante uma hora. Se não a pediu, não precisa de fazer nada: a sua palavra-passe mantém-se.
account_no_account_text =
    Alguém, provavelmente o próprio, quis definir uma nova palavra-passe. Não existe uma conta com este endereço de e-mail. Pode criar uma aqui:
    { $link }

    Se não foi o próprio, não precisa de fazer nada.
account_told_reset_sent = Se existir uma conta com este endereço, a ligação está a caminho. Consulte o seu e-mail.
account_password_changed_subject = A sua palavra-passe para { $shop } foi alterada
account_password_changed_text =
    A palavra-passe da sua conta foi alterada e a sessão foi terminada em todos os outros navegadores.

    Se não foi o próprio, defina imediatamente uma nova:
    { $link }
account_no_password_lead = Inicia sessão por e-mail e não tem palavra-passe. Se quiser uma, enviamos-lhe uma ligação para a definir.
account_no_password_button = Enviar-me a ligação
account_details = Os seus dados
account_change_name = Guardar nome
account_told_name_changed = O seu nome foi alterado.
account_new_email = Novo endereço de e-mail
account_change_email = Alterar endereço de e-mail
account_change_email_lead = Enviamos uma ligação para o novo endereço. Assim que clicar nela, o endereço é alterado e a sessão é terminada em todos os outros navegadores.
account_new_email_lead = Um clique, e { $email } é o endereço de e-mail da sua conta.
account_new_email_button = Usar este endereço
account_new_address_subject = O seu endereço de e-mail em { $shop }
account_new_address_text =
    Um clique, e este é o endereço de e-mail da sua conta:
    { $link }

    A ligação funciona uma vez, durante um dia. Se não a pediu, não precisa de fazer nada.
account_address_taken_text =
    Alguém, provavelmente o próprio, quis usar este endereço de e-mail para outra conta. Já tem uma conta. Inicie sessão aqui:
    { $link }

    Se não foi o próprio, não precisa de fazer nada.
account_address_changed_subject = O seu endereço de e-mail em { $shop } foi alterado
account_address_changed_text =
    A partir de agora, a sua conta tem o endereço de e-mail { $email }. A sessão foi terminada em todos os outros navegadores.

    Se não foi o próprio, escreva-nos imediatamente.
account_told_new_email_sent = Enviámos uma ligação para o novo endereço. A sua conta mantém o antigo até clicar nela.
account_told_email_changed = O endereço de e-mail foi alterado. A sessão foi terminada em todos os outros navegadores.
account_again_title = Inicie sessão mais uma vez
account_again_lead = O que se segue é só para si. Por isso voltamos a perguntar quem é, se iniciou sessão há mais de dez minutos.
account_offer_title = Da próxima vez, sem escrever nada
account_offer_lead = Com um clique obtém uma conta para { $email }: com esta encomenda e a respetiva morada, e sem palavra-passe para decorar.
account_offer_button = Abrir a minha conta
account_default_address = Predefinida
account_make_default = Tornar predefinida
account_no_addresses = Ainda não tem moradas guardadas.
account_seen_from = Sessão iniciada a partir da rede { $network }
account_book_full = O seu livro de moradas está cheio. Remova uma morada e guarde novamente esta.
account_address_gone = Esta morada foi entretanto removida. Guarde-a novamente para a manter.
account_link_lead = Um clique, e inicia sessão como { $email } neste navegador.
account_link_over = Esta ligação já foi usada ou expirou.
account_code_registers = É a primeira vez aqui? O código abre a sua conta.
account_ask_again = Pedir um novo
account_told_account_kept = A sua conta mantém-se.
account_deletion_subject = A sua conta em { $shop } será eliminada
account_deletion_text =
    Pediu-nos que eliminássemos a sua conta. Isso acontece a { $date }.

    Mudou de ideias, ou não foi o próprio? Inicie sessão antes disso e escolha «Manter a minha conta»:
    { $link }
account_deleted_subject = A sua conta em { $shop } foi eliminada
account_deleted_text =
    A sua conta foi eliminada e, com ela, o que guardávamos sobre si. As encomendas e as faturas mantêm-se, com nome e morada, enquanto a lei fiscal o exigir; o seu endereço de e-mail e número de telefone são delas retirados 30 dias após o encerramento da encomenda.

    Este é o nosso último e-mail sobre o assunto. Também não o guardamos.
account_staff_title = A loja vista por um cliente
account_staff_lead = Vai ver a loja tal como { $email } a vê, durante uma hora. Pode comprar em nome desta pessoa; a palavra-passe, o endereço de e-mail e a conta ficam fora do seu alcance. O cliente não é avisado, e o registo guarda quem é.
account_staff_begin = Entrar na loja
account_staff_end = Terminar
account_staff_bar = { $staff } iniciou sessão como { $customer }, como membro da equipa.
account_joined_subject = As suas contas em { $shop } são agora uma só
account_joined_text =
    A sua conta com este endereço de e-mail foi unida à outra, { $email }. As encomendas, as moradas e tudo o resto estão agora lá. Este endereço já não abre nenhuma conta; inicie sessão com a outra:
    { $link }

    Se não tem outra conta aqui, escreva-nos de imediato.

## Cart, checkout and orders

checkout_update = Atualizar
checkout_coupon_apply = Aplicar
checkout_quantity_of = Quantidade de { $product }
checkout_qty = Qtd.: { $quantity }
checkout_remove_it = Remover { $name }
checkout_undo = Anular
checkout_was_removed = «{ $product }» foi removido do seu carrinho.
checkout_keep_shopping = Continuar a comprar
checkout_each = { $price } cada
checkout_gone = Este artigo já não se vende.
checkout_sold_out_now = Este artigo esgotou.
checkout_only_left = { $count ->
    [one] Resta apenas { $count }.
   *[other] Restam apenas { $count }.
}
checkout_short_lead = Parte da sua encomenda já não está disponível como pretendia. Escolha como continuar:
checkout_take_instead = Alterar para { $count }
checkout_remove = Remover
checkout_coupon = Cupão
checkout_coupon_code = Código do cupão
checkout_coupon_holds = Cupão «{ $coupon }» aplicado.
checkout_coupon_unknown = Este cupão não existe ou expirou.
checkout_coupon_too_little = O valor da sua encomenda é insuficiente para este cupão.
checkout_take_off = Remover cupão
checkout_you_save = Poupa { $amount }
checkout_your_email = O seu e-mail
checkout_email_lead = É para aí que enviamos a confirmação da encomenda.
checkout_agree = Aceito os termos e condições e li a política de devoluções.
checkout_please_agree = Aceite os termos e condições para continuar.
checkout_checkout = Finalizar compra
checkout_added = Adicionado ao seu carrinho
checkout_view_cart = Ver carrinho
checkout_until_free = Faltam { $amount } para o envio grátis.
checkout_delivery_is_free = O envio desta encomenda é grátis.
checkout_go_on = Continuar
checkout_back = Voltar
checkout_change = Alterar
checkout_please_answer = Responda a esta pergunta.
checkout_please_check = Verifique o que está assinalado abaixo.
checkout_items = Subtotal
checkout_discount = Desconto
checkout_coupon_named = Cupão «{ $coupon }»
checkout_shipping = Envio
checkout_handling = Taxa de processamento
checkout_tax_at = { $tax } { $rate }%
checkout_tax_within = Inclui { $tax }
checkout_free = Grátis
checkout_free_from = grátis a partir de { $price }
checkout_price_from = desde { $price }
checkout_returns = Devoluções
checkout_withdraw_online = Pode exercer o direito de livre resolução online.
checkout_later = Calculado ao finalizar a compra
checkout_after_address = Depois da morada
checkout_not_chosen = Ainda não escolhido
checkout_summary = A sua encomenda
checkout_address = Morada
checkout_shipping_address = Morada de entrega
checkout_billing_address = Morada de faturação
checkout_same_address = A morada de faturação é a mesma
checkout_full_name = Nome completo
checkout_company = Empresa (opcional)
checkout_street = Rua e número
checkout_street_2 = Andar, porta (opcional)
checkout_city = Localidade
checkout_country = País
checkout_state = Distrito ou região
checkout_postal_code = Código postal
checkout_phone = Telefone (opcional)
checkout_choose_country = Escolha um país
checkout_choose_state = Escolha uma região
checkout_other_country = Atualizar os campos para este país
checkout_wrong_email = Introduza um endereço de e-mail, como nome@example.com.
checkout_wrong_name = Introduza um nome.
checkout_wrong_street = Introduza rua e número.
checkout_wrong_city = Introduza uma localidade.
checkout_wrong_country = Escolha um país.
checkout_wrong_state = Escolha uma região.
checkout_wrong_postal_code = Este não é um código postal desse país.
checkout_saved_addresses = As suas moradas
checkout_change_address = Alterar uma morada
checkout_new_address = Nova morada
checkout_keep_address = Guardar morada
checkout_use_address = Usar esta morada
checkout_delivery_title = Como pretende receber a encomenda?
checkout_no_delivery = Ainda não entregamos aí. Escolha outra morada.
checkout_choose_delivery = Escolha um método de envio.
checkout_payment_title = Como pretende pagar?
checkout_payment = Pagamento
checkout_no_payment = Não há método de pagamento para este envio.
checkout_choose_payment = Escolha um método de pagamento.
checkout_payment_test = Modo de teste: não é cobrado dinheiro.
checkout_review_title = Verifique a sua encomenda
checkout_comments = Observações (opcional)
checkout_place_order = Encomendar e pagar { $total }
checkout_total_changed = O total mudou entretanto. Verifique-o e encomende novamente.
checkout_cart_changed = Algo no seu carrinho mudou entretanto. Verifique-o e encomende novamente.
checkout_thanks = Obrigado, { $name }
checkout_thanks_lead = Recebemos a sua encomenda { $order }. Uma confirmação está a caminho de { $email }.
checkout_received = Recebemos a sua encomenda { $order }.
checkout_order = Encomenda { $number }
checkout_orders = Encomendas
checkout_no_orders = Nenhuma encomenda encontrada.
checkout_no_orders_yet = Ainda não fez nenhuma encomenda.
checkout_all_orders = Todas as encomendas
checkout_edit_addresses = Editar moradas
checkout_placed_on = Feita a { $date }
checkout_from_day = De
checkout_to_day = Até
checkout_search_orders = Procurar encomendas
checkout_show = Mostrar
checkout_order_again = Encomendar novamente
checkout_ordered_again = O que ainda está disponível encontra-se no seu carrinho.
checkout_status_awaiting_payment = A aguardar pagamento
checkout_status_paid = Paga
checkout_status_cancelled = Cancelada
checkout_status_refunded = Reembolsada
checkout_status_partially_refunded = Parcialmente reembolsada
checkout_status_incomplete = Incompleta
checkout_status_awaiting_processing = A aguardar processamento
checkout_status_processing = Em processamento
checkout_status_shipped = Enviada
checkout_status_delivered = Entregue
checkout_status_will_not_deliver = Não será entregue
checkout_status_returned = Devolvida
checkout_status_ready_for_pickup = Pronta para levantamento
checkout_pickup_at = Levantamento em
checkout_find_order = Encontrar uma encomenda
checkout_find_order_lead = Encomendou sem conta? Bastam o número e o seu e-mail.
checkout_see_order_lead = Para ver a encomenda { $order }, introduza o e-mail com que foi feita.
checkout_order_number = Número da encomenda
checkout_order_not_found = Não encontrámos nenhuma encomenda com este número e e-mail.
checkout_letter_subject = A sua encomenda { $order } em { $shop }
checkout_letter_lead = Obrigado pela sua encomenda. Eis o resumo.
checkout_letter_look = Consulte a sua encomenda a qualquer momento: { $link }
checkout_pay_subject = Pague a sua encomenda { $order } em { $shop }
checkout_pay_lead = Obrigado pela sua encomenda. Registámo-la por si. Aqui tem um resumo e como a pagar.
checkout_pay_link = Veja a sua encomenda, e como a pagar, aqui: { $link }
checkout_status_subject = A sua encomenda { $order }: { $status }
checkout_parcel = A sua encomenda postal: { $number }
checkout_withdraw = Desistir desta encomenda
checkout_withdraw_lead = Pode desistir sem indicar o motivo. O botão seguinte envia a sua declaração de livre resolução; confirmamo-la de imediato por e-mail.
checkout_withdraw_confirm = Confirmar desistência
checkout_withdrawn = Desistiu desta encomenda a { $date }.
checkout_withdraw_subject = A sua desistência da encomenda { $order }
checkout_withdraw_receipt = Recebemos a sua desistência da encomenda { $order } a { $date }.
checkout_news_subject = Nova encomenda { $order }: { $total }
checkout_news_look = Ver a encomenda na administração: { $link }
checkout_withdrawn_subject = Desistência da encomenda { $order }
checkout_withdrawn_news = { $email } desistiu da encomenda { $order } a { $date }.
checkout_share = Partilhar
checkout_share_on = Partilhar em { $network }
checkout_tax_on_top = Mais { $tax }
checkout_per_unit = { $price } por { $unit }
checkout_whole_text = Mostrar o texto completo

## What follows an order: payments online, downloads, invoices, subscriptions

after_sale_payment_waiting = Estamos a aguardar o seu pagamento
after_sale_payment_waiting_lead = A encomenda { $order } fica feita assim que o seu pagamento de { $total } for confirmado. Pode demorar um minuto.
after_sale_look_again = Verificar novamente
after_sale_cancel_payment = Cancelar o pagamento
after_sale_go_on_to_pay = Continuar para o pagamento
after_sale_payment_held = Estamos a verificar o seu pagamento
after_sale_payment_held_lead = Chegou um pagamento da encomenda { $order } que já não lhe corresponde. Terá notícias nossas e receberá a encomenda ou o seu dinheiro de volta.
after_sale_payment_failed = O pagamento não foi concluído
after_sale_payment_failed_lead = Não lhe foi cobrado nada. O seu carrinho está como estava: pode tentar novamente ou pagar de outra forma.
after_sale_payment_failed_order = A encomenda { $order } não foi feita.
after_sale_try_again = Tentar novamente
after_sale_charge_failed_way =
    Para confirmar ou pagar de outra forma:
    { $link }
after_sale_charge_failed_text = Não conseguimos cobrar { $amount } pela sua subscrição. O seu banco pode querer que confirme o pagamento, ou o cartão já não é válido.
after_sale_charge_failed_subject = Pague a encomenda { $order }, por favor
after_sale_put_back = Voltar a pôr tudo no carrinho
after_sale_payment_failed_way =
    Para voltar a pôr tudo no carrinho e pagar:
    { $link }
after_sale_payment_failed_text = O pagamento da encomenda { $order } não foi concluído. Nada foi cobrado e a encomenda não foi feita.
after_sale_payment_failed_subject = A sua encomenda em { $shop } não foi feita
after_sale_pay_again = O pagamento não foi concluído e nada foi cobrado. Pode tentar novamente.
after_sale_pay_now = Pagar { $total } com { $method }
after_sale_pay_title = Esta encomenda ainda não está paga
after_sale_downloads = Transferências
after_sale_downloads_later = Pode transferir estes ficheiros assim que a encomenda estiver paga.
after_sale_download_left = { $count ->
    [one] resta { $count } transferência
   *[other] restam { $count } transferências
}
after_sale_download_until = até { $date }
after_sale_download_error = Esta transferência não está disponível
after_sale_download_expired = A ligação expirou.
after_sale_download_invalid = A ligação não é válida. Talvez não tenha sido copiada por inteiro, ou a encomenda foi cancelada.
after_sale_download_used = A ligação já foi usada tantas vezes quantas é possível.
after_sale_download_error_way = A sua encomenda mostra o que ainda pode transferir. Se faltar algo, escreva-nos.
after_sale_invoice = Fatura
after_sale_invoice_number = Fatura { $number }
after_sale_invoice_print = Imprimir
after_sale_invoice_date = Data da fatura
after_sale_invoice_delivered = Data de entrega
after_sale_invoice_order = Encomenda
after_sale_invoice_payment = Pagamento
after_sale_invoice_vat_id = NIF
after_sale_invoice_item = Artigo
after_sale_invoice_quantity = Quantidade
after_sale_invoice_net = Sem imposto
after_sale_invoice_rate = Taxa
after_sale_invoice_tax = Imposto
after_sale_invoice_gross = Com imposto
after_sale_invoice_tax_on = { $tax } sobre { $net }
after_sale_invoice_total = Total, pago
after_sale_parcels = Volumes
after_sale_parcel_holds = Neste volume:
after_sale_parcel_rest = O resto segue noutro volume.
after_sale_parcel_sent = Enviado a { $date }
after_sale_parcel_ready = Pronto para levantamento desde { $date }
after_sale_parcel_arrived = Entregue a { $date }
after_sale_parcel_subject = Um volume da sua encomenda { $order } está a caminho
after_sale_refund_subject = Reembolso da sua encomenda { $order }: { $amount }
after_sale_refund_text = Reembolsámos { $amount }. Consoante a forma de pagamento, pode demorar alguns dias.
after_sale_refund_on = Reembolsado a { $date }: { $amount }
after_sale_credit_note = Nota de crédito
after_sale_credit_note_number = Nota de crédito { $number }
after_sale_credit_note_date = Data da nota de crédito
after_sale_credit_note_for = Relativa à fatura { $number } de { $date }
after_sale_credit_note_line = Reembolso parcial
after_sale_credit_note_total = Total, reembolsado
after_sale_withdrawal_open = Recebemos a sua desistência e responderemos por e-mail.
after_sale_withdrawal_accepted = Aceitámos a sua desistência.
after_sale_withdrawal_refused = Não pudemos aceitar a sua desistência.
after_sale_withdrawal_settled = A sua desistência está concluída.
after_sale_withdrawal_accepted_subject = A sua desistência da encomenda { $order } foi aceite
after_sale_withdrawal_refused_subject = Não foi possível aceitar a sua desistência da encomenda { $order }
after_sale_message_subject = Sobre a sua encomenda { $order }
after_sale_subscriptions = Subscrições
after_sale_no_subscriptions = Não tem subscrições.
after_sale_all_subscriptions = Todas as subscrições
after_sale_manage_subscription = Gerir subscrição
after_sale_subscriptions_lead = Veja o que se segue, suspenda ou cancele.
after_sale_subscription_find_lead = Subscreveu sem conta? Procure a primeira encomenda pelo número e pelo seu e-mail, ou abra a ligação no nosso e-mail sobre a subscrição.
after_sale_subscription_notice = Subscrição: { $product } · { $interval } · { $price } de cada vez, mais o envio. Continua até a cancelar, o que pode fazer a qualquer momento.
after_sale_subscription_terms = { $product } · { $interval } · { $price } de cada vez
after_sale_subscription_active = Ativa
after_sale_subscription_paused = Suspensa
after_sale_subscription_cancelled = Cancelada
after_sale_subscription_next = Próxima encomenda a { $date }
after_sale_subscription_paused_lead = Nada é encomendado até a retomar; a data prevista era { $date }.
after_sale_subscription_ended = Cancelada a { $date }. Enviámos-lhe uma confirmação por e-mail.
after_sale_subscription_pause = Suspender
after_sale_subscription_resume = Retomar
after_sale_subscription_cancel = Cancelar subscrição
after_sale_subscription_cancel_question = Cancelar esta subscrição?
after_sale_subscription_cancel_lead = Termina de imediato: nada mais é encomendado nem cobrado. O que já encomendou ainda chega. Confirmamos por e-mail.
after_sale_subscription_cancel_now = Cancelar agora
after_sale_subscription_keep = Manter subscrição
after_sale_subscription_sold_out = Está esgotado por agora.
after_sale_subscription_not_sold = Já não se vende tal como o escolheu.
after_sale_subscription_not_payable = Já não pode ser pago como antes.
after_sale_subscription_trouble_again = Tentamos novamente todos os dias e, até lá, nada lhe é cobrado.
after_sale_subscription_begun = A sua subscrição em { $shop }
after_sale_subscription_begun_way = Consulte, suspenda ou cancele a sua subscrição a qualquer momento: { $link }
after_sale_subscription_renewed_lead = A sua subscrição continua. Esta é a encomenda desta vez.
after_sale_subscription_cancelled_subject = A sua subscrição em { $shop } foi cancelada
after_sale_subscription_cancelled_receipt = Recebemos o seu cancelamento a { $date }. A subscrição terminou e nada mais é encomendado.
after_sale_subscription_cancelled_news = A subscrição { $number } foi cancelada
after_sale_subscription_trouble_subject = A sua subscrição em { $shop } não pôde continuar hoje
after_sale_subscription_trouble_news = Não foi possível renovar a subscrição { $number }

## Favourites, and e-mails about what is back in stock

favourites_save = Adicionar aos favoritos
favourites_save_one = Adicionar { $product } aos favoritos
favourites_saved = Nos seus favoritos
favourites_of_guest = Ficam guardados neste navegador. Com uma conta, tem-nos em todo o lado.
favourites_empty = Ainda não tem favoritos. Toque no coração de um produto e volta a encontrá-lo aqui.
favourites_remove = Remover
favourites_remove_one = Remover { $product } dos seus favoritos
favourites_alert_title = Avisar-me quando voltar
favourites_alert_lead = Um e-mail, assim que o puder comprar de novo.
favourites_alert_hint = Se tiver sessão iniciada e deixar isto vazio, escrevemos para o endereço da sua conta.
favourites_alert_button = Avisar-me
favourites_alert_asked = Avisamos quando voltar a estar disponível.
favourites_alert_stop = Não me avisar
favourites_mail_subject = { $product } está de volta
favourites_mail_text =
    «{ $product }» pode ser comprado novamente:
    { $link }
favourites_mail_once = Pediu-nos que o avisássemos. Este é o único e-mail sobre o assunto.
favourites_mail_stop = Espera por outra coisa e já não quer receber avisos? Um clique: { $link }
favourites_stop_title = Não receber mais destes e-mails
favourites_stop_lead = Deixamos então de lhe escrever quando algo volta a estar disponível.
favourites_stop_button = Parar estes e-mails
favourites_related = Também pode gostar de
favourites_recent = Vistos recentemente

## What is kept of a customer, and the deletion of an account

data_title = Os seus dados
data_lead = Tudo o que { $shop } guarda sobre si, à data de { $date }.
data_as_json = Transferir como JSON
data_as_html = Transferir como página
data_guest_orders = As encomendas que fez sem iniciar sessão não estão incluídas. A página de uma encomenda dessas permite colocá-la na sua conta.
data_card_lead = Veja tudo o que esta loja guarda sobre si, leve-o consigo ou elimine a sua conta.
data_see = Ver os seus dados
data_delete = Eliminar conta
data_delete_title = Eliminar a sua conta
data_delete_lead = A sua conta é eliminada um dia depois de o pedir. Até lá, pode mudar de ideias.
data_goes_title = O que é eliminado
data_goes = O seu nome, endereço de e-mail e palavra-passe, as suas moradas, carrinho, favoritos e avaliações, a lista dos seus dispositivos e os e-mails que lhe enviámos. As subscrições terminam. O início de sessão a partir de outro site deixa de o reconhecer.
data_stays_title = O que se mantém
data_stays = { $years ->
    [one] Encomendas e faturas, porque a lei fiscal o exige: com nome e morada durante { $years } ano. Ninguém as pode ver numa conta. Endereço de e-mail, número de telefone e observações são delas retirados 30 dias depois de uma encomenda ser enviada, levantada ou cancelada e, em qualquer caso, ao fim de um ano. De uma encomenda que nunca foi comprada, nada se guarda então.
   *[other] Encomendas e faturas, porque a lei fiscal o exige: com nome e morada durante { $years } anos. Ninguém as pode ver numa conta. Endereço de e-mail, número de telefone e observações são delas retirados 30 dias depois de uma encomenda ser enviada, levantada ou cancelada e, em qualquer caso, ao fim de um ano. De uma encomenda que nunca foi comprada, nada se guarda então.
}
data_see_first = Ver e transferir primeiro os seus dados
data_delete_button = Eliminar a minha conta
data_due = A sua conta será eliminada a { $date }. Até lá, funciona como antes.
data_keep = Manter a minha conta
data_yes = Sim
data_no = Não
data_account = Conta
data_addresses = Moradas
data_sessions = Dispositivos com sessão iniciada
data_devices = Dispositivos com sessão iniciada anteriormente
data_sign_ons = Início de sessão a partir de outro site
data_requests = Códigos e ligações pedidos
data_emails = E-mails enviados
data_alerts = E-mails de aviso de disponibilidade
data_id = Número
data_email = E-mail
data_name = Nome
data_registered = Cliente desde
data_has_password = Tem palavra-passe
data_will_be_deleted = Será eliminada a
data_group = Grupo de clientes
data_is_billing = Morada de faturação
data_company = Empresa
data_street = Rua
data_postal_code = Código postal
data_city = Localidade
data_region = Região
data_country = País
data_phone = Telefone
data_browser = Navegador
data_network = Rede
data_began = Início
data_last_used = Última utilização
data_ends = Termina o mais tardar
data_app = Site
data_user = Conhecido lá como
data_asked = Pedido
data_subject = Assunto
data_written = Escrito
data_sent = Enviado
data_text = Texto
data_product = Produto
data_product_id = Número do produto
data_sku = Referência
data_options = Opções
data_quantity = Quantidade
data_price = Preço unitário
data_items = Artigos
data_total = Total
data_currency = Moeda
data_coupon = Cupão
data_delivery_address = Morada de entrega
data_billing_address = Morada de faturação
data_fields = Outras respostas
data_comments = Observações
data_referer = Proveniência
data_number = Número da encomenda
data_placed = Feita
data_payment_status = Pagamento
data_paid = Paga
data_fulfillment_status = Entrega
data_shipped = Enviada
data_withdrawn = Desistência
data_invoice = Fatura
data_interval = Frequência
data_status = Estado
data_next = Próxima encomenda
data_ended = Terminada
data_added = Adicionado
data_stars = Estrelas
data_headline = Título
data_changed = Alterado
data_notes = Notas da loja
data_tax_exempt = Não é cobrado imposto
data_tax_id = Número de identificação fiscal
data_reminder_agreed = Lembrete aceite
data_parcels = Encomendas expedidas
data_carrier = Transportadora
data_tracking = Número da expedição
data_arrived = Chegou
data_refunded = Reembolsado
data_payments = Pagamentos online
data_provider = Serviço de pagamento
data_reference = Referência no serviço
data_refunds = Reembolsos
data_amount = Montante
data_reason = Motivo

## Around a product: delivery, reviews, videos

product_delivery_time = Entrega prevista
product_arrives = Chega { $days }
product_ready = Pronto { $days }
product_way_arrives = { $way }: { $days }
product_order_until = Se encomendar até { $day }, { $hour }:00
product_reviews = Avaliações
product_out_of_five = { $stars } de 5 estrelas
product_no_reviews = Ainda não há avaliações.
product_write_review = Escrever uma avaliação
product_buyers_only = As avaliações são escritas por clientes que compraram este produto aqui.
product_stars = { $count ->
    [one] { $count } estrela
   *[other] { $count } estrelas
}
product_review_by = { $name }, { $date }
product_newer_reviews = Avaliações mais recentes
product_older_reviews = Avaliações mais antigas
product_review_of = Avaliar { $product }
product_back_to_product = Voltar ao produto
product_review_for_guests = As avaliações são escritas por clientes que compraram o produto. Inicie sessão ou procure a sua encomenda pelo número para escrever a sua.
product_review_for_customers = As avaliações são escritas por clientes que compraram o produto. Assim que uma encomenda sua com ele estiver paga ou a caminho, pode escrever uma aqui.
product_review_stars = Quantas estrelas lhe dá?
product_review_title = Título (opcional)
product_review_text = O que acha?
product_review_name = O seu nome, tal como todos o veem
product_review_name_hint = O seu endereço de e-mail não é mostrado.
product_send_review = Enviar avaliação
product_change_review = Alterar avaliação
product_remove_review = Eliminar a minha avaliação
product_review_thanks = Obrigado.
product_review_pending = A sua avaliação será visível aqui depois de a lermos.
product_review_published = A sua avaliação está visível na página do produto.
product_review_rejected = A sua avaliação não é mostrada. Pode alterá-la e voltaremos a lê-la.
product_review_removed = A sua avaliação foi eliminada.
product_review_of_other_order = Este endereço de e-mail já avaliou o produto. Procure a encomenda a partir da qual a avaliação foi escrita para a alterar.
product_wrong_stars = Escolha de uma a cinco estrelas.
product_wrong_title = Use no máximo 120 caracteres.
product_wrong_text = Escreva algumas palavras, no máximo 4000 caracteres.
product_wrong_name = Introduza um nome, no máximo com 60 caracteres.
product_news_subject = Avaliação de { $product }: { $stars } de 5 estrelas
product_news_pending =
    Ainda ninguém a vê. Para a publicar: awning reviews publish { $review }
    Para a rejeitar: awning reviews reject { $review }
product_news_published = Os clientes veem-na. Para a retirar: awning reviews reject { $review }
product_video_of = Vídeo de { $product }
product_play_video = Reproduzir o vídeo de { $product } em { $host }
product_open_video = Abrir o vídeo
product_video_host = É reproduzido a partir de { $host }, que fica então a saber que esteve aqui.
product_low_subject = { $count ->
    [one] Stock a acabar: um artigo da sua loja
   *[other] Stock a acabar: { $count } artigos da sua loja
}
product_low_lead = Restam poucas unidades destes artigos:
product_low_line = { $product }: restam { $left }
product_low_link = O stock, e porque é o que é: { $link }

## O que os clientes perguntam, e os e-mails sobre isso

contact_title = Faça-nos uma pergunta
contact_lead = Respondemos por e-mail, e também encontra a nossa resposta aqui.
contact_your_name = O seu nome
contact_topic = De que se trata?
contact_order_number = Número da encomenda, se se tratar de uma
contact_message = A sua mensagem
contact_send = Enviar
contact_privacy = Usamos o seu nome e o seu endereço para lhe responder, e para mais nada.
contact_leave_empty = Deixe este campo vazio
contact_thanks = Obrigado. Temos a sua mensagem e respondemos por e-mail.
contact_once_more = Envie mais uma vez, por favor: o formulário esteve aberto demasiado tempo ou foi enviado demasiado depressa.
contact_ask_about = Perguntar sobre isto
contact_wrong_name = Indique o seu nome, por favor.
contact_wrong_email = Indique o seu endereço de e-mail, por favor.
contact_wrong_topic = Diga em poucas palavras de que se trata, por favor.
contact_wrong_text = Escreva uma mensagem de 6000 caracteres no máximo, por favor.
contact_questions = As suas perguntas
contact_questions_lead = O que nos perguntou, e as nossas respostas.
contact_all_questions = Todas as perguntas
contact_no_questions = Ainda não nos perguntou nada.
contact_messages = Mensagens
contact_status_open = À espera da nossa resposta
contact_status_answered = Respondida
contact_status_closed = Fechada
contact_reply = Escreva-nos
contact_reply_send = Enviar
contact_reply_thanks = Obrigado. Temos a sua mensagem e respondemos por e-mail.
contact_link_over = Esta ligação já não abre nenhuma pergunta. Talvez não tenha sido copiada por inteiro.
contact_received_lead = Obrigado pela sua mensagem. Vamos responder-lhe.
contact_about_product = Sobre { $product }
contact_about_order = Sobre a encomenda { $order }
contact_received_subject = A sua mensagem para { $shop }
contact_received_look = A sua mensagem e a nossa resposta estão aqui: { $link }
contact_answer_subject = A nossa resposta: { $subject }
contact_answer_look = Leia tudo e responda-nos aqui: { $link }
contact_news_subject = { $name } pergunta: { $subject }
contact_news_look = Responder na administração: { $link }

reminder_agree = Lembrem-me uma vez por e-mail se eu não concluir esta encomenda
reminder_mail_lead = Pôs algo no carrinho e pediu-nos um lembrete. Ainda lá está:
reminder_mail_prices = Os preços são os de hoje, sem entrega.
reminder_mail_button = Voltar ao carrinho
reminder_mail_until = A ligação funciona durante 30 dias, em qualquer dispositivo. Este é o único lembrete deste carrinho.
reminder_mail_stop_lead = Não quer ser lembrado de nenhum carrinho?
reminder_mail_stop = Sem mais lembretes
reminder_back_lead = Isto estava no seu carrinho, aos preços de hoje.
reminder_back_besides = Já há algo no seu carrinho aqui. Fica lá, e nada é duplicado.
reminder_back_button = Continuar com este carrinho
reminder_back_gone = Algo que lá estava já não se vende.
reminder_back_nothing = Já nada disto se pode comprar.
reminder_back_over = Esta ligação é demasiado antiga, ou não foi copiada por inteiro.
reminder_back_ordered = Este carrinho já foi encomendado. Obrigado!
reminder_stop_title = Sem mais lembretes
reminder_stop_lead = Não lhe escreveremos mais sobre carrinhos que deixe. Os e-mails sobre as suas encomendas continuam a chegar.
reminder_stop_button = Parar os lembretes
reminder_stopped = Feito. Não voltaremos a lembrar-lhe carrinhos.
reminder_mail_subject = O seu carrinho em { $shop }
