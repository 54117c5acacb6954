"""A real Firefox, driven by its own protocol, Marionette: no package has to know its version.

``KIC_TEST_FIREFOX`` says where it is; without it, it is looked for where systems keep it.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.needs import missing

_NAMES = ("firefox-esr", "firefox")
_ELEMENT = "element-6066-11e4-a52e-4f735466cecf"  # by which WebDriver names elements
_SECONDS = 60


class Firefox:
    """One window, that goes where it is told and keeps downloads in a folder."""

    def __init__(self, port: int, downloads: Path) -> None:
        self.downloads = downloads
        self._number = 0
        self._socket = _connected(port)
        self._received()  # it introduces itself
        self.ask("WebDriver:NewSession")

    def ask(self, command: str, **parameters: Any) -> Any:
        """What the browser answers to a command of WebDriver; raises what it refuses."""
        self._number += 1
        text = json.dumps([0, self._number, command, parameters])
        self._socket.sendall(f"{len(text.encode())}:{text}".encode())
        _, _, error, result = self._received()
        assert error is None, f"{command}: {error}"
        return result

    def open(self, address: str) -> None:
        """Go to an address; one that differs from the last in its fragment alone loads anew."""
        self.ask("WebDriver:Navigate", url="about:blank")
        self.ask("WebDriver:Navigate", url=address)

    def run(self, script: str) -> Any:
        """The value of an expression of JavaScript."""
        return self.ask("WebDriver:ExecuteScript", script=f"return {script}", args=[])["value"]

    def wait(self, script: str) -> None:
        """Wait until an expression is true."""
        end = time.monotonic() + _SECONDS
        while not self.run(script):
            assert time.monotonic() < end, script
            time.sleep(0.05)

    def click(self, selector: str) -> None:
        """Click on an element, as a person does."""
        self.ask("WebDriver:ElementClick", id=self._element(selector))

    def type(self, selector: str, keys: str) -> None:
        """Type into an element."""
        self.ask("WebDriver:ElementSendKeys", id=self._element(selector), text=keys)

    def resize(self, width: int, height: int) -> None:
        """Make the window so large that the page has this room."""
        extra = self.run("[outerWidth - innerWidth, outerHeight - innerHeight]")
        size = {"width": width + extra[0], "height": height + extra[1]}
        self.ask("WebDriver:SetWindowRect", **size)
        self.wait(f"innerWidth === {width}")

    def quit(self) -> None:
        """Close it."""
        self.ask("Marionette:Quit", flags=["eForceQuit"])
        self._socket.close()

    def _element(self, selector: str) -> str:
        found = self.ask("WebDriver:FindElement", using="css selector", value=selector)
        return str(found["value"][_ELEMENT])

    def _received(self) -> Any:
        """The next message: its length, a colon, and that many bytes of JSON."""
        length = b""
        while not length.endswith(b":"):
            length += self._some(1)
        text = b""
        while len(text) < int(length[:-1]):
            text += self._some(int(length[:-1]) - len(text))
        return json.loads(text)

    def _some(self, most: int) -> bytes:
        part = self._socket.recv(most)
        assert part, "Firefox has gone"
        return part


def _connected(port: int) -> socket.socket:
    end = time.monotonic() + _SECONDS
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port), timeout=_SECONDS)
        except OSError:
            assert time.monotonic() < end, "Firefox does not answer"
            time.sleep(0.1)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.fixture(scope="session")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    """A headless Firefox with a profile of its own."""
    known = (os.environ.get("KIC_TEST_FIREFOX"), *map(shutil.which, _NAMES))
    path = next((name for name in known if name), None)
    if path is None:
        missing("no Firefox is installed (KIC_TEST_FIREFOX names one)")
    profile, downloads = (tmp_path_factory.mktemp(name) for name in ("profile", "downloads"))
    port = _free_port()
    settings = {
        "marionette.port": port,
        "browser.download.folderList": 2,
        "browser.download.dir": str(downloads),
        "browser.shell.checkDefaultBrowser": False,
        "datareporting.policy.dataSubmissionEnabled": False,
        "app.update.auto": False,
        "network.captive-portal-service.enabled": False,
        "network.connectivity-service.enabled": False,
    }
    lines = (f"user_pref({json.dumps(k)}, {json.dumps(v)});" for k, v in settings.items())
    (profile / "user.js").write_text("\n".join(lines), "utf-8")
    command = [path, "--headless", "--marionette", "--no-remote", "--profile", str(profile)]
    quiet = subprocess.DEVNULL
    home = {**os.environ, "HOME": str(profile), "MOZ_CRASHREPORTER_DISABLE": "1"}
    with subprocess.Popen(command, stdout=quiet, stderr=quiet, env=home) as process:
        try:
            browser = Firefox(port, downloads)
            yield browser
            browser.quit()
        finally:
            process.terminate()
