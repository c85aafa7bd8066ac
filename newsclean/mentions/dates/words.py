"""Names of months, halves of the day, eras, zones, and the words around a date: data of the date readers. A new word is one word here."""

from __future__ import annotations

# One line a language; the places are the months. Words that mean the same month share a place, with bars between; "_" is a space.
MONTH_TABLE = """
en january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sept|sep october|oct november|nov december|dec
de januar|jänner|jän februar|feber märz|mär|mrz april mai juni juli august september oktober|okt november dezember|dez
fr janvier|janv|jan février|févr|fevrier|fév mars avril|avr mai juin juillet|juil août|aout septembre octobre novembre décembre|déc|decembre
es enero|ene febrero marzo abril|abr mayo junio julio agosto|ago septiembre|setiembre|set octubre noviembre diciembre|dic
pt janeiro fevereiro|fev março|marco abril maio|mai junho julho agosto setembro outubro|out novembro dezembro|dez
it gennaio|gen febbraio marzo aprile maggio|mag giugno|giu luglio|lug agosto settembre|sett ottobre|ott novembre dicembre
ca gener febrer març abril maig juny juliol agost setembre octubre novembre desembre
nl januari februari maart|mrt april mei juni juli augustus september oktober november december
sv januari februari mars april maj juni juli augusti september oktober november december
da januar februar marts april maj juni juli august september oktober november december|des
fi tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta
pl stycznia|sty|styczeń lutego|lut|luty marca|marzec kwietnia|kwi|kwiecień maja|maj czerwca|cze|czerwiec lipca|lip|lipiec sierpnia|sie|sierpień września|wrz|wrzesień października|paź|październik listopada|lis|listopad grudnia|gru|grudzień
cs ledna února března dubna května června července srpna září října listopadu prosince
sk januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra
hr siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga|studenog prosinca
hu január február március április május június július augusztus szeptember október november december
ro ianuarie|ian februarie martie|mart aprilie mai iunie|iun iulie|iul august septembrie|sept octombrie noiembrie|noi decembrie
bg януари февруари март април май юни юли август септември октомври ноември декември
tr ocak|oca şubat|şub mart nisan|nis mayıs haziran|haz temmuz|tem ağustos|ağu eylül|eyl ekim|eki kasım|kas aralık|ara
ru января|янв|январь февраля|фев|февр|февраль марта|мар|март апреля|апр|апрель мая|май июня|июн|июнь июля|июл|июль августа|авг|август сентября|сент|сен|сентябрь октября|окт|октябрь ноября|нояб|ноя|ноябрь декабря|дек|декабрь
uk січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня
el ιανουαρίου|ιαν φεβρουαρίου|φεβ μαρτίου|μαρ απριλίου|απρ μαΐου|μαΐ|μαϊ ιουνίου|ιουν ιουλίου|ιουλ αυγούστου|αυγ σεπτεμβρίου|σεπ οκτωβρίου|οκτ νοεμβρίου|νοε δεκεμβρίου|δεκ
ar يناير|كانون_الثاني|جانفي فبراير|شباط|فيفري مارس|آذار أبريل|ابريل|نيسان|أفريل مايو|أيار|ماي يونيو|يونيه|حزيران|جوان يوليو|يوليه|تموز|جويلية أغسطس|اغسطس|آب|أوت سبتمبر|أيلول أكتوبر|اكتوبر|تشرين_الأول نوفمبر|تشرين_الثاني ديسمبر|كانون_الأول
fa ژانویه|ژانویهٔ فوریه مارس آوریل مه|می ژوئن ژوئیه|جولای اوت|آگوست سپتامبر اکتبر نوامبر دسامبر
he בינואר|ינואר בפברואר|פברואר במרץ|מרץ באפריל|אפריל במאי|מאי ביוני|יוני ביולי|יולי באוגוסט|אוגוסט בספטמבר|ספטמבר באוקטובר|אוקטובר בנובמבר|נובמבר בדצמבר|דצמבר
id januari februari maret april mei juni juli agustus|agt september oktober november desember
ms januari februari mac april mei jun julai ogos september oktober november disember
hi जनवरी फरवरी|फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर|सितम्बर अक्टूबर|अक्तूबर नवंबर|नवम्बर दिसंबर|दिसम्बर
bn জানুয়ারি|জানুয়ারি ফেব্রুয়ারি|ফেব্রুয়ারি মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর
th มกราคม|ม.ค. กุมภาพันธ์|ก.พ. มีนาคม|มี.ค. เมษายน|เม.ย. พฤษภาคม|พ.ค. มิถุนายน|มิ.ย. กรกฎาคม|ก.ค. สิงหาคม|ส.ค. กันยายน|ก.ย. ตุลาคม|ต.ค. พฤศจิกายน|พ.ย. ธันวาคม|ธ.ค.
"""
MONTHS = {
    word.replace("_", " "): place
    for line in MONTH_TABLE.strip().splitlines()
    for place, words in enumerate(line.split()[1:], 1)
    for word in words.split("|")
}
# The months of the Persian year, which begins at the spring equinox.
SOLAR_MONTHS = {
    word: place
    for place, words in enumerate(
        "فروردین اردیبهشت خرداد تیر مرداد|امرداد شهریور مهر آبان آذر دی بهمن اسفند".split(),
        1,
    )
    for word in words.split("|")
}

# Words for before noon (a), after it (p), and around it (n), which stand before the time or after it.
HALVES = {
    **dict.fromkeys(("上午", "早上", "凌晨", "清晨", "早晨", "午前", "오전", "새벽", "am", "a.m.", "a.m", "a. m.", "ص", "صباحا", "صباحًا", "öö"), "a"),
    **dict.fromkeys(("下午", "晚上", "晚间", "傍晚", "午後", "오후", "pm", "p.m.", "p.m", "p. m.", "م", "مساء", "مساءً", "ös"), "p"),
    **dict.fromkeys(("π.μ.", "पूर्वाह्न", "sáng", "ق.ظ"), "a"),
    **dict.fromkeys(("μ.μ.", "अपराह्न", "chiều", "tối", "ب.ظ"), "p"),
    **dict.fromkeys(("中午", "正午", "낮"), "n"),
}  # fmt: skip
# The year before the first of each era.
ERAS = {"民國": 1911, "民国": 1911, "令和": 2018, "平成": 1988, "昭和": 1925}

# Words that may stand between a day and its time, beside the days of the week.
BETWEEN = (
    "at", "um", "à", "a las", "a la", "às", "as", "alle", "alle ore", "ore", "ora", "kl", "kl.", "klo", "o godz.", "godz.", "o", "в", "о", "saat", "om", "u",
    "lúc", "jam", "pukul", "เวลา", "الساعة", "في", "ساعت", "בשעה", "pada", "de", "- à", "г.", "г", "года", "год", "р.", "r.", "στις",
)  # fmt: skip
WEEKDAYS = (
    "monday|mon|tuesday|tues|tue|wednesday|wed|thursday|thurs|thur|thu|friday|fri|saturday|sat|sunday|sun"
    "|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|mo|di|mi|do|fr|sa|so"
    "|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo"
    "|segunda-feira|terça-feira|quarta-feira|quinta-feira|sexta-feira|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica"
    "|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela"
    "|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|pazartesi|salı|çarşamba|perşembe|cuma|cumartesi|pazar"
    "|senin|selasa|rabu|kamis|jumat|sabtu|minggu"
)

# Minutes east of Greenwich. Names that several zones share (IST, CST, AST) are left out: a wrong zone is worse than none.
ZONES = {
    "GMT": 0, "UTC": 0, "WET": 0, "BST": 60, "CET": 60, "MEZ": 60, "CEST": 120, "MESZ": 120, "EET": 120, "EEST": 180, "MSK": 180, "SAST": 120,
    "EST": -300, "EDT": -240, "CDT": -300, "MST": -420, "MDT": -360, "PST": -480, "PDT": -420,
    "JST": 540, "KST": 540, "HKT": 480, "SGT": 480, "AEST": 600, "AEDT": 660, "ACST": 570, "AWST": 480, "NZST": 720, "NZDT": 780,
    "WIB": 420, "WITA": 480, "WIT": 540, "BRT": -180, "МСК": 180,
}  # fmt: skip
# Names of a zone that stand before the time.
ZONES_BEFORE = {
    "北京时间": 480, "北京時間": 480, "香港时间": 480, "香港時間": 480, "台北时间": 480, "台北時間": 480, "臺北時間": 480, "台灣時間": 480, "日本時間": 540, "한국시간": 540,
    "格林尼治标准时间": 0, "格林尼治標準時間": 0, "格林尼治时间": 0, "по московскому времени": 180,
}  # fmt: skip

# Words before a date that say it is of the article's printing, and those that say it is of a later change.
PUBLISHED = (
    "发布时间", "发布日期", "发表时间", "發布時間", "發佈時間", "发稿时间", "时间", "時間", "日期", "刊登", "发布于", "发表于", "公開", "掲載", "配信", "投稿", "입력", "등록", "승인", "작성",
    "published", "posted", "first published", "publication date", "publié", "veröffentlicht", "erstellt", "erschienen", "publicado", "pubblicato",
    "gepubliceerd", "опубликовано", "дата публикации", "opublikowano", "data publikacji", "yayınlanma", "yayın tarihi", "giriş", "نشر",
    "diterbitkan", "dipublikasikan", "tayang", "đăng lúc", "ngày đăng", "เผยแพร่", "प्रकाशित", "पब्लिश", "প্রকাশ", "شائع", "اشاعت", "انتشار",
    "פורסם", "dərc", "გამოქვეყნ", "հրապարակվել", "imechapishwa",
    "datum", "date", "fecha", "data", "дата", "tarih", "ngày", "tanggal", "วันที่", "تاريخ", "날짜", "on",
)  # fmt: skip
UPDATED = (
    "最后更新", "最後更新", "最終更新", "更新日", "更新時間", "更新时间", "更新：", "更新", "수정", "업데이트", "updated", "update:", "last modified", "modified", "edited", "last reviewed",
    "mis à jour", "mise à jour", "modifié", "aktualisiert", "geändert", "stand:", "actualizado", "actualización", "atualizado", "aggiornato", "bijgewerkt", "обновлено", "aktualizacja",
    "güncelleme", "son güncelleme", "oppdatert", "opdateret", "uppdaterad", "päivitetty", "تحديث",
    "diperbarui", "dikemas kini", "cập nhật", "อัปเดต", "อัพเดต", "อัพเดท", "แก้ไขล่าสุด", "ปรับปรุง", "अपडेट", "আপডেট", "اپ ڈیٹ", "اپڈیٹ",
    "به‌روزرسانی", "بروزرسانی", "به‌روز رسانی", "עודכן", "עדכון אחרון", "yenilənib", "განახლ", "թարմացվել", "imesasishwa",
)  # fmt: skip
# Those that follow their date: 9月13日9時更新.
UPDATED_AFTER = ("更新", "修正", "수정")
# Words of a line whose date is of something else: a right, a licence, a deadline, a life, the reader's own clock.
OTHER = (
    "©", "(c)", "copyright", "all rights", "版权", "版權", "许可证", "許可證", "备案", "備案", "成立", "截至", "截止", "有效期", "报名时间", "今天是", "当前时间", "现在是", "抓取", "生日",
    "born", "founded", "accessed", "retrieved", "abgerufen", "consulté", "today is", "current time", "valid until", "expires", "deadline", "archived", "crawled",
)  # fmt: skip
