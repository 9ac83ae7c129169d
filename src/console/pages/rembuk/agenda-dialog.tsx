import { type FormEvent, useState } from "react";
import { RoomUpdateDocument } from "../../generated/graphql.js";
import type { Fault } from "../../graph/faults.js";
import { useChange } from "../../graph/hooks.js";
import { useFormats } from "../../language/formats.js";
import { useText } from "../../language/language.js";
import { FaultNote } from "../../parts/fault-note.js";
import { faultAt, TextField } from "../../parts/fields.js";
import { ModalDialog } from "../../parts/modal-dialog.js";
import { type Current, useVersioned } from "../../parts/use-versioned.js";
import { clockOf, instantOf } from "./local-time.js";
import { useRoom } from "./room.js";
import { type Meeting, zones } from "./room-model.js";

const texts = {
  edit: { id: "Susun agenda", en: "Edit the agenda" },
  agenda: { id: "Agenda", en: "Agenda" },
  item: { id: "Acara {number}", en: "Item {number}" },
  title: { id: "Pokok bahasan", en: "Subject" },
  startsAt: { id: "Mulai ({zone})", en: "Begins ({zone})" },
  note: { id: "Keterangan", en: "Note" },
  add: { id: "Tambah acara", en: "Add an item" },
  up: { id: "Naikkan acara {number}", en: "Move item {number} up" },
  remove: { id: "Hapus acara {number}", en: "Remove item {number}" },
  save: { id: "Simpan agenda", en: "Save the agenda" },
};

/** An item as one writes it: its time is that of the place's clock. */
interface Item {
  /** Stays with the item while the order changes. */
  key: string;
  title: string;
  startsAt: string;
  note: string;
}

const itemsOf = ({ agenda, timeZone }: Meeting): Item[] =>
  agenda.map(({ title, startsAt, note }, at) => ({
    ...{ key: String(at), title, note: note ?? "" },
    startsAt: startsAt ? clockOf(startsAt, timeZone) : "",
  }));

/** Changes the items: one replaced, moved up, removed or added at the end. */
const changes = {
  replace: (items: Item[], at: number, item: Item) => items.with(at, item),
  raise: (items: Item[], at: number) =>
    items.toSpliced(at - 1, 2, ...items.slice(at - 1, at + 1).reverse()),
  remove: (items: Item[], at: number) => items.toSpliced(at, 1),
};

function ItemFields({
  item,
  number,
  fault,
  change,
  raise,
  remove,
}: {
  item: Item;
  number: number;
  fault: Fault | undefined;
  change: (item: Item) => void;
  raise: (() => void) | undefined;
  remove: () => void;
}) {
  const t = useText();
  const { timeZone } = useRoom().meeting;
  const field = (path: "title" | "startsAt" | "note") => ({
    label: t(texts[path], { zone: timeZone }),
    value: item[path],
    change: (value: string) => change({ ...item, [path]: value }),
    fault: faultAt(fault, `agenda.${number - 1}.${path}`),
  });
  return (
    <fieldset className="stack">
      <legend>{t(texts.item, { number })}</legend>
      <TextField {...field("title")} required />
      <TextField {...field("startsAt")} type="datetime-local" />
      <TextField {...field("note")} />
      <div className="row">
        {raise ? (
          <button
            type="button"
            className="button quiet"
            aria-label={t(texts.up, { number })}
            onClick={raise}
          >
            ↑
          </button>
        ) : null}
        <button
          type="button"
          className="button quiet"
          aria-label={t(texts.remove, { number })}
          onClick={remove}
        >
          ✕
        </button>
      </div>
    </fieldset>
  );
}

/** The agenda as a clash shows it: its subjects with their times, in order. */
function useAgendaText(): (agenda: unknown) => string {
  const { time } = useFormats();
  const zone = zones[useRoom().meeting.timeZone];
  return (agenda) =>
    (agenda as { title: string; startsAt: string | null }[])
      .map(({ title, startsAt }) => (startsAt ? `${title} (${time(startsAt, zone)})` : title))
      .join("; ");
}

function useAgendaEdit(done: () => void) {
  const t = useText();
  const { meeting } = useRoom();
  const [update, isRunning] = useChange(RoomUpdateDocument);
  const [seen] = useState(meeting.version);
  const [items, setItems] = useState(() => itemsOf(meeting));
  const [fault, setFault] = useState<Fault>();
  const agendaText = useAgendaText();
  const { id, title, timeZone } = meeting;
  const agenda = items.map(({ title: subject, startsAt, note }) => ({
    ...{ title: subject, note: note || null },
    startsAt: startsAt ? instantOf(startsAt, timeZone) : null,
  }));
  const { send, clash } = useVersioned({
    ...{ id, title: title ?? "", version: seen, setFault, done },
    rows: (current: Current) => [
      {
        ...{ name: t(texts.agenda), mine: agendaText(agenda) },
        theirs: agendaText(current.agenda ?? []),
      },
    ],
    run: (expectedVersion) => update({ input: { id, expectedVersion, agenda } }),
  });
  return { items, setItems, fault, send, clash, isRunning };
}

function AgendaForm({ done }: { done: () => void }) {
  const t = useText();
  const { items, setItems, fault, send, clash, isRunning } = useAgendaEdit(done);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void send();
  };
  const add = () =>
    setItems([...items, { key: crypto.randomUUID(), title: "", startsAt: "", note: "" }]);
  return (
    <form className="stack" onSubmit={onSubmit}>
      {items.map((item, at) => (
        <ItemFields
          key={item.key}
          item={item}
          number={at + 1}
          fault={fault}
          change={(changed) => setItems(changes.replace(items, at, changed))}
          raise={at > 0 ? () => setItems(changes.raise(items, at)) : undefined}
          remove={() => setItems(changes.remove(items, at))}
        />
      ))}
      <div>
        <button type="button" className="button" onClick={add}>
          {t(texts.add)}
        </button>
      </div>
      <FaultNote fault={fault} />
      <button type="submit" className="button main" disabled={isRunning}>
        {t(texts.save)}
      </button>
      {clash}
    </form>
  );
}

/** The dialog in which the convener writes the agenda, with the times of the place. */
export function AgendaDialog() {
  const t = useText();
  return (
    <ModalDialog label={t(texts.edit)} title={t(texts.edit)}>
      {(close) => <AgendaForm done={close} />}
    </ModalDialog>
  );
}
