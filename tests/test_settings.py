"""Settings: every value checked, faults told with their line, nothing of a faulty file taken for granted."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.app.settings_check import faults as names_at_fault
from tui.settings import SETTINGS, Settings, as_yaml, load, places


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "config.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert load(tmp_path / "none.yaml", {}) == (Settings(), ())


def test_every_setting_is_described() -> None:
    assert [one.name for one in fields(Settings)] == list(SETTINGS)


def test_environment_overrides_the_file(tmp_path: Path) -> None:
    path = write(
        tmp_path, "theme: nord\nreading_width: 60\nkeys:\n  desk.save: [s, ctrl+s]\n  desk.quit: Q\n"
    )
    settings, faults = load(path, {"REEX_THEME": "dracula", "REEX_FETCH_PRIVATE": "yes"})
    assert faults == ()
    assert settings == Settings(
        theme="dracula",
        reading_width=60,
        fetch_private=True,
        keys={"desk.save": ("s", "ctrl+s"), "desk.quit": ("Q",)},
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "theme: nord\nreading_with: 60\n",
            "line 2: there is no setting 'reading_with'; did you mean reading_width?",
        ),
        ("reading_width: wide\n", "line 1: reading_width must be a whole number from 40 to 120, not 'wide'"),
        ("reading_width: 500\n", "must be a whole number from 40 to 120, not 500"),
        ("fetch_private: perhaps\n", "must be true or false"),
        ("theme: []\n", "theme must be a word or name"),
        (
            "briefs: ~nobody-of-this-name/x\n",
            "briefs must not begin with the home of a user that there is not",
        ),
        ("keys: save\n", "keys must be a list of actions"),
        ("theme: [\n", "is not YAML"),
        ("- theme\n", "must be a list of settings"),
    ],
)
def test_faults_are_told_with_their_line(tmp_path: Path, text: str, expected: str) -> None:
    settings, (fault,) = load(write(tmp_path, text), {})
    assert expected in fault.message
    assert "config.yaml" in fault.message
    assert settings.reading_width == 80


def test_a_faulty_variable_is_named(tmp_path: Path) -> None:
    _, (fault,) = load(tmp_path / "none", {"REEX_FETCH_SECONDS": "soon"})
    assert fault.message.startswith("The environment variable REEX_FETCH_SECONDS: fetch_seconds must be")


@pytest.mark.parametrize(
    ("variable", "hint"),
    [
        ("REEX_THME", "; did you mean REEX_THEME?"),
        ("Reex_Briefs", "; did you mean REEX_BRIEFS?"),
        ("REEX_XYZZY", "; known are REEX_THEME, "),
    ],
)
def test_a_misspelt_variable_is_told_with_the_nearest_name(tmp_path: Path, variable: str, hint: str) -> None:
    settings, (fault,) = load(tmp_path / "none", {variable: "nord", "REEX_CONFIG": "x", "REEXAMINE": "y"})
    assert settings == Settings()
    assert fault.message.startswith(f"There is no environment variable {variable} to set anything by{hint}")


def test_what_is_shown_can_be_read_back(tmp_path: Path) -> None:
    settings = Settings(theme="nord", library=Path("/tmp/l.sqlite"), keys={"desk.save": ("s",)})
    path = write(tmp_path, as_yaml(settings, commented=False))
    assert load(path, {}) == (settings, ())
    assert load(write(tmp_path, as_yaml(Settings(), commented=True)), {}) == (Settings(), ())


@given(st.text(max_size=60))
def test_no_file_crashes_it(text: str) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "config.yaml"
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
        settings, _ = load(path, {})
        assert isinstance(settings, Settings)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("theme: reex-lihgt\n", "line 1: there is no theme 'reex-lihgt'; did you mean reex-light?"),
        ("keys:\n  desk.svae: s\n", "line 2: there is no action 'desk.svae'; did you mean desk.save?"),
        ("keys:\n  desk.save: ctlr+x\n", "line 2: no key is called 'ctlr+x'; did you mean ctrl+x?"),
        ("keys:\n  desk.save: pagedwn\n", "line 2: no key is called 'pagedwn'; did you mean pagedown?"),
        (
            "theme: nord\nkeys:\n  desk.zoom: 7\n",
            "line 3: 7 is the key of both desk.toggle-product and desk.zoom.",
        ),
        (
            "keys:\n  desk.find: c\n",
            "line 2: c is the key of desk.find and begins a chord of desk.merge-actor.",
        ),
    ],
)
def test_names_of_themes_actions_and_keys_are_checked_with_their_line(
    tmp_path: Path, text: str, expected: str
) -> None:
    path = write(tmp_path, text)
    settings, none = load(path, {})
    assert none == ()
    (fault,) = names_at_fault(settings, places(path, {}))
    assert fault == f"{path}, {expected}"


def test_a_faulty_name_from_the_environment_is_told_with_the_variable(tmp_path: Path) -> None:
    path, environment = tmp_path / "none.yaml", {"REEX_THEME": "nrod"}
    settings, _ = load(path, environment)
    (fault,) = names_at_fault(settings, places(path, environment))
    assert fault == "The environment variable REEX_THEME: there is no theme 'nrod'; did you mean nord?"


def test_keys_that_change_places_are_no_fault(tmp_path: Path) -> None:
    path = write(tmp_path, "keys:\n  desk.save: S\n  desk.save-all: s\n  desk.keys: [F1, Alt+Up, gh]\n")
    settings, _ = load(path, {})
    assert list(names_at_fault(settings, places(path, {}))) == []
