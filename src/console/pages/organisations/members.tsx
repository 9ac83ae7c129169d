import { type FormEvent, useState } from "react";
import {
  OrganisationPageAddMemberDocument,
  OrganisationPageMembersDocument,
  type OrganisationPageMembersQuery,
  OrganisationPageRemoveMemberDocument,
  type Role,
} from "../../generated/graphql.js";
import type { Fault } from "../../graph/faults.js";
import { useAnswer, useChange } from "../../graph/hooks.js";
import { useText } from "../../language/language.js";
import { membersOf, useMemberName } from "../../language/members.js";
import { Answered } from "../../parts/answered.js";
import { Card } from "../../parts/card.js";
import { DataTable } from "../../parts/data-table.js";
import { Empty } from "../../parts/empty.js";
import { FaultNote } from "../../parts/fault-note.js";
import { ChoiceField, faultAt, TextField } from "../../parts/fields.js";
import { newId } from "../../parts/new-id.js";
import styles from "./organisations.module.css";

const texts = {
  title: { id: "Anggota dan peran", en: "Members and roles" },
  add: { id: "Tambah anggota", en: "Add a member" },
  email: { id: "Alamat surel", en: "E-mail address" },
  name: { id: "Nama", en: "Name" },
  role: { id: "Peran", en: "Role" },
  remove: { id: "Cabut peran", en: "Take the role away" },
  removeOf: { id: "Cabut peran {role} dari {name}", en: "Take the role {role} from {name}" },
  hint: {
    id: "Orang ini masuk dengan surel yang sama di penyedia identitas.",
    en: "This person signs in with the same address at the identity provider.",
  },
  none: {
    id: "Belum ada anggota, atau hanya administrator yang boleh melihatnya.",
    en: "No members yet, or only administrators may see them.",
  },
  actions: { id: "Tindakan", en: "What to do" },
};

type Membership = NonNullable<
  OrganisationPageMembersQuery["organisation"]
>["memberships"]["nodes"][number];

const roles = membersOf("Role");

function AddMember({ organisationId, done }: { organisationId: string; done: () => void }) {
  const t = useText();
  const memberName = useMemberName();
  const [add, adding] = useChange(OrganisationPageAddMemberDocument);
  const [id, setId] = useState(newId);
  const [email, setEmail] = useState("");
  const [name, setName] = useState("");
  const [role, setRole] = useState<Role>("CONTRIBUTOR");
  const [fault, setFault] = useState<Fault>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const input = { id, organisationId, email, role, ...(name ? { name } : {}) };
    const outcome = await add({ input });
    setFault(outcome.fault);
    if (outcome.fault) return;
    for (const empty of [setEmail, setName]) empty("");
    setId(newId());
    done();
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="stack">
      <div className={styles.choices}>
        <TextField
          label={t(texts.email)}
          type="email"
          value={email}
          change={setEmail}
          required
          hint={t(texts.hint)}
          fault={faultAt(fault, "email")}
        />
        <TextField
          label={t(texts.name)}
          value={name}
          change={setName}
          fault={faultAt(fault, "name")}
        />
        <ChoiceField
          label={t(texts.role)}
          value={role}
          change={(value) => setRole(value as Role)}
          choices={roles.map((value) => ({ value, label: memberName("Role", value) }))}
          fault={faultAt(fault, "role")}
        />
      </div>
      {fault && fault.fields.length === 0 ? <FaultNote fault={fault} /> : null}
      <div className="row">
        <button type="submit" className="button main" disabled={adding}>
          {t(texts.add)}
        </button>
      </div>
    </form>
  );
}

function MemberTable({
  rows,
  remove,
}: {
  rows: Membership[];
  remove: (membership: Membership) => void;
}) {
  const t = useText();
  const memberName = useMemberName();
  if (rows.length === 0) return <Empty>{t(texts.none)}</Empty>;
  return (
    <DataTable<Membership>
      caption={t(texts.title)}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        { name: "name", title: t(texts.name), value: ({ user }) => user.name ?? "–" },
        { name: "email", title: t(texts.email), value: ({ user }) => user.email },
        { name: "role", title: t(texts.role), value: ({ role }) => memberName("Role", role) },
        {
          name: "actions",
          title: t(texts.actions),
          value: () => null,
          show: (row) => (
            <button
              type="button"
              className="button danger"
              aria-label={t(texts.removeOf, {
                role: memberName("Role", row.role),
                name: row.user.name ?? row.user.email,
              })}
              onClick={() => remove(row)}
            >
              {t(texts.remove)}
            </button>
          ),
        },
      ]}
    />
  );
}

/** The members of an organisation with their roles; administrators add and remove them. */
export function Members({ organisation }: { organisation: { id: string; key: string } }) {
  const t = useText();
  const answer = useAnswer(OrganisationPageMembersDocument, { key: organisation.key });
  const [remove] = useChange(OrganisationPageRemoveMemberDocument);
  const [fault, setFault] = useState<Fault>();
  const take = async ({ id, version }: Membership) => {
    const outcome = await remove({ input: { id, expectedVersion: version } });
    setFault(outcome.fault);
    answer.again();
  };
  return (
    <div className="stack">
      <Card title={t(texts.title)}>
        <FaultNote fault={fault} />
        <Answered of={answer} subject={(data) => data.organisation}>
          {({ memberships }) => (
            <MemberTable rows={memberships.nodes} remove={(row) => void take(row)} />
          )}
        </Answered>
      </Card>
      <Card title={t(texts.add)}>
        <AddMember organisationId={organisation.id} done={answer.again} />
      </Card>
    </div>
  );
}
