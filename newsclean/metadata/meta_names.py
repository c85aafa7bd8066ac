"""The names under which meta elements state a title, a description and the name of the site."""

from __future__ import annotations

TITLE_META = ("og:title", "twitter:title", "headline", "title", "dc.title", "articletitle")
DESCRIPTION_META = ("og:description", "description", "twitter:description")
SITE_META = (
    "og:site_name",
    "application-name",
    "apple-mobile-web-app-title",
    "al:ios:app_name",
    "al:android:app_name",
    "sitename",
)
