import { type ReactNode, useState } from "react";
import type { Fault } from "../graph/faults.js";
import type { Outcome } from "../graph/hooks.js";
import { useText } from "../language/language.js";
import { type Enumeration, useMemberName } from "../language/members.js";
import { type ClashRow, ConflictDialog } from "./conflict-dialog.js";

const texts = { status: { id: "Status", en: "Status" } };

/** What is stored now, where another's change came first: the fields by their names in the contract. */
export type Current = Readonly<Record<string, unknown>>;

/** A change of a version that the reader saw. */
export interface VersionedChange {
  /** What is changed. */
  id: string;
  title: string;
  version: number;
  run: (expectedVersion: number) => Promise<Outcome<unknown>>;
  /** The reader's values beside those that are stored now. */
  rows: (current: Current) => readonly ClashRow[];
  /** What follows once the hub has taken the change. */
  done?: () => void;
  /** What follows once the reader has left what is stored now. */
  leave?: (current: Current) => void;
  /** Takes the fault of each try, and its absence. */
  setFault: (fault: Fault | undefined) => void;
}

/**
 * Sends a change of a version. Where another's came first (CONFLICT), `clash` shows both values and lets the
 * reader choose; it stands in the form, whose other faults are given to `setFault`.
 */
export function useVersioned(change: VersionedChange): {
  send: () => Promise<Fault | undefined>;
  clash: ReactNode;
} {
  const [met, setMet] = useState<Current>();
  const { id, title, version, run, rows, done, leave, setFault } = change;
  const send = async (expectedVersion: number) => {
    const { fault } = await run(expectedVersion);
    const current = fault?.code === "CONFLICT" ? fault.current : undefined;
    setMet(current);
    const shown = current ? undefined : fault;
    setFault(shown);
    if (!fault) done?.();
    return shown;
  };
  const keepTheirs = (current: Current) => {
    setMet(undefined);
    if (leave) leave(current);
    else done?.();
  };
  const clash = met ? (
    <ConflictDialog
      id={id}
      title={title}
      rows={rows(met)}
      keepTheirs={() => keepTheirs(met)}
      keepMine={() => void send(Number(met.version))}
    />
  ) : null;
  return { send: () => send(version), clash };
}

/** The row of a clash on a status: the one that the reader wished, and the one that is stored now. */
export function useStatusRow(
  of: Enumeration,
  field = "status",
): (wished: string) => (current: Current) => ClashRow[] {
  const t = useText();
  const name = useMemberName();
  return (wished) => (current) => [
    {
      ...{ name: t(texts.status), mine: name(of, wished) },
      theirs: name(of, String(current[field])),
    },
  ];
}
