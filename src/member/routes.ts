/** `ich bin …`: typed, or chosen from the list; confirmed on a card with the privacy notice. */
import { z } from "zod";
import type { Directory } from "../forum/directory.ts";
import type { Organisation } from "../forum/forum.ts";
import type { PrivacyNotice } from "../privacy/notice.ts";
import { fold } from "../search/fold.ts";
import type { Outcome } from "../system/outcome.ts";
import { card, type Reply, refusal, stored } from "../turn/reply.ts";
import { actionRoute, type Routes, textRoute } from "../turn/route.ts";
import type { PlaceKind, Turn } from "../turn/turn.ts";
import {
  type ConfirmView,
  confirmActions,
  confirmCard,
  confirmElements,
  introduceCard,
  introducedCard,
  questionOf,
} from "./cards.ts";
import type { MemberRefusal, MemberService, Proposed } from "./service.ts";
import { refusals, texts } from "./texts.ts";

export type MemberRouteDeps = {
  readonly service: MemberService;
  readonly directory: Directory;
  readonly notice: PrivacyNotice;
};

const INTRODUCTION = /^ich bin(?:\s+(.*))?$/isu;
/** Longer talk that names no organisation is not an answer to "who are you". */
const MOST_WORDS = 5;

/** The words after "ich bin"; undefined when the text is something else. Pure. */
export function introductionOf(typed: string, directory: Directory): string | undefined {
  const said = INTRODUCTION.exec(typed.trim());
  if (!said) return undefined;
  const rest = (said[1] ?? "").trim();
  if (directory.find(rest).length === 0 && fold(rest).split(" ").length > MOST_WORDS) return undefined;
  return rest;
}

export type Asking = Pick<MemberRouteDeps, "directory" | "notice">;

/** Asks for the organisation; also used by other features when somebody has not said it yet. */
export function askForOrganisation(
  { directory, notice }: Asking,
  problem?: string,
  organisations: readonly Organisation[] = directory.all,
): Reply {
  const view = { organisations, notice, ...(problem ? { problem } : {}) };
  return card(introduceCard(view), texts.title);
}

/** What the card shows that asks whether this is right. */
const viewOf = (
  { directory, notice }: Asking,
  { organisation, listed, group }: Proposed,
  place: PlaceKind,
): ConfirmView => ({
  key: organisation,
  organisation: directory.name(organisation),
  listed: listed && { ...listed, organisation: directory.name(listed.organisation) },
  group: group?.name ?? null,
  place,
  notice,
});

/** The same question as a part of another card. */
export function introductionIn(asking: Asking, proposed: Proposed, place: PlaceKind) {
  const view = viewOf(asking, proposed, place);
  return { elements: confirmElements(view), actions: confirmActions(view) };
}

const PRESSED = z.object({
  organisation: z.string().max(100),
  notice: z.string().max(40).optional(),
  confirmed: z.literal(true).optional(),
});
const NOTHING = z.object({});

export function memberRoutes({ service, ...asking }: MemberRouteDeps): Routes {
  const { directory } = asking;

  function confirm(turn: Turn, proposed: Proposed, newNotice = false): Reply {
    const view = { ...viewOf(asking, proposed, turn.place.kind), newNotice };
    return card(confirmCard(view), questionOf(view));
  }

  type Answer = Extract<Awaited<ReturnType<MemberService["introduce" | "say"]>>, { ok: true }>["value"];

  function answer(turn: Turn, done: Outcome<Answer, MemberRefusal>): Reply {
    if (!done.ok && done.reason === "holdsSeat") return refusal(refusals.holdsSeat);
    if (!done.ok) return askForOrganisation(asking, refusals[done.reason]);
    const { value } = done;
    if (value.kind === "confirm") return confirm(turn, value);
    if (value.kind === "again") return confirm(turn, value.proposed, value.newNotice);
    const name = directory.name(value.member.organisation);
    return stored(card(introducedCard(name, value.group?.name ?? null), texts.done(name)));
  }

  async function ask(turn: Turn): Promise<Reply> {
    const listed = await service.askListed(turn);
    return listed ? confirm(turn, listed) : askForOrganisation(asking);
  }

  async function said(turn: Turn, rest: string): Promise<Reply> {
    if (rest === "") return ask(turn);
    const found = directory.find(rest);
    const [only] = found;
    if (only && found.length === 1) return answer(turn, await service.say(turn, only.key));
    if (!only) return askForOrganisation(asking, texts.unknown(rest));
    return askForOrganisation(asking, texts.several(rest), found);
  }

  return {
    texts: [textRoute("ich bin", (typed) => introductionOf(typed, directory), said)],
    actions: [
      actionRoute("member.introduce", PRESSED, async (turn, pressed) =>
        answer(turn, await service.introduce(turn, pressed)),
      ),
      actionRoute("member.ask", NOTHING, ask),
      actionRoute("member.choose", NOTHING, async () => askForOrganisation(asking)),
    ],
  };
}
