#!/usr/bin/env python3
"""archive.py FOLDER OUTPUT: a .zip or .tar.gz of a folder, whose bytes hang on nothing but the files.

Names in their order, the folder's own name first; the time of every member is SOURCE_DATE_EPOCH (seconds),
or 1980; no owner.
"""
import gzip
import os
import sys
import tarfile
import time
import zipfile
from pathlib import Path

EPOCH_OF_ZIP = 315532800  # 1980, before which a zip has no time


def members(folder):
    for path in sorted(folder.rglob("*"), key=lambda path: path.as_posix()):
        if path.is_file():
            yield path, f"{folder.name}/{path.relative_to(folder).as_posix()}"


def mode(path):
    return 0o755 if os.access(path, os.X_OK) else 0o644


def write_zip(folder, output, epoch):
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path, name in members(folder):
            info = zipfile.ZipInfo(name, time.gmtime(epoch)[:6])
            info.create_system = 3  # where a mode says what may be run
            info.external_attr = (0o100000 | mode(path)) << 16
            archive.writestr(info, path.read_bytes(), zipfile.ZIP_DEFLATED, 9)


def write_tar(folder, output, epoch):
    with open(output, "wb") as raw, gzip.GzipFile("", "wb", 9, raw, epoch) as packed, tarfile.open(
        mode="w", fileobj=packed, format=tarfile.USTAR_FORMAT
    ) as archive:
        for path, name in members(folder):
            info = tarfile.TarInfo(name)
            info.size, info.mode, info.mtime = path.stat().st_size, mode(path), epoch
            with path.open("rb") as content:
                archive.addfile(info, content)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    folder, output = Path(sys.argv[1]), sys.argv[2]
    epoch = max(int(os.environ.get("SOURCE_DATE_EPOCH", 0)), EPOCH_OF_ZIP)
    (write_zip if output.endswith(".zip") else write_tar)(folder, output, epoch)


main()
