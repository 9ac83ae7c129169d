import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useText } from "../language/language.js";
import { useMemberName } from "../language/members.js";
import styles from "./change-list.module.css";
import { Empty } from "./empty.js";
import { Moment } from "./moment.js";
import { type ChangedField, useChangeWords } from "./use-change-words.js";

const texts = {
  empty: { id: "Belum ada perubahan.", en: "No changes yet." },
  system: { id: "Hub", en: "The hub" },
};

/** A change of the ledger, as a list of changes shows it. */
export interface ListedChange {
  position: number;
  at: string;
  kind: string;
  entity: string;
  entityId: string;
  fields: readonly ChangedField[];
  organisation: { name: string } | null;
  user: { name: string | null } | null;
}

function Fields({ change: { entity, kind, fields } }: { change: ListedChange }) {
  const words = useChangeWords();
  const said = words.fields(entity, fields);
  if (said.length === 0) return null;
  return (
    <dl className={styles.fields}>
      {said.slice(0, 8).map(({ name, before, after }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {kind === "CREATED" || before === null ? null : (
              <>
                <del>{before}</del> <span aria-hidden="true">→</span>{" "}
              </>
            )}
            <ins>{after ?? "–"}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function ChangeItem({ change }: { change: ListedChange }) {
  const t = useText();
  const words = useChangeWords();
  const name = useMemberName();
  const { at, kind, entity, entityId, organisation, user } = change;
  const who = [user?.name, organisation?.name].filter(Boolean).join(", ");
  return (
    <li className={styles.change}>
      <div className="row">
        <Link to="/node/$id" params={{ id: entityId }}>
          {words.noun(entity)}
        </Link>
        <span>{name("ChangeKind", kind).toLowerCase()}</span>
        <span className="soft small">
          {who || t(texts.system)} · <Moment at={at} />
        </span>
      </div>
      <Fields change={change} />
    </li>
  );
}

/** Changes of the ledger, the newest first, with what was and what is. */
export function ChangeList({
  changes,
  more,
}: {
  changes: readonly ListedChange[];
  /** The button to earlier ones. */
  more?: ReactNode;
}) {
  const t = useText();
  if (changes.length === 0) return <Empty>{t(texts.empty)}</Empty>;
  return (
    <>
      <ol className={`plain ${styles.list}`}>
        {changes.map((change) => (
          <ChangeItem key={change.position} change={change} />
        ))}
      </ol>
      {more}
    </>
  );
}
