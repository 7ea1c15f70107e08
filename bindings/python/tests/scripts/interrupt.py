"""Opens a server that takes connections and says nothing, and is interrupted as soon as it has connected."""

import os
import signal
import socket
import threading

from crm import Crm

server = socket.create_server(("127.0.0.1", 0))
taken: list[socket.socket] = []


def interrupt() -> None:
    taken.append(server.accept()[0])
    os.kill(os.getpid(), signal.SIGINT)


def is_waited_for() -> bool:
    """Whether the other side is still there: what it asked for to begin with, and no end."""
    taken[0].setblocking(False)
    try:
        while taken[0].recv(4096):
            pass
    except BlockingIOError:
        return True
    return False


threading.Thread(target=interrupt, daemon=True).start()
try:
    Crm.open(f"postgres://nobody@127.0.0.1:{server.getsockname()[1]}/none")
except KeyboardInterrupt:
    print("interrupted", "while it waited" if is_waited_for() else "after it gave up", flush=True)
os._exit(0)
