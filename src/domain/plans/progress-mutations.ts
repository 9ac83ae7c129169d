import { badField } from "../../platform/errors.js";
import {
  checkVersion,
  creating,
  refused,
  useCases,
  Visibility,
  type Work,
} from "../common/index.js";
import { actingOrganisation, actingUser, type Organisation } from "../stakeholders/index.js";
import { Action } from "./action.js";
import { checkActionTakes, holdAction } from "./closed.js";
import { ActionStatus } from "./enums.js";
import { actionFacts, mayReportProgress } from "./plan-policy.js";
import { lockAction, setProgress } from "./progress.js";
import { ReportProgressInput } from "./progress-inputs.js";
import { ProgressUpdate } from "./progress-update.js";

/** The mutation that reports on an action. A report stays for good. */
export const progressMutations = useCases({
  reportProgress: creating({
    of: ProgressUpdate,
    input: ReportProgressInput,
    also: { of: Action, id: ({ actionId }) => actionId },
    description:
      "Reports on an action. A report of its lead that everybody sees who sees the action sets its progress; others stand beside it. A cancelled action takes none, a completed one or one of a closed plan only corrections. For the CONTRIBUTOR, COORDINATOR and ADMIN of organisations that take part, and the COORDINATOR and ADMIN of the programme's owner.",
    async run(input, work, id) {
      await lockAction(work, input.actionId);
      await holdAction(work, input.actionId);
      const action = await work.find(Action, input.actionId, "input.actionId", ["plan"]);
      const plan = await actionFacts(action, work.em);
      const onBehalfOf = input.organisationId?.toLowerCase();
      work.authorise(mayReportProgress, { plan, onBehalfOf });
      checkVersion(action, input.expectedVersion);
      checkTakesReport(action, input);
      const report = await newReport(input, work, id, action);
      await setProgress(work, action, report);
    },
  }),
});

/** Passes for an action that takes a report: from when it is completed, or its plan closed, corrections only. */
function checkTakesReport(action: Action, { correctsId }: ReportProgressInput): void {
  const { status } = action;
  const path = "input.actionId";
  if (status === ActionStatus.CANCELLED || !correctsId) checkActionTakes(action, "REPORT", path);
  if (status !== ActionStatus.COMPLETED || correctsId) return;
  const text = {
    en: "The action is COMPLETED. It takes only corrections of reports (correctsId).",
    id: "Kegiatan sudah COMPLETED. Hanya koreksi atas laporan yang dapat dicatat (correctsId).",
  };
  const allowed = ["CORRECTION"];
  throw refused({ from: status, to: "REPORT", allowed, reason: "ACTION_COMPLETED", text, path });
}

async function newReport(
  input: ReportProgressInput,
  work: Work,
  id: string,
  action: Action,
): Promise<ProgressUpdate> {
  const { progress, note, obstacle, evidence, correctsId } = input;
  const organisation = actingOrganisation(work);
  const visibility = input.visibility ?? Visibility.PUBLIC;
  const corrects = correctsId ? await correctedBy(work, correctsId, action, organisation) : null;
  const reportedAt = new Date();
  return work.create(ProgressUpdate, {
    id,
    action,
    plan: action.plan,
    organisation,
    user: actingUser(work),
    progress,
    note: note ?? null,
    obstacle: obstacle ?? null,
    evidence: evidence ?? [],
    reportedAt,
    countsFrom: corrects && isSeenWith(corrects, visibility) ? corrects.countsFrom : reportedAt,
    visibility,
    corrects,
    sources: [],
  });
}

const narrowestFirst: readonly Visibility[] = [
  Visibility.ORGANISATION,
  Visibility.PARTICIPANTS,
  Visibility.PUBLIC,
];

/** True where everybody who sees a report of this visibility by the same organisation sees the other. */
const isSeenWith = (report: ProgressUpdate, visibility: Visibility): boolean =>
  narrowestFirst.indexOf(report.visibility) >= narrowestFirst.indexOf(visibility);

/** The report that an organisation corrects: one of its own on the same action. */
async function correctedBy(
  work: Work,
  id: string,
  action: Action,
  organisation: Organisation | null,
): Promise<ProgressUpdate> {
  const report = await work.find(ProgressUpdate, id, "input.correctsId");
  if (report.action.id !== action.id)
    throw badField("input.correctsId", "is about another action", "tentang kegiatan lain");
  if (report.organisation.id === organisation?.id) return report;
  const en = "is a report of another organisation, which corrects it itself";
  throw badField("input.correctsId", en, "adalah laporan lembaga lain, yang mengoreksinya sendiri");
}
