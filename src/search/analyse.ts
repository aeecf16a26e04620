import { stem } from "./stem.ts";
import { words } from "./words.ts";

/** Words that carry no subject, folded. "weil" is missing on purpose: it is also a town. */
const STOP = new Set(
  `aber alle allem allen aller alles als also am an ander andere anderem anderen anderer anderes auch auf aus
  bei beim bin bis bist bitte da dabei dadurch daher damit dann das dass dem den denn der des dessen deren dich
  die dies diese diesem diesen dieser dieses dir doch dort du durch ein eine einem einen einer eines er es etwas
  fur gegen gibt hab habe haben hat hatte hatten hier ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im in
  ins ist ja jede jedem jeden jeder jedes jetzt kann kein keine keinem keinen keiner keines konnen konnte man
  mehr mein meine mich mir mit mussen muss nach nicht noch nun nur ob oder ohne schon sehr sein seine seinem
  seinen seiner seit sich sie sind so soll sollen sollte um und uns unser unsere unserem unseren unserer unter
  vom von vor wann war waren warum was welche welchem welchen welcher welches wenn wer werden wie wieder
  will wir wird wo wollen worden wurde wurden zu zum zur zwischen`.split(/\s+/),
);

/** The stems of a text and how often each occurs, without stop words. The tokens to store and to search by. */
export function analyse(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words(text)) {
    if (STOP.has(word)) continue;
    const token = stem(word);
    counts.set(token, (counts.get(token) ?? 0) + 1);
  }
  return counts;
}
