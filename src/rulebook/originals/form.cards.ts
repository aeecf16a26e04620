/** The form that says what a file is, and what became of it. Pure. */
import {
  button,
  cardOf,
  choice,
  dateField,
  exit,
  field,
  heading,
  note,
  paragraph,
  plain,
} from "../../turn/elements.ts";
import type { Card } from "../../turn/reply.ts";
import { KINDS } from "../answer.ts";
import { chat } from "./chat.texts.ts";
import type { Guess } from "./guess.ts";
import { PAPER_LIMITS, type PaperHead } from "./paper.ts";
import type { Flag } from "./quotes.ts";
import { flagText, kindNames, texts, versionText } from "./texts.ts";

export type ImportForm = {
  /** Under which the file waits; also the action's id. */
  readonly file: string;
  readonly fileName: string;
  readonly passages: number;
  readonly guess: Guess;
};

export function importFormCard({ file, fileName, passages, guess }: ImportForm): Card {
  const kinds = KINDS.map((kind) => ({ title: kindNames[kind], value: kind }));
  const about = chat.file(fileName, texts.passages(passages));
  return cardOf(
    `${chat.formTitle}. ${about}`,
    [
      heading(chat.formTitle),
      paragraph(plain(about)),
      note(chat.formWhy),
      field("title", chat.title, {
        value: guess.title,
        isRequired: true,
        errorMessage: chat.titleMissing,
        maxLength: PAPER_LIMITS.title,
      }),
      note(chat.titleHint),
      choice("kind", chat.kind, kinds, {
        ...(guess.kind === "" ? {} : { value: guess.kind }),
        isRequired: true,
        errorMessage: chat.kindMissing,
        placeholder: chat.kindChoose,
      }),
      dateField("date", chat.date, guess.date === "" ? {} : { value: guess.date }),
      field("scope", chat.scope, {
        value: guess.scope,
        isRequired: true,
        errorMessage: chat.scopeMissing,
        maxLength: PAPER_LIMITS.scope,
      }),
    ],
    [button(chat.save, "papers.import", { file }, true), exit(chat.cancel, "papers.discard", { file })],
  );
}

const MOST_FLAGS = 8;

/** The cards of the handbook that a version does not fit. */
export function flagLines(flags: readonly Flag[]) {
  if (flags.length === 0) return [];
  const more = flags.length - MOST_FLAGS;
  return [
    paragraph(chat.flagged),
    ...flags.slice(0, MOST_FLAGS).map((flag) => note(plain(flagText(flag)))),
    ...(more > 0 ? [note(chat.flaggedMore(more))] : []),
  ];
}

export type ImportedView = {
  readonly paper: PaperHead;
  readonly passages: number;
  readonly flags: readonly Flag[];
  /** Whether the handbook has cards of this paper. */
  readonly hasCards: boolean;
};

export function importedCard({ paper, passages, flags, hasCards }: ImportedView): Card {
  const done = chat.imported(`${versionText(paper)}, ${texts.passages(passages)}`);
  return cardOf(
    done,
    [paragraph(plain(done)), note(hasCards ? chat.importedNext : chat.noCards), ...flagLines(flags)],
    [
      button(chat.show(paper.number), "papers.show", { number: paper.number, from: 0 }),
      button(chat.back, "papers.list"),
    ],
  );
}
