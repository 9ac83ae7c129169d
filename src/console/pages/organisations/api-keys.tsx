import { useState } from "react";
import {
  type ApiKeyScope,
  OrganisationPageIssueKeyDocument,
  OrganisationPageKeysDocument,
  type OrganisationPageKeysQuery,
  OrganisationPageRevokeKeyDocument,
  type Sector,
} from "../../generated/graphql.js";
import { useAnswer, useChange } from "../../graph/hooks.js";
import { useText } from "../../language/language.js";
import { membersOf, useMemberName } from "../../language/members.js";
import { Answered } from "../../parts/answered.js";
import { Badge } from "../../parts/badge.js";
import { Card } from "../../parts/card.js";
import { CheckFields } from "../../parts/check-fields.js";
import { ConfirmForm } from "../../parts/confirm-form.js";
import { CreationForm, useCreation } from "../../parts/creation.js";
import { DataTable } from "../../parts/data-table.js";
import { Empty } from "../../parts/empty.js";
import { faultAt, TextField } from "../../parts/fields.js";
import { ModalDialog } from "../../parts/modal-dialog.js";
import { Moment } from "../../parts/moment.js";
import { ShownOnce } from "../../parts/shown-once.js";
import styles from "./organisations.module.css";

const texts = {
  title: { id: "Kunci API", en: "API keys" },
  issue: { id: "Terbitkan kunci", en: "Issue a key" },
  name: { id: "Nama kunci", en: "Name of the key" },
  prefix: { id: "Awalan", en: "Prefix" },
  scopes: { id: "Cakupan", en: "Scopes" },
  expires: { id: "Berlaku sampai", en: "Valid until" },
  state: { id: "Keadaan", en: "State" },
  active: { id: "Aktif", en: "Active" },
  over: { id: "Tidak berlaku", en: "Not valid" },
  revoke: { id: "Cabut", en: "Revoke" },
  revokeOf: { id: "Cabut kunci {name}", en: "Revoke the key {name}" },
  none: { id: "Belum ada kunci.", en: "No keys yet." },
  once: {
    id: "Salin sekarang: kunci ini hanya ditampilkan sekali.",
    en: "Copy it now: this key is shown only this once.",
  },
  secret: { id: "kunci API", en: "API key" },
  sure: {
    id: "Sistem yang memakai kunci ini segera ditolak. Kunci yang dicabut tidak dapat dipakai lagi.",
    en: "Systems that use this key are refused at once. A revoked key cannot be used again.",
  },
  actions: { id: "Tindakan", en: "What to do" },
};

type ApiKey = NonNullable<OrganisationPageKeysQuery["organisation"]>["apiKeys"]["nodes"][number];

/** The organisation whose keys they are. */
interface Owner {
  id: string;
  key: string;
  sector: Sector;
}

const allScopes = membersOf("ApiKeyScope") as ApiKeyScope[];

/** The last day of the usual year of a key, as a date field has it. */
const inAYear = (): string => new Date(Date.now() + 365 * 86_400_000).toISOString().slice(0, 10);

const emptyKey = (): { name: string; day: string; scopes: ApiKeyScope[] } => ({
  ...{ name: "", day: inAYear(), scopes: ["READ"] },
});

function IssueKey({
  organisation: { id: organisationId, sector },
  done,
}: {
  organisation: Owner;
  done: () => void;
}) {
  const t = useText();
  const memberName = useMemberName();
  const [secret, setSecret] = useState<string | null>(null);
  const creation = useCreation({
    ...{ document: OrganisationPageIssueKeyDocument, empty: emptyKey() },
    inputOf: ({ day, ...more }, id) => ({
      ...{ id, organisationId, ...more, expiresAt: `${day}T00:00:00Z` },
    }),
    done: ({ issueApiKey }) => {
      setSecret(issueApiKey.secret);
      done();
    },
  });
  const { draft, setDraft, fault } = creation;
  const fieldOf = (path: "name" | "day", fieldName: string) => ({
    ...{ value: draft[path], required: true, fault: faultAt(fault, fieldName) },
    change: (value: string) => setDraft({ ...draft, [path]: value }),
  });
  return (
    <CreationForm
      of={creation}
      at={["name", "expiresAt", "scopes"]}
      made={null}
      create={t(texts.issue)}
    >
      <ShownOnce secret={secret} label={t(texts.secret)} about={t(texts.once)} />
      <div className={styles.choices}>
        <TextField label={t(texts.name)} {...fieldOf("name", "name")} />
        <TextField label={t(texts.expires)} type="date" {...fieldOf("day", "expiresAt")} />
      </div>
      <CheckFields
        legend={t(texts.scopes)}
        members={allScopes.filter((scope) => scope !== "ASSESS" || sector === "UNIVERSITY")}
        nameOf={(scope) => memberName("ApiKeyScope", scope)}
        chosen={draft.scopes}
        change={(scopes) => setDraft({ ...draft, scopes })}
        fault={faultAt(fault, "scopes")}
      />
    </CreationForm>
  );
}

/** The dialog that stops a key, which nothing starts again. */
function RevokeDialog({ apiKey: { id, version, name } }: { apiKey: ApiKey }) {
  const t = useText();
  const [revoke, revoking] = useChange(OrganisationPageRevokeKeyDocument);
  const title = t(texts.revokeOf, { name });
  return (
    <ModalDialog label={t(texts.revoke)} named={title} title={title} look="button danger">
      {(close) => (
        <ConfirmForm
          about={t(texts.sure)}
          send={t(texts.revoke)}
          running={revoking}
          run={() => revoke({ input: { id, expectedVersion: version } })}
          close={close}
        />
      )}
    </ModalDialog>
  );
}

function KeyTable({ rows }: { rows: ApiKey[] }) {
  const t = useText();
  const memberName = useMemberName();
  if (rows.length === 0) return <Empty>{t(texts.none)}</Empty>;
  return (
    <DataTable<ApiKey>
      caption={t(texts.title)}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        { name: "name", title: t(texts.name), value: ({ name }) => name },
        {
          name: "prefix",
          title: t(texts.prefix),
          value: ({ prefix }) => prefix,
          show: ({ prefix }) => <code>{prefix}</code>,
        },
        {
          name: "scopes",
          title: t(texts.scopes),
          value: ({ scopes }) => scopes.map((one) => memberName("ApiKeyScope", one)).join(", "),
        },
        {
          name: "expires",
          title: t(texts.expires),
          value: ({ expiresAt }) => expiresAt,
          show: ({ expiresAt }) => <Moment at={expiresAt} exact />,
        },
        {
          name: "state",
          title: t(texts.state),
          value: ({ isActive }) => (isActive ? 1 : 0),
          show: ({ isActive }) => (
            <Badge tone={isActive ? "good" : "plain"}>
              {t(isActive ? texts.active : texts.over)}
            </Badge>
          ),
        },
        {
          name: "actions",
          title: t(texts.actions),
          value: () => null,
          show: (key) => (key.isActive ? <RevokeDialog apiKey={key} /> : null),
        },
      ]}
    />
  );
}

/** An organisation's API keys: issued with a secret that is shown once, and revoked. */
export function ApiKeys({ organisation }: { organisation: Owner }) {
  const t = useText();
  const answer = useAnswer(OrganisationPageKeysDocument, { key: organisation.key });
  return (
    <div className="stack">
      <Card title={t(texts.title)}>
        <Answered of={answer} subject={(data) => data.organisation}>
          {({ apiKeys }) => <KeyTable rows={apiKeys.nodes} />}
        </Answered>
      </Card>
      <Card title={t(texts.issue)}>
        <IssueKey organisation={organisation} done={answer.again} />
      </Card>
    </div>
  );
}
