"""Which way a weekday points: by the words of its own clause, inside or outside a quotation."""

import pytest

from recoupe.times import find

WEDNESDAY = "2026-05-13"
LAST, NEXT = "2026-05-08", "2026-05-15"


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("fr", "« Nous partons vendredi », a dit Ana Duval.", NEXT),
        ("fr", "Ana Duval a dit : « Nous partons vendredi. »", NEXT),
        ("fr", "« Le bac est vieux. Il quitte le port vendredi », a dit Ana Duval.", NEXT),
        ("fr", "« Nous avons vu le bac vendredi », dira Ana Duval.", LAST),
        ("fr", "Un avion doit ramener les rescapés vendredi.", NEXT),
        ("fr", "« Nous partons », a dit vendredi Ana Duval.", LAST),
        ("en", '"We leave Friday," Ana Duval said.', NEXT),
        ("en", "“We saw it Friday,” she will say.", LAST),
        ("en", '"We leave," Ana Duval said Friday.', LAST),
        ("en", 'They will open the "Port" Friday.', NEXT),
        ("en", "The deal was “Black Friday” for the port.", LAST),
        ("de", "„Wir fahren am Freitag“, sagte Ana Duval.", NEXT),
        ("de", "„Wir fahren“, sagte Ana Duval am Freitag.", LAST),
        ("de", "»Wir fahren am Freitag«, sagte Ana Duval.", NEXT),
        ("es", "«Salimos el viernes», dijo Ana Duval.", NEXT),
        ("it", "«Partiamo venerdì», ha detto Ana Duval.", NEXT),
        ("pt", "“Partimos sexta-feira”, disse Ana Duval.", NEXT),
    ],
)
def test_a_quotation_has_its_own_tense(language: str, text: str, value: str) -> None:
    (time,) = find(text, language=language, published=WEDNESDAY)
    assert time.value == value


@pytest.mark.parametrize(
    ("language", "text", "exact"),
    [
        ("fr", "Le port est bien différent d'aujourd'hui.", "aujourd'hui"),
        ("fr", "À ce jour, trois bacs ont coulé.", "À ce jour"),
        ("en", "To date, three ferries have sunk.", "To date"),
        ("en", "Ferries nowadays are quick.", "nowadays"),
        ("en", "The port was quite different from today.", "today"),
        ("en", "A berth is more expensive today than it was then.", "today"),
        ("fr", "Un quai coûte plus cher aujourd'hui qu'avant.", "aujourd'hui"),
        ("es", "El puerto es más caro hoy que antes.", "hoy"),
        ("it", "Un molo è più caro oggi che allora.", "oggi"),
        ("pt", "O porto é mais caro hoje do que antes.", "hoje"),
        ("es", "El puerto era muy distinto de hoy.", "hoy"),
        ("it", "Ad oggi sono affondati tre traghetti.", "Ad oggi"),
        ("de", "Bis heute sind drei Fähren gesunken.", "Bis heute"),
        ("pt", "O porto era diferente de hoje.", "hoje"),
    ],
)
def test_these_times_are_no_day(language: str, text: str, exact: str) -> None:
    (time,) = find(text, language=language, published=WEDNESDAY)
    assert (time.text, time.value) == (exact, "PRESENT_REF")


def test_what_more_than_a_few_said_today_is_of_today() -> None:
    found = find("Más de cien marineros dijeron hoy que el puerto abre.", language="es", published=WEDNESDAY)
    assert WEDNESDAY in [t.value for t in found]


def test_today_alone_is_a_day() -> None:
    (time,) = find("The ferry left today.", language="en", published=WEDNESDAY)
    assert time.value == WEDNESDAY
    assert find("Keep it up to date.", language="en", published=WEDNESDAY) == []


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "The museum will stay closed on Friday.", NEXT),
        ("en", "The vote will be held Friday.", NEXT),
        ("en", "The captain will be named after a meeting on Friday.", NEXT),
        ("fr", "La ville a précisé que le nom serait dévoilé vendredi.", NEXT),
        ("fr", "Le port a dit qu'il annoncerait son choix vendredi.", NEXT),
        ("fr", "Le marin serait mort vendredi dans le port.", LAST),
        ("fr", "Il espérait encore vendredi un accord.", LAST),
        ("de", "Der Rat werde am Freitag entscheiden, sagte er.", NEXT),
        ("de", "Der Rat habe am Freitag getagt, sagte er.", LAST),
        ("es", "La ciudad dijo que anunciaría el nombre el viernes.", NEXT),
        ("es", "El marino habría viajado el viernes.", LAST),
        ("it", "Il nome verrebbe annunciato venerdì.", NEXT),
        ("pt", "O porto disse que o nome seria conhecido na sexta-feira.", NEXT),
        ("pt", "O nome deverá ser conhecido após a reunião do conselho de sexta-feira.", NEXT),
        ("fr", "Le musée restera fermé vendredi.", NEXT),
        ("es", "El museo será inaugurado el viernes.", NEXT),
        ("en", "Prosecutors said the suspect died Friday.", LAST),
    ],
)
def test_a_participle_goes_with_its_auxiliary(language: str, text: str, value: str) -> None:
    (time,) = find(text, language=language, published=WEDNESDAY)
    assert time.value == value


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("en", "By Monday night nearly 900 volunteers were at the quarry.", ["2030-05-06TNI"]),
        ("en", "The panel will decide by Monday.", ["2030-05-13"]),
        ("fr", "Le trésorier avait quitté la salle dès lundi.", ["2030-05-06"]),
        ("fr", "Les inscriptions seront closes dès lundi.", ["2030-05-13"]),
        ("fr", "Le conseil a décrété trois jours de deuil à compter de vendredi.", ["P3D", "2030-05-10"]),
        ("fr", "La ministre a pris part, mardi, au colloque.", ["2030-05-07"]),
        ("pt", "No sábado, a partir das 15h00, saíram do pavilhão 12 famílias.", ["2030-05-04", "2030-05-04T15:00"]),
        ("it", "Dopo il vertice, dalle 21.40 di lunedì, erano usciti in sei.", ["2030-05-06T21:40"]),
    ],
)
def test_a_limit_gives_way_to_the_verb_of_its_clause(language: str, text: str, values: list[str]) -> None:
    assert [t.value for t in find(text, language=language, published="2030-05-08")] == values


def test_the_clause_behind_a_comma_tells_nothing_of_the_day_before_it() -> None:
    text = "The usher read out the tally at 22:25 GMT on Monday, and a cheer could be heard outside."
    assert [t.value for t in find(text, language="en", published="2030-05-08")] == ["2030-05-06T22:25Z"]


def test_who_was_the_last_to_arrive_has_arrived() -> None:
    (time,) = find("Poe had been the last to arrive, landing on Friday.", language="en", published=WEDNESDAY)
    assert time.value == LAST
    (time,) = find("The minister wants the talks to begin on Friday.", language="en", published=WEDNESDAY)
    assert time.value == NEXT


def test_a_phrase_before_the_comma_has_its_verb_behind_it() -> None:
    text = "Scheduled for 9 pm on Monday, the sailing got under way at 9.50 pm."
    values = [t.value for t in find(text, language="en", published="2030-05-08")]
    assert values == ["2030-05-06T21:00", "2030-05-06T21:50"]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "Part of the pier came down at about 10:20 p.m. (2220 GMT) on Saturday.", "2030-05-04T22:20"),
        ("de", "Um 22.15 Uhr endete am Montag die Suche im Hafen.", "2030-05-06T22:15"),
        ("de", "Um 9 Uhr kam der Bus, am Montag fuhr er wieder.", "2030-05-08T09:00"),  # another clause's day
        ("en", "At 9 a.m. the doors opened. The trial began on Monday.", "2030-05-08T09:00"),
        ("en", "The vigil is planned for 12:00 noon on Thursday.", "2030-05-09T12:00"),
    ],
)
def test_a_clock_takes_the_day_printed_behind_it_in_its_clause(language: str, text: str, value: str) -> None:
    assert find(text, language=language, published="2030-05-08")[0].value[:16] == value


def test_what_has_happened_is_not_put_on_a_day_to_come() -> None:
    text = "A vigil will be held on Thursday.\nThe warden said the search ended at 9:30 p.m."
    assert [t.value for t in find(text, language="en", published="2030-05-08")] == ["2030-05-09", "2030-05-08T21:30"]


def test_the_small_hours_of_a_night_are_the_next_day_s() -> None:
    text = "La crue a atteint le pont dans la nuit de lundi à mardi, à 0h20, selon la mairie."
    assert find(text, language="fr", published="2030-05-08")[-1].value == "2030-05-07T00:20"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("O poço ficou pronto na quinta, às 11h30 locais.", ["2030-05-02", "2030-05-02T11:30"]),
        ("O aviso chegou às 11h15 de terça.", ["2030-05-07T11:15"]),
        ("Na quinta etapa venceu a segunda equipe; ele vive na quinta do avô.", []),
    ],
)
def test_portuguese_days_without_feira(text: str, values: list[str]) -> None:
    assert [t.value for t in find(text, language="pt", published="2030-05-08")] == values


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("fr", "L'assaut a été donné mardi à 4h52. Trois gardiens sont blessés. L'homme était entré à 10h20.", "06"),
        ("en", "The raid began on Tuesday at 4:52 a.m. The man had entered the depot at 10:20 a.m.", "06"),
        ("en", "The raid began on Tuesday at 4:52 a.m. The police left the depot at 10:20 a.m.", "07"),
        ("en", "The raid began on Tuesday at 4:52 a.m. The man had entered the depot at 1:20 a.m.", "07"),
        ("de", "Der Zugriff begann am Dienstag um 4.52 Uhr. Um 10.20 Uhr hatte der Mann das Lager betreten.", "06"),
        ("es", "La policía entró a las 4.52 del martes. El hombre había entrado a las 10.20.", "06"),
        ("it", "Il blitz è scattato alle 4.52 di martedì. L'uomo era entrato nel deposito alle 10.20.", "06"),
        ("pt", "A polícia entrou às 4h52 de terça. O homem havia entrado no depósito às 10h20.", "06"),
    ],
)
def test_what_had_been_by_a_clock_time_was_not_after_it(language: str, text: str, day: str) -> None:
    assert find(text, language=language, published="2030-05-08")[-1].value[:10] == f"2030-05-{day}"


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "The sirens did not go off until 9.30am on Thursday.", "2025-06-12"),
        ("en", "The airport is closed until Thursday.", "2025-06-19"),
        ("en", "All flights are suspended until Monday.", "2025-06-16"),
        ("es", "El aeropuerto permaneció cerrado hasta el jueves.", "2025-06-12"),
        ("es", "El aeropuerto está cerrado hasta el lunes.", "2025-06-16"),
        ("it", "L'aeroporto è rimasto chiuso fino a giovedì.", "2025-06-12"),
        ("it", "L'aeroporto resta chiuso fino a lunedì.", "2025-06-16"),
        ("pt", "O aeroporto ficou fechado até quinta-feira.", "2025-06-12"),
        ("pt", "O aeroporto fica fechado até segunda-feira.", "2025-06-16"),
        ("fr", "L'aéroport est resté fermé jusqu'à jeudi.", "2025-06-12"),
        ("fr", "L'aéroport est fermé jusqu'à lundi.", "2025-06-16"),
        ("de", "Der Flughafen bleibt bis Montag geschlossen.", "2025-06-16"),
    ],
)
def test_until_a_day_is_over_where_the_verb_is(language: str, text: str, day: str) -> None:
    (found,) = find(text, language=language, published="2025-06-13")
    assert found.value[:10] == day


def test_a_night_named_in_another_sentence_moves_no_clock_and_what_had_begun_before_it_was_the_evening_before() -> None:
    text = (
        "Coup de théâtre en pleine nuit : la banque a lâché jeudi 15 mai le cours du talar. La nouvelle est tombée "
        "à 2h40, heure de Varnholt (0h40 à Paris), après une réunion qui avait commencé à 22h30."
    )
    times = {t.text: t.value for t in find(text, language="fr", published="2031-05-15")}
    assert times["2h40"] == "2031-05-14T22:40Z"
    assert times["0h40"] == "2031-05-14T22:40Z"
    assert times["22h30"] == "2031-05-14T22:30"


def test_clocks_of_two_zones_and_of_a_night_that_is_over() -> None:
    text = "Pouco depois do fecho, às 13h de Brasília, saiu uma sondagem. Até as 17h locais tinham votado 41 por cento."
    times = {t.text: t.value for t in find(text, language="pt", published="2031-05-18")}
    assert times["17h locais"] == "2031-05-18T17:00"
    text = "Voters backed the plan, results released overnight showed. Polls had closed at noon."
    times = {t.text: t.value for t in find(text, language="en", published="2031-05-18")}
    assert times["noon"] == "2031-05-18T12:00"


def test_a_night_told_in_one_sentence_goes_on_within_the_next() -> None:
    text = "A pilot died overnight. The fire began at 11 p.m. and ended at 3 a.m., the port said."
    times = {t.text: t.value for t in find(text, language="en", published="2031-05-18")}
    assert (times["11 p.m."], times["3 a.m."]) == ("2031-05-17T23:00", "2031-05-18T03:00")


@pytest.mark.parametrize(
    ("language", "text"), [("en", "THE PORT WILL CLOSE FRIDAY."), ("fr", "LE PORT FERMERA VENDREDI.")]
)
def test_capitals_do_not_hide_the_tense_and_are_told_as_printed(language: str, text: str) -> None:
    (time,) = find(text, language=language, published=WEDNESDAY, explain=True)
    assert time.value == NEXT
    assert any(word in told for told in time.why or () for word in ("WILL", "FERMERA"))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "L'accord est tombé dans la nuit de mercredi à jeudi. On part à 3 heures. À 11 h, on défile."),
        ("de", "In der Nacht auf Donnerstag fiel die Entscheidung. Um 3 Uhr ging einer. Um 11 Uhr begann der Marsch."),
    ],
)
def test_the_small_hours_behind_a_night_of_two_days_are_of_the_second(language: str, text: str) -> None:
    found = find(text, language=language, published="2026-05-14T12:40:00+02:00")
    assert [t.value for t in found][1:] == ["2026-05-14T03:00", "2026-05-14T11:00"]


def test_a_clock_in_brackets_moves_the_story_to_no_other_day() -> None:
    text = "The result came at 2:40 a.m. on Monday (2340 GMT on Sunday). He spoke at 9:30 a.m. and left."
    values = [t.value for t in find(text, language="en", published="2026-05-11T09:00:00Z")]
    assert values == ["2026-05-10T23:40Z", "2026-05-10T23:40Z", "2026-05-11T09:30"]


def test_what_is_shut_until_a_weekday_is_shut_until_the_next() -> None:
    (time,) = find("Banken bis Freitag geschlossen", language="de", published=WEDNESDAY)
    assert time.value == NEXT


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("fr", "Les syndicats ont appelé à une journée de grève et de marches vendredi.", NEXT),
        ("fr", "Les syndicats ont appelé vendredi à la grève.", LAST),
        ("es", "Los sindicatos han convocado una huelga general el viernes.", NEXT),
        ("es", "El comité convocó el viernes una huelga.", LAST),
        ("it", "I sindacati hanno proclamato uno sciopero dei traghetti venerdì.", NEXT),
        ("pt", "Os sindicatos convocaram uma greve geral na sexta-feira.", NEXT),
        ("de", "Die Gewerkschaft hat zu einem Streik am Freitag aufgerufen.", NEXT),
        ("en", "The union called for a strike of all crews on Friday.", NEXT),
        ("en", "The union called a strike for Friday.", NEXT),
    ],
)
def test_what_people_are_called_to_is_on_the_day_behind_it(language: str, text: str, value: str) -> None:
    assert [t.value for t in find(text, language=language, published=WEDNESDAY) if t.value in (LAST, NEXT)] == [value]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "The result came shortly after midnight.", f"{WEDNESDAY}T00:00"),
        ("en", "The polls will close at midnight.", f"{WEDNESDAY}T24:00"),
        ("fr", "Le résultat a été donné peu après minuit.", f"{WEDNESDAY}T00:00"),
        ("es", "El resultado llegó después de la medianoche.", f"{WEDNESDAY}T00:00"),
        ("it", "Il risultato è stato dato poco dopo mezzanotte.", f"{WEDNESDAY}T00:00"),
        ("pt", "O resultado foi anunciado pouco depois da meia-noite.", f"{WEDNESDAY}T00:00"),
    ],
)
def test_a_midnight_that_is_past_began_the_day(language: str, text: str, value: str) -> None:
    (time,) = find(text, language=language, published=WEDNESDAY)
    assert time.value == value


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "Voting closes at noon and the polls close at 8 p.m. on Friday.", NEXT),
        ("en", "The ferrymen voted by 71% to stop work on Friday.", NEXT),
        ("fr", "Le scrutin des bateliers se clôt vendredi.", NEXT),
        ("fr", "Le congé des bateliers s'achève vendredi.", NEXT),
        ("de", "Am Freitag entscheiden die Mitglieder der Hafengewerkschaft endgültig.", NEXT),
        ("de", "Start am Freitag: Die Fähren fahren wieder.", NEXT),
        ("es", "La consulta de los barqueros concluye el viernes.", NEXT),
        ("es", "Inicio el viernes: los barcos vuelven a navegar.", NEXT),
        ("it", "La consultazione degli iscritti al sindacato si chiude venerdì.", NEXT),
        ("it", "Il mercato del porto, venerdì, resta un enigma.", LAST),
        ("pt", "A consulta aos barqueiros termina na sexta-feira.", NEXT),
        ("pt", "Início na sexta-feira: os barcos voltam ao rio.", NEXT),
    ],
)
def test_what_is_timed_in_the_present_tense_is_to_come(language: str, text: str, value: str) -> None:
    assert find(text, language=language, published=WEDNESDAY)[-1].value[:10] == value


def test_an_election_of_this_year_is_in_this_year() -> None:
    times = find("The 2026 town election scheduled for January 18 was near.", language="en", published=WEDNESDAY)
    assert [t.value for t in times] == ["2026", "2026-01-18"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The hearing resumes on Tuesday."),
        ("fr", "Le musée rouvre mardi."),
        ("de", "Die Schulen öffnen am Dienstag wieder."),
        ("es", "El juicio se reanuda el martes."),
        ("it", "Il processo riprende martedì."),
        ("pt", "O julgamento recomeça na terça-feira."),
    ],
)
def test_what_goes_on_on_a_weekday_is_to_come(language: str, text: str) -> None:
    assert [t.value for t in find(text, language=language, published="2026-10-11")] == ["2026-10-13"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Three days of mourning end on Friday."),
        ("en", "The two ministers meet on Friday in the port."),
        ("en", "The ferries run again on Friday."),
        ("fr", "Les deux ministres se retrouvent vendredi au port."),
        ("fr", "Les bacs circulent à nouveau vendredi."),
        ("de", "Die Fähren fahren am Freitag wieder."),
        ("es", "Los barcos vuelven a navegar el viernes."),
        ("it", "I due ministri si incontrano venerdì al porto."),
        ("it", "I traghetti tornano a navigare venerdì."),
        ("pt", "Os dois ministros reúnem-se na sexta-feira no porto."),
        ("pt", "Os barcos voltam a navegar na sexta-feira."),
    ],
)
def test_what_several_do_in_the_present_lies_ahead(language: str, text: str) -> None:
    assert [t.value for t in find(text, language=language, published=WEDNESDAY) if t.type == "DATE"] == [NEXT]


def test_what_did_not_end_lies_back() -> None:
    assert [t.value for t in find("The talks did not end on Friday.", language="en", published=WEDNESDAY)] == [LAST]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Trois jours de deuil national, à commencer vendredi."),
        ("en", "Three days of national mourning, beginning with Friday."),
        ("de", "Drei Tage Staatstrauer, zuerst am Freitag."),
        ("es", "Tres días de luto nacional, el viernes el primero."),
        ("it", "Tre giorni di lutto nazionale, venerdì il primo."),
        ("pt", "Três dias de luto nacional, sexta-feira o primeiro."),
    ],
)
def test_mourning_that_is_declared_lies_ahead(language: str, text: str) -> None:
    assert [t.value for t in find(text, language=language, published=WEDNESDAY) if t.type == "DATE"] == [NEXT]


def test_mourning_that_was_observed_is_over() -> None:
    found = find("The port observed a day of mourning on Friday.", language="en", published=WEDNESDAY)
    (day,) = [t for t in found if t.type == "DATE"]
    assert day.value == LAST


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "On May 29, a Friday, the bakers want to stop work."),
        ("fr", "Le 29 mai, un vendredi, les boulangers veulent cesser le travail."),
        ("de", "Am 29. Mai, einem Freitag, wollen die Bäcker streiken."),
        ("es", "El 29 de mayo, un viernes, los panaderos quieren parar."),
        ("it", "Il 29 maggio, un venerdì, i fornai vogliono fermarsi."),
        ("pt", "No dia 29 de maio, uma sexta-feira, os padeiros querem parar."),
    ],
)
def test_a_weekday_behind_a_day_only_says_which_it_is(language: str, text: str) -> None:
    assert [t.value for t in find(text, language=language, published=WEDNESDAY)] == ["2026-05-29", "2026-05-29"]


def test_a_weekday_behind_another_day_is_its_own() -> None:
    times = find("On May 28, a Friday, they came.", language="en", published=WEDNESDAY)
    assert [t.value for t in times] == ["2026-05-28", "2026-05-08"]


def test_a_second_verb_behind_a_day_does_not_say_of_the_first_when_it_was() -> None:
    for text in (
        "The mayor faced reporters on Friday and would not say who signed.",
        "The mayor faced reporters at 3 p.m. Eastern on Friday and would not say who signed.",
    ):
        assert find(text, language="en", published=WEDNESDAY)[0].value.startswith(LAST)
    assert find("The bakers on Friday and Monday will stop.", language="en", published=WEDNESDAY)[0].value == NEXT
    text = "The vote was held at 5 p.m. The court meets on Friday."
    assert find(text, language="en", published=WEDNESDAY)[-1].value == NEXT


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("es", "La huelga es de un día: el viernes 28.", ["2031-03-28"]),
        ("fr", "La grève est d'un jour : le vendredi 28.", ["2031-03-28"]),
        ("fr", "Le bac a coulé vendredi 28.", ["2031-02-28"]),
        ("pt", "A greve está marcada para o dia 28 e o acordo foi assinado no dia 9.", ["2031-03-28", "2031-03-09"]),
        ("it", "Lo sciopero comincerà il giorno 4.", ["2031-04-04"]),
    ],
)
def test_a_day_by_its_number_is_the_one_the_tense_tells_of(language: str, text: str, values: list[str]) -> None:
    times = find(text, language=language, published="2031-03-14")
    assert [t.value for t in times if len(t.value) == len("2031-03-14")] == values


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("es", "El viernes 28 empieza la huelga.", "2031-03-28"),
        ("es", "El viernes 28 personas murieron.", "2031-03-14"),
        ("it", "Venerdì 28 inizia lo sciopero.", "2031-03-28"),
        ("it", "Venerdì 28 persone sono morte.", "2031-03-14"),
        ("pt", "Na sexta-feira 28 começa a greve.", "2031-03-28"),
        ("fr", "Vendredi 28 commence la grève.", "2031-03-28"),
        ("fr", "Vendredi 28 personnes sont mortes.", "2031-03-14"),
    ],
)
def test_a_number_behind_a_weekday_is_its_day_unless_it_counts_what_follows(
    language: str, text: str, value: str
) -> None:
    assert [t.value for t in find(text, language=language, published="2031-03-14")] == [value]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("È stato trovato il giorno dopo.", ["2031-04-03"]),
        ("È stato trovato il giorno dopo il crollo.", [""]),
        ("È stato trovato il giorno dopo l'esplosione.", [""]),
    ],
)
def test_the_day_after_something_has_no_value(text: str, values: list[str]) -> None:
    assert [t.value for t in find(text, language="it", published="2031-04-02T18:00:00+02:00")] == values


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Last year, on March 3, two climbers died there."),
        ("fr", "L'an dernier, le 3 mars, deux randonneurs avaient péri au même endroit."),
        ("de", "Im Vorjahr starben dort am 3. März zwei Menschen."),
        ("es", "El año pasado, el 3 de marzo, murieron dos montañeros."),
        ("it", "L'anno scorso, il 3 marzo, sono morti due alpinisti."),
        ("pt", "No ano passado, a 3 de março, morreram dois alpinistas."),
    ],
)
def test_a_day_is_of_the_year_its_sentence_opens_with_in_words(language: str, text: str) -> None:
    assert [t.value for t in find(text, language=language, published="2031-02-12T18:00:00Z")][-1] == "2030-03-03"


def test_a_year_in_the_middle_dates_no_day_behind_it() -> None:
    text = "The prize of last year is given on March 3."
    assert [t.value for t in find(text, language="en", published="2031-02-12T18:00:00Z")][-1] == "2031-03-03"
