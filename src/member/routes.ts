/** `ich bin …`: typed, or chosen from the list. */
import { z } from "zod";
import type { Directory } from "../forum/directory.ts";
import { fold } from "../search/fold.ts";
import { card, type Reply, refusal, stored } from "../turn/reply.ts";
import { actionRoute, type Routes, textRoute } from "../turn/route.ts";
import type { Turn } from "../turn/turn.ts";
import { introduceCard, introducedCard } from "./cards.ts";
import type { MemberService } from "./service.ts";
import { refusals, texts } from "./texts.ts";

export type MemberRouteDeps = { readonly service: MemberService; readonly directory: Directory };

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

/** Asks for the organisation; also used by other features when somebody has not said it yet. */
export const askForOrganisation = (directory: Directory, problem?: string): Reply =>
  card(introduceCard({ organisations: directory.all, ...(problem ? { problem } : {}) }), texts.title);

export function memberRoutes({ service, directory }: MemberRouteDeps): Routes {
  async function introduce(turn: Turn, key: string): Promise<Reply> {
    const done = await service.introduce(turn, key);
    if (!done.ok && done.reason === "holdsSeat") return refusal(refusals.holdsSeat);
    if (!done.ok) return askForOrganisation(directory, refusals[done.reason]);
    const name = directory.name(key);
    return stored(card(introducedCard(name, done.value.group?.name ?? null), texts.done(name)));
  }

  async function said(turn: Turn, rest: string): Promise<Reply> {
    if (rest === "") return askForOrganisation(directory);
    const found = directory.find(rest);
    const [only] = found;
    if (only && found.length === 1) return introduce(turn, only.key);
    if (!only) return askForOrganisation(directory, texts.unknown(rest));
    const problem = texts.several(rest);
    return card(introduceCard({ organisations: found, problem }), texts.title);
  }

  return {
    texts: [textRoute("ich bin", (typed) => introductionOf(typed, directory), said)],
    actions: [
      actionRoute("member.introduce", z.object({ organisation: z.string().max(100) }), (turn, data) =>
        introduce(turn, data.organisation),
      ),
      actionRoute("member.ask", z.object({}), async () => askForOrganisation(directory)),
    ],
  };
}
