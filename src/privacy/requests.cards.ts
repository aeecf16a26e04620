/** Cards of requests about one's own data. */
import { germanDate } from "../calendar/zones.ts";
import {
  button,
  cardOf,
  choice,
  exit,
  field,
  heading,
  note,
  paragraph,
  plain,
  warning,
} from "../turn/elements.ts";
import type { Card } from "../turn/reply.ts";
import { answerForm, form, kinds, list, news, short } from "./requests.texts.ts";
import { KINDS, LONGEST, type PrivacyAsk, type RequestKind } from "./requests.ts";

export type AskView = {
  readonly actionId: string;
  readonly kind: RequestKind;
  readonly text: string;
  readonly problem?: string;
};

const problems = (problem?: string) => (problem === undefined ? [] : [warning(problem)]);

export const askCard = ({ actionId, kind, text, problem }: AskView): Card =>
  cardOf(
    problem ?? `${form.title}. ${form.why}`,
    [
      heading(form.title),
      ...problems(problem),
      paragraph(form.why),
      choice(
        "kind",
        form.kind,
        KINDS.map((value) => ({ value, title: kinds[value] })),
        { style: "expanded", value: kind, wrap: true },
      ),
      field("text", form.text, { isMultiline: true, maxLength: LONGEST, value: text }),
      note(form.switchOff),
    ],
    [button(form.send, "privacy.ask", { actionId }, true), exit(form.cancel, "form.cancel")],
  );

export const sentCard = ({ number, kind, text }: PrivacyAsk): Card =>
  cardOf(form.sent(number, kind), [
    heading(form.sentTitle),
    paragraph(form.sent(number, kind)),
    note(plain(text)),
  ]);

const nameOf = ({ name }: PrivacyAsk): string => plain(name ?? list.nobody);

const line = (one: PrivacyAsk): string =>
  one.settledAt === null
    ? list.open(one.number, one.kind, nameOf(one), germanDate(one.askedAt))
    : list.settled(one.number, one.kind, nameOf(one), germanDate(one.settledAt));

/** So many buttons fit below a list. */
const BUTTONS = 5;

export function requestsCard(all: readonly PrivacyAsk[]): Card {
  const open = all.filter(({ settledAt }) => settledAt === null);
  return cardOf(
    all.length === 0 ? list.none : list.title,
    [
      heading(list.title),
      ...(all.length === 0 ? [paragraph(list.none)] : all.map((one) => paragraph(line(one)))),
      ...(open.length > 0 ? [note(list.legal)] : []),
    ],
    open.slice(0, BUTTONS).map(({ id, number }) => button(list.answer(number), "privacy.answerForm", { id })),
  );
}

export type AnswerView = {
  readonly actionId: string;
  readonly asked: PrivacyAsk;
  readonly text: string;
  readonly problem?: string;
};

export const answerCard = ({ actionId, asked, text, problem }: AnswerView): Card =>
  cardOf(
    problem ?? answerForm.title(asked.number),
    [
      heading(answerForm.title(asked.number)),
      ...problems(problem),
      paragraph(answerForm.from(nameOf(asked), germanDate(asked.askedAt))),
      paragraph(kinds[asked.kind]),
      paragraph(plain(asked.text)),
      field("text", answerForm.text, { isMultiline: true, maxLength: LONGEST, value: text }),
      note(answerForm.hint),
    ],
    [
      button(answerForm.send, "privacy.settle", { actionId, id: asked.id }, true),
      exit(answerForm.back, "privacy.requests"),
    ],
  );

export const askedNews = (asked: PrivacyAsk): Card =>
  cardOf(
    news.askedTitle(asked.number),
    [heading(news.askedTitle(asked.number)), paragraph(news.asked(asked.kind, nameOf(asked)))],
    [button(news.see, "privacy.requests")],
  );

export const settledNews = (asked: PrivacyAsk): Card =>
  cardOf(news.settledTitle(asked.number), [
    heading(news.settledTitle(asked.number)),
    note(`${short[asked.kind]}: ${plain(asked.text)}`),
    paragraph(plain(asked.answer ?? "")),
    note(news.complain),
  ]);
