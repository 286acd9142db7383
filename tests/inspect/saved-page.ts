/** A saved page in a real browser: it stands at its real address, its scripts are dead, and nothing is fetched. */
import { readFile } from "node:fs/promises";
import type { Browser, CDPSession, HTTPRequest, Page as Tab } from "puppeteer-core";
import type { Order } from "./orders";

/** Dead scripts by the page's own policy: what is evaluated in our isolated world lives. */
const NO_SCRIPTS = "script-src 'none'; script-src-attr 'none'; object-src 'none'; worker-src 'none'";
const SIZE = { width: 1280, height: 800 };

/** An opened page, ready to be looked at from an isolated world, as a content script would. */
export type SavedPage = {
  /** Evaluates an expression that gives JSON. */
  ask: (expression: string) => Promise<unknown>;
  close: () => Promise<void>;
};

/** Opens one saved page and loads `eye`, the source of a script, beside it. */
export async function openSavedPage(browser: Browser, order: Order, eye: string): Promise<SavedPage> {
  const body = await readFile(order.path);
  const tab = await browser.newPage();
  try {
    await tab.setViewport(SIZE);
    await answerWith(tab, body);
    await tab.goto(order.url, { waitUntil: "load", timeout: 15_000 });
    const session = await tab.createCDPSession();
    const contextId = await isolatedWorld(session);
    const ask = (expression: string): Promise<unknown> => evaluate(session, contextId, expression);
    await ask(`window.name = ${JSON.stringify(order.frameName)}`);
    await ask(`${eye}; 0`);
    return { ask, close: () => tab.close() };
  } catch (error) {
    await tab.close();
    throw error;
  }
}

/** Stands for every picture, so that one without a size of its own still takes its place. */
const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16"/>';

/** The first navigation gets the file, a picture an empty one, every other request gets nothing. */
async function answerWith(tab: Tab, body: Buffer): Promise<void> {
  let answered = false;
  await tab.setRequestInterception(true);
  tab.on("request", (request: HTTPRequest) => {
    const first = !answered && request.isNavigationRequest() && request.frame() === tab.mainFrame();
    answered ||= first;
    const done = first
      ? request.respond({ status: 200, contentType: contentType(body), headers: { "content-security-policy": NO_SCRIPTS }, body })
      : request.resourceType() === "image"
        ? request.respond({ status: 200, contentType: "image/svg+xml", body: PICTURE })
        : request.abort("aborted");
    done.catch(() => undefined); // The tab is closed already: nobody waits for the answer.
  });
}

function contentType(body: Buffer): string {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(body);
    return "text/html; charset=utf-8";
  } catch {
    return "text/html"; // An older encoding: the page's own <meta> knows.
  }
}

async function isolatedWorld(session: CDPSession): Promise<number> {
  const { frameTree } = await session.send("Page.getFrameTree");
  const { executionContextId } = await session.send("Page.createIsolatedWorld", {
    frameId: frameTree.frame.id,
    worldName: "keyferry",
  });
  return executionContextId;
}

async function evaluate(session: CDPSession, contextId: number, expression: string): Promise<unknown> {
  const { result, exceptionDetails } = await session.send("Runtime.evaluate", { expression, contextId, returnByValue: true });
  if (exceptionDetails !== undefined) {
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  }
  return result.value as unknown;
}
