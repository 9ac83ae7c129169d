import { createContext, use, useCallback, useEffect, useRef, useState } from "react";
import type { RoomFollowedSubscription, RoomPageQuery } from "../../generated/graphql.js";
import { RoomFollowedDocument, RoomPageDocument } from "../../generated/graphql.js";
import type { Fault } from "../../graph/faults.js";
import { type Answer, useAnswer, useFollowed } from "../../graph/hooks.js";
import { useMemberships } from "../../session/use-memberships.js";
import {
  coordinatedBy,
  type Invitation,
  type Meeting,
  type Named,
  type Outcome,
} from "./room-model.js";

export type RoomChange = RoomFollowedSubscription["deliberationChanged"]["change"];

/** The room as its parts see it. */
export interface Room {
  meeting: Meeting & { recorded: boolean };
  invitations: readonly Invitation[];
  outcomes: readonly Outcome[];
  /** The attending organisations for which the reader may speak. */
  voices: readonly Named[];
  /** The organisations that the reader coordinates, attending or not. */
  coordinated: readonly Named[];
  /** True where the reader conducts the meeting. */
  convenes: boolean;
  /** The ids of what has just changed. */
  fresh: ReadonlySet<string>;
  /** Asks the hub for the whole room again. */
  again: () => void;
}

export const RoomContext = createContext<Room | undefined>(undefined);

/** The room that the part is in. */
export function useRoom(): Room {
  const room = use(RoomContext);
  if (!room) throw new Error("a part of a room stands outside of one");
  return room;
}

/** What has changed stays marked for so long, in milliseconds. */
const freshMs = 8000;

/** The ids of what has changed a moment ago. */
function useFresh(): [ReadonlySet<string>, (ids: readonly string[]) => void] {
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>());
  useEffect(() => () => timers.current.forEach(clearTimeout), []);
  const mark = useCallback((ids: readonly string[]) => {
    setFresh((before) => new Set([...before, ...ids]));
    const timer = setTimeout(() => {
      timers.current.delete(timer);
      setFresh((before) => new Set([...before].filter((id) => !ids.includes(id))));
    }, freshMs);
    timers.current.add(timer);
  }, []);
  return [fresh, mark];
}

/** The outcome that a change is on: of a position, an adoption or a comment. */
export function outcomeIn({ subject }: RoomChange): { id: string; number: number } | null {
  if (!subject) return null;
  if ("outcome" in subject) return subject.outcome;
  return "about" in subject ? subject.about : null;
}

/** The ids that a change marks: of its subject, and of the outcome that it is on. */
function markedBy(change: RoomChange): string[] {
  const outcome = outcomeIn(change);
  return outcome ? [change.entityId, outcome.id] : [change.entityId];
}

/** The lists of invitations and of adoptions are not part of what is followed: the room is asked again. */
const asksAgain = new Set([
  "inviteOrganisation",
  "withdrawInvitation",
  "nameDelegates",
  "removeAdoption",
]);

/** A room as it is asked and followed. */
export interface LiveRoom {
  answer: Answer<RoomPageQuery>;
  /** The last change, for the words that tell of it. */
  last: RoomChange | undefined;
  fresh: ReadonlySet<string>;
  /** Why the room is no longer followed. */
  fault: Fault | undefined;
}

/** Asks a room and follows it from the answer's position on. */
export function useLiveRoom(key: string): LiveRoom {
  const answer = useAnswer(RoomPageDocument, { key });
  const [fresh, mark] = useFresh();
  const [last, setLast] = useState<RoomChange>();
  const { again } = answer;
  const id = answer.data?.deliberation?.id;
  const { fault } = useFollowed(
    RoomFollowedDocument,
    { id: id ?? "" },
    id === undefined ? { ...answer, position: undefined } : answer,
    ({ deliberationChanged: { change } }) => {
      mark(markedBy(change));
      // A text version is written in the same transaction as its outcome, whose own change is shown.
      if (change.entity !== "OutcomeVersion") setLast(change);
      if (asksAgain.has(change.operation)) again();
    },
  );
  return { answer, last, fresh, fault };
}

/** The room of a deliberation that was answered, for its reader. */
export function useRoomOf(
  { answer, fresh }: LiveRoom,
  deliberation: NonNullable<RoomPageQuery["deliberation"]>,
  outcomes: readonly Outcome[],
): Room {
  const coordinated = coordinatedBy(useMemberships());
  const { invitations } = deliberation;
  const isPresent = ({ id }: Named) =>
    invitations.some((seat) => seat.isPresent && seat.organisation.id === id);
  return {
    meeting: deliberation,
    invitations,
    outcomes,
    coordinated,
    voices: coordinated.filter(isPresent),
    convenes: coordinated.some(({ id }) => id === deliberation.convener.id),
    fresh,
    again: answer.again,
  };
}
