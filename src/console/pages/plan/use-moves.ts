import { useState } from "react";
import { useClient } from "urql";
import {
  type ActionStage,
  type ActionStatus,
  type PlanCardFragment,
  PlanMoveByStageDocument,
  PlanMoveByStatusDocument,
  PlanOneCardDocument,
} from "../../generated/graphql.js";
import { documentOf } from "../../graph/documents.js";
import type { Fault } from "../../graph/faults.js";
import { useChange } from "../../graph/hooks.js";

/** What the columns of a board are. */
export type BoardBy = "status" | "stage";

/** The enumeration of the columns. */
export const enumerations = { status: "ActionStatus", stage: "ActionStage" } as const;

/** A move that met another's: what was wished, and what the action is now. */
export interface Clash {
  action: PlanCardFragment;
  target: string;
  current: { value: string; version: number };
}

/** A move that the hub refused, in its words. */
export interface Refusal {
  title: string;
  fault: Fault;
}

/** The function that asks the hub for an action's card as it is now. */
export function useCardRefresh(): (id: string) => Promise<unknown> {
  const client = useClient();
  return (id) =>
    client
      .query(documentOf(PlanOneCardDocument) as never, { id } as never, {
        requestPolicy: "network-only",
      })
      .toPromise();
}

/** Moves of cards to other columns, the one that met another's, and the one that was refused. */
export function useMoves(by: BoardBy) {
  const [moveByStatus] = useChange(PlanMoveByStatusDocument);
  const [moveByStage] = useChange(PlanMoveByStageDocument);
  const [moving, setMoving] = useState<ReadonlySet<string>>(new Set());
  const [clash, setClash] = useState<Clash>();
  const [refusal, setRefusal] = useState<Refusal>();
  const refresh = useCardRefresh();
  const send = (id: string, expectedVersion: number, target: string) =>
    by === "status"
      ? moveByStatus({ input: { id, expectedVersion, status: target as ActionStatus } })
      : moveByStage({ input: { id, expectedVersion, stage: target as ActionStage } });
  const move = async (action: PlanCardFragment, target: string, version = action.version) => {
    if (action[by] === target && version === action.version) return;
    setClash(undefined);
    setRefusal(undefined);
    setMoving((ids) => new Set(ids).add(action.id));
    const { fault } = await send(action.id, version, target);
    setMoving((ids) => new Set([...ids].filter((id) => id !== action.id)));
    if (!fault) return;
    const { current } = fault;
    if (fault.code === "CONFLICT" && current) {
      const now = { value: String(current[by]), version: Number(current.version) };
      setClash({ action, target, current: now });
      await refresh(action.id);
    } else setRefusal({ title: action.title, fault });
  };
  return { move, moving, clash, refusal, settle: () => setClash(undefined) };
}
