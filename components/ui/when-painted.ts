/** Calls back in the first task after the next frame; without a frame when the page is not shown. */
export function whenPainted(run: () => void): void {
  if (document.visibilityState === "hidden") {
    setTimeout(run);
    return;
  }
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener("message", run, { once: true });
    port1.start();
    port2.postMessage(null);
  });
}
