"""The commands. Each imports what it needs when it runs, so that `recoupe --version` starts at once."""

from __future__ import annotations

import sys
from typing import IO, Any

import click

from recoupe import __version__

_FORMATS = ("text", "html", "json", "md")


def main() -> None:
    """Run the command line; interruptions and closed pipes end it quietly with the usual codes."""
    import gc
    import os

    gc.set_threshold(50_000)  # tables are many small objects that stay: looking through them early and often is waste
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # numpy starts threads for matrices: there are none

    stays: list[Any] = []
    try:
        code = commands.main(standalone_mode=False, obj=stays)
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code if isinstance(code, int) else 0)  # all is written: what `stays` need not be taken apart
    except (KeyboardInterrupt, click.exceptions.Abort):
        click.echo("recoupe: stopped before the end; nothing was changed", err=True)
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (_PipeClosed, BrokenPipeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(141)


class _PipeClosed(Exception):
    """Who read our output went away. click would end with the exit code of an error."""


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands as they follow on each other."""
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            raise _PipeClosed from error


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__, prog_name="recoupe")
def commands() -> None:
    """Recoupe reads what many outlets publish about an event and shows what they agree on, where they differ, who said
    what, who copied whom and what is new. Every line is anchored to the exact characters it comes from.

    \b
    The main job:   recoupe dossier PAGE...
    Its stages:     recoupe read PAGE... | recoupe annotate      (or | recoupe stories, | recoupe reuse)

    A PAGE is a file (HTML, text, .json or .jsonl page records, a feed, an archive), a folder, a pattern such as
    'tabs/*.html', a web address, or - for standard input. The stages hand JSON Lines to each other: one record a line.
    """


_pages = click.argument("pages", nargs=-1, required=True, metavar="PAGE...")


_records = click.argument("records", type=click.File("rb"), default="-")


_spacy = click.option(
    "--spacy",
    multiple=True,
    metavar="PIPELINE",
    help="Find names with this spaCy pipeline, which is installed; once for each language.",
)


def _reading(command: Any) -> Any:
    """Add the options of every command that reads pages (messages.READING)."""
    for option in (
        click.option(
            "--max-bytes", type=click.IntRange(1), metavar="N", help="Largest page read, in bytes; default 20,000,000."
        ),
        click.option("--allow-private", is_flag=True, help="Fetch addresses of your own network too."),
        click.option(
            "--max-links",
            type=click.IntRange(0),
            metavar="N",
            help="Fetch at most N of the addresses that feeds and sitemaps name; default 1000.",
        ),
        click.option(
            "--cache",
            type=click.Path(file_okay=False),
            metavar="FOLDER",
            help="Keep pages fetched from the web here; ask the next time only for what has changed.",
        ),
    )[::-1]:
        command = option(command)
    return command


@commands.command(short_help="Pages to articles, live updates, and headlines seen.")
@_pages
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl", "text"]),
    default=None,
    help="Default: text on a terminal, else JSON Lines.",
)
@_reading
def read(pages: tuple[str, ...], form: str | None, **options: Any) -> int:
    """Take pages apart: a page's own article, extracts of other outlets' articles, the updates of a live blog, and the
    headlines seen beside them, which are never a source. A line for each page."""
    import msgspec

    from recoupe import app
    from recoupe.cli import messages, show
    from recoupe.model import RecoupeError

    form = form or ("text" if sys.stdout.isatty() else "jsonl")
    failures = 0
    # Where the pages themselves go to the terminal they are progress enough.
    with messages.progress(wanted=not sys.stdout.isatty()) as progress:
        for item in app.read(pages, messages.settings(options), progress):
            if isinstance(item, RecoupeError):
                failures += 1
                messages.error(item)
                continue
            if item.reason:
                messages.note(item.page, item.reason)
            if form == "jsonl":
                messages.line(msgspec.json.encode(item))
            else:
                show.reading(item)
    return int(failures > 0)


@commands.command(short_help="Articles to their times, names, quantities and quotes.")
@_records
@click.option("--explain", is_flag=True, help="Keep the rule and the evidence that gave each of them.")
@_spacy
def annotate(records: IO[bytes], explain: bool, spacy: tuple[str, ...]) -> int:
    """Find times, names, quantities and quotes in articles.

    RECORDS is a file of JSON Lines with a `text` each, or of what `recoupe read` writes; without one, standard input.
    """
    from recoupe import app
    from recoupe.cli import messages
    from recoupe.model import RecoupeError, Settings

    try:
        recognise = app.recogniser(Settings(spacy=spacy))
    except RecoupeError as error:
        messages.error(error)
        return 1
    return messages.stream(records, lambda record: app.annotate(record, explain=explain, recognise=recognise))


@commands.command(short_help="Articles to the story each is of.")
@_records
@click.option("--explain", is_flag=True, help="Say why each article is in its story.")
def stories(records: IO[bytes], explain: bool) -> int:
    """Say which story each article is of: a line out for a line in.

    RECORDS is a file of JSON Lines in time order with a `title` or a `text` each, or of what `recoupe annotate` writes;
    without one, standard input. A story's id stays as the story grows.
    """
    from recoupe import app
    from recoupe.cli import messages

    stream = app.StoryStream(explain=explain)
    return messages.stream(records, stream.add)


@commands.command(short_help="Articles to the words they share, and whose these are.")
@_records
def reuse(records: IO[bytes]) -> int:
    """Find the passages that articles share, then the origins: articles whose words come from one hand (a line each).

    RECORDS is a file of JSON Lines with a `text` each, or of what `recoupe read` writes; without one, standard input.
    """
    from recoupe import app
    from recoupe.cli import messages

    found: list[dict[str, Any]] = []
    code = messages.collect(records, found)
    for line in app.reuse(found):
        messages.line(line)
    return code


@commands.command(short_help="Compare pages about one event: the main job.")
@_pages
@click.option(
    "--format", "form", type=click.Choice(_FORMATS), default=None, help="Default: by the ending of --output, else text."
)
@click.option(
    "--output",
    "-o",
    type=click.Path(dir_okay=False, writable=True),
    help="Write to this file (.html, .md, .json or text) instead of the terminal.",
)
@click.option("--lang", type=click.Choice(["en", "fr"]), default=None, help="Language of the dossier's own words.")
@click.option(
    "--width", type=click.IntRange(40, 400), metavar="N", help="Text: columns, 40 to 400; default: the terminal's."
)
@click.option(
    "--since",
    type=click.Path(exists=True, dir_okay=False),
    help="Say what is new since the dossier in this file, which --format json wrote.",
)
@click.option(
    "--keep",
    type=click.Path(file_okay=False),
    metavar="FOLDER",
    envvar="RECOUPE_KEEP",
    help="Keep what was found on each page here: a later run with the same pages takes seconds. Default: RECOUPE_KEEP.",
)
@click.option("--all", "everything", is_flag=True, help="Text: print all findings and quotes, not the first ones.")
@_spacy
@_reading
def dossier(pages: tuple[str, ...], **options: Any) -> int:
    """Compare pages about one event: what they agree on, where they differ, who said what, who copied whom.

    Pages of other stories are left out and named at the end.
    """
    from recoupe import collecting

    collecting.seldom()  # until the process ends

    from recoupe.text import language

    language.prepare()  # while all else is loaded

    from recoupe import app
    from recoupe.cli import messages, show
    from recoupe.model import RecoupeError

    settings = messages.settings(options)
    since, keep = options.pop("since"), options.pop("keep")
    options["form"] = options["form"] or show.form_of(options["output"])
    try:
        with app.keeping(keep) as (memory, notes), messages.progress() as progress:
            built, errors = app.dossier(pages, settings, progress, memory)
        for note in notes:
            messages.note(keep, note)
        for error in errors:
            messages.error(error)
        built = app.news(built, since) if since else built
        show.dossier(built, show.Look(**options))
        click.get_current_context().ensure_object(list).append((built, memory))  # what ends with the process
    except RecoupeError as error:
        messages.error(error)
        return 1
    return int(bool(errors))


@commands.command()
def languages() -> int:
    """List the languages, and how much each one's tables hold."""
    from recoupe.cli import show

    show.languages()
    return 0


if __name__ == "__main__":
    main()
