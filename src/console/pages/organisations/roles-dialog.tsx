import { useState } from "react";
import {
  OrganisationPageAddMemberDocument,
  OrganisationPageRemoveMemberDocument,
  type Role,
} from "../../generated/graphql.js";
import type { Fault } from "../../graph/faults.js";
import { useChange } from "../../graph/hooks.js";
import { useText } from "../../language/language.js";
import { useMemberName } from "../../language/members.js";
import { CheckFields } from "../../parts/check-fields.js";
import { FaultNote } from "../../parts/fault-note.js";
import { ModalDialog } from "../../parts/modal-dialog.js";
import { newId } from "../../parts/new-id.js";
import { calledOf, type Member, stepsTo } from "./member-rows.js";

const texts = {
  change: { id: "Ubah peran", en: "Change the roles" },
  changeOf: { id: "Ubah peran {name}", en: "Change the roles of {name}" },
  roles: { id: "Peran", en: "Roles" },
  save: { id: "Simpan", en: "Save" },
  remove: { id: "Keluarkan dari lembaga", en: "Remove from the organisation" },
  none: {
    id: "Tanpa peran, {name} bukan lagi anggota lembaga ini.",
    en: "Without a role, {name} is no longer a member of this organisation.",
  },
};

interface RolesProps {
  organisationId: string;
  member: Member;
  roles: readonly Role[];
  /** Asks for the members again. */
  again: () => void;
}

/** Gives and takes roles one by one, as the hub does, until one is refused. */
function useRoles({ organisationId, member, roles }: RolesProps) {
  const [add, adding] = useChange(OrganisationPageAddMemberDocument);
  const [remove, removing] = useChange(OrganisationPageRemoveMemberDocument);
  const [ids] = useState(() => new Map(roles.map((role) => [role, newId()])));
  const run = async (chosen: readonly Role[]): Promise<Fault | undefined> => {
    const { added, removed } = stepsTo(member, chosen);
    for (const role of added) {
      const id = ids.get(role) ?? newId();
      const { fault } = await add({ input: { id, organisationId, email: member.email, role } });
      if (fault) return fault;
    }
    for (const { id, version } of removed) {
      const { fault } = await remove({ input: { id, expectedVersion: version } });
      if (fault) return fault;
    }
    return undefined;
  };
  return [run, adding || removing] as const;
}

function RolesForm({ close, ...props }: RolesProps & { close: () => void }) {
  const t = useText();
  const memberName = useMemberName();
  const { member, roles, again } = props;
  const [run, running] = useRoles(props);
  const [chosen, setChosen] = useState<Role[]>(member.memberships.map(({ role }) => role));
  const [fault, setFault] = useState<Fault>();
  const isNone = chosen.length === 0;
  const submit = async () => {
    const refused = await run(chosen);
    setFault(refused);
    if (!refused) close();
    again();
  };
  return (
    <form action={() => void submit()} className="stack">
      <CheckFields
        legend={t(texts.roles)}
        members={roles}
        nameOf={(role) => memberName("Role", role)}
        chosen={chosen}
        change={setChosen}
      />
      <p aria-live="polite">{isNone ? t(texts.none, { name: calledOf(member) }) : null}</p>
      <FaultNote fault={fault} />
      <div className="row">
        <button type="submit" className={`button ${isNone ? "danger" : "main"}`} disabled={running}>
          {t(isNone ? texts.remove : texts.save)}
        </button>
      </div>
    </form>
  );
}

/** The dialog that gives a member roles and takes them; without any, they are no member. */
export function RolesDialog(props: RolesProps) {
  const t = useText();
  const title = t(texts.changeOf, { name: calledOf(props.member) });
  return (
    <ModalDialog label={t(texts.change)} named={title} title={title}>
      {(close) => <RolesForm {...props} close={close} />}
    </ModalDialog>
  );
}
