import { type Step } from "./model.js";
import { type Actor } from "./parties.js";
import type { Beginning } from "./steps.js";
import type { Clause, Stance } from "./voices.js";

// A meeting for each clause of rule 1, in which a hub without that clause answers otherwise. Chance finds some
// of these seldom.

/** The convener of each: the regency, which need not be invited. */
const convener = 2;
const chair: Actor = { role: "coordinator", party: convener };

export interface Scenario {
  beginning: Beginning;
  steps: Step[];
}

/** A meeting to which all of these came. */
function meeting(invited: number[], steps: Step[], more: Partial<Beginning> = {}): Scenario {
  const rule = { everySector: false, share: 50 };
  const beginning = { convener, visibility: "PUBLIC", rule, invited };
  return {
    beginning: { ...beginning, isOpened: true, absent: [], isClosed: false, ...more },
    steps: [{ does: "propose", by: chair, party: convener }, ...steps],
  };
}

const says = (party: number, stance: Stance, by: Actor = { role: "coordinator", party }): Step => ({
  does: "take",
  by,
  outcome: 0,
  party,
  textVersion: 1,
  stance,
  worded: true,
});

const decides = (does: "agree" | "openVote" | "closeVote" | "reject"): Step => ({
  ...{ does, by: chair, stale: false, outcome: 0 },
});

const goes = (does: "arrive" | "leave", party: number): Step => ({
  ...{ does, by: chair, stale: false, party },
});

const invites = (party: number): Step => ({ does: "invite", by: chair, party });

const both = (party: number): Actor => ({ role: "shared", party });

export const scenarios: Readonly<Record<Clause, Scenario>> = {
  standingObjection: meeting(
    [4, 5, 0],
    [
      ...[says(4, "OBJECT"), says(5, "AGREE"), says(0, "AGREE")],
      ...[goes("leave", 4), decides("agree"), goes("arrive", 4), decides("agree")],
    ],
  ),
  frozenElectorate: meeting(
    [4, 5, 0],
    [
      ...[says(4, "OBJECT"), says(5, "AGREE"), says(0, "OBJECT"), decides("openVote")],
      ...[invites(2), goes("arrive", 2), says(2, "AGREE")],
      ...[invites(7), goes("arrive", 7), says(7, "AGREE"), decides("closeVote")],
    ],
  ),
  votesOfLeavers: meeting(
    [4, 5, 0],
    [
      ...[says(4, "OBJECT"), says(5, "AGREE"), says(0, "AGREE"), decides("openVote")],
      ...[goes("leave", 5), goes("leave", 0), decides("closeVote")],
    ],
  ),
  oneVoiceWithParts: meeting(
    [0, 1, 6, 4, 5],
    [
      ...[says(0, "AGREE"), says(1, "AGREE"), says(6, "AGREE")],
      ...[says(4, "OBJECT"), says(5, "OBJECT"), decides("openVote"), decides("closeVote")],
    ],
  ),
  oneVoiceOfSiblings: meeting(
    [7, 8, 4],
    [
      ...[says(7, "AGREE"), says(8, "AGREE"), says(4, "OBJECT")],
      ...[decides("openVote"), decides("closeVote")],
    ],
  ),
  onePerson: meeting([4, 5], [says(4, "AGREE", both(4)), says(5, "AGREE", both(5))]),
  halfAgrees: meeting(
    [4, 5, 0],
    [says(4, "AGREE"), says(5, "ABSTAIN"), says(0, "ABSTAIN"), decides("agree")],
  ),
  neverNobody: meeting([4], [decides("agree")], {
    rule: { everySector: false, share: 0 },
    absent: [0],
  }),
  mufakatIsNotRejected: meeting(
    [4, 5],
    [says(4, "AGREE"), says(5, "AGREE"), decides("openVote"), decides("reject")],
  ),
  departuresRejectNothing: meeting(
    [4, 5],
    [says(4, "AGREE"), says(5, "AGREE"), goes("leave", 4), goes("leave", 5), decides("reject")],
  ),
  noCloseOverVote: meeting(
    [4, 5],
    [
      ...[says(4, "OBJECT"), says(5, "AGREE"), decides("openVote")],
      { does: "close", by: chair, stale: false },
    ],
  ),
  sameWordsKeep: meeting(
    [4, 5],
    [
      ...[says(4, "OBJECT"), says(5, "AGREE")],
      { does: "amend", by: chair, stale: false, outcome: 0, isSame: true },
      decides("agree"),
    ],
  ),
};
