"""What points at somebody or something that its own text does not name; of such a text nobody knows what it is about."""

from studyguide.language.language import Language
from studyguide.language.phrasing.pointing import lost_pronoun, points_away
from tests.table import rows

POINTING = {
    "en: a title behind": ("en", "Her nocturne, Le Murmure, was much played."),
    "en: a thing behind": ("en", "By which road did they come back, after the gale?"),
    "en: To what did Goethe compare the effect of her playing on him?": (
        "en",
        "To what did Goethe compare the effect of her playing on him?",
    ),
    "en: With what remark is he said to have crossed out the words about Hamlet?": (
        "en",
        "With what remark is he said to have crossed out the words about Hamlet?",
    ),
    "en: How long did it take the volunteers?": ("en", "How long did it take the volunteers?"),
    "en: Where does it stand?": ("en", "Where does it stand?"),
    "en: When did they leave the harbour?": ("en", "When did they leave the harbour?"),
    "en: At what age did he die in Paris?": ("en", "At what age did he die in Paris?"),
    "en: What did that department pay for?": ("en", "What did that department pay for?"),
    "en: Who lived in that house?": ("en", "Who lived in that house?"),
    "en: What happened when he died?": ("en", "What happened when he died?"),
    "en: Which of his works was burnt?": ("en", "Which of his works was burnt?"),
    "en: In 1920 he X the mill.": ("en", "In 1920 he X the mill."),
    "en: What do these have in common?": ("en", "What do these have in common?"),
    "en: Who taught her to play the organ?": ("en", "Who taught her to play the organ?"),
    "en: What was the name of their ship?": ("en", "What was the name of their ship?"),
    "en: How many rooms did it have?": ("en", "How many rooms did it have?"),
    "en: Why did she leave the convent?": ("en", "Why did she leave the convent?"),
    "en: What did the bishop do with those letters?": (
        "en",
        "What did the bishop do with those letters?",
    ),
    "en: In which year was it rebuilt?": ("en", "In which year was it rebuilt?"),
    "en: What did this treaty grant?": ("en", "What did this treaty grant?"),
    "en: He was born in X.": ("en", "He was born in X."),
    "en: What did his widow sell to the abbot?": ("en", "What did his widow sell to the abbot?"),
    "en: How many guns did this fort have?": ("en", "How many guns did this fort have?"),
    "en: For how long did they hold the bridge?": ("en", "For how long did they hold the bridge?"),
    "en: What was her verdict on the opera?": ("en", "What was her verdict on the opera?"),
    "en: Why was it given up in 1911?": ("en", "Why was it given up in 1911?"),
    "en: Who paid them?": ("en", "Who paid them?"),
    "de: Wie alt wurde er?": ("de", "Wie alt wurde er?"),
    "de: Mit welcher Bemerkung soll er die Worte gestrichen haben?": (
        "de",
        "Mit welcher Bemerkung soll er die Worte gestrichen haben?",
    ),
    "de: Wie viele Angestellte hat diese Abteilung?": (
        "de",
        "Wie viele Angestellte hat diese Abteilung?",
    ),
    "de: Wann verließ sie die Stadt?": ("de", "Wann verließ sie die Stadt?"),
    "de: Wie hieß seine Frau?": ("de", "Wie hieß seine Frau?"),
    "de: Warum verkaufte er das Haus?": ("de", "Warum verkaufte er das Haus?"),
    "de: Womit bezahlten sie die Fracht?": ("de", "Womit bezahlten sie die Fracht?"),
    "de: Was geschah mit ihren Kindern?": ("de", "Was geschah mit ihren Kindern?"),
    "de: Wer unterschrieb diesen Vertrag?": ("de", "Wer unterschrieb diesen Vertrag?"),
    "de: Wie nannte er seine Maschine?": ("de", "Wie nannte er seine Maschine?"),
    "de: Wer übernahm danach dieses Amt?": ("de", "Wer übernahm danach dieses Amt?"),
    "de: In welchem Jahr verlor sie ihren Sitz?": ("de", "In welchem Jahr verlor sie ihren Sitz?"),
    "de: Was kostete ihr Unterhalt?": ("de", "Was kostete ihr Unterhalt?"),
    "fr: Où naquit-il ?": ("fr", "Où naquit-il ?"),
    "fr: Combien d’employés compte ce service ?": ("fr", "Combien d’employés compte ce service ?"),
    "fr: Quelle était sa fonction ?": ("fr", "Quelle était sa fonction ?"),
    "fr: Quand quittèrent-ils le port ?": ("fr", "Quand quittèrent-ils le port ?"),
    "fr: Pourquoi vendit-elle la maison ?": ("fr", "Pourquoi vendit-elle la maison ?"),
    "fr: Qui signa ce traité ?": ("fr", "Qui signa ce traité ?"),
    "fr: Comment payaient-ils leurs dettes ?": ("fr", "Comment payaient-ils leurs dettes ?"),
    "fr: Combien de voix obtint-elle ?": ("fr", "Combien de voix obtint-elle ?"),
    "fr: Qui a bâti cette digue ?": ("fr", "Qui a bâti cette digue ?"),
    "fr: Pourquoi ses ouvriers firent-ils grève ?": (
        "fr",
        "Pourquoi ses ouvriers firent-ils grève ?",
    ),
    "it: Quanti dipendenti ha quel reparto?": ("it", "Quanti dipendenti ha quel reparto?"),
    "it: Quando morì?": ("it", "Quando morì?"),
    "it: Dove nacque?": ("it", "Dove nacque?"),
    "it: Come si chiamava suo padre?": ("it", "Come si chiamava suo padre?"),
    "it: Chi fondò questa cartiera?": ("it", "Chi fondò questa cartiera?"),
    "it: Chi firmò quel trattato?": ("it", "Chi firmò quel trattato?"),
    "it: Quando fu costruita?": ("it", "Quando fu costruita?"),
    "it: Che cosa vendevano loro al mercato?": ("it", "Che cosa vendevano loro al mercato?"),
    "it: Quanti anni durò questo assedio?": ("it", "Quanti anni durò questo assedio?"),
    "it: Perché si dimise?": ("it", "Perché si dimise?"),
    "it: A chi lasciò i suoi libri?": ("it", "A chi lasciò i suoi libri?"),
}


@rows(("language", "text"), POINTING.values(), ids=POINTING)
def test_it_points_at_what_is_not_named(language: str, text: str) -> None:
    assert points_away(text, Language(language))


PLAIN = {
    "en: a name behind a preposition": ("en", "In her youth, Ada Thorn kept geese."),
    "en: a name behind": ("en", "When did she leave, if Ada Thorn was ill?"),
    "en: Which pilot lost his ship?": ("en", "Which pilot lost his ship?"),
    "en: Who lost his ship off Brackness?": ("en", "Who lost his ship off Brackness?"),
    "en: What did Field do after his return?": ("en", "What did Field do after his return?"),
    "en: After his return, where did Field live?": (
        "en",
        "After his return, where did Field live?",
    ),
    "en: When he retired, what did Field do?": ("en", "When he retired, what did Field do?"),
    "en: Why is it hard to factor large numbers?": (
        "en",
        "Why is it hard to factor large numbers?",
    ),
    "en: How did the mill lose its wheel?": ("en", "How did the mill lose its wheel?"),
    "en: Both English and Viennese pianos had a pedal that lifted the dampers. Why was a nocturne possible?": (
        "en",
        "Both English and Viennese pianos had a pedal that lifted the dampers. Why was a nocturne possible?",
    ),
    "en: Who said that the king had left?": ("en", "Who said that the king had left?"),
    "en: What did the smiths forge before they left?": (
        "en",
        "What did the smiths forge before they left?",
    ),
    "en: X lost his crown in 1340.": ("en", "X lost his crown in 1340."),
    "en: What may the Mayor do with a resolution that he or she considers unlawful?": (
        "en",
        "What may the Mayor do with a resolution that he or she considers unlawful?",
    ),
    "en: What did people do at Eling in 1831, and who paid for this work?": (
        "en",
        "What did people do at Eling in 1831, and who paid for this work?",
    ),
    "en: How did Ada Kestrel pay her debts?": ("en", "How did Ada Kestrel pay her debts?"),
    "en: Which city lost its walls in 1703?": ("en", "Which city lost its walls in 1703?"),
    "en: Why do bees leave their hive in May?": ("en", "Why do bees leave their hive in May?"),
    "en: What must a tenant do before he sells a barn?": (
        "en",
        "What must a tenant do before he sells a barn?",
    ),
    "en: How far is it from Askby to Collan?": ("en", "How far is it from Askby to Collan?"),
    "en: Which ships were built by those who had fled from Holland?": (
        "en",
        "Which ships were built by those who had fled from Holland?",
    ),
    "en: How did the guild protect its members?": ("en", "How did the guild protect its members?"),
    "en: According to the treaty, which town kept its market?": (
        "en",
        "According to the treaty, which town kept its market?",
    ),
    "en: What did the widow of the smith sell to her brother?": (
        "en",
        "What did the widow of the smith sell to her brother?",
    ),
    "en: Why did Harvey dissect eels before he wrote?": (
        "en",
        "Why did Harvey dissect eels before he wrote?",
    ),
    "en: Which of the two brothers kept his farm?": (
        "en",
        "Which of the two brothers kept his farm?",
    ),
    "en: How do salmon find their river?": ("en", "How do salmon find their river?"),
    "en: What is the name of the disease that miners get in their lungs?": (
        "en",
        "What is the name of the disease that miners get in their lungs?",
    ),
    "en: What does Vesalius say of Galen, and how does he prove it?": (
        "en",
        "What does Vesalius say of Galen, and how does he prove it?",
    ),
    "en: Where was it that Lowe spoke?": ("en", "Where was it that Lowe spoke?"),
    "en: By whom was the bridge built, and what did this work cost?": (
        "en",
        "By whom was the bridge built, and what did this work cost?",
    ),
    "de: Welcher Lotse verlor sein Schiff?": ("de", "Welcher Lotse verlor sein Schiff?"),
    "de: Für welches Fahrzeug klebte Dunlop seinen Reifen?": (
        "de",
        "Für welches Fahrzeug klebte Dunlop seinen Reifen?",
    ),
    "de: Wonach suchte Drais seiner Vermutung zufolge?": (
        "de",
        "Wonach suchte Drais seiner Vermutung zufolge?",
    ),
    "de: Was taten die Bauern, bevor sie aufbrachen?": (
        "de",
        "Was taten die Bauern, bevor sie aufbrachen?",
    ),
    "de: Wer verkaufte seine Mühle?": ("de", "Wer verkaufte seine Mühle?"),
    "de: Was nennen Sie ein Hochrad?": ("de", "Was nennen Sie ein Hochrad?"),
    "de: Was machte Rosa Mayreder mit ihrem Erbe?": (
        "de",
        "Was machte Rosa Mayreder mit ihrem Erbe?",
    ),
    "de: Warum verließ der Müller sein Haus?": ("de", "Warum verließ der Müller sein Haus?"),
    "de: Welche Stadt verlor ihre Mauern?": ("de", "Welche Stadt verlor ihre Mauern?"),
    "de: Wann gab es in Kiel den ersten Markt?": ("de", "Wann gab es in Kiel den ersten Markt?"),
    "de: Wie lange muss man die Haut in ihrer Lauge lassen?": (
        "de",
        "Wie lange muss man die Haut in ihrer Lauge lassen?",
    ),
    "de: Wie schützt die Zunft ihre Mitglieder?": ("de", "Wie schützt die Zunft ihre Mitglieder?"),
    "de: Wohin brachte der Fluss sein Geröll?": ("de", "Wohin brachte der Fluss sein Geröll?"),
    "de: Welche Zünfte wählten ihren Meister selbst?": (
        "de",
        "Welche Zünfte wählten ihren Meister selbst?",
    ),
    "de: Was verlangte Luise Otto, als sie ihre Zeitung gründete?": (
        "de",
        "Was verlangte Luise Otto, als sie ihre Zeitung gründete?",
    ),
    "fr: Pourquoi Drais cherche-t-il un remplaçant du cheval ?": (
        "fr",
        "Pourquoi Drais cherche-t-il un remplaçant du cheval ?",
    ),
    "fr: Combien de moulins y avait-il à Nendrum ?": (
        "fr",
        "Combien de moulins y avait-il à Nendrum ?",
    ),
    "fr: Qui perdit son navire en 1810 ?": ("fr", "Qui perdit son navire en 1810 ?"),
    "fr: Quel pilote perdit son navire ?": ("fr", "Quel pilote perdit son navire ?"),
    "fr: Qu’est-ce que la gabelle ?": ("fr", "Qu’est-ce que la gabelle ?"),
    "fr: Que fait le meunier de son grain ?": ("fr", "Que fait le meunier de son grain ?"),
    "fr: Comment Jeanne Barret cacha-t-elle son sexe ?": (
        "fr",
        "Comment Jeanne Barret cacha-t-elle son sexe ?",
    ),
    "fr: Quelle ville perdit ses murs ?": ("fr", "Quelle ville perdit ses murs ?"),
    "fr: Pourquoi faut-il tremper les peaux ?": ("fr", "Pourquoi faut-il tremper les peaux ?"),
    "fr: Quand les sauniers vendaient-ils leur sel ?": (
        "fr",
        "Quand les sauniers vendaient-ils leur sel ?",
    ),
    "fr: Pourquoi les tanneurs laissent-ils leurs peaux dans la fosse ?": (
        "fr",
        "Pourquoi les tanneurs laissent-ils leurs peaux dans la fosse ?",
    ),
    "fr: Que perdit la ville dans sa guerre contre Liège ?": (
        "fr",
        "Que perdit la ville dans sa guerre contre Liège ?",
    ),
    "fr: De quoi Pasteur accusa-t-il ses rivaux ?": (
        "fr",
        "De quoi Pasteur accusa-t-il ses rivaux ?",
    ),
    "fr: Qui est-ce qui vote les impôts ?": ("fr", "Qui est-ce qui vote les impôts ?"),
    "it: Quale pilota perse la sua nave?": ("it", "Quale pilota perse la sua nave?"),
    "it: Quanti fogli produceva al giorno una squadra esperta?": (
        "it",
        "Quanti fogli produceva al giorno una squadra esperta?",
    ),
    "it: Da chi ebbe Ludwig van Beethoven carta di Fabriano?": (
        "it",
        "Da chi ebbe Ludwig van Beethoven carta di Fabriano?",
    ),
    "it: Perché Federico II proibì la carta?": ("it", "Perché Federico II proibì la carta?"),
    "it: Chi vendette il suo mulino?": ("it", "Chi vendette il suo mulino?"),
    "it: Che cos’è la filigrana?": ("it", "Che cos’è la filigrana?"),
    "it: Come pagava Pietro Miliani i suoi operai?": (
        "it",
        "Come pagava Pietro Miliani i suoi operai?",
    ),
    "it: Quale città perse le sue mura?": ("it", "Quale città perse le sue mura?"),
    "it: Che cosa facevano i conciatori delle pelli?": (
        "it",
        "Che cosa facevano i conciatori delle pelli?",
    ),
    "it: Quante risme portava un mulo?": ("it", "Quante risme portava un mulo?"),
    "it: Perché il podestà tenne le sue guardie fuori?": (
        "it",
        "Perché il podestà tenne le sue guardie fuori?",
    ),
    "it: Come conservava il convento il suo archivio?": (
        "it",
        "Come conservava il convento il suo archivio?",
    ),
    "it: Quanti seggi ottenne il partito nelle elezioni?": (
        "it",
        "Quanti seggi ottenne il partito nelle elezioni?",
    ),
    "it: Chi erede del doge vendette la sua casa?": (
        "it",
        "Chi erede del doge vendette la sua casa?",
    ),
}


@rows(("language", "text"), PLAIN.values(), ids=PLAIN)
def test_it_names_what_it_speaks_of(language: str, text: str) -> None:
    assert not points_away(text, Language(language))


def test_of_a_language_without_lists_nothing_is_known() -> None:
    assert not points_away("Hol áll az?", Language("hu"))


_LOST = """
Where did it go to?
What was it used for?
What was it used to grind?
In which year was it sold to the monks?
To whom was it given?
How long was it?
Why did they strike?
In 0 he left.
In May he burned X.
Who paid them in 1912?
What was it called after the war?
When did she marry?
It was sold to X.
He gave X to the town.
How did they cross?
By whom was it rebuilt before 1900?
What did they do when the mill burned?
With which ship did he sail?
It reaches the last pans as a brine so strong that an X floats on it.
Until 1854 it belonged to X.
Which two ships did they lose?
How often was he arrested?
They went to X in 0.
In what did it end?
At which port did it land?
How many of them drowned?
What was it made of?
With what did he pay the ferryman?
Why was she sent to the island?
What became of it?
Whom did they elect?
It rose to X feet in 0.
They ate X and X.
For which crime was he hanged in 1702?
What is it worth?
How did it smell?
On which shore did they put it?
Under what name did she write?
It had X doors.
Who taught him to read?
Which two colours did they mix to dye it?
As what did she disguise herself?
"""

_CLEAR = """
When bees swarm, what do they follow?
What do most frogs do when they are cold?
Why was it hard for the miners to strike?
How long did it take to build the mill?
It took X men to lift the gate.
Until she died, probably of a X, in 0, Madge drew a wage as a X.
Before she came to Orrin, Ada Reed sold X.
When it rains, the X stands still.
How far is it from Hull to York?
How warm was it in the valley at night?
It was not until 0 that the mill opened.
It was X who built the mill.
Which bird calls until it is answered?
Who said that he had seen Ann?
X lost what he had.
What do two smiths do when they meet?
How did iron miners live while they struck?
What may a tenant do if he owes rent?
Why did the lamplighters say they would walk out?
What does a honeyguide do when it has found a man?
It was said that X had burned.
In X it snowed for 0 days.
Why is it important that salt dries?
If a clerk dies, who follows him?
Whom did the Duke marry after he lost Ann?
Of whom did Ruskin say that he flung a pot of paint?
By what do pilots know where they are?
What happens to water when it freezes?
In what year did it become clear that the earth moves?
Because it was made of X, the bridge burned.
Some X say that they saw it.
How long was it before the fire went out?
Although they were enemies, X and Brand met.
Why is it forbidden to burn kelp?
What does a teacher say when he enters?
How long does it take for wax to set?
Which city fell because it had no walls?
Who swore that he would return?
It takes X weeks to cure a ham.
After he had lost his leg, X Pike took to painting.
It is known that X sank.
While it boils, the X turns red.
What do many X do before they sleep?
How cold was it at Dunmere in 1911?
How did the Duke, as he lay dying, reward Ann?
It was in 0 that the X opened.
It has been X years since the mill burned.
Since it froze early, X lost his boat.
Whose ship sank when it struck a rock?
Why did it matter that Ann came?
In what order do bees do what they do?
What does the law say of a man if he steals?
Which kings lost all that they had?
It snowed in X for a week.
How many people think that they are ill?
What did the first farmers do with wheat after they cut it?
Where is it colder, at X or at Y?
Why does iron rust when it is wet?
X sold the mill after he had burned it.
Does it matter to bees whether it rains?
What is said of X, that he never slept?
"""
SUBJECTS = {
    text: is_lost
    for is_lost, lines in ((True, _LOST), (False, _CLEAR))
    for text in lines.strip().splitlines()
}


@rows(("text", "is_lost"), SUBJECTS.items(), ids=SUBJECTS)
def test_a_pronoun_of_a_question_or_a_sentence_has_somebody_to_mean(
    text: str, is_lost: bool
) -> None:
    """A blank is X, and 0 where it hides a number."""
    assert (lost_pronoun(text, Language("en")) is not None) == is_lost


def test_it_is_told_where_a_lost_pronoun_stands() -> None:
    text = "In 1912, when did  they leave “it”?"
    assert lost_pronoun(text, Language("en")) == (text.index("they"), text.index(" leave"))
