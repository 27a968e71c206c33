import type { Translation } from "./translation.ts";

export const ru: Translation = {
	reviewed: [],
	messages: {
		"frame.skip": "Перейти к содержанию",
		"frame.site": "Сайт",
		"frame.now": "Сейчас",
		"frame.countries": "Страны",
		"frame.incidents": "Случаи",
		"frame.cost": "Ущерб",
		"frame.explore": "Исследовать",
		"frame.about": "О сайте",
		"frame.emulated_title": "{title} (смоделированные данные)",
		"frame.emulated":
			"<strong>Смоделированные данные.</strong> Этой страны не существует. Её измерения создал генератор, чтобы новой установке было что показать.",
		"frame.as_data": "Эта страница как данные:",
		"frame.watch":
			"Следить за страницей: <feed>лента (Atom)</feed> · <mail>по почте</mail>",
		"frame.followed": "Источники в последний раз опрошены {ago}.",
		"frame.not_followed":
			"Источники не отслеживаются: последний обход закончился {ago}.",
		"frame.limits":
			"Всё время указано по UTC. Неудачное измерение не доказывает блокировку, а отсутствие измерений не доказывает доступность: <about>что этот сайт может и чего не может сказать</about>.",
		"frame.licence": "Лицензия и источники",
		"frame.rejects": "Данные, которые не удалось прочитать",
		"frame.evidence": "Проверить файл доказательств",
		"frame.report": "А у вас работает?",
		"language.menu": "Язык",
		"language.review":
			"Этот перевод сделан машиной и ждёт проверки человеком. Что ещё не переведено, стоит по-английски. <english>Read this page in English.</english>",
		"problem.home": "Что ограничено сейчас",
		"problem.not_found": "Не найдено",
		"problem.not_found_text":
			"По этому адресу ничего нет. Возможно, в нём опечатка или измерения нет в этом рабочем пространстве.",
		"state.blocked": "заблокировано",
		"state.likely_blocked": "вероятно, заблокировано",
		"state.throttled": "замедлено",
		"state.impaired": "сбоит",
		"state.down": "не работает",
		"state.ok": "доступно",
		"state.insufficient": "недостаточно данных",
		"layer.dns": "Разрешение имён (DNS)",
		"layer.tcp": "Соединение (TCP)",
		"layer.tls": "Установка шифрования (TLS)",
		"layer.http": "Веб-обмен (HTTP)",
		"layer.quic": "QUIC (HTTP/3)",
		"layer.app": "Приложение",
		"count.session":
			"{count, plural, one {# сеанс} few {# сеанса} many {# сеансов} other {# сеанса}}",
		"count.measurement":
			"{count, plural, one {# измерение} few {# измерения} many {# измерений} other {# измерения}}",
		"count.network":
			"{count, plural, one {# сеть} few {# сети} many {# сетей} other {# сети}}",
		"count.measured network":
			"{count, plural, one {# измеренная сеть} few {# измеренные сети} many {# измеренных сетей} other {# измеренной сети}}",
		"count.country":
			"{count, plural, one {# страна} few {# страны} many {# стран} other {# страны}}",
		"count.measured country":
			"{count, plural, one {# измеренная страна} few {# измеренные страны} many {# измеренных стран} other {# измеренной страны}}",
		"count.service or site":
			"{count, plural, one {# сервис или сайт} few {# сервиса и сайта} many {# сервисов и сайтов} other {# сервиса и сайта}}",
		"count.entry":
			"{count, plural, one {# запись} few {# записи} many {# записей} other {# записи}}",
		"count.hour":
			"{count, plural, one {# час} few {# часа} many {# часов} other {# часа}}",
		"count.day":
			"{count, plural, one {# день} few {# дня} many {# дней} other {# дня}}",
		"time.just_now": "только что",
		"time.moment": "{day}, {time} UTC",
		"time.on": "{day}",
		"time.between": "между {first} и {last}",
		"place.emulated": "Смоделированная страна",
		"place.unknown": "Неизвестная страна",
		"chart.emulated": "{title} (смоделировано)",
		"chart.emulated_tag": "Смоделировано",
		"chart.emulated_axis": "смоделированные данные",
		"chart.blank": "пусто: нет измерений",
		"chart.measured": "{days}, дни по UTC. Последнее измерение: {moment}.",
		"chart.unmeasured": "{days}, дни по UTC. Измерений нет.",
		"chart.source":
			"Источник: измерения, загруженные на этот сайт. Меньше 3 сеансов в день: недостаточно данных.",
		"chart.source_emulated":
			"Источник: смоделированные измерения генератора. Меньше 3 сеансов в день: недостаточно данных.",
		"chart.hidden":
			"Ещё {count, number}, с меньшим числом сеансов, в файле CSV.",
		"chart.label": "График: {title}",
		"chart.earlier": "Предыдущие недели",
		"chart.later": "Следующие недели",
		"chart.files": "Этот график:",
		"chart.last_measured": "Последнее измерение {moment}.",
		"chart.none_measured": "Измерений нет.",
		"embed.how": "Показать этот график на своём сайте",
		"embed.what":
			"<link>График с его предложением</link>, без скриптов и без всего, что следит за читателями. Он всегда показывает новейшие данные своего адреса.",
		"embed.back": "{site}: что за этим стоит, и те же данные таблицей",
		"tracks.heading": "Измерено, сказано, должно быть сделано",
		"tracks.title": "Три дорожки: {title}",
		"tracks.caption":
			"Что измерено, что сказано и что предписано и к какому сроку — каждое на своей дорожке над одной осью времени. У каждой отметки есть номер в досье ниже.",
		"cite.heading": "Как цитировать эту страницу",
		"cite.line": "{site}: «{title}», редакция {revision}, {day}.",
		"cite.of_ledger":
			"SHA-256 этой редакции в том виде, как её хранит журнал (канонический JSON):",
		"cite.of_table":
			"SHA-256 <link>таблицы графика</link> (CSV). Если поздние данные или новые правила изменят её, страница по этому адресу скажет об этом. Предложения над графиком относятся к сегодняшнему дню.",
		"cite.changed":
			"Данные изменились после редакции {asked}: это редакция {shown}. Прежние состояния графиков не хранятся; <link>что можно получить снова</link>.",
		"cite.newer":
			"Это редакция {revision}, от {moment}. <link>Есть более новая редакция</link>, от {newest}. График и записи хроники — на сегодняшний день.",
		"chart.table": "Те же данные таблицей",
		"chart.table_caption":
			"{caption}. Числа означают сеансы, если не указано иное. Прочерк: нет измерений.",
		"chart.day": "День (UTC)",
		"chart.by_network": "{subject}, {country}: по сетям и дням",
		"strip.none":
			"{subject}: ни в один день нет достаточно сеансов, чтобы что-то сказать.",
		"strip.unit_ok":
			"{subject}: ограничений не найдено; достаточно сеансов: {rows}.",
		"strip.place_ok":
			"{subject}: ограничений не найдено; достаточно сеансов: {rows}.",
		"strip.peak":
			"{count, number} на пике {day}, где достаточно сеансов: {rows}",
		"strip.explained":
			"Измерения {subject} показывают: {states}, {days}, {peak}; это объясняется другим.",
		"strip.unit": "{subject}: {states}, {days}; {peak}.",
		"strip.place": "{subject}: {states}, {days}; {peak}.",
		"weight.sessions":
			"{count, number} из {total, plural, one {# сеанса} few {# сеансов} many {# сеансов} other {# сеанса}}",
		"weight.measurements":
			"{count, number} из {total, plural, one {# измерения} few {# измерений} many {# измерений} other {# измерения}}, {sessions}",
		"weight.cell": "{row}, {day}: {state}, {weight}",
		"finding.state": "{state}: {count, number}",
		"finding.restricted": "{states} (всего {networks})",
		"finding.not_restricted": "ограничений не найдено ({networks})",
		"finding.line": "<subject>{unit}</subject>: {restriction}, {tail}.{also}",
		"finding.line_in":
			"<subject>{unit}</subject>, <place>{country}</place>: {restriction}, {tail}.{also}",
		"finding.measured": "последнее измерение {ago}",
		"finding.measured_old": "на момент последнего измерения, {ago}",
		"finding.one_network": "{measured}; только в одной сети, {network}",
		"finding.insufficient":
			"{measured}; ещё {count, plural, one {для # сети} few {для # сетей} many {для # сетей} other {для # сети}} недостаточно данных",
		"finding.also": "Также: {units}.",
		"finding.share_all": "{count, number} из {count, number}: {state}",
		"finding.share_state": "{state}: {count, number}",
		"finding.share": "{states} (из {total, number})",
		"finding.below": "недостаточно данных: {count, number}",
		"past.networks":
			"{states}, {count, plural, one {# сеть} few {# сети} many {# сетей} other {# сети}}, {days}",
		"past.one_network": "{states} только в одной сети, {network}, {days}",
		"past.measured": "{past}; {measured}",
		"reach.line":
			"ограничено в сетях, на которые приходится {share} абонентов мобильной связи ({source}, {vintage}; неизвестно для {unknown, number}%): {networks}",
		"reach.between": "около {low, number}–{high, number}%",
		"reach.about": "около {high, number}%",
		"reach.under": "менее {high, number}%",
		"incidents.measured": "Последнее измерение ({country}): {ago}.",
		"past.line": "<subject>{unit}</subject>: {past}.{also}",
		"past.line_in":
			"<subject>{unit}</subject>, <place>{country}</place>: {past}.{also}",
		"stale.newest":
			"Самые новые измерения сделаны {day}, {ago}. «Сейчас» означает тогда.",
		"head.country": "Страна",
		"head.network": "Сеть",
		"head.networks": "Сети",
		"head.service": "Сервис",
		"head.services": "Сервисы",
		"head.site": "Сайт",
		"head.state": "Состояние",
		"head.evidence": "Доказательства",
		"head.sessions": "Сеансы",
		"head.measurements": "Измерения",
		"head.by_state": "Сети по состоянию",
		"head.measured_since": "Измеряется с",
		"head.last_measured": "Последнее измерение",
		"head.restricted_services": "Сервисы, ограниченные сейчас",
		"head.restricted_now": "Ограничено сейчас",
		"head.restricted_before":
			"Ограничено за последние восемь недель, сейчас не найдено",
		"head.documented": "Задокументировано, не измерено",
		"head.day_by_day": "День за днём",
		"country.unmeasured":
			"{country}: в этом рабочем пространстве ничего не измерено, поэтому нельзя сказать, что там ограничено.",
		"country.restricted": "{unit}: {restriction}, {tail}.",
		"country.more":
			"Ограничено ещё {count, plural, one {# сервис или сайт} few {# сервиса и сайта} many {# сервисов и сайтов} other {# сервиса и сайта}}.",
		"country.insufficient":
			"{country}: недостаточно данных, чтобы сказать, что ограничено.",
		"country.ok":
			"Сейчас ограничений не найдено; измерено: {units}; {networks}.",
		"country.before": "{unit}: {past}.",
		"country.no_measurements":
			"В этом рабочем пространстве нет измерений. Чтобы добавить:",
		"country.by_network": "{unit}, сеть за сетью",
		"country.when": "Когда каждое началось и закончилось, сеть за сетью",
		"country.services": "Сервисы сейчас",
		"country.services_caption":
			"Сети по тому, что они показывают в кратчайшем окне до {days, number} дней с достаточным числом сеансов, по {day}.",
		"country.sites": "Другие сайты с признаками ограничения",
		"country.sites_caption":
			"Цели, не относящиеся ни к одному сервису реестра; доступные не перечислены.",
		"country.networks_caption":
			"Измерено: {networks}, {days}. Сети указаны самими зондами.",
		"country.no_service": "Ни один сервис не измерен.",
		"country.share": "{count, number} из {total, number}",
		"arrival.lag":
			"Половина сеансов поступила не позже чем через {half} после измерения, девять из десяти не позже чем через {most} (известно для {sessions}): самые новые часы неполны.",
		"arrival.hour": "час",
		"network.insufficient":
			"{network}: недостаточно данных, чтобы сказать, что ограничено сейчас.",
		"network.ok": "Сейчас ограничений не найдено; достаточно сеансов: {units}.",
		"network.restricted":
			"Ограничено сейчас: {names}; {count, number}, где достаточно сеансов: {units}.",
		"network.more": "ещё {count, number}",
		"now.title": "Что ограничено сейчас",
		"now.empty": "Здесь ещё ничего не измерено",
		"now.ok": "Ограничений не найдено: {countries}",
		"now.restricted": "Ограничено: {units} ({countries})",
		"now.restricted_more":
			"Ограничено: {units} ({countries} и ещё {count, number})",
		"now.first":
			"В этом рабочем пространстве нет настоящих измерений. Загрузите архив, и эта страница скажет, что ограничено, где и в скольких сетях.",
		"now.next": "Что делать дальше",
		"now.import_own": "Файл или папка с измерениями OONI, которые у вас есть:",
		"now.import_public": "Три дня одной страны из открытого архива OONI:",
		"now.none":
			"Не найдено ограничений с достаточными доказательствами. Это не то же, что «не ограничено»: ниже видно, сколько измерено.",
		"now.countries": "Страны с измерениями",
		"now.insufficient": "Недостаточно данных",
		"now.insufficient_text":
			"Слишком мало сеансов, чтобы судить о стране, или признаки, которых не хватает для заголовка: для него нужно {count, number} сеансов.",
		"map.restricted": "ограничено сейчас",
		"map.measured": "измерено, ограничений не найдено",
		"map.unknown": "недостаточно данных",
		"map.note":
			"Каждая страна есть в списках. Границы показывают, кто контролирует территорию (Нэчурал Эрт); пунктирные — спорные.",
		"now.suspected":
			"<unit>{name}</unit>, <place>{country}</place>: {sessions}, {networks}",
		"now.thin":
			"<place>{country}</place>: {networks}, последнее измерение {ago}",
		"now.emulated": "Смоделировано: история для знакомства",
		"now.emulated_text":
			"Смоделированной страны не существует. Её измерения оценены так же, как настоящие.",
		"now.documented":
			"Что говорили пресса, суды и власти, перечислено на странице каждой страны отдельно от измеренного.",
		"incidents.ongoing": "Продолжающиеся случаи",
		"incidents.all": "Все случаи",
		"incidents.documented":
			"Ещё {count, plural, one {# случай задокументирован} few {# случая задокументированы} many {# случаев задокументированы} other {# случая задокументировано}} как продолжающиеся, не измерено.",
		"incident.internet": "интернет",
		"incident.service_block": "{service}: блокировка",
		"incident.throttling": "{service}: замедление",
		"incident.mobile_data_shutdown": "отключён мобильный интернет",
		"incident.fixed_line_shutdown": "отключён проводной интернет",
		"incident.internet_cut": "отключён интернет",
		"incident.withholding": "{service}: скрыты аккаунты или материалы",
		"incident.fault": "неисправность ({service}), не ограничение",
		"incident.outage": "сбой ({service})",
		"incident.undetermined": "изменение ({service}) неизвестного рода",
		"incident.fell_silent": "измерения, которые прекратились",
		"incident.in": "({place})",
		"incident.in_area": "({areas}, {country})",
		"incident.on": "({network}, {country})",
		"incident.title": "{what} {where}",
		"incident.title_suspicion": "Недостаточно данных: признаки: {what} {where}",
		"incident.title_withdrawn": "Отозвано: {what} {where}",
		"incident.title_explained": "Не ограничение, хотя похоже: {what} {where}",
		"incident.announced": "объявлено",
		"incident.ongoing": "продолжается",
		"incident.ended": "закончилось",
		"incident.ending_unknown": "окончание неизвестно",
		"incident.withdrawn": "отозвано",
		"incident.merged": "описано как часть другого",
		"incident.no_restriction": "не ограничение",
		"incident.before": "до {moment}",
		"incident.local_days":
			"{days} ({count, plural, one {местный день} few {местные дни} many {местные дни} other {местные дни}})",
		"incident.in_hour": "в течение часа {moment}",
		"incident.most_likely": "{bracket}, вероятнее всего {moment}",
		"incident.or_later": "{day} или позже",
		"incident.sessions": "{count, number}, всего {sessions}; {networks}",
		"incident.documented": "задокументировано, не измерено",
		"incident.told": "{status}: начало {began}. {shown}",
		"incident.told_ended": "{status}: начало {began}, конец {ended}. {shown}",
		"incident.told_documented":
			"Задокументировано, не измерено, {status}: по источникам, начало {began}.",
		"incident.told_documented_ended":
			"Задокументировано, не измерено, {status}: по источникам, начало {began}, конец {ended}.",
		"incident.told_withdrawn": "Отозвано: {reason}",
		"incident.not_an_outage": "Недостаточно данных, чтобы назвать это сбоем",
		"incident.not_a_restriction":
			"Недостаточно данных, чтобы назвать это ограничением",
		"incident.not_published": "Не опубликовано как ограничение",
		"incident.shown": "Показали сеансы: {evidence}.",
		"incident.strip": "Измерено, сеть за сетью",
		"incident.facts": "На чём это основано",
		"incident.head": "Случай",
		"incident.status": "Статус",
		"incident.head_began": "Начало",
		"incident.head_ended": "Конец",
		"incident.how": "Как",
		"incident.none": "Нет. Это не то же, что «ничего не было ограничено».",
		"meaning.blocked":
			"Выполнено правило, допускающее одно толкование, и виден отличительный след цензора: известная страница блокировки или известный поддельный ответ.",
		"meaning.likely_blocked":
			"Выполнено правило, допускающее одно толкование, но отличительного следа нет. Так выглядит большинство блокировок без страницы блокировки.",
		"meaning.throttled":
			"Доступно, но замедлено так, что это следует за целью.",
		"meaning.impaired": "Не работает, причина неясна. Это не ограничение.",
		"meaning.down": "Не работает ниоткуда, признаков блокировки нет.",
		"meaning.ok": "Доступно.",
		"meaning.insufficient":
			"Слишком мало сеансов что-либо показали. Ни доступно, ни заблокировано; мы не знаем.",
		"incidents.title_in": "Случаи: {country}",
		"incidents.headline":
			"Измерено {measured, plural, one {# ограничение} few {# ограничения} many {# ограничений} other {# ограничения}}, из них продолжается {ongoing, number}; {documented, plural, one {ещё # задокументировано} few {ещё # задокументированы} many {ещё # задокументированы} other {ещё # задокументировано}}, не измерено.",
		"incidents.outages":
			"Кроме того, {count, plural, one {# сбой} few {# сбоя} many {# сбоев} other {# сбоя}} с неустановленной причиной.",
		"incidents.caption":
			"Сначала продолжающиеся, затем самые новые. Дни — наиболее вероятные; интервал указан на странице случая.",
		"incidents.all_countries": "Случаи всех стран",
		"page.newer": "Новее",
		"page.older": "Старее",
		"page.of": "Страница {page, number} из {last, number}",
		"incident.explained":
			"Чем ещё это объясняется, поэтому не публикуется как ограничение: {why}",
		"incident.worldwide": "То же самое изменилось сразу во многих странах.",
		"incident.instrument": "Это следует за версией зонда, а не за сетью.",
		"incident.own_change":
			"В это время изменились наши собственные правила или справочные данные.",
		"incident.composition":
			"Отвечали другие зонды или резолверы, чем прежде; ни один из них не изменился.",
		"incident.source_late":
			"Источник замолчал и в других местах: он лишь опаздывал.",
		"incident.control_outage": "Отказало то, с чем сравнивались измерения.",
		"incident.documented_as_fault":
			"Реестр называет это неисправностью, а не ограничением.",
		"incident.strip_note":
			"Сплошная рамка над ячейками охватывает время начала в сети, пунктирная — время окончания; чем уже, тем точнее. Те же интервалы есть в таблице сетей ниже.",
		"incident.networks_caption":
			"Сеансы — те, что показали ограничение во время случая, из всех, что что-либо показали; каждый учтён один раз. Сети указаны самими зондами.",
		"incident.when": "Когда, по UTC",
		"incident.not_alone": "По одной этой сети не определить.",
		"incident.began_at": "Начало: {when}.",
		"incident.ended_at": "Конец: {when}.",
		"incident.not_known": "неизвестно",
		"incident.not_shown": "не показано",
		"incident.cause": "Причина",
		"incident.witness": "Измерение, которое это показывает",
		"incident.detectable": "Впервые могло быть сказано",
		"incident.with_data": "по данным на {moment}",
		"incident.targets": "Цели",
		"incident.aliases": "Другие идентификаторы, ведущие сюда",
		"incident.dossier": "Досье",
		"incident.dossier_text":
			"Что измерено, сказано и должно было быть сделано, с пронумерованными доказательствами и всем, что говорит против, чтобы сохранить и напечатать:",
		"incident.revisions": "Как об этом сообщалось",
		"incident.revisions_caption":
			"Сказанное не забывается: поздние данные его пересматривают, и каждый пересмотр хранится в журнале.",
		"incident.revision": "Пересмотр",
		"incident.told_at": "Сообщено",
		"incident.changed": "Что изменилось и почему",
		"network.kicker": "Сеть, <place>{country}</place>",
		"network.volume":
			"{sessions}, {measurements} за восемь недель по {day}; последнее измерение {ago}.",
		"network.no_volume":
			"Нет сеансов за восемь недель по {day}; последнее измерение {ago}.",
		"network.caption":
			"В кратчайшем окне до {days, number} дней с достаточным числом сеансов. Сайты вне сервисов указаны, только если что-то было недоступно.",
		"network.rules": "Сработавшие здесь правила",
		"network.resolvers": "Используемые здесь резолверы",
		"network.resolvers_text":
			"Сеть, которой принадлежит резолвер зонда. Резолвер другой сети может показать вмешательство той сети или никакого.",
		"network.declared":
			"Сеть и страну измерения указывает зонд. Чтобы у дня было состояние, нужно сеансов: {count, number}; порог предварительный.",
		"service.in": "Сервис, <place>{country}</place>",
		"service.all_countries": "все страны",
		"service.unmeasured":
			"{service}: в этом рабочем пространстве не измерен ни в одной настоящей стране.",
		"service.unmeasured_in":
			"{service}: в этом рабочем пространстве не измерен ({country}).",
		"service.restricted": "{unit}, {country}: {restriction}, {tail}.",
		"service.more":
			"Ограничен ещё в {count, plural, one {# стране} few {# странах} many {# странах} other {# страны}}.",
		"service.insufficient":
			"{service}: недостаточно данных, чтобы сказать, ограничен ли сейчас.",
		"service.insufficient_in":
			"{service}, {country}: недостаточно данных, чтобы сказать, ограничен ли сейчас.",
		"service.ok":
			"{service}: сейчас ограничений не найдено; достаточно данных: {countries}.",
		"service.ok_in": "{service}, {country}: сейчас ограничений не найдено.",
		"service.by_country": "{unit}, страна за страной",
		"service.function": "Функция",
		"service.functions": "Функции",
		"service.tested": "Что проверяется",
		"service.emulated":
			"Смоделированные данные этого сервиса хранятся отдельно: <page>{service} в смоделированной стране</page>.",
		"service.domains": "Домены: <names>{names}</names>",
		"service.tests": "Собственные тесты: <names>{names}</names>",
		"service.whole":
			"Его функции не различаются; сказанное здесь относится к сервису в целом.",
		"service.untested": "Не проверяется: ни один тест её не достигает.",
		"service.not_measured": "Не измерено.",
		"service.not_here": "Здесь не измерено.",
		"service.networks": "Сети: {states}.",
		"service.not_enough": "Недостаточно данных.",
		"service.share":
			"Ограничено: {count, number}, где достаточно данных: {countries}.",
		"service.tested_by": "Проверяется по {targets}.",
		"service.any_of": "Проверяется по {targets}; достаточно любого.",
		"service.all_of": "Проверяется по {targets}; нужны все.",
		"service.by_day": "по дням",
		"network.rule": "Правило",
		"network.no_rule": "Ни одно правило не сработало.",
		"network.rules_caption":
			"В измерениях за {days}. Учтено каждое сработавшее правило, даже если решило другое.",
		"network.resolver": "Сеть резолвера",
		"network.own": "этой же сети",
		"chart.by_service": "{subject}, {country}: по сервисам и дням",
		"chart.by_country": "{subject}: по странам и дням",
		"chart.of_incident": "{title}, по сетям и дням",
		"weight.networks":
			"{count, number} из {total, plural, one {# сети} few {# сетей} many {# сетей} other {# сети}}, {sessions}",
		"weight.few_networks":
			"{count, plural, one {# сеть} few {# сети} many {# сетей} other {# сети}} с достаточным числом сеансов, {sessions}",

		// Report: does it work for you?
		"word.yes": "да",
		"word.no": "нет",
		"form.choose": "Выберите",
		"form.send": "Отправить",
		"form.too_much": "Это слишком много за один раз.",
		"form.not_ours": "Эта форма отправлена не с нашей страницы.",
		"report.choose":
			"Выберите сервис. На следующей странице названо, к чему обратится проверка; пока вы не нажмёте кнопку, обращений нет.",
		"report.go_on": "Дальше",
		"report.visitors": "Что говорят посетители",
		"report.title_of": "{service}: работает ли у вас?",
		"report.think":
			"<strong>Сначала подумайте.</strong> Ваш интернет-провайдер видит, что вы на этом сайте и к каким сайтам обращается проверка. Если это может быть для вас опасно, не продолжайте.",
		"report.look_heading": "Пусть посмотрит этот браузер",
		"report.contacts":
			"Если нажать кнопку, ваш браузер обратится к этим адресам:",
		"report.compares": "и, чтобы узнать, работает ли ваша линия вообще:",
		"report.asks":
			"У каждого он просит маленькую картинку, страницу и постоянное соединение. Если вы вошли на один из этих сайтов, он может вас узнать, как и тогда, когда любая страница показывает его картинки. Найденное остаётся в этом браузере, пока вы не отправите его ниже.",
		"report.look": "Посмотреть сейчас",
		"report.address": "Адрес",
		"report.picture": "Картинка",
		"report.page": "Страница",
		"report.lasting": "Постоянное соединение",
		"report.no_script":
			"Без скриптов эта страница никуда не обращается. Вы всё равно можете сказать, что видите.",
		"report.say_heading": "Скажите, что вы видите",
		"report.here_now": "{service}, здесь и сейчас",
		"report.works": "у меня работает",
		"report.works_not": "у меня не работает",
		"report.country": "Страна, где вы находитесь",
		"report.kept": "Что сохраняется",
		"report.kept_what":
			"Сервис, ваш ответ, страна, час, что нашла проверка, и номер вашего интернет-провайдера.",
		"report.kept_not":
			"Не ваш адрес. По нему узнают провайдера и считают линию один раз в день, затем его забывают.",
		"report.kept_shown":
			"Показаны числа по странам и дням, начиная со следующего дня. Сообщения — слабое доказательство: они могут вызвать подозрение, которое стоит измерить, и никогда не решают, что что-то заблокировано.",
		"report.thanks": "Спасибо",
		"report.repeat":
			"Сегодня с вашей линии уже сообщали о {service}: линия считается один раз в день.",
		"report.taken":
			"Ваше сообщение о {service} сохранено. Оно появится в числах за сегодня начиная с завтрашнего дня.",
		"report.another": "Другой сервис",
		"report.none":
			"За последние дни сообщений нет. Сегодняшние появятся завтра.",
		"report.suspicion_means":
			"Если не меньше пяти человек говорят, что сервис не работает, и их больше, чем тех, у кого он работает, возникает <strong>подозрение</strong>: это нужно измерить. Это не вывод.",
		"report.head_works": "Работает",
		"report.head_fails": "Не работает",
		"report.suspicion": "Подозрение",
		"report.not_taken": "Это сообщение не принято",
		"report.too_many": "С вашей линии пришло много сообщений. Зайдите позже.",
		"report.no_service": "Такой сервис здесь не известен.",
		"report.looking": "Проверяется {host} …",
		"report.answered": "ответил, {ms} мс",
		"report.silent": "ничего, {ms} мс",
		"report.found_none":
			"Не ответил никто. Вы в сети? О сервисе это ничего не говорит.",
		"report.found_all":
			"Ваш браузер получил ответ от каждого адреса. Это не доказывает, что приложение или весь сайт работает.",
		"report.found_some":
			"Одни адреса ответили, другие нет. Это может быть частичная блокировка или неполадка.",
		"report.found_silent":
			"Ни один адрес сервиса не ответил, а другие ответили. Это может быть блокировка или неполадка сервиса. По одной проверке сказать нельзя.",

		// Cost
		"language.english_part": "Дальнейший текст на английском языке.",
		"money.range": "от {from} до {to}",
		"money.so_far": "пока {range}",
		"time.under_hour": "меньше часа",
		"form.faults":
			"{count, plural, one {Нужно исправить # поле.} few {Нужно исправить # поля.} many {Нужно исправить # полей.} other {Нужно исправить # поля.}}",
		"cost.title": "Во что обходится ограничение",
		"cost.standfirst":
			"Этого никто не измерял. Укажите, что и насколько было отключено, и увидите диапазон, который дают опубликованные методы, и каждый из них.",
		"cost.ask": "Что было отключено",
		"cost.change": "Изменить исходные числа",
		"cost.take":
			"Даты и вид взяты из инцидента. <link>Взять их за основу и изменить</link>.",
		"cost.own": "Ваши собственные потери",
		"cost.own_text":
			"Для фирмы: датированная записка о том, чего это вам стоило, для печати. То, что вы здесь введёте, отправляется один раз, не попадает в адрес, не сохраняется и не записывается.",
		"cost.no_range": "Диапазон указать нельзя",
		"cost.no_true_one":
			"Ни одно число диапазона не является истинным: методы считают разное.",
		"cost.no_hours": "Без числа часов ничего оценить нельзя.",
		"cost.no_inputs":
			"Ни у одного метода, считающего всю экономику, нет исходных данных; чего не хватает каждому, сказано ниже.",
		"cost.running":
			"Продолжается: насколько известно, это не закончилось; часы и суммы — по состоянию на {moment}.",
		"cost.hours_of": "Часы и сети взяты из <link>инцидента</link>.",
		"cost.methods": "По методам",
		"cost.lacking": "Методы, которые ничего не дают, и почему",
		"cost.sectors": "По отраслям",
		"cost.hours": "Часы по видам",
		"cost.not_counted": "Чего не считает ни один метод",
		"cost.not_small": "То, что их нет выше, не значит, что они малы.",
		"cost.dollars": "В долларах",
		"cost.official": "По официальному курсу",
		"cost.market": "По рыночному курсу",
		"cost.rate": "{rate} за доллар",
		"cost.assumptions": "Все числа, на которых основаны методы",
		"cost.assumptions_text":
			"Введённое заменяет опубликованное и остаётся в адресе, чтобы другие видели ваши допущения.",
		"cost.estimate": "Оценить",
		"cost.again": "Оценить заново",
		"cost.anew": "Начать сначала",
		"cost.in_use": "Используется: {values}.",
		"cost.kind_full": "отключён весь интернет",
		"cost.kind_mobile": "отключён мобильный интернет, проводной работает",
		"cost.kind_regional": "весь доступ отключён в некоторых районах",
		"cost.kind_service": "заблокирован один сервис",
		"cost.kind_throttling": "замедление в некоторой степени",
		"cost.a_service": "сервис",
		"cost.f_kind": "Что было сделано",
		"cost.f_service": "Сервис, если заблокирован один",
		"cost.f_since": "Начало, UTC",
		"cost.f_until": "Конец, UTC",
		"cost.f_hours": "Часы, если конец не указан",
		"cost.f_scope": "Доля территории: какая часть страны отключена",
		"cost.no_method": "Ни у одного метода нет исходных данных.",
		"cost.caption":
			"Доллары, до трёх цифр. Методы считают разное, складывать их нельзя.",
		"cost.method": "Метод",
		"cost.low": "Низкая, $",
		"cost.middle": "Средняя, $",
		"cost.high": "Высокая, $",
		"cost.counts": "Считает",
		"cost.years": "Годы данных",
		"cost.economy": "всю экономику",
		"cost.part": "часть: не входит в диапазон",
		"cost.historical": "сейчас ничего",
		"cost.how": "Как {method} приходит к этому",
		"cost.this_event": "Это событие: {kind}, {hours}.",
		"cost.never_added":
			"Час одного вида мало говорит о часе другого, поэтому они никогда не складываются.",
		"cost.every_method": "Все методы и их данные",
		"cost.what": "Сколько это стоило",
		"cost.total":
			"Текущий итог на {moment}: {hours}, {range}, в зависимости от метода.",
		"cost.lasted": "Это длилось {hours}: {range}, в зависимости от метода.",

		// Cost: assumptions, sectors, hours, hints
		"cost.f_digital": "Доля цифровой экономики в ВВП",
		"cost.f_weight": "Доля сервиса в ценности всего интернета",
		"cost.f_degree": "Степень замедления: потерянная доля пользования",
		"cost.f_traffic": "Доля потерянного трафика",
		"cost.f_telecom": "Доля услуг связи и интернета в ВВП",
		"cost.f_daily": "Стоимость дня по CIPESA, в долларах",
		"cost.f_tail": "Дни восстановления, считаемые потерянными",
		"cost.f_user_day":
			"Доход операторов на пользователя в день, в местной валюте",
		"cost.f_tax": "Налог на доход операторов",
		"cost.f_users": "Отключено людей",
		"cost.f_rate": "Рыночный курс, местной валюты за доллар",
		"cost.f_turnover": "Оборот",
		"cost.f_per": "За",
		"cost.f_dependent": "Его доля, приходящая через отключённое",
		"cost.f_made_up": "Доля потерь, возмещённая в другом месте или позже",
		"cost.per_day": "день",
		"cost.per_week": "неделю",
		"cost.per_month": "месяц",
		"cost.per_year": "год",
		"cost.make_note": "Составить записку",
		"cost.s_telecom": "Операторы и прочая связь",
		"cost.s_operators": "Мобильные операторы",
		"cost.s_tax": "Налог",
		"cost.s_freelancers": "Фрилансеры",
		"cost.s_food": "Доставка еды",
		"cost.s_cabs": "Такси по вызову",
		"cost.s_small":
			"Мелкие интернет-продавцы и то, что исследование не выделяет",
		"cost.sector": "Отрасль",
		"cost.no_sectors":
			"Ни один метод с исходными данными не различает здесь отрасли. Это известно только о Пакистане.",
		"cost.sectors_caption":
			"Средние значения методов, различающих отрасли. Значения двух методов пересекаются, складывать их нельзя.",
		"cost.kind": "Вид",
		"cost.hours_head": "Часы",
		"cost.hours_unknown": "Неизвестные часы",
		"cost.hours_caption":
			"Все известные здесь инциденты ({country}), в том числе документированные. Часы двух одновременных считаются дважды.",
		"cost.by_clock": "{clock} по часам, {counted} по ещё отключённым сетям",
		"cost.all_have": "Таких нет: у всех методов есть данные.",
		"cost.give": "Указать «{field}»",
		"cost.formula": "Формула",
		"cost.source": "Источник",
		"cost.leaves_out": "Не учитывает",
		"cost.caution": "Осторожно",
		"cost.input": "Вход",
		"cost.value": "Значение",
		"cost.year": "Год",
		"cost.from": "Откуда / с",
		"cost.to": "До",
		"cost.models":
			"Всё это модели. Насколько каждая далека от опубликованных чисел, тоже модельных, сказано в docs/methods/costs.md, который поставляется с программой.",
		"cost.hint_scope":
			"0.06 или 6%. Нужно, если отключены некоторые районы или сети; иначе берётся вся страна.",
		"cost.hint_countries":
			"Страны ({count, number}), для которых поставляются показатели.",
		"cost.hint_service":
			"Веса известны для X и Telegram; для других укажите свой ниже.",
		"cost.hint_until": "Или оставьте пустым и укажите часы.",
		"cost.hint_rate":
			"Только если его называет источник, которому вы доверяете.",
		"cost.hint_turnover": "Без разделителей: 250000.",
		"cost.hint_made_up": "Оставьте пустым, если ничего не возмещено.",
		"cost.no_jobs":
			"Ни один метод не считает рабочие места, жизни, доверие или работу прессы.",
		"cost.stretches": "Часы по отрезкам",
		"cost.stretches_caption":
			"Разделено там, где сеть отключилась или вернулась. Доли рынка неизвестны, поэтому все сети считаются одинаково.",
		"cost.still_cut": "Ещё отключённые сети",

		// Outlook
		"outlook.title": "Прогноз: {country}",
		"outlook.ahead": "Предстоящие события",
		"outlook.none_ahead":
			"В наших данных нет событий этих дней. О событиях, которых в данных нет, это ничего не говорит.",
		"outlook.calendar":
			"<link>Календарь для подписки</link> с напоминанием за неделю. Добавьте в адрес <code>alarm=14</code> для другого числа дней или <code>alarm=none</code>, чтобы напоминаний не было.",
		"outlook.days_text":
			"Вероятность того, что в этот день будет задокументировано начало: {kind}, {place}. Дни событий отмечены.",
		"outlook.whole": "вся страна",
		"outlook.basis": "На чём это основано",
		"outlook.not_measured":
			"Составлено по документам, а не по измерениям: <link>записи, {country}</link>.",
		"outlook.what": "Что начинается",
		"outlook.where": "Где",
		"outlook.days": "Дни",
		"outlook.show": "Показать",
		"outlook.likeliest":
			"Десять самых вероятных дней с девятью десятыми того, что модель считает возможным",
		"outlook.day": "День",
		"outlook.forecast": "Прогноз",
		"outlook.why": "Почему",
		"outlook.description":
			"{kind}, {country}: вероятность по дням, {days}, с оценкой относительно среднего.",
		"outlook.under": "менее {percent}",
		"outlook.moon": "{days}, плюс-минус день: дата зависит от наблюдения луны.",
		"outlook.never_held": "В дни, охваченные записями, не проводилось.",
		"outlook.held":
			"Проводилось с {year} в дни, охваченные записями, {count, number} раз: {with, number} с документированным началом ({kind}), {without, number} без него.",
		"outlook.no_chance": "Вероятность не указана.",
		"outlook.chance":
			"Прогноз на самый вероятный день: {chance} при среднем {average}.",
		"outlook.too_far":
			"Прогнозы на такой срок не лучше среднего, которое составляет {average} в день.",
		"outlook.lead_uncovered":
			"Ни один список не претендует на полноту ограничений ({country}), поэтому вероятность ({kind}) указать нельзя. События перечислены без неё.",
		"outlook.lead_beyond":
			"Эти дни дальше от записей ({country}), чем когда-либо проверялось, поэтому вероятность ({kind}) не указана.",
		"outlook.lead_average":
			"Для этих дней прогноз ({kind}, {country}) не лучше среднего: начало документировано в {average} дней.",
		"outlook.lead":
			"Самый вероятный день начала ({kind}, {country}) — {day}: {chance} (от {low} до {high}) при среднем {average}.",
		"outlook.scores": "Насколько хороши были такие прогнозы",
		"outlook.scores_text":
			"Каждый день с 2016 года прогнозировался по тому, что было известно до него: {days, number} дней до {until}, из них {onsets, number} дней с началом. Рядом четыре простых прогноза, не знающих календаря.",
		"outlook.scores_caption":
			"Средний квадрат ошибки (Brier; меньше — лучше) и преимущество над лучшим из четырёх",
		"outlook.head_ahead": "За сколько",
		"outlook.best": "Лучший из четырёх",
		"outlook.skill": "Преимущество, 95% интервал",
		"outlook.log_skill": "Логарифмическое преимущество, 95% интервал",
		"outlook.finding": "Вывод",
		"outlook.better": "лучше среднего",
		"outlook.no_better": "не лучше среднего",
		"outlook.too_few": "слишком мало случаев",
		"outlook.points":
			"Каждая точка — класс прогнозов на следующий день ({kind}): на пунктире они верны. Отрезки — 95% интервалы. Обе оси в квадратных корнях.",
		"outlook.numbers": "То же в числах",
		"outlook.forecasts": "Прогнозы",
		"outlook.onset_days": "Дни с началом",
		"outlook.mean": "Средний прогноз",
		"outlook.came_true": "Сбылось",
		"outlook.figure": "{kind}, {country}: прогнозы и что произошло",
		"outlook.figure_days":
			"{days, number} дней с 2016 до {until}, каждый спрогнозирован накануне.",
		"outlook.figure_finding":
			"В {right, number} из {count, number} классов прогнозов доля дней с началом совпадает с прогнозом в пределах 95% интервала.",
		"outlook.figure_source": "Источник: документированные записи до {until}.",
		"outlook.axis_forecast": "прогноз",
		"outlook.axis_onset": "дни с началом",
		"kind.any": "ограничение",
		"kind.cut": "отключение сети",
		"kind.service": "блокировка или замедление сервисов",
		"kind.full": "полное отключение",
		"kind.regional": "отключение района",
		"kind.mobile": "отключение мобильной связи",
		"kind.fixed": "отключение проводных линий",
		"kind.block": "блокировка сервиса",
		"kind.throttling": "замедление",
		"kind.outage": "сбой с неустановленной причиной",

		// Being told: the form, its answers, mails
		"sub.title": "Узнавайте, когда что-то меняется",
		"sub.by_feed": "Через ленту",
		"sub.feed_text":
			"Ленте не нужен адрес почты. Дайте один из этих адресов программе для лент или календарю:",
		"sub.by_mail": "По почте",
		"sub.emulated": "Имитационные данные никому не рассылаются.",
		"sub.no_mail":
			"Этот сайт не шлёт почту: его владелец не настроил почтовый сервер. В лентах те же новости.",
		"sub.feed_incident":
			"Как сообщается об этом инциденте, редакция за редакцией (Atom)",
		"sub.feed_network": "{network}, {country} (Atom)",
		"sub.feed_dates": "Сроки, {country} (календарь)",
		"sub.all_countries": "Все страны",
		"sub.all_services": "Все сервисы",
		"sub.look": "Загляните в почту",
		"sub.look_text":
			"Если адрес доступен, на него идёт письмо со ссылкой. Больше ничего не отправляется, пока вы не откроете ссылку и не согласитесь в течение {hours, number} ч.",
		"sub.want": "Хотите получать сообщения?",
		"sub.want_leave": "Хотите отписаться?",
		"sub.leave": "Отписаться",
		"sub.watched": "Что отслеживается: {what}.",
		"sub.yes": "Да, сообщайте",
		"sub.end": "Прекратить и забыть мой адрес",
		"sub.will_be_told": "Вам будут сообщать",
		"sub.quiet_hours": "Не между {from} и {until} ({zone}).",
		"sub.life":
			"Если новостей нет {days}, письмо скажет, что ничего не произошло. Если не приходит и оно, что-то сломалось.",
		"sub.end_it": "Прекратить",
		"sub.ended": "Прекращено",
		"sub.removed": "Ваш адрес и всё, что хранилось с ним, удалены.",
		"sub.topic_incidents": "ограничения",
		"sub.topic_dates": "предстоящие сроки и события",
		"sub.topic_both": "то и другое",
		"sub.each": "сразу",
		"sub.daily": "раз в день, если есть новости",
		"sub.weekly": "раз в неделю, если есть новости",
		"sub.of_incident":
			"Вам сообщат, когда об <link>этом инциденте</link> станет известно иное: время, сети, основания, конец или отзыв. Или <all>следите за страной или сервисом</all>.",
		"sub.of_cost":
			"Вам сообщат и тогда, когда стоимость {range}, которую вы цитируете, будет оценена иначе.",
		"news.cost":
			"Вы цитировали стоимость {before}. Сейчас она оценивается в {after}.",
		"news.cost_none":
			"Вы цитировали стоимость {before}. Диапазон больше не приводится.",
		"news.cost_until": "И то и другое — до {moment}.",
		"sub.address": "Ваш адрес почты",
		"sub.how_often": "Как часто",
		"sub.quiet": "Тихие часы, с и до",
		"sub.zone": "Ваш часовой пояс",
		"sub.heartbeat": "Знак жизни после стольких дней без новостей",
		"sub.ask": "Прислать мне вопрос",
		"sub.promise":
			"Письмо спросит, хотите ли вы этого. До согласия больше ничего не отправляется; через {hours, number} ч без ответа адрес забывается. Письма — простой текст, без картинок и без ссылок, считающих открытия. В каждом письме есть ссылка, которая сразу, без входа, всё прекращает и удаляет адрес. Почта не тайна: ваш и наш провайдер могут прочесть, за чем вы следите.",
		"sub.network": "Сеть, по номеру",
		"sub.what": "Что происходит",
		"sub.anything": "Что угодно",
		"sub.tell_of": "Сообщать о",
		"sub.ahead": "За сколько дней до сроков",
		"sub.no_address": "На этот адрес мы не можем отправить письмо.",
		"sub.no_incident": "За таким инцидентом следить нельзя.",
		"sub.many": "Сейчас слишком много запросов. Зайдите через час.",
		"sub.not_taken": "Это не принято",
		"sub.no_longer": "Эта ссылка больше не действует",
		"sub.no_longer_text":
			"Её использовали для отписки или не использовали вовремя. Можно запросить снова на странице оповещений.",
		"watch.incident": "инцидент {id}, процитированный по редакции {revision}",
		"watch.restrictions": "ограничения {limits}",
		"watch.of": "({names})",
		"watch.on": "в сетях {names}",
		"watch.in": "({names})",
		"watch.alone": "(только {names})",
		"watch.dates": "сроки и события ({countries}), за {days, number} дн.",
		"mail.confirm": "Подтвердите, что хотите получать сообщения",
		"mail.confirm_text":
			"Кто-то, скорее всего вы, попросил сообщать на этот адрес: {what}. Ничего не отправляется, пока вы не откроете страницу ниже в течение {hours, number} ч и не нажмёте её кнопку. Если это были не вы, ничего не делайте: адрес будет забыт.",
		"mail.forget": "Забыть этот адрес сейчас:",
		"mail.because": "Вы получили это от {site}, потому что следите: {what}.",
		"mail.leave": "Отписаться сразу, без входа:",
		"mail.no_proof":
			"Неудачное измерение не доказывает блокировку, а отсутствие измерений не доказывает доступ.",

		// Measurement, signals
		"meas.one":
			"Одно измерение одного зонда. Само по себе оно не определяет состояние сети или страны.",
		"meas.others":
			"Под этим uid {count, plural, one {получена ещё # запись} few {получены ещё # записи} many {получено ещё # записей} other {получено ещё # записи}} с другим содержанием. Все сохранены, и ни одна не служит для сравнения.",
		"meas.summary": "Кратко",
		"meas.facts": "Что произошло",
		"meas.by_probe": "Что видел зонд",
		"meas.by_helper": "Что видел помощник из другого места",
		"meas.rules": "Сработавшие правила",
		"meas.held": "С чем сравнивалось",
		"meas.place": "Где находится исходная запись",
		"meas.mechanism": "Механизм",
		"meas.locus": "Где причина",
		"meas.measured": "Измерено",
		"meas.declared": "по заявлению зонда",
		"meas.test": "Тест",
		"meas.probe": "Зонд",
		"meas.fact": "Факт",
		"meas.layer": "Уровень",
		"meas.done": "Что делалось и что вышло",
		"meas.first":
			"Первые {shown, number} из {all, number}; все — в файле JSON.",
		"meas.decided": "решило свой уровень",
		"meas.on_facts": "факты",
		"meas.whole": "измерение в целом",
		"meas.that_day": "Измерения {target} в этой сети в этот день",
		"meas.networks_saw":
			"Что видели сети всех стран с {since} по {until}. При оценке собственная страна измерения не учитывается.",
		"meas.what": "Что",
		"meas.yes": "Сети, да",
		"meas.no": "Сети, нет",
		"meas.countries": "Страны",
		"meas.got_address": "Получили этот адрес",
		"meas.got_asn": "Получили адрес этой сети",
		"meas.resolved": "Разрешили имя",
		"meas.connected": "Соединились",
		"meas.tls": "Завершили TLS",
		"meas.loaded": "Загрузили страницу",
		"meas.file": "Файл в архиве",
		"meas.member": "Часть",
		"meas.line": "Строка",
		"meas.hash": "SHA-256 записи",
		"meas.reference": "Правила, справочные данные",
		"meas.left_out": "Пропущенные поля",
		"locus.network": "в сети",
		"locus.resolver": "в резолвере",
		"locus.transit": "на пути между сетями",
		"locus.server_side": "на сервере, значит, не блокировка в сети",
		"locus.unknown": "где — неизвестно",
		"control.helper":
			"Что видел помощник из другого места в те же минуты о той же цели.",
		"control.networks":
			"Что видели другие сети о тех же именах неделей раньше.",
		"control.both":
			"Что видел помощник из другого места о той же цели и что видели другие сети неделей раньше.",
		"control.none":
			"Ничего: ни помощник, ни достаточно других сетей не смотрели на ту же цель.",
		"signal.heading": "Чужие сигналы",
		"signal.changed":
			"Изменилось {falls, number} из {count, plural, one {# сигнала} few {# сигналов} many {# сигналов} other {# сигнала}} за эти недели. У каждого своё начало и конец, и ни один не отменяет другой. Сигнал показывает, что что-то произошло, но не почему.",
		"signal.table": "{caption}. Дня без показаний в таблице нет.",
		"signal.lowest": "Наименьшее",
		"signal.highest": "Наибольшее",
		"signal.readings": "Показания",
		"signal.none": "Показаний нет.",
		"signal.none_here": "В эти дни показаний нет; последнее — {day}.",
		"signal.not_looked": "На изменения ещё не проверялось.",
		"signal.steady": "Ни падения, ни роста не найдено, {days}.",
		"signal.suspicion": "Подозрение, но не причина.",
		"signal.no_cause": "Причина не установлена.",

		// Explore, evidence, record, news
		"explore.title": "Изучить измерения",
		"explore.none":
			"За это время измерений нет. Это не то же, что «не заблокировано».",
		"explore.rows": "Строка за строкой",
		"explore.row_count":
			"{count, plural, one {# строка} few {# строки} many {# строк} other {# строки}}",
		"explore.parts": "По одной функции, так как теряют их порознь:",
		"explore.any": "Любой",
		"explore.or_site": "или сайт",
		"explore.first": "Первый день",
		"explore.last": "Последний день",
		"explore.unit": "Сервис или сайт",
		"explore.same_data": "То же в виде данных",
		"explore.json": "JSON, постранично",
		"explore.licence":
			"В каждом файле указана лицензия данных. Добавьте <code>&commercial=true</code> для того, что можно использовать коммерчески.",
		"explore.more": "Больше, чем может спросить эта форма",
		"explore.api":
			"<link>API в виде документа OpenAPI</link>: ячейки по часам, отдельные измерения, инциденты и записи.",
		"explore.sql": "<link>Спросить на SQL</link>, для исследователей.",
		"evidence.intro":
			"Основания досье даются одним подписанным файлом. Ваш браузер проверяет его здесь сам: файл никуда не уходит, и этой странице запрещены любые соединения.",
		"evidence.no_script":
			"Для проверки в браузере нужны скрипты. Без них используйте программу:",
		"evidence.checked": "Что проверяется",
		"evidence.file":
			"Файл доказательств: выберите его или перетащите на страницу",
		"evidence.key":
			"Отпечаток корневого ключа хранителя, полученный от него другим путём",
		"evidence.heads": "heads.json, сохранённый кем-то другим (если есть)",
		"evidence.trust": "Не доверяйте ни этой странице, ни файлу",
		"evidence.save":
			"<save>Сохраните проверяющую программу</save> — одну страницу, работающую без связи. Пусть её прочтёт эксперт: это <script>один скрипт</script>, и больше ничего не нужно.",
		"evidence.fingerprint":
			"Отпечаток, взятый из файла или отсюда, ничего не доказывает. Спросите его у хранителя.",
		"evidence.ledger":
			"<heads>Вершины журнала</heads> (<feed>лента</feed>): кто хранит их изо дня в день, сможет показать, что прежнее не изменено.",
		"record.title": "Записи: {country}",
		"record.what":
			"Что говорили и сообщали пресса, суды, власти и другие, с источниками. Это отдельная дорожка: этот сайт ничего в ней не измерял, и никакое измерение её не меняет.",
		"record.count":
			"{count, plural, one {# документированное ограничение} few {# документированных ограничения} many {# документированных ограничений} other {# документированного ограничения}}",
		"record.others":
			"{count, plural, one {# другая запись} few {# другие записи} many {# других записей} other {# другой записи}}",
		"record.dated":
			"{count, plural, one {# датированная запись} few {# датированные записи} many {# датированных записей} other {# датированной записи}}",
		"record.source_count":
			"{count, plural, one {# источник} few {# источника} many {# источников} other {# источника}}",
		"record.whole": "Все записи с источниками",
		"record.next": "Что вероятно дальше, по этим записям",
		"record.revisions": "Запись и её редакции",
		"record.incident": "Её инцидент",
		"record.took": "Сколько это заняло",
		"record.questions": "Открытые вопросы",
		"record.between": "Дни между датированными записями",
		"record.interval": "Промежуток",
		"record.by_entry": "Документировано, запись за записью",
		"record.sources": "Источники:",
		"record.quoted": "Записи цитируются по-английски, как они хранятся.",
		"about.title": "Что этот сайт может сказать и чего не может",
		"news.opened": "Новое",
		"news.widened": "Теперь вся страна",
		"news.ended": "Окончено",
		"news.resumed": "Снова",
		"news.withdrawn": "Отозвано",
		"news.revised": "Изменено",
		"news.nothing": "За {days} ничего не произошло",
		"news.nothing_text":
			"За последние {days} не найдено ничего из того, за чем вы следите: {what}. Это письмо показывает, что сообщения до вас доходят.",

		// Cell
		"cell.title": "{name}, {day}",
		"cell.volume": "{measurements}, {sessions} в этой сети: {states}.",
		"cell.unjudged": "О {count, number} судить нельзя.",
		"cell.floor":
			"Для одного измерения порога доказательств нет, для дня есть. Измерения одного сеанса сделаны одним зондом и не считаются независимыми. График считает сеансы только самого измеряемого адреса.",
		"cell.first": "Первые {shown, number} из {all, number}.",
		"cell.time": "Время (UTC)",
		"cell.tested": "Что проверялось",
	},
};
