import { useState } from "react";
import { useText } from "../../language/language.js";
import { useMemberName } from "../../language/members.js";
import { TextField } from "../../parts/fields.js";
import { type FoundOrganisation, OrganisationField } from "../../parts/organisation-field.js";
import styles from "./attendance.module.css";

const texts = {
  title: { id: "Lembaga yang diundang", en: "Invited organisations" },
  hint: {
    id: "Kuorum dihitung menurut sektor: setiap sektor yang diundang perlu hadir.",
    en: "The quorum counts sectors: each invited sector needs to attend.",
  },
  organisation: { id: "Lembaga", en: "Organisation" },
  add: { id: "Tambah undangan", en: "Add the invitation" },
  remove: { id: "Hapus", en: "Remove" },
  removeOf: { id: "Hapus undangan {who}", en: "Remove the invitation of {who}" },
  delegates: { id: "Utusan, satu per baris", en: "Delegates, one a line" },
  delegatesOf: { id: "Utusan {who}, satu per baris", en: "Delegates of {who}, one a line" },
};

/** An organisation that a new rembuk invites. */
export interface Invitee {
  organisation: FoundOrganisation;
  /** Its part in the plan that the rembuk is about, in words. */
  part?: string;
  delegates: string;
}

/** The names in a text, one a line. */
export const delegatesIn = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** The organisations that a new rembuk invites: by sector, with their delegates. */
export function Invitees({
  invitees,
  change,
}: {
  invitees: readonly Invitee[];
  change: (invitees: Invitee[]) => void;
}) {
  const t = useText();
  const name = useMemberName();
  const [picked, pick] = useState<FoundOrganisation | null>(null);
  const add = () => {
    if (picked) change([...invitees, { organisation: picked, delegates: "" }]);
    pick(null);
  };
  const without = invitees.map(({ organisation }) => organisation.id);
  return (
    <fieldset className="stack">
      <legend>{t(texts.title)}</legend>
      <p className="soft small">{t(texts.hint)}</p>
      <ul className="plain">
        {invitees.map((invitee) => {
          const { id, name: who, sector } = invitee.organisation;
          return (
            <li key={id} className={styles.seat}>
              <div className="stack">
                <p>
                  {who} <span className="soft small">{name("Sector", sector)}</span>
                  {invitee.part ? <span className="soft small"> · {invitee.part}</span> : null}
                </p>
                <TextField
                  label={t(texts.delegatesOf, { who })}
                  rows={2}
                  value={invitee.delegates}
                  change={(delegates) =>
                    change(
                      invitees.map((each) => (each === invitee ? { ...each, delegates } : each)),
                    )
                  }
                />
              </div>
              <button
                type="button"
                className="button quiet"
                aria-label={t(texts.removeOf, { who })}
                onClick={() => change(invitees.filter((each) => each !== invitee))}
              >
                {t(texts.remove)}
              </button>
            </li>
          );
        })}
      </ul>
      <OrganisationField
        key={invitees.length}
        label={t(texts.organisation)}
        value={picked}
        change={pick}
        without={without}
      />
      <div>
        <button type="button" className="button" disabled={!picked} onClick={add}>
          {t(texts.add)}
        </button>
      </div>
    </fieldset>
  );
}
