"""Names of months, halves of the day, eras, zones, and the words around a date: data of the date readers. A new word is one word here."""

from __future__ import annotations

# One line a language; the places are the months. Words that mean the same month share a place, with bars between.
MONTH_TABLE = """
en january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sept|sep october|oct november|nov december|dec
de januar|jänner|jän februar|feber märz|mär|mrz april mai juni juli august september oktober|okt november dezember|dez
fr janvier|janv février|févr|fevrier mars avril|avr mai juin juillet|juil août|aout septembre octobre novembre décembre|déc|decembre
es enero|ene febrero marzo abril|abr mayo junio julio agosto|ago septiembre|setiembre|set octubre noviembre diciembre|dic
pt janeiro fevereiro|fev março|marco abril maio|mai junho julho agosto setembro outubro|out novembro dezembro|dez
it gennaio|gen febbraio marzo aprile maggio|mag giugno|giu luglio|lug agosto settembre ottobre|ott novembre dicembre
nl januari februari maart|mrt april mei juni juli augustus september oktober november december
sv januari februari mars april maj juni juli augusti september oktober november december
da januar februar marts april maj juni juli august september oktober november december|des
fi tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta
pl stycznia|sty lutego|lut marca kwietnia|kwi maja czerwca|cze lipca|lip sierpnia|sie września|wrz października|paź listopada|lis grudnia|gru
cs ledna února března dubna května června července srpna září října listopadu prosince
hu január február március április május június július augusztus szeptember október november december
ro ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie
tr ocak|oca şubat|şub mart nisan|nis mayıs haziran|haz temmuz|tem ağustos|ağu eylül|eyl ekim|eki kasım|kas aralık|ara
ru января|янв февраля|февр|фев марта|мар апреля|апр мая|май июня|июн июля|июл августа|авг сентября|сент|сен октября|окт ноября|нояб|ноя декабря|дек
uk січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня
el ιανουαρίου|ιαν φεβρουαρίου|φεβ μαρτίου|μαρ απριλίου|απρ μαΐου|μαΐ ιουνίου|ιουν ιουλίου|ιουλ αυγούστου|αυγ σεπτεμβρίου|σεπ οκτωβρίου|οκτ νοεμβρίου|νοε δεκεμβρίου|δεκ
ar يناير فبراير مارس أبريل|ابريل مايو يونيو|يونيه يوليو|يوليه أغسطس|اغسطس سبتمبر أكتوبر|اكتوبر نوفمبر ديسمبر
id januari februari maret april mei juni juli agustus september oktober november desember
hi जनवरी फरवरी|फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर|सितम्बर अक्टूबर|अक्तूबर नवंबर|नवम्बर दिसंबर|दिसम्बर
"""
MONTHS = {
    word: place for line in MONTH_TABLE.strip().splitlines() for place, words in enumerate(line.split()[1:], 1) for word in words.split("|")
}

# Words for before noon (a) and after it (p).
HALVES = {
    **dict.fromkeys(("上午", "早上", "凌晨", "清晨", "午前", "오전"), "a"),
    **dict.fromkeys(("下午", "晚上", "晚间", "中午", "傍晚", "午後", "오후"), "p"),
}
# The year before the first of each era.
ERAS = {"民國": 1911, "民国": 1911, "令和": 2018, "平成": 1988, "昭和": 1925}

# Minutes east of Greenwich. Names that several zones share (IST, CST, AST) are left out: a wrong zone is worse than none.
ZONES = {
    "GMT": 0, "UTC": 0, "WET": 0, "BST": 60, "CET": 60, "MEZ": 60, "CEST": 120, "MESZ": 120, "EET": 120, "EEST": 180, "MSK": 180, "SAST": 120,
    "EST": -300, "EDT": -240, "CDT": -300, "MST": -420, "MDT": -360, "PST": -480, "PDT": -420, "ET": -300, "PT": -480,
    "JST": 540, "KST": 540, "HKT": 480, "SGT": 480, "AEST": 600, "AEDT": 660, "ACST": 570, "AWST": 480, "NZST": 720, "NZDT": 780,
    "WIB": 420, "WITA": 480, "WIT": 540, "BRT": -180,
}  # fmt: skip

# Words before a date that say it is of the article's printing, and those that say it is of a later change.
PUBLISHED = (
    "发布时间", "发布日期", "发表时间", "發布時間", "发稿时间", "时间", "時間", "日期", "刊登", "发布于", "发表于", "公開", "掲載", "配信", "投稿", "입력", "등록", "승인", "작성",
    "published", "posted", "first published", "publié", "veröffentlicht", "erstellt", "publicado", "pubblicato", "gepubliceerd", "опубликовано",
    "opublikowano", "data publikacji", "yayınlanma", "giriş", "نشر",
)  # fmt: skip
UPDATED = (
    "最后更新", "最終更新", "更新日", "更新：", "수정", "업데이트", "updated", "last modified", "modified", "edited", "mis à jour", "modifié", "aktualisiert", "stand:",
    "actualizado", "atualizado", "aggiornato", "bijgewerkt", "обновлено", "aktualizacja", "güncelleme", "son güncelleme", "oppdatert", "opdateret", "uppdaterad",
    "päivitetty", "تحديث",
)  # fmt: skip
