"""A bag is checked by the tools that anyone has."""

import hashlib
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key

from sayso.export.bag import Packed, save_bag
from sayso.export.signing import fingerprint, make_key, read_key
from sayso.ledger import Ledger, RawStore
from sayso.model import RawDamaged, SigningError
from tests.claim_samples import write_joined
from tests.custody_samples import DELETED, write_kept
from tests.samples import gazette, herald, refused

TAGS = "bag-info.txt bagit.txt manifest-sha256.txt tagmanifest-sha256.txt".split()
SIGNED = "tagmanifest-sha256.txt"


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger(tmp_path / "sayso.db") as ledger:
        write_kept(ledger)
        write_joined(ledger)
        ledger.add_reject(refused())
        yield ledger


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    program = shutil.which(command[0])
    if program is None:
        pytest.skip(f"there is no {command[0]} here")
    return subprocess.run(  # noqa: S603 - the commands are those of these tests
        [program, *command[1:]], cwd=folder, capture_output=True, text=True, check=False
    )


def sha256sum(folder: Path) -> subprocess.CompletedProcess[str]:
    return run(folder, "sha256sum", "--strict", "-c", "manifest-sha256.txt", SIGNED)


def openssl(folder: Path) -> subprocess.CompletedProcess[str]:
    command = f"openssl pkeyutl -verify -pubin -inkey signer.pem -rawin -in {SIGNED}"
    return run(folder, *command.split(), "-sigfile", f"{SIGNED}.sig")


def files_in(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_a_bag_holds_the_records_the_provenance_and_the_raw_bytes(
    ledger: Ledger, tmp_path: Path
) -> None:
    packed = save_bag(ledger, tmp_path / "bag")
    found = files_in(tmp_path / "bag")
    raw = {f"data/raw/{each.sha256[:2]}/{each.sha256}": each for each in ledger.reports()}
    assert sorted(found) == sorted([*TAGS, *raw, "data/ledger.jsonl", "data/prov.jsonld"])
    for name, report in raw.items():
        assert found[name] == report.text.encode()
    assert found["data/ledger.jsonl"].count(b"\n") == len(list(ledger.records()))
    payload = [content for name, content in found.items() if name.startswith("data/")]
    assert packed == Packed(files=4, size=sum(map(len, payload)), raw=2)
    assert f"Payload-Oxum: {packed.size}.4\n".encode() in found["bag-info.txt"]


def test_the_manifests_name_every_file_in_order(ledger: Ledger, tmp_path: Path) -> None:
    save_bag(ledger, tmp_path / "bag")
    found = files_in(tmp_path / "bag")
    named: list[str] = []
    for manifest in ("manifest-sha256.txt", SIGNED):
        lines = [line.split("  ") for line in found[manifest].decode().splitlines()]
        assert [name for _, name in lines] == sorted(name for _, name in lines)
        for sha256, name in lines:
            assert hashlib.sha256(found[name]).hexdigest() == sha256
        named += [name for _, name in lines]
    assert sorted([*named, SIGNED]) == sorted(found)


def test_anyone_can_check_it(ledger: Ledger, tmp_path: Path) -> None:
    make_key(tmp_path / "key.pem")
    save_bag(ledger, tmp_path / "bag", read_key(tmp_path / "key.pem"))
    checked = sha256sum(tmp_path / "bag")
    assert checked.returncode == 0, checked.stderr
    assert checked.stdout.count(": OK") == 8
    verified = openssl(tmp_path / "bag")
    assert verified.returncode == 0, verified.stderr + verified.stdout
    assert len((tmp_path / "bag" / f"{SIGNED}.sig").read_bytes()) == 64


@pytest.mark.parametrize("name", ["data/ledger.jsonl", "data/prov.jsonld", "raw", "bag-info.txt"])
def test_a_changed_file_is_found(ledger: Ledger, tmp_path: Path, name: str) -> None:
    save_bag(ledger, tmp_path / "bag")
    folder = tmp_path / "bag"
    changed = next((folder / "data" / "raw").rglob("?" * 64)) if name == "raw" else folder / name
    changed.write_bytes(changed.read_bytes().replace(b"e", b"i", 1))
    checked = sha256sum(folder)
    assert checked.returncode == 1
    assert checked.stdout.count("FAILED") == 1


def test_hashes_made_to_fit_a_changed_file_break_the_signature(
    ledger: Ledger, tmp_path: Path
) -> None:
    make_key(tmp_path / "key.pem")
    save_bag(ledger, tmp_path / "bag", read_key(tmp_path / "key.pem"))
    manifest = tmp_path / "bag" / SIGNED
    manifest.write_text(manifest.read_text().replace("a", "b", 1))
    assert openssl(tmp_path / "bag").returncode == 1


def test_the_same_ledger_makes_the_same_bag(ledger: Ledger, tmp_path: Path) -> None:
    make_key(tmp_path / "key.pem")
    key = read_key(tmp_path / "key.pem")
    for name in ("a", "b"):
        save_bag(ledger, tmp_path / name, key)
    assert files_in(tmp_path / "a") == files_in(tmp_path / "b")


def test_only_reports_that_are_there_have_their_bytes_in_it(ledger: Ledger, tmp_path: Path) -> None:
    ledger.delete(herald().report.id, **DELETED, keep_raw=True)
    ledger.raw.put(b"of no report")
    ledger.raw.delete(gazette().report.sha256)
    assert save_bag(ledger, tmp_path / "bag").raw == 0
    assert herald().report.id.encode() in files_in(tmp_path / "bag")["data/prov.jsonld"]


def test_damaged_bytes_make_no_bag(ledger: Ledger, tmp_path: Path) -> None:
    sha256 = herald().report.sha256
    assert isinstance(ledger.raw, RawStore)
    (ledger.raw.folder / sha256[:2] / sha256).write_bytes(b"other")
    with pytest.raises(RawDamaged):
        save_bag(ledger, tmp_path / "bag")
    assert not (tmp_path / "bag").exists()


def test_a_folder_that_holds_something_is_left_alone(ledger: Ledger, tmp_path: Path) -> None:
    (tmp_path / "bag").mkdir()
    (tmp_path / "bag" / "mine.txt").write_text("mine")
    with pytest.raises(FileExistsError):
        save_bag(ledger, tmp_path / "bag")
    assert files_in(tmp_path / "bag") == {"mine.txt": b"mine"}


def test_an_empty_ledger_makes_a_bag(tmp_path: Path) -> None:
    with Ledger(tmp_path / "empty.db") as ledger:
        assert save_bag(ledger, tmp_path / "bag").files == 2
    assert sha256sum(tmp_path / "bag").returncode == 0


# --- keys ---


def test_a_key_is_its_owners_alone_and_never_made_twice(tmp_path: Path) -> None:
    path = tmp_path / "key.pem"
    make_key(path)
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.read_bytes().startswith(b"-----BEGIN PRIVATE KEY-----")
    made = path.read_bytes()
    with pytest.raises(SigningError, match="no key was made"):
        make_key(path)
    assert path.read_bytes() == made


def test_openssl_tells_the_same_fingerprint(tmp_path: Path) -> None:
    make_key(tmp_path / "key.pem")
    run(tmp_path, *"openssl pkey -in key.pem -pubout -outform DER -out public.der".split())
    der = (tmp_path / "public.der").read_bytes()
    assert fingerprint(read_key(tmp_path / "key.pem")) == hashlib.sha256(der).hexdigest()


def rsa(path: Path, encryption: serialization.KeySerializationEncryption) -> None:
    key = generate_private_key(public_exponent=65_537, key_size=2048)
    form = serialization.PrivateFormat.PKCS8
    path.write_bytes(key.private_bytes(serialization.Encoding.PEM, form, encryption))


def test_what_is_no_key_to_sign_with_is_told(tmp_path: Path) -> None:
    path = tmp_path / "key.pem"
    with pytest.raises(SigningError, match="cannot be read: No such file"):
        read_key(path)
    path.write_text("-----BEGIN PRIVATE KEY-----\nnonsense\n-----END PRIVATE KEY-----\n")
    with pytest.raises(SigningError, match="holds no private key in PEM"):
        read_key(path)
    rsa(path, serialization.NoEncryption())
    with pytest.raises(SigningError, match="is not of Ed25519"):
        read_key(path)
    rsa(path, serialization.BestAvailableEncryption(b"secret"))
    with pytest.raises(SigningError, match="is encrypted"):
        read_key(path)
