import { useSearch } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import type { PlanCardFragment } from "../../generated/graphql.js";
import { useText } from "../../language/language.js";
import { membersOf } from "../../language/members.js";
import { Empty } from "../../parts/empty.js";
import { FaultNote } from "../../parts/fault-note.js";
import { useSessionState } from "../../session/use-session.js";
import { AddAction } from "./add-action.js";
import styles from "./board.module.css";
import { BoardColumn } from "./board-column.js";
import { BoardSwitch } from "./board-switch.js";
import { MoveClash } from "./move-clash.js";
import { MoveMenu, type MoveTarget } from "./move-menu.js";
import { type BoardBy, enumerations, useMoves } from "./use-moves.js";

const texts = {
  empty: { id: "Rencana ini belum punya kegiatan.", en: "This plan has no actions yet." },
  refused: { id: "{title} tidak dipindahkan.", en: "{title} was not moved." },
};

interface Column {
  name: string;
  actions: PlanCardFragment[];
}

function columnsOf(actions: readonly PlanCardFragment[], by: BoardBy): Column[] {
  return membersOf(enumerations[by]).map((name) => ({
    name,
    actions: actions.filter((action) => action[by] === name),
  }));
}

/** What the columns are, from the address. */
function useBoardBy(): BoardBy {
  const { by } = useSearch({ strict: false }) as { by?: string };
  return by === "stage" ? "stage" : "status";
}

/** The actions of a plan as cards in columns, by status or by stage, which one drags or moves by a menu. */
export function Board({
  planId,
  actions,
}: {
  planId: string;
  actions: readonly PlanCardFragment[];
}) {
  const t = useText();
  const by = useBoardBy();
  const { email } = useSessionState();
  const columns = useMemo(() => columnsOf(actions, by), [actions, by]);
  const moves = useMoves(by);
  const [target, setTarget] = useState<MoveTarget>();
  const mayMove = email !== null;
  const moveById = (id: string, to: string) => {
    const action = actions.find((one) => one.id === id);
    if (action) void moves.move(action, to);
  };
  return (
    <div className="stack">
      <div className="row spread no-print">
        <BoardSwitch by={by} />
        {mayMove ? <AddAction planId={planId} /> : null}
      </div>
      {moves.refusal ? (
        <div>
          <p>{t(texts.refused, { title: moves.refusal.title })}</p>
          <FaultNote fault={moves.refusal.fault} />
        </div>
      ) : null}
      {actions.length === 0 ? <Empty>{t(texts.empty)}</Empty> : null}
      <div className={styles.board}>
        {columns.map((column) => (
          <BoardColumn
            key={column.name}
            planId={planId}
            enumeration={enumerations[by]}
            name={column.name}
            actions={column.actions}
            moving={moves.moving}
            {...(mayMove ? { move: moveById, openMenu: setTarget } : {})}
          />
        ))}
      </div>
      <MoveMenu by={by} target={target} close={() => setTarget(undefined)} move={moveById} />
      <MoveClash by={by} moves={moves} />
    </div>
  );
}
