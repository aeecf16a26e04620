/** What authors and recorders of messages are shown. */
import { button, cardOf, heading, note, paragraph, plain } from "../../turn/elements.ts";
import type { Card } from "../../turn/reply.ts";
import { excerpt, lineOf, type RecordView } from "../cards.ts";
import { messageTexts as words } from "./texts.ts";

const objectButton = (id: string) => button(words.object, "exchange.object", { id });

/** Told to the author of a message that somebody else has recorded. Not everybody may open the record. */
export const yoursCard = ({ exchange, organisation }: RecordView): Card =>
  cardOf(
    words.yours(exchange.recordedBy.name),
    [
      heading(words.yours(plain(exchange.recordedBy.name))),
      { ...paragraph(plain(exchange.title)), weight: "Bolder" as const },
      note(plain(lineOf(exchange, organisation))),
      paragraph(plain(excerpt(exchange.text))),
      paragraph(words.yoursHint),
    ],
    [
      ...(exchange.visibility === "forum"
        ? [button(words.show, "exchange.show", { id: exchange.id }, true)]
        : []),
      objectButton(exchange.id),
    ],
  );

/** Answers an objection. */
export const objectedCard = ({ exchange }: Pick<RecordView, "exchange">): Card => {
  const { id, revision, title } = exchange;
  return cardOf(
    words.objected(title),
    [heading(words.objected(plain(title))), paragraph(words.objectedHint)],
    [button(words.restore, "exchange.takeBack", { id, revision })],
  );
};

/** Told to the recorder. */
export const heardCard = ({ exchange }: Pick<RecordView, "exchange">): Card =>
  cardOf(words.heard(exchange.title), [
    heading(words.heard(plain(exchange.title))),
    paragraph(words.heardHint),
  ]);

/** A message that was recorded before; the record is deleted and can be brought back. */
export const deletedBeforeCard = ({ exchange }: Pick<RecordView, "exchange">, verb: string): Card => {
  const { id, revision, title } = exchange;
  return cardOf(
    words.alreadyDeleted(title),
    [paragraph(words.alreadyDeleted(plain(title)))],
    [button(words.restore, verb, { id, revision })],
  );
};
