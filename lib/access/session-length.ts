/** A session ends when it was not used for so many days. */
export const SESSION_DAYS = 30;
