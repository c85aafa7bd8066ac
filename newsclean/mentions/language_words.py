"""The commonest short words of languages that share a script: articles, prepositions, conjunctions, forms of to be."""

from __future__ import annotations

LATIN = {
    "af": "die van en het is in nie wat dat aan vir met op sy ook om hulle deur was te",
    "az": "və bu bir ilə üçün da də ki olan olub edib daha sonra görə isə ən ildə qeyd həmin bildirib",
    "ca": "els les del que una per amb com més però va en la dels aquest també ha i és al",
    "cs": "se je na že to s v a by jako podle po za ale které který ve do jsou si byl",
    "da": "og det at til på med ikke af har som der er den for blev også efter fra hvor et",
    "de": "der die und das den von ist nicht mit dem sich auch ein eine im zu auf für wird des",
    "en": "the of and to in is that for with was on are this from by it as be has at",
    "es": "el los las del que una por con para como más pero fue en la y se su al es",
    "et": "ja on ei et see kui ka oli aga mis oma ning selle või kes pärast tema ta nii siis",
    "eu": "eta da ez dira bat du dute hau izan zen baina ere bere egin dela dituzte den oso nahi zuen",
    "fi": "ja on ei että se hän oli mutta myös kun ovat joka kuin sen mukaan ole jo vuonna hänen ollut",
    "fr": "le la les des et est dans pour que qui une sur pas du il au par en plus ce",
    "ga": "agus an na ar is go le ag sé tá do bhí ina leis sa chun nach seo siad mar",
    "hr": "je i u na da se za su od s koji što kako bi ne iz nije te će biti",
    "hu": "a az hogy és nem is egy meg van volt már csak azt ez de még mint ha el szerint",
    "id": "yang dan di dengan untuk dari ini pada tidak itu dalam akan adalah juga kepada karena oleh telah bisa mereka",
    "is": "og að í er sem á var við til um með ekki en það fyrir af hann hefur þess hafa",
    "it": "che il di non per una sono con del della più gli anche nel è la le ha dei si",
    "lt": "ir kad yra su į tai iš kaip buvo ne apie bet po jo šis dar kurie savo už taip",
    "lv": "un ir no par ar ka kas bet uz lai arī tika vai gan pēc kā bija šis tas līdz",
    "ms": "yang dan di untuk dengan pada ini itu dalam telah oleh akan kepada daripada beliau turut serta bagi tersebut berkata",
    "nl": "het een van dat niet voor zijn met op aan ook wordt bij de en te is in die er",
    "no": "og det som til på med ikke av har er for å vi den etter ble også fra sier et",
    "pl": "się nie jest na do to że w z o jak po przez dla i od za tym są oraz",
    "pt": "que não uma com para os mais como foi dos ao pela em são o da do na por um",
    "ro": "și în de la cu nu pe este din care pentru mai să ce au fost a că o un",
    "sk": "sa je na že to s v a by ako podľa po za ale ktoré ktorý do sú aj bol",
    "sl": "je in na da se za so v ki pa z ne tudi bi po kot od še ni bo",
    "sq": "të e në dhe për me një që nga është i më si ka nuk u së por do janë",
    "sv": "och att det som för är på med inte av till den har ett om en var vid också efter",
    "sw": "na ya wa kwa ni katika la za kuwa hiyo alisema kama cha huyo yake hii baada watu hilo ambao",
    "tl": "ang ng sa na mga at ay ni si para ito hindi niya kay kung din ang nang may pa",
    "tr": "ve bir bu için ile da de çok olarak daha olan gibi sonra kadar ise her en ne dedi ancak",
    "vi": "của và là các trong cho với được không một có người những đã này khi từ đến về ở bị do ra vào năm sau trên nhiều tại sự",
}
CYRILLIC = {
    "be": "і ў не што на да з як гэта па за для яго але ад быў ён таксама якія гэтага",
    "bg": "на да се от за че не по са това като който ще има и в си са бе след",
    "kk": "және бұл мен үшін деп бар да де еді осы болып бір қазақстан туралы сол оның ол болды жылы кейін",
    "mk": "на во да се од за дека не со ќе што ги беше и го тоа по кои како сите",
    "ru": "и в не на что с по как это для за от он был его из но к также о",
    "sr": "је у да на се за и су од са који што не као из који није те ће бити",
    "uk": "і в не на що з у до за та як для це про від він його але також після",
}
ARABIC = {
    "ar": "في من على أن إلى عن التي ما هذا مع كان الذي لا أو بعد قد كما هذه بين وقال",
    "fa": "و در به از که این را با است برای آن یک خود تا بر هم شده می های ما",
    "ur": "کے میں کی اور ہے سے کو کا نے پر کہ اس ہیں یہ نہیں بھی تھا کر گیا ایک",
}
DEVANAGARI = {
    "hi": "के में की है और से को का ने पर कि इस हैं यह नहीं भी था कर गया एक",
    "mr": "आहे आणि या ते हे मध्ये तर आहेत त्या नाही होते असे की झाला केली व त्यांनी मात्र येथे केले",
    "ne": "छ र को मा ले छन् पनि यो भने गरेको भएको हो लागि तथा गर्न थियो छैन उनले बताए नेपाल",
}
