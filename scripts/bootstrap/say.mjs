/** Messages go to standard error: standard output belongs to the command. @param {string} sentence */
export function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}

/** Ends the program with a sentence. @param {string} sentence @param {number} status @returns {never} */
export function stop(sentence, status) {
  say(sentence);
  process.exit(status);
}
