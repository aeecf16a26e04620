/** Who is told what about people. The words are found at delivery. Pure. */
import type { Notice } from "../outbox/notice.ts";
import type { Instant } from "../system/clock.ts";

export const CORRECTED = "people.corrected";
export const APPOINTED = "people.appointed";
export const ENDED = "people.appointmentEnded";
export const TENANT_LEFT = "people.tenantLeft";

const WEEK_MS = 7 * 86_400_000;

const notice = (kind: string, id: string, subject: string, member: string, now: Instant): Notice => ({
  ...{ key: `${kind}|${id}|${member}`, kind, subject, to: { member } },
  ...{ dueAt: now, expiresAt: now + WEEK_MS },
});

/** To the person: name or organisation was corrected by the coordination. */
export const correctedNotice = (id: string, member: string, now: Instant): Notice =>
  notice(CORRECTED, id, member, member, now);

/** To the person and to those who coordinate. `id` tells this change from every other one. */
export const coordinatorNotices = (
  kind: typeof APPOINTED | typeof ENDED,
  id: string,
  about: string,
  told: readonly string[],
  now: Instant,
): readonly Notice[] => [...new Set(told)].map((member) => notice(kind, id, about, member, now));

/** To each coordinator, once per tenant. */
export const tenantNotices = (
  tenantId: string,
  coordinators: readonly string[],
  now: Instant,
): readonly Notice[] => coordinators.map((member) => notice(TENANT_LEFT, tenantId, tenantId, member, now));
