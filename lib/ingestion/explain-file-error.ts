/** Why a file or folder cannot be read, in a sentence; anything but the file system's own errors goes up. */
export function explainFileError(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const sentence = SENTENCES[code];
  if (sentence === undefined) throw error;
  return sentence;
}

const SENTENCES: Readonly<Record<string, string>> = {
  ENOENT: "There is no such file or folder.",
  ENOTDIR: "There is no such file or folder.",
  EACCES: "It may not be read with your rights.",
  EPERM: "It may not be read with your rights.",
  ELOOP: "It is a link that leads nowhere.",
  ENAMETOOLONG: "Its name is too long.",
  EISDIR: "It cannot be read as a file.",
  EIO: "The disk cannot read it.",
  EMFILE: "Too many files are open; try again.",
};
