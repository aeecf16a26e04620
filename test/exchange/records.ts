/** Records as staff of municipalities write them, and the parts that tests of this feature share. */

import { applyOnce } from "../../src/db/applied-action.prisma.ts";
import type { Db } from "../../src/db/store.ts";
import type { Content, Exchange } from "../../src/exchange/exchange.ts";
import { createPrepare } from "../../src/exchange/find/prepared.ts";
import { exchangeSearch } from "../../src/exchange/find/service.ts";
import { indexStore } from "../../src/exchange/find/store.prisma.ts";
import { recordingStore } from "../../src/exchange/recording.prisma.ts";
import { exchangeRepository } from "../../src/exchange/repository.prisma.ts";
import type { ExchangeRouteDeps } from "../../src/exchange/routes.ts";
import type { Member } from "../../src/member/member.ts";
import { memberRepository } from "../../src/member/repository.prisma.ts";
import type { Notice } from "../../src/outbox/notice.ts";
import { TRIAL_NOTICE } from "../../src/privacy/trial-notice.ts";
import { fold } from "../../src/search/fold.ts";
import type { Instant } from "../../src/system/clock.ts";
import { text } from "../../src/turn/reply.ts";
import type { Turn } from "../../src/turn/turn.ts";
import { countedIds } from "../support/ids.ts";

export const NOON: Instant = Date.UTC(2026, 2, 2, 11);

export const ORGANISATIONS = [
  { key: "kandern", name: "Kandern", kind: "Stadt", party: true },
  { key: "schopfheim", name: "Schopfheim", kind: "Stadt", party: true },
  { key: "komm-one", name: "Komm.One", kind: "IT-Dienstleister", party: false },
].map((one) => ({ ...one, validFrom: "2021-10-15", validTo: null })) as ExchangeRouteDeps["organisations"];

export const organisationName = (key: string): string =>
  ORGANISATIONS.find((one) => one.key === key)?.name ?? key;

export const content = (part: Partial<Content> = {}): Content => ({
  kind: "process",
  title: "Bauanträge digital annehmen",
  text: "Wir nehmen Bauanträge über ein Portal an. Die Prüfung bleibt im Fachverfahren.",
  stage: "trial",
  product: null,
  offer: null,
  ...{ binding: "open", visibility: "forum", tags: [], links: [] },
  ...part,
});

export const exchange = (part: Partial<Exchange> = {}): Exchange => ({
  ...content(),
  id: "x-1",
  organisation: "kandern",
  group: { id: "g-1", name: "Bauen" },
  recordedBy: { id: "m-kandern", name: "Bauamt Kandern" },
  recordedAt: NOON,
  source: null,
  revision: 1,
  deletedAt: null,
  ...part,
});

const member = (organisation: string): Member => ({
  id: `m-${organisation}`,
  tenantId: "t-1",
  aadObjectId: `aad-${organisation}`,
  teamsUserId: `29:${organisation}`,
  name: `Bauamt ${organisationName(organisation)}`,
  organisation,
  createdAt: NOON,
});

const memberRow = (one: Member) => {
  const at = new Date(one.createdAt);
  const { organisation: organisationKey, createdAt: _, ...rest } = one;
  return { ...rest, organisationKey, createdAt: at, updatedAt: at };
};

/** A turn of a member of the organisation, or of a guest, in the personal chat unless said otherwise. */
export function turnOf(organisation: string | null, part: Partial<Turn> = {}): Turn {
  const known = organisation === null ? null : member(organisation);
  const { tenantId, aadObjectId, teamsUserId, name } = known ?? {
    tenantId: "t-1",
    aadObjectId: "aad-guest",
    teamsUserId: "29:guest",
    name: "Hauptamt Gast",
  };
  return {
    now: NOON,
    actor: { tenantId, aadObjectId, teamsUserId, name },
    place: {
      kind: "personal",
      conversationId: "a:1",
      tenantId: "t-1",
      serviceUrl: "http://x",
      botId: "28:bot",
    },
    member: known,
    coordinator: false,
    activityId: "1",
    ...part,
  };
}

const subjectsOf = () => new Map<string, number>();
export const prepare = createPrepare(subjectsOf, "test");

export const inChannel = (turn: Turn): Turn => ({
  ...turn,
  place: { ...turn.place, kind: "channel", conversationId: "19:bau@thread.tacv2", threadId: "77" },
});

/** Organisations, a group and two members in an empty database, and the parts routes need. */
export async function settle(db: Db) {
  await db.write(async (tx) => {
    for (const one of ORGANISATIONS) await tx.organisation.create({ data: one });
    const at = new Date(NOON);
    const group = { name: "Bauen", nameKey: "bauen", topic: "Bauen", purpose: "", contact: "" };
    await tx.workingGroup.create({ data: { id: "g-1", ...group, createdAt: at, updatedAt: at } });
    for (const key of ["kandern", "schopfheim"]) await tx.member.create({ data: memberRow(member(key)) });
  });
  const repository = exchangeRepository(db);
  const notices: Notice[] = [];
  const group = { id: "g-1", name: "Bauen", topic: "Bauen", purpose: "", contact: "" };
  const groupOf = async (id: string) => (id.startsWith("19:bau") ? group : null);
  const finder = exchangeSearch({
    ...{ repository, store: indexStore(db), prepare, version: "test", subjectsOf, groupOf },
    knows: () => true,
    subjectName: (subject: string) => subject,
    organisations: ORGANISATIONS.map(({ key, name }) => ({ key, names: [fold(name)] })),
    groups: async () => [group],
    groupsOf: async () => [],
    coordinators: async () => [],
  });
  const deps: ExchangeRouteDeps = {
    repository,
    newId: countedIds(),
    write: db.write,
    applyOnce,
    enqueue: async (_tx, written) => void notices.push(...written),
    introduce: async (tx, actor, organisation, now) => {
      const said = { ...member(organisation), ...actor, id: `m-${actor.aadObjectId}`, createdAt: now };
      await tx.member.create({ data: memberRow(said) });
      return said;
    },
    isStranger: async () => true,
    notice: TRIAL_NOTICE,
    organisations: ORGANISATIONS,
    organisationName,
    ...{ groupOf, prepare, finder, maySee: finder.maySee },
    mayReach: finder.mayReach,
    ...recordingStore(db),
    isInstalled: async (id) => id.startsWith("19:"),
    findMember: memberRepository(db).find,
    introduceCard: () => text("Zu welcher Organisation gehören Sie?"),
  };
  return { repository, deps, notices };
}
