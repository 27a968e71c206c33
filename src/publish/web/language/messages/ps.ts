import type { Translation } from "./translation.ts";

export const ps: Translation = {
	reviewed: [],
	messages: {
		"frame.skip": "منځپانګې ته لاړ شئ",
		"frame.site": "سایټ",
		"frame.now": "اوس",
		"frame.countries": "هېوادونه",
		"frame.incidents": "پېښې",
		"frame.cost": "زیان",
		"frame.explore": "پلټنه",
		"frame.about": "په اړه",
		"frame.emulated_title": "{title} (جوړه شوې ډېټا)",
		"frame.emulated":
			"<strong>جوړه شوې ډېټا.</strong> دا هېواد نشته. اندازې یې یوه پروګرام جوړې کړې دي، څو نوې نصبونه د ښودلو لپاره څه ولري.",
		"frame.as_data": "دا پاڼه د ډېټا په توګه:",
		"frame.watch":
			"دا پاڼه وڅارئ: <feed>فیډ (Atom)</feed> · <mail>په برېښنالیک</mail>",
		"frame.followed": "سرچینې وروستی ځل {ago} وڅارل شوې.",
		"frame.not_followed":
			"سرچینې نه څارل کېږي: وروستی پړاو {ago} پای ته ورسېد.",
		"frame.limits":
			"ټول وختونه UTC دي. ناکامه اندازه د بندیز ثبوت نه دی، او د اندازې نشتوالی د لاسرسي ثبوت نه دی: <about>دا سایټ څه ویلای شي او څه نه</about>.",
		"frame.licence": "جواز او سرچینې",
		"frame.rejects": "هغه څه چې ونه لوستل شول",
		"frame.evidence": "د شواهدو دوتنه وګورئ",
		"frame.report": "ستاسو لپاره کار کوي؟",
		"language.menu": "ژبه",
		"language.review":
			"دا ژباړه ماشین کړې او د انسان د کتنې په تمه ده. هغه څه چې لا نه دي ژباړل شوي په انګلیسي دي. <english>Read this page in English.</english>",
		"problem.home": "وګورئ اوس څه محدود دي",
		"problem.not_found": "ونه موندل شو",
		"problem.not_found_text":
			"په دې پته څه نشته. ښايي ناسمه لیکل شوې وي، یا دا اندازه په دې کاري ځای کې نه وي.",
		"state.blocked": "بند",
		"state.likely_blocked": "ښايي بند",
		"state.throttled": "ورو شوی",
		"state.impaired": "اغېزمن",
		"state.down": "له کاره لوېدلی",
		"state.ok": "د لاسرسي وړ",
		"state.insufficient": "نیمګړې ډېټا",
		"layer.dns": "د نوم موندنه (DNS)",
		"layer.tcp": "نښلول (TCP)",
		"layer.tls": "د کوډولو پیل (TLS)",
		"layer.http": "ویب تبادله (HTTP)",
		"layer.quic": "QUIC (HTTP/3)",
		"layer.app": "اپلیکېشن",
		"count.session": "{count, plural, one {# ناسته} other {# ناستې}}",
		"count.measurement": "{count, plural, one {# اندازه} other {# اندازې}}",
		"count.network": "{count, plural, one {# شبکه} other {# شبکې}}",
		"count.measured network":
			"{count, plural, one {# اندازه شوې شبکه} other {# اندازه شوې شبکې}}",
		"count.country": "{count, plural, one {# هېواد} other {# هېوادونه}}",
		"count.measured country":
			"{count, plural, one {# اندازه شوی هېواد} other {# اندازه شوي هېوادونه}}",
		"count.service or site":
			"{count, plural, one {# خدمت یا سایټ} other {# خدمتونه او سایټونه}}",
		"count.entry": "{count, plural, one {# ثبت} other {# ثبتونه}}",
		"count.hour": "{count, plural, one {# ساعت} other {# ساعتونه}}",
		"count.day": "{count, plural, one {# ورځ} other {# ورځې}}",
		"time.just_now": "همدا اوس",
		"time.moment": "{day}، {time} UTC",
		"time.on": "په {day}",
		"time.between": "د {first} او {last} ترمنځ",
		"place.emulated": "جوړ شوی هېواد",
		"place.unknown": "نامعلوم هېواد",
		"chart.emulated": "{title} (جوړ شوی)",
		"chart.emulated_tag": "جوړه شوې ډېټا",
		"chart.emulated_axis": "جوړه شوې ډېټا",
		"chart.blank": "تش: اندازه نشته",
		"chart.measured": "{days}، ورځې په UTC. وروستۍ اندازه {moment}.",
		"chart.unmeasured": "{days}، ورځې په UTC. اندازه نشته.",
		"chart.source":
			"سرچینه: دې سایټ ته راوړل شوې اندازې. په ورځ کې له ۳ ناستو لږ: نیمګړې ډېټا.",
		"chart.source_emulated":
			"سرچینه: د پروګرام جوړې شوې اندازې. په ورځ کې له ۳ ناستو لږ: نیمګړې ډېټا.",
		"chart.hidden":
			"{count, number} نور چې ناستې یې لږې دي په CSV دوتنه کې دي.",
		"chart.label": "چارټ: {title}",
		"chart.earlier": "مخکینۍ اوونۍ",
		"chart.later": "وروستۍ اوونۍ",
		"chart.files": "دا چارټ:",
		"chart.last_measured": "وروستۍ اندازه‌ګیري {moment}.",
		"chart.none_measured": "هیڅ اندازه‌ګیري نشته.",
		"embed.how": "دا چارټ په خپله پاڼه کې وښایاست",
		"embed.what":
			"<link>چارټ د خپلې جملې سره</link>، پرته له سکریپټ او پرته له داسې څه چې لوستونکي څاري. تل د خپلې پتې تر ټولو نوي معلومات ښيي.",
		"embed.back": "{site}: څه یې تر شا دي، او همدا معلومات په جدول کې",
		"tracks.heading": "اندازه، ویناوې او نېټې",
		"tracks.title": "درې کرښې: {title}",
		"tracks.caption":
			"څه اندازه شول، څه وویل شول، او څه امر شول او کله باید شوي وای، هر یو په خپله کرښه د وخت پر یوه محور. هره نښه په لاندې دوسیه کې شمېره لري.",
		"cite.heading": "دې پاڼې ته حواله ورکړئ",
		"cite.line": "{site}: «{title}»، بیاکتنه {revision}، {day}.",
		"cite.of_ledger":
			"د دې بیاکتنې SHA-256 لکه څنګه چې دفتر یې ساتي (معیاري JSON):",
		"cite.of_table":
			"د <link>چارټ د جدول</link> (CSV) SHA-256. کله چې وروسته راغلي معلومات یا نوي قواعد یې بدل کړي، پته یې وايي. د چارټ پورته جملې د نن دي.",
		"cite.changed":
			"معلومات د {asked} بیاکتنې راهیسې بدل شوي دي: دا {shown} بیاکتنه ده. د چارټونو پخواني حالتونه نه ساتل کېږي؛ <link>څه بیا ترلاسه کېدای شي</link>.",
		"cite.newer":
			"دا {revision} بیاکتنه ده، چې {moment} ویل شوې. <link>نوې بیاکتنه شته</link>، چې {newest} ویل شوې. چارټ او د ریکارډ ثبتونه د نن دي.",
		"chart.table": "همدا ډېټا په جدول کې",
		"chart.table_caption":
			"{caption}. که بل څه ونه ویل شي، شمېرې د ناستو دي. کرښه: اندازه نشته.",
		"chart.day": "ورځ (UTC)",
		"chart.by_network": "{subject} په {country} کې، د شبکې او ورځې له مخې",
		"strip.none": "{subject}: په هېڅ ورځ دومره ناستې نشته چې څه وویل شي.",
		"strip.unit_ok": "{subject} د بسو ناستو په {rows} کې محدود ونه موندل شو.",
		"strip.place_ok":
			"{subject}: د بسو ناستو په {rows} کې هېڅ محدود ونه موندل شو.",
		"strip.peak":
			"په لوړه کچه، {day}، د بسو ناستو له {rows} څخه {count, number}",
		"strip.explained":
			"د {subject} اندازې {days} {states} ښيي، {peak}؛ لامل یې بل څه دی.",
		"strip.unit": "{subject} {days} {states}: {peak}.",
		"strip.place": "{subject}: {days} {states}، {peak}.",
		"weight.sessions":
			"له {total, plural, one {# ناستې} other {# ناستو}} څخه {count, number}",
		"weight.measurements":
			"له {total, plural, one {# اندازې} other {# اندازو}} څخه {count, number}، {sessions}",
		"weight.cell": "{row}، {day}: {state}، {weight}",
		"finding.state": "په {count, number} کې {state}",
		"finding.restricted": "له {networks} څخه {states}",
		"finding.not_restricted": "په {networks} کې محدود ونه موندل شو",
		"finding.line": "<subject>{unit}</subject>: {restriction}، {tail}.{also}",
		"finding.line_in":
			"<subject>{unit}</subject>، <place>{country}</place>: {restriction}، {tail}.{also}",
		"finding.measured": "وروستۍ اندازه {ago}",
		"finding.measured_old": "د وروستۍ اندازې پر مهال، {ago}",
		"finding.one_network": "{measured}؛ یوازې په یوه شبکه، {network}",
		"finding.insufficient":
			"{measured}؛ د {count, plural, one {# بلې شبکې} other {# نورو شبکو}} ډېټا نیمګړې ده",
		"finding.also": "همدارنګه: {units}.",
		"finding.share_all": "له {count, number} څخه {count, number} {state}",
		"finding.share_state": "{count, number} {state}",
		"finding.share": "له {total, number} څخه {states}",
		"finding.below": "د {count, number} ډېټا نیمګړې",
		"past.networks":
			"{days} په {count, plural, one {# شبکه} other {# شبکو}} کې {states}",
		"past.one_network": "{days} یوازې په یوه شبکه، {network}، {states}",
		"past.measured": "{past}؛ {measured}",
		"reach.line":
			"په هغو شبکو محدود چې د ګرځنده کاروونکو {share} لري ({source}، {vintage}؛ د {unknown, number}% په اړه نامعلوم): {networks}",
		"reach.between": "شاوخوا {low, number}–{high, number}%",
		"reach.about": "شاوخوا {high, number}%",
		"reach.under": "له {high, number}% کم",
		"incidents.measured": "په {country} کې وروستۍ اندازه‌ګیري {ago}.",
		"past.line": "<subject>{unit}</subject>: {past}.{also}",
		"past.line_in":
			"<subject>{unit}</subject>، <place>{country}</place>: {past}.{also}",
		"stale.newest": "تر ټولو نوې اندازې د {day} دي، {ago}. «اوس» هماغه وخت دی.",
		"head.country": "هېواد",
		"head.network": "شبکه",
		"head.networks": "شبکې",
		"head.service": "خدمت",
		"head.services": "خدمتونه",
		"head.site": "سایټ",
		"head.state": "حالت",
		"head.evidence": "شواهد",
		"head.sessions": "ناستې",
		"head.measurements": "اندازې",
		"head.by_state": "شبکې د حالت له مخې",
		"head.measured_since": "اندازه کېږي له",
		"head.last_measured": "وروستۍ اندازه",
		"head.restricted_services": "اوس محدود خدمتونه",
		"head.restricted_now": "اوس محدود",
		"head.restricted_before":
			"په تېرو اتو اوونیو کې محدود، اوس داسې ونه موندل شو",
		"head.documented": "مستند، نه دی اندازه شوی",
		"head.day_by_day": "ورځ په ورځ",
		"country.unmeasured":
			"په دې کاري ځای کې په {country} کې څه نه دي اندازه شوي، نو نشو ویلای چې هلته څه محدود دي.",
		"country.restricted": "{unit}: {restriction}، {tail}.",
		"country.more":
			"{count, plural, one {# بل خدمت یا سایټ محدود دی} other {# نور خدمتونه او سایټونه محدود دي}}.",
		"country.insufficient":
			"ډېټا بس نه ده چې ووایو په {country} کې څه محدود دي.",
		"country.ok":
			"اوس بندیز ونه موندل شو؛ په {networks} کې {units} اندازه شول.",
		"country.before": "{unit}: {past}.",
		"country.no_measurements":
			"په دې کاري ځای کې اندازه نشته. د زیاتولو لپاره:",
		"country.by_network": "{unit}، شبکه په شبکه",
		"country.when": "هر یو کله پیل او پای ته ورسېد، شبکه په شبکه",
		"country.services": "اوس خدمتونه",
		"country.services_caption":
			"شبکې د هغه څه له مخې چې تر {days, number} ورځو په تر ټولو لنډه موده کې، چې بسې ناستې لري، ښيي؛ پای {day}.",
		"country.sites": "نور سایټونه چې د بندیز نښې لري",
		"country.sites_caption":
			"هغه موخې چې د لړ هېڅ خدمت نه دي؛ د لاسرسي وړ نه دي لیکل شوي.",
		"country.networks_caption":
			"{networks} اندازه شول، {days}. شبکې پروبونه پخپله اعلانوي.",
		"country.no_service": "هېڅ خدمت نه دی اندازه شوی.",
		"country.share": "له {total, number} څخه {count, number}",
		"arrival.lag":
			"نیمايي ناستې د اندازې په {half} کې راورسېدې، له لسو نهه په {most} کې (له {sessions} چې معلومې دي): تر ټولو نوي ساعتونه بشپړ نه دي.",
		"arrival.hour": "یوه ساعت",
		"network.insufficient":
			"ډېټا بس نه ده چې ووایو اوس په {network} کې څه محدود دي.",
		"network.ok": "اوس بندیز ونه موندل شو، د بسو ناستو {units}.",
		"network.restricted":
			"اوس محدود: {names}؛ د بسو ناستو له {units} څخه {count, number}.",
		"network.more": "{count, number} نور",
		"now.title": "اوس څه محدود دي",
		"now.empty": "دلته لا څه نه دي اندازه شوي",
		"now.ok": "په {countries} کې محدود څه ونه موندل شول",
		"now.restricted": "په {countries} کې {units} محدود",
		"now.restricted_more":
			"په {countries} او {count, number} نورو کې {units} محدود",
		"now.first":
			"دا کاري ځای رښتینې اندازې نه لري. یو ارشیف راوړئ، دا پاڼه به ووایي چې څه، چېرته او په څومره شبکو کې محدود دي.",
		"now.next": "بل ګام",
		"now.import_own": "د OONI د اندازو دوتنه یا پوښۍ چې لرئ یې:",
		"now.import_public": "د OONI له عامه ارشیفه د یوه هېواد درې ورځې:",
		"now.none":
			"له بسو شواهدو سره بندیز ونه موندل شو. دا د «محدود نه دی» په مانا نه دی: لاندې وګورئ څومره اندازه شوي.",
		"now.countries": "هېوادونه چې اندازې لري",
		"now.insufficient": "نیمګړې ډېټا",
		"now.insufficient_text":
			"ناستې دومره لږې دي چې د هېواد په اړه څه ونه وویل شي، یا نښې چې د سرلیک لپاره بس نه دي؛ سرلیک {count, number} ناستې غواړي.",
		"map.restricted": "اوس محدود",
		"map.measured": "اندازه شوي، هیڅ محدودیت ونه موندل شو",
		"map.unknown": "کافي معلومات نشته",
		"map.note":
			"هر هېواد په لېستونو کې شته. پولې ښيي چې واک د چا دی (نېچرل ارت)؛ ټوټه‌يي پولې پر شخړه دي.",
		"now.suspected":
			"<unit>{name}</unit>، <place>{country}</place>: په {networks} کې {sessions}",
		"now.thin": "<place>{country}</place>: {networks}، وروستۍ اندازه {ago}",
		"now.emulated": "جوړ شوی: د کتلو لپاره یوه کیسه",
		"now.emulated_text":
			"جوړ شوی هېواد نشته. اندازې یې د رښتینو په څېر وارزول شوې.",
		"now.documented":
			"څه چې رسنیو، محکمو او چارواکو ویلي، د هر هېواد په پاڼه کې له اندازو جلا لیکل شوي.",
		"incidents.ongoing": "روانې پېښې",
		"incidents.all": "ټولې پېښې",
		"incidents.documented":
			"{count, plural, one {# بله پېښه روانه ثبت شوې} other {# نورې پېښې روانې ثبت شوې}}، نه دي اندازه شوې.",
		"incident.internet": "انټرنېټ",
		"incident.service_block": "{service} بند",
		"incident.throttling": "{service} ورو شوی",
		"incident.mobile_data_shutdown": "موبایل انټرنېټ پرې",
		"incident.fixed_line_shutdown": "ثابت انټرنېټ پرې",
		"incident.internet_cut": "انټرنېټ پرې",
		"incident.withholding": "په {service} کې حسابونه یا منځپانګه ایسار",
		"incident.fault": "د {service} ستونزه، بندیز نه دی",
		"incident.outage": "د {service} پرېکون",
		"incident.undetermined": "په {service} کې بدلون، ډول یې نامعلوم",
		"incident.fell_silent": "اندازې چې غلې شوې",
		"incident.in": "په {place} کې",
		"incident.in_area": "په {areas}، {country} کې",
		"incident.on": "په {network}، {country} کې",
		"incident.title": "{what} {where}",
		"incident.title_suspicion": "نیمګړې ډېټا: نښې: {what} {where}",
		"incident.title_withdrawn": "بېرته اخیستل شوی: {what} {where}",
		"incident.title_explained": "بندیز نه دی: چې داسې ښکارېده: {what} {where}",
		"incident.announced": "اعلان شوی",
		"incident.ongoing": "روان",
		"incident.ended": "پای ته رسېدلی",
		"incident.ending_unknown": "پای نامعلوم",
		"incident.withdrawn": "بېرته اخیستل شوی",
		"incident.merged": "د بلې پېښې برخه",
		"incident.no_restriction": "بندیز نه دی",
		"incident.before": "له {moment} مخکې",
		"incident.local_days":
			"{days} ({count, plural, one {سیمه‌ییزه ورځ} other {سیمه‌ییزې ورځې}})",
		"incident.in_hour": "د {moment} په ساعت کې",
		"incident.most_likely": "{bracket}، ډېر احتمال {moment}",
		"incident.or_later": "{day} یا وروسته",
		"incident.sessions": "په {networks} کې له {sessions} څخه {count, number}",
		"incident.documented": "مستند، نه دی اندازه شوی",
		"incident.told": "{status}: پیل {began}. {shown}",
		"incident.told_ended": "{status}: پیل {began}، پای {ended}. {shown}",
		"incident.told_documented":
			"مستند، نه دی اندازه شوی، {status}: سرچینې وايي پیل {began}.",
		"incident.told_documented_ended":
			"مستند، نه دی اندازه شوی، {status}: سرچینې وايي پیل {began}، پای {ended}.",
		"incident.told_withdrawn": "بېرته اخیستل شوی: {reason}",
		"incident.not_an_outage": "ډېټا بس نه ده چې پرېکون یې وبولو",
		"incident.not_a_restriction": "ډېټا بس نه ده چې بندیز یې وبولو",
		"incident.not_published": "د بندیز په توګه نه دی خپور شوی",
		"incident.shown": "شواهد: {evidence}.",
		"incident.strip": "اندازه شوي، شبکه په شبکه",
		"incident.facts": "تر شا یې څه دي",
		"incident.head": "پېښه",
		"incident.status": "وضعیت",
		"incident.head_began": "پیل",
		"incident.head_ended": "پای",
		"incident.how": "څنګه",
		"incident.none": "هېڅ. دا د «هېڅ محدود نه وو» په مانا نه دی.",
		"meaning.blocked":
			"داسې قاعده پوره شوه چې یوازې یوه مانا لري، او د سانسور ځانګړې نښه ولیدل شوه: پېژندل شوې د بندیز پاڼه یا پېژندل شوی جعلي ځواب.",
		"meaning.likely_blocked":
			"داسې قاعده پوره شوه چې یوازې یوه مانا لري، خو ځانګړې نښه ونه لیدل شوه. د بندیز له پاڼې پرته ډېری بندیزونه همداسې وي.",
		"meaning.throttled": "ورسېدل شو، خو داسې ورو شو چې له موخې سره تړلی دی.",
		"meaning.impaired": "کار نه کوي او لامل یې روښانه نه دی. دا بندیز نه دی.",
		"meaning.down": "له هېڅ ځایه کار نه کوي، د بندیز نښه نشته.",
		"meaning.ok": "ورسېدل شو.",
		"meaning.insufficient":
			"ډېرو لږو ناستو څه وویل. نه د لاسرسي وړ دی نه بند؛ موږ نه پوهېږو.",
		"incidents.title_in": "په {country} کې پېښې",
		"incidents.headline":
			"{measured, plural, one {# بندیز اندازه شوی} other {# بندیزونه اندازه شوي}}، {ongoing, number} یې روان؛ {documented, plural, one {# بل مستند دی} other {# نور مستند دي}}، نه دي اندازه شوي.",
		"incidents.outages":
			"ترڅنګ یې {count, plural, one {# پرېکون} other {# پرېکونونه}}، لامل یې نه دی ثابت.",
		"incidents.caption":
			"لومړی روانې، بیا تر ټولو نوې. ورځې تر ټولو احتمالي دي؛ موده د هرې پېښې په پاڼه کې ده.",
		"incidents.all_countries": "د ټولو هېوادونو پېښې",
		"page.newer": "نوې",
		"page.older": "زړې",
		"page.of": "پاڼه {page, number} له {last, number}",
		"incident.explained":
			"بل څه چې دا څرګندوي، نو د بندیز په توګه نه خپرېږي: {why}",
		"incident.worldwide": "همدا بدلون یو وخت په ډېرو هېوادونو کې راغی.",
		"incident.instrument": "دا د پروب له یوې نسخې سره تړلی، نه له شبکې سره.",
		"incident.own_change":
			"په هغه وخت کې زموږ خپلې قاعدې یا حوالې ډېټا بدله شوه.",
		"incident.composition":
			"د پخوا په پرتله نورو پروبونو یا ریزالورونو ځواب ورکړ؛ یو یې هم نه دی بدل شوی.",
		"incident.source_late":
			"سرچینه په نورو ځایونو کې هم غلې شوه، نو یوازې ناوخته وه.",
		"incident.control_outage":
			"څه چې اندازې ورسره پرتله کېدې، پخپله له کاره ولوېدل.",
		"incident.documented_as_fault": "ریکارډ یې ستونزه بولي، نه بندیز.",
		"incident.strip_note":
			"پر خانو کلک چوکاټ ښيي چې په شبکه کې کله پیل شو، مات چوکاټ چې کله پای ته ورسېد؛ څومره چې نری وي، هومره ډاډمن دی. همدا مودې لاندې د شبکو په جدول کې دي.",
		"incident.networks_caption":
			"ناستې هغه دي چې د پېښې پر مهال یې بندیز وښود، له ټولو هغو چې څه یې وویل؛ هره یوه یو ځل شمېرل شوې. شبکې پروبونه پخپله اعلانوي.",
		"incident.when": "کله، په UTC",
		"incident.not_alone": "یوازې له دې شبکې نه معلومېږي.",
		"incident.began_at": "پیل {when}.",
		"incident.ended_at": "پای {when}.",
		"incident.not_known": "نامعلوم",
		"incident.not_shown": "نه دی ښودل شوی",
		"incident.cause": "لامل",
		"incident.witness": "یوه اندازه چې دا ښيي",
		"incident.detectable": "لومړی ځل ویل کېدای شو",
		"incident.with_data": "د {moment} له ډېټا سره",
		"incident.targets": "موخې",
		"incident.aliases": "نور پېژندونکي چې دلته راځي",
		"incident.dossier": "دوسیه",
		"incident.dossier_text":
			"څه چې اندازه، ویل شوي او لازم وو، له شمېرل شویو شواهدو او ټولو مخالفو دلیلونو سره، د خوندي کولو او چاپ لپاره:",
		"incident.revisions": "څنګه وویل شو",
		"incident.revisions_caption":
			"ویل شوي نه هېرېږي: ناوخته ډېټا یې بیا کتنه کوي، او هره بیا کتنه په دفتر کې ساتل کېږي.",
		"incident.revision": "بیا کتنه",
		"incident.told_at": "د ویلو وخت",
		"incident.changed": "څه بدل شول او ولې",
		"network.kicker": "په <place>{country}</place> کې شبکه",
		"network.volume":
			"تر {day} په اتو اوونیو کې {sessions}، {measurements}؛ وروستۍ اندازه {ago}.",
		"network.no_volume":
			"تر {day} په اتو اوونیو کې ناسته نشته؛ وروستۍ اندازه {ago}.",
		"network.caption":
			"تر {days, number} ورځو په تر ټولو لنډه موده کې چې بسې ناستې لري. د هېڅ خدمت سایټونه یوازې هلته لیکل شوي چې څه ونه رسېدل شول.",
		"network.rules": "دلته پلي شوې قاعدې",
		"network.resolvers": "دلته کارېدونکي ریزالورونه",
		"network.resolvers_text":
			"هغه شبکه چې د پروب ریزالور ورپورې تړلی. د بلې شبکې ریزالور د هغې شبکې لاسوهنه ښودلای شي، یا هېڅ.",
		"network.declared":
			"د اندازې شبکه او هېواد پروب اعلانوي. یوه ورځ د حالت لپاره {count, number} ناستې غواړي؛ دا کچه لنډمهاله ده.",
		"service.in": "په <place>{country}</place> کې خدمت",
		"service.all_countries": "ټول هېوادونه",
		"service.unmeasured":
			"{service} په دې کاري ځای کې په هېڅ رښتیني هېواد کې نه دی اندازه شوی.",
		"service.unmeasured_in":
			"{service} په دې کاري ځای کې په {country} کې نه دی اندازه شوی.",
		"service.restricted": "په {country} کې {unit}: {restriction}، {tail}.",
		"service.more":
			"په {count, plural, one {# بل هېواد} other {# نورو هېوادونو}} کې محدود دی.",
		"service.insufficient":
			"ډېټا بس نه ده چې ووایو {service} اوس محدود دی که نه.",
		"service.insufficient_in":
			"ډېټا بس نه ده چې ووایو {service} په {country} کې اوس محدود دی که نه.",
		"service.ok":
			"{service} اوس په {countries} کې، چې بسه ډېټا لري، محدود ونه موندل شو.",
		"service.ok_in": "{service} په {country} کې اوس محدود ونه موندل شو.",
		"service.by_country": "{unit}، هېواد په هېواد",
		"service.function": "دنده",
		"service.functions": "دندې",
		"service.tested": "څه ازمویل کېږي",
		"service.emulated":
			"د دې خدمت جوړه شوې ډېټا جلا ساتل کېږي: <page>{service} په جوړ شوي هېواد کې</page>.",
		"service.domains": "ډومېنونه: <names>{names}</names>",
		"service.tests": "خپلې ازموینې: <names>{names}</names>",
		"service.whole": "دندې یې جلا نه دي؛ دلته خبره د ټول خدمت ده.",
		"service.untested": "نه دی ازمویل شوی: هېڅ ازموینه ورته نه رسېږي.",
		"service.not_measured": "نه دی اندازه شوی.",
		"service.not_here": "دلته نه دی اندازه شوی.",
		"service.networks": "شبکې: {states}.",
		"service.not_enough": "نیمګړې ډېټا.",
		"service.share":
			"له {countries} څخه چې بسه ډېټا لري په {count, number} کې محدود.",
		"service.tested_by": "ازموینه په {targets}.",
		"service.any_of": "ازموینه په {targets}؛ هر یو یې بس دی.",
		"service.all_of": "ازموینه په {targets}؛ ټول پکار دي.",
		"service.by_day": "د ورځې له مخې",
		"network.rule": "قاعده",
		"network.no_rule": "هېڅ قاعده پلې نه شوه.",
		"network.rules_caption":
			"د {days} په اندازو کې. هره پلې شوې قاعده شمېرل شوې، هلته هم چې بلې پرېکړه کړې.",
		"network.resolver": "د ریزالور شبکه",
		"network.own": "د همدې شبکې خپل",
		"chart.by_service": "{subject} په {country} کې، د خدمت او ورځې له مخې",
		"chart.by_country": "{subject} د هېواد او ورځې له مخې",
		"chart.of_incident": "{title}، د شبکې او ورځې له مخې",
		"weight.networks":
			"له {total, plural, one {# شبکې} other {# شبکو}} څخه په {count, number} کې، {sessions}",
		"weight.few_networks":
			"د بسو ناستو {count, plural, one {# شبکه} other {# شبکې}}، {sessions}",

		// Report: does it work for you?
		"word.yes": "هو",
		"word.no": "نه",
		"form.choose": "وټاکئ",
		"form.send": "ولېږئ",
		"form.too_much": "دا په یو ځل ډېر زیات وو.",
		"form.not_ours": "دا فورمه زموږ له کومې پاڼې نه ده لېږل شوې.",
		"report.choose":
			"یو خدمت وټاکئ. بله پاڼه ښيي چې ازموینه به له چا سره اړیکه نیسي؛ تر تڼۍ کېکاږلو مخکې له هیچا سره اړیکه نه نیول کېږي.",
		"report.go_on": "مخته",
		"report.visitors": "لیدونکي څه وايي",
		"report.title_of": "{service}: ستاسو لپاره کار کوي؟",
		"report.think":
			"<strong>لومړی فکر وکړئ.</strong> ستاسو د انټرنېټ شرکت ویني چې تاسو په دې سایټ کې یاست، او ازموینه له کومو سایټونو سره اړیکه نیسي. که دا تاسو ته خطر جوړولای شي، مخته مه ځئ.",
		"report.look_heading": "پرېږدئ چې دا براوزر وګوري",
		"report.contacts": "که تڼۍ کېکاږئ، ستاسو براوزر له دوی سره اړیکه نیسي:",
		"report.compares":
			"او د دې لپاره چې معلومه شي ستاسو کرښه بیخي کار کوي که نه:",
		"report.asks":
			"له هر یوه یو کوچنی انځور، یوه پاڼه او یوه دوامداره اړیکه غواړي. که په کوم یوه کې ننوتي یاست، هغه مو پېژندلای شي، لکه هر وخت چې یوه پاڼه د هغه انځورونه ښيي. څه چې وموندل شي په همدې براوزر کې پاتې کېږي تر څو یې لاندې ونه لېږئ.",
		"report.look": "اوس وګوره",
		"report.address": "پته",
		"report.picture": "انځور",
		"report.page": "پاڼه",
		"report.lasting": "دوامداره اړیکه",
		"report.no_script":
			"له سکرېپټ پرته دا پاڼه له هیچا سره اړیکه نه نیسي. بیا هم ویلای شئ چې څه وینئ.",
		"report.say_heading": "ووایئ چې څه وینئ",
		"report.here_now": "{service}، دلته او اوس",
		"report.works": "زما لپاره کار کوي",
		"report.works_not": "زما لپاره کار نه کوي",
		"report.country": "په کوم هېواد کې یاست",
		"report.kept": "څه ساتل کېږي",
		"report.kept_what":
			"خدمت، ستاسو ځواب، هېواد، ساعت، د ازموینې موندنې، او ستاسو د انټرنېټ شرکت شمېره.",
		"report.kept_not":
			"ستاسو پته نه. یوازې د شرکت د موندلو او په ورځ کې د یوې کرښې د یو ځل شمېرلو لپاره کتل کېږي، بیا هېرېږي.",
		"report.kept_shown":
			"شمېرې د هېواد او ورځې له مخې ښودل کېږي، له بلې ورځې وروسته. راپورونه کمزوری ثبوت دی: شک پارولای شي چې څوک باید اندازه کړي، خو هېڅکله پرېکړه نه کوي چې یو شی بند دی.",
		"report.thanks": "مننه",
		"report.repeat":
			"نن ستاسو له کرښې چا د {service} راپور لا مخکې ورکړی: یوه کرښه په ورځ کې یو ځل شمېرل کېږي.",
		"report.taken":
			"د {service} په اړه ستاسو راپور وساتل شو. له سبا راهیسې د نن په شمېرو کې ښکاري.",
		"report.another": "بل خدمت",
		"report.none": "د وروستیو ورځو راپور نشته. د نن راپورونه سبا ښکاري.",
		"report.suspicion_means":
			"چېرې چې لږ تر لږه پنځه کسان ووایي خدمت کار نه کوي، او له هغو زیات وي چې وایي کار کوي، هلته <strong>شک</strong> دی: باید اندازه شي. دا موندنه نه ده.",
		"report.head_works": "کار کوي",
		"report.head_fails": "کار نه کوي",
		"report.suspicion": "شک",
		"report.not_taken": "دا راپور وانه خیستل شو",
		"report.too_many": "ستاسو له کرښې ډېر راپورونه راغلي. وروسته راشئ.",
		"report.no_service": "دلته داسې خدمت نه دی پېژندل شوی.",
		"report.looking": "{host} کتل کېږي …",
		"report.answered": "ځواب یې راکړ، {ms} ملي ثانیې",
		"report.silent": "هېڅ، {ms} ملي ثانیې",
		"report.found_none":
			"هیچا ځواب رانه کړ. آنلاین یاست؟ دا د خدمت په اړه څه نه وايي.",
		"report.found_all":
			"ستاسو براوزر له هرې پتې ځواب ترلاسه کړ. دا ثبوت نه دی چې اپلېکېشن یا ټول سایټ کار کوي.",
		"report.found_some":
			"ځینو پتو ځواب ورکړ او ځینو نه. دا د یوې برخې بندول کېدای شي، یا نیمګړتیا.",
		"report.found_silent":
			"د خدمت هېڅ پتې ځواب رانه کړ، نورو راکړ. دا بندول کېدای شي، یا د خدمت نیمګړتیا. یوه ازموینه یې نه شي ویلای.",

		// Cost
		"language.english_part": "وروسته متن په انګلیسي دی.",
		"money.range": "له {from} تر {to}",
		"money.so_far": "تر اوسه {range}",
		"time.under_hour": "له یو ساعت لږ",
		"form.faults":
			"{count, plural, one {یو شی باید سم شي.} other {# شیان باید سم شي.}}",
		"cost.title": "یو بندیز څومره لګښت لري",
		"cost.standfirst":
			"هیچا نه دی اندازه کړی. ووایئ چې څه پرې شول او څومره وخت، او وګورئ چې خپاره شوي میتودونه له کوم تر کومه ټاکي، هر یو جلا.",
		"cost.ask": "څه پرې شول",
		"cost.change": "هغه څه بدل کړئ چې دا پرې ولاړ دی",
		"cost.take":
			"نېټې او ډول د پېښې خپل دي. <link>پیل یې کړئ او بدل یې کړئ</link>.",
		"cost.own": "ستاسو خپل زیان",
		"cost.own_text":
			"د یوه شرکت لپاره: نېټه لرونکې لیکنه چې تاسو څه له لاسه ورکړل، د چاپ لپاره. څه چې دلته ډکوئ یو ځل لېږل کېږي، په هېڅ پته کې نه وي، او نه ساتل کېږي نه ثبتېږي.",
		"cost.no_range": "هېڅ حد نه شي ورکول کېدای",
		"cost.no_true_one":
			"د حد دننه هېڅ شمېره رښتینې یوه نه ده: میتودونه بېلابېل شیان شمېري.",
		"cost.no_hours": "له ساعتونو پرته هېڅ اټکل نه شي کېدای.",
		"cost.no_inputs":
			"هېڅ میتود چې ټول اقتصاد شمېري خپل ارقام نه لري؛ لاندې ښودل شوي چې هر یو څه نه لري.",
		"cost.running":
			"روان: تر هغه ځایه چې معلومه ده دوام لري، ساعتونه او پیسې تر {moment} پورې دي.",
		"cost.hours_of": "ساعتونه او شبکې د یوې <link>پېښې</link> دي.",
		"cost.methods": "میتود په میتود",
		"cost.lacking": "هغه میتودونه چې هېڅ نه ورکوي، او ولې",
		"cost.sectors": "د برخو له مخې",
		"cost.hours": "ساعتونه د ډول له مخې",
		"cost.not_counted": "څه چې هېڅ میتود یې نه شمېري",
		"cost.not_small": "دا ځکه کوچني نه دي چې پورته نشته.",
		"cost.dollars": "ډالر",
		"cost.official": "په رسمي نرخ",
		"cost.market": "د بازار په نرخ",
		"cost.rate": "یو ډالر {rate}",
		"cost.assumptions": "هره شمېره چې میتودونه پرې ولاړ دي",
		"cost.assumptions_text":
			"څه چې ډکوئ د خپرو شویو پر ځای درېږي، او په پته کې وي، چې نور وویني تاسو څه منلي.",
		"cost.estimate": "اټکل",
		"cost.again": "بیا اټکل",
		"cost.anew": "له سره پیل",
		"cost.in_use": "په کار کې: {values}.",
		"cost.kind_full": "ټول انټرنېټ پرې شوی",
		"cost.kind_mobile": "موبایل انټرنېټ پرې شوی، ثابتې کرښې پاتې",
		"cost.kind_regional": "په ځینو سیمو کې هر لاسرسی پرې شوی",
		"cost.kind_service": "یو خدمت بند شوی",
		"cost.kind_throttling": "تر یوې کچې ورو شوی",
		"cost.a_service": "یو خدمت",
		"cost.f_kind": "څه وشول",
		"cost.f_service": "خدمت، که یو بند شوی وي",
		"cost.f_since": "پیل، په UTC",
		"cost.f_until": "پای، په UTC",
		"cost.f_hours": "ساعتونه، که پای نه وي ورکړل شوی",
		"cost.f_scope": "د سیمې ونډه: د هېواد کومه برخه پرې شوه",
		"cost.no_method": "هېڅ میتود خپل ارقام نه لري.",
		"cost.caption":
			"ډالر، تر دریو رقمونو. میتودونه بېلابېل شیان شمېري او باید سره جمع نه شي.",
		"cost.method": "میتود",
		"cost.low": "ټیټ، $",
		"cost.middle": "منځنی، $",
		"cost.high": "لوړ، $",
		"cost.counts": "څه شمېري",
		"cost.years": "د ارقامو کلونه",
		"cost.economy": "ټول اقتصاد",
		"cost.part": "یوه برخه: په حد کې نه ده",
		"cost.historical": "اوس هېڅ",
		"cost.how": "{method} څنګه ورته رسېږي",
		"cost.this_event": "دا پېښه: {kind}، {hours}.",
		"cost.never_added":
			"د یو ډول ساعت د بل ډول د ساعت په اړه لږ وايي، نو هېڅکله نه جمع کېږي.",
		"cost.every_method": "هر میتود او ارقام یې",
		"cost.what": "لګښت یې څومره و",
		"cost.total": "روان ټولټال تر {moment}: {hours}، {range}، د میتود له مخې.",
		"cost.lasted": "{hours} یې دوام وکړ: {range}، د میتود له مخې.",

		// Cost: assumptions, sectors, hours, hints
		"cost.f_digital": "په جي ډي پي کې د ډیجیټل اقتصاد ونډه",
		"cost.f_weight": "د ټول انټرنېټ په ارزښت کې د خدمت ونډه",
		"cost.f_degree": "د ورو کولو کچه: د کارونې اخیستل شوې ونډه",
		"cost.f_traffic": "د بایللي ټرافیک ونډه",
		"cost.f_telecom": "په جي ډي پي کې د مخابراتو او انټرنېټ خدمتونو ونډه",
		"cost.f_daily": "د CIPESA له مخې د ورځې ارزښت، په ډالرو",
		"cost.f_tail": "د رغېدو ورځې چې بایللې شمېرل کېږي",
		"cost.f_user_day":
			"د شرکتونو عاید د یوه کاروونکي او ورځې، په سیمه‌ییزه پیسه",
		"cost.f_tax": "پر شرکتونو مالیه",
		"cost.f_users": "پرې شوي خلک",
		"cost.f_rate": "د بازار د اسعارو نرخ، سیمه‌ییزه پیسه پر ډالر",
		"cost.f_turnover": "سوداګریز عاید",
		"cost.f_per": "د",
		"cost.f_dependent": "د هغه ونډه چې د پرې شوي شي له لارې راځي",
		"cost.f_made_up": "د زیان هغه ونډه چې بل چېرې یا وروسته پوره شوه",
		"cost.per_day": "ورځ",
		"cost.per_week": "اونۍ",
		"cost.per_month": "میاشت",
		"cost.per_year": "کال",
		"cost.make_note": "لیکنه جوړه کړئ",
		"cost.s_telecom": "شرکتونه او نور مخابرات",
		"cost.s_operators": "موبایل شرکتونه",
		"cost.s_tax": "مالیه",
		"cost.s_freelancers": "ازاد کارکوونکي",
		"cost.s_food": "د خوړو رسول",
		"cost.s_cabs": "ټکسي اپلېکېشنونه",
		"cost.s_small": "کوچني آنلاین پلورونکي، او څه چې څېړنه نه جلا کوي",
		"cost.sector": "برخه",
		"cost.no_sectors":
			"هېڅ میتود چې دلته خپل ارقام لري برخې نه جلا کوي. دا یوازې د پاکستان په اړه معلومه ده.",
		"cost.sectors_caption":
			"د هغو میتودونو منځني ارقام چې برخې جلا کوي. د دوو میتودونو ارقام سره ننوځي او باید جمع نه شي.",
		"cost.kind": "ډول",
		"cost.hours_head": "ساعتونه",
		"cost.hours_unknown": "نامعلوم ساعتونه",
		"cost.hours_caption":
			"په {country} کې ټولې پېښې چې دلته پېژندل شوې، لیکل شوې هم. د دوو یو ځای ساعتونه دوه ځله شمېرل کېږي.",
		"cost.by_clock": "د ساعت له مخې {clock}، د لا پرې شبکو له مخې {counted}",
		"cost.all_have": "هېڅ: هر میتود خپل ارقام لري.",
		"cost.give": "«{field}» ورکړئ",
		"cost.formula": "فورمول",
		"cost.source": "سرچینه",
		"cost.leaves_out": "څه پرېږدي",
		"cost.caution": "احتیاط",
		"cost.input": "ننوت",
		"cost.value": "ارزښت",
		"cost.year": "کال",
		"cost.from": "له",
		"cost.to": "تر",
		"cost.models":
			"ټول ماډلونه دي. هر یو له خپرو شویو ارقامو، چې هغه هم د ماډلونو دي، څومره لرې دی، په docs/methods/costs.md کې دي چې له پروګرام سره راځي.",
		"cost.hint_scope":
			"0.06 یا 6%. هلته پکار دی چې ځینې سیمې یا شبکې پرې شوې وي؛ که نه ټول هېواد اخیستل کېږي.",
		"cost.hint_countries": "هغه {count, number} هېوادونه چې شاخصونه یې شته.",
		"cost.hint_service":
			"وزنونه د X او Telegram لپاره معلوم دي؛ د نورو لپاره لاندې خپل ورکړئ.",
		"cost.hint_until": "یا یې تش پرېږدئ او ساعتونه ورکړئ.",
		"cost.hint_rate": "یوازې چې یوه باوري سرچینه یې وایي.",
		"cost.hint_turnover": "له بېلوونکو پرته: 250000.",
		"cost.hint_made_up": "که هېڅ پوره نه وي، تش یې پرېږدئ.",
		"cost.no_jobs": "هېڅ میتود دندې، ژوند، باور یا د رسنیو کار نه شمېري.",
		"cost.stretches": "ساعتونه، ټوټه ټوټه",
		"cost.stretches_caption":
			"هلته پرې شوي چې یوه شبکه پیل یا بېرته راغله. د بازار ونډې نه دي معلومې، نو هره شبکه یو شان شمېرل کېږي.",
		"cost.still_cut": "لا پرې شبکې",

		// Outlook
		"outlook.title": "د {country} وړاندلید",
		"outlook.ahead": "راتلونکې مناسبتې",
		"outlook.none_ahead":
			"زموږ په معلوماتو کې د دې ورځو کومه مناسبه نشته. دا د هغو په اړه څه نه وايي چې نشته.",
		"outlook.calendar":
			"<link>د جنتري په توګه</link>، یوه اونۍ مخکې له یادونې سره. د نورو ورځو لپاره په پته کې <code>alarm=14</code> ولیکئ، یا د هېڅ لپاره <code>alarm=none</code>.",
		"outlook.days_text":
			"دا چانس چې په هغه ورځ به په {place} کې د {kind} پیل ولیکل شي. د مناسبتونو ورځې نښه شوې.",
		"outlook.whole": "ټول هېواد",
		"outlook.basis": "دا پر څه ولاړ دی",
		"outlook.not_measured":
			"دا له لیکل شویو جوړ دی، نه له اندازه کولو: <link>د {country} ثبت</link>.",
		"outlook.what": "څه پیلېږي",
		"outlook.where": "چېرې",
		"outlook.days": "ورځې",
		"outlook.show": "وښیه",
		"outlook.likeliest": "لس تر ټولو احتمالي ورځې، د ماډل د نوي سلنې له حد سره",
		"outlook.day": "ورځ",
		"outlook.forecast": "وړاندوینه",
		"outlook.why": "ولې",
		"outlook.description":
			"په {country} کې {kind}: د هرې ورځې چانس، {days}، له منځني سره پرتله.",
		"outlook.under": "له {percent} لږ",
		"outlook.moon":
			"{days}، یوه ورځ مخکې یا وروسته: نېټه یې د سپوږمۍ په لیدو پورې اړه لري.",
		"outlook.never_held": "د ثبت په ورځو کې نه ده شوې.",
		"outlook.held":
			"له {year} راهیسې د ثبت په ورځو کې {count, number} ځله: {with, number} د {kind} له لیکل شوي پیل سره، {without, number} پرته.",
		"outlook.no_chance": "احتمال نه دی ورکړل شوی.",
		"outlook.chance":
			"د تر ټولو احتمالي ورځې وړاندوینه: {chance}، منځنی {average}.",
		"outlook.too_far":
			"دومره لرې وړاندوینې له منځني ښې نه دي، چې په ورځ کې {average} دی.",
		"outlook.lead_uncovered":
			"هېڅ نوملړ دعوه نه کوي چې د {country} ټول بندیزونه لري، نو د {kind} احتمال نه شي ورکول کېدای. مناسبتونه پرته له هغه لیکل شوي.",
		"outlook.lead_beyond":
			"دا ورځې د {country} له ثبته دومره لرې دي چې هېڅکله نه دي ازمویل شوې، نو د {kind} احتمال نه ورکول کېږي.",
		"outlook.lead_average":
			"د دې ورځو لپاره په {country} کې د {kind} وړاندوینه له منځني ښه نه ده: په {average} ورځو کې پیل لیکل شوی.",
		"outlook.lead":
			"په {country} کې د {kind} د پیل تر ټولو احتمالي ورځ {day} ده: {chance} ({low} تر {high})، منځنی {average}.",
		"outlook.scores": "داسې وړاندوینې څومره ښې وې",
		"outlook.scores_text":
			"له 2016 راهیسې هره ورځ له هغه څه وړاندوینه شوه چې مخکې معلوم وو: تر {until} پورې {days, number} ورځې، {onsets, number} د پیل ورځې. ورسره څلور ساده وړاندوینې دي چې جنتري نه پېژني.",
		"outlook.scores_caption":
			"د مربع تېروتنې منځنی (Brier؛ ټیټ ښه دی)، او پر څلورو غوره لاسبری",
		"outlook.head_ahead": "مخکې",
		"outlook.best": "د څلورو غوره",
		"outlook.skill": "لاسبری، 95% واټن",
		"outlook.log_skill": "لوګ لاسبری، 95% واټن",
		"outlook.finding": "موندنه",
		"outlook.better": "له منځني ښه",
		"outlook.no_better": "له منځني ښه نه",
		"outlook.too_few": "د ویلو لپاره پیلونه لږ دي",
		"outlook.points":
			"هر ټکی د بلې ورځې د {kind} د وړاندوینو یوه ډله ده: پر ماته کرښه سمې دي. میلې 95% واټنونه دي. دواړه محورونه په جذر رسم شوي.",
		"outlook.numbers": "همدا په شمېرو",
		"outlook.forecasts": "وړاندوینې",
		"outlook.onset_days": "د پیل ورځې",
		"outlook.mean": "منځنۍ وړاندوینه",
		"outlook.came_true": "رښتیا شوې",
		"outlook.figure": "په {country} کې {kind}: وړاندوینې او څه چې وشول",
		"outlook.figure_days":
			"له 2016 تر {until} پورې {days, number} ورځې، هره یوه ورځ مخکې وړاندوینه شوې.",
		"outlook.figure_finding":
			"له {count, number} ډلو په {right, number} کې د پیل لرونکو ورځو ونډه د 95% په واټن کې له وړاندوینې سره سمون لري.",
		"outlook.figure_source": "سرچینه: لیکل شوی ثبت، تر {until}.",
		"outlook.axis_forecast": "وړاندوینه",
		"outlook.axis_onset": "د پیل ورځې",
		"kind.any": "بندیز",
		"kind.cut": "د شبکې پرېکول",
		"kind.service": "د خدمتونو بندول یا ورو کول",
		"kind.full": "بشپړ بندول",
		"kind.regional": "د یوې سیمې بندول",
		"kind.mobile": "د موبایل خدمت پرېکول",
		"kind.fixed": "د ثابتو کرښو پرېکول",
		"kind.block": "د یوه خدمت بندول",
		"kind.throttling": "ورو کول",
		"kind.outage": "ګډوډي، لامل یې نه دی ثابت",

		// Being told: the form, its answers, mails
		"sub.title": "کله چې یو څه بدل شي خبر شئ",
		"sub.by_feed": "د فیډ له لارې",
		"sub.feed_text":
			"فیډ برېښنالیک پته نه غواړي. له دې پتو یوه فیډ لوستونکي یا جنترۍ ته ورکړئ:",
		"sub.by_mail": "د برېښنالیک له لارې",
		"sub.emulated": "جوړ شوي معلومات هېڅکله چا ته نه لېږل کېږي.",
		"sub.no_mail":
			"دا سایټ برېښنالیک نه لېږي: چلوونکي یې د لیک سرور نه دی جوړ کړی. فیډونه همدا خبرونه لري.",
		"sub.feed_incident": "دا پېښه څنګه ویل کېږي، سمون په سمون (Atom)",
		"sub.feed_network": "په {country} کې {network} (Atom)",
		"sub.feed_dates": "په {country} کې وروستۍ نېټې (جنتري)",
		"sub.all_countries": "ټول هېوادونه",
		"sub.all_services": "ټول خدمتونه",
		"sub.look": "خپل برېښنالیک وګورئ",
		"sub.look_text":
			"که پته سمه وي، له لینک سره یو لیک پر لاره دی. تر هغه چې په {hours, number} ساعتونو کې لینک خلاص او ومنئ، نور هېڅ نه لېږل کېږي.",
		"sub.want": "غواړئ خبر شئ؟",
		"sub.want_leave": "غواړئ پرېږدئ؟",
		"sub.leave": "پرېښودل",
		"sub.watched": "څه څارل کېږي: {what}.",
		"sub.yes": "هو، خبر مې کړئ",
		"sub.end": "پای ته یې ورسوئ او پته مې هېره کړئ",
		"sub.will_be_told": "تاسو به خبرېږئ",
		"sub.quiet_hours": "د {from} او {until} ترمنځ نه ({zone}).",
		"sub.life":
			"که {days} خبر نه وي، یو لیک وايي چې هېڅ نه دي شوي. که هغه هم رانشي، یو څه خراب دي.",
		"sub.end_it": "پای",
		"sub.ended": "پای ته ورسېد",
		"sub.removed": "ستاسو پته او ټول ورسره ساتل شوي لرې شول.",
		"sub.topic_incidents": "بندیزونه",
		"sub.topic_dates": "راتلونکې وروستۍ نېټې او مناسبتونه",
		"sub.topic_both": "دواړه",
		"sub.each": "سمدستي",
		"sub.daily": "په ورځ کې یو ځل، که خبر وي",
		"sub.weekly": "په اونۍ کې یو ځل، که خبر وي",
		"sub.of_incident":
			"هر کله چې <link>دا پېښه</link> بل ډول وویل شي خبر به شئ: وختونه، شبکې، ثبوت، پای، یا بېرته اخیستل یې. دا پرېږدئ چې <all>یو هېواد یا خدمت وڅارئ</all>.",
		"sub.of_cost":
			"که هغه لګښت {range} چې تاسو یې راوړئ بل ډول اټکل شي هم خبر به شئ.",
		"news.cost": "تاسو {before} لګښت راوړی و. اوس {after} اټکل کېږي.",
		"news.cost_none":
			"تاسو {before} لګښت راوړی و. اوس یې هېڅ اټکل نه ویل کېږي.",
		"news.cost_until": "دواړه تر {moment} پورې دي.",
		"sub.address": "ستاسو برېښنالیک پته",
		"sub.how_often": "څو ځله",
		"sub.quiet": "ارام ساعتونه، له او تر",
		"sub.zone": "ستاسو د وخت سیمه",
		"sub.heartbeat": "له خبر پرته له دومره ورځو وروسته د ژوند نښه",
		"sub.ask": "پوښتنه راولېږئ",
		"sub.promise":
			"یو لیک پوښتي چې دا غواړئ. تر منلو نور هېڅ نه لېږل کېږي؛ که {hours, number} ساعته ځواب نه وي پته هېرېږي. لیک ساده متن دی، بې انځورونو او بې هغو لینکونو چې خلاصوونکي شمېري. هر لیک یو لینک لري چې سمدستي یې له ننوتلو پرته پای ته رسوي او پته لرې کوي. لیک راز نه دی: ستاسو او زموږ شرکت لوستلی شي چې څه څارئ.",
		"sub.network": "شبکه، د شمېرې له مخې",
		"sub.what": "څه کېږي",
		"sub.anything": "هر څه",
		"sub.tell_of": "د څه خبر",
		"sub.ahead": "له وروستۍ نېټې څو ورځې مخکې",
		"sub.no_address": "دې پتې ته لیک نه شو لېږلی.",
		"sub.no_incident": "داسې پېښه نه شي څارل کېدای.",
		"sub.many": "اوس ډېرو غوښتي. یو ساعت وروسته راشئ.",
		"sub.not_taken": "دا وانه خیستل شو",
		"sub.no_longer": "دا لینک نور سم نه دی",
		"sub.no_longer_text":
			"د پرېښودو لپاره کارول شوی، یا په وخت نه دی کارول شوی. د خبرونو په پاڼه کې بیا غوښتلای شئ.",
		"watch.incident": "پېښه {id}، د {revision} سمون له مخې",
		"watch.restrictions": "بندیزونه {limits}",
		"watch.of": "د {names}",
		"watch.on": "پر {names}",
		"watch.in": "په {names} کې",
		"watch.alone": "(یوازې {names})",
		"watch.dates":
			"په {countries} کې وروستۍ نېټې او مناسبتونه، {days, number} ورځې مخکې",
		"mail.confirm": "تایید کړئ چې غواړئ خبر شئ",
		"mail.confirm_text":
			"چا، ښايي تاسو، غوښتي چې دا پته له دې خبره شي: {what}. تر هغه چې په {hours, number} ساعتونو کې لاندې پاڼه خلاصه او تڼۍ یې ونه کېکاږئ، هېڅ نه لېږل کېږي. که تاسو نه وئ، هېڅ مه کوئ: پته هېرېږي.",
		"mail.forget": "دا پته اوس هېره کړئ:",
		"mail.because": "دا له {site} ترلاسه کوئ ځکه څارئ: {what}.",
		"mail.leave": "سمدستي، له ننوتلو پرته، یې پرېږدئ:",
		"mail.no_proof":
			"ناکامه اندازه د بندولو ثبوت نه دی، او نه اندازه کول د لاسرسي ثبوت نه دی.",

		// Measurement, signals
		"meas.one":
			"یوه اندازه، د یوه پروب. یوازې دا د شبکې یا هېواد حالت نه ټاکي.",
		"meas.others":
			"د همدې uid لاندې {count, plural, one {# بل ثبت} other {# نور ثبتونه}} له بل منځپانګې سره راغلي. ټول ساتل شوي، او هېڅ یو د پرتلې لپاره نه کارول کېږي.",
		"meas.summary": "لنډ",
		"meas.facts": "څه وشول",
		"meas.by_probe": "پروب ولیدل",
		"meas.by_helper": "مرستندوی له بل ځایه ولیدل",
		"meas.rules": "پلي شوي قواعد",
		"meas.held": "له څه سره پرتله شوه",
		"meas.place": "خام ثبت چېرې دی",
		"meas.mechanism": "څرنګوالی",
		"meas.locus": "لامل چېرې دی",
		"meas.measured": "اندازه شوې",
		"meas.declared": "لکه پروب یې چې وايي",
		"meas.test": "ازموینه",
		"meas.probe": "پروب",
		"meas.fact": "حقیقت",
		"meas.layer": "پوړ",
		"meas.done": "څه وشول او پایله یې",
		"meas.first":
			"له {all, number} لومړني {shown, number}؛ ټول په JSON فایل کې دي.",
		"meas.decided": "خپل پوړ یې وټاکه",
		"meas.on_facts": "حقیقتونه",
		"meas.whole": "ټوله اندازه",
		"meas.that_day": "په هغه ورځ پر دې شبکه د {target} اندازې",
		"meas.networks_saw":
			"د ټولو هېوادونو شبکو له {since} تر {until} څه ولیدل. په قضاوت کې د اندازې خپل هېواد نه شاملېږي.",
		"meas.what": "څه",
		"meas.yes": "شبکې، هو",
		"meas.no": "شبکې، نه",
		"meas.countries": "هېوادونه",
		"meas.got_address": "دا پته یې ترلاسه کړه",
		"meas.got_asn": "د دې شبکې پته یې ترلاسه کړه",
		"meas.resolved": "نوم حل شو",
		"meas.connected": "ونښلېد",
		"meas.tls": "TLS بشپړ شو",
		"meas.loaded": "پاڼه راغله",
		"meas.file": "په ارشیف کې فایل",
		"meas.member": "غړی",
		"meas.line": "کرښه",
		"meas.hash": "د ثبت SHA-256",
		"meas.reference": "قواعد، مرجع معلومات",
		"meas.left_out": "پرېښودل شوي ځایونه",
		"locus.network": "په شبکه کې",
		"locus.resolver": "په ریزولور کې",
		"locus.transit": "د شبکو ترمنځ په لاره کې",
		"locus.server_side": "په سرور کې، نو د شبکې بندول نه دي",
		"locus.unknown": "چېرې، نه دی معلوم",
		"control.helper":
			"یوه مرستندوی په همدې دقیقو کې له بل ځایه همدا هدف څنګه ولید.",
		"control.networks": "نورو شبکو په تېره اونۍ کې همدا نومونه څنګه ولیدل.",
		"control.both":
			"یوه مرستندوی له بل ځایه همدا هدف څنګه ولید، او نورو شبکو په تېره اونۍ کې څه ولیدل.",
		"control.none": "هېڅ: نه مرستندوی او نه کافي نورو شبکو همدا هدف کتلی.",
		"signal.heading": "د نورو نښې",
		"signal.changed":
			"په دې اونیو کې له {count, plural, one {# نښې} other {# نښو}} {falls, number} بدلې شوې. هره یوه خپل پیل او پای لري، او هېڅ یوه بله نه ردوي. نښه ښيي چې یو څه شوي، هېڅکله نه چې ولې.",
		"signal.table": "{caption}. ورځ چې لوستنه نه لري کرښه نه لري.",
		"signal.lowest": "ټیټ",
		"signal.highest": "لوړ",
		"signal.readings": "لوستنې",
		"signal.none": "لوستنه نه ده ساتل شوې.",
		"signal.none_here": "په دې ورځو کې لوستنه نشته؛ وروستۍ د {day} ده.",
		"signal.not_looked": "لا د بدلونونو لپاره نه دی کتل شوی.",
		"signal.steady": "نه لوېدل او نه لوړېدل وموندل شول، {days}.",
		"signal.suspicion": "شک، هېڅکله لامل نه.",
		"signal.no_cause": "لامل نه دی ثابت.",

		// Explore, evidence, record, news
		"explore.title": "اندازې وپلټئ",
		"explore.none":
			"په دې موده کې د دې هیڅ اندازه‌ګیري نشته. دا د «بند نه وو» په مانا نه دی.",
		"explore.rows": "کرښه په کرښه",
		"explore.row_count": "{count, plural, one {# کرښه} other {# کرښې}}",
		"explore.parts": "په یو وخت یوه دنده، ځکه خلک یې جلا بایلي:",
		"explore.any": "هر یو",
		"explore.or_site": "یا یو سایټ",
		"explore.first": "لومړۍ ورځ",
		"explore.last": "وروستۍ ورځ",
		"explore.unit": "خدمت یا سایټ",
		"explore.same_data": "همدا د معلوماتو په بڼه",
		"explore.json": "JSON، پاڼه په پاڼه",
		"explore.licence":
			"هر فایل د خپلو معلوماتو جواز وايي. د سوداګریزې کارونې لپاره <code>&commercial=true</code> زیات کړئ.",
		"explore.more": "څه چې دا فورمه یې نه شي پوښتلی",
		"explore.api":
			"<link>API، د OpenAPI سند په توګه</link>: ساعتي خانې، یوازینۍ اندازې، پېښې او ثبت.",
		"explore.sql": "<link>په SQL کې وپوښتئ</link>، د څېړونکو لپاره.",
		"evidence.intro":
			"د دوسیې ثبوتونه په یوه لاسلیک شوي فایل کې راځي. ستاسو براوزر یې دلته پخپله ګوري: فایل هېڅ ځای نه ځي، او دا پاڼه اجازه نه لري له چا سره ونښلي.",
		"evidence.no_script":
			"په براوزر کې کتل سکرېپټ غواړي. پرته له هغه، پروګرام وکاروئ:",
		"evidence.checked": "څه کتل کېږي",
		"evidence.file": "د ثبوت فایل: وټاکئ، یا یې پر دې پاڼه پرېږدئ",
		"evidence.key":
			"د ساتونکي د اصلي کیلي ګوتنښه، لکه له بلې لارې چې مو ترې ترلاسه کړې",
		"evidence.heads": "heads.json، لکه بل چا چې ساتلی (که لرئ)",
		"evidence.trust": "نه پر دې پاڼه باور وکړئ نه پر فایل",
		"evidence.save":
			"<save>کتونکی خوندي کړئ</save> د یوې پاڼې په توګه چې بې اړیکې کار کوي. یو متخصص یې دې ولولي: دا <script>یو سکرېپټ</script> دی او بل څه نه غواړي.",
		"evidence.fingerprint":
			"هغه ګوتنښه چې له فایل یا له دې ځایه یې اخلئ هېڅ نه ثابتوي. له ساتونکي یې وغواړئ.",
		"evidence.ledger":
			"<heads>د کتاب سرونه</heads> (<feed>فیډ</feed>): څوک چې یې هره ورځ ساتي، وروسته ښودلای شي چې پخوانی څه نه دي بدل شوي.",
		"record.title": "د {country} ثبت",
		"record.what":
			"څه چې رسنیو، محکمو، چارواکو او نورو وویل، له سرچینو سره. دا جلا کرښه ده: هېڅ یې دې سایټ نه دي اندازه کړي، او هېڅ اندازه یې نه بدلوي.",
		"record.count":
			"{count, plural, one {# لیکل شوی بندیز} other {# لیکل شوي بندیزونه}}",
		"record.others": "{count, plural, one {# بل لیک} other {# نور لیکونه}}",
		"record.dated":
			"{count, plural, one {# نېټه لرونکی لیک} other {# نېټه لرونکي لیکونه}}",
		"record.source_count": "{count, plural, one {# سرچینه} other {# سرچینې}}",
		"record.whole": "ټول ثبت، هر لیک له سرچینو سره",
		"record.next": "د دې ثبت له مخې بل څه احتمال لري",
		"record.revisions": "لیک او سمونونه یې",
		"record.incident": "پېښه یې",
		"record.took": "څومره وخت یې ونیو",
		"record.questions": "خلاصې پوښتنې",
		"record.between": "د لیکونو ترمنځ ورځې",
		"record.interval": "واټن",
		"record.by_entry": "لیکل شوي، لیک په لیک",
		"record.sources": "سرچینې:",
		"record.quoted": "لیکونه په انګلیسي نقل شوي، لکه څنګه چې په ثبت کې دي.",
		"about.title": "دا سایټ څه ویلای شي او څه نه",
		"news.opened": "نوی",
		"news.widened": "اوس ټول هېواد",
		"news.ended": "پای ته ورسېد",
		"news.resumed": "بیا",
		"news.withdrawn": "بېرته واخیستل شو",
		"news.revised": "سمون",
		"news.nothing": "په {days} کې هېڅ نه دي شوي",
		"news.nothing_text":
			"په وروستیو {days} کې د هغه څه په اړه چې څارئ یې هېڅ ونه موندل شول: {what}. دا پیغام ښيي چې پیغامونه در رسېږي.",

		// Cell
		"cell.title": "{name}، {day}",
		"cell.volume": "پر دې شبکه په {sessions} کې {measurements}: {states}.",
		"cell.unjudged": "د {count, number} پرېکړه نه شي کېدای.",
		"cell.floor":
			"یوه اندازه د ثبوت لږ تر لږه حد نه لري؛ ورځ یې لري. د یوې ناستې اندازې د همدې پروب دي او خپلواکې نه شمېرل کېږي. چارټ یوازې د تر ټولو اندازه شوې پتې ناستې شمېري.",
		"cell.first": "له {all, number} لومړني {shown, number}.",
		"cell.time": "وخت (UTC)",
		"cell.tested": "څه وازمویل شول",
	},
};
