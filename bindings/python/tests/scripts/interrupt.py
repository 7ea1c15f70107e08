"""Opens a server that takes connections and says nothing, and is interrupted."""

import os
import signal
import socket
import threading

from crm import Crm

server = socket.create_server(("127.0.0.1", 0))
threading.Timer(0.5, os.kill, (os.getpid(), signal.SIGINT)).start()
try:
    Crm.open(f"postgres://nobody@127.0.0.1:{server.getsockname()[1]}/none")
except KeyboardInterrupt:
    print("interrupted", flush=True)
os._exit(0)
