/** What people read when somebody who had a seat or a part in an election has left. */
import type { ElectionPart } from "./leave.ts";

const parts: Readonly<Record<ElectionPart, string>> = {
  candidate: "Die Person steht in einer laufenden Wahl zur Wahl.",
  officer: "Die Person leitet eine laufende Wahl.",
  scrutineer: "Die Person prüft eine laufende Wahl.",
};

export const texts = {
  title: "Jemand ist nicht mehr dabei",
  free: (party: string) => `Der Sitz von ${party} ist frei. Für ${party} stimmt im Augenblick niemand ab.`,
  standIn: (party: string) => `Den Sitz von ${party} hat jetzt nur noch die Vertretung.`,
  name: "Bitte benennen Sie eine neue Person: koordination.",
  round:
    "Ist gerade eine Abstimmung offen, bleibt ihr Verzeichnis, wie es ist. Eine andere Person bestimmen Sie dort zu zweit: wahl leiten.",
  deputies: "Die Koordination weiß es und benennt eine neue Person.",
  part: (part: ElectionPart) => parts[part],
  takeOver: "Bitte sehen Sie nach, wer das übernimmt: wahl leiten.",
} as const;
