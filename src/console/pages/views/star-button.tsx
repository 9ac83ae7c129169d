import { useState } from "react";
import { ViewsStarDocument, ViewsUnstarDocument } from "../../generated/graphql.js";
import type { Fault } from "../../graph/faults.js";
import { useChange } from "../../graph/hooks.js";
import { useText } from "../../language/language.js";
import { FaultNote } from "../../parts/fault-note.js";
import { newId } from "../../parts/new-id.js";

const texts = {
  star: { id: "Beri bintang", en: "Star" },
  starred: { id: "Berbintang", en: "Starred" },
};

/** What a star is given to. */
export interface Starred {
  id: string;
  title: string;
  star: { id: string; version: number } | null;
}

/** The button that gives a view a star of one's own, or takes it away. */
export function StarButton({ view, again }: { view: Starred; again: () => void }) {
  const t = useText();
  const [star, starring] = useChange(ViewsStarDocument);
  const [unstar, unstarring] = useChange(ViewsUnstarDocument);
  const [fault, setFault] = useState<Fault>();
  const toggle = async () => {
    const outcome = view.star
      ? await unstar({ input: { id: view.star.id, expectedVersion: view.star.version } })
      : await star({ input: { id: newId(), viewId: view.id } });
    setFault(outcome.fault);
    again();
  };
  return (
    <>
      <button
        type="button"
        className="button quiet"
        aria-pressed={view.star !== null}
        disabled={starring || unstarring}
        onClick={() => void toggle()}
      >
        <span aria-hidden="true">{view.star ? "★" : "☆"}</span>
        {t(view.star ? texts.starred : texts.star)}
        <span className="visually-hidden">: {view.title}</span>
      </button>
      <FaultNote fault={fault} />
    </>
  );
}
