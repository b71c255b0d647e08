/** What went wrong, with what to do about it. */
export function failureWords(
  kind: "refused" | "signed-out" | "unreachable",
  message: string,
): string {
  if (kind === "signed-out") {
    return "You are signed out. What you wrote is kept here: sign in in another tab, then try again.";
  }
  if (kind === "unreachable")
    return `${message} What you wrote is kept here: try again in a moment.`;
  return message;
}
