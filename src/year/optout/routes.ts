/** `mitteilungen`: which messages somebody wants. */
import { z } from "zod";
import { may, rolesOf } from "../../member/rights.ts";
import type { NewId } from "../../system/ids.ts";
import { type Outcome, ok, refused } from "../../system/outcome.ts";
import type { Acting } from "../../turn/acting.ts";
import { commandWord } from "../../turn/grammar.ts";
import { card, type Reply, refusal, stored } from "../../turn/reply.ts";
import { actionRoute, type Routes, textRoute } from "../../turn/route.ts";
import { formKey, type Turn } from "../../turn/turn.ts";
import { chooseCard, chosenCard } from "./cards.ts";
import type { OptOutRepository } from "./repository.ts";
import { type OptOutRefusal, refusals, texts } from "./texts.ts";
import { isTopic, unwanted } from "./topics.ts";

export type OptOutDeps = Pick<Acting, "write" | "applyOnce"> & {
  readonly optOuts: OptOutRepository;
  readonly newId: NewId;
};

const CHOICE = z.object({
  actionId: z.string().min(1).max(100),
  // Cards send what was ticked as one text, parted by commas; nothing ticked may be missing.
  wanted: z
    .string()
    .max(1000)
    .default("")
    .transform((text) => text.split(",").filter(isTopic)),
});

export function optOutRoutes({ optOuts, newId, write, applyOnce }: OptOutDeps): Routes {
  /** The member who chooses: what somebody gets concerns nobody else, so it is chosen in the personal chat. */
  function chooser({ place, member, ...turn }: Turn): Outcome<string, OptOutRefusal> {
    if (place.kind !== "personal") return refused("elsewhere");
    if (!member || !may(rolesOf({ ...turn, member }), "year.choose")) return refused("notMember");
    return ok(member.id);
  }

  async function show(turn: Turn): Promise<Reply> {
    const who = chooser(turn);
    if (!who.ok) return refusal(refusals[who.reason]);
    const off = await optOuts.off(who.value);
    return card(chooseCard({ actionId: newId(), off, coordinator: turn.coordinator }), texts.title);
  }

  async function save(turn: Turn, { actionId, wanted }: z.output<typeof CHOICE>): Promise<Reply> {
    const who = chooser(turn);
    if (!who.ok) return refusal(refusals[who.reason]);
    const member = who.value;
    await write((tx) =>
      applyOnce(tx, formKey(turn, actionId), "year.notices", turn.now, async () => {
        await optOuts.switchOff(tx, member, unwanted(wanted), turn.now);
        return member;
      }),
    );
    return stored(card(chosenCard({ off: await optOuts.off(member) }), texts.saved));
  }

  return {
    texts: [
      textRoute("mitteilungen", (typed) => (commandWord(typed) === "mitteilungen" ? true : undefined), show),
    ],
    actions: [actionRoute("year.notices", z.unknown(), show), actionRoute("year.saveNotices", CHOICE, save)],
  };
}
