import type { Translation } from "./translation.ts";

export const ar: Translation = {
	reviewed: [],
	messages: {
		"frame.skip": "انتقل إلى المحتوى",
		"frame.site": "الموقع",
		"frame.now": "الآن",
		"frame.countries": "البلدان",
		"frame.incidents": "الحوادث",
		"frame.cost": "التكلفة",
		"frame.explore": "استكشاف",
		"frame.about": "عن الموقع",
		"frame.emulated_title": "{title} (بيانات مُحاكاة)",
		"frame.emulated":
			"<strong>بيانات مُحاكاة.</strong> هذا البلد غير موجود. صنع قياساته برنامج كي يكون لدى التثبيت الجديد ما يعرضه.",
		"frame.as_data": "هذه الصفحة كبيانات:",
		"frame.watch":
			"تابع هذه الصفحة: <feed>خلاصة (Atom)</feed> · <mail>بالبريد</mail>",
		"frame.followed": "آخر متابعة للمصادر {ago}.",
		"frame.not_followed": "المصادر غير متابَعة: انتهت آخر جولة {ago}.",
		"frame.limits":
			"كل الأوقات بتوقيت UTC. القياس الفاشل ليس دليلًا على الحجب، وغياب القياس ليس دليلًا على الوصول: <about>ما يستطيع هذا الموقع قوله وما لا يستطيع</about>.",
		"frame.licence": "الترخيص والمصادر",
		"frame.rejects": "مدخلات تعذرت قراءتها",
		"frame.evidence": "تحقق من ملف أدلة",
		"frame.report": "هل يعمل عندك؟",
		"language.menu": "اللغة",
		"language.review":
			"هذه الترجمة آلية وتنتظر مراجعة إنسان. ما لم يُترجم بعد يظهر بالإنجليزية. <english>Read this page in English.</english>",
		"problem.home": "إلى ما هو مقيّد الآن",
		"problem.not_found": "غير موجود",
		"problem.not_found_text":
			"لا شيء في هذا العنوان. ربما كُتب خطأً، أو أن القياس ليس في مساحة العمل هذه.",
		"state.blocked": "محجوب",
		"state.likely_blocked": "محجوب على الأرجح",
		"state.throttled": "مُبطَّأ",
		"state.impaired": "متعثر",
		"state.down": "متوقف",
		"state.ok": "متاح",
		"state.insufficient": "بيانات غير كافية",
		"layer.dns": "تحليل الأسماء (DNS)",
		"layer.tcp": "الاتصال (TCP)",
		"layer.tls": "بدء التشفير (TLS)",
		"layer.http": "تبادل الويب (HTTP)",
		"layer.quic": "QUIC (HTTP/3)",
		"layer.app": "التطبيق",
		"count.session":
			"{count, plural, one {جلسة واحدة} two {جلستان} few {# جلسات} many {# جلسة} other {# جلسة}}",
		"count.measurement":
			"{count, plural, one {قياس واحد} two {قياسان} few {# قياسات} many {# قياسًا} other {# قياس}}",
		"count.network":
			"{count, plural, one {شبكة واحدة} two {شبكتان} few {# شبكات} many {# شبكة} other {# شبكة}}",
		"count.measured network":
			"{count, plural, one {شبكة مقيسة واحدة} two {شبكتان مقيستان} few {# شبكات مقيسة} many {# شبكة مقيسة} other {# شبكة مقيسة}}",
		"count.country":
			"{count, plural, one {بلد واحد} two {بلدان} few {# بلدان} many {# بلدًا} other {# بلد}}",
		"count.measured country":
			"{count, plural, one {بلد مقيس واحد} two {بلدين مقيسين} few {# بلدان مقيسة} many {# بلدًا مقيسًا} other {# بلد مقيس}}",
		"count.service or site":
			"{count, plural, one {خدمة أو موقع واحد} two {خدمتان أو موقعان} few {# خدمات ومواقع} many {# خدمة وموقعًا} other {# خدمة وموقع}}",
		"count.entry":
			"{count, plural, one {مدخل واحد} two {مدخلان} few {# مدخلات} many {# مدخلًا} other {# مدخل}}",
		"count.hour":
			"{count, plural, one {ساعة واحدة} two {ساعتين} few {# ساعات} many {# ساعة} other {# ساعة}}",
		"count.day":
			"{count, plural, one {يوم واحد} two {يومين} few {# أيام} many {# يومًا} other {# يوم}}",
		"time.just_now": "الآن",
		"time.moment": "{day}، {time} UTC",
		"time.on": "في {day}",
		"time.between": "بين {first} و{last}",
		"place.emulated": "بلد مُحاكى",
		"place.unknown": "بلد مجهول",
		"chart.emulated": "{title} (مُحاكى)",
		"chart.emulated_tag": "بيانات مُحاكاة",
		"chart.emulated_axis": "بيانات مُحاكاة",
		"chart.blank": "فارغ: لا قياسات",
		"chart.measured": "{days}، الأيام بتوقيت UTC. آخر قياس {moment}.",
		"chart.unmeasured": "{days}، الأيام بتوقيت UTC. لا قياسات.",
		"chart.source":
			"المصدر: قياسات مستوردة إلى هذا الموقع. أقل من 3 جلسات في اليوم: بيانات غير كافية.",
		"chart.source_emulated":
			"المصدر: قياسات مُحاكاة صنعها برنامج. أقل من 3 جلسات في اليوم: بيانات غير كافية.",
		"chart.hidden": "{count, number} أخرى بجلسات أقل في ملف CSV.",
		"chart.label": "مخطط: {title}",
		"chart.earlier": "أسابيع سابقة",
		"chart.later": "أسابيع لاحقة",
		"chart.files": "هذا المخطط:",
		"chart.last_measured": "آخر قياس {moment}.",
		"chart.none_measured": "لا قياسات.",
		"embed.how": "اعرض هذا المخطط في موقعك",
		"embed.what":
			"<link>المخطط مع جملته</link>، دون برمجة ودون أي شيء يتعقب القراء. يعرض دائمًا أحدث بيانات عنوانه.",
		"embed.back": "{site}: ما يستند إليه، والبيانات نفسها في جدول",
		"tracks.heading": "ما قيس وما قيل وما استحق",
		"tracks.title": "ثلاثة مسارات: {title}",
		"tracks.caption":
			"ما قيس، وما قيل، وما أُمر به وحان موعده، كلٌّ على مساره فوق محور زمن واحد. لكل علامة رقم في الملف أدناه.",
		"cite.heading": "استشهد بهذه الصفحة",
		"cite.line": "{site}: «{title}»، المراجعة {revision}، {day}.",
		"cite.of_ledger":
			"بصمة SHA-256 لهذه المراجعة كما يحفظها السجل (JSON بصيغة قياسية):",
		"cite.of_table":
			"بصمة SHA-256 <link>لجدول المخطط</link> (CSV). حين تغيّره بيانات متأخرة أو قواعد أحدث فإن العنوان يقول ذلك. الجمل فوق المخطط هي لليوم.",
		"cite.changed":
			"تغيّرت البيانات منذ المراجعة {asked}: هذه هي المراجعة {shown}. لا تُحفظ الحالات السابقة للمخططات؛ <link>ما يمكن استعادته</link>.",
		"cite.newer":
			"هذه هي المراجعة {revision}، كما قيلت في {moment}. <link>توجد مراجعة أحدث</link>، قيلت في {newest}. المخطط وقيود السجل هي لليوم.",
		"chart.table": "البيانات نفسها في جدول",
		"chart.table_caption":
			"{caption}. الأعداد جلسات ما لم يُذكر غير ذلك. الشرطة: لا قياسات.",
		"chart.day": "اليوم (UTC)",
		"chart.by_network": "{subject} في {country}، بحسب الشبكة واليوم",
		"strip.none": "{subject}: لا يوم فيه جلسات تكفي لقول شيء.",
		"strip.unit_ok":
			"{subject}: لم يُعثر على تقييد، الشبكات ذات الجلسات الكافية: {rows}.",
		"strip.place_ok":
			"{subject}: لم يُعثر على تقييد، ذوات الجلسات الكافية: {rows}.",
		"strip.peak": "{count, number} من {rows} بجلسات كافية عند الذروة في {day}",
		"strip.explained":
			"قياسات {subject} تشير إلى: {states} {days}، {peak}؛ وثمة تفسير آخر.",
		"strip.unit": "{subject}: {states} {days}، {peak}.",
		"strip.place": "{subject}: {states} {days}، {peak}.",
		"weight.sessions":
			"{count, number} من {total, plural, one {جلسة واحدة} two {جلستين} few {# جلسات} many {# جلسة} other {# جلسة}}",
		"weight.measurements":
			"{count, number} من {total, plural, one {قياس واحد} two {قياسين} few {# قياسات} many {# قياسًا} other {# قياس}}، {sessions}",
		"weight.cell": "{row}، {day}: {state}، {weight}",
		"finding.state": "{state} على {count, number}",
		"finding.restricted": "{states}، من {networks}",
		"finding.not_restricted": "لم يُعثر على تقييد ({networks})",
		"finding.line": "<subject>{unit}</subject>: {restriction}، {tail}.{also}",
		"finding.line_in":
			"<subject>{unit}</subject> في <place>{country}</place>: {restriction}، {tail}.{also}",
		"finding.measured": "آخر قياس {ago}",
		"finding.measured_old": "عند آخر قياس، {ago}",
		"finding.one_network": "{measured}؛ على شبكة واحدة فقط، {network}",
		"finding.insufficient":
			"{measured}؛ {count, plural, one {شبكة أخرى} two {شبكتان أخريان} few {# شبكات أخرى} many {# شبكة أخرى} other {# شبكة أخرى}} بياناتها غير كافية",
		"finding.also": "وأيضًا: {units}.",
		"finding.share_all": "{count, number} من {count, number} {state}",
		"finding.share_state": "{count, number} {state}",
		"finding.share": "{states} من {total, number}",
		"finding.below": "{count, number} ببيانات غير كافية",
		"past.networks":
			"{states} على {count, plural, one {شبكة واحدة} two {شبكتين} few {# شبكات} many {# شبكة} other {# شبكة}} {days}",
		"past.one_network": "{states} على شبكة واحدة فقط، {network}، {days}",
		"past.measured": "{past}؛ {measured}",
		"reach.line":
			"مقيَّد على شبكات تخدم {share} من مشتركي الهاتف المحمول ({source}، {vintage}؛ غير معروف لـ {unknown, number}%): {networks}",
		"reach.between": "نحو {low, number}–{high, number}%",
		"reach.about": "نحو {high, number}%",
		"reach.under": "أقل من {high, number}%",
		"incidents.measured": "آخر قياس في {country} {ago}.",
		"past.line": "<subject>{unit}</subject>: {past}.{also}",
		"past.line_in":
			"<subject>{unit}</subject> في <place>{country}</place>: {past}.{also}",
		"stale.newest": "أحدث القياسات من {day}، {ago}. «الآن» تعني حينها.",
		"head.country": "البلد",
		"head.network": "الشبكة",
		"head.networks": "الشبكات",
		"head.service": "الخدمة",
		"head.services": "الخدمات",
		"head.site": "الموقع",
		"head.state": "الحالة",
		"head.evidence": "الأدلة",
		"head.sessions": "الجلسات",
		"head.measurements": "القياسات",
		"head.by_state": "الشبكات بحسب الحالة",
		"head.measured_since": "يُقاس منذ",
		"head.last_measured": "آخر قياس",
		"head.restricted_services": "خدمات مقيّدة الآن",
		"head.restricted_now": "مقيّد الآن",
		"head.restricted_before":
			"قُيّد في الأسابيع الثمانية الأخيرة، ولم يوجد كذلك الآن",
		"head.documented": "موثّق، لم يُقَس",
		"head.day_by_day": "يومًا بيوم",
		"country.unmeasured":
			"لم يُقَس شيء في {country} في مساحة العمل هذه، فلا يمكن قول ما هو مقيّد هناك.",
		"country.restricted": "{unit}: {restriction}، {tail}.",
		"country.more":
			"{count, plural, one {خدمة أخرى أو موقع آخر مقيّد} two {خدمتان أو موقعان آخران مقيّدان} few {# خدمات ومواقع أخرى مقيّدة} many {# خدمة وموقعًا آخر مقيّدة} other {# خدمة وموقع آخر مقيّدة}}.",
		"country.insufficient": "البيانات لا تكفي لقول ما هو مقيّد في {country}.",
		"country.ok": "لم يُعثر على تقييد الآن؛ المقيس: {units} على {networks}.",
		"country.before": "{unit}: {past}.",
		"country.no_measurements": "لا قياسات في مساحة العمل هذه. لإضافة بعضها:",
		"country.by_network": "{unit}، شبكة بشبكة",
		"country.when": "متى بدأ كل منها وانتهى، شبكة بشبكة",
		"country.services": "الخدمات الآن",
		"country.services_caption":
			"الشبكات بحسب ما تُظهره في أقصر نافذة حتى {days, number} أيام فيها جلسات كافية، تنتهي في {day}.",
		"country.sites": "مواقع أخرى عليها علامات تقييد",
		"country.sites_caption":
			"أهداف لا تتبع خدمة في السجل؛ المتاح منها غير مدرج.",
		"country.networks_caption":
			"المقيس: {networks}، {days}. الشبكات كما تصرح بها المجسات.",
		"country.no_service": "لم تُقَس أي خدمة.",
		"country.share": "{count, number} من {total, number}",
		"arrival.lag":
			"وصل نصف الجلسات خلال {half} من القياس، وتسعة أعشارها خلال {most} (المعلوم منها: {sessions}): أحدث الساعات غير مكتملة.",
		"arrival.hour": "ساعة",
		"network.insufficient":
			"البيانات لا تكفي لقول ما هو مقيّد على {network} الآن.",
		"network.ok": "لم يُعثر على تقييد الآن؛ بجلسات كافية: {units}.",
		"network.restricted":
			"مقيّد الآن: {names}؛ {count, number} من {units} بجلسات كافية.",
		"network.more": "{count, number} أخرى",
		"now.title": "ما هو مقيّد الآن",
		"now.empty": "لم يُقَس شيء هنا بعد",
		"now.ok": "لم يُعثر على تقييد في {countries}",
		"now.restricted": "مقيّد في {countries}: {units}",
		"now.restricted_more": "مقيّد في {countries} و{count, number} أخرى: {units}",
		"now.first":
			"لا قياسات حقيقية في مساحة العمل هذه. استورد أرشيفًا وستقول هذه الصفحة ما هو مقيّد، وأين، وعلى كم شبكة.",
		"now.next": "ما العمل الآن",
		"now.import_own": "ملف أو مجلد من قياسات OONI لديك:",
		"now.import_public": "ثلاثة أيام لبلد واحد من أرشيف OONI العام:",
		"now.none":
			"لم يُعثر على تقييد بأدلة تكفي لقول ذلك. ليس هذا معنى «غير مقيّد»: انظر أدناه كم قيس.",
		"now.countries": "بلدان لها قياسات",
		"now.insufficient": "بيانات غير كافية",
		"now.insufficient_text":
			"جلسات أقل من أن يقال بها شيء عن بلد، أو علامات لا تكفي لعنوان، إذ يحتاج العنوان إلى {count, number} جلسات.",
		"map.restricted": "مقيَّد الآن",
		"map.measured": "قيس ولم يُعثر على تقييد",
		"map.unknown": "بيانات غير كافية",
		"map.note":
			"كل بلد مذكور في القوائم. تُظهر الحدود من يسيطر (ناتشورال إيرث)؛ والمتقطعة متنازع عليها.",
		"now.suspected":
			"<unit>{name}</unit> في <place>{country}</place>: {sessions} على {networks}",
		"now.thin": "<place>{country}</place>: {networks}، آخر قياس {ago}",
		"now.emulated": "مُحاكى: قصة للتجول فيها",
		"now.emulated_text":
			"البلد المُحاكى غير موجود. مرت قياساته المُحاكاة بالحكم نفسه كالحقيقية.",
		"now.documented":
			"ما قالته الصحافة والمحاكم والمسؤولون مدرج في صفحة كل بلد، منفصلًا عما قيس.",
		"incidents.ongoing": "حوادث جارية",
		"incidents.all": "كل الحوادث",
		"incidents.documented":
			"{count, plural, one {حادث آخر موثّق} two {حادثان آخران موثّقان} few {# حوادث أخرى موثّقة} many {# حادثًا آخر موثّقًا} other {# حادث آخر موثّق}} على أنه جارٍ، لم يُقَس.",
		"incident.internet": "الإنترنت",
		"incident.service_block": "حجب {service}",
		"incident.throttling": "إبطاء {service}",
		"incident.mobile_data_shutdown": "قطع إنترنت الهاتف المحمول",
		"incident.fixed_line_shutdown": "قطع الإنترنت الثابت",
		"incident.internet_cut": "قطع الإنترنت",
		"incident.withholding": "حجب حسابات أو محتوى على {service}",
		"incident.fault": "عطل في {service}، وليس تقييدًا",
		"incident.outage": "انقطاع {service}",
		"incident.undetermined": "تغيّر في {service}، نوعه غير معروف",
		"incident.fell_silent": "قياسات صمتت",
		"incident.in": "في {place}",
		"incident.in_area": "في {areas}، {country}",
		"incident.on": "على {network} في {country}",
		"incident.title": "{what} {where}",
		"incident.title_suspicion": "بيانات غير كافية: علامات {what} {where}",
		"incident.title_withdrawn": "مسحوب: {what} {where}",
		"incident.title_explained": "ليس تقييدًا: ما بدا كأنه {what} {where}",
		"incident.announced": "معلن",
		"incident.ongoing": "جارٍ",
		"incident.ended": "منتهٍ",
		"incident.ending_unknown": "نهايته غير معروفة",
		"incident.withdrawn": "مسحوب",
		"incident.merged": "جزء من حادث آخر",
		"incident.no_restriction": "ليس تقييدًا",
		"incident.before": "قبل {moment}",
		"incident.local_days":
			"{days} ({count, plural, one {يوم محلي} two {يومان محليان} few {أيام محلية} many {أيام محلية} other {أيام محلية}})",
		"incident.in_hour": "في ساعة {moment}",
		"incident.most_likely": "{bracket}، والأرجح {moment}",
		"incident.or_later": "{day} أو بعده",
		"incident.sessions": "{count, number} من {sessions} على {networks}",
		"incident.documented": "موثّق، لم يُقَس",
		"incident.told": "{status}: بدأ {began}. {shown}",
		"incident.told_ended": "{status}: بدأ {began} وانتهى {ended}. {shown}",
		"incident.told_documented":
			"موثّق، لم يُقَس، {status}: تقول مصادره إنه بدأ {began}.",
		"incident.told_documented_ended":
			"موثّق، لم يُقَس، {status}: تقول مصادره إنه بدأ {began} وانتهى {ended}.",
		"incident.told_withdrawn": "مسحوب: {reason}",
		"incident.not_an_outage": "البيانات لا تكفي لتسميته انقطاعًا",
		"incident.not_a_restriction": "البيانات لا تكفي لتسميته تقييدًا",
		"incident.not_published": "غير منشور على أنه تقييد",
		"incident.shown": "أظهره: {evidence}.",
		"incident.strip": "المقيس، شبكة بشبكة",
		"incident.facts": "ما يقف وراءه",
		"incident.head": "الحادث",
		"incident.status": "الوضع",
		"incident.head_began": "البداية",
		"incident.head_ended": "النهاية",
		"incident.how": "كيف",
		"incident.none": "لا شيء. ليس هذا معنى «لم يُقيَّد شيء».",
		"meaning.blocked":
			"تحققت قاعدة لا تحتمل إلا قراءة واحدة، وشوهد أثر مميز للرقيب: صفحة حجب معروفة أو جواب مزوّر معروف.",
		"meaning.likely_blocked":
			"تحققت قاعدة لا تحتمل إلا قراءة واحدة، دون أثر مميز. معظم الحجب بلا صفحة حجب يبدو هكذا.",
		"meaning.throttled": "جرى الوصول إليه، لكن بإبطاء يتبع الهدف.",
		"meaning.impaired": "لا يعمل والسبب غير واضح. ليس هذا تقييدًا.",
		"meaning.down": "لا يعمل من أي مكان، بلا علامة حجب.",
		"meaning.ok": "جرى الوصول إليه.",
		"meaning.insufficient":
			"جلسات قليلة جدًا قالت شيئًا. لا متاح ولا محجوب؛ لا نعلم.",
		"incidents.title_in": "الحوادث في {country}",
		"incidents.headline":
			"{measured, plural, one {قيس تقييد واحد} two {قيس تقييدان} few {قيست # تقييدات} many {قيس # تقييدًا} other {قيس # تقييد}}، الجاري منها {ongoing, number}؛ {documented, plural, one {وواحد آخر موثّق} two {واثنان آخران موثّقان} few {و# أخرى موثّقة} many {و# أخرى موثّقة} other {و# أخرى موثّقة}}، لم تُقَس.",
		"incidents.outages":
			"وإلى جانبها {count, plural, one {انقطاع واحد} two {انقطاعان} few {# انقطاعات} many {# انقطاعًا} other {# انقطاع}} لم يثبت سببها.",
		"incidents.caption":
			"الجارية أولًا ثم الأحدث. الأيام هي الأرجح؛ والمدى في صفحة كل حادث.",
		"incidents.all_countries": "حوادث كل البلدان",
		"page.newer": "أحدث",
		"page.older": "أقدم",
		"page.of": "صفحة {page, number} من {last, number}",
		"incident.explained": "ما يفسره غير ذلك، فلا يُنشر على أنه تقييد: {why}",
		"incident.worldwide": "تغيّر الشيء نفسه في بلدان كثيرة معًا.",
		"incident.instrument": "يتبع إصدارًا من المجس، لا شبكة.",
		"incident.own_change": "تغيّرت حينها قواعدنا أو بياناتنا المرجعية.",
		"incident.composition":
			"أجابت مجسات أو محللات غير السابقة؛ ولم يتغير أي منها.",
		"incident.source_late": "صمت المصدر في أماكن أخرى أيضًا، فقد تأخر فحسب.",
		"incident.control_outage": "تعطل ما كانت القياسات تُقارن به.",
		"incident.documented_as_fault": "يسميه السجل عطلًا لا تقييدًا.",
		"incident.strip_note":
			"الإطار المتصل فوق الخلايا يغطي وقت البداية على الشبكة، والمتقطع وقت النهاية؛ كلما ضاق كان أوثق. المدد نفسها في جدول الشبكات أدناه.",
		"incident.networks_caption":
			"الجلسات هي التي أظهرت التقييد أثناء الحادث من بين كل ما قال شيئًا، تُعد كل منها مرة. الشبكات كما تصرح بها المجسات.",
		"incident.when": "متى، بتوقيت UTC",
		"incident.not_alone": "لا يُعرف من هذه الشبكة وحدها.",
		"incident.began_at": "بدأ {when}.",
		"incident.ended_at": "انتهى {when}.",
		"incident.not_known": "غير معروف",
		"incident.not_shown": "لم تظهر",
		"incident.cause": "السبب",
		"incident.witness": "قياس يُظهره",
		"incident.detectable": "أول ما أمكن قوله",
		"incident.with_data": "ببيانات {moment}",
		"incident.targets": "الأهداف",
		"incident.aliases": "معرّفات أخرى تقود إلى هنا",
		"incident.dossier": "الملف",
		"incident.dossier_text":
			"ما قيس وقيل ووجب، بأدلة مرقمة وكل ما يخالفه، للحفظ والطباعة:",
		"incident.revisions": "كيف رُوي",
		"incident.revisions_caption":
			"ما قيل لا يُنسى: تراجعه البيانات المتأخرة، وتُحفظ كل مراجعة في الدفتر.",
		"incident.revision": "المراجعة",
		"incident.told_at": "وقت القول",
		"incident.changed": "ما تغيّر ولماذا",
		"network.kicker": "شبكة في <place>{country}</place>",
		"network.volume":
			"{sessions} و{measurements} في الأسابيع الثمانية حتى {day}؛ آخر قياس {ago}.",
		"network.no_volume":
			"لا جلسات في الأسابيع الثمانية حتى {day}؛ آخر قياس {ago}.",
		"network.caption":
			"في أقصر نافذة حتى {days, number} أيام فيها جلسات كافية. المواقع التي لا تتبع خدمة تُدرج فقط حيث تعذر الوصول إلى شيء.",
		"network.rules": "القواعد التي تحققت هنا",
		"network.resolvers": "المحللات المستخدمة هنا",
		"network.resolvers_text":
			"الشبكة التي يتبعها محلل المجس. قد يُظهر محلل شبكة أخرى تدخل تلك الشبكة أو لا شيء.",
		"network.declared":
			"شبكة القياس وبلده كما يصرح بهما المجس. يحتاج اليوم إلى {count, number} جلسات لتكون له حالة؛ والحد مؤقت.",
		"service.in": "خدمة في <place>{country}</place>",
		"service.all_countries": "كل البلدان",
		"service.unmeasured":
			"لم تُقَس {service} في أي بلد حقيقي في مساحة العمل هذه.",
		"service.unmeasured_in":
			"لم تُقَس {service} في {country} في مساحة العمل هذه.",
		"service.restricted": "{unit} في {country}: {restriction}، {tail}.",
		"service.more":
			"وهي مقيّدة في {count, plural, one {بلد آخر} two {بلدين آخرين} few {# بلدان أخرى} many {# بلدًا آخر} other {# بلد آخر}}.",
		"service.insufficient": "البيانات لا تكفي لقول هل {service} مقيّدة الآن.",
		"service.insufficient_in":
			"البيانات لا تكفي لقول هل {service} مقيّدة في {country} الآن.",
		"service.ok":
			"{service}: لم يُعثر على تقييد الآن؛ ببيانات كافية: {countries}.",
		"service.ok_in": "{service}: لم يُعثر على تقييد في {country} الآن.",
		"service.by_country": "{unit}، بلدًا ببلد",
		"service.function": "الوظيفة",
		"service.functions": "الوظائف",
		"service.tested": "ما يُختبر",
		"service.emulated":
			"البيانات المُحاكاة لهذه الخدمة محفوظة على حدة: <page>{service} في البلد المُحاكى</page>.",
		"service.domains": "النطاقات: <names>{names}</names>",
		"service.tests": "اختباراتها الخاصة: <names>{names}</names>",
		"service.whole": "لا تُميَّز وظائفها؛ ما يقال هنا عن الخدمة كلها.",
		"service.untested": "لم تُختبر: لا اختبار يصل إليها.",
		"service.not_measured": "لم تُقَس.",
		"service.not_here": "لم تُقَس هنا.",
		"service.networks": "الشبكات: {states}.",
		"service.not_enough": "بيانات غير كافية.",
		"service.share": "مقيّدة في {count, number} من {countries} ببيانات كافية.",
		"service.tested_by": "تُختبر عبر {targets}.",
		"service.any_of": "تُختبر عبر {targets}؛ يكفي أي منها.",
		"service.all_of": "تُختبر عبر {targets}؛ تلزم كلها.",
		"service.by_day": "بحسب اليوم",
		"network.rule": "القاعدة",
		"network.no_rule": "لم تتحقق أي قاعدة.",
		"network.rules_caption":
			"في قياسات {days}. تُعد كل قاعدة تحققت، حتى حيث حسمت غيرها.",
		"network.resolver": "شبكة المحلل",
		"network.own": "تابع لهذه الشبكة",
		"chart.by_service": "{subject} في {country}، بحسب الخدمة واليوم",
		"chart.by_country": "{subject} بحسب البلد واليوم",
		"chart.of_incident": "{title}، بحسب الشبكة واليوم",
		"weight.networks":
			"على {count, number} من {total, plural, one {شبكة واحدة} two {شبكتين} few {# شبكات} many {# شبكة} other {# شبكة}}، {sessions}",
		"weight.few_networks":
			"{count, plural, one {شبكة واحدة} two {شبكتان} few {# شبكات} many {# شبكة} other {# شبكة}} بجلسات كافية، {sessions}",

		// Report: does it work for you?
		"word.yes": "نعم",
		"word.no": "لا",
		"form.choose": "اختر",
		"form.send": "أرسل",
		"form.too_much": "كان ذلك كثيرًا دفعة واحدة.",
		"form.not_ours": "لم يُرسل هذا النموذج من إحدى صفحاتنا.",
		"report.choose":
			"اختر خدمة. تذكر الصفحة التالية ما سيتصل به الفحص، ولا يجري أي اتصال قبل أن تضغط زرًّا.",
		"report.go_on": "تابع",
		"report.visitors": "ما يقوله الزوار",
		"report.title_of": "{service}: هل تعمل لديك؟",
		"report.think":
			"<strong>فكّر أولًا.</strong> يرى مزوّد الإنترنت لديك أنك في هذا الموقع، ويرى المواقع التي يتصل بها الفحص. إن كان ذلك قد يعرّضك للخطر فلا تتابع.",
		"report.look_heading": "دع هذا المتصفح ينظر",
		"report.contacts": "إن ضغطت الزر اتصل متصفحك بما يلي:",
		"report.compares": "وليُعرف هل يعمل خطك أصلًا:",
		"report.asks":
			"يطلب من كل منها صورة صغيرة وصفحة واتصالًا دائمًا. إن كنت مسجّل الدخول في أحدها فقد يتعرف عليك، كما يحدث حين تعرض أي صفحة صوره. ويبقى ما يُعثر عليه في هذا المتصفح إلى أن ترسله أدناه.",
		"report.look": "انظر الآن",
		"report.address": "العنوان",
		"report.picture": "صورة",
		"report.page": "صفحة",
		"report.lasting": "اتصال دائم",
		"report.no_script":
			"من دون برنامج نصي لا تتصل هذه الصفحة بشيء. ويمكنك مع ذلك أن تقول ما تراه.",
		"report.say_heading": "قل ما تراه",
		"report.here_now": "{service}، هنا والآن",
		"report.works": "تعمل لديّ",
		"report.works_not": "لا تعمل لديّ",
		"report.country": "البلد الذي أنت فيه",
		"report.kept": "ما الذي يُحفظ",
		"report.kept_what":
			"الخدمة وجوابك والبلد والساعة وما وجده الفحص ورقم مزوّد الإنترنت لديك.",
		"report.kept_not":
			"لا يُحفظ عنوانك. يُنظر إليه لمعرفة المزوّد ولعدّ الخط مرة واحدة في اليوم، ثم يُنسى.",
		"report.kept_shown":
			"تُعرض الأعداد بحسب البلد واليوم، ابتداءً من اليوم التالي. البلاغات دليل ضعيف: قد تثير شكًّا يستدعي القياس، ولا تقرر أبدًا أن شيئًا محجوب.",
		"report.thanks": "شكرًا لك",
		"report.repeat":
			"أبلغ شخص على خطك عن {service} اليوم من قبل: يُحسب الخط مرة واحدة في اليوم.",
		"report.taken":
			"حُفظ بلاغك عن {service}. وسيظهر في أعداد اليوم ابتداءً من الغد.",
		"report.another": "خدمة أخرى",
		"report.none": "لا بلاغات في الأيام الأخيرة. بلاغات اليوم تظهر غدًا.",
		"report.suspicion_means":
			"حين يقول خمسة على الأقل إن خدمة لا تعمل، وهم أكثر ممن يقولون إنها تعمل، يكون هناك <strong>شك</strong>: ينبغي قياسها. وليس ذلك نتيجة.",
		"report.head_works": "تعمل",
		"report.head_fails": "لا تعمل",
		"report.suspicion": "شك",
		"report.not_taken": "لم يُقبل هذا البلاغ",
		"report.too_many": "أرسل خطك بلاغات كثيرة. عد لاحقًا.",
		"report.no_service": "لا تُعرف هنا خدمة كهذه.",
		"report.looking": "يجري النظر في {host} …",
		"report.answered": "أجاب، {ms} مللي ثانية",
		"report.silent": "لا شيء، {ms} مللي ثانية",
		"report.found_none":
			"لم يجب أحد إطلاقًا. هل أنت متصل بالإنترنت؟ هذا لا يقول شيئًا عن الخدمة.",
		"report.found_all":
			"تلقى متصفحك جوابًا من كل عنوان. وليس هذا دليلًا على أن التطبيق أو الموقع كله يعمل.",
		"report.found_some":
			"أجابت بعض العناوين ولم تجب أخرى. قد يكون ذلك حجبًا لجزء، أو عطلًا.",
		"report.found_silent":
			"لم يجب أي عنوان للخدمة، وأجابت العناوين الأخرى. قد يكون ذلك حجبًا، أو عطلًا في الخدمة. فحص واحد لا يكفي للحكم.",

		// Cost
		"language.english_part": "النص التالي بالإنجليزية.",
		"money.range": "من {from} إلى {to}",
		"money.so_far": "{range} حتى الآن",
		"time.under_hour": "أقل من ساعة",
		"form.faults":
			"{count, plural, one {هناك أمر واحد يجب تصحيحه.} other {أمور يجب تصحيحها: #.}}",
		"cost.title": "كم يكلّف التقييد",
		"cost.standfirst":
			"لم يقسه أحد. قل ما الذي قُطع وكم دام، وانظر النطاق الذي تعطيه الطرق المنشورة، وكل طريقة منها.",
		"cost.ask": "ما الذي قُطع",
		"cost.change": "غيّر ما يقوم عليه",
		"cost.take":
			"التواريخ والنوع هي تواريخ الحادثة ونوعها. <link>ابدأ بها وغيّرها</link>.",
		"cost.own": "خسارتك أنت",
		"cost.own_text":
			"للشركات: مذكرة مؤرخة بما أخذه منك، للطباعة. ما تملؤه هنا يُرسل مرة واحدة، ولا يظهر في أي عنوان، ولا يُحفظ ولا يُسجَّل.",
		"cost.no_range": "لا يمكن إعطاء نطاق",
		"cost.no_true_one": "ليس في النطاق رقم هو الصحيح: الطرق تحسب أشياء مختلفة.",
		"cost.no_hours": "من دون ساعات لا يمكن تقدير شيء.",
		"cost.no_inputs":
			"لا طريقة تحسب الاقتصاد كله تملك مدخلاتها؛ ويرد أدناه ما ينقص كلًّا منها.",
		"cost.running":
			"جارٍ: ما زال مستمرًا بحسب المعروف، والساعات والمبالغ هي حتى {moment}.",
		"cost.hours_of": "الساعات والشبكات هي ساعات <link>حادثة</link> وشبكاتها.",
		"cost.methods": "طريقة بعد طريقة",
		"cost.lacking": "طرق لا تعطي شيئًا، ولماذا",
		"cost.sectors": "بحسب القطاع",
		"cost.hours": "الساعات بحسب النوع",
		"cost.not_counted": "ما لا تحسبه أي طريقة",
		"cost.not_small": "غيابها عما سبق لا يعني أنها صغيرة.",
		"cost.dollars": "بالدولار",
		"cost.official": "بالسعر الرسمي",
		"cost.market": "بسعر السوق",
		"cost.rate": "{rate} للدولار",
		"cost.assumptions": "كل رقم تقوم عليه الطرق",
		"cost.assumptions_text":
			"ما تملؤه يحل محل المنشور، ويظهر في العنوان ليرى الآخرون ما افترضته.",
		"cost.estimate": "قدّر",
		"cost.again": "قدّر من جديد",
		"cost.anew": "ابدأ من جديد",
		"cost.in_use": "المستخدم: {values}.",
		"cost.kind_full": "قُطع كل اتصال بالإنترنت",
		"cost.kind_mobile": "قُطع إنترنت الهاتف وبقيت الخطوط الثابتة",
		"cost.kind_regional": "قُطع كل اتصال في بعض المناطق",
		"cost.kind_service": "حُجبت خدمة واحدة",
		"cost.kind_throttling": "أُبطئ بدرجة ما",
		"cost.a_service": "خدمة",
		"cost.f_kind": "ما الذي جرى",
		"cost.f_service": "الخدمة، إن حُجبت واحدة",
		"cost.f_since": "البداية، بتوقيت UTC",
		"cost.f_until": "النهاية، بتوقيت UTC",
		"cost.f_hours": "الساعات، إن لم تُذكر النهاية",
		"cost.f_scope": "حصة المنطقة: الجزء المقطوع من البلد",
		"cost.no_method": "لا طريقة تملك مدخلاتها.",
		"cost.caption":
			"بالدولار، بثلاثة أرقام. الطرق تحسب أشياء مختلفة ولا يجوز جمعها.",
		"cost.method": "الطريقة",
		"cost.low": "الأدنى، $",
		"cost.middle": "الأوسط، $",
		"cost.high": "الأعلى، $",
		"cost.counts": "تحسب",
		"cost.years": "سنوات المدخلات",
		"cost.economy": "الاقتصاد كله",
		"cost.part": "جزءًا: ليس في النطاق",
		"cost.historical": "لا شيء الآن",
		"cost.how": "كيف تصل {method} إلى ذلك",
		"cost.this_event": "هذا الحدث: {kind}، {hours}.",
		"cost.never_added":
			"ساعة من نوع لا تقول كثيرًا عن ساعة من نوع آخر، فلا تُجمع أبدًا.",
		"cost.every_method": "كل طريقة ومدخلاتها",
		"cost.what": "كم كلّف",
		"cost.total":
			"المجموع الجاري حتى {moment}: {hours}، {range}، بحسب الطريقة.",
		"cost.lasted": "دام {hours}: {range}، بحسب الطريقة.",

		// Cost: assumptions, sectors, hours, hints
		"cost.f_digital": "حصة الاقتصاد الرقمي من الناتج المحلي",
		"cost.f_weight": "حصة الخدمة من قيمة الإنترنت كله",
		"cost.f_degree": "درجة الإبطاء: حصة الاستخدام الضائع",
		"cost.f_traffic": "حصة حركة البيانات المفقودة",
		"cost.f_telecom": "حصة خدمات الاتصالات والإنترنت من الناتج المحلي",
		"cost.f_daily": "قيمة اليوم وفق CIPESA، بالدولار",
		"cost.f_tail": "أيام تعافٍ تُحسب ضائعة",
		"cost.f_user_day": "إيراد المشغلين لكل مستخدم ويوم، بالعملة المحلية",
		"cost.f_tax": "الضريبة على ما يكسبه المشغلون",
		"cost.f_users": "عدد المقطوعين",
		"cost.f_rate": "سعر الصرف في السوق، عملة محلية لكل دولار",
		"cost.f_turnover": "الإيراد",
		"cost.f_per": "لكل",
		"cost.f_dependent": "حصته التي تأتي عبر ما قُطع",
		"cost.f_made_up": "حصة الخسارة التي عُوّضت في مكان آخر أو لاحقًا",
		"cost.per_day": "يوم",
		"cost.per_week": "أسبوع",
		"cost.per_month": "شهر",
		"cost.per_year": "سنة",
		"cost.make_note": "أنشئ المذكرة",
		"cost.s_telecom": "المشغلون واتصالات أخرى",
		"cost.s_operators": "مشغلو الهاتف المحمول",
		"cost.s_tax": "الضريبة",
		"cost.s_freelancers": "العاملون المستقلون",
		"cost.s_food": "توصيل الطعام",
		"cost.s_cabs": "تطبيقات سيارات الأجرة",
		"cost.s_small": "صغار البائعين عبر الإنترنت، وما لا تفصّله الدراسة",
		"cost.sector": "القطاع",
		"cost.no_sectors":
			"لا طريقة لها مدخلاتها هنا تميّز القطاعات. هذا معروف لباكستان وحدها.",
		"cost.sectors_caption":
			"الأرقام الوسطى للطرق التي تميّز القطاعات. أرقام طريقتين تتداخل ولا يجوز جمعها.",
		"cost.kind": "النوع",
		"cost.hours_head": "الساعات",
		"cost.hours_unknown": "ساعات غير معروفة",
		"cost.hours_caption":
			"كل الحوادث في {country} المعروفة هنا، ومنها الموثقة. ساعات حادثتين معًا تُحسب مرتين.",
		"cost.by_clock":
			"{clock} بالساعة، و{counted} بحسب الشبكات التي ما زالت مقطوعة",
		"cost.all_have": "لا شيء: كل طريقة لها مدخلاتها.",
		"cost.give": "أعطِ «{field}»",
		"cost.formula": "الصيغة",
		"cost.source": "المصدر",
		"cost.leaves_out": "ما تتركه",
		"cost.caution": "تنبيه",
		"cost.input": "المدخل",
		"cost.value": "القيمة",
		"cost.year": "السنة",
		"cost.from": "من",
		"cost.to": "إلى",
		"cost.models":
			"كلها نماذج. أما بُعد كل منها عن الأرقام المنشورة، وهي أيضًا أرقام نماذج، ففي docs/methods/costs.md المرفق بالبرنامج.",
		"cost.hint_scope":
			"0.06 أو 6%. لازم حين تُقطع مناطق أو شبكات بعينها؛ وإلا أُخذ البلد كله.",
		"cost.hint_countries":
			"البلدان ({count, number}) التي تأتي مؤشراتها مع البرنامج.",
		"cost.hint_service":
			"الأوزان معروفة لـ X وTelegram؛ أعطِ وزنك أدناه لغيرهما.",
		"cost.hint_until": "أو اتركه فارغًا وأعطِ الساعات.",
		"cost.hint_rate": "فقط حين يذكره مصدر تثق به.",
		"cost.hint_turnover": "من دون فواصل: 250000.",
		"cost.hint_made_up": "اتركه فارغًا إن لم يُعوَّض شيء.",
		"cost.no_jobs": "لا طريقة تحسب الوظائف أو الأرواح أو الثقة أو عمل الصحافة.",
		"cost.stretches": "الساعات، فترة بعد فترة",
		"cost.stretches_caption":
			"مقطّعة حيث بدأت شبكة أو عادت. وبما أن حصص السوق غير معروفة، تُحسب كل شبكة بالتساوي.",
		"cost.still_cut": "شبكات ما زالت مقطوعة",

		// Outlook
		"outlook.title": "توقعات {country}",
		"outlook.ahead": "مناسبات قادمة",
		"outlook.none_ahead":
			"لا مناسبة لهذه الأيام في بياناتنا. وهذا لا يقول شيئًا عن مناسبات ليست فيها.",
		"outlook.calendar":
			"<link>كتقويم للاشتراك</link>، مع تذكير قبل أسبوع. ضع <code>alarm=14</code> في عنوانه لعدد آخر من الأيام، أو <code>alarm=none</code> لإلغائه.",
		"outlook.days_text":
			"احتمال أن يُوثَّق في ذلك اليوم بدء {kind} في {place}. أيام المناسبات معلّمة.",
		"outlook.whole": "البلد كله",
		"outlook.basis": "علامَ يقوم هذا",
		"outlook.not_measured":
			"صُنع مما هو موثق لا من القياسات: <link>سجل {country}</link>.",
		"outlook.what": "ما الذي يبدأ",
		"outlook.where": "أين",
		"outlook.days": "أيام",
		"outlook.show": "اعرض",
		"outlook.likeliest":
			"الأيام العشرة الأرجح، مع تسعة أعشار ما يراه النموذج ممكنًا",
		"outlook.day": "اليوم",
		"outlook.forecast": "التوقع",
		"outlook.why": "لماذا",
		"outlook.description":
			"{kind} في {country}: احتمال كل يوم، {days}، مع مقارنته بالمتوسط.",
		"outlook.under": "أقل من {percent}",
		"outlook.moon":
			"{days}، بفارق يوم قبل أو بعد: يتوقف التاريخ على رؤية الهلال.",
		"outlook.never_held": "لم تُقم في الأيام التي يغطيها السجل.",
		"outlook.held":
			"أُقيمت {count, number} مرة منذ {year} في الأيام التي يغطيها السجل: {with, number} منها وُثّق فيها بدء {kind}، و{without, number} بلا توثيق.",
		"outlook.no_chance": "لا يُعطى احتمال.",
		"outlook.chance": "توقع يومها الأرجح: {chance}، والمتوسط {average}.",
		"outlook.too_far":
			"التوقعات لهذا البعد ليست أفضل من المتوسط، وهو {average} لليوم.",
		"outlook.lead_uncovered":
			"لا قائمة تدّعي احتواء كل تقييد في {country}، فلا يمكن إعطاء احتمال لـ{kind}. تُذكر المناسبات من دونه.",
		"outlook.lead_beyond":
			"هذه الأيام أبعد عن سجل {country} مما قُيّم قط، فلا يُعطى احتمال لـ{kind}.",
		"outlook.lead_average":
			"لهذه الأيام ليس توقع {kind} في {country} أفضل من المتوسط: يُوثَّق بدء في {average} من الأيام.",
		"outlook.lead":
			"اليوم الأرجح لبدء {kind} في {country} هو {day}: {chance} (من {low} إلى {high})، والمتوسط {average}.",
		"outlook.scores": "كم كانت هذه التوقعات جيدة",
		"outlook.scores_text":
			"توُقّع كل يوم منذ 2016 مما كان معروفًا قبله: {days, number} يومًا حتى {until}، منها {onsets, number} أيام بدء. وإلى جانبه أربعة توقعات بسيطة لا تعرف التقويم.",
		"outlook.scores_caption":
			"متوسط مربع الخطأ (Brier؛ الأقل أفضل)، والتفوق على أفضل الأربعة",
		"outlook.head_ahead": "قبل",
		"outlook.best": "أفضل الأربعة",
		"outlook.skill": "التفوق، مجال 95%",
		"outlook.log_skill": "التفوق اللوغاريتمي، مجال 95%",
		"outlook.finding": "النتيجة",
		"outlook.better": "أفضل من المتوسط",
		"outlook.no_better": "ليس أفضل من المتوسط",
		"outlook.too_few": "حالات البدء أقل من أن تسمح بحكم",
		"outlook.points":
			"كل نقطة فئة من توقعات اليوم التالي لـ{kind}: على الخط المتقطع تكون صحيحة. الأعمدة مجالات 95%. المحوران بالجذر التربيعي.",
		"outlook.numbers": "الشيء نفسه بالأرقام",
		"outlook.forecasts": "التوقعات",
		"outlook.onset_days": "أيام البدء",
		"outlook.mean": "متوسط التوقع",
		"outlook.came_true": "تحقق",
		"outlook.figure": "{kind} في {country}: التوقعات وما حدث",
		"outlook.figure_days":
			"{days, number} يومًا من 2016 إلى {until}، توُقّع كل منها في اليوم السابق.",
		"outlook.figure_finding":
			"في {right, number} من {count, number} فئات توافق حصة الأيام ذات البدء التوقعَ ضمن مجال 95%.",
		"outlook.figure_source": "المصدر: السجل الموثق، حتى {until}.",
		"outlook.axis_forecast": "التوقع",
		"outlook.axis_onset": "أيام فيها بدء",
		"kind.any": "تقييد",
		"kind.cut": "قطع الشبكة",
		"kind.service": "حجب خدمات أو إبطاؤها",
		"kind.full": "انقطاع كامل",
		"kind.regional": "قطع في منطقة",
		"kind.mobile": "قطع خدمة المحمول",
		"kind.fixed": "قطع الخطوط الثابتة",
		"kind.block": "حجب خدمة",
		"kind.throttling": "إبطاء",
		"kind.outage": "انقطاع لم يثبت سببه",

		// Being told: the form, its answers, mails
		"sub.title": "ابقَ على علم حين يتغير شيء",
		"sub.by_feed": "بالخلاصة",
		"sub.feed_text":
			"لا تحتاج الخلاصة إلى عنوان بريد. أعطِ أحد هذه العناوين لقارئ خلاصات أو تقويم:",
		"sub.by_mail": "بالبريد",
		"sub.emulated": "لا تُرسل البيانات المحاكاة إلى أحد أبدًا.",
		"sub.no_mail":
			"لا يرسل هذا الموقع بريدًا: لم يُعدّ مشغّله خادم بريد. الخلاصات تحمل الأخبار نفسها.",
		"sub.feed_incident": "كيف تُروى هذه الحادثة، مراجعة بعد مراجعة (Atom)",
		"sub.feed_network": "{network} في {country} (Atom)",
		"sub.feed_dates": "المواعيد في {country} (تقويم)",
		"sub.all_countries": "كل البلدان",
		"sub.all_services": "كل الخدمات",
		"sub.look": "انظر في بريدك",
		"sub.look_text":
			"إن كان العنوان صالحًا فرسالة بها رابط في طريقها إليه. لا يُرسل غيرها حتى تفتح الرابط وتوافق خلال {hours, number} ساعة.",
		"sub.want": "هل تريد أن نخبرك؟",
		"sub.want_leave": "هل تريد المغادرة؟",
		"sub.leave": "المغادرة",
		"sub.watched": "ما يُراقَب: {what}.",
		"sub.yes": "نعم، أخبروني",
		"sub.end": "أنهِ ذلك وانسَ عنواني",
		"sub.will_be_told": "سنخبرك",
		"sub.quiet_hours": "ليس بين {from} و{until} ({zone}).",
		"sub.life":
			"بعد {days} بلا أخبار تقول رسالة إنه لم يحدث شيء. فإن لم تصل حتى هي، فهناك عطل.",
		"sub.end_it": "أنهِ ذلك",
		"sub.ended": "انتهى الأمر",
		"sub.removed": "أُزيل عنوانك وكل ما حُفظ معه.",
		"sub.topic_incidents": "التقييدات",
		"sub.topic_dates": "المواعيد والمناسبات القادمة",
		"sub.topic_both": "كلاهما",
		"sub.each": "فور حدوثها",
		"sub.daily": "مرة في اليوم، إن كانت هناك أخبار",
		"sub.weekly": "مرة في الأسبوع، إن كانت هناك أخبار",
		"sub.of_incident":
			"ستُخبَر كلما رُويت <link>هذه الحادثة</link> على نحو آخر: أوقاتها وشبكاتها وأدلتها ونهايتها أو سحبها. أو دع ذلك <all>وراقب بلدًا أو خدمة</all>.",
		"sub.address": "عنوان بريدك",
		"sub.how_often": "كم مرة",
		"sub.quiet": "ساعات الهدوء، من وإلى",
		"sub.zone": "منطقتك الزمنية",
		"sub.heartbeat": "علامة حياة بعد أيام بلا أخبار",
		"sub.ask": "أرسلوا لي السؤال",
		"sub.promise":
			"تسأل رسالة هل تريد ذلك. لا يُرسل غيرها حتى توافق؛ وبعد {hours, number} ساعة بلا جواب يُنسى العنوان. البريد نص بسيط بلا صور وبلا روابط تحصي من يفتحها. في كل رسالة رابط ينهي ذلك فورًا بلا تسجيل دخول ويزيل العنوان. البريد ليس سرًّا: مزوّدك ومزوّدنا يستطيعان قراءة ما تراقبه.",
		"sub.network": "الشبكة، برقمها",
		"sub.what": "ما يحدث",
		"sub.anything": "أي شيء",
		"sub.tell_of": "أخبروني عن",
		"sub.ahead": "عدد الأيام قبل المواعيد",
		"sub.no_address": "هذا ليس عنوان بريد يمكننا الإرسال إليه.",
		"sub.no_incident": "لا يمكن مراقبة حادثة كهذه.",
		"sub.many": "طلب كثيرون الآن. عد بعد ساعة.",
		"sub.not_taken": "لم يُقبل هذا",
		"sub.no_longer": "لم يعد هذا الرابط صالحًا",
		"sub.no_longer_text":
			"استُخدم للمغادرة، أو لم يُستخدم في وقته. يمكنك الطلب من جديد في صفحة التنبيهات.",
		"watch.incident": "الحادثة {id}، المقتبسة بالمراجعة {revision}",
		"watch.restrictions": "التقييدات {limits}",
		"watch.of": "على {names}",
		"watch.on": "على شبكات {names}",
		"watch.in": "في {names}",
		"watch.alone": "({names} فقط)",
		"watch.dates":
			"المواعيد والمناسبات في {countries}، قبل {days, number} أيام",
		"mail.confirm": "أكّد أنك تريد أن نخبرك",
		"mail.confirm_text":
			"طلب أحدهم، أنت على الأرجح، أن يُخبَر هذا العنوان عن: {what}. لا يُرسل شيء ما لم تفتح الصفحة أدناه خلال {hours, number} ساعة وتضغط زرّها. إن لم تكن أنت فلا تفعل شيئًا: سيُنسى العنوان.",
		"mail.forget": "انسوا هذا العنوان الآن:",
		"mail.because": "تصلك هذه من {site} لأنك تراقب: {what}.",
		"mail.leave": "غادر فورًا بلا تسجيل دخول:",
		"mail.no_proof":
			"القياس الفاشل ليس دليلًا على الحجب، وغياب القياس ليس دليلًا على الوصول.",
	},
};
