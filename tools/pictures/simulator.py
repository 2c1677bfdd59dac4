"""What the recorders of pictures ask the Personalize simulator, with the Python library alone."""

import json
import urllib.request
from datetime import datetime, timezone


class Simulator:
    def __init__(self, url):
        self.url = url

    def ask(self, path, method="GET", body=None, headers=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.url + path, data, headers or {}, method=method)
        # A proxy has no business between processes of one machine.
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request) as answer:
            return json.load(answer)

    def personalize(self, operation, body):
        """The simulator reads the region of a signature and no more."""
        return self.ask("/", "POST", body, {
            "X-Amz-Target": "AmazonPersonalize." + operation, "Content-Type": "application/x-amz-json-1.1",
            "Authorization": "AWS4-HMAC-SHA256 Credential=any/20261127/us-east-1/personalize/aws4_request, "
                             "SignedHeaders=host, Signature=0"})

    def control(self, path, body, method="PUT"):
        return self.ask("/_simulator/" + path, method, body)

    def now(self):
        return self.ask("/_simulator/clock")["now"]


def iso(seconds):
    return datetime.fromtimestamp(round(seconds), timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def whole(text):
    return iso(datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp())


def write(record, file):
    """A line for each entry of a list, so that git shows what changes."""
    fields = [f' "{key}": ' + ("[\n" + ",\n".join("  " + json.dumps(item) for item in value) + "\n ]"
                               if isinstance(value, list) else json.dumps(value)) for key, value in record.items()]
    with open(file, "w") as out:
        out.write("{\n" + ",\n".join(fields) + "\n}\n")
