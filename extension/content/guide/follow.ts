/** Frames without a movement after which a transition is taken to be over. */
const STILL = 12;

const HAPPENINGS = "scroll toggle load input focusin focusout transitionrun animationstart transitionend animationend visibilitychange";

/**
 * Calls `draw` in the very frame in which the target may have moved, and never else: there is no
 * loop while nothing happens. `draw` says whether anything moved. Returns what ends it.
 *
 * Scroll, resize and DOM changes come before the animation frame callbacks of their frame, so one
 * requested there still paints with them. A ResizeObserver comes after layout and draws at once.
 * What announces itself by no event (a font, a rule that began to match) shows as a crossing of
 * the target's old edges, which an IntersectionObserver sees without a poll.
 */
export function follow(target: Element | undefined, draw: () => boolean): () => void {
  const ended = new AbortController();
  let frame = 0;
  let still = STILL;
  let edges: IntersectionObserver | undefined;

  const ask = (): void => {
    frame ||= requestAnimationFrame(tick);
  };
  const tick = (): void => {
    frame = 0;
    const moved = redraw();
    if (still < STILL) {
      still = moved ? 0 : still + 1;
      ask();
    }
  };
  const redraw = (): boolean => {
    const moved = draw();
    if (moved) fence();
    return moved;
  };
  /** Lays a fence exactly round the target, so that any move of it crosses. */
  const fence = (): void => {
    edges?.disconnect();
    if (!target) return;
    const { top, left, right, bottom } = target.getBoundingClientRect();
    const inset = [top, innerWidth - right, innerHeight - bottom, left];
    let first: number | undefined;
    edges = new IntersectionObserver(
      ([entry]) => {
        const ratio = entry?.intersectionRatio;
        first ??= ratio;
        if (ratio !== first) ask();
      },
      { root: document, rootMargin: inset.map((length) => `${-Math.floor(length)}px`).join(" "), threshold: [0, 0.2, 0.4, 0.6, 0.8, 0.9, 1] },
    );
    edges.observe(target);
  };

  const listen = { capture: true, passive: true, signal: ended.signal };
  window.addEventListener("resize", ask, listen);
  for (const event of HAPPENINGS.split(" ")) {
    document.addEventListener(
      event,
      () => {
        if (/run|start/.test(event)) still = 0;
        ask();
      },
      listen,
    );
  }
  // A card that stands alone follows nothing.
  const mutations = new MutationObserver(ask);
  const sizes = new ResizeObserver(redraw);
  if (target) {
    mutations.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
    sizes.observe(target);
  }
  redraw();
  return () => {
    ended.abort();
    cancelAnimationFrame(frame);
    mutations.disconnect();
    sizes.disconnect();
    edges?.disconnect();
  };
}
