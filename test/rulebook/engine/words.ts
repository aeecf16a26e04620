/** Words as the reader hands them on, made for tests. */
import type { Token } from "../../../src/rulebook/tokens.ts";
import { tokenOf } from "./small.ts";

export const said = (word: string, ...concepts: string[]): Token => tokenOf(word, { concepts });
/** Words as the reader would hand them on, with what they stand for. */
export const word = {
  treffen: said("treffen", "meeting"),
  wahl: said("wahl", "election"),
  kündigung: said("kundigung", "termination"),
  forum: said("forum", "forum"),
  gemeinsam: said("gemeinsam", "cooperation"),
  gemeinde: tokenOf("gemeinde", { stem: "gemeind", concepts: ["municipalities"] }),
  landkreis: said("landkreis", "county"),
  termin: said("termin", "?date"),
  dauer: said("dauer", "?duration"),
  papier: said("papier", "document"),
  agenda: said("agenda", "agenda"),
  auto: tokenOf("auto"),
  ist: tokenOf("ist", { filler: true }),
};
