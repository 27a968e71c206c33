/**
 * All that pages say through messages, in English, in ICU's message format.
 * A key is a contract with every translation: when its meaning or its
 * arguments change, it gets a new name.
 */
export const en = {
	// The frame of every page
	"frame.skip": "Skip to the content",
	"frame.site": "Site",
	"frame.now": "Now",
	"frame.countries": "Countries",
	"frame.incidents": "Incidents",
	"frame.cost": "Cost",
	"frame.explore": "Explore",
	"frame.about": "About",
	"frame.emulated_title": "{title} (emulated data)",
	"frame.emulated":
		"<strong>Emulated data.</strong> This country does not exist. Its measurements were made by a generator, so that a new installation has something to show.",
	"frame.as_data": "This page as data:",
	"frame.watch":
		"Watch this page: <feed>feed (Atom)</feed> · <mail>by mail</mail>",
	"frame.followed": "Sources last followed {ago}.",
	"frame.not_followed":
		"Sources are not being followed: the last round ended {ago}.",
	"frame.limits":
		"All times are UTC. A failed measurement is not proof of blocking, and no measurement is not proof of access: <about>what this site can and cannot tell</about>.",
	"frame.licence": "Licence and sources",
	"frame.rejects": "Input that could not be read",
	"frame.evidence": "Check an evidence file",
	"frame.report": "Does it work for you?",
	"language.menu": "Language",
	"language.review":
		"This translation was made by a machine and awaits review by a person. What is not translated yet stands in English. <english>Read this page in English.</english>",
	"problem.home": "Go to what is restricted now",
	"problem.not_found": "Not found",
	"problem.not_found_text":
		"Nothing stands at this address. It may have been mistyped, or the measurement may not be in this workspace.",

	// States, in charts, legends, tables and sentences
	"state.blocked": "blocked",
	"state.likely_blocked": "likely blocked",
	"state.throttled": "throttled",
	"state.impaired": "impaired",
	"state.down": "down",
	"state.ok": "reachable",
	"state.insufficient": "not enough data",
	"meaning.blocked":
		"A rule that leaves one reading was met, and a distinctive trace of a censor was seen: a known block page, a known forged answer.",
	"meaning.likely_blocked":
		"A rule that leaves one reading was met, but no distinctive trace was seen. Most blocking without a block page looks like this.",
	"meaning.throttled": "Reached, but slowed in a way that follows the target.",
	"meaning.impaired":
		"Not working, and the cause is unclear. This is not a restriction.",
	"meaning.down": "Not working from anywhere, with no sign of blocking.",
	"meaning.ok": "Reached.",
	"meaning.insufficient":
		"Too few sessions said anything. It is neither reachable nor blocked; we do not know.",
	"layer.dns": "Name resolution (DNS)",
	"layer.tcp": "Connection (TCP)",
	"layer.tls": "Encryption handshake (TLS)",
	"layer.http": "Web exchange (HTTP)",
	"layer.quic": "QUIC (HTTP/3)",
	"layer.app": "Application",

	// Counts, each under the English noun that code counts by
	"count.session": "{count, plural, one {# session} other {# sessions}}",
	"count.measurement":
		"{count, plural, one {# measurement} other {# measurements}}",
	"count.network": "{count, plural, one {# network} other {# networks}}",
	"count.measured network":
		"{count, plural, one {# measured network} other {# measured networks}}",
	"count.country": "{count, plural, one {# country} other {# countries}}",
	"count.measured country":
		"{count, plural, one {# measured country} other {# measured countries}}",
	"count.service or site":
		"{count, plural, one {# service or site} other {# services and sites}}",
	"count.entry": "{count, plural, one {# entry} other {# entries}}",
	"count.hour": "{count, plural, one {# hour} other {# hours}}",
	"count.day": "{count, plural, one {# day} other {# days}}",

	// Dates and times
	"time.just_now": "just now",
	"time.moment": "{day}, {time} UTC",
	"time.on": "on {day}",
	"time.between": "between {first} and {last}",
	"place.emulated": "Emulated country",
	"place.unknown": "Unknown country",

	// Charts
	"chart.emulated": "{title} (emulated)",
	"chart.emulated_tag": "Emulated data",
	"chart.emulated_axis": "emulated data",
	"chart.blank": "blank: no measurements",
	"chart.measured": "{days}, days in UTC. Last measured {moment}.",
	"chart.unmeasured": "{days}, days in UTC. No measurements.",
	"chart.source":
		"Source: measurements imported into this site. Fewer than 3 sessions in a day: not enough data.",
	"chart.source_emulated":
		"Source: emulated measurements, made by a generator. Fewer than 3 sessions in a day: not enough data.",
	"chart.hidden":
		"{count, number} more with fewer sessions are in the CSV file.",
	"chart.label": "Chart: {title}",
	"chart.earlier": "Earlier weeks",
	"chart.later": "Later weeks",
	"chart.files": "This chart:",
	"chart.last_measured": "Last measured {moment}.",
	"chart.none_measured": "No measurements.",
	"embed.how": "Show this chart on your own site",
	"embed.what":
		"<link>The chart with its sentence</link>, without script and without anything that follows readers. It always shows the newest data of its address.",
	"embed.back": "{site}: what stands behind it, and the same data as a table",
	"tracks.heading": "Measured, said and due",
	"tracks.title": "Three tracks: {title}",
	"tracks.caption":
		"What was measured, what was said, and what was ordered and due, each on a track of its own over one axis of time. Every mark has a number in the dossier below.",
	"cite.heading": "Cite this page",
	"cite.line": "{site}: “{title}”, revision {revision}, {day}.",
	"cite.of_ledger":
		"SHA-256 of this revision as the ledger holds it (canonical JSON):",
	"cite.of_table":
		"SHA-256 of <link>the chart's table</link> (CSV). When late data or newer rules change it, the address says so. The sentences above the chart are of today.",
	"cite.changed":
		"The data have changed since revision {asked}: this is revision {shown}. Earlier states of charts are not kept; <link>what can be had again</link>.",
	"cite.newer":
		"This is revision {revision}, told {moment}. <link>There is a newer revision</link>, told {newest}. The chart and the entries of the record are as of today.",
	"chart.table": "The same data as a table",
	"chart.table_caption":
		"{caption}. Counts are of sessions where nothing else is said. A dash: no measurements.",
	"chart.day": "Day (UTC)",
	"chart.by_network": "{subject} in {country}, by network and day",
	"chart.by_service": "{subject} in {country}, by service and day",
	"chart.by_country": "{subject} by country and day",
	"chart.of_incident": "{title}, by network and day",
	"strip.none":
		"{subject}: on no day are there enough sessions to say anything.",
	"strip.unit_ok":
		"{subject} was not found restricted on any of {rows} with enough sessions.",
	"strip.place_ok":
		"{subject}: none of {rows} with enough sessions was found restricted.",
	"strip.peak":
		"{count, number} of {rows} with enough sessions at the peak on {day}",
	"strip.explained":
		"Measurements of {subject} read {states} {days}, on {peak}; something else explains it.",
	"strip.unit": "{subject} was {states} {days}: on {peak}.",
	"strip.place": "{subject}: {states} {days}, {peak}.",

	// How much stands behind a state
	"weight.sessions":
		"{count, number} of {total, plural, one {# session} other {# sessions}}",
	"weight.measurements":
		"{count, number} of {total, plural, one {# measurement} other {# measurements}}, {sessions}",
	"weight.networks":
		"on {count, number} of {total, plural, one {# network} other {# networks}}, {sessions}",
	"weight.few_networks":
		"{count, plural, one {# network} other {# networks}} with enough sessions, {sessions}",
	"weight.cell": "{row} on {day}: {state}, {weight}",

	// Sentences on what is restricted
	"finding.state": "{state} on {count, number}",
	"finding.restricted": "{states} of {networks}",
	"finding.not_restricted": "not found restricted on {networks}",
	"finding.line": "<subject>{unit}</subject>: {restriction}, {tail}.{also}",
	"finding.line_in":
		"<subject>{unit}</subject>: {restriction} in <place>{country}</place>, {tail}.{also}",
	"finding.measured": "last measured {ago}",
	"finding.measured_old": "when last measured, {ago}",
	"finding.one_network": "{measured}; on one network only, {network}",
	"finding.insufficient":
		"{measured}; {count, plural, one {# more network has} other {# more networks have}} not enough data",
	"finding.also": "Also: {units}.",
	"finding.share_all": "{count, number} of {count, number} {state}",
	"finding.share_state": "{count, number} {state}",
	"finding.share": "{states} of {total, number}",
	"finding.below": "{count, number} with not enough data",
	"past.networks":
		"{states} on {count, plural, one {# network} other {# networks}} {days}",
	"past.one_network": "{states} on one network only, {network}, {days}",
	"past.measured": "{past}; {measured}",
	"reach.line":
		"restricted on networks carrying {share} of mobile subscribers ({source}, {vintage}; unknown for {unknown, number}%): {networks}",
	"reach.between": "about {low, number}–{high, number}%",
	"reach.about": "about {high, number}%",
	"reach.under": "less than {high, number}%",
	"incidents.measured": "Last measured in {country} {ago}.",
	"past.line": "<subject>{unit}</subject>: {past}.{also}",
	"past.line_in":
		"<subject>{unit}</subject> in <place>{country}</place>: {past}.{also}",
	"stale.newest":
		"The newest measurements are of {day}, {ago}. “Now” means then.",

	// Heads of tables, and titles that several pages share
	"head.country": "Country",
	"head.network": "Network",
	"head.networks": "Networks",
	"head.service": "Service",
	"head.services": "Services",
	"head.site": "Site",
	"head.state": "State",
	"head.evidence": "Evidence",
	"head.sessions": "Sessions",
	"head.measurements": "Measurements",
	"head.by_state": "Networks by state",
	"head.measured_since": "Measured since",
	"head.last_measured": "Last measured",
	"head.restricted_services": "Services restricted now",
	"head.restricted_now": "Restricted now",
	"head.restricted_before":
		"Restricted in the last eight weeks, not found so now",
	"head.documented": "Documented, not measured",
	"head.day_by_day": "Day by day",

	// Country
	"country.unmeasured":
		"Nothing has been measured in {country} in this workspace, so nothing can be said of what is restricted there.",
	"country.restricted": "{unit}: {restriction}, {tail}.",
	"country.more":
		"{count, plural, one {# more service or site is} other {# more services and sites are}} restricted.",
	"country.insufficient":
		"Not enough data to say what is restricted in {country}.",
	"country.ok": "No restriction found now, of {units} measured on {networks}.",
	"country.before": "{unit} was {past}.",
	"country.no_measurements": "No measurements in this workspace. To add some:",
	"country.by_network": "{unit}, network by network",
	"country.when": "When each began and ended, network by network",
	"country.services": "Services now",
	"country.services_caption":
		"Networks by what they show in the shortest window of up to {days, number} days that has enough sessions, ending {day}.",
	"country.sites": "Other sites with signs of restriction",
	"country.sites_caption":
		"Targets that belong to no service of the registry; reachable ones are not listed.",
	"country.networks_caption":
		"{networks} measured, {days}. Networks are self-declared by probes.",
	"country.no_service": "No service was measured.",
	"country.share": "{count, number} of {total, number}",
	"arrival.lag":
		"Half of the sessions had arrived within {half} of measuring, nine in ten within {most} (of {sessions} of which it is known): the newest hours are not complete.",
	"arrival.hour": "an hour",

	// Network
	"network.insufficient":
		"Not enough data to say what is restricted on {network} now.",
	"network.ok": "No restriction found now, of {units} with enough sessions.",
	"network.restricted":
		"Restricted now: {names}; {count, number} of {units} with enough sessions.",
	"network.more": "{count, number} more",

	"network.kicker": "Network in <place>{country}</place>",
	"network.volume":
		"{sessions} with {measurements} in the eight weeks to {day}; last measured {ago}.",
	"network.no_volume":
		"No sessions in the eight weeks to {day}; last measured {ago}.",
	"network.caption":
		"In the shortest window of up to {days, number} days that has enough sessions. Sites of no service are listed only where something was not reached.",
	"network.rules": "Rules that fired here",
	"network.resolvers": "Resolvers used here",
	"network.resolvers_text":
		"The network that a probe's resolver belongs to. A resolver of another network can show that network's interference, or none.",
	"network.rule": "Rule",
	"network.no_rule": "No rule fired.",
	"network.rules_caption":
		"In measurements of {days}. Every rule that fired is counted, also where another one decided.",
	"network.resolver": "Resolver's network",
	"network.own": "this network's own",
	"network.declared":
		"The network and country of a measurement are declared by the probe. A day needs {count, number} sessions to have a state; the threshold is provisional.",

	// Service
	"service.in": "Service in <place>{country}</place>",
	"service.all_countries": "all countries",
	"service.unmeasured":
		"{service} has not been measured in any real country in this workspace.",
	"service.unmeasured_in":
		"{service} has not been measured in {country} in this workspace.",
	"service.restricted": "{unit}: {restriction} in {country}, {tail}.",
	"service.more":
		"It is restricted in {count, plural, one {# more country} other {# more countries}}.",
	"service.insufficient":
		"Not enough data to say whether {service} is restricted now.",
	"service.insufficient_in":
		"Not enough data to say whether {service} is restricted in {country} now.",
	"service.ok":
		"{service} was not found restricted now in {countries} with enough data.",
	"service.ok_in": "{service} was not found restricted in {country} now.",
	"service.by_country": "{unit}, country by country",
	"service.function": "Function",
	"service.functions": "Functions",
	"service.tested": "What is tested",
	"service.emulated":
		"Emulated data of this service are kept apart: <page>{service} in the emulated country</page>.",
	"service.domains": "Domains: <names>{names}</names>",
	"service.tests": "Tests of its own: <names>{names}</names>",
	"service.whole":
		"Its functions are not told apart; what is said here is of the service as a whole.",
	"service.untested": "Not tested: no test reaches it.",
	"service.not_measured": "Not measured.",
	"service.not_here": "Not measured here.",
	"service.networks": "Networks: {states}.",
	"service.not_enough": "Not enough data.",
	"service.share":
		"Restricted in {count, number} of {countries} with enough data.",
	"service.tested_by": "Tested by {targets}.",
	"service.any_of": "Tested by {targets}; any of them is enough.",
	"service.all_of": "Tested by {targets}; all of them are needed.",
	"service.by_day": "by day",

	// Now
	"now.title": "What is restricted now",
	"now.empty": "Nothing has been measured here yet",
	"now.ok": "Nothing was found restricted in {countries}",
	"now.restricted": "{units} restricted in {countries}",
	"now.restricted_more":
		"{units} restricted in {countries} and {count, number} more",
	"now.first":
		"This workspace holds no real measurements. Import an archive and this page will say what is restricted, where, and on how many networks.",
	"now.next": "What to do next",
	"now.import_own": "A file or folder of OONI measurements that you have:",
	"now.import_public": "Three days of one country from OONI's public archive:",
	"now.none":
		"No restriction was found with enough evidence to say so. That is not the same as “not restricted”: see how much was measured below.",
	"now.countries": "Countries with measurements",
	"now.insufficient": "Not enough data",
	"now.insufficient_text":
		"Too few sessions to say anything of a country, or signs that do not carry a headline, which needs {count, number} sessions.",
	"now.suspected":
		"<unit>{name}</unit> in <place>{country}</place>: {sessions} on {networks}",
	"now.thin": "<place>{country}</place>: {networks}, last measured {ago}",
	"map.restricted": "restricted now",
	"map.measured": "measured, nothing found restricted",
	"map.unknown": "not enough data",
	"map.note":
		"Every country is in the lists. Borders show who is in control (Natural Earth); dashed ones are disputed.",
	"now.emulated": "Emulated: a story to look around in",
	"now.emulated_text":
		"The emulated country does not exist. Its emulated measurements went through the same judging as real ones.",
	"now.documented":
		"What press, courts and officials said and reported is listed on each country's page, apart from what was measured.",

	// Incidents
	"incidents.ongoing": "Ongoing incidents",
	"incidents.all": "All incidents",
	"incidents.documented":
		"{count, plural, one {# more is} other {# more are}} documented as ongoing, not measured.",
	"incident.internet": "the internet",
	"incident.service_block": "{service} blocked",
	"incident.throttling": "{service} slowed",
	"incident.mobile_data_shutdown": "mobile internet cut",
	"incident.fixed_line_shutdown": "fixed-line internet cut",
	"incident.internet_cut": "internet cut",
	"incident.withholding": "accounts or content withheld on {service}",
	"incident.fault": "a fault of {service}, not a restriction",
	"incident.outage": "an outage of {service}",
	"incident.undetermined": "a change of {service}, its kind not known",
	"incident.fell_silent": "measurements that fell silent",
	"incident.in": "in {place}",
	"incident.in_area": "in {areas}, {country}",
	"incident.on": "on {network} in {country}",
	"incident.title": "{what} {where}",
	"incident.title_suspicion": "Not enough data: signs of {what} {where}",
	"incident.title_withdrawn": "Withdrawn: {what} {where}",
	"incident.title_explained": "No restriction: what looked like {what} {where}",
	"incident.announced": "announced",
	"incident.ongoing": "ongoing",
	"incident.ended": "ended",
	"incident.ending_unknown": "ending not known",
	"incident.withdrawn": "withdrawn",
	"incident.merged": "told as part of another",
	"incident.no_restriction": "no restriction",
	"incident.before": "before {moment}",
	"incident.local_days":
		"{days} (local {count, plural, one {day} other {days}})",
	"incident.in_hour": "in the hour of {moment}",
	"incident.most_likely": "{bracket}, most likely {moment}",
	"incident.or_later": "{day} or later",
	"incident.sessions": "{count, number} of {sessions} on {networks}",
	"incident.documented": "documented, not measured",
	"incident.told": "{status}: it began {began}. {shown}",
	"incident.told_ended":
		"{status}: it began {began} and ended {ended}. {shown}",
	"incident.told_documented":
		"Documented, not measured, {status}: its sources say that it began {began}.",
	"incident.told_documented_ended":
		"Documented, not measured, {status}: its sources say that it began {began} and ended {ended}.",
	"incident.told_withdrawn": "Withdrawn: {reason}",
	"incident.not_an_outage": "Not enough data to call it an outage",
	"incident.not_a_restriction": "Not enough data to call it a restriction",
	"incident.not_published": "Not published as a restriction",
	"incident.shown": "{evidence} showed it.",
	"incident.strip": "Measured, network by network",
	"incident.facts": "What stands behind it",
	"incident.head": "Incident",
	"incident.status": "Status",
	"incident.head_began": "Began",
	"incident.head_ended": "Ended",
	"incident.how": "How",
	"incidents.title_in": "Incidents in {country}",
	"incidents.headline":
		"{measured, plural, one {# restriction} other {# restrictions}} measured, {ongoing, number} of them ongoing; {documented, plural, one {# more is} other {# more are}} documented, not measured.",
	"incidents.outages":
		"Beside them {count, plural, one {# outage} other {# outages}}, cause not established.",
	"incidents.caption":
		"Ongoing ones first, then the newest. Days are the likeliest; each incident's page has the interval.",
	"incidents.all_countries": "Incidents of all countries",
	"page.newer": "Newer",
	"page.older": "Older",
	"page.of": "Page {page, number} of {last, number}",
	"incident.explained":
		"What else explains it, so that it is not published as a restriction: {why}",
	"incident.worldwide": "The same changed in many countries at once.",
	"incident.instrument": "It follows one version of the probe, not a network.",
	"incident.own_change":
		"Our own rules or reference data changed at that time.",
	"incident.composition":
		"Other probes or resolvers answered than before; none of them changed.",
	"incident.source_late":
		"The source fell silent elsewhere too, so it was only late.",
	"incident.control_outage":
		"What measurements were compared with failed itself.",
	"incident.documented_as_fault":
		"The record calls it a fault, not a restriction.",
	"incident.strip_note":
		"A solid frame over the cells spans when it began on a network, a dashed one when it ended; the narrower, the surer. The same intervals stand in the table of networks below.",
	"incident.networks_caption":
		"Sessions are those within the incident that showed the restriction, of all that said anything either way, each counted once. Networks are self-declared by probes.",
	"incident.when": "When, in UTC",
	"incident.not_alone": "Not told on this network alone.",
	"incident.began_at": "Began {when}.",
	"incident.ended_at": "Ended {when}.",
	"incident.not_known": "not known",
	"incident.not_shown": "not shown",
	"incident.cause": "Cause",
	"incident.witness": "A measurement that shows it",
	"incident.detectable": "Could first be told",
	"incident.with_data": "with the data of {moment}",
	"incident.targets": "Targets",
	"incident.aliases": "Other ids that lead here",
	"incident.dossier": "Dossier",
	"incident.dossier_text":
		"What was measured, said and due, with numbered exhibits and all that speaks against it, to be saved and printed:",
	"incident.revisions": "How it was told",
	"incident.revisions_caption":
		"What was told is never forgotten: late data revise it, and each revision is kept in the ledger.",
	"incident.revision": "Revision",
	"incident.told_at": "Told at",
	"incident.changed": "What changed, and why",
	"incident.none": "None. That is not the same as “nothing was restricted”.",

	// Report: does it work for you?
	"word.yes": "yes",
	"word.no": "no",
	"form.choose": "Choose",
	"form.send": "Send",
	"form.too_much": "That was too much at once.",
	"form.not_ours": "This form was not sent from a page of ours.",
	"report.choose":
		"Choose a service. The next page names what a check would contact, and nothing is contacted before you press a button.",
	"report.go_on": "Go on",
	"report.visitors": "What visitors say",
	"report.title_of": "{service}: does it work for you?",
	"report.think":
		"<strong>Think first.</strong> Your internet provider sees that you are on this site, and which sites a check contacts. If that could put you in danger, do not go on.",
	"report.look_heading": "Let this browser look",
	"report.contacts": "If you press the button, your browser contacts:",
	"report.compares": "and, to know whether your line works at all:",
	"report.asks":
		"It asks each for a small picture, a page, and a lasting connection. If you are signed in at one of them, it may recognise you, as when any page shows its pictures. What is found stays in this browser until you send it below.",
	"report.look": "Look now",
	"report.address": "Address",
	"report.picture": "Picture",
	"report.page": "Page",
	"report.lasting": "Lasting connection",
	"report.no_script":
		"Without script this page contacts nothing. You can still say what you see.",
	"report.say_heading": "Say what you see",
	"report.here_now": "{service}, here and now",
	"report.works": "works for me",
	"report.works_not": "does not work for me",
	"report.country": "Country you are in",
	"report.kept": "What is kept",
	"report.kept_what":
		"The service, your answer, the country, the hour, what the check found, and the number of your internet provider.",
	"report.kept_not":
		"Not your address. It is looked at to find the provider and to count a line once a day, and forgotten.",
	"report.kept_shown":
		"Shown are numbers by country and day, from the day after. Reports are weak evidence: they can raise a suspicion that somebody should measure, and never decide that something is blocked.",
	"report.thanks": "Thank you",
	"report.repeat":
		"Somebody on your line has reported {service} today already: a line counts once a day.",
	"report.taken":
		"Your report about {service} is kept. It shows in the numbers of today, from tomorrow on.",
	"report.another": "Another service",
	"report.none": "No reports of the last days. Those of today show tomorrow.",
	"report.suspicion_means":
		"Where at least five say that a service does not work, more than say that it works, there is a <strong>suspicion</strong>: it should be measured. It is no finding.",
	"report.head_works": "Works",
	"report.head_fails": "Does not",
	"report.suspicion": "Suspicion",
	"report.not_taken": "This report was not taken",
	"report.too_many": "Your line has sent many reports. Come back later.",
	"report.no_service": "No such service is known here.",
	"report.looking": "Looking at {host} …",
	"report.answered": "answered, {ms} ms",
	"report.silent": "nothing, {ms} ms",
	"report.found_none":
		"Nothing answered at all. Are you online? This says nothing about the service.",
	"report.found_all":
		"Your browser got an answer from every address. That is no proof that the app or the whole site works.",
	"report.found_some":
		"Some addresses answered and others did not. That can be a block of a part, or a fault.",
	"report.found_silent":
		"No address of the service answered, and the others did. That can be a block, or a fault of the service. One check cannot tell.",

	// Cost
	"language.english_part": "What follows is in English.",
	"money.range": "{from} to {to}",
	"money.so_far": "{range} so far",
	"time.under_hour": "less than an hour",
	"form.faults":
		"{count, plural, one {One thing is to be mended.} other {# things are to be mended.}}",
	"cost.title": "What a restriction costs",
	"cost.standfirst":
		"Nobody has measured it. Say what was cut and for how long, and see the range that published methods span, and every one of them.",
	"cost.ask": "What was cut",
	"cost.change": "Change what it rests on",
	"cost.take":
		"Dates and kind are the incident's own. <link>Take them as a beginning and change them</link>.",
	"cost.own": "Your own loss",
	"cost.own_text":
		"For a firm: a dated note of what it took from you, to be printed. What you fill in here is sent once, is in no address, and is neither kept nor logged.",
	"cost.no_range": "No range can be given",
	"cost.no_true_one":
		"No figure within the range is the true one: methods count different things.",
	"cost.no_hours": "Without hours nothing can be estimated.",
	"cost.no_inputs":
		"No method that counts the whole economy has its inputs; what each lacks stands below.",
	"cost.running":
		"Running: it goes on as far as is known, and both hours and amounts are those up to {moment}.",
	"cost.hours_of": "Hours and networks are those of an <link>incident</link>.",
	"cost.methods": "Method by method",
	"cost.lacking": "Methods that give nothing, and why",
	"cost.sectors": "By sector",
	"cost.hours": "Hours by kind",
	"cost.not_counted": "What no method counts",
	"cost.not_small": "These are not small because they are missing above.",
	"cost.dollars": "Dollars",
	"cost.official": "At the official rate",
	"cost.market": "At the market's rate",
	"cost.rate": "{rate} to the dollar",
	"cost.assumptions": "Every number that methods rest on",
	"cost.assumptions_text":
		"What you fill in stands in place of what is published, and in the address, so that others see what you assumed.",
	"cost.estimate": "Estimate",
	"cost.again": "Estimate again",
	"cost.anew": "Begin anew",
	"cost.in_use": "In use: {values}.",
	"cost.kind_full": "all internet access cut",
	"cost.kind_mobile": "mobile internet cut, fixed lines left",
	"cost.kind_regional": "all access cut in some areas",
	"cost.kind_service": "one service blocked",
	"cost.kind_throttling": "slowed, by some degree",
	"cost.a_service": "a service",
	"cost.f_kind": "What was done",
	"cost.f_service": "Service, where one was blocked",
	"cost.f_since": "Began, in UTC",
	"cost.f_until": "Ended, in UTC",
	"cost.f_hours": "Hours, where the end is not given",
	"cost.f_scope": "Area share: part of the country that was cut",
	"cost.no_method": "No method has its inputs.",
	"cost.caption":
		"Dollars, to three digits. Methods count different things and must not be added up.",
	"cost.method": "Method",
	"cost.low": "Low, $",
	"cost.middle": "Middle, $",
	"cost.high": "High, $",
	"cost.counts": "Counts",
	"cost.years": "Years of inputs",
	"cost.economy": "the whole economy",
	"cost.part": "a part: not in the range",
	"cost.historical": "nothing now",
	"cost.how": "How {method} comes to it",
	"cost.this_event": "This event: {kind}, {hours}.",
	"cost.never_added":
		"An hour of one kind says little of an hour of another, so they are never added up.",
	"cost.every_method": "Every method and its inputs",
	"cost.what": "What it cost",
	"cost.total":
		"Running total up to {moment}: {hours}, {range}, depending on the method.",
	"cost.lasted": "It lasted {hours}, {range}, depending on the method.",

	// Cost: assumptions, sectors, hours, hints
	"cost.f_digital": "Digital economy's share of GDP",
	"cost.f_weight": "The service's share of what the whole internet is worth",
	"cost.f_degree": "Degree of throttling: share of use taken away",
	"cost.f_traffic": "Share of traffic lost",
	"cost.f_telecom": "Telecom and internet services' share of GDP",
	"cost.f_daily": "CIPESA's value of a day, in dollars",
	"cost.f_tail": "Days of recovery counted as lost",
	"cost.f_user_day": "Operators' revenue per user and day, in local currency",
	"cost.f_tax": "Tax on what operators earn",
	"cost.f_users": "People cut off",
	"cost.f_rate": "Market exchange rate, local currency per dollar",
	"cost.f_turnover": "Turnover",
	"cost.f_per": "Of a",
	"cost.f_dependent": "Share of it that comes in over what was cut",
	"cost.f_made_up": "Share of the loss made up elsewhere or later",
	"cost.per_day": "day",
	"cost.per_week": "week",
	"cost.per_month": "month",
	"cost.per_year": "year",
	"cost.make_note": "Make the note",
	"cost.s_telecom": "Operators and other telecom",
	"cost.s_operators": "Mobile operators",
	"cost.s_tax": "Tax",
	"cost.s_freelancers": "Freelancers",
	"cost.s_food": "Food delivery",
	"cost.s_cabs": "Ride hailing",
	"cost.s_small": "Small online sellers, and what the study does not itemise",
	"cost.sector": "Sector",
	"cost.no_sectors":
		"No method that has its inputs here tells sectors apart. That is known of Pakistan alone.",
	"cost.sectors_caption":
		"Middle figures of methods that tell sectors apart. Those of two methods overlap and must not be added up.",
	"cost.kind": "Kind",
	"cost.hours_head": "Hours",
	"cost.hours_unknown": "Hours not known",
	"cost.hours_caption":
		"All incidents in {country} that are known here, documented ones among them. Hours of two at once count twice.",
	"cost.by_clock":
		"{clock} by the clock, {counted} counted by the networks still cut",
	"cost.all_have": "None: every method has its inputs.",
	"cost.give": "Give “{field}”",
	"cost.formula": "Formula",
	"cost.source": "Source",
	"cost.leaves_out": "Leaves out",
	"cost.caution": "Caution",
	"cost.input": "Input",
	"cost.value": "Value",
	"cost.year": "Year",
	"cost.from": "From",
	"cost.to": "To",
	"cost.models":
		"All are models. How far each is from published figures, which are models' figures too, stands in docs/methods/costs.md, which comes with the program.",
	"cost.hint_scope":
		"0.06 or 6%. Needed where some areas or some networks were cut; else the whole country is taken.",
	"cost.hint_countries": "The {count, number} that indicators ship for.",
	"cost.hint_service":
		"Weights are known for X and Telegram; give your own below for others.",
	"cost.hint_until": "Or leave it empty and give the hours.",
	"cost.hint_rate": "Only where a source that you trust states one.",
	"cost.hint_turnover": "Without separators: 250000.",
	"cost.hint_made_up": "Leave it empty where nothing was.",
	"cost.no_jobs":
		"No method counts jobs, lives, trust or the work of the press.",
	"cost.stretches": "Hours, stretch by stretch",
	"cost.stretches_caption":
		"Cut where a network began or came back. As no market shares are known, each network counts alike.",
	"cost.still_cut": "Networks still cut",

	// Outlook
	"outlook.title": "Outlook for {country}",
	"outlook.ahead": "Occasions ahead",
	"outlook.none_ahead":
		"No occasion of these days is in our data. That says nothing of occasions that are not.",
	"outlook.calendar":
		"<link>As a calendar to subscribe to</link>, with a reminder a week ahead. Put <code>alarm=14</code> in its address for another number of days, or <code>alarm=none</code> for none.",
	"outlook.days_text":
		"The chance that the onset of {kind} in {place} will be documented on the day. Days of an occasion are marked.",
	"outlook.whole": "the whole country",
	"outlook.basis": "What this rests on",
	"outlook.not_measured":
		"It is made from what is documented and not from measurements: <link>the record of {country}</link>.",
	"outlook.what": "What begins",
	"outlook.where": "Where",
	"outlook.days": "Days",
	"outlook.show": "Show",
	"outlook.likeliest":
		"The ten likeliest days, with nine tenths of what the model holds possible",
	"outlook.day": "Day",
	"outlook.forecast": "Forecast",
	"outlook.why": "Why",
	"outlook.description":
		"{kind} in {country}: the chance of each day, {days}, with its score against the average.",
	"outlook.under": "under {percent}",
	"outlook.moon":
		"{days}, a day either way: its date depends on a sighting of the moon.",
	"outlook.never_held": "It was not held in the days that the record covers.",
	"outlook.held":
		"Held {count, number} times since {year} in the days that the record covers: {with, number} with the onset of {kind} documented, {without, number} with none documented.",
	"outlook.no_chance": "No probability is given.",
	"outlook.chance":
		"Forecast for its likeliest day: {chance}, beside an average of {average}.",
	"outlook.too_far":
		"Forecasts so far ahead are no better than the average, which is {average} a day.",
	"outlook.lead_uncovered":
		"No list claims to hold every restriction in {country}, so no probability of {kind} can be given. Occasions are listed without one.",
	"outlook.lead_beyond":
		"These days lie further from the record of {country} than was ever scored, so no probability of {kind} is given.",
	"outlook.lead_average":
		"For these days a forecast of {kind} in {country} is no better than the average: an onset is documented on {average} of days.",
	"outlook.lead":
		"The likeliest day for the onset of {kind} in {country} is {day}: {chance} ({low} to {high}), beside an average of {average}.",
	"outlook.scores": "How good such forecasts were",
	"outlook.scores_text":
		"Every day from 2016 on was forecast from what was known before it: {days, number} days up to {until}, with {onsets, number} onset days. Beside it stand four simple forecasts that know no calendar.",
	"outlook.scores_caption":
		"Mean squared error (Brier; lower is better), and skill over the best of the four",
	"outlook.head_ahead": "Ahead",
	"outlook.best": "Best of the four",
	"outlook.skill": "Skill, 95% interval",
	"outlook.log_skill": "Log skill, 95% interval",
	"outlook.finding": "Finding",
	"outlook.better": "better than the average",
	"outlook.no_better": "no better than the average",
	"outlook.too_few": "too few onsets to say",
	"outlook.points":
		"Each point is a class of forecasts for the next day of {kind}: on the dashed line they are right. Bars are 95% intervals. Both axes are drawn as square roots.",
	"outlook.numbers": "The same in numbers",
	"outlook.forecasts": "Forecasts",
	"outlook.onset_days": "Onset days",
	"outlook.mean": "Mean forecast",
	"outlook.came_true": "Came true",
	"outlook.figure": "{kind} in {country}: forecasts and what came",
	"outlook.figure_days":
		"{days, number} days from 2016 to {until}, each forecast the day before.",
	"outlook.figure_finding":
		"In {right, number} of {count, number} classes of forecasts the share of days with an onset agrees with the forecast, within its 95% interval.",
	"outlook.figure_source": "Source: the documented record, up to {until}.",
	"outlook.axis_forecast": "forecast",
	"outlook.axis_onset": "days with an onset",
	"kind.any": "a restriction",
	"kind.cut": "a cut of the network",
	"kind.service": "a block or slowing of services",
	"kind.full": "a full shutdown",
	"kind.regional": "a shutdown of an area",
	"kind.mobile": "a cut of mobile service",
	"kind.fixed": "a cut of fixed lines",
	"kind.block": "a block of a service",
	"kind.throttling": "a slowing",
	"kind.outage": "an outage, its cause not established",

	// Being told: the form, its answers, mails
	"sub.title": "Be told when something changes",
	"sub.by_feed": "By a feed",
	"sub.feed_text":
		"A feed needs no mail address. Give one of these addresses to a feed reader or a calendar:",
	"sub.by_mail": "By mail",
	"sub.emulated": "Emulated data are never sent to anybody.",
	"sub.no_mail":
		"This site sends no mail: its operator has set up no mail server. Feeds carry the same news.",
	"sub.feed_incident": "How this incident is told, revision by revision (Atom)",
	"sub.feed_network": "{network} in {country} (Atom)",
	"sub.feed_dates": "Deadlines in {country} (calendar)",
	"sub.all_countries": "All countries",
	"sub.all_services": "All services",
	"sub.look": "Look into your mail",
	"sub.look_text":
		"If the address can be reached, a mail with a link is on its way to it. Nothing else is sent until you have opened that link and agreed, within {hours, number} hours.",
	"sub.want": "Do you want to be told?",
	"sub.want_leave": "Do you want to leave?",
	"sub.leave": "Leave",
	"sub.watched": "What is watched: {what}.",
	"sub.yes": "Yes, tell me",
	"sub.end": "End it and forget my address",
	"sub.will_be_told": "You will be told",
	"sub.quiet_hours": "Not between {from} and {until} ({zone}).",
	"sub.life":
		"After {days} without news a mail says that nothing happened. Where even that does not come, something is broken.",
	"sub.end_it": "End it",
	"sub.ended": "It has ended",
	"sub.removed": "Your address and all that was kept with it are removed.",
	"sub.topic_incidents": "restrictions",
	"sub.topic_dates": "deadlines and occasions ahead",
	"sub.topic_both": "both",
	"sub.each": "as it happens",
	"sub.daily": "once a day, where there is news",
	"sub.weekly": "once a week, where there is news",
	"sub.of_incident":
		"You will be told whenever <link>this incident</link> is told otherwise: its times, its networks, what stands behind it, its end, or that it is taken back. Leave this out to <all>watch a country or a service</all>.",
	"sub.of_cost":
		"You are told too when the cost of {range}, which you quote, is estimated otherwise.",
	"news.cost": "You quoted a cost of {before}. It is now estimated at {after}.",
	"news.cost_none":
		"You quoted a cost of {before}. No range is told of it any more.",
	"news.cost_until": "Both are up to {moment}.",
	"sub.address": "Your mail address",
	"sub.how_often": "How often",
	"sub.quiet": "Quiet hours, from and until",
	"sub.zone": "Your time zone",
	"sub.heartbeat": "Sign of life after days without news",
	"sub.ask": "Send me the question",
	"sub.promise":
		"A mail asks whether you want this. Nothing else is sent until you agree; after {hours, number} hours without an answer the address is forgotten. Mail is plain text, without pictures and without links that count who opens them. Every mail has a link that ends it at once, without signing in, and removes the address. Mail is no secret: your provider and ours can read what you watch.",
	"sub.network": "Network, by its number",
	"sub.what": "What happens",
	"sub.anything": "Anything",
	"sub.tell_of": "Tell me of",
	"sub.ahead": "Days ahead, of deadlines",
	"sub.no_address": "That is no mail address we could send to.",
	"sub.no_incident": "No such incident can be watched.",
	"sub.many": "Many have asked just now. Come back in an hour.",
	"sub.not_taken": "This was not taken",
	"sub.no_longer": "This link is no longer good",
	"sub.no_longer_text":
		"It has been used to leave, or was not used in time. You can ask again on the page about alerts.",
	"watch.incident": "incident {id}, quoted by its revision {revision}",
	"watch.restrictions": "restrictions {limits}",
	"watch.of": "of {names}",
	"watch.on": "on {names}",
	"watch.in": "in {names}",
	"watch.alone": "({names} alone)",
	"watch.dates":
		"deadlines and occasions in {countries}, {days, number} days ahead",
	"mail.confirm": "Confirm that you want to be told",
	"mail.confirm_text":
		"Somebody, most likely you, asked that this address be told of: {what}. Nothing is sent unless you open the page below within {hours, number} hours and press its button. If it was not you, do nothing: the address is then forgotten.",
	"mail.forget": "Forget this address now:",
	"mail.because": "You get this from {site} because you watch: {what}.",
	"mail.leave": "Leave at once, without signing in:",
	"mail.no_proof":
		"A failed measurement is not proof of blocking, and no measurement is not proof of access.",

	// Measurement, signals
	"meas.one":
		"One measurement, by one probe. It sets no state of a network or a country by itself.",
	"meas.others":
		"{count, plural, one {# more record was} other {# more records were}} received under this uid with other content. All are kept, and none serves as a control.",
	"meas.summary": "In short",
	"meas.facts": "What happened",
	"meas.by_probe": "Seen by the probe",
	"meas.by_helper": "Seen by the helper, from elsewhere",
	"meas.rules": "Rules that fired",
	"meas.held": "What it was held against",
	"meas.place": "Where the raw record stands",
	"meas.mechanism": "Mechanism",
	"meas.locus": "Where the cause sits",
	"meas.measured": "Measured",
	"meas.declared": "as the probe declares",
	"meas.test": "Test",
	"meas.probe": "Probe",
	"meas.fact": "Fact",
	"meas.layer": "Layer",
	"meas.done": "What was done, and what came of it",
	"meas.first":
		"The first {shown, number} of {all, number}; the JSON file has all.",
	"meas.decided": "decided its layer",
	"meas.on_facts": "facts",
	"meas.whole": "the measurement as a whole",
	"meas.that_day": "Measurements of {target} on this network that day",
	"meas.networks_saw":
		"What networks of all countries saw from {since} up to {until}. Judging leaves out the measurement's own country.",
	"meas.what": "What",
	"meas.yes": "Networks, yes",
	"meas.no": "Networks, no",
	"meas.countries": "Countries",
	"meas.got_address": "Got this address",
	"meas.got_asn": "Got an address of this network",
	"meas.resolved": "Resolved the name",
	"meas.connected": "Connected",
	"meas.tls": "Completed TLS",
	"meas.loaded": "Loaded the page",
	"meas.file": "File in the archive",
	"meas.member": "Member",
	"meas.line": "Line",
	"meas.hash": "SHA-256 of the record",
	"meas.reference": "Rules, reference data",
	"meas.left_out": "Fields left out",
	"locus.network": "in the network",
	"locus.resolver": "in the resolver",
	"locus.transit": "in transit between networks",
	"locus.server_side": "at the server, so not network blocking",
	"locus.unknown": "where is not known",
	"control.helper":
		"What a helper saw of the same target from elsewhere, in the same minutes.",
	"control.networks":
		"What other networks saw of the same names in the week before.",
	"control.both":
		"What a helper saw of the same target from elsewhere, and what other networks saw in the week before.",
	"control.none":
		"Nothing: neither a helper nor enough other networks looked at the same target.",
	"signal.heading": "Signals of others",
	"signal.changed":
		"{falls, number} of {count, plural, one {# signal} other {# signals}} changed in these weeks. Each has its own start and end, and none overrules another. A signal shows that something happened, never why.",
	"signal.table": "{caption}. A day without readings has no row.",
	"signal.lowest": "Lowest",
	"signal.highest": "Highest",
	"signal.readings": "Readings",
	"signal.none": "No reading is kept.",
	"signal.none_here": "No reading within these days; the last is of {day}.",
	"signal.not_looked": "Not yet looked at for changes.",
	"signal.steady": "No fall or rise found, {days}.",
	"signal.suspicion": "A suspicion, never a cause.",
	"signal.no_cause": "Cause not established.",

	// Explore, evidence, record, news
	"explore.title": "Explore measurements",
	"explore.none":
		"No measurements of it in this time. That is not the same as “not blocked”.",
	"explore.rows": "Row by row",
	"explore.row_count": "{count, plural, one {# row} other {# rows}}",
	"explore.parts": "One function at a time, since people lose them apart:",
	"explore.any": "Any",
	"explore.or_site": "or a site",
	"explore.first": "First day",
	"explore.last": "Last day",
	"explore.unit": "Service or site",
	"explore.same_data": "The same as data",
	"explore.json": "JSON, page by page",
	"explore.licence":
		"Every file states the licence of its data. Add <code>&commercial=true</code> for what may be used commercially.",
	"explore.more": "More than this form can ask",
	"explore.api":
		"<link>The API, as an OpenAPI document</link>: cells by hour, single measurements, incidents and the record.",
	"explore.sql": "<link>Ask in SQL</link>, for researchers.",
	"evidence.intro":
		"A dossier’s grounds come as one signed file. Your browser checks it here, by itself: the file goes nowhere, and this page is not allowed to connect to anything.",
	"evidence.no_script":
		"Checking in the browser needs script. Without it, use the program:",
	"evidence.checked": "What is checked",
	"evidence.file": "Evidence file: choose it, or drop it anywhere on this page",
	"evidence.key":
		"Fingerprint of the keeper’s root key, as you had it from the keeper by another way",
	"evidence.heads": "heads.json, as somebody else kept it (where you have one)",
	"evidence.trust": "Trust neither this page nor the file",
	"evidence.save":
		"<save>Save the verifier</save> as one page that works without a connection. Have an expert read it: it is <script>one script</script> and needs nothing else.",
	"evidence.fingerprint":
		"A fingerprint that you take from the file, or from here, proves nothing. Ask the keeper for it.",
	"evidence.ledger":
		"<heads>Heads of the ledger</heads> (<feed>feed</feed>): who keeps them from day to day can show later that nothing before was changed.",
	"record.title": "The record of {country}",
	"record.what":
		"What press, courts, officials and others said and reported, each with its sources. It is a track of its own: nothing in it was measured by this site, and no measurement changes it.",
	"record.count":
		"{count, plural, one {# documented restriction} other {# documented restrictions}}",
	"record.others":
		"{count, plural, one {# other entry} other {# other entries}}",
	"record.dated":
		"{count, plural, one {# dated entry} other {# dated entries}}",
	"record.source_count": "{count, plural, one {# source} other {# sources}}",
	"record.whole": "The whole record, every entry with its sources",
	"record.next": "What is likely next, by this record",
	"record.revisions": "Its entry and revisions",
	"record.incident": "Its incident",
	"record.took": "How long it took",
	"record.questions": "Open questions",
	"record.between": "Days between dated entries",
	"record.interval": "Interval",
	"record.by_entry": "Documented, entry by entry",
	"record.sources": "Sources:",
	"record.quoted": "Entries are quoted in English, as the record holds them.",
	"about.title": "What this site can and cannot tell",
	"news.opened": "New",
	"news.widened": "Now the whole country",
	"news.ended": "Ended",
	"news.resumed": "Again",
	"news.withdrawn": "Taken back",
	"news.revised": "Revised",
	"news.nothing": "Nothing happened in {days}",
	"news.nothing_text":
		"Nothing was found in the last {days} of what you watch: {what}. This message shows that messages reach you.",

	// Cell
	"cell.title": "{name} on {day}",
	"cell.volume": "{measurements} in {sessions} on this network: {states}.",
	"cell.unjudged": "{count, number} cannot be judged.",
	"cell.floor":
		"One measurement has no evidence floor; a day does. Measurements of one session come from the same probe and do not count as independent. The chart counts the sessions of the most measured address alone.",
	"cell.first": "The first {shown, number} of {all, number}.",
	"cell.time": "Time (UTC)",
	"cell.tested": "What was tested",
} as const;
