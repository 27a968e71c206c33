import type { Translation } from "./translation.ts";

export const tr: Translation = {
	reviewed: [],
	messages: {
		"frame.skip": "İçeriğe geç",
		"frame.site": "Site",
		"frame.now": "Şimdi",
		"frame.countries": "Ülkeler",
		"frame.incidents": "Olaylar",
		"frame.cost": "Maliyet",
		"frame.explore": "Keşfet",
		"frame.about": "Hakkında",
		"frame.emulated_title": "{title} (benzetilmiş veri)",
		"frame.emulated":
			"<strong>Benzetilmiş veri.</strong> Bu ülke yoktur. Ölçümlerini bir üreteç yaptı; böylece yeni bir kurulumun gösterecek bir şeyi olur.",
		"frame.as_data": "Bu sayfa veri olarak:",
		"frame.watch":
			"Bu sayfayı izle: <feed>akış (Atom)</feed> · <mail>e-posta ile</mail>",
		"frame.followed": "Kaynaklar en son {ago} izlendi.",
		"frame.not_followed": "Kaynaklar izlenmiyor: son tur {ago} bitti.",
		"frame.limits":
			"Tüm saatler UTC’dir. Başarısız bir ölçüm engelleme kanıtı değildir; ölçüm olmaması da erişim kanıtı değildir: <about>bu site neyi söyleyebilir, neyi söyleyemez</about>.",
		"frame.licence": "Lisans ve kaynaklar",
		"frame.rejects": "Okunamayan girdiler",
		"frame.evidence": "Bir kanıt dosyasını denetle",
		"frame.report": "Sizde çalışıyor mu?",
		"language.menu": "Dil",
		"language.review":
			"Bu çeviriyi bir makine yaptı ve bir insanın gözden geçirmesini bekliyor. Henüz çevrilmeyenler İngilizcedir. <english>Read this page in English.</english>",
		"problem.home": "Şimdi nelerin kısıtlı olduğuna git",
		"problem.not_found": "Bulunamadı",
		"problem.not_found_text":
			"Bu adreste bir şey yok. Yanlış yazılmış olabilir ya da ölçüm bu çalışma alanında olmayabilir.",
		"state.blocked": "engelli",
		"state.likely_blocked": "muhtemelen engelli",
		"state.throttled": "yavaşlatılmış",
		"state.impaired": "aksıyor",
		"state.down": "çalışmıyor",
		"state.ok": "erişilebilir",
		"state.insufficient": "yetersiz veri",
		"layer.dns": "Ad çözümleme (DNS)",
		"layer.tcp": "Bağlantı (TCP)",
		"layer.tls": "Şifreleme anlaşması (TLS)",
		"layer.http": "Web alışverişi (HTTP)",
		"layer.quic": "QUIC (HTTP/3)",
		"layer.app": "Uygulama",
		"count.session": "{count, plural, one {# oturum} other {# oturum}}",
		"count.measurement": "{count, plural, one {# ölçüm} other {# ölçüm}}",
		"count.network": "{count, plural, one {# ağ} other {# ağ}}",
		"count.measured network":
			"{count, plural, one {ölçülen # ağ} other {ölçülen # ağ}}",
		"count.country": "{count, plural, one {# ülke} other {# ülke}}",
		"count.measured country":
			"{count, plural, one {ölçülen # ülke} other {ölçülen # ülke}}",
		"count.service or site":
			"{count, plural, one {# hizmet veya site} other {# hizmet ve site}}",
		"count.entry": "{count, plural, one {# kayıt} other {# kayıt}}",
		"count.hour": "{count, plural, one {# saat} other {# saat}}",
		"count.day": "{count, plural, one {# gün} other {# gün}}",
		"time.just_now": "az önce",
		"time.moment": "{day}, {time} UTC",
		"time.on": "{day} tarihinde",
		"time.between": "{first} ile {last} arasında",
		"place.emulated": "Benzetilmiş ülke",
		"place.unknown": "Bilinmeyen ülke",
		"chart.emulated": "{title} (benzetilmiş)",
		"chart.emulated_tag": "Benzetilmiş veri",
		"chart.emulated_axis": "benzetilmiş veri",
		"chart.blank": "boş: ölçüm yok",
		"chart.measured": "{days}, günler UTC. Son ölçüm: {moment}.",
		"chart.unmeasured": "{days}, günler UTC. Ölçüm yok.",
		"chart.source":
			"Kaynak: bu siteye aktarılan ölçümler. Günde 3’ten az oturum: yetersiz veri.",
		"chart.source_emulated":
			"Kaynak: bir üretecin yaptığı benzetilmiş ölçümler. Günde 3’ten az oturum: yetersiz veri.",
		"chart.hidden":
			"Daha az oturumlu {count, number} satır daha CSV dosyasındadır.",
		"chart.label": "Grafik: {title}",
		"chart.earlier": "Önceki haftalar",
		"chart.later": "Sonraki haftalar",
		"chart.files": "Bu grafik:",
		"chart.last_measured": "Son ölçüm {moment}.",
		"chart.none_measured": "Ölçüm yok.",
		"embed.how": "Bu grafiği kendi sitenizde gösterin",
		"embed.what":
			"<link>Cümlesiyle birlikte grafik</link>, betik olmadan ve okurları izleyen hiçbir şey olmadan. Her zaman adresinin en yeni verilerini gösterir.",
		"embed.back": "{site}: arkasında ne var, ve aynı veriler tablo olarak",
		"tracks.heading": "Ölçülen, söylenen ve vadesi gelen",
		"tracks.title": "Üç iz: {title}",
		"tracks.caption":
			"Ne ölçüldü, ne söylendi, ne emredildi ve vadesi neydi: her biri tek bir zaman ekseni üzerinde kendi izinde. Her işaretin aşağıdaki dosyada bir numarası vardır.",
		"cite.heading": "Bu sayfaya atıf yapın",
		"cite.line": "{site}: “{title}”, sürüm {revision}, {day}.",
		"cite.of_ledger":
			"Bu sürümün defterde durduğu hâliyle SHA-256 özeti (kurallı JSON):",
		"cite.of_table":
			"<link>Grafiğin tablosunun</link> (CSV) SHA-256 özeti. Geç gelen veriler ya da yeni kurallar onu değiştirirse adres bunu söyler. Grafiğin üstündeki cümleler bugüne aittir.",
		"cite.changed":
			"Veriler {asked} sürümünden beri değişti: bu, {shown} sürümüdür. Grafiklerin önceki hâlleri saklanmaz; <link>neler yeniden elde edilebilir</link>.",
		"cite.newer":
			"Bu, {moment} tarihinde bildirilen {revision} sürümüdür. <link>Daha yeni bir sürüm var</link>, {newest} tarihinde bildirildi. Grafik ve kayıt girdileri bugüne aittir.",
		"chart.table": "Aynı veri tablo olarak",
		"chart.table_caption":
			"{caption}. Başka bir şey yazmıyorsa sayılar oturum sayısıdır. Çizgi: ölçüm yok.",
		"chart.day": "Gün (UTC)",
		"chart.by_network": "{subject}, {country}: ağa ve güne göre",
		"strip.none":
			"{subject}: hiçbir günde bir şey söylemeye yetecek oturum yok.",
		"strip.unit_ok":
			"{subject}: yeterli oturumu olan {rows} içinde kısıtlama bulunmadı.",
		"strip.place_ok":
			"{subject}: yeterli oturumu olan {rows} içinde kısıtlama bulunmadı.",
		"strip.peak":
			"dorukta, {day} günü, yeterli oturumu olan {rows} içinden {count, number}",
		"strip.explained":
			"{subject} ölçümleri {days} şöyle: {states}, {peak}; bunu başka bir şey açıklıyor.",
		"strip.unit": "{subject} {days}: {states}; {peak}.",
		"strip.place": "{subject}: {days} {states}, {peak}.",
		"weight.sessions":
			"{total, plural, one {# oturumun} other {# oturumun}} {count, number} tanesi",
		"weight.measurements":
			"{total, plural, one {# ölçümün} other {# ölçümün}} {count, number} tanesi, {sessions}",
		"weight.cell": "{row}, {day}: {state}, {weight}",
		"finding.state": "{count, number} ağda {state}",
		"finding.restricted": "{networks} içinden {states}",
		"finding.not_restricted": "{networks} üzerinde kısıtlı bulunmadı",
		"finding.line": "<subject>{unit}</subject>: {restriction}, {tail}.{also}",
		"finding.line_in":
			"<subject>{unit}</subject>, <place>{country}</place>: {restriction}, {tail}.{also}",
		"finding.measured": "son ölçüm {ago}",
		"finding.measured_old": "son ölçüldüğünde, {ago}",
		"finding.one_network": "{measured}; yalnızca bir ağda, {network}",
		"finding.insufficient":
			"{measured}; {count, plural, one {# ağın daha} other {# ağın daha}} verisi yetersiz",
		"finding.also": "Ayrıca: {units}.",
		"finding.share_all": "{count, number} ağın {count, number} tanesi {state}",
		"finding.share_state": "{count, number} {state}",
		"finding.share": "{total, number} ağdan {states}",
		"finding.below": "{count, number} ağın verisi yetersiz",
		"past.networks":
			"{days} {count, plural, one {# ağda} other {# ağda}} {states}",
		"past.one_network": "{days} yalnızca bir ağda, {network}, {states}",
		"past.measured": "{past}; {measured}",
		"reach.line":
			"mobil abonelerin {share} kadarını taşıyan ağlarda kısıtlı ({source}, {vintage}; %{unknown, number} için bilinmiyor): {networks}",
		"reach.between": "yaklaşık %{low, number}–{high, number}",
		"reach.about": "yaklaşık %{high, number}",
		"reach.under": "%{high, number} altında",
		"incidents.measured": "{country} için son ölçüm: {ago}.",
		"past.line": "<subject>{unit}</subject>: {past}.{also}",
		"past.line_in":
			"<subject>{unit}</subject>, <place>{country}</place>: {past}.{also}",
		"stale.newest":
			"En yeni ölçümler {day} tarihli, {ago}. “Şimdi” o zaman demektir.",
		"head.country": "Ülke",
		"head.network": "Ağ",
		"head.networks": "Ağlar",
		"head.service": "Hizmet",
		"head.services": "Hizmetler",
		"head.site": "Site",
		"head.state": "Durum",
		"head.evidence": "Kanıt",
		"head.sessions": "Oturumlar",
		"head.measurements": "Ölçümler",
		"head.by_state": "Duruma göre ağlar",
		"head.measured_since": "Ölçüm başlangıcı",
		"head.last_measured": "Son ölçüm",
		"head.restricted_services": "Şimdi kısıtlı hizmetler",
		"head.restricted_now": "Şimdi kısıtlı",
		"head.restricted_before":
			"Son sekiz haftada kısıtlıydı, şimdi öyle bulunmadı",
		"head.documented": "Belgelenmiş, ölçülmemiş",
		"head.day_by_day": "Gün gün",
		"country.unmeasured":
			"Bu çalışma alanında {country} için ölçüm yok; bu yüzden orada neyin kısıtlı olduğu söylenemez.",
		"country.restricted": "{unit}: {restriction}, {tail}.",
		"country.more":
			"{count, plural, one {# hizmet veya site daha kısıtlı} other {# hizmet ve site daha kısıtlı}}.",
		"country.insufficient":
			"{country}: neyin kısıtlı olduğunu söylemek için veri yetersiz.",
		"country.ok":
			"Şimdi kısıtlama bulunmadı: {networks} üzerinde {units} ölçüldü.",
		"country.before": "{unit}: {past}.",
		"country.no_measurements": "Bu çalışma alanında ölçüm yok. Eklemek için:",
		"country.by_network": "{unit}, ağ ağ",
		"country.when": "Her biri ne zaman başladı ve bitti, ağ ağ",
		"country.services": "Şimdi hizmetler",
		"country.services_caption":
			"Ağlar, yeterli oturumu olan, en çok {days, number} günlük en kısa pencerede gösterdiklerine göre; bitiş {day}.",
		"country.sites": "Kısıtlama belirtisi olan diğer siteler",
		"country.sites_caption":
			"Kayıttaki hiçbir hizmete ait olmayan hedefler; erişilebilir olanlar listelenmez.",
		"country.networks_caption":
			"{networks} ölçüldü, {days}. Ağları ölçüm araçları kendileri bildirir.",
		"country.no_service": "Hiçbir hizmet ölçülmedi.",
		"country.share": "{total, number} içinden {count, number}",
		"arrival.lag":
			"Oturumların yarısı ölçümden sonraki {half} içinde, onda dokuzu {most} içinde ulaştı (bilinen {sessions}): en yeni saatler eksiktir.",
		"arrival.hour": "bir saat",
		"network.insufficient":
			"{network}: şimdi neyin kısıtlı olduğunu söylemek için veri yetersiz.",
		"network.ok":
			"Yeterli oturumu olan {units} içinde şimdi kısıtlama bulunmadı.",
		"network.restricted":
			"Şimdi kısıtlı: {names}; yeterli oturumu olan {units} içinden {count, number}.",
		"network.more": "{count, number} tane daha",
		"now.title": "Şimdi neler kısıtlı",
		"now.empty": "Burada henüz bir şey ölçülmedi",
		"now.ok": "{countries} içinde kısıtlama bulunmadı",
		"now.restricted": "{units} kısıtlı: {countries}",
		"now.restricted_more":
			"{units} kısıtlı: {countries} ve {count, number} ülke daha",
		"now.first":
			"Bu çalışma alanında gerçek ölçüm yok. Bir arşiv aktarın; bu sayfa neyin, nerede ve kaç ağda kısıtlı olduğunu söyleyecek.",
		"now.next": "Sırada ne var",
		"now.import_own": "Elinizdeki bir OONI ölçüm dosyası veya klasörü:",
		"now.import_public": "OONI’nin açık arşivinden bir ülkenin üç günü:",
		"now.none":
			"Söylemeye yetecek kanıtı olan bir kısıtlama bulunmadı. Bu “kısıtlı değil” demek değildir: ne kadar ölçüldüğüne aşağıda bakın.",
		"now.countries": "Ölçümü olan ülkeler",
		"now.insufficient": "Yetersiz veri",
		"now.insufficient_text":
			"Bir ülke hakkında bir şey söylemek için çok az oturum ya da bir başlığa yetmeyen belirtiler; başlık için {count, number} oturum gerekir.",
		"map.restricted": "şu anda kısıtlı",
		"map.measured": "ölçüldü, kısıtlama bulunmadı",
		"map.unknown": "yeterli veri yok",
		"map.note":
			"Her ülke listelerde yer alır. Sınırlar denetimin kimde olduğunu gösterir (Natural Earth); kesikli olanlar tartışmalıdır.",
		"now.suspected":
			"<unit>{name}</unit>, <place>{country}</place>: {networks} üzerinde {sessions}",
		"now.thin": "<place>{country}</place>: {networks}, son ölçüm {ago}",
		"now.emulated": "Benzetilmiş: gezilecek bir hikâye",
		"now.emulated_text":
			"Benzetilmiş ülke yoktur. Benzetilmiş ölçümleri gerçek olanlarla aynı değerlendirmeden geçti.",
		"now.documented":
			"Basının, mahkemelerin ve yetkililerin söyledikleri, ölçülenlerden ayrı olarak her ülkenin sayfasındadır.",
		"incidents.ongoing": "Süren olaylar",
		"incidents.all": "Tüm olaylar",
		"incidents.documented":
			"{count, plural, one {# olayın daha sürdüğü belgelenmiş} other {# olayın daha sürdüğü belgelenmiş}}, ölçülmemiş.",
		"incident.internet": "internet",
		"incident.service_block": "{service} engelli",
		"incident.throttling": "{service} yavaşlatılmış",
		"incident.mobile_data_shutdown": "mobil internet kesik",
		"incident.fixed_line_shutdown": "sabit internet kesik",
		"incident.internet_cut": "internet kesik",
		"incident.withholding": "{service} üzerinde hesaplar veya içerik kısıtlı",
		"incident.fault": "bir arıza ({service}), kısıtlama değil",
		"incident.outage": "bir kesinti ({service})",
		"incident.undetermined": "bir değişiklik ({service}), türü bilinmiyor",
		"incident.fell_silent": "sessizleşen ölçümler",
		"incident.in": "({place})",
		"incident.in_area": "({areas}, {country})",
		"incident.on": "({network}, {country})",
		"incident.title": "{what} {where}",
		"incident.title_suspicion": "Yetersiz veri: belirtiler: {what} {where}",
		"incident.title_withdrawn": "Geri çekildi: {what} {where}",
		"incident.title_explained": "Kısıtlama değil: öyle görünen: {what} {where}",
		"incident.announced": "duyuruldu",
		"incident.ongoing": "sürüyor",
		"incident.ended": "bitti",
		"incident.ending_unknown": "bitişi bilinmiyor",
		"incident.withdrawn": "geri çekildi",
		"incident.merged": "başka bir olayın parçası",
		"incident.no_restriction": "kısıtlama değil",
		"incident.before": "{moment} öncesinde",
		"incident.local_days":
			"{days} ({count, plural, one {yerel gün} other {yerel günler}})",
		"incident.in_hour": "{moment} saatinde",
		"incident.most_likely": "{bracket}, büyük olasılıkla {moment}",
		"incident.or_later": "{day} veya sonrası",
		"incident.sessions":
			"{networks} üzerinde {sessions} içinden {count, number}",
		"incident.documented": "belgelenmiş, ölçülmemiş",
		"incident.told": "{status}: başlangıç {began}. {shown}",
		"incident.told_ended":
			"{status}: başlangıç {began}, bitiş {ended}. {shown}",
		"incident.told_documented":
			"Belgelenmiş, ölçülmemiş, {status}: kaynaklarına göre başlangıç {began}.",
		"incident.told_documented_ended":
			"Belgelenmiş, ölçülmemiş, {status}: kaynaklarına göre başlangıç {began}, bitiş {ended}.",
		"incident.told_withdrawn": "Geri çekildi: {reason}",
		"incident.not_an_outage": "Kesinti demek için veri yetersiz",
		"incident.not_a_restriction": "Kısıtlama demek için veri yetersiz",
		"incident.not_published": "Kısıtlama olarak yayımlanmadı",
		"incident.shown": "Gösteren: {evidence}.",
		"incident.strip": "Ölçülen, ağ ağ",
		"incident.facts": "Neye dayanıyor",
		"incident.head": "Olay",
		"incident.status": "Durumu",
		"incident.head_began": "Başlangıç",
		"incident.head_ended": "Bitiş",
		"incident.how": "Nasıl",
		"incident.none": "Yok. Bu “hiçbir şey kısıtlı değildi” demek değildir.",
		"meaning.blocked":
			"Tek bir anlamı olan bir kural karşılandı ve bir sansürcünün ayırt edici izi görüldü: bilinen bir engelleme sayfası ya da bilinen sahte bir yanıt.",
		"meaning.likely_blocked":
			"Tek bir anlamı olan bir kural karşılandı, ama ayırt edici iz görülmedi. Engelleme sayfası olmayan engellemelerin çoğu böyledir.",
		"meaning.throttled": "Ulaşıldı, ama hedefi izleyen biçimde yavaşlatıldı.",
		"meaning.impaired":
			"Çalışmıyor ve nedeni belirsiz. Bu bir kısıtlama değildir.",
		"meaning.down": "Hiçbir yerden çalışmıyor, engelleme belirtisi yok.",
		"meaning.ok": "Ulaşıldı.",
		"meaning.insufficient":
			"Çok az oturum bir şey söyledi. Ne erişilebilir ne engelli; bilmiyoruz.",
		"incidents.title_in": "Olaylar: {country}",
		"incidents.headline":
			"{measured, plural, one {# kısıtlama ölçüldü} other {# kısıtlama ölçüldü}}, {ongoing, number} tanesi sürüyor; {documented, plural, one {# tanesi daha belgelenmiş} other {# tanesi daha belgelenmiş}}, ölçülmemiş.",
		"incidents.outages":
			"Bunların yanında nedeni belirlenmemiş {count, plural, one {# kesinti} other {# kesinti}}.",
		"incidents.caption":
			"Önce sürenler, sonra en yeniler. Günler en olası olanlardır; aralık her olayın sayfasındadır.",
		"incidents.all_countries": "Tüm ülkelerin olayları",
		"page.newer": "Daha yeni",
		"page.older": "Daha eski",
		"page.of": "Sayfa {page, number} / {last, number}",
		"incident.explained":
			"Bunu açıklayan ve kısıtlama olarak yayımlanmamasına yol açan: {why}",
		"incident.worldwide": "Aynısı birçok ülkede aynı anda değişti.",
		"incident.instrument":
			"Bir ağı değil, ölçüm aracının bir sürümünü izliyor.",
		"incident.own_change":
			"O sırada kendi kurallarımız veya başvuru verilerimiz değişti.",
		"incident.composition":
			"Öncekinden başka araçlar veya çözümleyiciler yanıt verdi; hiçbiri değişmedi.",
		"incident.source_late":
			"Kaynak başka yerlerde de sustu; yalnızca gecikmişti.",
		"incident.control_outage":
			"Ölçümlerin karşılaştırıldığı şeyin kendisi bozuldu.",
		"incident.documented_as_fault": "Kayıt buna arıza diyor, kısıtlama değil.",
		"incident.strip_note":
			"Hücrelerin üzerindeki düz çerçeve bir ağda ne zaman başladığını, kesikli çerçeve ne zaman bittiğini kapsar; ne kadar darsa o kadar kesindir. Aynı aralıklar aşağıdaki ağ tablosundadır.",
		"incident.networks_caption":
			"Oturumlar, olay içinde kısıtlamayı gösterenlerdir; bir şey söyleyenlerin tümü içinden, her biri bir kez sayılır. Ağları ölçüm araçları bildirir.",
		"incident.when": "Ne zaman, UTC",
		"incident.not_alone": "Yalnız bu ağdan anlaşılmıyor.",
		"incident.began_at": "Başlangıç: {when}.",
		"incident.ended_at": "Bitiş: {when}.",
		"incident.not_known": "bilinmiyor",
		"incident.not_shown": "görülmedi",
		"incident.cause": "Neden",
		"incident.witness": "Bunu gösteren bir ölçüm",
		"incident.detectable": "İlk söylenebileceği an",
		"incident.with_data": "{moment} verileriyle",
		"incident.targets": "Hedefler",
		"incident.aliases": "Buraya götüren diğer kimlikler",
		"incident.dossier": "Dosya",
		"incident.dossier_text":
			"Ölçülen, söylenen ve yapılması gereken; numaralı kanıtlar ve aleyhte olan her şeyle, kaydetmek ve yazdırmak için:",
		"incident.revisions": "Nasıl anlatıldı",
		"incident.revisions_caption":
			"Söylenen unutulmaz: geç gelen veriler onu düzeltir ve her düzeltme defterde saklanır.",
		"incident.revision": "Düzeltme",
		"incident.told_at": "Söylendiği an",
		"incident.changed": "Ne değişti ve neden",
		"network.kicker": "Ağ, <place>{country}</place>",
		"network.volume":
			"{day} tarihine kadar sekiz haftada {sessions}, {measurements}; son ölçüm {ago}.",
		"network.no_volume":
			"{day} tarihine kadar sekiz haftada oturum yok; son ölçüm {ago}.",
		"network.caption":
			"Yeterli oturumu olan, en çok {days, number} günlük en kısa pencerede. Hiçbir hizmete ait olmayan siteler yalnızca bir şeye ulaşılamadıysa listelenir.",
		"network.rules": "Burada işleyen kurallar",
		"network.resolvers": "Burada kullanılan çözümleyiciler",
		"network.resolvers_text":
			"Bir ölçüm aracının çözümleyicisinin ait olduğu ağ. Başka bir ağın çözümleyicisi o ağın müdahalesini gösterebilir ya da hiçbirini.",
		"network.declared":
			"Bir ölçümün ağını ve ülkesini araç bildirir. Bir günün durumu olması için {count, number} oturum gerekir; bu eşik geçicidir.",
		"service.in": "Hizmet, <place>{country}</place>",
		"service.all_countries": "tüm ülkeler",
		"service.unmeasured":
			"{service} bu çalışma alanında hiçbir gerçek ülkede ölçülmedi.",
		"service.unmeasured_in":
			"{service} bu çalışma alanında ölçülmedi ({country}).",
		"service.restricted": "{unit}, {country}: {restriction}, {tail}.",
		"service.more":
			"{count, plural, one {# ülkede daha} other {# ülkede daha}} kısıtlı.",
		"service.insufficient":
			"{service} şimdi kısıtlı mı, söylemek için veri yetersiz.",
		"service.insufficient_in":
			"{country}: {service} şimdi kısıtlı mı, söylemek için veri yetersiz.",
		"service.ok":
			"{service}: yeterli verisi olan {countries} içinde şimdi kısıtlama bulunmadı.",
		"service.ok_in": "{service}: şimdi kısıtlama bulunmadı ({country}).",
		"service.by_country": "{unit}, ülke ülke",
		"service.function": "İşlev",
		"service.functions": "İşlevler",
		"service.tested": "Neler sınanıyor",
		"service.emulated":
			"Bu hizmetin benzetilmiş verileri ayrı tutulur: <page>benzetilmiş ülkede {service}</page>.",
		"service.domains": "Alan adları: <names>{names}</names>",
		"service.tests": "Kendi sınamaları: <names>{names}</names>",
		"service.whole":
			"İşlevleri ayrılmaz; burada söylenen hizmetin bütünü içindir.",
		"service.untested": "Sınanmadı: hiçbir sınama ona ulaşmıyor.",
		"service.not_measured": "Ölçülmedi.",
		"service.not_here": "Burada ölçülmedi.",
		"service.networks": "Ağlar: {states}.",
		"service.not_enough": "Yetersiz veri.",
		"service.share":
			"Yeterli verisi olan {countries} içinden {count, number} ülkede kısıtlı.",
		"service.tested_by": "Sınama: {targets}.",
		"service.any_of": "Sınama: {targets}; herhangi biri yeterli.",
		"service.all_of": "Sınama: {targets}; hepsi gerekli.",
		"service.by_day": "güne göre",
		"network.rule": "Kural",
		"network.no_rule": "Hiçbir kural işlemedi.",
		"network.rules_caption":
			"{days} ölçümlerinde. İşleyen her kural sayılır, başka biri karar verse de.",
		"network.resolver": "Çözümleyicinin ağı",
		"network.own": "bu ağın kendisinin",
		"chart.by_service": "{subject}, {country}: hizmete ve güne göre",
		"chart.by_country": "{subject}: ülkeye ve güne göre",
		"chart.of_incident": "{title}: ağa ve güne göre",
		"weight.networks":
			"{total, plural, one {# ağın} other {# ağın}} {count, number} tanesinde, {sessions}",
		"weight.few_networks":
			"yeterli oturumu olan {count, plural, one {# ağ} other {# ağ}}, {sessions}",

		// Report: does it work for you?
		"word.yes": "evet",
		"word.no": "hayır",
		"form.choose": "Seçin",
		"form.send": "Gönder",
		"form.too_much": "Bu bir seferde çok fazlaydı.",
		"form.not_ours": "Bu form bizim bir sayfamızdan gönderilmedi.",
		"report.choose":
			"Bir hizmet seçin. Sonraki sayfa bir denetimin nelere bağlanacağını söyler; siz bir düğmeye basmadan hiçbir yere bağlanılmaz.",
		"report.go_on": "Devam",
		"report.visitors": "Ziyaretçiler ne diyor",
		"report.title_of": "{service}: sizde çalışıyor mu?",
		"report.think":
			"<strong>Önce düşünün.</strong> İnternet sağlayıcınız bu sitede olduğunuzu ve denetimin hangi sitelere bağlandığını görür. Bu sizi tehlikeye atabilecekse devam etmeyin.",
		"report.look_heading": "Bu tarayıcı baksın",
		"report.contacts": "Düğmeye basarsanız tarayıcınız şunlara bağlanır:",
		"report.compares":
			"ve hattınızın çalışıp çalışmadığını anlamak için şunlara:",
		"report.asks":
			"Her birinden küçük bir resim, bir sayfa ve kalıcı bir bağlantı ister. Birinde oturumunuz açıksa, herhangi bir sayfa onun resimlerini gösterdiğinde olduğu gibi sizi tanıyabilir. Bulunanlar, siz aşağıdan gönderene kadar bu tarayıcıda kalır.",
		"report.look": "Şimdi bak",
		"report.address": "Adres",
		"report.picture": "Resim",
		"report.page": "Sayfa",
		"report.lasting": "Kalıcı bağlantı",
		"report.no_script":
			"Betik olmadan bu sayfa hiçbir yere bağlanmaz. Yine de ne gördüğünüzü söyleyebilirsiniz.",
		"report.say_heading": "Ne gördüğünüzü söyleyin",
		"report.here_now": "{service}, burada ve şimdi",
		"report.works": "bende çalışıyor",
		"report.works_not": "bende çalışmıyor",
		"report.country": "Bulunduğunuz ülke",
		"report.kept": "Ne saklanır",
		"report.kept_what":
			"Hizmet, yanıtınız, ülke, saat, denetimin bulduğu ve internet sağlayıcınızın numarası.",
		"report.kept_not":
			"Adresiniz değil. Sağlayıcıyı bulmak ve bir hattı günde bir kez saymak için bakılır, sonra unutulur.",
		"report.kept_shown":
			"Sayılar ülkeye ve güne göre, ertesi günden itibaren gösterilir. Bildirimler zayıf kanıttır: birinin ölçmesi gereken bir kuşku doğurabilir, bir şeyin engellendiğine asla karar vermez.",
		"report.thanks": "Teşekkürler",
		"report.repeat":
			"Hattınızdan biri bugün {service} için zaten bildirimde bulundu: bir hat günde bir kez sayılır.",
		"report.taken":
			"{service} hakkındaki bildiriminiz saklandı. Yarından itibaren bugünün sayılarında görünür.",
		"report.another": "Başka bir hizmet",
		"report.none": "Son günlerden bildirim yok. Bugünküler yarın görünür.",
		"report.suspicion_means":
			"En az beş kişi bir hizmetin çalışmadığını söylüyorsa ve bunlar çalışıyor diyenlerden çoksa <strong>kuşku</strong> vardır: ölçülmesi gerekir. Bu bir bulgu değildir.",
		"report.head_works": "Çalışıyor",
		"report.head_fails": "Çalışmıyor",
		"report.suspicion": "Kuşku",
		"report.not_taken": "Bu bildirim alınmadı",
		"report.too_many": "Hattınız çok bildirim gönderdi. Daha sonra gelin.",
		"report.no_service": "Burada böyle bir hizmet bilinmiyor.",
		"report.looking": "{host} denetleniyor …",
		"report.answered": "yanıt verdi, {ms} ms",
		"report.silent": "hiçbir şey, {ms} ms",
		"report.found_none":
			"Hiçbir şey yanıt vermedi. Çevrimiçi misiniz? Bu, hizmet hakkında bir şey söylemez.",
		"report.found_all":
			"Tarayıcınız her adresten yanıt aldı. Bu, uygulamanın ya da bütün sitenin çalıştığını kanıtlamaz.",
		"report.found_some":
			"Bazı adresler yanıt verdi, bazıları vermedi. Bu bir bölümün engellenmesi ya da bir arıza olabilir.",
		"report.found_silent":
			"Hizmetin hiçbir adresi yanıt vermedi, ötekiler verdi. Bu bir engel ya da hizmetin arızası olabilir. Tek denetim bunu söyleyemez.",

		// Cost
		"language.english_part": "Bundan sonrası İngilizcedir.",
		"money.range": "{from} – {to}",
		"money.so_far": "şimdiye dek {range}",
		"time.under_hour": "bir saatten az",
		"form.faults":
			"{count, plural, one {Düzeltilecek # şey var.} other {Düzeltilecek # şey var.}}",
		"cost.title": "Bir kısıtlamanın maliyeti",
		"cost.standfirst":
			"Bunu kimse ölçmedi. Neyin ne kadar süre kesildiğini söyleyin; yayımlanmış yöntemlerin verdiği aralığı ve her birini görün.",
		"cost.ask": "Ne kesildi",
		"cost.change": "Dayandığı sayıları değiştirin",
		"cost.take":
			"Tarihler ve tür olayın kendisinindir. <link>Bunları başlangıç alıp değiştirin</link>.",
		"cost.own": "Kendi kaybınız",
		"cost.own_text":
			"Bir firma için: bunun sizden ne aldığını gösteren, tarihli, yazdırılacak bir not. Buraya yazdıklarınız bir kez gönderilir, hiçbir adreste yer almaz, saklanmaz ve günlüğe yazılmaz.",
		"cost.no_range": "Aralık verilemiyor",
		"cost.no_true_one":
			"Aralıktaki hiçbir sayı gerçek olan değildir: yöntemler farklı şeyler sayar.",
		"cost.no_hours": "Saatler olmadan hiçbir şey tahmin edilemez.",
		"cost.no_inputs":
			"Bütün ekonomiyi sayan hiçbir yöntemin girdileri yok; her birinin eksiği aşağıdadır.",
		"cost.running":
			"Sürüyor: bilindiği kadarıyla devam ediyor; saatler ve tutarlar {moment} itibarıyladır.",
		"cost.hours_of": "Saatler ve ağlar bir <link>olayındır</link>.",
		"cost.methods": "Yöntem yöntem",
		"cost.lacking": "Hiçbir şey vermeyen yöntemler ve nedeni",
		"cost.sectors": "Sektöre göre",
		"cost.hours": "Türe göre saatler",
		"cost.not_counted": "Hiçbir yöntemin saymadıkları",
		"cost.not_small": "Yukarıda olmamaları küçük oldukları anlamına gelmez.",
		"cost.dollars": "Dolar",
		"cost.official": "Resmî kurdan",
		"cost.market": "Piyasa kurundan",
		"cost.rate": "bir dolar {rate}",
		"cost.assumptions": "Yöntemlerin dayandığı bütün sayılar",
		"cost.assumptions_text":
			"Yazdığınız, yayımlananın yerine geçer ve adreste görünür; böylece başkaları ne varsaydığınızı görür.",
		"cost.estimate": "Tahmin et",
		"cost.again": "Yeniden tahmin et",
		"cost.anew": "Baştan başla",
		"cost.in_use": "Kullanılan: {values}.",
		"cost.kind_full": "bütün internet erişimi kesik",
		"cost.kind_mobile": "mobil internet kesik, sabit hatlar açık",
		"cost.kind_regional": "bazı bölgelerde bütün erişim kesik",
		"cost.kind_service": "bir hizmet engelli",
		"cost.kind_throttling": "bir ölçüde yavaşlatılmış",
		"cost.a_service": "bir hizmet",
		"cost.f_kind": "Ne yapıldı",
		"cost.f_service": "Hizmet, biri engellendiyse",
		"cost.f_since": "Başlangıç, UTC",
		"cost.f_until": "Bitiş, UTC",
		"cost.f_hours": "Saatler, bitiş verilmediyse",
		"cost.f_scope": "Bölge payı: ülkenin kesilen bölümü",
		"cost.no_method": "Hiçbir yöntemin girdileri yok.",
		"cost.caption":
			"Dolar, üç haneye kadar. Yöntemler farklı şeyler sayar, toplanmamalıdır.",
		"cost.method": "Yöntem",
		"cost.low": "Düşük, $",
		"cost.middle": "Orta, $",
		"cost.high": "Yüksek, $",
		"cost.counts": "Saydığı",
		"cost.years": "Girdi yılları",
		"cost.economy": "bütün ekonomi",
		"cost.part": "bir bölüm: aralıkta değil",
		"cost.historical": "şimdi hiçbir şey",
		"cost.how": "{method} buna nasıl varıyor",
		"cost.this_event": "Bu olay: {kind}, {hours}.",
		"cost.never_added":
			"Bir türün bir saati başka türün bir saati hakkında az şey söyler; bu yüzden hiç toplanmazlar.",
		"cost.every_method": "Bütün yöntemler ve girdileri",
		"cost.what": "Maliyeti",
		"cost.total":
			"{moment} itibarıyla süren toplam: {hours}, {range}, yönteme göre.",
		"cost.lasted": "{hours} sürdü: {range}, yönteme göre.",

		// Cost: assumptions, sectors, hours, hints
		"cost.f_digital": "Dijital ekonominin GSYH payı",
		"cost.f_weight": "Hizmetin bütün internetin değerindeki payı",
		"cost.f_degree": "Yavaşlatma derecesi: alınan kullanım payı",
		"cost.f_traffic": "Kaybedilen trafik payı",
		"cost.f_telecom": "Telekom ve internet hizmetlerinin GSYH payı",
		"cost.f_daily": "CIPESA’ya göre bir günün değeri, dolar",
		"cost.f_tail": "Kayıp sayılan toparlanma günleri",
		"cost.f_user_day":
			"İşletmecilerin kullanıcı ve gün başına geliri, yerel para",
		"cost.f_tax": "İşletmecilerin kazancından vergi",
		"cost.f_users": "Bağlantısı kesilen kişiler",
		"cost.f_rate": "Piyasa kuru, dolar başına yerel para",
		"cost.f_turnover": "Ciro",
		"cost.f_per": "Dönem",
		"cost.f_dependent": "Cironun kesilen şey üzerinden gelen payı",
		"cost.f_made_up": "Kaybın başka yerde ya da sonra telafi edilen payı",
		"cost.per_day": "gün",
		"cost.per_week": "hafta",
		"cost.per_month": "ay",
		"cost.per_year": "yıl",
		"cost.make_note": "Notu hazırla",
		"cost.s_telecom": "İşletmeciler ve öteki telekom",
		"cost.s_operators": "Mobil işletmeciler",
		"cost.s_tax": "Vergi",
		"cost.s_freelancers": "Serbest çalışanlar",
		"cost.s_food": "Yemek teslimatı",
		"cost.s_cabs": "Araç çağırma",
		"cost.s_small": "Küçük çevrimiçi satıcılar ve çalışmanın ayırmadıkları",
		"cost.sector": "Sektör",
		"cost.no_sectors":
			"Girdisi olan hiçbir yöntem burada sektörleri ayırmıyor. Bu yalnızca Pakistan için biliniyor.",
		"cost.sectors_caption":
			"Sektörleri ayıran yöntemlerin orta değerleri. İki yöntemin değerleri örtüşür, toplanmamalıdır.",
		"cost.kind": "Tür",
		"cost.hours_head": "Saatler",
		"cost.hours_unknown": "Bilinmeyen saatler",
		"cost.hours_caption":
			"Burada bilinen bütün olaylar ({country}), belgelenmişler dahil. Aynı anda iki olayın saatleri iki kez sayılır.",
		"cost.by_clock": "saate göre {clock}, hâlâ kesik ağlara göre {counted}",
		"cost.all_have": "Yok: her yöntemin girdileri var.",
		"cost.give": "“{field}” girin",
		"cost.formula": "Formül",
		"cost.source": "Kaynak",
		"cost.leaves_out": "Dışarıda bıraktığı",
		"cost.caution": "Uyarı",
		"cost.input": "Girdi",
		"cost.value": "Değer",
		"cost.year": "Yıl",
		"cost.from": "Nereden",
		"cost.to": "Bitiş",
		"cost.models":
			"Hepsi modeldir. Her birinin, kendileri de model olan yayımlanmış sayılardan ne kadar uzak olduğu programla gelen docs/methods/costs.md dosyasındadır.",
		"cost.hint_scope":
			"0.06 ya da 6%. Bazı bölgeler ya da ağlar kesildiyse gerekir; yoksa bütün ülke alınır.",
		"cost.hint_countries": "Göstergeleri gelen {count, number} ülke.",
		"cost.hint_service":
			"X ve Telegram için ağırlıklar biliniyor; ötekiler için aşağıya kendinizinkini yazın.",
		"cost.hint_until": "Ya da boş bırakıp saatleri verin.",
		"cost.hint_rate": "Yalnızca güvendiğiniz bir kaynak belirtiyorsa.",
		"cost.hint_turnover": "Ayırıcısız: 250000.",
		"cost.hint_made_up": "Hiç telafi yoksa boş bırakın.",
		"cost.no_jobs":
			"Hiçbir yöntem işleri, canları, güveni ya da basının emeğini saymaz.",
		"cost.stretches": "Saatler, dilim dilim",
		"cost.stretches_caption":
			"Bir ağın kesildiği ya da geri geldiği yerde bölünür. Pazar payları bilinmediğinden her ağ eşit sayılır.",
		"cost.still_cut": "Hâlâ kesik ağlar",

		// Outlook
		"outlook.title": "{country} için öngörü",
		"outlook.ahead": "Yaklaşan günler",
		"outlook.none_ahead":
			"Bu günlerin hiçbir vesilesi verilerimizde yok. Bu, verilerde olmayanlar hakkında bir şey söylemez.",
		"outlook.calendar":
			"<link>Abone olunacak takvim olarak</link>, bir hafta önceden hatırlatmayla. Başka bir gün sayısı için adrese <code>alarm=14</code>, hiç istemezseniz <code>alarm=none</code> yazın.",
		"outlook.days_text":
			"O gün {place} için şunun başlangıcının belgelenme olasılığı: {kind}. Vesile günleri işaretlidir.",
		"outlook.whole": "bütün ülke",
		"outlook.basis": "Neye dayanıyor",
		"outlook.not_measured":
			"Ölçümlerden değil belgelenenlerden yapılmıştır: <link>{country} kaydı</link>.",
		"outlook.what": "Ne başlıyor",
		"outlook.where": "Nerede",
		"outlook.days": "Gün",
		"outlook.show": "Göster",
		"outlook.likeliest":
			"En olası on gün, modelin olası gördüğünün onda dokuzuyla",
		"outlook.day": "Gün",
		"outlook.forecast": "Öngörü",
		"outlook.why": "Neden",
		"outlook.description":
			"{country}, {kind}: her günün olasılığı, {days}, ortalamaya göre puanıyla.",
		"outlook.under": "{percent} altında",
		"outlook.moon":
			"{days}, bir gün önce ya da sonra: tarihi ayın görülmesine bağlı.",
		"outlook.never_held": "Kaydın kapsadığı günlerde yapılmadı.",
		"outlook.held":
			"{year} yılından beri kaydın kapsadığı günlerde {count, number} kez: {with, number} kez başlangıç belgeli ({kind}), {without, number} kez belgesiz.",
		"outlook.no_chance": "Olasılık verilmiyor.",
		"outlook.chance":
			"En olası günü için öngörü: {chance}, ortalama {average}.",
		"outlook.too_far":
			"Bu kadar ilerisi için öngörüler günde {average} olan ortalamadan iyi değil.",
		"outlook.lead_uncovered":
			"Hiçbir liste {country} için her kısıtlamayı içerdiğini ileri sürmüyor; bu yüzden olasılık verilemez ({kind}). Vesileler olasılıksız listelenir.",
		"outlook.lead_beyond":
			"Bu günler {country} kaydından hiç puanlanmadığı kadar uzak; olasılık verilmiyor ({kind}).",
		"outlook.lead_average":
			"Bu günler için {country} öngörüsü ({kind}) ortalamadan iyi değil: günlerin {average} kadarında bir başlangıç belgeli.",
		"outlook.lead":
			"{country} için en olası başlangıç günü ({kind}) {day}: {chance} ({low} – {high}), ortalama {average}.",
		"outlook.scores": "Bu öngörüler ne kadar iyiydi",
		"outlook.scores_text":
			"2016’dan beri her gün önceden bilinenlerle öngörüldü: {until} tarihine dek {days, number} gün, {onsets, number} başlangıç günü. Yanında takvim bilmeyen dört basit öngörü var.",
		"outlook.scores_caption":
			"Ortalama karesel hata (Brier; düşük iyidir) ve dördün en iyisine üstünlük",
		"outlook.head_ahead": "Ne kadar önce",
		"outlook.best": "Dördün en iyisi",
		"outlook.skill": "Üstünlük, %95 aralık",
		"outlook.log_skill": "Log üstünlük, %95 aralık",
		"outlook.finding": "Bulgu",
		"outlook.better": "ortalamadan iyi",
		"outlook.no_better": "ortalamadan iyi değil",
		"outlook.too_few": "söylemek için çok az başlangıç",
		"outlook.points":
			"Her nokta ertesi gün için bir öngörü sınıfıdır ({kind}): kesik çizgide doğrudurlar. Çubuklar %95 aralıktır. İki eksen de kareköktür.",
		"outlook.numbers": "Aynısı sayılarla",
		"outlook.forecasts": "Öngörüler",
		"outlook.onset_days": "Başlangıç günleri",
		"outlook.mean": "Ortalama öngörü",
		"outlook.came_true": "Gerçekleşen",
		"outlook.figure": "{country}, {kind}: öngörüler ve olanlar",
		"outlook.figure_days":
			"2016’dan {until} tarihine {days, number} gün, her biri bir gün önce öngörüldü.",
		"outlook.figure_finding":
			"{count, number} sınıfın {right, number} tanesinde başlangıçlı gün payı %95 aralıkta öngörüyle uyuşuyor.",
		"outlook.figure_source": "Kaynak: belgelenmiş kayıt, {until} tarihine dek.",
		"outlook.axis_forecast": "öngörü",
		"outlook.axis_onset": "başlangıçlı günler",
		"kind.any": "bir kısıtlama",
		"kind.cut": "ağın kesilmesi",
		"kind.service": "hizmetlerin engellenmesi ya da yavaşlatılması",
		"kind.full": "tam kesinti",
		"kind.regional": "bir bölgenin kesilmesi",
		"kind.mobile": "mobil hizmetin kesilmesi",
		"kind.fixed": "sabit hatların kesilmesi",
		"kind.block": "bir hizmetin engellenmesi",
		"kind.throttling": "yavaşlatma",
		"kind.outage": "nedeni belirlenmemiş kesinti",

		// Being told: the form, its answers, mails
		"sub.title": "Bir şey değişince haber alın",
		"sub.by_feed": "Beslemeyle",
		"sub.feed_text":
			"Besleme e-posta adresi istemez. Bu adreslerden birini bir besleme okuyucuya ya da takvime verin:",
		"sub.by_mail": "E-postayla",
		"sub.emulated": "Benzetim verileri hiç kimseye gönderilmez.",
		"sub.no_mail":
			"Bu site e-posta göndermiyor: işletmecisi posta sunucusu kurmadı. Beslemeler aynı haberleri taşır.",
		"sub.feed_incident": "Bu olayın anlatımı, düzeltme düzeltme (Atom)",
		"sub.feed_network": "{country}: {network} (Atom)",
		"sub.feed_dates": "{country} için son tarihler (takvim)",
		"sub.all_countries": "Bütün ülkeler",
		"sub.all_services": "Bütün hizmetler",
		"sub.look": "E-postanıza bakın",
		"sub.look_text":
			"Adrese ulaşılabiliyorsa bağlantılı bir e-posta yolda. {hours, number} saat içinde bağlantıyı açıp kabul edene dek başka bir şey gönderilmez.",
		"sub.want": "Haber almak istiyor musunuz?",
		"sub.want_leave": "Ayrılmak istiyor musunuz?",
		"sub.leave": "Ayrıl",
		"sub.watched": "İzlenen: {what}.",
		"sub.yes": "Evet, haber verin",
		"sub.end": "Bitir ve adresimi unut",
		"sub.will_be_told": "Haber alacaksınız",
		"sub.quiet_hours": "{from} ile {until} arasında değil ({zone}).",
		"sub.life":
			"{days} haber olmazsa bir e-posta hiçbir şey olmadığını söyler. O da gelmezse bir şey bozulmuştur.",
		"sub.end_it": "Bitir",
		"sub.ended": "Bitti",
		"sub.removed": "Adresiniz ve onunla saklanan her şey silindi.",
		"sub.topic_incidents": "kısıtlamalar",
		"sub.topic_dates": "yaklaşan son tarihler ve günler",
		"sub.topic_both": "ikisi",
		"sub.each": "olur olmaz",
		"sub.daily": "günde bir, haber varsa",
		"sub.weekly": "haftada bir, haber varsa",
		"sub.of_incident":
			"<link>Bu olay</link> her farklı anlatıldığında haber alırsınız: zamanları, ağları, kanıtları, bitişi ya da geri çekilmesi. Ya da <all>bir ülke veya hizmet izleyin</all>.",
		"sub.of_cost":
			"Alıntıladığınız {range} maliyeti farklı tahmin edilirse de haber alırsınız.",
		"news.cost":
			"{before} tutarında bir maliyet alıntıladınız. Şimdi {after} olarak tahmin ediliyor.",
		"news.cost_none":
			"{before} tutarında bir maliyet alıntıladınız. Artık bir aralık verilmiyor.",
		"news.cost_until": "İkisi de {moment} anına kadardır.",
		"sub.address": "E-posta adresiniz",
		"sub.how_often": "Ne sıklıkta",
		"sub.quiet": "Sessiz saatler, baş ve son",
		"sub.zone": "Saat diliminiz",
		"sub.heartbeat": "Habersiz kaç gün sonra yaşam belirtisi",
		"sub.ask": "Bana soruyu gönder",
		"sub.promise":
			"Bir e-posta bunu isteyip istemediğinizi sorar. Kabul edene dek başka şey gönderilmez; {hours, number} saat yanıtsız kalırsa adres unutulur. E-postalar düz metindir, resimsiz ve açanı sayan bağlantısız. Her e-postada oturum açmadan hemen bitiren ve adresi silen bir bağlantı vardır. E-posta gizli değildir: sizin ve bizim sağlayıcımız neyi izlediğinizi okuyabilir.",
		"sub.network": "Ağ, numarasıyla",
		"sub.what": "Ne oluyor",
		"sub.anything": "Herhangi bir şey",
		"sub.tell_of": "Şunları bildir",
		"sub.ahead": "Son tarihlerden kaç gün önce",
		"sub.no_address": "Bu adrese e-posta gönderemeyiz.",
		"sub.no_incident": "Böyle bir olay izlenemez.",
		"sub.many": "Şu anda çok kişi istedi. Bir saat sonra gelin.",
		"sub.not_taken": "Bu alınmadı",
		"sub.no_longer": "Bu bağlantı artık geçerli değil",
		"sub.no_longer_text":
			"Ayrılmak için kullanıldı ya da zamanında kullanılmadı. Uyarılar sayfasından yeniden isteyebilirsiniz.",
		"watch.incident": "{id} olayı, {revision} düzeltmesinden alıntı",
		"watch.restrictions": "kısıtlamalar {limits}",
		"watch.of": "({names})",
		"watch.on": "({names} üzerinde)",
		"watch.in": "({names})",
		"watch.alone": "(yalnızca {names})",
		"watch.dates":
			"{countries} için son tarihler ve günler, {days, number} gün önceden",
		"mail.confirm": "Haber almak istediğinizi onaylayın",
		"mail.confirm_text":
			"Biri, büyük olasılıkla siz, bu adrese şunun bildirilmesini istedi: {what}. Aşağıdaki sayfayı {hours, number} saat içinde açıp düğmesine basmazsanız hiçbir şey gönderilmez. Siz değildiyseniz bir şey yapmayın: adres unutulur.",
		"mail.forget": "Bu adresi şimdi unut:",
		"mail.because": "Bunu {site} gönderdi, çünkü şunu izliyorsunuz: {what}.",
		"mail.leave": "Oturum açmadan hemen ayrılın:",
		"mail.no_proof":
			"Başarısız bir ölçüm engelin kanıtı değildir, ölçüm olmaması da erişimin kanıtı değildir.",

		// Measurement, signals
		"meas.one":
			"Bir sondanın tek ölçümü. Tek başına bir ağın ya da ülkenin durumunu belirlemez.",
		"meas.others":
			"Bu uid ile başka içerikli {count, plural, one {# kayıt daha} other {# kayıt daha}} alındı. Hepsi saklanır, hiçbiri karşılaştırmada kullanılmaz.",
		"meas.summary": "Kısaca",
		"meas.facts": "Ne oldu",
		"meas.by_probe": "Sondanın gördüğü",
		"meas.by_helper": "Yardımcının başka yerden gördüğü",
		"meas.rules": "İşleyen kurallar",
		"meas.held": "Neyle karşılaştırıldı",
		"meas.place": "Ham kayıt nerede",
		"meas.mechanism": "Mekanizma",
		"meas.locus": "Neden nerede",
		"meas.measured": "Ölçüldü",
		"meas.declared": "sondanın bildirdiği gibi",
		"meas.test": "Sınama",
		"meas.probe": "Sonda",
		"meas.fact": "Olgu",
		"meas.layer": "Katman",
		"meas.done": "Ne yapıldı, ne çıktı",
		"meas.first":
			"{all, number} içinden ilk {shown, number}; hepsi JSON dosyasında.",
		"meas.decided": "katmanına karar verdi",
		"meas.on_facts": "olgular",
		"meas.whole": "bütün ölçüm",
		"meas.that_day": "O gün bu ağdaki {target} ölçümleri",
		"meas.networks_saw":
			"{since} ile {until} arasında bütün ülkelerin ağlarının gördüğü. Yargıda ölçümün kendi ülkesi dışarıda kalır.",
		"meas.what": "Ne",
		"meas.yes": "Ağlar, evet",
		"meas.no": "Ağlar, hayır",
		"meas.countries": "Ülkeler",
		"meas.got_address": "Bu adresi aldı",
		"meas.got_asn": "Bu ağdan bir adres aldı",
		"meas.resolved": "Adı çözdü",
		"meas.connected": "Bağlandı",
		"meas.tls": "TLS tamamlandı",
		"meas.loaded": "Sayfa yüklendi",
		"meas.file": "Arşivdeki dosya",
		"meas.member": "Üye",
		"meas.line": "Satır",
		"meas.hash": "Kaydın SHA-256 değeri",
		"meas.reference": "Kurallar, başvuru verisi",
		"meas.left_out": "Dışarıda kalan alanlar",
		"locus.network": "ağda",
		"locus.resolver": "çözümleyicide",
		"locus.transit": "ağlar arası geçişte",
		"locus.server_side": "sunucuda, yani ağ engeli değil",
		"locus.unknown": "nerede olduğu bilinmiyor",
		"control.helper":
			"Bir yardımcının aynı dakikalarda aynı hedefi başka yerden gördüğü.",
		"control.networks": "Başka ağların önceki hafta aynı adları gördüğü.",
		"control.both":
			"Bir yardımcının aynı hedefi başka yerden gördüğü ve başka ağların önceki hafta gördüğü.",
		"control.none":
			"Hiçbir şey: ne bir yardımcı ne de yeterince başka ağ aynı hedefe baktı.",
		"signal.heading": "Başkalarının sinyalleri",
		"signal.changed":
			"Bu haftalarda {count, plural, one {# sinyalden} other {# sinyalden}} {falls, number} tanesi değişti. Her birinin kendi başı ve sonu var, hiçbiri ötekini geçersiz kılmaz. Bir sinyal bir şey olduğunu gösterir, nedenini asla.",
		"signal.table": "{caption}. Okuması olmayan günün satırı yoktur.",
		"signal.lowest": "En düşük",
		"signal.highest": "En yüksek",
		"signal.readings": "Okumalar",
		"signal.none": "Saklanan okuma yok.",
		"signal.none_here": "Bu günlerde okuma yok; sonuncusu {day} tarihli.",
		"signal.not_looked": "Değişiklik için henüz bakılmadı.",
		"signal.steady": "Düşüş ya da yükseliş bulunmadı, {days}.",
		"signal.suspicion": "Bir kuşku, asla neden değil.",
		"signal.no_cause": "Neden belirlenmedi.",

		// Explore, evidence, record, news
		"explore.title": "Ölçümleri incele",
		"explore.none": "Bu sürede ölçüm yok. Bu “engellenmedi” demek değildir.",
		"explore.rows": "Satır satır",
		"explore.row_count": "{count, plural, one {# satır} other {# satır}}",
		"explore.parts": "Her seferinde bir işlev, çünkü ayrı ayrı yitirilirler:",
		"explore.any": "Herhangi biri",
		"explore.or_site": "ya da bir site",
		"explore.first": "İlk gün",
		"explore.last": "Son gün",
		"explore.unit": "Hizmet ya da site",
		"explore.same_data": "Aynısı veri olarak",
		"explore.json": "JSON, sayfa sayfa",
		"explore.licence":
			"Her dosya verisinin lisansını belirtir. Ticari kullanılabilecekler için <code>&commercial=true</code> ekleyin.",
		"explore.more": "Bu formun soramayacakları",
		"explore.api":
			"<link>OpenAPI belgesi olarak API</link>: saatlik hücreler, tek ölçümler, olaylar ve kayıt.",
		"explore.sql": "<link>SQL ile sorun</link>, araştırmacılar için.",
		"evidence.intro":
			"Bir dosyanın dayanakları tek imzalı dosyada gelir. Tarayıcınız onu burada kendi denetler: dosya hiçbir yere gitmez ve bu sayfanın bir yere bağlanmasına izin yoktur.",
		"evidence.no_script":
			"Tarayıcıda denetim betik ister. Onsuz programı kullanın:",
		"evidence.checked": "Ne denetlenir",
		"evidence.file": "Kanıt dosyası: seçin ya da bu sayfaya bırakın",
		"evidence.key":
			"Saklayanın kök anahtarının parmak izi, ondan başka yoldan aldığınız gibi",
		"evidence.heads": "heads.json, başkasının sakladığı (varsa)",
		"evidence.trust": "Ne bu sayfaya ne dosyaya güvenin",
		"evidence.save":
			"<save>Doğrulayıcıyı kaydedin</save>: bağlantısız çalışan tek sayfa. Bir uzmana okutun: <script>tek betiktir</script>, başka şey istemez.",
		"evidence.fingerprint":
			"Dosyadan ya da buradan alınan parmak izi hiçbir şeyi kanıtlamaz. Saklayandan isteyin.",
		"evidence.ledger":
			"<heads>Defterin başları</heads> (<feed>besleme</feed>): onları her gün saklayan, öncesinin değişmediğini sonradan gösterebilir.",
		"record.title": "{country} kaydı",
		"record.what":
			"Basının, mahkemelerin, yetkililerin ve başkalarının dedikleri, kaynaklarıyla. Kendi başına bir izdir: hiçbirini bu site ölçmedi, hiçbir ölçüm onu değiştirmez.",
		"record.count":
			"{count, plural, one {# belgeli kısıtlama} other {# belgeli kısıtlama}}",
		"record.others":
			"{count, plural, one {# başka kayıt} other {# başka kayıt}}",
		"record.dated":
			"{count, plural, one {# tarihli kayıt} other {# tarihli kayıt}}",
		"record.source_count": "{count, plural, one {# kaynak} other {# kaynak}}",
		"record.whole": "Bütün kayıt, her biri kaynaklarıyla",
		"record.next": "Bu kayda göre sırada olası olan",
		"record.revisions": "Kaydı ve düzeltmeleri",
		"record.incident": "Olayı",
		"record.took": "Ne kadar sürdü",
		"record.questions": "Açık sorular",
		"record.between": "Tarihli kayıtlar arası gün",
		"record.interval": "Aralık",
		"record.by_entry": "Belgeli, kayıt kayıt",
		"record.sources": "Kaynaklar:",
		"record.quoted": "Kayıtlar, tutuldukları gibi İngilizce alıntılanır.",
		"about.title": "Bu site ne söyleyebilir, ne söyleyemez",
		"news.opened": "Yeni",
		"news.widened": "Şimdi bütün ülke",
		"news.ended": "Bitti",
		"news.resumed": "Yeniden",
		"news.withdrawn": "Geri alındı",
		"news.revised": "Düzeltildi",
		"news.nothing": "{days} içinde hiçbir şey olmadı",
		"news.nothing_text":
			"İzlediğinizde son {days} içinde hiçbir şey bulunmadı: {what}. Bu ileti, iletilerin size ulaştığını gösterir.",

		// Cell
		"cell.title": "{name}, {day}",
		"cell.volume": "Bu ağda {sessions} içinde {measurements}: {states}.",
		"cell.unjudged": "{count, number} tanesi yargılanamıyor.",
		"cell.floor":
			"Tek ölçümün kanıt eşiği yoktur; günün vardır. Bir oturumun ölçümleri aynı sondadandır ve bağımsız sayılmaz. Grafik yalnızca en çok ölçülen adresin oturumlarını sayar.",
		"cell.first": "{all, number} içinden ilk {shown, number}.",
		"cell.time": "Saat (UTC)",
		"cell.tested": "Ne sınandı",
	},
};
