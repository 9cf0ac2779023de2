"""Floor 0: the words of the design, one file a noun. Frozen, keyword-only records; they import nothing above."""

from recoupe.model.anchor import TITLE, Anchor, Place, place
from recoupe.model.article import Article, Block, Evidence, Reading, Segment, Sighting, Version
from recoupe.model.claim import DENIED, Claim, Finding, Support, Value
from recoupe.model.dossier import OTHER_STORY, Coverage, Dossier, Heading, Identified, LeftOut, Said, TimelineEvent
from recoupe.model.entity import Entity
from recoupe.model.errors import (
    LanguageError,
    PageError,
    PageMissing,
    PageRefused,
    PageUnreadable,
    RecordError,
    RecoupeError,
    SettingError,
)
from recoupe.model.mention import Annotated, Cue, Name, Quantity, Quote, Speaker, Time
from recoupe.model.news import News
from recoupe.model.page import Page
from recoupe.model.reuse import Dependence, Independent, Origin, Passage
from recoupe.model.settings import ReadSettings, Settings
from recoupe.model.story import StoryItem

__all__ = [
    "DENIED",
    "OTHER_STORY",
    "TITLE",
    "Anchor",
    "Annotated",
    "Article",
    "Block",
    "Claim",
    "Coverage",
    "Cue",
    "Dependence",
    "Dossier",
    "Entity",
    "Evidence",
    "Finding",
    "Heading",
    "Identified",
    "Independent",
    "LanguageError",
    "LeftOut",
    "Name",
    "News",
    "Origin",
    "Page",
    "PageError",
    "PageMissing",
    "PageRefused",
    "PageUnreadable",
    "Passage",
    "Place",
    "Quantity",
    "Quote",
    "ReadSettings",
    "Reading",
    "RecordError",
    "RecoupeError",
    "Said",
    "Segment",
    "SettingError",
    "Settings",
    "Sighting",
    "Speaker",
    "StoryItem",
    "Support",
    "Time",
    "TimelineEvent",
    "Value",
    "Version",
    "place",
]
