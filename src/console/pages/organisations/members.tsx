import {
  OrganisationPageAddMemberDocument,
  OrganisationPageMembersDocument,
  type Role,
  type Sector,
} from "../../generated/graphql.js";
import { useAnswer } from "../../graph/hooks.js";
import { useText } from "../../language/language.js";
import { membersOf, useMemberName } from "../../language/members.js";
import { Answered } from "../../parts/answered.js";
import { Badge } from "../../parts/badge.js";
import { Card } from "../../parts/card.js";
import { CreationForm, useCreation } from "../../parts/creation.js";
import { DataTable, type TableColumn } from "../../parts/data-table.js";
import { Empty } from "../../parts/empty.js";
import { ChoiceField, faultAt, TextField } from "../../parts/fields.js";
import { type Member, membersIn } from "./member-rows.js";
import styles from "./organisations.module.css";
import { RolesDialog } from "./roles-dialog.js";

const texts = {
  title: { id: "Anggota dan peran", en: "Members and roles" },
  add: { id: "Tambah anggota", en: "Add a member" },
  email: { id: "Alamat surel", en: "E-mail address" },
  name: { id: "Nama", en: "Name" },
  role: { id: "Peran", en: "Role" },
  roles: { id: "Peran", en: "Roles" },
  added: { id: "{email} kini menjadi anggota.", en: "{email} is now a member." },
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

const allRoles = membersOf("Role") as Role[];

const empty: { email: string; name: string; role: Role } = {
  ...{ email: "", name: "" },
  role: "CONTRIBUTOR",
};

const paths = ["email", "name", "role"] as const;

function AddMember({
  organisationId,
  roles,
  done,
}: {
  organisationId: string;
  roles: readonly Role[];
  done: () => void;
}) {
  const t = useText();
  const memberName = useMemberName();
  const creation = useCreation({
    ...{ document: OrganisationPageAddMemberDocument, empty, done },
    inputOf: ({ name, ...more }, id) => ({
      id,
      organisationId,
      ...more,
      ...(name ? { name } : {}),
    }),
  });
  const { draft, setDraft, fault, made } = creation;
  const fieldOf = (path: (typeof paths)[number]) => ({
    ...{ label: t(texts[path]), value: draft[path], fault: faultAt(fault, path) },
    change: (value: string) => setDraft({ ...draft, [path]: value }),
  });
  return (
    <CreationForm
      of={creation}
      at={paths}
      made={made ? t(texts.added, { email: made.email }) : null}
      create={t(texts.add)}
    >
      <div className={styles.choices}>
        <TextField {...fieldOf("email")} type="email" required hint={t(texts.hint)} />
        <TextField {...fieldOf("name")} />
        <ChoiceField
          {...fieldOf("role")}
          choices={roles.map((value) => ({ value, label: memberName("Role", value) }))}
        />
      </div>
    </CreationForm>
  );
}

function MemberTable({
  members,
  roles,
  organisationId,
  mayManage,
  again,
}: {
  members: Member[];
  roles: readonly Role[];
  organisationId: string;
  mayManage: boolean;
  again: () => void;
}) {
  const t = useText();
  const memberName = useMemberName();
  if (members.length === 0) return <Empty>{t(texts.none)}</Empty>;
  const rolesOf = ({ memberships }: Member) =>
    memberships.map(({ role }) => memberName("Role", role));
  const actions: TableColumn<Member> = {
    ...{ name: "actions", title: t(texts.actions), value: () => null },
    show: (member) => (
      <RolesDialog organisationId={organisationId} member={member} roles={roles} again={again} />
    ),
  };
  return (
    <DataTable<Member>
      caption={t(texts.title)}
      rows={members}
      keyOf={({ id }) => id}
      columns={[
        { name: "name", title: t(texts.name), value: ({ name }) => name ?? "–" },
        { name: "email", title: t(texts.email), value: ({ email }) => email },
        {
          name: "roles",
          title: t(texts.roles),
          value: (member) => rolesOf(member).join(", "),
          show: (member) => (
            <span className="row">
              {rolesOf(member).map((role) => (
                <Badge key={role}>{role}</Badge>
              ))}
            </span>
          ),
        },
        ...(mayManage ? [actions] : []),
      ]}
    />
  );
}

/** The members of an organisation with their roles; its administrators and the operator change them. */
export function Members({
  organisation,
  mayManage,
}: {
  organisation: { id: string; key: string; sector: Sector };
  mayManage: boolean;
}) {
  const t = useText();
  const answer = useAnswer(OrganisationPageMembersDocument, { key: organisation.key });
  // Only universities assess (rule of the hub).
  const roles = allRoles.filter(
    (role) => role !== "ASSESSOR" || organisation.sector === "UNIVERSITY",
  );
  return (
    <div className="stack">
      <Card title={t(texts.title)}>
        <Answered of={answer} subject={(data) => data.organisation}>
          {({ memberships }) => (
            <MemberTable
              members={membersIn(memberships.nodes)}
              roles={roles}
              organisationId={organisation.id}
              mayManage={mayManage}
              again={answer.again}
            />
          )}
        </Answered>
      </Card>
      {mayManage ? (
        <Card title={t(texts.add)}>
          <AddMember organisationId={organisation.id} roles={roles} done={answer.again} />
        </Card>
      ) : null}
    </div>
  );
}
