import { useState } from "react";
import { RoomChangePositionDocument, RoomTakePositionDocument } from "../../generated/graphql.js";
import type { Fault } from "../../graph/faults.js";
import { useChange } from "../../graph/hooks.js";
import { newId } from "../../parts/new-id.js";
import { useRoom } from "./room.js";
import {
  type Named,
  needsReason,
  type Outcome,
  type Position,
  positionOf,
  type Stance,
} from "./room-model.js";

/** A position that one is about to take, with what one saw when one chose it. */
export interface Intention {
  id: string;
  stance: Stance;
  reason: string;
  seenVersion: number;
  seenText: string;
  seenPosition: Position | undefined;
}

/** The intention of a stance on the text and the position that are shown now. */
const intend = (
  stance: Stance,
  reason: string,
  { outcome, organisation }: { outcome: Outcome; organisation: Named },
): Intention => ({
  id: newId(),
  stance,
  reason,
  seenVersion: outcome.textVersion,
  seenText: outcome.text,
  seenPosition: positionOf(outcome, organisation),
});

/** The taking of a position: what one intends, what the hub refused, and how it is sent. */
export interface TakingStance {
  intention: Intention | undefined;
  fault: Fault | undefined;
  running: boolean;
  /** Begins with a stance; sends it at once where it needs no words. */
  choose: (stance: Stance) => void;
  reword: (reason: string) => void;
  /** Sends what is intended, on the text that is shown now. */
  send: () => void;
  drop: () => void;
}

/** Takes or changes an organisation's position on an outcome. */
export function useStance(outcome: Outcome, organisation: Named): TakingStance {
  const { again } = useRoom();
  const [take, taking] = useChange(RoomTakePositionDocument);
  const [change, changing] = useChange(RoomChangePositionDocument);
  const [intention, setIntention] = useState<Intention>();
  const [fault, setFault] = useState<Fault>();

  const sendIt = async (intended: Intention) => {
    setIntention(intended);
    const { id, stance, seenVersion, seenPosition } = intended;
    const reason = needsReason(stance) ? intended.reason : null;
    const answer = seenPosition
      ? await change({
          input: { id: seenPosition.id, expectedVersion: seenPosition.version, stance, reason },
        })
      : await take({
          input: {
            ...{ id, outcomeId: outcome.id, organisationId: organisation.id },
            ...{ textVersion: seenVersion, stance, reason },
          },
        });
    setFault(answer.fault);
    if (!answer.fault) setIntention(undefined);
    // What has come in between is shown beside what was meant.
    if (answer.fault?.code === "CONFLICT") again();
  };
  return {
    ...{ intention, fault, running: taking || changing },
    choose: (stance) => {
      setFault(undefined);
      const intended = intend(stance, intention?.reason ?? "", { outcome, organisation });
      if (needsReason(stance)) setIntention(intended);
      else void sendIt(intended);
    },
    reword: (reason) => setIntention(intention && { ...intention, reason }),
    send: () => {
      if (!intention) return;
      const { stance, reason } = intention;
      void sendIt({ ...intend(stance, reason, { outcome, organisation }), id: intention.id });
    },
    drop: () => {
      setIntention(undefined);
      setFault(undefined);
    },
  };
}
