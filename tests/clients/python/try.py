"""What an ERP does with a client made by openapi-python-client."""

import io
import os
import sys
import zipfile
from http import HTTPStatus

import httpx
from pinma_client import AuthenticatedClient, Client
from pinma_client.api.accounts import create_session
from pinma_client.api.codes import find_code_picture, stream_unit_export
from pinma_client.api.files import find_file, upload_file
from pinma_client.api.products import list_products
from pinma_client.api.scans import find_code
from pinma_client.api.units import issue_units
from pinma_client.models import ExportFormat, FileForm, IssueUnits, PictureFormat, Problem, SignIn, Slot
from pinma_client.types import File

base, picture, trace_code = sys.argv[1:]
signed_in = create_session.sync(
    client=Client(base_url=base),
    body=SignIn(login_name=os.environ["LOGIN_NAME"], password=os.environ["PASSWORD"]),
)
token = signed_in.access_token
client = AuthenticatedClient(base_url=base, token=token)


def plain(path: str, query: dict[str, str]) -> bytes:
    """The bytes at an address, fetched without the client."""
    answer = httpx.get(base + path, params=query, headers={"authorization": f"Bearer {token}"})
    assert answer.status_code == 200, answer.text
    return answer.content


# A file goes in as it is.
with open(picture, "rb") as file:
    content = file.read()
form = FileForm(file=File(payload=io.BytesIO(content), file_name="图片 2.png", mime_type="image/png"))
uploaded = upload_file.sync(client=client, slot=Slot.PRODUCT_PICTURE, body=form)
kept = find_file.sync(client=client, id=uploaded.id)
assert kept.name == "图片 2.png", kept.name
assert httpx.get(httpx.URL(base).join(kept.url)).content == content

# Codes with all that addresses escape.
product = list_products.sync(client=client, trace_code=trace_code).items[0]
prefix = "P/?&%"
first, last = f"{prefix}001", f"{prefix}003"
order = IssueUnits(product_id=product.id, quantity=3, serial_prefix=prefix, first_serial="001")
issued = issue_units.sync_detailed(client=client, body=order, idempotency_key="python-1")
again = issue_units.sync_detailed(client=client, body=order, idempotency_key="python-1")
assert issued.status_code == again.status_code == HTTPStatus.CREATED, issued.content
assert issued.content == again.content
assert again.headers["idempotency-replayed"] == "true"
scanned = find_code.sync(client=client, gtin=trace_code, serial=first)
assert scanned.serial == first, scanned

# Files come out byte by byte.
drawn = find_code_picture.sync(id=product.id, client=client, format_=PictureFormat.PNG, serial=first)
png = drawn.payload.read()
assert png[:8] == b"\x89PNG\r\n\x1a\n"
assert png == plain(f"/api/v1/products/{product.id}/code", {"format": "png", "serial": first})
archive = stream_unit_export.sync_detailed(
    client=client, product_id=product.id, format_=ExportFormat.PNG_ZIP, first_serial=first, last_serial=last
)
wanted = {"product_id": str(product.id), "format": "png_zip", "first_serial": first, "last_serial": last}
assert archive.content == plain("/api/v1/unit-exports/stream", wanted)
with zipfile.ZipFile(io.BytesIO(archive.content)) as unpacked:
    assert unpacked.testzip() is None
    assert len(unpacked.namelist()) == 3, unpacked.namelist()

# A refusal is a problem, with its code.
refused = issue_units.sync(client=client, body=IssueUnits(product_id=product.id, quantity=0))
assert isinstance(refused, Problem), refused
assert refused.code == "request.invalid"
missing = find_code.sync_detailed(client=client, gtin=trace_code, serial="P/?&%999")
assert missing.status_code == HTTPStatus.NOT_FOUND
print(f"python: {len(png)} bytes of PNG, {len(archive.content)} of ZIP")
