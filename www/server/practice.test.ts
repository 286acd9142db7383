import assert from "node:assert/strict";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { request } from "node:https";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { connect as connectTls } from "node:tls";
import { startPractice, type Practice } from "./practice";

const FILES: Readonly<Record<string, string>> = {
  "azure/index.html": "<title>portal</title><script src=index.js></script>",
  "azure/blade.html": "<title>blade</title>",
  "azure/index.js": "// portal",
  "marketo/index.html": "<title>marketo</title><script src=index.js></script><script type=module src=more.js></script>",
  "marketo/shell.html": "<title>shell</title>",
  "control/index.html": "<title>control</title>",
  "common.css": "body {}",
};

let root: string;
let practice: Practice;

before(async () => {
  root = await mkdtemp(join(tmpdir(), "keyferry-root-"));
  for (const [path, text] of Object.entries(FILES)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  await writeFile(`${root}.outside.js`, "// not to be read");
  practice = await startPractice({ root });
});

after(async () => {
  await practice.close();
  await rm(root, { recursive: true });
  await rm(`${root}.outside.js`);
});

type Reply = { status: number; headers: Record<string, string | string[] | undefined>; text: string };

function ask(host: string, path: string, method = "GET", body?: unknown): Promise<Reply> {
  return new Promise((done, fail) => {
    const out = request(
      { host: "127.0.0.1", port: practice.httpsPort, servername: host, rejectUnauthorized: false, agent: false, path, method, headers: { host, referer: `https://${host}/` } },
      (reply) => {
        let text = "";
        reply.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
        reply.on("end", () => {
          done({ status: reply.statusCode ?? 0, headers: reply.headers, text });
        });
      },
    );
    out.on("error", fail).end(body === undefined ? undefined : JSON.stringify(body));
  });
}

test("each host shows its page, at any path", async () => {
  const pages: readonly (readonly [host: string, path: string, title: string])[] = [
    ["portal.azure.com", "/", "portal"],
    ["ms.portal.azure.com", "/", "portal"],
    ["entra.microsoft.com", "/signin/index", "portal"],
    ["sandbox-1.reactblade.portal.azure.net", "/", "blade"],
    ["sandbox-22-5.reactblade.portal.azure.net", "/", "blade"],
    ["app-ab13.marketo.com", "/", "marketo"],
    ["engage-ab.marketo.com", "/?munchkinId=123-ABC-456", "marketo"],
    ["experience.adobe.com", "/", "shell"],
    ["practice.keyferry.example", "/", "control"],
  ];
  for (const [host, path, title] of pages) {
    const { status, text } = await ask(host, path);
    assert.equal(status, 200, host);
    assert.match(text, new RegExp(`<title>${title}</title>`), host);
  }
});

test("hosts that are not practised get a plain 404", async () => {
  for (const host of ["www.marketo.com", "login.marketo.com", "portal.azure.com.evil.example", "localhost", "sandbox-1.reactblade.portal.azure.com"]) {
    const { status, headers } = await ask(host, "/");
    assert.equal(status, 404, host);
    assert.match(String(headers["content-type"]), /text\/plain/, host);
  }
});

test("every page has a strict policy with a nonce of its own in each script tag", async () => {
  const [one, two] = [await ask("app-ab13.marketo.com", "/"), await ask("app-ab13.marketo.com", "/")];
  const policy = String(one.headers["content-security-policy"]);
  for (const part of ["default-src 'none'", "'strict-dynamic'", "base-uri 'none'", "require-trusted-types-for 'script'"]) assert.ok(policy.includes(part), part);
  const nonce = /script-src 'nonce-([^']+)'/.exec(policy)?.[1] ?? "";
  assert.equal(one.text.split(`<script nonce="${nonce}"`).length, 3);
  assert.notEqual(policy, two.headers["content-security-policy"]);
});

test("files are found beside the page, then in the root, and nowhere else", async () => {
  assert.equal((await ask("portal.azure.com", "/index.js")).text, "// portal");
  assert.equal((await ask("portal.azure.com", "/common.css")).text, "body {}");
  assert.equal((await ask("portal.azure.com", "/missing.js")).status, 404);
  const outside = `${root.slice(root.lastIndexOf("/") + 1)}.outside.js`;
  for (const path of [`/../${outside}`, `/../../${outside}`, `/%2e%2e/${outside}`, `/..%2f..%2f${outside}`]) assert.equal((await ask("portal.azure.com", path)).status, 404, path);
});

test("the world goes round all hosts, and a stale change is refused", async () => {
  type State = { version: number; world: Record<string, unknown> };
  const first = JSON.parse((await ask("portal.azure.com", "/practice/world")).text) as State;
  const changed = { version: first.version, world: { ...first.world, mark: "changed" } };
  assert.equal((await ask("portal.azure.com", "/practice/world", "PUT", changed)).status, 200);
  const second = JSON.parse((await ask("engage-ab.marketo.com", "/practice/world")).text) as State;
  assert.deepEqual([second.version, second.world["mark"]], [first.version + 1, "changed"]);
  const stale = await ask("app-ab13.marketo.com", "/practice/world", "PUT", changed);
  assert.equal(stale.status, 409);
  assert.deepEqual(JSON.parse(stale.text), second);
  assert.equal((await ask("portal.azure.com", "/practice/world", "PUT", "nonsense")).status, 400);
  assert.deepEqual(practice.world(), second.world);
});

test("who listens hears the world at once, and again when it changes", async () => {
  const versions: number[] = [];
  await new Promise<void>((done, fail) => {
    const out = request(
      { host: "127.0.0.1", port: practice.httpsPort, rejectUnauthorized: false, agent: false, path: "/practice/changes", headers: { host: "portal.azure.com" } },
      (reply) =>
        reply.setEncoding("utf8").on("data", (text: string) => {
          for (const [, data] of text.matchAll(/^data: (.*)$/gm)) versions.push((JSON.parse(data ?? "") as { version: number }).version);
          if (versions.length === 1) practice.setWorld(practice.world());
          if (versions.length < 2) return;
          out.destroy();
          done();
        }),
    );
    out.on("error", fail).end();
  });
  assert.deepEqual(versions, [versions[0], (versions[0] ?? 0) + 1]);
});

test("the proxy leads every name here", async () => {
  const text = await new Promise<string>((done, fail) => {
    const socket = connect(practice.proxyPort, "127.0.0.1");
    socket.on("error", fail).write("CONNECT entra.microsoft.com:443 HTTP/1.1\r\n\r\n");
    socket.once("data", () => {
      const tls = connectTls({ socket, servername: "entra.microsoft.com", rejectUnauthorized: false });
      let got = "";
      tls.setEncoding("utf8").on("data", (chunk: string) => (got += chunk));
      tls.on("end", () => {
        done(got);
      });
      tls.write("GET / HTTP/1.1\r\nHost: entra.microsoft.com\r\nConnection: close\r\n\r\n");
    });
  });
  assert.match(text, /<title>portal<\/title>/);
});

test("every request is on record with who asked for it", async () => {
  await ask("www.keyferry.example", "/secret?x=1");
  const { method, host, path, referer } = practice.requests().at(-1) ?? assert.fail();
  assert.deepEqual([method, host, path, referer], ["GET", "www.keyferry.example", "/secret?x=1", "https://www.keyferry.example/"]);
});

test("once closed nothing listens any more, silent connections included", async () => {
  const other = await startPractice({ root });
  const silent = [other.httpsPort, other.proxyPort].map((port) => connect(port, "127.0.0.1"));
  const ended = silent.map((socket) => once(socket.on("error", () => undefined), "close"));
  await Promise.all(silent.map((socket) => once(socket, "connect")));
  await other.close();
  await Promise.all(ended);
  for (const port of [other.httpsPort, other.proxyPort])
    await assert.rejects(
      new Promise((done, fail) => {
        connect(port, "127.0.0.1").on("connect", done).on("error", fail);
      }),
    );
  await other.close();
});
