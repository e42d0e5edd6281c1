"""uvicorn.run as people call it, with a client in a thread that ends it by a signal."""

import os
import signal
import threading
import time

import httpx
import uvicorn

PORT = 8765


async def app(scope, receive, send):
    assert scope["type"] == "http"
    await send({"type": "http.response.start", "status": 200, "headers": [(b"x-n", b"1")]})
    await send({"type": "http.response.body", "body": b"hi from uvicorn"})


def client():
    while True:
        try:
            response = httpx.get(f"http://127.0.0.1:{PORT}/")
            break
        except httpx.ConnectError:
            time.sleep(0.1)
    print(response.status_code, response.text)
    os.kill(os.getpid(), signal.SIGINT)


threading.Thread(target=client).start()
try:
    uvicorn.run(app, port=PORT, log_level="error", lifespan="off")
except KeyboardInterrupt:
    print("interrupted")
print("over")
