import type { Translation } from "./translation.ts";

export const fa: Translation = {
	reviewed: [],
	messages: {
		"frame.skip": "رفتن به محتوا",
		"frame.site": "سایت",
		"frame.now": "اکنون",
		"frame.countries": "کشورها",
		"frame.incidents": "رویدادها",
		"frame.cost": "هزینه",
		"frame.explore": "کاوش",
		"frame.about": "درباره",
		"frame.emulated_title": "{title} (داده‌های ساختگی)",
		"frame.emulated":
			"<strong>داده‌های ساختگی.</strong> این کشور وجود ندارد. اندازه‌گیری‌های آن را یک برنامه ساخته است تا نصب تازه چیزی برای نشان دادن داشته باشد.",
		"frame.as_data": "این صفحه به صورت داده:",
		"frame.watch":
			"پیگیری این صفحه: <feed>خوراک (Atom)</feed> · <mail>با ایمیل</mail>",
		"frame.followed": "منابع آخرین بار {ago} پیگیری شدند.",
		"frame.not_followed": "منابع پیگیری نمی‌شوند: آخرین دور {ago} پایان یافت.",
		"frame.limits":
			"همهٔ زمان‌ها به UTC است. اندازه‌گیری ناموفق دلیل مسدودسازی نیست، و نبود اندازه‌گیری دلیل دسترسی نیست: <about>این سایت چه می‌تواند و چه نمی‌تواند بگوید</about>.",
		"frame.licence": "مجوز و منابع",
		"frame.rejects": "ورودی‌هایی که خوانده نشدند",
		"frame.evidence": "بررسی پروندهٔ شواهد",
		"frame.report": "برای شما کار می‌کند؟",
		"language.menu": "زبان",
		"language.review":
			"این ترجمه کار ماشین است و در انتظار بازبینی انسان. آنچه هنوز ترجمه نشده به انگلیسی آمده است. <english>Read this page in English.</english>",
		"problem.home": "رفتن به آنچه اکنون محدود است",
		"problem.not_found": "پیدا نشد",
		"problem.not_found_text":
			"در این نشانی چیزی نیست. شاید اشتباه نوشته شده، یا این اندازه‌گیری در این فضای کار نیست.",
		"state.blocked": "مسدود",
		"state.likely_blocked": "احتمالاً مسدود",
		"state.throttled": "کُند شده",
		"state.impaired": "مختل",
		"state.down": "از کار افتاده",
		"state.ok": "در دسترس",
		"state.insufficient": "دادهٔ ناکافی",
		"layer.dns": "یافتن نام (DNS)",
		"layer.tcp": "اتصال (TCP)",
		"layer.tls": "آغاز رمزگذاری (TLS)",
		"layer.http": "تبادل وب (HTTP)",
		"layer.quic": "QUIC (HTTP/3)",
		"layer.app": "برنامه",
		"count.session": "{count, plural, one {# نشست} other {# نشست}}",
		"count.measurement":
			"{count, plural, one {# اندازه‌گیری} other {# اندازه‌گیری}}",
		"count.network": "{count, plural, one {# شبکه} other {# شبکه}}",
		"count.measured network":
			"{count, plural, one {# شبکهٔ اندازه‌گیری‌شده} other {# شبکهٔ اندازه‌گیری‌شده}}",
		"count.country": "{count, plural, one {# کشور} other {# کشور}}",
		"count.measured country":
			"{count, plural, one {# کشور اندازه‌گیری‌شده} other {# کشور اندازه‌گیری‌شده}}",
		"count.service or site":
			"{count, plural, one {# سرویس یا سایت} other {# سرویس و سایت}}",
		"count.entry": "{count, plural, one {# مورد} other {# مورد}}",
		"count.hour": "{count, plural, one {# ساعت} other {# ساعت}}",
		"count.day": "{count, plural, one {# روز} other {# روز}}",
		"time.just_now": "هم‌اکنون",
		"time.moment": "{day}، {time} UTC",
		"time.on": "در {day}",
		"time.between": "بین {first} و {last}",
		"place.emulated": "کشور ساختگی",
		"place.unknown": "کشور نامعلوم",
		"chart.emulated": "{title} (ساختگی)",
		"chart.emulated_tag": "دادهٔ ساختگی",
		"chart.emulated_axis": "دادهٔ ساختگی",
		"chart.blank": "خالی: بدون اندازه‌گیری",
		"chart.measured": "{days}، روزها به UTC. آخرین اندازه‌گیری {moment}.",
		"chart.unmeasured": "{days}، روزها به UTC. بدون اندازه‌گیری.",
		"chart.source":
			"منبع: اندازه‌گیری‌های واردشده به این سایت. کمتر از ۳ نشست در روز: دادهٔ ناکافی.",
		"chart.source_emulated":
			"منبع: اندازه‌گیری‌های ساختگی یک برنامه. کمتر از ۳ نشست در روز: دادهٔ ناکافی.",
		"chart.hidden": "{count, number} مورد دیگر با نشست کمتر در پروندهٔ CSV است.",
		"chart.label": "نمودار: {title}",
		"chart.earlier": "هفته‌های پیشین",
		"chart.later": "هفته‌های بعد",
		"chart.files": "این نمودار:",
		"chart.last_measured": "آخرین اندازه‌گیری {moment}.",
		"chart.none_measured": "بدون اندازه‌گیری.",
		"embed.how": "این نمودار را در سایت خود نشان دهید",
		"embed.what":
			"<link>نمودار همراه با جمله‌اش</link>، بدون اسکریپت و بدون هیچ چیزی که خوانندگان را دنبال کند. همیشه تازه‌ترین داده‌های نشانی خود را نشان می‌دهد.",
		"embed.back": "{site}: آنچه پشت آن است، و همان داده‌ها به صورت جدول",
		"tracks.heading": "اندازه‌گیری، گفته‌ها و سررسیدها",
		"tracks.title": "سه خط: {title}",
		"tracks.caption":
			"آنچه اندازه گرفته شد، آنچه گفته شد، و آنچه دستور داده شد و سررسید داشت، هر یک بر خط خود روی یک محور زمان. هر نشان در پروندهٔ زیر شماره‌ای دارد.",
		"cite.heading": "ارجاع به این صفحه",
		"cite.line": "{site}: «{title}»، بازنگری {revision}، {day}.",
		"cite.of_ledger":
			"SHA-256 این بازنگری آن‌گونه که دفتر نگه می‌دارد (JSON متعارف):",
		"cite.of_table":
			"SHA-256 <link>جدول نمودار</link> (CSV). هرگاه داده‌های دیررس یا قواعد تازه‌تر آن را تغییر دهند، نشانی این را می‌گوید. جمله‌های بالای نمودار مربوط به امروزند.",
		"cite.changed":
			"داده‌ها از بازنگری {asked} تاکنون تغییر کرده‌اند: این بازنگری {shown} است. وضعیت‌های پیشین نمودارها نگه داشته نمی‌شود؛ <link>آنچه دوباره به دست می‌آید</link>.",
		"cite.newer":
			"این بازنگری {revision} است، گفته‌شده در {moment}. <link>بازنگری تازه‌تری هست</link>، گفته‌شده در {newest}. نمودار و مدخل‌های اسناد مربوط به امروزند.",
		"chart.table": "همین داده‌ها در جدول",
		"chart.table_caption":
			"{caption}. جایی که چیز دیگری گفته نشده، شمارش نشست‌هاست. خط تیره: بدون اندازه‌گیری.",
		"chart.day": "روز (UTC)",
		"chart.by_network": "{subject} در {country}، بر پایهٔ شبکه و روز",
		"strip.none": "{subject}: در هیچ روزی نشست کافی برای گفتن چیزی نیست.",
		"strip.unit_ok":
			"{subject} در هیچ‌یک از {rows} با نشست کافی محدود یافت نشد.",
		"strip.place_ok": "{subject}: هیچ‌یک از {rows} با نشست کافی محدود یافت نشد.",
		"strip.peak": "{count, number} از {rows} با نشست کافی در اوج، {day}",
		"strip.explained":
			"اندازه‌گیری‌های {subject} {days} {states} نشان می‌دهند، {peak}؛ چیز دیگری آن را توضیح می‌دهد.",
		"strip.unit": "{subject} {days} {states} بود: {peak}.",
		"strip.place": "{subject}: {days} {states}، {peak}.",
		"weight.sessions":
			"{count, number} از {total, plural, one {# نشست} other {# نشست}}",
		"weight.measurements":
			"{count, number} از {total, plural, one {# اندازه‌گیری} other {# اندازه‌گیری}}، {sessions}",
		"weight.cell": "{row}، {day}: {state}، {weight}",
		"finding.state": "{state} در {count, number}",
		"finding.restricted": "{states} از {networks}",
		"finding.not_restricted": "در {networks} محدود یافت نشد",
		"finding.line": "<subject>{unit}</subject>: {restriction}، {tail}.{also}",
		"finding.line_in":
			"<subject>{unit}</subject> در <place>{country}</place>: {restriction}، {tail}.{also}",
		"finding.measured": "آخرین اندازه‌گیری {ago}",
		"finding.measured_old": "در آخرین اندازه‌گیری، {ago}",
		"finding.one_network": "{measured}؛ تنها در یک شبکه، {network}",
		"finding.insufficient":
			"{measured}؛ {count, plural, one {# شبکهٔ دیگر} other {# شبکهٔ دیگر}} دادهٔ کافی ندارد",
		"finding.also": "همچنین: {units}.",
		"finding.share_all": "{count, number} از {count, number} {state}",
		"finding.share_state": "{count, number} {state}",
		"finding.share": "{states} از {total, number}",
		"finding.below": "{count, number} با دادهٔ ناکافی",
		"past.networks":
			"{days} در {count, plural, one {# شبکه} other {# شبکه}} {states}",
		"past.one_network": "{days} تنها در یک شبکه، {network}، {states}",
		"past.measured": "{past}؛ {measured}",
		"reach.line":
			"محدود در شبکه‌هایی با {share} از مشترکان تلفن همراه ({source}، {vintage}؛ برای {unknown, number}% نامعلوم): {networks}",
		"reach.between": "حدود {low, number} تا {high, number}%",
		"reach.about": "حدود {high, number}%",
		"reach.under": "کمتر از {high, number}%",
		"incidents.measured": "آخرین اندازه‌گیری در {country} {ago}.",
		"past.line": "<subject>{unit}</subject>: {past}.{also}",
		"past.line_in":
			"<subject>{unit}</subject> در <place>{country}</place>: {past}.{also}",
		"stale.newest":
			"تازه‌ترین اندازه‌گیری‌ها از {day} است، {ago}. «اکنون» یعنی همان زمان.",
		"head.country": "کشور",
		"head.network": "شبکه",
		"head.networks": "شبکه‌ها",
		"head.service": "سرویس",
		"head.services": "سرویس‌ها",
		"head.site": "سایت",
		"head.state": "وضعیت",
		"head.evidence": "شواهد",
		"head.sessions": "نشست‌ها",
		"head.measurements": "اندازه‌گیری‌ها",
		"head.by_state": "شبکه‌ها بر پایهٔ وضعیت",
		"head.measured_since": "اندازه‌گیری از",
		"head.last_measured": "آخرین اندازه‌گیری",
		"head.restricted_services": "سرویس‌های محدود اکنون",
		"head.restricted_now": "اکنون محدود",
		"head.restricted_before": "در هشت هفتهٔ گذشته محدود، اکنون چنین یافت نشد",
		"head.documented": "مستند، بدون اندازه‌گیری",
		"head.day_by_day": "روز به روز",
		"country.unmeasured":
			"در این فضای کار چیزی در {country} اندازه‌گیری نشده است، پس نمی‌توان گفت آنجا چه محدود است.",
		"country.restricted": "{unit}: {restriction}، {tail}.",
		"country.more":
			"{count, plural, one {# سرویس یا سایت دیگر محدود است} other {# سرویس و سایت دیگر محدودند}}.",
		"country.insufficient":
			"داده برای گفتن اینکه در {country} چه محدود است کافی نیست.",
		"country.ok":
			"اکنون محدودیتی یافت نشد، از {units} که در {networks} اندازه‌گیری شد.",
		"country.before": "{unit}: {past}.",
		"country.no_measurements": "در این فضای کار اندازه‌گیری نیست. برای افزودن:",
		"country.by_network": "{unit}، شبکه به شبکه",
		"country.when": "هر کدام کی آغاز و پایان یافت، شبکه به شبکه",
		"country.services": "سرویس‌ها اکنون",
		"country.services_caption":
			"شبکه‌ها بر پایهٔ آنچه در کوتاه‌ترین بازهٔ حداکثر {days, number} روزه با نشست کافی نشان می‌دهند، تا {day}.",
		"country.sites": "سایت‌های دیگر با نشانهٔ محدودیت",
		"country.sites_caption":
			"هدف‌هایی که از هیچ سرویس فهرست نیستند؛ دردسترس‌ها نیامده‌اند.",
		"country.networks_caption":
			"{networks} اندازه‌گیری شد، {days}. شبکه‌ها را خود کاوشگرها اعلام می‌کنند.",
		"country.no_service": "هیچ سرویسی اندازه‌گیری نشد.",
		"country.share": "{count, number} از {total, number}",
		"arrival.lag":
			"نیمی از نشست‌ها تا {half} پس از اندازه‌گیری رسیدند، نه‌دهم آنها تا {most} (از {sessions} که معلوم است): ساعت‌های تازه کامل نیستند.",
		"arrival.hour": "یک ساعت",
		"network.insufficient":
			"داده برای گفتن اینکه اکنون در {network} چه محدود است کافی نیست.",
		"network.ok": "اکنون محدودیتی یافت نشد، از {units} با نشست کافی.",
		"network.restricted":
			"اکنون محدود: {names}؛ {count, number} از {units} با نشست کافی.",
		"network.more": "{count, number} مورد دیگر",
		"now.title": "اکنون چه محدود است",
		"now.empty": "هنوز چیزی اینجا اندازه‌گیری نشده است",
		"now.ok": "در {countries} محدودیتی یافت نشد",
		"now.restricted": "{units} در {countries} محدود است",
		"now.restricted_more":
			"{units} در {countries} و {count, number} کشور دیگر محدود است",
		"now.first":
			"این فضای کار اندازه‌گیری واقعی ندارد. بایگانی‌ای وارد کنید تا این صفحه بگوید چه، کجا و در چند شبکه محدود است.",
		"now.next": "گام بعدی",
		"now.import_own": "پرونده یا پوشه‌ای از اندازه‌گیری‌های OONI که دارید:",
		"now.import_public": "سه روز از یک کشور از بایگانی عمومی OONI:",
		"now.none":
			"محدودیتی با شواهد کافی یافت نشد. این به معنای «محدود نیست» نیست: پایین ببینید چقدر اندازه‌گیری شده است.",
		"now.countries": "کشورهای دارای اندازه‌گیری",
		"now.insufficient": "دادهٔ ناکافی",
		"now.insufficient_text":
			"نشست‌ها کمتر از آن است که بتوان از کشوری چیزی گفت، یا نشانه‌هایی که برای تیتر بس نیست؛ تیتر به {count, number} نشست نیاز دارد.",
		"map.restricted": "اکنون محدود",
		"map.measured": "اندازه‌گیری شد، محدودیتی یافت نشد",
		"map.unknown": "دادهٔ ناکافی",
		"map.note":
			"همهٔ کشورها در فهرست‌ها هستند. مرزها نشان می‌دهند چه کسی کنترل را در دست دارد (نچرال ارث)؛ مرزهای خط‌چین مورد اختلاف‌اند.",
		"now.suspected":
			"<unit>{name}</unit> در <place>{country}</place>: {sessions} در {networks}",
		"now.thin": "<place>{country}</place>: {networks}، آخرین اندازه‌گیری {ago}",
		"now.emulated": "ساختگی: داستانی برای گشت‌وگذار",
		"now.emulated_text":
			"کشور ساختگی وجود ندارد. اندازه‌گیری‌های ساختگی آن مانند واقعی‌ها داوری شده‌اند.",
		"now.documented":
			"آنچه رسانه‌ها، دادگاه‌ها و مقام‌ها گفته‌اند در صفحهٔ هر کشور، جدا از اندازه‌گیری‌ها، آمده است.",
		"incidents.ongoing": "رویدادهای جاری",
		"incidents.all": "همهٔ رویدادها",
		"incidents.documented":
			"{count, plural, one {# مورد دیگر جاری ثبت شده} other {# مورد دیگر جاری ثبت شده}}، اندازه‌گیری نشده.",
		"incident.internet": "اینترنت",
		"incident.service_block": "مسدود شدن {service}",
		"incident.throttling": "کُند شدن {service}",
		"incident.mobile_data_shutdown": "قطع اینترنت موبایل",
		"incident.fixed_line_shutdown": "قطع اینترنت ثابت",
		"incident.internet_cut": "قطع اینترنت",
		"incident.withholding": "پنهان کردن حساب یا محتوا در {service}",
		"incident.fault": "خرابی {service}، نه محدودیت",
		"incident.outage": "اختلال {service}",
		"incident.undetermined": "تغییری در {service}، نوع نامعلوم",
		"incident.fell_silent": "اندازه‌گیری‌هایی که خاموش شدند",
		"incident.in": "در {place}",
		"incident.in_area": "در {areas}، {country}",
		"incident.on": "در {network}، {country}",
		"incident.title": "{what} {where}",
		"incident.title_suspicion": "دادهٔ ناکافی: نشانه‌های {what} {where}",
		"incident.title_withdrawn": "پس‌گرفته‌شده: {what} {where}",
		"incident.title_explained": "نه محدودیت: آنچه چنین می‌نمود: {what} {where}",
		"incident.announced": "اعلام‌شده",
		"incident.ongoing": "جاری",
		"incident.ended": "پایان‌یافته",
		"incident.ending_unknown": "پایان نامعلوم",
		"incident.withdrawn": "پس‌گرفته‌شده",
		"incident.merged": "بخشی از رویدادی دیگر",
		"incident.no_restriction": "نه محدودیت",
		"incident.before": "پیش از {moment}",
		"incident.local_days":
			"{days} ({count, plural, one {روز محلی} other {روزهای محلی}})",
		"incident.in_hour": "در ساعتِ {moment}",
		"incident.most_likely": "{bracket}، به احتمال بیشتر {moment}",
		"incident.or_later": "{day} یا پس از آن",
		"incident.sessions": "{count, number} از {sessions} در {networks}",
		"incident.documented": "مستند، بدون اندازه‌گیری",
		"incident.told": "{status}: آغاز {began}. {shown}",
		"incident.told_ended": "{status}: آغاز {began} و پایان {ended}. {shown}",
		"incident.told_documented":
			"مستند، بدون اندازه‌گیری، {status}: به گفتهٔ منابع، آغاز {began}.",
		"incident.told_documented_ended":
			"مستند، بدون اندازه‌گیری، {status}: به گفتهٔ منابع، آغاز {began} و پایان {ended}.",
		"incident.told_withdrawn": "پس‌گرفته‌شده: {reason}",
		"incident.not_an_outage": "داده برای اختلال خواندن آن کافی نیست",
		"incident.not_a_restriction": "داده برای محدودیت خواندن آن کافی نیست",
		"incident.not_published": "به عنوان محدودیت منتشر نشده",
		"incident.shown": "شاهد: {evidence}.",
		"incident.strip": "اندازه‌گیری، شبکه به شبکه",
		"incident.facts": "پشتوانهٔ آن",
		"incident.head": "رویداد",
		"incident.status": "وضع",
		"incident.head_began": "آغاز",
		"incident.head_ended": "پایان",
		"incident.how": "چگونه",
		"incident.none": "هیچ. این به معنای «چیزی محدود نبود» نیست.",
		"meaning.blocked":
			"قاعده‌ای که تنها یک معنا دارد برقرار شد و نشان ویژهٔ سانسورگر دیده شد: صفحهٔ مسدودی شناخته‌شده یا پاسخ جعلی شناخته‌شده.",
		"meaning.likely_blocked":
			"قاعده‌ای که تنها یک معنا دارد برقرار شد، اما نشان ویژه‌ای دیده نشد. بیشتر مسدودسازی‌های بی‌صفحه چنین است.",
		"meaning.throttled": "دست یافته شد، اما به گونه‌ای کُند شد که پیرو هدف است.",
		"meaning.impaired": "کار نمی‌کند و علت روشن نیست. این محدودیت نیست.",
		"meaning.down": "از هیچ جا کار نمی‌کند، بی‌نشانی از مسدودسازی.",
		"meaning.ok": "دست یافته شد.",
		"meaning.insufficient":
			"نشست‌های بسیار کمی چیزی گفتند. نه در دسترس است نه مسدود؛ نمی‌دانیم.",
		"incidents.title_in": "رویدادهای {country}",
		"incidents.headline":
			"{measured, plural, one {# محدودیت اندازه‌گیری شد} other {# محدودیت اندازه‌گیری شد}}، {ongoing, number} مورد جاری؛ {documented, plural, one {# مورد دیگر مستند است} other {# مورد دیگر مستند است}}، بدون اندازه‌گیری.",
		"incidents.outages":
			"در کنار آنها {count, plural, one {# اختلال} other {# اختلال}} با علت نامعلوم.",
		"incidents.caption":
			"نخست جاری‌ها، سپس تازه‌ترین‌ها. روزها محتمل‌ترین‌اند؛ بازه در صفحهٔ هر رویداد است.",
		"incidents.all_countries": "رویدادهای همهٔ کشورها",
		"page.newer": "تازه‌تر",
		"page.older": "کهنه‌تر",
		"page.of": "صفحهٔ {page, number} از {last, number}",
		"incident.explained":
			"آنچه آن را جور دیگر توضیح می‌دهد، پس به عنوان محدودیت منتشر نمی‌شود: {why}",
		"incident.worldwide": "همین تغییر هم‌زمان در کشورهای بسیاری رخ داد.",
		"incident.instrument": "پیرو یک نسخهٔ کاوشگر است، نه یک شبکه.",
		"incident.own_change":
			"در آن زمان قاعده‌ها یا داده‌های مرجع خودمان تغییر کرد.",
		"incident.composition":
			"کاوشگرها یا ریزالورهای دیگری پاسخ دادند؛ هیچ‌کدام تغییر نکرد.",
		"incident.source_late":
			"منبع جاهای دیگر هم خاموش شد، پس تنها دیر کرده بود.",
		"incident.control_outage": "آنچه با آن مقایسه می‌شد خود از کار افتاد.",
		"incident.documented_as_fault": "سوابق آن را خرابی می‌خوانند، نه محدودیت.",
		"incident.strip_note":
			"قاب پیوسته روی خانه‌ها زمان آغاز در شبکه را در بر می‌گیرد و قاب خط‌چین زمان پایان را؛ هرچه باریک‌تر، مطمئن‌تر. همین بازه‌ها در جدول شبکه‌ها آمده است.",
		"incident.networks_caption":
			"نشست‌ها آنهایی‌اند که در رویداد محدودیت را نشان دادند، از همهٔ آنهایی که چیزی گفتند؛ هر کدام یک بار شمرده شده. شبکه‌ها را خود کاوشگرها اعلام می‌کنند.",
		"incident.when": "کی، به UTC",
		"incident.not_alone": "تنها از این شبکه گفته نمی‌شود.",
		"incident.began_at": "آغاز {when}.",
		"incident.ended_at": "پایان {when}.",
		"incident.not_known": "نامعلوم",
		"incident.not_shown": "نشان داده نشده",
		"incident.cause": "علت",
		"incident.witness": "اندازه‌گیری‌ای که آن را نشان می‌دهد",
		"incident.detectable": "نخستین بار می‌شد گفت",
		"incident.with_data": "با داده‌های {moment}",
		"incident.targets": "هدف‌ها",
		"incident.aliases": "شناسه‌های دیگری که به اینجا می‌رسند",
		"incident.dossier": "پرونده",
		"incident.dossier_text":
			"آنچه اندازه‌گیری، گفته و بایسته بود، با مدارک شماره‌دار و هر آنچه خلاف آن است، برای ذخیره و چاپ:",
		"incident.revisions": "چگونه گفته شد",
		"incident.revisions_caption":
			"آنچه گفته شد فراموش نمی‌شود: داده‌های دیررس آن را بازنگری می‌کنند و هر بازنگری در دفتر می‌ماند.",
		"incident.revision": "بازنگری",
		"incident.told_at": "زمان گفتن",
		"incident.changed": "چه تغییر کرد و چرا",
		"network.kicker": "شبکه در <place>{country}</place>",
		"network.volume":
			"{sessions} و {measurements} در هشت هفته تا {day}؛ آخرین اندازه‌گیری {ago}.",
		"network.no_volume":
			"هیچ نشستی در هشت هفته تا {day}؛ آخرین اندازه‌گیری {ago}.",
		"network.caption":
			"در کوتاه‌ترین بازهٔ حداکثر {days, number} روزه با نشست کافی. سایت‌های بی‌سرویس تنها جایی آمده‌اند که چیزی در دسترس نبود.",
		"network.rules": "قاعده‌هایی که اینجا برقرار شد",
		"network.resolvers": "ریزالورهای به‌کاررفته در اینجا",
		"network.resolvers_text":
			"شبکه‌ای که ریزالور کاوشگر از آن است. ریزالور شبکه‌ای دیگر می‌تواند دخالت آن شبکه را نشان دهد یا هیچ.",
		"network.declared":
			"شبکه و کشور هر اندازه‌گیری را کاوشگر اعلام می‌کند. روز برای داشتن وضعیت به {count, number} نشست نیاز دارد؛ این آستانه موقت است.",
		"service.in": "سرویس در <place>{country}</place>",
		"service.all_countries": "همهٔ کشورها",
		"service.unmeasured":
			"{service} در این فضای کار در هیچ کشور واقعی اندازه‌گیری نشده است.",
		"service.unmeasured_in":
			"{service} در این فضای کار در {country} اندازه‌گیری نشده است.",
		"service.restricted": "{unit} در {country}: {restriction}، {tail}.",
		"service.more":
			"در {count, plural, one {# کشور دیگر} other {# کشور دیگر}} محدود است.",
		"service.insufficient":
			"داده برای گفتن اینکه {service} اکنون محدود است کافی نیست.",
		"service.insufficient_in":
			"داده برای گفتن اینکه {service} اکنون در {country} محدود است کافی نیست.",
		"service.ok": "{service} اکنون در {countries} با دادهٔ کافی محدود یافت نشد.",
		"service.ok_in": "{service} اکنون در {country} محدود یافت نشد.",
		"service.by_country": "{unit}، کشور به کشور",
		"service.function": "کارکرد",
		"service.functions": "کارکردها",
		"service.tested": "چه آزموده می‌شود",
		"service.emulated":
			"داده‌های ساختگی این سرویس جدا نگه داشته می‌شود: <page>{service} در کشور ساختگی</page>.",
		"service.domains": "دامنه‌ها: <names>{names}</names>",
		"service.tests": "آزمون‌های خودش: <names>{names}</names>",
		"service.whole":
			"کارکردهایش از هم جدا نیست؛ آنچه اینجا آمده دربارهٔ کل سرویس است.",
		"service.untested": "آزموده نشده: هیچ آزمونی به آن نمی‌رسد.",
		"service.not_measured": "اندازه‌گیری نشده.",
		"service.not_here": "اینجا اندازه‌گیری نشده.",
		"service.networks": "شبکه‌ها: {states}.",
		"service.not_enough": "دادهٔ ناکافی.",
		"service.share": "محدود در {count, number} از {countries} با دادهٔ کافی.",
		"service.tested_by": "آزموده با {targets}.",
		"service.any_of": "آزموده با {targets}؛ هر یک بس است.",
		"service.all_of": "آزموده با {targets}؛ همه لازم است.",
		"service.by_day": "روز به روز",
		"network.rule": "قاعده",
		"network.no_rule": "هیچ قاعده‌ای برقرار نشد.",
		"network.rules_caption":
			"در اندازه‌گیری‌های {days}. هر قاعدهٔ برقرارشده شمرده شده، حتی جایی که دیگری تعیین کرد.",
		"network.resolver": "شبکهٔ ریزالور",
		"network.own": "از خود این شبکه",
		"chart.by_service": "{subject} در {country}، بر پایهٔ سرویس و روز",
		"chart.by_country": "{subject} بر پایهٔ کشور و روز",
		"chart.of_incident": "{title}، بر پایهٔ شبکه و روز",
		"weight.networks":
			"در {count, number} از {total, plural, one {# شبکه} other {# شبکه}}، {sessions}",
		"weight.few_networks":
			"{count, plural, one {# شبکه} other {# شبکه}} با نشست کافی، {sessions}",

		// Report: does it work for you?
		"word.yes": "بله",
		"word.no": "خیر",
		"form.choose": "انتخاب کنید",
		"form.send": "بفرستید",
		"form.too_much": "این یک‌جا بیش از اندازه بود.",
		"form.not_ours": "این فرم از صفحه‌ای از ما فرستاده نشده است.",
		"report.choose":
			"سرویسی را انتخاب کنید. صفحهٔ بعد می‌گوید آزمایش با چه چیزهایی تماس می‌گیرد؛ پیش از فشردن دکمه با هیچ‌چیز تماس گرفته نمی‌شود.",
		"report.go_on": "ادامه",
		"report.visitors": "بازدیدکنندگان چه می‌گویند",
		"report.title_of": "{service}: آیا برای شما کار می‌کند؟",
		"report.think":
			"<strong>اول فکر کنید.</strong> ارائه‌دهندهٔ اینترنت شما می‌بیند که در این سایت هستید و آزمایش با کدام سایت‌ها تماس می‌گیرد. اگر این کار ممکن است برایتان خطر داشته باشد، ادامه ندهید.",
		"report.look_heading": "بگذارید این مرورگر نگاه کند",
		"report.contacts": "اگر دکمه را فشار دهید، مرورگرتان با این‌ها تماس می‌گیرد:",
		"report.compares": "و برای آنکه معلوم شود خط شما اصلاً کار می‌کند:",
		"report.asks":
			"از هرکدام یک تصویر کوچک، یک صفحه و یک اتصال پایدار می‌خواهد. اگر در یکی از آن‌ها وارد شده باشید، ممکن است شما را بشناسد، مثل وقتی که هر صفحه‌ای تصویرهای آن را نشان می‌دهد. آنچه پیدا شود در همین مرورگر می‌ماند تا در پایین بفرستیدش.",
		"report.look": "حالا نگاه کن",
		"report.address": "نشانی",
		"report.picture": "تصویر",
		"report.page": "صفحه",
		"report.lasting": "اتصال پایدار",
		"report.no_script":
			"بدون اسکریپت این صفحه با هیچ‌چیز تماس نمی‌گیرد. باز هم می‌توانید بگویید چه می‌بینید.",
		"report.say_heading": "بگویید چه می‌بینید",
		"report.here_now": "{service}، اینجا و اکنون",
		"report.works": "برای من کار می‌کند",
		"report.works_not": "برای من کار نمی‌کند",
		"report.country": "کشوری که در آن هستید",
		"report.kept": "چه چیزی نگه داشته می‌شود",
		"report.kept_what":
			"سرویس، پاسخ شما، کشور، ساعت، آنچه آزمایش یافت، و شمارهٔ ارائه‌دهندهٔ اینترنت شما.",
		"report.kept_not":
			"نشانی شما نه. فقط برای شناختن ارائه‌دهنده و شمردن هر خط یک بار در روز دیده و سپس فراموش می‌شود.",
		"report.kept_shown":
			"شمارها بر پایهٔ کشور و روز، از روز بعد نشان داده می‌شوند. گزارش‌ها شواهد ضعیفی‌اند: می‌توانند ظنی برانگیزند که کسی باید اندازه بگیرد، و هرگز تعیین نمی‌کنند که چیزی مسدود است.",
		"report.thanks": "سپاسگزاریم",
		"report.repeat":
			"امروز کسی از خط شما {service} را گزارش کرده است: هر خط روزی یک بار شمرده می‌شود.",
		"report.taken":
			"گزارش شما دربارهٔ {service} نگه داشته شد. از فردا در شمار امروز دیده می‌شود.",
		"report.another": "سرویسی دیگر",
		"report.none":
			"گزارشی از روزهای اخیر نیست. گزارش‌های امروز فردا دیده می‌شوند.",
		"report.suspicion_means":
			"جایی که دست‌کم پنج نفر بگویند سرویسی کار نمی‌کند، و بیش از آن‌هایی باشند که می‌گویند کار می‌کند، <strong>ظن</strong> هست: باید اندازه‌گیری شود. این یافته نیست.",
		"report.head_works": "کار می‌کند",
		"report.head_fails": "کار نمی‌کند",
		"report.suspicion": "ظن",
		"report.not_taken": "این گزارش پذیرفته نشد",
		"report.too_many": "خط شما گزارش‌های زیادی فرستاده است. بعداً بیایید.",
		"report.no_service": "چنین سرویسی اینجا شناخته نیست.",
		"report.looking": "در حال نگاه کردن به {host} …",
		"report.answered": "پاسخ داد، {ms} میلی‌ثانیه",
		"report.silent": "هیچ، {ms} میلی‌ثانیه",
		"report.found_none":
			"هیچ‌چیز پاسخ نداد. آیا آنلاین هستید؟ این دربارهٔ سرویس چیزی نمی‌گوید.",
		"report.found_all":
			"مرورگر شما از همهٔ نشانی‌ها پاسخ گرفت. این ثابت نمی‌کند که برنامه یا کل سایت کار می‌کند.",
		"report.found_some":
			"برخی نشانی‌ها پاسخ دادند و برخی نه. این می‌تواند مسدودی یک بخش باشد، یا خرابی.",
		"report.found_silent":
			"هیچ نشانی سرویس پاسخ نداد و دیگران پاسخ دادند. این می‌تواند مسدودی باشد، یا خرابی سرویس. یک آزمایش نمی‌تواند بگوید.",

		// Cost
		"language.english_part": "متن زیر به انگلیسی است.",
		"money.range": "{from} تا {to}",
		"money.so_far": "تاکنون {range}",
		"time.under_hour": "کمتر از یک ساعت",
		"form.faults":
			"{count, plural, one {یک چیز باید درست شود.} other {# چیز باید درست شود.}}",
		"cost.title": "هزینهٔ یک محدودیت",
		"cost.standfirst":
			"هیچ‌کس آن را اندازه نگرفته است. بگویید چه قطع شد و چه مدت، و بازه‌ای را که روش‌های منتشرشده می‌دهند و تک‌تک آن‌ها را ببینید.",
		"cost.ask": "چه قطع شد",
		"cost.change": "آنچه بر آن استوار است را تغییر دهید",
		"cost.take":
			"تاریخ‌ها و نوع از خود رویدادند. <link>آن‌ها را آغاز بگیرید و تغییر دهید</link>.",
		"cost.own": "زیان خود شما",
		"cost.own_text":
			"برای شرکت‌ها: یادداشتی تاریخ‌دار از آنچه از شما گرفت، برای چاپ. آنچه اینجا پر کنید یک بار فرستاده می‌شود، در هیچ نشانی نیست و نه نگه داشته و نه ثبت می‌شود.",
		"cost.no_range": "بازه‌ای نمی‌توان داد",
		"cost.no_true_one":
			"هیچ عددی درون بازه عدد درست نیست: روش‌ها چیزهای متفاوتی را می‌شمارند.",
		"cost.no_hours": "بدون ساعت‌ها چیزی برآورد نمی‌شود.",
		"cost.no_inputs":
			"هیچ روشی که کل اقتصاد را می‌شمارد ورودی‌هایش را ندارد؛ کمبود هرکدام در پایین آمده است.",
		"cost.running":
			"در جریان: تا جایی که معلوم است ادامه دارد و ساعت‌ها و مبلغ‌ها تا {moment} است.",
		"cost.hours_of": "ساعت‌ها و شبکه‌ها از آنِ یک <link>رویداد</link> است.",
		"cost.methods": "روش به روش",
		"cost.lacking": "روش‌هایی که چیزی نمی‌دهند، و چرا",
		"cost.sectors": "به تفکیک بخش",
		"cost.hours": "ساعت‌ها بر پایهٔ نوع",
		"cost.not_counted": "آنچه هیچ روشی نمی‌شمارد",
		"cost.not_small": "نبودنشان در بالا به معنای کوچک بودنشان نیست.",
		"cost.dollars": "دلار",
		"cost.official": "به نرخ رسمی",
		"cost.market": "به نرخ بازار",
		"cost.rate": "هر دلار {rate}",
		"cost.assumptions": "هر عددی که روش‌ها بر آن استوارند",
		"cost.assumptions_text":
			"آنچه پر کنید جای مقدار منتشرشده را می‌گیرد و در نشانی می‌آید تا دیگران ببینند چه فرض کرده‌اید.",
		"cost.estimate": "برآورد",
		"cost.again": "برآورد دوباره",
		"cost.anew": "از نو",
		"cost.in_use": "در حال استفاده: {values}.",
		"cost.kind_full": "همهٔ دسترسی اینترنت قطع",
		"cost.kind_mobile": "اینترنت همراه قطع، خطوط ثابت برقرار",
		"cost.kind_regional": "همهٔ دسترسی در برخی مناطق قطع",
		"cost.kind_service": "یک سرویس مسدود",
		"cost.kind_throttling": "تا حدی کند",
		"cost.a_service": "یک سرویس",
		"cost.f_kind": "چه شد",
		"cost.f_service": "سرویس، اگر یکی مسدود شد",
		"cost.f_since": "آغاز، به UTC",
		"cost.f_until": "پایان، به UTC",
		"cost.f_hours": "ساعت‌ها، اگر پایان داده نشده",
		"cost.f_scope": "سهم منطقه: بخشی از کشور که قطع شد",
		"cost.no_method": "هیچ روشی ورودی‌هایش را ندارد.",
		"cost.caption":
			"دلار، تا سه رقم. روش‌ها چیزهای متفاوتی را می‌شمارند و نباید جمع شوند.",
		"cost.method": "روش",
		"cost.low": "کم، $",
		"cost.middle": "میانه، $",
		"cost.high": "زیاد، $",
		"cost.counts": "چه می‌شمارد",
		"cost.years": "سال‌های ورودی",
		"cost.economy": "کل اقتصاد",
		"cost.part": "یک بخش: در بازه نیست",
		"cost.historical": "اکنون هیچ",
		"cost.how": "{method} چگونه به آن می‌رسد",
		"cost.this_event": "این رخداد: {kind}، {hours}.",
		"cost.never_added":
			"ساعتی از یک نوع دربارهٔ ساعتی از نوع دیگر کم می‌گوید، پس هرگز جمع نمی‌شوند.",
		"cost.every_method": "همهٔ روش‌ها و ورودی‌هایشان",
		"cost.what": "چه هزینه‌ای داشت",
		"cost.total": "مجموع جاری تا {moment}: {hours}، {range}، بسته به روش.",
		"cost.lasted": "{hours} طول کشید: {range}، بسته به روش.",

		// Cost: assumptions, sectors, hours, hints
		"cost.f_digital": "سهم اقتصاد دیجیتال از تولید ناخالص داخلی",
		"cost.f_weight": "سهم سرویس از ارزش کل اینترنت",
		"cost.f_degree": "درجهٔ کندسازی: سهم استفادهٔ ازدست‌رفته",
		"cost.f_traffic": "سهم ترافیک ازدست‌رفته",
		"cost.f_telecom": "سهم خدمات مخابرات و اینترنت از تولید ناخالص داخلی",
		"cost.f_daily": "ارزش یک روز به گفتهٔ CIPESA، به دلار",
		"cost.f_tail": "روزهای بازیابی که ازدست‌رفته شمرده می‌شوند",
		"cost.f_user_day": "درآمد اپراتورها از هر کاربر در روز، به پول محلی",
		"cost.f_tax": "مالیات بر درآمد اپراتورها",
		"cost.f_users": "شمار افراد قطع‌شده",
		"cost.f_rate": "نرخ ارز بازار، پول محلی برای هر دلار",
		"cost.f_turnover": "فروش",
		"cost.f_per": "در هر",
		"cost.f_dependent": "سهمی از آن که از راه آنچه قطع شد می‌آید",
		"cost.f_made_up": "سهمی از زیان که جای دیگر یا بعداً جبران شد",
		"cost.per_day": "روز",
		"cost.per_week": "هفته",
		"cost.per_month": "ماه",
		"cost.per_year": "سال",
		"cost.make_note": "یادداشت را بساز",
		"cost.s_telecom": "اپراتورها و دیگر مخابرات",
		"cost.s_operators": "اپراتورهای تلفن همراه",
		"cost.s_tax": "مالیات",
		"cost.s_freelancers": "آزادکاران",
		"cost.s_food": "تحویل غذا",
		"cost.s_cabs": "تاکسی اینترنتی",
		"cost.s_small": "فروشندگان کوچک آنلاین، و آنچه پژوهش جدا نمی‌کند",
		"cost.sector": "بخش",
		"cost.no_sectors":
			"هیچ روشی که ورودی‌هایش را اینجا دارد بخش‌ها را جدا نمی‌کند. این فقط برای پاکستان معلوم است.",
		"cost.sectors_caption":
			"اعداد میانهٔ روش‌هایی که بخش‌ها را جدا می‌کنند. اعداد دو روش هم‌پوشانی دارند و نباید جمع شوند.",
		"cost.kind": "نوع",
		"cost.hours_head": "ساعت‌ها",
		"cost.hours_unknown": "ساعت‌های نامعلوم",
		"cost.hours_caption":
			"همهٔ رویدادهای {country} که اینجا شناخته‌اند، از جمله مستندها. ساعت‌های دو رویداد هم‌زمان دو بار شمرده می‌شود.",
		"cost.by_clock": "{clock} به ساعت، {counted} بر پایهٔ شبکه‌های هنوز قطع",
		"cost.all_have": "هیچ: همهٔ روش‌ها ورودی‌هایشان را دارند.",
		"cost.give": "«{field}» را بدهید",
		"cost.formula": "فرمول",
		"cost.source": "منبع",
		"cost.leaves_out": "کنار می‌گذارد",
		"cost.caution": "احتیاط",
		"cost.input": "ورودی",
		"cost.value": "مقدار",
		"cost.year": "سال",
		"cost.from": "از",
		"cost.to": "تا",
		"cost.models":
			"همه مدل‌اند. فاصلهٔ هرکدام از اعداد منتشرشده، که آن‌ها هم از مدل‌اند، در docs/methods/costs.md است که همراه برنامه می‌آید.",
		"cost.hint_scope":
			"0.06 یا 6%. لازم است اگر برخی مناطق یا شبکه‌ها قطع شدند؛ وگرنه کل کشور گرفته می‌شود.",
		"cost.hint_countries": "{count, number} کشوری که شاخص‌هایشان همراه است.",
		"cost.hint_service":
			"وزن‌ها برای X و Telegram معلوم است؛ برای دیگران در پایین خودتان بدهید.",
		"cost.hint_until": "یا خالی بگذارید و ساعت‌ها را بدهید.",
		"cost.hint_rate": "فقط اگر منبعی که به آن اعتماد دارید بگوید.",
		"cost.hint_turnover": "بدون جداکننده: 250000.",
		"cost.hint_made_up": "اگر چیزی جبران نشد خالی بگذارید.",
		"cost.no_jobs": "هیچ روشی شغل، جان، اعتماد یا کار مطبوعات را نمی‌شمارد.",
		"cost.stretches": "ساعت‌ها، تکه به تکه",
		"cost.stretches_caption":
			"بریده‌شده هرجا شبکه‌ای قطع یا وصل شد. چون سهم بازار معلوم نیست، هر شبکه یکسان شمرده می‌شود.",
		"cost.still_cut": "شبکه‌های هنوز قطع",

		// Outlook
		"outlook.title": "چشم‌انداز {country}",
		"outlook.ahead": "مناسبت‌های پیش رو",
		"outlook.none_ahead":
			"هیچ مناسبتی از این روزها در داده‌های ما نیست. این دربارهٔ مناسبت‌هایی که نیستند چیزی نمی‌گوید.",
		"outlook.calendar":
			"<link>به شکل تقویم</link>، با یادآوری یک هفته پیش‌تر. برای شمار دیگری از روزها <code>alarm=14</code> را در نشانی بگذارید، یا <code>alarm=none</code> برای هیچ.",
		"outlook.days_text":
			"احتمال آنکه در آن روز آغاز {kind} در {place} ثبت شود. روزهای مناسبت نشان‌دارند.",
		"outlook.whole": "کل کشور",
		"outlook.basis": "این بر چه استوار است",
		"outlook.not_measured":
			"از آنچه مستند است ساخته شده و نه از اندازه‌گیری: <link>پیشینهٔ {country}</link>.",
		"outlook.what": "چه آغاز شود",
		"outlook.where": "کجا",
		"outlook.days": "روزها",
		"outlook.show": "نشان بده",
		"outlook.likeliest": "ده روز محتمل‌تر، با نه‌دهم آنچه مدل ممکن می‌داند",
		"outlook.day": "روز",
		"outlook.forecast": "پیش‌بینی",
		"outlook.why": "چرا",
		"outlook.description":
			"{kind} در {country}: احتمال هر روز، {days}، با سنجش در برابر میانگین.",
		"outlook.under": "زیر {percent}",
		"outlook.moon": "{days}، یک روز پس‌وپیش: تاریخش به دیدن ماه بسته است.",
		"outlook.never_held": "در روزهایی که پیشینه پوشش می‌دهد برگزار نشده است.",
		"outlook.held":
			"از {year} در روزهای پیشینه {count, number} بار: {with, number} بار با آغاز مستند {kind}، {without, number} بار بی‌سند.",
		"outlook.no_chance": "احتمالی داده نشده است.",
		"outlook.chance":
			"پیش‌بینی محتمل‌ترین روزش: {chance}، در کنار میانگین {average}.",
		"outlook.too_far":
			"پیش‌بینی برای این فاصله بهتر از میانگین نیست که {average} در روز است.",
		"outlook.lead_uncovered":
			"هیچ فهرستی مدعی داشتن همهٔ محدودیت‌های {country} نیست، پس احتمالی برای {kind} نمی‌توان داد. مناسبت‌ها بدون آن آمده‌اند.",
		"outlook.lead_beyond":
			"این روزها از پیشینهٔ {country} دورتر از آن است که هرگز سنجیده شده باشد، پس احتمالی برای {kind} داده نمی‌شود.",
		"outlook.lead_average":
			"برای این روزها پیش‌بینی {kind} در {country} بهتر از میانگین نیست: در {average} روزها آغازی ثبت شده است.",
		"outlook.lead":
			"محتمل‌ترین روز برای آغاز {kind} در {country}، {day} است: {chance} ({low} تا {high})، در کنار میانگین {average}.",
		"outlook.scores": "چنین پیش‌بینی‌هایی چقدر خوب بودند",
		"outlook.scores_text":
			"هر روز از 2016 از روی آنچه پیش از آن معلوم بود پیش‌بینی شد: {days, number} روز تا {until}، با {onsets, number} روز آغاز. در کنارش چهار پیش‌بینی ساده‌اند که تقویم نمی‌شناسند.",
		"outlook.scores_caption":
			"میانگین مربع خطا (Brier؛ کمتر بهتر است)، و برتری بر بهترین آن چهار",
		"outlook.head_ahead": "از پیش",
		"outlook.best": "بهترین چهار",
		"outlook.skill": "برتری، بازهٔ 95%",
		"outlook.log_skill": "برتری لگاریتمی، بازهٔ 95%",
		"outlook.finding": "یافته",
		"outlook.better": "بهتر از میانگین",
		"outlook.no_better": "نه بهتر از میانگین",
		"outlook.too_few": "آغازها برای گفتن بسیار کم",
		"outlook.points":
			"هر نقطه یک رده از پیش‌بینی‌های {kind} برای روز بعد است: روی خط‌چین درست‌اند. میله‌ها بازه‌های 95% اند. هر دو محور به ریشهٔ دوم‌اند.",
		"outlook.numbers": "همان به عدد",
		"outlook.forecasts": "پیش‌بینی‌ها",
		"outlook.onset_days": "روزهای آغاز",
		"outlook.mean": "میانگین پیش‌بینی",
		"outlook.came_true": "درست درآمد",
		"outlook.figure": "{kind} در {country}: پیش‌بینی‌ها و آنچه شد",
		"outlook.figure_days":
			"{days, number} روز از 2016 تا {until}، هرکدام یک روز پیش‌تر پیش‌بینی شده.",
		"outlook.figure_finding":
			"در {right, number} از {count, number} رده، سهم روزهای دارای آغاز در بازهٔ 95% با پیش‌بینی می‌خواند.",
		"outlook.figure_source": "منبع: پیشینهٔ مستند، تا {until}.",
		"outlook.axis_forecast": "پیش‌بینی",
		"outlook.axis_onset": "روزهای دارای آغاز",
		"kind.any": "محدودیت",
		"kind.cut": "قطع شبکه",
		"kind.service": "مسدودی یا کندی سرویس‌ها",
		"kind.full": "قطع کامل",
		"kind.regional": "قطع یک منطقه",
		"kind.mobile": "قطع سرویس همراه",
		"kind.fixed": "قطع خطوط ثابت",
		"kind.block": "مسدودی یک سرویس",
		"kind.throttling": "کندسازی",
		"kind.outage": "قطعی با علت نامعلوم",
	},
};
