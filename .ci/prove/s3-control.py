"""Stands before moto's S3 Control, which knows an account by the host name of AWS: requests come here for ACCOUNT.localhost, as the SDK puts the
account before any host, and go on as ACCOUNT.s3-control.REGION.amazonaws.com. Refuses, as AWS does, what says one account in its host and another
in its header. Arguments: endpoint, region, a file for its own endpoint."""
import sys, urllib.error, urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

upstream, region, place = sys.argv[1:]
PATH = "/v20180820/configuration/publicAccessBlock"
ERROR = "<?xml version=\"1.0\"?><ErrorResponse><Error><Code>%s</Code><Message>%s</Message></Error><RequestId>proof</RequestId></ErrorResponse>"

class Proxy(BaseHTTPRequestHandler):
    def forward(self):
        account = self.headers["Host"].partition(".")[0]
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if self.path != PATH:
            return self.answer(400, (ERROR % ("NotImplemented", self.path)).encode())
        if self.headers.get("x-amz-account-id") != account:
            return self.answer(400, (ERROR % ("InvalidRequest", "the account of the host is not that of x-amz-account-id")).encode())
        if "Authorization" not in self.headers:
            return self.answer(403, (ERROR % ("AccessDenied", "not signed")).encode())
        headers = {key: value for key, value in self.headers.items() if key.lower() not in ("connection", "host", "content-length")}
        headers["Host"] = f"{account}.s3-control.{region}.amazonaws.com"
        try:
            answer = urllib.request.urlopen(urllib.request.Request(upstream + self.path, body or None, headers, method=self.command))
        except urllib.error.HTTPError as error:
            answer = error
        self.answer(answer.status, answer.read())

    do_GET = do_PUT = do_DELETE = forward

    def answer(self, status, text):
        self.send_response(status)
        self.send_header("Content-Type", "application/xml")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, *_):
        pass

server = ThreadingHTTPServer(("127.0.0.1", 0), Proxy)
open(place, "w").write(f"http://localhost:{server.server_port}")
server.serve_forever()
