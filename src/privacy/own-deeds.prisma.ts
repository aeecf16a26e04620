/** What a person has done for the Forum, in numbers. */
import type { Reader } from "../db/store.ts";
import type { OwnData } from "./own.ts";

/** Deeds that bear the person's name without saying anything else about him or her: how many. */
export async function care(read: Reader, id: string): Promise<OwnData> {
  const counted: Readonly<Record<string, number>> = {
    Auskünfte: await read.rulesInformation.count({ where: { OR: [{ givenById: id }, { endedById: id }] } }),
    Unterlagen: await read.rulesDocument.count({ where: { importedById: id } }),
    Terminunterlagen: await read.meetingPaper.count({ where: { addedById: id } }),
    Terminumfragen: await read.datePoll.count({ where: { createdById: id } }),
    Anträge: await read.decision.count({ where: { createdById: id } }),
    Wahlordnung: await read.electionRule.count({ where: { savedById: id } }),
    Wahlprüfungen: await read.scrutiny.count({ where: { memberId: id } }),
    "Vorschläge zu zweit": await read.electionProposal.count({ where: { proposedById: id } }),
    "Bestätigungen zu zweit": await read.electionApproval.count({ where: { memberId: id } }),
    Austritte: await read.partyLeave.count({ where: { recordedById: id } }),
    Ferien: await read.schoolYearCheck.count({ where: { confirmedBy: id } }),
    Sammelbedarf: await read.procurementHint.count({ where: { doneById: id } }),
    Ernennungen: await read.coordinator.count({ where: { appointedById: id } }),
    Anfragen: await read.privacyRequest.count({ where: { settledById: id } }),
  };
  return {
    care: Object.entries(counted).flatMap(([kind, count]) => (count === 0 ? [] : [{ kind, count }])),
  };
}
