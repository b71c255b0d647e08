/** The three people of the demo. Their passwords are generated when it is made, never written down. */
export const DEMO_PEOPLE = {
  annotator: { name: "Tove Oakes", email: "tove@onrecord.example", memberRole: "annotator" },
  reviewer: { name: "Lena Kask", email: "lena@onrecord.example", memberRole: "reviewer" },
  manager: { name: "Marek Anlund", email: "marek@onrecord.example", memberRole: "manager" },
} as const;

export type DemoPerson = keyof typeof DEMO_PEOPLE;

/** Who owns the installation on which the demo is made. */
export const DEMO_OWNER: DemoPerson = "manager";
