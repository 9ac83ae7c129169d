import { useNavigate } from "@tanstack/react-router";
import { type DragEvent, type KeyboardEvent, type MouseEvent, useState } from "react";
import type { PlanCardFragment } from "../../generated/graphql.js";
import type { MoveTarget } from "./move-menu.js";

/** The type of what is dragged: an action's id, which no other page takes. */
const dragType = "application/x-rembuk-action";

const rowOf = (target: EventTarget): HTMLElement | null =>
  (target as Element).closest<HTMLElement>("[data-action]");

const idOf = (target: EventTarget): string | undefined => rowOf(target)?.dataset.action;

/** The row and what can be reached in it, in the order of the arrow keys. */
const stopsOf = (row: HTMLElement): HTMLElement[] => [
  row,
  ...row.querySelectorAll<HTMLElement>("a, button"),
];

/** The row to which a key leads from another; undefined where it leads to none. */
function rowAfter(key: string, row: HTMLElement): HTMLElement | undefined {
  const grid = row.closest("[role=grid]");
  const rows = [...(grid?.querySelectorAll<HTMLElement>("[data-action]") ?? [])];
  const at = rows.indexOf(row);
  const places: Partial<Record<string, number>> = {
    ...{ ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 },
  };
  return rows[places[key] ?? -1];
}

/** Moves the focus as in a grid: up and down between rows, left and right within one. */
function moveFocus(event: KeyboardEvent): void {
  const row = rowOf(event.target);
  if (!row) return;
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  const stops = stopsOf(row);
  const next =
    step === undefined
      ? rowAfter(event.key, row)
      : stops[stops.indexOf(document.activeElement as HTMLElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

interface Deeds {
  planId: string;
  actions: readonly PlanCardFragment[];
  openMenu: ((target: MoveTarget) => void) | undefined;
}

/** Opens the menu of the card whose button was pressed; false where none was. */
function openMenuAt(target: EventTarget, { actions, openMenu }: Deeds): boolean {
  const button = (target as Element).closest<HTMLElement>("button");
  const action = actions.find(({ id }) => id === idOf(target));
  if (!button || !action) return false;
  openMenu?.({ action, button });
  return true;
}

/** What a press leads to: the menu of a card, or its page; a press that opens a tab is the browser's. */
function usePress(deeds: Deeds) {
  const navigate = useNavigate();
  return (event: MouseEvent) => {
    if (openMenuAt(event.target, deeds)) return;
    const { planId } = deeds;
    const id = idOf(event.target);
    if (!(event.target as Element).closest("a") || id === undefined) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void navigate({ to: "/plan/$id/action/$action", params: { id: planId, action: id } });
  };
}

/** Begins to drag a card as it looks. */
function startDrag({ dataTransfer, clientX, clientY }: DragEvent, row: HTMLElement, id: string) {
  const { left, top } = row.getBoundingClientRect();
  dataTransfer.setDragImage(row, clientX - left, clientY - top);
  dataTransfer.setData(dragType, id);
  dataTransfer.setData("text/plain", row.querySelector("a")?.text ?? "");
  dataTransfer.effectAllowed = "move";
}

/**
 * The handlers of a column's grid, once for all of its cards: a card of its own has none, so that hundreds of
 * them cost little. One card of a column is a stop of the Tab key, the one that had the focus last.
 */
export function useCardGrid(deeds: Deeds) {
  const [last, setLast] = useState<string>();
  const onClick = usePress(deeds);
  const { actions } = deeds;
  const entry = actions.some(({ id }) => id === last) ? last : actions[0]?.id;
  const handlers = {
    onClick,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== "Enter" && event.key !== " ") return moveFocus(event);
      // Not left to the click that follows: the menu would take it for a screen reader's, and focus nothing.
      if (openMenuAt(event.target, deeds)) event.preventDefault();
      else if (event.target === rowOf(event.target))
        rowOf(event.target)?.querySelector("a")?.click();
    },
    onFocus: ({ target }: { target: EventTarget }) => setLast(idOf(target)),
    onDragStart: (event: DragEvent) => {
      // Of the link in it too, which browsers drag by itself.
      const row = rowOf(event.target);
      if (row?.dataset.action && deeds.openMenu) startDrag(event, row, row.dataset.action);
    },
  };
  return { entry, handlers };
}

/** Takes cards that are dropped on a column; `isOver` while one is above it. */
export function useCardDrop(drop: ((id: string) => void) | undefined) {
  const [isOver, setIsOver] = useState(false);
  if (!drop) return { isOver, handlers: {} };
  const takes = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes(dragType);
  const handlers = {
    onDragOver: (event: DragEvent) => {
      if (!takes(event)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "move";
      setIsOver(true);
    },
    onDragLeave: ({ currentTarget, relatedTarget }: DragEvent) => {
      if (!currentTarget.contains(relatedTarget as Node | null)) setIsOver(false);
    },
    onDrop: (event: DragEvent) => {
      setIsOver(false);
      if (!takes(event)) return;
      event.preventDefault();
      drop(event.dataTransfer.getData(dragType));
    },
  };
  return { isOver, handlers };
}
