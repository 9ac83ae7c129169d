import { useEffect, useState } from "react";
import {
  ComboBox,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
} from "react-aria-components";
import {
  OrganisationFieldChoicesDocument,
  type OrganisationFieldChoicesQuery,
} from "../generated/graphql.js";
import { useAnswer } from "../graph/hooks.js";
import { useText } from "../language/language.js";
import { useMemberName } from "../language/members.js";
import fieldStyles from "./fields.module.css";
import styles from "./organisation-field.module.css";

const texts = { none: { id: "Tidak ada lembaga yang cocok.", en: "No organisation matches." } };

/** An organisation that is chosen; null for none. */
export type ChosenOrganisation = { id: string; name: string } | null;

/** An organisation that was found. */
export type FoundOrganisation = OrganisationFieldChoicesQuery["organisations"]["nodes"][number];

/** One waits for so long after the last letter before the hub is asked, in milliseconds. */
const restMs = 300;

/** What was typed, once it has rested. */
function useRested(typed: string): string {
  const [rested, setRested] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setRested(typed), restMs);
    return () => clearTimeout(timer);
  }, [typed]);
  return rested;
}

/** A choice among all organisations of the hub, by a part of the name; an empty text chooses none. */
export function OrganisationField({
  label,
  value,
  change,
  fault,
  without = [],
}: {
  label: string;
  value: ChosenOrganisation;
  change: (value: FoundOrganisation | null) => void;
  fault?: string | undefined;
  /** The ids of organisations that are not offered, as they are chosen already. */
  without?: readonly string[];
}) {
  const t = useText();
  const sectorName = useMemberName();
  const [typed, setTyped] = useState(value?.name ?? "");
  const name = useRested(typed === value?.name ? "" : typed);
  const { data } = useAnswer(OrganisationFieldChoicesDocument, { name });
  const nodes = data?.organisations.nodes ?? [];
  const found = nodes.filter(({ id }) => !without.includes(id));
  // The chosen one stays among the choices: what was typed and not chosen becomes its name again.
  const choices = value && !found.some(({ id }) => id === value.id) ? [value, ...found] : found;
  const type = (text: string) => {
    setTyped(text);
    if (text === "") change(null);
  };
  const pick = (key: unknown) => {
    const one = found.find(({ id }) => id === key);
    if (!one) return;
    setTyped(one.name);
    change(one);
  };
  return (
    <ComboBox
      className={fieldStyles.field ?? ""}
      items={choices}
      inputValue={typed}
      onInputChange={type}
      value={value?.id ?? null}
      onChange={pick}
      isInvalid={fault !== undefined}
      allowsEmptyCollection
      menuTrigger="focus"
    >
      <Label>{label}</Label>
      <Input className="control" />
      <FieldError className={`small ${fieldStyles.fault}`}>{fault}</FieldError>
      <Popover className={styles.choices ?? ""}>
        <ListBox<{ id: string; name: string; sector?: string }>
          className={styles.list ?? ""}
          renderEmptyState={() => <p className="soft small">{t(texts.none)}</p>}
        >
          {(one) => (
            <ListBoxItem id={one.id} textValue={one.name} className={styles.choice ?? ""}>
              {one.name}
              {one.sector ? (
                <span className="soft small"> {sectorName("Sector", one.sector)}</span>
              ) : null}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
