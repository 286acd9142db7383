/** Frames without a movement after which a transition is taken to be over. */
const STILL = 12;

const HAPPENINGS = "scroll toggle load input focusin focusout transitionrun animationstart transitionend animationend visibilitychange";

/**
 * Calls `draw` in the very frame in which the target may have moved, and never else: there is no
 * loop while nothing happens. `draw` says whether anything moved. Returns what ends it.
 *
 * Scroll, resize and DOM changes come before the animation frame callbacks of their frame, so one
 * requested there still paints with them. A ResizeObserver comes after layout and draws at once.
 */
export function follow(target: Element | undefined, draw: () => boolean): () => void {
  const ended = new AbortController();
  let frame = 0;
  let still = STILL;

  const ask = (): void => {
    frame ||= requestAnimationFrame(tick);
  };
  const tick = (): void => {
    frame = 0;
    const moved = draw();
    if (still < STILL) {
      still = moved ? 0 : still + 1;
      ask();
    }
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
  const sizes = new ResizeObserver(draw);
  if (target) {
    mutations.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
    sizes.observe(target);
  }
  draw();
  return () => {
    ended.abort();
    cancelAnimationFrame(frame);
    mutations.disconnect();
    sizes.disconnect();
  };
}
