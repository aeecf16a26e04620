// @ts-check
// A store with so many synthetic records, prepared as the program does it, and the search on it.
import { migrate } from "../../dist/db/migrate.js";
import { openDb } from "../../dist/db/open.js";
import { productKey } from "../../dist/exchange/exchange.js";
import { shippedPreparation } from "../../dist/exchange/find/preparation.js";
import { exchangeSearch } from "../../dist/exchange/find/service.js";
import { indexStore } from "../../dist/exchange/find/store.prisma.js";
import { exchangeRepository } from "../../dist/exchange/repository.prisma.js";
import { createDirectory } from "../../dist/forum/directory.js";
import { shippedOrganisations } from "../../dist/forum/organisations.js";
import { forumRepository } from "../../dist/forum/repository.prisma.js";
import { syntheticRecords } from "./records.mjs";
import { BenchFault, search as words } from "./texts.mjs";

/** Records written in one transaction. */
const BATCH = 500;
const GROUPS = 6;
const MEMBER = "suchend";

/** @typedef {Awaited<ReturnType<typeof filledStore>>} Filled */

/** @param {any} tx @param {readonly any[]} organisations @param {Date} at */
async function settle(tx, organisations, at) {
  const key = organisations[0]?.key;
  const who = { tenantId: "t", aadObjectId: "aad", teamsUserId: "29:1", name: "Delegation" };
  await tx.member.create({
    data: { id: MEMBER, ...who, organisationKey: key, createdAt: at, updatedAt: at },
  });
  for (let number = 1; number <= GROUPS; number += 1) {
    const named = { name: `AG ${number}`, nameKey: `ag ${number}`, topic: "", purpose: "", contact: "" };
    await tx.workingGroup.create({ data: { id: `g-${number}`, ...named, createdAt: at, updatedAt: at } });
  }
}

/** The rows of a record. @param {any} record @param {(content: any) => { version: string, packed: string }} prepare */
function rowsOf(record, prepare) {
  const { organisation, group, recordedAt, tags, links, product, ...said } = record;
  const at = new Date(recordedAt);
  const inGroup = group < GROUPS;
  const row = {
    ...{ ...said, product, productKey: product === null ? null : productKey(product) },
    ...{ tags: tags.join("\n"), links: links.join("\n"), revision: 1, recordedById: MEMBER },
    visibility: inGroup ? said.visibility : "forum",
    ...{ organisationKey: organisation, groupId: inGroup ? `g-${group + 1}` : null },
    ...{ recordedAt: at, updatedAt: at },
  };
  return { row, index: { exchangeId: record.id, revision: 1, ...prepare(record) } };
}

/**
 * @param {string} url of an empty database
 * @param {number} amount of records
 * @param {(close: () => unknown) => void} onEnd
 */
export async function filledStore(url, amount, onEnd) {
  await migrate(url);
  const db = await openDb(url, { onFatal: () => process.exit(70) });
  onEnd(db.close);
  const now = Date.now();
  const organisations = shippedOrganisations();
  await forumRepository(db).seed(organisations, "Probeforum");
  await db.write((/** @type {any} */ tx) => settle(tx, organisations, new Date(now)));
  const preparation = shippedPreparation();
  const keys = organisations.map(({ key }) => key);
  const records = [...syntheticRecords(amount, keys, now)];
  let prepareMs = 0;
  let packed = 0;
  for (let from = 0; from < records.length; from += BATCH) {
    const begun = performance.now();
    const rows = records.slice(from, from + BATCH).map((one) => rowsOf(one, preparation.prepare));
    prepareMs += performance.now() - begun;
    packed += rows.reduce((sum, { index }) => sum + index.packed.length, 0);
    await db.write(async (/** @type {any} */ tx) => {
      await tx.exchange.createMany({ data: rows.map(({ row }) => row) });
      await tx.exchangeIndex.createMany({ data: rows.map(({ index }) => index) });
    });
  }
  const stored = await db.read.exchange.count();
  if (stored !== amount) throw new BenchFault(words.notFilled(stored, amount));
  if (db.engine === "postgresql") await db.maintain((client) => client.$executeRawUnsafe("ANALYZE"));
  return { db, records, now, preparation, prepareMs, packed };
}

/** A search that knows nothing yet, as after a start. @param {Filled} filled */
export function searchOn({ db, preparation, now }) {
  const repository = exchangeRepository(db);
  const groups = Array.from({ length: GROUPS }, (_, at) => ({
    ...{ id: `g-${at + 1}`, name: `AG ${at + 1}`, topic: "", purpose: "", contact: "" },
  }));
  const finder = exchangeSearch({
    ...preparation,
    ...{ repository, store: indexStore(db), organisations: createDirectory(shippedOrganisations()).names },
    groups: async () => groups,
    groupsOf: async () => ["g-1"],
    groupOf: async () => null,
    coordinators: async () => [],
  });
  const actor = { tenantId: "t", aadObjectId: "aad", teamsUserId: "29:1", name: "Delegation" };
  const member = { id: MEMBER, ...actor, organisation: "kandern", createdAt: now };
  const place = { kind: "personal", conversationId: "a:1", tenantId: "t", serviceUrl: "", botId: "" };
  const turn = /** @type {any} */ ({ now, actor, place, member, coordinator: false, activityId: "1" });
  return { find: (/** @type {string} */ typed) => finder.find(turn, { words: typed }) };
}

/**
 * What one would write without a search: any of the words stands in title, text or product; the newest five.
 * @param {Filled} filled
 */
export const containsOn =
  ({ db }) =>
  (/** @type {string} */ typed) => {
    const contains = typed
      .split(" ")
      .flatMap((word) => [
        { title: { contains: word } },
        { text: { contains: word } },
        { product: { contains: word } },
      ]);
    return db.read.exchange.findMany({
      where: { deletedAt: null, OR: contains },
      orderBy: [{ recordedAt: "desc" }, { id: "asc" }],
      take: 5,
    });
  };
