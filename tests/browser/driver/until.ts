/** Waits for a state, and says what was there instead when it does not come. */
export async function until<T>(what: string, look: () => Promise<T | undefined | false>, instead?: () => Promise<string>, timeout = 15_000): Promise<T> {
  const end = Date.now() + timeout;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > end) throw new Error(`waited in vain for ${what}\n${(await instead?.()) ?? ""}`);
    await new Promise((next) => setTimeout(next, 25));
  }
}
