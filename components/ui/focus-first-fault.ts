/** Puts the keyboard into the first control of a form whose value was refused, once it says so. */
export function focusFirstFault(form: HTMLElement | null): void {
  requestAnimationFrame(() => {
    form
      ?.querySelector<HTMLElement>(
        "fieldset[data-invalid] input, input[data-invalid], textarea[data-invalid], button[data-invalid]",
      )
      ?.focus();
  });
}
