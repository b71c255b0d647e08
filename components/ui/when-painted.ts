let waiting: (() => void)[] = [];

/**
 * Calls back in the first task after the next frame, one after another those who ask before it; without
 * a frame when the page is not shown.
 */
export function whenPainted(run: () => void): void {
  if (document.visibilityState === "hidden") {
    setTimeout(run);
    return;
  }
  waiting.push(run);
  if (waiting.length > 1) return;
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener("message", callAll, { once: true });
    port1.start();
    port2.postMessage(null);
  });
}

function callAll(): void {
  const all = waiting;
  waiting = [];
  for (const run of all) {
    try {
      run();
    } catch (error) {
      // The others have nothing to do with it.
      reportError(error);
    }
  }
}
