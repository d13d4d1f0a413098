"""Stands before moto's EC2. Answers DryRun as AWS does: moto takes the step instead. Arguments: endpoint, a file for its own endpoint; with N and a
command: runs it, and kills it when EC2 has done, but not yet answered, its Nth change, a crash at a place of our choosing."""
import os, subprocess, sys, threading, urllib.error, urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

upstream, place, *rest = sys.argv[1:]
limit, command = (int(rest[0]), rest[1:]) if rest else (0, [])
changes, lock = [], threading.Lock()
DRY_RUN = b"<Response><Errors><Error><Code>DryRunOperation</Code><Message>Request would have succeeded, but DryRun flag is set.</Message></Error></Errors></Response>"

class Proxy(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        action = dict(part.partition(b"=")[::2] for part in body.split(b"&"))[b"Action"].decode()
        if b"DryRun=true" in body:
            return self.answer(412, DRY_RUN)
        with lock:  # a change and the count of it are one
            if command and len(changes) >= limit:
                return
            try:
                answer = urllib.request.urlopen(urllib.request.Request(upstream, body, {key: value for key, value in self.headers.items() if key.lower() != "connection"}))
            except urllib.error.HTTPError as error:
                answer = error
            status, text = answer.status, answer.read()
            if not action.startswith("Describe"):
                changes.append(action)
                if command and len(changes) >= limit:
                    return process.kill()
        self.answer(status, text)

    def answer(self, status, text):
        self.send_response(status)
        self.send_header("Content-Type", "text/xml")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, *_):
        pass

server = ThreadingHTTPServer(("127.0.0.1", 0), Proxy)
own = f"http://127.0.0.1:{server.server_port}"
if not command:
    open(place, "w").write(own)
    server.serve_forever()
threading.Thread(target=server.serve_forever, daemon=True).start()
process = subprocess.Popen(command, env={**os.environ, "AWS_ENDPOINT_URL_EC2": own}, stdout=subprocess.DEVNULL)
code = process.wait()
print("killed after " + changes[-1] if code == -9 else f"ended with {code}")
