import { Link } from "@tanstack/react-router";
import { useText } from "../../language/language.js";
import { Empty } from "../../parts/empty.js";
import { type ChangedField, useChangeWords } from "../../parts/use-change-words.js";
import styles from "./node.module.css";

const texts = {
  empty: { id: "Isinya tidak tercatat di buku besar.", en: "The ledger has no content of it." },
  related: { id: "Terkait", en: "Related" },
};

interface Change {
  entity: string;
  fields: readonly ChangedField[];
}

/** What each field is now, from the changes, the newest first. */
function fieldsNow(changes: readonly Change[]): ChangedField[] {
  const now = new Map<string, ChangedField>();
  for (const { fields } of changes) {
    for (const field of fields) {
      if (!now.has(field.name)) now.set(field.name, { ...field, before: null });
    }
  }
  return [...now.values()];
}

const isId = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The nouns of fields whose names are no nouns. */
const nounsOfFields: Readonly<Record<string, string>> = {
  plan: "ActionPlan",
  ...{ lead: "Organisation", owner: "Organisation", convener: "Organisation" },
  ...{ university: "Organisation", reviewer: "Organisation", proposedBy: "Organisation" },
};

const nounOf = (field: string): string =>
  nounsOfFields[field] ?? field.charAt(0).toUpperCase() + field.slice(1);

/** What a thing holds, from its changes: its fields in words, and what it refers to. */
export function NodeFields({ changes }: { changes: readonly Change[] }) {
  const t = useText();
  const words = useChangeWords();
  const [latest] = changes;
  if (!latest) return <Empty>{t(texts.empty)}</Empty>;
  const fields = fieldsNow(changes);
  const related = fields.filter(({ after }) => typeof after === "string" && isId.test(after));
  return (
    <dl className={styles.fields}>
      {words.fields(latest.entity, fields).map(({ name, after }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{after}</dd>
        </div>
      ))}
      {related.length > 0 ? (
        <div>
          <dt>{t(texts.related)}</dt>
          <dd className="row">
            {related.map(({ name, after }) => (
              <Link key={name} to="/node/$id" params={{ id: String(after) }}>
                {words.noun(nounOf(name))}
              </Link>
            ))}
          </dd>
        </div>
      ) : null}
    </dl>
  );
}
