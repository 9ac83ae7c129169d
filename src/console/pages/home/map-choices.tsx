import { Link } from "@tanstack/react-router";
import { useText } from "../../language/language.js";
import styles from "./map.module.css";

const texts = {
  measure: { id: "Warna menurut", en: "Coloured by" },
  form: { id: "Bentuk", en: "Shown as" },
  plans: { id: "Rencana aksi", en: "Plans" },
  given: { id: "Dana diberikan", en: "Money given" },
  map: { id: "Peta", en: "Map" },
  table: { id: "Tabel", en: "Table" },
};

function Choices({
  label,
  name,
  chosen,
  members,
}: {
  label: string;
  name: "measure" | "as";
  chosen: string;
  members: readonly (keyof typeof texts)[];
}) {
  const t = useText();
  return (
    <nav aria-label={label} className={styles.choices}>
      {members.map((member) => (
        <Link
          key={member}
          to="."
          activeOptions={{ exact: true, explicitUndefined: true }}
          search={(before: object) => ({ ...before, [name]: member })}
          aria-current={member === chosen}
          replace
        >
          {t(texts[member])}
        </Link>
      ))}
    </nav>
  );
}

/** Chooses what the map is coloured by, and whether it is a table; both stand in the address. */
export function MapChoices({ measure, as }: { measure: string; as: string }) {
  const t = useText();
  return (
    <div className="row no-print">
      <Choices
        label={t(texts.measure)}
        name="measure"
        chosen={measure}
        members={["plans", "given"]}
      />
      <Choices label={t(texts.form)} name="as" chosen={as} members={["map", "table"]} />
    </div>
  );
}
