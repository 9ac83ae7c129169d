import { useState } from "react";
import { ViewPageDocumentDocument, type ViewPagePartsFragment } from "../../generated/graphql.js";
import { useAnswer } from "../../graph/hooks.js";
import { useText } from "../../language/language.js";
import { Answered } from "../../parts/answered.js";
import { CopyButton } from "../../parts/copy-button.js";
import styles from "./views.module.css";

const texts = {
  title: { id: "Dokumen GraphQL untuk portal", en: "GraphQL document for portals" },
  about: {
    id: "Portal Anda mendapat hasil yang sama dengan mengirim dokumen dan variabel ini ke /graphql.",
    en: "Your portal gets the same result by sending this document and these variables to /graphql.",
  },
  variables: { id: "Variabel", en: "Variables" },
};

function Code({ title, text }: { title: string; text: string }) {
  return (
    <div className="stack">
      <div className="row spread">
        <h3>{title}</h3>
        <CopyButton text={text} label={title} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard. */}
      <pre className={styles.code} tabIndex={0}>
        {text}
      </pre>
    </div>
  );
}

function Document({
  view,
  parameters,
}: {
  view: ViewPagePartsFragment;
  parameters: Record<string, string>;
}) {
  const t = useText();
  const answer = useAnswer(ViewPageDocumentDocument, { key: view.key, parameters });
  return (
    <Answered of={answer} subject={(data) => data.view}>
      {({ document, variables }) => (
        <div className="stack">
          <p className="soft">{t(texts.about)}</p>
          <Code title="GraphQL" text={document} />
          <Code title={t(texts.variables)} text={JSON.stringify(variables, null, 2)} />
        </div>
      )}
    </Answered>
  );
}

/** The GraphQL document of what one sees, to copy into a portal; asked for when it is opened. */
export function ViewDocument({
  view,
  parameters,
}: {
  view: ViewPagePartsFragment;
  parameters: Record<string, string>;
}) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className={`${styles.details} no-print`}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>{t(texts.title)}</summary>
      {isOpen ? <Document view={view} parameters={parameters} /> : null}
    </details>
  );
}
