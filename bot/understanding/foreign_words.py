"""Small words that give a language away, for texts too short for statistics: "was ist ein pmo".

They are written without accents, as people type them. Left out are words that are more often
English ("die", "come", "no"), parts of place names ("la", "san", "de") and names of jobs, which English
sentences quote.
"""

from __future__ import annotations

_WORDS = {
    "de": """
        wie wer wo wann warum wieso wozu ich mir mich mein meine meinem meiner du dein sie wir ihr euch ist
        sind seid ein eine einen einem einer kein keine das dem und oder aber nicht mit ohne fur von zu zum
        zur auf aus bei nach uber kann kannst konnen muss mussen mochte werde werden wird wurde habe haben
        brauche braucht brauchen macht machen gibt viel welche welches welcher welchen lohnt kostet verdient
        sich auch noch mehr sehr gut danke bitte hallo guten steht heisst heute geht zwischen unterschied
        wofur dauert lange arbeite arbeiten soll sollte was man bedeutet helfen bekomme anfangen
    """,
    "fr": """
        je il elle nous vous et une les des au aux ce cette qu que quel quelle quels quelles quoi qui
        combien pourquoi ou avec sans dans mon mes votre suis sont etre avoir fait faut peux peut veux
        voudrais devenir coute vaut merci beaucoup bonjour pas ne choisir parles metier travailler travaille
        cherche signifie veut dire aider commencer
    """,
    "es": """
        que como cual cuales cuanto cuanta cuando donde quien por para sin una unos soy eres esta estoy
        tengo tiene ser hacer hace quiero quisiera puedo puede necesito necesita vale cuesta gana ganar
        gracias muchas hola cambiar trabajo trabajar sueldo entre mas muy pero hablas ayuda conviene es lo
        mi significa ayudar empezar
    """,
    "pt": """
        que como qual quais quanto quando onde quem por para com sem um uma sou estou tenho tem ser fazer
        faz quero queria posso pode preciso precisa vale custa ganha ganhar obrigado obrigada ola oi tudo
        bem mudar trabalho trabalhar entre mais muito mas fala voce ajuda nao sim melhor virar tornar eu meu
        minha ao significa ajudar comecar comeco
    """,
    "it": """
        che cosa quale quali quanto quando dove chi perche con senza il gli una uno sono sei hai essere fare
        fa voglio vorrei posso puo devo bisogno vale costa guadagna grazie mille ciao cambiare lavoro
        lavorare piu molto ma parli aiuto meglio diventare mi della buongiorno scegliere significa aiutare
        iniziare
    """,
    "nl": """
        wat hoe wie waar wanneer waarom welke ik mij mijn jij je jouw wij een het maar niet zonder voor naar
        bij kan kun moet moeten worden wordt heb heeft hebben nodig doet doen kost hoeveel verdient beste
        goed bedankt hallo alstublieft zijn tussen verschil geen spreek waard ook meer als werk betekent
        helpen beginnen
    """,
    "pl": """
        co jak kto gdzie kiedy dlaczego czy jaki jaka jakie ile ja mnie mi moj moja jestem jest sa nie bez
        dla od za sie zostac chce chcialbym moge musze mam masz kosztuje zarabia potrzebuje robi robic warto
        dziekuje prosze czesc miedzy rozni ale lub albo oraz pracy prace praca zmienic wybrac mowisz znaczy
        oznacza pomoc zaczac
    """,
    "tr": """
        ne nedir nasil neden kim nerede hangi kac kadar bir veya ile icin mi mu ben benim bana sen biz olmak
        olunur olurum olabilir olmali istiyorum gerekli gerekiyor lazim var yok degil cok daha iyi merhaba
        selam tesekkurler tesekkur lutfen arasindaki fark yapar eder degerli biliyor musun miyim ama demek
        yardim baslamaliyim nereden
    """,
    "id": """
        apa itu apakah bagaimana berapa siapa mana dimana kapan kenapa saya aku anda kamu yang atau tidak
        bukan dengan tanpa untuk dari pada adalah ingin mau bisa harus perlu punya jadi menjadi gaji biaya
        terima kasih halo tolong antara beda bedanya perbedaan lebih juga sudah belum kerja pekerjaan bantu
        cara artinya mulai
    """,
    "sv": """
        vad hur vem var nar varfor vilken vilket vilka jag mig min mitt du ni ett och eller inte med utan
        fran pa kan maste ska vill bli blir har behover kostar tjanar tack hej snalla mellan skillnaden mer
        mycket bra ocksa som det att ingen valja vart gor nagon en pratar jobb betyder hjalpa borja
    """,
    "ro": """
        ce cum cine unde cand cata cate eu mie imi meu sunt este esti un si sau dar nu fara pentru din cu
        devin deveni vreau trebuie pot poate fac nevoie costa castiga merita multumesc salut buna intre
        diferenta mai mult foarte sa vorbesti aleg schimb inseamna ajuta incep
    """,
    "da": """
        hvad hvordan hvem hvor hvornar hvorfor hvilken hvilket jeg mig min du er et en og eller ikke med
        uden til fra kan skal vil blive bliver har koster tjener tak hej mellem mere meget ogsa som det
        ingen betyder hjaelpe
    """,
    "nb": """
        hva hvordan hvem hvor nar hvorfor hvilken hvilket jeg meg min du er et en og eller ikke med uten til
        fra kan skal vil bli blir har koster tjener takk hei mellom mer mye ogsa som det ingen betyr hjelpe
    """,
    "cs": """
        co jak kdo kde kdy proc jaky jaka jake kolik ja mi muj moje jsem je jsou stat chci chtel mohu muzu
        musim mam stoji potrebuji vydelava dela diky dekuji prosim ahoj dobry mezi rozdil ale nebo bez od za
        prace praci jestli znamena pomoci zacit
    """,
    "hi": """
        kya hai hain kaise kab kahan kyun kyu kaun kaunsa kaunsi kitna kitni kitne mujhe mera meri mere mai
        hoon hu ho aap tum ka ki ke ko aur nahi nahin karna karne karu kare karein chahiye lena hota hoti
        bane banna bolte sakta sakti sakte batao bhai acha accha zaroori wala raha rahi matlab madad shuru
    """,
    "tl": """
        ang ng ba mga ako ko akong ito paano magkano ano saan gusto maging kailangan pwede salamat wala
        naman kung ibig sabihin tulong
    """,
    "vi": """
        gi lam nao bao nhieu toi muon khong va hoac thanh cua cho xin chao luong nguoi quan ly nghia giup
    """,
    "ru": """
        как что такое сколько ли какои какая где хочу привет спасибо нужен нужно чем это работу для значит
        начать помогите
    """,
    "uk": """
        як що таке скільки чи якии яка де хочу привіт дякую потрібен потрібно чим це роботу для маю за
        допомогу означае почати
    """,
    "ar": "ما هو هي كيف كم هل اريد مرحبا شكرا اي من في الى عندي الفرق بين",
    "fa": "چگونه چیست چقدر است ایا می سلام ممنون برای",
}
_ENGLISH = """
    a an the are were been being does did would should shall may might must i he she it its they you
    your his their our this that these those what which whose when where why how who and but if because
    until while with about against into through before after above below from down out off again further
    then here there both few other such nor only own than too very just now im ive id dont doesnt cant
    isnt wont arent didnt u ur r pls plz thx yes hey thanks thank want wanna need get got getting go
    going take working become becoming know tell give think like good better worth much many long hard
    easy easier pay earn salary jobs without years year months first last next one ones two whats any
    some not can cost has have more city degree learn career skills is at as my
"""
_LOANS = """
    project projects manager managers management scrum master agile product owner job online remote it
    pm pmo pmp capm csm psm po coo cv linkedin team lead coach office senior junior program portfolio
    analyst coordinator certificate certification exam experience
"""

# By language: words that show it.
FOREIGN_WORDS = {language: frozenset(words.split()) for language, words in _WORDS.items()}
# Words that show English.
ENGLISH_WORDS = frozenset(_ENGLISH.split())
# Words of the trade that every language has borrowed: they show nothing.
LOAN_WORDS = frozenset(_LOANS.split())
