import { useRef } from "react";
import { Header, Menu, MenuItem, MenuSection, Popover } from "react-aria-components";
import type { PlanCardFragment } from "../../generated/graphql.js";
import { useText } from "../../language/language.js";
import { membersOf, useMemberName } from "../../language/members.js";
import styles from "./move-menu.module.css";
import { type BoardBy, enumerations } from "./use-moves.js";

const texts = { to: { id: "Pindahkan ke", en: "Move to" } };

/** The card whose menu is open, and the button that opened it. */
export interface MoveTarget {
  action: PlanCardFragment;
  button: HTMLElement;
}

/** The one menu of the board: it moves the card whose button opened it to another column. */
export function MoveMenu({
  by,
  target,
  close,
  move,
}: {
  by: BoardBy;
  target: MoveTarget | undefined;
  close: () => void;
  move: (id: string, to: string) => void;
}) {
  const t = useText();
  const name = useMemberName();
  const button = useRef<HTMLElement | null>(null);
  if (target) button.current = target.button;
  if (!target) return null;
  const enumeration = enumerations[by];
  const others = membersOf(enumeration).filter((member) => member !== target.action[by]);
  return (
    <Popover
      triggerRef={button}
      isOpen
      onOpenChange={(open) => (open ? undefined : close())}
      placement="bottom end"
      className={styles.popover ?? ""}
    >
      <Menu
        autoFocus="first"
        aria-label={t(texts.to)}
        className={styles.menu ?? ""}
        onAction={(key) => {
          move(target.action.id, String(key));
          close();
        }}
      >
        <MenuSection>
          <Header className={styles.header ?? ""}>{t(texts.to)}</Header>
          {others.map((member) => (
            <MenuItem key={member} id={member} className={styles.choice ?? ""}>
              {name(enumeration, member)}
            </MenuItem>
          ))}
        </MenuSection>
      </Menu>
    </Popover>
  );
}
