"""Live blogs as messy as real ones: each page has what its name tells, and its updates come out whole, in order."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

import pytest

from recoupe.extract import read
from recoupe.model import Article, Page


class Case(NamedTuple):
    """A page's body, the rest of its head, and its updates oldest first: moment, headline, first and last words."""

    head: str
    body: str
    told: list[tuple[str | None, str | None, str, str]]
    without: tuple[str, ...] = ()
    language: str = "en"


def times(published: str, modified: str, title: str) -> str:
    return (
        f"<title>{title}</title><meta property='article:published_time' content='{published}'>"
        f"<meta property='article:modified_time' content='{modified}'>"
    )


AD = "<div class='ad-slot'><p>Anzeige</p></div>"

CLOCK_IN_PARAGRAPH = Case(
    times("2026-03-03T06:10:00+01:00", "2026-03-03T09:42:00+01:00", "Sturm über Halden: Der Liveticker"),
    "<h1>Sturm über Halden: Der Liveticker</h1><p>Der Sturm Mira zieht über das Haldener Land. Züge stehen still, "
    "Schulen bleiben zu. Was passiert, lesen Sie hier.</p>"
    "<p><strong>9.40 Uhr:</strong> Die Feuerwehr meldet 62 Einsätze seit dem frühen Morgen. Meist geht es um "
    "umgestürzte Bäume.</p><p>In Orlbach ist ein Dach abgedeckt worden.</p>" + AD +
    "<p><strong>8.15 Uhr:</strong> Die Bahn stellt den Verkehr zwischen Halden und Orlbach ein. Busse fahren nicht, "
    "weil auch die Straße gesperrt ist.</p>"
    "<p>Um 10 Uhr will die Bahn neu entscheiden.</p>"
    "<p><strong>6.05 Uhr:</strong> Der Wetterdienst hebt die Warnung auf die höchste Stufe. Erwartet werden Böen bis "
    "130 Kilometer in der Stunde.</p>",
    [
        ("2026-03-03T06:05:00+01:00", None, "Der Wetterdienst hebt", "130 Kilometer in der Stunde."),
        ("2026-03-03T08:15:00+01:00", None, "Die Bahn stellt", "will die Bahn neu entscheiden."),
        ("2026-03-03T09:40:00+01:00", None, "Die Feuerwehr meldet", "ein Dach abgedeckt worden."),
    ],
    ("Anzeige",),
    "de",
)  # fmt: skip

ITEMS_OLDEST_FIRST = Case(
    times("2026-06-14T14:00:00+02:00", "2026-06-14T18:20:00+02:00", "La crue de la Sorelle, minute par minute"),
    "<h1>La crue de la Sorelle, minute par minute</h1><p>La Sorelle a débordé dimanche après-midi. Le récit de la "
    "journée, heure par heure, avec nos envoyés spéciaux à Bréval.</p><aside><h2>À lire aussi</h2><ul><li>"
    "<a href='/a'>14h : le marché rouvre</a></li><li><a href='/b'>Les digues, vingt ans après</a></li></ul></aside>"
    "<ul class=fil><li><b>14h05.</b> La préfecture place la vallée en vigilance rouge et demande aux habitants des "
    "quais de monter aux étages.</li><li><b>15h30.</b> « L'eau arrive aux fenêtres », raconte une commerçante de la "
    "rue Basse, que les pompiers ont sortie en barque.</li><li><b>16h.</b> Le pont Vieux est fermé aux piétons comme "
    "aux voitures jusqu'à nouvel ordre, annonce la mairie.</li><li><b>18h20.</b> La décrue s'amorce : le niveau a "
    "baissé de onze centimètres en une heure à l'échelle de Bréval.</li></ul>",
    [
        ("2026-06-14T14:05:00+02:00", None, "La préfecture place", "monter aux étages."),
        ("2026-06-14T15:30:00+02:00", None, "« L'eau arrive", "sortie en barque."),
        ("2026-06-14T16:00:00+02:00", None, "Le pont Vieux", "annonce la mairie."),
        ("2026-06-14T18:20:00+02:00", None, "La décrue s'amorce", "à l'échelle de Bréval."),
    ],
    ("marché rouvre",),
    "fr",
)

TABLE_ROWS = Case(
    times("2026-09-20T20:00:00+02:00", "2026-09-20T22:31:00+02:00", "Elezioni a Portolana, la diretta"),
    "<h1>Elezioni a Portolana, la diretta</h1><p>Si vota per il sindaco di Portolana. Seggi chiusi alle 20, lo "
    "spoglio "
    "è cominciato subito dopo.</p><table class=diretta><tr><th>Ora</th><th>Notizia</th></tr>"
    "<tr><td>22:31</td><td>Scrutinate 40 sezioni su 88: Livia Terzi è in testa con il 46 per cento dei "
    "voti.</td></tr>"
    "<tr><td>21:50</td><td>Il comitato di Terzi parla di «dati incoraggianti», quello di Neri chiede di aspettare."
    "</td></tr><tr><td>21:02</td><td>Le prime dieci sezioni danno avanti Neri di tre punti. Sono quelle del porto."
    "</td></tr><tr><td>20:00</td><td>Chiusi i seggi. L'affluenza è del 58,2 per cento, due punti in più di "
    "cinque anni "
    "fa.</td></tr></table>",
    [
        ("2026-09-20T20:00:00+02:00", None, "Chiusi i seggi.", "cinque anni fa."),
        ("2026-09-20T21:02:00+02:00", None, "Le prime dieci", "quelle del porto."),
        ("2026-09-20T21:50:00+02:00", None, "Il comitato", "chiede di aspettare."),
        ("2026-09-20T22:31:00+02:00", None, "Scrutinate 40", "dei voti."),
    ],
    ("Notizia",),
    "it",
)

UPDATED_AND_PINNED = Case(
    times("2026-02-11T07:00:00+01:00", "2026-02-11T11:15:00+01:00", "DIRECT. Grève des bacs : la situation"),
    "<h1>DIRECT. Grève des bacs : la situation</h1><p class=maj>Mis à jour le 11/02/2026 à 11:15</p><p>Aucun bac ne "
    "circule mercredi matin entre Larmoise et les îles. Suivez la situation en direct avec nous.</p>"
    "<div class='points'><h2>L'essentiel</h2><ul><li>Aucun bac avant midi</li><li>Le préfet reçoit les syndicats</li>"
    "</ul></div><div class=live><div class='post epingle'><span>Épinglé</span><time "
    "datetime='2026-02-11T08:30:00+01:00'>"
    "8h30</time><h3>Ce qu'il faut savoir</h3><p>Les équipages demandent une sixième embauche par bac. La compagnie "
    "propose une prime de fin d'année.</p></div>"
    "<div class=post><time datetime='2026-02-11T11:10:00+01:00'>11h10</time> <span>(mis à jour à 11h14)</span><h3>Le "
    "préfet reçoit les syndicats</h3><p>La rencontre a commencé à 11 heures à la préfecture et doit durer une heure, "
    "selon l'entourage du préfet.</p></div>"
    "<div class=post><time datetime='2026-02-11T09:20:00+01:00'>9h20</time><h3>« On tiendra une semaine »</h3><p>Sur "
    "le quai de Larmoise, une quarantaine de marins font brûler des palettes depuis l'aube.</p><blockquote class="
    "'twitter-tweet'><p>Nous tiendrons une semaine s'il le faut.</p>&mdash; Section des bacs (@bacs) <a "
    "href='https://x.example/1'>9:02 AM · 11 févr. 2026</a></blockquote></div>"
    "<div class=post><time datetime='2026-02-11T07:05:00+01:00'>7h05</time><h3>Premier départ annulé</h3><p>Le bac "
    "de 7 heures n'est pas parti. Deux cents personnes attendaient à l'embarcadère.</p></div></div>",
    [
        ("2026-02-11T07:05:00+01:00", "Premier départ annulé", "Le bac de 7 heures", "à l'embarcadère."),
        ("2026-02-11T08:30:00+01:00", "Ce qu'il faut savoir", "Les équipages", "prime de fin d'année."),
        ("2026-02-11T09:20:00+01:00", "« On tiendra une semaine »", "Sur le quai", ""),
        ("2026-02-11T11:10:00+01:00", "Le préfet reçoit les syndicats", "La rencontre", "l'entourage du préfet."),
    ],
    ("Épinglé", "mis à jour à 11h14"),
    "fr",
)

TWELVE_HOURS_SEVERAL_DAYS = Case(
    times("2026-05-04T21:00:00-04:00", "2026-05-05T13:12:00-04:00", "Live updates: Search for the Dunmore ferry"),
    "<h1>Live updates: Search for the Dunmore ferry</h1><p>Crews are looking for a ferry that went silent off "
    "Dunmore "
    "on Monday night with 31 people aboard. Follow the search here.</p><div class=updates>"
    "<h2>Tuesday, May 5, 2026</h2>"
    "<div class=u><span>1:12 p.m.</span><h3>Life raft found empty</h3><p>A life raft of the ferry was found eight "
    "miles south of the harbor, the coast guard said. It was empty.</p></div>"
    "<div class=u><span>12:30 p.m.</span><h3>Families wait at the school</h3><p>About sixty relatives wait in "
    "the gym "
    "of the Dunmore school, where counselors are with them.</p></div>"
    "<div class=u><span>12:15 a.m.</span><h3>Second cutter joins</h3><p>A second cutter has reached the area and "
    "searches with lights, a spokeswoman said after midnight.</p></div>"
    "<h2>Monday, May 4, 2026</h2>"
    "<div class=u><span>9:40 p.m.</span><h3>Contact lost</h3><p>The ferry Alder answered its last call at 8:55, "
    "according to the harbor master, and nothing has been heard since.</p></div></div>",
    [
        ("2026-05-04T21:40:00-04:00", "Contact lost", "The ferry Alder", "heard since."),
        ("2026-05-05T00:15:00-04:00", "Second cutter joins", "A second cutter", "after midnight."),
        ("2026-05-05T12:30:00-04:00", "Families wait at the school", "About sixty", "are with them."),
        ("2026-05-05T13:12:00-04:00", "Life raft found empty", "A life raft", "It was empty."),
    ],
    ("Monday, May 4", "Tuesday, May 5"),
)

WITHOUT_A_CLOCK = Case(
    times("2026-04-09T08:00:00+02:00", "2026-04-09T12:00:00+02:00", "Juicio del puerto, en directo"),
    "<h1>Juicio del puerto, en directo</h1><p>Empieza el juicio por el incendio del puerto de Villamar. Siga en "
    "directo la primera sesión desde la Audiencia.</p><section class='live-feed'>"
    "<article class=entry><time datetime='2026-04-09T11:58:00+02:00'>11:58</time><h2>Receso hasta las "
    "cuatro</h2><p>La "
    "presidenta del tribunal suspende la sesión hasta las cuatro de la tarde.</p></article>"
    "<article class=entry><h2>Así es la sala</h2><p>Catorce bancos, tres filas para la prensa y una pantalla "
    "para los "
    "familiares que no caben dentro.</p></article>" + "<div class=ad><p>Publicidad</p></div>" +
    "<article class=entry><time datetime='2026-04-09T10:31:00+02:00'>10:31</time><h2>Declara el vigilante</h2><p>El "
    "vigilante dice que avisó dos veces por radio y que nadie contestó desde la oficina.</p></article>"
    "<article class=entry><time datetime='2026-04-09T09:47:00+02:00'>09:47</time><h2>Llegan los acusados</h2><p>Los "
    "tres acusados entran por la puerta de atrás, sin hablar con los periodistas.</p></article></section>",
    [
        ("2026-04-09T09:47:00+02:00", "Llegan los acusados", "Los tres acusados", "los periodistas."),
        ("2026-04-09T10:31:00+02:00", "Declara el vigilante", "El vigilante dice", "la oficina."),
        (None, "Así es la sala", "Catorce bancos", "no caben dentro."),
        ("2026-04-09T11:58:00+02:00", "Receso hasta las cuatro", "La presidenta", "de la tarde."),
    ],
    ("Publicidad",),
    "es",
)  # fmt: skip

CLOCK_HEADINGS_PT = Case(
    times("2026-01-22T06:30:00Z", "2026-01-22T10:05:00Z", "Greve do metro: siga ao minuto"),
    "<h1>Greve do metro: siga ao minuto</h1><p>O metro de Porto Velho está parado esta quinta-feira. Siga aqui ao "
    "minuto o que se passa nas estações.</p><div class=texto><h3>10h05 – Filas de um quilómetro</h3><p>Na ponte "
    "formam-se "
    "filas de um quilómetro em direção ao centro, diz a polícia.</p><p>Os autocarros passam cheios.</p><figure><img "
    "src=a.jpg><figcaption>Passageiros na paragem do Carmo. Foto: Rui Sá</figcaption></figure><h3>8h40 – "
    "Administração "
    "fala em adesão de 60%</h3><p>A administração diz que seis em cada dez trabalhadores fazem greve.</p><h3>8h02 – "
    "Sindicato: «Está tudo parado»</h3><p>O sindicato fala em adesão total: nenhum comboio saiu da "
    "garagem.</p><h3>6h30 "
    "– Estações fechadas</h3><p>As 24 estações da rede não abriram as portas esta manhã.</p></div><h3>Leia "
    "também</h3>"
    "<ul><li><a href=/x>Os direitos de quem tem passe</a></li></ul>",
    [
        ("2026-01-22T06:30:00", "Estações fechadas", "As 24 estações", "esta manhã."),
        ("2026-01-22T08:02:00", "Sindicato: «Está tudo parado»", "O sindicato", "saiu da garagem."),
        ("2026-01-22T08:40:00", "Administração fala em adesão de 60%", "A administração", "fazem greve."),
        ("2026-01-22T10:05:00", "Filas de um quilómetro", "Na ponte", "passam cheios."),
    ],
    ("Rui Sá", "Leia também", "quem tem passe"),
    "pt",
)

SHOWN = [
    ("15:40", "Second lock closed", "The wardens have closed the second lock. Boats bound for the lakes must wait "
     "until Thursday, and there is no berth left in the lower basin."),
    ("14:22", "Mayor asks for calm", "The mayor of Tarn asks people to stay off the dykes. Forty volunteers are there "
     "already, and more would only be in the way of the diggers."),
    ("13:05", "Crack in the dyke", "A crack six metres long has been found in the eastern dyke. Engineers say that it "
     "is not deep, but sand is being brought all the same."),
    ("11:50", "School sent home", "The school of Tarn has sent its pupils home. Its cellar is under water, and the "
     "power was turned off as a precaution at half past eleven."),
]  # fmt: skip


def posting(updates: list[dict[str, Any]]) -> str:
    thing = {
        "@context": "https://schema.org", "@type": "LiveBlogPosting", "headline": "Tarn flood: live",
        "datePublished": "2026-03-02T11:00:00+01:00", "dateModified": "2026-03-02T15:45:00+01:00",
        "liveBlogUpdate": updates,
    }  # fmt: skip
    written = json.dumps(thing).replace("</", "<\\/")
    return f"<title>Tarn flood: live</title><script type='application/ld+json'>{written}</script>"


def told(clock: str, title: str, body: str) -> dict[str, str]:
    return {
        "@type": "BlogPosting", "headline": title, "datePublished": f"2026-03-02T{clock}:00+01:00",
        "articleBody": body,
    }  # fmt: skip


FLOOD = "<h1>Tarn flood: live</h1><p>The Tarn is rising after a week of rain. Follow the day along its dykes here.</p>"
ENTRIES = "".join(
    f"<div class=lb><span>{clock}</span><h2>{title}</h2><p>{body}</p></div>" for clock, title, body in SHOWN
)
FLOOD_TOLD = [(f"2026-03-02T{clock}:00+01:00", title, body[:20], body[-20:]) for clock, title, body in reversed(SHOWN)]
TRUNCATED = Case(
    posting([told(clock, title, f"{body[:60].rsplit(' ', 1)[0]}...") for clock, title, body in SHOWN]),
    f"{FLOOD}<main>{ENTRIES}</main>",
    FLOOD_TOLD,
)
WITH_HTML = Case(
    posting([told(c, t, f"<p>{b.replace('. ', '.</p><p>', 1)}</p><script>x()</script>") for c, t, b in SHOWN]),
    f"{FLOOD}<main>{ENTRIES}</main>",
    FLOOD_TOLD,
)
FEWER = Case(posting([told(*entry) for entry in SHOWN[:2]]), f"{FLOOD}<main>{ENTRIES}</main>", FLOOD_TOLD)
BARE_TIME_AND_TWEETS = Case(
    times("2026-07-01T09:00:00+02:00", "2026-07-01T12:40:00+02:00", "Brand im Hafen von Osterwik - Liveblog"),
    "<h1>Brand im Hafen von Osterwik - Liveblog</h1><p>Im Hafen von Osterwik brennt seit dem Morgen eine Lagerhalle. "
    "Alle Entwicklungen im Liveblog.</p><ol class='liveblog'>"
    "<li id=e4><time>12:40</time><p>Die Feuerwehr hat den Brand unter Kontrolle, sagt ihr Sprecher. Die "
    "Löscharbeiten "
    "dauern bis in den Abend.</p></li>"
    "<li id=e3><time>11:15</time><p>Auf Videos ist zu sehen, wie das Dach der Halle einstürzt. Verletzt wurde dabei "
    "niemand.</p><blockquote class='twitter-tweet'><p>Das Dach ist gerade runtergekommen.</p><a "
    "href='https://x.example/2'>"
    "11:04 - 1. Juli 2026</a></blockquote></li>"
    "<li id=e2><time>10:02</time><p>Die Polizei sperrt die Uferstraße und bittet, Fenster geschlossen zu "
    "halten.</p></li>"
    "<li id=e1><time>09:00</time><p>In einer Lagerhalle im Hafen ist ein Feuer ausgebrochen, Rauch zieht über die "
    "Stadt.</p></li></ol>",
    [
        ("2026-07-01T09:00:00+02:00", None, "In einer Lagerhalle", "über die Stadt."),
        ("2026-07-01T10:02:00+02:00", None, "Die Polizei sperrt", "geschlossen zu halten."),
        ("2026-07-01T11:15:00+02:00", None, "Auf Videos", ""),
        ("2026-07-01T12:40:00+02:00", None, "Die Feuerwehr hat", "bis in den Abend."),
    ],
    (),
    "de",
)

MIDNIGHT_NEWEST_FIRST = Case(
    times("2026-10-30T20:00:00+01:00", "2026-10-31T01:05:00+01:00", "Vote à Corvane, en direct"),
    "<h1>Vote à Corvane, en direct</h1><p>Les députés de Corvane débattent du budget dans la nuit de vendredi à "
    "samedi. "
    "Suivez la séance en direct.</p>"
    "<h2>1h05 : le budget est adopté</h2><p>Par 61 voix contre 58, les députés ont adopté le budget de l'an "
    "prochain.</p>"
    "<h2>0h20 : suspension de séance</h2><p>La présidente suspend la séance pour vingt minutes à la demande de "
    "l'opposition.</p>"
    "<h2>23h10 : premier incident</h2><p>Un député a quitté la salle après un échange vif avec la ministre.</p>"
    "<h2>20h : la séance est ouverte</h2><p>La ministre des finances a présenté son texte pendant une heure et "
    "demie.</p>",
    [
        ("2026-10-30T20:00:00+01:00", "la séance est ouverte", "La ministre des finances", "une heure et demie."),
        ("2026-10-30T23:10:00+01:00", "premier incident", "Un député", "avec la ministre."),
        ("2026-10-31T00:20:00+01:00", "suspension de séance", "La présidente", "de l'opposition."),
        ("2026-10-31T01:05:00+01:00", "le budget est adopté", "Par 61 voix", "de l'an prochain."),
    ],
    (),
    "fr",
)

DAYS_AS_HEADINGS = Case(
    "<title>Le procès du barrage, jour par jour : notre direct</title>",
    "<h1>Le procès du barrage, jour par jour : notre direct</h1><p class=date>Publié le 12 mai 2026</p><p>Le "
    "procès de "
    "la rupture du barrage de Fontanges s'est ouvert. Notre direct, audience après audience.</p><div class=direct>"
    "<h2>Mardi 12 mai 2026</h2><p><b>9h12</b> Le président ouvre l'audience et appelle les parties civiles, au "
    "nombre de "
    "quarante-deux.</p><p><b>11h40</b> L'expert décrit une vanne « bloquée depuis deux hivers » et montre ses "
    "photos à "
    "la barre.</p><h2>Jeudi 14 mai 2026</h2><p><b>9h05</b> Le directeur du barrage est entendu à son tour. Il dit ne "
    "pas avoir reçu les alertes.</p><p><b>15h20</b> Un ancien agent le contredit : il a remis lui-même trois "
    "notes au "
    "siège.</p></div>",
    [
        ("2026-05-12T09:12:00", None, "Le président ouvre", "quarante-deux."),
        ("2026-05-12T11:40:00", None, "L'expert décrit", "à la barre."),
        ("2026-05-14T09:05:00", None, "Le directeur du barrage", "reçu les alertes."),
        ("2026-05-14T15:20:00", None, "Un ancien agent", "au siège."),
    ],
    ("Jeudi 14 mai",),
    "fr",
)

KEY_POINTS_WITH_CLOCKS = Case(
    times("2026-03-02T11:00:00+01:00", "2026-03-02T15:45:00+01:00", "Tarn flood: live"),
    FLOOD
    + "<div class=keypoints><h2>Key points</h2><ul>"
    + "".join(f"<li><a href='#p{n}'>{clock} {title}</a></li>" for n, (clock, title, _) in enumerate(SHOWN))
    + "</ul></div><main>"
    + "".join(
        f"<div class=lb id=p{n}><span>{c}</span><h2>{t}</h2><p>{b}</p></div>" for n, (c, t, b) in enumerate(SHOWN)
    )
    + "</main><aside><h2>Latest</h2><ul>"
    + "".join(
        f"<li>1{n}:0{n} <a href='/other/{n}'>Another piece of news number {n} from the county</a></li>"
        for n in range(5)
    )
    + "</ul></aside>",
    FLOOD_TOLD,
    ("Key points", "Another piece"),
)

CLOCK_COLUMN = Case(
    times("2026-03-02T11:00:00+01:00", "2026-03-02T15:45:00+01:00", "Tarn flood: live"),
    FLOOD + "<div class=feed>" + "".join(
        f"<div class='row row--{kind}'><div class=left><span class=ago>{n + 1} hours "
        f"ago</span><time>{clock}</time></div>"
        f"<div class=right><h3>{title}</h3><div class=txt>{body}</div><div class=share><a "
        f"href='https://x.example/s'>Share"
        f"</a></div></div></div>"
        for n, ((clock, title, body), kind) in enumerate(zip(SHOWN, ("text", "video", "photo", "text"), strict=True))
    ) + "</div>",
    FLOOD_TOLD,
)  # fmt: skip

ZONES = Case(
    times("2026-03-02T10:00:00Z", "2026-03-02T14:45:00Z", "Tarn flood: live"),
    FLOOD + "<div class=feed>" + "".join(
        f"<section class=x><h4>{clock} CET</h4><h3>{title}</h3><p>{body}</p></section>"
        for clock, title, body in SHOWN
    ) + "</div>",
    FLOOD_TOLD,
)  # fmt: skip

RICH_ENTRIES = Case(
    times("2026-08-19T15:00:00+02:00", "2026-08-19T18:03:00+02:00", "Gipfel von Arn im Newsblog"),
    "<h1>Gipfel von Arn im Newsblog</h1><p>Zwölf Minister beraten in Arn über die Fischerei. Alle Nachrichten "
    "im Newsblog."
    "</p><div class=newsblog>"
    "<div class=beitrag><p class=zeit>18:03 Uhr</p><h3>Die Einigung im Überblick</h3><p>Die Minister haben sich "
    "auf drei "
    "Punkte geeinigt:</p><ul><li>Die Fangmenge sinkt um neun Prozent.</li><li>Die Schonzeit beginnt im "
    "April.</li></ul>"
    "<p>Ab 20:00 Uhr wollen sie vor die Presse treten.</p><figure><img src=g.jpg><figcaption>Die Runde in Arn. Foto: "
    "P. Hald</figcaption></figure></div>"
    "<div class=beitrag><p class=zeit>16:45 Uhr</p><h3>„Wir brauchen Zeit“</h3><blockquote>„Wir brauchen Zeit, "
    "und die "
    "haben wir nicht“, sagt die Kommissarin beim Hineingehen.</blockquote><h4>Was die Verbände fordern</h4><p>Die "
    "Verbände fordern eine Übergangsfrist von drei Jahren.</p></div>"
    "<div class=beitrag><p class=zeit>15:00 Uhr</p><h3>Die Beratungen beginnen</h3><p>Die Minister sind "
    "eingetroffen, "
    "die Beratungen haben mit einer Stunde Verspätung begonnen.</p></div></div>"
    "<section class=comments><h2>Kommentare</h2><div class=comment>Lena, 17:10 Uhr<p>Neun Prozent reichen hinten und "
    "vorne nicht, das wissen doch alle.</p></div><div class=comment>Kai, 17:02 Uhr<p>Immer dasselbe mit diesen "
    "Gipfeln, "
    "viel Lärm um nichts.</p></div><div class=comment>Uwe, 16:50 Uhr<p>Wer denkt eigentlich an die Fischer in den "
    "kleinen Häfen?</p></div></section>",
    [
        ("2026-08-19T15:00:00+02:00", "Die Beratungen beginnen", "Die Minister sind", "Verspätung begonnen."),
        ("2026-08-19T16:45:00+02:00", "„Wir brauchen Zeit“", "„Wir brauchen Zeit, und", "von drei Jahren."),
        ("2026-08-19T18:03:00+02:00", "Die Einigung im Überblick", "Die Minister haben", "vor die Presse treten."),
    ],
    ("P. Hald", "hinten und vorne"),
    "de",
)

RUSSIAN = Case(
    times("2026-02-03T09:00:00+03:00", "2026-02-03T13:20:00+03:00", "Паводок в Речном: онлайн"),
    "<h1>Паводок в Речном: онлайн</h1><p>Уровень воды в реке Светлой растёт второй день. Следите за событиями в "
    "прямом "
    "эфире.</p><div class=online><div class=item><span>13:20</span><p>Мост через Светлую закрыт для грузовиков, "
    "сообщает мэрия города.</p></div><div class=item><span>11:45</span><p>Из двух посёлков вывезли девяносто "
    "человек, "
    "рассказали спасатели.</p></div><div class=item><span>09:00</span><p>Уровень воды поднялся за ночь на сорок "
    "сантиметров, говорят на станции.</p></div></div>",
    [
        ("2026-02-03T09:00:00+03:00", None, "Уровень воды поднялся", "на станции."),
        ("2026-02-03T11:45:00+03:00", None, "Из двух посёлков", "спасатели."),
        ("2026-02-03T13:20:00+03:00", None, "Мост через", "мэрия города."),
    ],
    (),
    "ru",
)

MORE_TOLD_THAN_SHOWN = Case(
    posting([told(*entry) for entry in [*SHOWN, ("10:02", "Rain all night", "It rained all night above Tarn, forty "
                                                 "litres on each square metre.")]]),
    f"{FLOOD}<main>{ENTRIES}<button>Load more</button></main>",
    FLOOD_TOLD,
    ("Load more",),
)  # fmt: skip

DAY_AND_CLOCK_LINES = Case(
    "<title>Streik an den Häfen im Liveticker</title>",
    "<h1>Streik an den Häfen im Liveticker</h1><p>Die Hafenarbeiter streiken. Im Liveticker lesen Sie, wo die "
    "Schiffe "
    "warten und was die Reeder sagen.</p><div class=ticker>"
    "<div class=meldung><span class=datum>13. Mai 2026, 00:20 Uhr</span><h3>Einigung in der Nacht</h3><p>Die "
    "Gewerkschaft "
    "und die Reeder haben sich nach elf Stunden geeinigt, teilen beide mit.</p></div>"
    "<div class=meldung><span class=datum>12. Mai 2026, 18:05 Uhr</span><h3>Vierzig Schiffe warten</h3><p>Vor "
    "den drei "
    "Häfen liegen am Abend vierzig Schiffe, doppelt so viele wie am Morgen.</p></div>"
    "<div class=meldung><span class=datum>12.05.2026 - 06:00 Uhr</span><h3>Der Ausstand beginnt</h3><p>Die "
    "Kräne stehen "
    "seit Schichtbeginn still. Auch die Lotsen haben sich angeschlossen.</p></div></div>",
    [
        ("2026-05-12T06:00:00", "Der Ausstand beginnt", "Die Kräne stehen", "angeschlossen."),
        ("2026-05-12T18:05:00", "Vierzig Schiffe warten", "Vor den drei", "am Morgen."),
        ("2026-05-13T00:20:00", "Einigung in der Nacht", "Die Gewerkschaft", "beide mit."),
    ],
    (),
    "de",
)

CASES = {name.lower().replace("_", " "): value for name, value in globals().items() if isinstance(value, Case)}


def updates(case: Case) -> list[Article]:
    html = f"<!doctype html><html lang={case.language}><head>{case.head}</head><body>{case.body}</body></html>"
    found = read(Page(id="x", page="x", html=html)).articles
    assert found[0].kind == "live"
    return [a for a in found if a.kind == "update"]


@pytest.mark.parametrize("name", CASES)
def test_moments_and_headlines(name: str) -> None:
    case = CASES[name]
    assert [(u.published, u.title) for u in updates(case)] == [(when, title) for when, title, _, _ in case.told]


@pytest.mark.parametrize("name", CASES)
def test_words(name: str) -> None:
    case = CASES[name]
    found = updates(case)
    assert [u.text[: len(first)] for u, (_, _, first, _) in zip(found, case.told, strict=True)] == [
        first for _, _, first, _ in case.told
    ]
    assert [u.text[-len(last) :] if last else "" for u, (_, _, _, last) in zip(found, case.told, strict=True)] == [
        last for _, _, _, last in case.told
    ]
    for words in case.without:
        assert not [u.text for u in found if words in u.text]
