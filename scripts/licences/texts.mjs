// @ts-check
// Every German sentence of `npm run licences`.
export const sentences = {
  usage: "So geht es: npm run licences [-- --list]",
  /** @param {number} count */
  fine: (count) => `${count} Pakete laufen mit dem Programm. Alle Lizenzen sind erlaubt oder geprüft.`,
  /** @param {{ name: string, version: string, licence: string }} one */
  open: ({ name, version, licence }) =>
    `${name} ${version}: ${licence === "" ? "Das Paket nennt keine Lizenz." : `Die Lizenz ${licence} ist nicht erlaubt.`}`,
  next: "Bitte lesen Sie diese Lizenzen. Nehmen Sie ein anderes Paket, oder tragen Sie das Ergebnis in scripts/licences/judged.mjs ein.",
  /** @param {string} name */
  unused: (name) =>
    `${name} steht in scripts/licences/judged.mjs und wird nicht mehr gebraucht. Bitte streichen Sie es.`,
  /** @param {string} name @param {string} why */
  judged: (name, why) => `Geprüft: ${name} – ${why}.`,
};
