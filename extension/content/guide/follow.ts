/** Frames without a movement after which a transition is taken to be over. */
const STILL = 12;

/**
 * Calls `draw` in the very frame in which the target may have moved, and never else: there is no
 * loop while nothing happens. `draw` says whether anything moved. Returns what ends it.
 *
 * Scroll, resize and DOM changes come before the animation frame callbacks of their frame, so one
 * requested there still paints with them. A ResizeObserver comes after layout and draws at once.
 * What announces itself by no event (a font, an image, a rule that began to match) shows as a
 * crossing of the target's old edges, which an IntersectionObserver sees without a poll.
 */
export function follow(target: Element | undefined, draw: () => boolean): () => void {
  const ended = new AbortController();
  let frame = 0;
  let still = STILL;
  const ask = (): void => {
    frame ||= requestAnimationFrame(tick);
  };
  const stir = (): void => {
    still = 0;
    ask();
  };
  const tick = (): void => {
    frame = 0;
    const moved = draw();
    if (moved) fence();
    if (still < STILL) {
      still = moved ? 0 : still + 1;
      ask();
    }
  };

  const listen = { capture: true, passive: true, signal: ended.signal };
  for (const event of ["scroll", "toggle", "load", "input", "focusin", "focusout", "transitionend", "animationend", "visibilitychange"]) {
    document.addEventListener(event, ask, listen);
  }
  for (const event of ["transitionrun", "animationstart"]) document.addEventListener(event, stir, listen);
  window.addEventListener("resize", ask, listen);

  const mutations = new MutationObserver(ask);
  mutations.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  const sizes = new ResizeObserver(() => {
    if (draw()) fence();
  });
  if (target) sizes.observe(target);

  let edges: IntersectionObserver | undefined;
  /** Lays a fence exactly round the target, so that any move of it crosses. */
  const fence = (): void => {
    edges?.disconnect();
    if (!target?.isConnected) return;
    const { top, left, right, bottom, width, height } = target.getBoundingClientRect();
    if (width === 0 || height === 0) return;
    const inset = [top, innerWidth - right, innerHeight - bottom, left].map((length) => `${-Math.floor(length)}px`).join(" ");
    let first: number | undefined;
    edges = new IntersectionObserver(
      ([entry]) => {
        const ratio = entry?.intersectionRatio ?? 0;
        first ??= ratio;
        if (ratio !== first) ask();
      },
      { root: document, rootMargin: inset, threshold: Array.from({ length: 11 }, (_, step) => step / 10) },
    );
    edges.observe(target);
  };

  draw();
  fence();
  return () => {
    ended.abort();
    cancelAnimationFrame(frame);
    mutations.disconnect();
    sizes.disconnect();
    edges?.disconnect();
  };
}
