/** The list of papers, one paper, and the question before it is removed. Pure. */
import { button, cardOf, heading, note, paragraph, plain, warning } from "../../turn/elements.ts";
import type { Card } from "../../turn/reply.ts";
import { chat } from "./chat.texts.ts";
import { flagLines } from "./form.cards.ts";
import type { PaperHead } from "./paper.ts";
import type { Shown } from "./service.ts";
import { dateText, kindNames, sectionText, stateText, versionText } from "./texts.ts";

const MOST_LISTED = 12;
/** So many passages, cut to so many characters, are read on one card. */
const AT_ONCE = 6;
const LONGEST_PART = 700;

const aboutOf = ({ number, version, kind, date, scope }: PaperHead): string =>
  chat.about(number, version, kindNames[kind], dateText(date), scope);

const bold = (text: string) => ({ ...paragraph(plain(text)), weight: "Bolder" as const, separator: true });

/** Those in force, newest first. */
export function listCard(heads: readonly PaperHead[], current: ReadonlySet<string>): Card {
  const all = heads.filter(({ id }) => current.has(id)).reverse();
  const listed = all.slice(0, MOST_LISTED);
  const others = heads.length - all.length;
  return cardOf(chat.listTitle, [
    heading(chat.listTitle),
    ...(all.length === 0 ? [paragraph(chat.listNone)] : []),
    ...listed.flatMap((one) => [
      bold(one.title),
      note(plain(aboutOf(one))),
      {
        type: "ActionSet" as const,
        actions: [
          button(chat.show(one.number), "papers.show", { number: one.number, from: 0 }),
          button(chat.remove(one.number), "papers.remove", { number: one.number }),
        ],
      },
    ]),
    ...(all.length > listed.length ? [note(chat.listCut(all.length - listed.length))] : []),
    ...(others > 0 ? [note(chat.listMore(others))] : []),
    note(chat.listHow),
  ]);
}

const cut = (text: string): string =>
  text.length <= LONGEST_PART ? text : `${text.slice(0, text.lastIndexOf(" ", LONGEST_PART))} …`;

/** `from` counts passages from 0. */
export function paperCard({ paper, inForce, versions, flags }: Shown, from: number): Card {
  const { passages, number } = paper;
  const begin = Math.min(from, Math.max(0, passages.length - 1));
  const part = passages.slice(begin, begin + AT_ONCE);
  const end = begin + part.length;
  const earlier = versions.filter(({ id }) => id !== paper.id);
  return cardOf(
    versionText(paper),
    [
      heading(plain(versionText(paper))),
      note(plain(`${aboutOf(paper)} · ${stateText(paper, inForce)} · ${paper.fileName}`)),
      ...(earlier.length === 0
        ? []
        : [note(`${chat.showVersions}: ${versions.map(({ version }) => version).join(", ")}`)]),
      ...flagLines(flags),
      note(part.length === 0 ? chat.showNone : chat.showPart(begin + 1, end, passages.length)),
      ...part.flatMap((one) => [
        bold(
          `${sectionText(one.heading, one.paragraph)}${one.page === null ? "" : `, ${chat.page(one.page)}`}`,
        ),
        paragraph(plain(cut(one.text))),
      ]),
    ],
    [
      ...(end < passages.length ? [button(chat.next, "papers.show", { number, from: end })] : []),
      ...(paper.removedAt === null ? [button(chat.remove(number), "papers.remove", { number })] : []),
      button(chat.back, "papers.list"),
    ],
  );
}

export const removeCard = (paper: PaperHead): Card =>
  cardOf(
    `${chat.removeTitle} ${versionText(paper)}`,
    [
      heading(chat.removeTitle),
      paragraph(plain(versionText(paper))),
      note(plain(aboutOf(paper))),
      warning(chat.removeWhy),
    ],
    [button(chat.removeDo, "papers.erase", { number: paper.number }, true), button(chat.back, "papers.list")],
  );

export const removedCard = (paper: PaperHead): Card =>
  cardOf(
    chat.removed(versionText(paper)),
    [paragraph(plain(chat.removed(versionText(paper)))), note(chat.removedNext)],
    [button(chat.back, "papers.list")],
  );
