import type { ReactNode } from "react";
import { NothingHere } from "../app/page-fault.js";
import type { Fault } from "../graph/faults.js";
import type { Answer } from "../graph/hooks.js";
import { FaultNote } from "./fault-note.js";
import { Loading } from "./loading.js";

/** True where the thing that the address names is absent, or its id or key can be none. */
const isOfAddress = ({ code, fields }: Fault): boolean =>
  code === "NOT_FOUND" ||
  (code === "BAD_USER_INPUT" && fields.some(({ path }) => path === "id" || path === "key"));

/**
 * Shows what `of` answered: a place while it is on its way, its fault, the page of what is absent where
 * `subject` gives nothing, else the subject.
 */
export function Answered<Data, Subject>({
  of: { data, fault, pending, again },
  subject,
  children,
}: {
  of: Answer<Data>;
  subject: (data: Data) => Subject | null | undefined;
  children: (subject: Subject) => ReactNode;
}) {
  // An answer that is a fault alone has null for its data.
  const found = data ? subject(data) : undefined;
  if (found !== undefined && found !== null) {
    return (
      <>
        <FaultNote fault={fault} again={again} />
        {children(found)}
      </>
    );
  }
  if (fault && isOfAddress(fault)) return <NothingHere />;
  if (fault) return <FaultNote fault={fault} again={again} />;
  return pending || !data ? <Loading /> : <NothingHere />;
}
