/**
 * A new version of the privacy notice: everybody who was shown another one gets it once, in the personal chat. That
 * it was shown is stored with the time of its delivery, not before: a message that cannot be delivered shows nothing.
 */
import { quietUntil } from "../calendar/quiet-hours.ts";
import type { Tx } from "../db/store.ts";
import type { Notice, Render } from "../outbox/notice.ts";
import type { Job } from "../schedule/ticker.ts";
import type { Instant } from "../system/clock.ts";
import { card } from "../turn/reply.ts";
import { newNoticeCard } from "./notice.cards.ts";
import { texts } from "./notice.texts.ts";
import type { PrivacyNotice } from "./notice.ts";
import type { RenewalRepository } from "./notice-renewal.repository.ts";

export type RenewalDeps = {
  readonly repository: RenewalRepository;
  readonly notice: PrivacyNotice;
  readonly isServed: (tenantId: string) => boolean;
  readonly write: <T>(body: (tx: Tx) => Promise<T>) => Promise<T>;
  readonly enqueue: (tx: Tx, notices: readonly Notice[]) => Promise<void>;
};

export const RENEWAL = "privacy.newNotice";
const EVERY_MS = 60_000;
const MONTH_MS = 31 * 86_400_000;

/** One message for each member and version, whatever process writes it and however often. */
const keyOf = (memberId: string, version: string): string => `${RENEWAL}|${memberId}|${version}`;

export function noticeRenewal({ repository, notice, isServed, write, enqueue }: RenewalDeps) {
  const { version } = notice;

  const messageTo = (member: string, now: Instant): Notice => ({
    key: keyOf(member, version),
    kind: RENEWAL,
    subject: version,
    to: { member },
    // A new version comes with a new start of the program, and that may be at night.
    dueAt: quietUntil(now) ?? now,
    expiresAt: now + MONTH_MS,
  });

  async function run(now: Instant): Promise<undefined> {
    const outdated = (await repository.outdated(version)).filter((one) => isServed(one.tenantId));
    if (outdated.length === 0) return;
    const sent = await repository.sent(outdated.map(({ memberId }) => keyOf(memberId, version)));
    const untold = outdated.filter(({ memberId }) => !sent.has(keyOf(memberId, version)));
    const delivered = outdated.flatMap(({ memberId }) => {
      const at = sent.get(keyOf(memberId, version))?.deliveredAt ?? null;
      return at === null ? [] : [{ memberId, at }];
    });
    if (untold.length + delivered.length === 0) return;
    await write(async (tx) => {
      for (const { memberId, at } of delivered) await repository.shown(tx, memberId, version, at);
      await enqueue(
        tx,
        untold.map(({ memberId }) => messageTo(memberId, now)),
      );
    });
  }

  /** Not to somebody who has left, was shown it in another way, or would get a version that is no longer in force. */
  const render: Render = async ({ subject, to }) => {
    if (!("member" in to)) return { drop: "gone" };
    if (subject !== version) return { drop: "superseded" };
    const wanted = (await repository.outdated(version)).some(({ memberId }) => memberId === to.member);
    return wanted ? { send: card(newNoticeCard(notice), texts.newTitle) } : { drop: "superseded" };
  };

  const job: Job = { name: "privacyNotice", everyMs: EVERY_MS, run };
  return { job, renderers: { [RENEWAL]: render } };
}
