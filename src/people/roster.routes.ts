/** The list of people in the coordinator's chat: a file or pasted text in, a file out. */
import { z } from "zod";
import { berlinDate } from "../calendar/zones.ts";
import type { Tx } from "../db/store.ts";
import type { PageKind } from "../pages/links.ts";
import type { Page, Wanted } from "../pages/service.ts";
import { decodeText } from "../system/decode-text.ts";
import type { NewId } from "../system/ids.ts";
import { card, type Reply, refusal, stored, text } from "../turn/reply.ts";
import { actionRoute, type Routes } from "../turn/route.ts";
import { formKey, type Turn } from "../turn/turn.ts";
import type { PeopleRepository } from "./people.repository.ts";
import { refusalOf } from "./people.service.ts";
import { refusals } from "./people.texts.ts";
import { sorted } from "./people.ts";
import { faultsCard, linkCard, planCard, rosterCard } from "./roster.cards.ts";
import { isRoster, rosterFile } from "./roster.file.ts";
import { keyOf } from "./roster.plan.ts";
import type { Importing, Previewed, RosterService } from "./roster.service.ts";
import { problemText, roster } from "./roster.texts.ts";

const FILE = "people.roster" satisfies PageKind;
/** More than a list may have, so that one that is too long gets its own sentence. UTF-16 units. */
const LONGEST = 200_000;

export type RosterRouteDeps = {
  readonly service: RosterService;
  readonly repository: Pick<PeopleRepository, "all" | "isCoordinating">;
  readonly newId: NewId;
  readonly label: (organisation: string) => string;
  readonly nameOf: (organisation: string) => string;
  readonly write: <T>(body: (tx: Tx) => Promise<T>) => Promise<T>;
  readonly issue: (tx: Tx, wanted: Wanted) => Promise<string>;
};

const pasted = z.object({ text: z.string().max(LONGEST).default("") });
const confirmed = z.object({ actionId: z.string().min(1).max(100), text: z.string().max(LONGEST) });

const importing = ({ actor, member, now }: Turn): Importing => ({
  memberId: member?.id ?? null,
  key: keyOf(actor),
  now,
});

export function rosterRoutes(deps: RosterRouteDeps) {
  const { service, newId } = deps;

  async function allowed(
    turn: Turn,
    act: "people.import" | "people.export",
    work: () => Promise<Reply>,
  ): Promise<Reply> {
    const why = refusalOf(turn, act);
    return why ? refusal(refusals[why]) : work();
  }

  function shown(seen: Previewed, said: string): Reply {
    if (seen.kind === "problem") return refusal(problemText(seen.problem));
    if (seen.kind === "faults") return card(faultsCard(seen.faults), roster.faults(seen.faults.length));
    const view = { ...seen, text: said, actionId: newId(), label: deps.label };
    return card(planCard(view), roster.title);
  }

  const preview = (turn: Turn, said: string): Promise<Reply> =>
    allowed(turn, "people.import", async () => {
      if (said.trim() === "") return card(rosterCard(roster.textMissing), roster.textMissing);
      return shown(await service.preview(said, importing(turn)), said);
    });

  const take = (turn: Turn, { actionId, text: said }: z.output<typeof confirmed>): Promise<Reply> =>
    allowed(turn, "people.import", async () => {
      const done = await service.take(said, formKey(turn, actionId), importing(turn));
      if ("kind" in done) return shown(done, said);
      return stored(text(roster.taken(done.created, done.changed, done.unchanged)));
    });

  const give = (turn: Turn): Promise<Reply> =>
    allowed(turn, "people.export", async () => {
      const { member, now } = turn;
      if (!member) return refusal(roster.introduce);
      const wanted = { kind: FILE, subject: "people", memberId: member.id, now } as const;
      const url = await deps.write((tx) => deps.issue(tx, wanted));
      return card(linkCard(url), roster.given);
    });

  const routes: Routes = {
    texts: [],
    actions: [
      actionRoute("roster.show", z.unknown(), (turn) =>
        allowed(turn, "people.import", async () => card(rosterCard(), roster.title)),
      ),
      actionRoute("roster.preview", pasted, (turn, data) => preview(turn, data.text)),
      actionRoute("roster.import", confirmed, take),
      actionRoute("roster.export", z.unknown(), give),
    ],
  };

  const page: Page = async ({ memberId, now }) => {
    // Whoever no longer coordinates opens nothing with an old link.
    if (memberId === null || !(await deps.repository.isCoordinating(memberId))) return null;
    const people = sorted(await deps.repository.all(berlinDate(now)), deps.label);
    const body = rosterFile(people, deps.nameOf);
    return { contentType: "text/csv; charset=utf-8", fileName: "personen.csv", body };
  };

  return {
    routes,
    pages: { [FILE]: page },
    /** Answers a table that was sent, if its heading says that it is a list of people; else undefined. */
    table: async (turn: Turn, bytes: Uint8Array): Promise<Reply | undefined> => {
      const said = decodeText(bytes);
      return said !== undefined && isRoster(said.replace(/^\ufeff/, "")) ? preview(turn, said) : undefined;
    },
  };
}
