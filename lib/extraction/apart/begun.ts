/** What a child says when it has a job in hand; its answer follows. */
export const BEGUN = "begun";
