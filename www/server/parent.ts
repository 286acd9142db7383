/**
 * Calls `close` when this process is told to end, or when the process that started it is gone, so that no server is left
 * behind. Returns what stops the watch.
 */
export function endWithParent(close: () => Promise<void>): () => void {
  const parent = process.ppid;
  const watch = setInterval(() => {
    // The parent's death is taken as the order to end: whoever else listens for it (browsers to close) hears it too.
    if (process.ppid !== parent) process.kill(process.pid, "SIGTERM");
  }, 1000);
  watch.unref();

  const end = (signal: NodeJS.Signals) => {
    void close().finally(() => {
      stop();
      // The last to tidy up lets the signal do what it would have done.
      if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
    });
  };
  const stop = (): void => {
    clearInterval(watch);
    process.off("SIGTERM", end);
    process.off("SIGINT", end);
  };
  process.on("SIGTERM", end);
  process.on("SIGINT", end);
  return stop;
}
