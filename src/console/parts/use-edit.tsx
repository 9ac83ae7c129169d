import { useState } from "react";
import type { Fault } from "../graph/faults.js";
import type { Outcome } from "../graph/hooks.js";
import { ConflictDialog } from "./conflict-dialog.js";
import { useForm } from "./use-form.js";

type Values = Record<string, string>;

/** Values with the version that had them. */
interface Seen<V> {
  values: V;
  version: number;
}

/** A form that changes something: its fields, what was changed, and what another wrote meanwhile. */
export interface Edit<V extends Values> {
  form: ReturnType<typeof useForm<V>>;
  labels: Readonly<Record<keyof V, string>>;
  changed: (keyof V & string)[];
  /** What is there now, where another's change came first. */
  met: Seen<V> | undefined;
  send: (expectedVersion?: number) => Promise<Fault | undefined>;
}

/** Texts as an input takes them: null for those that were emptied. */
export const orNull = <V extends Values>(
  changed: Partial<V>,
): { [Path in keyof V]?: string | null } =>
  Object.fromEntries(Object.entries(changed).map(([path, value]) => [path, value || null])) as {
    [Path in keyof V]?: string | null;
  };

/** The fields that have labels, as texts. */
function textsOf<V extends Values>(
  labels: Readonly<Record<keyof V, string>>,
  current: Readonly<Record<string, unknown>>,
): V {
  const texts = Object.keys(labels).map((path) => [path, String(current[path] ?? "")]);
  return Object.fromEntries(texts) as V;
}

/**
 * A form over what the reader sees. It sends what they changed and nothing else, so that nothing else is
 * overwritten; a change that met another's is kept as `met`, for `EditClash` to show.
 */
export function useEdit<V extends Values>({
  first,
  version,
  labels,
  currentOf = (current) => textsOf(labels, current),
  run,
  done,
  always = [],
}: {
  first: V;
  version: number;
  labels: Readonly<Record<keyof V, string>>;
  /** The values in the state that the hub sends with a CONFLICT; absent where they are its texts. */
  currentOf?: (current: Readonly<Record<string, unknown>>) => V;
  run: (changed: Partial<V>, expectedVersion: number) => Promise<Outcome<unknown>>;
  done: () => void;
  /** The fields that are sent also where they were not changed, as a reason. */
  always?: readonly (keyof V & string)[];
}): Edit<V> {
  const [seen] = useState<Seen<V>>({ values: first, version });
  const [met, setMet] = useState<Seen<V>>();
  const form = useForm<V>(seen.values, labels);
  const changed = (Object.keys(labels) as (keyof V & string)[]).filter(
    (path) => seen.values[path] !== form.values[path] && !always.includes(path),
  );
  const send = async (expectedVersion = seen.version) => {
    const sent = new Set([...changed, ...always]);
    const fields = [...sent].map((path) => [path, form.values[path]]);
    const { fault } = await run(Object.fromEntries(fields) as Partial<V>, expectedVersion);
    const current = fault?.code === "CONFLICT" ? fault.current : undefined;
    setMet(current && { values: currentOf(current), version: Number(current.version) });
    if (!fault) done();
    return current ? undefined : fault;
  };
  return { form, labels, changed, met, send };
}

/** What the reader and another want, field by field, where the other came first. */
export function EditClash<V extends Values>({
  edit: { form, labels, changed, met, send },
  id,
  title,
  shown = (_, value) => value,
  done,
}: {
  edit: Edit<V>;
  /** What is changed. */
  id: string;
  title: string;
  /** A value as people read it. */
  shown?: (path: keyof V & string, value: string) => string;
  done: () => void;
}) {
  if (!met) return null;
  const rows = changed.map((path) => ({
    name: labels[path],
    mine: shown(path, form.values[path] ?? ""),
    theirs: shown(path, met.values[path] ?? ""),
  }));
  return (
    <ConflictDialog
      id={id}
      title={title}
      rows={rows}
      keepTheirs={done}
      keepMine={() => void send(met.version).then(form.setFault)}
    />
  );
}
