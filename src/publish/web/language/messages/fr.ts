import type { Translation } from "./translation.ts";

export const fr: Translation = {
	reviewed: [],
	messages: {
		"frame.skip": "Aller au contenu",
		"frame.site": "Site",
		"frame.now": "Maintenant",
		"frame.countries": "Pays",
		"frame.incidents": "Incidents",
		"frame.cost": "Coût",
		"frame.explore": "Explorer",
		"frame.about": "À propos",
		"frame.emulated_title": "{title} (données émulées)",
		"frame.emulated":
			"<strong>Données émulées.</strong> Ce pays n’existe pas. Ses mesures ont été faites par un générateur, pour qu’une nouvelle installation ait quelque chose à montrer.",
		"frame.as_data": "Cette page en données :",
		"frame.watch":
			"Suivre cette page : <feed>flux (Atom)</feed> · <mail>par courriel</mail>",
		"frame.followed": "Sources suivies pour la dernière fois {ago}.",
		"frame.not_followed":
			"Les sources ne sont pas suivies : le dernier passage s’est terminé {ago}.",
		"frame.limits":
			"Toutes les heures sont en UTC. Une mesure échouée ne prouve pas un blocage, et l’absence de mesure ne prouve pas l’accès : <about>ce que ce site peut et ne peut pas dire</about>.",
		"frame.licence": "Licence et sources",
		"frame.rejects": "Données qui n’ont pas pu être lues",
		"frame.evidence": "Vérifier un fichier de preuves",
		"frame.report": "Est-ce que cela marche chez vous ?",
		"language.menu": "Langue",
		"language.review":
			"Cette traduction a été faite par une machine et attend d’être relue par une personne. Ce qui n’est pas encore traduit est en anglais. <english>Read this page in English.</english>",
		"problem.home": "Voir ce qui est restreint maintenant",
		"problem.not_found": "Introuvable",
		"problem.not_found_text":
			"Il n’y a rien à cette adresse. Elle a peut-être été mal saisie, ou la mesure n’est pas dans cet espace de travail.",
		"state.blocked": "bloqué",
		"state.likely_blocked": "probablement bloqué",
		"state.throttled": "ralenti",
		"state.impaired": "dégradé",
		"state.down": "en panne",
		"state.ok": "accessible",
		"state.insufficient": "données insuffisantes",
		"layer.dns": "Résolution de noms (DNS)",
		"layer.tcp": "Connexion (TCP)",
		"layer.tls": "Négociation du chiffrement (TLS)",
		"layer.http": "Échange web (HTTP)",
		"layer.quic": "QUIC (HTTP/3)",
		"layer.app": "Application",
		"count.session": "{count, plural, one {# session} other {# sessions}}",
		"count.measurement": "{count, plural, one {# mesure} other {# mesures}}",
		"count.network": "{count, plural, one {# réseau} other {# réseaux}}",
		"count.measured network":
			"{count, plural, one {# réseau mesuré} other {# réseaux mesurés}}",
		"count.country": "{count, plural, one {# pays} other {# pays}}",
		"count.measured country":
			"{count, plural, one {# pays mesuré} other {# pays mesurés}}",
		"count.service or site":
			"{count, plural, one {# service ou site} other {# services et sites}}",
		"count.entry": "{count, plural, one {# entrée} other {# entrées}}",
		"count.hour": "{count, plural, one {# heure} other {# heures}}",
		"count.day": "{count, plural, one {# jour} other {# jours}}",
		"time.just_now": "à l’instant",
		"time.moment": "{day}, {time} UTC",
		"time.on": "le {day}",
		"time.between": "entre le {first} et le {last}",
		"place.emulated": "Pays émulé",
		"place.unknown": "Pays inconnu",
		"chart.emulated": "{title} (émulé)",
		"chart.emulated_tag": "Données émulées",
		"chart.emulated_axis": "données émulées",
		"chart.blank": "vide : aucune mesure",
		"chart.measured": "{days}, jours en UTC. Dernière mesure : {moment}.",
		"chart.unmeasured": "{days}, jours en UTC. Aucune mesure.",
		"chart.source":
			"Source : mesures importées dans ce site. Moins de 3 sessions par jour : données insuffisantes.",
		"chart.source_emulated":
			"Source : mesures émulées, faites par un générateur. Moins de 3 sessions par jour : données insuffisantes.",
		"chart.hidden":
			"{count, number} de plus, avec moins de sessions, dans le fichier CSV.",
		"chart.label": "Graphique : {title}",
		"chart.earlier": "Semaines précédentes",
		"chart.later": "Semaines suivantes",
		"chart.files": "Ce graphique :",
		"chart.last_measured": "Dernière mesure {moment}.",
		"chart.none_measured": "Aucune mesure.",
		"embed.how": "Montrer ce graphique sur votre site",
		"embed.what":
			"<link>Le graphique avec sa phrase</link>, sans script et sans rien qui suive les lecteurs. Il montre toujours les données les plus récentes de son adresse.",
		"embed.back": "{site} : ce qui le fonde, et les mêmes données en tableau",
		"tracks.heading": "Mesuré, dit et dû",
		"tracks.title": "Trois pistes : {title}",
		"tracks.caption":
			"Ce qui a été mesuré, ce qui a été dit, ce qui a été ordonné et attendu, chacun sur sa piste au-dessus d’un même axe de temps. Chaque marque a un numéro dans le dossier ci-dessous.",
		"cite.heading": "Citer cette page",
		"cite.line": "{site} : « {title} », révision {revision}, {day}.",
		"cite.of_ledger":
			"SHA-256 de cette révision telle que le registre la conserve (JSON canonique) :",
		"cite.of_table":
			"SHA-256 du <link>tableau du graphique</link> (CSV). Quand des données tardives ou des règles plus récentes le changent, l’adresse le dit. Les phrases au-dessus du graphique sont d’aujourd’hui.",
		"cite.changed":
			"Les données ont changé depuis la révision {asked} : ceci est la révision {shown}. Les états antérieurs des graphiques ne sont pas conservés ; <link>ce qu’on peut retrouver</link>.",
		"cite.newer":
			"Ceci est la révision {revision}, donnée le {moment}. <link>Il y a une révision plus récente</link>, donnée le {newest}. Le graphique et les entrées du dossier sont d’aujourd’hui.",
		"chart.table": "Les mêmes données en tableau",
		"chart.table_caption":
			"{caption}. Les nombres sont des sessions, sauf indication contraire. Un tiret : aucune mesure.",
		"chart.day": "Jour (UTC)",
		"chart.by_network": "{subject} : {country}, par réseau et par jour",
		"strip.none":
			"{subject} : aucun jour n’a assez de sessions pour dire quoi que ce soit.",
		"strip.unit_ok":
			"{subject} : aucune restriction trouvée, sur {rows} avec assez de sessions.",
		"strip.place_ok":
			"{subject} : aucune restriction trouvée, sur {rows} avec assez de sessions.",
		"strip.peak":
			"{count, number} sur {rows} avec assez de sessions au plus fort, le {day}",
		"strip.explained":
			"Les mesures de {subject} indiquent {states} {days}, {peak} ; autre chose l’explique.",
		"strip.unit": "{subject} : {states} {days}, {peak}.",
		"strip.place": "{subject} : {states} {days}, {peak}.",
		"weight.sessions":
			"{count, number} sur {total, plural, one {# session} other {# sessions}}",
		"weight.measurements":
			"{count, number} sur {total, plural, one {# mesure} other {# mesures}}, {sessions}",
		"weight.cell": "{row}, {day} : {state}, {weight}",
		"finding.state": "{state} sur {count, number}",
		"finding.restricted": "{states}, de {networks}",
		"finding.not_restricted": "aucune restriction trouvée sur {networks}",
		"finding.line": "<subject>{unit}</subject> : {restriction}, {tail}.{also}",
		"finding.line_in":
			"<subject>{unit}</subject>, <place>{country}</place> : {restriction}, {tail}.{also}",
		"finding.measured": "dernière mesure {ago}",
		"finding.measured_old": "lors de la dernière mesure, {ago}",
		"finding.one_network": "{measured} ; sur un seul réseau, {network}",
		"finding.insufficient":
			"{measured} ; données insuffisantes pour {count, plural, one {# autre réseau} other {# autres réseaux}}",
		"finding.also": "Aussi : {units}.",
		"finding.share_all": "{count, number} sur {count, number} {state}",
		"finding.share_state": "{count, number} {state}",
		"finding.share": "{states}, sur {total, number}",
		"finding.below": "{count, number} avec données insuffisantes",
		"past.networks":
			"{states} sur {count, plural, one {# réseau} other {# réseaux}} {days}",
		"past.one_network": "{states} sur un seul réseau, {network}, {days}",
		"past.measured": "{past} ; {measured}",
		"reach.line":
			"restreint sur des réseaux comptant {share} des abonnés mobiles ({source}, {vintage} ; inconnu pour {unknown, number} %) : {networks}",
		"reach.between": "environ {low, number} à {high, number} %",
		"reach.about": "environ {high, number} %",
		"reach.under": "moins de {high, number} %",
		"incidents.measured": "Dernière mesure ({country}) : {ago}.",
		"past.line": "<subject>{unit}</subject> : {past}.{also}",
		"past.line_in":
			"<subject>{unit}</subject>, <place>{country}</place> : {past}.{also}",
		"stale.newest":
			"Les mesures les plus récentes sont du {day}, {ago}. « Maintenant » veut dire alors.",
		"head.country": "Pays",
		"head.network": "Réseau",
		"head.networks": "Réseaux",
		"head.service": "Service",
		"head.services": "Services",
		"head.site": "Site",
		"head.state": "État",
		"head.evidence": "Preuves",
		"head.sessions": "Sessions",
		"head.measurements": "Mesures",
		"head.by_state": "Réseaux par état",
		"head.measured_since": "Mesuré depuis",
		"head.last_measured": "Dernière mesure",
		"head.restricted_services": "Services restreints maintenant",
		"head.restricted_now": "Restreint maintenant",
		"head.restricted_before":
			"Restreint ces huit dernières semaines, plus trouvé ainsi",
		"head.documented": "Documenté, non mesuré",
		"head.day_by_day": "Jour par jour",
		"country.unmeasured":
			"{country} : rien n’a été mesuré dans cet espace de travail ; on ne peut donc rien dire de ce qui y est restreint.",
		"country.restricted": "{unit} : {restriction}, {tail}.",
		"country.more":
			"{count, plural, one {# autre service ou site est restreint} other {# autres services et sites sont restreints}}.",
		"country.insufficient":
			"{country} : données insuffisantes pour dire ce qui est restreint.",
		"country.ok":
			"Aucune restriction trouvée maintenant, sur {units} : mesures sur {networks}.",
		"country.before": "{unit} : {past}.",
		"country.no_measurements":
			"Aucune mesure dans cet espace de travail. Pour en ajouter :",
		"country.by_network": "{unit}, réseau par réseau",
		"country.when": "Quand chacun a commencé et pris fin, réseau par réseau",
		"country.services": "Services maintenant",
		"country.services_caption":
			"Réseaux selon ce qu’ils montrent dans la plus courte fenêtre de {days, number} jours au plus qui a assez de sessions, jusqu’au {day}.",
		"country.sites": "Autres sites avec des signes de restriction",
		"country.sites_caption":
			"Cibles d’aucun service du registre ; celles qui sont accessibles ne sont pas listées.",
		"country.networks_caption":
			"{networks} avec des mesures, {days}. Les réseaux sont déclarés par les sondes.",
		"country.no_service": "Aucun service n’a été mesuré.",
		"country.share": "{count, number} sur {total, number}",
		"arrival.lag":
			"La moitié des sessions est arrivée moins de {half} après la mesure, neuf sur dix moins de {most} après (pour {sessions} dont on le sait) : les heures les plus récentes sont incomplètes.",
		"arrival.hour": "une heure",
		"network.insufficient":
			"Données insuffisantes pour dire ce qui est restreint sur {network} maintenant.",
		"network.ok":
			"Aucune restriction trouvée maintenant, sur {units} avec assez de sessions.",
		"network.restricted":
			"Restreint maintenant : {names} ; {count, number} sur {units} avec assez de sessions.",
		"network.more": "{count, number} de plus",
		"now.title": "Ce qui est restreint maintenant",
		"now.empty": "Rien n’a encore été mesuré ici",
		"now.ok": "Aucune restriction trouvée dans {countries}",
		"now.restricted": "{units} sous restriction : {countries}",
		"now.restricted_more":
			"{units} sous restriction : {countries} et {count, number} de plus",
		"now.first":
			"Cet espace de travail ne contient aucune mesure réelle. Importez une archive et cette page dira ce qui est restreint, où, et sur combien de réseaux.",
		"now.next": "Que faire ensuite",
		"now.import_own":
			"Un fichier ou un dossier de mesures OONI que vous avez :",
		"now.import_public":
			"Trois jours d’un pays, depuis l’archive publique d’OONI :",
		"now.none":
			"Aucune restriction trouvée avec assez de preuves pour le dire. Ce n’est pas la même chose que « non restreint » : voyez plus bas combien a été mesuré.",
		"now.countries": "Pays avec des mesures",
		"now.insufficient": "Données insuffisantes",
		"now.insufficient_text":
			"Trop peu de sessions pour dire quoi que ce soit d’un pays, ou des signes qui ne suffisent pas à un titre, pour lequel il faut {count, number} sessions.",
		"map.restricted": "restreint maintenant",
		"map.measured": "mesuré, aucune restriction trouvée",
		"map.unknown": "pas assez de données",
		"map.note":
			"Chaque pays figure dans les listes. Les frontières montrent qui contrôle le territoire (Natural Earth) ; en tirets, elles sont contestées.",
		"now.suspected":
			"<unit>{name}</unit>, <place>{country}</place> : {sessions} sur {networks}",
		"now.thin": "<place>{country}</place> : {networks}, dernière mesure {ago}",
		"now.emulated": "Émulé : une histoire à parcourir",
		"now.emulated_text":
			"Le pays émulé n’existe pas. Ses mesures émulées ont été jugées comme les vraies.",
		"now.documented":
			"Ce que la presse, les tribunaux et les autorités ont dit figure sur la page de chaque pays, à part de ce qui a été mesuré.",
		"incidents.ongoing": "Incidents en cours",
		"incidents.all": "Tous les incidents",
		"incidents.documented":
			"{count, plural, one {# autre est documenté} other {# autres sont documentés}} comme en cours, non mesuré.",
		"incident.internet": "internet",
		"incident.service_block": "{service} : blocage",
		"incident.throttling": "{service} : ralentissement",
		"incident.mobile_data_shutdown": "internet mobile coupé",
		"incident.fixed_line_shutdown": "internet fixe coupé",
		"incident.internet_cut": "internet coupé",
		"incident.withholding": "comptes ou contenus retenus sur {service}",
		"incident.fault": "une panne ({service}), pas une restriction",
		"incident.outage": "une coupure ({service})",
		"incident.undetermined": "un changement ({service}) de nature inconnue",
		"incident.fell_silent": "des mesures devenues muettes",
		"incident.in": "({place})",
		"incident.in_area": "({areas}, {country})",
		"incident.on": "sur {network} ({country})",
		"incident.title": "{what} {where}",
		"incident.title_suspicion":
			"Données insuffisantes : signes de ceci : {what} {where}",
		"incident.title_withdrawn": "Retiré : {what} {where}",
		"incident.title_explained":
			"Pas une restriction : ce qui y ressemblait : {what} {where}",
		"incident.announced": "annoncé",
		"incident.ongoing": "en cours",
		"incident.ended": "terminé",
		"incident.ending_unknown": "fin inconnue",
		"incident.withdrawn": "retiré",
		"incident.merged": "raconté avec un autre",
		"incident.no_restriction": "pas une restriction",
		"incident.before": "avant le {moment}",
		"incident.local_days":
			"{days} ({count, plural, one {jour local} other {jours locaux}})",
		"incident.in_hour": "dans l’heure du {moment}",
		"incident.most_likely": "{bracket}, le plus probablement le {moment}",
		"incident.or_later": "{day} ou après",
		"incident.sessions": "{count, number} sur {sessions}, {networks}",
		"incident.documented": "documenté, non mesuré",
		"incident.told": "{status} : début {began}. {shown}",
		"incident.told_ended": "{status} : début {began}, fin {ended}. {shown}",
		"incident.told_documented":
			"Documenté, non mesuré, {status} : début selon ses sources {began}.",
		"incident.told_documented_ended":
			"Documenté, non mesuré, {status} : selon ses sources, début {began}, fin {ended}.",
		"incident.told_withdrawn": "Retiré : {reason}",
		"incident.not_an_outage": "Données insuffisantes pour parler d’une coupure",
		"incident.not_a_restriction":
			"Données insuffisantes pour parler d’une restriction",
		"incident.not_published": "Non publié comme restriction",
		"incident.shown": "Montré par : {evidence}.",
		"incident.strip": "Mesuré, réseau par réseau",
		"incident.facts": "Sur quoi cela repose",
		"incident.head": "Incident",
		"incident.status": "Statut",
		"incident.head_began": "Début",
		"incident.head_ended": "Fin",
		"incident.how": "Comment",
		"incident.none":
			"Aucun. Ce n’est pas la même chose que « rien n’était restreint ».",
		"meaning.blocked":
			"Une règle qui ne laisse qu’une lecture est remplie, et une trace propre à un censeur a été vue : page de blocage connue, fausse réponse connue.",
		"meaning.likely_blocked":
			"Une règle qui ne laisse qu’une lecture est remplie, mais sans trace propre. La plupart des blocages sans page de blocage sont ainsi.",
		"meaning.throttled": "Atteint, mais ralenti d’une façon qui suit la cible.",
		"meaning.impaired":
			"Ne marche pas, et la cause n’est pas claire. Ce n’est pas une restriction.",
		"meaning.down": "Ne marche de nulle part, sans signe de blocage.",
		"meaning.ok": "Atteint.",
		"meaning.insufficient":
			"Trop peu de sessions ont dit quelque chose. Ni accessible ni bloqué ; nous ne savons pas.",
		"incidents.title_in": "Incidents : {country}",
		"incidents.headline":
			"{measured, plural, one {# restriction mesurée} other {# restrictions mesurées}}, dont {ongoing, number} en cours ; {documented, plural, one {# autre est documentée} other {# autres sont documentées}}, non mesurées.",
		"incidents.outages":
			"À part, {count, plural, one {# coupure} other {# coupures}} de cause non établie.",
		"incidents.caption":
			"D’abord ceux en cours, puis les plus récents. Les jours sont les plus probables ; la page de chaque incident donne l’intervalle.",
		"incidents.all_countries": "Incidents de tous les pays",
		"page.newer": "Plus récents",
		"page.older": "Plus anciens",
		"page.of": "Page {page, number} sur {last, number}",
		"incident.explained":
			"Ce qui l’explique autrement, si bien que ce n’est pas publié comme restriction : {why}",
		"incident.worldwide":
			"La même chose a changé dans beaucoup de pays à la fois.",
		"incident.instrument": "Cela suit une version de la sonde, pas un réseau.",
		"incident.own_change":
			"Nos propres règles ou données de référence ont changé à ce moment.",
		"incident.composition":
			"D’autres sondes ou résolveurs ont répondu qu’auparavant ; aucun n’a changé.",
		"incident.source_late":
			"La source s’est tue ailleurs aussi : elle était seulement en retard.",
		"incident.control_outage":
			"Ce à quoi les mesures étaient comparées est tombé en panne.",
		"incident.documented_as_fault":
			"Le registre parle d’une panne, pas d’une restriction.",
		"incident.strip_note":
			"Un cadre plein sur les cases couvre le début sur un réseau, un cadre pointillé la fin ; plus il est étroit, plus c’est sûr. Les mêmes intervalles sont dans le tableau des réseaux ci-dessous.",
		"incident.networks_caption":
			"Les sessions sont celles de l’incident qui ont montré la restriction, sur toutes celles qui ont dit quelque chose, chacune comptée une fois. Les réseaux sont déclarés par les sondes.",
		"incident.when": "Quand, en UTC",
		"incident.not_alone": "Ne se dit pas de ce réseau seul.",
		"incident.began_at": "Début {when}.",
		"incident.ended_at": "Fin {when}.",
		"incident.not_known": "inconnu",
		"incident.not_shown": "non montrée",
		"incident.cause": "Cause",
		"incident.witness": "Une mesure qui le montre",
		"incident.detectable": "A pu être dit d’abord",
		"incident.with_data": "avec les données du {moment}",
		"incident.targets": "Cibles",
		"incident.aliases": "Autres identifiants qui mènent ici",
		"incident.dossier": "Dossier",
		"incident.dossier_text":
			"Ce qui a été mesuré, dit et dû, avec pièces numérotées et tout ce qui parle contre, à enregistrer et imprimer :",
		"incident.revisions": "Comment cela a été dit",
		"incident.revisions_caption":
			"Ce qui a été dit n’est jamais oublié : les données tardives le révisent, et chaque révision est gardée dans le registre.",
		"incident.revision": "Révision",
		"incident.told_at": "Dit le",
		"incident.changed": "Ce qui a changé, et pourquoi",
		"network.kicker": "Réseau, <place>{country}</place>",
		"network.volume":
			"{sessions} et {measurements} dans les huit semaines jusqu’au {day} ; dernière mesure {ago}.",
		"network.no_volume":
			"Aucune session dans les huit semaines jusqu’au {day} ; dernière mesure {ago}.",
		"network.caption":
			"Dans la plus courte fenêtre de {days, number} jours au plus avec assez de sessions. Les sites d’aucun service ne sont listés que si quelque chose n’a pas été atteint.",
		"network.rules": "Règles déclenchées ici",
		"network.resolvers": "Résolveurs utilisés ici",
		"network.resolvers_text":
			"Le réseau auquel appartient le résolveur d’une sonde. Un résolveur d’un autre réseau peut montrer l’ingérence de ce réseau, ou aucune.",
		"network.declared":
			"Le réseau et le pays d’une mesure sont déclarés par la sonde. Un jour a besoin de {count, number} sessions pour avoir un état ; ce seuil est provisoire.",
		"service.in": "Service, <place>{country}</place>",
		"service.all_countries": "tous les pays",
		"service.unmeasured":
			"{service} n’a été mesuré dans aucun pays réel dans cet espace de travail.",
		"service.unmeasured_in":
			"{service} n’a pas été mesuré dans cet espace de travail ({country}).",
		"service.restricted": "{unit}, {country} : {restriction}, {tail}.",
		"service.more":
			"Restreint aussi dans {count, plural, one {# autre pays} other {# autres pays}}.",
		"service.insufficient":
			"Données insuffisantes pour dire si {service} est restreint maintenant.",
		"service.insufficient_in":
			"{country} : données insuffisantes pour dire si {service} est restreint maintenant.",
		"service.ok":
			"{service} : aucune restriction trouvée maintenant dans {countries} avec assez de données.",
		"service.ok_in":
			"{service} : aucune restriction trouvée maintenant ({country}).",
		"service.by_country": "{unit}, pays par pays",
		"service.function": "Fonction",
		"service.functions": "Fonctions",
		"service.tested": "Ce qui est testé",
		"service.emulated":
			"Les données émulées de ce service sont tenues à part : <page>{service} dans le pays émulé</page>.",
		"service.domains": "Domaines : <names>{names}</names>",
		"service.tests": "Ses propres tests : <names>{names}</names>",
		"service.whole":
			"Ses fonctions ne sont pas distinguées ; ce qui est dit ici vaut pour le service entier.",
		"service.untested": "Non testé : aucun test ne l’atteint.",
		"service.not_measured": "Non mesuré.",
		"service.not_here": "Non mesuré ici.",
		"service.networks": "Réseaux : {states}.",
		"service.not_enough": "Données insuffisantes.",
		"service.share":
			"Restreint dans {count, number} sur {countries} avec assez de données.",
		"service.tested_by": "Testé par {targets}.",
		"service.any_of": "Testé par {targets} ; un seul suffit.",
		"service.all_of": "Testé par {targets} ; tous sont nécessaires.",
		"service.by_day": "par jour",
		"network.rule": "Règle",
		"network.no_rule": "Aucune règle déclenchée.",
		"network.rules_caption":
			"Dans les mesures de la période {days}. Chaque règle déclenchée est comptée, même si une autre a décidé.",
		"network.resolver": "Réseau du résolveur",
		"network.own": "de ce réseau même",
		"chart.by_service": "{subject} : {country}, par service et par jour",
		"chart.by_country": "{subject}, par pays et par jour",
		"chart.of_incident": "{title}, par réseau et par jour",
		"weight.networks":
			"sur {count, number} de {total, plural, one {# réseau} other {# réseaux}}, {sessions}",
		"weight.few_networks":
			"{count, plural, one {# réseau} other {# réseaux}} avec assez de sessions, {sessions}",

		// Report: does it work for you?
		"word.yes": "oui",
		"word.no": "non",
		"form.choose": "Choisir",
		"form.send": "Envoyer",
		"form.too_much": "C’était trop à la fois.",
		"form.not_ours":
			"Ce formulaire n’a pas été envoyé depuis une de nos pages.",
		"report.choose":
			"Choisissez un service. La page suivante indique ce qu’un test contacterait ; rien n’est contacté avant que vous n’appuyiez sur un bouton.",
		"report.go_on": "Continuer",
		"report.visitors": "Ce que disent les visiteurs",
		"report.title_of": "{service} : cela fonctionne-t-il chez vous ?",
		"report.think":
			"<strong>Réfléchissez d’abord.</strong> Votre fournisseur d’accès voit que vous êtes sur ce site, et quels sites un test contacte. Si cela peut vous mettre en danger, n’allez pas plus loin.",
		"report.look_heading": "Laisser ce navigateur regarder",
		"report.contacts":
			"Si vous appuyez sur le bouton, votre navigateur contacte :",
		"report.compares": "et, pour savoir si votre ligne fonctionne :",
		"report.asks":
			"Il demande à chacun une petite image, une page et une connexion durable. Si vous êtes connecté à l’un d’eux, il peut vous reconnaître, comme lorsqu’une page quelconque affiche ses images. Ce qui est trouvé reste dans ce navigateur jusqu’à ce que vous l’envoyiez ci-dessous.",
		"report.look": "Regarder maintenant",
		"report.address": "Adresse",
		"report.picture": "Image",
		"report.page": "Page",
		"report.lasting": "Connexion durable",
		"report.no_script":
			"Sans script, cette page ne contacte rien. Vous pouvez tout de même dire ce que vous voyez.",
		"report.say_heading": "Dites ce que vous voyez",
		"report.here_now": "{service}, ici et maintenant",
		"report.works": "fonctionne chez moi",
		"report.works_not": "ne fonctionne pas chez moi",
		"report.country": "Pays où vous êtes",
		"report.kept": "Ce qui est conservé",
		"report.kept_what":
			"Le service, votre réponse, le pays, l’heure, ce que le test a trouvé et le numéro de votre fournisseur d’accès.",
		"report.kept_not":
			"Pas votre adresse. Elle sert à trouver le fournisseur et à compter une ligne une fois par jour, puis elle est oubliée.",
		"report.kept_shown":
			"Sont montrés des nombres par pays et par jour, à partir du lendemain. Les signalements sont des indices faibles : ils peuvent faire naître un soupçon à mesurer, et ne décident jamais que quelque chose est bloqué.",
		"report.thanks": "Merci",
		"report.repeat":
			"Quelqu’un sur votre ligne a déjà signalé {service} aujourd’hui : une ligne compte une fois par jour.",
		"report.taken":
			"Votre signalement sur {service} est conservé. Il apparaîtra dans les nombres d’aujourd’hui à partir de demain.",
		"report.another": "Un autre service",
		"report.none":
			"Aucun signalement ces derniers jours. Ceux d’aujourd’hui apparaîtront demain.",
		"report.suspicion_means":
			"Là où au moins cinq personnes disent qu’un service ne fonctionne pas, et qu’elles sont plus nombreuses que celles chez qui il fonctionne, il y a un <strong>soupçon</strong> : il faut mesurer. Ce n’est pas un constat.",
		"report.head_works": "Fonctionne",
		"report.head_fails": "Ne fonctionne pas",
		"report.suspicion": "Soupçon",
		"report.not_taken": "Ce signalement n’a pas été pris",
		"report.too_many":
			"Votre ligne a envoyé beaucoup de signalements. Revenez plus tard.",
		"report.no_service": "Aucun service de ce nom n’est connu ici.",
		"report.looking": "Examen de {host} …",
		"report.answered": "réponse, {ms} ms",
		"report.silent": "rien, {ms} ms",
		"report.found_none":
			"Rien n’a répondu. Êtes-vous en ligne ? Cela ne dit rien du service.",
		"report.found_all":
			"Votre navigateur a reçu une réponse de chaque adresse. Cela ne prouve pas que l’application ou tout le site fonctionne.",
		"report.found_some":
			"Certaines adresses ont répondu, d’autres non. Cela peut être un blocage partiel ou une panne.",
		"report.found_silent":
			"Aucune adresse du service n’a répondu, et les autres oui. Cela peut être un blocage ou une panne du service. Un seul test ne permet pas de le dire.",

		// Cost
		"language.english_part": "La suite est en anglais.",
		"money.range": "{from} à {to}",
		"money.so_far": "{range} jusqu’ici",
		"time.under_hour": "moins d’une heure",
		"form.faults":
			"{count, plural, one {Une chose est à corriger.} other {# choses sont à corriger.}}",
		"cost.title": "Ce que coûte une restriction",
		"cost.standfirst":
			"Personne ne l’a mesuré. Dites ce qui a été coupé et combien de temps, et voyez la fourchette que couvrent les méthodes publiées, et chacune d’elles.",
		"cost.ask": "Ce qui a été coupé",
		"cost.change": "Changer ce sur quoi cela repose",
		"cost.take":
			"Les dates et le type sont ceux de l’incident. <link>Les prendre comme point de départ et les changer</link>.",
		"cost.own": "Votre propre perte",
		"cost.own_text":
			"Pour une entreprise : une note datée de ce que cela vous a coûté, à imprimer. Ce que vous saisissez ici est envoyé une fois, ne figure dans aucune adresse, et n’est ni conservé ni journalisé.",
		"cost.no_range": "Aucune fourchette ne peut être donnée",
		"cost.no_true_one":
			"Aucun chiffre de la fourchette n’est le vrai : les méthodes comptent des choses différentes.",
		"cost.no_hours": "Sans durée, rien ne peut être estimé.",
		"cost.no_inputs":
			"Aucune méthode portant sur toute l’économie n’a ses données ; ce qui manque à chacune figure plus bas.",
		"cost.running":
			"En cours : cela continue à ce que l’on sait ; heures et montants sont arrêtés au {moment}.",
		"cost.hours_of":
			"Les heures et les réseaux sont ceux d’un <link>incident</link>.",
		"cost.methods": "Méthode par méthode",
		"cost.lacking": "Méthodes qui ne donnent rien, et pourquoi",
		"cost.sectors": "Par secteur",
		"cost.hours": "Heures par type",
		"cost.not_counted": "Ce qu’aucune méthode ne compte",
		"cost.not_small": "Leur absence ci-dessus ne les rend pas petits.",
		"cost.dollars": "Dollars",
		"cost.official": "Au taux officiel",
		"cost.market": "Au taux du marché",
		"cost.rate": "{rate} pour un dollar",
		"cost.assumptions": "Tous les nombres sur lesquels reposent les méthodes",
		"cost.assumptions_text":
			"Ce que vous saisissez remplace ce qui est publié et figure dans l’adresse, pour que d’autres voient ce que vous avez supposé.",
		"cost.estimate": "Estimer",
		"cost.again": "Estimer à nouveau",
		"cost.anew": "Recommencer",
		"cost.in_use": "Utilisé : {values}.",
		"cost.kind_full": "tout accès à internet coupé",
		"cost.kind_mobile": "internet mobile coupé, lignes fixes maintenues",
		"cost.kind_regional": "tout accès coupé dans certaines zones",
		"cost.kind_service": "un service bloqué",
		"cost.kind_throttling": "ralenti, à un certain degré",
		"cost.a_service": "un service",
		"cost.f_kind": "Ce qui a été fait",
		"cost.f_service": "Service, si un seul a été bloqué",
		"cost.f_since": "Début, en UTC",
		"cost.f_until": "Fin, en UTC",
		"cost.f_hours": "Heures, si la fin n’est pas donnée",
		"cost.f_scope": "Part du territoire : partie du pays qui a été coupée",
		"cost.no_method": "Aucune méthode n’a ses données.",
		"cost.caption":
			"Dollars, à trois chiffres. Les méthodes comptent des choses différentes et ne doivent pas être additionnées.",
		"cost.method": "Méthode",
		"cost.low": "Bas, $",
		"cost.middle": "Milieu, $",
		"cost.high": "Haut, $",
		"cost.counts": "Compte",
		"cost.years": "Années des données",
		"cost.economy": "toute l’économie",
		"cost.part": "une partie : hors de la fourchette",
		"cost.historical": "rien à présent",
		"cost.how": "Comment {method} y arrive",
		"cost.this_event": "Cet événement : {kind}, {hours}.",
		"cost.never_added":
			"Une heure d’un type dit peu d’une heure d’un autre ; elles ne sont donc jamais additionnées.",
		"cost.every_method": "Toutes les méthodes et leurs données",
		"cost.what": "Ce que cela a coûté",
		"cost.total":
			"Total en cours au {moment} : {hours}, {range}, selon la méthode.",
		"cost.lasted": "Cela a duré {hours} : {range}, selon la méthode.",

		// Cost: assumptions, sectors, hours, hints
		"cost.f_digital": "Part de l’économie numérique dans le PIB",
		"cost.f_weight": "Part du service dans la valeur de tout l’internet",
		"cost.f_degree": "Degré de ralentissement : part d’usage retirée",
		"cost.f_traffic": "Part du trafic perdu",
		"cost.f_telecom": "Part des télécoms et services internet dans le PIB",
		"cost.f_daily": "Valeur d’un jour selon CIPESA, en dollars",
		"cost.f_tail": "Jours de reprise comptés comme perdus",
		"cost.f_user_day":
			"Revenu des opérateurs par utilisateur et par jour, en monnaie locale",
		"cost.f_tax": "Impôt sur ce que gagnent les opérateurs",
		"cost.f_users": "Personnes coupées",
		"cost.f_rate": "Taux de change du marché, monnaie locale par dollar",
		"cost.f_turnover": "Chiffre d’affaires",
		"cost.f_per": "Par",
		"cost.f_dependent": "Part qui passe par ce qui a été coupé",
		"cost.f_made_up": "Part de la perte rattrapée ailleurs ou plus tard",
		"cost.per_day": "jour",
		"cost.per_week": "semaine",
		"cost.per_month": "mois",
		"cost.per_year": "an",
		"cost.make_note": "Faire la note",
		"cost.s_telecom": "Opérateurs et autres télécoms",
		"cost.s_operators": "Opérateurs mobiles",
		"cost.s_tax": "Impôt",
		"cost.s_freelancers": "Indépendants",
		"cost.s_food": "Livraison de repas",
		"cost.s_cabs": "Voitures avec chauffeur",
		"cost.s_small":
			"Petits vendeurs en ligne, et ce que l’étude ne détaille pas",
		"cost.sector": "Secteur",
		"cost.no_sectors":
			"Aucune méthode ayant ses données ne distingue ici les secteurs. On ne le sait que pour le Pakistan.",
		"cost.sectors_caption":
			"Chiffres médians des méthodes qui distinguent les secteurs. Ceux de deux méthodes se recouvrent et ne doivent pas être additionnés.",
		"cost.kind": "Type",
		"cost.hours_head": "Heures",
		"cost.hours_unknown": "Heures inconnues",
		"cost.hours_caption":
			"Tous les incidents connus ici ({country}), dont les documentés. Les heures de deux à la fois comptent double.",
		"cost.by_clock":
			"{clock} à l’horloge, {counted} selon les réseaux encore coupés",
		"cost.all_have": "Aucune : toutes les méthodes ont leurs données.",
		"cost.give": "Donner « {field} »",
		"cost.formula": "Formule",
		"cost.source": "Source",
		"cost.leaves_out": "Laisse de côté",
		"cost.caution": "Prudence",
		"cost.input": "Donnée",
		"cost.value": "Valeur",
		"cost.year": "Année",
		"cost.from": "De",
		"cost.to": "À",
		"cost.models":
			"Toutes sont des modèles. Leur écart avec les chiffres publiés, eux aussi issus de modèles, figure dans docs/methods/costs.md, fourni avec le programme.",
		"cost.hint_scope":
			"0.06 ou 6%. Nécessaire si certaines zones ou certains réseaux ont été coupés ; sinon tout le pays est pris.",
		"cost.hint_countries":
			"Les {count, number} pays pour lesquels des indicateurs sont fournis.",
		"cost.hint_service":
			"Les poids sont connus pour X et Telegram ; donnez le vôtre ci-dessous pour les autres.",
		"cost.hint_until": "Ou laissez vide et donnez les heures.",
		"cost.hint_rate": "Seulement si une source de confiance en donne un.",
		"cost.hint_turnover": "Sans séparateurs : 250000.",
		"cost.hint_made_up": "Laissez vide si rien ne l’a été.",
		"cost.no_jobs":
			"Aucune méthode ne compte les emplois, les vies, la confiance ou le travail de la presse.",
		"cost.stretches": "Heures, période par période",
		"cost.stretches_caption":
			"Découpé là où un réseau a commencé ou est revenu. Sans parts de marché connues, chaque réseau compte également.",
		"cost.still_cut": "Réseaux encore coupés",

		// Outlook
		"outlook.title": "Perspectives : {country}",
		"outlook.ahead": "Occasions à venir",
		"outlook.none_ahead":
			"Aucune occasion de ces jours ne figure dans nos données. Cela ne dit rien de celles qui n’y figurent pas.",
		"outlook.calendar":
			"<link>En calendrier auquel s’abonner</link>, avec un rappel une semaine avant. Mettez <code>alarm=14</code> dans son adresse pour un autre nombre de jours, ou <code>alarm=none</code> pour aucun.",
		"outlook.days_text":
			"La probabilité que le début ({kind}, {place}) soit documenté ce jour-là. Les jours d’une occasion sont marqués.",
		"outlook.whole": "tout le pays",
		"outlook.basis": "Sur quoi cela repose",
		"outlook.not_measured":
			"C’est fait de ce qui est documenté et non de mesures : <link>le dossier, {country}</link>.",
		"outlook.what": "Ce qui commence",
		"outlook.where": "Où",
		"outlook.days": "Jours",
		"outlook.show": "Afficher",
		"outlook.likeliest":
			"Les dix jours les plus probables, avec neuf dixièmes de ce que le modèle tient pour possible",
		"outlook.day": "Jour",
		"outlook.forecast": "Prévision",
		"outlook.why": "Pourquoi",
		"outlook.description":
			"{kind}, {country} : la probabilité de chaque jour, {days}, et son score face à la moyenne.",
		"outlook.under": "moins de {percent}",
		"outlook.moon":
			"{days}, à un jour près : la date dépend de l’observation de la lune.",
		"outlook.never_held":
			"Elle n’a pas eu lieu dans les jours que couvre le dossier.",
		"outlook.held":
			"A eu lieu {count, number} fois depuis {year} dans les jours couverts : {with, number} avec un début documenté ({kind}), {without, number} sans.",
		"outlook.no_chance": "Aucune probabilité n’est donnée.",
		"outlook.chance":
			"Prévision pour son jour le plus probable : {chance}, pour une moyenne de {average}.",
		"outlook.too_far":
			"Des prévisions aussi lointaines ne valent pas mieux que la moyenne, {average} par jour.",
		"outlook.lead_uncovered":
			"Aucune liste ne prétend contenir toutes les restrictions ({country}) ; aucune probabilité ({kind}) ne peut donc être donnée. Les occasions sont listées sans elle.",
		"outlook.lead_beyond":
			"Ces jours sont plus éloignés du dossier ({country}) que tout ce qui a été évalué ; aucune probabilité ({kind}) n’est donnée.",
		"outlook.lead_average":
			"Pour ces jours, une prévision ({kind}, {country}) ne vaut pas mieux que la moyenne : un début est documenté {average} des jours.",
		"outlook.lead":
			"Le jour le plus probable pour le début ({kind}, {country}) est le {day} : {chance} ({low} à {high}), pour une moyenne de {average}.",
		"outlook.scores": "Ce que valaient ces prévisions",
		"outlook.scores_text":
			"Chaque jour depuis 2016 a été prévu d’après ce que l’on savait avant : {days, number} jours jusqu’au {until}, dont {onsets, number} jours de début. À côté, quatre prévisions simples qui ignorent le calendrier.",
		"outlook.scores_caption":
			"Erreur quadratique moyenne (Brier ; plus bas est mieux), et gain sur la meilleure des quatre",
		"outlook.head_ahead": "À l’avance",
		"outlook.best": "Meilleure des quatre",
		"outlook.skill": "Gain, intervalle à 95%",
		"outlook.log_skill": "Gain logarithmique, intervalle à 95%",
		"outlook.finding": "Constat",
		"outlook.better": "mieux que la moyenne",
		"outlook.no_better": "pas mieux que la moyenne",
		"outlook.too_few": "trop peu de débuts pour le dire",
		"outlook.points":
			"Chaque point est une classe de prévisions pour le lendemain ({kind}) : sur la ligne tiretée elles sont justes. Les barres sont des intervalles à 95%. Les deux axes sont en racine carrée.",
		"outlook.numbers": "La même chose en nombres",
		"outlook.forecasts": "Prévisions",
		"outlook.onset_days": "Jours de début",
		"outlook.mean": "Prévision moyenne",
		"outlook.came_true": "Réalisé",
		"outlook.figure": "{kind}, {country} : prévisions et réalité",
		"outlook.figure_days":
			"{days, number} jours de 2016 au {until}, chacun prévu la veille.",
		"outlook.figure_finding":
			"Dans {right, number} classes de prévisions sur {count, number}, la part des jours avec un début concorde avec la prévision, dans son intervalle à 95%.",
		"outlook.figure_source": "Source : le dossier documenté, jusqu’au {until}.",
		"outlook.axis_forecast": "prévision",
		"outlook.axis_onset": "jours avec un début",
		"kind.any": "une restriction",
		"kind.cut": "une coupure du réseau",
		"kind.service": "un blocage ou ralentissement de services",
		"kind.full": "une coupure totale",
		"kind.regional": "une coupure d’une zone",
		"kind.mobile": "une coupure du service mobile",
		"kind.fixed": "une coupure des lignes fixes",
		"kind.block": "un blocage d’un service",
		"kind.throttling": "un ralentissement",
		"kind.outage": "une panne de cause non établie",

		// Being told: the form, its answers, mails
		"sub.title": "Être averti quand quelque chose change",
		"sub.by_feed": "Par un flux",
		"sub.feed_text":
			"Un flux ne demande pas d’adresse de courriel. Donnez une de ces adresses à un lecteur de flux ou à un calendrier :",
		"sub.by_mail": "Par courriel",
		"sub.emulated": "Les données simulées ne sont jamais envoyées à personne.",
		"sub.no_mail":
			"Ce site n’envoie pas de courriel : son exploitant n’a pas configuré de serveur. Les flux portent les mêmes nouvelles.",
		"sub.feed_incident":
			"Comment cet incident est raconté, révision par révision (Atom)",
		"sub.feed_network": "{network}, {country} (Atom)",
		"sub.feed_dates": "Échéances, {country} (calendrier)",
		"sub.all_countries": "Tous les pays",
		"sub.all_services": "Tous les services",
		"sub.look": "Regardez votre courriel",
		"sub.look_text":
			"Si l’adresse est joignable, un courriel avec un lien est en route. Rien d’autre n’est envoyé tant que vous n’avez pas ouvert ce lien et accepté, sous {hours, number} heures.",
		"sub.want": "Voulez-vous être averti ?",
		"sub.want_leave": "Voulez-vous vous désabonner ?",
		"sub.leave": "Se désabonner",
		"sub.watched": "Ce qui est suivi : {what}.",
		"sub.yes": "Oui, avertissez-moi",
		"sub.end": "Arrêter et oublier mon adresse",
		"sub.will_be_told": "Vous serez averti",
		"sub.quiet_hours": "Pas entre {from} et {until} ({zone}).",
		"sub.life":
			"Après {days} sans nouvelle, un courriel dit que rien n’est arrivé. S’il ne vient pas non plus, quelque chose est en panne.",
		"sub.end_it": "Arrêter",
		"sub.ended": "C’est terminé",
		"sub.removed":
			"Votre adresse et tout ce qui était conservé avec elle sont supprimés.",
		"sub.topic_incidents": "restrictions",
		"sub.topic_dates": "échéances et occasions à venir",
		"sub.topic_both": "les deux",
		"sub.each": "dès que cela arrive",
		"sub.daily": "une fois par jour, s’il y a du nouveau",
		"sub.weekly": "une fois par semaine, s’il y a du nouveau",
		"sub.of_incident":
			"Vous serez averti chaque fois que <link>cet incident</link> est raconté autrement : ses heures, ses réseaux, ses preuves, sa fin ou son retrait. Ou bien <all>suivez un pays ou un service</all>.",
		"sub.of_cost":
			"Vous serez aussi averti si le coût de {range} que vous citez est estimé autrement.",
		"news.cost":
			"Vous avez cité un coût de {before}. Il est maintenant estimé à {after}.",
		"news.cost_none":
			"Vous avez cité un coût de {before}. Aucune fourchette n’est plus donnée.",
		"news.cost_until": "Les deux jusqu’au {moment}.",
		"sub.address": "Votre adresse de courriel",
		"sub.how_often": "À quelle fréquence",
		"sub.quiet": "Heures calmes, de et jusqu’à",
		"sub.zone": "Votre fuseau horaire",
		"sub.heartbeat": "Signe de vie après ce nombre de jours sans nouvelle",
		"sub.ask": "M’envoyer la question",
		"sub.promise":
			"Un courriel demande si vous le voulez. Rien d’autre n’est envoyé avant votre accord ; après {hours, number} heures sans réponse l’adresse est oubliée. Les courriels sont en texte simple, sans images ni liens qui comptent les ouvertures. Chacun a un lien qui arrête tout, sans connexion, et supprime l’adresse. Le courriel n’est pas secret : votre fournisseur et le nôtre peuvent lire ce que vous suivez.",
		"sub.network": "Réseau, par son numéro",
		"sub.what": "Ce qui arrive",
		"sub.anything": "N’importe quoi",
		"sub.tell_of": "Avertissez-moi de",
		"sub.ahead": "Jours d’avance, pour les échéances",
		"sub.no_address":
			"Ce n’est pas une adresse à laquelle nous pourrions écrire.",
		"sub.no_incident": "Aucun incident de ce nom ne peut être suivi.",
		"sub.many": "Beaucoup de demandes à l’instant. Revenez dans une heure.",
		"sub.not_taken": "Cela n’a pas été pris",
		"sub.no_longer": "Ce lien n’est plus valable",
		"sub.no_longer_text":
			"Il a servi à se désabonner, ou n’a pas été utilisé à temps. Vous pouvez redemander sur la page des alertes.",
		"watch.incident": "incident {id}, cité d’après sa révision {revision}",
		"watch.restrictions": "restrictions {limits}",
		"watch.of": "de {names}",
		"watch.on": "sur {names}",
		"watch.in": "({names})",
		"watch.alone": "(seulement {names})",
		"watch.dates":
			"échéances et occasions ({countries}), {days, number} jours à l’avance",
		"mail.confirm": "Confirmez que vous voulez être averti",
		"mail.confirm_text":
			"Quelqu’un, sans doute vous, a demandé que cette adresse soit avertie de : {what}. Rien n’est envoyé sauf si vous ouvrez la page ci-dessous sous {hours, number} heures et appuyez sur son bouton. Si ce n’était pas vous, ne faites rien : l’adresse sera oubliée.",
		"mail.forget": "Oublier cette adresse maintenant :",
		"mail.because":
			"Vous recevez ceci de {site} parce que vous suivez : {what}.",
		"mail.leave": "Se désabonner aussitôt, sans connexion :",
		"mail.no_proof":
			"Une mesure échouée ne prouve pas un blocage, et l’absence de mesure ne prouve pas l’accès.",

		// Measurement, signals
		"meas.one":
			"Une mesure, par une sonde. Seule, elle ne fixe l’état d’aucun réseau ni pays.",
		"meas.others":
			"{count, plural, one {# autre enregistrement a été reçu} other {# autres enregistrements ont été reçus}} sous ce uid avec un autre contenu. Tous sont gardés, et aucun ne sert de témoin.",
		"meas.summary": "En bref",
		"meas.facts": "Ce qui s’est passé",
		"meas.by_probe": "Vu par la sonde",
		"meas.by_helper": "Vu par l’auxiliaire, d’ailleurs",
		"meas.rules": "Règles appliquées",
		"meas.held": "À quoi elle a été comparée",
		"meas.place": "Où se trouve l’enregistrement brut",
		"meas.mechanism": "Mécanisme",
		"meas.locus": "Où se situe la cause",
		"meas.measured": "Mesuré",
		"meas.declared": "comme la sonde le déclare",
		"meas.test": "Test",
		"meas.probe": "Sonde",
		"meas.fact": "Fait",
		"meas.layer": "Couche",
		"meas.done": "Ce qui a été fait, et le résultat",
		"meas.first":
			"Les {shown, number} premiers sur {all, number} ; le fichier JSON a tout.",
		"meas.decided": "a décidé de sa couche",
		"meas.on_facts": "faits",
		"meas.whole": "la mesure entière",
		"meas.that_day": "Mesures de {target} sur ce réseau ce jour-là",
		"meas.networks_saw":
			"Ce que les réseaux de tous les pays ont vu du {since} au {until}. Le jugement laisse de côté le pays de la mesure.",
		"meas.what": "Quoi",
		"meas.yes": "Réseaux, oui",
		"meas.no": "Réseaux, non",
		"meas.countries": "Pays",
		"meas.got_address": "A reçu cette adresse",
		"meas.got_asn": "A reçu une adresse de ce réseau",
		"meas.resolved": "A résolu le nom",
		"meas.connected": "Connecté",
		"meas.tls": "TLS achevé",
		"meas.loaded": "Page chargée",
		"meas.file": "Fichier dans l’archive",
		"meas.member": "Membre",
		"meas.line": "Ligne",
		"meas.hash": "SHA-256 de l’enregistrement",
		"meas.reference": "Règles, données de référence",
		"meas.left_out": "Champs laissés de côté",
		"locus.network": "dans le réseau",
		"locus.resolver": "dans le résolveur",
		"locus.transit": "en transit entre réseaux",
		"locus.server_side": "au serveur, donc pas un blocage du réseau",
		"locus.unknown": "où, on ne le sait pas",
		"control.helper":
			"Ce qu’un auxiliaire a vu de la même cible d’ailleurs, dans les mêmes minutes.",
		"control.networks":
			"Ce que d’autres réseaux ont vu des mêmes noms la semaine précédente.",
		"control.both":
			"Ce qu’un auxiliaire a vu de la même cible d’ailleurs, et ce que d’autres réseaux ont vu la semaine précédente.",
		"control.none":
			"Rien : ni auxiliaire ni assez d’autres réseaux n’ont regardé la même cible.",
		"signal.heading": "Signaux d’autres",
		"signal.changed":
			"{falls, number} sur {count, plural, one {# signal} other {# signaux}} ont changé ces semaines. Chacun a son début et sa fin, et aucun n’en annule un autre. Un signal montre que quelque chose s’est passé, jamais pourquoi.",
		"signal.table": "{caption}. Un jour sans relevé n’a pas de ligne.",
		"signal.lowest": "Plus bas",
		"signal.highest": "Plus haut",
		"signal.readings": "Relevés",
		"signal.none": "Aucun relevé n’est gardé.",
		"signal.none_here": "Aucun relevé ces jours-ci ; le dernier est du {day}.",
		"signal.not_looked": "Pas encore examiné.",
		"signal.steady": "Ni baisse ni hausse trouvée, {days}.",
		"signal.suspicion": "Un soupçon, jamais une cause.",
		"signal.no_cause": "Cause non établie.",

		// Explore, evidence, record, news
		"explore.title": "Explorer les mesures",
		"explore.none":
			"Aucune mesure pendant cette période. Ce n’est pas la même chose que « non bloqué ».",
		"explore.rows": "Ligne par ligne",
		"explore.row_count": "{count, plural, one {# ligne} other {# lignes}}",
		"explore.parts": "Une fonction à la fois, car on les perd séparément :",
		"explore.any": "N’importe lequel",
		"explore.or_site": "ou un site",
		"explore.first": "Premier jour",
		"explore.last": "Dernier jour",
		"explore.unit": "Service ou site",
		"explore.same_data": "La même chose en données",
		"explore.json": "JSON, page par page",
		"explore.licence":
			"Chaque fichier indique la licence de ses données. Ajoutez <code>&commercial=true</code> pour ce qui peut servir commercialement.",
		"explore.more": "Plus que ce formulaire ne peut demander",
		"explore.api":
			"<link>L’API, en document OpenAPI</link> : cellules par heure, mesures isolées, incidents et dossier.",
		"explore.sql": "<link>Demander en SQL</link>, pour les chercheurs.",
		"evidence.intro":
			"Les preuves d’un dossier viennent en un seul fichier signé. Votre navigateur le vérifie ici, seul : le fichier ne va nulle part, et cette page n’a le droit de se connecter à rien.",
		"evidence.no_script":
			"La vérification dans le navigateur demande un script. Sans lui, utilisez le programme :",
		"evidence.checked": "Ce qui est vérifié",
		"evidence.file":
			"Fichier de preuves : choisissez-le ou déposez-le sur cette page",
		"evidence.key":
			"Empreinte de la clé racine du gardien, obtenue de lui par une autre voie",
		"evidence.heads":
			"heads.json, tel que quelqu’un d’autre l’a gardé (si vous en avez un)",
		"evidence.trust": "Ne faites confiance ni à cette page ni au fichier",
		"evidence.save":
			"<save>Enregistrer le vérificateur</save>, une page qui fonctionne sans connexion. Faites-la lire par un expert : c’est <script>un seul script</script>, rien d’autre.",
		"evidence.fingerprint":
			"Une empreinte prise dans le fichier ou ici ne prouve rien. Demandez-la au gardien.",
		"evidence.ledger":
			"<heads>Têtes du registre</heads> (<feed>flux</feed>) : qui les garde jour après jour peut montrer plus tard que rien d’antérieur n’a changé.",
		"record.title": "Le dossier : {country}",
		"record.what":
			"Ce que la presse, les tribunaux, les autorités et d’autres ont dit, avec leurs sources. C’est une piste à part : rien n’y a été mesuré par ce site, et aucune mesure ne la change.",
		"record.count":
			"{count, plural, one {# restriction documentée} other {# restrictions documentées}}",
		"record.others":
			"{count, plural, one {# autre entrée} other {# autres entrées}}",
		"record.dated":
			"{count, plural, one {# entrée datée} other {# entrées datées}}",
		"record.source_count": "{count, plural, one {# source} other {# sources}}",
		"record.whole": "Tout le dossier, chaque entrée avec ses sources",
		"record.next": "Ce qui est probable ensuite, d’après ce dossier",
		"record.revisions": "Son entrée et ses révisions",
		"record.incident": "Son incident",
		"record.took": "Le temps que cela a pris",
		"record.questions": "Questions ouvertes",
		"record.between": "Jours entre entrées datées",
		"record.interval": "Intervalle",
		"record.by_entry": "Documenté, entrée par entrée",
		"record.sources": "Sources :",
		"record.quoted":
			"Les entrées sont citées en anglais, telles que le dossier les tient.",
		"about.title": "Ce que ce site peut dire et ce qu’il ne peut pas",
		"news.opened": "Nouveau",
		"news.widened": "Maintenant tout le pays",
		"news.ended": "Terminé",
		"news.resumed": "De nouveau",
		"news.withdrawn": "Retiré",
		"news.revised": "Révisé",
		"news.nothing": "Rien n’est arrivé en {days}",
		"news.nothing_text":
			"Rien n’a été trouvé ces {days} de ce que vous suivez : {what}. Ce message montre que les messages vous parviennent.",

		// Cell
		"cell.title": "{name}, {day}",
		"cell.volume": "{measurements} en {sessions} sur ce réseau : {states}.",
		"cell.unjudged": "{count, number} ne peuvent être jugées.",
		"cell.floor":
			"Une mesure seule n’a pas de seuil de preuve ; un jour en a un. Les mesures d’une session viennent de la même sonde et ne comptent pas comme indépendantes. Le graphique ne compte que les sessions de l’adresse la plus mesurée.",
		"cell.first": "Les {shown, number} premières sur {all, number}.",
		"cell.time": "Heure (UTC)",
		"cell.tested": "Ce qui a été testé",
	},
};
