/** Composition of introducing oneself: the privacy notice first, then person and organisation. */
import type { Config } from "./config.ts";
import type { Db } from "./db/store.ts";
import type { Directory } from "./forum/directory.ts";
import type { ForumRepository } from "./forum/repository.ts";
import type { SeatRepository } from "./forum/seats.repository.ts";
import { glossaryRoutes } from "./help/glossary.routes.ts";
import { welcome, welcomeBack } from "./help/routes.ts";
import type { MemberRepository } from "./member/repository.ts";
import { askForOrganisation, introductionIn, memberRoutes } from "./member/routes.ts";
import { memberService, type SeatPart } from "./member/service.ts";
import { accessibilityPage } from "./pages/accessibility.page.ts";
import { answerOf } from "./pages/answer.ts";
import { noticePage, termsPage } from "./privacy/notice.page.ts";
import { noticeRoutes } from "./privacy/notice.routes.ts";
import { renewalRepository } from "./privacy/notice-renewal.prisma.ts";
import { noticeRenewal } from "./privacy/notice-renewal.service.ts";
import type { NewId } from "./system/ids.ts";
import type { Acting } from "./turn/acting.ts";
import { type Reply, silence } from "./turn/reply.ts";
import type { Actor, Place } from "./turn/turn.ts";

type MemberParts = {
  readonly config: Pick<Config, "privacy" | "publicUrl" | "port">;
  readonly db: Db;
  readonly newId: NewId;
  readonly acting: Acting;
  readonly isServed: (tenantId: string) => boolean;
  readonly members: MemberRepository;
  readonly directory: Directory;
  readonly forum: ForumRepository;
  readonly seats: SeatRepository;
};

/** What somebody is to a seat, held or not at the moment. */
const partIn =
  (seats: Pick<SeatRepository, "all">) =>
  async (memberId: string): Promise<SeatPart | null> => {
    const all = await seats.all();
    if (all.some(({ delegateId }) => delegateId === memberId)) return "delegate";
    return all.some(({ deputies }) => deputies.includes(memberId)) ? "deputy" : null;
  };

export function createMembers({
  config,
  db,
  acting,
  members,
  directory,
  forum,
  seats,
  ...given
}: MemberParts) {
  const { notice } = config.privacy;
  const { newId, isServed } = given;
  const { write, enqueue } = acting;
  const renewal = noticeRenewal({ repository: renewalRepository(db), notice, isServed, write, enqueue });
  const asking = { directory, notice };
  const people = memberService({
    repository: members,
    directory,
    newId,
    noticeVersion: notice.version,
    write,
    useOf: forum.useOf,
    join: forum.join,
    seatOf: seats.heldBy,
    partOf: partIn(seats),
    savePlace: forum.savePlace,
  });
  const base = (config.publicUrl ?? `http://127.0.0.1:${config.port}`).replace(/\/+$/, "");

  return {
    routes: [
      noticeRoutes(notice, `${base}/datenschutz`),
      glossaryRoutes(`${base}/barrierefreiheit`, notice.controller.contact),
      memberRoutes({ service: people, ...asking }),
    ],
    renderers: renewal.renderers,
    jobs: { privacyNotice: renewal.job },
    /** For everybody, by path. */
    publicPages: {
      "/datenschutz": answerOf(noticePage(notice)),
      "/nutzung": answerOf(termsPage(notice)),
      "/barrierefreiheit": answerOf(accessibilityPage(notice.controller)),
    },
    /** Asks somebody for the organisation, with a sentence that says why. */
    ask: (problem?: string): Reply => askForOrganisation(asking, problem),
    /** What other features need whose forms can make somebody a member. */
    introducing: { introduce: people.introduceIn, isStranger: people.isStranger, notice },
    /**
     * The first words in a place. In the personal chat the notice comes before anything else, and with it what the
     * coordination's list says of the person.
     */
    async welcomes(arrival: "new" | "back" | null, place: Place, actor: Actor | null): Promise<Reply> {
      if (arrival === null) return silence;
      if (arrival === "back") return welcomeBack(place, await forum.groupNamesAt(place));
      const listed = place.kind === "personal" && actor ? await people.askListed({ actor, place }) : null;
      return welcome(place, notice, listed && introductionIn(asking, listed, place.kind));
    },
  };
}
