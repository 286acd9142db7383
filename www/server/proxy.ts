import { createServer, type Server } from "node:http";
import { connect, type Socket } from "node:net";

/** A CONNECT proxy that leads every name to one port here: Firefox has no way to map host names. */
export function proxyTo(port: () => number): Server {
  const server = createServer((_, response) => response.writeHead(501).end());
  server.on("connect", (_request, near: Socket, head: Buffer) => {
    const far = connect(port(), "127.0.0.1", () => {
      near.write("HTTP/1.1 200 OK\r\n\r\n");
      far.write(head);
      near.pipe(far).pipe(near);
    });
    for (const [one, other] of [[near, far], [far, near]] as const) {
      one.on("error", () => other.destroy());
      one.on("close", () => other.destroy());
    }
  });
  return server;
}
