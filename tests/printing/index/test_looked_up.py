"""How names are turned round and put in order."""

from studyguide.printing.index.articles import is_turned_title, looked_up, without_article
from studyguide.printing.index.collation import initial_of, order_of
from studyguide.printing.index.dates import day_without_year, is_of_a_year
from studyguide.printing.index.looked_up import may_be_person, surname_first
from tests.table import rows

TURNED = {
    "saint": ("en", "Edwin St Aubyn", "St Aubyn, Edwin"),
    "saint-with-a-point": ("en", "Jill St. John", "St. John, Jill"),
    "saint-in-the-midst": ("en", "Edna St. Vincent Millay", "Millay, Edna St. Vincent"),
    "saint-alone": ("en", "Eva Marie Saint", "Saint, Eva Marie"),
    "saint-in-French": ("fr", "Yves Saint Laurent", "Saint Laurent, Yves"),
    "saint-in-Italian": ("it", "Carlo San Giorgio", "San Giorgio, Carlo"),
    "saint-in-Portuguese": ("pt", "Ana São Vicente", "São Vicente, Ana"),
    "saint-behind-de": ("es", "Andrés de Santa Cruz", "Santa Cruz, Andrés de"),
    "saint-behind-a-rank": ("en", "Colonel Edwin St Aubyn", "St Aubyn, Colonel Edwin"),
    "surname-of-a-body": ("en", "Emil Post", "Post, Emil"),
    "surname-of-a-body-and-initial": ("en", "J. Emil Post", "Post, J. Emil"),
    "party-of-no-given-name": ("en", "Labour Party", "Labour Party"),
    "aus-dem": ("de", "Heinrich aus dem Winkel", "Winkel, Heinrich aus dem"),
    "joined-by-e": ("pt", "João de Sá e Menezes", "Sá e Menezes, João de"),
    "joined-by-i": ("ca", "Antoni Orm i Vall", "Orm i Vall, Antoni"),
    "joined-by-e-in-Spanish": ("es", "Ana Vega e Ibarra", "Vega e Ibarra, Ana"),
    "two-joined-by-e": ("pt", "Ana e Rosa", "Ana e Rosa"),
    "surname-of-a-body-and-particles": ("nl", "Jan van der Post", "Post, Jan van der"),
    "bank-with-particles": ("es", "Banco de la Orma", "Banco de la Orma"),
    "king-of-a-land": ("de", "Ludwig II. von Orme", "Ludwig II. von Orme"),
    "king-of-a-land-in-French": ("fr", "Louis XIV de Orme", "Louis XIV de Orme"),
    "initial-like-a-number": ("en", "Tom V. Orme", "Orme, Tom V."),
    "sea": ("fr", "Mer de Chine", "Mer de Chine"),
    "letter": ("en", "Bed C", "Bed C"),
    "letter-for-a-surname": ("en", "Malcolm X", "Malcolm X"),
    "number": ("en", "Pier 6", "Pier 6"),
    "de-la-in-Spanish": ("es", "Juan de la Cierva", "Cierva, Juan de la"),
    "made-Latin": ("fr", "Augustin Pyramus de Candolle", "Candolle, Augustin Pyramus de"),
    "no-Latin": ("fr", "Paul Camus de Brie", "Camus de Brie, Paul"),
    "German-king": ("de", "Otto III", "Otto III."),
    "German-emperor": ("de", "Kaiser Otto III", "Otto III., Kaiser"),
    "German-king-with-byname": ("de", "Otto III der Rote", "Otto III. der Rote"),
    "German-king-with-point": ("de", "Otto III.", "Otto III."),
    "king-elsewhere": ("nl", "Willem III", "Willem III"),
    "plain": ("en", "Ada Kestrel", "Kestrel, Ada"),
    "three": ("en", "Johann Wolfgang Goethe", "Goethe, Johann Wolfgang"),
    "von": ("de", "Johann Wolfgang von Goethe", "Goethe, Johann Wolfgang von"),
    "van-der": ("nl", "Rogier van der Weyden", "Weyden, Rogier van der"),
    "capital-particle-stays": ("en", "Martin Van Buren", "Van Buren, Martin"),
    "french-de": ("fr", "Honoré de Balzac", "Balzac, Honoré de"),
    "french-la": ("fr", "Jean de La Fontaine", "La Fontaine, Jean de"),
    "french-du": ("fr", "Joachim du Bellay", "du Bellay, Joachim"),
    "italian": ("it", "Lorenzo de Rossi", "de Rossi, Lorenzo"),
    "two-surnames": ("es", "Gabriel García Márquez", "García Márquez, Gabriel"),
    "initials": ("en", "V. I. Lenin", "Lenin, V. I."),
    "single": ("en", "Trotsky", "Trotsky"),
    "nobody": ("en", "", ""),
    "nothing-before-a-comma": ("en", ", Lord Kestrel", ", Lord Kestrel"),
    "body": ("en", "Left Opposition", "Left Opposition"),
    "body-of": ("en", "Committee of the Four", "Committee of the Four"),
    "Partei": ("de", "Sozialdemokratische Partei", "Sozialdemokratische Partei"),
    "Greek": ("el", "Ελευθέριος Βενιζέλος", "Βενιζέλος, Ελευθέριος"),
    "Greek-party": ("el", "Κομμουνιστικό Κόμμα", "Κομμουνιστικό Κόμμα"),
    "Hebrew": ("he", "חיים ויצמן", "ויצמן, חיים"),
    "Hebrew-party": ("he", "מפלגת העבודה", "מפלגת העבודה"),
    "van-t": ("nl", "Jan van 't Hoff", "Hoff, Jan van 't"),
    "king": ("en", "Philip II", "Philip II"),
    "king-of-many": ("en", "Louis XIV", "Louis XIV"),
    "letters-of-a-numeral": ("en", "Tom Livi", "Livi, Tom"),
    "junior": ("en", "Tom Kestrel Jr.", "Kestrel, Tom, Jr."),
    "junior-behind-a-comma": ("en", "Tom Kestrel, Jr.", "Kestrel, Tom, Jr."),
    "junior-of-two-given": ("en", "Tom Ada Kestrel Sr.", "Kestrel, Tom Ada, Sr."),
    "fils": ("fr", "Alexandre Dumas fils", "Dumas, Alexandre, fils"),
    "surname-fils": ("fr", "Dumas fils", "Dumas fils"),
    "the-Elder": ("en", "Pieter Bruegel the Elder", "Bruegel, Pieter, the Elder"),
    "surname-the-Elder": ("en", "Pliny the Elder", "Pliny the Elder"),
    "de-Oude": ("nl", "Pieter Bruegel de Oude", "Bruegel, Pieter, de Oude"),
    "der-Jüngere": ("de", "Hans Holbein der Jüngere", "Holbein, Hans, der Jüngere"),
    "d.-J.": ("de", "Hans Holbein d. J.", "Holbein, Hans, d. J."),
    "numeral-of-a-family": ("en", "Friedrich Wilhelm I", "Friedrich Wilhelm I"),
    "pope": ("en", "Pope Leo X", "Leo X, Pope"),
    "king-and-title": ("de", "Kaiser Wilhelm II.", "Wilhelm II., Kaiser"),
    "roi": ("fr", "Roi Louis XIV", "Louis XIV, Roi"),
    "tsar": ("ru", "Царь Иван IV", "Иван IV, Царь"),
    "queen": ("en", "Queen Elsbeth", "Elsbeth, Queen"),
    "saint-of": ("en", "St. Francis of Assisi", "Francis of Assisi, St."),
    "pope-the-Great": ("en", "Pope Leo the Great", "Leo the Great, Pope"),
    "titles": ("en", "Colonel Sir Robert Baden-Prowse", "Baden-Prowse, Colonel Sir Robert"),
    "title-and-Chinese": ("en", "Chairman Mao Zedong", "Mao Zedong, Chairman"),
    "title-of": ("en", "Duke of Wellington", "Wellington, Duke of"),
    "office-of": ("en", "President of the Council", "President of the Council"),
    "byname": ("de", "Ernst August der Ältere", "Ernst August der Ältere"),
    "byname-of-a-king": ("de", "Karl der Große", "Karl der Große"),
    "byname-elsewhere": ("en", "Karl der Große", "Karl der Große"),
    "byname-French": ("fr", "Charles le Chauve", "Charles le Chauve"),
    "byname-Spanish": ("es", "Juana la Loca", "Juana la Loca"),
    "von-der": ("de", "Walther von der Vogelweide", "Vogelweide, Walther von der"),
    "de-las": ("es", "Bartolomé de las Casas", "Casas, Bartolomé de las"),
    "Dutch-de": ("nl", "Frans de Boer", "Boer, Frans de"),
    "ibn": ("en", "Ibn Battuta", "Ibn Battuta"),
    "ibn-behind": ("en", "Ali ibn Talib", "Ali ibn Talib"),
    "ibn-of-three": ("en", "Abu Ali ibn Sina", "Abu Ali ibn Sina"),
    "ibn-and-al": ("en", "Musa ibn Omar al-Hakim", "Hakim, Musa ibn Omar al-"),
    "ibn-in-Arabic": ("ar", "أحمد بن رستم", "أحمد بن رستم"),
    "ibn-first-in-Arabic": ("ar", "ابن الهيثم", "ابن الهيثم"),
    "al-in-Arabic": ("ar", "عمر الحكيم", "الحكيم, عمر"),
    "ben-behind": ("en", "Moses ben Maimon", "Moses ben Maimon"),
    "Ben": ("en", "David Ben Gurion", "Ben Gurion, David"),
    "al": ("en", "Omar al-Hakim", "Hakim, Omar al-"),
    "al-German": ("de", "Omar al-Hakim", "Hakim, Omar al-"),
    "al-before-a-sun-letter": ("en", "Harun as-Salih", "Salih, Harun as-"),
    "el": ("fr", "Anwar el-Tahir", "Tahir, Anwar el-"),
    "al-with-a-capital": ("en", "Omar Al-Hakim", "Al-Hakim, Omar"),
    "al-of-a-hyphened-name": ("en", "Ada al-lot", "Ada al-lot"),
    "abd-al": ("en", "Abd al-Malik", "Abd al-Malik"),
    "abd-al-behind": ("en", "Omar Abd al-Malik", "Abd al-Malik, Omar"),
    "abu-and-al": ("en", "Abu Bakr al-Hakim", "Hakim, Abu Bakr al-"),
    "Abu-behind": ("en", "Omar Abu Karim", "Abu Karim, Omar"),
    "pasha": ("en", "Mustafa Kemal Pasha", "Mustafa Kemal Pasha"),
    "d’": ("fr", "Jean d’Arvieux", "Arvieux, Jean d’"),
    "d’-elsewhere": ("en", "Jean d’Arvieux", "Arvieux, Jean d’"),
    "d’-Italian": ("it", "Gino d’Arpino", "d’Arpino, Gino"),
    "D’": ("it", "Gabriele D’Annunzio", "D’Annunzio, Gabriele"),
    "O’": ("en", "Sean O’Brien", "O’Brien, Sean"),
    "à": ("en", "Thomas à Beckham", "Beckham, Thomas à"),
    "known-by-the-given-name": ("en", "Leonardo da Vinci", "Leonardo da Vinci"),
    "Jeanne-d’Arc": ("fr", "Jeanne d’Arc", "Jeanne d’Arc"),
    "da": ("en", "Vasco da Gama", "Gama, Vasco da"),
    "two-surnames-elsewhere": ("en", "Gabriel García Márquez", "García Márquez, Gabriel"),
    "second-given-elsewhere": ("en", "Juan Luis Márquez", "Márquez, Juan Luis"),
    "particle-before-two": ("en", "Miguel de Cervantes Saavedra", "Cervantes Saavedra, Miguel de"),
    "particle-in-given": ("en", "María del Carmen Luque", "Luque, María del Carmen"),
    "de-d’": ("fr", "Jean de Lisle d’Arvieux", "Lisle d’Arvieux, Jean de"),
    "patronymic": ("ru", "Лев Николаевич Бернштейн", "Бернштейн, Лев Николаевич"),
    "de’": ("en", "Lorenzo de’ Medici", "Medici, Lorenzo de’"),
    "told-already": ("en", "Kestrel, Ada", "Kestrel, Ada"),
    "family-first": ("hu", "Nagy Imre", "Nagy Imre"),
    "article": ("en", "the Venerable Bede", "Venerable Bede, the"),
    "article-of-a-title": ("fr", "le pape Grégoire VIII", "Grégoire VIII, pape"),
    "article-of-a-queen": ("fr", "la reine Margot", "Margot, reine"),
    "empress-of-two-names": ("de", "Kaiserin Maria Anna", "Maria Anna, Kaiserin"),
    "professor-Russian": ("ru", "академик Иван Павлов", "Павлов, Иван"),
    "pope-Polish": ("pl", "papież Grzegorz VIII", "Grzegorz VIII, papież"),
    "offices": ("de", "Geheimrat Dr. Otto Freiherr von Orm", "Orm, Otto Freiherr von"),
    "office-of-a-town": ("de", "Oberbürgermeister Otto Orm", "Orm, Otto"),
    "surname-like-an-office": ("de", "Willi Baumeister", "Baumeister, Willi"),
    "monsieur": ("fr", "M. Jean Orme", "Orme, Jean"),
    "monsieur-with-a-surname": ("fr", "M. Orme", "Orme"),
    "initial-of-English": ("en", "M. Orme", "Orme, M."),
    "don-shortened": ("es", "D. José Orme", "Orme, José"),
    "doña-shortened": ("es", "Dña. Ana Orme", "Orme, Ana"),
    "street-with-particle": ("en", "Pieter de Hooch Street", "Pieter de Hooch Street"),
    "bridge-with-particle": ("de", "Karl von Orm Brücke", "Karl von Orm Brücke"),
    "school-behind-hyphen": ("de", "Anna von Orm-Schule", "Anna von Orm-Schule"),
    "surname-like-a-kind": ("fr", "Charles de Mills", "Mills, Charles de"),
    "article-German": ("de", "der Alte Fritz", "Alte Fritz, der"),
    "article-of-a-surname": ("fr", "La Fontaine", "La Fontaine"),
    "address": ("en", "Mr Dorian Kestrel", "Kestrel, Dorian"),
    "address-and-particle": ("de", "Frau Dr. Ada von Brand", "Brand, Ada von"),
    "knight": ("en", "Sir Josceline Kestrel", "Kestrel, Sir Josceline"),
    "address-and-surname": ("en", "Mr Kestrel", "Kestrel, Mr"),
    "von-und-zu": ("de", "Karl von und zu Brand", "Brand, Karl von und zu"),
    "von-und-zu-elsewhere": ("en", "Ada Maria von und zum Stein", "Stein, Ada Maria von und zum"),
    "and": ("de", "Karl und Brand", "Karl und Brand"),
    "in-’t": ("nl", "Roel in ’t Veld", "Veld, Roel in ’t"),
    "aan-de": ("nl", "Tijs aan de Stegge", "Stegge, Tijs aan de"),
    "in": ("nl", "Wonen in Delft", "Wonen in Delft"),
    "Chinese": ("en", "Mao Zedong", "Mao Zedong"),
    "Chinese-short": ("de", "Lu Xun", "Lu Xun"),
    "Chinese-turned": ("en", "Xiaoping Deng", "Deng, Xiaoping"),
    "Wade-Giles": ("en", "Chiang Kai-shek", "Chiang Kai-shek"),
    "Korean": ("en", "Kim Jong-un", "Kim Jong-un"),
    "Vietnamese": ("en", "Ho Chi Minh", "Ho Chi Minh"),
    "surname-like-a-Chinese-one": ("en", "Lin Kestrel", "Kestrel, Lin"),
    "given-name-in-syllables": ("en", "Susan Wang", "Wang, Susan"),
    "hyphen": ("en", "Edward Bulwer-Lytton", "Bulwer-Lytton, Edward"),
    "surname-y-surname": ("es", "José Ortega y Gasset", "Ortega y Gasset, José"),
    "surname-y-elsewhere": ("en", "Santiago Ramón y Cajal", "Ramón y Cajal, Santiago"),
    "particle-y-surname": ("es", "Pedro de la Cueva y Silva", "Cueva y Silva, Pedro de la"),
    "two-people": ("es", "Ana y Luis", "Ana y Luis"),
    "surname-de-la": ("es", "Gabriel García de la Torre", "García de la Torre, Gabriel"),
    "given-given-de": ("es", "Juan Carlos de Borbón", "Borbón, Juan Carlos de"),
    "two-given": ("es", "Juan José Arévalo", "Arévalo, Juan José"),
    "two-given-two-surnames": ("es", "Juan José Flores Sáenz", "Flores Sáenz, Juan José"),
    "patronymic-behind": ("ru", "Ёлкина Мария Петровна", "Ёлкина, Мария Петровна"),
    "patronymic-between": ("ru", "Мария Петровна Ёлкина", "Ёлкина, Мария Петровна"),
    "patronymic-last": ("ru", "Мария Ёлкина Петровна", "Ёлкина, Мария Петровна"),
    "patronymic-of-a-vowel": ("ru", "Соколов Пётр Ильич", "Соколов, Пётр Ильич"),
    "patronymic-soft": ("ru", "Щербатов Афанасий Сергеевич", "Щербатов, Афанасий Сергеевич"),
    "patronymic-and-rare-name": (
        "ru",
        "Орлова Евлампия Кузьминична",
        "Орлова, Евлампия Кузьминична",
    ),
    "patronymic-and-surname-like-a-name": ("ru", "Роман Анна Петровна", "Роман, Анна Петровна"),
    "patronymic-junior": ("ru", "Орлов Иван Львович младший", "Орлов, Иван Львович, младший"),
    "patronymic-and-surname-like-one": (
        "ru",
        "Лев Абрамович Рабинович",
        "Рабинович, Лев Абрамович",
    ),
    "patronymic-two-surnames": ("ru", "Анна Петровна Керн Орлова", "Керн Орлова, Анна Петровна"),
    "patronymic-and-particle": ("ru", "Анна Петровна фон Берг", "Берг, Анна Петровна фон"),
    "patronymic-alone": ("ru", "Иван Петрович", "Иван Петрович"),
    "patronymic-alone-of-a-woman": ("ru", "Мария Ильинична", "Мария Ильинична"),
    "patronymic-and-title": ("ru", "Князь Иван Петрович", "Иван Петрович, Князь"),
    "surname-like-a-patronymic": ("ru", "Дмитрий Шостакович", "Шостакович, Дмитрий"),
    "surname-like-one-of-a-woman": ("ru", "Светлана Петрович", "Петрович, Светлана"),
    "surname-like-one-of-a-writer": ("ru", "Алесь Адамович", "Адамович, Алесь"),
    "surname-like-one-of-two-given": ("ru", "Анна Мария Петрович", "Петрович, Анна Мария"),
    "patronymic-Ukrainian": ("uk", "Шевченко Тарас Григорович", "Шевченко, Тарас Григорович"),
    "patronymic-Ukrainian-of-a-woman": ("uk", "Косач Лариса Петрівна", "Косач, Лариса Петрівна"),
    "patronymic-Ukrainian-soft": ("uk", "Орел Сергій Андрійович", "Орел, Сергій Андрійович"),
    "patronymic-Ukrainian-between": ("uk", "Лариса Сергіївна Косач", "Косач, Лариса Сергіївна"),
    "patronymic-Belarusian": ("be", "Лойка Ганна Янаўна", "Лойка, Ганна Янаўна"),
    "patronymic-English": ("en", "Maria Petrovna Yolkina", "Yolkina, Maria Petrovna"),
    "patronymic-English-behind": ("en", "Yolkina Maria Petrovna", "Yolkina, Maria Petrovna"),
    "patronymic-English-of-a-man": (
        "en",
        "Orlov Sergey Nikolayevich",
        "Orlov, Sergey Nikolayevich",
    ),
    "patronymic-English-alone": ("en", "Maria Ilyinichna", "Maria Ilyinichna"),
    "patronymic-German": ("de", "Jolkina Maria Petrowna", "Jolkina, Maria Petrowna"),
    "patronymic-French": ("fr", "Orlov Sergej Ivanovitch", "Orlov, Sergej Ivanovitch"),
    "surname-in-ovich": ("en", "Dmitri Shostakovich", "Shostakovich, Dmitri"),
    "surname-in-evich": ("en", "Kazimir Malevich", "Malevich, Kazimir"),
    "surname-in-ovich-of-a-name": ("en", "Roman Abramovich", "Abramovich, Roman"),
    "surname-in-ovich-of-three": ("en", "John Paul Petrovich", "Petrovich, John Paul"),
    "surname-in-ović": ("en", "Milan Petrović", "Petrović, Milan"),
    "surname-in-ična": ("uk", "Ольга Північна", "Північна, Ольга"),
    "initials-behind": ("ru", "Ёлкина М. П.", "Ёлкина, М. П."),
    "initials-behind-in-one": ("ru", "Ёлкина М.П.", "Ёлкина, М.П."),
    "initials-before": ("ru", "М. П. Ёлкина", "Ёлкина, М. П."),
    "фон-дер": ("ru", "Иоганн фон дер Флит", "Флит, Иоганн фон дер"),
    "де": ("ru", "Юлия де Витте", "Витте, Юлия де"),
    "де-младший": ("ru", "Юлия де Витте младший", "Витте, Юлия де, младший"),
    "ван-дер": ("uk", "Ян ван дер Меєр", "Меєр, Ян ван дер"),
    "Ван": ("ru", "Мартин Ван Бюрен", "Ван Бюрен, Мартин"),
    "да": ("ru", "Васко да Гама", "Гама, Васко да"),
    "да-between-two": ("ru", "Иван да Марья", "Иван да Марья"),
    "де-ла": ("ru", "Шарль де ла Валлет", "Валлет, Шарль де ла"),
    "д’-Russian": ("ru", "Шарль д’Орм", "Орм, Шарль д’"),
    "known-by-the-given-name-in-Russian": ("ru", "Леонардо да Винчи", "Леонардо да Винчи"),
    "ибн": ("ru", "Ахмад ибн Рустам", "Ахмад ибн Рустам"),
    "аль": ("ru", "Омар аль-Хаким", "Хаким, Омар аль-"),
    "φον": ("el", "Γιόχαν φον Μπραντ", "Μπραντ, Γιόχαν φον"),
    "ντε": ("el", "Σιμόν ντε Ορμ", "Ορμ, Σιμόν ντε"),
    "Mac": ("en", "Duncan Mac Leod", "Mac Leod, Duncan"),
    "Mac-French": ("fr", "Pierre Mac Orne", "Mac Orne, Pierre"),
    "Mac-given": ("en", "Mac Kestrel", "Kestrel, Mac"),
    "Mc": ("en", "Fiona Jean Mc Allen", "Mc Allen, Fiona Jean"),
    "Fitz": ("en", "Edward Fitz Alan", "Fitz Alan, Edward"),
    "O’-apart": ("en", "Sean O’ Brien", "O’ Brien, Sean"),
    "Ó": ("en", "Seán Ó Faoláin", "Ó Faoláin, Seán"),
    "Ó-alone": ("en", "Ó Faoláin", "Ó Faoláin"),
    "Ní": ("en", "Máire Ní Dhuibhne", "Ní Dhuibhne, Máire"),
    "Ap": ("en", "Rhys Ap Thomas", "Ap Thomas, Rhys"),
    "ap": ("en", "Rhys ap Thomas", "Rhys ap Thomas"),
    "Filho": ("pt", "José Marques Filho", "Marques Filho, José"),
    "Filho-alone": ("pt", "José Filho", "Filho, José"),
    "maître": ("fr", "Me Clarisse Vautheret", "Vautheret, Clarisse"),
    "numeral-and-byname": ("ca", "Jaume I el Conqueridor", "Jaume I el Conqueridor"),
    "numeral-and-byname-English": ("en", "Ivan IV the Terrible", "Ivan IV the Terrible"),
    "Dr.-med.": ("de", "Dr. med. Otto Brand", "Brand, Otto"),
    "Dr.-h.-c.-mult.": ("de", "Prof. Dr. h. c. mult. Otto von Brand", "Brand, Otto von"),
    "Dr.-rer.-nat.": ("de", "Frau Dr. rer. nat. Ada Brand", "Brand, Ada"),
    "Dr.-Ing.": ("de", "Dr.-Ing. Ada Brand", "Brand, Ada"),
    "Dr.-med.-and-surname": ("de", "Dr. med. Brand", "Brand, Dr. med."),
    "Lt.-Col.": ("en", "Lt. Col. Ada Kestrel", "Kestrel, Lt. Col. Ada"),
    "Major-General": ("en", "Major-General Sir Tom Kestrel", "Kestrel, Major-General Sir Tom"),
    "Rev.-Fr.": ("en", "Rev. Fr. Tom Kestrel", "Kestrel, Rev. Fr. Tom"),
    "rank-and-degree": ("en", "Col. Prof. Dr. med. Tom Kestrel", "Kestrel, Col. Tom"),
    "Baron-von": ("en", "Baron von Brand", "Brand, Baron von"),
    "dott.ssa": ("it", "dott.ssa Ada Rossi", "Rossi, Ada"),
    "dott.-ssa": ("it", "dott. ssa Ada Rossi", "Rossi, Ada"),
    "д-р": ("ru", "д-р Иван Орлов", "Орлов, Иван"),
    "д-р-and-surname": ("ru", "д-р Орлов", "Орлов, д-р"),
    "генерал": ("ru", "генерал Иван Петрович Орлов", "Орлов, генерал Иван Петрович"),
    "prof.-zw.": ("pl", "prof. zw. dr hab. Jan Orm", "Orm, Jan"),
    "ks.-prof.": ("pl", "ks. prof. dr hab. Jan Orm", "Orm, ks. Jan"),
    "prof.-dr.-ir.": ("nl", "prof. dr. ir. Jan de Boer", "Boer, Jan de"),
    "δρ": ("el", "δρ Ελευθέριος Βενιζέλος", "Βενιζέλος, Ελευθέριος"),
    "ד״ר": ("he", "ד״ר חיים ויצמן", "ויצמן, חיים"),
    "order": ("en", "Dame Ada Kestrel DBE", "Kestrel, Dame Ada, DBE"),
    "degree-behind-a-comma": ("en", "Tom Kestrel, PhD", "Kestrel, Tom, PhD"),
    "third-of-a-family": ("en", "John D. Rockefeller III", "Rockefeller, John D., III"),
    "king-of-two-names": ("en", "Victor Emmanuel II", "Victor Emmanuel II"),
    "lord-behind-a-comma": ("en", "Alfred, Lord Tennyson", "Tennyson, Alfred, Lord"),
    "lady-told-already": ("en", "Kestrel, Lady Ada", "Kestrel, Lady Ada"),
    "duke-behind-a-comma": ("en", "Arthur Orme, Duke of Selby", "Orme, Arthur, Duke of Selby"),
    "duchess-of-a-place": ("en", "Ada, Duchess of Selby", "Selby, Ada, Duchess of"),
    "baron-of-a-number": ("en", "Tom Orme, 1st Baron Vane", "Vane, Tom Orme, 1st Baron"),
    "baron-with-a-given-name": ("en", "Tom Orme, Baron James", "Orme, Tom, Baron James"),
    "comte-de": ("en", "Louis Orme, comte de Vane", "Vane, Louis Orme, comte de"),
    "prince-behind-a-comma": ("en", "Albert, Prince of Selby", "Albert, Prince of Selby"),
    "queen-behind-a-comma": ("en", "Ada, Queen of Selby", "Ada, Queen of Selby"),
    "of-a-place": ("en", "Peter Brand of Selby", "Brand, Peter, of Selby"),
    "of-a-place-without-surname": ("en", "John Paul of Selby", "John Paul of Selby"),
    "of-a-place-and-given-name": ("en", "Richard of Selby", "Richard of Selby"),
    "street-of-a-place": ("en", "Charlotte Street of Selby", "Charlotte Street of Selby"),
    "le-and-d’": ("en", "Jean le Rond d’Alembert", "Alembert, Jean le Rond d’"),
    "le-alone": ("en", "Jean le Clerc", "Clerc, Jean le"),
    "dall’": ("en", "Domenico dall’Orme", "dall’Orme, Domenico"),
    "known-by-the-given-name-della": ("en", "Piero della Francesca", "Piero della Francesca"),
    "della": ("en", "Luca della Robbia", "Robbia, Luca della"),
    "ibn-and-the-father’s-and-al": ("en", "Omar ibn Rustam al-Hakim", "Hakim, Omar ibn Rustam al-"),
    "al-alone": ("en", "al-Hakim", "Hakim, al-"),
    "ad-Din": ("en", "Taqi ad-Din", "Taqi ad-Din"),
    "ad-Din-and-al": ("en", "Taqi ad-Din al-Hakim", "Hakim, Taqi ad-Din al-"),
    "Beg": ("en", "Ulugh Beg", "Ulugh Beg"),
    "Burmese": ("en", "U Thant Myint", "Thant Myint, U"),
    "initial-like-a-Burmese": ("en", "U. Kestrel", "Kestrel, U."),
    "Aung": ("en", "Aung San Myint", "Aung San Myint"),
    "Scipio": ("en", "Scipio Nasica", "Scipio Nasica"),
    "Ethiopian": ("en", "Haile Wolde Mikael", "Haile Wolde Mikael"),
    "Icelander": ("en", "Snorri Sturluson", "Snorri Sturluson"),
    "Icelander-by-the-father": ("en", "Orm Skúlason", "Orm Skúlason"),
    "Icelander-of-two": ("en", "Jón Orm Magnússon", "Jón Orm Magnússon"),
    "dóttir": ("en", "Ada Ormsdóttir", "Ada Ormsdóttir"),
    "Icelander-with-a-surname": ("en", "Ari Johnson", "Johnson, Ari"),
    "Swede-in-son": ("en", "Björn Eriksson", "Eriksson, Björn"),
    "Spaniard-in-son": ("en", "José Anderson", "Anderson, José"),
    "avenue": ("en", "Sir Walter Scott Avenue", "Sir Walter Scott Avenue"),
    "street-of-a-queen": ("en", "Queen Victoria Street", "Queen Victoria Street"),
    "rue": ("fr", "Rue du Général Orme", "Rue du Général Orme"),
    "surname-like-a-street": ("en", "Sir John Hill", "Hill, Sir John"),
    "surname-like-a-street-of-three": ("en", "Prof. Nora Vane Hill", "Hill, Nora Vane"),
    "surname-like-a-thing": ("en", "Denis Law", "Law, Denis"),
    "Catalan-en": ("ca", "en Joan Orm", "Orm, Joan"),
    "Catalan-n’": ("ca", "n’Andreu Orm", "Orm, Andreu"),
    "Catalan-la": ("ca", "la Seu", "Seu, la"),
}


@rows(("language", "name", "heading"), TURNED.values(), ids=TURNED)
def test_persons_stand_under_their_surname(language: str, name: str, heading: str) -> None:
    assert surname_first(name, language) == heading


GENERATIONS = {
    "ca": ("Joan Orme", "fill, pare, el Vell, el Jove"),
    "cs": ("Jan Orm", "ml., st., mladší, starší"),
    "da": ("Jens Orm", "den yngre, den ældre, d.y., d.æ."),
    "de": ("Hans Orm", "jun., sen., d. J., d. Ä., d.J., der Jüngere, der Ältere, Jr."),
    "el": ("Ιωάννης Ορμ", "ο νεότερος, ο πρεσβύτερος, ο Νεότερος, η νεότερη"),
    "en": ("Tom Orme", "Jr., Jr, Sr., Junior, senior, the Elder, the Younger"),
    "es": ("Ana Orme", "hijo, padre, el Viejo, el Joven"),
    "fi": ("Juhani Orm", "nuorempi, vanhempi"),
    "fr": ("Alexandre Orme", "fils, père, aîné, l’Ancien, le Jeune"),
    "he": ("משה אורם", "הבן, האב"),
    "it": ("Ugo Orme", "il Vecchio, il Giovane, junior"),
    "nl": ("Piet Orm", "jr., sr., de Oude, de Jonge"),
    "pl": ("Jan Orm", "młodszy, starszy, mł., jr"),
    "pt": ("José Orme", "pai, o Velho, o Moço"),
    "ro": ("Ion Orm", "cel Tânăr, cel Bătrân"),
    "ru": ("Иван Орм", "младший, старший, мл., ст."),
    "sk": ("Jozef Orm", "mladší, starší, ml."),
    "sv": ("Nils Orm", "den yngre, den äldre, d.y., d.ä."),
    "uk": ("Тарас Орм", "молодший, старший"),
}


@rows(
    ("language", "name", "which"),
    [
        (language, name, which.strip())
        for language, (name, words) in GENERATIONS.items()
        for which in words.split(",")
    ],
)
def test_which_of_the_family_stands_last(language: str, name: str, which: str) -> None:
    given, surname = name.split()
    assert surname_first(f"{name} {which}", language) == f"{surname}, {given}, {which}"
    assert surname_first(f"{surname} {which}", language) == f"{surname} {which}"


@rows(
    ("name", "heading"),
    [
        ("ifj. Nagy Imre", "Nagy Imre, ifj."),
        ("id. Nagy Imre", "Nagy Imre, id."),
        ("Nagy Imre", "Nagy Imre"),
    ],
)
def test_a_hungarian_word_before_the_family_stands_last(name: str, heading: str) -> None:
    assert surname_first(name, "hu") == heading


FAMILY_FIRST = """
    Kim Il Sung, Lee Kuan Yew, Park Chung Hee, Kim Dae Jung, Ban Ki Moon, Goh Chok Tong, Sun Yat Sen, Lee Hsien Loong,
    Chiang Kai Shek, Mao Tse Tung, Wong Kar Wai, Le Duc Tho, Lê Đức Thọ, Phan Boi Chau, Park Chan-wook, Nguyen Van Thieu
"""
FAMILY_FIRST += """,
    Zu Chongzhi, Bi Sheng, Shen Kuo, Sima Qian, Zhuge Liang, Zǔ Chōngzhī, Seki Takakazu, Inō Tadataka, Oda Nobunaga,
    Matsuo Bashō, Katsushika Hokusai, Ogawa Jun
"""
FAMILY_LAST = """
    Campbell/Kim, Philby/Kim, Oswald/Lee Harvey, Womack/Lee Ann, Van Cleef/Lee, Park/Chan Ho, Lee/Ang, Rhee/Syngman,
    Lee/Kim, Wong/Anna May, Kestrel/Lee Jean, Hall/Kim Tom, Burton/Sun Tim, Sung/Ada Yew,
    Kurosawa/Akira, Suzuki/Ichirō, Mori/Ken, Smith/Mori, Sato/Ji, Rather/Dan, Guevara/Che, Burnham/Bo, Vane/Inō
"""


@rows(
    ("name", "heading"),
    [
        *((name.strip(), name.strip()) for name in FAMILY_FIRST.split(",")),
        *(
            (f"{given} {surname}", f"{surname}, {given}")
            for surname, given in (
                each.strip().split("/") for each in FAMILY_LAST.strip().split(",")
            )
        ),
    ],
)
def test_a_name_of_the_east_may_begin_with_the_surname(name: str, heading: str) -> None:
    assert surname_first(name, "en") == heading


@rows(
    ("name", "is_person"),
    [
        ("Charles de Gaulle", True),
        ("Sir Michael Pitt", True),
        ("Dr. Ada Kestrel", True),
        ("Prof Otto von Brand", True),
        ("Sir Pitt", False),
        ("Michael Pitt", False),
        ("Jean d’Arvieux", True),
        ("Côte d’Azur", False),
        ("Quai d’Orsay", False),
        ("Isla de Pascua", False),
        ("Admiral Orme", True),
        ("Admiral Street", False),
        ("General Strike", False),
        ("Point de Galle", False),
        ("Prince Edward Island", False),
        ("Dr Barnardo Committee", False),
        ("Dr. med. Otto Brand", True),
        ("Sir Walter Scott Avenue", False),
        ("Pope Gregory VIII", True),
        ("Kaiser Xul II", True),
        ("Queen Victoria", True),
        ("Queen Victoria Street", False),
        ("King Cotton", False),
        ("Lord Orme", True),
        ("Lord Mayor", False),
        ("Lady Jane", False),
        ("Saint Benedict", True),
        ("Saint Helena", False),
        ("Saint Petersburg", False),
        ("Pieter de Hooch Street", False),
        ("Anna von Orm-Schule", False),
        ("Charles de Mills", True),
        ("Reino de Orme", False),
    ],
)
def test_a_name_may_tell_that_it_is_a_persons(name: str, is_person: bool) -> None:
    assert may_be_person(name, "en") == is_person


@rows(
    ("heading", "day"),
    [
        ("August 1", 225),
        ("1 August", 225),
        ("August 14–15", 238),
        ("2nd May", 130),
        ("1er août", 225),
        ("2. Mai", 130),
        ("1 de mayo", 129),
        ("1 May 1998", 0),
        ("May", 0),
        ("April Orme", 0),
        ("Pier 6", 0),
        ("4 July Street", 0),
        ("August 98", 0),
    ],
)
def test_a_day_of_no_year_stands_among_dates(heading: str, day: int) -> None:
    assert day_without_year(heading) == day


@rows(
    ("date", "is_told"),
    [
        ("last March", False),
        ("August 1", True),
        ("the Bronze Age", True),
        ("March 1911", True),
        ("marzo pasado", False),
        ("im März 1911", True),
        ("May Day", True),
    ],
)
def test_a_month_of_no_year_is_not_looked_up(date: str, is_told: bool) -> None:
    assert is_of_a_year(date) == is_told


ARTICLES = {
    "the": ("en", "The Financial Times", "Financial Times, The"),
    "der": ("de", "Der Spiegel", "Spiegel, Der"),
    "other-language": ("en", "Der Spiegel", "Der Spiegel"),
    "elided": ("fr", "L’Aurore", "Aurore, L’"),
    "Greek": ("el", "Η Καθημερινή", "Καθημερινή, Η"),
    "het": ("nl", "Het Parool", "Parool, Het"),
    "Catalan-elided": ("ca", "l’hivern", "hivern, l’"),
    "Catalan-straight": ("ca", "l'hivern", "hivern, l'"),
    "Catalan-els": ("ca", "els Segadors", "Segadors, els"),
    "Italian-gl’": ("it", "gl’inverni", "inverni, gl’"),
    "Italian-uno": ("it", "uno stato", "stato, uno"),
    "Spanish-un": ("es", "un tratado", "tratado, un"),
    "Portuguese-uma": ("pt", "uma lei", "lei, uma"),
    "Dutch-’t": ("nl", "’t Hof", "Hof, ’t"),
    "Galician": ("gl", "A Coruña", "Coruña, A"),
    "Hungarian": ("hu", "az ősz", "ősz, az"),
    "Occitan": ("oc", "l’ivèrn", "ivèrn, l’"),
    "no-article-of-the-language": ("it", "dell’arte", "dell’arte"),
    "part-of-a-word": ("en", "Thebes", "Thebes"),
    "alone": ("en", "The", "The"),
}


@rows(("language", "name", "heading"), ARTICLES.values(), ids=ARTICLES)
def test_titles_stand_without_their_article(language: str, name: str, heading: str) -> None:
    assert looked_up(name, language) == heading
    assert is_turned_title(heading, language) == (name != heading)


ORDERS = {
    "en": ["Aero", "Ærø", "ʻAlī", "Aly", "Lodz", "Łódź", "Mot", "Öl", "Olm", "Ost", "Østen", "Zebra"],
    "sv": ["Alm", "Ost", "Zebra", "Ål", "Äpple", "Öl"],
    "da": ["Alm", "Zebra", "Æble", "Østen", "Ål"],
    "es": ["nube", "nylon", "ñu", "oso"],
    "pl": ["Lodz", "Lublin", "Łódź", "Mazowsze"],
    "de": ["Ofen", "Öl", "Ost"],
    "nl": ["619", "1966", "Aa"],
    "fr": ["Daniel", "d’Annunzio", "Dante", "de Gaulle", "école", "Église", "encre"],
    "el": ["Ήλιος", "ημέρα", "Ωμέγα"],
}  # fmt: skip
ORDERS |= {
    "en-apostrophes": ["Obama, Ann", "Öberg, Åsa", "O'Brien, Sean", "O’Casey, Sean", "Ortega"],
    "en-quoted": ["“Dawn”, the", "dawn chorus", "‘Dusk’", "Quran", "Qur’an school"],
    "en-names": ["Smith", "Smith (ship)", "Smith, Zoë", "Smith Abbey", "Smith-Jones, A.", "Smithson"],
    "en-stops": ["St. Ives", "St Kilda", "sta", "U.S. Congress", "USB", "Usher"],
    "en-points": ["1.5 mm", "1.25 mm", "2 mm"],
}  # fmt: skip


@rows(("language", "headings"), ORDERS.items(), ids=ORDERS)
def test_headings_are_in_the_order_of_their_language(language: str, headings: list[str]) -> None:
    key = order_of(language.partition("-")[0], headings)
    backwards = list(reversed(headings))
    assert sorted(backwards, key=key) == headings


@rows(
    ("heading", "language", "initial"),
    [
        ("Øre", "en", "O"),
        ("Øre", "da", "Ø"),
        ("ʻAlī", "en", "A"),
        ("Łódź", "en", "L"),
        ("1905", "en", ""),
    ],
)
def test_initials(heading: str, language: str, initial: str) -> None:
    assert initial_of(heading, language) == initial


ARTICLES = {
    "a word": ("the tide mill", "en", "tide mill"),
    "a comma behind it": ("The Mill, and After", "en", "Mill, and After"),
    "elided": ("l’étiage de la Vente", "fr", "étiage de la Vente"),
    "none": ("Mill", "en", ""),
}


@rows(("title", "language", "without"), ARTICLES.values(), ids=ARTICLES)
def test_a_title_is_known_without_its_article(title: str, language: str, without: str) -> None:
    """Of one that is elided its noun was taken away, too: de la Vente spoke of its low water."""
    assert without_article(title, language) == without
