import { memo } from "react";
import {
  GridList,
  GridListItem,
  ListLayout,
  useDragAndDrop,
  Virtualizer,
} from "react-aria-components";
import type { PlanCardFragment } from "../../generated/graphql.js";
import { useText } from "../../language/language.js";
import { useMemberName } from "../../language/members.js";
import styles from "./board.module.css";
import type { MoveTarget } from "./move-menu.js";
import { PlanCard } from "./plan-card.js";

const texts = {
  count: {
    id: "{count, plural, other {# kegiatan}}",
    en: "{count, plural, one {# action} other {# actions}}",
  },
  empty: { id: "Kosong", en: "Empty" },
};

/** The type of what is dragged: an action's id, which no other page takes. */
const dragType = "rembuk-action";

/** Only the cards in sight are rendered; each is measured once it is. */
const layoutOptions = { estimatedRowHeight: 130, gap: 8, padding: 8 };

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

function useCardDrag({ name, actions, move }: ColumnProps) {
  return useDragAndDrop<PlanCardFragment>({
    isDisabled: move === undefined,
    getItems: (keys) =>
      [...keys].map((key) => ({
        [dragType]: String(key),
        "text/plain": actions.find(({ id }) => id === key)?.title ?? "",
      })),
    acceptedDragTypes: [dragType],
    getAllowedDropOperations: () => ["move"],
    getDropOperation: () => "move",
    onRootDrop: async ({ items }) => {
      for (const item of items) {
        if (item.kind === "text") move?.(await item.getText(dragType), name);
      }
    },
  });
}

/** One column: its name, how many cards it has, and the cards. */
export const BoardColumn = memo(function BoardColumn(props: ColumnProps) {
  const t = useText();
  const memberName = useMemberName();
  const { planId, enumeration, name, actions, moving, openMenu } = props;
  const { dragAndDropHooks } = useCardDrag(props);
  const label = memberName(enumeration, name);
  return (
    <section className={styles.column} data-empty={actions.length === 0} data-column={name}>
      <h2 className={styles.heading}>
        {label} <span className={styles.count}>{t(texts.count, { count: actions.length })}</span>
      </h2>
      <Virtualizer layout={ListLayout} layoutOptions={layoutOptions}>
        <GridList
          aria-label={label}
          className={styles.cards ?? ""}
          items={actions}
          dependencies={[moving, openMenu]}
          dragAndDropHooks={dragAndDropHooks}
          renderEmptyState={() => <p className={`soft small ${styles.empty}`}>{t(texts.empty)}</p>}
        >
          {(action) => (
            <GridListItem id={action.id} textValue={action.title} className={styles.item ?? ""}>
              <PlanCard
                planId={planId}
                action={action}
                isMoving={moving.has(action.id)}
                openMenu={openMenu}
              />
            </GridListItem>
          )}
        </GridList>
      </Virtualizer>
    </section>
  );
});
