import { use } from "react";
import { useText } from "../../language/language.js";
import { useMemberName } from "../../language/members.js";
import { Badge } from "../../parts/badge.js";
import { Empty } from "../../parts/empty.js";
import { Status } from "../../parts/status.js";
import styles from "./positions-list.module.css";
import { RoomContext } from "./room.js";
import { needsReason, type Position, type Stance } from "./room-model.js";

const texts = {
  none: { id: "Belum ada sikap atas rumusan ini.", en: "No positions on this text yet." },
  notCounted: { id: "tidak dihitung", en: "not counted" },
  fresh: { id: "baru", en: "new" },
  others: { id: "{stance}: {names}", en: "{stance}: {names}" },
};

function Worded({ position, isFresh }: { position: Position; isFresh: boolean }) {
  const t = useText();
  const { stance, reason, counts, organisation } = position;
  return (
    <li className={styles.worded} data-stance={stance} data-fresh={isFresh}>
      <p className="row">
        <strong>{organisation.name}</strong>
        <Status of="Stance" member={stance} />
        {counts ? null : <span className="soft small">({t(texts.notCounted)})</span>}
        {isFresh ? <Badge tone="info">{t(texts.fresh)}</Badge> : null}
      </p>
      {reason ? <blockquote>{reason}</blockquote> : null}
    </li>
  );
}

/** The organisations that took a stance which needs no words, in one line. */
function Others({ stance, positions }: { stance: Stance; positions: readonly Position[] }) {
  const t = useText();
  const name = useMemberName();
  const those = positions.filter((position) => position.stance === stance && !position.reason);
  if (those.length === 0) return null;
  const names = those.map(({ organisation, counts }) =>
    counts ? organisation.name : `${organisation.name} (${t(texts.notCounted)})`,
  );
  return (
    <li className="small">
      {t(texts.others, { stance: name("Stance", stance), names: names.join("; ") })}
    </li>
  );
}

/** Objections first, then reservations, then whatever else has words: one reads these in full. */
const weight = { OBJECT: 0, AGREE_WITH_RESERVATION: 1, AGREE: 2, ABSTAIN: 3 } as const;

/** The positions on one text: those with words in full, the others by name. */
export function PositionsList({ positions }: { positions: readonly Position[] }) {
  const t = useText();
  const fresh = use(RoomContext)?.fresh;
  if (positions.length === 0) return <Empty>{t(texts.none)}</Empty>;
  const worded = positions
    .filter(({ stance, reason }) => needsReason(stance) || reason)
    .toSorted((a, b) => weight[a.stance] - weight[b.stance]);
  return (
    <ul className={`plain ${styles.list}`}>
      {worded.map((position) => (
        <Worded key={position.id} position={position} isFresh={fresh?.has(position.id) ?? false} />
      ))}
      <Others stance="AGREE" positions={positions} />
      <Others stance="ABSTAIN" positions={positions} />
    </ul>
  );
}
