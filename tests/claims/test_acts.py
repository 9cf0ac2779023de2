"""Acts of an instant: the tables know their verbs, and a clock time is bound to the act, not to what follows it."""

import pytest

from recoupe import claims
from recoupe.claims.article.ground import cues
from recoupe.claims.article.ground.happening import events, main_event
from tests.claims.helpers import article, mentions, time


def keys(text: str, language: str, section: str) -> set[str]:
    return {c.key for c in cues.find(text, language) if c.section == section}


@pytest.mark.parametrize(
    ("language", "text", "key"),
    [
        ("en", "The premier of Varnholt stepped down on Monday", "resignation"),
        ("fr", "La ministre a remis sa démission au roi", "resignation"),
        ("es", "El alcalde dimitió ayer", "resignation"),
        ("de", "Die Ministerin trat am Abend zurück, ihr Rücktritt war erwartet worden", "resignation"),
        ("it", "Il sindaco si è dimesso", "resignation"),
        ("pt", "A ministra renunciou ontem", "resignation"),
        ("nl", "De minister trad maandag af, het aftreden was verwacht", "resignation"),
        ("ru", "Министр ушёл в отставку", "resignation"),
        ("ar", "أعلن الوزير استقالته", "resignation"),
        ("en", "Mara Lund was sworn in at noon", "oath"),
        ("fr", "Elle prêtera serment à midi", "oath"),
        ("es", "La presidenta juró el cargo", "oath"),
        ("de", "Sie wurde um 10 Uhr vereidigt", "oath"),
        ("it", "I ministri giurano alle 18", "oath"),
        ("pt", "O novo governo tomou posse", "oath"),
        ("nl", "Zij legde de eed af", "oath"),
        ("ru", "Она принесла присягу", "oath"),
        ("ar", "أدت اليمين الدستورية", "oath"),
        ("en", "The result was announced late", "result"),
        ("fr", "Le résultat est tombé à 22 heures", "result"),
        ("es", "Se conoció el resultado a las diez", "result"),
        ("de", "Um 22 Uhr stand das Ergebnis fest", "result"),
        ("it", "Il risultato è arrivato di notte", "result"),
        ("pt", "O placar apareceu às 22h", "result"),
        ("en", "Sirens wailed over the valley", "alarm"),
        ("fr", "Les sirènes ont retenti", "alarm"),
        ("es", "Sonaron las sirenas", "alarm"),
        ("de", "Um sechs heulten die Sirenen", "alarm"),
        ("it", "Le sirene hanno suonato", "alarm"),
        ("pt", "As sirenes tocaram", "alarm"),
        ("en", "The decision was published late", "announcement"),
        ("fr", "Le communiqué est tombé à 18 heures", "announcement"),
        ("es", "El anuncio se dio a conocer tarde", "announcement"),
        ("de", "Die Entscheidung wurde spät bekannt, die Entscheidung bekannt gegeben", "announcement"),
        ("it", "Il comunicato è stato diffuso tardi", "announcement"),
        ("pt", "O comunicado foi divulgado tarde", "announcement"),
        ("nl", "Het besluit werd bekendgemaakt", "announcement"),
        ("ru", "Решение было объявлено вечером", "announcement"),
        ("ar", "صدر القرار مساء", "announcement"),
        ("en", "Trading was halted before noon", "trading_halt"),
        ("fr", "La cotation a été suspendue", "trading_halt"),
        ("es", "La acción, suspendida a mediodía", "trading_halt"),
        ("de", "Die Börse setzte den Handel aus", "trading_halt"),
        ("it", "Il titolo è stato sospeso", "trading_halt"),
        ("pt", "A negociação foi interrompida", "trading_halt"),
        ("nl", "De handel werd stilgelegd", "trading_halt"),
        ("ru", "Торги были приостановлены", "trading_halt"),
        ("ar", "قررت البورصة تعليق التداول", "trading_halt"),
        ("en", "Engineers opened the floodgates", "gates"),
        ("fr", "L'exploitant a ouvert les vannes", "gates"),
        ("es", "Abrieron las compuertas", "gates"),
        ("de", "Die Öffnung der Schleusen begann", "gates"),
        ("it", "Le paratoie sono state aperte", "gates"),
        ("pt", "A abertura das comportas", "gates"),
        ("en", "Controllers lost contact with the ship", "contact"),
        ("fr", "Le contact a été perdu", "contact"),
        ("es", "Se perdió el contacto", "contact"),
        ("de", "Dann riss der Kontakt ab, der Kontakt brach ab", "contact"),
        ("it", "Hanno perso il contatto", "contact"),
        ("pt", "Perdeu-se o contacto", "contact"),
        ("nl", "Om zes uur viel het contact weg, het contact verbroken", "contact"),
        ("ru", "Самолёт пропал с радаров", "contact"),
        ("ar", "انقطع الاتصال بالطائرة", "contact"),
        ("en", "The judge read the verdict", "reading"),
        ("fr", "La lecture du jugement", "reading"),
        ("es", "La lectura de la sentencia", "reading"),
        ("de", "Die Urteilsverkündung", "reading"),
        ("it", "La lettura della sentenza", "reading"),
        ("pt", "A leitura do acórdão", "reading"),
        ("en", "Two men were arrested", "arrest"),
        ("fr", "Deux hommes ont été interpellés", "arrest"),
        ("es", "Dos hombres fueron detenidos", "arrest"),
        ("de", "Zwei Männer wurden festgenommen", "arrest"),
        ("it", "Due uomini sono stati arrestati", "arrest"),
        ("pt", "Dois homens foram detidos", "arrest"),
        ("nl", "Twee mannen werden aangehouden", "arrest"),
        ("ru", "Двое были задержаны", "arrest"),
        ("ar", "ألقت الشرطة القبض على رجلين", "arrest"),
        ("en", "Parliament was dissolved", "dissolution"),
        ("fr", "Il a dissous l'Assemblée", "dissolution"),
        ("es", "Disolvió el Parlamento", "dissolution"),
        ("de", "Er löste das Parlament auf", "dissolution"),
        ("it", "Ha sciolto le Camere", "dissolution"),
        ("pt", "Dissolveu o Parlamento", "dissolution"),
    ],
)
def test_each_language_knows_the_everyday_words_of_an_act(language: str, text: str, key: str) -> None:
    assert key in keys(text, language, "event")


def test_an_instant_told_on_two_clocks_behind_its_place_is_one_claim_each() -> None:
    text = "The decision was published at 7:05 p.m. in Varnholt (1:05 p.m. Orvanne time)."
    clocks = [
        time(text, "7:05 p.m.", "TIME", "2031-05-06T18:05Z", zone="Europe/Oslo", zone_from="printed"),
        time(text, "1:05 p.m.", "TIME", "2031-05-06T17:05Z", zone="America/Lima", zone_from="printed"),
    ]
    found = claims.find(article(text), mentions(*clocks), {})
    assert [(c.attribute, c.scope, c.display) for c in found] == [
        ("occurrence", ("event:announcement",), "7:05 p.m."),
        ("occurrence", ("event:announcement",), "1:05 p.m."),
    ]


def test_branches_that_reopen_open() -> None:
    for text in ("The branches reopen at 10:05.", "The branches open at 10:05."):
        (found,) = claims.find(article(text), mentions(time(text, "10:05", "TIME", "2031-05-06T10:05")), {})
        assert (found.attribute, found.scope) == ("start", ("event:branches",))


@pytest.mark.parametrize(
    ("language", "text", "section", "key"),
    [
        ("pt", "o saldo negativo da negociação", "status", "denial"),
        ("fr", "selon des agences de presse", "event", "branches"),
        ("en", "Unions demanded the resignation of the minister", "event", "resignation"),
        ("en", "a warrant: an arrest warrant was issued", "event", "arrest"),
        ("fr", "un arrêté préfectoral", "event", "arrest"),
        ("es", "el Partido Socialista", "event", "match"),
        ("pt", "uma sala cheia", "event", "flood"),
        ("de", "Der Landrat sprach in der Landeshauptstadt", "phase", "arrival"),
        ("de", "am Wochenende, endlich", "phase", "end"),
        ("fr", "le parti au pouvoir", "phase", "departure"),
        ("en", "a record flood, the worst in memory", "scope", "previous"),
        ("fr", "déjà douze blessés, la crue la plus meurtrière", "scope", "previous"),
        ("de", "bislang zwölf Verletzte, das schwerste Unglück seit Jahren", "scope", "previous"),
        ("es", "la peor crecida, récord histórico", "scope", "previous"),
        ("it", "la piena peggiore di sempre, un record", "scope", "previous"),
        ("pt", "há doze feridos na pior cheia", "scope", "previous"),
        ("en", "31 people had been taken in by nightfall", "deed", "sheltered"),
        ("en", "31 people had been taken in by nightfall", "deed", "stolen"),
        ("it", "il ricorso è stato accolto", "deed", "sheltered"),
        ("ru", "крупнейшее наводнение, рекордный уровень", "scope", "previous"),
        ("ru", "видео разместили", "deed", "sheltered"),
        ("nl", "de zwaarste storm sinds jaren, een record", "scope", "previous"),
    ],
)
def test_look_alikes_are_none(language: str, text: str, section: str, key: str) -> None:
    assert key not in keys(text, language, section)


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "nine a year ago"), ("fr", "neuf l'an dernier"), ("de", "neun im Vorjahr"), ("es", "nueve el año pasado")],
)
def test_a_number_of_last_year_is_one_of_the_past(language: str, text: str) -> None:
    assert "previous" in keys(text, language, "scope")


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("At 10:05 the premier Mara Lund handed in her resignation.", "event:resignation"),
        ("She was sworn in at 10:05 before leaving the palace with her guards.", "event:oath"),
        ("Contact was lost at 10:05, well before the tanker reached the port of Varnholt.", "event:contact"),
    ],
)
def test_a_clock_time_is_that_of_the_act_beside_it(text: str, scope: str) -> None:
    found = claims.find(article(text), mentions(time(text, "10:05", "TIME", "2031-05-06T10:05")), {})
    assert [(c.attribute, c.scope) for c in found] == [("occurrence", (scope,))]


def test_a_result_that_is_out_is_no_page_that_is_published() -> None:
    text = "Um 22.14 Uhr stand das Ergebnis in Varnholt fest."
    found = claims.find(article(text, language="de"), mentions(time(text, "22.14 Uhr", "TIME", "2031-05-06T22:14")), {})
    assert [(c.attribute, c.scope) for c in found] == [("occurrence", ("event:result",))]


def test_a_far_act_is_not_what_a_clock_time_tells() -> None:
    text = (
        "At 10:05 the aide Paul Renn told the reporters who had waited in the hall of the palace that nobody "
        "had said a word about an arrest."
    )
    assert claims.find(article(text), mentions(time(text, "10:05", "TIME", "2031-05-06T10:05")), {}) == []


def test_a_clock_time_behind_a_phase_is_of_the_phase() -> None:
    text = "The jet took off at 10:05 and vanished from radar at 10:20."
    clocks = [time(text, clock, "TIME", f"2031-05-06T{clock}") for clock in ("10:05", "10:20")]
    found = claims.find(article(text), mentions(*clocks), {})
    assert [(c.attribute, c.scope[0]) for c in found] == [("departure", "who:plane"), ("occurrence", "event:contact")]


def test_a_rocket_that_lifts_off_is_launched() -> None:
    text = "The rocket lifted off at 10:05."
    (claim,) = claims.find(article(text), mentions(time(text, "10:05", "TIME", "2031-05-06T10:05")), {})
    assert claim.scope == ("event:launch",)


def test_an_arrest_is_never_what_a_story_is_about() -> None:
    pages = [article("Police arrested a man after the explosion.", id_=id_) for id_ in ("a1", "a2")]
    assert main_event([events(page) for page in pages]) == "explosion"
