import { memo, useEffect, useState } from "react";
import type { PlanCardFragment } from "../../generated/graphql.js";
import { useText } from "../../language/language.js";
import { useMemberName } from "../../language/members.js";
import { whenIdle } from "../../parts/when-idle.js";
import styles from "./board.module.css";
import { useCardDrop, useCardGrid } from "./card-grid.js";
import type { MoveTarget } from "./move-menu.js";
import { PlanCard } from "./plan-card.js";

const texts = {
  count: {
    id: "{count, plural, other {# kegiatan}}",
    en: "{count, plural, one {# action} other {# actions}}",
  },
  empty: { id: "Kosong", en: "Empty" },
};

interface ColumnProps {
  planId: string;
  enumeration: "ActionStatus" | "ActionStage";
  name: string;
  actions: PlanCardFragment[];
  moving: ReadonlySet<string>;
  /** Moves a card here; absent for who may not. */
  move?: (id: string, to: string) => void;
  openMenu?: (target: MoveTarget) => void;
}

/**
 * The cards in groups: one is rendered in one go, and is laid out while it is near to what is seen. A slow
 * phone does either within the time of three pictures; for each card alone it would look at hundreds.
 */
const groupSize = 8;

const groupsOf = (actions: readonly PlanCardFragment[]): PlanCardFragment[][] =>
  Array.from({ length: Math.ceil(actions.length / groupSize) }, (_, at) =>
    actions.slice(at * groupSize, (at + 1) * groupSize),
  );

/** How many of so many groups are rendered: one at once, and one more whenever the browser is idle. */
function useGrowing(count: number): number {
  const [shown, setShown] = useState(1);
  useEffect(() => {
    if (shown >= count) return;
    return whenIdle(() => setShown((before) => before + 1));
  }, [shown, count]);
  return shown;
}

function Cards({ label, ...props }: ColumnProps & { label: string }) {
  const { planId, actions, moving, openMenu } = props;
  const { entry, handlers } = useCardGrid({ planId, actions, openMenu });
  const groups = groupsOf(actions);
  const shown = useGrowing(groups.length);
  return (
    // biome-ignore lint/a11y/useSemanticElements: cards are no table.
    <div role="grid" aria-label={label} className={styles.cards} {...handlers}>
      {groups.slice(0, shown).map((group, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a group is its place.
        // biome-ignore lint/a11y/useSemanticElements: nor its groups.
        <div key={at} role="rowgroup" className={styles.group}>
          {group.map((action) => (
            <PlanCard
              key={action.id}
              planId={planId}
              action={action}
              isMoving={moving.has(action.id)}
              isEntry={action.id === entry}
              mayMove={openMenu !== undefined}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

/** One column: its name, how many cards it has, and the cards. */
export const BoardColumn = memo(function BoardColumn(props: ColumnProps) {
  const t = useText();
  const memberName = useMemberName();
  const { enumeration, name, actions, move } = props;
  const { isOver, handlers } = useCardDrop(move && ((id) => move(id, name)));
  const label = memberName(enumeration, name);
  return (
    <section
      className={styles.column}
      data-empty={actions.length === 0}
      data-column={name}
      data-drop-target={isOver || undefined}
      {...handlers}
    >
      <h2 className={styles.heading}>
        {label} <span className={styles.count}>{t(texts.count, { count: actions.length })}</span>
      </h2>
      {actions.length === 0 ? (
        <p className={`soft small ${styles.empty}`}>{t(texts.empty)}</p>
      ) : (
        <Cards label={label} {...props} />
      )}
    </section>
  );
});
