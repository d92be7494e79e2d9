"""`coopdb lsp` through the protocol: what an editor asks, and what it is told."""

from conftest import GOOD, Repo
from lsp_client import DAY, in_other_process, in_process


def test_the_real_command_tells_what_validate_finds_in_unsaved_text(repo: Repo) -> None:
    path = repo.add()
    with in_other_process("--on", DAY.isoformat(), folder=repo.root) as (client, process):
        result = client.initialize(repo.root)
        assert result["serverInfo"]["name"] == "coopdb"
        uri = client.open(path)
        assert client.diagnostics(uri) == []
        place = GOOD.index('"artificial-intelligence"')
        client.splice(uri, place, place + len('"artificial-intelligence"'), '"artificial-inteligence"')
        (problem,) = client.diagnostics(uri)
        assert (problem["code"], problem["severity"], problem["source"]) == ("V003", 1, "coopdb")
        client.end()
        assert process.wait(10) == 0
        assert process.stderr
        assert process.stderr.read() == b""


def test_a_server_in_this_process(repo: Repo) -> None:
    path = repo.add()
    with in_process() as client:
        client.initialize(repo.root)
        uri = client.open(path)
        assert client.diagnostics(uri) == []
        client.splice(uri, GOOD.index('"MA"') + 1, GOOD.index('"MA"') + 3, "maroc")
        (problem,) = client.diagnostics(uri)
        assert problem["code"] == "K005"
        client.put(uri, GOOD.replace('"MA"', '"المغرب'))
        print(client.diagnostics(uri))
        found = client.ask("textDocument/completion", client.at(uri, "المغرب"))
        assert found["items"][0]["label"] == "MA"
