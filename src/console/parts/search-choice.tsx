import { useId, useState } from "react";
import {
  Button,
  ComboBox,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from "react-aria-components";
import { useText } from "../language/language.js";
import fields from "./fields.module.css";
import styles from "./search-choice.module.css";

const texts = {
  open: { id: "Tampilkan pilihan", en: "Show the choices" },
  none: { id: "Tidak ada yang cocok.", en: "Nothing fits." },
  pending: { id: "Mencari…", en: "Searching…" },
};

/** One thing to choose, by its id. */
export interface SearchItem {
  id: string;
  name: string;
  /** What tells it from others of the same name. */
  about?: string;
}

/** What was found for the text, below the field. */
function Found({ pending }: { pending: boolean }) {
  const t = useText();
  return (
    <Popover className={styles.popover ?? ""}>
      <ListBox
        className={styles.list ?? ""}
        renderEmptyState={() => <p className="soft">{t(pending ? texts.pending : texts.none)}</p>}
      >
        {(item: SearchItem) => (
          <ListBoxItem id={item.id} textValue={item.name} className={styles.item ?? ""}>
            <Text slot="label">{item.name}</Text>
            {item.about ? (
              <Text slot="description" className="soft small">
                {item.about}
              </Text>
            ) : null}
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  );
}

/**
 * A choice of one among many, found by typing a part of its name: `search` is given what is typed, and
 * `items` are what the hub found for it.
 */
export function SearchChoice({
  label,
  items,
  pending,
  search,
  change,
  fault,
  hint,
}: {
  label: string;
  items: readonly SearchItem[];
  pending: boolean;
  search: (text: string) => void;
  /** Given the chosen one, or null while none is chosen. */
  change: (item: SearchItem | null) => void;
  fault?: string | undefined;
  hint?: string;
}) {
  const t = useText();
  const described = useId();
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState<SearchItem | null>(null);
  const choose = (item: SearchItem | null) => {
    setChosen(item);
    change(item);
  };
  const type = (typed: string) => {
    setText(typed);
    // The name of the chosen one is no search.
    if (typed === chosen?.name) return;
    search(typed.trim());
    if (chosen) choose(null);
  };
  const pick = (key: unknown) => {
    const item = items.find(({ id }) => id === key);
    if (!item) return;
    choose(item);
    setText(item.name);
  };
  return (
    <ComboBox
      className={fields.field ?? ""}
      items={items}
      inputValue={text}
      onInputChange={type}
      selectedKey={chosen?.id ?? null}
      onSelectionChange={pick}
      menuTrigger="focus"
      allowsEmptyCollection
      isInvalid={fault !== undefined}
    >
      <Label>{label}</Label>
      <div className={styles.control}>
        <Input className="control" aria-describedby={described} />
        <Button className="button quiet" aria-label={t(texts.open)}>
          ▾
        </Button>
      </div>
      <p id={described} className="small">
        {fault ? (
          <span className={fields.fault}>{fault}</span>
        ) : (
          <span className="soft">{hint}</span>
        )}
      </p>
      <Found pending={pending} />
    </ComboBox>
  );
}
