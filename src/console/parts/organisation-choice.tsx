import { useText } from "../language/language.js";
import { useMyOrganisations } from "../session/use-memberships.js";
import { ChoiceField } from "./fields.js";

const texts = { for: { id: "Atas nama", en: "On behalf of" } };

/** The reader's organisation for which they write; absent for members of one only. */
export function OrganisationChoice({
  value,
  change,
  fault,
}: {
  value: string;
  change: (value: string) => void;
  fault?: string | undefined;
}) {
  const t = useText();
  const mine = useMyOrganisations();
  if (mine.length < 2) return null;
  return (
    <ChoiceField
      label={t(texts.for)}
      value={value || (mine[0]?.id ?? "")}
      change={change}
      fault={fault}
      choices={mine.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}
