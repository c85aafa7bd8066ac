"""Words around dates: halves of the day, days of the week, "published" and "updated".

A new word is one word in one of these lists.
"""

from __future__ import annotations

# Before noon, after noon, and at noon. Such a word stands before the time or after it.
BEFORE_NOON = (
    *("am", "a.m.", "a.m", "a. m."),
    *("上午", "早上", "凌晨", "清晨", "早晨", "午前", "오전", "새벽"),
    *("ص", "صباحا", "صباحًا", "ق.ظ", "öö", "π.μ.", "पूर्वाह्न", "sáng"),
    *("सुबह", "सकाळी", "காலை", "ఉదయం", "সকাল", "صبح", "एएम", "এএম"),
)
AFTER_NOON = (
    *("pm", "p.m.", "p.m", "p. m."),
    *("下午", "晚上", "晚间", "傍晚", "午後", "오후"),
    *("م", "مساء", "مساءً", "ب.ظ", "ös", "μ.μ.", "अपराह्न", "chiều", "tối"),
    *("शाम", "दुपारी", "सायंकाळी", "மாலை", "సాయంత్రం", "شام", "पीएम", "পিএম"),
)
NOON = ("中午", "正午", "낮")

# Words that may stand between a day and its time, beside the days of the week.
BETWEEN = (
    *(
        "at",
        "um",
        "à",
        "- à",
        "a las",
        "a la",
        "a les",
        "a l'",
        "a partir de les",
        "às",
        "as",
        "alle",
        "alle ore",
        "ore",
        "ora",
    ),
    *("kl", "kl.", "klo", "om", "u", "o", "o godz.", "godz.", "saat", "de", "r."),
    *("в", "о", "г.", "г", "года", "год", "р.", "στις"),
    *("वाजता", "रोजी", "को", "அன்று", "ന്", "న"),
    *("lúc", "jam", "pukul", "pada", "เวลา", "الساعة", "في", "ساعت", "בשעה"),
)
WEEKDAYS = (
    "monday mon tuesday tues tue wednesday wed thursday thurs thur thu friday fri"
    " saturday sat sunday sun"
    " montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so"
    " lundi mardi mercredi jeudi vendredi samedi dimanche"
    " lunes martes miércoles jueves viernes sábado domingo"
    " segunda-feira terça-feira quarta-feira quinta-feira sexta-feira"
    " lunedì martedì mercoledì giovedì venerdì sabato domenica"
    " maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"
    " poniedziałek wtorek środa czwartek piątek sobota niedziela"
    " понедельник вторник среда четверг пятница суббота воскресенье"
    " pazartesi salı çarşamba perşembe cuma cumartesi pazar"
    " senin selasa rabu kamis jumat sabtu minggu"
).split()

# Days that are named by how many days ago they were.
TODAY = (
    *("today", "heute", "hoy", "hoje", "oggi", "vandaag", "dzisiaj", "dziś", "bugün"),
    *("aujourd'hui", "aujourd’hui", "hôm nay", "hari ini", "сегодня"),
    *("今天", "今日", "本日", "오늘", "اليوم", "امروز", "היום", "आज", "วันนี้"),
)
YESTERDAY = (
    *("yesterday", "gestern", "hier", "ayer", "ontem", "ieri", "gisteren", "wczoraj", "dün"),
    *("kemarin", "hôm qua", "вчера"),
    *("昨天", "昨日", "어제", "أمس", "دیروز", "דیروز", "אתמול", "เมื่อวาน"),
)
DAY_BEFORE_YESTERDAY = (
    *("vorgestern", "avant-hier", "anteayer", "anteontem", "eergisteren", "przedwczoraj"),
    *("позавчера", "前天", "前日", "一昨日", "그저께", "پریروز"),
)
JUST_NOW = ("just now", "刚刚", "剛剛", "방금", "только что")

# Words before a date that say it is the day of publication.
PUBLISHED = (
    *("published", "first published", "publication date", "posted", "date", "on"),
    *("发布时间", "发布日期", "发表时间", "发稿时间", "发布于", "发表于", "时间", "日期", "刊登"),
    *("發布時間", "發佈時間", "時間", "公開", "掲載", "配信", "投稿"),
    *("입력", "등록", "승인", "작성", "날짜"),
    *("publié", "veröffentlicht", "erstellt", "erschienen", "publicado", "pubblicato"),
    *("gepubliceerd", "opublikowano", "data publikacji", "datum", "fecha", "data"),
    *("опубликовано", "дата публикации", "дата", "yayınlanma", "yayın tarihi", "giriş tarihi"),
    *("giriş", "tarih", "eklenme", "oluşturulma tarihi"),
    *("diterbitkan", "dipublikasikan", "tayang", "tanggal", "imechapishwa", "dərc"),
    *("đăng lúc", "ngày đăng", "ngày", "เผยแพร่", "วันที่"),
    *("प्रकाशित", "पब्लिश", "প্রকাশ", "نشر", "تاريخ", "شائع", "اشاعت", "انتشار", "פורסם"),
    *("გამოქვეყნ", "հրապարակվել"),
)
# Words before a date that say it is the day of a later change.
UPDATED = (
    *("updated", "update:", "last modified", "modified", "edited", "last reviewed"),
    *("最后更新", "最後更新", "最終更新", "更新日", "更新時間", "更新时间", "更新：", "更新"),
    *("수정", "업데이트"),
    *("mis à jour", "mise à jour", "modifié", "aktualisiert", "geändert", "stand:"),
    *("actualizado", "actualización", "atualizado", "aggiornato", "bijgewerkt"),
    *("modifica", "modificado", "modificato", "gewijzigd", "zmodyfikowano", "zaktualizowano"),
    *("обновлено", "aktualizacja", "güncelleme", "son güncelleme", "yenilənib"),
    *("oppdatert", "opdateret", "uppdaterad", "päivitetty", "imesasishwa"),
    *("diperbarui", "dikemas kini", "cập nhật"),
    *("อัปเดต", "อัพเดต", "อัพเดท", "แก้ไขล่าสุด", "ปรับปรุง", "अपडेट", "আপডেট", "اپ ڈیٹ", "اپڈیٹ"),
    *("تحديث", "به‌روزرسانی", "بروزرسانی", "به‌روز رسانی", "עודכן", "עדכון אחרון"),
    *("განახლ", "թարմացվել"),
)
# Those that stand after the date: 9月13日9時更新.
UPDATED_AFTER = ("更新", "修正", "수정")
# Words of a line whose date is of something else: a right, a licence, a deadline, a life, or the
# reader's own clock.
OTHER = (
    *("©", "(c)", "copyright", "all rights", "版权", "版權"),
    *("许可证", "許可證", "备案", "備案", "有效期", "valid until", "expires"),
    *("成立", "founded", "生日", "born", "截至", "截止", "报名时间", "deadline"),
    *("今天是", "当前时间", "现在是", "today is", "current time"),
    *("抓取", "crawled", "archived", "accessed", "retrieved", "abgerufen", "consulté"),
)
