/** How an answer of the coordinators is cited. */
export const informedTexts = {
  document: "Auskunft der Koordination",
  section: (heading: string) => `Zur Frage „${heading}“`,
} as const;
