import { useText } from "../../language/language.js";
import { useMemberName } from "../../language/members.js";
import { ConflictDialog } from "../../parts/conflict-dialog.js";
import { type BoardBy, enumerations, type useMoves } from "./use-moves.js";

const texts = {
  status: { id: "Status", en: "Status" },
  stage: { id: "Tahap", en: "Stage" },
};

/** The choice that a move which met another's leaves to the reader. */
export function MoveClash({ by, moves }: { by: BoardBy; moves: ReturnType<typeof useMoves> }) {
  const t = useText();
  const name = useMemberName();
  const { clash, settle, move } = moves;
  if (!clash) return null;
  const { action, target, current } = clash;
  const shown = (member: string) => name(enumerations[by], member);
  return (
    <ConflictDialog
      id={action.id}
      title={action.title}
      rows={[{ name: t(texts[by]), mine: shown(target), theirs: shown(current.value) }]}
      keepTheirs={settle}
      keepMine={() => void move(action, target, current.version)}
    />
  );
}
