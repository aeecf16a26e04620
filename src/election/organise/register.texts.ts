/** What people read when somebody else votes for a party in an open round. */
import { plain } from "../../turn/elements.ts";

export const seatWords = {
  title: "Stimmführung geändert",
  former: (party: string, name: string) =>
    `Für ${plain(party)} stimmt jetzt ${plain(name)} ab. Ist die Stimme von ${plain(party)} schon abgegeben, gilt sie. Sie müssen nichts tun.`,
  scrutineer: (party: string, name: string) =>
    `In einem offenen Wahlgang stimmt für ${plain(party)} jetzt ${plain(name)} ab. Koordination und Wahlleitung haben das gemeinsam entschieden. Ist die Stimme schon abgegeben, gilt sie. Passt etwas nicht, sprechen Sie bitte die Wahlleitung an.`,
  votedTitle: "Ihre Kommune hat abgestimmt",
  voted: (party: string) =>
    `Sie sind jetzt für ${plain(party)} zuständig. Ihre Kommune hat in diesem Wahlgang schon abgestimmt. Diese Stimme gilt. Sie müssen nichts tun.`,
} as const;
