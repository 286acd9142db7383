/** Saved pages in a real browser: each stands at its real address, its scripts are dead, and nothing is fetched. */
import { readFile } from "node:fs/promises";
import type { Browser, CDPSession, HTTPRequest, Page as Tab } from "puppeteer-core";
import { Refusal, type Order } from "./orders";

/** Dead scripts by the page's own policy: what is evaluated in our isolated world lives. */
const NO_SCRIPTS = "script-src 'none'; script-src-attr 'none'; object-src 'none'; worker-src 'none'";
const SIZE = { width: 1280, height: 800 };
/** Stands for every picture, so that one without a size of its own still takes its place. */
const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16"/>';

/** Evaluates an expression that gives JSON in the page's isolated world, where a content script would be. */
export type Ask = (expression: string) => Promise<unknown>;

/** The one tab in which all saved pages are opened, one after the other. */
export class Stage {
  private body: Buffer | undefined;

  private constructor(
    private readonly tab: Tab,
    private readonly session: CDPSession,
    private readonly eye: string,
  ) {}

  /** Opens the tab. `eye` is the source of the script that is loaded beside each page. */
  static async open(browser: Browser, eye: string): Promise<Stage> {
    const tab = await browser.newPage();
    await tab.setViewport(SIZE);
    const stage = new Stage(tab, await tab.createCDPSession(), eye);
    await tab.setRequestInterception(true);
    tab.on("request", (request) => {
      stage.answer(request).catch(() => undefined); // The page is gone already: nobody waits for the answer.
    });
    return stage;
  }

  /** Opens a saved page in place of the one before. */
  async show(order: Order): Promise<Ask> {
    await this.tab.goto("about:blank"); // Addresses that differ in their fragment only would be one document.
    this.body = order.html === undefined ? await readFile(order.path) : Buffer.from(order.html);
    await this.tab.goto(order.url, { waitUntil: "load", timeout: 60_000 }).catch((error: unknown) => {
      throw new Refusal(`cannot open ${order.file} at ${order.url}: ${error instanceof Error ? error.message : String(error)}`);
    });
    const contextId = await this.isolatedWorld();
    const ask: Ask = (expression) => this.evaluate(contextId, expression);
    await ask(`window.name = ${JSON.stringify(order.frameName)}`);
    await ask(`${this.eye}; 0`);
    return ask;
  }

  /** The first navigation gets the file, a picture an empty one, every other request gets nothing. */
  private async answer(request: HTTPRequest): Promise<void> {
    const { body } = this;
    if (body !== undefined && request.isNavigationRequest() && request.frame() === this.tab.mainFrame()) {
      this.body = undefined;
      await request.respond({ status: 200, contentType: contentType(body), headers: { "content-security-policy": NO_SCRIPTS }, body });
    } else if (request.resourceType() === "image") {
      await request.respond({ status: 200, contentType: "image/svg+xml", body: PICTURE });
    } else {
      await request.abort("aborted");
    }
  }

  private async isolatedWorld(): Promise<number> {
    const { frameTree } = await this.session.send("Page.getFrameTree");
    const { executionContextId } = await this.session.send("Page.createIsolatedWorld", {
      frameId: frameTree.frame.id,
      worldName: "keyferry",
    });
    return executionContextId;
  }

  private async evaluate(contextId: number, expression: string): Promise<unknown> {
    const { result, exceptionDetails } = await this.session.send("Runtime.evaluate", { expression, contextId, returnByValue: true });
    if (exceptionDetails !== undefined) {
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    }
    return result.value as unknown;
  }
}

function contentType(body: Buffer): string {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(body);
    return "text/html; charset=utf-8";
  } catch {
    return "text/html"; // An older encoding: the page's own <meta> knows.
  }
}
