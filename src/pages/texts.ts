/** What somebody reads whose link opens nothing. */
export const gone = {
  title: "Diese Seite ist nicht da",
  why: "Der Link ist abgelaufen, er ist nicht vollständig, oder die Seite gibt es nicht mehr.",
  next: "Holen Sie sich bitte einen neuen Link: Öffnen Sie in Teams den Chat mit dem Forumsbot, und rufen Sie die Seite dort noch einmal auf.",
} as const;

/** What somebody reads who has tried many links that open nothing. */
export const tooMany = {
  title: "Bitte warten Sie einen Augenblick",
  why: "Von Ihrem Anschluss kamen gerade zu viele Aufrufe mit falschen Links.",
  next: "Öffnen Sie Ihren Link bitte in einer Minute noch einmal.",
} as const;

/** Titles of the pages for everybody, by their path. */
export const publicPages = {
  "/datenschutz": "Datenschutzhinweis",
  "/nutzung": "Nutzungsbedingungen",
  "/barrierefreiheit": "Erklärung zur Barrierefreiheit",
} as const;
