"""Writing: whole or not at all, inside the project, and said in one line where it fails."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from pipeline import store
from pipeline.errors import StoreError


def test_write_tells_whether_it_changed(tmp_path: Path) -> None:
    """Equal bytes leave the file, and its time, alone."""
    path = tmp_path / "locale" / "a.po"
    assert store.write(path, b"one", root=tmp_path)
    before = path.stat().st_mtime_ns
    assert not store.write(path, b"one", root=tmp_path)
    assert path.stat().st_mtime_ns == before
    assert store.write(path, b"two", root=tmp_path)
    assert path.read_bytes() == b"two"


def test_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the new content does not fit, the old stands, and no half of the new one beside it."""
    path = tmp_path / "a.po"
    path.write_bytes(b"old")

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(
        StoreError, match=r"a\.po: cannot be written: no space left on device; make room"
    ):
        store.write(path, b"new", root=tmp_path)
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("a.po", b"old")]


def test_file_where_a_folder_should_be(tmp_path: Path) -> None:
    """The line says what is in the way."""
    (tmp_path / "locale").write_text("")
    with pytest.raises(StoreError, match="cannot be written"):
        store.write(tmp_path / "locale" / "a.po", b"new", root=tmp_path)


def test_link_out_of_the_project_is_not_followed(tmp_path: Path) -> None:
    """A folder that leads elsewhere is refused before anything is written there."""
    outside = tmp_path / "outside"
    outside.mkdir()
    root = tmp_path / "project"
    root.mkdir()
    (root / "locale").symlink_to(outside)
    with pytest.raises(StoreError, match="outside the project"):
        store.write(root / "locale" / "a.po", b"new", root=root)
    assert not list(outside.iterdir())


def test_publish_replaces_the_folder_whole(tmp_path: Path) -> None:
    """What is not among the new files is gone, and nothing else lies about."""
    target = tmp_path / "public"
    store.publish({"old/index.html": b"1"}, target, root=tmp_path)
    store.publish({"en/index.html": b"2"}, target, root=tmp_path)
    files = [
        path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()
    ]
    assert files == ["public/en/index.html"]


def test_failed_publish_leaves_the_old_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that fills up in the middle damages nothing that readers see."""
    target = tmp_path / "public"
    store.publish({"index.html": b"old"}, target, root=tmp_path)

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StoreError):
        store.publish({"index.html": b"new"}, target, root=tmp_path)
    assert (target / "index.html").read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["public"]


def test_crash_between_two_renames_is_healed(tmp_path: Path) -> None:
    """The old folder, left aside by a crash, is found again before anything new is put in its place."""
    aside = tmp_path / ".public-old"
    aside.mkdir()
    (aside / "index.html").write_bytes(b"old")
    (tmp_path / ".public-new-abc").mkdir()
    store.publish({"index.html": b"new"}, tmp_path / "public", root=tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["public"]


def test_published_name_cannot_leave_the_folder(tmp_path: Path) -> None:
    """A name with `..` is refused."""
    with pytest.raises(StoreError):
        store.publish({"../evil.html": b""}, tmp_path / "public", root=tmp_path)
    assert not list(tmp_path.iterdir())


def test_published_files_can_be_read_by_a_server(tmp_path: Path) -> None:
    """A web server of another user can read what was published."""
    store.publish({"en/index.html": b""}, tmp_path / "public", root=tmp_path)
    assert (tmp_path / "public").stat().st_mode & 0o005 == 0o005


def test_publish_where_folders_cannot_be_exchanged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two renames give what one exchange gives, also behind a crash that left the old folder there."""
    monkeypatch.setattr(store, "_exchange", lambda *_folders: False)
    target = tmp_path / "public"
    store.publish({"old.html": b"1"}, target, root=tmp_path)
    (tmp_path / ".public-old").mkdir()
    (tmp_path / ".public-old" / "older.html").write_bytes(b"0")
    store.publish({"new.html": b"2"}, target, root=tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["public"]
    assert [path.name for path in target.iterdir()] == ["new.html"]


def test_publish_writes_what_has_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that says what it said is taken along, with its time; it is of one name afterwards."""
    target = tmp_path / "public"
    store.publish({"a.html": b"1", "en/b.html": b"2"}, target, root=tmp_path)
    before = (target / "en/b.html").stat()
    written: list[bytes] = []
    put = store._put

    def noted(path: Path, data: bytes, *, settled: bool) -> None:
        written.append(data)
        put(path, data, settled=settled)

    monkeypatch.setattr(store, "_put", noted)
    store.publish({"a.html": b"3", "en/b.html": b"2", "c.html": b"2"}, target, root=tmp_path)
    after = (target / "en/b.html").stat()
    assert sorted(written) == [b"2", b"3"]
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert {path.stat().st_nlink for path in target.rglob("*.html")} == {1}
    assert [path.name for path in tmp_path.iterdir()] == ["public"]


def test_publish_where_files_cannot_be_linked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without links all is written, and the same."""

    def refused(*_paths: object, **_options: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    target = tmp_path / "public"
    store.publish({"a.html": b"1"}, target, root=tmp_path)
    monkeypatch.setattr(os, "link", refused)
    store.publish({"a.html": b"1", "b.html": b"2"}, target, root=tmp_path)
    assert {path.name: path.read_bytes() for path in target.iterdir()} == {
        "a.html": b"1",
        "b.html": b"2",
    }


def test_publish_takes_no_file_along_that_has_another_name(tmp_path: Path) -> None:
    """Somebody may change that one in place."""
    target, own = tmp_path / "public", tmp_path / "own.html"
    store.publish({"a.html": b"1"}, target, root=tmp_path)
    os.link(target / "a.html", own)
    store.publish({"a.html": b"1"}, target, root=tmp_path)
    own.write_bytes(b"2")
    assert (target / "a.html").read_bytes() == b"1"


def test_publish_takes_nothing_along_through_a_link(tmp_path: Path) -> None:
    """What stands elsewhere stays there, and is not what is published."""
    target, own = tmp_path / "public", tmp_path / "own"
    own.mkdir()
    (own / "a.html").write_bytes(b"1")
    target.mkdir()
    (target / "en").symlink_to(own)
    (target / "b.html").symlink_to(own / "a.html")
    store.publish({"en/a.html": b"1", "b.html": b"1"}, target, root=tmp_path)
    (own / "a.html").write_bytes(b"2")
    assert (target / "en/a.html").read_bytes() == (target / "b.html").read_bytes() == b"1"
    assert not (target / "en").is_symlink()


def test_publish_mends_what_somebody_changed(tmp_path: Path) -> None:
    """Contents are compared, and not times: a page of the same size is seen, and so are its rights."""
    target = tmp_path / "public"
    store.publish({"a.html": b"1", "b.html": b"1"}, target, root=tmp_path)
    (target / "a.html").write_bytes(b"2")
    (target / "b.html").chmod(0o600)
    store.publish({"a.html": b"1", "b.html": b"1"}, target, root=tmp_path)
    assert (target / "a.html").read_bytes() == b"1"
    assert (target / "b.html").stat().st_mode & 0o004


def test_a_second_writer_is_told(tmp_path: Path) -> None:
    """While one run holds the lock another waits, and then ends with one line."""
    told: list[str] = []
    with store.lock(tmp_path):
        second = store.lock(tmp_path, wait=0.01, tell=lambda: told.append("waiting"))
        with pytest.raises(StoreError, match="another run is writing here; wait until"), second:
            pass
    assert told == ["waiting"]
    with store.lock(tmp_path, wait=0):
        pass


def test_the_lock_goes_with_its_holder(tmp_path: Path) -> None:
    """An error under the lock is raised as it is, and the lock is free again."""
    with pytest.raises(OSError, match="mine"), store.lock(tmp_path):
        raise OSError("mine")
    with store.lock(tmp_path, wait=0):
        pass


@pytest.mark.parametrize("meanwhile", [b"a translator's", None])
def test_what_was_written_meanwhile_stays(tmp_path: Path, meanwhile: bytes | None) -> None:
    """A file that changed between reading and writing is not replaced."""
    path = tmp_path / "a.po"
    if meanwhile is not None:
        path.write_bytes(meanwhile)
    with pytest.raises(StoreError, match=r"a\.po: was changed while this ran; run this again"):
        store.write(path, b"new", root=tmp_path, replaces=b"old")
    assert (path.read_bytes() if path.exists() else None) == meanwhile


def test_sweep_removes_what_a_killed_run_left(tmp_path: Path) -> None:
    """Half-written files go; what a person put there stays."""
    for name in (".boats.po-84_j062b", "boats.po", ".hidden.po", ".notes-84_j062b"):
        (tmp_path / name).write_bytes(b"")
    store.sweep(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {
        "boats.po",
        ".hidden.po",
        ".notes-84_j062b",
    }


def test_what_is_written_while_we_write_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An editor that saves while the new content goes to the disk is not overtaken."""
    path = tmp_path / "a.po"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", lambda _descriptor: path.write_bytes(b"an editor's"))
    with pytest.raises(StoreError, match="was changed while this ran"):
        store.write(path, b"new", root=tmp_path, replaces=b"old")
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [
        ("a.po", b"an editor's")
    ]


def test_sweep_of_one_folder(tmp_path: Path) -> None:
    """What lies deeper may be anybody's, such as the packages of another tool."""
    names = (".boats.md-84_j062b", "..gitignore-84_j062b", "deep/.boats.md-84_j062b")
    (tmp_path / "deep").mkdir()
    for name in names:
        (tmp_path / name).write_bytes(b"")
    store.sweep(tmp_path, deep=False)
    assert [one.name for one in tmp_path.iterdir()] == ["deep"]
    assert (tmp_path / names[2]).exists()
