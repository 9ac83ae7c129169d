import { type FormEvent, useState } from "react";
import {
  type ApiKeyScope,
  OrganisationPageIssueKeyDocument,
  OrganisationPageKeysDocument,
  type OrganisationPageKeysQuery,
  OrganisationPageRevokeKeyDocument,
} from "../../generated/graphql.js";
import type { Fault } from "../../graph/faults.js";
import { useAnswer, useChange } from "../../graph/hooks.js";
import { useText } from "../../language/language.js";
import { membersOf, useMemberName } from "../../language/members.js";
import { Answered } from "../../parts/answered.js";
import { Badge } from "../../parts/badge.js";
import { Card } from "../../parts/card.js";
import { DataTable } from "../../parts/data-table.js";
import { Empty } from "../../parts/empty.js";
import { FaultNote } from "../../parts/fault-note.js";
import { faultAt, TextField } from "../../parts/fields.js";
import { Moment } from "../../parts/moment.js";
import { newId } from "../../parts/new-id.js";
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
  actions: { id: "Tindakan", en: "What to do" },
};

type ApiKey = NonNullable<OrganisationPageKeysQuery["organisation"]>["apiKeys"]["nodes"][number];

/** The last day of the usual year of a key, as a date field has it. */
const inAYear = (): string => new Date(Date.now() + 365 * 86_400_000).toISOString().slice(0, 10);

function Scopes({
  chosen,
  change,
}: {
  chosen: ApiKeyScope[];
  change: (scopes: ApiKeyScope[]) => void;
}) {
  const t = useText();
  const name = useMemberName();
  const toggle = (scope: ApiKeyScope) =>
    change(chosen.includes(scope) ? chosen.filter((one) => one !== scope) : [...chosen, scope]);
  return (
    <fieldset className="row">
      <legend>{t(texts.scopes)}</legend>
      {(membersOf("ApiKeyScope") as ApiKeyScope[]).map((scope) => (
        <label key={scope} className="row">
          <input type="checkbox" checked={chosen.includes(scope)} onChange={() => toggle(scope)} />
          {name("ApiKeyScope", scope)}
        </label>
      ))}
    </fieldset>
  );
}

/** What is wrong beside the fields with a place of their own. */
function FormFault({ fault }: { fault: Fault | undefined }) {
  const isAtField = faultAt(fault, "name") ?? faultAt(fault, "expiresAt");
  return isAtField ? null : <FaultNote fault={fault} />;
}

/** The key itself, the only time that it is shown. */
function Secret({ secret }: { secret: string | null }) {
  const t = useText();
  if (!secret) return null;
  return (
    <div role="status" className={styles.secret}>
      <p>{t(texts.once)}</p>
      <code>{secret}</code>
    </div>
  );
}

function IssueKey({ organisationId, done }: { organisationId: string; done: () => void }) {
  const t = useText();
  const [issue, issuing] = useChange(OrganisationPageIssueKeyDocument);
  const [id, setId] = useState(newId);
  const [name, setName] = useState("");
  const [day, setDay] = useState(inAYear);
  const [scopes, setScopes] = useState<ApiKeyScope[]>(["READ"]);
  const [secret, setSecret] = useState<string | null>(null);
  const [fault, setFault] = useState<Fault>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const input = { id, organisationId, name, scopes, expiresAt: `${day}T00:00:00Z` };
    const outcome = await issue({ input });
    setFault(outcome.fault);
    if (!outcome.data) return;
    setSecret(outcome.data.issueApiKey.secret);
    setId(newId());
    done();
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="stack">
      <Secret secret={secret} />
      <div className={styles.choices}>
        <TextField
          label={t(texts.name)}
          value={name}
          change={setName}
          required
          fault={faultAt(fault, "name")}
        />
        <TextField
          label={t(texts.expires)}
          type="date"
          value={day}
          change={setDay}
          required
          fault={faultAt(fault, "expiresAt")}
        />
      </div>
      <Scopes chosen={scopes} change={setScopes} />
      <FormFault fault={fault} />
      <button type="submit" className={`button main ${styles.submit}`} disabled={issuing}>
        {t(texts.issue)}
      </button>
    </form>
  );
}

function RevokeButton({ apiKey, revoke }: { apiKey: ApiKey; revoke: () => void }) {
  const t = useText();
  if (!apiKey.isActive) return null;
  return (
    <button
      type="button"
      className="button danger"
      aria-label={t(texts.revokeOf, { name: apiKey.name })}
      onClick={revoke}
    >
      {t(texts.revoke)}
    </button>
  );
}

function KeyTable({ rows, revoke }: { rows: ApiKey[]; revoke: (key: ApiKey) => void }) {
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
          show: (key) => <RevokeButton apiKey={key} revoke={() => revoke(key)} />,
        },
      ]}
    />
  );
}

/** An organisation's API keys: issued with a secret that is shown once, and revoked. */
export function ApiKeys({ organisation }: { organisation: { id: string; key: string } }) {
  const t = useText();
  const answer = useAnswer(OrganisationPageKeysDocument, { key: organisation.key });
  const [revoke] = useChange(OrganisationPageRevokeKeyDocument);
  const [fault, setFault] = useState<Fault>();
  const take = async ({ id, version }: ApiKey) => {
    const outcome = await revoke({ input: { id, expectedVersion: version } });
    setFault(outcome.fault);
  };
  return (
    <div className="stack">
      <Card title={t(texts.title)}>
        <FaultNote fault={fault} />
        <Answered of={answer} subject={(data) => data.organisation}>
          {({ apiKeys }) => <KeyTable rows={apiKeys.nodes} revoke={(key) => void take(key)} />}
        </Answered>
      </Card>
      <Card title={t(texts.issue)}>
        <IssueKey organisationId={organisation.id} done={answer.again} />
      </Card>
    </div>
  );
}
