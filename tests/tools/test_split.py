"""The split of the development pages puts all pages of a site into one half."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from tools.split import is_aside, main, site_of


@pytest.mark.parametrize(
    ("page_id", "url", "site"),
    [
        ("1", "https://news.example.co.uk/a_02", "example.co.uk"),
        ("1", "https://www.example.com.cn:8080/", "example.com.cn"),
        ("1", "http://example.com.", "example.com"),
        ("1", "https://co.uk/", "co.uk"),
        ("1", "https://a.b.example.org/", "example.org"),
        ("1", "http://192.0.2.7/a", "192.0.2.7"),
        ("1", "http://[2001:db8::1]/a", "2001:db8::1"),
        ("b_gazette_02", None, "b_gazette"),
        ("b_gazette_evening_11", "", "b_gazette_evening"),
        ("gazette-2", "http://testhost/page.html", "gazette"),
        ("gazette", "http://[broken/", "gazette"),
        ("0412", None, "0412"),
        ("gazette_2024", None, "gazette_2024"),
    ],
)
def test_a_page_has_a_site(page_id: str, url: str | None, site: str) -> None:
    assert site_of({"id": page_id, "url": url}) == site


@pytest.mark.parametrize("site", ["example.org", "example.net", "b_gazette", "河湾日报"])
def test_the_aside_half_is_that_of_odd_hashes(site: str) -> None:
    assert is_aside(site) is bool(int(hashlib.sha256(site.encode()).hexdigest(), 16) % 2)


def test_the_command_prints_counts_only(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for page_id, site in (("a", "example.org"), ("b", "example.org"), ("c", "example.net")):
        for folder, name, text in (
            ("pages", f"{page_id}.html.gz", ""),
            ("gold", f"{page_id}.json", f'{{"id": "{page_id}", "url": "http://{site}/"}}'),
        ):
            path = tmp_path / "tiny" / folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
    main([str(tmp_path / "tiny")])
    printed = capsys.readouterr().out
    assert printed.splitlines()[-1].split() == ["tiny", "1", "1", "2", "1"]
    assert "example" not in printed
