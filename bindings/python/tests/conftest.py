"""A small company, on SQLite in a file and on PostgreSQL in a database of its own."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest

import world
from crm import Crm

SERVER = os.environ.get("CRM_TEST_POSTGRES_URL")


@pytest.fixture(params=["sqlite", "postgres"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of an empty database."""
    if request.param == "sqlite":
        yield f"sqlite:{tmp_path / 'books.db'}"
        return
    if not SERVER:
        pytest.skip("CRM_TEST_POSTGRES_URL is not set: no PostgreSQL server to test on")
    name = f"crm_python_{uuid.uuid4().hex}"
    with psycopg.connect(SERVER, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
        try:
            yield urlunsplit(urlsplit(SERVER)._replace(path=f"/{name}"))
        finally:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def crm(url: str) -> Iterator[Crm]:
    with Crm.open(url) as opened:
        opened.migrate()
        yield opened


@pytest.fixture
def books(crm: Crm) -> world.Books:
    """With goods in stock."""
    return world.create(crm)


@pytest.fixture
def memory() -> Iterator[world.Books]:
    """The same in memory, for what no database can make a difference to."""
    with Crm.open("memory:") as opened:
        yield world.create(opened)
