"""Runs a command and kills it when EC2 has done, but not yet answered, its Nth change: a crash at a place of our choosing. Arguments: endpoint, N, command."""
import os, subprocess, sys, threading, urllib.error, urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

endpoint, limit, *command = sys.argv[1:]
changes, lock = [], threading.Lock()

class Proxy(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        action = body.split(b"Action=")[1].split(b"&")[0].decode()
        with lock:  # a change and the count of it are one
            if not action.startswith("Describe") and len(changes) >= int(limit):
                return
            request = urllib.request.Request(endpoint + self.path, body, {k: v for k, v in self.headers.items() if k.lower() != "connection"})
            try:
                answer = urllib.request.urlopen(request)
            except urllib.error.HTTPError as error:
                answer = error
            if not action.startswith("Describe"):
                changes.append(action)
                if len(changes) >= int(limit):
                    process.kill()
                    return
        text = answer.read()
        self.send_response(answer.status)
        self.send_header("Content-Type", "text/xml")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)
    def log_message(self, *_):
        pass

server = ThreadingHTTPServer(("127.0.0.1", 0), Proxy)
threading.Thread(target=server.serve_forever, daemon=True).start()
process = subprocess.Popen(command, env={**os.environ, "AWS_ENDPOINT_URL_EC2": f"http://127.0.0.1:{server.server_port}"}, stdout=subprocess.DEVNULL)
code = process.wait()
print("killed after " + changes[-1] if code == -9 else f"ended with {code}")
