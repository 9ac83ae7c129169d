import { type FormEvent, type ReactNode, useState } from "react";
import type { AnyVariables } from "urql";
import type { TypedDocumentString } from "../generated/graphql.js";
import type { Fault } from "../graph/faults.js";
import { useChange } from "../graph/hooks.js";
import { FormFault } from "./fault-note.js";
import { newId } from "./new-id.js";

/** A form that creates something: what is written in it, and what the hub said of it. */
export interface Creation<Draft> {
  draft: Draft;
  setDraft: (draft: Draft) => void;
  fault: Fault | undefined;
  /** The draft that was created last. */
  made: Draft | undefined;
  creating: boolean;
  submit: (event: FormEvent) => void;
}

/** A form that begins empty again when its draft is created. Each creation has an id of its own. */
export function useCreation<Draft, Input extends object, Data>({
  document,
  empty,
  inputOf,
  done,
}: {
  document: TypedDocumentString<Data, { input: Input }>;
  empty: Draft;
  inputOf: (draft: Draft, id: string) => Input;
  done: (data: Data) => void;
}): Creation<Draft> {
  const [create, creating] = useChange<Data, { input: Input } & AnyVariables>(document as never);
  const [id, setId] = useState(newId);
  const [draft, setDraft] = useState(empty);
  const [made, setMade] = useState<Draft>();
  const [fault, setFault] = useState<Fault>();
  const run = async () => {
    const outcome = await create({ input: inputOf(draft, id) });
    setFault(outcome.fault);
    if (outcome.fault) return;
    setMade(draft);
    setDraft(empty);
    setId(newId());
    done(outcome.data);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void run();
  };
  return { draft, setDraft, fault, made, creating, submit };
}

/** The form around the fields of a creation: its fault, what was made, and the button. */
export function CreationForm({
  of: { fault, creating, submit },
  at,
  made,
  create,
  children,
}: {
  of: Pick<Creation<unknown>, "fault" | "creating" | "submit">;
  /** The paths of the fields that show their own faults. */
  at: readonly string[];
  /** The sentence about what was made last. */
  made: ReactNode;
  /** The words of the button. */
  create: string;
  children: ReactNode;
}) {
  return (
    <form onSubmit={submit} className="stack">
      {children}
      <FormFault fault={fault} at={at} />
      <p aria-live="polite">{made}</p>
      <div className="row">
        <button type="submit" className="button main" disabled={creating}>
          {create}
        </button>
      </div>
    </form>
  );
}
