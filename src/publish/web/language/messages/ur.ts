import type { Translation } from "./translation.ts";

export const ur: Translation = {
	reviewed: [],
	messages: {
		"frame.skip": "سیدھا مواد پر جائیں",
		"frame.site": "سائٹ",
		"frame.now": "ابھی",
		"frame.countries": "ممالک",
		"frame.incidents": "واقعات",
		"frame.cost": "نقصان",
		"frame.explore": "تلاش",
		"frame.about": "تعارف",
		"frame.emulated_title": "{title} (مصنوعی ڈیٹا)",
		"frame.emulated":
			"<strong>مصنوعی ڈیٹا۔</strong> یہ ملک موجود نہیں۔ اس کی پیمائشیں ایک پروگرام نے بنائی ہیں تاکہ نئی تنصیب میں دکھانے کو کچھ ہو۔",
		"frame.as_data": "یہ صفحہ بطور ڈیٹا:",
		"frame.watch":
			"اس صفحے پر نظر رکھیں: <feed>فیڈ (Atom)</feed> · <mail>بذریعہ ای میل</mail>",
		"frame.followed": "ذرائع آخری بار {ago} دیکھے گئے۔",
		"frame.not_followed":
			"ذرائع پر نظر نہیں رکھی جا رہی: آخری دور {ago} ختم ہوا۔",
		"frame.limits":
			"تمام اوقات UTC میں ہیں۔ ناکام پیمائش بندش کا ثبوت نہیں، اور پیمائش کا نہ ہونا رسائی کا ثبوت نہیں: <about>یہ سائٹ کیا بتا سکتی ہے اور کیا نہیں</about>۔",
		"frame.licence": "لائسنس اور ذرائع",
		"frame.rejects": "وہ مواد جو پڑھا نہ جا سکا",
		"frame.evidence": "ثبوت کی فائل جانچیں",
		"frame.report": "کیا یہ آپ کے ہاں چلتا ہے؟",
		"language.menu": "زبان",
		"language.review":
			"یہ ترجمہ مشین نے کیا ہے اور کسی انسان کی نظرِ ثانی کا منتظر ہے۔ جو ابھی ترجمہ نہیں ہوا وہ انگریزی میں ہے۔ <english>Read this page in English.</english>",
		"problem.home": "دیکھیں ابھی کیا محدود ہے",
		"problem.not_found": "نہیں ملا",
		"problem.not_found_text":
			"اس پتے پر کچھ نہیں۔ شاید پتہ غلط لکھا گیا، یا یہ پیمائش اس ورک اسپیس میں نہیں۔",
		"state.blocked": "مسدود",
		"state.likely_blocked": "غالباً مسدود",
		"state.throttled": "رفتار گھٹائی گئی",
		"state.impaired": "متاثر",
		"state.down": "بند پڑا",
		"state.ok": "قابلِ رسائی",
		"state.insufficient": "ناکافی ڈیٹا",
		"layer.dns": "نام کی تلاش (DNS)",
		"layer.tcp": "کنکشن (TCP)",
		"layer.tls": "رمزکاری کا آغاز (TLS)",
		"layer.http": "ویب تبادلہ (HTTP)",
		"layer.quic": "QUIC (HTTP/3)",
		"layer.app": "ایپلیکیشن",
		"count.session": "{count, plural, one {# سیشن} other {# سیشن}}",
		"count.measurement": "{count, plural, one {# پیمائش} other {# پیمائشیں}}",
		"count.network": "{count, plural, one {# نیٹ ورک} other {# نیٹ ورک}}",
		"count.measured network":
			"{count, plural, one {# ناپے گئے نیٹ ورک} other {# ناپے گئے نیٹ ورکس}}",
		"count.country": "{count, plural, one {# ملک} other {# ممالک}}",
		"count.measured country":
			"{count, plural, one {# ناپے گئے ملک} other {# ناپے گئے ممالک}}",
		"count.service or site":
			"{count, plural, one {# سروس یا سائٹ} other {# سروسز اور سائٹس}}",
		"count.entry": "{count, plural, one {# اندراج} other {# اندراجات}}",
		"count.hour": "{count, plural, one {# گھنٹے} other {# گھنٹوں}}",
		"count.day": "{count, plural, one {# دن} other {# دنوں}}",
		"time.just_now": "ابھی ابھی",
		"time.moment": "{day}، {time} UTC",
		"time.on": "{day} کو",
		"time.between": "{first} اور {last} کے درمیان",
		"place.emulated": "مصنوعی ملک",
		"place.unknown": "نامعلوم ملک",
		"chart.emulated": "{title} (مصنوعی)",
		"chart.emulated_tag": "مصنوعی ڈیٹا",
		"chart.emulated_axis": "مصنوعی ڈیٹا",
		"chart.blank": "خالی: کوئی پیمائش نہیں",
		"chart.measured": "{days}، دن UTC میں۔ آخری پیمائش {moment}۔",
		"chart.unmeasured": "{days}، دن UTC میں۔ کوئی پیمائش نہیں۔",
		"chart.source":
			"ماخذ: اس سائٹ میں درآمد کی گئی پیمائشیں۔ دن میں 3 سے کم سیشن: ناکافی ڈیٹا۔",
		"chart.source_emulated":
			"ماخذ: پروگرام کی بنائی ہوئی مصنوعی پیمائشیں۔ دن میں 3 سے کم سیشن: ناکافی ڈیٹا۔",
		"chart.hidden": "کم سیشن والے مزید {count, number} CSV فائل میں ہیں۔",
		"chart.label": "چارٹ: {title}",
		"chart.earlier": "پچھلے ہفتے",
		"chart.later": "اگلے ہفتے",
		"chart.files": "یہ چارٹ:",
		"chart.last_measured": "آخری پیمائش {moment}۔",
		"chart.none_measured": "کوئی پیمائش نہیں۔",
		"embed.how": "یہ چارٹ اپنی سائٹ پر دکھائیں",
		"embed.what":
			"<link>چارٹ اپنے جملے کے ساتھ</link>، بغیر اسکرپٹ اور بغیر کسی ایسی چیز کے جو پڑھنے والوں کا پیچھا کرے۔ یہ ہمیشہ اپنے پتے کا تازہ ترین ڈیٹا دکھاتا ہے۔",
		"embed.back": "{site}: اس کے پیچھے کیا ہے، اور یہی ڈیٹا جدول کی صورت میں",
		"tracks.heading": "پیمائش، بیانات اور مہلتیں",
		"tracks.title": "تین راستے: {title}",
		"tracks.caption":
			"کیا ناپا گیا، کیا کہا گیا، اور کیا حکم ہوا اور کب واجب تھا، ہر ایک اپنی لکیر پر، وقت کے ایک ہی محور پر۔ ہر نشان کا نمبر نیچے فائل میں ہے۔",
		"cite.heading": "اس صفحے کا حوالہ دیں",
		"cite.line": "{site}: ”{title}“، نظرثانی {revision}، {day}۔",
		"cite.of_ledger":
			"اس نظرثانی کا SHA-256، جیسا کہ بہی کھاتے میں ہے (معیاری JSON):",
		"cite.of_table":
			"<link>چارٹ کے جدول</link> (CSV) کا SHA-256۔ جب دیر سے آنے والا ڈیٹا یا نئے اصول اسے بدلیں تو پتہ یہ بتا دیتا ہے۔ چارٹ سے اوپر کے جملے آج کے ہیں۔",
		"cite.changed":
			"نظرثانی {asked} کے بعد ڈیٹا بدل چکا ہے: یہ نظرثانی {shown} ہے۔ چارٹوں کی پچھلی حالتیں محفوظ نہیں رکھی جاتیں؛ <link>کیا دوبارہ حاصل ہو سکتا ہے</link>۔",
		"cite.newer":
			"یہ نظرثانی {revision} ہے، جو {moment} کو بتائی گئی۔ <link>اس سے نئی نظرثانی موجود ہے</link>، جو {newest} کو بتائی گئی۔ چارٹ اور ریکارڈ کے اندراجات آج کے ہیں۔",
		"chart.table": "یہی ڈیٹا جدول میں",
		"chart.table_caption":
			"{caption}۔ جہاں کچھ اور نہ لکھا ہو وہاں گنتی سیشنز کی ہے۔ لکیر کا مطلب: کوئی پیمائش نہیں۔",
		"chart.day": "دن (UTC)",
		"chart.by_network": "{country} میں {subject}، نیٹ ورک اور دن کے لحاظ سے",
		"strip.none": "{subject}: کسی دن اتنے سیشن نہیں کہ کچھ کہا جا سکے۔",
		"strip.unit_ok":
			"کافی سیشن والے {rows} میں سے کسی پر {subject} محدود نہیں پایا گیا۔",
		"strip.place_ok":
			"{subject}: کافی سیشن والے {rows} میں سے کچھ محدود نہیں پایا گیا۔",
		"strip.peak":
			"عروج پر، {day} کو، کافی سیشن والے {rows} میں سے {count, number}",
		"strip.explained":
			"{subject} کی پیمائشیں {days} {states} دکھاتی ہیں ({peak})؛ اس کی وجہ کچھ اور ہے۔",
		"strip.unit": "{subject} {days} {states}: {peak}۔",
		"strip.place": "{subject}: {days} {states}، {peak}۔",
		"weight.sessions":
			"{total, plural, one {# سیشن} other {# سیشنز}} میں سے {count, number}",
		"weight.measurements":
			"{total, plural, one {# پیمائش} other {# پیمائشوں}} میں سے {count, number}، {sessions}",
		"weight.cell": "{row}، {day}: {state}، {weight}",
		"finding.state": "{count, number} پر {state}",
		"finding.restricted": "{networks} میں سے {states}",
		"finding.not_restricted": "{networks} پر محدود نہیں پایا گیا",
		"finding.line": "<subject>{unit}</subject>: {restriction}، {tail}۔{also}",
		"finding.line_in":
			"<subject>{unit}</subject>، <place>{country}</place>: {restriction}، {tail}۔{also}",
		"finding.measured": "آخری پیمائش {ago}",
		"finding.measured_old": "آخری پیمائش کے وقت، {ago}",
		"finding.one_network": "{measured}؛ صرف ایک نیٹ ورک پر، {network}",
		"finding.insufficient":
			"{measured}؛ {count, plural, one {مزید # نیٹ ورک} other {مزید # نیٹ ورکس}} کا ڈیٹا ناکافی ہے",
		"finding.also": "مزید: {units}۔",
		"finding.share_all": "{count, number} میں سے {count, number} {state}",
		"finding.share_state": "{count, number} {state}",
		"finding.share": "{total, number} میں سے {states}",
		"finding.below": "{count, number} کا ڈیٹا ناکافی",
		"past.networks":
			"{days} {count, plural, one {# نیٹ ورک} other {# نیٹ ورکس}} پر {states}",
		"past.one_network": "{days} صرف ایک نیٹ ورک، {network}، پر {states}",
		"past.measured": "{past}؛ {measured}",
		"reach.line":
			"ان نیٹ ورکس پر پابندی جن پر موبائل صارفین کا {share} ہے ({source}، {vintage}؛ {unknown, number}% کے بارے میں معلوم نہیں): {networks}",
		"reach.between": "تقریباً {low, number}–{high, number}%",
		"reach.about": "تقریباً {high, number}%",
		"reach.under": "{high, number}% سے کم",
		"incidents.measured": "{country} میں آخری پیمائش {ago}۔",
		"past.line": "<subject>{unit}</subject>: {past}۔{also}",
		"past.line_in":
			"<subject>{unit}</subject>، <place>{country}</place>: {past}۔{also}",
		"stale.newest":
			"تازہ ترین پیمائشیں {day} کی ہیں، {ago}۔ ”ابھی“ سے مراد وہی وقت ہے۔",
		"head.country": "ملک",
		"head.network": "نیٹ ورک",
		"head.networks": "نیٹ ورکس",
		"head.service": "سروس",
		"head.services": "سروسز",
		"head.site": "سائٹ",
		"head.state": "حالت",
		"head.evidence": "ثبوت",
		"head.sessions": "سیشنز",
		"head.measurements": "پیمائشیں",
		"head.by_state": "نیٹ ورکس بلحاظِ حالت",
		"head.measured_since": "پیمائش کا آغاز",
		"head.last_measured": "آخری پیمائش",
		"head.restricted_services": "ابھی محدود سروسز",
		"head.restricted_now": "ابھی محدود",
		"head.restricted_before":
			"پچھلے آٹھ ہفتوں میں محدود، اب ایسا نہیں پایا گیا",
		"head.documented": "دستاویزی، ناپا نہیں گیا",
		"head.day_by_day": "دن بہ دن",
		"country.unmeasured":
			"اس ورک اسپیس میں {country} کی کوئی پیمائش نہیں، اس لیے وہاں کی پابندیوں کے بارے میں کچھ نہیں کہا جا سکتا۔",
		"country.restricted": "{unit}: {restriction}، {tail}۔",
		"country.more":
			"{count, plural, one {مزید # سروس یا سائٹ محدود ہے} other {مزید # سروسز اور سائٹس محدود ہیں}}۔",
		"country.insufficient":
			"یہ کہنے کو ڈیٹا ناکافی ہے کہ {country} میں کیا محدود ہے۔",
		"country.ok":
			"ابھی کوئی پابندی نہیں ملی؛ {networks} پر {units} کی پیمائش ہوئی۔",
		"country.before": "{unit}: {past}۔",
		"country.no_measurements":
			"اس ورک اسپیس میں کوئی پیمائش نہیں۔ شامل کرنے کے لیے:",
		"country.by_network": "{unit}، نیٹ ورک بہ نیٹ ورک",
		"country.when": "ہر ایک کب شروع اور ختم ہوا، نیٹ ورک بہ نیٹ ورک",
		"country.services": "ابھی سروسز",
		"country.services_caption":
			"نیٹ ورکس، جو کچھ وہ زیادہ سے زیادہ {days, number} دن کے اس مختصر ترین وقفے میں دکھاتے ہیں جس میں کافی سیشن ہوں؛ اختتام {day}۔",
		"country.sites": "دوسری سائٹس جن پر پابندی کے آثار ہیں",
		"country.sites_caption":
			"وہ اہداف جو فہرست کی کسی سروس کے نہیں؛ قابلِ رسائی یہاں درج نہیں۔",
		"country.networks_caption":
			"{networks} ناپے گئے، {days}۔ نیٹ ورک کا نام پروب خود بتاتے ہیں۔",
		"country.no_service": "کسی سروس کی پیمائش نہیں ہوئی۔",
		"country.share": "{total, number} میں سے {count, number}",
		"arrival.lag":
			"آدھے سیشن پیمائش کے {half} کے اندر پہنچ گئے، دس میں سے نو {most} کے اندر ({sessions} میں سے جن کا علم ہے): تازہ ترین گھنٹے ابھی مکمل نہیں۔",
		"arrival.hour": "ایک گھنٹے",
		"network.insufficient":
			"یہ کہنے کو ڈیٹا ناکافی ہے کہ {network} پر ابھی کیا محدود ہے۔",
		"network.ok": "کافی سیشن والی {units} میں ابھی کوئی پابندی نہیں ملی۔",
		"network.restricted":
			"ابھی محدود: {names}؛ کافی سیشن والی {units} میں سے {count, number}۔",
		"network.more": "مزید {count, number}",
		"now.title": "ابھی کیا محدود ہے",
		"now.empty": "یہاں ابھی تک کوئی پیمائش نہیں ہوئی",
		"now.ok": "{countries} میں کچھ محدود نہیں پایا گیا",
		"now.restricted": "{countries} میں {units} محدود",
		"now.restricted_more":
			"{countries} اور مزید {count, number} ممالک میں {units} محدود",
		"now.first":
			"اس ورک اسپیس میں کوئی حقیقی پیمائش نہیں۔ کوئی آرکائیو درآمد کریں، پھر یہ صفحہ بتائے گا کہ کیا، کہاں اور کتنے نیٹ ورکس پر محدود ہے۔",
		"now.next": "اب کیا کریں",
		"now.import_own": "OONI کی پیمائشوں کی کوئی فائل یا فولڈر جو آپ کے پاس ہو:",
		"now.import_public": "OONI کے عوامی آرکائیو سے ایک ملک کے تین دن:",
		"now.none":
			"کوئی ایسی پابندی نہیں ملی جس کا ثبوت کافی ہو۔ اس کا مطلب ”محدود نہیں“ نہیں ہے: نیچے دیکھیں کتنی پیمائش ہوئی۔",
		"now.countries": "ممالک جن کی پیمائشیں ہیں",
		"now.insufficient": "ناکافی ڈیٹا",
		"now.insufficient_text":
			"اتنے کم سیشن کہ ملک کے بارے میں کچھ نہ کہا جا سکے، یا ایسے آثار جو سرخی کے لائق نہیں؛ سرخی کے لیے {count, number} سیشن چاہئیں۔",
		"map.restricted": "اس وقت پابندی",
		"map.measured": "پیمائش ہوئی، کوئی پابندی نہیں ملی",
		"map.unknown": "کافی ڈیٹا نہیں",
		"map.note":
			"ہر ملک فہرستوں میں موجود ہے۔ سرحدیں بتاتی ہیں کہ کنٹرول کس کا ہے (نیچرل ارتھ)؛ نقطہ دار سرحدیں متنازع ہیں۔",
		"now.suspected":
			"<unit>{name}</unit>، <place>{country}</place>: {networks} پر {sessions}",
		"now.thin": "<place>{country}</place>: {networks}، آخری پیمائش {ago}",
		"now.emulated": "مصنوعی: دیکھنے بھالنے کے لیے ایک کہانی",
		"now.emulated_text":
			"مصنوعی ملک موجود نہیں۔ اس کی مصنوعی پیمائشیں اسی جانچ سے گزریں جس سے حقیقی گزرتی ہیں۔",
		"now.documented":
			"اخبارات، عدالتوں اور حکام نے جو کہا وہ ہر ملک کے صفحے پر پیمائش سے الگ درج ہے۔",
		"incidents.ongoing": "جاری واقعات",
		"incidents.all": "تمام واقعات",
		"incidents.documented":
			"{count, plural, one {مزید # واقعہ دستاویزات میں جاری ہے} other {مزید # واقعات دستاویزات میں جاری ہیں}}، ناپا نہیں گیا۔",
		"incident.internet": "انٹرنیٹ",
		"incident.service_block": "{service} مسدود",
		"incident.throttling": "{service} کی رفتار گھٹائی گئی",
		"incident.mobile_data_shutdown": "موبائل انٹرنیٹ بند",
		"incident.fixed_line_shutdown": "فکسڈ لائن انٹرنیٹ بند",
		"incident.internet_cut": "انٹرنیٹ بند",
		"incident.withholding": "{service} پر اکاؤنٹس یا مواد روکا گیا",
		"incident.fault": "{service} کی خرابی، پابندی نہیں",
		"incident.outage": "{service} کا تعطل",
		"incident.undetermined": "{service} میں تبدیلی، نوعیت معلوم نہیں",
		"incident.fell_silent": "پیمائشیں جو خاموش ہو گئیں",
		"incident.in": "{place} میں",
		"incident.in_area": "{areas}، {country} میں",
		"incident.on": "{country} میں {network} پر",
		"incident.title": "{what}، {where}",
		"incident.title_suspicion": "ناکافی ڈیٹا: {what}، {where}، کے آثار",
		"incident.title_withdrawn": "واپس لیا گیا: {what}، {where}",
		"incident.title_explained": "پابندی نہیں: جو یوں لگتا تھا: {what}، {where}",
		"incident.announced": "اعلان شدہ",
		"incident.ongoing": "جاری",
		"incident.ended": "ختم",
		"incident.ending_unknown": "اختتام معلوم نہیں",
		"incident.withdrawn": "واپس لیا گیا",
		"incident.merged": "دوسرے واقعے کا حصہ",
		"incident.no_restriction": "پابندی نہیں",
		"incident.before": "{moment} سے پہلے",
		"incident.local_days":
			"{days} ({count, plural, one {مقامی دن} other {مقامی دن}})",
		"incident.in_hour": "{moment} والے گھنٹے میں",
		"incident.most_likely": "{bracket}، غالباً {moment}",
		"incident.or_later": "{day} یا بعد میں",
		"incident.sessions": "{networks} پر {sessions} میں سے {count, number}",
		"incident.documented": "دستاویزی، ناپا نہیں گیا",
		"incident.told": "{status}: آغاز {began}۔ {shown}",
		"incident.told_ended": "{status}: آغاز {began}، اختتام {ended}۔ {shown}",
		"incident.told_documented":
			"دستاویزی، ناپا نہیں گیا، {status}: ذرائع کے مطابق آغاز {began}۔",
		"incident.told_documented_ended":
			"دستاویزی، ناپا نہیں گیا، {status}: ذرائع کے مطابق آغاز {began}، اختتام {ended}۔",
		"incident.told_withdrawn": "واپس لیا گیا: {reason}",
		"incident.not_an_outage": "اسے تعطل کہنے کو ڈیٹا ناکافی ہے",
		"incident.not_a_restriction": "اسے پابندی کہنے کو ڈیٹا ناکافی ہے",
		"incident.not_published": "بطور پابندی شائع نہیں",
		"incident.shown": "ثبوت: {evidence}۔",
		"incident.strip": "پیمائش، نیٹ ورک بہ نیٹ ورک",
		"incident.facts": "اس کے پیچھے کیا ہے",
		"incident.head": "واقعہ",
		"incident.status": "کیفیت",
		"incident.head_began": "آغاز",
		"incident.head_ended": "اختتام",
		"incident.how": "کیسے",
		"incident.none": "کوئی نہیں۔ اس کا مطلب ”کچھ محدود نہیں تھا“ نہیں ہے۔",
		"meaning.blocked":
			"ایسا قاعدہ پورا ہوا جس کا ایک ہی مطلب ہے، اور سنسر کا خاص نشان ملا: معروف بندش کا صفحہ یا معروف جعلی جواب۔",
		"meaning.likely_blocked":
			"ایسا قاعدہ پورا ہوا جس کا ایک ہی مطلب ہے، مگر کوئی خاص نشان نہیں ملا۔ بندش کے صفحے کے بغیر اکثر بندش ایسی ہی ہوتی ہے۔",
		"meaning.throttled":
			"پہنچا گیا، مگر رفتار اس طرح گھٹی کہ ہدف کے ساتھ بدلتی ہے۔",
		"meaning.impaired": "کام نہیں کر رہا، وجہ واضح نہیں۔ یہ پابندی نہیں ہے۔",
		"meaning.down": "کہیں سے بھی کام نہیں کر رہا، بندش کا کوئی نشان نہیں۔",
		"meaning.ok": "پہنچا گیا۔",
		"meaning.insufficient":
			"بہت کم سیشنز نے کچھ بتایا۔ نہ قابلِ رسائی نہ مسدود؛ ہمیں معلوم نہیں۔",
		"incidents.title_in": "{country} میں واقعات",
		"incidents.headline":
			"{measured, plural, one {# پابندی ناپی گئی} other {# پابندیاں ناپی گئیں}}، ان میں سے {ongoing, number} جاری؛ {documented, plural, one {مزید # دستاویزی ہے} other {مزید # دستاویزی ہیں}}، ناپی نہیں گئیں۔",
		"incidents.outages":
			"ان کے علاوہ {count, plural, one {# تعطل} other {# تعطل}}، وجہ ثابت نہیں۔",
		"incidents.caption":
			"پہلے جاری، پھر تازہ ترین۔ دن سب سے زیادہ ممکنہ ہیں؛ وقفہ ہر واقعے کے صفحے پر ہے۔",
		"incidents.all_countries": "تمام ممالک کے واقعات",
		"page.newer": "تازہ تر",
		"page.older": "پرانے",
		"page.of": "صفحہ {page, number} از {last, number}",
		"incident.explained":
			"اس کی دوسری وجہ، جس کے باعث یہ بطور پابندی شائع نہیں: {why}",
		"incident.worldwide": "یہی تبدیلی ایک ساتھ کئی ممالک میں ہوئی۔",
		"incident.instrument":
			"یہ پروب کے ایک ورژن کے ساتھ چلتا ہے، نیٹ ورک کے ساتھ نہیں۔",
		"incident.own_change": "اسی وقت ہمارے اپنے قواعد یا حوالہ جاتی ڈیٹا بدلا۔",
		"incident.composition":
			"پہلے سے مختلف پروب یا ریزولور جواب دے رہے تھے؛ ان میں سے کوئی نہیں بدلا۔",
		"incident.source_late":
			"ماخذ دوسری جگہوں پر بھی خاموش ہوا، یعنی صرف دیر ہوئی۔",
		"incident.control_outage": "جس سے موازنہ کیا گیا وہ خود ناکام ہوا۔",
		"incident.documented_as_fault": "ریکارڈ اسے خرابی کہتا ہے، پابندی نہیں۔",
		"incident.strip_note":
			"خانوں پر ٹھوس چوکھٹا بتاتا ہے کہ نیٹ ورک پر آغاز کب ہوا، ٹوٹی لکیر والا کہ اختتام کب؛ جتنا تنگ اتنا یقینی۔ یہی وقفے نیچے نیٹ ورکس کے جدول میں ہیں۔",
		"incident.networks_caption":
			"سیشن وہ ہیں جنہوں نے واقعے کے دوران پابندی دکھائی، ان سب میں سے جنہوں نے کچھ بتایا؛ ہر ایک ایک بار گنا گیا۔ نیٹ ورک کا نام پروب خود بتاتے ہیں۔",
		"incident.when": "کب، UTC میں",
		"incident.not_alone": "صرف اس نیٹ ورک سے معلوم نہیں۔",
		"incident.began_at": "آغاز {when}۔",
		"incident.ended_at": "اختتام {when}۔",
		"incident.not_known": "معلوم نہیں",
		"incident.not_shown": "نظر نہیں آیا",
		"incident.cause": "وجہ",
		"incident.witness": "ایک پیمائش جو یہ دکھاتی ہے",
		"incident.detectable": "سب سے پہلے کب کہا جا سکتا تھا",
		"incident.with_data": "{moment} کے ڈیٹا کے ساتھ",
		"incident.targets": "اہداف",
		"incident.aliases": "دوسری شناختیں جو یہاں لاتی ہیں",
		"incident.dossier": "مکمل فائل",
		"incident.dossier_text":
			"کیا ناپا گیا، کہا گیا اور واجب تھا، نمبر شدہ شواہد اور تمام مخالف دلائل کے ساتھ، محفوظ کرنے اور چھاپنے کے لیے:",
		"incident.revisions": "یہ کیسے بتایا گیا",
		"incident.revisions_caption":
			"جو بتایا گیا وہ بھلایا نہیں جاتا: دیر سے آنے والا ڈیٹا اس میں ترمیم کرتا ہے، اور ہر ترمیم کھاتے میں محفوظ ہے۔",
		"incident.revision": "ترمیم",
		"incident.told_at": "بتایا گیا",
		"incident.changed": "کیا بدلا اور کیوں",
		"network.kicker": "<place>{country}</place> میں نیٹ ورک",
		"network.volume":
			"{day} تک آٹھ ہفتوں میں {sessions}، {measurements}؛ آخری پیمائش {ago}۔",
		"network.no_volume":
			"{day} تک آٹھ ہفتوں میں کوئی سیشن نہیں؛ آخری پیمائش {ago}۔",
		"network.caption":
			"زیادہ سے زیادہ {days, number} دن کے اس مختصر ترین وقفے میں جس میں کافی سیشن ہوں۔ جو سائٹس کسی سروس کی نہیں وہ تبھی درج ہیں جب کچھ نہ پہنچا۔",
		"network.rules": "یہاں لاگو ہونے والے قواعد",
		"network.resolvers": "یہاں استعمال ہونے والے ریزولور",
		"network.resolvers_text":
			"وہ نیٹ ورک جس کا پروب کا ریزولور ہے۔ دوسرے نیٹ ورک کا ریزولور اس نیٹ ورک کی مداخلت دکھا سکتا ہے، یا کوئی نہیں۔",
		"network.declared":
			"پیمائش کا نیٹ ورک اور ملک پروب بتاتا ہے۔ کسی دن کی حالت کے لیے {count, number} سیشن چاہئیں؛ یہ حد عارضی ہے۔",
		"service.in": "<place>{country}</place> میں سروس",
		"service.all_countries": "تمام ممالک",
		"service.unmeasured":
			"اس ورک اسپیس میں کسی حقیقی ملک میں {service} کی پیمائش نہیں ہوئی۔",
		"service.unmeasured_in":
			"اس ورک اسپیس میں {country} میں {service} کی پیمائش نہیں ہوئی۔",
		"service.restricted": "{country} میں {unit}: {restriction}، {tail}۔",
		"service.more":
			"یہ {count, plural, one {مزید # ملک} other {مزید # ممالک}} میں محدود ہے۔",
		"service.insufficient":
			"یہ کہنے کو ڈیٹا ناکافی ہے کہ {service} ابھی محدود ہے یا نہیں۔",
		"service.insufficient_in":
			"یہ کہنے کو ڈیٹا ناکافی ہے کہ {country} میں {service} ابھی محدود ہے یا نہیں۔",
		"service.ok":
			"کافی ڈیٹا والے {countries} میں {service} ابھی محدود نہیں پایا گیا۔",
		"service.ok_in": "{country} میں {service} ابھی محدود نہیں پایا گیا۔",
		"service.by_country": "{unit}، ملک بہ ملک",
		"service.function": "کام",
		"service.functions": "کام",
		"service.tested": "کیا جانچا جاتا ہے",
		"service.emulated":
			"اس سروس کا مصنوعی ڈیٹا الگ رکھا گیا ہے: <page>مصنوعی ملک میں {service}</page>۔",
		"service.domains": "ڈومین: <names>{names}</names>",
		"service.tests": "اس کے اپنے ٹیسٹ: <names>{names}</names>",
		"service.whole":
			"اس کے کام الگ الگ نہیں دیکھے جاتے؛ یہاں بات پوری سروس کی ہے۔",
		"service.untested": "جانچا نہیں گیا: کوئی ٹیسٹ وہاں نہیں پہنچتا۔",
		"service.not_measured": "ناپا نہیں گیا۔",
		"service.not_here": "یہاں ناپا نہیں گیا۔",
		"service.networks": "نیٹ ورکس: {states}۔",
		"service.not_enough": "ناکافی ڈیٹا۔",
		"service.share":
			"کافی ڈیٹا والے {countries} میں سے {count, number} میں محدود۔",
		"service.tested_by": "جانچ {targets} سے۔",
		"service.any_of": "جانچ {targets} سے؛ ان میں سے کوئی ایک کافی ہے۔",
		"service.all_of": "جانچ {targets} سے؛ سب ضروری ہیں۔",
		"service.by_day": "دن کے لحاظ سے",
		"network.rule": "قاعدہ",
		"network.no_rule": "کوئی قاعدہ لاگو نہیں ہوا۔",
		"network.rules_caption":
			"{days} کی پیمائشوں میں۔ لاگو ہونے والا ہر قاعدہ گنا گیا، وہاں بھی جہاں فیصلہ دوسرے نے کیا۔",
		"network.resolver": "ریزولور کا نیٹ ورک",
		"network.own": "اسی نیٹ ورک کا",
		"chart.by_service": "{country} میں {subject}، سروس اور دن کے لحاظ سے",
		"chart.by_country": "{subject}، ملک اور دن کے لحاظ سے",
		"chart.of_incident": "{title}، نیٹ ورک اور دن کے لحاظ سے",
		"weight.networks":
			"{total, plural, one {# نیٹ ورک} other {# نیٹ ورکس}} میں سے {count, number} پر، {sessions}",
		"weight.few_networks":
			"کافی سیشن والے {count, plural, one {# نیٹ ورک} other {# نیٹ ورکس}}، {sessions}",

		// Report: does it work for you?
		"word.yes": "ہاں",
		"word.no": "نہیں",
		"form.choose": "منتخب کریں",
		"form.send": "بھیجیں",
		"form.too_much": "ایک ساتھ بہت زیادہ بھیجا گیا۔",
		"form.not_ours": "یہ فارم ہمارے کسی صفحے سے نہیں بھیجا گیا۔",
		"report.choose":
			"کوئی سروس منتخب کریں۔ اگلا صفحہ بتائے گا کہ جانچ کن سے رابطہ کرے گی؛ بٹن دبانے سے پہلے کسی سے رابطہ نہیں ہوتا۔",
		"report.go_on": "آگے",
		"report.visitors": "آنے والے کیا کہتے ہیں",
		"report.title_of": "{service}: کیا آپ کے ہاں چلتا ہے؟",
		"report.think":
			"<strong>پہلے سوچ لیں۔</strong> آپ کا انٹرنیٹ فراہم کنندہ دیکھتا ہے کہ آپ اس سائٹ پر ہیں، اور یہ بھی کہ جانچ کن سائٹس سے رابطہ کرتی ہے۔ اگر اس سے آپ کو خطرہ ہو سکتا ہے تو آگے نہ بڑھیں۔",
		"report.look_heading": "اس براؤزر سے دیکھیں",
		"report.contacts": "بٹن دبانے پر آپ کا براؤزر ان سے رابطہ کرتا ہے:",
		"report.compares": "اور یہ جاننے کو کہ آپ کی لائن چلتی بھی ہے، ان سے:",
		"report.asks":
			"ہر ایک سے ایک چھوٹی تصویر، ایک صفحہ اور ایک دیرپا رابطہ مانگا جاتا ہے۔ اگر آپ کسی میں سائن اِن ہیں تو وہ آپ کو پہچان سکتا ہے، جیسے جب کوئی بھی صفحہ اس کی تصویریں دکھائے۔ جو ملے وہ اسی براؤزر میں رہتا ہے جب تک آپ نیچے سے نہ بھیجیں۔",
		"report.look": "ابھی دیکھیں",
		"report.address": "پتہ",
		"report.picture": "تصویر",
		"report.page": "صفحہ",
		"report.lasting": "دیرپا رابطہ",
		"report.no_script":
			"اسکرپٹ کے بغیر یہ صفحہ کسی سے رابطہ نہیں کرتا۔ آپ پھر بھی بتا سکتے ہیں کہ آپ کیا دیکھتے ہیں۔",
		"report.say_heading": "بتائیں آپ کیا دیکھتے ہیں",
		"report.here_now": "{service}، یہاں اور ابھی",
		"report.works": "میرے ہاں چلتا ہے",
		"report.works_not": "میرے ہاں نہیں چلتا",
		"report.country": "آپ کس ملک میں ہیں",
		"report.kept": "کیا محفوظ کیا جاتا ہے",
		"report.kept_what":
			"سروس، آپ کا جواب، ملک، گھنٹہ، جانچ میں جو ملا، اور آپ کے انٹرنیٹ فراہم کنندہ کا نمبر۔",
		"report.kept_not":
			"آپ کا پتہ نہیں۔ اسے صرف فراہم کنندہ جاننے اور ایک لائن کو دن میں ایک بار گننے کے لیے دیکھا جاتا ہے، پھر بھلا دیا جاتا ہے۔",
		"report.kept_shown":
			"ملک اور دن کے حساب سے تعداد دکھائی جاتی ہے، اگلے دن سے۔ رپورٹیں کمزور ثبوت ہیں: وہ شبہ پیدا کر سکتی ہیں کہ کوئی پیمائش کرے، مگر یہ کبھی طے نہیں کرتیں کہ کچھ مسدود ہے۔",
		"report.thanks": "شکریہ",
		"report.repeat":
			"آپ کی لائن سے آج {service} کی رپورٹ پہلے آ چکی ہے: ایک لائن دن میں ایک بار گنی جاتی ہے۔",
		"report.taken":
			"{service} کے بارے میں آپ کی رپورٹ محفوظ ہو گئی۔ یہ کل سے آج کی تعداد میں نظر آئے گی۔",
		"report.another": "کوئی اور سروس",
		"report.none":
			"پچھلے دنوں کی کوئی رپورٹ نہیں۔ آج کی رپورٹیں کل نظر آئیں گی۔",
		"report.suspicion_means":
			"جہاں کم از کم پانچ لوگ کہیں کہ سروس نہیں چلتی، اور یہ چلنے کا کہنے والوں سے زیادہ ہوں، وہاں <strong>شبہ</strong> ہے: پیمائش ہونی چاہیے۔ یہ نتیجہ نہیں ہے۔",
		"report.head_works": "چلتا ہے",
		"report.head_fails": "نہیں چلتا",
		"report.suspicion": "شبہ",
		"report.not_taken": "یہ رپورٹ نہیں لی گئی",
		"report.too_many": "آپ کی لائن سے بہت سی رپورٹیں آ چکی ہیں۔ بعد میں آئیں۔",
		"report.no_service": "یہاں ایسی کوئی سروس معلوم نہیں۔",
		"report.looking": "{host} کو دیکھا جا رہا ہے …",
		"report.answered": "جواب ملا، {ms} ملی سیکنڈ",
		"report.silent": "کچھ نہیں، {ms} ملی سیکنڈ",
		"report.found_none":
			"کسی نے بھی جواب نہیں دیا۔ کیا آپ آن لائن ہیں؟ اس سے سروس کے بارے میں کچھ معلوم نہیں ہوتا۔",
		"report.found_all":
			"آپ کے براؤزر کو ہر پتے سے جواب ملا۔ یہ اس کا ثبوت نہیں کہ ایپ یا پوری سائٹ چلتی ہے۔",
		"report.found_some":
			"کچھ پتوں نے جواب دیا اور کچھ نے نہیں۔ یہ جزوی بندش بھی ہو سکتی ہے اور خرابی بھی۔",
		"report.found_silent":
			"سروس کے کسی پتے نے جواب نہیں دیا، دوسروں نے دیا۔ یہ بندش بھی ہو سکتی ہے اور سروس کی خرابی بھی۔ ایک جانچ سے فیصلہ نہیں ہو سکتا۔",

		// Cost
		"language.english_part": "آگے کا متن انگریزی میں ہے۔",
		"money.range": "{from} سے {to}",
		"money.so_far": "اب تک {range}",
		"time.under_hour": "ایک گھنٹے سے کم",
		"form.faults":
			"{count, plural, one {ایک چیز درست کرنی ہے۔} other {# چیزیں درست کرنی ہیں۔}}",
		"cost.title": "پابندی کی قیمت کیا ہے",
		"cost.standfirst":
			"اسے کسی نے ناپا نہیں۔ بتائیں کیا بند ہوا اور کتنی دیر، اور دیکھیں کہ شائع شدہ طریقے کس حد تک کا تخمینہ دیتے ہیں، ہر طریقہ الگ الگ۔",
		"cost.ask": "کیا بند ہوا",
		"cost.change": "جن اعداد پر یہ ٹکا ہے انہیں بدلیں",
		"cost.take":
			"تاریخیں اور قسم واقعے کی اپنی ہیں۔ <link>انہیں آغاز مان کر بدلیں</link>۔",
		"cost.own": "آپ کا اپنا نقصان",
		"cost.own_text":
			"کسی ادارے کے لیے: تاریخ کے ساتھ نوٹ کہ اس سے آپ کا کیا گیا، چھاپنے کے لیے۔ جو آپ یہاں لکھیں وہ ایک بار بھیجا جاتا ہے، کسی پتے میں نہیں آتا، نہ محفوظ ہوتا ہے نہ لاگ۔",
		"cost.no_range": "کوئی حد نہیں دی جا سکتی",
		"cost.no_true_one":
			"حد کے اندر کوئی عدد اصل نہیں: ہر طریقہ الگ چیزیں گنتا ہے۔",
		"cost.no_hours": "گھنٹوں کے بغیر کچھ تخمینہ نہیں ہو سکتا۔",
		"cost.no_inputs":
			"پوری معیشت گننے والے کسی طریقے کے پاس ضروری اعداد نہیں؛ کس میں کیا کم ہے، نیچے ہے۔",
		"cost.running":
			"جاری: جہاں تک معلوم ہے یہ چل رہا ہے؛ گھنٹے اور رقوم {moment} تک کی ہیں۔",
		"cost.hours_of": "گھنٹے اور نیٹ ورک ایک <link>واقعے</link> کے ہیں۔",
		"cost.methods": "طریقہ بہ طریقہ",
		"cost.lacking": "جو طریقے کچھ نہیں دیتے، اور کیوں",
		"cost.sectors": "شعبے کے لحاظ سے",
		"cost.hours": "قسم کے لحاظ سے گھنٹے",
		"cost.not_counted": "جو کوئی طریقہ نہیں گنتا",
		"cost.not_small": "اوپر نہ ہونے کا مطلب یہ نہیں کہ یہ چھوٹے ہیں۔",
		"cost.dollars": "ڈالر",
		"cost.official": "سرکاری شرح پر",
		"cost.market": "بازار کی شرح پر",
		"cost.rate": "ایک ڈالر کے {rate}",
		"cost.assumptions": "ہر عدد جس پر طریقے ٹکے ہیں",
		"cost.assumptions_text":
			"جو آپ لکھیں وہ شائع شدہ عدد کی جگہ لیتا ہے، اور پتے میں بھی آتا ہے، تاکہ دوسرے دیکھ سکیں کہ آپ نے کیا مانا۔",
		"cost.estimate": "تخمینہ لگائیں",
		"cost.again": "دوبارہ تخمینہ لگائیں",
		"cost.anew": "نئے سرے سے شروع کریں",
		"cost.in_use": "زیرِ استعمال: {values}۔",
		"cost.kind_full": "ہر طرح کا انٹرنیٹ بند",
		"cost.kind_mobile": "موبائل انٹرنیٹ بند، فکسڈ لائنیں چالو",
		"cost.kind_regional": "کچھ علاقوں میں ہر رسائی بند",
		"cost.kind_service": "ایک سروس مسدود",
		"cost.kind_throttling": "رفتار کسی حد تک گھٹائی گئی",
		"cost.a_service": "ایک سروس",
		"cost.f_kind": "کیا کیا گیا",
		"cost.f_service": "سروس، اگر کوئی مسدود ہوئی",
		"cost.f_since": "آغاز، UTC میں",
		"cost.f_until": "اختتام، UTC میں",
		"cost.f_hours": "گھنٹے، اگر اختتام نہ دیا ہو",
		"cost.f_scope": "رقبے کا حصہ: ملک کا کتنا حصہ بند ہوا",
		"cost.no_method": "کسی طریقے کے پاس ضروری اعداد نہیں۔",
		"cost.caption":
			"ڈالر، تین ہندسوں تک۔ طریقے الگ چیزیں گنتے ہیں، انہیں جمع نہیں کرنا چاہیے۔",
		"cost.method": "طریقہ",
		"cost.low": "کم، $",
		"cost.middle": "درمیانہ، $",
		"cost.high": "زیادہ، $",
		"cost.counts": "کیا گنتا ہے",
		"cost.years": "اعداد کے سال",
		"cost.economy": "پوری معیشت",
		"cost.part": "ایک حصہ: حد میں شامل نہیں",
		"cost.historical": "اب کچھ نہیں",
		"cost.how": "{method} اس تک کیسے پہنچتا ہے",
		"cost.this_event": "یہ واقعہ: {kind}، {hours}۔",
		"cost.never_added":
			"ایک قسم کا گھنٹہ دوسری قسم کے گھنٹے کے بارے میں کم بتاتا ہے، اس لیے انہیں کبھی جمع نہیں کیا جاتا۔",
		"cost.every_method": "ہر طریقہ اور اس کے اعداد",
		"cost.what": "اس کی قیمت",
		"cost.total":
			"{moment} تک جاری مجموعہ: {hours}، {range}، طریقے کے لحاظ سے۔",
		"cost.lasted": "یہ {hours} رہا: {range}، طریقے کے لحاظ سے۔",

		// Cost: assumptions, sectors, hours, hints
		"cost.f_digital": "جی ڈی پی میں ڈیجیٹل معیشت کا حصہ",
		"cost.f_weight": "پورے انٹرنیٹ کی قدر میں سروس کا حصہ",
		"cost.f_degree": "رفتار گھٹانے کی حد: استعمال کا کتنا حصہ چھنا",
		"cost.f_traffic": "ضائع ٹریفک کا حصہ",
		"cost.f_telecom": "جی ڈی پی میں ٹیلی کام اور انٹرنیٹ خدمات کا حصہ",
		"cost.f_daily": "CIPESA کے مطابق ایک دن کی قدر، ڈالر میں",
		"cost.f_tail": "بحالی کے دن جو ضائع گنے گئے",
		"cost.f_user_day": "آپریٹرز کی فی صارف یومیہ آمدن، مقامی کرنسی میں",
		"cost.f_tax": "آپریٹرز کی آمدن پر ٹیکس",
		"cost.f_users": "کتنے لوگ کٹے",
		"cost.f_rate": "بازار کی شرحِ مبادلہ، مقامی کرنسی فی ڈالر",
		"cost.f_turnover": "کاروباری حجم",
		"cost.f_per": "مدت",
		"cost.f_dependent": "اس کا حصہ جو بند ہونے والی چیز سے آتا ہے",
		"cost.f_made_up": "نقصان کا حصہ جو کہیں اور یا بعد میں پورا ہوا",
		"cost.per_day": "دن",
		"cost.per_week": "ہفتہ",
		"cost.per_month": "مہینہ",
		"cost.per_year": "سال",
		"cost.make_note": "نوٹ بنائیں",
		"cost.s_telecom": "آپریٹرز اور دیگر ٹیلی کام",
		"cost.s_operators": "موبائل آپریٹرز",
		"cost.s_tax": "ٹیکس",
		"cost.s_freelancers": "فری لانسرز",
		"cost.s_food": "کھانا پہنچانا",
		"cost.s_cabs": "ٹیکسی ایپس",
		"cost.s_small": "چھوٹے آن لائن فروش، اور جو مطالعہ الگ نہیں گنتا",
		"cost.sector": "شعبہ",
		"cost.no_sectors":
			"ضروری اعداد والا کوئی طریقہ یہاں شعبے الگ نہیں کرتا۔ یہ صرف پاکستان کے لیے معلوم ہے۔",
		"cost.sectors_caption":
			"شعبے الگ کرنے والے طریقوں کے درمیانی اعداد۔ دو طریقوں کے اعداد ایک دوسرے پر چڑھے ہیں، انہیں جمع نہیں کرنا چاہیے۔",
		"cost.kind": "قسم",
		"cost.hours_head": "گھنٹے",
		"cost.hours_unknown": "نامعلوم گھنٹے",
		"cost.hours_caption":
			"{country} کے تمام واقعات جو یہاں معلوم ہیں، دستاویزی بھی۔ ایک ساتھ دو کے گھنٹے دو بار گنے گئے۔",
		"cost.by_clock": "گھڑی سے {clock}، بند نیٹ ورکس کے حساب سے {counted}",
		"cost.all_have": "کوئی نہیں: ہر طریقے کے پاس اپنے اعداد ہیں۔",
		"cost.give": "”{field}“ دیں",
		"cost.formula": "فارمولا",
		"cost.source": "ماخذ",
		"cost.leaves_out": "کیا چھوڑتا ہے",
		"cost.caution": "احتیاط",
		"cost.input": "عدد کا نام",
		"cost.value": "قدر",
		"cost.year": "سال",
		"cost.from": "ماخذ / آغاز",
		"cost.to": "تک",
		"cost.models":
			"سب ماڈل ہیں۔ ہر ایک شائع شدہ اعداد سے، جو خود بھی ماڈلوں کے ہیں، کتنا دور ہے، یہ docs/methods/costs.md میں ہے جو پروگرام کے ساتھ آتی ہے۔",
		"cost.hint_scope":
			"0.06 یا 6%۔ ضروری جہاں کچھ علاقے یا نیٹ ورک بند ہوئے؛ ورنہ پورا ملک لیا جاتا ہے۔",
		"cost.hint_countries":
			"وہ {count, number} ممالک جن کے اشاریے ساتھ آتے ہیں۔",
		"cost.hint_service":
			"X اور Telegram کے وزن معلوم ہیں؛ دوسروں کے لیے نیچے اپنا دیں۔",
		"cost.hint_until": "یا خالی چھوڑیں اور گھنٹے دیں۔",
		"cost.hint_rate": "صرف جہاں کوئی قابلِ اعتماد ماخذ بتائے۔",
		"cost.hint_turnover": "الگ کرنے والے نشان کے بغیر: 250000۔",
		"cost.hint_made_up": "اگر کچھ پورا نہیں ہوا تو خالی چھوڑیں۔",
		"cost.no_jobs":
			"کوئی طریقہ نوکریاں، جانیں، اعتماد یا صحافت کا کام نہیں گنتا۔",
		"cost.stretches": "گھنٹے، حصہ بہ حصہ",
		"cost.stretches_caption":
			"وہاں کاٹا گیا جہاں کوئی نیٹ ورک بند یا بحال ہوا۔ مارکیٹ کے حصے معلوم نہیں، اس لیے ہر نیٹ ورک برابر گنا جاتا ہے۔",
		"cost.still_cut": "ابھی بند نیٹ ورکس",

		// Outlook
		"outlook.title": "{country} کے لیے پیش نظری",
		"outlook.ahead": "آنے والے مواقع",
		"outlook.none_ahead":
			"ان دنوں کا کوئی موقع ہمارے ڈیٹا میں نہیں۔ اس سے ان مواقع کے بارے میں کچھ معلوم نہیں ہوتا جو ڈیٹا میں نہیں۔",
		"outlook.calendar":
			"<link>کیلنڈر کے طور پر</link>، ایک ہفتہ پہلے یاددہانی کے ساتھ۔ دنوں کی دوسری تعداد کے لیے پتے میں <code>alarm=14</code> لکھیں، یا یاددہانی نہ چاہیں تو <code>alarm=none</code>۔",
		"outlook.days_text":
			"اس دن {place} میں {kind} کا آغاز درج ہونے کا امکان۔ مواقع کے دن نشان زد ہیں۔",
		"outlook.whole": "پورا ملک",
		"outlook.basis": "یہ کس پر ٹکا ہے",
		"outlook.not_measured":
			"یہ دستاویزی ریکارڈ سے بنا ہے، پیمائشوں سے نہیں: <link>{country} کا ریکارڈ</link>۔",
		"outlook.what": "کیا شروع ہو",
		"outlook.where": "کہاں",
		"outlook.days": "دن",
		"outlook.show": "دکھائیں",
		"outlook.likeliest":
			"دس سب سے زیادہ ممکنہ دن، ماڈل کے نوے فیصد امکان کے ساتھ",
		"outlook.day": "دن",
		"outlook.forecast": "پیش گوئی",
		"outlook.why": "کیوں",
		"outlook.description":
			"{country} میں {kind}: ہر دن کا امکان، {days}، اوسط سے موازنے کے ساتھ۔",
		"outlook.under": "{percent} سے کم",
		"outlook.moon": "{days}، ایک دن آگے پیچھے: تاریخ چاند دیکھنے پر ہے۔",
		"outlook.never_held": "ریکارڈ کے دنوں میں یہ نہیں ہوا۔",
		"outlook.held":
			"{year} سے ریکارڈ کے دنوں میں {count, number} بار: {with, number} بار {kind} کا آغاز درج، {without, number} بار کچھ درج نہیں۔",
		"outlook.no_chance": "کوئی امکان نہیں دیا گیا۔",
		"outlook.chance": "سب سے ممکنہ دن کی پیش گوئی: {chance}، اوسط {average}۔",
		"outlook.too_far":
			"اتنے آگے کی پیش گوئی اوسط سے بہتر نہیں، جو {average} یومیہ ہے۔",
		"outlook.lead_uncovered":
			"کوئی فہرست {country} کی ہر پابندی رکھنے کا دعویٰ نہیں کرتی، اس لیے {kind} کا امکان نہیں دیا جا سکتا۔ مواقع اس کے بغیر درج ہیں۔",
		"outlook.lead_beyond":
			"یہ دن {country} کے ریکارڈ سے اتنے دور ہیں کہ کبھی جانچے نہیں گئے، اس لیے {kind} کا امکان نہیں دیا گیا۔",
		"outlook.lead_average":
			"ان دنوں {country} میں {kind} کی پیش گوئی اوسط سے بہتر نہیں: {average} دنوں میں آغاز درج ہے۔",
		"outlook.lead":
			"{country} میں {kind} کے آغاز کا سب سے ممکنہ دن {day} ہے: {chance} ({low} سے {high})، اوسط {average}۔",
		"outlook.scores": "ایسی پیش گوئیاں کتنی اچھی رہیں",
		"outlook.scores_text":
			"2016 سے ہر دن کی پیش گوئی اس سے پہلے معلوم باتوں سے کی گئی: {until} تک {days, number} دن، جن میں {onsets, number} آغاز کے دن۔ ساتھ چار سادہ پیش گوئیاں ہیں جو کیلنڈر نہیں جانتیں۔",
		"outlook.scores_caption":
			"اوسط مربع غلطی (Brier؛ کم بہتر ہے)، اور چاروں میں بہترین پر برتری",
		"outlook.head_ahead": "کتنا پہلے",
		"outlook.best": "چاروں میں بہترین",
		"outlook.skill": "برتری، 95% وقفہ",
		"outlook.log_skill": "لوگ برتری، 95% وقفہ",
		"outlook.finding": "نتیجہ",
		"outlook.better": "اوسط سے بہتر",
		"outlook.no_better": "اوسط سے بہتر نہیں",
		"outlook.too_few": "کہنے کو آغاز بہت کم",
		"outlook.points":
			"ہر نقطہ اگلے دن {kind} کی پیش گوئیوں کا ایک درجہ ہے: ٹوٹی لکیر پر وہ درست ہیں۔ سلاخیں 95% وقفے ہیں۔ دونوں محور جذر میں ہیں۔",
		"outlook.numbers": "یہی اعداد میں",
		"outlook.forecasts": "پیش گوئیاں",
		"outlook.onset_days": "آغاز کے دن",
		"outlook.mean": "اوسط پیش گوئی",
		"outlook.came_true": "سچ ہوئیں",
		"outlook.figure": "{country} میں {kind}: پیش گوئی اور جو ہوا",
		"outlook.figure_days":
			"2016 سے {until} تک {days, number} دن، ہر ایک کی ایک دن پہلے پیش گوئی۔",
		"outlook.figure_finding":
			"{count, number} میں سے {right, number} درجوں میں آغاز والے دنوں کا حصہ 95% وقفے میں پیش گوئی سے ملتا ہے۔",
		"outlook.figure_source": "ماخذ: دستاویزی ریکارڈ، {until} تک۔",
		"outlook.axis_forecast": "پیش گوئی",
		"outlook.axis_onset": "آغاز والے دن",
		"kind.any": "پابندی",
		"kind.cut": "نیٹ ورک کی بندش",
		"kind.service": "سروسز کی بندش یا سست روی",
		"kind.full": "مکمل بندش",
		"kind.regional": "کسی علاقے کی بندش",
		"kind.mobile": "موبائل سروس کی بندش",
		"kind.fixed": "فکسڈ لائنوں کی بندش",
		"kind.block": "کسی سروس کی بندش",
		"kind.throttling": "سست روی",
		"kind.outage": "تعطل، وجہ ثابت نہیں",

		// Being told: the form, its answers, mails
		"sub.title": "کچھ بدلے تو اطلاع پائیں",
		"sub.by_feed": "فیڈ کے ذریعے",
		"sub.feed_text":
			"فیڈ کے لیے ای میل پتہ نہیں چاہیے۔ ان میں سے کوئی پتہ فیڈ ریڈر یا کیلنڈر کو دیں:",
		"sub.by_mail": "ای میل کے ذریعے",
		"sub.emulated": "مصنوعی ڈیٹا کبھی کسی کو نہیں بھیجا جاتا۔",
		"sub.no_mail":
			"یہ سائٹ ای میل نہیں بھیجتی: اس کے چلانے والے نے میل سرور نہیں لگایا۔ فیڈز میں یہی خبریں ہیں۔",
		"sub.feed_incident": "یہ واقعہ کیسے بتایا جاتا ہے، ترمیم بہ ترمیم (Atom)",
		"sub.feed_network": "{country} میں {network} (Atom)",
		"sub.feed_dates": "{country} میں آخری تاریخیں (کیلنڈر)",
		"sub.all_countries": "تمام ممالک",
		"sub.all_services": "تمام سروسز",
		"sub.look": "اپنی ای میل دیکھیں",
		"sub.look_text":
			"اگر پتہ درست ہے تو ایک لنک والی ای میل راستے میں ہے۔ جب تک آپ {hours, number} گھنٹوں کے اندر لنک کھول کر رضامندی نہ دیں، اور کچھ نہیں بھیجا جاتا۔",
		"sub.want": "کیا آپ اطلاع چاہتے ہیں؟",
		"sub.want_leave": "کیا آپ چھوڑنا چاہتے ہیں؟",
		"sub.leave": "چھوڑیں",
		"sub.watched": "کس پر نظر ہے: {what}۔",
		"sub.yes": "جی ہاں، اطلاع دیں",
		"sub.end": "ختم کریں اور میرا پتہ بھول جائیں",
		"sub.will_be_told": "آپ کو اطلاع دی جائے گی",
		"sub.quiet_hours": "{from} اور {until} کے درمیان نہیں ({zone})۔",
		"sub.life":
			"خبر کے بغیر {days} گزریں تو ایک ای میل بتاتی ہے کہ کچھ نہیں ہوا۔ وہ بھی نہ آئے تو کچھ خراب ہے۔",
		"sub.end_it": "ختم کریں",
		"sub.ended": "یہ ختم ہو گیا",
		"sub.removed": "آپ کا پتہ اور اس کے ساتھ محفوظ سب کچھ ہٹا دیا گیا۔",
		"sub.topic_incidents": "پابندیاں",
		"sub.topic_dates": "آنے والی آخری تاریخیں اور مواقع",
		"sub.topic_both": "دونوں",
		"sub.each": "جیسے ہی ہو",
		"sub.daily": "دن میں ایک بار، اگر خبر ہو",
		"sub.weekly": "ہفتے میں ایک بار، اگر خبر ہو",
		"sub.of_incident":
			"جب بھی <link>یہ واقعہ</link> مختلف بتایا جائے آپ کو اطلاع ملے گی: اس کے اوقات، نیٹ ورک، ثبوت، اختتام، یا واپسی۔ اسے چھوڑ کر <all>کسی ملک یا سروس پر نظر رکھیں</all>۔",
		"sub.of_cost":
			"اگر {range} کی لاگت، جس کا آپ حوالہ دیتے ہیں، کسی اور طرح اندازہ کی جائے تب بھی آپ کو اطلاع ملے گی۔",
		"news.cost":
			"آپ نے {before} کی لاگت کا حوالہ دیا تھا۔ اب اس کا اندازہ {after} ہے۔",
		"news.cost_none":
			"آپ نے {before} کی لاگت کا حوالہ دیا تھا۔ اب اس کی کوئی حد نہیں بتائی جاتی۔",
		"news.cost_until": "دونوں {moment} تک ہیں۔",
		"sub.address": "آپ کا ای میل پتہ",
		"sub.how_often": "کتنی بار",
		"sub.quiet": "خاموش گھنٹے، کب سے کب تک",
		"sub.zone": "آپ کا ٹائم زون",
		"sub.heartbeat": "خبر کے بغیر اتنے دن بعد خیریت کا پیغام",
		"sub.ask": "مجھے سوال بھیجیں",
		"sub.promise":
			"ایک ای میل پوچھتی ہے کہ کیا آپ یہ چاہتے ہیں۔ رضامندی تک اور کچھ نہیں بھیجا جاتا؛ {hours, number} گھنٹے جواب نہ آئے تو پتہ بھلا دیا جاتا ہے۔ ای میل سادہ متن ہے، نہ تصویریں نہ ایسے لنک جو کھولنے والوں کو گنیں۔ ہر ای میل میں ایک لنک ہے جو سائن اِن کے بغیر فوراً ختم کرتا اور پتہ ہٹاتا ہے۔ ای میل راز نہیں: آپ کا اور ہمارا فراہم کنندہ پڑھ سکتے ہیں کہ آپ کس پر نظر رکھتے ہیں۔",
		"sub.network": "نیٹ ورک، نمبر سے",
		"sub.what": "کیا ہو",
		"sub.anything": "کچھ بھی",
		"sub.tell_of": "کس کی اطلاع",
		"sub.ahead": "آخری تاریخ سے کتنے دن پہلے",
		"sub.no_address": "اس پتے پر ہم ای میل نہیں بھیج سکتے۔",
		"sub.no_incident": "ایسے کسی واقعے پر نظر نہیں رکھی جا سکتی۔",
		"sub.many": "ابھی بہت لوگوں نے پوچھا ہے۔ ایک گھنٹے بعد آئیں۔",
		"sub.not_taken": "یہ نہیں لیا گیا",
		"sub.no_longer": "یہ لنک اب کارآمد نہیں",
		"sub.no_longer_text":
			"یہ چھوڑنے کے لیے استعمال ہو چکا، یا وقت پر استعمال نہیں ہوا۔ اطلاعات کے صفحے پر دوبارہ درخواست دے سکتے ہیں۔",
		"watch.incident": "واقعہ {id}، ترمیم {revision} سے حوالہ دیا گیا",
		"watch.restrictions": "پابندیاں {limits}",
		"watch.of": "{names} کی",
		"watch.on": "{names} پر",
		"watch.in": "{names} میں",
		"watch.alone": "(صرف {names})",
		"watch.dates":
			"{countries} میں آخری تاریخیں اور مواقع، {days, number} دن پہلے",
		"mail.confirm": "تصدیق کریں کہ آپ اطلاع چاہتے ہیں",
		"mail.confirm_text":
			"کسی نے، غالباً آپ نے، کہا کہ اس پتے پر اطلاع دی جائے: {what}۔ جب تک آپ {hours, number} گھنٹوں کے اندر نیچے دیا صفحہ کھول کر بٹن نہ دبائیں، کچھ نہیں بھیجا جاتا۔ اگر یہ آپ نہیں تھے تو کچھ نہ کریں: پتہ بھلا دیا جائے گا۔",
		"mail.forget": "یہ پتہ ابھی بھول جائیں:",
		"mail.because": "یہ آپ کو {site} سے ملا کیونکہ آپ کی نظر ہے: {what}۔",
		"mail.leave": "سائن اِن کے بغیر فوراً چھوڑیں:",
		"mail.no_proof":
			"ناکام پیمائش بندش کا ثبوت نہیں، اور پیمائش نہ ہونا رسائی کا ثبوت نہیں۔",

		// Measurement, signals
		"meas.one":
			"ایک پروب کی ایک پیمائش۔ یہ اکیلی کسی نیٹ ورک یا ملک کی حالت طے نہیں کرتی۔",
		"meas.others":
			"اسی uid سے مختلف مواد والے {count, plural, one {# اور ریکارڈ} other {# اور ریکارڈ}} ملے۔ سب محفوظ ہیں، اور کوئی موازنے کے کام نہیں آتا۔",
		"meas.summary": "مختصراً",
		"meas.facts": "کیا ہوا",
		"meas.by_probe": "پروب نے دیکھا",
		"meas.by_helper": "مددگار نے دوسری جگہ سے دیکھا",
		"meas.rules": "لاگو ہونے والے قواعد",
		"meas.held": "کس سے موازنہ ہوا",
		"meas.place": "خام ریکارڈ کہاں ہے",
		"meas.mechanism": "طریقِ کار",
		"meas.locus": "وجہ کہاں ہے",
		"meas.measured": "پیمائش",
		"meas.declared": "جیسا پروب بتاتا ہے",
		"meas.test": "ٹیسٹ",
		"meas.probe": "پروب",
		"meas.fact": "حقیقت",
		"meas.layer": "پرت",
		"meas.done": "کیا کیا گیا اور کیا نکلا",
		"meas.first":
			"{all, number} میں سے پہلے {shown, number}؛ سب JSON فائل میں ہیں۔",
		"meas.decided": "نے اپنی پرت کا فیصلہ کیا",
		"meas.on_facts": "حقائق",
		"meas.whole": "پوری پیمائش",
		"meas.that_day": "اس دن اس نیٹ ورک پر {target} کی پیمائشیں",
		"meas.networks_saw":
			"{since} سے {until} تک تمام ممالک کے نیٹ ورکس نے کیا دیکھا۔ جانچ میں پیمائش کا اپنا ملک شامل نہیں۔",
		"meas.what": "کیا",
		"meas.yes": "نیٹ ورکس، ہاں",
		"meas.no": "نیٹ ورکس، نہیں",
		"meas.countries": "ممالک",
		"meas.got_address": "یہ پتہ ملا",
		"meas.got_asn": "اس نیٹ ورک کا پتہ ملا",
		"meas.resolved": "نام حل ہوا",
		"meas.connected": "رابطہ ہوا",
		"meas.tls": "TLS مکمل ہوا",
		"meas.loaded": "صفحہ کھلا",
		"meas.file": "آرکائیو میں فائل",
		"meas.member": "رکن",
		"meas.line": "سطر",
		"meas.hash": "ریکارڈ کا SHA-256",
		"meas.reference": "قواعد، حوالہ جاتی ڈیٹا",
		"meas.left_out": "چھوڑے گئے خانے",
		"locus.network": "نیٹ ورک میں",
		"locus.resolver": "ریزولور میں",
		"locus.transit": "نیٹ ورکس کے درمیان راستے میں",
		"locus.server_side": "سرور پر، یعنی نیٹ ورک کی بندش نہیں",
		"locus.unknown": "کہاں، معلوم نہیں",
		"control.helper":
			"ایک مددگار نے انہی منٹوں میں دوسری جگہ سے اسی ہدف کو کیسا دیکھا۔",
		"control.networks":
			"دوسرے نیٹ ورکس نے پچھلے ہفتے انہی ناموں کو کیسا دیکھا۔",
		"control.both":
			"ایک مددگار نے دوسری جگہ سے اسی ہدف کو کیسا دیکھا، اور دوسرے نیٹ ورکس نے پچھلے ہفتے کیا دیکھا۔",
		"control.none":
			"کچھ نہیں: نہ کسی مددگار نے نہ کافی دوسرے نیٹ ورکس نے اسی ہدف کو دیکھا۔",
		"signal.heading": "دوسروں کے اشارے",
		"signal.changed":
			"ان ہفتوں میں {count, plural, one {# اشارے} other {# اشاروں}} میں سے {falls, number} بدلے۔ ہر ایک کا اپنا آغاز اور اختتام ہے، اور کوئی دوسرے کو رد نہیں کرتا۔ اشارہ بتاتا ہے کہ کچھ ہوا، یہ کبھی نہیں کہ کیوں۔",
		"signal.table": "{caption}۔ جس دن کچھ نہ پڑھا گیا اس کی سطر نہیں۔",
		"signal.lowest": "سب سے کم",
		"signal.highest": "سب سے زیادہ",
		"signal.readings": "ریڈنگز",
		"signal.none": "کوئی ریڈنگ محفوظ نہیں۔",
		"signal.none_here": "ان دنوں میں کوئی ریڈنگ نہیں؛ آخری {day} کی ہے۔",
		"signal.not_looked": "تبدیلیوں کے لیے ابھی نہیں دیکھا گیا۔",
		"signal.steady": "کوئی گراوٹ یا اضافہ نہیں ملا، {days}۔",
		"signal.suspicion": "شبہ، وجہ کبھی نہیں۔",
		"signal.no_cause": "وجہ ثابت نہیں۔",

		// Explore, evidence, record, news
		"explore.title": "پیمائشیں کھنگالیں",
		"explore.none":
			"اس مدت میں اس کی کوئی پیمائش نہیں۔ اس کا مطلب ”بند نہیں تھا“ نہیں ہے۔",
		"explore.rows": "سطر بہ سطر",
		"explore.row_count": "{count, plural, one {# سطر} other {# سطریں}}",
		"explore.parts": "ایک وقت میں ایک کام، کیونکہ لوگ انہیں الگ الگ کھوتے ہیں:",
		"explore.any": "کوئی بھی",
		"explore.or_site": "یا کوئی سائٹ",
		"explore.first": "پہلا دن",
		"explore.last": "آخری دن",
		"explore.unit": "سروس یا سائٹ",
		"explore.same_data": "یہی بطور ڈیٹا",
		"explore.json": "JSON، صفحہ بہ صفحہ",
		"explore.licence":
			"ہر فائل اپنے ڈیٹا کا لائسنس بتاتی ہے۔ تجارتی استعمال کے لائق ڈیٹا کے لیے <code>&commercial=true</code> لگائیں۔",
		"explore.more": "جو یہ فارم نہیں پوچھ سکتا",
		"explore.api":
			"<link>API، بطور OpenAPI دستاویز</link>: گھنٹہ وار خانے، اکیلی پیمائشیں، واقعات اور ریکارڈ۔",
		"explore.sql": "<link>SQL میں پوچھیں</link>، محققین کے لیے۔",
		"evidence.intro":
			"فائل کے ثبوت ایک دستخط شدہ فائل میں آتے ہیں۔ آپ کا براؤزر اسے یہیں خود جانچتا ہے: فائل کہیں نہیں جاتی، اور اس صفحے کو کسی سے رابطے کی اجازت نہیں۔",
		"evidence.no_script":
			"براؤزر میں جانچ کے لیے اسکرپٹ چاہیے۔ اس کے بغیر پروگرام استعمال کریں:",
		"evidence.checked": "کیا جانچا جاتا ہے",
		"evidence.file": "ثبوت کی فائل: منتخب کریں، یا اس صفحے پر کہیں چھوڑ دیں",
		"evidence.key":
			"رکھنے والے کی بنیادی کلید کا فنگر پرنٹ، جو آپ کو اس سے کسی اور راستے سے ملا",
		"evidence.heads": "heads.json، جیسا کسی اور نے رکھا (اگر ہو)",
		"evidence.trust": "نہ اس صفحے پر بھروسا کریں نہ فائل پر",
		"evidence.save":
			"<save>جانچنے والا صفحہ محفوظ کریں</save>، جو کنکشن کے بغیر چلتا ہے۔ کسی ماہر سے پڑھوائیں: یہ <script>ایک اسکرپٹ</script> ہے اور کچھ اور نہیں چاہتا۔",
		"evidence.fingerprint":
			"جو فنگر پرنٹ آپ فائل سے یا یہاں سے لیں وہ کچھ ثابت نہیں کرتا۔ رکھنے والے سے مانگیں۔",
		"evidence.ledger":
			"<heads>کھاتے کے سرے</heads> (<feed>فیڈ</feed>): جو انہیں روز بہ روز رکھے وہ بعد میں دکھا سکتا ہے کہ پہلے کا کچھ نہیں بدلا۔",
		"record.title": "{country} کا ریکارڈ",
		"record.what":
			"اخبارات، عدالتوں، حکام اور دوسروں نے جو کہا اور بتایا، ماخذ کے ساتھ۔ یہ الگ ٹریک ہے: اس میں کچھ بھی اس سائٹ نے نہیں ناپا، اور کوئی پیمائش اسے نہیں بدلتی۔",
		"record.count":
			"{count, plural, one {# دستاویزی پابندی} other {# دستاویزی پابندیاں}}",
		"record.others":
			"{count, plural, one {# اور اندراج} other {# اور اندراجات}}",
		"record.dated":
			"{count, plural, one {# تاریخ وار اندراج} other {# تاریخ وار اندراجات}}",
		"record.source_count": "{count, plural, one {# ماخذ} other {# ماخذ}}",
		"record.whole": "پورا ریکارڈ، ہر اندراج ماخذ کے ساتھ",
		"record.next": "اس ریکارڈ کے مطابق آگے کیا ممکن ہے",
		"record.revisions": "اس کا اندراج اور ترامیم",
		"record.incident": "اس کا واقعہ",
		"record.took": "کتنا وقت لگا",
		"record.questions": "کھلے سوال",
		"record.between": "اندراجات کے درمیان دن",
		"record.interval": "وقفہ",
		"record.by_entry": "دستاویزی، اندراج بہ اندراج",
		"record.sources": "ماخذ:",
		"record.quoted": "اندراجات انگریزی میں نقل ہیں، جیسے ریکارڈ میں ہیں۔",
		"about.title": "یہ سائٹ کیا بتا سکتی ہے اور کیا نہیں",
		"news.opened": "نیا",
		"news.widened": "اب پورا ملک",
		"news.ended": "ختم",
		"news.resumed": "دوبارہ",
		"news.withdrawn": "واپس لیا گیا",
		"news.revised": "ترمیم",
		"news.nothing": "{days} میں کچھ نہیں ہوا",
		"news.nothing_text":
			"جس پر آپ کی نظر ہے اس میں پچھلے {days} میں کچھ نہیں ملا: {what}۔ یہ پیغام دکھاتا ہے کہ پیغامات آپ تک پہنچتے ہیں۔",

		// Cell
		"cell.title": "{name}، {day}",
		"cell.volume": "اس نیٹ ورک پر {sessions} میں {measurements}: {states}۔",
		"cell.unjudged": "{count, number} کا فیصلہ نہیں ہو سکتا۔",
		"cell.floor":
			"ایک پیمائش کے لیے ثبوت کی کم از کم حد نہیں، دن کے لیے ہے۔ ایک سیشن کی پیمائشیں ایک ہی پروب کی ہیں اور الگ نہیں گنی جاتیں۔ چارٹ صرف سب سے زیادہ ناپے گئے پتے کے سیشن گنتا ہے۔",
		"cell.first": "{all, number} میں سے پہلے {shown, number}۔",
		"cell.time": "وقت (UTC)",
		"cell.tested": "کیا جانچا گیا",
	},
};
