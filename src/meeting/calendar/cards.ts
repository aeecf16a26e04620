/** Cards of the calendar: the file of a date, the link that a calendar program subscribes to. */
import { button, cardOf, exit, field, heading, note, paragraph, warning } from "../../turn/elements.ts";
import type { Card } from "../../turn/reply.ts";
import type { Meeting } from "../meeting.ts";
import type { FileLink } from "./service.ts";
import { feed, file } from "./texts.ts";

/** For every card about a date: gives the person who presses it a link of his or her own. */
export const calendarButton = ({ id, cancelledAt }: Pick<Meeting, "id" | "cancelledAt">) =>
  button(cancelledAt === null ? file.button : file.buttonCancelled, "calendar.file", { meeting: id });

export const fileTitle = ({ startsAt, cancelledAt }: Meeting): string =>
  cancelledAt === null ? file.title(startsAt) : file.titleCancelled(startsAt);

export const fileCard = ({ meeting, url }: FileLink): Card =>
  cardOf(
    fileTitle(meeting),
    [
      heading(fileTitle(meeting)),
      paragraph(meeting.cancelledAt === null ? file.how : file.howCancelled),
      ...(meeting.cancelledAt === null ? [paragraph(file.again)] : []),
      note(file.hours),
      note(file.all),
    ],
    [
      { type: "Action.OpenUrl", title: file.open, url },
      button(file.back, "meeting.show", { meeting: meeting.id }),
    ],
  );

/** `since`: when the link was made that holds now; null without one. */
export type FeedView = { readonly actionId: string; readonly since: number | null };

export const feedCard = ({ actionId, since }: FeedView): Card =>
  cardOf(
    [feed.title, since === null ? feed.none : feed.since(since)].join(". "),
    [
      heading(feed.title),
      paragraph(feed.what),
      note(feed.contents),
      ...(since === null ? [paragraph(feed.none)] : [paragraph(feed.since(since)), note(feed.notAgain)]),
    ],
    since === null
      ? [button(feed.make, "calendar.make", { actionId }, true)]
      : [button(feed.renew, "calendar.make", { actionId }), button(feed.stop, "calendar.stop")],
  );

/** The one time the address is seen. It stands in a field: there it can be copied on a phone, too. */
export const madeCard = (actionId: string, url: string): Card =>
  cardOf(
    `${feed.made} ${url}`,
    [
      heading(feed.made),
      paragraph(feed.how),
      field("address", feed.address, { value: url }),
      warning(feed.secret),
      note(feed.ended),
    ],
    [exit(feed.renew, "calendar.make", { actionId }), exit(feed.stop, "calendar.stop")],
  );

export const stoppedCard = (): Card =>
  cardOf(feed.stopped, [paragraph(feed.stopped), paragraph(feed.stoppedHint), note(feed.again)]);
