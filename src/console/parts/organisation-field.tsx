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
import { OrganisationFieldChoicesDocument } from "../generated/graphql.js";
import { useAnswer } from "../graph/hooks.js";
import { useText } from "../language/language.js";
import fieldStyles from "./fields.module.css";
import styles from "./organisation-field.module.css";

const texts = { none: { id: "Tidak ada lembaga yang cocok.", en: "No organisation matches." } };

/** An organisation that is chosen; null for none. */
export type ChosenOrganisation = { id: string; name: string } | null;

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
}: {
  label: string;
  value: ChosenOrganisation;
  change: (value: ChosenOrganisation) => void;
  fault?: string | undefined;
}) {
  const t = useText();
  const [typed, setTyped] = useState(value?.name ?? "");
  const name = useRested(typed === value?.name ? "" : typed);
  const { data } = useAnswer(OrganisationFieldChoicesDocument, { name });
  const found = data?.organisations.nodes ?? [];
  // The chosen one stays among the choices: what was typed and not chosen becomes its name again.
  const choices = value && !found.some(({ id }) => id === value.id) ? [value, ...found] : found;
  const type = (text: string) => {
    setTyped(text);
    if (text === "") change(null);
  };
  return (
    <ComboBox
      className={fieldStyles.field ?? ""}
      items={choices}
      inputValue={typed}
      onInputChange={type}
      value={value?.id ?? null}
      onChange={(key) => change(choices.find(({ id }) => id === key) ?? null)}
      isInvalid={fault !== undefined}
      allowsEmptyCollection
      menuTrigger="focus"
    >
      <Label>{label}</Label>
      <Input className="control" />
      <FieldError className={`small ${fieldStyles.fault}`}>{fault}</FieldError>
      <Popover className={styles.choices ?? ""}>
        <ListBox<{ id: string; name: string }>
          className={styles.list ?? ""}
          renderEmptyState={() => <p className="soft small">{t(texts.none)}</p>}
        >
          {(one) => (
            <ListBoxItem id={one.id} textValue={one.name} className={styles.choice ?? ""}>
              {one.name}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
