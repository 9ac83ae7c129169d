import type { PlanCardFragment } from "../../generated/graphql.js";
import { useText } from "../../language/language.js";
import { membersOf, useMemberName } from "../../language/members.js";
import { FaultNote } from "../../parts/fault-note.js";
import styles from "./action.module.css";
import { MoveClash } from "./move-clash.js";
import { useMoves } from "./use-moves.js";

const texts = { status: { id: "Ubah status", en: "Change the status" } };

/** Changes an action's status at once; the hub's refusal is shown in its words. */
export function StatusChoice({ action }: { action: PlanCardFragment }) {
  const t = useText();
  const name = useMemberName();
  const moves = useMoves("status");
  return (
    <div>
      <select
        className={`button ${styles.select}`}
        aria-label={t(texts.status)}
        value={action.status}
        disabled={moves.moving.has(action.id)}
        onChange={({ target }) => void moves.move(action, target.value)}
      >
        {membersOf("ActionStatus").map((member) => (
          <option key={member} value={member}>
            {name("ActionStatus", member)}
          </option>
        ))}
      </select>
      <FaultNote fault={moves.refusal?.fault} />
      <MoveClash by="status" moves={moves} />
    </div>
  );
}
