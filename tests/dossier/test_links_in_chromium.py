"""Chromium opens the links of a dossier at the words they name: it scrolls there and highlights them, and no others.

Skipped where no Chromium and ChromeDriver are installed (Debian: chromium, chromium-driver).
"""

from __future__ import annotations

import base64
import contextlib
import html
import http.server
import json
import shutil
import socket
import struct
import subprocess
import time
import urllib.request
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from recoupe import extract
from recoupe.dossier.html import write
from recoupe.dossier.links import fragment
from recoupe.model import Page
from tests.dossier.made import dossier
from tests.served import served

CHROMIUM, DRIVER = shutil.which("chromium") or shutil.which("google-chrome"), shutil.which("chromedriver")
pytestmark = pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="no Chromium with ChromeDriver on this machine")

FILLER = "The harbour office keeps a book of every boat that leaves the quay, and of the wind it left in. "
# name: (markup of the paragraph, with the linked words between [[ and ]]; words printed in other paragraphs before it)
CASES = {
    "commas": ("In the end [[seventeen boats, two rafts, and a barge]] came back to the harbour.", ""),
    "dashes": ("The tête-à-tête — [[a 90-minute talk – the first since 2019 — took place]] behind closed doors.", ""),
    "quotation marks": ("« [[Nous n’avons rien signé, dit-elle, « pas encore »]] », selon l’agence.", ""),
    "percent and ampersand": ("They paid [[12.5% & more, or $3 + tax # 4]] for the second boat.", ""),
    "Cyrillic": ("По словам мэра, [[мост откроют в среду, 12 мая]], не раньше полудня.", ""),
    "Arabic": ("وقال رئيس البلدية إن [[الجسر سيفتح يوم الأربعاء]] بعد الظهر.", ""),
    "Greek with accents": ("Ο δήμαρχος είπε ότι [[η γέφυρα θα ανοίξει την Τετάρτη]] το μεσημέρι.", ""),
    "Chinese": ("市长表示，[[大桥将于星期三重新开放]]，"
        "届时将恢复通车。此前九个月，工人们更换了两座桥墩和全部护栏，居民只能乘坐渡船过河，而渡船在冬季经常停航。", ""),
    "Korean": ("시장은 [[다리가 수요일에 다시 열린다고]] 말했다. "
        "아홉 달 동안 교각 두 개와 난간을 모두 새로 놓았고, 주민들은 나룻배로만 강을 건넜다.", ""),
    "markup inside": ("It is <b>now</b> [[at <a href='/x'>seventeen</a> dead and <i>forty</i> hurt]], they say.", ""),
    "entities": ("The firm [[Brandt &amp; Söhne&nbsp;GmbH has lost &euro;3 million]] since the spring.", ""),
    "one number": ("The mayor counts [[17]] boats that did not come back.", "There were 17 on the list of Monday."),
    "repeated words": (
        "The county said in the evening that [[four people were hurt]] near the lock.",
        "The police said at noon that four people were hurt near the mill.",
    ),
    "repeated at the start": ("[[Four people were hurt]] according to the county.", "Four people were hurt in all."),
    "repeated at the end": ("Later it was said that [[four people were hurt.]]", "He knew that four people were hurt."),
    "a whole sentence": (
        "[[The wardens, who had watched the water since the early morning, opened the second gate of the sluice,"
        " and by the evening the meadow below it was a lake.]] Nobody was hurt.",
        "The wardens, who had watched the water, slept.",
    ),
}  # fmt: skip


def page(name: str) -> str:
    words, before = CASES[name]
    marked = words.replace("[[", "").replace("]]", "")
    filler = "".join(f"<p>{FILLER * 3}</p>" for _ in range(30))
    return (
        "<!DOCTYPE html><html><head><meta charset=utf-8><title>Harbour book</title><style>::target-text "
        "{ background-color: rgb(255, 0, 0); color: rgb(255, 0, 0) }</style></head><body><article><h1>Harbour book</h1>"
        f"<p>{before}</p>{filler}<p id=aim>{marked}</p>{filler}</article></body></html>"
    )


def linked(name: str, address: str) -> tuple[str, str]:
    """Return (the link a dossier makes for the words, the words)."""
    words = html.unescape(CASES[name][0])
    exact = words[words.index("[[") + 2 : words.index("]]")]
    for tag in ("<a href='/x'>", "</a>", "<i>", "</i>", "<b>", "</b>"):
        exact, words = exact.replace(tag, ""), words.replace(tag, "")
    (article,) = extract.read(Page(id="p", page="p", html=page(name), url=address)).articles
    start = article.text.index(words.replace("[[", "").replace("]]", "")) + words.index("[[")
    assert article.text[start : start + len(exact)] == exact
    link = fragment(address, exact, article.text, start)
    assert link is not None
    return link, exact


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            names = list(CASES)
            body = page(names[int(self.path.strip("/"))]).encode() if self.path.strip("/").isdigit() else b""
            self.send_response(200 if body else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: object) -> None:
            pass

    with served(Handler) as address:
        yield address


class Browser:
    """Chromium through the WebDriver protocol (W3C)."""

    def __init__(self, port: int, folder: Path) -> None:
        self._base = f"http://127.0.0.1:{port}"
        flags = "headless no-sandbox disable-gpu no-first-run disable-background-networking disable-component-update"
        flags += f" disable-sync window-size=700,500 user-data-dir={folder}"
        options = {"goog:chromeOptions": {"binary": CHROMIUM, "args": [f"--{flag}" for flag in flags.split()]}}
        session = self._ask("POST", "/session", {"capabilities": {"alwaysMatch": options}})["sessionId"]
        self._base += f"/session/{session}"

    def _ask(self, method: str, path: str, data: object = None) -> Any:
        body = None if data is None else json.dumps(data).encode()
        request = urllib.request.Request(self._base + path, body, {"Content-Type": "application/json"}, method=method)
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.load(answer)["value"]

    def open(self, address: str) -> None:
        self._ask("POST", "/url", {"url": "about:blank"})
        self._ask("POST", "/url", {"url": address})

    def run(self, script: str, *arguments: object) -> Any:
        return self._ask("POST", "/execute/sync", {"script": script, "args": list(arguments)})

    def red(self) -> np.ndarray:
        """Return which pixels of the window are red."""
        return _pixels(base64.b64decode(self._ask("GET", "/screenshot")))

    def close(self) -> None:
        self._ask("DELETE", "")


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    driver = subprocess.Popen([str(DRIVER), f"--port={port}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(100):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
                break
            time.sleep(0.1)
        opened = Browser(port, tmp_path_factory.mktemp("chromium"))
        yield opened
        opened.close()
    finally:
        driver.terminate()
        driver.wait(10)


WHERE = """
const walker = document.createTreeWalker(document.getElementById('aim'), NodeFilter.SHOW_TEXT);
let text = '', nodes = [], node;
while (node = walker.nextNode()) { nodes.push([text.length, node]); text += node.data; }
const start = text.indexOf(arguments[0]), end = start + arguments[0].length, range = document.createRange();
for (const [at, n] of nodes) {
  if (at <= start && start < at + n.data.length) range.setStart(n, start - at);
  if (at < end && end <= at + n.data.length) range.setEnd(n, end - at);
}
return [Array.from(range.getClientRects(), r => [r.left, r.top, r.right, r.bottom]), scrollY, innerHeight, innerWidth];
"""


@pytest.mark.parametrize("name", CASES)
def test_the_browser_scrolls_to_the_words_and_highlights_them(browser: Browser, site: str, name: str) -> None:
    link, exact = linked(name, f"{site}/{list(CASES).index(name)}")
    browser.open(link)
    for _ in range(50):
        rectangles, scrolled, height, width = browser.run(WHERE, exact)
        if scrolled:
            break
        time.sleep(0.1)
    assert scrolled > 500, link
    assert all(0 <= top < bottom <= height for _, top, _, bottom in rectangles)
    red = browser.red()
    scale = red.shape[1] / width
    inside = np.zeros_like(red)
    for left, top, right, bottom in rectangles:
        inside[int(top * scale) : int(bottom * scale) + 1, int(left * scale) : int(right * scale) + 1] = True
    assert red[inside].mean() > 0.6, link  # the words, from end to end
    assert not red[~inside].sum() > 0.03 * red.sum(), link  # and no others


@pytest.mark.parametrize(("told", "shown"), [(False, "en"), (True, "fr")])
def test_a_dossier_opens_in_the_language_of_the_browser_unless_told(
    browser: Browser, tmp_path: Path, told: bool, shown: str
) -> None:
    page = tmp_path / "dossier.html"
    page.write_text(write(dossier(), lang="fr", told=told), encoding="utf-8")
    browser.open(page.as_uri())
    assert browser.run("return [document.documentElement.lang, navigator.language.slice(0, 2)]") == [shown, "en"]


def test_words_that_are_not_there_are_neither_scrolled_to_nor_highlighted(browser: Browser, site: str) -> None:
    browser.open(f"{fragment(f'{site}/0', 'words that no page of this test prints')}")
    assert browser.run("return scrollY") == 0
    assert not browser.red().any()


def _pixels(image: bytes) -> np.ndarray:
    """Return which pixels of a PNG (8 bits a channel, not interlaced) are red."""
    at, packed, size = 8, b"", (0, 0, 0)
    while at < len(image):
        length, kind = struct.unpack(">I4s", image[at : at + 8])
        chunk = image[at + 8 : at + 8 + length]
        if kind == b"IHDR":
            width, height, depth, colour = struct.unpack(">IIBB", chunk[:10])
            assert depth == 8
            size = (width, height, {2: 3, 6: 4}[colour])
        packed += chunk if kind == b"IDAT" else b""
        at += length + 12
    width, height, channels = size
    rows = np.frombuffer(zlib.decompress(packed), np.uint8).reshape(height, width * channels + 1)
    out = np.zeros((height, width, channels), np.uint8)
    above = np.zeros((width, channels), np.uint8)
    for y in range(height):
        above = out[y] = _row(rows[y, 0], rows[y, 1:].reshape(width, channels), above)
    return (out[..., 0] > 200) & (out[..., 1] < 90) & (out[..., 2] < 90)


def _row(kind: int, row: np.ndarray, above: np.ndarray) -> np.ndarray:
    """Undo the filter of one row of a PNG (RFC 2083, 6)."""
    if kind == 0:
        return row
    if kind == 1:
        return np.cumsum(row, axis=0, dtype=np.uint8)
    if kind == 2:
        return row + above
    out = np.zeros_like(row)
    left = corner = np.zeros(row.shape[1], np.int16)
    for x in range(len(row)):
        up = above[x].astype(np.int16)
        if kind == 3:
            guess = (left + up) // 2
        else:
            distance = np.abs(np.stack((up - corner, left - corner, left + up - 2 * corner)))
            nearest = distance.argmin(axis=0)
            guess = np.choose(nearest, (left, up, corner))
        left = (row[x].astype(np.int16) + guess) & 255
        out[x] = left.astype(np.uint8)
        corner = up
    return out
