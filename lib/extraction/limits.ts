/** Most bytes of a document, a message or a saved page; plain texts and pages have TEXT_LIMIT. */
export const FILE_LIMIT = 50 * 1024 * 1024;
