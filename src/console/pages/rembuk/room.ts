import { createContext, use, useCallback, useEffect, useRef, useState } from "react";
import type { RoomFollowedSubscription, RoomPageQuery } from "../../generated/graphql.js";
import { RoomFollowedDocument, RoomPageDocument } from "../../generated/graphql.js";
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

/** The ids that a change marks: of its subject, and of the outcome that a position is on. */
function markedBy({ entityId, subject }: RoomChange): string[] {
  return subject && "outcome" in subject ? [entityId, subject.outcome.id] : [entityId];
}

/** Who is invited is not part of what is followed: the room is asked again when it changes. */
const asksAgain = new Set(["inviteOrganisation", "withdrawInvitation", "nameDelegates"]);

/** A room as it is asked and followed. */
export interface LiveRoom {
  answer: Answer<RoomPageQuery>;
  /** The last change, for the words that tell of it. */
  last: RoomChange | undefined;
  fresh: ReadonlySet<string>;
}

/** Asks a room and follows it from the answer's position on. */
export function useLiveRoom(key: string): LiveRoom {
  const answer = useAnswer(RoomPageDocument, { key });
  const [fresh, mark] = useFresh();
  const [last, setLast] = useState<RoomChange>();
  const { again } = answer;
  const id = answer.data?.deliberation?.id;
  useFollowed(
    RoomFollowedDocument,
    { id: id ?? "" },
    id === undefined ? undefined : answer.position,
    ({ deliberationChanged: { change } }) => {
      mark(markedBy(change));
      setLast(change);
      if (asksAgain.has(change.operation)) again();
    },
  );
  return { answer, last, fresh };
}

/** The room of a deliberation that was answered, for its reader. */
export function useRoomOf(
  { answer, fresh }: LiveRoom,
  deliberation: NonNullable<RoomPageQuery["deliberation"]>,
): Room {
  const coordinated = coordinatedBy(useMemberships());
  const { invitations, outcomes } = deliberation;
  const isPresent = ({ id }: Named) =>
    invitations.some((seat) => seat.isPresent && seat.organisation.id === id);
  return {
    meeting: deliberation,
    invitations,
    outcomes: outcomes.nodes,
    coordinated,
    voices: coordinated.filter(isPresent),
    convenes: coordinated.some(({ id }) => id === deliberation.convener.id),
    fresh,
    again: answer.again,
  };
}
