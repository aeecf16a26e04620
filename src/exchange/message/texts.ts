/** What people read about records that are made from messages. */
const named = (name: string | null): string => (name === null || name === "" ? "" : ` von ${name}`);

export const messageTexts = {
  from: (author: string | null, recorder: string) =>
    `Aus der Nachricht${named(author)}, festgehalten von ${recorder}. Wer die Nachricht geschrieben hat, kann widersprechen.`,
  prefilled: (author: string | null) =>
    `Aus der Nachricht${named(author)}. Ich habe die Felder nach ihrem Wortlaut ausgefüllt. Bitte prüfen Sie sie.`,
  confirmed: (title: string) =>
    `Festgehalten: ${title}. Die Bestätigung mit „Bearbeiten“ und „Rückgängig“ steht gleich in der Unterhaltung.`,
  already: "Diese Nachricht ist schon festgehalten.",
  alreadyElsewhere:
    "Diese Nachricht ist schon festgehalten. Den Beitrag können Sie hier nicht lesen: Er ist nur für die Gruppe, zu der er gehört.",
  alreadyDeleted: (title: string) =>
    `Diese Nachricht war schon festgehalten. Der Beitrag „${title}“ ist gelöscht.`,
  alreadyGone: "Diese Nachricht war schon festgehalten. Der Beitrag ist gelöscht.",
  alreadyObjected:
    "Diese Nachricht war schon festgehalten. Wer sie geschrieben hat, hat widersprochen. Deshalb ist der Beitrag gelöscht.",
  open: "Nachricht öffnen",
  show: "Anzeigen",
  object: "Widersprechen",
  restore: "Wiederherstellen",
  yours: (recorder: string) => `${recorder} hat Ihre Nachricht als Austausch festgehalten`,
  yoursHint:
    "Der Beitrag nennt Sie als die Person, die die Nachricht geschrieben hat. Sind Sie nicht einverstanden, widersprechen Sie bitte: Dann wird der Beitrag gelöscht.",
  objected: (title: string) => `Widersprochen: ${title}`,
  objectedHint:
    "Der Beitrag ist gelöscht und erscheint in keiner Suche mehr. Nur Sie können ihn wiederherstellen.",
  heard: (title: string) => `Widerspruch: „${title}“ ist gelöscht`,
  heardHint:
    "Sie haben diesen Austausch aus einer Nachricht festgehalten. Wer sie geschrieben hat, hat widersprochen. Bitte sprechen Sie die Person an, wenn Sie den Beitrag für wichtig halten.",
} as const;
