// @ts-check
// Dependencies that say nothing the rule can read, or have a licence that is not on the list: read by a person.

/** @type {Readonly<Record<string, import("./rule.mjs").Judged>>} By name and version; the licence as the package says it. */
export const judged = {
  "elkjs@0.11.1": {
    licence: "EPL-2.0",
    why: "gehört zur Oberfläche „Prisma Studio“, die Forumsbote nie startet; unverändert, wie npm es liefert",
  },
  "escape-regexp-component@1.0.2": {
    licence: "",
    why: "nennt keine Lizenz in package.json; die Readme-Datei des Pakets nennt MIT",
  },
  "seq-queue@0.0.5": {
    licence: "",
    why: "nennt keine Lizenz in package.json; die Datei LICENSE des Pakets ist die MIT-Lizenz",
  },
};
