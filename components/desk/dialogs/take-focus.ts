/**
 * A ref for what is read in a dialog: the keyboard starts there, so that one Escape closes the dialog
 * and not first the hint of its close button.
 */
export function takeFocus(element: HTMLElement | null): void {
  element?.focus({ preventScroll: true });
}
