import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import type { World } from "../practice/world";
import { newWorld } from "../practice/world";
import { throwAwayCertificate } from "./certificate";
import { answerFile, plain, type Answer } from "./files";
import { pageOf } from "./hosts";
import { House, type Versioned } from "./house";
import { endWithParent } from "./parent";
import { proxyTo } from "./proxy";
import { ender } from "./sockets";
import { likeMicrosoft, SIGN_IN_HOST, tenantIn, type Tokens } from "./token";

/** One request as it came in. */
export type Asked = { method: string; host: string; path: string; origin: string | undefined; referer: string | undefined; destination: string | undefined };

/** The practice portals while they are served. */
export type Practice = {
  httpsPort: number;
  proxyPort: number;
  world(): World;
  setWorld(world: World): void;
  /** Switches that lead every host name of a Chromium to this server. */
  chromiumArgs(): string[];
  /** Preferences that do the same for a Firefox. */
  firefoxPrefs(): Record<string, unknown>;
  /** Every request so far, so that a test can prove what was asked and what was not. */
  requests(): readonly Asked[];
  /** Has the sign-in service answer in another way than Microsoft would. */
  setTokens(tokens: Tokens): void;
  close(): Promise<void>;
};

/** Serves the portals in `root` under the hosts' real names, on loopback only. */
export async function startPractice(options: { root: string; port?: number; world?: World }): Promise<Practice> {
  const house = new House<World>(options.world ?? newWorld());
  const asked: Asked[] = [];
  let tokens = likeMicrosoft;
  const https = createServer(await throwAwayCertificate(), (request, response) => {
    asked.push(note(request));
    const tenant = request.method === "POST" && SIGN_IN_HOST.test(hostOf(request)) ? tenantIn(pathOf(request)) : undefined;
    const answered = tenant === undefined ? answer(options.root, house, request, response) : answerToken(tokens, tenant, house.now.world, request, response);
    answered.catch(() => response.destroy());
  });
  const proxy = proxyTo(() => portOf(https));
  const enders = [ender(https), ender(proxy)];
  await listen(https, options.port ?? 0);
  await listen(proxy, 0);

  let closing: Promise<void> | undefined;
  const close = () => (closing ??= shut());
  const stopWatching = endWithParent(close);
  async function shut() {
    await Promise.all(enders.map((end) => end()));
    stopWatching();
  }

  return {
    httpsPort: portOf(https),
    proxyPort: portOf(proxy),
    world: () => structuredClone(house.now.world),
    setWorld: (world) => house.set(structuredClone(world)),
    chromiumArgs: () => [`--host-resolver-rules=MAP * 127.0.0.1:${String(portOf(https))}`, "--ignore-certificate-errors"],
    firefoxPrefs: () => ({
      "network.proxy.type": 1,
      "network.proxy.ssl": "127.0.0.1",
      "network.proxy.ssl_port": portOf(proxy),
      "network.proxy.no_proxies_on": "",
      "network.proxy.allow_hijacking_localhost": true,
    }),
    requests: () => asked,
    setTokens: (answers) => {
      tokens = answers;
    },
    close,
  };
}

async function answer(root: string, house: House<World>, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const page = pageOf(hostOf(request));
  const path = pathOf(request);
  if (page === undefined) send(response, plain(404, "This host is not practised here."));
  else if (path === "/practice/changes") house.listen(response);
  else if (path === "/practice/world") send(response, await answerWorld(house, request));
  else if (request.method !== "GET" && request.method !== "HEAD") send(response, plain(405, "Only to be read."));
  else send(response, await answerFile(root, page, path));
}

async function answerToken(tokens: Tokens, tenant: string, world: World, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const form = new URLSearchParams(await textOf(request));
  const answered = tokens({ tenant, form, origin: request.headers.origin }, world);
  if (answered === "gone") response.destroy();
  else if (answered !== "silent") send(response, answered);
}

async function answerWorld(house: House<World>, request: IncomingMessage): Promise<Answer> {
  if (request.method === "GET") return json(200, house.now);
  if (request.method !== "PUT") return plain(405, "GET or PUT.");
  const change = await bodyOf(request);
  if (change === undefined) return plain(400, "Expected {version, world}.");
  return house.put(change) ? json(200, house.now) : json(409, house.now);
}

async function bodyOf(request: IncomingMessage): Promise<Versioned<World> | undefined> {
  const text = await textOf(request);
  try {
    const body = JSON.parse(text) as Partial<Versioned<World>> | null;
    if (typeof body?.version !== "number" || typeof body.world !== "object") return undefined;
    return { version: body.version, world: body.world };
  } catch {
    return undefined;
  }
}

/** The body; what is too long for anything of ours is cut off. */
async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request.setEncoding("utf8") as AsyncIterable<string>) {
    text += chunk;
    if (text.length > 1_000_000) return "";
  }
  return text;
}

function json(status: number, value: unknown): Answer {
  return { status, headers: { "content-type": "application/json" }, body: JSON.stringify(value) };
}

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, { "cache-control": "no-store", ...headers }).end(body);
}

function note(request: IncomingMessage): Asked {
  const { origin, referer } = request.headers;
  return {
    method: request.method ?? "",
    host: hostOf(request),
    path: request.url ?? "",
    origin,
    referer,
    destination: request.headers["sec-fetch-dest"]?.toString(),
  };
}

function hostOf(request: IncomingMessage): string {
  return (request.headers.host ?? "").replace(/:[0-9]+$/, "").toLowerCase();
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? "/").replace(/[?#].*$/, "");
}

function listen(server: Server | ReturnType<typeof createServer>, port: number): Promise<void> {
  return new Promise((done, fail) => {
    server.once("error", fail);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", fail);
      done();
    });
  });
}

function portOf(server: Server | ReturnType<typeof createServer>): number {
  return (server.address() as AddressInfo | null)?.port ?? 0;
}
