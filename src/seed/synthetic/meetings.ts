import { Visibility } from "../../domain/common/index.js";
import { DeliberationKind } from "../../domain/deliberations/index.js";
import { Meeting, type MeetingFacts } from "./meeting.js";
import { closedOutcomes, liveOutcomes, type OutcomeFacts } from "./meeting-facts.js";
import { areasOf } from "./organisations.js";
import { mainActions, mainStages } from "./plans.js";
import { national, type Scene } from "./scene.js";
import { create, type Step } from "./steps.js";
import { coordinatorOf } from "./terms.js";

/** The facts that the meetings of a province have in common. */
function usual(scene: Scene): Omit<MeetingFacts, "key" | "title" | "kind" | "from" | "to"> {
  const { province, company, university, foundation } = scene.organisations;
  return {
    convener: province,
    invited: [province, company, university, foundation],
    area: areasOf(scene).first,
  };
}

/** An outcome of the closed meeting that became an action of the main plan. */
function adoption(scene: Scene, meeting: Meeting, { key, becomes }: OutcomeFacts): Step[] {
  if (!becomes) return [];
  return [
    create(coordinatorOf(scene.organisations.regency), "adoptOutcome", {
      id: scene.id("adoption", key),
      outcomeId: meeting.outcomeId(key),
      actionId: mainActions(scene).id(mainStages[becomes]),
    }),
  ];
}

const closedOf = (scene: Scene): Meeting =>
  new Meeting(scene, {
    ...usual(scene),
    ...{
      key: "daerah",
      title: "Rembuk daerah",
      kind: DeliberationKind.REGIONAL,
      from: -75,
      to: -74,
    },
  });

/** A meeting that is closed, with minutes that two of its organisations acknowledged. */
function closed(scene: Scene): Step[] {
  const meeting = closedOf(scene);
  const { invited } = usual(scene);
  return [
    ...meeting.convene(),
    meeting.step("scheduleDeliberation"),
    meeting.step("openDeliberation"),
    ...invited.map((organisation) => meeting.attendance("recordArrival", organisation)),
    ...closedOutcomes.flatMap((outcome) => meeting.outcome(outcome, invited)),
    meeting.step("closeDeliberation"),
    ...invited.slice(0, 2).map((organisation) => meeting.acknowledge(organisation)),
    ...closedOutcomes.flatMap((outcome) => adoption(scene, meeting, outcome)),
  ];
}

/** A meeting in session today: one organisation has left, one has not come, and two outcomes refer to earlier ones. */
function live(scene: Scene): Step[] {
  const { regency, village, group, foundation } = scene.organisations;
  const attending = [regency, village, group];
  const invited = [...attending, foundation];
  const meeting = new Meeting(scene, {
    ...{ ...usual(scene), convener: regency, invited },
    ...{ key: "lokal", title: "Musyawarah kawasan", kind: DeliberationKind.LOCAL, from: 0, to: 1 },
    anySector: true,
  });
  return [
    ...meeting.convene(),
    meeting.step("scheduleDeliberation"),
    meeting.step("openDeliberation"),
    ...attending.map((organisation) => meeting.attendance("recordArrival", organisation)),
  ].concat(
    ...liveOutcomes.map((outcome) => meeting.outcome(outcome, attending, closedOf(scene))),
    meeting.attendance("recordDeparture", group),
  );
}

/** The meetings that have not begun, and one held without the hub. */
function others(scene: Scene): Step[] {
  const { FOCUS_GROUP, NATIONAL, REGIONAL } = DeliberationKind;
  const of = (
    facts: Pick<MeetingFacts, "key" | "title" | "kind" | "from" | "to"> & Partial<MeetingFacts>,
  ) => new Meeting(scene, { ...usual(scene), ...facts });
  const scheduled = of({
    ...{ key: "pakar", title: "Diskusi pakar", kind: FOCUS_GROUP, from: 14, to: 14 },
    invited: [national.ministry, scene.organisations.university],
  });
  const draft = of({
    ...{ key: "berikut", title: "Rembuk daerah berikutnya", kind: REGIONAL, from: 120, to: 121 },
    visibility: Visibility.ORGANISATION,
    invited: [scene.organisations.foundation, scene.organisations.company],
  });
  const cancelled = of({
    ...{ key: "batal", title: "Rembuk yang batal", kind: REGIONAL, from: -20, to: -20 },
    visibility: Visibility.PARTICIPANTS,
    invited: [scene.organisations.company],
  });
  const recorded = of({
    ...{
      key: "nasional",
      title: "Rembuk nasional tentang kawasan",
      kind: NATIONAL,
      from: -420,
      to: -419,
    },
    ...{ convener: national.ministry, invited: [], recorded: true },
  });
  return [
    ...scheduled.convene(),
    scheduled.step("scheduleDeliberation"),
    ...draft.convene(),
    draft.withdraw(scene.organisations.foundation),
    ...cancelled.convene(),
    cancelled.step("cancelDeliberation"),
    ...recorded.convene(),
    recorded.step("scheduleDeliberation"),
    recorded.step("openDeliberation"),
    recorded.record("mandat", "Setiap provinsi menyusun rencana kawasan"),
    recorded.step("closeDeliberation"),
  ];
}

/** An outcome that the closed meeting deferred. */
export const deferredOutcomeId = (scene: Scene): string => closedOf(scene).outcomeId("jalan");

/** The meetings of a province: each kind and each status, with outcomes of each status. */
export const meetingSteps = (scene: Scene): Step[] => [
  ...closed(scene),
  ...live(scene),
  ...others(scene),
];
