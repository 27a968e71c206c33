import type { Translation } from "./translation.ts";

export const es: Translation = {
	reviewed: [],
	messages: {
		"frame.skip": "Ir al contenido",
		"frame.site": "Sitio",
		"frame.now": "Ahora",
		"frame.countries": "Países",
		"frame.incidents": "Incidentes",
		"frame.cost": "Costo",
		"frame.explore": "Explorar",
		"frame.about": "Acerca de",
		"frame.emulated_title": "{title} (datos emulados)",
		"frame.emulated":
			"<strong>Datos emulados.</strong> Este país no existe. Sus mediciones las hizo un generador, para que una instalación nueva tenga algo que mostrar.",
		"frame.as_data": "Esta página como datos:",
		"frame.watch":
			"Seguir esta página: <feed>canal (Atom)</feed> · <mail>por correo</mail>",
		"frame.followed": "Fuentes seguidas por última vez {ago}.",
		"frame.not_followed":
			"No se están siguiendo las fuentes: la última ronda terminó {ago}.",
		"frame.limits":
			"Todas las horas son UTC. Una medición fallida no prueba un bloqueo, y la falta de mediciones no prueba el acceso: <about>lo que este sitio puede decir y lo que no</about>.",
		"frame.licence": "Licencia y fuentes",
		"frame.rejects": "Datos que no se pudieron leer",
		"frame.evidence": "Verificar un archivo de pruebas",
		"frame.report": "¿Le funciona a usted?",
		"language.menu": "Idioma",
		"language.review":
			"Esta traducción la hizo una máquina y espera la revisión de una persona. Lo que aún no está traducido está en inglés. <english>Read this page in English.</english>",
		"problem.home": "Ver lo que está restringido ahora",
		"problem.not_found": "No encontrado",
		"problem.not_found_text":
			"No hay nada en esta dirección. Quizá esté mal escrita, o la medición no esté en este espacio de trabajo.",
		"state.blocked": "bloqueado",
		"state.likely_blocked": "probablemente bloqueado",
		"state.throttled": "ralentizado",
		"state.impaired": "degradado",
		"state.down": "caído",
		"state.ok": "accesible",
		"state.insufficient": "datos insuficientes",
		"layer.dns": "Resolución de nombres (DNS)",
		"layer.tcp": "Conexión (TCP)",
		"layer.tls": "Negociación del cifrado (TLS)",
		"layer.http": "Intercambio web (HTTP)",
		"layer.quic": "QUIC (HTTP/3)",
		"layer.app": "Aplicación",
		"count.session": "{count, plural, one {# sesión} other {# sesiones}}",
		"count.measurement":
			"{count, plural, one {# medición} other {# mediciones}}",
		"count.network": "{count, plural, one {# red} other {# redes}}",
		"count.measured network":
			"{count, plural, one {# red medida} other {# redes medidas}}",
		"count.country": "{count, plural, one {# país} other {# países}}",
		"count.measured country":
			"{count, plural, one {# país medido} other {# países medidos}}",
		"count.service or site":
			"{count, plural, one {# servicio o sitio} other {# servicios y sitios}}",
		"count.entry": "{count, plural, one {# entrada} other {# entradas}}",
		"count.hour": "{count, plural, one {# hora} other {# horas}}",
		"count.day": "{count, plural, one {# día} other {# días}}",
		"time.just_now": "ahora mismo",
		"time.moment": "{day}, {time} UTC",
		"time.on": "el {day}",
		"time.between": "entre el {first} y el {last}",
		"place.emulated": "País emulado",
		"place.unknown": "País desconocido",
		"chart.emulated": "{title} (emulado)",
		"chart.emulated_tag": "Datos emulados",
		"chart.emulated_axis": "datos emulados",
		"chart.blank": "vacío: sin mediciones",
		"chart.measured": "{days}, días en UTC. Última medición: {moment}.",
		"chart.unmeasured": "{days}, días en UTC. Sin mediciones.",
		"chart.source":
			"Fuente: mediciones importadas en este sitio. Menos de 3 sesiones en un día: datos insuficientes.",
		"chart.source_emulated":
			"Fuente: mediciones emuladas, hechas por un generador. Menos de 3 sesiones en un día: datos insuficientes.",
		"chart.hidden":
			"{count, number} más, con menos sesiones, en el archivo CSV.",
		"chart.label": "Gráfico: {title}",
		"chart.earlier": "Semanas anteriores",
		"chart.later": "Semanas siguientes",
		"chart.files": "Este gráfico:",
		"chart.last_measured": "Última medición {moment}.",
		"chart.none_measured": "Sin mediciones.",
		"embed.how": "Mostrar este gráfico en su propio sitio",
		"embed.what":
			"<link>El gráfico con su frase</link>, sin scripts y sin nada que siga a los lectores. Siempre muestra los datos más recientes de su dirección.",
		"embed.back": "{site}: qué hay detrás, y los mismos datos en una tabla",
		"tracks.heading": "Medido, dicho y debido",
		"tracks.title": "Tres pistas: {title}",
		"tracks.caption":
			"Lo que se midió, lo que se dijo y lo que se ordenó y vencía, cada cosa en su pista sobre un mismo eje de tiempo. Cada marca tiene un número en el expediente de abajo.",
		"cite.heading": "Citar esta página",
		"cite.line": "{site}: «{title}», revisión {revision}, {day}.",
		"cite.of_ledger":
			"SHA-256 de esta revisión tal como la guarda el registro (JSON canónico):",
		"cite.of_table":
			"SHA-256 de la <link>tabla del gráfico</link> (CSV). Cuando datos tardíos o reglas más nuevas la cambian, la dirección lo dice. Las frases sobre el gráfico son de hoy.",
		"cite.changed":
			"Los datos han cambiado desde la revisión {asked}: esta es la revisión {shown}. Los estados anteriores de los gráficos no se guardan; <link>lo que se puede obtener de nuevo</link>.",
		"cite.newer":
			"Esta es la revisión {revision}, dada el {moment}. <link>Hay una revisión más nueva</link>, dada el {newest}. El gráfico y las entradas de la crónica son de hoy.",
		"chart.table": "Los mismos datos en una tabla",
		"chart.table_caption":
			"{caption}. Los números son de sesiones si no se dice otra cosa. Un guion: sin mediciones.",
		"chart.day": "Día (UTC)",
		"chart.by_network": "{subject} en {country}, por red y día",
		"strip.none":
			"{subject}: ningún día hay sesiones suficientes para decir algo.",
		"strip.unit_ok":
			"{subject}: sin restricciones encontradas en {rows} con sesiones suficientes.",
		"strip.place_ok":
			"{subject}: sin restricciones encontradas en {rows} con sesiones suficientes.",
		"strip.peak":
			"{count, number} de {rows} con sesiones suficientes en el máximo, el {day}",
		"strip.explained":
			"Las mediciones de {subject} indican {states} {days}, {peak}; otra cosa lo explica.",
		"strip.unit": "{subject}: {states} {days}, {peak}.",
		"strip.place": "{subject}: {states} {days}, {peak}.",
		"weight.sessions":
			"{count, number} de {total, plural, one {# sesión} other {# sesiones}}",
		"weight.measurements":
			"{count, number} de {total, plural, one {# medición} other {# mediciones}}, {sessions}",
		"weight.cell": "{row}, {day}: {state}, {weight}",
		"finding.state": "{state} en {count, number}",
		"finding.restricted": "{states} de {networks}",
		"finding.not_restricted": "sin restricciones encontradas en {networks}",
		"finding.line": "<subject>{unit}</subject>: {restriction}, {tail}.{also}",
		"finding.line_in":
			"<subject>{unit}</subject> en <place>{country}</place>: {restriction}, {tail}.{also}",
		"finding.measured": "última medición {ago}",
		"finding.measured_old": "en la última medición, {ago}",
		"finding.one_network": "{measured}; en una sola red, {network}",
		"finding.insufficient":
			"{measured}; datos insuficientes de {count, plural, one {# red más} other {# redes más}}",
		"finding.also": "También: {units}.",
		"finding.share_all": "{count, number} de {count, number} {state}",
		"finding.share_state": "{count, number} {state}",
		"finding.share": "{states} de {total, number}",
		"finding.below": "{count, number} con datos insuficientes",
		"past.networks":
			"{states} en {count, plural, one {# red} other {# redes}} {days}",
		"past.one_network": "{states} en una sola red, {network}, {days}",
		"past.measured": "{past}; {measured}",
		"reach.line":
			"restringido en redes con {share} de los abonados móviles ({source}, {vintage}; se desconoce para el {unknown, number} %): {networks}",
		"reach.between": "cerca del {low, number} al {high, number} %",
		"reach.about": "cerca del {high, number} %",
		"reach.under": "menos del {high, number} %",
		"incidents.measured": "Última medición en {country}: {ago}.",
		"past.line": "<subject>{unit}</subject>: {past}.{also}",
		"past.line_in":
			"<subject>{unit}</subject> en <place>{country}</place>: {past}.{also}",
		"stale.newest":
			"Las mediciones más recientes son del {day}, {ago}. «Ahora» significa entonces.",
		"head.country": "País",
		"head.network": "Red",
		"head.networks": "Redes",
		"head.service": "Servicio",
		"head.services": "Servicios",
		"head.site": "Sitio",
		"head.state": "Estado",
		"head.evidence": "Pruebas",
		"head.sessions": "Sesiones",
		"head.measurements": "Mediciones",
		"head.by_state": "Redes por estado",
		"head.measured_since": "Medido desde",
		"head.last_measured": "Última medición",
		"head.restricted_services": "Servicios restringidos ahora",
		"head.restricted_now": "Restringido ahora",
		"head.restricted_before":
			"Restringido en las últimas ocho semanas, ya no hallado así",
		"head.documented": "Documentado, no medido",
		"head.day_by_day": "Día a día",
		"country.unmeasured":
			"No se ha medido nada en {country} en este espacio de trabajo, así que no se puede decir qué está restringido allí.",
		"country.restricted": "{unit}: {restriction}, {tail}.",
		"country.more":
			"{count, plural, one {# servicio o sitio más está restringido} other {# servicios y sitios más están restringidos}}.",
		"country.insufficient":
			"Datos insuficientes para decir qué está restringido en {country}.",
		"country.ok":
			"Ninguna restricción encontrada ahora, de {units} con mediciones en {networks}.",
		"country.before": "{unit}: {past}.",
		"country.no_measurements":
			"Sin mediciones en este espacio de trabajo. Para añadir:",
		"country.by_network": "{unit}, red por red",
		"country.when": "Cuándo empezó y terminó cada una, red por red",
		"country.services": "Servicios ahora",
		"country.services_caption":
			"Redes según lo que muestran en la ventana más corta de hasta {days, number} días con sesiones suficientes, hasta el {day}.",
		"country.sites": "Otros sitios con señales de restricción",
		"country.sites_caption":
			"Objetivos que no son de ningún servicio del registro; los accesibles no se listan.",
		"country.networks_caption":
			"{networks} con mediciones, {days}. Las redes las declaran las sondas.",
		"country.no_service": "No se midió ningún servicio.",
		"country.share": "{count, number} de {total, number}",
		"arrival.lag":
			"La mitad de las sesiones llegó en menos de {half} tras la medición, nueve de cada diez en menos de {most} (de {sessions} de las que se sabe): las horas más recientes no están completas.",
		"arrival.hour": "una hora",
		"network.insufficient":
			"Datos insuficientes para decir qué está restringido en {network} ahora.",
		"network.ok":
			"Ninguna restricción encontrada ahora, de {units} con sesiones suficientes.",
		"network.restricted":
			"Restringido ahora: {names}; {count, number} de {units} con sesiones suficientes.",
		"network.more": "{count, number} más",
		"now.title": "Qué está restringido ahora",
		"now.empty": "Aquí aún no se ha medido nada",
		"now.ok": "Nada restringido encontrado en {countries}",
		"now.restricted": "{units} con restricciones en {countries}",
		"now.restricted_more":
			"{units} con restricciones en {countries} y {count, number} más",
		"now.first":
			"Este espacio de trabajo no tiene mediciones reales. Importe un archivo y esta página dirá qué está restringido, dónde y en cuántas redes.",
		"now.next": "Qué hacer ahora",
		"now.import_own": "Un archivo o carpeta de mediciones de OONI que tenga:",
		"now.import_public": "Tres días de un país del archivo público de OONI:",
		"now.none":
			"No se encontró ninguna restricción con pruebas suficientes para afirmarla. No es lo mismo que «no restringido»: vea abajo cuánto se midió.",
		"now.countries": "Países con mediciones",
		"now.insufficient": "Datos insuficientes",
		"now.insufficient_text":
			"Muy pocas sesiones para decir algo de un país, o señales que no bastan para un titular, que necesita {count, number} sesiones.",
		"map.restricted": "restringido ahora",
		"map.measured": "medido, sin restricciones halladas",
		"map.unknown": "datos insuficientes",
		"map.note":
			"Todos los países están en las listas. Las fronteras muestran quién tiene el control (Natural Earth); las discontinuas están en disputa.",
		"now.suspected":
			"<unit>{name}</unit> en <place>{country}</place>: {sessions} en {networks}",
		"now.thin": "<place>{country}</place>: {networks}, última medición {ago}",
		"now.emulated": "Emulado: una historia para recorrer",
		"now.emulated_text":
			"El país emulado no existe. Sus mediciones emuladas pasaron por el mismo juicio que las reales.",
		"now.documented":
			"Lo que dijeron la prensa, los tribunales y las autoridades está en la página de cada país, aparte de lo medido.",
		"incidents.ongoing": "Incidentes en curso",
		"incidents.all": "Todos los incidentes",
		"incidents.documented":
			"{count, plural, one {# más está documentado} other {# más están documentados}} como en curso, sin medir.",
		"incident.internet": "internet",
		"incident.service_block": "{service}: bloqueo",
		"incident.throttling": "{service}: ralentización",
		"incident.mobile_data_shutdown": "internet móvil cortado",
		"incident.fixed_line_shutdown": "internet fijo cortado",
		"incident.internet_cut": "internet cortado",
		"incident.withholding": "cuentas o contenidos retenidos en {service}",
		"incident.fault": "un fallo de {service}, no una restricción",
		"incident.outage": "una caída de {service}",
		"incident.undetermined": "un cambio en {service}, de tipo desconocido",
		"incident.fell_silent": "mediciones que enmudecieron",
		"incident.in": "en {place}",
		"incident.in_area": "en {areas}, {country}",
		"incident.on": "en {network}, {country}",
		"incident.title": "{what} {where}",
		"incident.title_suspicion":
			"Datos insuficientes: señales de esto: {what} {where}",
		"incident.title_withdrawn": "Retirado: {what} {where}",
		"incident.title_explained":
			"No es una restricción: lo que parecía serlo: {what} {where}",
		"incident.announced": "anunciado",
		"incident.ongoing": "en curso",
		"incident.ended": "terminado",
		"incident.ending_unknown": "final desconocido",
		"incident.withdrawn": "retirado",
		"incident.merged": "contado como parte de otro",
		"incident.no_restriction": "no es una restricción",
		"incident.before": "antes del {moment}",
		"incident.local_days":
			"{days} ({count, plural, one {día local} other {días locales}})",
		"incident.in_hour": "en la hora del {moment}",
		"incident.most_likely": "{bracket}, lo más probable el {moment}",
		"incident.or_later": "{day} o después",
		"incident.sessions": "{count, number} de {sessions} en {networks}",
		"incident.documented": "documentado, no medido",
		"incident.told": "{status}: comenzó {began}. {shown}",
		"incident.told_ended":
			"{status}: comenzó {began} y terminó {ended}. {shown}",
		"incident.told_documented":
			"Documentado, no medido, {status}: sus fuentes dicen que comenzó {began}.",
		"incident.told_documented_ended":
			"Documentado, no medido, {status}: sus fuentes dicen que comenzó {began} y terminó {ended}.",
		"incident.told_withdrawn": "Retirado: {reason}",
		"incident.not_an_outage": "Datos insuficientes para llamarlo caída",
		"incident.not_a_restriction":
			"Datos insuficientes para llamarlo restricción",
		"incident.not_published": "No publicado como restricción",
		"incident.shown": "Lo mostraron {evidence}.",
		"incident.strip": "Medido, red por red",
		"incident.facts": "Qué lo respalda",
		"incident.head": "Incidente",
		"incident.status": "Situación",
		"incident.head_began": "Comienzo",
		"incident.head_ended": "Final",
		"incident.how": "Cómo",
		"incident.none": "Ninguno. No es lo mismo que «nada estaba restringido».",
		"meaning.blocked":
			"Se cumplió una regla que solo admite una lectura y se vio una huella propia de un censor: una página de bloqueo conocida o una respuesta falsa conocida.",
		"meaning.likely_blocked":
			"Se cumplió una regla que solo admite una lectura, pero sin huella propia. La mayoría de los bloqueos sin página de bloqueo son así.",
		"meaning.throttled":
			"Se alcanzó, pero ralentizado de un modo que sigue al objetivo.",
		"meaning.impaired":
			"No funciona y la causa no está clara. No es una restricción.",
		"meaning.down": "No funciona desde ningún lugar, sin señal de bloqueo.",
		"meaning.ok": "Se alcanzó.",
		"meaning.insufficient":
			"Muy pocas sesiones dijeron algo. Ni accesible ni bloqueado; no lo sabemos.",
		"incidents.title_in": "Incidentes en {country}",
		"incidents.headline":
			"{measured, plural, one {# restricción medida} other {# restricciones medidas}}, {ongoing, number} en curso; {documented, plural, one {# más está documentada} other {# más están documentadas}}, sin medir.",
		"incidents.outages":
			"Aparte, {count, plural, one {# caída} other {# caídas}} de causa no establecida.",
		"incidents.caption":
			"Primero los que están en curso, luego los más recientes. Los días son los más probables; la página de cada incidente da el intervalo.",
		"incidents.all_countries": "Incidentes de todos los países",
		"page.newer": "Más recientes",
		"page.older": "Más antiguos",
		"page.of": "Página {page, number} de {last, number}",
		"incident.explained":
			"Qué más lo explica, por lo que no se publica como restricción: {why}",
		"incident.worldwide": "Lo mismo cambió en muchos países a la vez.",
		"incident.instrument": "Sigue a una versión de la sonda, no a una red.",
		"incident.own_change":
			"Nuestras propias reglas o datos de referencia cambiaron en ese momento.",
		"incident.composition":
			"Respondieron otras sondas o resolutores que antes; ninguno de ellos cambió.",
		"incident.source_late":
			"La fuente calló también en otros lugares: solo llegaba tarde.",
		"incident.control_outage":
			"Falló aquello con lo que se comparaban las mediciones.",
		"incident.documented_as_fault":
			"El registro lo llama fallo, no restricción.",
		"incident.strip_note":
			"Un marco continuo sobre las celdas abarca cuándo empezó en una red, uno discontinuo cuándo terminó; cuanto más estrecho, más seguro. Los mismos intervalos están en la tabla de redes de abajo.",
		"incident.networks_caption":
			"Las sesiones son las del incidente que mostraron la restricción, de todas las que dijeron algo, cada una contada una vez. Las redes las declaran las sondas.",
		"incident.when": "Cuándo, en UTC",
		"incident.not_alone": "No se sabe de esta red sola.",
		"incident.began_at": "Comenzó {when}.",
		"incident.ended_at": "Terminó {when}.",
		"incident.not_known": "desconocido",
		"incident.not_shown": "no mostrado",
		"incident.cause": "Causa",
		"incident.witness": "Una medición que lo muestra",
		"incident.detectable": "Pudo decirse por primera vez",
		"incident.with_data": "con los datos del {moment}",
		"incident.targets": "Objetivos",
		"incident.aliases": "Otros identificadores que llevan aquí",
		"incident.dossier": "Expediente",
		"incident.dossier_text":
			"Lo medido, lo dicho y lo debido, con pruebas numeradas y todo lo que habla en contra, para guardar e imprimir:",
		"incident.revisions": "Cómo se contó",
		"incident.revisions_caption":
			"Lo dicho nunca se olvida: los datos tardíos lo revisan, y cada revisión se guarda en el libro.",
		"incident.revision": "Revisión",
		"incident.told_at": "Dicho el",
		"incident.changed": "Qué cambió y por qué",
		"network.kicker": "Red en <place>{country}</place>",
		"network.volume":
			"{sessions} y {measurements} en las ocho semanas hasta el {day}; última medición {ago}.",
		"network.no_volume":
			"Sin sesiones en las ocho semanas hasta el {day}; última medición {ago}.",
		"network.caption":
			"En la ventana más corta de hasta {days, number} días con sesiones suficientes. Los sitios que no son de ningún servicio solo se listan si algo no se alcanzó.",
		"network.rules": "Reglas que se activaron aquí",
		"network.resolvers": "Resolutores usados aquí",
		"network.resolvers_text":
			"La red a la que pertenece el resolutor de una sonda. Un resolutor de otra red puede mostrar la interferencia de esa red, o ninguna.",
		"network.declared":
			"La red y el país de una medición los declara la sonda. Un día necesita {count, number} sesiones para tener estado; el umbral es provisional.",
		"service.in": "Servicio en <place>{country}</place>",
		"service.all_countries": "todos los países",
		"service.unmeasured":
			"{service} no se ha medido en ningún país real en este espacio de trabajo.",
		"service.unmeasured_in":
			"{service} no se ha medido en {country} en este espacio de trabajo.",
		"service.restricted": "{unit} en {country}: {restriction}, {tail}.",
		"service.more":
			"Está restringido en {count, plural, one {# país más} other {# países más}}.",
		"service.insufficient":
			"Datos insuficientes para decir si {service} está restringido ahora.",
		"service.insufficient_in":
			"Datos insuficientes para decir si {service} está restringido en {country} ahora.",
		"service.ok":
			"{service}: sin restricciones encontradas ahora en {countries} con datos suficientes.",
		"service.ok_in":
			"{service}: sin restricciones encontradas en {country} ahora.",
		"service.by_country": "{unit}, país por país",
		"service.function": "Función",
		"service.functions": "Funciones",
		"service.tested": "Qué se prueba",
		"service.emulated":
			"Los datos emulados de este servicio se guardan aparte: <page>{service} en el país emulado</page>.",
		"service.domains": "Dominios: <names>{names}</names>",
		"service.tests": "Pruebas propias: <names>{names}</names>",
		"service.whole":
			"Sus funciones no se distinguen; lo dicho aquí es del servicio entero.",
		"service.untested": "Sin probar: ninguna prueba llega.",
		"service.not_measured": "Sin medir.",
		"service.not_here": "Sin medir aquí.",
		"service.networks": "Redes: {states}.",
		"service.not_enough": "Datos insuficientes.",
		"service.share":
			"Restringido en {count, number} de {countries} con datos suficientes.",
		"service.tested_by": "Se prueba con {targets}.",
		"service.any_of": "Se prueba con {targets}; basta cualquiera.",
		"service.all_of": "Se prueba con {targets}; hacen falta todos.",
		"service.by_day": "por día",
		"network.rule": "Regla",
		"network.no_rule": "Ninguna regla se activó.",
		"network.rules_caption":
			"En mediciones de {days}. Se cuenta cada regla que se activó, aunque decidiera otra.",
		"network.resolver": "Red del resolutor",
		"network.own": "de esta misma red",
		"chart.by_service": "{subject} en {country}, por servicio y día",
		"chart.by_country": "{subject}, por país y día",
		"chart.of_incident": "{title}, por red y día",
		"weight.networks":
			"en {count, number} de {total, plural, one {# red} other {# redes}}, {sessions}",
		"weight.few_networks":
			"{count, plural, one {# red} other {# redes}} con sesiones suficientes, {sessions}",

		// Report: does it work for you?
		"word.yes": "sí",
		"word.no": "no",
		"form.choose": "Elegir",
		"form.send": "Enviar",
		"form.too_much": "Eso fue demasiado de una vez.",
		"form.not_ours": "Este formulario no se envió desde una página nuestra.",
		"report.choose":
			"Elija un servicio. La página siguiente dice con qué contactaría una comprobación; no se contacta con nada antes de que pulse un botón.",
		"report.go_on": "Continuar",
		"report.visitors": "Lo que dicen los visitantes",
		"report.title_of": "{service}: ¿le funciona a usted?",
		"report.think":
			"<strong>Piense primero.</strong> Su proveedor de internet ve que está en este sitio y con qué sitios contacta una comprobación. Si eso puede ponerle en peligro, no siga.",
		"report.look_heading": "Deje que mire este navegador",
		"report.contacts": "Si pulsa el botón, su navegador contacta con:",
		"report.compares": "y, para saber si su línea funciona:",
		"report.asks":
			"Pide a cada uno una imagen pequeña, una página y una conexión duradera. Si tiene la sesión abierta en alguno, puede reconocerle, como cuando cualquier página muestra sus imágenes. Lo que se encuentra queda en este navegador hasta que usted lo envíe abajo.",
		"report.look": "Mirar ahora",
		"report.address": "Dirección",
		"report.picture": "Imagen",
		"report.page": "Página",
		"report.lasting": "Conexión duradera",
		"report.no_script":
			"Sin script esta página no contacta con nada. Aun así puede decir lo que ve.",
		"report.say_heading": "Diga lo que ve",
		"report.here_now": "{service}, aquí y ahora",
		"report.works": "me funciona",
		"report.works_not": "no me funciona",
		"report.country": "País en el que está",
		"report.kept": "Qué se guarda",
		"report.kept_what":
			"El servicio, su respuesta, el país, la hora, lo que halló la comprobación y el número de su proveedor de internet.",
		"report.kept_not":
			"Su dirección no. Se mira para hallar el proveedor y contar una línea una vez al día, y se olvida.",
		"report.kept_shown":
			"Se muestran números por país y día, desde el día siguiente. Los informes son indicios débiles: pueden despertar una sospecha que alguien debería medir, y nunca deciden que algo está bloqueado.",
		"report.thanks": "Gracias",
		"report.repeat":
			"Alguien de su línea ya informó hoy sobre {service}: una línea cuenta una vez al día.",
		"report.taken":
			"Su informe sobre {service} queda guardado. Aparecerá en los números de hoy a partir de mañana.",
		"report.another": "Otro servicio",
		"report.none":
			"No hay informes de los últimos días. Los de hoy aparecen mañana.",
		"report.suspicion_means":
			"Donde al menos cinco dicen que un servicio no funciona, y son más que los que dicen que funciona, hay una <strong>sospecha</strong>: debería medirse. No es una conclusión.",
		"report.head_works": "Funciona",
		"report.head_fails": "No funciona",
		"report.suspicion": "Sospecha",
		"report.not_taken": "Este informe no se aceptó",
		"report.too_many": "Su línea ha enviado muchos informes. Vuelva más tarde.",
		"report.no_service": "Aquí no se conoce ese servicio.",
		"report.looking": "Mirando {host} …",
		"report.answered": "respondió, {ms} ms",
		"report.silent": "nada, {ms} ms",
		"report.found_none":
			"No respondió nada. ¿Está en línea? Esto no dice nada del servicio.",
		"report.found_all":
			"Su navegador recibió respuesta de todas las direcciones. Eso no prueba que la aplicación o todo el sitio funcione.",
		"report.found_some":
			"Unas direcciones respondieron y otras no. Puede ser un bloqueo de una parte, o un fallo.",
		"report.found_silent":
			"Ninguna dirección del servicio respondió, y las otras sí. Puede ser un bloqueo o un fallo del servicio. Una sola comprobación no puede decirlo.",

		// Cost
		"language.english_part": "Lo que sigue está en inglés.",
		"money.range": "de {from} a {to}",
		"money.so_far": "{range} hasta ahora",
		"time.under_hour": "menos de una hora",
		"form.faults":
			"{count, plural, one {Hay que corregir una cosa.} other {Hay que corregir # cosas.}}",
		"cost.title": "Lo que cuesta una restricción",
		"cost.standfirst":
			"Nadie lo ha medido. Diga qué se cortó y por cuánto tiempo, y vea el intervalo que abarcan los métodos publicados, y cada uno de ellos.",
		"cost.ask": "Qué se cortó",
		"cost.change": "Cambiar aquello en que se basa",
		"cost.take":
			"Las fechas y el tipo son los del incidente. <link>Tomarlos como comienzo y cambiarlos</link>.",
		"cost.own": "Su propia pérdida",
		"cost.own_text":
			"Para una empresa: una nota fechada de lo que le quitó, para imprimir. Lo que rellene aquí se envía una vez, no está en ninguna dirección y ni se guarda ni se registra.",
		"cost.no_range": "No puede darse un intervalo",
		"cost.no_true_one":
			"Ninguna cifra del intervalo es la verdadera: los métodos cuentan cosas distintas.",
		"cost.no_hours": "Sin horas no puede estimarse nada.",
		"cost.no_inputs":
			"Ningún método que cuente toda la economía tiene sus datos; lo que falta a cada uno está abajo.",
		"cost.running":
			"En curso: continúa según lo que se sabe; horas e importes son hasta {moment}.",
		"cost.hours_of":
			"Las horas y las redes son las de un <link>incidente</link>.",
		"cost.methods": "Método por método",
		"cost.lacking": "Métodos que no dan nada, y por qué",
		"cost.sectors": "Por sector",
		"cost.hours": "Horas por tipo",
		"cost.not_counted": "Lo que ningún método cuenta",
		"cost.not_small": "Que falten arriba no los hace pequeños.",
		"cost.dollars": "Dólares",
		"cost.official": "Al tipo oficial",
		"cost.market": "Al tipo del mercado",
		"cost.rate": "{rate} por dólar",
		"cost.assumptions": "Todos los números en que se basan los métodos",
		"cost.assumptions_text":
			"Lo que rellene ocupa el lugar de lo publicado y queda en la dirección, para que otros vean lo que supuso.",
		"cost.estimate": "Estimar",
		"cost.again": "Estimar de nuevo",
		"cost.anew": "Empezar de nuevo",
		"cost.in_use": "En uso: {values}.",
		"cost.kind_full": "todo acceso a internet cortado",
		"cost.kind_mobile": "internet móvil cortado, líneas fijas en pie",
		"cost.kind_regional": "todo acceso cortado en algunas zonas",
		"cost.kind_service": "un servicio bloqueado",
		"cost.kind_throttling": "ralentizado, en algún grado",
		"cost.a_service": "un servicio",
		"cost.f_kind": "Qué se hizo",
		"cost.f_service": "Servicio, si se bloqueó uno",
		"cost.f_since": "Comienzo, en UTC",
		"cost.f_until": "Fin, en UTC",
		"cost.f_hours": "Horas, si no se da el fin",
		"cost.f_scope": "Parte del territorio: porción del país que se cortó",
		"cost.no_method": "Ningún método tiene sus datos.",
		"cost.caption":
			"Dólares, con tres cifras. Los métodos cuentan cosas distintas y no deben sumarse.",
		"cost.method": "Método",
		"cost.low": "Bajo, $",
		"cost.middle": "Medio, $",
		"cost.high": "Alto, $",
		"cost.counts": "Cuenta",
		"cost.years": "Años de los datos",
		"cost.economy": "toda la economía",
		"cost.part": "una parte: fuera del intervalo",
		"cost.historical": "nada ahora",
		"cost.how": "Cómo llega {method} a ello",
		"cost.this_event": "Este suceso: {kind}, {hours}.",
		"cost.never_added":
			"Una hora de un tipo dice poco de una hora de otro, por lo que nunca se suman.",
		"cost.every_method": "Todos los métodos y sus datos",
		"cost.what": "Lo que costó",
		"cost.total":
			"Total en curso hasta {moment}: {hours}, {range}, según el método.",
		"cost.lasted": "Duró {hours}: {range}, según el método.",

		// Cost: assumptions, sectors, hours, hints
		"cost.f_digital": "Parte de la economía digital en el PIB",
		"cost.f_weight": "Parte del servicio en el valor de todo internet",
		"cost.f_degree": "Grado de ralentización: parte del uso perdida",
		"cost.f_traffic": "Parte del tráfico perdida",
		"cost.f_telecom": "Parte de telecomunicaciones e internet en el PIB",
		"cost.f_daily": "Valor de un día según CIPESA, en dólares",
		"cost.f_tail": "Días de recuperación contados como perdidos",
		"cost.f_user_day":
			"Ingresos de los operadores por usuario y día, en moneda local",
		"cost.f_tax": "Impuesto sobre lo que ganan los operadores",
		"cost.f_users": "Personas sin servicio",
		"cost.f_rate": "Tipo de cambio del mercado, moneda local por dólar",
		"cost.f_turnover": "Facturación",
		"cost.f_per": "Por",
		"cost.f_dependent": "Parte que llega por lo que se cortó",
		"cost.f_made_up": "Parte de la pérdida recuperada en otro lugar o después",
		"cost.per_day": "día",
		"cost.per_week": "semana",
		"cost.per_month": "mes",
		"cost.per_year": "año",
		"cost.make_note": "Hacer la nota",
		"cost.s_telecom": "Operadores y otras telecomunicaciones",
		"cost.s_operators": "Operadores móviles",
		"cost.s_tax": "Impuesto",
		"cost.s_freelancers": "Autónomos",
		"cost.s_food": "Reparto de comida",
		"cost.s_cabs": "Transporte por aplicación",
		"cost.s_small":
			"Pequeños vendedores en línea, y lo que el estudio no detalla",
		"cost.sector": "Sector",
		"cost.no_sectors":
			"Ningún método con datos distingue aquí los sectores. Eso solo se sabe de Pakistán.",
		"cost.sectors_caption":
			"Cifras medias de los métodos que distinguen sectores. Las de dos métodos se solapan y no deben sumarse.",
		"cost.kind": "Tipo",
		"cost.hours_head": "Horas",
		"cost.hours_unknown": "Horas desconocidas",
		"cost.hours_caption":
			"Todos los incidentes conocidos aquí ({country}), incluidos los documentados. Las horas de dos a la vez cuentan doble.",
		"cost.by_clock": "{clock} de reloj, {counted} según las redes aún cortadas",
		"cost.all_have": "Ninguno: todos los métodos tienen sus datos.",
		"cost.give": "Dar «{field}»",
		"cost.formula": "Fórmula",
		"cost.source": "Fuente",
		"cost.leaves_out": "Deja fuera",
		"cost.caution": "Cautela",
		"cost.input": "Dato",
		"cost.value": "Valor",
		"cost.year": "Año",
		"cost.from": "De",
		"cost.to": "A",
		"cost.models":
			"Todos son modelos. Lo lejos que está cada uno de las cifras publicadas, también de modelos, está en docs/methods/costs.md, que viene con el programa.",
		"cost.hint_scope":
			"0.06 o 6%. Necesario si se cortaron algunas zonas o redes; si no, se toma todo el país.",
		"cost.hint_countries":
			"Los {count, number} países para los que hay indicadores.",
		"cost.hint_service":
			"Se conocen los pesos de X y Telegram; dé el suyo abajo para otros.",
		"cost.hint_until": "O déjelo vacío y dé las horas.",
		"cost.hint_rate": "Solo si lo indica una fuente en la que confía.",
		"cost.hint_turnover": "Sin separadores: 250000.",
		"cost.hint_made_up": "Déjelo vacío si no hubo nada.",
		"cost.no_jobs":
			"Ningún método cuenta empleos, vidas, confianza ni el trabajo de la prensa.",
		"cost.stretches": "Horas, tramo a tramo",
		"cost.stretches_caption":
			"Dividido donde una red empezó o volvió. Sin cuotas de mercado conocidas, cada red cuenta igual.",
		"cost.still_cut": "Redes aún cortadas",

		// Outlook
		"outlook.title": "Perspectiva de {country}",
		"outlook.ahead": "Ocasiones próximas",
		"outlook.none_ahead":
			"Ninguna ocasión de estos días está en nuestros datos. Eso no dice nada de las que no están.",
		"outlook.calendar":
			"<link>Como calendario para suscribirse</link>, con aviso una semana antes. Ponga <code>alarm=14</code> en su dirección para otro número de días, o <code>alarm=none</code> para ninguno.",
		"outlook.days_text":
			"La probabilidad de que ese día se documente el comienzo de {kind} en {place}. Los días de una ocasión están marcados.",
		"outlook.whole": "todo el país",
		"outlook.basis": "En qué se basa",
		"outlook.not_measured":
			"Se hace con lo documentado y no con mediciones: <link>el registro de {country}</link>.",
		"outlook.what": "Qué comienza",
		"outlook.where": "Dónde",
		"outlook.days": "Días",
		"outlook.show": "Mostrar",
		"outlook.likeliest":
			"Los diez días más probables, con nueve décimos de lo que el modelo cree posible",
		"outlook.day": "Día",
		"outlook.forecast": "Pronóstico",
		"outlook.why": "Por qué",
		"outlook.description":
			"{kind} en {country}: la probabilidad de cada día, {days}, con su puntuación frente a la media.",
		"outlook.under": "menos de {percent}",
		"outlook.moon":
			"{days}, un día más o menos: la fecha depende de ver la luna.",
		"outlook.never_held": "No se celebró en los días que cubre el registro.",
		"outlook.held":
			"Se celebró {count, number} veces desde {year} en los días que cubre el registro: {with, number} con el comienzo de {kind} documentado, {without, number} sin él.",
		"outlook.no_chance": "No se da probabilidad.",
		"outlook.chance":
			"Pronóstico para su día más probable: {chance}, frente a una media de {average}.",
		"outlook.too_far":
			"Los pronósticos tan lejanos no son mejores que la media, que es {average} por día.",
		"outlook.lead_uncovered":
			"Ninguna lista pretende tener todas las restricciones de {country}, así que no puede darse la probabilidad de {kind}. Las ocasiones se listan sin ella.",
		"outlook.lead_beyond":
			"Estos días están más lejos del registro de {country} de lo que nunca se evaluó, así que no se da la probabilidad de {kind}.",
		"outlook.lead_average":
			"Para estos días un pronóstico de {kind} en {country} no es mejor que la media: se documenta un comienzo el {average} de los días.",
		"outlook.lead":
			"El día más probable para el comienzo de {kind} en {country} es {day}: {chance} ({low} a {high}), frente a una media de {average}.",
		"outlook.scores": "Lo buenos que fueron estos pronósticos",
		"outlook.scores_text":
			"Cada día desde 2016 se pronosticó con lo que se sabía antes: {days, number} días hasta {until}, con {onsets, number} días de comienzo. Al lado hay cuatro pronósticos simples que no conocen el calendario.",
		"outlook.scores_caption":
			"Error cuadrático medio (Brier; menos es mejor), y ventaja sobre el mejor de los cuatro",
		"outlook.head_ahead": "Antelación",
		"outlook.best": "Mejor de los cuatro",
		"outlook.skill": "Ventaja, intervalo del 95%",
		"outlook.log_skill": "Ventaja logarítmica, intervalo del 95%",
		"outlook.finding": "Conclusión",
		"outlook.better": "mejor que la media",
		"outlook.no_better": "no mejor que la media",
		"outlook.too_few": "muy pocos comienzos para decirlo",
		"outlook.points":
			"Cada punto es una clase de pronósticos de {kind} para el día siguiente: en la línea discontinua aciertan. Las barras son intervalos del 95%. Ambos ejes son raíces cuadradas.",
		"outlook.numbers": "Lo mismo en números",
		"outlook.forecasts": "Pronósticos",
		"outlook.onset_days": "Días de comienzo",
		"outlook.mean": "Pronóstico medio",
		"outlook.came_true": "Se cumplió",
		"outlook.figure": "{kind} en {country}: pronósticos y lo que vino",
		"outlook.figure_days":
			"{days, number} días de 2016 a {until}, cada uno pronosticado el día anterior.",
		"outlook.figure_finding":
			"En {right, number} de {count, number} clases la proporción de días con comienzo concuerda con el pronóstico, dentro de su intervalo del 95%.",
		"outlook.figure_source": "Fuente: el registro documentado, hasta {until}.",
		"outlook.axis_forecast": "pronóstico",
		"outlook.axis_onset": "días con comienzo",
		"kind.any": "una restricción",
		"kind.cut": "un corte de la red",
		"kind.service": "un bloqueo o ralentización de servicios",
		"kind.full": "un corte total",
		"kind.regional": "un corte de una zona",
		"kind.mobile": "un corte del servicio móvil",
		"kind.fixed": "un corte de líneas fijas",
		"kind.block": "un bloqueo de un servicio",
		"kind.throttling": "una ralentización",
		"kind.outage": "una avería de causa no establecida",

		// Being told: the form, its answers, mails
		"sub.title": "Reciba aviso cuando algo cambie",
		"sub.by_feed": "Por un canal",
		"sub.feed_text":
			"Un canal no necesita dirección de correo. Dé una de estas direcciones a un lector de canales o a un calendario:",
		"sub.by_mail": "Por correo",
		"sub.emulated": "Los datos emulados nunca se envían a nadie.",
		"sub.no_mail":
			"Este sitio no envía correo: su operador no ha puesto servidor de correo. Los canales llevan las mismas noticias.",
		"sub.feed_incident":
			"Cómo se cuenta este incidente, revisión a revisión (Atom)",
		"sub.feed_network": "{network} en {country} (Atom)",
		"sub.feed_dates": "Plazos en {country} (calendario)",
		"sub.all_countries": "Todos los países",
		"sub.all_services": "Todos los servicios",
		"sub.look": "Mire su correo",
		"sub.look_text":
			"Si la dirección es alcanzable, va en camino un correo con un enlace. No se envía nada más hasta que abra ese enlace y acepte, en {hours, number} horas.",
		"sub.want": "¿Quiere recibir avisos?",
		"sub.want_leave": "¿Quiere darse de baja?",
		"sub.leave": "Darse de baja",
		"sub.watched": "Lo que se sigue: {what}.",
		"sub.yes": "Sí, avísenme",
		"sub.end": "Terminar y olvidar mi dirección",
		"sub.will_be_told": "Recibirá avisos",
		"sub.quiet_hours": "No entre {from} y {until} ({zone}).",
		"sub.life":
			"Tras {days} sin noticias un correo dice que no pasó nada. Si ni eso llega, algo está roto.",
		"sub.end_it": "Terminar",
		"sub.ended": "Ha terminado",
		"sub.removed": "Su dirección y todo lo guardado con ella se han borrado.",
		"sub.topic_incidents": "restricciones",
		"sub.topic_dates": "plazos y ocasiones próximas",
		"sub.topic_both": "ambos",
		"sub.each": "en cuanto ocurra",
		"sub.daily": "una vez al día, si hay noticias",
		"sub.weekly": "una vez a la semana, si hay noticias",
		"sub.of_incident":
			"Se le avisará cada vez que <link>este incidente</link> se cuente de otro modo: sus horas, sus redes, sus pruebas, su fin o su retirada. O bien <all>siga un país o un servicio</all>.",
		"sub.of_cost":
			"También se le avisará si el coste de {range} que cita se estima de otro modo.",
		"news.cost": "Citó un coste de {before}. Ahora se estima en {after}.",
		"news.cost_none": "Citó un coste de {before}. Ya no se da ningún rango.",
		"news.cost_until": "Ambos hasta {moment}.",
		"sub.address": "Su dirección de correo",
		"sub.how_often": "Con qué frecuencia",
		"sub.quiet": "Horas de silencio, desde y hasta",
		"sub.zone": "Su zona horaria",
		"sub.heartbeat": "Señal de vida tras estos días sin noticias",
		"sub.ask": "Envíenme la pregunta",
		"sub.promise":
			"Un correo pregunta si lo quiere. No se envía nada más hasta que acepte; tras {hours, number} horas sin respuesta la dirección se olvida. El correo es texto simple, sin imágenes ni enlaces que cuenten quién los abre. Cada correo tiene un enlace que lo termina al instante, sin iniciar sesión, y borra la dirección. El correo no es secreto: su proveedor y el nuestro pueden leer lo que sigue.",
		"sub.network": "Red, por su número",
		"sub.what": "Qué ocurre",
		"sub.anything": "Cualquier cosa",
		"sub.tell_of": "Avísenme de",
		"sub.ahead": "Días de antelación, de plazos",
		"sub.no_address": "A esa dirección no podemos enviar correo.",
		"sub.no_incident": "No puede seguirse un incidente así.",
		"sub.many": "Muchos han preguntado ahora. Vuelva en una hora.",
		"sub.not_taken": "Esto no se aceptó",
		"sub.no_longer": "Este enlace ya no sirve",
		"sub.no_longer_text":
			"Se usó para darse de baja, o no se usó a tiempo. Puede pedirlo de nuevo en la página de avisos.",
		"watch.incident": "incidente {id}, citado por su revisión {revision}",
		"watch.restrictions": "restricciones {limits}",
		"watch.of": "de {names}",
		"watch.on": "en {names}",
		"watch.in": "en {names}",
		"watch.alone": "(solo {names})",
		"watch.dates":
			"plazos y ocasiones en {countries}, con {days, number} días de antelación",
		"mail.confirm": "Confirme que quiere recibir avisos",
		"mail.confirm_text":
			"Alguien, seguramente usted, pidió que se avise a esta dirección de: {what}. No se envía nada si no abre la página de abajo en {hours, number} horas y pulsa su botón. Si no fue usted, no haga nada: la dirección se olvidará.",
		"mail.forget": "Olvidar esta dirección ahora:",
		"mail.because": "Recibe esto de {site} porque sigue: {what}.",
		"mail.leave": "Darse de baja al instante, sin iniciar sesión:",
		"mail.no_proof":
			"Una medición fallida no prueba un bloqueo, y la falta de medición no prueba el acceso.",

		// Measurement, signals
		"meas.one":
			"Una medición, de una sonda. Por sí sola no fija el estado de una red ni de un país.",
		"meas.others":
			"{count, plural, one {Se recibió # registro más} other {Se recibieron # registros más}} con este uid y otro contenido. Todos se guardan, y ninguno sirve de control.",
		"meas.summary": "En breve",
		"meas.facts": "Qué ocurrió",
		"meas.by_probe": "Visto por la sonda",
		"meas.by_helper": "Visto por el ayudante, desde otro lugar",
		"meas.rules": "Reglas que se cumplieron",
		"meas.held": "Con qué se comparó",
		"meas.place": "Dónde está el registro en bruto",
		"meas.mechanism": "Mecanismo",
		"meas.locus": "Dónde está la causa",
		"meas.measured": "Medido",
		"meas.declared": "según declara la sonda",
		"meas.test": "Prueba",
		"meas.probe": "Sonda",
		"meas.fact": "Hecho",
		"meas.layer": "Capa",
		"meas.done": "Qué se hizo y qué resultó",
		"meas.first":
			"Los primeros {shown, number} de {all, number}; el archivo JSON los tiene todos.",
		"meas.decided": "decidió su capa",
		"meas.on_facts": "hechos",
		"meas.whole": "la medición entera",
		"meas.that_day": "Mediciones de {target} en esta red ese día",
		"meas.networks_saw":
			"Lo que vieron las redes de todos los países del {since} al {until}. El juicio deja fuera el país de la medición.",
		"meas.what": "Qué",
		"meas.yes": "Redes, sí",
		"meas.no": "Redes, no",
		"meas.countries": "Países",
		"meas.got_address": "Obtuvo esta dirección",
		"meas.got_asn": "Obtuvo una dirección de esta red",
		"meas.resolved": "Resolvió el nombre",
		"meas.connected": "Se conectó",
		"meas.tls": "Completó TLS",
		"meas.loaded": "Cargó la página",
		"meas.file": "Archivo",
		"meas.member": "Miembro",
		"meas.line": "Línea",
		"meas.hash": "SHA-256 del registro",
		"meas.reference": "Reglas, datos de referencia",
		"meas.left_out": "Campos omitidos",
		"locus.network": "en la red",
		"locus.resolver": "en el resolutor",
		"locus.transit": "en tránsito entre redes",
		"locus.server_side": "en el servidor, así que no es bloqueo de red",
		"locus.unknown": "no se sabe dónde",
		"control.helper":
			"Lo que un ayudante vio del mismo objetivo desde otro lugar, en los mismos minutos.",
		"control.networks":
			"Lo que otras redes vieron de los mismos nombres la semana anterior.",
		"control.both":
			"Lo que un ayudante vio del mismo objetivo desde otro lugar, y lo que otras redes vieron la semana anterior.",
		"control.none":
			"Nada: ni un ayudante ni suficientes otras redes miraron el mismo objetivo.",
		"signal.heading": "Señales de otros",
		"signal.changed":
			"{falls, number} de {count, plural, one {# señal} other {# señales}} cambiaron en estas semanas. Cada una tiene su comienzo y su fin, y ninguna anula a otra. Una señal muestra que algo pasó, nunca por qué.",
		"signal.table": "{caption}. Un día sin lecturas no tiene fila.",
		"signal.lowest": "Mínimo",
		"signal.highest": "Máximo",
		"signal.readings": "Lecturas",
		"signal.none": "No se guarda ninguna lectura.",
		"signal.none_here":
			"Ninguna lectura en estos días; la última es del {day}.",
		"signal.not_looked": "Aún no se han buscado cambios.",
		"signal.steady": "Ni caída ni subida halladas, {days}.",
		"signal.suspicion": "Una sospecha, nunca una causa.",
		"signal.no_cause": "Causa no establecida.",

		// Explore, evidence, record, news
		"explore.title": "Explorar mediciones",
		"explore.none":
			"Sin mediciones en este tiempo. No es lo mismo que «no bloqueado».",
		"explore.rows": "Fila por fila",
		"explore.row_count": "{count, plural, one {# fila} other {# filas}}",
		"explore.parts": "Una función a la vez, pues se pierden por separado:",
		"explore.any": "Cualquiera",
		"explore.or_site": "o un sitio",
		"explore.first": "Primer día",
		"explore.last": "Último día",
		"explore.unit": "Servicio o sitio",
		"explore.same_data": "Lo mismo como datos",
		"explore.json": "JSON, página por página",
		"explore.licence":
			"Cada archivo indica la licencia de sus datos. Añada <code>&commercial=true</code> para lo que puede usarse comercialmente.",
		"explore.more": "Más de lo que este formulario puede preguntar",
		"explore.api":
			"<link>La API, como documento OpenAPI</link>: celdas por hora, mediciones sueltas, incidentes y el registro.",
		"explore.sql": "<link>Preguntar en SQL</link>, para investigadores.",
		"evidence.intro":
			"Las pruebas de un expediente vienen en un archivo firmado. Su navegador lo comprueba aquí, por sí mismo: el archivo no va a ninguna parte, y esta página no puede conectarse a nada.",
		"evidence.no_script":
			"Comprobar en el navegador necesita script. Sin él, use el programa:",
		"evidence.checked": "Qué se comprueba",
		"evidence.file": "Archivo de pruebas: elíjalo o suéltelo en esta página",
		"evidence.key":
			"Huella de la clave raíz del custodio, obtenida de él por otra vía",
		"evidence.heads": "heads.json, como otra persona lo guardó (si lo tiene)",
		"evidence.trust": "No se fíe ni de esta página ni del archivo",
		"evidence.save":
			"<save>Guarde el verificador</save> como una página que funciona sin conexión. Que la lea un experto: es <script>un script</script> y no necesita nada más.",
		"evidence.fingerprint":
			"Una huella tomada del archivo o de aquí no prueba nada. Pídasela al custodio.",
		"evidence.ledger":
			"<heads>Cabezas del libro</heads> (<feed>canal</feed>): quien las guarda día a día puede mostrar después que nada anterior cambió.",
		"record.title": "El registro de {country}",
		"record.what":
			"Lo que prensa, tribunales, autoridades y otros dijeron, con sus fuentes. Es una vía aparte: nada en ella lo midió este sitio, y ninguna medición la cambia.",
		"record.count":
			"{count, plural, one {# restricción documentada} other {# restricciones documentadas}}",
		"record.others":
			"{count, plural, one {# otra entrada} other {# otras entradas}}",
		"record.dated":
			"{count, plural, one {# entrada fechada} other {# entradas fechadas}}",
		"record.source_count": "{count, plural, one {# fuente} other {# fuentes}}",
		"record.whole": "Todo el registro, cada entrada con sus fuentes",
		"record.next": "Lo probable a continuación, según este registro",
		"record.revisions": "Su entrada y revisiones",
		"record.incident": "Su incidente",
		"record.took": "Cuánto tardó",
		"record.questions": "Preguntas abiertas",
		"record.between": "Días entre entradas fechadas",
		"record.interval": "Intervalo",
		"record.by_entry": "Documentado, entrada por entrada",
		"record.sources": "Fuentes:",
		"record.quoted":
			"Las entradas se citan en inglés, como están en el registro.",
		"about.title": "Lo que este sitio puede decir y lo que no",
		"news.opened": "Nuevo",
		"news.widened": "Ahora todo el país",
		"news.ended": "Terminado",
		"news.resumed": "De nuevo",
		"news.withdrawn": "Retirado",
		"news.revised": "Revisado",
		"news.nothing": "No pasó nada en {days}",
		"news.nothing_text":
			"No se halló nada en los últimos {days} de lo que sigue: {what}. Este mensaje muestra que los mensajes le llegan.",

		// Cell
		"cell.title": "{name}, {day}",
		"cell.volume": "{measurements} en {sessions} en esta red: {states}.",
		"cell.unjudged": "{count, number} no pueden juzgarse.",
		"cell.floor":
			"Una medición no tiene umbral de pruebas; un día sí. Las mediciones de una sesión vienen de la misma sonda y no cuentan como independientes. El gráfico cuenta solo las sesiones de la dirección más medida.",
		"cell.first": "Las primeras {shown, number} de {all, number}.",
		"cell.time": "Hora (UTC)",
		"cell.tested": "Qué se probó",
	},
};
