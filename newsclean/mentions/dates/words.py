"""Words around dates: halves of the day, "published" and "updated".

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
    *("в", "о", "у", "г.", "г", "года", "год", "р.", "στις"),
    *("वाजता", "रोजी", "को", "அன்று", "ന്", "న"),
    *("lúc", "jam", "pukul", "pada", "เวลา", "الساعة", "في", "ساعت", "בשעה"),
    *("року", "ч.", "ora", "o", "ob", "d.", "v", "kell", "plkst.", "сағат", "saat", "цаг"),
)
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
    *("გამოქვეყნ", "հրապարակվել", "publicat", "publikálva", "megjelent", "vydáno", "zveřejněno"),
    *("publikované", "objavljeno", "objavleno", "објављено", "публикувано", "опубліковано"),
    *("publisert", "publicerad", "offentliggjort", "udgivet", "julkaistu", "birt", "avaldatud"),
    *("paskelbta", "publicēts", "δημοσίευση", "δημοσιεύτηκε", "data utworzenia", "dodano"),
    *("argitaratua", "жарияланған", "нийтэлсэн"),
)
# Words before a date that say it is the day of a later change.
UPDATED = (
    *("updated", "update:", "last modified", "modified", "edited", "last reviewed"),
    *("最后更新", "最後更新", "最終更新", "更新日", "更新時間", "更新时间", "更新：", "更新"),
    *("最后编辑", "编辑于", "編輯於", "수정", "업데이트"),
    *("mis à jour", "mise à jour", "modifié", "aktualisiert", "geändert"),
    *("actualizado", "actualización", "atualizado", "aggiornato", "bijgewerkt"),
    *("modifica", "modificado", "modificato", "gewijzigd", "zmodyfikowano", "zaktualizowano"),
    *("обновлено", "aktualizacja", "güncelleme", "son güncelleme", "yenilənib"),
    *("oppdatert", "opdateret", "uppdaterad", "päivitetty", "imesasishwa"),
    *("diperbarui", "dikemas kini", "cập nhật"),
    *("อัปเดต", "อัพเดต", "อัพเดท", "แก้ไขล่าสุด", "ปรับปรุง", "अपडेट", "আপডেট", "اپ ڈیٹ", "اپڈیٹ"),
    *("تحديث", "به‌روزرسانی", "بروزرسانی", "به‌روز رسانی", "עודכן", "עדכון אחרון"),
    *("განახლ", "թարմացվել", "actualitzat", "actualizat", "frissítve", "frissült"),
    *("aktualizováno", "aktualizované", "aktualizacji", "ažurirano", "posodobljeno", "ажурирано"),
    *("обновена", "обновен", "оновлено", "абноўлена", "sist endret", "senast ändrad", "ændret"),
    *("uppfært", "muokattu", "uuendatud", "muudetud", "atnaujinta", "atjaunots", "ενημέρωση"),
    *("ενημερώθηκε", "eguneratua", "eguneratuta", "жаңартылған", "шинэчилсэн"),
    *("last update", "revised", "stand", "aktualisierung", "änderung", "bearbeitet", "mis-à-jour"),
    *("aggiornamento", "atualização", "actualització", "actualizare", "eguneraketa", "redigeret"),
    *("aktualizace", "aktualizácia", "frissítés", "zadnja izmjena", "zadnja sprememba"),
    *("обновление", "обновяване", "изменено", "оновлення", "ویرایش", "تعديل", "修改"),
)
# Those that stand after the date, but not before another: 9月13日9時更新, not 更新時間.
UPDATED_AFTER = r"\s?(?:に更新|更新|修改|修正|에 수정|수정)(?!\s?[\d时時日于於:：|｜/／])"
# Words of the notice on rights. The date before them may be the article's.
RIGHTS = ("©", "(c)", "copyright")
# Words of a line whose date is of something else: a licence, a deadline, a life, or the reader's
# own clock.
OTHER = (
    *("all rights", "版权", "版權"),
    *("许可证", "許可證", "备案", "備案", "有效期", "valid until", "expires"),
    *("最后回复", "最后发表", "最新回复", "回复时间", "回复日期", "回复于", "回覆於"),
    *("成立", "founded", "生日", "born", "截至", "截止", "报名时间", "deadline"),
    *("registriert:", "registered:", "joined:", "member since", "mitglied seit", "注册时间"),
    *("今天是", "当前时间", "现在是", "today is", "current time"),
    *("抓取", "crawled", "archived", "accessed", "retrieved", "abgerufen", "consulté"),
)
